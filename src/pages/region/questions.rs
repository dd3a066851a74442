//! What to ask next: of whom, about what, and where the answer goes. Before any statistics, since
//! an answer is the one thing about the figures that the reader can change.

use crate::document::{Document, Run, Text};
use crate::model::framework::{Child, Framework};
use crate::readiness::composite::computed;
use crate::readiness::fact::Fact;
use crate::readiness::indicator::computed_rest_on;
use crate::readiness::question::{RegionQuestion, Subject};
use crate::report::{Report, asking};
use crate::visible::one_line;
use crate::words::{Decimal, Words, key};

/// Of the region as many questions are shown; the table has all.
const SHOWN: usize = 4;

/// What to ask in the region, and what is not asked at all. What to ask in a municipality is on its
/// page.
pub fn questions(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    let not_asked = not_asked(report);
    let questions = &report.assessment.region_questions;
    if report.assessment.questions.is_empty() && not_asked.is_empty() {
        return;
    }
    page.section(words.say(key::ReportQuestionsHeading), "questions");
    if let Some(first) = questions.first() {
        let now = Decimal(first.narrows_from, 0);
        page.paragraph([words.say(key::ReportQuestionsAbout { now })]);
        for question in questions.iter().take(SHOWN) {
            page.item(Text::with_code(&line(report, question)));
        }
        page.paragraph([words.say(key::ReportQuestionsMore)]);
    }
    if !not_asked.is_empty() {
        page.paragraph([words.say(key::ReportQuestionsLeftOut)]);
        for (pillar, keys) in not_asked {
            let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
            let keys = Text::with_code(&words.list(&keys));
            let mut item = Text::strong(pillar).then(Run::Plain(": ".to_owned()));
            item.0.extend(keys.0);
            page.item(item);
        }
    }
}

fn line(report: &Report<'_>, question: &RegionQuestion) -> String {
    let words = report.words();
    let (whom, what) = asked(report, question.subject, question.sites, None);
    let (from, to) = (question.narrows_from, question.narrows_to);
    let digits = usize::from(from.round() == to.round());
    let (from, to) = (Decimal(from, digits), Decimal(to, digits));
    let key = asking::key(words, question.subject.project_key());
    words.say(key::ReportQuestion { whom, what, from, to, key })
}

/// Whom to ask, and about what, as somebody would say it.
pub fn asked(
    report: &Report<'_>,
    subject: Subject,
    count: usize,
    municipality: Option<usize>,
) -> (String, String) {
    let words = report.words();
    let of = municipality.map(|place| &report.inputs.municipalities[place].name);
    let whom = match (subject, of) {
        (Subject::Own(_), Some(name)) => one_line(name),
        _ => asking::holder(words, subject.holder()),
    };
    let what = match subject {
        Subject::Fact(fact) => asking::about(words, fact, count),
        Subject::Own(own) => {
            let id = &report.inputs.own_indicators[own].id;
            let whole = report.assessment.asked.whole();
            let display = |i| whole.display_name(Child::Indicator(i), words.0);
            let name = whole.find_indicator(id).map_or_else(|| id.clone(), display);
            asking::about_value(words, &one_line(&name))
        }
    };
    (whom, what)
}

/// The pillars that no source is named for, with the least that the project file needs for them.
fn not_asked(report: &Report<'_>) -> Vec<(String, Vec<&'static str>)> {
    let Words(language) = report.words();
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
            let name = one_line(&whole.display_name(pillar, language));
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
