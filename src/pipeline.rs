//! The one page that names every stage of a run, in order.

pub mod alone;
pub mod compare;
mod composite;
mod indicators;
pub mod outage;
pub mod products;
pub mod score;

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use crate::access::mast_reach::{self, MastReach};
use crate::access::{connection, location, mobile, nearest};
use crate::crs::WorkingCrs;
use crate::error::{Error, Fault};
use crate::findings::{Finding, Findings, Severity};
use crate::ingest::ofds::Reading;
use crate::ingest::trenches::Declaration;
use crate::ingest::{self, Inputs, provenance::Sources};
use crate::model::coverage::MastIdx;
use crate::model::infrastructure::Infrastructure;
use crate::model::municipality::Municipalities;
use crate::model::network::Network;
use crate::model::requirement::Service;
use crate::network::{self, trench_list};
use crate::output::directory::ResultDirectory;
use crate::output::record::{
    self, Counts, Draws, FrameworkRecord, InputRecord, RunRecord, Settings, TargetsRecord,
    asked_record,
};
use crate::pages::result::About;
use crate::pipeline::composite::Conclusions;
use crate::pipeline::products::{Made, Make, PRODUCTS};
use crate::progress::Progress;
use crate::project::Project;
use crate::project::network::NetworkSettings;
use crate::readiness::failure::MastService;
use crate::readiness::indicator::IndicatorTargets;
use crate::readiness::service::{self, readiness};
use crate::readiness::site::{Found, SiteAssessment};
use crate::readiness::{Assessment, curve, element};
use crate::report::Report;
use crate::table::Edition;
use crate::table::list::{self, Run};
use crate::units::Metres;

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
pub const STAGES: u64 = 15;

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
        .and_then(|settings| read_network(settings, crs, &mut sources, &mut findings));
    let own_indicators = indicators::read_own(
        &project.indicators,
        &project.score.framework.framework,
        &services(project),
        municipalities.as_ref().map_or(&[], |m| &m.selected),
        &mut sources,
        &mut findings,
    );

    match (municipalities, sites) {
        (Some(municipalities), Some(sites)) if findings.errors().next().is_none() => {
            let sources = sources.into_vec();
            let Municipalities { selected: municipalities, unselected } = municipalities;
            let (network, declared, asks_feeds) = match network {
                Some((network, declared, asks_feeds)) => (Some(network), declared, asks_feeds),
                None => (None, Vec::new(), false),
            };
            let mut infrastructure = Infrastructure::new(network, masts, &sites);
            infrastructure.asks_feeds |= asks_feeds || project.asks_feeds();
            if let Some(network) = &infrastructure.network {
                let trenches =
                    ingest::trenches::declared(&declared, network, &sources, &mut findings);
                infrastructure.trenches = trenches;
            }
            let inputs = Inputs {
                municipalities,
                unselected,
                sites,
                fixed,
                mobile,
                infrastructure,
                own_indicators,
                sources,
            };
            ingest::report_layers_elsewhere(&inputs, &mut findings);
            Ok((inputs, findings))
        }
        _ => Err(refusal(&findings)),
    }
}

/// Every error found, and what else was found in the same files.
fn refusal(findings: &Findings) -> Error {
    let faults = findings.errors().cloned().map(Fault::Data).collect();
    let faulty: BTreeSet<&str> = findings.errors().map(|error| error.dataset.as_str()).collect();
    let doubts = findings.sorted().into_iter().filter(|finding| {
        finding.rule.severity() != Severity::Error && faulty.contains(finding.dataset.as_str())
    });
    Error::Input { faults, doubts: doubts.collect() }
}

