//! What a status, or a missing one, makes of a node or span.

use crate::findings::{Finding, Findings, Rule};
use crate::ingest::ofds::object::{NOT_OPERATIONAL, Status};
use crate::ingest::ofds::{AskedBy, NetworkInput};
use crate::ingest::provenance::InputFile;
use crate::model::source::Origin;
use crate::words::{Said, key};

/// What nodes and spans count as that state no status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissingStatus {
    /// They carry something: most publishers leave the status out of networks that work.
    #[default]
    InService,
    /// They carry nothing.
    OutOfService,
}

/// The statuses of the nodes, or of the spans, of one file.
pub(super) struct Statuses<'a> {
    file: &'a InputFile,
    settings: &'a NetworkInput,
    seen: usize,
    missing: usize,
}

impl<'a> Statuses<'a> {
    pub fn new(file: &'a InputFile, settings: &'a NetworkInput) -> Self {
        Self { file, settings, seen: 0, missing: 0 }
    }

    /// Whether one is in service; a status that takes it out is a finding: `off` of this rule.
    pub fn is_in_service(
        &mut self,
        status: &Status,
        origin: Origin,
        off: (Rule, Said),
        findings: &mut Findings,
    ) -> bool {
        self.seen += 1;
        let about =
            |finding: Finding, word: &str| finding.at(origin.row).field("status").value(word);
        match status {
            Status::Operational => true,
            Status::Missing => {
                self.missing += 1;
                self.settings.missing_status == MissingStatus::InService
            }
            Status::NotOperational(word) => {
                findings.add(about(self.file.finding(off.0, off.1), word));
                false
            }
            Status::Unknown(word) => {
                let finding = self.file.finding(Rule::StatusUnknown, key::FindingStatusUnknown);
                let codes = format!("operational, {}", NOT_OPERATIONAL.join(", "));
                findings.add(about(finding, word).hint(key::HintStatusCodes { codes }));
                false
            }
        }
    }

    /// Tells how many state none; `kind` is the field that lists them.
    pub fn finish(self, kind: &str, findings: &mut Findings) {
        if self.missing == 0 {
            return;
        }
        let (count, all) = (self.missing, self.seen);
        let message: Said = match self.settings.missing_status {
            MissingStatus::InService => key::FindingStatusMissingIn { count, all }.into(),
            MissingStatus::OutOfService => key::FindingStatusMissingOut { count, all }.into(),
        };
        let told = self.file.finding(Rule::StatusMissing, message).field(format!("{kind}/status"));
        findings.add(match self.settings.asked_by {
            AskedBy::Project => told.hint(key::HintMissingStatus),
            AskedBy::CommandLine => told,
        });
    }
}
