//! The table of digital services: how many sites of every municipality are ready for each.
//!
//! Up to [`READ_THROUGH`] rows every cell has its numbers and a bar of its own; beyond that a cell
//! is a colour, and rows stand in several columns.

use crate::drawing::map::MapAbout;
use crate::drawing::map::frame::MARGIN;
use crate::drawing::map::furniture::{NOTE, ROW, centred};
use crate::drawing::map::mark::{Drawing, Mark};
use crate::drawing::map::place::{Rect, px};
use crate::drawing::map::plot::{GRID, READ_THROUGH, ROOM, Sheet, Sign, hatched};
use crate::drawing::map::text::{clean, regular, shortened, width, wrapped};
use crate::drawing::palette::{INK, MUTED, PAPER, RULE, SERVED, SiteCondition};
use crate::readiness::service::Readiness;
use crate::words::Words;
use crate::words::key::{self, form};

mod colours;

/// How many of the sites that a service concerns have which status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeatCell {
    /// Every need is met.
    pub ready: usize,
    /// Works today, without a backup that is needed.
    pub at_risk: usize,
    /// A need is not met.
    pub not_ready: usize,
    /// Not known.
    pub unknown: usize,
}

/// A row of the table of services.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow<'a> {
    /// The name of the municipality, or of a group.
    pub name: &'a str,
    /// One for every service, in their order; absent where no site is concerned.
    pub cells: Vec<Option<HeatCell>>,
}

/// More services than this stand in a second table under the first: with numbers, and as colours.
const COLUMNS_AT_MOST: (usize, usize) = (12, 24);
const PITCH: f64 = 36.0;
/// Height of a line of a header.
const LEVEL: f64 = 19.0;
const WIDEST_CELL: f64 = 150.0;
const BAR: f64 = 11.0;

impl HeatCell {
    fn counts(self) -> [usize; 4] {
        [self.ready, self.at_risk, self.not_ready, self.unknown]
    }

    fn concerned(self) -> usize {
        self.counts().iter().sum()
    }

    /// The bar: parts of `length` by status, in the order of [`HeatCell::counts`].
    ///
    /// A single site of hundreds must still be seen, so every part that is not empty has 2 pixels;
    /// the longest part gives them up.
    fn parts(self, length: f64) -> [f64; 4] {
        let counts = self.counts();
        let per_site = length / self.concerned().max(1) as f64;
        let mut parts = counts.map(|count| match count {
            0 => 0.0,
            count => (count as f64 * per_site).max(2.0),
        });
        let over = parts.iter().sum::<f64>() - if self.concerned() > 0 { length } else { 0.0 };
        let longest = (0..4).fold(0, |a, b| if counts[b] > counts[a] { b } else { a });
        parts[longest] -= over;
        parts
    }
}

/// A part of a bar, by its place in [`HeatCell::counts`].
///
/// In grey print the four still differ: dark, light, dark with a white line, hatched.
fn filled(status: usize, rect: Rect) -> Vec<Mark> {
    match status {
        0 => vec![Mark::rect(rect, SERVED)],
        1 => vec![Mark::rect(rect, SiteCondition::BelowTarget.colour())],
        2 => {
            let line = Rect { y: rect.centre().y - 1.2, height: 2.4, ..rect };
            let colour = SiteCondition::Unconnected.colour();
            vec![Mark::rect(rect, colour), Mark::rect(line, PAPER)]
        }
        _ => hatched(rect, 4.0),
    }
}

/// The cell, unless it concerns nobody.
fn cell_of(row: &HeatRow<'_>, service: usize) -> Option<HeatCell> {
    row.cells.get(service).copied().flatten().filter(|cell| cell.concerned() > 0)
}

/// Parts of equal size, so that no table has a single last column.
fn evenly(count: usize, at_most: usize) -> usize {
    count.div_ceil(count.div_ceil(at_most).max(1)).max(1)
}

