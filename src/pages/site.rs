//! One site: what it is, what it has, what takes that away, and from which rows this follows.

mod connection;
mod consequence;
mod counted;
mod dependence;
mod fallback;
mod service;

use std::collections::HashMap;

use crate::access::location::MunicipalityMatch;
use crate::document::Document;
use crate::error::Error;
use crate::model::knowledge::Knowledge;
use crate::network::element::ElementKind;
use crate::pages::nearest::not_found;
use crate::pages::result::{About, RunResult};
use crate::pages::wording;
use crate::table::Row;
use crate::table::element::{BackupRow, DependencyRow, ElementRow};
use crate::table::finding::FindingRow;
use crate::table::service::ServiceRow;
use crate::table::site::{SiteIndicatorRow, SiteRow};
use crate::table::unit::UnitRow;
use crate::words::{Language, Words, key, sentence};

/// Every row of a result that is about one site.
struct Facts<'a> {
    about: &'a About,
    words: Words,
    site: SiteRow,
    municipality: Option<UnitRow>,
    /// From the site towards the core; what is at no one place of that way is last.
    points: Vec<DependencyRow>,
    /// Those that other rows name, as far as there are any.
    elements: HashMap<(ElementKind, String), ElementRow>,
    backups: Vec<BackupRow>,
    services: Vec<ServiceRow>,
    /// Which conditions it meets.
    conditions: Option<SiteIndicatorRow>,
    findings: Vec<FindingRow>,
}

impl<'a> Facts<'a> {
    fn read(result: &'a RunResult, id: &str, words: Words) -> Result<Self, Error> {
        let written = &result.written;
        let is_own = |own: &str| own == id;
        let Some(site) = written.rows_where::<SiteRow>("site_id", is_own)?.pop() else {
            let sites: Vec<SiteRow> = written.rows()?;
            let known = sites.iter().map(|site| (site.site_id.as_str(), site.name.as_str()));
            let file = written.path_of(SiteRow::TABLE).display().to_string();
            return Err(not_found(("site", "sites"), id, &file, known));
        };
        let code = site.municipality_code.as_deref();
        let municipality =
            written.rows_where::<UnitRow>("municipality_code", |own| Some(own) == code)?.pop();
        let mut points: Vec<DependencyRow> = written.rows_where("site_id", is_own)?;
        points.sort_by_key(|point| point.order_to_core.unwrap_or(usize::MAX));
        let elements: Vec<ElementRow> = written.rows()?;
        let mut findings: Vec<FindingRow> =
            written.rows_where("dataset", |own| own == site.source)?;
        findings.retain(|finding| finding.row == Some(site.source_row));
        let by_id = |row: ElementRow| ((row.element_kind, row.element_id.clone()), row);
        Ok(Self {
            about: &result.about,
            words,
            municipality,
            points,
            elements: elements.into_iter().map(by_id).collect(),
            backups: written.rows_where("site_id", is_own)?,
            services: written.rows_where("site_id", is_own)?,
            conditions: written.rows_where("site_id", is_own)?.pop(),
            findings,
            site,
        })
    }

    /// `the school`.
    fn the_site(&self) -> String {
        wording::the_kind(self.words, self.site.kind)
    }

    /// The row of the register that the site was read from.
    fn register(&self) -> String {
        wording::place(self.words, &self.site.source, Some(self.site.source_row))
    }

    /// An element with its name, where the result has it.
    fn element(&self, kind: ElementKind, id: &str) -> String {
        match self.elements.get(&(kind, id.to_owned())) {
            Some(row) => wording::named_element(self.words, row),
            None => wording::element(self.words, kind, id),
        }
    }

    /// Whether the project names a list of masts.
    fn has_mast_list(&self) -> bool {
        self.site.unlisted_mast.is_some()
    }

    /// Whether the site has any service.
    fn service(&self) -> Knowledge {
        self.site.fixed_service.or(self.site.mobile_service)
    }

    /// Whether the site has no fixed service, so that only masts serve it, if any.
    fn is_mobile_only(&self) -> bool {
        self.site.fixed_service == Knowledge::No
    }
}

/// Explains one site.
pub fn explain(result: &RunResult, id: &str, language: Language) -> Result<Document, Error> {
    result.need_full_edition("single sites")?;
    let words = Words(language);
    let facts = Facts::read(result, id, words)?;
    let mut page = Document::new(language, &facts.site.name);
    page.paragraph(identity(&facts));

    page.heading(words.say(key::SiteFixedHeading));
    page.paragraph(connection::fixed(&facts));
    page.heading(words.say(key::SiteMobileHeading));
    page.paragraph(connection::mobile(&facts));
    page.heading(words.say(key::SiteWayHeading));
    page.paragraph(dependence::way(&facts));
    page.heading(words.say(key::SitePointsHeading));
    dependence::points(&facts, &mut page);
    page.heading(words.say(key::SiteFallbackHeading));
    fallback::fallback(&facts, &mut page);
    page.heading(words.say(key::SiteEnduranceHeading));
    page.paragraph(consequence::endurance(&facts));
    if !facts.site.flags.is_empty() {
        page.heading(words.say(key::SiteFlagsHeading));
        consequence::flags(&facts, &mut page);
    }
    if !facts.services.is_empty() {
        page.heading(words.say(key::SiteServicesHeading));
        service::services(&facts, &mut page);
    }
    if let Some(counted) = counted::counted(&facts) {
        page.heading(words.say(key::SiteCountedHeading));
        page.paragraph([counted]);
    }
    if !facts.findings.is_empty() {
        page.heading(words.say(key::SiteFindingsHeading));
        consequence::findings(&facts, &mut page);
    }
    Ok(page)
}

/// What it is, where it counts, and where that was read.
fn identity(facts: &Facts<'_>) -> Vec<String> {
    let Facts { words, site, about, .. } = facts;
    let id = &site.site_id;
    let mut what = wording::a_kind(*words, site.kind);
    if let Some(persons) = site.persons {
        what = words.say(key::SiteWithPersons { what, persons });
    }
    let mut sentences = vec![match &facts.municipality {
        Some(unit) => {
            let (name, code) = (&*unit.name, &*unit.unit);
            words.say(key::SiteIsIn { id, what, name, code })
        }
        None => words.say(key::SiteIs { id, what }),
    }];
    if site.persons.is_none() {
        sentences.push(words.say(key::SitePersonsUnknown));
    }
    let source = wording::source(*words, about, &site.source, Some(site.source_row));
    sentences.push(words.say(key::SiteReadFrom { source }));
    sentences.push(municipality(facts));
    sentences
}

/// How its municipality was found.
fn municipality(facts: &Facts<'_>) -> String {
    let Facts { words, site, about, .. } = facts;
    let borders = match about.inputs_of("municipalities").first().and_then(|input| input.path()) {
        Some(file) => words.say(key::SiteBordersOf { file }),
        None => words.say(key::SiteBorders),
    };
    let the_site = facts.the_site();
    match (site.municipality_match, facts.municipality.is_some(), site.easting_m) {
        (MunicipalityMatch::Inside, ..) => {
            words.say(key::SiteInside { the_site: sentence(the_site), borders })
        }
        (MunicipalityMatch::Nearest, ..) => {
            words.say(key::SiteNearest { the_site: sentence(the_site), borders })
        }
        (MunicipalityMatch::None, true, _) => words.say(key::SiteStated),
        (MunicipalityMatch::None, false, Some(_)) => {
            words.say(key::SiteOutside { the_site: sentence(the_site), borders })
        }
        (MunicipalityMatch::None, false, None) => words.say(key::SiteNowhere { the_site }),
    }
}
