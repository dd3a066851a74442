//! Real networks of the Internet Topology Zoo against answers worked out by another program.

mod shared;

use std::collections::{BTreeMap, BTreeSet};

use beredd::model::network::{Network, Node, NodeIdx, Span};
use beredd::model::power::PowerSupply;
use beredd::model::source::{Origin, SourceIdx};
use beredd::network::graph::Graph;
use beredd::network::single_points::SinglePoints;
use serde_json::Value;
use shared::{Desk, box_municipality, folder, json, text};

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
            power: PowerSupply::UNKNOWN,
            providers: Vec::new(),
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
            providers: Vec::new(),
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
    let Some(folder) = folder("topology_zoo") else { return };
    let entries = std::fs::read_dir(&folder).expect("a folder");
    let suffix = ".expected.json";
    let names: BTreeSet<String> = entries
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .filter_map(|file| file.strip_suffix(suffix).map(str::to_owned))
        .collect();
    assert!(!names.is_empty(), "no {suffix} in {}", folder.display());

    let mut nodes = 0;
    for name in &names {
        let file = json(&folder.join(format!("{name}{suffix}")));
        let network = network(&json(&folder.join(format!("{name}.json"))), text(&file, "core"));
        let expected = expected(&file);
        assert_eq!(found(&network), expected, "{name}");
        nodes += expected.len();
    }
    println!("{} networks agree at {nodes} nodes", names.len());
}

/// The same through the whole program: sites name their node, and have no coordinates.
#[test]
fn dependencies_of_sites_that_name_their_node() {
    let Some(folder) = folder("topology_zoo") else { return };
    // Sunet has 17 parallel pairs of cables; parts of Nordu2010 and Uninett are cut off.
    for name in ["Nordu2010", "Sunet", "Uninett"] {
        let file = json(&folder.join(format!("{name}.expected.json")));
        let (core, expected) = (text(&file, "core"), expected(&file));
        let desk = Desk::new();
        desk.put("box.geojson", &box_municipality("0001", [11.0, 58.0, 12.0, 59.0]));
        let rows: String =
            expected.keys().map(|node| format!("site-{node},0001,{node}\n")).collect();
        desk.put("sites.csv", &format!("id,code,node\n{rows}"));
        let done = desk.run_well(&format!(
            r#"
            region = {{ name = "{name}", crs = "EPSG:3035" }}
            municipalities = {{ path = "box.geojson", code = "code", name = "name" }}
            sites = [{{ path = "sites.csv", kind = "other", id = "id", municipality = "code", network_node = "node" }}]
            network = {{ path = "{}", core = {{ ids = ["{core}"] }} }}
            "#,
            folder.join(format!("{name}.json")).display()
        ));

        let mut found: BTreeMap<String, Answer> = BTreeMap::new();
        for site in done.table("sites") {
            let node = &site["access_node"];
            assert_eq!(site["site_id"], format!("site-{node}"));
            let answer = match site["network_status"].as_str() {
                "reached" => Answer::SinglePoints(BTreeSet::new()),
                "cut_off" => Answer::CutOff,
                other => panic!("{name}: {node} is {other}"),
            };
            found.insert(node.clone(), answer);
        }
        for row in done.table("dependencies") {
            let node = row["site_id"].trim_start_matches("site-");
            let element = format!("{}:{}", row["element_kind"], row["element_id"]);
            if row["stage"] == "access" {
                assert_eq!(element, format!("node:{node}"));
                continue;
            }
            match found.get_mut(node) {
                Some(Answer::SinglePoints(points)) => assert!(points.insert(element), "{row:?}"),
                other => panic!("{name}: {node} depends on {element}, though {other:?}"),
            }
        }
        assert_eq!(found, expected, "{name}");
        println!("{name}: {} sites agree, in {:.1} s", found.len(), done.seconds);
    }
}
