//! From where every fact comes.

use crate::document::{Block, Column, Document, Table, Text};
use crate::ingest::Inputs;
use crate::pages::region::DASH;
use crate::words::{Words, key};

/// A row a file.
pub fn sources(inputs: &Inputs, words: Words, page: &mut Document) {
    page.section(words.say(key::ReportSourcesHeading), "sources");
    let mut table = Table::new([
        Column::text(words.say(key::ReportFile)),
        Column::text(words.say(key::ReportSource)),
        Column::text(words.say(key::ReportDate)),
        Column::text(words.say(key::ReportLicence)),
    ]);
    for source in &inputs.sources {
        let of = |text: &Option<String>| text.clone().unwrap_or_else(|| DASH.to_owned());
        let publisher = of(&source.publisher);
        let publisher = if source.synthetic {
            words.say(key::InBrackets { what: publisher, more: words.say(key::Synthetic) })
        } else {
            publisher
        };
        let cells = [source.path.clone(), publisher, of(&source.date), of(&source.licence)];
        table.row(cells.map(Text::from));
    }
    page.push(Block::Table(table));
}
