//! One trench for one place, out of candidates from the axis of every route.

use std::cmp::{Ordering, Reverse};

use rayon::prelude::*;
use rstar::Envelope;

use crate::network::trench::TrenchRule;
use crate::network::trench::axis::{self, Axis, Chain, SAME_PLACE};
use crate::network::trench::interval::{Interval, united, without};
use crate::network::trench::pairs::Run;
use crate::network::trench::together::{Candidate, members, runs_along};

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
///
/// A trench is laid on the axis of each of its routes when it is accepted, so that a candidate only
/// looks at its own axis: what can cut it has its reference among its routes. Candidates of one
/// size only cut each other when they have the same routes, so the sets of one size are worked on
/// in parallel.
pub(super) fn accept(
    mut candidates: Vec<Candidate>,
    runs: &[Vec<Run>],
    axes: &[Axis],
    rule: TrenchRule,
) -> Vec<Accepted> {
    candidates.par_sort_unstable_by_key(|candidate| Reverse(candidate.size));
    let mut accepted: Vec<Accepted> = Vec::new();
    let mut taken: Vec<Vec<Taken>> = axes.iter().map(|_| Vec::new()).collect();
    for of_one_size in candidates.chunk_by(|a, b| a.size == b.size) {
        let mut open: Vec<Open> = of_one_size
            .par_iter()
            .filter_map(|candidate| {
                let axis = candidate.axis as usize;
                Open::of(candidate, &runs[axis], &taken[axis], rule)
            })
            .collect();
        open.par_sort_unstable_by(Open::order);
        let sets: Vec<&[Open]> = open.chunk_by(|a, b| a.members == b.members).collect();
        let lying: Vec<Lying> = sets
            .into_par_iter()
            .map(|set| accept_of_one_set(set, runs, axes, rule))
            .flatten_iter()
            .collect();
        for Lying { trench, on_axes } in lying {
            for (&route, on_axis) in trench.members.iter().zip(on_axes) {
                taken[route as usize].extend(on_axis);
            }
            accepted.push(trench);
        }
    }
    accepted.par_sort_by(|a, b| {
        let by_place = a.axis.cmp(&b.axis).then(a.along.from.total_cmp(&b.along.from));
        a.members.cmp(&b.members).then(by_place)
    });
    accepted
}

/// A candidate of which larger sets left something.
struct Open {
    members: Vec<u32>,
    axis: u32,
    /// Before anything was cut away.
    along: Interval,
    left: Vec<Interval>,
}

impl Open {
    /// `runs` and `taken` are those of the candidate's axis.
    fn of(candidate: &Candidate, runs: &[Run], taken: &[Taken], rule: TrenchRule) -> Option<Self> {
        let &Candidate { axis, along, .. } = candidate;
        let companions = Companions::along(runs, along);
        let mut left = vec![along];
        for taken in taken {
            if taken.along.overlaps(along) && taken.by.hold(&companions) {
                cut(&mut left, &[taken.along], rule);
                if left.is_empty() {
                    return None;
                }
            }
        }
        Some(Self { members: members(axis, runs, along), axis, along, left })
    }

    /// By set, then in the order in which they are accepted.
    fn order(&self, other: &Self) -> Ordering {
        // To the millimetre, so that not rounding but the numbers decide between lengths that are
        // drawn equal.
        let millimetres = |open: &Self| (open.along.length() * 1000.0).round();
        let by_length = millimetres(other).total_cmp(&millimetres(self));
        let by_place = self.axis.cmp(&other.axis);
        let by_place = by_place.then(self.along.from.total_cmp(&other.along.from));
        self.members.cmp(&other.members).then(by_length).then(by_place)
    }
}

/// An accepted trench, and where it lies along the axis of each of its members.
struct Lying {
    trench: Accepted,
    on_axes: Vec<Vec<Taken>>,
}

