//! The part of a framework that somebody asks for: what no declared source can answer is left out.

use crate::model::framework::{
    Child, Framework, Group, GroupIdx, Heading, Indicator, IndicatorIdx,
};

/// A framework, and the part of it that the declared sources can answer.
///
/// Not asked and unknown are two things. What is asked and not answered widens an interval; what is
/// not asked takes no part at all, of any unit alike. It is decided once, before any value is looked
/// at: otherwise an answer could change the question, and a unit lose its place by being known
/// better.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    whole: Framework,
    part: Option<Framework>,
    groups: Vec<Option<GroupIdx>>,
    indicators: Vec<Option<IndicatorIdx>>,
}

impl Asked {
    /// Keeps the indicators that are asked, and the groups that have something left that weighs.
    pub fn new(whole: Framework, is_asked: impl Fn(&Indicator) -> bool) -> Self {
        let asked: Vec<bool> = whole.indicators().iter().map(is_asked).collect();
        // Parents stand before their children, so backwards every child is there.
        let mut kept = vec![false; whole.groups().len()];
        for group in (0..kept.len()).rev() {
            kept[group] = whole.children(GroupIdx(group)).iter().any(|&child| {
                let there = match child {
                    Child::Group(below) => kept[below.0],
                    Child::Indicator(i) => asked[i.0],
                };
                there && whole.weight(child).value() > 0.0
            });
        }
        // What hangs on a group that is gone is gone as well.
        for group in 1..kept.len() {
            let above = whole.parent(GroupIdx(group)).expect("only the root has no parent");
            kept[group] = kept[group] && kept[above.0];
        }
        let stays = |i: &usize| asked[*i] && kept[whole.parent_of_indicator(IndicatorIdx(*i)).0];
        let groups: Vec<Group> = (0..kept.len())
            .filter(|&group| kept[group])
            .map(|group| whole.groups()[group].clone())
            .collect();
        let indicators: Vec<Indicator> =
            (0..asked.len()).filter(stays).map(|i| whole.indicators()[i].clone()).collect();
        let part = kept[Framework::ROOT.0].then(|| {
            Framework::new(heading(&whole), groups, indicators)
                .expect("a tree without some leaves, and without what has no leaf left, is a tree")
        });
        let find_group = |id: &str| part.as_ref().and_then(|part| part.find_group(id));
        let find_indicator = |id: &str| part.as_ref().and_then(|part| part.find_indicator(id));
        Self {
            groups: whole.groups().iter().map(|group| find_group(&group.id)).collect(),
            indicators: whole.indicators().iter().map(|own| find_indicator(&own.id)).collect(),
            whole,
            part,
        }
    }

    /// All of a framework.
    pub fn everything(whole: Framework) -> Self {
        Self::new(whole, |_| true)
    }

    /// The framework as it was given.
    pub fn whole(&self) -> &Framework {
        &self.whole
    }

    /// What is scored; `None` where nothing at all is asked.
    pub fn part(&self) -> Option<&Framework> {
        self.part.as_ref()
    }

    /// The place in the part of a group of the whole; `None` where it is not asked.
    pub fn group(&self, group: GroupIdx) -> Option<GroupIdx> {
        self.groups[group.0]
    }

    /// The place in the part of an indicator of the whole; `None` where it is not asked.
    pub fn indicator(&self, indicator: IndicatorIdx) -> Option<IndicatorIdx> {
        self.indicators[indicator.0]
    }

    /// Whether a child of a group of the whole is asked.
    pub fn is_asked(&self, child: Child) -> bool {
        match child {
            Child::Group(group) => self.group(group).is_some(),
            Child::Indicator(indicator) => self.indicator(indicator).is_some(),
        }
    }

    /// What the score rests on: the children of the root that are asked, in the order of the
    /// whole. As a rule they are pillars.
    pub fn rests_on(&self) -> impl Iterator<Item = Child> {
        let children = self.whole.children(Framework::ROOT).iter().copied();
        children.filter(|&child| self.is_asked(child))
    }

