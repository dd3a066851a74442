//! The project file: read strictly, every fault with its place, turned into the settings that
//! each stage takes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::crs::{Crs, WorkingCrs};
use crate::error::{Error, Fault, ProjectFault};
use crate::findings::{Finding, Rule};
use crate::ingest::fixed::{FixedInput, Stated};
use crate::ingest::masts::MastsInput;
use crate::ingest::mobile::{MobileForm, MobileInput};
use crate::ingest::municipalities::MunicipalitiesInput;
use crate::ingest::number::Decimal;
use crate::ingest::ofds::{NetworkFiles, NetworkInput};
use crate::ingest::provenance::{InputFile, hex};
use crate::ingest::records::{ColumnName, CoordinateColumns};
use crate::ingest::sites::{KindSetting, SitesInput};
use crate::model::coverage::FixedStatus;
use crate::model::requirement::{FallbackNeeded, Service, SinglePointsAllowed};
use crate::model::site::SiteKind;
use crate::report::language::Language;
use crate::units::{Hours, Mbps, Metres};

mod section;

use section::{Document, Section, nearest};

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
    pub network: Option<NetworkInput>,
    /// How far from a node a site may be and still hang on it.
    pub attach_within: Metres,
    /// `[targets]`
    pub targets: Targets,
    /// `[[services]]`; `None` for the built-in list.
    pub services: Option<Vec<Service>>,
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
#[derive(Clone, Copy, Debug)]
pub struct ScoreSettings {
    /// How many draws the rank interval is made of.
    pub draws: u32,
    /// The seed of the draws.
    pub seed: u64,
}

