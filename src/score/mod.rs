//! The score engine: from a table of indicators to the scores of a framework, and how sure they
//! are. It knows nothing of sites.
//!
//! [`normalise`] puts every indicator on 0–100 between its goalposts; [`mean`] brings the children
//! of a group together; [`mod@evaluate`] walks the tree from the leaves to the root, three times: for
//! what is known, and for the worst and the best that the unknowns allow; [`mod@rank`] sets the units
//! in order.
//!
//! [`draws`] asks how far the choices behind a score and the unknowns move the ranks, and
//! [`sensitivity`] which of them do, by the indices of [`sobol`]; the random numbers of both are
//! those of [`stream`]. [`coherence`] asks whether the indicators belong together at all;
//! [`contribution`] what each pillar gives to a score; [`difference`] what changed between two
//! runs, which [`comparison`] sets side by side.
//!
//! Source: OECD/JRC, *Handbook on Constructing Composite Indicators: Methodology and User Guide*
//! (2008).

mod change;
pub mod coherence;
pub mod comparison;
pub mod contribution;
pub mod difference;
pub mod draws;
pub mod evaluate;
pub mod mean;
pub mod normalise;
pub mod rank;
pub mod sensitivity;
pub mod shapley;
pub mod sobol;
pub mod standing;
pub mod stream;

use crate::model::framework::{Framework, GroupIdx};
use crate::model::indicator::IndicatorTable;
use crate::score::coherence::Coherence;
pub use crate::score::draws::DrawSettings;
use crate::score::draws::{Distribution, RankSummary};
use crate::score::evaluate::{Evaluation, Unusable, evaluate};
use crate::score::sensitivity::Sensitivity;

/// Everything that a framework says of a table.
#[derive(Clone, Debug)]
pub struct Scores {
    /// The table.
    pub table: IndicatorTable,
    /// Scores, bounds and ranks.
    pub evaluation: Evaluation,
    /// The ranks of the index over the draws.
    pub distribution: Distribution,
    /// Of each group of the framework, what the ranks over the draws say.
    pub ranks: Vec<RankSummary>,
    /// Which choice moves ranks and scores.
    pub sensitivity: Sensitivity,
    /// Whether the indicators belong together.
    pub coherence: Coherence,
}

/// Scores a table.
pub fn score(
    framework: &Framework,
    table: IndicatorTable,
    settings: DrawSettings,
) -> Result<Scores, Vec<Unusable>> {
    let evaluation = evaluate(framework, &table)?;
    let index = draws::draw(framework, &table, &evaluation, settings, &[Framework::ROOT]);
    let distribution = index.into_iter().next().expect("one group was asked for");
    let others: Vec<GroupIdx> = (1..framework.groups().len()).map(GroupIdx).collect();
    let others = draws::summaries(framework, &table, &evaluation, settings, &others);
    let ranks = [distribution.summary().clone()].into_iter().chain(others).collect();
    let sensitivity = sensitivity::sensitivity(framework, &table, &evaluation, settings);
    let coherence = coherence::check(framework, &evaluation);
    Ok(Scores { table, evaluation, distribution, ranks, sensitivity, coherence })
}
