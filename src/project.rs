//! The project file: read strictly, every fault with its place, turned into the settings that
//! each stage takes.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::crs::WorkingCrs;
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
use crate::readiness::weight::WeighBy;
use crate::units::{Hours, Mbps};
use crate::words::{Language, key};

mod declared;
pub mod framework;
pub mod network;
pub mod scenario;
mod section;
mod settings;

use framework::FrameworkFile;
use network::{NetworkSettings, network};
use section::{Document, Section, nearest};
use settings::{
    fixed, indicators, masts, mobile, municipalities, region, score, service, sites, targets,
};

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

/// The settings of `[region]`.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its name, for titles.
    pub name: String,
    /// The CRS of everything inside.
    pub crs: WorkingCrs,
    /// The language of maps and reports.
    pub language: Language,
}

/// The settings of `[targets]`.
#[derive(Clone, Copy, Debug)]
pub struct Targets {
    /// What a site should be able to download. Default 1000: EU gigabit goal for socio-economic
    /// drivers, COM(2016) 587.
    pub site_download: Mbps,
    /// How long a site's backup power should last. Default 24 h: the longest outage that the
    /// Swedish Electricity Act allows.
    pub backup_power: Hours,
}

/// The settings of `[score]`.
#[derive(Clone, Debug)]
pub struct ScoreSettings {
    /// The framework.
    pub framework: FrameworkFile,
    /// How many draws the rank interval is made of.
    pub draws: u32,
    /// The seed of the draws.
    pub seed: u64,
    /// What sites weigh by in a group of municipalities.
    pub group_weight: WeighBy,
}

impl ScoreSettings {
    /// What counts where nothing is said.
    fn default_settings() -> Self {
        let framework = framework::built_in();
        Self { framework, draws: DRAWS, seed: SEED, group_weight: WeighBy::Sites }
    }
}

/// How many draws, unless it is said otherwise.
pub const DRAWS: u32 = 1000;
/// From which seed, unless it is said otherwise.
pub const SEED: u64 = 1;

/// Reads a project file. All its faults come in one error.
pub fn read(file: &Path) -> Result<Project, Error> {
    parsed(file, "beredd run needs the path of a project file", |text, root, document| {
        build(file, text, root, document)
    })
}

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
    let bytes =
        std::fs::read(file).map_err(|cause| whole_file(format!("cannot read: {cause}"), needed))?;
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

/// The sections of a project file that are read, in the order of the documentation.
const SECTIONS: &[&str] = &[
    "region",
    "municipalities",
    "sites",
    "fixed",
    "mobile",
    "masts",
    "network",
    "premises",
    "targets",
    "services",
    "indicators",
    "score",
];

fn build<'t>(
    file: &Path,
    text: &str,
    root: &Spanned<DeTable<'t>>,
    document: &mut Document<'t>,
) -> Option<Project> {
    let directory = file.parent().unwrap_or(Path::new("")).to_owned();
    let mut reader = Reader { root: root.get_ref(), directory, document, findings: Vec::new() };
    reader.report_unknown_sections();
    let region = reader.one("region", true, region);
    let municipalities = reader.one("municipalities", true, municipalities);
    let sites = reader.many("sites", sites);
    let fixed = reader.many("fixed", fixed);
    let mobile = reader.many("mobile", mobile);
    let masts = reader.many("masts", masts);
    let network = reader.one("network", false, network);
    let targets = reader.one("targets", false, targets);
    let services = reader.many("services", service);
    let indicators = reader.many("indicators", indicators);
    let score = reader.one("score", false, score);
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
        targets: targets.unwrap_or_else(default_targets),
        services,
        indicators: indicators.unwrap_or_default(),
        score: score.unwrap_or_else(ScoreSettings::default_settings),
        findings,
    })
}

fn not_used(setting: &str) -> Finding {
    Finding::new(Rule::NotUsedYet, "project file", key::FindingNotUsedYet { setting })
        .field(setting)
}

fn default_targets() -> Targets {
    Targets {
        site_download: Mbps::new(1000.0).expect("positive"),
        backup_power: Hours::new(24.0).expect("positive"),
    }
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
            if SECTIONS.contains(&written) {
                continue;
            }
            let hint = match nearest(written, SECTIONS.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known: {}", SECTIONS.join(", ")),
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
