//! How numbers are written: the one place that does it.

use crate::units::{Metres, Score, Share};
use crate::words::{Words, key};

/// A number with so many decimals at most, those that are not 0.
pub fn decimal(words: Words, value: f64, at_most: usize) -> String {
    let text = format!("{value:.at_most$}");
    let text = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => &text,
    };
    written(words, text)
}

/// A number with so many decimals.
pub fn fixed(words: Words, value: f64, decimals: usize) -> String {
    written(words, &format!("{value:.decimals$}"))
}

/// A number of the program in the signs of a language.
fn written(words: Words, text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        // What rounds to nothing is not less than nothing.
        Some(digits) if digits.contains(|c: char| ('1'..='9').contains(&c)) => ("\u{2212}", digits),
        Some(digits) => ("", digits),
        None => ("", text),
    };
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(w, p)| (w, Some(p)));
    let mut grouped = String::from(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            grouped.push_str(&words.say(key::NumberThousands));
        }
        grouped.push(digit);
    }
    if let Some(part) = part {
        grouped.push_str(&words.say(key::NumberDecimal));
        grouped.push_str(part);
    }
    grouped
}

/// Points of 100, whole: 0 and 100 only where it is nothing or all.
pub fn points(words: Words, score: Score) -> String {
    near_an_end(words, score.value())
}

/// A share as a percentage: 0 and 100 only where it is nothing or all.
pub fn percent(words: Words, share: Share) -> String {
    words.say(key::Percent { points: near_an_end(words, 100.0 * share.value()).as_str() })
}

/// A value from 0 to 100, whole unless it would pass for one of its ends.
fn near_an_end(words: Words, value: f64) -> String {
    let rounded = value.round();
    let hides = (rounded == 0.0 && value > 0.0) || (rounded == 100.0 && value < 100.0);
    // Writing a number without decimals would round a half to the even one.
    if hides { decimal(words, value, 2) } else { decimal(words, rounded, 0) }
}

/// A length: metres, or kilometres from one on.
pub fn length(words: Words, length: Metres) -> String {
    let metres = length.value();
    // What rounds to 1000 m is a kilometre.
    if metres < 999.5 {
        return words.say(key::LengthMetres { metres: metres.round() });
    }
    words.say(key::LengthKilometres { kilometres: fixed(words, metres / 1000.0, 1).as_str() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Hours;
    use crate::words::Argument;
    use crate::words::Language::{En, Sv};

    fn shown(words: Words, value: impl Argument) -> String {
        words.show(value)
    }

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let (sv, en) = (Words(Sv), Words(En));
        assert_eq!((shown(sv, 2.5), shown(en, 2.5)), ("2,5".into(), "2.5".into()));
        assert_eq!((shown(sv, 0.1 * 73.0), shown(sv, -0.004)), ("7,3".into(), "0".into()));
        assert_eq!(shown(sv, 1_234_567usize), "1\u{a0}234\u{a0}567");
        assert_eq!(
            (shown(en, 12_345.678), shown(en, -999.5)),
            ("12,345.68".into(), "−999.5".into())
        );
        let metres = |value| Metres::new(value).expect("a length");
        assert_eq!(
            (shown(sv, metres(309.7)), shown(en, metres(999.7))),
            ("310 m".into(), "1.0 km".into())
        );
        let share = |value| Share::new(value).expect("a share");
        assert_eq!(
            (shown(sv, share(0.9999)), shown(en, share(1.0))),
            ("99,99\u{a0}%".into(), "100%".into())
        );
        let score = |value| Score::clamped(value).expect("a score");
        assert_eq!((shown(sv, score(0.25)), shown(en, score(49.6))), ("0,25".into(), "50".into()));
        assert_eq!((shown(sv, score(62.5)), shown(en, share(0.125))), ("63".into(), "13%".into()));
        let hours = |value| Hours::new(value).expect("hours");
        assert_eq!(
            (shown(sv, hours(1.0)), shown(en, hours(0.5))),
            ("1 timme".into(), "0.5 hours".into())
        );
    }
}
