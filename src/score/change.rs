//! What a change of its children does to a group.
//!
//! Between two states of one unit the children of a group are changed one after the other, and the
//! group is scored by the rules of [`crate::score::evaluate`] after each; the average over every
//! order is a child's part ([`crate::score::shapley`]). So a child whose value becomes unknown
//! carries what leaving it out does to the mean of the others, whichever way that goes: a poor
//! value that is lost raises the score.

use crate::model::framework::{Child, Framework, GroupIdx};
use crate::score::evaluate::{Evaluation, GroupScore, group_score};
use crate::score::normalise::Normalised;
use crate::score::shapley::shapley;
use crate::units::Score;

/// What every child of a framework brings to its group, for one unit.
#[derive(Clone)]
pub(super) struct State {
    indicators: Vec<Normalised>,
    groups: Vec<Option<GroupScore>>,
}

impl State {
    /// As evaluated.
    pub fn of(evaluation: &Evaluation, unit: usize) -> Self {
        Self {
            indicators: evaluation.indicators.iter().map(|column| column[unit]).collect(),
            groups: evaluation.groups.iter().map(|column| Some(column[unit])).collect(),
        }
    }

    pub fn group(&self, group: GroupIdx) -> &GroupScore {
        self.groups[group.0].as_ref().expect("a state has every group")
    }

    pub fn has_value(&self, child: Child) -> bool {
        match child {
            Child::Indicator(i) => self.indicators[i.0].value.is_some(),
            Child::Group(group) => self.group(group).value.is_ok(),
        }
    }

    /// Makes what a child brings one value for certain.
    pub fn fix(&mut self, child: Child, at: Score) {
        match child {
            Child::Indicator(i) => {
                let own = &mut self.indicators[i.0];
                (own.value, own.low, own.high) = (Some(at), at, at);
            }
            Child::Group(group) => {
                let own = self.groups[group.0].as_mut().expect("a state has every group");
                (own.value, own.low, own.high) = (Ok(at), at, at);
            }
        }
    }

    /// Puts one bound of what a child brings, the lower or the upper, at an end of the scale.
    pub fn unbind(&mut self, child: Child, end: Score) {
        let (low, high) = match child {
            Child::Indicator(i) => {
                let own = &mut self.indicators[i.0];
                (&mut own.low, &mut own.high)
            }
            Child::Group(group) => {
                let own = self.groups[group.0].as_mut().expect("a state has every group");
                (&mut own.low, &mut own.high)
            }
        };
        *if end == Score::MIN { low } else { high } = end;
    }

    fn differs(&self, other: &Self, child: Child) -> bool {
        match child {
            Child::Indicator(i) => self.indicators[i.0] != other.indicators[i.0],
            Child::Group(group) => self.group(group) != other.group(group),
        }
    }

    fn take(&mut self, child: Child, from: &Self) {
        match child {
            Child::Indicator(i) => self.indicators[i.0] = from.indicators[i.0],
            Child::Group(group) => self.groups[group.0] = from.groups[group.0],
        }
    }
}

/// The part of each child of a group, in their order, in a change of the group's score from one
/// state to another, in points of the group. `points` reads the score. Of a child that is the same
/// in both the part is exactly 0.
pub(super) fn parts_of_children(
    framework: &Framework,
    group: GroupIdx,
    from: &State,
    to: &State,
    points: impl Fn(&GroupScore) -> f64,
) -> Vec<f64> {
    let children = framework.children(group);
    // Those that do not change are no players: leaving them out is exact and saves half the
    // subsets for each.
    let changed: Vec<usize> =
        (0..children.len()).filter(|&place| from.differs(to, children[place])).collect();
    let mut between = from.clone();
    let shares = shapley(changed.len(), |there| {
        for (&place, &there) in changed.iter().zip(there) {
            between.take(children[place], if there { to } else { from });
        }
        points(&group_score(framework, group, &between.indicators, &between.groups))
    });
    let mut parts = vec![0.0; children.len()];
    for (place, share) in changed.into_iter().zip(shares) {
        parts[place] = share;
    }
    parts
}
