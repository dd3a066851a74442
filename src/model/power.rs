//! Power: what supplies a node or mast, and how long it lasts without the grid.

use crate::units::Hours;

/// How something is supplied with power, as far as anyone said.
#[derive(Clone, Debug, PartialEq)]
pub struct PowerSupply {
    /// Ids of the feeds it has, sorted, each once; empty where not known. It is without grid power
    /// only when all of them are.
    pub feeds: Vec<String>,
    /// How long its battery or generator lasts; `None` where not known.
    pub battery: Option<Hours>,
    /// Whether it needs power at all; a passive node, such as a splice cabinet, does not.
    pub needs_power: bool,
}

impl PowerSupply {
    /// Nothing is known but that it needs power.
    pub const UNKNOWN: Self = Self { feeds: Vec::new(), battery: None, needs_power: true };

    /// Adds feeds, keeping them sorted and each once.
    pub fn add_feeds(&mut self, feeds: impl IntoIterator<Item = String>) {
        self.feeds.extend(feeds);
        self.feeds.sort_unstable();
        self.feeds.dedup();
    }

    /// The feed whose loss alone leaves it without grid power.
    pub fn only_feed(&self) -> Option<&str> {
        if self.needs_power { only(&self.feeds) } else { None }
    }
}

/// The one feed of several sorted ones that are the same; `None` of none and of more.
pub fn only(feeds: &[String]) -> Option<&str> {
    match feeds {
        [feed] => Some(feed),
        _ => None,
    }
}

/// Index of a power feed in [`Feeds`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FeedIdx(pub u32);

/// Every power feed that any dataset names, sorted by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feeds(Vec<String>);

impl Feeds {
    /// Sorts and numbers the feeds.
    pub fn new<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        let mut ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
        ids.sort_unstable();
        ids.dedup();
        Self(ids)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The id of one.
    pub fn id(&self, feed: FeedIdx) -> &str {
        &self.0[feed.0 as usize]
    }

    /// The feed with this id.
    pub fn find(&self, id: &str) -> Option<FeedIdx> {
        let place = self.0.binary_search_by(|feed| feed.as_str().cmp(id)).ok()?;
        Some(FeedIdx(place as u32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_takes_down_what_has_no_other_and_needs_power() {
        let mut supply = PowerSupply::UNKNOWN;
        assert_eq!(supply.only_feed(), None);
        supply.add_feeds(["B".to_owned(), "B".to_owned()]);
        assert_eq!(supply.only_feed(), Some("B"));
        supply.add_feeds(["A".to_owned()]);
        assert_eq!(
            (supply.only_feed(), supply.feeds.as_slice()),
            (None, &["A".into(), "B".into()][..])
        );
        let passive = PowerSupply { feeds: vec!["A".into()], battery: None, needs_power: false };
        assert_eq!(passive.only_feed(), None);
    }

    #[test]
    fn feeds_are_numbered_by_id() {
        let feeds = Feeds::new(["b", "a", "b"]);
        assert_eq!(
            (feeds.len(), feeds.id(FeedIdx(0)), feeds.find("b")),
            (2, "a", Some(FeedIdx(1)))
        );
        assert_eq!(feeds.find("c"), None);
    }
}
