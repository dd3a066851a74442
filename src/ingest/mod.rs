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

use std::collections::BTreeMap;

use geo::{Coord, Rect};

use crate::crs::{Area, Projected};
use crate::findings::{Finding, Findings, Rule};
use crate::model::coverage::{FixedLayer, MobileCoverage, MobileLayer};
use crate::model::indicator::OwnIndicator;
use crate::model::infrastructure::Infrastructure;
use crate::model::municipality::Municipality;
use crate::model::site::Site;
use crate::model::source::{Origin, Source, SourceIdx};
use crate::words::{Said, key};

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

/// What serves a municipality lies in it or no farther off than this, in metres: as far as a mast can
/// reach.
const NEAR: f64 = 35_000.0;

/// Tells of files of which nothing lies in or near a selected municipality, most often because their
/// CRS is another than stated. They say nothing of its sites, but where a layer is stated to be
/// complete, each site then counts as known to be without.
pub fn report_layers_elsewhere(inputs: &Inputs, findings: &mut Findings) {
    use geo::{BoundingRect, Intersects};
    let boxes = |areas: &mut dyn Iterator<Item = &Area>| -> Vec<Rect<f64>> {
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
    let mut elsewhere = |source: SourceIdx, boxes: &[Rect<f64>], message: Said| {
        let touches = boxes.iter().any(|one| region.iter().any(|other| one.intersects(other)));
        if !touches {
            findings.add(
                Finding::new(Rule::LayerElsewhere, &inputs.sources[source.0].path, message)
                    .field("geometry")
                    .hint(key::HintLayerCrs),
            );
        }
    };
    for (source, boxes) in fixed.chain(mobile) {
        elsewhere(source, &boxes, key::FindingElsewhere.into());
    }
    let mut placed: BTreeMap<SourceIdx, Vec<Rect<f64>>> = BTreeMap::new();
    let mut place = |origin: Origin, place: Option<Projected>| {
        let around = Coord { x: NEAR, y: NEAR };
        let rect = place.map(|place| Rect::new(place.coord() - around, place.coord() + around));
        placed.entry(origin.source).or_default().extend(rect);
    };
    let of = &inputs.infrastructure;
    inputs.sites.iter().for_each(|site| place(site.origin, site.place));
    of.masts().iter().for_each(|mast| place(mast.origin, mast.place));
    of.network
        .iter()
        .flat_map(|network| network.nodes())
        .for_each(|node| place(node.origin, node.place));
    for (source, boxes) in placed.into_iter().filter(|(_, boxes)| !boxes.is_empty()) {
        elsewhere(source, &boxes, key::FindingElsewherePlaces { km: NEAR / 1000.0 }.into());
    }
}
