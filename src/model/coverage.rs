//! Coverage layers: where fixed and mobile service is said to be.

use crate::crs::{Area, Projected};
use crate::model::power::PowerSupply;
use crate::model::source::{Origin, SourceIdx};
use crate::units::{Mbps, Metres};
use crate::words::codes;

codes! {
    /// How far a fixed connection has come, best first.
    pub enum FixedStatus: "fixed-status" {
        /// In service at the site.
        Connected = "connected",
        /// At the boundary: can be connected without extensive work (*i absoluta närheten*).
        Passed = "passed",
        /// Decided but not built.
        Planned = "planned",
        /// Known to be missing.
        None = "none",
        /// Nobody said.
        Unknown = "unknown",
    }
}

impl FixedStatus {
    /// The status a layer may state, in letters of any case; `none` and `unknown` are conclusions,
    /// not statements.
    pub fn from_layer_word(word: &str) -> Option<Self> {
        let said = |status: &Self| status.name().eq_ignore_ascii_case(word.trim());
        [Self::Connected, Self::Passed, Self::Planned].into_iter().find(said)
    }
}

/// One polygon of a fixed layer.
#[derive(Clone, Debug, PartialEq)]
pub struct FixedArea {
    /// Where.
    pub area: Area,
    /// `fibre`, `cable`, `copper`, `fixed_wireless` or whatever the source writes.
    pub technology: String,
    /// Connected, passed or planned.
    pub status: FixedStatus,
    /// Download rate, where stated.
    pub download: Option<Mbps>,
    /// The row it was read from.
    pub origin: Origin,
}

/// A source of fixed coverage.
#[derive(Clone, Debug, PartialEq)]
pub struct FixedLayer {
    /// Where it comes from.
    pub source: SourceIdx,
    /// Whether everything there is of this technology is in here, so that outside means none.
    pub complete: bool,
    /// Its polygons, in file order.
    pub areas: Vec<FixedArea>,
}

/// One polygon of a mobile layer.
#[derive(Clone, Debug, PartialEq)]
pub struct MobileArea {
    /// Where.
    pub area: Area,
    /// Download rate, where stated.
    pub download: Option<Mbps>,
    /// The id of the mast it comes from, where stated.
    pub mast: Option<String>,
}

/// What a mobile layer says at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MobileSignal {
    /// Covered, with the rate where it is stated.
    Covered(Option<Mbps>),
    /// Covered at this rate by one part of the layer, and at an unknown rate by another.
    CoveredAtLeast(Mbps),
    /// The layer has a value here and it says not covered.
    NotCovered,
    /// The layer has a value here that cannot be true.
    Unknown,
    /// The layer says nothing here: outside every polygon, outside the raster, or a cell
    /// without a value.
    Silent,
}

/// How a mobile layer is stored.
#[derive(Clone, Debug, PartialEq)]
pub enum MobileCoverage {
    /// Polygons of coverage.
    Polygons(Vec<MobileArea>),
    /// A raster, already read at each site (in site order), since nothing else is asked of it.
    AtSites(Vec<MobileSignal>),
}

/// A source of mobile coverage.
#[derive(Clone, Debug, PartialEq)]
pub struct MobileLayer {
    /// Where it comes from.
    pub source: SourceIdx,
    /// The brand.
    pub operator: String,
    /// The radio network: brands that share one count as one.
    pub radio_network: String,
    /// `4G`, `5G` and so on, where stated.
    pub generation: Option<String>,
    /// Whether everything there is of this network and generation is in here, so that silence
    /// means not covered.
    pub complete: bool,
    /// The id of the mast that all of it comes from, where stated.
    pub mast: Option<String>,
    /// The coverage.
    pub coverage: MobileCoverage,
}

/// Index of a [`Mast`] in the run's list, which is sorted by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MastIdx(pub u32);

/// A mast with its radio network.
#[derive(Clone, Debug, PartialEq)]
pub struct Mast {
    /// Unique within a run.
    pub id: String,
    /// Where it is.
    pub place: Option<Projected>,
    /// The brand.
    pub operator: Option<String>,
    /// The radio network.
    pub radio_network: Option<String>,
    /// How far it reaches, where stated.
    pub range: Option<Metres>,
    /// The id of the network node that it hangs on, where stated.
    pub stated_node: Option<String>,
    /// What supplies it with power.
    pub power: PowerSupply,
    /// The row it was read from.
    pub origin: Origin,
}
