//! The plot of ranks: every municipality's score with what it could be, best first.
//!
//! Many stand in several columns, so that the page stays a page.

use crate::drawing::map::MapAbout;
use crate::drawing::map::furniture::centred;
use crate::drawing::map::interval::Interval;
use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::place::px;
use crate::drawing::map::plot::{Sheet, possible, possible_signs, scale, score_width};
use crate::drawing::map::rows::Rows;
use crate::drawing::map::text::{bold, shortened, width};
use crate::drawing::palette::{INK, MUTED};
use crate::units::Score;
use crate::words::key;

/// A municipality in the plot of ranks.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedUnit<'a> {
    /// Its name.
    pub name: &'a str,
    /// The best estimate; absent without a score.
    pub score: Option<Score>,
    /// The lowest score that the unknowns allow.
    pub low: Score,
    /// The highest.
    pub high: Score,
    /// Its place among all, 1 for the highest score; absent without a score.
    pub rank: Option<u32>,
    /// The 5th percentile of its rank.
    pub rank_low: Option<u32>,
    /// The 95th.
    pub rank_high: Option<u32>,
}

/// Where the parts of a row stand, from the left end of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Places {
    axis: f64,
    length: f64,
    /// The right end of the score.
    score: f64,
    /// The left end of the rank.
    rank: f64,
}

impl RankedUnit<'_> {
    fn interval(&self) -> Interval {
        Interval { score: self.score, low: self.low, high: self.high }
    }
}

/// The place of a unit in words, or that it has none.
fn rank_text(unit: &RankedUnit<'_>, about: &MapAbout) -> String {
    let between = unit.rank_low.zip(unit.rank_high).map(|(a, b)| (a.min(b), a.max(b)));
    match unit.rank {
        Some(rank) => match between {
            Some((low, high)) if low == high => format!("{rank} ({low})"),
            Some((low, high)) => format!("{rank} ({low}–{high})"),
            None => rank.to_string(),
        },
        None => about.words.say(key::MapNoScore),
    }
}

