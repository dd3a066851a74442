//! `run.json`: what was run on what, so that every number can be traced and next year's result
//! compared.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::model::framework::{Asked, Framework, Names};
use crate::model::source::Source;
use crate::output::directory::ResultDirectory;
use crate::table::Edition;
use crate::words::Language;

pub mod compare;
pub mod network;
pub mod score;

/// The name of the file with the framework's text.
pub const FRAMEWORK: &str = "framework.toml";
/// The name of the record's file.
pub use crate::table::RECORD as FILE;

/// The version of the program, with the commit it was built from where git knew it.
pub const VERSION: &str = env!("BEREDD_VERSION");

/// What `run.json` holds, of whatever command.
#[derive(Debug, Deserialize, Serialize)]
pub struct Record<R> {
    /// Always `beredd`.
    pub program: String,
    /// The version of the program, with its commit where known.
    pub version: String,
    /// Which command wrote it; absent of a run and of an outage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<String>,
    /// What only this command records.
    #[serde(flatten)]
    pub own: R,
    /// Files of this result, this one included.
    pub files: Vec<String>,
    /// How long each stage took. The only part that differs between two runs on the same input.
    pub seconds: Vec<StageSeconds>,
}

/// What a run records, and an outage.
#[derive(Debug, Deserialize, Serialize)]
pub struct RunRecord {
    /// `full` or `public`.
    pub edition: String,
    /// The language of maps and reports: `sv` or `en`.
    pub language: String,
    /// What sites were compared with.
    pub targets: TargetsRecord,
    /// The project file as it was, and its hash.
    pub settings: Settings,
    /// What the score is made of.
    pub framework: FrameworkRecord,
    /// What the score rests on: of each pillar that is asked, the indicators that are.
    #[serde(default)]
    pub asked: BTreeMap<String, Vec<String>>,
    /// Every file that was read.
    pub inputs: Vec<InputRecord>,
    /// Seed and number of the draws.
    pub draws: Draws,
    /// How many of everything.
    pub counts: Counts,
    /// What `beredd outage` was asked; absent of a run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outage: Option<OutageRecord>,
}

/// Of each pillar that is asked, the indicators that are.
pub fn asked_record(asked: &Asked) -> BTreeMap<String, Vec<String>> {
    let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
    asked.by_pillar().into_iter().map(|(pillar, ids)| (pillar.to_owned(), owned(ids))).collect()
}

/// The settings of a run.
#[derive(Debug, Deserialize, Serialize)]
pub struct Settings {
    /// SHA-256 of the project file.
    pub sha256: String,
    /// The working CRS.
    pub crs: String,
    /// The text of the project file; absent in the public edition, for it may name core nodes.
    pub text: Option<String>,
}

/// What sites were compared with.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct TargetsRecord {
    /// Download rate of a fixed connection, in Mbit/s.
    pub site_download_mbps: f64,
    /// Hours of a site's own backup power.
    pub backup_power_h: f64,
}

/// What a score is made of; the whole of it is in `framework.toml`.
#[derive(Debug, Deserialize, Serialize)]
pub struct FrameworkRecord {
    /// Its name.
    pub name: String,
    /// Which edition of it.
    pub version: String,
    /// SHA-256 of its file.
    pub sha256: String,
    /// With less known, there is no score; absent in results of versions that did not record it.
    #[serde(default)]
    pub known_share_at_least: Option<f64>,
    /// Its groups, the index first.
    pub groups: Vec<PartRecord>,
    /// Its indicators.
    pub indicators: Vec<PartRecord>,
}

/// A group or an indicator of a framework.
#[derive(Debug, Deserialize, Serialize)]
pub struct PartRecord {
    /// As the tables name it.
    pub id: String,
    /// The id of the group above; none of the index.
    pub parent: Option<String>,
    /// What people call it in Swedish.
    pub name_sv: Option<String>,
    /// What people call it in English.
    pub name_en: Option<String>,
}

impl FrameworkRecord {
    /// Of a framework, with the hash of its file.
    pub fn new(framework: &Framework, sha256: &str) -> Self {
        let part = |id: &str, parent: Option<&str>, names: &Names| PartRecord {
            id: id.to_owned(),
            parent: parent.map(str::to_owned),
            name_sv: names.sv.clone(),
            name_en: names.en.clone(),
        };
        let groups = framework.groups().iter();
        let indicators = framework.indicators().iter();
        Self {
            name: framework.name.clone(),
            version: framework.version.clone(),
            sha256: sha256.to_owned(),
            known_share_at_least: Some(framework.known_share_at_least.value()),
            groups: groups.map(|g| part(&g.id, g.parent.as_deref(), &g.names)).collect(),
            indicators: indicators.map(|i| part(&i.id, Some(&i.parent), &i.names)).collect(),
        }
    }

    /// The index: the group that has none above it.
    pub fn root(&self) -> Option<&PartRecord> {
        self.groups.first()
    }

    /// A group.
    pub fn group(&self, id: &str) -> Option<&PartRecord> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// The groups right below a group.
    pub fn groups_below<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a PartRecord> {
        self.groups.iter().filter(move |group| group.parent.as_deref() == Some(id))
    }

    /// The indicators right below a group.
    pub fn indicators_below<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a PartRecord> {
        self.indicators.iter().filter(move |indicator| indicator.parent.as_deref() == Some(id))
    }

    /// The groups right below the index.
    pub fn pillars(&self) -> impl Iterator<Item = &PartRecord> {
        self.root().into_iter().flat_map(|root| self.groups_below(&root.id))
    }
}

