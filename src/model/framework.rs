//! The framework of a composite indicator: a tree of groups, with indicators as its leaves.
//!
//! ```text
//!                 index                     one root
//!               /       \
//!          fixed         power              groups, any depth
//!          /   \             \
//!   connected  gigabit     backup           indicators
//! ```
//!
//! A [`Framework`] is a tree by construction: one root, every parent there, no cycle, every group
//! with something of positive weight below it. Source of the vocabulary: OECD/JRC, *Handbook on
//! Constructing Composite Indicators* (2008).

mod asked;
mod tree;

pub use crate::model::framework::asked::Asked;
pub use crate::model::framework::tree::{At, TreeFault};
use crate::model::framework::tree::{Place, group_parents, no_parent, order, unique_ids};
use crate::model::indicator::{IndicatorTable, Reading};
use crate::units::{Share, Weight};
use crate::words::{Language, codes};

codes! {
    /// How the children of a group are brought together.
    pub enum Mean: "mean" {
        /// A good child makes up for a poor one.
        Arithmetic = "arithmetic",
        /// A good child makes up for a poor one only in part; a child at 0 makes the mean 0.
        Geometric = "geometric",
        /// Less still.
        Harmonic = "harmonic",
        /// Not at all: the worst child counts.
        Minimum = "minimum",
    }
}

/// Which way an indicator is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// On which scale an indicator is normalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As it is.
    Linear,
    /// By its logarithm: a doubling counts alike everywhere.
    Log,
}

/// What an unknown value of an indicator means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Anything between its bounds; without bounds anything between the goalposts.
    Interval,
    /// Nothing: the indicator is left out for the unit and its siblings weigh more.
    Ignore,
    /// The mean of the units of which it is known.
    Mean,
    /// The table cannot be used.
    Fail,
}

/// Between which values an indicator goes from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Goalposts {
    /// The same every year.
    Fixed {
        /// The lower one.
        low: f64,
        /// The higher one.
        high: f64,
        /// How far the lower one is moved to try the choice.
        low_range: (f64, f64),
        /// How far the higher one is moved to try the choice.
        high_range: (f64, f64),
    },
    /// The lowest and the highest value of the table at hand: not comparable over time.
    Observed,
}

/// The place of a group in [`Framework::groups`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupIdx(pub usize);

/// The place of an indicator in [`Framework::indicators`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorIdx(pub usize);

/// Something a group is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Child {
    /// A group further down.
    Group(GroupIdx),
    /// An indicator.
    Indicator(IndicatorIdx),
}

/// What people call a group or an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// In Swedish, where one is given.
    pub sv: Option<String>,
    /// In English, where one is given.
    pub en: Option<String>,
}

impl Names {
    /// In Swedish or, for whoever reads another language, in English; in the other where only that is
    /// given.
    pub fn in_language(&self, language: Language) -> Option<&str> {
        let (first, second) = match language {
            Language::Sv => (&self.sv, &self.en),
            _ => (&self.en, &self.sv),
        };
        first.as_deref().or(second.as_deref())
    }
}

/// A group, as a framework file states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Unique among groups and indicators.
    pub id: String,
    /// For people.
    pub names: Names,
    /// The id of the group above; none of the root.
    pub parent: Option<String>,
    /// Among its siblings.
    pub weight: Weight,
    /// How its children are brought together.
    pub aggregate: Mean,
    /// Other means that are drawn to try the choice.
    pub aggregate_also: Vec<Mean>,
    /// Added to each child and taken from the mean, in points: a geometric or harmonic mean with
    /// an offset is not 0 because one child is.
    pub offset: f64,
}

/// An indicator, as a framework file states it.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Unique among groups and indicators; the name of its column.
    pub id: String,
    /// For people.
    pub names: Names,
    /// The id of the group above.
    pub parent: String,
    /// Among its siblings.
    pub weight: Weight,
    /// Which way is good.
    pub better: Better,
    /// From where to where.
    pub goalposts: Goalposts,
    /// On which scale.
    pub scale: Scale,
    /// What unknown means.
    pub missing: Missing,
    /// Where the indicator and its goalposts come from.
    pub source: Option<String>,
    /// Why it counts.
    pub why: Option<String>,
}

/// How far the choices behind a score are moved to try them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Uncertainty {
    /// The standard deviation of a drawn weight w is this times √(w(1−w)): 0 leaves the weights
    /// alone, towards 1 a draw gives nearly all the weight to one child.
    pub weight_spread: Share,
}

