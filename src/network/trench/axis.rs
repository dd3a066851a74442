//! A route as an axis: positions in metres along it, and straight segments to compare.

use std::ops::Range;

use geo::{Coord, LineString};
use rstar::{AABB, Envelope};

use crate::network::trench::interval::Interval;

/// In metres: places less than this apart are one. Far below what a drawing can mean, far above
/// the rounding of coordinates (a northing of 6 500 000 m is exact to 10⁻⁹ m).
pub(super) const SAME_PLACE: f64 = 1e-6;

/// In metres: added to a distance asked for, so that what is drawn exactly that far away is near
/// wherever it lies. Some rounding errors of a northing.
const ROUNDING: f64 = 1e-8;

/// In metres. The box of a long slanting segment is mostly empty and would make everything in a
/// county a neighbour, so such a segment is compared in pieces.
const LONGEST_PIECE: f64 = 500.0;

/// Consecutive segments share a box of the index as long as they are no more than these, and no
/// longer than the longest piece: a tree of single segments takes most of the time.
const MOST_IN_A_BOX: usize = 8;

/// Bounds the work on coordinates that are finite and nowhere on Earth.
const MOST_PIECES: f64 = 10_000.0;

/// The cosine of 30°: half the way from parallel to the diagonal, roughly, and far from a crossing.
const LEAST_COSINE: f64 = 0.866_025_403_784_438_6;

/// A straight piece of an axis.
#[derive(Clone, Copy, Debug)]
struct Segment {
    /// The position on the axis where it begins.
    at: f64,
    length: f64,
    from: Coord<f64>,
    /// Of length one.
    direction: Coord<f64>,
}

/// A polyline on which a position is the metres along it from its first vertex.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    /// With their positions, which increase; vertices that repeat the one before are left out.
    vertices: Vec<(f64, Coord<f64>)>,
    pub(super) chain: Chain,
}

/// Consecutive segments, in small boxes.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// None for a route without length.
    segments: Vec<Segment>,
    boxes: Vec<SegmentBox>,
}

/// The box around some consecutive segments.
#[derive(Clone, Debug)]
pub(super) struct SegmentBox {
    pub(super) segments: Range<usize>,
    pub(super) envelope: AABB<[f64; 2]>,
}

impl Axis {
    pub(super) fn of(line: &LineString<f64>) -> Self {
        let mut vertices: Vec<(f64, Coord<f64>)> = Vec::with_capacity(line.0.len());
        let mut segments = Vec::with_capacity(line.0.len());
        for &next in &line.0 {
            let Some(&(at, last)) = vertices.last() else {
                vertices.push((0.0, next));
                continue;
            };
            let step = next - last;
            let length = step.x.hypot(step.y);
            // Finite coordinates can still be too far apart to count the metres.
            if length < SAME_PLACE || !(at + length).is_finite() {
                continue;
            }
            let direction = step / length;
            let pieces = (length / LONGEST_PIECE).ceil().clamp(1.0, MOST_PIECES);
            let piece = length / pieces;
            segments.extend((0..pieces as u32).map(|number| {
                let before = f64::from(number) * piece;
                let from = last + direction * before;
                Segment { at: at + before, length: piece, from, direction }
            }));
            vertices.push((at + length, next));
        }
        Self { vertices, chain: Chain::of(segments) }
    }

    /// The position of the last vertex.
    pub(super) fn length(&self) -> f64 {
        self.vertices.last().map_or(0.0, |&(at, _)| at)
    }

    /// The segments of an interval, cut to it.
    pub(super) fn part(&self, along: Interval) -> Chain {
        let segments = &self.chain.segments;
        let first = segments.partition_point(|segment| segment.along().to <= along.from);
        let touched = segments[first..].iter().take_while(|segment| segment.at < along.to);
        Chain::of(touched.filter_map(|segment| segment.cut_to(along)).collect())
    }

    /// The part of the polyline along an interval.
    pub(super) fn line(&self, along: Interval) -> LineString<f64> {
        let behind = self.vertices.partition_point(|&(at, _)| at <= along.from + SAME_PLACE);
        let inner = self.vertices[behind..]
            .iter()
            .take_while(|&&(at, _)| at < along.to - SAME_PLACE)
            .map(|&(_, vertex)| vertex);
        let ends = [along.from, along.to].map(|position| self.place(position));
        ends[0].into_iter().chain(inner).chain(ends[1]).collect()
    }

    /// Where a position is; an end for one beyond it. `None` only for a route without vertices.
    fn place(&self, position: f64) -> Option<Coord<f64>> {
        let behind = self.vertices.partition_point(|&(at, _)| at <= position);
        match (behind.checked_sub(1).map(|i| self.vertices[i]), self.vertices.get(behind)) {
            (Some((at, before)), Some(&(next_at, next))) => {
                Some(before + (next - before) * ((position - at) / (next_at - at)))
            }
            (Some((_, end)), None) | (None, Some(&(_, end))) => Some(end),
            (None, None) => None,
        }
    }
}

