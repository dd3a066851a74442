//! What the plots share: the page around them, a legend in lines, the way from 0 to 100, hatching.

use crate::drawing::map::MapAbout;
use crate::drawing::map::frame::{MARGIN, WIDEST};
use crate::drawing::map::furniture::credit;
use crate::drawing::map::furniture::{NOTE, ROW, centred, header};
use crate::drawing::map::interval::Interval;
use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::place::{Px, Rect, px};
use crate::drawing::map::text::{Face, clean, shortened, width, wrapped};
use crate::drawing::palette::{INK, MUTED, NO_SCORE, NO_SCORE_HATCH, PAPER, RULE, Rgb};
use crate::report::shown::Shown;
use crate::units::Score;

/// Room between the margins.
pub const ROOM: f64 = WIDEST - 2.0 * MARGIN;
/// Beyond so many units a plot is for looking a unit up, and no longer for reading through.
pub const READ_THROUGH: usize = 60;
/// Lines of the grid, which must not compete with what is drawn on it.
pub const GRID: Rgb = Rgb(0xe3, 0xe7, 0xea);
/// From the lowest to the highest score that the unknowns allow.
pub const POSSIBLE: Rgb = Rgb(0x9f, 0xc0, 0xda);

/// Height of a line of the legend.
const LEGEND_PITCH: f64 = 25.0;

/// A sign of the legend, drawn around the middle of its left end.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// Room that it takes.
    pub width: f64,
    /// Its content.
    pub marks: Vec<Mark>,
}

impl Sign {
    /// A sample of what fills a rectangle.
    pub fn sample(width: f64, height: f64, fill: impl FnOnce(Rect) -> Vec<Mark>) -> Self {
        Self { width, marks: fill(Rect { x: 0.0, y: -height / 2.0, width, height }) }
    }
}

/// A page that is filled from the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet<'a> {
    /// How far down it is filled.
    pub y: f64,
    about: &'a MapAbout,
    marks: Vec<Mark>,
}

impl<'a> Sheet<'a> {
    /// A page with its title.
    pub fn begun(about: &'a MapAbout) -> Self {
        let (marks, y) = header(about, WIDEST);
        Self { y, about, marks }
    }

    /// Draws marks that have their origin at a place on the page.
    pub fn put(&mut self, at: Px, marks: impl IntoIterator<Item = Mark>) {
        self.marks.extend(marks.into_iter().map(|mark| mark.shifted(at)));
    }

    /// Signs and what they mean, side by side as long as there is room.
    pub fn legend(&mut self, entries: Vec<(Sign, String)>) {
        let mut x = 0.0;
        for (sign, text) in entries {
            let room = (ROOM - sign.width - 8.0).max(0.0);
            let text = shortened(&text, ROW, room);
            let taken = sign.width + 8.0 + width(&text, ROW);
            if x > 0.0 && x + taken > ROOM {
                x = 0.0;
                self.y += LEGEND_PITCH;
            }
            let middle = px(MARGIN + x, self.y + LEGEND_PITCH / 2.0);
            let at = px(sign.width + 8.0, centred(ROW));
            self.put(middle, sign.marks.into_iter().chain([Mark::text(at, ROW, INK, text)]));
            x += taken + 28.0;
        }
        self.y += LEGEND_PITCH;
    }

    /// A wrapped explanation.
    pub fn note(&mut self, text: &str) {
        for line in wrapped(text, NOTE, ROOM, 4) {
            self.y += 18.0;
            self.put(px(MARGIN, self.y - 3.0), [Mark::text(px(0.0, 0.0), NOTE, MUTED, line)]);
        }
    }

    /// The page with its sources.
    pub fn finished(mut self) -> Drawing {
        let about = self.about;
        self.put(px(MARGIN, self.y), [Mark::line(px(0.0, 0.0), px(ROOM, 0.0), 1.0, RULE)]);
        self.y += 8.0;
        let (source, date) = (clean(&about.source), clean(&about.date));
        self.note(&credit(about.words, &source, &date, ""));
        Drawing {
            width: WIDEST.ceil() as u32,
            height: (self.y + MARGIN - 16.0).ceil() as u32,
            title: clean(&about.title),
            language: about.words.0.code(),
            marks: self.marks,
        }
    }
}

/// What is not known: hatched, so that grey print keeps it apart. `pitch` is the space between
/// lines.
pub fn hatched(rect: Rect, pitch: f64) -> Vec<Mark> {
    let mut marks = vec![Mark::rect(rect, NO_SCORE)];
    let mut sum = ((rect.x + rect.y) / pitch).ceil() * pitch;
    while sum < rect.right() + rect.bottom() {
        let right = (sum - rect.y).min(rect.right());
        let left = (sum - rect.bottom()).max(rect.x);
        if right > left {
            let (a, b) = (px(right, sum - right), px(left, sum - left));
            marks.push(Mark::line(a, b, 1.0, NO_SCORE_HATCH));
        }
        sum += pitch;
    }
    marks
}

