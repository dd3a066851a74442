//! What a result says of municipalities: read back for one of them, or as it is written for all.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::neighbours::Neighbours;
use crate::error::Error;
use crate::network::element::ElementKind;
use crate::pages::nearest::not_found;
use crate::pages::result::RunResult;
use crate::table::element::{self, BackupRow, DependencyRow, ElementRow};
use crate::table::endurance::{self, EnduranceRow};
use crate::table::gain::{self, GainRow};
use crate::table::indicator::{self, IndicatorRow};
use crate::table::list::Run;
use crate::table::question::{self, QuestionRow};
use crate::table::score::{self, RankPairRow, ScoreRow};
use crate::table::service::{self, ServiceSummaryRow};
use crate::table::site::{self, SiteRow};
use crate::table::unit::{self, UnitRow};
use crate::table::{Edition, Row};

/// The municipalities of a result, by their codes.
pub struct Region {
    /// What each is called.
    names: HashMap<String, String>,
    /// The ranks of those that have one.
    ranks: Vec<u32>,
}

/// Every row of a result that is about one municipality.
pub struct Rows {
    pub(super) unit: UnitRow,
    pub(super) neighbours: Neighbours,
    pub(super) indicators: Vec<IndicatorRow>,
    pub(super) scores: Vec<ScoreRow>,
    pub(super) services: Vec<ServiceSummaryRow>,
    pub(super) questions: Vec<QuestionRow>,
    /// `None` in the public edition.
    pub(super) inside: Option<Inside>,
}

/// What only the full edition tells.
#[derive(Default)]
pub struct Inside {
    pub(super) sites: Vec<SiteRow>,
    pub(super) backups: Vec<BackupRow>,
    pub(super) dependencies: Vec<DependencyRow>,
    /// Those that `dependencies` name.
    pub(super) elements: Vec<ElementRow>,
    pub(super) endurance: Vec<EnduranceRow>,
    pub(super) gains: Vec<GainRow>,
}

impl Region {
    /// Of the rows of all its municipalities.
    pub fn of(units: &[UnitRow]) -> Self {
        let name = |row: &UnitRow| (row.unit.0.clone(), row.name.0.clone());
        Self {
            names: units.iter().map(name).collect(),
            ranks: units.iter().filter_map(|row| row.rank).collect(),
        }
    }

    /// The name of a municipality; its code where it is none of the region.
    pub(super) fn name<'n>(&'n self, code: &'n str) -> &'n str {
        self.names.get(code).map_or(code, String::as_str)
    }

    /// How many have a rank.
    pub(super) fn ranked(&self) -> usize {
        self.ranks.len()
    }

    /// How many others have the rank of one.
    pub(super) fn sharing(&self, unit: &UnitRow) -> usize {
        let Some(rank) = unit.rank else { return 0 };
        self.ranks.iter().filter(|own| **own == rank).count() - 1
    }
}

/// Reads the rows about one municipality back.
pub fn read(result: &RunResult, code: &str) -> Result<(Region, Rows), Error> {
    let written = &result.written;
    let mut units: Vec<UnitRow> = written.rows()?;
    let Some(place) = units.iter().position(|row| row.unit.0 == code) else {
        let file = written.path_of(UnitRow::TABLE).display().to_string();
        let known = units.iter().map(|row| (row.unit.0.as_str(), row.name.0.as_str()));
        return Err(not_found(("municipality", "municipalities"), code, &file, known));
    };
    let is_own = |own: &str| own == code;
    let inside = match result.about.edition {
        Edition::Public => None,
        Edition::Full => {
            let sites: Vec<SiteRow> = written.rows_where("municipality_code", is_own)?;
            let ids: HashSet<&str> = sites.iter().map(|site| site.site_id.as_str()).collect();
            let is_of_site = |id: &str| ids.contains(id);
            let dependencies: Vec<DependencyRow> = written.rows_where("site_id", is_of_site)?;
            let hit: HashSet<&str> =
                dependencies.iter().map(|row| row.element_id.as_str()).collect();
            Some(Inside {
                backups: written.rows_where("site_id", is_of_site)?,
                elements: written.rows_where("element_id", |id| hit.contains(id))?,
                endurance: written.rows_where("municipality_code", is_own)?,
                gains: written.rows_where("municipality_code", is_own)?,
                dependencies,
                sites,
            })
        }
    };
    let region = Region::of(&units);
    let rows = Rows {
        unit: units.swap_remove(place),
        neighbours: Neighbours::of(code, written.rows::<RankPairRow>()?.iter()),
        indicators: written.rows_where("municipality_code", is_own)?,
        scores: written.rows_where("unit_id", is_own)?,
        services: written.rows_where("municipality_code", is_own)?,
        questions: written.rows_where("unit_id", is_own)?,
        inside,
    };
    Ok((region, rows))
}

