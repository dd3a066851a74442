//! Where the score and the digital services tell different stories, and what one counts that the
//! other does not.

use crate::document::{Document, Run, Text};
use crate::model::framework::{Framework, GroupIdx, IndicatorIdx};
use crate::readiness::contrast::{Contrast, asks, contrasts};
use crate::readiness::service::{Need, Readiness, ServiceReadiness};
use crate::report::Report;
use crate::report::services_ready::services_ready;
use crate::score::standing::median;
use crate::units::Score;
use crate::visible::one_line;
use crate::words::key::{self, form};

/// A heading and a line for each such municipality; nothing where there is none.
pub fn contrast(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
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
    page.section(words.say(key::ReportContrastHeading), "contrast");
    page.paragraph([words.say(key::ReportContrastAbout)]);
    for one in found {
        page.item(line(report, one));
    }
}

fn line(report: &Report<'_>, one: Contrast) -> Text {
    let words = report.words();
    let Contrast { unit, by_score, by_services, among } = one;
    let places = report.assessment.municipalities[unit].service_places;
    let ready = services_ready(words, places).unwrap_or_default();
    let is_higher_by_score = by_score < by_services;
    let sentences = [
        Some(words.say(key::ReportContrast { by_score, by_services, among, ready })),
        pillar(report, unit, is_higher_by_score),
        need(report, unit, is_higher_by_score),
    ];
    let sentences: Vec<String> = sentences.into_iter().flatten().collect();
    Text::strong(one_line(&report.inputs.municipalities[unit].name))
        .then(Run::Plain(format!(": {}", sentences.join(" "))))
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
    let words = report.words();
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
    let name = one_line(report.group_name(pillar));
    let (own, median) = (own.rounded(), median.rounded());
    Some(if lifts {
        words.say(key::ReportContrastLifted { name, own, median, services, asking })
    } else {
        words.say(key::ReportContrastLowered { name, own, median, services, asking })
    })
}

/// What most of the services that are not ready lack, where they are what is worse.
fn need(report: &Report<'_>, unit: usize, is_worse_by_services: bool) -> Option<String> {
    let words = report.words();
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
    let (all, what) = (wanting.len(), words.form(need, form::A));
    match (lacks, open) {
        (0, 0) => None,
        (_, 0) => Some(words.say(key::ReportContrastLacking { all, lacks, what })),
        _ => Some(words.say(key::ReportContrastLackingOpen { all, lacks, what, open })),
    }
}
