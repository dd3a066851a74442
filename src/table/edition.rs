//! Two editions of a result: exact weak points are sensitive.

use crate::words::codes;

codes! {
    /// Which edition of a result is written.
    pub enum Edition: "edition" {
        /// Everything; stays inside.
        Full = "full",
        /// Municipalities only: no site, no element, no route.
        Public = "public",
    }
}
