//! One of the two results, read back as far as a comparison needs it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use serde::Deserialize;

use crate::error::Error;
use crate::ingest::indicators::ENDINGS;
use crate::model::framework::Framework;
use crate::model::indicator::{Reading, Unit};
use crate::model::knowledge::Knowledge;
use crate::output::record::compare::SideRecord;
use crate::output::record::{self, FRAMEWORK, FrameworkRecord, InputRecord, TargetsRecord};
use crate::project::framework::{self, FrameworkFile};
use crate::readiness::site_change::{SiteConditions, SitesOfResult};
use crate::score::comparison::{Compared, Values};
use crate::table::Edition;
use crate::table::{WrittenResult, WrittenTable};
use crate::units::Share;
use crate::words::Language;

/// A result that can be compared.
pub(super) struct OpenResult {
    pub written: WrittenResult,
    pub record: SideRecord,
    pub framework: FrameworkFile,
    pub values: Values,
    pub inputs: Vec<InputRecord>,
    pub language: Option<Language>,
}

/// Why a result has no sites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoSites {
    /// It was written without them.
    Public,
    /// It is a table that was scored.
    Score,
}

/// What of `run.json` is needed.
#[derive(Deserialize)]
struct Record {
    edition: Option<String>,
    language: Option<String>,
    targets: Option<TargetsRecord>,
    settings: Option<Settings>,
    framework: Option<FrameworkRecord>,
    inputs: Vec<InputRecord>,
    /// Of each pillar the indicators that were asked; not in a record of a version that asked for
    /// everything.
    asked: Option<BTreeMap<String, Vec<String>>>,
}

#[derive(Deserialize)]
struct Settings {
    sha256: String,
}

const RUN: &str = "run";
const SCORE: &str = "score";

/// Behind the id of an indicator, the column of its spread between draws: nothing to compare.
const SPREAD: &str = "_sd";

impl OpenResult {
    pub fn open(directory: &Path) -> Result<Self, Error> {
        let hint =
            "name two directories that `beredd run`, `beredd demo` or `beredd score` has written";
        let written = WrittenResult::open(directory, hint)?;
        let command = written.command().to_owned();
        if ![RUN, SCORE].contains(&command.as_str()) {
            let why = format!("is a result of `beredd {command}`, which has no scores to compare");
            return Err(written.not_asked_for(&why));
        }
        let values_table = if command == RUN { "indicator_values" } else { "indicators" };
        for file in [FRAMEWORK, &format!("{values_table}.csv"), "scores.csv"] {
            if !written.has(file) {
                let shown = directory.display();
                return Err(written.from_other_version(format!("{shown}: has no {file}")));
            }
        }
        let record: Record = written.record()?;
        let Some(of_record) = record.framework else {
            let path = directory.join(record::FILE);
            return Err(written.other_version(&path, "framework", "key"));
        };
        let framework = framework_of(&written, &of_record)?;
        let all = if command == RUN { values(&written)? } else { values_of_score(&written)? };
        let asked = record.asked.map(|asked| asked.into_values().flatten().collect());
        let values = asked_of(all, &framework.framework, asked)
            .map_err(|lacking| values_lack(&written, &lacking))?;
        Ok(Self {
            record: SideRecord {
                directory: directory.display().to_string(),
                command,
                version: written.version.clone(),
                edition: record.edition,
                framework: of_record.name,
                framework_version: of_record.version,
                framework_sha256: of_record.sha256,
                // Known when the framework and the values are held against each other.
                asked: BTreeMap::new(),
                settings_sha256: record.settings.map(|settings| settings.sha256),
                targets: record.targets,
            },
            framework,
            values,
            inputs: record.inputs,
            language: record.language.as_deref().and_then(Language::from_code),
            written,
        })
    }

