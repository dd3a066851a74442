//! Estimates brought in line with their bounds, so that no unit is put below one that it is at
//! least as good as.
//!
//! An estimate is made from a unit's own sites, and a handful of them can say anything: of two
//! units with the same bounds one may be put lower because the few sites that odds were taken from
//! happened to be poor. So of every two units of which one is at least as good at both bounds, it
//! is at least as good in the estimate. Where it is not, both give way: an estimate becomes the
//! middle between the highest of the units it should not stand below and the lowest of those it
//! should not stand above. Where nothing contradicts, nothing changes.
//!
//! "At least as good" is asked of the indicator and of the facts it hangs on, whether a site is
//! connected and whether it has backup power: units that are alike in one and unlike in the others
//! are not alike.

use crate::model::requirement::Service;
use crate::readiness::fact::Fact;
use crate::readiness::indicator::computed_rest_on;
use crate::readiness::indicator::{BACKUP_24H, CONNECTED, IndicatorValue, SITE_INDICATORS};
use crate::units::Share;

/// Of every computed indicator, the indicators whose bounds are compared beside its own.
#[derive(Clone, Debug)]
pub struct Order {
    beside: Vec<Vec<usize>>,
}

impl Order {
    /// For the computed indicators.
    pub fn new(services: &[Service]) -> Self {
        let find = |id: &str| SITE_INDICATORS.iter().position(|indicator| indicator.id == id);
        let facts = [(Fact::Connection, find(CONNECTED)), (Fact::BackupPower, find(BACKUP_24H))];
        let of = |rests_on: Vec<Fact>| {
            let beside = facts.iter().filter(|(fact, _)| rests_on.contains(fact));
            beside.filter_map(|(_, place)| *place).collect()
        };
        Self { beside: computed_rest_on(services).into_iter().map(of).collect() }
    }

    /// The estimate of an indicator for one unit among all; `None` where it does not concern it.
    /// `values` tells the computed indicators of a unit.
    pub fn estimate<'a>(
        &self,
        indicator: usize,
        unit: usize,
        units: usize,
        values: impl Fn(usize) -> &'a [Option<IndicatorValue>],
    ) -> Option<Share> {
        let own = values(unit);
        let estimate = own[indicator]?.estimate.value();
        let (mut highest_below, mut lowest_above) = (estimate, estimate);
        for other in (0..units).filter(|other| *other != unit) {
            let other = values(other);
            let Some(value) = other[indicator] else { continue };
            if value.estimate.value() > highest_below && self.at_least(indicator, own, other) {
                highest_below = value.estimate.value();
            }
            if value.estimate.value() < lowest_above && self.at_least(indicator, other, own) {
                lowest_above = value.estimate.value();
            }
        }
        Share::new(0.5 * (highest_below + lowest_above))
    }

    /// Whether one unit is at least as good as another at both bounds.
    fn at_least(
        &self,
        indicator: usize,
        one: &[Option<IndicatorValue>],
        other: &[Option<IndicatorValue>],
    ) -> bool {
        let compared = self.beside[indicator].iter().chain([&indicator]);
        compared.into_iter().all(|&place| match (one[place], other[place]) {
            (Some(one), Some(other)) => one.low >= other.low && one.high >= other.high,
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_give_way_half() {
        let share = |value| Share::new(value).expect("a share");
        let value = |low, estimate, high| IndicatorValue {
            estimate: share(estimate),
            spread: 0.0,
            low: share(low),
            high: share(high),
            known: share(0.5),
        };
        let units = |connected: [f64; 3], own: [(f64, f64, f64); 3]| {
            let of = |(connected, (low, estimate, high)): (f64, (f64, f64, f64))| {
                let mut values = vec![None; SITE_INDICATORS.len()];
                values[0] = Some(value(connected, connected, connected));
                values[2] = Some(value(low, estimate, high));
                values
            };
            connected.into_iter().zip(own).map(of).collect::<Vec<_>>()
        };
        let order = Order::new(&[]);
        let estimates = |units: Vec<Vec<Option<IndicatorValue>>>| {
            [0, 1, 2].map(|unit| {
                order.estimate(2, unit, 3, |unit| &units[unit]).expect("concerned").value()
            })
        };
        let own = [(0.2, 0.3, 0.9), (0.1, 0.5, 0.8), (0.0, 0.1, 0.1)];
        let found = estimates(units([1.0, 1.0, 1.0], own));
        assert_eq!(found, [0.4, 0.4, 0.1]);
        // The first is not at least as good at being connected: then it may be estimated lower.
        assert_eq!(estimates(units([0.9, 1.0, 1.0], own)), [0.3, 0.5, 0.1]);
    }
}
