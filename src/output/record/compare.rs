//! `run.json` of a comparison of two results.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::output::record::TargetsRecord;

/// What `run.json` holds for `beredd compare`.
#[derive(Debug, Deserialize, Serialize)]
pub struct CompareRecord {
    /// The first result.
    pub a: SideRecord,
    /// The second result.
    pub b: SideRecord,
    /// Input files that only one of the two read, or that differ.
    pub inputs_that_differ: Vec<InputDifference>,
    /// What only the first asked, and is out of the scope of both: indicators of its framework.
    pub asked_only_in_a: Vec<String>,
    /// What only the second asked.
    pub asked_only_in_b: Vec<String>,
    /// Why sites were not compared, where they were not.
    pub sites_left_out: Option<String>,
    /// How many of everything.
    pub counts: CompareCounts,
}

/// Which result one of the two is.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct SideRecord {
    /// As typed.
    pub directory: String,
    /// `run` or `score`.
    pub command: String,
    /// The version of the program that wrote it.
    pub version: String,
    /// `full` or `public`; none of `beredd score`.
    pub edition: Option<String>,
    /// The name of its framework.
    pub framework: String,
    /// Which edition of it.
    pub framework_version: String,
    /// SHA-256 of the framework's text.
    pub framework_sha256: String,
    /// What its score rests on: of each pillar the indicators that were asked.
    pub asked: BTreeMap<String, Vec<String>>,
    /// SHA-256 of the project file; none of `beredd score`.
    pub settings_sha256: Option<String>,
    /// What sites were compared with; none of `beredd score`.
    pub targets: Option<TargetsRecord>,
}

/// An input file that is not the same in both.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct InputDifference {
    /// Which section names it.
    pub section: String,
    /// As the project writes it.
    pub path: String,
    /// SHA-256 of what the first read; none where it did not read it.
    pub sha256_a: Option<String>,
    /// SHA-256 of what the second read; none where it did not read it.
    pub sha256_b: Option<String>,
}

/// How many of everything.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct CompareCounts {
    /// Units of both.
    pub units: usize,
    /// Units of the first only.
    pub only_in_a: usize,
    /// Units of the second only.
    pub only_in_b: usize,
    /// Units whose score differs whatever the unknowns are.
    pub real: usize,
    /// Units whose two scores cannot be told apart.
    pub intervals_overlap: usize,
    /// Units without a score in one of the two, or without one by what both asked.
    pub no_score: usize,
    /// All units of both, where nothing was asked in both; otherwise none.
    pub nothing_asked_in_both: usize,
    /// Scores of the first, of any group, that this version computes otherwise than it states.
    pub scored_otherwise_a: usize,
    /// Scores of the second, likewise.
    pub scored_otherwise_b: usize,
    /// Rows of `difference_sites`; none where sites were not compared.
    pub site_changes: Option<usize>,
}
