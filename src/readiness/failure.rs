//! What each single failure leaves a site with: its effect, its fallback, its endurance.
//!
//! A site has fixed service over its access node, and mobile service over the masts that reach it.
//! Both end when the site itself is without power.
//!
//! ```text
//!        core ---- S ---- A . . . . school        S takes down the fixed service. The mast hangs
//!                   \               :             on M, which hangs on S as well: a fallback in
//!                    M ---- mast  ) :             name only. With M on a cable of its own from
//!                                   :             the core it would be independent.
//! ```
//!
//! What is listed is what is known: an element takes down what is stated to hang on it. A claim of
//! independence needs more: a mast of which nobody says on which node or feed it hangs holds
//! through nothing for certain.

mod served;

use crate::access::connection::FixedConnection;
use crate::access::mast_reach::{MastReach, ReachBasis};
use crate::access::mobile::MobileReach;
use crate::model::coverage::{Mast, MastIdx};
use crate::model::infrastructure::Infrastructure;
use crate::model::knowledge::Knowledge;
use crate::model::power::{FeedIdx, only};
use crate::model::site::Site;
use crate::network::dependence::{Dependence, FeedDoubt, NetworkStatus, Stage};
use crate::network::element::Element;
use crate::network::endurance::Endurance;
use crate::words::codes;

codes! {
    /// What a site falls back on when its fixed connection fails; of a site without one, when the mast
    /// that serves it does.
    pub enum Fallback: "fallback" {
        /// A mast stays up through every single failure that cuts off the first service.
        Independent = "independent",
        /// Masts reach the site, or may, and each fails together with the first service somewhere: it
        /// is known that none is independent.
        Shared = "shared",
        /// Nothing else reaches the site.
        None = "none",
        /// Not known.
        Unknown = "unknown",
    }
}

impl Fallback {
    /// Whether it is independent.
    fn is_independent(self) -> Knowledge {
        match self {
            Self::Independent => Knowledge::Yes,
            Self::Shared | Self::None => Knowledge::No,
            Self::Unknown => Knowledge::Unknown,
        }
    }
}

codes! {
    /// What the loss of one element does to a site that it takes service from.
    pub enum Effect: "effect" {
        /// Fixed service is lost, and a mast that stays up carries on.
        Fixed = "fixed",
        /// Every service is lost.
        All = "all",
        /// Fixed service is lost; whether a mast stays up is not known.
        Unknown = "unknown",
    }
}

impl Effect {
    /// From whether any service is left.
    fn of(left: Knowledge) -> Self {
        match left {
            Knowledge::Yes => Self::Fixed,
            Knowledge::No => Self::All,
            Knowledge::Unknown => Self::Unknown,
        }
    }
}

/// A single point of a site, with what its loss does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SitePoint {
    /// The element.
    pub element: Element,
    /// Where on the way it is.
    pub stage: Stage,
    /// What its loss does.
    pub effect: Effect,
}

/// A mast that reaches a site, or may, seen as a backup.
#[derive(Clone, Debug, PartialEq)]
pub struct Backup {
    /// The mast.
    pub mast: MastIdx,
    /// Whether it reaches the site: yes or unknown.
    pub reaches: Knowledge,
    /// How that is known.
    pub basis: ReachBasis,
    /// Whether the network reaches its node.
    pub way: NetworkStatus,
    /// Whether it stays up through every single failure that cuts off the first service.
    pub holds: Knowledge,
    /// The first element that takes down both, from the site towards the core.
    pub shares: Option<Element>,
}

/// What single failures do to one site.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteFailures {
    /// Whether it has fixed service now.
    pub fixed: Knowledge,
    /// Whether it has mobile service now, at 10 Mbit/s.
    pub mobile: Knowledge,
    /// Every single point: of its fixed service, or where it has none, of its mobile service.
    pub points: Vec<SitePoint>,
    /// What it falls back on.
    pub fallback: Fallback,
    /// Whether it falls back on something independent: of a site of unknown connection only known
    /// where it is the same with a connection and without.
    pub falls_back: Knowledge,
    /// Whether some service is left whatever single thing outside the building fails.
    pub always_served: Knowledge,
    /// The masts that were asked about for that.
    pub backups: Vec<Backup>,
    /// Whether a mast that no list has may reach it; `None` where no list is given.
    pub unlisted: Option<bool>,
    /// How long it keeps some service when grid power is lost everywhere.
    pub endurance: Endurance,
}

