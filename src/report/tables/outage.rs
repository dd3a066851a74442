//! `outage`, `outage_municipalities` and `outage_elements`: what is left after a scenario.

use crate::ingest::Inputs;
use crate::model::municipality::Municipality;
use crate::model::site::Site;
use crate::network::element::Element;
use crate::readiness::outage::Left;
use crate::readiness::site::SiteAssessment;
use crate::readiness::toll::Toll;
use crate::report::outage::OutageReport;
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::units::Hours;

/// One site and hour.
pub struct SiteRow<'a> {
    inputs: &'a Inputs,
    site: &'a Site,
    found: &'a SiteAssessment,
    hours: Hours,
    left: &'a Left,
}

const HOURS: &str = "Hours since everything failed; 0 where the scenario has no grid loss. What \
                     lasts exactly so long still counts.";

/// The columns of `outage`, in order.
pub fn site_columns<'a>() -> Vec<Column<SiteRow<'a>>> {
    use Kind::{Integer, Number, Text};
    vec![
        column("site_id", Text, "The site.", |r: &SiteRow<'a>| Cell::text(&r.site.id)),
        column("name", Text, "Its name.", |r: &SiteRow<'a>| Cell::text(&r.site.name)),
        column(
            "kind",
            Text,
            "school, preschool, care_home, health_centre or other.",
            |r: &SiteRow<'a>| Cell::text(r.site.kind.name()),
        ),
        column("municipality_code", Text, "The municipality it counts in.", |r: &SiteRow<'a>| {
            let municipality = r.found.location.municipality;
            Cell::of(municipality, |m| Cell::text(r.inputs.municipalities[m.0].code.as_str()))
        }),
        column("hours", Number, HOURS, |r: &SiteRow<'a>| Cell::Number(r.hours.value())),
        column(
            "fixed_before",
            Text,
            "Whether it had fixed service: yes, no or unknown.",
            |r: &SiteRow<'a>| Cell::text(r.left.before.fixed.name()),
        ),
        column(
            "mobile_before",
            Text,
            "Whether it had mobile service at 10 Mbit/s: yes, no or unknown.",
            |r: &SiteRow<'a>| Cell::text(r.left.before.mobile.name()),
        ),
        column(
            "fixed_after",
            Text,
            "Whether it has fixed service left: yes, no or unknown.",
            |r: &SiteRow<'a>| Cell::text(r.left.after.fixed.name()),
        ),
        column(
            "mobile_after",
            Text,
            "Whether it has mobile service left: yes, no or unknown.",
            |r: &SiteRow<'a>| Cell::text(r.left.after.mobile.name()),
        ),
        column(
            "outcome",
            Text,
            "loses_all (it had, or may have had, service and is known to have none left), unknown \
             (not known whether any is left), loses_fixed (mobile is left), loses_mobile (fixed is \
             left), keeps_some (one service is left; of the other it had it is not known), \
             keeps_all (everything it was known to have) or had_none (known to have had none).",
            |r: &SiteRow<'a>| Cell::text(r.left.outcome().name()),
        ),
        column("persons", Integer, "Who depend on the site.", |r: &SiteRow<'a>| {
            Cell::of(r.site.persons, |persons| Cell::Integer(i64::from(persons)))
        }),
    ]
}

/// Fills `outage`: sorted by site and hour.
pub fn sites(outage: &OutageReport<'_>) -> Table {
    let inputs = outage.report.inputs;
    let sites = inputs.sites.iter().zip(&outage.report.assessment.sites).enumerate();
    let rows = sites.flat_map(|(at, (site, found))| {
        outage.steps.iter().map(move |step| SiteRow {
            inputs,
            site,
            found,
            hours: step.hours,
            left: &step.left[at],
        })
    });
    Table::fill("outage", &site_columns(), rows)
}

/// One municipality and hour.
pub struct MunicipalityRow<'a> {
    municipality: &'a Municipality,
    hours: Hours,
    toll: Toll,
}