/// Reads a project file. All its faults come in one error.
pub fn read(file: &Path) -> Result<Project, Error> {
    let name = file.display().to_string();
    let whole_file = |message: String, hint: &str| {
        let fault =
            ProjectFault { file: name.clone(), place: None, message, hint: Some(hint.to_owned()) };
        Error::Input { faults: vec![Fault::Project(fault)] }
    };
    let bytes = std::fs::read(file).map_err(|cause| {
        whole_file(format!("cannot read: {cause}"), "beredd run needs the path of a project file")
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|_| whole_file("not UTF-8 text".to_owned(), "save the project file as UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();

    let mut document = Document::new(name, &text);
    let (root, syntax) = DeTable::parse_recoverable(&text);
    for fault in &syntax {
        document.fault(fault.span(), fault.message().to_owned(), None);
    }
    let made = if syntax.is_empty() { build(file, &text, &root, &mut document) } else { None };
    match made {
        Some(project) if document.is_faultless() => Ok(project),
        _ => Err(Error::Input {
            faults: document.into_faults().into_iter().map(Fault::Project).collect(),
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
    let (network, attach_within) = match network {
        Some((input, attach_within)) => (Some(input), attach_within),
        None => (None, DEFAULT_ATTACH_WITHIN()),
    };
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
        attach_within,
        targets: targets.unwrap_or_else(default_targets),
        services,
        score: score.unwrap_or(ScoreSettings { draws: 1000, seed: 1 }),
        findings,
    })
}

fn not_used(setting: &str) -> Finding {
    Finding::new(
        Rule::NotUsedYet,
        "project file",
        format!("{setting} is understood, but this version does nothing with it"),
    )
    .field(setting)
}

fn default_targets() -> Targets {
    Targets {
        site_download: Mbps::new(1000.0).expect("positive"),
        backup_power: Hours::new(24.0).expect("positive"),
    }
}

/// A constant that needs a checked constructor.
macro_rules! default_metres {
    ($name:ident, $value:literal) => {
        #[allow(non_snake_case, reason = "a constant in all but const evaluation")]
        fn $name() -> Metres {
            Metres::new($value).expect("positive")
        }
    };
}
default_metres!(DEFAULT_ATTACH_WITHIN, 500.0);
default_metres!(DEFAULT_SNAP_WITHIN, 1.0);

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

fn region(section: &mut Section<'_, '_>, _: &mut Context<'_>) -> Option<Region> {
    let name = section.required_text("name");
    let crs = crs(section, "crs", true);
    let language = section
        .word("language", &[("sv", Language::Sv), ("en", Language::En)])
        .unwrap_or(Language::Sv);
    let working = WorkingCrs::new(crs?)
        .map_err(|fault| {
            section.fault_at(
                "crs",
                fault.to_string(),
                "EPSG:3006 is SWEREF 99 TM; EPSG:3007 to EPSG:3018 are the local zones",
            );
        })
        .ok()?;
    Some(Region { name: name?, crs: working, language })
}

fn municipalities(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<MunicipalitiesInput> {
    let file = file(section, context, "path", "municipalities", true);
    let layer = section.text("layer");
    let crs = crs(section, "crs", false);
    let code = column(section, "code", true);
    let name = column(section, "name", true);
    let group = column(section, "group", false);
    let only = section.texts("only");
    let nearest_within = section.quantity("nearest_within_m", Metres::new).unwrap_or(Metres::ZERO);
    Some(MunicipalitiesInput {
        file: file?,
        layer,
        crs,
        code: code?,
        name: name?,
        group,
        only,
        nearest_within,
    })
}

fn sites(section: &mut Section<'_, '_>, context: &mut Context<'_>) -> Option<SitesInput> {
    let file = file(section, context, "path", "sites", true);
    let layer = section.text("layer");
    let kind = kind(section);
    let id = column(section, "id", true);
    let name = column(section, "name", false);
    let coordinates = coordinates(section);
    let crs = crs(section, "crs", false);
    let decimal = decimal(section);
    let persons = column(section, "persons", false);
    let municipality = column(section, "municipality", false);
    let network_node = column(section, "network_node", false);
    let connected = column(section, "connected", false);
    let backup_power = column(section, "backup_power_h", false);
    let power_feeds = column(section, "power_feeds", false);
    if coordinates.is_some() && crs.is_none() && !section.has("crs") {
        section.fault_at(
            "x",
            "coordinates in columns need a `crs`",
            "EPSG:4326 for longitude and latitude, EPSG:3006 for SWEREF 99 TM",
        );
        return None;
    }
    Some(SitesInput {
        file: file?,
        layer,
        kind: kind?,
        id: id?,
        name,
        coordinates,
        crs,
        decimal,
        persons,
        municipality,
        network_node,
        connected,
        backup_power,
        power_feeds,
    })
}

fn kind(section: &mut Section<'_, '_>) -> Option<KindSetting> {
    let words = SiteKind::ALL.map(|kind| (kind.name(), kind));
    let all = section.word("kind", &words);
    let column = column(section, "kind_column", false);
    let mut map = BTreeMap::new();
    for (word, kind) in section.text_map("kind_map") {
        match SiteKind::from_name(&kind) {
            Some(kind) => {
                map.insert(word, kind);
            }
            None => {
                let known = SiteKind::ALL.map(SiteKind::name).join(", ");
                section.fault_at(
                    "kind_map",
                    format!("`kind_map` cannot translate to \"{kind}\""),
                    format!("one of {known}"),
                );
            }
        }
    }
    match (all, column) {
        (Some(kind), None) => Some(KindSetting::All(kind)),
        (None, Some(column)) => Some(KindSetting::Column(column, map)),
        (None, None) if section.has("kind") => None,
        _ => {
            section.fault_at(
                "kind",
                "[[sites]] needs either `kind` or `kind_column`",
                "kind = \"school\" for all rows, or kind_column = \"type\" with a kind_map",
            );
            None
        }
    }
}

fn fixed(section: &mut Section<'_, '_>, context: &mut Context<'_>) -> Option<FixedInput> {
    let file = file(section, context, "path", "fixed", true);
    let layer = section.text("layer");
    let crs = crs(section, "crs", false);
    let technology = section.text("technology").map(Stated::All);
    let technology_column = column(section, "technology_column", false).map(Stated::Column);
    let status_words = [FixedStatus::Connected, FixedStatus::Passed, FixedStatus::Planned]
        .map(|status| (status.name(), status));
    let status = section.word("status", &status_words).map(Stated::All);
    let status_column = column(section, "status_column", false).map(Stated::Column);
    let download = section.quantity("download_mbps", Mbps::new).map(Stated::All);
    let download_column = column(section, "download_column", false).map(Stated::Column);
    let complete = section.flag("complete", false);
    let technology =
        one_of(section, "technology", technology, "technology_column", technology_column);
    let status = one_of(section, "status", status, "status_column", status_column);
    if download.is_some() && download_column.is_some() {
        section.fault_at(
            "download_column",
            "`download_mbps` and `download_column` exclude each other",
            "keep the one that is true",
        );
    }
    Some(FixedInput {
        file: file?,
        layer,
        crs,
        technology: technology?,
        status: status?,
        download: download.or(download_column),
        complete,
    })
}

fn one_of<T>(
    section: &mut Section<'_, '_>,
    key: &str,
    all: Option<Stated<T>>,
    column_key: &str,
    column: Option<Stated<T>>,
) -> Option<Stated<T>> {
    match (all, column) {
        (Some(stated), None) | (None, Some(stated)) => Some(stated),
        // A wrong value has been reported where it stands.
        (None, None) if section.has(key) || section.has(column_key) => None,
        _ => {
            section.fault_at(
                key,
                format!("[[fixed]] needs either `{key}` or `{column_key}`"),
                format!("{key} = \"…\" for all rows, or {column_key} = \"the column that tells\""),
            );
            None
        }
    }
}

fn mobile(section: &mut Section<'_, '_>, context: &mut Context<'_>) -> Option<MobileInput> {
    let file = file(section, context, "path", "mobile", true);
    let layer = section.text("layer");
    let crs = crs(section, "crs", false);
    let operator = section.required_text("operator");
    let radio_network = section.text("radio_network");
    let generation = section.text("generation");
    let download = section.quantity("download_mbps", Mbps::new).map(Stated::All);
    let download_column = column(section, "download_column", false).map(Stated::Column);
    let raster = section.inner("raster", |raster| {
        let unit = raster.word("unit", &[("mbps", true), ("dbm", false)]);
        let at_least = raster.number("at_least");
        let download = raster.quantity("download_mbps", Mbps::new);
        match unit {
            Some(true) => Some(MobileForm::RasterMbps),
            Some(false) => match at_least {
                Some(at_least) => Some(MobileForm::RasterDbm { at_least, download }),
                None => {
                    raster.fault_at(
                        "unit",
                        "a raster in dBm needs `at_least`",
                        "such as at_least = -105: a cell with this strength or more is covered",
                    );
                    None
                }
            },
            None => {
                raster.fault_at("unit", "`raster` needs a `unit`", "\"mbps\" or \"dbm\"");
                None
            }
        }
    });
    let complete = section.flag("complete", false);
    if section.has("raster") && (download.is_some() || download_column.is_some()) {
        section.fault_at(
            "raster",
            "`raster` and `download_mbps` or `download_column` exclude each other",
            "inside raster = { … } the rate of a dBm raster is `download_mbps`",
        );
    }
    let form = if section.has("raster") {
        raster
    } else {
        Some(MobileForm::Polygons(download.or(download_column)))
    };
    let operator = operator?;
    Some(MobileInput {
        file: file?,
        layer,
        crs,
        radio_network: radio_network.unwrap_or_else(|| operator.clone()),
        operator,
        generation,
        form: form?,
        complete,
    })
}

fn masts(section: &mut Section<'_, '_>, context: &mut Context<'_>) -> Option<MastsInput> {
    let file = file(section, context, "path", "masts", true);
    let layer = section.text("layer");
    let id = column(section, "id", false);
    let coordinates = coordinates(section);
    let crs = crs(section, "crs", false);
    let decimal = decimal(section);
    let operator = column(section, "operator", false);
    let radio_network = column(section, "radio_network", false);
    for later in ["range_m", "network_node", "battery_h", "power_feed"] {
        if column(section, later, false).is_some() {
            context.findings.push(not_used(&format!("masts.{later}")));
        }
    }
    Some(MastsInput { file: file?, layer, id, coordinates, crs, decimal, operator, radio_network })
}

fn network(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<(NetworkInput, Metres)> {
    let split = section.has("nodes") || section.has("spans");
    let package = file(section, context, "path", "network", !split);
    let nodes = file(section, context, "nodes", "network", split);
    let spans = file(section, context, "spans", "network", split);
    let core = section.inner("core", |core| {
        let (types, ids) = (core.texts("types"), core.texts("ids"));
        Some((types, ids))
    });
    let attach_within =
        section.quantity("attach_within_m", Metres::new).unwrap_or_else(DEFAULT_ATTACH_WITHIN);
    let snap_within =
        section.quantity("snap_within_m", Metres::new).unwrap_or_else(DEFAULT_SNAP_WITHIN);
    for later in ["power", "trench"] {
        if section.value(later).is_some() {
            context.findings.push(not_used(&format!("network.{later}")));
        }
    }
    if split && section.has("path") {
        section.fault_at(
            "path",
            "`path` and `nodes`, `spans` exclude each other",
            "a JSON package is one file; GeoJSON comes as two",
        );
        return None;
    }
    let files = if split {
        NetworkFiles::GeoJson { nodes: nodes?, spans: spans? }
    } else {
        NetworkFiles::Package(package?)
    };
    let (core_types, core_ids) = core.unwrap_or_default();
    Some((NetworkInput { files, core_types, core_ids, snap_within }, attach_within))
}

fn targets(section: &mut Section<'_, '_>, context: &mut Context<'_>) -> Option<Targets> {
    let default = default_targets();
    let site_download =
        section.quantity("site_download_mbps", Mbps::new).unwrap_or(default.site_download);
    if section.numbers("premises_download_mbps").is_some() {
        context.findings.push(not_used("targets.premises_download_mbps"));
    }
    if section.numbers("mobile_download_mbps").is_some_and(|rates| rates != [10.0, 30.0]) {
        section.fault_at(
            "mobile_download_mbps",
            "mobile networks are counted at 10 and 30 Mbit/s",
            "leave it out or write [10, 30]; the columns of the result carry these rates in their names",
        );
    }
    let backup_power =
        section.quantity("backup_power_h", Hours::new).unwrap_or(default.backup_power);
    Some(Targets { site_download, backup_power })
}

fn service(section: &mut Section<'_, '_>, _: &mut Context<'_>) -> Option<Service> {
    let id = section.required_text("id");
    let name = section.required_text("name");
    let mut kinds = Vec::new();
    for word in section.texts("kinds") {
        match SiteKind::from_name(&word) {
            Some(kind) => kinds.push(kind),
            None => {
                let known = SiteKind::ALL.map(SiteKind::name).join(", ");
                section.fault_at(
                    "kinds",
                    format!("\"{word}\" is no kind of site"),
                    format!("one of {known}"),
                );
            }
        }
    }
    if kinds.is_empty() && !section.has("kinds") {
        section.fault_at("kinds", "[[services]] needs `kinds`", "such as kinds = [\"care_home\"]");
    }
    let download = section.quantity("download_mbps", Mbps::new);
    let download_per_person = section.quantity("download_mbps_per_person", Mbps::new);
    let fixed = section.flag("fixed", false);
    let single_points = section
        .word(
            "single_points",
            &[("none", SinglePointsAllowed::None), ("any", SinglePointsAllowed::Any)],
        )
        .unwrap_or(SinglePointsAllowed::Any);
    let fallback = section
        .word(
            "fallback",
            &[
                ("none", FallbackNeeded::None),
                ("any", FallbackNeeded::Any),
                ("independent", FallbackNeeded::Independent),
            ],
        )
        .unwrap_or(FallbackNeeded::None);
    let endurance = section.quantity("endurance_h", Hours::new);
    let source = section.text("source");
    Some(Service {
        id: id?,
        name: name?,
        kinds,
        download,
        download_per_person,
        fixed,
        single_points,
        fallback,
        endurance,
        source,
    })
}

fn score(section: &mut Section<'_, '_>, _: &mut Context<'_>) -> Option<ScoreSettings> {
    if section.text("framework").is_some() {
        section.fault_at(
            "framework",
            "this version has the built-in framework only",
            "leave `framework` out",
        );
    }
    let draws = section.whole_number("draws").unwrap_or(1000);
    if !(100..=1_000_000).contains(&draws) {
        section.fault_at(
            "draws",
            format!("`draws` cannot be {draws}"),
            "from 100 to 1 000 000; rank intervals of fewer draws mean nothing",
        );
    }
    let seed = section.whole_number("seed").unwrap_or(1);
    Some(ScoreSettings { draws: u32::try_from(draws).unwrap_or(u32::MAX), seed })
}

fn file(
    section: &mut Section<'_, '_>,
    context: &Context<'_>,
    key: &'static str,
    of: &'static str,
    required: bool,
) -> Option<InputFile> {
    let written = if required { section.required_text(key) } else { section.text(key) };
    let publisher = section.text("source");
    let date = section.date("source_date");
    let licence = section.text("licence");
    let synthetic = section.flag("synthetic", false);
    let written = written?;
    let path = context.directory.join(&written);
    Some(InputFile { written, path, section: of, publisher, date, licence, synthetic })
}

fn column(section: &mut Section<'_, '_>, key: &'static str, required: bool) -> Option<ColumnName> {
    let name = if required { section.required_text(key) } else { section.text(key) }?;
    Some(ColumnName { key, name })
}

fn coordinates(section: &mut Section<'_, '_>) -> Option<CoordinateColumns> {
    match (column(section, "x", false), column(section, "y", false)) {
        (Some(x), Some(y)) => Some(CoordinateColumns { x, y }),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => {
            section.fault_at("x", "`x` and `y` go together", "name both columns, or neither");
            None
        }
    }
}

fn crs(section: &mut Section<'_, '_>, key: &'static str, required: bool) -> Option<Crs> {
    let definition = if required { section.required_text(key) } else { section.text(key) }?;
    Crs::from_definition(&definition)
        .map_err(|fault| section.fault_at(key, fault.to_string(), "such as \"EPSG:3006\""))
        .ok()
}

fn decimal(section: &mut Section<'_, '_>) -> Decimal {
    section
        .word("decimal", &[(".", Decimal::Point), (",", Decimal::Comma)])
        .unwrap_or(Decimal::Point)
}
