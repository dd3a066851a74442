//! Power, trenches and masts that are wrong: each fault is a finding that names file, row, field
//! and value, nothing is lost, and the rest is used.

mod support;

use support::{Done, Project};

/// The rows of `findings` about one rule: dataset, row, field, value.
fn told(done: &Done, rule: &str) -> Vec<[String; 4]> {
    let table = done.table("findings").rows();
    let rows = table.iter().filter(|row| row["rule"] == rule);
    rows.map(|row| ["dataset", "row", "field", "value"].map(|field| row[field].clone())).collect()
}

fn run(project: &Project) -> Done {
    project.run().ok()
}

#[track_caller]
fn assert_told(project: Project, rule: &str, expected: &[[&str; 4]]) {
    let found = told(&run(&project), rule);
    let found: Vec<[&str; 4]> = found.iter().map(|row| [0, 1, 2, 3].map(|i| &*row[i])).collect();
    assert_eq!(found, expected, "{rule}");
}

fn project() -> Project {
    Project::golden("failures")
}

/// What one cell of a table of the result says.
fn cell(done: &Done, table: &str, id: &str, column: &str) -> String {
    let key = if table == "sites" { "site_id" } else { "element_id" };
    let rows = done.table(table).rows();
    let row = rows.iter().find(|row| row[key] == id).expect("a row");
    row[column].clone()
}

fn elements(done: &Done) -> Vec<String> {
    let rows = done.table("elements").rows();
    rows.iter().map(|row| format!("{} {}", row["element_kind"], row["element_id"])).collect()
}

#[test]
fn power_for_a_node_that_does_not_exist() {
    assert_told(project(), "power_node_unknown", &[["node_power.csv", "7", "node_id", "Y"]]);
}

#[test]
fn negative_and_absurd_hours_count_as_unknown() {
    let project = project()
        .change("node_power.csv", "A,E1,24", "A,E1,-24")
        .change("node_power.csv", "B,E2,12", "B,E2,120000")
        .change("node_power.csv", "C,E3,8", "C,E3,lång tid")
        .change("masts.csv", ",C,4,E3", ",C,-4,E3")
        .change("masts.csv", "4300", "-4300");
    let done = run(&project);
    assert_eq!(
        told(&done, "number_out_of_range"),
        [
            ["masts.csv", "2", "battery_h", "-4"],
            ["masts.csv", "3", "range_m", "-4300"],
            ["node_power.csv", "3", "battery_h", "-24"],
            ["node_power.csv", "4", "battery_h", "120000"],
        ]
        .map(|row| row.map(str::to_owned))
    );
    assert_eq!(told(&done, "number_unreadable").len(), 1);
    // S6 hung on A, whose 24 hours are no longer known: its own backup is all there is.
    assert_eq!(cell(&done, "sites", "S6", "endurance_h"), "");
    assert_eq!(cell(&done, "sites", "S6", "endurance_high_h"), "48");
}

#[test]
fn two_rows_add_feeds_and_the_lower_hours_count() {
    let project = project().append("node_power.csv", "A,E9,4\n");
    let done = run(&project);
    let told = told(&done, "power_conflict");
    assert_eq!(told, [["node_power.csv", "8", "battery_h", "4"].map(str::to_owned)]);
    assert_eq!(cell(&done, "sites", "S6", "endurance_h"), "4");
    // A has two feeds now, so that E1 takes only the school that has no other.
    assert_eq!(cell(&done, "elements", "E1", "sites_cut_off"), "1");
}

#[test]
fn a_power_table_that_says_nothing_is_an_error() {
    let project = project().write("node_power.csv", "node_id,colour\nA,red\n");
    let done = project.run();
    done.refused(1, &["node_power.csv", "power_feed, battery_h (hours) and needs_power"]);
    let project = self::project().write("node_power.csv", "node,battery_h\nA,4\n");
    project.run().refused(1, &["node_power.csv", "node_id"]);
    self::project().remove("node_power.csv").run().refused(1, &["node_power.csv"]);
}

#[test]
fn a_passive_node_needs_no_power() {
    let project = project().write(
        "node_power.csv",
        "node_id,power_feed,battery_h,needs_power\nP,E1;E2,48,\nA,E1,,nej\nB,E2,12,ja\n",
    );
    let done = run(&project);
    assert_eq!(cell(&done, "sites", "S6", "endurance_h"), "48");
    assert_eq!(cell(&done, "elements", "E1", "consists_of"), "site:S1");
}

#[test]
fn a_mast_on_a_node_that_does_not_exist() {
    let project = project().change("masts.csv", ",D,8,E2", ",N-77,8,E2");
    let done = run(&project);
    let told = told(&done, "mast_node_unknown");
    assert_eq!(told, [["masts.csv", "3", "network_node", "N-77"].map(str::to_owned)]);
    assert_eq!(cell(&done, "sites", "S1", "fallback"), "unknown");
}

