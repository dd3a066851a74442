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

use std::collections::HashMap;

use crate::units::{Share, Weight};

/// How the children of a group are brought together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mean {
    /// A good child makes up for a poor one.
    Arithmetic,
    /// A good child makes up for a poor one only in part; a child at 0 makes the mean 0.
    Geometric,
    /// Less still.
    Harmonic,
    /// Not at all: the worst child counts.
    Minimum,
}

impl Mean {
    /// Every mean, the most forgiving first.
    pub const ALL: [Self; 4] = [Self::Arithmetic, Self::Geometric, Self::Harmonic, Self::Minimum];

    /// As written in framework files and tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Arithmetic => "arithmetic",
            Self::Geometric => "geometric",
            Self::Harmonic => "harmonic",
            Self::Minimum => "minimum",
        }
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
    /// In Swedish or in English; in the other where only that is given.
    pub fn in_language(&self, swedish: bool) -> Option<&str> {
        let (first, second) = if swedish { (&self.sv, &self.en) } else { (&self.en, &self.sv) };
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

/// What a fault in the tree is about: the place in the list as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// The framework as a whole.
    Whole,
    /// A group.
    Group(usize),
    /// An indicator.
    Indicator(usize),
}

/// Why groups and indicators make no tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeFault {
    /// What it is about.
    pub at: At,
    /// The key that is wrong.
    pub key: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
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

#[derive(Clone, Copy)]
enum Place {
    Group(usize),
    Indicator,
}

fn unique_ids<'a>(
    groups: &'a [Group],
    indicators: &'a [Indicator],
    faults: &mut Vec<TreeFault>,
) -> HashMap<&'a str, Place> {
    let mut places = HashMap::new();
    let groups = groups.iter().enumerate().map(|(i, g)| (g.id.as_str(), At::Group(i)));
    let indicators = indicators.iter().enumerate().map(|(i, n)| (n.id.as_str(), At::Indicator(i)));
    for (id, at) in groups.chain(indicators) {
        let place = match at {
            At::Group(i) => Place::Group(i),
            At::Indicator(_) | At::Whole => Place::Indicator,
        };
        if places.contains_key(id) {
            faults.push(TreeFault {
                at,
                key: "id",
                message: format!("the id \"{id}\" stands twice"),
                hint: "groups and indicators need ids of their own".to_owned(),
            });
        } else {
            places.insert(id, place);
        }
    }
    places
}

fn no_parent(at: At, id: &str, parent: &str, is_indicator: bool) -> TreeFault {
    let (message, hint) = if is_indicator {
        (
            format!("the parent of \"{id}\" is the indicator \"{parent}\""),
            "only a group can be a parent".to_owned(),
        )
    } else {
        (
            format!("\"{id}\" has the parent \"{parent}\", and there is no such group"),
            format!("add a [[group]] with id = \"{parent}\", or name another parent"),
        )
    };
    TreeFault { at, key: "parent", message, hint }
}

/// The parent of each group, in the given order.
fn group_parents(
    groups: &[Group],
    places: &HashMap<&str, Place>,
    faults: &mut Vec<TreeFault>,
) -> Vec<Option<usize>> {
    let roots: Vec<usize> = (0..groups.len()).filter(|&i| groups[i].parent.is_none()).collect();
    match roots.as_slice() {
        [_] => {}
        [] if groups.is_empty() => faults.push(TreeFault {
            at: At::Whole,
            key: "group",
            message: "the framework has no groups".to_owned(),
            hint: "add a [[group]] without a parent: the index".to_owned(),
        }),
        [] => faults.push(TreeFault {
            at: At::Whole,
            key: "group",
            message: "every group has a parent, so that none is the index".to_owned(),
            hint: "take `parent` away from the one that is".to_owned(),
        }),
        [first, others @ ..] => {
            for &other in others {
                faults.push(TreeFault {
                    at: At::Group(other),
                    key: "id",
                    message: format!(
                        "two groups have no parent: \"{}\" and \"{}\"",
                        groups[*first].id, groups[other].id
                    ),
                    hint: "one of them is the index; give the other a `parent`".to_owned(),
                });
            }
        }
    }
    let mut parents = Vec::new();
    for (i, group) in groups.iter().enumerate() {
        let found = group.parent.as_deref().map(|parent| (parent, places.get(parent)));
        parents.push(match found {
            None => None,
            Some((_, Some(&Place::Group(parent)))) => Some(parent),
            Some((parent, found)) => {
                faults.push(no_parent(At::Group(i), &group.id, parent, found.is_some()));
                None
            }
        });
    }
    parents
}

