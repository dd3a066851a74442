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
use crate::spelling::nearest;
use crate::table::Thing;
use crate::table::list::columns_under;
use crate::words::{Plain, Said, key};

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
                file.finding(Rule::UnitUnknown, key::FindingUnit)
                    .at(*row)
                    .field(&table.unit.name)
                    .value(&unit.id)
                    .hint(key::HintFourDigits),
            );
        }
        for (i, place) in found.iter().enumerate().filter(|(_, place)| place.is_some()) {
            if let Some(first) = found[..i].iter().position(|earlier| earlier == place) {
                let message = key::FindingSameMunicipality { row: Plain(read.rows[first]) };
                findings.add(
                    file.finding(Rule::IdDuplicate, message)
                        .at(read.rows[i])
                        .field(&table.unit.name)
                        .value(&read.units[i].id)
                        .hint(key::HintMunicipalityOnce),
                );
            }
        }
        for (id, readings) in wanted.iter().zip(&read.readings) {
            let Some(readings) = readings else { continue };
            let is_computed = computed.iter().any(|computed| computed == id);
            if is_computed || own.iter().any(|earlier| earlier.id == *id) {
                let message: Said = match is_computed {
                    true => key::FindingComputedAlready.into(),
                    false => key::FindingInTableAlready.into(),
                };
                findings.add(
                    file.finding(Rule::IndicatorTwice, message).field(*id).hint(key::HintOwnName),
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
                        let near = nearest(id, computed.iter().map(String::as_str));
                        let hint: Said = match near {
                            Some(near) => key::HintNear { near }.into(),
                            None => key::HintIndicator { computed: computed.join(", ") }.into(),
                        };
                        Finding::new(Rule::IndicatorUnknown, of, key::FindingIndicator).hint(hint)
                    }
                    Unfit::Direction(_) => {
                        Finding::new(Rule::IndicatorDirection, of, key::FindingDirection)
                            .hint(key::HintDirection)
                    }
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
        findings.add(
            Finding::new(Rule::ColumnTaken, settings.framework.dataset(), key::FindingColumnTaken)
                .field("id")
                .value(column)
                .hint(key::HintOtherId),
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
                let message: Said = match value {
                    Some(value) => key::FindingOneValue { value: value.to_string() }.into(),
                    None => key::FindingNoValue.into(),
                };
                Finding::new(Rule::GoalpostsEqual, dataset, message).hint(key::HintGoalposts)
            }
            NoPosts::NotPositive(unit, value) => {
                let rule = Rule::ValueNotPositive;
                let finding = Finding::new(rule, dataset, key::FindingNotPositive)
                    .value(value.to_string())
                    .hint(key::HintScale);
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
        let finding = Finding::new(Rule::ValueMissing, dataset, key::FindingValueMissing)
            .field(&spec.id)
            .hint(key::HintMissing);
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
            let (low, high, score) = (low.to_string(), high.to_string(), score.value());
            let message = key::FindingClamped { low, high, score };
            let finding = Finding::new(Rule::ValueOutsideGoalposts, dataset, message)
                .field(&spec.id)
                .value(value.to_string())
                .hint(key::HintClamped);
            findings.add(match row(unit) {
                Some(row) => finding.at(row),
                None => finding,
            });
        }
    }
}
