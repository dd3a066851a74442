//! `worst` and `worst_pairs`: the elements whose loss takes most.

use crate::model::infrastructure::Infrastructure;
use crate::network::element::Element;
use crate::readiness::element::ElementConsequence;
use crate::readiness::pairs::Pair;
use crate::report::table::{Cell, Column, Kind, Table, column};

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

/// One element, with its place among the worst.
pub struct Row<'a> {
    of: &'a Infrastructure,
    place: usize,
    elements: &'a [Element],
    together: usize,
    loss: Loss,
}

fn rank<'a>() -> Column<Row<'a>> {
    column("place", Kind::Integer, "1 is the worst.", |r: &Row<'a>| Cell::count(r.place))
}

fn element<'a>(at: usize, names: [&str; 3]) -> Vec<Column<Row<'a>>> {
    use Kind::Text;
    let [kind, id, name] = names;
    vec![
        column(kind, Text, "mast, node, power_feed, span or trench.", move |r: &Row<'a>| {
            Cell::text(r.elements[at].kind().name())
        }),
        column(id, Text, "Its id.", move |r: &Row<'a>| Cell::text(r.elements[at].id(r.of))),
        column(name, Text, "Name in the network; of a mast, its operator.", move |r: &Row<'a>| {
            Cell::of(r.elements[at].name(r.of), Cell::text)
        }),
    ]
}

fn loss<'a>(name: &str, meaning: &'static str, of: fn(&Loss) -> usize) -> Column<Row<'a>> {
    column(name, Kind::Integer, meaning, move |r: &Row<'a>| Cell::count(of(&r.loss)))
}

fn losses<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        loss("sites_without_service", "Sites known to lose every service.", |l| l.without_service),
        loss("schools_cut_off", "Schools among sites_cut_off.", |l| l.schools),
        loss("care_homes_cut_off", "Care homes among sites_cut_off.", |l| l.care_homes),
        column(
            "persons_cut_off",
            Kind::Integer,
            "Persons at sites_cut_off whose number is known.",
            |r: &Row<'a>| Cell::of(i64::try_from(r.loss.persons).ok(), Cell::Integer),
        ),
    ]
}

const CUT_OFF: &str = "Sites that lose the service they have: fixed, or of those without, mobile.";

/// The columns of `worst`, in order.
pub fn element_columns<'a>() -> Vec<Column<Row<'a>>> {
    let mut columns = vec![rank()];
    columns.extend(element(0, ["element_kind", "element_id", "name"]));
    columns.push(loss("sites_cut_off", CUT_OFF, |l| l.sites));
    columns.extend(losses());
    columns
}

/// The columns of `worst_pairs`, in order.
pub fn pair_columns<'a>() -> Vec<Column<Row<'a>>> {
    let mut columns = vec![rank()];
    columns.extend(element(0, ["element_kind_1", "element_id_1", "name_1"]));
    columns.extend(element(1, ["element_kind_2", "element_id_2", "name_2"]));
    columns.push(loss("sites_cut_off", CUT_OFF, |l| l.sites));
    columns.push(column(
        "sites_together",
        Kind::Integer,
        "Those among them that neither of the two takes down alone.",
        |r: &Row<'a>| Cell::count(r.together),
    ));
    columns.extend(losses());
    columns
}

/// Fills `worst`: the worst first.
pub fn elements(worst: &[&ElementConsequence], of: &Infrastructure) -> Table {
    let rows = worst.iter().zip(1..).map(|(consequence, place)| Row {
        of,
        place,
        elements: std::slice::from_ref(&consequence.element),
        together: 0,
        loss: Loss::of(consequence),
    });
    Table::fill("worst", &element_columns(), rows)
}

/// Fills `worst_pairs`: the worst first.
pub fn pairs(worst: &[(Pair, Loss)], of: &Infrastructure) -> Table {
    let rows = worst.iter().zip(1..).map(|((pair, loss), place)| Row {
        of,
        place,
        elements: &pair.elements,
        together: pair.together,
        loss: *loss,
    });
    Table::fill("worst_pairs", &pair_columns(), rows)
}
