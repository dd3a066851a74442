//! Sums over whole columns, as they make means.
//!
//! Written so that the compiler can take several units at once: no branch depends on a value, and
//! logarithm and exponential are plain arithmetic.

use crate::model::framework::Mean;
use crate::score::mean::within_scale;

/// What a value counts as in the sum behind a mean.
#[inline(always)]
fn as_term(kind: Mean, offset: f64, value: f64) -> f64 {
    match kind {
        Mean::Arithmetic | Mean::Minimum => value,
        // The logarithm of 0 carries to the mean, which is then 0; so does its reciprocal.
        Mean::Geometric => ln(value + offset),
        Mean::Harmonic => 1.0 / (value + offset),
    }
}

/// The values of a column as they count in the sum behind a mean.
pub(crate) fn as_terms(kind: Mean, offset: f64, values: &[f64]) -> Vec<f64> {
    values.iter().map(|value| as_term(kind, offset, *value)).collect()
}

/// Writes the values of a column as they count in the sum behind a mean.
#[inline(always)]
pub(crate) fn to_terms(kind: Mean, offset: f64, values: &[f64], into: &mut [f64]) {
    into.copy_from_slice(values);
    in_terms(kind, offset, into);
}

/// Makes values what they count as in the sum behind a mean.
#[inline(always)]
pub(crate) fn in_terms(kind: Mean, offset: f64, values: &mut [f64]) {
    let values = values.iter_mut();
    match kind {
        Mean::Arithmetic | Mean::Minimum => {}
        Mean::Geometric => values.for_each(|v| *v = as_term(Mean::Geometric, offset, *v)),
        Mean::Harmonic => values.for_each(|v| *v = as_term(Mean::Harmonic, offset, *v)),
    }
}

/// Where the sum behind a mean begins.
pub(crate) fn nothing(kind: Mean) -> f64 {
    if kind == Mean::Minimum { f64::INFINITY } else { 0.0 }
}

/// How many columns are added in one pass.
pub(crate) const AT_ONCE: usize = 4;

/// Adds up to [`AT_ONCE`] weighted columns of terms.
#[inline(always)]
pub(crate) fn add_terms(sums: &mut [f64], columns: &[(&[f64], f64)]) {
    let units = sums.len();
    // Slices of one length, so that no place needs a check.
    match *columns {
        [] => {}
        [(a, u)] => {
            let a = &a[..units];
            for i in 0..units {
                sums[i] += u * a[i];
            }
        }
        [(a, u), (b, v)] => {
            let (a, b) = (&a[..units], &b[..units]);
            for i in 0..units {
                sums[i] += u * a[i] + v * b[i];
            }
        }
        [(a, u), (b, v), (c, w)] => {
            let (a, b, c) = (&a[..units], &b[..units], &c[..units]);
            for i in 0..units {
                sums[i] += u * a[i] + v * b[i] + w * c[i];
            }
        }
        [(a, u), (b, v), (c, w), (d, x)] => {
            let (a, b, c, d) = (&a[..units], &b[..units], &c[..units], &d[..units]);
            for i in 0..units {
                sums[i] += (u * a[i] + v * b[i]) + (w * c[i] + x * d[i]);
            }
        }
        _ => unreachable!("at most {AT_ONCE} columns"),
    }
}

/// Takes the lesser of a sum and a value.
#[inline(always)]
pub(crate) fn take_lesser(sums: &mut [f64], values: &[f64]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum = if value < sum { *value } else { *sum };
    }
}

/// Adds one weighted column of values.
#[inline(always)]
pub(crate) fn add_values(kind: Mean, offset: f64, sums: &mut [f64], values: &[f64], weight: f64) {
    let cells = sums.iter_mut().zip(values);
    match kind {
        Mean::Arithmetic => cells.for_each(|(sum, value)| *sum += weight * value),
        Mean::Geometric => {
            cells.for_each(|(sum, value)| *sum += weight * as_term(Mean::Geometric, offset, *value))
        }
        Mean::Harmonic => {
            cells.for_each(|(sum, value)| *sum += weight * as_term(Mean::Harmonic, offset, *value))
        }
        Mean::Minimum => take_lesser(sums, values),
    }
}

/// Adds one weighted column of terms, and its weight, where the child takes part.
#[inline(always)]
pub(crate) fn add_where_present(
    kind: Mean,
    sums: &mut [f64],
    weights: &mut [f64],
    (terms, weight): (&[f64], f64),
    present: &[bool],
) {
    let cells = sums.iter_mut().zip(weights).zip(terms).zip(present);
    for (((sum, weights), term), present) in cells {
        *weights += if *present { weight } else { 0.0 };
        *sum = match (kind, *present) {
            (_, false) => *sum,
            (Mean::Minimum, true) => sum.min(*term),
            (_, true) => *sum + weight * term,
        };
    }
}

