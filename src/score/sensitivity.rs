//! Which choices the ranks and the scores hang on.
//!
//! The factors are those of [`crate::score::draws`]; the outcomes are how far ranks move on the
//! whole, and the score of each unit. Source: M. Saisana, A. Saltelli, S. Tarantola, *Uncertainty
//! and sensitivity analysis techniques as tools for the quality assessment of composite
//! indicators*, Journal of the Royal Statistical Society A 168 (2005).

use std::sync::{Mutex, PoisonError};

use crate::model::framework::Framework;
use crate::model::indicator::IndicatorTable;
use crate::score::draws::kernel::{Kernel, Room};
use crate::score::draws::{DrawSettings, Factor};
use crate::score::evaluate::Evaluation;
use crate::score::rank::competition_ranks;
use crate::score::sobol::{Index, indices};
use crate::score::stream::Stream;

/// How much each factor is behind what the choices move.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// Those that can move anything, in the order of the indices.
    pub factors: Vec<Factor>,
    /// How many samples the indices are from.
    pub base: u32,
    /// For the mean over the units with a rank of how many places a draw moves them; `None` where
    /// no draw moves any.
    pub rank_shift: Option<Vec<Index>>,
    /// For the score of each unit in the order of the table; `None` for a unit that no draw moves.
    /// Nothing with more than [`UNITS_AT_MOST`] units.
    pub scores: Vec<Option<Vec<Index>>>,
}

/// With more samples than this, intervals grow narrower than anyone needs.
pub const BASE_AT_MOST: u32 = 4096;

/// With more units than this there is no index for each: it would take (factors + 2) × samples
/// numbers for every one of them, and nobody reads them all.
pub const UNITS_AT_MOST: usize = 1_000;

/// Finds out what the index of a framework hangs on, from as many samples as there are draws, but
/// at most [`BASE_AT_MOST`].
///
/// Ranks are those among the units that have a score, in the evaluation and in every sample.
pub fn sensitivity(
    framework: &Framework,
    table: &IndicatorTable,
    evaluation: &Evaluation,
    settings: DrawSettings,
) -> Sensitivity {
    let kernel = Kernel::new(framework, table, evaluation, &[Framework::ROOT]);
    let factors: Vec<Factor> =
        Factor::ALL.into_iter().filter(|&factor| kernel.is_moved_by(factor)).collect();
    let ranks = &evaluation.ranks[Framework::ROOT.0];
    let ranked: Vec<(usize, u32)> =
        ranks.iter().enumerate().filter_map(|(unit, rank)| Some((unit, (*rank)?))).collect();
    let units = ranks.len();
    let shown = if units <= UNITS_AT_MOST { units } else { 0 };
    let base = settings.draws.min(BASE_AT_MOST);
    // Memory of samples that are done, for those to come.
    let rooms: Mutex<Vec<Desk>> = Mutex::new(Vec::new());
    let model = |streams: &[Stream], outcomes: &mut [f64]| {
        let free = rooms.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut desk = free.unwrap_or_else(|| Desk {
            room: kernel.room(),
            scores: vec![0.0; ranked.len()],
            order: Vec::new(),
            ranks: vec![0; ranked.len()],
        });
        // A factor that moves nothing has no numbers to take.
        let mut all = [Stream::new(settings.seed, 0, 0); Factor::ALL.len()];
        for (factor, stream) in factors.iter().zip(streams) {
            all[*factor as usize] = *stream;
        }
        kernel.draw(&all, &mut desk.room);
        let scores = desk.room.scores(Framework::ROOT);
        for (score, (unit, _)) in desk.scores.iter_mut().zip(&ranked) {
            *score = scores[*unit];
        }
        competition_ranks(&desk.scores, &mut desk.order, &mut desk.ranks);
        let shifts = desk.ranks.iter().zip(&ranked).map(|(rank, (_, point))| rank.abs_diff(*point));
        let shift = shifts.map(u64::from).sum::<u64>() as f64;
        outcomes[0] = if ranked.is_empty() { 0.0 } else { shift / ranked.len() as f64 };
        outcomes[1..].copy_from_slice(&scores[..shown]);
        rooms.lock().unwrap_or_else(PoisonError::into_inner).push(desk);
    };
    let mut found = indices(factors.len(), base as usize, settings.seed, 1 + shown, model);
    let scores = found.split_off(1);
    Sensitivity { factors, base, rank_shift: found.pop().flatten(), scores }
}

