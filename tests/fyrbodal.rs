//! The fourteen municipalities of Fyrbodal with real sites and no infrastructure at all: what is
//! not known must stay unknown in every table, on the maps and in the report.

mod shared;

use std::collections::BTreeMap;

use gdal::Dataset;
use gdal::vector::LayerAccess;
use shared::{Desk, folder, json, text};

const FYRBODAL: [&str; 14] = [
    "1421", "1427", "1430", "1435", "1438", "1439", "1460", "1461", "1484", "1485", "1486", "1487",
    "1488", "1492",
];

#[test]
fn real_sites_without_infrastructure_are_unknown_throughout() {
    let Some(folder) = folder("sweden") else { return };
    let desk = Desk::new();
    let done = desk.run_well(&format!(
        r#"
        [region]
        name = "Fyrbodal"
        crs = "EPSG:3006"
        [municipalities]
        path = "{folder}/kommuner_sweref99tm.gpkg"
        code = "kommunkod"
        name = "name"
        only = {FYRBODAL:?}
        [[sites]]
        path = "{folder}/fyrbodal_sites.geojson"
        kind_column = "kind"
        id = "id"
        name = "name"
        municipality = "kommunkod"
        [sites.kind_map]
        health_clinic = "health_centre"
        health_doctors = "health_centre"
        health_dentist = "health_centre"
        health_pharmacy = "health_centre"
        "#,
        folder = folder.display()
    ));
    println!("354 sites in {:.1} s: {}", done.seconds, done.slow_stages());
    assert_eq!(done.findings(), BTreeMap::new());

    // Sites: all, each where the register says, and nothing else known.
    let register = json(&folder.join("fyrbodal_sites.geojson"));
    let stated: BTreeMap<&str, &str> = register["features"]
        .as_array()
        .expect("features")
        .iter()
        .map(|f| (text(&f["properties"], "id"), text(&f["properties"], "kommunkod")))
        .collect();
    let sites = done.table("sites");
    assert_eq!((sites.len(), stated.len()), (354, 354));
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for site in &sites {
        *kinds.entry(&site["kind"]).or_default() += 1;
        assert_eq!(site["municipality_code"], stated[site["site_id"].as_str()], "{site:?}");
        for (column, value) in [
            ("municipality_match", "inside"),
            ("fixed_status", "unknown"),
            ("meets_target", "unknown"),
            ("network_status", "unknown"),
            ("fallback", "unknown"),
            ("flags", "unknown_connection"),
            ("mobile_networks_10mbps", ""),
            ("mobile_networks_30mbps", ""),
            ("mobile_networks_unknown", ""),
            ("nearest_node", ""),
            ("nearest_mast", ""),
            ("access_node", ""),
            ("disjoint_paths", ""),
            ("single_points", ""),
            ("endurance_h", ""),
        ] {
            assert_eq!(site[column], value, "{column} of {}", site["site_id"]);
        }
    }
    let expected = BTreeMap::from([("health_centre", 57), ("preschool", 185), ("school", 112)]);
    assert_eq!(kinds, expected);

    // Municipalities: the project names no source for anything, so nothing is asked. No zeros.
    let municipalities = done.table("municipalities");
    let codes: Vec<&str> = municipalities.iter().map(|m| m["municipality_code"].as_str()).collect();
    assert_eq!(codes, FYRBODAL);
    for municipality in &municipalities {
        for score in ["score", "fixed", "mobile", "resilience", "power"] {
            let [low, high] =
                ["low", "high"].map(|bound| &municipality[&format!("{score}_{bound}")]);
            assert_eq!(
                (municipality[score].as_str(), low.as_str(), high.as_str()),
                ("", "", ""),
                "{score} of {municipality:?}"
            );
        }
        let ranks = ["rank", "rank_low", "rank_high"].map(|column| municipality[column].as_str());
        assert_eq!(ranks, ["", "", ""], "{municipality:?}");
        assert_eq!(municipality["score_rests_on"], "");
        assert_eq!(municipality["sites_unknown"], municipality["sites"]);
    }
    for indicator in done.table("indicators") {
        assert_eq!(indicator["value"], "");
        assert_eq!(indicator["no_score"], "not_asked");
    }
    assert_eq!(done.table("dependencies"), []);
    assert_eq!(done.table("elements"), []);
    let statuses = done.table("services");
    assert!(!statuses.is_empty() && statuses.iter().all(|row| row["status"] == "unknown"));

    // Whoever only looks at the picture or the report is told.
    for file in ["maps/score.svg", "maps/sites.svg"] {
        assert!(done.read(file).contains("OFULLSTÄNDIGA DATA"), "{file}");
    }
    let report = done.read("report.html");
    assert!(report.contains("OFULLSTÄNDIGA DATA"));

    let layers = Dataset::open(done.out.join("readiness.gpkg")).expect("a GeoPackage");
    let count = |name: &str| layers.layer_by_name(name).expect("the layer").feature_count();
    assert_eq!((count("sites"), count("municipalities")), (354, 14));
}
