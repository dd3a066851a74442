//! Laws that hold of the score of every region, whatever its sources are: tried on the real places
//! of the shipped one, with some sources left out and facts at random.

mod region;

use beredd::model::framework::{Framework, GroupIdx, IndicatorIdx};
use beredd::model::knowledge::Knowledge::{No, Unknown, Yes};
use beredd::model::site::Site;
use beredd::pipeline::Outcome;
use beredd::readiness::composite::Standing;
use beredd::readiness::fact::Fact;
use beredd::readiness::question::{Question, Subject};
use beredd::readiness::site::SiteAssessment;
use beredd::units::{Hours, Mbps};
use proptest::prelude::*;
use region::{SOURCES, plan, scored};

fn index(outcome: &Outcome, municipality: usize) -> Option<Standing> {
    outcome.assessment.composite.standing(municipality, Framework::ROOT)
}

/// Rounding noise, in points.
const NOISE: f64 = 1e-9;

fn value(standing: &Standing) -> Option<f64> {
    standing.score.value.ok().map(|score| score.value())
}

/// The bounds of every indicator that is asked, on 0–100, and whether nothing is known of it.
fn bounds(outcome: &Outcome, municipality: usize) -> Option<Vec<(f64, f64)>> {
    let composite = &outcome.assessment.composite;
    let place = composite.place(municipality)?;
    let of = |i| composite.scores.normalised(IndicatorIdx(i), place);
    let indicators = 0..composite.scores.asked.whole().indicators().len();
    Some(indicators.filter_map(of).map(|own| (own.low.value(), own.high.value())).collect())
}

/// What owners know of their sites.
const OWNED: [Fact; 3] = [Fact::Connection, Fact::Rate, Fact::BackupPower];

