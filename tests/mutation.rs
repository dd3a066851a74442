//! A minute of damaged inputs: the region that is shipped, in every format, with bytes flipped, cut,
//! doubled, swapped and replaced by what is likely to hurt. Whatever stands in a file, the program
//! reads it or refuses it: exit 0 or 1, soon, in little memory, without a panic.
//!
//! `BEREDD_MUTATION=N` runs number N alone, `BEREDD_MUTATION_SECONDS` more than a minute of them.

mod region;
mod support;
mod written;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use region::Plan;
use written::format::{Format, RasterFormat};
use written::{Form, Raster};

const SECONDS: u64 = 60;
const LONGEST: Duration = Duration::from_secs(10);
const MOST_MEGABYTES: u64 = 500;

/// What is put where something else stood.
const TOKENS: [&[u8]; 40] = [
    b"",
    b"0",
    b"-0",
    b"-1",
    b"1e999",
    b"-1e308",
    b"1e-320",
    b"NaN",
    b"inf",
    b"null",
    b"true",
    b"[]",
    b"{}",
    b"\"",
    b"''",
    b"\"\"",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r\n",
    b"\n\n",
    b"\0",
    b"\xff\xfe",
    b"\xe5\xe4\xf6",
    b"\xef\xbb\xbf",
    b"1,000",
    b"1.000",
    b"9223372036854775808",
    b"18446744073709551616",
    b"0x10",
    b"99999999999999999999999999",
    b"[[[[[[[[",
    b"}}}}",
    b"=1+1",
    b"\xe2\x80\xae",
    b"EPSG:4326",
    b"EPSG:999999",
    b"\x00\x00\x00\x00\x00\x00\xf8\x7f",
    b"\xff\xff\xff\x7f",
];

/// Damages the bytes in one to four places.
fn mutate(bytes: &mut Vec<u8>, chance: &mut ChaCha8Rng) {
    let mut below = |count: usize| chance.next_u64() as usize % count.max(1);
    for _ in 0..1 + below(4) {
        if bytes.is_empty() {
            return;
        }
        let at = below(bytes.len());
        let length = (1 + below(64)).min(bytes.len() - at);
        match below(9) {
            0 => bytes[at] ^= 1 << below(8),
            1 => bytes[at] = below(256) as u8,
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..at + length)),
            4 => {
                let part = bytes[at..at + length].to_vec();
                bytes.splice(at..at, part);
            }
            // A word or a number as a whole.
            5 | 6 => {
                let inside = |byte: &u8| byte.is_ascii_alphanumeric() || b".-_".contains(byte);
                let start = bytes[..at].iter().rposition(|byte| !inside(byte)).map_or(0, |i| i + 1);
                let end = bytes[at..]
                    .iter()
                    .position(|byte| !inside(byte))
                    .map_or(bytes.len(), |i| at + i);
                bytes.splice(start..end.max(start), TOKENS[below(TOKENS.len())].iter().copied());
            }
            7 => {
                let token = TOKENS[below(TOKENS.len())];
                bytes.splice(at..at, token.iter().copied());
            }
            // Two lines.
            _ => {
                let start =
                    bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |i| i + 1);
                let end = bytes[at..]
                    .iter()
                    .position(|byte| *byte == b'\n')
                    .map_or(bytes.len(), |i| at + i);
                let line = bytes[start..end].to_vec();
                let to = below(bytes.len());
                bytes.splice(to..to, line);
            }
        }
    }
}

/// The region as it is shipped, and as others would write it.
fn bases(directory: &Path) -> Vec<PathBuf> {
    let shipped = directory.join("shipped");
    std::fs::create_dir(&shipped).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("datasets/fyrbodal");
    for entry in root.read_dir().unwrap().flatten() {
        std::fs::copy(entry.path(), shipped.join(entry.file_name())).unwrap();
    }
    let toml = std::fs::read_to_string(shipped.join("fyrbodal.toml")).unwrap();
    let toml = toml.replace("draws = 1000", "draws = 100");
    std::fs::write(shipped.join("project.toml"), toml).unwrap();
    std::fs::remove_file(shipped.join("fyrbodal.toml")).unwrap();

    let plan = Plan::whole();
    let (project, inputs) = plan.region();
    let forms = [
        (Format::Parquet, Format::GeoPackage, RasterFormat::GeoTiff),
        (Format::Xlsx, Format::Shapefile, RasterFormat::Png),
        (Format::Ods, Format::FlatGeobuf, RasterFormat::GeoPackage),
        (Format::MapInfoTab, Format::GeoParquet, RasterFormat::Ascii),
    ];
    let others = forms.into_iter().zip(0..).map(|((records, areas, format), number)| {
        let raster = Raster { format, ..Form::PLAIN.raster };
        let form = Form { records, areas, raster, network_in_two: true, ..Form::PLAIN };
        let base = directory.join(format!("form_{number}"));
        std::fs::create_dir(&base).unwrap();
        written::write(&base, &project, &inputs, &form);
        base
    });
    std::iter::once(shipped).chain(others.collect::<Vec<_>>()).collect()
}

