//! How many sites are ready for each digital service.

use crate::document::{Block, Column, Document, Table, Text};
use crate::pages::region::DASH;
use crate::readiness::service::{Readiness, name_for, source_for};
use crate::report::Report;
use crate::visible::one_line;
use crate::words::key;

/// A row a service, with where its needs come from.
pub fn services(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    page.section(words.say(key::ReportServicesHeading), "services");
    page.paragraph([words.say(key::ReportServicesAbout)]);
    let mut table = Table::new([
        Column::text(words.say(key::ReportService)),
        Column::number(words.say(key::ReportServiceReady)),
        Column::number(words.say(key::ReportServiceAtRisk)),
        Column::number(words.say(key::ReportServiceNotReady)),
        Column::number(words.say(key::ReportServiceUnknown)),
        Column::text(words.say(key::ReportServiceSource)),
    ]);
    let of_sites = &report.assessment.service_readiness;
    for (i, service) in report.assessment.services.iter().enumerate() {
        let count = |status: Readiness| {
            let all = of_sites.iter().flatten();
            all.filter(|(of, found)| *of == i && found.status == status).count()
        };
        let source = source_for(words, service).unwrap_or_else(|| DASH.to_owned());
        let name = name_for(words, &service.id, &service.name);
        let mut cells = vec![Text::from(one_line(&name))];
        for status in Readiness::ALL {
            cells.push(words.show(count(status)).into());
        }
        cells.push(Text::muted(one_line(&source)));
        table.row(cells);
    }
    page.push(Block::Table(table));
}
