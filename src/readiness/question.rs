//! What to ask next: which missing facts would narrow a score most.
//!
//! A question is about one kind of fact at all the sites of a municipality that lack it. Both
//! answers are tried, as a whole: everything falls well, everything falls badly, and each time the
//! municipality is scored anew. The answer is then expected to fall as the best estimate has it: the
//! two are mixed so that the estimate of the score stays what it is.
//!
//! ```text
//!   today               |-----------x-------------------|       40     57             95
//!   all answers badly   |------x----|                           40     50   58
//!   all answers well                      |-------x-----|               62     70     95
//!   as is expected               |--x------|                      46   57   66
//! ```

use std::collections::{BTreeSet, HashMap};

use crate::access::connection::FixedConnection;
use crate::model::coverage::FixedStatus;
use crate::model::framework::{Better, Goalposts};
use crate::model::indicator::Reading;
use crate::model::knowledge::Knowledge;
use crate::model::requirement::Service;
use crate::model::site::Site;
use crate::network::dependence::{Dependence, NetworkStatus, SinglePoint, Stage};
use crate::network::element::Element;
use crate::readiness::anew::Anew;
use crate::readiness::case::{SiteCase, Surroundings};
use crate::readiness::composite::Origin;
use crate::readiness::fact::Fact;
use crate::readiness::failure::MastService;
use crate::readiness::indicator::computed_rest_on;
use crate::readiness::site::{Found, SiteAssessment};
use crate::readiness::what_if::WhatIf;
use crate::score::evaluate::GroupScore;
use crate::units::{Hours, Mbps, Score};
use crate::words::codes;

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A kind of fact about sites, or about what they hang on.
    Fact(Fact),
    /// An indicator that municipalities bring themselves, by its place in their list.
    Own(usize),
}

codes! {
    /// Who holds a fact, as a rule.
    pub enum Holder: "holder" {
        /// Who runs the school or the care home.
        SiteOwner = "site_owner",
        /// Who owns the fixed network.
        NetworkOwner = "network_owner",
        /// The mobile operators.
        MobileOperator = "mobile_operator",
        /// Who owns the masts.
        MastOwner = "mast_owner",
        /// Who owns the power grid.
        GridOwner = "grid_owner",
        /// The municipality.
        Municipality = "municipality",
    }
}

impl Subject {
    /// Who holds it, as a rule.
    pub fn holder(self) -> Holder {
        match self {
            Self::Fact(Fact::Connection | Fact::BackupPower | Fact::Persons) => Holder::SiteOwner,
            Self::Fact(Fact::Rate | Fact::Network | Fact::NodePower) => Holder::NetworkOwner,
            Self::Fact(Fact::Mobile | Fact::SecondNetwork) => Holder::MobileOperator,
            Self::Fact(Fact::Masts) => Holder::MastOwner,
            Self::Fact(Fact::PowerFeeds) => Holder::GridOwner,
            Self::Own(_) => Holder::Municipality,
        }
    }

    /// The section of the project file that takes the answer, and its key.
    pub fn project_key(self) -> &'static str {
        match self {
            Self::Fact(Fact::Connection) => "[[sites]] connected",
            Self::Fact(Fact::Rate) => "[[sites]] download",
            Self::Fact(Fact::Mobile | Fact::SecondNetwork) => "[[mobile]]",
            Self::Fact(Fact::Network) => "[[sites]] network_node",
            Self::Fact(Fact::NodePower) => "[network] power",
            Self::Fact(Fact::Masts) => "[[masts]]",
            Self::Fact(Fact::BackupPower) => "[[sites]] backup_power_h",
            Self::Fact(Fact::PowerFeeds) => "[[sites]] power_feeds",
            Self::Fact(Fact::Persons) => "[[sites]] persons",
            Self::Own(_) => "[[indicators]]",
        }
    }
}

/// The lowest and the highest that a score can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// When every unknown falls badly.
    pub low: f64,
    /// When every unknown falls well.
    pub high: f64,
}

impl Interval {
    fn of(score: &GroupScore) -> Self {
        Self { low: score.low.value(), high: score.high.value() }
    }

