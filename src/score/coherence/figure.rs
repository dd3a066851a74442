//! Correlation and Cronbach's alpha of columns in which values are missing.
//!
//! In two passes, means first and deviations from them second: the shorter formula subtracts sums
//! of squares from each other and loses what it looks for.

use crate::score::change::NOISE;

/// With fewer units nothing is computed. A convention of this program: a few points lie near a line
/// by chance.
pub const UNITS_AT_LEAST: usize = 5;

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComputable {
    /// Fewer than [`UNITS_AT_LEAST`] units have all the values.
    TooFewUnits,
    /// Something that is compared is the same for every unit.
    Constant,
}

/// A figure without a unit of measure, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The figure, or why there is none.
    pub value: Result<f64, NotComputable>,
    /// The units that have all the values it needs.
    pub units: usize,
}

/// A value for each unit; `None` where there is none.
pub(super) type Column = Vec<Option<f64>>;

/// Pearson's correlation of two columns over the units that have both, −1 to 1.
pub(super) fn correlation(a: &Column, b: &Column) -> Figure {
    let rows = complete(&[a, b]);
    let (a, b) = (&rows[0], &rows[1]);
    let value = if a.len() < UNITS_AT_LEAST {
        Err(NotComputable::TooFewUnits)
    } else if is_constant(a) || is_constant(b) {
        Err(NotComputable::Constant)
    } else {
        let spread = products(a, a).sqrt() * products(b, b).sqrt();
        Ok((products(a, b) / spread).clamp(-1.0, 1.0))
    };
    Figure { value, units: a.len() }
}

/// Cronbach's alpha of two columns or more, over the units that have all of them:
/// k/(k−1) · (1 − Σ variances / variance of the sums). At most 1; below 0 where the columns speak
/// against each other.
pub(super) fn alpha(columns: &[&Column]) -> Figure {
    let rows = complete(columns);
    let units = rows.first().map_or(0, Vec::len);
    let sums: Vec<f64> = (0..units).map(|unit| rows.iter().map(|row| row[unit]).sum()).collect();
    let value = if units < UNITS_AT_LEAST {
        Err(NotComputable::TooFewUnits)
    } else if is_constant(&sums) {
        Err(NotComputable::Constant)
    } else {
        let k = rows.len() as f64;
        let apart: f64 = rows.iter().map(|row| products(row, row)).sum();
        Ok(k / (k - 1.0) * (1.0 - apart / products(&sums, &sums)))
    };
    Figure { value, units }
}

/// Whether a column is the same over all the units that another has as well.
pub(super) fn is_constant_where(column: &Column, other: &Column) -> bool {
    is_constant(&complete(&[column, other])[0])
}

/// The columns without the units that lack one of the values.
fn complete(columns: &[&Column]) -> Vec<Vec<f64>> {
    let units = columns.first().map_or(0, |column| column.len());
    let whole: Vec<usize> =
        (0..units).filter(|&unit| columns.iter().all(|column| column[unit].is_some())).collect();
    let of = |column: &Column| whole.iter().filter_map(|&unit| column[unit]).collect();
    columns.iter().map(|column| of(column)).collect()
}

/// Whether the values, in points, differ by rounding noise at most.
fn is_constant(values: &[f64]) -> bool {
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    highest - lowest <= NOISE
}

