//! `beredd outage`: what is left after a scenario, and what takes most down.

mod support;

use std::collections::BTreeMap;

use support::{Done, Project, beredd, files};

/// R1–L is the one cable to S1; S2 and S3 hang on the ring, S4 and S7 on P.
const SCENARIO: &str = "\
name = \"Grävskada\"
description = \"En <grävare> tar kabeln.\"

[[fails]]
elements = [\"span:K4\"]
";

const SQUARE: &str = r#"{"type":"FeatureCollection",
"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},
"features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
[[[301000,6451000],[303500,6451000],[303500,6453500],[301000,6453500],[301000,6451000]]]}}]}"#;

fn play(project: &Project, scenario: &str, more: &[&str]) -> Done {
    std::fs::write(project.file("s.toml"), scenario).unwrap();
    let mut arguments = vec!["outage", "small.toml", "s.toml", "--out", "result"];
    arguments.extend(more);
    Done::of(beredd(project.path(), &arguments), project.file("result"))
}

fn worst(project: &Project, more: &[&str]) -> Done {
    let arguments: Vec<&str> = ["outage", "small.toml"].iter().chain(more).copied().collect();
    Done::of(beredd(project.path(), &arguments), project.file("result"))
}

/// The outcome of each site; of one hour.
fn outcomes(done: &Done, hours: &str) -> BTreeMap<String, String> {
    let rows = done.table("outage").having("hours", hours).into_iter();
    rows.map(|mut row| (row.remove("site_id").unwrap(), row.remove("outcome").unwrap())).collect()
}

fn elements(done: &Done) -> Vec<String> {
    let rows = done.table("outage_elements").rows().into_iter();
    rows.map(|row| format!("{}:{}", row["element_kind"], row["element_id"])).collect()
}

#[test]
fn one_cable_takes_the_school_behind_it() {
    let project = Project::small();
    let done = play(&project, SCENARIO, &[]).ok();
    let row = done.table("outage").having("site_id", "S1").remove(0);
    // A mast covers S1, and nobody says on which node it hangs.
    let expected = [
        ("hours", "0"),
        ("kind", "school"),
        ("municipality_code", "1001"),
        ("fixed_before", "yes"),
        ("fixed_after", "no"),
        ("mobile_before", "yes"),
        ("mobile_after", "unknown"),
        ("outcome", "unknown"),
        ("persons", "100"),
    ];
    for (column, value) in expected {
        assert_eq!(row[column], value, "{column}");
    }
    let others = outcomes(&done, "0");
    assert_eq!(others["S8"], "keeps_all");
    assert_eq!(others["S4"], "had_none");
    assert_eq!(elements(&done), ["span:K4"]);
    let written: Vec<String> = files(&done.out).into_keys().collect();
    assert_eq!(
        written,
        [
            "findings.csv",
            "findings.parquet",
            "maps/after.png",
            "maps/after.svg",
            "maps/before.png",
            "maps/before.svg",
            "outage.csv",
            "outage.html",
            "outage.parquet",
            "outage_elements.csv",
            "outage_elements.parquet",
            "outage_municipalities.csv",
            "outage_municipalities.parquet",
            "run.json"
        ]
    );
    let page = std::fs::read_to_string(done.out.join("outage.html")).unwrap();
    assert!(page.contains("En &lt;grävare&gt; tar kabeln.") && page.contains("Kabel K4"), "{page}");
    let loads = ["<script", "<link", "src=", "@import", "url("];
    assert!(loads.iter().all(|load| !page.contains(load)), "nothing is loaded");
    let record = std::fs::read_to_string(done.out.join("run.json")).unwrap();
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    assert_eq!(record["outage"]["scenario"]["text"], SCENARIO);
    assert_eq!(record["outage"]["scenario"]["elements"], 1);
}

/// Every answer of a power loss: S2 has no backup, S1 lasts 24 hours, S5 says nothing.
#[test]
fn hours_without_power_are_shown_one_by_one() {
    let project = Project::small();
    let power = "node_id,power_feed,battery_h\nC,F9,48\nR1,F9,48\nR2,F9,4\nL,F9,8\nP,F9,4\n";
    let project = project
        .write("power.csv", power)
        .set("attach_within_m = 500", "attach_within_m = 500\npower = \"power.csv\"");
    let scenario = "name = \"Mörkt\"\n[grid_loss]\nhours = [8, 0, 24, 8]\n";
    let done = play(&project, scenario, &[]).ok();
    let rows = |site: &str| -> Vec<String> {
        let rows = done.table("outage").having("site_id", site).into_iter();
        rows.map(|row| format!("{} {}", row["hours"], row["fixed_after"])).collect()
    };
    // L lasts exactly 8 hours, and so does the way of S1.
    assert_eq!(rows("S1"), ["0 yes", "8 yes", "24 no"]);
    assert_eq!(rows("S8"), ["0 yes", "8 yes", "24 yes"]);
    assert_eq!(rows("S7"), ["0 yes", "8 no", "24 no"]);
    let municipality = &done.table("outage_municipalities").rows()[1];
    assert_eq!((municipality["hours"].as_str(), municipality["sites"].as_str()), ("8", "5"));
    for map in ["after-0h", "after-8h", "after-24h"] {
        assert!(done.out.join(format!("maps/{map}.svg")).exists(), "{map}");
    }
    // Only on a feed that nobody is known to share: what states no feed may hang on it.
    let scenario = "name = \"F3\"\n[grid_loss]\nhours = 2\nfeeds = [\"F3\"]\n";
    let done = play(&project, scenario, &[]).ok();
    let changed: Vec<String> = done
        .table("outage")
        .rows()
        .into_iter()
        .filter(|row| row["fixed_before"] != row["fixed_after"])
        .map(|row| format!("{} {}", row["site_id"], row["fixed_after"]))
        .collect();
    assert_eq!(changed, ["S7 unknown"]);
}

