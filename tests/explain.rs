//! `beredd explain`: true sentences about a result, in both languages, from its tables alone.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use beredd::explain::result::ResultTables;
use beredd::explain::{element, municipality, site};
use beredd::network::element::ElementKind;
use beredd::report::language::Language;
use support::{Done, Project, Table, beredd, difference, golden};
use tempfile::TempDir;

const LANGUAGES: [Language; 2] = [Language::Sv, Language::En];

/// The result of the demo, made once; nothing here changes it.
static DEMO: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let directory = tempfile::tempdir().unwrap();
    let output = beredd(directory.path(), &["demo", "--out", "demo"]);
    assert!(output.status.success());
    let demo = directory.path().join("demo");
    (directory, demo)
});

fn demo() -> &'static Path {
    &DEMO.1
}

fn table(result: &Path, name: &str) -> Table {
    Table::read(&result.join(format!("{name}.csv")))
}

/// Masts of which one hangs on the ring, one on the doubled cable, and one nobody knows where.
const MASTS: &str = "id,x,y,operator,radio_network,range_m,network_node,power_feed\n\
                     M1,303000,6454000,Alfa,Gemensam,5000,R1,F1\n\
                     M2,315000,6452000,Gamma,Gamma,,P,\n\
                     M3,308000,6457000,Alfa,Gemensam,3000,,F9\n";

fn explain(project: &Project, arguments: &[&str]) -> Done {
    let mut all = vec!["explain", "result"];
    all.extend(arguments);
    Done::of(beredd(project.path(), &all), project.file("result"))
}

