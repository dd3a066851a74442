//! `beredd network`: the tables against networks worked out by hand and against removal by brute
//! force, what it refuses, and real networks.

mod shared;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::{Value, json};
use support::{Done, Table, beredd, difference, files, golden};
use tempfile::TempDir;

/// A directory with a `network.json` in it.
struct Desk(TempDir);

impl Desk {
    fn with(network: impl AsRef<[u8]>) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.put("network.json", network)
    }

    /// The hand-worked network of `tests/golden/network`.
    fn golden() -> Self {
        Self::with(std::fs::read(golden("network/input/network.json")).unwrap())
    }

    fn put(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.file(name), content).unwrap();
        self
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// `beredd network network.json --out result`, with more arguments.
    fn run(&self, more: &[&str]) -> Done {
        self.run_on("network.json", more)
    }

    fn run_on(&self, network: &str, more: &[&str]) -> Done {
        let mut arguments = vec!["network", network, "--out", "result"];
        arguments.extend(more);
        Done::of(beredd(self.0.path(), &arguments), self.file("result"))
    }
}

// What is written.

#[test]
fn every_table_is_as_worked_out_by_hand() {
    let desk = Desk::golden();
    let done = desk.run(&["--core-type", "pop", "--dependencies"]).ok();
    let mut differences = String::new();
    for table in ["nodes", "elements", "dependencies", "findings"] {
        let name = format!("{table}.csv");
        let expected =
            std::fs::read_to_string(golden(&format!("network/expected/{name}"))).unwrap();
        let found = std::fs::read_to_string(done.out.join(&name)).unwrap();
        if expected != found {
            differences += &format!("== {name}\n{}", difference(&expected, &found));
        }
    }
    assert!(differences.is_empty(), "tests/golden/network/NOTE.md says why:\n{differences}");
}

#[test]
fn standard_output_tells_the_worst_elements() {
    let done = Desk::golden().run(&["--core-type", "pop"]).ok();
    let expected = "\
network.json: 9 nodes, 10 spans, 2 core nodes (P, Q)

reached        7 nodes
cut off        2 nodes, though nothing has failed
single points  8 elements whose loss alone cuts off other nodes

rank  nodes cut off  kind  id  name
   1              7  node  P   Port
   2              6  node  A   Alfa
   2              6  span  PA  Trunk
   4              4  node  C   Gamma
   5              3  node  D   Delta
   5              3  span  D   Spur
   7              2  node  E   –
   8              1  span  EF  –

findings  2 warnings, 4 notes
tables    result
";
    assert_eq!(done.stdout, expected);
}

#[test]
fn dependencies_are_written_only_when_asked_for_and_the_record_names_every_file() {
    let desk = Desk::golden();
    for (more, dependencies) in [(&[] as &[&str], false), (&["--dependencies"], true)] {
        let done = desk.run(&[&["--core", "P"], more].concat()).ok();
        let written = files(&done.out);
        assert_eq!(written.contains_key("dependencies.csv"), dependencies);
        assert_eq!(written.contains_key("dependencies.parquet"), dependencies);
        let record: Value = serde_json::from_slice(&written["run.json"]).unwrap();
        assert_eq!(record["program"], "beredd");
        assert_eq!(record["command"], "network");
        assert_eq!(record["settings"]["core"], json!(["P"]));
        assert_eq!(record["settings"]["dependencies"], dependencies);
        assert_eq!(record["files"], json!(written.keys().collect::<Vec<_>>()));
        assert_eq!(record["inputs"][0]["path"], "network.json");
        for (what, count) in
            [("nodes", 9), ("spans", 10), ("core", 1), ("reached", 7), ("dependencies", 34)]
        {
            assert_eq!(record["counts"][what], count, "{what}");
        }
    }
}

