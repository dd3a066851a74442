//! `scores`, `rank_pairs`: how each unit stands in every group of the framework, and which of two
//! is truly ahead.

use crate::model::framework::{Framework, GroupIdx};
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::score::Scores;
use crate::score::evaluate::{GroupScore, NoScore};

/// One group of the framework for one unit.
pub struct ScoreRow<'a> {
    framework: &'a Framework,
    scores: &'a Scores,
    group: GroupIdx,
    place: usize,
}

impl ScoreRow<'_> {
    fn score(&self) -> &GroupScore {
        &self.scores.evaluation.groups[self.group.0][self.place]
    }
}

/// The columns of `scores`, in order.
pub fn columns<'a>() -> Vec<Column<ScoreRow<'a>>> {
    use Kind::{Integer, Number, Text};
    fn interval<'a>(
        name: &str,
        meaning: &'static str,
        of: fn((u32, u32)) -> u32,
    ) -> Column<ScoreRow<'a>> {
        column(name, Integer, meaning, move |r: &ScoreRow<'a>| {
            let interval = r.scores.ranks[r.group.0].rank_interval(r.place);
            Cell::Integer(of(interval).into())
        })
    }
    let mut columns = vec![
        column(
            "unit_id",
            Text,
            "The municipality, group, or unit of the table.",
            |r: &ScoreRow<'a>| Cell::text(&r.scores.table.units()[r.place].id),
        ),
        column(
            "group",
            Text,
            "The group of the framework; the first is the index.",
            |r: &ScoreRow<'a>| Cell::text(&r.framework.group(r.group).id),
        ),
        column("score", Number, "0–100; blank where no_score says why.", |r: &ScoreRow<'a>| {
            Cell::of(r.score().value.ok(), |score| Cell::Number(score.value()))
        }),
        column("score_low", Number, "When every unknown falls badly.", |r: &ScoreRow<'a>| {
            Cell::Number(r.score().low.value())
        }),
        column("score_high", Number, "When every unknown falls well.", |r: &ScoreRow<'a>| {
            Cell::Number(r.score().high.value())
        }),
        column(
            "rank",
            Integer,
            "1 is best; equals share a rank; blank without a score.",
            |r: &ScoreRow<'a>| {
                let rank = r.scores.evaluation.ranks[r.group.0][r.place];
                Cell::of(rank, |rank| Cell::Integer(rank.into()))
            },
        ),
        interval("rank_low", "5th percentile of the rank over the draws.", |(low, _)| low),
        interval("rank_high", "95th percentile of the rank over the draws.", |(_, high)| high),
        column(
            "known_share",
            Number,
            "Of how large a part of what it is made of it is known, 0–1.",
            |r: &ScoreRow<'a>| Cell::Number(r.score().known.value()),
        ),
        column(
            "no_score",
            Text,
            "Why there is no score: nothing_known; known_share_too_low; or without:ID, where the \
             group ID below it has none.",
            |r: &ScoreRow<'a>| {
                Cell::of(r.score().value.err(), |why| match why {
                    NoScore::NothingKnown => Cell::text("nothing_known"),
                    NoScore::TooLittleKnown => Cell::text("known_share_too_low"),
                    NoScore::GroupWithout(group) => {
                        Cell::text(format!("without:{}", r.framework.group(group).id))
                    }
                })
            },
        ),
    ];
    let quarters = ["best", "second", "third", "worst"];
    for (i, quarter) in quarters.into_iter().enumerate() {
        columns.push(column(
            format!("probability_{quarter}_quarter"),
            Number,
            "Share of the draws in which its rank is in that quarter of all, 0–1; blank with fewer \
             than four units.",
            move |r: &ScoreRow<'a>| {
                let enough = r.scores.table.units().len() >= quarters.len();
                let share = enough.then(|| r.scores.ranks[r.group.0].quarters(r.place)[i]);
                Cell::of(share, Cell::Number)
            },
        ));
    }
    columns.push(column("name", Text, "Of the unit.", |r: &ScoreRow<'a>| {
        Cell::text(&r.scores.table.units()[r.place].name)
    }));
    columns
}

/// Fills `scores`, or a table of the same columns: by unit, then in the order of the framework.
pub fn scores(table: &'static str, framework: &Framework, scores: &Scores) -> Table {
    let groups = framework.groups().len();
    let rows = (0..scores.table.units().len()).flat_map(move |place| {
        (0..groups).map(move |group| ScoreRow { framework, scores, group: GroupIdx(group), place })
    });
    Table::fill(table, &columns(), rows)
}

/// Two units.
pub struct PairRow<'a> {
    scores: &'a Scores,
    better: usize,
    worse: usize,
}

/// Up to so many units, every pair is listed; beyond, each with the [`NEXT`] that follow it.
const ALL_PAIRS: usize = 300;
const NEXT: usize = 10;

/// The columns of `rank_pairs`, in order.
pub fn pair_columns<'a>() -> Vec<Column<PairRow<'a>>> {
    use Kind::{Number, Text};
    vec![
        column("unit_id", Text, "The unit with the better rank.", |r: &PairRow<'a>| {
            Cell::text(&r.scores.table.units()[r.better].id)
        }),
        column(
            "below_unit_id",
            Text,
            "The unit with the worse rank, or an equal one.",
            |r: &PairRow<'a>| Cell::text(&r.scores.table.units()[r.worse].id),
        ),
        column(
            "probability",
            Number,
            "That the first is truly above the second: the share of the draws in which it is; ties \
             count half.",
            |r: &PairRow<'a>| Cell::Number(r.scores.distribution.above(r.better, r.worse)),
        ),
    ]
}

/// Fills `rank_pairs`: by rank.
pub fn pairs(table: &'static str, scores: &Scores) -> Table {
    let ranks = &scores.evaluation.ranks[Framework::ROOT.0];
    let mut order: Vec<(u32, usize)> =
        ranks.iter().enumerate().filter_map(|(place, rank)| Some(((*rank)?, place))).collect();
    order.sort_unstable();
    let reach = if order.len() <= ALL_PAIRS { order.len() } else { NEXT };
    let rows = (0..order.len()).flat_map(|i| {
        let order = &order;
        let behind = order[i + 1..].iter().take(reach);
        behind.map(move |&(_, worse)| PairRow { scores, better: order[i].1, worse })
    });
    Table::fill(table, &pair_columns(), rows)
}
