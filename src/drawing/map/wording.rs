//! Every fixed text on a map, in both languages.

use crate::drawing::palette::{ServiceLost, ServiceNow, SiteCondition};
use crate::model::site::SiteKind;
use crate::report::shown::WIDE;
use crate::words::Language::{self, En, Sv};

pub mod plots;

/// The band over a map of invented data.
pub fn synthetic(language: Language) -> &'static str {
    match language {
        Sv => "SYNTETISKA DATA – inte verkligheten",
        En => "SYNTHETIC DATA – not reality",
    }
}

/// The band over a map of data with known gaps.
pub fn incomplete(language: Language) -> &'static str {
    match language {
        Sv => "OFULLSTÄNDIGA DATA",
        En => "INCOMPLETE DATA",
    }
}

/// The last line of the page.
pub fn credit(language: Language, source: &str, date: &str, crs: &str) -> String {
    let (from, on, system) = match language {
        Sv => ("Källa", "Datum", "Koordinatsystem"),
        En => ("Source", "Date", "Coordinate system"),
    };
    // A date and the name of a CRS are not torn apart at the end of a line.
    let whole = |name: &str, value: &str| format!("{name}: {value}").replace(' ', "\u{a0}");
    let parts =
        [(source, format!("{from}: {source}")), (date, whole(on, date)), (crs, whole(system, crs))];
    let stated = parts.into_iter().filter(|(value, _)| !value.is_empty());
    stated.map(|(_, text)| text).collect::<Vec<_>>().join(" · ")
}

/// The mark between a whole number and its decimals.
pub fn decimal(language: Language) -> char {
    match language {
        Sv => ',',
        En => '.',
    }
}

/// Over the score classes, and over the numbers beside them.
pub fn score_classes(language: Language) -> (&'static str, &'static str) {
    match language {
        Sv => ("Poäng 0–100", "kommuner"),
        En => ("Score 0–100", "municipalities"),
    }
}

/// In place of a score.
pub fn no_score(language: Language) -> &'static str {
    match language {
        Sv => "utan poäng",
        En => "no score",
    }
}

/// The class without a score, in the legend.
pub fn no_score_class(language: Language) -> &'static str {
    match language {
        Sv => "Utan poäng",
        En => "No score",
    }
}

/// The scores that are shown as a range, in the legend.
pub fn between_classes(language: Language) -> &'static str {
    match language {
        Sv => "Visas som intervall",
        En => "Shown as a range",
    }
}

/// What two colours in one municipality mean.
pub fn at_least_at_most(language: Language) -> &'static str {
    match language {
        Sv => "Med streck: minst så bra som ytans färg, högst så bra som streckens.",
        En => "With lines: at least as good as the ground, at most as good as the lines.",
    }
}

/// What a bar with a ring means.
pub fn wide_interval(language: Language) -> String {
    match language {
        Sv => format!(
            "Är intervallet {WIDE} poäng eller bredare står bara det. Ringen är den bästa \
             skattningen."
        ),
        En => format!(
            "Where the interval is {WIDE} points or wider it stands alone. The ring is the best \
             estimate."
        ),
    }
}

/// Under the score classes.
pub fn darker_is_better(language: Language) -> &'static str {
    match language {
        Sv => "Mörkare är bättre. Samma klasser varje år.",
        En => "Darker is better. Same classes every year.",
    }
}

/// What the bar means: a heading, and a sentence.
pub fn interval(language: Language) -> (&'static str, &'static str) {
    match language {
        Sv => (
            "Så säker är poängen",
            "Punkten är poängen. Fältet visar den lägsta och den högsta möjliga poängen med hänsyn \
             till det okända, samma tal som inom parentes.",
        ),
        En => (
            "How certain the score is",
            "The dot is the score. The field around it runs from the lowest to the highest score \
             that the unknowns allow, the numbers in brackets.",
        ),
    }
}

/// What the line under a score means.
pub fn services_ready(language: Language) -> &'static str {
    match language {
        Sv => {
            "Raden under poängen: hur många av de digitala tjänster som verksamheterna behöver som \
             är redo. En tjänst räknas en gång för varje verksamhet som den berör."
        }
        En => {
            "The line under the score: how many of the digital services that the sites need are \
             ready. A service counts once for each site that it concerns."
        }
    }
}

