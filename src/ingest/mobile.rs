//! Mobile coverage: polygons, or a raster of rates or signal strengths.

use crate::crs::{Crs, Projected, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::fixed::Stated;
use crate::ingest::format;
use crate::ingest::geometry::{area, is_complete};
use crate::ingest::number::Decimal;
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::raster::{Cell, values_at};
use crate::ingest::records::SignHint;
use crate::model::coverage::{MobileArea, MobileCoverage, MobileLayer, MobileSignal};
use crate::units::Mbps;
use crate::words::{Said, key};

/// The settings of one `[[mobile]]`.
#[derive(Clone, Debug)]
pub struct MobileInput {
    /// The file.
    pub file: InputFile,
    /// Its layer, where it has several.
    pub layer: Option<String>,
    /// Its CRS, where the file does not say or is wrong.
    pub crs: Option<Crs>,
    /// The brand.
    pub operator: String,
    /// The radio network.
    pub radio_network: String,
    /// `4G`, `5G`, where stated.
    pub generation: Option<String>,
    /// How coverage is stored.
    pub form: MobileForm,
    /// The decimal sign of text columns, where stated.
    pub decimal: Option<Decimal>,
    /// The mast it comes from: one for the layer, or a column of polygons.
    pub mast: Option<Stated<String>>,
    /// Whether silence means not covered.
    pub complete: bool,
}

/// How mobile coverage is stored.
#[derive(Clone, Debug)]
pub enum MobileForm {
    /// Polygons with a download rate, where known.
    Polygons(Option<Stated<Mbps>>),
    /// A raster of download rates in Mbit/s; 0 is not covered, and less cannot be true.
    RasterMbps,
    /// A raster of signal strengths.
    RasterDbm {
        /// Covered from this strength on, in dBm.
        at_least: f64,
        /// What a covered cell offers, where known.
        download: Option<Mbps>,
    },
}

/// Reads one layer; a raster is read at the places of the sites only. `None` after an error
/// finding.
pub fn read(
    settings: &MobileInput,
    places: &[Option<Projected>],
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<MobileLayer> {
    let source = sources.register(&settings.file, findings)?;
    let (coverage, complete) = match &settings.form {
        MobileForm::Polygons(download) => polygons(settings, download.as_ref(), working, findings)?,
        form => (raster(settings, form, places, working, findings)?, settings.complete),
    };
    Some(MobileLayer {
        source,
        operator: settings.operator.clone(),
        radio_network: settings.radio_network.clone(),
        generation: settings.generation.clone(),
        complete,
        mast: match &settings.mast {
            Some(Stated::All(mast)) => Some(mast.clone()),
            _ => None,
        },
        coverage,
    })
}

/// The polygons, and whether they are complete.
fn polygons(
    settings: &MobileInput,
    download: Option<&Stated<Mbps>>,
    working: &WorkingCrs,
    findings: &mut Findings,
) -> Option<(MobileCoverage, bool)> {
    let file = &settings.file;
    let named =
        [download.and_then(Stated::column), settings.mast.as_ref().and_then(Stated::column)];
    let wanted = |name: &str| named.iter().flatten().any(|column| column.name == name);
    let records = format::read(file, settings.layer.as_deref(), &wanted, findings)?;
    let rates = match download.and_then(Stated::column) {
        Some(named) => {
            let column = records.column(named, file, findings)?;
            records.numbers(Some(column), &named.name, settings.decimal, SignHint::Setting)
        }
        None => None,
    };
    let mast =
        records.optional_column(settings.mast.as_ref().and_then(Stated::column), file, findings);
    let transform = records.transform(settings.crs.as_ref(), working, file, findings)?;
    let mut areas = Vec::new();
    for record in &records.rows {
        let Some(area) = area(record, &transform, file, findings) else { continue };
        let download = match download {
            None => None,
            Some(Stated::All(download)) => Some(*download),
            Some(Stated::Column(_)) => record.rate(rates.as_ref(), file, findings),
        };
        areas.push(MobileArea { area, download, mast: record.text(mast).map(str::to_owned) });
    }
    if areas.is_empty() {
        findings.add(
            file.finding(Rule::GeometryNotPolygons, key::FindingNoMobileArea)
                .hint(key::HintMobileRaster),
        );
        return None;
    }
    let complete = is_complete(settings.complete, records.rows.len(), areas.len(), file, findings);
    Some((MobileCoverage::Polygons(areas), complete))
}

/// Less than any receiver reports, in dBm: 3GPP TS 38.133 begins at −156. None reports 0 dBm or more
/// either. Such values are marks of cells without a value that the file does not declare.
const LEAST_DBM: f64 = -200.0;

/// The peak rate that IMT-2020 asks of a cell (ITU-R M.2410), in Mbit/s; no more is a rate that a
/// user is offered.
const MOST_MBPS: f64 = 20_000.0;

fn raster(
    settings: &MobileInput,
    form: &MobileForm,
    places: &[Option<Projected>],
    working: &WorkingCrs,
    findings: &mut Findings,
) -> Option<MobileCoverage> {
    let file = &settings.file;
    let cells = values_at(places, settings.crs.as_ref(), working, file, findings)?;
    let count = cells.iter().filter(|cell| **cell == Some(Cell::NoData)).count();
    if count > 0 {
        let message = match settings.complete {
            true => key::FindingCellsNotCovered { count }.into(),
            false => Said::from(key::FindingCellsUnknown { count }),
        };
        findings.add(file.finding(Rule::RasterNoData, message));
    }
    let placed = cells.iter().flatten().count();
    let count = cells.iter().filter(|cell| **cell == Some(Cell::Outside)).count();
    if count > 0 && count == placed {
        let finding = file.finding(Rule::LayerElsewhere, key::FindingRasterElsewhere);
        findings.add(finding.field("geometry").hint(key::HintLayerCrs));
    } else if count > 0 {
        let message = match settings.complete {
            true => key::FindingOutsideNotCovered { count }.into(),
            false => Said::from(key::FindingOutsideUnknown { count }),
        };
        findings.add(file.finding(Rule::RasterNoData, message));
    }
    let possible = |value: f64| match form {
        MobileForm::RasterDbm { .. } => (LEAST_DBM..0.0).contains(&value),
        _ => (0.0..=MOST_MBPS).contains(&value),
    };
    let impossible = |cell: &Cell| match cell {
        Cell::Extreme => true,
        Cell::Value(value) => !possible(*value),
        Cell::NoData | Cell::Outside => false,
    };
    let count = cells.iter().flatten().filter(|cell| impossible(cell)).count();
    if count > 0 {
        findings.add(
            file.finding(Rule::RasterValueImpossible, key::FindingCellsImpossible { count })
                .field("raster.unit")
                .hint(key::HintNodata),
        );
    }
    let signal = |value: f64| match form {
        MobileForm::RasterDbm { at_least, download } if value >= *at_least => {
            MobileSignal::Covered(*download)
        }
        MobileForm::RasterMbps if value > 0.0 => MobileSignal::Covered(Mbps::new(value)),
        _ => MobileSignal::NotCovered,
    };
    let signals = cells.into_iter().map(|cell| match cell {
        Some(Cell::Value(value)) if possible(value) => signal(value),
        Some(Cell::Value(_) | Cell::Extreme) => MobileSignal::Unknown,
        Some(Cell::NoData | Cell::Outside) | None => MobileSignal::Silent,
    });
    Some(MobileCoverage::AtSites(signals.collect()))
}
