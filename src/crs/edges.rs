//! Edges that are straight in the CRS of a source bend in another: a parallel between two points a degree
//! apart lies 100 m from the straight line between them in SWEREF 99 TM. Points are put into long edges
//! until they follow it.

use geo::{Coord, LineString, MultiPolygon, Polygon};

use crate::crs::Transform;

/// How far a line may lie from where it is drawn, in metres. The law is 0.1 m; what bends otherwise than
/// at the three places that are looked at has the rest.
const TOLERANCE_M: f64 = 0.05;

/// Edges up to this length are straight enough: along a parallel at 80° north one of 500 m is 3 cm off.
const SHORT_M: f64 = 500.0;

/// How often an edge may be halved: into pieces shorter than [`SHORT_M`], whatever is on the Earth.
const HALVINGS: u8 = 17;

/// More points than this are not put into one line: 30 edges as long as Sweden need fewer. What needs
/// more is no place on the Earth, and takes long to look at.
const ADDED_AT_MOST: usize = 100_000;

/// Coordinates beyond this are no place on the Earth, in degrees, metres or feet.
const FARTHEST: f64 = 1e8;

/// A corner: as it is drawn, and in the working CRS.
#[derive(Clone, Copy)]
struct Corner {
    drawn: Coord<f64>,
    placed: Coord<f64>,
}

impl Transform {
    /// A line in the working CRS, within 0.1 m of where it is drawn; `None` where some of it has no image,
    /// or goes around the Earth several times.
    pub fn line(&self, line: &LineString<f64>) -> Option<LineString<f64>> {
        let mut placed = Vec::with_capacity(line.0.len());
        let mut last: Option<Corner> = None;
        for &drawn in &line.0 {
            let next = self.corner(drawn)?;
            if let Some(last) = last {
                self.between(last, next, HALVINGS, &mut placed)?;
            }
            placed.push(next.placed);
            if placed.len() > line.0.len() + ADDED_AT_MOST {
                return None;
            }
            last = Some(next);
        }
        Some(LineString(placed))
    }

    /// Polygons in the working CRS, their rings within 0.1 m of where they are drawn; `None` where some of
    /// them has no image.
    pub fn polygons(&self, polygons: &MultiPolygon<f64>) -> Option<MultiPolygon<f64>> {
        let polygon = |drawn: &Polygon<f64>| {
            let holes: Option<Vec<_>> =
                drawn.interiors().iter().map(|ring| self.line(ring)).collect();
            Some(Polygon::new(self.line(drawn.exterior())?, holes?))
        };
        polygons.iter().map(polygon).collect::<Option<Vec<_>>>().map(MultiPolygon)
    }

    fn corner(&self, drawn: Coord<f64>) -> Option<Corner> {
        let on_earth = drawn.x.abs() <= FARTHEST && drawn.y.abs() <= FARTHEST;
        on_earth.then_some(())?;
        Some(Corner { drawn, placed: self.coordinate(drawn)? })
    }

    /// Adds the points that the edge between two corners needs, the same ones in either direction.
    fn between(
        &self,
        from: Corner,
        to: Corner,
        halvings: u8,
        placed: &mut Vec<Coord<f64>>,
    ) -> Option<()> {
        let edge = to.placed - from.placed;
        let length = edge.x.hypot(edge.y);
        if length <= SHORT_M || halvings == 0 {
            return Some(());
        }
        let middle = self.corner((from.drawn + to.drawn) / 2.0)?;
        let off = |place: Coord<f64>| {
            let beside = place - from.placed;
            (edge.x * beside.y - edge.y * beside.x).abs() / length
        };
        let mut bends = off(middle.placed) > TOLERANCE_M;
        for end in [from, to] {
            let quarter = self.corner((end.drawn + middle.drawn) / 2.0)?;
            bends |= off(quarter.placed) > TOLERANCE_M;
        }
        if bends {
            self.between(from, middle, halvings - 1, placed)?;
            placed.push(middle.placed);
            self.between(middle, to, halvings - 1, placed)?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use geo::{Contains, Point};

    use super::*;
    use crate::crs::{Crs, WorkingCrs};

    fn transform(source: &str) -> Transform {
        let crs = |definition| Crs::from_definition(definition).expect("known");
        let working = WorkingCrs::new(crs("EPSG:3006")).expect("projected");
        Transform::new(&crs(source), &working).expect("a way")
    }

    /// Boxes along parallels: what is 0.1 m inside is inside, what is 0.1 m outside is not.
    #[test]
    fn long_edges_follow_what_is_drawn() {
        let to_working = transform("EPSG:4326");
        // A tenth of a metre of latitude.
        let tenth = 0.1 / 111_400.0;
        for (west, south, width) in
            [(12.0, 58.0, 0.25), (12.0, 58.0, 1.0), (11.0, 56.0, 5.0), (12.0, 66.0, 12.0)]
        {
            let (east, north) = (west + width, south + 1.0);
            let area = geo::Rect::new((west, south), (east, north)).to_polygon();
            let area = to_working.polygons(&MultiPolygon(vec![area])).expect("it has an image");
            let holds = |lon: f64, lat: f64| {
                let place = to_working.coordinate(Coord { x: lon, y: lat }).expect("an image");
                area.contains(&Point(place))
            };
            for step in 1..1000 {
                let lon = west + width * f64::from(step) / 1000.0;
                assert!(holds(lon, south + tenth) && holds(lon, north - tenth), "{width}: {lon}");
                assert!(!holds(lon, south - tenth) && !holds(lon, north + tenth), "{width}: {lon}");
            }
        }
    }

    #[test]
    fn a_line_gets_the_same_points_in_either_direction_and_no_more_than_it_needs() {
        let to_working = transform("EPSG:4326");
        let line = |corners: &[(f64, f64)]| -> Vec<Coord<f64>> {
            to_working.line(&LineString::from(corners.to_vec())).expect("an image").0
        };
        let mut there = line(&[(12.0, 58.0), (13.0, 58.2), (13.001, 58.2)]);
        let back = line(&[(13.001, 58.2), (13.0, 58.2), (12.0, 58.0)]);
        there.reverse();
        assert_eq!(there, back);
        assert!((20..200).contains(&there.len()), "{}", there.len());
        // What is drawn in the working CRS stays as it is.
        let corners = vec![(300_000.0, 6_400_000.0), (700_000.0, 7_000_000.0)];
        let own = transform("EPSG:3006").line(&LineString::from(corners)).expect("an image");
        assert_eq!(own.0.len(), 2);
    }
}
