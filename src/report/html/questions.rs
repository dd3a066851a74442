//! What to ask next: of whom, about what, and where the answer goes. Before any statistics, since
//! an answer is the one thing about the figures that the reader can change.

use std::fmt::Write as _;

use crate::model::framework::{Child, Framework};
use crate::readiness::composite::computed;
use crate::readiness::fact::{Fact, computed_rest_on};
use crate::readiness::question::{Question, Subject};
use crate::report::html::score::decimal;
use crate::report::html::{escape, said};
use crate::report::rests_on::list;
use crate::report::{Report, asking, one_line};
use crate::table::Edition;
use crate::words::Language::{self, En, Sv};

/// Of the region as many questions are shown, and of each municipality; the table has all.
const OF_REGION: usize = 4;
const OF_MUNICIPALITY: usize = 2;
/// The names of more sites are folded away.
const SITES_NAMED: usize = 3;
/// A second question of a municipality that narrows by less, in points, is left to the table.
const WORTH_A_LINE: f64 = 1.0;

/// The heading, what to ask in the region, what in each municipality, and what is not asked at all.
pub(super) fn part(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let not_asked = not_asked(report);
    let assessment = report.assessment;
    if assessment.questions.is_empty() && not_asked.is_empty() {
        return;
    }
    let _ = writeln!(page, "<h2>{}</h2>", t("Vad ni bör fråga om härnäst", "What to ask next"));
    if let Some(first) = assessment.region_questions.first() {
        let now = decimal(report.language, first.narrows_from, 0);
        let _ = match report.language {
            Sv => writeln!(
                page,
                "<p>Det okända kan flytta kommunernas poäng med i genomsnitt {now} poäng. De här \
                 svaren skulle minska det mest:</p>\n<ol>"
            ),
            En => writeln!(
                page,
                "<p>What is unknown can move the municipalities' scores by {now} points on average. \
                 These answers would lower that most:</p>\n<ol>"
            ),
        };
        for question in assessment.region_questions.iter().take(OF_REGION) {
            let (whom, what) = asked(report, question.subject, question.sites, None);
            let (from, to) = (question.narrows_from, question.narrows_to);
            let digits = usize::from(from.round() == to.round());
            let width = |width: f64| decimal(report.language, width, digits);
            let (from, to) = (width(from), width(to));
            let key = asking::key(report.language, question.subject.project_key(), |name| {
                format!("<code>{name}</code>")
            });
            let _ = match report.language {
                Sv => writeln!(
                    page,
                    "<li>Fråga {whom} {what}: från {from} till {to} poäng. Svaret anges i {key}.</li>"
                ),
                En => writeln!(
                    page,
                    "<li>Ask {whom} {what}: from {from} to {to} points. The answer goes into {key}.</li>"
                ),
            };
        }
        page.push_str("</ol>\n");
        of_municipalities(report, page);
    }
    if !not_asked.is_empty() {
        let _ = writeln!(
            page,
            "<p>{}</p>\n<ul>",
            t(
                "Det här tar poängen inte med alls, eftersom projektet inte anger någon källa. Det \
                 tas med när projektfilen får det som står efter:",
                "This the score leaves out altogether, because the project names no source. It is \
                 taken in when the project file gets what stands behind it:",
            )
        );
        for (pillar, keys) in not_asked {
            let keys: Vec<String> = keys.iter().map(|key| format!("<code>{key}</code>")).collect();
            let _ = writeln!(
                page,
                "<li><b>{}</b>: {}</li>",
                escape(&pillar),
                list(report.language, &keys)
            );
        }
        page.push_str("</ul>\n");
    }
}

fn of_municipalities(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let full = report.edition == Edition::Full;
    let _ = write!(
        page,
        "<div class=\"wide\"><table><thead><tr><th>{}</th><th>{}</th><th class=\"n\">{}</th>\
         <th class=\"n\">{}</th>",
        t("Kommun", "Municipality"),
        t("Vem, och om vad", "Whom, and about what"),
        t("Poängen kan vara", "The score may be"),
        t("Med svar", "With answers"),
    );
    if full {
        let _ = write!(page, "<th>{}</th>", t("Vilka", "Which"));
    }
    page.push_str("</tr></thead><tbody>\n");
    for (place, municipality) in report.inputs.municipalities.iter().enumerate() {
        let own = report.assessment.questions.iter().filter(|q| q.municipality == place);
        let worth = own.enumerate().filter(|(i, q)| *i == 0 || q.narrowing() >= WORTH_A_LINE);
        for (i, question) in worth.take(OF_MUNICIPALITY) {
            let name = if i == 0 { escape(&one_line(&municipality.name)) } else { String::new() };
            let [now, answered] = intervals(report.language, question);
            let (whom, what) = asked(report, question.subject, question.sites.len(), Some(place));
            let _ = write!(
                page,
                "<tr><td>{name}</td><td><b>{}</b> {what}</td><td class=\"n\">{now}</td>\
                 <td class=\"n\">{answered}</td>",
                upper_first(&whom)
            );
            if full {
                let _ = write!(page, "<td class=\"muted\">{}</td>", which(report, question));
            }
            page.push_str("</tr>\n");
        }
    }
    let _ = writeln!(
        page,
        "</tbody></table></div>\n<p class=\"muted\">{}</p>",
        t(
            "Varje fråga är prövad genom att räkna om poängen med bästa och med sämsta svar. ”Med \
             svar” gäller om svaren faller ut som den bästa skattningen räknar med. Alla frågor \
             står i questions.csv.",
            "Each question was tried by scoring anew with the best answer and with the worst. “With \
             answers” holds if they fall as the best estimate expects. All questions \
             are in questions.csv.",
        )
    );
}

