//! The best estimate of an indicator for one unit, and how far the truth may lie from it.
//!
//! Of a site of which a condition is not known, the estimate asks how likely it is:
//!
//! - **Whether it is connected**: as likely as among the sites of the unit of which only their
//!   owner says so. Those that a layer covers are no sample of those that no layer covers. Without
//!   any, even odds.
//! - **Whether its backup power lasts**: as likely as among the sites of the unit where that is
//!   known; without any, even odds.
//! - **The condition, given both**: known by then, as a rule. Otherwise as likely as among the
//!   sites of the unit of which it is known given the same ([`crate::readiness::case`]); without
//!   any, even odds.
//!
//! Nothing is learnt from other units: what a unit is said to be must not hang on its neighbours,
//! or an answer about one could take the place of another.
//!
//! The spread is how far, in the root mean square, the truth lies from the estimate by a
//! beta-binomial prediction with Jeffreys' prior for each of these odds (Gelman et al., *Bayesian
//! Data Analysis*, 3rd ed., chapter 2; recalled): the sites of which nothing is known are few or
//! many, and so are those that the odds are from.

use crate::model::knowledge::Knowledge;
use crate::readiness::case::{Condition, SiteCase, WORLDS, is_connected_in, lasts_in};
use crate::readiness::indicator::{Asks, IndicatorValue, Silence};
use crate::units::Share;

/// Yes and no among the sites that odds are taken from.
#[derive(Clone, Copy, Debug, Default)]
struct Pool {
    yes: f64,
    no: f64,
    sites: f64,
}

impl Pool {
    fn count(&mut self, known: Knowledge, weight: f64) {
        match known {
            Knowledge::Yes => self.yes += weight,
            Knowledge::No => self.no += weight,
            Knowledge::Unknown => return,
        }
        self.sites += 1.0;
    }

    fn add(&mut self, odds: f64, weight: f64) {
        self.yes += weight * odds;
        self.no += weight * (1.0 - odds);
    }

    /// The share of yes; even odds without any.
    fn odds(&self) -> Odds {
        let all = self.yes + self.no;
        let share = if all > 0.0 { (self.yes / all).clamp(0.0, 1.0) } else { 0.5 };
        // Jeffreys' prior: half a site on each side.
        let cautious = (share * self.sites + 0.5) / (self.sites + 1.0);
        let variance = cautious * (1.0 - cautious) / (self.sites + 2.0);
        Odds { share, cautious, variance }
    }
}

/// How likely something is.
#[derive(Clone, Copy, Debug)]
struct Odds {
    share: f64,
    /// As if half a site more had said yes, and half a site no: never certain.
    cautious: f64,
    /// Of the share itself.
    variance: f64,
}

/// What the sites of a unit say of the two facts that others hang on.
pub struct UnitOdds<'a> {
    sites: Vec<(&'a SiteCase, f64)>,
    connected: [Odds; 2],
    even: Odds,
}

/// The parameters of an estimate: connected (without a place, with one), backup power, the
/// condition in each world, silence.
const PARAMETERS: usize = 3 + WORLDS + 1;
const BACKUP: usize = 2;
const WORLD: usize = 3;
const SILENT: usize = WORLD + WORLDS;

