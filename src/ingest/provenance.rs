//! What identifies an input file: size and SHA-256, so that a result can be traced to it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::findings::{Finding, Findings, Rule};
use crate::model::source::{Sidecar, Source, SourceIdx};
use crate::words::{Said, key};

/// A file as the project names it, with what the project says of it.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// How results and findings call it; see [`InputFile::name`].
    pub written: String,
    /// Where it is.
    pub path: PathBuf,
    /// Which section names it.
    pub section: &'static str,
    /// Who publishes it (`source`).
    pub publisher: Option<String>,
    /// The date its facts are from (`source_date`).
    pub date: Option<String>,
    /// Under which terms it may be used (`licence`).
    pub licence: Option<String>,
    /// Whether it is invented (`synthetic`); maps and reports say so.
    pub synthetic: bool,
}

impl InputFile {
    /// A site register of which nothing is said, for tests.
    #[cfg(test)]
    pub fn sample(path: &Path) -> Self {
        Self {
            written: path.display().to_string(),
            path: path.to_owned(),
            section: "sites",
            publisher: None,
            date: None,
            licence: None,
            synthetic: false,
        }
    }

    /// How results call a file that a text names relative to a directory: by the path from there,
    /// and by its name alone where it lies outside, so that no result tells of other directories.
    pub fn name(written: &Path, directory: &Path) -> String {
        let inside = match written.is_absolute() {
            true => std::path::absolute(directory)
                .ok()
                .and_then(|directory| Some(written.strip_prefix(directory).ok()?.to_owned())),
            false => Some(written.to_owned()),
        };
        let mut parts = Vec::new();
        for part in inside.iter().flat_map(|path| path.components()) {
            match part {
                Component::Normal(name) => parts.push(name.to_string_lossy()),
                Component::ParentDir if parts.pop().is_some() => {}
                Component::CurDir => {}
                _ => {
                    parts.clear();
                    break;
                }
            }
        }
        match parts.is_empty() {
            true => {
                let name = written.file_name().unwrap_or(written.as_os_str());
                name.to_string_lossy().into_owned()
            }
            false => parts.join("/"),
        }
    }

    /// A finding about this file.
    pub fn finding(&self, rule: Rule, message: impl Into<Said>) -> Finding {
        Finding::new(rule, &self.written, message)
    }
}

/// The list of sources of a run, in the order they are read.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Measures a file and adds it. A file that cannot be read is an error finding, and `None`.
    pub fn register(&mut self, input: &InputFile, findings: &mut Findings) -> Option<SourceIdx> {
        if let Err((rule, message)) = admitted(&input.path) {
            findings.add(input.finding(rule, message).hint(key::HintLimits));
            return None;
        }
        let read = fingerprint(&input.path).and_then(|own| Ok((own, sidecars(&input.path)?)));
        match read {
            Ok(((bytes, sha256), sidecars)) => {
                self.0.push(Source {
                    path: input.written.clone(),
                    section: input.section,
                    publisher: input.publisher.clone(),
                    date: input.date.clone(),
                    licence: input.licence.clone(),
                    synthetic: input.synthetic,
                    bytes,
                    sha256,
                    sidecars,
                });
                Some(SourceIdx(self.0.len() - 1))
            }
            Err(cause) => {
                let (file, cause) = (input.path.display().to_string(), cause.to_string());
                findings.add(
                    input
                        .finding(Rule::FileMissing, key::FindingNotRead { file, cause })
                        .hint(key::HintPaths),
                );
                None
            }
        }
    }

    /// All of them.
    pub fn into_vec(self) -> Vec<Source> {
        self.0
    }

    /// All of them so far.
    pub fn as_slice(&self) -> &[Source] {
        &self.0
    }
}

/// The largest text that is read, in bytes: it is held in memory whole.
pub const TEXT_AT_MOST: u64 = 2 << 30;

/// Whether a file may be read at all: what never ends, or waits for another program, is no input.
/// What is missing is told by whoever opens it.
fn admitted(path: &Path) -> Result<(), (Rule, Said)> {
    let Ok(metadata) = path.metadata() else { return Ok(()) };
    if !metadata.is_file() && !metadata.is_dir() {
        return Err((Rule::FileUnreadable, key::FindingNoFile.into()));
    }
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_text = ["csv", "tsv", "txt", "json", "geojson"].contains(&&*ending);
    if is_text && metadata.len() > TEXT_AT_MOST {
        let (mb, most) = (metadata.len() >> 20, TEXT_AT_MOST >> 20);
        return Err((Rule::FileUnreadable, key::FindingFileTooLarge { mb, most }.into()));
    }
    Ok(())
}

