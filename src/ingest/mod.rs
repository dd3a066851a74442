//! Reading: one file per source; rows become structs of [`crate::model`], or findings.
//!
//! Every table arrives as [`records::Records`], whether it was CSV, Parquet or a vector format
//! that GDAL opens; what a column means is decided in the file named after what is read.

pub mod areas;
pub mod contained;
pub mod drivers;
pub mod fixed;
pub mod indicators;
pub mod masts;
pub mod mobile;
pub mod municipalities;
pub mod number;
pub mod ofds;
pub mod placing;
pub mod power;
pub mod provenance;
pub mod records;
pub mod sites;
pub mod trenches;

mod csv_text;
mod format;
mod geometry;
mod parquet;
mod raster;
mod vector;

use crate::crs::Area;
use crate::findings::{Finding, Findings, Rule};
use crate::model::coverage::{FixedLayer, MobileCoverage, MobileLayer};
use crate::model::indicator::OwnIndicator;
use crate::model::infrastructure::Infrastructure;
use crate::model::municipality::Municipality;
use crate::model::site::Site;
use crate::model::source::Source;
use crate::words::key;

/// Everything that was read, checked.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// Sorted by code.
    pub municipalities: Vec<Municipality>,
    /// The areas of municipalities that the project does not select.
    pub unselected: Vec<Area>,
    /// Sorted by id.
    pub sites: Vec<Site>,
    /// In the order of the project file.
    pub fixed: Vec<FixedLayer>,
    /// In the order of the project file.
    pub mobile: Vec<MobileLayer>,
    /// The network, its trenches, masts and power feeds.
    pub infrastructure: Infrastructure,
    /// Indicators that the municipalities bring themselves.
    pub own_indicators: Vec<OwnIndicator>,
    /// Every file, in the order it was read.
    pub sources: Vec<Source>,
}

/// Tells of layers that touch no selected municipality: they say nothing of its sites, but where
/// they are stated to be complete, each site then counts as known to be without.
pub fn report_layers_elsewhere(inputs: &Inputs, findings: &mut Findings) {
    use geo::{BoundingRect, Intersects};
    let boxes = |areas: &mut dyn Iterator<Item = &Area>| -> Vec<geo::Rect<f64>> {
        areas.filter_map(|area| area.polygons().bounding_rect()).collect()
    };
    let region = boxes(&mut inputs.municipalities.iter().map(|m| &m.area));
    let fixed = inputs
        .fixed
        .iter()
        .map(|layer| (layer.source, boxes(&mut layer.areas.iter().map(|area| &area.area))));
    let mobile = inputs.mobile.iter().filter_map(|layer| match &layer.coverage {
        MobileCoverage::Polygons(areas) => {
            Some((layer.source, boxes(&mut areas.iter().map(|area| &area.area))))
        }
        MobileCoverage::AtSites(_) => None,
    });
    for (source, layer) in fixed.chain(mobile) {
        let touches = layer.iter().any(|one| region.iter().any(|other| one.intersects(other)));
        if !touches {
            let dataset = &inputs.sources[source.0].path;
            findings.add(
                Finding::new(Rule::LayerElsewhere, dataset, key::FindingElsewhere)
                    .field("geometry")
                    .hint(key::HintLayerCrs),
            );
        }
    }
}
