//! Indicators of sites: the share of a unit's sites that meet a condition, with an interval for
//! what is unknown.
//!
//! Every condition is met by more sites when a site gets more (a connection, a rate, a mast, a
//! battery), and none by fewer. So there is one way for all the unknowns to fall that is worst for
//! every indicator at once, and one that is best: bounds taken from these two are jointly possible.
//! `docs/indicators/` has a page for each.

use crate::model::knowledge::Knowledge;
use crate::model::requirement::Service;
use crate::model::site::Site;
use crate::readiness::curve::served_after;
use crate::readiness::service::ServiceReadiness;
use crate::readiness::site::SiteAssessment;
use crate::units::{Hours, Mbps, Share};

/// A condition on sites.
#[derive(Clone, Copy, Debug)]
pub struct SiteIndicator {
    /// Unique; as written in frameworks and tables.
    pub id: &'static str,
    /// What it counts, in English.
    pub meaning: &'static str,
    /// Whether a site meets it.
    pub holds: fn(&Site, &SiteAssessment, &IndicatorTargets) -> Knowledge,
}

/// The targets of a project that indicators compare with.
#[derive(Clone, Copy, Debug)]
pub struct IndicatorTargets {
    /// Hours of own backup power.
    pub backup_power: Hours,
}

/// The longest outage that the Swedish Electricity Act allows (functional requirement,
/// Energimyndigheten ER 2009:23).
pub const DAY: f64 = 24.0;
/// The European gigabit goal for socio-economic drivers, COM(2016) 587, in Mbit/s.
pub const GIGABIT: f64 = 1000.0;
/// The Swedish goal for 2025 of the broadband strategy of 2016, in Mbit/s.
const HUNDRED: f64 = 100.0;

fn rate(site: &SiteAssessment, mbps: f64) -> Knowledge {
    site.fixed.meets(Mbps::new(mbps).expect("not negative"))
}

fn backup(site: &Site, hours: Hours) -> Knowledge {
    Knowledge::from_option(site.backup_power.map(|own| own >= hours))
}

fn day() -> Hours {
    Hours::new(DAY).expect("not negative")
}

/// Every condition a framework may name, in the order of the tables.
pub const SITE_INDICATORS: [SiteIndicator; 14] = [
    SiteIndicator {
        id: "sites_connected_share",
        meaning: "Sites with a fixed connection in service.",
        holds: |_, site, _| site.fixed.is_connected(),
    },
    SiteIndicator {
        id: "sites_100_share",
        meaning: "Sites with a fixed connection of 100 Mbit/s or more.",
        holds: |_, site, _| rate(site, HUNDRED),
    },
    SiteIndicator {
        id: "sites_gigabit_share",
        meaning: "Sites with a fixed connection of 1 Gbit/s or more.",
        holds: |_, site, _| rate(site, GIGABIT),
    },
    SiteIndicator {
        id: "sites_target_share",
        meaning: "Sites whose fixed connection meets targets.site_download_mbps.",
        holds: |_, site, _| site.meets_target,
    },
    SiteIndicator {
        id: "sites_mobile_10_share",
        meaning: "Sites that at least one radio network covers at 10 Mbit/s.",
        holds: |_, site, _| site.mobile.at_least(1, |network| network.at_10),
    },
    SiteIndicator {
        id: "sites_mobile_30_share",
        meaning: "Sites that at least one radio network covers at 30 Mbit/s.",
        holds: |_, site, _| site.mobile.at_least(1, |network| network.at_30),
    },
    SiteIndicator {
        id: "sites_two_networks_share",
        meaning: "Sites that at least two radio networks cover at 10 Mbit/s.",
        holds: |_, site, _| site.mobile.at_least(2, |network| network.at_10),
    },
    SiteIndicator {
        id: "sites_redundant_share",
        meaning: "Sites with fixed service that no single element beyond their access node can cut off.",
        holds: |_, site, _| site.is_redundant(),
    },
    SiteIndicator {
        id: "sites_always_served_share",
        meaning: "Sites that keep fixed or mobile service through every single failure outside the building.",
        holds: |_, site, _| site.failures.always_served,
    },
    SiteIndicator {
        id: "sites_backup_24h_share",
        meaning: "Sites whose own backup power lasts 24 hours.",
        holds: |site, _, _| backup(site, day()),
    },
    SiteIndicator {
        id: "sites_backup_power_share",
        meaning: "Sites whose own backup power lasts targets.backup_power_h.",
        holds: |site, _, targets| backup(site, targets.backup_power),
    },
    SiteIndicator {
        id: "sites_two_feeds_share",
        meaning: "Sites with two power feeds or more.",
        holds: |site, _, _| match site.power_feeds.len() {
            0 => Knowledge::Unknown,
            feeds => Knowledge::from_known(feeds >= 2),
        },
    },
    SiteIndicator {
        id: "sites_endurance_24h_share",
        meaning: "Sites with some service 24 hours after grid power is lost everywhere.",
        holds: |_, site, _| served_after(site, day()),
    },
    SiteIndicator {
        id: "sites_served_share",
        meaning: "Sites with fixed or mobile service now.",
        holds: |_, site, _| site.failures.fixed.or(site.failures.mobile),
    },
];

