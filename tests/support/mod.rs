//! Runs the real program on a small project of which a test changes one thing.
//!
//! The project is `tests/golden/small/input`; its `NOTE.md` draws it.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The ids of every site of the small project, sorted.
pub const SITES: [&str; 9] = ["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9"];

/// The program, in a directory of its own.
pub fn beredd(directory: &Path, arguments: &[&str]) -> Output {
    command(directory, arguments).output().expect("the program can be started")
}

/// [`beredd`], not started yet.
pub fn command(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_beredd"));
    command.args(arguments).current_dir(directory);
    command
}

/// A file or folder below `tests/golden`.
pub fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// The small project in a temporary directory.
pub struct Project {
    directory: TempDir,
    /// The name of its project file.
    toml: String,
}

impl Project {
    /// As it is in `tests/golden/small/input`.
    pub fn small() -> Self {
        Self::golden("small")
    }

    /// As it is in the `input` of a folder of `tests/golden`.
    pub fn golden(folder: &str) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let input = golden(&format!("{folder}/input"));
        for entry in input.read_dir().expect("a project").flatten() {
            std::fs::copy(entry.path(), directory.path().join(entry.file_name())).expect("copied");
        }
        Self { directory, toml: format!("{folder}.toml") }
    }

    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.file(name)).expect(name)
    }

    /// Replaces a text that stands in a file exactly once.
    pub fn change(self, name: &str, from: &str, to: &str) -> Self {
        let text = self.read(name);
        assert_eq!(text.matches(from).count(), 1, "{from:?} in {name}");
        self.write(name, text.replace(from, to))
    }

    /// [`Self::change`] in the project file.
    pub fn set(self, from: &str, to: &str) -> Self {
        let toml = self.toml.clone();
        self.change(&toml, from, to)
    }

    pub fn write(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.file(name), content).expect(name);
        self
    }

    pub fn append(self, name: &str, text: &str) -> Self {
        let whole = self.read(name) + text;
        self.write(name, whole)
    }

    pub fn remove(self, name: &str) -> Self {
        std::fs::remove_file(self.file(name)).expect(name);
        self
    }

    pub fn run(&self) -> Done {
        self.run_with(&[])
    }

    /// `beredd run … --out result`, with more arguments.
    pub fn run_with(&self, more: &[&str]) -> Done {
        let mut arguments = vec!["run", &self.toml, "--out", "result"];
        arguments.extend(more);
        Done::of(beredd(self.path(), &arguments), self.file("result"))
    }

    pub fn check(&self) -> Done {
        Done::of(beredd(self.path(), &["check", &self.toml]), self.file("result"))
    }
}

/// What the program did.
pub struct Done {
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
    pub out: PathBuf,
}

impl Done {
    pub fn of(output: Output, out: PathBuf) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        let done = Self {
            status: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
            out,
        };
        for trace in ["panicked", "RUST_BACKTRACE", "unwrap()"] {
            assert!(!done.stderr.contains(trace), "{}", done.stderr);
        }
        done
    }

    /// Asserts success without a word on standard error.
    #[track_caller]
    pub fn ok(self) -> Self {
        assert_eq!((self.status, self.stderr.as_str()), (Some(0), ""));
        self
    }

    /// Asserts the exit status, that every text is on standard error, and that nothing was written.
    #[track_caller]
    pub fn refused(self, status: i32, texts: &[&str]) -> Self {
        assert_eq!(self.status, Some(status), "{}{}", self.stdout, self.stderr);
        assert_eq!(self.stdout, "");
        for text in texts {
            assert!(self.stderr.contains(text), "no {text:?} in:\n{}", self.stderr);
        }
        let parent = self.out.parent().expect("a directory");
        let left: Vec<_> = names(parent).into_iter().filter(|n| n.contains("result")).collect();
        assert_eq!(left, Vec::<String>::new(), "something was written");
        self
    }

    /// [`Self::refused`] because of the input, with a hint.
    #[track_caller]
    pub fn input_error(self, texts: &[&str]) -> Self {
        let done = self.refused(1, texts);
        assert!(done.stderr.contains("hint: "), "no hint in:\n{}", done.stderr);
        done
    }

    pub fn table(&self, name: &str) -> Table {
        Table::read(&self.out.join(format!("{name}.csv")))
    }

    /// `run.json`.
    pub fn record(&self) -> serde_json::Value {
        let text = std::fs::read_to_string(self.out.join("run.json")).expect("run.json");
        serde_json::from_str(&text).expect("run.json is JSON")
    }

    /// The row of one site.
    #[track_caller]
    pub fn site(&self, id: &str) -> BTreeMap<String, String> {
        let rows = self.table("sites").having("site_id", id);
        assert_eq!(rows.len(), 1, "rows of site {id}");
        rows.into_iter().next().expect("one row")
    }

    /// Asserts that every site of the small project, and none besides, is in the result.
    #[track_caller]
    pub fn all_sites(self) -> Self {
        assert_eq!(self.table("sites").column("site_id"), SITES);
        self
    }

    /// Asserts a finding: rule, dataset, row, field, value; a blank text or 0 stands for none.
    #[track_caller]
    pub fn finding(
        &self,
        rule: &str,
        dataset: &str,
        row: u32,
        field: &str,
        value: &str,
    ) -> BTreeMap<String, String> {
        let findings = self.table("findings");
        let row = if row == 0 { String::new() } else { row.to_string() };
        let wanted = [rule, dataset, &row, field, value];
        let of = |found: &BTreeMap<String, String>| {
            ["rule", "dataset", "row", "field", "value"].map(|column| found[column].clone())
        };
        let found = findings.rows().into_iter().find(|found| of(found) == wanted);
        found.unwrap_or_else(|| {
            let all: Vec<String> = findings.rows().iter().map(|f| of(f).join(" | ")).collect();
            panic!("no finding {wanted:?} among:\n{}", all.join("\n"))
        })
    }
}

