//! Writes an OFDS package of a made-up country: access networks are mostly trees, with some rings.
//!
//! ```text
//! cargo run --release --example generate_network -- country.json [SIDE] [SPANS]
//! beredd network country.json --core-type pop
//! ```
//!
//! SIDE × SIDE nodes in a grid and SPANS spans between neighbours: a random tree, then random other
//! pairs; by default 700 × 700 = 490 000 nodes and 607 000 spans, without routes. The same
//! arguments give the same file.

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

const SEED: u64 = 1;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("name the file to write")?;
    let side: u32 = arguments.next().map_or(Ok(700), |side| side.parse())?;
    let spans: usize = arguments.next().map_or(Ok(607_000), |spans| spans.parse())?;
    let ends = ends(side, spans);

    let mut out = BufWriter::new(File::create(path)?);
    write!(out, "{{\"networks\":[{{\"id\":\"made-up\",\"name\":\"Made up\",\"nodes\":[")?;
    for node in 0..side * side {
        let comma = if node == 0 { "" } else { "," };
        let kind = if node == 0 { "pop" } else { "aggregationPoint" };
        // Over Sweden, some 2 km apart.
        let lon = 11.0 + f64::from(node % side) * 0.012;
        let lat = 55.5 + f64::from(node / side) * 0.018;
        write!(
            out,
            "{comma}\n{{\"id\":\"N{node:07}\",\"name\":\"Node {node}\",\"type\":[\"{kind}\"],\
             \"status\":\"operational\",\"location\":{{\"type\":\"Point\",\
             \"coordinates\":[{lon:.5},{lat:.5}]}}}}"
        )?;
    }
    write!(out, "],\n\"spans\":[")?;
    for (span, (start, end)) in ends.iter().enumerate() {
        let comma = if span == 0 { "" } else { "," };
        write!(
            out,
            "{comma}\n{{\"id\":\"S{span:07}\",\"name\":\"Cable {span}\",\
             \"status\":\"operational\",\"start\":\"N{start:07}\",\"end\":\"N{end:07}\"}}"
        )?;
    }
    writeln!(out, "]}}]}}")?;
    out.flush()?;
    Ok(())
}

/// The ends of the spans of a grid of nodes.
fn ends(side: u32, spans: usize) -> Vec<(u32, u32)> {
    let mut random = ChaCha8Rng::seed_from_u64(SEED);
    let (mut tree, mut rest) = (Vec::new(), Vec::new());
    for node in 1..side * side {
        let left = (node % side > 0).then(|| (node, node - 1));
        let up = (node >= side).then(|| (node, node - side));
        match (left, up) {
            (Some(left), Some(up)) => {
                let is_left = random.next_u32().is_multiple_of(2);
                let (chosen, other) = if is_left { (left, up) } else { (up, left) };
                tree.push(chosen);
                rest.push(other);
            }
            (one, other) => tree.extend(one.or(other)),
        }
    }
    while tree.len() < spans && !rest.is_empty() {
        let place = random.next_u64() % rest.len() as u64;
        tree.push(rest.swap_remove(place as usize));
    }
    tree
}
