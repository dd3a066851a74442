//! From what a scenario names to the elements of a project.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use geo::{BoundingRect, Intersects, LineString, Rect};

use crate::crs::{Area, Projected, WorkingCrs};
use crate::error::{Error, Fault, ProjectFault};
use crate::findings::{Finding, Findings, Rule};
use crate::ingest::areas::{self, AreasInput};
use crate::ingest::provenance::{InputFile, Sources};
use crate::model::coverage::MastIdx;
use crate::model::infrastructure::Infrastructure;
use crate::model::network::{Network, NodeIdx, SpanIdx};
use crate::model::power::FeedIdx;
use crate::model::site::Site;
use crate::network::element::{Element, ElementKind};
use crate::project::scenario::{Fails, GridLossInput, Scenario, What};
use crate::readiness::outage::{Failed, GridLoss};
use crate::spelling::nearest;
use crate::units::Hours;
use crate::words::{Language, Said, key};

/// A scenario in the terms of one project.
#[derive(Debug)]
pub struct Resolved {
    /// What fails.
    pub failed: Failed,
    /// By element, what names it: the first `[[fails]]` that does.
    pub named_by: BTreeMap<Element, String>,
    /// To whom grid power is lost, and the hours that are shown.
    pub grid: Option<(GridLoss, Vec<Hours>)>,
    /// The areas it names, for maps.
    pub areas: Vec<Area>,
}

/// Finds what a scenario names. A name that is not known beside known ones is a finding; where
/// nothing at all is known it is an error.
pub fn resolve(
    scenario: &Scenario,
    sites: &[Site],
    of: &Infrastructure,
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Result<Resolved, Error> {
    let file = InputFile::name(&scenario.file, Path::new("."));
    let mut reader =
        Reader { file, of, working, sources, findings, unknown: Vec::new(), areas: Vec::new() };
    let mut named_by: BTreeMap<Element, String> = BTreeMap::new();
    for fails in &scenario.fails {
        let (elements, name) = reader.elements(fails);
        for element in elements {
            named_by.entry(element).or_insert_with(|| name.clone());
        }
    }
    let failed: Failed = named_by.keys().copied().collect();
    let grid = scenario.grid_loss.as_ref().map(|loss| {
        let (feeds, area) = reader.grid_loss(loss);
        let loss_of = GridLoss::new(feeds.as_ref(), area.as_deref(), &failed, sites, of);
        (loss_of, loss.hours.clone())
    });
    let Reader { file, findings, unknown, areas, .. } = reader;
    let faults: Vec<Fault> = findings.errors().cloned().map(Fault::Data).collect();
    if !faults.is_empty() {
        return Err(Error::Input { faults, doubts: Vec::new() });
    }
    if failed.is_empty() && grid.as_ref().is_none_or(|(loss, _)| loss.hits() == 0) {
        return Err(nothing_known(&file, unknown));
    }
    findings.extend(unknown);
    Ok(Resolved { failed, named_by, grid, areas })
}

/// The error of a scenario that names nothing the project has.
fn nothing_known(file: &str, unknown: Vec<Finding>) -> Error {
    let fault = |message: String, hint: Option<String>| {
        Fault::Project(ProjectFault { file: file.to_owned(), place: None, message, hint })
    };
    let mut faults = vec![fault(
        "nothing of this project fails in this scenario".to_owned(),
        Some("elements are named KIND:ID as in elements.csv of a run on the project".to_owned()),
    )];
    faults.extend(unknown.into_iter().map(|finding| {
        let value = finding.value.map(|value| format!("\"{value}\": ")).unwrap_or_default();
        let said = |said: &Said| said.in_language(Language::En).to_owned();
        fault(format!("{value}{}", said(&finding.message)), finding.hint.as_ref().map(said))
    }));
    Error::Input { faults, doubts: Vec::new() }
}

struct Reader<'a> {
    file: String,
    of: &'a Infrastructure,
    working: &'a WorkingCrs,
    sources: &'a mut Sources,
    findings: &'a mut Findings,
    unknown: Vec<Finding>,
    areas: Vec<Area>,
}