    /// Its sites with the conditions that are counted, or why it has none.
    pub fn sites(&self) -> Result<Result<SitesOfResult, NoSites>, Error> {
        if self.record.command == SCORE {
            return Ok(Err(NoSites::Score));
        }
        if self.record.edition.as_deref() == Some(Edition::Public.name()) {
            return Ok(Err(NoSites::Public));
        }
        let table = self.written.table("site_indicators")?;
        let id = column(&self.written, &table, "site_id")?;
        let municipality = column(&self.written, &table, "municipality_code")?;
        let conditions: Vec<(usize, &str)> = table
            .columns
            .iter()
            .enumerate()
            .filter(|(i, _)| ![id, municipality].contains(i))
            .collect();
        let mut sites = SitesOfResult {
            conditions: conditions.iter().map(|(_, name)| (*name).to_owned()).collect(),
            ..SitesOfResult::default()
        };
        for (number, row) in table.rows.iter().enumerate() {
            let holds = conditions.iter().map(|&(i, name)| {
                let all = [Knowledge::Yes, Knowledge::No, Knowledge::Unknown];
                all.into_iter().find(|known| known.name() == &row[i]).ok_or_else(|| {
                    let cause = format!("{name} is {:?}, not yes, no or unknown", &row[i]);
                    self.written.bad_row(&table.path, number, &cause)
                })
            });
            let holds = holds.collect::<Result<_, Error>>()?;
            let municipality = row[municipality].to_owned();
            sites.sites.insert(row[id].to_owned(), SiteConditions { municipality, holds });
        }
        Ok(Ok(sites))
    }

    /// How many of the scores that it states, of any group, come out otherwise in an evaluation of
    /// its own values. More than 0 where another version scored in another way.
    pub fn scored_otherwise(&self, own: &Compared, tolerance: f64) -> Result<usize, Error> {
        let table = self.written.table("scores")?;
        let places = ["unit_id", "group", "score", "score_low", "score_high"];
        let mut at = [0; 5];
        for (at, name) in at.iter_mut().zip(places) {
            *at = column(&self.written, &table, name)?;
        }
        let [unit, group, score, low, high] = at;
        let mut otherwise = 0;
        for (number, row) in table.rows.iter().enumerate() {
            let bad = |cause: String| self.written.bad_row(&table.path, number, &cause);
            let stated = [score, low, high].map(|at| self::number(&row[at]));
            let found = own.framework.find_group(&row[group]).zip(own.place(&row[unit]));
            let found = found.map(|(group, place)| &own.own.groups[group.0][place]);
            let found = found.map(|found| {
                [found.value.ok(), Some(found.low), Some(found.high)]
                    .map(|score| score.map(|score| score.value()))
            });
            let same = |(stated, found): (&Option<f64>, &Option<f64>)| match (stated, found) {
                (Some(stated), Some(found)) => (stated - found).abs() <= tolerance,
                (stated, found) => stated == found,
            };
            let [a, b, c] = stated;
            let stated = [a.map_err(bad)?, b.map_err(bad)?, c.map_err(bad)?];
            // A group that was not asked has blank cells, and there is nothing to compute.
            let is_asked = own.framework.find_group(&row[group]).is_some();
            if !is_asked && stated == [None; 3] {
                continue;
            }
            if !found.is_some_and(|found| stated.iter().zip(&found).all(same)) {
                otherwise += 1;
            }
        }
        Ok(otherwise)
    }
}

/// The framework as the result keeps it.
fn framework_of(written: &WrittenResult, record: &FrameworkRecord) -> Result<FrameworkFile, Error> {
    let path = written.directory().join(FRAMEWORK);
    if let Err(cause) = std::fs::metadata(&path) {
        return Err(written.unreadable(&path, &cause.to_string()));
    }
    let framework = framework::read(&path)?;
    if framework.hash != record.sha256 {
        let cause = format!("it is not the framework that {} names", record::FILE);
        return Err(written.unreadable(&path, &cause));
    }
    Ok(framework)
}

fn column(written: &WrittenResult, table: &WrittenTable, name: &str) -> Result<usize, Error> {
    table.find(name).ok_or_else(|| written.other_version(&table.path, name, "column"))
}

/// A number; `None` where blank.
fn number(cell: &str) -> Result<Option<f64>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    cell.parse().map(Some).map_err(|_| format!("{cell:?} is no number"))
}

