//! `endurance`: sites with service, hours after grid power was lost.

use crate::ingest::Inputs;
use crate::readiness::Assessment;
use crate::readiness::curve::CurvePoint;
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::report::tables::indicator::{GROUP, MUNICIPALITY};

/// One unit and hour.
pub struct Row<'a> {
    unit: &'a str,
    point: CurvePoint,
}

/// The columns, in order; `unit` is the name of the first and what it means.
pub fn columns<'a>(unit: (&str, &'static str)) -> Vec<Column<Row<'a>>> {
    use Kind::{Integer, Number, Text};
    vec![
        column(unit.0, Text, unit.1, |r: &Row<'a>| Cell::text(r.unit)),
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
    let rows = assessment.curves.iter().map(|point| Row {
        unit: inputs.municipalities[point.municipality].code.as_str(),
        point: *point,
    });
    Table::fill("endurance", &columns(MUNICIPALITY), rows)
}

/// Fills `group_endurance`: sorted by group and hour.
pub fn groups(assessment: &Assessment) -> Table {
    let rows = assessment.groups.iter().flat_map(|group| {
        let mut sums: Vec<CurvePoint> = Vec::new();
        for member in &group.members {
            let own = assessment.curves.iter().filter(|point| point.municipality == *member);
            // Every municipality with sites has the same hours.
            for (i, point) in own.enumerate() {
                match sums.get_mut(i) {
                    None => sums.push(*point),
                    Some(sum) => {
                        sum.sites += point.sites;
                        sum.with_service += point.with_service;
                        sum.without_service += point.without_service;
                        sum.unknown += point.unknown;
                    }
                }
            }
        }
        sums.into_iter().map(|point| Row { unit: &group.name, point })
    });
    Table::fill("group_endurance", &columns(GROUP), rows)
}
