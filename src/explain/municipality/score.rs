//! The score of a municipality, why there may be none, and where it stands among the others.

use super::Facts;
use crate::explain::result::ScoreRow;
use crate::explain::text::{count, list, percent, points};
use crate::explain::wording::{Quarter, draws, quarter};
use crate::report::rests_on;
use crate::report::shown::WIDE;
use crate::words::Language::{En, Sv};

/// Fewer municipalities are not told apart by quarters.
const QUARTERS_FROM: usize = 4;
/// Where the second likeliest quarter is named too: the likeliest has no more of the draws.
const HALF: f64 = 0.55;

/// Why a group has no score, as the column `no_score` says it.
#[derive(Clone, Copy)]
pub enum NoScore {
    /// Nothing below it is known.
    NothingKnown,
    /// Less is known than the framework asks for.
    TooLittleKnown,
    /// A group below it has none.
    GroupWithout,
}

impl NoScore {
    /// `None` where there is a score.
    pub fn of(row: &ScoreRow) -> Option<Self> {
        match row.no_score.as_str() {
            "nothing_known" => Some(Self::NothingKnown),
            "known_share_too_low" => Some(Self::TooLittleKnown),
            other => other.starts_with("without:").then_some(Self::GroupWithout),
        }
    }
}

/// The score with what can move it, or why there is none.
pub fn score(facts: &Facts<'_>) -> Vec<String> {
    let Some(index) = facts.framework().root().and_then(|root| facts.score_of(&root.id)) else {
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

fn value(facts: &Facts<'_>, index: &ScoreRow, score: f64) -> Vec<String> {
    let language = facts.language;
    let (low, high) = bounds(facts, index);
    let points = points(language, score);
    let width = index.score_high.zip(index.score_low).map_or(0.0, |(high, low)| high - low);
    let rests = pillars_asked(facts);
    let mut sentences = vec![match language {
        Sv if low == high => {
            format!("Poängen är {points} av 100, vad det okända än är, och vilar på {rests}.")
        }
        En if low == high => {
            format!(
                "The score is {points} of 100, whatever the unknowns are, and rests on {rests}."
            )
        }
        Sv if width >= WIDE => format!(
            "Poängen ligger mellan {low} och {high} av 100, och vilar på {rests}; den bästa \
             skattningen är {points}."
        ),
        En if width >= WIDE => format!(
            "The score is between {low} and {high} of 100, and rests on {rests}; the best estimate \
             is {points}."
        ),
        Sv => format!(
            "Poängen är {points} av 100, och vilar på {rests}. Det som inte är känt kan göra den \
             till allt mellan {low} och {high}."
        ),
        En => format!(
            "The score is {points} of 100, and rests on {rests}. What is not known can make it \
             anything from {low} to {high}."
        ),
    }];
    sentences.extend(not_asked(facts));
    sentences
}

/// What the score rests on, by pillars: `fast anslutning och el (2 av 4 pelare)`.
fn pillars_asked(facts: &Facts<'_>) -> String {
    let framework = facts.framework();
    let below: Vec<_> = framework
        .root()
        .into_iter()
        .flat_map(|root| {
            framework.groups_below(&root.id).chain(framework.indicators_below(&root.id))
        })
        .collect();
    let asked = below.iter().filter(|part| facts.result.is_asked(&part.id));
    let names: Vec<String> = asked.map(|part| facts.name_of(part).to_owned()).collect();
    rests_on::phrase(facts.language, &names, below.len())
}

/// What is left out because the project names no source for it: whole pillars, and indicators of
/// the others.
fn not_asked(facts: &Facts<'_>) -> Option<String> {
    let framework = facts.framework();
    let is_asked = |id: &str| facts.result.is_asked(id);
    let pillars: Vec<_> = framework.pillars().collect();
    let gone = pillars.iter().filter(|pillar| !is_asked(&pillar.id));
    let mut names: Vec<String> = gone.map(|pillar| facts.name_of(pillar).to_owned()).collect();
    let rows = facts.indicators.iter().filter(|row| row.no_score == "not_asked");
    let rows = rows.filter(|row| is_asked(&row.pillar) || pillars.is_empty());
    names.extend(rows.map(|row| facts.indicator_name(&row.indicator).to_owned()));
    if names.is_empty() {
        return None;
    }
    let listed = rests_on::list(facts.language, &names);
    Some(match facts.language {
        Sv => format!("Inte med, eftersom projektet inte anger någon källa: {listed}."),
        En => format!("Left out, because the project names no source: {listed}."),
    })
}

fn bounds(facts: &Facts<'_>, row: &ScoreRow) -> (String, String) {
    let text = |bound: Option<f64>| bound.map(|bound| points(facts.language, bound));
    (text(row.score_low).unwrap_or_default(), text(row.score_high).unwrap_or_default())
}

fn none(facts: &Facts<'_>, index: &ScoreRow) -> Vec<String> {
    let language = facts.language;
    let (low, high) = bounds(facts, index);
    let mut sentences = match NoScore::of(index) {
        Some(NoScore::GroupWithout) => {
            let without = without(facts, &index.group);
            let names: Vec<&str> = without.iter().map(|(name, _)| *name).collect();
            let names = list(language, &names);
            let mut sentences = vec![match language {
                Sv => format!("Det finns ingen poäng, eftersom {names} saknar poäng."),
                En => format!(
                    "There is no score, because {names} {} none.",
                    if without.len() == 1 { "has" } else { "have" }
                ),
            }];
            sentences.extend(without.into_iter().flat_map(|(_, causes)| causes));
            sentences
        }
        Some(why) => vec![match (cause(facts, index, why), language) {
            (cause, Sv) => {
                format!("Det finns ingen poäng: av det som den bygger på {cause}.")
            }
            (cause, En) => format!("There is no score: of what it is made of, {cause}."),
        }],
        None => {
            return vec![match language {
                Sv => "Det finns ingen poäng: projektet anger ingen källa för något som ramverket \
                       frågar efter."
                    .to_owned(),
                En => "There is no score: the project names no source for anything that the \
                       framework asks for."
                    .to_owned(),
            }];
        }
    };
    sentences.push(match language {
        Sv => {
            format!("Beroende på det som inte är känt kan den vara allt mellan {low} och {high}.")
        }
        En => format!("Depending on what is not known it may be anything from {low} to {high}."),
    });
    sentences
}

/// The groups right below one that have no score, each with the sentences that say why.
fn without<'a>(facts: &'a Facts<'_>, group: &'a str) -> Vec<(&'a str, Vec<String>)> {
    let mut found = Vec::new();
    for below in facts.framework().groups_below(group) {
        let Some(row) = facts.score_of(&below.id) else { continue };
        let name = facts.name_of(below);
        let causes = match NoScore::of(row) {
            None => continue,
            Some(NoScore::GroupWithout) => {
                let deeper = without(facts, &below.id);
                let names: Vec<&str> = deeper.iter().map(|(name, _)| *name).collect();
                let names = list(facts.language, &names);
                let because = match facts.language {
                    Sv => format!("{name} saknar poäng eftersom {names} gör det."),
                    En => format!("{name} has none because of {names}."),
                };
                let causes = deeper.into_iter().flat_map(|(_, causes)| causes);
                std::iter::once(because).chain(causes).collect()
            }
            Some(why) => {
                let cause = cause(facts, row, why);
                vec![match facts.language {
                    Sv => format!("I {name} {cause}."),
                    En => format!("In {name}, {cause}."),
                }]
            }
        };
        found.push((name, causes));
    }
    found
}

/// What is missing in a group whose own children are not known well enough.
fn cause(facts: &Facts<'_>, row: &ScoreRow, why: NoScore) -> String {
    let language = facts.language;
    let known = row.known_share.map(|share| percent(language, share));
    let asked = facts.framework().known_share_at_least.map(|share| percent(language, share));
    match (why, known, asked, language) {
        (NoScore::TooLittleKnown, Some(known), Some(asked), Sv) => {
            format!("är bara {known} känt, och minst {asked} krävs")
        }
        (NoScore::TooLittleKnown, Some(known), Some(asked), En) => {
            format!("only {known} is known, and at least {asked} is asked for")
        }
        (NoScore::TooLittleKnown, _, _, Sv) => "är för lite känt".to_owned(),
        (NoScore::TooLittleKnown, _, _, En) => "too little is known".to_owned(),
        (_, _, _, Sv) => "är inget känt".to_owned(),
        (_, _, _, En) => "nothing is known".to_owned(),
    }
}

/// The rank with its interval, among those that are ranked together.
fn rank(facts: &Facts<'_>, index: &ScoreRow) -> Option<String> {
    let Facts { language, ranked, .. } = facts;
    let (rank, (low, high)) = index.rank.zip(index.rank_low.zip(index.rank_high))?;
    if *ranked < 2 {
        return Some(match language {
            Sv => "Ingen annan kommun har en poäng att jämföra med.".to_owned(),
            En => "No other municipality has a score to compare with.".to_owned(),
        });
    }
    let it = match language {
        Sv if low == high => format!("är den {low}"),
        En if low == high => format!("it is {low}"),
        Sv => format!("ligger den mellan {low} och {high}"),
        En => format!("it is between {low} and {high}"),
    };
    let sharing = facts.sharing;
    let shared = match (sharing, language) {
        (0, _) => String::new(),
        (_, Sv) => format!(", delad med {}", count(sharing, "annan", "andra")),
        (_, En) => format!(", shared with {}", count(sharing, "other", "others")),
    };
    Some(match language {
        Sv => format!(
            "Placeringen är {rank} av {ranked} som rangordnas{shared}, där 1 är bäst; i nio av tio \
             dragningar av det okända och av valen bakom poängen {it}."
        ),
        En => format!(
            "The rank is {rank} of the {ranked} that are ranked{shared}, where 1 is best; in nine of \
             ten draws of the unknowns and of the choices behind the score {it}."
        ),
    })
}

/// In which quarter of all municipalities it is, in most of the draws.
fn likely_quarter(facts: &Facts<'_>, index: &ScoreRow) -> Option<String> {
    if facts.ranked < QUARTERS_FROM {
        return None;
    }
    let language = facts.language;
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
    let also = match (often < HALF, language) {
        (false, _) => String::new(),
        (true, Sv) => format!(", och till {} {}", quarter(Sv, second), draws(Sv, less_often)),
        (true, En) => format!(", and to {} {}", quarter(En, second), draws(En, less_often)),
    };
    let (first, often) = (quarter(language, first), draws(language, often));
    Some(match language {
        Sv => format!("Kommunen hör till {first} av kommunerna {often}{also}."),
        En => format!("It belongs to {first} of the municipalities {often}{also}."),
    })
}
