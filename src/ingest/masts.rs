//! Masts: where radio networks stand.

use crate::crs::{Crs, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::format;
use crate::ingest::number::Decimal;
use crate::ingest::placing::{CoordinateColumns, Placing};
use crate::ingest::power::{backup_hours, split_ids};
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::{ColumnName, SignHint};
use crate::model::coverage::Mast;
use crate::model::power::PowerSupply;
use crate::model::source::Origin;
use crate::units::Metres;
use crate::words::key;

/// The settings of one `[[masts]]`.
#[derive(Clone, Debug)]
pub struct MastsInput {
    /// The file.
    pub file: InputFile,
    /// Its layer, where it has several.
    pub layer: Option<String>,
    /// The column of the id; `id` by default.
    pub id: Option<ColumnName>,
    /// The columns of the coordinates; vector files bring geometry, tables have `x` and `y` by
    /// default.
    pub coordinates: Option<CoordinateColumns>,
    /// The CRS of the coordinates.
    pub crs: Option<Crs>,
    /// The decimal sign of text columns.
    pub decimal: Option<Decimal>,
    /// The column of the brand; `operator` by default, where there is one.
    pub operator: Option<ColumnName>,
    /// The column of the radio network; `radio_network` by default, where there is one.
    pub radio_network: Option<ColumnName>,
    /// The column of the range in metres; `range_m` by default, where there is one.
    pub range: Option<ColumnName>,
    /// The column of the network node; `network_node` by default, where there is one.
    pub network_node: Option<ColumnName>,
    /// The column of the battery in hours; `battery_h` by default, where there is one.
    pub battery: Option<ColumnName>,
    /// The column of the power feeds; `power_feed` by default, where there is one.
    pub power_feed: Option<ColumnName>,
}

impl MastsInput {
    /// Every column that the project names.
    fn columns(&self) -> impl Iterator<Item = &ColumnName> {
        let optional = [
            &self.id,
            &self.operator,
            &self.radio_network,
            &self.range,
            &self.network_node,
            &self.battery,
            &self.power_feed,
        ];
        let coordinates = self.coordinates.iter().flat_map(|named| [&named.x, &named.y]);
        optional.into_iter().flatten().chain(coordinates)
    }
}

/// What the columns are called where the project names none.
const DEFAULTS: [&str; 9] = [
    "id",
    "x",
    "y",
    "operator",
    "radio_network",
    "range_m",
    "network_node",
    "battery_h",
    "power_feed",
];

/// A range above this is a slip of the pen: no cell of a public network is that large.
const RANGE_AT_MOST_M: f64 = 200_000.0;

/// Reads every list of masts, sorted by id. `None` after an error finding in any of them.
pub fn read(
    lists: &[MastsInput],
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Vec<Mast>> {
    let before = findings.errors().count();
    let mut masts = Vec::new();
    for list in lists {
        // Goes on after a fault, so that all lists' faults are seen at once.
        let _ = read_one(list, working, sources, findings, &mut masts);
    }
    masts.sort_by(|a: &Mast, b: &Mast| a.id.cmp(&b.id));
    for pair in masts.windows(2).filter(|pair| pair[0].id == pair[1].id) {
        let path = sources.as_slice()[pair[1].origin.source.0].path.clone();
        findings.add(
            crate::findings::Finding::new(Rule::IdDuplicate, path, key::FindingTwoMasts)
                .at(pair[1].origin.row)
                .field("id")
                .value(&pair[1].id)
                .hint(key::HintMastIdOnce),
        );
    }
    (findings.errors().count() == before).then_some(masts)
}

fn read_one(
    settings: &MastsInput,
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
    masts: &mut Vec<Mast>,
) -> Option<()> {
    let file = &settings.file;
    let source = sources.register(file, findings)?;
    let wanted = |name: &str| {
        DEFAULTS.contains(&name) || settings.columns().any(|column| column.name == name)
    };
    let records = format::read(file, settings.layer.as_deref(), &wanted, findings)?;
    let default = |key| ColumnName { key, name: key.to_owned() };
    let id_name = settings.id.clone().unwrap_or_else(|| default("id"));
    let coordinates = settings.coordinates.clone().or_else(|| {
        (!records.spatial).then(|| CoordinateColumns { x: default("x"), y: default("y") })
    });
    let where_present = |named: &Option<ColumnName>, key| {
        let present = records.has(key);
        named.clone().or_else(|| present.then(|| default(key)))
    };
    let operator = where_present(&settings.operator, "operator");
    let radio_network = where_present(&settings.radio_network, "radio_network");
    let range_name = where_present(&settings.range, "range_m");
    let node = where_present(&settings.network_node, "network_node");
    let battery_name = where_present(&settings.battery, "battery_h");
    let feed = where_present(&settings.power_feed, "power_feed");
    let id = records.column(&id_name, file, findings);
    let operator = records.optional_column(operator.as_ref(), file, findings);
    let radio_network = records.optional_column(radio_network.as_ref(), file, findings);
    let range = records.optional_column(range_name.as_ref(), file, findings);
    let node = records.optional_column(node.as_ref(), file, findings);
    let battery = records.optional_column(battery_name.as_ref(), file, findings);
    let feed = records.optional_column(feed.as_ref(), file, findings);
    let named = |column: &Option<ColumnName>| {
        column.as_ref().map_or_else(String::new, |column| column.name.clone())
    };
    let decimal = settings.decimal;
    let range = records.numbers(range, named(&range_name), decimal, SignHint::Setting);
    let battery = records.numbers(battery, named(&battery_name), decimal, SignHint::Setting);
    let mut placing = Placing::new(
        &records,
        coordinates.as_ref(),
        settings.crs.as_ref(),
        settings.decimal,
        working,
        file,
        findings,
    )?;
    let id = id?;
    for record in &records.rows {
        let place = placing.place(record, findings);
        let Some(id) = record.text(Some(id)) else {
            findings.add(
                file.finding(Rule::IdMissing, key::FindingNoId).at(record.row).field(&id_name.name),
            );
            continue;
        };
        let reach = |metres| Metres::new(metres).filter(|m| m.value() <= RANGE_AT_MOST_M);
        let range = record.quantity(range.as_ref(), reach, file, findings);
        let battery = record.quantity(battery.as_ref(), backup_hours, file, findings);
        let mut power = PowerSupply { battery, ..PowerSupply::UNKNOWN };
        power.add_feeds(record.text(feed).map(split_ids).unwrap_or_default());
        masts.push(Mast {
            id: id.to_owned(),
            place,
            operator: record.text(operator).map(str::to_owned),
            radio_network: record.text(radio_network).map(str::to_owned),
            range,
            stated_node: record.text(node).map(str::to_owned),
            power,
            origin: Origin { source, row: record.row },
        });
    }
    placing.finish(findings);
    Some(())
}
