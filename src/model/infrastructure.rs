//! Everything that can fail: the network, its trenches, the masts, and what feeds them.

use crate::model::coverage::{Mast, MastIdx};
use crate::model::network::Network;
use crate::model::power::Feeds;
use crate::model::site::Site;
use crate::model::trench::{Trench, TrenchIdx};

/// Everything that can fail.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Infrastructure {
    /// The network, where one is given.
    pub network: Option<Network>,
    /// Sorted by id; `None` where the project names no lists of masts, which is not the same as
    /// none.
    pub masts: Option<Vec<Mast>>,
    /// Every power feed that a node, mast or site names.
    pub feeds: Feeds,
    /// Whether the project asks what anything is fed by. Where it does not, no feed is doubted.
    pub asks_feeds: bool,
    /// Sorted by id.
    pub trenches: Vec<Trench>,
}

impl Infrastructure {
    /// Puts together what was read; trenches are found later.
    pub fn new(network: Option<Network>, masts: Option<Vec<Mast>>, sites: &[Site]) -> Self {
        let of_nodes = network.iter().flat_map(|n| n.nodes()).flat_map(|node| &node.power.feeds);
        let of_masts = masts.iter().flatten().flat_map(|mast| &mast.power.feeds);
        let of_sites = sites.iter().flat_map(|site| &site.power_feeds);
        let feeds = Feeds::new(of_nodes.chain(of_masts).chain(of_sites).map(String::as_str));
        Self { network, masts, asks_feeds: !feeds.is_empty(), feeds, trenches: Vec::new() }
    }

    /// Every mast; none where no list is given.
    pub fn masts(&self) -> &[Mast] {
        self.masts.as_deref().unwrap_or_default()
    }

    /// One mast.
    pub fn mast(&self, mast: MastIdx) -> &Mast {
        &self.masts()[mast.0 as usize]
    }

    /// One trench.
    pub fn trench(&self, trench: TrenchIdx) -> &Trench {
        &self.trenches[trench.0 as usize]
    }
}
