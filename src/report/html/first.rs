//! The first screen of the report: five sentences that say what the score rests on, what is known,
//! what is not, what matters most, and what would change most.
//!
//! Each is made of what was computed, and holds for any project: with nothing asked, with one
//! pillar or all, with one municipality, with none that has a score.

use std::fmt::Write as _;

use crate::model::coverage::FixedStatus;
use crate::model::framework::{Child, Framework};
use crate::network::element::Element;
use crate::readiness::gain::Gain;
use crate::readiness::question::Question;
use crate::report::html::score::{decimal, is_listed, measure, points};
use crate::report::html::{escape, failures, questions, said};
use crate::report::rests_on::{self, list, lower_first};
use crate::report::shown::{Shown, WIDE};
use crate::report::{Report, one_line};
use crate::score::contribution::contributions;
use crate::score::evaluate::{GroupScore, NoScore};
use crate::table::Edition;
use crate::units::Score;
use crate::words::Language::{self, En, Sv};

/// Of more municipalities than this only the number is said.
const NAMED: usize = 3;

/// The five sentences as a list.
pub(super) fn screen(report: &Report<'_>, page: &mut String) {
    page.push_str("<ul class=\"first\">\n");
    for sentence in sentences(report) {
        let _ = writeln!(page, "<li>{sentence}</li>");
    }
    page.push_str("</ul>\n");
}

fn sentences(report: &Report<'_>) -> [String; 5] {
    let units = scored(report);
    [
        rests(report),
        known(report, &units),
        unknown(report, &units),
        matters(report),
        would_change(report, &units),
    ]
}

/// The municipalities with sites, by their places, with their scores; none where nothing is asked.
fn scored(report: &Report<'_>) -> Vec<(usize, GroupScore)> {
    let composite = &report.assessment.composite;
    let standing = |place| Some((place, composite.standing(place, Framework::ROOT)?.score));
    (0..report.inputs.municipalities.len()).filter_map(standing).collect()
}

/// `1 kommun`, `14 kommuner`
fn municipalities(language: Language, count: usize) -> String {
    match (language, count) {
        (Sv, 1) => "1 kommun".to_owned(),
        (Sv, _) => format!("{count} kommuner"),
        (En, 1) => "1 municipality".to_owned(),
        (En, _) => format!("{count} municipalities"),
    }
}

/// `1 verksamhet`, `325 verksamheter`
fn sites(language: Language, count: usize) -> String {
    match (language, count) {
        (Sv, 1) => "1 verksamhet".to_owned(),
        (Sv, _) => format!("{count} verksamheter"),
        (En, 1) => "1 site".to_owned(),
        (En, _) => format!("{count} sites"),
    }
}

fn name(report: &Report<'_>, place: usize) -> String {
    escape(&one_line(&report.inputs.municipalities[place].name))
}

/// The names of a few, the number of many.
fn named(report: &Report<'_>, places: &[usize]) -> String {
    if places.len() > NAMED {
        return municipalities(report.language, places.len());
    }
    let names: Vec<String> = places.iter().map(|&place| name(report, place)).collect();
    list(report.language, &names)
}

/// How many sites, and what the score rests on.
fn rests(report: &Report<'_>) -> String {
    let asked = &report.assessment.asked;
    let (located, outside) = report.assessment.located();
    let all = municipalities(report.language, report.inputs.municipalities.len());
    let mut counted = match report.language {
        Sv => format!("{} i {all} är med", sites(Sv, located)),
        En => format!("{} in {all} count", sites(En, located)),
    };
    if outside > 0 {
        counted.push_str(&match report.language {
            Sv => format!(" (ytterligare {outside} ligger utanför)"),
            En => format!(" ({outside} more lie outside)"),
        });
    }
    if asked.part().is_none() {
        return match report.language {
            Sv => format!(
                "{counted}, men ingen kommun kan få poäng, eftersom projektet inte anger någon källa \
                 för det som poängen frågar efter."
            ),
            En => format!(
                "{counted}, but no municipality can have a score, because the project names no \
                 source for anything that the score asks for."
            ),
        };
    }
    let pillars = escape(&rests_on::pillars(asked, report.language));
    let left_out = not_asked(report);
    let many = left_out.len() > 1;
    let left_out = list(report.language, &left_out);
    match report.language {
        Sv if left_out.is_empty() => format!("{counted}, och poängen vilar på {pillars}."),
        En if left_out.is_empty() => format!("{counted}, and the score rests on {pillars}."),
        Sv => format!(
            "{counted}, och poängen vilar på {pillars}; {left_out} är inte med, eftersom projektet \
             inte anger någon källa för {}.",
            if many { "dem" } else { "den pelaren" }
        ),
        En => format!(
            "{counted}, and the score rests on {pillars}; {left_out} {} out, because the project \
             names no source for {}.",
            if many { "are left" } else { "is left" },
            if many { "them" } else { "it" }
        ),
    }
}