/// What something hangs on among power feeds.
#[derive(Clone, Debug, Default, PartialEq)]
struct Feeding {
    /// The feeds whose loss is known to take it down.
    known: Vec<FeedIdx>,
    /// Those that may.
    doubt: FeedDoubt,
}

impl Feeding {
    fn new(elements: impl Iterator<Item = Element>, doubt: FeedDoubt) -> Self {
        let feed = |element| match element {
            Element::PowerFeed(feed) => Some(feed),
            _ => None,
        };
        Self { known: elements.filter_map(feed).collect(), doubt }
    }

    /// Whether what is known of another may meet what is in doubt of this.
    fn may_hang_on_what_takes(&self, other: &Self) -> bool {
        let doubt = &self.doubt;
        let doubted_of_both = || {
            let both = doubt.of.iter().any(|feed| other.doubt.holds(*feed));
            both || (doubt.any && (other.doubt.any || !other.doubt.of.is_empty()))
        };
        other.known.iter().any(|feed| doubt.holds(*feed)) || doubted_of_both()
    }
}

/// A mast as a carrier of service.
#[derive(Clone, Debug, PartialEq)]
pub struct MastService {
    /// Whether it works now. One that stands in a list does; of one whose node has no way to a
    /// core node it is not known.
    pub works: Knowledge,
    /// Whether the network reaches its node; unknown where nobody says which node that is.
    pub way: NetworkStatus,
    /// Every element whose loss is known to take it down, sorted; itself included.
    pub elements: Vec<Element>,
    /// How long it lasts without grid power.
    pub endurance: Endurance,
    /// The feeds among them, and those that may be.
    feeding: Feeding,
    /// The one feed it has itself, where it has one.
    feed: Option<Element>,
    /// Whether it is apart from what nobody says that it hangs on, or does not hang on.
    otherwise: Knowledge,
}

impl MastService {
    /// What a mast depends on: itself, its feed, and all that its node depends on.
    pub fn new(index: MastIdx, mast: &Mast, way: &Dependence, of: &Infrastructure) -> Self {
        let feed = mast.power.only_feed().and_then(|id| of.feeds.find(id)).map(Element::PowerFeed);
        let mut elements: Vec<Element> =
            way.single_points.iter().map(|point| point.element).collect();
        elements.push(Element::Mast(index));
        elements.extend(feed);
        elements.sort_unstable();
        elements.dedup();
        let mut doubt = way.feed_doubt.clone();
        doubt.any |= of.asks_feeds && mast.power.feeds.is_empty() && mast.power.needs_power;
        Self {
            works: match way.status {
                NetworkStatus::CutOff => Knowledge::Unknown,
                _ => Knowledge::Yes,
            },
            way: way.status,
            feeding: Feeding::new(elements.iter().copied(), doubt),
            elements,
            endurance: Endurance::of(mast.power.battery).and(match way.status {
                NetworkStatus::Reached => way.endurance,
                _ => Endurance::UNKNOWN,
            }),
            feed,
            otherwise: Knowledge::Unknown,
        }
    }

    /// The mast as it would be if everything were known that is not, and fell well or badly.
    #[must_use]
    pub fn settled(&self, well: bool) -> Self {
        let settled = Knowledge::from_known(well);
        Self {
            works: if self.works == Knowledge::Unknown { settled } else { self.works },
            endurance: self.endurance.settled(well),
            otherwise: settled,
            ..self.clone()
        }
    }

    /// Whether the mast is up without an element.
    pub fn up_without(&self, element: Element) -> Knowledge {
        if self.elements.binary_search(&element).is_ok() {
            return Knowledge::No;
        }
        let may_be_its_feed = match element {
            Element::PowerFeed(feed) => self.feeding.doubt.holds(feed),
            _ => false,
        };
        if self.way == NetworkStatus::Reached && !may_be_its_feed {
            Knowledge::Yes
        } else {
            self.otherwise
        }
    }

    /// Whether no element takes this mast down together with another one.
    fn apart_from(&self, other: &Self) -> Knowledge {
        let known = |mast: &Self| mast.way == NetworkStatus::Reached && !mast.feeding.doubt.any;
        let apart_by_feeds = !self.feeding.may_hang_on_what_takes(&other.feeding)
            && !other.feeding.may_hang_on_what_takes(&self.feeding);
        match self.shared_with(other) {
            Some(_) => Knowledge::No,
            None if known(self) && known(other) && apart_by_feeds => Knowledge::Yes,
            None => self.otherwise.and(other.otherwise),
        }
    }

