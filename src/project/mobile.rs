//! `[[mobile]]`: the coverage of one operator.

use crate::crs::Crs;
use crate::ingest::fixed::Stated;
use crate::ingest::mobile::{MobileForm, MobileInput};
use crate::ingest::number::Decimal;
use crate::ingest::records::ColumnName;
use crate::project::Context;
use crate::project::fixed::at_most_one;
use crate::project::keys::{Apart, Keys, Required, choices, keys};
use crate::project::section::Section;
use crate::project::source::Provenance;
use crate::units::Mbps;

keys! {
    /// The keys of `[[mobile]]`.
    pub(super) struct MobileKeys {
        /// the file
        path: Required<String>, eg ("telia_5g.tif");
        /// which layer
        layer: Option<String>, or "the only one", eg ("coverage");
        /// beats what the file says
        crs: Option<Crs>, or "the file's own", eg ("EPSG:3006");
        /// the brand
        operator: Required<String>, eg ("Telia");
        /// what counts as one: brands that share a radio network share this
        radio_network: Option<String>, or "the operator", eg ("Net4Mobility");
        /// kept, and used nowhere in this version
        generation: Option<String>, eg ("5G");
        /// polygons: the rate of every row; not together with the next
        download_mbps: Option<Mbps>, or "unknown", eg (30);
        /// polygons: tells it for each row; blank is unknown
        download_column: Option<ColumnName>, or "unknown", eg ("mbps");
        /// the decimal sign of numbers stored as text, as in `[[sites]]`
        decimal: Option<Decimal>, or "what the column shows", eg (",");
        /// the file is a raster; see below. Not together with `download_mbps` or `download_column`
        raster: Apart<RasterKeys>, eg ({ unit = "mbps" });
        /// the id of the mast in `[[masts]]` that all of the layer comes from
        mast: Option<String>, eg ("M-1");
        /// polygons: tells the mast for each row; not together with `mast`. A layer that names a mast
        /// beats its range
        mast_column: Option<ColumnName>, eg ("mast");
        /// whether silence (outside every polygon, a cell without a value) means not covered; else it
        /// means unknown. A layer of which a polygon could not be used counts as incomplete
        complete: bool = false, eg (true);
    } and provenance: Provenance

    /// The keys of `[[mobile]].raster`.
    pub(super) struct RasterKeys {
        /// what the cells hold. In `"mbps"` a value of 0 is not covered, and the other two keys are an
        /// error; a rate below 0 or above 20 000, 0 dBm and more or less than -200 dBm, cannot be true
        /// and is unknown
        unit: Option<RasterUnit>, or "required", eg ("dbm");
        /// a cell with this value or more is covered, with less it is not. The example is one; no
        /// published threshold for 4G or 5G was found
        at_least: Option<f64>, or "required with `\"dbm\"`", eg (-105);
        /// `"dbm"`: what a covered cell offers; without it coverage counts at no rate
        download_mbps: Option<Mbps>, or "unknown", eg (10);
    }
}

/// What the cells of a raster hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum RasterUnit {
    Mbps,
    Dbm,
}

choices! {
    RasterUnit {
        "mbps" => Self::Mbps,
        "dbm" => Self::Dbm,
    }
}

pub(super) fn mobile(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<MobileInput> {
    let keys = MobileKeys::read(section);
    let raster = section.inner("raster", raster);
    let (has_raster, has_column) = (section.has("raster"), keys.mast_column.is_some());
    let has_rate = keys.download_mbps.is_some() || keys.download_column.is_some();
    let download = at_most_one(section, keys.download_mbps, keys.download_column);
    if keys.mast.is_some() && has_column {
        section.fault_at(
            "mast_column",
            "`mast` and `mast_column` exclude each other",
            "`mast` when the whole layer comes from one mast, else the column that names it",
        );
    }
    if has_raster && has_column {
        section.fault_at(
            "mast_column",
            "a raster has no columns",
            "mast = \"…\" when the whole raster comes from one mast",
        );
    }
    if has_raster && has_rate {
        section.fault_at(
            "raster",
            "`raster` and `download_mbps` or `download_column` exclude each other",
            "inside raster = { … } the rate of a dBm raster is `download_mbps`",
        );
    }
    let form = if has_raster { raster } else { Some(MobileForm::Polygons(download)) };
    let operator = keys.operator.0?;
    Some(MobileInput {
        file: keys.provenance.file(context, keys.path.0, "mobile")?,
        layer: keys.layer,
        crs: keys.crs,
        radio_network: keys.radio_network.unwrap_or_else(|| operator.clone()),
        operator,
        generation: keys.generation,
        form: form?,
        decimal: keys.decimal,
        mast: keys.mast.map(Stated::All).or(keys.mast_column.map(Stated::Column)),
        complete: keys.complete,
    })
}

fn raster(section: &mut Section<'_, '_>) -> Option<MobileForm> {
    let RasterKeys { unit, at_least, download_mbps: download } = RasterKeys::read(section);
    let (message, hint) = match (unit, at_least) {
        (Some(RasterUnit::Mbps), None) if download.is_none() => {
            return Some(MobileForm::RasterMbps);
        }
        (Some(RasterUnit::Dbm), Some(at_least)) => {
            return Some(MobileForm::RasterDbm { at_least, download });
        }
        (Some(RasterUnit::Mbps), _) => (
            "`at_least` and `download_mbps` have no meaning in a raster of rates",
            "leave them out, or set unit = \"dbm\"",
        ),
        (Some(RasterUnit::Dbm), None) => (
            "a raster in dBm needs `at_least`",
            "such as at_least = -105: a cell with this strength or more is covered",
        ),
        (None, _) => ("`raster` needs a `unit`", "\"mbps\" or \"dbm\""),
    };
    section.fault_at("unit", message, hint);
    None
}
