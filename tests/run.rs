//! `beredd run`: what it writes for a region whose every answer is known by hand.

mod support;

use std::collections::BTreeMap;

use gdal::vector::LayerAccess;
use polars::prelude::{AnyValue, ParquetReader, SerReader};
use sha2::{Digest, Sha256};
use support::{Done, Project, SITES, difference, files, golden, workbook_text};

const TABLES: [&str; 9] = [
    "dependencies",
    "elements",
    "findings",
    "groups",
    "indicators",
    "municipalities",
    "service_summary",
    "services",
    "sites",
];

#[test]
fn every_table_of_the_small_region_is_as_worked_out_by_hand() {
    let project = Project::small();
    let done = project.run().ok();
    check_tables("small", &TABLES, &done);
}

/// Trenches, feeds, masts, fallback and endurance.
#[test]
fn what_fails_together_is_as_worked_out_by_hand() {
    let project = Project::golden("failures");
    let done = project.run().ok();
    let tables = ["backups", "dependencies", "elements", "endurance", "findings", "sites"];
    check_tables("failures", &tables, &done);
}

fn check_tables(folder: &str, tables: &[&str], done: &Done) {
    let mut differences = String::new();
    for table in tables {
        let expected = golden(&format!("{folder}/expected/{table}.csv"));
        let expected = std::fs::read_to_string(expected).expect("expected table");
        let found = std::fs::read_to_string(done.out.join(format!("{table}.csv")));
        let found = found.expect("table");
        if expected != found {
            differences += &format!("== {table}.csv\n");
            differences += &difference(&expected, &found);
        }
    }
    assert!(differences.is_empty(), "tests/golden/{folder}/NOTE.md says why:\n{differences}");
}

/// The columns that the documentation promises, in order; more may follow.
#[test]
fn the_promised_columns_are_there_in_order() {
    let unit = "sites schools care_homes sites_connected sites_unconnected sites_unknown \
                sites_with_spof score score_low score_high rank rank_low rank_high \
                fixed fixed_low fixed_high mobile mobile_low mobile_high \
                resilience resilience_low resilience_high power power_low power_high";
    let (municipality, group) = (format!("municipality_code name {unit}"), format!("group {unit}"));
    let promised = [
        (
            "sites",
            "site_id name kind municipality_code municipality_match easting_m northing_m persons \
             fixed_status fixed_technology fixed_download_mbps fixed_source fixed_source_date \
             meets_target mobile_networks_10mbps mobile_networks_30mbps mobile_networks_unknown \
             nearest_node nearest_node_m nearest_mast nearest_mast_m access_node drop_length_m \
             network_status disjoint_paths single_points fallback endurance_h flags",
        ),
        ("dependencies", "site_id element_kind element_id stage effect"),
        (
            "elements",
            "element_kind element_id name municipality_code sites_cut_off schools_cut_off \
             care_homes_cut_off persons_cut_off sites_without_service rank",
        ),
        ("municipalities", &municipality),
        ("groups", &group),
        (
            "indicators",
            "municipality_code indicator pillar value value_low value_high known_share normalised \
             weight",
        ),
        ("services", "site_id service_id status missing"),
        ("service_summary", "municipality_code service_id sites ready at_risk not_ready unknown"),
        ("findings", "rule severity dataset row field value message"),
    ];
    let project = Project::small();
    let done = project.run().ok();
    for (name, columns) in promised {
        let promised: Vec<&str> = columns.split_whitespace().collect();
        let found = done.table(name).columns;
        assert_eq!(found[..promised.len()], promised, "{name}");
    }
}