/// A reading from its four cells: value, low, high and known share. With all of them blank, the
/// indicator is not about the unit.
fn reading(cells: [&str; 4]) -> Result<Reading, String> {
    if cells.iter().all(|cell| cell.is_empty()) {
        return Ok(Reading::not_concerned());
    }
    let [value, low, high, known] = cells.map(number);
    let (value, low, high, known) = (value?, low?, high?, known?);
    let known = known
        .map(|known| Share::new(known).ok_or_else(|| format!("{known} is no share")))
        .transpose()?;
    Reading::new(value, low.zip(high), known)
        .ok_or_else(|| format!("no value between its bounds: {}", cells.join(", ")))
}

/// Everything that a result says of its units.
struct Everything {
    units: Vec<Unit>,
    readings: Vec<(String, Vec<Reading>)>,
}

/// What of it was asked: in the framework what the record names; everything where it names nothing,
/// and of what only other frameworks have. Blank for every unit it was not asked there: it has no
/// values to compare. Fails with the indicators that the framework asks for and that are not there.
fn asked_of(
    all: Everything,
    framework: &Framework,
    asked: Option<HashSet<String>>,
) -> Result<Values, Vec<String>> {
    let by_record = |id: &String| asked.as_ref().map(|asked| asked.contains(id));
    let is_there = |id: &String| all.readings.iter().any(|(own, _)| own == id);
    let specs = framework.indicators().iter().map(|spec| &spec.id);
    let lacking: Vec<String> =
        specs.filter(|id| by_record(id).unwrap_or(true) && !is_there(id)).cloned().collect();
    if !lacking.is_empty() {
        return Err(lacking);
    }
    let is_blank =
        |readings: &[Reading]| !readings.is_empty() && !readings.iter().any(Reading::is_concerned);
    let is_asked = |(id, readings): &(String, Vec<Reading>)| {
        let named = framework.find_indicator(id).and_then(|_| by_record(id));
        named.unwrap_or(!is_blank(readings))
    };
    Ok(Values::new(all.units, all.readings.into_iter().filter(is_asked)))
}

fn values_lack(written: &WrittenResult, lacking: &[String]) -> Error {
    written.from_other_version(format!(
        "{}: its framework asks for {}, and its values have no such indicator",
        written.directory().display(),
        lacking.join(", ")
    ))
}

/// The values of a run: a row a municipality, and of each indicator its value and what is told of
/// it beside.
fn values(written: &WrittenResult) -> Result<Everything, Error> {
    let table = written.table("indicator_values")?;
    let code = column(written, &table, "municipality_code")?;
    let name = column(written, &table, "name")?;
    let is_id = |name: &str| {
        let of_another = name.strip_suffix(SPREAD).is_some_and(|id| table.find(id).is_some());
        !of_another && !ENDINGS.iter().any(|ending| name.ends_with(ending))
    };
    let mut readings = Vec::new();
    for (i, id) in table.columns.iter().enumerate().filter(|(_, name)| is_id(name)) {
        if [code, name].contains(&i) {
            continue;
        }
        let mut places = [i; 4];
        for (place, ending) in places[1..].iter_mut().zip(ENDINGS) {
            *place = column(written, &table, &format!("{id}{ending}"))?;
        }
        let rows = table.rows.iter().enumerate().map(|(number, row)| {
            reading(places.map(|place| &row[place]))
                .map_err(|cause| written.bad_row(&table.path, number, &format!("{id}: {cause}")))
        });
        readings.push((id.to_owned(), rows.collect::<Result<_, Error>>()?));
    }
    let units = table.rows.iter();
    let units = units.map(|row| Unit { id: row[code].to_owned(), name: row[name].to_owned() });
    Ok(Everything { units: units.collect(), readings })
}