impl PartRecord {
    /// What people call it, in the language asked for or else the other; the id without a name.
    pub fn name(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::Sv => (&self.name_sv, &self.name_en),
            _ => (&self.name_en, &self.name_sv),
        };
        first.as_ref().or(second.as_ref()).unwrap_or(&self.id)
    }
}

/// One input file.
#[derive(Debug, Deserialize, Serialize)]
pub struct InputRecord {
    /// What identifies the file; absent in the public edition.
    #[serde(flatten)]
    pub file: Option<FileRecord>,
    /// Which section of the project names it.
    pub section: String,
    /// Who publishes it.
    pub source: Option<String>,
    /// As of when.
    pub source_date: Option<String>,
    /// Under which terms.
    pub licence: Option<String>,
    /// Whether it is invented.
    pub synthetic: bool,
}

/// What identifies an input file.
#[derive(Debug, Deserialize, Serialize)]
pub struct FileRecord {
    /// From the project file; the name alone of a file outside its directory.
    pub path: String,
    /// In bytes.
    pub bytes: u64,
    /// Of its content.
    pub sha256: String,
    /// The files beside it that were read with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sidecars: Vec<SidecarRecord>,
}

/// A file beside an input that was read with it.
#[derive(Debug, Deserialize, Serialize)]
pub struct SidecarRecord {
    /// In the directory of the input.
    pub name: String,
    /// In bytes.
    pub bytes: u64,
    /// Of its content.
    pub sha256: String,
}

impl From<&Source> for FileRecord {
    fn from(source: &Source) -> Self {
        let sidecars = source.sidecars.iter().map(|sidecar| SidecarRecord {
            name: sidecar.name.clone(),
            bytes: sidecar.bytes,
            sha256: sidecar.sha256.clone(),
        });
        Self {
            path: source.path.clone(),
            bytes: source.bytes,
            sha256: source.sha256.clone(),
            sidecars: sidecars.collect(),
        }
    }
}

impl InputRecord {
    /// Its path, where the edition names files.
    pub fn path(&self) -> Option<&str> {
        self.file.as_ref().map(|file| file.path.as_str())
    }

    /// What it is called where its facts are shown: its path, and its publisher in an edition that
    /// names no file.
    pub fn label(&self) -> Option<&str> {
        self.path().or(self.source.as_deref())
    }

    /// Of each source, what an edition may say.
    pub fn list(sources: &[Source], edition: Edition) -> Vec<Self> {
        let full = edition == Edition::Full;
        let record = |source: &Source| Self {
            file: full.then(|| source.into()),
            section: source.section.to_owned(),
            source: source.publisher.clone(),
            source_date: source.date.clone(),
            licence: source.licence.clone(),
            synthetic: source.synthetic,
        };
        sources.iter().map(record).collect()
    }
}

/// How ranks were drawn.
#[derive(Debug, Deserialize, Serialize)]
pub struct Draws {
    /// How many.
    pub draws: u32,
    /// From which seed.
    pub seed: u64,
}

/// How many of everything.
#[derive(Debug, Deserialize, Serialize)]
pub struct Counts {
    /// Municipalities.
    pub municipalities: usize,
    /// Sites.
    pub sites: usize,
    /// Network nodes.
    pub nodes: usize,
    /// Network spans.
    pub spans: usize,
    /// Elements that cut off a site.
    pub elements: usize,
    /// Findings by severity.
    pub warnings: usize,
    /// Findings by severity.
    pub notes: usize,
}

/// What `beredd outage` was asked.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OutageRecord {
    /// What is left after a scenario.
    Scenario {
        /// Its name.
        name: String,
        /// SHA-256 of the scenario file.
        sha256: String,
        /// Its text.
        text: String,
        /// How many elements it makes fail.
        elements: usize,
    },
    /// The worst elements.
    Worst {
        /// How many were asked for.
        count: usize,
    },
    /// The worst pairs of elements.
    WorstPairs {
        /// How many were asked for.
        count: usize,
        /// How many pairs were compared.
        compared: u64,
        /// How many elements were paired.
        candidates: usize,
        /// How many can take part in taking any site down.
        elements: usize,
        /// Whether that is all of them.
        exact: bool,
    },
}

/// How long one stage took.
#[derive(Debug, Deserialize, Serialize)]
pub struct StageSeconds {
    /// The stage.
    pub stage: String,
    /// Wall-clock seconds.
    pub seconds: f64,
}

/// Writes the record of a result whose other files are written, and gives the directory its name.
pub fn finish(
    directory: ResultDirectory,
    command: Option<&str>,
    own: impl Serialize,
    stages: Vec<(&'static str, f64)>,
) -> Result<(), Error> {
    let mut files = directory.files()?;
    files.push(FILE.to_owned());
    files.sort();
    let stages = stages.into_iter();
    let record = Record {
        program: "beredd".to_owned(),
        version: VERSION.to_owned(),
        command: command.map(str::to_owned),
        own,
        files,
        seconds: stages
            .map(|(stage, seconds)| StageSeconds { stage: stage.to_owned(), seconds })
            .collect(),
    };
    let path = directory.path().join(FILE);
    let mut text = serde_json::to_string_pretty(&record)
        .map_err(|cause| Error::Internal(format!("run.json: {cause}")))?;
    text.push('\n');
    std::fs::write(&path, text).map_err(|cause| Error::write(path, cause))?;
    directory.finish()
}
