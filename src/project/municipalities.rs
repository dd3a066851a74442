//! `[municipalities]`: the areas with code and name.

use crate::crs::Crs;
use crate::ingest::municipalities::MunicipalitiesInput;
use crate::ingest::records::ColumnName;
use crate::project::Context;
use crate::project::keys::{Keys, Required, keys};
use crate::project::section::Section;
use crate::project::source::Provenance;
use crate::units::Metres;

keys! {
    /// The keys of `[municipalities]`.
    pub(super) struct MunicipalitiesKeys {
        /// the file
        path: Required<String>, eg ("kommuner.gpkg");
        /// which layer, in a file with several
        layer: Option<String>, or "the only one", eg ("kommun");
        /// beats what the file says
        crs: Option<Crs>, or "the file's own", eg ("EPSG:3006");
        /// the code, four digits as text; a leading zero lost to a spreadsheet is put back, with a
        /// finding
        code: Required<ColumnName>, eg ("kommunkod");
        /// the name
        name: Required<ColumnName>, eg ("namn");
        /// a sub-region; results are then also given for each
        group: Option<ColumnName>, eg ("delregion");
        /// only these codes; one that is not in the file is an error
        only: Vec<String> = Vec::new(), or "all", eg (["1421", "1427"]);
        /// a site outside every polygon joins the nearest one within this many metres, with a finding
        nearest_within_m: Metres = Metres::ZERO, eg (2000);
    } and provenance: Provenance
}

pub(super) fn municipalities(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<MunicipalitiesInput> {
    let keys = MunicipalitiesKeys::read(section);
    Some(MunicipalitiesInput {
        file: keys.provenance.file(context, keys.path.0, "municipalities")?,
        layer: keys.layer,
        crs: keys.crs,
        code: keys.code.0?,
        name: keys.name.0?,
        group: keys.group,
        only: keys.only,
        nearest_within: keys.nearest_within_m,
    })
}
