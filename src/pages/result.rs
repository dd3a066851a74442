//! A result of `run` or `demo`, opened: what it says of itself, and its tables.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::error::Error;
use crate::output::record::{FrameworkRecord, InputRecord, TargetsRecord};
use crate::table::{Edition, RECORD, WrittenResult};
use crate::words::Language;

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
        self.inputs.iter().find(|input| input.path() == Some(path))
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
}
