//! The colours of a municipality on the score map: of its class, of two classes, or of none.

use crate::drawing::map::mark::Mark;
use crate::drawing::map::outline::Outline;
use crate::drawing::palette::{NO_SCORE, NO_SCORE_HATCH, Rgb, ScoreClass};
use crate::report::shown::Shown;

/// Distance between hatching lines, measured across the page's diagonal.
const HATCH_STEP: f64 = 9.0;
/// Distance and width of the lines of what is shown as a range; and in areas without labels, which
/// are small.
pub const LINES: (f64, f64) = (17.0, 2.6);
/// See [`LINES`].
pub const FINE_LINES: (f64, f64) = (7.0, 1.6);

/// How a municipality is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// By the class of its score.
    Class(ScoreClass),
    /// At least so good, at most so good: the colour of the first with lines of the second. Little
    /// is promised where much is unknown, and the map is as calm there as where it is known.
    Between(ScoreClass, ScoreClass),
    /// It has no score.
    Nothing,
}

impl Tone {
    /// The tone of a score.
    pub fn of(shown: Shown) -> Self {
        match shown {
            Shown::Number(score) => Self::Class(ScoreClass::of(score)),
            Shown::Between(low, high) => Self::Between(ScoreClass::of(low), ScoreClass::of(high)),
            Shown::Nothing => Self::Nothing,
        }
    }

    /// The colour under everything else, and under lines.
    pub fn ground(self) -> Rgb {
        match self {
            Self::Class(class) | Self::Between(class, _) => class.colour(),
            Self::Nothing => NO_SCORE,
        }
    }

    /// The lines over the ground.
    pub fn across(self, outline: &Outline, (step, width): (f64, f64)) -> Vec<Mark> {
        match self {
            Self::Between(low, high) if low != high => outline.hatching(step, width, high.colour()),
            Self::Class(_) | Self::Between(..) => Vec::new(),
            Self::Nothing => outline.hatching(HATCH_STEP, 1.0, NO_SCORE_HATCH),
        }
    }

    /// Whether letters can be read on it: across lines they cannot.
    pub fn is_plain(self) -> bool {
        match self {
            Self::Class(_) => true,
            Self::Between(low, high) => low == high,
            Self::Nothing => false,
        }
    }
}

/// A row of the legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A class.
    Class(ScoreClass),
    /// All that lie between two classes.
    Between,
    /// All without a score.
    Nothing,
}

impl Entry {
    /// The row that a municipality is counted in.
    pub fn of(tone: Tone) -> Self {
        match tone {
            Tone::Class(class) => Self::Class(class),
            Tone::Between(..) => Self::Between,
            Tone::Nothing => Self::Nothing,
        }
    }
}
