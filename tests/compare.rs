//! `beredd compare`: what changed between two results, and whether it was the data or the method.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use support::{Done, Project, Table, beredd, files};

/// Of two feeds nothing is known in 1002, and it has no care home for an alarm to be about.
const FRAMEWORK: &str = r#"
name = "Eget"
version = "1"
unit_id = "municipality_code"
known_share_at_least = 0

[[group]]
id = "index"
aggregate = "geometric"
offset = 20

[[group]]
id = "net"
parent = "index"

[[group]]
id = "strength"
parent = "index"

[[indicator]]
id = "sites_connected_share"
name = "Ansluten"
name_en = "Connected"
parent = "net"
weight = 1
goalposts = [0, 1]

[[indicator]]
id = "sites_mobile_10_share"
parent = "net"
goalposts = [0, 1]

[[indicator]]
id = "sites_two_feeds_share"
parent = "strength"
goalposts = [0, 1]

[[indicator]]
id = "sites_backup_24h_share"
parent = "strength"
goalposts = [0, 1]

[[indicator]]
id = "service_alarm_share"
parent = "strength"
goalposts = [0, 1]
"#;

/// As in a result that had no source for these: their cells are blank, for every municipality, and
/// a record that says what was asked does not name them.
fn not_asked(project: &Project, result: &str, ids: &[&str]) {
    let path = project.file(result).join("indicator_values.csv");
    let table = Table::read(&path);
    let mut writer = csv::Writer::from_path(&path).unwrap();
    writer.write_record(&table.columns).unwrap();
    let is_blank: Vec<bool> = table
        .columns
        .iter()
        .map(|column| ids.iter().any(|id| column == id || column.starts_with(&format!("{id}_"))))
        .collect();
    assert!(is_blank.iter().filter(|blank| **blank).count() >= 4 * ids.len());
    for row in &table.cells {
        let cells = row.iter().zip(&is_blank);
        writer.write_record(cells.map(|(cell, blank)| if *blank { "" } else { cell })).unwrap();
    }
    writer.flush().unwrap();
    let path = project.file(result).join("run.json");
    let mut record: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    if let Some(asked) = record.get_mut("asked").and_then(|asked| asked.as_object_mut()) {
        for of_pillar in asked.values_mut().filter_map(|pillar| pillar.as_array_mut()) {
            of_pillar.retain(|id| !ids.iter().any(|gone| id == gone));
        }
        asked.retain(|_, of_pillar| of_pillar != &serde_json::json!([]));
    }
    fs::write(&path, record.to_string()).unwrap();
}

/// A project with this framework.
fn project() -> Project {
    let project = Project::small().write("own.toml", FRAMEWORK);
    project.set("[score]\n", "[score]\nframework = \"own.toml\"\n")
}

fn run(project: &Project, out: &str) {
    let output = beredd(project.path(), &["run", "small.toml", "--out", out]);
    Done::of(output, project.file(out)).ok();
}

/// S4 is connected now.
fn connected(project: Project) -> Project {
    project.change("sites.csv", "30,1002,,,,", "30,1002,,ja,,")
}

/// Connections weigh more now.
fn weighed(project: Project) -> Project {
    project.change("own.toml", "parent = \"net\"\nweight = 1", "parent = \"net\"\nweight = 4")
}

fn compare(directory: &Path, arguments: &[&str]) -> Done {
    let mut all = vec!["compare"];
    all.extend(arguments);
    if !arguments.contains(&"--out") {
        all.extend(["--out", "compared"]);
    }
    Done::of(beredd(directory, &all), directory.join("compared"))
}

/// A result before and one after a change.
fn before_and_after(change: impl Fn(Project) -> Project) -> (Project, Done) {
    let before = project();
    run(&before, "a");
    let after = change(before);
    run(&after, "b");
    let done = compare(after.path(), &["a", "b"]).ok();
    (after, done)
}

fn number(row: &BTreeMap<String, String>, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} is {:?}", row[column]))
}

