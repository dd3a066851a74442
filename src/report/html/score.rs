//! The part of the report about the score: how sure it is, what would change it, whether the
//! framework holds together.

use std::fmt::Write as _;
use std::path::Path;

use crate::error::Error;
use crate::model::framework::{Child, GroupIdx, IndicatorIdx};
use crate::readiness::gain::{Gain, Measure};
use crate::report::html::{escape, inline, said};
use crate::report::language::Language;
use crate::report::{Report, maps, one_line, plots};
use crate::score::coherence::figure::UNITS_AT_LEAST;
use crate::score::draws::Factor;
use crate::units::Score;

/// A plot as a figure; nothing where it was not drawn.
pub(super) fn figure(directory: &Path, name: &str, page: &mut String) -> Result<(), Error> {
    let path = directory.join(maps::DIRECTORY).join(format!("{name}.svg"));
    if path.exists() {
        let svg = std::fs::read_to_string(&path).map_err(|cause| Error::write(&path, cause))?;
        let _ = writeln!(page, "<figure>{}</figure>", inline(&svg));
    }
    Ok(())
}

/// Ranks with their uncertainty, what each pillar gives, and the profiles.
pub(super) fn ranks(report: &Report<'_>, directory: &Path, page: &mut String) -> Result<(), Error> {
    let t = |sv, en| said(report, sv, en);
    let _ = writeln!(
        page,
        "<h2>{}</h2>\n<p>{}</p>",
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
    figure(directory, plots::RANK_CHANCES, page)?;
    choices(report, page);
    let _ = writeln!(
        page,
        "<h2>{}</h2>",
        t("Varför poängen är som den är", "Why the score is as it is")
    );
    figure(directory, plots::CONTRIBUTIONS, page)?;
    figure(directory, plots::PROFILES, page)
}

/// Which choice moves the ranks most.
fn choices(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let Some(scores) = &report.assessment.composite.scores.found else { return };
    let found = &scores.sensitivity;
    let Some(indices) = &found.rank_shift else { return };
    let _ = write!(
        page,
        "<p>{}</p>\n<div class=\"wide\"><table><thead><tr><th>{}</th><th class=\"n\">{}</th>\
         <th class=\"n\">{}</th></tr></thead><tbody>\n",
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

/// The same plots of groups of municipalities.
pub(super) fn groups(
    report: &Report<'_>,
    directory: &Path,
    page: &mut String,
) -> Result<(), Error> {
    if report.assessment.groups.is_empty() {
        return Ok(());
    }
    let _ = writeln!(page, "<h2>{}</h2>", said(report, "Delregioner", "Sub-regions"));
    for name in [plots::RANKING, plots::CONTRIBUTIONS, plots::PROFILES, plots::SERVICES] {
        figure(directory, &format!("{}{name}", plots::GROUPS), page)?;
    }
    Ok(())
}

/// The measures that raise the score of a municipality most, each at three sites or fewer.
const MEASURES_SHOWN: usize = 3;
/// At how many sites they are shown.
const SITES_SHOWN: usize = 3;

/// What would change the score of each municipality.
pub(super) fn gains(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let gains = &report.assessment.gains;
    let _ = write!(
        page,
        "<h2>{}</h2>\n<p>{}</p>\n<div class=\"wide\"><table><thead><tr><th>{}</th><th>{}</th>\
         <th>{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th></tr></thead><tbody>\n",
        t("Vad som skulle ändra poängen", "What would change the score"),
        t(
            "Åtgärder prövade en i taget genom att räkna om hela poängen, vid högst tre verksamheter \
             som säkert saknar det åtgärden ger. Alla andra kommuner står kvar som de är. Fler \
             åtgärder, och vid hur många verksamheter de kan göras, står i gains.csv.",
            "Measures tried one at a time by scoring anew, at three sites at most that are known to \
             lack what the measure gives. All other municipalities stay as they are. More measures, \
             and at how many sites they could be taken, are in gains.csv.",
        ),
        t("Kommun", "Municipality"),
        t("Åtgärd", "Measure"),
        t("Var", "Where"),
        t("Poäng", "Score"),
        t("Rang", "Rank"),
    );
    for (place, municipality) in report.inputs.municipalities.iter().enumerate() {
        let own = gains.iter().filter(|gain| {
            gain.municipality == place
                && (gain.sites.len() == SITES_SHOWN
                    || gain.sites.len() == gain.lacking && gain.lacking < SITES_SHOWN)
        });
        let mut own: Vec<(f64, &Gain)> = own
            .filter_map(|gain| {
                Some((gain.after.value.ok()?.value() - gain.before.value.ok()?.value(), gain))
            })
            .filter(|(points, _)| *points > 0.0)
            .collect();
        own.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (i, (_, gain)) in own.iter().take(MEASURES_SHOWN).enumerate() {
            let name = if i == 0 { escape(&one_line(&municipality.name)) } else { String::new() };
            let sites: Vec<String> = gain
                .sites
                .iter()
                .map(|&site| escape(&one_line(&report.inputs.sites[site].name)))
                .collect();
            let score = |score: Option<Score>| {
                score.map_or_else(String::new, |score| decimal(report.language, score.value(), 1))
            };
            let rank = |rank: Option<u32>| rank.map_or_else(String::new, |rank| rank.to_string());
            let _ = writeln!(
                page,
                "<tr><td>{name}</td><td>{}</td><td>{}</td><td class=\"n\">{} → {}</td>\
                 <td class=\"n\">{} → {}</td></tr>",
                measure(report.language, gain.measure),
                sites.join("; "),
                score(gain.before.value.ok()),
                score(gain.after.value.ok()),
                rank(gain.rank_before),
                rank(gain.rank_after),
            );
        }
    }
    page.push_str("</tbody></table></div>\n");
}

/// A number with its decimals as the language writes them.
fn decimal(language: Language, number: f64, digits: usize) -> String {
    let written = format!("{number:.digits$}");
    match language {
        Language::Sv => written.replace('.', ",").replace('-', "−"),
        Language::En => written,
    }
}

/// What a measure is, for people.
fn measure(language: Language, measure: Measure) -> &'static str {
    match (language, measure) {
        (Language::Sv, Measure::Connect) => "Anslut med 1 Gbit/s",
        (Language::En, Measure::Connect) => "Connect at 1 Gbit/s",
        (Language::Sv, Measure::Gigabit) => "Höj anslutningen till 1 Gbit/s",
        (Language::En, Measure::Gigabit) => "Raise the connection to 1 Gbit/s",
        (Language::Sv, Measure::Mobile) => "Ett mobilnät till, 30 Mbit/s",
        (Language::En, Measure::Mobile) => "One more mobile network, 30 Mbit/s",
        (Language::Sv, Measure::SecondWay) => "En andra framföring, skild från den första",
        (Language::En, Measure::SecondWay) => "A second way, apart from the first",
        (Language::Sv, Measure::BackupPower) => "Egen reservkraft för 24 timmar",
        (Language::En, Measure::BackupPower) => "Backup power of its own for 24 hours",
        (Language::Sv, Measure::SecondFeed) => "En andra elmatning",
        (Language::En, Measure::SecondFeed) => "A second power feed",
    }
}

/// Whether the indicators belong together, in plain words.
pub(super) fn coherence(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let Some(scores) = &report.assessment.composite.scores.found else { return };
    let found = scores.coherence.summary();
    let _ = writeln!(
        page,
        "<h2>{}</h2>\n<p>{}</p>",
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
