//! A whole run on an island far from Sweden, in another UTM zone: sample data that ITU and UNICEF
//! publish. Every figure has an oracle that shares nothing with the program but the inputs:
//! geodesics on the ellipsoid, GEOS on the polygons as they are stored, and the raster's cells by
//! arithmetic in its own degrees.

mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use beredd::ingest::Inputs;
use beredd::model::coverage::{MobileCoverage, MobileSignal};
use beredd::progress::Progress;
use beredd::{pipeline, project};
use gdal::Dataset;
use gdal::vector::{Geometry, LayerAccess};
use geo::{Distance, Geodesic, Point};
use shared::{Desk, Row, box_municipality, folder, number, table};

/// The ring and the spur of the network that the test makes; all other nodes hang on nothing.
const SPANS: [(&str, &str, &str); 4] = [
    ("ring-1", "FNODE1", "FNODE2"),
    ("ring-2", "FNODE2", "FNODE3"),
    ("ring-3", "FNODE3", "FNODE1"),
    ("spur", "FNODE3", "FNODE26"),
];

fn network(nodes: &[Row]) -> String {
    let nodes: Vec<_> = nodes
        .iter()
        .map(|node| {
            let coordinates = [number(node, "lon"), number(node, "lat")];
            serde_json::json!({
                "id": node["source_ict_id"],
                "location": { "type": "Point", "coordinates": coordinates },
            })
        })
        .collect();
    let spans: Vec<_> = SPANS
        .iter()
        .map(|(id, start, end)| serde_json::json!({ "id": id, "start": start, "end": end }))
        .collect();
    serde_json::json!({ "networks": [{ "id": "ibiza", "nodes": nodes, "spans": spans }] })
        .to_string()
}

/// The project, with the one mobile layer that `mobile` describes.
fn island(desk: &Desk, folder: &Path, mobile: &str) -> String {
    desk.put("network.json", &network(&table(&folder.join("transmissionnode.csv"))));
    desk.put("island.geojson", &box_municipality("IBZ", [1.1, 38.75, 1.75, 39.2]));
    format!(
        r#"
        [region]
        name = "Ibiza"
        crs = "EPSG:25831"
        language = "en"
        [municipalities]
        path = "island.geojson"
        code = "code"
        name = "name"
        [[sites]]
        path = "{folder}/pointofinterest.csv"
        kind = "school"
        id = "poi_id"
        name = "source_poi_id"
        x = "lon"
        y = "lat"
        crs = "EPSG:4326"
        [[masts]]
        path = "{folder}/cellsite.csv"
        id = "ict_id"
        x = "lon"
        y = "lat"
        crs = "EPSG:4326"
        operator = "operator_name"
        [network]
        path = "network.json"
        core = {{ ids = ["FNODE1"] }}
        attach_within_m = 50000
        [[mobile]]
        {mobile}
        "#,
        folder = folder.display()
    )
}

fn place(row: &Row) -> Point {
    Point::new(number(row, "lon"), number(row, "lat"))
}

/// Places by id.
fn places(rows: &[Row], id: &str) -> BTreeMap<String, Point> {
    let places: BTreeMap<String, Point> =
        rows.iter().map(|row| (row[id].clone(), place(row))).collect();
    assert_eq!(places.len(), rows.len(), "ids are unique");
    places
}

/// The chosen one of `all` is no farther than the truly nearest and a thousandth, and its stated
/// distance is true within a thousandth. Returns whether it is the truly nearest.
fn is_nearest(from: Point, chosen: &str, stated_m: f64, all: &BTreeMap<String, Point>) -> bool {
    let metres = |to: &Point| Geodesic.distance(from, *to);
    let chosen_m = metres(&all[chosen]);
    let nearest_m = all.values().map(metres).fold(f64::INFINITY, f64::min);
    assert!(chosen_m <= nearest_m * 1.001, "{chosen} is {chosen_m} m away, another {nearest_m} m");
    assert!((stated_m - chosen_m).abs() <= chosen_m * 0.001, "{stated_m} m for {chosen_m} m");
    chosen_m == nearest_m
}

