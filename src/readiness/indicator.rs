//! Indicators: the share of a unit's sites that meet a condition, with an interval for what is
//! unknown.
//!
//! Every built-in indicator is better when higher and has the goalposts 0 and 1, so that its
//! normalised value is the share in per cent; fixed goalposts keep scores comparable next year.

use crate::model::knowledge::Knowledge;
use crate::model::site::Site;
use crate::readiness::site::SiteAssessment;
use crate::units::{Hours, Share, Weight};

/// A pillar of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pillar {
    /// Fixed connections.
    Fixed,
    /// Mobile coverage.
    Mobile,
    /// What still works when one thing fails.
    Resilience,
    /// What still works when the power fails.
    Power,
}

impl Pillar {
    /// Every pillar, in the order of the tables. All weigh the same.
    pub const ALL: [Self; 4] = [Self::Fixed, Self::Mobile, Self::Resilience, Self::Power];

    /// As written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Mobile => "mobile",
            Self::Resilience => "resilience",
            Self::Power => "power",
        }
    }
}

/// A condition on sites that counts towards a pillar.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// Unique; as written in the tables.
    pub id: &'static str,
    /// Where it counts.
    pub pillar: Pillar,
    /// Its weight within the pillar.
    pub weight: f64,
    /// What it counts, in English.
    pub meaning: &'static str,
    /// Whether a site meets it.
    pub holds: fn(&Site, &SiteAssessment, &IndicatorTargets) -> Knowledge,
}

/// The targets that indicators compare with.
#[derive(Clone, Copy, Debug)]
pub struct IndicatorTargets {
    /// Hours of own backup power.
    pub backup_power: Hours,
}

/// The built-in indicators, in the order of the tables.
pub const INDICATORS: [Indicator; 8] = [
    Indicator {
        id: "sites_connected_share",
        pillar: Pillar::Fixed,
        weight: 1.0,
        meaning: "Sites with a fixed connection in service.",
        holds: |_, site, _| site.fixed.is_connected(),
    },
    Indicator {
        id: "sites_target_share",
        pillar: Pillar::Fixed,
        weight: 1.0,
        meaning: "Sites whose fixed connection meets targets.site_download_mbps.",
        holds: |_, site, _| site.meets_target,
    },
    Indicator {
        id: "sites_mobile_10_share",
        pillar: Pillar::Mobile,
        weight: 1.0,
        meaning: "Sites that at least one radio network covers at 10 Mbit/s.",
        holds: |_, site, _| site.mobile.at_least(1, |network| network.at_10),
    },
    Indicator {
        id: "sites_mobile_30_share",
        pillar: Pillar::Mobile,
        weight: 1.0,
        meaning: "Sites that at least one radio network covers at 30 Mbit/s.",
        holds: |_, site, _| site.mobile.at_least(1, |network| network.at_30),
    },
    Indicator {
        id: "sites_two_networks_share",
        pillar: Pillar::Mobile,
        weight: 1.0,
        meaning: "Sites that at least two radio networks cover at 10 Mbit/s.",
        holds: |_, site, _| site.mobile.at_least(2, |network| network.at_10),
    },
    Indicator {
        id: "sites_redundant_share",
        pillar: Pillar::Resilience,
        weight: 1.0,
        meaning: "Sites that no single element beyond their access node can cut off.",
        holds: |_, site, _| site.is_redundant(),
    },
    Indicator {
        id: "sites_backup_power_share",
        pillar: Pillar::Power,
        weight: 1.0,
        meaning: "Sites whose own backup power lasts targets.backup_power_h.",
        holds: |site, _, targets| {
            Knowledge::from_option(site.backup_power.map(|hours| hours >= targets.backup_power))
        },
    },
    Indicator {
        id: "sites_two_feeds_share",
        pillar: Pillar::Power,
        weight: 1.0,
        meaning: "Sites with two power feeds or more.",
        holds: |site, _, _| match site.power_feeds.len() {
            0 => Knowledge::Unknown,
            feeds => Knowledge::from_known(feeds >= 2),
        },
    },
];

impl Indicator {
    /// Its weight, checked.
    pub fn weight(&self) -> Weight {
        Weight::new(self.weight).expect("the table above holds positive weights")
    }
}

/// The value of one indicator for one unit: a share of its sites.
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
    /// Counts what is known of each site; `None` for a unit without sites.
    pub fn of(knowledge: impl IntoIterator<Item = Knowledge>) -> Option<Self> {
        let (mut yes, mut no, mut unknown) = (0, 0, 0);
        for known in knowledge {
            match known {
                Knowledge::Yes => yes += 1,
                Knowledge::No => no += 1,
                Knowledge::Unknown => unknown += 1,
            }
        }
        let all = yes + no + unknown;
        Some(Self {
            value: Share::of(yes, yes + no),
            low: Share::of(yes, all)?,
            high: Share::of(yes + unknown, all)?,
            known: Share::of(yes + no, all)?,
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
    }

    #[test]
    fn ids_are_unique() {
        let mut ids: Vec<_> = INDICATORS.iter().map(|indicator| indicator.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), INDICATORS.len());
    }
}
