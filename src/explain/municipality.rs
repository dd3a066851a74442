//! One municipality: its sites, its score, what is worst in it, and what is not known.

mod change;
mod gaps;
mod neighbours;
mod pillars;
mod questions;
mod score;

use std::collections::{BTreeMap, HashMap};

use self::neighbours::Neighbours;
use crate::document::Document;
use crate::error::Error;
use crate::explain::nearest::not_found;
use crate::explain::result::{
    BackupRow, DependencyRow, ElementRow, EnduranceRow, GainRow, IndicatorRow, MunicipalityRow,
    QuestionRow, ResultTables, ScoreRow, ServiceSummaryRow, SiteRow,
};
use crate::explain::text::{hours, list};
use crate::explain::wording;
use crate::model::knowledge::Knowledge;
use crate::model::site::SiteKind;
use crate::network::element::ElementKind;
use crate::readiness::failure::Effect;
use crate::readiness::service::Readiness;
use crate::readiness::unit::ServicePlaces;
use crate::report::record::{FrameworkRecord, PartRecord};
use crate::report::services_ready::services_ready as in_words;
use crate::words::Language::{self, En, Sv};
use crate::words::{Words, key, sentence};

/// Elements that are named.
const WORST: usize = 5;

/// Every row of a result that is about one municipality.
struct Facts<'a> {
    result: &'a ResultTables,
    language: Language,
    unit: MunicipalityRow,
    /// The name of every municipality, by its code.
    names: HashMap<String, String>,
    /// Municipalities that have a rank.
    ranked: usize,
    /// Others that have the same rank.
    sharing: usize,
    neighbours: Neighbours,
    indicators: Vec<IndicatorRow>,
    scores: Vec<ScoreRow>,
    services: Vec<ServiceSummaryRow>,
    questions: Vec<QuestionRow>,
    /// `None` in the public edition.
    inside: Option<Inside>,
}

/// What only the full edition tells.
struct Inside {
    sites: Vec<SiteRow>,
    backups: Vec<BackupRow>,
    dependencies: Vec<DependencyRow>,
    elements: Vec<ElementRow>,
    endurance: Vec<EnduranceRow>,
    gains: Vec<GainRow>,
}

impl<'a> Facts<'a> {
    fn read(result: &'a ResultTables, code: &str, language: Language) -> Result<Self, Error> {
        let units: Vec<MunicipalityRow> = result.read()?;
        let found = units.iter().find(|unit| unit.municipality_code == code).cloned();
        let Some(unit) = found else {
            let file = result.directory().join("municipalities.csv");
            let known = units.iter().map(|unit| (unit.municipality_code.as_str(), &*unit.name));
            let file = file.display().to_string();
            return Err(not_found(("municipality", "municipalities"), code, &file, known));
        };
        let mut indicators: Vec<IndicatorRow> = result.read()?;
        indicators.retain(|row| row.municipality_code == code);
        let mut scores: Vec<ScoreRow> = result.read()?;
        scores.retain(|row| row.unit_id == code);
        let mut services: Vec<ServiceSummaryRow> = result.read()?;
        services.retain(|row| row.municipality_code == code);
        let mut questions: Vec<QuestionRow> = result.read()?;
        questions.retain(|row| row.unit_id == code);
        let inside = if result.is_public() { None } else { Some(Inside::read(result, code)?) };
        Ok(Self {
            result,
            language,
            ranked: units.iter().filter(|unit| unit.rank.is_some()).count(),
            sharing: units.iter().filter(|other| shares_rank(&unit, other)).count(),
            names: units.into_iter().map(|unit| (unit.municipality_code, unit.name)).collect(),
            neighbours: Neighbours::of(code, result.read()?),
            unit,
            indicators,
            scores,
            services,
            questions,
            inside,
        })
    }
}

fn shares_rank(unit: &MunicipalityRow, other: &MunicipalityRow) -> bool {
    unit.rank.is_some()
        && unit.rank == other.rank
        && unit.municipality_code != other.municipality_code
}

impl Facts<'_> {
    fn framework(&self) -> &FrameworkRecord {
        self.result.framework()
    }

    /// How it stands in a group of the framework.
    fn score_of(&self, group: &str) -> Option<&ScoreRow> {
        self.scores.iter().find(|row| row.group == group)
    }

    /// What people call a group or an indicator.
    fn name_of<'p>(&self, part: &'p PartRecord) -> &'p str {
        part.name(self.language == Sv)
    }

    fn indicator_name<'n>(&'n self, id: &'n str) -> &'n str {
        let mut indicators = self.framework().indicators.iter();
        indicators.find(|part| part.id == id).map_or(id, |part| self.name_of(part))
    }

    /// The name of a municipality.
    fn unit_name<'n>(&'n self, code: &'n str) -> &'n str {
        self.names.get(code).map_or(code, String::as_str)
    }
}

