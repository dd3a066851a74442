//! What a change of its children does to a group, and a change of indicators to the index.
//!
//! Between two states of one unit the children of a group are changed one after the other, and the
//! group is scored by the rules of [`crate::score::evaluate`] after each; the average over every
//! order is a child's part ([`crate::score::shapley`]). A child of which nothing is known counts
//! with its estimate, as it does in the score.

use crate::model::framework::{Child, Framework, GroupIdx};
use crate::score::evaluate::{Evaluation, GroupScore, group_score};
use crate::score::normalise::Normalised;
use crate::score::shapley::shapley;
use crate::units::Score;

/// Points that differ by less are rounding noise.
pub(super) const NOISE: f64 = 1e-9;

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

    /// Makes what a child brings one value for certain.
    pub fn fix(&mut self, child: Child, at: Score) {
        match child {
            Child::Indicator(i) => {
                let own = &mut self.indicators[i.0];
                *own = Normalised { value: Some(at), estimate: at, low: at, high: at, ..*own };
            }
            Child::Group(group) => {
                let own = self.groups[group.0].as_mut().expect("a state has every group");
                *own = GroupScore { value: Ok(at), estimate: at, low: at, high: at, ..*own };
            }
        }
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
/// state to another, in points of the group. Of a child that is the same in both the part is
/// exactly 0.
pub(super) fn parts_of_children(
    framework: &Framework,
    group: GroupIdx,
    from: &State,
    to: &State,
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

/// What a framework says of one unit before and after.
pub(super) struct Change<'a> {
    framework: &'a Framework,
    from: State,
    to: State,
}

impl<'a> Change<'a> {
    /// Between two evaluations of the framework, each with the unit's place in it.
    pub fn between(
        framework: &'a Framework,
        from: (&Evaluation, usize),
        to: (&Evaluation, usize),
    ) -> Self {
        let state = |(evaluation, unit): (&Evaluation, usize)| State::of(evaluation, unit);
        Self { framework, from: state(from), to: state(to) }
    }

    /// The part of each indicator in the change of the root's score; they sum to it.
    ///
    /// What a group gets as a child is handed down to its own children in proportion to their
    /// parts in its own change. Where some children rise and others fall there is no proportion:
    /// a change of nothing can be two large ones. Each child's part then counts with what a point
    /// of the group is worth to the group above, on the average from where only those that fall
    /// would bring it to where only those that rise would; what is left over is handed down by
    /// the sizes of the parts. With arithmetic means nothing is left over.
    pub fn parts_of_indicators(&self) -> Vec<f64> {
        let groups = self.framework.groups().len();
        let mut parts = vec![0.0; self.framework.indicators().len()];
        // Of each group: its part in the change of the root, and what one of its points is worth
        // there.
        let (mut shares, mut worth) = (vec![0.0; groups], vec![1.0; groups]);
        let root = Framework::ROOT;
        shares[root.0] = points(self.to.group(root)) - points(self.from.group(root));
        for group in (0..groups).map(GroupIdx) {
            let children = self.framework.children(group);
            let differs = |child: Child| self.from.differs(&self.to, child);
            let differ = children.iter().filter(|&&child| differs(child)).count();
            if differ == 0 {
                continue;
            }
            let own = parts_of_children(self.framework, group, &self.from, &self.to);
            let risen: f64 = own.iter().filter(|part| **part > 0.0).sum();
            let fallen: f64 = own.iter().filter(|part| **part < 0.0).sum();
            if let Some(above) = self.framework.parent(group) {
                worth[group.0] = worth[above.0] * self.worth_above(above, group, fallen, risen);
            }
            let left_over = shares[group.0] - worth[group.0] * (risen + fallen);
            for (&child, &part) in children.iter().zip(&own) {
                let size = if risen > fallen {
                    part.abs() / (risen - fallen)
                } else if differs(child) {
                    // The bounds of the children alone have moved the group.
                    1.0 / differ as f64
                } else {
                    0.0
                };
                let share = worth[group.0] * part + left_over * size;
                match child {
                    Child::Indicator(i) => parts[i.0] = share,
                    Child::Group(below) => shares[below.0] = share,
                }
            }
        }
        parts
    }

    /// What a point of a group is worth to the group above while its siblings change as they do:
    /// the average from the points that it falls to the points that it rises.
    fn worth_above(&self, above: GroupIdx, group: GroupIdx, fallen: f64, risen: f64) -> f64 {
        let before = points(self.from.group(group));
        let at = |change: f64| match before + change {
            // Rounding noise above 0 is far from 0 to a geometric mean.
            points if points < NOISE => Score::MIN,
            points => Score::clamped(points).expect("a score and a change"),
        };
        let (low, high) = (at(fallen), at(risen));
        if low == high {
            return 0.0;
        }
        let child = Child::Group(group);
        let (mut from, mut to) = (self.from.clone(), self.to.clone());
        from.fix(child, low);
        to.fix(child, high);
        let parts = parts_of_children(self.framework, above, &from, &to);
        let siblings = self.framework.children(above).iter();
        let own = siblings.zip(parts).find(|(sibling, _)| **sibling == child);
        own.map_or(0.0, |(_, part)| part / (high.value() - low.value()))
    }
}

/// The estimate, which every group has.
fn points(score: &GroupScore) -> f64 {
    score.estimate.value()
}
