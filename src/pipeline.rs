//! The one page that names every stage of a run, in order.

use std::path::Path;

use crate::access::{connection, location, mobile, nearest};
use crate::error::{Error, Fault};
use crate::findings::{Finding, Findings, Severity};
use crate::ingest::{self, Inputs, provenance::Sources};
use crate::model::municipality::Municipalities;
use crate::network;
use crate::progress::Progress;
use crate::project::Project;
use crate::readiness::indicator::IndicatorTargets;
use crate::readiness::service::{self, readiness};
use crate::readiness::site::{Found, SiteAssessment};
use crate::readiness::unit::{self, RankDraws};
use crate::readiness::{Assessment, element};
use crate::report::directory::ResultDirectory;
use crate::report::edition::Edition;
use crate::report::record::{Counts, Draws, InputRecord, RunRecord, Settings, StageSeconds};
use crate::report::{Report, geopackage, html, maps, tables};

/// What a run found.
pub struct Outcome {
    /// What was read.
    pub inputs: Inputs,
    /// What was concluded.
    pub assessment: Assessment,
    /// What the input made us doubt, sorted.
    pub findings: Vec<Finding>,
}

/// How many stages [`Progress`] shows for a run.
pub const STAGES: u64 = 12;

/// Reads every input and stops with all the errors found, if any.
pub fn read(project: &Project, progress: &mut Progress) -> Result<(Inputs, Findings), Error> {
    let crs = &project.region.crs;
    let mut findings = Findings::default();
    let mut sources = Sources::default();
    findings.extend(project.findings.iter().cloned());

    progress.stage("municipalities");
    let municipalities =
        ingest::municipalities::read(&project.municipalities, crs, &mut sources, &mut findings);
    progress.stage("sites");
    let sites = ingest::sites::read(&project.sites, crs, &mut sources, &mut findings);
    let places: Vec<_> = sites.iter().flatten().map(|site| site.place).collect();
    progress.stage("fixed coverage");
    let fixed = project
        .fixed
        .iter()
        .filter_map(|layer| ingest::fixed::read(layer, crs, &mut sources, &mut findings))
        .collect();
    progress.stage("mobile coverage");
    let mobile = project
        .mobile
        .iter()
        .filter_map(|layer| ingest::mobile::read(layer, &places, crs, &mut sources, &mut findings))
        .collect();
    let masts = project
        .masts
        .as_ref()
        .and_then(|lists| ingest::masts::read(lists, crs, &mut sources, &mut findings));
    progress.stage("network");
    let network = project
        .network
        .as_ref()
        .and_then(|network| ingest::ofds::read(network, crs, &mut sources, &mut findings));

    let faults: Vec<Fault> = findings.errors().cloned().map(Fault::Data).collect();
    match (municipalities, sites) {
        (Some(municipalities), Some(sites)) if faults.is_empty() => {
            let sources = sources.into_vec();
            let Municipalities { selected: municipalities, unselected } = municipalities;
            let inputs = Inputs {
                municipalities,
                unselected,
                sites,
                fixed,
                mobile,
                masts,
                network,
                sources,
            };
            ingest::report_layers_elsewhere(&inputs, &mut findings);
            Ok((inputs, findings))
        }
        _ => {
            let faulty =
                |finding: &Finding| findings.errors().any(|e| e.dataset == finding.dataset);
            let doubts = findings
                .sorted()
                .into_iter()
                .filter(|finding| finding.rule.severity() != Severity::Error && faulty(finding));
            Err(Error::Input { faults, doubts: doubts.collect() })
        }
    }
}

