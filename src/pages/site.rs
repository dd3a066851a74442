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
use crate::pages::result::{
    About, BackupRow, DependencyRow, FindingRow, RunResult, ServiceRow, SiteIndicatorRow, SiteRow,
};
use crate::pages::text::count;
use crate::pages::wording;
use crate::table::element::ElementRow;
use crate::table::unit::UnitRow;
use crate::words::Language::{self, En, Sv};
use crate::words::{Words, sentence};

/// Every row of a result that is about one site.
struct Facts<'a> {
    result: &'a About,
    language: Language,
    site: SiteRow,
    municipality: Option<UnitRow>,
    /// From the site towards the core; what is at no one place of that way is last.
    points: Vec<DependencyRow>,
    elements: HashMap<(ElementKind, String), ElementRow>,
    backups: Vec<BackupRow>,
    services: Vec<ServiceRow>,
    /// Which conditions it meets.
    conditions: Option<SiteIndicatorRow>,
    findings: Vec<FindingRow>,
}

impl<'a> Facts<'a> {
    fn read(result: &'a RunResult, id: &str, language: Language) -> Result<Self, Error> {
        let sites: Vec<SiteRow> = result.read()?;
        let found = sites.iter().find(|site| site.site_id == id).cloned();
        let Some(site) = found else {
            let file = result.written.path_of("sites");
            let known = sites.iter().map(|site| (site.site_id.as_str(), site.name.as_str()));
            let file = file.display().to_string();
            return Err(not_found(("site", "sites"), id, &file, known));
        };
        let municipalities: Vec<UnitRow> = result.written.rows()?;
        let mut points: Vec<DependencyRow> = result.read()?;
        points.retain(|point| point.site_id == id);
        points.sort_by_key(|point| point.order_to_core.unwrap_or(usize::MAX));
        let elements: Vec<ElementRow> = result.written.rows()?;
        let mut backups: Vec<BackupRow> = result.read()?;
        backups.retain(|backup| backup.site_id == id);
        let mut services: Vec<ServiceRow> = result.read()?;
        services.retain(|service| service.site_id == id);
        let mut findings: Vec<FindingRow> = result.read()?;
        findings.retain(|finding| {
            finding.dataset == site.source && finding.row == Some(site.source_row)
        });
        let conditions: Vec<SiteIndicatorRow> = result.read()?;
        let code = &site.municipality_code;
        Ok(Self {
            result: &result.about,
            language,
            municipality: municipalities.into_iter().find(|unit| unit.unit.0 == *code),
            points,
            elements: elements
                .into_iter()
                .map(|row| ((row.element_kind, row.element_id.clone()), row))
                .collect(),
            backups,
            services,
            conditions: conditions.into_iter().find(|row| row.is_of(id)),
            findings,
            site,
        })
    }

    /// The words that it is told in.
    fn words(&self) -> Words {
        Words(self.language)
    }

    /// `the school`.
    fn the_site(&self) -> String {
        wording::the_kind(self.language, self.site.kind)
    }

    /// An element with its name, where the result has it.
    fn element(&self, kind: ElementKind, id: &str) -> String {
        match self.elements.get(&(kind, id.to_owned())) {
            Some(row) => wording::named_element(self.language, row),
            None => wording::element(self.language, kind, id),
        }
    }

    /// Whether the project names a list of masts.
    fn has_mast_list(&self) -> bool {
        self.site.unlisted_mast.is_some()
    }

    /// Whether the site has no fixed service, so that only masts serve it, if any.
    fn is_mobile_only(&self) -> bool {
        self.site.fixed_service == Knowledge::No
    }
}

/// Explains one site.
pub fn explain(result: &RunResult, id: &str, language: Language) -> Result<Document, Error> {
    result.need_full_edition("single sites")?;
    let facts = Facts::read(result, id, language)?;
    let heading = |sv, en| match language {
        Sv => sv,
        En => en,
    };
    let mut page = Document::new(language, &facts.site.name);
    page.paragraph(identity(&facts));

    page.heading(heading("Fast anslutning", "Fixed connection"));
    page.paragraph(connection::fixed(&facts));
    page.heading(heading("Mobilnät", "Mobile networks"));
    page.paragraph(connection::mobile(&facts));
    page.heading(heading("Vägen genom nätet", "The way through the network"));
    page.paragraph(dependence::way(&facts));
    page.heading(heading("Vad som ensamt kan bryta tjänsten", "What alone can break the service"));
    dependence::points(&facts, &mut page);
    page.heading(heading("Reservväg", "Fallback"));
    fallback::fallback(&facts, &mut page);
    page.heading(heading("När elnätet är borta", "When grid power is lost"));
    page.paragraph(consequence::endurance(&facts));
    if !facts.site.flags.is_empty() {
        page.heading(heading(
            "I korthet, med koderna i sites.csv",
            "In short, with the codes in sites.csv",
        ));
        consequence::flags(&facts, &mut page);
    }
    if !facts.services.is_empty() {
        page.heading(heading("Digitala tjänster", "Digital services"));
        service::services(&facts, &mut page);
    }
    let counted = counted::counted(&facts);
    if !counted.is_empty() {
        page.heading(heading("I kommunens poäng", "In the score of the municipality"));
        page.paragraph(counted);
    }
    if !facts.findings.is_empty() {
        page.heading(heading("Anmärkningar på raden", "Findings about the row"));
        consequence::findings(&facts, &mut page);
    }
    Ok(page)
}

