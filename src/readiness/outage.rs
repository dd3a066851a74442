//! What is left when several things fail at once, and grid power is lost for hours.
//!
//! ```text
//!        core ---- S ---- A . . . . school        S fails: the fixed service of the school is gone.
//!          |                        :             The mast carries on for as long as its battery
//!          M ---- mast  ) . . . . . :             and that of M last, and the school's own.
//! ```
//!
//! Everything is asked in two worlds. In the *worse* one every unknown falls badly: a battery that
//! nobody stated is empty, a mast of which nobody says where it hangs is down. In the *better* one
//! every unknown falls well. Since nothing is ever better off for a failure or a worse battery,
//! what holds in the worse world is known to hold, and what fails in the better one is known to
//! fail; the rest is not known.
//!
//! The rules are those of [`failure`](crate::readiness::failure) and of
//! [`curve`](crate::readiness::curve): a failed element takes down what is stated to hang on it,
//! a failed power feed lasts longer than any battery, and what lasts exactly so many hours still
//! counts as there.

use std::collections::BTreeSet;

use crate::access::area_index::AreaIndex;
use crate::crs::{Area, Projected};
use crate::model::coverage::{Mast, MastIdx};
use crate::model::infrastructure::Infrastructure;
use crate::model::knowledge::Knowledge;
use crate::model::network::{Network, NodeIdx, SpanIdx};
use crate::model::power::FeedIdx;
use crate::model::site::Site;
use crate::network::dependence::NetworkStatus;
use crate::network::element::Element;
use crate::network::graph::Graph;
use crate::readiness::site::SiteAssessment;
use crate::units::Hours;
use crate::words::codes;

/// What fails at the same moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Failed(BTreeSet<Element>);

impl FromIterator<Element> for Failed {
    fn from_iter<I: IntoIterator<Item = Element>>(elements: I) -> Self {
        Self(elements.into_iter().collect())
    }
}

impl Failed {
    /// The elements, by kind and id.
    pub fn elements(&self) -> impl Iterator<Item = Element> + '_ {
        self.0.iter().copied()
    }

    /// Whether nothing has failed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The feeds among them.
    fn feeds<'a>(&self, of: &'a Infrastructure) -> BTreeSet<&'a str> {
        let feeds = self.0.iter().filter_map(|element| match element {
            Element::PowerFeed(feed) => Some(of.feeds.id(*feed)),
            _ => None,
        });
        feeds.collect()
    }
}

/// To whom grid power is lost: by place in the run's lists. Unknown of a place that is not stated
/// where only an area is hit, and of what has no stated feeds where only feeds are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridLoss {
    nodes: Vec<Knowledge>,
    masts: Vec<Knowledge>,
    sites: Vec<Knowledge>,
    /// By site, what carries it where no node is known that does: it stands where the site does.
    carriers: Vec<Knowledge>,
}

impl GridLoss {
    /// Lost on some feeds, in some area, or everywhere where neither is given. Something with
    /// several feeds is hit when all of them are lost or failed; what needs no power never is.
    pub fn new(
        feeds: Option<&BTreeSet<FeedIdx>>,
        area: Option<&[Area]>,
        failed: &Failed,
        sites: &[Site],
        of: &Infrastructure,
    ) -> Self {
        let index = area.map(AreaIndex::new);
        let inside = |place: Option<Projected>| match (&index, place) {
            (None, _) => Knowledge::Yes,
            (Some(_), None) => Knowledge::Unknown,
            (Some(index), Some(place)) => Knowledge::from_known(!index.holding(place).is_empty()),
        };
        let lost: Option<BTreeSet<&str>> = feeds.map(|feeds| {
            let mut lost = failed.feeds(of);
            lost.extend(feeds.iter().map(|feed| of.feeds.id(*feed)));
            lost
        });
        let on = |own: &[String]| match &lost {
            None => Knowledge::Yes,
            Some(_) if own.is_empty() => Knowledge::Unknown,
            Some(lost) => Knowledge::from_known(own.iter().all(|feed| lost.contains(&**feed))),
        };
        let nodes = of.network.iter().flat_map(Network::nodes).map(|node| {
            let powered = Knowledge::from_known(node.power.needs_power);
            powered.and(on(&node.power.feeds)).and(inside(node.place))
        });
        let masts = of.masts().iter().map(|mast| {
            let powered = Knowledge::from_known(mast.power.needs_power);
            powered.and(on(&mast.power.feeds)).and(inside(mast.place))
        });
        let of_site = |site: &Site, own: &[String]| on(own).and(inside(site.place));
        Self {
            nodes: nodes.collect(),
            masts: masts.collect(),
            sites: sites.iter().map(|site| of_site(site, &site.power_feeds)).collect(),
            carriers: sites.iter().map(|site| of_site(site, &[])).collect(),
        }
    }