/// Run with `BEREDD_BLESS=1` to accept what the program says now; then read every sentence against
/// `tests/golden/small/NOTE.md` before it is committed.
#[test]
fn the_small_region_is_explained_as_worked_out_by_hand() {
    let project = Project::small().write("masts.csv", MASTS);
    project.run().ok();
    // The result tells it all: the input may be gone.
    let project = project.remove("sites.csv").remove("network.json").remove("masts.csv");
    let bless = std::env::var_os("BEREDD_BLESS").is_some_and(|value| value == "1");
    let mut differences = String::new();
    for (file, arguments) in [
        ("site-S1.sv.txt", &["site", "S1"] as &[&str]),
        ("site-S2.en.txt", &["site", "S2", "--language", "en"]),
        ("site-S4.sv.txt", &["site", "S4", "--language", "sv"]),
        ("site-S5.sv.txt", &["site", "S5"]),
        ("site-S8.en.txt", &["site", "S8", "--language", "en"]),
        ("municipality-1002.sv.txt", &["municipality", "1002"]),
        ("element-node-C.en.txt", &["element", "node", "C", "--language", "en"]),
        ("element-span-K1.sv.txt", &["element", "span", "K1"]),
    ] {
        let found = explain(&project, arguments).ok().stdout;
        let path = golden("explain").join(file);
        if bless {
            std::fs::create_dir_all(golden("explain")).unwrap();
            std::fs::write(&path, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        if expected != found {
            differences += &format!("== {file}\n{}", difference(&expected, &found));
        }
    }
    assert!(differences.is_empty(), "if this is meant, set BEREDD_BLESS=1:\n{differences}");
}

/// Nothing blank, nothing of the code, lines that fit a terminal.
#[track_caller]
fn assert_readable(text: &str) {
    for trace in ["None", "Some(", "NaN", "{", "}", "()", " .", " ,", "..", ",,", "::"] {
        assert!(!text.contains(trace), "{trace:?} in\n{text}");
    }
    for (line, next) in text.lines().zip(text.lines().skip(1).chain([""])) {
        assert!(line.chars().count() <= 90 && line == line.trim_end(), "{line:?} in\n{text}");
        let is_heading = !line.is_empty() && !line.starts_with([' ', '=']);
        assert!(!is_heading || !next.is_empty(), "nothing under {line:?} in\n{text}");
    }
    assert!(text.ends_with('\n') && !text.contains("\n\n\n"));
}

#[test]
fn everything_in_the_demo_can_be_explained() {
    let result = ResultTables::open(demo()).unwrap();
    for language in LANGUAGES {
        for id in table(demo(), "sites").column("site_id") {
            assert_readable(&site::explain(&result, id, language).unwrap());
        }
        for code in table(demo(), "municipalities").column("municipality_code") {
            assert_readable(&municipality::explain(&result, code, language).unwrap());
        }
        for row in table(demo(), "elements").rows() {
            let kind = ElementKind::from_name(&row["element_kind"]).unwrap();
            let text = element::explain(&result, kind, &row["element_id"], language).unwrap();
            assert_readable(&text);
        }
    }
}

/// Every number of a text, as written: `12`, `0.5`; of a decimal comma a point is made.
fn numbers(text: &str) -> BTreeSet<String> {
    let text: Vec<char> = text.chars().collect();
    let mut found = BTreeSet::new();
    let mut at = 0;
    while at < text.len() {
        if !text[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < text.len() && text[at].is_ascii_digit() {
            at += 1;
        }
        let decimals = at + 1 < text.len()
            && (text[at] == ',' || text[at] == '.')
            && text[at + 1].is_ascii_digit();
        if decimals {
            at += 1;
            while at < text.len() && text[at].is_ascii_digit() {
                at += 1;
            }
        }
        found.insert(text[start..at].iter().collect::<String>().replace(',', "."));
    }
    found
}

/// A value as it may be written: itself, rounded, in kilometres, in per cent.
fn written(value: f64) -> Vec<String> {
    let short = |value: f64, decimals: usize| {
        let text = format!("{value:.decimals$}");
        if decimals == 0 {
            return text;
        }
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    };
    vec![
        short(value, 0),
        short(value, 2),
        format!("{:.1}", value / 1000.0),
        short(100.0 * value, 0),
        short(100.0 * value, 2),
    ]
}

/// Every number that the cells of some rows allow.
fn allowed<'a>(rows: impl Iterator<Item = &'a BTreeMap<String, String>>) -> BTreeSet<String> {
    let mut allowed = BTreeSet::new();
    for cell in rows.flat_map(|row| row.values()) {
        match cell.parse::<f64>() {
            Ok(value) => allowed.extend(written(value)),
            Err(_) => allowed.extend(numbers(cell)),
        }
        // Ids and names that are numbers too.
        allowed.extend(numbers(cell));
    }
    allowed
}

/// What is counted from rows rather than read from them: never more than there are rows.
#[test]
fn every_number_about_a_site_is_in_its_rows() {
    let result = ResultTables::open(demo()).unwrap();
    let record = std::fs::read_to_string(demo().join("run.json")).unwrap();
    let record: serde_json::Value = serde_json::from_str(&record).unwrap();
    let sources: BTreeSet<String> = record["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|input| {
            ["path", "source", "source_date", "licence"].map(|key| input[key].clone())
        })
        .filter_map(|value| value.as_str().map(numbers))
        .flatten()
        .collect();
    let own = |name: &str, id: &str| table(demo(), name).having("site_id", id);
    let elements = table(demo(), "elements").rows();
    let findings = table(demo(), "findings").rows();
    for row in table(demo(), "sites").rows().iter().step_by(7) {
        let id = &row["site_id"];
        let points = own("dependencies", id);
        let backups = own("backups", id);
        let of_elements = elements.iter().filter(|element| {
            let is = |kind: &str, id: &str| {
                element["element_kind"] == kind && element["element_id"] == id
            };
            points.iter().any(|point| is(&point["element_kind"], &point["element_id"]))
                || backups.iter().any(|backup| is("node", &backup["mast_node"]))
                || is("node", &row["nearest_node"])
        });
        let of_elements: Vec<_> = of_elements.cloned().collect();
        let of_row = findings.iter().filter(|finding| {
            finding["dataset"] == row["source"] && finding["row"] == row["source_row"]
        });
        let municipalities = table(demo(), "municipalities");
        let unit = municipalities.having("municipality_code", &row["municipality_code"]);
        let names =
            unit.iter().map(|unit| BTreeMap::from([("name".to_owned(), unit["name"].clone())]));
        let names: Vec<_> = names.collect();
        let services = own("services", id);
        let rows = [row].into_iter().chain(&points).chain(&backups).chain(&of_elements);
        let mut allowed = allowed(rows.chain(&services).chain(of_row).chain(&names));
        allowed.extend(sources.iter().cloned());
        // The rates at which mobile networks are counted, and the target.
        allowed.extend(["10", "30", "1000"].map(str::to_owned));
        for part in ["node:", "mast:", "span:"] {
            let count = |element: &BTreeMap<String, String>| {
                element["consists_of"].matches(part).count().to_string()
            };
            allowed.extend(of_elements.iter().map(count));
        }
        let more = points.len().max(backups.len());
        for language in LANGUAGES {
            let text = site::explain(&result, id, language).unwrap();
            for number in numbers(&text).difference(&allowed) {
                let counted = number.parse::<usize>().is_ok_and(|number| {
                    let named = [format!("{number} till"), format!("{number} more")];
                    number <= more && named.iter().any(|named| text.contains(named.as_str()))
                        || text.contains(&format!("ytterligare {number} "))
                        || text.contains(&format!("för {number} av dem"))
                        || text.contains(&format!("of {number} of them"))
                });
                assert!(counted, "{number} is in no row of {id}:\n{text}");
            }
        }
    }
}

#[test]
fn ids_of_any_kind_are_found() {
    let sites = Project::small().read("sites.csv");
    let project = Project::small().write(
        "sites.csv",
        sites
            .replace("\nS1,", "\n\"=Skola 1, \"\"Å\"\"\",")
            .replace("\nS2,", "\n-S2,")
            .replace("\nS3,", "\n'S3,"),
    );
    project.run().ok();
    let cell = std::fs::read_to_string(project.file("result/sites.csv")).unwrap();
    assert!(cell.contains("'=Skola 1"), "the guard is written");
    for id in ["=Skola 1, \"Å\"", "-S2", "'S3"] {
        let done = explain(&project, &["site", id, "--language", "en"]).ok();
        assert!(done.stdout.contains(&format!("{id} is a")), "{}", done.stdout);
    }
}

#[test]
fn an_unknown_id_names_the_nearest_and_how_many_there_are() {
    let project = Project::small();
    project.run().ok();
    let refused = |arguments: &[&str], status: i32, texts: &[&str]| {
        let done = explain(&project, arguments);
        assert_eq!((done.status, done.stdout.as_str()), (Some(status), ""), "{}", done.stderr);
        for text in texts {
            assert!(done.stderr.contains(text), "no {text:?} in:\n{}", done.stderr);
        }
    };
    refused(
        &["site", "S11"],
        1,
        &["sites.csv: no site has the id \"S11\"", "9 sites: S1 (Åskolan)"],
    );
    refused(&["site", "åskolan"], 1, &["S1 (Åskolan)"]);
    refused(&["municipality", "Östra"], 1, &["no municipality has the id", "1002 (Östra)"]);
    refused(&["element", "cable", "K1"], 2, &["mast, node, power_feed, span, trench"]);
    refused(&["school", "S1"], 2, &["school"]);
    refused(&["site", "S1", "--language", "de"], 2, &["sv, en"]);
    // An element that takes service from nobody is no error; nor can one be told from none.
    let text = explain(&project, &["element", "span", "K9", "--language", "en"]).ok().stdout;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("elements.csv lists only what alone takes service"), "{text}");
}

