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
use crate::readiness::fact::{ENDURANCE, Fact, INDEPENDENCE, service_rests_on};
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
    /// The kinds of facts that its answer can hang on.
    pub rests_on: &'static [Fact],
    /// What it says of a site that no source covers.
    pub silence: Silence,
    /// Whether a site meets it.
    pub holds: fn(&Site, &SiteAssessment, &IndicatorTargets) -> Knowledge,
}

/// What the sites of which a condition is known say of those of which it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// It is not known there by chance: they are like the others.
    ByChance,
    /// It is not known because no layer covers the place, and layers show what is there rather
    /// than what is not: the known are mostly yeses, and no sample.
    SaysNothing,
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

/// The indicator of who is connected.
pub const CONNECTED: &str = "sites_connected_share";
/// The indicator of whose backup power lasts a day.
pub const BACKUP_24H: &str = "sites_backup_24h_share";
/// The indicator of whose backup power lasts as long as the project wants.
const BACKUP_POWER: &str = "sites_backup_power_share";

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
        id: CONNECTED,
        meaning: "Sites with a fixed connection in service.",
        rests_on: &[Fact::Connection],
        silence: Silence::ByChance,
        holds: |_, site, _| site.fixed.is_connected(),
    },
    SiteIndicator {
        id: "sites_100_share",
        meaning: "Sites with a fixed connection of 100 Mbit/s or more.",
        rests_on: &[Fact::Connection, Fact::Rate],
        silence: Silence::ByChance,
        holds: |_, site, _| rate(site, HUNDRED),
    },
    SiteIndicator {
        id: "sites_gigabit_share",
        meaning: "Sites with a fixed connection of 1 Gbit/s or more.",
        rests_on: &[Fact::Connection, Fact::Rate],
        silence: Silence::ByChance,
        holds: |_, site, _| rate(site, GIGABIT),
    },
    SiteIndicator {
        id: "sites_target_share",
        meaning: "Sites whose fixed connection meets targets.site_download_mbps.",
        rests_on: &[Fact::Connection, Fact::Rate],
        silence: Silence::ByChance,
        holds: |_, site, _| site.meets_target,
    },
    SiteIndicator {
        id: "sites_mobile_10_share",
        meaning: "Sites that at least one radio network covers at 10 Mbit/s.",
        rests_on: &[Fact::Mobile],
        silence: Silence::SaysNothing,
        holds: |_, site, _| site.mobile.at_least(1, |network| network.at_10),
    },
    SiteIndicator {
        id: "sites_mobile_30_share",
        meaning: "Sites that at least one radio network covers at 30 Mbit/s.",
        rests_on: &[Fact::Mobile],
        silence: Silence::SaysNothing,
        holds: |_, site, _| site.mobile.at_least(1, |network| network.at_30),
    },
    SiteIndicator {
        id: "sites_two_networks_share",
        meaning: "Sites that at least two radio networks cover at 10 Mbit/s.",
        rests_on: &[Fact::Mobile, Fact::SecondNetwork],
        silence: Silence::SaysNothing,
        holds: |_, site, _| site.mobile.at_least(2, |network| network.at_10),
    },
    SiteIndicator {
        id: "sites_redundant_share",
        meaning: "Sites with fixed service that no single element beyond their access node can cut off.",
        rests_on: &[Fact::Connection, Fact::Network],
        silence: Silence::ByChance,
        holds: |_, site, _| site.is_redundant(),
    },
    SiteIndicator {
        id: "sites_always_served_share",
        meaning: "Sites that keep fixed or mobile service through every single failure outside the building.",
        rests_on: &INDEPENDENCE,
        silence: Silence::ByChance,
        holds: |_, site, _| site.failures.always_served,
    },
    SiteIndicator {
        id: BACKUP_24H,
        meaning: "Sites whose own backup power lasts 24 hours.",
        rests_on: &[Fact::BackupPower],
        silence: Silence::ByChance,
        holds: |site, _, _| backup(site, day()),
    },
    SiteIndicator {
        id: BACKUP_POWER,
        meaning: "Sites whose own backup power lasts targets.backup_power_h.",
        rests_on: &[Fact::BackupPower],
        silence: Silence::ByChance,
        holds: |site, _, targets| backup(site, targets.backup_power),
    },
    SiteIndicator {
        id: "sites_two_feeds_share",
        meaning: "Sites with two power feeds or more.",
        rests_on: &[Fact::PowerFeeds],
        silence: Silence::ByChance,
        holds: |site, _, _| match site.power_feeds.len() {
            0 => Knowledge::Unknown,
            feeds => Knowledge::from_known(feeds >= 2),
        },
    },
    SiteIndicator {
        id: "sites_endurance_24h_share",
        meaning: "Sites with some service 24 hours after grid power is lost everywhere.",
        rests_on: &ENDURANCE,
        silence: Silence::ByChance,
        holds: |_, site, _| served_after(site, day()),
    },
    SiteIndicator {
        id: "sites_served_share",
        meaning: "Sites with fixed or mobile service now.",
        rests_on: &[Fact::Connection, Fact::Mobile],
        silence: Silence::SaysNothing,
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

/// What a computed indicator asks, besides its condition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asks {
    /// What the sites of which it is known say of the others.
    pub silence: Silence,
    /// Whether it hangs on whether a site is connected.
    pub connection: bool,
    /// How long backup power has to last for it; `None` where it does not hang on that.
    pub lasting: Option<Hours>,
}

/// What every computed indicator asks: those of sites, then those of services.
pub fn asks(services: &[Service], targets: &IndicatorTargets) -> Vec<Asks> {
    let asks = |rests_on: &[Fact], silence, lasting| Asks {
        silence,
        connection: rests_on.contains(&Fact::Connection),
        lasting: rests_on.contains(&Fact::BackupPower).then_some(lasting),
    };
    let of_sites = SITE_INDICATORS.iter().map(|indicator| {
        let lasting = if indicator.id == BACKUP_POWER { targets.backup_power } else { day() };
        asks(indicator.rests_on, indicator.silence, lasting)
    });
    let of_services = services.iter().map(|service| {
        let lasting = service.endurance.unwrap_or(day());
        asks(&service_rests_on(service), Silence::ByChance, lasting)
    });
    of_sites.chain(of_services).collect()
}

/// The value of one indicator for one unit: a share of its sites, each with a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndicatorValue {
    /// The best estimate, of the known and the unknown together ([`crate::readiness::estimate`]).
    pub estimate: Share,
    /// The standard deviation of the truth around it.
    pub spread: f64,
    /// The share when every unknown is a no.
    pub low: Share,
    /// The share when every unknown is a yes.
    pub high: Share,
    /// The share of sites of which it is known.
    pub known: Share,
}

/// Of every computed indicator, those of sites and then those of services, what it rests on.
pub fn computed_rest_on(services: &[Service]) -> Vec<Vec<Fact>> {
    let of_sites = SITE_INDICATORS.iter().map(|indicator| indicator.rests_on.to_vec());
    of_sites.chain(services.iter().map(service_rests_on)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique() {
        let mut ids: Vec<_> = SITE_INDICATORS.iter().map(|indicator| indicator.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), SITE_INDICATORS.len());
    }
}
