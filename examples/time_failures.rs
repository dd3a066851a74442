//! Times the failure analysis on networks of the size of a country, one line for each:
//! `time_failures graph FILE.parquet`, `time_failures grid SIDE` or `time_failures trenches`.
//!
//! What the lines mean and how they compare is told in `docs/benchmarks.md`.

use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::time::Instant;

use beredd::network::element::Carrier;
use beredd::network::graph::Graph;
use beredd::network::shared_risk::SharedRisk;
use beredd::network::single_points::{CutOff, SinglePoints};
use polars::prelude::{DataType, ParquetReader, SerReader};

#[path = "../benches/networks/mod.rs"]
mod networks;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["graph", path] => {
            let ends = read_ends(path)?;
            let nodes = ends.iter().map(|&(a, b)| a.max(b) + 1).max().unwrap_or(0);
            time_single_points("graph", nodes as usize, &ends);
        }
        ["grid", side] => {
            let side: u32 = side.parse()?;
            let ends = networks::part_of_a_grid(side, 70);
            time_single_points("grid", (side * side) as usize, &ends);
        }
        ["trenches"] => {
            time_trenches("trenches_in_rings", 250);
            time_trenches("trenches_in_a_tree", 310);
        }
        _ => return Err("usage: time_failures graph FILE.parquet | grid SIDE | trenches".into()),
    }
    Ok(())
}

/// From the list of the ends of every span to the single points of every node and the number of
/// nodes that every element cuts off.
///
/// Each part of the network has one core node, so that all of it is searched, as the peers do.
fn time_single_points(name: &str, nodes: usize, ends: &[(u32, u32)]) {
    let core = networks::first_of_each_part(nodes, ends);
    let weight = vec![1; nodes];
    let (seconds, cut_off) = fastest_of_three(|| {
        let single_points = SinglePoints::of(&Graph::from_ends(nodes, black_box(ends), &core));
        single_points.cut_off(&weight)
    });
    let spans = ends.len();
    println!(
        "{name} beredd seconds={seconds:.4} peak_mib={} nodes={nodes} spans={spans} \
         spans_per_second={:.0} answer={}",
        peak_mib(),
        spans as f64 / seconds,
        answer(&core, &cut_off),
    );
}

/// How many spans, and how many nodes that are not core, are a single point of another node; and a
/// sum over what each element cuts off.
fn answer(core: &[u32], cut_off: &CutOff) -> String {
    let (mut spans, mut nodes, mut checksum) = (0, 0, 0u64);
    for (element, weight) in cut_off.iter() {
        let number = match element {
            Carrier::Span(span) => {
                spans += 1;
                span.0
            }
            Carrier::Node(node) => {
                nodes += u32::from(weight > 1 && core.binary_search(&node.0).is_err());
                node.0
            }
        };
        checksum += weight * (u64::from(number) % 1009 + 1);
    }
    format!("({spans}, {nodes}, {checksum})")
}

/// From the graph, searched nowhere yet, to what each of 10 000 trenches cuts off; and how long a
/// search for each would take, by a hundred of them.
fn time_trenches(name: &str, side: u32) {
    let (nodes, ends) = networks::country_with_rings(side);
    let groups = networks::trenches(ends.len(), 10_000);
    let graph = Graph::from_ends(nodes, &ends, &[0]);
    let (seconds, severed) = fastest_of_three(|| SharedRisk::of(&graph).cut_off_all(&groups));
    let total: usize = severed.iter().map(|severed| severed.len()).sum();
    let most = severed.iter().map(|severed| severed.len()).max().unwrap_or(0);
    let risk = SharedRisk::of(&graph);
    let some = &groups[..100];
    let start = Instant::now();
    let searched: Vec<_> = some.iter().map(|group| risk.cut_off_by_search(group)).collect();
    let by_search = start.elapsed().as_secs_f64() * (groups.len() / some.len()) as f64;
    assert_eq!(searched, severed[..some.len()], "both ways say the same");
    println!(
        "{name} beredd seconds={seconds:.4} peak_mib={} nodes={nodes} spans={} groups={} \
         by_search_on_one_thread={by_search:.1} answer=({total}, {most})",
        peak_mib(),
        ends.len(),
        groups.len(),
    );
}

fn fastest_of_three<T>(run: impl Fn() -> T) -> (f64, T) {
    let mut best = f64::INFINITY;
    for _ in 0..2 {
        let start = Instant::now();
        black_box(run());
        best = best.min(start.elapsed().as_secs_f64());
    }
    let start = Instant::now();
    let answer = run();
    (best.min(start.elapsed().as_secs_f64()), answer)
}

/// The columns `a` and `b`.
fn read_ends(path: &str) -> Result<Vec<(u32, u32)>, Box<dyn Error>> {
    let columns = Some(vec!["a".to_owned(), "b".to_owned()]);
    let table = ParquetReader::new(File::open(path)?).with_columns(columns).finish()?;
    let column = |name| -> Result<Vec<u32>, Box<dyn Error>> {
        let column = table.column(name)?.cast(&DataType::UInt32)?;
        Ok(column.u32()?.iter().flatten().collect())
    };
    Ok(column("a")?.into_iter().zip(column("b")?).collect())
}

/// The most memory that was resident at any moment, where the system tells.
fn peak_mib() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kib = status.lines().find_map(|line| {
        line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok()
    });
    kib.map_or("unknown".to_owned(), |kib| (kib / 1024).to_string())
}
