//! Sites: schools, preschools, care homes and health centres at the real places.

use std::error::Error;

use super::Files;
use super::dice::{Dice, Stream};
use super::ground::{Ground, Settlement};
use super::names;
use super::plane::{Point, Projection};
use super::write::{self, Feature, Geometry};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    School,
    Preschool,
    CareHome,
    HealthCentre,
}

/// A site as its owner's register has it; what is `None` is blank there.
pub struct Site {
    pub id: String,
    pub name: String,
    pub kind: Kind,
    /// Where it stands, also when the register does not say.
    pub at: Point,
    pub settlement: usize,
    pub stated_code: String,
    pub has_coordinates: bool,
    pub persons: Option<u32>,
    pub owner_says_fibre: Option<bool>,
    pub ups_h: Option<u32>,
    pub feeds: Vec<String>,
    pub node: Option<String>,
}

/// How one kind is spread over the settlements.
struct Plan {
    kind: Kind,
    prefix: &'static str,
    count: usize,
    /// Sites per settlement grow with population to this power: below 1 favours small places.
    power: f64,
    /// Hamlets have them too.
    hamlets: bool,
    smallest_place: f64,
}

const PLANS: [Plan; 4] = [
    Plan {
        kind: Kind::School,
        prefix: "SYN-SK",
        count: 110,
        power: 0.60,
        hamlets: true,
        smallest_place: 0.0,
    },
    Plan {
        kind: Kind::Preschool,
        prefix: "SYN-FS",
        count: 120,
        power: 0.68,
        hamlets: true,
        smallest_place: 0.0,
    },
    Plan {
        kind: Kind::CareHome,
        prefix: "SYN-AB",
        count: 70,
        power: 0.65,
        hamlets: true,
        smallest_place: 500.0,
    },
    Plan {
        kind: Kind::HealthCentre,
        prefix: "SYN-VC",
        count: 25,
        power: 0.65,
        hamlets: false,
        smallest_place: 1200.0,
    },
];

pub fn make(ground: &Ground, seed: u64) -> Vec<Site> {
    let mut dice = Dice::new(seed, Stream::Sites);
    let mut sites: Vec<Site> = Vec::new();
    for plan in PLANS {
        let mut number = 0;
        for (settlement, count) in spread(&plan, &ground.settlements).into_iter().enumerate() {
            let here = &ground.settlements[settlement];
            for nth in 0..count {
                let at = plot(ground, here, &sites, &mut dice);
                let name = match plan.kind {
                    Kind::School => names::school(&here.name, nth, count),
                    Kind::Preschool => names::preschool(&here.name, number),
                    Kind::CareHome => names::care_home(&here.name, number),
                    Kind::HealthCentre => names::health_centre(&here.name, nth),
                };
                number += 1;
                sites.push(Site {
                    id: format!("{}-{number:03}", plan.prefix),
                    name,
                    kind: plan.kind,
                    at,
                    settlement,
                    stated_code: ground.municipalities[here.municipality].code.clone(),
                    has_coordinates: true,
                    persons: Some(persons(plan.kind, here, &mut dice)),
                    owner_says_fibre: None,
                    ups_h: None,
                    feeds: Vec::new(),
                    node: None,
                });
            }
        }
    }
    leave_gaps(ground, &mut sites);
    sites
}

/// Sites per settlement: largest remainders of the power of the population.
fn spread(plan: &Plan, settlements: &[Settlement]) -> Vec<usize> {
    let weight = |s: &Settlement| {
        let allowed = if s.hamlet { plan.hamlets } else { s.population >= plan.smallest_place };
        if allowed { s.population.powf(plan.power) } else { 0.0 }
    };
    let total: f64 = settlements.iter().map(weight).sum();
    let quotas: Vec<f64> =
        settlements.iter().map(|s| plan.count as f64 * weight(s) / total).collect();
    let mut counts: Vec<usize> = quotas.iter().map(|q| *q as usize).collect();
    let mut by_remainder: Vec<usize> = (0..quotas.len()).collect();
    by_remainder.sort_by(|&a, &b| quotas[b].fract().total_cmp(&quotas[a].fract()).then(a.cmp(&b)));
    let missing = plan.count - counts.iter().sum::<usize>();
    for &settlement in by_remainder.iter().take(missing) {
        counts[settlement] += 1;
    }
    counts
}

/// Denser towards the centre, where the ground allows, and not on top of another site.
fn plot(ground: &Ground, here: &Settlement, taken: &[Site], dice: &mut Dice) -> Point {
    const APART_M: f64 = 60.0;
    for _ in 0..10_000 {
        let (e, n) = dice.in_disc();
        // One in eight stands out in the parish.
        let parish = if dice.chance(0.125) { 2500.0 } else { 0.0 };
        let spread = here.radius * dice.between(0.35, 1.0) + parish;
        let at = here.centre.offset(e * spread, n * spread);
        if ground.may_stand(here, at) && taken.iter().all(|s| s.at.distance(at) >= APART_M) {
            return at;
        }
    }
    panic!("no room for a site in {}", here.name)
}

fn persons(kind: Kind, here: &Settlement, dice: &mut Dice) -> u32 {
    let (low, high) = match (kind, here.population) {
        (Kind::School, people) if people < 500.0 => (18.0, 70.0),
        (Kind::School, people) if people < 2500.0 => (60.0, 210.0),
        (Kind::School, _) => (140.0, 620.0),
        (Kind::Preschool, people) if people < 500.0 => (9.0, 34.0),
        (Kind::Preschool, _) => (28.0, 115.0),
        (Kind::CareHome, people) if people < 2500.0 => (12.0, 38.0),
        (Kind::CareHome, _) => (24.0, 84.0),
        (Kind::HealthCentre, _) => (14.0, 58.0),
    };
    dice.between(low, high).round() as u32
}

