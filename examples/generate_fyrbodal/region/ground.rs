//! The ground: real municipalities and places, and invented hamlets between them.

use std::error::Error;
use std::path::Path;

use serde_json::Value;

use super::area::{Area, Part};
use super::dice::{Dice, Stream};
use super::names;
use super::plane::{Point, Projection};

/// One municipality.
pub struct Municipality {
    pub code: String,
    /// Starts the ids of its nodes and feeds.
    pub prefix: &'static str,
    pub area: Area,
}

/// A real place or an invented hamlet.
pub struct Settlement {
    pub name: String,
    pub municipality: usize,
    pub centre: Point,
    pub population: f64,
    pub hamlet: bool,
    /// Most of it lies within this many metres of the centre.
    pub radius: f64,
    /// Metres from the centre to the generalised area of its municipality.
    pub off_area: f64,
}

/// Where everything stands.
pub struct Ground {
    pub municipalities: Vec<Municipality>,
    /// Places first, in file order, then hamlets.
    pub settlements: Vec<Settlement>,
}

/// Per municipality: code, prefix of ids, number of invented hamlets.
const MUNICIPALITIES: [(&str, &str, usize); 14] = [
    ("1421", "ORU", 3),
    ("1427", "SOT", 1),
    ("1430", "MUN", 4),
    ("1435", "TAN", 5),
    ("1438", "DED", 5),
    ("1439", "FRG", 4),
    ("1460", "BEN", 5),
    ("1461", "MEL", 4),
    ("1484", "LYS", 1),
    ("1485", "UDD", 5),
    ("1486", "STR", 4),
    ("1487", "VAN", 5),
    ("1488", "TRO", 3),
    ("1492", "AMA", 5),
];

/// Lakes that no hamlet may stand in: longitude, latitude, radius in metres. Recalled, not
/// surveyed, and generous: the generalised municipalities know no lakes.
const LAKES: [(f64, f64, f64); 19] = [
    (11.90, 58.96, 2500.0), // Stora Le, south
    (11.86, 59.04, 4000.0), // Stora Le, middle
    (11.80, 59.12, 4500.0), // Stora Le, north
    (12.12, 59.08, 3500.0), // Lelång, south
    (12.15, 59.16, 3500.0), // Lelång, north
    (12.38, 59.07, 3500.0), // Västra Silen
    (12.45, 59.00, 3000.0), // Ärr and Laxsjön
    (12.62, 58.92, 3500.0), // Ånimmen
    (12.53, 58.86, 3000.0), // Ånimmen, south
    (12.28, 58.87, 2500.0), // Ivägen
    (11.57, 58.70, 3500.0), // Södra Bullaresjön
    (11.52, 58.79, 3500.0), // Norra Bullaresjön
    (11.65, 58.86, 3000.0), // Kornsjön, south
    (12.05, 58.63, 3000.0), // Ragnerudssjön
    (11.72, 58.62, 2500.0), // Kärnsjön, north
    (11.67, 58.52, 2500.0), // Kärnsjön, south
    (12.20, 58.43, 2000.0), // Hästefjorden
    (12.13, 58.33, 2000.0), // Öresjö
    (12.42, 58.62, 2500.0), // Östebosjön
];

/// Hamlets keep this far from the rim of their municipality, where the generalised line is off.
const HAMLET_FROM_RIM_M: f64 = 1200.0;
/// Hamlets keep this far from places and each other.
const HAMLET_APART_M: f64 = 3600.0;

impl Ground {
    pub fn read(given: &Path, to: &Projection, seed: u64) -> Result<Self, Box<dyn Error>> {
        let municipalities = read_municipalities(&given.join("municipalities.geojson"), to)?;
        let mut ground = Self { municipalities, settlements: Vec::new() };
        let mut places = csv::Reader::from_path(given.join("places.csv"))?;
        for row in places.records() {
            let row = row?;
            let code = &row[4];
            let municipality = ground.index_of(code).ok_or("a place in no municipality")?;
            let centre = to.point(row[2].parse()?, row[1].parse()?)?;
            ground.settle(row[0].to_owned(), municipality, centre, row[3].parse()?, false);
        }
        ground.found_hamlets(to, seed)?;
        Ok(ground)
    }

    pub fn index_of(&self, code: &str) -> Option<usize> {
        self.municipalities.iter().position(|m| m.code == code)
    }

    /// The place with this name.
    pub fn place(&self, name: &str) -> usize {
        let found = self.settlements.iter().position(|s| s.name == name);
        found.unwrap_or_else(|| panic!("{name} is not in places.csv"))
    }

