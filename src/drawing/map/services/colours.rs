//! The table of services for many rows: a cell is a colour, and rows stand in several columns.

use crate::drawing::map::frame::{GUTTER, MARGIN};
use crate::drawing::map::furniture::{NOTE, ROW, centred};
use crate::drawing::map::mark::{Anchor, Mark};
use crate::drawing::map::place::{Rect, px};
use crate::drawing::map::plot::{ROOM, Sheet, Sign, hatched};
use crate::drawing::map::services::{HeatCell, HeatRow, LEVEL, cell_of, nobody};
use crate::drawing::map::text::{Face, clean, regular, shortened, width};
use crate::drawing::palette::{INK, MUTED, ScoreClass};
use crate::units::Score;
use crate::words::{Words, key};

const PITCH: f64 = 15.0;
const FACE: Face = regular(10.5);
const NAME: f64 = 136.0;

impl HeatCell {
    /// The class of the share that is ready: at least, and at most.
    fn classes(self) -> (ScoreClass, ScoreClass) {
        let class = |count: usize| {
            let percent = 100.0 * count as f64 / self.concerned().max(1) as f64;
            ScoreClass::of(Score::clamped(percent).unwrap_or(Score::MIN))
        };
        (class(self.ready), class(self.ready + self.unknown))
    }
}

/// The classes of the share that is ready, and the marks on them.
pub fn legend(sheet: &mut Sheet<'_>, words: Words) {
    let shares = words.say(key::PlotReadyShares);
    let heading = Sign { width: width(&shares, ROW) + 8.0, marks: Vec::new() };
    let heading_text = Mark::text(px(0.0, centred(ROW)), ROW, INK, shares);
    let mut entries: Vec<(Sign, String)> = Vec::new();
    for class in ScoreClass::ALL {
        let mut sign = Sign::sample(20.0, 13.0, |rect| vec![Mark::rect(rect, class.colour())]);
        let (low, high) = class.limits();
        if entries.is_empty() {
            // The heading stands before the first sign, on the same line.
            let by = px(heading.width, 0.0);
            sign.marks = sign.marks.into_iter().map(|mark| mark.shifted(by)).collect();
            sign.marks.push(heading_text.clone());
            sign.width += heading.width;
        }
        entries.push((sign, format!("{low}–{high} %")));
    }
    let colour = ScoreClass::ALL[2].colour();
    let sign = Sign::sample(20.0, 13.0, |rect| {
        vec![
            Mark::rect(rect, colour),
            Mark::Disc { centre: rect.centre(), radius: 2.2, colour: colour.ink() },
        ]
    });
    entries.push((sign, words.say(key::PlotReadyUnsure)));
    entries.push((
        Sign::sample(20.0, 13.0, |rect| hatched(rect, 4.0)),
        words.say(key::PlotReadyUnknown),
    ));
    entries.push((nobody(), words.say(key::PlotNobodyConcerned)));
    sheet.legend(entries);
    sheet.note(&words.say(key::PlotHowToReadShares));
    sheet.y += 14.0;
}

/// Where a table of colours stands: so many columns of rows beside each other.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Dense {
    blocks: usize,
    rows_each: usize,
    /// Width of a block, and of a cell.
    block: f64,
    cell: f64,
}

impl Dense {
    fn new(services: usize, rows: usize) -> Self {
        let of = |blocks: usize| {
            let block = (ROOM - GUTTER * (blocks - 1) as f64) / blocks as f64;
            let cell = ((block - NAME) / services.max(1) as f64).min(60.0);
            Self { blocks, rows_each: rows.div_ceil(blocks), block, cell }
        };
        (2..=4).rev().map(of).find(|dense| dense.cell >= 19.0).unwrap_or_else(|| of(1))
    }
}

