//! Words that several explanations use, in both languages side by side.

use std::path::Path;

use crate::explain::result::{ElementRow, ResultTables};
use crate::explain::text::list;
use crate::model::site::SiteKind;
use crate::network::element::ElementKind;
use crate::readiness::service::Readiness;
use crate::words::Language::{self, En, Sv};

/// `a school`.
pub fn a_kind(language: Language, kind: SiteKind) -> &'static str {
    match (language, kind) {
        (Sv, SiteKind::School) => "en skola",
        (Sv, SiteKind::Preschool) => "en förskola",
        (Sv, SiteKind::CareHome) => "ett särskilt boende",
        (Sv, SiteKind::HealthCentre) => "en vårdmottagning",
        (Sv, SiteKind::Other) => "en verksamhet",
        (En, SiteKind::School) => "a school",
        (En, SiteKind::Preschool) => "a preschool",
        (En, SiteKind::CareHome) => "a care home",
        (En, SiteKind::HealthCentre) => "a health centre",
        (En, SiteKind::Other) => "a site of another kind",
    }
}

/// `the school`.
pub fn the_kind(language: Language, kind: SiteKind) -> &'static str {
    match (language, kind) {
        (Sv, SiteKind::School) => "skolan",
        (Sv, SiteKind::Preschool) => "förskolan",
        (Sv, SiteKind::CareHome) => "boendet",
        (Sv, SiteKind::HealthCentre) => "mottagningen",
        (Sv, SiteKind::Other) => "verksamheten",
        (En, SiteKind::School) => "the school",
        (En, SiteKind::Preschool) => "the preschool",
        (En, SiteKind::CareHome) => "the care home",
        (En, SiteKind::HealthCentre) => "the health centre",
        (En, SiteKind::Other) => "the site",
    }
}

/// The kind alone, singular and plural.
pub fn kinds(language: Language, kind: SiteKind) -> (&'static str, &'static str) {
    match (language, kind) {
        (Sv, SiteKind::School) => ("skola", "skolor"),
        (Sv, SiteKind::Preschool) => ("förskola", "förskolor"),
        (Sv, SiteKind::CareHome) => ("särskilt boende", "särskilda boenden"),
        (Sv, SiteKind::HealthCentre) => ("vårdmottagning", "vårdmottagningar"),
        (Sv, SiteKind::Other) => ("annan verksamhet", "andra verksamheter"),
        (En, SiteKind::School) => ("school", "schools"),
        (En, SiteKind::Preschool) => ("preschool", "preschools"),
        (En, SiteKind::CareHome) => ("care home", "care homes"),
        (En, SiteKind::HealthCentre) => ("health centre", "health centres"),
        (En, SiteKind::Other) => ("other site", "other sites"),
    }
}

/// Sites of every kind, singular and plural.
pub fn sites(language: Language) -> (&'static str, &'static str) {
    match language {
        Sv => ("verksamhet", "verksamheter"),
        En => ("site", "sites"),
    }
}

/// A kind of element, singular and plural.
pub fn element_kind(language: Language, kind: ElementKind) -> (&'static str, &'static str) {
    match (language, kind) {
        (Sv, ElementKind::Mast) => ("mast", "master"),
        (Sv, ElementKind::Node) => ("nod", "noder"),
        (Sv, ElementKind::PowerFeed) => ("elmatning", "elmatningar"),
        (Sv, ElementKind::Span) => ("kabel", "kablar"),
        (Sv, ElementKind::Trench) => ("schakt", "schakt"),
        (En, ElementKind::Mast) => ("mast", "masts"),
        (En, ElementKind::Node) => ("node", "nodes"),
        (En, ElementKind::PowerFeed) => ("power feed", "power feeds"),
        (En, ElementKind::Span) => ("cable", "cables"),
        (En, ElementKind::Trench) => ("trench", "trenches"),
    }
}

/// `node N-1`.
pub fn element(language: Language, kind: ElementKind, id: &str) -> String {
    format!("{} {id}", element_kind(language, kind).0)
}

/// `node N-1 (Henån, core node)`.
pub fn named_element(language: Language, row: &ElementRow) -> String {
    let core = match (row.is_core(), language) {
        (true, Sv) => Some("kärnnod"),
        (true, En) => Some("core node"),
        (false, _) => None,
    };
    let name = Some(row.name.as_str()).filter(|name| !name.is_empty() && *name != row.element_id);
    let more: Vec<&str> = name.into_iter().chain(core).collect();
    let element = element(language, row.element_kind, &row.element_id);
    if more.is_empty() { element } else { format!("{element} ({})", more.join(", ")) }
}