/// The parts of each unit sum to its data.
fn assert_parts_sum(done: &Done) {
    let indicators = done.table("difference_indicators");
    for row in done.table("differences").rows() {
        let parts = indicators.having("unit_id", &row["unit_id"]);
        let (in_both, others): (Vec<_>, Vec<_>) =
            parts.iter().partition(|part| part["asked"] == "both");
        assert!(others.iter().all(|part| part["points"].is_empty()), "{others:?}");
        let sum: f64 = in_both.iter().map(|part| number(part, "points")).sum();
        assert!((sum - number(&row, "data")).abs() < 1e-9, "{row:?} {sum}");
        let all = number(&row, "data") + number(&row, "method") + number(&row, "scope");
        assert!((all - number(&row, "difference")).abs() < 1e-9, "{row:?}");
    }
}

#[test]
fn the_same_result_twice_differs_in_nothing_and_is_scored_to_the_last_bit() {
    let project = project();
    run(&project, "a");
    // What is unknown and what is not asked, or not about it, are written apart.
    let values = Table::read(&project.file("a/indicator_values.csv"));
    let [_, of_1002] = values.rows().try_into().expect("two municipalities");
    let cells = |id: &str| {
        ["", "_low", "_high", "_known"].map(|ending| of_1002[&format!("{id}{ending}")].clone())
    };
    assert_eq!(cells("service_alarm_share"), [""; 4]);
    assert_eq!(cells("sites_two_feeds_share"), ["0.5", "0", "1", "0"]);

    let done = compare(project.path(), &["a", "a"]).ok();
    let differences = done.table("differences");
    let scores = Table::read(&project.file("a/scores.csv")).having("group", "index");
    assert_eq!(differences.cells.len(), 2);
    for (row, stated) in differences.rows().iter().zip(&scores) {
        assert_eq!(row["unit_id"], stated["unit_id"]);
        for name in ["score", "score_low", "score_high", "rank"] {
            for side in ["a", "b"] {
                assert_eq!(row[&format!("{name}_{side}")], stated[name], "{name}");
                assert_eq!(row[&format!("common_{name}_{side}")], stated[name], "{name}");
            }
        }
        for part in ["difference", "data", "method", "scope"] {
            assert_eq!(row[part], "0", "{part}");
        }
        assert_eq!((&*row["real"], &*row["reason"]), ("intervals_overlap", ""));
    }
    let parts = done.table("difference_indicators").rows();
    assert!(parts.iter().filter(|row| row["asked"] == "both").all(|row| row["points"] == "0"));
    assert_eq!(done.table("difference_sites").cells.len(), 0);
    let record: serde_json::Value = serde_json::from_slice(&files(&done.out)["run.json"]).unwrap();
    assert_eq!(
        (&record["asked_only_in_a"], &record["asked_only_in_b"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
    assert_eq!(
        record["a"]["asked"]["net"],
        serde_json::json!(["sites_connected_share", "sites_mobile_10_share"])
    );
    // Of every group, not only of the index.
    assert_eq!(record["counts"]["scored_otherwise_a"], 0);
    assert_eq!(record["command"], "compare");
    assert_eq!(
        (&record["a"], &record["inputs_that_differ"]),
        (&record["b"], &serde_json::json!([]))
    );
    assert!(
        done.stdout.contains("De skiljer sig säkert: 0; går inte att skilja åt: 2;"),
        "{}",
        done.stdout
    );
    assert!(
        done.stdout.contains("båda vilar på net och strength (2 av 2 pelare)\n"),
        "{}",
        done.stdout
    );
    assert!(!done.stdout.contains("omfattning"), "{}", done.stdout);
}

#[test]
fn other_values_under_the_same_framework_are_all_data() {
    let (project, done) = before_and_after(connected);
    let rows = done.table("differences").rows();
    let [of_1001, of_1002] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!((&*of_1001["difference"], &*of_1001["data"]), ("0", "0"));
    assert!(number(of_1002, "difference") > 1.0, "{of_1002:?}");
    assert_eq!((&of_1002["data"], &*of_1002["method"]), (&of_1002["difference"], "0"));
    assert_parts_sum(&done);
    let parts = done.table("difference_indicators").having("unit_id", "1002");
    let moved: Vec<&str> = parts
        .iter()
        .filter(|part| !["", "0"].contains(&part["points"].as_str()))
        .map(|p| p["indicator"].as_str())
        .collect();
    assert_eq!(moved, ["sites_connected_share"]);
    assert_eq!((&*parts[0]["value_a"], &*parts[0]["value_b"]), ("0", "0.5"));
    assert_eq!((&*parts[0]["normalised_a"], &*parts[0]["normalised_b"]), ("0", "50"));

    let sites: Vec<String> =
        done.table("difference_sites").cells.iter().map(|row| row.join(" ")).collect();
    assert!(
        sites.contains(&"S4 1002 1002 changed sites_connected_share no yes".to_owned()),
        "{sites:#?}"
    );
    assert!(sites.iter().all(|row| row.starts_with("S4 ")), "{sites:#?}");

    let record: serde_json::Value = serde_json::from_slice(&files(&done.out)["run.json"]).unwrap();
    assert_eq!(record["inputs_that_differ"][0]["path"], "sites.csv");
    assert_ne!(
        record["inputs_that_differ"][0]["sha256_a"],
        record["inputs_that_differ"][0]["sha256_b"]
    );
    // Printed: what is the same, and what moved.
    let english = compare(project.path(), &["a", "b", "--language", "en"]).ok().stdout;
    for text in [
        "framework the same",
        "targets   the same",
        "inputs    1 file differs",
        "cannot be told apart",
        "the indicators that moved most",
        "Connected +",
        "sites: 0 new, 0 gone, 1 changed",
        "tables    compared",
    ] {
        assert!(english.contains(text), "no {text:?} in:\n{english}");
    }
    assert!(done.stdout.contains("Ansluten +"), "{}", done.stdout);
}

#[test]
fn the_same_values_under_another_framework_are_all_method() {
    let (_project, done) = before_and_after(weighed);
    for row in done.table("differences").rows() {
        assert!(number(&row, "difference").abs() > 0.1, "{row:?}");
        assert_eq!((&*row["data"], &row["method"]), ("0", &row["difference"]), "{row:?}");
    }
    assert_parts_sum(&done);
    assert!(done.stdout.contains("ramverk   ett annat, fast med samma namn"), "{}", done.stdout);
}

#[test]
fn where_both_changed_data_and_method_sum_to_the_whole() {
    let (_project, done) = before_and_after(|project| weighed(connected(project)));
    let rows = done.table("differences").rows();
    assert!(
        rows.iter()
            .any(|row| { number(row, "data").abs() > 0.1 && number(row, "method").abs() > 0.1 })
    );
    assert_parts_sum(&done);
}

#[test]
fn new_gone_and_moved_sites_stand_once() {
    let (_project, done) = before_and_after(|project| {
        let project =
            project.append("sites.csv", "S0,Nya skolan,school,302500,6452500,10,1001,,,,\n");
        // S8 has no place: the municipality it states counts. S9 is no more.
        let project = project.change("sites.csv", ",1001,C,ja", ",1002,C,ja");
        project.change("sites.csv", "S9,Träffpunkten,other,,,,1002,,,,\n", "")
    });
    let changes: Vec<[String; 4]> = done
        .table("difference_sites")
        .rows()
        .iter()
        .filter(|row| row["change"] != "changed")
        .map(|row| {
            ["site_id", "municipality_code_a", "municipality_code_b", "change"]
                .map(|column| row[column].clone())
        })
        .collect();
    let expected =
        [["S0", "", "1001", "new"], ["S8", "1001", "1002", "moved"], ["S9", "1002", "", "gone"]];
    assert_eq!(changes, expected.map(|row| row.map(str::to_owned)));
    assert!(done.stdout.contains("verksamheter: 1 nya, 1 borta, 1 ändrade"), "{}", done.stdout);
}

#[test]
fn other_targets_are_told_and_count_as_data() {
    let (_project, done) = before_and_after(|project| {
        project.set("[score]\n", "[targets]\nsite_download_mbps = 100\n\n[score]\n")
    });
    assert!(done.stdout.contains("mål       1\u{a0}000 Mbit/s"), "{}", done.stdout);
    assert!(done.stdout.contains("vad det gör räknas som data"), "{}", done.stdout);
}

const SCORED: &str = "name = \"F\"\nversion = \"1\"\nunit_id = \"id\"\nunit_name = \"namn\"\n\
    [[group]]\nid = \"index\"\n[[indicator]]\nid = \"p\"\nparent = \"index\"\ngoalposts = [0, 1]\n\
    [[indicator]]\nid = \"q\"\nparent = \"index\"\ngoalposts = [0, 1]\n";

/// Scores a table in a directory.
fn score(directory: &Path, framework: &str, table: &str, out: &str) {
    fs::write(directory.join("f.toml"), framework).unwrap();
    fs::write(directory.join("t.csv"), table).unwrap();
    let arguments = ["score", "f.toml", "t.csv", "--draws", "100", "--out", out];
    Done::of(beredd(directory, &arguments), directory.join(out)).ok();
}

#[test]
fn tables_that_were_scored_are_compared_with_what_is_real() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path();
    // x is certain and rises; y rises within what is unknown; z is known in one only.
    score(
        there,
        SCORED,
        "id,namn,p,q,q_low,q_high,q_known\nx,X-by,0.25,0.5,,,\ny,Y-by,0.25,0.5,0.25,1,0.5\n\
         z,Z-by,,,,,\nold,Gammal,1,1,,,\n",
        "a",
    );
    score(
        there,
        SCORED,
        "id,namn,p,q,q_low,q_high,q_known\nnew,=Ny,0,1,,,\ny,Y-by,0.5,0.5,0.25,1,0.5\n\
         z,Z-by,0.5,0.5,,,\nx,X-by,0.75,0.5,,,\n",
        "b",
    );
    let done = compare(there, &["a", "b", "--language", "en"]).ok();
    let rows = done.table("differences").rows();
    let of = |id: &str, columns: [&str; 6]| {
        let row = rows.iter().find(|row| row["unit_id"] == id).expect(id);
        columns.map(|column| row[column].clone())
    };
    let columns = ["score_a", "score_b", "difference", "scope", "real", "reason"];
    assert_eq!(of("x", columns), ["37.5", "62.5", "25", "0", "yes", ""]);
    assert_eq!(of("y", columns), ["37.5", "50", "12.5", "0", "intervals_overlap", ""]);
    let reason = "a_under_a:nothing_known";
    assert_eq!(of("z", columns), ["", "50", "", "", "no_score", reason]);
    assert_eq!(of("old", columns), ["100", "", "", "", "", "only_in_a"]);
    assert_eq!(of("new", columns), ["", "50", "", "", "", "only_in_b"]);
    let ids: Vec<&String> = rows.iter().map(|row| &row["unit_id"]).collect();
    assert_eq!(ids, ["new", "old", "x", "y", "z"]);
    assert!(!done.out.join("difference_sites.csv").exists());
    for text in [
        "3 units. They differ for certain: 1; cannot be told apart: 1; no score in A or B: 1",
        "only in A: Gammal",
        "only in B: =Ny",
        "X-by  p +25.0\nY-by  p +12.5",
    ] {
        assert!(done.stdout.contains(text), "no {text:?} in:\n{}", done.stdout);
    }
    let line = |name: &str| done.stdout.lines().find(|line| line.starts_with(name)).expect(name);
    assert!(line("Y-by").ends_with("cannot be told apart"), "{}", done.stdout);
    assert!(line("X-by").ends_with("yes"), "{}", done.stdout);
}

#[test]
fn what_only_one_table_has_is_scope() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path();
    score(there, SCORED, "id,namn,p,q\nx,X,0.2,0.4\ny,Y,0.3,0.5\n", "a");
    let more =
        format!("{SCORED}[[indicator]]\nid = \"r\"\nparent = \"index\"\ngoalposts = [0, 1]\n");
    score(there, &more, "id,namn,p,q,r\nx,X,0.2,0.4,0.9\ny,Y,0.3,0.8,0.1\n", "b");
    let done = compare(there, &["a", "b", "--language", "en"]).ok();
    let [x, y] = done.table("differences").rows().try_into().expect("two units");
    // x: 30 and 50; y: 40 and 40, by p and q 55.
    for (row, [difference, data, scope]) in [(x, [20.0, 0.0, 20.0]), (y, [0.0, 15.0, -15.0])] {
        for (column, expected) in [("difference", difference), ("data", data), ("scope", scope)] {
            assert!((number(&row, column) - expected).abs() < 1e-9, "{column}: {row:?}");
        }
        assert_eq!((&*row["method"], &*row["reason"]), ("0", ""));
        let real = if data > 0.0 { "yes" } else { "intervals_overlap" };
        assert_eq!(row["real"], real, "{row:?}");
    }
    assert_parts_sum(&done);
    let indicators = done.table("difference_indicators").having("unit_id", "x");
    let asked: Vec<&str> = indicators.iter().map(|row| row["asked"].as_str()).collect();
    assert_eq!(asked, ["both", "both", "b"]);
    assert_eq!((&*indicators[2]["value_a"], &*indicators[2]["value_b"]), ("", "0.9"));
    for text in [
        "basis     A rests on p and q; B also on r",
        "X: 20.0 = data 0.0 + method 0.0 + scope 20.0 (A rests on p and q; B also on r)",
        "only B asks for: r",
        "In what both A and B ask for, they differ for certain: 1; cannot be told apart: 1;",
    ] {
        assert!(done.stdout.contains(text), "no {text:?} in:\n{}", done.stdout);
    }
}

#[test]
fn without_anything_that_both_asked_the_scores_stand_side_by_side_and_nothing_is_split() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path();
    score(there, SCORED, "id,namn,p,q\nx,X,0.2,0.4\n", "a");
    let other = SCORED.replace("\"p\"", "\"r\"").replace("\"q\"", "\"s\"");
    score(there, &other, "id,namn,r,s\nx,X,0.9,0.7\n", "b");
    let done = compare(there, &["a", "b", "--language", "en"]).ok();
    let [row] = done.table("differences").rows().try_into().expect("one unit");
    for column in ["data", "method", "scope", "common_score_a", "common_rank_b"] {
        assert_eq!(row[column], "", "{column}");
    }
    assert!((number(&row, "difference") - 50.0).abs() < 1e-9, "{row:?}");
    assert_eq!(
        (&*row["real"], &*row["reason"]),
        ("nothing_asked_in_both", "nothing_asked_in_both")
    );
    let record: serde_json::Value = serde_json::from_slice(&files(&done.out)["run.json"]).unwrap();
    assert_eq!(record["counts"]["nothing_asked_in_both"], 1);
    assert!(done.stdout.contains("A and B ask for nothing in common"), "{}", done.stdout);
}

