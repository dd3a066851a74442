//! Trenches that cables share, from the geometry of their drawn routes.
//!
//! One digger cuts every cable in a trench, so cables that lie together fail together. Where
//! nobody has declared which do, the drawn routes tell: cables that run side by side for a good
//! way lie in one trench.
//!
//! # Definition
//!
//! A *trench* is a stretch of one route, its *reference*, along which one or more other routes run
//! within [`TrenchRule::within`] of it, for at least [`TrenchRule::shared_at_least`]:
//!
//! ```text
//!   A ------------------------------------------------------
//!                 within |
//!   B ---------.         '------------------------.
//!               \       /:                        :\
//!                '-----' :                        : '-----
//!              :         :                        :
//!   ===========          ==========================           two trenches of {A, B}
//! ```
//!
//! # How it is derived
//!
//! 1. *Pairs* (`pairs`). The positions along route A, in metres, at most `within` from route B.
//!    They are solved for, segment against segment, not sampled: what lies within a distance of a
//!    segment is convex, so a straight segment of A lies in it along one interval. Only segments
//!    that run in about the same direction, either way (at most 30° apart), are compared, so that a
//!    crossing is no trench however large `within` is:
//!
//!    ```text
//!            B |                                 . - - - - - - - - - .
//!              |                                (  B ===============  )   within B
//!       A -----+-----  no trench                 ' - -/- - - - - - - '
//!              |                          A ---------'
//!    ```
//!
//!    The intervals of all segments are joined, and gaps of at most `within` are closed: they are
//!    noise of the drawing.
//! 2. *The last metres into a common node* (`pairs`). Cables that end in one node come close to
//!    each other there. The node is the single point then, not a trench:
//!
//!    ```text
//!        A ------.                   A -------------.
//!                 \                                  \
//!                  (N)  nothing                       `---------------(N)  a trench, whole
//!                 /                                  ,---------------'
//!        B ------'                   B -------------'
//!    ```
//!
//!    So an interval that reaches an end of A (to within `within`) where B ends too counts only
//!    when it is longer than twice `shared_at_least`, and three times when it does so at both ends
//!    of A. An interval that counts is kept whole.
//! 3. *Who runs together* (`together`). The intervals of all others are laid on A's axis. For
//!    each set of routes, the longest stretches along which all of it run together, and for each
//!    such stretch all that run there, make a *candidate*:
//!
//!    ```text
//!        A  ----------------------------
//!        B  ==================                  candidates on A's axis:
//!        C            ==================          {A, B}     #################
//!                                                 {A, C}               #################
//!                                                 {A, B, C}            #######
//!    ```
//! 4. *One element for one place* (`accept`). The same trench is found from the axis of every
//!    route in it. Candidates are taken largest set first, then longest, then by the number of
//!    their span, then by position. Of each, the parts are cut away that lie along a trench
//!    accepted before whose set holds the whole of its own. What is left and still at least
//!    `shared_at_least` long is accepted, each part as one trench:
//!
//!    ```text
//!        A  ---------------------------------        {A, B, C}   ############
//!        B  --------------------.                    {A, B}                   ########
//!        C  -----------.         \
//!                       \         \
//!    ```
//!
//! No pair is lost: a candidate is only cut where a trench is that holds all its routes.
//!
//! # Caveats
//!
//! All in a trench are near its reference, not near each other: three routes side by side with
//! only the outer two too far apart are one trench of three, found from the one in the middle.
//!
//! A route near itself (out and back in one street) is no trench. What is cut away reaches `within`
//! past the end of the accepted trench, so a smaller set begins that much later. A rule whose
//! `shared_at_least` is not well above twice its `within` finds trenches where cables only meet.
//!
//! A drawing is no survey: see `docs/trenches.md`.
//!
//! # Complexity
//!
//! For *n* segments (pieces of at most 500 m) of which *k* pairs lie within reach of each other:
//! O(n log n + k log k) for the pairs, in parallel by route. On an axis along which *m* others run,
//! up to O(m²) candidates when they come and go one by one, and O(m) when they leave a common
//! beginning one by one. Each candidate is compared with the accepted trenches of larger sets on
//! its axis, in parallel for all of one size. 100 000 routes of 20 segments take some seconds
//! (`benches/trenches.rs`).

mod accept;
mod axis;
mod interval;
mod pairs;
mod together;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

use geo::LineString;
use rayon::prelude::*;

use crate::model::network::{NodeIdx, SpanIdx, one_way};
use crate::network::trench::axis::Axis;
use crate::network::trench::pairs::Neighbourhood;
use crate::units::Metres;

