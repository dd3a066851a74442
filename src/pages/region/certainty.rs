//! How sure the scores and ranks are, which choice moves them, and whether the framework holds
//! together.

use std::path::Path;

use crate::document::{Block, Column, Document, Section, Table, Text};
use crate::drawing::plots;
use crate::error::Error;
use crate::model::framework::{Child, Framework, GroupIdx, IndicatorIdx};
use crate::pages::region::scores::by_rank;
use crate::pages::region::{DASH, figure, rank};
use crate::report::Report;
use crate::score::coherence::Pair;
use crate::score::coherence::figure::UNITS_AT_LEAST;
use crate::visible::one_line;
use crate::words::{Decimal, key, sentence};

/// Everything about how sure the scores are.
pub fn certainty(report: &Report<'_>, directory: &Path, page: &mut Document) -> Result<(), Error> {
    let words = report.words();
    page.section(words.say(key::ReportCertaintyHeading), "certainty");
    if report.assessment.composite.scores.found.is_none() {
        page.paragraph([words.say(key::ReportCertaintyNothing)]);
        return Ok(());
    }
    ranks(report, directory, page)?;
    choices(report, page);
    coherence(report, page);
    Ok(())
}

/// Ranks with their uncertainty.
fn ranks(report: &Report<'_>, directory: &Path, page: &mut Document) -> Result<(), Error> {
    let words = report.words();
    page.subsection(Section::new(words.say(key::ReportRanksHeading)));
    page.paragraph([words.say(key::ReportRanksAbout)]);
    figure::push(directory, plots::RANKING, page)?;
    page.push(intervals(report));
    figure::push(directory, plots::RANK_CHANCES, page)?;
    if !report.assessment.groups.is_empty() {
        page.subsection(Section::new(words.say(key::ReportGroupRanksHeading)));
        figure::push(directory, &format!("{}{}", plots::GROUPS, plots::RANKING), page)?;
    }
    Ok(())
}

/// Between which places each rank lies.
fn intervals(report: &Report<'_>) -> Block {
    let words = report.words();
    let composite = &report.assessment.composite;
    let mut table = Table::new([
        Column::text(words.say(key::ReportMunicipality)),
        Column::number(words.say(key::ReportRank)),
        Column::number(words.say(key::ReportNineOfTen)),
    ]);
    for place in by_rank(report) {
        let standing = composite.standing(place, Framework::ROOT);
        let between = standing.and_then(|standing| standing.rank_interval);
        let between = between.map(|(low, high)| words.say(key::Between { low, high }));
        table.row([
            one_line(&report.inputs.municipalities[place].name).into(),
            rank(words, standing),
            between.unwrap_or_else(|| DASH.to_owned()).into(),
        ]);
    }
    let summary = words.say(key::ReportAsTable).into();
    Block::Details { summary, blocks: vec![Block::Table(table)] }
}

/// Which choice moves the ranks most.
fn choices(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    let Some(scores) = &report.assessment.composite.scores.found else { return };
    let found = &scores.sensitivity;
    let Some(indices) = &found.rank_shift else { return };
    page.subsection(Section::new(words.say(key::ReportChoicesHeading)));
    page.paragraph([words.say(key::ReportChoicesAbout)]);
    let mut table = Table::new([
        Column::text(words.say(key::ReportChoice)),
        Column::number(words.say(key::ReportChoiceAlone)),
        Column::number(words.say(key::ReportChoiceTogether)),
    ]);
    for (factor, index) in found.factors.iter().zip(indices) {
        // An estimate of a share may lie a little below 0.
        let points = |value: f64| Decimal(100.0 * value.max(0.0), 0);
        let share = |value, low, high| -> Text {
            let (points, low, high) = (points(value), points(low), points(high));
            words.say(key::ReportChoiceShare { points, low, high }).into()
        };
        table.row([
            sentence(words.code(*factor)).into(),
            share(index.first, index.first_low, index.first_high),
            share(index.total, index.total_low, index.total_high),
        ]);
    }
    page.push(Block::Table(table));
}

/// Whether the indicators belong together, in plain words.
fn coherence(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    let Some(scores) = &report.assessment.composite.scores.found else { return };
    let found = scores.coherence.summary();
    page.subsection(Section::new(words.say(key::ReportCoherenceHeading)));
    page.paragraph([words.say(key::ReportCoherenceAbout)]);
    let (units, at_least) = (found.units, UNITS_AT_LEAST);
    if units < at_least {
        page.paragraph([words.say(key::ReportCoherenceFew { units, at_least })]);
        return;
    }
    let indicator = |indicator: IndicatorIdx| display_name(report, Child::Indicator(indicator));
    let group = |group: GroupIdx| display_name(report, Child::Group(group));
    let two = |pair: &Pair| {
        let r = Decimal(pair.correlation.value.unwrap_or(0.0), 2);
        (indicator(pair.a), indicator(pair.b), r)
    };
    for pair in &found.redundant {
        let (a, b, r) = two(pair);
        page.item(words.say(key::ReportCoherenceRedundant { a, b, r }));
    }
    for pair in &found.opposed {
        let (a, b, r) = two(pair);
        page.item(words.say(key::ReportCoherenceOpposed { a, b, r }));
    }
    for influence in &found.do_nothing {
        let name = indicator(influence.indicator);
        page.item(words.say(key::ReportCoherenceIdle { name }));
    }
    for influence in &found.dominate {
        let name = indicator(influence.indicator);
        page.item(words.say(key::ReportCoherenceDominant { name }));
    }
    for influence in &found.count_backwards {
        let name = indicator(influence.indicator);
        page.item(words.say(key::ReportCoherenceBackwards { name }));
    }
    for consistency in &found.questionable {
        let alpha = Decimal(consistency.alpha.value.unwrap_or(0.0), 2);
        let name = group(consistency.group);
        page.item(words.say(key::ReportCoherenceQuestionable { name, alpha }));
    }
    let count =
        found.pairs_not_computable + found.groups_not_computable + found.indicators_not_computable;
    if count > 0 {
        page.item(words.say(key::ReportCoherenceOpen { count }));
    }
    if found.is_clean() {
        page.item(words.say(key::ReportCoherenceClean));
    }
}

/// What people call what coherence speaks of: places in the part that is asked.
fn display_name(report: &Report<'_>, child: Child) -> String {
    let asked = &report.assessment.asked;
    let framework = asked.part().unwrap_or(asked.whole());
    one_line(&framework.display_name(child, report.language))
}
