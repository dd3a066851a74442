//! Five sentences that say what the score rests on, what is known, what is not, what matters most,
//! and what would change most.
//!
//! Each is made of what was computed, and holds for any project: with nothing asked, with one
//! pillar or all, with one municipality, with none that has a score.

use crate::document::Text;
use crate::model::coverage::FixedStatus;
use crate::model::framework::{Child, Framework};
use crate::pages::region::{failures, questions};
use crate::readiness::gain::Gain;
use crate::readiness::question::Question;
use crate::report::Report;
use crate::report::rests_on::{self, lower_first};
use crate::report::shown::{Shown, WIDE};
use crate::score::contribution::contributions;
use crate::score::evaluate::{GroupScore, NoScore};
use crate::table::Edition;
use crate::units::{Score, Share};
use crate::visible::one_line;
use crate::words::key::{self, form};
use crate::words::{Decimal, Words};

/// Of more municipalities than this only the number is said.
const NAMED: usize = 3;

/// The five sentences.
pub fn summary(report: &Report<'_>) -> [Text; 5] {
    let units = scored(report);
    [
        rests(report),
        known(report, &units),
        unknown(report, &units),
        matters(report),
        would_change(report, &units),
    ]
    .map(Text::from)
}

/// The municipalities with sites, by their places, with their scores; none where nothing is asked.
fn scored(report: &Report<'_>) -> Vec<(usize, GroupScore)> {
    let composite = &report.assessment.composite;
    let standing = |place| Some((place, composite.standing(place, Framework::ROOT)?.score));
    (0..report.inputs.municipalities.len()).filter_map(standing).collect()
}

fn name(report: &Report<'_>, place: usize) -> String {
    one_line(&report.inputs.municipalities[place].name)
}

/// The names of a few, the number of many.
fn named(report: &Report<'_>, places: &[usize]) -> String {
    let words = report.words();
    if places.len() > NAMED {
        return words.say(key::Municipalities { count: places.len() });
    }
    let names: Vec<String> = places.iter().map(|&place| name(report, place)).collect();
    words.list(&names)
}

/// How many sites, and what the score rests on.
fn rests(report: &Report<'_>) -> String {
    let words = report.words();
    let asked = &report.assessment.asked;
    let (located, outside) = report.assessment.located();
    let sites = words.say(key::Sites { count: located });
    let municipalities =
        words.say(key::Municipalities { count: report.inputs.municipalities.len() });
    let counted = match outside {
        0 => words.say(key::SummaryCounted { sites, municipalities }),
        _ => words.say(key::SummaryCountedOutside { sites, municipalities, outside }),
    };
    if asked.part().is_none() {
        return words.say(key::SummaryRestsOnNothing { counted });
    }
    let pillars = rests_on::pillars(asked, words);
    let left_out = not_asked(report);
    if left_out.is_empty() {
        return words.say(key::SummaryRests { counted, pillars });
    }
    let (count, left_out) = (left_out.len(), words.list(&left_out));
    words.say(key::SummaryRestsWithout { counted, pillars, count, left_out })
}

/// What people call the pillars that are not asked, as within a sentence.
fn not_asked(report: &Report<'_>) -> Vec<String> {
    let asked = &report.assessment.asked;
    let whole = asked.whole();
    let children = whole.children(Framework::ROOT).iter();
    let name = |&child: &Child| lower_first(&one_line(&whole.display_name(child, report.language)));
    children.filter(|&&child| !asked.is_asked(child)).map(name).collect()
}

/// How many are connected, and who is first and last whatever the unknowns turn out to be.
fn known(report: &Report<'_>, units: &[(usize, GroupScore)]) -> String {
    let words = report.words();
    let Connected { all, yes, no, unknown } = connected(report);
    let connected = match Share::of(yes, all) {
        Some(share) if unknown < all => {
            let sites = words.say(key::Sites { count: all });
            words.say(key::SummaryConnected { sites, yes, share, no })
        }
        _ => words.say(key::SummaryConnectedUnknown),
    };
    match ends(report, units) {
        None => words.say(key::SummaryKnown { connected }),
        Some(ends) => words.say(key::SummaryKnownEnds { connected, ends }),
    }
}

struct Connected {
    all: usize,
    yes: usize,
    no: usize,
    unknown: usize,
}

/// The sites that count, by what is known of their fixed connection.
fn connected(report: &Report<'_>) -> Connected {
    let sites = report.assessment.sites.iter();
    let located = sites.filter(|site| site.location.municipality.is_some());
    let mut found = Connected { all: 0, yes: 0, no: 0, unknown: 0 };
    for site in located {
        found.all += 1;
        match site.fixed.status {
            FixedStatus::Connected => found.yes += 1,
            FixedStatus::Unknown => found.unknown += 1,
            FixedStatus::None | FixedStatus::Passed | FixedStatus::Planned => found.no += 1,
        }
    }
    found
}