/// What it is, where it counts, and where that was read.
fn identity(facts: &Facts<'_>) -> Vec<String> {
    let Facts { site, language, result, .. } = facts;
    let kind = wording::a_kind(*language, site.kind);
    let persons = match (site.persons, language) {
        (Some(persons), Sv) => format!(" med {}", count(persons as usize, "person", "personer")),
        (Some(persons), En) => format!(" with {}", count(persons as usize, "person", "persons")),
        (None, _) => String::new(),
    };
    let place = match (&facts.municipality, language) {
        (Some(m), Sv) => format!(" i {} ({})", &*m.name, &*m.unit),
        (Some(m), En) => format!(" in {} ({})", &*m.name, &*m.unit),
        (None, _) => String::new(),
    };
    let mut sentences = vec![match language {
        Sv => format!("{} är {kind}{persons}{place}.", site.site_id),
        En => format!("{} is {kind}{persons}{place}.", site.site_id),
    }];
    if site.persons.is_none() {
        sentences.push(match language {
            Sv => "Antalet personer är inte känt.".to_owned(),
            En => "The number of persons is not known.".to_owned(),
        });
    }
    let read = wording::source(*language, result, &site.source, Some(site.source_row));
    sentences.push(match language {
        Sv => format!("Uppgifterna kommer från {read}."),
        En => format!("This was read from {read}."),
    });
    sentences.push(municipality(facts));
    sentences
}

/// How its municipality was found.
fn municipality(facts: &Facts<'_>) -> String {
    let Facts { site, language, result, .. } = facts;
    let files: Vec<&str> =
        result.inputs_of("municipalities").iter().map(|input| input.path.as_str()).collect();
    let borders = match (files.first(), language) {
        (Some(file), Sv) => format!("kommungränserna i {file}"),
        (Some(file), En) => format!("the boundaries of {file}"),
        (None, Sv) => "kommungränserna".to_owned(),
        (None, En) => "the boundaries".to_owned(),
    };
    let the_site = sentence(facts.the_site());
    match (site.municipality_match, facts.municipality.is_some(), language) {
        (MunicipalityMatch::Inside, _, Sv) => {
            format!("{the_site} ligger i kommunen enligt {borders}.")
        }
        (MunicipalityMatch::Inside, _, En) => {
            format!("{the_site} lies in the municipality by {borders}.")
        }
        (MunicipalityMatch::Nearest, _, Sv) => format!(
            "{the_site} ligger utanför alla kommuner enligt {borders} och räknas till den närmaste."
        ),
        (MunicipalityMatch::Nearest, _, En) => format!(
            "{the_site} lies outside every municipality by {borders} and counts in the nearest."
        ),
        (MunicipalityMatch::None, true, Sv) => {
            "Läget är inte känt; kommunen är den som registret anger.".to_owned()
        }
        (MunicipalityMatch::None, true, En) => {
            "The place is not known; the municipality is the one that the register states."
                .to_owned()
        }
        (MunicipalityMatch::None, false, Sv) => match site.easting_m {
            Some(_) => format!(
                "{the_site} ligger inte i någon av resultatets kommuner enligt {borders} och \
                 räknas inte till någon."
            ),
            None => format!(
                "Läget är inte känt och registret anger ingen av resultatets kommuner, så \
                 {} räknas inte till någon.",
                facts.the_site()
            ),
        },
        (MunicipalityMatch::None, false, En) => match site.easting_m {
            Some(_) => format!(
                "{the_site} lies in no municipality of the result by {borders} and counts in none."
            ),
            None => format!(
                "The place is not known and the register states no municipality of the result, so \
                 {} counts in none.",
                facts.the_site()
            ),
        },
    }
}