#[test]
fn parquet_holds_what_csv_holds() {
    let project = Project::small();
    let done = project.run().ok();
    for name in TABLES {
        let file = std::fs::File::open(done.out.join(format!("{name}.parquet"))).unwrap();
        let frame = ParquetReader::new(file).finish().unwrap();
        let table = done.table(name);
        let columns: Vec<&str> = frame.columns().iter().map(|c| c.name().as_str()).collect();
        assert_eq!(columns, table.columns, "{name}");
        assert_eq!(frame.height(), table.cells.len(), "{name}");
        for (i, row) in table.cells.iter().enumerate() {
            for (j, cell) in row.iter().enumerate() {
                let about = format!("{name}, row {i}, {}", columns[j]);
                match frame.columns()[j].get(i).unwrap() {
                    AnyValue::Null => assert_eq!(cell, "", "{about}"),
                    AnyValue::String(text) => assert_eq!(cell, text, "{about}"),
                    AnyValue::StringOwned(text) => assert_eq!(cell, text.as_str(), "{about}"),
                    AnyValue::Int64(number) => assert_eq!(cell.parse(), Ok(number), "{about}"),
                    AnyValue::Float64(number) => assert_eq!(cell.parse(), Ok(number), "{about}"),
                    other => panic!("{about}: {other:?}"),
                }
            }
        }
    }
}

#[test]
fn tables_are_utf_8_with_line_feeds_and_sorted_by_their_ids() {
    let project = Project::small();
    let done = project.run().ok();
    for name in TABLES {
        let text = std::fs::read_to_string(done.out.join(format!("{name}.csv"))).unwrap();
        assert!(!text.contains('\r') && !text.starts_with('\u{feff}'), "{name}");
        assert!(text.ends_with('\n') && !text.contains("\n\n"), "{name}");
    }
    let keys = [
        ("sites", &["site_id"] as &[&str]),
        ("dependencies", &["site_id", "element_kind", "element_id"]),
        ("elements", &["element_kind", "element_id"]),
        ("municipalities", &["municipality_code"]),
        ("groups", &["group"]),
        ("services", &["site_id", "service_id"]),
        ("service_summary", &["municipality_code", "service_id"]),
    ];
    for (name, columns) in keys {
        let table = done.table(name);
        let keys: Vec<Vec<&str>> = (0..table.cells.len())
            .map(|row| columns.iter().map(|column| table.column(column)[row]).collect())
            .collect();
        assert!(keys.is_sorted_by(|a, b| a < b), "{name}: {keys:?}");
    }
}

#[test]
fn the_geopackage_has_every_layer_with_its_rows() {
    let project = Project::small();
    let done = project.run().ok();
    let dataset = gdal::Dataset::open(done.out.join("readiness.gpkg")).unwrap();
    let layers: BTreeMap<String, (u64, u64, String)> = dataset
        .layers()
        .map(|mut layer| {
            let placed = layer.features().filter(is_placed).count() as u64;
            let crs = layer.spatial_ref().unwrap().auth_code().unwrap().to_string();
            (layer.name(), (layer.feature_count(), placed, crs))
        })
        .collect();
    let sweref = || "3006".to_owned();
    for (name, rows, placed) in [
        ("municipalities", 2, 2),
        // S8 and S9 have no place.
        ("sites", 9, 7),
        // Power feeds have no place.
        ("elements_points", 6, 4),
        ("elements_lines", 1, 1),
    ] {
        assert_eq!(layers.get(name), Some(&(rows, placed, sweref())), "{name} in {layers:?}");
    }
    let mut sites = dataset.layer_by_name("sites").unwrap();
    let columns: Vec<String> = sites.defn().fields().map(|f| f.name()).collect();
    assert_eq!(columns, done.table("sites").columns);
    let first = sites.features().next().unwrap();
    let (x, y, _) = first.geometry().unwrap().get_point(0);
    assert_eq!((x, y), (302_000.0, 6_452_000.0));
}

