//! Who names the network decides which words help when something is wrong with it.

use std::path::Path;

use crate::ingest::ofds::Candidates;
use crate::words::{Said, key};

/// Who names the network and its core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedBy {
    /// `[network]` of a project file.
    Project,
    /// The command line of `beredd network`.
    CommandLine,
}

impl AskedBy {
    /// How to name core nodes, and which could be.
    pub(super) fn core_hint(self, candidates: &Candidates) -> Said {
        let candidates = candidates.said();
        match self {
            Self::Project => key::HintCoreProject { candidates }.into(),
            Self::CommandLine => key::HintCore { candidates }.into(),
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
    pub(super) fn snap_hint(self, metres: f64) -> Said {
        match self {
            Self::Project => key::HintSnapProject { metres }.into(),
            Self::CommandLine => key::HintSnap { metres }.into(),
        }
    }

    /// Which files hold a network.
    pub(super) fn form_hint(self, file: &Path) -> Said {
        let is_project = || file.extension().is_some_and(|e| e.eq_ignore_ascii_case("toml"));
        match self {
            Self::Project => key::HintFormProject.into(),
            Self::CommandLine if is_project() => key::HintFormNoProject.into(),
            Self::CommandLine => key::HintForm.into(),
        }
    }

    /// What a package looks like.
    pub(super) fn package_hint(self) -> Said {
        match self {
            Self::Project => key::HintPackageProject.into(),
            Self::CommandLine => key::HintPackage.into(),
        }
    }
}
