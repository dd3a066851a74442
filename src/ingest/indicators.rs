//! Tables of indicators: a row a unit, a column an indicator.
//!
//! Beside a column `ID` may stand `ID_low` and `ID_high`, between which the truth lies; `ID_known`,
//! of how large a part it is known; and `ID_sd`, the standard deviation of the truth around the
//! value.

use std::collections::HashMap;

use crate::findings::{Finding, Findings, Rule};
use crate::ingest::number::Decimal;
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::{ColumnName, NumberColumn, Record, Records, SignHint};
use crate::ingest::{format, records};
use crate::model::indicator::{Reading, Unit};
use crate::model::source::SourceIdx;
use crate::units::Share;
use crate::words::{Plain, Said, key};

/// Numbers beyond this are slips of the pen, and lose their differences.
pub const LARGEST: f64 = 1e100;

/// What may stand beside an indicator's own column.
pub const ENDINGS: [&str; 4] = ["_low", "_high", "_known", "_sd"];

/// The settings of one table of indicators.
#[derive(Clone, Debug)]
pub struct IndicatorsInput {
    /// The file.
    pub file: InputFile,
    /// Its layer, where it has several.
    pub layer: Option<String>,
    /// The decimal sign of text columns, where the project states it.
    pub decimal: Option<Decimal>,
    /// What can settle a sign that may be read in two ways.
    pub sign_hint: SignHint,
    /// The column of the units' ids.
    pub unit: ColumnName,
    /// The column of the units' names.
    pub unit_name: Option<ColumnName>,
}

/// What a table of indicators holds.
#[derive(Debug)]
pub struct IndicatorColumns {
    /// The table.
    pub source: SourceIdx,
    /// Its units, in its order.
    pub units: Vec<Unit>,
    /// The row of each unit.
    pub rows: Vec<u64>,
    /// Of each indicator that was wanted, in that order, one reading a unit; `None` where the table
    /// has no such column.
    pub readings: Vec<Option<Vec<Reading>>>,
}

impl IndicatorColumns {
    /// The same with its units sorted by id, so that the order of the rows changes nothing.
    pub fn sorted(self) -> Self {
        let mut order: Vec<usize> = (0..self.units.len()).collect();
        order.sort_by(|&a, &b| self.units[a].id.cmp(&self.units[b].id));
        let readings = self.readings.iter();
        Self {
            source: self.source,
            units: order.iter().map(|&i| self.units[i].clone()).collect(),
            rows: order.iter().map(|&i| self.rows[i]).collect(),
            readings: readings
                .map(|column| column.as_ref().map(|own| order.iter().map(|&i| own[i]).collect()))
                .collect(),
        }
    }

    /// A finding about the reading of one unit.
    pub fn finding(
        &self,
        file: &InputFile,
        rule: Rule,
        unit: usize,
        indicator: &str,
        message: impl Into<Said>,
    ) -> Finding {
        file.finding(rule, message).at(self.rows[unit]).field(indicator)
    }
}

