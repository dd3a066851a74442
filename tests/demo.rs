//! `beredd demo`: the shipped region, as it was last looked at.

mod support;

use std::collections::BTreeMap;

use support::{Table, beredd, difference, golden, names};

/// The tables that say most in few lines.
const TABLES: [&str; 5] =
    ["municipalities.csv", "groups.csv", "elements.csv", "service_summary.csv", "findings.csv"];

/// Run with `BEREDD_BLESS=1` to accept what the program says now; then read the difference that
/// git shows line by line before it is committed.
#[test]
fn the_tables_are_as_they_were_when_last_looked_at() {
    let directory = tempfile::tempdir().unwrap();
    let output = beredd(directory.path(), &["demo", "--out", "demo"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
    let bless = std::env::var_os("BEREDD_BLESS").is_some_and(|value| value == "1");
    let mut differences = String::new();
    for table in TABLES {
        let found = std::fs::read_to_string(directory.path().join("demo").join(table)).unwrap();
        let path = golden("demo").join(table);
        if bless {
            std::fs::write(&path, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if expected != found {
            differences += &format!("== {table}\n{}", difference(&expected, &found));
        }
    }
    assert!(differences.is_empty(), "if this is meant, set BEREDD_BLESS=1:\n{differences}");

    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(stdout.starts_with("Fyrbodal: "), "{stdout}");
    assert!(stdout.ends_with("SYNTHETIC DATA: sites, network and coverage are invented.\n"));
    assert_eq!(names(directory.path()), ["demo"], "nothing else is left behind");
}

/// Counted again from the rows of `services`; the municipalities that the report must name are those
/// whose ranks, made anew here, differ by more than a quarter of the list.
#[test]
fn ready_services_stand_beside_the_scores_and_where_they_disagree_the_report_says_so() {
    let directory = tempfile::tempdir().unwrap();
    assert!(beredd(directory.path(), &["demo", "--out", "demo"]).status.success());
    let demo = directory.path().join("demo");
    let table = |name: &str| Table::read(&demo.join(format!("{name}.csv"))).rows();
    let municipality_of: BTreeMap<String, String> = table("sites")
        .into_iter()
        .map(|site| (site["site_id"].clone(), site["municipality_code"].clone()))
        .collect();
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let services = table("services");
    for row in &services {
        let of = counts.entry(&municipality_of[&row["site_id"]]).or_default();
        of[0] += 1;
        of[1] += usize::from(row["status"] == "ready");
        of[2] += usize::from(row["status"] == "unknown");
    }
    let municipalities = table("municipalities");
    let columns = ["service_places", "service_places_ready", "service_places_unknown"];
    for row in &municipalities {
        let told = columns.map(|column| row[column].parse::<usize>().unwrap());
        assert_eq!(told, counts[row["municipality_code"].as_str()], "{}", row["name"]);
    }

    let report = std::fs::read_to_string(demo.join("report.html")).unwrap();
    let map = std::fs::read_to_string(demo.join("maps/score.svg")).unwrap();
    let ranked: Vec<(&str, u32, f64)> = municipalities
        .iter()
        .filter(|row| !row["rank"].is_empty())
        .map(|row| {
            let number = |column: &str| row[column].parse::<f64>().unwrap();
            let share = number("service_places_ready") / number("service_places");
            (row["name"].as_str(), row["rank"].parse().unwrap(), share)
        })
        .collect();
    assert!(ranked.len() > 4, "enough to compare");
    let mut told = 0;
    for row in &municipalities {
        let (name, [all, ready, unknown]) =
            (&row["name"], columns.map(|column| row[column].as_str()));
        let mut words = format!("{ready} av {all} tjänster redo");
        if unknown != "0" {
            words += &format!(", {unknown} okända");
        }
        assert!(report.contains(&format!("<td>{words}</td>")), "{name}: {words}");
        assert!(map.contains(&format!("{ready}/{all} redo")), "{name} on the map");
        let Some(&(_, rank, share)) = ranked.iter().find(|(other, ..)| other == name) else {
            assert!(!report.contains(&format!("<li><b>{name}</b>: plats")), "{name}");
            continue;
        };
        let count = |holds: &dyn Fn(&(&str, u32, f64)) -> bool| {
            ranked.iter().filter(|other| holds(other)).count()
        };
        let by_score = (1 + count(&|o| o.1 < rank), count(&|o| o.1 <= rank));
        let by_services = (1 + count(&|o| o.2 > share), count(&|o| o.2 >= share));
        let apart =
            by_services.0.saturating_sub(by_score.1) + by_score.0.saturating_sub(by_services.1);
        let line = format!(
            "<li><b>{name}</b>: plats {} av {} efter poäng och {} efter tjänster ({words}).",
            by_score.0,
            ranked.len(),
            by_services.0
        );
        let wanted = 4 * apart > ranked.len();
        assert_eq!(report.contains(&line), wanted, "{line}");
        told += usize::from(wanted);
    }
    let heading = "Poängen och tjänsterna berättar olika saker";
    assert_eq!(report.contains(heading), told > 0);
}

#[test]
fn a_directory_with_other_files_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let out = directory.path().join("demo");
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("thesis.txt"), "years of work").unwrap();
    let output = beredd(directory.path(), &["demo", "--out", "demo"]);
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("demo: ") && stderr.contains("hint: "), "{stderr}");
    assert_eq!(names(&out), ["thesis.txt"]);
    assert_eq!(names(directory.path()), ["demo"]);
}

#[test]
fn the_number_of_threads_is_checked() {
    let directory = tempfile::tempdir().unwrap();
    let output = beredd(directory.path(), &["demo", "--threads", "0"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(names(directory.path()), Vec::<String>::new());
}
