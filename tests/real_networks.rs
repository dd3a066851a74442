//! Seven real fibre networks (Open Telecoms Data, 2026-05), as JSON package and as GeoJSON, and
//! the examples of the standard: the whole program against removal by brute force.

mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use shared::{Desk, Done, box_municipality, folder, json, text};

/// A network as its JSON package states it, read without the program.
struct Stated {
    /// Position where stated.
    nodes: BTreeMap<String, Option<[f64; 2]>>,
    /// Start and end by span id; only spans between two nodes of the network.
    spans: BTreeMap<String, (String, String)>,
}

fn stated(package: &Value) -> Stated {
    let network = &package["networks"][0];
    let list = |key: &str| network[key].as_array().expect("a list");
    let nodes: BTreeMap<String, Option<[f64; 2]>> = list("nodes")
        .iter()
        .map(|node| {
            let at = &node["location"]["coordinates"];
            let at = at[0].as_f64().zip(at[1].as_f64()).map(|(lon, lat)| [lon, lat]);
            (text(node, "id").to_owned(), at)
        })
        .collect();
    let spans = list("spans")
        .iter()
        .filter_map(|span| {
            let (start, end) = (span["start"].as_str()?, span["end"].as_str()?);
            (nodes.contains_key(start) && nodes.contains_key(end))
                .then(|| (text(span, "id").to_owned(), (start.to_owned(), end.to_owned())))
        })
        .collect();
    Stated { nodes, spans }
}

impl Stated {
    /// The node with most span ends; on a tie the lowest id.
    fn busiest(&self) -> &str {
        let degree = |id: &str| self.spans.values().filter(|(a, b)| a == id || b == id).count();
        let by_degree = self.nodes.keys().rev().map(|id| (degree(id), id.as_str()));
        by_degree.max_by_key(|&(degree, _)| degree).expect("a node").1
    }

    /// The nodes that the core reaches when one element is gone.
    fn reached(&self, core: &str, gone: Option<(&str, &str)>) -> BTreeSet<&str> {
        let is_gone = |kind: &str, id: &str| gone == Some((kind, id));
        let mut beside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (id, (start, end)) in &self.spans {
            if !is_gone("span", id) {
                beside.entry(start).or_default().push(end);
                beside.entry(end).or_default().push(start);
            }
        }
        let mut reached = BTreeSet::new();
        let mut open = vec![self.nodes.get_key_value(core).expect("a node").0.as_str()];
        while let Some(node) = open.pop() {
            if !is_gone("node", node) && reached.insert(node) {
                open.extend(beside.get(node).into_iter().flatten());
            }
        }
        reached
    }

    /// Of every node the core reaches, what cuts it off, as `kind:id`; itself too.
    fn single_points(&self, core: &str) -> BTreeMap<String, BTreeSet<String>> {
        let whole = self.reached(core, None);
        let mut points: BTreeMap<String, BTreeSet<String>> =
            whole.iter().map(|node| ((*node).to_owned(), BTreeSet::new())).collect();
        let nodes = self.nodes.keys().map(|id| ("node", id.as_str()));
        let spans = self.spans.keys().map(|id| ("span", id.as_str()));
        for (kind, id) in nodes.chain(spans) {
            let left = self.reached(core, Some((kind, id)));
            for lost in whole.difference(&left) {
                points.get_mut(*lost).expect("reached").insert(format!("{kind}:{id}"));
            }
        }
        points
    }

    /// The UTM zone of the middle node, where networks of any country count metres.
    fn utm(&self) -> String {
        let mut lon: Vec<f64> = self.nodes.values().flatten().map(|at| at[0]).collect();
        let mut lat: Vec<f64> = self.nodes.values().flatten().map(|at| at[1]).collect();
        lon.sort_by(f64::total_cmp);
        lat.sort_by(f64::total_cmp);
        let (lon, lat) = (lon[lon.len() / 2], lat[lat.len() / 2]);
        let zone = ((lon + 180.0) / 6.0).floor() as u32 + 1;
        format!("EPSG:{}", if lat < 0.0 { 32_700 } else { 32_600 } + zone)
    }

