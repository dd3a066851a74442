//! Municipalities: code, name, area.

use crate::crs::Area;

/// A municipality code (*kommunkod*). Always text: `0114` is not 114.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityCode(String);

impl MunicipalityCode {
    /// Accepts any text that is not blank.
    pub fn new(code: &str) -> Option<Self> {
        let code = code.trim();
        (!code.is_empty()).then(|| Self(code.to_owned()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for MunicipalityCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A municipality with its area in the working CRS.
#[derive(Clone, Debug, PartialEq)]
pub struct Municipality {
    /// Unique within a run.
    pub code: MunicipalityCode,
    /// As the file writes it.
    pub name: String,
    /// The sub-region it belongs to, where the project names a column for it.
    pub group: Option<String>,
    /// Its area.
    pub area: Area,
}

/// The municipalities of a run, and the areas of those that were not selected: a site in one of
/// these lies outside, however near it is to a selected one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Municipalities {
    /// Sorted by code.
    pub selected: Vec<Municipality>,
    /// In no order.
    pub unselected: Vec<Area>,
}

/// Index of a [`Municipality`] in the run's list, which is sorted by code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityIdx(pub usize);