/// A tree of groups and indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct Framework {
    /// For titles.
    pub name: String,
    /// Which edition of it.
    pub version: String,
    /// The column of the units' ids.
    pub unit_id: String,
    /// The column of the units' names, where there is one.
    pub unit_name: Option<String>,
    /// With less known, there is no score.
    pub known_share_at_least: Share,
    /// How far the choices are moved.
    pub uncertainty: Uncertainty,
    groups: Vec<Group>,
    indicators: Vec<Indicator>,
    parents: Vec<Option<GroupIdx>>,
    children: Vec<Vec<Child>>,
    indicator_parents: Vec<GroupIdx>,
}

/// Everything of a framework but its tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// For titles.
    pub name: String,
    /// Which edition of it.
    pub version: String,
    /// The column of the units' ids.
    pub unit_id: String,
    /// The column of the units' names, where there is one.
    pub unit_name: Option<String>,
    /// With less known, there is no score.
    pub known_share_at_least: Share,
    /// How far the choices are moved.
    pub uncertainty: Uncertainty,
}

impl Framework {
    /// Builds the tree, or says everything that is wrong with it.
    ///
    /// Groups are put in an order in which every parent is before its children, otherwise as
    /// given; indicators keep their order.
    pub fn new(
        heading: Heading,
        groups: Vec<Group>,
        indicators: Vec<Indicator>,
    ) -> Result<Self, Vec<TreeFault>> {
        let mut faults = Vec::new();
        let places = unique_ids(&groups, &indicators, &mut faults);
        let parents = group_parents(&groups, &places, &mut faults);
        let order = order(&groups, &parents, &mut faults);
        let mut indicator_parents = Vec::new();
        for (i, indicator) in indicators.iter().enumerate() {
            match places.get(indicator.parent.as_str()) {
                Some(&Place::Group(group)) => indicator_parents.push(group),
                found => faults.push(no_parent(
                    At::Indicator(i),
                    &indicator.id,
                    &indicator.parent,
                    found.is_some(),
                )),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        // From the given order to the one in which parents come first.
        let mut new_place = vec![0; groups.len()];
        for (new, &old) in order.iter().enumerate() {
            new_place[old] = new;
        }
        let mut children = vec![Vec::new(); groups.len()];
        let mut new_parents = vec![None; groups.len()];
        for (new, &old) in order.iter().enumerate() {
            if let Some(parent) = parents[old] {
                new_parents[new] = Some(GroupIdx(new_place[parent]));
                children[new_place[parent]].push(Child::Group(GroupIdx(new)));
            }
        }
        let indicator_parents: Vec<GroupIdx> =
            indicator_parents.into_iter().map(|old| GroupIdx(new_place[old])).collect();
        for (i, parent) in indicator_parents.iter().enumerate() {
            children[parent.0].push(Child::Indicator(IndicatorIdx(i)));
        }
        let mut slots: Vec<Option<Group>> = groups.into_iter().map(Some).collect();
        let groups =
            order.iter().map(|&old| slots[old].take().expect("an order names each once")).collect();
        let Heading { name, version, unit_id, unit_name, known_share_at_least, uncertainty } =
            heading;
        let framework = Self {
            name,
            version,
            unit_id,
            unit_name,
            known_share_at_least,
            uncertainty,
            groups,
            indicators,
            parents: new_parents,
            children,
            indicator_parents,
        };
        let faults = framework.weightless(&order);
        if faults.is_empty() { Ok(framework) } else { Err(faults) }
    }

    /// Groups without anything below them that weighs.
    fn weightless(&self, order: &[usize]) -> Vec<TreeFault> {
        let mut faults = Vec::new();
        for (i, group) in self.groups.iter().enumerate() {
            let at = At::Group(order[i]);
            let children = &self.children[i];
            if children.is_empty() {
                faults.push(TreeFault {
                    at,
                    key: "id",
                    message: format!("nothing is below the group \"{}\"", group.id),
                    hint: "give an indicator or a group this parent, or take the group away"
                        .to_owned(),
                });
            } else if children.iter().all(|&child| self.weight(child).value() == 0.0) {
                faults.push(TreeFault {
                    at,
                    key: "id",
                    message: format!("everything below \"{}\" has the weight 0", group.id),
                    hint: "give at least one of its children a positive weight".to_owned(),
                });
            }
        }
        faults
    }

    /// The root: the index itself.
    pub const ROOT: GroupIdx = GroupIdx(0);

    /// Every group, parents before their children; the root is the first.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Every indicator, in the order of the file.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// A group.
    pub fn group(&self, group: GroupIdx) -> &Group {
        &self.groups[group.0]
    }

    /// An indicator.
    pub fn indicator(&self, indicator: IndicatorIdx) -> &Indicator {
        &self.indicators[indicator.0]
    }

    /// What a group is made of: groups first, then indicators, each in their order.
    pub fn children(&self, group: GroupIdx) -> &[Child] {
        &self.children[group.0]
    }

    /// Every indicator below a child, in their order; of an indicator, itself.
    pub fn indicators_below(&self, child: Child) -> Vec<IndicatorIdx> {
        match child {
            Child::Indicator(indicator) => vec![indicator],
            Child::Group(group) => {
                let children = self.children(group).iter();
                children.flat_map(|&child| self.indicators_below(child)).collect()
            }
        }
    }

    /// The group above a group; none above the root.
    pub fn parent(&self, group: GroupIdx) -> Option<GroupIdx> {
        self.parents[group.0]
    }

    /// The group above an indicator.
    pub fn parent_of_indicator(&self, indicator: IndicatorIdx) -> GroupIdx {
        self.indicator_parents[indicator.0]
    }

    /// The weight of a child among its siblings.
    pub fn weight(&self, child: Child) -> Weight {
        match child {
            Child::Group(group) => self.group(group).weight,
            Child::Indicator(indicator) => self.indicator(indicator).weight,
        }
    }

    /// The groups right below the root: the pillars. None where indicators hang on the root alone.
    pub fn pillars(&self) -> impl Iterator<Item = GroupIdx> {
        self.children(Self::ROOT).iter().filter_map(|child| match child {
            Child::Group(group) => Some(*group),
            Child::Indicator(_) => None,
        })
    }

    /// The pillar a group is in; none of the root.
    pub fn pillar_of(&self, group: GroupIdx) -> Option<GroupIdx> {
        match self.parent(group)? {
            Self::ROOT => Some(group),
            above => self.pillar_of(above),
        }
    }

    /// The share of an indicator in the weight of the index: the product of its share of the
    /// weight at every level.
    pub fn weight_in_index(&self, indicator: IndicatorIdx) -> Share {
        let mut share = self.share_among_siblings(Child::Indicator(indicator));
        let mut above = self.parent_of_indicator(indicator);
        while self.parent(above).is_some() {
            share *= self.share_among_siblings(Child::Group(above));
            above = self.parent(above).expect("asked just now");
        }
        Share::new(share.min(1.0)).expect("a product of shares")
    }

    fn share_among_siblings(&self, child: Child) -> f64 {
        let parent = match child {
            Child::Group(group) => self.parent(group).expect("the root has no siblings"),
            Child::Indicator(indicator) => self.parent_of_indicator(indicator),
        };
        let all: f64 = self.children(parent).iter().map(|&c| self.weight(c).value()).sum();
        self.weight(child).value() / all
    }

    /// The same with the observed goalposts of a table in the place of those that are observed;
    /// of an indicator without two different values, as it is.
    pub fn settled(&self, table: &IndicatorTable) -> Self {
        let mut settled = self.clone();
        for (indicator, readings) in settled.indicators.iter_mut().zip(table.readings()) {
            let values = || readings.iter().filter_map(Reading::value);
            let low = values().fold(f64::INFINITY, f64::min);
            let high = values().fold(f64::NEG_INFINITY, f64::max);
            if indicator.goalposts == Goalposts::Observed && low < high {
                indicator.goalposts = Goalposts::fixed(low, high);
            }
        }
        settled
    }

    /// What people call a group or an indicator, in Swedish or in English; its id without a name.
    pub fn display_name(&self, child: Child, language: Language) -> String {
        let (names, id) = match child {
            Child::Group(group) => (&self.group(group).names, &self.group(group).id),
            Child::Indicator(i) => (&self.indicator(i).names, &self.indicator(i).id),
        };
        names.in_language(language).unwrap_or(id).to_owned()
    }

    /// The place of an indicator.
    pub fn find_indicator(&self, id: &str) -> Option<IndicatorIdx> {
        self.indicators.iter().position(|indicator| indicator.id == id).map(IndicatorIdx)
    }

    /// The place of a group.
    pub fn find_group(&self, id: &str) -> Option<GroupIdx> {
        self.groups.iter().position(|group| group.id == id).map(GroupIdx)
    }
}

impl Goalposts {
    /// Fixed ones that are not moved.
    pub fn fixed(low: f64, high: f64) -> Self {
        Self::Fixed { low, high, low_range: (low, low), high_range: (high, high) }
    }

    /// Whether the choice of them is tried.
    pub fn is_moved(&self) -> bool {
        match self {
            Self::Fixed { low_range, high_range, .. } => {
                low_range.0 < low_range.1 || high_range.0 < high_range.1
            }
            Self::Observed => false,
        }
    }
}

/// The most points a group's offset may have: as much as the whole scale.
pub const OFFSET_AT_MOST: f64 = 100.0;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
