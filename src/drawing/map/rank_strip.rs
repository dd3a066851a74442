//! The strip of ranks: how often every municipality comes at every rank when the score is worked
//! out many times.
//!
//! A row for every municipality, in the order of their ranks, a column for every rank. Rows with a
//! single dark cell are certain; long pale rows say that the rank means little.

use crate::drawing::map::MapAbout;
use crate::drawing::map::frame::MARGIN;
use crate::drawing::map::furniture::centred;
use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::place::{Rect, px};
use crate::drawing::map::plot::{GRID, READ_THROUGH, ROOM, Sheet, Sign};
use crate::drawing::map::text::{Face, clean, regular, shortened, width};
use crate::drawing::palette::{INK, MUTED, PAPER, Rgb};
use crate::words::{Words, key};

/// How probable every rank is for a municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct RankChances<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its rank in the result; absent without a score.
    pub rank: Option<u32>,
    /// By rank, from 1: the share of the draws in which it has that rank, 0 to 1.
    pub probabilities: Vec<f64>,
}

/// More columns than this are put together.
const BINS_AT_MOST: usize = 60;
const WIDEST_CELL: f64 = 84.0;
/// Cells wide enough for a number.
const NUMBERED: f64 = 30.0;
/// Of the rows that are too low for a name, every so many has one.
const NAMED: usize = 10;
const THIN: f64 = 4.0;
const NAME: f64 = 210.0;
/// The darkest cell. No score has this hue alone, so that nobody takes it for one.
const DARKEST: Rgb = Rgb(0x3b, 0x1d, 0x5e);

/// A class of probabilities: they are told apart by eye, which shades without steps are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Chance(usize);

impl Chance {
    const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self(4)];
    /// The upper limits, in per cent.
    const LIMITS: [f64; 5] = [2.0, 10.0, 25.0, 50.0, 100.0];
    const SHARES: [f64; 5] = [0.1, 0.27, 0.48, 0.72, 1.0];

    /// The class of a probability; `None` where it never happens.
    fn of(probability: f64) -> Option<Self> {
        let percent = 100.0 * probability;
        // A limit belongs to the class above it, as with scores.
        let place = Self::LIMITS[..4].partition_point(|&limit| limit <= percent);
        (percent > 0.0).then_some(Self(place))
    }

    fn colour(self) -> Rgb {
        DARKEST.mixed_with(PAPER, Self::SHARES[self.0])
    }

    fn text(self) -> String {
        let low = if self.0 == 0 { 0.0 } else { Self::LIMITS[self.0 - 1] };
        format!("{low}–{} %", Self::LIMITS[self.0])
    }
}

/// Ranks put together in columns of nearly equal size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bins {
    ranks: usize,
    count: usize,
}

impl Bins {
    fn new(ranks: usize) -> Self {
        Self { ranks: ranks.max(1), count: ranks.clamp(1, BINS_AT_MOST) }
    }

    /// The column of a rank that is counted from 0; ranks beyond the last belong to the last.
    fn of(self, rank: usize) -> usize {
        rank.min(self.ranks - 1) * self.count / self.ranks
    }

    /// How probable every column is.
    fn sums(self, probabilities: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.count];
        for (rank, &probability) in probabilities.iter().enumerate() {
            if !probability.is_nan() {
                sums[self.of(rank)] += probability.clamp(0.0, 1.0);
            }
        }
        sums.into_iter().map(|sum: f64| sum.min(1.0)).collect()
    }

    /// The ranks that are written over the strip: 1 and round ones, no closer than `least` pixels.
    fn ticks(self, rank_width: f64, least: f64) -> Vec<usize> {
        let fits = |step: &&usize| **step as f64 * rank_width >= least;
        let step = *[1, 2, 5, 10, 20, 25, 50, 100, 250, 500].iter().find(fits).unwrap_or(&1000);
        let round = (step..=self.ranks).step_by(step).filter(|&rank| rank > 1);
        // 1 and 2 are as far apart as 2 and 3 only where every rank is written.
        let first = round.filter(|&rank| (rank - 1) as f64 * rank_width >= least);
        std::iter::once(1).chain(first).collect()
    }
}

/// Where the cells stand.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Grid {
    bins: Bins,
    left: f64,
    cell: f64,
    pitch: f64,
    face: Face,
}

