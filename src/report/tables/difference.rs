//! `differences`, `difference_indicators` and `difference_sites`: what changed between two results.

use crate::model::framework::{Framework, GroupIdx};
use crate::model::indicator::{Reading, Unit};
use crate::readiness::site_change::{Change, SiteChange};
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::score::comparison::Comparison;
use crate::score::difference::{Difference, NoSplit, Side, Split};
use crate::score::evaluate::{GroupScore, NoScore};
use crate::units::Points;

/// One unit of either result.
pub struct Row<'a> {
    comparison: &'a Comparison,
    unit: &'a Unit,
    /// What changed, or which of the two has it.
    difference: Result<&'a Difference, Side>,
}

impl Row<'_> {
    fn score(&self, side: Side) -> Option<&GroupScore> {
        self.comparison.side(side).score(&self.unit.id)
    }

    fn common_score(&self, side: Side) -> Option<&GroupScore> {
        self.comparison.side(side).common_score(&self.unit.id)
    }

    fn points(&self, of: impl Fn(&Split) -> Points) -> Cell {
        let split = self.difference.ok().and_then(|difference| difference.split.as_ref().ok());
        Cell::of(split, |split| Cell::Number(of(split).value()))
    }

    fn reason(&self) -> Option<String> {
        match self.difference {
            Ok(difference) => {
                let no_split = difference.split.as_ref().err()?;
                Some(self::reason(self.comparison, no_split))
            }
            Err(side) => Some(format!("only_in_{}", side.name())),
        }
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

/// The columns of `differences`, in order.
pub fn columns<'a>() -> Vec<Column<Row<'a>>> {
    use Kind::{Integer, Number, Text};
    let mut columns = vec![
        column("unit_id", Text, "The municipality, or unit of the table.", |r: &Row<'a>| {
            Cell::text(&r.unit.id)
        }),
        column("name", Text, "Of the unit, as the second result writes it.", |r: &Row<'a>| {
            Cell::text(&r.unit.name)
        }),
    ];
    type Part = (&'static str, fn(&GroupScore) -> Option<f64>, [&'static str; 2]);
    let numbers: [Part; 3] = [
        (
            "score",
            |score| Some(score.value.ok()?.value()),
            [
                "0–100 in the first result, under its framework and by all that it asked; blank \
                 without a score.",
                "0–100 in the second result, under its framework and by all that it asked; blank \
                 without a score.",
            ],
        ),
        (
            "score_low",
            |score| Some(score.low.value()),
            [
                "The first, when every unknown falls badly.",
                "The second, when every unknown falls badly.",
            ],
        ),
        (
            "score_high",
            |score| Some(score.high.value()),
            [
                "The first, when every unknown falls well.",
                "The second, when every unknown falls well.",
            ],
        ),
    ];
    let ranks = [
        "Among the units of the first result, by all that it asked; 1 is best, equals share a rank. \
         Where scope is filled and not 0, the ranks of the two results are about different things: \
         see common_rank_a and common_rank_b.",
        "Among the units of the second result, by all that it asked.",
    ];
    for (i, side) in [Side::A, Side::B].into_iter().enumerate() {
        for (name, of, meanings) in numbers {
            columns.push(column(
                format!("{name}_{}", side.name()),
                Number,
                meanings[i],
                move |r: &Row<'a>| Cell::of(r.score(side).and_then(of), Cell::Number),
            ));
        }
        columns.push(column(
            format!("rank_{}", side.name()),
            Integer,
            ranks[i],
            move |r: &Row<'a>| {
                let rank = r.comparison.side(side).rank(&r.unit.id);
                Cell::of(rank, |rank| Cell::Integer(rank.into()))
            },
        ));
    }
    columns.extend([
        column(
            "difference",
            Number,
            "score_b less score_a; blank where either is.",
            |r: &Row<'a>| {
                let total = r.difference.ok().and_then(|difference| difference.total);
                Cell::of(total, |total| Cell::Number(total.value()))
            },
        ),
        column(
            "data",
            Number,
            "The part of it that comes from other values of what both asked: with the first \
             framework and with the second, on the average. Targets and services count as data. \
             Blank where reason says why.",
            |r: &Row<'a>| r.points(|split| split.data),
        ),
        column(
            "method",
            Number,
            "The part that comes from another framework: the rest of what both asked.",
            |r: &Row<'a>| r.points(|split| split.method),
        ),
        column(
            "scope",
            Number,
            "The part that comes from what only one of the two asked. data, method and scope sum to \
             difference; 0 where both asked the same.",
            |r: &Row<'a>| r.points(|split| split.scope),
        ),
        column(
            "real",
            Text,
            "Of the scores by what both asked, for a question more moves a score without anything \
             having changed. yes: whatever the unknowns are, they differ; intervals_overlap: they \
             cannot be told apart, for the unknowns alone can make the difference; no_score: a \
             result gives none, or none by what both asked; nothing_asked_in_both. Blank of a unit \
             that only one has.",
            |r: &Row<'a>| Cell::of(r.difference.ok(), |difference| Cell::text(difference.real.name())),
        ),
        column(
            "reason",
            Text,
            "Why nothing is split: only_in_a, only_in_b; nothing_asked_in_both; or whose values \
             under whose framework give no score, as a_under_b, and behind a colon nothing_known, \
             known_share_too_low, without:ID (a group below) or no_goalposts:ID (they cannot be \
             taken from the values). Where that result has a score here, it is by what both asked \
             that it has none.",
            |r: &Row<'a>| Cell::of(r.reason(), Cell::text),
        ),
    ]);
    let meanings = [
        [
            "The score of the first result under its framework by what both asked: from it data, \
             method and real are made. Blank without one.",
            "The same, when every unknown falls badly.",
            "The same, when every unknown falls well.",
            "Among the units of the first result, by what both asked.",
        ],
        [
            "The score of the second result under its framework by what both asked.",
            "The same, when every unknown falls badly.",
            "The same, when every unknown falls well.",
            "Among the units of the second result, by what both asked.",
        ],
    ];
    for (side, meanings) in [Side::A, Side::B].into_iter().zip(meanings) {
        for ((name, of, _), meaning) in numbers.into_iter().zip(meanings) {
            columns.push(column(
                format!("common_{name}_{}", side.name()),
                Number,
                meaning,
                move |r: &Row<'a>| Cell::of(r.common_score(side).and_then(of), Cell::Number),
            ));
        }
        columns.push(column(
            format!("common_rank_{}", side.name()),
            Integer,
            meanings[3],
            move |r: &Row<'a>| {
                let rank = r.comparison.side(side).common_rank(&r.unit.id);
                Cell::of(rank, |rank| Cell::Integer(rank.into()))
            },
        ));
    }
    columns
}

