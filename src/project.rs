//! The project file: read strictly, every fault with its place, turned into the settings that
//! each stage takes.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, Fault, ProjectFault};
use crate::findings::{Finding, Rule};
use crate::ingest::fixed::FixedInput;
use crate::ingest::indicators::IndicatorsInput;
use crate::ingest::masts::MastsInput;
use crate::ingest::mobile::MobileInput;
use crate::ingest::municipalities::MunicipalitiesInput;
use crate::ingest::provenance::hex;
use crate::ingest::sites::SitesInput;
use crate::model::requirement::Service;
use crate::spelling::nearest;
use crate::words::key;

mod declared;
mod fixed;
pub mod framework;
mod indicators;
pub mod keys;
mod masts;
mod mobile;
mod municipalities;
pub mod network;
mod region;
pub mod scenario;
pub mod schema;
mod score;
mod section;
mod services;
mod sites;
mod source;
mod targets;

use keys::{Key, Keys};
use network::NetworkSettings;
use section::{Document, Section};

pub use region::Region;
pub use score::{DRAWS, SEED, ScoreSettings};
pub use targets::Targets;

/// Everything a run is told.
#[derive(Clone, Debug)]
pub struct Project {
    /// The project file.
    pub file: PathBuf,
    /// Its text, kept with the result.
    pub text: String,
    /// SHA-256 of the text.
    pub hash: String,
    /// `[region]`
    pub region: Region,
    /// `[municipalities]`
    pub municipalities: MunicipalitiesInput,
    /// `[[sites]]`
    pub sites: Vec<SitesInput>,
    /// `[[fixed]]`
    pub fixed: Vec<FixedInput>,
    /// `[[mobile]]`
    pub mobile: Vec<MobileInput>,
    /// `[[masts]]`; `None` where the project names none, which is not the same as none.
    pub masts: Option<Vec<MastsInput>>,
    /// `[network]`
    pub network: Option<NetworkSettings>,
    /// `[targets]`
    pub targets: Targets,
    /// `[[services]]`; `None` for the built-in list.
    pub services: Option<Vec<Service>>,
    /// `[[indicators]]`
    pub indicators: Vec<IndicatorsInput>,
    /// `[score]`
    pub score: ScoreSettings,
    /// Settings that are understood but that no stage uses yet.
    pub findings: Vec<Finding>,
}

impl Project {
    /// Whether it names any column that tells what sites or masts are fed by.
    pub fn asks_feeds(&self) -> bool {
        let of_sites = self.sites.iter().any(|register| register.power_feeds.is_some());
        let of_masts = self.masts.iter().flatten().any(|list| list.power_feed.is_some());
        of_sites || of_masts
    }
}

/// Reads a project file. All its faults come in one error.
pub fn read(file: &Path) -> Result<Project, Error> {
    parsed(file, "beredd run needs the path of a project file", |text, root, document| {
        build(file, text, root, document)
    })
}

/// The largest project, scenario or framework that is read, in bytes.
const TOML_AT_MOST: u64 = 16 << 20;

/// Reads a TOML file and builds something of it; all faults come in one error.
fn parsed<T>(
    file: &Path,
    needed: &str,
    build: impl for<'t> FnOnce(&str, &Spanned<DeTable<'t>>, &mut Document<'t>) -> Option<T>,
) -> Result<T, Error> {
    let name = file.display().to_string();
    let whole_file = |message: String, hint: &str| {
        let fault =
            ProjectFault { file: name.clone(), place: None, message, hint: Some(hint.to_owned()) };
        Error::Input { faults: vec![Fault::Project(fault)], doubts: Vec::new() }
    };
    let unread = |cause: std::io::Error| whole_file(format!("cannot read: {cause}"), needed);
    let metadata = std::fs::metadata(file).map_err(unread)?;
    if !metadata.is_dir() && (!metadata.is_file() || metadata.len() > TOML_AT_MOST) {
        let most = TOML_AT_MOST >> 20;
        return Err(whole_file(format!("no ordinary file of at most {most} MB"), needed));
    }
    let bytes = std::fs::read(file).map_err(unread)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| whole_file("not UTF-8 text".to_owned(), "save the file as UTF-8"))?;
    parsed_text(&name, text.strip_prefix('\u{feff}').unwrap_or(&text), build)
}

