//! One municipality: its sites, its score, what is worst in it, and what is not known.

mod change;
mod gaps;
mod neighbours;
mod pillars;
mod questions;
pub mod rows;
mod score;

use std::collections::{BTreeMap, HashMap};

use crate::document::Document;
use crate::error::Error;
use crate::model::knowledge::Knowledge;
use crate::model::site::SiteKind;
use crate::network::element::ElementKind;
use crate::output::record::PartRecord;
use crate::pages::result::{About, RunResult};
use crate::pages::wording;
use crate::readiness::failure::Effect;
use crate::readiness::service::{Readiness, name_for};
use crate::readiness::unit::ServicePlaces;
use crate::report::services_ready::services_ready as in_words;
use crate::table::Ids;
use crate::table::score::ScoreRow;
use crate::table::site::SiteRow;
use crate::units::{Hours, Score};
use crate::words::{Language, Words, key, sentence};

use self::rows::{Inside, Region, Rows};

/// Elements that are named.
const WORST: usize = 5;

/// What is told of one municipality.
struct Facts<'a> {
    about: &'a About,
    words: Words,
    region: &'a Region,
    rows: &'a Rows,
}

impl Facts<'_> {
    /// How it stands in a group of the framework.
    fn score_of(&self, group: &str) -> Option<&ScoreRow> {
        self.rows.scores.iter().find(|row| row.group == group)
    }

    /// What people call a group or an indicator.
    fn name_of<'p>(&self, part: &'p PartRecord) -> &'p str {
        part.name(self.words.0)
    }

    fn indicator_name<'n>(&'n self, id: &'n str) -> &'n str {
        let mut indicators = self.about.framework.indicators.iter();
        indicators.find(|part| part.id == id).map_or(id, |part| self.name_of(part))
    }
}

impl Inside {
    /// The names of sites.
    fn site_names(&self, ids: &Ids) -> Vec<&str> {
        let ids = ids.joined();
        let by_id: HashMap<&str, &SiteRow> =
            self.sites.iter().map(|site| (site.site_id.as_str(), site)).collect();
        let mut names = Vec::new();
        let mut start = 0;
        // An id may hold the mark between ids; it ends where it is that of a site.
        for end in ids.match_indices(';').map(|(at, _)| at).chain([ids.len()]) {
            let Some(id) = ids.get(start..end) else { continue };
            if let Some(site) = by_id.get(id) {
                names.push(if site.name.is_empty() { &*site.site_id } else { &*site.name });
                start = end + 1;
            }
        }
        names
    }
}

/// Points with one decimal, for what whole ones do not tell apart.
fn tenths(score: Score) -> f64 {
    (10.0 * score.value()).round() / 10.0
}

/// Explains one municipality of a written result.
pub fn explain(result: &RunResult, code: &str, language: Language) -> Result<Document, Error> {
    let (region, rows) = rows::read(result, code)?;
    Ok(page(&result.about, &region, &rows, language))
}

/// The page about one municipality.
pub fn page(about: &About, region: &Region, rows: &Rows, language: Language) -> Document {
    let words = Words(language);
    let facts = Facts { about, words, region, rows };
    let (what, more) = (&*rows.unit.name, &*rows.unit.unit);
    let mut page = Document::new(language, words.say(key::InBrackets { what, more }));
    page.paragraph(sites(&facts));
    if rows.unit.sites == 0 {
        return page;
    }
    page.heading(words.say(key::MunicipalityScoreHeading));
    page.paragraph(score::score(&facts));
    page.paragraph(services_ready(&facts));
    page.paragraph(neighbours::neighbours(&facts));
    page.heading(words.say(key::MunicipalityPillarsHeading));
    pillars::pillars(&facts, &mut page);
    if region.ranked() > 1 {
        page.heading(words.say(key::MunicipalityStandingHeading));
        page.paragraph(pillars::standing(&facts));
    }
    if let Some(inside) = &rows.inside {
        page.heading(words.say(key::MunicipalityChangeHeading));
        change::change(&facts, inside, &mut page);
    }
    if !rows.questions.is_empty() {
        page.heading(words.say(key::MunicipalityQuestionsHeading));
        questions::questions(&facts, &mut page);
    }
    if let Some(inside) = &rows.inside {
        page.heading(words.say(key::MunicipalityWorstHeading));
        worst(&facts, inside, &mut page);
        page.heading(words.say(key::MunicipalityEnduranceHeading));
        endurance(words, inside, &mut page);
    }
    if !rows.services.is_empty() {
        page.heading(words.say(key::MunicipalityServicesHeading));
        services(&facts, &mut page);
    }
    page.heading(words.say(key::MunicipalityGapsHeading));
    gaps::gaps(&facts, &mut page);
    page
}

