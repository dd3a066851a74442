//! Whether a framework holds together on a table: asked before anyone asks how robust it is.
//!
//! Four questions, on the points that the scores are made of: do two indicators say the same, or
//! the opposite; does each indicator and group go with what it is part of; do the children of a
//! group speak of one thing; does an indicator count as much as its weight says. The answers are
//! statistics of the units at hand, not faults: two indicators that go together this year can part
//! the next, and a group may well be meant to hold unlike things.
//!
//! A value that the framework fills in (`missing = "mean"`) counts like any other, for the index
//! is made of it. Source: OECD/JRC, *Handbook on Constructing Composite Indicators* (2008), steps
//! 4 and 8 (recalled). Where the lines are drawn is convention; each constant says whose.

pub mod figure;
mod summary;

use crate::model::framework::{Child, Framework, GroupIdx, IndicatorIdx};
use crate::score::evaluate::Evaluation;
use crate::units::{Score, Share};

use figure::{Column, alpha, correlation, is_constant_where};
pub use figure::{Figure, NotComputable, UNITS_AT_LEAST};
pub use summary::Summary;

/// From this correlation on, two indicators say the same. Recalled from audits by the JRC; the
/// COINr package draws the line at 0.9.
pub const REDUNDANT_FROM: f64 = 0.92;

/// Down from this correlation, two indicators of one group pull against each other. The line of
/// the COINr package's correlation plots.
pub const OPPOSED_FROM: f64 = -0.4;

/// From this alpha on, the children of a group speak of one thing. Nunnally (1978), by way of the
/// handbook (recalled).
pub const CONSISTENT_FROM: f64 = 0.7;

/// With a weaker correlation with the index, of either sign, an indicator does nothing there.
/// Assumed.
pub const NOTHING_BELOW: f64 = 0.1;

/// An indicator dominates when its share of the influence is more than this times its weight, and
/// more than [`DOMINATES_ABOVE`]: one alone would catch every indicator of a light weight, or one
/// that was given a heavy weight on purpose. Assumed.
pub const DOMINATES_TIMES: f64 = 2.5;

/// See [`DOMINATES_TIMES`].
pub const DOMINATES_ABOVE: f64 = 0.3;

/// Where two indicators stand to each other in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They have the same parent.
    SameGroup(GroupIdx),
    /// They have different parents below the same pillar.
    SamePillar(GroupIdx),
    /// They have no group in common but the index.
    AcrossPillars,
}

/// What the correlation of two indicators says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairVerdict {
    /// They say nearly the same: what they measure counts twice.
    Redundant,
    /// Within one group, one is bad where the other is good: their mean says little of either.
    Opposed,
    /// Neither.
    Fine,
    /// There is no correlation.
    NotComputable(NotComputable),
}

/// Two indicators beside each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The first in the framework.
    pub a: IndicatorIdx,
    /// The other.
    pub b: IndicatorIdx,
    /// Where they stand to each other.
    pub relation: Relation,
    /// Pearson's, of their points.
    pub correlation: Figure,
    /// What it says.
    pub verdict: PairVerdict,
}

/// How an indicator or a group goes with what it is part of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The indicator, or the group.
    pub child: Child,
    /// The group above it.
    pub parent: GroupIdx,
    /// Pearson's correlation with the group above.
    pub with_parent: Figure,
    /// And with the index.
    pub with_index: Figure,
}

/// What the alpha of a group says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsistencyVerdict {
    /// Its children speak of one thing.
    Consistent,
    /// They may speak of several.
    Questionable,
    /// There is no alpha.
    NotComputable(NotComputable),
}

/// Whether the children of a group speak of one thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Consistency {
    /// The group.
    pub group: GroupIdx,
    /// How many children it has that weigh.
    pub children: usize,
    /// Cronbach's, of their points, each counting alike.
    pub alpha: Figure,
    /// What it says.
    pub verdict: ConsistencyVerdict,
}

/// What the influence of an indicator says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InfluenceVerdict {
    /// It is the same for every unit, or the index does not follow it.
    DoesNothing,
    /// The index follows it far more than its weight says.
    Dominates,
    /// Where it is better the index is worse.
    CountsBackwards,
    /// None of these.
    Fine,
    /// It has the weight 0, so that the index is made without it.
    Weightless,
    /// There is no correlation with the index.
    NotComputable(NotComputable),
}

/// What an indicator is meant to count in the index, and what it does count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Influence {
    /// The indicator.
    pub indicator: IndicatorIdx,
    /// Its share of the weight.
    pub weight: Share,
    /// Pearson's correlation with the index.
    pub correlation: Figure,
    /// Its share of the influence: the squared correlation, over the sum of all; what the index
    /// would vary less if the indicator were held still and all relations were straight lines.
    /// Source: Paruolo, Saisana and Saltelli, *Ratings and rankings: voodoo or science?* (2013),
    /// recalled. `None` without a correlation.
    pub influence: Option<Share>,
    /// What that says.
    pub verdict: InfluenceVerdict,
}

/// Everything that is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Coherence {
    /// The units that have an index.
    pub units: usize,
    /// Every two indicators, in the order of the framework.
    pub pairs: Vec<Pair>,
    /// Every indicator and every group but the root, by the groups they are in.
    pub links: Vec<Link>,
    /// Every group with two children that weigh, or more.
    pub consistencies: Vec<Consistency>,
    /// Every indicator.
    pub influences: Vec<Influence>,
}

