//! Which municipality each site is in.
//!
//! Point in polygon in the working CRS; a place on a boundary goes to the lowest code. A site
//! outside every polygon joins the nearest within a distance that the project sets: generalised
//! boundaries cut off the coast, and the fallback is reported, not hidden.

use geo::{Distance, Euclidean};

use crate::access::area_index::AreaIndex;
use crate::crs::{Area, Projected};
use crate::findings::{Finding, Findings, Rule};
use crate::model::municipality::{Municipality, MunicipalityIdx};
use crate::model::site::Site;
use crate::model::source::Source;
use crate::units::Metres;
use crate::words::{Said, codes, key};

codes! {
    /// How a site came to its municipality.
    pub enum MunicipalityMatch: "municipality-match" {
        /// Inside its polygon.
        Inside = "inside",
        /// Outside every polygon; it is the nearest.
        Nearest = "nearest",
        /// No polygon; the municipality, where there is one, is what the register states.
        None = "none",
    }
}

/// Where a site counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// The municipality.
    pub municipality: Option<MunicipalityIdx>,
    /// How it was found.
    pub matched: MunicipalityMatch,
    /// Whether the register states another one.
    pub mismatch: bool,
}

/// Locates every site, in site order. `municipalities` are sorted by code; a site in one of the
/// `unselected` areas counts in none.
pub fn locate(
    sites: &[Site],
    municipalities: &[Municipality],
    unselected: &[Area],
    nearest_within: Metres,
    sources: &[Source],
    findings: &mut Findings,
) -> Vec<Location> {
    // The selected ones first, so that their places in the index are those in the list.
    let areas: Vec<&Area> = municipalities.iter().map(|m| &m.area).chain(unselected).collect();
    let index = AreaIndex::new(areas.iter().copied());
    sites
        .iter()
        .map(|site| {
            let stated =
                site.stated_municipality.as_deref().map(|code| stated(code, municipalities));
            let about = |rule, message: Said| {
                Finding::new(rule, &sources[site.origin.source.0].path, message)
                    .at(site.origin.row)
                    .field("municipality")
            };
            if let Some(Stated { padded: true, code, .. }) = &stated {
                findings.add(
                    about(
                        Rule::MunicipalityCodePadded,
                        key::FindingSiteCodePadded { site: &site.id, code }.into(),
                    )
                    .value(site.stated_municipality.as_deref().unwrap_or_default())
                    .hint(key::HintCodesText),
                );
            }
            let Some(place) = site.place else {
                return without_place(site, stated, about, findings);
            };
            let is_selected = |i: &usize| *i < municipalities.len();
            let found = match index.holding(place).first() {
                Some(lowest) => is_selected(lowest).then_some((*lowest, MunicipalityMatch::Inside)),
                None => {
                    let near = nearest(place, &areas, &index, nearest_within);
                    near.filter(|(i, _)| is_selected(i)).map(|(i, distance)| {
                        let joined = named(&municipalities[i]);
                        let message =
                            key::FindingNearest { site: &site.id, distance, municipality: joined };
                        findings.add(about(Rule::SiteNearestMunicipality, message.into()));
                        (i, MunicipalityMatch::Nearest)
                    })
                }
            };
            let Some((municipality, matched)) = found else {
                findings.add(
                    about(
                        Rule::SiteOutsideMunicipalities,
                        key::FindingInNone { site: &site.id }.into(),
                    )
                    .value(format!("{:.1} {:.1}", place.easting(), place.northing()))
                    .hint(key::HintNearest),
                );
                return Location {
                    municipality: None,
                    matched: MunicipalityMatch::None,
                    mismatch: false,
                };
            };
            let mismatch = stated.as_ref().is_some_and(|s| s.municipality != Some(municipality));
            if let (true, Some(stated)) = (mismatch, &stated) {
                findings.add(
                    about(
                        Rule::SiteMunicipalityMismatch,
                        key::FindingMismatch {
                            site: &site.id,
                            municipality: named(&municipalities[municipality]),
                            stated: &stated.code,
                        }
                        .into(),
                    )
                    .value(&stated.code),
                );
            }
            Location { municipality: Some(MunicipalityIdx(municipality)), matched, mismatch }
        })
        .collect()
}

/// Tells of any place which municipality it is inside, on a boundary the lowest code.
pub fn finder<'a>(
    municipalities: &'a [Municipality],
) -> impl Fn(Projected) -> Option<&'a Municipality> {
    let index = AreaIndex::new(municipalities.iter().map(|m| &m.area));
    move |place| index.holding(place).first().map(|&i| &municipalities[i])
}

fn named(municipality: &Municipality) -> String {
    format!("{} {}", municipality.code, municipality.name)
}

/// What a register says of a site's municipality, looked up.
struct Stated {
    code: String,
    padded: bool,
    municipality: Option<usize>,
}

fn stated(code: &str, municipalities: &[Municipality]) -> Stated {
    let find = |code: &str| municipalities.binary_search_by(|m| m.code.as_str().cmp(code)).ok();
    let lost_zero = code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit());
    let restored = format!("0{code}");
    match find(code) {
        None if lost_zero => Stated { municipality: find(&restored), code: restored, padded: true },
        found => Stated { municipality: found, code: code.to_owned(), padded: false },
    }
}

fn without_place(
    site: &Site,
    stated: Option<Stated>,
    about: impl Fn(Rule, Said) -> Finding,
    findings: &mut Findings,
) -> Location {
    let municipality = stated.as_ref().and_then(|s| s.municipality);
    match (municipality, stated) {
        (Some(_), Some(stated)) => findings.add(
            about(
                Rule::SiteMunicipalityStated,
                key::FindingStated { site: &site.id, stated: &stated.code }.into(),
            )
            .value(&stated.code),
        ),
        (_, stated) => findings.add(
            about(Rule::SiteOutsideMunicipalities, key::FindingNowhere { site: &site.id }.into())
                .value(stated.map(|s| s.code).unwrap_or_default()),
        ),
    }
    Location {
        municipality: municipality.map(MunicipalityIdx),
        matched: MunicipalityMatch::None,
        mismatch: false,
    }
}

/// The nearest area within a distance; on a tie the first in the list.
fn nearest(
    place: Projected,
    areas: &[&Area],
    index: &AreaIndex<'_>,
    within: Metres,
) -> Option<(usize, Metres)> {
    if within == Metres::ZERO {
        return None;
    }
    let point = geo::Point(place.coord());
    index
        .near(place, within.value())
        .into_iter()
        .filter_map(|i| {
            let metres = Euclidean.distance(&point, areas[i].polygons());
            Some((Metres::new(metres)?, i))
        })
        .filter(|&(distance, _)| distance <= within)
        .min()
        .map(|(distance, i)| (i, distance))
}
