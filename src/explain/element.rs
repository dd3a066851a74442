//! One element: what it is, and which sites its loss takes service from.

use crate::document::Document;
use crate::error::Error;
use crate::explain::nearest::nearest;
use crate::explain::result::{
    BackupRow, DependencyRow, ElementRow, MunicipalityRow, ResultTables, SiteRow,
};
use crate::explain::text::{NAMED_AT_MOST, count, list, short_list};
use crate::explain::wording;
use crate::model::knowledge::Knowledge;
use crate::model::site::SiteKind;
use crate::network::element::ElementKind;
use crate::readiness::failure::Effect;
use crate::words::Language::{self, En, Sv};
use crate::words::{Words, key, sentence};

/// Sites that are listed for one effect.
const LISTED: usize = 40;

/// Explains one element.
pub fn explain(
    result: &ResultTables,
    kind: ElementKind,
    id: &str,
    language: Language,
) -> Result<Document, Error> {
    result.need_full_edition("single elements")?;
    let elements: Vec<ElementRow> = result.read()?;
    let sites: Vec<SiteRow> = result.read()?;
    let found = elements.iter().find(|row| row.element_kind == kind && row.element_id == id);
    let Some(row) = found else {
        return not_listed(result, kind, id, &elements, &sites, language);
    };
    let mut page = Document::new(language, sentence(wording::named_element(language, row)));
    page.paragraph(identity(result, row, &elements, language)?);
    page.heading(loss(language, kind));
    page.paragraph(consequence(row, &elements, language));
    let dependencies: Vec<DependencyRow> = result.read()?;
    for effect in [Effect::All, Effect::Fixed, Effect::Unknown] {
        let own = dependencies.iter().filter(|dependency| {
            dependency.element_kind == kind
                && dependency.element_id == id
                && dependency.effect == effect
        });
        let hit: Vec<&SiteRow> = own
            .filter_map(|dependency| sites.iter().find(|site| site.site_id == dependency.site_id))
            .collect();
        if hit.is_empty() {
            continue;
        }
        page.heading(effect_heading(language, effect, hit.len()));
        for site in hit.iter().take(LISTED) {
            page.item(site_line(language, site));
        }
        if let Some(more) = hit.len().checked_sub(LISTED).filter(|more| *more > 0) {
            page.item(&match language {
                Sv => format!("{more} till, i dependencies.csv"),
                En => format!("{more} more, in dependencies.csv"),
            });
        }
    }
    Ok(page)
}

/// What it is, where, of what, from which row.
fn identity(
    result: &ResultTables,
    row: &ElementRow,
    elements: &[ElementRow],
    language: Language,
) -> Result<Vec<String>, Error> {
    let mut sentences = Vec::new();
    let municipalities: Vec<MunicipalityRow> = result.read()?;
    let municipality = municipalities.iter().find(|m| m.municipality_code == row.municipality_code);
    let half_way = matches!(row.element_kind, ElementKind::Span | ElementKind::Trench);
    let the = the_element(language, row.element_kind);
    sentences.push(match (municipality, language) {
        (Some(m), Sv) if half_way => {
            format!("Mitten av {the} ligger i {} ({}).", m.name, m.municipality_code)
        }
        (Some(m), En) if half_way => {
            format!("The middle of {the} is in {} ({}).", m.name, m.municipality_code)
        }
        (Some(m), Sv) => {
            format!("{} finns i {} ({}).", sentence(the), m.name, m.municipality_code)
        }
        (Some(m), En) => format!("{} is in {} ({}).", sentence(the), m.name, m.municipality_code),
        (None, Sv) if row.element_kind == ElementKind::PowerFeed => {
            "Elmatningen har inget eget läge.".to_owned()
        }
        (None, En) if row.element_kind == ElementKind::PowerFeed => {
            "A power feed has no place of its own.".to_owned()
        }
        (None, Sv) if half_way => format!(
            "Mitten av {the} ligger inte i någon av resultatets kommuner, eller är inte känd."
        ),
        (None, En) if half_way => {
            format!("The middle of {the} is in no municipality of the result, or not known.")
        }
        (None, Sv) => format!(
            "{} ligger inte i någon av resultatets kommuner, eller har inget känt läge.",
            sentence(the)
        ),
        (None, En) => {
            format!("{} is in no municipality of the result, or has no known place.", sentence(the))
        }
    });
    match row.element_kind {
        ElementKind::Trench => {
            sentences.push(format!("{}.", sentence(wording::trench(language, row))));
        }
        ElementKind::PowerFeed => sentences.push(supplies(row, language)),
        ElementKind::Mast | ElementKind::Node | ElementKind::Span => {}
    }
    let routes = routes(result, elements, language);
    sentences.push(match (row.source.as_str(), row.trench_within_m, language) {
        ("", Some(_), Sv) => {
            format!("Schaktet är härlett ur kablarnas ritade sträckningar{}.", routes)
        }
        ("", Some(_), En) => {
            format!("The trench was found from the drawn routes of the cables{}.", routes)
        }
        ("", None, Sv) => "Den har ingen egen rad i någon fil: andra rader nämner den.".to_owned(),
        ("", None, En) => "It has no row of its own in any file: other rows name it.".to_owned(),
        (file, _, Sv) => format!(
            "Uppgifterna kommer från {}.",
            wording::source(Sv, result, file, row.source_row)
        ),
        (file, _, En) => {
            format!("This was read from {}.", wording::source(En, result, file, row.source_row))
        }
    });
    Ok(sentences)
}

