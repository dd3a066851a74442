//! Same input, same bytes: at any number of threads, and whatever the order of the rows.

mod support;

use std::collections::BTreeMap;

use support::{Done, Project, Table, beredd, files};

fn demo(threads: &str) -> BTreeMap<String, Vec<u8>> {
    let directory = tempfile::tempdir().unwrap();
    let output = beredd(directory.path(), &["demo", "--out", "demo", "--threads", threads]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut files = files(&directory.path().join("demo"));
    let record = files.get_mut("run.json").unwrap();
    *record = without_seconds(record);
    files
}

/// The record without the one part that tells how long it took.
fn without_seconds(record: &[u8]) -> Vec<u8> {
    let mut record: serde_json::Value = serde_json::from_slice(record).unwrap();
    assert!(record.as_object_mut().unwrap().remove("seconds").is_some());
    serde_json::to_vec(&record).unwrap()
}

#[test]
fn threads_and_repetition_change_no_byte() {
    let first = demo("1");
    assert!(first.len() > 20, "{:?}", first.keys());
    for threads in ["1", "2", "8"] {
        let again = demo(threads);
        assert_eq!(again.keys().collect::<Vec<_>>(), first.keys().collect::<Vec<_>>());
        for (name, content) in &first {
            assert!(again[name] == *content, "{name} differs with {threads} threads");
        }
    }
}

/// Every table; the columns that tell rows of the input are left out.
fn tables(done: &Done) -> BTreeMap<&'static str, Table> {
    let names = [
        "backups",
        "dependencies",
        "elements",
        "endurance",
        "groups",
        "indicators",
        "municipalities",
        "services",
        "sites",
    ];
    let table = |name: &'static str| match name {
        "sites" => {
            let rows = ["source_row", "fixed_source_row", "fixed_layer_row", "fixed_rate_row"];
            done.table(name).without(&rows)
        }
        "elements" => done.table(name).without(&["source_row"]),
        _ => done.table(name),
    };
    names.into_iter().map(|name| (name, table(name))).collect()
}

/// The lines of a file from the first to the last that `is_row` accepts, the other way round.
fn reversed(text: &str, is_row: impl Fn(&str) -> bool) -> String {
    let bare = |line: &str| line.strip_suffix(',').unwrap_or(line).to_owned();
    let mut rows: Vec<String> = text.lines().filter(|l| is_row(l)).map(bare).collect();
    let lines = text.lines().map(|line| {
        if !is_row(line) {
            return line.to_owned();
        }
        let end = if line.ends_with(',') { "," } else { "" };
        rows.pop().unwrap() + end
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn the_order_of_rows_changes_nothing_but_their_numbers() {
    let project = Project::small();
    let expected = tables(&project.run().ok());

    let sites = project.read("sites.csv");
    let (header, rows) = sites.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.rotate_left(4);
    rows.swap(0, 3);
    let project = project.write("sites.csv", format!("{header}\n{}\n", rows.join("\n")));
    let mut turned = Vec::new();
    for name in ["municipalities.geojson", "fibre.geojson", "plans.geojson", "alfa.geojson"] {
        let text = project.read(name);
        turned.push((name, reversed(&text, |line| line.starts_with("{\"type\":\"Feature\","))));
    }
    let network = project.read("network.json");
    let network = reversed(&network, |line| line.starts_with("{\"id\":\"K"));
    turned.push((
        "network.json",
        reversed(&network, |line| line.starts_with("{\"id\":") && line.contains("\"location\"")),
    ));
    let masts = project.read("masts.csv");
    let (header, rows) = masts.split_once('\n').unwrap();
    let rows: Vec<&str> = rows.lines().rev().collect();
    turned.push(("masts.csv", format!("{header}\n{}\n", rows.join("\n"))));
    let mut project = project;
    for (name, text) in turned {
        assert_ne!(project.read(name), text, "{name} is in another order");
        project = project.write(name, text);
    }
    let found = tables(&project.run().ok());
    for (name, table) in expected {
        assert_eq!(found[name], table, "{name}");
    }
}