/// The network with its power, what is declared of its trenches, and whether a table asks for the
/// feeds of nodes. `None` after an error finding in any of its files.
fn read_network(
    settings: &NetworkSettings,
    crs: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<(Network, Vec<Declaration>, bool)> {
    let reading = ingest::ofds::read(&settings.input, crs, sources, findings);
    let declared = match &settings.trenches {
        Some(file) => ingest::trenches::read(file, sources, findings),
        None => Some(Vec::new()),
    };
    let Reading { mut network, mut trenches } = reading?;
    let asks_feeds = match &settings.power {
        Some(file) => ingest::power::read(file, &mut network, sources, findings)?,
        None => false,
    };
    trenches.extend(declared?);
    Some((network, trenches, asks_feeds))
}

/// The digital services that are asked about.
fn services(project: &Project) -> Vec<Service> {
    project.services.clone().unwrap_or_else(service::built_in)
}

/// The place of a service in the list that is asked about.
pub fn find_service(project: &Project, id: &str) -> Result<usize, Error> {
    let services = services(project);
    services.iter().position(|service| service.id == id).ok_or_else(|| {
        let known: Vec<&str> = services.iter().map(|service| service.id.as_str()).collect();
        Error::Usage {
            message: format!("there is no service {id:?}"),
            hint: format!("one of {}", known.join(", ")),
        }
    })
}

/// Draws every conclusion from what was read; stops where the framework does not fit it.
pub fn assess(
    project: &Project,
    mut inputs: Inputs,
    mut findings: Findings,
    progress: &mut Progress,
) -> Result<Outcome, Error> {
    progress.stage("trenches");
    if let (Some(network), Some(settings)) = (&inputs.infrastructure.network, &project.network) {
        let declared = std::mem::take(&mut inputs.infrastructure.trenches);
        inputs.infrastructure.trenches = trench_list::trenches(
            network,
            declared,
            settings.trench_rule,
            &inputs.sources,
            &mut findings,
        );
    }
    let Inputs { municipalities, sites, infrastructure, sources, .. } = &inputs;
    let node_places: Vec<_> =
        infrastructure.network.iter().flat_map(|n| n.nodes()).map(|node| node.place).collect();
    let mast_places: Vec<_> = infrastructure.masts().iter().map(|mast| mast.place).collect();

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
    let fixed = connection::connections(sites, &inputs.fixed, sources);
    connection::report_rates_alone(sites, &fixed, sources, &mut findings);
    let mobile = mobile::reach(sites, &inputs.mobile);
    let mast_reach = mast_reach::masts_reaching(
        sites,
        infrastructure.masts.as_deref(),
        &inputs.mobile,
        &mobile,
        sources,
        &mut findings,
    );
    let nearest_nodes = nearest::nearest(sites, &node_places);
    let nearest_masts = nearest::nearest(sites, &mast_places);

    progress.stage("failure analysis");
    let attach_within = project.network.as_ref().map_or(Metres::ZERO, |n| n.attach_within);
    let network = network::analyse(sites, infrastructure, attach_within, sources, &mut findings);
    let masts: Vec<MastService> = infrastructure
        .masts()
        .iter()
        .zip(0..)
        .zip(&network.masts)
        .map(|((mast, number), way)| MastService::new(MastIdx(number), mast, way, infrastructure))
        .collect();

    progress.stage("readiness");
    let mast_reach: Vec<Option<MastReach>> = match mast_reach {
        Some(reach) => reach.into_iter().map(Some).collect(),
        None => vec![None; sites.len()],
    };
    let target = project.targets.site_download;
    // One list of each for all sites, in their order.
    let found = (locations, fixed, mobile, mast_reach, nearest_nodes, nearest_masts, network.sites);
    let assessed: Vec<SiteAssessment> = found
        .into_par_iter()
        .map(|(location, fixed, mobile, masts, nearest_node, nearest_mast, dependence)| Found {
            location,
            fixed,
            mobile,
            masts,
            nearest_node,
            nearest_mast,
            dependence,
        })
        .zip(sites)
        .map(|(found, site)| SiteAssessment::new(site, found, &masts, infrastructure, target))
        .collect();
    let elements = element::consequences(sites, &assessed);
    let curves = curve::curves(&assessed, municipalities.len());
    let services = services(project);
    let service_readiness: Vec<_> = sites
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
    let declared = project.declared();
    let scored = composite::score(
        &project.score,
        &declared,
        &inputs,
        Conclusions {
            assessed: &assessed,
            masts: &masts,
            services: &services,
            readiness: &service_readiness,
            targets: &targets,
            target,
        },
        &mut findings,
    );
    let Some(scored) = scored else { return Err(refusal(&findings)) };
    let assessment = Assessment {
        sites: assessed,
        masts,
        curves,
        elements,
        services,
        service_readiness,
        municipalities: scored.municipalities,
        groups: scored.groups,
        targets,
        declared,
        asked: scored.asked,
        computed_asked: scored.computed_asked,
        composite: scored.composite,
        group_composite: scored.group_composite,
        gains: scored.gains,
        questions: scored.questions,
        region_questions: scored.region_questions,
    };
    let findings = findings.sorted();
    Ok(Outcome { inputs, assessment, findings })
}

/// Writes the result into a new directory that appears in one step.
pub fn write(
    project: &Project,
    outcome: &Outcome,
    edition: Edition,
    mend: Option<usize>,
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
    let Outcome { inputs, assessment, findings } = outcome;
    let about = about(project, outcome, edition);
    let made = Made { project, report, about: &about };
    progress.stage(PRODUCTS[0].stage);
    let mut tables = list::of_run(&Run { inputs, assessment, findings, mend }, edition);
    for (i, product) in PRODUCTS.iter().enumerate() {
        if i > 0 && product.stage != PRODUCTS[i - 1].stage {
            progress.stage(product.stage);
        }
        match product.make {
            Make::Tables(make) => make(&made, &tables, directory.path())?,
            Make::Run(make) => make(&made, directory.path())?,
        }
        if !PRODUCTS[i + 1..].iter().any(|later| matches!(later.make, Make::Tables(_))) {
            tables.clear();
        }
    }
    record::finish(directory, None, run_record(project, outcome, about), progress.seconds())
}

/// What the result says of itself.
fn about(project: &Project, outcome: &Outcome, edition: Edition) -> About {
    let Outcome { inputs, assessment, .. } = outcome;
    let framework = &project.score.framework;
    About {
        edition,
        language: Some(project.region.language),
        inputs: InputRecord::list(&inputs.sources, edition),
        targets: TargetsRecord {
            site_download_mbps: project.targets.site_download.value(),
            backup_power_h: project.targets.backup_power.value(),
        },
        framework: FrameworkRecord::new(assessment.asked.whole(), &framework.hash),
        asked: Some(asked_record(&assessment.asked)),
    }
}

fn run_record(project: &Project, outcome: &Outcome, about: About) -> RunRecord {
    let Outcome { inputs, assessment, findings } = outcome;
    let of_severity = |severity| findings.iter().filter(|f| f.rule.severity() == severity).count();
    RunRecord {
        edition: about.edition.name().to_owned(),
        language: project.region.language.code().to_owned(),
        targets: about.targets,
        settings: Settings {
            sha256: project.hash.clone(),
            crs: project.region.crs.crs().definition().to_owned(),
            text: (about.edition == Edition::Full).then(|| project.text.clone()),
        },
        framework: about.framework,
        asked: about.asked.unwrap_or_default(),
        inputs: about.inputs,
        draws: Draws { draws: project.score.draws, seed: project.score.seed },
        counts: Counts {
            municipalities: inputs.municipalities.len(),
            sites: inputs.sites.len(),
            nodes: inputs.infrastructure.network.as_ref().map_or(0, |n| n.nodes().len()),
            spans: inputs.infrastructure.network.as_ref().map_or(0, |n| n.spans().len()),
            elements: assessment.elements.len(),
            warnings: of_severity(Severity::Warning),
            notes: of_severity(Severity::Info),
        },
        outage: None,
    }
}
