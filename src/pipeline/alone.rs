//! `beredd network`: the stages of the failure analysis of a network alone.

use std::path::{Path, PathBuf};

use crate::crs::WorkingCrs;
use crate::error::Error;
use crate::findings::{Finding, Findings, Rule, Severity};
use crate::ingest::ofds::{AskedBy, Candidates, MissingStatus, NetworkFiles, NetworkInput, Text};
use crate::ingest::provenance::{InputFile, Sources};
use crate::model::network::{Network, NodeIdx};
use crate::model::source::Source;
use crate::network::alone::{NetworkAlone, carriers};
use crate::network::dependence::NetworkStatus;
use crate::output::directory::ResultDirectory;
use crate::output::record::network::{NetworkCounts, NetworkRecord, NetworkSettings};
use crate::output::record::{self, InputRecord};
use crate::output::tables::write_in_pieces;
use crate::pipeline::refusal;
use crate::progress::Progress;
use crate::table::alone::{NetworkDependencyRow, NetworkElementRow, NodeRow, Subject};
use crate::table::finding::{FindingRow, findings as finding_rows};
use crate::table::{Edition, Shape};
use crate::units::Metres;
use crate::words::key;

/// What the command line asks for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The package, or the nodes of the GeoJSON form.
    pub network: PathBuf,
    /// The spans of the GeoJSON form.
    pub spans: Option<PathBuf>,
    /// Ids of core nodes.
    pub core: Vec<String>,
    /// Types whose nodes are core nodes.
    pub core_types: Vec<String>,
    /// Whether every pair of a node and a single point is listed.
    pub dependencies: bool,
}

/// What was found.
pub struct Outcome {
    /// The network.
    pub network: Network,
    /// What was found of it.
    pub alone: NetworkAlone,
    /// What the input made us doubt, sorted.
    pub findings: Vec<Finding>,
    crs: WorkingCrs,
    sources: Vec<Source>,
}

/// How many stages [`Progress`] shows.
pub const STAGES: u64 = 3;

/// Beyond this many rows `dependencies` is refused: the two files would fill some ten gigabytes.
const DEPENDENCIES_AT_MOST: u64 = 100_000_000;

/// Reads a network and draws every conclusion; stops with all the errors found, if any.
pub fn analyse(request: &Request, progress: &mut Progress) -> Result<Outcome, Error> {
    progress.stage("network");
    let mut findings = Findings::default();
    let mut sources = Sources::default();
    let input = input(request);
    let read = read(&input, request, &mut sources, &mut findings)?;
    let Some((network, crs)) = read else { return Err(refusal(&findings)) };
    one_finding_for_no_positions(&network, &input, &mut findings);

    progress.stage("failure analysis");
    let sources = sources.into_vec();
    let alone = NetworkAlone::of(&network, &sources, &mut findings);
    let rows = alone.dependency_count();
    if request.dependencies && rows > DEPENDENCIES_AT_MOST {
        return Err(Error::Usage {
            message: format!(
                "--dependencies would list {rows} pairs of a node and a single point, more than \
                 {DEPENDENCIES_AT_MOST}"
            ),
            hint: "leave it out: following next_single_point in nodes and elements gives the same \
                   for any node"
                .to_owned(),
        });
    }
    Ok(Outcome { network, alone, findings: findings.sorted(), crs, sources })
}

fn input(request: &Request) -> NetworkInput {
    let file = |path: &Path| InputFile {
        written: InputFile::name(path, Path::new(".")),
        path: path.to_owned(),
        section: "network",
        publisher: None,
        date: None,
        licence: None,
        synthetic: false,
    };
    let network = file(&request.network);
    NetworkInput {
        files: match &request.spans {
            Some(spans) => NetworkFiles::GeoJson { nodes: network, spans: file(spans) },
            None => NetworkFiles::Package(network),
        },
        core_types: request.core_types.clone(),
        core_ids: request.core.clone(),
        // 1 m, as in a project file: drawing noise.
        snap_within: Metres::new(1.0).expect("positive"),
        missing_status: MissingStatus::default(),
        trench_column: None,
        asked_by: AskedBy::CommandLine,
    }
}