#[test]
fn schools_masts_fibre_and_coverage_of_an_island() {
    let Some(folder) = folder("ibiza") else { return };
    let desk = Desk::new();
    let coverage = folder.join("mobilecoverage_4g.gpkg");
    let done = desk.run_well(&island(
        &desk,
        &folder,
        &format!(
            r#"
            path = "{}"
            operator = "4G"
            generation = "4G"
            download_mbps = 30
            complete = true
            "#,
            coverage.display()
        ),
    ));
    println!("Ibiza in {:.1} s: {} {:?}", done.seconds, done.slow_stages(), done.findings());

    let schools = places(&table(&folder.join("pointofinterest.csv")), "poi_id");
    let masts = places(&table(&folder.join("cellsite.csv")), "ict_id");
    let nodes = places(&table(&folder.join("transmissionnode.csv")), "source_ict_id");
    assert_eq!((schools.len(), masts.len(), nodes.len()), (100, 100, 30));
    let sites = done.table("sites");
    let found: BTreeSet<&String> = sites.iter().map(|site| &site["site_id"]).collect();
    assert_eq!(found, schools.keys().collect());

    let polygons = Dataset::open(&coverage).expect("readable");
    let mut layer = polygons.layer(0).expect("a layer");
    let polygons: Vec<Geometry> =
        layer.features().map(|f| f.geometry().expect("a polygon").clone()).collect();
    assert_eq!(polygons.len(), 770);

    let (mut truly_nearest, mut covered) = (0, 0);
    for site in &sites {
        let at = schools[&site["site_id"]];
        assert_eq!((site["municipality_code"].as_str(), site["kind"].as_str()), ("IBZ", "school"));
        assert_eq!(site["municipality_match"], "inside");
        for (kind, all) in [("node", &nodes), ("mast", &masts)] {
            let stated = number(site, &format!("nearest_{kind}_m"));
            let chosen = &site[&format!("nearest_{kind}")];
            truly_nearest += usize::from(is_nearest(at, chosen, stated, all));
        }

        let point = Geometry::from_wkt(&format!("POINT ({} {})", at.x(), at.y())).expect("WKT");
        let inside = polygons.iter().any(|polygon| polygon.intersects(&point));
        covered += usize::from(inside);
        for column in ["mobile_networks_10mbps", "mobile_networks_30mbps"] {
            assert_eq!(site[column], if inside { "1" } else { "0" }, "{column}: {site:?}");
        }
        assert_eq!(site["mobile_networks_unknown"], "0");
        assert_eq!(site["fallback"], if inside { "unknown" } else { "none" });

        // Every school hangs on its nearest node, however far; few of the nodes on the core.
        assert_eq!(site["access_node"], site["nearest_node"]);
        assert_eq!(site["drop_length_m"], site["nearest_node_m"]);
        let (status, paths, single_points) = match site["access_node"].as_str() {
            "FNODE1" => ("reached", "1", "0"),
            "FNODE2" | "FNODE3" => ("reached", "1", "1"),
            "FNODE26" => ("reached", "1", "3"),
            _ => ("cut_off", "0", ""),
        };
        assert_eq!(site["network_status"], status, "{site:?}");
        assert_eq!((&*site["disjoint_paths"], &*site["single_points"]), (paths, single_points));
    }
    assert_eq!(truly_nearest, 200, "the plane changed which is nearest, by less than a thousandth");
    assert!((1..100).contains(&covered), "{covered}");
    println!("{covered} of 100 schools covered");

    let dependencies = done.table("dependencies");
    let on_spur: Vec<_> = sites.iter().filter(|site| site["access_node"] == "FNODE26").collect();
    assert_eq!(on_spur.len(), 11);
    for site in on_spur {
        let own: BTreeSet<(&str, &str)> = dependencies
            .iter()
            .filter(|row| row["site_id"] == site["site_id"])
            .map(|row| (row["stage"].as_str(), row["element_id"].as_str()))
            .collect();
        let expected = ["FNODE1", "FNODE3", "spur"].map(|id| ("network", id));
        assert_eq!(own, expected.into_iter().chain([("access", "FNODE26")]).collect());
    }
}