    /// The ids of what the score rests on, separated by blanks.
    pub fn rests_on_ids(&self) -> String {
        let ids: Vec<&str> = self.rests_on().map(|child| self.id(child)).collect();
        ids.join(" ")
    }

    /// Of each child of the root that is asked, its id and those of the indicators that are asked
    /// below it, in the order of the whole.
    pub fn by_pillar(&self) -> Vec<(&str, Vec<&str>)> {
        let below = |child: Child| -> Vec<&str> {
            let own = self.whole.indicators_below(child).into_iter();
            own.filter(|&i| self.indicator(i).is_some())
                .map(|i| self.whole.indicator(i).id.as_str())
                .collect()
        };
        self.rests_on().map(|child| (self.id(child), below(child))).collect()
    }

    fn id(&self, child: Child) -> &str {
        match child {
            Child::Group(group) => &self.whole.group(group).id,
            Child::Indicator(indicator) => &self.whole.indicator(indicator).id,
        }
    }

    /// The same with another framework of the same shape in the place of the part: goalposts that
    /// were observed, settled.
    pub fn with(&self, change: impl Fn(&Framework) -> Framework) -> Self {
        Self { part: self.part.as_ref().map(change), ..self.clone() }
    }
}

fn heading(of: &Framework) -> Heading {
    Heading {
        name: of.name.clone(),
        version: of.version.clone(),
        unit_id: of.unit_id.clone(),
        unit_name: of.unit_name.clone(),
        known_share_at_least: of.known_share_at_least,
        uncertainty: of.uncertainty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::Mean;
    use crate::model::framework::testing::{group, heading, indicator};

    /// index = fixed (a, b; weightless: c) and power (deep: d)
    fn framework() -> Framework {
        let groups = vec![
            group("index", "", 1.0, Mean::Geometric),
            group("fixed", "index", 1.0, Mean::Arithmetic),
            group("power", "index", 3.0, Mean::Arithmetic),
            group("deep", "power", 1.0, Mean::Arithmetic),
        ];
        let indicators = vec![
            indicator("a", "fixed", 1.0),
            indicator("b", "fixed", 1.0),
            indicator("c", "fixed", 0.0),
            indicator("d", "deep", 1.0),
        ];
        Framework::new(heading(), groups, indicators).expect("a tree")
    }

    fn of(ids: &[&str]) -> Asked {
        Asked::new(framework(), |indicator| ids.contains(&indicator.id.as_str()))
    }

    #[test]
    fn what_is_not_asked_goes_and_what_hangs_on_it() {
        let asked = of(&["b", "c"]);
        let part = asked.part().expect("something is asked");
        assert_eq!(part.groups().len(), 2);
        assert_eq!(asked.rests_on_ids(), "fixed");
        assert_eq!(asked.by_pillar(), [("fixed", vec!["b", "c"])]);
        assert_eq!(asked.indicator(IndicatorIdx(1)), Some(IndicatorIdx(0)));
        assert_eq!(asked.indicator(IndicatorIdx(0)), None);
        assert_eq!(asked.group(GroupIdx(2)), None);
        assert_eq!(part.weight_in_index(IndicatorIdx(0)).value(), 1.0);
        assert_eq!(of(&["a", "d"]).rests_on_ids(), "fixed power");
    }

    #[test]
    fn a_group_whose_rest_weighs_nothing_goes_too() {
        assert_eq!(of(&["c", "d"]).by_pillar(), [("power", vec!["d"])]);
        let nothing = of(&["c"]);
        assert_eq!((nothing.part(), nothing.rests_on_ids()), (None, String::new()));
        assert_eq!(of(&[]).part(), None);
    }

    #[test]
    fn everything_is_the_framework_itself() {
        let all = Asked::everything(framework());
        assert_eq!(all.part(), Some(all.whole()));
    }
}
