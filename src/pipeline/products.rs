//! What a run writes: the one list of its products, in the order in which they are written.
//!
//! The record of a run names the files that stand in its directory at the end, and only these are
//! ever replaced. The table in the README is this list.

use std::path::Path;

use crate::drawing::maps;
use crate::error::Error;
use crate::output::record::{FRAMEWORK, VERSION};
use crate::output::workbook::{self, WorkbookAbout};
use crate::output::{geopackage, html, schema, tables};
use crate::pages;
use crate::pages::result::About;
use crate::project::Project;
use crate::report::Report;
use crate::table::Table;

/// One product, in both editions: what only one may hold is left out where it is made.
pub struct Product {
    /// The stage that makes it.
    pub stage: &'static str,
    /// Its files.
    pub files: &'static str,
    /// What is in them and for whom, in Markdown.
    pub about: &'static str,
    /// What it is made of, and how.
    pub(super) make: Make,
}

/// What a product is made of.
#[derive(Clone, Copy)]
pub(super) enum Make {
    /// The tables, filled. They need much room, and are let go when the last of these is made.
    Tables(fn(&Made<'_>, &[Table], &Path) -> Result<(), Error>),
    /// What was concluded.
    Run(fn(&Made<'_>, &Path) -> Result<(), Error>),
}

/// What there is to make products of.
pub(super) struct Made<'a> {
    pub project: &'a Project,
    pub report: Report<'a>,
    pub about: &'a About,
}

/// Every product of a run but its record.
pub const PRODUCTS: &[Product] = &[
    Product {
        stage: "tables",
        files: "NAME.csv, NAME.parquet",
        about: "`sites`, `dependencies`, `elements`, `backups`, `site_indicators`, `services`, `gains`, \
                `endurance`, `municipalities`, `questions`, `indicators`, `indicator_values`, `scores`, \
                `rank_pairs`, `sensitivity`, `coherence`, `service_summary`, `findings`, and `groups` \
                and `group_…` for groups of municipalities; with `--service ID` also `mend`, the sites \
                to mend for one digital service, worst first: [every column](docs/output.md)",
        make: Make::Tables(|_, tables, directory| {
            tables.iter().try_for_each(|table| self::tables::write(table, directory))
        }),
    },
    Product {
        stage: "tables",
        files: "tables.json",
        about: "what each table and column is called, means and holds, with its unit and its codes in \
                words, in the language of the project: a [Data Package](https://datapackage.org) for \
                programs",
        make: Make::Tables(|of, tables, directory| {
            schema::write(tables, of.report.words(), directory)
        }),
    },
    Product {
        stage: "tables",
        files: "framework.toml",
        about: "the framework the score was made by",
        make: Make::Run(|of, directory| {
            let path = directory.join(FRAMEWORK);
            std::fs::write(&path, &of.project.score.framework.text)
                .map_err(|cause| Error::write(path, cause))
        }),
    },
    Product {
        stage: "workbook",
        files: "readiness.xlsx",
        about: "every table for people who work in Excel, with headers and codes in the language of the \
                project, and a sheet where other weights can be tried",
        make: Make::Tables(|of, tables, directory| {
            let about = WorkbookAbout {
                region: of.report.region,
                words: of.report.words(),
                edition: Some(of.report.edition),
                asked: &of.report.assessment.asked,
                synthetic: of.report.is_synthetic(),
                sources: &of.report.inputs.sources,
                version: VERSION,
                settings_sha256: &of.project.hash,
            };
            workbook::write(tables, &about, &directory.join(workbook::FILE))
        }),
    },
    Product {
        stage: "GeoPackage",
        files: "readiness.gpkg",
        about: "layers for a GIS, in the CRS of the project: `municipalities`, `sites`, \
                `elements_points`, `elements_lines`; what each column is called and means, in the \
                language of the project, stands in it (QGIS shows it)",
        make: Make::Tables(|of, tables, directory| {
            geopackage::write(&of.report, tables, directory)
        }),
    },
    Product {
        stage: "maps",
        files: "maps/NAME.png, maps/NAME.svg",
        about: "to print or paste. Maps: `score` and `sites`. Plots: `endurance` (sites with service, \
                hours after grid power was lost), `ranking` (ranks with their intervals), \
                `contributions` (what each pillar gives and costs), `profiles` (pillars against the \
                region), `rank_chances` (how likely each rank is), `services` (which digital services \
                work where); up to 1,000 units, and with `groups_` before the name for groups of \
                municipalities",
        make: Make::Run(|of, directory| maps::write(&of.report, directory)),
    },
    Product {
        stage: "report",
        files: "report.html",
        about: "opens with a double click; no script, nothing loaded from anywhere. Begins with five \
                sentences: what the score rests on, what is known, what is not, what matters most and \
                what would change most; then a list of contents, what to ask next, and the region; a \
                page for each municipality, which begins a sheet of its own on paper; ends with sources \
                and how sure all of it is",
        make: Make::Run(|of, directory| {
            let page = pages::region::page(&of.report, of.about, directory)?;
            html::write(&page, &directory.join(pages::REPORT_FILE))
        }),
    },
];
