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

/// Why a text is not the one number that its writer meant.
#[derive(Clone, Debug, PartialEq)]
pub enum NumberFault {
    /// It is no number, or several.
    NoNumber,
    /// Its decimal sign is the one that the project says it is not.
    OtherSign,
    /// Its sign may stand before decimals or between thousands.
    Ambiguous {
        /// The number where it stands before decimals.
        decimals: f64,
        /// The number where it stands between thousands.
        thousands: f64,
    },
    /// A number, and a word after it that is no unit known here.
    Followed {
        /// The number as written.
        number: String,
    },
    /// Only that it is more or less than a number.
    Bound,
}

/// What a point or a comma in a text says of the decimal sign of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Signs {
    /// There is none.
    Absent,
    /// This one stands before decimals, for it can be nothing else.
    Before(Decimal),
    /// One, with three figures behind it: decimals or thousands.
    Either,
    /// They are strewn as no number has them.
    Strewn,
}

/// The decimal sign that the texts of one column are written with: what all agree on that can be
/// read one way only. `None` where none of them tells, or they contradict each other.
pub fn written_with<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Decimal> {
    let mut found = None;
    for text in texts.filter(|text| text.contains(['.', ','])) {
        let Some(plain) = ungrouped(text.trim()) else { continue };
        if let Signs::Before(sign) = signs(&plain)
            && read(&plain, sign).is_ok()
        {
            if found.is_some_and(|other| other != sign) {
                return None;
            }
            found = Some(sign);
        }
    }
    found
}

/// Reads a number; spaces between digits (also no-break ones) group thousands.
///
/// `stated` is the decimal sign that the project states, or [`written_with`] finds. A text that can
/// be read one way only is read so; `1,000` and `1.000` need a sign that is stated, and are refused
/// where it is the other one.
///
/// # Errors
///
/// Whatever is not one number.
pub fn parse_number(text: &str, stated: Option<Decimal>) -> Result<f64, NumberFault> {
    let text = text.trim();
    if text.starts_with(['<', '>', '≤', '≥']) {
        return Err(NumberFault::Bound);
    }
    let Some(plain) = ungrouped(text) else { return Err(followed(text)) };
    match (signs(&plain), stated) {
        (Signs::Absent, _) => read(&plain, Decimal::Point),
        (Signs::Strewn, _) => Err(NumberFault::NoNumber),
        // Typed by hand into a Swedish sheet, a point is still a point.
        (Signs::Before(Decimal::Point), _) => read(&plain, Decimal::Point),
        (Signs::Before(Decimal::Comma), Some(Decimal::Point)) => {
            read(&plain, Decimal::Comma).and(Err(NumberFault::OtherSign))
        }
        (Signs::Before(Decimal::Comma), _) => read(&plain, Decimal::Comma),
        (Signs::Either, stated) => {
            let own = if plain.contains('.') { Decimal::Point } else { Decimal::Comma };
            let decimals = read(&plain, own)?;
            if stated == Some(own) {
                return Ok(decimals);
            }
            Err(NumberFault::Ambiguous { decimals, thousands: decimals * 1000.0 })
        }
    }
    .map_err(|fault| match fault {
        NumberFault::NoNumber => followed(text),
        other => other,
    })
}

/// Reads a download rate in Mbit/s: a bare number, or one with its unit. Of `100/10`, as Swedish
/// offers are written, the first is the download.
///
/// # Errors
///
/// Whatever is not one rate.
pub fn parse_rate(text: &str, stated: Option<Decimal>) -> Result<f64, NumberFault> {
    let text = text.trim();
    let at = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (number, unit) = (text[..at].trim_end(), text[at..].to_lowercase());
    let in_mbps = match unit.as_str() {
        "" | "mbit/s" | "mbps" | "mbit" => 1.0,
        "gbit/s" | "gbps" | "gbit" => 1e3,
        "kbit/s" | "kbps" | "kbit" => 1e-3,
        // `1e3` among others.
        _ => return parse_number(text, stated),
    };
    let rate = match number.split_once('/') {
        None => parse_number(number, stated)?,
        Some((down, up)) => {
            let (down, up) = (parse_number(down, stated)?, parse_number(up, stated)?);
            // `10/100` is the name of a port, or upload first.
            if down < up {
                return Err(NumberFault::NoNumber);
            }
            down
        }
    };
    Ok(rate * in_mbps)
}

/// Of a text that is no number: whether it begins with one.
fn followed(text: &str) -> NumberFault {
    let at = text.find(|c: char| c.is_alphabetic() || c == '%').unwrap_or(text.len());
    let number = text[..at].trim_end();
    let is_number = at < text.len()
        && ungrouped(number).is_some_and(|plain| match signs(&plain) {
            Signs::Before(Decimal::Comma) => read(&plain, Decimal::Comma).is_ok(),
            _ => read(&plain, Decimal::Point).is_ok(),
        });
    match is_number {
        true => NumberFault::Followed { number: number.to_owned() },
        false => NumberFault::NoNumber,
    }
}

fn signs(plain: &str) -> Signs {
    let mantissa = plain.split(['e', 'E']).next().unwrap_or_default();
    let Some(last) = mantissa.rfind(['.', ',']) else { return Signs::Absent };
    let (whole, fraction) = (&mantissa[..last], &mantissa[last + 1..]);
    if whole.contains(['.', ',']) {
        return Signs::Strewn;
    }
    let digits = whole.trim_start_matches(['+', '-', '\u{2212}']);
    let groups_thousands =
        fraction.len() == 3 && (1..=3).contains(&digits.len()) && !digits.starts_with('0');
    match (groups_thousands && mantissa.len() == plain.len(), &mantissa[last..=last]) {
        (true, _) => Signs::Either,
        (false, ".") => Signs::Before(Decimal::Point),
        (false, _) => Signs::Before(Decimal::Comma),
    }
}

