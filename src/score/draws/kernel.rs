//! The scores of all units in one draw.
//!
//! What no draw moves is laid out once, a column for each child of a group; a draw passes over
//! whole columns and asks for no memory. It says the same as [`crate::score::mean::mean`], unit by
//! unit.

use crate::model::framework::{Child, Framework, GroupIdx, IndicatorIdx, Mean};
use crate::model::indicator::IndicatorTable;
use crate::score::draws::choices::{Choices, Factor, Space, Streams};
use crate::score::draws::column::{Moving, Source};
use crate::score::evaluate::{Evaluation, GroupScore};
use crate::score::stream::uniform;
use crate::units::Score;

/// A framework and its table, made ready for many draws.
pub(crate) struct Kernel {
    units: usize,
    space: Space,
    groups: Vec<Group>,
}

/// What a group is made of.
struct Group {
    offset: f64,
    /// In the order of the children; those without weight are not here.
    terms: Vec<Term>,
    /// Scores that no draw moves.
    still: Option<Vec<f64>>,
    /// Whether random numbers are needed for what nobody knows.
    unknowns: bool,
    /// Whether it is below a group that is asked for.
    asked: bool,
}

/// A child of a group.
struct Term {
    /// Among the children.
    place: usize,
    source: Source,
    /// Of each unit, whether the child takes part; none where it does everywhere.
    present: Option<Vec<bool>>,
}

/// Memory for one draw after another.
pub(crate) struct Room {
    choices: Choices,
    /// Of each group, one a unit.
    scores: Vec<Vec<f64>>,
    /// Of the group at hand, one random number a unit.
    falls: Vec<f64>,
    /// Of the group at hand, the sum of the weights of a unit's children.
    weights: Vec<f64>,
    /// Of the indicator at hand, one a unit.
    column: Vec<f64>,
}

impl Room {
    /// The scores of a group in the last draw.
    pub fn scores(&self, group: GroupIdx) -> &[f64] {
        &self.scores[group.0]
    }
}

impl Kernel {
    /// Makes ready the groups that are asked for, and those below them.
    pub fn new(
        framework: &Framework,
        table: &IndicatorTable,
        evaluation: &Evaluation,
        asked: &[GroupIdx],
    ) -> Self {
        let space = Space::new(framework);
        let units = table.units().len();
        let mut groups: Vec<Group> = Vec::new();
        for group in (0..framework.groups().len()).map(GroupIdx) {
            let above = framework.parent(group).is_some_and(|above| groups[above.0].asked);
            groups.push(Group {
                offset: framework.group(group).offset,
                terms: Vec::new(),
                still: None,
                unknowns: false,
                asked: above || asked.contains(&group),
            });
        }
        // Parents stand before their children, so backwards every child is there.
        for group in (0..framework.groups().len()).map(GroupIdx).rev() {
            if groups[group.0].asked {
                let terms = terms(framework, table, evaluation, &space, group);
                let still = |term: &Term| match &term.source {
                    Source::Still(_) => true,
                    Source::Moving(_) => false,
                    Source::Group(below) => groups[below.0].still.is_some(),
                };
                let is_still = !space.is_moved(group) && terms.iter().all(still);
                // A unit of which every child is left out has no score, and may have any.
                let score = |of: &GroupScore| of.value.ok().map(Score::value);
                let scores = || evaluation.groups[group.0].iter().map(score).collect();
                let own = &mut groups[group.0];
                own.still = if is_still { scores() } else { None };
                own.unknowns = own.still.is_none() && terms.iter().any(Term::needs_numbers);
                own.terms = terms;
            }
        }
        Self { units, space, groups }
    }

    /// Memory for one thread.
    pub fn room(&self) -> Room {
        let scores = |group: &Group| match &group.still {
            Some(scores) => scores.clone(),
            None if group.asked => vec![0.0; self.units],
            None => Vec::new(),
        };
        Room {
            choices: self.space.given().clone(),
            scores: self.groups.iter().map(scores).collect(),
            falls: vec![0.0; self.units],
            weights: vec![0.0; self.units],
            column: vec![0.0; self.units],
        }
    }

