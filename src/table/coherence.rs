//! `coherence`: whether the indicators belong together.

use crate::model::framework::{Child, Framework, GroupIdx, IndicatorIdx};
use crate::score::AskedScores;
use crate::score::coherence::figure::{Figure, NotComputable};
use crate::score::coherence::{
    Coherence, ConsistencyVerdict, InfluenceVerdict, PairVerdict, Relation,
};
use crate::table::{Holds, table};
use crate::words::codes;

codes! {
    /// What is looked at.
    pub enum Check: "check" {
        /// Two indicators.
        Pair = "pair",
        /// A part with the group above it.
        WithGroup = "with_group",
        /// An indicator's influence on the index.
        Influence = "influence",
        /// Cronbach's alpha, of what a group is made of.
        Alpha = "alpha",
    }

    /// What is concluded.
    pub enum Verdict: "verdict" {
        /// Nothing to remark.
        Fine = "fine",
        /// Of a pair: they say the same.
        Redundant = "redundant",
        /// Of a pair: they pull apart.
        Opposed = "opposed",
        /// Of an influence: none.
        DoesNothing = "does_nothing",
        /// Of an influence: too much.
        Dominates = "dominates",
        /// Of an influence: the wrong way.
        CountsBackwards = "counts_backwards",
        /// Of an influence: of an indicator without weight.
        Weightless = "weightless",
        /// Of an alpha: they belong together.
        Consistent = "consistent",
        /// Of an alpha: it may be doubted.
        Questionable = "questionable",
        /// There is no figure of so few.
        TooFewUnits = "too_few_units",
        /// There is no figure of what is the same everywhere.
        Constant = "constant",
    }
}

table! {
    /// One figure.
    pub struct CoherenceRow in "coherence" {
        check: Check,
        group: Option<String> as Holds::Id,
        first: Option<String> as Holds::Id,
        second: Option<String> as Holds::Id,
        value: Option<f64>,
        units: usize,
        verdict: Verdict,
        weight_in_index: Option<f64>,
        influence_in_index: Option<f64>,
    }
}

fn no_figure(why: NotComputable) -> Verdict {
    match why {
        NotComputable::TooFewUnits => Verdict::TooFewUnits,
        NotComputable::Constant => Verdict::Constant,
    }
}

fn of_figure(figure: Figure) -> Verdict {
    figure.value.map_or_else(no_figure, |_| Verdict::Fine)
}

/// The rows of `coherence`: pairs, then groups, influences and alphas, each in the order of the
/// framework. None where nothing is asked.
pub fn coherence(scores: &AskedScores) -> Vec<CoherenceRow> {
    let part = scores.asked.part().zip(scores.found.as_ref());
    part.map_or_else(Vec::new, |(part, scores)| rows(part, &scores.coherence))
}

fn rows(framework: &Framework, found: &Coherence) -> Vec<CoherenceRow> {
    let group = |idx: GroupIdx| framework.group(idx).id.clone();
    let indicator = |idx: IndicatorIdx| framework.indicator(idx).id.clone();
    let row = |check, figure: Figure, verdict| CoherenceRow {
        check,
        group: None,
        first: None,
        second: None,
        value: figure.value.ok(),
        units: figure.units,
        verdict,
        weight_in_index: None,
        influence_in_index: None,
    };
    let pairs = found.pairs.iter().map(|pair| CoherenceRow {
        group: match pair.relation {
            Relation::SameGroup(idx) | Relation::SamePillar(idx) => Some(group(idx)),
            Relation::AcrossPillars => None,
        },
        first: Some(indicator(pair.a)),
        second: Some(indicator(pair.b)),
        ..row(
            Check::Pair,
            pair.correlation,
            match pair.verdict {
                PairVerdict::Redundant => Verdict::Redundant,
                PairVerdict::Opposed => Verdict::Opposed,
                PairVerdict::Fine => Verdict::Fine,
                PairVerdict::NotComputable(why) => no_figure(why),
            },
        )
    });
    let links = found.links.iter().map(|link| CoherenceRow {
        group: Some(group(link.parent)),
        first: Some(match link.child {
            Child::Group(idx) => group(idx),
            Child::Indicator(idx) => indicator(idx),
        }),
        ..row(Check::WithGroup, link.with_parent, of_figure(link.with_parent))
    });
    let influences = found.influences.iter().map(|influence| CoherenceRow {
        group: Some(group(Framework::ROOT)),
        first: Some(indicator(influence.indicator)),
        weight_in_index: Some(influence.weight.value()),
        influence_in_index: influence.influence.map(|share| share.value()),
        ..row(
            Check::Influence,
            influence.correlation,
            match influence.verdict {
                InfluenceVerdict::DoesNothing => Verdict::DoesNothing,
                InfluenceVerdict::Dominates => Verdict::Dominates,
                InfluenceVerdict::CountsBackwards => Verdict::CountsBackwards,
                InfluenceVerdict::Fine => Verdict::Fine,
                InfluenceVerdict::Weightless => Verdict::Weightless,
                InfluenceVerdict::NotComputable(why) => no_figure(why),
            },
        )
    });
    let alphas = found.consistencies.iter().map(|of| CoherenceRow {
        group: Some(group(of.group)),
        ..row(
            Check::Alpha,
            of.alpha,
            match of.verdict {
                ConsistencyVerdict::Consistent => Verdict::Consistent,
                ConsistencyVerdict::Questionable => Verdict::Questionable,
                ConsistencyVerdict::NotComputable(why) => no_figure(why),
            },
        )
    });
    pairs.chain(links).chain(influences).chain(alphas).collect()
}