fn sites(facts: &Facts<'_>) -> Vec<String> {
    let Facts { words, about, rows: Rows { unit, .. }, .. } = *facts;
    let files: Vec<&str> =
        about.inputs_of("sites").iter().filter_map(|input| input.label()).collect();
    let (name, count, files) = (&*unit.name, unit.sites, words.list(&files));
    if count == 0 {
        return vec![
            words.say(key::MunicipalityNoSites { name, files }),
            words.say(key::MunicipalityNoSitesNoScore),
        ];
    }
    let others = unit.sites - unit.schools - unit.care_homes;
    let of_kind = |count, kind| (count > 0).then(|| wording::so_many(words, count, kind));
    let kinds: Vec<String> = [
        of_kind(unit.schools, SiteKind::School),
        of_kind(unit.care_homes, SiteKind::CareHome),
        (others > 0).then(|| words.say(key::OtherSites { count: others })),
    ]
    .into_iter()
    .flatten()
    .collect();
    let how_many = if others == count {
        words.say(key::MunicipalitySitesOfOtherKinds { name, count, files })
    } else {
        words.say(key::MunicipalitySites { name, count, files, kinds: words.list(&kinds) })
    };
    let statuses: Vec<String> = [
        (
            unit.sites_connected,
            words.say(key::MunicipalityConnected { count: unit.sites_connected }),
        ),
        (unit.sites_passed, words.say(key::MunicipalityPassed { count: unit.sites_passed })),
        (unit.sites_planned, words.say(key::MunicipalityPlanned { count: unit.sites_planned })),
        (
            unit.sites_unconnected,
            words.say(key::MunicipalityUnconnected { count: unit.sites_unconnected }),
        ),
        (
            unit.sites_unknown,
            words.say(key::MunicipalityConnectionUnknown { count: unit.sites_unknown }),
        ),
    ]
    .into_iter()
    .filter_map(|(number, text)| (number > 0).then_some(text))
    .collect();
    let single_points = match unit.sites_with_spof {
        0 => words.say(key::MunicipalityNoSinglePoint),
        count => words.say(key::MunicipalitySinglePoint { count }),
    };
    let statuses = words.say(key::MunicipalityOfThem { statuses: words.list(&statuses) });
    vec![how_many, statuses, single_points]
}

/// The elements that take service from most of its sites.
fn worst(facts: &Facts<'_>, inside: &Inside, page: &mut Document) {
    let words = facts.words;
    let mut hit: BTreeMap<(ElementKind, &str), [usize; 3]> = BTreeMap::new();
    for row in &inside.dependencies {
        let counts = hit.entry((row.element_kind, &row.element_id)).or_default();
        let effect = match row.effect {
            Effect::All => 0,
            Effect::Unknown => 1,
            Effect::Fixed => 2,
        };
        counts[effect] += 1;
    }
    if hit.is_empty() {
        page.paragraph([words.say(key::MunicipalityNoElement)]);
        return;
    }
    let mut ranked: Vec<_> = hit.into_iter().collect();
    // Most sites first, then those that leave more of them with nothing.
    ranked.sort_by_key(|(element, [all, unknown, fixed])| {
        (std::cmp::Reverse((all + unknown + fixed, *all, *unknown)), *element)
    });
    for ((kind, id), [all, unknown, fixed]) in ranked.into_iter().take(WORST) {
        let count = all + unknown + fixed;
        let effects: Vec<String> = [
            (
                all,
                words.say(key::MunicipalityHitAll),
                words.say(key::MunicipalityHitAllAt { count: all }),
            ),
            (
                fixed,
                words.say(key::MunicipalityHitFixed),
                words.say(key::MunicipalityHitFixedAt { count: fixed }),
            ),
            (
                unknown,
                words.say(key::MunicipalityHitUnknown),
                words.say(key::MunicipalityHitUnknownAt { count: unknown }),
            ),
        ]
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, of_all, of_some)| if number == count { of_all } else { of_some })
        .collect();
        let element = described(facts, inside, kind, id);
        let effects = words.list(&effects);
        page.item(sentence(words.say(key::MunicipalityElement { element, count, effects })));
    }
}

