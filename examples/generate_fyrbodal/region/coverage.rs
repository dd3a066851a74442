//! Mobile coverage as operators publish it: polygons of two brands, a raster of the third.

use std::error::Error;
use std::fmt::Write;

use serde::Serialize;

use super::Files;
use super::ground::Ground;
use super::plane::{Point, Projection};
use super::radio::{BRANDS, Mast, OWN, SHARED};
use super::write::{self, Feature, Geometry};

/// Share of a mast's range within which the higher rate holds.
const FAST_SHARE: f64 = 0.6;
const FAST_MBPS: u32 = 50;
const SLOW_MBPS: u32 = 12;

/// What the second brand's map claims of the shared masts, as a share of the first's: operators
/// draw the same radio network differently.
const SECOND_BRAND: f64 = 0.92;

#[derive(Serialize)]
struct Cell<'a> {
    mast: &'a str,
    mbps: u32,
}

pub fn write(
    ground: &Ground,
    masts: &[Mast],
    to: &Projection,
    files: &mut Files,
) -> Result<(), Box<dyn Error>> {
    for (name, brand, factor) in
        [("mobile_a_4g", BRANDS[0], 1.0), ("mobile_b_4g", BRANDS[1], SECOND_BRAND)]
    {
        let mut cells = Vec::new();
        for mast in masts.iter().filter(|m| sold_by(m, brand)) {
            for (share, mbps) in [(1.0, SLOW_MBPS), (FAST_SHARE, FAST_MBPS)] {
                let rim = mast.star.scaled(share * factor).rim();
                let geometry = Geometry::Polygon { coordinates: [to.lon_lats(&rim)?] };
                cells.push(Feature::new(Cell { mast: &mast.id, mbps }, geometry));
            }
        }
        files.insert(format!("{name}.geojson"), write::collection(name, &cells)?);
    }
    files.insert("mobile_c_5g.asc".into(), raster(ground, masts).into_bytes());
    files.insert("mobile_c_5g.prj".into(), format!("{SWEREF_99_TM}\n").into_bytes());
    Ok(())
}

/// Whether a brand's map shows the mast: sharing partners show all shared masts.
fn sold_by(mast: &Mast, brand: &str) -> bool {
    if BRANDS.contains(&brand) { mast.radio_network == SHARED } else { mast.operator == brand }
}

/// Whether the brand's published map covers the point.
pub fn covers(masts: &[Mast], brand: &str, at: Point) -> bool {
    let factor = if brand == BRANDS[1] { SECOND_BRAND } else { 1.0 };
    if brand == OWN {
        return rate(masts, cell_centre(at)) > 0;
    }
    masts.iter().any(|m| sold_by(m, brand) && m.star.scaled(factor).contains(at))
}

const CELL_M: f64 = 500.0;
const WEST: f64 = 268_000.0;
const SOUTH: f64 = 6_436_000.0;
const COLUMNS: usize = 216;
const ROWS: usize = 280;
const NODATA: i32 = -9999;

fn cell_centre(at: Point) -> Point {
    let column = ((at.e - WEST) / CELL_M).floor();
    let row = ((at.n - SOUTH) / CELL_M).floor();
    Point::new(WEST + (column + 0.5) * CELL_M, SOUTH + (row + 0.5) * CELL_M)
}

/// Mbit/s of the third brand: 200 near a mast, 5 at the edge of its range.
fn rate(masts: &[Mast], at: Point) -> i32 {
    let of = |mast: &Mast| {
        let depth = mast.star.depth(at);
        if depth <= 1.0 { (5.0 + 195.0 * (1.0 - depth) * (1.0 - depth)).round() as i32 } else { 0 }
    };
    let own = masts.iter().filter(|m| m.radio_network == OWN);
    own.map(of).max().unwrap_or(0)
}

/// An ESRI ASCII grid, north row first. Not calculated: far out at sea or abroad, and the
/// north-western corner of Dals-Ed.
fn raster(ground: &Ground, masts: &[Mast]) -> String {
    const MARGIN_M: f64 = 3000.0;
    let not_calculated =
        |at: Point| at.e < 318_000.0 && at.n > 6_556_000.0 || ground.metres_to_land(at) > MARGIN_M;
    let mut grid = format!(
        "ncols {COLUMNS}\nnrows {ROWS}\nxllcorner {WEST}\nyllcorner {SOUTH}\n\
         cellsize {CELL_M}\nNODATA_value {NODATA}\n"
    );
    for row in (0..ROWS).rev() {
        for column in 0..COLUMNS {
            let at = Point::new(
                WEST + (column as f64 + 0.5) * CELL_M,
                SOUTH + (row as f64 + 0.5) * CELL_M,
            );
            let value = if not_calculated(at) { NODATA } else { rate(masts, at) };
            let end = if column + 1 == COLUMNS { '\n' } else { ' ' };
            write!(grid, "{value}{end}").expect("writing to a string cannot fail");
        }
    }
    grid
}

/// EPSG:3006 in the dialect of `.prj` files.
const SWEREF_99_TM: &str = "PROJCS[\"SWEREF99_TM\",GEOGCS[\"GCS_SWEREF99\",\
    DATUM[\"D_SWEREF99\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],\
    PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],\
    PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],\
    PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",15.0],\
    PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
