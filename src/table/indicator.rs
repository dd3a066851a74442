//! `indicators`: every indicator of every unit; and `indicator_values`, the same as a table that
//! `beredd score` reads.

use crate::ingest::Inputs;
use crate::model::framework::{Asked, Framework, IndicatorIdx};
use crate::model::indicator::Reading;
use crate::readiness::Assessment;
use crate::readiness::composite::{Composite, computed};
use crate::score::AskedScores;
use crate::score::standing::{Standing, medians, standing};
use crate::table::{Cell, Holds, Part, Shape, Spread, Thing, UnitId, Value, table};
use crate::units::Score;
use crate::words::codes;

codes! {
    /// Why an indicator has no value.
    pub enum NoValue: "no-value" {
        /// No source of the project can answer it.
        NotAsked = "not_asked",
        /// It is not about the unit.
        NotConcerned = "not_concerned",
        /// Nothing is known.
        NothingKnown = "nothing_known",
    }
}

table! {
    /// One indicator of one unit.
    pub struct IndicatorRow in "indicators" {
        unit: UnitId,
        indicator: String as Holds::Id,
        pillar: String as Holds::Id,
        value: Option<f64>,
        value_low: Option<f64>,
        value_high: Option<f64>,
        known_share: Option<f64> as Holds::Share,
        normalised: Option<Score>,
        weight: f64,
        normalised_low: Option<Score>,
        normalised_high: Option<Score>,
        weight_in_index: Option<f64>,
        region_median: Option<f64> as Holds::Points,
        standing: Option<Standing>,
        outside_goalposts: Option<bool>,
        no_score: Option<NoValue>,
        estimate: Option<f64>,
        estimate_sd: Option<f64>,
    }

    /// One municipality with everything that is computed of it.
    pub struct ValuesRow in "indicator_values" {
        municipality_code: String as Holds::Id,
        name: String,
        values: Spread<OwnReading>,
    }
}

/// The rows of `indicators` of municipalities: by municipality, then in the order of the framework.
pub fn municipalities(inputs: &Inputs, assessment: &Assessment) -> Vec<IndicatorRow> {
    of_run(inputs.municipalities.iter().map(|m| m.code.as_str()), &assessment.composite)
}

/// The rows of `group_indicators`: by group, then in the order of the framework.
pub fn groups(assessment: &Assessment) -> Vec<IndicatorRow> {
    of_run(assessment.groups.iter().map(|group| group.name.as_str()), &assessment.group_composite)
}

fn of_run<'a>(names: impl Iterator<Item = &'a str>, composite: &'a Composite) -> Vec<IndicatorRow> {
    rows(names.enumerate().map(|(i, name)| (name, composite.place(i))), &composite.scores)
}

/// The rows of `indicators` of a table that was scored alone.
pub fn alone(scores: &AskedScores) -> Vec<IndicatorRow> {
    let units = scores.units.iter().enumerate();
    rows(units.map(|(place, unit)| (unit.id.as_str(), Some(place))), scores)
}

fn rows<'a>(
    units: impl Iterator<Item = (&'a str, Option<usize>)>,
    scores: &'a AskedScores,
) -> Vec<IndicatorRow> {
    let asked = &scores.asked;
    let medians = scores.found.as_ref().map(|found| medians(&found.evaluation));
    let median = |i| medians.as_ref().and_then(|medians| medians[asked.indicator(i)?.0]);
    let rows = units.flat_map(|(unit, place)| {
        let median = &median;
        (0..asked.whole().indicators().len())
            .map(IndicatorIdx)
            .map(move |i| row(unit, scores, i, place, median(i)))
    });
    rows.collect()
}

fn row(
    unit: &str,
    scores: &AskedScores,
    i: IndicatorIdx,
    place: Option<usize>,
    region_median: Option<f64>,
) -> IndicatorRow {
    let asked = &scores.asked;
    let whole = asked.whole();
    let reading = place.and_then(|place| scores.reading(i, place));
    let bounds = reading.and_then(Reading::bounds);
    let normalised = place.and_then(|place| scores.normalised(i, place));
    let counted = normalised.filter(|n| !n.left_out);
    let pillar = whole.pillar_of(whole.parent_of_indicator(i)).unwrap_or(Framework::ROOT);
    let in_part = asked.part().zip(asked.indicator(i));
    IndicatorRow {
        unit: unit.into(),
        indicator: whole.indicator(i).id.clone(),
        pillar: whole.group(pillar).id.clone(),
        value: reading.and_then(Reading::value),
        value_low: bounds.map(|bounds| bounds.0),
        value_high: bounds.map(|bounds| bounds.1),
        known_share: reading.filter(|v| v.is_concerned()).map(|v| v.known().value()),
        normalised: normalised.and_then(|n| n.value),
        weight: whole.indicator(i).weight.value(),
        normalised_low: counted.map(|n| n.low),
        normalised_high: counted.map(|n| n.high),
        weight_in_index: in_part.map(|(part, i)| part.weight_in_index(i).value()),
        region_median,
        standing: counted.and_then(|n| standing(n, region_median)),
        outside_goalposts: normalised.filter(|n| n.value.is_some()).map(|n| n.clamped),
        no_score: no_value(asked, i, reading),
        estimate: reading.and_then(Reading::estimate),
        estimate_sd: reading.and_then(Reading::spread),
    }
}

