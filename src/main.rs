//! The program: parse, run, print errors with their hints, exit status.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use beredd::error::Error;
use beredd::ingest::contained::is_contained;
use beredd::network::element::ElementKind;
use beredd::output;
use beredd::pages::{self, result::RunResult};
use beredd::pipeline::{self, Outcome, alone, compare};
use beredd::progress::Progress;
use beredd::project::{self, Project};
use beredd::score::DrawSettings;
use beredd::table::Edition;
use beredd::words::Code;
use clap::Parser;
use gdal::errors::CplErrType;

use crate::cli::{
    Cli, Command, CompareArgs, EditionArg, ExplainArgs, NetworkArgs, ScoreArgs, Subject,
};
use crate::demo::Demo;

mod cli;
mod demo;
mod outage;
mod stopped;
mod summary;

#[global_allocator]
static MEMORY: stopped::Told = stopped::Told;

/// GDAL's number for it, `CPLE_OutOfMemory`.
const OUT_OF_MEMORY: i32 = 2;

fn main() -> ExitCode {
    // What GDAL has to say is in its return values; on standard error it would only confuse.
    gdal::config::set_error_handler(|class, number, _| {
        if class == CplErrType::Fatal && number == OUT_OF_MEMORY {
            stopped::out_of_memory();
        }
    });
    stopped::reserve();
    stopped::on_signals();
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // Pools of threads panic where the system has no room for one more.
        let told = panic.payload_as_str().unwrap_or_default();
        if ["Resource temporarily unavailable", "Cannot allocate memory"]
            .iter()
            .any(|why| told.contains(why))
        {
            stopped::out_of_memory();
        }
        if !is_contained() {
            report(panic);
        }
    }));
    let cli = Cli::parse();
    // A panic is a fault of ours; its message has been printed when it is caught here.
    let done = std::panic::catch_unwind(|| execute(cli.command)).unwrap_or_else(|_| {
        Err(Error::Internal("it stopped at a state that was held to be impossible".to_owned()))
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::from(error.exit_status())
        }
    }
}

fn execute(command: Command) -> Result<(), Error> {
    match command {
        Command::Demo(args) => threads(args.threads)
            .and_then(|()| Demo::new())
            .and_then(|demo| run(&demo.project_file(), &args.out, Edition::Full, None)),
        Command::Run(args) => threads(args.threads).and_then(|()| {
            let out = args.out.unwrap_or_else(|| default_out(&args.project, "-result"));
            let edition = match args.edition {
                EditionArg::Full => Edition::Full,
                EditionArg::Public => Edition::Public,
            };
            run(&args.project, &out, edition, args.service.as_deref())
        }),
        Command::Network(args) => threads(args.threads).and_then(|()| network(args)),
        Command::Check(args) => check(&args.project),
        Command::Outage(args) => threads(args.threads).and_then(|()| outage::execute(&args)),
        Command::Score(args) => threads(args.threads).and_then(|()| score(args)),
        Command::Explain(args) => explain(&args),
        Command::Compare(args) => compare(args),
    }
}

fn threads(count: Option<u16>) -> Result<(), Error> {
    let Some(count) = count else { return Ok(()) };
    rayon::ThreadPoolBuilder::new()
        .num_threads(usize::from(count))
        .build_global()
        .map_err(|cause| Error::Internal(format!("threads: {cause}")))
}

