//! The command line: types only.

use std::path::PathBuf;

use beredd::network::element::ElementKind;
use beredd::words::Language;
use clap::builder::{
    NonEmptyStringValueParser, PossibleValue, PossibleValuesParser, TypedValueParser,
};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Is the digital infrastructure ready at the schools and care homes that need it, and what
/// breaks if one thing breaks?
#[derive(Debug, Parser)]
#[command(name = "beredd", version = beredd::output::record::VERSION, arg_required_else_help = true)]
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
    /// Tells what fails in a network alone if one thing fails, for every node and span.
    Network(NetworkArgs),
    /// Reads and checks every input, writes nothing, and prints the findings.
    Check(CheckArgs),
    /// Plays an outage: what is left when the things in a scenario fail; or finds the worst.
    Outage(OutageArgs),
    /// Scores a table of indicators under a framework, with how sure the scores and ranks are.
    Score(ScoreArgs),
    /// Says in plain words why a result is as it is, and from which rows.
    Explain(ExplainArgs),
    /// Tells what changed between two results, and whether it was the data or the method.
    Compare(CompareArgs),
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
    /// Also lists the sites to mend for one digital service, worst first: `mend.csv`.
    #[arg(long, value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub service: Option<String>,
    /// How many threads to use; all by default.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// Options of `network`.
#[derive(Debug, Args)]
pub struct NetworkArgs {
    /// An OFDS JSON package, or with --spans the nodes of OFDS GeoJSON.
    #[arg(value_name = "NETWORK")]
    pub network: PathBuf,
    /// The spans, where NETWORK is GeoJSON.
    #[arg(long, value_name = "FILE")]
    pub spans: Option<PathBuf>,
    /// The id of a core node, where the network meets the outside world. May be repeated; without
    /// any core the candidates are listed.
    #[arg(long, value_name = "ID", value_parser = NonEmptyStringValueParser::new())]
    pub core: Vec<String>,
    /// A node type, such as pop, whose nodes are all core nodes. May be repeated.
    #[arg(long, value_name = "TYPE", value_parser = NonEmptyStringValueParser::new())]
    pub core_type: Vec<String>,
    /// Also lists every pair of a node and an element that cuts it off.
    #[arg(long)]
    pub dependencies: bool,
    /// The result directory: a new one, or an earlier result to replace. By default the name of
    /// NETWORK with `-network`, here.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
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

/// Options of `score`.
#[derive(Debug, Args)]
pub struct ScoreArgs {
    /// The framework: a file (see docs/framework.md), or the version of a built-in one, as 2026.1.
    #[arg(value_name = "FRAMEWORK.toml")]
    pub framework: PathBuf,
    /// A row a unit, a column an indicator: CSV, XLSX or Parquet.
    #[arg(value_name = "INDICATORS.csv")]
    pub indicators: PathBuf,
    /// The result directory: a new one, or an earlier result to replace. By default the name of
    /// INDICATORS with `-score`, here.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How many draws rank intervals are made of.
    #[arg(long, value_name = "N", default_value_t = beredd::project::DRAWS,
        value_parser = clap::value_parser!(u32).range(100..=100_000))]
    pub draws: u32,
    /// The seed of the draws: the same seed gives the same result.
    #[arg(long, value_name = "N", default_value_t = beredd::project::SEED)]
    pub seed: u64,
    /// The language of plots and the workbook.
    #[arg(long, value_parser = language(), default_value = "sv")]
    pub language: Language,
    /// How many threads to use; all by default.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
}

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// The result directory that `run` or `demo` has written.
    #[arg(value_name = "DIR")]
    pub directory: PathBuf,
    /// What to explain.
    #[command(subcommand)]
    pub subject: Subject,
    /// The language; that of the result by default.
    #[arg(long, value_parser = language(), global = true)]
    pub language: Option<Language>,
}

/// Options of `compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// The result to compare with, as a rule the older: a directory that `run`, `demo` or `score`
    /// has written.
    #[arg(value_name = "DIR_A")]
    pub a: PathBuf,
    /// The result that is compared, as a rule the newer.
    #[arg(value_name = "DIR_B")]
    pub b: PathBuf,
    /// The result directory: a new one, or an earlier result to replace. By default the name of
    /// DIR_B with `-compare`, here.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The language of the short result; that of DIR_B by default.
    #[arg(long, value_parser = language())]
    pub language: Option<Language>,
}

/// What to explain.
#[derive(Debug, Subcommand)]
pub enum Subject {
    /// A site: what it has, what takes that away, and what follows.
    Site {
        /// Its id, as its register writes it.
        #[arg(value_name = "ID", allow_hyphen_values = true)]
        id: String,
    },
    /// A municipality: its score, what is worst in it, and what is not known.
    Municipality {
        /// Its four-digit code.
        #[arg(value_name = "CODE")]
        code: String,
    },
    /// A node, span, trench, power feed or mast: which sites its loss takes service from.
    Element {
        /// What kind of element it is.
        #[arg(value_name = "KIND", value_parser = element_kind())]
        kind: String,
        /// Its id.
        #[arg(value_name = "ID", allow_hyphen_values = true)]
        id: String,
    },
}

/// The kinds of element, as the tables name them.
fn element_kind() -> PossibleValuesParser {
    PossibleValuesParser::new(ElementKind::ALL.map(ElementKind::name))
}

/// The languages, by their codes.
fn language() -> impl TypedValueParser<Value = Language> {
    let known = Language::ALL.iter().map(|one| PossibleValue::new(one.code()).help(one.name()));
    PossibleValuesParser::new(known)
        .map(|code| Language::from_code(&code).expect("clap lets only these codes through"))
}

/// Which edition to write.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum EditionArg {
    /// Everything.
    Full,
    /// Municipalities only.
    Public,
}
