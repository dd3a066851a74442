//! What messages are said of: each kind of value has one way to be shown.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use crate::units::{Hours, Mbps, Metres, Score, Share};
use crate::words::{Words, key, number};

/// Decimals of a number at most.
pub const DECIMALS: usize = 2;

/// A value that a message can be said of.
pub trait Argument {
    /// As the message takes it: a number where its grammar may depend on it, else text.
    fn value(&self, words: Words) -> FluentValue<'_>;
}

/// A number that is a name, such as that of a row: no blanks between thousands.
#[derive(Clone, Copy, Debug)]
pub struct Plain(pub u64);

/// A number with so many decimals, also those that are 0.
#[derive(Clone, Copy, Debug)]
pub struct Decimal(pub f64, pub usize);

impl<A: Argument + ?Sized> Argument for &A {
    fn value(&self, words: Words) -> FluentValue<'_> {
        (**self).value(words)
    }
}

impl Argument for str {
    fn value(&self, _: Words) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl Argument for String {
    fn value(&self, _: Words) -> FluentValue<'_> {
        FluentValue::String(Cow::Borrowed(self))
    }
}

impl Words {
    /// A value alone, as messages show it.
    pub fn show(self, value: impl Argument) -> String {
        match value.value(self) {
            FluentValue::String(text) => text.into_owned(),
            FluentValue::Number(number) => number::decimal(self, number.value, DECIMALS),
            // Of which no argument is.
            _ => String::new(),
        }
    }
}

/// Values whose plural a message may need.
macro_rules! numbers {
    ($($kind:ty)*) => {$(
        impl Argument for $kind {
            fn value(&self, _: Words) -> FluentValue<'_> {
                FluentValue::from(*self)
            }
        }
    )*};
}
numbers!(usize u64 u32 u8 f64);

/// Values that are always shown with their unit.
macro_rules! quantities {
    ($($kind:ty, $words:ident, $value:ident => $shown:expr;)*) => {$(
        impl Argument for $kind {
            fn value(&self, $words: Words) -> FluentValue<'_> {
                let $value = *self;
                FluentValue::String(Cow::Owned($shown))
            }
        }
    )*};
}
quantities! {
    Plain, _words, row => row.0.to_string();
    Decimal, words, number => number::fixed(words, number.0, number.1);
    Metres, words, length => number::length(words, length);
    Mbps, words, rate => words.say(key::Rate { rate: rate.value() });
    Hours, words, hours => words.say(key::Hours { hours: hours.value() });
    Share, words, share => number::percent(words, share);
    Score, words, score => number::points(words, score);
}
