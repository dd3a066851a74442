//! `indicators`: every indicator of every unit; and `indicator_values`, the same as a table that
//! `beredd score` reads.

use crate::ingest::Inputs;
use crate::model::framework::{Asked, Framework, IndicatorIdx};
use crate::model::indicator::Reading;
use crate::readiness::Assessment;
use crate::readiness::composite::Composite;
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::score::AskedScores;
use crate::score::normalise::Normalised;
use crate::score::standing::{Standing, medians, standing};

/// One indicator of one unit.
pub struct IndicatorRow<'a> {
    unit: &'a str,
    asked: &'a Asked,
    indicator: IndicatorIdx,
    reading: Option<&'a Reading>,
    normalised: Option<&'a Normalised>,
    median: Option<f64>,
}

impl IndicatorRow<'_> {
    fn standing(&self) -> Option<Standing> {
        standing(self.normalised.filter(|n| !n.left_out)?, self.median)
    }

    fn no_score(&self) -> Option<&'static str> {
        match (self.asked.indicator(self.indicator), self.reading) {
            (None, _) => Some("not_asked"),
            (_, None) => None,
            (_, Some(reading)) if !reading.is_concerned() => Some("not_concerned"),
            (_, Some(reading)) if reading.value().is_none() => Some("nothing_known"),
            _ => None,
        }
    }
}

/// The columns of `indicators`, in order; `unit` is the name of the first and what it means.
pub fn columns<'a>(unit: (&str, &'static str)) -> Vec<Column<IndicatorRow<'a>>> {
    use Kind::{Number, Text};
    fn reading<'a>(
        name: &str,
        meaning: &'static str,
        of: fn(&Reading) -> Option<f64>,
    ) -> Column<IndicatorRow<'a>> {
        column(name, Number, meaning, move |r: &IndicatorRow<'a>| {
            Cell::of(r.reading.and_then(of), Cell::Number)
        })
    }
    fn normalised<'a>(
        name: &str,
        meaning: &'static str,
        of: fn(&Normalised) -> Option<f64>,
    ) -> Column<IndicatorRow<'a>> {
        column(name, Number, meaning, move |r: &IndicatorRow<'a>| {
            Cell::of(r.normalised.and_then(of), Cell::Number)
        })
    }
    let (unit, unit_meaning) = unit;
    vec![
        column(unit, Text, unit_meaning, |r: &IndicatorRow<'a>| Cell::text(r.unit)),
        column("indicator", Text, "See docs/indicators/.", |r: &IndicatorRow<'a>| {
            Cell::text(&r.asked.whole().indicator(r.indicator).id)
        }),
        column(
            "pillar",
            Text,
            "Where it counts: the group right below the index.",
            |r: &IndicatorRow<'a>| {
                let parent = r.asked.whole().parent_of_indicator(r.indicator);
                let pillar = r.asked.whole().pillar_of(parent).unwrap_or(Framework::ROOT);
                Cell::text(&r.asked.whole().group(pillar).id)
            },
        ),
        reading(
            "value",
            "The best estimate in its own measure, of the known and the unknown together; a share is \
             0–1. Blank where nothing is known.",
            Reading::value,
        ),
        reading("value_low", "The lowest it can be; of sites, when every unknown is a no.", |v| {
            v.bounds().map(|bounds| bounds.0)
        }),
        reading(
            "value_high",
            "The highest it can be; of sites, when every unknown is a yes.",
            |v| v.bounds().map(|bounds| bounds.1),
        ),
        reading(
            "known_share",
            "Of how large a part it is known; blank where it is not about the unit.",
            |v| v.is_concerned().then(|| v.known().value()),
        ),
        normalised("normalised", "The value on 0–100, between its goalposts.", |n| {
            n.value.map(|score| score.value())
        }),
        column("weight", Number, "Within its group.", |r: &IndicatorRow<'a>| {
            Cell::Number(r.asked.whole().indicator(r.indicator).weight.value())
        }),
        normalised("normalised_low", "On 0–100, when the unknown falls badly.", |n| {
            (!n.left_out).then(|| n.low.value())
        }),
        normalised("normalised_high", "On 0–100, when the unknown falls well.", |n| {
            (!n.left_out).then(|| n.high.value())
        }),
        column(
            "weight_in_index",
            Number,
            "Its share of all weight of what is asked, 0–1.",
            |r: &IndicatorRow<'a>| {
                let asked = r.asked.part().zip(r.asked.indicator(r.indicator));
                Cell::of(asked, |(part, i)| Cell::Number(part.weight_in_index(i).value()))
            },
        ),
        column(
            "region_median",
            Number,
            "The middle of all units on 0–100.",
            |r: &IndicatorRow<'a>| Cell::of(r.median, Cell::Number),
        ),
        column(
            "standing",
            Text,
            "strength or weakness (10 points or more above or below the median, whatever the \
             unknowns are), typical, or unknown.",
            |r: &IndicatorRow<'a>| Cell::of(r.standing(), |s| Cell::text(s.name())),
        ),
        column(
            "outside_goalposts",
            Text,
            "Whether the value lies outside its goalposts and counts as the nearer one: yes or no.",
            |r: &IndicatorRow<'a>| {
                let outside = r.normalised.filter(|n| n.value.is_some()).map(|n| n.clamped);
                Cell::of(outside, |outside| Cell::text(if outside { "yes" } else { "no" }))
            },
        ),
        column(
            "no_score",
            Text,
            "Why there is no value: not_asked, where no source of the project can answer it; \
             not_concerned, where it is not about the unit; or nothing_known.",
            |r: &IndicatorRow<'a>| Cell::of(r.no_score(), Cell::text),
        ),
        reading(
            "estimate",
            "As value; also where nothing is known, for the score has to count with something.",
            Reading::estimate,
        ),
        reading(
            "estimate_sd",
            "The standard deviation of the truth around the estimate; blank where nobody states it.",
            Reading::spread,
        ),
    ]
}