impl<'a> UnitOdds<'a> {
    /// The sites of a unit, each with its weight.
    pub fn new(mut sites: Vec<(&'a SiteCase, f64)>) -> Self {
        weigh_alike_if_weightless(&mut sites, |(_, weight)| weight);
        let mut by_owners = Pool::default();
        for (site, weight) in sites.iter().filter(|(site, _)| site.by_owner_alone) {
            by_owners.count(site.connected, *weight);
        }
        let with_place = by_owners.odds();
        // Of a site without a place, no layer's silence says anything: it is like all the others.
        let mut all = Pool::default();
        for (site, weight) in &sites {
            match site.connected {
                Knowledge::Unknown if site.placed => all.add(with_place.share, *weight),
                known => all.count(known, *weight),
            }
        }
        Self { sites, connected: [all.odds(), with_place], even: Pool::default().odds() }
    }

    /// The value of one computed indicator; `None` where it concerns none of the sites.
    pub fn value(&self, place: usize, asks: Asks) -> Option<IndicatorValue> {
        let Asks { silence, connection, lasting } = asks;
        let concerns = |(site, weight): &(&'a SiteCase, f64)| {
            site.conditions[place].map(|condition| (*site, condition, *weight))
        };
        let mut concerned: Vec<_> = self.sites.iter().filter_map(concerns).collect();
        weigh_alike_if_weightless(&mut concerned, |(.., weight)| weight);
        // What it does not hang on may as well be so.
        let connected = |site: &SiteCase| if connection { site.connected } else { Knowledge::Yes };
        let backup = |site: &SiteCase| match lasting {
            Some(lasting) => {
                Knowledge::from_option(site.backup_power.map(|hours| hours >= lasting))
            }
            None => Knowledge::Yes,
        };
        let mut backups = Pool::default();
        for (site, weight) in &self.sites {
            backups.count(backup(site), *weight);
        }
        let mut worlds = [Pool::default(); WORLDS];
        for (_, condition, weight) in concerned.iter().copied() {
            for (pool, known) in worlds.iter_mut().zip(condition.supposed) {
                pool.count(known, weight);
            }
        }
        let mut odds = [self.even; PARAMETERS];
        odds[..BACKUP].copy_from_slice(&self.connected);
        odds[BACKUP] = backups.odds();
        for (odds, own) in odds[WORLD..].iter_mut().zip(in_order(worlds.map(|pool| pool.odds()))) {
            *odds = own;
        }
        if silence == Silence::SaysNothing {
            // Of what no layer covers nobody knows, and those that one covers are no sample.
            let mut placed = Pool::default();
            for (_, condition, weight) in concerned.iter().copied().filter(|(site, ..)| site.placed)
            {
                match condition.is {
                    Knowledge::Unknown => placed.add(0.5, weight),
                    known => placed.count(known, weight),
                }
            }
            for odds in &mut odds[WORLD..SILENT] {
                *odds = placed.odds();
            }
        }

        let mut sums = Sums::default();
        for (site, condition, weight) in concerned.iter().copied() {
            if condition.is != Knowledge::Unknown {
                sums.known(condition.is, weight);
                continue;
            }
            let whose = usize::from(site.placed);
            let silent = silence == Silence::SaysNothing && site.placed;
            let term = Term {
                facts: [(whose, connected(site)), (BACKUP, backup(site))],
                condition,
                silent,
            };
            sums.unknown(&term, &odds, weight);
        }
        sums.value(&odds)
    }
}

/// Where none of the sites weighs anything all weigh alike, so that no indicator is left out
/// because nobody depends on its sites.
fn weigh_alike_if_weightless<T>(sites: &mut [T], weight: fn(&mut T) -> &mut f64) {
    if sites.iter_mut().all(|site| *weight(site) <= 0.0) {
        sites.iter_mut().for_each(|site| *weight(site) = 1.0);
    }
}

/// The odds in each world, as they can be together: a better world is no worse. Where the sites of
/// which they are known say otherwise, each gives way half.
fn in_order(odds: [Odds; WORLDS]) -> [Odds; WORLDS] {
    let is_worse = |a: usize, b: usize| a & b == a;
    let ordered = |of: fn(&Odds) -> f64, world: usize| {
        let worse = (0..WORLDS).filter(|&other| is_worse(other, world));
        let better = (0..WORLDS).filter(|&other| is_worse(world, other));
        let most = worse.map(|other| of(&odds[other])).fold(0.0, f64::max);
        let least = better.map(|other| of(&odds[other])).fold(1.0, f64::min);
        0.5 * (most + least)
    };
    [0, 1, 2, 3].map(|world| Odds {
        share: ordered(|odds| odds.share, world),
        cautious: ordered(|odds| odds.cautious, world),
        variance: odds[world].variance,
    })
}

/// One site of which the condition is not known.
struct Term {
    /// Connected and backup: whose odds, and what is known.
    facts: [(usize, Knowledge); 2],
    condition: Condition,
    silent: bool,
}

impl Term {
    /// How likely the condition is, with what a little more of each parameter adds to it.
    fn likely(&self, odds: &[f64; PARAMETERS]) -> (f64, [f64; PARAMETERS]) {
        let fact = |(place, known): (usize, Knowledge)| match known {
            Knowledge::Yes => 1.0,
            Knowledge::No => 0.0,
            Knowledge::Unknown => odds[place],
        };
        let [connected, lasting] = self.facts.map(fact);
        let mut slopes = [0.0; PARAMETERS];
        let mut likely = 0.0;
        for (world, known) in self.condition.supposed.into_iter().enumerate() {
            let of_connected = if is_connected_in(world) { connected } else { 1.0 - connected };
            let of_lasting = if lasts_in(world) { lasting } else { 1.0 - lasting };
            let parameter = if self.silent { SILENT } else { WORLD + world };
            let here = match known {
                Knowledge::Yes => 1.0,
                Knowledge::No => 0.0,
                Knowledge::Unknown => {
                    slopes[parameter] += of_connected * of_lasting;
                    odds[parameter]
                }
            };
            likely += of_connected * of_lasting * here;
            let sign = |yes| if yes { here } else { -here };
            for ((place, fact), slope) in self.facts.into_iter().zip([
                sign(is_connected_in(world)) * of_lasting,
                sign(lasts_in(world)) * of_connected,
            ]) {
                if fact == Knowledge::Unknown {
                    slopes[place] += slope;
                }
            }
        }
        (likely.clamp(0.0, 1.0), slopes)
    }
}

/// Sums over the sites of a unit.
#[derive(Default)]
struct Sums {
    yes: f64,
    no: f64,
    unknown: f64,
    estimated: f64,
    cautious: f64,
    variance: f64,
    slopes: [f64; PARAMETERS],
}

impl Sums {
    fn known(&mut self, known: Knowledge, weight: f64) {
        match known {
            Knowledge::Yes => self.yes += weight,
            _ => self.no += weight,
        }
    }

