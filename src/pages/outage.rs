//! `outage.html`: the page for an exercise, to print and to write on.

use std::path::Path;

use crate::document::{
    Blank, Block, Column, Document, Figure, Item, Row, RowKind, Run, Section, Table, Text,
};
use crate::drawing::DIRECTORY;
use crate::drawing::outage as maps;
use crate::error::Error;
use crate::findings::{Finding, Rule};
use crate::model::knowledge::Knowledge;
use crate::network::element::{Element, ElementKind};
use crate::pages::region::{sources, trench_basis};
use crate::readiness::outage::{Outcome, Services, Step};
use crate::readiness::toll::Toll;
use crate::report::outage::OutageReport;
use crate::visible::one_line;
use crate::words::key::{self, form};
use crate::words::{Words, sentence};

/// Elements of one kind beyond this many are left to the table.
const LISTED_ELEMENTS: usize = 60;
/// Sites of one list beyond this many are left to the table.
const LISTED_SITES: usize = 250;
/// Ruled lines for notes.
const LINES: usize = 14;

/// The page about an outage. The maps in the directory must have been drawn before.
pub fn page(outage: &OutageReport<'_>, directory: &Path) -> Result<Document, Error> {
    let report = &outage.report;
    let words = report.words();
    let mut page = Document::new(report.language, one_line(outage.name));
    head(outage, &mut page);
    what_fails(outage, &mut page);
    result(outage, &mut page);
    municipalities(outage, &mut page);
    let after = maps::after(outage, outage.last());
    for map in [maps::BEFORE, &after] {
        let path = directory.join(DIRECTORY).join(format!("{map}.svg"));
        let svg = std::fs::read_to_string(&path).map_err(|cause| Error::write(&path, cause))?;
        page.push(Block::Figure(Figure::from_svg(svg)));
    }
    lists(outage, &mut page);
    let notes = Section::new(words.say(key::OutageNotesHeading));
    let lines = Block::Blanks(vec![Blank { label: String::new(), lines: LINES }]);
    page.sections.push(Section { begins_a_sheet: true, blocks: vec![lines], ..notes });
    page.heading(words.say(key::OutageHowHeading));
    page.paragraph([words.say(key::OutageHowAtOnce)]);
    page.paragraph([words.say(key::OutageHowPower)]);
    page.paragraph([words.say(key::OutageHowUnknown)]);
    doubts(outage, &mut page);
    sources(report, words, &mut page);
    Ok(page)
}

fn head(outage: &OutageReport<'_>, page: &mut Document) {
    let words = outage.report.words();
    let region = one_line(outage.report.region);
    page.push(Block::Paragraph(Text::muted(words.say(key::OutageExercise { region }))));
    if outage.report.is_synthetic() {
        page.push(Block::Note(vec![words.say(key::SyntheticData).into()]));
    }
    page.paragraph(outage.description.map(one_line));
    let blanks = [words.say(key::OutageDate), words.say(key::OutageParticipants)];
    page.push(Block::Blanks(blanks.map(|label| Blank { label, lines: 1 }).into()));
    page.push(Block::Paragraph(Text::muted(words.say(key::OutageStaysInside))));
}

