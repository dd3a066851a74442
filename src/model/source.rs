//! Where a fact comes from: the dataset, its date and the row in it.

/// One input file of the project, as it will be named wherever its facts are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path from the project file; the name alone of a file outside its directory.
    pub path: String,
    /// Which part of the project file names it, such as `sites` or `network`.
    pub section: &'static str,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The date its facts are from, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Under which terms it may be used.
    pub licence: Option<String>,
    /// Whether it is invented; maps and reports say so.
    pub synthetic: bool,
    /// Size in bytes; of a directory or a set of files, of all of them together.
    pub bytes: u64,
    /// SHA-256 of the content, lower-case hex.
    pub sha256: String,
    /// The files beside it that are read with it, by name.
    pub sidecars: Vec<Sidecar>,
}

/// A file that a format keeps beside its own: projection, attributes, mask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sidecar {
    /// Its name, in the directory of the file it belongs to.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the content, lower-case hex.
    pub sha256: String,
}

impl Source {
    /// Short, for a table cell: the publisher where known, else the path.
    pub fn label(&self) -> &str {
        self.publisher.as_deref().unwrap_or(&self.path)
    }
}

/// Index of a [`Source`] in the run's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIdx(pub usize);

/// The row a fact was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The dataset.
    pub source: SourceIdx,
    /// The row in it; see [`crate::findings::Finding::row`].
    pub row: u64,
}