    /// Lost everywhere.
    pub fn everywhere(sites: &[Site], of: &Infrastructure) -> Self {
        Self::new(None, None, &Failed::default(), sites, of)
    }

    /// How many nodes, masts and sites it is known to hit.
    pub fn hits(&self) -> usize {
        let all = self.nodes.iter().chain(&self.masts).chain(&self.sites);
        all.filter(|&&hit| hit == Knowledge::Yes).count()
    }
}

/// What a site has, or has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Services {
    /// Fixed service.
    pub fixed: Knowledge,
    /// Mobile service, at 10 Mbit/s.
    pub mobile: Knowledge,
}

impl Services {
    /// Whether there is any.
    pub fn any(self) -> Knowledge {
        self.fixed.or(self.mobile)
    }
}

codes! {
    /// What becomes of a site.
    pub enum Outcome: "outcome" {
        /// It had, or may have had, some service, and is known to have none left.
        LosesAll = "loses_all",
        /// It is not known whether any service is left.
        Unknown = "unknown",
        /// Fixed service is lost, and mobile service is left.
        LosesFixed = "loses_fixed",
        /// Mobile service is lost, and fixed service is left.
        LosesMobile = "loses_mobile",
        /// Some service is left; of the other that it had it is not known.
        KeepsSome = "keeps_some",
        /// Everything that it was known to have is left.
        KeepsAll = "keeps_all",
        /// It was known to have no service before.
        HadNone = "had_none",
    }
}

impl Outcome {
    /// From what there was and what is left.
    pub fn of(before: Services, after: Services) -> Self {
        use Knowledge::{No, Unknown, Yes};
        let lost = |before, after| before != No && after == No;
        match (before.any(), after.any()) {
            (No, _) => Self::HadNone,
            (_, No) => Self::LosesAll,
            (_, Unknown) => Self::Unknown,
            _ if lost(before.fixed, after.fixed) => Self::LosesFixed,
            _ if lost(before.mobile, after.mobile) => Self::LosesMobile,
            _ if (before.fixed, after.fixed) == (Yes, Unknown)
                || (before.mobile, after.mobile) == (Yes, Unknown) =>
            {
                Self::KeepsSome
            }
            _ => Self::KeepsAll,
        }
    }
}

/// What is left of one site's service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// What it had.
    pub before: Services,
    /// What it has.
    pub after: Services,
    /// Whether it is known to have lost the service it had: fixed, or where it had none, mobile
    /// from every mast that was known to serve it.
    pub cut_off: bool,
}

impl Left {
    /// What became of the site.
    pub fn outcome(self) -> Outcome {
        Outcome::of(self.before, self.after)
    }
}

/// How the sites stand when so many hours have passed.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Since everything failed; 0 where grid power is not lost.
    pub hours: Hours,
    /// One per site, in their order.
    pub left: Vec<Left>,
}

/// Whether something is up, in the worse and in the better world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Up {
    worse: bool,
    better: bool,
}

impl Up {
    const YES: Self = Self { worse: true, better: true };
    const NO: Self = Self { worse: false, better: false };
    const UNKNOWN: Self = Self { worse: false, better: true };

    fn known(self) -> Knowledge {
        match self {
            Self::YES => Knowledge::Yes,
            Self::NO => Knowledge::No,
            _ => Knowledge::Unknown,
        }
    }

    fn and(self, other: Self) -> Self {
        Self { worse: self.worse && other.worse, better: self.better && other.better }
    }
}

impl From<Knowledge> for Up {
    fn from(known: Knowledge) -> Self {
        match known {
            Knowledge::Yes => Self::YES,
            Knowledge::No => Self::NO,
            Knowledge::Unknown => Self::UNKNOWN,
        }
    }
}

/// Everything that the question needs, ready to be asked about one outage after another.
pub struct Outages<'a> {
    sites: &'a [Site],
    assessments: &'a [SiteAssessment],
    infrastructure: &'a Infrastructure,
    graph: Option<Graph>,
    /// By mast, the node that it is known to be served over, and whether it works while nothing has
    /// failed.
    masts: Vec<(Option<NodeIdx>, Knowledge)>,
}

/// One outage: what has failed, and for how long grid power has been lost.
struct Outage<'a> {
    failed: &'a Failed,
    failed_feeds: BTreeSet<&'a str>,
    grid: Option<(&'a GridLoss, Hours)>,
}

