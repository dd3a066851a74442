//! `scores`, `rank_pairs`: how each unit stands in every group of the framework, and which of two
//! is truly ahead.

use crate::model::framework::{Framework, GroupIdx};
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::score::evaluate::{GroupScore, NoScore};
use crate::score::{AskedScores, Scores};

/// One group of the framework for one unit.
pub struct ScoreRow<'a> {
    scores: &'a AskedScores,
    group: GroupIdx,
    place: usize,
}

impl ScoreRow<'_> {
    fn score(&self, of: impl Fn(&GroupScore) -> Cell) -> Cell {
        Cell::of(self.scores.score(self.group, self.place), of)
    }

    fn no_score(&self) -> Option<Cell> {
        let Some(score) = self.scores.score(self.group, self.place) else {
            return Some(Cell::text("not_asked"));
        };
        score.value.err().map(|why| match why {
            NoScore::NothingKnown => Cell::text("nothing_known"),
            NoScore::TooLittleKnown => Cell::text("known_share_too_low"),
            NoScore::GroupWithout(group) => {
                let part = self.scores.asked.part().expect("a group of it was scored");
                Cell::text(format!("without:{}", part.group(group).id))
            }
        })
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
            let interval = r.scores.ranks(r.group).and_then(|ranks| ranks.rank_interval(r.place));
            Cell::of(interval, |interval| Cell::Integer(of(interval).into()))
        })
    }
    let mut columns = vec![
        column(
            "unit_id",
            Text,
            "The municipality, group, or unit of the table.",
            |r: &ScoreRow<'a>| Cell::text(&r.scores.units[r.place].id),
        ),
        column(
            "group",
            Text,
            "The group of the framework; the first is the index.",
            |r: &ScoreRow<'a>| Cell::text(&r.scores.asked.whole().group(r.group).id),
        ),
        column("score", Number, "0–100; blank where no_score says why.", |r: &ScoreRow<'a>| {
            r.score(|score| Cell::of(score.value.ok(), |score| Cell::Number(score.value())))
        }),
        column("score_low", Number, "When every unknown falls badly.", |r: &ScoreRow<'a>| {
            r.score(|score| Cell::Number(score.low.value()))
        }),
        column("score_high", Number, "When every unknown falls well.", |r: &ScoreRow<'a>| {
            r.score(|score| Cell::Number(score.high.value()))
        }),
        column(
            "rank",
            Integer,
            "1 is best; equals share a rank; blank without a score.",
            |r: &ScoreRow<'a>| {
                Cell::of(r.scores.rank(r.group, r.place), |rank| Cell::Integer(rank.into()))
            },
        ),
        interval(
            "rank_low",
            "5th percentile of the rank over the draws, or the rank where that is better.",
            |(low, _)| low,
        ),
        interval(
            "rank_high",
            "95th percentile of the rank over the draws, or the rank where that is worse.",
            |(_, high)| high,
        ),
        column(
            "known_share",
            Number,
            "Of how large a part of what it is made of it is known, 0–1.",
            |r: &ScoreRow<'a>| r.score(|score| Cell::Number(score.known.value())),
        ),
        column(
            "no_score",
            Text,
            "Why there is no score: not_asked, where no source of the project can answer anything in \
             the group; nothing_known; known_share_too_low; or without:ID, where the group ID below \
             it has none.",
            |r: &ScoreRow<'a>| Cell::of(r.no_score(), |cell| cell),
        ),
    ];
    let quarters = ["best", "second", "third", "worst"];
    for (i, quarter) in quarters.into_iter().enumerate() {
        columns.push(column(
            format!("probability_{quarter}_quarter"),
            Number,
            "Share of the draws in which its rank is in that quarter of those that are ranked, 0–1; \
             blank with fewer than four.",
            move |r: &ScoreRow<'a>| {
                let ranks = r.scores.ranks(r.group).filter(|r| r.among() >= quarters.len());
                let shares = ranks.and_then(|ranks| ranks.quarters(r.place));
                Cell::of(shares, |shares| Cell::Number(shares[i]))
            },
        ));
    }
    columns.push(column("name", Text, "Of the unit.", |r: &ScoreRow<'a>| {
        Cell::text(&r.scores.units[r.place].name)
    }));
    columns.push(column(
        "ranked_among",
        Integer,
        "How many units are ranked together: those that have a score in this group.",
        |r: &ScoreRow<'a>| Cell::of(r.scores.ranks(r.group), |ranks| Cell::count(ranks.among())),
    ));
    columns
}

/// Fills `scores`, or a table of the same columns: by unit, then in the order of the framework.
pub fn scores(table: &'static str, scores: &AskedScores) -> Table {
    let groups = scores.asked.whole().groups().len();
    let rows = (0..scores.units.len()).flat_map(move |place| {
        (0..groups).map(move |group| ScoreRow { scores, group: GroupIdx(group), place })
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
            |r: &PairRow<'a>| {
                Cell::of(r.scores.distribution.above(r.better, r.worse), Cell::Number)
            },
        ),
    ]
}

/// Fills `rank_pairs`: by rank.
pub fn pairs(table: &'static str, scores: &AskedScores) -> Table {
    let rows = scores.found.iter().flat_map(|scores| {
        let ranks = &scores.evaluation.ranks[Framework::ROOT.0];
        let mut order: Vec<(u32, usize)> =
            ranks.iter().enumerate().filter_map(|(place, rank)| Some(((*rank)?, place))).collect();
        order.sort_unstable();
        let reach = if order.len() <= ALL_PAIRS { order.len() } else { NEXT };
        (0..order.len()).flat_map(move |i| {
            let better = order[i].1;
            let behind: Vec<usize> =
                order[i + 1..].iter().take(reach).map(|&(_, place)| place).collect();
            behind.into_iter().map(move |worse| PairRow { scores, better, worse })
        })
    });
    Table::fill(table, &pair_columns(), rows)
}