/// The population raster as if it were a coverage raster: another CRS, compressed, with cells
/// without a value.
#[test]
fn raster_cells_are_those_that_gdal_reads() {
    let Some(folder) = folder("ibiza") else { return };
    let raster = folder.join("population_1km.tif");
    let mobile = format!(
        "path = \"{}\"\noperator = \"raster\"\nraster = {{ unit = \"mbps\" }}",
        raster.display()
    );
    let desk = Desk::new();
    let at_sea = [("sea", 1.9, 38.6), ("strait", 4.2, 40.5), ("off-raster", 5.0, 39.0)];
    let rows: String = at_sea.iter().map(|(id, lon, lat)| format!("{id},{lon},{lat}\n")).collect();
    desk.put("sea.csv", &format!("id,lon,lat\n{rows}"));
    let text = format!(
        r#"
        {}
        [[sites]]
        path = "sea.csv"
        kind = "other"
        id = "id"
        x = "lon"
        y = "lat"
        crs = "EPSG:4326"
        "#,
        island(&desk, &folder, &mobile)
    );
    desk.put("project.toml", &text);
    let project = project::read(&desk.path("project.toml")).expect("a sound project");
    let read = pipeline::read(&project, &mut Progress::new(pipeline::STAGES));
    let (Inputs { sites, mobile, .. }, _) = read.expect("sound inputs");
    let MobileCoverage::AtSites(signals) = &mobile[0].coverage else { panic!("a raster") };
    assert_eq!((sites.len(), signals.len()), (103, 103));

    let dataset = Dataset::open(&raster).expect("readable");
    let [west, dx, _, north, _, dy] = dataset.geo_transform().expect("georeferenced");
    let band = dataset.rasterband(1).expect("a band");
    let no_data = band.no_data_value().expect("stated");
    let mut places = places(&table(&folder.join("pointofinterest.csv")), "poi_id");
    places.extend(at_sea.map(|(id, lon, lat)| (id.to_owned(), Point::new(lon, lat))));
    let mut expected = BTreeMap::new();
    let (mut people, mut empty) = (0.0, 0);
    for (site, signal) in sites.iter().zip(signals) {
        let at = places[&site.id];
        let cell = ((at.x() - west) / dx, (at.y() - north) / dy);
        let window = (cell.0 as isize, cell.1 as isize);
        let value = match band.read_as::<f64>(window, (1, 1), (1, 1), None) {
            Ok(buffer) => buffer.data()[0],
            // Outside the raster.
            Err(_) => no_data,
        };
        let right = if value == no_data {
            empty += 1;
            MobileSignal::Silent
        } else if value > 0.0 {
            people += value;
            MobileSignal::Covered(beredd::units::Mbps::new(value))
        } else {
            MobileSignal::NotCovered
        };
        assert_eq!(*signal, right, "{} at {at:?}", site.id);
        expected.insert(site.id.clone(), right);
    }
    assert_eq!(empty, 3);
    println!("{people:.0} people in the cells of 100 schools");

    let done = desk.run_well(&text);
    for site in done.table("sites") {
        let at_least = |rate| match expected[&site["site_id"]] {
            MobileSignal::Covered(Some(download)) if download.value() >= rate => "1",
            _ => "0",
        };
        let silent = expected[&site["site_id"]] == MobileSignal::Silent;
        assert_eq!(site["mobile_networks_10mbps"], at_least(10.0), "{site:?}");
        assert_eq!(site["mobile_networks_30mbps"], at_least(30.0), "{site:?}");
        assert_eq!(site["mobile_networks_unknown"], if silent { "1" } else { "0" }, "{site:?}");
    }
    let findings = done.table("findings");
    let no_data: Vec<_> = findings.iter().filter(|f| f["rule"] == "raster_no_data").collect();
    let messages: Vec<&str> = no_data.iter().map(|f| f["message"].as_str()).collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(messages[0].contains("outside the raster"), "{messages:?}");
    assert!(messages[1].starts_with("2 sites lie in cells without a value"), "{messages:?}");
}
