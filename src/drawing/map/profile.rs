//! The plot of profiles: in which parts of the score a municipality is strong or weak.
//!
//! One small panel each, all with the same pillars in the same order on the same axis, so that
//! they can be compared by eye with each other and with the median of the region.

use crate::drawing::map::MapAbout;
use crate::drawing::map::frame::{GUTTER, MARGIN};
use crate::drawing::map::furniture::centred;
use crate::drawing::map::interval::Interval;
use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::place::{Px, px};
use crate::drawing::map::plot::{ROOM, Sheet, Sign, possible, possible_signs, scale};
use crate::drawing::map::text::{Face, bold, clean, regular, shortened, width, wrapped};
use crate::drawing::palette::{INK, MUTED, Rgb, SiteCondition};
use crate::report::shown::Shown;
use crate::units::Score;
use crate::words::key;

/// The profiles of municipalities.
#[derive(Clone, Debug, PartialEq)]
pub struct Profiles<'a> {
    /// The names of the pillars, the highest groups of the score.
    pub pillars: Vec<String>,
    /// The median of the region for every pillar; absent where no municipality has a value.
    pub medians: Vec<Option<Score>>,
    /// The municipalities, in the order to draw.
    pub units: Vec<UnitProfile<'a>>,
}

/// The profile of one municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitProfile<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its score with what it could be.
    pub score: Interval,
    /// One for every pillar, in their order.
    pub pillars: Vec<PillarValue>,
}

/// What a municipality has in a pillar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PillarValue {
    /// The best estimate; absent where nothing is known.
    pub value: Option<Score>,
    /// The lowest that the unknowns allow.
    pub low: Score,
    /// The highest.
    pub high: Score,
}

/// More panels than this nobody compares; the table has them all.
pub const PROFILES_AT_MOST: usize = 40;

const COLUMNS: usize = 4;
const NAME: Face = bold(14.0);
const PILLAR: Face = regular(11.5);
const TICK: Face = regular(10.5);
/// Room for the name of a pillar.
const LABEL: f64 = 132.0;
const PITCH: f64 = 34.0;
/// Between two rows of panels.
const BETWEEN: f64 = 72.0;
const FIELD: f64 = 12.0;
/// Orange stands out from the blue field, and is lighter than the dot in grey print.
const MEDIAN: Rgb = SiteCondition::SinglePoint.colour();

/// The whole plot: a panel for each of the first [`PROFILES_AT_MOST`] units.
pub fn drawing(profiles: &Profiles<'_>, about: &MapAbout) -> Drawing {
    let mut sheet = Sheet::begun(about);
    legend(&mut sheet, about);
    let width = (ROOM - GUTTER * (COLUMNS - 1) as f64) / COLUMNS as f64;
    let pitch = PITCH * profiles.pillars.len() as f64 + BETWEEN;
    let top = sheet.y;
    let units = &profiles.units[..profiles.units.len().min(PROFILES_AT_MOST)];
    for (i, unit) in units.iter().enumerate() {
        let (column, row) = ((i % COLUMNS) as f64, (i / COLUMNS) as f64);
        let at = px(MARGIN + (width + GUTTER) * column, top + pitch * row);
        sheet.put(at, panel(unit, profiles, width, about));
    }
    sheet.y = top + pitch * units.len().div_ceil(COLUMNS) as f64;
    sheet.finished()
}

fn legend(sheet: &mut Sheet<'_>, about: &MapAbout) {
    let words = about.words;
    let texts = [
        words.say(key::PlotValue),
        words.say(key::PlotBestValue),
        words.say(key::PlotPossible),
        words.say(key::PlotNoValue),
        words.say(key::PlotMedian),
    ];
    let tick = Sign { width: 6.0, marks: vec![tick(px(3.0, 0.0))] };
    sheet.legend(possible_signs().into_iter().chain([tick]).zip(texts).collect());
    sheet.y += 16.0;
}

/// The median of the region, on the middle of a row.
fn tick(at: Px) -> Mark {
    let half = px(0.0, FIELD / 2.0 + 4.0);
    Mark::line(at - half, at + half, 2.4, MEDIAN)
}

