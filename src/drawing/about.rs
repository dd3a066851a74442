//! What stands around every map and plot of a run.

use crate::drawing::map::MapAbout;
use crate::report::Report;
use crate::words::Language;

/// The directory of the maps in a result.
pub const DIRECTORY: &str = "maps";

/// The title, in the language of the report, and where everything comes from.
pub(super) fn about(report: &Report<'_>, sv: &str, en: &str, subtitle: String) -> MapAbout {
    let title = match report.language {
        Language::Sv => sv,
        Language::En => en,
    };
    MapAbout {
        title: format!("{title} – {}", report.region),
        subtitle,
        language: report.language,
        source: report.publishers().join("; "),
        date: report.newest_date().unwrap_or_default().to_owned(),
        crs_name: report.crs.crs().name(),
        synthetic: report.is_synthetic(),
        incomplete: report.is_incomplete(),
    }
}
