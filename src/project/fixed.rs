//! `[[fixed]]`: areas with fixed coverage.

use crate::crs::Crs;
use crate::ingest::fixed::{FixedInput, Stated};
use crate::ingest::number::Decimal;
use crate::ingest::records::ColumnName;
use crate::model::coverage::FixedStatus;
use crate::project::Context;
use crate::project::keys::{Keys, Required, choices, keys};
use crate::project::section::Section;
use crate::project::source::Provenance;
use crate::units::Mbps;

keys! {
    /// The keys of `[[fixed]]`.
    pub(super) struct FixedKeys {
        /// the file
        path: Required<String>, eg ("fibre.gpkg");
        /// which layer
        layer: Option<String>, or "the only one", eg ("areas");
        /// beats what the file says
        crs: Option<Crs>, or "the file's own", eg ("EPSG:3006");
        /// the technology of every row
        technology: Option<String>, or "this or `technology_column`", eg ("fibre");
        /// tells it for each row
        technology_column: Option<ColumnName>, or "this or `technology`", eg ("teknik");
        /// how far it has come in every row
        status: Option<LayerStatus>, or "this or `status_column`", eg ("connected");
        /// tells it for each row, in the same words; a row with another word is not used
        status_column: Option<ColumnName>, or "this or `status`", eg ("status");
        /// of every row; not together with the next
        download_mbps: Option<Mbps>, or "unknown", eg (1000);
        /// tells it for each row; blank is unknown
        download_column: Option<ColumnName>, or "unknown", eg ("mbps");
        /// the decimal sign of numbers stored as text, as in `[[sites]]`
        decimal: Option<Decimal>, or "what the column shows", eg (",");
        /// whether this is all there is. A site outside every area is `none` only if every layer is
        /// complete; else it is unknown. A layer of which a row could not be used counts as incomplete
        complete: bool = false, eg (true);
    } and provenance: Provenance
}

/// What a layer may say of its areas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LayerStatus(FixedStatus);

choices! {
    LayerStatus {
        "connected" => Self(FixedStatus::Connected),
        "passed" => Self(FixedStatus::Passed),
        "planned" => Self(FixedStatus::Planned),
    }
}

pub(super) fn fixed(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<FixedInput> {
    let keys = FixedKeys::read(section);
    let technology = one_of(
        section,
        ["technology", "technology_column"],
        keys.technology,
        keys.technology_column,
    );
    let status = keys.status.map(|LayerStatus(status)| status);
    let status = one_of(section, ["status", "status_column"], status, keys.status_column);
    let download = at_most_one(section, keys.download_mbps, keys.download_column);
    Some(FixedInput {
        file: keys.provenance.file(context, keys.path.0, "fixed")?,
        layer: keys.layer,
        crs: keys.crs,
        technology: technology?,
        status: status?,
        download,
        decimal: keys.decimal,
        complete: keys.complete,
    })
}

/// The rate of every row, or the column that tells.
pub(super) fn at_most_one(
    section: &mut Section<'_, '_>,
    all: Option<Mbps>,
    column: Option<ColumnName>,
) -> Option<Stated<Mbps>> {
    if all.is_some() && column.is_some() {
        section.fault_at(
            "download_column",
            "`download_mbps` and `download_column` exclude each other",
            "keep the one that is true",
        );
    }
    all.map(Stated::All).or(column.map(Stated::Column))
}

fn one_of<T>(
    section: &mut Section<'_, '_>,
    [key, column_key]: [&str; 2],
    all: Option<T>,
    column: Option<ColumnName>,
) -> Option<Stated<T>> {
    match (all, column) {
        (Some(all), None) => Some(Stated::All(all)),
        (None, Some(column)) => Some(Stated::Column(column)),
        // A wrong value has been reported where it stands.
        (None, None) if section.has(key) || section.has(column_key) => None,
        _ => {
            section.fault_at(
                key,
                format!("[[fixed]] needs either `{key}` or `{column_key}`"),
                format!("{key} = \"…\" for all rows, or {column_key} = \"the column that tells\""),
            );
            None
        }
    }
}
