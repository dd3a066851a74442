//! What maps, pages and the workbook have in common: what is told, of whom, and phrases that stand
//! in several of them.

pub mod asking;
pub mod outage;
pub mod rests_on;
pub mod services_ready;
pub mod shown;

use std::collections::BTreeSet;

use crate::crs::WorkingCrs;
use crate::findings::Finding;
use crate::ingest::Inputs;
use crate::model::framework::{Framework, GroupIdx};
use crate::readiness::Assessment;
use crate::table::Edition;
use crate::words::{Language, Words};

/// Everything that is written, and how.
pub struct Report<'a> {
    /// The name of the region.
    pub region: &'a str,
    /// The CRS of every coordinate written.
    pub crs: &'a WorkingCrs,
    /// The language of maps and the report.
    pub language: Language,
    /// Which edition.
    pub edition: Edition,
    /// What was read.
    pub inputs: &'a Inputs,
    /// What was concluded.
    pub assessment: &'a Assessment,
    /// What the input made us doubt, sorted.
    pub findings: &'a [Finding],
}

impl<'a> Report<'a> {
    /// The words of its language.
    pub fn words(&self) -> Words {
        Words(self.language)
    }

    /// What people call a group of the framework.
    pub fn group_name(&self, group: GroupIdx) -> &'a str {
        let group = self.assessment.asked.whole().group(group);
        group.names.in_language(self.language).unwrap_or(&group.id)
    }

    /// Whether any dataset is invented.
    pub fn is_synthetic(&self) -> bool {
        self.inputs.sources.iter().any(|source| source.synthetic)
    }

    /// Whether some municipality has no score because nothing is known of it.
    pub fn is_incomplete(&self) -> bool {
        let scores = &self.assessment.composite.scores;
        let score = |place| scores.score(Framework::ROOT, place);
        (0..scores.units.len()).any(|place| score(place).is_none_or(|score| score.value.is_err()))
    }

    /// Who publishes the facts, each once; in the full edition the file where that is not stated.
    pub fn publishers(&self) -> Vec<&str> {
        let labels = self.inputs.sources.iter().filter_map(|source| match self.edition {
            Edition::Full => Some(source.label()),
            Edition::Public => source.publisher.as_deref(),
        });
        // Sorted: a caption is the same whatever the order of the sections.
        labels.collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// The date of the newest facts, where any source states one.
    pub fn newest_date(&self) -> Option<&str> {
        self.inputs.sources.iter().filter_map(|source| source.date.as_deref()).max()
    }
}
