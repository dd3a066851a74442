//! What a run writes: the one list of its products, in the order in which they are written.
//!
//! The record of a run names the files that stand in its directory at the end, and only these are
//! ever replaced; a test holds the table in the README to this list.

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
    /// Its files, as the README names them.
    pub files: &'static str,
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
        make: Make::Tables(|_, tables, directory| {
            tables.iter().try_for_each(|table| self::tables::write(table, directory))
        }),
    },
    Product {
        stage: "tables",
        files: "tables.json",
        make: Make::Tables(|of, tables, directory| {
            schema::write(tables, of.report.words(), directory)
        }),
    },
    Product {
        stage: "tables",
        files: "framework.toml",
        make: Make::Run(|of, directory| {
            let path = directory.join(FRAMEWORK);
            std::fs::write(&path, &of.project.score.framework.text)
                .map_err(|cause| Error::write(path, cause))
        }),
    },
    Product {
        stage: "workbook",
        files: "readiness.xlsx",
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
        make: Make::Tables(|of, tables, directory| {
            geopackage::write(&of.report, tables, directory)
        }),
    },
    Product {
        stage: "maps",
        files: "maps/NAME.png, maps/NAME.svg",
        make: Make::Run(|of, directory| maps::write(&of.report, directory)),
    },
    Product {
        stage: "report",
        files: "report.html",
        make: Make::Run(|of, directory| {
            let page = pages::region::page(&of.report, of.about, directory)?;
            html::write(&page, &directory.join(pages::REPORT_FILE))
        }),
    },
];