/// Whom nobody can stand before, and whom nobody can stand behind; `None` with nobody to compare.
fn ends(report: &Report<'_>, units: &[(usize, GroupScore)]) -> Option<String> {
    if units.len() < 2 {
        return None;
    }
    let words = report.words();
    let against_others = |holds: fn(&GroupScore, &GroupScore) -> bool| -> Vec<usize> {
        let of = |&(place, ref own): &(usize, GroupScore)| {
            let mut others = units.iter().filter(|(other, _)| *other != place);
            others.all(|(_, other)| holds(own, other)).then_some(place)
        };
        units.iter().filter_map(of).collect()
    };
    let first = against_others(|own, other| own.low >= other.high);
    let last = against_others(|own, other| own.high <= other.low);
    if first.len() == units.len() {
        return Some(words.say(key::SummaryEndsSame));
    }
    let before = (!first.is_empty()).then(|| named(report, &first));
    let behind = (!last.is_empty()).then(|| named(report, &last));
    let sure = units.iter().all(|(_, score)| score.low == score.high);
    Some(match (before, behind, sure) {
        (Some(before), Some(behind), true) => words.say(key::SummaryEnds { before, behind }),
        (Some(before), Some(behind), false) => words.say(key::SummaryEndsOpen { before, behind }),
        (Some(before), None, true) => words.say(key::SummaryFirst { before }),
        (Some(before), None, false) => words.say(key::SummaryFirstOpen { before }),
        (None, Some(behind), true) => words.say(key::SummaryLast { behind }),
        (None, Some(behind), false) => words.say(key::SummaryLastOpen { behind }),
        (None, None, _) => words.say(key::SummaryNoEnds),
    })
}

/// How much is unknown, and whose score is only a range or none.
fn unknown(report: &Report<'_>, units: &[(usize, GroupScore)]) -> String {
    let words = report.words();
    if units.is_empty() {
        return words.say(key::SummaryNothingAnswered);
    }
    let sites = |place: usize| report.assessment.municipalities[place].sites as f64;
    let all: f64 = units.iter().map(|(place, _)| sites(*place)).sum();
    let open = units.iter().map(|(place, score)| sites(*place) * (1.0 - score.known.value()));
    let open = open.sum::<f64>() / all;
    if open <= 0.0 && units.iter().all(|(_, score)| score.low == score.high) {
        return words.say(key::SummaryNothingUnknown);
    }
    let open = Share::new(open.clamp(0.0, 1.0)).map(|open| words.show(open)).unwrap_or_default();
    let wide: Vec<(usize, GroupScore)> = units
        .iter()
        .filter(|(_, score)| matches!(Shown::of(score), Shown::Between(..)))
        .copied()
        .collect();
    let without: Vec<(usize, GroupScore)> =
        units.iter().filter(|(_, score)| score.value.is_err()).copied().collect();
    if wide.is_empty() && without.is_empty() {
        return words.say(key::SummaryUnknownHarmless { open, wide: WIDE });
    }
    let whose = |of: &[(usize, GroupScore)]| {
        named(report, &of.iter().map(|(place, _)| *place).collect::<Vec<_>>())
    };
    let ranges = widest(&wide).map(|(widest, score)| {
        let (whose, range) = (whose(&wide), Shown::of(&score).short());
        match wide.len() {
            1 => words.say(key::SummaryRange { whose, range }),
            _ => words.say(key::SummaryRanges { whose, widest: name(report, widest), range }),
        }
    });
    let nothing = without.iter().all(|(_, score)| score.value == Err(NoScore::NothingKnown));
    let scoreless = (!without.is_empty()).then(|| match nothing {
        true => words.say(key::SummaryNothingKnownOf { whose: whose(&without) }),
        false => words.say(key::SummaryTooLittleKnownOf { whose: whose(&without) }),
    });
    let clauses: Vec<String> = ranges.into_iter().chain(scoreless).collect();
    words.say(key::SummaryUnknown { open, clauses: clauses.join("; ") })
}

/// The first of those with the widest interval; `None` where no interval has any width.
fn widest(units: &[(usize, GroupScore)]) -> Option<(usize, GroupScore)> {
    let width = |score: &GroupScore| score.high.value() - score.low.value();
    let wider = |best: Option<(usize, GroupScore)>, own: &(usize, GroupScore)| match best {
        Some((_, score)) if width(&own.1) <= width(&score) => best,
        _ if width(&own.1) <= 0.0 => best,
        _ => Some(*own),
    };
    units.iter().fold(None, wider)
}

/// The element that takes most down; where none is known or none is shown, what costs most points.
fn matters(report: &Report<'_>) -> String {
    let words = report.words();
    let elements = report.assessment.elements.iter();
    let worst = elements.clone().min_by_key(|element| element.rank);
    let Some(worst) = worst.filter(|_| report.edition == Edition::Full) else {
        return costs(report);
    };
    let alike = elements.filter(|element| element.rank == worst.rank).count() - 1;
    let id = failures::named(worst.element, &report.inputs.infrastructure, words);
    let kind = words.form(worst.element.kind(), form::The);
    let element = words.say(key::Element { kind, id });
    let (count, losing) = (worst.sites, worst.without_service);
    match losing {
        0 => words.say(key::SummaryMatters { element, count, alike }),
        all if all == count => words.say(key::SummaryMattersAll { element, count, alike }),
        _ => words.say(key::SummaryMattersSome { element, count, alike, losing }),
    }
}

