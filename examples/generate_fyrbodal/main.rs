//! Writes the synthetic half of the shipped region.
//!
//! ```text
//! cargo run --example generate_fyrbodal -- [OUT_DIR]
//! ```
//!
//! The real half (municipalities, places) and the project file are read from `datasets/fyrbodal`;
//! the result depends on them and on [`region::SEED`] alone.

mod region;

use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("datasets/fyrbodal");
    let out = std::env::args_os().nth(1).map_or_else(|| shipped.clone(), PathBuf::from);
    std::fs::create_dir_all(&out)?;
    for (name, content) in region::make(&shipped, region::SEED)? {
        std::fs::write(out.join(&name), &content)?;
        println!("{:>8} {name}", content.len());
    }
    Ok(())
}