/// What a dot in an area without a label means.
pub fn class_uncertain(language: Language) -> &'static str {
    match language {
        Sv => "Osäker klass: det okända kan flytta kommunen till en annan klass",
        En => "Uncertain class: the unknowns could move the municipality to another",
    }
}

/// Where to look when there are too many areas for labels.
pub fn see_table(language: Language) -> &'static str {
    match language {
        Sv => "Poäng och intervall för varje kommun står i tabellen.",
        En => "The score and interval of every municipality are in the table.",
    }
}

/// Over the list of areas that have numbers on the map.
pub fn numbered(language: Language) -> &'static str {
    match language {
        Sv => "Kommuner med nummer på kartan",
        En => "Numbered municipalities",
    }
}

/// Over the legend of sites.
pub fn sites(language: Language) -> &'static str {
    match language {
        Sv => "Skolor, boenden och andra verksamheter",
        En => "Schools, care homes and other sites",
    }
}

/// What a mark says about a site.
pub fn condition(language: Language, condition: SiteCondition) -> &'static str {
    match (language, condition) {
        (Sv, SiteCondition::Unconnected) => "Saknar fast anslutning",
        (Sv, SiteCondition::SinglePoint) => "Hänger på en enda punkt",
        (Sv, SiteCondition::BelowTarget) => "Under hastighetsmålet",
        (Sv, SiteCondition::Unknown) => "Okänt",
        (Sv, SiteCondition::NothingFound) => "Ingen känd brist",
        (En, SiteCondition::Unconnected) => "No fixed connection",
        (En, SiteCondition::SinglePoint) => "Hangs on a single point",
        (En, SiteCondition::BelowTarget) => "Below the speed target",
        (En, SiteCondition::Unknown) => "Unknown",
        (En, SiteCondition::NothingFound) => "Nothing known to be wrong",
    }
}

/// What a mark says about the service of a site.
pub fn service_now(language: Language, service: ServiceNow) -> &'static str {
    match (language, service) {
        (Sv, ServiceNow::Nothing) => "Ingen tjänst",
        (Sv, ServiceNow::Unknown) => "Okänt om det finns tjänst",
        (Sv, ServiceNow::Mobile) => "Bara mobil känd",
        (Sv, ServiceNow::Fixed) => "Bara fast känd",
        (Sv, ServiceNow::Both) => "Fast och mobil",
        (En, ServiceNow::Nothing) => "No service",
        (En, ServiceNow::Unknown) => "Not known to have service",
        (En, ServiceNow::Mobile) => "Only mobile known",
        (En, ServiceNow::Fixed) => "Only fixed known",
        (En, ServiceNow::Both) => "Fixed and mobile",
    }
}

/// What a mark says an outage takes from a site.
pub fn service_lost(language: Language, lost: ServiceLost) -> &'static str {
    match (language, lost) {
        (Sv, ServiceLost::All) => "Förlorar all tjänst",
        (Sv, ServiceLost::Unknown) => "Ovisst om tjänst finns kvar",
        (Sv, ServiceLost::Fixed) => "Förlorar fast, mobil finns kvar",
        (Sv, ServiceLost::Mobile) => "Förlorar mobil, fast finns kvar",
        (Sv, ServiceLost::HadNone) => "Hade ingen tjänst innan",
        (Sv, ServiceLost::Nothing) => "Ingen känd förlust",
        (En, ServiceLost::All) => "Loses every service",
        (En, ServiceLost::Unknown) => "Not known if any is left",
        (En, ServiceLost::Fixed) => "Loses fixed, mobile is left",
        (En, ServiceLost::Mobile) => "Loses mobile, fixed is left",
        (En, ServiceLost::HadNone) => "Had none before",
        (En, ServiceLost::Nothing) => "No known loss",
    }
}

/// Every site has one mark.
pub fn service_note(language: Language) -> &'static str {
    match language {
        Sv => "Varje verksamhet visas en gång.",
        En => "Every site is shown once.",
    }
}

