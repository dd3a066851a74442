//! Two editions of a result: exact weak points are sensitive.

/// Which edition of a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// Everything; stays inside.
    Full,
    /// Municipalities only: no site, no element, no route.
    Public,
}

impl Edition {
    /// As written in options and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Public => "public",
        }
    }
}
