//! The scenario of an exercise: what fails, read as strictly as the project file.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use toml::Spanned;
use toml::de::DeTable;

use crate::crs::Crs;
use crate::error::Error;
use crate::ingest::areas::AreasInput;
use crate::ingest::provenance::hex;
use crate::network::element::ElementKind;
use crate::project::keys::{Apart, Form, Keys, Required, Shape, keys};
use crate::project::section::{Document, Section};
use crate::project::source::Provenance;
use crate::project::{Context, parsed};
use crate::spelling::nearest;
use crate::units::Hours;
use crate::words::Code;

pub mod resolve;

/// What is supposed to happen.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The file.
    pub file: PathBuf,
    /// Its text, kept with the result.
    pub text: String,
    /// SHA-256 of the text.
    pub hash: String,
    /// For titles.
    pub name: String,
    /// For people.
    pub description: Option<String>,
    /// `[[fails]]`: all of them fail at once.
    pub fails: Vec<Fails>,
    /// `[grid_loss]`
    pub grid_loss: Option<GridLossInput>,
}

/// One `[[fails]]`.
#[derive(Clone, Debug)]
pub struct Fails {
    /// How it is said what fails.
    pub what: What,
    /// Only these kinds of element; empty for all.
    pub kinds: Vec<ElementKind>,
}

/// How it is said what fails.
#[derive(Clone, Debug)]
pub enum What {
    /// By kind and id.
    Elements(Vec<(ElementKind, String)>),
    /// Everything in an area.
    Area(AreasInput),
    /// The nodes and spans of an organisation, by its id or name.
    Provider(String),
    /// The masts of an operator or a radio network.
    Operator(String),
}

/// `[grid_loss]`
#[derive(Clone, Debug)]
pub struct GridLossInput {
    /// The hours to show, sorted, each once.
    pub hours: Vec<Hours>,
    /// Only these feeds; empty for all.
    pub feeds: Vec<String>,
    /// Only in this area.
    pub area: Option<AreasInput>,
}

/// Reads a scenario. All its faults come in one error.
pub fn read(path: &Path) -> Result<Scenario, Error> {
    parsed(path, "beredd outage needs the path of a scenario file", |text, root, document| {
        build(path, text, root, document)
    })
}

keys! {
    /// The keys of a scenario outside its sections.
    pub(super) struct ScenarioKeys {
        /// the title of the page and the maps
        name: Required<String>, eg ("Storm over the coast");
        /// printed under it
        description: Option<String>, eg ("A gale …");
        /// what fails; see below
        fails: Apart<Vec<FailsKeys>>, eg ([{ elements = ["span:K-016"] }]);
        /// where the grid is lost, and for how long; see below
        grid_loss: Apart<GridLossKeys>, eg ({ hours = 24 });
    }

    /// The keys of `[[fails]]`.
    pub(super) struct FailsKeys {
        /// elements as `KIND:ID`, the kind one of `mast`, `node`, `power_feed`, `span`, `trench`, the id
        /// as in `elements.csv` of a run
        elements: Vec<String> = Vec::new(), eg (["span:K-016"]);
        /// a file of polygons: every node and mast in them, every span and trench whose route touches
        /// them. A span without a drawn route runs straight between its nodes; a declared trench has no
        /// route
        area: Option<String>, eg ("storm.geojson");
        /// which layer of that file
        layer: Option<String>, or "the only one", eg ("path");
        /// beats what the file says
        crs: Option<Crs>, or "the file's own", eg ("EPSG:3006");
        /// nodes and spans of an organisation: id or name of an OFDS `physicalInfrastructureProvider`, or
        /// of one of `networkProviders`
        provider: Option<String>, eg ("Fyrbodals stadsnät");
        /// masts of an operator, or of a radio network
        operator: Option<String>, eg ("Norrskog Mobil");
        /// with `area` or `provider`: only these kinds of element
        kinds: Vec<ElementKind> = Vec::new(), or "all", eg (["span"]);
    } and provenance: Provenance

    /// The keys of `[grid_loss]`.
    pub(super) struct GridLossKeys {
        /// the hour, or up to eight of them, to show
        hours: Apart<OneOrMore>, or "required", eg ([1, 4, 8, 24]);
        /// only these power feeds: what has several is hit when all of them are lost or failed, what
        /// states none may be hit
        feeds: Vec<String> = Vec::new(), or "all", eg (["EL-1"]);
        /// only the nodes, masts and sites in the polygons of this file
        area: Option<String>, or "everywhere", eg ("storm.geojson");
        /// which layer of that file
        layer: Option<String>, or "the only one", eg ("path");
        /// beats what the file says
        crs: Option<Crs>, or "the file's own", eg ("EPSG:3006");
    } and provenance: Provenance
}

/// A number, or a list of them.
#[derive(Debug)]
pub(super) struct OneOrMore;

impl Shape for OneOrMore {
    fn form() -> Form {
        Form::Either(Box::new([Form::Quantity(Hours::UNIT), Form::Numbers]))
    }
}

