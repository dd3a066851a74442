//! Real networks of the Internet Topology Zoo against answers worked out by another program.
//!
//! The networks are not part of the repository: they are looked for in the folder that the
//! environment variable `BEREDD_SHARED` names, otherwise in `../shared`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use beredd::model::network::{Network, Node, NodeIdx, Span};
use beredd::model::source::{Origin, SourceIdx};
use beredd::network::graph::Graph;
use beredd::network::single_points::SinglePoints;
use serde_json::Value;

fn folder() -> PathBuf {
    let shared = std::env::var_os("BEREDD_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    shared.join("data/topology_zoo")
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn text<'v>(object: &'v Value, key: &str) -> &'v str {
    object[key].as_str().unwrap_or_else(|| panic!("{key} is no text in {object}"))
}

fn network(package: &Value, core: &str) -> Network {
    let origin = Origin { source: SourceIdx(0), row: 1 };
    let network = &package["networks"][0];
    let in_service = |element: &Value| element["status"] == "operational";
    let nodes: Vec<Node> = network["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .map(|node| Node {
            id: text(node, "id").to_owned(),
            name: None,
            types: Vec::new(),
            place: None,
            in_service: in_service(node),
            origin,
        })
        .collect();
    let find = |id: &str| {
        let place = nodes.iter().position(|node| node.id == id);
        NodeIdx(place.unwrap_or_else(|| panic!("no node {id}")) as u32)
    };
    let spans = network["spans"]
        .as_array()
        .expect("spans")
        .iter()
        .map(|span| Span {
            id: text(span, "id").to_owned(),
            name: None,
            start: find(text(span, "start")),
            end: find(text(span, "end")),
            route: None,
            in_service: in_service(span),
            origin,
        })
        .collect();
    let core = vec![find(core)];
    Network::new(SourceIdx(0), nodes, spans, core).expect("consistent")
}

/// What is known of one node.
#[derive(Debug, PartialEq)]
enum Answer {
    CutOff,
    /// Each as `kind:id`.
    SinglePoints(BTreeSet<String>),
}

/// By node id; the core node is left out.
fn found(network: &Network) -> BTreeMap<String, Answer> {
    let single_points = SinglePoints::of(&Graph::of(network));
    (0..network.nodes().len() as u32)
        .map(NodeIdx)
        .filter(|node| !network.core().contains(node))
        .map(|node| {
            let above = single_points
                .above(node)
                .map(|element| format!("{}:{}", element.kind().name(), element.id(network)));
            let answer = if single_points.reached(node) {
                Answer::SinglePoints(above.collect())
            } else {
                Answer::CutOff
            };
            (network.node(node).id.clone(), answer)
        })
        .collect()
}

/// By node id, from `"cut_off"` or a list.
fn expected(file: &Value) -> BTreeMap<String, Answer> {
    let by_node = file["single_points"].as_object().expect("an object by node id");
    by_node
        .iter()
        .map(|(node, answer)| {
            let answer = match answer {
                Value::String(word) if word == "cut_off" => Answer::CutOff,
                list => Answer::SinglePoints(
                    serde_json::from_value(list.clone()).expect("cut_off or a list of texts"),
                ),
            };
            (node.clone(), answer)
        })
        .collect()
}

#[test]
fn single_points_of_real_networks() {
    let folder = folder();
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} does not exist", folder.display());
        return;
    };
    let suffix = ".expected.json";
    let names: BTreeSet<String> = entries
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .filter_map(|file| file.strip_suffix(suffix).map(str::to_owned))
        .collect();
    assert!(!names.is_empty(), "no {suffix} in {}", folder.display());

    let mut nodes = 0;
    for name in &names {
        let file = read(&folder.join(format!("{name}{suffix}")));
        let network = network(&read(&folder.join(format!("{name}.json"))), text(&file, "core"));
        let expected = expected(&file);
        assert_eq!(found(&network), expected, "{name}");
        nodes += expected.len();
    }
    println!("{} networks agree at {nodes} nodes", names.len());
}
