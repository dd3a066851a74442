//! A table of indicators: what is known of each for each unit.

use crate::model::source::SourceIdx;
use crate::units::Share;

/// Something that is compared with others: a municipality, a group of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Unique.
    pub id: String,
    /// For people; the id where none is given.
    pub name: String,
}

/// What is known of one indicator for one unit: finite numbers, `low ≤ estimate ≤ high`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    estimate: Option<f64>,
    spread: Option<f64>,
    bounds: Option<(f64, f64)>,
    known: Option<Share>,
    not_concerned: bool,
}

/// Half the base of a symmetric triangular distribution, in standard deviations: √6.
const TRIANGLE: f64 = 2.449_489_742_783_178;

impl Reading {
    /// The indicator is not about the unit at all, such as a service for care homes where there are
    /// none: not unknown, but without meaning.
    pub fn not_concerned() -> Self {
        Self { not_concerned: true, ..Self::default() }
    }

    /// Whether the indicator is about the unit.
    pub fn is_concerned(&self) -> bool {
        !self.not_concerned
    }

    /// A value that is known for certain.
    pub fn certain(value: f64) -> Option<Self> {
        Self::new(Some(value), None, None)
    }

    /// Refuses numbers that are not finite, and an estimate outside its bounds.
    pub fn new(
        estimate: Option<f64>,
        bounds: Option<(f64, f64)>,
        known: Option<Share>,
    ) -> Option<Self> {
        let finite = estimate.is_none_or(f64::is_finite)
            && bounds.is_none_or(|(low, high)| low.is_finite() && high.is_finite() && low <= high);
        let inside = match (estimate, bounds) {
            (Some(estimate), Some((low, high))) => low <= estimate && estimate <= high,
            _ => true,
        };
        let reading = Self { estimate, spread: None, bounds, known, not_concerned: false };
        (finite && inside).then_some(reading)
    }

    /// The same with the standard deviation of the truth around the estimate. Refuses what is
    /// negative or not finite.
    pub fn with_spread(self, deviation: f64) -> Option<Self> {
        let usable = deviation.is_finite() && deviation >= 0.0;
        usable.then_some(Self { spread: Some(deviation), ..self })
    }

    /// The best estimate, of the known and the unknown together; absent where nobody makes one.
    pub fn estimate(&self) -> Option<f64> {
        self.estimate
    }

    /// The estimate where it rests on something known; absent where nothing is.
    pub fn value(&self) -> Option<f64> {
        self.estimate.filter(|_| self.known().value() > 0.0)
    }

    /// The standard deviation of the truth around the estimate, where it is stated.
    pub fn spread(&self) -> Option<f64> {
        self.spread
    }

    /// The lowest and the highest it can be; absent where nothing bounds it. Of an estimate
    /// without bounds, the estimate itself.
    pub fn bounds(&self) -> Option<(f64, f64)> {
        self.bounds.or(self.estimate.map(|value| (value, value)))
    }

    /// The part of the bounds in which it is to be looked for: as far from the estimate as a
    /// triangular distribution of the stated spread reaches; all of it where no spread is stated.
    pub fn plausible(&self) -> Option<(f64, f64)> {
        let (low, high) = self.bounds()?;
        Some(match (self.estimate, self.spread) {
            (Some(estimate), Some(spread)) => {
                let reach = TRIANGLE * spread;
                (low.max(estimate - reach), high.min(estimate + reach))
            }
            _ => (low, high),
        })
    }

    /// Of how large a part it is known: what is stated; else all with a value, nothing without.
    pub fn known(&self) -> Share {
        let all = Share::new(1.0).expect("a share");
        let none = Share::new(0.0).expect("a share");
        self.known.unwrap_or(if self.estimate.is_some() { all } else { none })
    }
}

/// An indicator that municipalities bring themselves, such as a self-assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnIndicator {
    /// Its id in the framework.
    pub id: String,
    /// The table it was read from.
    pub source: SourceIdx,
    /// One a municipality, in the order of the run; unknown where the table has no row for it.
    pub readings: Vec<Reading>,
    /// The row of each municipality in the table.
    pub rows: Vec<Option<u64>>,
}

/// Indicators of a framework, unit by unit.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorTable {
    units: Vec<Unit>,
    readings: Vec<Vec<Reading>>,
}

impl IndicatorTable {
    /// Units, and for each indicator of a framework one reading a unit.
    ///
    /// # Panics
    ///
    /// When a column is not as long as the list of units.
    pub fn new(units: Vec<Unit>, readings: Vec<Vec<Reading>>) -> Self {
        assert!(readings.iter().all(|column| column.len() == units.len()), "a reading a unit");
        Self { units, readings }
    }

    /// The units, in their order.
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The readings: for each indicator in the order of the framework, one a unit.
    pub fn readings(&self) -> &[Vec<Reading>] {
        &self.readings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_finite_and_within_its_bounds() {
        assert!(Reading::new(Some(f64::NAN), None, None).is_none());
        assert!(Reading::new(Some(3.0), Some((0.0, 2.0)), None).is_none());
        assert!(Reading::new(None, Some((2.0, 0.0)), None).is_none());
        let certain = Reading::certain(2.0).expect("finite");
        assert_eq!((certain.bounds(), certain.known().value()), (Some((2.0, 2.0)), 1.0));
        let unknown = Reading::default();
        assert_eq!((unknown.bounds(), unknown.known().value()), (None, 0.0));
    }

    #[test]
    fn an_estimate_of_nothing_known_is_no_value() {
        let bounds = Some((0.0, 1.0));
        let guess = Reading::new(Some(0.5), bounds, Share::new(0.0)).expect("inside");
        assert_eq!((guess.estimate(), guess.value()), (Some(0.5), None));
        let known = Reading::new(Some(0.5), bounds, Share::new(0.1)).expect("inside");
        assert_eq!(known.value(), Some(0.5));
    }

    #[test]
    fn a_spread_narrows_what_is_plausible_and_not_what_is_possible() {
        let reading = Reading::new(Some(0.9), Some((0.2, 1.0)), None).expect("inside");
        assert_eq!(reading.plausible(), Some((0.2, 1.0)));
        let spread = reading.with_spread(0.1).expect("finite");
        assert_eq!(spread.bounds(), Some((0.2, 1.0)));
        let (low, high) = spread.plausible().expect("bounds");
        assert!((low - (0.9 - 0.1 * 6f64.sqrt())).abs() < 1e-12);
        assert_eq!(high, 1.0);
        assert!(reading.with_spread(f64::NAN).is_none() && reading.with_spread(-1.0).is_none());
    }
}