    /// Whether no feed that may take down something else takes this mast down with it.
    fn apart_by_feeds(&self, feeding: &Feeding) -> Knowledge {
        // A mast of which nobody says how it is reached may hang on any feed.
        let may_hang =
            self.way != NetworkStatus::Reached || self.feeding.may_hang_on_what_takes(feeding);
        let by_mast = if may_hang { self.otherwise } else { Knowledge::Yes };
        match feeding.may_hang_on_what_takes(&self.feeding) {
            true => by_mast.and(Knowledge::Unknown),
            false => by_mast,
        }
    }

    /// The first element that takes both down.
    fn shared_with(&self, other: &Self) -> Option<Element> {
        let mut own = self.elements.iter();
        own.find(|element| other.elements.binary_search(element).is_ok()).copied()
    }
}

/// Everything that is known of the ways to one site.
pub struct Ways<'a> {
    /// Its fixed connection.
    pub fixed: &'a FixedConnection,
    /// What its access node depends on.
    pub way: &'a Dependence,
    /// What the mobile layers say.
    pub mobile: &'a MobileReach,
    /// The masts that reach it; `None` where no list of masts is given.
    pub masts: Option<&'a MastReach>,
    /// Every mast of the run.
    pub services: &'a [MastService],
}

impl Ways<'_> {
    /// Whether the site has fixed service now.
    fn fixed_now(&self) -> Knowledge {
        let connected = self.fixed.is_connected();
        match (self.way.status, connected) {
            // What the network says cannot be and the register says is so is not known.
            (NetworkStatus::CutOff, Knowledge::Yes) => Knowledge::Unknown,
            (NetworkStatus::CutOff, _) => Knowledge::No,
            _ => connected,
        }
    }

    /// Whether any mast serves the site, where `up` tells of each mast whether it is up.
    fn mobile_where(&self, up: impl Fn(&MastService) -> Knowledge) -> Knowledge {
        let Some(reach) = self.masts else {
            return self.mobile.at_least(1, |network| network.at_10);
        };
        let listed = reach.masts.iter().map(|r| r.reaches.and(up(self.service(r.mast))));
        let unlisted = if reach.unlisted { Knowledge::Unknown } else { Knowledge::No };
        listed.fold(unlisted, Knowledge::or)
    }

    /// Whether the site has mobile service now: coverage tells, or a mast that reaches it.
    fn mobile_now(&self) -> Knowledge {
        match self.mobile.at_least(1, |network| network.at_10) {
            Knowledge::Yes => Knowledge::Yes,
            _ => self.mobile_where(|mast| mast.works),
        }
    }

    /// Whether any mast serves the site without an element.
    fn mobile_without(&self, element: Element) -> Knowledge {
        let left = self.mobile_where(|mast| mast.up_without(element));
        match (self.masts, left) {
            // Without a list of masts nobody knows what the coverage hangs on.
            (None, Knowledge::Yes) => Knowledge::Unknown,
            _ => left,
        }
    }

    /// What the cable hangs on among feeds.
    fn cable(&self) -> Feeding {
        let elements = self.way.single_points.iter().map(|point| point.element);
        Feeding::new(elements, self.way.feed_doubt.clone())
    }

    fn service(&self, mast: MastIdx) -> &MastService {
        &self.services[mast.0 as usize]
    }

    /// How long some service is there without grid power, whatever the site's own backup.
    fn endurance(&self) -> Endurance {
        let fixed = match (self.way.status, self.fixed.is_connected()) {
            (_, Knowledge::No) | (NetworkStatus::CutOff, Knowledge::Unknown) => Endurance::NONE,
            (NetworkStatus::CutOff, Knowledge::Yes) => Endurance::UNKNOWN,
            (_, Knowledge::Unknown) => self.way.endurance.doubtful(),
            (_, Knowledge::Yes) => self.way.endurance,
        };
        let mobile = match self.masts {
            None if self.mobile_where(|_| Knowledge::Unknown) == Knowledge::No => Endurance::NONE,
            None => Endurance::UNKNOWN,
            Some(reach) => {
                let listed = reach.masts.iter().map(|r| {
                    let service = self.service(r.mast);
                    match r.reaches.and(service.works) {
                        Knowledge::Yes => service.endurance,
                        Knowledge::Unknown => service.endurance.doubtful(),
                        Knowledge::No => Endurance::NONE,
                    }
                });
                let unlisted = if reach.unlisted { Endurance::UNKNOWN } else { Endurance::NONE };
                listed.fold(unlisted, Endurance::or)
            }
        };
        fixed.or(mobile)
    }
}

