//! `[network]`: the network, how sites attach to it, its power and its trenches.

use crate::ingest::ofds::{AskedBy, NetworkFiles, NetworkInput};
use crate::ingest::provenance::InputFile;
use crate::network::trench::TrenchRule;
use crate::project::Context;
use crate::project::section::Section;
use crate::project::settings::file;
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

pub(super) fn network(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<NetworkSettings> {
    let split = section.has("nodes") || section.has("spans");
    let package = file(section, context, "path", "network", !split);
    let nodes = file(section, context, "nodes", "network", split);
    let spans = file(section, context, "spans", "network", split);
    let power = file(section, context, "power", "network", false);
    let core = section.inner("core", |core| {
        let (types, ids) = (core.texts("types"), core.texts("ids"));
        Some((types, ids))
    });
    let attach_within =
        section.quantity("attach_within_m", Metres::new).unwrap_or_else(default_attach_within);
    let snap_within =
        section.quantity("snap_within_m", Metres::new).unwrap_or_else(default_snap_within);
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
        written,
        ..of_network
    });
    let (core_types, core_ids) = core.unwrap_or_default();
    let trench_column = trench.column;
    Some(NetworkSettings {
        input: NetworkInput {
            files,
            core_types,
            core_ids,
            snap_within,
            trench_column,
            asked_by: AskedBy::Project,
        },
        attach_within,
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
    let path = section.text("path");
    let column = section.text("column");
    let within = section.quantity("within_m", positive);
    let shared_at_least = section.quantity("shared_at_least_m", positive);
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
        within: within.unwrap_or_else(default_trench_within),
        shared_at_least: shared_at_least.unwrap_or_else(default_shared_at_least),
    });
    Some(Trench { path, column, rule })
}

fn positive(metres: f64) -> Option<Metres> {
    Metres::new(metres).filter(|metres| *metres > Metres::ZERO)
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