fn build<'t>(
    path: &Path,
    text: &str,
    root: &Spanned<DeTable<'t>>,
    document: &mut Document<'t>,
) -> Option<Scenario> {
    let directory = path.parent().unwrap_or(Path::new("")).to_owned();
    let mut findings = Vec::new();
    let mut context = Context { directory: &directory, findings: &mut findings };
    let mut section = Section::open(document, "the scenario", 0..0, root.get_ref());
    let ScenarioKeys { name, description, .. } = ScenarioKeys::read(&mut section);
    let fails = section.inner_list("fails", |section| fails(section, &mut context));
    let grid_loss = section.inner("grid_loss", |section| grid_loss(section, &mut context));
    if !section.has("fails") && !section.has("grid_loss") {
        section.fault_at(
            "fails",
            "nothing fails in this scenario",
            "add [[fails]] with elements, area, provider or operator, or [grid_loss] with hours",
        );
    }
    section.finish();
    Some(Scenario {
        file: path.to_owned(),
        text: text.to_owned(),
        hash: hex(&Sha256::digest(text.as_bytes())),
        name: name.0?,
        description,
        fails,
        grid_loss,
    })
}

/// The keys that say what fails.
const WAYS: [&str; 4] = ["elements", "area", "provider", "operator"];

fn fails(section: &mut Section<'_, '_>, context: &mut Context<'_>) -> Option<Fails> {
    let keys = FailsKeys::read(section);
    let elements: Vec<_> = keys.elements.iter().filter_map(|text| element(section, text)).collect();
    let FailsKeys { provider, operator, kinds, .. } = keys;
    let area = keys.provenance.file(context, keys.area, "scenario").map(|file| AreasInput {
        file,
        layer: keys.layer,
        crs: keys.crs,
    });
    let given: Vec<&str> = WAYS.into_iter().filter(|key| section.has(key)).collect();
    match given[..] {
        [] => {
            section.fault_at(
                "fails",
                "[[fails]] does not say what fails",
                "one of elements = [\"node:ID\"], area = \"FILE\", provider = \"…\", operator = \"…\"",
            );
            return None;
        }
        [_] => {}
        [first, second, ..] => {
            section.fault_at(
                second,
                format!("`{first}` and `{second}` exclude each other"),
                "write a [[fails]] for each; they fail together all the same",
            );
            return None;
        }
    }
    if section.is_empty_list("elements") {
        section.fault_at("elements", "`elements` is empty", "such as elements = [\"node:ID\"]");
    }
    let possible: &[ElementKind] = match given[0] {
        "area" => &[ElementKind::Mast, ElementKind::Node, ElementKind::Span, ElementKind::Trench],
        "provider" => &[ElementKind::Node, ElementKind::Span],
        _ => &[],
    };
    if section.has("kinds") && possible.is_empty() {
        section.fault_at(
            "kinds",
            format!("`kinds` has no meaning beside `{}`", given[0]),
            "leave it out; it narrows an area or a provider",
        );
    } else if let Some(other) = kinds.iter().find(|kind| !possible.contains(kind)) {
        let known: Vec<&str> = possible.iter().map(|kind| kind.name()).collect();
        section.fault_at(
            "kinds",
            format!("`{}` cannot give any {}", given[0], other.name()),
            format!("one of {}", known.join(", ")),
        );
    }
    let what = match given[0] {
        "elements" => What::Elements(elements),
        "area" => What::Area(area?),
        "provider" => What::Provider(provider?),
        _ => What::Operator(operator?),
    };
    Some(Fails { what, kinds })
}

/// `span:K-016`
fn element(section: &mut Section<'_, '_>, text: &str) -> Option<(ElementKind, String)> {
    let (kind, id) = text.split_once(':').unwrap_or(("", text));
    let known = ElementKind::ALL.map(ElementKind::name);
    match (ElementKind::from_id(kind), id) {
        (Some(kind), id) if !id.is_empty() => Some((kind, id.to_owned())),
        _ => {
            let hint = match nearest(kind, known.into_iter()) {
                Some(near) if !id.is_empty() => format!("did you mean \"{near}:{id}\"?"),
                _ => format!("write KIND:ID, where the kind is one of {}", known.join(", ")),
            };
            section.fault_at("elements", format!("\"{text}\" names no element"), hint);
            None
        }
    }
}

fn grid_loss(section: &mut Section<'_, '_>, context: &mut Context<'_>) -> Option<GridLossInput> {
    let listed = section.value("hours").is_some_and(|value| value.get_ref().as_array().is_some());
    let hours = match listed {
        true => section.numbers("hours"),
        false => section.number("hours").map(|hours| vec![hours]),
    };
    if !section.has("hours") || hours.as_ref().is_some_and(Vec::is_empty) {
        section.fault_at(
            "hours",
            "[grid_loss] needs `hours`",
            "such as hours = 24, or hours = [1, 4, 8, 24] to show each",
        );
    }
    let mut made = Vec::new();
    for number in hours.unwrap_or_default() {
        match Hours::new(number) {
            Some(hours) => made.push(hours),
            None => section.fault_at(
                "hours",
                format!("`hours` cannot be {number}"),
                "it must be 0 or more",
            ),
        }
    }
    made.sort_unstable();
    made.dedup();
    if made.len() > MOST_HOURS {
        section.fault_at(
            "hours",
            format!("{} hours are more than a page can show", made.len()),
            format!("at most {MOST_HOURS}"),
        );
    }
    let keys = GridLossKeys::read(section);
    let feeds = keys.feeds;
    if section.is_empty_list("feeds") {
        section.fault_at("feeds", "`feeds` is empty", "leave it out where all feeds are lost");
    }
    let area = keys.provenance.file(context, keys.area, "scenario").map(|file| AreasInput {
        file,
        layer: keys.layer,
        crs: keys.crs,
    });
    Some(GridLossInput { hours: made, feeds, area })
}

/// How many hours a scenario may show: columns of the printed page.
const MOST_HOURS: usize = 8;
