//! Ranks, and how far the choices behind a score and the unknowns move them.
//!
//! Each draw moves everything that a framework lets move: the weights, the way children are
//! brought together, the goalposts, and how that which nobody knows falls. The ranks over all
//! draws say how sure a rank is. Source: OECD/JRC, *Handbook on Constructing Composite Indicators*
//! (2008), step 7.
//!
//! - The **weights** of a group's children follow a Dirichlet distribution around the given ones.
//! - A group that names other **means** is given each of them and its own equally often.
//! - **Goalposts** with ranges lie anywhere in them.
//! - An **unknown** lies within what is plausible, half the time below its best estimate and half
//!   the time above it, the more often the nearer; evenly spread where nobody estimates it. One
//!   random number falls for a unit and a group: the unknowns of its indicators concern the same
//!   sites, so they fall together.

mod choices;
mod column;
mod distribution;
pub(crate) mod kernel;
#[cfg(test)]
mod reference;
mod sums;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

pub use crate::score::draws::choices::Factor;
pub use crate::score::draws::distribution::{Distribution, RankSummary};

use crate::model::framework::{Framework, GroupIdx};
use crate::model::indicator::IndicatorTable;
pub(crate) use crate::score::draws::choices::streams;
use crate::score::draws::distribution::{Ranked, Tile};
use crate::score::draws::kernel::Kernel;
use crate::score::evaluate::Evaluation;
use crate::score::rank::competition_ranks;

/// How often to draw, and from which seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawSettings {
    /// At least one.
    pub draws: u32,
    /// The same seed gives the same draws.
    pub seed: u64,
}

/// Draws that are made one after another by one thread: a rank's place in a tile is then never far
/// from the next.
const TILE: u32 = 64;

/// Ranks the units in every draw, for each of the groups.
///
/// Units without a score are not ranked, and the others are as if they were not there. The same seed gives the same ranks at any
/// number of threads, and for a group the same whatever other groups are asked for.
///
/// Holds draws × units × 2 bytes for each group; [`summaries`] does for many groups.
///
/// # Panics
///
/// Without draws.
pub fn draw(
    framework: &Framework,
    table: &IndicatorTable,
    evaluation: &Evaluation,
    settings: DrawSettings,
    groups: &[GroupIdx],
) -> Vec<Distribution> {
    let DrawSettings { draws, seed } = settings;
    assert!(draws > 0, "at least one draw");
    let kernel = Kernel::new(framework, table, evaluation, groups);
    let ranked: Vec<Ranked> =
        groups.iter().map(|group| Ranked::of(&evaluation.ranks[group.0])).collect();
    let room = || (kernel.room(), Vec::new(), Vec::new(), Vec::new());
    let tiles: Vec<Vec<Tile>> = (0..draws.div_ceil(TILE))
        .into_par_iter()
        .map_init(room, |(room, scores, order, ranks), tile| {
            let drawn = tile * TILE..draws.min((tile + 1) * TILE);
            let tile = |ranked: &Ranked| Tile::new(ranked.len(), drawn.len());
            let mut tiles: Vec<Tile> = ranked.iter().map(tile).collect();
            for (place, draw) in drawn.clone().enumerate() {
                kernel.draw(&streams(seed, draw), room);
                for ((group, ranked), tile) in groups.iter().zip(&ranked).zip(&mut tiles) {
                    ranks.resize(ranked.len(), 0);
                    let scores = ranked.scores(room.scores(*group), scores);
                    competition_ranks(scores, order, ranks);
                    tile.set(place, drawn.len(), ranks);
                }
            }
            tiles
        })
        .collect();
    let mut of_groups: Vec<Vec<Tile>> = groups.iter().map(|_| Vec::new()).collect();
    for tiles in tiles {
        for (of_group, tile) in of_groups.iter_mut().zip(tiles) {
            of_group.push(tile);
        }
    }
    let of = |(ranked, tiles)| Distribution::of(ranked, draws, tiles);
    ranked.into_iter().zip(of_groups).map(of).collect()
}

/// What the ranks of all groups that are drawn together may take.
const BYTES_AT_MOST: usize = 256 << 20;

/// What the ranks of each of the groups say: the summaries of [`draw`], without holding the ranks of
/// all groups at once.
///
/// # Panics
///
/// Without draws.
pub fn summaries(
    framework: &Framework,
    table: &IndicatorTable,
    evaluation: &Evaluation,
    settings: DrawSettings,
    groups: &[GroupIdx],
) -> Vec<RankSummary> {
    let of_one = settings.draws as usize * table.units().len() * size_of::<u32>();
    let at_once = (BYTES_AT_MOST / of_one.max(1)).max(1);
    let some = |groups| draw(framework, table, evaluation, settings, groups);
    groups.chunks(at_once).flat_map(some).map(|ranks| ranks.summary().clone()).collect()
}
