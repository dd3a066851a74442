//! What a report says of the coherence of a framework: counts, and what stands out.

use super::{
    Coherence, Consistency, ConsistencyVerdict, Influence, InfluenceVerdict, Pair, PairVerdict,
};

/// Counts, and what stands out, each in the order of the framework.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The units that have an index.
    pub units: usize,
    /// The pairs of indicators that have a correlation.
    pub pairs: usize,
    /// The pairs that have none.
    pub pairs_not_computable: usize,
    /// Those that say nearly the same.
    pub redundant: Vec<Pair>,
    /// Those of one group that pull against each other.
    pub opposed: Vec<Pair>,
    /// The groups that have an alpha.
    pub groups: usize,
    /// The groups with two children or more that have none.
    pub groups_not_computable: usize,
    /// Those whose children may speak of several things.
    pub questionable: Vec<Consistency>,
    /// The indicators that have a correlation with the index, or are the same for every unit.
    pub indicators: usize,
    /// The indicators with weight that have none.
    pub indicators_not_computable: usize,
    /// Those that do nothing in the index.
    pub do_nothing: Vec<Influence>,
    /// Those that count far more than their weight says.
    pub dominate: Vec<Influence>,
    /// Those that count against their own direction.
    pub count_backwards: Vec<Influence>,
}

impl Summary {
    /// Whether there is nothing to say, and everything was looked at.
    pub fn is_clean(&self) -> bool {
        let stands_out = self.redundant.len()
            + self.opposed.len()
            + self.questionable.len()
            + self.do_nothing.len()
            + self.dominate.len()
            + self.count_backwards.len();
        let not_computable =
            self.pairs_not_computable + self.groups_not_computable + self.indicators_not_computable;
        stands_out + not_computable == 0
    }
}

impl Coherence {
    /// What a report needs of it.
    pub fn summary(&self) -> Summary {
        let pairs = |is: PairVerdict| -> Vec<Pair> {
            self.pairs.iter().filter(|pair| pair.verdict == is).copied().collect()
        };
        let influences = |is: InfluenceVerdict| -> Vec<Influence> {
            self.influences.iter().filter(|influence| influence.verdict == is).copied().collect()
        };
        let no_pair = |pair: &&Pair| matches!(pair.verdict, PairVerdict::NotComputable(_));
        let no_alpha =
            |of: &&Consistency| matches!(of.verdict, ConsistencyVerdict::NotComputable(_));
        let questionable =
            |of: &&Consistency| matches!(of.verdict, ConsistencyVerdict::Questionable);
        let no_influence =
            |of: &&Influence| matches!(of.verdict, InfluenceVerdict::NotComputable(_));
        let weightless = |of: &&Influence| matches!(of.verdict, InfluenceVerdict::Weightless);
        let pairs_not_computable = self.pairs.iter().filter(no_pair).count();
        let groups_not_computable = self.consistencies.iter().filter(no_alpha).count();
        let indicators_not_computable = self.influences.iter().filter(no_influence).count();
        let left_out =
            indicators_not_computable + self.influences.iter().filter(weightless).count();
        Summary {
            units: self.units,
            pairs: self.pairs.len() - pairs_not_computable,
            pairs_not_computable,
            redundant: pairs(PairVerdict::Redundant),
            opposed: pairs(PairVerdict::Opposed),
            groups: self.consistencies.len() - groups_not_computable,
            groups_not_computable,
            questionable: self.consistencies.iter().filter(questionable).copied().collect(),
            indicators: self.influences.len() - left_out,
            indicators_not_computable,
            do_nothing: influences(InfluenceVerdict::DoesNothing),
            dominate: influences(InfluenceVerdict::Dominates),
            count_backwards: influences(InfluenceVerdict::CountsBackwards),
        }
    }
}
