//! Site registers: schools, care homes and the rest, one row each.

use std::collections::{BTreeMap, HashMap};

use crate::crs::{Crs, Projected, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::format;
use crate::ingest::municipalities::whole_number;
use crate::ingest::number::Decimal;
use crate::ingest::placing::{CoordinateColumns, Placing};
use crate::ingest::power::{backup_hours, split_ids};
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::{ColumnIdx, ColumnName, NumberColumn, Record, Records, SignHint};
use crate::model::site::{Site, SiteKind};
use crate::model::source::Origin;
use crate::words::{Code, Plain, Said, key};

/// The settings of one `[[sites]]`.
#[derive(Clone, Debug)]
pub struct SitesInput {
    /// The file.
    pub file: InputFile,
    /// Its layer, where it has several.
    pub layer: Option<String>,
    /// How each row's kind is told.
    pub kind: KindSetting,
    /// The column of the id.
    pub id: ColumnName,
    /// The column of the name.
    pub name: Option<ColumnName>,
    /// The columns of the coordinates; vector files bring geometry.
    pub coordinates: Option<CoordinateColumns>,
    /// The CRS of the coordinates.
    pub crs: Option<Crs>,
    /// The decimal sign of text columns.
    pub decimal: Option<Decimal>,
    /// The column of the number of persons.
    pub persons: Option<ColumnName>,
    /// The column of the municipality code.
    pub municipality: Option<ColumnName>,
    /// The column of the network node.
    pub network_node: Option<ColumnName>,
    /// The column of what the owner knows of the connection.
    pub connected: Option<ColumnName>,
    /// The column of the download rate of its own connection.
    pub download: Option<ColumnName>,
    /// The column of the hours of backup power.
    pub backup_power: Option<ColumnName>,
    /// The column of the power feeds.
    pub power_feeds: Option<ColumnName>,
}

/// How a row's kind is told.
#[derive(Clone, Debug)]
pub enum KindSetting {
    /// All rows are of one kind.
    All(SiteKind),
    /// A column tells, through a map of its words.
    Column(ColumnName, BTreeMap<String, SiteKind>),
}

impl SitesInput {
    /// Every column that the project names.
    fn columns(&self) -> impl Iterator<Item = &ColumnName> {
        let kind = match &self.kind {
            KindSetting::All(_) => None,
            KindSetting::Column(column, _) => Some(column),
        };
        let coordinates = self.coordinates.iter().flat_map(|named| [&named.x, &named.y]);
        let optional = [
            &self.name,
            &self.persons,
            &self.municipality,
            &self.network_node,
            &self.connected,
            &self.download,
            &self.backup_power,
            &self.power_feeds,
        ];
        let optional = optional.into_iter().flatten();
        std::iter::once(&self.id).chain(kind).chain(coordinates).chain(optional)
    }
}

struct Columns {
    id: ColumnIdx,
    name: Option<ColumnIdx>,
    kind: Option<ColumnIdx>,
    persons: Option<NumberColumn>,
    municipality: Option<ColumnIdx>,
    network_node: Option<ColumnIdx>,
    connected: Option<ColumnIdx>,
    download: Option<NumberColumn>,
    backup_power: Option<NumberColumn>,
    power_feeds: Option<ColumnIdx>,
}

/// Reads every register, sorted by site id. `None` after an error finding in any of them.
pub fn read(
    registers: &[SitesInput],
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Vec<Site>> {
    let before = findings.errors().count();
    let mut sites = Vec::new();
    for register in registers {
        // Goes on after a fault, so that all registers' faults are seen at once.
        let _ = read_one(register, working, sources, findings, &mut sites);
    }
    sites.sort_by(|a, b| a.id.cmp(&b.id));
    report_duplicates(&sites, sources, findings);
    (findings.errors().count() == before).then_some(sites)
}

fn read_one(
    settings: &SitesInput,
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
    sites: &mut Vec<Site>,
) -> Option<()> {
    let file = &settings.file;
    let source = sources.register(file, findings)?;
    let wanted = |name: &str| settings.columns().any(|column| column.name == name);
    let records = format::read(file, settings.layer.as_deref(), &wanted, findings)?;
    let columns = columns(settings, &records, findings)?;
    let mut placing = if settings.coordinates.is_some() || records.spatial {
        Some(Placing::new(
            &records,
            settings.coordinates.as_ref(),
            settings.crs.as_ref(),
            settings.decimal,
            working,
            file,
            findings,
        )?)
    } else if settings.municipality.is_some() || settings.network_node.is_some() {
        None
    } else {
        findings.add(
            file.finding(Rule::ColumnMissing, key::FindingNoCoordinates)
                .field("x")
                .hint(key::HintWhere),
        );
        return None;
    };
    for record in &records.rows {
        let place = placing.as_mut().and_then(|placing| placing.place(record, findings));
        let origin = Origin { source, row: record.row };
        sites.extend(site(settings, &columns, record, place, origin, findings));
    }
    if let Some(placing) = placing {
        placing.finish(findings);
    }
    Some(())
}

/// Looks every column up, so that all missing ones are told at once.
fn columns(settings: &SitesInput, records: &Records, findings: &mut Findings) -> Option<Columns> {
    let file = &settings.file;
    let before = findings.errors().count();
    let id = records.column(&settings.id, file, findings);
    let mut optional =
        |column: &Option<ColumnName>| records.optional_column(column.as_ref(), file, findings);
    let numbers = |column: &Option<ColumnName>, found| {
        let field = column.as_ref().map_or("", |column| &column.name);
        records.numbers(found, field, settings.decimal, SignHint::Setting)
    };
    let columns = Columns {
        name: optional(&settings.name),
        kind: match &settings.kind {
            KindSetting::All(_) => None,
            KindSetting::Column(column, _) => optional(&Some(column.clone())),
        },
        persons: numbers(&settings.persons, optional(&settings.persons)),
        municipality: optional(&settings.municipality),
        network_node: optional(&settings.network_node),
        connected: optional(&settings.connected),
        download: numbers(&settings.download, optional(&settings.download)),
        backup_power: numbers(&settings.backup_power, optional(&settings.backup_power)),
        power_feeds: optional(&settings.power_feeds),
        id: id?,
    };
    (findings.errors().count() == before).then_some(columns)
}

fn site(
    settings: &SitesInput,
    columns: &Columns,
    record: &Record,
    place: Option<Projected>,
    origin: Origin,
    findings: &mut Findings,
) -> Option<Site> {
    let file = &settings.file;
    let Some(id) = record.text(Some(columns.id)) else {
        findings.add(
            file.finding(Rule::IdMissing, key::FindingNoId)
                .at(record.row)
                .field(&settings.id.name)
                .hint(key::HintSiteId),
        );
        return None;
    };
    let name_of =
        |column: &Option<ColumnName>| column.as_ref().map_or("", |c| c.name.as_str()).to_owned();
    let name = record.text(columns.name).unwrap_or(id);
    report_text(id, &settings.id.name, record, file, findings);
    if columns.name.is_some() {
        report_text(name, &name_of(&settings.name), record, file, findings);
    }
    let persons = record.quantity(
        columns.persons.as_ref(),
        |n| (n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&n)).then_some(n as u32),
        file,
        findings,
    );
    let stated_download = record.rate(columns.download.as_ref(), file, findings);
    let backup_power = record.quantity(columns.backup_power.as_ref(), backup_hours, file, findings);
    Some(Site {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: kind(settings, columns, record, findings),
        place,
        persons,
        stated_municipality: record.text(columns.municipality).map(|c| whole_number(c).to_owned()),
        stated_node: record.text(columns.network_node).map(str::to_owned),
        stated_connection: record.yes_no(
            columns.connected,
            &name_of(&settings.connected),
            file,
            findings,
        ),
        stated_download,
        backup_power,
        power_feeds: record.text(columns.power_feeds).map(split_ids).unwrap_or_default(),
        origin,
    })
}

fn kind(
    settings: &SitesInput,
    columns: &Columns,
    record: &Record,
    findings: &mut Findings,
) -> SiteKind {
    let (column, map) = match &settings.kind {
        KindSetting::All(kind) => return *kind,
        KindSetting::Column(column, map) => (column, map),
    };
    let word = record.text(columns.kind);
    // Registers write `Grundskola` and `grundskola` for the same.
    let known = word.map(str::to_lowercase).and_then(|word| {
        let same = map.iter().find(|(known, _)| known.to_lowercase() == word);
        same.map(|(_, kind)| *kind).or_else(|| SiteKind::from_id(&word))
    });
    known.unwrap_or_else(|| {
        let finding = settings
            .file
            .finding(Rule::KindUnknown, key::FindingKind)
            .at(record.row)
            .field(&column.name)
            .hint(key::HintKind { word: word.unwrap_or("word").escape_debug().to_string() });
        findings.add(match word {
            Some(word) => finding.value(word),
            None => finding,
        });
        SiteKind::Other
    })
}

/// Texts that need care wherever they are shown.
fn report_text(
    text: &str,
    field: &str,
    record: &Record,
    file: &InputFile,
    findings: &mut Findings,
) {
    let about =
        |rule, message: Said| file.finding(rule, message).at(record.row).field(field).value(text);
    if crate::findings::is_formula(text) {
        findings.add(about(Rule::TextFormula, key::FindingFormula.into()).hint(key::HintFormula));
    }
    if text.contains(['\n', '\r']) {
        findings.add(about(Rule::TextLineBreak, key::FindingLineBreak.into()));
    }
}

fn report_duplicates(sites: &[Site], sources: &Sources, findings: &mut Findings) {
    let mut first: HashMap<&str, Origin> = HashMap::new();
    for site in sites {
        let path = |origin: Origin| sources.as_slice()[origin.source.0].path.clone();
        match first.get(site.id.as_str()) {
            None => {
                first.insert(&site.id, site.origin);
            }
            Some(&earlier) => findings.add(
                crate::findings::Finding::new(
                    Rule::IdDuplicate,
                    path(site.origin),
                    key::FindingIdInFile { file: path(earlier), row: Plain(earlier.row) },
                )
                .at(site.origin.row)
                .field("id")
                .value(&site.id)
                .hint(key::HintSiteIdOnce),
            ),
        }
    }
}
