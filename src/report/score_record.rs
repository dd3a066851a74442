//! `run.json` of a table that was scored alone.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::report::record::{self, Draws, FrameworkRecord, InputRecord, StageSeconds};

/// What `run.json` holds for `beredd score`.
#[derive(Debug, Deserialize, Serialize)]
pub struct ScoreRecord {
    /// Always `beredd`.
    pub program: String,
    /// The version of the program, with its commit where known.
    pub version: String,
    /// Always `score`; the record of a run has no such member.
    pub command: String,
    /// What the score is made of.
    pub framework: FrameworkRecord,
    /// What the score rests on: of each pillar that is asked, the indicators that are.
    #[serde(default)]
    pub asked: BTreeMap<String, Vec<String>>,
    /// The table.
    pub inputs: Vec<InputRecord>,
    /// Seed and number of the draws.
    pub draws: Draws,
    /// How many of everything.
    pub counts: ScoreCounts,
    /// Files of this result, this one included.
    pub files: Vec<String>,
    /// How long each stage took. The only part that differs between two runs on the same input.
    pub seconds: Vec<StageSeconds>,
}

/// How many of everything.
#[derive(Debug, Deserialize, Serialize)]
pub struct ScoreCounts {
    /// Units in the table.
    pub units: usize,
    /// Units that have a score.
    pub scored: usize,
    /// Indicators of the framework.
    pub indicators: usize,
    /// Values outside their goalposts.
    pub outside_goalposts: usize,
    /// Findings by severity.
    pub warnings: usize,
    /// Findings by severity.
    pub notes: usize,
}

impl ScoreRecord {
    /// Writes the record into a result directory.
    pub fn write(&self, directory: &Path) -> Result<(), Error> {
        record::write(self, directory)
    }
}
