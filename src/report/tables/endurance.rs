//! `endurance`: sites with service, hours after grid power was lost.

use crate::ingest::Inputs;
use crate::model::municipality::Municipality;
use crate::readiness::Assessment;
use crate::readiness::curve::CurvePoint;
use crate::report::table::{Cell, Column, Kind, Table, column};

/// One municipality and hour.
pub struct Row<'a> {
    municipality: &'a Municipality,
    point: &'a CurvePoint,
}

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<Row<'a>>> {
    use Kind::{Integer, Number, Text};
    vec![
        column("municipality_code", Text, "The municipality.", |r: &Row<'a>| {
            Cell::text(r.municipality.code.as_str())
        }),
        column(
            "hours",
            Number,
            "Hours since grid power was lost everywhere. What lasts exactly so long still counts.",
            |r: &Row<'a>| Cell::Number(r.point.hours.value()),
        ),
        column("sites", Integer, "Its sites.", |r: &Row<'a>| Cell::count(r.point.sites)),
        column("with_service", Integer, "Sites with some service left.", |r: &Row<'a>| {
            Cell::count(r.point.with_service)
        }),
        column(
            "without_service",
            Integer,
            "Sites with none; those that never had any among them.",
            |r: &Row<'a>| Cell::count(r.point.without_service),
        ),
        column("unknown", Integer, "Sites of which it is not known.", |r: &Row<'a>| {
            Cell::count(r.point.unknown)
        }),
    ]
}

/// Fills the table: sorted by municipality and hour.
pub fn endurance(inputs: &Inputs, assessment: &Assessment) -> Table {
    let rows = assessment
        .curves
        .iter()
        .map(|point| Row { municipality: &inputs.municipalities[point.municipality], point });
    Table::fill("endurance", &columns(), rows)
}
