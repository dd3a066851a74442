//! Which digital services each site is ready for.

use crate::model::knowledge::Knowledge;
use crate::model::requirement::{FallbackNeeded, Service, SinglePointsAllowed};
use crate::model::site::{Site, SiteKind};
use crate::readiness::site::SiteAssessment;
use crate::units::{Hours, Mbps};
use crate::words::key::form;
use crate::words::{Language, Words, codes};

codes! {
    /// Whether a site is ready for a service.
    pub enum Readiness: "readiness" {
        /// Every need is met.
        Ready = "ready",
        /// It works today, but a need for redundancy or endurance is not met.
        AtRisk = "at_risk",
        /// A need for capacity is not met.
        NotReady = "not_ready",
        /// Not known.
        Unknown = "unknown",
    }
}

impl Readiness {
    /// Whether every need is met.
    pub fn is_ready(self) -> Knowledge {
        match self {
            Self::Ready => Knowledge::Yes,
            Self::AtRisk | Self::NotReady => Knowledge::No,
            Self::Unknown => Knowledge::Unknown,
        }
    }
}

codes! {
    /// One thing a service may need; those for capacity first.
    pub enum Need: "need" {
        /// A fixed connection.
        Fixed = "fixed",
        /// A download rate.
        Download = "download",
        /// No single point of failure beyond the access node.
        SinglePoints = "single_points",
        /// A backup.
        Fallback = "fallback",
        /// Hours without grid power.
        Endurance = "endurance",
    }
}

impl Need {
    fn is_capacity(self) -> bool {
        matches!(self, Self::Download | Self::Fixed)
    }
}

/// How one site stands to one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceReadiness {
    /// The conclusion.
    pub status: Readiness,
    /// Needs known not to be met, sorted by name.
    pub not_met: Vec<Need>,
    /// Needs of which it is not known whether they are met, sorted by name.
    pub not_known: Vec<Need>,
}

/// Asks of one site whether it is ready for one service.
///
/// Ready when every need is met, at risk when only needs for redundancy or endurance are not, not
/// ready when a need for capacity is not, unknown otherwise.
pub fn readiness(service: &Service, site: &Site, assessment: &SiteAssessment) -> ServiceReadiness {
    let mut needs = needs(service, site, assessment);
    needs.sort_by_key(|(need, _)| need.name());
    let of = |wanted| {
        let picked = needs.iter().filter(move |(_, known)| *known == wanted);
        picked.map(|(need, _)| *need).collect::<Vec<Need>>()
    };
    let (not_met, not_known) = (of(Knowledge::No), of(Knowledge::Unknown));
    let status = if not_met.iter().any(|need| need.is_capacity()) {
        Readiness::NotReady
    } else if not_known.iter().any(|need| need.is_capacity()) {
        Readiness::Unknown
    } else if !not_met.is_empty() {
        Readiness::AtRisk
    } else if !not_known.is_empty() {
        Readiness::Unknown
    } else {
        Readiness::Ready
    };
    ServiceReadiness { status, not_met, not_known }
}

fn needs(service: &Service, site: &Site, assessment: &SiteAssessment) -> Vec<(Need, Knowledge)> {
    let mut needs = Vec::new();
    if service.fixed {
        needs.push((Need::Fixed, assessment.fixed.is_connected()));
    }
    match rate_needed(service, site) {
        RateNeeded::None => {}
        RateNeeded::Unknown => {
            // What the site as a whole needs may be missing already.
            let for_site =
                offers(assessment, service.download.unwrap_or(Mbps::ZERO), service.fixed);
            needs.push((Need::Download, for_site.and(Knowledge::Unknown)));
        }
        RateNeeded::Rate(rate) => {
            needs.push((Need::Download, offers(assessment, rate, service.fixed)));
        }
    }
    if service.single_points == SinglePointsAllowed::None {
        needs.push((Need::SinglePoints, assessment.is_redundant()));
    }
    match service.fallback {
        FallbackNeeded::None => {}
        FallbackNeeded::Any => {
            let covered = assessment.mobile.at_least(1, |network| network.at_10);
            needs.push((Need::Fallback, covered));
        }
        FallbackNeeded::Independent => {
            needs.push((Need::Fallback, assessment.failures.falls_back));
        }
    }
    if let Some(hours) = service.endurance {
        needs.push((Need::Endurance, assessment.failures.endurance.lasts(hours)));
    }
    needs
}

/// The download rate that a service needs at a site.
pub enum RateNeeded {
    /// None.
    None,
    /// This rate.
    Rate(Mbps),
    /// The rate depends on the number of persons, which is not known.
    Unknown,
}

impl RateNeeded {
    /// The rate, where there is one and it is known.
    pub fn known(self) -> Option<Mbps> {
        match self {
            Self::Rate(rate) => Some(rate),
            Self::None | Self::Unknown => None,
        }
    }
}

/// Which download rate a service needs at a site.
pub fn rate_needed(service: &Service, site: &Site) -> RateNeeded {
    let for_site = service.download.unwrap_or(Mbps::ZERO);
    match (service.download_per_person, site.persons) {
        (None, _) if service.download.is_none() => RateNeeded::None,
        (None, _) => RateNeeded::Rate(for_site),
        (Some(_), None) => RateNeeded::Unknown,
        (Some(each), Some(persons)) => Mbps::new(each.value() * f64::from(persons))
            .map_or(RateNeeded::Unknown, |for_all| RateNeeded::Rate(for_site.max(for_all))),
    }
}

