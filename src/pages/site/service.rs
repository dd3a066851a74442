//! What each digital service needs of a site, and what of it there is.

use super::Facts;
use crate::document::Document;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::model::requirement::FallbackNeeded;
use crate::network::dependence::{NetworkStatus, Stage};
use crate::pages::wording;
use crate::readiness::failure::Fallback;
use crate::readiness::service::{Need, Readiness, name_for};
use crate::table::element::DependencyRow;
use crate::table::service::ServiceRow;
use crate::units::{Hours, Mbps};
use crate::words::{Words, key};

/// Elements that are named before the rest is counted.
const ELEMENTS: usize = 2;

/// Each service with its status, what is missing and what is not known.
pub fn services(facts: &Facts<'_>, page: &mut Document) {
    let words = facts.words;
    for row in &facts.services {
        let service = Service { facts, words, row };
        let status = wording::readiness(words, row.status);
        let name = &name_for(words, &row.service_id, &row.name);
        let mut sentences = vec![words.say(key::ServiceStatus { name, status })];
        if row.status == Readiness::Ready {
            sentences.push(service.all_met());
        } else {
            sentences.extend(service.missing());
            sentences.extend(service.not_known());
        }
        page.item(sentences.join(" "));
    }
}

/// One service at one site.
struct Service<'a> {
    facts: &'a Facts<'a>,
    words: Words,
    row: &'a ServiceRow,
}

