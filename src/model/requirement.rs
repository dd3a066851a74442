//! What a digital service needs of a site.

use crate::model::site::SiteKind;
use crate::units::{Hours, Mbps};
use crate::words::codes;

/// Whether a single element beyond the access node may stop the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SinglePointsAllowed {
    /// None may.
    None,
    /// It does not matter.
    Any,
}

codes! {
    /// What backup the service needs.
    pub enum FallbackNeeded: "fallback-needed" {
        /// None.
        None = "none",
        /// Some mobile network.
        Any = "any",
        /// One that fails independently of the fixed connection.
        Independent = "independent",
    }
}

/// A digital service and what it needs; an absent need is no need.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Unique within a run.
    pub id: String,
    /// For people.
    pub name: String,
    /// Which kinds of site it concerns.
    pub kinds: Vec<SiteKind>,
    /// Download rate for the site as a whole.
    pub download: Option<Mbps>,
    /// Download rate for each person at the site.
    pub download_per_person: Option<Mbps>,
    /// Whether a fixed connection is needed.
    pub fixed: bool,
    /// Whether single points of failure are allowed.
    pub single_points: SinglePointsAllowed,
    /// Which backup is needed.
    pub fallback: FallbackNeeded,
    /// How long it must go on without grid power.
    pub endurance: Option<Hours>,
    /// Where the requirement comes from.
    pub source: Option<String>,
}
