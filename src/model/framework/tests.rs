use super::testing::{group, heading, indicator};
use super::*;
use Mean::Arithmetic;

fn faults(groups: &[(&str, &str)], indicators: &[(&str, &str, f64)]) -> Vec<String> {
    let groups = groups.iter().map(|(id, parent)| group(id, parent, 1.0, Arithmetic)).collect();
    let indicators = indicators.iter().map(|(id, parent, w)| indicator(id, parent, *w)).collect();
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
        ["every group has a parent, so that none is the index", "the group \"a\" is below itself"]
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
