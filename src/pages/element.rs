//! One element: what it is, and which sites its loss takes service from.

use crate::document::Document;
use crate::error::Error;
use crate::model::knowledge::Knowledge;
use crate::model::site::SiteKind;
use crate::network::element::ElementKind;
use crate::pages::nearest::nearest;
use crate::pages::result::{About, RunResult};
use crate::pages::wording::{self, NAMED_AT_MOST};
use crate::readiness::failure::Effect;
use crate::table::Ids;
use crate::table::element::{BackupRow, DependencyRow, ElementRow};
use crate::table::site::SiteRow;
use crate::table::unit::UnitRow;
use crate::words::key::{self, form};
use crate::words::{Language, Words, sentence};

/// Sites that are listed for one effect.
const LISTED: usize = 40;

/// Explains one element.
pub fn explain(
    result: &RunResult,
    kind: ElementKind,
    id: &str,
    language: Language,
) -> Result<Document, Error> {
    result.need_full_edition("single elements")?;
    let words = Words(language);
    let elements: Vec<ElementRow> = result.written.rows()?;
    let sites: Vec<SiteRow> = result.written.rows()?;
    let found = elements.iter().find(|row| row.element_kind == kind && row.element_id == id);
    let Some(row) = found else {
        return not_listed(result, kind, id, &elements, &sites, words);
    };
    let mut page = Document::new(language, sentence(wording::named_element(words, row)));
    page.paragraph(identity(result, row, &elements, words)?);
    page.heading(loss(words, kind));
    page.paragraph(consequence(row, &elements, words));
    let dependencies: Vec<DependencyRow> =
        result.written.rows_where("element_id", |own| own == id)?;
    for effect in [Effect::All, Effect::Fixed, Effect::Unknown] {
        let own = dependencies
            .iter()
            .filter(|dependency| dependency.element_kind == kind && dependency.effect == effect);
        let hit: Vec<&SiteRow> = own
            .filter_map(|dependency| sites.iter().find(|site| site.site_id == dependency.site_id))
            .collect();
        if hit.is_empty() {
            continue;
        }
        page.heading(effect_heading(words, effect, hit.len()));
        for site in hit.iter().take(LISTED) {
            page.item(site_line(words, site));
        }
        if let Some(more) = hit.len().checked_sub(LISTED).filter(|more| *more > 0) {
            page.item(words.say(key::ElementMoreSites { count: more }));
        }
    }
    Ok(page)
}

/// What it is, where, of what, from which row.
fn identity(
    result: &RunResult,
    row: &ElementRow,
    elements: &[ElementRow],
    words: Words,
) -> Result<Vec<String>, Error> {
    let municipalities: Vec<UnitRow> = result.written.rows()?;
    let municipality =
        municipalities.iter().find(|unit| Some(&unit.unit.0) == row.municipality_code.as_ref());
    let mut sentences = vec![place(row.element_kind, municipality, words)];
    match row.element_kind {
        ElementKind::Trench => {
            let consists = wording::trench(words, row);
            sentences.push(sentence(words.say(key::ElementTrenchOf { consists })));
        }
        ElementKind::PowerFeed => sentences.push(supplies(row, words)),
        ElementKind::Mast | ElementKind::Node | ElementKind::Span => {}
    }
    sentences.push(match (&row.source, row.trench_within_m) {
        (None, Some(_)) => match routes(&result.about, elements, words) {
            Some(file) => words.say(key::ElementTrenchFoundIn { file }),
            None => words.say(key::ElementTrenchFound),
        },
        (None, None) => words.say(key::ElementWithoutRow),
        (Some(file), _) => {
            let source = wording::source(words, &result.about, file, row.source_row);
            words.say(key::ElementReadFrom { source })
        }
    });
    Ok(sentences)
}

/// In which municipality it is.
fn place(kind: ElementKind, municipality: Option<&UnitRow>, words: Words) -> String {
    let the = words.form(kind, form::The);
    let half_way = matches!(kind, ElementKind::Span | ElementKind::Trench);
    match municipality {
        Some(UnitRow { name, unit, .. }) if half_way => {
            words.say(key::ElementMiddleIn { the, name: &**name, code: &**unit })
        }
        Some(UnitRow { name, unit, .. }) => {
            sentence(words.say(key::ElementIn { the, name: &**name, code: &**unit }))
        }
        None if kind == ElementKind::PowerFeed => words.say(key::ElementFeedNowhere),
        None if half_way => words.say(key::ElementMiddleNowhere { the }),
        None => sentence(words.say(key::ElementNowhere { the })),
    }
}

/// In which file the routes of cables are drawn, as far as a listed cable names one.
fn routes(about: &About, elements: &[ElementRow], words: Words) -> Option<String> {
    let mut spans = elements.iter().filter(|row| row.element_kind == ElementKind::Span);
    let file = spans.find_map(|row| row.source.as_ref())?;
    Some(wording::source(words, about, file, None))
}

/// What has no other power feed.
fn supplies(row: &ElementRow, words: Words) -> String {
    let named = |what, ids: &[&str]| {
        words.say(key::InBrackets { what, more: words.short_list(ids, NAMED_AT_MOST) })
    };
    let mut parts = Vec::new();
    for kind in [ElementKind::Node, ElementKind::Mast] {
        let ids = row.parts_of(kind.name());
        if !ids.is_empty() {
            parts.push(named(wording::so_many(words, ids.len(), kind), &ids));
        }
    }
    let sites = row.parts_of("site");
    if !sites.is_empty() {
        parts.push(named(words.say(key::Sites { count: sites.len() }), &sites));
    }
    words.say(key::ElementOnlyFeedOf { parts: words.list(&parts) })
}

