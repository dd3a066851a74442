//! Pictures for print and screen: a map of the score of every municipality, one of what is wrong at
//! every site, and plots: how long service lasts without grid power, which services sites are ready
//! for, what scores are made of and how certain their ranks are.
//!
//! A map is decided first (`score`, `sites`: classes, labels, counts, all comparable in a test),
//! then laid out as plain marks on a page, then written twice by plotters, as SVG and as PNG. Both
//! files show the same marks at the same places.

use std::path::Path;

use geo::LineString;

use crate::crs::{Area, Projected};
pub use crate::drawing::map::contribution::Contribution;
pub use crate::drawing::map::curve::{EnduranceCurve, PANELS_AT_MOST};
pub use crate::drawing::map::interval::Interval;
pub use crate::drawing::map::profile::{PROFILES_AT_MOST, PillarValue, Profiles, UnitProfile};
pub use crate::drawing::map::rank_strip::RankChances;
pub use crate::drawing::map::ranking::RankedUnit;
pub use crate::drawing::map::services::{HeatCell, HeatRow};
use crate::drawing::palette::{
    FAILED, Rgb, SPAN_SINGLE, ServiceLost, ServiceNow, Shape, SiteCondition,
};
use crate::error::Error;
use crate::model::site::SiteKind;
use crate::readiness::unit::ServicePlaces;
use crate::units::Score;
use crate::words::{Code, Words, key};

mod contribution;
mod curve;
mod draw;
mod frame;
mod furniture;
mod grid;
mod interval;
mod label;
mod mark;
mod outline;
mod place;
mod plot;
mod profile;
mod rank_strip;
mod ranking;
mod rows;
mod score;
mod services;
mod sites;
#[cfg(test)]
mod testing;
mod text;
mod tone;

/// What a map says about itself.
#[derive(Clone, Debug, PartialEq)]
pub struct MapAbout {
    /// The title; at most two lines of it are shown.
    pub title: String,
    /// Shown under the title; may be empty.
    pub subtitle: String,
    /// The words of every fixed text.
    pub words: Words,
    /// Where the facts come from.
    pub source: String,
    /// When they were collected; may be empty.
    pub date: String,
    /// The working CRS as people know it, such as `SWEREF99 TM`.
    pub crs_name: String,
    /// Marked as invented.
    pub synthetic: bool,
    /// Marked as incomplete.
    pub incomplete: bool,
}

/// A municipality on the score map.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoredArea<'a> {
    /// Its code; maps list municipalities in this order where ranks are equal.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its area in the working CRS.
    pub area: &'a Area,
    /// Absent where too much is unknown.
    pub score: Option<Score>,
    /// The lowest score that the unknowns allow.
    pub low: Score,
    /// The highest.
    pub high: Score,
    /// Its place among all; absent without a score.
    pub rank: Option<u32>,
    /// The services that its sites need.
    pub services: ServicePlaces,
}

/// A municipality on the site map.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedArea<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its area in the working CRS.
    pub area: &'a Area,
}

/// What a map says of its sites: one of a few classes, worst first, each with a mark.
pub trait SiteClass: Code + Ord + std::fmt::Debug + 'static {
    /// The colour of the cables that stand out.
    const MARKED_SPAN: Rgb;
    /// The colour of its mark.
    fn colour(self) -> Rgb;
    /// The shape of its mark.
    fn shape(self) -> Shape;
    /// Under the legend of sites.
    fn note(words: Words) -> String;
    /// The cables that stand out.
    fn marked_span(words: Words) -> String;
}

macro_rules! site_class {
    ($class:ident, $marked:expr, $note:ident, $marked_span:ident) => {
        impl SiteClass for $class {
            const MARKED_SPAN: Rgb = $marked;
            fn colour(self) -> Rgb {
                self.colour()
            }
            fn shape(self) -> Shape {
                self.shape()
            }
            fn note(words: Words) -> String {
                words.say(key::$note)
            }
            fn marked_span(words: Words) -> String {
                words.say(key::$marked_span)
            }
        }
    };
}

site_class!(SiteCondition, SPAN_SINGLE, MapWorstCounts, MapCableAlone);
site_class!(ServiceNow, SPAN_SINGLE, MapServiceNote, MapCableAlone);
site_class!(ServiceLost, FAILED, MapServiceNote, MapCableFailed);

