//! The score of one unit with other readings, while all others stay as they are.

use crate::model::framework::{Framework, Goalposts, Missing};
use crate::model::indicator::{IndicatorTable, Reading};
use crate::readiness::composite::Origin;
use crate::score::Scores;
use crate::score::evaluate::{GroupScore, evaluate, unit_scores};
use crate::score::normalise::normalise;
use crate::score::rank::ranks;
use crate::units::Score;

/// One unit, and the scores that it is to be scored anew in.
#[derive(Clone, Copy)]
pub struct Anew<'a> {
    /// The part of the framework that is asked.
    pub framework: &'a Framework,
    /// The scores as they are.
    pub scores: &'a Scores,
    /// Where each indicator comes from.
    pub origins: &'a [Origin],
    /// The place of the unit among those that are scored.
    pub place: usize,
}

impl Anew<'_> {
    /// The score and the rank as they are.
    pub fn as_it_is(&self) -> (GroupScore, Option<u32>) {
        let (root, of) = (Framework::ROOT.0, &self.scores.evaluation);
        (of.groups[root][self.place], of.ranks[root][self.place])
    }

    /// The score and the rank, with these computed indicators in the place of those of the unit.
    pub fn score(&self, computed: &[Option<Reading>]) -> (GroupScore, Option<u32>) {
        let readings = self.scores.table.readings();
        let of = |(place, origin): (usize, &Origin)| match *origin {
            Origin::Sites(value) => computed[value].unwrap_or_else(Reading::not_concerned),
            Origin::Own(_) => readings[place][self.place],
        };
        self.score_of(&self.origins.iter().enumerate().map(of).collect::<Vec<_>>())
    }

    /// The same with one reading in the place of the unit's own, of one indicator of the part that
    /// is asked.
    pub fn score_with(&self, indicator: usize, reading: Reading) -> (GroupScore, Option<u32>) {
        let readings = self.scores.table.readings().iter();
        let mut changed: Vec<Reading> = readings.map(|column| column[self.place]).collect();
        changed[indicator] = reading;
        self.score_of(&changed)
    }

    fn score_of(&self, changed: &[Reading]) -> (GroupScore, Option<u32>) {
        let root = Framework::ROOT.0;
        let all = self.depends_on_others().then(|| self.everyone(changed)).flatten();
        let (after, values) = match all {
            Some(groups) => {
                let values = groups.iter().map(|group| group.value.ok()).collect();
                (groups[self.place], values)
            }
            None => {
                let specs = self.framework.indicators().iter().enumerate();
                let posts = &self.scores.evaluation.posts;
                let normalised: Vec<_> =
                    specs.map(|(i, spec)| normalise(spec, &posts[i], &changed[i..=i])[0]).collect();
                let after = unit_scores(self.framework, &normalised)[root];
                let others = self.scores.evaluation.groups[root].iter();
                let mut values: Vec<Option<Score>> = others.map(|group| group.value.ok()).collect();
                values[self.place] = after.value.ok();
                (after, values)
            }
        };
        (after, ranks(&values)[self.place])
    }

    /// Whether what one unit has moves the scores of the others.
    fn depends_on_others(&self) -> bool {
        self.framework.indicators().iter().any(|indicator| {
            indicator.goalposts == Goalposts::Observed || indicator.missing == Missing::Mean
        })
    }

    fn everyone(&self, changed: &[Reading]) -> Option<Vec<GroupScore>> {
        let table = &self.scores.table;
        let mut readings = table.readings().to_vec();
        for (column, reading) in readings.iter_mut().zip(changed) {
            column[self.place] = *reading;
        }
        let table = IndicatorTable::new(table.units().to_vec(), readings);
        // What leaves all units alike in an indicator leaves nothing to measure it by.
        let mut evaluation = evaluate(self.framework, &table).ok()?;
        Some(evaluation.groups.swap_remove(Framework::ROOT.0))
    }
}
