//! The network: an Open Fibre Data Standard (OFDS 0.3 or 0.4) JSON package, or its GeoJSON form
//! with nodes and spans in files of their own.
//!
//! A file becomes JSON objects in [`files`], objects become [`nodes`] and [`spans`], and the core
//! nodes are found among them in [`core`](mod@core).

mod core;
mod drawing;
mod files;
mod nodes;
mod object;
mod spans;

use std::collections::HashMap;

use crate::crs::WorkingCrs;
use crate::findings::{Findings, Rule};
use crate::ingest::power::split_ids;
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::trenches::Declaration;
use crate::model::network::{Network, NetworkError, NodeIdx};
use crate::units::Metres;

use files::{Listed, features, package};
use nodes::Reader;
use object::id_text;

/// The settings of `[network]` that reading needs.
#[derive(Clone, Debug)]
pub struct NetworkInput {
    /// The package, or the two GeoJSON files.
    pub files: NetworkFiles,
    /// Node types that make a core node.
    pub core_types: Vec<String>,
    /// Node ids that are core nodes.
    pub core_ids: Vec<String>,
    /// Span ends without a node id join the node within this distance.
    pub snap_within: Metres,
    /// The property of spans that names the trenches they lie in.
    pub trench_column: Option<String>,
}

/// How a network is stored.
#[derive(Clone, Debug)]
pub enum NetworkFiles {
    /// One JSON package.
    Package(InputFile),
    /// Nodes and spans as GeoJSON.
    GeoJson {
        /// The nodes.
        nodes: InputFile,
        /// The spans.
        spans: InputFile,
    },
}

/// A network as read, and which spans it says lie in which trench.
#[derive(Debug)]
pub struct Reading {
    /// The network.
    pub network: Network,
    /// What properties of spans say of trenches.
    pub trenches: Vec<Declaration>,
}

/// Reads the network. `None` after an error finding.
pub fn read(
    settings: &NetworkInput,
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Reading> {
    let (node_file, span_file, source, nodes, spans) = match &settings.files {
        NetworkFiles::Package(file) => {
            let source = sources.register(file, findings)?;
            let (nodes, spans) = package(file, source, findings)?;
            (file, file, source, nodes, spans)
        }
        NetworkFiles::GeoJson { nodes, spans } => {
            let node_source = sources.register(nodes, findings);
            let span_source = sources.register(spans, findings);
            let (node_source, span_source) = (node_source?, span_source?);
            let listed = features(nodes, node_source, "location", findings);
            let routes = features(spans, span_source, "route", findings);
            (nodes, spans, node_source, listed?, routes?)
        }
    };
    let mut reader = Reader { working, transforms: HashMap::new(), findings };
    let trenches = trenches(settings.trench_column.as_deref(), &spans, span_file, reader.findings);
    let nodes = reader.nodes(&nodes, node_file)?;
    let index: HashMap<String, NodeIdx> =
        nodes.iter().enumerate().map(|(i, n)| (n.id.clone(), NodeIdx(i as u32))).collect();
    let mut spans = reader.spans(&spans, &nodes, &index, settings.snap_within, span_file)?;
    drawing::check(&mut spans, &nodes, span_file, findings);
    let core = core::core(settings, &nodes, &spans, &index, node_file, findings)?;
    match Network::new(source, nodes, spans, core) {
        Ok(network) => Some(Reading { network, trenches }),
        Err(fault @ NetworkError::DuplicateSpan(_)) => {
            findings.add(span_file.finding(Rule::IdDuplicate, fault.to_string()).field("id"));
            None
        }
        Err(fault) => {
            findings.add(node_file.finding(Rule::IdDuplicate, fault.to_string()).field("id"));
            None
        }
    }
}

/// What a property of the spans says of trenches: one id, or a list of them.
fn trenches(
    column: Option<&str>,
    spans: &[Listed],
    file: &InputFile,
    findings: &mut Findings,
) -> Vec<Declaration> {
    let Some(column) = column else { return Vec::new() };
    let mut declarations = Vec::new();
    for Listed { object, origin, .. } in spans {
        let Some(span) = id_text(&object["id"]) else { continue };
        let value = &object[column];
        let listed = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        let ids = listed.iter().filter_map(id_text).flat_map(|text| split_ids(&text));
        declarations.extend(ids.map(|trench| Declaration {
            trench,
            span: span.clone(),
            origin: *origin,
        }));
    }
    if declarations.is_empty() {
        findings.add(
            file.finding(Rule::TrenchColumnEmpty, "no span has a value in this property")
                .field("network.trench.column")
                .value(column)
                .hint("name the property of the spans that holds the id of their trench"),
        );
    }
    declarations
}
