//! The nearest of many places to each site, in the plane of the working CRS.

use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::crs::Projected;
use crate::model::site::Site;
use crate::units::Metres;

/// The nearest thing and how far it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    /// Its place in the list that was asked about.
    pub index: usize,
    /// The straight distance.
    pub distance: Metres,
}

/// For every site the nearest of `places` (on a tie the first in the list), in site order.
/// `None` for a site without a place, and where no place is given.
pub fn nearest(sites: &[Site], places: &[Option<Projected>]) -> Vec<Option<Nearest>> {
    let points: Vec<_> = places
        .iter()
        .enumerate()
        .filter_map(|(i, p)| p.map(|p| GeomWithData::new([p.easting(), p.northing()], (i, p))))
        .collect();
    let tree = RTree::bulk_load(points);
    sites
        .iter()
        .map(|site| {
            let place = site.place?;
            let mut by_distance =
                tree.nearest_neighbor_iter([place.easting(), place.northing()]).map(|point| {
                    let (index, at) = point.data;
                    Nearest { index, distance: place.distance(at) }
                });
            let first = by_distance.next()?;
            let tied = by_distance.take_while(|next| next.distance <= first.distance);
            tied.chain([first]).min_by_key(|candidate| candidate.index)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::knowledge::Knowledge;
    use crate::model::site::SiteKind;
    use crate::model::source::{Origin, SourceIdx};

    fn at(x: f64, y: f64) -> Option<Projected> {
        Projected::from_metres(x, y)
    }

    fn site(place: Option<Projected>) -> Site {
        Site {
            id: "s".into(),
            name: "s".into(),
            kind: SiteKind::School,
            place,
            persons: None,
            stated_municipality: None,
            stated_node: None,
            stated_connection: Knowledge::Unknown,
            stated_download: None,
            backup_power: None,
            power_feeds: vec![],
            origin: Origin { source: SourceIdx(0), row: 2 },
        }
    }

    #[test]
    fn a_tie_goes_to_the_first_and_a_missing_place_to_none() {
        let places = [at(30.0, 40.0), None, at(-30.0, 40.0), at(0.0, 51.0)];
        let found = nearest(&[site(at(0.0, 0.0)), site(None)], &places);
        let first = found[0].expect("found");
        assert_eq!((first.index, first.distance.value()), (0, 50.0));
        assert_eq!(found[1], None);
        assert_eq!(nearest(&[site(at(0.0, 0.0))], &[None]), [None]);
    }
}