/// The whole table.
pub fn drawing(services: &[String], rows: &[HeatRow<'_>], about: &MapAbout) -> Drawing {
    let names: Vec<String> = services.iter().map(|name| clean(name)).collect();
    let mut sheet = Sheet::begun(about);
    let dense = rows.len() > READ_THROUGH;
    let at_most = if dense { COLUMNS_AT_MOST.1 } else { COLUMNS_AT_MOST.0 };
    let size = evenly(names.len(), at_most);
    if dense {
        colours::legend(&mut sheet, about.words);
    } else {
        legend(&mut sheet, about.words);
    }
    for first in (0..names.len()).step_by(size) {
        let part = first..(first + size).min(names.len());
        if dense {
            colours::table(&mut sheet, &names, part, rows);
        } else {
            numbers(&mut sheet, &names[part.clone()], part.start, rows);
        }
        sheet.y += 22.0;
    }
    sheet.finished()
}

fn legend(sheet: &mut Sheet<'_>, words: Words) {
    let mut entries: Vec<(Sign, String)> = Vec::new();
    for (status, readiness) in Readiness::ALL.into_iter().enumerate() {
        let sign = Sign::sample(26.0, BAR, |rect| filled(status, rect));
        entries.push((sign, words.form(readiness, form::InPlot)));
    }
    entries.push((nobody(), words.say(key::PlotNobodyConcerned)));
    sheet.legend(entries);
    sheet.note(&words.say(key::PlotHowToReadServices));
    sheet.y += 14.0;
}

fn nobody() -> Sign {
    Sign { width: 9.0, marks: vec![Mark::text(px(0.0, centred(ROW)), ROW, MUTED, "–")] }
}

/// How the header of a table with numbers is set.
#[derive(Clone, Debug, PartialEq)]
struct Header {
    /// Width of a column.
    column: f64,
    /// Lines of every service; one each in a staircase.
    lines: Vec<Vec<String>>,
    /// Every name on a level of its own, with a line down to its column.
    staircase: bool,
}

impl Header {
    /// Names over their columns where every word fits, else a staircase.
    fn new(names: &[String], room: f64) -> Self {
        let column = (room / names.len().max(1) as f64).min(WIDEST_CELL);
        let lines: Vec<_> =
            names.iter().map(|name| wrapped(name, NOTE, column - 12.0, 9)).collect();
        let whole =
            |lines: &Vec<String>| lines.len() <= 3 && lines.iter().all(|line| !line.ends_with('…'));
        if lines.iter().all(whole) {
            return Self { column, lines, staircase: false };
        }
        // A name begins at its column and may not leave the page at the right.
        let lines: Vec<_> = names.iter().map(|name| vec![shortened(name, NOTE, 300.0)]).collect();
        let fits = |(i, line): (usize, &Vec<String>)| {
            let beyond = line.iter().map(|line| width(line, NOTE)).sum::<f64>() + 8.0;
            if i == 0 { f64::INFINITY } else { (room - beyond) / i as f64 }
        };
        let column = lines.iter().enumerate().map(fits).fold(column, f64::min);
        Self { column, lines, staircase: true }
    }

    fn height(&self) -> f64 {
        let levels = if self.staircase {
            self.lines.len()
        } else {
            self.lines.iter().map(Vec::len).max().unwrap_or(0)
        };
        levels as f64 * LEVEL + 6.0
    }

    /// From its upper left corner.
    fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        let height = self.height();
        for (i, lines) in self.lines.iter().enumerate() {
            let x = i as f64 * self.column;
            // Without a staircase the last lines stand on the table.
            let first = if self.staircase {
                i as f64 * LEVEL
            } else {
                height - 6.0 - lines.len() as f64 * LEVEL
            };
            if self.staircase {
                let line = Mark::line(px(x, first + 3.0), px(x, height), 1.0, RULE);
                marks.push(line);
            }
            let ahead = if self.staircase { 5.0 } else { 0.0 };
            for (level, line) in lines.iter().enumerate() {
                let y = first + (level as f64 + 1.0) * LEVEL - 5.0;
                marks.push(Mark::text(px(x + ahead, y), NOTE, INK, line.clone()));
            }
        }
        marks
    }
}

/// A table with numbers and bars. `first` is the service of its first column.
fn numbers(sheet: &mut Sheet<'_>, names: &[String], first: usize, rows: &[HeatRow<'_>]) {
    let row_names: Vec<_> =
        rows.iter().map(|row| shortened(&clean(row.name), ROW, 230.0)).collect();
    let longest = row_names.iter().map(|name| width(name, ROW)).fold(60.0, f64::max);
    let left = MARGIN + longest + 18.0;
    let header = Header::new(names, ROOM - longest - 18.0);
    sheet.put(px(left, sheet.y), header.marks());
    sheet.y += header.height();
    let right = left + header.column * names.len() as f64;
    for (row, name) in rows.iter().zip(row_names) {
        let y = sheet.y;
        let mut marks = vec![
            Mark::line(px(MARGIN, y), px(right, y), 1.0, GRID),
            Mark::text(px(MARGIN, y + PITCH / 2.0 + centred(ROW)), ROW, INK, name),
        ];
        for i in 0..names.len() {
            let at = px(left + header.column * i as f64, y);
            let cell = cell(cell_of(row, first + i), header.column - 12.0);
            marks.extend(cell.into_iter().map(|mark| mark.shifted(at)));
        }
        sheet.put(px(0.0, 0.0), marks);
        sheet.y += PITCH;
    }
    let y = sheet.y;
    sheet.put(px(0.0, y), [Mark::line(px(MARGIN, 0.0), px(right, 0.0), 1.0, GRID)]);
}

