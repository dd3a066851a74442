//! From normalised indicators to the score of every group of a framework.
//!
//! Each group is evaluated three times: from the best estimates, and with every unknown at its bad
//! and at its good bound. All means grow with each of their terms, so the two bounds hold whatever
//! the truth is, and a unit that is at least as good at everything never stands below another.

use crate::model::framework::{Child, Framework, GroupIdx, IndicatorIdx};
use crate::model::indicator::{IndicatorTable, Unit};
use crate::score::mean::mean;
use crate::score::normalise::{NoPosts, Normalised, Posts, normalise};
use crate::score::rank::ranks;
use crate::units::{Score, Share};

/// Why a group has no score for a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoScore {
    /// Nothing below it is known.
    NothingKnown,
    /// Less is known than the framework asks for.
    TooLittleKnown,
    /// A group below it has none, under a framework that asks for a known share.
    GroupWithout(GroupIdx),
}

/// The score of one group for one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupScore {
    /// The estimate, or why there is no score.
    pub value: Result<Score, NoScore>,
    /// From the best estimate of everything below it, also where there is no score.
    pub estimate: Score,
    /// When every unknown falls badly.
    pub low: Score,
    /// When every unknown falls well.
    pub high: Score,
    /// Of how large a part it is known: the weighted mean of its children.
    pub known: Share,
}

/// Everything that a framework says of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// The units, in the order of the table.
    pub units: Vec<Unit>,
    /// The goalposts of each indicator.
    pub posts: Vec<Posts>,
    /// Of each indicator, one a unit.
    pub indicators: Vec<Vec<Normalised>>,
    /// Of each group, one a unit; the root is the first.
    pub groups: Vec<Vec<GroupScore>>,
    /// Of each group, one a unit: the rank among those that have a score.
    pub ranks: Vec<Vec<Option<u32>>>,
}

/// An indicator that cannot be normalised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unusable {
    /// Which.
    pub indicator: IndicatorIdx,
    /// Why.
    pub why: NoPosts,
}

/// Evaluates a framework on a table with its indicators.
///
/// # Panics
///
/// When the table has another number of indicators than the framework.
pub fn evaluate(
    framework: &Framework,
    table: &IndicatorTable,
) -> Result<Evaluation, Vec<Unusable>> {
    assert_eq!(table.readings().len(), framework.indicators().len(), "the framework's indicators");
    let (mut posts, mut indicators, mut unusable) = (Vec::new(), Vec::new(), Vec::new());
    for (i, (spec, readings)) in framework.indicators().iter().zip(table.readings()).enumerate() {
        match Posts::of(spec, readings) {
            Ok(own) => {
                indicators.push(normalise(spec, &own, readings));
                posts.push(own);
            }
            Err(why) => unusable.push(Unusable { indicator: IndicatorIdx(i), why }),
        }
    }
    if !unusable.is_empty() {
        return Err(unusable);
    }
    let mut groups = vec![Vec::with_capacity(table.units().len()); framework.groups().len()];
    for unit in 0..table.units().len() {
        let own: Vec<Normalised> = indicators.iter().map(|column| column[unit]).collect();
        for (group, score) in groups.iter_mut().zip(unit_scores(framework, &own)) {
            group.push(score);
        }
    }
    let ranks = groups
        .iter()
        .map(|scores| ranks(&scores.iter().map(|score| score.value.ok()).collect::<Vec<_>>()))
        .collect();
    Ok(Evaluation { units: table.units().to_vec(), posts, indicators, groups, ranks })
}

/// The score of every group for one unit, from its indicators in the order of the framework.
pub fn unit_scores(framework: &Framework, indicators: &[Normalised]) -> Vec<GroupScore> {
    let mut scores: Vec<Option<GroupScore>> = vec![None; framework.groups().len()];
    // Parents stand before their children, so backwards every child is there.
    for group in (0..framework.groups().len()).rev() {
        scores[group] = Some(group_score(framework, GroupIdx(group), indicators, &scores));
    }
    scores.into_iter().map(|score| score.expect("every group was evaluated")).collect()
}