#[test]
fn a_mast_whose_node_has_no_way_to_the_core_is_no_fallback_for_certain() {
    let project = project().change("masts.csv", ",D,8,E2", ",X,8,E2");
    let done = run(&project);
    assert_eq!(cell(&done, "sites", "S1", "fallback"), "unknown");
}

#[test]
fn declared_trenches_and_their_faults() {
    let project = project()
        .write(
            "trenches.csv",
            "span_id,trench_id\nK1,T-1\nK3,T-1\nK4,T-2\nK9,T-3\n,T-4\nK2,T-5\nK5,T-5; T-6\n",
        )
        .set("shared_at_least_m = 50", "shared_at_least_m = 50, path = \"trenches.csv\"");
    let done = run(&project);
    let row = |row: [&str; 4]| row.map(str::to_owned);
    assert_eq!(
        told(&done, "trench_of_one_span"),
        [
            row(["trenches.csv", "4", "trench_id", "T-2"]),
            row(["trenches.csv", "8", "trench_id", "T-6"])
        ]
    );
    assert_eq!(told(&done, "trench_span_unknown"), [row(["trenches.csv", "5", "span_id", "K9"])]);
    assert_eq!(told(&done, "id_missing"), [row(["trenches.csv", "6", "span_id", ""])]);
    // T-1 takes both ways of A. K1 and K2 both have a declared trench, so the drawing is not asked.
    assert_eq!(cell(&done, "elements", "T-1", "sites_cut_off"), "2");
    assert_eq!(cell(&done, "elements", "T-1", "trench_within_m"), "");
    assert!(!elements(&done).contains(&"trench K1+K2".to_owned()));
}

#[test]
fn a_trench_column_of_the_network_file() {
    let network = project().read("network.json");
    let network = network
        .replace("\"id\": \"K1\"", "\"id\": \"K1\", \"duct\": \"T\"")
        .replace("\"id\": \"K3\"", "\"id\": \"K3\", \"duct\": [\"T\", 7]");
    let project = project()
        .write("network.json", network)
        .set("{ within_m = 5, shared_at_least_m = 50 }", "{ column = \"duct\" }");
    let done = run(&project);
    assert_eq!(cell(&done, "elements", "T", "consists_of"), "span:K1;span:K3");
    assert_eq!(cell(&done, "elements", "T", "source"), "network.json");

    let project = self::project().set("within_m = 5,", "within_m = 5, column = \"no such\",");
    let done = run(&project);
    assert_eq!(told(&done, "trench_column_empty").len(), 1);
}

#[test]
fn trench_settings_that_cannot_be() {
    for (setting, hint) in [
        ("{}", "says nothing"),
        ("{ within_m = 0 }", "`within_m` cannot be 0"),
        ("{ within_m = -5 }", "`within_m` cannot be -5"),
        ("{ within = 5 }", "did you mean `within_m`?"),
        ("\"trenches.csv\"", "must be a table"),
        ("{ path = \"absent.csv\" }", "absent.csv"),
    ] {
        let project = project().set("{ within_m = 5, shared_at_least_m = 50 }", setting);
        project.run().refused(1, &[hint]);
    }
}

#[test]
fn spans_without_a_drawn_route_share_no_trench() {
    let text = project().read("network.json");
    let mut network: serde_json::Value = serde_json::from_str(&text).expect("a network");
    for span in network["networks"][0]["spans"].as_array_mut().expect("spans") {
        span.as_object_mut().expect("a span").remove("route");
    }
    let project = project().write("network.json", network.to_string());
    let done = run(&project);
    assert_eq!(told(&done, "trench_without_routes").len(), 1);
    assert_eq!(told(&done, "geometry_wrong_kind").len(), 0);
    assert!(!elements(&done).iter().any(|element| element.starts_with("trench")));
}

#[test]
fn a_network_without_coordinates_works_where_sites_name_their_node() {
    let text = project().read("network.json");
    let mut network: serde_json::Value = serde_json::from_str(&text).expect("a network");
    for node in network["networks"][0]["nodes"].as_array_mut().expect("nodes") {
        node.as_object_mut().expect("a node").remove("location");
    }
    let project = project().write("network.json", network.to_string());
    let done = run(&project);
    assert_eq!(told(&done, "node_without_place").len(), 6);
    assert_eq!(cell(&done, "sites", "S1", "network_status"), "reached");
    assert_eq!(cell(&done, "sites", "S1", "drop_length_m"), "");
    // S3 names no node.
    assert_eq!(cell(&done, "sites", "S3", "network_status"), "not_attached");
}

