//! Where the score and the digital services tell different stories of a unit.
//!
//! A score sums up conditions; a service is ready or not. A unit can stand high by the one and low
//! by the other, and whoever reads only one of them should be told.

use crate::model::requirement::{FallbackNeeded, Service, SinglePointsAllowed};
use crate::readiness::indicator::service_indicator;
use crate::readiness::unit::ServicePlaces;

/// A unit whose two ranks differ by more than a quarter of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contrast {
    /// Its place in the list that was given.
    pub unit: usize,
    /// Its rank by score; equals share the best of theirs, here as below.
    pub by_score: usize,
    /// Its rank by the share of its services that are ready.
    pub by_services: usize,
    /// Among how many units both ranks are.
    pub among: usize,
}

/// The units whose rank by score and rank by the share of ready services differ by more than a
/// quarter of the list, in the order given; of each, its rank by score and its services.
///
/// Both ranks are among the units that have a score and services. Units that share a rank could
/// stand in any order, so what counts is the smallest difference that an order among equals leaves:
/// where nothing is ready anywhere, nobody stands higher by services than by score.
pub fn contrasts(units: &[(Option<u32>, ServicePlaces)]) -> Vec<Contrast> {
    let both: Vec<(usize, u32, ServicePlaces)> = units
        .iter()
        .enumerate()
        .filter_map(|(unit, (rank, services))| Some((unit, (*rank)?, *services)))
        .filter(|(.., services)| services.all > 0)
        .collect();
    let among = both.len();
    let found = both.iter().map(|(unit, rank, services)| {
        let by_score = Places::of(&both, |(_, other, _)| other.cmp(rank));
        let by_services = Places::of(&both, |(.., other)| services.cmp_share(other));
        (
            Contrast {
                unit: *unit,
                by_score: by_score.first,
                by_services: by_services.first,
                among,
            },
            { by_score.apart(by_services) },
        )
    });
    found.filter(|(_, apart)| 4 * apart > among).map(|(contrast, _)| contrast).collect()
}

/// The places that a unit can have in a list, those of its equals with it.
#[derive(Clone, Copy)]
struct Places {
    first: usize,
    last: usize,
}

impl Places {
    /// `compare` tells whether another one stands before it.
    fn of<T>(all: &[T], compare: impl Fn(&T) -> std::cmp::Ordering) -> Self {
        let before = all.iter().filter(|other| compare(other).is_lt()).count();
        let equal = all.iter().filter(|other| compare(other).is_eq()).count();
        Self { first: before + 1, last: before + equal }
    }

    fn apart(self, other: Self) -> usize {
        let gap = |a: Self, b: Self| b.first.saturating_sub(a.last);
        gap(self, other).max(gap(other, self))
    }
}

/// Whether a service needs, in some measure, what an indicator counts.
///
/// Of an indicator that is not computed from the sites nothing is needed.
pub fn asks(service: &Service, indicator: &str) -> bool {
    let rate = service.download.is_some() || service.download_per_person.is_some();
    let fallback = service.fallback != FallbackNeeded::None;
    let no_single_point = service.single_points == SinglePointsAllowed::None;
    match indicator {
        "sites_connected_share" => service.fixed,
        "sites_100_share" | "sites_gigabit_share" | "sites_target_share" => rate,
        // Without a fixed connection of its own the rate may come over a mobile network.
        "sites_mobile_10_share" | "sites_mobile_30_share" | "sites_two_networks_share" => {
            fallback || (rate && !service.fixed)
        }
        "sites_redundant_share" => no_single_point,
        "sites_always_served_share" => {
            no_single_point || service.fallback == FallbackNeeded::Independent
        }
        "sites_backup_24h_share"
        | "sites_backup_power_share"
        | "sites_two_feeds_share"
        | "sites_endurance_24h_share" => service.endurance.is_some(),
        "sites_served_share" => rate || service.fixed || fallback,
        other => other == service_indicator(service),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readiness::indicator::SITE_INDICATORS;
    use crate::readiness::service::built_in;

    fn unit(rank: u32, ready: usize, all: usize) -> (Option<u32>, ServicePlaces) {
        (Some(rank), ServicePlaces { all, ready, unknown: 0 })
    }

    #[test]
    fn more_than_a_quarter_of_the_list_is_told_and_a_quarter_is_not() {
        // By services: 9/10, 8/10, 5/10, 4/10, the second of them last by score.
        let units = [unit(1, 9, 10), unit(4, 8, 10), unit(2, 5, 10), unit(3, 4, 10)];
        let found = contrasts(&units);
        assert_eq!(found, [Contrast { unit: 1, by_score: 4, by_services: 2, among: 4 }]);
    }

    #[test]
    fn shares_count_and_not_numbers() {
        // 3/3 before 50/100 before 2/8, as the scores say.
        assert_eq!(contrasts(&[unit(1, 3, 3), unit(2, 50, 100), unit(3, 2, 8)]), []);
        let upside_down = contrasts(&[unit(3, 3, 3), unit(2, 50, 100), unit(1, 2, 8)]);
        let ranks: Vec<_> =
            upside_down.iter().map(|c| (c.unit, c.by_score, c.by_services)).collect();
        assert_eq!(ranks, [(0, 3, 1), (2, 1, 3)]);
    }

    #[test]
    fn units_without_a_score_or_without_services_stand_in_neither_list() {
        let without = (None, ServicePlaces { all: 10, ready: 10, unknown: 0 });
        let units = [without, unit(1, 0, 0), unit(2, 1, 10), unit(3, 9, 10)];
        let found = contrasts(&units);
        assert_eq!(
            found.iter().map(|c| (c.by_score, c.by_services, c.among)).collect::<Vec<_>>(),
            [(1, 2, 2), (2, 1, 2)]
        );
    }

    #[test]
    fn equals_are_set_apart_by_no_order_among_them() {
        let nothing_ready: Vec<_> = (1..=20).map(|rank| unit(rank, 0, 10)).collect();
        assert_eq!(contrasts(&nothing_ready), []);
        let one_score: Vec<_> = (0..20).map(|ready| unit(1, ready, 20)).collect();
        assert_eq!(contrasts(&one_score), []);
        // 1/2 and 2/4 are the same share.
        assert_eq!(contrasts(&[unit(1, 1, 2), unit(2, 2, 4)]), []);
        assert_eq!(contrasts(&[]), []);
    }

    #[test]
    fn the_built_in_services_ask_what_their_needs_say() {
        let services = built_in();
        let askers = |indicator: &str| {
            let asking = services.iter().filter(|service| asks(service, indicator));
            asking.map(|service| service.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(askers("sites_two_feeds_share"), ["safety_alarms", "night_supervision"]);
        assert_eq!(askers("sites_redundant_share"), ["safety_alarms", "night_supervision"]);
        assert_eq!(
            askers("sites_connected_share"),
            ["digital_exams", "learning_platform", "night_supervision"]
        );
        assert_eq!(askers("service_video_visits_share"), ["video_visits"]);
        assert_eq!(askers("digital_maturity"), Vec::<&str>::new());
        for indicator in SITE_INDICATORS {
            assert!(!askers(indicator.id).is_empty(), "{} is of no need", indicator.id);
        }
    }
}
