//! Which sites came, went and changed between two results.

use std::collections::BTreeMap;

use crate::model::knowledge::Knowledge;

/// What a result says of one site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteConditions {
    /// The code of the municipality it counts in; of none where it is blank.
    pub municipality: String,
    /// In the order of the result's conditions.
    pub holds: Vec<Knowledge>,
}

/// The sites of a result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SitesOfResult {
    /// The ids of the conditions.
    pub conditions: Vec<String>,
    /// By id.
    pub sites: BTreeMap<String, SiteConditions>,
}

/// What became of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is in the second result only.
    New,
    /// It is in the first result only.
    Gone,
    /// It counts in another municipality.
    Moved,
    /// A condition holds otherwise.
    Condition {
        /// Its id.
        id: String,
        /// In the first result.
        before: Knowledge,
        /// In the second.
        after: Knowledge,
    },
}

/// One change of one site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteChange {
    /// Its id.
    pub site: String,
    /// In which municipality it counted, if it was there.
    pub municipality_a: Option<String>,
    /// In which it counts, if it is there.
    pub municipality_b: Option<String>,
    /// What changed.
    pub change: Change,
}

/// Every change, by site, then in the order of the conditions. A condition that only one of the
/// results has did not change.
pub fn changes(a: &SitesOfResult, b: &SitesOfResult) -> Vec<SiteChange> {
    let mut ids: Vec<&String> = a.sites.keys().chain(b.sites.keys()).collect();
    ids.sort_unstable();
    ids.dedup();
    let common: Vec<(usize, usize)> = b
        .conditions
        .iter()
        .enumerate()
        .filter_map(|(in_b, id)| Some((a.conditions.iter().position(|own| own == id)?, in_b)))
        .collect();
    let mut changes = Vec::new();
    for id in ids {
        let (was, is) = (a.sites.get(id), b.sites.get(id));
        let mut add = |change| {
            changes.push(SiteChange {
                site: id.clone(),
                municipality_a: was.map(|site| site.municipality.clone()),
                municipality_b: is.map(|site| site.municipality.clone()),
                change,
            });
        };
        match (was, is) {
            (None, _) => add(Change::New),
            (_, None) => add(Change::Gone),
            (Some(was), Some(is)) => {
                if was.municipality != is.municipality {
                    add(Change::Moved);
                }
                for &(in_a, in_b) in &common {
                    let (before, after) = (was.holds[in_a], is.holds[in_b]);
                    if before != after {
                        add(Change::Condition { id: b.conditions[in_b].clone(), before, after });
                    }
                }
            }
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use Knowledge::{No, Unknown, Yes};

    fn sites(conditions: &[&str], sites: &[(&str, &str, &[Knowledge])]) -> SitesOfResult {
        let site = |&(id, municipality, holds): &(&str, &str, &[Knowledge])| {
            let municipality = municipality.to_owned();
            (id.to_owned(), SiteConditions { municipality, holds: holds.to_vec() })
        };
        SitesOfResult {
            conditions: conditions.iter().map(|&id| id.to_owned()).collect(),
            sites: sites.iter().map(site).collect(),
        }
    }

    #[test]
    fn new_gone_moved_and_changed() {
        let a = sites(
            &["p", "q"],
            &[("gone", "1", &[Yes, No]), ("same", "1", &[Yes, No]), ("x", "1", &[Yes, No])],
        );
        // q comes first here, and r is new.
        let b = sites(
            &["q", "r", "p"],
            &[
                ("new", "", &[Yes; 3]),
                ("same", "1", &[No, Yes, Yes]),
                ("x", "2", &[Yes, No, Unknown]),
            ],
        );
        let condition =
            |id: &str, before, after| Change::Condition { id: id.to_owned(), before, after };
        let found: Vec<(String, Change)> =
            changes(&a, &b).into_iter().map(|change| (change.site, change.change)).collect();
        let expected = [
            ("gone", Change::Gone),
            ("new", Change::New),
            ("x", Change::Moved),
            ("x", condition("q", No, Yes)),
            ("x", condition("p", Yes, Unknown)),
        ];
        assert_eq!(found, expected.map(|(site, change)| (site.to_owned(), change)));
        assert_eq!(changes(&a, &a), []);
    }
}