/// The names in a directory, sorted.
pub fn names(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> = directory
        .read_dir()
        .expect("a directory")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Every file below a directory, by its path with `/`, with its content.
pub fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for name in names(root) {
        let path = root.join(&name);
        if path.is_dir() {
            files.extend(self::files(&path).into_iter().map(|(n, c)| (format!("{name}/{n}"), c)));
        } else {
            files.insert(name, std::fs::read(path).expect("readable"));
        }
    }
    files
}

/// Every part of a workbook, unpacked, one after the other.
pub fn workbook_text(workbook: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).expect("a workbook");
    let mut text = String::new();
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).expect("a part");
        std::io::Read::read_to_string(&mut part, &mut text).expect("UTF-8");
    }
    text
}

/// A CSV file as text.
#[derive(Debug, PartialEq)]
pub struct Table {
    pub columns: Vec<String>,
    pub cells: Vec<Vec<String>>,
}

impl Table {
    #[track_caller]
    pub fn read(path: &Path) -> Self {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path);
        let reader = reader.as_mut().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let mut rows = reader.records().map(|record| {
            let record = record.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            record.iter().map(str::to_owned).collect::<Vec<_>>()
        });
        Self { columns: rows.next().expect("a header"), cells: rows.collect() }
    }

    #[track_caller]
    pub fn place(&self, column: &str) -> usize {
        let place = self.columns.iter().position(|name| name == column);
        place.unwrap_or_else(|| panic!("no column {column} in {:?}", self.columns))
    }

    #[track_caller]
    pub fn column(&self, column: &str) -> Vec<&str> {
        let place = self.place(column);
        self.cells.iter().map(|row| row[place].as_str()).collect()
    }

    pub fn rows(&self) -> Vec<BTreeMap<String, String>> {
        let row = |cells: &Vec<String>| {
            self.columns.iter().cloned().zip(cells.iter().cloned()).collect::<BTreeMap<_, _>>()
        };
        self.cells.iter().map(row).collect()
    }

    pub fn having(&self, column: &str, value: &str) -> Vec<BTreeMap<String, String>> {
        self.rows().into_iter().filter(|row| row[column] == value).collect()
    }

    /// Without some columns.
    pub fn without(mut self, columns: &[&str]) -> Self {
        for column in columns {
            let place = self.place(column);
            self.columns.remove(place);
            self.cells.iter_mut().for_each(|row| drop(row.remove(place)));
        }
        self
    }
}

/// Lines that differ, one below the other, with their numbers; blank when none does.
pub fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<_>, Vec<_>) =
        (expected.split('\n').collect(), found.split('\n').collect());
    let mut text = String::new();
    for i in 0..expected.len().max(found.len()) {
        let (e, f) = (expected.get(i), found.get(i));
        if e != f {
            text += &format!("line {}\n", i + 1);
            text += &e.map_or(String::new(), |line| format!("  expected {line:?}\n"));
            text += &f.map_or(String::new(), |line| format!("  found    {line:?}\n"));
        }
    }
    text
}
