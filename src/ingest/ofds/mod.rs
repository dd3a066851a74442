//! The network: an Open Fibre Data Standard (OFDS 0.3 or 0.4) JSON package, or its GeoJSON form
//! with nodes and spans in files of their own.
//!
//! A file becomes a stream of JSON values in `document` and `files`, of each of which `object`
//! keeps what a network needs; that becomes `nodes` and `spans`, and the core nodes are found
//! among them in `core`.

mod asked_by;
mod core;
mod document;
mod drawing;
mod files;
mod nodes;
mod object;
mod spans;
mod status;

use std::collections::HashMap;

use crate::crs::{Crs, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::trenches::Declaration;
use crate::model::network::{Network, NetworkError, Node, Span};
use crate::model::source::SourceIdx;
use crate::units::Metres;
use crate::words::{Said, key};

pub use asked_by::AskedBy;
pub use core::Candidates;
pub use status::MissingStatus;

use files::{Listed, features, package};
use nodes::Reader;
use object::{NodeRecord, Route, SpanRecord};

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
    /// What nodes and spans count as that state no status.
    pub missing_status: MissingStatus,
    /// The property of spans that names the trenches they lie in.
    pub trench_column: Option<String>,
    /// Who says all this.
    pub asked_by: AskedBy,
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

impl NetworkInput {
    /// Tells of paths from the command line that are no files, before anything below a directory
    /// is read.
    pub fn report_no_files(&self, findings: &mut Findings) {
        let files = match &self.files {
            NetworkFiles::Package(file) => vec![file],
            NetworkFiles::GeoJson { nodes, spans } => vec![nodes, spans],
        };
        for file in files {
            let fault = match std::fs::metadata(&file.path) {
                Ok(metadata) if metadata.is_file() => continue,
                Ok(metadata) if metadata.is_dir() => {
                    file.finding(Rule::FileUnreadable, key::FindingIsDirectory)
                }
                Ok(_) => file.finding(Rule::FileUnreadable, key::FindingNoFile),
                Err(cause) => {
                    let message = key::FindingItNotRead { cause: cause.to_string() };
                    file.finding(Rule::FileMissing, message)
                }
            };
            findings.add(fault.hint(self.asked_by.form_hint(&file.path)));
        }
    }
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
    let text = Text::read(settings, sources, findings)?;
    text.elements(working, findings)?.network(findings)
}

/// What the files of a network say, before any coordinate has a meaning.
#[derive(Debug)]
pub struct Text<'a> {
    settings: &'a NetworkInput,
    node_file: &'a InputFile,
    span_file: &'a InputFile,
    source: SourceIdx,
    nodes: Listed<NodeRecord>,
    spans: Listed<SpanRecord>,
}

impl<'a> Text<'a> {
    /// Reads the files. `None` after an error finding.
    pub fn read(
        settings: &'a NetworkInput,
        sources: &mut Sources,
        findings: &mut Findings,
    ) -> Option<Self> {
        let (node_file, span_file, source, nodes, spans) = match &settings.files {
            NetworkFiles::Package(file) => {
                let source = sources.register(file, findings)?;
                let (nodes, spans) = package(file, source, settings, findings)?;
                (file, file, source, nodes, spans)
            }
            NetworkFiles::GeoJson { nodes, spans } => {
                let node_source = sources.register(nodes, findings);
                let span_source = sources.register(spans, findings);
                let (node_source, span_source) = (node_source?, span_source?);
                let column = settings.trench_column.as_deref();
                let span = |object| SpanRecord::of(object, column);
                let listed =
                    features(nodes, node_source, settings, "location", NodeRecord::of, findings);
                let routes = features(spans, span_source, settings, "route", span, findings);
                (nodes, spans, node_source, listed?, routes?)
            }
        };
        Some(Self { settings, node_file, span_file, source, nodes, spans })
    }

