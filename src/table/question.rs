//! `questions`: what to ask next, and what an answer would narrow.

use crate::ingest::Inputs;
use crate::readiness::Assessment;
use crate::readiness::question::{Holder, Interval, Question, RegionQuestion, Subject};
use crate::table::{Holds, Ids, table};

table! {
    /// What is asked of one municipality, or of the whole region.
    pub struct QuestionRow in "questions" {
        unit_id: Option<String> as Holds::Id,
        fact: String as Holds::Code("fact"),
        sites: usize,
        holder: Holder,
        narrows_from: f64 as Holds::Points,
        narrows_to: f64 as Holds::Points,
        project_key: String,
        name: Option<String>,
        score_low: Option<f64> as Holds::Points,
        score_high: Option<f64> as Holds::Points,
        answered_low: Option<f64> as Holds::Points,
        answered_high: Option<f64> as Holds::Points,
        yes_low: Option<f64> as Holds::Points,
        yes_high: Option<f64> as Holds::Points,
        no_low: Option<f64> as Holds::Points,
        no_high: Option<f64> as Holds::Points,
    } and in full {
        site_ids: Option<Ids> as Holds::Id,
    }
}

/// What is asked about, as written in the tables.
pub fn fact(inputs: &Inputs, subject: Subject) -> String {
    match subject {
        Subject::Fact(fact) => fact.name().to_owned(),
        Subject::Own(place) => format!("indicator:{}", inputs.own_indicators[place].id),
    }
}

/// The rows of `questions`: the region first, then the municipalities in their order; of each, what
/// narrows most first.
pub fn questions(inputs: &Inputs, assessment: &Assessment) -> Vec<QuestionRow> {
    let region = assessment.region_questions.iter().map(|asked| of_region(inputs, asked));
    region.chain(assessment.questions.iter().map(|asked| of_unit(inputs, asked))).collect()
}

fn of_region(inputs: &Inputs, asked: &RegionQuestion) -> QuestionRow {
    QuestionRow {
        unit_id: None,
        fact: fact(inputs, asked.subject),
        sites: asked.sites,
        holder: asked.subject.holder(),
        narrows_from: asked.narrows_from,
        narrows_to: asked.narrows_to,
        project_key: asked.subject.project_key().to_owned(),
        name: None,
        score_low: None,
        score_high: None,
        answered_low: None,
        answered_high: None,
        yes_low: None,
        yes_high: None,
        no_low: None,
        no_high: None,
        site_ids: None,
    }
}

fn of_unit(inputs: &Inputs, asked: &Question) -> QuestionRow {
    let municipality = &inputs.municipalities[asked.municipality];
    let now = Interval { low: asked.now.low.value(), high: asked.now.high.value() };
    QuestionRow {
        unit_id: Some(municipality.code.as_str().to_owned()),
        fact: fact(inputs, asked.subject),
        sites: asked.sites.len(),
        holder: asked.subject.holder(),
        narrows_from: now.width(),
        narrows_to: asked.answered.width(),
        project_key: asked.subject.project_key().to_owned(),
        name: Some(municipality.name.clone()),
        score_low: Some(now.low),
        score_high: Some(now.high),
        answered_low: Some(asked.answered.low),
        answered_high: Some(asked.answered.high),
        yes_low: Some(asked.well.low),
        yes_high: Some(asked.well.high),
        no_low: Some(asked.badly.low),
        no_high: Some(asked.badly.high),
        site_ids: Ids::some(asked.sites.iter().map(|&site| inputs.sites[site].id.as_str())),
    }
}