/// Fills `indicators` of a run: sorted by municipality, then in the order of the framework.
pub fn municipalities(inputs: &Inputs, assessment: &Assessment) -> Table {
    let names = inputs.municipalities.iter().map(|m| m.code.as_str());
    of_run("indicators", MUNICIPALITY, names, &assessment.composite)
}

/// Fills `group_indicators`: sorted by group, then in the order of the framework.
pub fn groups(assessment: &Assessment) -> Table {
    let names = assessment.groups.iter().map(|group| group.name.as_str());
    of_run("group_indicators", GROUP, names, &assessment.group_composite)
}

/// The first column of tables about municipalities.
pub const MUNICIPALITY: (&str, &str) = ("municipality_code", "Always text.");
/// The first column of tables about groups.
pub const GROUP: (&str, &str) = ("group", "As the group column of the municipalities writes it.");
/// The first column of tables about units of any kind.
pub const UNIT: (&str, &str) = ("unit_id", "As the table of indicators writes it.");

fn of_run<'a>(
    table: &'static str,
    unit: (&str, &'static str),
    names: impl Iterator<Item = &'a str>,
    composite: &'a Composite,
) -> Table {
    let units = names.enumerate().map(|(i, name)| (name, composite.place(i)));
    fill(table, unit, units, &composite.scores)
}

/// Fills `indicators` of a table that was scored alone.
pub fn alone(scores: &AskedScores) -> Table {
    let units = scores.units.iter().enumerate();
    let units = units.map(|(place, unit)| (unit.id.as_str(), Some(place)));
    fill("indicators", UNIT, units, scores)
}

fn fill<'a>(
    table: &'static str,
    unit: (&str, &'static str),
    units: impl Iterator<Item = (&'a str, Option<usize>)>,
    scores: &'a AskedScores,
) -> Table {
    let asked = &scores.asked;
    let medians = scores.found.as_ref().map(|found| medians(&found.evaluation));
    let median = |i| medians.as_ref().and_then(|medians| medians[asked.indicator(i)?.0]);
    let rows = units.flat_map(|(unit, place)| {
        let median = &median;
        (0..asked.whole().indicators().len()).map(IndicatorIdx).map(move |i| IndicatorRow {
            unit,
            asked,
            indicator: i,
            reading: place.and_then(|place| scores.reading(i, place)),
            normalised: place.and_then(|place| scores.normalised(i, place)),
            median: median(i),
        })
    });
    Table::fill(table, &columns(unit), rows)
}

/// One municipality with everything that is computed of it.
pub struct ValuesRow<'a> {
    code: &'a str,
    name: &'a str,
    /// `None` of what is not asked, and of what is not about it.
    readings: Vec<Option<&'a Reading>>,
}

/// The columns of `indicator_values`: five for each of `ids`.
pub fn value_columns<'a>(ids: &[String]) -> Vec<Column<ValuesRow<'a>>> {
    use Kind::{Number, Text};
    let mut columns = vec![
        column("municipality_code", Text, "Always text.", |r: &ValuesRow<'a>| Cell::text(r.code)),
        column("name", Text, "As the file writes it.", |r: &ValuesRow<'a>| Cell::text(r.name)),
    ];
    type Part = (&'static str, &'static str, fn(&Reading) -> Option<f64>);
    let parts: [Part; 5] = [
        (
            "",
            "The best estimate of the indicator in its own measure, of the known and the unknown \
             together; a share is 0–1.",
            Reading::estimate,
        ),
        ("_low", "The lowest it can be.", |v| v.bounds().map(|b| b.0)),
        ("_high", "The highest it can be.", |v| v.bounds().map(|b| b.1)),
        (
            "_known",
            "Of how large a part it is known. Where all five are blank, the indicator is not about \
             the municipality; where they are for all municipalities, it is not asked.",
            |v| Some(v.known().value()),
        ),
        (
            "_sd",
            "The standard deviation of the truth around the estimate; blank where nobody states it.",
            Reading::spread,
        ),
    ];
    for (i, id) in ids.iter().enumerate() {
        for (ending, meaning, of) in parts {
            columns.push(column(
                format!("{id}{ending}"),
                Number,
                meaning,
                move |r: &ValuesRow<'a>| Cell::of(r.readings[i].and_then(of), Cell::Number),
            ));
        }
    }
    columns
}

/// Fills `indicator_values`: the municipalities with sites, sorted by code; every indicator that
/// is computed, then the municipalities' own.
pub fn values(inputs: &Inputs, assessment: &Assessment) -> Table {
    let units = inputs.municipalities.iter().zip(&assessment.municipalities).enumerate();
    let composite = &assessment.composite;
    let rows = units.filter(|(_, (_, unit))| unit.sites > 0).map(|(i, (m, _))| {
        let computed = assessment.computed_asked.iter().enumerate();
        let computed =
            computed.map(|(place, asked)| if *asked { composite.computed(i, place) } else { None });
        let own = inputs.own_indicators.iter().map(|own| Some(&own.readings[i]));
        ValuesRow { code: m.code.as_str(), name: &m.name, readings: computed.chain(own).collect() }
    });
    let mut ids = crate::readiness::composite::computed(&assessment.services);
    ids.extend(inputs.own_indicators.iter().map(|own| own.id.clone()));
    Table::fill("indicator_values", &value_columns(&ids), rows)
}
