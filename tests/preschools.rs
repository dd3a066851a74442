//! Real preschools on real boundaries: the place against what the register states.

mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use beredd::access::location::{Location, MunicipalityMatch, locate};
use beredd::findings::Rule;
use beredd::ingest::Inputs;
use beredd::progress::Progress;
use beredd::units::Metres;
use beredd::{pipeline, project};
use geo::{Distance, Euclidean, Point};
use shared::{Desk, folder, table};

/// The register against boundaries in `boundaries`, a file of `folder`; every municipality.
fn preschools(folder: &Path, boundaries: &str) -> String {
    let folder = folder.display();
    format!(
        r#"
        [region]
        name = "Sweden"
        crs = "EPSG:3006"
        [municipalities]
        path = "{folder}/{boundaries}"
        code = "kommunkod"
        name = "name"
        nearest_within_m = 0
        [[sites]]
        path = "{folder}/preschools.csv"
        kind = "preschool"
        id = "id"
        name = "Namn"
        persons = "Antal barn"
        x = "x_sweref"
        y = "y_sweref"
        crs = "EPSG:3006"
        municipality = "Kommunkod"
        "#
    )
}

/// Stated and found code, and how far it is to the municipality that is stated.
type Mismatch = (String, String, String);

/// The table of NOTE.md by site id: what is asserted is what is explained there.
fn explained() -> BTreeMap<String, Mismatch> {
    include_str!("golden/preschools/NOTE.md")
        .lines()
        .filter_map(|line| line.strip_prefix("| `"))
        .map(|line| {
            let cells: Vec<&str> =
                line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            (cells[0].to_owned(), (cells[1].to_owned(), cells[2].to_owned(), cells[3].to_owned()))
        })
        .collect()
}

fn mismatches(inputs: &Inputs, locations: &[Location]) -> BTreeMap<String, Mismatch> {
    let sites = inputs.sites.iter().zip(locations);
    sites
        .filter(|(_, location)| location.mismatch)
        .map(|(site, location)| {
            // The register lost the leading zeros.
            let stated = format!("{:0>4}", site.stated_municipality.as_deref().expect("stated"));
            let found = &inputs.municipalities[location.municipality.expect("found").0];
            let own = inputs.municipalities.iter().find(|m| m.code.as_str() == stated);
            let place = site.place.expect("a mismatch needs a place");
            let point = Point::new(place.easting(), place.northing());
            let metres = Euclidean.distance(&point, own.expect("a real code").area.polygons());
            (site.id.clone(), (stated, found.code.to_string(), format!("{metres:.0}")))
        })
        .collect()
}

#[test]
fn every_preschool_that_is_not_where_the_register_says_is_explained() {
    let Some(folder) = folder("sweden") else { return };
    for boundaries in ["kommuner_sweref99tm.gpkg", "kommuner.geojson"] {
        let desk = Desk::new();
        desk.put("project.toml", &preschools(&folder, boundaries));
        let project = project::read(&desk.path("project.toml")).expect("a sound project");
        let (inputs, mut findings) =
            pipeline::read(&project, &mut Progress::new(pipeline::STAGES)).expect("sound inputs");
        let before = findings.counts();
        assert!(!before.contains_key(&Rule::MunicipalityOverlap), "{before:?}");
        assert!(!before.contains_key(&Rule::GeometryUnusable), "{before:?}");

        let (sites, municipalities) = (&inputs.sites, &inputs.municipalities);
        assert_eq!((sites.len(), municipalities.len()), (8_739, 290));
        let locations =
            locate(sites, municipalities, &[], Metres::ZERO, &inputs.sources, &mut findings);
        let inside = locations.iter().filter(|l| l.matched == MunicipalityMatch::Inside).count();
        let outside = sites
            .iter()
            .zip(&locations)
            .filter(|(site, location)| {
                site.place.is_some() && location.matched != MunicipalityMatch::Inside
            })
            .count();
        assert_eq!((inside, outside), (7_790, 0), "{boundaries}");
        let found = mismatches(&inputs, &locations);
        assert_eq!(found, explained(), "{boundaries}");
        println!(
            "{boundaries}: {inside} preschools inside, {} of them not where they say",
            found.len()
        );
    }
}

#[test]
fn no_row_is_lost_on_the_way() {
    let Some(folder) = folder("sweden") else { return };
    let desk = Desk::new();
    let done = desk.run_well(&preschools(&folder, "kommuner_sweref99tm.gpkg"));
    println!("8 739 sites in {:.1} s: {}", done.seconds, done.slow_stages());

    let register = table(&folder.join("preschools.csv"));
    let sites = done.table("sites");
    assert_eq!((register.len(), sites.len()), (8_739, 8_739));
    let ids = |rows: &[shared::Row], id: &str| -> BTreeSet<String> {
        rows.iter().map(|row| row[id].clone()).collect()
    };
    assert_eq!(ids(&register, "id"), ids(&sites, "site_id"));

    // Without coordinates a site is kept, without a place, and counts where the register says.
    let stated: BTreeMap<&str, String> =
        register.iter().map(|r| (r["id"].as_str(), format!("{:0>4}", r["Kommunkod"]))).collect();
    let (placed, unplaced): (Vec<_>, Vec<_>) =
        sites.iter().partition(|site| site["municipality_match"] == "inside");
    assert_eq!((placed.len(), unplaced.len()), (7_790, 949));
    for site in &unplaced {
        assert_eq!(site["municipality_match"], "none");
        assert_eq!((site["easting_m"].as_str(), site["northing_m"].as_str()), ("", ""));
        assert_eq!(site["municipality_code"], stated[site["site_id"].as_str()]);
        assert_eq!(site["flags"], "unknown_connection");
    }
    let counted: usize = done
        .table("municipalities")
        .iter()
        .map(|m| m["sites"].parse::<usize>().expect("a count"))
        .sum();
    assert_eq!(counted, 8_739);

    let children = |rows: &[shared::Row], column: &str| -> f64 {
        rows.iter().filter_map(|row| row[column].parse::<f64>().ok()).sum()
    };
    assert_eq!(children(&register, "Antal barn"), children(&sites, "persons"));

    let findings = done.findings();
    assert_eq!(findings["site_municipality_stated"], 949);
    assert_eq!(findings["site_municipality_mismatch"], explained().len());
    // One finding for a row without coordinates, not one for each of the two columns.
    assert_eq!(findings["coordinate_missing"], 949);
    assert_eq!(findings["municipality_code_padded"], 3_714);
    assert_eq!(findings.len(), 4, "{findings:?}");
    let flagged = sites.iter().filter(|s| s["flags"].contains("municipality_mismatch")).count();
    assert_eq!(flagged, explained().len());
}

/// The same file twice: every id is a copy, each is told with both its rows, nothing is written.
#[test]
fn ids_that_occur_twice_stop_the_run() {
    let Some(folder) = folder("sweden") else { return };
    let desk = Desk::new();
    let once = preschools(&folder, "kommuner_sweref99tm.gpkg");
    let register = &once[once.find("[[sites]]").expect("the section")..];
    let done = desk.run(&format!("{once}\n{register}"));
    assert_eq!(done.status, Some(1));
    assert!(!done.out.exists());
    assert!(done.stderr.ends_with("8739 errors; nothing was written\n"));
    assert_eq!(done.stderr.matches("[id_duplicate]").count(), 8_739);
    let first = done.stderr.lines().find(|line| line.starts_with("error: ")).expect("a line");
    assert!(first.contains("preschools.csv: row 2: id = \"003850f2"), "{first}");
}
