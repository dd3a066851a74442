//! Columns, and the cells below them.

use std::borrow::Cow;

use crate::table::Thing;
use crate::words::key::form;
use crate::words::{Language, Words, key};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Names of things, by which other tables name them too.
    Id,
    /// Text.
    Text,
    /// Text in this language, of which there is a column for each.
    Said(Language),
    /// A date, as the source writes it.
    Date,
    /// A code of the list of this name.
    Code(&'static str),
    /// Codes of the list of this name, joined by `;`.
    Codes(&'static str),
    /// How many.
    Count,
    /// Part of a whole, 0–1.
    Share,
    /// Points of 100, or a difference of them.
    Points,
    /// A quantity in this unit.
    Quantity(&'static str),
    /// A number in a measure of its own.
    Number,
}

/// How files store it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
}

impl Holds {
    /// How files store it.
    pub fn kind(self) -> Kind {
        match self {
            Self::Id | Self::Text | Self::Said(_) | Self::Date | Self::Code(_) | Self::Codes(_) => {
                Kind::Text
            }
            Self::Count => Kind::Integer,
            Self::Share | Self::Points | Self::Quantity(_) | Self::Number => Kind::Number,
        }
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its name; part of the contract with those who read the files.
    pub name: Cow<'static, str>,
    /// What it holds.
    pub holds: Holds,
    /// Where its words are.
    pub words: ColumnWords,
}

/// Where the words of a column are.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnWords {
    /// Under its name, first among those of its table.
    Named(&'static str),
    /// In the name of the thing that it is a part of.
    Of {
        /// The thing.
        thing: Thing,
        /// The list of the words of such parts.
        list: &'static str,
        /// Which of them.
        part: &'static str,
    },
}

impl Column {
    /// How files store it.
    pub fn kind(&self) -> Kind {
        self.holds.kind()
    }

    /// What people call it.
    pub fn label(&self, words: Words) -> String {
        match &self.words {
            ColumnWords::Named(table) => words
                .code_by_id(&format!("in-{table}"), self.word())
                .or_else(|| words.code_by_id(NAMED, self.word()))
                .unwrap_or_else(|| self.name.to_string()),
            ColumnWords::Of { thing, list, part } => {
                let name = thing.name(words);
                match words.code_by_id(list, part) {
                    Some(part) if part != WHOLE => format!("{name} {part}"),
                    _ => name,
                }
            }
        }
    }

    /// What it means.
    pub fn about(&self, words: Words) -> String {
        let about = match &self.words {
            ColumnWords::Named(table) => words
                .form_by_id(&format!("in-{table}"), self.word(), form::About)
                .or_else(|| words.form_by_id(NAMED, self.word(), form::About)),
            ColumnWords::Of { list, part, .. } => words.form_by_id(list, part, form::About),
        };
        let about = about.unwrap_or_default();
        match self.holds {
            Holds::Said(language) => {
                words.say(key::ColumnInLanguage { about, language: language.code() })
            }
            _ => about,
        }
    }

    /// The code of its word: its name, without the language that it is in.
    fn word(&self) -> &str {
        match self.holds {
            Holds::Said(language) => {
                let ending = said_ending(language);
                self.name.strip_suffix(ending.as_str()).unwrap_or(&self.name)
            }
            _ => &self.name,
        }
    }

    /// A code of it in words; what is no code of its list stays as it is.
    pub fn in_words<'c>(&self, words: Words, cell: &'c str) -> Cow<'c, str> {
        match self.holds {
            Holds::Code(list) => words.code_by_id(list, cell).map_or(cell.into(), Cow::Owned),
            Holds::Codes(list) if !cell.is_empty() => {
                let word = |code: &str| words.code_by_id(list, code).unwrap_or(code.to_owned());
                cell.split(';').map(word).collect::<Vec<_>>().join("; ").into()
            }
            _ => cell.into(),
        }
    }
}

/// The list of the words of columns.
const NAMED: &str = "column";
/// The word of a part that is the thing itself.
const WHOLE: &str = "–";

/// What stands behind the name of a column that is in a language: nothing for that of the names.
pub(super) fn said_ending(language: Language) -> String {
    if language == Language::OF_NAMES { String::new() } else { format!("_{}", language.code()) }
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Unknown, or without meaning for the row.
    Blank,
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number; finite.
    Number(f64),
}

impl Thing {
    /// What people call it: by its own name, by that of the indicator that is computed, or else by
    /// its id.
    fn name(&self, words: Words) -> String {
        let own = self.names.in_language(words.0).map(str::to_owned);
        let own = own.or_else(|| words.code_by_id(INDICATORS, &self.id));
        own.unwrap_or_else(|| self.id.clone())
    }
}

/// The list of the names of the indicators that are computed.
const INDICATORS: &str = "indicator";