/// The drawn route of one span, with the nodes at its ends.
///
/// Coordinates are finite metres in the working CRS. A route of no length takes no part.
#[derive(Clone, Copy, Debug)]
pub struct Route<'a> {
    /// The span; it has one route.
    pub span: SpanIdx,
    /// As drawn, in either direction.
    pub line: &'a LineString<f64>,
    /// The node at the first vertex.
    pub start: NodeIdx,
    /// The node at the last vertex; equal to `start` for a loop.
    pub end: NodeIdx,
}

/// What counts as lying in one trench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrenchRule {
    /// How far apart two routes may be drawn and still lie together.
    pub within: Metres,
    /// How long they have to.
    pub shared_at_least: Metres,
}

/// A trench: spans that lie together along a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Sorted; two or more.
    pub spans: Vec<SpanIdx>,
    /// Part of the route of one of the spans, from west to east or south to north by the ends of that
    /// route.
    pub line: LineString<f64>,
    /// Of the line.
    pub length: Metres,
}

/// Finds every trench, sorted by its spans, then by the number and along the route of its
/// reference.
///
/// The order of the routes, their directions and the number of threads change nothing. See the
/// [module](crate::network::trench) for what a trench is.
///
/// # Example
///
/// ```text
///   A (0)----------------------(1)     3 m apart for 200 m
///   B (2)----------------------(3)
/// ```
///
/// ```
/// use beredd::model::network::{NodeIdx, SpanIdx};
/// use beredd::network::trench::{Route, TrenchRule, derive};
/// use beredd::units::Metres;
/// use geo::line_string;
///
/// let a = line_string![(x: 0.0, y: 0.0), (x: 200.0, y: 0.0)];
/// let b = line_string![(x: 0.0, y: 3.0), (x: 200.0, y: 3.0)];
/// let routes = [
///     Route { span: SpanIdx(0), line: &a, start: NodeIdx(0), end: NodeIdx(1) },
///     Route { span: SpanIdx(1), line: &b, start: NodeIdx(2), end: NodeIdx(3) },
/// ];
/// let metres = |value| Metres::new(value).expect("finite and not negative");
/// let rule = TrenchRule { within: metres(5.0), shared_at_least: metres(50.0) };
/// let trenches = derive(&routes, rule);
/// assert_eq!(trenches.len(), 1);
/// assert_eq!(trenches[0].spans, [SpanIdx(0), SpanIdx(1)]);
/// assert_eq!(trenches[0].length.value(), 200.0);
/// ```
pub fn derive(routes: &[Route<'_>], rule: TrenchRule) -> Vec<Stretch> {
    // Somebody drew each route from one end or the other: what is found is the same either way.
    let lines: Vec<LineString<f64>> =
        routes.iter().map(|route| one_way(route.line.clone())).collect();
    let mut routes: Vec<Route<'_>> = routes
        .iter()
        .zip(&lines)
        .map(|(route, line)| match line.0.first() == route.line.0.first() {
            true => Route { line, ..*route },
            false => Route { line, start: route.end, end: route.start, ..*route },
        })
        .collect();
    routes.sort_by_key(|route| route.span);
    let axes: Vec<Axis> = routes.par_iter().map(|route| Axis::of(route.line)).collect();
    let runs = Neighbourhood::of(&routes, &axes, rule).runs();
    let candidates = together::candidates(&runs, rule);
    let accepted = accept::accept(candidates, &runs, &axes, rule);
    accepted
        .into_par_iter()
        .map(|trench| {
            let mut spans: Vec<SpanIdx> =
                trench.members.iter().map(|&number| routes[number as usize].span).collect();
            spans.dedup();
            let length = Metres::new(trench.along.length())
                .expect("an interval between two positions on an axis is finite and has a length");
            Stretch { spans, line: axes[trench.axis as usize].line(trench.along), length }
        })
        .collect()
}

impl TrenchRule {
    /// In metres, for arithmetic.
    fn within_m(self) -> f64 {
        self.within.value()
    }

    /// Whether this many metres are enough; for lengths that are exactly enough but for rounding,
    /// they are.
    fn is_enough(self, length: f64) -> bool {
        length >= self.shared_at_least.value().max(LEAST_LENGTH) - axis::SAME_PLACE
    }

    /// Whether this many metres are more than so many times enough.
    fn is_more_than(self, times: f64, length: f64) -> bool {
        length > times * self.shared_at_least.value().max(LEAST_LENGTH) + axis::SAME_PLACE
    }
}

/// In metres: a trench has some length, also where the rule asks for none.
const LEAST_LENGTH: f64 = 0.001;
