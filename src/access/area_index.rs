//! Which areas hold a place: an R-tree of bounding boxes before the exact test.

use geo::{BoundingRect, Coord, Intersects};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use crate::crs::{Area, Projected};

/// The box of a polygon, with the places of its area in the list and of the polygon in the area.
type PolygonBox = GeomWithData<Rectangle<[f64; 2]>, (usize, usize)>;

/// Areas that can be asked which of them hold a place.
pub struct AreaIndex<'a> {
    tree: RTree<PolygonBox>,
    areas: Vec<&'a Area>,
}

impl<'a> AreaIndex<'a> {
    /// Indexes each polygon of each area by itself: the boxes of far-flung islands would
    /// otherwise cover the sea between them.
    pub fn new(areas: impl IntoIterator<Item = &'a Area>) -> Self {
        let areas: Vec<&Area> = areas.into_iter().collect();
        let boxes = areas
            .iter()
            .enumerate()
            .flat_map(|(i, area)| area.polygons().iter().enumerate().map(move |(j, p)| (i, j, p)))
            .filter_map(|(i, j, polygon)| {
                let rect = polygon.bounding_rect()?;
                let (low, high) = (rect.min(), rect.max());
                let corners = Rectangle::from_corners([low.x, low.y], [high.x, high.y]);
                Some(GeomWithData::new(corners, (i, j)))
            })
            .collect();
        Self { tree: RTree::bulk_load(boxes), areas }
    }

    /// The areas that hold the place, boundary included, in order.
    pub fn holding(&self, place: Projected) -> Vec<usize> {
        let at: Coord<f64> = place.coord();
        let envelope = AABB::from_point([at.x, at.y]);
        let mut holding: Vec<usize> = self
            .tree
            .locate_in_envelope_intersecting(envelope)
            .filter(|candidate| {
                let (area, polygon) = candidate.data;
                self.areas[area].polygons().0[polygon].intersects(&at)
            })
            .map(|candidate| candidate.data.0)
            .collect();
        holding.sort_unstable();
        holding.dedup();
        holding
    }

    /// The areas with a bounding box within `within` metres of the place, in order.
    pub fn near(&self, place: Projected, within: f64) -> Vec<usize> {
        let at = [place.easting(), place.northing()];
        let mut near: Vec<usize> =
            self.tree.locate_within_distance(at, within * within).map(|c| c.data.0).collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::{MultiPolygon, polygon};

    fn square(x: f64) -> Area {
        let ring =
            polygon![(x: x, y: 0.0), (x: x + 1.0, y: 0.0), (x: x + 1.0, y: 1.0), (x: x, y: 1.0)];
        Area::from_metres(MultiPolygon(vec![ring])).expect("a square")
    }

    fn at(x: f64, y: f64) -> Projected {
        Projected::from_metres(x, y).expect("finite")
    }

    #[test]
    fn a_shared_boundary_belongs_to_both() {
        let (west, east) = (square(0.0), square(1.0));
        let index = AreaIndex::new([&west, &east]);
        assert_eq!(index.holding(at(0.5, 0.5)), [0]);
        assert_eq!(index.holding(at(1.0, 0.5)), [0, 1]);
        assert!(index.holding(at(3.0, 0.5)).is_empty());
        assert_eq!(index.near(at(2.5, 0.5), 0.6), [1]);
    }
}
