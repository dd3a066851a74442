//! What is said now and read later, by readers of any language.

use std::borrow::Cow;
use std::cmp::Ordering;

use fluent_bundle::FluentValue;

use crate::words::{Argument, Language, Message, Words};

/// Something said in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said([String; Language::ALL.len()]);

impl Said {
    /// What `say` says in each language.
    pub fn each(say: impl Fn(Words) -> String) -> Self {
        Self(std::array::from_fn(|i| say(Words(Language::ALL[i]))))
    }

    /// As readers of one language see it.
    pub fn in_language(&self, language: Language) -> &str {
        &self.0[language as usize]
    }
}

impl<M: Message> From<M> for Said {
    fn from(message: M) -> Self {
        Self::each(|words| words.say_of(&message))
    }
}

/// By the words of the command line, which every table has.
impl Ord for Said {
    fn cmp(&self, other: &Self) -> Ordering {
        let english = self.in_language(Language::En).cmp(other.in_language(Language::En));
        english.then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for Said {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Argument for Said {
    fn value(&self, words: Words) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self.in_language(words.0)))
    }
}