/// `region.toml` gives `region-result`, in the current directory.
fn default_out(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.file_stem().unwrap_or_default().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn run(file: &Path, out: &Path, edition: Edition, service: Option<&str>) -> Result<(), Error> {
    beredd::output::directory::ResultDirectory::check(out)?;
    if service.is_some() && edition == Edition::Public {
        return Err(Error::Usage {
            message: "--service lists sites, and the public edition has none".to_owned(),
            hint: "leave one of the two out".to_owned(),
        });
    }
    let project = project::read(file)?;
    let mend = service.map(|id| pipeline::find_service(&project, id)).transpose()?;
    let mut progress = Progress::new(pipeline::STAGES);
    let outcome = analyse(&project, &mut progress)?;
    pipeline::write(&project, &outcome, edition, mend, out, &mut progress)?;
    drop(progress);
    print(&summary::of_run(&project, &outcome, edition, out), Some(out))
}

fn network(args: NetworkArgs) -> Result<(), Error> {
    let out = args.out.unwrap_or_else(|| default_out(&args.network, "-network"));
    beredd::output::directory::ResultDirectory::check(&out)?;
    let request = alone::Request {
        network: args.network,
        spans: args.spans,
        core: args.core,
        core_types: args.core_type,
        dependencies: args.dependencies,
    };
    let mut progress = Progress::new(alone::STAGES);
    let outcome = alone::analyse(&request, &mut progress)?;
    alone::write(&request, &outcome, &out, &mut progress)?;
    drop(progress);
    print(&summary::network::of(&request, &outcome, &out), Some(&out))
}

fn score(args: ScoreArgs) -> Result<(), Error> {
    let out = args.out.unwrap_or_else(|| default_out(&args.indicators, "-score"));
    beredd::output::directory::ResultDirectory::check(&out)?;
    let request = pipeline::score::Request {
        framework: args.framework,
        indicators: args.indicators,
        language: args.language,
        draws: DrawSettings { draws: args.draws, seed: args.seed },
    };
    let mut progress = Progress::new(pipeline::score::STAGES);
    let outcome = pipeline::score::analyse(&request, &mut progress)?;
    pipeline::score::write(&request, &outcome, &out, &mut progress)?;
    drop(progress);
    print(&summary::score::of(&outcome, &out), Some(&out))
}

fn compare(args: CompareArgs) -> Result<(), Error> {
    let out = args.out.unwrap_or_else(|| {
        // `.` has a name too, once it is asked for; a dot in a directory's name ends no stem.
        let whole = args.b.canonicalize().unwrap_or_else(|_| args.b.clone());
        let mut name = whole.file_name().unwrap_or_default().to_owned();
        name.push("-compare");
        PathBuf::from(name)
    });
    let request = compare::Request { a: args.a, b: args.b, language: args.language };
    compare::check_out(&request, &out)?;
    let mut progress = Progress::new(compare::STAGES);
    let outcome = compare::analyse(&request, &mut progress)?;
    compare::write(&outcome, &out, &mut progress)?;
    drop(progress);
    print(&summary::compare::of(&outcome, &out), Some(&out))
}

fn check(file: &Path) -> Result<(), Error> {
    let project = project::read(file)?;
    let mut progress = Progress::new(pipeline::STAGES);
    let outcome = analyse(&project, &mut progress)?;
    drop(progress);
    print(&summary::of_check(&outcome.findings), None)
}

fn explain(args: &ExplainArgs) -> Result<(), Error> {
    let result = RunResult::open(&args.directory)?;
    let language = pages::language(args.language, &result);
    let page = match &args.subject {
        Subject::Site { id } => pages::site::explain(&result, id, language)?,
        Subject::Municipality { code } => pages::municipality::explain(&result, code, language)?,
        Subject::Element { kind, id } => {
            let kind = ElementKind::from_id(kind).expect("clap lets only these names through");
            pages::element::explain(&result, kind, id, language)?
        }
    };
    print(&output::terminal::render(&page), None)
}

fn analyse(project: &Project, progress: &mut Progress) -> Result<Outcome, Error> {
    let (inputs, findings) = pipeline::read(project, progress)?;
    pipeline::assess(project, inputs, findings, progress)
}

/// Standard output, after a result where there is one; a reader that has gone away is no fault of
/// ours.
fn print(text: &str, result: Option<&Path>) -> Result<(), Error> {
    let mut out = std::io::stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(cause) if cause.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Error::Unsaid { result: result.map(Path::to_owned), cause: cause.to_string() })
        }
        _ => Ok(()),
    }
}

/// Findings beside errors are shown to explain them; of a thousand alike, the first do.
const DOUBTS_SHOWN: usize = 20;

/// Prints an error whole: every fault, then the hint.
fn complain(error: &Error) {
    let mut text = String::new();
    match error {
        Error::Input { faults, doubts } => {
            for doubt in doubts.iter().take(DOUBTS_SHOWN) {
                text.push_str(&format!("{doubt}\n"));
            }
            if doubts.len() > DOUBTS_SHOWN {
                let rest = doubts.len() - DOUBTS_SHOWN;
                text.push_str(&format!("… and {rest} more findings in the same files\n"));
            }
            if !doubts.is_empty() {
                text.push('\n');
            }
            for fault in faults {
                text.push_str(&format!("{fault}\n\n"));
            }
            let count = faults.len();
            let faults = if count == 1 { "1 error".to_owned() } else { format!("{count} errors") };
            text.push_str(&format!("{faults}; nothing was written\n"));
        }
        other => {
            text.push_str(&format!("error: {other}\n"));
            if let Some(hint) = other.hint() {
                text.push_str(&format!("hint: {hint}\n"));
            }
        }
    }
    // If standard error is gone there is nobody left to tell.
    let _ = std::io::stderr().write_all(text.as_bytes());
}