/// A table of colours of some of the services, with a key to its columns.
pub fn table(
    sheet: &mut Sheet<'_>,
    names: &[String],
    part: std::ops::Range<usize>,
    rows: &[HeatRow<'_>],
) {
    let key_columns = 4;
    let key_width = (ROOM - GUTTER * 3.0) / key_columns as f64;
    let key_rows = part.len().div_ceil(key_columns);
    for (i, service) in part.clone().enumerate() {
        let at = px(
            MARGIN + (key_width + GUTTER) * (i / key_rows) as f64,
            sheet.y + LEVEL * ((i % key_rows) as f64 + 1.0) - 5.0,
        );
        let number = Mark::text(px(20.0, 0.0), NOTE, MUTED, (service + 1).to_string());
        let name = shortened(&names[service], NOTE, key_width - 28.0);
        let name = Mark::text(px(28.0, 0.0), NOTE, INK, name);
        sheet.put(at, [number.anchored(Anchor::End), name]);
    }
    sheet.y += LEVEL * key_rows as f64 + 14.0;

    let dense = Dense::new(part.len(), rows.len());
    for (block, rows) in rows.chunks(dense.rows_each).enumerate() {
        let x = MARGIN + (dense.block + GUTTER) * block as f64;
        let mut marks = Vec::new();
        for (i, service) in part.clone().enumerate() {
            let middle = NAME + dense.cell * (i as f64 + 0.5);
            let number = Mark::text(px(middle, 12.0), FACE, MUTED, (service + 1).to_string());
            marks.push(number.anchored(Anchor::Middle));
        }
        for (i, row) in rows.iter().enumerate() {
            let y = 17.0 + PITCH * i as f64;
            let name = shortened(&clean(row.name), FACE, NAME - 8.0);
            let baseline = y + PITCH / 2.0 + centred(FACE);
            marks.push(Mark::text(px(0.0, baseline), FACE, INK, name));
            for (i, service) in part.clone().enumerate() {
                let rect = Rect {
                    x: NAME + dense.cell * i as f64,
                    y: y + 1.0,
                    width: dense.cell - 1.5,
                    height: PITCH - 1.5,
                };
                marks.extend(square(cell_of(row, service), rect));
            }
        }
        sheet.put(px(x, sheet.y), marks);
    }
    sheet.y += 17.0 + PITCH * dense.rows_each as f64;
}

/// A cell of colour.
fn square(cell: Option<HeatCell>, rect: Rect) -> Vec<Mark> {
    let Some(cell) = cell else {
        let (middle, half) = (rect.centre(), 3.0);
        return vec![Mark::line(middle - px(half, 0.0), middle + px(half, 0.0), 1.0, MUTED)];
    };
    if cell.unknown == cell.concerned() {
        return hatched(rect, 4.0);
    }
    let (least, most) = cell.classes();
    let mut marks = vec![Mark::rect(rect, least.colour())];
    if least != most {
        let colour = least.colour().ink();
        marks.push(Mark::Disc { centre: rect.centre(), radius: 2.2, colour });
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colour_is_what_is_certain_and_says_when_it_could_be_another() {
        let cell = HeatCell { ready: 5, at_risk: 3, not_ready: 0, unknown: 2 };
        let (least, most) = cell.classes();
        assert_eq!((least.limits(), most.limits()), ((40, 60), (60, 80)));
        let rect = Rect { x: 0.0, y: 0.0, width: 20.0, height: 12.0 };
        let dots = |cell| {
            let marks = square(Some(cell), rect);
            marks.iter().filter(|mark| matches!(mark, Mark::Disc { .. })).count()
        };
        assert_eq!(dots(cell), 1);
        assert_eq!(dots(HeatCell { ready: 7, unknown: 0, ..cell }), 0);
        let unknown = HeatCell { unknown: 4, ..HeatCell::default() };
        assert_eq!(square(Some(unknown), rect), hatched(rect, 4.0));
    }

    #[test]
    fn rows_of_colours_stand_side_by_side_while_cells_are_wide_enough() {
        assert_eq!(Dense::new(8, 290).blocks, 4);
        assert_eq!(Dense::new(24, 290).blocks, 2);
        assert_eq!(Dense::new(1, 290).rows_each, 73);
    }
}
