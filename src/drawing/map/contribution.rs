//! The plot of contributions: which parts of the score give how many points, and which lose them.
//!
//! One bar for every municipality, 100 points long. Every part has a letter, so that the bars can
//! be read in grey print too.

use crate::drawing::map::MapAbout;
use crate::drawing::map::furniture::{ROW, centred};
use crate::drawing::map::interval::Interval;
use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::place::{Rect, px};
use crate::drawing::map::plot::{ROOM, Sheet, Sign, hatched, scale, score_width};
use crate::drawing::map::rows::Rows;
use crate::drawing::map::text::{Face, bold, clean, regular, shortened, width};
use crate::drawing::palette::{INK, MUTED, PAPER, PILLARS, Rgb};
use crate::report::shown::Shown;
use crate::words::key;

/// What a municipality's score is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its score with what it could be; without a score the bar is not divided.
    pub score: Interval,
    /// Points that every pillar gives, in the order of the pillars; their sum is the best estimate.
    pub got: Vec<f64>,
    /// Points that every pillar loses; together with `got` 100.
    pub lost: Vec<f64>,
}

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Part {
    pillar: usize,
    lost: bool,
    /// Points from the left end of the bar.
    from: f64,
    points: f64,
}

impl Contribution<'_> {
    /// The parts of the bar from left to right: what is got, then what is lost. Rounding noise
    /// cannot make the bar longer than 100.
    fn parts(&self) -> Vec<Part> {
        let got = self.got.iter().enumerate().map(|(pillar, &points)| (pillar, false, points));
        let lost = self.lost.iter().enumerate().map(|(pillar, &points)| (pillar, true, points));
        let mut from = 0.0;
        let mut parts = Vec::new();
        for (pillar, lost, points) in got.chain(lost) {
            // `max` also turns NaN into nothing.
            let points = points.max(0.0).min(100.0 - from);
            if points > 0.0 {
                parts.push(Part { pillar, lost, from, points });
            }
            from += points;
        }
        parts
    }
}

/// The letter of a pillar, or its number where letters do not suffice.
fn letter(pillar: usize) -> String {
    match u8::try_from(pillar) {
        Ok(place @ 0..26) => char::from(b'A' + place).to_string(),
        _ => (pillar + 1).to_string(),
    }
}

/// What is lost is pale.
fn colour(pillar: usize, lost: bool) -> Rgb {
    let full = PILLARS[pillar % PILLARS.len()];
    if lost { full.mixed_with(PAPER, 0.26) } else { full }
}

/// A part of a bar with its letter and points, as far as they fit.
fn part(rect: Rect, pillar: usize, lost: bool, points: Option<f64>, face: Face) -> Vec<Mark> {
    let fill = colour(pillar, lost);
    let mut marks = vec![Mark::rect(rect, fill)];
    let letter = letter(pillar);
    // Whole points; where nothing would be left after rounding, the letter says enough.
    let points = points.map(f64::round).filter(|&points| points >= 1.0);
    let whole = points.map(|points| format!("{letter} {points}"));
    let text = [(whole, 8.0), (Some(letter), 4.0)]
        .into_iter()
        .filter_map(|(text, air)| Some((text?, air)))
        .find(|(text, air)| width(text, face) + air <= rect.width);
    if let Some((text, _)) = text {
        let at = rect.centre() + px(0.0, centred(face));
        marks.push(Mark::text(at, face, fill.ink(), text).anchored(Anchor::Middle));
    }
    marks
}