impl Reader<'_> {
    /// The elements that one `[[fails]]` names, and what names them.
    fn elements(&mut self, fails: &Fails) -> (Vec<Element>, String) {
        let wanted =
            |element: &Element| fails.kinds.is_empty() || fails.kinds.contains(&element.kind());
        match &fails.what {
            What::Elements(listed) => {
                let found = listed.iter().filter_map(|(kind, id)| self.named(*kind, id));
                (found.collect(), "elements".to_owned())
            }
            What::Area(area) => {
                let name = format!("area {}", area.file.written);
                let areas = self.read_area(area);
                let found: Vec<Element> =
                    areas.iter().flat_map(|area| inside(area, self.of)).filter(wanted).collect();
                if found.is_empty() && !areas.is_empty() {
                    self.empty("fails.area", &area.file.written, key::FindingNothingInArea);
                }
                self.areas.extend(areas);
                (found, name)
            }
            What::Provider(provider) => {
                let found: Vec<Element> =
                    of_provider(provider, self.of).into_iter().filter(wanted).collect();
                if found.is_empty() {
                    let network = self.of.network.as_ref();
                    let nodes = network.into_iter().flat_map(Network::nodes);
                    let spans = network.into_iter().flat_map(Network::spans);
                    let known: BTreeSet<&str> = nodes
                        .flat_map(|node| &node.providers)
                        .chain(spans.flat_map(|span| &span.providers))
                        .map(String::as_str)
                        .collect();
                    self.unknown("fails.provider", provider, key::FindingNoProvider.into(), &known);
                }
                (found, format!("provider {provider}"))
            }
            What::Operator(operator) => {
                let masts = self.of.masts().iter().zip(0..);
                let is = |name: &Option<String>| name.as_deref() == Some(operator);
                let own = masts.filter(|(mast, _)| is(&mast.operator) || is(&mast.radio_network));
                let found: Vec<Element> =
                    own.map(|(_, number)| Element::Mast(MastIdx(number))).collect();
                if found.is_empty() {
                    let masts = self.of.masts().iter();
                    let known = masts
                        .flat_map(|mast| mast.operator.iter().chain(&mast.radio_network))
                        .map(String::as_str)
                        .collect();
                    self.unknown("fails.operator", operator, key::FindingNoOperator.into(), &known);
                }
                (found, format!("operator {operator}"))
            }
        }
    }

    fn named(&mut self, kind: ElementKind, id: &str) -> Option<Element> {
        let all = Element::all(self.of);
        let found = all.iter().find(|element| element.kind() == kind && element.id(self.of) == id);
        if found.is_none() {
            let other = all.iter().find(|element| element.id(self.of) == id);
            let name = format!("{}:{id}", kind.name());
            let message: Said =
                key::FindingNoElement { kind: Said::each(|words| words.code(kind)) }.into();
            match other {
                Some(other) => {
                    let near = format!("{}:{id}", other.kind().name());
                    let doubt = self.doubt("fails.elements", &name, message);
                    self.unknown.push(doubt.hint(key::HintNearQuoted { near }));
                }
                None => {
                    let known = all.iter().filter(|element| element.kind() == kind);
                    let near = nearest(id, known.map(|element| element.id(self.of)));
                    let doubt = self.doubt("fails.elements", &name, message);
                    self.unknown.push(match near {
                        Some(near) => {
                            let near = format!("{}:{near}", kind.name());
                            doubt.hint(key::HintNearQuoted { near })
                        }
                        None => doubt,
                    });
                }
            }
        }
        found.copied()
    }

    fn grid_loss(
        &mut self,
        loss: &GridLossInput,
    ) -> (Option<BTreeSet<FeedIdx>>, Option<Vec<Area>>) {
        let feeds = (!loss.feeds.is_empty()).then(|| {
            let mut found = BTreeSet::new();
            for id in &loss.feeds {
                match self.of.feeds.find(id) {
                    Some(feed) => drop(found.insert(feed)),
                    None => {
                        let feeds = &self.of.feeds;
                        let ids = (0..feeds.len() as u32).map(|feed| feeds.id(FeedIdx(feed)));
                        let known: BTreeSet<&str> = ids.collect();
                        self.unknown("grid_loss.feeds", id, key::FindingNoFeed.into(), &known);
                    }
                }
            }
            found
        });
        let area = loss.area.as_ref().map(|area| {
            let areas = self.read_area(area);
            self.areas.extend(areas.iter().cloned());
            areas
        });
        (feeds, area)
    }

    /// Empty after an error finding.
    fn read_area(&mut self, area: &AreasInput) -> Vec<Area> {
        areas::read(area, self.working, self.sources, self.findings).unwrap_or_default()
    }

    fn doubt(&self, field: &str, value: &str, message: Said) -> Finding {
        Finding::new(Rule::ScenarioNameUnknown, &self.file, message).field(field).value(value)
    }

    fn unknown(&mut self, field: &str, value: &str, message: Said, known: &BTreeSet<&str>) {
        let doubt = self.doubt(field, value, message);
        self.unknown.push(match nearest(value, known.iter().copied()) {
            Some(near) => doubt.hint(key::HintNearQuoted { near }),
            None => doubt,
        });
    }

    fn empty(&mut self, field: &str, value: &str, message: impl Into<Said>) {
        let finding = Finding::new(Rule::ScenarioAreaEmpty, &self.file, message);
        self.unknown.push(finding.field(field).value(value).hint(key::HintArea));
    }
}

/// The nodes and masts in an area, and the spans and trenches whose route touches it. A span
/// without a drawn route runs straight; a declared trench has no route.
fn inside(area: &Area, of: &Infrastructure) -> Vec<Element> {
    let polygons = area.polygons();
    let bounds = polygons.bounding_rect();
    let near = |other: Option<Rect<f64>>| bounds.zip(other).is_some_and(|(a, b)| a.intersects(&b));
    let holds = |place: Option<Projected>| {
        place.is_some_and(|place| {
            let at = place.coord();
            bounds.is_some_and(|bounds| bounds.intersects(&at)) && polygons.intersects(&at)
        })
    };
    let touches = |line: &LineString<f64>| near(line.bounding_rect()) && polygons.intersects(line);
    let network = of.network.as_ref();
    Element::all(of)
        .into_iter()
        .filter(|element| match *element {
            Element::Mast(mast) => holds(of.mast(mast).place),
            Element::Node(node) => holds(network.and_then(|network| network.node(node).place)),
            Element::Span(span) => network
                .and_then(|network| network.line(span))
                .is_some_and(|line| touches(line.as_ref())),
            Element::Trench(trench) => of.trench(trench).line().is_some_and(touches),
            Element::PowerFeed(_) => false,
        })
        .collect()
}

fn of_provider(provider: &str, of: &Infrastructure) -> Vec<Element> {
    let Some(network) = &of.network else { return Vec::new() };
    let is = |providers: &[String]| providers.iter().any(|name| name == provider);
    let nodes = network.nodes().iter().zip(0..).filter(|(node, _)| is(&node.providers));
    let spans = network.spans().iter().zip(0..).filter(|(span, _)| is(&span.providers));
    let nodes = nodes.map(|(_, number)| Element::Node(NodeIdx(number)));
    nodes.chain(spans.map(|(_, number)| Element::Span(SpanIdx(number)))).collect()
}
