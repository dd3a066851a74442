//! Strengths and weaknesses: where a unit stands in an indicator against the others.

use crate::score::evaluate::Evaluation;
use crate::score::normalise::Normalised;
use crate::words::codes;

codes! {
    /// How far from the middle a unit is, in one indicator.
    pub enum Standing: "standing" {
        /// Above the middle, whatever the unknowns are.
        Strength = "strength",
        /// Below it, whatever the unknowns are.
        Weakness = "weakness",
        /// Near it, or not for certain away from it.
        Typical = "typical",
        /// Nothing is known.
        Unknown = "unknown",
    }
}

/// From so many points off the middle on, a unit stands out: a tenth of the scale, an assumption.
pub const STANDS_OUT: f64 = 10.0;

/// The median of each indicator over the units of which it is known.
pub fn medians(evaluation: &Evaluation) -> Vec<Option<f64>> {
    let of = |column: &Vec<Normalised>| {
        median(column.iter().filter_map(|n| n.value).map(|score| score.value()).collect())
    };
    evaluation.indicators.iter().map(of).collect()
}

/// The middle value, or the mean of the two in the middle; `None` without values.
pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let lower = values[(values.len() - 1) / 2];
    Some(lower + (upper - lower) / 2.0)
}

/// Where a unit stands against the median; `None` where no unit has a value.
pub fn standing(unit: &Normalised, median: Option<f64>) -> Option<Standing> {
    let median = median?;
    Some(match unit.value {
        None => Standing::Unknown,
        Some(_) if unit.low.value() >= median + STANDS_OUT => Standing::Strength,
        Some(_) if unit.high.value() <= median - STANDS_OUT => Standing::Weakness,
        Some(_) => Standing::Typical,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::normalise::Plausible;
    use crate::units::{Score, Share};

    #[test]
    fn the_middle_of_an_even_number_is_between_two() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(vec![]), None);
    }

    #[test]
    fn only_what_is_certain_stands_out() {
        let of = |low: f64, value: f64, high: f64| {
            let score = |v| Score::clamped(v).unwrap();
            let known = Share::new(1.0).unwrap();
            let (left_out, clamped) = (false, false);
            let (low, high, estimate) = (score(low), score(high), score(value));
            let plausible = Plausible { low, high, median: Some(estimate) };
            let value = Some(estimate);
            standing(
                &Normalised { value, estimate, low, high, plausible, known, left_out, clamped },
                Some(50.0),
            )
        };
        assert_eq!(of(60.0, 70.0, 80.0), Some(Standing::Strength));
        assert_eq!(of(59.0, 70.0, 80.0), Some(Standing::Typical));
        assert_eq!(of(0.0, 20.0, 40.0), Some(Standing::Weakness));
    }
}