impl Inside {
    fn read(result: &ResultTables, code: &str) -> Result<Self, Error> {
        let mut sites: Vec<SiteRow> = result.read()?;
        sites.retain(|site| site.municipality_code == code);
        let mut backups: Vec<BackupRow> = result.read()?;
        let mut dependencies: Vec<DependencyRow> = result.read()?;
        let own: std::collections::HashSet<&str> =
            sites.iter().map(|site| site.site_id.as_str()).collect();
        backups.retain(|row| own.contains(row.site_id.as_str()));
        dependencies.retain(|row| own.contains(row.site_id.as_str()));
        let mut endurance: Vec<EnduranceRow> = result.read()?;
        endurance.retain(|row| row.municipality_code == code);
        let mut gains: Vec<GainRow> = result.read()?;
        gains.retain(|row| row.municipality_code == code);
        let elements = result.read()?;
        Ok(Self { backups, dependencies, elements, endurance, gains, sites })
    }

    /// The names of sites whose ids are joined by `;`.
    fn site_names(&self, ids: &str) -> Vec<&str> {
        let mut names = Vec::new();
        let mut start = 0;
        // An id may hold the mark between ids; it ends where it is that of a site.
        for end in ids.match_indices(';').map(|(at, _)| at).chain([ids.len()]) {
            let Some(id) = ids.get(start..end) else { continue };
            if let Some(site) = self.sites.iter().find(|site| site.site_id == id) {
                names.push(if site.name.is_empty() { &*site.site_id } else { &*site.name });
                start = end + 1;
            }
        }
        names
    }
}

/// Explains one municipality.
pub fn explain(result: &ResultTables, code: &str, language: Language) -> Result<Document, Error> {
    let facts = Facts::read(result, code, language)?;
    let heading = |sv, en| match language {
        Sv => sv,
        En => en,
    };
    let mut page = Document::new(language, format!("{} ({code})", facts.unit.name));
    page.paragraph(sites(&facts));
    if facts.unit.sites == 0 {
        return Ok(page);
    }
    page.heading(heading("Poäng och placering", "Score and rank"));
    page.paragraph(score::score(&facts));
    page.paragraph(services_ready(&facts));
    page.paragraph(neighbours::neighbours(&facts));
    page.heading(heading("Områden och indikatorer", "Pillars and indicators"));
    pillars::pillars(&facts, &mut page);
    if facts.ranked > 1 {
        page.heading(heading("Styrkor och svagheter", "Strengths and weaknesses"));
        page.paragraph(pillars::standing(&facts));
    }
    if let Some(inside) = &facts.inside {
        page.heading(heading("Vad som skulle ändra poängen", "What would change the score"));
        change::change(&facts, inside, &mut page);
    }
    if !facts.questions.is_empty() {
        page.heading(heading("Vad ni bör fråga om härnäst", "What to ask next"));
        questions::questions(&facts, &mut page);
    }
    if let Some(inside) = &facts.inside {
        page.heading(heading(
            "Vad som ensamt bryter tjänsten för flest",
            "What alone takes service from most",
        ));
        worst(&facts, inside, &mut page);
        let heading =
            heading("När elnätet är borta överallt", "When grid power is lost everywhere");
        page.heading(heading);
        endurance(language, inside, &mut page);
    }
    if !facts.services.is_empty() {
        page.heading(heading("Digitala tjänster", "Digital services"));
        services(&facts, &mut page);
    }
    page.heading(heading(
        "Vad som inte är känt, och vad som skulle visa det",
        "What is not known, and what would tell",
    ));
    gaps::gaps(&facts, &mut page);
    Ok(page)
}