fn what_fails(outage: &OutageReport<'_>, page: &mut Document) {
    let words = outage.report.words();
    let of = &outage.report.inputs.infrastructure;
    page.heading(words.say(key::OutageFailsHeading));
    if let Some(grid) = &outage.grid {
        // `4, 24 timmar`: only the last has its unit.
        let (last, before) = outage.steps.split_last().expect("an outage has a step");
        let before = before.iter().map(|step| words.show(step.hours.value()));
        let hours: Vec<String> = before.chain([words.show(last.hours)]).collect();
        let hours = hours.join(", ");
        let feeds = one_line(&grid.feeds.join(", "));
        page.paragraph([match (grid.area.map(one_line), grid.feeds) {
            (None, []) => words.say(key::OutageGrid { hours }),
            (Some(area), []) => words.say(key::OutageGridInArea { area, hours }),
            (None, _) => words.say(key::OutageGridOfFeeds { feeds, hours }),
            (Some(area), _) => words.say(key::OutageGridOfFeedsInArea { feeds, area, hours }),
        }]);
    }
    if outage.failed.is_empty() {
        page.paragraph([words.say(key::OutageNothingElse)]);
    }
    for kind in ElementKind::ALL {
        let failed = outage.failed.iter().map(|(element, _)| *element);
        let own: Vec<Element> = failed.filter(|element| element.kind() == kind).collect();
        if own.is_empty() {
            continue;
        }
        let heading = sentence(words.form(kind, form::Plural));
        page.subsection(Section::new(counted(words, heading, own.len())));
        let items = own.iter().take(LISTED_ELEMENTS).map(|&element| {
            let id = element.id(of);
            let mut text = match element.name(of) {
                Some(name) if name != id => {
                    Text::from(one_line(name)).then(Run::Muted(format!(" {}", one_line(id))))
                }
                _ => one_line(id).into(),
            };
            if let Element::Trench(trench) = element {
                let basis = trench_basis(of.trench(trench), words);
                text = text.then(Run::Muted(format!(" ({basis})")));
            }
            Item::from(text)
        });
        page.push(Block::List(items.collect()));
        more(words, own.len(), LISTED_ELEMENTS, "outage_elements.csv", page);
    }
}

/// A heading with how many stand below it.
fn counted(words: Words, heading: String, count: usize) -> Text {
    Text::from(format!("{heading} ")).then(Run::Muted(words.show(count)))
}

fn result(outage: &OutageReport<'_>, page: &mut Document) {
    let words = outage.report.words();
    page.heading(words.say(key::OutageResultHeading));
    let hours = outage.grid.is_some().then(|| words.say(key::OutageHours));
    let headings = [
        words.say(key::OutageLoseAll),
        words.say(key::OutageSchoolsWithout),
        words.say(key::OutageCareHomesWithout),
        words.say(key::OutagePersonsWithout),
        words.say(key::OutageLoseFixed),
        words.say(key::OutageLoseMobile),
        words.say(key::OutageOpen),
        words.say(key::OutageKeep),
    ];
    let mut table = Table::new(hours.into_iter().chain(headings).map(Column::number));
    for step in outage.steps {
        let toll = outage.toll(step);
        let hours = outage.grid.is_some().then(|| words.show(step.hours.value()).into());
        let counts = [
            Text::strong(words.show(toll.loses_all)),
            words.show(toll.schools_without).into(),
            words.show(toll.care_homes_without).into(),
            persons(words, &toll).into(),
            words.show(toll.loses_fixed).into(),
            words.show(toll.loses_mobile).into(),
            words.show(toll.unknown).into(),
            words.show(toll.with_service_after).into(),
        ];
        table.row(hours.into_iter().chain(counts));
    }
    page.push(Block::Table(table));
    let toll = outage.toll(outage.last());
    let count = toll.without - toll.loses_all;
    if count > 0 {
        page.push(Block::Paragraph(Text::muted(words.say(key::OutageHadNone { count }))));
    }
}

/// Persons at sites without service; with a mark where of some sites the number is not known.
fn persons(words: Words, toll: &Toll) -> String {
    let persons = toll.persons_without;
    match toll.sites_persons_unknown {
        0 => words.show(persons),
        _ => words.say(key::OutageAtLeast { persons }),
    }
}

