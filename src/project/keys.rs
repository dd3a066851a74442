//! What a section may hold, declared once: each key as a field, with its type, what counts where
//! it is left out, what it means and an example.
//!
//! From that one declaration fall out the strict reader, what it says of an unknown key, the tables
//! of the documentation, and the JSON schema by which an editor completes and checks a file.
//!
//! ```text
//! keys! {
//!     /// `[targets]`
//!     pub struct TargetKeys {
//!         /// what a site should be able to download        <- what it means
//!         site_download_mbps: Mbps = gigabit(), eg (100);   <- name, type, default, example
//!         /// how long its backup power should last
//!         backup_power_h: Option<Hours>, or "unknown", eg (12);
//!     }
//! }
//! ```
//!
//! A key is [`Required`], an [`Option`], has a default, or is read [`Apart`] by its section.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use crate::crs::Crs;
use crate::ingest::records::ColumnName;
use crate::project::section::Section;
use crate::units::{Hours, Mbps, Metres, Share};
use crate::words::Code;

/// A key of a section.
#[derive(Clone, Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What it may hold.
    pub form: Form,
    /// Whether it must be there, or what counts where it is not.
    pub presence: Presence,
    /// What it means, in Markdown.
    pub meaning: String,
    /// A value, in TOML.
    pub example: &'static str,
    /// Whether every section that names a file has it.
    pub shared: bool,
}

/// Whether a key must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// A section without it is a fault.
    Required,
    /// Without it this value counts, in TOML.
    Default(String),
    /// What its absence means, in words; blank where it means nothing.
    Optional(&'static str),
}