/// The columns of `outage_municipalities`, in order.
pub fn municipality_columns<'a>() -> Vec<Column<MunicipalityRow<'a>>> {
    use Kind::{Integer, Number, Text};
    fn count<'a>(
        name: &str,
        meaning: &'static str,
        of: fn(&Toll) -> usize,
    ) -> Column<MunicipalityRow<'a>> {
        column(name, Integer, meaning, move |r: &MunicipalityRow<'a>| Cell::count(of(&r.toll)))
    }
    vec![
        column("municipality_code", Text, "Always text.", |r: &MunicipalityRow<'a>| {
            Cell::text(r.municipality.code.as_str())
        }),
        column("name", Text, "Its name.", |r: &MunicipalityRow<'a>| {
            Cell::text(&r.municipality.name)
        }),
        column("hours", Number, HOURS, |r: &MunicipalityRow<'a>| Cell::Number(r.hours.value())),
        count("sites", "Sites that count in it.", |t| t.sites),
        count("with_service_before", "Sites known to have had some service.", |t| {
            t.with_service_before
        }),
        count("with_service_after", "Sites known to have some service left.", |t| {
            t.with_service_after
        }),
        count("without", "Sites known to have none; those that had none before among them.", |t| {
            t.without
        }),
        count("unknown", "Sites of which it is not known.", |t| t.unknown),
        count("schools_without", "Schools among those without.", |t| t.schools_without),
        count("care_homes_without", "Care homes among those without.", |t| t.care_homes_without),
        column(
            "persons_without",
            Integer,
            "Persons at those without whose number is known; blank where it is known of none.",
            |r: &MunicipalityRow<'a>| {
                let known = r.toll.sites_persons_unknown < r.toll.without || r.toll.without == 0;
                let persons = i64::try_from(r.toll.persons_without).ok();
                Cell::of(persons.filter(|_| known), Cell::Integer)
            },
        ),
        count("loses_all", "Those without that had, or may have had, service before.", |t| {
            t.loses_all
        }),
        count("loses_fixed", "Sites that lose fixed service and have mobile left.", |t| {
            t.loses_fixed
        }),
        count("loses_mobile", "Sites that lose mobile service and have fixed left.", |t| {
            t.loses_mobile
        }),
    ]
}

/// Fills `outage_municipalities`: those with sites, sorted by code and hour.
pub fn municipalities(outage: &OutageReport<'_>) -> Table {
    let municipalities = outage.report.inputs.municipalities.iter().enumerate();
    let rows = municipalities.flat_map(|(number, municipality)| {
        let toll = move |step| Toll::of(outage.own(step, Some(number)));
        let rows = outage.steps.iter().map(move |step| MunicipalityRow {
            municipality,
            hours: step.hours,
            toll: toll(step),
        });
        rows.filter(|row| row.toll.sites > 0)
    });
    Table::fill("outage_municipalities", &municipality_columns(), rows)
}

/// One element that fails.
pub struct ElementRow<'a> {
    inputs: &'a Inputs,
    element: Element,
    named_by: &'a str,
}

/// The columns of `outage_elements`, in order.
pub fn element_columns<'a>() -> Vec<Column<ElementRow<'a>>> {
    use Kind::Text;
    vec![
        column(
            "element_kind",
            Text,
            "mast, node, power_feed, span or trench.",
            |r: &ElementRow<'a>| Cell::text(r.element.kind().name()),
        ),
        column("element_id", Text, "Its id.", |r: &ElementRow<'a>| {
            Cell::text(r.element.id(&r.inputs.infrastructure))
        }),
        column(
            "name",
            Text,
            "Name in the network; of a mast, its operator.",
            |r: &ElementRow<'a>| Cell::of(r.element.name(&r.inputs.infrastructure), Cell::text),
        ),
        column(
            "named_by",
            Text,
            "What in the scenario names it: elements, or area, provider or operator with which.",
            |r: &ElementRow<'a>| Cell::text(r.named_by),
        ),
    ]
}

/// Fills `outage_elements`: sorted by kind and id.
pub fn elements(outage: &OutageReport<'_>) -> Table {
    let inputs = outage.report.inputs;
    let rows =
        outage.failed.iter().map(|&(element, named_by)| ElementRow { inputs, element, named_by });
    Table::fill("outage_elements", &element_columns(), rows)
}