/// Builds something of the text of a TOML file; all faults come in one error.
fn parsed_text<T>(
    name: &str,
    text: &str,
    build: impl for<'t> FnOnce(&str, &Spanned<DeTable<'t>>, &mut Document<'t>) -> Option<T>,
) -> Result<T, Error> {
    let mut document = Document::new(name.to_owned(), text);
    let (root, syntax) = DeTable::parse_recoverable(text);
    for fault in &syntax {
        let hint = fault.message().contains("escape").then(|| {
            "write paths with /, or in single quotes: in double quotes \\ has a meaning".to_owned()
        });
        document.fault(fault.span(), fault.message().to_owned(), hint);
    }
    let made = if syntax.is_empty() { build(text, &root, &mut document) } else { None };
    match made {
        Some(made) if document.is_faultless() => Ok(made),
        _ => Err(Error::Input {
            faults: document.into_faults().into_iter().map(Fault::Project).collect(),
            doubts: Vec::new(),
        }),
    }
}

/// A section of a file.
#[derive(Clone, Copy, Debug)]
pub struct SectionOf {
    /// Its name.
    pub name: &'static str,
    /// How often it may stand.
    pub times: Times,
    /// Its keys.
    pub keys: fn() -> Vec<Key>,
}

/// How often a section may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// Once, and not less.
    Once,
    /// Once at most.
    OnceAtMost,
    /// Any number of times.
    Any,
}

/// The sections of a project file, in the order of the documentation.
pub const SECTIONS: &[SectionOf] = {
    use Times::{Any, Once, OnceAtMost};
    const fn section(name: &'static str, times: Times, keys: fn() -> Vec<Key>) -> SectionOf {
        SectionOf { name, times, keys }
    }
    &[
        section("region", Once, region::RegionKeys::keys),
        section("municipalities", Once, municipalities::MunicipalitiesKeys::keys),
        section("sites", Any, sites::SitesKeys::keys),
        section("fixed", Any, fixed::FixedKeys::keys),
        section("mobile", Any, mobile::MobileKeys::keys),
        section("masts", Any, masts::MastsKeys::keys),
        section("network", OnceAtMost, network::NetworkKeys::keys),
        section("targets", OnceAtMost, targets::TargetKeys::keys),
        section("services", Any, services::ServiceKeys::keys),
        section("indicators", Any, indicators::IndicatorsKeys::keys),
        section("score", OnceAtMost, score::ScoreKeys::keys),
        section("premises", Any, Vec::new),
    ]
};

/// The keys of a framework file.
pub fn framework_keys() -> Vec<Key> {
    framework::keys::FrameworkKeys::keys()
}

/// The keys of the file of a scenario.
pub fn scenario_keys() -> Vec<Key> {
    scenario::ScenarioKeys::keys()
}

fn build<'t>(
    file: &Path,
    text: &str,
    root: &Spanned<DeTable<'t>>,
    document: &mut Document<'t>,
) -> Option<Project> {
    let directory = file.parent().unwrap_or(Path::new("")).to_owned();
    let mut reader = Reader { root: root.get_ref(), directory, document, findings: Vec::new() };
    reader.report_unknown_sections();
    let region = reader.one("region", true, region::region);
    let municipalities = reader.one("municipalities", true, municipalities::municipalities);
    let sites = reader.many("sites", sites::sites);
    let fixed = reader.many("fixed", fixed::fixed);
    let mobile = reader.many("mobile", mobile::mobile);
    let masts = reader.many("masts", masts::masts);
    let network = reader.one("network", false, network::network);
    let targets = reader.one("targets", false, targets::targets);
    let services = reader.many("services", services::service);
    let indicators = reader.many("indicators", indicators::indicators);
    let score = reader.one("score", false, score::score);
    if reader.root.get("premises").is_some() {
        reader.findings.push(not_used("premises"));
    }
    if sites.is_none() && reader.root.get("premises").is_none() {
        reader.document.fault(
            None,
            "the project names no sites".to_owned(),
            Some("add at least one [[sites]] with path, kind, id, and where it is".to_owned()),
        );
    }
    reader.report_repeated_services(services.as_deref().unwrap_or_default());
    let findings = std::mem::take(&mut reader.findings);
    Some(Project {
        file: file.to_owned(),
        text: text.to_owned(),
        hash: hex(&Sha256::digest(text.as_bytes())),
        region: region?,
        municipalities: municipalities?,
        sites: sites.unwrap_or_default(),
        fixed: fixed.unwrap_or_default(),
        mobile: mobile.unwrap_or_default(),
        masts,
        network,
        targets: targets.unwrap_or_default(),
        services,
        indicators: indicators.unwrap_or_default(),
        score: score.unwrap_or_default(),
        findings,
    })
}

