//! The plots of a score: ranked dots, profiles, chances of each rank, contributions; and the table of
//! digital services. Each of municipalities, and of groups where there are any.

use std::path::Path;

use crate::drawing::about::about;
use crate::drawing::map::{
    Contribution, HeatCell, HeatRow, Interval, MapAbout, PROFILES_AT_MOST, PillarValue, Profiles,
    RankChances, RankedUnit, UnitProfile, contribution_plot, profile_plot, rank_strip,
    ranking_plot, service_table,
};
use crate::error::Error;
use crate::model::framework::{Child, Framework, GroupIdx};
use crate::model::requirement::Service;
use crate::readiness::service::name_for;
use crate::report::{Report, rests_on};
use crate::score::contribution::contributions;
use crate::score::evaluate::GroupScore;
use crate::score::standing::median;
use crate::score::{AskedScores, Scores};
use crate::table::service;
use crate::units::Score;
use crate::visible::one_line;
use crate::words::{Words, key};

/// The names of the plots of a score, without ending.
pub const RANKING: &str = "ranking";
/// See [`RANKING`].
pub const PROFILES: &str = "profiles";
/// See [`RANKING`].
pub const RANK_CHANCES: &str = "rank_chances";
/// See [`RANKING`].
pub const CONTRIBUTIONS: &str = "contributions";
/// The name of the table of digital services, without ending.
pub const SERVICES: &str = "services";
/// With more units nothing is drawn: nobody can read it, and a picture of it needs gigabytes.
pub const UNITS_AT_MOST: usize = 1_000;
/// What stands before the names of those about groups.
pub const GROUPS: &str = "groups_";

/// Draws every plot of a run.
pub fn write(report: &Report<'_>, directory: &Path) -> Result<(), Error> {
    let assessment = report.assessment;
    let about = |title: &str, subtitle: String| about(report, title, subtitle);
    scores(&assessment.composite.scores, report.words(), &about, "", directory)?;
    let names: Vec<&str> = report.inputs.municipalities.iter().map(|m| m.name.as_str()).collect();
    let counts = service::counts(report.inputs, assessment);
    services(report, &names, &counts, "", directory)?;
    if !assessment.groups.is_empty() {
        let of_groups = &assessment.group_composite.scores;
        scores(of_groups, report.words(), &about, GROUPS, directory)?;
        let names: Vec<&str> = assessment.groups.iter().map(|group| group.name.as_str()).collect();
        let counts = service::group_counts(report.inputs, assessment);
        services(report, &names, &counts, GROUPS, directory)?;
    }
    Ok(())
}

/// Which plots a run has, in the order of the report: those of municipalities, then of groups.
pub fn names(has_groups: bool) -> Vec<String> {
    let of = |prefix: &'static str| {
        [RANKING, CONTRIBUTIONS, PROFILES, RANK_CHANCES, SERVICES]
            .map(|name| format!("{prefix}{name}"))
    };
    let groups = has_groups.then(|| of(GROUPS));
    of("").into_iter().chain(groups.into_iter().flatten()).collect()
}

/// What a plot says about itself, from its title and what stands below it.
type About<'a> = &'a dyn Fn(&str, String) -> MapAbout;