/// The endings of the files that a format keeps beside its own, under the same name.
fn endings(path: &Path) -> &'static [&'static str] {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match ending.as_str() {
        "shp" => &["dbf", "shx", "prj", "cpg", "qix", "sbn", "sbx", "idm", "ind"],
        "dbf" => &["cpg", "idm", "ind"],
        "tab" => &["dat", "map", "id", "ind"],
        "mif" => &["mid"],
        "asc" => &["prj"],
        "tif" | "tiff" => &["tfw", "tifw", "tiffw", "wld", "tab"],
        "png" => &["pgw", "pngw", "wld", "tab"],
        _ => &[],
    }
}

/// What formats add to the whole name of a file: settings, masks and lower resolutions of a raster,
/// and what a database has not yet taken into its own file.
const ADDED: [&str; 4] = [".aux.xml", ".msk", ".ovr", "-wal"];

/// Whether a file is the input itself, a part of its directory, or beside it under the same name
/// as its format keeps it.
pub fn belongs_to(file: &Path, input: &Path) -> bool {
    let inside = file.strip_prefix(input);
    if inside.is_ok_and(|rest| rest.components().all(|part| part != Component::ParentDir)) {
        return true;
    }
    let (Some(name), Some(own)) = (file.file_name(), input.file_name()) else { return false };
    let (name, own) = (name.to_string_lossy(), own.to_string_lossy());
    let same_name = |ending: &&str| {
        file.file_stem() == input.file_stem()
            && file.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending))
    };
    let beside = name.strip_prefix(&*own).is_some_and(|added| ADDED.contains(&added))
        || endings(input).iter().any(same_name);
    beside && file.parent() == input.parent()
}

/// The files beside an input that are read with it, by name.
fn sidecars(input: &Path) -> io::Result<Vec<Sidecar>> {
    let tables = ["csv", "tsv", "txt", "parquet", "geoparquet", "pq", "json", "toml"];
    let alone = input.extension().is_some_and(|e| tables.iter().any(|t| e.eq_ignore_ascii_case(t)));
    if alone || input.is_dir() {
        return Ok(Vec::new());
    }
    let directory = input.parent().filter(|directory| !directory.as_os_str().is_empty());
    let mut beside = Vec::new();
    for entry in directory.unwrap_or(Path::new(".")).read_dir()? {
        let name = entry?.file_name();
        let file = input.with_file_name(&name);
        if file != input && belongs_to(&file, input) && file.is_file() {
            beside.push((name, file));
        }
    }
    beside.sort();
    let measured = beside.into_iter().map(|(name, file)| {
        let (bytes, sha256) = fingerprint_of(&[file])?;
        Ok(Sidecar { name: name.to_string_lossy().into_owned(), bytes, sha256 })
    });
    measured.collect()
}

/// Size and SHA-256 of a file; of a directory, of every file in it by name; of a shapefile, of
/// all the files that make it up.
fn fingerprint(path: &Path) -> io::Result<(u64, String)> {
    let mut files = if path.is_dir() { files_below(path)? } else { vec![path.to_owned()] };
    if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("shp")) {
        files.extend(
            ["dbf", "shx", "prj", "cpg"]
                .map(|e| path.with_extension(e))
                .into_iter()
                .filter(|f| f.exists()),
        );
    }
    files.sort();
    fingerprint_of(&files)
}

fn fingerprint_of(files: &[PathBuf]) -> io::Result<(u64, String)> {
    let mut hasher = Sha256::new();
    let mut bytes = 0;
    let mut buffer = vec![0; 1 << 16];
    for file in files {
        let mut file = File::open(file)?;
        loop {
            let read = file.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            hasher.update(&buffer[..read]);
            bytes += read as u64;
        }
    }
    Ok((bytes, hex(&hasher.finalize())))
}

fn files_below(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in directory.read_dir()? {
        let entry = entry?;
        // A link could lead round in a circle or out of the directory.
        let kind = entry.file_type()?;
        if kind.is_dir() {
            files.extend(files_below(&entry.path())?);
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(files)
}

/// The first bytes of a file; none of one that cannot be read.
pub fn head(path: &Path, at_most: u64) -> Vec<u8> {
    let mut head = Vec::new();
    if path.is_file()
        && let Ok(file) = File::open(path)
    {
        // What cannot be read is told by whoever reads the whole.
        let _ = file.take(at_most).read_to_end(&mut head);
    }
    head
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
