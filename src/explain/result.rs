//! Reads a result directory back: its record and its CSV tables, nothing else.
//!
//! Every column that is needed is declared once, as a field of a row; a table without one of them
//! is of another version, and the error names the file and the column. Cells that are written
//! behind an apostrophe are read without it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::access::location::MunicipalityMatch;
use crate::access::mast_reach::ReachBasis;
use crate::error::Error;
use crate::findings::is_formula;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::model::site::SiteKind;
use crate::network::dependence::{NetworkStatus, Stage};
use crate::network::element::ElementKind;
use crate::readiness::failure::{Effect, Fallback};
use crate::readiness::gain::Measure;
use crate::readiness::service::Readiness;
use crate::report::edition::Edition;
use crate::report::record::{self, FrameworkRecord, InputRecord, TargetsRecord};

/// A row of a table, read back.
pub trait Row: DeserializeOwned {
    /// The name of the table.
    const TABLE: &'static str;
    /// The columns it needs.
    const COLUMNS: &'static [&'static str];
}

/// Declares rows: the table, and of each column its name and what it holds. What they mean is in
/// `docs/output.md`.
macro_rules! rows {
    ($($(#[$doc:meta])* $row:ident of $table:literal { $($column:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[expect(missing_docs, reason = "docs/output.md says what each column means")]
        pub struct $row { $(pub $column: $kind,)* }

        impl Row for $row {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($column),)*];
        }
    )*};
}

rows! {
    /// One site.
    SiteRow of "sites" {
        site_id: String,
        name: String,
        kind: SiteKind,
        municipality_code: String,
        municipality_match: MunicipalityMatch,
        easting_m: Option<f64>,
        persons: Option<u32>,
        fixed_status: FixedStatus,
        fixed_technology: String,
        fixed_download_mbps: Option<f64>,
        meets_target: Knowledge,
        mobile_networks_10mbps: Option<usize>,
        mobile_networks_30mbps: Option<usize>,
        mobile_networks_unknown: Option<usize>,
        nearest_node: String,
        nearest_node_m: Option<f64>,
        access_node: String,
        drop_length_m: Option<f64>,
        network_status: NetworkStatus,
        disjoint_paths: Option<u8>,
        single_points: Option<usize>,
        fallback: Fallback,
        flags: String,
        source: String,
        source_row: u64,
        fixed_source_row: Option<u64>,
        endurance_low_h: Option<f64>,
        endurance_high_h: Option<f64>,
        fixed_service: Knowledge,
        mobile_service: Knowledge,
        fixed_source_file: String,
        fixed_layer_file: String,
        fixed_layer_row: Option<u64>,
        backup_power_h: Option<f64>,
        power_feeds: String,
        unlisted_mast: Option<Knowledge>,
    }

    /// One single point of one site.
    DependencyRow of "dependencies" {
        site_id: String,
        element_kind: ElementKind,
        element_id: String,
        stage: Stage,
        effect: Effect,
        order_to_core: Option<usize>,
    }

    /// One element that takes service from a site.
    ElementRow of "elements" {
        element_kind: ElementKind,
        element_id: String,
        name: String,
        municipality_code: String,
        sites_cut_off: usize,
        schools_cut_off: usize,
        care_homes_cut_off: usize,
        persons_cut_off: Option<u64>,
        rank: usize,
        sites_persons_unknown: usize,
        trench_within_m: Option<f64>,
        trench_length_m: Option<f64>,
        consists_of: String,
        source: String,
        source_row: Option<u64>,
        core: Option<Knowledge>,
    }

    /// One site and one mast that reaches it, or may.
    BackupRow of "backups" {
        site_id: String,
        mast_id: String,
        radio_network: String,
        reaches: Knowledge,
        basis: ReachBasis,
        holds: Knowledge,
        shared_kind: Option<ElementKind>,
        shared_id: String,
        mast_node: String,
        mast_feeds: String,
        mast_way: NetworkStatus,
    }

    /// One municipality.
    MunicipalityRow of "municipalities" {
        municipality_code: String,
        name: String,
        sites: usize,
        schools: usize,
        care_homes: usize,
        sites_connected: usize,
        sites_unconnected: usize,
        sites_unknown: usize,
        sites_with_spof: usize,
        score: Option<f64>,
        score_low: Option<f64>,
        score_high: Option<f64>,
        rank: Option<usize>,
        rank_low: Option<usize>,
        rank_high: Option<usize>,
        sites_passed: usize,
        sites_planned: usize,
    }

    /// One indicator of one municipality.
    IndicatorRow of "indicators" {
        municipality_code: String,
        indicator: String,
        pillar: String,
        value: Option<f64>,
        value_low: Option<f64>,
        value_high: Option<f64>,
        known_share: Option<f64>,
        normalised: Option<f64>,
        standing: String,
        region_median: Option<f64>,
    }

    /// One municipality and one group of the framework.
    ScoreRow of "scores" {
        unit_id: String,
        group: String,
        score: Option<f64>,
        score_low: Option<f64>,
        score_high: Option<f64>,
        rank: Option<u32>,
        rank_low: Option<u32>,
        rank_high: Option<u32>,
        known_share: Option<f64>,
        no_score: String,
        probability_best_quarter: Option<f64>,
        probability_second_quarter: Option<f64>,
        probability_third_quarter: Option<f64>,
        probability_worst_quarter: Option<f64>,
    }

    /// Two municipalities, of which the first has the better rank or the same.
    RankPairRow of "rank_pairs" {
        unit_id: String,
        below_unit_id: String,
        probability: f64,
    }

    /// One measure at some sites of a municipality.
    GainRow of "gains" {
        municipality_code: String,
        measure: Measure,
        sites_mended: usize,
        sites_lacking: usize,
        score: Option<f64>,
        score_after: Option<f64>,
        gain: Option<f64>,
        rank: Option<u32>,
        rank_after: Option<u32>,
        site_ids: String,
    }

    /// One municipality, so many hours after grid power was lost.
    EnduranceRow of "endurance" {
        municipality_code: String,
        hours: f64,
        with_service: usize,
        without_service: usize,
        unknown: usize,
    }

    /// One site and one service.
    ServiceRow of "services" {
        site_id: String,
        service_id: String,
        status: Readiness,
        missing: String,
        not_known: String,
        name: String,
        needed_download_mbps: Option<f64>,
        needed_fallback: String,
        needed_endurance_h: Option<f64>,
    }

    /// One municipality and one service.
    ServiceSummaryRow of "service_summary" {
        municipality_code: String,
        service_id: String,
        sites: usize,
        ready: usize,
        at_risk: usize,
        not_ready: usize,
        unknown: usize,
        name: String,
    }

    /// One finding about the input.
    FindingRow of "findings" {
        rule: String,
        dataset: String,
        row: Option<u64>,
        field: String,
        value: String,
        message: String,
    }
}

