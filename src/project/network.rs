//! `[network]`: the network, how sites attach to it, its power and its trenches.

use crate::ingest::ofds::{AskedBy, MissingStatus, NetworkFiles, NetworkInput};
use crate::ingest::provenance::InputFile;
use crate::network::trench::TrenchRule;
use crate::project::Context;
use crate::project::keys::{Apart, Keys, Positive, choices, keys};
use crate::project::section::Section;
use crate::project::source::Provenance;
use crate::units::Metres;

/// The settings of `[network]`.
#[derive(Clone, Debug)]
pub struct NetworkSettings {
    /// The network itself.
    pub input: NetworkInput,
    /// How far from a node a site may be and still hang on it.
    pub attach_within: Metres,
    /// The table of node power.
    pub power: Option<InputFile>,
    /// The table of declared trenches.
    pub trenches: Option<InputFile>,
    /// How shared trenches are found from the drawn routes; `None` where that is not asked for.
    pub trench_rule: Option<TrenchRule>,
}

keys! {
    /// The keys of `[network]`.
    pub(super) struct NetworkKeys {
        /// the JSON package
        path: Option<String>, or "this, or `nodes` and `spans`", eg ("network.json");
        /// nodes as GeoJSON
        nodes: Option<String>, or "together with `spans`", eg ("nodes.geojson");
        /// spans as GeoJSON
        spans: Option<String>, or "together with `nodes`", eg ("spans.geojson");
        /// which nodes meet the outside world; see below. At least one node must
        core: Apart<CoreKeys>, eg ({ types = ["pop"] });
        /// a site that names no node hangs on the nearest one in service within this many metres
        attach_within_m: Metres = default_attach_within(), eg (300);
        /// a span end whose node is missing joins the node within this many metres of where it is drawn,
        /// with a finding
        snap_within_m: Metres = default_snap_within(), eg (5);
        /// what nodes and spans count as that state no status, with a finding that counts them
        missing_status: MissingStatus = MissingStatus::InService, eg ("out_of_service");
        /// a table of the power of nodes; see below
        power: Option<String>, eg ("node_power.csv");
        /// which spans lie together in the ground; see below
        trench: Apart<TrenchKeys>, eg ({ within_m = 5 });
    } and provenance: Provenance

    /// The keys of `[network].core`.
    pub(super) struct CoreKeys {
        /// nodes of one of these OFDS types are core nodes
        types: Vec<String> = Vec::new(), or "none", eg (["pop"]);
        /// nodes with these ids are core nodes; one that is not in the network is an error
        ids: Vec<String> = Vec::new(), or "none", eg (["DED-01"]);
    }

    /// The keys of `[network].trench`.
    pub(super) struct TrenchKeys {
        /// routes drawn within this many metres of each other are taken to lie together; an assumption,
        /// shown wherever such a trench is
        within_m: Option<Positive>, or "`5`, if the next is given", eg (3);
        /// for how many metres at least
        shared_at_least_m: Option<Positive>, or "`50`, if the one before is given", eg (100);
        /// a table of declared trenches, with the columns `span_id` and `trench_id`
        path: Option<String>, eg ("trenches.csv");
        /// the property of the spans in the network file that holds the id of their trench
        column: Option<String>, eg ("trench_id");
    }
}

choices! {
    MissingStatus {
        "in_service" => Self::InService,
        "out_of_service" => Self::OutOfService,
    }
}

pub(super) fn network(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<NetworkSettings> {
    let split = section.has("nodes") || section.has("spans");
    let keys = NetworkKeys::read(section);
    // Which of the three files must be there depends on the others.
    for key in if split { ["nodes", "spans"].as_slice() } else { &["path"] } {
        section.needs(key);
    }
    let file = |written| keys.provenance.file(context, written, "network");
    let (package, nodes, spans) = (file(keys.path), file(keys.nodes), file(keys.spans));
    let power = file(keys.power);
    let core = section.inner("core", |section| Some(CoreKeys::read(section)));
    let trench = section.inner("trench", trench).unwrap_or_default();
    if split && section.has("path") {
        section.fault_at(
            "path",
            "`path` and `nodes`, `spans` exclude each other",
            "a JSON package is one file; GeoJSON comes as two",
        );
        return None;
    }
    let files = if split {
        NetworkFiles::GeoJson { nodes: nodes?, spans: spans? }
    } else {
        NetworkFiles::Package(package?)
    };
    // What the section says of the network's source is true of the tables beside it.
    let of_network = match &files {
        NetworkFiles::Package(file) | NetworkFiles::GeoJson { nodes: file, .. } => file.clone(),
    };
    let trenches = trench.path.map(|written| InputFile {
        path: context.directory.join(&written),
        written: InputFile::name(written.as_ref(), context.directory),
        ..of_network
    });
    let (core_types, core_ids) = core.map(|core| (core.types, core.ids)).unwrap_or_default();
    let trench_column = trench.column;
    Some(NetworkSettings {
        input: NetworkInput {
            files,
            core_types,
            core_ids,
            snap_within: keys.snap_within_m,
            missing_status: keys.missing_status,
            trench_column,
            asked_by: AskedBy::Project,
        },
        attach_within: keys.attach_within_m,
        power,
        trenches,
        trench_rule: trench.rule,
    })
}

#[derive(Default)]
struct Trench {
    path: Option<String>,
    column: Option<String>,
    rule: Option<TrenchRule>,
}

fn trench(section: &mut Section<'_, '_>) -> Option<Trench> {
    let TrenchKeys { within_m, shared_at_least_m, path, column } = TrenchKeys::read(section);
    let asked = section.has("within_m") || section.has("shared_at_least_m");
    if !asked && !section.has("path") && !section.has("column") {
        section.fault_at(
            "within_m",
            "`trench` says nothing",
            "trench = { within_m = 5, shared_at_least_m = 50 } finds shared trenches from the drawn \
             routes; path or column names declared ones",
        );
    }
    let rule = asked.then(|| TrenchRule {
        within: within_m.map_or_else(default_trench_within, |length| length.0),
        shared_at_least: shared_at_least_m.map_or_else(default_shared_at_least, |length| length.0),
    });
    Some(Trench { path, column, rule })
}

/// How far from a node a span without a node id may be drawn by default: drawing noise.
fn default_snap_within() -> Metres {
    Metres::new(1.0).expect("positive")
}

/// How near to each other routes are one trench by default: the width of a street's edge.
fn default_trench_within() -> Metres {
    Metres::new(5.0).expect("positive")
}

/// How long routes run together in a trench by default: longer than any crossing at that distance.
fn default_shared_at_least() -> Metres {
    Metres::new(50.0).expect("positive")
}

/// How far from a node a site may be by default: a drop of a few hundred metres is common.
fn default_attach_within() -> Metres {
    Metres::new(500.0).expect("positive")
}
