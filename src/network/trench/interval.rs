//! Intervals of positions along an axis, in metres.

/// From one position to a later one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Interval {
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Interval {
    pub(super) fn length(self) -> f64 {
        self.to - self.from
    }

    /// What both have in common; touching is something.
    pub(super) fn intersection(self, other: Self) -> Option<Self> {
        let common = Self { from: self.from.max(other.from), to: self.to.min(other.to) };
        (common.from <= common.to).then_some(common)
    }

    /// Whether both have more than a point in common.
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }

    pub(super) fn holds(self, part: Self) -> bool {
        self.from <= part.from && part.to <= self.to
    }
}

/// The union, in order; gaps of at most `gap` metres are closed.
///
/// The intervals come sorted by where they begin.
pub(super) fn united(intervals: impl IntoIterator<Item = Interval>, gap: f64) -> Vec<Interval> {
    let mut union: Vec<Interval> = Vec::new();
    for next in intervals {
        match union.last_mut() {
            Some(last) if next.from <= last.to + gap => last.to = last.to.max(next.to),
            _ => union.push(next),
        }
    }
    union
}

/// What is left of `whole` where `away` is not. Both are in order and do not overlap themselves.
pub(super) fn without(whole: &[Interval], away: &[Interval]) -> Vec<Interval> {
    let mut left = Vec::new();
    for &part in whole {
        let mut from = part.from;
        for cut in away.iter().filter(|cut| cut.overlaps(part)) {
            if cut.from > from {
                left.push(Interval { from, to: cut.from });
            }
            from = cut.to;
        }
        if from < part.to {
            left.push(Interval { from, to: part.to });
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intervals(ends: &[(f64, f64)]) -> Vec<Interval> {
        ends.iter().map(|&(from, to)| Interval { from, to }).collect()
    }

    #[test]
    fn gaps_are_closed_up_to_a_length() {
        let parts = intervals(&[(0.0, 10.0), (2.0, 4.0), (15.0, 20.0), (25.1, 30.0)]);
        assert_eq!(united(parts, 5.0), intervals(&[(0.0, 20.0), (25.1, 30.0)]));
    }

    /// ```text
    ///   whole  ------------    ------
    ///   away  ==   ==    ========
    ///   left    ---  ----        ----
    /// ```
    #[test]
    fn what_is_left() {
        let whole = intervals(&[(0.0, 12.0), (16.0, 22.0)]);
        let away = intervals(&[(-1.0, 1.0), (4.0, 6.0), (10.0, 18.0)]);
        assert_eq!(without(&whole, &away), intervals(&[(1.0, 4.0), (6.0, 10.0), (18.0, 22.0)]));
        assert_eq!(without(&whole, &intervals(&[(0.0, 30.0)])), []);
        assert_eq!(without(&whole, &[]), whole);
    }
}
