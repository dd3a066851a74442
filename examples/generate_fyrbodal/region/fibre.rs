//! Fixed coverage: where fibre is connected, passes by or is planned, and fixed wireless.

use std::error::Error;

use serde::Serialize;

use super::Files;
use super::dice::{Dice, Stream};
use super::ground::Ground;
use super::plane::{Point, Projection};
use super::shape::Star;
use super::sites::{Kind, Site};
use super::write::{self, Feature, Geometry};

/// How far a connection has come at a site, as a reader of the files must conclude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Connected,
    Passed,
    Planned,
    None,
    Unknown,
}

/// An area round a settlement.
pub struct Patch {
    pub settlement: usize,
    pub star: Star,
}

/// The fixed layers.
pub struct Fibre {
    pub connected: Vec<Patch>,
    pub passed: Vec<Patch>,
    pub planned: Vec<Patch>,
    wireless: Vec<(Patch, u32)>,
}

/// How much of a place the connected fibre reaches (share of its radius), and the chance that a
/// hamlet has fibre. Follows the regional mapping of October 2023: 94 % of households in Västra
/// Götaland had 100 Mbit/s, 65.5 % in Bengtsfors (the lowest), at least 95 % in Trollhättan.
fn reach(code: &str) -> (f64, f64) {
    match code {
        "1460" => (0.90, 0.30),
        "1438" => (1.10, 0.45),
        "1439" => (0.85, 0.20),
        "1485" => (1.30, 0.90),
        "1488" => (1.30, 0.90),
        "1487" => (1.10, 0.70),
        "1486" | "1492" => (1.05, 0.75),
        _ => (0.95, 0.60),
    }
}

impl Fibre {
    pub fn make(ground: &Ground, seed: u64) -> Self {
        let mut dice = Dice::new(seed, Stream::Fibre);
        let (mut connected, mut passed, mut planned) = (Vec::new(), Vec::new(), Vec::new());
        let mut wireless = Vec::new();
        for (settlement, here) in ground.settlements.iter().enumerate() {
            let (share, chance) = reach(&ground.municipalities[here.municipality].code);
            let patch = |radius: f64, dice: &mut Dice| Patch {
                settlement,
                star: Star::new(here.centre, radius, 0.3, dice),
            };
            if !here.hamlet {
                // A quay that the generalised coast leaves out is built close.
                let radius = here.radius.max(450.0) * share;
                connected.push(patch(radius, &mut dice));
                passed.push(patch(radius * 1.35, &mut dice));
                continue;
            }
            let lot = dice.unit();
            if lot < chance {
                connected.push(patch(900.0, &mut dice));
            } else if lot < chance + 0.3 * (1.0 - chance) {
                passed.push(patch(1500.0, &mut dice));
            } else if lot < chance + 0.5 * (1.0 - chance) {
                planned.push(patch(1800.0, &mut dice));
            }
            if dice.chance(0.25) {
                let mbps = dice.pick(&[30, 50, 100]);
                wireless.push((patch(3200.0, &mut dice), mbps));
            }
        }
        Self { connected, passed, planned, wireless }
    }

    /// What the layers alone say.
    fn layer_status(&self, at: Point) -> Status {
        let covers = |patches: &[Patch]| patches.iter().any(|p| p.star.contains(at));
        if covers(&self.connected) || self.wireless.iter().any(|(p, _)| p.star.contains(at)) {
            Status::Connected
        } else if covers(&self.passed) {
            Status::Passed
        } else if covers(&self.planned) {
            Status::Planned
        } else {
            Status::Unknown
        }
    }

    pub fn has_fibre_area(&self, at: Point) -> bool {
        self.connected.iter().any(|p| p.star.contains(at))
    }

    /// The status by the rule that the owner's word beats any layer.
    pub fn status(&self, site: &Site) -> Status {
        match (site.owner_says_fibre, self.layer_status(site.at)) {
            (Some(true), _) => Status::Connected,
            (Some(false), Status::Unknown) => Status::None,
            (_, status) => status,
        }
    }

    /// Lets some owners know of their fibre: most schools, half of the homes and centres.
    pub fn tell_owners(&self, sites: &mut [Site], seed: u64) {
        let mut dice = Dice::new(seed, Stream::Owners);
        for site in sites {
            let knows = match site.kind {
                Kind::School => 0.85,
                Kind::CareHome | Kind::HealthCentre => 0.5,
                Kind::Preschool => 0.0,
            };
            let (knows, own_cable) = (dice.chance(knows), dice.chance(0.12));
            site.owner_says_fibre = match self.layer_status(site.at) {
                // Owners outside every fibre area: a few have a cable that no layer shows.
                _ if knows && self.has_fibre_area(site.at) => Some(true),
                Status::Unknown if knows => Some(own_cable),
                _ => None,
            };
        }
    }

    pub fn write(&self, to: &Projection, files: &mut Files) -> Result<(), Box<dyn Error>> {
        let polygon = |patch: &Patch| -> Result<Geometry, Box<dyn Error>> {
            Ok(Geometry::Polygon { coordinates: [to.lon_lats(&patch.star.rim())?] })
        };
        let mut connected = Vec::new();
        for (i, patch) in self.connected.iter().enumerate() {
            let id = format!("FA-{:03}", i + 1);
            connected.push(Feature::new(Connected { id, technology: "fibre" }, polygon(patch)?));
        }
        files.insert(
            "fibre_connected.geojson".into(),
            write::collection("fibre_connected", &connected)?,
        );

        let both = self.passed.iter().map(|p| (p, "passed"));
        let both = both.chain(self.planned.iter().map(|p| (p, "planned")));
        let mut passed = Vec::new();
        for (i, (patch, status)) in both.enumerate() {
            let id = format!("FP-{:03}", i + 1);
            passed.push(Feature::new(Passed { id, status }, polygon(patch)?));
        }
        files.insert("fibre_passed.geojson".into(), write::collection("fibre_passed", &passed)?);

        let mut wireless = Vec::new();
        for (i, (patch, mbps)) in self.wireless.iter().enumerate() {
            let id = format!("FR-{:03}", i + 1);
            wireless.push(Feature::new(Wireless { id, mbps: *mbps }, polygon(patch)?));
        }
        files.insert(
            "fixed_wireless.geojson".into(),
            write::collection("fixed_wireless", &wireless)?,
        );
        Ok(())
    }
}

#[derive(Serialize)]
struct Connected {
    id: String,
    technology: &'static str,
}

#[derive(Serialize)]
struct Passed {
    id: String,
    status: &'static str,
}

#[derive(Serialize)]
struct Wireless {
    id: String,
    mbps: u32,
}