#[test]
fn without_out_the_result_is_named_after_the_network_and_replaces_an_earlier_one() {
    let desk = Desk::golden();
    for core in ["P", "A"] {
        let output = beredd(desk.0.path(), &["network", "network.json", "--core", core]);
        assert!(output.status.success());
        let nodes = Table::read(&desk.file("network-network/nodes.csv"));
        assert_eq!(nodes.having("core", "yes")[0]["node_id"], core);
    }
    std::fs::write(desk.file("network-network/mine.txt"), "mine").unwrap();
    let again = beredd(desk.0.path(), &["network", "network.json", "--core", "P"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("mine.txt"));
}

#[test]
fn threads_change_no_byte() {
    let desk = Desk::with(package(&random_network(400, 460, 7)).to_string());
    let run = |threads: &str| {
        let done = desk.run(&["--core", "0", "--dependencies", "--threads", threads]).ok();
        let mut written = files(&done.out);
        let mut record: Value = serde_json::from_slice(&written["run.json"]).unwrap();
        record.as_object_mut().unwrap().remove("seconds");
        written.insert("run.json".to_owned(), record.to_string().into_bytes());
        written
    };
    let first = run("1");
    assert_eq!(first.len(), 9);
    for threads in ["2", "8"] {
        assert!(run(threads) == first, "{threads} threads");
    }
}

// Against removal.

/// Nodes and the ends of spans, numbered; ids are the numbers, so that a node and a span share
/// theirs.
#[derive(Clone, Debug)]
struct Plain {
    nodes: usize,
    spans: Vec<(usize, usize)>,
}

fn package(plain: &Plain) -> Value {
    let nodes: Vec<Value> =
        (0..plain.nodes).map(|node| json!({ "id": node.to_string() })).collect();
    let span = |(span, &(start, end)): (usize, &(usize, usize))| json!({ "id": span.to_string(), "start": start.to_string(), "end": end.to_string() });
    let spans: Vec<Value> = plain.spans.iter().enumerate().map(span).collect();
    json!({ "networks": [{ "nodes": nodes, "spans": spans }] })
}

/// Random enough, and the same on every machine (SplitMix64).
fn random_network(nodes: usize, spans: usize, seed: u64) -> Plain {
    let mut state = seed;
    let mut below = |limit: usize| {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    };
    let tree = (1..nodes).map(|node| (node, below(node))).collect::<Vec<_>>();
    let more = (nodes - 1..spans).map(|_| (below(nodes), below(nodes)));
    let spans = tree.iter().copied().chain(more).collect();
    Plain { nodes, spans }
}

/// An element as `(kind, id)`.
type Id = (String, String);

fn of(kind: &str, id: &str) -> Id {
    (kind.to_owned(), id.to_owned())
}

/// A package read without the program.
struct Stated {
    nodes: BTreeSet<String>,
    spans: BTreeMap<String, (String, String)>,
}

impl Stated {
    fn of(package: &Value) -> Self {
        let network = &package["networks"][0];
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let works = |element: &&Value| {
            element["status"].as_str().is_none_or(|status| status == "operational")
        };
        let list = |key: &str| network[key].as_array().expect("a list").iter().filter(works);
        let nodes: BTreeSet<String> = list("nodes").filter_map(|node| text(&node["id"])).collect();
        let spans = list("spans").filter_map(|span| {
            let (start, end) = (text(&span["start"])?, text(&span["end"])?);
            (nodes.contains(&start) && nodes.contains(&end))
                .then(|| (text(&span["id"]).expect("an id"), (start, end)))
        });
        Self { spans: spans.collect(), nodes: nodes.clone() }
    }

    fn elements(&self) -> impl Iterator<Item = Id> {
        let nodes = self.nodes.iter().map(|id| of("node", id));
        nodes.chain(self.spans.keys().map(|id| of("span", id)))
    }

    /// The nodes with a way to a core node when one element is gone.
    fn reached(&self, core: &[&str], gone: Option<&Id>) -> BTreeSet<&str> {
        let is_gone = |kind: &str, id: &str| gone.is_some_and(|g| g.0 == kind && g.1 == id);
        let mut beside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (_, (start, end)) in self.spans.iter().filter(|(id, _)| !is_gone("span", id)) {
            beside.entry(start).or_default().push(end);
            beside.entry(end).or_default().push(start);
        }
        let mut open: Vec<&str> = self.nodes.iter().map(String::as_str).collect();
        open.retain(|id| core.contains(id));
        let mut reached = BTreeSet::new();
        while let Some(node) = open.pop() {
            if !is_gone("node", node) && reached.insert(node) {
                open.extend(beside.get(node).into_iter().flatten());
            }
        }
        reached
    }

    /// What cuts off each node that is reached, itself included.
    fn single_points(&self, core: &[&str]) -> BTreeMap<String, BTreeSet<Id>> {
        let whole = self.reached(core, None);
        let mut points: BTreeMap<String, BTreeSet<Id>> =
            whole.iter().map(|&node| (node.to_owned(), BTreeSet::new())).collect();
        for element in self.elements() {
            for lost in whole.difference(&self.reached(core, Some(&element))) {
                points.get_mut(*lost).expect("reached").insert(element.clone());
            }
        }
        points
    }
}

/// Holds every table of a result against removal of one element after the other.
#[track_caller]
fn equals_removal(done: &Done, stated: &Stated, core: &[&str]) {
    let expected = stated.single_points(core);
    let (nodes, elements) = (done.table("nodes"), done.table("elements"));

    let next: BTreeMap<Id, Id> = elements
        .rows()
        .into_iter()
        .filter(|row| !row["next_single_point"].is_empty())
        .map(|row| {
            let element = of(&row["element_kind"], &row["element_id"]);
            (element, of(&row["next_single_point_kind"], &row["next_single_point"]))
        })
        .collect();
    for row in nodes.rows() {
        let node = of("node", &row["node_id"]);
        let Some(points) = expected.get(&node.1) else {
            assert_eq!((row["status"].as_str(), row["disjoint_paths"].as_str()), ("cut_off", "0"));
            assert_eq!(row["next_single_point"].clone() + &row["single_points"], "", "{row:?}");
            continue;
        };
        assert_eq!(row["status"], "reached", "{row:?}");
        let next_of_node = next.get(&node).cloned().unwrap_or_default();
        let told = (row["next_single_point_kind"].clone(), row["next_single_point"].clone());
        assert_eq!(next_of_node, told, "nodes and elements agree");
        let chain: Vec<Id> =
            std::iter::successors(Some(node.clone()), |element| next.get(element).cloned())
                .take(stated.nodes.len() + stated.spans.len() + 1)
                .collect();
        assert_eq!(row["single_points"], (chain.len() - 1).to_string(), "{row:?}");
        assert_eq!(&chain.iter().cloned().collect::<BTreeSet<_>>(), points, "{row:?}");
        // Nearest first: each cuts off all that were before it.
        for pair in chain.windows(2) {
            let lost = |e: &Id| expected.values().filter(|points| points.contains(e)).count();
            assert!(lost(&pair[0]) <= lost(&pair[1]), "{pair:?}");
        }
    }

    let mut taken: BTreeMap<Id, usize> = BTreeMap::new();
    for element in expected.values().flatten() {
        *taken.entry(element.clone()).or_default() += 1;
    }
    for row in elements.rows() {
        let element = of(&row["element_kind"], &row["element_id"]);
        let count = taken.get(&element).copied().unwrap_or(0);
        assert_eq!(row["sites_cut_off"], count.to_string(), "{row:?}");
        let more = taken.values().filter(|&&other| other > count).count();
        assert_eq!(row["rank"], (more + 1).to_string(), "{row:?}");
    }

    if done.out.join("dependencies.csv").exists() {
        let mut listed: BTreeMap<String, BTreeSet<Id>> = BTreeMap::new();
        for row in done.table("dependencies").rows() {
            let element = of(&row["element_kind"], &row["element_id"]);
            let is_own = element == of("node", &row["site_id"]);
            assert_eq!(row["stage"], if is_own { "access" } else { "network" });
            assert!(listed.entry(row["site_id"].clone()).or_default().insert(element), "{row:?}");
        }
        assert_eq!(listed, expected);
    }
}

proptest! {
    // Every case starts the program.
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_networks_equal_removal(
        (nodes, spans) in (2usize..14).prop_flat_map(|nodes| {
            (Just(nodes), prop::collection::vec((0..nodes, 0..nodes), 0..2 * nodes))
        }),
        two in any::<bool>(),
    ) {
        let package = package(&Plain { nodes, spans });
        let core: &[&str] = if two { &["0", "1"] } else { &["0"] };
        let mut arguments = vec!["--dependencies"];
        core.iter().for_each(|id| arguments.extend(["--core", id]));
        let desk = Desk::with(package.to_string());
        let done = desk.run(&arguments).ok();
        equals_removal(&done, &Stated::of(&package), core);
    }
}

#[test]
fn networks_of_the_topology_zoo_equal_removal() {
    let Some(folder) = shared::folder("topology_zoo") else { return };
    let mut count = 0;
    for name in support::names(&folder) {
        let Some(name) = name.strip_suffix(".expected.json") else { continue };
        let expected = shared::json(&folder.join(format!("{name}.expected.json")));
        let core = shared::text(&expected, "core");
        let file = folder.join(format!("{name}.json"));
        let desk = Desk(tempfile::tempdir().unwrap());
        let done =
            desk.run_on(&file.display().to_string(), &["--core", core, "--dependencies"]).ok();
        equals_removal(&done, &Stated::of(&shared::json(&file)), &[core]);
        count += 1;
    }
    assert!(count > 0);
    println!("{count} networks agree");
}

#[test]
fn real_networks_equal_removal_as_package_and_as_geojson() {
    let Some(folder) = shared::folder("ofds") else { return };
    for name in support::names(&folder) {
        let path = |file: &str| folder.join(&name).join(file).display().to_string();
        let package = shared::json(Path::new(&path("network.json")));
        let stated = Stated::of(&package);
        let degree =
            |id: &String| stated.spans.values().filter(|(a, b)| a == id || b == id).count();
        let core = stated.nodes.iter().max_by_key(|id| degree(id)).expect("a node").as_str();
        let desk = Desk(tempfile::tempdir().unwrap());
        let whole = desk.run_on(&path("network.json"), &["--core", core]).ok();
        // The largest takes minutes by brute force; tests/real_networks.rs does it another way.
        if stated.nodes.len() < 500 {
            equals_removal(&whole, &stated, &[core]);
        }
        let tables = |done: &Done| {
            let nodes = done.table("nodes").without(&["source", "source_row"]);
            (nodes, done.table("elements").without(&["source", "source_row"]))
        };
        let of_package = tables(&whole);
        let spans = path("spans.geojson");
        let pair = desk.run_on(&path("nodes.geojson"), &["--spans", &spans, "--core", core]).ok();
        assert_eq!(tables(&pair), of_package, "{name}");
        let places = whole.table("findings").having("rule", "node_without_place");
        println!("{name}: {} nodes, {} without a place", stated.nodes.len(), places.len());
    }
}

// What is refused.

#[test]
fn without_a_core_the_candidates_are_listed() {
    let desk = Desk::golden();
    let expected = "\
error: network.json: which of its 9 nodes are core, where the network meets the outside world?
  node types:
    pop  (2 nodes)
  nodes with most spans:
    A  Alfa  (3 spans)
    C  Gamma  (3 spans)
    D  Delta  (3 spans)
    E  (3 spans)
    B  Beta  (2 spans)
hint: name core nodes with --core ID, or all of a type with --core-type TYPE; both repeat
";
    let done = desk.run(&[]).refused(2, &[]);
    assert_eq!(done.stderr, expected);
}

#[test]
fn a_core_that_is_not_there_is_refused_with_the_candidates() {
    let desk = Desk::golden();
    let candidates =
        "hint: types in the file: pop (2); nodes with most spans: A \"Alfa\" (3 spans)";
    desk.run(&["--core", "P", "--core", "Z"])
        .refused(1, &["error: network.json: --core = \"Z\": no node has this id", candidates]);
    desk.run(&["--core", "P", "--core-type", "exchange"]).refused(
        1,
        &["error: network.json: --core-type = \"exchange\": no node is of this type", candidates],
    );
    desk.run(&["--core", ""]).refused(2, &["--core"]);
    desk.run(&["--core-type", ""]).refused(2, &["--core-type"]);
}

#[test]
fn a_core_out_of_service_is_refused_when_it_is_the_only_one() {
    let desk = Desk::golden();
    desk.run(&["--core", "Q"])
        .refused(1, &["--core: no core node is in operation", "[network_core_missing]", "hint: "]);
    let done = desk.run(&["--core", "Q", "--core", "P", "--core", "P"]).ok();
    assert_eq!(done.table("nodes").having("core", "yes").len(), 2);
    assert_eq!(done.table("nodes").having("status", "reached").len(), 7);
}

#[test]
fn what_is_no_network_is_refused_and_says_what_is_expected() {
    let form = "hint: NETWORK is an OFDS JSON package, or with --spans FILE the nodes of OFDS";
    for text in ["", " ", "site_id,name\nS1,x\n", "hej", "[1]", "{\"networks\":", "{\"a\":1}"] {
        let desk = Desk::with(text);
        desk.run(&["--core", "A"]).refused(1, &["error: network.json: ", "hint: "]);
    }
    Desk::with("site_id,name\n").run(&["--core", "A"]).refused(1, &[form, "line 1 column 1"]);
    let desk = Desk::with("").put("region.toml", "[region]\nname = \"x\"\n");
    desk.run(&["--core", "A"]).refused(1, &["the file is empty"]);
    desk.run_on("region.toml", &["--core", "A"])
        .refused(1, &["a project file is for `beredd run`"]);
    std::fs::create_dir(desk.file("folder")).unwrap();
    desk.run_on("folder", &["--core", "A"]).refused(1, &["folder: is a directory", form]);
    desk.run_on("absent.json", &["--core", "A"]).refused(1, &["absent.json: cannot read", form]);
    desk.run(&["--spans", "absent.json"]).refused(1, &["absent.json: cannot read"]);
    let features = "{\"type\":\"FeatureCollection\",\"features\":[]}";
    Desk::with(features).run(&["--core", "A"]).refused(1, &["name the spans with --spans FILE"]);
    let spans = ["--core", "A", "--spans", "network.json"];
    Desk::golden().run(&spans).refused(1, &["no GeoJSON feature collection", "leave out --spans"]);
}

#[test]
fn a_fault_in_the_text_names_the_element() {
    let text = "{\"networks\":[{\"nodes\":[{\"id\":\"A\"}],\"spans\":[{\"id\":\"S\"},{\"id\":}]}]}";
    Desk::with(text).run(&["--core", "A"]).refused(1, &["line 1 column 62, in span 2 of the list"]);
}

#[test]
fn nodes_and_spans_with_faults() {
    let network = |nodes: &str, spans: &str| {
        Desk::with(format!("{{\"networks\":[{{\"nodes\":[{nodes}],\"spans\":[{spans}]}}]}}"))
    };
    network("", "").run(&["--core", "A"]).refused(1, &["the package has no nodes"]);
    network("{\"id\":\"A\"},{\"id\":\"A\"}", "")
        .run(&["--core", "A"])
        .refused(1, &["row 2: nodes/id = \"A\": node 1 of the list has this id too"]);
    let span = "{\"id\":\"S\",\"start\":\"A\",\"end\":\"B\"}";
    let nodes = "{\"id\":\"A\"},{\"id\":\"B\"}";
    network(nodes, &format!("{span},{span}"))
        .run(&["--core", "A"])
        .refused(1, &["row 2: spans/id = \"S\": span 1 of the list has this id too"]);

    let desk = network(nodes, "");
    let done = desk.run(&["--core", "A"]).ok();
    assert_eq!(done.table("nodes").column("status"), ["reached", "cut_off"]);
    assert!(!done.stdout.contains("rank"), "{}", done.stdout);
    let desk = Desk::with(format!("{{\"nodes\":[{nodes}]}}"));
    let done = desk.run(&["--core", "A"]).ok();
    assert_eq!(done.table("findings").having("rule", "network_without_spans").len(), 1);
    let desk = network(nodes, "{\"id\":\"S\",\"start\":\"A\",\"end\":\"Z\"}");
    let found = desk.run(&["--core", "A"]).ok();
    let found = found.finding("span_end_missing", "network.json", 1, "spans/end", "Z");
    assert_eq!(found["hint"], "name the node, or draw the span to within 1 m of it");
}

/// Of a network drawn in part, the nodes without a place are told one by one.
#[test]
fn positions_join_span_ends_wherever_the_network_is() {
    for (lon, lat) in [(11.9, 58.3), (-179.9, -45.0), (151.2, -33.9)] {
        let node = |id: &str, lat: f64| json!({ "id": id, "location": { "type": "Point", "coordinates": [lon, lat] } });
        let network = json!({
            "nodes": [node("A", lat), node("B", lat + 0.5), json!({ "id": "C" })],
            "spans": [{ "id": "S", "start": "A", "route": {
                "type": "LineString", "coordinates": [[lon, lat], [lon, lat + 0.500_003]],
            } }],
        });
        let desk = Desk::with(network.to_string());
        let done = desk.run(&["--core", "A"]).ok();
        assert_eq!(done.table("nodes").having("node_id", "B")[0]["status"], "reached");
        done.finding("span_end_snapped", "network.json", 1, "spans/end", "");
        done.finding("node_without_place", "network.json", 3, "nodes/location", "");
    }
}

/// A chain of n nodes has n² pairs: 2k + 1 for the k-th.
#[test]
fn dependencies_without_bound_are_refused_with_their_number() {
    let mut text = String::from("{\"nodes\":[{\"id\":\"0\"}");
    for node in 1..=10_000 {
        let _ = write!(text, ",{{\"id\":\"{node}\"}}");
    }
    text += "],\"spans\":[";
    for node in 1..=10_000 {
        let comma = if node == 1 { "" } else { "," };
        let _ = write!(
            text,
            "{comma}{{\"id\":\"{node}\",\"start\":\"{}\",\"end\":\"{node}\"}}",
            node - 1
        );
    }
    text += "]}";
    let desk = Desk::with(text);
    desk.run(&["--core", "0", "--dependencies"]).refused(
        2,
        &["--dependencies would list 100020001 pairs", "hint: leave it out: following"],
    );
    let done = desk.run(&["--core", "0"]).ok();
    let last = &done.table("nodes").having("node_id", "10000")[0];
    assert_eq!(
        (last["single_points"].as_str(), last["next_single_point_kind"].as_str()),
        ("20000", "span")
    );
}
