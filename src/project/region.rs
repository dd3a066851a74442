//! `[region]`: the name, the working CRS and the language.

use crate::crs::{Crs, WorkingCrs};
use crate::project::Context;
use crate::project::keys::{Choice, Keys, Required, keys};
use crate::project::section::Section;
use crate::words::Language;

/// The settings of `[region]`.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its name, for titles.
    pub name: String,
    /// The CRS of everything inside.
    pub crs: WorkingCrs,
    /// The language of maps and reports.
    pub language: Language,
}

keys! {
    /// The keys of `[region]`.
    pub(super) struct RegionKeys {
        /// the name in titles
        name: Required<String>, eg ("Fyrbodal");
        /// the working CRS: projected, in metres; everything is computed and written in it. EPSG:3006
        /// is SWEREF 99 TM, EPSG:3007 to 3018 the local zones
        crs: Required<Crs>, eg ("EPSG:3006");
        /// of maps, the report and what it says of findings; the names of columns and the command line
        /// are in English
        language: Language = Language::Sv, eg ("en");
    }
}

impl Choice for Language {
    fn words() -> Vec<(&'static str, Self)> {
        Self::ALL.iter().map(|language| (language.code(), *language)).collect()
    }
}

pub(super) fn region(section: &mut Section<'_, '_>, _: &mut Context<'_>) -> Option<Region> {
    let RegionKeys { name, crs, language } = RegionKeys::read(section);
    let working = WorkingCrs::new(crs.0?)
        .map_err(|fault| {
            section.fault_at(
                "crs",
                fault.to_string(),
                "EPSG:3006 is SWEREF 99 TM; EPSG:3007 to EPSG:3018 are the local zones",
            );
        })
        .ok()?;
    Some(Region { name: name.0?, crs: working, language })
}
