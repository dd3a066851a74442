//! Indicators that municipalities bring themselves, and faults in scoring told as findings.

use std::collections::HashMap;

use crate::findings::{Finding, Findings, Rule};
use crate::ingest::Inputs;
use crate::ingest::indicators::{self, IndicatorsInput};
use crate::ingest::provenance::Sources;
use crate::model::framework::{Framework, Goalposts, IndicatorIdx, Missing};
use crate::model::indicator::{OwnIndicator, Reading};
use crate::model::municipality::Municipality;
use crate::model::requirement::Service;
use crate::project::ScoreSettings;
use crate::readiness::composite::{self, Origin, Unfit};
use crate::score::evaluate::{Evaluation, Unusable};
use crate::score::normalise::NoPosts;
use crate::table::Thing;
use crate::table::list::columns_under;

/// Reads the municipalities' own indicators.
pub fn read_own(
    tables: &[IndicatorsInput],
    framework: &Framework,
    services: &[Service],
    municipalities: &[Municipality],
    sources: &mut Sources,
    findings: &mut Findings,
) -> Vec<OwnIndicator> {
    let computed = composite::computed(services);
    let wanted: Vec<&str> = framework.indicators().iter().map(|i| i.id.as_str()).collect();
    let places: HashMap<&str, usize> =
        municipalities.iter().enumerate().map(|(i, m)| (m.code.as_str(), i)).collect();
    let mut own: Vec<OwnIndicator> = Vec::new();
    for table in tables {
        let Some(read) = indicators::read(table, &wanted, sources, findings) else { continue };
        let file = &table.file;
        // Of each row the municipality it is about; codes lose their leading zero in spreadsheets.
        let place = |id: &str| places.get(id).or_else(|| places.get(format!("{id:0>4}").as_str()));
        let found: Vec<Option<usize>> =
            read.units.iter().map(|unit| place(&unit.id).copied()).collect();
        for ((unit, row), _) in
            read.units.iter().zip(&read.rows).zip(&found).filter(|(_, place)| place.is_none())
        {
            findings.add(
                file.finding(Rule::UnitUnknown, "no municipality of the project has this code")
                    .at(*row)
                    .field(&table.unit.name)
                    .value(&unit.id)
                    .hint("four digits, such as 1421; take rows about others out"),
            );
        }
        for (i, place) in found.iter().enumerate().filter(|(_, place)| place.is_some()) {
            if let Some(first) = found[..i].iter().position(|earlier| earlier == place) {
                let message = format!("row {} is about the same municipality", read.rows[first]);
                findings.add(
                    file.finding(Rule::IdDuplicate, message)
                        .at(read.rows[i])
                        .field(&table.unit.name)
                        .value(&read.units[i].id)
                        .hint("every municipality stands once; take the other row out"),
                );
            }
        }
        for (id, readings) in wanted.iter().zip(&read.readings) {
            let Some(readings) = readings else { continue };
            let is_computed = computed.iter().any(|computed| computed == id);
            if is_computed || own.iter().any(|earlier| earlier.id == *id) {
                let by = if is_computed { "beredd computes it" } else { "another table has it" };
                findings.add(
                    file.finding(Rule::IndicatorTwice, format!("{by} already"))
                        .field(*id)
                        .hint("give the column, and the [[indicator]], a name of its own"),
                );
                continue;
            }
            let mut of_municipality = vec![Reading::default(); municipalities.len()];
            let mut rows = vec![None; municipalities.len()];
            for (i, place) in found.iter().enumerate() {
                if let Some(place) = *place {
                    of_municipality[place] = readings[i];
                    rows[place] = Some(read.rows[i]);
                }
            }
            own.push(OwnIndicator {
                id: (*id).to_owned(),
                source: read.source,
                readings: of_municipality,
                rows,
            });
        }
    }
    own
}

/// Where every indicator of the framework comes from; faults are findings, and `None`.
pub fn origins(
    framework: &Framework,
    of: &str,
    services: &[Service],
    own: &[OwnIndicator],
    findings: &mut Findings,
) -> Option<Vec<Origin>> {
    let ids: Vec<&str> = own.iter().map(|own| own.id.as_str()).collect();
    composite::origins(framework, services, &ids)
        .map_err(|unfit| {
            let computed = composite::computed(services);
            for unfit in unfit {
                let (Unfit::Unknown(i) | Unfit::Direction(i)) = unfit;
                let id = &framework.indicator(i).id;
                let finding = match unfit {
                    Unfit::Unknown(_) => {
                        let near = computed
                            .iter()
                            .map(|known| (strsim::damerau_levenshtein(known, id), known))
                            .filter(|(steps, _)| *steps <= id.len() / 3)
                            .min();
                        let hint = match near {
                            Some((_, near)) => format!("did you mean {near}?"),
                            None => format!(
                                "name a column of a table in [[indicators]], or one of {}",
                                computed.join(", ")
                            ),
                        };
                        let message = "neither computed nor in any table of [[indicators]]";
                        Finding::new(Rule::IndicatorUnknown, of, message).hint(hint)
                    }
                    Unfit::Direction(_) => Finding::new(
                        Rule::IndicatorDirection,
                        of,
                        "beredd computes it, and more of it is better",
                    )
                    .hint("leave `better` out, or set better = \"higher\""),
                };
                findings.add(finding.field(id));
            }
        })
        .ok()
}