const STRENGTH: [&str; 2] = ["sites_two_feeds_share", "sites_backup_24h_share"];

/// The first result had no source for anything of strength.
#[test]
fn a_source_that_was_added_is_scope_and_neither_data_nor_method() {
    let before = project();
    run(&before, "a");
    not_asked(&before, "a", &STRENGTH);
    run(&before, "same");
    let alone = compare(before.path(), &["a", "same"]).ok();
    let scopes = alone.table("differences").rows();
    assert!(scopes.iter().any(|row| number(row, "scope").abs() > 1.0), "{scopes:?}");
    for row in alone.table("differences").rows() {
        assert_eq!((&*row["data"], &*row["method"]), ("0", "0"), "{row:?}");
        assert_eq!(row["scope"], row["difference"], "{row:?}");
        assert_eq!(row["real"], "intervals_overlap", "nothing has changed: {row:?}");
        assert_eq!(row["common_rank_a"], row["common_rank_b"], "{row:?}");
    }

    let after = weighed(connected(before));
    run(&after, "b");
    let done = compare(after.path(), &["a", "b"]).ok();
    assert_parts_sum(&done);
    let rows = done.table("differences").rows();
    let [_, of_1002] = &rows[..] else { panic!("{rows:?}") };
    for part in ["data", "method", "scope"] {
        assert!(number(of_1002, part).abs() > 0.1, "{part}: {of_1002:?}");
    }
    let turned = compare(after.path(), &["b", "a", "--out", "back"]).ok();
    let back = Table::read(&after.file("back/differences.csv")).rows();
    for (row, back) in rows.iter().zip(&back) {
        for part in ["difference", "data", "method", "scope"] {
            assert!((number(row, part) + number(back, part)).abs() < 1e-9, "{part}: {row:?}");
        }
        assert_eq!(row["real"], back["real"]);
    }
    let record: serde_json::Value = serde_json::from_slice(&files(&done.out)["run.json"]).unwrap();
    assert_eq!(record["asked_only_in_a"], serde_json::json!([]));
    assert_eq!(record["asked_only_in_b"], serde_json::json!(STRENGTH));
    assert_eq!(record["a"]["asked"].as_object().map(|asked| asked.len()), Some(1));
    assert_eq!(record["b"]["asked"].as_object().map(|asked| asked.len()), Some(2));
    for text in [
        "grund     A vilar på net; B också på strength\n",
        "av omfattning",
        " + omfattning ",
        "bara B frågar efter: sites_two_feeds_share, sites_backup_24h_share",
        "I det som både A och B frågar efter skiljer de sig säkert: 1; går inte att skilja åt: 1;",
    ] {
        assert!(done.stdout.contains(text), "no {text:?} in:\n{}", done.stdout);
    }
    let told = "B vilar på net; A också på strength";
    assert!(turned.stdout.contains(told), "{}", turned.stdout);
}