/// One site and every condition that is counted; they have a column each.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct SiteIndicatorRow(BTreeMap<String, String>);

impl Row for SiteIndicatorRow {
    const TABLE: &'static str = "site_indicators";
    const COLUMNS: &'static [&'static str] = &["site_id"];
}

impl SiteIndicatorRow {
    /// Whether this is the row of a site.
    pub fn is_of(&self, site_id: &str) -> bool {
        self.0.get("site_id").is_some_and(|id| id == site_id)
    }

    /// Whether the site meets a condition; `None` where no such condition is counted.
    pub fn condition(&self, id: &str) -> Option<Knowledge> {
        let word = self.0.get(id)?;
        let all = [Knowledge::Yes, Knowledge::No, Knowledge::Unknown];
        all.into_iter().find(|known| known.name() == word)
    }
}

/// What of `run.json` explanations need. Other parts may change between versions.
#[derive(Debug, Deserialize)]
struct Record {
    program: String,
    version: String,
    /// Absent of a network alone.
    #[serde(default)]
    edition: String,
    inputs: Vec<InputRecord>,
    files: Vec<String>,
    language: Option<String>,
    targets: Option<TargetsRecord>,
    framework: Option<FrameworkRecord>,
}

/// A result directory.
pub struct ResultTables {
    directory: PathBuf,
    record: Record,
    targets: TargetsRecord,
    framework: FrameworkRecord,
}