    /// How wide it is, in points.
    pub fn width(self) -> f64 {
        self.high - self.low
    }

    fn mixed(self, other: Self, part: f64) -> Self {
        let mix = |own: f64, other: f64| own + part * (other - own);
        Self { low: mix(self.low, other.low), high: mix(self.high, other.high) }
    }
}

/// What is asked of one municipality, and what the answers would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The place of the municipality.
    pub municipality: usize,
    /// What is asked about.
    pub subject: Subject,
    /// The sites that lack the fact; none of an indicator that municipalities bring themselves.
    pub sites: Vec<usize>,
    /// The score as it is.
    pub now: GroupScore,
    /// Its interval when the answers fall as the best estimate has it.
    pub answered: Interval,
    /// Its interval when all answers are the best there is.
    pub well: Interval,
    /// Its interval when all are the worst.
    pub badly: Interval,
}

impl Question {
    /// By how much the answers narrow the interval, in points, when they fall as is expected.
    pub fn narrowing(&self) -> f64 {
        Interval::of(&self.now).width() - self.answered.width()
    }
}

/// What is asked of the whole region: the means of its municipalities, weighed by sites.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionQuestion {
    /// What is asked about.
    pub subject: Subject,
    /// How many sites lack the fact.
    pub sites: usize,
    /// In how many municipalities.
    pub municipalities: usize,
    /// The mean width of the intervals, in points, as it is.
    pub narrows_from: f64,
    /// The same when the answers fall as is expected.
    pub narrows_to: f64,
}

/// Less than so many points is no narrowing: no table or page would show it.
const LEAST: f64 = 0.05;

/// What would narrow the score of each municipality: by municipality, the most first.
pub fn questions(
    what_if: WhatIf<'_>,
    services: &[Service],
    members: &[Vec<usize>],
) -> Vec<Question> {
    use rayon::prelude::*;
    let settled = [false, true].map(|well| {
        let masts = what_if.surroundings.masts.iter();
        masts.map(|mast| mast.settled(well)).collect::<Vec<MastService>>()
    });
    let asking = Asking::new(what_if, services, &settled);
    let of = |(municipality, own): (usize, &Vec<usize>)| asking.of(municipality, own);
    members.par_iter().enumerate().map(of).collect::<Vec<_>>().concat()
}

/// The same for the region as a whole, the most first. `sites` are those of each municipality.
pub fn of_region(
    questions: &[Question],
    scores: &[Option<GroupScore>],
    sites: &[usize],
) -> Vec<RegionQuestion> {
    let all: f64 =
        sites.iter().zip(scores).filter(|(_, s)| s.is_some()).map(|(n, _)| *n as f64).sum();
    let width = |score: &GroupScore| Interval::of(score).width();
    let widths = scores.iter().zip(sites);
    let now =
        widths.filter_map(|(score, n)| Some(width(score.as_ref()?) * *n as f64)).sum::<f64>() / all;
    let subjects: BTreeSet<Subject> = questions.iter().map(|question| question.subject).collect();
    let of = |subject: Subject| {
        let own = || questions.iter().filter(move |question| question.subject == subject);
        let narrowing = own().map(|q| q.narrowing() * sites[q.municipality] as f64);
        RegionQuestion {
            subject,
            sites: own().map(|question| question.sites.len()).sum(),
            municipalities: own().count(),
            narrows_from: now,
            narrows_to: (now - narrowing.sum::<f64>() / all).max(0.0),
        }
    };
    let mut found: Vec<RegionQuestion> = subjects.into_iter().map(of).collect();
    found.sort_by(|a, b| a.narrows_to.total_cmp(&b.narrows_to));
    found
}

/// What is asked of every municipality alike.
struct Asking<'a> {
    what_if: WhatIf<'a>,
    /// The same with all that is not known of the masts fallen badly, and well.
    with_masts: [WhatIf<'a>; 2],
    /// The kinds of facts that something asked rests on.
    facts: BTreeSet<Fact>,
    /// The places of the computed indicators that are asked.
    asked: Vec<usize>,
}

