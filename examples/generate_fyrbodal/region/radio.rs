//! Masts of two radio networks, and the three brands that sell them.

use std::error::Error;

use super::Files;
use super::backbone;
use super::coverage;
use super::dice::{Dice, Stream};
use super::ground::{Ground, Settlement};
use super::network::Network;
use super::plane::{Point, Projection};
use super::power;
use super::shape::Star;
use super::write;

/// The radio network that two brands share.
pub const SHARED: &str = "Delat nät";
/// The brands on it.
pub const BRANDS: [&str; 2] = ["Norrskog Mobil", "Kustcell"];
/// The brand with a radio network of its own, of the same name.
pub const OWN: &str = "Västmobil";

pub struct Mast {
    pub id: String,
    pub at: Point,
    pub operator: &'static str,
    pub radio_network: &'static str,
    pub range_m: f64,
    pub node: Option<String>,
    pub battery_h: Option<u32>,
    pub feed: String,
    pub star: Star,
}

pub struct Radio {
    pub masts: Vec<Mast>,
}

impl Radio {
    pub fn make(ground: &Ground, network: &Network, seed: u64) -> Self {
        let mut dice = Dice::new(seed, Stream::Masts);
        let mut masts: Vec<Mast> = Vec::new();
        for (settlement, here) in ground.settlements.iter().enumerate() {
            for (radio_network, in_hamlets) in [(SHARED, 0.65), (OWN, 0.45)] {
                let lot = dice.unit();
                let count = match here {
                    hamlet if hamlet.hamlet => usize::from(lot < in_hamlets),
                    place => 1 + (place.population / 9000.0) as usize,
                };
                for nth in 0..count {
                    let operator =
                        if radio_network == SHARED { BRANDS[(settlement + nth) % 2] } else { OWN };
                    let mast =
                        erect(ground, network, settlement, operator, radio_network, &mut dice);
                    masts.push(Mast { id: format!("M-{:03}", masts.len() + 1), ..mast });
                }
            }
        }
        Self { masts }
    }

    pub fn write(
        &self,
        ground: &Ground,
        to: &Projection,
        files: &mut Files,
    ) -> Result<(), Box<dyn Error>> {
        let mut table = write::table(
            b',',
            &[
                "id",
                "x",
                "y",
                "operator",
                "radio_network",
                "range_m",
                "network_node",
                "battery_h",
                "power_feed",
            ],
        )?;
        for mast in &self.masts {
            table.write_record([
                &mast.id,
                &format!("{:.1}", mast.at.e),
                &format!("{:.1}", mast.at.n),
                mast.operator,
                mast.radio_network,
                &mast.range_m.to_string(),
                mast.node.as_deref().unwrap_or_default(),
                &mast.battery_h.map_or_else(String::new, |h| h.to_string()),
                &mast.feed,
            ])?;
        }
        files.insert("masts.csv".into(), write::finish(table)?);
        coverage::write(ground, &self.masts, to, files)
    }
}

fn erect(
    ground: &Ground,
    network: &Network,
    settlement: usize,
    operator: &'static str,
    radio_network: &'static str,
    dice: &mut Dice,
) -> Mast {
    /// A mast farther from every node is reached by microwave, from a node nobody stated.
    const FIBRE_WITHIN_M: f64 = 3000.0;
    let here = &ground.settlements[settlement];
    let at = hill(ground, here, dice);
    // Urban cells are small; the countryside is served from hills.
    let reach = match here.population {
        people if people > 15_000.0 => (2400.0, 3800.0),
        people if people > 3000.0 => (4000.0, 6000.0),
        _ => (5500.0, 8500.0),
    };
    // 4G on low bands reaches farther than the 5G of the third brand.
    let band = if radio_network == SHARED { 1.25 } else { 1.0 };
    let range_m = (band * dice.between(reach.0, reach.1) / 100.0).round() * 100.0;
    let (node, metres) = network.nearest(at);
    let unstated = dice.chance(0.08);
    // In the village behind one cable every mast hangs on that cable.
    let village = here.name == backbone::ONE_CABLE.1;
    let node = match (metres <= FIBRE_WITHIN_M && !unstated, village) {
        (_, true) => Some(network.nodes[network.hub[&settlement]].id.clone()),
        (true, _) => Some(network.nodes[node].id.clone()),
        (false, _) => None,
    };
    let battery_h = dice.pick(&[Some(2), Some(4), Some(4), Some(8), Some(24), None]);
    let star = Star::new(at, range_m, 0.16, dice);
    let feed = power::feed(ground, settlement, at);
    let id = String::new();
    Mast { id, at, operator, radio_network, range_m, node, battery_h, feed, star }
}

/// A dry place near the settlement.
fn hill(ground: &Ground, here: &Settlement, dice: &mut Dice) -> Point {
    let radius = (0.8 * here.radius).max(600.0);
    for _ in 0..200 {
        let (e, n) = dice.in_disc();
        let at = here.centre.offset(e * radius, n * radius);
        if ground.may_stand(here, at) {
            return at;
        }
    }
    here.centre
}
