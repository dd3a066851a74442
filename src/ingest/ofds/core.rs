//! Which nodes are core: where the network meets the outside world.

use std::collections::{BTreeMap, HashMap};

use crate::findings::{Findings, Rule};
use crate::ingest::ofds::{AskedBy, NetworkInput};
use crate::ingest::provenance::InputFile;
use crate::model::network::{Node, NodeIdx, Span};
use crate::words::{Said, key};

/// The core nodes by type and by id. `None` after an error finding.
pub(super) fn core(
    settings: &NetworkInput,
    nodes: &[Node],
    spans: &[Span],
    file: &InputFile,
    findings: &mut Findings,
) -> Option<Vec<NodeIdx>> {
    let NetworkInput { core_types, core_ids, asked_by, .. } = settings;
    let index: HashMap<&str, NodeIdx> = match core_ids.as_slice() {
        [] => HashMap::new(),
        _ => nodes.iter().zip(0..).map(|(node, i)| (node.id.as_str(), NodeIdx(i))).collect(),
    };
    let mut unknown = false;
    let mut core = Vec::new();
    for id in core_ids {
        match index.get(id.as_str()) {
            Some(&node) => core.push(node),
            None => {
                unknown = true;
                findings.add(
                    file.finding(Rule::NetworkCoreUnknown, key::FindingNoCoreId)
                        .field(asked_by.core_ids_field())
                        .value(id)
                        .hint(Candidates::of(nodes, spans).said()),
                );
            }
        }
    }
    // Codes are read in letters of any case.
    let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
    let is_of = |node: &Node, wanted: &str| node.types.iter().any(|own| same(own, wanted));
    let of_type = |node: &Node| core_types.iter().any(|wanted| is_of(node, wanted));
    core.extend(
        nodes.iter().enumerate().filter(|(_, n)| of_type(n)).map(|(i, _)| NodeIdx(i as u32)),
    );
    // Who writes a project may name types for several networks; who types one means this network.
    if *asked_by == AskedBy::CommandLine {
        let has = |wanted: &String| nodes.iter().any(|node| is_of(node, wanted));
        for absent in core_types.iter().filter(|t| !has(t)) {
            unknown = true;
            findings.add(
                file.finding(Rule::NetworkCoreUnknown, key::FindingNoCoreType)
                    .field("--core-type")
                    .value(absent)
                    .hint(Candidates::of(nodes, spans).said()),
            );
        }
    }
    if unknown {
        return None;
    }
    if !core.iter().any(|node| nodes[node.0 as usize].in_service) {
        let why: Said = match core.len() {
            0 => key::FindingNoCore.into(),
            _ => key::FindingCoreNotInService.into(),
        };
        let hint = asked_by.core_hint(&Candidates::of(nodes, spans));
        let field = asked_by.core_field();
        findings.add(file.finding(Rule::NetworkCoreMissing, why).field(field).hint(hint));
        return None;
    }
    Some(core)
}

/// How many nodes with the most spans are told.
const BUSIEST: usize = 5;
/// How many node types are told; the standard has fewer.
const TYPES: usize = 20;

/// What could be the core: the node types there are, and the nodes with the most spans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidates {
    /// How many nodes there are.
    pub nodes: usize,
    /// Each type and how many nodes are of it, by name.
    pub types: Vec<(String, usize)>,
    /// The id and name of a node and its number of spans, most spans first.
    pub busiest: Vec<(String, Option<String>, usize)>,
}

impl Candidates {
    pub(super) fn of(nodes: &[Node], spans: &[Span]) -> Self {
        let mut types: BTreeMap<&str, usize> = BTreeMap::new();
        for kind in nodes.iter().flat_map(|n| &n.types) {
            *types.entry(kind).or_default() += 1;
        }
        let mut degree = vec![0usize; nodes.len()];
        for span in spans {
            degree[span.start.0 as usize] += 1;
            degree[span.end.0 as usize] += 1;
        }
        let mut busiest: Vec<usize> = (0..nodes.len()).collect();
        busiest.sort_by(|&a, &b| {
            degree[b].cmp(&degree[a]).then_with(|| nodes[a].id.cmp(&nodes[b].id))
        });
        busiest.truncate(BUSIEST);
        Self {
            nodes: nodes.len(),
            types: types.into_iter().map(|(t, n)| (t.to_owned(), n)).collect(),
            busiest: busiest
                .into_iter()
                .map(|i| (nodes[i].id.clone(), nodes[i].name.clone(), degree[i]))
                .collect(),
        }
    }

    /// One below the other, for a terminal.
    pub fn listed(&self) -> String {
        let shown = |text: &str| text.escape_debug().to_string();
        let mut lines = vec!["  node types:".to_owned()];
        if self.types.is_empty() {
            lines.push("    no node states a type".to_owned());
        }
        for (kind, count) in self.types.iter().take(TYPES) {
            lines.push(format!("    {}  ({count} nodes)", shown(kind)));
        }
        if self.types.len() > TYPES {
            lines.push(format!("    … and {} more", self.types.len() - TYPES));
        }
        lines.push("  nodes with most spans:".to_owned());
        for (id, name, spans) in &self.busiest {
            let name = name.as_deref().map_or(String::new(), |name| format!("  {}", shown(name)));
            lines.push(format!("    {}{name}  ({spans} spans)", shown(id)));
        }
        lines.join("\n")
    }

    /// In a sentence, for a hint.
    pub(super) fn said(&self) -> Said {
        let listed: Vec<String> =
            self.types.iter().take(TYPES).map(|(t, n)| format!("{t} ({n})")).collect();
        let (listed, more) = (listed.join(", "), self.types.len().saturating_sub(TYPES));
        let types: Said = match (self.types.is_empty(), more) {
            (true, _) => key::CandidatesNoTypes.into(),
            (_, 0) => key::CandidatesTypes { types: listed }.into(),
            (_, count) => key::CandidatesTypesMore { types: listed, count }.into(),
        };
        let nodes = Said::each(|words| {
            let nodes = self.busiest.iter().map(|(id, name, spans)| {
                let named = name.as_ref().map(|name| format!("{id} {name:?}"));
                words.say(key::CandidatesNode {
                    node: named.as_deref().unwrap_or(id),
                    spans: *spans,
                })
            });
            nodes.collect::<Vec<_>>().join(", ")
        });
        key::CandidatesAll { types, nodes }.into()
    }
}