#[test]
fn what_is_no_result_of_this_version_is_refused_with_file_and_column() {
    let project = Project::small();
    project.run().ok();
    let refused = |directory: &str, texts: &[&str]| {
        let output = beredd(project.path(), &["explain", directory, "site", "S1"]);
        let done = Done::of(output, project.file("result"));
        assert_eq!((done.status, done.stdout.as_str()), (Some(1), ""), "{}", done.stderr);
        for text in texts.iter().chain(&["hint: "]) {
            assert!(done.stderr.contains(text), "no {text:?} in:\n{}", done.stderr);
        }
    };
    refused("nowhere", &["nowhere: does not exist"]);
    refused("small.toml", &["small.toml: is no directory"]);
    std::fs::create_dir(project.file("empty")).unwrap();
    refused("empty", &["empty: holds no result of beredd: run.json"]);
    let network = ["network", "network.json", "--core", "C", "--out", "alone"];
    assert!(beredd(project.path(), &network).status.success());
    refused("alone", &["alone: is a result of beredd, but of another command"]);

    let sites = project.file("result/sites.csv");
    let whole = std::fs::read_to_string(&sites).unwrap();
    std::fs::write(&sites, whole.replacen("unlisted_mast", "something", 1)).unwrap();
    refused("result", &["sites.csv: has no column \"unlisted_mast\"", "written by beredd"]);
    std::fs::write(&sites, whole.replacen(",connected,", ",teleported,", 1)).unwrap();
    refused("result", &["sites.csv: cannot be read: row 2", "teleported"]);
    std::fs::remove_file(&sites).unwrap();
    refused("result", &["sites.csv: cannot be read"]);
}

#[test]
fn the_public_edition_explains_municipalities_only() {
    let project = Project::small();
    project.run_with(&["--edition", "public"]).ok();
    for arguments in [["site", "S1"].as_slice(), &["element", "node", "C"]] {
        let done = explain(&project, arguments);
        assert_eq!((done.status, done.stdout.as_str()), (Some(1), ""));
        assert!(done.stderr.contains("public edition") && done.stderr.contains("sites.csv"));
    }
    let text = explain(&project, &["municipality", "1001"]).ok().stdout;
    assert!(text.contains("publika utgåvan"), "{text}");
    assert_readable(&text);
}
