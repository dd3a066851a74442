//! A score with what it could be: in words, and as a bar.

use crate::drawing::map::mark::Mark;
use crate::drawing::map::place::{Px, Rect, px};
use crate::drawing::palette::{Rgb, ScoreClass};
use crate::report::shown::Shown;
use crate::units::Score;

/// A score with what it could be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The best estimate; absent without a score.
    pub score: Option<Score>,
    /// The lowest that the unknowns allow.
    pub low: Score,
    /// The highest.
    pub high: Score,
}

impl Interval {
    /// As a number or as a range.
    pub fn shown(self) -> Shown {
        Shown::within(self.score, self.low, self.high)
    }

    /// `61 (55–70)`; the interval is left out where it is a point. `40–80` where it is wide.
    pub fn text(self, without: &str) -> String {
        let (low, high) = (self.low.rounded(), self.high.rounded());
        match self.shown() {
            Shown::Number(score) if low == high => score.rounded().to_string(),
            Shown::Number(score) => format!("{} ({low}–{high})", score.rounded()),
            range @ Shown::Between(..) => range.short(),
            Shown::Nothing => format!("{without} ({low}–{high})"),
        }
    }

    /// Whether the unknowns could move it to another class.
    pub fn crosses_a_limit(self) -> bool {
        ScoreClass::of(self.low) != ScoreClass::of(self.high)
    }

    /// A line from 0 to 100 that begins at `at`, a box from lowest to highest, a dot at the score; a
    /// ring, where the score is shown as a range and its best estimate is only that.
    pub fn bar(self, at: Px, length: f64, ink: Rgb, ground: Rgb) -> Vec<Mark> {
        let on = |score: Score| at + px(length * score.value() / 100.0, 0.0);
        let faint = ink.mixed_with(ground, 0.42);
        let half = 4.0;
        let mut marks = vec![Mark::line(at, at + px(length, 0.0), 1.0, faint)];
        for end in [0.0, length] {
            let x = at.x + end;
            marks.push(Mark::line(px(x, at.y - half), px(x, at.y + half), 1.0, faint));
        }
        if self.low != self.high {
            // A box, higher than the dot: even the narrowest interval shows on both sides of it.
            let (low, high) = (on(self.low), on(self.high));
            let height = 2.0 * half;
            let rect = Rect { x: low.x, y: at.y - half, width: high.x - low.x, height };
            marks.push(Mark::rect(rect, faint));
        }
        if let Some(score) = self.score {
            marks.push(Mark::Disc { centre: on(score), radius: 3.4, colour: ink });
            if let Shown::Between(..) = self.shown() {
                marks.push(Mark::Disc { centre: on(score), radius: 2.0, colour: ground });
            }
        }
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::palette::{INK, PAPER};

    fn score(value: f64) -> Score {
        Score::clamped(value).unwrap()
    }

    fn rings(marks: &[Mark]) -> Vec<f64> {
        let radius = |mark: &Mark| match mark {
            Mark::Disc { radius, .. } => Some(*radius),
            _ => None,
        };
        marks.iter().filter_map(radius).collect()
    }

    #[test]
    fn intervals_are_written_out_unless_they_are_a_point() {
        let interval = |score, low, high| Interval { score, low, high };
        assert_eq!(interval(Some(score(61.4)), score(55.0), score(70.2)).text("x"), "61 (55–70)");
        assert_eq!(interval(Some(score(61.4)), score(38.0), score(70.2)).text("x"), "38–70");
        assert_eq!(interval(Some(score(61.4)), score(61.4), score(61.4)).text("x"), "61");
        assert_eq!(interval(None, score(9.0), score(83.0)).text("ej poäng"), "ej poäng (9–83)");
        assert!(interval(None, score(59.0), score(60.0)).crosses_a_limit());
        assert!(!interval(None, score(60.0), score(79.9)).crosses_a_limit());
    }

    #[test]
    fn the_bar_is_to_scale_and_shows_no_dot_without_a_score() {
        let known = Interval { score: Some(score(50.0)), low: score(40.0), high: score(80.0) };
        let marks = known.bar(px(10.0, 5.0), 100.0, INK, PAPER);
        let dot = marks.iter().find_map(|mark| match mark {
            Mark::Disc { centre, .. } => Some(*centre),
            _ => None,
        });
        assert_eq!(dot, Some(px(60.0, 5.0)));
        let field = marks.iter().find_map(|mark| match mark {
            Mark::Fill { ring, .. } => Some((ring[0].x, ring[2].x)),
            _ => None,
        });
        assert_eq!(field, Some((50.0, 90.0)));
        // Hollow, for it is wide.
        assert_eq!(rings(&marks), [3.4, 2.0]);
        let narrow = Interval { low: score(45.0), high: score(55.0), ..known };
        assert_eq!(rings(&narrow.bar(px(10.0, 5.0), 100.0, INK, PAPER)), [3.4]);
        let unknown = Interval { score: None, ..known };
        let marks = unknown.bar(px(10.0, 5.0), 100.0, INK, PAPER);
        assert!(!marks.iter().any(|mark| matches!(mark, Mark::Disc { .. })));
    }
}