fn no_value(asked: &Asked, i: IndicatorIdx, reading: Option<&Reading>) -> Option<NoValue> {
    match (asked.indicator(i), reading) {
        (None, _) => Some(NoValue::NotAsked),
        (_, None) => None,
        (_, Some(reading)) if !reading.is_concerned() => Some(NoValue::NotConcerned),
        (_, Some(reading)) if reading.value().is_none() => Some(NoValue::NothingKnown),
        _ => None,
    }
}

/// What is known of one indicator in its own measure; all blank of what is not asked, and of what
/// is not about the unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OwnReading {
    /// The best estimate, of the known and the unknown together.
    pub estimate: Option<f64>,
    /// The lowest it can be.
    pub low: Option<f64>,
    /// The highest it can be.
    pub high: Option<f64>,
    /// Of how large a part it is known.
    pub known: Option<f64>,
    /// The standard deviation of the truth around the estimate.
    pub sd: Option<f64>,
}

impl OwnReading {
    fn of(reading: &Reading) -> Self {
        let bounds = reading.bounds();
        Self {
            estimate: reading.estimate(),
            low: bounds.map(|bounds| bounds.0),
            high: bounds.map(|bounds| bounds.1),
            known: Some(reading.known().value()),
            sd: reading.spread(),
        }
    }
}

impl Part for OwnReading {
    const LIST: &'static str = "of-indicator";
    const COLUMNS: &'static [(&'static str, &'static str, Holds)] = &[
        ("", "whole", Holds::Number),
        ("_low", "low", Holds::Number),
        ("_high", "high", Holds::Number),
        ("_known", "known", Holds::Share),
        ("_sd", "sd", Holds::Number),
    ];

    fn cells(&self) -> Vec<Cell> {
        [self.estimate, self.low, self.high, self.known, self.sd].iter().map(Value::cell).collect()
    }

    fn read(cells: &[&str]) -> Option<Self> {
        let [estimate, low, high, known, sd] = [0, 1, 2, 3, 4].map(|i| Option::read(cells[i]));
        Some(Self { estimate: estimate?, low: low?, high: high?, known: known?, sd: sd? })
    }
}

/// The shape of `indicator_values` with these indicators.
pub fn values_shape(indicators: Vec<Thing>) -> Shape {
    Shape::of::<ValuesRow>().with(indicators)
}

/// The indicators that a run has values of: those that are computed, then the municipalities' own.
pub fn valued(inputs: &Inputs, assessment: &Assessment) -> Vec<Thing> {
    let own = inputs.own_indicators.iter().map(|own| own.id.as_str());
    let computed = computed(&assessment.services);
    computed.iter().map(String::as_str).chain(own).map(Thing::named_by_list).collect()
}

/// The rows of `indicator_values`: the municipalities with sites, by code.
pub fn values(inputs: &Inputs, assessment: &Assessment) -> Vec<ValuesRow> {
    let composite = &assessment.composite;
    let computed = computed(&assessment.services);
    let units = inputs.municipalities.iter().zip(&assessment.municipalities).enumerate();
    let rows = units.filter(|(_, (_, unit))| unit.sites > 0).map(|(i, (m, _))| {
        let asked = assessment.computed_asked.iter().enumerate();
        let readings =
            asked.map(|(place, asked)| if *asked { composite.computed(i, place) } else { None });
        let of_run = computed
            .iter()
            .zip(readings)
            .map(|(id, reading)| (id.clone(), reading.map(OwnReading::of).unwrap_or_default()));
        let own = inputs.own_indicators.iter();
        let own = own.map(|own| (own.id.clone(), OwnReading::of(&own.readings[i])));
        ValuesRow {
            municipality_code: m.code.as_str().to_owned(),
            name: m.name.clone(),
            values: Spread(of_run.chain(own).collect()),
        }
    });
    rows.collect()
}
