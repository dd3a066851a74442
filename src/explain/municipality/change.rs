//! What would change the score: the best measures at a few sites.

use super::{Facts, Inside};
use crate::document::Document;
use crate::explain::result::GainRow;
use crate::explain::text::{list, number, points};
use crate::readiness::gain::Measure;
use crate::words::Language::{self, En, Sv};
use crate::words::{Words, key};

/// At how many sites a measure is told of.
const SITES: usize = 3;
/// Measures that are told of.
const MEASURES: usize = 4;
/// Points below which a measure changes nothing worth telling: they would show as no change.
const NOTHING: f64 = 0.05;

/// The measures that gain most.
pub fn change(facts: &Facts<'_>, inside: &Inside, page: &mut Document) {
    let language = facts.language;
    if facts.unit.score.is_none() {
        page.paragraph([no_score(facts)]);
        return;
    }
    let best = best(&inside.gains);
    page.paragraph([match (best.is_empty(), language) {
        (false, Sv) => format!(
            "Åtgärder som ger mest, var och en prövad för sig vid högst {SITES} av de verksamheter \
             som säkert saknar det, medan alla andra kommuner är som i dag:"
        ),
        (false, En) => format!(
            "The measures that give most, each tried alone at up to {SITES} of the sites known to \
             lack it, with every other municipality as it is:"
        ),
        (true, Sv) => format!(
            "Ingen av de åtgärder som prövas vid högst {SITES} verksamheter ändrar poängen."
        ),
        (true, En) => {
            format!("None of the measures tried at up to {SITES} sites changes the score.")
        }
    }]);
    for gain in best {
        page.item(measure(facts, inside, gain));
    }
}

/// Measures are tried against a score.
fn no_score(facts: &Facts<'_>) -> String {
    let framework = facts.framework();
    let has_none = |id: &str| {
        facts.score_of(id).is_some_and(|row| row.score.is_none() && row.no_score != "not_asked")
    };
    let without: Vec<&str> = framework
        .pillars()
        .filter(|pillar| has_none(&pillar.id))
        .map(|pillar| facts.name_of(pillar))
        .collect();
    let without = list(facts.language, &without);
    match (without.is_empty(), facts.language) {
        (true, Sv) => "Utan poäng prövas inga åtgärder. Det som behövs först är svar på det som \
                       inte är känt."
            .to_owned(),
        (true, En) => "Without a score no measures are tried. What is needed first are answers to \
                       what is not known."
            .to_owned(),
        (false, Sv) => format!(
            "Utan poäng prövas inga åtgärder. Det som behövs först är svar på det som inte är känt \
             i {without}."
        ),
        (false, En) => format!(
            "Without a score no measures are tried. What is needed first are answers to what is \
             not known in {without}."
        ),
    }
}

/// Of each measure the row with most sites up to [`SITES`]; those that gain most first.
fn best(gains: &[GainRow]) -> Vec<&GainRow> {
    let mut best: Vec<&GainRow> = Vec::new();
    for gain in gains.iter().filter(|gain| gain.sites_mended <= SITES) {
        match best.iter_mut().find(|known| known.measure == gain.measure) {
            Some(known) if known.sites_mended < gain.sites_mended => *known = gain,
            Some(_) => {}
            None => best.push(gain),
        }
    }
    best.retain(|gain| gain.gain.is_some_and(|points| points >= NOTHING));
    best.sort_by(|a, b| b.gain.unwrap_or(0.0).total_cmp(&a.gain.unwrap_or(0.0)));
    best.truncate(MEASURES);
    best
}

fn measure(facts: &Facts<'_>, inside: &Inside, gain: &GainRow) -> String {
    let language = facts.language;
    let sites = Words(language).say(key::Sites { count: gain.sites_mended });
    let what = match (gain.measure, language) {
        (Measure::Connect, Sv) => format!("Anslut {sites} med 1 Gbit/s"),
        (Measure::Connect, En) => format!("Connect {sites} at 1 Gbit/s"),
        (Measure::Gigabit, Sv) => format!("Höj anslutningen till 1 Gbit/s för {sites}"),
        (Measure::Gigabit, En) => format!("Raise the connection of {sites} to 1 Gbit/s"),
        (Measure::Mobile, Sv) => {
            format!("Ge {sites} täckning från ett mobilnät till, med 30 Mbit/s")
        }
        (Measure::Mobile, En) => {
            format!("Cover {sites} by one more mobile network, at 30 Mbit/s")
        }
        (Measure::SecondWay, Sv) => {
            format!("Dra en andra, oberoende väg för anslutningen till {sites}")
        }
        (Measure::SecondWay, En) => {
            format!("Give the connection of {sites} a second, independent way")
        }
        (Measure::BackupPower, Sv) => format!("Ge {sites} egen reservkraft för 24 timmar"),
        (Measure::BackupPower, En) => format!("Give {sites} backup power of 24 hours"),
        (Measure::SecondFeed, Sv) => format!("Ge {sites} en andra elmatning"),
        (Measure::SecondFeed, En) => format!("Give {sites} a second power feed"),
    };
    // Names may hold commas of their own.
    let names = inside.site_names(&gain.site_ids).join("; ");
    let mut effect = step(language, gain);
    // With nobody to be ranked against, a rank says nothing.
    let rank = gain.rank.filter(|_| facts.ranked > 1);
    match (rank, gain.rank_after, language) {
        (Some(before), Some(after), Sv) if before == after => {
            effect.push_str(&format!(", placeringen är fortfarande {after}"));
        }
        (Some(before), Some(after), En) if before == after => {
            effect.push_str(&format!(", the rank is still {after}"));
        }
        (Some(before), Some(after), Sv) => {
            effect.push_str(&format!(", placering {before} → {after}"));
        }
        (Some(before), Some(after), En) => effect.push_str(&format!(", rank {before} → {after}")),
        _ => {}
    }
    format!("{what} ({names}): {effect}.")
}

/// `the score 61 → 66`; with a decimal where whole points would show no change.
fn step(language: Language, gain: &GainRow) -> String {
    let (before, after) = (gain.score.unwrap_or(0.0), gain.score_after.unwrap_or(0.0));
    let whole = (points(language, before), points(language, after));
    let (before, after) = if whole.0 == whole.1 {
        let tenths = |value: f64| number(language, (10.0 * value).round() / 10.0);
        (tenths(before), tenths(after))
    } else {
        whole
    };
    match language {
        Sv => format!("poängen {before} → {after}"),
        En => format!("the score {before} → {after}"),
    }
}
