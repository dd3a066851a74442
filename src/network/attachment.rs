//! Which node a site hangs on.

use std::cell::LazyCell;

use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::crs::Projected;
use crate::findings::{Finding, Findings, Rule};
use crate::model::network::{Network, NodeIdx};
use crate::model::site::Site;
use crate::model::source::Source;
use crate::units::Metres;
use crate::words::{Said, key};

/// The node a site hangs on, and how far it is to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attachment {
    /// The access node.
    pub node: NodeIdx,
    /// The straight distance from the site to the node; unknown where one has no place.
    pub drop_length: Option<Metres>,
}

/// Attaches each site, in the order of the sites; `None` where nothing says how.
///
/// What the register states comes first, even a node that is out of service: the site hangs on it
/// and is cut off. A site that states no node, or one the network does not have
/// ([`Rule::SiteNodeUnknown`]), joins the nearest node in service, if that is not farther than
/// `within`; of several equally near, the one with the lowest id.
///
/// ```text
///                 within
///        |<------------------->|
///      site ......... b              a      b, since it is nearest
///      site states a ...............>a      a, however far
///      site              x ... b            b, where x is out of service
///      site                     .... a      not attached
/// ```
///
/// # Assumptions
///
/// A drop is as long as the straight line: real ones follow roads and are longer.
///
/// # Complexity
///
/// An R-tree of the nodes, built when the first site needs it, then about log(nodes) for each site.
pub fn attach(
    sites: &[Site],
    network: &Network,
    within: Metres,
    sources: &[Source],
    findings: &mut Findings,
) -> Vec<Option<Attachment>> {
    let nearest = LazyCell::new(|| NearestNode::of(network));
    sites
        .iter()
        .map(|site| {
            let stated = site.stated_node.as_deref().map(|id| (id, network.find_node(id)));
            if let Some((_, Some(node))) = stated {
                let distance = |site: Projected| Some(site.distance(network.node(node).place?));
                return Some(Attachment { node, drop_length: site.place.and_then(distance) });
            }
            let attachment = site.place.and_then(|place| nearest.within(place, within));
            if let Some((id, _)) = stated {
                findings.add(unknown_node(site, id, attachment, network, sources));
            }
            attachment
        })
        .collect()
}

fn unknown_node(
    site: &Site,
    stated: &str,
    instead: Option<Attachment>,
    network: &Network,
    sources: &[Source],
) -> Finding {
    let id = &site.id;
    let message: Said = match instead {
        Some(Attachment { node, .. }) => {
            key::FindingSiteNodeInstead { site: id, node: &network.node(node).id }.into()
        }
        None => key::FindingSiteNodeNone { site: id }.into(),
    };
    Finding::new(Rule::SiteNodeUnknown, &sources[site.origin.source.0].path, message)
        .at(site.origin.row)
        .field("network_node")
        .value(stated)
}

/// The nodes in service that have a place.
struct NearestNode(RTree<GeomWithData<[f64; 2], NodeIdx>>);

impl NearestNode {
    fn of(network: &Network) -> Self {
        let placed = network.nodes().iter().zip(0..).filter(|(node, _)| node.in_service);
        let points = placed.filter_map(|(node, number)| {
            let place = node.place?;
            Some(GeomWithData::new([place.easting(), place.northing()], NodeIdx(number)))
        });
        Self(RTree::bulk_load(points.collect()))
    }

    fn within(&self, from: Projected, within: Metres) -> Option<Attachment> {
        let mut by_distance =
            self.0.nearest_neighbor_iter_with_distance_2([from.easting(), from.northing()]);
        let (first, squared) = by_distance.next()?;
        // The network is sorted by id, so the lowest index is the lowest id.
        let nearest = by_distance
            .take_while(|&(_, other)| other == squared)
            .map(|(tied, _)| tied)
            .fold(first, |a, b| if b.data < a.data { b } else { a });
        let [easting, northing] = *nearest.geom();
        let place = Projected::from_metres(easting, northing).expect("taken from a Projected");
        let distance = from.distance(place);
        (distance <= within)
            .then_some(Attachment { node: nearest.data, drop_length: Some(distance) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample;
    use crate::words::Language;

    fn metres(value: f64) -> Metres {
        Metres::new(value).expect("a length")
    }

    /// ```text
    ///   c(-300,400)         d(300,400)
    ///
    ///             s(0,0)
    ///                  x(1,0), out of service           a(900,0)      e has no place
    /// ```
    fn network() -> Network {
        let mut network = sample::Network::new(&["d", "c", "x", "a", "e"], &[], &["a"]).at(&[
            (300.0, 400.0),
            (-300.0, 400.0),
            (1.0, 0.0),
            (900.0, 0.0),
        ]);
        network.nodes[2].in_service = false;
        network.build()
    }

    fn attach_one(site: Site, within: f64) -> (Option<(String, Option<f64>)>, Vec<Finding>) {
        let network = network();
        let mut findings = Findings::default();
        let attached = attach(&[site], &network, metres(within), &sample::sources(), &mut findings);
        assert_eq!(attached.len(), 1);
        let named = attached[0].map(|attachment| {
            let drop_length = attachment.drop_length.map(Metres::value);
            (network.node(attachment.node).id.clone(), drop_length)
        });
        (named, findings.sorted())
    }

    fn to(id: &str, drop_length: Option<f64>) -> Option<(String, Option<f64>)> {
        Some((id.to_owned(), drop_length))
    }

    #[test]
    fn the_nearest_in_service_and_of_equals_the_lowest_id() {
        let site = || sample::site("s", Some((0.0, 0.0)), None);
        assert_eq!(attach_one(site(), 500.0), (to("c", Some(500.0)), vec![]));
        assert_eq!(attach_one(site(), 499.9), (None, vec![]));
    }

    #[test]
    fn the_stated_node_beats_the_nearest_even_out_of_service() {
        let site = |place, node| sample::site("s", place, Some(node));
        assert_eq!(attach_one(site(Some((0.0, 0.0)), "a"), 5.0).0, to("a", Some(900.0)));
        assert_eq!(attach_one(site(Some((0.0, 0.0)), "x"), 5.0).0, to("x", Some(1.0)));
        assert_eq!(attach_one(site(Some((0.0, 0.0)), "e"), 5.0).0, to("e", None));
        assert_eq!(attach_one(site(None, "a"), 5.0).0, to("a", None));
    }

    #[test]
    fn a_site_without_place_and_node_is_not_attached() {
        assert_eq!(attach_one(sample::site("s", None, None), 1e9), (None, vec![]));
    }

    #[test]
    fn an_unknown_node_is_a_finding_and_distance_decides() {
        let site = sample::site("s", Some((899.0, 0.0)), Some("N-77"));
        let (attached, findings) = attach_one(site, 5.0);
        assert_eq!(attached, to("a", Some(1.0)));
        assert_eq!(findings.len(), 1);
        assert_eq!(
            findings[0].to_string(),
            "warning: schools.csv: row 7: network_node = \"N-77\": site s: no node of the network \
             has this id; attached to the nearest node, a [site_node_unknown]"
        );

        let (attached, findings) = attach_one(sample::site("s", None, Some("N-77")), 5.0);
        assert_eq!(attached, None);
        assert!(findings[0].message.in_language(Language::En).ends_with("not attached"));
    }
}