#[test]
fn indicators_within_a_pillar_that_only_one_asked_are_told() {
    let project = project();
    run(&project, "a");
    run(&project, "b");
    not_asked(&project, "b", &["sites_mobile_10_share"]);
    let done = compare(project.path(), &["a", "b", "--language", "en"]).ok();
    for text in [
        "both rest on net and strength (2 of 2 pillars), though not by the same indicators",
        "only A asks for: sites_mobile_10_share",
    ] {
        assert!(done.stdout.contains(text), "no {text:?} in:\n{}", done.stdout);
    }
    assert!(done.table("differences").rows().iter().all(|row| row["data"] == "0"));
}

#[test]
fn a_result_that_asked_nothing_has_no_scores_to_compare() {
    let project = project();
    run(&project, "a");
    run(&project, "b");
    let all = [&STRENGTH[..], &["sites_connected_share", "sites_mobile_10_share"]].concat();
    not_asked(&project, "b", &all);
    let done = compare(project.path(), &["a", "b"]);
    assert_eq!((done.status, done.stdout.as_str()), (Some(1), ""), "{}", done.stderr);
    assert!(done.stderr.contains("b: nothing that its framework asks for"), "{}", done.stderr);
}

#[test]
fn of_a_public_edition_sites_are_left_out_and_that_is_said() {
    let project = project();
    run(&project, "a");
    let arguments = ["run", "small.toml", "--edition", "public", "--out", "b"];
    Done::of(beredd(project.path(), &arguments), project.file("b")).ok();
    let done = compare(project.path(), &["a", "b", "--language", "en"]).ok();
    let told = "sites are left out: B is the public edition";
    assert!(done.stdout.contains(told), "{}", done.stdout);
    assert!(!done.out.join("difference_sites.csv").exists());
    let record: serde_json::Value = serde_json::from_slice(&files(&done.out)["run.json"]).unwrap();
    assert_eq!(record["sites_left_out"], "b:public_edition");
}