impl Outage<'_> {
    /// Whether power is there: all feeds failed is for longer than any battery.
    fn power(&self, feeds: &[String], battery: Option<Hours>, hit: Option<Knowledge>) -> Up {
        if !feeds.is_empty() && feeds.iter().all(|feed| self.failed_feeds.contains(&**feed)) {
            return Up::NO;
        }
        // What nobody says where its power comes from may hang on any feed.
        let may_be_its = feeds.is_empty() && !self.failed_feeds.is_empty();
        let up = self.power_of_grid(battery, hit);
        if may_be_its { up.and(Up::UNKNOWN) } else { up }
    }

    /// Whether power is there when no feed has failed.
    fn power_of_grid(&self, battery: Option<Hours>, hit: Option<Knowledge>) -> Up {
        let Some((_, hours)) = self.grid else { return Up::YES };
        let lasts = match battery {
            Some(battery) => Knowledge::from_known(battery >= hours).into(),
            None => Up { worse: hours == Hours::ZERO, better: true },
        };
        match hit.unwrap_or(Knowledge::No) {
            Knowledge::Yes => lasts,
            Knowledge::No => Up::YES,
            Knowledge::Unknown => Up { better: true, ..lasts },
        }
    }

    fn hit(&self, of: impl Fn(&GridLoss) -> Knowledge) -> Option<Knowledge> {
        self.grid.map(|(grid, _)| of(grid))
    }

    /// Whether a part of the network has failed.
    fn takes_of_network(&self) -> bool {
        self.failed.elements().any(|element| !matches!(element, Element::Mast(_)))
    }

    /// Whether anything at all is different from before.
    fn is_nothing(&self) -> bool {
        self.failed.is_empty() && self.grid.is_none_or(|(_, hours)| hours == Hours::ZERO)
    }
}

impl<'a> Outages<'a> {
    /// Prepares the network; `assessments` are those of the sites, in their order.
    pub fn new(
        sites: &'a [Site],
        assessments: &'a [SiteAssessment],
        infrastructure: &'a Infrastructure,
    ) -> Self {
        let graph = infrastructure.network.as_ref().map(Graph::of);
        let mut outages = Self { sites, assessments, infrastructure, graph, masts: Vec::new() };
        let nothing = Failed::default();
        let reached = outages.reached(&outages.outage(&nothing, None));
        let network = infrastructure.network.as_ref();
        let masts = infrastructure.masts().iter().map(|mast| {
            match network.and_then(|n| n.find_node(mast.stated_node.as_deref()?)) {
                Some(node) if reached[node.0 as usize] == Up::YES => (Some(node), Knowledge::Yes),
                // The list says that it stands there, the network that it cannot be served.
                Some(_) => (None, Knowledge::Unknown),
                None => (None, Knowledge::Yes),
            }
        });
        outages.masts = masts.collect();
        outages
    }

    /// What is left of the service of each site, in their order, when so much has failed, and grid
    /// power has been lost for so long.
    ///
    /// # Complexity
    ///
    /// Two searches of the network, and a look at every mast that reaches each site.
    pub fn left(&self, failed: &Failed, grid: Option<(&GridLoss, Hours)>) -> Vec<Left> {
        let outage = self.outage(failed, grid);
        let reached = self.reached(&outage);
        let masts = self.masts_up(&outage, &reached);
        (0..self.sites.len()).map(|site| self.site(site, &outage, &reached, &masts)).collect()
    }