/// In which file the routes of cables are drawn, as far as a listed cable names one.
fn routes(result: &ResultTables, elements: &[ElementRow], language: Language) -> String {
    let mut spans = elements.iter().filter(|row| row.element_kind == ElementKind::Span);
    let Some(span) = spans.find(|row| !row.source.is_empty()) else { return String::new() };
    let file = wording::source(language, result, &span.source, None);
    match language {
        Sv => format!(" i {file}"),
        En => format!(" in {file}"),
    }
}

/// `the node`.
fn the_element(language: Language, kind: ElementKind) -> &'static str {
    match (language, kind) {
        (Sv, ElementKind::Mast) => "masten",
        (Sv, ElementKind::Node) => "noden",
        (Sv, ElementKind::PowerFeed) => "elmatningen",
        (Sv, ElementKind::Span) => "kabeln",
        (Sv, ElementKind::Trench) => "schaktet",
        (En, ElementKind::Mast) => "the mast",
        (En, ElementKind::Node) => "the node",
        (En, ElementKind::PowerFeed) => "the power feed",
        (En, ElementKind::Span) => "the cable",
        (En, ElementKind::Trench) => "the trench",
    }
}

/// What has no other power feed.
fn supplies(row: &ElementRow, language: Language) -> String {
    let mut parts = Vec::new();
    for kind in [ElementKind::Node, ElementKind::Mast] {
        let ids = row.parts_of(kind.name());
        if !ids.is_empty() {
            let number = wording::so_many(language, ids.len(), kind);
            parts.push(format!("{number} ({})", short_list(language, &ids, NAMED_AT_MOST)));
        }
    }
    let sites = row.parts_of("site");
    if !sites.is_empty() {
        let number = Words(language).say(key::Sites { count: sites.len() });
        parts.push(format!("{number} ({})", short_list(language, &sites, NAMED_AT_MOST)));
    }
    let parts = list(language, &parts);
    match language {
        Sv => format!("Den är den enda elmatningen för {parts}."),
        En => format!("It is the only power feed of {parts}."),
    }
}

fn loss(language: Language, kind: ElementKind) -> &'static str {
    match (language, kind) {
        (Sv, ElementKind::Mast) => "Om masten slutar fungera",
        (Sv, ElementKind::Node) => "Om noden slutar fungera",
        (Sv, ElementKind::PowerFeed) => "Om elmatningen faller bort",
        (Sv, ElementKind::Span) => "Om kabeln går av",
        (Sv, ElementKind::Trench) => "Om allt i schaktet går av",
        (En, ElementKind::Mast) => "When the mast fails",
        (En, ElementKind::Node) => "When the node fails",
        (En, ElementKind::PowerFeed) => "When the power feed is lost",
        (En, ElementKind::Span) => "When the cable is cut",
        (En, ElementKind::Trench) => "When everything in the trench is cut",
    }
}