/// The whole plot, in the order of the units.
pub fn drawing(units: &[RankedUnit<'_>], about: &MapAbout) -> Drawing {
    let layout = Rows::new(units.len());
    let face = layout.face;
    let mut sheet = Sheet::begun(about);
    legend(&mut sheet, about);

    let names: Vec<String> = units.iter().map(|unit| layout.named(unit.name)).collect();
    let ranks: Vec<String> = units
        .iter()
        .map(|unit| shortened(&rank_text(unit, about), face, 0.36 * layout.width))
        .collect();
    let widest = |texts: &[String]| texts.iter().map(|text| width(text, face)).fold(0.0, f64::max);
    let score_heading = about.words.say(key::PlotScore);
    let rank_heading = about.words.say(key::PlotRank);
    let rank = layout.width - widest(&ranks).max(width(&rank_heading, face)) - 6.0;
    let score = rank - layout.gap;
    let axis = widest(&names) + 22.0;
    let scores = units.iter().map(RankedUnit::interval);
    let length = score - score_width(scores, bold(face.size)) - layout.gap - axis;
    let places = Places { axis, length, score, rank };

    // Headings stand over the numbers of the axis: beside them is no room.
    sheet.y += 2.0 * face.size + 4.0;
    let top = sheet.y;
    for (column, (units, (names, ranks))) in units
        .chunks(layout.each)
        .zip(names.chunks(layout.each).zip(ranks.chunks(layout.each)))
        .enumerate()
    {
        let at = layout.corner(column, top);
        let (height, small) = (layout.pitch * units.len() as f64, layout.small());
        let mut marks = layout.bands(units.len());
        let grid = scale(length, height, layout.steps, small, true);
        marks.extend(grid.into_iter().map(|mark| mark.shifted(px(axis, 0.0))));
        let over = -10.0 - face.size;
        marks.extend([
            Mark::text(px(score, over), small, MUTED, score_heading.clone()).anchored(Anchor::End),
            Mark::text(px(rank, over), small, MUTED, rank_heading.clone()),
        ]);
        for (i, ((unit, name), place)) in units.iter().zip(names).zip(ranks).enumerate() {
            let middle = layout.middle(i);
            let row = row(unit, (name, place), &places, &layout);
            marks.extend(row.into_iter().map(|mark| mark.shifted(middle)));
        }
        sheet.put(at, marks);
    }
    sheet.y = top + layout.pitch * layout.each as f64 + 34.0;
    sheet.finished()
}

fn legend(sheet: &mut Sheet<'_>, about: &MapAbout) {
    let words = about.words;
    let texts = [
        words.say(key::PlotScore),
        words.say(key::PlotBestEstimate),
        words.say(key::PlotPossible),
        words.say(key::MapNoScore),
    ];
    sheet.legend(possible_signs().into_iter().zip(texts).collect());
    sheet.note(&about.words.say(key::PlotHowToReadRanking));
    sheet.y += 18.0;
}

/// A row, around the middle of its left end: `texts` are its name and its rank.
fn row(unit: &RankedUnit<'_>, texts: (&str, &str), places: &Places, layout: &Rows) -> Vec<Mark> {
    let face = layout.face;
    let baseline = centred(face);
    let colour = if unit.score.is_some() { INK } else { MUTED };
    let number = unit.interval().shown().short();
    let height = (layout.pitch * 0.5).min(14.0);
    let mut marks = possible(unit.interval(), px(places.axis, 0.0), places.length, height);
    let number = Mark::text(px(places.score, baseline), bold(face.size), colour, number);
    marks.extend([
        Mark::text(px(6.0, baseline), face, colour, texts.0),
        number.anchored(Anchor::End),
        Mark::text(px(places.rank, baseline), face, colour, texts.1),
    ]);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::testing::{HOSTILE, about, assert_in_order};
    use crate::words::{Language, Words};

    fn score(value: f64) -> Score {
        Score::clamped(value).unwrap()
    }

    fn unit(name: &str, i: u32) -> RankedUnit<'_> {
        let scored = i % 7 != 6;
        RankedUnit {
            name,
            score: scored.then(|| score(100.0 - f64::from(i) / 3.0)),
            low: score(90.0 - f64::from(i) / 3.0),
            high: score(100.0),
            rank: scored.then_some(i + 1),
            rank_low: (!i.is_multiple_of(3)).then_some(i),
            rank_high: (!i.is_multiple_of(3)).then_some(i + 9),
        }
    }

    fn text(mark: &Mark) -> Option<&str> {
        match mark {
            Mark::Text { text, .. } => Some(text),
            _ => None,
        }
    }

    #[test]
    fn ranks_are_written_with_what_they_could_be() {
        let about = about("T");
        let first =
            RankedUnit { rank: Some(5), rank_low: Some(9), rank_high: Some(3), ..unit("", 0) };
        assert_eq!(rank_text(&first, &about), "5 (3–9)", "turned bounds are turned back");
        let english = MapAbout { words: Words(Language::En), ..about.clone() };
        assert_eq!(rank_text(&RankedUnit { rank_high: None, ..first }, &english), "5");
        assert_eq!(rank_text(&unit("", 6), &about), "utan poäng");
    }

    #[test]
    fn the_order_is_kept_from_column_to_column() {
        let names: Vec<String> = (0..61).map(|i| format!("K{i}")).collect();
        let units: Vec<_> = names.iter().zip(0..).map(|(name, i)| unit(name, i)).collect();
        let plot = drawing(&units, &about("T"));
        let found: Vec<_> =
            plot.marks.iter().filter_map(text).filter(|text| text.starts_with('K')).collect();
        assert_eq!(found[..61], names.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn no_text_overlaps_and_the_axis_keeps_its_room() {
        for count in [0, 1, 4, 14, 60, 61, 290] {
            let units: Vec<_> =
                (0..count).map(|i| unit(HOSTILE[i as usize % HOSTILE.len()], i)).collect();
            assert_in_order(&drawing(&units, &about("Poäng och rang")));
        }
        let huge = RankedUnit {
            rank: Some(u32::MAX),
            rank_low: Some(u32::MAX - 1),
            rank_high: Some(u32::MAX),
            ..unit(HOSTILE[1], 0)
        };
        assert_in_order(&drawing(&vec![huge; 290], &about("Poäng och rang")));
    }
}