impl<'a> Asking<'a> {
    fn new(what_if: WhatIf<'a>, services: &[Service], settled: &'a [Vec<MastService>; 2]) -> Self {
        let of_sites = |origin: &Origin| match *origin {
            Origin::Sites(place) => Some(place),
            Origin::Own(_) => None,
        };
        let asked: Vec<usize> = what_if.origins.iter().filter_map(of_sites).collect();
        let rest_on = computed_rest_on(services);
        let facts = asked.iter().flat_map(|&place| rest_on[place].iter().copied());
        let surroundings =
            |masts: &'a Vec<MastService>| Surroundings { masts, ..what_if.surroundings };
        Self {
            what_if,
            with_masts: settled
                .each_ref()
                .map(|masts| WhatIf { surroundings: surroundings(masts), ..what_if }),
            // Networks are asked about together.
            facts: facts.filter(|fact| *fact != Fact::SecondNetwork).collect(),
            asked,
        }
    }

    fn of(&self, municipality: usize, own: &[usize]) -> Vec<Question> {
        let Some(anew) = self.what_if.anew(municipality) else { return Vec::new() };
        let of_sites =
            self.facts.iter().filter_map(|&fact| self.about_sites(municipality, own, fact, &anew));
        let of_own =
            (0..self.what_if.origins.len()).filter_map(|i| self.about_own(municipality, i, &anew));
        let mut questions: Vec<Question> = of_sites.chain(of_own).collect();
        questions.retain(|question| question.narrowing() >= LEAST);
        questions.sort_by(|a, b| b.narrowing().total_cmp(&a.narrowing()));
        questions
    }

    /// One kind of fact at all the sites that lack it, and where an answer says something.
    fn about_sites(
        &self,
        municipality: usize,
        own: &[usize],
        fact: Fact,
        anew: &Anew<'_>,
    ) -> Option<Question> {
        let WhatIf { sites: all, assessed, cases, .. } = self.what_if;
        let differs = |a: &SiteCase, b: &SiteCase| {
            self.asked
                .iter()
                .any(|&i| a.conditions[i].map(|c| c.is) != b.conditions[i].map(|c| c.is))
        };
        let answered = |&site: &usize| -> Option<(usize, [SiteCase; 2])> {
            let found = &assessed[site];
            if !is_missing(fact, &all[site], found) {
                return None;
            }
            let both = [false, true].map(|well| self.answered(site, fact, well));
            let says = both.iter().any(|case| differs(case, &cases[site]));
            says.then_some((site, both))
        };
        let answered: HashMap<usize, [SiteCase; 2]> = own.iter().filter_map(answered).collect();
        let mut sites: Vec<usize> = answered.keys().copied().collect();
        sites.sort_unstable();
        let score = |well: bool| {
            let otherwise = |site: usize| Some(&answered.get(&site)?[usize::from(well)]);
            anew.score(&self.what_if.readings(municipality, own, otherwise)).0
        };
        (!sites.is_empty()).then(|| question(municipality, Subject::Fact(fact), sites, anew, score))
    }

    /// What is known of a site when a fact is answered well or badly.
    fn answered(&self, place: usize, fact: Fact, well: bool) -> SiteCase {
        let WhatIf { sites, assessed, surroundings, .. } = self.what_if;
        let (site, found) = answer(fact, well, &sites[place], &assessed[place], surroundings);
        match fact {
            Fact::Masts => self.with_masts[usize::from(well)].case(place, &site, found),
            _ => self.what_if.case(place, &site, found),
        }
    }