    fn outage<'o>(&'o self, failed: &'o Failed, grid: Option<(&'o GridLoss, Hours)>) -> Outage<'o> {
        Outage { failed, failed_feeds: failed.feeds(self.infrastructure), grid }
    }

    /// By node, whether a core node is reached over what is up.
    fn reached(&self, outage: &Outage<'_>) -> Vec<Up> {
        let (Some(network), Some(graph)) = (&self.infrastructure.network, &self.graph) else {
            return Vec::new();
        };
        let mut up: Vec<Up> = network
            .nodes()
            .iter()
            .enumerate()
            .map(|(i, node)| match node.power.needs_power {
                false => Up::YES,
                true => {
                    let hit = outage.hit(|grid| grid.nodes[i]);
                    outage.power(&node.power.feeds, node.power.battery, hit)
                }
            })
            .collect();
        let mut carries = vec![true; network.spans().len()];
        let mut fail_span = |span: &SpanIdx| carries[span.0 as usize] = false;
        for element in outage.failed.elements() {
            match element {
                Element::Node(node) => up[node.0 as usize] = Up::NO,
                Element::Span(span) => fail_span(&span),
                Element::Trench(trench) => {
                    self.infrastructure.trench(trench).spans.iter().for_each(&mut fail_span);
                }
                Element::Mast(_) | Element::PowerFeed(_) => {}
            }
        }
        let worse = search(graph, |node| up[node.0 as usize].worse, &carries);
        let better = search(graph, |node| up[node.0 as usize].better, &carries);
        worse.into_iter().zip(better).map(|(worse, better)| Up { worse, better }).collect()
    }

    /// By mast, whether it carries service.
    fn masts_up(&self, outage: &Outage<'_>, reached: &[Up]) -> Vec<Up> {
        let masts = self.infrastructure.masts().iter().zip(0..).zip(&self.masts);
        masts
            .map(|((mast, number), (node, _))| {
                if outage.failed.0.contains(&Element::Mast(MastIdx(number))) {
                    return Up::NO;
                }
                let way = node.map_or(Up::UNKNOWN, |node| reached[node.0 as usize]);
                way.and(self.mast_power(mast, number as usize, outage))
            })
            .collect()
    }

    fn mast_power(&self, mast: &Mast, number: usize, outage: &Outage<'_>) -> Up {
        let power = &mast.power;
        if !power.needs_power {
            return Up::YES;
        }
        let hit = outage.hit(|grid| grid.masts[number]);
        outage.power(&power.feeds, power.battery, hit)
    }

    fn site(&self, number: usize, outage: &Outage<'_>, reached: &[Up], masts: &[Up]) -> Left {
        let (site, found) = (&self.sites[number], &self.assessments[number]);
        let before = Services { fixed: found.failures.fixed, mobile: found.failures.mobile };
        let hit = outage.hit(|grid| grid.sites[number]);
        let power = outage.power(&site.power_feeds, site.backup_power, hit);

        let carried = match (found.dependence.status, found.dependence.access_node) {
            (NetworkStatus::Reached, Some(node)) => reached[node.0 as usize],
            // What the network says cannot be is at most unknown already.
            (NetworkStatus::CutOff, _) => Up::YES,
            // It may hang on any node, or on none of them.
            (NetworkStatus::Unknown, _) if outage.takes_of_network() => Up::UNKNOWN,
            _ => outage.power(&[], None, outage.hit(|grid| grid.carriers[number])),
        };
        let fixed = Up::from(before.fixed).and(carried).and(power);

        let (mut served_for_certain, mut serving_for_certain) = (false, false);
        let mobile = match &found.masts {
            _ if outage.is_nothing() => before.mobile.into(),
            // Without a list of masts nobody knows what the coverage hangs on.
            None => Up::from(before.mobile).and(Up::UNKNOWN),
            Some(reach) => {
                let mut any = Up { worse: false, better: reach.unlisted };
                for r in &reach.masts {
                    let place = r.mast.0 as usize;
                    let up = Up::from(r.reaches).and(masts[place]);
                    any = Up { worse: any.worse || up.worse, better: any.better || up.better };
                    let served = r.reaches.and(self.masts[place].1) == Knowledge::Yes;
                    served_for_certain |= served;
                    serving_for_certain |= served && masts[place].better;
                }
                any
            }
        };
        let mobile = mobile.and(power);
        let cut_off = match (before.fixed, before.mobile) {
            (Knowledge::No, Knowledge::Yes) if served_for_certain => {
                !(serving_for_certain && power.better)
            }
            // Of mobile service that coverage alone tells of only the site's own power is known.
            (Knowledge::No, Knowledge::Yes) => !power.better,
            (Knowledge::No, _) => false,
            _ => !fixed.better,
        };
        let after = Services { fixed: fixed.known(), mobile: mobile.known() };
        Left { before, after, cut_off }
    }
}

/// By node, whether a core node is reached over nodes that are up and spans that carry.
fn search(graph: &Graph, up: impl Fn(NodeIdx) -> bool, carries: &[bool]) -> Vec<bool> {
    let mut reached = vec![false; graph.node_count()];
    let mut open: Vec<NodeIdx> = Vec::new();
    for &core in graph.core() {
        if up(core) && !std::mem::replace(&mut reached[core.0 as usize], true) {
            open.push(core);
        }
    }
    while let Some(node) = open.pop() {
        for hop in graph.hops(node).iter().filter(|hop| carries[hop.over.0 as usize]) {
            if up(hop.to) && !std::mem::replace(&mut reached[hop.to.0 as usize], true) {
                open.push(hop.to);
            }
        }
    }
    reached
}