/// What people call the pillars that are not asked, as within a sentence.
fn not_asked(report: &Report<'_>) -> Vec<String> {
    let asked = &report.assessment.asked;
    let whole = asked.whole();
    let children = whole.children(Framework::ROOT).iter();
    let name = |&child: &Child| {
        escape(&lower_first(&one_line(&whole.display_name(child, report.language == Sv))))
    };
    children.filter(|&&child| !asked.is_asked(child)).map(name).collect()
}

/// How many are connected, and who is first and last whatever the unknowns turn out to be.
fn known(report: &Report<'_>, units: &[(usize, GroupScore)]) -> String {
    let connected = connected(report);
    let connected = match connected {
        Connected { all, unknown, .. } if all == unknown => said(
            report,
            "Om verksamheternas fasta anslutning är inget känt",
            "Nothing is known of the sites' fixed connections",
        )
        .to_owned(),
        Connected { all, yes, no, .. } => {
            let share = (100.0 * yes as f64 / all as f64).round();
            match report.language {
                Sv => format!(
                    "{yes} av {} är säkert anslutna ({share:.0} %) och {no} är det säkert inte",
                    sites(Sv, all)
                ),
                En => format!(
                    "{yes} of {} are known to be connected ({share:.0} %) and {no} not to be",
                    sites(En, all)
                ),
            }
        }
    };
    match ends(report, units) {
        None => format!("{connected}."),
        Some(ends) => format!("{connected}; {ends}."),
    }
}

struct Connected {
    all: usize,
    yes: usize,
    no: usize,
    unknown: usize,
}

/// The sites that count, by what is known of their fixed connection.
fn connected(report: &Report<'_>) -> Connected {
    let sites = report.assessment.sites.iter();
    let located = sites.filter(|site| site.location.municipality.is_some());
    let mut found = Connected { all: 0, yes: 0, no: 0, unknown: 0 };
    for site in located {
        found.all += 1;
        match site.fixed.status {
            FixedStatus::Connected => found.yes += 1,
            FixedStatus::Unknown => found.unknown += 1,
            FixedStatus::None | FixedStatus::Passed | FixedStatus::Planned => found.no += 1,
        }
    }
    found
}

/// Whom nobody can stand before, and whom nobody can stand behind; `None` with nobody to compare.
fn ends(report: &Report<'_>, units: &[(usize, GroupScore)]) -> Option<String> {
    if units.len() < 2 {
        return None;
    }
    let against_others = |holds: fn(&GroupScore, &GroupScore) -> bool| -> Vec<usize> {
        let of = |&(place, ref own): &(usize, GroupScore)| {
            let mut others = units.iter().filter(|(other, _)| *other != place);
            others.all(|(_, other)| holds(own, other)).then_some(place)
        };
        units.iter().filter_map(of).collect()
    };
    let first = against_others(|own, other| own.low >= other.high);
    let last = against_others(|own, other| own.high <= other.low);
    let sure = units.iter().all(|(_, score)| score.low == score.high);
    Some(match report.language {
        _ if first.len() == units.len() => {
            said(report, "alla kommuner har samma poäng", "all municipalities have the same score")
                .to_owned()
        }
        Sv => {
            let (before, behind) = (named(report, &first), named(report, &last));
            let whatever = if sure { "" } else { ", vad det okända än visar sig vara" };
            match (first.is_empty(), last.is_empty()) {
                (false, false) => {
                    format!("ingen kan ligga före {before} och ingen efter {behind}{whatever}")
                }
                (false, true) => format!("ingen kan ligga före {before}{whatever}"),
                (true, false) => format!("ingen kan ligga efter {behind}{whatever}"),
                (true, true) => {
                    "vem som ligger främst eller sist går inte att säga säkert".to_owned()
                }
            }
        }
        En => {
            let (before, behind) = (named(report, &first), named(report, &last));
            let whatever = if sure { "" } else { ", whatever the unknowns turn out to be" };
            match (first.is_empty(), last.is_empty()) {
                (false, false) => {
                    format!("nobody can stand above {before} and nobody below {behind}{whatever}")
                }
                (false, true) => format!("nobody can stand above {before}{whatever}"),
                (true, false) => format!("nobody can stand below {behind}{whatever}"),
                (true, true) => "who stands first or last cannot be said for certain".to_owned(),
            }
        }
    })
}

