//! The score of municipalities and groups: what is known of their sites, and what they bring
//! themselves, under a framework.

use crate::model::framework::{Better, Framework, GroupIdx, IndicatorIdx};
use crate::model::indicator::{IndicatorTable, OwnIndicator, Reading, Unit};
use crate::model::requirement::Service;
use crate::readiness::indicator::{IndicatorValue, SITE_INDICATORS, service_indicator};
use crate::readiness::unit::UnitAssessment;
use crate::score::evaluate::{GroupScore, Unusable};
use crate::score::normalise::Normalised;
use crate::score::{DrawSettings, Scores, score};
use crate::units::Share;

/// Where the readings of an indicator come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The place in [`UnitAssessment::values`].
    Sites(usize),
    /// The place in the list of own indicators.
    Own(usize),
}

/// Why a framework cannot be used on a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Nobody has such an indicator.
    Unknown(IndicatorIdx),
    /// Every computed indicator is better when higher.
    Direction(IndicatorIdx),
}

/// The ids of every indicator that is computed, in the order of [`UnitAssessment::values`].
pub fn computed(services: &[Service]) -> Vec<String> {
    let of_sites = SITE_INDICATORS.iter().map(|indicator| indicator.id.to_owned());
    of_sites.chain(services.iter().map(service_indicator)).collect()
}

/// Where each indicator of a framework comes from, or everything that is wrong with it.
pub fn origins(
    framework: &Framework,
    services: &[Service],
    own: &[&str],
) -> Result<Vec<Origin>, Vec<Unfit>> {
    let computed = computed(services);
    let (mut origins, mut unfit) = (Vec::new(), Vec::new());
    for (i, indicator) in framework.indicators().iter().enumerate() {
        let of_sites = computed.iter().position(|id| *id == indicator.id);
        match (of_sites, own.iter().position(|id| *id == indicator.id)) {
            // Otherwise no way for the unknowns to fall would be worst for all indicators at once.
            (Some(_), _) if indicator.better == Better::Lower => {
                unfit.push(Unfit::Direction(IndicatorIdx(i)));
            }
            (Some(place), _) => origins.push(Origin::Sites(place)),
            (None, Some(place)) => origins.push(Origin::Own(place)),
            (None, None) => unfit.push(Unfit::Unknown(IndicatorIdx(i))),
        }
    }
    if unfit.is_empty() { Ok(origins) } else { Err(unfit) }
}

impl From<IndicatorValue> for Reading {
    fn from(value: IndicatorValue) -> Self {
        let bounds = Some((value.low.value(), value.high.value()));
        Self::new(value.value.map(|share| share.value()), bounds, Some(value.known))
            .expect("a share lies between its bounds")
    }
}

/// A unit to be scored.
pub struct Scored<'a> {
    /// Its id and name.
    pub unit: Unit,
    /// What is counted of its sites.
    pub assessment: &'a UnitAssessment,
    /// What it brings itself, in the order of the list of own indicators.
    pub own: Vec<Reading>,
}

/// The scores of a list of units.
#[derive(Clone, Debug)]
pub struct Composite {
    /// Of those with sites; the others have no score.
    pub scores: Scores,
    /// The place of each unit among them.
    places: Vec<Option<usize>>,
}

/// Everything about one group of the framework for one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Its score with its bounds.
    pub score: GroupScore,
    /// 1 is best; equals share a rank; absent without a score.
    pub rank: Option<u32>,
    /// The 5th percentile of the ranks over the draws.
    pub rank_low: u32,
    /// The 95th percentile of the ranks over the draws.
    pub rank_high: u32,
}

