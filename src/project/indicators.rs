//! `[[indicators]]`: what the municipalities bring themselves.

use crate::ingest::indicators::IndicatorsInput;
use crate::ingest::number::Decimal;
use crate::ingest::records::{ColumnName, SignHint};
use crate::project::Context;
use crate::project::keys::{Keys, Required, keys};
use crate::project::section::Section;
use crate::project::source::Provenance;

keys! {
    /// The keys of `[[indicators]]`.
    pub(super) struct IndicatorsKeys {
        /// a table with a row per municipality
        path: Required<String>, eg ("maturity.csv");
        /// its layer or sheet, where it has several
        layer: Option<String>, or "the only one", eg ("2026");
        /// the municipality code
        code: Required<ColumnName>, eg ("kommunkod");
        /// the decimal sign of numbers stored as text, as in `[[sites]]`
        decimal: Option<Decimal>, or "what the column shows", eg (",");
    } and provenance: Provenance
}

pub(super) fn indicators(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<IndicatorsInput> {
    let keys = IndicatorsKeys::read(section);
    Some(IndicatorsInput {
        file: keys.provenance.file(context, keys.path.0, "indicators")?,
        layer: keys.layer,
        decimal: keys.decimal,
        sign_hint: SignHint::Setting,
        unit: keys.code.0?,
        unit_name: None,
    })
}