/// How much is unknown, and whose score is only a range or none.
fn unknown(report: &Report<'_>, units: &[(usize, GroupScore)]) -> String {
    let t = |sv, en| said(report, sv, en);
    if units.is_empty() {
        return t(
            "Inget som poängen frågar efter har något svar, så varje kommun kan ha allt mellan 0 och \
             100.",
            "Nothing that the score asks for has an answer, so every municipality may have anything \
             between 0 and 100.",
        )
        .to_owned();
    }
    let sites = |place: usize| report.assessment.municipalities[place].sites as f64;
    let all: f64 = units.iter().map(|(place, _)| sites(*place)).sum();
    let open = units.iter().map(|(place, score)| sites(*place) * (1.0 - score.known.value()));
    let open = 100.0 * open.sum::<f64>() / all;
    if open <= 0.0 && units.iter().all(|(_, score)| score.low == score.high) {
        return t(
            "Inget av det som poängen frågar efter är okänt.",
            "Nothing that the score asks for is unknown.",
        )
        .to_owned();
    }
    // Neither nothing nor everything unless it is.
    let open = if open >= 100.0 { 100.0 } else { open.round().clamp(1.0, 99.0) };
    let mut sentence = match report.language {
        Sv => format!("Av det som poängen frågar efter är {open:.0} % okänt"),
        En => format!("Of what the score asks for {open:.0} % is unknown"),
    };
    let wide: Vec<(usize, GroupScore)> = units
        .iter()
        .filter(|(_, score)| matches!(Shown::of(score), Shown::Between(..)))
        .copied()
        .collect();
    let without: Vec<(usize, GroupScore)> =
        units.iter().filter(|(_, score)| score.value.is_err()).copied().collect();
    if wide.is_empty() && without.is_empty() {
        sentence.push_str(&match report.language {
            Sv => format!(", men ingen kommuns poäng kan flyttas {WIDE} poäng av det."),
            En => format!(", but it can move no municipality's score by {WIDE} points."),
        });
        return sentence;
    }
    let places =
        |of: &[(usize, GroupScore)]| of.iter().map(|(place, _)| *place).collect::<Vec<_>>();
    if let Some((widest, score)) = widest(&wide) {
        let whose = named(report, &places(&wide));
        let range = Shown::of(&score).short();
        sentence.push_str(&match report.language {
            Sv => format!("; bara ett intervall har {whose}"),
            En => format!("; only a range is given for {whose}"),
        });
        sentence.push_str(&match report.language {
            _ if wide.len() == 1 => format!(" ({range})"),
            Sv => format!(", bredast {} ({range})", name(report, widest)),
            En => format!(", the widest for {} ({range})", name(report, widest)),
        });
    }
    if !without.is_empty() {
        let nothing = without.iter().all(|(_, score)| score.value == Err(NoScore::NothingKnown));
        let whose = named(report, &places(&without));
        sentence.push_str(&match (report.language, nothing) {
            (Sv, true) => format!("; inget alls är känt om {whose}"),
            (En, true) => format!("; nothing at all is known of {whose}"),
            (Sv, false) => format!("; för lite för en poäng är känt om {whose}"),
            (En, false) => format!("; too little for a score is known of {whose}"),
        });
    }
    sentence.push('.');
    sentence
}