/// `None` after an error finding.
fn read(
    input: &NetworkInput,
    request: &Request,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Result<Option<(Network, WorkingCrs)>, Error> {
    input.report_no_files(findings);
    if findings.errors().next().is_some() {
        return Ok(None);
    }
    let Some(text) = Text::read(input, sources, findings) else { return Ok(None) };
    let crs = text.local_crs();
    let Some(elements) = text.elements(&crs, findings) else { return Ok(None) };
    if request.core.is_empty() && request.core_types.is_empty() {
        return Err(without_core(&request.network, &elements.candidates()));
    }
    Ok(elements.network(findings).map(|reading| (reading.network, crs)))
}

/// What stands in for a core is told, not guessed.
fn without_core(file: &Path, candidates: &Candidates) -> Error {
    Error::Usage {
        message: format!(
            "{}: which of its {} nodes are core, where the network meets the outside world?\n{}",
            file.display(),
            candidates.nodes,
            candidates.listed()
        ),
        hint: "name core nodes with --core ID, or all of a type with --core-type TYPE; both repeat"
            .to_owned(),
    }
}

/// Positions only serve the drawing here: of a network without any, one finding says so instead of
/// one for each node.
fn one_finding_for_no_positions(network: &Network, input: &NetworkInput, findings: &mut Findings) {
    let nodes = network.nodes();
    if nodes.len() < 2 || nodes.iter().any(|node| node.place.is_some()) {
        return;
    }
    findings.remove(Rule::NodeWithoutPlace);
    let (NetworkFiles::Package(file) | NetworkFiles::GeoJson { nodes: file, .. }) = &input.files;
    let message = key::FindingNoPositions { count: nodes.len() };
    findings.add(file.finding(Rule::NodeWithoutPlace, message).field("nodes/location"));
}

/// Writes the result into a new directory that appears in one step.
pub fn write(
    request: &Request,
    outcome: &Outcome,
    target: &Path,
    progress: &mut Progress,
) -> Result<(), Error> {
    let directory = ResultDirectory::create(target)?;
    progress.stage("tables");
    let Outcome { network, alone, sources, findings, .. } = outcome;
    let subject = Subject { network, alone, sources };
    write_in_pieces(&Shape::of::<NodeRow>(), subject.node_rows(), directory.path())?;
    write_in_pieces(&Shape::of::<NetworkElementRow>(), subject.element_rows(), directory.path())?;
    if request.dependencies {
        let shape = Shape::of::<NetworkDependencyRow>();
        write_in_pieces(&shape, subject.dependency_rows(), directory.path())?;
    }
    write_in_pieces(&Shape::of::<FindingRow>(), finding_rows(findings), directory.path())?;
    record::finish(directory, Some("network"), record(request, outcome), progress.seconds())
}

impl Outcome {
    /// How many of everything.
    pub fn counts(&self) -> NetworkCounts {
        let Self { network, alone, findings, .. } = self;
        let of_severity =
            |severity| findings.iter().filter(|f| f.rule.severity() == severity).count();
        let nodes = 0..network.nodes().len() as u32;
        let is_reached = |node: &u32| alone.status(NodeIdx(*node)) == NetworkStatus::Reached;
        NetworkCounts {
            nodes: network.nodes().len(),
            spans: network.spans().len(),
            core: network.core().len(),
            reached: nodes.filter(is_reached).count(),
            single_points: carriers(network).filter(|&e| alone.is_single_point(e)).count(),
            dependencies: alone.dependency_count(),
            warnings: of_severity(Severity::Warning),
            notes: of_severity(Severity::Info),
        }
    }
}

fn record(request: &Request, outcome: &Outcome) -> NetworkRecord {
    NetworkRecord {
        settings: NetworkSettings {
            core: request.core.clone(),
            core_types: request.core_types.clone(),
            dependencies: request.dependencies,
            crs: outcome.crs.crs().definition().to_owned(),
        },
        inputs: InputRecord::list(&outcome.sources, Edition::Full),
        counts: outcome.counts(),
    }
}
