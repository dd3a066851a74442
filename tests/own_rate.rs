//! `download` of `[[sites]]`: the rate that the owner states of the site's own connection.

mod support;

use support::{Done, Project, beredd};

/// The small project with a column `mbps` of its register; a site that is not named has a blank.
fn with_rates(rates: &[(&str, &str)]) -> Project {
    let project =
        Project::small().set("connected = \"fibre\"", "connected = \"fibre\"\ndownload = \"mbps\"");
    let register = project.read("sites.csv");
    let mut lines = register.lines();
    let mut text = format!("{},mbps\n", lines.next().expect("a header"));
    for line in lines {
        let rate = rates.iter().find(|(id, _)| line.starts_with(&format!("{id},")));
        text += &format!("{line},{}\n", rate.map_or("", |(_, rate)| rate));
    }
    project.write("sites.csv", text)
}

#[track_caller]
fn assert_fixed(done: &Done, id: &str, expected: [&str; 5]) {
    let site = done.site(id);
    let columns = [
        "fixed_status",
        "fixed_download_mbps",
        "meets_target",
        "fixed_rate_file",
        "fixed_rate_row",
    ];
    assert_eq!(columns.map(|column| site[column].as_str()), expected, "{id}");
}

fn explained(project: &Project, id: &str, language: &str) -> String {
    let arguments = ["explain", "result", "site", id, "--language", language];
    let output = beredd(project.path(), &arguments);
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_owners_rate_is_that_of_the_sites_own_connection() {
    let rates = [
        ("S1", "200"),  // blank, and a layer says connected at 1000
        ("S3", "100"),  // blank, and a layer says planned
        ("S4", "100"),  // blank, and complete layers say nothing
        ("S6", "100"),  // nej
        ("S7", "1000"), // ja, and no layer
        ("S9", "50"),   // blank, and no place that a layer could cover
    ];
    let project = with_rates(&rates);
    let done = project.run().ok().all_sites();
    assert_fixed(&done, "S1", ["connected", "200", "no", "sites.csv", "2"]);
    assert_eq!(done.site("S1")["fixed_layer_file"], "fibre.geojson", "it tells the technology");
    assert_fixed(&done, "S3", ["planned", "", "no", "", ""]);
    assert_fixed(&done, "S4", ["none", "", "no", "", ""]);
    assert_fixed(&done, "S5", ["connected", "500", "no", "fibre.geojson", "1"]);
    assert_fixed(&done, "S6", ["none", "", "no", "", ""]);
    assert_fixed(&done, "S7", ["connected", "1000", "yes", "sites.csv", "8"]);
    assert_fixed(&done, "S8", ["connected", "", "unknown", "", ""]);
    assert_fixed(&done, "S9", ["unknown", "50", "no", "sites.csv", "10"]);

    let conditions = done.table("site_indicators").having("site_id", "S9");
    let of = |id: &str| conditions[0][id].clone();
    assert_eq!(of("sites_connected_share"), "unknown");
    assert_eq!(of("sites_100_share"), "no", "connected or not");

    for (row, value) in [(4, "100"), (5, "100"), (7, "100"), (10, "50")] {
        done.finding("rate_without_connection", "sites.csv", row, "download", value);
    }
    let told = done.table("findings").having("rule", "rate_without_connection");
    assert_eq!(told.len(), 4);

    for (id, language, sentence) in [
        ("S1", "sv", "Hastigheten är 200 Mbit/s enligt det egna registret, rad 2 i sites.csv."),
        ("S7", "en", "The rate is 1,000 Mbit/s according to its own register, row 8 of sites.csv."),
        ("S9", "sv", "Finns den är hastigheten 50 Mbit/s enligt det egna registret"),
        ("S9", "en", "If there is one, its rate is 50 Mbit/s according to its own register"),
    ] {
        let text =
            explained(&project, id, language).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(sentence), "{text}");
    }
}

/// A school of unknown connection that is too slow for its exams either way.
#[test]
fn what_a_stated_rate_rules_out_is_said_without_claiming_that_nothing_is_there() {
    let project = with_rates(&[("S9", "5")]).change(
        "sites.csv",
        "S9,Träffpunkten,other,,,,",
        "S9,Träffpunkten,school,,,50,",
    );
    let done = project.run().ok();
    let services = done.table("services").having("site_id", "S9");
    assert_eq!(services.len(), 1);
    assert_eq!(services[0]["status"], "not_ready");
    assert_eq!(services[0]["missing"], "download;fixed");
    assert_eq!(services[0]["not_known"], "fixed");
    let text = explained(&project, "S9", "en").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("a fixed connection gives 5, if there is one"), "{text}");
    assert!(!text.contains("there is no fixed connection"), "{text}");
}

#[test]
fn a_rate_is_read_as_strictly_as_other_numbers() {
    let project = with_rates(&[("S5", "snabb"), ("S7", "-5"), ("S8", "inf")]);
    let done = project.run().ok();
    done.finding("number_unreadable", "sites.csv", 6, "mbps", "snabb");
    done.finding("number_out_of_range", "sites.csv", 8, "mbps", "-5");
    assert_fixed(&done, "S5", ["connected", "500", "no", "fibre.geojson", "1"]);
    assert_fixed(&done, "S7", ["connected", "", "unknown", "", ""]);
    assert_fixed(&done, "S8", ["connected", "", "unknown", "", ""]);
    with_rates(&[]).set("download = \"mbps\"", "download = \"mpbs\"").run().input_error(&[
        "column_missing",
        "download",
        "mpbs",
        "did you mean download = \"mbps\"?",
    ]);
}

#[test]
fn the_public_edition_has_no_rate_of_a_site() {
    let project = with_rates(&[("S1", "217"), ("S6", "219")]);
    let done = project.run_with(&["--edition", "public"]).ok();
    for (name, content) in support::files(&done.out) {
        if name.ends_with(".csv") || name.ends_with(".json") || name.ends_with(".html") {
            let text = String::from_utf8(content).expect("UTF-8");
            for secret in ["217 Mbit/s", "219 Mbit/s", "Åskolan"] {
                assert!(!text.contains(secret), "{secret} in {name}");
            }
        }
    }
}
