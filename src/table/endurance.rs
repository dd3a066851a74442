//! `endurance`: sites with service, hours after grid power was lost.

use crate::ingest::Inputs;
use crate::readiness::Assessment;
use crate::readiness::curve::CurvePoint;
use crate::table::{UnitId, table};
use crate::units::Hours;

table! {
    /// One unit and hour.
    pub struct EnduranceRow in "endurance" {
        unit: UnitId,
        hours: Hours,
        sites: usize,
        with_service: usize,
        without_service: usize,
        unknown: usize,
    }
}

fn row(unit: &str, point: &CurvePoint) -> EnduranceRow {
    EnduranceRow {
        unit: unit.into(),
        hours: point.hours,
        sites: point.sites,
        with_service: point.with_service,
        without_service: point.without_service,
        unknown: point.unknown,
    }
}

/// The rows of `endurance`: by municipality and hour.
pub fn endurance(inputs: &Inputs, assessment: &Assessment) -> Vec<EnduranceRow> {
    let code = |point: &CurvePoint| inputs.municipalities[point.municipality].code.as_str();
    assessment.curves.iter().map(|point| row(code(point), point)).collect()
}

/// The rows of `group_endurance`: by group and hour.
pub fn groups(assessment: &Assessment) -> Vec<EnduranceRow> {
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
        sums.into_iter().map(|point| row(&group.name, &point)).collect::<Vec<_>>()
    });
    rows.collect()
}
