//! Three-valued truth: unknown is never silently yes or no.

use crate::words::codes;

codes! {
    /// Yes, no, or not known.
    pub enum Knowledge: "knowledge" {
        /// Known to be so.
        Yes = "yes",
        /// Known not to be so.
        No = "no",
        /// Nobody said.
        Unknown = "unknown",
    }
}

impl Knowledge {
    /// What is known of something that is certain.
    pub fn from_known(known: bool) -> Self {
        if known { Self::Yes } else { Self::No }
    }

    /// What is known of something that may be absent.
    pub fn from_option(known: Option<bool>) -> Self {
        known.map_or(Self::Unknown, Self::from_known)
    }

    /// Both hold: one no is enough for no, and only two yeses make a yes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }

    /// At least one holds: one yes is enough for yes, and only two noes make a no.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, _) | (_, Self::Yes) => Self::Yes,
            (Self::No, Self::No) => Self::No,
            _ => Self::Unknown,
        }
    }

    /// The opposite; the opposite of unknown is unknown.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Knowledge::{self, No, Unknown, Yes};

    #[test]
    fn unknown_yields_only_to_what_decides() {
        assert_eq!(Unknown.and(No), No);
        assert_eq!(Unknown.and(Yes), Unknown);
        assert_eq!(Unknown.or(Yes), Yes);
        assert_eq!(Unknown.or(No), Unknown);
        assert_eq!(Unknown.negated(), Unknown);
    }

    #[test]
    fn de_morgan_holds_in_three_values() {
        let all = [Yes, No, Unknown];
        for a in all {
            for b in all {
                assert_eq!(a.and(b).negated(), a.negated().or(b.negated()));
            }
        }
        assert_eq!(Knowledge::from_option(None), Unknown);
    }
}