impl SiteFailures {
    /// Draws the conclusions about one site.
    pub fn new(site: &Site, ways: &Ways<'_>, of: &Infrastructure) -> Self {
        let own_feed =
            only(&site.power_feeds).and_then(|id| of.feeds.find(id)).map(Element::PowerFeed);
        let own_feed_doubted = of.asks_feeds && site.power_feeds.is_empty();
        let fixed = ways.fixed_now();
        let mobile = ways.mobile_now();
        let points = if fixed == Knowledge::No {
            mobile_points(ways, mobile, own_feed)
        } else {
            fixed_points(ways, own_feed, own_feed_doubted)
        };
        let mut feeding = ways.cable();
        feeding.known.extend(own_feed.iter().filter_map(|element| match element {
            Element::PowerFeed(feed) => Some(*feed),
            _ => None,
        }));
        feeding.doubt.any |= own_feed_doubted;
        let (fallback, backups) = if fixed == Knowledge::No {
            second_mast(ways)
        } else {
            fallback(ways, &points, &feeding)
        };
        let falls_back = match fixed {
            Knowledge::Unknown => {
                let (with, without) =
                    (fallback.is_independent(), second_mast(ways).0.is_independent());
                if with == without { with } else { Knowledge::Unknown }
            }
            _ => fallback.is_independent(),
        };
        let own_backup = Endurance::of(site.backup_power);
        Self {
            fixed,
            mobile,
            points,
            fallback,
            falls_back,
            always_served: ways.always_served(),
            backups,
            unlisted: ways.masts.map(|reach| reach.unlisted),
            endurance: ways.endurance().and(own_backup),
        }
    }

    /// Whether a mast is known to reach the site, so that something is known of what its mobile
    /// service hangs on.
    pub fn by_masts(&self) -> bool {
        self.backups.iter().any(|backup| backup.reaches == Knowledge::Yes)
    }

    /// How many single points lie beyond what the site itself hangs on.
    pub fn beyond_access(&self) -> usize {
        self.points.iter().filter(|point| point.stage == Stage::Network).count()
    }
}

/// The single points of the fixed service, and the feed without which the site is dark.
fn fixed_points(
    ways: &Ways<'_>,
    own_feed: Option<Element>,
    own_feed_doubted: bool,
) -> Vec<SitePoint> {
    // A feed that may be the building's own would leave it dark.
    let may_be_own =
        |element: Element| own_feed_doubted && matches!(element, Element::PowerFeed(_));
    let mut points: Vec<SitePoint> = ways
        .way
        .single_points
        .iter()
        .map(|point| SitePoint {
            element: point.element,
            stage: point.stage,
            effect: if own_feed == Some(point.element) {
                Effect::All
            } else {
                let left = ways.mobile_without(point.element);
                let doubted = may_be_own(point.element);
                Effect::of(if doubted { left.and(Knowledge::Unknown) } else { left })
            },
        })
        .collect();
    if let Some(element) = own_feed
        && !points.iter().any(|point| point.element == element)
    {
        points.push(SitePoint { element, stage: Stage::Access, effect: Effect::All });
    }
    points
}

/// The single points of a site that only masts serve: what all of them depend on, and the feed
/// without which the site is dark, whatever serves it.
fn mobile_points(ways: &Ways<'_>, now: Knowledge, own_feed: Option<Element>) -> Vec<SitePoint> {
    if now != Knowledge::Yes {
        return Vec::new();
    }
    let mut points = shared_by_masts(ways);
    if let Some(element) = own_feed {
        points.retain(|point| point.element != element);
        points.push(SitePoint { element, stage: Stage::Access, effect: Effect::All });
    }
    points
}

/// What all the masts that are known to serve a site depend on; nothing where no list of masts is
/// given.
fn shared_by_masts(ways: &Ways<'_>) -> Vec<SitePoint> {
    let reaching = ways.masts.into_iter().flat_map(|reach| &reach.masts);
    let serving: Vec<MastIdx> = reaching
        .filter(|r| r.reaches.and(ways.service(r.mast).works) == Knowledge::Yes)
        .map(|r| r.mast)
        .collect();
    let Some((first, others)) = serving.split_first() else { return Vec::new() };
    // A mast and its own feed are what the site hangs on; what is behind them is the network.
    let is_access = |element: &Element| {
        let is_their_feed = || serving.iter().all(|&m| ways.service(m).feed == Some(*element));
        matches!(element, Element::Mast(_)) || is_their_feed()
    };
    ways.service(*first)
        .elements
        .iter()
        .filter(|element| {
            others.iter().all(|&m| ways.service(m).elements.binary_search(element).is_ok())
        })
        .map(|element| SitePoint {
            element: *element,
            stage: if is_access(element) { Stage::Access } else { Stage::Network },
            effect: match ways.mobile_without(*element) {
                Knowledge::No => Effect::All,
                Knowledge::Yes | Knowledge::Unknown => Effect::Unknown,
            },
        })
        .collect()
}

