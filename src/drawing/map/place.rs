//! Places on the page.

use geo::Coord;

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