/// What one sample needs room for.
struct Desk {
    room: Room,
    scores: Vec<f64>,
    order: Vec<u64>,
    ranks: Vec<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::{group, heading, indicator};
    use crate::model::framework::{Goalposts, Mean, Uncertainty};
    use crate::model::indicator::{Reading, Unit};
    use crate::score::evaluate::evaluate;
    use crate::units::Share;

    const SETTINGS: DrawSettings = DrawSettings { draws: 1000, seed: 3 };

    /// index = a and b, equally.
    fn framework(spread: f64, also: &[Mean], goalposts: Goalposts) -> Framework {
        let mut root = group("index", "", 1.0, Mean::Arithmetic);
        root.aggregate_also = also.to_vec();
        let mut heading = heading();
        heading.uncertainty = Uncertainty { weight_spread: Share::new(spread).expect("a share") };
        let mut indicators = vec![indicator("a", "index", 1.0), indicator("b", "index", 1.0)];
        indicators[0].goalposts = goalposts;
        Framework::new(heading, vec![root], indicators).expect("a tree")
    }

    fn of(framework: &Framework, units: &[[Reading; 2]]) -> Sensitivity {
        let names = (0..units.len()).map(|i| Unit { id: i.to_string(), name: i.to_string() });
        let columns = [0, 1].map(|i| units.iter().map(|unit| unit[i]).collect());
        let table = IndicatorTable::new(names.collect(), columns.to_vec());
        let evaluation = evaluate(framework, &table).expect("usable");
        sensitivity(framework, &table, &evaluation, SETTINGS)
    }

    fn certain(values: [f64; 2]) -> [Reading; 2] {
        values.map(|value| Reading::certain(value).expect("finite"))
    }

    const STAY: Goalposts =
        Goalposts::Fixed { low: 0.0, high: 1.0, low_range: (0.0, 0.0), high_range: (1.0, 1.0) };

    #[test]
    fn without_choices_nothing_is_behind_anything() {
        let found = of(&framework(0.0, &[], STAY), &[certain([0.1, 0.9]), certain([0.5; 2])]);
        assert_eq!((found.factors.len(), found.base), (0, 1000));
        assert_eq!((found.rank_shift, found.scores), (None, vec![None, None]));
    }

    #[test]
    fn a_lone_factor_is_behind_everything() {
        let units = [certain([0.1, 0.9]), certain([0.5; 2]), certain([0.8, 0.1])];
        let found = of(&framework(0.25, &[], STAY), &units);
        assert_eq!(found.factors, [Factor::Weights]);
        let shift = found.rank_shift.expect("ranks move")[0];
        assert!((shift.first - 1.0).abs() < 0.1 && (shift.total - 1.0).abs() < 0.1, "{shift:?}");
        // What is equally good at everything has its score whatever the weights are.
        assert!(found.scores[1].is_none());
        assert!((found.scores[0].as_ref().expect("it moves")[0].total - 1.0).abs() < 0.1);
    }

    #[test]
    fn each_unit_hangs_on_what_touches_it() {
        let goalposts =
            Goalposts::Fixed { low: 0.0, high: 1.0, low_range: (0.0, 0.3), high_range: (1.0, 1.0) };
        let unknown = Reading::new(Some(0.5), Some((0.2, 0.9)), None).expect("inside");
        let units = [
            // Goalposts cannot move what lies outside them wherever they are.
            certain([1.0, 0.1]),
            [Reading::certain(1.0).expect("finite"), unknown],
            certain([0.4, 0.4]),
        ];
        let found = of(&framework(0.0, &[Mean::Geometric], goalposts), &units);
        assert_eq!(found.factors, [Factor::Aggregation, Factor::Goalposts, Factor::Unknowns]);
        let totals = |unit: usize| -> Vec<f64> {
            found.scores[unit].as_ref().expect("it moves").iter().map(|i| i.total).collect()
        };
        let first = totals(0);
        assert!(first[0] > 0.9 && first[1] == 0.0 && first[2] == 0.0, "{first:?}");
        assert!(totals(1)[2] > 0.5 && totals(1)[1] == 0.0, "{:?}", totals(1));
        assert!(totals(2)[1] > 0.5 && totals(2)[2] == 0.0, "{:?}", totals(2));
    }
}
