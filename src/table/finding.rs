//! `findings`: every row that was not used, or used with a guess.

use crate::findings::{Finding, Severity};
use crate::table::{Holds, table};
use crate::words::Said;

table! {
    /// One finding about the input.
    pub struct FindingRow in "findings" {
        rule: String as Holds::Id,
        severity: Severity,
        dataset: String,
        row: Option<u64>,
        field: Option<String>,
        value: Option<String>,
        message: Said,
        hint: Option<Said>,
    }
}

/// The row of a finding.
pub fn row(finding: &Finding) -> FindingRow {
    FindingRow {
        rule: finding.rule.name().to_owned(),
        severity: finding.rule.severity(),
        dataset: finding.dataset.clone(),
        row: finding.row,
        field: finding.field.clone(),
        value: finding.value.clone(),
        message: finding.message.clone(),
        hint: finding.hint.clone(),
    }
}

/// The rows of `findings`, which are sorted already.
pub fn findings(findings: &[Finding]) -> Vec<FindingRow> {
    findings.iter().map(row).collect()
}
