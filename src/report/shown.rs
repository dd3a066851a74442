//! How a score is shown: as a number where what is unknown moves it little, as a range where it
//! moves it much, and not at all where nothing is known.
//!
//! Tables hold the best estimate always; this is what people are told at a glance.

use crate::score::evaluate::{GroupScore, NoScore};
use crate::units::Score;

/// From so many points between the bounds on a score is shown as a range. The bounds are the worst
/// case, every unknown falling the same way, so that the truth is as a rule much nearer to the
/// estimate. A choice, made by eye on maps of the shipped region with more and more of it unknown: at
/// 20 points nearly every municipality is a range when a tenth is unknown, and a map of ranges alone
/// sets none apart; at 30 those stand out of which much is unknown, and with half unknown all do.
pub const WIDE: f64 = 30.0;

/// How a score is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shown {
    /// The best estimate.
    Number(Score),
    /// At least so good, at most so good.
    Between(Score, Score),
    /// Nothing is known, or too little for the framework.
    Nothing,
}

impl Shown {
    /// How a score is shown.
    pub fn of(score: &GroupScore) -> Self {
        match score.value {
            Err(NoScore::NothingKnown | NoScore::TooLittleKnown | NoScore::GroupWithout(_)) => {
                Self::Nothing
            }
            Ok(value) => Self::within(Some(value), score.low, score.high),
        }
    }

    /// How a best estimate between two bounds is shown; without one there is no score.
    pub fn within(estimate: Option<Score>, low: Score, high: Score) -> Self {
        match estimate {
            None => Self::Nothing,
            Some(_) if high.value() - low.value() >= WIDE => Self::Between(low, high),
            Some(value) => Self::Number(value),
        }
    }

    /// In a cell: `53`, `40–80`, `–`.
    pub fn short(self) -> String {
        match self {
            Self::Number(score) => score.rounded().to_string(),
            Self::Between(low, high) => format!("{}–{}", low.rounded(), high.rounded()),
            Self::Nothing => "–".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Share;

    #[test]
    fn narrow_as_a_number_and_wide_as_a_range() {
        let score = |value: f64| Score::clamped(value).expect("on the scale");
        let of = |value: Result<f64, NoScore>, low: f64, high: f64| GroupScore {
            value: value.map(score),
            estimate: score(value.unwrap_or(50.0)),
            low: score(low),
            high: score(high),
            known: Share::new(0.5).expect("a share"),
        };
        assert_eq!(Shown::of(&of(Ok(66.0), 61.0, 70.0)).short(), "66");
        assert_eq!(Shown::of(&of(Ok(66.7), 40.0, 80.0)).short(), "40–80");
        let nothing = Shown::of(&of(Err(NoScore::NothingKnown), 0.0, 100.0));
        assert_eq!(nothing.short(), "–");
    }
}