/// Fills `differences`: by unit.
pub fn differences(comparison: &Comparison) -> Table {
    let of_both = comparison.differences.iter().map(|difference| Row {
        comparison,
        unit: &difference.unit,
        difference: Ok(difference),
    });
    let of_one = [Side::A, Side::B].into_iter().flat_map(|side| {
        let units = comparison.only_in(side).into_iter();
        units.map(move |unit| Row { comparison, unit, difference: Err(side) })
    });
    let mut rows: Vec<Row<'_>> = of_both.chain(of_one).collect();
    rows.sort_by(|one, other| one.unit.id.cmp(&other.unit.id));
    Table::fill("differences", &columns(), rows)
}

/// One indicator of one unit.
pub struct IndicatorRow<'a> {
    comparison: &'a Comparison,
    difference: &'a Difference,
    indicator: &'a str,
}

/// The columns of `difference_indicators`, in order.
pub fn indicator_columns<'a>() -> Vec<Column<IndicatorRow<'a>>> {
    use Kind::{Number, Text};
    fn value<'a>(side: Side, meaning: &'static str) -> Column<IndicatorRow<'a>> {
        column(format!("value_{}", side.name()), Number, meaning, move |r: &IndicatorRow<'a>| {
            let reading = r.comparison.side(side).reading(&r.difference.unit.id, r.indicator);
            Cell::of(reading.and_then(Reading::value), Cell::Number)
        })
    }
    fn normalised<'a>(side: Side, meaning: &'static str) -> Column<IndicatorRow<'a>> {
        column(
            format!("normalised_{}", side.name()),
            Number,
            meaning,
            move |r: &IndicatorRow<'a>| {
                let normalised =
                    r.comparison.side(side).normalised(&r.difference.unit.id, r.indicator);
                let value = normalised.and_then(|normalised| normalised.value);
                Cell::of(value, |value| Cell::Number(value.value()))
            },
        )
    }
    vec![
        column("unit_id", Text, "As in differences.", |r: &IndicatorRow<'a>| {
            Cell::text(&r.difference.unit.id)
        }),
        column("indicator", Text, "Of either framework.", |r: &IndicatorRow<'a>| {
            Cell::text(r.indicator)
        }),
        column(
            "points",
            Number,
            "Its part of data in differences, to which the parts of a unit sum; 0 where nothing of \
             it changed; blank where nothing is split, and of what not both asked.",
            |r: &IndicatorRow<'a>| {
                let split = r.difference.split.as_ref().ok();
                let mut parts = split.into_iter().flat_map(|split| &split.parts);
                let own = parts.find(|part| part.indicator == r.indicator);
                Cell::of(own, |part| Cell::Number(part.points.value()))
            },
        ),
        value(
            Side::A,
            "In the first result, in its own measure; blank where it is not known or not there.",
        ),
        value(Side::B, "In the second result."),
        normalised(
            Side::A,
            "In the first result on 0–100, between the goalposts of its framework; blank where that \
             does not have it.",
        ),
        normalised(Side::B, "In the second result on 0–100, between those of its own."),
        column(
            "asked",
            Text,
            "Which results asked it, or could have where only the other's framework has it: both, a, \
             b or neither. What one alone asked is part of scope in differences.",
            |r: &IndicatorRow<'a>| {
                let answers = |side| r.comparison.side(side).answers(r.indicator);
                Cell::text(match (answers(Side::A), answers(Side::B)) {
                    (true, true) => "both",
                    (true, false) => "a",
                    (false, true) => "b",
                    (false, false) => "neither",
                })
            },
        ),
    ]
}