impl ResultTables {
    /// Opens the result in a directory.
    pub fn open(directory: &Path) -> Result<Self, Error> {
        let path = directory.join(record::FILE);
        let no_result = |why: String| {
            let hint = "name the directory that `beredd run` or `beredd demo` has written";
            Error::Result { message: why, hint: hint.to_owned() }
        };
        if !directory.is_dir() {
            let why = if directory.exists() { "is no directory" } else { "does not exist" };
            return Err(no_result(format!("{}: {why}", directory.display())));
        }
        let text = std::fs::read_to_string(&path).map_err(|cause| {
            no_result(format!(
                "{}: holds no result of beredd: {}: {cause}",
                directory.display(),
                record::FILE
            ))
        })?;
        let mut record: Record = serde_json::from_str(&text).map_err(|cause| {
            no_result(format!("{}: is no record of a run of beredd: {cause}", path.display()))
        })?;
        if record.program != "beredd" {
            return Err(no_result(format!(
                "{}: was written by {:?}, not by beredd",
                path.display(),
                record.program
            )));
        }
        // Results of `outage` and `network` have records alike.
        if !record.files.iter().any(|file| file == "municipalities.csv") {
            return Err(no_result(format!(
                "{}: is a result of beredd, but of another command: it has no municipalities.csv",
                directory.display()
            )));
        }
        let Some(targets) = &record.targets else {
            return Err(other_version(&path, "targets", &record.version, "key"));
        };
        let targets = TargetsRecord { ..*targets };
        let Some(framework) = record.framework.take() else {
            return Err(other_version(&path, "framework", &record.version, "key"));
        };
        Ok(Self { directory: directory.to_owned(), record, targets, framework })
    }

    /// The code of the language that the result was written in, where its record says so.
    pub fn language(&self) -> Option<&str> {
        self.record.language.as_deref()
    }

    /// The directory.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// What sites were compared with.
    pub fn targets(&self) -> &TargetsRecord {
        &self.targets
    }

    /// What the score is made of.
    pub fn framework(&self) -> &FrameworkRecord {
        &self.framework
    }

    /// Whether this is the public edition, which has no sites.
    pub fn is_public(&self) -> bool {
        self.record.edition == Edition::Public.name()
    }

    /// Refuses the public edition.
    pub fn need_full_edition(&self, what: &str) -> Result<(), Error> {
        if !self.is_public() {
            return Ok(());
        }
        Err(Error::Result {
            message: format!(
                "{}: is the public edition, which says nothing of {what}: it has no sites.csv, \
                 dependencies.csv, elements.csv or backups.csv",
                self.directory.display()
            ),
            hint: "ask a result of `--edition full`; of the public edition `municipality CODE` \
                   can be explained"
                .to_owned(),
        })
    }

    /// The input file with this path.
    pub fn input(&self, path: &str) -> Option<&InputRecord> {
        self.record.inputs.iter().find(|input| input.path == path)
    }

    /// The input files that a section of the project names.
    pub fn inputs_of(&self, section: &str) -> Vec<&InputRecord> {
        self.record.inputs.iter().filter(|input| input.section == section).collect()
    }

    /// Reads a table.
    pub fn read<R: Row>(&self) -> Result<Vec<R>, Error> {
        let path = self.directory.join(format!("{}.csv", R::TABLE));
        let mut reader = csv::Reader::from_path(&path)
            .map_err(|cause| self.unreadable(&path, &cause.to_string()))?;
        let header =
            reader.headers().map_err(|cause| self.unreadable(&path, &cause.to_string()))?.clone();
        for column in R::COLUMNS {
            if !header.iter().any(|found| found == *column) {
                return Err(other_version(&path, column, &self.record.version, "column"));
            }
        }
        let mut rows = Vec::new();
        for (number, record) in reader.records().enumerate() {
            let row = record.and_then(|record| {
                let record: csv::StringRecord = record.iter().map(without_guard).collect();
                record.deserialize(Some(&header))
            });
            rows.push(row.map_err(|cause| {
                self.unreadable(&path, &format!("row {}: {cause}", number + 2))
            })?);
        }
        Ok(rows)
    }

    fn unreadable(&self, path: &Path, cause: &str) -> Error {
        Error::Result {
            message: format!("{}: cannot be read: {cause}", path.display()),
            hint: format!(
                "the result was written by beredd {}; run it again if a file was changed or lost",
                self.record.version
            ),
        }
    }
}

fn other_version(path: &Path, name: &str, version: &str, what: &str) -> Error {
    Error::Result {
        message: format!("{}: has no {what} {name:?}", path.display()),
        hint: format!(
            "the result was written by beredd {version}; run it again with this version, {}",
            env!("CARGO_PKG_VERSION")
        ),
    }
}

/// A cell without the apostrophe that keeps a spreadsheet from running it.
fn without_guard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_guard_is_taken_away() {
        assert_eq!(without_guard("'=1+1"), "=1+1");
        assert_eq!(without_guard("'s-Gravenhage"), "'s-Gravenhage");
        assert_eq!(without_guard("'-5"), "'-5");
    }
}
