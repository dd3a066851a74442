//! The region that is shipped inside the program.

use std::path::PathBuf;

use beredd::error::Error;
use tempfile::TempDir;

/// The shipped project, laid out in a temporary directory that goes away with this.
pub struct Demo {
    directory: TempDir,
}

impl Demo {
    /// The project file.
    pub fn path(&self) -> &std::path::Path {
        todo!()
    }
}

/// Lays the shipped region out.
pub fn project() -> Result<Demo, Error> {
    let _ = PathBuf::new();
    todo!()
}
