//! What each page says, as a [`crate::document::Document`] that [`crate::output`] shows.
//!
//! [`region`] is the report about a run and [`outage`] the page for an exercise. [`site`],
//! [`municipality`] and [`element`] say why a result is as it is, in plain words and from which
//! rows: a [`result`] directory is read back, and its input files may be gone. Every sentence
//! follows from rows of the result, and names the files and dates of the input that these rows
//! name. What the result does not tell is said to be unknown, with the fact that is missing. The
//! report holds the pages about its municipalities, made of the same rows.

pub mod element;
pub mod municipality;
mod nearest;
pub mod outage;
pub mod region;
pub mod result;
pub mod site;
mod wording;

use crate::words::Language;

/// The file of the report about a run.
pub const REPORT_FILE: &str = "report.html";
/// The file of the page for an exercise.
pub const OUTAGE_FILE: &str = "outage.html";

/// The language of an explanation: the one asked for, otherwise that of the result. Results of
/// versions that did not record it are explained in Swedish, as maps and reports are by default.
pub fn language(asked: Option<Language>, result: &result::RunResult) -> Language {
    asked.or(result.about.language).unwrap_or(Language::Sv)
}