/// Reads the wanted indicators of a table. `None` after an error finding.
pub fn read(
    settings: &IndicatorsInput,
    wanted: &[&str],
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<IndicatorColumns> {
    let file = &settings.file;
    let source = sources.register(file, findings)?;
    let is_used = |name: &str| is_used(name, settings, wanted);
    let records = format::read(file, settings.layer.as_deref(), &is_used, findings)?;
    let unit = records.column(&settings.unit, file, findings)?;
    let name = records.optional_column(settings.unit_name.as_ref(), file, findings);
    let columns: Vec<Option<Columns>> =
        wanted.iter().map(|id| Columns::find(&records, id, settings, findings)).collect();
    report_unused(settings, &records, findings);

    let mut units: Vec<Unit> = Vec::new();
    let mut rows: Vec<u64> = Vec::new();
    let mut readings: Vec<Option<Vec<Reading>>> =
        columns.iter().map(|found| found.as_ref().map(|_| Vec::new())).collect();
    let mut first_row: HashMap<String, u64> = HashMap::new();
    let errors = findings.errors().count();
    for record in &records.rows {
        let Some(id) = record.text(Some(unit)) else {
            let finding = file.finding(Rule::IdMissing, key::FindingNoId).at(record.row);
            findings.add(finding.field(&settings.unit.name));
            continue;
        };
        if let Some(&first) = first_row.get(id) {
            findings.add(
                file.finding(Rule::IdDuplicate, key::FindingSameId { row: Plain(first) })
                    .at(record.row)
                    .field(&settings.unit.name)
                    .value(id)
                    .hint(key::HintUnitOnce),
            );
            continue;
        }
        first_row.insert(id.to_owned(), record.row);
        let name = record.text(name).unwrap_or(id).to_owned();
        units.push(Unit { id: id.to_owned(), name });
        rows.push(record.row);
        for (columns, readings) in columns.iter().zip(&mut readings) {
            if let (Some(columns), Some(readings)) = (columns, readings) {
                readings.push(columns.reading(record, file, findings));
            }
        }
    }
    (findings.errors().count() == errors).then_some(IndicatorColumns {
        source,
        units,
        rows,
        readings,
    })
}

/// Whether something is made of a column.
fn is_used(column: &str, settings: &IndicatorsInput, wanted: &[&str]) -> bool {
    column == settings.unit.name
        || settings.unit_name.as_ref().is_some_and(|name| column == name.name)
        || wanted.iter().any(|id| {
            column == *id || column.strip_prefix(id).is_some_and(|e| ENDINGS.contains(&e))
        })
}

/// Columns that nothing was made of: a misspelt one should not go unseen.
fn report_unused(settings: &IndicatorsInput, records: &Records, findings: &mut Findings) {
    let unused: Vec<&str> = records
        .columns
        .iter()
        .filter(|column| !column.name.is_empty() && column.reading == records::Reading::NotWanted)
        .map(|column| column.name.as_str())
        .collect();
    if !unused.is_empty() {
        let columns = unused.join(", ");
        findings.add(
            settings
                .file
                .finding(Rule::ColumnNotUsed, key::FindingColumnsNotUsed { columns })
                .hint(key::HintUseColumn),
        );
    }
}

/// Where an indicator and what belongs to it stand.
struct Columns {
    id: String,
    value: NumberColumn,
    low: Option<NumberColumn>,
    high: Option<NumberColumn>,
    known: Option<NumberColumn>,
    spread: Option<NumberColumn>,
}

impl Columns {
    fn find(
        records: &Records,
        id: &str,
        settings: &IndicatorsInput,
        findings: &mut Findings,
    ) -> Option<Self> {
        let mut present = |name: String| {
            if !records.has(&name) {
                return None;
            }
            let named = ColumnName { key: "indicator", name };
            let column = records.column(&named, &settings.file, findings);
            records.numbers(column, named.name, settings.decimal, settings.sign_hint)
        };
        let value = present(id.to_owned())?;
        let [low, high, known, spread] = ENDINGS.map(|ending| present(format!("{id}{ending}")));
        Some(Self { id: id.to_owned(), value, low, high, known, spread })
    }

    fn reading(&self, record: &Record, file: &InputFile, findings: &mut Findings) -> Reading {
        let [low, high, known, spread] =
            [&self.low, &self.high, &self.known, &self.spread].map(Option::as_ref);
        let all = [Some(&self.value), low, high, known, spread];
        if all.iter().all(|column| column.is_some_and(|column| record.is_blank(column))) {
            // As `indicator_values` writes what an indicator is not about.
            return Reading::not_concerned();
        }
        let mut number = |column| {
            let usable = |number: f64| (number.abs() <= LARGEST).then_some(number);
            record.quantity(column, usable, file, findings)
        };
        let value = number(Some(&self.value));
        let (low, high) = (number(low), number(high));
        let known = record.quantity(known, Share::new, file, findings);
        let usable = |number: f64| (0.0..=LARGEST).contains(&number).then_some(number);
        let spread = record.quantity(spread, usable, file, findings);
        // Where one bound is missing, the value is all that is known of it.
        let bounds = low.or(value).zip(high.or(value)).filter(|_| low.is_some() || high.is_some());
        let reading = Reading::new(value, bounds, known);
        let reading = match spread {
            Some(spread) => reading.and_then(|reading| reading.with_spread(spread)),
            None => reading,
        };
        reading.unwrap_or_else(|| {
            let shown = |number: Option<f64>| match number {
                Some(number) => Said::each(|_| number.to_string()),
                None => key::FindingValueBlank.into(),
            };
            let (low, high) = (shown(low), shown(high));
            findings.add(
                file.finding(Rule::BoundsUnusable, key::FindingBounds { low, high })
                    .at(record.row)
                    .field(&self.id)
                    .value(value.map_or("blank".to_owned(), |value| value.to_string()))
                    .hint(key::HintBounds { id: &self.id }),
            );
            Reading::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> (Option<IndicatorColumns>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.csv");
        std::fs::write(&path, text).unwrap();
        let name = |key, name: &str| ColumnName { key, name: name.to_owned() };
        let input = IndicatorsInput {
            file: InputFile { written: "t.csv".to_owned(), ..InputFile::sample(&path) },
            layer: None,
            decimal: None,
            sign_hint: SignHint::Setting,
            unit: name("unit_id", "id"),
            unit_name: None,
        };
        let mut findings = Findings::default();
        let read = read(&input, &["a", "b"], &mut Sources::default(), &mut findings);
        (read, findings.sorted().iter().map(ToString::to_string).collect())
    }

    #[test]
    fn values_bounds_and_known_shares() {
        let (read, findings) =
            table("id,a,a_low,a_high,a_known\n1,\"0,5\",0.25,0.75,0.5\n2,,0.1,0.9,\n3,7,,9,\n");
        let read = read.expect("usable");
        assert_eq!(findings, Vec::<String>::new());
        let a = read.readings[0].as_ref().expect("a column");
        assert!(read.readings[1].is_none());
        assert_eq!(
            (a[0].value(), a[0].bounds(), a[0].known().value()),
            (Some(0.5), Some((0.25, 0.75)), 0.5)
        );
        assert_eq!(
            (a[1].value(), a[1].bounds(), a[1].known().value()),
            (None, Some((0.1, 0.9)), 0.0)
        );
        assert_eq!(a[2].bounds(), Some((7.0, 9.0)));
    }

    #[test]
    fn what_is_wrong_names_row_field_and_value() {
        let (read, findings) =
            table("id,a,a_low,a_high,c\n1,NaN,,,\n2,many,,,\n3,5,6,9,\n4,1,3,2,\n");
        let a = read.expect("usable").readings.remove(0).expect("a column");
        assert!(a.iter().all(|reading| *reading == Reading::default()), "{a:?}");
        assert_eq!(findings.len(), 5, "{findings:#?}");
        for part in [
            "row 2: a = \"NaN\": not a number",
            "row 3: a = \"many\": not a number",
            "row 4: a = \"5\": it should lie between 6 and 9",
            "row 5: a = \"1\": it should lie between 3 and 2",
            "the framework names no indicator c",
        ] {
            assert!(findings.iter().any(|finding| finding.contains(part)), "{part}: {findings:#?}");
        }
    }

    #[test]
    fn a_unit_stands_once() {
        let (read, findings) = table("id,a\nx,1\nx,2\n");
        assert!(read.is_none());
        assert!(findings[0].contains("row 3: id = \"x\": row 2 has the same id"), "{findings:?}");
    }
}
