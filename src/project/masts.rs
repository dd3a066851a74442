//! `[[masts]]`: where masts stand, and what they hang on.

use crate::crs::Crs;
use crate::ingest::masts::MastsInput;
use crate::ingest::number::Decimal;
use crate::ingest::records::ColumnName;
use crate::project::Context;
use crate::project::keys::{Keys, Required, keys};
use crate::project::section::Section;
use crate::project::sites::coordinates;
use crate::project::source::Provenance;

keys! {
    /// The keys of `[[masts]]`.
    pub(super) struct MastsKeys {
        /// the file
        path: Required<String>, eg ("masts.csv");
        /// which layer
        layer: Option<String>, or "the only one", eg ("masts");
        /// the id; a row without one is not used
        id: Option<ColumnName>, or "`\"id\"`", eg ("mast_id");
        /// easting or longitude; together with `y`
        x: Option<ColumnName>, or "`\"x\"` in tables", eg ("east");
        /// northing or latitude
        y: Option<ColumnName>, or "`\"y\"` in tables", eg ("north");
        /// of the coordinates; tables need it
        crs: Option<Crs>, or "the file's own", eg ("EPSG:3006");
        /// the decimal sign of numbers stored as text, as in `[[sites]]`
        decimal: Option<Decimal>, or "what the column shows", eg (",");
        /// the brand; stands in for a missing radio network, and names the mast
        operator: Option<ColumnName>, or "`\"operator\"` where there is one", eg ("owner");
        /// where a mobile layer says that this network does not cover a site, the mast does not reach
        /// it
        radio_network: Option<ColumnName>, or "`\"radio_network\"` where there is one",
            eg ("network");
        /// how far it reaches, in metres; blank is unknown: it may reach any site within 35 km
        range_m: Option<ColumnName>, or "`\"range_m\"` where there is one", eg ("reach");
        /// the node of `[network]` it hangs on; blank is unknown
        network_node: Option<ColumnName>, or "`\"network_node\"` where there is one", eg ("node");
        /// hours its battery or generator lasts; blank is unknown
        battery_h: Option<ColumnName>, or "`\"battery_h\"` where there is one", eg ("ups");
        /// its power feeds, ids separated by `;`
        power_feed: Option<ColumnName>, or "`\"power_feed\"` where there is one", eg ("feed");
    } and provenance: Provenance
}

pub(super) fn masts(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<MastsInput> {
    let keys = MastsKeys::read(section);
    let coordinates = coordinates(section, keys.x, keys.y);
    Some(MastsInput {
        file: keys.provenance.file(context, keys.path.0, "masts")?,
        layer: keys.layer,
        id: keys.id,
        coordinates,
        crs: keys.crs,
        decimal: keys.decimal,
        operator: keys.operator,
        radio_network: keys.radio_network,
        range: keys.range_m,
        network_node: keys.network_node,
        battery: keys.battery_h,
        power_feed: keys.power_feed,
    })
}