fn accept_of_one_set(
    set: &[Open],
    runs: &[Vec<Run>],
    axes: &[Axis],
    rule: TrenchRule,
) -> Vec<Lying> {
    let mut accepted: Vec<Lying> = Vec::new();
    for Open { members, axis, left, .. } in set {
        let member = members.iter().position(|member| member == axis);
        let member = member.expect("the reference is a member of its candidate");
        let mut left = left.clone();
        for Lying { on_axes, .. } in &accepted {
            let away: Vec<Interval> = on_axes[member].iter().map(|taken| taken.along).collect();
            cut(&mut left, &away, rule);
        }
        for along in left {
            let line = axes[*axis as usize].part(along);
            let on_axis = |&route: &u32| {
                let by = Companions::among(&runs[route as usize], members);
                let lies = near(&axes[route as usize], &line, rule);
                lies.into_iter().map(|along| Taken { along, by: by.clone() }).collect()
            };
            let on_axes = members.iter().map(on_axis).collect();
            let trench = Accepted { members: members.clone(), axis: *axis, along };
            accepted.push(Lying { trench, on_axes });
        }
    }
    accepted
}

/// Takes `away` from what is left, and what then is too short.
fn cut(left: &mut Vec<Interval>, away: &[Interval], rule: TrenchRule) {
    if left.iter().any(|part| away.iter().any(|away| away.overlaps(*part))) {
        *left = without(left, away);
        left.retain(|part| rule.is_enough(part.length()));
    }
}

/// Where an accepted trench lies along an axis.
struct Taken {
    along: Interval,
    by: Companions,
}

/// Some of the routes that run along an axis: a bit for each, in the order of their numbers.
///
/// In a bundle of hundreds almost every set is compared with almost every other one.
#[derive(Clone, Debug)]
struct Companions(Box<[u64]>);

impl Companions {
    /// Those that run along the whole interval; `runs` are those of the axis.
    fn along(runs: &[Run], along: Interval) -> Self {
        Self::of(runs, |run| runs_along(run, along))
    }

    /// Those that are members.
    fn among(runs: &[Run], members: &[u32]) -> Self {
        Self::of(runs, |run| members.binary_search(&run.with).is_ok())
    }

    fn of(runs: &[Run], is_one: impl Fn(&Run) -> bool) -> Self {
        let mut bits = Vec::with_capacity(runs.len().div_ceil(64));
        for (number, same) in runs.chunk_by(|a, b| a.with == b.with).enumerate() {
            if number % 64 == 0 {
                bits.push(0);
            }
            bits[number / 64] |= u64::from(same.iter().any(&is_one)) << (number % 64);
        }
        Self(bits.into_boxed_slice())
    }

    fn hold(&self, part: &Self) -> bool {
        self.0.iter().zip(&part.0).all(|(whole, part)| part & !whole == 0)
    }
}

/// What of an axis lies along a line, by the same rules as for pairs of routes.
fn near(axis: &Axis, line: &Chain, rule: TrenchRule) -> Vec<Interval> {
    let within = rule.within_m();
    let mut near: Vec<Interval> = Vec::new();
    for here in axis.chain.boxes() {
        let reach = axis::reach(&here.envelope, within);
        for there in line.boxes().iter().filter(|there| reach.intersects(&there.envelope)) {
            axis.chain.near(here, line, there, within, |along| near.push(along));
        }
    }
    near.sort_unstable_by(|a, b| a.from.total_cmp(&b.from));
    united(near, within.max(SAME_PLACE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_parts_only() {
        let along = Interval { from: 0.0, to: 1.0 };
        // More than one word of bits, and a route that comes twice.
        let runs: Vec<Run> =
            [7].into_iter().chain(7..200).map(|with| Run { with, along }).collect();
        let holds = |whole: &[u32], part: &[u32]| {
            Companions::among(&runs, whole).hold(&Companions::among(&runs, part))
        };
        assert!(holds(&[7, 30, 150], &[7, 150]));
        assert!(holds(&[7, 30, 150], &[]));
        assert!(!holds(&[7, 30, 150], &[7, 149]));
        assert!(!holds(&[7, 30], &[30, 150]));
        // The reference itself runs along no axis of its own.
        assert!(holds(&[7], &[3, 7]));
        assert!(Companions::along(&runs, along).hold(&Companions::among(&runs, &[8, 199])));
    }
}
