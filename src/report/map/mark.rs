//! What a map is made of once every decision is taken: fills, lines, discs and texts on a page.

use geo::Coord;

use crate::report::map::text::Face;
use crate::report::palette::Rgb;

/// A place on the page: pixels of the printed picture, x right, y down.
pub type Px = Coord<f64>;

/// A place on the page.
pub fn px(x: f64, y: f64) -> Px {
    Px { x, y }
}

/// A rectangle on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

impl Rect {
    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn centre(self) -> Px {
        px(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The same rectangle with `by` more on every side.
    pub fn grown(self, by: f64) -> Self {
        Self {
            x: self.x - by,
            y: self.y - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Whether the point lies inside or on the edge.
    pub fn contains(self, p: Px) -> bool {
        (self.x..=self.right()).contains(&p.x) && (self.y..=self.bottom()).contains(&p.y)
    }

    /// Its corners as a ring, for filling.
    pub fn ring(self) -> Vec<Px> {
        vec![
            px(self.x, self.y),
            px(self.right(), self.y),
            px(self.right(), self.bottom()),
            px(self.x, self.bottom()),
        ]
    }
}

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
        let width = crate::report::map::text::width(text, *face);
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
