//! Text within a line.

/// A text of pieces that may look different.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Text(pub Vec<Run>);

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Run {
    /// As any other.
    Plain(String),
    /// What matters.
    Strong(String),
    /// What matters less.
    Muted(String),
    /// What is bad.
    Bad(String),
    /// A code or the name of a file, as it is written.
    Code(String),
    /// A new line.
    Break,
    /// Something that leads elsewhere.
    Link {
        /// What it is called.
        text: String,
        /// Where it leads.
        target: String,
    },
}

impl Run {
    /// The words alone.
    pub fn plain(&self) -> &str {
        match self {
            Self::Plain(text)
            | Self::Strong(text)
            | Self::Muted(text)
            | Self::Bad(text)
            | Self::Code(text)
            | Self::Link { text, .. } => text,
            Self::Break => " ",
        }
    }
}

impl Text {
    /// Adds a piece at the end.
    #[must_use]
    pub fn then(mut self, run: Run) -> Self {
        self.0.push(run);
        self
    }

    /// What matters.
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Run::Strong(text.into())])
    }

    /// What matters less.
    pub fn muted(text: impl Into<String>) -> Self {
        Self(vec![Run::Muted(text.into())])
    }

    /// A text in which codes and names of files stand between backticks.
    pub fn with_code(text: &str) -> Self {
        let parts = text.split('`').enumerate().filter(|(_, part)| !part.is_empty());
        let run = |(i, part): (usize, &str)| match i % 2 {
            0 => Run::Plain(part.to_owned()),
            _ => Run::Code(part.to_owned()),
        };
        Self(parts.map(run).collect())
    }

    /// The words alone.
    pub fn plain(&self) -> String {
        self.0.iter().map(Run::plain).collect()
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(vec![Run::Plain(text)])
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.clone().into()
    }
}

impl From<usize> for Text {
    fn from(number: usize) -> Self {
        number.to_string().into()
    }
}
