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

use crate::explain::result::ElementRow;
use crate::model::knowledge::Knowledge;
use crate::network::element::ElementKind;
use crate::words::Language;

/// The language of an explanation: the one asked for, otherwise that of the result. Results of
/// versions that did not record it are explained in Swedish, as maps and reports are by default.
pub fn language(asked: Option<Language>, result: &result::ResultTables) -> Language {
    asked.or_else(|| result.language().and_then(Language::from_code)).unwrap_or(Language::Sv)
}

impl ElementRow {
    /// Whether it is a core node.
    fn is_core(&self) -> bool {
        self.core == Some(Knowledge::Yes)
    }

    /// What it consists of: kind and id. A site is no kind of element and has its name.
    fn parts(&self) -> impl Iterator<Item = (&str, &str)> {
        // An id may hold the mark between parts; a part begins with one of the kinds.
        let mut parts: Vec<(&str, &str)> = Vec::new();
        let mut rest = self.consists_of.as_str();
        while let Some((kind, behind)) = rest.split_once(':') {
            let end = behind
                .match_indices(';')
                .map(|(at, _)| at)
                .find(|&at| is_part(&behind[at + 1..]))
                .unwrap_or(behind.len());
            parts.push((kind, &behind[..end]));
            rest = behind.get(end + 1..).unwrap_or_default();
        }
        parts.into_iter()
    }

    /// The ids of its parts of one kind.
    fn parts_of(&self, kind: &str) -> Vec<&str> {
        self.parts().filter(|(of, _)| *of == kind).map(|(_, id)| id).collect()
    }
}

fn is_part(text: &str) -> bool {
    let kinds = ElementKind::ALL.map(ElementKind::name);
    let kind = text.split_once(':').map(|(kind, _)| kind);
    kind.is_some_and(|kind| kind == "site" || kinds.contains(&kind))
}
