//! What tests share: real data that is not part of the repository, and the program run on it.

#![allow(dead_code, reason = "every test file uses its own part")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;
use std::time::Instant;

use serde_json::Value;
use tempfile::TempDir;

/// A folder of real data, in what the environment variable `BEREDD_SHARED` names, otherwise in
/// `../shared`. Where it does not exist this says so, and the test has nothing to do.
pub fn folder(part: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("BEREDD_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let folder = shared.join("data").join(part);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: {} does not exist", folder.display());
    None
}

/// A JSON file whole.
pub fn json(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The value of a key that must be text.
pub fn text<'v>(object: &'v Value, key: &str) -> &'v str {
    object[key].as_str().unwrap_or_else(|| panic!("{key} is no text in {object}"))
}

/// A row of a table by column name.
pub type Row = BTreeMap<String, String>;

/// A CSV file whole.
pub fn table(path: &Path) -> Vec<Row> {
    let mut reader =
        csv::Reader::from_path(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let rows = reader.deserialize().collect::<Result<_, _>>();
    rows.unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// A cell that must be a number.
pub fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap_or_else(|_| panic!("{column} is no number in {row:?}"))
}

/// A municipality as GeoJSON: a box in degrees, with the columns `code` and `name`.
pub fn box_municipality(code: &str, [west, south, east, north]: [f64; 4]) -> String {
    serde_json::json!({
        "type": "FeatureCollection",
        "features": [{
            "type": "Feature",
            "properties": { "code": code, "name": "Box" },
            "geometry": { "type": "Polygon", "coordinates": [[
                [west, south], [east, south], [east, north], [west, north], [west, south],
            ]] },
        }],
    })
    .to_string()
}

/// A temporary directory with project files in it.
pub struct Desk(Rc<TempDir>);

/// What the program did. Keeps the directory.
pub struct Done {
    /// Its exit status; `None` after a signal.
    pub status: Option<i32>,
    /// What it printed.
    pub stdout: String,
    /// What it complained about.
    pub stderr: String,
    /// The result directory.
    pub out: PathBuf,
    /// How long it took.
    pub seconds: f64,
    desk: Rc<TempDir>,
}

impl Desk {
    /// An empty one.
    pub fn new() -> Self {
        Self(Rc::new(tempfile::tempdir().expect("temporary directory")))
    }

    /// The path of a file in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Puts a file into it.
    pub fn put(&self, name: &str, content: &str) {
        std::fs::write(self.path(name), content).expect("written");
    }

    /// `beredd run` on a project of this text.
    pub fn run(&self, project: &str) -> Done {
        self.put("project.toml", project);
        let out = self.path("result");
        let begun = Instant::now();
        let output = Command::new(env!("CARGO_BIN_EXE_beredd"))
            .arg("run")
            .arg(self.path("project.toml"))
            .arg("--out")
            .arg(&out)
            .output()
            .expect("the program starts");
        Done {
            status: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
            out,
            seconds: begun.elapsed().as_secs_f64(),
            desk: Rc::clone(&self.0),
        }
    }

    /// [`Self::run`], which must succeed in silence.
    pub fn run_well(&self, project: &str) -> Done {
        let done = self.run(project);
        assert_eq!((done.status, done.stderr.as_str()), (Some(0), ""), "{project}");
        done
    }
}

impl Done {
    /// A table of the result.
    pub fn table(&self, name: &str) -> Vec<Row> {
        table(&self.out.join(format!("{name}.csv")))
    }

    /// A text file of the result.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.out.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// How many findings of each rule.
    pub fn findings(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for mut row in self.table("findings") {
            *counts.entry(row.remove("rule").expect("a rule")).or_default() += 1;
        }
        counts
    }

    /// The stages that took a second or more, for the reader of the test's output.
    pub fn slow_stages(&self) -> String {
        let record = json(&self.out.join("run.json"));
        let stages = record["seconds"].as_array().expect("stages");
        let slow: Vec<String> = stages
            .iter()
            .filter_map(|stage| Some((text(stage, "stage"), stage["seconds"].as_f64()?)))
            .filter(|(_, seconds)| *seconds >= 1.0)
            .map(|(stage, seconds)| format!("{stage} {seconds:.1} s"))
            .collect();
        slow.join(", ")
    }
}
