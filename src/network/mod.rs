//! What fails in the network if one thing fails.
//!
//! A site hangs on an *access node*. It has service as long as there is a way from that node to a
//! *core node*, where the network meets the outside world. The question is which single elements,
//! nodes or spans, lie on every such way.
//!
//! ```text
//!                  the outside world                      a virtual root
//!                    :           :
//!                  (POP)        (POP)                     core nodes
//!                    |            |
//!                    A -- B ----- C                       two ways out, whichever of these fails
//!                         |
//!                         |  S                            a bridge: the one cable to the village
//!                         |
//!                         D                               an articulation point
//!                        / \
//!                       E === F                           a ring, and a double cable in it
//!                             .
//!                             .  drop
//!                          school                         access node F
//!
//!     single points of the school:   F        stage access
//!                                    D, S, B  stage network
//! ```
//!
//! In four steps, each in its file:
//!
//! 1. [`attachment`]: the access node of each site. The node its register states, otherwise the
//!    nearest node in service within a distance.
//! 2. [`graph`]: the elements in service. The network is a multigraph: two cables between the same
//!    two nodes are redundancy, so neither is a single point. What is out of service carries
//!    nothing.
//! 3. [`single_points`]: for every node at once the elements that cut it off, from one depth-first
//!    search from the virtual root. They form a tree: in the drawing F and E hang from D, D from
//!    S, S from B, and B from the root, since it has two ways out. A lone core node is itself a
//!    single point of all the rest.
//! 4. [`dependence`]: both joined for each site, and turned around: for each element the sites
//!    that it takes down.
//!
//! The access node is reported apart, as a stage of its own: a site with one drop always depends
//! on it, and mixed with the rest it would make every site look the same.

pub mod attachment;
pub mod dependence;
pub mod element;
pub mod graph;
pub mod single_points;
pub mod trench;

#[cfg(test)]
mod sample;

use crate::findings::Findings;
use crate::model::network::Network;
use crate::model::site::Site;
use crate::model::source::Source;
use crate::network::dependence::{CutOffElement, Dependence};
use crate::network::graph::Graph;
use crate::network::single_points::SinglePoints;
use crate::units::Metres;

/// The failure analysis of all sites.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkAnalysis {
    /// What each site depends on, in the order of the sites.
    pub dependence: Vec<Dependence>,
    /// Every element that cuts off at least one site, sorted by kind name and id.
    pub elements: Vec<CutOffElement>,
}

/// Finds what cuts off each site; without a network everything is unknown.
///
/// `attach_within` is how far a site may be from its node when its register states none; `sources`
/// names the datasets in findings.
///
/// # Complexity
///
/// Linear in the network, plus the single points found, summed over the sites. For a network whose
/// every node is a site that sum may grow with the square of the nodes (a long chain);
/// [`SinglePoints::cut_off`] gives the totals without listing them.
pub fn analyse(
    sites: &[Site],
    network: Option<&Network>,
    attach_within: Metres,
    sources: &[Source],
    findings: &mut Findings,
) -> NetworkAnalysis {
    let Some(network) = network else {
        let dependence = sites.iter().map(|_| Dependence::unknown()).collect();
        return NetworkAnalysis { dependence, elements: Vec::new() };
    };
    let single_points = SinglePoints::of(&Graph::of(network));
    let dependence: Vec<Dependence> =
        attachment::attach(sites, network, attach_within, sources, findings)
            .into_iter()
            .zip(sites)
            .map(|(attachment, site)| match attachment {
                // Of a site that is nowhere nobody can say that it hangs on no node.
                None if site.place.is_none() => Dependence::unknown(),
                attachment => Dependence::of(attachment, &single_points),
            })
            .collect();
    let elements = dependence::elements(&dependence);
    NetworkAnalysis { dependence, elements }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::dependence::NetworkStatus;

    /// The drawing of this module; P and Q are the core nodes.
    #[test]
    fn the_school_of_the_drawing() {
        let network = sample::Network::new(
            &["P", "Q", "A", "B", "C", "D", "E", "F"],
            &["P-A", "Q-C", "A-B", "B-C", "B-D", "D-E", "D-F", "E-F", "E-F-2"],
            &["P", "Q"],
        )
        .build();
        let sites = [sample::site("school", None, Some("F"))];
        let analyse = |network| {
            let mut findings = Findings::default();
            let sources = sample::sources();
            let analysis = analyse(&sites, network, Metres::ZERO, &sources, &mut findings);
            assert_eq!(findings.sorted(), []);
            analysis
        };

        let analysis = analyse(Some(&network));
        let found: Vec<_> = analysis.dependence[0]
            .single_points
            .iter()
            .map(|point| (point.element.id(&network), point.stage.name()))
            .collect();
        assert_eq!(
            found,
            [("F", "access"), ("D", "network"), ("B-D", "network"), ("B", "network")]
        );
        assert_eq!(analysis.dependence[0].disjoint_paths, Some(1));
        let elements: Vec<_> =
            analysis.elements.iter().map(|row| row.element.id(&network)).collect();
        assert_eq!(elements, ["B", "D", "F", "B-D"]);

        let unknown = analyse(None);
        assert_eq!(unknown.dependence[0].status, NetworkStatus::Unknown);
        assert_eq!(unknown.elements, []);
    }
}
