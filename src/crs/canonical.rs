//! The same area is the same value, whichever point its rings begin with, whichever way they run, and in
//! whatever order its parts stand: what is drawn and written of it is then the same to the byte.

use std::cmp::Ordering;

use geo::{Coord, LineString, MultiPolygon, Polygon};

/// Outer rings against the clock, inner ones with it; each begins with its westernmost point, of several
/// with the southernmost. Parts and inner rings are in the order of their points.
pub(super) fn canonical(polygons: MultiPolygon<f64>) -> MultiPolygon<f64> {
    let polygon = |polygon: Polygon<f64>| {
        let (outer, inner) = polygon.into_inner();
        let mut inner: Vec<_> = inner.into_iter().map(|ring| self::ring(ring, false)).collect();
        inner.sort_by(by_points);
        Polygon::new(ring(outer, true), inner)
    };
    let mut parts: Vec<_> = polygons.0.into_iter().map(polygon).collect();
    parts.sort_by(|a, b| by_points(a.exterior(), b.exterior()));
    MultiPolygon(parts)
}

fn ring(LineString(mut points): LineString<f64>, against_the_clock: bool) -> LineString<f64> {
    points.pop();
    let Some(&origin) = points.first() else { return LineString(points) };
    // From a point of the ring: far from the origin of the CRS the products lose their small digits.
    let cross = |a: Coord<f64>, b: Coord<f64>| {
        let (a, b) = (a - origin, b - origin);
        a.x * b.y - b.x * a.y
    };
    let doubled: f64 = points.windows(2).map(|pair| cross(pair[0], pair[1])).sum();
    if (doubled > 0.0) != against_the_clock {
        points.reverse();
    }
    // A point that the ring passes twice begins it where it goes on to the lower one.
    let next = |place: usize| points[(place + 1) % points.len()];
    let first = (0..points.len()).min_by(|&a, &b| {
        by_place(&points[a], &points[b]).then_with(|| by_place(&next(a), &next(b)))
    });
    points.rotate_left(first.unwrap_or(0));
    points.push(points[0]);
    LineString(points)
}

fn by_place(a: &Coord<f64>, b: &Coord<f64>) -> Ordering {
    a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y))
}

fn by_points(a: &LineString<f64>, b: &LineString<f64>) -> Ordering {
    let differ = a.0.iter().zip(&b.0).map(|(a, b)| by_place(a, b)).find(|order| order.is_ne());
    differ.unwrap_or_else(|| a.0.len().cmp(&b.0.len()))
}

#[cfg(test)]
mod tests {
    use geo::wkt;

    use super::*;

    #[test]
    fn however_it_is_written_it_is_the_same() {
        let one = wkt!(MULTIPOLYGON(
            ((0. 0.,9. 0.,9. 9.,0. 9.,0. 0.),(1. 1.,1. 2.,2. 2.,1. 1.),(4. 4.,4. 5.,5. 5.,4. 4.)),
            ((20. 0.,21. 0.,21. 1.,20. 0.))
        ));
        let other = wkt!(MULTIPOLYGON(
            ((21. 1.,21. 0.,20. 0.,21. 1.)),
            ((9. 9.,9. 0.,0. 0.,0. 9.,9. 9.),(5. 5.,4. 4.,4. 5.,5. 5.),(2. 2.,1. 2.,1. 1.,2. 2.))
        ));
        assert_ne!(one, other);
        assert_eq!(canonical(one.clone()), canonical(other));
        assert_eq!(canonical(one.clone()), one, "it was so already");
    }
}