/// A score and what it could be, on a line from 0 to 100 that begins at `at`: a field `height` high
/// and a dot, a ring where the score is shown as a range, or a hatched field without either where
/// there is no score.
pub fn possible(interval: Interval, at: Px, length: f64, height: f64) -> Vec<Mark> {
    let on = |score: Score| length * score.value() / 100.0;
    let (low, high) = (on(interval.low), on(interval.high));
    let rect = |from: f64, to: f64| Rect {
        x: at.x + from,
        y: at.y - height / 2.0,
        width: to - from,
        height,
    };
    let Some(score) = interval.score else {
        // What is wholly unknown may be a point too, and must still be seen.
        let from = low.min(high).min(length - 4.0);
        return hatched(rect(from, high.max(from + 4.0)), 5.0);
    };
    let mut marks = Vec::new();
    if low < high {
        marks.push(Mark::rect(rect(low, high), POSSIBLE));
    }
    // The field is higher than the dot, so that even the narrowest shows on both sides of it; a rim
    // of paper keeps the two apart.
    let radius = (height * 0.3).max(2.6);
    let centre = at + px(on(score), 0.0);
    marks.push(Mark::Disc { centre, radius: radius + 0.8, colour: PAPER });
    marks.push(Mark::Disc { centre, radius, colour: INK });
    if let Shown::Between(..) = interval.shown() {
        marks.push(Mark::Disc { centre, radius: radius * 0.55, colour: PAPER });
    }
    marks
}

/// The legend of [`possible`]: the dot, the ring, the field, the hatched field.
pub fn possible_signs() -> [Sign; 4] {
    let (middle, height) = (Score::clamped(50.0).unwrap_or(Score::MIN), 12.0);
    let point = Interval { score: Some(middle), low: middle, high: middle };
    let whole = Interval { low: Score::MIN, high: Score::MAX, ..point };
    let sign = |interval: Interval, width: f64| Sign {
        width,
        marks: possible(interval, px(0.0, 0.0), width, height),
    };
    let field = Sign::sample(36.0, height, |rect| vec![Mark::rect(rect, POSSIBLE)]);
    [sign(point, 12.0), sign(whole, 36.0), field, sign(Interval { score: None, ..whole }, 36.0)]
}

/// How wide a score of `text` stands beside a plot: a range takes more room than a number.
pub fn score_width(scores: impl IntoIterator<Item = Interval>, face: Face) -> f64 {
    let texts = scores.into_iter().map(|score| width(&score.shown().short(), face));
    texts.fold(width("100", face), f64::max)
}

/// The lines of a grid from 0 to 100, `height` high, with numbers over them, and under them too
/// where the plot is so high that the upper ones are out of sight.
pub fn scale(length: f64, height: f64, steps: &[f64], face: Face, below: bool) -> Vec<Mark> {
    let mut marks = Vec::new();
    for &step in steps {
        let x = length * step / 100.0;
        marks.push(Mark::line(px(x, 0.0), px(x, height), 1.0, GRID));
        let baselines = [Some(-6.0), below.then_some(height + 5.0 + face.size * 0.75)];
        for y in baselines.into_iter().flatten() {
            let text = Mark::text(px(x, y), face, MUTED, step.to_string());
            marks.push(text.anchored(Anchor::Middle));
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(value: f64) -> Score {
        Score::clamped(value).unwrap()
    }

    #[test]
    fn hatching_stays_inside() {
        for rect in [
            Rect { x: 3.0, y: -4.0, width: 40.0, height: 8.0 },
            Rect { x: -2.0, y: 1.0, width: 3.0, height: 30.0 },
        ] {
            for mark in hatched(rect, 5.0) {
                if let Mark::Line { path, .. } = mark {
                    assert!(path.iter().all(|&p| rect.grown(1e-9).contains(p)), "{path:?}");
                }
            }
        }
    }

    #[test]
    fn without_a_score_there_is_a_hatched_field_and_no_dot() {
        let unknown = Interval { score: None, low: score(100.0), high: score(100.0) };
        let marks = possible(unknown, px(0.0, 0.0), 200.0, 10.0);
        assert!(!marks.iter().any(|mark| matches!(mark, Mark::Disc { .. })));
        let Mark::Fill { ring, .. } = &marks[0] else { panic!("{marks:?}") };
        assert_eq!((ring[0].x, ring[2].x), (196.0, 200.0), "seen, and on the scale");
    }

    #[test]
    fn the_field_is_to_scale() {
        let known = Interval { score: Some(score(50.0)), low: score(40.0), high: score(80.0) };
        let marks = possible(known, px(10.0, 0.0), 200.0, 10.0);
        let Mark::Fill { ring, .. } = &marks[0] else { panic!("{marks:?}") };
        assert_eq!((ring[0].x, ring[2].x), (90.0, 170.0));
        let centre = px(110.0, 0.0);
        assert!(marks.contains(&Mark::Disc { centre, radius: 3.0, colour: INK }));
        // Forty points are wide: a ring.
        assert_eq!(marks.last(), Some(&Mark::Disc { centre, radius: 3.0 * 0.55, colour: PAPER }));
        let narrow = Interval { low: score(45.0), ..known };
        let narrow = possible(Interval { high: score(60.0), ..narrow }, px(10.0, 0.0), 200.0, 10.0);
        assert_eq!(narrow.last(), Some(&Mark::Disc { centre, radius: 3.0, colour: INK }));
    }
}
