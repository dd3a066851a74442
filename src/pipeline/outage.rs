//! The stages of `beredd outage`, after a project has been read and assessed.

use std::cmp::Reverse;
use std::path::Path;

use crate::drawing::outage as maps;
use crate::error::Error;
use crate::findings::Finding;
use crate::findings::Findings;
use crate::ingest::provenance::Sources;
use crate::model::knowledge::Knowledge;
use crate::model::site::{Site, SiteKind};
use crate::output;
use crate::output::directory::ResultDirectory;
use crate::output::record::{self, OutageRecord};
use crate::pages;
use crate::pipeline::{Outcome, about, run_record};
use crate::progress::Progress;
use crate::project::Project;
use crate::project::scenario::resolve::{Resolved, resolve};
use crate::project::scenario::{self, Scenario};
use crate::readiness::element::ElementConsequence;
use crate::readiness::outage::{Failed, Left, Outages, Step};
use crate::readiness::pairs::{self, Pair, WorstPairs};
use crate::readiness::toll::Toll;
use crate::report::Report;
use crate::report::outage::{GridText, OutageReport};
use crate::table::Edition;
use crate::table::finding::{self, FindingRow};
use crate::table::outage::{self as tables, OutageElementRow, OutageMunicipalityRow, OutageRow};
use crate::table::worst::Loss;
use crate::table::{Shape, Table};
use crate::units::Hours;

/// How many stages [`Progress`] shows.
pub const STAGES: u64 = 14;

/// A scenario that was played on a project.
pub struct Exercise {
    /// The scenario.
    pub scenario: Scenario,
    /// What it names in the project.
    pub resolved: Resolved,
    /// What is left, by hours.
    pub steps: Vec<Step>,
}