/// What a run cost and said.
struct Ran {
    status: Option<i32>,
    seconds: Duration,
    megabytes: u64,
    stderr: String,
}

/// Runs the program, and stops it where it takes too long.
fn run(directory: &Path, arguments: &[&str]) -> Ran {
    let errors = directory.join("stderr.txt");
    let mut child = Command::new(env!("CARGO_BIN_EXE_beredd"))
        .args(arguments)
        .current_dir(directory)
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&errors).unwrap())
        .spawn()
        .expect("the program starts");
    let started = Instant::now();
    let status_file = format!("/proc/{}/status", child.id());
    let mut megabytes = 0;
    let status = loop {
        let status = std::fs::read_to_string(&status_file).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
        megabytes = peak.map_or(megabytes, |kilobytes| kilobytes >> 10);
        if let Some(status) = child.try_wait().unwrap() {
            break status.code();
        }
        if started.elapsed() > LONGEST {
            child.kill().unwrap();
            child.wait().unwrap();
            break None;
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let stderr = String::from_utf8_lossy(&std::fs::read(errors).unwrap()).into_owned();
    Ran { status, seconds: started.elapsed(), megabytes, stderr }
}

/// Damages one file of one base and runs the program on it. Tells what was wrong.
fn attempt(number: u64, bases: &[PathBuf], directory: &Path) -> Result<Ran, String> {
    let mut chance = ChaCha8Rng::seed_from_u64(number);
    let mut below = |count: usize| chance.next_u64() as usize % count;
    let base = &bases[below(bases.len())];
    let case = directory.join("case");
    let _ = std::fs::remove_dir_all(&case);
    std::fs::create_dir(&case).unwrap();
    for (name, content) in support::files(base) {
        std::fs::write(case.join(name), content).unwrap();
    }
    let names = support::names(&case);
    let name = &names[below(names.len())];
    let whole = below(8) == 0;
    let mut bytes = std::fs::read(case.join(name)).unwrap();
    mutate(&mut bytes, &mut chance);
    std::fs::write(case.join(name), bytes).unwrap();
    let ran = match whole {
        true => run(&case, &["run", "project.toml", "--out", "result"]),
        false => run(&case, &["check", "project.toml"]),
    };
    let told = |what: &str| {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutation_{number}"));
        let _ = std::fs::remove_dir_all(&kept);
        std::fs::create_dir_all(&kept).unwrap();
        for (name, content) in support::files(&case) {
            if !name.contains('/') {
                std::fs::write(kept.join(name), content).unwrap();
            }
        }
        let Ran { seconds, megabytes, stderr, .. } = &ran;
        Err(format!(
            "number {number}, {name}: {what} ({} s, {megabytes} MB); kept in {}\n{stderr}",
            seconds.as_secs_f32(),
            kept.display()
        ))
    };
    match ran.status {
        _ if ran.stderr.contains("panicked") => told("a panic"),
        Some(0 | 1) if ran.seconds > LONGEST => told("too slow"),
        Some(0 | 1) if ran.megabytes > MOST_MEGABYTES => told("too much memory"),
        Some(1) if !ran.stderr.contains("error: ") => told("refused without a word"),
        Some(0 | 1) => Ok(ran),
        _ => told("neither read nor refused"),
    }
}

#[test]
fn damaged_inputs_are_read_or_refused() {
    let asked = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    let directory = tempfile::tempdir().unwrap();
    let bases = bases(directory.path());
    for base in &bases {
        let sound = run(base, &["check", "project.toml"]);
        assert_eq!(sound.status, Some(0), "{}: {}", base.display(), sound.stderr);
        std::fs::remove_file(base.join("stderr.txt")).unwrap();
    }
    if let Some(number) = asked("BEREDD_MUTATION") {
        let ran =
            attempt(number, &bases, directory.path()).unwrap_or_else(|fault| panic!("{fault}"));
        println!("{:?} in {:?}, {} MB\n{}", ran.status, ran.seconds, ran.megabytes, ran.stderr);
        return;
    }
    let limit = Duration::from_secs(asked("BEREDD_MUTATION_SECONDS").unwrap_or(SECONDS));
    let started = Instant::now();
    let (mut faults, mut refused, mut most, mut longest) = (Vec::new(), 0, 0, Duration::ZERO);
    let mut number = 0;
    while started.elapsed() < limit && faults.len() < 5 {
        match attempt(number, &bases, directory.path()) {
            Ok(ran) => {
                refused += u64::from(ran.status == Some(1));
                most = most.max(ran.megabytes);
                longest = longest.max(ran.seconds);
            }
            Err(fault) => faults.push(fault),
        }
        number += 1;
    }
    println!(
        "{number} damaged inputs: {refused} refused; at most {most} MB and {} s",
        longest.as_secs_f32()
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    // Damage that is never seen, or never survived, is no test.
    assert!(refused > number / 10 && refused < number - number / 10, "{refused} of {number}");
}
