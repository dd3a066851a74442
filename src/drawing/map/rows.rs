//! How densely the rows of a plot stand: one column as long as it can be read through, then two or
//! three of lower rows.

use crate::drawing::map::frame::{GUTTER, MARGIN};
use crate::drawing::map::mark::Mark;
use crate::drawing::map::place::{Px, Rect, px};
use crate::drawing::map::plot::{READ_THROUGH, ROOM};
use crate::drawing::map::text::{Face, clean, regular, shortened};
use crate::drawing::palette::LAND;

/// More rows than this stand in three columns.
const TWO_COLUMNS: usize = 120;

/// How densely the rows of a plot stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rows {
    /// Beside each other.
    pub columns: usize,
    /// Rows of a column; the last may have fewer.
    pub each: usize,
    /// Width of a column.
    pub width: f64,
    /// Height of a row.
    pub pitch: f64,
    /// Its texts.
    pub face: Face,
    /// Between the parts of a row.
    pub gap: f64,
    /// The numbers on an axis from 0 to 100.
    pub steps: &'static [f64],
    name: f64,
}

impl Rows {
    /// The layout of so many rows.
    pub fn new(units: usize) -> Self {
        let columns = match units {
            0..=READ_THROUGH => 1,
            _ if units <= TWO_COLUMNS => 2,
            _ => 3,
        };
        let width = (ROOM - GUTTER * (columns - 1) as f64) / columns as f64;
        let (pitch, face, name) = match columns {
            1 if units <= 25 => (30.0, regular(14.0), 260.0),
            1 => (24.0, regular(13.0), 260.0),
            2 => (21.0, regular(12.5), 170.0),
            _ => (19.0, regular(11.5), 126.0),
        };
        let steps: &[f64] = match columns {
            1 => &[0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0],
            2 => &[0.0, 25.0, 50.0, 75.0, 100.0],
            _ => &[0.0, 50.0, 100.0],
        };
        let gap = if columns == 1 { 28.0 } else { 15.0 };
        Self { columns, each: units.div_ceil(columns).max(1), width, pitch, face, gap, steps, name }
    }

    /// A name as it stands in a row.
    pub fn named(&self, name: &str) -> String {
        shortened(&clean(name), self.face, self.name)
    }

    /// Headings, and the numbers of an axis.
    pub fn small(&self) -> Face {
        regular(self.face.size - 1.5)
    }

    /// The upper left corner of a column whose first row begins at `top`.
    pub fn corner(&self, column: usize, top: f64) -> Px {
        px(MARGIN + (self.width + GUTTER) * column as f64, top)
    }

    /// The middle of the left end of a row, from the corner of its column.
    pub fn middle(&self, row: usize) -> Px {
        px(0.0, self.pitch * (row as f64 + 0.5))
    }

    /// Every other row on a pale ground: names are far from what belongs to them.
    pub fn bands(&self, rows: usize) -> Vec<Mark> {
        let band = |row: usize| {
            let y = self.pitch * row as f64;
            Mark::rect(Rect { x: 0.0, y, width: self.width, height: self.pitch }, LAND)
        };
        (1..rows).step_by(2).map(band).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_get_denser_with_their_number() {
        let of = |units| (Rows::new(units).columns, Rows::new(units).each);
        assert_eq!([of(0), of(14), of(60), of(61)], [(1, 1), (1, 14), (1, 60), (2, 31)]);
        assert_eq!([of(120), of(290)], [(2, 60), (3, 97)]);
        let pitches = [14, 60, 61, 290].map(|units| Rows::new(units).pitch);
        assert!(pitches.is_sorted_by(|a, b| a > b), "{pitches:?}");
    }
}
