//! `beredd score`: what it writes, what it refuses, and what it says of a table that is not as it
//! should be.

mod support;

use std::path::PathBuf;

use support::{Done, beredd, files};
use tempfile::TempDir;

const FRAMEWORK: &str = r#"name = "Test"
version = "1"
unit_id = "code"
unit_name = "name"

[[group]]
id = "index"
aggregate = "geometric"
aggregate_also = ["arithmetic"]

[[group]]
id = "net"
parent = "index"
weight = 3

[[group]]
id = "power"
parent = "index"

[[indicator]]
id = "fibre"
parent = "net"
goalposts = [0, 1]

[[indicator]]
id = "delay"
parent = "net"
better = "lower"
scale = "log"
goalposts = [1, 100]

[[indicator]]
id = "backup"
parent = "power"
goalposts = [0, 24]
"#;

const TABLE: &str = "code,name,fibre,fibre_low,fibre_high,fibre_known,delay,backup
0101,Å,0.8,0.6,0.9,0.7,10,12
0102,=1+1,0.5,,,,1,24
0103,C,1,,,,100,6
0104,D,0.25,,,,31.622776601683793,18
";

/// A framework and a table in a directory.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self::with(FRAMEWORK, TABLE)
    }

    fn with(framework: &str, table: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        std::fs::write(desk.file("f.toml"), framework).unwrap();
        std::fs::write(desk.file("t.csv"), table).unwrap();
        desk
    }

    /// The framework with one text changed.
    fn framework(from: &str, to: &str) -> Self {
        assert_eq!(FRAMEWORK.matches(from).count(), 1, "{from}");
        Self::with(&FRAMEWORK.replace(from, to), TABLE)
    }

    /// The table with one text changed.
    fn table(from: &str, to: &str) -> Self {
        assert_eq!(TABLE.matches(from).count(), 1, "{from}");
        Self::with(FRAMEWORK, &TABLE.replace(from, to))
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn score(&self) -> Done {
        self.score_with(&[])
    }

    fn score_with(&self, more: &[&str]) -> Done {
        let mut arguments = vec!["score", "f.toml", "t.csv", "--out", "result"];
        arguments.extend(more);
        Done::of(beredd(self.0.path(), &arguments), self.file("result"))
    }
}