fn loss(words: Words, kind: ElementKind) -> String {
    match kind {
        ElementKind::Mast => words.say(key::ElementLossOfMast),
        ElementKind::Node => words.say(key::ElementLossOfNode),
        ElementKind::PowerFeed => words.say(key::ElementLossOfPowerFeed),
        ElementKind::Span => words.say(key::ElementLossOfSpan),
        ElementKind::Trench => words.say(key::ElementLossOfTrench),
    }
}

fn consequence(row: &ElementRow, elements: &[ElementRow], words: Words) -> Vec<String> {
    let of = |number: usize, kind| (number > 0).then(|| wording::so_many(words, number, kind));
    let among: Vec<String> =
        [of(row.schools_cut_off, SiteKind::School), of(row.care_homes_cut_off, SiteKind::CareHome)]
            .into_iter()
            .flatten()
            .collect();
    let count = row.sites_cut_off;
    let loses = if among.is_empty() {
        words.say(key::ElementLoses { count })
    } else {
        words.say(key::ElementLosesAmong { count, among: words.list(&among) })
    };
    let is_worst = elements.iter().all(|other| other.sites_cut_off <= row.sites_cut_off);
    let all = elements.len();
    let compared = if is_worst {
        words.say(key::ElementWorst { all })
    } else {
        words.say(key::ElementRank { rank: row.rank, all })
    };
    vec![loses, persons(row, words), compared]
}

fn persons(row: &ElementRow, words: Words) -> String {
    match (row.persons_cut_off, row.sites_persons_unknown) {
        (Some(persons), 0) => words.say(key::ElementPersons { persons }),
        (Some(persons), count) => words.say(key::ElementPersonsAtLeast { persons, count }),
        (None, _) => words.say(key::ElementPersonsUnknown),
    }
}

fn effect_heading(words: Words, effect: Effect, count: usize) -> String {
    match effect {
        Effect::All => words.say(key::ElementSitesLosingAll { count }),
        Effect::Fixed => words.say(key::ElementSitesLosingFixed { count }),
        Effect::Unknown => words.say(key::ElementSitesLosingUnknown { count }),
    }
}

fn site_line(words: Words, site: &SiteRow) -> String {
    let (id, name, kind) = (&site.site_id, &site.name, words.code(site.kind));
    match site.persons {
        Some(persons) => words.say(key::ElementSite { id, name, kind, persons }),
        None => words.say(key::ElementSitePersonsUnknown { id, name, kind }),
    }
}

/// An element that takes service from nobody, or that there is not.
fn not_listed(
    result: &RunResult,
    kind: ElementKind,
    id: &str,
    elements: &[ElementRow],
    sites: &[SiteRow],
    words: Words,
) -> Result<Document, Error> {
    let backups: Vec<BackupRow> = result.written.rows()?;
    let mentioned = mentioned(kind, id, elements, sites, &backups);
    let element = wording::element(words, kind, id);
    let mut page = Document::new(words.0, sentence(&element));
    let listed: Vec<(&str, &str)> = elements
        .iter()
        .filter(|row| row.element_kind == kind)
        .map(|row| (row.element_id.as_str(), row.name.as_deref().unwrap_or_default()))
        .collect();
    let (one, many) = (words.code(kind), words.form(kind, form::Plural));
    let mut sentences = vec![match mentioned {
        Some(file) => {
            words.say(key::ElementMentioned { element, file, it: words.form(kind, form::It) })
        }
        None => words.say(key::ElementNotMentioned { kind: &one, id }),
    }];
    sentences.push(words.say(key::ElementListed { count: listed.len(), one, many }));
    if mentioned.is_none() && !listed.is_empty() {
        let ids = words.list(&nearest(id, &listed));
        sentences.push(words.say(key::ElementNearest { ids }));
    }
    page.paragraph(sentences);
    let reached: Vec<&str> = backups
        .iter()
        .filter(|backup| kind == ElementKind::Mast && backup.mast_id == id)
        .filter(|backup| backup.reaches == Knowledge::Yes)
        .map(|backup| backup.site_id.as_str())
        .collect();
    if !reached.is_empty() {
        let ids = words.short_list(&reached, NAMED_AT_MOST);
        page.paragraph([words.say(key::ElementMastReaches { count: reached.len(), ids })]);
    }
    Ok(page)
}

/// The table that shows that there is such an element.
fn mentioned(
    kind: ElementKind,
    id: &str,
    elements: &[ElementRow],
    sites: &[SiteRow],
    backups: &[BackupRow],
) -> Option<&'static str> {
    let is_id = |own: &Option<String>| own.as_deref() == Some(id);
    let among = |ids: &Option<Ids>| ids.iter().any(|ids| ids.0.iter().any(|own| own == id));
    let in_sites = sites.iter().any(|site| match kind {
        ElementKind::Node => is_id(&site.access_node) || is_id(&site.nearest_node),
        ElementKind::PowerFeed => among(&site.power_feeds),
        ElementKind::Mast | ElementKind::Span | ElementKind::Trench => false,
    });
    let in_backups = backups.iter().any(|backup| match kind {
        ElementKind::Mast => backup.mast_id == id,
        ElementKind::PowerFeed => among(&backup.mast_feeds),
        ElementKind::Node | ElementKind::Span | ElementKind::Trench => false,
    });
    let is_part = || elements.iter().any(|row| row.parts_of(kind.name()).contains(&id));
    if in_sites {
        Some("sites.csv")
    } else if in_backups {
        Some("backups.csv")
    } else {
        is_part().then_some("elements.csv, consists_of")
    }
}
