//! The command line: types only.

use std::path::PathBuf;

use beredd::network::element::ElementKind;
use clap::builder::PossibleValuesParser;
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
    /// Says in plain words why a result is as it is, and from which rows.
    Explain(ExplainArgs),
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
    #[arg(long, value_enum, global = true)]
    pub language: Option<LanguageArg>,
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

/// A language of explanations.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LanguageArg {
    /// Swedish.
    Sv,
    /// English.
    En,
}

/// Which edition to write.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum EditionArg {
    /// Everything.
    Full,
    /// Municipalities only.
    Public,
}
