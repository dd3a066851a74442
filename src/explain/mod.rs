//! Why a result is as it is, in plain words and from which rows.
//!
//! A [`result`] directory is read back; its input files may be gone. [`site`], [`municipality`]
//! and [`element`] each write one page about one thing. Every sentence follows from rows of the
//! result, and names the files and dates of the input that these rows name. What the result does
//! not tell is said to be unknown, with the fact that is missing.

pub mod element;
pub mod municipality;
mod nearest;
pub mod result;
pub mod site;
mod text;
mod wording;

use crate::words::Language;

/// The language of an explanation: the one asked for, otherwise that of the result. Results of
/// versions that did not record it are explained in Swedish, as maps and reports are by default.
pub fn language(asked: Option<Language>, result: &result::RunResult) -> Language {
    asked.or(result.about.language).unwrap_or(Language::Sv)
}
