//! What ends a run, and with which exit status.
//!
//! A fault in the input that leaves the run without meaning is an error; everything else about
//! the input is a [finding](crate::findings) and is published with the result.

use std::path::PathBuf;

use crate::findings::Finding;
use crate::visible::spaced;

/// Anything that ends a run without a result.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The project file or its inputs have faults; all of them are listed.
    #[error("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Input {
        /// Every fault found, in the order of the project file.
        faults: Vec<Fault>,
        /// What else was found in the datasets that have faults; it may explain them.
        doubts: Vec<Finding>,
    },
    /// The command line asks for something that cannot be done.
    #[error("{message}")]
    Usage {
        /// What is wrong with the request.
        message: String,
        /// What to do instead.
        hint: String,
    },
    /// An earlier result does not hold what is asked of it.
    #[error("{message}")]
    Result {
        /// The file and what is wrong with it.
        message: String,
        /// What to do instead.
        hint: String,
    },
    /// A result could not be written.
    #[error("{}: cannot write: {cause}", path.display())]
    Write {
        /// The file or directory.
        path: PathBuf,
        /// What the system or a library says.
        cause: String,
    },
    /// A result could not be told of.
    #[error("standard output: cannot write: {cause}")]
    Unsaid {
        /// Where the result is; `None` where the output was all.
        result: Option<PathBuf>,
        /// What the system says.
        cause: String,
    },
    /// Our own fault.
    #[error("this is a fault in beredd itself: {0}")]
    Internal(String),
}

impl Error {
    /// A write failure at a path.
    pub fn write(path: impl Into<PathBuf>, cause: impl ToString) -> Self {
        Self::Write { path: path.into(), cause: cause.to_string() }
    }

    /// The exit status of the program: 1 input, 2 usage, 3 the program or its surroundings.
    pub fn exit_status(&self) -> u8 {
        match self {
            Self::Input { .. } | Self::Result { .. } => 1,
            Self::Usage { .. } => 2,
            Self::Write { .. } | Self::Unsaid { .. } | Self::Internal(_) => 3,
        }
    }

    /// What the user can do about it, where one sentence says it.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Usage { hint, .. } | Self::Result { hint, .. } => Some(hint.clone()),
            Self::Write { .. } => {
                let what =
                    "nothing was left behind; check free space and permissions, then run again";
                Some(what.to_owned())
            }
            Self::Unsaid { result: Some(result), .. } => {
                Some(format!("the result is whole, in {}", result.display()))
            }
            Self::Unsaid { result: None, .. } => {
                Some("nothing was written; run it again with an open output".to_owned())
            }
            Self::Internal(_) => {
                Some("please report it with the command and the project file".to_owned())
            }
            Self::Input { .. } => None,
        }
    }
}

/// One fault in the input that stops the run.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// In the project file, at a place in its text.
    Project(ProjectFault),
    /// In a file that the project names.
    Data(Finding),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Project(fault) => fault.fmt(f),
            Self::Data(finding) => finding.fmt(f),
        }
    }
}

/// A fault at a place in the project file.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectFault {
    /// The project file, as it was given.
    pub file: String,
    /// Line, column and the text of the line; absent where the whole file is meant.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

/// A place in a text file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
    /// How many characters are meant.
    pub width: usize,
    /// The line itself.
    pub text: String,
}

/// Of a longer line only so many characters are shown, from a little before what is meant.
const LINE_SHOWN: usize = 160;

impl Place {
    /// The line as it is shown, and how many characters stand before what is meant.
    fn shown(&self) -> (String, usize) {
        let length = self.text.chars().count();
        if length <= LINE_SHOWN {
            return (spaced(&self.text), self.column - 1);
        }
        let from = (self.column - 1).saturating_sub(LINE_SHOWN / 2);
        let cut = |there: bool| if there { "…" } else { "" };
        let part: String = self.text.chars().skip(from).take(LINE_SHOWN).collect();
        let line = format!("{}{}{}", cut(from > 0), spaced(&part), cut(from + LINE_SHOWN < length));
        (line, self.column - 1 - from + usize::from(from > 0))
    }
}

impl std::fmt::Display for ProjectFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.place {
            Some(place) => {
                let number = place.line.to_string();
                let margin = " ".repeat(number.len());
                let (line, before) = place.shown();
                let lead = " ".repeat(before);
                let marks = "^".repeat(place.width.clamp(1, LINE_SHOWN));
                writeln!(
                    f,
                    "error: {}:{}:{}: {}",
                    spaced(&self.file),
                    place.line,
                    place.column,
                    spaced(&self.message)
                )?;
                writeln!(f, " {margin} |")?;
                writeln!(f, " {number} | {line}")?;
                write!(f, " {margin} | {lead}{marks}")?;
            }
            None => write!(f, "error: {}: {}", spaced(&self.file), spaced(&self.message))?,
        }
        if let Some(hint) = &self.hint {
            write!(f, "\nhint: {}", spaced(hint))?;
        }
        Ok(())
    }
}