/// The first of those with the widest interval; `None` where no interval has any width.
fn widest(units: &[(usize, GroupScore)]) -> Option<(usize, GroupScore)> {
    let width = |score: &GroupScore| score.high.value() - score.low.value();
    let wider = |best: Option<(usize, GroupScore)>, own: &(usize, GroupScore)| match best {
        Some((_, score)) if width(&own.1) <= width(&score) => best,
        _ if width(&own.1) <= 0.0 => best,
        _ => Some(*own),
    };
    units.iter().fold(None, wider)
}

/// The element that takes most down; where none is known or none is shown, what costs most points.
fn matters(report: &Report<'_>) -> String {
    let elements = report.assessment.elements.iter();
    if report.edition == Edition::Full
        && let Some(worst) = elements.clone().min_by_key(|element| element.rank)
    {
        let alike = elements.filter(|element| element.rank == worst.rank).count() - 1;
        let infrastructure = &report.inputs.infrastructure;
        let what = failures::named(worst.element, infrastructure);
        let kind = definite(report.language, worst.element);
        let lose = sites(report.language, worst.sites);
        return match report.language {
            Sv => {
                let all = match worst.without_service {
                    0 => String::new(),
                    n if n == worst.sites => ", och därmed all tjänst".to_owned(),
                    n => format!(", {n} av dem all tjänst"),
                };
                let alike = match alike {
                    0 => String::new(),
                    n => format!(" ({n} till tar lika många)"),
                };
                format!(
                    "Mest hänger på {kind} {what}: faller den ensam mister {lose} sin tjänst{all}\
                     {alike}."
                )
            }
            En => {
                let all = match worst.without_service {
                    0 => String::new(),
                    n if n == worst.sites => ", and with it every service".to_owned(),
                    n => format!(", {n} of them every service"),
                };
                let alike = match alike {
                    0 => String::new(),
                    n => format!(" ({n} more take as many)"),
                };
                let (lose, their) =
                    if worst.sites == 1 { ("loses", "its") } else { ("lose", "their") };
                format!(
                    "Most hangs on {kind} {what}: if it alone fails {} {lose} {their} \
                     service{all}{alike}.",
                    sites(En, worst.sites)
                )
            }
        };
    }
    costs(report)
}

/// The element by its kind, within a sentence.
fn definite(language: Language, element: Element) -> &'static str {
    match (language, element) {
        (Sv, Element::Mast(_)) => "masten",
        (Sv, Element::Node(_)) => "noden",
        (Sv, Element::PowerFeed(_)) => "elmatningen",
        (Sv, Element::Span(_)) => "kabeln",
        (Sv, Element::Trench(_)) => "schaktet",
        (En, Element::Mast(_)) => "the mast",
        (En, Element::Node(_)) => "the node",
        (En, Element::PowerFeed(_)) => "the power feed",
        (En, Element::Span(_)) => "the cable",
        (En, Element::Trench(_)) => "the trench",
    }
}

/// The pillar that costs the municipalities most points.
fn costs(report: &Report<'_>) -> String {
    let t = |sv, en| said(report, sv, en);
    let scores = &report.assessment.composite.scores;
    let found = scores.asked.part().zip(scores.found.as_ref());
    let parts: Vec<_> = found.map_or_else(Vec::new, |(framework, found)| {
        contributions(framework, &found.evaluation).into_iter().flatten().collect()
    });
    let (Some((framework, _)), Some(first)) = (found, parts.first()) else {
        let without = connected(report).no;
        return match report.language {
            _ if without == 0 => t(
                "Vad som betyder mest går inte att säga förrän något är känt.",
                "What matters most cannot be said until something is known.",
            )
            .to_owned(),
            Sv => format!("Mest betyder att {} säkert saknar fast anslutning.", sites(Sv, without)),
            En => format!("What matters most: {} known to have no connection.", sites(En, without)),
        };
    };
    let lost = |place: usize| {
        parts.iter().map(|part| part[place].lost.value()).sum::<f64>() / parts.len() as f64
    };
    let all: f64 = (0..first.len()).map(lost).sum();
    // The first of those that cost most.
    let most =
        (0..first.len()).fold(0, |best, own| if lost(own) > lost(best) { own } else { best });
    let pillar = framework.display_name(first[most].child, report.language == Sv);
    let pillar = escape(&lower_first(&one_line(&pillar)));
    let (own, all) = (lost(most).round(), all.round());
    match report.language {
        _ if all < 1.0 => t(
            "Ingenting drar ned poängen: kommunerna som har en står på 100.",
            "Nothing takes the score down: the municipalities that have one stand at 100.",
        )
        .to_owned(),
        Sv if first.len() == 1 => format!(
            "Poängen vilar bara på {pillar}, och där fattas i genomsnitt {all:.0} poäng av 100."
        ),
        En if first.len() == 1 => format!(
            "The score rests on {pillar} alone, where {all:.0} points of 100 are missing on \
             average."
        ),
        Sv => format!(
            "Mest poäng kostar {pillar}: i genomsnitt {own:.0} av de {all:.0} som fattas upp till 100."
        ),
        En => format!(
            "Most points are lost in {pillar}: {own:.0} of the {all:.0} that are missing from 100 on \
             average."
        ),
    }
}