/// The pillar that costs the municipalities most points.
fn costs(report: &Report<'_>) -> String {
    let words = report.words();
    let scores = &report.assessment.composite.scores;
    let found = scores.asked.part().zip(scores.found.as_ref());
    let parts: Vec<_> = found.map_or_else(Vec::new, |(framework, found)| {
        contributions(framework, &found.evaluation).into_iter().flatten().collect()
    });
    let (Some((framework, _)), Some(first)) = (found, parts.first()) else {
        return match connected(report).no {
            0 => words.say(key::SummaryCostsUnknown),
            count => words.say(key::SummaryCostsConnection { count }),
        };
    };
    let lost = |place: usize| {
        parts.iter().map(|part| part[place].lost.value()).sum::<f64>() / parts.len() as f64
    };
    let all: f64 = (0..first.len()).map(lost).sum();
    // The first of those that cost most.
    let most =
        (0..first.len()).fold(0, |best, own| if lost(own) > lost(best) { own } else { best });
    let pillar = framework.display_name(first[most].child, report.language);
    let pillar = lower_first(&one_line(&pillar));
    let (own, all) = (Decimal(lost(most).round(), 0), Decimal(all.round(), 0));
    if all.0 < 1.0 {
        words.say(key::SummaryCostsNothing)
    } else if first.len() == 1 {
        words.say(key::SummaryCostsOne { pillar, all })
    } else {
        words.say(key::SummaryCosts { pillar, own, all })
    }
}

/// At how many sites the measure is told of that would change most.
const SITES: usize = 3;

/// Whether a measure is at few sites, or at all where they are fewer.
fn is_at_few_sites(gain: &Gain) -> bool {
    gain.sites.len() == SITES || gain.sites.len() == gain.lacking && gain.lacking < SITES
}

/// By how much a measure raises the best estimate.
fn points(gain: &Gain) -> f64 {
    gain.after.estimate.value() - gain.before.estimate.value()
}

/// The measure that raises a score most; where there is none or it is not shown, whose answers
/// would say most.
fn would_change(report: &Report<'_>, units: &[(usize, GroupScore)]) -> String {
    let words = report.words();
    if units.is_empty() {
        return words.say(key::SummaryNoSource { pillars: words.list(&not_asked(report)) });
    }
    let gains = report.assessment.gains.iter().filter(|gain| is_at_few_sites(gain));
    let best = gains.fold(None, |best: Option<&Gain>, gain| {
        let so_far = best.map_or(0.0, points);
        if points(gain) > so_far { Some(gain) } else { best }
    });
    let Some(gain) = best.filter(|_| report.edition == Edition::Full) else {
        return answers_would_say(report, units);
    };
    let (before, after) = (gain.before.estimate, gain.after.estimate);
    let (from, to) = match (before.rounded(), after.rounded()) {
        (from, to) if from != to => (words.show(from), words.show(to)),
        _ => {
            let tenths = |score: Score| words.show(Decimal(score.value(), 1));
            (tenths(before), tenths(after))
        }
    };
    let (whose, count) = (name(report, gain.municipality), gain.sites.len());
    let what = words.form(gain.measure, form::Long);
    words.say(key::SummaryGain { whose, count, what, from, to })
}

/// Which answers would narrow an interval most.
fn answers_would_say(report: &Report<'_>, units: &[(usize, GroupScore)]) -> String {
    let words = report.words();
    // Of two that narrow alike, the first.
    let most = report.assessment.questions.iter().fold(None, |best: Option<&Question>, own| {
        if own.narrowing() > best.map_or(0.0, Question::narrowing) { Some(own) } else { best }
    });
    if let Some(question) = most {
        let Question { subject, municipality, ref sites, .. } = *question;
        let (whom, what) = questions::asked(report, subject, sites.len(), Some(municipality));
        let [now, answered] = intervals(words, question);
        let whose = name(report, municipality);
        return words.say(key::SummaryQuestion { whose, whom, what, now, answered });
    }
    match widest(units) {
        Some((place, score)) => words.say(key::SummaryLeastSure {
            whose: name(report, place),
            low: score.low.rounded(),
            high: score.high.rounded(),
        }),
        None => words.say(key::SummaryNoAnswer),
    }
}

/// The interval as it is and as it becomes, with a decimal where they look alike without.
fn intervals(words: Words, question: &Question) -> [String; 2] {
    let (now, answered) = (question.now, question.answered);
    let ends = [(now.low.value(), now.high.value()), (answered.low, answered.high)];
    let shown = |digits: usize| {
        ends.map(|(low, high)| {
            let (low, high) = (words.show(Decimal(low, digits)), words.show(Decimal(high, digits)));
            if low == high { low } else { words.say(key::Between { low, high }) }
        })
    };
    let [now, answered] = shown(0);
    if now == answered { shown(1) } else { [now, answered] }
}
