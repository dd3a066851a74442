//! `run.json` of a table that was scored alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::output::record::{Draws, FrameworkRecord, InputRecord};

/// What `run.json` holds for `beredd score`.
#[derive(Debug, Deserialize, Serialize)]
pub struct ScoreRecord {
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
