//! The score engine: from a table of indicators to the scores of a framework, and how sure they
//! are. It knows nothing of sites.
//!
//! [`normalise`] puts every indicator on 0–100 between its goalposts; [`mean`] brings the children
//! of a group together; [`evaluate`] walks the tree from the leaves to the root, three times: for
//! what is known, and for the worst and the best that the unknowns allow; [`rank`] sets the units
//! in order.
//!
//! [`coherence`] checks what the indicators have to do with each other and with the index;
//! [`contribution`] says what each pillar gives to a score, and [`difference`] what changed from
//! one run to another, both by [`shapley`] values.
//!
//! Source: OECD/JRC, *Handbook on Constructing Composite Indicators: Methodology and User Guide*
//! (2008).

mod change;
pub mod coherence;
pub mod contribution;
pub mod difference;
pub mod evaluate;
pub mod mean;
pub mod normalise;
pub mod rank;
pub mod shapley;
