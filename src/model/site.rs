//! Sites: the schools, care homes and other places that depend on the infrastructure.

use crate::crs::Projected;
use crate::model::knowledge::Knowledge;
use crate::model::source::Origin;
use crate::units::{Hours, Mbps};
use crate::words::codes;

codes! {
    /// What a site is.
    pub enum SiteKind: "site-kind" {
        /// Compulsory or upper secondary school.
        School = "school",
        /// Preschool.
        Preschool = "preschool",
        /// Care home (*särskilt boende*).
        CareHome = "care_home",
        /// Health centre or clinic.
        HealthCentre = "health_centre",
        /// Anything else.
        Other = "other",
    }
}

/// A site as its register states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// Unique within a run.
    pub id: String,
    /// Never blank: the id stands in where the register has no name.
    pub name: String,
    /// What it is.
    pub kind: SiteKind,
    /// Where it is; absent where the register has no usable coordinates.
    pub place: Option<Projected>,
    /// Pupils, residents or staff who depend on it.
    pub persons: Option<u32>,
    /// The municipality code the register states, leading zero restored.
    pub stated_municipality: Option<String>,
    /// The network node the register states the site hangs on.
    pub stated_node: Option<String>,
    /// What the owner knows of its fixed connection; beats any coverage layer.
    pub stated_connection: Knowledge,
    /// The download rate of its own fixed connection, as the owner knows it; beats that of any
    /// coverage layer, and does not say that the connection is there.
    pub stated_download: Option<Mbps>,
    /// Hours its own backup power lasts.
    pub backup_power: Option<Hours>,
    /// Ids of the power feeds it has.
    pub power_feeds: Vec<String>,
    /// The row it was read from.
    pub origin: Origin,
}

/// Index of a [`Site`] in the run's list, which is sorted by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SiteIdx(pub usize);
