//! Where the score and the digital services tell different stories, and what one counts that the
//! other does not.

use std::fmt::Write as _;

use crate::model::framework::{Framework, GroupIdx, IndicatorIdx};
use crate::readiness::contrast::{Contrast, asks, contrasts};
use crate::readiness::service::{Need, Readiness, ServiceReadiness};
use crate::report::html::{escape, group_name, said};
use crate::report::services_ready::services_ready;
use crate::report::{Report, one_line};
use crate::score::standing::median;
use crate::units::Score;
use crate::words::Language::{En, Sv};

/// A heading and a line for each such municipality; nothing where there is none.
pub(super) fn contrast(report: &Report<'_>, page: &mut String) {
    let composite = &report.assessment.composite;
    let units = report.assessment.municipalities.iter().enumerate();
    let units = units.map(|(place, unit)| {
        let rank = composite.standing(place, Framework::ROOT).and_then(|index| index.rank);
        (rank, unit.service_places)
    });
    let units: Vec<_> = units.collect();
    let found = contrasts(&units);
    if found.is_empty() {
        return;
    }
    let _ = writeln!(
        page,
        "<h2>{}</h2>\n<p>{}</p>\n<ul>",
        said(
            report,
            "Poängen och tjänsterna berättar olika saker",
            "The score and the services tell different stories",
        ),
        said(
            report,
            "Poängen väger ihop indikatorer. En tjänst är redo först när allt den kräver säkert är \
             uppfyllt, och frågar inte efter mer. Här skiljer sig platsen efter poäng från platsen \
             efter andelen redo tjänster med mer än en fjärdedel av listan.",
            "The score combines indicators. A service is ready only when everything it needs is \
             known to be met, and asks for nothing more. Here the place by score differs from the \
             place by the share of ready services by more than a quarter of the list.",
        ),
    );
    for one in found {
        let _ = writeln!(page, "<li>{}</li>", line(report, one));
    }
    page.push_str("</ul>\n");
}

fn line(report: &Report<'_>, one: Contrast) -> String {
    let Contrast { unit, by_score, by_services, among } = one;
    let name = escape(&one_line(&report.inputs.municipalities[unit].name));
    let places = report.assessment.municipalities[unit].service_places;
    let ready = services_ready(report.language, places).unwrap_or_default();
    let mut text = match report.language {
        Sv => format!(
            "<b>{name}</b>: plats {by_score} av {among} efter poäng och {by_services} efter \
             tjänster ({ready})."
        ),
        En => format!(
            "<b>{name}</b>: place {by_score} of {among} by score and {by_services} by services \
             ({ready})."
        ),
    };
    let is_higher_by_score = by_score < by_services;
    for reason in [pillar(report, unit, is_higher_by_score), need(report, unit, is_higher_by_score)]
    {
        text += &reason.map_or_else(String::new, |reason| format!(" {reason}"));
    }
    text
}

/// The services that concern a municipality's sites, one for each site.
fn places<'r>(
    report: &'r Report<'_>,
    unit: usize,
) -> impl Iterator<Item = &'r (usize, ServiceReadiness)> {
    let assessment = report.assessment;
    let sites = assessment.sites.iter().zip(&assessment.service_readiness);
    let own =
        sites.filter(move |(site, _)| site.location.municipality.is_some_and(|m| m.0 == unit));
    own.flat_map(|(_, readiness)| readiness)
}

/// Of how many of them the service needs something that a pillar counts.
fn asking(report: &Report<'_>, unit: usize, pillar: GroupIdx) -> usize {
    let framework = report.assessment.asked.whole();
    let counted: Vec<&str> = framework
        .indicators()
        .iter()
        .enumerate()
        .filter(|(i, _)| {
            let parent = framework.parent_of_indicator(IndicatorIdx(*i));
            framework.pillar_of(parent) == Some(pillar)
        })
        .map(|(_, indicator)| indicator.id.as_str())
        .collect();
    let services = &report.assessment.services;
    let asks_any =
        |service: usize| counted.iter().any(|indicator| asks(&services[service], indicator));
    places(report, unit).filter(|(service, _)| asks_any(*service)).count()
}

