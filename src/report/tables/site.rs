//! `sites`: what is known of each site.

use crate::access::nearest::Nearest;
use crate::ingest::Inputs;
use crate::model::coverage::Mast;
use crate::model::site::Site;
use crate::model::source::Origin;
use crate::readiness::Assessment;
use crate::readiness::site::SiteAssessment;
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::units::Hours;

/// One site with what was concluded and what it refers to.
pub struct Row<'a> {
    inputs: &'a Inputs,
    site: &'a Site,
    found: &'a SiteAssessment,
}

impl Row<'_> {
    fn masts(&self) -> &[Mast] {
        self.inputs.infrastructure.masts()
    }

    /// A count of radio networks; without any mobile layer nothing is known, not zero.
    fn networks(&self, count: usize) -> Cell {
        if self.inputs.mobile.is_empty() { Cell::Blank } else { Cell::count(count) }
    }

    fn file(&self, origin: Option<Origin>) -> Cell {
        Cell::of(origin, |origin| Cell::text(&self.inputs.sources[origin.source.0].path))
    }

    fn source_text(&self, text: impl Fn(&crate::model::source::Source) -> Option<&str>) -> Cell {
        let source = self.found.fixed.origin.map(|origin| &self.inputs.sources[origin.source.0]);
        Cell::of(source.and_then(text), Cell::text)
    }
}

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<Row<'a>>> {
    use Kind::{Integer, Number, Text};
    fn distance(nearest: Option<Nearest>) -> Cell {
        Cell::of(nearest, |n| Cell::Number(n.distance.value()))
    }
    vec![
        column("site_id", Text, "Id from the register.", |r: &Row<'a>| Cell::text(&r.site.id)),
        column("name", Text, "Name from the register, else the id.", |r: &Row<'a>| {
            Cell::text(&r.site.name)
        }),
        column(
            "kind",
            Text,
            "school, preschool, care_home, health_centre or other.",
            |r: &Row<'a>| Cell::text(r.site.kind.name()),
        ),
        column("municipality_code", Text, "The municipality it counts in.", |r: &Row<'a>| {
            let municipality = r.found.location.municipality;
            Cell::of(municipality, |m| Cell::text(r.inputs.municipalities[m.0].code.as_str()))
        }),
        column(
            "municipality_match",
            Text,
            "inside; nearest (outside every polygon, joined the nearest); none (no polygon: the \
             code, where there is one, is what the register states of a site without a place).",
            |r: &Row<'a>| Cell::text(r.found.location.matched.name()),
        ),
        column("easting_m", Number, "In the working CRS.", |r: &Row<'a>| {
            Cell::of(r.site.place, |p| Cell::Number(p.easting()))
        }),
        column("northing_m", Number, "In the working CRS.", |r: &Row<'a>| {
            Cell::of(r.site.place, |p| Cell::Number(p.northing()))
        }),
        column("persons", Integer, "Who depend on the site.", |r: &Row<'a>| {
            Cell::of(r.site.persons, |n| Cell::Integer(i64::from(n)))
        }),
        column(
            "fixed_status",
            Text,
            "connected, passed, planned, none or unknown.",
            |r: &Row<'a>| Cell::text(r.found.fixed.status.name()),
        ),
        column("fixed_technology", Text, "As the source writes it.", |r: &Row<'a>| {
            Cell::of(r.found.fixed.technology.as_deref(), Cell::text)
        }),
        column(
            "fixed_download_mbps",
            Number,
            "Mbit/s; where fixed_status is unknown, that of the connection if there is one.",
            |r: &Row<'a>| Cell::of(r.found.fixed.download, |d| Cell::Number(d.value())),
        ),
        column("fixed_source", Text, "Who says so.", |r: &Row<'a>| {
            r.source_text(|source| Some(source.label()))
        }),
        column("fixed_source_date", Text, "As of when.", |r: &Row<'a>| {
            r.source_text(|source| source.date.as_deref())
        }),
        column(
            "meets_target",
            Text,
            "yes, no or unknown: targets.site_download_mbps.",
            |r: &Row<'a>| Cell::text(r.found.meets_target.name()),
        ),
        column(
            "mobile_networks_10mbps",
            Integer,
            "Radio networks known to cover at 10 Mbit/s; blank without any mobile layer.",
            |r: &Row<'a>| r.networks(r.found.mobile.known_at_10()),
        ),
        column(
            "mobile_networks_30mbps",
            Integer,
            "Radio networks known to cover at 30 Mbit/s; blank without any mobile layer.",
            |r: &Row<'a>| r.networks(r.found.mobile.known_at_30()),
        ),
        column(
            "mobile_networks_unknown",
            Integer,
            "Radio networks not known at one of the two rates; blank without any mobile layer.",
            |r: &Row<'a>| r.networks(r.found.mobile.unknown()),
        ),
        column("nearest_node", Text, "Node of the network.", |r: &Row<'a>| {
            let nodes = r.inputs.infrastructure.network.as_ref().map(|network| network.nodes());
            Cell::of(nodes.zip(r.found.nearest_node), |(nodes, n)| Cell::text(&nodes[n.index].id))
        }),
        column("nearest_node_m", Number, "Straight distance in metres.", |r: &Row<'a>| {
            distance(r.found.nearest_node)
        }),
        column("nearest_mast", Text, "Mast.", |r: &Row<'a>| {
            Cell::of(r.found.nearest_mast, |n| Cell::text(&r.masts()[n.index].id))
        }),
        column("nearest_mast_m", Number, "Straight distance in metres.", |r: &Row<'a>| {
            distance(r.found.nearest_mast)
        }),
        column("access_node", Text, "The node the site hangs on.", |r: &Row<'a>| {
            let network = r.inputs.infrastructure.network.as_ref();
            Cell::of(network.zip(r.found.dependence.access_node), |(network, node)| {
                Cell::text(&network.node(node).id)
            })
        }),
        column("drop_length_m", Number, "Straight distance to it in metres.", |r: &Row<'a>| {
            Cell::of(r.found.dependence.drop_length, |d| Cell::Number(d.value()))
        }),
        column(
            "network_status",
            Text,
            "reached, cut_off, not_attached or unknown.",
            |r: &Row<'a>| Cell::text(r.found.dependence.status.name()),
        ),
        column(
            "disjoint_paths",
            Integer,
            "Node-disjoint paths from the access node to the core: 0, 1, or 2 for two or more.",
            |r: &Row<'a>| {
                Cell::of(r.found.dependence.disjoint_paths, |n| Cell::Integer(i64::from(n)))
            },
        ),
        column(
            "single_points",
            Integer,
            "Elements beyond the access node whose loss alone takes the site's service: rows of \
             dependencies with stage network.",
            |r: &Row<'a>| Cell::of(r.found.network_single_points(), Cell::count),
        ),
        column(
            "fallback",
            Text,
            "independent (a mast stays up through every single failure that takes the fixed \
             service), shared, none or unknown.",
            |r: &Row<'a>| Cell::text(r.found.failures.fallback.name()),
        ),
        column(
            "endurance_h",
            Number,
            "Hours with some service when grid power is lost everywhere; blank unless the two \
             bounds below meet.",
            |r: &Row<'a>| hours(r.found.failures.endurance.known()),
        ),
        column("flags", Text, "Codes joined by ;, sorted.", |r: &Row<'a>| {
            let flags: Vec<&str> = r.found.flags.iter().map(|flag| flag.name()).collect();
            Cell::text(flags.join(";"))
        }),
        column("source", Text, "The register it was read from.", |r: &Row<'a>| {
            Cell::text(&r.inputs.sources[r.site.origin.source.0].path)
        }),
        column("source_row", Integer, "The row in it.", |r: &Row<'a>| {
            Cell::of(i64::try_from(r.site.origin.row).ok(), Cell::Integer)
        }),
        column(
            "fixed_source_row",
            Integer,
            "The row that tells the fixed status.",
            |r: &Row<'a>| {
                let row = r.found.fixed.origin.and_then(|origin| i64::try_from(origin.row).ok());
                Cell::of(row, Cell::Integer)
            },
        ),
        column("endurance_low_h", Number, "Hours it lasts at least.", |r: &Row<'a>| {
            hours(r.found.failures.endurance.low())
        }),
        column(
            "endurance_high_h",
            Number,
            "Hours it lasts at most; blank where nothing is known to end it.",
            |r: &Row<'a>| hours(r.found.failures.endurance.high()),
        ),
        column(
            "served",
            Text,
            "Whether it has fixed or mobile service now: yes, no or unknown.",
            |r: &Row<'a>| Cell::text(r.found.failures.fixed.or(r.found.failures.mobile).name()),
        ),
        column(
            "fixed_service",
            Text,
            "Whether it has fixed service now: yes, no or unknown.",
            |r: &Row<'a>| Cell::text(r.found.failures.fixed.name()),
        ),
        column(
            "mobile_service",
            Text,
            "Whether it has mobile service now, at 10 Mbit/s: yes, no or unknown.",
            |r: &Row<'a>| Cell::text(r.found.failures.mobile.name()),
        ),
        column(
            "fixed_source_file",
            Text,
            "The file that tells the fixed status.",
            |r: &Row<'a>| r.file(r.found.fixed.origin),
        ),
        column(
            "fixed_layer_file",
            Text,
            "The file of the layer that tells the technology.",
            |r: &Row<'a>| r.file(r.found.fixed.layer),
        ),
        column("fixed_layer_row", Integer, "The row in it.", |r: &Row<'a>| {
            let row = r.found.fixed.layer.and_then(|origin| i64::try_from(origin.row).ok());
            Cell::of(row, Cell::Integer)
        }),
        column(
            "backup_power_h",
            Number,
            "Hours that its own backup power lasts.",
            |r: &Row<'a>| hours(r.site.backup_power),
        ),
        column(
            "power_feeds",
            Text,
            "Its power feeds, joined by ;; blank where not known.",
            |r: &Row<'a>| {
                let feeds = Some(&r.site.power_feeds).filter(|feeds| !feeds.is_empty());
                Cell::of(feeds, |feeds| Cell::text(feeds.join(";")))
            },
        ),
        column(
            "unlisted_mast",
            Text,
            "Whether a mast that no list has may reach it: yes or no; blank without a list of \
             masts.",
            |r: &Row<'a>| {
                Cell::of(r.found.failures.unlisted, |unlisted| {
                    Cell::text(if unlisted { "yes" } else { "no" })
                })
            },
        ),
        column(
            "fixed_rate_file",
            Text,
            "The file that tells the rate: the register, or a layer.",
            |r: &Row<'a>| r.file(r.found.fixed.rate),
        ),
        column("fixed_rate_row", Integer, "The row in it.", |r: &Row<'a>| {
            let row = r.found.fixed.rate.and_then(|origin| i64::try_from(origin.row).ok());
            Cell::of(row, Cell::Integer)
        }),
    ]
}

fn hours(hours: Option<Hours>) -> Cell {
    Cell::of(hours, |hours| Cell::Number(hours.value()))
}

/// Fills the table.
pub fn sites(inputs: &Inputs, assessment: &Assessment) -> Table {
    let rows = inputs.sites.iter().zip(&assessment.sites);
    Table::fill("sites", &columns(), rows.map(|(site, found)| Row { inputs, site, found }))
}
