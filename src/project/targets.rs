//! `[targets]`: what a site should have.

use crate::project::Context;
use crate::project::keys::{Keys, keys};
use crate::project::not_used;
use crate::project::section::Section;
use crate::units::{Hours, Mbps};

/// The settings of `[targets]`.
#[derive(Clone, Copy, Debug)]
pub struct Targets {
    /// What a site should be able to download.
    pub site_download: Mbps,
    /// How long a site's backup power should last.
    pub backup_power: Hours,
}

keys! {
    /// The keys of `[targets]`.
    pub(super) struct TargetKeys {
        /// what a site should be able to download; the default is the EU goal for socio-economic
        /// drivers, COM(2016) 587
        site_download_mbps: Mbps = Targets::default().site_download, eg (100);
        /// how long a site's backup power should last; the default is the longest outage that the
        /// Swedish Electricity Act allows
        backup_power_h: Hours = Targets::default().backup_power, eg (12);
        /// only `[10, 30]` is accepted: the columns carry these rates in their names
        mobile_download_mbps: Option<Vec<f64>>, or "`[10, 30]`", eg ([10, 30]);
        /// understood, not used yet
        premises_download_mbps: Option<Vec<f64>>, eg ([100, 1000]);
    }
}

/// The EU gigabit goal for socio-economic drivers, COM(2016) 587, and the longest outage that the
/// Swedish Electricity Act allows.
impl Default for Targets {
    fn default() -> Self {
        Self {
            site_download: Mbps::new(1000.0).expect("positive"),
            backup_power: Hours::new(24.0).expect("positive"),
        }
    }
}

pub(super) fn targets(section: &mut Section<'_, '_>, context: &mut Context<'_>) -> Option<Targets> {
    let keys = TargetKeys::read(section);
    if keys.premises_download_mbps.is_some() {
        context.findings.push(not_used("targets.premises_download_mbps"));
    }
    if keys.mobile_download_mbps.is_some_and(|rates| rates != [10.0, 30.0]) {
        section.fault_at(
            "mobile_download_mbps",
            "mobile networks are counted at 10 and 30 Mbit/s",
            "leave it out or write [10, 30]; the columns of the result carry these rates in their names",
        );
    }
    Some(Targets { site_download: keys.site_download_mbps, backup_power: keys.backup_power_h })
}