/// Over the legend of the network in an outage, and its two kinds of cable.
pub fn network_failed(language: Language) -> (&'static str, &'static str, &'static str) {
    match language {
        Sv => ("Nät", "Kabel", "Kabel som slås ut"),
        En => ("Network", "Cable", "Cable that fails"),
    }
}

/// A node or mast that fails, and the area that is hit, in the legend.
pub fn hit(language: Language) -> (&'static str, &'static str) {
    match language {
        Sv => ("Nod eller mast som slås ut", "Område som drabbas"),
        En => ("Node or mast that fails", "Area that is hit"),
    }
}

/// Every site has one mark, by what is worst.
pub fn worst_counts(language: Language) -> &'static str {
    match language {
        Sv => "Varje verksamhet visas en gång, med den allvarligaste bristen.",
        En => "Every site is shown once, by what is worst there.",
    }
}

/// So many of a kind of site: `1 skola`, `12 särskilda boenden`.
pub fn kind(language: Language, kind: SiteKind, count: usize) -> String {
    let (one, many) = match (language, kind) {
        (Sv, SiteKind::School) => ("skola", "skolor"),
        (Sv, SiteKind::Preschool) => ("förskola", "förskolor"),
        (Sv, SiteKind::CareHome) => ("särskilt boende", "särskilda boenden"),
        (Sv, SiteKind::HealthCentre) => ("vårdmottagning", "vårdmottagningar"),
        (Sv, SiteKind::Other) => ("annan", "andra"),
        (En, SiteKind::School) => ("school", "schools"),
        (En, SiteKind::Preschool) => ("preschool", "preschools"),
        (En, SiteKind::CareHome) => ("care home", "care homes"),
        (En, SiteKind::HealthCentre) => ("health centre", "health centres"),
        (En, SiteKind::Other) => ("other", "other"),
    };
    // The number stays on the line of what it counts.
    format!("{count} {}", if count == 1 { one } else { many }).replace(' ', "\u{a0}")
}

/// Sites that are not on the map.
pub fn off_map(language: Language, count: usize) -> String {
    match language {
        Sv if count == 1 => "1 plats ligger utanför kartan.".to_owned(),
        Sv => format!("{count} verksamheter ligger utanför kartan."),
        En if count == 1 => "1 site lies outside the map.".to_owned(),
        En => format!("{count} sites lie outside the map."),
    }
}

/// Over the legend of the network, and its two kinds of cable.
pub fn network(language: Language) -> (&'static str, &'static str, &'static str) {
    match language {
        Sv => ("Nät", "Kabel", "Kabel utan reservväg"),
        En => ("Network", "Cable", "Cable without another way"),
    }
}

/// Over the scale bar.
pub fn scale(language: Language) -> &'static str {
    match language {
        Sv => "Skala",
        En => "Scale",
    }
}

/// The legend of the plot of endurance: with service, not known, without.
pub fn endurance(language: Language) -> (&'static str, &'static str, &'static str) {
    match language {
        Language::Sv => ("har tjänst", "okänt", "utan tjänst"),
        Language::En => ("with service", "not known", "without service"),
    }
}

/// How to read a panel of the plot of endurance.
pub fn how_to_read_endurance(language: Language) -> &'static str {
    match language {
        Language::Sv => {
            "Hela höjden är alla verksamheter; strecket till vänster är läget före avbrottet. Axeln visar timmar."
        }
        Language::En => {
            "The full height is all sites; the mark on the left is before the outage. The axis shows hours."
        }
    }
}

/// How many sites have service a day after grid power was lost.
pub fn after_a_day(language: Language, low: usize, high: usize, sites: usize) -> String {
    let count = if low == high { low.to_string() } else { format!("{low}–{high}") };
    match language {
        Language::Sv => format!("efter 24 timmar: {count} av {sites}"),
        Language::En => format!("after 24 hours: {count} of {sites}"),
    }
}

/// The sources of a plot.
pub fn credit_of_plot(language: Language, source: &str, date: &str) -> String {
    let (from, of) = match language {
        Language::Sv => ("Källa", "Datum"),
        Language::En => ("Source", "Date"),
    };
    match date {
        "" => format!("{from}: {source}"),
        date => format!("{from}: {source} · {of}:\u{a0}{date}"),
    }
}
