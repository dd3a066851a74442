//! The maps of a run, filled from its result.

use std::collections::HashSet;
use std::path::Path;

use crate::drawing::about::{DIRECTORY, about};
use crate::drawing::map::{
    EnduranceCurve, Hit, MapSite, MapSpan, NamedArea, PANELS_AT_MOST, ScoredArea, endurance_plot,
    score_map, site_map,
};
use crate::drawing::palette::SiteCondition;
use crate::drawing::plots;
use crate::error::Error;
use crate::model::coverage::FixedStatus;
use crate::model::framework::Framework;
use crate::model::knowledge::Knowledge;
use crate::model::network::SpanIdx;
use crate::network::element::Element;
use crate::readiness::site::{Flag, SiteAssessment};
use crate::report::{Report, rests_on};
use crate::table::Edition;
use crate::units::Score;
use crate::words::key;

/// The score map, without ending.
pub const SCORE: &str = "score";
/// The site map, without ending.
pub const SITES: &str = "sites";
/// The plot of endurance, without ending.
pub const ENDURANCE: &str = "endurance";

/// Draws every map of an edition.
pub fn write(report: &Report<'_>, directory: &Path) -> Result<(), Error> {
    let directory = directory.join(DIRECTORY);
    std::fs::create_dir(&directory).map_err(|cause| Error::write(&directory, cause))?;
    write_score(report, &directory)?;
    if report.edition == Edition::Full {
        write_sites(report, &directory)?;
        write_endurance(report, &directory)?;
    }
    plots::write(report, &directory)
}

fn write_score(report: &Report<'_>, directory: &Path) -> Result<(), Error> {
    let words = report.words();
    let rests_on = rests_on::sentence(&report.assessment.asked, words);
    let composite = &report.assessment.composite;
    let municipalities = report.inputs.municipalities.iter().enumerate();
    let areas: Vec<ScoredArea<'_>> = municipalities
        .map(|(place, municipality)| {
            let index = composite.standing(place, Framework::ROOT);
            ScoredArea {
                code: municipality.code.as_str(),
                name: &municipality.name,
                area: &municipality.area,
                score: index.and_then(|index| index.score.value.ok()),
                low: index.map_or(Score::MIN, |index| index.score.low),
                high: index.map_or(Score::MAX, |index| index.score.high),
                rank: index.and_then(|index| index.rank),
                services: report.assessment.municipalities[place].service_places,
            }
        })
        .collect();
    let subtitle = words.say(key::MapScoreSubtitle { rests_on });
    let about = about(report, &words.say(key::MapScoreTitle), subtitle);
    score_map(&areas, &about, &directory.join(SCORE))
}

fn write_sites(report: &Report<'_>, directory: &Path) -> Result<(), Error> {
    let words = report.words();
    let areas: Vec<NamedArea<'_>> = report
        .inputs
        .municipalities
        .iter()
        .map(|m| NamedArea { name: &m.name, area: &m.area })
        .collect();
    let sites = report.inputs.sites.iter().zip(&report.assessment.sites);
    let sites: Vec<MapSite> = sites
        .filter_map(|(site, found)| {
            Some(MapSite { place: site.place?, kind: site.kind, condition: condition(found) })
        })
        .collect();
    let mut routes = Vec::new();
    if let Some(network) = &report.inputs.infrastructure.network {
        let points: HashSet<Element> =
            report.assessment.elements.iter().map(|e| e.element).collect();
        for (i, span) in network.spans().iter().enumerate() {
            let idx = SpanIdx(i as u32);
            if let (true, Some(route)) = (span.in_service, network.line(idx)) {
                routes.push((route, points.contains(&Element::Span(idx))));
            }
        }
    }
    let spans: Vec<MapSpan<'_>> = routes
        .iter()
        .map(|(route, single_point)| MapSpan { route, marked: *single_point })
        .collect();
    let about = about(report, &words.say(key::MapSitesTitle), words.say(key::MapSitesSubtitle));
    site_map(&areas, &sites, &spans, &Hit::default(), &about, &directory.join(SITES))
}

/// The region first, then each municipality; of more than there is room for those with most sites.
fn write_endurance(report: &Report<'_>, directory: &Path) -> Result<(), Error> {
    let municipalities = &report.inputs.municipalities;
    let mut curves: Vec<EnduranceCurve<'_>> = municipalities
        .iter()
        .map(|m| EnduranceCurve { name: &m.name, sites: 0, steps: Vec::new() })
        .collect();
    let words = report.words();
    let name = words.say(key::PlotAllMunicipalities);
    let mut whole = EnduranceCurve { name: &name, sites: 0, steps: Vec::new() };
    for point in &report.assessment.curves {
        let step = (point.hours.value(), point.with_service, point.unknown);
        let curve = &mut curves[point.municipality];
        curve.sites = point.sites;
        curve.steps.push(step);
    }
    curves.retain(|curve| curve.sites > 0);
    if let Some(first) = curves.first() {
        whole.sites = curves.iter().map(|curve| curve.sites).sum();
        whole.steps = first.steps.iter().map(|&(hours, ..)| (hours, 0, 0)).collect();
        // Every municipality has the same hours.
        for curve in &curves {
            for (sum, step) in whole.steps.iter_mut().zip(&curve.steps) {
                sum.1 += step.1;
                sum.2 += step.2;
            }
        }
    }
    if curves.len() >= PANELS_AT_MOST {
        let mut sizes: Vec<usize> = curves.iter().map(|curve| curve.sites).collect();
        sizes.sort_unstable_by(|a, b| b.cmp(a));
        let limit = sizes[PANELS_AT_MOST - 2];
        curves.retain(|curve| curve.sites >= limit);
    }
    curves.insert(0, whole);
    let subtitle = words.say(key::PlotEnduranceSubtitle);
    let about = about(report, &words.say(key::PlotEnduranceTitle), subtitle);
    endurance_plot(&curves, &about, &directory.join(ENDURANCE))
}

/// The worst that is known of a site.
fn condition(found: &SiteAssessment) -> SiteCondition {
    match found.fixed.status {
        FixedStatus::None | FixedStatus::Passed | FixedStatus::Planned => {
            SiteCondition::Unconnected
        }
        _ if found.flags.contains(&Flag::SpofNetwork) => SiteCondition::SinglePoint,
        _ if found.meets_target == Knowledge::No => SiteCondition::BelowTarget,
        FixedStatus::Unknown => SiteCondition::Unknown,
        FixedStatus::Connected => SiteCondition::NothingFound,
    }
}
