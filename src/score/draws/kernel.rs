//! The scores of all units in one draw.
//!
//! What no draw moves is laid out once, a column for each child of a group; a draw passes over
//! whole columns and asks for no memory. It says the same as [`crate::score::mean::mean`], unit by
//! unit.

#![allow(unsafe_code, reason = "vector instructions behind a check that the processor has them")]

use crate::model::framework::{Child, Framework, GroupIdx, IndicatorIdx, Mean};
use crate::model::indicator::IndicatorTable;
use crate::score::draws::choices::{Choices, Factor, Space, Streams};
use crate::score::draws::column::{Moving, Source};
use crate::score::draws::sums::{self, AT_ONCE};
use crate::score::evaluate::{Evaluation, GroupScore};
use crate::score::stream::uniform;

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
    /// Whether a child takes no part in some unit.
    some_left_out: bool,
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
    /// Of each unit, whether the child takes part; nothing where all children of the group do
    /// everywhere.
    present: Vec<bool>,
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
                some_left_out: false,
                unknowns: false,
                asked: above || asked.contains(&group),
            });
        }
        // Parents stand before their children, so backwards every child is there.
        for group in (0..framework.groups().len()).map(GroupIdx).rev() {
            if !groups[group.0].asked {
                continue;
            }
            let terms = terms(framework, table, evaluation, &space, group, &groups);
            let is_still = |term: &Term| matches!(term.source, Source::Still(_));
            let is_still = !space.is_moved(group) && terms.iter().all(is_still);
            // A unit of which every child is left out may have any score.
            let all_left_out = |unit| terms.iter().all(|term| !term.takes_part(unit));
            let is_still = is_still && !(0..units).any(all_left_out);
            let score = |of: &GroupScore| of.estimate.value();
            let scores = || evaluation.groups[group.0].iter().map(score).collect();
            let own = &mut groups[group.0];
            own.still = is_still.then(scores);
            own.unknowns = own.still.is_none() && terms.iter().any(Term::needs_numbers);
            own.some_left_out = terms.iter().any(|term| !term.present.is_empty());
            own.terms = terms;
        }
        Self { units, space, groups }
    }

    /// Whether a factor moves anything.
    pub fn is_moved_by(&self, factor: Factor) -> bool {
        match factor {
            Factor::Unknowns => self.groups.iter().any(|group| group.unknowns),
            factor => self.space.is_moved_by(factor),
        }
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
        // The same arithmetic in the same order, more units at a time: the numbers are the same.
        #[cfg(target_arch = "x86_64")]
        {
            if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512dq") {
                // SAFETY: the processor has what the function asks for.
                return unsafe { self.score_by_eight(streams, room) };
            }
            if is_x86_feature_detected!("avx2") {
                // SAFETY: the processor has what the function asks for.
                return unsafe { self.score_by_four(streams, room) };
            }
        }
        self.score_all(streams, room);
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx512f,avx512dq")]
    fn score_by_eight(&self, streams: &Streams, room: &mut Room) {
        self.score_all(streams, room);
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "avx2")]
    fn score_by_four(&self, streams: &Streams, room: &mut Room) {
        self.score_all(streams, room);
    }

    #[inline(always)]
    fn score_all(&self, streams: &Streams, room: &mut Room) {
        for (place, group) in self.groups.iter().enumerate().rev() {
            if group.asked && group.still.is_none() {
                self.score(place, group, streams, room);
            }
        }
    }

    #[inline(always)]
    fn score(&self, place: usize, group: &Group, streams: &Streams, room: &mut Room) {
        if group.unknowns {
            let part = u16::try_from(place).expect("a framework has fewer than 65 536 groups");
            let mut numbers = streams[Factor::Unknowns as usize].part(part);
            room.falls.iter_mut().for_each(|fall| *fall = uniform(&mut numbers));
        }
        let Room { choices, scores, falls, weights, column } = room;
        let (kind, offset) = (choices.means[place], group.offset);
        // Children stand behind their parents.
        let (before, below) = scores.split_at_mut(place + 1);
        let (sums, below) = (&mut before[place][..], &below[..]);
        let terms = || {
            let weights = &choices.weights[place];
            // Of a minimum every child with weight counts alike.
            let terms = group.terms.iter().map(|term| (term, weights[term.place]));
            terms.filter(|(_, weight)| *weight > 0.0)
        };
        sums.fill(sums::nothing(kind));
        if group.some_left_out {
            weights.fill(0.0);
            for (term, weight) in terms() {
                let terms: &[f64] = match &term.source {
                    Source::Still(still) => &still[kind as usize],
                    Source::Group(group) => {
                        sums::to_terms(kind, offset, &below[group.0 - place - 1], column);
                        column
                    }
                    Source::Moving(moving) => {
                        moving.fall(&choices.posts, falls, column);
                        sums::in_terms(kind, offset, column);
                        column
                    }
                };
                sums::add_where_present(kind, sums, weights, (terms, weight), &term.present);
            }
            sums::divide(kind, sums, weights);
            sums::finish(kind, offset, sums);
            for ((score, weight), fall) in sums.iter_mut().zip(weights).zip(falls) {
                *score = if *weight > 0.0 { *score } else { 100.0 * *fall };
            }
            return;
        }
        let mut pending: [(&[f64], f64); AT_ONCE] = [(&[], 0.0); AT_ONCE];
        let mut count = 0;
        for (term, weight) in terms() {
            let terms: &[f64] = match &term.source {
                Source::Still(still) => &still[kind as usize],
                Source::Group(group) if kind == Mean::Arithmetic => &below[group.0 - place - 1],
                Source::Group(group) => {
                    sums::add_values(kind, offset, sums, &below[group.0 - place - 1], weight);
                    continue;
                }
                Source::Moving(moving) => {
                    moving.fall(&choices.posts, falls, column);
                    sums::add_values(kind, offset, sums, column, weight);
                    continue;
                }
            };
            if kind == Mean::Minimum {
                sums::take_lesser(sums, terms);
                continue;
            }
            pending[count] = (terms, weight);
            count += 1;
            if count == AT_ONCE {
                sums::add_terms(sums, &pending);
                count = 0;
            }
        }
        sums::add_terms(sums, &pending[..count]);
        sums::finish(kind, offset, sums);
    }
}