/// A panel, from its upper left corner.
fn panel(
    unit: &UnitProfile<'_>,
    profiles: &Profiles<'_>,
    room: f64,
    about: &MapAbout,
) -> Vec<Mark> {
    let score = match unit.score.shown() {
        Shown::Nothing => about.words.say(key::MapNoScore),
        shown => about.words.say(key::PlotScoreOf { score: shown.short() }),
    };
    let name_room = room - width(&score, PILLAR) - 12.0;
    let mut marks = vec![
        Mark::text(px(0.0, 14.0), NAME, INK, shortened(&clean(unit.name), NAME, name_room)),
        Mark::text(px(room, 14.0), PILLAR, MUTED, score).anchored(Anchor::End),
    ];
    let (top, length) = (24.0, room - LABEL - 12.0);
    let height = PITCH * profiles.pillars.len() as f64;
    let steps = [0.0, 25.0, 50.0, 75.0, 100.0];
    let grid = scale(length, height, &steps, TICK, true);
    let origin = px(LABEL, top);
    // Numbers under the grid only: over it stands the name.
    let numbered_above = |mark: &Mark| matches!(mark, Mark::Text { at, .. } if at.y < 0.0);
    let grid = grid.into_iter().filter(|mark| !numbered_above(mark));
    marks.extend(grid.map(|mark| mark.shifted(origin)));
    for (i, pillar) in profiles.pillars.iter().enumerate() {
        let middle = top + PITCH * (i as f64 + 0.5);
        let lines = wrapped(&clean(pillar), PILLAR, LABEL - 12.0, 2);
        let first = middle + centred(PILLAR) - 7.0 * (lines.len() as f64 - 1.0);
        for (line, y) in lines.into_iter().zip([first, first + 14.0]) {
            marks.push(Mark::text(px(0.0, y), PILLAR, INK, line));
        }
        let at = px(LABEL, middle);
        // The tick lies under the dot: the municipality's own value must stay visible.
        let median = profiles.medians.get(i).copied().flatten();
        let median = median.map(|median| tick(at + px(length * median.value() / 100.0, 0.0)));
        let Some(PillarValue { value, low, high }) = unit.pillars.get(i).copied() else {
            marks.extend(median);
            continue;
        };
        let drawn = possible(Interval { score: value, low, high }, at, length, FIELD);
        let dot = |mark: &Mark| matches!(mark, Mark::Disc { .. });
        let (dots, field): (Vec<_>, Vec<_>) = drawn.into_iter().partition(dot);
        marks.extend(field.into_iter().chain(median).chain(dots));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::testing::{HOSTILE, about, assert_in_order};

    fn score(value: f64) -> Score {
        Score::clamped(value).unwrap()
    }

    fn value(value: f64) -> PillarValue {
        PillarValue { value: Some(score(value)), low: score(value - 10.0), high: score(100.0) }
    }

    fn narrow(at: f64) -> PillarValue {
        PillarValue { low: score(at - 10.0), high: score(at + 10.0), ..value(at) }
    }

    fn profiles(pillars: usize, units: usize) -> Profiles<'static> {
        let unit = |i: usize| UnitProfile {
            name: HOSTILE[i % HOSTILE.len()],
            score: Interval {
                score: (i % 5 != 4).then(|| score(i as f64)),
                low: score(0.0),
                high: score(i as f64 + 10.0 * (i % 5) as f64),
            },
            pillars: (0..pillars).map(|p| value((p * 13 + i) as f64)).collect(),
        };
        Profiles {
            pillars: (0..pillars).map(|i| HOSTILE[(i + 1) % HOSTILE.len()].to_owned()).collect(),
            medians: (0..pillars).map(|i| (i % 3 != 2).then(|| score(50.0))).collect(),
            units: (0..units).map(unit).collect(),
        }
    }

    #[test]
    fn the_median_lies_over_the_field_and_under_the_dot() {
        let plot = Profiles {
            pillars: vec!["Fast".to_owned()],
            medians: vec![Some(score(50.0))],
            units: Vec::new(),
        };
        let none = Interval { score: None, low: score(0.0), high: score(100.0) };
        let unit = UnitProfile { name: "Å", score: none, pillars: vec![narrow(50.0)] };
        let marks = panel(&unit, &plot, 300.0, &about("T"));
        let place = |wanted: fn(&Mark) -> bool| marks.iter().position(wanted).unwrap();
        let field = place(|mark| matches!(mark, Mark::Fill { .. }));
        let median = place(|mark| matches!(mark, Mark::Line { colour, .. } if *colour == MEDIAN));
        let dot = place(|mark| matches!(mark, Mark::Disc { .. }));
        assert!(field < median && median < dot, "{marks:?}");
        let Mark::Line { path, .. } = &marks[median] else { unreachable!() };
        let Mark::Disc { centre, .. } = &marks[dot] else { unreachable!() };
        assert_eq!(path[0].x, centre.x, "equal values stand on one place");
    }

    #[test]
    fn what_is_missing_is_left_out_of_its_row_only() {
        let mut plot = profiles(4, 1);
        plot.units[0].pillars.truncate(2);
        plot.medians.clear();
        let marks = panel(&plot.units[0], &plot, 300.0, &about("T"));
        let dots = marks.iter().filter(|mark| matches!(mark, Mark::Disc { .. })).count();
        assert_eq!(dots, 2 * 3, "a rim, a dot and its hole each: wide");
        plot.units[0].pillars = vec![narrow(50.0)];
        let marks = panel(&plot.units[0], &plot, 300.0, &about("T"));
        let dots = marks.iter().filter(|mark| matches!(mark, Mark::Disc { .. })).count();
        assert_eq!(dots, 2, "a rim and a dot: narrow");
    }

    #[test]
    fn no_text_overlaps() {
        for units in [0, 1, 4, 14, PROFILES_AT_MOST, 60, 290] {
            for pillars in [0, 1, 3, 8] {
                assert_in_order(&drawing(&profiles(pillars, units), &about("Profiler")));
            }
        }
    }
}
