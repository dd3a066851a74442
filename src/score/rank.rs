//! Ranks: 1 is the best; equals share the best rank among them.

use crate::units::Score;

/// Scores are rounded to this many points before they are ranked: rounding noise makes no rank.
/// A power of two, so that a score and its step are exact.
const STEP: f64 = 1.0 / (1u64 << 36) as f64;

/// Bits for the unit's place beside its score: a million units.
const PLACE_BITS: u32 = 20;

/// How many units can be ranked.
pub const UNITS_AT_MOST: usize = 1 << PLACE_BITS;

/// 2⁵²: numbers from here to twice as much are whole, and their last 52 bits count from 0.
const WHOLE: f64 = (1u64 << 52) as f64;

/// The last 52 bits.
const COUNT: u64 = (1 << 52) - 1;

/// A number from 0 to 2⁵², rounded. Plain arithmetic, several at a time; a conversion is not.
#[inline(always)]
fn rounded(number: f64) -> u64 {
    (number + WHOLE).to_bits() & COUNT
}

/// A score as a number of steps, 0 for the best.
#[inline(always)]
fn steps_from_best(score: f64) -> f64 {
    // 0–100 by construction: fewer than 2^43 steps, so that they are exact.
    (100.0 - score) * (1.0 / STEP)
}

/// Up to so many units are sorted at once.
const FEW: usize = 16;

/// A number in a crowded bucket is moved this many places, on the whole, before all are sorted
/// at once after all.
const MOVES_AT_MOST: usize = 4;

/// Ranks the units of one draw; room is used anew so that a draw need not ask for memory.
///
/// # Panics
///
/// With more than [`UNITS_AT_MOST`] units.
pub fn competition_ranks(scores: &[f64], room: &mut Vec<u64>, ranks: &mut [u32]) {
    assert!(scores.len() <= UNITS_AT_MOST, "a place has {PLACE_BITS} bits");
    let sorted = sorted(scores, room);
    let (mut rank, mut before) = (0, u64::MAX);
    for (&packed, place) in sorted.iter().zip(1u32..) {
        let steps = packed >> PLACE_BITS;
        rank = if steps == before { rank } else { place };
        before = steps;
        ranks[(packed & (UNITS_AT_MOST as u64 - 1)) as usize] = rank;
    }
}

/// Steps from the best and places, each pair in one number so that a comparison is one; the best
/// first.
///
/// Units are dealt to about as many buckets as there are units, each as wide as the others; what
/// little stands in one bucket is then sorted. Several times as fast as sorting at once, unless
/// most scores lie in few buckets.
fn sorted<'a>(scores: &[f64], room: &'a mut Vec<u64>) -> &'a [u64] {
    let units = scores.len();
    let buckets = units.next_power_of_two();
    // Each part is written before it is read, but for the starts.
    room.resize(3 * units + buckets + 2, 0);
    let (packed, rest) = room.split_at_mut(units);
    let (sorted, rest) = rest.split_at_mut(units);
    let (bucket_of, starts) = rest.split_at_mut(units);
    for ((packed, score), place) in packed.iter_mut().zip(scores).zip(0u64..) {
        *packed = rounded(steps_from_best(*score)) << PLACE_BITS | place;
    }
    if units <= FEW {
        packed.sort_unstable();
        return packed;
    }
    let (lowest, highest) = range(scores);
    // Rounding keeps the order: a better score is never in a later bucket.
    let of_a_point = buckets as f64 / (highest - lowest).max(STEP);
    for (bucket, score) in bucket_of.iter_mut().zip(scores) {
        *bucket = rounded((highest - score) * of_a_point);
    }
    starts.fill(0);
    for &bucket in bucket_of.iter() {
        starts[bucket as usize + 1] += 1;
    }
    let mut start = 0;
    for count in starts.iter_mut() {
        start += *count;
        *count = start;
    }
    for (&packed, &bucket) in packed.iter().zip(bucket_of.iter()) {
        let place = &mut starts[bucket as usize];
        sorted[*place as usize] = packed;
        *place += 1;
    }
    sort_nearly_sorted(sorted);
    sorted
}

/// The lowest and the highest of some numbers.
fn range(numbers: &[f64]) -> (f64, f64) {
    let lesser = |a: f64, b: f64| if b < a { b } else { a };
    let greater = |a: f64, b: f64| if b > a { b } else { a };
    // Four at a time, which do not wait for each other.
    let (mut low, mut high) = ([f64::INFINITY; 4], [f64::NEG_INFINITY; 4]);
    let (fours, rest) = numbers.as_chunks::<4>();
    for four in fours {
        for i in 0..4 {
            low[i] = lesser(low[i], four[i]);
            high[i] = greater(high[i], four[i]);
        }
    }
    let low = low.iter().chain(rest).copied().fold(f64::INFINITY, lesser);
    (low, high.iter().chain(rest).copied().fold(f64::NEG_INFINITY, greater))
}

/// Sorts numbers of which few are far from their places.
fn sort_nearly_sorted(numbers: &mut [u64]) {
    // Most that are out of place have changed places with a neighbour; these are put right without
    // a branch, which the processor would guess wrong.
    let mut carried = numbers[0];
    for i in 1..numbers.len() {
        let next = numbers[i];
        numbers[i - 1] = carried.min(next);
        carried = carried.max(next);
    }
    *numbers.last_mut().expect("more than a few") = carried;
    let mut moves_left = MOVES_AT_MOST * numbers.len();
    for i in 1..numbers.len() {
        let number = numbers[i];
        let mut at = i;
        while at > 0 && numbers[at - 1] > number {
            numbers[at] = numbers[at - 1];
            at -= 1;
        }
        numbers[at] = number;
        if i - at > moves_left {
            numbers.sort_unstable();
            return;
        }
        moves_left -= i - at;
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
    use proptest::prelude::*;

    #[test]
    fn equals_share_the_best_rank_and_noise_makes_none() {
        let mut ranks = [0; 5];
        let scores = [50.0, 80.0, 50.0 + 1e-13, 10.0, 100.0];
        competition_ranks(&scores, &mut Vec::new(), &mut ranks);
        assert_eq!(ranks, [3, 2, 3, 5, 1]);
        competition_ranks(&[50.0, 50.0 + 1e-9], &mut Vec::new(), &mut ranks);
        assert_eq!(ranks[..2], [2, 1]);
    }

    proptest! {
        #[test]
        fn ranks_are_one_more_than_the_number_of_better_units(
            // Spread out, on few values, or nearly all in one place.
            scores in prop_oneof![
                proptest::collection::vec(0.0..=100.0f64, 0..300),
                proptest::collection::vec((0..8).prop_map(|i| f64::from(i) * 12.5), 0..300),
                proptest::collection::vec(prop_oneof![
                    Just(0.0), Just(100.0), 50.0..50.000_001f64, 49.999..50.0f64,
                ], 0..300),
            ],
        ) {
            let mut ranks = vec![0; scores.len()];
            // Of another size before, so that the room is not clean.
            let mut room = vec![7; 100];
            competition_ranks(&scores, &mut room, &mut ranks);
            let steps = |score: f64| rounded(steps_from_best(score));
            for (score, rank) in scores.iter().zip(ranks) {
                let better = scores.iter().filter(|other| steps(**other) < steps(*score)).count();
                prop_assert_eq!(rank as usize, better + 1);
            }
        }
    }

    #[test]
    fn without_a_score_there_is_no_rank() {
        let of = |value| Score::clamped(value);
        assert_eq!(ranks(&[of(10.0), None, of(20.0)]), [Some(2), None, Some(1)]);
        assert_eq!(ranks(&[]), []);
    }
}
