//! What fails together: the worst elements, and what is left.

use crate::document::{Block, Column, Document, Table, Text};
use crate::model::infrastructure::Infrastructure;
use crate::model::trench::Trench;
use crate::network::element::Element;
use crate::readiness::failure::Fallback;
use crate::report::Report;
use crate::visible::one_line;
use crate::words::{Words, key};

/// Elements beyond this many are left to the table.
const LISTED_ELEMENTS: usize = 25;

/// The elements that take most sites down.
pub fn elements(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    let infrastructure = &report.inputs.infrastructure;
    if report.assessment.elements.is_empty() {
        return;
    }
    page.section(words.say(key::ReportElementsHeading), "elements");
    page.paragraph([words.say(key::ReportElementsAbout)]);
    let mut table = Table::new([
        Column::number(words.say(key::ReportRank)),
        Column::text(words.say(key::ReportKind)),
        Column::text(words.say(key::ReportElement)),
        Column::number(words.say(key::ReportSites)),
        Column::number(words.say(key::ReportSchools)),
        Column::number(words.say(key::ReportCareHomes)),
        Column::number(words.say(key::ReportWithoutService)),
        Column::number(words.say(key::ReportServiceOpen)),
    ]);
    let mut worst: Vec<_> = report.assessment.elements.iter().collect();
    worst.sort_by_key(|element| element.rank);
    for found in worst.iter().take(LISTED_ELEMENTS) {
        let counts = [
            found.sites,
            found.schools,
            found.care_homes,
            found.without_service,
            found.service_unknown,
        ];
        let mut cells: Vec<Text> = vec![
            words.show(found.rank).into(),
            kind(found.element, infrastructure, words).into(),
            named(found.element, infrastructure, words).into(),
        ];
        cells.extend(counts.into_iter().map(|count| Text::from(words.show(count))));
        table.row(cells);
    }
    page.push(Block::Table(table));
    if let Some(count) = worst.len().checked_sub(LISTED_ELEMENTS).filter(|more| *more > 0) {
        let file = "elements.csv";
        page.push(Block::Paragraph(Text::muted(words.say(key::ReportMoreIn { count, file }))));
    }
}

/// What people call an element, with its id.
pub fn named(element: Element, infrastructure: &Infrastructure, words: Words) -> String {
    let id = element.id(infrastructure);
    match element.name(infrastructure) {
        Some(name) if name != id => {
            words.say(key::InBrackets { what: one_line(name), more: one_line(id) })
        }
        _ => one_line(id),
    }
}

/// What an element is; of a trench with how it is known.
fn kind(element: Element, infrastructure: &Infrastructure, words: Words) -> String {
    let what = words.code(element.kind());
    let Element::Trench(trench) = element else { return what };
    let more = trench_basis(infrastructure.trench(trench), words);
    words.say(key::InBrackets { what, more })
}

/// How a trench is known.
pub fn trench_basis(trench: &Trench, words: Words) -> String {
    match trench.within() {
        Some(within) => words.say(key::ReportTrenchFound { within }),
        None => words.say(key::ReportTrenchStated),
    }
}

/// What the sites of each municipality fall back on.
pub fn fallbacks(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    page.section(words.say(key::ReportFallbacksHeading), "fallbacks");
    page.paragraph([words.say(key::ReportFallbacksAbout)]);
    let columns = [
        (Fallback::Independent, words.say(key::ReportFallbackIndependent)),
        (Fallback::Shared, words.say(key::ReportFallbackShared)),
        (Fallback::None, words.say(key::ReportFallbackNone)),
        (Fallback::Unknown, words.say(key::ReportFallbackUnknown)),
    ];
    // Of each municipality how many sites have each.
    let mut counts = vec![[0; 4]; report.inputs.municipalities.len()];
    for site in &report.assessment.sites {
        let column = columns.iter().position(|(fallback, _)| *fallback == site.failures.fallback);
        if let (Some(municipality), Some(column)) = (site.location.municipality, column) {
            counts[municipality.0][column] += 1;
        }
    }
    let municipality = Column::text(words.say(key::ReportMunicipality));
    let headings = columns.into_iter().map(|(_, heading)| Column::number(heading));
    let mut table = Table::new(std::iter::once(municipality).chain(headings));
    for (municipality, counts) in report.inputs.municipalities.iter().zip(counts) {
        let counts = counts.into_iter().map(|count: usize| Text::from(words.show(count)));
        table.row(std::iter::once(one_line(&municipality.name).into()).chain(counts));
    }
    page.push(Block::Table(table));
}
