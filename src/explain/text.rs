//! Numbers and lists as people read them.

use crate::words::Language;

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
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match language {
        Language::Sv => text.replace('.', ","),
        Language::En => text.to_owned(),
    }
}

/// A length: metres, or kilometres from one on.
pub fn length(language: Language, metres: f64) -> String {
    // What rounds to 1000 m is a kilometre.
    if metres < 999.5 {
        return format!("{metres:.0} m");
    }
    let kilometres = format!("{:.1} km", metres / 1000.0);
    match language {
        Language::Sv => kilometres.replace('.', ","),
        Language::En => kilometres,
    }
}

/// Hours.
pub fn hours(language: Language, hours: f64) -> String {
    let (one, many) = match language {
        Language::Sv => ("timme", "timmar"),
        Language::En => ("hour", "hours"),
    };
    format!("{} {}", number(language, hours), if hours == 1.0 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{En, Sv};

    #[test]
    fn numbers_are_written_as_the_language_does() {
        assert_eq!((number(Sv, 2.5), number(En, 2.5)), ("2,5".into(), "2.5".into()));
        assert_eq!((number(Sv, 1000.0), number(Sv, 0.1 * 73.0)), ("1000".into(), "7,3".into()));
        assert_eq!((length(Sv, 309.7), length(En, 999.7)), ("310 m".into(), "1.0 km".into()));
        assert_eq!((hours(Sv, 1.0), hours(En, 0.5)), ("1 timme".into(), "0.5 hours".into()));
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(list(Sv, &["a", "b", "c"]), "a, b och c");
        assert_eq!(choice(En, &["a", "b"]), "a or b");
        assert_eq!(short_list(En, &["a", "b", "c"], 1), "a and 2 more");
    }
}
