//! Times rank intervals under drawn choices, one line for each: `time_draws weights [DRAWS]` or
//! `time_draws country`.
//!
//! What the lines mean and how they compare is told in `docs/benchmarks.md`. `RAYON_NUM_THREADS`
//! sets the number of threads.

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use beredd::model::framework::Framework;
use beredd::model::indicator::IndicatorTable;
use beredd::score::draws::{DrawSettings, draw};
use beredd::score::evaluate::evaluate;

#[path = "../benches/frameworks/mod.rs"]
mod frameworks;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["weights"] => weights(100_000),
        ["weights", draws] => weights(draws.parse()?),
        ["country"] => {
            let framework = frameworks::framework(10, 60);
            let table = frameworks::table(&framework, 6_000, true);
            time("country", &framework, &table, 10_000, 1);
        }
        _ => return Err("usage: time_draws weights [DRAWS] | country".into()),
    }
    Ok(())
}

/// All municipalities of Sweden by 12 indicators, of which all is known.
fn weights(draws: u32) {
    let framework = frameworks::framework(4, 12);
    let table = frameworks::table(&framework, 290, false);
    time("weights", &framework, &table, draws, 5);
}

/// From the evaluated table to the rank interval of every unit, the fastest of some times.
fn time(name: &str, framework: &Framework, table: &IndicatorTable, draws: u32, times: u32) {
    let evaluation = evaluate(framework, table).expect("goalposts that stay");
    let units = table.units().len();
    let (mut best, mut width) = (f64::INFINITY, 0);
    for seed in 0..u64::from(times) {
        let start = Instant::now();
        let settings = DrawSettings { draws, seed };
        let drawn = draw(black_box(framework), table, &evaluation, settings, &[Framework::ROOT]);
        let intervals = (0..units).map(|unit| drawn[0].summary().rank_interval(unit));
        width = intervals.flatten().map(|(low, high)| high - low).sum();
        best = best.min(start.elapsed().as_secs_f64());
    }
    println!(
        "{name} beredd draws_per_second={:.0} seconds={best:.3} threads={} peak_mib={} \
         units={units} indicators={} draws={draws} mean_width={:.2}",
        f64::from(draws) / best,
        rayon::current_num_threads(),
        peak_mib(),
        framework.indicators().len(),
        f64::from(width) / units as f64,
    );
}

/// The most memory that was resident at any moment, where the system tells.
fn peak_mib() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status.lines().find_map(|line| {
        line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok()
    });
    kib.map_or("unknown".to_owned(), |kib| (kib / 1024).to_string())
}
