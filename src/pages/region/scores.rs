//! The score of every municipality, and what it rests on.

use crate::document::{Block, Column, Document, Run, Table, Text};
use crate::model::framework::{Child, Framework, GroupIdx};
use crate::pages::region::{DASH, rank};
use crate::readiness::composite::Standing;
use crate::report::Report;
use crate::report::rests_on::{self, in_detail, lower_first};
use crate::report::services_ready::services_ready;
use crate::report::shown::{Shown, WIDE};
use crate::visible::one_line;
use crate::words::{Words, key};

/// What it rests on, and a row a municipality.
pub fn scores(report: &Report<'_>, page: &mut Document) {
    page.section(report.words().say(key::ReportScoresHeading), "scores");
    rests(report, page);
    if report.assessment.asked.part().is_some() {
        table(report, page);
    }
}

/// By pillars and the indicators in them, and what is left out.
fn rests(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    let asked = &report.assessment.asked;
    page.paragraph([rests_on::sentence(asked, words)]);
    let found = in_detail(asked, words);
    for (pillar, indicators) in found.asked {
        let names: Vec<String> = indicators.iter().map(|name| lower_first(name)).collect();
        let below = if indicators == std::slice::from_ref(&pillar) {
            String::new()
        } else {
            format!(": {}", names.join("; "))
        };
        page.item(Text::strong(pillar).then(Run::Plain(below)));
    }
    if !found.not_asked.is_empty() {
        let names: Vec<String> = found.not_asked.iter().map(|name| lower_first(name)).collect();
        page.item(Text::muted(words.say(key::ReportLeftOut { names: words.list(&names) })));
    }
}

/// The municipalities, best first; those without a score last, in the order of their file.
pub fn by_rank(report: &Report<'_>) -> Vec<usize> {
    let composite = &report.assessment.composite;
    let rank = |place: usize| composite.standing(place, Framework::ROOT).and_then(|s| s.rank);
    let mut order: Vec<usize> = (0..report.inputs.municipalities.len()).collect();
    order.sort_by_key(|&place| rank(place).unwrap_or(u32::MAX));
    order
}

fn table(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    page.paragraph([words.say(key::ReportScoresAbout { wide: WIDE })]);
    let asked = &report.assessment.asked;
    let pillars: Vec<GroupIdx> =
        asked.whole().pillars().filter(|&pillar| asked.is_asked(Child::Group(pillar))).collect();
    let mut columns = vec![
        Column::text(words.say(key::ReportMunicipality)),
        Column::number(words.say(key::ReportRank)),
        Column::number(words.say(key::ReportScore)),
        Column::number(words.say(key::ReportEstimate)),
        Column::number(words.say(key::ReportInterval)),
    ];
    let name = |pillar| Column::number(one_line(report.group_name(pillar)));
    columns.extend(pillars.iter().copied().map(name));
    columns.push(Column::text(words.say(key::ReportServices)));
    let mut table = Table::new(columns);
    let composite = &report.assessment.composite;
    for place in by_rank(report) {
        let municipality = &report.inputs.municipalities[place];
        let score = composite.standing(place, Framework::ROOT);
        let mut cells = vec![
            Text(vec![Run::Link {
                text: one_line(&municipality.name),
                target: format!("#m{}", municipality.code.as_str()),
            }]),
            rank(words, score),
            Text::strong(shown(score)),
            Text::muted(estimate(words, score)),
            Text::muted(bounds(words, score)),
        ];
        let of = |&pillar: &GroupIdx| shown(composite.standing(place, pillar)).into();
        cells.extend(pillars.iter().map(of));
        let places = report.assessment.municipalities[place].service_places;
        cells.push(services_ready(words, places).unwrap_or_else(|| DASH.to_owned()).into());
        table.row(cells);
    }
    page.push(Block::Table(table));
}

/// A number or a range.
fn shown(standing: Option<Standing>) -> String {
    standing.map_or_else(|| DASH.to_owned(), |standing| Shown::of(&standing.score).short())
}

/// The best estimate, where there is a score.
fn estimate(words: Words, standing: Option<Standing>) -> String {
    let score = standing.and_then(|standing| standing.score.value.ok());
    score.map_or_else(|| DASH.to_owned(), |score| words.show(score.rounded()))
}

fn bounds(words: Words, standing: Option<Standing>) -> String {
    let Some(Standing { score, .. }) = standing else { return DASH.to_owned() };
    words.say(key::Between { low: score.low.rounded(), high: score.high.rounded() })
}
