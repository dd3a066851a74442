//! What `beredd score` prints.

use std::fmt::Write;
use std::path::Path;

use beredd::model::framework::Framework;
use beredd::pipeline::score::Outcome;
use beredd::report::rests_on;
use beredd::score::Scores;
use beredd::words::{Language, Words};

use super::{ROWS_AT_MOST, counts, one_line, shortened};

/// The short result of scoring a table.
pub fn of(outcome: &Outcome, out: &Path) -> String {
    let framework = &outcome.framework.framework;
    let scores = &outcome.scores;
    let units = scores.units.len();
    let asked = scores.asked.part().map_or(0, |part| part.indicators().len());
    let of = framework.indicators().len();
    let mut text = format!(
        "{} {}: {units} {} under {} indicators\n",
        one_line(&framework.name),
        one_line(&framework.version),
        if units == 1 { "unit" } else { "units" },
        if asked == of { of.to_string() } else { format!("{asked} of {of}") },
    );
    let _ = writeln!(
        text,
        "Scores rest on {}.\n",
        rests_on::pillars(&scores.asked, Words(Language::En))
    );
    if let Some(found) = &scores.found {
        ranking(found, &mut text);
    }
    let outside = outcome.outside_goalposts();
    if outside > 0 {
        let _ =
            writeln!(text, "\n{outside} values outside their goalposts count as the nearer one");
    }
    let _ = writeln!(text, "\nfindings  {} (in findings.csv)", counts(&outcome.findings));
    let _ = writeln!(text, "tables    {}", out.display());
    if outcome.is_synthetic() {
        text.push_str(
            "\nSYNTHETIC DATA: the table rests on invented sites, network and coverage.\n",
        );
    }
    text
}

fn ranking(scores: &Scores, text: &mut String) {
    let root = Framework::ROOT.0;
    let (groups, ranks) = (&scores.evaluation.groups[root], &scores.evaluation.ranks[root]);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|&place| ranks[place].unwrap_or(u32::MAX));
    let names: Vec<String> =
        scores.table.units().iter().map(|unit| shortened(&one_line(&unit.name))).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).max(4);
    let _ = writeln!(
        text,
        "{:>5}  {:<9}  {:<width$}  {:>6}  {:<11}  {:>5}",
        "rank", "9 of 10", "unit", "score", "interval", "known"
    );
    let hidden = order.len().saturating_sub(ROWS_AT_MOST);
    for (i, &place) in order.iter().enumerate() {
        if hidden > 0 && i == ROWS_AT_MOST / 2 {
            let _ = writeln!(text, "       … {hidden} more in scores.csv …");
        }
        if hidden > 0 && (ROWS_AT_MOST / 2..ROWS_AT_MOST / 2 + hidden).contains(&i) {
            continue;
        }
        let score = &groups[place];
        let none = || "–".to_owned();
        let interval = scores.ranks[root].rank_interval(place);
        let _ = writeln!(
            text,
            "{:>5}  {:<9}  {:<width$}  {:>6}  {:<11}  {:>3.0} %",
            ranks[place].map_or_else(none, |rank| rank.to_string()),
            interval.map_or_else(none, |(low, high)| format!("{low}–{high}")),
            names[place],
            score.value.ok().map_or_else(none, |score| format!("{:.1}", score.value())),
            format!("{:.1}–{:.1}", score.low.value(), score.high.value()),
            100.0 * score.known.value(),
        );
    }
}