/// What a group needs of a child.
struct Term {
    weight: f64,
    estimate: Score,
    low: Score,
    high: Score,
    known: Share,
    /// Whether anything at all is known of it.
    informed: bool,
    /// The group that it is, where that has no score.
    without: Option<GroupIdx>,
}

/// The score of one group for one unit, from those of its children; the scores of other groups are
/// not looked at.
pub(super) fn group_score(
    framework: &Framework,
    group: GroupIdx,
    indicators: &[Normalised],
    groups: &[Option<GroupScore>],
) -> GroupScore {
    let children = framework.children(group).iter();
    let terms: Vec<Term> = children
        .filter_map(|&child| {
            let weight = framework.weight(child).value();
            match child {
                Child::Indicator(i) => {
                    let own = &indicators[i.0];
                    let (estimate, low, high, known) = (own.estimate, own.low, own.high, own.known);
                    let informed = own.value.is_some() || low > Score::MIN || high < Score::MAX;
                    let without = None;
                    let term = Term { weight, estimate, low, high, known, informed, without };
                    (!own.left_out).then_some(term)
                }
                Child::Group(below) => {
                    let own = groups[below.0].as_ref().expect("children are evaluated first");
                    let (estimate, low, high, known) = (own.estimate, own.low, own.high, own.known);
                    let informed = own.value != Err(NoScore::NothingKnown);
                    let without = own.value.is_err().then_some(below);
                    Some(Term { weight, estimate, low, high, known, informed, without })
                }
            }
        })
        .filter(|term| term.weight > 0.0)
        .collect();
    let of = framework.group(group);
    let across = |of_term: fn(&Term) -> Score, without_terms: Score| {
        let terms = terms.iter().map(|term| (of_term(term).value(), term.weight));
        mean(of.aggregate, of.offset, terms).and_then(Score::clamped).unwrap_or(without_terms)
    };
    let (low, high) = (across(|t| t.low, Score::MIN), across(|t| t.high, Score::MAX));
    let half = Score::clamped(50.0).expect("on the scale");
    // Rounding may carry it a little beyond.
    let estimate = across(|t| t.estimate, half).value().clamp(low.value(), high.value());
    let estimate = Score::clamped(estimate).expect("between two scores");
    let weights: f64 = terms.iter().map(|term| term.weight).sum();
    let known: f64 = terms.iter().map(|term| term.known.value() * term.weight).sum();
    // Without terms nothing is known; rounding may carry a mean of ones above one.
    let known = if weights > 0.0 { (known / weights).min(1.0) } else { 0.0 };
    let known = Share::new(known).expect("a mean of shares");
    let asks_for = framework.known_share_at_least;
    let without = terms.iter().find_map(|term| term.without).filter(|_| asks_for.value() > 0.0);
    let value = if low == high && !terms.is_empty() {
        // Where the unknowns cannot move the score it is known, whatever they are.
        Ok(low)
    } else if !terms.iter().any(|term| term.informed) {
        Err(NoScore::NothingKnown)
    } else if let Some(below) = without {
        Err(NoScore::GroupWithout(below))
    } else if known < asks_for {
        Err(NoScore::TooLittleKnown)
    } else {
        Ok(estimate)
    };
    GroupScore { value, estimate, low, high, known }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::{group, heading, indicator};
    use crate::model::framework::{Indicator, Mean, Missing};
    use crate::model::indicator::Reading;

    /// index (geometric) = fixed (arithmetic: a ×3, b ×1) and power (arithmetic: c)
    fn framework(change: impl Fn(&mut Indicator)) -> Framework {
        let groups = vec![
            group("index", "", 1.0, Mean::Geometric),
            group("fixed", "index", 1.0, Mean::Arithmetic),
            group("power", "index", 1.0, Mean::Arithmetic),
        ];
        let mut indicators = vec![
            indicator("a", "fixed", 3.0),
            indicator("b", "fixed", 1.0),
            indicator("c", "power", 1.0),
        ];
        indicators.iter_mut().for_each(change);
        Framework::new(heading(), groups, indicators).expect("a tree")
    }

    fn table(units: &[[Reading; 3]]) -> IndicatorTable {
        let names = (0..units.len()).map(|i| Unit { id: i.to_string(), name: String::new() });
        let column = |i: usize| units.iter().map(|unit| unit[i]).collect();
        IndicatorTable::new(names.collect(), vec![column(0), column(1), column(2)])
    }

    fn certain(values: [f64; 3]) -> [Reading; 3] {
        values.map(|value| Reading::certain(value).expect("finite"))
    }

    #[test]
    fn two_levels_by_hand() {
        let found =
            evaluate(&framework(|_| ()), &table(&[certain([1.0, 0.2, 0.45]), certain([0.5; 3])]));
        let found = found.expect("usable");
        let score = |group: usize, unit: usize| found.groups[group][unit].value.map(Score::value);
        // fixed = (3·100 + 20)/4 = 80; index = √(80 · 45) = 60
        assert_eq!(score(1, 0), Ok(80.0));
        assert!((score(0, 0).expect("known") - 60.0).abs() < 1e-9);
        assert_eq!(found.ranks[0], [Some(1), Some(2)]);
        assert_eq!(found.ranks[2], [Some(2), Some(1)]);
    }

    #[test]
    fn unknowns_become_an_interval_and_too_many_of_them_leave_no_score() {
        let known = |v: f64| Reading::certain(v).expect("finite");
        let unit = |a| table(&[[a, known(0.2), known(0.64)]]);
        let of = |a| evaluate(&framework(|_| ()), &unit(a)).expect("usable").groups;
        // a unknown: 1/4 of the weight of fixed is known, less than half.
        let groups = of(Reading::default());
        assert_eq!(groups[1][0].value, Err(NoScore::TooLittleKnown));
        assert_eq!(groups[1][0].known.value(), 0.25);
        assert_eq!(groups[0][0].value, Err(NoScore::GroupWithout(GroupIdx(1))));
        // fixed from (0 + 20)/4 = 5 to (300 + 20)/4 = 80; index from √(5·64) to √(80·64)
        assert_eq!((groups[1][0].low.value(), groups[1][0].high.value()), (5.0, 80.0));
        assert!((groups[0][0].low.value() - 320f64.sqrt()).abs() < 1e-9);
        assert!((groups[0][0].high.value() - 5120f64.sqrt()).abs() < 1e-9);
        // Half of a known: 1/4 + 3/8 of the weight.
        let half = Reading::new(Some(0.6), Some((0.3, 0.8)), Share::new(0.5)).expect("a reading");
        let groups = of(half);
        assert_eq!(groups[1][0].known.value(), 0.625);
        assert_eq!(groups[1][0].value.map(Score::value), Ok(50.0));
    }

    #[test]
    fn ignored_unknowns_leave_their_weight_to_the_others() {
        let found = evaluate(
            &framework(|indicator| indicator.missing = Missing::Ignore),
            &table(&[[Reading::default(), certain([0.2; 3])[0], certain([0.2; 3])[0]]]),
        );
        let score = found.expect("usable").groups[0][0];
        assert!((score.value.expect("known").value() - 20.0).abs() < 1e-9);
        assert_eq!((score.low, score.known.value()), (score.high, 1.0));
    }

    #[test]
    fn what_the_unknown_cannot_move_is_known() {
        // power is 0 for certain, and the mean across is geometric.
        let zero = Reading::certain(0.0).expect("finite");
        let found =
            evaluate(&framework(|_| ()), &table(&[[Reading::default(), Reading::default(), zero]]));
        let score = found.expect("usable").groups[0][0];
        assert_eq!((score.value, score.low, score.high), (Ok(Score::MIN), Score::MIN, Score::MIN));
    }

    #[test]
    fn bounds_without_a_value_hold_the_score_inside() {
        let high = Reading::new(None, Some((0.8, 0.9)), Share::new(1.0)).expect("bounds");
        let zero = Reading::certain(0.0).expect("finite");
        let found = evaluate(&framework(|_| ()), &table(&[[high, zero, zero]])).expect("usable");
        let fixed = found.groups[1][0];
        assert!(
            fixed.low <= fixed.value.expect("known") && fixed.value.expect("known") <= fixed.high
        );
        assert!((fixed.low.value() - 60.0).abs() < 1e-9);
    }
}
