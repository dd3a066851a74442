//! Which sets of routes run together along an axis, and where.

use rayon::prelude::*;

use crate::network::trench::TrenchRule;
use crate::network::trench::axis::SAME_PLACE;
use crate::network::trench::interval::Interval;
use crate::network::trench::pairs::Run;

/// An interval of an axis and, in number, the routes that run along all of it.
///
/// Closed: no longer interval has the same routes, and no route that runs along the whole interval
/// is left out. The routes themselves follow from the runs ([`members`]), so that a candidate takes
/// up little.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The number of the reference.
    pub(super) axis: u32,
    pub(super) along: Interval,
    /// How many routes, with the reference.
    pub(super) size: u32,
}

/// The candidates of every axis, by axis.
pub(super) fn candidates(runs: &[Vec<Run>], rule: TrenchRule) -> Vec<Candidate> {
    runs.par_iter()
        .enumerate()
        .map(|(axis, runs)| on_axis(axis as u32, runs, rule))
        .flatten_iter()
        .collect()
}

/// The routes that run along the whole interval, with the reference, sorted.
///
/// `runs` are those of the axis.
pub(super) fn members(axis: u32, runs: &[Run], along: Interval) -> Vec<u32> {
    let others = runs.iter().filter(|run| runs_along(run, along)).map(|run| run.with);
    let mut members: Vec<u32> = others.chain([axis]).collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// Whether a run covers the interval of a candidate, which may begin or end at a place that others
/// gave ([`places`]).
pub(super) fn runs_along(run: &Run, along: Interval) -> bool {
    run.along.holds(Interval { from: along.from + SAME_PLACE, to: along.to - SAME_PLACE })
}

/// For each place where runs begin, the runs under way that began by then; for each place where
/// one of these ends, those that end there or later:
///
/// ```text
///   ------------------------        from s, the intervals to e1 and e2; to e3 the set is the
///        ------------------         same from an earlier place on
///         s    =======
///   ------|---- e1 : :
///         |--------- e2
///   ------|------------- e3
/// ```
fn on_axis(axis: u32, runs: &[Run], rule: TrenchRule) -> Vec<Candidate> {
    let starts = places(runs.iter().map(|run| run.along.from));
    let ends = places(runs.iter().map(|run| run.along.to));
    // By number of the place, so that what begins together compares as equal.
    let mut by_start: Vec<(usize, usize)> = runs
        .iter()
        .map(|run| (place_of(&starts, run.along.from), place_of(&ends, run.along.to)))
        .collect();
    by_start.sort_unstable();

    let mut candidates = Vec::new();
    // The ends of the runs under way, last first.
    let mut under_way: Vec<usize> = Vec::new();
    for beginning in by_start.chunk_by(|a, b| a.0 == b.0) {
        let from = starts[beginning[0].0];
        under_way.extend(beginning.iter().map(|&(_, end)| end));
        under_way.sort_unstable_by(|a, b| b.cmp(a));
        let reaches = |end: usize| rule.is_enough(ends[end] - from);
        // What ended early enough is of no use for a later start either.
        under_way.truncate(under_way.partition_point(|&end| reaches(end)));
        let last_of_beginning = beginning.iter().map(|&(_, end)| end).max().unwrap_or(0);
        let mut so_far = 0;
        for ending in under_way.chunk_by(|a, b| a == b) {
            so_far += ending.len() as u32;
            if ending[0] <= last_of_beginning {
                let along = Interval { from, to: ends[ending[0]] };
                candidates.push(Candidate { axis, along, size: so_far + 1 });
            }
        }
    }
    candidates
}

/// The distinct places, in order; what is nearly one is one, the first.
fn places(positions: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut places: Vec<f64> = positions.collect();
    places.sort_unstable_by(f64::total_cmp);
    // `dedup_by` compares with the last one kept, so that places do not run together in chains.
    places.dedup_by(|next, kept| *next - *kept <= SAME_PLACE);
    places
}

/// The number of the place that a position fell to.
fn place_of(places: &[f64], position: f64) -> usize {
    places.partition_point(|&place| place <= position).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Metres;

    fn found(runs: &[(u32, f64, f64)]) -> Vec<(Vec<u32>, f64, f64)> {
        let metres = |value| Metres::new(value).expect("a length");
        let rule = TrenchRule { within: metres(5.0), shared_at_least: metres(50.0) };
        let runs: Vec<Run> = runs
            .iter()
            .map(|&(with, from, to)| Run { with, along: Interval { from, to } })
            .collect();
        let mut found: Vec<_> = candidates(std::slice::from_ref(&runs), rule)
            .iter()
            .map(|candidate| {
                let along = candidate.along;
                let members = members(0, &runs, along);
                assert_eq!(members.len(), candidate.size as usize);
                (members, along.from, along.to)
            })
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        found
    }

    /// ```text
    ///   1  ==========================
    ///   2        ==========================
    ///   3  ================================
    /// ```
    #[test]
    fn every_closed_set() {
        let runs = [(1, 0.0, 200.0), (2, 100.0, 300.0), (3, 0.0, 300.0)];
        assert_eq!(
            found(&runs),
            [
                (vec![0, 1, 2, 3], 100.0, 200.0),
                (vec![0, 1, 3], 0.0, 200.0),
                (vec![0, 2, 3], 100.0, 300.0),
                (vec![0, 3], 0.0, 300.0),
            ]
        );
    }

    /// Behind the beginning of 2, the rest of 1 alone is no stretch of its own.
    #[test]
    fn a_part_of_a_stretch_is_none() {
        let runs = [(1, 0.0, 200.0), (2, 100.0, 180.0)];
        assert_eq!(found(&runs), [(vec![0, 1], 0.0, 200.0), (vec![0, 1, 2], 100.0, 180.0)]);
    }

    #[test]
    fn short_together_is_not_together() {
        let runs = [(1, 0.0, 70.0), (2, 40.0, 110.0)];
        assert_eq!(found(&runs), [(vec![0, 1], 0.0, 70.0), (vec![0, 2], 40.0, 110.0)]);
    }

    /// Rounding makes no sets of its own; one route that comes twice has two intervals.
    #[test]
    fn nearly_one_place_is_one() {
        let runs = [(1, 0.0, 100.0), (1, 200.0, 300.0), (2, 1e-9, 100.0 - 1e-9)];
        assert_eq!(found(&runs), [(vec![0, 1], 200.0, 300.0), (vec![0, 1, 2], 0.0, 100.0 - 1e-9)]);
    }
}
