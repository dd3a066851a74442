//! What each site depends on, and which sites each element takes down.

use std::collections::BTreeMap;

use crate::model::network::NodeIdx;
use crate::model::site::SiteIdx;
use crate::network::attachment::Attachment;
use crate::network::element::Element;
use crate::network::single_points::SinglePoints;
use crate::units::Metres;

/// Whether the network reaches a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetworkStatus {
    /// There is a way from the core to its access node.
    Reached,
    /// It has an access node, and there is no way to it even with nothing failed.
    CutOff,
    /// It hangs on no node.
    NotAttached,
    /// No network is given.
    Unknown,
}

impl NetworkStatus {
    /// As written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::CutOff => "cut_off",
            Self::NotAttached => "not_attached",
            Self::Unknown => "unknown",
        }
    }
}

/// Where on the way from a site to the core a single point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The access node itself. Every site that is reached has it, so it is kept apart.
    Access,
    /// Beyond the access node.
    Network,
}

impl Stage {
    /// As written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Network => "network",
        }
    }
}

/// One element whose loss alone cuts a site off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SinglePoint {
    /// The element.
    pub element: Element,
    /// Where on the way it is.
    pub stage: Stage,
}

/// What one site depends on in the network.
#[derive(Clone, Debug, PartialEq)]
pub struct Dependence {
    /// The node it hangs on.
    pub access_node: Option<NodeIdx>,
    /// The straight distance to that node, where both have a place.
    pub drop_length: Option<Metres>,
    /// Whether the network reaches it.
    pub status: NetworkStatus,
    /// Node-disjoint ways from the access node to the core: 0, 1, or 2 for two or more; see
    /// [`SinglePoints::disjoint_paths`]. Unknown for a site that hangs on no node.
    pub disjoint_paths: Option<u8>,
    /// Every single point of a site that is reached, from the access node towards the core; none
    /// of one that is not.
    pub single_points: Vec<SinglePoint>,
}

impl Dependence {
    /// What is known of a site when there is no network: nothing.
    pub fn unknown() -> Self {
        Self::without_node(NetworkStatus::Unknown)
    }

    /// Joins how a site is attached with the single points of the network.
    ///
    /// As many steps as the site has single points.
    pub fn of(attachment: Option<Attachment>, single_points: &SinglePoints) -> Self {
        let Some(Attachment { node, drop_length }) = attachment else {
            return Self::without_node(NetworkStatus::NotAttached);
        };
        let reached = single_points.reached(node);
        let found = if reached {
            let access = SinglePoint { element: Element::Node(node), stage: Stage::Access };
            let beyond = single_points
                .above(node)
                .map(|element| SinglePoint { element, stage: Stage::Network });
            std::iter::once(access).chain(beyond).collect()
        } else {
            Vec::new()
        };
        Self {
            access_node: Some(node),
            drop_length,
            status: if reached { NetworkStatus::Reached } else { NetworkStatus::CutOff },
            disjoint_paths: Some(single_points.disjoint_paths(node)),
            single_points: found,
        }
    }

    fn without_node(status: NetworkStatus) -> Self {
        Self {
            access_node: None,
            drop_length: None,
            status,
            disjoint_paths: None,
            single_points: Vec::new(),
        }
    }
}

/// An element that cuts off at least one site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutOffElement {
    /// The element; an access node counts.
    pub element: Element,
    /// The sites its loss alone cuts off, sorted.
    pub sites: Vec<SiteIdx>,
}

/// Turns the table around: for each element the sites it cuts off, sorted by kind name and id.
pub fn elements(dependence: &[Dependence]) -> Vec<CutOffElement> {
    // The order of elements is that of kind names and ids: node before span, and each is
    // numbered by id.
    let mut sites_of: BTreeMap<Element, Vec<SiteIdx>> = BTreeMap::new();
    for (number, site) in dependence.iter().enumerate() {
        for point in &site.single_points {
            sites_of.entry(point.element).or_default().push(SiteIdx(number));
        }
    }
    sites_of.into_iter().map(|(element, sites)| CutOffElement { element, sites }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::network::SpanIdx;
    use crate::network::graph::Graph;

    fn node(number: u32) -> Element {
        Element::Node(NodeIdx(number))
    }

    /// ```text
    ///   (0)--0--1--1--2     3       sites 0 and 1 at 2, site 2 at 0, site 3 at 3, site 4 nowhere
    /// ```
    #[test]
    fn the_access_node_is_a_stage_of_its_own() {
        let single_points = SinglePoints::of(&Graph::from_ends(4, &[(0, 1), (1, 2)], &[0]));
        let at = |node: u32| Some(Attachment { node: NodeIdx(node), drop_length: None });
        let sites: Vec<Dependence> = [at(2), at(2), at(0), at(3), None]
            .into_iter()
            .map(|attachment| Dependence::of(attachment, &single_points))
            .collect();

        let written: Vec<_> =
            sites[0].single_points.iter().map(|p| (p.element, p.stage.name())).collect();
        assert_eq!(
            written,
            [
                (node(2), "access"),
                (Element::Span(SpanIdx(1)), "network"),
                (node(1), "network"),
                (Element::Span(SpanIdx(0)), "network"),
                (node(0), "network"),
            ]
        );
        let statuses: Vec<_> =
            sites.iter().map(|site| (site.status.name(), site.disjoint_paths)).collect();
        assert_eq!(
            statuses,
            [
                ("reached", Some(1)),
                ("reached", Some(1)),
                ("reached", Some(1)),
                ("cut_off", Some(0)),
                ("not_attached", None),
            ]
        );
        assert_eq!(sites[3].single_points, []);
        assert_eq!(sites[3].access_node, Some(NodeIdx(3)));

        let rows: Vec<_> = elements(&sites)
            .into_iter()
            .map(|row| (row.element, row.sites.iter().map(|site| site.0).collect::<Vec<_>>()))
            .collect();
        assert_eq!(
            rows,
            [
                (node(0), vec![0, 1, 2]),
                (node(1), vec![0, 1]),
                (node(2), vec![0, 1]),
                (Element::Span(SpanIdx(0)), vec![0, 1]),
                (Element::Span(SpanIdx(1)), vec![0, 1]),
            ]
        );
    }

    #[test]
    fn without_a_network_everything_is_unknown() {
        let unknown = Dependence::unknown();
        assert_eq!((unknown.status.name(), unknown.disjoint_paths), ("unknown", None));
        assert_eq!(elements(&[unknown]), []);
    }
}
