//! What would make the score surer: which answers would narrow its interval most.

use super::{Facts, tenths};
use crate::document::{Document, Run, Text};
use crate::readiness::fact::Fact;
use crate::readiness::question::Subject;
use crate::report::asking;
use crate::table::question::QuestionRow;
use crate::units::Score;
use crate::words::{Argument, Words, key};

/// Questions that are told of.
const QUESTIONS: usize = 4;
/// Sites of a question that are named.
const NAMED_AT_MOST: usize = 12;

/// Whom to ask about what, and what the answers would do.
pub fn questions(facts: &Facts<'_>, page: &mut Document) {
    page.paragraph([facts.words.say(key::MunicipalityQuestions)]);
    for question in facts.rows.questions.iter().take(QUESTIONS) {
        let mut item = Text::with_code(&asked(facts, question));
        if let Some(sites) = sites(facts, question) {
            item = item.then(Run::Plain(format!(" {sites}")));
        }
        page.item(item);
    }
}

fn asked(facts: &Facts<'_>, question: &QuestionRow) -> String {
    let words = facts.words;
    let fact = Fact::ALL.into_iter().find(|fact| fact.name() == question.fact);
    let (whom, about) = match fact {
        Some(fact) => {
            let whom = asking::holder(words, Subject::Fact(fact).holder());
            (whom, asking::about(words, fact, question.sites))
        }
        None => {
            let id = question.fact.strip_prefix("indicator:").unwrap_or(&question.fact);
            let about = asking::about_value(words, facts.indicator_name(id));
            (facts.rows.unit.name.0.clone(), about)
        }
    };
    let key = asking::key(words, &question.project_key);
    let [now, answered] = intervals(words, question);
    words.say(key::MunicipalityQuestion { whom, about, now, answered, key })
}

/// At which sites; the public edition names none.
fn sites(facts: &Facts<'_>, question: &QuestionRow) -> Option<String> {
    let inside = facts.rows.inside.as_ref()?;
    let names = inside.site_names(question.site_ids.as_ref()?);
    let more = names.len().saturating_sub(NAMED_AT_MOST);
    // Names may hold commas of their own.
    let names = names[..names.len() - more].join("; ");
    Some(match more {
        0 => facts.words.say(key::MunicipalityQuestionSites { names }),
        _ => facts.words.say(key::MunicipalityQuestionSitesMore { names, more }),
    })
}

/// The interval as it is and as it becomes; with a decimal where whole points would show no change.
fn intervals(words: Words, question: &QuestionRow) -> [String; 2] {
    let ends = [
        (question.score_low, question.score_high),
        (question.answered_low, question.answered_high),
    ]
    .map(|(low, high)| (points(low), points(high)));
    let whole = ends.map(|(low, high)| interval(words, low, high));
    if whole[0] != whole[1] {
        return whole;
    }
    ends.map(|(low, high)| interval(words, tenths(low), tenths(high)))
}

/// An end of an interval of scores; nothing where there is none.
fn points(end: Option<f64>) -> Score {
    end.and_then(Score::clamped).unwrap_or(Score::MIN)
}

fn interval(words: Words, low: impl Argument, high: impl Argument) -> String {
    let (low, high) = (words.show(low), words.show(high));
    if low == high { low } else { words.say(key::Between { low, high }) }
}
