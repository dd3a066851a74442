//! The last part of the report: how sure the scores and ranks are, which choice moves them, and
//! whether the framework holds together.

use std::fmt::Write as _;
use std::path::Path;

use crate::error::Error;
use crate::model::framework::{Child, Framework, GroupIdx, IndicatorIdx};
use crate::report::html::score::{decimal, figure};
use crate::report::html::{by_rank, dash, escape, rank, said};
use crate::report::{Report, one_line, plots};
use crate::score::coherence::figure::UNITS_AT_LEAST;
use crate::score::draws::Factor;
use crate::words::Language;

/// Everything about how sure the scores are.
pub(super) fn part(report: &Report<'_>, directory: &Path, page: &mut String) -> Result<(), Error> {
    let t = |sv, en| said(report, sv, en);
    let _ = writeln!(page, "<h2>{}</h2>", t("Hur säkert är det?", "How sure is it?"));
    if report.assessment.composite.scores.found.is_none() {
        let none =
            t("Utan poäng finns inget att pröva.", "Without scores there is nothing to try.");
        let _ = writeln!(page, "<p>{none}</p>");
        return Ok(());
    }
    ranks(report, directory, page)?;
    choices(report, page);
    coherence(report, page);
    Ok(())
}

/// Ranks with their uncertainty.
fn ranks(report: &Report<'_>, directory: &Path, page: &mut String) -> Result<(), Error> {
    let t = |sv, en| said(report, sv, en);
    let _ = writeln!(
        page,
        "<h3>{}</h3>\n<p>{}</p>",
        t("Hur säker är rangordningen?", "How sure is the ranking?"),
        t(
            "Vikter, sätt att väga ihop, målvärden och det okända varieras slumpmässigt många \
             gånger. Inom parentes står mellan vilka platser rangen ligger i nio fall av tio. Två \
             kommuner vars intervall överlappar går ofta inte att skilja åt.",
            "Weights, ways of combining, goalposts and the unknowns are varied at random many \
             times. In brackets stands between which places the rank lies in nine of ten cases. Two \
             municipalities whose intervals overlap can often not be told apart.",
        ),
    );
    figure(directory, plots::RANKING, page)?;
    intervals(report, page);
    figure(directory, plots::RANK_CHANCES, page)?;
    if !report.assessment.groups.is_empty() {
        let _ = writeln!(page, "<h3>{}</h3>", t("Delregionernas rang", "Ranks of sub-regions"));
        figure(directory, &format!("{}{}", plots::GROUPS, plots::RANKING), page)?;
    }
    Ok(())
}

/// Between which places each rank lies, as a table.
fn intervals(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let composite = &report.assessment.composite;
    let _ = writeln!(
        page,
        "<details><summary>{}</summary><div class=\"wide\"><table><thead><tr><th>{}</th>\
         <th class=\"n\">{}</th><th class=\"n\">{}</th></tr></thead><tbody>",
        t("Som tabell", "As a table"),
        t("Kommun", "Municipality"),
        t("Rang", "Rank"),
        t("I nio fall av tio", "In nine of ten cases"),
    );
    for place in by_rank(report) {
        let standing = composite.standing(place, Framework::ROOT);
        let between = standing.and_then(|standing| standing.rank_interval);
        let _ = writeln!(
            page,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            escape(&one_line(&report.inputs.municipalities[place].name)),
            rank(report, standing),
            between.map_or_else(dash, |(low, high)| format!("{low}–{high}")),
        );
    }
    page.push_str("</tbody></table></div></details>\n");
}

/// Which choice moves the ranks most.
fn choices(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let Some(scores) = &report.assessment.composite.scores.found else { return };
    let found = &scores.sensitivity;
    let Some(indices) = &found.rank_shift else { return };
    let _ = write!(
        page,
        "<h3>{}</h3>\n<p>{}</p>\n<div class=\"wide\"><table><thead><tr><th>{}</th>\
         <th class=\"n\">{}</th><th class=\"n\">{}</th></tr></thead><tbody>\n",
        t("Vilka val betyder något?", "Which choices matter?"),
        t(
            "Vad som flyttar rangerna: hur stor del av variationen varje val står för, ensamt och \
             tillsammans med de andra (Sobols index, med 95 procents intervall).",
            "What moves the ranks: how much of the variation each choice makes, alone and together \
             with the others (Sobol indices, with intervals of 95 per cent).",
        ),
        t("Val", "Choice"),
        t("Ensamt", "Alone"),
        t("Tillsammans", "Together"),
    );
    for (factor, index) in found.factors.iter().zip(indices) {
        let name = match factor {
            Factor::Weights => t("Vikterna", "The weights"),
            Factor::Aggregation => t("Sättet att väga ihop", "The way of combining"),
            Factor::Goalposts => t("Målvärdena", "The goalposts"),
            Factor::Unknowns => t("Det okända", "The unknowns"),
        };
        // An estimate of a share may lie a little below 0.
        let share = |value: f64| format!("{:.0}", 100.0 * value.max(0.0));
        let _ = writeln!(
            page,
            "<tr><td>{name}</td><td class=\"n\">{} % ({}–{})</td><td class=\"n\">{} % ({}–{})</td>\
             </tr>",
            share(index.first),
            share(index.first_low),
            share(index.first_high),
            share(index.total),
            share(index.total_low),
            share(index.total_high),
        );
    }
    page.push_str("</tbody></table></div>\n");
}

