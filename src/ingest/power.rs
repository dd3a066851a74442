//! Power: which feeds a node has, and how long its battery lasts.

use std::collections::HashMap;

use crate::findings::{Findings, Rule};
use crate::ingest::format;
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::{ColumnName, SignHint};
use crate::model::knowledge::Knowledge;
use crate::model::network::Network;
use crate::model::power::PowerSupply;
use crate::units::Hours;
use crate::words::key;

/// A number of hours above this is a slip of the pen: no backup is sized for more than a year.
const HOURS_AT_MOST: f64 = 8_760.0;

/// How long a battery or generator can last: not negative, not more than a year.
pub(super) fn backup_hours(hours: f64) -> Option<Hours> {
    Hours::new(hours).filter(|hours| hours.value() <= HOURS_AT_MOST)
}

/// The ids in a cell, separated by `;`: sorted, each once.
pub(super) fn split_ids(text: &str) -> Vec<String> {
    let ids = text.split(';').map(str::trim).filter(|id| !id.is_empty());
    let mut ids: Vec<String> = ids.map(str::to_owned).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// What the table may tell.
const COLUMNS: [&str; 4] = ["node_id", "power_feed", "battery_h", "needs_power"];

/// Reads the table of node power and tells the nodes, and whether it asks for feeds: it has a column of
/// them. `None` after an error finding.
///
/// A node may stand in several rows, one for each of its feeds.
pub fn read(
    file: &InputFile,
    network: &mut Network,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<bool> {
    sources.register(file, findings)?;
    let wanted = |name: &str| COLUMNS.contains(&name);
    let records = format::read(file, None, &wanted, findings)?;
    let named = |key: &'static str| ColumnName { key, name: key.to_owned() };
    let node_id = records.column(&named("node_id"), file, findings)?;
    let optional = |key, findings: &mut Findings| {
        let present = records.has(key);
        let column = present.then(|| named(key));
        records.optional_column(column.as_ref(), file, findings)
    };
    let feeds = optional("power_feed", findings);
    let battery = optional("battery_h", findings);
    let needs_power = optional("needs_power", findings);
    if feeds.is_none() && battery.is_none() && needs_power.is_none() {
        findings.add(
            file.finding(
                Rule::ColumnMissing,
                key::FindingNothingOfPower { columns: records.names() },
            )
            .field("network.power")
            .hint(key::HintPowerColumns),
        );
        return None;
    }
    let battery = records.numbers(battery, "battery_h", None, SignHint::Table);
    let mut supplies = HashMap::new();
    let mut needs_of = HashMap::new();
    for record in &records.rows {
        let Some(id) = record.text(Some(node_id)) else {
            findings.add(
                file.finding(Rule::IdMissing, key::FindingNoIdOf { column: "node_id" })
                    .at(record.row)
                    .field("node_id"),
            );
            continue;
        };
        let Some(node) = network.find_node(id) else {
            findings.add(
                file.finding(Rule::PowerNodeUnknown, key::FindingRowNode)
                    .at(record.row)
                    .field("node_id")
                    .value(id)
                    .hint(key::HintNodeAsWritten),
            );
            continue;
        };
        let supply = supplies.entry(node).or_insert(PowerSupply::UNKNOWN);
        supply.add_feeds(record.text(feeds).map(split_ids).unwrap_or_default());
        let stated = record.quantity(battery.as_ref(), backup_hours, file, findings);
        if let (Some(earlier), Some(stated)) = (supply.battery, stated)
            && earlier != stated
        {
            findings.add(
                file.finding(
                    Rule::PowerConflict,
                    key::FindingBatteryConflict { node: id, hours: earlier },
                )
                .at(record.row)
                .field("battery_h")
                .value(stated.value().to_string()),
            );
        }
        supply.battery = match (supply.battery, stated) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        let needs = record.yes_no(needs_power, "needs_power", file, findings);
        let earlier = needs_of.entry(node).or_insert(needs);
        if *earlier != needs && *earlier != Knowledge::Unknown && needs != Knowledge::Unknown {
            findings.add(
                file.finding(Rule::PowerConflict, key::FindingPowerConflict { node: id })
                    .at(record.row)
                    .field("needs_power")
                    .value(needs.name()),
            );
        }
        // One yes is enough; a no is one only where nobody says yes.
        *earlier = match (*earlier, needs) {
            (Knowledge::Yes, _) | (_, Knowledge::Yes) => Knowledge::Yes,
            (Knowledge::No, _) | (_, Knowledge::No) => Knowledge::No,
            _ => Knowledge::Unknown,
        };
        supply.needs_power = *earlier != Knowledge::No;
    }
    for (node, supply) in supplies {
        network.set_power(node, supply);
    }
    Some(feeds.is_some())
}