fn read(plain: &str, decimal: Decimal) -> Result<f64, NumberFault> {
    let plain = match decimal {
        Decimal::Point => plain.to_owned(),
        Decimal::Comma => plain.replace(',', "."),
    };
    // Spreadsheets write a true minus sign.
    let plain = plain.replace('\u{2212}', "-");
    let starts_like_a_number =
        plain.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.'));
    // `f64::from_str` reads "nan" and "inf" too; those are caught by being not finite.
    let number: Option<f64> = plain.parse().ok();
    number.filter(|n| starts_like_a_number && n.is_finite()).ok_or(NumberFault::NoNumber)
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

    const POINT: Option<Decimal> = Some(Decimal::Point);
    const COMMA: Option<Decimal> = Some(Decimal::Comma);

    #[test]
    fn swedish_and_plain_numbers_read_alike() {
        for stated in [None, POINT, COMMA] {
            for (text, number) in [
                ("6\u{a0}392\u{a0}954.5", 6_392_954.5),
                ("1 000", 1000.0),
                ("12.5", 12.5),
                ("0.125", 0.125),
                ("6392954.125", 6_392_954.125),
                ("-1e3", -1000.0),
                ("1.125e3", 1125.0),
                ("\u{2212}4", -4.0),
            ] {
                assert_eq!(parse_number(text, stated), Ok(number), "{text} {stated:?}");
            }
        }
        assert_eq!(parse_number("6 392 954,5", COMMA), Ok(6_392_954.5));
        assert_eq!(parse_number("6 392 954,5", None), Ok(6_392_954.5));
        assert_eq!(parse_number("12,5", POINT), Err(NumberFault::OtherSign));
    }

    #[test]
    fn a_sign_that_may_group_thousands_is_read_only_where_it_is_stated() {
        let refused =
            |decimals| Err(NumberFault::Ambiguous { decimals, thousands: decimals * 1000.0 });
        for (text, number) in [("1.000", 1.0), ("12.345", 12.345), ("-120.500", -120.5)] {
            let comma = text.replace('.', ",");
            assert_eq!(parse_number(text, POINT), Ok(number));
            assert_eq!(parse_number(&comma, COMMA), Ok(number));
            for (text, stated) in [(text, None), (text, COMMA), (&comma, None), (&comma, POINT)] {
                assert_eq!(parse_number(text, stated), refused(number), "{text} {stated:?}");
            }
        }
    }

    #[test]
    fn a_column_tells_its_sign_by_what_can_be_read_one_way_only() {
        let sign = |texts: &[&str]| written_with(texts.iter().copied());
        assert_eq!(sign(&["1.000", "12", "0.25"]), POINT);
        assert_eq!(sign(&["1,000", "3,5"]), COMMA);
        assert_eq!(sign(&["1,000", "1.000", "many, or few"]), None);
        assert_eq!(sign(&["1,5", "1.5"]), None);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in
            ["", "many", "3 4", "1 2345", "12 34 567", "1000 000", "NaN", "inf", "1.2.3", "-"]
        {
            for stated in [None, POINT, COMMA] {
                assert_eq!(parse_number(text, stated), Err(NumberFault::NoNumber), "{text}");
            }
        }
        for text in ["1 000.5 000", "1.234,5", "1,234.5", "100/10", "100-250"] {
            assert_eq!(parse_number(text, COMMA), Err(NumberFault::NoNumber), "{text}");
        }
        assert_eq!(parse_number(">100", None), Err(NumberFault::Bound));
        for (text, number) in [("30 st", "30"), ("4 tim", "4"), ("12,5%", "12,5"), ("8h", "8")] {
            let fault = NumberFault::Followed { number: number.to_owned() };
            assert_eq!(parse_number(text, None), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_rate_may_bring_its_unit() {
        for (text, rate) in [
            ("1000", 1000.0),
            ("1 000 Mbit/s", 1000.0),
            ("1000Mbps", 1000.0),
            ("1 Gbit/s", 1000.0),
            ("2,5 gbps", 2500.0),
            ("512 kbit/s", 0.512),
            ("100/10", 100.0),
            ("100/100 Mbit/s", 100.0),
            ("1e3", 1000.0),
        ] {
            assert_eq!(parse_rate(text, None), Ok(rate), "{text}");
        }
        for text in ["10/100", "100/10/1", "/", "Mbit/s", "fast"] {
            assert_eq!(parse_rate(text, None), Err(NumberFault::NoNumber), "{text}");
        }
        assert_eq!(parse_rate(">100 Mbit/s", None), Err(NumberFault::Bound));
        assert!(matches!(parse_rate("1,000 Mbit/s", None), Err(NumberFault::Ambiguous { .. })));
        assert!(matches!(parse_rate("100 MB/s", None), Err(NumberFault::Followed { .. })));
    }

    #[test]
    fn yes_and_no_in_both_languages() {
        assert_eq!(parse_yes_no("Ja"), Some(Knowledge::Yes));
        assert_eq!(parse_yes_no(" no "), Some(Knowledge::No));
        assert_eq!(parse_yes_no("kanske"), None);
    }
}
