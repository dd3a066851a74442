//! Sites: the schools, care homes and other places that depend on the infrastructure.

use serde::Deserialize;

use crate::crs::Projected;
use crate::model::knowledge::Knowledge;
use crate::model::source::Origin;
use crate::units::{Hours, Mbps};

/// What a site is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// Compulsory or upper secondary school.
    School,
    /// Preschool.
    Preschool,
    /// Care home (*särskilt boende*).
    CareHome,
    /// Health centre or clinic.
    HealthCentre,
    /// Anything else.
    Other,
}

impl SiteKind {
    /// Every kind, in the order of tables and legends.
    pub const ALL: [Self; 5] =
        [Self::School, Self::Preschool, Self::CareHome, Self::HealthCentre, Self::Other];

    /// As written in project files and tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Preschool => "preschool",
            Self::CareHome => "care_home",
            Self::HealthCentre => "health_centre",
            Self::Other => "other",
        }
    }

    /// The kind with this written name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
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