impl Term {
    fn takes_part(&self, unit: usize) -> bool {
        self.present.is_empty() || self.present[unit]
    }

    /// Whether something of it is unknown, or a unit may be without any child that weighs.
    fn needs_numbers(&self) -> bool {
        !self.present.is_empty()
            || matches!(&self.source, Source::Moving(moving) if moving.has_unknowns())
    }
}

/// The children of a group that have weight; those below it were made before.
fn terms(
    framework: &Framework,
    table: &IndicatorTable,
    evaluation: &Evaluation,
    space: &Space,
    group: GroupIdx,
    groups: &[Group],
) -> Vec<Term> {
    let children = framework.children(group).iter().enumerate();
    let children = || children.clone().filter(|(_, child)| framework.weight(**child).value() > 0.0);
    let some_left_out = children().any(|(_, child)| match child {
        Child::Group(_) => false,
        Child::Indicator(i) => evaluation.indicators[i.0].iter().any(|own| own.left_out),
    });
    let still = |values: Vec<f64>| {
        let means = space.means(group);
        let offset = framework.group(group).offset;
        let of = |mean| {
            let drawn = means.contains(&mean);
            if drawn { sums::as_terms(mean, offset, &values) } else { Vec::new() }
        };
        Source::Still(Mean::ALL.map(of))
    };
    let term = |(place, child): (usize, &Child)| {
        let present = |of: &dyn Fn(usize) -> bool| {
            let units = if some_left_out { table.units().len() } else { 0 };
            (0..units).map(of).collect()
        };
        match *child {
            Child::Group(below) => {
                let scores = groups[below.0].still.clone();
                let source = scores.map_or(Source::Group(below), still);
                Term { place, source, present: present(&|_| true) }
            }
            Child::Indicator(indicator) => {
                let IndicatorIdx(i) = indicator;
                let known = &evaluation.indicators[i];
                let moving = if space.given().posts[i].is_some() {
                    let spec = framework.indicator(indicator);
                    Some(Moving::with_goalposts(i, spec, &table.readings()[i], known))
                } else {
                    Moving::with_unknowns(known)
                };
                let values = || known.iter().map(|own| own.low.value()).collect();
                let source = moving.map_or_else(|| still(values()), Source::Moving);
                Term { place, source, present: present(&|unit| !known[unit].left_out) }
            }
        }
    };
    children().map(term).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::draws::choices::streams;
    use crate::score::draws::reference;

    #[test]
    fn how_many_units_at_a_time_changes_nothing() {
        for seed in 0..40 {
            let (framework, table, evaluation) = reference::at_random(seed, 21);
            let kernel = Kernel::new(&framework, &table, &evaluation, &[Framework::ROOT]);
            let (mut wide, mut plain) = (kernel.room(), kernel.room());
            for draw in 0..5 {
                let streams = streams(seed, draw);
                kernel.draw(&streams, &mut wide);
                kernel.space.draw(&streams, &mut plain.choices);
                kernel.score_all(&streams, &mut plain);
                assert_eq!(wide.scores(Framework::ROOT), plain.scores(Framework::ROOT));
                #[cfg(target_arch = "x86_64")]
                if is_x86_feature_detected!("avx2") {
                    // SAFETY: asked just now.
                    unsafe { kernel.score_by_four(&streams, &mut plain) };
                    assert_eq!(wide.scores(Framework::ROOT), plain.scores(Framework::ROOT));
                }
            }
        }
    }
}