/// Pillars and own indicators that are named like a column that the tables of a run have already.
pub fn report_taken_columns(
    settings: &ScoreSettings,
    inputs: &Inputs,
    services: &[Service],
    findings: &mut Findings,
) {
    let framework = &settings.framework.framework;
    let mut ids = composite::computed(services);
    ids.extend(inputs.own_indicators.iter().map(|own| own.id.clone()));
    let valued = ids.iter().map(|id| Thing::named_by_list(id)).collect();
    let tables = columns_under(framework, valued);
    let mut taken: Vec<&String> = Vec::new();
    for columns in &tables {
        for (i, column) in columns.iter().enumerate() {
            if columns[..i].contains(column) && !taken.contains(&column) {
                taken.push(column);
            }
        }
    }
    for column in taken {
        let message = "a table of the result has a column of this name already";
        findings.add(
            Finding::new(Rule::ColumnTaken, settings.framework.dataset(), message)
                .field("id")
                .value(column)
                .hint("give the group or the indicator another id"),
        );
    }
}

/// What makes a framework unusable on a table, as findings. `row` tells the row of a unit, where
/// it has one.
pub fn report_unusable(
    framework: &Framework,
    dataset: &str,
    unusable: &[Unusable],
    row: impl Fn(usize, IndicatorIdx) -> Option<u64>,
    findings: &mut Findings,
) {
    for Unusable { indicator, why } in unusable {
        let finding = match why {
            NoPosts::OneValue(value) => {
                let found = match value {
                    Some(value) => format!("the only value in the table is {value}"),
                    None => "the table has no value".to_owned(),
                };
                let message = format!("observed goalposts need two different values; {found}");
                Finding::new(Rule::GoalpostsEqual, dataset, message)
                    .hint("state the goalposts as two numbers, such as [0.0, 1.0]")
            }
            NoPosts::NotPositive(unit, value) => {
                let message = "a logarithmic scale needs values above 0";
                let finding = Finding::new(Rule::ValueNotPositive, dataset, message)
                    .value(value.to_string())
                    .hint("set scale = \"linear\", or leave the cell blank where it is not known");
                match row(*unit, *indicator) {
                    Some(row) => finding.at(row),
                    None => finding,
                }
            }
        };
        findings.add(finding.field(&framework.indicator(*indicator).id));
    }
}

/// Values that a framework refuses to do without.
pub fn report_missing(
    framework: &Framework,
    dataset: &str,
    indicator: IndicatorIdx,
    readings: &[Reading],
    row: impl Fn(usize) -> Option<u64>,
    findings: &mut Findings,
) {
    let spec = framework.indicator(indicator);
    if spec.missing != Missing::Fail {
        return;
    }
    for (unit, _) in readings.iter().enumerate().filter(|(_, r)| r.value().is_none()) {
        let message = "blank, and the framework says missing = \"fail\"";
        let finding = Finding::new(Rule::ValueMissing, dataset, message)
            .field(&spec.id)
            .hint("fill it in, or set missing = \"interval\"");
        findings.add(match row(unit) {
            Some(row) => finding.at(row),
            None => finding,
        });
    }
}

/// Values outside their goalposts, one finding each.
pub fn report_clamped(
    framework: &Framework,
    dataset: &str,
    indicator: IndicatorIdx,
    readings: &[Reading],
    evaluation: &Evaluation,
    row: impl Fn(usize) -> Option<u64>,
    findings: &mut Findings,
) {
    let spec = framework.indicator(indicator);
    let Goalposts::Fixed { low, high, .. } = spec.goalposts else { return };
    for (unit, normalised) in evaluation.indicators[indicator.0].iter().enumerate() {
        let (Some(value), Some(score)) = (readings[unit].value(), normalised.value) else {
            continue;
        };
        if normalised.clamped {
            let message =
                format!("outside the goalposts {low} and {high}; it counts as {}", score.value());
            let finding = Finding::new(Rule::ValueOutsideGoalposts, dataset, message)
                .field(&spec.id)
                .value(value.to_string())
                .hint("check the unit of the column; or move the goalposts");
            findings.add(match row(unit) {
                Some(row) => finding.at(row),
                None => finding,
            });
        }
    }
}
