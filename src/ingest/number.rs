//! Numbers and words as people write them in tables.

use crate::model::knowledge::Knowledge;

/// Which sign separates the decimals in a text table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// `12.5`
    Point,
    /// `12,5`, as Swedish spreadsheets write.
    Comma,
}

/// Reads a number; spaces between digits (also no-break ones) group thousands.
///
/// With [`Decimal::Comma`] a point is accepted too: typed columns of the same file are turned
/// into text with a point.
pub fn parse_number(text: &str, decimal: Decimal) -> Option<f64> {
    let grouped = ungrouped(text)?;
    let plain = match decimal {
        Decimal::Point => grouped,
        Decimal::Comma if grouped.contains(',') && grouped.contains('.') => return None,
        Decimal::Comma => grouped.replace(',', "."),
    };
    // Spreadsheets write a true minus sign.
    let plain = plain.replace('\u{2212}', "-");
    let starts_like_a_number =
        plain.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'));
    // `f64::from_str` reads "nan" and "inf" too; those are caught by being not finite.
    let number: f64 = plain.parse().ok()?;
    (starts_like_a_number && number.is_finite()).then_some(number)
}

/// The text without the spaces that group its thousands; `None` where spaces stand otherwise, since
/// `3 4` is not 34.
fn ungrouped(text: &str) -> Option<String> {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let mut groups = text.split(is_space);
    let mut joined = groups.next()?.to_owned();
    let first = joined.trim_start_matches(['+', '-', '\u{2212}']);
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let mut open = digits(first) && (1..=3).contains(&first.len());
    for group in groups {
        let (whole, rest) = group.split_at_checked(3)?;
        if !open || !digits(whole) || !(rest.is_empty() || rest.starts_with([',', '.'])) {
            return None;
        }
        // Nothing but the last group may have decimals.
        open = rest.is_empty();
        joined.push_str(group);
    }
    Some(joined)
}

/// Reads yes and no in the forms that registers use; anything else is `None`.
pub fn parse_yes_no(text: &str) -> Option<Knowledge> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "ja" | "j" | "y" | "true" | "sant" | "1" | "1.0" => Some(Knowledge::Yes),
        "no" | "nej" | "n" | "false" | "falskt" | "0" | "0.0" => Some(Knowledge::No),
        "unknown" | "okänt" | "okänd" | "?" => Some(Knowledge::Unknown),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_and_plain_numbers_read_alike() {
        assert_eq!(parse_number("6 392 954,5", Decimal::Comma), Some(6_392_954.5));
        assert_eq!(parse_number("6\u{a0}392\u{a0}954.5", Decimal::Point), Some(6_392_954.5));
        assert_eq!(parse_number("12.5", Decimal::Comma), Some(12.5));
        assert_eq!(parse_number("-1e3", Decimal::Point), Some(-1000.0));
        assert_eq!(parse_number("\u{2212}4", Decimal::Point), Some(-4.0));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "many",
            "3 4",
            "1 2345",
            "12 34 567",
            "1000 000",
            "1 000.5 000",
            "12,5",
            "NaN",
            "inf",
            "1.2.3",
            "-",
        ] {
            assert_eq!(parse_number(text, Decimal::Point), None, "{text}");
        }
        assert_eq!(parse_number("1.234,5", Decimal::Comma), None);
    }

    #[test]
    fn yes_and_no_in_both_languages() {
        assert_eq!(parse_yes_no("Ja"), Some(Knowledge::Yes));
        assert_eq!(parse_yes_no(" no "), Some(Knowledge::No));
        assert_eq!(parse_yes_no("kanske"), None);
    }
}
