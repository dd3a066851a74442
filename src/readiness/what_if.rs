//! A municipality in which something is known of some sites that is not known now, or is otherwise
//! than it is: every conclusion about these sites is drawn anew, all others stay as they are.

use crate::model::indicator::Reading;
use crate::model::knowledge::Knowledge;
use crate::model::site::Site;
use crate::readiness::anew::Anew;
use crate::readiness::case::{SiteCase, Surroundings};
use crate::readiness::composite::{Composite, Origin};
use crate::readiness::indicator::{Asks, IndicatorValue};
use crate::readiness::order::Order;
use crate::readiness::site::{Found, SiteAssessment};
use crate::readiness::unit::{self, UnitAssessment};
use crate::score::AskedScores;

/// Everything that scoring a municipality anew needs.
#[derive(Clone, Copy)]
pub struct WhatIf<'a> {
    /// The sites.
    pub sites: &'a [Site],
    /// What was concluded of each.
    pub assessed: &'a [SiteAssessment],
    /// What is known of every condition at each.
    pub cases: &'a [SiteCase],
    /// What it takes to draw conclusions anew.
    pub surroundings: Surroundings<'a>,
    /// What every computed indicator asks.
    pub asks: &'a [Asks],
    /// How estimates are brought in line with each other.
    pub order: &'a Order,
    /// Of each municipality, every computed indicator.
    pub units: &'a [UnitAssessment],
    /// Where each indicator of the part that is asked comes from.
    pub origins: &'a [Origin],
    /// The scores as they are.
    pub composite: &'a Composite,
}

impl<'a> WhatIf<'a> {
    /// The score of a municipality, to be computed anew; `None` without sites, and where nothing
    /// is asked.
    pub fn anew(&self, municipality: usize) -> Option<Anew<'a>> {
        let place = self.composite.place(municipality)?;
        let AskedScores { asked, found, .. } = &self.composite.scores;
        let (framework, scores) = asked.part().zip(found.as_ref())?;
        Some(Anew { framework, scores, origins: self.origins, place })
    }

    /// What is known of every condition at a site that is otherwise. What was known and is only put
    /// in doubt by that stays: nothing that is done or answered makes anybody know less.
    pub fn case(&self, place: usize, site: &Site, found: Found) -> SiteCase {
        let found = self.surroundings.assess(site, found);
        let mut case = self.surroundings.case(site, &found);
        for (after, before) in case.conditions.iter_mut().zip(&self.cases[place].conditions) {
            if let (Some(after), Some(before)) = (after, before)
                && before.is != Knowledge::Unknown
                && after.is == Knowledge::Unknown
            {
                *after = *before;
            }
        }
        case
    }

    /// Every computed indicator of a municipality in which some of its `own` sites are otherwise.
    pub fn readings<'b>(
        &'b self,
        municipality: usize,
        own: &[usize],
        otherwise: impl Fn(usize) -> Option<&'b SiteCase>,
    ) -> Vec<Option<Reading>> {
        let sites = own.iter().map(|&i| (otherwise(i).unwrap_or(&self.cases[i]), 1.0));
        let values = unit::values(sites.collect(), self.asks);
        let of = |unit: usize| {
            if unit == municipality { &values[..] } else { &self.units[unit].values[..] }
        };
        let reading = |(place, value): (usize, &Option<IndicatorValue>)| {
            let estimate = self.order.estimate(place, municipality, self.units.len(), of);
            value.as_ref().zip(estimate).map(|(value, estimate)| value.reading(estimate))
        };
        values.iter().enumerate().map(reading).collect()
    }
}