fn consequence(row: &ElementRow, elements: &[ElementRow], language: Language) -> Vec<String> {
    let sites = Words(language).say(key::Sites { count: row.sites_cut_off });
    let of = |number: usize, kind| (number > 0).then(|| wording::so_many(language, number, kind));
    let among: Vec<String> =
        [of(row.schools_cut_off, SiteKind::School), of(row.care_homes_cut_off, SiteKind::CareHome)]
            .into_iter()
            .flatten()
            .collect();
    let among = match (among.is_empty(), language) {
        (true, _) => String::new(),
        (false, Sv) => format!(", varav {}", list(Sv, &among)),
        (false, En) => format!(", among them {}", list(En, &among)),
    };
    let mut sentences = vec![match language {
        Sv => format!("{sites} förlorar sin tjänst{among}."),
        En if row.sites_cut_off == 1 => format!("{sites} loses the service it has{among}."),
        En => format!("{sites} lose the service they have{among}."),
    }];
    sentences.extend(persons(row, language));
    let worse = elements.iter().filter(|other| other.sites_cut_off > row.sites_cut_off).count();
    let all = elements.len();
    sentences.push(match (worse, language) {
        (0, Sv) => format!(
            "Inget annat av det som ensamt bryter tjänsten för någon ({all} rader i elements.csv) \
             drabbar fler verksamheter."
        ),
        (0, En) => {
            format!("No other of the {all} elements in elements.csv takes service from more.")
        }
        (_, Sv) => format!(
            "Det är plats {} av {all} bland det som ensamt bryter tjänsten för någon, där plats 1 \
             drabbar flest verksamheter.",
            row.rank
        ),
        (_, En) => format!(
            "That is rank {} among the {all} elements that take service from anyone; 1 takes most \
             sites down.",
            row.rank
        ),
    });
    sentences
}

fn persons(row: &ElementRow, language: Language) -> Option<String> {
    let unknown = row.sites_persons_unknown;
    Some(match (row.persons_cut_off, unknown, language) {
        (Some(persons), 0, Sv) => format!("De har tillsammans {persons} personer."),
        (Some(persons), 0, En) => format!("{persons} persons depend on them."),
        (Some(persons), _, Sv) => format!(
            "De har tillsammans minst {persons} personer; för {} är antalet inte känt.",
            Words(language).say(key::Sites { count: unknown })
        ),
        (Some(persons), _, En) => format!(
            "At least {persons} persons depend on them; of {} the number is not known.",
            Words(language).say(key::Sites { count: unknown })
        ),
        (None, _, Sv) => "Hur många personer som drabbas är inte känt.".to_owned(),
        (None, _, En) => "How many persons that concerns is not known.".to_owned(),
    })
}

fn effect_heading(language: Language, effect: Effect, number: usize) -> String {
    match (effect, language) {
        (Effect::All, Sv) => format!("Förlorar all tjänst: {number}"),
        (Effect::All, En) => format!("Lose every service: {number}"),
        (Effect::Fixed, Sv) => {
            format!("Förlorar den fasta anslutningen, men minst en mast håller: {number}")
        }
        (Effect::Fixed, En) => {
            format!("Lose the fixed connection, but at least one mast holds: {number}")
        }
        (Effect::Unknown, Sv) => {
            format!("Förlorar tjänst; om något mobilnät fungerar är inte känt: {number}")
        }
        (Effect::Unknown, En) => {
            format!("Lose service; whether a mobile network works is not known: {number}")
        }
    }
}

fn site_line(language: Language, site: &SiteRow) -> String {
    let kind = Words(language).code(site.kind);
    let persons = match (site.persons, language) {
        (Some(persons), Sv) => count(persons as usize, "person", "personer"),
        (Some(persons), En) => count(persons as usize, "person", "persons"),
        (None, Sv) => "antalet personer inte känt".to_owned(),
        (None, En) => "number of persons not known".to_owned(),
    };
    format!("{} {} ({kind}, {persons})", site.site_id, site.name)
}

