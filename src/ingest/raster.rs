//! Rasters: the value of one band at places, read without holding the raster.

mod bands;
mod grid;

use gdal::{GeoTransform, GeoTransformEx};

use crate::crs::{Crs, Projected, WorkingCrs};
use crate::findings::{Finding, Findings, Rule};
use crate::ingest::placing::{crs_fault, transform};
use crate::ingest::provenance::InputFile;
use crate::words::key;

/// What a raster says at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// A value.
    Value(f64),
    /// The lowest or highest number that the cells' type can hold: in rates and signal strengths
    /// the mark of a cell without a value that the file does not declare.
    Extreme,
    /// A cell marked as having no value, by a value, a mask or an alpha band.
    NoData,
    /// Outside the raster.
    Outside,
}

/// A raster, open at its first cell.
enum Raster {
    Grid(grid::Grid),
    Bands(bands::Bands),
}

/// Where a raster lies.
struct Frame {
    /// Cells from west to east.
    width: u64,
    /// Cells from north to south.
    height: u64,
    /// From cells to coordinates.
    geo_transform: GeoTransform,
    /// What the coordinates are in, where the file tells.
    crs: Option<Crs>,
}

/// A cell that somebody asked for.
#[derive(Clone, Copy, Debug)]
struct Asked {
    /// From the north, from 0.
    row: u64,
    /// From the west, from 0.
    column: u64,
    /// Which place asked.
    place: usize,
}

/// Reads the first band at each place. `None` after an error finding.
pub fn values_at(
    places: &[Option<Projected>],
    stated: Option<&Crs>,
    working: &WorkingCrs,
    input: &InputFile,
    findings: &mut Findings,
) -> Option<Vec<Option<Cell>>> {
    let raster = match grid::is_grid(&input.path) {
        true => Raster::Grid(grid::Grid::open(input, findings)?),
        false => Raster::Bands(bands::Bands::open(input, findings)?),
    };
    let frame = match &raster {
        Raster::Grid(grid) => grid.frame(),
        Raster::Bands(bands) => bands.frame(input, findings)?,
    };
    let to_cell = frame.geo_transform.invert().expect("checked when the frame was made");
    let Some(crs) = stated.or(frame.crs.as_ref()) else {
        transform(None, working, input, findings);
        return None;
    };
    let to_raster = match working.to(crs) {
        Ok(to_raster) => to_raster,
        Err(fault) => {
            findings.add(input.finding(Rule::CrsUnusable, crs_fault(&fault)));
            return None;
        }
    };
    let mut cells: Vec<Option<Cell>> =
        places.iter().map(|place| place.map(|_| Cell::Outside)).collect();
    let mut asked = Vec::new();
    for (place, at) in places.iter().enumerate() {
        let Some((x, y)) = at.and_then(|at| to_raster.position(at)) else { continue };
        let (column, row) = to_cell.apply(x, y);
        let inside =
            column >= 0.0 && row >= 0.0 && column < frame.width as f64 && row < frame.height as f64;
        if inside {
            asked.push(Asked { row: row as u64, column: column as u64, place });
        }
    }
    let read = |place: usize, cell: Cell| cells[place] = Some(cell);
    match raster {
        Raster::Grid(grid) => grid.read(asked, read, input, findings)?,
        Raster::Bands(bands) => bands.read(asked, read, input, findings)?,
    }
    Some(cells)
}

/// A raster whose row `row` (from 0) cannot be read.
fn damaged(input: &InputFile, row: u64, cause: String) -> Finding {
    input
        .finding(Rule::FileUnreadable, key::FindingRasterDamaged { cause })
        .at(row + 1)
        .hint(key::HintDamaged)
}
