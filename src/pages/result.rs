//! The rows of a result directory that explanations are made of.
//!
//! Every column that is needed is declared once, as a field of a row; a table without one of them
//! is of another version, and the error names the file and the column.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::access::location::MunicipalityMatch;
use crate::access::mast_reach::ReachBasis;
use crate::error::Error;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::model::site::SiteKind;
use crate::network::dependence::{NetworkStatus, Stage};
use crate::network::element::ElementKind;
use crate::readiness::failure::{Effect, Fallback};
use crate::readiness::service::Readiness;
use crate::report::record::{FrameworkRecord, InputRecord, TargetsRecord};
use crate::table::{Edition, RECORD, WrittenResult};
use crate::words::Language;

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
        fixed_rate_file: String,
        fixed_rate_row: Option<u64>,
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

/// What a result says of itself, and what of that explanations need: from its record, of which
/// other parts may change between versions.
#[derive(Debug)]
pub struct About {
    /// For whom it was written.
    pub edition: Edition,
    /// The language of its maps and reports, where its version recorded it.
    pub language: Option<Language>,
    /// Every file that was read.
    pub inputs: Vec<InputRecord>,
    /// What sites were compared with.
    pub targets: TargetsRecord,
    /// What the score is made of.
    pub framework: FrameworkRecord,
    /// Of each pillar that was asked, the indicators that were; `None` before anything could be
    /// left out: then everything was asked.
    pub asked: Option<BTreeMap<String, Vec<String>>>,
}

impl About {
    /// Whether a group right below the root, or an indicator, was asked.
    pub fn is_asked(&self, id: &str) -> bool {
        self.asked.as_ref().is_none_or(|asked| {
            asked.contains_key(id) || asked.values().flatten().any(|own| own == id)
        })
    }

    /// The input file with this path.
    pub fn input(&self, path: &str) -> Option<&InputRecord> {
        self.inputs.iter().find(|input| input.path == path)
    }

    /// The input files that a section of the project names.
    pub fn inputs_of(&self, section: &str) -> Vec<&InputRecord> {
        self.inputs.iter().filter(|input| input.section == section).collect()
    }
}

/// The record as it is written; what else it holds is not read.
#[derive(Deserialize)]
struct Record {
    /// Absent of a network alone.
    #[serde(default)]
    edition: String,
    inputs: Vec<InputRecord>,
    language: Option<String>,
    targets: Option<TargetsRecord>,
    framework: Option<FrameworkRecord>,
    asked: Option<BTreeMap<String, Vec<String>>>,
}

/// A result that was written by `run` or `demo`.
pub struct RunResult {
    /// Its tables.
    pub written: WrittenResult,
    /// What it says of itself.
    pub about: About,
}

impl RunResult {
    /// Opens the result in a directory.
    pub fn open(directory: &Path) -> Result<Self, Error> {
        let hint = "name the directory that `beredd run` or `beredd demo` has written";
        let written = WrittenResult::open(directory, hint)?;
        let record: Record = written.record()?;
        // Results of `outage` and `network` have records alike.
        if !written.has("municipalities.csv") {
            let why = "is a result of beredd, but of another command: it has no municipalities.csv";
            return Err(written.not_asked_for(why));
        }
        let without = |key| written.other_version(&directory.join(RECORD), key, "key");
        let about = About {
            edition: if record.edition == Edition::Public.name() {
                Edition::Public
            } else {
                Edition::Full
            },
            language: record.language.as_deref().and_then(Language::from_code),
            inputs: record.inputs,
            targets: record.targets.ok_or_else(|| without("targets"))?,
            framework: record.framework.ok_or_else(|| without("framework"))?,
            asked: record.asked,
        };
        Ok(Self { written, about })
    }

    /// Refuses the public edition.
    pub fn need_full_edition(&self, what: &str) -> Result<(), Error> {
        if self.about.edition == Edition::Full {
            return Ok(());
        }
        Err(Error::Result {
            message: format!(
                "{}: is the public edition, which says nothing of {what}: it has no sites.csv, \
                 dependencies.csv, elements.csv or backups.csv",
                self.written.directory().display()
            ),
            hint: "ask a result of `--edition full`; of the public edition `municipality CODE` \
                   can be explained"
                .to_owned(),
        })
    }

    /// Reads a table.
    pub fn read<R: Row>(&self) -> Result<Vec<R>, Error> {
        let table = self.written.table(R::TABLE)?;
        if let Some(missing) = R::COLUMNS.iter().find(|column| table.find(column).is_none()) {
            return Err(self.written.other_version(&table.path, missing, "column"));
        }
        let rows = table.rows.iter().enumerate().map(|(number, row)| {
            row.deserialize(Some(&table.columns))
                .map_err(|cause| self.written.bad_row(&table.path, number, &cause))
        });
        rows.collect()
    }
}
