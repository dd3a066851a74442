//! What several explanations say.

use std::path::Path;

use crate::model::site::SiteKind;
use crate::network::element::ElementKind;
use crate::pages::result::About;
use crate::readiness::service::Readiness;
use crate::table::element::ElementRow;
use crate::words::key::{self, form};
use crate::words::{Code, Plain, Words, codes};

/// Ids that are named before the rest is counted.
pub const NAMED_AT_MOST: usize = 12;

/// `a school`.
pub fn a_kind(words: impl Into<Words>, kind: SiteKind) -> String {
    words.into().form(kind, form::A)
}

/// `the school`.
pub fn the_kind(words: impl Into<Words>, kind: SiteKind) -> String {
    words.into().form(kind, form::The)
}

/// So many of a kind: `2 schools`.
pub fn so_many<C: Code>(words: impl Into<Words>, count: usize, code: C) -> String {
    let words = words.into();
    let (one, many) = (words.code(code), words.form(code, form::Plural));
    words.say(key::CountOf { count, one, many })
}

/// `node N-1`.
pub fn element(words: impl Into<Words>, kind: ElementKind, id: &str) -> String {
    let words = words.into();
    words.say(key::Element { kind: words.code(kind), id })
}

/// `node N-1 (Henån, core node)`.
pub fn named_element(words: impl Into<Words>, row: &ElementRow) -> String {
    let words = words.into();
    let core = row.is_core().then(|| words.say(key::CoreNode));
    let name = row.name.as_ref().filter(|name| **name != row.element_id);
    let more: Vec<&str> = name.into_iter().chain(&core).map(String::as_str).collect();
    let element = element(words, row.element_kind, &row.element_id);
    if more.is_empty() {
        return element;
    }
    words.say(key::InBrackets { what: element, more: more.join(", ") })
}

/// What a trench consists of, and the assumption it rests on: `cables K-1 and K-2 are drawn …`.
pub fn trench(words: impl Into<Words>, row: &ElementRow) -> String {
    let words = words.into();
    let cables: Vec<&str> = row.parts().map(|(_, id)| id).collect();
    let cables = words.list(&cables);
    match row.trench_within_m.zip(row.trench_length_m) {
        Some((within, length)) => words.say(key::TrenchDrawn { cables, within, length }),
        None => words.say(key::TrenchStated { cables }),
    }
}

/// Whether a file's rows are counted as a spreadsheet does.
fn is_table(file: &str) -> bool {
    let ending = Path::new(file).extension().unwrap_or_default().to_string_lossy().to_lowercase();
    ["csv", "tsv", "txt", "xlsx", "xls", "ods", "parquet"].contains(&ending.as_str())
}

/// `row 2 of schools.csv`, or of a file that has no rows `feature 7 of fibre.gpkg`.
pub fn place(words: impl Into<Words>, file: &str, row: Option<u64>) -> String {
    let words = words.into();
    match row.map(Plain) {
        None => file.to_owned(),
        Some(row) if is_table(file) => words.say(key::RowOfFile { row, file }),
        Some(row) => words.say(key::FeatureOfFile { row, file }),
    }
}

/// [`place`] with who publishes the file, the date of its facts and its licence.
pub fn source(words: impl Into<Words>, about: &About, file: &str, row: Option<u64>) -> String {
    let words = words.into();
    let place = place(words, file, row);
    let Some(input) = about.input(file) else { return place };
    let mut more: Vec<String> = input.source.iter().chain(&input.source_date).cloned().collect();
    more.extend(input.licence.as_ref().map(|licence| words.say(key::Licence { licence })));
    if input.synthetic {
        more.push(words.say(key::Synthetic));
    }
    if more.is_empty() {
        return place;
    }
    words.say(key::InBrackets { what: place, more: more.join(", ") })
}

/// The status of a service.
pub fn readiness(words: impl Into<Words>, readiness: Readiness) -> String {
    words.into().form(readiness, form::Long)
}

/// The status of so many sites.
pub fn readiness_of(words: impl Into<Words>, status: Readiness, count: usize) -> String {
    let words = words.into();
    if count > 1 { words.form(status, form::LongPlural) } else { readiness(words, status) }
}

codes! {
    /// A quarter of all municipalities by rank.
    pub enum Quarter: "quarter" {
        /// The first.
        Best = "best",
        /// The one after it.
        Second = "second",
        /// The one before the last.
        Third = "third",
        /// The last.
        Worst = "worst",
    }
}

/// How often something comes out: `in 7 draws of 10`.
pub fn draws(words: impl Into<Words>, probability: f64) -> String {
    let words = words.into();
    let tenths = (10.0 * probability).round();
    if tenths == 0.0 {
        words.say(key::DrawsHardly)
    } else if tenths == 10.0 && probability < 1.0 {
        words.say(key::DrawsNearlyAll)
    } else if tenths == 10.0 {
        words.say(key::DrawsAll)
    } else {
        words.say(key::DrawsOfTen { tenths })
    }
}
