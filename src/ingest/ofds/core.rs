//! Which nodes are core: where the network meets the outside world.

use std::collections::{BTreeMap, HashMap};

use crate::findings::{Findings, Rule};
use crate::ingest::ofds::NetworkInput;
use crate::ingest::provenance::InputFile;
use crate::model::network::{Node, NodeIdx, Span};

/// The core nodes by type and by id. `None` after an error finding.
pub(super) fn core(
    settings: &NetworkInput,
    nodes: &[Node],
    spans: &[Span],
    index: &HashMap<String, NodeIdx>,
    file: &InputFile,
    findings: &mut Findings,
) -> Option<Vec<NodeIdx>> {
    let mut unknown = false;
    let mut core = Vec::new();
    for id in &settings.core_ids {
        match index.get(id) {
            Some(&node) => core.push(node),
            None => {
                unknown = true;
                findings.add(
                    file.finding(Rule::NetworkCoreUnknown, "no node has this id")
                        .field("network.core.ids")
                        .value(id)
                        .hint(candidates(nodes, spans)),
                );
            }
        }
    }
    let of_type = |node: &Node| node.types.iter().any(|t| settings.core_types.contains(t));
    core.extend(
        nodes.iter().enumerate().filter(|(_, n)| of_type(n)).map(|(i, _)| NodeIdx(i as u32)),
    );
    if unknown {
        return None;
    }
    if !core.iter().any(|node| nodes[node.0 as usize].in_service) {
        let why = match core.len() {
            0 => "no node is a core node, so nothing can be reached",
            _ => "no core node is in operation, so nothing can be reached",
        };
        findings.add(file.finding(Rule::NetworkCoreMissing, why).field("network.core").hint(
            format!(
                "set core = {{ types = […] }} or core = {{ ids = […] }}; {}",
                candidates(nodes, spans)
            ),
        ));
        return None;
    }
    Some(core)
}

/// What could be the core: the node types there are, and the nodes with the most spans.
fn candidates(nodes: &[Node], spans: &[Span]) -> String {
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
    busiest.sort_by(|&a, &b| degree[b].cmp(&degree[a]).then_with(|| nodes[a].id.cmp(&nodes[b].id)));
    let types = match types.len() {
        0 => "no node states a type".to_owned(),
        _ => {
            let listed: Vec<String> = types.iter().map(|(t, n)| format!("{t} ({n})")).collect();
            format!("types in the file: {}", listed.join(", "))
        }
    };
    let busiest: Vec<String> = busiest
        .iter()
        .take(5)
        .map(|&i| match &nodes[i].name {
            Some(name) => format!("{} {:?} ({} spans)", nodes[i].id, name, degree[i]),
            None => format!("{} ({} spans)", nodes[i].id, degree[i]),
        })
        .collect();
    format!("{types}; nodes with most spans: {}", busiest.join(", "))
}