/// The sum of the products of two columns' deviations from their means.
fn products(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let (mut sum, mut of_a, mut of_b) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - mean_a, b - mean_b);
        sum += a * b;
        of_a += a;
        of_b += b;
    }
    // Deviations sum to 0 but for the rounding of the means; this takes that out again.
    sum - of_a * of_b / n
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn column(values: &[f64]) -> Column {
        values.iter().copied().map(Some).collect()
    }

    #[test]
    fn correlation_by_hand() {
        // Deviations −2 −1 0 1 2 and −1 −2 1 0 2: products 2 + 2 + 0 + 0 + 4 = 8; squares 10, 10
        let (a, b) = (column(&[1.0, 2.0, 3.0, 4.0, 5.0]), column(&[2.0, 1.0, 4.0, 3.0, 5.0]));
        let found = correlation(&a, &b);
        assert!((found.value.expect("computable") - 0.8).abs() < 1e-12);
        assert_eq!(found.units, 5);
    }

    #[test]
    fn units_without_a_value_are_left_out_and_few_units_say_nothing() {
        let mut a = column(&[1.0, 2.0, 3.0, 4.0, 5.0, 50.0, 7.0]);
        let mut b = column(&[2.0, 1.0, 4.0, 3.0, 5.0, 0.0, 90.0]);
        (a[5], b[6]) = (None, None);
        let found = correlation(&a, &b);
        assert!((found.value.expect("computable") - 0.8).abs() < 1e-12);
        assert_eq!(found.units, 5);
        a[0] = None;
        let few = Figure { value: Err(NotComputable::TooFewUnits), units: 4 };
        assert_eq!((correlation(&a, &b), alpha(&[&a, &b])), (few, few));
    }

    #[test]
    fn what_does_not_move_has_no_correlation() {
        let (a, b) = (column(&[1.0, 2.0, 3.0, 4.0, 5.0]), column(&[0.1 + 0.2, 0.3, 0.3, 0.3, 0.3]));
        assert_eq!(correlation(&a, &b).value, Err(NotComputable::Constant));
        let opposite = column(&[5.0, 4.0, 3.0, 2.0, 1.0]);
        assert_eq!(alpha(&[&a, &opposite]).value, Err(NotComputable::Constant));
        assert!(is_constant_where(&b, &a) && !is_constant_where(&a, &b));
    }

    #[test]
    fn alpha_by_hand() {
        // Squared deviations of the columns: 10, 10, and 50 − 14²/5 = 10.8; of the sums 4 5 9 12 14:
        // 462 − 44²/5 = 74.8.
        let (a, b) = (column(&[1.0, 2.0, 3.0, 4.0, 5.0]), column(&[2.0, 1.0, 4.0, 3.0, 5.0]));
        let c = column(&[1.0, 2.0, 2.0, 5.0, 4.0]);
        let found = alpha(&[&a, &b, &c]);
        assert!((found.value.expect("computable") - 1.5 * (1.0 - 30.8 / 74.8)).abs() < 1e-12);
        assert!((alpha(&[&a, &a, &a]).value.expect("computable") - 1.0).abs() < 1e-12);
        // Spearman and Brown: of two columns with equal variances alpha is 2r/(1 + r).
        assert!((alpha(&[&a, &b]).value.expect("computable") - 1.6 / 1.8).abs() < 1e-12);
    }

    #[test]
    fn a_small_spread_far_from_zero_is_not_lost() {
        let shifted = |values: [f64; 5]| column(&values.map(|v| 1e7 + v));
        let found =
            correlation(&shifted([1.0, 2.0, 3.0, 4.0, 5.0]), &shifted([2.0, 1.0, 4.0, 3.0, 5.0]));
        assert!((found.value.expect("computable") - 0.8).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn correlation_is_symmetric_and_blind_to_scale(
            pairs in proptest::collection::vec((0.0..100.0f64, 0.0..100.0f64), 5..40),
            factor in 0.1..10.0f64,
            shift in -50.0..50.0f64,
        ) {
            let (a, b): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
            let scaled = |by: f64| column(&a.iter().map(|v| by * v + shift).collect::<Vec<_>>());
            let (a, b) = (column(&a), column(&b));
            let r = correlation(&a, &b).value.expect("they move");
            prop_assert!((-1.0..=1.0).contains(&r));
            prop_assert_eq!(correlation(&b, &a).value, Ok(r));
            prop_assert!((correlation(&scaled(factor), &b).value.expect("moves") - r).abs() < 1e-9);
            prop_assert!((correlation(&scaled(-factor), &b).value.expect("moves") + r).abs() < 1e-9);
            prop_assert!((correlation(&a, &scaled(factor)).value.expect("moves") - 1.0).abs() < 1e-9);
        }
    }
}
