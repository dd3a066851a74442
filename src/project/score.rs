//! `[score]`: by which framework, and how rank intervals are drawn.

use std::path::Path;

use crate::project::Context;
use crate::project::framework::{self, FrameworkFile};
use crate::project::keys::{Keys, keys};
use crate::project::section::Section;
use crate::readiness::weight::WeighBy;

/// How many draws, unless it is said otherwise.
pub const DRAWS: u32 = 1000;
/// From which seed, unless it is said otherwise.
pub const SEED: u64 = 1;

/// The settings of `[score]`.
#[derive(Clone, Debug)]
pub struct ScoreSettings {
    /// The framework.
    pub framework: FrameworkFile,
    /// How many draws the rank interval is made of.
    pub draws: u32,
    /// The seed of the draws.
    pub seed: u64,
    /// What sites weigh by in a group of municipalities.
    pub group_weight: WeighBy,
}

keys! {
    /// The keys of `[score]`.
    pub(super) struct ScoreKeys {
        /// how many draws the rank interval is made of, from 100 to 100,000
        draws: u64 = DRAWS.into(), eg (5000);
        /// the seed of the draws
        seed: u64 = SEED, eg (2026);
        /// the version of a built-in framework, `"2026.2"` or `"2026.1"` (by which older results were
        /// scored), or a [framework file](framework.md), relative to this file
        framework: Option<String>, or "`\"2026.2\"`", eg ("2026.1");
        /// what sites weigh by in the indicators of a group of municipalities; of a site without
        /// `persons`, the mean of its kind; where all have 0, all weigh alike
        group_weight: WeighBy = WeighBy::Sites, eg ("persons");
    }
}

impl Default for ScoreSettings {
    fn default() -> Self {
        let framework = framework::built_in();
        Self { framework, draws: DRAWS, seed: SEED, group_weight: WeighBy::Sites }
    }
}

pub(super) fn score(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<ScoreSettings> {
    let ScoreKeys { draws, seed, framework, group_weight } = ScoreKeys::read(section);
    let framework = match framework {
        None => Some(framework::built_in()),
        Some(name) => framework::find(context.directory, Path::new(&name))
            .map_err(|error| section.faults_of(error))
            .ok(),
    };
    if !(100..=100_000).contains(&draws) {
        section.fault_at(
            "draws",
            format!("`draws` cannot be {draws}"),
            "from 100 to 100 000; rank intervals of fewer draws mean nothing",
        );
    }
    let draws = u32::try_from(draws).unwrap_or(u32::MAX);
    Some(ScoreSettings { framework: framework?, draws, seed, group_weight })
}