#[test]
fn columns_tell_what_they_are_in_the_geopackage_and_in_the_schema() {
    use beredd::words::{Language, Words};
    let project = Project::small();
    let done = project.run().ok();
    let dataset = gdal::Dataset::open(done.out.join("readiness.gpkg")).unwrap();
    let sql = "SELECT title, description FROM gpkg_data_columns \
               WHERE table_name = 'sites' AND column_name = 'network_status'";
    let mut found = dataset.execute_sql(sql, None, gdal::vector::sql::Dialect::DEFAULT).unwrap();
    let own = found.as_mut().unwrap().features().next().unwrap();
    let (title, about) = (own.field_as_string(0).unwrap(), own.field_as_string(1).unwrap());
    assert_eq!(title.as_deref(), Some("Väg till kärnan"));
    assert_eq!(about.as_deref(), Some("reached, cut_off, not_attached eller unknown."));

    let text = std::fs::read_to_string(done.out.join("tables.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&text).unwrap();
    let tables = schema["resources"].as_array().unwrap();
    for table in tables {
        let name = table["name"].as_str().unwrap();
        let fields = table["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields.iter().map(|f| f["name"].as_str().unwrap()).collect();
        assert_eq!(names, done.table(name).columns, "{name}");
        for field in fields {
            assert_ne!(field["description"], "", "{name}: {field}");
        }
    }
    let sites = tables.iter().find(|table| table["name"] == "sites").unwrap();
    let fields = sites["schema"]["fields"].as_array().unwrap();
    let of = |name: &str| fields.iter().find(|field| field["name"] == name).unwrap();
    assert_eq!(of("nearest_node_m")["unit"], "m");
    assert_eq!(of("kind")["categories"][0]["value"], "care_home");
    let word = Words(Language::Sv).code_by_id("site-kind", "care_home");
    assert_eq!(of("kind")["categories"][0]["label"].as_str(), word.as_deref());
}

/// A feature without a geometry has an empty one here.
fn is_placed(feature: &gdal::vector::Feature<'_>) -> bool {
    feature.geometry().is_some_and(|geometry| !geometry.is_empty())
}

#[test]
fn the_record_says_what_was_run_on_what() {
    let project = Project::small();
    let done = project.run().ok();
    let text = std::fs::read_to_string(done.out.join("run.json")).unwrap();
    let record: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(record["program"], "beredd");
    assert!(record["version"].as_str().unwrap().starts_with(env!("CARGO_PKG_VERSION")));
    assert_eq!(record["edition"], "full");
    assert_eq!(record["draws"], serde_json::json!({ "draws": 200, "seed": 1 }));
    assert_eq!(record["settings"]["text"], project.read("small.toml"));
    assert_eq!(record["settings"]["sha256"], sha256(&project, "small.toml"));
    let counts = &record["counts"];
    for (what, count) in [
        ("municipalities", 2),
        ("sites", 9),
        ("nodes", 6),
        ("spans", 7),
        ("elements", 7),
        ("warnings", 6),
        ("notes", 6),
    ] {
        assert_eq!(counts[what], count, "{what}");
    }

    let inputs = record["inputs"].as_array().unwrap();
    let paths: Vec<&str> = inputs.iter().map(|input| input["path"].as_str().unwrap()).collect();
    assert_eq!(
        paths,
        [
            "municipalities.geojson",
            "sites.csv",
            "fibre.geojson",
            "plans.geojson",
            "alfa.geojson",
            "beta.geojson",
            "gamma.asc",
            "masts.csv",
            "network.json"
        ]
    );
    for (input, path) in inputs.iter().zip(paths) {
        assert_eq!(input["sha256"], sha256(&project, path), "{path}");
        let bytes = std::fs::metadata(project.file(path)).unwrap().len();
        assert_eq!(input["bytes"], bytes, "{path}");
    }
    let register = &inputs[1];
    assert_eq!(register["source"], "Testregister");
    assert_eq!(register["source_date"], "2026-11-01");
    assert_eq!(register["licence"], "CC0 1.0");

    let listed: Vec<&str> =
        record["files"].as_array().unwrap().iter().map(|f| f.as_str().unwrap()).collect();
    assert_eq!(listed, files(&done.out).keys().collect::<Vec<_>>());
    for stage in record["seconds"].as_array().unwrap() {
        assert!(stage["seconds"].as_f64().unwrap() >= 0.0 && stage["stage"].is_string());
    }
}

fn sha256(project: &Project, name: &str) -> String {
    let content = std::fs::read(project.file(name)).unwrap();
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn every_kind_of_output_is_there() {
    let project = Project::small();
    let done = project.run().ok();
    let written = files(&done.out);
    for name in ["maps/score.png", "maps/score.svg", "maps/sites.png", "maps/sites.svg"] {
        assert!(written[name].len() > 1000, "{name}");
    }
    assert!(written["maps/score.png"].starts_with(b"\x89PNG"));
    let page = String::from_utf8(written["report.html"].clone()).unwrap();
    assert!(page.contains("lang=\"sv\"") && page.contains("Dalen") && page.contains("Västra"));
}

#[test]
fn standard_output_carries_the_table_and_nothing_of_a_terminal() {
    let project = Project::small();
    let done = project.run().ok();
    let lines: Vec<&str> = done.stdout.lines().collect();
    assert_eq!(lines[0], "Dalen: 8 sites in 2 municipalities, 1 in none");
    let row = |i: usize| lines[i].split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(lines[1].starts_with("Scores rest on "), "{}", lines[1]);
    assert_eq!(
        row(3),
        "rank municipality score best interval sites connected passed planned without unknown one \
         point"
    );
    let table = done.table("municipalities");
    let own = |name: &str| {
        let found = table.having("name", name).remove(0);
        let whole = |column: &str| match found[column].as_str() {
            "" => "–".to_owned(),
            number => number.parse::<f64>().expect("a number").round().to_string(),
        };
        let interval = format!("{}–{}", whole("score_low"), whole("score_high"));
        (found["rank"].clone(), whole("score"), interval)
    };
    // A wide score is its interval, and the best estimate stands beside it.
    let (rank, best, interval) = own("Västra");
    let shown = if row(4).contains(&format!("Västra {best} ")) { &best } else { &interval };
    assert_eq!(row(4), format!("{rank} Västra {shown} {best} {interval} 5 3 1 1 0 0 1"));
    let (rank, best, interval) = own("Östra");
    let ranked = if rank.is_empty() {
        assert_eq!(row(5), format!("– Östra – – {interval} 3 0 0 0 2 1 0"));
        "1 of 2, by the best estimate; the other has no score"
    } else {
        let shown = if row(5).contains(&format!("Östra {best} ")) { &best } else { &interval };
        assert_eq!(row(5), format!("{rank} Östra {shown} {best} {interval} 3 0 0 0 2 1 0"));
        "2 of 2, by the best estimate"
    };
    assert_eq!(row(7), format!("ranked {ranked}"));
    assert!(row(8).starts_with("services 1 of 4 ready"), "{}", row(8));
    assert_eq!(row(9), "findings 6 warnings, 6 notes (in the report)");
    assert!(done.stdout.contains("result/report.html"), "{}", done.stdout);
    assert!(!done.stdout.contains(['\u{1b}', '\r']), "{:?}", done.stdout);
}

/// The ids and names of sites and elements get letters that occur nowhere else.
fn recognisable() -> (Project, Vec<String>) {
    let mut secrets = Vec::new();
    let mut project = Project::small();
    let mut sites = project.read("sites.csv");
    for (i, site) in SITES.iter().enumerate() {
        let id = format!("QZS{i}");
        sites = sites.replacen(&format!("\n{site},"), &format!("\n{id},QZname{i} "), 1);
        secrets.push(id);
        secrets.push(format!("QZname{i}"));
    }
    let mut network = project.read("network.json");
    for node in ["C", "R1", "R2", "L", "P", "X"] {
        let secret = format!("QZN{node}");
        network = network.replace(&format!("\"{node}\""), &format!("\"{secret}\""));
        secrets.push(secret);
    }
    network = network.replace("\"id\":\"K", "\"id\":\"QZK").replace("Kabel ", "QZkabel ");
    secrets.extend(["QZK".to_owned(), "QZkabel".to_owned()]);
    let masts = project.read("masts.csv").replace("\nM", "\nQZM");
    secrets.push("QZM".to_owned());
    sites = sites.replace(",X,,,F3", ",QZNX,,,QZF").replace(",P,ja", ",QZNP,ja");
    sites = sites.replace(",C,ja", ",QZNC,ja");
    secrets.push("QZF".to_owned());
    project = project
        .write("sites.csv", sites)
        .write("network.json", network)
        .write("masts.csv", masts)
        .set("types = [\"pop\"]", "ids = [\"QZNC\"]");
    (project, secrets)
}

#[test]
fn the_public_edition_names_no_site_and_no_element() {
    let (project, secrets) = recognisable();
    // The name is written as a column after the id, so it must be quoted away from the old one.
    let text = project.read("sites.csv");
    let project = project.write("sites.csv", text.replace(" ,", ","));
    let holds = |done: &Done, secret: &str| -> Vec<String> {
        let needle = secret.as_bytes();
        let own = |content: &[u8]| content.windows(needle.len()).any(|window| window == needle);
        files(&done.out)
            .into_iter()
            .filter(|(name, content)| match name.rsplit('.').next() {
                Some("png") => false,
                Some("xlsx") => own(workbook_text(content).as_bytes()),
                _ => own(content),
            })
            .map(|(name, _)| name)
            .collect()
    };
    let full = project.run().ok();
    for secret in &secrets {
        assert!(!holds(&full, secret).is_empty(), "{secret} in no file");
    }
    let public = project.run_with(&["--edition", "public"]).ok();
    for secret in &secrets {
        assert_eq!(holds(&public, secret), Vec::<String>::new(), "{secret}");
    }
    let names: Vec<String> = files(&public.out).into_keys().collect();
    let tables = [
        "coherence",
        "group_coherence",
        "group_indicators",
        "group_rank_pairs",
        "group_scores",
        "group_sensitivity",
        "group_service_summary",
        "groups",
        "indicator_values",
        "indicators",
        "municipalities",
        "questions",
        "rank_pairs",
        "scores",
        "sensitivity",
        "service_summary",
    ];
    let plots = ["contributions", "profiles", "rank_chances", "ranking", "services"];
    let plots = plots.into_iter().flat_map(|plot| [plot.to_owned(), format!("groups_{plot}")]);
    let both = |stem: String, endings: [&str; 2]| endings.map(|ending| format!("{stem}.{ending}"));
    let mut expected: Vec<String> =
        tables.into_iter().flat_map(|table| both(table.to_owned(), ["csv", "parquet"])).collect();
    expected.extend(
        plots
            .chain(["score".to_owned()])
            .flat_map(|plot| both(format!("maps/{plot}"), ["png", "svg"])),
    );
    let others = [
        "framework.toml",
        "readiness.gpkg",
        "readiness.xlsx",
        "report.html",
        "run.json",
        "tables.json",
    ];
    expected.extend(others.map(str::to_owned));
    expected.sort();
    assert_eq!(names, expected);
    let dataset = gdal::Dataset::open(public.out.join("readiness.gpkg")).unwrap();
    let layers: Vec<String> = dataset.layers().map(|layer| layer.name()).collect();
    assert_eq!(layers, ["municipalities"]);
    assert!(public.stdout.contains("(public edition)"), "{}", public.stdout);
}

#[test]
fn the_workbook_has_every_table_of_the_result() {
    for arguments in [vec![], vec!["--edition", "public"]] {
        let project = Project::small();
        let done = project.run_with(&arguments).ok();
        let written = files(&done.out);
        let text = workbook_text(&written["readiness.xlsx"]);
        assert!(text.contains("<sheet name=\"Läs mig\""));
        let tables: Vec<&str> =
            written.keys().filter_map(|name| name.strip_suffix(".csv")).collect();
        for table in &tables {
            assert!(text.contains(&format!("displayName=\"{table}\"")), "{table}");
        }
        // The sheet that computes is a table too.
        assert_eq!(text.matches("displayName=").count(), tables.len() + 1);
        for code in ["care_home", "loses_all", "cut_off", "at_risk", "no_fallback"] {
            assert!(!text.contains(&format!(">{code}<")), "{code} is not translated");
        }
    }
}

#[test]
fn without_out_the_result_is_named_after_the_project_file() {
    let project = Project::small();
    let output = support::beredd(project.path(), &["run", "small.toml"]);
    assert!(output.status.success());
    assert!(project.file("small-result/sites.csv").exists());
}

#[test]
fn a_project_in_longitude_and_latitude_gives_the_same_counts() {
    let ring = |west: f64, east: f64| {
        format!("[[[{west},58.1],[{east},58.1],[{east},58.3],[{west},58.3],[{west},58.1]]]")
    };
    let feature = |code: &str, name: &str, ring: String| {
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"kommunkod\":\"{code}\",\"namn\":\"{name}\",\
             \"delregion\":\"D\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":{ring}}}}}"
        )
    };
    let (a, b) = (
        feature("1001", "Västra", ring(11.4, 11.7733)),
        feature("1002", "Östra", ring(11.7733, 12.2)),
    );
    let project = Project::small().write(
        "municipalities.geojson",
        format!("{{\"type\":\"FeatureCollection\",\"features\":[{a},{b}]}}"),
    );
    let done = project.run().ok().all_sites();
    assert_eq!(done.site("S1")["municipality_code"], "1001");
    assert_eq!(done.site("S4")["municipality_code"], "1002");
}

