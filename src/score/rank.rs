//! Ranks: 1 is the best; equals share the best rank among them.

use crate::units::Score;

/// Scores that differ by less than this many points are equal: rounding noise makes no rank.
/// A power of two, so that a score and its step are exact.
const STEP: f64 = 1.0 / (1u64 << 36) as f64;

/// Bits for the unit's place beside its score: a million units.
const PLACE_BITS: u32 = 20;

/// How many units can be ranked.
pub const UNITS_AT_MOST: usize = 1 << PLACE_BITS;

/// A score as a whole number of steps, 0 for the best.
fn steps_from_best(score: f64) -> u64 {
    // 0–100 by construction: fewer than 2^43 steps, so the conversion is exact.
    ((100.0 - score) / STEP).round() as u64
}

/// Ranks the units of one draw; room is used anew so that a draw need not ask for memory.
///
/// # Panics
///
/// With more than [`UNITS_AT_MOST`] units.
pub fn competition_ranks(scores: &[f64], room: &mut Vec<u64>, ranks: &mut [u32]) {
    assert!(scores.len() <= UNITS_AT_MOST, "a place has {PLACE_BITS} bits");
    room.clear();
    // Score and place in one number, so that the sort moves 8 bytes and compares once.
    room.extend(
        scores
            .iter()
            .zip(0u64..)
            .map(|(&score, place)| steps_from_best(score) << PLACE_BITS | place),
    );
    room.sort_unstable();
    let (mut rank, mut before) = (0, u64::MAX);
    for (&packed, place) in room.iter().zip(1u32..) {
        let steps = packed >> PLACE_BITS;
        if steps != before {
            (rank, before) = (place, steps);
        }
        ranks[(packed & (UNITS_AT_MOST as u64 - 1)) as usize] = rank;
    }
}

/// Ranks units of which some have no score; they have no rank, and the others are ranked as if
/// they were not there.
pub fn ranks(scores: &[Option<Score>]) -> Vec<Option<u32>> {
    let known: Vec<f64> = scores.iter().flatten().map(|score| score.value()).collect();
    let mut ranks = vec![0; known.len()];
    competition_ranks(&known, &mut Vec::new(), &mut ranks);
    let mut ranks = ranks.into_iter();
    scores.iter().map(|score| score.and_then(|_| ranks.next())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_share_the_best_rank_and_noise_makes_none() {
        let mut ranks = [0; 5];
        let scores = [50.0, 80.0, 50.0 + 1e-13, 10.0, 100.0];
        competition_ranks(&scores, &mut Vec::new(), &mut ranks);
        assert_eq!(ranks, [3, 2, 3, 5, 1]);
        competition_ranks(&[50.0, 50.0 + 1e-9], &mut Vec::new(), &mut ranks);
        assert_eq!(ranks[..2], [2, 1]);
    }

    #[test]
    fn without_a_score_there_is_no_rank() {
        let of = |value| Score::clamped(value);
        assert_eq!(ranks(&[of(10.0), None, of(20.0)]), [Some(2), None, Some(1)]);
        assert_eq!(ranks(&[]), []);
    }
}
