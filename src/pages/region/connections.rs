//! How the sites of each municipality are connected.

use crate::document::{Block, Column, Document, Table, Text};
use crate::pages::region::scores::by_rank;
use crate::report::Report;
use crate::visible::one_line;
use crate::words::key;

/// A row a municipality.
pub fn connections(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    page.section(words.say(key::ReportConnectionsHeading), "connections");
    let headings = [
        words.say(key::ReportSites),
        words.say(key::ReportConnected),
        words.say(key::ReportPassed),
        words.say(key::ReportPlanned),
        words.say(key::ReportUnconnected),
        words.say(key::ReportUnknown),
        words.say(key::ReportOnOnePoint),
    ];
    let municipality = Column::text(words.say(key::ReportMunicipality));
    let columns = std::iter::once(municipality).chain(headings.into_iter().map(Column::number));
    let mut table = Table::new(columns);
    for place in by_rank(report) {
        let name = one_line(&report.inputs.municipalities[place].name);
        let unit = &report.assessment.municipalities[place];
        let counts = [
            unit.sites,
            unit.connected,
            unit.passed,
            unit.planned,
            unit.unconnected,
            unit.unknown,
            unit.with_spof,
        ];
        let counts = counts.into_iter().map(|count| Text::from(words.show(count)));
        table.row(std::iter::once(name.into()).chain(counts));
    }
    page.push(Block::Table(table));
}