impl Composite {
    /// Scores units with sites; one without has nothing to be scored by.
    pub fn new(
        framework: &Framework,
        origins: &[Origin],
        units: Vec<Scored<'_>>,
        settings: DrawSettings,
    ) -> Result<Self, Vec<Unusable>> {
        let mut places = Vec::new();
        let mut scored: Vec<Scored<'_>> = Vec::new();
        for unit in units {
            let has_sites = unit.assessment.sites > 0;
            places.push(has_sites.then_some(scored.len()));
            if has_sites {
                scored.push(unit);
            }
        }
        let readings = origins.iter().map(|origin| {
            let of_unit = |unit: &Scored<'_>| match *origin {
                Origin::Sites(place) => {
                    unit.assessment.values[place].map_or_else(Reading::not_concerned, Reading::from)
                }
                Origin::Own(place) => unit.own[place],
            };
            scored.iter().map(of_unit).collect()
        });
        let readings = readings.collect();
        let table = IndicatorTable::new(scored.into_iter().map(|u| u.unit).collect(), readings);
        Ok(Self { scores: score(framework, table, settings)?, places })
    }

    /// How a unit stands in a group of the framework; `None` without sites.
    pub fn standing(&self, unit: usize, group: GroupIdx) -> Option<Standing> {
        let place = self.places[unit]?;
        let (rank_low, rank_high) = self.scores.ranks[group.0].rank_interval(place);
        Some(Standing {
            score: self.scores.evaluation.groups[group.0][place],
            rank: self.scores.evaluation.ranks[group.0][place],
            rank_low,
            rank_high,
        })
    }

    /// An indicator of a unit on 0–100; `None` without sites.
    pub fn normalised(&self, unit: usize, indicator: IndicatorIdx) -> Option<&Normalised> {
        Some(&self.scores.evaluation.indicators[indicator.0][self.places[unit]?])
    }

    /// An indicator of a unit in its own measure; `None` without sites.
    pub fn reading(&self, unit: usize, indicator: IndicatorIdx) -> Option<&Reading> {
        Some(&self.scores.table.readings()[indicator.0][self.places[unit]?])
    }

    /// The place of a unit among those that are scored.
    pub fn place(&self, unit: usize) -> Option<usize> {
        self.places[unit]
    }
}

/// What a group of municipalities brings: the weighted mean of what they bring, where it is known.
///
/// A municipality of which nothing is known may be anything between `between`: the goalposts, beyond
/// which a value counts no more.
pub fn own_of_group(
    own: &OwnIndicator,
    members: &[usize],
    weight: impl Fn(usize) -> f64,
    between: Option<(f64, f64)>,
) -> Reading {
    let (mut sum, mut with_value, mut known, mut weights) = (0.0, 0.0, 0.0, 0.0);
    let mut bounds = Some((0.0, 0.0));
    // A municipality without sites weighs nothing.
    for (reading, weight) in
        members.iter().map(|&m| (&own.readings[m], weight(m))).filter(|(_, weight)| *weight > 0.0)
    {
        weights += weight;
        if let Some(value) = reading.value() {
            sum += weight * value;
            with_value += weight;
        }
        known += weight * reading.known().value();
        bounds =
            bounds.zip(reading.bounds().or(between)).map(|((low, high), (own_low, own_high))| {
                (low + weight * own_low, high + weight * own_high)
            });
    }
    let Some((low, high)) = bounds.filter(|_| weights > 0.0) else { return Reading::default() };
    let (low, high) = (low / weights, high / weights);
    // The mean of the known ones may lie outside what all of them together allow, by rounding or
    // because those without a value have bounds.
    let value = (with_value > 0.0).then(|| (sum / with_value).clamp(low, high));
    let known = Share::new((known / weights).min(1.0));
    Reading::new(value, Some((low, high)), known).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::SourceIdx;

    #[test]
    fn who_has_not_answered_may_be_anything_between_the_goalposts() {
        let three = Reading::certain(3.0).expect("finite");
        let own = OwnIndicator {
            id: "maturity".to_owned(),
            source: SourceIdx(0),
            readings: vec![three, Reading::default(), Reading::default()],
            rows: vec![Some(2), None, None],
        };
        // The third has no sites.
        let weight = |municipality: usize| [3.0, 1.0, 0.0][municipality];
        let found = own_of_group(&own, &[0, 1, 2], weight, Some((0.0, 10.0)));
        assert_eq!(found.value(), Some(3.0));
        assert_eq!(found.bounds(), Some((9.0 / 4.0, 19.0 / 4.0)));
        assert_eq!(found.known().value(), 0.75);
        assert_eq!(own_of_group(&own, &[2], weight, Some((0.0, 10.0))), Reading::default());
    }
}
