//! `scores` and `rank_pairs`: the score of every group of the framework, and who is above whom.

use crate::model::framework::{Framework, GroupIdx};
use crate::score::AskedScores;
use crate::score::evaluate::NoScore;
use crate::table::{Cell, Holds, Value, table};
use crate::units::{Score, Share};

table! {
    /// One group of the framework for one unit.
    pub struct ScoreRow in "scores" {
        unit_id: String as Holds::Id,
        group: String as Holds::Id,
        score: Option<Score>,
        score_low: Option<Score>,
        score_high: Option<Score>,
        rank: Option<u32>,
        rank_low: Option<u32>,
        rank_high: Option<u32>,
        known_share: Option<Share>,
        no_score: Option<WithoutScore>,
        probability_best_quarter: Option<f64> as Holds::Share,
        probability_second_quarter: Option<f64> as Holds::Share,
        probability_third_quarter: Option<f64> as Holds::Share,
        probability_worst_quarter: Option<f64> as Holds::Share,
        name: String,
        ranked_among: Option<usize>,
    }

    /// Two units.
    pub struct RankPairRow in "rank_pairs" {
        unit_id: String as Holds::Id,
        below_unit_id: String as Holds::Id,
        probability: Option<f64> as Holds::Share,
    }
}

/// Why a group has no score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WithoutScore {
    /// No source of the project can answer anything below it.
    NotAsked,
    /// Nothing below it is known.
    NothingKnown,
    /// Less is known than the framework asks for.
    TooLittleKnown,
    /// A group below it has none: the id of the first.
    Group(String),
}

/// What stands before the id of the group without a score.
const WITHOUT: &str = "without:";

impl Value for WithoutScore {
    const HOLDS: Holds = Holds::Text;

    fn cell(&self) -> Cell {
        Cell::Text(match self {
            Self::NotAsked => "not_asked".to_owned(),
            Self::NothingKnown => "nothing_known".to_owned(),
            Self::TooLittleKnown => "known_share_too_low".to_owned(),
            Self::Group(id) => format!("{WITHOUT}{id}"),
        })
    }

    fn read(cell: &str) -> Option<Self> {
        match cell {
            "not_asked" => Some(Self::NotAsked),
            "nothing_known" => Some(Self::NothingKnown),
            "known_share_too_low" => Some(Self::TooLittleKnown),
            other => other.strip_prefix(WITHOUT).map(|id| Self::Group(id.to_owned())),
        }
    }
}

/// The rows of `scores`, or of a table alike: by unit, then in the order of the framework.
pub fn scores(scores: &AskedScores) -> Vec<ScoreRow> {
    let groups = scores.asked.whole().groups().len();
    let places = (0..scores.units.len()).flat_map(|place| (0..groups).map(move |g| (place, g)));
    places.map(|(place, group)| row(scores, GroupIdx(group), place)).collect()
}

fn row(scores: &AskedScores, group: GroupIdx, place: usize) -> ScoreRow {
    let found = scores.score(group, place);
    let ranks = scores.ranks(group);
    let interval = ranks.and_then(|ranks| ranks.rank_interval(place));
    // Quarters of fewer than four say nothing.
    let quarters = ranks.filter(|ranks| ranks.among() >= 4).and_then(|r| r.quarters(place));
    let quarter = |i: usize| quarters.map(|quarters| quarters[i]);
    ScoreRow {
        unit_id: scores.units[place].id.clone(),
        group: scores.asked.whole().group(group).id.clone(),
        score: found.and_then(|score| score.value.ok()),
        score_low: found.map(|score| score.low),
        score_high: found.map(|score| score.high),
        rank: scores.rank(group, place),
        rank_low: interval.map(|(low, _)| low),
        rank_high: interval.map(|(_, high)| high),
        known_share: found.map(|score| score.known),
        no_score: no_score(scores, group, place),
        probability_best_quarter: quarter(0),
        probability_second_quarter: quarter(1),
        probability_third_quarter: quarter(2),
        probability_worst_quarter: quarter(3),
        name: scores.units[place].name.clone(),
        ranked_among: ranks.map(|ranks| ranks.among()),
    }
}

fn no_score(scores: &AskedScores, group: GroupIdx, place: usize) -> Option<WithoutScore> {
    let Some(score) = scores.score(group, place) else { return Some(WithoutScore::NotAsked) };
    score.value.err().map(|why| match why {
        NoScore::NothingKnown => WithoutScore::NothingKnown,
        NoScore::TooLittleKnown => WithoutScore::TooLittleKnown,
        NoScore::GroupWithout(group) => {
            let part = scores.asked.part().expect("a group of it was scored");
            WithoutScore::Group(part.group(group).id.clone())
        }
    })
}

/// Up to so many units, every pair is listed; beyond, each with the [`NEXT`] that follow it.
const ALL_PAIRS: usize = 300;
const NEXT: usize = 10;

/// The rows of `rank_pairs`: by rank.
pub fn pairs(scores: &AskedScores) -> Vec<RankPairRow> {
    let Some(scores) = &scores.found else { return Vec::new() };
    let ranks = &scores.evaluation.ranks[Framework::ROOT.0];
    let mut order: Vec<(u32, usize)> =
        ranks.iter().enumerate().filter_map(|(place, rank)| Some(((*rank)?, place))).collect();
    order.sort_unstable();
    let reach = if order.len() <= ALL_PAIRS { order.len() } else { NEXT };
    let units = scores.table.units();
    let pairs = order.iter().enumerate().flat_map(|(i, &(_, better))| {
        let behind = order[i + 1..].iter().take(reach);
        behind.map(move |&(_, worse)| RankPairRow {
            unit_id: units[better].id.clone(),
            below_unit_id: units[worse].id.clone(),
            probability: scores.distribution.above(better, worse),
        })
    });
    pairs.collect()
}
