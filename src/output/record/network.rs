//! `run.json` of a network alone.

use serde::{Deserialize, Serialize};

use crate::output::record::InputRecord;

/// What `run.json` holds for `beredd network`.
#[derive(Debug, Deserialize, Serialize)]
pub struct NetworkRecord {
    /// What was asked for.
    pub settings: NetworkSettings,
    /// Every file that was read.
    pub inputs: Vec<InputRecord>,
    /// How many of everything.
    pub counts: NetworkCounts,
}

/// What the command line asked for.
#[derive(Debug, Deserialize, Serialize)]
pub struct NetworkSettings {
    /// `--core`, as typed.
    pub core: Vec<String>,
    /// `--core-type`, as typed.
    pub core_types: Vec<String>,
    /// `--dependencies`.
    pub dependencies: bool,
    /// The CRS that was chosen to count metres in.
    pub crs: String,
}

/// How many of everything.
#[derive(Debug, Deserialize, Serialize)]
pub struct NetworkCounts {
    /// Nodes.
    pub nodes: usize,
    /// Spans.
    pub spans: usize,
    /// Core nodes.
    pub core: usize,
    /// Nodes with a way to the core.
    pub reached: usize,
    /// Nodes and spans that cut off a node besides themselves.
    pub single_points: usize,
    /// Pairs of a node and an element that cuts it off: the rows of `dependencies`.
    pub dependencies: u64,
    /// Findings by severity.
    pub warnings: usize,
    /// Findings by severity.
    pub notes: usize,
}
