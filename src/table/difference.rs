//! `differences`, `difference_indicators` and `difference_sites`: what changed between two results.

use crate::model::framework::{Framework, GroupIdx};
use crate::model::indicator::{Reading, Unit};
use crate::model::knowledge::Knowledge;
use crate::readiness::site_change::{Change, SiteChange};
use crate::score::comparison::Comparison;
use crate::score::difference::{Difference, NoSplit, Real, Side};
use crate::score::evaluate::{GroupScore, NoScore};
use crate::table::{Holds, table};
use crate::units::{Points, Score};
use crate::words::codes;

codes! {
    /// Which of two results asked something.
    pub enum AskedIn: "asked-in" {
        /// Both.
        Both = "both",
        /// The first.
        A = "a",
        /// The second.
        B = "b",
        /// Neither.
        Neither = "neither",
    }

    /// What changed of a site.
    pub enum SiteChanged: "site-changed" {
        /// It is in the second result only.
        New = "new",
        /// It is in the first only.
        Gone = "gone",
        /// It counts in another municipality.
        Moved = "moved",
        /// A condition holds otherwise.
        Changed = "changed",
    }
}

table! {
    /// One unit of either result.
    pub struct DifferenceRow in "differences" {
        unit_id: String as Holds::Id,
        name: String,
        score_a: Option<Score>,
        score_low_a: Option<Score>,
        score_high_a: Option<Score>,
        rank_a: Option<u32>,
        score_b: Option<Score>,
        score_low_b: Option<Score>,
        score_high_b: Option<Score>,
        rank_b: Option<u32>,
        difference: Option<Points>,
        data: Option<Points>,
        method: Option<Points>,
        scope: Option<Points>,
        real: Option<Real>,
        reason: Option<String>,
        common_score_a: Option<Score>,
        common_score_low_a: Option<Score>,
        common_score_high_a: Option<Score>,
        common_rank_a: Option<u32>,
        common_score_b: Option<Score>,
        common_score_low_b: Option<Score>,
        common_score_high_b: Option<Score>,
        common_rank_b: Option<u32>,
    }

    /// One indicator of one unit.
    pub struct DifferenceIndicatorRow in "difference_indicators" {
        unit_id: String as Holds::Id,
        indicator: String as Holds::Id,
        points: Option<Points>,
        value_a: Option<f64>,
        value_b: Option<f64>,
        normalised_a: Option<Score>,
        normalised_b: Option<Score>,
        asked: AskedIn,
    }

    /// What changed of one site.
    pub struct DifferenceSiteRow in "difference_sites" {
        site_id: String as Holds::Id,
        municipality_code_a: Option<String> as Holds::Id,
        municipality_code_b: Option<String> as Holds::Id,
        change: SiteChanged,
        indicator: Option<String> as Holds::Id,
        before: Option<Knowledge>,
        after: Option<Knowledge>,
    }
}

/// Why a difference is not split, as the table writes it.
fn reason(comparison: &Comparison, no_split: &NoSplit) -> String {
    let no_score = |why, framework: Option<&Framework>| match why {
        NoScore::NothingKnown => "nothing_known".to_owned(),
        NoScore::TooLittleKnown => "known_share_too_low".to_owned(),
        NoScore::GroupWithout(group) => format!("without:{}", id(framework, group)),
    };
    let (table, framework, why) = match *no_split {
        NoSplit::NothingAskedInBoth => return "nothing_asked_in_both".to_owned(),
        NoSplit::NoOwnScore { run, why } => {
            (run, run, no_score(why, Some(&comparison.side(run).framework)))
        }
        NoSplit::NoScore { table, framework, why } => {
            let common = comparison.side(framework).common.as_ref();
            (table, framework, no_score(why, common.map(|common| &common.framework)))
        }
        NoSplit::NotEvaluated { table, framework } => {
            let why = match comparison.without_goalposts(framework) {
                Some(ids) => format!("no_goalposts:{}", ids.join(",")),
                // Every unit of both stands in both tables.
                None => "not_evaluated".to_owned(),
            };
            (table, framework, why)
        }
    };
    format!("{}_under_{}:{why}", table.name(), framework.name())
}

fn id(framework: Option<&Framework>, group: GroupIdx) -> &str {
    framework.map_or("", |framework| &framework.group(group).id)
}

/// The rows of `differences`: by unit.
pub fn differences(comparison: &Comparison) -> Vec<DifferenceRow> {
    let of_both = comparison.differences.iter();
    let of_both = of_both.map(|difference| row(comparison, &difference.unit, Ok(difference)));
    let of_one = [Side::A, Side::B].into_iter().flat_map(|side| {
        let units = comparison.only_in(side).into_iter();
        units.map(move |unit| row(comparison, unit, Err(side)))
    });
    let mut rows: Vec<DifferenceRow> = of_both.chain(of_one).collect();
    rows.sort_by(|one, other| one.unit_id.cmp(&other.unit_id));
    rows
}