/// The values of a table that was scored: a row a unit and indicator.
fn values_of_score(written: &WrittenResult) -> Result<Everything, Error> {
    let names = names(written)?;
    let table = written.table("indicators")?;
    let unit = column(written, &table, "unit_id")?;
    let indicator = column(written, &table, "indicator")?;
    // An estimate stands there also where nothing is known, and the value is blank.
    let estimate = if table.find("estimate").is_some() { "estimate" } else { "value" };
    let mut places = [0; 4];
    for (place, name) in places.iter_mut().zip([estimate, "value_low", "value_high", "known_share"])
    {
        *place = column(written, &table, name)?;
    }
    let mut units: Vec<Unit> = Vec::new();
    let mut readings: Vec<(String, Vec<Reading>)> = Vec::new();
    for (number, row) in table.rows.iter().enumerate() {
        let (id, indicator) = (&row[unit], &row[indicator]);
        if units.last().is_none_or(|last| last.id != id) {
            let name = names.get(id).map_or(id, String::as_str).to_owned();
            units.push(Unit { id: id.to_owned(), name });
        }
        let bad = |cause: &dyn std::fmt::Display| written.bad_row(&table.path, number, &cause);
        let found = reading(places.map(|place| &row[place])).map_err(|cause| bad(&cause))?;
        let own = match readings.iter().position(|(of, _)| of == indicator) {
            Some(place) => place,
            None => {
                readings.push((indicator.to_owned(), Vec::new()));
                readings.len() - 1
            }
        };
        let own = &mut readings[own].1;
        own.push(found);
        if own.len() != units.len() {
            return Err(bad(&format!("{id} and {indicator} do not stand in it once each")));
        }
    }
    if readings.iter().any(|(_, column)| column.len() != units.len()) {
        return Err(written.unreadable(&table.path, "rows are missing at the end"));
    }
    Ok(Everything { units, readings })
}

/// The names of the units of a table that was scored.
fn names(written: &WrittenResult) -> Result<HashMap<String, String>, Error> {
    let table = written.table("scores")?;
    let (unit, name) = (column(written, &table, "unit_id")?, column(written, &table, "name")?);
    Ok(table.rows.iter().map(|row| (row[unit].to_owned(), row[name].to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asked_is_what_the_record_names_and_else_what_is_not_blank() {
        use crate::model::framework::testing::{group, heading, indicator};
        use crate::model::framework::{Framework, Mean};

        let groups = vec![group("index", "", 1.0, Mean::Arithmetic)];
        let specs = ["p", "q"].map(|id| indicator(id, "index", 1.0));
        let framework = Framework::new(heading(), groups, specs.into()).expect("a tree");
        // r and s are of no interest to the framework.
        let all = || Everything {
            units: vec![Unit { id: "x".to_owned(), name: "X".to_owned() }],
            readings: [("p", true), ("q", false), ("r", true), ("s", false)]
                .map(|(id, filled)| {
                    let unknown = Reading::default();
                    let reading = if filled { unknown } else { Reading::not_concerned() };
                    (id.to_owned(), vec![reading])
                })
                .into(),
        };
        let asked = |named: Option<&[&str]>| {
            let named = named.map(|ids| ids.iter().map(|&id| id.to_owned()).collect());
            let values = asked_of(all(), &framework, named).expect("p and q are there");
            ["p", "q", "r", "s"].map(|id| values.has(id))
        };
        // Unknown is asked; blank is not, unless the record says that it was asked.
        assert_eq!(asked(None), [true, false, true, false]);
        assert_eq!(asked(Some(&["q"])), [false, true, true, false]);

        let without_q = || {
            let mut all = all();
            all.readings.remove(1);
            all
        };
        let named = |ids: &[&str]| Some(ids.iter().map(|&id| id.to_owned()).collect());
        assert_eq!(asked_of(without_q(), &framework, None), Err(vec!["q".to_owned()]));
        assert_eq!(asked_of(without_q(), &framework, named(&["q"])), Err(vec!["q".to_owned()]));
        assert!(asked_of(without_q(), &framework, named(&["p"])).is_ok());
    }

    #[test]
    fn unknown_and_not_concerned_are_two_things() {
        let unknown = reading(["", "", "", "0"]).expect("a reading");
        assert!(unknown.is_concerned() && unknown.value().is_none());
        assert!(!reading([""; 4]).expect("a reading").is_concerned());
        let bounded = reading(["0.5", "0.25", "0.75", "0.3"]).expect("a reading");
        assert_eq!((bounded.bounds(), bounded.known().value()), (Some((0.25, 0.75)), 0.3));
        for bad in
            [["x", "", "", "1"], ["2", "0", "1", "1"], ["1", "", "", "2"], ["NaN", "", "", "1"]]
        {
            assert!(reading(bad).is_err(), "{bad:?}");
        }
    }
}
