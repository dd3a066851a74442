//! Trenches: stretches where several spans lie together and fail together.

use geo::LineString;

use crate::model::network::SpanIdx;
use crate::model::source::Origin;
use crate::units::Metres;

/// Index of a [`Trench`] in the run's list, which is sorted by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrenchIdx(pub u32);

/// A stretch that two or more spans share.
#[derive(Clone, Debug, PartialEq)]
pub struct Trench {
    /// Unique within a run.
    pub id: String,
    /// The spans in it, sorted; two or more.
    pub spans: Vec<SpanIdx>,
    /// How it is known.
    pub basis: TrenchBasis,
}

/// How a trench is known.
#[derive(Clone, Debug, PartialEq)]
pub enum TrenchBasis {
    /// Somebody said so; where along the spans is not said.
    Declared {
        /// The first row that names it.
        origin: Origin,
    },
    /// The drawn routes run together.
    Derived {
        /// How near to each other counts as together.
        within: Metres,
        /// How long they run together.
        length: Metres,
        /// Where.
        line: LineString<f64>,
    },
}

impl Trench {
    /// The distance that was assumed; `None` of a declared trench.
    pub fn within(&self) -> Option<Metres> {
        match self.basis {
            TrenchBasis::Declared { .. } => None,
            TrenchBasis::Derived { within, .. } => Some(within),
        }
    }

    /// How long the stretch is; `None` of a declared trench.
    pub fn length(&self) -> Option<Metres> {
        match self.basis {
            TrenchBasis::Declared { .. } => None,
            TrenchBasis::Derived { length, .. } => Some(length),
        }
    }

    /// Where it lies; `None` of a declared trench.
    pub fn line(&self) -> Option<&LineString<f64>> {
        match &self.basis {
            TrenchBasis::Declared { .. } => None,
            TrenchBasis::Derived { line, .. } => Some(line),
        }
    }
}