#[test]
fn areas_operators_and_providers_name_their_own() {
    let owned = r#""id":"K5","physicalInfrastructureProvider":{"id":"SE-1","name":"Dalens nät"},"#;
    let run = r#""id":"P","networkProviders":[{"id":"SE-1","name":"Dalens nät"}],"#;
    let project = Project::small()
        .write("storm.geojson", SQUARE)
        .change("network.json", "\"id\":\"K5\",", owned)
        .change("network.json", "\"id\":\"P\",", run);
    let of = |fails: &str| {
        let done = play(&project, &format!("name = \"x\"\n[[fails]]\n{fails}\n"), &[]).ok();
        elements(&done)
    };
    assert_eq!(of("area = \"storm.geojson\""), ["node:L", "span:K4"]);
    assert_eq!(of("area = \"storm.geojson\"\nkinds = [\"span\"]"), ["span:K4"]);
    assert_eq!(of("provider = \"Dalens nät\""), ["node:P", "span:K5"]);
    assert_eq!(of("provider = \"SE-1\"\nkinds = [\"node\"]"), ["node:P"]);
    assert_eq!(of("operator = \"Gemensam\""), ["mast:M1"]);
    assert_eq!(of("operator = \"Gamma\""), ["mast:M2"]);
}

#[test]
fn what_is_not_known_beside_what_is_gets_a_finding_with_the_nearest_name() {
    let project = Project::small().write("storm.geojson", SQUARE);
    let scenario = "name = \"x\"\n[[fails]]\nelements = [\"span:K44\", \"node:K1\", \"node:L\"]\n\
                    [[fails]]\noperator = \"Gamme\"\n\
                    [[fails]]\narea = \"storm.geojson\"\nkinds = [\"mast\"]\n";
    let done = play(&project, scenario, &[]).ok();
    assert_eq!(elements(&done), ["node:L"]);
    let rule = "scenario_name_unknown";
    let near = done.finding(rule, "s.toml", 0, "fails.elements", "span:K44");
    assert_eq!(near["hint"], "did you mean \"span:K4\"?");
    let other = done.finding(rule, "s.toml", 0, "fails.elements", "node:K1");
    assert_eq!(other["hint"], "did you mean \"span:K1\"?");
    done.finding(rule, "s.toml", 0, "fails.operator", "Gamme");
    done.finding("scenario_area_empty", "s.toml", 0, "fails.area", "storm.geojson");
    assert!(done.stdout.contains("did you mean \"span:K4\"?"), "{}", done.stdout);
}

#[test]
fn bad_scenarios_are_refused_with_their_place_and_nothing_is_written() {
    let project = Project::small();
    let cases: [(&str, &[&str]); 12] = [
        ("", &["needs the key `name`", "nothing fails in this scenario"]),
        ("name = \"x\"\n", &["nothing fails in this scenario"]),
        (
            "nam = \"x\"\n[[fails]]\noperator = \"A\"",
            &["unknown key `nam`", "did you mean `name`?"],
        ),
        ("name = \"x\"\n[[fails]]\nelement = [\"node:L\"]", &["did you mean `elements`?"]),
        ("name = \"x\"\n[fails]\noperator = \"A\"", &["two pairs of brackets"]),
        (
            "name = \"x\"\n[[fails]]\nelements = [\"spam:L\"]",
            &["did you mean \"span:L\"?", "s.toml:3:12"],
        ),
        ("name = \"x\"\n[[fails]]\narea = \"a\"\nprovider = \"b\"", &["exclude each other"]),
        (
            "name = \"x\"\n[[fails]]\noperator = \"a\"\nkinds = [\"mast\"]",
            &["`kinds` has no meaning"],
        ),
        ("name = \"x\"\n[grid_loss]\nfeeds = [\"F1\"]", &["[grid_loss] needs `hours`"]),
        ("name = \"x\"\n[grid_loss]\nhours = -1", &["`hours` cannot be -1"]),
        ("name = \"x\"\n[[fails]]\narea = \"none.geojson\"", &["none.geojson", "file_missing"]),
        (
            "name = \"x\"\n[[fails]]\nelements = [\"node:LL\"]",
            &["nothing of this project fails", "\"node:LL\"", "did you mean \"node:L\"?"],
        ),
    ];
    for (scenario, texts) in cases {
        play(&project, scenario, &[]).input_error(texts);
    }
    let missing = worst(&project, &["gone.toml", "--out", "result"]);
    missing.input_error(&["gone.toml: cannot read"]);
    // The faults of both files come together.
    let both = Project::small().set("name = \"Dalen\"", "nam = \"Dalen\"");
    play(&both, "name = 1", &[]).input_error(&["small.toml:2", "s.toml:1:8"]);
}