/// Fills `difference_indicators`: by unit, then in the order of the frameworks.
pub fn indicators(comparison: &Comparison) -> Table {
    let ids = comparison.indicators();
    let rows = comparison.differences.iter().flat_map(|difference| {
        ids.iter().map(move |indicator| IndicatorRow { comparison, difference, indicator })
    });
    Table::fill("difference_indicators", &indicator_columns(), rows)
}

/// The columns of `difference_sites`, in order.
pub fn site_columns<'a>() -> Vec<Column<&'a SiteChange>> {
    use Kind::Text;
    fn condition<'a>(r: &&'a SiteChange, of: impl Fn(&'a Change) -> Option<&'a str>) -> Cell {
        Cell::of(of(&r.change), Cell::text)
    }
    vec![
        column("site_id", Text, "The site.", |r: &&'a SiteChange| Cell::text(&r.site)),
        column(
            "municipality_code_a",
            Text,
            "The municipality it counts in, in the first result; blank also of none.",
            |r: &&'a SiteChange| code(r.municipality_a.as_deref()),
        ),
        column(
            "municipality_code_b",
            Text,
            "The municipality it counts in, in the second result; blank also of none.",
            |r: &&'a SiteChange| code(r.municipality_b.as_deref()),
        ),
        column(
            "change",
            Text,
            "new (in the second result only), gone (in the first only), moved (counts in another \
             municipality) or changed (the condition beside it holds otherwise).",
            |r: &&'a SiteChange| {
                Cell::text(match r.change {
                    Change::New => "new",
                    Change::Gone => "gone",
                    Change::Moved => "moved",
                    Change::Condition { .. } => "changed",
                })
            },
        ),
        column(
            "indicator",
            Text,
            "The condition that changed, as site_indicators names it; otherwise blank.",
            |r: &&'a SiteChange| {
                condition(r, |change| match change {
                    Change::Condition { id, .. } => Some(id),
                    _ => None,
                })
            },
        ),
        column(
            "before",
            Text,
            "Whether it held in the first result: yes, no or unknown.",
            |r: &&'a SiteChange| {
                condition(r, |change| match change {
                    Change::Condition { before, .. } => Some(before.name()),
                    _ => None,
                })
            },
        ),
        column(
            "after",
            Text,
            "Whether it holds in the second: yes, no or unknown.",
            |r: &&'a SiteChange| {
                condition(r, |change| match change {
                    Change::Condition { after, .. } => Some(after.name()),
                    _ => None,
                })
            },
        ),
    ]
}

fn code(municipality: Option<&str>) -> Cell {
    Cell::of(municipality.filter(|code| !code.is_empty()), Cell::text)
}

/// Fills `difference_sites`: by site, then in the order of the conditions.
pub fn sites(changes: &[SiteChange]) -> Table {
    Table::fill("difference_sites", &site_columns(), changes)
}
