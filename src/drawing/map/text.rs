//! Text that fits: the one font, its measures and pixels, wrapping and shortening.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, PxScale, point};

use crate::drawing::map::place::Px;
use crate::visible::one_line;

/// The font as SVG names it.
///
/// The letters of Verdana, which Windows and macOS have, are as wide as those of DejaVu Sans, so a
/// reader without DejaVu sees the same layout.
pub const FAMILY: &str = "DejaVu Sans, Verdana, sans-serif";

/// Size and weight of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// Pixels per em.
    pub size: f64,
    /// Bold or regular.
    pub bold: bool,
}

/// The regular weight.
pub const fn regular(size: f64) -> Face {
    Face { size, bold: false }
}

/// The bold weight.
pub const fn bold(size: f64) -> Face {
    Face { size, bold: true }
}

fn font(face: Face) -> &'static FontRef<'static> {
    static REGULAR: LazyLock<FontRef<'static>> = LazyLock::new(|| read(dejavu::sans::regular()));
    static BOLD: LazyLock<FontRef<'static>> = LazyLock::new(|| read(dejavu::sans::bold()));
    if face.bold { &BOLD } else { &REGULAR }
}

fn read(bytes: &'static [u8]) -> FontRef<'static> {
    FontRef::try_from_slice(bytes).expect("DejaVu Sans is compiled in and well-formed")
}

fn units_per_em(font: &FontRef) -> f32 {
    font.units_per_em().expect("DejaVu Sans states its units")
}

/// Every glyph of a text with its distance from the beginning, in font units, and the whole width.
fn set(text: &str, font: &FontRef) -> (Vec<(ab_glyph::GlyphId, f32)>, f32) {
    let mut at = 0.0;
    let mut before = None;
    let glyphs = text
        .chars()
        .map(|letter| {
            let glyph = font.glyph_id(letter);
            at += before.map_or(0.0, |before| font.kern_unscaled(before, glyph));
            before = Some(glyph);
            let here = at;
            at += font.h_advance_unscaled(glyph);
            (glyph, here)
        })
        .collect();
    (glyphs, at)
}

/// How wide a text is drawn, in pixels.
pub fn width(text: &str, face: Face) -> f64 {
    let font = font(face);
    f64::from(set(text, font).1 / units_per_em(font)) * face.size
}

/// The pixels of a text that begins at `at` on the baseline: column, row, how much is covered.
///
/// plotters 0.3.7 leaves out the air before each glyph when it draws text, which sets an `l` and a
/// `j` visibly wrong; so letters are set here.
pub fn pixels(text: &str, face: Face, at: Px, mut paint: impl FnMut(i32, i32, f32)) {
    let font = font(face);
    let per_unit = face.size as f32 / units_per_em(font);
    let scale = PxScale::from(font.height_unscaled() * per_unit);
    for (glyph, ahead) in set(text, font).0 {
        let place = point(at.x as f32 + ahead * per_unit, at.y as f32);
        if let Some(outline) = font.outline_glyph(glyph.with_scale_and_position(scale, place)) {
            let corner = outline.px_bounds().min;
            outline.draw(|x, y, covered| {
                paint(corner.x as i32 + x as i32, corner.y as i32 + y as i32, covered);
            });
        }
    }
}

/// One clean line: line breaks and control characters become spaces, runs of blanks one space.
///
/// XML forbids most control characters and two others even when escaped; marks of writing
/// direction, which could turn the text around a name, are shown as what they are.
pub fn clean(text: &str) -> String {
    one_line(&text.replace(['\u{feff}', '\u{fffe}', '\u{ffff}'], " "))
}

/// The text, cut with an ellipsis where it is wider than `room`.
pub fn shortened(text: &str, face: Face, room: f64) -> String {
    if width(text, face) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    // Width grows with length, so the longest beginning that fits is found by halving.
    let fitting =
        ends.partition_point(|&end| width(&format!("{}…", text[..end].trim_end()), face) <= room);
    format!("{}…", text[..ends[fitting.saturating_sub(1)]].trim_end())
}

/// The text in at most `lines` lines no wider than `room`; what is left over is cut with an
/// ellipsis.
pub fn wrapped(text: &str, face: Face, room: f64, lines: usize) -> Vec<String> {
    // A line may end after a blank or a hyphen.
    let pieces: Vec<&str> = text.split_inclusive([' ', '-']).collect();
    let line = |pieces: &[&str]| pieces.concat().trim().to_owned();
    let mut done: Vec<String> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        if done.len() + 1 == lines {
            done.push(shortened(&line(&pieces[at..]), face, room));
            break;
        }
        let mut end = at + 1;
        while end < pieces.len() && width(&line(&pieces[at..=end]), face) <= room {
            end += 1;
        }
        // A single word that is too wide is shortened; breaking it would need hyphenation.
        done.push(shortened(&line(&pieces[at..end]), face, room));
        at = end;
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_have_their_own_glyphs() {
        // A missing glyph has one fixed width; these have those of their base letters.
        let plain = regular(1000.0);
        for (with, without) in [("å", "a"), ("ä", "a"), ("ö", "o"), ("Å", "A"), ("Ö", "O")] {
            assert!((width(with, plain) - width(without, plain)).abs() < 1.5, "{with}");
        }
        assert!(width("Beredd", bold(20.0)) > width("Beredd", regular(20.0)));
    }

    #[test]
    fn widths_are_those_of_the_font_tables() {
        // DejaVu Sans: advance of "0" is 1303, of "m" 1995 units of 2048.
        assert!((width("0", regular(2048.0)) - 1303.0).abs() < 0.1);
        assert!((width("m", regular(2048.0)) - 1995.0).abs() < 0.1);
    }

    #[test]
    fn cleaning_leaves_one_line_that_xml_allows() {
        assert_eq!(clean(" Tanum\r\nnorra\t\u{0}del \u{202e}x"), "Tanum norra del \\u{202e}x");
        assert_eq!(clean("<b>\"O'Hara\" & Co</b>"), "<b>\"O'Hara\" & Co</b>");
    }

    #[test]
    fn long_texts_are_wrapped_and_then_cut() {
        let face = regular(14.0);
        let text = "Digital beredskap i fjorton kommuner med ett mycket långt namn på kartan";
        let lines = wrapped(text, face, 150.0, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| width(line, face) <= 150.0), "{lines:?}");
        assert!(lines[2].ends_with('…'), "{lines:?}");
        assert_eq!(wrapped("kort", face, 150.0, 3), ["kort"]);
        assert!(wrapped("", face, 150.0, 3).is_empty());
        assert_eq!(wrapped("Upplands-Bro", face, 80.0, 2), ["Upplands-", "Bro"]);
    }

    #[test]
    fn even_no_room_gives_an_ellipsis() {
        assert_eq!(shortened("Åmål", regular(14.0), 1.0), "…");
        let word = shortened("Krokstorps-Häggvallsgärde", regular(14.0), 90.0);
        assert!(word.ends_with('…') && width(&word, regular(14.0)) <= 90.0, "{word}");
    }
}