/// The row of a unit: what changed, or which of the two has it.
fn row(
    comparison: &Comparison,
    unit: &Unit,
    difference: Result<&Difference, Side>,
) -> DifferenceRow {
    let id = &unit.id;
    let [a, b] = [Side::A, Side::B].map(|side| comparison.side(side));
    let value = |score: Option<&GroupScore>| score.and_then(|score| score.value.ok());
    let low = |score: Option<&GroupScore>| score.map(|score| score.low);
    let high = |score: Option<&GroupScore>| score.map(|score| score.high);
    let [own_a, own_b] = [a, b].map(|side| side.score(id));
    let [common_a, common_b] = [a, b].map(|side| side.common_score(id));
    let split = difference.ok().and_then(|difference| difference.split.as_ref().ok());
    let no_split = |difference: &Difference| {
        difference.split.as_ref().err().map(|no_split| reason(comparison, no_split))
    };
    DifferenceRow {
        unit_id: id.clone(),
        name: unit.name.clone(),
        score_a: value(own_a),
        score_low_a: low(own_a),
        score_high_a: high(own_a),
        rank_a: a.rank(id),
        score_b: value(own_b),
        score_low_b: low(own_b),
        score_high_b: high(own_b),
        rank_b: b.rank(id),
        difference: difference.ok().and_then(|difference| difference.total),
        data: split.map(|split| split.data),
        method: split.map(|split| split.method),
        scope: split.map(|split| split.scope),
        real: difference.ok().map(|difference| difference.real),
        reason: match difference {
            Ok(difference) => no_split(difference),
            Err(side) => Some(format!("only_in_{}", side.name())),
        },
        common_score_a: value(common_a),
        common_score_low_a: low(common_a),
        common_score_high_a: high(common_a),
        common_rank_a: a.common_rank(id),
        common_score_b: value(common_b),
        common_score_low_b: low(common_b),
        common_score_high_b: high(common_b),
        common_rank_b: b.common_rank(id),
    }
}

/// The rows of `difference_indicators`: by unit, then in the order of the frameworks.
pub fn indicators(comparison: &Comparison) -> Vec<DifferenceIndicatorRow> {
    let ids = comparison.indicators();
    let mut rows = Vec::new();
    for difference in &comparison.differences {
        let unit = &difference.unit.id;
        for indicator in &ids {
            let side = |side| comparison.side(side);
            let value = |of| side(of).reading(unit, indicator).and_then(Reading::value);
            let normalised = |of| side(of).normalised(unit, indicator).and_then(|n| n.value);
            let answers = |of| side(of).answers(indicator);
            let parts = difference.split.as_ref().ok().map(|split| &split.parts);
            let own = parts.and_then(|parts| parts.iter().find(|p| p.indicator == **indicator));
            rows.push(DifferenceIndicatorRow {
                unit_id: unit.clone(),
                indicator: (*indicator).to_owned(),
                points: own.map(|part| part.points),
                value_a: value(Side::A),
                value_b: value(Side::B),
                normalised_a: normalised(Side::A),
                normalised_b: normalised(Side::B),
                asked: match (answers(Side::A), answers(Side::B)) {
                    (true, true) => AskedIn::Both,
                    (true, false) => AskedIn::A,
                    (false, true) => AskedIn::B,
                    (false, false) => AskedIn::Neither,
                },
            });
        }
    }
    rows
}

/// The rows of `difference_sites`: by site, then in the order of the conditions.
pub fn sites(changes: &[SiteChange]) -> Vec<DifferenceSiteRow> {
    let code = |code: &Option<String>| code.clone().filter(|code| !code.is_empty());
    let row = |changed: &SiteChange| {
        let (change, condition) = match &changed.change {
            Change::New => (SiteChanged::New, None),
            Change::Gone => (SiteChanged::Gone, None),
            Change::Moved => (SiteChanged::Moved, None),
            Change::Condition { id, before, after } => {
                (SiteChanged::Changed, Some((id, *before, *after)))
            }
        };
        DifferenceSiteRow {
            site_id: changed.site.clone(),
            municipality_code_a: code(&changed.municipality_a),
            municipality_code_b: code(&changed.municipality_b),
            change,
            indicator: condition.map(|(id, ..)| id.clone()),
            before: condition.map(|(_, before, _)| before),
            after: condition.map(|(.., after)| after),
        }
    };
    changes.iter().map(row).collect()
}
