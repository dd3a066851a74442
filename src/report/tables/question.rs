//! `questions`: which missing facts would narrow the scores most.

use crate::ingest::Inputs;
use crate::readiness::Assessment;
use crate::readiness::question::{Interval, Question, RegionQuestion, Subject};
use crate::report::edition::Edition;
use crate::report::table::{Cell, Column, Kind, Table, column};

/// What is asked of one municipality, or of the whole region.
pub struct QuestionRow<'a> {
    inputs: &'a Inputs,
    asked: Whom<'a>,
}

enum Whom<'a> {
    Region(&'a RegionQuestion),
    Municipality(&'a Question),
}

impl<'a> QuestionRow<'a> {
    fn subject(&self) -> Subject {
        match self.asked {
            Whom::Region(question) => question.subject,
            Whom::Municipality(question) => question.subject,
        }
    }

    fn own(&self) -> Option<&'a Question> {
        match self.asked {
            Whom::Region(_) => None,
            Whom::Municipality(question) => Some(question),
        }
    }
}

/// What is asked about, as written in the tables.
pub fn fact(inputs: &Inputs, subject: Subject) -> String {
    match subject {
        Subject::Fact(fact) => fact.name().to_owned(),
        Subject::Own(place) => format!("indicator:{}", inputs.own_indicators[place].id),
    }
}

/// The columns, in order; which sites are asked about stays inside.
pub fn columns<'a>(edition: Edition) -> Vec<Column<QuestionRow<'a>>> {
    use Kind::{Integer, Number, Text};
    fn bound<'a>(
        name: &str,
        meaning: &'static str,
        of: fn(&Question) -> f64,
    ) -> Column<QuestionRow<'a>> {
        column(name, Number, meaning, move |r: &QuestionRow<'a>| {
            Cell::of(r.own().map(of), Cell::Number)
        })
    }
    let mut columns = vec![
        column(
            "unit_id",
            Text,
            "The municipality, by its code. Blank: the region as a whole.",
            |r: &QuestionRow<'a>| {
                let code =
                    |q: &Question| r.inputs.municipalities[q.municipality].code.as_str().to_owned();
                Cell::of(r.own().map(code), Cell::Text)
            },
        ),
        column(
            "fact",
            Text,
            "What is not known: connection, download, mobile, network (which node a site hangs on), \
             node_power (how long nodes last), masts (their reach, node, feeds and batteries), \
             backup_power, power_feeds, persons, or indicator: and the id of an indicator of the \
             municipalities' own.",
            |r: &QuestionRow<'a>| Cell::text(fact(r.inputs, r.subject())),
        ),
        column(
            "sites",
            Integer,
            "How many sites lack it and would be counted otherwise by an answer. 0 of an indicator.",
            |r: &QuestionRow<'a>| {
                Cell::count(match r.asked {
                    Whom::Region(question) => question.sites,
                    Whom::Municipality(question) => question.sites.len(),
                })
            },
        ),
        column(
            "holder",
            Text,
            "Who knows, as a rule: site_owner, network_owner, mobile_operator, mast_owner, grid_owner \
             or municipality.",
            |r: &QuestionRow<'a>| Cell::text(r.subject().holder().name()),
        ),
        column(
            "narrows_from",
            Number,
            "How wide the interval of the score is, in points. Of the region: the mean of its \
             municipalities, weighed by sites.",
            |r: &QuestionRow<'a>| {
                Cell::Number(match r.asked {
                    Whom::Region(question) => question.narrows_from,
                    Whom::Municipality(question) => now(question).width(),
                })
            },
        ),
        column(
            "narrows_to",
            Number,
            "How wide it is when all these sites are answered, and the answers fall as the best \
             estimate has it. The table has what narrows by 0.05 points or more.",
            |r: &QuestionRow<'a>| {
                Cell::Number(match r.asked {
                    Whom::Region(question) => question.narrows_to,
                    Whom::Municipality(question) => question.answered.width(),
                })
            },
        ),
        column(
            "project_key",
            Text,
            "The section of the project file that takes the answer, and its key.",
            |r: &QuestionRow<'a>| Cell::text(r.subject().project_key()),
        ),
        column(
            "name",
            Text,
            "Of the municipality. Blank: the region as a whole.",
            |r: &QuestionRow<'a>| {
                let name = |q: &Question| r.inputs.municipalities[q.municipality].name.clone();
                Cell::of(r.own().map(name), Cell::Text)
            },
        ),
        bound("score_low", "As it is. This and what follows: blank of the region.", |q| now(q).low),
        bound("score_high", "As it is.", |q| now(q).high),
        bound("answered_low", "When the answers fall as the best estimate has it.", |q| {
            q.answered.low
        }),
        bound("answered_high", "When the answers fall as the best estimate has it.", |q| {
            q.answered.high
        }),
        bound("yes_low", "When every answer is the best there is.", |q| q.well.low),
        bound("yes_high", "When every answer is the best there is.", |q| q.well.high),
        bound("no_low", "When every answer is the worst there is.", |q| q.badly.low),
        bound("no_high", "When every answer is the worst there is.", |q| q.badly.high),
    ];
    if edition == Edition::Full {
        columns.push(column(
            "site_ids",
            Text,
            "Which sites, joined by ;. Not in the public edition.",
            |r: &QuestionRow<'a>| {
                let ids = |q: &Question| {
                    let ids = q.sites.iter().map(|&site| r.inputs.sites[site].id.as_str());
                    ids.collect::<Vec<_>>().join(";")
                };
                Cell::of(r.own().map(ids).filter(|ids| !ids.is_empty()), Cell::Text)
            },
        ));
    }
    columns
}

fn now(question: &Question) -> Interval {
    Interval { low: question.now.low.value(), high: question.now.high.value() }
}

/// Fills `questions`: the region first, then the municipalities in their order; of each, what
/// narrows most first.
pub fn questions(inputs: &Inputs, assessment: &Assessment, edition: Edition) -> Table {
    let region = assessment.region_questions.iter().map(Whom::Region);
    let own = assessment.questions.iter().map(Whom::Municipality);
    let rows = region.chain(own).map(|asked| QuestionRow { inputs, asked });
    Table::fill("questions", &columns(edition), rows)
}
