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

    /// The words alone.
    pub fn plain(&self) -> String {
        let run = |run: &Run| match run {
            Run::Plain(text)
            | Run::Strong(text)
            | Run::Muted(text)
            | Run::Bad(text)
            | Run::Code(text)
            | Run::Link { text, .. } => text.clone(),
            Run::Break => " ".to_owned(),
        };
        self.0.iter().map(run).collect()
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