/// What lifts the score, or draws it down, and is asked for by few of the services: the pillar in
/// which the municipality is farthest from the median, times the part of its services that do not
/// need what the pillar counts.
fn pillar(report: &Report<'_>, unit: usize, lifts: bool) -> Option<String> {
    let framework = report.assessment.asked.whole();
    let services = report.assessment.municipalities[unit].service_places.all;
    let of = |unit: usize, pillar: GroupIdx| {
        report.assessment.composite.standing(unit, pillar)?.score.value.ok()
    };
    let beside = framework.pillars().filter_map(|pillar| {
        let own = of(unit, pillar)?;
        let all = (0..report.inputs.municipalities.len()).filter_map(|unit| of(unit, pillar));
        let median = Score::clamped(median(all.map(Score::value).collect())?)?;
        let apart = own.value() - median.value();
        let asking = asking(report, unit, pillar);
        let unasked = (if lifts { apart } else { -apart }) * (services - asking) as f64;
        (unasked > 0.0).then_some((unasked, pillar, own, median, asking))
    });
    // The first of equals, in the order of the framework.
    let (_, pillar, own, median, asking) =
        beside.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let name = escape(&one_line(group_name(report, pillar)));
    let (own, median) = (own.rounded(), median.rounded());
    Some(match (report.language, lifts) {
        (Sv, true) => format!(
            "Poängen lyfts av {name}: {own}, mot {median} för mittenkommunen. Det frågar {asking} \
             av de {services} tjänsterna efter."
        ),
        (En, true) => format!(
            "The score is lifted by {name}: {own}, beside {median} of the median municipality. Of \
             the {services} services {asking} need what it counts."
        ),
        (Sv, false) => format!(
            "Poängen dras ned av {name}: {own}, mot {median} för mittenkommunen. Det frågar \
             {asking} av de {services} tjänsterna efter."
        ),
        (En, false) => format!(
            "The score is drawn down by {name}: {own}, beside {median} of the median municipality. \
             Of the {services} services {asking} need what it counts."
        ),
    })
}

/// What most of the services that are not ready lack, where they are what is worse.
fn need(report: &Report<'_>, unit: usize, is_worse_by_services: bool) -> Option<String> {
    let wanting: Vec<_> = places(report, unit)
        .map(|(_, readiness)| readiness)
        .filter(|readiness| is_worse_by_services && readiness.status != Readiness::Ready)
        .collect();
    let lacking = |need: Need| {
        let lacks = wanting.iter().filter(|r| r.not_met.contains(&need)).count();
        (lacks, wanting.iter().filter(|r| r.not_known.contains(&need)).count())
    };
    let counts = Need::ALL.into_iter().map(|need| (need, lacking(need)));
    let (need, (lacks, open)) =
        counts.reduce(|a, b| if b.1.0 + b.1.1 > a.1.0 + a.1.1 { b } else { a })?;
    let all = wanting.len();
    let (what_sv, what_en) = match need {
        Need::Fixed => ("fast anslutning", "a fixed connection"),
        Need::Download => ("tillräcklig hastighet", "a sufficient rate"),
        Need::SinglePoints => {
            ("en väg som inget enskilt fel bryter", "a way that no single failure breaks")
        }
        Need::Fallback => ("reservväg", "a fallback"),
        Need::Endurance => ("uthållighet utan elnät", "endurance without grid power"),
    };
    (lacks + open > 0).then(|| match (report.language, open) {
        (Sv, 0) => format!("Av de {all} som inte är redo saknar {lacks} {what_sv}."),
        (En, 0) => format!("Of the {all} that are not ready {lacks} lack {what_en}."),
        (Sv, _) => format!(
            "Av de {all} som inte säkert är redo saknar {lacks} {what_sv}, och för {open} är det \
             inte känt."
        ),
        (En, _) => format!(
            "Of the {all} that are not known to be ready {lacks} lack {what_en}, and of {open} \
             that is not known."
        ),
    })
}
