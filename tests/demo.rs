//! `beredd demo`: the shipped region, as it was last looked at.

mod support;

use support::{beredd, difference, golden, names};

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