/// The rows about every municipality of a run, in their order, as an edition writes them.
pub fn of_run(run: &Run<'_>, edition: Edition) -> (Region, Vec<Rows>) {
    let Run { inputs, assessment, .. } = *run;
    let units = unit::municipalities(inputs, assessment);
    let region = Region::of(&units);
    let mut insides = (edition == Edition::Full).then(|| insides(run));
    let pairs = score::pairs(&assessment.composite.scores);
    let mut indicators =
        by_key(indicator::municipalities(inputs, assessment), |row| Some(&row.unit.0));
    let mut scores = by_key(score::scores(&assessment.composite.scores), |row| Some(&row.unit_id));
    let mut services =
        by_key(service::service_summary(inputs, assessment), |row| Some(&row.unit.0));
    let mut questions = by_key(question::questions(inputs, assessment), |row| row.unit_id.as_ref());
    let rows = units.into_iter().map(|unit| {
        let code = unit.unit.0.clone();
        Rows {
            neighbours: Neighbours::of(&code, pairs.iter()),
            indicators: indicators.remove(&code).unwrap_or_default(),
            scores: scores.remove(&code).unwrap_or_default(),
            services: services.remove(&code).unwrap_or_default(),
            questions: questions.remove(&code).unwrap_or_default(),
            inside: insides.as_mut().map(|all| all.remove(&code).unwrap_or_default()),
            unit,
        }
    });
    (region, rows.collect())
}

fn insides(run: &Run<'_>) -> HashMap<String, Inside> {
    let Run { inputs, assessment, .. } = *run;
    let elements: HashMap<(ElementKind, String), ElementRow> =
        element::elements(inputs, assessment)
            .into_iter()
            .map(|row| ((row.element_kind, row.element_id.clone()), row))
            .collect();
    let mut backups = by_key(element::backups(inputs, assessment), |row| Some(&row.site_id));
    let mut dependencies =
        by_key(element::dependencies(inputs, assessment), |row| Some(&row.site_id));
    let mut insides: HashMap<String, Inside> = HashMap::new();
    for row in endurance::endurance(inputs, assessment) {
        insides.entry(row.unit.0.clone()).or_default().endurance.push(row);
    }
    for row in gain::gains(inputs, assessment) {
        insides.entry(row.unit.0.clone()).or_default().gains.push(row);
    }
    for row in site::sites(inputs, assessment) {
        let Some(code) = row.municipality_code.clone() else { continue };
        let inside = insides.entry(code).or_default();
        inside.backups.extend(backups.remove(&row.site_id).unwrap_or_default());
        inside.dependencies.extend(dependencies.remove(&row.site_id).unwrap_or_default());
        inside.sites.push(row);
    }
    for inside in insides.values_mut() {
        let hit = inside.dependencies.iter().map(|row| (row.element_kind, row.element_id.clone()));
        let hit: BTreeSet<(ElementKind, String)> = hit.collect();
        inside.elements = hit.iter().filter_map(|of| elements.get(of).cloned()).collect();
    }
    insides
}

/// Rows by what they are about, in their order.
fn by_key<R>(rows: Vec<R>, key: impl Fn(&R) -> Option<&String>) -> HashMap<String, Vec<R>> {
    let mut all: HashMap<String, Vec<R>> = HashMap::new();
    for row in rows {
        let Some(key) = key(&row).cloned() else { continue };
        all.entry(key).or_default().push(row);
    }
    all
}
