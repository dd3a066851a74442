//! The region that is shipped inside the program.

use std::path::{Path, PathBuf};

use beredd::error::Error;
use tempfile::TempDir;

/// Names the files of the shipped region once.
macro_rules! shipped {
    ($($name:literal)*) => {
        /// The files of the shipped region, by name.
        const FILES: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!("../datasets/fyrbodal/", $name)))),*];
    };
}

shipped! {
    "care_homes.csv"
    "fibre_connected.geojson"
    "fibre_passed.geojson"
    "fixed_wireless.geojson"
    "fyrbodal.toml"
    "health_centres.geojson"
    "masts.csv"
    "mobile_a_4g.geojson"
    "mobile_b_4g.geojson"
    "mobile_c_5g.asc"
    "mobile_c_5g.prj"
    "municipalities.geojson"
    "network.json"
    "node_power.csv"
    "preschools.csv"
    "schools.csv"
}

/// The shipped project, laid out in a temporary directory that goes away with this.
pub struct Demo {
    directory: TempDir,
}

impl Demo {
    /// Lays the shipped region out.
    pub fn new() -> Result<Self, Error> {
        let directory =
            tempfile::tempdir().map_err(|cause| Error::write(std::env::temp_dir(), cause))?;
        for (name, bytes) in FILES {
            let path = directory.path().join(name);
            std::fs::write(&path, bytes).map_err(|cause| Error::write(path, cause))?;
        }
        Ok(Self { directory })
    }

    /// The project file.
    pub fn project_file(&self) -> PathBuf {
        self.directory.path().join(Path::new("fyrbodal.toml"))
    }
}
