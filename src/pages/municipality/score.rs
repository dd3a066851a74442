//! The score of a municipality, why there may be none, and where it stands among the others.

use super::Facts;
use super::rows::Rows;
use crate::pages::wording::{Quarter, draws};
use crate::report::rests_on;
use crate::report::shown::WIDE;
use crate::table::indicator::NoValue;
use crate::table::score::{ScoreRow, WithoutScore};
use crate::units::{Score, Share};
use crate::words::key;

/// Fewer municipalities are not told apart by quarters.
const QUARTERS_FROM: usize = 4;
/// Where the second likeliest quarter is named too: the likeliest has no more of the draws.
const HALF: f64 = 0.55;

/// The score with what can move it, or why there is none.
pub fn score(facts: &Facts<'_>) -> Vec<String> {
    let Some(index) = facts.about.framework.root().and_then(|root| facts.score_of(&root.id)) else {
        return Vec::new();
    };
    let mut sentences = match index.score {
        Some(score) => value(facts, index, score),
        None => none(facts, index),
    };
    sentences.extend(rank(facts, index));
    sentences.extend(likely_quarter(facts, index));
    sentences
}

fn value(facts: &Facts<'_>, index: &ScoreRow, score: Score) -> Vec<String> {
    let words = facts.words;
    let (low, high) = bounds(facts, index);
    let width =
        index.score_high.zip(index.score_low).map_or(0.0, |(high, low)| high.value() - low.value());
    let rests = pillars_asked(facts);
    let mut sentences = vec![if low == high {
        words.say(key::MunicipalityScoreCertain { score, rests })
    } else if width >= WIDE {
        words.say(key::MunicipalityScoreWide { score, rests, low, high })
    } else {
        words.say(key::MunicipalityScore { score, rests, low, high })
    }];
    sentences.extend(not_asked(facts));
    sentences
}

/// What the score rests on, by pillars: `fast anslutning och el (2 av 4 pelare)`.
fn pillars_asked(facts: &Facts<'_>) -> String {
    let framework = &facts.about.framework;
    let below: Vec<_> = framework
        .root()
        .into_iter()
        .flat_map(|root| {
            framework.groups_below(&root.id).chain(framework.indicators_below(&root.id))
        })
        .collect();
    let asked = below.iter().filter(|part| facts.about.is_asked(&part.id));
    let names: Vec<String> = asked.map(|part| facts.name_of(part).to_owned()).collect();
    rests_on::phrase(facts.words, &names, below.len())
}

/// What is left out because the project names no source for it: whole pillars, and indicators of
/// the others.
fn not_asked(facts: &Facts<'_>) -> Option<String> {
    let framework = &facts.about.framework;
    let is_asked = |id: &str| facts.about.is_asked(id);
    let pillars: Vec<_> = framework.pillars().collect();
    let gone = pillars.iter().filter(|pillar| !is_asked(&pillar.id));
    let mut names: Vec<String> = gone.map(|pillar| facts.name_of(pillar).to_owned()).collect();
    let rows = facts.rows.indicators.iter().filter(|row| row.no_score == Some(NoValue::NotAsked));
    let rows = rows.filter(|row| is_asked(&row.pillar) || pillars.is_empty());
    names.extend(rows.map(|row| facts.indicator_name(&row.indicator).to_owned()));
    if names.is_empty() {
        return None;
    }
    Some(facts.words.say(key::MunicipalityNotAsked { names: facts.words.list(&names) }))
}

fn bounds(facts: &Facts<'_>, row: &ScoreRow) -> (String, String) {
    let text = |bound: Option<Score>| bound.map(|bound| facts.words.show(bound));
    (text(row.score_low).unwrap_or_default(), text(row.score_high).unwrap_or_default())
}

fn none(facts: &Facts<'_>, index: &ScoreRow) -> Vec<String> {
    let words = facts.words;
    let mut sentences = match &index.no_score {
        Some(WithoutScore::Group(_)) => {
            let without = without(facts, &index.group);
            let names = words.list(&names(&without));
            let why = key::MunicipalityNoScoreWithout { count: without.len(), names };
            let causes = without.into_iter().flat_map(|(_, causes)| causes);
            std::iter::once(words.say(why)).chain(causes).collect()
        }
        Some(WithoutScore::NotAsked) | None => {
            return vec![words.say(key::MunicipalityNoScoreNoSource)];
        }
        Some(why) => {
            let cause = cause(facts, index, why);
            vec![words.say(key::MunicipalityNoScore { cause })]
        }
    };
    let (low, high) = bounds(facts, index);
    sentences.push(words.say(key::MunicipalityScoreMayBe { low, high }));
    sentences
}

