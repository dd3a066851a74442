//! From which of its neighbours in rank a municipality can be told apart.

use super::Facts;
use super::rows::Rows;
use crate::table::score::RankPairRow;
use crate::words::key;

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
    pub fn of<'p>(code: &str, pairs: impl Iterator<Item = &'p RankPairRow>) -> Self {
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for pair in pairs {
            if pair.below_unit_id == code {
                above.push(pair.clone());
            } else if pair.unit_id == code && below.len() < EACH_WAY {
                below.push(pair.clone());
            }
        }
        above.reverse();
        above.truncate(EACH_WAY);
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
    let Facts { words, rows: Rows { neighbours, .. }, .. } = facts;
    let of = |pairs: &[RankPairRow], other: fn(&RankPairRow) -> &String, wanted: Apart| {
        let pairs = pairs.iter().filter(|pair| pair.probability.map(Apart::of) == Some(wanted));
        pairs.map(|pair| facts.region.name(other(pair)).to_owned()).collect::<Vec<String>>()
    };
    let above = |wanted| of(&neighbours.above, |pair| &pair.unit_id, wanted);
    let below = |wanted| of(&neighbours.below, |pair| &pair.below_unit_id, wanted);
    let named = |names: Vec<String>| (!names.is_empty()).then(|| words.list(&names));
    let mut sentences = Vec::new();
    let told = [
        named(above(Apart::Clearly))
            .map(|names| words.say(key::MunicipalityClearlyBelow { names })),
        named(above(Apart::Probably))
            .map(|names| words.say(key::MunicipalityProbablyBelow { names })),
        named(below(Apart::Clearly))
            .map(|names| words.say(key::MunicipalityClearlyAbove { names })),
        named(below(Apart::Probably))
            .map(|names| words.say(key::MunicipalityProbablyAbove { names })),
    ];
    let told = named(told.into_iter().flatten().collect());
    let not = named(above(Apart::Not).into_iter().chain(below(Apart::Not)).collect());
    sentences.extend(match (told, not) {
        (Some(told), Some(not)) => Some(words.say(key::MunicipalityApartAndNot { told, not })),
        (Some(told), None) => Some(words.say(key::MunicipalityApart { told })),
        (None, Some(not)) => Some(words.say(key::MunicipalityNotApart { not })),
        (None, None) => None,
    });
    let reversed = [
        named(above(Apart::Reversed)).map(|names| words.say(key::MunicipalityAbove { names })),
        named(below(Apart::Reversed)).map(|names| words.say(key::MunicipalityBelow { names })),
    ];
    if let Some(place) = named(reversed.into_iter().flatten().collect()) {
        sentences.push(words.say(key::MunicipalityReversed { place }));
    }
    if !sentences.is_empty() {
        sentences.push(words.say(key::MunicipalityClearlyMeans));
    }
    sentences
}
