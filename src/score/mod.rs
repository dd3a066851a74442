//! The score engine: from a table of indicators to the scores of a framework, and how sure they
//! are. It knows nothing of sites.
//!
//! [`normalise`] puts every indicator on 0–100 between its goalposts; [`mean`] brings the children
//! of a group together; [`evaluate`] walks the tree from the leaves to the root, three times: for
//! what is known, and for the worst and the best that the unknowns allow; [`rank`] sets the units
//! in order. [`draws`] tells how far the choices and the unknowns move that order, and
//! [`sensitivity`] which of them do, by the indices of [`sobol`]; the random numbers of both are
//! those of [`stream`].
//!
//! Source: OECD/JRC, *Handbook on Constructing Composite Indicators: Methodology and User Guide*
//! (2008).

pub mod draws;
pub mod evaluate;
pub mod mean;
pub mod normalise;
pub mod rank;
pub mod sensitivity;
pub mod sobol;
pub mod stream;