/// A cell with numbers, from its upper left corner.
fn cell(cell: Option<HeatCell>, room: f64) -> Vec<Mark> {
    let Some(cell) = cell else {
        return vec![Mark::text(px(0.0, PITCH / 2.0 + centred(ROW)), ROW, MUTED, "–")];
    };
    let mut marks = Vec::new();
    let text = format!("{}/{}", cell.ready, cell.concerned());
    // A number is never cut: smaller, or not at all.
    let fitting = [NOTE, regular(9.5)].into_iter().find(|&face| width(&text, face) <= room);
    marks.extend(fitting.map(|face| Mark::text(px(0.0, 15.0), face, INK, text)));
    let mut x = 0.0;
    for (status, part) in cell.parts(room).into_iter().enumerate() {
        if part > 0.0 {
            marks.extend(filled(status, Rect { x, y: 19.0, width: part, height: BAR }));
        }
        x += part;
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::testing::{HOSTILE, about, assert_in_order};

    const SERVICES: [&str; 5] = [
        "Trygghetslarm",
        "Digital journal och läkemedelshantering i hemmet",
        "Video",
        "Nationella prov och läromedel för skolan",
        "Verksamhetssystem",
    ];

    fn services(count: usize) -> Vec<String> {
        (0..count).map(|i| SERVICES[i % SERVICES.len()].to_owned()).collect()
    }

    fn row(name: &str, count: usize) -> HeatRow<'_> {
        let cell =
            |i| HeatCell { ready: 7 * i, at_risk: 1, not_ready: 300 * (i % 2), unknown: i % 3 };
        HeatRow { name, cells: (0..count).map(|i| (i % 4 != 3).then(|| cell(i))).collect() }
    }

    #[test]
    fn every_status_is_seen_and_the_bar_keeps_its_length() {
        let cell = HeatCell { ready: 900, at_risk: 1, not_ready: 0, unknown: 99 };
        let parts = cell.parts(100.0);
        assert_eq!(parts.iter().sum::<f64>(), 100.0);
        assert_eq!((parts[1], parts[2]), (2.0, 0.0));
        let even = HeatCell { ready: 1, at_risk: 1, not_ready: 1, unknown: 1 };
        assert_eq!(even.parts(80.0), [20.0; 4]);
        assert_eq!(HeatCell::default().parts(80.0), [0.0; 4]);
    }

    #[test]
    fn a_cell_of_nobody_is_a_dash_and_never_a_bar() {
        let row = HeatRow { name: "Å", cells: vec![Some(HeatCell::default())] };
        for service in [0, 1] {
            assert_eq!(cell_of(&row, service), None);
        }
        assert!(matches!(&cell(None, 80.0)[..], [Mark::Text { text, .. }] if text == "–"));
    }

    #[test]
    fn a_number_is_made_smaller_and_then_left_out_but_never_cut() {
        let many = HeatCell { ready: 12_345, not_ready: 12_345, ..HeatCell::default() };
        let texts = |room| {
            let marks = cell(Some(many), room);
            let text = |mark: &Mark| match mark {
                Mark::Text { face, text, .. } => Some((face.size, text.clone())),
                _ => None,
            };
            marks.iter().find_map(text)
        };
        assert_eq!(texts(120.0), Some((12.5, "12345/24690".to_owned())));
        assert_eq!(texts(75.0), Some((9.5, "12345/24690".to_owned())));
        assert_eq!(texts(40.0), None);
    }

    #[test]
    fn names_stand_over_their_columns_or_on_stairs() {
        assert!(!Header::new(&services(1), 1000.0).staircase);
        let stairs = Header::new(&services(12), 1000.0);
        assert!(stairs.staircase && stairs.column >= 50.0, "{stairs:?}");
    }

    #[test]
    fn tables_under_each_other_are_of_equal_size() {
        assert_eq!([evenly(12, 12), evenly(13, 12), evenly(30, 12), evenly(0, 12)], [12, 7, 10, 1]);
    }

    #[test]
    fn no_text_overlaps() {
        for count in [1, 4, 14, 60, 290] {
            for columns in [0, 1, 5, 12, 30] {
                let rows: Vec<_> =
                    (0..count).map(|i| row(HOSTILE[i % HOSTILE.len()], columns)).collect();
                assert_in_order(&drawing(&services(columns), &rows, &about("Tjänster")));
            }
        }
        assert_in_order(&drawing(&HOSTILE.map(str::to_owned), &[row("Å", 6)], &about("T")));
        assert_in_order(&drawing(&services(3), &[], &about("T")));
    }
}