fn not_used(setting: &str) -> Finding {
    Finding::new(Rule::NotUsedYet, "project file", key::FindingNotUsedYet { setting })
        .field(setting)
}

struct Reader<'a, 't> {
    root: &'a DeTable<'t>,
    directory: PathBuf,
    document: &'a mut Document<'t>,
    findings: Vec<Finding>,
}

/// What the functions that read one section get: the section, and the project's directory.
struct Context<'c> {
    directory: &'c Path,
    findings: &'c mut Vec<Finding>,
}

type ReadSection<T> = fn(&mut Section<'_, '_>, &mut Context<'_>) -> Option<T>;

impl Reader<'_, '_> {
    fn report_unknown_sections(&mut self) {
        for (key, value) in self.root {
            let written = key.get_ref().as_ref();
            let known: Vec<&str> = SECTIONS.iter().map(|section| section.name).collect();
            if known.contains(&written) {
                continue;
            }
            let hint = match nearest(written, known.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known: {}", known.join(", ")),
            };
            let span = if key.span().is_empty() { value.span() } else { key.span() };
            self.document.fault(Some(span), format!("unknown section `{written}`"), Some(hint));
        }
    }

    /// A section that stands once.
    fn one<T>(&mut self, key: &'static str, required: bool, read: ReadSection<T>) -> Option<T> {
        let Some(value) = self.root.get(key) else {
            if required {
                self.document.fault(
                    None,
                    format!("the project needs a section [{key}]"),
                    Some("see `The project file` in the README".to_owned()),
                );
            }
            return None;
        };
        let Some(table) = value.get_ref().as_table() else {
            let hint = format!("write [{key}], with one pair of brackets");
            self.document.fault(
                Some(value.span()),
                format!("`{key}` must stand once, as a table"),
                Some(hint),
            );
            return None;
        };
        let name = format!("[{key}]");
        let mut section = Section::open(self.document, &name, value.span(), table);
        let mut context = Context { directory: &self.directory, findings: &mut self.findings };
        let made = read(&mut section, &mut context);
        section.finish();
        made
    }

    /// A section that may repeat; `None` where the project has none.
    fn many<T>(&mut self, key: &'static str, read: ReadSection<T>) -> Option<Vec<T>> {
        let value = self.root.get(key)?;
        let items: Vec<(std::ops::Range<usize>, &DeTable<'_>)> = match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| item.get_ref().as_table().map(|table| (item.span(), table)))
                .collect(),
            _ => Vec::new(),
        };
        let listed = value.get_ref().as_array().map_or(0, |items| items.len());
        if items.is_empty() || items.len() < listed {
            self.document.fault(
                Some(value.span()),
                format!("`{key}` is a list of tables"),
                Some(format!("write [[{key}]], with two pairs of brackets")),
            );
        }
        let name = format!("[[{key}]]");
        let mut made = Vec::new();
        for (span, table) in items {
            let mut section = Section::open(self.document, &name, span, table);
            let mut context = Context { directory: &self.directory, findings: &mut self.findings };
            made.extend(read(&mut section, &mut context));
            section.finish();
        }
        Some(made)
    }

    fn report_repeated_services(&mut self, services: &[Service]) {
        for (i, service) in services.iter().enumerate() {
            if services[..i].iter().any(|earlier| earlier.id == service.id) {
                self.document.fault(
                    self.root.get("services").map(Spanned::span),
                    format!("two services have the id \"{}\"", service.id),
                    None,
                );
            }
        }
    }
}
