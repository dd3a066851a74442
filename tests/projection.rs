//! The one conversion of coordinates against a register that states each place twice.

mod shared;
mod support;

use beredd::crs::{Crs, Projected, Transform, WorkingCrs};
use shared::{folder, number, table};
use support::Project;

/// Skolverket states 1 991 school units in WGS 84 and in SWEREF 99 TM.
#[test]
fn real_pairs_of_coordinates_agree_within_a_millimetre() {
    let Some(folder) = folder("sweden") else { return };
    let known = |code| Crs::from_definition(code).expect("known to PROJ");
    let working = WorkingCrs::new(known("EPSG:3006")).expect("projected, in metres");
    let transform = Transform::new(&known("EPSG:4326"), &working).expect("there is a way");
    let back = working.to(&known("EPSG:4326")).expect("there is a way back");

    let units = table(&folder.join("school_units.csv"));
    assert_eq!(units.len(), 1_991);
    let (mut farthest, mut farthest_back) = (0.0_f64, 0.0_f64);
    for unit in &units {
        let (lon, lat) = (number(unit, "lon"), number(unit, "lat"));
        let found = transform.position(lon, lat).expect("inside Sweden");
        let stated = Projected::from_metres(number(unit, "e3006"), number(unit, "n3006"));
        let off = found.distance(stated.expect("finite")).value();
        assert!(off < 0.001, "{}: {off} m off", unit["code"]);
        farthest = farthest.max(off);

        let (lon_back, lat_back) = back.position(found).expect("there and back");
        farthest_back = farthest_back.max((lon_back - lon).abs().max((lat_back - lat).abs()));
    }
    // A hundred millionth of a degree is a millimetre.
    assert!(farthest_back < 1e-8, "{farthest_back} degrees off after there and back");
    println!("at most {:.2} mm off over {} pairs", farthest * 1000.0, units.len());
}

/// A layer in degrees whose southern edge, two degrees to either side, passes 2 m south of a site: the
/// straight line between its corners in SWEREF 99 TM would pass more than a kilometre north of it.
#[test]
fn a_long_edge_of_coverage_is_where_it_is_drawn() {
    let known = |code| Crs::from_definition(code).expect("known to PROJ");
    let working = WorkingCrs::new(known("EPSG:3006")).expect("projected, in metres");
    let back = working.to(&known("EPSG:4326")).expect("there is a way back");
    let site = Projected::from_metres(302_000.0, 6_452_000.0).expect("finite");
    let (lon, lat) = back.position(site).expect("in Sweden");
    let (west, east, north) = (lon - 2.0, lon + 2.0, lat + 1.0);
    for (south, status) in [(lat - 2.0 / 111_400.0, "connected"), (lat + 2.0 / 111_400.0, "none")] {
        let layer = format!(
            "{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\"properties\":\
             {{\"mbps\":1000}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[{west},{south}],\
             [{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}}}]}}"
        );
        let project = Project::small().write("fibre.geojson", layer);
        let found = project.run().ok().site("S1");
        assert_eq!(found["fixed_status"], status, "the edge is at {south}");
    }
}
