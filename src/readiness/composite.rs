//! The score of municipalities and groups: what is known of their sites, and what they bring
//! themselves, under a framework.

use crate::model::framework::{Asked, Better, Framework, GroupIdx, IndicatorIdx};
use crate::model::indicator::{OwnIndicator, Reading, Unit};
use crate::model::requirement::Service;
use crate::readiness::fact::Declared;
use crate::readiness::indicator::computed_rest_on;
use crate::readiness::indicator::{IndicatorValue, SITE_INDICATORS, service_indicator};
use crate::readiness::order::Order;
use crate::readiness::unit::UnitAssessment;
use crate::score::evaluate::{GroupScore, Unusable};
use crate::score::{AskedScores, DrawSettings};
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

/// Of the indicators of a framework, those that are asked: the municipalities' own, and those that
/// rest on nothing that no source is declared for.
pub fn asked(
    framework: &Framework,
    origins: &[Origin],
    services: &[Service],
    declared: &Declared,
) -> Asked {
    let rest_on = computed_rest_on(services);
    Asked::new(framework.clone(), |indicator| {
        let place = framework.find_indicator(&indicator.id).expect("one of the framework's");
        match origins[place.0] {
            Origin::Sites(computed) => declared.has_all(&rest_on[computed]),
            Origin::Own(_) => true,
        }
    })
}

/// Where the indicators of the part that is asked come from, from those of the whole.
pub fn origins_of_part(asked: &Asked, origins: &[Origin]) -> Vec<Origin> {
    let is_asked = |place: &usize| asked.indicator(IndicatorIdx(*place)).is_some();
    (0..origins.len()).filter(is_asked).map(|place| origins[place]).collect()
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

impl IndicatorValue {
    /// As the score engine reads it, with an estimate that is in line with those of other units.
    pub fn reading(&self, estimate: Share) -> Reading {
        let bounds = Some((self.low.value(), self.high.value()));
        let estimate = estimate.value().clamp(self.low.value(), self.high.value());
        Reading::new(Some(estimate), bounds, Some(self.known))
            .and_then(|reading| reading.with_spread(self.spread))
            .expect("an estimate between its bounds")
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
    /// Of those with sites; the others have nothing to be scored by.
    pub scores: AskedScores,
    /// The place of each unit among them.
    places: Vec<Option<usize>>,
    /// Of each unit with sites, every computed indicator with an estimate in line with the others.
    computed: Vec<Vec<Option<Reading>>>,
}

/// Everything about one group of the framework for one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Its score with its bounds.
    pub score: GroupScore,
    /// 1 is best; equals share a rank; absent without a score.
    pub rank: Option<u32>,
    /// From the 5th to the 95th percentile of the ranks over the draws, and as far as the rank
    /// itself; absent without a score.
    pub rank_interval: Option<(u32, u32)>,
    /// How many units are ranked together.
    pub ranked: usize,
}

impl Composite {
    /// Scores units with sites. `origins` tells where the indicators of the part that is asked
    /// come from, in its order.
    pub fn new(
        asked: Asked,
        origins: &[Origin],
        order: &Order,
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
        let values = |unit: usize| &scored[unit].assessment.values[..];
        let computed: Vec<Vec<Option<Reading>>> = (0..scored.len())
            .map(|unit| {
                let reading = |(place, value): (usize, &Option<IndicatorValue>)| {
                    let estimate = order.estimate(place, unit, scored.len(), values);
                    value.as_ref().zip(estimate).map(|(value, estimate)| value.reading(estimate))
                };
                values(unit).iter().enumerate().map(reading).collect()
            })
            .collect();
        let readings = origins.iter().map(|origin| {
            let of_unit = |(unit, scored): (usize, &Scored<'_>)| match *origin {
                Origin::Sites(place) => {
                    computed[unit][place].unwrap_or_else(Reading::not_concerned)
                }
                Origin::Own(place) => scored.own[place],
            };
            scored.iter().enumerate().map(of_unit).collect()
        });
        let readings = readings.collect();
        let units = scored.iter().map(|scored| scored.unit.clone()).collect();
        let scores = AskedScores::new(asked, units, readings, settings)?;
        Ok(Self { scores, places, computed })
    }

    /// How a unit stands in a group of the framework; `None` without sites, and where the group
    /// is not asked.
    pub fn standing(&self, unit: usize, group: GroupIdx) -> Option<Standing> {
        let place = self.places[unit]?;
        let ranks = self.scores.ranks(group)?;
        Some(Standing {
            score: *self.scores.score(group, place)?,
            rank: self.scores.rank(group, place),
            rank_interval: ranks.rank_interval(place),
            ranked: ranks.among(),
        })
    }

    /// The place of a unit among those with sites.
    pub fn place(&self, unit: usize) -> Option<usize> {
        self.places[unit]
    }

    /// A computed indicator of a unit, asked or not; `None` without sites that it is about.
    pub fn computed(&self, unit: usize, indicator: usize) -> Option<&Reading> {
        self.computed[self.places[unit]?][indicator].as_ref()
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
