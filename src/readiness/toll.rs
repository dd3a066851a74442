//! What an outage takes from a number of sites together.

use crate::model::knowledge::Knowledge;
use crate::model::site::{Site, SiteKind};
use crate::readiness::outage::{Left, Outcome};

/// How many sites have what before and after, and who is at those without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Toll {
    /// All of them.
    pub sites: usize,
    /// Known to have had some service.
    pub with_service_before: usize,
    /// Known to have some service.
    pub with_service_after: usize,
    /// Known to have none; those that had none before among them.
    pub without: usize,
    /// Of which it is not known whether they have any.
    pub unknown: usize,
    /// Those without that had, or may have had, service before.
    pub loses_all: usize,
    /// Fixed service is lost, and mobile is left.
    pub loses_fixed: usize,
    /// Mobile service is lost, and fixed is left.
    pub loses_mobile: usize,
    /// Schools without any service.
    pub schools_without: usize,
    /// Care homes without any service.
    pub care_homes_without: usize,
    /// Persons at sites without any service, as far as known.
    pub persons_without: u64,
    /// Sites without any service whose number of persons is not known.
    pub sites_persons_unknown: usize,
}

impl Toll {
    /// Sums up.
    pub fn of<'a>(sites: impl IntoIterator<Item = (&'a Site, &'a Left)>) -> Self {
        let mut toll = Self::default();
        for (site, left) in sites {
            toll.sites += 1;
            toll.with_service_before += usize::from(left.before.any() == Knowledge::Yes);
            match left.after.any() {
                Knowledge::Yes => toll.with_service_after += 1,
                Knowledge::Unknown => toll.unknown += 1,
                Knowledge::No => toll.add_without(site),
            }
            match left.outcome() {
                Outcome::LosesAll => toll.loses_all += 1,
                Outcome::LosesFixed => toll.loses_fixed += 1,
                Outcome::LosesMobile => toll.loses_mobile += 1,
                Outcome::Unknown | Outcome::KeepsSome | Outcome::KeepsAll | Outcome::HadNone => {}
            }
        }
        toll
    }

    fn add_without(&mut self, site: &Site) {
        self.without += 1;
        self.schools_without += usize::from(site.kind == SiteKind::School);
        self.care_homes_without += usize::from(site.kind == SiteKind::CareHome);
        match site.persons {
            Some(persons) => self.persons_without += u64::from(persons),
            None => self.sites_persons_unknown += 1,
        }
    }
}