impl Service<'_> {
    /// A need with what there is of it in brackets.
    fn with(&self, need: String, there_is: Option<String>) -> String {
        match there_is {
            Some(more) => self.words.say(key::InBrackets { what: need, more }),
            None => need,
        }
    }

    fn is_missing(&self, need: Need) -> bool {
        self.row.missing.contains(&need) && !self.row.not_known.contains(&need)
    }

    fn missing(&self) -> Option<String> {
        let missing = Need::ALL.into_iter().filter(|need| self.is_missing(*need));
        let needs: Vec<String> = missing.map(|need| self.what_is_missing(need)).collect();
        let needs = (!needs.is_empty()).then(|| self.words.list(&needs))?;
        Some(self.words.say(key::ServiceMissing { needs }))
    }

    fn not_known(&self) -> Option<String> {
        let open = Need::ALL.into_iter().filter(|need| self.row.not_known.contains(need));
        let questions: Vec<String> = open.map(|need| self.what_is_open(need)).collect();
        let questions = (!questions.is_empty()).then(|| self.words.list(&questions))?;
        Some(self.words.say(key::ServiceNotKnown { questions }))
    }

    fn what_is_missing(&self, need: Need) -> String {
        let words = self.words;
        match need {
            Need::Fixed => self.with(words.say(key::ServiceFixed), self.nearly_connected()),
            Need::Download => self.missing_download(),
            Need::SinglePoints => self.with(words.say(key::ServiceWay), self.what_breaks_the_way()),
            Need::Fallback if self.row.needed_fallback == FallbackNeeded::Any => {
                words.say(key::ServiceNoMobileBackup)
            }
            Need::Fallback => {
                self.with(words.say(key::ServiceIndependent), self.why_not_independent())
            }
            Need::Endurance => self.with(self.endurance(), self.lasting()),
        }
    }

    fn what_is_open(&self, need: Need) -> String {
        let words = self.words;
        let site = &self.facts.site;
        match need {
            Need::Fixed => words.say(key::ServiceOpenFixed),
            Need::Download => self.open_download(),
            Need::SinglePoints => words.say(key::ServiceOpenWay),
            Need::Fallback if self.row.needed_fallback == FallbackNeeded::Any => {
                words.say(key::ServiceOpenMobileBackup { the_site: self.facts.the_site() })
            }
            Need::Fallback => words.say(key::ServiceOpenIndependent),
            Need::Endurance => {
                let something_known = site.endurance_high_h.is_some()
                    || site.endurance_low_h.is_some_and(|low| low > Hours::ZERO);
                let lasting = if something_known { self.lasting() } else { None };
                let hours = self.row.needed_endurance_h.unwrap_or(Hours::ZERO);
                self.with(words.say(key::ServiceOpenEndurance { hours }), lasting)
            }
        }
    }

    /// That every need is met, with the figures the table has.
    fn all_met(&self) -> String {
        let words = self.words;
        let download = self
            .row
            .needed_download_mbps
            .map(|rate| self.with(words.show(rate), self.what_offers(rate)));
        let fallback = match self.row.needed_fallback {
            FallbackNeeded::Any => Some(words.say(key::ServiceMobileBackup)),
            FallbackNeeded::Independent => Some(words.say(key::ServiceIndependent)),
            FallbackNeeded::None => None,
        };
        let endurance =
            self.row.needed_endurance_h.map(|_| self.with(self.endurance(), self.lasting()));
        let met: Vec<String> = [download, fallback, endurance].into_iter().flatten().collect();
        if met.is_empty() {
            return words.say(key::ServiceAllMet);
        }
        words.say(key::ServiceAllMetAmong { needs: words.list(&met) })
    }

    fn nearly_connected(&self) -> Option<String> {
        match self.facts.site.fixed_status {
            FixedStatus::Passed => Some(self.words.say(key::ServicePassed)),
            FixedStatus::Planned => Some(self.words.say(key::ServicePlanned)),
            FixedStatus::Connected | FixedStatus::None | FixedStatus::Unknown => None,
        }
    }

    fn missing_download(&self) -> String {
        let words = self.words;
        let site = &self.facts.site;
        let rate = match self.row.needed_download_mbps {
            Some(rate) => words.show(rate),
            None => words.say(key::ServiceEnough),
        };
        let own = site.fixed_download_low_mbps.map(Mbps::value);
        match (site.fixed_status, own) {
            // A rate that its owner states may be too low whether the connection is there or not.
            (FixedStatus::Unknown, Some(own)) => {
                words.say(key::ServiceRateIfConnected { rate, own })
            }
            _ if self.is_missing(Need::Fixed) => words.say(key::ServiceRateOverIt { rate }),
            (FixedStatus::Connected, Some(own)) => words.say(key::ServiceRateBelow { rate, own }),
            // Where a fixed connection were needed it would be missing too.
            _ => words.say(key::ServiceRateOfNone { rate }),
        }
    }

    fn open_download(&self) -> String {
        let words = self.words;
        let site = &self.facts.site;
        let is_stated =
            site.fixed_status != FixedStatus::Connected || site.fixed_download_low_mbps.is_some();
        match (self.row.needed_download_mbps, is_stated) {
            (Some(rate), false) => words.say(key::ServiceOpenRateNotStated { rate }),
            (Some(rate), true) => words.say(key::ServiceOpenRate { rate }),
            (None, _) if site.persons.is_none() => words.say(key::ServiceOpenRateOfPersons),
            (None, _) => words.say(key::ServiceOpenEnough),
        }
    }

    /// What gives the rate that is needed.
    fn what_offers(&self, needed: Mbps) -> Option<String> {
        let site = &self.facts.site;
        let own = site.fixed_download_low_mbps.filter(|own| *own >= needed);
        let own = own.filter(|_| site.fixed_status == FixedStatus::Connected);
        Some(match own.map(Mbps::value) {
            Some(own) => self.words.say(key::ServiceRateOfFixed { own }),
            None => self.words.say(key::ServiceRateOfMobile),
        })
    }

    /// Why there is no way that no single failure breaks.
    fn what_breaks_the_way(&self) -> Option<String> {
        let words = self.words;
        let Facts { site, points, .. } = self.facts;
        if site.fixed_service == Knowledge::No || site.network_status == NetworkStatus::CutOff {
            return Some(match site.fixed_status {
                FixedStatus::Connected => words.say(key::ServiceNodeCutOff),
                _ => words.say(key::ServiceNoFixed),
            });
        }
        let beyond: Vec<&DependencyRow> =
            points.iter().filter(|point| point.stage == Stage::Network).collect();
        let names: Vec<String> = beyond
            .iter()
            .map(|point| wording::element(words, point.element_kind, &point.element_id))
            .collect();
        let (count, names) = (beyond.len(), words.short_list(&names, ELEMENTS));
        (count > 0).then(|| words.say(key::ServiceBreaks { names, count }))
    }

    /// Why what reaches the site is no independent fallback.
    fn why_not_independent(&self) -> Option<String> {
        match self.facts.site.fallback {
            Fallback::None => Some(self.words.say(key::ServiceNoFallback)),
            Fallback::Shared => self.shared(),
            Fallback::Independent | Fallback::Unknown => None,
        }
    }

    /// What the masts share with the site, or of a site with mobile service only with each other.
    fn shared(&self) -> Option<String> {
        let words = self.words;
        let backups = &self.facts.backups;
        let mut shared: Vec<String> = Vec::new();
        for backup in backups.iter().filter(|backup| backup.holds == Knowledge::No) {
            let Some((kind, id)) = backup.shared_kind.zip(backup.shared_id.as_ref()) else {
                continue;
            };
            let element = wording::element(words, kind, id);
            if !shared.contains(&element) {
                shared.push(element);
            }
        }
        if shared.is_empty() {
            return None;
        }
        if shared.len() > ELEMENTS {
            shared.truncate(ELEMENTS);
            shared.push(words.say(key::ServiceSomethingElse));
        }
        let (count, shared) = (backups.len(), words.choice(&shared));
        Some(if self.facts.is_mobile_only() {
            words.say(key::ServiceMastsShare { count, shared })
        } else {
            words.say(key::ServiceMastsShareWith { count, shared, the_site: self.facts.the_site() })
        })
    }

    fn endurance(&self) -> String {
        match self.row.needed_endurance_h {
            Some(hours) => self.words.say(key::ServiceEndurance { hours: hours.value() }),
            None => self.words.say(key::ServiceSomeEndurance),
        }
    }

    /// How long the service of the site lasts.
    fn lasting(&self) -> Option<String> {
        let words = self.words;
        let site = &self.facts.site;
        if self.facts.service() == Knowledge::No {
            return Some(words.say(key::ServiceNothingLasts));
        }
        Some(match (site.endurance_low_h, site.endurance_high_h) {
            (_, Some(Hours::ZERO)) => words.say(key::ServiceEndsAtOnce),
            (Some(low), Some(high)) if low == high => words.say(key::ServiceLasts { hours: high }),
            (Some(low), Some(high)) if low > Hours::ZERO => {
                words.say(key::ServiceLastsBetween { low, high })
            }
            (_, Some(high)) => words.say(key::ServiceLastsAtMost { high }),
            (None, None) => words.say(key::ServiceNeedsNoPower),
            (Some(low), None) => words.say(key::ServiceLastsAtLeast { low }),
        })
    }
}
