//! What a map is made of once every decision is taken: fills, lines, discs and texts on a page.

use crate::drawing::map::place::{Px, Rect};
use crate::drawing::map::text::Face;
use crate::drawing::palette::Rgb;

/// Which end of a text its place means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins there.
    Start,
    /// The text is centred there.
    Middle,
    /// The text ends there.
    End,
}

/// One thing drawn. Later marks cover earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// The inside of one closed ring, by the even-odd rule.
    Fill { ring: Vec<Px>, colour: Rgb },
    /// A line with round joins.
    Line { path: Vec<Px>, width: f64, colour: Rgb },
    /// A filled circle.
    Disc { centre: Px, radius: f64, colour: Rgb },
    /// A line of text; `at` is on the baseline.
    Text { at: Px, anchor: Anchor, face: Face, colour: Rgb, text: String },
}

impl Mark {
    /// A filled rectangle.
    pub fn rect(rect: Rect, colour: Rgb) -> Self {
        Self::Fill { ring: rect.ring(), colour }
    }

    /// A straight line.
    pub fn line(from: Px, to: Px, width: f64, colour: Rgb) -> Self {
        Self::Line { path: vec![from, to], width, colour }
    }

    /// A text that begins at `at`.
    pub fn text(at: Px, face: Face, colour: Rgb, text: impl Into<String>) -> Self {
        Self::Text { at, anchor: Anchor::Start, face, colour, text: text.into() }
    }

    /// The same text, placed by another end.
    pub fn anchored(self, to: Anchor) -> Self {
        match self {
            Self::Text { at, face, colour, text, .. } => {
                Self::Text { at, anchor: to, face, colour, text }
            }
            other => other,
        }
    }

    /// The same mark, shifted.
    pub fn shifted(self, by: Px) -> Self {
        let all = |points: Vec<Px>| points.into_iter().map(|p| p + by).collect();
        match self {
            Self::Fill { ring, colour } => Self::Fill { ring: all(ring), colour },
            Self::Line { path, width, colour } => Self::Line { path: all(path), width, colour },
            Self::Disc { centre, radius, colour } => {
                Self::Disc { centre: centre + by, radius, colour }
            }
            Self::Text { at, anchor, face, colour, text } => {
                Self::Text { at: at + by, anchor, face, colour, text }
            }
        }
    }

    /// The rectangle that a text covers, for tests of overlap; `None` for every other mark.
    #[cfg(test)]
    pub fn text_box(&self) -> Option<Rect> {
        let Self::Text { at, anchor, face, text, .. } = self else { return None };
        let width = crate::drawing::map::text::width(text, *face);
        let x = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        // Capitals with a ring or dots reach 0.95 em above the baseline, descenders 0.24 em below.
        Some(Rect { x, y: at.y - 0.95 * face.size, width, height: 1.19 * face.size })
    }
}

/// A finished page, ready to be written as SVG or PNG.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Pixels to the right.
    pub width: u32,
    /// Pixels downwards.
    pub height: u32,
    /// What it is called, for those who cannot see it.
    pub title: String,
    /// `sv` or `en`.
    pub language: &'static str,
    /// Everything on it, first drawn first.
    pub marks: Vec<Mark>,
}