/// A site on a map of sites.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapSite<C = SiteCondition> {
    /// Where it is, in the working CRS.
    pub place: Projected,
    /// What it is.
    pub kind: SiteKind,
    /// What the map says of it.
    pub condition: C,
}

/// A cable on a map of sites.
#[derive(Clone, Debug, PartialEq)]
pub struct MapSpan<'a> {
    /// Its route, in metres of the working CRS.
    pub route: &'a LineString<f64>,
    /// Whether it stands out: its loss alone cuts off a site, or it has failed.
    pub marked: bool,
}

/// What an outage adds to a map of sites.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit<'a> {
    /// The nodes and masts that have failed.
    pub points: Vec<Projected>,
    /// The areas that are hit.
    pub areas: &'a [Area],
}

/// Writes the score map to `stem.svg` and `stem.png`.
///
/// Up to 25 municipalities carry their name, score and interval; up to 60 a number that a list
/// beside the map explains; beyond that only colours are shown, and a dot where the interval
/// reaches into another class.
pub fn score_map(areas: &[ScoredArea], about: &MapAbout, stem: &Path) -> Result<(), Error> {
    let scene = score::Scene::decide(areas, about)
        .ok_or_else(|| Error::Internal("a score map without municipalities".to_owned()))?;
    write(&scene.drawing(about), stem)
}

/// Writes a map of sites to `stem.svg` and `stem.png`.
pub fn site_map<C: SiteClass>(
    areas: &[NamedArea],
    sites: &[MapSite<C>],
    spans: &[MapSpan],
    hit: &Hit,
    about: &MapAbout,
    stem: &Path,
) -> Result<(), Error> {
    let scene = sites::Scene::decide(areas, sites, spans, hit, about)
        .ok_or_else(|| Error::Internal("a site map without municipalities".to_owned()))?;
    write(&scene.drawing(about), stem)
}