#[test]
fn ends_drawn_elsewhere_and_routes_drawn_backwards() {
    let network = project().read("network.json").replace(
        "\"start\": \"B\",\n     \"end\": \"C\"",
        "\"start\": \"C\",\n     \"end\": \"B\"",
    );
    let moved = network.replacen("[305000, 6452000]", "[305000, 6452600]", 1);
    assert_ne!(network, moved);
    let project = project().write("network.json", moved);
    let done = run(&project);
    let reversed = told(&done, "span_reversed");
    assert_eq!(reversed, [["network.json", "4", "spans/route", ""].map(str::to_owned)]);
    let far = told(&done, "span_end_far");
    assert_eq!(far, [["network.json", "5", "spans/end", "D"].map(str::to_owned)]);
    // What is named decides: nothing else changes.
    assert_eq!(cell(&done, "sites", "S2", "single_points"), "5");
}

#[test]
fn a_site_on_a_node_of_another_part() {
    let project = project();
    let rows = told(&run(&project), "site_node_not_reached");
    assert_eq!(rows, [["sites.csv", "6", "network_node", "X"].map(str::to_owned)]);
}

#[test]
fn a_layer_that_names_its_mast_beats_the_range() {
    let square = |mast: &str, x: u32| {
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"mast\":\"{mast}\",\"mbps\":30}},\
             \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[{x},6451000],[{},6451000],\
             [{},6453000],[{x},6453000],[{x},6451000]]]}}}}",
            x + 1000,
            x + 1000
        )
    };
    let layer = format!(
        "{{\"type\":\"FeatureCollection\",\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\
         \"urn:ogc:def:crs:EPSG::3006\"}}}},\"features\":[{},{}]}}",
        square("M2", 309_000),
        square("M9", 300_000)
    );
    let project = project().write("cover.geojson", layer).set(
        "[network]",
        "[[mobile]]\npath = \"cover.geojson\"\noperator = \"Beta\"\nradio_network = \"Gemensam\"\n\
         download_column = \"mbps\"\nmast_column = \"mast\"\ncomplete = true\n\n[network]",
    );
    let done = run(&project);
    let unknown = told(&done, "mast_unknown");
    assert_eq!(unknown, [["cover.geojson", "", "mast", "M9"].map(str::to_owned)]);
    // S2 lies in the area of M2, which stands farther off than its range; M1 is within its range,
    // and the layer of its radio network covers S2.
    let backups = done.table("backups").rows();
    let of = |site: &str| -> Vec<(String, String)> {
        let rows = backups.iter().filter(|row| row["site_id"] == site);
        rows.map(|row| (row["mast_id"].clone(), row["basis"].clone())).collect()
    };
    let named = |mast: &str, basis: &str| (mast.to_owned(), basis.to_owned());
    assert_eq!(of("S2"), [named("M1", "range"), named("M2", "layer")]);
    // S3 lies within both ranges, and the network is known not to cover it.
    assert_eq!(of("S3"), []);
    assert_eq!(cell(&done, "sites", "S3", "served"), "no");
}

#[test]
fn rows_that_contradict_each_other_about_the_need_for_power() {
    let rows = "node_id,needs_power,power_feed\nA,nej,E1\nA,ja,\nB,nej,\nB,,E2\n";
    let project = project().write("node_power.csv", rows);
    let done = run(&project);
    let told = told(&done, "power_conflict");
    assert_eq!(told, [["node_power.csv", "3", "needs_power", "yes"].map(str::to_owned)]);
    assert_eq!(cell(&done, "elements", "E1", "consists_of"), "node:A;site:S1");
    assert_eq!(cell(&done, "elements", "E2", "consists_of"), "mast:M2;site:S4");
}

#[test]
fn drawn_together_and_declared_apart() {
    let project = project()
        .write("trenches.csv", "span_id,trench_id\nK1,T-1\nK3,T-1\nK2,T-2\nK5,T-2\n")
        .set("shared_at_least_m = 50", "shared_at_least_m = 50, path = \"trenches.csv\"");
    let done = run(&project);
    let told = told(&done, "trench_declared_apart");
    assert_eq!(told, [["network.json", "", "network.trench", "K1;K2"].map(str::to_owned)]);
    assert!(!elements(&done).contains(&"trench K1+K2".to_owned()));
}

#[test]
fn a_network_of_the_package_without_nodes() {
    let text = project().read("network.json");
    let mut package: serde_json::Value = serde_json::from_str(&text).expect("a package");
    package["networks"].as_array_mut().expect("networks").push(serde_json::json!({"spans": []}));
    let project = project().write("network.json", package.to_string());
    let done = run(&project);
    let told = told(&done, "network_without_nodes");
    assert_eq!(told, [["network.json", "", "nodes", ""].map(str::to_owned)]);
}
