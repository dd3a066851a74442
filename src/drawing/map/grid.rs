//! Counting over rectangles of a grid, for placing labels.

/// Sums over rectangles of cells in constant time (a summed-area table).
pub struct Sums {
    columns: usize,
    rows: usize,
    sums: Vec<u32>,
}

impl Sums {
    /// Adds up the values of all cells.
    pub fn new(columns: usize, rows: usize, value: impl Fn(usize) -> u32) -> Self {
        let wide = columns + 1;
        let mut sums = vec![0; wide * (rows + 1)];
        for row in 0..rows {
            let mut line = 0;
            for column in 0..columns {
                line += value(row * columns + column);
                sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + line;
            }
        }
        Self { columns, rows, sums }
    }

    /// The sum over `w` by `h` cells, cut at the edges of the grid.
    pub fn count(&self, column: usize, row: usize, w: usize, h: usize) -> u32 {
        let wide = self.columns + 1;
        let (right, lower) = ((column + w).min(self.columns), (row + h).min(self.rows));
        let at = |row: usize, column: usize| self.sums[row * wide + column];
        at(lower, right) + at(row, column) - at(row, right) - at(lower, column)
    }

    /// The same with `air` more on every side.
    pub fn count_with_air(&self, column: usize, row: usize, w: usize, h: usize, air: usize) -> u32 {
        let (left, upper) = (column.saturating_sub(air), row.saturating_sub(air));
        self.count(left, upper, column - left + w + air, row - upper + h + air)
    }

    /// Whether all the cells, and `air` more on every side, are in the area.
    pub fn is_full(&self, column: usize, row: usize, w: usize, h: usize, air: usize) -> bool {
        column >= air
            && row >= air
            && column + w + air <= self.columns
            && row + h + air <= self.rows
            && self.count(column - air, row - air, w + 2 * air, h + 2 * air) as usize
                == (w + 2 * air) * (h + 2 * air)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rectangles_are_counted_like_cell_by_cell() {
        let (columns, rows) = (7, 5);
        let value = |cell: usize| (cell * 5 % 3) as u32;
        let sums = Sums::new(columns, rows, value);
        for (column, row, w, h) in [(0, 0, 7, 5), (2, 1, 3, 2), (6, 4, 1, 1), (5, 3, 9, 9)] {
            let inside = (row..(row + h).min(rows))
                .flat_map(|r| (column..(column + w).min(columns)).map(move |c| (r, c)));
            let expected: u32 = inside.map(|(r, c)| value(r * columns + c)).sum();
            assert_eq!(sums.count(column, row, w, h), expected);
        }
        let full = Sums::new(columns, rows, |_| 1);
        assert!(full.is_full(1, 1, 5, 3, 1));
        assert!(!full.is_full(1, 1, 5, 3, 2), "beyond the edge is not the area");
        assert_eq!(full.count_with_air(0, 0, 2, 2, 1), 9);
    }
}