impl Grid {
    fn thin(self) -> bool {
        self.pitch <= THIN
    }

    fn rank_width(self) -> f64 {
        self.cell * self.bins.count as f64 / self.bins.ranks as f64
    }

    /// The middle of a rank that is counted from 0.
    fn middle(self, rank: usize) -> f64 {
        self.left + self.rank_width() * (rank as f64 + 0.5)
    }

    fn rect(self, bin: usize) -> Rect {
        // Thin rows have no lines between them: they would be half of what is seen.
        let air = if self.thin() { 0.0 } else { 1.0 };
        Rect {
            x: self.left + self.cell * bin as f64,
            y: 0.0,
            width: self.cell - air,
            height: self.pitch - air,
        }
    }
}

/// The whole strip, in the order of the units.
pub fn drawing(units: &[RankChances<'_>], about: &MapAbout) -> Drawing {
    let ranks = units.iter().map(|unit| unit.probabilities.len()).max().unwrap_or(0);
    let bins = Bins::new(ranks);
    let (pitch, face) = match units.len() {
        0..=25 => (27.0, regular(13.5)),
        26..=READ_THROUGH => (20.0, regular(12.5)),
        _ => (THIN, regular(11.0)),
    };
    let thin = pitch <= THIN;
    let mut sheet = Sheet::begun(about);
    legend(&mut sheet, bins, thin, about);

    let named = |i: usize| !thin || i.is_multiple_of(NAMED);
    let names: Vec<Option<String>> = units
        .iter()
        .enumerate()
        .map(|(i, unit)| named(i).then(|| labelled(unit, face, about.words)))
        .collect();
    let heading = about.words.say(key::PlotRank);
    let written = names.iter().flatten().map(String::as_str).chain([heading.as_str()]);
    let left = written.map(|name| width(name, face)).fold(0.0, f64::max) + 14.0;
    let cell = ((ROOM - left) / bins.count as f64).min(WIDEST_CELL);
    let grid = Grid { bins, left, cell, pitch, face };

    sheet.y += 20.0;
    let top = sheet.y;
    let mut marks = axis(&grid, &heading);
    let frame = Rect {
        x: left - 1.0,
        y: -1.0,
        width: cell * bins.count as f64 + 1.0,
        height: pitch * units.len() as f64 + 1.0,
    };
    marks.push(Mark::rect(frame.grown(0.7), GRID));
    marks.push(Mark::rect(frame, PAPER));
    for (i, (unit, name)) in units.iter().zip(names).enumerate() {
        let at = px(0.0, pitch * i as f64);
        let row = row(unit, name, &grid);
        marks.extend(row.into_iter().map(|mark| mark.shifted(at)));
    }
    sheet.put(px(MARGIN, top), marks);
    sheet.y = top + pitch * units.len() as f64 + 26.0;
    sheet.finished()
}

/// The name with its rank, as in a list; a name that is too long is cut, and never its rank.
fn labelled(unit: &RankChances<'_>, face: Face, words: Words) -> String {
    let name = clean(unit.name);
    let Some(rank) = unit.rank else {
        let without = format!(" ({})", words.say(key::MapNoScore));
        return shortened(&name, face, NAME - width(&without, face)) + &without;
    };
    let rank = format!("{rank} ");
    let room = NAME - width(&rank, face);
    rank + &shortened(&name, face, room)
}

fn legend(sheet: &mut Sheet<'_>, bins: Bins, thin: bool, about: &MapAbout) {
    let mut entries: Vec<(Sign, String)> = Vec::new();
    for chance in Chance::ALL {
        let sign = Sign::sample(24.0, 15.0, |rect| vec![Mark::rect(rect, chance.colour())]);
        entries.push((sign, chance.text()));
    }
    let fill = Chance::ALL[2].colour();
    let sign = Sign::sample(24.0, 15.0, |rect| {
        let marked = if thin { stroke(rect, rect.centre().x, fill) } else { outline(rect, fill) };
        vec![Mark::rect(rect, fill), marked]
    });
    entries.push((sign, about.words.say(key::PlotRankInResult)));
    sheet.legend(entries);
    sheet.note(&about.words.say(key::PlotHowToReadStrip));
    if bins.count < bins.ranks {
        sheet.note(&ranks_together(about.words, bins));
    }
    sheet.y += 16.0;
}

/// Marks the cell of the rank in the result.
fn outline(rect: Rect, fill: Rgb) -> Mark {
    let mut path = rect.grown(-2.0).ring();
    path.extend(path.first().copied());
    Mark::Line { path, width: 2.0, colour: fill.ink() }
}

/// Marks the rank in the result in a row that is too low for an outline.
fn stroke(rect: Rect, x: f64, fill: Rgb) -> Mark {
    let x = (x - 1.5).clamp(rect.x, rect.right() - 3.0);
    Mark::rect(Rect { x, width: 3.0, ..rect }, fill.ink())
}

/// The ranks over the strip.
fn axis(grid: &Grid, heading: &str) -> Vec<Mark> {
    let bins = grid.bins;
    let small = regular(grid.face.size.min(12.5));
    let heading = Mark::text(px(grid.left - 14.0, -8.0), small, MUTED, heading);
    let mut marks = vec![heading.anchored(Anchor::End)];
    let least = width(&bins.ranks.to_string(), small) + 14.0;
    for rank in bins.ticks(grid.rank_width(), least) {
        let label = Mark::text(px(grid.middle(rank - 1), -8.0), small, MUTED, rank.to_string());
        marks.push(label.anchored(Anchor::Middle));
    }
    marks
}

/// A row, from its upper left corner.
fn row(unit: &RankChances<'_>, name: Option<String>, grid: &Grid) -> Vec<Mark> {
    let mut marks = Vec::new();
    let baseline = grid.pitch / 2.0 + centred(grid.face);
    if let Some(name) = name {
        let colour = if unit.rank.is_some() { INK } else { MUTED };
        let label = Mark::text(px(grid.left - 10.0, baseline), grid.face, colour, name);
        marks.push(label.anchored(Anchor::End));
        if grid.thin() {
            let y = grid.pitch / 2.0;
            marks.push(Mark::line(px(grid.left - 7.0, y), px(grid.left - 2.0, y), 1.0, MUTED));
        }
    }
    let from_0 = unit.rank.map(|rank| (rank as usize).saturating_sub(1));
    let of_rank = from_0.map(|rank| (rank, grid.bins.of(rank)));
    for (bin, probability) in grid.bins.sums(&unit.probabilities).into_iter().enumerate() {
        let rect = grid.rect(bin);
        let chance = Chance::of(probability);
        let fill = chance.map_or(PAPER, Chance::colour);
        if chance.is_some() {
            marks.push(Mark::rect(rect, fill));
        }
        if let Some((rank, _)) = of_rank.filter(|&(_, of)| of == bin) {
            let marked = if grid.thin() {
                stroke(rect, grid.middle(rank), fill)
            } else {
                outline(rect, fill)
            };
            marks.push(marked);
        }
        let percent = (100.0 * probability).round();
        if !grid.thin() && grid.cell >= NUMBERED && percent >= 1.0 {
            let face = regular(grid.face.size - 2.5);
            let at = rect.centre() + px(0.0, centred(face));
            let text = Mark::text(at, face, fill.ink(), percent.to_string());
            marks.push(text.anchored(Anchor::Middle));
        }
    }
    marks
}

/// That a column holds several ranks.
fn ranks_together(words: Words, bins: Bins) -> String {
    let (least, most) = (bins.ranks / bins.count, bins.ranks.div_ceil(bins.count));
    let each = match least == most {
        true => words.show(least),
        false => words.say(key::Between { low: least, high: most }),
    };
    words.say(key::PlotRanksTogether { each })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::testing::{HOSTILE, about, assert_in_order};

    fn unit(name: &str, i: usize, units: usize) -> RankChances<'_> {
        let weight = |rank: usize| 1.0 / (1.0 + 3.0 * rank.abs_diff(i) as f64);
        let whole: f64 = (0..units).map(weight).sum();
        RankChances {
            name,
            rank: (i % 7 != 6).then_some(i as u32 + 1),
            probabilities: (0..units).map(|rank| weight(rank) / whole).collect(),
        }
    }

    #[test]
    fn every_rank_has_a_column_and_no_column_is_empty() {
        for ranks in [1, 2, 59, 60, 61, 119, 290] {
            let bins = Bins::new(ranks);
            let mut columns: Vec<usize> = (0..ranks).map(|rank| bins.of(rank)).collect();
            assert!(columns.is_sorted());
            columns.dedup();
            assert_eq!(columns, (0..bins.count).collect::<Vec<_>>());
            let sums = bins.sums(&vec![1.0 / ranks as f64; ranks]);
            assert!((sums.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
        assert_eq!(Bins::new(14).of(1_000_000), 13, "a rank that cannot be is still on the page");
    }

    #[test]
    fn what_is_not_a_probability_is_none() {
        let sums = Bins::new(4).sums(&[f64::NAN, -1.0, 7.0, f64::INFINITY]);
        assert_eq!(sums, [0.0, 0.0, 1.0, 1.0]);
        assert_eq!(Chance::of(0.0), None);
        assert_eq!(Chance::of(f64::MIN_POSITIVE), Some(Chance(0)));
    }

    #[test]
    fn classes_of_chance_darken_and_a_limit_belongs_above() {
        let class = |probability| Chance::of(probability).unwrap().0;
        assert_eq!([0.019, 0.02, 0.1, 0.25, 0.5, 1.0].map(class), [0, 1, 2, 3, 4, 4]);
        assert_eq!(Chance(1).text(), "2–10 %");
        let contrasts = Chance::ALL.map(|chance| chance.colour().contrast(PAPER));
        for pair in contrasts.windows(2) {
            assert!(pair[1] / pair[0] > 1.3, "{contrasts:?}");
        }
        for chance in Chance::ALL {
            assert!(chance.colour().contrast(chance.colour().ink()) >= 4.5);
        }
    }

    #[test]
    fn ranks_over_the_strip_are_round() {
        assert_eq!(Bins::new(5).ticks(60.0, 25.0), [1, 2, 3, 4, 5]);
        assert_eq!(
            Bins::new(60).ticks(18.0, 25.0),
            [vec![1], (4..=60).step_by(2).collect()].concat()
        );
        assert_eq!(Bins::new(290).ticks(3.7, 32.0).len(), 30);
    }

    #[test]
    fn the_rank_of_the_result_is_marked_in_its_cell() {
        let (bins, face) = (Bins::new(120), regular(12.0));
        let grid = Grid { bins, left: 100.0, cell: 16.0, pitch: 20.0, face };
        let unit = unit("Å", 50, 120);
        let ringed = |mark: &Mark| match mark {
            Mark::Line { path, .. } => Some(path[0].x),
            _ => None,
        };
        let marked = |grid| row(&unit, None, grid).iter().filter_map(ringed).collect::<Vec<_>>();
        assert_eq!(marked(&grid), [100.0 + 25.0 * 16.0 + 2.0]);
        assert!(marked(&Grid { pitch: THIN, ..grid }).is_empty(), "too low for an outline");
        for rank in [0, 50, 119, usize::MAX] {
            let rect = grid.rect(bins.of(rank));
            let Mark::Fill { ring, .. } = stroke(rect, grid.middle(rank), PAPER) else { panic!() };
            assert!(ring.iter().all(|&p| rect.contains(p)), "{rank}");
        }
    }

    #[test]
    fn thin_rows_are_named_now_and_then() {
        let names: Vec<String> = (0..61).map(|i| format!("Ö{i}")).collect();
        let units: Vec<_> = names.iter().enumerate().map(|(i, name)| unit(name, i, 61)).collect();
        let plot = drawing(&units, &about("T"));
        let named = |mark: &&Mark| matches!(mark, Mark::Text { text, .. } if text.contains('Ö'));
        assert_eq!(plot.marks.iter().filter(named).count(), 7);
    }

    #[test]
    fn no_text_overlaps() {
        for count in [0, 1, 4, 14, 25, 60, 61, 290] {
            let units: Vec<_> =
                (0..count).map(|i| unit(HOSTILE[i % HOSTILE.len()], i, count)).collect();
            assert_in_order(&drawing(&units, &about("Rang")));
        }
        let mut odd: Vec<_> = (0..14).map(|i| unit("Å", i, 14)).collect();
        odd[3].probabilities.truncate(2);
        odd[4].rank = Some(u32::MAX);
        assert_in_order(&drawing(&odd, &about("Rang")));
    }
}
