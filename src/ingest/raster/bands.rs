//! Rasters that GDAL reads: GeoTIFF, PNG with a world file, GeoPackage.

use gdal::raster::{ColorInterpretation, GdalDataType, RasterBand};
use gdal::{Dataset, GeoTransformEx};

use crate::crs::Crs;
use crate::findings::{Findings, Rule};
use crate::ingest::drivers::{self, Form};
use crate::ingest::provenance::InputFile;
use crate::ingest::raster::{Asked, Cell, Frame, damaged};
use crate::words::key;

/// The first band of a raster, and what marks its empty cells.
pub struct Bands {
    dataset: Dataset,
}

impl Bands {
    /// `None` after an error finding.
    pub fn open(input: &InputFile, findings: &mut Findings) -> Option<Self> {
        let dataset = drivers::open(input, Form::Raster, findings)?;
        let first = match dataset.rasterband(1) {
            Ok(band) => band.color_interpretation(),
            Err(cause) => {
                let message = key::FindingNoBand { cause: cause.to_string() };
                findings.add(input.finding(Rule::FileUnreadable, message));
                return None;
            }
        };
        if matches!(
            first,
            ColorInterpretation::RedBand
                | ColorInterpretation::CyanBand
                | ColorInterpretation::PaletteIndex
                | ColorInterpretation::HueBand
                | ColorInterpretation::YCbCrSpaceYBand
        ) {
            findings.add(
                input
                    .finding(Rule::FileUnreadable, key::FindingRasterPicture)
                    .hint(key::HintRasterPicture),
            );
            return None;
        }
        let values = dataset
            .rasterbands()
            .flatten()
            .filter(|band| band.color_interpretation() != ColorInterpretation::AlphaBand);
        let count = values.count();
        if count > 1 {
            findings.add(input.finding(Rule::RasterBands, key::FindingRasterBands { count }));
        }
        Some(Self { dataset })
    }

    /// `None` after an error finding.
    pub fn frame(&self, input: &InputFile, findings: &mut Findings) -> Option<Frame> {
        let invertible = |g: &gdal::GeoTransform| g.invert().is_ok();
        let Some(geo_transform) = self.dataset.geo_transform().ok().filter(invertible) else {
            findings.add(
                input
                    .finding(Rule::RasterNoGeoreference, key::FindingNoGeoreference)
                    .hint(key::HintWorldFile),
            );
            return None;
        };
        let (width, height) = self.dataset.raster_size();
        Some(Frame {
            width: width as u64,
            height: height as u64,
            geo_transform,
            crs: self.dataset.spatial_ref().ok().and_then(Crs::stated_by_file),
        })
    }

    /// Gives each place its cell, block by block: each is decoded once. `None` after an error
    /// finding.
    pub fn read(
        self,
        mut asked: Vec<Asked>,
        mut give: impl FnMut(usize, Cell),
        input: &InputFile,
        findings: &mut Findings,
    ) -> Option<()> {
        let band = self.dataset.rasterband(1).expect("opened only with a band");
        let (block_width, block_height) = band.block_size();
        asked.sort_by_key(|cell| {
            let block = |at: u64, size: usize| at / (size.max(1) as u64);
            (block(cell.row, block_height), block(cell.column, block_width), cell.row, cell.column)
        });
        // Empty cells by value are told from the value itself; whole masks and alpha bands are
        // bands of their own, 0 where a cell is empty.
        let masked = band.mask_flags().is_ok_and(|f| f.is_per_dataset() || f.is_alpha());
        let mask = match masked.then(|| band.open_mask_band()).transpose() {
            Ok(mask) => mask,
            Err(cause) => {
                let cause = cause.to_string();
                let damaged = key::FindingRasterDamaged { cause };
                findings.add(input.finding(Rule::FileUnreadable, damaged).hint(key::HintDamaged));
                return None;
            }
        };
        let no_data = band.no_data_value();
        let extremes = extremes(band.band_type());
        let (scale, offset) = (band.scale().unwrap_or(1.0), band.offset().unwrap_or(0.0));
        for cell in asked {
            let read = value(&band, cell).and_then(|value| match &mask {
                Some(mask) => Ok((value, self::value(mask, cell)? == 0.0)),
                None => Ok((value, false)),
            });
            let (value, masked) = match read {
                Ok(read) => read,
                Err(cause) => {
                    findings.add(damaged(input, cell.row, cause.to_string()));
                    return None;
                }
            };
            let empty = masked || value.is_nan() || no_data.is_some_and(|n| n == value);
            let extreme = extremes.is_some_and(|[least, most]| value == least || value == most);
            give(
                cell.place,
                match (empty, extreme) {
                    (true, _) => Cell::NoData,
                    (false, true) => Cell::Extreme,
                    (false, false) => Cell::Value(value * scale + offset),
                },
            );
        }
        Some(())
    }
}

fn value(band: &RasterBand<'_>, cell: Asked) -> gdal::errors::Result<f64> {
    let window = (cell.column as isize, cell.row as isize);
    Ok(band.read_as::<f64>(window, (1, 1), (1, 1), None)?.data()[0])
}

/// The lowest and the highest number of a type of whole numbers; of those without a sign the
/// lowest is 0, which is a value as any other.
fn extremes(kind: GdalDataType) -> Option<[f64; 2]> {
    let bits = i32::from(kind.bits());
    kind.is_integer().then(|| match kind.is_signed() {
        true => [-(2f64.powi(bits - 1)), 2f64.powi(bits - 1) - 1.0],
        false => [f64::NAN, 2f64.powi(bits) - 1.0],
    })
}