/// What a key may hold.
#[derive(Clone, Debug)]
pub enum Form {
    /// Text that is not blank.
    Text,
    /// The name of a column.
    Column,
    /// A coordinate reference system.
    Crs,
    /// A day, month or year.
    Date,
    /// true or false.
    Flag,
    /// A number.
    Number,
    /// A quantity in this unit, 0 or more.
    Quantity(&'static str),
    /// A share, from 0 to 1.
    Share,
    /// A whole number, 0 or more.
    Whole,
    /// One of these words.
    Word(Vec<&'static str>),
    /// Texts.
    Texts,
    /// Numbers.
    Numbers,
    /// Two numbers.
    Pair,
    /// Any of these words.
    Words(Vec<&'static str>),
    /// A table from text to one of these words.
    Map(Vec<&'static str>),
    /// A table with keys of its own.
    Table(fn() -> Vec<Key>),
    /// Tables with keys of their own.
    Tables(fn() -> Vec<Key>),
    /// One or the other.
    Either(Box<[Self; 2]>),
}

/// A type that a key may have.
pub trait Setting: Sized {
    /// What the file may say.
    fn form() -> Form;

    /// Reads it where it is there; what cannot be read is a fault, and `None`.
    fn read(section: &mut Section<'_, '_>, key: &'static str) -> Option<Self>;

    /// As it is written in TOML, for the documentation of a default.
    fn written(&self) -> String {
        String::new()
    }
}

/// A key that may not be left out; nothing after a fault.
#[derive(Clone, Debug)]
pub struct Required<T>(pub Option<T>);

/// A key that its section reads itself, as it depends on others or has keys of its own.
#[derive(Clone, Copy, Debug)]
pub struct Apart<T>(PhantomData<T>);

/// What only says what may stand in a file.
pub trait Shape {
    /// What the file may say.
    fn form() -> Form;
}

/// The keys of a section.
pub trait Keys: Sized {
    /// All of them, in the order of the documentation.
    fn keys() -> Vec<Key>;

    /// Reads them.
    fn read(section: &mut Section<'_, '_>) -> Self;
}

/// A key without a default.
pub trait Entry: Sized {
    /// Whether it must be there.
    fn presence(blank: &'static str) -> Presence;

    /// What the file may say.
    fn form() -> Form;

    /// Reads it.
    fn read(section: &mut Section<'_, '_>, key: &'static str) -> Self;
}

impl<T: Setting> Entry for Required<T> {
    fn presence(_: &'static str) -> Presence {
        Presence::Required
    }

    fn form() -> Form {
        T::form()
    }

    fn read(section: &mut Section<'_, '_>, key: &'static str) -> Self {
        Self(section.needs(key).then(|| T::read(section, key)).flatten())
    }
}

impl<T: Setting> Entry for Option<T> {
    fn presence(blank: &'static str) -> Presence {
        Presence::Optional(blank)
    }

    fn form() -> Form {
        T::form()
    }

    fn read(section: &mut Section<'_, '_>, key: &'static str) -> Self {
        T::read(section, key)
    }
}

impl<T: Shape> Entry for Apart<T> {
    fn presence(blank: &'static str) -> Presence {
        if blank == "required" { Presence::Required } else { Presence::Optional(blank) }
    }

    fn form() -> Form {
        T::form()
    }

    fn read(_: &mut Section<'_, '_>, _: &'static str) -> Self {
        Self(PhantomData)
    }
}

/// A closed set of words.
pub trait Choice: Copy + PartialEq {
    /// Each word and what it stands for.
    fn words() -> Vec<(&'static str, Self)>;
}

impl<C: Code> Choice for C {
    fn words() -> Vec<(&'static str, Self)> {
        C::ALL.iter().map(|&code| (code.id(), code)).collect()
    }
}

/// Declares sets of words that are no code lists.
macro_rules! choices {
    ($($kind:ty { $($word:literal => $value:expr,)+ })+) => {$(
        impl $crate::project::keys::Choice for $kind {
            fn words() -> Vec<(&'static str, Self)> {
                vec![$(($word, $value),)+]
            }
        }
    )+};
}
pub(super) use choices;

fn ids<C: Choice>() -> Vec<&'static str> {
    C::words().into_iter().map(|(word, _)| word).collect()
}

impl<C: Choice> Setting for C {
    fn form() -> Form {
        Form::Word(ids::<C>())
    }

    fn read(section: &mut Section<'_, '_>, key: &'static str) -> Option<Self> {
        section.word(key, &C::words())
    }

    fn written(&self) -> String {
        let word = C::words().into_iter().find(|(_, value)| value == self);
        word.map_or(String::new(), |(word, _)| quoted(word))
    }
}

impl<C: Choice> Setting for Vec<C> {
    fn form() -> Form {
        Form::Words(ids::<C>())
    }

    fn read(section: &mut Section<'_, '_>, key: &'static str) -> Option<Self> {
        section.has(key).then(|| section.words(key, &C::words()))
    }
}

/// Translates words of a file; two of its words may mean the same.
impl<C: Choice> Setting for BTreeMap<String, C> {
    fn form() -> Form {
        Form::Map(ids::<C>())
    }

    fn read(section: &mut Section<'_, '_>, key: &'static str) -> Option<Self> {
        let mut map = Self::new();
        for (from, to) in section.text_map(key) {
            match C::words().into_iter().find(|(word, _)| *word == to) {
                Some((_, meaning)) => drop(map.insert(from, meaning)),
                None => section.fault_at(
                    key,
                    format!("`{key}` cannot translate to \"{to}\""),
                    format!("one of {}", ids::<C>().join(", ")),
                ),
            }
        }
        Some(map)
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// A day, month or year, as written.
#[derive(Clone, Debug)]
pub struct Date(pub String);

/// A length above 0.
#[derive(Clone, Copy, Debug)]
pub struct Positive(pub Metres);

macro_rules! settings {
    ($($kind:ty, $form:expr, |$section:ident, $key:ident| $read:expr, |$value:ident| $written:expr;)+) => {$(
        impl Setting for $kind {
            fn form() -> Form {
                $form
            }

            fn read($section: &mut Section<'_, '_>, $key: &'static str) -> Option<Self> {
                $read
            }

            fn written(&self) -> String {
                let $value = self;
                $written
            }
        }
    )+};
}

settings! {
    String, Form::Text, |section, key| section.text(key), |text| quoted(text);
    ColumnName, Form::Column,
        |section, key| section.text(key).map(|name| Self { key, name }), |column| quoted(&column.name);
    Date, Form::Date, |section, key| section.date(key).map(Self), |date| quoted(&date.0);
    Crs, Form::Crs, |section, key| section.crs(key), |_crs| String::new();
    bool, Form::Flag, |section, key| section.flag(key), |flag| flag.to_string();
    f64, Form::Number, |section, key| section.number(key), |number| number.to_string();
    u64, Form::Whole, |section, key| section.whole_number(key), |number| number.to_string();
    Share, Form::Share, |section, key| section.share(key), |share| share.value().to_string();
    Mbps, Form::Quantity(Self::UNIT),
        |section, key| section.quantity(key, Self::new), |rate| rate.value().to_string();
    Metres, Form::Quantity(Self::UNIT),
        |section, key| section.quantity(key, Self::new), |length| length.value().to_string();
    Hours, Form::Quantity(Self::UNIT),
        |section, key| section.quantity(key, Self::new), |hours| hours.value().to_string();
    Positive, Form::Quantity(Metres::UNIT),
        |section, key| {
            let positive = |m| Metres::new(m).filter(|m| *m > Metres::ZERO);
            section.quantity(key, positive).map(Self)
        },
        |length| length.0.value().to_string();
    Vec<String>, Form::Texts,
        |section, key| section.has(key).then(|| section.texts(key)), |_texts| String::new();
    Vec<f64>, Form::Numbers, |section, key| section.numbers(key), |_numbers| String::new();
}

/// Declares the keys of sections.
macro_rules! keys {
    ($($(#[doc = $about:literal])+ $visible:vis struct $name:ident {
        $($(#[doc = $meaning:literal])+
            $key:ident: $kind:ty $(= $default:expr)? $(, or $blank:literal)?, eg $example:tt;)*
    } $(and $shared:ident: $of:ty)?)+) => {$(
        $(#[doc = $about])+
        #[derive(Debug)]
        #[allow(dead_code, reason = "what a section reads apart is declared only")]
        $visible struct $name {
            $($(#[doc = $meaning])+ pub $key: $kind,)*
            $(#[doc = "What every section that names a file has."] pub $shared: $of,)?
        }

        impl $crate::project::keys::Keys for $name {
            fn keys() -> Vec<$crate::project::keys::Key> {
                use $crate::project::keys::{Key, one_line, value};
                #[allow(unused_mut)]
                let mut keys = vec![$({
                    let blank = concat!($($blank)?);
                    let (form, presence) =
                        $crate::project::keys::said!($kind, blank $(, $default)?);
                    Key {
                        name: stringify!($key),
                        form,
                        presence,
                        meaning: one_line(&[$($meaning),+]),
                        example: value(stringify!($example)),
                        shared: false,
                    }
                }),*];
                $(keys.extend(
                    <$of>::keys().into_iter().map(|key| Key { shared: true, ..key }),
                );)?
                keys
            }

            fn read(section: &mut $crate::project::section::Section<'_, '_>) -> Self {
                section.know(&[$(stringify!($key)),*]);
                Self {
                    $($key: $crate::project::keys::read!(
                        $kind, section, stringify!($key) $(, $default)?
                    ),)*
                    $($shared: <$of>::read(section),)?
                }
            }
        }

        impl $crate::project::keys::Shape for $name {
            fn form() -> $crate::project::keys::Form {
                $crate::project::keys::Form::Table(<Self as $crate::project::keys::Keys>::keys)
            }
        }

        impl $crate::project::keys::Shape for Vec<$name> {
            fn form() -> $crate::project::keys::Form {
                $crate::project::keys::Form::Tables(
                    <$name as $crate::project::keys::Keys>::keys,
                )
            }
        }
    )+};
}

/// What the documentation says of a key.
macro_rules! said {
    ($kind:ty, $blank:ident) => {{
        use $crate::project::keys::Entry;
        (<$kind as Entry>::form(), <$kind as Entry>::presence($blank))
    }};
    ($kind:ty, $blank:ident, $default:expr) => {{
        use $crate::project::keys::{Presence, Setting};
        let default: $kind = $default;
        let presence = match (Setting::written(&default), $blank) {
            (written, "") if !written.is_empty() => Presence::Default(written),
            (_, said) => Presence::Optional(said),
        };
        (<$kind as Setting>::form(), presence)
    }};
}

/// Reads a key.
macro_rules! read {
    ($kind:ty, $section:ident, $key:expr) => {
        <$kind as $crate::project::keys::Entry>::read($section, $key)
    };
    ($kind:ty, $section:ident, $key:expr, $default:expr) => {
        <$kind as $crate::project::keys::Setting>::read($section, $key).unwrap_or_else(|| $default)
    };
}
pub(super) use {keys, read, said};

/// The lines of a comment as one.
pub(super) fn one_line(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// What stands inside the parentheses of an example.
pub(super) fn value(example: &'static str) -> &'static str {
    example.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(example).trim()
}