/// From sums of terms whose weights are 1 together to means.
#[inline(always)]
pub(crate) fn finish(kind: Mean, offset: f64, sums: &mut [f64]) {
    let sums = sums.iter_mut();
    match kind {
        Mean::Arithmetic | Mean::Minimum => sums.for_each(|sum| *sum = within_scale(*sum)),
        Mean::Geometric => sums.for_each(|sum| *sum = within_scale(exp(*sum) - offset)),
        Mean::Harmonic => sums.for_each(|sum| *sum = within_scale(1.0 / *sum - offset)),
    }
}

/// Divides sums of terms by their weights; a unit without any has a sum that becomes anything.
#[inline(always)]
pub(crate) fn divide(kind: Mean, sums: &mut [f64], weights: &[f64]) {
    if kind != Mean::Minimum {
        sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum /= weight);
    }
}

/// The natural logarithm of a number that is not negative, within one unit in the last place;
/// of 0, and of what is not a normal number, −∞.
///
/// Source: the reduction and coefficients of `e_log.c` in FreeBSD's msun (Sun Microsystems, 1993),
/// without its branches.
#[inline(always)]
fn ln(x: f64) -> f64 {
    /// √½ with the lower half of its bits 0.
    const ROOT: u64 = 0x3fe6_a09e_0000_0000;
    const ONE: u64 = 0x3ff0_0000_0000_0000;
    /// 2⁵², whose last bit counts one.
    const UNIT: u64 = 0x4330_0000_0000_0000;
    // x = m·2^k with m between √½ and √2.
    let bits = x.to_bits().wrapping_add(ONE - ROOT);
    let k = f64::from_bits((bits >> 52) | UNIT) - (f64::from_bits(UNIT) + 1023.0);
    let m = f64::from_bits((bits & 0x000f_ffff_ffff_ffff).wrapping_add(ROOT));
    let f = m - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w
        * (0.399_999_999_994_094_2 + w * (0.222_221_984_321_497_84 + w * 0.153_138_376_992_093_73));
    let odd = z
        * (0.666_666_666_666_673_5
            + w * (0.285_714_287_436_623_9
                + w * (0.181_835_721_616_180_5 + w * 0.147_981_986_051_165_86)));
    let half = 0.5 * f * f;
    let low = k * 1.908_214_929_270_587_7e-10;
    let ln = k * 0.693_147_180_369_123_8 + ((s * (half + even + odd) + low - half) + f);
    if x < f64::MIN_POSITIVE { f64::NEG_INFINITY } else { ln }
}

/// The exponential of a number below 700, within some units in the last place; 0 below −708.
///
/// Source: the reduction and coefficients of `e_exp.c` in FreeBSD's msun (Sun Microsystems, 1993),
/// without its branches.
#[inline(always)]
fn exp(x: f64) -> f64 {
    /// 1.5·2⁵²: a sum with it has a whole number in its last bits.
    const WHOLE: f64 = 6_755_399_441_055_744.0;
    let tiny = x < -708.0;
    let x = x.max(-708.0);
    let shifted = x * std::f64::consts::LOG2_E + WHOLE;
    let k = shifted - WHOLE;
    let high = x - k * 0.693_147_180_369_123_8;
    let low = k * 1.908_214_929_270_587_7e-10;
    let r = high - low;
    let t = r * r;
    let c = r - t
        * (0.166_666_666_666_666_02
            + t * (-0.002_777_777_777_701_559_3
                + t * (6.613_756_321_437_934e-5
                    + t * (-1.653_390_220_546_525_2e-6 + t * 4.138_136_797_057_238_5e-8))));
    let y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
    let power = f64::from_bits((shifted.to_bits() << 52).wrapping_add(1023 << 52));
    let exp = y * power;
    if tiny { 0.0 } else { exp }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn at_the_edges() {
        assert_eq!(ln(0.0), f64::NEG_INFINITY);
        assert_eq!((ln(1.0), exp(0.0)), (0.0, 1.0));
        assert_eq!((exp(f64::NEG_INFINITY), exp(-709.0)), (0.0, 0.0));
        assert!(exp(-707.0) > 0.0);
    }

    proptest! {
        #[test]
        fn logarithm_and_exponential_are_those_of_the_library(
            x in prop_oneof![0.0..200.0f64, 0.9..1.1f64, 1e-300..1e-290f64, 1e100..1e300f64],
            y in -708.0..10.0f64,
        ) {
            prop_assert!((ln(x) - x.ln()).abs() <= 2.0 * f64::EPSILON * x.ln().abs(), "{x}");
            prop_assert!((exp(y) / y.exp() - 1.0).abs() <= 4.0 * f64::EPSILON, "{y}");
        }
    }
}
