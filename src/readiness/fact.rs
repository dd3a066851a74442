//! Kinds of facts that a project may name a source for, and which of them an indicator rests on.
//!
//! An indicator is asked when the project names a source for every kind of fact that its answer can
//! hang on. With less, it would be answered at some sites by luck and mean something else as soon
//! as one more source came; so leaving out a source changes what the score rests on, and nothing of
//! what it still rests on.

use std::collections::BTreeSet;

use crate::model::requirement::{FallbackNeeded, Service, SinglePointsAllowed};
use crate::words::codes;

codes! {
    /// A kind of fact about sites, or about what they hang on.
    pub enum Fact: "fact" {
        /// Whether a site has a fixed connection.
        Connection = "connection",
        /// How fast it is.
        Rate = "download",
        /// Where a radio network offers which rate.
        Mobile = "mobile",
        /// The same of a second radio network.
        SecondNetwork = "second_network",
        /// How the network runs.
        Network = "network",
        /// How long the nodes of the network last without grid power.
        NodePower = "node_power",
        /// Where the masts are and what they hang on.
        Masts = "masts",
        /// How long the backup power of a site lasts.
        BackupPower = "backup_power",
        /// Which power feeds a site has.
        PowerFeeds = "power_feeds",
        /// How many persons depend on a site.
        Persons = "persons",
    }
}

/// The kinds of facts that a project names a source for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared(BTreeSet<Fact>);

impl Declared {
    /// From the kinds themselves.
    pub fn new(facts: impl IntoIterator<Item = Fact>) -> Self {
        Self(facts.into_iter().collect())
    }

    /// Whether there is a source for a kind.
    pub fn has(&self, fact: Fact) -> bool {
        self.0.contains(&fact)
    }

    /// Whether there is one for each of them.
    pub fn has_all(&self, facts: &[Fact]) -> bool {
        facts.iter().all(|fact| self.has(*fact))
    }
}

/// What it takes to say how long a site keeps some service without grid power.
pub const ENDURANCE: [Fact; 6] = [
    Fact::Connection,
    Fact::Mobile,
    Fact::Network,
    Fact::NodePower,
    Fact::Masts,
    Fact::BackupPower,
];

/// What it takes to say whether a backup fails together with what it stands in for.
pub const INDEPENDENCE: [Fact; 4] = [Fact::Connection, Fact::Mobile, Fact::Network, Fact::Masts];

/// What the readiness of sites for a service rests on.
pub fn service_rests_on(service: &Service) -> Vec<Fact> {
    let mut facts = BTreeSet::new();
    if service.fixed {
        facts.insert(Fact::Connection);
    }
    if service.download.is_some() || service.download_per_person.is_some() {
        facts.extend([Fact::Connection, Fact::Rate]);
        if !service.fixed {
            facts.insert(Fact::Mobile);
        }
    }
    if service.download_per_person.is_some() {
        facts.insert(Fact::Persons);
    }
    if service.single_points == SinglePointsAllowed::None {
        facts.extend([Fact::Connection, Fact::Network]);
    }
    match service.fallback {
        FallbackNeeded::None => {}
        FallbackNeeded::Any => {
            facts.insert(Fact::Mobile);
        }
        FallbackNeeded::Independent => facts.extend(INDEPENDENCE),
    }
    if service.endurance.is_some() {
        facts.extend(ENDURANCE);
    }
    facts.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readiness::service::built_in;

    #[test]
    fn a_service_rests_on_what_its_needs_ask() {
        let of = |id: &str| {
            let services = built_in();
            let found = services.iter().find(|service| service.id == id).expect("built in");
            service_rests_on(found)
        };
        use Fact::{Connection, Mobile, Persons, Rate};
        assert_eq!(of("administration"), [Connection, Rate, Mobile]);
        assert_eq!(of("digital_exams"), [Connection, Rate, Persons]);
        assert!(ENDURANCE.iter().all(|fact| of("safety_alarms").contains(fact)));
    }

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<&str> = Fact::ALL.iter().map(|fact| fact.name()).collect();
        assert_eq!(names.len(), Fact::ALL.len());
    }
}