    /// A CRS that counts metres where most of the network is; any, for a network without positions.
    pub fn local_crs(&self) -> WorkingCrs {
        let drawn = |route: &Route| match route {
            Route::Line(line) => line.0.first().copied(),
            Route::Absent | Route::Unusable(_) => None,
        };
        let nodes = self.nodes.iter().map(|(node, _, crs)| (node.position, crs));
        let spans = self.spans.iter().map(|(span, _, crs)| (drawn(&span.route), crs));
        let mut stated =
            nodes.chain(spans).filter_map(|(place, crs)| Some((place?, crs))).peekable();
        let definition = stated.peek().and_then(|&(_, crs)| crs).map(str::to_owned);
        let same = stated.filter(|&(_, crs)| crs == definition.as_deref());
        let places: Vec<_> = same.map(|(place, _)| place).collect();
        // A CRS that cannot be read is told where it is used.
        let stated = definition.and_then(|definition| Crs::from_definition(&definition).ok());
        WorkingCrs::around(&stated.unwrap_or_else(Crs::wgs84), &places)
    }

    /// Makes nodes and spans of it. `None` after an error finding.
    pub fn elements(self, working: &WorkingCrs, findings: &mut Findings) -> Option<Elements<'a>> {
        let Self { settings, node_file, span_file, source, nodes, spans } = self;
        let mut reader = Reader { working, transforms: HashMap::new(), findings };
        let trenches =
            trenches(settings.trench_column.as_deref(), &spans, span_file, reader.findings);
        let nodes = reader.nodes(nodes, settings, node_file)?;
        let mut spans = reader.spans(spans, &nodes, settings, span_file)?;
        drawing::check(&mut spans, &nodes, span_file, findings);
        Some(Elements { settings, node_file, span_file, source, nodes, spans, trenches })
    }
}

/// The nodes and spans of a network whose core is not known yet.
#[derive(Debug)]
pub struct Elements<'a> {
    settings: &'a NetworkInput,
    node_file: &'a InputFile,
    span_file: &'a InputFile,
    source: SourceIdx,
    nodes: Vec<Node>,
    spans: Vec<Span>,
    trenches: Vec<Declaration>,
}

impl Elements<'_> {
    /// What could be the core.
    pub fn candidates(&self) -> Candidates {
        Candidates::of(&self.nodes, &self.spans)
    }

    /// Finds the core among them. `None` after an error finding.
    pub fn network(self, findings: &mut Findings) -> Option<Reading> {
        let Self { settings, node_file, span_file, source, nodes, spans, trenches } = self;
        let core = core::core(settings, &nodes, &spans, node_file, findings)?;
        match Network::new(source, nodes, spans, core) {
            Ok(network) => Some(Reading { network, trenches }),
            Err(fault) => {
                let (file, message): (_, Said) = match &fault {
                    NetworkError::DuplicateSpan(id) => {
                        (span_file, key::FindingSpanTwice { id }.into())
                    }
                    NetworkError::DuplicateNode(id) => {
                        (node_file, key::FindingNodeTwice { id }.into())
                    }
                    other => {
                        let cause = other.to_string();
                        (node_file, key::FindingNetworkBroken { cause }.into())
                    }
                };
                findings.add(file.finding(Rule::IdDuplicate, message).field("id"));
                None
            }
        }
    }
}

/// What a property of the spans says of trenches.
fn trenches(
    column: Option<&str>,
    spans: &Listed<SpanRecord>,
    file: &InputFile,
    findings: &mut Findings,
) -> Vec<Declaration> {
    let Some(column) = column else { return Vec::new() };
    let mut declarations = Vec::new();
    for (record, origin, _) in spans.iter() {
        let Some(span) = &record.id else { continue };
        declarations.extend(record.trenches.iter().map(|trench| Declaration {
            trench: trench.clone(),
            span: span.clone(),
            origin,
        }));
    }
    if declarations.is_empty() {
        findings.add(
            file.finding(Rule::TrenchColumnEmpty, key::FindingTrenchColumn)
                .field("network.trench.column")
                .value(column)
                .hint(key::HintTrenchColumn),
        );
    }
    declarations
}