fn municipalities(outage: &OutageReport<'_>, page: &mut Document) {
    let words = outage.report.words();
    page.heading(words.say(key::OutageMunicipalitiesHeading));
    page.paragraph([words.say(key::OutageMunicipalitiesAbout)]);
    let mut columns = vec![
        Column::text(words.say(key::ReportMunicipality)),
        Column::number(words.say(key::ReportSites)),
        Column::number(words.say(key::OutageBeforeCount)),
    ];
    columns.extend(outage.steps.iter().map(|step| {
        Column::number(match outage.grid {
            Some(_) => words.say(key::OutageWithoutAfter { hours: step.hours.value() }),
            None => words.say(key::OutageWithout),
        })
    }));
    columns.extend([
        Column::number(words.say(key::ReportSchools)),
        Column::number(words.say(key::ReportCareHomes)),
        Column::number(words.say(key::OutagePersons)),
    ]);
    let mut table = Table::new(columns);
    let named = outage.report.inputs.municipalities.iter().enumerate();
    let mut rows: Vec<(Option<usize>, String)> =
        named.map(|(number, m)| (Some(number), one_line(&m.name))).collect();
    rows.push((None, words.say(key::OutageOutside)));
    for (number, name) in rows {
        let tolls: Vec<Toll> =
            outage.steps.iter().map(|step| Toll::of(outage.own(step, number))).collect();
        if tolls.iter().any(|toll| toll.sites > 0) {
            table.row(tolled(words, name, &tolls));
        }
    }
    let all: Vec<Toll> = outage.steps.iter().map(|step| outage.toll(step)).collect();
    let cells = tolled(words, words.say(key::OutageAll), &all);
    table.rows.push(Row { kind: RowKind::Sum, cells });
    page.push(Block::Table(table));
    if outage.steps.len() > 1 {
        page.push(Block::Paragraph(Text::muted(words.say(key::OutageAtTheLast))));
    }
}

/// The cells of a municipality, from what each step takes from it.
fn tolled(words: Words, name: String, tolls: &[Toll]) -> Vec<Text> {
    let last = tolls[tolls.len() - 1];
    let mut cells = vec![
        Text::from(name),
        words.show(last.sites).into(),
        words.show(last.with_service_before).into(),
    ];
    cells.extend(tolls.iter().map(|toll| {
        let without = words.show(toll.without);
        let run = if toll.loses_all > 0 { Run::Bad(without) } else { Run::Plain(without) };
        match toll.unknown {
            0 => Text(vec![run]),
            count => Text(vec![run, Run::Muted(format!(" +{}", words.show(count)))]),
        }
    }));
    cells.extend([
        words.show(last.schools_without).into(),
        words.show(last.care_homes_without).into(),
        persons(words, &last).into(),
    ]);
    cells
}

/// One list for each thing that may become of a site; a site stands in the worst that it meets.
fn lists(outage: &OutageReport<'_>, page: &mut Document) {
    let words = outage.report.words();
    let worst = |at: usize| outage.steps.iter().map(|step| step.left[at].outcome()).min();
    for (outcome, heading) in [
        (Outcome::LosesAll, words.say(key::OutageListLosesAll)),
        (Outcome::Unknown, words.say(key::OutageListUnknown)),
        (Outcome::LosesFixed, words.say(key::OutageListLosesFixed)),
        (Outcome::LosesMobile, words.say(key::OutageListLosesMobile)),
    ] {
        let own = (0..outage.report.inputs.sites.len()).filter(|&at| worst(at) == Some(outcome));
        let own: Vec<usize> = own.collect();
        if own.is_empty() && outcome != Outcome::LosesAll {
            continue;
        }
        page.heading(counted(words, heading, own.len()));
        if own.is_empty() {
            page.paragraph([words.say(key::OutageNoneKnown)]);
        } else {
            list(outage, own, page);
        }
    }
}

