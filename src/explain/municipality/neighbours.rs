//! From which of its neighbours in rank a municipality can be told apart.

use super::Facts;
use crate::explain::result::RankPairRow;
use crate::explain::text::list;
use crate::words::Language::{En, Sv};

/// Neighbours that are named in each direction.
const EACH_WAY: usize = 2;
/// From this share of the draws on, one is clearly above the other.
const CLEARLY: f64 = 0.95;
/// Below this share, the two cannot be told apart.
const PROBABLY: f64 = 0.8;

/// The neighbours of one municipality by rank, the nearest first.
pub struct Neighbours {
    /// Pairs in which the other is above it.
    above: Vec<RankPairRow>,
    /// Pairs in which the other is below it.
    below: Vec<RankPairRow>,
}

impl Neighbours {
    /// Picks them from all pairs, which are sorted by rank.
    pub fn of(code: &str, pairs: Vec<RankPairRow>) -> Self {
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for pair in pairs {
            if pair.below_unit_id == code {
                above.push(pair);
            } else if pair.unit_id == code {
                below.push(pair);
            }
        }
        above.reverse();
        above.truncate(EACH_WAY);
        below.truncate(EACH_WAY);
        Self { above, below }
    }
}

/// How the rank of two municipalities stands up to the draws.
#[derive(Clone, Copy, PartialEq)]
enum Apart {
    Clearly,
    Probably,
    Not,
    /// The draws mostly rank them the other way round.
    Reversed,
}

impl Apart {
    fn of(probability: f64) -> Self {
        match probability {
            p if p >= CLEARLY => Self::Clearly,
            p if p >= PROBABLY => Self::Probably,
            p if p > 1.0 - PROBABLY => Self::Not,
            _ => Self::Reversed,
        }
    }
}

/// Which neighbours it can and cannot be told apart from.
pub fn neighbours(facts: &Facts<'_>) -> Vec<String> {
    let Facts { language, neighbours, .. } = facts;
    let of = |pairs: &[RankPairRow], other: fn(&RankPairRow) -> &String, wanted: Apart| {
        let pairs = pairs.iter().filter(|pair| Apart::of(pair.probability) == wanted);
        pairs.map(|pair| facts.unit_name(other(pair)).to_owned()).collect::<Vec<String>>()
    };
    let above = |wanted| of(&neighbours.above, |pair| &pair.unit_id, wanted);
    let below = |wanted| of(&neighbours.below, |pair| &pair.below_unit_id, wanted);
    let said = |names: Vec<String>, sv: &str, en: &str| {
        let names = (!names.is_empty()).then(|| list(*language, &names))?;
        Some(match language {
            Sv => format!("{sv} {names}"),
            En => format!("{en} {names}"),
        })
    };
    let not = above(Apart::Not).into_iter().chain(below(Apart::Not)).collect();
    let mut sentences = Vec::new();
    let told: Vec<String> = [
        said(above(Apart::Clearly), "tydligt efter", "clearly below"),
        said(above(Apart::Probably), "troligen efter", "probably below"),
        said(below(Apart::Clearly), "tydligt före", "clearly above"),
        said(below(Apart::Probably), "troligen före", "probably above"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let not = said(not, "går inte att skilja från", "cannot be told apart from");
    let told = (!told.is_empty()).then(|| list(*language, &told));
    sentences.extend(match (told, not, language) {
        (Some(told), Some(not), Sv) => {
            Some(format!("Bland de närmaste i placering är den {told}, men {not}."))
        }
        (Some(told), Some(not), En) => {
            Some(format!("Of those nearest in rank it is {told}, but {not}."))
        }
        (Some(told), None, Sv) => Some(format!("Bland de närmaste i placering är den {told}.")),
        (Some(told), None, En) => Some(format!("Of those nearest in rank it is {told}.")),
        (None, Some(not), Sv) => Some(format!("Bland de närmaste i placering: den {not}.")),
        (None, Some(not), En) => Some(format!("Of those nearest in rank: it {not}.")),
        (None, None, _) => None,
    });
    let reversed = [
        said(above(Apart::Reversed), "före", "above"),
        said(below(Apart::Reversed), "efter", "below"),
    ];
    let reversed: Vec<String> = reversed.into_iter().flatten().collect();
    if !reversed.is_empty() {
        let reversed = list(*language, &reversed);
        sentences.push(match language {
            Sv => format!("I de flesta dragningar hamnar den {reversed}, trots placeringen."),
            En => format!("In most draws it comes {reversed}, in spite of the ranks."),
        });
    }
    if !sentences.is_empty() {
        sentences.push(match language {
            Sv => "Tydligt betyder minst 95 dragningar av 100, troligen minst 80.".to_owned(),
            En => "Clearly means at least 95 draws of 100, probably at least 80.".to_owned(),
        });
    }
    sentences
}
