//! Power: which feed stands behind what, and how long batteries last.

use std::error::Error;

use super::Files;
use super::dice::{Dice, Stream};
use super::ground::Ground;
use super::network::Network;
use super::plane::Point;
use super::sites::{Kind, Site};
use super::write;

/// Gives nodes and sites their feeds and batteries.
pub fn supply(ground: &Ground, network: &mut Network, sites: &mut [Site], seed: u64) {
    let mut dice = Dice::new(seed, Stream::Power);
    for node in &mut network.nodes {
        node.feed = feed(ground, node.settlement, node.at);
        let hours: &[Option<u32>] = match node.kind {
            "pop" => &[Some(72)],
            "exchange" => &[Some(24)],
            "aggregationPoint" => &[Some(4), Some(8), Some(8), Some(12), Some(24), None],
            _ => &[Some(0), Some(2), Some(4), Some(4), Some(4), Some(8), None],
        };
        node.battery_h = dice.pick(hours);
    }
    for site in sites {
        let own = feed(ground, site.settlement, site.at);
        let (two, told, hours) = (dice.chance(0.1), dice.chance(0.8), dice.unit());
        if site.kind == Kind::Preschool || !told {
            // Preschools are read from a register that has no power columns.
            continue;
        }
        let reserve = format!("{own}-R");
        site.feeds = if two { vec![own, reserve] } else { vec![own] };
        let hours = (hours * 8.0) as usize;
        site.ups_h = match site.kind {
            Kind::School => [Some(0), Some(0), Some(0), Some(0), None, None, Some(1), Some(2)],
            Kind::CareHome => {
                [Some(0), Some(0), Some(2), Some(4), Some(24), Some(24), Some(72), None]
            }
            _ => [Some(0), Some(1), Some(2), Some(4), Some(8), Some(24), Some(24), None],
        }[hours];
    }
}

/// The feed at a point: a hamlet hangs on the nearest place, a large town has a feed per quarter.
pub fn feed(ground: &Ground, settlement: usize, at: Point) -> String {
    let own = &ground.settlements[settlement];
    let near = |s: &&super::ground::Settlement| !s.hamlet && s.municipality == own.municipality;
    let station = if own.hamlet {
        let places = ground.settlements.iter().filter(near);
        places
            .min_by(|a, b| own.centre.distance(a.centre).total_cmp(&own.centre.distance(b.centre)))
            .expect("every municipality has a place")
    } else {
        own
    };
    let prefix = ground.municipalities[station.municipality].prefix;
    let number = ground
        .settlements
        .iter()
        .filter(near)
        .position(|s| s.name == station.name)
        .expect("the station is one of them");
    let quarter = match (at.e >= station.centre.e, at.n >= station.centre.n) {
        _ if station.population < 15_000.0 => "",
        (true, true) => "-NO",
        (true, false) => "-SO",
        (false, false) => "-SV",
        (false, true) => "-NV",
    };
    format!("EL-{prefix}-{}{quarter}", number + 1)
}

pub fn write(network: &Network, files: &mut Files) -> Result<(), Box<dyn Error>> {
    let mut table = write::table(b',', &["node_id", "power_feed", "battery_h"])?;
    for node in &network.nodes {
        let hours = node.battery_h.map_or_else(String::new, |h| h.to_string());
        table.write_record([&node.id, &node.feed, &hours])?;
    }
    files.insert("node_power.csv".into(), write::finish(table)?);
    Ok(())
}
