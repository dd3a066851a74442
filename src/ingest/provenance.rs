//! What identifies an input file: size and SHA-256, so that a result can be traced to it.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::findings::{Finding, Findings, Rule};
use crate::model::source::{Source, SourceIdx};
use crate::words::{Said, key};

/// A file as the project names it, with what the project says of it.
#[derive(Clone, Debug)]
pub struct InputFile {
    /// As written in the project file.
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
        match fingerprint(&input.path) {
            Ok((bytes, sha256)) => {
                self.0.push(Source {
                    path: input.written.clone(),
                    section: input.section,
                    publisher: input.publisher.clone(),
                    date: input.date.clone(),
                    licence: input.licence.clone(),
                    synthetic: input.synthetic,
                    bytes,
                    sha256,
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
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
