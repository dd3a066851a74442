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

use crate::model::framework::{Asked, Framework, GroupIdx, IndicatorIdx};
use crate::model::indicator::{IndicatorTable, Reading, Unit};
use crate::score::coherence::Coherence;
pub use crate::score::draws::DrawSettings;
use crate::score::draws::{Distribution, RankSummary};
use crate::score::evaluate::{Evaluation, GroupScore, Unusable, evaluate};
use crate::score::normalise::Normalised;
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

/// The scores of units under the part of a framework that is asked.
#[derive(Clone, Debug)]
pub struct AskedScores {
    /// Which part that is.
    pub asked: Asked,
    /// The units, in the order of the table.
    pub units: Vec<Unit>,
    /// What the part says of them; `None` where nothing is asked.
    pub found: Option<Scores>,
}

impl AskedScores {
    /// Scores units by the readings of the indicators that are asked: for each in the order of the
    /// part, one a unit.
    pub fn new(
        asked: Asked,
        units: Vec<Unit>,
        readings: Vec<Vec<Reading>>,
        settings: DrawSettings,
    ) -> Result<Self, Vec<Unusable>> {
        let table = IndicatorTable::new(units.clone(), readings);
        let found = asked.part().map(|part| score(part, table, settings)).transpose()?;
        Ok(Self { asked, units, found })
    }

    /// The score of a group of the whole framework for a unit; `None` where it is not asked.
    pub fn score(&self, group: GroupIdx, place: usize) -> Option<&GroupScore> {
        Some(&self.found.as_ref()?.evaluation.groups[self.asked.group(group)?.0][place])
    }

    /// The rank of a unit in a group of the whole framework; `None` where it has none.
    pub fn rank(&self, group: GroupIdx, place: usize) -> Option<u32> {
        self.found.as_ref()?.evaluation.ranks[self.asked.group(group)?.0][place]
    }

    /// What the ranks in a group of the whole framework say over the draws; `None` where it is not
    /// asked.
    pub fn ranks(&self, group: GroupIdx) -> Option<&RankSummary> {
        Some(&self.found.as_ref()?.ranks[self.asked.group(group)?.0])
    }

    /// An indicator of the whole framework in its own measure; `None` where it is not asked.
    pub fn reading(&self, indicator: IndicatorIdx, place: usize) -> Option<&Reading> {
        let indicator = self.asked.indicator(indicator)?;
        Some(&self.found.as_ref()?.table.readings()[indicator.0][place])
    }

    /// An indicator of the whole framework on 0–100; `None` where it is not asked.
    pub fn normalised(&self, indicator: IndicatorIdx, place: usize) -> Option<&Normalised> {
        let indicator = self.asked.indicator(indicator)?;
        Some(&self.found.as_ref()?.evaluation.indicators[indicator.0][place])
    }
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
