//! The maps of an outage: what service there was, and who loses what.

use std::collections::BTreeSet;
use std::path::Path;

use crate::crs::Projected;
use crate::drawing::about::{DIRECTORY, about};
use crate::drawing::map::{Hit, MapSite, MapSpan, NamedArea, SiteClass, site_map};
use crate::drawing::palette::{ServiceLost, ServiceNow};
use crate::error::Error;
use crate::model::knowledge::Knowledge;
use crate::model::network::SpanIdx;
use crate::network::element::Element;
use crate::readiness::outage::{Outcome, Services, Step};
use crate::report::outage::OutageReport;
use crate::words::key;

/// The map of what there was, without ending.
pub const BEFORE: &str = "before";

/// The map of an hour, without ending: `after`, or `after-24h` where grid power is lost.
pub fn after(outage: &OutageReport<'_>, step: &Step) -> String {
    match outage.grid {
        Some(_) => format!("after-{}h", step.hours.value()),
        None => "after".to_owned(),
    }
}

/// Draws the map before, and one for each hour.
pub fn write(outage: &OutageReport<'_>, directory: &Path) -> Result<(), Error> {
    let directory = directory.join(DIRECTORY);
    std::fs::create_dir(&directory).map_err(|cause| Error::write(&directory, cause))?;
    let words = outage.report.words();
    let subtitle = words.say(key::MapOutageBefore);
    let now = |at: usize| service_now(outage.steps[0].left[at].before);
    draw(outage, &subtitle, now, &Hit::default(), false, &directory.join(BEFORE))?;

    let of = &outage.report.inputs.infrastructure;
    let place = |element: Element| -> Option<Projected> {
        match element {
            Element::Mast(mast) => of.mast(mast).place,
            Element::Node(node) => of.network.as_ref()?.node(node).place,
            Element::PowerFeed(_) | Element::Span(_) | Element::Trench(_) => None,
        }
    };
    let points = outage.failed.iter().filter_map(|(element, _)| place(*element)).collect();
    let hit = Hit { points, areas: outage.areas };
    for step in outage.steps {
        let subtitle = match &outage.grid {
            None => words.say(key::MapOutageAfter),
            Some(_) => words.say(key::MapOutageAfterHours { hours: step.hours }),
        };
        let lost = |at: usize| service_lost(step.left[at].outcome());
        draw(outage, &subtitle, lost, &hit, true, &directory.join(after(outage, step)))?;
    }
    Ok(())
}

fn draw<C: SiteClass>(
    outage: &OutageReport<'_>,
    subtitle: &str,
    class: impl Fn(usize) -> C,
    hit: &Hit<'_>,
    mark_failed: bool,
    stem: &Path,
) -> Result<(), Error> {
    let report = &outage.report;
    let municipalities = &report.inputs.municipalities;
    let areas: Vec<NamedArea<'_>> =
        municipalities.iter().map(|m| NamedArea { name: &m.name, area: &m.area }).collect();
    let sites: Vec<MapSite<C>> = report
        .inputs
        .sites
        .iter()
        .enumerate()
        .filter_map(|(at, site)| {
            Some(MapSite { place: site.place?, kind: site.kind, condition: class(at) })
        })
        .collect();
    let failed = if mark_failed { failed_spans(outage) } else { BTreeSet::new() };
    let mut routes = Vec::new();
    if let Some(network) = &report.inputs.infrastructure.network {
        let numbered = network.spans().iter().zip(0..).filter(|(span, _)| span.in_service);
        for span in numbered.map(|(_, number)| SpanIdx(number)) {
            routes.extend(network.line(span).map(|route| (route, failed.contains(&span))));
        }
    }
    let spans: Vec<MapSpan<'_>> =
        routes.iter().map(|(route, marked)| MapSpan { route, marked: *marked }).collect();
    let about = about(report, outage.name, subtitle.to_owned());
    site_map(&areas, &sites, &spans, hit, &about, stem)
}

/// The spans that fail, by themselves or in a trench.
fn failed_spans(outage: &OutageReport<'_>) -> BTreeSet<SpanIdx> {
    let of = &outage.report.inputs.infrastructure;
    let mut spans = BTreeSet::new();
    for (element, _) in &outage.failed {
        match *element {
            Element::Span(span) => drop(spans.insert(span)),
            Element::Trench(trench) => spans.extend(&of.trench(trench).spans),
            Element::Mast(_) | Element::Node(_) | Element::PowerFeed(_) => {}
        }
    }
    spans
}

fn service_now(before: Services) -> ServiceNow {
    use Knowledge::{No, Yes};
    match (before.fixed, before.mobile) {
        (Yes, Yes) => ServiceNow::Both,
        (Yes, _) => ServiceNow::Fixed,
        (_, Yes) => ServiceNow::Mobile,
        (No, No) => ServiceNow::Nothing,
        _ => ServiceNow::Unknown,
    }
}

fn service_lost(outcome: Outcome) -> ServiceLost {
    match outcome {
        Outcome::LosesAll => ServiceLost::All,
        Outcome::Unknown => ServiceLost::Unknown,
        Outcome::LosesFixed => ServiceLost::Fixed,
        Outcome::LosesMobile => ServiceLost::Mobile,
        Outcome::HadNone => ServiceLost::HadNone,
        Outcome::KeepsSome | Outcome::KeepsAll => ServiceLost::Nothing,
    }
}