/// Draws every conclusion from what was read.
pub fn assess(
    project: &Project,
    inputs: Inputs,
    mut findings: Findings,
    progress: &mut Progress,
) -> Outcome {
    let Inputs { municipalities, sites, sources, .. } = &inputs;
    let node_places: Vec<_> =
        inputs.network.iter().flat_map(|n| n.nodes()).map(|node| node.place).collect();
    let mast_places: Vec<_> = inputs.masts.iter().flatten().map(|mast| mast.place).collect();

    progress.stage("access");
    let nearest_within = project.municipalities.nearest_within;
    let locations = location::locate(
        sites,
        municipalities,
        &inputs.unselected,
        nearest_within,
        sources,
        &mut findings,
    );
    let fixed = connection::connections(sites, &inputs.fixed);
    let mobile = mobile::reach(sites, &inputs.mobile);
    let nearest_nodes = nearest::nearest(sites, &node_places);
    let nearest_masts = nearest::nearest(sites, &mast_places);

    progress.stage("failure analysis");
    let network = network::analyse(
        sites,
        inputs.network.as_ref(),
        project.attach_within,
        sources,
        &mut findings,
    );

    progress.stage("readiness");
    let found =
        locations
            .into_iter()
            .zip(fixed)
            .zip(mobile)
            .zip(nearest_nodes)
            .zip(nearest_masts)
            .zip(network.dependence)
            .map(|(((((location, fixed), mobile), nearest_node), nearest_mast), dependence)| {
                Found { location, fixed, mobile, nearest_node, nearest_mast, dependence }
            });
    let assessed: Vec<SiteAssessment> = sites
        .iter()
        .zip(found)
        .map(|(site, found)| SiteAssessment::new(site, found, project.targets.site_download))
        .collect();
    let elements =
        element::consequences(&network.elements, sites, &assessed, inputs.network.as_ref());
    let services = project.services.clone().unwrap_or_else(service::built_in);
    let service_readiness = sites
        .iter()
        .zip(&assessed)
        .map(|(site, found)| {
            let concerning =
                services.iter().enumerate().filter(|(_, s)| s.kinds.contains(&site.kind));
            concerning.map(|(i, service)| (i, readiness(service, site, found))).collect()
        })
        .collect();

    progress.stage("score");
    let targets = IndicatorTargets { backup_power: project.targets.backup_power };
    let draws = RankDraws { draws: project.score.draws, seed: project.score.seed };
    let units = unit::municipalities(municipalities, sites, &assessed, &targets, draws);
    let groups = unit::groups(municipalities, sites, &assessed, &targets, draws);

    let assessment = Assessment {
        sites: assessed,
        elements,
        services,
        service_readiness,
        municipalities: units,
        groups,
    };
    let findings = findings.sorted();
    Outcome { inputs, assessment, findings }
}

/// Writes the result into a new directory that appears in one step.
pub fn write(
    project: &Project,
    outcome: &Outcome,
    edition: Edition,
    target: &Path,
    progress: &mut Progress,
) -> Result<(), Error> {
    let directory = ResultDirectory::create(target)?;
    let report = Report {
        region: &project.region.name,
        crs: &project.region.crs,
        language: project.region.language,
        edition,
        inputs: &outcome.inputs,
        assessment: &outcome.assessment,
        findings: &outcome.findings,
    };
    progress.stage("tables");
    for table in tables::all(&outcome.inputs, &outcome.assessment, &outcome.findings, edition) {
        table.write(directory.path())?;
    }
    progress.stage("GeoPackage");
    geopackage::write(&report, directory.path())?;
    progress.stage("maps");
    maps::write(&report, directory.path())?;
    progress.stage("report");
    html::write(&report, directory.path())?;
    record(project, outcome, edition, &directory, progress)?.write(directory.path())?;
    directory.finish()
}

fn record(
    project: &Project,
    outcome: &Outcome,
    edition: Edition,
    directory: &ResultDirectory,
    progress: &mut Progress,
) -> Result<RunRecord, Error> {
    let Outcome { inputs, assessment, findings } = outcome;
    let mut files = directory.files()?;
    files.push(crate::report::record::FILE.to_owned());
    files.sort();
    let of_severity = |severity| findings.iter().filter(|f| f.rule.severity() == severity).count();
    Ok(RunRecord {
        program: "beredd".to_owned(),
        version: VERSION.to_owned(),
        edition: edition.name().to_owned(),
        settings: Settings {
            sha256: project.hash.clone(),
            crs: project.region.crs.crs().definition().to_owned(),
            text: (edition == Edition::Full).then(|| project.text.clone()),
        },
        inputs: inputs
            .sources
            .iter()
            .map(|source| InputRecord {
                path: source.path.clone(),
                section: source.section.to_owned(),
                bytes: source.bytes,
                sha256: source.sha256.clone(),
                source: source.publisher.clone(),
                source_date: source.date.clone(),
                licence: source.licence.clone(),
                synthetic: source.synthetic,
            })
            .collect(),
        draws: Draws { draws: project.score.draws, seed: project.score.seed },
        counts: Counts {
            municipalities: inputs.municipalities.len(),
            sites: inputs.sites.len(),
            nodes: inputs.network.as_ref().map_or(0, |n| n.nodes().len()),
            spans: inputs.network.as_ref().map_or(0, |n| n.spans().len()),
            elements: assessment.elements.len(),
            warnings: of_severity(Severity::Warning),
            notes: of_severity(Severity::Info),
        },
        files,
        seconds: progress
            .seconds()
            .into_iter()
            .map(|(stage, seconds)| StageSeconds { stage: stage.to_owned(), seconds })
            .collect(),
    })
}

/// The version of the program, with the commit it was built from where git knew it.
pub const VERSION: &str = env!("BEREDD_VERSION");