/// Checks a framework on an evaluation of it.
///
/// Each figure leaves out the units that lack one of its values, and says how many are left.
///
/// # Complexity
///
/// Grows with the units and with the square of the indicators.
pub fn check(framework: &Framework, evaluation: &Evaluation) -> Coherence {
    let columns = Columns::of(evaluation);
    Coherence {
        units: columns.index().iter().flatten().count(),
        pairs: pairs(framework, &columns),
        links: links(framework, &columns),
        consistencies: consistencies(framework, &columns),
        influences: influences(framework, &columns),
    }
}

/// The points of everything, unit by unit.
struct Columns {
    indicators: Vec<Column>,
    groups: Vec<Column>,
}

impl Columns {
    fn of(evaluation: &Evaluation) -> Self {
        let value = |score: Option<Score>| score.map(Score::value);
        let indicators = evaluation.indicators.iter();
        let groups = evaluation.groups.iter();
        Self {
            indicators: indicators.map(|c| c.iter().map(|n| value(n.value)).collect()).collect(),
            groups: groups.map(|c| c.iter().map(|s| value(s.value.ok())).collect()).collect(),
        }
    }

    fn child(&self, child: Child) -> &Column {
        match child {
            Child::Indicator(i) => &self.indicators[i.0],
            Child::Group(group) => &self.groups[group.0],
        }
    }

    fn index(&self) -> &Column {
        &self.groups[Framework::ROOT.0]
    }
}

fn pairs(framework: &Framework, columns: &Columns) -> Vec<Pair> {
    let count = framework.indicators().len();
    let places = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    places
        .map(|(a, b)| {
            let correlation = correlation(&columns.indicators[a], &columns.indicators[b]);
            let (a, b) = (IndicatorIdx(a), IndicatorIdx(b));
            let relation = relation(framework, a, b);
            let verdict = match (correlation.value, relation) {
                (Err(why), _) => PairVerdict::NotComputable(why),
                (Ok(r), _) if r >= REDUNDANT_FROM => PairVerdict::Redundant,
                (Ok(r), Relation::SameGroup(_)) if r <= OPPOSED_FROM => PairVerdict::Opposed,
                _ => PairVerdict::Fine,
            };
            Pair { a, b, relation, correlation, verdict }
        })
        .collect()
}

fn relation(framework: &Framework, a: IndicatorIdx, b: IndicatorIdx) -> Relation {
    let (a, b) = (framework.parent_of_indicator(a), framework.parent_of_indicator(b));
    match (framework.pillar_of(a), framework.pillar_of(b)) {
        _ if a == b => Relation::SameGroup(a),
        (Some(pillar), Some(other)) if pillar == other => Relation::SamePillar(pillar),
        _ => Relation::AcrossPillars,
    }
}

fn links(framework: &Framework, columns: &Columns) -> Vec<Link> {
    let groups = (0..framework.groups().len()).map(GroupIdx);
    let below =
        groups.flat_map(|parent| framework.children(parent).iter().map(move |c| (parent, c)));
    below
        .map(|(parent, &child)| Link {
            child,
            parent,
            with_parent: correlation(columns.child(child), &columns.groups[parent.0]),
            with_index: correlation(columns.child(child), columns.index()),
        })
        .collect()
}

fn consistencies(framework: &Framework, columns: &Columns) -> Vec<Consistency> {
    (0..framework.groups().len())
        .map(GroupIdx)
        .filter_map(|group| {
            let children = framework.children(group).iter();
            let weighing = children.filter(|&&child| framework.weight(child).value() > 0.0);
            let own: Vec<&Column> = weighing.map(|&child| columns.child(child)).collect();
            (own.len() >= 2).then(|| {
                let alpha = alpha(&own);
                let verdict = match alpha.value {
                    Err(why) => ConsistencyVerdict::NotComputable(why),
                    Ok(alpha) if alpha >= CONSISTENT_FROM => ConsistencyVerdict::Consistent,
                    Ok(_) => ConsistencyVerdict::Questionable,
                };
                Consistency { group, children: own.len(), alpha, verdict }
            })
        })
        .collect()
}

fn influences(framework: &Framework, columns: &Columns) -> Vec<Influence> {
    let weight = |i: usize| framework.weight_in_index(IndicatorIdx(i));
    let correlations: Vec<Figure> =
        columns.indicators.iter().map(|own| correlation(own, columns.index())).collect();
    // What does not move has no correlation and no influence either.
    let idle = |i: usize| {
        correlations[i].value == Err(NotComputable::Constant)
            && !is_constant_where(columns.index(), &columns.indicators[i])
    };
    let square = |i: usize| match correlations[i].value {
        _ if weight(i).value() == 0.0 || idle(i) => Some(0.0),
        r => r.ok().map(|r| r * r),
    };
    let all: f64 = (0..correlations.len()).filter_map(square).sum();
    (0..correlations.len())
        .map(|i| {
            let share = square(i).filter(|_| all > 0.0).and_then(|own| Share::new(own / all));
            let weight = weight(i);
            let dominates = share.is_some_and(|share| {
                share.value() > DOMINATES_TIMES * weight.value() && share.value() > DOMINATES_ABOVE
            });
            let verdict = match correlations[i].value {
                _ if weight.value() == 0.0 => InfluenceVerdict::Weightless,
                _ if idle(i) => InfluenceVerdict::DoesNothing,
                Err(why) => InfluenceVerdict::NotComputable(why),
                Ok(r) if r <= -NOTHING_BELOW => InfluenceVerdict::CountsBackwards,
                Ok(r) if r < NOTHING_BELOW => InfluenceVerdict::DoesNothing,
                Ok(_) if dominates => InfluenceVerdict::Dominates,
                Ok(_) => InfluenceVerdict::Fine,
            };
            Influence {
                indicator: IndicatorIdx(i),
                weight,
                correlation: correlations[i],
                influence: share,
                verdict,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests;
