//! What every section that names files says of them.

use crate::ingest::provenance::InputFile;
use crate::project::Context;
use crate::project::keys::{Date, keys};

keys! {
    /// Where facts come from.
    pub(super) struct Provenance {
        /// who publishes it; shown wherever its facts are shown, the path where absent, and nothing in the public edition
        source: Option<String>, eg ("SCB");
        /// the day, month or year its facts are from, in quotes or as a TOML date
        source_date: Option<Date>, eg ("2026-04-21");
        /// the terms it may be used under; kept in `run.json` and shown in the report
        licence: Option<String>, eg ("CC0 1.0");
        /// it is invented; maps, the report and the short result say so
        synthetic: bool = false, eg (true);
    }
}

impl Provenance {
    /// A file of which this is said, in the section called `of`.
    pub fn file(
        &self,
        context: &Context<'_>,
        written: Option<String>,
        of: &'static str,
    ) -> Option<InputFile> {
        let written = written?;
        Some(InputFile {
            path: context.directory.join(&written),
            written: InputFile::name(written.as_ref(), context.directory),
            section: of,
            publisher: self.source.clone(),
            date: self.source_date.as_ref().map(|date| date.0.clone()),
            licence: self.licence.clone(),
            synthetic: self.synthetic,
        })
    }
}
