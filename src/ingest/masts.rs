//! Masts: where radio networks stand.

use crate::crs::{Crs, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::number::Decimal;
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::{self, ColumnName, CoordinateColumns, Placing};
use crate::model::coverage::Mast;
use crate::model::source::Origin;

/// The settings of one `[[masts]]`.
#[derive(Clone, Debug)]
pub struct MastsInput {
    /// The file.
    pub file: InputFile,
    /// Its layer, where it has several.
    pub layer: Option<String>,
    /// The column of the id; `id` by default.
    pub id: Option<ColumnName>,
    /// The columns of the coordinates; vector files bring geometry, tables have `x` and `y` by
    /// default.
    pub coordinates: Option<CoordinateColumns>,
    /// The CRS of the coordinates.
    pub crs: Option<Crs>,
    /// The decimal sign of text columns.
    pub decimal: Decimal,
    /// The column of the brand; `operator` by default, where there is one.
    pub operator: Option<ColumnName>,
    /// The column of the radio network; `radio_network` by default, where there is one.
    pub radio_network: Option<ColumnName>,
}

/// Reads every list of masts, sorted by id. `None` after an error finding in any of them.
pub fn read(
    lists: &[MastsInput],
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Vec<Mast>> {
    let before = findings.errors().count();
    let mut masts = Vec::new();
    for list in lists {
        // Goes on after a fault, so that all lists' faults are seen at once.
        let _ = read_one(list, working, sources, findings, &mut masts);
    }
    masts.sort_by(|a: &Mast, b: &Mast| a.id.cmp(&b.id));
    for pair in masts.windows(2).filter(|pair| pair[0].id == pair[1].id) {
        let path = sources.as_slice()[pair[1].origin.source.0].path.clone();
        findings.add(
            crate::findings::Finding::new(Rule::IdDuplicate, path, "two masts have this id")
                .at(pair[1].origin.row)
                .field("id")
                .value(&pair[1].id)
                .hint("every mast needs an id of its own; take the copy out"),
        );
    }
    (findings.errors().count() == before).then_some(masts)
}

fn read_one(
    settings: &MastsInput,
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
    masts: &mut Vec<Mast>,
) -> Option<()> {
    let file = &settings.file;
    let source = sources.register(file, findings)?;
    let records = records::read(file, settings.layer.as_deref(), findings)?;
    let default = |key| ColumnName { key, name: key.to_owned() };
    let id_name = settings.id.clone().unwrap_or_else(|| default("id"));
    let coordinates = settings.coordinates.clone().or_else(|| {
        (!records.spatial).then(|| CoordinateColumns { x: default("x"), y: default("y") })
    });
    let where_present = |named: &Option<ColumnName>, key| {
        let present = records.columns.iter().any(|column| column == key);
        named.clone().or_else(|| present.then(|| default(key)))
    };
    let operator = where_present(&settings.operator, "operator");
    let radio_network = where_present(&settings.radio_network, "radio_network");
    let id = records.column(&id_name, file, findings);
    let operator = records.optional_column(operator.as_ref(), file, findings);
    let radio_network = records.optional_column(radio_network.as_ref(), file, findings);
    let mut placing = Placing::new(
        &records,
        coordinates.as_ref(),
        settings.crs.as_ref(),
        settings.decimal,
        working,
        file,
        findings,
    )?;
    let id = id?;
    for record in &records.rows {
        let place = placing.place(record, findings);
        let Some(id) = record.text(Some(id)) else {
            findings.add(
                file.finding(Rule::IdMissing, "no id; the row was not used")
                    .at(record.row)
                    .field(&id_name.name),
            );
            continue;
        };
        masts.push(Mast {
            id: id.to_owned(),
            place,
            operator: record.text(operator).map(str::to_owned),
            radio_network: record.text(radio_network).map(str::to_owned),
            origin: Origin { source, row: record.row },
        });
    }
    placing.finish(findings);
    Some(())
}
