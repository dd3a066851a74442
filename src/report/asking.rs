//! What to ask next, in words: of whom, about what, and where the answer goes.

use crate::readiness::fact::Fact;
use crate::readiness::question::Holder;
use crate::words::Language::{self, En, Sv};

/// Who holds a fact, as a rule.
pub fn holder(language: Language, holder: Holder) -> &'static str {
    match (language, holder) {
        (Sv, Holder::SiteOwner) => "verksamheternas huvudman",
        (Sv, Holder::NetworkOwner) => "nätägaren",
        (Sv, Holder::MobileOperator) => "mobiloperatörerna",
        (Sv, Holder::MastOwner) => "mastägarna",
        (Sv, Holder::GridOwner) => "elnätsföretaget",
        (Sv, Holder::Municipality) => "kommunen",
        (En, Holder::SiteOwner) => "the owner of the sites",
        (En, Holder::NetworkOwner) => "the owner of the network",
        (En, Holder::MobileOperator) => "the mobile operators",
        (En, Holder::MastOwner) => "the owners of the masts",
        (En, Holder::GridOwner) => "the owner of the power grid",
        (En, Holder::Municipality) => "the municipality",
    }
}

/// About what, within a sentence that asks somebody: a kind of fact at so many sites.
pub fn about(language: Language, fact: Fact, count: usize) -> String {
    match language {
        Sv => sv(fact, count),
        En => en(fact, count),
    }
}

/// The same of an indicator that municipalities bring themselves, by what people call it.
pub fn about_value(language: Language, name: &str) -> String {
    match language {
        Sv => format!("om värdet av ”{name}”"),
        En => format!("for the value of “{name}”"),
    }
}

fn sv(fact: Fact, count: usize) -> String {
    let one = count == 1;
    let at = format!("{count} {}", if one { "verksamhet" } else { "verksamheter" });
    match fact {
        Fact::Connection => format!("om {at} har fast anslutning"),
        Fact::Rate => {
            format!(
                "om hastigheten vid {count} {}",
                if one { "anslutning" } else { "anslutningar" }
            )
        }
        Fact::Mobile | Fact::SecondNetwork => format!("om täckningen vid {at}"),
        Fact::Network => format!("om vilken nod {at} hänger på"),
        Fact::NodePower => {
            format!("om hur länge noderna som {at} hänger på klarar sig utan elnät")
        }
        Fact::Masts => {
            format!("om masternas räckvidd, nod, elmatning och batteri, för {at}")
        }
        Fact::BackupPower => format!("om hur länge den egna reservkraften räcker vid {at}"),
        Fact::PowerFeeds => format!("om hur många elmatningar {at} har"),
        Fact::Persons => format!("om hur många personer som finns vid {at}"),
    }
}

fn en(fact: Fact, count: usize) -> String {
    let one = count == 1;
    let at = format!("{count} {}", if one { "site" } else { "sites" });
    let has = if one { "has" } else { "have" };
    match fact {
        Fact::Connection => format!("whether {at} {has} a fixed connection"),
        Fact::Rate => {
            format!("for the rate of {count} {}", if one { "connection" } else { "connections" })
        }
        Fact::Mobile | Fact::SecondNetwork => format!("about the coverage at {at}"),
        Fact::Network => format!("on which node {at} {}", if one { "hangs" } else { "hang" }),
        Fact::NodePower => format!("how long the nodes of {at} last without grid power"),
        Fact::Masts => {
            format!("for the reach, node, power feed and battery of the masts, for {at}")
        }
        Fact::BackupPower => format!("how long the backup power of {at} lasts"),
        Fact::PowerFeeds => format!("how many power feeds {at} {has}"),
        Fact::Persons => format!("how many persons depend on {at}"),
    }
}

/// Where in the project file the answer goes; `name` marks the names of sections and keys.
pub fn key(language: Language, project_key: &str, name: impl Fn(&str) -> String) -> String {
    let (section, key) = match project_key.split_once(' ') {
        Some((section, key)) => (section, Some(key)),
        None => (project_key, None),
    };
    let section = name(section);
    match (key, language) {
        (None, Sv) => format!("en fil under {section}"),
        (None, En) => format!("a file under {section}"),
        (Some("power"), Sv) => format!("tabellen {} i {section}", name("power")),
        (Some("power"), En) => format!("the table {} in {section}", name("power")),
        (Some(key), Sv) => format!("kolumnen {} i {section}", name(key)),
        (Some(key), En) => format!("the column {} in {section}", name(key)),
    }
}