fn sites(facts: &Facts<'_>) -> Vec<String> {
    let Facts { unit, language, result, .. } = facts;
    let words = Words(*language);
    let number = words.say(key::Sites { count: unit.sites });
    let others = unit.sites - unit.schools - unit.care_homes;
    let of_kind = |count, kind| (count > 0).then(|| wording::so_many(words, count, kind));
    let kinds: Vec<String> = [
        of_kind(unit.schools, SiteKind::School),
        of_kind(unit.care_homes, SiteKind::CareHome),
        (others > 0).then(|| words.say(key::OtherSites { count: others })),
    ]
    .into_iter()
    .flatten()
    .collect();
    let files: Vec<&str> =
        result.inputs_of("sites").iter().map(|input| input.path.as_str()).collect();
    let files = list(*language, &files);
    let mut sentences = vec![match (unit.sites, language) {
        (0, Sv) => format!("{} har inga verksamheter i {files}.", unit.name),
        (0, En) => format!("{} has no sites in {files}.", unit.name),
        (_, Sv) if unit.schools + unit.care_homes == 0 => {
            format!("{} har {number} i {files}, inga skolor eller särskilda boenden.", unit.name)
        }
        (_, En) if unit.schools + unit.care_homes == 0 => {
            format!("{} has {number} in {files}, no schools or care homes.", unit.name)
        }
        (_, Sv) => format!("{} har {number} i {files}: {}.", unit.name, list(Sv, &kinds)),
        (_, En) => format!("{} has {number} in {files}: {}.", unit.name, list(En, &kinds)),
    }];
    if unit.sites == 0 {
        sentences.push(match language {
            Sv => "Därför har kommunen ingen poäng.".to_owned(),
            En => "So it has no score.".to_owned(),
        });
        return sentences;
    }
    let status = |number: usize, sv: &str, en: &str| {
        let text = match language {
            Sv => sv,
            En => en,
        };
        (number > 0).then(|| format!("{number} {text}"))
    };
    let statuses: Vec<String> = [
        status(unit.sites_connected, "har fast anslutning", "with a fixed connection"),
        status(unit.sites_passed, "har bara nät i närheten", "only passed by a network"),
        status(unit.sites_planned, "har en beslutad anslutning", "with a planned connection"),
        status(unit.sites_unconnected, "saknar fast anslutning", "without a fixed connection"),
        (unit.sites_unknown > 0).then(|| match language {
            Sv => format!("för {} är det inte känt", unit.sites_unknown),
            En => format!("{} of which it is not known", unit.sites_unknown),
        }),
    ]
    .into_iter()
    .flatten()
    .collect();
    sentences.push(match language {
        Sv => format!("Av dem: {}.", list(Sv, &statuses)),
        En => format!("They are: {}.", list(En, &statuses)),
    });
    sentences.push(match language {
        Sv if unit.sites_with_spof == 0 => "För ingen verksamhet är det känt att en enda del \
                                            bortom den egna noden kan bryta tjänsten."
            .to_owned(),
        En if unit.sites_with_spof == 0 => "Of no site it is known that a single element beyond \
                                            its own node can break the service."
            .to_owned(),
        Sv => format!(
            "{} kan förlora tjänsten om en enda del bortom den egna noden slutar fungera.",
            Words(*language).say(key::Sites { count: unit.sites_with_spof })
        ),
        En => format!(
            "{} can lose service to a single element beyond their own node.",
            Words(*language).say(key::Sites { count: unit.sites_with_spof })
        ),
    });
    sentences
}

/// The elements that take service from most of its sites.
fn worst(facts: &Facts<'_>, inside: &Inside, page: &mut Document) {
    let language = facts.language;
    let mut hit: BTreeMap<(ElementKind, &str), [usize; 3]> = BTreeMap::new();
    for row in &inside.dependencies {
        let counts = hit.entry((row.element_kind, &row.element_id)).or_default();
        let effect = match row.effect {
            Effect::All => 0,
            Effect::Unknown => 1,
            Effect::Fixed => 2,
        };
        counts[effect] += 1;
    }
    if hit.is_empty() {
        page.paragraph([match language {
            Sv => "Ingen enskild del är känd som ensam bryter tjänsten för någon.".to_owned(),
            En => "No single element is known to take service from anyone.".to_owned(),
        }]);
        return;
    }
    let mut ranked: Vec<_> = hit.into_iter().collect();
    // Most sites first, then those that leave more of them with nothing.
    ranked.sort_by_key(|(element, [all, unknown, fixed])| {
        (std::cmp::Reverse((all + unknown + fixed, *all, *unknown)), *element)
    });
    for ((kind, id), [all, unknown, fixed]) in ranked.into_iter().take(WORST) {
        let row =
            inside.elements.iter().find(|row| row.element_kind == kind && row.element_id == id);
        let name = match row {
            Some(row) => wording::named_element(language, row),
            None => wording::element(language, kind, id),
        };
        let elsewhere = row
            .map(|row| row.municipality_code.as_str())
            .filter(|code| !code.is_empty() && *code != facts.unit.municipality_code);
        let elsewhere = match (elsewhere, language) {
            (Some(code), Sv) => format!(", i kommun {code}"),
            (Some(code), En) => format!(", in municipality {code}"),
            (None, _) => String::new(),
        };
        let trench = row.filter(|_| kind == ElementKind::Trench).map(|row| {
            let where_they = match language {
                Sv => "där",
                En => "where",
            };
            format!(", {where_they} {}", wording::trench(language, row))
        });
        let sites = all + unknown + fixed;
        let effects: Vec<String> = [
            (all, "all tjänst bryts", "every service is lost"),
            (fixed, "minst en mast håller", "at least one mast holds"),
            (
                unknown,
                "det är inte känt om någon mast håller",
                "it is not known whether a mast holds",
            ),
        ]
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, sv, en)| match language {
            Sv if number == sites => sv.to_owned(),
            En if number == sites => en.to_owned(),
            Sv => format!("{sv} för {number}"),
            En => format!("{en} at {number}"),
        })
        .collect();
        let number = Words(language).say(key::Sites { count: sites });
        page.item(format!(
            "{}{elsewhere}{}: {number}, {}.",
            sentence(&name),
            trench.unwrap_or_default(),
            list(language, &effects)
        ));
    }
}

