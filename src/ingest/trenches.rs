//! Declared trenches: which spans somebody says lie together.

use std::collections::BTreeMap;

use crate::findings::{Finding, Findings, Rule};
use crate::ingest::format;
use crate::ingest::power::split_ids;
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::ColumnName;
use crate::model::network::Network;
use crate::model::source::{Origin, Source};
use crate::model::trench::{Trench, TrenchBasis};
use crate::words::{Said, key};

/// One row's word that a span lies in a trench.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The id of the trench.
    pub trench: String,
    /// The id of the span.
    pub span: String,
    /// Where it says so.
    pub origin: Origin,
}

/// Reads a table of `span_id` and `trench_id`; a span may lie in several trenches. `None` after an
/// error finding.
pub fn read(
    file: &InputFile,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Vec<Declaration>> {
    let source = sources.register(file, findings)?;
    let records =
        format::read(file, None, &|name| matches!(name, "span_id" | "trench_id"), findings)?;
    let named = |key: &'static str| ColumnName { key, name: key.to_owned() };
    let span = records.column(&named("span_id"), file, findings);
    let trench = records.column(&named("trench_id"), file, findings);
    let (span, trench) = (span?, trench?);
    let mut declarations = Vec::new();
    for record in &records.rows {
        let Some(id) = record.text(Some(span)) else {
            findings.add(
                file.finding(Rule::IdMissing, key::FindingNoIdOf { column: "span_id" })
                    .at(record.row)
                    .field("span_id"),
            );
            continue;
        };
        let origin = Origin { source, row: record.row };
        let trenches = record.text(Some(trench)).map(split_ids).unwrap_or_default();
        declarations.extend(trenches.into_iter().map(|trench| Declaration {
            trench,
            span: id.to_owned(),
            origin,
        }));
    }
    Some(declarations)
}

/// The trenches that rows declare, sorted by id.
pub fn declared(
    declarations: &[Declaration],
    network: &Network,
    sources: &[Source],
    findings: &mut Findings,
) -> Vec<Trench> {
    let finding = |rule, origin: Origin, field: &str, value: &str, message: Said| {
        Finding::new(rule, &sources[origin.source.0].path, message)
            .at(origin.row)
            .field(field)
            .value(value)
    };
    let mut trenches: BTreeMap<&str, Trench> = BTreeMap::new();
    for Declaration { trench: id, span, origin } in declarations {
        let Some(found) = network.find_span(span) else {
            let message = key::FindingTrenchSpan { trench: id }.into();
            findings.add(
                finding(Rule::TrenchSpanUnknown, *origin, "span_id", span, message)
                    .hint(key::HintNodeAsWritten),
            );
            continue;
        };
        let trench = trenches.entry(id).or_insert_with(|| Trench {
            id: id.clone(),
            spans: Vec::new(),
            basis: TrenchBasis::Declared { origin: *origin },
        });
        trench.spans.push(found);
    }
    let mut kept = Vec::new();
    for mut trench in trenches.into_values() {
        trench.spans.sort_unstable();
        trench.spans.dedup();
        match (&trench.basis, trench.spans.as_slice()) {
            (TrenchBasis::Declared { origin }, [span]) => {
                let message = key::FindingTrenchOne { span: &network.span(*span).id }.into();
                let rule = Rule::TrenchOfOneSpan;
                findings.add(finding(rule, *origin, "trench_id", &trench.id, message));
            }
            _ => kept.push(trench),
        }
    }
    kept
}