    /// A box that holds nearly every node that has a position.
    fn extent(&self) -> [f64; 4] {
        let places = || self.nodes.values().flatten();
        let low = |i: usize| places().map(|at| at[i]).fold(f64::INFINITY, f64::min) - 0.1;
        let high = |i: usize| places().map(|at| at[i]).fold(f64::NEG_INFINITY, f64::max) + 0.1;
        [low(0), low(1), high(0), high(1)]
    }
}

/// Of every reached site, what cuts it off; and the sites that are cut off already.
fn found(done: &Done) -> (BTreeMap<String, BTreeSet<String>>, BTreeSet<String>) {
    let (mut reached, mut cut_off) = (BTreeMap::new(), BTreeSet::new());
    for site in done.table("sites") {
        match site["network_status"].as_str() {
            "reached" => drop(reached.insert(site["site_id"].clone(), BTreeSet::new())),
            "cut_off" => drop(cut_off.insert(site["site_id"].clone())),
            other => panic!("{other}: {site:?}"),
        }
    }
    for row in done.table("dependencies") {
        let points: &mut BTreeSet<String> =
            reached.get_mut(&row["site_id"]).expect("only sites that are reached depend");
        let (kind, id) = (&row["element_kind"], &row["element_id"]);
        assert!(points.insert(format!("{kind}:{id}")), "twice: {row:?}");
        let is_own = kind == "node" && *id == row["site_id"];
        assert_eq!(row["stage"], if is_own { "access" } else { "network" }, "{row:?}");
    }
    (reached, cut_off)
}

/// One network as one project; every node is a site that names it.
fn run(stated: &Stated, core: &str, network: &str) -> Done {
    let desk = Desk::new();
    desk.put("box.geojson", &box_municipality("0001", stated.extent()));
    let rows: String = stated.nodes.keys().map(|id| format!("{id},0001,{id}\n")).collect();
    desk.put("sites.csv", &format!("id,code,node\n{rows}"));
    desk.run_well(&format!(
        r#"
        region = {{ name = "Network", crs = "{}" }}
        municipalities = {{ path = "box.geojson", code = "code", name = "name" }}
        sites = [{{ path = "sites.csv", kind = "other", id = "id", municipality = "code", network_node = "node" }}]
        network = {{ {network}, core = {{ ids = ["{core}"] }} }}
        "#,
        stated.utm()
    ))
}

