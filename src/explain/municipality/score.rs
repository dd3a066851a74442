//! The score of a municipality, why there may be none, and where it stands among the others.

use super::Facts;
use crate::explain::result::ScoreRow;
use crate::explain::text::{count, list, percent, points};
use crate::explain::wording::{Quarter, draws, quarter};
use crate::report::language::Language::{En, Sv};

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
    let mut sentences = vec![match language {
        Sv if low == high => format!("Poängen är {points} av 100, vad det okända än är."),
        En if low == high => format!("The score is {points} of 100, whatever the unknowns are."),
        Sv => format!(
            "Poängen är {points} av 100. Det som inte är känt kan göra den till allt mellan {low} \
             och {high}."
        ),
        En => format!(
            "The score is {points} of 100. What is not known can make it anything from {low} to \
             {high}."
        ),
    }];
    let ruined = ruined(facts);
    if score == 0.0 && !ruined.is_empty() {
        let all = ruined.len() == facts.framework().pillars().count();
        let names = list(language, &ruined);
        sentences.push(match language {
            Sv if all => "Alla områden är 0 bland det som är känt.".to_owned(),
            En if all => "By what is known, every pillar is 0.".to_owned(),
            Sv => format!(
                "Den är 0 därför att {names} är 0 bland det som är känt: ett starkt område kan \
                 inte väga upp ett som är noll."
            ),
            En => format!(
                "It is 0 because {names} {} 0 by what is known: a good pillar cannot buy off a \
                 ruined one.",
                if ruined.len() == 1 { "is" } else { "are" }
            ),
        });
    }
    sentences
}

/// The names of the pillars that are 0.
pub fn ruined<'a>(facts: &'a Facts<'_>) -> Vec<&'a str> {
    let is_ruined = |id: &str| facts.score_of(id).is_some_and(|row| row.score == Some(0.0));
    let pillars = facts.framework().pillars().filter(|pillar| is_ruined(&pillar.id));
    pillars.map(|pillar| facts.name_of(pillar)).collect()
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
        None => vec![match language {
            Sv => "Det finns ingen poäng.".to_owned(),
            En => "There is no score.".to_owned(),
        }],
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

/// The rank with its interval, or the interval alone.
fn rank(facts: &Facts<'_>, index: &ScoreRow) -> Vec<String> {
    let Facts { language, ranked, scored, .. } = facts;
    let Some((low, high)) = index.rank_low.zip(index.rank_high) else { return Vec::new() };
    if *scored < 2 {
        return vec![match language {
            Sv => "Resultatet har ingen annan kommun att jämföra med.".to_owned(),
            En => "The result has no other municipality to compare with.".to_owned(),
        }];
    }
    let interval = |it: &str| match language {
        Sv if low == high => format!("är {it} {low}"),
        En if low == high => format!("{it} is {low}"),
        Sv => format!("ligger {it} mellan {low} och {high}"),
        En => format!("{it} is between {low} and {high}"),
    };
    // Draws give a score to every municipality, so more of them are ranked than have a score.
    let among = match (scored == ranked, language) {
        (true, _) => String::new(),
        (false, Sv) => {
            format!(" bland de {scored} kommunerna med verksamheter, även de utan poäng")
        }
        (false, En) => format!(" among the {scored} municipalities with sites, scored or not"),
    };
    let (it, the_rank) = match language {
        Sv => (interval("den"), interval("placeringen")),
        En => (interval("it"), interval("its rank")),
    };
    let Some(rank) = index.rank else {
        return vec![match language {
            Sv => format!(
                "Utan poäng har kommunen ingen placering; i nio av tio dragningar av det okända \
                 och av valen bakom poängen {it}{among}."
            ),
            En => format!(
                "Without a score the municipality has no rank; in nine of ten draws of the \
                 unknowns and of the choices behind the score {it}{among}."
            ),
        }];
    };
    if *ranked < 2 {
        return vec![match language {
            Sv => format!(
                "Kommunen är den enda med poäng. I nio av tio dragningar av det okända och av valen \
                 bakom poängen {the_rank}{among}."
            ),
            En => format!(
                "It is the only municipality with a score. In nine of ten draws of the unknowns and \
                 of the choices behind the score {the_rank}{among}."
            ),
        }];
    }
    let sharing = facts.sharing;
    let shared = match (sharing, language) {
        (0, _) => String::new(),
        (_, Sv) => format!(", delad med {}", count(sharing, "annan", "andra")),
        (_, En) => format!(", shared with {}", count(sharing, "other", "others")),
    };
    let mut sentences = vec![match language {
        Sv => format!(
            "Placeringen är {rank} av {ranked}{shared}, där 1 är bäst; i nio av tio dragningar av det \
             okända och av valen bakom poängen {it}{among}."
        ),
        En => format!(
            "The rank is {rank} of {ranked}{shared}, where 1 is best; in nine of ten draws of the unknowns \
             and of the choices behind the score {it}{among}."
        ),
    }];
    if rank < low || rank > high {
        sentences.push(match language {
            Sv => "Placeringen ligger utanför det intervallet; då är det intervallet som ska \
                   anges."
                .to_owned(),
            En => "The rank is outside that interval; it is the interval that should be quoted."
                .to_owned(),
        });
    }
    sentences
}

/// In which quarter of all municipalities it is, in most of the draws.
fn likely_quarter(facts: &Facts<'_>, index: &ScoreRow) -> Option<String> {
    if facts.scored < QUARTERS_FROM {
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
