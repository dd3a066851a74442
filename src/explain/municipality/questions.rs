//! What would make the score surer: which answers would narrow its interval most.

use super::Facts;
use crate::document::Document;
use crate::explain::result::QuestionRow;
use crate::explain::text::{number, points};
use crate::readiness::fact::Fact;
use crate::readiness::question::Subject;
use crate::report::asking;
use crate::words::Language::{self, En, Sv};

/// Questions that are told of.
const QUESTIONS: usize = 4;

/// Whom to ask about what, and what the answers would do.
pub fn questions(facts: &Facts<'_>, page: &mut Document) {
    let language = facts.language;
    page.paragraph([match language {
        Sv => {
            "Utan att något byggs skulle svar göra poängen säkrare. Det här gör mest, var och en \
               för sig och om svaren faller ut som den bästa skattningen räknar med:"
                .to_owned()
        }
        En => {
            "With nothing built, answers would make the score surer. These do most, each alone and \
               if the answers fall as the best estimate expects:"
                .to_owned()
        }
    }]);
    for question in facts.questions.iter().take(QUESTIONS) {
        page.item(asked(facts, question));
    }
}

fn asked(facts: &Facts<'_>, question: &QuestionRow) -> String {
    let language = facts.language;
    let fact = Fact::ALL.into_iter().find(|fact| fact.name() == question.fact);
    let (whom, about) = match fact {
        Some(fact) => {
            let whom = asking::holder(language, Subject::Fact(fact).holder());
            (whom, asking::about(language, fact, question.sites))
        }
        None => {
            let id = question.fact.strip_prefix("indicator:").unwrap_or(&question.fact);
            let about = asking::about_value(language, facts.indicator_name(id));
            (&*facts.unit.name, about)
        }
    };
    let key = asking::key(language, &question.project_key, |name| format!("`{name}`"));
    let [now, answered] = intervals(language, question);
    match language {
        Sv => format!("Fråga {whom} {about}: {now} blir {answered}. Svaret anges i {key}."),
        En => format!("Ask {whom} {about}: {now} becomes {answered}. The answer goes into {key}."),
    }
}

/// The interval as it is and as it becomes; with a decimal where whole points would show no change.
fn intervals(language: Language, question: &QuestionRow) -> [String; 2] {
    let ends = [
        (question.score_low, question.score_high),
        (question.answered_low, question.answered_high),
    ];
    let written = |write: fn(Language, f64) -> String| {
        ends.map(|(low, high)| {
            let (low, high) =
                (write(language, low.unwrap_or(0.0)), write(language, high.unwrap_or(0.0)));
            if low == high { low } else { format!("{low}–{high}") }
        })
    };
    let whole = written(points);
    if whole[0] != whole[1] {
        return whole;
    }
    written(|language, value| number(language, (10.0 * value).round() / 10.0))
}