#[test]
fn three_levels_by_hand() {
    let desk = Desk::new();
    let done = desk.score().ok();
    let scores = done.table("scores");
    let of = |unit: &str, group: &str, column: &str| -> f64 {
        let row = scores.rows().into_iter().find(|r| r["unit_id"] == unit && r["group"] == group);
        row.expect("every unit and group")[column].parse().expect("a number")
    };
    let near =
        |found: f64, by_hand: f64| assert!((found - by_hand).abs() < 1e-9, "{found} {by_hand}");
    // delay: ln 10 is half of ln 100, and less is better.
    near(of("0101", "net", "score"), (80.0 + 50.0) / 2.0);
    near(of("0101", "power", "score"), 50.0);
    near(of("0101", "index", "score"), (65f64.powf(3.0) * 50.0).powf(0.25));
    near(of("0101", "index", "score_low"), (55f64.powf(3.0) * 50.0).powf(0.25));
    near(of("0101", "index", "score_high"), (70f64.powf(3.0) * 50.0).powf(0.25));
    near(of("0101", "net", "known_share"), (0.7 + 1.0) / 2.0);
    near(of("0102", "index", "score"), (75f64.powf(3.0) * 100.0).powf(0.25));
    near(of("0104", "net", "score"), (25.0 + 25.0) / 2.0);
    let ranks: Vec<f64> =
        ["0101", "0102", "0103", "0104"].map(|unit| of(unit, "index", "rank")).to_vec();
    assert_eq!(ranks, [2.0, 1.0, 3.0, 4.0]);
    // A name that a spreadsheet would run stands behind an apostrophe; codes keep their zero.
    let table = done.table("scores");
    let names = table.column("name");
    assert!(names.contains(&"'=1+1") && names.contains(&"Å"), "{names:?}");
    for file in
        ["framework.toml", "run.json", "readiness.xlsx", "maps/ranking.svg", "coherence.csv"]
    {
        assert!(desk.file("result").join(file).exists(), "{file}");
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_at_any_number_of_threads() {
    let written = |more: &[&str]| {
        let desk = Desk::new();
        let done = desk.score_with(more).ok();
        let mut all = files(&done.out);
        // What differs between two runs is how long they took.
        let record = String::from_utf8(all.remove("run.json").expect("a record")).expect("UTF-8");
        let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
        (all, record["counts"].clone())
    };
    let one = written(&["--threads", "1"]);
    assert!(one == written(&["--threads", "7"]));
    assert!(one.0["scores.csv"] != written(&["--seed", "2"]).0["scores.csv"]);
}

#[test]
fn a_framework_that_is_no_tree_is_refused_where_it_stands() {
    let refused = |from: &str, to: &str, texts: &[&str]| {
        Desk::framework(from, to).score().input_error(texts);
    };
    refused(
        "parent = \"power\"",
        "parent = \"pover\"",
        &["f.toml:", "\"pover\", and there is no such group"],
    );
    refused(
        "id = \"power\"\nparent = \"index\"",
        "id = \"power\"",
        &["two groups have no parent: \"index\" and \"power\""],
    );
    refused(
        "id = \"net\"\nparent = \"index\"",
        "id = \"net\"\nparent = \"net\"",
        &["the group \"net\" is below itself"],
    );
    refused("weight = 3", "weight = -3", &["`weight` cannot be -3", "0 or more"]);
    refused("goalposts = [0, 24]", "goalposts = [24, 24]", &["24 and 24 are equal"]);
    refused(
        "goalposts = [0, 24]",
        "goalposts = [24, 0]",
        &["the wrong way round", "better = \"lower\""],
    );
    refused(
        "goalposts = [1, 100]",
        "goalposts = [0, 100]",
        &["a logarithmic scale cannot begin at 0"],
    );
    refused(
        "aggregate = \"geometric\"",
        "aggregate = \"median\"",
        &["cannot be \"median\"", "harmonic"],
    );
    refused("id = \"backup\"", "id = \"fibre\"", &["the id \"fibre\" stands twice"]);
    refused("unit_id = \"code\"", "unit_idd = \"code\"", &["needs the key `unit_id`", "unit_idd"]);
    refused(
        "parent = \"power\"\ngoalposts",
        "parent = \"power\"\nweight = 0\ngoalposts",
        &["everything below \"power\" has the weight 0"],
    );
    Desk::with("name = ", TABLE).score().refused(1, &["f.toml:1"]);
}

#[test]
fn a_table_that_does_not_fit_is_refused() {
    let refused = |from: &str, to: &str, texts: &[&str]| {
        Desk::table(from, to).score().input_error(texts);
    };
    refused("delay,backup", "delay,bakup", &["t.csv", "indicator = \"backup\"", "no such column"]);
    refused("0104,D", "0102,D", &["t.csv: row 5: code = \"0102\"", "row 3 has the same id"]);
    refused("code,name", "kod,name", &["unit_id = \"code\"", "the file has: kod"]);
    refused("C,1,,,,100", "C,1,,,,0", &["row 4: delay = \"0\"", "above 0"]);
    Desk::with(FRAMEWORK, "code,name,fibre,delay,backup\n").score().input_error(&["no rows"]);
    let fail = FRAMEWORK.replace("goalposts = [0, 24]", "goalposts = [0, 24]\nmissing = \"fail\"");
    let blank = TABLE.replace("31.622776601683793,18", "31.622776601683793,");
    Desk::with(&fail, &blank).score().input_error(&["row 5: backup", "missing = \"fail\""]);
    let observed = FRAMEWORK.replace("goalposts = [0, 24]", "goalposts = \"observed\"");
    Desk::with(&observed, "code,name,fibre,delay,backup\n1,a,1,2,3\n2,b,0,3,3\n")
        .score()
        .input_error(&["t.csv: backup", "two different values", "3"]);
    Desk::new().score_with(&["--draws", "10"]).refused(2, &["100"]);
}

#[test]
fn text_and_nan_in_numbers_are_unknown_with_a_finding() {
    let desk = Desk::table("1,24\n", "NaN,mycket\n");
    let done = desk.score().ok();
    done.finding("number_unreadable", "t.csv", 3, "delay", "NaN");
    done.finding("number_unreadable", "t.csv", 3, "backup", "mycket");
    let row = |group: &str| {
        let rows = done.table("scores").rows();
        rows.into_iter().find(|r| r["unit_id"] == "0102" && r["group"] == group).expect("a row")
    };
    assert_eq!(
        (row("power")["score"].as_str(), row("power")["no_score"].as_str()),
        ("", "nothing_known")
    );
    assert_eq!(row("index")["no_score"], "", "something is known of it");
    assert_eq!(
        (row("power")["score_low"].as_str(), row("power")["score_high"].as_str()),
        ("0", "100")
    );
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    let mut rows: Vec<&str> = TABLE.lines().skip(1).collect();
    rows.reverse();
    let turned = format!("{}\n{}\n", TABLE.lines().next().expect("a header"), rows.join("\n"));
    let (desk, turned) = (Desk::new(), Desk::with(FRAMEWORK, &turned));
    let (one, other) = (desk.score().ok(), turned.score().ok());
    for table in ["scores", "indicators", "rank_pairs", "sensitivity", "coherence"] {
        assert_eq!(one.table(table), other.table(table), "{table}");
    }
}

#[test]
fn numbers_beyond_all_measure_are_refused_or_unknown() {
    Desk::framework("weight = 3", "weight = 1e300").score().input_error(&["cannot be 1", "1e-6"]);
    Desk::framework("goalposts = [0, 24]", "goalposts = [-1e308, 1e308]")
        .score()
        .input_error(&["goalposts cannot be beyond 1e100"]);
    let desk = Desk::table("31.622776601683793,18", "31.622776601683793,1e300");
    desk.score().ok().finding("number_out_of_range", "t.csv", 5, "backup", "1e300");
    // Far beyond goalposts that nearly touch is 100, and no infinity.
    let desk = Desk::framework("goalposts = [0, 24]", "goalposts = [0, 1e-300]");
    let done = desk.score().ok();
    let power = done.table("scores").having("group", "power");
    assert!(power.iter().all(|row| row["score"] == "100"), "{power:?}");
}

#[test]
fn one_unit_alone_is_scored_and_told_that_its_rank_says_nothing() {
    let desk = Desk::with(FRAMEWORK, "code,name,fibre,delay,backup\n1,a,0.5,10,12\n");
    let done = desk.score().ok();
    done.finding("one_unit", "t.csv", 0, "code", "1");
    assert_eq!(done.table("scores").column("rank"), ["1", "1", "1"]);
}

#[test]
fn a_share_of_what_is_known_below_the_setting_leaves_no_score() {
    let strict = FRAMEWORK.replace("unit_id", "known_share_at_least = 0.9\nunit_id");
    let desk = Desk::with(&strict, TABLE);
    let done = desk.score().ok();
    let net = done.table("scores").rows().into_iter().find(|r| r["group"] == "net").expect("net");
    assert_eq!(
        (net["unit_id"].as_str(), net["no_score"].as_str()),
        ("0101", "known_share_too_low")
    );
    assert_eq!(net["known_share"], "0.85");
}

#[test]
fn the_values_of_a_run_are_a_table_that_can_be_scored() {
    let project = support::Project::small();
    let done = project.run().ok();
    let arguments = [
        "score",
        "result/framework.toml",
        "result/indicator_values.csv",
        "--out",
        "result-again",
        "--draws",
        "200",
    ];
    let again = Done::of(beredd(project.path(), &arguments), project.file("result-again")).ok();
    assert_eq!(done.table("scores"), again.table("scores"));
}
