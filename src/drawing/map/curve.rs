//! The plot of endurance: for each municipality how many sites still have service, hours after grid
//! power was lost.
//!
//! One small panel each, all with the same axes, so that they can be compared by eye. The hours are
//! not drawn to scale: the first hours decide, and every hour that is asked about gets the same room.

use crate::drawing::map::MapAbout;
use crate::drawing::map::frame::{GUTTER, MARGIN};
use crate::drawing::map::furniture::{NOTE, ROW, centred};
use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::place::{Rect, px};
use crate::drawing::map::plot::{ROOM, Sheet, hatched};
use crate::drawing::map::text::{Face, bold, clean, shortened};
use crate::drawing::palette::{INK, LAND, MUTED, NO_SCORE_HATCH, SERVED};
use crate::words::{Words, key};

/// One panel: how many of a municipality's sites have service, hour by hour.
#[derive(Clone, Debug, PartialEq)]
pub struct EnduranceCurve<'a> {
    /// The name of the municipality, or of the region.
    pub name: &'a str,
    /// Its sites.
    pub sites: usize,
    /// By hour, ascending, from 0: the sites known to have service, and those of which it is not
    /// known. What is said of an hour is true back to the hour before it.
    pub steps: Vec<(f64, usize, usize)>,
}

/// The hours on the axis.
const TICKS: [f64; 9] = [0.0, 1.0, 2.0, 4.0, 8.0, 12.0, 24.0, 48.0, 72.0];
/// The hour that is written out: the longest outage that the Swedish Electricity Act allows.
const DAY: f64 = 24.0;
/// More panels than this nobody compares; the table has them all.
pub const PANELS_AT_MOST: usize = 40;

const COLUMNS: usize = 4;
const HEIGHT: f64 = 104.0;
const NAME: Face = bold(14.0);

impl EnduranceCurve<'_> {
    /// What is known at an hour: with service, not known.
    fn at(&self, hour: f64) -> (usize, usize) {
        let step = self.steps.iter().find(|&&(until, ..)| until >= hour).or(self.steps.last());
        step.map_or((0, 0), |&(_, with, unknown)| (with, unknown))
    }
}

/// Where an hour lies between the first and the last tick, 0..=1.
fn across(hour: f64) -> f64 {
    let steps = (TICKS.len() - 1) as f64;
    let before = TICKS.partition_point(|&tick| tick <= hour).saturating_sub(1);
    match TICKS.get(before + 1) {
        Some(next) => (before as f64 + (hour - TICKS[before]) / (next - TICKS[before])) / steps,
        None => 1.0,
    }
}

