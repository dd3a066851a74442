//! Whether groups and indicators make a tree, and in which order.

use std::collections::HashMap;

use super::{Group, Indicator};

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

#[derive(Clone, Copy)]
pub(super) enum Place {
    Group(usize),
    Indicator,
}

pub(super) fn unique_ids<'a>(
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

pub(super) fn no_parent(at: At, id: &str, parent: &str, is_indicator: bool) -> TreeFault {
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
pub(super) fn group_parents(
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
pub(super) fn order(
    groups: &[Group],
    parents: &[Option<usize>],
    faults: &mut Vec<TreeFault>,
) -> Vec<usize> {
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