/// An order in which parents come before their children; a group that never gets its turn is in a
/// cycle, or below one.
fn order(groups: &[Group], parents: &[Option<usize>], faults: &mut Vec<TreeFault>) -> Vec<usize> {
    let mut order = Vec::new();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); groups.len()];
    let mut stack = Vec::new();
    for (i, parent) in parents.iter().enumerate().rev() {
        match parent {
            Some(parent) => below[*parent].push(i),
            None => stack.push(i),
        }
    }
    let mut seen = vec![false; groups.len()];
    while let Some(i) = stack.pop() {
        seen[i] = true;
        order.push(i);
        stack.extend(&below[i]);
    }
    for (i, group) in groups.iter().enumerate() {
        if !seen[i] && is_in_cycle(i, parents) {
            faults.push(TreeFault {
                at: At::Group(i),
                key: "parent",
                message: format!("the group \"{}\" is below itself", group.id),
                hint: format!("its parents are {}", cycle(i, groups, parents)),
            });
        }
    }
    order
}

fn is_in_cycle(start: usize, parents: &[Option<usize>]) -> bool {
    let mut at = parents[start];
    for _ in 0..parents.len() {
        match at {
            Some(i) if i == start => return true,
            Some(i) => at = parents[i],
            None => return false,
        }
    }
    false
}

fn cycle(start: usize, groups: &[Group], parents: &[Option<usize>]) -> String {
    let mut names = vec![groups[start].id.as_str()];
    let mut at = parents[start];
    while let Some(i) = at {
        names.push(&groups[i].id);
        at = parents[i].filter(|_| i != start);
    }
    names.join(" → ")
}

#[cfg(test)]
pub(crate) mod testing {
    //! Small frameworks for tests.

    use super::*;

    /// A heading with nothing in it that moves.
    pub fn heading() -> Heading {
        Heading {
            name: "Test".to_owned(),
            version: "1".to_owned(),
            unit_id: "id".to_owned(),
            unit_name: None,
            known_share_at_least: Share::new(0.5).unwrap(),
            uncertainty: Uncertainty { weight_spread: Share::new(0.25).unwrap() },
        }
    }

    /// The pillars of the built-in framework, with an indicator each.
    pub fn four_pillars() -> Framework {
        let mut groups = vec![group("index", "", 1.0, Mean::Geometric)];
        let mut indicators = Vec::new();
        for pillar in ["fixed", "mobile", "resilience", "power"] {
            groups.push(group(pillar, "index", 1.0, Mean::Arithmetic));
            indicators.push(indicator(&format!("of_{pillar}_share"), pillar, 1.0));
        }
        Framework::new(heading(), groups, indicators).unwrap()
    }

    /// A group; an empty parent for the root.
    pub fn group(id: &str, parent: &str, weight: f64, aggregate: Mean) -> Group {
        Group {
            id: id.to_owned(),
            names: Names::default(),
            parent: (!parent.is_empty()).then(|| parent.to_owned()),
            weight: Weight::new(weight).unwrap(),
            aggregate,
            aggregate_also: Vec::new(),
            offset: 0.0,
        }
    }

