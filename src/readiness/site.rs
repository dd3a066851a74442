//! Everything that is known of one site, and the flags that follow from it.

use std::collections::BTreeSet;

use crate::access::connection::FixedConnection;
use crate::access::location::{Location, MunicipalityMatch};
use crate::access::mast_reach::MastReach;
use crate::access::mobile::MobileReach;
use crate::access::nearest::Nearest;
use crate::model::coverage::FixedStatus;
use crate::model::infrastructure::Infrastructure;
use crate::model::knowledge::Knowledge;
use crate::model::site::Site;
use crate::network::dependence::{Dependence, NetworkStatus, Stage};
use crate::network::element::ElementKind;
use crate::readiness::failure::{Fallback, MastService, SiteFailures, SitePoint, Ways};
use crate::units::{Hours, Mbps};
use crate::words::codes;

codes! {
    /// Something wrong with a site, in one word.
    pub enum Flag: "flag" {
        /// The connection is known to be below the target, or missing.
        BelowTarget = "below_target",
        /// The register states another municipality than the place.
        MunicipalityMismatch = "municipality_mismatch",
        /// It has no backup power.
        NoBackupPower = "no_backup_power",
        /// Nothing else reaches it when its first service fails.
        NoFallback = "no_fallback",
        /// It lies in no municipality.
        OutsideMunicipalities = "outside_municipalities",
        /// Every mast that reaches it fails together with its fixed connection somewhere.
        SharedFallback = "shared_fallback",
        /// Its one access node is a single point. True of every site with one drop.
        SpofAccess = "spof_access",
        /// A single element beyond the access node cuts it off.
        SpofNetwork = "spof_network",
        /// A single power feed takes its service away.
        SpofPower = "spof_power",
        /// A single trench, cut through, takes its service away.
        SpofTrench = "spof_trench",
        /// It has no fixed connection.
        Unconnected = "unconnected",
        /// Nobody knows whether it has a fixed connection.
        UnknownConnection = "unknown_connection",
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
    /// The masts that reach it; `None` where no list of masts is given.
    pub masts: Option<MastReach>,
    /// The nearest network node.
    pub nearest_node: Option<Nearest>,
    /// The nearest mast.
    pub nearest_mast: Option<Nearest>,
    /// What it depends on in the network.
    pub dependence: Dependence,
    /// What single failures do to it.
    pub failures: SiteFailures,
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
    /// The masts that reach it; `None` where no list of masts is given.
    pub masts: Option<MastReach>,
    /// The nearest network node.
    pub nearest_node: Option<Nearest>,
    /// The nearest mast.
    pub nearest_mast: Option<Nearest>,
    /// What it depends on in the network.
    pub dependence: Dependence,
}

impl SiteAssessment {
    /// Draws the conclusions about one site; `masts` are all masts of the run.
    pub fn new(
        site: &Site,
        found: Found,
        masts: &[MastService],
        infrastructure: &Infrastructure,
        target: Mbps,
    ) -> Self {
        let ways = Ways {
            fixed: &found.fixed,
            way: &found.dependence,
            mobile: &found.mobile,
            masts: found.masts.as_ref(),
            services: masts,
        };
        let failures = SiteFailures::new(site, &ways, infrastructure);
        let Found { location, fixed, mobile, masts, nearest_node, nearest_mast, dependence } =
            found;
        let meets_target = fixed.meets(target);
        let mut assessment = Self {
            location,
            fixed,
            meets_target,
            mobile,
            masts,
            nearest_node,
            nearest_mast,
            dependence,
            failures,
            flags: BTreeSet::new(),
        };
        assessment.flags = flags(site, &assessment);
        assessment
    }

    /// What the stages before found, as it was.
    pub fn found(&self) -> Found {
        Found {
            location: self.location,
            fixed: self.fixed.clone(),
            mobile: self.mobile.clone(),
            masts: self.masts.clone(),
            nearest_node: self.nearest_node,
            nearest_mast: self.nearest_mast,
            dependence: self.dependence.clone(),
        }
    }

    /// How many single points lie beyond what the site itself hangs on; unknown where neither the
    /// network reaches it nor a mast is known to serve it.
    pub fn network_single_points(&self) -> Option<usize> {
        let known = match self.failures.fixed {
            Knowledge::No => self.failures.mobile == Knowledge::Yes && self.failures.by_masts(),
            _ => self.dependence.status == NetworkStatus::Reached,
        };
        known.then(|| self.failures.beyond_access())
    }

    /// Whether the site has fixed service that no single element beyond the access node can cut
    /// off.
    ///
    /// A site known to have no fixed connection, or cut off already, has no redundancy either; one
    /// of unknown connection may have it where the network would give it. Where nobody says what
    /// some nodes are fed by, one feed may take them down together.
    pub fn is_redundant(&self) -> Knowledge {
        match (self.dependence.status, self.network_single_points()) {
            (NetworkStatus::CutOff, _) => Knowledge::No,
            _ if self.failures.fixed == Knowledge::No => Knowledge::No,
            (NetworkStatus::Reached, Some(count)) => {
                let by_feeds = match self.dependence.feed_doubt.beyond {
                    true => Knowledge::Unknown,
                    false => Knowledge::Yes,
                };
                Knowledge::from_known(count == 0).and(by_feeds).and(self.failures.fixed)
            }
            _ => Knowledge::Unknown,
        }
    }
}

fn flags(site: &Site, assessment: &SiteAssessment) -> BTreeSet<Flag> {
    let points = &assessment.failures.points;
    let any = |holds: fn(&SitePoint) -> bool| points.iter().any(holds);
    let fallback = assessment.failures.fallback;
    [
        (Flag::BelowTarget, assessment.meets_target == Knowledge::No),
        (Flag::MunicipalityMismatch, assessment.location.mismatch),
        (Flag::NoBackupPower, site.backup_power == Some(Hours::ZERO)),
        (Flag::NoFallback, fallback == Fallback::None),
        (
            Flag::OutsideMunicipalities,
            assessment.location.matched == MunicipalityMatch::None
                && assessment.location.municipality.is_none(),
        ),
        (Flag::SharedFallback, fallback == Fallback::Shared),
        (
            Flag::SpofAccess,
            any(|p| p.stage == Stage::Access && p.element.kind() != ElementKind::PowerFeed),
        ),
        (Flag::SpofNetwork, any(|p| p.stage == Stage::Network)),
        (Flag::SpofPower, any(|p| p.element.kind() == ElementKind::PowerFeed)),
        (Flag::SpofTrench, any(|p| p.element.kind() == ElementKind::Trench)),
        (Flag::Unconnected, assessment.fixed.status == FixedStatus::None),
        (Flag::UnknownConnection, assessment.fixed.status == FixedStatus::Unknown),
    ]
    .into_iter()
    .filter_map(|(flag, holds)| holds.then_some(flag))
    .collect()
}
