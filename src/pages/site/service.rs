//! What each digital service needs of a site, and what of it there is.

use super::Facts;
use crate::document::Document;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::network::dependence::{NetworkStatus, Stage};
use crate::pages::result::{DependencyRow, ServiceRow};
use crate::pages::text::{choice, hours, list, number, short_list};
use crate::pages::wording;
use crate::readiness::failure::Fallback;
use crate::readiness::service::{Need, Readiness};
use crate::words::Language::{En, Sv};

/// Elements that are named before the rest is counted.
const ELEMENTS: usize = 2;

/// Each service with its status, what is missing and what is not known.
pub fn services(facts: &Facts<'_>, page: &mut Document) {
    for row in &facts.services {
        let service = Service { facts, row };
        let status = wording::readiness(facts.language, row.status);
        let mut sentences = vec![format!("{}: {status}.", row.name)];
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
    row: &'a ServiceRow,
}

/// Needs in a cell of the table, joined by `;`.
fn has(cell: &str, need: Need) -> bool {
    cell.split(';').any(|name| name == need.name())
}

/// A need with what there is of it in brackets.
fn with(need: String, there_is: Option<String>) -> String {
    match there_is {
        Some(there_is) => format!("{need} ({there_is})"),
        None => need,
    }
}

impl Service<'_> {
    fn is_missing(&self, need: Need) -> bool {
        has(&self.row.missing, need) && !has(&self.row.not_known, need)
    }

    fn missing(&self) -> Option<String> {
        let missing = Need::ALL.into_iter().filter(|need| self.is_missing(*need));
        let missing: Vec<String> = missing.map(|need| self.what_is_missing(need)).collect();
        (!missing.is_empty()).then(|| {
            match (list(self.facts.language, &missing), self.facts.language) {
                (missing, Sv) => format!("Det saknas {missing}."),
                (missing, En) => format!("Missing: {missing}."),
            }
        })
    }

    fn not_known(&self) -> Option<String> {
        let open = Need::ALL.into_iter().filter(|need| has(&self.row.not_known, *need));
        let open: Vec<String> = open.map(|need| self.what_is_open(need)).collect();
        (!open.is_empty()).then(|| match (list(self.facts.language, &open), self.facts.language) {
            (open, Sv) => format!("Det är inte känt {open}."),
            (open, En) => format!("It is not known {open}."),
        })
    }

    fn rate(&self) -> Option<String> {
        let rate = self.row.needed_download_mbps?;
        Some(format!("{} Mbit/s", number(self.facts.language, rate)))
    }

    fn what_is_missing(&self, need: Need) -> String {
        match (need, self.facts.language) {
            (Need::Fixed, Sv) => with("en fast anslutning".to_owned(), self.nearly_connected()),
            (Need::Fixed, En) => with("a fixed connection".to_owned(), self.nearly_connected()),
            (Need::Download, _) => self.missing_download(),
            (Need::SinglePoints, Sv) => {
                let way = "en väg genom nätet som inget enskilt fel bryter";
                with(way.to_owned(), self.what_breaks_the_way())
            }
            (Need::SinglePoints, En) => {
                let way = "a way through the network that no single failure breaks";
                with(way.to_owned(), self.what_breaks_the_way())
            }
            (Need::Fallback, Sv) if self.row.needed_fallback == "any" => {
                "ett mobilnät som reserv (inget når 10 Mbit/s här)".to_owned()
            }
            (Need::Fallback, En) if self.row.needed_fallback == "any" => {
                "a mobile network as backup (none reaches 10 Mbit/s here)".to_owned()
            }
            (Need::Fallback, Sv) => {
                with("en oberoende reservväg".to_owned(), self.why_not_independent())
            }
            (Need::Fallback, En) => {
                with("an independent fallback".to_owned(), self.why_not_independent())
            }
            (Need::Endurance, _) => with(self.endurance(), self.lasting()),
        }
    }

    fn what_is_open(&self, need: Need) -> String {
        let site = &self.facts.site;
        let the_site = self.facts.the_site();
        match (need, self.facts.language) {
            (Need::Fixed, Sv) => "om det finns en fast anslutning".to_owned(),
            (Need::Fixed, En) => "whether there is a fixed connection".to_owned(),
            (Need::Download, _) => self.open_download(),
            (Need::SinglePoints, Sv) => {
                "om någon enskild del av nätet kan bryta den fasta anslutningen".to_owned()
            }
            (Need::SinglePoints, En) => {
                "whether a single part of the network can break the fixed connection".to_owned()
            }
            (Need::Fallback, Sv) if self.row.needed_fallback == "any" => {
                format!("om något mobilnät når {the_site} med 10 Mbit/s")
            }
            (Need::Fallback, En) if self.row.needed_fallback == "any" => {
                format!("whether a mobile network reaches {the_site} at 10 Mbit/s")
            }
            (Need::Fallback, Sv) => "om det finns en oberoende reservväg".to_owned(),
            (Need::Fallback, En) => "whether there is an independent fallback".to_owned(),
            (Need::Endurance, language) => {
                let lasting = (site.endurance_high_h.is_some()
                    || site.endurance_low_h.is_some_and(|low| low > 0.0))
                .then(|| self.lasting())
                .flatten();
                let needed = self.row.needed_endurance_h.unwrap_or(0.0);
                let needed = hours(language, needed);
                let question = match language {
                    Sv => format!("om tjänsten varar i {needed} utan elnät"),
                    En => format!("whether service lasts {needed} without grid power"),
                };
                with(question, lasting)
            }
        }
    }

    /// That every need is met, with the figures the table has.
    fn all_met(&self) -> String {
        let language = self.facts.language;
        let download = self.rate().map(|rate| with(rate, self.what_offers_the_rate()));
        let fallback = match (self.row.needed_fallback.as_str(), language) {
            ("any", Sv) => Some("ett mobilnät som reserv".to_owned()),
            ("any", En) => Some("a mobile network as backup".to_owned()),
            ("independent", Sv) => Some("en oberoende reservväg".to_owned()),
            ("independent", En) => Some("an independent fallback".to_owned()),
            _ => None,
        };
        let endurance = self.row.needed_endurance_h.map(|_| with(self.endurance(), self.lasting()));
        let met: Vec<String> = [download, fallback, endurance].into_iter().flatten().collect();
        match (met.is_empty(), language) {
            (true, Sv) => "Alla behov är uppfyllda.".to_owned(),
            (true, En) => "Every need is met.".to_owned(),
            (false, Sv) => format!("Alla behov är uppfyllda, däribland {}.", list(Sv, &met)),
            (false, En) => format!("Every need is met, among them {}.", list(En, &met)),
        }
    }

    fn nearly_connected(&self) -> Option<String> {
        Some(
            match (self.facts.site.fixed_status, self.facts.language) {
                (FixedStatus::Passed, Sv) => "ett nät finns i närheten",
                (FixedStatus::Passed, En) => "a network passes by",
                (FixedStatus::Planned, Sv) => "en är beslutad men inte byggd",
                (FixedStatus::Planned, En) => "one is decided but not built",
                _ => return None,
            }
            .to_owned(),
        )
    }

    fn missing_download(&self) -> String {
        let site = &self.facts.site;
        let language = self.facts.language;
        let rate = match (self.rate(), language) {
            (Some(rate), _) => rate,
            (None, Sv) => "tillräcklig hastighet".to_owned(),
            (None, En) => "a sufficient rate".to_owned(),
        };
        let own = site.fixed_download_mbps.map(|own| number(language, own));
        // A rate that its owner states may be too low whether the connection is there or not.
        if let (FixedStatus::Unknown, Some(own)) = (site.fixed_status, &own) {
            return match language {
                Sv => format!("{rate} (en fast anslutning ger {own}, om den finns)"),
                En => format!("{rate} (a fixed connection gives {own}, if there is one)"),
            };
        }
        let connected = site.fixed_status == FixedStatus::Connected;
        match (self.is_missing(Need::Fixed), own.filter(|_| connected), language) {
            (true, _, Sv) => format!("{rate} över den"),
            (true, _, En) => format!("{rate} over it"),
            (false, Some(own), Sv) => format!("{rate} (den fasta anslutningen ger {own})"),
            (false, Some(own), En) => format!("{rate} (the fixed connection gives {own})"),
            // Where a fixed connection were needed it would be missing too.
            (false, None, Sv) => {
                format!(
                    "{rate} (det finns ingen fast anslutning, och inget mobilnät når så mycket)"
                )
            }
            (false, None, En) => {
                format!(
                    "{rate} (there is no fixed connection, and no mobile network gives as much)"
                )
            }
        }
    }

    fn open_download(&self) -> String {
        let site = &self.facts.site;
        let connected = site.fixed_status == FixedStatus::Connected;
        match (self.rate(), connected && site.fixed_download_mbps.is_none(), self.facts.language) {
            (Some(rate), true, Sv) => {
                format!("om hastigheten når {rate} (den fasta anslutningens anges inte)")
            }
            (Some(rate), true, En) => format!(
                "whether the rate reaches {rate} (that of the fixed connection is not stated)"
            ),
            (Some(rate), false, Sv) => format!("om hastigheten når {rate}"),
            (Some(rate), false, En) => format!("whether the rate reaches {rate}"),
            (None, _, Sv) if site.persons.is_none() => {
                "om hastigheten räcker (behovet beror på antalet personer, som inte är känt)"
                    .to_owned()
            }
            (None, _, En) if site.persons.is_none() => "whether the rate is enough (the need \
                                                        depends on the number of persons, which \
                                                        is not known)"
                .to_owned(),
            (None, _, Sv) => "om hastigheten räcker".to_owned(),
            (None, _, En) => "whether the rate is enough".to_owned(),
        }
    }

    /// What gives the rate that is needed.
    fn what_offers_the_rate(&self) -> Option<String> {
        let site = &self.facts.site;
        let language = self.facts.language;
        let needed = self.row.needed_download_mbps?;
        let own = site.fixed_download_mbps.filter(|own| *own >= needed);
        let connected = site.fixed_status == FixedStatus::Connected;
        Some(match (own.filter(|_| connected).map(|own| number(language, own)), language) {
            (Some(own), Sv) => format!("den fasta anslutningen ger {own}"),
            (Some(own), En) => format!("the fixed connection gives {own}"),
            (None, Sv) => "över mobilnät".to_owned(),
            (None, En) => "over a mobile network".to_owned(),
        })
    }

    /// Why there is no way that no single failure breaks.
    fn what_breaks_the_way(&self) -> Option<String> {
        let Facts { site, language, points, .. } = self.facts;
        if site.fixed_service == Knowledge::No || site.network_status == NetworkStatus::CutOff {
            let unconnected = site.fixed_status != FixedStatus::Connected;
            return Some(
                match (unconnected, language) {
                    (true, Sv) => "det finns ingen fast anslutning",
                    (true, En) => "there is no fixed connection",
                    (false, Sv) => "noden har ingen väg till kärnan",
                    (false, En) => "its node has no way to the core",
                }
                .to_owned(),
            );
        }
        let beyond: Vec<&DependencyRow> =
            points.iter().filter(|point| point.stage == Stage::Network).collect();
        let names: Vec<String> = beyond
            .iter()
            .map(|point| wording::element(*language, point.element_kind, &point.element_id))
            .collect();
        let names = short_list(*language, &names, ELEMENTS);
        match (beyond.len(), language) {
            (0, _) => None,
            (1, Sv) => Some(format!("{names} kan ensam bryta den")),
            (1, En) => Some(format!("{names} alone can break it")),
            (_, Sv) => Some(format!("{names} kan var för sig bryta den")),
            (_, En) => Some(format!("each of {names} alone can break it")),
        }
    }

    /// Why what reaches the site is no independent fallback.
    fn why_not_independent(&self) -> Option<String> {
        match (self.facts.site.fallback, self.facts.language) {
            (Fallback::None, Sv) => Some("det finns ingen reserv alls".to_owned()),
            (Fallback::None, En) => Some("there is no fallback at all".to_owned()),
            (Fallback::Shared, _) => self.shared(),
            (Fallback::Independent | Fallback::Unknown, _) => None,
        }
    }

    /// What the masts share with the site, or of a site with mobile service only with each other.
    fn shared(&self) -> Option<String> {
        let Facts { language, backups, .. } = self.facts;
        let the_site = self.facts.the_site();
        let mut shared: Vec<String> = Vec::new();
        for backup in backups.iter().filter(|backup| backup.holds == Knowledge::No) {
            let Some(kind) = backup.shared_kind else { continue };
            let element = wording::element(*language, kind, &backup.shared_id);
            if !shared.contains(&element) {
                shared.push(element);
            }
        }
        if shared.is_empty() {
            return None;
        }
        if shared.len() > ELEMENTS {
            shared.truncate(ELEMENTS);
            shared.push(
                match language {
                    Sv => "något annat",
                    En => "something else",
                }
                .to_owned(),
            );
        }
        let shared = choice(*language, &shared);
        let masts = match (backups.len(), language) {
            (1, Sv) => "masten som når eller kan nå dit",
            (1, En) => "the mast that reaches it, or may, shares",
            (_, Sv) => "varje mast som når eller kan nå dit",
            (_, En) => "each mast that reaches it, or may, shares",
        };
        Some(match (self.facts.is_mobile_only(), language) {
            (true, Sv) => format!("{masts} delar {shared} med en annan"),
            (true, En) => format!("{masts} {shared} with another"),
            (false, Sv) => format!("{masts} delar {shared} med {the_site}"),
            (false, En) => format!("{masts} {shared} with {the_site}"),
        })
    }

    fn endurance(&self) -> String {
        let language = self.facts.language;
        let needed = self.row.needed_endurance_h.map(|needed| number(language, needed));
        match (needed, language) {
            (Some(needed), Sv) => format!("{needed} timmars drift utan elnät"),
            (Some(needed), En) => format!("{needed} hours of service without grid power"),
            (None, Sv) => "drift utan elnät".to_owned(),
            (None, En) => "service without grid power".to_owned(),
        }
    }

    /// How long the service of the site lasts.
    fn lasting(&self) -> Option<String> {
        let Facts { site, language, .. } = self.facts;
        let of = |value| hours(*language, value);
        if site.fixed_service.or(site.mobile_service) == Knowledge::No {
            return Some(
                match language {
                    Sv => "det finns ingen tjänst som kan vara",
                    En => "there is no service to last",
                }
                .to_owned(),
            );
        }
        let low = site.endurance_low_h.unwrap_or(f64::INFINITY);
        Some(match (low, site.endurance_high_h, language) {
            (_, Some(0.0), Sv) => "tjänsten upphör genast".to_owned(),
            (_, Some(0.0), En) => "service ends at once".to_owned(),
            (low, Some(high), Sv) if low == high => format!("tjänsten varar {}", of(high)),
            (low, Some(high), En) if low == high => format!("service lasts {}", of(high)),
            (low, Some(high), Sv) if low > 0.0 => {
                format!("tjänsten varar minst {} och högst {}", of(low), of(high))
            }
            (low, Some(high), En) if low > 0.0 => {
                format!("service lasts at least {} and at most {}", of(low), of(high))
            }
            (_, Some(high), Sv) => format!("tjänsten varar högst {}", of(high)),
            (_, Some(high), En) => format!("service lasts {} at most", of(high)),
            (f64::INFINITY, None, Sv) => "tjänsten upphör inte av strömavbrott".to_owned(),
            (f64::INFINITY, None, En) => "service does not end without power".to_owned(),
            (low, None, Sv) => format!("tjänsten varar minst {}", of(low)),
            (low, None, En) => format!("service lasts at least {}", of(low)),
        })
    }
}