/// The groups right below one that have no score, each with the sentences that say why.
fn without<'a>(facts: &'a Facts<'_>, group: &'a str) -> Vec<(&'a str, Vec<String>)> {
    let words = facts.words;
    let mut found = Vec::new();
    for below in facts.about.framework.groups_below(group) {
        let Some(row) = facts.score_of(&below.id) else { continue };
        let name = facts.name_of(below);
        let causes = match &row.no_score {
            None | Some(WithoutScore::NotAsked) => continue,
            Some(WithoutScore::Group(_)) => {
                let deeper = without(facts, &below.id);
                let names = words.list(&names(&deeper));
                let because = words.say(key::MunicipalityPillarWithout { name, names });
                let causes = deeper.into_iter().flat_map(|(_, causes)| causes);
                std::iter::once(because).chain(causes).collect()
            }
            Some(why) => {
                let cause = cause(facts, row, why);
                vec![words.say(key::MunicipalityInPillar { name, cause })]
            }
        };
        found.push((name, causes));
    }
    found
}

/// What people call the groups of [`without`].
fn names<'a>(without: &[(&'a str, Vec<String>)]) -> Vec<&'a str> {
    without.iter().map(|(name, _)| *name).collect()
}

/// What is missing in a group whose own children are not known well enough.
fn cause(facts: &Facts<'_>, row: &ScoreRow, why: &WithoutScore) -> String {
    let words = facts.words;
    let known = row.known_share;
    let asked = facts.about.framework.known_share_at_least.and_then(Share::new);
    match (why, known.zip(asked)) {
        (WithoutScore::TooLittleKnown, Some((known, asked))) => {
            words.say(key::MunicipalityCauseKnown { known, asked })
        }
        (WithoutScore::TooLittleKnown, None) => words.say(key::MunicipalityCauseTooLittle),
        _ => words.say(key::MunicipalityCauseNothing),
    }
}

/// The rank with its interval, among those that are ranked together.
fn rank(facts: &Facts<'_>, index: &ScoreRow) -> Option<String> {
    let Facts { words, region, rows: Rows { unit, .. }, .. } = facts;
    let (ranked, sharing) = (region.ranked(), region.sharing(unit));
    let (rank, (low, high)) = index.rank.zip(index.rank_low.zip(index.rank_high))?;
    if ranked < 2 {
        return Some(words.say(key::MunicipalityRankedAlone));
    }
    Some(if low == high {
        words.say(key::MunicipalityRankCertain { rank, ranked, sharing, low })
    } else {
        words.say(key::MunicipalityRank { rank, ranked, sharing, low, high })
    })
}

/// In which quarter of all municipalities it is, in most of the draws.
fn likely_quarter(facts: &Facts<'_>, index: &ScoreRow) -> Option<String> {
    if facts.region.ranked() < QUARTERS_FROM {
        return None;
    }
    let words = facts.words;
    let mut likely: Vec<(Quarter, f64)> = [
        (Quarter::Best, index.probability_best_quarter),
        (Quarter::Second, index.probability_second_quarter),
        (Quarter::Third, index.probability_third_quarter),
        (Quarter::Worst, index.probability_worst_quarter),
    ]
    .into_iter()
    .filter_map(|(quarter, probability)| Some((quarter, probability?)))
    .collect();
    likely.sort_by(|a, b| b.1.total_cmp(&a.1));
    let &[(first, often), (second, less_often), ..] = likely.as_slice() else { return None };
    let (first, draws_of_first) = (words.code(first), draws(words, often));
    if often >= HALF {
        return Some(words.say(key::MunicipalityQuarter { first, draws_of_first }));
    }
    let (second, draws_of_second) = (words.code(second), draws(words, less_often));
    Some(words.say(key::MunicipalityQuarters { first, draws_of_first, second, draws_of_second }))
}