/// An element that takes service from nobody, or that there is not.
fn not_listed(
    result: &ResultTables,
    kind: ElementKind,
    id: &str,
    elements: &[ElementRow],
    sites: &[SiteRow],
    language: Language,
) -> Result<Document, Error> {
    let backups: Vec<BackupRow> = result.read()?;
    let mentioned = mentioned(kind, id, elements, sites, &backups);
    let one = Words(language).code(kind);
    let mut page = Document::new(language, sentence(wording::element(language, kind, id)));
    let listed: Vec<(&str, &str)> = elements
        .iter()
        .filter(|row| row.element_kind == kind)
        .map(|row| (row.element_id.as_str(), row.name.as_str()))
        .collect();
    let number = wording::so_many(language, listed.len(), kind);
    let the = the_element(language, kind);
    let mut sentences = vec![match (mentioned, language) {
        (Some(file), Sv) => format!(
            "Resultatet nämner {} i {file}, men elements.csv har ingen rad om {the}: det är inte \
             känt att någon verksamhet förlorar tjänst om enbart {the} slutar fungera.",
            wording::element(Sv, kind, id)
        ),
        (Some(file), En) => format!(
            "The result names {} in {file}, but elements.csv has no row about it: no site is known \
             to lose service when it alone fails.",
            wording::element(En, kind, id)
        ),
        (None, Sv) => format!(
            "Resultatet nämner inte {one} {id}. Tabellen elements.csv listar bara det som ensamt \
             bryter tjänsten för någon: antingen gör {id} inte det, eller så finns inget sådant."
        ),
        (None, En) => format!(
            "The result names no {one} with the id {id}. The table elements.csv lists only what \
             alone takes service from somebody: either {id} does not, or there is no such {one}."
        ),
    }];
    sentences.push(match language {
        Sv => format!("I elements.csv finns {number}."),
        En if listed.len() == 1 => format!("There is {number} in elements.csv."),
        En => format!("There are {number} in elements.csv."),
    });
    if mentioned.is_none() && !listed.is_empty() {
        let near = list(language, &nearest(id, &listed));
        sentences.push(match language {
            Sv => format!("Närmast till namnet är {near}."),
            En => format!("Nearest by name: {near}."),
        });
    }
    page.paragraph(sentences);
    let reached: Vec<&str> = backups
        .iter()
        .filter(|backup| kind == ElementKind::Mast && backup.mast_id == id)
        .filter(|backup| backup.reaches == Knowledge::Yes)
        .map(|backup| backup.site_id.as_str())
        .collect();
    if !reached.is_empty() {
        let number = Words(language).say(key::Sites { count: reached.len() });
        let ids = short_list(language, &reached, NAMED_AT_MOST);
        page.paragraph([match language {
            Sv => format!("Masten når {number}: {ids}."),
            En => format!("The mast reaches {number}: {ids}."),
        }]);
    }
    Ok(page)
}

/// The table that shows that there is such an element.
fn mentioned(
    kind: ElementKind,
    id: &str,
    elements: &[ElementRow],
    sites: &[SiteRow],
    backups: &[BackupRow],
) -> Option<&'static str> {
    let among = |joined: &str| joined.split(';').any(|one| one == id);
    let in_sites = sites.iter().any(|site| match kind {
        ElementKind::Node => site.access_node == id || site.nearest_node == id,
        ElementKind::PowerFeed => among(&site.power_feeds),
        ElementKind::Mast | ElementKind::Span | ElementKind::Trench => false,
    });
    let in_backups = backups.iter().any(|backup| match kind {
        ElementKind::Mast => backup.mast_id == id,
        ElementKind::PowerFeed => among(&backup.mast_feeds),
        ElementKind::Node | ElementKind::Span | ElementKind::Trench => false,
    });
    let is_part = || elements.iter().any(|row| row.parts_of(kind.name()).contains(&id));
    if in_sites {
        Some("sites.csv")
    } else if in_backups {
        Some("backups.csv")
    } else {
        is_part().then_some("elements.csv, consists_of")
    }
}