/// The measure that raises a score most; where there is none or it is not shown, whose answers
/// would say most.
fn would_change(report: &Report<'_>, units: &[(usize, GroupScore)]) -> String {
    if units.is_empty() {
        let pillars = list(report.language, &not_asked(report));
        return match report.language {
            Sv => {
                format!("Poäng får kommunerna när projektet anger en källa för något av {pillars}.")
            }
            En => format!(
                "Municipalities get a score when the project names a source for any of {pillars}."
            ),
        };
    }
    let gains = report.assessment.gains.iter().filter(|gain| is_listed(gain));
    let best = gains.fold(None, |best: Option<&Gain>, gain| {
        let so_far = best.map_or(0.0, points);
        if points(gain) > so_far { Some(gain) } else { best }
    });
    if let Some(gain) = best.filter(|_| report.edition == Edition::Full) {
        let what = lower_first(measure(report.language, gain.measure));
        let (at, whose) = (gain.sites.len(), name(report, gain.municipality));
        let (from, to) = (gain.before.estimate, gain.after.estimate);
        let (from, to) = match (from.rounded(), to.rounded()) {
            (from, to) if from != to => (from.to_string(), to.to_string()),
            _ => {
                let written = |score: Score| decimal(report.language, score.value(), 1);
                (written(from), written(to))
            }
        };
        return match report.language {
            Sv => format!(
                "Mest skulle ändras i {whose} av en åtgärd vid {} – {what} – som lyfter den bästa \
                 skattningen av poängen från {from} till {to}.",
                sites(Sv, at)
            ),
            En => format!(
                "Most would change in {whose} by a measure at {} – {what} – which lifts the best \
                 estimate of the score from {from} to {to}.",
                sites(En, at)
            ),
        };
    }
    answers_would_say(report, units)
}

/// Which answers would narrow an interval most.
fn answers_would_say(report: &Report<'_>, units: &[(usize, GroupScore)]) -> String {
    // Of two that narrow alike, the first.
    let most = report.assessment.questions.iter().fold(None, |best: Option<&Question>, own| {
        if own.narrowing() > best.map_or(0.0, Question::narrowing) { Some(own) } else { best }
    });
    if let Some(question) = most {
        let Question { subject, municipality, ref sites, .. } = *question;
        let (whom, what) = questions::asked(report, subject, sites.len(), Some(municipality));
        let [now, answered] = questions::intervals(report.language, question);
        let place = name(report, municipality);
        return match report.language {
            Sv => format!(
                "Mest osäkerhet försvinner i {place} om ni frågar {whom} {what}: {now} blir \
                 {answered}."
            ),
            En => format!(
                "Most uncertainty would go in {place} if you ask {whom} {what}: {now} becomes {answered}."
            ),
        };
    }
    match (widest(units), report.language) {
        (Some((place, score)), Sv) => format!(
            "Osäkrast är poängen i {}: den kan bli allt mellan {} och {}, och inget enskilt svar \
             ändrar det.",
            name(report, place),
            score.low.rounded(),
            score.high.rounded()
        ),
        (Some((place, score)), En) => format!(
            "The score is least sure in {}: it may be anything between {} and {}, and no single \
             answer changes that.",
            name(report, place),
            score.low.rounded(),
            score.high.rounded()
        ),
        (None, Sv) => "Inga svar kan ändra poängen, bara att något byggs eller bryts.".to_owned(),
        (None, En) => {
            "No answers can change the score, only that something is built or broken.".to_owned()
        }
    }
}