/// Whether the indicators belong together, in plain words.
fn coherence(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let Some(scores) = &report.assessment.composite.scores.found else { return };
    let found = scores.coherence.summary();
    let _ = writeln!(
        page,
        "<h3>{}</h3>\n<p>{}</p>",
        t("Håller ramverket ihop?", "Does the framework hold together?"),
        t(
            "Poängen väger ihop indikatorer. Här prövas om de hör ihop: om två säger samma sak, om \
             någon inte påverkar, och om någon påverkar mycket mer än sin vikt. Det är statistik över \
             just dessa kommuner och inget fel i sig. Alla tal står i coherence.csv.",
            "The score combines indicators. Here it is asked whether they belong together: whether \
             two say the same, whether one does nothing, and whether one does far more than its \
             weight. These are statistics of just these municipalities, and no fault in themselves. \
             Every figure is in coherence.csv.",
        ),
    );
    if found.units < UNITS_AT_LEAST {
        let few = match report.language {
            Language::Sv => format!(
                "Bara {} kommuner har poäng; med färre än {UNITS_AT_LEAST} går det inte att säga.",
                found.units
            ),
            Language::En => format!(
                "Only {} municipalities have a score; with fewer than {UNITS_AT_LEAST} nothing can \
                 be said.",
                found.units
            ),
        };
        let _ = writeln!(page, "<p>{few}</p>");
        return;
    }
    let mut lines: Vec<String> = Vec::new();
    let two = |pair: &crate::score::coherence::Pair| {
        (
            indicator(report, pair.a),
            indicator(report, pair.b),
            decimal(report.language, pair.correlation.value.unwrap_or(0.0), 2),
        )
    };
    for pair in &found.redundant {
        let (a, b, r) = two(pair);
        lines.push(match report.language {
            Language::Sv => format!(
                "{a} och {b} säger nästan samma sak (korrelation {r}): det räknas två gånger."
            ),
            Language::En => {
                format!("{a} and {b} say nearly the same (correlation {r}): it counts twice.")
            }
        });
    }
    for pair in &found.opposed {
        let (a, b, r) = two(pair);
        lines.push(match report.language {
            Language::Sv => {
                format!("{a} och {b} drar åt olika håll inom samma område (korrelation {r}).")
            }
            Language::En => {
                format!("{a} and {b} pull against each other within one pillar (correlation {r}).")
            }
        });
    }
    let verdicts: [(&Vec<_>, &str, &str); 3] = [
        (
            &found.do_nothing,
            "påverkar inte poängen bland dessa kommuner",
            "does nothing to the score among these municipalities",
        ),
        (
            &found.dominate,
            "styr poängen mycket mer än sin vikt",
            "drives the score far more than its weight",
        ),
        (
            &found.count_backwards,
            "är bättre där poängen är sämre",
            "is better where the score is worse",
        ),
    ];
    for (influences, sv, en) in verdicts {
        for influence in influences {
            lines.push(format!("{} {}.", indicator(report, influence.indicator), t(sv, en)));
        }
    }
    for consistency in &found.questionable {
        let alpha = consistency.alpha.value.unwrap_or(0.0);
        let alpha = decimal(report.language, alpha, 2);
        let name = group(report, consistency.group);
        lines.push(match report.language {
            Language::Sv => format!("Delarna av {name} mäter inte en och samma sak (Cronbachs alfa {alpha}): det är ett val att väga ihop dem."),
            Language::En => format!("The parts of {name} do not measure one and the same thing (Cronbach's alpha {alpha}): to combine them is a choice."),
        });
    }
    let open =
        found.pairs_not_computable + found.groups_not_computable + found.indicators_not_computable;
    if open > 0 {
        lines.push(match report.language {
            Language::Sv => format!(
                "{open} samband går inte att räkna ut: för få kommuner har båda värdena, eller så är \
                 ett av dem lika för alla."
            ),
            Language::En => format!(
                "{open} relations cannot be computed: too few municipalities have both values, or \
                 one of them is the same for all."
            ),
        });
    }
    if found.is_clean() {
        lines.push(t("Inget att anmärka på.", "Nothing to remark on.").to_owned());
    }
    page.push_str("<ul>\n");
    for line in lines {
        let _ = writeln!(page, "<li>{line}</li>");
    }
    page.push_str("</ul>\n");
}

/// What people call an indicator, in quotation marks.
fn indicator(report: &Report<'_>, indicator: IndicatorIdx) -> String {
    quoted(report, Child::Indicator(indicator))
}

/// What people call a group, in quotation marks.
fn group(report: &Report<'_>, group: GroupIdx) -> String {
    quoted(report, Child::Group(group))
}

fn quoted(report: &Report<'_>, child: Child) -> String {
    // What coherence speaks of are places in the part that is asked.
    let asked = &report.assessment.asked;
    let framework = asked.part().unwrap_or(asked.whole());
    let name = escape(&framework.display_name(child, report.language == Language::Sv));
    match report.language {
        Language::Sv => format!("”{name}”"),
        Language::En => format!("“{name}”"),
    }
}
