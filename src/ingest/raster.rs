//! Rasters: the value of one band at places, read without holding the raster.

use gdal::{GdalOpenFlags, GeoTransformEx};

use crate::crs::{Crs, Projected, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::placing::{crs_fault, transform};
use crate::ingest::provenance::InputFile;
use crate::ingest::vector::open;
use crate::words::key;

/// What a raster says at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// A value.
    Value(f64),
    /// A cell marked as having no value.
    NoData,
    /// Outside the raster.
    Outside,
}

/// Reads the first band at each place. `None` after an error finding.
pub fn values_at(
    places: &[Option<Projected>],
    stated: Option<&Crs>,
    working: &WorkingCrs,
    input: &InputFile,
    findings: &mut Findings,
) -> Option<Vec<Option<Cell>>> {
    let dataset = open(input, GdalOpenFlags::GDAL_OF_RASTER, findings)?;
    let Some(geo_transform) = dataset.geo_transform().ok().filter(|g| g.invert().is_ok()) else {
        findings.add(
            input
                .finding(Rule::RasterNoGeoreference, key::FindingNoGeoreference)
                .hint(key::HintWorldFile),
        );
        return None;
    };
    let to_cell = geo_transform.invert().expect("kept only when it can be inverted");
    let own = dataset.spatial_ref().ok().and_then(Crs::stated_by_file);
    let Some(crs) = stated.cloned().or(own) else {
        transform(None, working, input, findings);
        return None;
    };
    let to_raster = match working.to(&crs) {
        Ok(to_raster) => to_raster,
        Err(fault) => {
            findings.add(input.finding(Rule::CrsUnusable, crs_fault(&fault)));
            return None;
        }
    };
    let band = match dataset.rasterband(1) {
        Ok(band) => band,
        Err(cause) => {
            let message = key::FindingNoBand { cause: cause.to_string() };
            findings.add(input.finding(Rule::FileUnreadable, message));
            return None;
        }
    };
    let (width, height) = band.size();
    let no_data = band.no_data_value();
    let (scale, offset) = (band.scale().unwrap_or(1.0), band.offset().unwrap_or(0.0));
    let mut cells = Vec::with_capacity(places.len());
    for place in places {
        let Some(place) = place else {
            cells.push(None);
            continue;
        };
        let Some((x, y)) = to_raster.position(*place) else {
            cells.push(Some(Cell::Outside));
            continue;
        };
        let (column, row) = to_cell.apply(x, y);
        let inside = column >= 0.0 && row >= 0.0 && column < width as f64 && row < height as f64;
        if !inside {
            cells.push(Some(Cell::Outside));
            continue;
        }
        let window = (column.floor() as isize, row.floor() as isize);
        match band.read_as::<f64>(window, (1, 1), (1, 1), None) {
            Ok(buffer) => {
                let value = buffer.data()[0];
                let missing = value.is_nan() || no_data.is_some_and(|n| n == value);
                cells.push(Some(if missing {
                    Cell::NoData
                } else {
                    Cell::Value(value * scale + offset)
                }));
            }
            Err(cause) => {
                let message = key::FindingRasterDamaged { cause: cause.to_string() };
                findings.add(input.finding(Rule::FileUnreadable, message));
                return None;
            }
        }
    }
    Some(cells)
}
