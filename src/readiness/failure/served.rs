//! Whether some service is left whatever single thing outside the building fails.

use crate::model::knowledge::Knowledge;
use crate::network::dependence::{FeedDoubt, NetworkStatus};
use crate::network::element::Element;
use crate::readiness::failure::{MastService, Ways};

impl MastService {
    /// Whether everything that could take it down is listed in `elements`.
    fn is_wholly_known(&self) -> bool {
        let listed =
            self.way == NetworkStatus::Reached && self.feeding.doubt == FeedDoubt::default();
        self.works == Knowledge::Yes && (listed || self.otherwise == Knowledge::Yes)
    }
}

impl Ways<'_> {
    /// Whether the site has service now, and keeps some through every single failure outside the
    /// building. Whether the building itself is dark then is the business of the power pillar: a
    /// feed counts here for the nodes and masts that it takes down.
    ///
    /// Of a site of unknown connection: yes only where it holds without a connection too, no only
    /// where not even a connection would help. A connection never takes service away, so those two
    /// bound the truth.
    pub(super) fn always_served(&self) -> Knowledge {
        let with_cable = self.always_served_with_cable();
        let without_cable = self.always_served_by_masts();
        match self.fixed_now() {
            Knowledge::No => without_cable,
            // What takes the cable and every mast takes every mast.
            _ if with_cable == Knowledge::No => Knowledge::No,
            Knowledge::Yes => with_cable.or(without_cable),
            Knowledge::Unknown => without_cable.or(Knowledge::Unknown),
        }
    }

    /// As if the site were connected.
    fn always_served_with_cable(&self) -> Knowledge {
        if self.way.status != NetworkStatus::Reached {
            // Nobody knows what the cable hangs on.
            return Knowledge::Unknown;
        }
        let points = self.way.single_points.iter().map(|point| point.element);
        // What is no single point of the cable leaves it up.
        let known =
            points.map(|element| self.mobile_without(element)).fold(Knowledge::Yes, Knowledge::and);
        let cable = self.cable();
        if cable.doubt == FeedDoubt::default() {
            return known;
        }
        // A feed that nobody names may take the cable; a mast apart from it carries on.
        let mut masts = self.masts.iter().flat_map(|reach| &reach.masts);
        let apart = masts.any(|r| {
            let mast = self.service(r.mast);
            r.reaches.and(mast.works).and(mast.apart_by_feeds(&cable)) == Knowledge::Yes
        });
        if apart { known } else { known.and(Knowledge::Unknown) }
    }

    /// As if the site were not connected.
    fn always_served_by_masts(&self) -> Knowledge {
        let now = self.mobile_now();
        let Some(reach) = self.masts else {
            return now.and(Knowledge::Unknown);
        };
        let without = |element: &Element| self.mobile_without(*element);
        // Something that every mast hangs on that may serve the site takes all of them.
        let masts = || reach.masts.iter().map(|r| (r.reaches, self.service(r.mast)));
        let elements = masts().flat_map(|(_, mast)| &mast.elements);
        if now == Knowledge::No || elements.map(without).any(|left| left == Knowledge::No) {
            return Knowledge::No;
        }
        let known = |(reaches, mast): &(Knowledge, &MastService)| {
            *reaches == Knowledge::Yes && mast.is_wholly_known()
        };
        match masts().find(known) {
            // Whatever is not among its elements leaves this mast up.
            Some((_, mast)) => {
                mast.elements.iter().map(without).fold(Knowledge::Yes, Knowledge::and)
            }
            None => Knowledge::Unknown,
        }
    }
}