/// Reads the project file and the scenario; the faults of both come together.
pub fn files(project: &Path, scenario: &Path) -> Result<(Project, Scenario), Error> {
    match (crate::project::read(project), scenario::read(scenario)) {
        (Ok(project), Ok(scenario)) => Ok((project, scenario)),
        (
            Err(Error::Input { mut faults, mut doubts }),
            Err(Error::Input { faults: more, doubts: more_doubts }),
        ) => {
            faults.extend(more);
            doubts.extend(more_doubts);
            Err(Error::Input { faults, doubts })
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// Plays a scenario. What it doubts, and the files it reads, are added to those of the project.
pub fn play(
    project: &Project,
    scenario: Scenario,
    outcome: &mut Outcome,
    progress: &mut Progress,
) -> Result<Exercise, Error> {
    progress.stage("scenario");
    let mut sources = Sources::default();
    let mut findings = Findings::default();
    let inputs = &outcome.inputs;
    let resolved = resolve(
        &scenario,
        &inputs.sites,
        &inputs.infrastructure,
        &project.region.crs,
        &mut sources,
        &mut findings,
    )?;
    let outages = Outages::new(&inputs.sites, &outcome.assessment.sites, &inputs.infrastructure);
    let steps = match &resolved.grid {
        None => vec![Step { hours: Hours::ZERO, left: outages.left(&resolved.failed, None) }],
        Some((grid, hours)) => hours
            .iter()
            .map(|&hours| {
                let left = outages.left(&resolved.failed, Some((grid, hours)));
                Step { hours, left }
            })
            .collect(),
    };
    for source in sources.into_vec() {
        if !outcome.inputs.sources.contains(&source) {
            outcome.inputs.sources.push(source);
        }
    }
    findings.extend(std::mem::take(&mut outcome.findings));
    outcome.findings = findings.sorted();
    Ok(Exercise { scenario, resolved, steps })
}

/// Writes what an exercise showed.
pub fn write(
    project: &Project,
    outcome: &Outcome,
    exercise: &Exercise,
    target: &Path,
    progress: &mut Progress,
) -> Result<(), Error> {
    let Exercise { scenario, resolved, steps } = exercise;
    let outage = OutageReport {
        report: Report {
            region: &project.region.name,
            crs: &project.region.crs,
            language: project.region.language,
            edition: Edition::Full,
            inputs: &outcome.inputs,
            assessment: &outcome.assessment,
            findings: &outcome.findings,
        },
        name: &scenario.name,
        description: scenario.description.as_deref(),
        failed: resolved.named_by.iter().map(|(element, by)| (*element, by.as_str())).collect(),
        grid: scenario.grid_loss.as_ref().map(|loss| GridText {
            feeds: &loss.feeds,
            area: loss.area.as_ref().map(|area| area.file.written.as_str()),
        }),
        areas: &resolved.areas,
        steps,
    };
    let Outcome { inputs, assessment, findings } = outcome;
    let toll = |step, municipality| Toll::of(outage.own(step, Some(municipality)));
    let municipalities = tables::municipalities(inputs, steps, toll);
    let tables = [
        Table::of(&Shape::of::<OutageRow>(), tables::sites(inputs, assessment, steps)),
        Table::of(&Shape::of::<OutageMunicipalityRow>(), municipalities),
        Table::of(&Shape::of::<OutageElementRow>(), tables::elements(inputs, &outage.failed)),
        found(findings),
    ];
    let asked = OutageRecord::Scenario {
        name: scenario.name.clone(),
        sha256: scenario.hash.clone(),
        text: scenario.text.clone(),
        elements: resolved.named_by.len(),
    };
    let directory = ResultDirectory::create(target)?;
    progress.stage("tables");
    for table in tables {
        output::tables::write(&table, directory.path())?;
    }
    progress.stage("maps");
    maps::write(&outage, directory.path())?;
    progress.stage("page");
    let page = pages::outage::page(&outage, directory.path())?;
    output::html::write(&page, &directory.path().join(pages::OUTAGE_FILE))?;
    finish(project, outcome, asked, directory, progress)
}

/// The worst elements, at most so many: by the sites that lose every service, then by those that
/// lose the service they have, then by persons, then by kind and id.
pub fn worst(outcome: &Outcome, count: usize) -> Vec<&ElementConsequence> {
    let mut worst: Vec<&ElementConsequence> = outcome.assessment.elements.iter().collect();
    worst.sort_by_key(|found| {
        (
            Reverse(found.without_service),
            Reverse(found.sites),
            Reverse(found.persons),
            found.element,
        )
    });
    worst.truncate(count);
    worst
}

/// How many pairs are compared at most: about a minute on two cores at worst. Measured: 20 million
/// pairs in a network of 7,000 nodes take 20 s of one core, built without full optimisation.
const MOST_PAIRS: u64 = 60_000_000;

/// The worst pairs, at most so many, with what each takes down; and how they were found.
pub fn worst_pairs(
    outcome: &Outcome,
    count: usize,
    progress: &mut Progress,
) -> (Vec<(Pair, Loss)>, WorstPairs) {
    progress.stage("pairs");
    let (inputs, assessment) = (&outcome.inputs, &outcome.assessment);
    let infrastructure = &inputs.infrastructure;
    let found = pairs::worst_pairs(
        &inputs.sites,
        &assessment.sites,
        &assessment.masts,
        infrastructure,
        count,
        MOST_PAIRS,
    );
    let outages = Outages::new(&inputs.sites, &assessment.sites, infrastructure);
    let with_losses = found.pairs.iter().map(|pair| {
        let failed: Failed = pair.elements.into_iter().collect();
        let left = outages.left(&failed, None);
        let lost: Vec<(&Site, &Left)> =
            inputs.sites.iter().zip(&left).filter(|(_, left)| left.cut_off).collect();
        let of_kind = |kind| lost.iter().filter(|(site, _)| site.kind == kind).count();
        let gone = |left: &Left| left.after.any() == Knowledge::No;
        let loss = Loss {
            sites: lost.len(),
            schools: of_kind(SiteKind::School),
            care_homes: of_kind(SiteKind::CareHome),
            persons: lost.iter().filter_map(|(site, _)| site.persons).map(u64::from).sum(),
            without_service: lost.iter().filter(|(_, left)| gone(left)).count(),
        };
        (*pair, loss)
    });
    (with_losses.collect(), found)
}

/// Writes the table of the worst into a result directory.
pub fn write_worst(
    project: &Project,
    outcome: &Outcome,
    table: &Table,
    asked: OutageRecord,
    target: &Path,
    progress: &mut Progress,
) -> Result<(), Error> {
    let directory = ResultDirectory::create(target)?;
    progress.stage("tables");
    output::tables::write(table, directory.path())?;
    output::tables::write(&found(&outcome.findings), directory.path())?;
    finish(project, outcome, asked, directory, progress)
}

/// The table of findings.
fn found(findings: &[Finding]) -> Table {
    Table::of(&Shape::of::<FindingRow>(), finding::findings(findings))
}

fn finish(
    project: &Project,
    outcome: &Outcome,
    asked: OutageRecord,
    directory: ResultDirectory,
    progress: &mut Progress,
) -> Result<(), Error> {
    let mut own = run_record(project, outcome, about(project, outcome, Edition::Full));
    own.outage = Some(asked);
    record::finish(directory, None, own, progress.seconds())
}
