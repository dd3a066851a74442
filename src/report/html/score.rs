//! The part of the report about the score: why it is as it is, and what would change it.

use std::fmt::Write as _;
use std::path::Path;

use crate::error::Error;
use crate::readiness::gain::{Gain, Measure};
use crate::report::html::{escape, inline, said};
use crate::report::{Report, maps, one_line, plots};
use crate::units::Score;
use crate::words::Language;

/// A plot as a figure; nothing where it was not drawn.
pub(super) fn figure(directory: &Path, name: &str, page: &mut String) -> Result<(), Error> {
    let path = directory.join(maps::DIRECTORY).join(format!("{name}.svg"));
    if path.exists() {
        let svg = std::fs::read_to_string(&path).map_err(|cause| Error::write(&path, cause))?;
        let _ = writeln!(page, "<figure>{}</figure>", inline(&svg));
    }
    Ok(())
}

/// What each pillar gives, and the profiles.
pub(super) fn why(report: &Report<'_>, directory: &Path, page: &mut String) -> Result<(), Error> {
    let _ = writeln!(
        page,
        "<h2>{}</h2>",
        said(report, "Varför poängen är som den är", "Why the score is as it is")
    );
    figure(directory, plots::CONTRIBUTIONS, page)?;
    figure(directory, plots::PROFILES, page)
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
    for name in [plots::CONTRIBUTIONS, plots::PROFILES, plots::SERVICES] {
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
             som säkert saknar det åtgärden ger. Talen är bästa skattningar. Alla andra kommuner står kvar som de är. Fler \
             åtgärder, och vid hur många verksamheter de kan göras, står i gains.csv.",
            "Measures tried one at a time by scoring anew, at three sites at most that are known to \
             lack what the measure gives. The figures are best estimates. All other municipalities stay as they are. More measures, \
             and at how many sites they could be taken, are in gains.csv.",
        ),
        t("Kommun", "Municipality"),
        t("Åtgärd", "Measure"),
        t("Var", "Where"),
        t("Poäng", "Score"),
        t("Rang", "Rank"),
    );
    for (place, municipality) in report.inputs.municipalities.iter().enumerate() {
        let own = gains.iter().filter(|gain| gain.municipality == place && is_listed(gain));
        let mut own: Vec<(f64, &Gain)> =
            own.map(|gain| (points(gain), gain)).filter(|(points, _)| *points > 0.0).collect();
        own.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (i, (_, gain)) in own.iter().take(MEASURES_SHOWN).enumerate() {
            let name = if i == 0 { escape(&one_line(&municipality.name)) } else { String::new() };
            let sites: Vec<String> = gain
                .sites
                .iter()
                .map(|&site| escape(&one_line(&report.inputs.sites[site].name)))
                .collect();
            let score = |score: Score| decimal(report.language, score.value(), 1);
            let rank = |rank: Option<u32>| rank.map_or_else(String::new, |rank| rank.to_string());
            let _ = writeln!(
                page,
                "<tr><td>{name}</td><td>{}</td><td>{}</td><td class=\"n\">{} → {}</td>\
                 <td class=\"n\">{} → {}</td></tr>",
                measure(report.language, gain.measure),
                sites.join("; "),
                score(gain.before.estimate),
                score(gain.after.estimate),
                rank(gain.rank_before),
                rank(gain.rank_after),
            );
        }
    }
    page.push_str("</tbody></table></div>\n");
}

/// Whether the report lists a measure: at few sites, or at all where they are fewer.
pub(super) fn is_listed(gain: &Gain) -> bool {
    gain.sites.len() == SITES_SHOWN
        || gain.sites.len() == gain.lacking && gain.lacking < SITES_SHOWN
}

/// By how much a measure raises the best estimate.
pub(super) fn points(gain: &Gain) -> f64 {
    gain.after.estimate.value() - gain.before.estimate.value()
}

/// A number with its decimals as the language writes them.
pub(super) fn decimal(language: Language, number: f64, digits: usize) -> String {
    let written = format!("{number:.digits$}");
    match language {
        Language::Sv => written.replace('.', ",").replace('-', "−"),
        Language::En => written,
    }
}

/// What a measure is, for people.
pub(super) fn measure(language: Language, measure: Measure) -> &'static str {
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