fn check(name: &str) {
    let Some(folder) = folder(&format!("ofds/{name}")) else { return };
    let stated = stated(&json(&folder.join("network.json")));
    let core = stated.busiest();
    let expected = stated.single_points(core);
    let path = |file: &str| folder.join(file).display().to_string();

    let package = run(&stated, core, &format!(r#"path = "{}""#, path("network.json")));
    let (reached, cut_off) = found(&package);
    assert_eq!(reached, expected, "{name}");
    assert_eq!(reached.len() + cut_off.len(), stated.nodes.len(), "{name}");

    let (nodes, spans) = (path("nodes.geojson"), path("spans.geojson"));
    let pair = run(&stated, core, &format!(r#"nodes = "{nodes}", spans = "{spans}""#));
    assert_eq!(found(&pair), (reached, cut_off), "{name}: GeoJSON and package differ");
    for table in ["dependencies", "elements"] {
        // The files are others.
        let told = |done: &Done| {
            let mut rows = done.table(table);
            for row in &mut rows {
                row.retain(|column, _| !column.starts_with("source"));
            }
            rows
        };
        assert_eq!(told(&pair), told(&package), "{name}: {table}");
    }
    println!(
        "{name}: {} nodes, {} spans, {} reached, {} single points; {:.1} s as package, {:.1} s as GeoJSON; {:?}",
        stated.nodes.len(),
        stated.spans.len(),
        expected.len(),
        package.table("elements").len(),
        package.seconds,
        pair.seconds,
        package.findings()
    );
}

#[test]
fn chorus() {
    check("chorus");
}

#[test]
fn liquid() {
    check("liquid");
}

#[test]
fn mtn_nigeria() {
    check("mtn_nigeria");
}

#[test]
fn nictbb() {
    check("nictbb");
}

#[test]
fn niger_telecoms() {
    check("niger_telecoms");
}

#[test]
fn opennet() {
    check("opennet");
}

#[test]
fn vocus() {
    check("vocus");
}

/// Sites at the places of the nodes, which name none: each joins its node, or another at the same
/// place.
#[test]
fn sites_join_the_node_at_their_place() {
    let Some(folder) = folder("ofds/opennet") else { return };
    let package = folder.join("network.json");
    let stated = stated(&json(&package));
    let core = stated.busiest();
    let desk = Desk::new();
    desk.put("box.geojson", &box_municipality("0001", stated.extent()));
    let rows: String = stated
        .nodes
        .iter()
        .map(|(id, at)| at.map_or(format!("{id},,\n"), |[lon, lat]| format!("{id},{lon},{lat}\n")))
        .collect();
    desk.put("sites.csv", &format!("id,lon,lat\n{rows}"));
    let done = desk.run_well(&format!(
        r#"
        region = {{ name = "Network", crs = "{}" }}
        municipalities = {{ path = "box.geojson", code = "code", name = "name" }}
        sites = [{{ path = "sites.csv", kind = "other", id = "id", x = "lon", y = "lat", crs = "EPSG:4326" }}]
        network = {{ path = "{}", core = {{ ids = ["{core}"] }}, attach_within_m = 1 }}
        "#,
        stated.utm(),
        package.display()
    ));
    let expected = stated.single_points(core);
    let mut same = 0;
    for site in done.table("sites") {
        let (own, access) = (&site["site_id"], &site["access_node"]);
        assert!(site["drop_length_m"].parse::<f64>().expect("a length") < 0.001, "{site:?}");
        assert_eq!(site["nearest_node_m"], site["drop_length_m"]);
        assert!(own == access || stated.nodes[own] == stated.nodes[access], "{site:?}");
        same += usize::from(own == access);
        let status = if expected.contains_key(access) { "reached" } else { "cut_off" };
        assert_eq!(site["network_status"], status, "{site:?}");
    }
    println!("{same} of {} sites join their own node", stated.nodes.len());
}

/// No example of the standard, sound or not, makes the program fail: it runs, or says what is
/// wrong with which file.
#[test]
fn examples_of_the_standard() {
    let Some(folder) = folder("ofds_standard/examples/json") else { return };
    let linked =
        "the package has no nodes [file_empty]\nhint: nodes and spans must stand in the file";
    let no_such_core = "\"1\": no node has this id [network_core_unknown]\nhint: ";
    let told = [
        ("api-response", linked),
        ("multiple-networks", linked),
        ("network-embedded", no_such_core),
        ("network-package-additional-checks", "row 2: nodes/id = \"1\": node 1 of the list"),
        ("network-package-invalid", linked),
        ("network-separate-endpoints", linked),
        ("network-separate-files", linked),
        ("nodes-endpoint", no_such_core),
        ("spans-endpoint", "no list `networks` [network_unreadable]\nhint: an OFDS package is"),
    ];
    for (name, message) in told {
        let done = run_example(&folder.join(format!("{name}.json")));
        assert_eq!(done.status, Some(1), "{name}: {}", done.stderr);
        assert!(done.stderr.contains(message), "{name}: {}", done.stderr);
        assert!(done.stderr.contains(&format!("{name}.json")), "{}", done.stderr);
        assert!(done.stderr.ends_with("\n1 error; nothing was written\n"), "{}", done.stderr);
        assert!(!done.out.exists(), "{name}");
    }
    let done = run_example(&folder.join("network-package.json"));
    assert_eq!((done.status, done.stderr.as_str()), (Some(0), ""));
}

fn run_example(file: &Path) -> Done {
    let desk = Desk::new();
    desk.put("box.geojson", &box_municipality("0001", [-0.6, 5.4, 0.3, 6.9]));
    desk.put("sites.csv", "id,code,node\na,0001,1\n");
    desk.run(&format!(
        r#"
        region = {{ name = "Ghana", crs = "EPSG:32630" }}
        municipalities = {{ path = "box.geojson", code = "code", name = "name" }}
        sites = [{{ path = "sites.csv", kind = "other", id = "id", municipality = "code", network_node = "node" }}]
        network = {{ path = "{}", core = {{ types = ["pop"], ids = ["1"] }} }}
        "#,
        file.display()
    ))
}