/// The interval as it is and as it becomes, with a decimal where they look alike without.
pub(super) fn intervals(language: Language, question: &Question) -> [String; 2] {
    let ends = |digits: usize| {
        let (now, answered) = (question.now, question.answered);
        [(now.low.value(), now.high.value()), (answered.low, answered.high)].map(|(low, high)| {
            let (low, high) = (decimal(language, low, digits), decimal(language, high, digits));
            if low == high { low } else { format!("{low}–{high}") }
        })
    };
    let [now, answered] = ends(0);
    if now == answered { ends(1) } else { [now, answered] }
}

/// Which sites: their names, folded away where they are many.
fn which(report: &Report<'_>, question: &Question) -> String {
    let name = |&site: &usize| escape(&one_line(&report.inputs.sites[site].name));
    let names = question.sites.iter().map(name).collect::<Vec<_>>().join("; ");
    match (question.sites.len(), report.language) {
        (0..=SITES_NAMED, _) => names,
        (count, Sv) => {
            format!("<details><summary>alla {count}</summary>{names}</details>")
        }
        (count, En) => format!("<details><summary>all {count}</summary>{names}</details>"),
    }
}

/// Whom to ask, and about what, as somebody would say it.
pub(super) fn asked(
    report: &Report<'_>,
    subject: Subject,
    count: usize,
    municipality: Option<usize>,
) -> (String, String) {
    let of = municipality.map(|place| &report.inputs.municipalities[place].name);
    let whom = match (subject, of) {
        (Subject::Own(_), Some(name)) => escape(&one_line(name)),
        _ => asking::holder(report.language, subject.holder()).to_owned(),
    };
    let what = match (subject, report.language) {
        (Subject::Fact(fact), language) => asking::about(language, fact, count),
        (Subject::Own(own), language) => {
            let id = &report.inputs.own_indicators[own].id;
            let whole = report.assessment.asked.whole();
            let display = |i| whole.display_name(Child::Indicator(i), language == Sv);
            let name = whole.find_indicator(id).map_or_else(|| id.clone(), display);
            asking::about_value(language, &escape(&one_line(&name)))
        }
    };
    (whom, what)
}

/// The first letter as at the start of a line.
fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The pillars that no source is named for, with the least that the project file needs for them.
fn not_asked(report: &Report<'_>) -> Vec<(String, Vec<&'static str>)> {
    let assessment = report.assessment;
    let whole = assessment.asked.whole();
    let ids = computed(&assessment.services);
    let rest_on = computed_rest_on(&assessment.services);
    let lacking = |indicator: usize| -> Option<Vec<Fact>> {
        let place = ids.iter().position(|id| *id == whole.indicators()[indicator].id)?;
        let lacks = |fact: &Fact| !assessment.declared.has(*fact);
        Some(rest_on[place].iter().copied().filter(lacks).collect())
    };
    let pillars = whole.children(Framework::ROOT).iter();
    pillars
        .filter(|&&pillar| !assessment.asked.is_asked(pillar))
        .filter_map(|&pillar| {
            let below = whole.indicators_below(pillar).into_iter();
            let least = below.filter_map(|indicator| lacking(indicator.0)).min_by_key(Vec::len)?;
            let name = one_line(&whole.display_name(pillar, report.language == Sv));
            Some((name, least.into_iter().map(source_key).collect()))
        })
        .collect()
}

/// The key of the project file that names a source for a kind of fact.
fn source_key(fact: Fact) -> &'static str {
    match fact {
        Fact::Connection => "[[sites]] connected",
        Fact::Rate => "[[sites]] download",
        Fact::Mobile => "[[mobile]] download_mbps",
        Fact::SecondNetwork => "[[mobile]] radio_network",
        Fact::Network => "[network]",
        Fact::NodePower => "[network] power",
        Fact::Masts => "[[masts]]",
        Fact::BackupPower => "[[sites]] backup_power_h",
        Fact::PowerFeeds => "[[sites]] power_feeds",
        Fact::Persons => "[[sites]] persons",
    }
}