    /// An indicator that municipalities bring themselves.
    fn about_own(
        &self,
        municipality: usize,
        indicator: usize,
        anew: &Anew<'_>,
    ) -> Option<Question> {
        let Origin::Own(place) = self.what_if.origins[indicator] else { return None };
        let column = &anew.scores.table.readings()[indicator];
        let own = &column[anew.place];
        let spec = &anew.framework.indicators()[indicator];
        let (low, high) = match (own.bounds(), spec.goalposts) {
            (Some(bounds), _) => bounds,
            (None, Goalposts::Fixed { low, high, .. }) => (low, high),
            (None, Goalposts::Observed) => {
                let values = || column.iter().filter_map(Reading::value);
                (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
            }
        };
        if low >= high || !own.is_concerned() {
            return None;
        }
        let (worst, best) = match spec.better {
            Better::Higher => (low, high),
            Better::Lower => (high, low),
        };
        let readings = [Reading::certain(worst)?, Reading::certain(best)?];
        let score = |well: bool| anew.score_with(indicator, readings[usize::from(well)]).0;
        Some(question(municipality, Subject::Own(place), Vec::new(), anew, score))
    }
}

fn question(
    municipality: usize,
    subject: Subject,
    sites: Vec<usize>,
    anew: &Anew<'_>,
    score: impl Fn(bool) -> GroupScore,
) -> Question {
    let (now, _) = anew.as_it_is();
    let (badly, well) = (score(false), score(true));
    let part = expected(now.estimate, badly.estimate, well.estimate);
    let (badly, well) = (Interval::of(&badly), Interval::of(&well));
    Question { municipality, subject, sites, now, answered: badly.mixed(well, part), well, badly }
}

/// How large a part of the answers falls well, so that the estimate stays what it is.
fn expected(now: Score, badly: Score, well: Score) -> f64 {
    let between = well.value() - badly.value();
    let part = (now.value() - badly.value()) / between;
    if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.5 }
}

/// Whether a fact is not known of a site, and worth to be asked: the rate of a connection that
/// there may not be is not.
fn is_missing(fact: Fact, site: &Site, found: &SiteAssessment) -> bool {
    let connected = found.fixed.is_connected();
    match fact {
        Fact::Connection => connected == Knowledge::Unknown,
        Fact::Rate => {
            connected == Knowledge::Yes && (found.fixed.download.is_none() || found.fixed.rate_open)
        }
        Fact::Mobile | Fact::SecondNetwork => found.mobile.networks.iter().any(|network| {
            [network.at_10, network.at_30].contains(&Knowledge::Unknown) || network.rate_open
        }),
        Fact::Network => {
            let way = found.dependence.status;
            connected != Knowledge::No
                && matches!(way, NetworkStatus::NotAttached | NetworkStatus::Unknown)
        }
        Fact::NodePower => {
            connected != Knowledge::No && found.dependence.status == NetworkStatus::Reached
        }
        // Whether anything is not known of them shows in what an answer changes.
        Fact::Masts => found.masts.as_ref().is_some_and(|reach| !reach.masts.is_empty()),
        Fact::BackupPower => site.backup_power.is_none(),
        Fact::PowerFeeds => site.power_feeds.is_empty(),
        Fact::Persons => site.persons.is_none(),
    }
}

/// Faster than any need: 1 Tbit/s.
const FASTEST: f64 = 1_000_000.0;
/// Longer than any outage that is asked about: a hundred years.
const LONGEST: f64 = 876_000.0;

/// What is known of a site once a fact is answered in the best or the worst way.
fn answer(
    fact: Fact,
    well: bool,
    site: &Site,
    found: &SiteAssessment,
    of: Surroundings<'_>,
) -> (Site, Found) {
    let (mut site, mut found) = (site.clone(), found.found());
    let fastest = || Mbps::new(FASTEST);
    match fact {
        Fact::Connection => {
            let status = if well { FixedStatus::Connected } else { FixedStatus::None };
            let download = found.fixed.download.filter(|_| well);
            found.fixed = FixedConnection { status, download, ..found.fixed };
        }
        Fact::Rate => {
            let slowest = found.fixed.download.or(Some(Mbps::ZERO));
            found.fixed.download = if well { fastest() } else { slowest };
            found.fixed.rate_open = false;
        }
        Fact::Mobile | Fact::SecondNetwork => {
            let settled = |known: Knowledge| match known {
                Knowledge::Unknown => Knowledge::from_known(well),
                known => known,
            };
            for network in &mut found.mobile.networks {
                let open = network.rate_open || network.at_30 == Knowledge::Unknown;
                (network.at_10, network.at_30) = (settled(network.at_10), settled(network.at_30));
                if open && well {
                    network.download = fastest();
                }
                network.rate_open = false;
            }
        }
        Fact::Network => found.dependence = attached(well, of),
        Fact::NodePower => {
            found.dependence.endurance = found.dependence.endurance.settled(well);
        }
        Fact::Masts => {
            if let Some(reach) = &mut found.masts {
                reach.masts.retain(|mast| well || mast.reaches == Knowledge::Yes);
                reach.masts.iter_mut().for_each(|mast| mast.reaches = Knowledge::Yes);
                reach.unlisted &= well;
            }
        }
        Fact::BackupPower => site.backup_power = Hours::new(if well { LONGEST } else { 0.0 }),
        // Names of no feeds: nothing else is said to hang on them.
        Fact::PowerFeeds => {
            let feeds = if well { 2 } else { 1 };
            site.power_feeds = vec![String::new(); feeds];
        }
        Fact::Persons => site.persons = Some(if well { 0 } else { u32::MAX }),
    }
    (site, found)
}

