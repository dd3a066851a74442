//! Every type of column that Parquet has: read as what it is, or refused by name; and a column that
//! nobody names is no concern of anybody.
//!
//! `tests/parquet/make.py` writes the file.

mod support;

use support::{Done, Project, Table};

/// The small project with a second register that has a column of every type.
fn register(keys: &str) -> Project {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/parquet/every_type.parquet");
    let bytes = std::fs::read(file).expect("the file of every type");
    let section = format!(
        "[[sites]]\npath = \"every_type.parquet\"\nid = \"id\"\nx = \"x\"\ny = \"y\"\n\
         crs = \"EPSG:3006\"\n{keys}\n\n[[fixed]]\npath = \"fibre"
    );
    let project = Project::small().write("every_type.parquet", bytes);
    let project = project.set("[[fixed]]\npath = \"fibre", &section);
    let sites = project.read("sites.csv").replace("\nS", "\nT");
    project.write("sites.csv", sites)
}

/// A successful run of [`register`]; the project lives as long as its result is looked at.
fn run(keys: &str) -> (Project, Done) {
    let project = register(keys);
    let done = project.run().ok();
    (project, done)
}

fn column(done: &Done, name: &str) -> Vec<String> {
    let sites = Table::read(&done.out.join("sites.csv"));
    (1..=4).map(|i| sites.having("site_id", &format!("S{i}"))[0][name].clone()).collect()
}

#[test]
fn what_nobody_names_can_be_of_any_type() {
    let (_project, done) = run("kind = \"school\"");
    assert_eq!(column(&done, "kind"), ["school"; 4]);
    assert_eq!(column(&done, "persons"), [""; 4]);
}

#[test]
fn categories_are_the_words_they_stand_for() {
    let (_project, done) = run("kind_column = \"category\"");
    assert_eq!(column(&done, "kind"), ["school", "preschool", "school", "other"]);
    let (_project, done) = run("kind = \"school\"\npersons = \"number_category\"");
    assert_eq!(column(&done, "persons"), ["30", "40", "30", ""]);
}

#[test]
fn numbers_of_every_width_are_read() {
    for stored in [
        "int8",
        "int16",
        "int32",
        "int64",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "large_text",
        "text_view",
    ] {
        let (_project, done) = run(&format!("kind = \"school\"\npersons = \"{stored}\""));
        assert_eq!(column(&done, "persons"), ["7", "", "7", ""], "{stored}");
    }
    let (_project, done) = run("kind = \"school\"\ndownload = \"double\"");
    assert_eq!(column(&done, "fixed_download_mbps")[1], "12.345");
    let (_project, done) = run("kind = \"school\"\nbackup_power_h = \"float\"");
    assert_eq!(done.table("findings").having("rule", "number_unreadable"), []);
}

#[test]
fn text_that_can_be_read_in_two_ways_is_refused_and_a_stored_number_is_not() {
    let (_project, done) = run("kind = \"school\"\nbackup_power_h = \"text\"");
    for (row, value) in [(1, "1,000"), (2, "1.000")] {
        let file = "every_type.parquet";
        let finding = done.finding("number_unreadable", file, row, "text", value);
        assert!(finding["message"].contains("as 1 or as 1000"), "{finding:?}");
        assert!(finding["hint"].contains("decimal = "), "{finding:?}");
    }
    let (_project, done) = run("kind = \"school\"\nbackup_power_h = \"double\"");
    assert_eq!(done.table("findings").having("field", "double"), []);
}

#[test]
fn a_named_column_of_another_type_is_refused_by_name() {
    for (stored, name) in [
        ("half", "Float16"),
        ("binary", "Binary"),
        ("fixed_binary", "Binary"),
        ("zoned", "Timestamp(Europe/Stockholm)"),
        ("utc", "Timestamp(UTC)"),
        ("time", "Time64"),
        ("duration", "Duration"),
        ("decimal", "Decimal(10, 2)"),
        ("wide_decimal", "Decimal"),
        ("list", "List"),
        ("fixed_list", "List"),
        ("struct", "Struct"),
        ("map", "List"),
    ] {
        let project = register(&format!("kind = \"school\"\nname = \"{stored}\""));
        project.run().input_error(&["[column_unreadable]", "every_type.parquet", stored, name]);
    }
    for stored in ["date", "timestamp", "null", "bool"] {
        register(&format!("kind = \"school\"\nname = \"{stored}\"")).run().ok();
    }
}

#[test]
fn a_damaged_file_is_an_error_and_no_panic() {
    let project = register("kind = \"school\"");
    let whole = std::fs::read(project.file("every_type.parquet")).expect("there");
    let mut project = project;
    // Every 97th byte of the metadata at the end, where the library trusts most.
    for at in (whole.len() - 6000..whole.len()).step_by(97) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        project = project.write("every_type.parquet", damaged);
        let done = project.check();
        assert!(matches!(done.status, Some(0 | 1)), "byte {at}: {}", done.stderr);
    }
}
