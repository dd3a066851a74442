//! A region that could be Fyrbodal: invented sites, fibre, power and radio on real ground.
//!
//! Each file here makes one thing, in the order of [`make`]. Nothing depends on the clock, on
//! hash order or on the last bits of a sine: every number is rounded before it is written.

mod area;
mod backbone;
mod cabling;
mod coverage;
mod dice;
mod fibre;
mod ground;
mod names;
mod network;
mod plane;
mod power;
mod provenance;
mod radio;
mod shape;
mod sites;
mod situations;
mod write;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// Change it and every synthetic file changes.
pub const SEED: u64 = 2019;

/// File name to content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Makes every synthetic file from the real files and the project file in `given`.
pub fn make(given: &Path, seed: u64) -> Result<Files, Box<dyn Error>> {
    let projection = plane::Projection::new()?;
    let ground = ground::Ground::read(given, &projection, seed)?;
    let fibre = fibre::Fibre::make(&ground, seed);
    let mut sites = sites::make(&ground, seed);
    fibre.tell_owners(&mut sites, seed);
    let mut network = network::Network::make(&ground, &fibre, &mut sites, &projection, seed);
    power::supply(&ground, &mut network, &mut sites, seed);
    let radio = radio::Radio::make(&ground, &network, seed);
    let situations = situations::find(&ground, &fibre, &sites, &network, &radio);

    let mut files = Files::new();
    sites::write(&sites, &projection, &mut files)?;
    fibre.write(&projection, &mut files)?;
    network.write(&projection, &mut files)?;
    power::write(&network, &mut files)?;
    radio.write(&ground, &projection, &mut files)?;
    provenance::write(given, &situations, &mut files)?;
    Ok(files)
}