/// The whole plot, in the order of the units.
pub fn drawing(pillars: &[String], units: &[Contribution<'_>], about: &MapAbout) -> Drawing {
    let layout = Rows::new(units.len());
    let mut sheet = Sheet::begun(about);
    legend(&mut sheet, pillars, about);

    let names: Vec<String> = units.iter().map(|unit| layout.named(unit.name)).collect();
    let axis = names.iter().map(|name| width(name, layout.face)).fold(0.0, f64::max) + 22.0;
    let score = layout.width - 6.0;
    let scores = units.iter().map(|unit| unit.score);
    let length = score - score_width(scores, bold(layout.face.size)) - layout.gap - axis;

    // The heading stands over the numbers of the axis: beside them is no room.
    sheet.y += 2.0 * layout.face.size + 4.0;
    let top = sheet.y;
    for (column, (units, names)) in
        units.chunks(layout.each).zip(names.chunks(layout.each)).enumerate()
    {
        let height = layout.pitch * units.len() as f64;
        let grid = scale(length, height, layout.steps, layout.small(), true);
        let mut marks: Vec<_> = grid.into_iter().map(|mark| mark.shifted(px(axis, 0.0))).collect();
        let heading = about.words.say(key::PlotScore);
        let at = px(score, -10.0 - layout.face.size);
        let heading = Mark::text(at, layout.small(), MUTED, heading);
        marks.push(heading.anchored(Anchor::End));
        for (i, (unit, name)) in units.iter().zip(names).enumerate() {
            let row = row(unit, name, (axis, length, score), &layout);
            marks.extend(row.into_iter().map(|mark| mark.shifted(layout.middle(i))));
        }
        sheet.put(layout.corner(column, top), marks);
    }
    sheet.y = top + layout.pitch * layout.each as f64 + 34.0;
    sheet.finished()
}

fn legend(sheet: &mut Sheet<'_>, pillars: &[String], about: &MapAbout) {
    let mut entries: Vec<(Sign, String)> = Vec::new();
    for (i, name) in pillars.iter().enumerate() {
        let (wide, height) = (22.0, 17.0);
        let half = |x, lost| {
            let rect = Rect { x, y: -height / 2.0, width: wide, height };
            part(rect, i, lost, None, regular(11.5))
        };
        let marks = half(0.0, false).into_iter().chain(half(wide + 1.0, true)).collect();
        let name = shortened(&clean(name), ROW, ROOM / 2.0 - 90.0);
        entries.push((Sign { width: 2.0 * wide + 1.0, marks }, name));
    }
    let hatch = Sign::sample(45.0, 17.0, |rect| hatched(rect, 5.0));
    entries.push((hatch, about.words.say(key::MapNoScore)));
    sheet.legend(entries);
    sheet.note(&about.words.say(key::PlotHowToReadContributions));
    sheet.note(&about.words.say(key::PlotRangeOfContributions));
    sheet.y += 18.0;
}

/// A row, around the middle of its left end: `places` are the left end of the bar, its length, and
/// the right end of the score.
fn row(
    unit: &Contribution<'_>,
    name: &str,
    (axis, length, score): (f64, f64, f64),
    layout: &Rows,
) -> Vec<Mark> {
    let baseline = centred(layout.face);
    let ink = if unit.score.score.is_some() { INK } else { MUTED };
    let number = unit.score.shown().short();
    let number = Mark::text(px(score, baseline), bold(layout.face.size), ink, number);
    let mut marks =
        vec![Mark::text(px(6.0, baseline), layout.face, ink, name), number.anchored(Anchor::End)];
    let height = layout.pitch - 6.0;
    let bar = Rect { x: axis, y: -height / 2.0, width: length, height };
    let Some(score) = unit.score.score else {
        marks.extend(hatched(bar, 5.0));
        return marks;
    };
    let per_point = length / 100.0;
    for Part { pillar, lost, from, points } in unit.parts() {
        // A line of paper keeps neighbours apart.
        let width = (points * per_point - 1.0).max(0.6);
        let rect = Rect { x: axis + from * per_point, width, ..bar };
        marks.extend(part(rect, pillar, lost, Some(points), regular(layout.face.size - 2.0)));
    }
    let x = axis + score.value() * per_point - 0.5;
    let half = height / 2.0 + 2.0;
    marks.push(Mark::line(px(x, -half), px(x, half), 2.0, INK));
    if let Shown::Between(low, high) = unit.score.shown() {
        let [from, to] = [low, high].map(|end| axis + end.value() * per_point);
        marks.push(Mark::line(px(from, half), px(to, half), 2.0, INK));
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::testing::{HOSTILE, about, assert_in_order};
    use crate::units::Score;

    /// With nothing unknown.
    fn point(score: Option<Score>) -> Interval {
        Interval { score, low: score.unwrap_or(Score::MIN), high: score.unwrap_or(Score::MAX) }
    }

    fn unit(name: &str, i: usize, pillars: usize) -> Contribution<'_> {
        let share = 100.0 / pillars.max(1) as f64;
        let got: Vec<f64> = (0..pillars).map(|p| share * ((i + p) % 11) as f64 / 10.0).collect();
        let lost = got.iter().map(|points| share - points).collect();
        let score = (i % 7 != 6).then(|| Score::clamped(got.iter().sum()).unwrap());
        let high = if i.is_multiple_of(2) { Score::MAX } else { point(score).high };
        let score = Interval { high, ..point(score) };
        Contribution { name, score, got, lost }
    }

    #[test]
    fn got_and_lost_make_a_hundred_in_the_order_of_the_pillars() {
        let unit = Contribution {
            name: "Å",
            score: point(Score::clamped(50.0)),
            got: vec![20.0, 0.0, 30.0],
            lost: vec![5.0, 35.0, 10.0],
        };
        let parts: Vec<_> =
            unit.parts().iter().map(|p| (letter(p.pillar), p.lost, p.from, p.points)).collect();
        let expected = [
            ("A", false, 0.0, 20.0),
            ("C", false, 20.0, 30.0),
            ("A", true, 50.0, 5.0),
            ("B", true, 55.0, 35.0),
            ("C", true, 90.0, 10.0),
        ];
        assert_eq!(parts, expected.map(|(name, lost, from, n)| (name.to_owned(), lost, from, n)));
    }

    #[test]
    fn a_bar_never_leaves_the_axis() {
        let unit = Contribution {
            name: "Å",
            score: point(Score::clamped(50.0)),
            got: vec![f64::NAN, -5.0, 60.0],
            lost: vec![f64::INFINITY, 30.0],
        };
        let parts = unit.parts();
        assert_eq!(
            parts.iter().map(|part| (part.from, part.points)).collect::<Vec<_>>(),
            [(0.0, 60.0), (60.0, 40.0)]
        );
    }

    #[test]
    fn a_part_says_what_fits() {
        let texts = |width, points| {
            let rect = Rect { x: 0.0, y: 0.0, width, height: 20.0 };
            part(rect, 1, false, points, regular(12.0)).into_iter().find_map(|mark| match mark {
                Mark::Text { text, .. } => Some(text),
                _ => None,
            })
        };
        assert_eq!(texts(60.0, Some(17.4)).as_deref(), Some("B 17"));
        assert_eq!(texts(20.0, Some(17.4)).as_deref(), Some("B"));
        assert_eq!(texts(60.0, Some(0.4)).as_deref(), Some("B"));
        assert_eq!(texts(5.0, Some(17.4)), None);
        assert_eq!((letter(25), letter(26)), ("Z".to_owned(), "27".to_owned()));
    }

    #[test]
    fn without_a_score_the_bar_is_hatched() {
        let layout = Rows::new(1);
        let marks = row(&unit("Å", 6, 3), "Å", (100.0, 800.0, 1000.0), &layout);
        assert!(
            !marks.iter().any(|mark| {
                matches!(mark, Mark::Fill { colour, .. } if PILLARS.contains(colour))
            })
        );
    }

    #[test]
    fn a_range_is_a_line_under_the_bar() {
        let layout = Rows::new(1);
        let lines = |score: Interval| {
            let unit = Contribution { score, ..unit("Å", 5, 3) };
            let marks = row(&unit, "Å", (100.0, 1000.0, 1200.0), &layout);
            let level = |mark: &Mark| match mark {
                Mark::Line { path, .. } if path[0].y == path[1].y => Some((path[0].x, path[1].x)),
                _ => None,
            };
            marks.iter().filter_map(level).collect::<Vec<_>>()
        };
        let of = |value: f64| Score::clamped(value).unwrap();
        let wide = Interval { score: Some(of(50.0)), low: of(40.0), high: of(80.0) };
        assert_eq!(lines(wide), [(500.0, 900.0)]);
        assert_eq!(lines(Interval { high: of(60.0), ..wide }), []);
    }

    #[test]
    fn no_text_overlaps() {
        for count in [0, 1, 4, 14, 60, 61, 290] {
            for pillars in [0, 3, 8, 30] {
                let names: Vec<_> =
                    (0..pillars).map(|i| HOSTILE[i % HOSTILE.len()].to_owned()).collect();
                let units: Vec<_> =
                    (0..count).map(|i| unit(HOSTILE[i % HOSTILE.len()], i, pillars)).collect();
                assert_in_order(&drawing(&names, &units, &about("Bidrag")));
            }
        }
    }
}