#[test]
fn the_same_results_give_the_same_bytes_under_a_name_of_their_own() {
    let (project, first) = before_and_after(|project| weighed(connected(project)));
    let default =
        Done::of(beredd(project.path(), &["compare", "a", "b"]), project.file("b-compare"));
    let second = default.ok();
    assert_eq!(first.stdout.replace("compared", "b-compare"), second.stdout);
    let without_seconds = |done: &Done| {
        let mut files = files(&done.out);
        let record = files.remove("run.json").expect("a record");
        let mut record: serde_json::Value = serde_json::from_slice(&record).unwrap();
        record["seconds"] = serde_json::Value::Null;
        (files, record)
    };
    assert_eq!(without_seconds(&first), without_seconds(&second));
    // An earlier comparison may be replaced.
    compare(project.path(), &["a", "b"]).ok();
}

#[test]
fn scores_that_another_version_computed_otherwise_are_told() {
    let project = project();
    run(&project, "a");
    let scores = project.read("a/scores.csv");
    let row = scores.lines().find(|line| line.starts_with("1001,index,")).expect("the index");
    let score = row.split(',').nth(2).expect("a score");
    let other = row.replacen(score, "1", 1);
    let project = project.write("a/scores.csv", scores.replacen(row, &other, 1));
    let done = compare(project.path(), &["a", "a", "--language", "en"]).ok();
    assert!(done.stdout.contains("computed scores of A otherwise (1)"), "{}", done.stdout);
    assert!(done.table("differences").rows().iter().all(|row| row["difference"] == "0"));
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let project = project();
    run(&project, "a");
    let refused = |arguments: &[&str], status: i32, texts: &[&str]| {
        let done = compare(project.path(), arguments);
        assert_eq!((done.status, done.stdout.as_str()), (Some(status), ""), "{}", done.stderr);
        for text in texts.iter().chain(&["hint: "]) {
            assert!(done.stderr.contains(text), "no {text:?} in:\n{}", done.stderr);
        }
        assert!(!done.out.exists());
    };
    refused(&["a", "nowhere"], 1, &["nowhere: does not exist", "beredd score"]);
    refused(&["small.toml", "a"], 1, &["small.toml: is no directory"]);
    fs::create_dir(project.file("empty")).unwrap();
    refused(&["empty", "a"], 1, &["empty: holds no result of beredd: run.json"]);

    // Of other commands.
    let network = ["network", "network.json", "--core", "C", "--out", "alone"];
    assert!(beredd(project.path(), &network).status.success());
    refused(&["alone", "a"], 1, &["alone: is a result of `beredd network`, which has no scores"]);
    fs::write(project.file("s.toml"), "name = \"S\"\n[[fails]]\nelements = [\"span:K4\"]\n")
        .unwrap();
    let outage = ["outage", "small.toml", "s.toml", "--out", "outage"];
    assert!(beredd(project.path(), &outage).status.success());
    refused(&["a", "outage"], 1, &["outage: is a result of `beredd outage`"]);
    let earlier = ["compare", "a", "a", "--out", "earlier"];
    assert!(beredd(project.path(), &earlier).status.success());
    refused(&["a", "earlier"], 1, &["earlier: is a result of `beredd compare`"]);

    // Over one of them, or into it.
    refused(&["a", "a", "--out", "a"], 2, &["a: is, or lies in, a, one of the results"]);
    refused(&["a", "a", "--out", "a/in/it"], 2, &["a/in/it: lies within an earlier result, "]);
    refused(&["a", "a", "--out", "./empty/../a"], 2, &["is, or lies in, a"]);
    refused(&["a", "a", "--out", "empty"], 2, &["exists and is no earlier result of beredd"]);

    // No unit in both.
    score(project.path(), SCORED, "id,namn,p,q\nx,X,0.2,0.4\n", "table");
    refused(
        &["a", "table"],
        1,
        &["no municipality or unit is in both", "a has 1001, 1002; table has x"],
    );
}

