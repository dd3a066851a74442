//! Everything that is known of one site, and the flags that follow from it.

use std::collections::BTreeSet;

use crate::access::connection::FixedConnection;
use crate::access::location::{Location, MunicipalityMatch};
use crate::access::mobile::MobileReach;
use crate::access::nearest::Nearest;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::model::site::Site;
use crate::network::dependence::{Dependence, NetworkStatus, Stage};
use crate::units::{Hours, Mbps};

/// What a site falls back on when its fixed connection fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// No radio network covers it.
    None,
    /// Not known, or not known whether it fails together with the fixed connection.
    Unknown,
}

impl Fallback {
    /// As written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }
}

/// Something wrong with a site, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flag {
    /// The connection is known to be below the target, or missing.
    BelowTarget,
    /// The register states another municipality than the place.
    MunicipalityMismatch,
    /// It has no backup power.
    NoBackupPower,
    /// No radio network covers it.
    NoFallback,
    /// It lies in no municipality.
    OutsideMunicipalities,
    /// Its one access node is a single point. True of every site with one drop.
    SpofAccess,
    /// A single element beyond the access node cuts it off.
    SpofNetwork,
    /// It has no fixed connection.
    Unconnected,
    /// Nobody knows whether it has a fixed connection.
    UnknownConnection,
}

impl Flag {
    /// Every flag, sorted by name.
    pub const ALL: [Self; 9] = [
        Self::BelowTarget,
        Self::MunicipalityMismatch,
        Self::NoBackupPower,
        Self::NoFallback,
        Self::OutsideMunicipalities,
        Self::SpofAccess,
        Self::SpofNetwork,
        Self::Unconnected,
        Self::UnknownConnection,
    ];

    /// As written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::BelowTarget => "below_target",
            Self::MunicipalityMismatch => "municipality_mismatch",
            Self::NoBackupPower => "no_backup_power",
            Self::NoFallback => "no_fallback",
            Self::OutsideMunicipalities => "outside_municipalities",
            Self::SpofAccess => "spof_access",
            Self::SpofNetwork => "spof_network",
            Self::Unconnected => "unconnected",
            Self::UnknownConnection => "unknown_connection",
        }
    }
}

/// What each stage found for one site.
#[derive(Clone, Debug)]
pub struct SiteAssessment {
    /// Its municipality.
    pub location: Location,
    /// Its fixed connection.
    pub fixed: FixedConnection,
    /// Whether that meets the target rate.
    pub meets_target: Knowledge,
    /// The radio networks that reach it.
    pub mobile: MobileReach,
    /// The nearest network node.
    pub nearest_node: Option<Nearest>,
    /// The nearest mast.
    pub nearest_mast: Option<Nearest>,
    /// What it depends on in the network.
    pub dependence: Dependence,
    /// What it falls back on.
    pub fallback: Fallback,
    /// How long it keeps service when grid power is lost everywhere, where known.
    pub endurance: Option<Hours>,
    /// What is wrong with it.
    pub flags: BTreeSet<Flag>,
}

/// What the stages before found for one site.
pub struct Found {
    /// Its municipality.
    pub location: Location,
    /// Its fixed connection.
    pub fixed: FixedConnection,
    /// The radio networks that reach it.
    pub mobile: MobileReach,
    /// The nearest network node.
    pub nearest_node: Option<Nearest>,
    /// The nearest mast.
    pub nearest_mast: Option<Nearest>,
    /// What it depends on in the network.
    pub dependence: Dependence,
}

impl SiteAssessment {
    /// Draws the conclusions about one site.
    pub fn new(site: &Site, found: Found, target: Mbps) -> Self {
        let Found { location, fixed, mobile, nearest_node, nearest_mast, dependence } = found;
        let meets_target = fixed.meets(target);
        let fallback = match mobile.at_least(1, |network| network.at_10) {
            Knowledge::No => Fallback::None,
            Knowledge::Yes | Knowledge::Unknown => Fallback::Unknown,
        };
        // No path lasts longer than the site's own backup, whatever the path is.
        let endurance = site.backup_power.filter(|backup| *backup == Hours::ZERO);
        let mut assessment = Self {
            location,
            fixed,
            meets_target,
            mobile,
            nearest_node,
            nearest_mast,
            dependence,
            fallback,
            endurance,
            flags: BTreeSet::new(),
        };
        assessment.flags = flags(site, &assessment);
        assessment
    }

    /// How many single points lie beyond the access node; unknown unless the network reaches it.
    pub fn network_single_points(&self) -> Option<usize> {
        let beyond = |stage| stage == Stage::Network;
        (self.dependence.status == NetworkStatus::Reached)
            .then(|| self.dependence.single_points.iter().filter(|p| beyond(p.stage)).count())
    }

    /// Whether no single element beyond the access node can cut the site off.
    ///
    /// A site known to have no fixed connection, or cut off already, has no redundancy either. But
    /// where nothing is known of the network nothing is said of any site: if only the sites without
    /// a connection had an answer, a handful of noes would stand for all.
    pub fn is_redundant(&self) -> Knowledge {
        match (self.dependence.status, self.network_single_points()) {
            (NetworkStatus::Unknown, _) => Knowledge::Unknown,
            _ if self.fixed.is_connected() == Knowledge::No => Knowledge::No,
            (NetworkStatus::Reached, Some(count)) => Knowledge::from_known(count == 0),
            (NetworkStatus::CutOff, _) => Knowledge::No,
            _ => Knowledge::Unknown,
        }
    }
}

fn flags(site: &Site, assessment: &SiteAssessment) -> BTreeSet<Flag> {
    let stages = || assessment.dependence.single_points.iter().map(|point| point.stage);
    [
        (Flag::BelowTarget, assessment.meets_target == Knowledge::No),
        (Flag::MunicipalityMismatch, assessment.location.mismatch),
        (Flag::NoBackupPower, site.backup_power == Some(Hours::ZERO)),
        (Flag::NoFallback, assessment.fallback == Fallback::None),
        (
            Flag::OutsideMunicipalities,
            assessment.location.matched == MunicipalityMatch::None
                && assessment.location.municipality.is_none(),
        ),
        (Flag::SpofAccess, stages().any(|stage| stage == Stage::Access)),
        (Flag::SpofNetwork, stages().any(|stage| stage == Stage::Network)),
        (Flag::Unconnected, assessment.fixed.status == FixedStatus::None),
        (Flag::UnknownConnection, assessment.fixed.status == FixedStatus::Unknown),
    ]
    .into_iter()
    .filter_map(|(flag, holds)| holds.then_some(flag))
    .collect()
}