/// What a trench consists of, and the assumption it rests on: `cables K-1 and K-2 are drawn …`.
pub fn trench(language: Language, row: &ElementRow) -> String {
    let cables: Vec<&str> = row.parts().map(|(_, id)| id).collect();
    let cables = list(language, &cables);
    match (row.trench_within_m, row.trench_length_m, language) {
        (Some(within), Some(length), Sv) => format!(
            "kablarna {cables} är ritade inom {} från varandra på en sträcka av {} och antas ligga \
             i samma schakt",
            super::text::length(Sv, within),
            super::text::length(Sv, length)
        ),
        (Some(within), Some(length), En) => format!(
            "cables {cables} are drawn within {} of each other over {} and are assumed to share a \
             trench",
            super::text::length(En, within),
            super::text::length(En, length)
        ),
        (_, _, Sv) => format!("kablarna {cables} anges ligga i samma schakt"),
        (_, _, En) => format!("cables {cables} are stated to share a trench"),
    }
}

/// Whether a file's rows are counted as a spreadsheet does.
fn is_table(file: &str) -> bool {
    let ending = Path::new(file).extension().unwrap_or_default().to_string_lossy().to_lowercase();
    ["csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet"].contains(&ending.as_str())
}

/// `row 2 of schools.csv`, or of a file that has no rows `feature 7 of fibre.gpkg`.
pub fn place(language: Language, file: &str, row: Option<u64>) -> String {
    match (row, language) {
        (None, _) => file.to_owned(),
        (Some(row), Sv) if is_table(file) => format!("rad {row} i {file}"),
        (Some(row), En) if is_table(file) => format!("row {row} of {file}"),
        (Some(row), Sv) => format!("objekt {row} i {file}"),
        (Some(row), En) => format!("feature {row} of {file}"),
    }
}

/// [`place`] with who publishes the file, the date of its facts and its licence.
pub fn source(language: Language, result: &ResultTables, file: &str, row: Option<u64>) -> String {
    let place = place(language, file, row);
    let Some(input) = result.input(file) else { return place };
    let mut more: Vec<String> = input.source.iter().chain(&input.source_date).cloned().collect();
    more.extend(input.licence.as_ref().map(|licence| match language {
        Sv => format!("licens {licence}"),
        En => format!("licence {licence}"),
    }));
    if input.synthetic {
        more.push(
            match language {
                Sv => "syntetiska uppgifter",
                En => "synthetic",
            }
            .to_owned(),
        );
    }
    if more.is_empty() { place } else { format!("{place} ({})", more.join(", ")) }
}

/// The status of a service.
pub fn readiness(language: Language, readiness: Readiness) -> &'static str {
    match (language, readiness) {
        (Sv, Readiness::Ready) => "redo",
        (Sv, Readiness::AtRisk) => "fungerar i dag men är sårbar",
        (Sv, Readiness::NotReady) => "inte redo",
        (Sv, Readiness::Unknown) => "går inte att avgöra",
        (En, Readiness::Ready) => "ready",
        (En, Readiness::AtRisk) => "works today, but at risk",
        (En, Readiness::NotReady) => "not ready",
        (En, Readiness::Unknown) => "cannot be told",
    }
}

/// The status of so many sites.
pub fn readiness_of(language: Language, status: Readiness, count: usize) -> &'static str {
    match (language, status) {
        (Sv, Readiness::AtRisk) if count > 1 => "fungerar i dag men är sårbara",

        (En, Readiness::AtRisk) if count > 1 => "work today, but at risk",
        _ => readiness(language, status),
    }
}

/// A quarter of all municipalities by rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quarter {
    /// The first.
    Best,
    /// The one after it.
    Second,
    /// The one before the last.
    Third,
    /// The last.
    Worst,
}

/// `the best quarter`.
pub fn quarter(language: Language, quarter: Quarter) -> &'static str {
    match (language, quarter) {
        (Sv, Quarter::Best) => "den bästa fjärdedelen",
        (Sv, Quarter::Second) => "den näst bästa fjärdedelen",
        (Sv, Quarter::Third) => "den näst sämsta fjärdedelen",
        (Sv, Quarter::Worst) => "den sämsta fjärdedelen",
        (En, Quarter::Best) => "the best quarter",
        (En, Quarter::Second) => "the second best quarter",
        (En, Quarter::Third) => "the second worst quarter",
        (En, Quarter::Worst) => "the worst quarter",
    }
}

/// How often something comes out: `in 7 draws of 10`.
pub fn draws(language: Language, probability: f64) -> String {
    let tenths = (10.0 * probability).round();
    match (tenths, probability < 1.0, language) {
        (0.0, _, Sv) => "i färre än en av 10 dragningar".to_owned(),
        (0.0, _, En) => "in fewer than one draw of 10".to_owned(),
        (10.0, false, Sv) => "i alla dragningar".to_owned(),
        (10.0, false, En) => "in all draws".to_owned(),
        (10.0, true, Sv) => "i nästan alla dragningar".to_owned(),
        (10.0, true, En) => "in nearly all draws".to_owned(),
        (tenths, _, Sv) => format!("i {tenths} av 10 dragningar"),
        (tenths, _, En) => {
            format!("in {tenths} {} of 10", if tenths == 1.0 { "draw" } else { "draws" })
        }
    }
}