    /// Draws all choices and scores every unit.
    pub fn draw(&self, streams: &Streams, room: &mut Room) {
        self.space.draw(streams, &mut room.choices);
        for (place, group) in self.groups.iter().enumerate().rev() {
            if group.asked && group.still.is_none() {
                self.score(place, group, streams, room);
            }
        }
    }

    fn score(&self, place: usize, group: &Group, streams: &Streams, room: &mut Room) {
        if group.unknowns {
            let part = u16::try_from(place).expect("a framework has fewer than 65 536 groups");
            let mut numbers = streams[Factor::Unknowns as usize].part(part);
            room.falls.iter_mut().for_each(|fall| *fall = uniform(&mut numbers));
        }
        let Room { choices, scores, falls, weights, column } = room;
        let kind = choices.means[place];
        // Children stand behind their parents.
        let (before, below) = scores.split_at_mut(place + 1);
        let sums = &mut before[place];
        sums.fill(if kind == Mean::Minimum { f64::INFINITY } else { 0.0 });
        weights.fill(0.0);
        for term in &group.terms {
            let weight = choices.weights[place][term.place];
            if weight == 0.0 {
                continue;
            }
            let values: &[f64] = match &term.source {
                Source::Still(values) => values,
                Source::Group(below_it) => &below[below_it.0 - place - 1],
                Source::Moving(moving) => {
                    moving.fall(&choices.posts, falls, column);
                    column
                }
            };
            for unit in 0..self.units {
                if term.present.as_ref().is_none_or(|present| present[unit]) {
                    weights[unit] += weight;
                    add(kind, group.offset, &mut sums[unit], values[unit], weight);
                }
            }
        }
        for unit in 0..self.units {
            sums[unit] = if weights[unit] > 0.0 {
                finish(kind, group.offset, sums[unit], weights[unit])
            } else {
                100.0 * falls[unit]
            };
        }
    }
}

fn add(kind: Mean, offset: f64, sum: &mut f64, value: f64, weight: f64) {
    match kind {
        Mean::Arithmetic => *sum += weight * value,
        // The logarithm of 0 carries to the mean, which is then 0.
        Mean::Geometric => *sum += weight * (value + offset).ln(),
        Mean::Harmonic => *sum += weight / (value + offset),
        Mean::Minimum => *sum = sum.min(value),
    }
}

fn finish(kind: Mean, offset: f64, sum: f64, weight: f64) -> f64 {
    let mean = match kind {
        Mean::Arithmetic => sum / weight,
        Mean::Geometric => (sum / weight).exp() - offset,
        Mean::Harmonic => weight / sum - offset,
        Mean::Minimum => sum,
    };
    mean.clamp(0.0, 100.0)
}

impl Term {
    /// Whether something of it is unknown, or a unit may be without any child that weighs.
    fn needs_numbers(&self) -> bool {
        self.present.is_some()
            || matches!(&self.source, Source::Moving(moving) if moving.has_unknowns())
    }
}

/// The children of a group that have weight.
fn terms(
    framework: &Framework,
    table: &IndicatorTable,
    evaluation: &Evaluation,
    space: &Space,
    group: GroupIdx,
) -> Vec<Term> {
    let children = framework.children(group).iter().enumerate();
    let children = children.filter(|(_, child)| framework.weight(**child).value() > 0.0);
    let term = |(place, child): (usize, &Child)| match *child {
        Child::Group(below) => Term { place, source: Source::Group(below), present: None },
        Child::Indicator(indicator) => {
            let IndicatorIdx(i) = indicator;
            let known = &evaluation.indicators[i];
            let moved = space.given().posts[i].is_some();
            let moving = if moved {
                let spec = framework.indicator(indicator);
                Some(Moving::with_goalposts(i, spec, &table.readings()[i], known))
            } else {
                Moving::with_unknowns(known)
            };
            let still = || known.iter().map(|own| own.low.value()).collect();
            let source = moving.map_or_else(|| Source::Still(still()), Source::Moving);
            let present = known.iter().any(|own| own.left_out);
            let present = present.then(|| known.iter().map(|own| !own.left_out).collect());
            Term { place, source, present }
        }
    };
    children.map(term).collect()
}
