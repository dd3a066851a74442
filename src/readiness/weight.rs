//! How much each site weighs when municipalities are brought together into a group.

use crate::model::site::{Site, SiteKind};
use crate::words::codes;

codes! {
    /// What a site weighs by.
    pub enum WeighBy: "weigh-by" {
        /// Every site alike.
        Sites = "sites",
        /// By the persons who depend on it.
        Persons = "persons",
    }
}

/// The weight of each site.
#[derive(Clone, Debug)]
pub struct SiteWeights {
    weights: Vec<f64>,
    /// Sites whose number of persons is not known, and was taken to be the mean of their kind.
    pub assumed: usize,
}

impl SiteWeights {
    /// Every site alike.
    pub fn alike(sites: usize) -> Self {
        Self { weights: vec![1.0; sites], assumed: 0 }
    }

    /// The weights of sites. Of a site of which nobody knows how many persons depend on it, the
    /// mean of its kind; where that is not known either, the mean of all, and 1 without any.
    pub fn new(by: WeighBy, sites: &[Site]) -> Self {
        if by == WeighBy::Sites {
            return Self::alike(sites.len());
        }
        let mean = |of: &dyn Fn(&Site) -> bool| {
            let known: Vec<f64> =
                sites.iter().filter(|s| of(s)).filter_map(|s| s.persons.map(f64::from)).collect();
            let sum: f64 = known.iter().sum();
            (sum > 0.0).then(|| sum / known.len() as f64)
        };
        let of_all = mean(&|_| true).unwrap_or(1.0);
        let of_kind =
            SiteKind::ALL.map(|kind| (kind, mean(&|site| site.kind == kind).unwrap_or(of_all)));
        let assumed = |site: &Site| {
            let found = of_kind.iter().find(|(kind, _)| *kind == site.kind);
            found.map_or(of_all, |(_, mean)| *mean)
        };
        let weights = sites
            .iter()
            .map(|site| site.persons.map_or_else(|| assumed(site), f64::from))
            .collect();
        Self { weights, assumed: sites.iter().filter(|site| site.persons.is_none()).count() }
    }

    /// The weight of one site.
    pub fn of(&self, site: usize) -> f64 {
        self.weights[site]
    }
}
