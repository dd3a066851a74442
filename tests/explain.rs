//! `beredd explain`: true sentences about a result, in both languages, from its tables alone.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use beredd::document::Document;
use beredd::error::Error;
use beredd::network::element::ElementKind;
use beredd::output::terminal;
use beredd::pages::result::RunResult;
use beredd::pages::{element, municipality, site};
use beredd::words::{Code, Language};
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

/// A text whose numbers have no sign between thousands.
fn without_thousands(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let digits = |range: std::ops::Range<usize>| {
        letters.get(range).is_some_and(|range| range.iter().all(char::is_ascii_digit))
    };
    let is_mark = |i: usize| {
        matches!(letters[i], ',' | '\u{a0}')
            && i > 0
            && digits(i - 1..i)
            && digits(i + 1..i + 4)
            && !digits(i + 4..i + 5)
    };
    (0..letters.len()).filter(|i| !is_mark(*i)).map(|i| letters[i]).collect()
}

/// A page as the terminal shows it.
fn text_of(page: Result<Document, Error>) -> String {
    terminal::render(&page.unwrap())
}

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
        ("municipality-1001.en.txt", &["municipality", "1001", "--language", "en"]),
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
    let result = RunResult::open(demo()).unwrap();
    for language in LANGUAGES {
        for id in table(demo(), "sites").column("site_id") {
            assert_readable(&text_of(site::explain(&result, id, language)));
        }
        for code in table(demo(), "municipalities").column("municipality_code") {
            assert_readable(&text_of(municipality::explain(&result, code, language)));
        }
        for row in table(demo(), "elements").rows() {
            let kind = ElementKind::from_id(&row["element_kind"]).unwrap();
            let text = text_of(element::explain(&result, kind, &row["element_id"], language));
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
    let result = RunResult::open(demo()).unwrap();
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
    // Conditions of the score are named with their limits.
    let limits: BTreeSet<String> = record["framework"]["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|indicator| ["name_sv", "name_en"].map(|key| indicator[key].clone()))
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
        allowed.extend(sources.iter().chain(&limits).cloned());
        // The rates at which mobile networks are counted, and the target.
        allowed.extend(["10", "30", "1000"].map(str::to_owned));
        for part in ["node:", "mast:", "span:"] {
            let count = |element: &BTreeMap<String, String>| {
                element["consists_of"].matches(part).count().to_string()
            };
            allowed.extend(of_elements.iter().map(count));
        }
        let conditions = own("site_indicators", id);
        assert_eq!(conditions.len(), 1, "{id}");
        let more = points.len().max(backups.len());
        for language in LANGUAGES {
            let text = text_of(site::explain(&result, id, language));
            for number in numbers(&without_thousands(&text)).difference(&allowed) {
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
    assert!(text.contains("\nStyrkor och svagheter\n"), "{text}");
    assert!(!text.contains("Vad som skulle ändra poängen"), "measures name sites: {text}");
}

/// A text on one line; what must not be parted stays so.
fn on_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split([' ', '\n']).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn about_municipality(result: &Path, code: &str) -> String {
    let result = RunResult::open(result).unwrap();
    on_one_line(&text_of(municipality::explain(&result, code, Language::Sv)))
}

#[track_caller]
fn assert_told(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part:?} in:\n{text}");
    }
}

#[test]
fn every_score_of_the_demo_is_told_with_what_it_rests_on_and_its_rank() {
    let units = table(demo(), "municipalities").rows();
    let ranked = units.iter().filter(|unit| !unit["rank"].is_empty()).count();
    assert_eq!(ranked, units.len(), "something is known of all of them");
    let mut ranges = 0;
    for row in table(demo(), "scores").having("group", "index") {
        let text = about_municipality(demo(), &row["unit_id"]);
        let [score, low, high] = ["score", "score_low", "score_high"]
            .map(|column| row[column].parse::<f64>().expect("a number"));
        let shown = if high - low >= 30.0 {
            ranges += 1;
            assert_told(&text, &[&format!("den bästa skattningen är {score:.0}")]);
            format!("Poängen ligger mellan {low:.0} och {high:.0} av 100")
        } else {
            format!("Poängen är {score:.0} av 100")
        };
        let rests =
            "vilar på fast anslutning, mobiltäckning, motståndskraft och el (alla 4 pelare)";
        let rank = format!("Placeringen är {} av {ranked} som rangordnas", row["rank"]);
        let (low, high) = (&row["rank_low"], &row["rank_high"]);
        let interval = if low == high {
            format!("är den {low}.")
        } else {
            format!("ligger den mellan {low} och {high}.")
        };
        let parts = [&shown, rests, &rank, &interval, "fjärdedelen av kommunerna i"];
        assert_told(&text, &parts);
    }
    assert!(0 < ranges && ranges < ranked, "both ways to show a score: {ranges}");
}

/// Version 2026.1 asks for half of what a pillar is made of.
#[test]
fn under_a_framework_that_asks_for_more_the_pillar_that_lacks_it_is_named() {
    let project = Project::small().set("[score]\n", "[score]\nframework = \"2026.1\"\n");
    let done = project.run();
    assert_eq!(done.status, Some(0), "{}", done.stderr);
    let text = about_municipality(&project.file("result"), "1002");
    assert_told(
        &text,
        &[
            "Det finns ingen poäng, eftersom El saknar poäng.",
            "I El är bara 17\u{a0}% känt, och minst 50\u{a0}% krävs.",
            "Utan poäng prövas inga åtgärder.",
        ],
    );
}

#[test]
fn neighbours_are_told_apart_as_the_draws_do() {
    let units = table(demo(), "municipalities").rows();
    let name = |code: &str| {
        let unit = units.iter().find(|unit| unit["municipality_code"] == code);
        unit.unwrap()["name"].clone()
    };
    let pairs = table(demo(), "rank_pairs").rows();
    for code in units.iter().map(|unit| unit["municipality_code"].as_str()) {
        // Pairs are sorted by rank: the first of those below is the nearest.
        let Some(next) = pairs.iter().find(|pair| pair["unit_id"] == code) else { continue };
        let text = about_municipality(demo(), code);
        let (start, end) = ("Bland de närmaste", "Områden och indikatorer");
        let Some(start) = text.find(start).or(text.find("I de flesta dragningar")) else {
            panic!("no neighbours in:\n{text}");
        };
        let told = &text[start..text.find(end).unwrap()];
        let (other, probability) =
            (name(&next["below_unit_id"]), next["probability"].parse::<f64>().unwrap());
        let words = match probability {
            p if p >= 0.95 => "tydligt före",
            p if p >= 0.8 => "troligen före",
            p if p > 0.2 => "går inte att skilja från",
            _ => "hamnar den",
        };
        let behind = &told[told.find(words).unwrap_or_else(|| panic!("{words:?} in {told}"))..];
        assert!(behind.contains(&other), "{other} is {words:?} by {probability}:\n{told}");
    }
}

#[test]
fn the_best_measures_are_told_first_with_their_sites() {
    let gains = table(demo(), "gains").rows();
    let sites = table(demo(), "sites").rows();
    let number = |row: &BTreeMap<String, String>, column: &str| row[column].parse::<f64>().unwrap();
    let mut measures = 0;
    for unit in table(demo(), "municipalities").column("municipality_code") {
        let own = gains.iter().filter(|row| row["municipality_code"] == unit);
        // With a measure too little may be known for a score.
        let told = own.filter(|row| !row["gain"].is_empty());
        let small = told.filter(|row| number(row, "sites_mended") <= 3.0);
        // Of equals the first in the table.
        let best = small.rev().max_by(|a, b| number(a, "gain").total_cmp(&number(b, "gain")));
        let Some(best) = best else { continue };
        let text = about_municipality(demo(), unit);
        let change = &text[text.find("Vad som skulle ändra poängen").unwrap()..];
        let first = &change[change.find(" - ").unwrap()..];
        let first = &first[..first.find(": poängen").unwrap()];
        let names: Vec<&str> = best["site_ids"]
            .split(';')
            .map(|id| &*sites.iter().find(|site| site["site_id"] == id).unwrap()["name"])
            .collect();
        assert!(first.ends_with(&format!("({})", names.join("; "))), "{first} in:\n{text}");
        let score =
            format!(": poängen {:.0} → {:.0}", number(best, "score"), number(best, "score_after"));
        assert_told(change, &[&score]);
        measures += 1;
        if best["score"] == "0" {
            assert_told(change, &["Eftersom ", " är 0 rör bara "]);
        }
    }
    assert!(measures > 5, "most municipalities have measures");
}

#[test]
fn every_need_that_is_not_met_is_named_with_what_there_is() {
    let result = RunResult::open(demo()).unwrap();
    for id in table(demo(), "sites").column("site_id").iter().step_by(3) {
        let text = on_one_line(&text_of(site::explain(&result, id, Language::Sv)));
        let start = text.find("Digitala tjänster").unwrap();
        let text = &text[start..text.find("I kommunens poäng").unwrap()];
        let site = &table(demo(), "sites").having("site_id", id)[0];
        for service in table(demo(), "services").having("site_id", id) {
            let own = &text[text.find(&format!("- {}: ", service["name"])).unwrap()..];
            let own = own.split(" - ").next().unwrap();
            let says = |part: &str| assert!(own.contains(part), "no {part:?} in {own:?} of {id}");
            let is = |need: &str, column: &str| service[column].split(';').any(|n| n == need);
            let not_met = |need: &str| is(need, "missing") && !is(need, "not_known");
            says(match service["status"].as_str() {
                "ready" => "redo. Alla behov är uppfyllda",
                "at_risk" => "fungerar i dag men är sårbar. Det saknas",
                "not_ready" => "inte redo. Det saknas",
                _ => "går inte att avgöra. Det är inte känt",
            });
            if not_met("fixed") {
                says("en fast anslutning");
            }
            if not_met("download") {
                let needed = written(service["needed_download_mbps"].parse().unwrap());
                says(&format!("{} Mbit/s", needed[1].replace('.', ",")));
                if site["fixed_status"] == "connected" {
                    says(&format!("(den fasta anslutningen ger {})", site["fixed_download_mbps"]));
                }
            }
            if not_met("endurance") {
                says("24 timmars drift utan elnät (tjänsten ");
            }
            if not_met("single_points") {
                says("en väg genom nätet som inget enskilt fel bryter (");
            }
            if not_met("fallback") {
                says("en oberoende reservväg (");
            }
            if is("endurance", "not_known") {
                says("om tjänsten varar i 24 timmar utan elnät");
            }
            if is("fixed", "not_known") {
                says("om det finns en fast anslutning");
            }
        }
    }
}

#[test]
fn what_a_site_brings_to_the_score_is_what_its_conditions_say() {
    let result = RunResult::open(demo()).unwrap();
    for row in table(demo(), "site_indicators").rows().iter().step_by(11) {
        let text = text_of(site::explain(&result, &row["site_id"], Language::En));
        let text = on_one_line(&text);
        let counted = &text[text.find("Counts as ").unwrap()..];
        let part = |word: &str| {
            let rest = counted.split(&format!("{word} in: ")).nth(1).unwrap_or_default();
            rest.split([';', '.']).next().unwrap().to_owned()
        };
        for (id, name) in [
            ("sites_connected_share", "A fixed connection in service"),
            ("sites_backup_24h_share", "Backup power of its own for 24 hours or more"),
        ] {
            assert!(part(&row[id]).contains(name), "{id} is {} in {counted}", row[id]);
        }
        assert!(!counted.contains("sites_served_share"), "it is not in the framework");
    }
}

/// Groups in groups, indicators at the root, names left out, and what municipalities bring.
const FRAMEWORK: &str = r#"
name = "Eget"
version = "1"
unit_id = "municipality_code"
known_share_at_least = 0.9
[uncertainty]
weight_spread = 0.1
[[group]]
id = "index"
aggregate = "arithmetic"
[[group]]
id = "net"
name = "Nät"
parent = "index"
[[group]]
id = "deep"
name = "Djupare"
parent = "net"
[[indicator]]
id = "sites_connected_share"
parent = "net"
goalposts = [0, 1]
[[indicator]]
id = "sites_served_share"
name = "Någon tjänst"
parent = "deep"
goalposts = [0, 1]
[[indicator]]
id = "service_alarm_share"
parent = "index"
goalposts = [0, 1]
[[indicator]]
id = "cost"
name = "Kostnad"
parent = "index"
better = "lower"
goalposts = [0, 1000]
"#;

#[test]
fn a_framework_of_ones_own_is_told_whole() {
    let project = Project::small()
        .write("masts.csv", MASTS)
        .write("framework.toml", FRAMEWORK)
        .write("own.csv", "code,cost\n1001,350\n1002,\n")
        .set("[score]", "[[indicators]]\npath = \"own.csv\"\ncode = \"code\"\n\n[score]\nframework = \"framework.toml\"");
    let done = project.run();
    assert_eq!(done.status, Some(0), "{}", done.stderr);
    let result = project.file("result");
    let text = about_municipality(&result, "1001");
    assert_told(
        &text,
        &[
            "Ingen annan kommun har en poäng att jämföra med.",
            " Nät: ",
            "- sites_connected_share: 60\u{a0}% (känt för alla).",
            "- Djupare: 100. - Någon tjänst: 100\u{a0}% (känt för alla).",
            "Utanför områdena: - service_alarm_share: inte med, ingen källa.",
            "- Kostnad: 350, vilket ger 65 av 100.",
        ],
    );
    assert!(!text.contains("fjärdedelen"), "two are too few for quarters: {text}");
    let text = about_municipality(&result, "1002");
    assert_told(
        &text,
        &[
            "Det finns ingen poäng, eftersom Nät saknar poäng. Nät saknar poäng eftersom Djupare \
             gör det. I Djupare är bara 67\u{a0}% känt, och minst 90\u{a0}% krävs.",
            "- Djupare: ingen poäng, bara 67\u{a0}% är känt (33–67).",
            "- service_alarm_share: inte med, ingen källa.",
            "- Kostnad: inte känt.",
        ],
    );
    let about = |id: &str| on_one_line(&explain(&project, &["site", id]).ok().stdout);
    // S2 is a care home whose alarm is at risk; a school is not asked about it.
    assert_told(&about("S2"), &["nej i: sites_connected_share och service_alarm_share"]);
    assert_told(&about("S1"), &["Räknas som ja i: sites_connected_share och Någon tjänst."]);
    assert_told(&about("S7"), &["Skolan räknas inte i någon kommuns poäng."]);
    for code in ["1001", "1002"] {
        assert_readable(&explain(&project, &["municipality", code]).ok().stdout);
    }
}

#[test]
fn a_municipality_without_sites_has_no_score_and_is_nobody_to_compare_with() {
    let sites = Project::small().read("sites.csv");
    let of_1001 = |line: &&str| !["S4,", "S6,", "S9,"].iter().any(|id| line.starts_with(id));
    let sites: Vec<&str> = sites.lines().filter(of_1001).collect();
    let project = Project::small().write("sites.csv", sites.join("\n") + "\n");
    project.run().ok();
    let result = project.file("result");
    let text = about_municipality(&result, "1002");
    assert_told(&text, &["Östra har inga verksamheter", "Därför har kommunen ingen poäng."]);
    let text = about_municipality(&result, "1001");
    assert_told(&text, &["Ingen annan kommun har en poäng att jämföra med."]);
    assert!(!text.contains("Placeringen") && !text.contains("Styrkor"), "{text}");
}
