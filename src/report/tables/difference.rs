//! `differences`, `difference_indicators` and `difference_sites`: what changed between two results.

use crate::model::framework::Framework;
use crate::model::indicator::{Reading, Unit};
use crate::readiness::site_change::{Change, SiteChange};
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::score::comparison::{Comparison, Unusable};
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
        let of = self.comparison.side(side);
        Some(&of.own.groups[Framework::ROOT.0][of.place(&self.unit.id)?])
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
    let (NoSplit::NotEvaluated { table, framework } | NoSplit::NoScore { table, framework, .. }) =
        *no_split;
    let why = match no_split {
        NoSplit::NotEvaluated { .. } => match comparison.unusable(framework) {
            Some(Unusable::Lacking(ids)) => format!("lacking:{}", ids.join(",")),
            Some(Unusable::NoGoalposts(ids)) => format!("no_goalposts:{}", ids.join(",")),
            // Every unit of both stands in both tables.
            None => "not_evaluated".to_owned(),
        },
        NoSplit::NoScore { why, .. } => match *why {
            NoScore::NothingKnown => "nothing_known".to_owned(),
            NoScore::TooLittleKnown => "known_share_too_low".to_owned(),
            NoScore::GroupWithout(group) => {
                format!("without:{}", comparison.side(framework).framework.group(group).id)
            }
        },
    };
    format!("{}_under_{}:{why}", table.name(), framework.name())
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
                "0–100 in the first result, under its framework; blank without a score.",
                "0–100 in the second result, under its framework; blank without a score.",
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
        "Among the units of the first result; 1 is best, equals share a rank.",
        "Among the units of the second result.",
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
            "The part of it that comes from other values: with the first framework and with the \
             second, on the average. Targets and services count as data. Blank where reason says \
             why.",
            |r: &Row<'a>| r.points(|split| split.data),
        ),
        column(
            "method",
            Number,
            "The part that comes from another framework: the rest.",
            |r: &Row<'a>| r.points(|split| split.method),
        ),
        column(
            "real",
            Text,
            "yes: whatever the unknowns are, the score differs in this direction; \
             intervals_overlap: the two scores cannot be told apart, for the unknowns alone can \
             make the difference; no_score: a result gives none. Blank of a unit that only one \
             has.",
            |r: &Row<'a>| Cell::of(r.difference.ok(), |difference| Cell::text(difference.real.name())),
        ),
        column(
            "reason",
            Text,
            "Why nothing is split: only_in_a, only_in_b; or whose values under whose framework give \
             no score, as a_under_b, and behind a colon nothing_known, known_share_too_low, \
             without:ID (a group below), lacking:ID (the values lack the indicator) or \
             no_goalposts:ID (they cannot be taken from the values).",
            |r: &Row<'a>| Cell::of(r.reason(), Cell::text),
        ),
    ]);
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
             it changed; blank where nothing is split.",
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
