//! T.
use crate::units::Metres;
/// Rule.
#[derive(Clone, Copy, Debug)]
pub struct TrenchRule {
    /// w
    pub within: Metres,
    /// s
    pub shared_at_least: Metres,
}