impl Chain {
    fn of(segments: Vec<Segment>) -> Self {
        let mut boxes: Vec<SegmentBox> = Vec::with_capacity(segments.len() / MOST_IN_A_BOX + 1);
        let mut length = 0.0;
        for (number, segment) in segments.iter().enumerate() {
            length += segment.length;
            match boxes.last_mut() {
                Some(last) if length <= LONGEST_PIECE && last.segments.len() < MOST_IN_A_BOX => {
                    last.segments.end = number + 1;
                    last.envelope.merge(&segment.envelope());
                }
                _ => {
                    length = segment.length;
                    let envelope = segment.envelope();
                    boxes.push(SegmentBox { segments: number..number + 1, envelope });
                }
            }
        }
        Self { segments, boxes }
    }

    pub(super) fn boxes(&self) -> &[SegmentBox] {
        &self.boxes
    }

    /// Adds the positions on this one's axis, along the segments of one of its boxes, at most
    /// `within` metres from those of a box of the other.
    pub(super) fn near(
        &self,
        here: &SegmentBox,
        other: &Self,
        there: &SegmentBox,
        within: f64,
        mut add: impl FnMut(Interval),
    ) {
        for segment in &self.segments[here.segments.clone()] {
            let reach = reach(&segment.envelope(), within);
            if !reach.intersects(&there.envelope) {
                continue;
            }
            for other in &other.segments[there.segments.clone()] {
                if reach.intersects(&other.envelope()) {
                    segment.near(other, within).into_iter().for_each(&mut add);
                }
            }
        }
    }
}

/// The box around everything at most so many metres from a box.
pub(super) fn reach(envelope: &AABB<[f64; 2]>, within: f64) -> AABB<[f64; 2]> {
    let reach = within + SAME_PLACE;
    let (low, high) = (envelope.lower(), envelope.upper());
    AABB::from_corners(low.map(|c| c - reach), high.map(|c| c + reach))
}

impl Segment {
    /// The positions it takes up on its axis.
    fn along(&self) -> Interval {
        Interval { from: self.at, to: self.at + self.length }
    }

    fn cut_to(&self, along: Interval) -> Option<Self> {
        let common = self.along().intersection(along)?;
        let from = self.from + self.direction * (common.from - self.at);
        Some(Self { at: common.from, length: common.length(), from, ..*self })
    }

    fn envelope(&self) -> AABB<[f64; 2]> {
        let to = self.from + self.direction * self.length;
        AABB::from_corners([self.from.x, self.from.y], [to.x, to.y])
    }

    /// The positions on this one's axis, along this segment, at most `within` metres from the
    /// other; none when they run in different directions.
    ///
    /// What lies within a distance of a segment is a rectangle and two discs, together convex, so
    /// a straight line lies in it along one interval: from the first to the last position in any
    /// of the three.
    ///
    /// ```text
    ///          . - - - - - - - - - .
    ///        /   :                :  \
    ///       (    o================o   )  other
    ///      --\--------------.     :  /
    ///          ' - - - - - - `--------.
    ///                                  `-------  this
    ///        ########################
    /// ```
    fn near(&self, other: &Self, within: f64) -> Option<Interval> {
        // In the frame of the other: x along it from its beginning, y across.
        let cosine = dot(self.direction, other.direction);
        let sine = cross(other.direction, self.direction);
        if cosine.abs() < LEAST_COSINE {
            return None;
        }
        let radius = within + ROUNDING;
        let start = self.from - other.from;
        let (x, y) = (dot(start, other.direction), cross(other.direction, start));
        let mine = Interval { from: 0.0, to: self.length };

        let beside = between(x, cosine, 0.0, other.length)
            .and_then(|between_ends| between(y, sine, -radius, radius)?.intersection(between_ends));
        let around = |centre: f64| {
            let to_start = Coord { x: x - centre, y };
            let direction = Coord { x: cosine, y: sine };
            let nearest = -dot(to_start, direction);
            let off = cross(to_start, direction).abs();
            let half = ((radius - off) * (radius + off)).max(0.0).sqrt();
            (off <= radius).then_some(Interval { from: nearest - half, to: nearest + half })
        };
        [beside, around(0.0), around(other.length)]
            .into_iter()
            .filter_map(|part| part?.intersection(mine))
            .reduce(|a, b| Interval { from: a.from.min(b.from), to: a.to.max(b.to) })
            .map(|near| Interval { from: self.at + near.from, to: self.at + near.to })
    }
}

/// For which `t` the value `at + t · step` lies between two bounds.
fn between(at: f64, step: f64, low: f64, high: f64) -> Option<Interval> {
    if step == 0.0 {
        let always = Interval { from: f64::NEG_INFINITY, to: f64::INFINITY };
        return (low..=high).contains(&at).then_some(always);
    }
    let (a, b) = ((low - at) / step, (high - at) / step);
    Some(Interval { from: a.min(b), to: a.max(b) })
}

fn dot(a: Coord<f64>, b: Coord<f64>) -> f64 {
    a.x * b.x + a.y * b.y
}

fn cross(a: Coord<f64>, b: Coord<f64>) -> f64 {
    a.x * b.y - a.y * b.x
}