    fn unknown(&mut self, term: &Term, odds: &[Odds; PARAMETERS], weight: f64) {
        self.unknown += weight;
        self.estimated += weight * term.likely(&odds.map(|odds| odds.share)).0;
        let (likely, slopes) = term.likely(&odds.map(|odds| odds.cautious));
        self.cautious += weight * likely;
        self.variance += weight * weight * likely * (1.0 - likely);
        for (sum, slope) in self.slopes.iter_mut().zip(slopes) {
            *sum += weight * slope;
        }
    }

    fn value(&self, odds: &[Odds; PARAMETERS]) -> Option<IndicatorValue> {
        let all = self.yes + self.no + self.unknown;
        // Rounding may carry a sum of weights a little beyond its whole.
        let share = |part: f64| {
            if all > 0.0 { Share::new((part / all).min(1.0)) } else { None }
        };
        let (low, high) = (share(self.yes)?, share(self.yes + self.unknown)?);
        let estimate = (self.yes + self.estimated) / all;
        let of_odds =
            self.slopes.iter().zip(odds).map(|(slope, odds)| slope * slope * odds.variance);
        // Where the few that are known all say the same the prior expects less than they say.
        let shift = self.estimated - self.cautious;
        let variance = self.variance + of_odds.sum::<f64>() + shift * shift;
        Some(IndicatorValue {
            estimate: Share::new(estimate.clamp(low.value(), high.value()))?,
            spread: variance.sqrt() / all,
            low,
            high,
            known: share(self.yes + self.no)?,
        })
    }
}

#[cfg(test)]
mod tests;
