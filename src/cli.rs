//! The command line: types only.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Is the digital infrastructure ready at the schools and care homes that need it, and what
/// breaks if one thing breaks?
#[derive(Debug, Parser)]
#[command(name = "beredd", version = beredd::pipeline::VERSION, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Runs the whole analysis on the region that is shipped with the program.
    Demo(DemoArgs),
    /// Runs the analysis that a project file describes.
    Run(RunArgs),
    /// Reads and checks every input, writes nothing, and prints the findings.
    Check(CheckArgs),
    /// Plays an outage: what is left when the things in a scenario fail; or finds the worst.
    Outage(OutageArgs),
}

/// Options of `demo`.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// The result directory: a new one, or an earlier result to replace.
    #[arg(long, value_name = "DIR", default_value = "beredd-demo")]
    pub out: PathBuf,
    /// How many threads to use; all by default.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// Options of `run`.
#[derive(Debug, Args)]
pub struct RunArgs {
    /// The project file.
    #[arg(value_name = "PROJECT.toml")]
    pub project: PathBuf,
    /// The result directory: a new one, or an earlier result to replace. By default the name of
    /// the project file with `-result`, here.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// full: everything, for those who own the networks; public: municipalities only.
    #[arg(long, value_enum, default_value = "full")]
    pub edition: EditionArg,
    /// How many threads to use; all by default.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The project file.
    #[arg(value_name = "PROJECT.toml")]
    pub project: PathBuf,
}

/// Options of `outage`.
#[derive(Debug, Args)]
pub struct OutageArgs {
    /// The project file.
    #[arg(value_name = "PROJECT.toml")]
    pub project: PathBuf,
    /// What fails: see docs/scenario.md.
    #[arg(
        value_name = "SCENARIO.toml",
        required_unless_present_any = ["worst", "worst_pairs"],
        conflicts_with_all = ["worst", "worst_pairs"]
    )]
    pub scenario: Option<PathBuf>,
    /// Prints the N elements whose loss alone takes most down.
    #[arg(long, value_name = "N", conflicts_with = "worst_pairs",
        value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub worst: Option<u16>,
    /// Prints the N pairs of elements whose loss together takes most down.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=10_000))]
    pub worst_pairs: Option<u16>,
    /// The result directory: a new one, or an earlier result to replace. By default the name of
    /// the scenario with `-result`, here; the worst are only written where this is given.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How many threads to use; all by default.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// Which edition to write.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum EditionArg {
    /// Everything.
    Full,
    /// Municipalities only.
    Public,
}
