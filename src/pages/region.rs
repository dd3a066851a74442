//! What `report.html` says: a summary, the region, a page per municipality made of what `explain`
//! says of it, the findings, the sources, and last how sure it is.

mod certainty;
mod connections;
mod contrast;
mod failures;
mod figure;
mod findings;
mod questions;
mod scores;
mod services;
mod sources;
mod summary;

use std::path::Path;

use crate::document::{Block, Document, Section, Text};
use crate::drawing::{maps, plots};
use crate::error::Error;
use crate::pages::municipality;
use crate::pages::result::About;
use crate::readiness::composite::Standing;
use crate::report::Report;
use crate::table::Edition;
use crate::table::list::Run;
use crate::visible::one_line;
use crate::words::{Words, key};

pub use failures::trench_basis;
pub use sources::sources;

/// The page about a run. The maps in the directory must have been drawn before.
pub fn page(report: &Report<'_>, about: &About, directory: &Path) -> Result<Document, Error> {
    let words = report.words();
    let region = one_line(report.region);
    let mut page = Document::new(report.language, words.say(key::ReportTitle { region }));
    cautions(report, &mut page);
    page.push(Block::List(summary::summary(report).into_iter().map(Into::into).collect()));
    let edition = match report.edition {
        Edition::Full => words.say(key::ReportEditionFull),
        Edition::Public => words.say(key::ReportEditionPublic),
    };
    page.push(Block::Paragraph(Text::muted(edition)));
    let full = report.edition == Edition::Full;

    questions::questions(report, &mut page);
    scores::scores(report, &mut page);
    figure::push(directory, maps::SCORE, &mut page)?;
    contrast::contrast(report, &mut page);
    connections::connections(report, &mut page);
    for map in [maps::SITES, maps::ENDURANCE] {
        figure::push(directory, map, &mut page)?;
    }
    page.section(words.say(key::ReportWhyHeading), "why");
    for plot in [plots::CONTRIBUTIONS, plots::PROFILES] {
        figure::push(directory, plot, &mut page)?;
    }
    services::services(report, &mut page);
    figure::push(directory, plots::SERVICES, &mut page)?;
    if !report.assessment.groups.is_empty() {
        page.section(words.say(key::ReportGroupsHeading), "groups");
        for plot in [plots::CONTRIBUTIONS, plots::PROFILES, plots::SERVICES] {
            figure::push(directory, &format!("{}{plot}", plots::GROUPS), &mut page)?;
        }
    }
    if full {
        failures::elements(report, &mut page);
        failures::fallbacks(report, &mut page);
    }
    municipalities(report, about, &mut page);
    if full {
        findings::findings(report, &mut page);
    }
    sources(report, words, &mut page);
    certainty::certainty(report, directory, &mut page)?;
    let contents = page.contents();
    page.opening.push(contents);
    Ok(page)
}

/// What must not be overlooked.
fn cautions(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    let mut lines = Vec::new();
    if report.is_synthetic() {
        lines.push(words.say(key::SyntheticData).into());
    }
    if report.is_incomplete() {
        lines.push(words.say(key::ReportIncomplete).into());
    }
    if !lines.is_empty() {
        page.push(Block::Note(lines));
    }
}

/// A page per municipality, in the order of their codes.
fn municipalities(report: &Report<'_>, about: &About, page: &mut Document) {
    let Report { inputs, assessment, findings, .. } = *report;
    let run = Run { inputs, assessment, findings, mend: None };
    let (region, rows) = municipality::rows::of_run(&run, report.edition);
    page.section(report.words().say(key::ReportMunicipalitiesHeading), "municipalities");
    for (municipality, rows) in inputs.municipalities.iter().zip(&rows) {
        let own = municipality::page(about, &region, rows, report.language);
        let code = municipality.code.as_str();
        let own = Section { begins_a_sheet: true, ..own.into_section(Some(format!("m{code}"))) };
        page.subsection(own);
    }
}

/// What a cell shows where there is nothing.
const DASH: &str = "–";

/// `3 av 12`
fn rank(words: Words, standing: Option<Standing>) -> Text {
    let found = standing.and_then(|standing| Some((standing.rank?, standing.ranked)));
    found.map_or_else(|| DASH.into(), |(rank, of)| words.say(key::RankOf { rank, of }).into())
}