/// Lets the owner of a site say the best or the worst there is: of a rate that is known to be at
/// least so much, no less.
fn answer(site: &mut Site, found: &SiteAssessment, fact: Fact, well: bool) {
    let slowest = found.fixed.download.map_or(0.0, Mbps::value);
    match fact {
        Fact::Connection => site.stated_connection = if well { Yes } else { No },
        Fact::Rate => site.stated_download = Mbps::new(if well { 1e4 } else { slowest }),
        Fact::BackupPower => site.backup_power = Hours::new(if well { 48.0 } else { 0.0 }),
        other => unreachable!("{other:?} is not for an owner to say"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn what_is_at_least_as_good_at_everything_does_not_stand_below(plan in plan()) {
        let outcome = plan.scored();
        let municipalities = 0..outcome.inputs.municipalities.len();
        let known = municipalities.filter_map(|m| {
            let standing = index(&outcome, m)?;
            Some((value(&standing)?, standing.rank?, bounds(&outcome, m)?))
        });
        let known: Vec<_> = known.collect();
        for (score, rank, own) in &known {
            for (below, rank_below, other) in &known {
                let at_least =
                    own.iter().zip(other).all(|(own, other)| own.0 >= other.0 && own.1 >= other.1);
                if at_least {
                    prop_assert!(score >= &(below - NOISE), "{score} {below} {own:?} {other:?}");
                    prop_assert!(rank <= rank_below, "{rank} {rank_below}");
                }
            }
        }
    }

    #[test]
    fn ranks_lie_in_their_intervals_among_those_that_have_a_score(plan in plan()) {
        let outcome = plan.scored();
        let scores = &outcome.assessment.composite.scores;
        let groups = scores.asked.whole().groups().len();
        for group in (0..groups).map(GroupIdx) {
            let of = |place| Some((scores.score(group, place)?, scores.rank(group, place)));
            let ranked = (0..scores.units.len()).filter_map(of).filter(|(_, rank)| rank.is_some());
            let among = ranked.count();
            for place in 0..scores.units.len() {
                let Some((score, rank)) = of(place) else { continue };
                let ranks = scores.ranks(group).expect("asked");
                prop_assert_eq!(ranks.among(), among);
                prop_assert_eq!(rank.is_some(), score.value.is_ok());
                let interval = ranks.rank_interval(place);
                prop_assert_eq!(rank.is_some(), interval.is_some());
                if let Some((rank, (low, high))) = rank.zip(interval) {
                    prop_assert!(low <= rank && rank <= high, "{low} {rank} {high}");
                    prop_assert!(1 <= low && high as usize <= among, "{low} {high} of {among}");
                }
            }
        }
    }

    #[test]
    fn a_score_is_0_only_where_every_asked_indicator_is(plan in plan()) {
        let outcome = plan.scored();
        for municipality in 0..outcome.inputs.municipalities.len() {
            let Some(standing) = index(&outcome, municipality) else { continue };
            let place = outcome.assessment.composite.place(municipality).expect("it has a score");
            let scores = &outcome.assessment.composite.scores;
            let indicators = (0..scores.asked.whole().indicators().len()).map(IndicatorIdx);
            let all = indicators.filter_map(|i| scores.normalised(i, place));
            let all_at_0 = all.filter(|own| !own.left_out).all(|own| own.estimate.value() < 1e-6);
            prop_assert_eq!(standing.score.estimate.value() == 0.0, all_at_0);
            let informed = standing.score.known.value() > 0.0;
            prop_assert_eq!(standing.score.value.is_ok(), informed, "{:?}", standing.score);
        }
    }

    #[test]
    fn an_answer_moves_a_unit_one_way_and_takes_no_score_away(
        plan in plan(),
        chosen in any::<prop::sample::Index>(),
        about in prop::sample::select(OWNED.to_vec()),
        yes in any::<bool>(),
    ) {
        let (project, inputs) = plan.region();
        prop_assume!(!inputs.sites.is_empty());
        let mut site = chosen.index(inputs.sites.len());
        let before = scored(&project, inputs.clone());
        // The next of which it is not known.
        let open = |i: usize| {
            let (site, found) = (&inputs.sites[i], &before.assessment.sites[i]);
            found.location.municipality.is_some()
                && match about {
                    Fact::Rate => found.fixed.is_connected() == Yes && found.fixed.download.is_none(),
                    Fact::BackupPower => site.backup_power.is_none(),
                    _ => found.fixed.is_connected() == Unknown,
                }
        };
        let next = (0..inputs.sites.len()).map(|i| (i + site) % inputs.sites.len()).find(|&i| open(i));
        prop_assume!(next.is_some());
        site = next.expect("assumed just now");
        let mut answered = inputs.clone();
        answer(&mut answered.sites[site], &before.assessment.sites[site], about, yes);
        let after = scored(&project, answered);
        let unit = before.assessment.sites[site].location.municipality.expect("chosen so").0;
        let (Some(before), Some(after)) = (index(&before, unit), index(&after, unit)) else {
            return Ok(());
        };
        let sign = if yes { 1.0 } else { -1.0 };
        let ends = [
            (before.score.estimate, after.score.estimate),
            (before.score.low, after.score.low),
            (before.score.high, after.score.high),
        ];
        for (before, after) in ends {
            prop_assert!(sign * (after.value() - before.value()) >= -NOISE, "{before:?} {after:?}");
        }
        prop_assert!(after.score.value.is_ok() || before.score.value.is_err());
        if let Some((was, is)) = before.rank.zip(after.rank).filter(|_| before.ranked == after.ranked) {
            prop_assert!(if yes { is <= was } else { is >= was }, "{was} {is} {before:?} {after:?}");
        }
    }

    #[test]
    fn a_question_tells_what_its_answers_do(
        plan in plan(),
        chosen in any::<prop::sample::Index>(),
        yes in any::<bool>(),
    ) {
        let (project, inputs) = plan.region();
        let before = scored(&project, inputs.clone());
        for question in &before.assessment.questions {
            let Question { now, answered, well, badly, .. } = question;
            let (low, high) = (now.low.value(), now.high.value());
            for interval in [answered, well, badly] {
                prop_assert!(low <= interval.low + NOISE && interval.high <= high + NOISE, "{question:?}");
                prop_assert!(interval.low <= interval.high + NOISE, "{question:?}");
            }
            prop_assert!(question.narrowing() > 0.0 && badly.low <= well.low + NOISE, "{question:?}");
            prop_assert!(badly.high <= well.high + NOISE, "{question:?}");
        }
        let owned = |subject| OWNED.into_iter().find(|fact| subject == Subject::Fact(*fact));
        let questions = before.assessment.questions.iter();
        let asked: Vec<(&Question, Fact)> =
            questions.filter_map(|question| Some((question, owned(question.subject)?))).collect();
        prop_assume!(!asked.is_empty());
        let (question, fact) = asked[chosen.index(asked.len())];
        let mut answered = inputs;
        for &site in &question.sites {
            answer(&mut answered.sites[site], &before.assessment.sites[site], fact, yes);
        }
        let after = index(&scored(&project, answered), question.municipality).expect("it has sites");
        let told = if yes { question.well } else { question.badly };
        let found = (after.score.low.value(), after.score.high.value());
        prop_assert!((found.0 - told.low).abs() < NOISE, "{found:?} {question:?}");
        prop_assert!((found.1 - told.high).abs() < NOISE, "{found:?} {question:?}");
    }

    #[test]
    fn a_measure_puts_nothing_in_doubt(plan in plan()) {
        for gain in plan.scored().assessment.gains {
            let (before, after) = (gain.before, gain.after);
            prop_assert!(after.known.value() >= before.known.value() - NOISE, "{gain:?}");
            prop_assert!(after.low.value() >= before.low.value() - NOISE, "{gain:?}");
            prop_assert!(after.estimate.value() >= before.estimate.value() - NOISE, "{gain:?}");
        }
    }

    #[test]
    fn leaving_out_a_source_changes_nothing_of_what_the_score_still_rests_on(
        plan in plan(),
        source in 0..SOURCES,
    ) {
        let mut with = plan.clone();
        with.named[source] = true;
        let mut without = plan;
        without.named[source] = false;
        // The owner and a layer speak of the same thing: either is a source for connections.
        let (connected, fixed) = (0, 1);
        prop_assume!(!(source == connected && with.named[fixed]));
        prop_assume!(!(source == fixed && with.named[connected]));
        let (with, without) = (with.scored(), without.scored());
        let scores = |outcome: &Outcome| outcome.assessment.composite.scores.clone();
        let (with, without) = (scores(&with), scores(&without));
        let indicators = (0..with.asked.whole().indicators().len()).map(IndicatorIdx);
        for i in indicators {
            for place in 0..with.units.len() {
                if let Some(left) = without.reading(i, place) {
                    let id = &with.asked.whole().indicator(i).id;
                    prop_assert_eq!(with.reading(i, place), Some(left), "{}", id);
                }
            }
        }
    }
}