/// An element with where it is, unless here, and what it consists of.
fn described(facts: &Facts<'_>, inside: &Inside, kind: ElementKind, id: &str) -> String {
    let words = facts.words;
    let row = inside.elements.iter().find(|row| row.element_kind == kind && row.element_id == id);
    let Some(row) = row else { return wording::element(words, kind, id) };
    let mut element = wording::named_element(words, row);
    if let Some(code) = &row.municipality_code
        && *code != facts.rows.unit.unit.0
    {
        element = words.say(key::MunicipalityElementElsewhere { element, code });
    }
    if kind == ElementKind::Trench {
        let consists = wording::trench(words, row);
        element = words.say(key::MunicipalityElementTrench { element, consists });
    }
    element
}

/// The hours at which something changes.
fn endurance(words: Words, inside: &Inside, page: &mut Document) {
    let ends_at_once = |site: &&SiteRow| {
        site.fixed_service.or(site.mobile_service) != Knowledge::No
            && site.endurance_high_h == Some(Hours::ZERO)
    };
    let at_once = match inside.sites.iter().filter(ends_at_once).count() {
        0 => words.say(key::MunicipalityNoneAtOnce),
        count => words.say(key::MunicipalityAtOnce { count }),
    };
    page.paragraph([at_once, words.say(key::MunicipalityEnduranceCounted)]);
    let mut before = None;
    for row in &inside.endurance {
        let counts = [row.with_service, row.without_service, row.unknown];
        if row.hours == Hours::ZERO || before == Some(counts) {
            continue;
        }
        before = Some(counts);
        let hours = row.hours;
        let [with, without, unknown] = counts;
        let parts: Vec<String> = [
            (with, words.say(key::MunicipalityWithService { count: with })),
            (without, words.say(key::MunicipalityWithoutService { count: without })),
            (unknown, words.say(key::MunicipalityServiceUnknown { count: unknown })),
        ]
        .into_iter()
        .filter_map(|(number, text)| (number > 0).then_some(text))
        .collect();
        page.item(words.say(key::MunicipalityAfter { hours, parts: words.list(&parts) }));
    }
}

/// How many of the services that its sites need are ready.
fn services_ready(facts: &Facts<'_>) -> Option<String> {
    let Facts { words, rows: Rows { unit, .. }, .. } = facts;
    let places = ServicePlaces {
        all: unit.service_places,
        ready: unit.service_places_ready,
        unknown: unit.service_places_unknown,
    };
    let ready = in_words(*words, places)?;
    Some(words.say(key::MunicipalityServicesReady { ready }))
}

fn services(facts: &Facts<'_>, page: &mut Document) {
    let words = facts.words;
    for service in &facts.rows.services {
        let statuses: Vec<(usize, Readiness)> = [
            (service.ready, Readiness::Ready),
            (service.at_risk, Readiness::AtRisk),
            (service.not_ready, Readiness::NotReady),
            (service.unknown, Readiness::Unknown),
        ]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .collect();
        let name = &name_for(words, &service.service_id, &service.name);
        let count = service.sites;
        page.item(match statuses.as_slice() {
            [] => words.say(key::MunicipalityServiceNowhere { name }),
            [(1, status)] => {
                let status = wording::readiness(words, *status);
                words.say(key::MunicipalityServiceAtOne { name, count, status })
            }
            [(all, status)] => {
                let status = wording::readiness_of(words, *status, *all);
                words.say(key::MunicipalityServiceAtAll { name, count, status })
            }
            several => {
                let part = |(count, status): &(usize, Readiness)| {
                    let status = wording::readiness_of(words, *status, *count);
                    words.say(key::MunicipalityServicePart { count: *count, status })
                };
                let parts: Vec<String> = several.iter().map(part).collect();
                words.say(key::MunicipalityService { name, count, parts: words.list(&parts) })
            }
        });
    }
}