/// What real registers lack or get wrong, at chosen rows of otherwise complete ones.
fn leave_gaps(ground: &Ground, sites: &mut [Site]) {
    let nth_of = |sites: &[Site], kind, nth| {
        (0..sites.len()).filter(|&i| sites[i].kind == kind).nth(nth).expect("dozens of each kind")
    };
    // Pupils or residents not reported.
    for (kind, nth) in [(Kind::School, 17), (Kind::Preschool, 31), (Kind::CareHome, 22)] {
        let site = nth_of(sites, kind, nth);
        sites[site].persons = None;
    }
    // An address that could not be geocoded.
    let lost = nth_of(sites, Kind::Preschool, 76);
    sites[lost].has_coordinates = false;
    // The school nearest to another municipality, and known to that one.
    let (school, code) = (0..sites.len())
        .filter(|&i| sites[i].kind == Kind::School)
        .flat_map(|i| ground.municipalities.iter().map(move |m| (i, m)))
        .filter(|(i, m)| {
            let home = ground.settlements[sites[*i].settlement].municipality;
            ground.municipalities[home].code != m.code
        })
        .map(|(i, m)| (m.area.metres_to(sites[i].at), i, m.code.clone()))
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, i, code)| (i, code))
        .expect("there is more than one municipality");
    sites[school].stated_code = code;
}

/// One file per kind, each in another of the shapes that registers come in.
pub fn write(sites: &[Site], to: &Projection, files: &mut Files) -> Result<(), Box<dyn Error>> {
    let of = |kind| sites.iter().filter(move |s| s.kind == kind);

    // As a Swedish spreadsheet exports it: byte order mark, semicolons, decimal comma.
    let mut schools = write::table(
        b';',
        &[
            "code",
            "name",
            "easting",
            "northing",
            "kommunkod",
            "pupils",
            "fibre",
            "ups_h",
            "feeds",
            "node",
        ],
    )?;
    for site in of(Kind::School) {
        schools.write_record([
            &site.id,
            &site.name,
            &coordinate(site, format!("{:.1}", site.at.e).replace('.', ",")),
            &coordinate(site, format!("{:.1}", site.at.n).replace('.', ",")),
            &site.stated_code,
            &blank_or(site.persons),
            &yes_or_no(site.owner_says_fibre),
            &blank_or(site.ups_h),
            &site.feeds.join(";"),
            &blank_or(site.node.as_ref()),
        ])?;
    }
    let mut with_mark = "\u{feff}".as_bytes().to_vec();
    with_mark.extend(schools.into_inner().map_err(|e| e.to_string())?);
    files.insert("schools.csv".into(), with_mark);

    let mut preschools =
        write::table(b',', &["id", "name", "lat", "lon", "kommunkod", "children"])?;
    for site in of(Kind::Preschool) {
        let [lon, lat] = to.lon_lat(site.at)?;
        preschools.write_record([
            &site.id,
            &site.name,
            &coordinate(site, format!("{lat:.6}")),
            &coordinate(site, format!("{lon:.6}")),
            &site.stated_code,
            &blank_or(site.persons),
        ])?;
    }
    files.insert("preschools.csv".into(), write::finish(preschools)?);

    let mut homes = write::table(
        b',',
        &["id", "name", "lat", "lon", "kommunkod", "residents", "fibre", "ups_h", "feeds"],
    )?;
    for site in of(Kind::CareHome) {
        let [lon, lat] = to.lon_lat(site.at)?;
        homes.write_record([
            &site.id,
            &site.name,
            &coordinate(site, format!("{lat:.6}")),
            &coordinate(site, format!("{lon:.6}")),
            &site.stated_code,
            &blank_or(site.persons),
            &yes_or_no(site.owner_says_fibre),
            &blank_or(site.ups_h),
            &site.feeds.join(";"),
        ])?;
    }
    files.insert("care_homes.csv".into(), write::finish(homes)?);

    let mut centres = Vec::new();
    for site in of(Kind::HealthCentre) {
        centres.push(Feature::new(
            Centre {
                id: &site.id,
                name: &site.name,
                kommunkod: &site.stated_code,
                staff: site.persons,
                fibre: site.owner_says_fibre.map(|fibre| if fibre { "ja" } else { "nej" }),
                ups_h: site.ups_h,
                feeds: site.feeds.join(";"),
            },
            Geometry::Point { coordinates: to.lon_lat(site.at)? },
        ));
    }
    files.insert("health_centres.geojson".into(), write::collection("health_centres", &centres)?);
    Ok(())
}

#[derive(serde::Serialize)]
struct Centre<'a> {
    id: &'a str,
    name: &'a str,
    kommunkod: &'a str,
    staff: Option<u32>,
    fibre: Option<&'static str>,
    ups_h: Option<u32>,
    feeds: String,
}

fn coordinate(site: &Site, written: String) -> String {
    if site.has_coordinates { written } else { String::new() }
}

fn blank_or(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn yes_or_no(value: Option<bool>) -> String {
    match value {
        Some(true) => "ja".into(),
        Some(false) => "nej".into(),
        None => String::new(),
    }
}
