//! The short result on standard output.

pub mod compare;
pub mod grid;
pub mod network;
pub mod score;

use std::fmt::Write as _;
use std::path::Path;

use beredd::drawing::{self, maps};
use beredd::findings::{Finding, Severity};
use beredd::model::framework::Framework;
use beredd::pages;
use beredd::pipeline::Outcome;
use beredd::project::Project;
use beredd::readiness::composite::Standing;
use beredd::readiness::unit::{ServicePlaces, UnitAssessment};
use beredd::report::rests_on;
use beredd::report::shown::Shown;
use beredd::table::Edition;
use beredd::visible::one_line;
use beredd::words::{Language, Words};

/// A name is cut to this width; more of it is in the tables.
const NAME_WIDTH: usize = 24;
/// The same of a municipality's, whose row has more columns: no Swedish one is longer.
const MUNICIPALITY_WIDTH: usize = 18;
/// Beyond this many municipalities the table shows the best and the worst.
const ROWS_AT_MOST: usize = 40;

/// What a run says when it is done.
pub fn of_run(project: &Project, outcome: &Outcome, edition: Edition, out: &Path) -> String {
    let mut text = String::new();
    let (located, outside) = outcome.assessment.located();
    let municipalities = outcome.inputs.municipalities.len();
    let region = one_line(&project.region.name);
    let _ = write!(text, "{region}: {located} sites in {municipalities} municipalities");
    text.push_str(&if outside > 0 { format!(", {outside} in none\n") } else { "\n".to_owned() });
    let asked = &outcome.assessment.asked;
    let _ = writeln!(text, "Scores rest on {}.\n", rests_on::pillars(asked, Words(Language::En)));
    scores(outcome, &mut text);
    // The public edition's report has none of them.
    let place = if edition == Edition::Full { " (in the report)" } else { "" };
    let _ = writeln!(text, "\nranked    {}", ranked(outcome));
    text.push_str(&services(outcome));
    let _ = writeln!(text, "findings  {}{place}", counts(&outcome.findings));
    let map = out.join(drawing::DIRECTORY).join(format!("{}.png", maps::SCORE));
    let _ = writeln!(text, "map       {}", map.display());
    let _ = writeln!(text, "report    {}", out.join(pages::REPORT_FILE).display());
    let _ = writeln!(text, "tables    {} ({} edition)", out.display(), edition.name());
    if outcome.inputs.sources.iter().any(|source| source.synthetic) {
        text.push_str("\nSYNTHETIC DATA: sites, network and coverage are invented.\n");
    }
    text
}

fn scores(outcome: &Outcome, text: &mut String) {
    let units = outcome.inputs.municipalities.iter().zip(&outcome.assessment.municipalities);
    let index = |place| outcome.assessment.composite.standing(place, Framework::ROOT);
    let mut rows: Vec<(String, &UnitAssessment, Option<Standing>)> = units
        .enumerate()
        .map(|(place, (m, unit))| (cut(&one_line(&m.name), MUNICIPALITY_WIDTH), unit, index(place)))
        .collect();
    rows.sort_by_key(|(.., index)| index.and_then(|index| index.rank).unwrap_or(u32::MAX));
    let name_width = rows.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0).max(12);
    let _ = writeln!(
        text,
        "{:>4}  {:<name_width$}  {:>5}  {:>4}  {:<8}  {:>5}  {:>9}  {:>6}  {:>7}  {:>7}  {:>7}  {:>9}",
        "rank",
        "municipality",
        "score",
        "best",
        "interval",
        "sites",
        "connected",
        "passed",
        "planned",
        "without",
        "unknown",
        "one point"
    );
    let hidden = rows.len().saturating_sub(ROWS_AT_MOST);
    for (i, (name, unit, index)) in rows.iter().enumerate() {
        if hidden > 0 && i == ROWS_AT_MOST / 2 {
            let _ = writeln!(text, "      … {hidden} more in municipalities.csv …");
        }
        if hidden > 0 && (ROWS_AT_MOST / 2..ROWS_AT_MOST / 2 + hidden).contains(&i) {
            continue;
        }
        let none = || "–".to_owned();
        let rank = index.and_then(|i| i.rank).map_or_else(none, |rank| rank.to_string());
        let score = index.map(|index| index.score);
        let shown = score.map_or_else(none, |score| Shown::of(&score).short());
        let best = score
            .and_then(|score| score.value.ok())
            .map_or_else(none, |score| score.rounded().to_string());
        let interval =
            score.map_or("–".to_owned(), |s| format!("{}–{}", s.low.rounded(), s.high.rounded()));
        let _ = writeln!(
            text,
            "{rank:>4}  {name:<name_width$}  {shown:>5}  {best:>4}  {interval:<8}  {:>5}  {:>9}  \
             {:>6}  {:>7}  {:>7}  {:>7}  {:>9}",
            unit.sites,
            unit.connected,
            unit.passed,
            unit.planned,
            unit.unconnected,
            unit.unknown,
            unit.with_spof
        );
    }
}

/// How many of the services that the sites of all municipalities need are ready: of each of them
/// the tables and the report tell, a line here has no room for it.
fn services(outcome: &Outcome) -> String {
    let units = outcome.assessment.municipalities.iter().map(|unit| unit.service_places);
    let sum = units.fold(ServicePlaces::default(), |sum, unit| ServicePlaces {
        all: sum.all + unit.all,
        ready: sum.ready + unit.ready,
        unknown: sum.unknown + unit.unknown,
    });
    let ServicePlaces { all, ready, unknown } = sum;
    if all == 0 {
        return String::new();
    }
    let known = if unknown == 0 { String::new() } else { format!(", {unknown} unknown") };
    format!(
        "services  {ready} of {all} ready{known} (each counts once for every site it concerns)\n"
    )
}

/// `12 of 14, by the best estimate; the others have no score`
fn ranked(outcome: &Outcome) -> String {
    let composite = &outcome.assessment.composite;
    let all = outcome.inputs.municipalities.len();
    let places = 0..all;
    let ranked =
        places.filter_map(|place| composite.standing(place, Framework::ROOT)?.rank).count();
    match all - ranked {
        0 => format!("{ranked} of {all}, by the best estimate"),
        _ if ranked == 0 => format!("none of {all}"),
        1 => format!("{ranked} of {all}, by the best estimate; the other has no score"),
        _ => format!("{ranked} of {all}, by the best estimate; the others have no score"),
    }
}

fn shortened(name: &str) -> String {
    cut(name, NAME_WIDTH)
}

fn cut(name: &str, width: usize) -> String {
    if name.chars().count() <= width {
        return name.to_owned();
    }
    let kept: String = name.chars().take(width - 1).collect();
    format!("{kept}…")
}

/// What a check says when nothing stops a run.
pub fn of_check(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let _ = writeln!(text, "{finding}");
    }
    let _ = writeln!(text, "no errors, {}; nothing was written", counts(findings));
    text
}

/// `3 warnings, 1 note`
fn counts(findings: &[Finding]) -> String {
    let of = |severity, word: &str| {
        let count = findings.iter().filter(|finding| finding.rule.severity() == severity).count();
        format!("{count} {word}{}", if count == 1 { "" } else { "s" })
    };
    format!("{}, {}", of(Severity::Warning, "warning"), of(Severity::Info, "note"))
}