/// What a site depends on that nobody has said on which node it hangs: two ways that share nothing,
/// or one that goes through the core as everything does.
fn attached(well: bool, of: Surroundings<'_>) -> Dependence {
    let network = of.infrastructure.network.iter();
    let core = network.flat_map(|network| network.core()).next();
    let point = |node| SinglePoint { element: Element::Node(node), stage: Stage::Network };
    Dependence {
        status: NetworkStatus::Reached,
        disjoint_paths: Some(if well { 2 } else { 1 }),
        single_points: core.copied().filter(|_| !well).map(point).into_iter().collect(),
        ..Dependence::unknown()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Share;

    fn score(low: f64, estimate: f64, high: f64) -> GroupScore {
        let at = |value| Score::clamped(value).expect("on the scale");
        GroupScore {
            value: Ok(at(estimate)),
            estimate: at(estimate),
            low: at(low),
            high: at(high),
            known: Share::new(0.5).expect("a share"),
        }
    }

    #[test]
    fn answers_fall_so_that_the_estimate_stays() {
        let at = |value| Score::clamped(value).expect("on the scale");
        assert_eq!(expected(at(57.0), at(50.0), at(70.0)), 7.0 / 20.0);
        assert_eq!(expected(at(40.0), at(50.0), at(70.0)), 0.0);
        assert_eq!(expected(at(50.0), at(50.0), at(50.0)), 0.5);
        let (badly, well) =
            (Interval { low: 40.0, high: 58.0 }, Interval { low: 62.0, high: 95.0 });
        let mixed = badly.mixed(well, 0.25);
        assert_eq!((mixed.low, mixed.high), (45.5, 67.25));
    }

    #[test]
    fn a_region_is_the_mean_of_its_municipalities_by_their_sites() {
        let question = |municipality, answered: Interval, now: GroupScore| Question {
            municipality,
            subject: Subject::Fact(Fact::Rate),
            sites: vec![0, 1],
            now,
            answered,
            well: answered,
            badly: answered,
        };
        let scores = [score(40.0, 50.0, 80.0), score(10.0, 50.0, 90.0), score(50.0, 50.0, 50.0)];
        let questions = [
            question(0, Interval { low: 50.0, high: 70.0 }, scores[0]),
            question(1, Interval { low: 50.0, high: 50.0 }, scores[1]),
        ];
        // Widths of 40 at 3 sites, 80 at 1 and 0 at 4; the last municipality has no sites.
        let scores = [Some(scores[0]), Some(scores[1]), Some(scores[2]), None];
        let found = of_region(&questions, &scores, &[3, 1, 4, 0]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].sites, found[0].municipalities), (4, 2));
        assert_eq!((found[0].narrows_from, found[0].narrows_to), (25.0, 7.5));
        assert!(of_region(&[], &[None], &[0]).is_empty());
    }

    #[test]
    fn what_holds_a_fact_takes_its_answer_by_a_key_that_projects_have() {
        for fact in Fact::ALL {
            let (section, key) = match Subject::Fact(fact).project_key().split_once(' ') {
                Some((section, key)) => (section, key),
                None => (Subject::Fact(fact).project_key(), ""),
            };
            let documented = include_str!("../../docs/project-file.md");
            assert!(documented.contains(&format!("`{section}`")), "{section}");
            assert!(key.is_empty() || documented.contains(&format!("| `{key}` |")), "{key}");
        }
    }
}