    /// An indicator from 0 to 1.
    pub fn indicator(id: &str, parent: &str, weight: f64) -> Indicator {
        Indicator {
            id: id.to_owned(),
            names: Names::default(),
            parent: parent.to_owned(),
            weight: Weight::new(weight).unwrap(),
            better: Better::Higher,
            goalposts: Goalposts::fixed(0.0, 1.0),
            scale: Scale::Linear,
            missing: Missing::Interval,
            source: None,
            why: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{group, heading, indicator};
    use super::*;
    use Mean::Arithmetic;

    fn faults(groups: &[(&str, &str)], indicators: &[(&str, &str, f64)]) -> Vec<String> {
        let groups = groups.iter().map(|(id, parent)| group(id, parent, 1.0, Arithmetic)).collect();
        let indicators =
            indicators.iter().map(|(id, parent, w)| indicator(id, parent, *w)).collect();
        match Framework::new(heading(), groups, indicators) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.into_iter().map(|fault| fault.message).collect(),
        }
    }

    #[test]
    fn parents_come_before_children_wherever_they_stand() {
        let groups = vec![
            group("leaf", "middle", 1.0, Arithmetic),
            group("middle", "top", 3.0, Arithmetic),
            group("other", "top", 1.0, Arithmetic),
            group("top", "", 1.0, Arithmetic),
        ];
        let indicators = vec![indicator("a", "leaf", 1.0), indicator("b", "other", 2.0)];
        let framework = Framework::new(heading(), groups, indicators).expect("a tree");
        let ids: Vec<_> = framework.groups().iter().map(|g| g.id.as_str()).collect();
        assert_eq!(ids, ["top", "middle", "leaf", "other"]);
        assert_eq!(framework.pillars().collect::<Vec<_>>(), [GroupIdx(1), GroupIdx(3)]);
        assert_eq!(framework.pillar_of(GroupIdx(2)), Some(GroupIdx(1)));
        assert_eq!(framework.weight_in_index(IndicatorIdx(0)).value(), 0.75);
        assert_eq!(framework.weight_in_index(IndicatorIdx(1)).value(), 0.25);
    }

    #[test]
    fn what_is_no_tree_is_refused_with_every_reason() {
        assert_eq!(faults(&[("a", "")], &[("x", "a", 1.0)]), Vec::<String>::new());
        assert_eq!(
            faults(&[("a", ""), ("b", "")], &[("x", "a", 1.0), ("y", "b", 1.0)]),
            ["two groups have no parent: \"a\" and \"b\""]
        );
        assert_eq!(
            faults(&[("r", ""), ("a", "b"), ("b", "a"), ("c", "b")], &[("x", "r", 1.0)]),
            ["the group \"a\" is below itself", "the group \"b\" is below itself"]
        );
        assert_eq!(
            faults(&[("a", "a")], &[("x", "a", 1.0)]),
            [
                "every group has a parent, so that none is the index",
                "the group \"a\" is below itself"
            ]
        );
        assert_eq!(
            faults(&[("a", "")], &[("x", "a", 1.0), ("y", "nowhere", 1.0), ("z", "x", 1.0)]),
            [
                "\"y\" has the parent \"nowhere\", and there is no such group",
                "the parent of \"z\" is the indicator \"x\""
            ]
        );
        assert_eq!(
            faults(&[("a", ""), ("b", "a")], &[("x", "a", 1.0)]),
            ["nothing is below the group \"b\""]
        );
        assert_eq!(
            faults(&[("a", "")], &[("x", "a", 0.0)]),
            ["everything below \"a\" has the weight 0"]
        );
        assert_eq!(
            faults(&[("a", "")], &[("x", "a", 1.0), ("x", "a", 1.0), ("a", "a", 1.0)]),
            ["the id \"x\" stands twice", "the id \"a\" stands twice"]
        );
        assert_eq!(faults(&[], &[]), ["the framework has no groups"]);
    }
}
