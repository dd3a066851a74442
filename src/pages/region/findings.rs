//! What the input leaves in doubt.

use crate::document::{Block, Column, Document, Run, Table, Text};
use crate::findings::{Finding, Rule, Severity};
use crate::report::Report;
use crate::visible::one_line;
use crate::words::{Words, key};

/// Findings of one rule beyond this many are counted, not listed; the table has them all.
const LISTED_PER_RULE: usize = 50;

/// Every rule that was met, with its findings folded away.
pub fn findings(report: &Report<'_>, page: &mut Document) {
    let words = report.words();
    page.section(words.say(key::ReportFindingsHeading), "findings");
    page.paragraph([words.say(key::ReportFindingsAbout)]);
    if report.findings.is_empty() {
        page.paragraph([words.say(key::ReportNothing)]);
    }
    for rule in Rule::ALL {
        let own: Vec<&Finding> = report.findings.iter().filter(|f| f.rule == rule).collect();
        if !own.is_empty() {
            page.push(of_rule(words, rule, &own));
        }
    }
}

/// What is wrong, and what may mend it.
fn said(words: Words, finding: &Finding) -> Text {
    let message = Text::from(one_line(finding.message.in_language(words.0)));
    match &finding.hint {
        Some(hint) => {
            let hint = one_line(hint.in_language(words.0));
            message.then(Run::Break).then(Run::Muted(words.say(key::Advice { hint })))
        }
        None => message,
    }
}

fn of_rule(words: Words, rule: Rule, own: &[&Finding]) -> Block {
    let count = own.len();
    let counted = match rule.severity() {
        Severity::Error => words.say(key::ReportErrors { count }),
        Severity::Warning => words.say(key::ReportWarnings { count }),
        Severity::Info => words.say(key::ReportNotes { count }),
    };
    let meaning = words.code(rule);
    let summary = Text::strong(counted)
        .then(Run::Plain(format!(": {meaning} ")))
        .then(Run::Muted(rule.name().to_owned()));
    let mut table = Table::new([
        Column::text(words.say(key::ReportFile)),
        Column::number(words.say(key::ReportRow)),
        Column::text(words.say(key::ReportField)),
        Column::text(words.say(key::ReportValue)),
        Column::text(words.say(key::ReportMessage)),
    ]);
    for finding in own.iter().take(LISTED_PER_RULE) {
        table.row([
            Text::from(&finding.dataset),
            finding.row.map(|row| row.to_string()).unwrap_or_default().into(),
            finding.field.clone().unwrap_or_default().into(),
            one_line(finding.value.as_deref().unwrap_or_default()).into(),
            said(words, finding),
        ]);
    }
    let mut blocks = vec![Block::Table(table)];
    if let Some(count) = count.checked_sub(LISTED_PER_RULE).filter(|more| *more > 0) {
        let file = "findings.csv";
        blocks.push(Block::Paragraph(Text::muted(words.say(key::ReportMoreIn { count, file }))));
    }
    Block::Details { summary, blocks }
}
