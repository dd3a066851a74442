//! Areas as rings on the page: simplified to what can be seen, holes joined to their outside.

use geo::{LineString, Polygon, Simplify};

use crate::crs::Area;
use crate::drawing::map::mark::Mark;
use crate::drawing::map::place::{Px, Rect, px};
use crate::drawing::palette::Rgb;

/// Detail below this cannot be seen; neighbours drift apart by at most twice as much, which their
/// borders of a pixel cover.
const DETAIL: f64 = 0.4;

/// Islands and lakes smaller than this both ways are left out.
const SMALLEST: f64 = 1.3;

/// One part of an area: its outside ring and the holes in it, each without a closing point.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    exterior: Vec<Px>,
    holes: Vec<Vec<Px>>,
}

/// An area on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    parts: Vec<Part>,
}

impl Outline {
    /// The area where `place` puts it on the page.
    ///
    /// At least its largest part is kept, however small.
    pub fn new(area: &Area, place: impl Fn(geo::Coord<f64>) -> Px) -> Self {
        let ring = |line: &LineString<f64>| -> Vec<Px> {
            let on_page: LineString<f64> = line.coords().map(|c| place(*c)).collect();
            // As a polygon, not as a line: then at least a triangle is left of it.
            let (simple, _) = Polygon::new(on_page, Vec::new()).simplify(DETAIL).into_inner();
            let mut points = simple.into_inner();
            points.pop();
            points
        };
        let mut parts: Vec<(f64, Part)> = area
            .polygons()
            .iter()
            .map(|polygon| {
                let exterior = ring(polygon.exterior());
                let holes = polygon.interiors().iter().map(ring);
                let holes = holes.filter(|h| h.len() > 2 && extent(h) >= SMALLEST).collect();
                (extent(&exterior), Part { exterior, holes })
            })
            .filter(|(_, part)| part.exterior.len() > 2)
            .collect();
        let largest = parts.iter().map(|(size, _)| *size).fold(0.0, f64::max);
        parts.retain(|(size, _)| *size >= SMALLEST.min(largest));
        Self { parts: parts.into_iter().map(|(_, part)| part).collect() }
    }

    /// A rectangle of the page itself, such as a swatch of a legend.
    pub fn rect(rect: Rect) -> Self {
        Self { parts: vec![Part { exterior: rect.ring(), holes: Vec::new() }] }
    }

    /// One ring per part. A hole is joined to the outside by a bridge of no width, walked once each
    /// way, so that shapes without holes can be filled and every renderer leaves the hole open.
    pub fn fills(&self) -> impl Iterator<Item = Vec<Px>> {
        self.parts.iter().map(|part| {
            let mut joined = wound(part.exterior.clone(), true);
            for hole in &part.holes {
                let hole = wound(hole.clone(), false);
                let (from, to) = nearest(&joined, &hole);
                let back = joined[from];
                let around = hole[to..].iter().chain(&hole[..=to]).copied().chain([back]);
                let bridge: Vec<Px> = around.collect();
                joined.splice(from + 1..from + 1, bridge);
            }
            joined
        })
    }

    /// Every ring, closed, for drawing borders.
    pub fn borders(&self) -> impl Iterator<Item = Vec<Px>> {
        self.parts.iter().flat_map(|part| {
            std::iter::once(&part.exterior)
                .chain(&part.holes)
                .map(|ring| ring.iter().chain(ring.first()).copied().collect())
        })
    }

    /// Slanting lines across the area, `step` apart.
    pub fn hatching(&self, step: f64, width: f64, colour: Rgb) -> Vec<Mark> {
        // Turned by 45° the slanting lines lie along rows.
        let turn = |p: Px| px((p.x - p.y) / step, (p.x + p.y) / step);
        let back = |u: f64, v: f64| px((u + v) * step / 2.0, (v - u) * step / 2.0);
        let mut marks = Vec::new();
        for fill in self.fills() {
            let turned: Vec<Px> = fill.into_iter().map(turn).collect();
            for span in spans(&turned) {
                let row = span.row as f64 + 0.5;
                marks.push(Mark::line(back(span.from, row), back(span.to, row), width, colour));
            }
        }
        marks
    }
}

/// A stretch of a pixel row inside a ring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The row; its middle line is at `row + 0.5`.
    pub row: i64,
    /// Where the ring begins on that line.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// The inside of a ring, row by row, by the even-odd rule.
pub fn spans(ring: &[Px]) -> Vec<Span> {
    let Some(first) = ring.first() else { return Vec::new() };
    let (low, high) =
        ring.iter().fold((first.y, first.y), |(low, high), p| (low.min(p.y), high.max(p.y)));
    // The first and last row whose middle line the ring can reach.
    let (low, high) = ((low - 0.5).ceil() as i64, (high - 0.5).floor() as i64);
    let mut crossings = vec![Vec::new(); usize::try_from(high - low + 1).unwrap_or(0)];
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (upper, lower) = if a.y <= b.y { (a, b) } else { (b, a) };
        // An edge owns its upper end and not its lower, so a shared corner counts once.
        let begin = (upper.y - 0.5).ceil() as i64;
        let end = (lower.y - 0.5).ceil() as i64;
        for row in begin..end {
            let along = (row as f64 + 0.5 - upper.y) / (lower.y - upper.y);
            crossings[(row - low) as usize].push(upper.x + along * (lower.x - upper.x));
        }
    }
    let rows = crossings.iter_mut().zip(low..);
    rows.flat_map(|(xs, row)| {
        xs.sort_by(f64::total_cmp);
        xs.chunks_exact(2)
            .filter(|pair| pair[0] < pair[1])
            .map(move |pair| Span { row, from: pair[0], to: pair[1] })
            .collect::<Vec<_>>()
    })
    .collect()
}