/// The id of the indicator that a service makes: the share of the sites it concerns that are ready.
pub fn service_indicator(service: &Service) -> String {
    format!("service_{}_share", service.id)
}

/// Whether a site is ready for a service.
pub fn is_ready(readiness: &ServiceReadiness) -> Knowledge {
    readiness.status.is_ready()
}

/// The value of one indicator for one unit: a share of its sites, each with a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndicatorValue {
    /// The share among the sites of which it is known; absent where it is known of none.
    pub value: Option<Share>,
    /// The share when every unknown is a no.
    pub low: Share,
    /// The share when every unknown is a yes.
    pub high: Share,
    /// The share of sites of which it is known.
    pub known: Share,
}

impl IndicatorValue {
    /// Counts what is known of each site, every site alike; `None` without sites.
    pub fn of(knowledge: impl IntoIterator<Item = Knowledge>) -> Option<Self> {
        Self::weighted(knowledge.into_iter().map(|known| (known, 1.0)))
    }

    /// Weighs what is known of each site; `None` where nothing weighs.
    pub fn weighted(knowledge: impl IntoIterator<Item = (Knowledge, f64)>) -> Option<Self> {
        let (mut yes, mut no, mut unknown) = (0.0, 0.0, 0.0);
        for (known, weight) in knowledge {
            match known {
                Knowledge::Yes => yes += weight,
                Knowledge::No => no += weight,
                Knowledge::Unknown => unknown += weight,
            }
        }
        let all: f64 = yes + no + unknown;
        let share = |part: f64, whole: f64| {
            // Rounding may carry a sum of weights a little beyond its whole.
            if whole > 0.0 { Share::new((part / whole).min(1.0)) } else { None }
        };
        Some(Self {
            value: share(yes, yes + no),
            low: share(yes, all)?,
            high: share(yes + unknown, all)?,
            known: share(yes + no, all)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Knowledge::{No, Unknown, Yes};

    #[test]
    fn unknown_widens_the_interval_and_leaves_the_value_alone() {
        let value = IndicatorValue::of([Yes, No, Unknown, Unknown]).expect("four sites");
        assert_eq!(value.value.map(Share::value), Some(0.5));
        assert_eq!((value.low.value(), value.high.value()), (0.25, 0.75));
        assert_eq!(value.known.value(), 0.5);
        let nothing = IndicatorValue::of([Unknown]).expect("one site");
        assert_eq!((nothing.value, nothing.low.value(), nothing.high.value()), (None, 0.0, 1.0));
        assert_eq!(IndicatorValue::of([]), None);
        let weighted = IndicatorValue::weighted([(Yes, 30.0), (No, 10.0), (Unknown, 40.0)]);
        let weighted = weighted.expect("eighty persons");
        assert_eq!(weighted.value.map(Share::value), Some(0.75));
        assert_eq!((weighted.low.value(), weighted.high.value()), (0.375, 0.875));
    }

    #[test]
    fn ids_are_unique() {
        let mut ids: Vec<_> = SITE_INDICATORS.iter().map(|indicator| indicator.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), SITE_INDICATORS.len());
    }
}