/// Whether some mast stays up through every failure that cuts off the fixed service.
fn fallback(ways: &Ways<'_>, points: &[SitePoint], feeding: &Feeding) -> (Fallback, Vec<Backup>) {
    let Some(reach) = ways.masts else {
        return match ways.mobile.at_least(1, |network| network.at_10) {
            Knowledge::No => (Fallback::None, Vec::new()),
            Knowledge::Yes | Knowledge::Unknown => (Fallback::Unknown, Vec::new()),
        };
    };
    // Where nobody knows what the fixed service hangs on, no mast is known to be independent of it.
    let way_known = match ways.way.status {
        NetworkStatus::Reached => Knowledge::Yes,
        _ => Knowledge::Unknown,
    };
    let backups: Vec<Backup> = reach
        .masts
        .iter()
        .map(|r| {
            let service = ways.service(r.mast);
            let through = points.iter().map(|point| service.up_without(point.element));
            let apart = service.apart_by_feeds(feeding);
            let holds = through.fold(service.works.and(way_known).and(apart), Knowledge::and);
            let shared =
                |point: &&SitePoint| service.elements.binary_search(&point.element).is_ok();
            Backup {
                mast: r.mast,
                reaches: r.reaches,
                basis: r.basis,
                way: service.way,
                holds,
                shares: points.iter().find(shared).map(|point| point.element),
            }
        })
        .collect();
    let holds = backups.iter().map(|backup| backup.reaches.and(backup.holds));
    let unlisted = if reach.unlisted { Knowledge::Unknown } else { Knowledge::No };
    let fallback = match holds.fold(unlisted, Knowledge::or) {
        Knowledge::Yes => Fallback::Independent,
        Knowledge::Unknown => Fallback::Unknown,
        Knowledge::No if backups.is_empty() => Fallback::None,
        Knowledge::No => Fallback::Shared,
    };
    (fallback, backups)
}

/// Of a site that only masts serve: whether another mast holds when the one that serves it fails.
fn second_mast(ways: &Ways<'_>) -> (Fallback, Vec<Backup>) {
    let Some(reach) = ways.masts else {
        return match ways.mobile.at_least(2, |network| network.at_10) {
            Knowledge::No => (Fallback::None, Vec::new()),
            Knowledge::Yes | Knowledge::Unknown => (Fallback::Unknown, Vec::new()),
        };
    };
    // The best pair: two masts that no single element takes down together.
    let backups: Vec<Backup> = reach
        .masts
        .iter()
        .map(|r| {
            let own = ways.service(r.mast);
            let others = reach.masts.iter().filter(|other| other.mast != r.mast);
            let (mut holds, mut shares) = (Knowledge::No, None);
            for (reaches, other) in others.map(|o| (o.reaches, ways.service(o.mast))) {
                let pair = reaches.and(other.works).and(own.works).and(own.apart_from(other));
                holds = holds.or(pair);
                shares = shares.or(own.shared_with(other));
            }
            let shares = shares.filter(|_| holds == Knowledge::No);
            Backup { mast: r.mast, reaches: r.reaches, basis: r.basis, way: own.way, holds, shares }
        })
        .collect();
    let pairs = backups.iter().map(|backup| backup.reaches.and(backup.holds));
    let two_networks = || ways.mobile.at_least(2, |network| network.at_10) != Knowledge::No;
    let possible = reach.unlisted && (!backups.is_empty() || two_networks());
    let unlisted = if possible { Knowledge::Unknown } else { Knowledge::No };
    let fallback = match pairs.fold(unlisted, Knowledge::or) {
        Knowledge::Yes => Fallback::Independent,
        Knowledge::Unknown => Fallback::Unknown,
        Knowledge::No if backups.len() < 2 => Fallback::None,
        Knowledge::No => Fallback::Shared,
    };
    (fallback, backups)
}