#[test]
fn the_command_needs_a_scenario_or_a_number() {
    let project = Project::small();
    worst(&project, &[]).refused(2, &["SCENARIO.toml"]);
    worst(&project, &["s.toml", "--worst", "3"]).refused(2, &["--worst"]);
    worst(&project, &["--worst", "3", "--worst-pairs", "3"]).refused(2, &["--worst-pairs"]);
    worst(&project, &["--worst", "0"]).refused(2, &["--worst"]);
}

#[test]
fn only_a_result_of_ours_is_replaced() {
    let project = Project::small();
    play(&project, SCENARIO, &[]).ok();
    let done = play(&project, &SCENARIO.replace("K4", "K5"), &[]).ok();
    assert_eq!(elements(&done), ["span:K5"]);
    std::fs::write(done.out.join("mine.txt"), "x").unwrap();
    let refused = play(&project, SCENARIO, &[]);
    assert_eq!(refused.status, Some(2), "{}", refused.stderr);
    assert!(refused.stderr.contains("mine.txt"));
    assert_eq!(elements(&done), ["span:K5"]);

    let output = beredd(project.path(), &["outage", "small.toml", "s.toml"]);
    assert!(output.status.success() && project.file("s-result/outage.html").exists());
}

#[test]
fn the_worst_elements_and_pairs() {
    let project = Project::small();
    let done = worst(&project, &["--worst", "3", "--out", "result"]).ok();
    let table = done.table("worst");
    assert_eq!(table.column("place"), ["1", "2", "3"]);
    // F1 leaves S2 dark and F3 S5, whatever reaches them. C takes the fixed service of S1, S7 and
    // S8; of no mast it is known whether it holds.
    assert_eq!(table.column("element_id"), ["F1", "F3", "C"]);
    assert_eq!(table.column("sites_without_service"), ["1", "1", "0"]);
    assert_eq!(table.column("sites_cut_off"), ["1", "1", "3"]);
    assert!(done.stdout.contains("the worst single elements"), "{}", done.stdout);

    // K5 and K6 are parallel: neither takes anything down, and together they take S7.
    let done = worst(&project, &["--worst-pairs", "50", "--out", "result"]).ok();
    let rows = done.table("worst_pairs").rows();
    let row = rows.iter().find(|row| row["element_id_1"] == "K5" && row["element_id_2"] == "K6");
    let row = row.expect("the pair is listed");
    assert_eq!((row["sites_cut_off"].as_str(), row["sites_together"].as_str()), ("1", "1"));
    // C takes all that hangs on the network alone; only the feeds of S2 and S5 add something.
    let with_c: Vec<&str> = rows
        .iter()
        .filter(|row| row["element_id_1"] == "C" || row["element_id_2"] == "C")
        .map(|row| row["element_id_2"].as_str())
        .collect();
    assert_eq!(with_c, ["F1", "F3"]);
    assert!(done.stdout.contains("exact: all "), "{}", done.stdout);

    let printed = worst(&project, &["--worst", "1"]).ok();
    assert!(printed.stdout.contains("1 of 7 elements"), "{}", printed.stdout);
}

#[test]
fn threads_change_no_byte() {
    let project = Project::small().write("storm.geojson", SQUARE);
    let scenario =
        "name = \"x\"\n[[fails]]\narea = \"storm.geojson\"\n[grid_loss]\nhours = [1, 8]\n";
    let played = |threads: &str| {
        let mut all = files(&play(&project, scenario, &["--threads", threads]).ok().out);
        let out = ["--worst-pairs", "20", "--out", "result", "--threads", threads];
        let pairs = worst(&project, &out).ok();
        all.extend(files(&pairs.out).into_iter().filter(|(name, _)| name != "run.json"));
        all.remove("run.json");
        (all, pairs.stdout)
    };
    let one = played("1");
    assert_eq!(one.0.len(), 17);
    for threads in ["2", "8"] {
        assert!(played(threads) == one, "{threads} threads");
    }
}
