//! From where every fact comes.

use crate::document::{Block, Column, Document, Table, Text};
use crate::model::source::Source;
use crate::pages::region::DASH;
use crate::report::Report;
use crate::table::Edition;
use crate::words::{Words, key};

/// A row a file; in the public edition, which names no file, a row for each that is said of some.
pub fn sources(report: &Report<'_>, words: Words, page: &mut Document) {
    let full = report.edition == Edition::Full;
    page.section(words.say(key::ReportSourcesHeading), "sources");
    let file = full.then(|| Column::text(words.say(key::ReportFile)));
    let said = [
        Column::text(words.say(key::ReportSource)),
        Column::text(words.say(key::ReportDate)),
        Column::text(words.say(key::ReportLicence)),
    ];
    let mut table = Table::new(file.into_iter().chain(said));
    let row = |source: &Source| {
        let of = |text: &Option<String>| text.clone().unwrap_or_else(|| DASH.to_owned());
        let publisher = of(&source.publisher);
        let publisher = if source.synthetic {
            words.say(key::InBrackets { what: publisher, more: words.say(key::Synthetic) })
        } else {
            publisher
        };
        let file = full.then(|| source.path.clone());
        let said = [publisher, of(&source.date), of(&source.licence)];
        file.into_iter().chain(said).collect::<Vec<String>>()
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in report.inputs.sources.iter().map(row) {
        if full || !rows.contains(&row) {
            rows.push(row);
        }
    }
    for row in rows {
        table.row(row.into_iter().map(Text::from));
    }
    page.push(Block::Table(table));
}