/// The small region has a site without a connection. Its "no" must not stand for the resilience of
/// all the sites of which, without a network, nobody knows anything.
#[test]
fn without_a_network_resilience_is_not_asked() {
    let network = "[network]\npath = \"network.json\"\ncore = { types = [\"pop\"] }\n\
                   attach_within_m = 500\n";
    let project = Project::small().set(network, "");
    let done = project.run().ok();
    assert!(!done.table("sites").having("fixed_status", "none").is_empty());
    let redundant = done.table("indicators").having("indicator", "sites_redundant_share");
    assert_eq!(redundant.len(), 2);
    for row in redundant {
        assert_eq!((&*row["value"], &*row["value_low"], &*row["value_high"]), ("", "", ""));
        assert_eq!(row["no_score"], "not_asked");
    }
    for municipality in done.table("municipalities").rows() {
        assert_eq!((&*municipality["resilience"], &*municipality["resilience_low"]), ("", ""));
        assert!(!municipality["score"].is_empty());
        assert!(!municipality["score_rests_on"].contains("resilience"));
    }
}

/// Every file of a result is of a product that the program lists, and each is written.
#[test]
fn the_products_are_those_of_the_list() {
    use beredd::pipeline::products::PRODUCTS;

    let patterns: Vec<&str> =
        PRODUCTS.iter().flat_map(|product| product.files.split(", ")).chain(["run.json"]).collect();
    let is_of = |file: &str, pattern: &str| match pattern.split_once("NAME") {
        None => file == pattern,
        Some((before, after)) => {
            let name = file.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            name.is_some_and(|name| !name.contains('/'))
        }
    };
    let project = Project::small();
    let written = files(&project.run().ok().out);
    for file in written.keys() {
        let of = patterns.iter().filter(|pattern| is_of(file, pattern)).count();
        assert_eq!(of, 1, "{file}");
    }
    for pattern in patterns {
        assert!(written.keys().any(|file| is_of(file, pattern)), "{pattern} was not written");
    }
}