fn list(outage: &OutageReport<'_>, mut own: Vec<usize>, page: &mut Document) {
    let report = &outage.report;
    let words = report.words();
    let municipality = |at: usize| report.assessment.sites[at].location.municipality;
    let sites = &report.inputs.sites;
    own.sort_by_key(|&at| {
        let of = municipality(at);
        (of.is_none(), of.map(|m| m.0), sites[at].kind, &sites[at].name, at)
    });
    let mut columns = vec![
        Column::text(words.say(key::OutageSite)),
        Column::text(words.say(key::ReportKind)),
        Column::number(words.say(key::OutagePersons)),
        Column::short(words.say(key::OutageBefore)),
    ];
    columns.extend(outage.steps.iter().map(|step| {
        Column::short(match outage.grid {
            Some(_) => words.say(key::OutageAfter { hours: step.hours.value() }),
            None => words.say(key::OutageLeft),
        })
    }));
    let mut table = Table::new(columns);
    let mut before = None;
    for &at in own.iter().take(LISTED_SITES) {
        let of = municipality(at);
        if before != Some(of) {
            before = Some(of);
            let name = match of {
                Some(m) => one_line(&report.inputs.municipalities[m.0].name),
                None => words.say(key::OutageOutside),
            };
            table.rows.push(Row { kind: RowKind::Over, cells: vec![name.into()] });
        }
        table.row(site(outage, at));
    }
    page.push(Block::Table(table));
    more(words, own.len(), LISTED_SITES, "outage.csv", page);
}

/// The cells of a site.
fn site(outage: &OutageReport<'_>, at: usize) -> Vec<Text> {
    let words = outage.report.words();
    let site = &outage.report.inputs.sites[at];
    let mut name = Text::from(one_line(&site.name));
    if site.name != site.id {
        name = name.then(Run::Muted(format!(" {}", one_line(&site.id))));
    }
    let persons = site.persons.map_or_else(|| "–".to_owned(), |persons| words.show(persons));
    let mut cells = vec![
        name,
        words.code(site.kind).into(),
        persons.into(),
        services(words, outage.steps[0].left[at].before).into(),
    ];
    cells.extend(outage.steps.iter().map(|step: &Step| {
        let left = step.left[at];
        let after = services(words, left.after);
        let is_bad = left.outcome() == Outcome::LosesAll;
        Text(vec![if is_bad { Run::Bad(after) } else { Run::Plain(after) }])
    }));
    cells
}

/// `fast, mobil?`: a question mark behind what is not known.
fn services(words: Words, services: Services) -> String {
    let both = [
        (services.fixed, words.say(key::OutageFixed)),
        (services.mobile, words.say(key::OutageMobile)),
    ];
    let there = both.into_iter().filter_map(|(known, name)| match known {
        Knowledge::Yes => Some(name),
        Knowledge::Unknown => Some(format!("{name}?")),
        Knowledge::No => None,
    });
    let there: Vec<String> = there.collect();
    if there.is_empty() { words.say(key::OutageNoService) } else { there.join(", ") }
}

/// What of the scenario itself was left out, and how much else is in doubt.
fn doubts(outage: &OutageReport<'_>, page: &mut Document) {
    let words = outage.report.words();
    let findings = outage.report.findings;
    if findings.is_empty() {
        return;
    }
    page.heading(words.say(key::OutageDoubtsHeading));
    let is_of_scenario = |finding: &&Finding| {
        matches!(finding.rule, Rule::ScenarioNameUnknown | Rule::ScenarioAreaEmpty)
    };
    let of_scenario: Vec<&Finding> = findings.iter().filter(is_of_scenario).collect();
    for finding in &of_scenario {
        let value = finding.value.as_deref().unwrap_or_default();
        let meaning = words.code(finding.rule);
        page.item(Text::strong(one_line(value)).then(Run::Plain(format!(": {meaning}"))));
    }
    let count = findings.len() - of_scenario.len();
    page.push(Block::Paragraph(Text::muted(words.say(key::OutageFindings { count }))));
}

/// How many more stand in a table.
fn more(words: Words, count: usize, listed: usize, file: &str, page: &mut Document) {
    if let Some(count) = count.checked_sub(listed).filter(|count| *count > 0) {
        page.push(Block::Paragraph(Text::muted(words.say(key::ReportMoreIn { count, file }))));
    }
}
