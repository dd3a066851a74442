//! What would change the score: the best measures at a few sites.

use super::rows::Inside;
use super::{Facts, tenths};
use crate::document::Document;
use crate::readiness::gain::Measure;
use crate::table::gain::GainRow;
use crate::table::score::WithoutScore;
use crate::units::Score;
use crate::words::{Words, key};

/// At how many sites a measure is told of.
const SITES: usize = 3;
/// Measures that are told of.
const MEASURES: usize = 4;
/// Points below which a measure changes nothing worth telling: they would show as no change.
const NOTHING: f64 = 0.05;

/// The measures that gain most.
pub fn change(facts: &Facts<'_>, inside: &Inside, page: &mut Document) {
    let words = facts.words;
    if facts.rows.unit.score.is_none() {
        page.paragraph([no_score(facts)]);
        return;
    }
    let best = best(&inside.gains);
    page.paragraph([if best.is_empty() {
        words.say(key::MunicipalityNoChange { at_most: SITES })
    } else {
        words.say(key::MunicipalityChange { at_most: SITES })
    }]);
    for gain in best {
        page.item(measure(facts, inside, gain));
    }
}

/// Measures are tried against a score.
fn no_score(facts: &Facts<'_>) -> String {
    let has_none = |id: &str| {
        facts
            .score_of(id)
            .is_some_and(|row| row.score.is_none() && row.no_score != Some(WithoutScore::NotAsked))
    };
    let without: Vec<&str> = facts
        .about
        .framework
        .pillars()
        .filter(|pillar| has_none(&pillar.id))
        .map(|pillar| facts.name_of(pillar))
        .collect();
    if without.is_empty() {
        return facts.words.say(key::MunicipalityNoMeasures);
    }
    facts.words.say(key::MunicipalityNoMeasuresUntil { pillars: facts.words.list(&without) })
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
    let words = facts.words;
    let count = gain.sites_mended;
    let what = match gain.measure {
        Measure::Connect => words.say(key::MunicipalityConnect { count }),
        Measure::Gigabit => words.say(key::MunicipalityGigabit { count }),
        Measure::Mobile => words.say(key::MunicipalityMobile { count }),
        Measure::SecondWay => words.say(key::MunicipalitySecondWay { count }),
        Measure::BackupPower => words.say(key::MunicipalityBackupPower { count }),
        Measure::SecondFeed => words.say(key::MunicipalitySecondFeed { count }),
    };
    // Names may hold commas of their own.
    let names = inside.site_names(&gain.site_ids).join("; ");
    let (before, after) = step(words, gain);
    // With nobody to be ranked against, a rank says nothing.
    let rank = gain.rank.filter(|_| facts.region.ranked() > 1);
    match rank.zip(gain.rank_after) {
        None => words.say(key::MunicipalityGain { what, names, before, after }),
        Some((rank, rank_after)) if rank == rank_after => {
            words.say(key::MunicipalityGainSameRank { what, names, before, after, rank })
        }
        Some((rank, rank_after)) => {
            words.say(key::MunicipalityGainRank { what, names, before, after, rank, rank_after })
        }
    }
}

/// The score before and after; with a decimal where whole points would show no change.
fn step(words: Words, gain: &GainRow) -> (String, String) {
    let (before, after) =
        (gain.score.unwrap_or(Score::MIN), gain.score_after.unwrap_or(Score::MIN));
    let whole = (words.show(before), words.show(after));
    if whole.0 != whole.1 {
        return whole;
    }
    (words.show(tenths(before)), words.show(tenths(after)))
}