/// Draws the plots of a table of scores; `prefix` stands before their names. None of more than
/// [`UNITS_AT_MOST`] units, and none where nothing is asked.
pub fn scores(
    scores: &AskedScores,
    words: Words,
    about: About<'_>,
    prefix: &str,
    directory: &Path,
) -> Result<(), Error> {
    let drawn = (1..=UNITS_AT_MOST).contains(&scores.units.len());
    let rests_on = rests_on::sentence(&scores.asked, words);
    let part = scores.asked.part().zip(scores.found.as_ref()).filter(|_| drawn);
    let Some((framework, scores)) = part else { return Ok(()) };
    let order = order(scores);
    let stem = |name: &str| directory.join(format!("{prefix}{name}"));
    let name = |place: usize| scores.table.units()[place].name.as_str();
    let (evaluation, root) = (&scores.evaluation, Framework::ROOT.0);
    let distribution = &scores.distribution;

    let ranked: Vec<RankedUnit<'_>> = order
        .iter()
        .map(|&place| {
            let score = &evaluation.groups[root][place];
            let interval = distribution.summary().rank_interval(place);
            RankedUnit {
                name: name(place),
                score: score.value.ok(),
                low: score.low,
                high: score.high,
                rank: evaluation.ranks[root][place],
                rank_low: interval.map(|(low, _)| low),
                rank_high: interval.map(|(_, high)| high),
            }
        })
        .collect();
    let rests_on = rests_on.as_str();
    let subtitle = words.say(key::PlotRankingSubtitle { rests_on });
    let ranking = about(&words.say(key::PlotRankingTitle), subtitle);
    ranking_plot(&ranked, &ranking, &stem(RANKING))?;

    let pillars = framework.children(Framework::ROOT);
    let names: Vec<String> =
        pillars.iter().map(|&p| one_line(&framework.display_name(p, words.0))).collect();
    let gained = contributions(framework, evaluation);
    let contributed: Vec<Contribution<'_>> = order
        .iter()
        .map(|&place| {
            let parts = gained[place].as_deref().unwrap_or_default();
            let points = |of: fn(&crate::score::contribution::Contribution) -> f64| {
                let of_child =
                    |child: &Child| parts.iter().find(|part| part.child == *child).map_or(0.0, of);
                pillars.iter().map(of_child).collect()
            };
            Contribution {
                name: name(place),
                score: interval(&evaluation.groups[root][place]),
                got: points(|part| part.got.value()),
                lost: points(|part| part.lost.value()),
            }
        })
        .collect();
    let subtitle = words.say(key::PlotContributionsSubtitle { rests_on });
    let contribution = about(&words.say(key::PlotContributionsTitle), subtitle);
    contribution_plot(&names, &contributed, &contribution, &stem(CONTRIBUTIONS))?;

    let profiles = profiles(framework, scores, &order, names);
    let hidden = profiles.units.len().saturating_sub(PROFILES_AT_MOST);
    let subtitle = match hidden {
        0 => words.say(key::PlotProfilesSubtitle { rests_on }),
        _ => words.say(key::PlotProfilesSubtitleHidden { hidden, rests_on }),
    };
    let profile = about(&words.say(key::PlotProfilesTitle), subtitle);
    profile_plot(&profiles, &profile, &stem(PROFILES))?;

    let chances: Vec<RankChances<'_>> = order
        .iter()
        .map(|&place| RankChances {
            name: name(place),
            rank: evaluation.ranks[root][place],
            probabilities: distribution.rank_probabilities(place).unwrap_or_default(),
        })
        .collect();
    let subtitle = words.say(key::PlotChancesSubtitle { rests_on });
    let strip = about(&words.say(key::PlotChancesTitle), subtitle);
    rank_strip(&chances, &strip, &stem(RANK_CHANCES))
}

/// A score with what it could be.
fn interval(score: &GroupScore) -> Interval {
    Interval { score: score.value.ok(), low: score.low, high: score.high }
}

/// Best first; those without a score last, in the order of the table.
fn order(scores: &Scores) -> Vec<usize> {
    let ranks = &scores.evaluation.ranks[Framework::ROOT.0];
    let mut order: Vec<usize> = (0..ranks.len()).collect();
    order.sort_by_key(|&place| ranks[place].unwrap_or(u32::MAX));
    order
}

fn profiles<'a>(
    framework: &Framework,
    scores: &'a Scores,
    order: &[usize],
    pillars: Vec<String>,
) -> Profiles<'a> {
    let evaluation = &scores.evaluation;
    let children = framework.children(Framework::ROOT);
    let value = |child: Child, place: usize| match child {
        Child::Group(GroupIdx(group)) => {
            let score = &evaluation.groups[group][place];
            PillarValue { value: score.value.ok(), low: score.low, high: score.high }
        }
        Child::Indicator(indicator) => {
            let of = &evaluation.indicators[indicator.0][place];
            PillarValue { value: of.value, low: of.low, high: of.high }
        }
    };
    let medians = children.iter().map(|&child| {
        let known = (0..scores.table.units().len()).filter_map(|place| value(child, place).value);
        median(known.map(Score::value).collect()).and_then(Score::clamped)
    });
    let units = order.iter().map(|&place| UnitProfile {
        name: &scores.table.units()[place].name,
        score: interval(&evaluation.groups[Framework::ROOT.0][place]),
        pillars: children.iter().map(|&child| value(child, place)).collect(),
    });
    Profiles { pillars, medians: medians.collect(), units: units.collect() }
}

/// Draws the table of digital services.
fn services(
    report: &Report<'_>,
    names: &[&str],
    counts: &[Vec<[usize; 4]>],
    prefix: &str,
    directory: &Path,
) -> Result<(), Error> {
    let words = report.words();
    let shown = |service: &Service| name_for(words, &service.id, &service.name);
    let services: Vec<String> = report.assessment.services.iter().map(shown).collect();
    let rows: Vec<HeatRow<'_>> = names
        .iter()
        .zip(counts)
        .map(|(name, counts)| HeatRow {
            name,
            cells: counts
                .iter()
                .map(|&[ready, at_risk, not_ready, unknown]| {
                    let cell = HeatCell { ready, at_risk, not_ready, unknown };
                    (ready + at_risk + not_ready + unknown > 0).then_some(cell)
                })
                .collect(),
        })
        .collect();
    let words = report.words();
    let subtitle = words.say(key::PlotServicesSubtitle);
    let about = about(report, &words.say(key::PlotServicesTitle), subtitle);
    service_table(&services, &rows, &about, &directory.join(format!("{prefix}{SERVICES}")))
}
