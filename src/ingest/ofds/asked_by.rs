//! Who names the network decides which words help when something is wrong with it.

use std::path::Path;

/// Who names the network and its core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedBy {
    /// `[network]` of a project file.
    Project,
    /// The command line of `beredd network`.
    CommandLine,
}

impl AskedBy {
    /// How to name core nodes.
    pub(super) fn core_hint(self) -> &'static str {
        match self {
            Self::Project => "set core = { types = […] } or core = { ids = […] }",
            Self::CommandLine => {
                "name core nodes with --core ID, or all of a type with --core-type TYPE"
            }
        }
    }

    /// Where the core is named.
    pub(super) fn core_field(self) -> &'static str {
        match self {
            Self::Project => "network.core",
            Self::CommandLine => "--core",
        }
    }

    /// Where core nodes are named by id.
    pub(super) fn core_ids_field(self) -> &'static str {
        match self {
            Self::Project => "network.core.ids",
            Self::CommandLine => "--core",
        }
    }

    /// What to do with a span end that joins no node within so many metres.
    pub(super) fn snap_hint(self, within: f64) -> String {
        let draw = format!("name the node, draw the span to within {within} m of it");
        match self {
            Self::Project => format!("{draw}, or raise network.snap_within_m"),
            Self::CommandLine => draw.replace("node, draw", "node, or draw"),
        }
    }

    /// Which files hold a network.
    pub(super) fn form_hint(self, file: &Path) -> &'static str {
        let is_project = || file.extension().is_some_and(|e| e.eq_ignore_ascii_case("toml"));
        match self {
            Self::Project => {
                "[network] reads an OFDS JSON package, or `nodes` and `spans` as OFDS GeoJSON"
            }
            Self::CommandLine if is_project() => {
                "NETWORK is an OFDS JSON package; a project file is for `beredd run`"
            }
            Self::CommandLine => {
                "NETWORK is an OFDS JSON package, or with --spans FILE the nodes of OFDS GeoJSON"
            }
        }
    }

    /// What a package looks like.
    pub(super) fn package_hint(self) -> &'static str {
        match self {
            Self::Project => {
                "an OFDS package is { \"networks\": [ { \"nodes\": […], \"spans\": […] } ] }"
            }
            Self::CommandLine => {
                "an OFDS package is { \"networks\": [ { \"nodes\": […], \"spans\": […] } ] }; of \
                 GeoJSON, which has nodes and spans in two files, name the spans with --spans FILE"
            }
        }
    }
}