/// The whole plot: the region first, then the municipalities in their order.
pub fn drawing(curves: &[EnduranceCurve<'_>], about: &MapAbout) -> Drawing {
    let mut sheet = Sheet::begun(about);
    let top = sheet.y;
    let width = (ROOM - GUTTER * (COLUMNS - 1) as f64) / COLUMNS as f64;
    sheet.put(px(MARGIN, top), legend(about.words));
    let first = top + 62.0;
    let pitch = HEIGHT + 84.0;
    for (i, curve) in curves.iter().enumerate() {
        let (column, row) = ((i % COLUMNS) as f64, (i / COLUMNS) as f64);
        let at = px(MARGIN + (width + GUTTER) * column, first + pitch * row);
        sheet.put(at, panel(curve, width, about.words));
    }
    sheet.y = first + pitch * curves.len().div_ceil(COLUMNS) as f64;
    sheet.finished()
}

fn legend(words: Words) -> Vec<Mark> {
    let with = words.say(key::PlotWithService);
    let unknown = words.say(key::PlotServiceUnknown);
    let without = words.say(key::PlotWithoutService);
    let mut marks = Vec::new();
    let mut x = 0.0;
    for (text, fill) in [(with, Fill::Served), (unknown, Fill::Unknown), (without, Fill::Without)] {
        let sign = Rect { x, y: 0.0, width: 26.0, height: 15.0 };
        marks.extend(fill.marks(sign));
        let room = crate::drawing::map::text::width(&text, ROW);
        marks.push(Mark::text(px(x + 34.0, 7.5 + centred(ROW)), ROW, INK, text));
        x += 34.0 + room + 30.0;
    }
    let note = words.say(key::MapHowToReadEndurance);
    marks.push(Mark::text(px(0.0, 38.0), NOTE, MUTED, note));
    marks
}

#[derive(Clone, Copy)]
enum Fill {
    Served,
    Unknown,
    Without,
}

impl Fill {
    fn marks(self, rect: Rect) -> Vec<Mark> {
        match self {
            Self::Served => vec![Mark::rect(rect, SERVED)],
            Self::Without => vec![Mark::rect(rect, LAND)],
            Self::Unknown => hatched(rect, 6.0),
        }
    }
}

fn panel(curve: &EnduranceCurve<'_>, width: f64, words: Words) -> Vec<Mark> {
    let name = shortened(&clean(curve.name), NAME, width);
    let (with, unknown) = curve.at(DAY);
    let served = match unknown {
        0 => words.show(with),
        _ => words.say(key::Between { low: with, high: with + unknown }),
    };
    let after = words.say(key::PlotAfterADay { served, sites: curve.sites });
    let mut marks = vec![
        Mark::text(px(0.0, 14.0), NAME, INK, name),
        Mark::text(px(0.0, 32.0), NOTE, MUTED, after),
    ];
    let plot = Rect { x: 0.0, y: 42.0, width, height: HEIGHT };
    marks.extend(Fill::Without.marks(plot));
    let share = |count: usize| count as f64 / curve.sites.max(1) as f64 * HEIGHT;
    let mut from = 0.0;
    for &(until, with, unknown) in curve.steps.iter().skip(1) {
        let (left, right) = (across(from) * width, across(until) * width);
        from = until;
        if right <= left {
            continue;
        }
        let band = |low: usize, high: usize| Rect {
            x: left,
            y: plot.bottom() - share(high),
            width: right - left,
            height: share(high) - share(low),
        };
        marks.push(Mark::rect(band(0, with), SERVED));
        if unknown > 0 {
            marks.extend(Fill::Unknown.marks(band(with, with + unknown)));
        }
    }
    // How it is before anything happens: a mark on the left edge.
    let (now, perhaps) = curve.at(0.0);
    for (count, colour) in [(now + perhaps, NO_SCORE_HATCH), (now, INK)] {
        let y = plot.bottom() - share(count);
        marks.push(Mark::line(px(-7.0, y), px(0.0, y), 2.0, colour));
    }
    marks.push(Mark::line(px(0.0, plot.bottom()), px(width, plot.bottom()), 1.0, INK));
    for tick in TICKS {
        let x = across(tick) * width;
        marks.push(Mark::line(px(x, plot.bottom()), px(x, plot.bottom() + 4.0), 1.0, INK));
        let label = Mark::text(px(x, plot.bottom() + 18.0), NOTE, MUTED, tick.to_string());
        let anchor = if tick == 72.0 { Anchor::End } else { Anchor::Middle };
        marks.push(label.anchored(anchor));
    }
    let day = across(DAY) * width;
    marks.push(Mark::line(px(day, plot.y), px(day, plot.bottom()), 1.0, MUTED));
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::testing::{about, assert_in_order};

    fn curve(name: &str) -> EnduranceCurve<'_> {
        let steps = vec![(0.0, 8, 1), (1.0, 5, 3), (6.0, 2, 4), (24.0, 1, 4), (100.0, 0, 3)];
        EnduranceCurve { name, sites: 10, steps }
    }

    #[test]
    fn the_axis_gives_every_tick_the_same_room() {
        for (i, tick) in TICKS.into_iter().enumerate() {
            assert_eq!(across(tick), i as f64 / 8.0);
        }
        assert_eq!(across(3.0), 2.5 / 8.0);
        assert_eq!(across(1e6), 1.0);
    }

    #[test]
    fn an_hour_says_what_is_true_back_to_the_one_before() {
        let curve = curve("Tanum");
        assert_eq!(curve.at(0.0), (8, 1));
        assert_eq!(curve.at(0.5), (5, 3));
        assert_eq!(curve.at(6.0), (2, 4));
        assert_eq!(curve.at(24.0), (1, 4));
        assert_eq!(curve.at(1e9), (0, 3));
    }

    #[test]
    fn no_text_overlaps_with_many_panels_and_long_names() {
        let names = ["Hela regionen", "Upplands Väsby och en mycket lång kommun till", "Å"];
        for count in [1, 4, 5, PANELS_AT_MOST] {
            let curves: Vec<_> = (0..count).map(|i| curve(names[i % names.len()])).collect();
            assert_in_order(&drawing(&curves, &about("Uthållighet")));
        }
    }

    #[test]
    fn a_municipality_without_a_step_draws_nothing_wrong() {
        let curve = EnduranceCurve { name: "Tom", sites: 0, steps: Vec::new() };
        assert_in_order(&drawing(&[curve], &about("Uthållighet")));
    }
}
