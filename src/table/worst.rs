//! `worst` and `worst_pairs`: the elements whose loss takes most, alone or together.

use crate::model::infrastructure::Infrastructure;
use crate::network::element::{Element, ElementKind};
use crate::readiness::element::ElementConsequence;
use crate::readiness::pairs::Pair;
use crate::table::{Holds, table};

table! {
    /// One element, with its place among the worst.
    pub struct WorstRow in "worst" {
        place: usize,
        element_kind: ElementKind,
        element_id: String as Holds::Id,
        name: Option<String>,
        sites_cut_off: usize,
        sites_without_service: usize,
        schools_cut_off: usize,
        care_homes_cut_off: usize,
        persons_cut_off: u64,
    }

    /// Two elements, with their place among the worst pairs.
    pub struct WorstPairRow in "worst_pairs" ("worst") {
        place: usize,
        element_kind_1: ElementKind,
        element_id_1: String as Holds::Id,
        name_1: Option<String>,
        element_kind_2: ElementKind,
        element_id_2: String as Holds::Id,
        name_2: Option<String>,
        sites_cut_off: usize,
        sites_together: usize,
        sites_without_service: usize,
        schools_cut_off: usize,
        care_homes_cut_off: usize,
        persons_cut_off: u64,
    }
}

/// What the loss of one element takes, or of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Sites that lose the service they have.
    pub sites: usize,
    /// Schools among them.
    pub schools: usize,
    /// Care homes among them.
    pub care_homes: usize,
    /// Persons at those sites, as far as known.
    pub persons: u64,
    /// Sites that are known to lose every service.
    pub without_service: usize,
}

impl Loss {
    /// Of one element.
    pub fn of(consequence: &ElementConsequence) -> Self {
        Self {
            sites: consequence.sites,
            schools: consequence.schools,
            care_homes: consequence.care_homes,
            persons: consequence.persons,
            without_service: consequence.without_service,
        }
    }
}

/// The rows of `worst`: the worst first.
pub fn elements(worst: &[&ElementConsequence], of: &Infrastructure) -> Vec<WorstRow> {
    let row = |(consequence, place): (&&ElementConsequence, usize)| {
        let loss = Loss::of(consequence);
        WorstRow {
            place,
            element_kind: consequence.element.kind(),
            element_id: consequence.element.id(of).to_owned(),
            name: consequence.element.name(of).map(str::to_owned),
            sites_cut_off: loss.sites,
            sites_without_service: loss.without_service,
            schools_cut_off: loss.schools,
            care_homes_cut_off: loss.care_homes,
            persons_cut_off: loss.persons,
        }
    };
    worst.iter().zip(1..).map(row).collect()
}

/// The rows of `worst_pairs`: the worst first.
pub fn pairs(worst: &[(Pair, Loss)], of: &Infrastructure) -> Vec<WorstPairRow> {
    let name = |element: Element| element.name(of).map(str::to_owned);
    let row = |((pair, loss), place): (&(Pair, Loss), usize)| {
        let [first, second] = pair.elements;
        WorstPairRow {
            place,
            element_kind_1: first.kind(),
            element_id_1: first.id(of).to_owned(),
            name_1: name(first),
            element_kind_2: second.kind(),
            element_id_2: second.id(of).to_owned(),
            name_2: name(second),
            sites_cut_off: loss.sites,
            sites_together: pair.together,
            sites_without_service: loss.without_service,
            schools_cut_off: loss.schools,
            care_homes_cut_off: loss.care_homes,
            persons_cut_off: loss.persons,
        }
    };
    worst.iter().zip(1..).map(row).collect()
}