/// The hours at which something changes.
fn endurance(language: Language, inside: &Inside, page: &mut Document) {
    let ends_at_once = |site: &&SiteRow| {
        site.fixed_service.or(site.mobile_service) != Knowledge::No
            && site.endurance_high_h == Some(0.0)
    };
    let number = inside.sites.iter().filter(ends_at_once).count();
    let none = number == 0;
    let number = Words(language).say(key::Sites { count: number });
    let at_once = match language {
        Sv if none => "Ingen verksamhet förlorar säkert all tjänst genast.".to_owned(),
        En if none => "At no site every service is known to end at once.".to_owned(),
        Sv => format!("{number} förlorar säkert all tjänst genast."),
        En => format!("At {number} every service is known to end at once."),
    };
    let counted = match language {
        Sv => "Nedan räknas den vars tjänst varar precis så länge ännu som att ha den kvar.",
        En => "Below, a site whose service lasts exactly so long still counts as having it.",
    };
    page.paragraph(vec![at_once, counted.to_owned()]);
    let mut before = None;
    for row in inside.endurance.iter().filter(|row| row.hours > 0.0) {
        let counts = [row.with_service, row.without_service, row.unknown];
        if before == Some(counts) {
            continue;
        }
        before = Some(counts);
        let words = [("har tjänst kvar", "with service"), ("är utan tjänst", "without")];
        let known = counts.into_iter().zip(words).filter(|(number, _)| *number > 0);
        let known = known.map(|(number, (sv, en))| match language {
            Sv => format!("{number} {sv}"),
            En => format!("{number} {en}"),
        });
        let unknown = (row.unknown > 0).then(|| match language {
            Sv => format!("för {} är det inte känt", row.unknown),
            En => format!("{} not known", row.unknown),
        });
        let parts: Vec<String> = known.chain(unknown).collect();
        let parts = list(language, &parts);
        page.item(&match language {
            Sv => format!("Efter {}: {parts}.", hours(Sv, row.hours)),
            En => format!("After {}: {parts}.", hours(En, row.hours)),
        });
    }
}

/// How many of the services that its sites need are ready.
fn services_ready(facts: &Facts<'_>) -> Option<String> {
    let Facts { unit, language, .. } = facts;
    let places = ServicePlaces {
        all: unit.service_places,
        ready: unit.service_places_ready,
        unknown: unit.service_places_unknown,
    };
    let ready = in_words(*language, places)?;
    Some(match language {
        Sv => format!(
            "Av de digitala tjänster som verksamheterna behöver: {ready}. En tjänst räknas en gång \
             för varje verksamhet som den berör."
        ),
        En => format!(
            "Of the digital services that its sites need: {ready}. A service counts once for each \
             site that it concerns."
        ),
    })
}

fn services(facts: &Facts<'_>, page: &mut Document) {
    let language = facts.language;
    for service in &facts.services {
        let statuses: Vec<(usize, Readiness)> = [
            (service.ready, Readiness::Ready),
            (service.at_risk, Readiness::AtRisk),
            (service.not_ready, Readiness::NotReady),
            (service.unknown, Readiness::Unknown),
        ]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .collect();
        let parts: Vec<String> = statuses
            .iter()
            .map(|(number, status)| {
                format!("{number} {}", wording::readiness_of(language, *status, *number))
            })
            .collect();
        let (name, number) =
            (&service.name, Words(language).say(key::Sites { count: service.sites }));
        page.item(&match (statuses.as_slice(), language) {
            ([], Sv) => format!("{name}: berör ingen verksamhet här."),
            ([], En) => format!("{name}: concerns no site here."),
            ([(1, status)], _) => {
                format!("{name}: {number}, {}.", wording::readiness(language, *status))
            }
            ([(all, status)], Sv) => {
                format!("{name}: {number}, alla {}.", wording::readiness_of(Sv, *status, *all))
            }
            ([(all, status)], En) => {
                format!("{name}: {number}, all {}.", wording::readiness_of(En, *status, *all))
            }
            (_, Sv) => format!("{name}: {number}, varav {}.", list(Sv, &parts)),
            (_, En) => format!("{name}: {number}, of which {}.", list(En, &parts)),
        });
    }
}
