//! What stands around every map and plot of a run.

use crate::drawing::map::MapAbout;
use crate::report::Report;

/// The directory of the maps in a result.
pub const DIRECTORY: &str = "maps";

/// A title, what stands below it, and where everything comes from.
pub(super) fn about(report: &Report<'_>, title: &str, subtitle: String) -> MapAbout {
    MapAbout {
        title: format!("{title} – {}", report.region),
        subtitle,
        words: report.words(),
        source: report.publishers().join("; "),
        date: report.newest_date().unwrap_or_default().to_owned(),
        crs_name: report.crs.crs().name(),
        synthetic: report.is_synthetic(),
        incomplete: report.is_incomplete(),
    }
}