fn extent(ring: &[Px]) -> f64 {
    let of = |value: fn(&Px) -> f64| {
        let (low, high) = ring
            .iter()
            .map(value)
            .fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
        high - low
    };
    of(|p| p.x).max(of(|p| p.y))
}

/// Outside rings one way and holes the other, so that the non-zero rule, which SVG uses where
/// nothing else is said, fills the same as even-odd.
fn wound(mut ring: Vec<Px>, clockwise: bool) -> Vec<Px> {
    let next = ring.iter().cycle().skip(1);
    let doubled: f64 = ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    if (doubled > 0.0) != clockwise {
        ring.reverse();
    }
    ring
}

/// The corners at which two rings are nearest to each other.
fn nearest(a: &[Px], b: &[Px]) -> (usize, usize) {
    let mut best = (f64::MAX, 0, 0);
    for (i, p) in a.iter().enumerate() {
        for (j, q) in b.iter().enumerate() {
            let d = (p.x - q.x).powi(2) + (p.y - q.y).powi(2);
            if d < best.0 {
                best = (d, i, j);
            }
        }
    }
    (best.1, best.2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{Coord, MultiPolygon, polygon};

    fn with_lake() -> Outline {
        let land = polygon!(
            exterior: [(x: 0., y: 0.), (x: 100., y: 0.), (x: 100., y: 100.), (x: 0., y: 100.)],
            interiors: [
                [(x: 20., y: 20.), (x: 40., y: 20.), (x: 40., y: 40.), (x: 20., y: 40.)],
                [(x: 60., y: 60.), (x: 80., y: 60.), (x: 80., y: 80.), (x: 60., y: 80.)],
                [(x: 10., y: 50.), (x: 10.5, y: 50.), (x: 10.5, y: 50.5)],
            ],
        );
        let area = Area::from_metres(MultiPolygon(vec![land])).unwrap();
        Outline::new(&area, |c: Coord<f64>| c)
    }

    fn area_of(spans: &[Span]) -> f64 {
        spans.iter().map(|s| s.to - s.from).sum()
    }

    #[test]
    fn holes_stay_open_and_specks_go() {
        let outline = with_lake();
        assert_eq!(outline.parts[0].holes.len(), 2);
        let fills: Vec<_> = outline.fills().collect();
        assert_eq!(fills.len(), 1);
        assert_eq!(area_of(&spans(&fills[0])), 10_000.0 - 800.0);
        // The winding rule agrees: the signed area of the bridged ring is that of land less lakes.
        let next = fills[0].iter().cycle().skip(1);
        let doubled: f64 = fills[0].iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
        assert_eq!(doubled.abs() / 2.0, 10_000.0 - 800.0);
    }

    #[test]
    fn neighbours_share_no_pixel_and_leave_none() {
        // Two triangles that make a rectangle.
        let a = [px(0.0, 0.0), px(30.0, 0.0), px(30.0, 20.0)];
        let b = [px(0.0, 0.0), px(30.0, 20.0), px(0.0, 20.0)];
        assert!((area_of(&spans(&a)) + area_of(&spans(&b)) - 600.0).abs() < 1e-9);
    }

    #[test]
    fn hatching_stays_inside() {
        for mark in with_lake().hatching(7.0, 1.0, Rgb(0, 0, 0)) {
            let Mark::Line { path, .. } = mark else { panic!("hatching is lines") };
            let middle = (path[0] + path[1]) / 2.0;
            let in_lake = |low: f64, high: f64| {
                let lake = low + 1e-9..high - 1e-9;
                lake.contains(&middle.x) && lake.contains(&middle.y)
            };
            assert!(!in_lake(20.0, 40.0) && !in_lake(60.0, 80.0), "{path:?}");
            assert!(path.iter().all(|p| (-1e-9..=100.0 + 1e-9).contains(&p.x)), "{path:?}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        let jagged: LineString<f64> =
            (0..2000).map(|i| Coord { x: f64::from(i) * 0.1, y: f64::from(i % 2) * 0.1 }).collect();
        let mut coords = jagged.into_inner();
        coords.extend([Coord { x: 200.0, y: 50.0 }, Coord { x: 0.0, y: 50.0 }]);
        let area = Area::from_metres(MultiPolygon(vec![Polygon::new(LineString(coords), vec![])]));
        let outline = Outline::new(&area.unwrap(), |c| c);
        assert!(outline.parts[0].exterior.len() < 10, "{:?}", outline.parts[0]);
    }

    #[test]
    fn a_municipality_smaller_than_a_pixel_is_still_drawn() {
        let dot = polygon![(x: 0., y: 0.), (x: 0.9, y: 0.), (x: 0.9, y: 0.9), (x: 0., y: 0.9)];
        let area = Area::from_metres(MultiPolygon(vec![dot])).unwrap();
        assert_eq!(Outline::new(&area, |c| c).parts.len(), 1);
    }
}