#[test]
fn a_result_that_was_changed_or_is_of_another_version_is_refused() {
    let project = project();
    run(&project, "a");
    let whole = files(&project.file("a"));
    let refused = |file: &str, text: Option<String>, texts: &[&str]| {
        let path = project.file("a").join(file);
        match text {
            Some(text) => fs::write(&path, text).unwrap(),
            None => fs::remove_file(&path).unwrap(),
        }
        let done = compare(project.path(), &["a", "a"]);
        assert_eq!((done.status, done.stdout.as_str()), (Some(1), ""), "{}", done.stderr);
        for text in texts.iter().chain(&["written by beredd"]) {
            assert!(done.stderr.contains(text), "no {text:?} in:\n{}", done.stderr);
        }
        fs::write(&path, &whole[file]).unwrap();
    };
    let text = |file: &str| String::from_utf8(whole[file].clone()).unwrap();
    for file in ["framework.toml", "indicator_values.csv", "scores.csv"] {
        // As versions that did not write it have it.
        let listed = format!("\"{file}\"");
        let older = text("run.json").replace(&listed, "\"older.csv\"");
        refused("run.json", Some(older), &[&format!("a: has no {file}"), "run it again"]);
        refused(file, None, &[&format!("{file}: cannot be read")]);
    }
    let other = text("framework.toml").replace("weight = 1", "weight = 2");
    refused("framework.toml", Some(other), &["framework.toml: cannot be read: it is not"]);
    let values = text("indicator_values.csv");
    let without = values.replacen("sites_connected_share_low", "something", 1);
    let named = "indicator_values.csv: has no column \"sites_connected_share_low\"";
    refused("indicator_values.csv", Some(without), &[named, "run it again"]);
    let without = values.replace("sites_backup_24h_share", "sites_other_share");
    let named = "asks for sites_backup_24h_share, and its values have no such indicator";
    refused("indicator_values.csv", Some(without), &[named]);
    let word = values.replacen("0.6,0.6", "many,0.6", 1);
    refused(
        "indicator_values.csv",
        Some(word),
        &["row 2: sites_connected_share: \"many\" is no number"],
    );
    let sites = text("site_indicators.csv").replacen(",yes,", ",perhaps,", 1);
    refused("site_indicators.csv", Some(sites), &["\"perhaps\", not yes, no or unknown"]);
}
