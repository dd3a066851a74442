//! Where a route runs along another one, for every pair of routes.

use rayon::prelude::*;
use rstar::RTree;
use rstar::primitives::{GeomWithData, Rectangle};

use crate::network::trench::axis::{self, Axis, SAME_PLACE};
use crate::network::trench::interval::{Interval, united};
use crate::network::trench::{Route, TrenchRule};

/// An interval of a route's axis along which another route runs, long enough to count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Run {
    /// The number of the other route.
    pub(super) with: u32,
    pub(super) along: Interval,
}

/// A box of segments with its route and its number there.
type PlacedBox = GeomWithData<Rectangle<[f64; 2]>, (u32, u32)>;

/// All routes, in an R-tree over the boxes of their segments.
pub(super) struct Neighbourhood<'a> {
    routes: &'a [Route<'a>],
    axes: &'a [Axis],
    rule: TrenchRule,
    index: RTree<PlacedBox>,
}

impl<'a> Neighbourhood<'a> {
    /// One axis for each route.
    pub(super) fn of(routes: &'a [Route<'a>], axes: &'a [Axis], rule: TrenchRule) -> Self {
        let boxes = axes.iter().zip(0..).flat_map(|(axis, route)| {
            let numbered = axis.chain.boxes().iter().zip(0..);
            numbered.map(move |(of_some, number)| {
                PlacedBox::new(Rectangle::from_aabb(of_some.envelope), (route, number))
            })
        });
        let index = RTree::bulk_load(boxes.collect());
        Self { routes, axes, rule, index }
    }

    /// What runs along each route, by the number of the other route, then by position.
    pub(super) fn runs(&self) -> Vec<Vec<Run>> {
        (0..self.routes.len()).into_par_iter().map(|route| self.runs_along(route)).collect()
    }

    fn runs_along(&self, route: usize) -> Vec<Run> {
        let near = self.near(route);
        let span = |route: usize| self.routes[route].span;
        near.chunk_by(|a, b| a.with == b.with)
            .filter(|same| span(same[0].with as usize) != span(route))
            .flat_map(|same| {
                let with = same[0].with;
                // Rounding must not tear apart what meets end to end.
                let gap = self.rule.within_m().max(SAME_PLACE);
                let joined = united(same.iter().map(|run| run.along), gap);
                joined.into_iter().map(move |along| Run { with, along })
            })
            .filter(|&run| self.counts(route, run))
            .collect()
    }

    /// The exact intervals, segment by segment, sorted.
    pub(super) fn near(&self, route: usize) -> Vec<Run> {
        let within = self.rule.within_m();
        let mut near = Vec::new();
        let chain = &self.axes[route].chain;
        for here in chain.boxes() {
            let reach = axis::reach(&here.envelope, within);
            for hit in self.index.locate_in_envelope_intersecting(reach) {
                let (with, number) = hit.data;
                if with as usize != route {
                    let other = &self.axes[with as usize].chain;
                    let there = &other.boxes()[number as usize];
                    let add = |along| near.push(Run { with, along });
                    chain.near(here, other, there, within, add);
                }
            }
        }
        near.sort_unstable_by(|a, b| {
            let by_start = a.along.from.total_cmp(&b.along.from);
            a.with.cmp(&b.with).then(by_start).then(a.along.to.total_cmp(&b.along.to))
        });
        near
    }

    /// Whether a run is long enough, with the last metres into common nodes left aside.
    fn counts(&self, route: usize, run: Run) -> bool {
        let (this, other) = (&self.routes[route], &self.routes[run.with as usize]);
        let reach = self.rule.within_m() + SAME_PLACE;
        let ends =
            [(this.start, run.along.from), (this.end, self.axes[route].length() - run.along.to)];
        let common = ends
            .iter()
            .filter(|&&(node, away)| away <= reach && (node == other.start || node == other.end))
            .count();
        match common {
            0 => self.rule.is_enough(run.along.length()),
            common => self.rule.is_more_than(1.0 + common as f64, run.along.length()),
        }
    }
}