    /// Metres to the nearest municipality, 0 inside one.
    pub fn metres_to_land(&self, point: Point) -> f64 {
        if self.is_land(point) {
            return 0.0;
        }
        self.municipalities.iter().map(|m| m.area.metres_to(point)).fold(f64::INFINITY, f64::min)
    }

    /// Whether any municipality contains it.
    pub fn is_land(&self, point: Point) -> bool {
        self.municipalities.iter().any(|m| m.area.contains(point))
    }

    /// Whether a site of the settlement may stand here: inside its municipality, or close to
    /// the centre of a place that the generalised coast leaves out.
    pub fn may_stand(&self, settlement: &Settlement, point: Point) -> bool {
        const QUAY_M: f64 = 400.0;
        const NEAREST_WITHIN_M: f64 = 1950.0;
        let area = &self.municipalities[settlement.municipality].area;
        area.contains(point)
            || settlement.off_area > 0.0
                && settlement.centre.distance(point) <= QUAY_M
                && area.metres_to(point) <= NEAREST_WITHIN_M
    }

    fn settle(&mut self, name: String, municipality: usize, at: Point, people: f64, hamlet: bool) {
        let off_area = self.municipalities[municipality].area.metres_to(at);
        // 17 m per root of a person: 3.2 km for Uddevalla's 34 800, 450 m for a village of 700.
        let radius = (17.0 * people.sqrt()).max(300.0);
        let settlement = Settlement {
            name,
            municipality,
            centre: at,
            population: people,
            hamlet,
            radius,
            off_area,
        };
        self.settlements.push(settlement);
    }

    fn found_hamlets(&mut self, to: &Projection, seed: u64) -> Result<(), Box<dyn Error>> {
        let mut dice = Dice::new(seed, Stream::Hamlets);
        let mut lakes = Vec::new();
        for (lon, lat, radius) in LAKES {
            lakes.push((to.point(lon, lat)?, radius));
        }
        let mut names = names::hamlets();
        for (code, _, hamlets) in MUNICIPALITIES {
            let municipality = self.index_of(code).ok_or("a municipality is missing")?;
            for _ in 0..hamlets {
                // Skaftö is small: an island hamlet keeps a shorter distance.
                let close = if code == "1484" { 0.25 } else { 1.0 };
                let at = self.hamlet_ground(municipality, close, &lakes, &mut dice);
                let people = dice.between(160.0, 640.0).round();
                let name = names.next(code).to_owned();
                self.settle(name, municipality, at, people, true);
            }
        }
        Ok(())
    }

    fn hamlet_ground(
        &self,
        municipality: usize,
        close: f64,
        lakes: &[(Point, f64)],
        dice: &mut Dice,
    ) -> Point {
        let area = &self.municipalities[municipality].area;
        // The island hamlet stands on the last part of its municipality, the others on the largest.
        let land = if close < 1.0 { area.last() } else { area.largest() };
        let (low, high) = land.bounds();
        for _ in 0..100_000 {
            let at = Point::new(dice.between(low.e, high.e), dice.between(low.n, high.n));
            if land.contains(at)
                && land.metres_to_rim(at) >= HAMLET_FROM_RIM_M * close
                && self.settlements.iter().all(|s| s.centre.distance(at) >= HAMLET_APART_M * close)
                && lakes.iter().all(|&(lake, radius)| lake.distance(at) >= radius)
            {
                return at;
            }
        }
        panic!("no room for a hamlet in {}", self.municipalities[municipality].code)
    }
}

fn read_municipalities(path: &Path, to: &Projection) -> Result<Vec<Municipality>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let collection: Value = serde_json::from_str(&text)?;
    let mut found = Vec::new();
    for feature in collection["features"].as_array().ok_or("no features")? {
        let code = feature["properties"]["kommunkod"].as_str().ok_or("no kommunkod")?.to_owned();
        let (_, prefix, _) =
            MUNICIPALITIES.into_iter().find(|m| m.0 == code).ok_or("not one of the fourteen")?;
        let parts: Vec<Vec<Vec<[f64; 2]>>> =
            serde_json::from_value(feature["geometry"]["coordinates"].clone())?;
        let mut area = Vec::new();
        for part in parts {
            let mut rings = Vec::new();
            for ring in part {
                let line: Result<Vec<Point>, _> =
                    ring.iter().map(|&[lon, lat]| to.point(lon, lat)).collect();
                rings.push(line?);
            }
            area.push(Part::new(rings));
        }
        found.push(Municipality { code, prefix, area: Area::new(area) });
    }
    Ok(found)
}
