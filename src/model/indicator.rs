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

/// What is known of one indicator for one unit: finite numbers, `low ≤ value ≤ high`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    value: Option<f64>,
    bounds: Option<(f64, f64)>,
    known: Option<Share>,
    not_concerned: bool,
}

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

    /// Refuses numbers that are not finite, and a value outside its bounds.
    pub fn new(
        value: Option<f64>,
        bounds: Option<(f64, f64)>,
        known: Option<Share>,
    ) -> Option<Self> {
        let finite = value.is_none_or(f64::is_finite)
            && bounds.is_none_or(|(low, high)| low.is_finite() && high.is_finite() && low <= high);
        let inside = match (value, bounds) {
            (Some(value), Some((low, high))) => low <= value && value <= high,
            _ => true,
        };
        (finite && inside).then_some(Self { value, bounds, known, not_concerned: false })
    }

    /// From what is known; absent where nothing is.
    pub fn value(&self) -> Option<f64> {
        self.value
    }

    /// The lowest and the highest it can be; absent where nothing bounds it. Of a value without
    /// bounds, the value itself.
    pub fn bounds(&self) -> Option<(f64, f64)> {
        self.bounds.or(self.value.map(|value| (value, value)))
    }

    /// Of how large a part it is known: what is stated; else all with a value, nothing without.
    pub fn known(&self) -> Share {
        let all = Share::new(1.0).expect("a share");
        let none = Share::new(0.0).expect("a share");
        self.known.unwrap_or(if self.value.is_some() { all } else { none })
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
}
