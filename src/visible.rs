//! Text of an input as a reader may be shown it: nothing in it moves a cursor, fakes a line or turns
//! the text around it.

/// Whether a character shows nothing itself and turns the direction in which others are shown
/// (Unicode Standard Annex 9, explicit formatting characters).
fn is_turning(c: char) -> bool {
    matches!(
        c,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Control characters become spaces; marks of direction are written as escapes.
pub fn spaced(text: &str) -> String {
    shown(text, |_| " ".to_owned())
}

/// Control characters and marks of direction are written as escapes.
pub fn escaped(text: &str) -> String {
    shown(text, |c| c.escape_default().collect())
}

/// [`spaced`], and runs of blanks become one space.
pub fn one_line(text: &str) -> String {
    spaced(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn shown(text: &str, control: impl Fn(char) -> String) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_control() => shown.push_str(&control(c)),
            c if is_turning(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_direction_are_shown_as_what_they_are() {
        let text = "A\u{202e}Bskola\n\u{2066}";
        assert_eq!(spaced(text), "A\\u{202e}Bskola \\u{2066}");
        assert_eq!(escaped(text), "A\\u{202e}Bskola\\n\\u{2066}");
        assert_eq!(one_line(" Å \t\u{200f}\n"), "Å \\u{200f}");
        assert_eq!(spaced("Åsa – \"Ö\""), "Åsa – \"Ö\"");
    }
}
