//! Numbers and lists as people read them.

use crate::units::{Hours, Metres};
use crate::words::{Language, Words};

/// Ids that are named before the rest is counted.
pub const NAMED_AT_MOST: usize = 12;

/// `a, b and c`.
pub fn list<T: AsRef<str>>(language: Language, items: &[T]) -> String {
    let and = match language {
        Language::Sv => "och",
        Language::En => "and",
    };
    joined(items, and)
}

/// `a, b or c`.
pub fn choice<T: AsRef<str>>(language: Language, items: &[T]) -> String {
    let or = match language {
        Language::Sv => "eller",
        Language::En => "or",
    };
    joined(items, or)
}

fn joined<T: AsRef<str>>(items: &[T], before_the_last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {before_the_last} {}", first.join(", "), last.as_ref())
        }
    }
}

/// [`list`] of the first few, and how many more there are.
pub fn short_list<T: AsRef<str>>(language: Language, items: &[T], at_most: usize) -> String {
    if items.len() <= at_most {
        return list(language, items);
    }
    let mut named: Vec<String> = items[..at_most].iter().map(|i| i.as_ref().to_owned()).collect();
    let more = items.len() - at_most;
    named.push(match language {
        Language::Sv => format!("{more} till"),
        Language::En => format!("{more} more"),
    });
    list(language, &named)
}

/// So many: `1 site`, `2 sites`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A number with two decimals at most, those that are not 0.
pub fn number(language: Language, value: f64) -> String {
    Words(language).show(value)
}

/// A length: metres, or kilometres from one on.
pub fn length(language: Language, metres: f64) -> String {
    Metres::new(metres).map(|length| Words(language).show(length)).unwrap_or_default()
}

/// Hours.
pub fn hours(language: Language, hours: f64) -> String {
    Hours::new(hours).map(|hours| Words(language).show(hours)).unwrap_or_default()
}