/// Whether the site has the rate, over its fixed connection or, where that is allowed, over a
/// radio network.
fn offers(assessment: &SiteAssessment, rate: Mbps, fixed_only: bool) -> Knowledge {
    let over_fixed = assessment.fixed.is_connected().and(assessment.fixed.meets(rate));
    if fixed_only {
        return over_fixed;
    }
    let mobile = &assessment.mobile;
    let over_mobile = if mobile.best_download().is_some_and(|best| best >= rate) {
        Knowledge::Yes
    } else if rate.value() <= 10.0 {
        mobile.at_least(1, |network| network.at_10)
    } else if rate.value() <= 30.0 {
        mobile.at_least(1, |network| network.at_30)
    } else {
        // A network that does not reach 30 Mbit/s does not reach more. Of one that does, the best
        // rate that a layer states has been asked above; a layer may leave its rate open.
        mobile.at_least(1, |network| match network.at_30 {
            Knowledge::Yes if network.rate_open => Knowledge::Unknown,
            Knowledge::Yes => Knowledge::No,
            other => other,
        })
    };
    over_fixed.or(over_mobile)
}

/// The list of the names of the built-in services.
const SERVICES: &str = "service";
/// The language in which tables name them.
const NAMED_IN: Language = Language::Sv;

/// What readers of a language call a service: a built-in one has a name in each.
pub fn name_for(words: Words, id: &str, name: &str) -> String {
    let is_built_in = Words(NAMED_IN).code_by_id(SERVICES, id).is_some_and(|own| own == name);
    let own = words.code_by_id(SERVICES, id).filter(|_| is_built_in);
    own.unwrap_or_else(|| name.to_owned())
}

/// Where the needs of a service come from, for readers of a language; nothing where nobody says so.
pub fn source_for(words: Words, service: &Service) -> Option<String> {
    let source = service.source.clone()?;
    let built_in = Words(NAMED_IN).form_by_id(SERVICES, &service.id, form::Source);
    let own = words.form_by_id(SERVICES, &service.id, form::Source);
    own.filter(|_| built_in.is_some_and(|built_in| built_in == source)).or(Some(source))
}

/// The built-in services. Rates are from published guidance where `source` names it; every need
/// for redundancy, fallback and endurance is an assumption for the municipality to set.
pub fn built_in() -> Vec<Service> {
    use SiteKind::{CareHome, HealthCentre, Preschool, School};
    let words = Words(NAMED_IN);
    let rate = |mbps: f64| Mbps::new(mbps);
    let service = |id: &str, kinds: &[SiteKind]| Service {
        id: id.to_owned(),
        name: words.code_by_id(SERVICES, id).expect("its name"),
        kinds: kinds.to_vec(),
        download: None,
        download_per_person: None,
        fixed: false,
        single_points: SinglePointsAllowed::Any,
        fallback: FallbackNeeded::None,
        endurance: None,
        source: words.form_by_id(SERVICES, id, form::Source),
    };
    vec![
        Service { download: rate(10.0), ..service("administration", &SiteKind::ALL) },
        Service {
            download_per_person: rate(1.0),
            fixed: true,
            ..service("digital_exams", &[School])
        },
        Service {
            download_per_person: rate(0.1),
            fixed: true,
            ..service("learning_platform", &[School])
        },
        Service {
            download: rate(6.0),
            ..service("video_conference", &[School, Preschool, HealthCentre])
        },
        Service {
            download: rate(10.0),
            fallback: FallbackNeeded::Any,
            ..service("video_visits", &[CareHome, HealthCentre])
        },
        Service {
            download: rate(4.0),
            fallback: FallbackNeeded::Any,
            ..service("remote_monitoring", &[CareHome, HealthCentre])
        },
        Service {
            download: rate(1.0),
            single_points: SinglePointsAllowed::None,
            fallback: FallbackNeeded::Independent,
            endurance: Hours::new(24.0),
            ..service("safety_alarms", &[CareHome])
        },
        Service {
            download: rate(20.0),
            fixed: true,
            single_points: SinglePointsAllowed::None,
            fallback: FallbackNeeded::Independent,
            endurance: Hours::new(24.0),
            ..service("night_supervision", &[CareHome])
        },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language::{En, Sv};

    #[test]
    fn a_built_in_service_has_a_name_and_a_source_in_each_language_and_others_have_their_own() {
        for service in built_in() {
            let [sv, en] = [Sv, En].map(|one| name_for(Words(one), &service.id, &service.name));
            assert_eq!(sv, service.name);
            assert_ne!(en, sv, "{}", service.id);
            let [sv, en] = [Sv, En].map(|one| source_for(Words(one), &service));
            assert_eq!(sv, service.source);
            assert!(en.is_some(), "{}", service.id);
        }
        let own = Service {
            name: "Larm".to_owned(),
            source: Some("Nämndbeslut".to_owned()),
            ..built_in().remove(6)
        };
        assert_eq!(name_for(Words(En), &own.id, &own.name), "Larm");
        assert_eq!(source_for(Words(En), &own).as_deref(), Some("Nämndbeslut"));
    }
}
