//! Quantities with their units in the type, so that no bare `f64` crosses a function boundary.
//!
//! Every constructor refuses what the quantity cannot be (NaN, infinite, negative where that has
//! no meaning), so code behind it never checks again.

/// Declares a non-negative, finite quantity with one unit.
macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $unit:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct $name(f64);

        impl $name {
            /// The unit as written in column names and texts.
            pub const UNIT: &'static str = $unit;
            /// Nothing of it.
            pub const ZERO: Self = Self(0.0);

            /// Accepts a finite value that is not negative.
            pub fn new(value: f64) -> Option<Self> {
                // `+ 0.0` turns -0.0 into 0.0, which otherwise prints as "-0".
                (value.is_finite() && value >= 0.0).then_some(Self(value + 0.0))
            }

            /// The bare number in the unit of the type.
            pub fn value(self) -> f64 {
                self.0
            }
        }

        impl Eq for $name {}

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> std::cmp::Ordering {
                self.0.total_cmp(&other.0)
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{} {}", self.0, Self::UNIT)
            }
        }
    };
}

quantity!(
    /// A distance or length in metres in the working CRS.
    Metres, "m"
);
quantity!(
    /// A download rate in Mbit/s.
    Mbps, "Mbit/s"
);
quantity!(
    /// A duration in hours.
    Hours, "h"
);
quantity!(
    /// A weight in a weighted mean; only the proportion to its siblings matters.
    Weight, ""
);

/// A part of a whole, 0..=1 by construction.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Share(f64);

impl Share {
    /// `part` of `whole`; `None` where the whole is empty or the part exceeds it.
    pub fn of(part: usize, whole: usize) -> Option<Self> {
        (whole > 0 && part <= whole).then(|| Self(part as f64 / whole as f64))
    }

    /// Accepts 0..=1.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value + 0.0))
    }

    /// The bare number, 0..=1.
    pub fn value(self) -> f64 {
        self.0
    }
}

/// A normalised value or a score, 0..=100 by construction.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Score(f64);

impl Score {
    /// The worst.
    pub const MIN: Self = Self(0.0);
    /// The best.
    pub const MAX: Self = Self(100.0);

    /// Accepts a finite value and clamps rounding noise of means into 0..=100.
    pub fn clamped(value: f64) -> Option<Self> {
        value.is_finite().then(|| Self(value.clamp(0.0, 100.0) + 0.0))
    }

    /// The bare number, 0..=100.
    pub fn value(self) -> f64 {
        self.0
    }

    /// A whole number for people, the same wherever it is shown: half is rounded up.
    pub fn rounded(self) -> u8 {
        // 0..=100 by construction, so the conversion is exact.
        self.0.round() as u8
    }
}

/// A difference between scores, or a part of one: finite, of either sign.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Points(f64);

impl Points {
    /// Nothing gained, nothing lost.
    pub const ZERO: Self = Self(0.0);

    /// Accepts a finite number.
    pub fn new(value: f64) -> Option<Self> {
        // `+ 0.0` turns -0.0 into 0.0, which otherwise prints as "-0".
        value.is_finite().then_some(Self(value + 0.0))
    }

    /// The bare number.
    pub fn value(self) -> f64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_refuse_what_they_cannot_be() {
        assert!(Metres::new(f64::NAN).is_none());
        assert!(Metres::new(f64::INFINITY).is_none());
        assert!(Mbps::new(-0.1).is_none());
        assert_eq!(Hours::new(-0.0).map(|h| h.to_string()).as_deref(), Some("0 h"));
    }

    #[test]
    fn shares_and_scores_stay_in_their_range() {
        assert_eq!(Share::of(1, 4).map(Share::value), Some(0.25));
        assert!(Share::of(1, 0).is_none());
        assert!(Share::of(2, 1).is_none());
        assert_eq!(Score::clamped(100.000_000_1), Some(Score::MAX));
        assert!(Score::clamped(f64::NAN).is_none());
        assert!(Points::new(f64::INFINITY).is_none());
        assert_eq!(Points::new(-0.0).map(|p| p.value().to_string()).as_deref(), Some("0"));
    }
}
