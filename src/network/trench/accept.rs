//! One trench for one place, out of candidates from the axis of every route.

use std::cmp::Reverse;
use std::collections::HashMap;

use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::{GeomWithData, Rectangle};

use crate::network::trench::TrenchRule;
use crate::network::trench::axis::{Axis, SAME_PLACE, Segment};
use crate::network::trench::interval::{Interval, united, without};
use crate::network::trench::pairs::Run;
use crate::network::trench::together::{Candidate, members};

/// An accepted trench.
pub(super) struct Accepted {
    /// The numbers of its routes, sorted.
    pub(super) members: Vec<u32>,
    /// The number of the reference.
    pub(super) axis: u32,
    pub(super) along: Interval,
}

/// Cuts and accepts, and sorts what was accepted by its members, then reference, then position.
///
/// No pair of routes that has a candidate is lost: of a candidate only what lies along trenches
/// with all its routes is cut away.
pub(super) fn accept(
    candidates: Vec<Candidate>,
    runs: &[Vec<Run>],
    axes: &[Axis],
    rule: TrenchRule,
) -> Vec<Accepted> {
    let component = components(runs);
    let component = |candidate: &Candidate| component[candidate.axis as usize];
    let mut candidates = candidates;
    candidates.par_sort_by(|a, b| {
        // To the millimetre, so that not rounding but the numbers decide between lengths that are
        // drawn equal.
        let millimetres = |candidate: &Candidate| (candidate.along.length() * 1000.0).round();
        let by_component = component(a).cmp(&component(b));
        let by_size = Reverse(a.size).cmp(&Reverse(b.size));
        let by_length = millimetres(b).total_cmp(&millimetres(a));
        let by_place = a.axis.cmp(&b.axis).then(a.along.from.total_cmp(&b.along.from));
        by_component.then(by_size).then(by_length).then(by_place)
    });
    let apart: Vec<&[Candidate]> =
        candidates.chunk_by(|a, b| component(a) == component(b)).collect();
    let mut accepted: Vec<Accepted> = apart
        .into_par_iter()
        .map(|candidates| accept_in_order(candidates, runs, axes, rule))
        .flatten_iter()
        .collect();
    accepted.par_sort_by(|a, b| {
        let by_place = a.axis.cmp(&b.axis).then(a.along.from.total_cmp(&b.along.from));
        a.members.cmp(&b.members).then(by_place)
    });
    accepted
}

/// One number for all routes that runs join, directly or over others. A trench holds routes of
/// one number only, so the rest is worked on in parallel.
fn components(runs: &[Vec<Run>]) -> Vec<u32> {
    let mut above: Vec<u32> = (0..runs.len() as u32).collect();
    fn top(above: &mut [u32], mut route: u32) -> u32 {
        while above[route as usize] != route {
            // Halves the path, so that the next search is shorter.
            above[route as usize] = above[above[route as usize] as usize];
            route = above[route as usize];
        }
        route
    }
    for (route, runs) in (0..).zip(runs) {
        for run in runs {
            let (a, b) = (top(&mut above, route), top(&mut above, run.with));
            above[a.max(b) as usize] = a.min(b);
        }
    }
    (0..runs.len() as u32).map(|route| top(&mut above, route)).collect()
}

fn accept_in_order(
    candidates: &[Candidate],
    runs: &[Vec<Run>],
    axes: &[Axis],
    rule: TrenchRule,
) -> Vec<Accepted> {
    let mut accepted: Vec<Accepted> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    // By route, the numbers of the accepted trenches that it lies in.
    let mut with_route: HashMap<u32, Vec<usize>> = HashMap::new();
    for candidate in candidates {
        let axis = &axes[candidate.axis as usize];
        let members = members(candidate.axis, &runs[candidate.axis as usize], candidate.along);
        // A trench with all of them is with the one that is in the fewest.
        let fewest = members
            .iter()
            .map(|route| with_route.get(route).map_or(&[][..], Vec::as_slice))
            .min_by_key(|trenches| trenches.len())
            .unwrap_or(&[]);
        let mut left = vec![candidate.along];
        for &trench in fewest {
            if left.is_empty() {
                break;
            }
            if holds(&accepted[trench].members, &members) {
                let away = lines[trench].near(axis, &left, rule);
                left = without(&left, &away);
                left.retain(|part| rule.is_enough(part.length()));
            }
        }
        for along in left {
            for &route in &members {
                with_route.entry(route).or_default().push(accepted.len());
            }
            lines.push(Line::of(axis, along));
            accepted.push(Accepted { members: members.clone(), axis: candidate.axis, along });
        }
    }
    accepted
}

/// Whether all of `part` is in `whole`; both are sorted.
fn holds(whole: &[u32], part: &[u32]) -> bool {
    let mut whole = whole.iter();
    part.iter().all(|wanted| whole.find(|&member| member >= wanted) == Some(wanted))
}

/// The line of an accepted trench, to be compared with.
struct Line {
    index: RTree<GeomWithData<Rectangle<[f64; 2]>, Segment>>,
}

impl Line {
    fn of(axis: &Axis, along: Interval) -> Self {
        let segments = axis.segments_along(along);
        let boxes = segments.map(|segment| GeomWithData::new(segment.rectangle(), segment));
        Self { index: RTree::bulk_load(boxes.collect()) }
    }

    /// Which of these parts of an axis lie along it, by the same rules as for pairs of routes.
    fn near(&self, axis: &Axis, parts: &[Interval], rule: TrenchRule) -> Vec<Interval> {
        let within = rule.within();
        let mut near: Vec<Interval> = Vec::new();
        for segment in parts.iter().flat_map(|&part| axis.segments_along(part)) {
            let hits = self.index.locate_in_envelope_intersecting(segment.reach(within));
            near.extend(hits.filter_map(|hit| segment.near(&hit.data, within)));
        }
        near.sort_unstable_by(|a, b| a.from.total_cmp(&b.from));
        united(near, within.max(SAME_PLACE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_parts_only() {
        assert!(holds(&[1, 3, 5], &[1, 5]));
        assert!(holds(&[1, 3, 5], &[]));
        assert!(!holds(&[1, 3, 5], &[1, 4]));
        assert!(!holds(&[1, 3], &[3, 5]));
    }

    /// ```text
    ///   0 ~ 2 ~ 4     1 ~ 3     5
    /// ```
    #[test]
    fn what_runs_join_is_one_component() {
        let run = |with| Run { with, along: Interval { from: 0.0, to: 1.0 } };
        let runs = [vec![], vec![run(3)], vec![run(0), run(4)], vec![run(1)], vec![], vec![]];
        assert_eq!(components(&runs), [0, 1, 0, 1, 0, 5]);
    }
}
