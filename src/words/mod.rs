//! Every word that a person reads, in `sv.ftl` and `en.ftl`: one file per language, in the notation
//! of [Fluent](https://projectfluent.org), which a proofreader can read without knowing Rust.
//!
//! Every message is a type in [`key`], with a field for every argument: `words.say(key::Hours { n })`.
//! What a language lacks does not compile, nor what is said without an argument. The word of a code
//! belongs to its list ([`Code`]), and a code without one does not compile either.

mod argument;
mod code;
mod language;
mod list;
mod number;
mod said;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub use argument::{Argument, Decimal, Plain};
pub use code::{Code, Form, has_form, has_word};
pub(crate) use code::{code_from, codes};
pub use language::Language;
pub use list::sentence;
pub use said::Said;

/// The messages, as types.
pub mod key {
    use crate::words::{Argument, Form, Message, Words};
    use fluent_bundle::FluentArgs;

    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

/// Something that can be said: its id, and what it is said of.
pub trait Message {
    /// Its id in the files of the languages.
    const ID: &'static str;

    /// What it is said of.
    fn arguments<'a>(&'a self, words: Words, into: &mut FluentArgs<'a>) {
        let _ = (words, into);
    }
}

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(pub Language);

impl From<Language> for Words {
    fn from(language: Language) -> Self {
        Self(language)
    }
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] =
    [const { OnceLock::new() }; Language::ALL.len()];

impl Words {
    /// Says something.
    pub fn say<M: Message>(self, message: M) -> String {
        self.say_of(&message)
    }

    fn say_of<M: Message>(self, message: &M) -> String {
        let mut arguments = FluentArgs::new();
        message.arguments(self, &mut arguments);
        self.format(M::ID, None, &arguments)
    }

    /// The word of a code.
    pub fn code<C: Code>(self, code: C) -> String {
        self.of_list(C::LIST, code.id(), None)
    }

    /// Another form of the word of a code: `words.form(kind, form::The)`.
    pub fn form<C: Code, F: Form>(self, code: C, _form: F) -> String {
        const { assert!(has_form(C::LIST, F::NAME), "no such form in this list") };
        self.of_list(C::LIST, code.id(), Some(F::NAME))
    }

    /// The word of a code that is only known by its id, where the list has it.
    pub fn code_by_id(self, list: &str, id: &str) -> Option<String> {
        has_word(list, id).then(|| self.of_list(list, id, None))
    }

    /// Another form of the word of a code that is only known by its id, where the list has it.
    pub fn form_by_id<F: Form>(self, list: &str, id: &str, _form: F) -> Option<String> {
        let mut codes = key::CODES.iter().filter(|(of, code, _)| *of == list && *code == id);
        let has = codes.any(|(.., forms)| forms.contains(&F::NAME));
        has.then(|| self.of_list(list, id, Some(F::NAME)))
    }

    fn of_list(self, list: &str, code: &str, form: Option<&str>) -> String {
        self.format(&format!("{list}--{code}"), form, &FluentArgs::new())
    }

    fn bundle(self) -> &'static Bundle {
        BUNDLES[self.0 as usize].get_or_init(|| {
            let (code, text) = (self.0.code(), self.0.text());
            let language: LanguageIdentifier = code.parse().expect("a code of our own");
            let mut bundle = FluentBundle::new_concurrent(vec![language]);
            // The marks that keep directions of writing apart are of no use here, and show in files.
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(self.0.formatter()));
            let resource = FluentResource::try_new(text.to_owned());
            let resource = resource.expect("the build has read it");
            bundle.add_resource(resource).expect("the build saw no message twice");
            bundle
        })
    }

    fn format(self, id: &str, form: Option<&str>, arguments: &FluentArgs<'_>) -> String {
        let message = self.bundle().get_message(id).expect("the build has seen every key");
        let pattern = match form {
            None => message.value(),
            Some(form) => message.get_attribute(form).map(|attribute| attribute.value()),
        };
        let pattern = pattern.expect("the build has seen every form");
        let mut faults = Vec::new();
        let text = self.bundle().format_pattern(pattern, Some(arguments), &mut faults);
        debug_assert!(faults.is_empty(), "{id}: {faults:?}");
        text.into_owned()
    }
}

/// A number as a message shows it.
fn formatted(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            Some(number::decimal(Words(language), number.value, argument::DECIMALS))
        }
        _ => None,
    }
}