/// Writes the plot of endurance to `stem.svg` and `stem.png`: [`PANELS_AT_MOST`] panels at most.
pub fn endurance_plot(
    curves: &[EnduranceCurve<'_>],
    about: &MapAbout,
    stem: &Path,
) -> Result<(), Error> {
    write(&curve::drawing(&curves[..curves.len().min(PANELS_AT_MOST)], about), stem)
}

/// Writes the plot of ranks to `stem.svg` and `stem.png`, in the order of the units.
///
/// Up to 60 units stand in one column, more in two or three.
pub fn ranking_plot(units: &[RankedUnit<'_>], about: &MapAbout, stem: &Path) -> Result<(), Error> {
    write(&ranking::drawing(units, about), stem)
}

/// Writes the plot of profiles to `stem.svg` and `stem.png`: [`PROFILES_AT_MOST`] panels at most.
pub fn profile_plot(profiles: &Profiles<'_>, about: &MapAbout, stem: &Path) -> Result<(), Error> {
    write(&profile::drawing(profiles, about), stem)
}

/// Writes the plot of contributions to `stem.svg` and `stem.png`, in the order of the units.
pub fn contribution_plot(
    pillars: &[String],
    units: &[Contribution<'_>],
    about: &MapAbout,
    stem: &Path,
) -> Result<(), Error> {
    write(&contribution::drawing(pillars, units, about), stem)
}

/// Writes the strip of ranks to `stem.svg` and `stem.png`, in the order of the units.
///
/// More than 60 ranks are put together in 60 columns; of more than 60 units every tenth is named.
pub fn rank_strip(units: &[RankChances<'_>], about: &MapAbout, stem: &Path) -> Result<(), Error> {
    write(&rank_strip::drawing(units, about), stem)
}

/// Writes the table of digital services to `stem.svg` and `stem.png`.
///
/// Up to 60 rows every cell says how many of the sites concerned are ready; beyond that its colour
/// says what share.
pub fn service_table(
    services: &[String],
    rows: &[HeatRow<'_>],
    about: &MapAbout,
    stem: &Path,
) -> Result<(), Error> {
    write(&services::drawing(services, rows, about), stem)
}

fn write(drawing: &mark::Drawing, stem: &Path) -> Result<(), Error> {
    // Not `with_extension`: a stem may hold a dot.
    let named = |ending: &str| {
        let mut path = stem.as_os_str().to_owned();
        path.push(ending);
        std::path::PathBuf::from(path)
    };
    let path = named(".svg");
    std::fs::write(&path, draw::svg(drawing)?).map_err(|cause| Error::write(path, cause))?;
    draw::png(drawing, &named(".png"))
}

#[cfg(test)]
mod tests {
    use super::testing::{about, block};
    use super::*;

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        let area = block(0.0, 0.0, 4e4, 3e4);
        let named = NamedArea { name: "Tanum", area: &area };
        let place = Projected::from_metres(1e4, 1e4).unwrap();
        let site =
            MapSite { place, kind: SiteKind::CareHome, condition: SiteCondition::Unconnected };
        let folder = tempfile::tempdir().unwrap();
        let run = |name: &str| {
            let stem = folder.path().join(name);
            let areas = std::slice::from_ref(&named);
            site_map(areas, &[site], &[], &Hit::default(), &about("T"), &stem.join("sites.v1"))
                .unwrap();
            ["sites.v1.svg", "sites.v1.png"].map(|file| std::fs::read(stem.join(file)).unwrap())
        };
        for name in ["a", "b"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        assert!(run("a") == run("b"));
    }

    type Plot<'a> = &'a dyn Fn(&Path) -> Result<(), Error>;

    #[test]
    fn plots_have_the_same_bytes_twice() {
        let folder = tempfile::tempdir().unwrap();
        let (about, half) = (about("T"), Score::clamped(50.0));
        let (low, high) = (Score::MIN, Score::MAX);
        let names = ["Fast".to_owned()];
        let row =
            HeatRow { name: "Å", cells: vec![Some(HeatCell { ready: 1, ..HeatCell::default() })] };
        let ranked = RankedUnit {
            name: "Å",
            score: half,
            low,
            high,
            rank: Some(1),
            rank_low: Some(1),
            rank_high: Some(2),
        };
        let value = PillarValue { value: half, low, high };
        let score = Interval { score: half, low, high };
        let profiles = Profiles {
            pillars: names.to_vec(),
            medians: vec![half],
            units: vec![UnitProfile { name: "Å", score, pillars: vec![value] }],
        };
        let parts = Contribution { name: "Å", score, got: vec![50.0], lost: vec![50.0] };
        let chances = RankChances { name: "Å", rank: Some(1), probabilities: vec![1.0] };
        let plots: [(_, Plot); 5] = [
            ("services", &|stem| service_table(&names, std::slice::from_ref(&row), &about, stem)),
            ("ranking", &|stem| ranking_plot(std::slice::from_ref(&ranked), &about, stem)),
            ("profile", &|stem| profile_plot(&profiles, &about, stem)),
            ("parts", &|stem| {
                contribution_plot(&names, std::slice::from_ref(&parts), &about, stem)
            }),
            ("strip", &|stem| rank_strip(std::slice::from_ref(&chances), &about, stem)),
        ];
        for (name, plot) in plots {
            let [once, again] = ["once", "again"].map(|time| {
                let stem = folder.path().join(format!("{name}-{time}"));
                plot(&stem).unwrap();
                ["svg", "png"].map(|ending| {
                    std::fs::read(folder.path().join(format!("{name}-{time}.{ending}"))).unwrap()
                })
            });
            assert!(once == again, "{name}");
        }
    }

    #[test]
    fn a_map_that_cannot_be_written_names_the_file() {
        let area = block(0.0, 0.0, 4e4, 3e4);
        let named = NamedArea { name: "Tanum", area: &area };
        let folder = tempfile::tempdir().unwrap();
        let stem = folder.path().join("missing").join("sites");
        let fault =
            site_map::<SiteCondition>(&[named], &[], &[], &Hit::default(), &about("T"), &stem)
                .unwrap_err();
        assert!(fault.to_string().contains("missing/sites.svg"), "{fault}");
        assert!(matches!(
            site_map::<SiteCondition>(&[], &[], &[], &Hit::default(), &about("T"), &stem),
            Err(Error::Internal(_))
        ));
    }
}
