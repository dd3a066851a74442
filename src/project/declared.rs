//! What a project names a source for.

use crate::ingest::fixed::{FixedInput, Stated};
use crate::ingest::mobile::{MobileForm, MobileInput};
use crate::model::coverage::FixedStatus;
use crate::project::Project;
use crate::readiness::fact::{Declared, Fact};

impl Project {
    /// The kinds of facts that the project names a source for: from its keys alone, not from what
    /// the files turn out to hold.
    pub fn declared(&self) -> Declared {
        let some_site =
            |has: fn(&crate::ingest::sites::SitesInput) -> bool| self.sites.iter().any(has);
        let mut networks: Vec<&str> =
            self.mobile.iter().filter(|m| tells_rates(m)).map(|m| &*m.radio_network).collect();
        networks.sort_unstable();
        networks.dedup();
        let facts = Fact::ALL.into_iter().filter(|fact| match fact {
            Fact::Connection => !self.fixed.is_empty() || some_site(|s| s.connected.is_some()),
            Fact::Rate => self.fixed.iter().any(tells_rate) || some_site(|s| s.download.is_some()),
            Fact::Mobile => !networks.is_empty(),
            Fact::SecondNetwork => networks.len() >= 2,
            Fact::Network => self.network.is_some(),
            Fact::NodePower => self.network.as_ref().is_some_and(|n| n.power.is_some()),
            Fact::Masts => self.masts.as_ref().is_some_and(|masts| !masts.is_empty()),
            Fact::BackupPower => some_site(|s| s.backup_power.is_some()),
            Fact::PowerFeeds => some_site(|s| s.power_feeds.is_some()),
            Fact::Persons => some_site(|s| s.persons.is_some()),
        });
        Declared::new(facts)
    }
}

/// Whether a layer may tell the rate of a connection in service.
fn tells_rate(layer: &FixedInput) -> bool {
    let connected = match layer.status {
        Stated::All(status) => status == FixedStatus::Connected,
        Stated::Column(_) => true,
    };
    connected && layer.download.is_some()
}

/// Whether a layer may tell at which rates a radio network covers.
fn tells_rates(layer: &MobileInput) -> bool {
    match &layer.form {
        MobileForm::Polygons(download) => download.is_some(),
        MobileForm::RasterMbps => true,
        MobileForm::RasterDbm { download, .. } => download.is_some(),
    }
}
