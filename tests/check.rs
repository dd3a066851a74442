//! `beredd check`: reads everything, says everything, writes nothing.

mod support;

use support::{Project, files};

#[test]
fn a_sound_project_prints_its_findings_and_exits_with_0() {
    let project = Project::small();
    let before = files(project.path());
    let done = project.check().ok();
    assert_eq!(files(project.path()), before);
    let lines: Vec<&str> = done.stdout.lines().collect();
    assert_eq!(
        lines[2],
        "warning: sites.csv: row 4: municipality = \"1002\": site S3 lies in 1001 Västra, not in \
         1002; the place counts [site_municipality_mismatch]"
    );
    assert_eq!(
        lines.last(),
        Some(&"no errors, 6 warnings, 6 notes; nothing was written"),
        "{}",
        done.stdout
    );
    let of = |severity: &str| lines.iter().filter(|l| l.starts_with(severity)).count();
    assert_eq!((of("warning: "), of("info: ")), (6, 6));
}

#[test]
fn findings_of_a_check_are_those_of_a_run() {
    let project = Project::small();
    let printed = project.check().ok().stdout;
    let findings = project.run().ok().table("findings");
    for finding in findings.rows() {
        let (message, rule) = (&finding["message"], &finding["rule"]);
        assert!(printed.contains(&format!(": {message} [{rule}]")), "{message}");
    }
}

#[test]
fn every_fault_of_every_file_is_told_at_once() {
    let project = Project::small()
        .append("sites.csv", "S1,Dubbel,school,302000,6452000,,,,,,\n")
        .set("code = \"kommunkod\"", "code = \"kod\"")
        .set("types = [\"pop\"]", "types = [\"core\"]")
        .remove("alfa.geojson");
    let before = files(project.path());
    let done = project.check().input_error(&[
        "error: sites.csv: row 11: id = \"S1\"",
        "error: municipalities.geojson: code = \"kod\"",
        "error: network.json: network.core",
        "error: alfa.geojson: cannot read",
        "4 errors; nothing was written",
    ]);
    assert_eq!(done.stderr.matches("error: ").count(), 4, "{}", done.stderr);
    assert_eq!(files(project.path()), before);
}

#[test]
fn an_error_hides_no_warning_that_explains_it() {
    // Every place is unreadable: the error counts them, the hint tells the remedy.
    let text = Project::small().read("sites.csv");
    let text = text.replace("000,6", ".0x,6");
    Project::small().write("sites.csv", text).check().input_error(&["coordinates_unreadable"]);
}
