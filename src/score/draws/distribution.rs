//! The ranks of every unit over all draws, and what they say.

use rayon::prelude::*;

/// The ranks of the units of one group over the draws. Units without a score are not ranked: they
/// have no place among the others, and take none from them.
///
/// Holds two bytes for each ranked unit and draw, four with more than 65 535 units.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    draws: u32,
    tiles: Vec<Tile>,
    summary: RankSummary,
}

/// The units of one group that are ranked together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ranked {
    /// Of each unit, its place among those that are ranked.
    places: Vec<Option<usize>>,
    /// Of each ranked unit, its place in the table.
    units: Vec<usize>,
    /// Of each ranked unit, its rank without any draw.
    ranks: Vec<u32>,
}

impl Ranked {
    /// From the rank of each unit, where it has one.
    pub fn of(ranks: &[Option<u32>]) -> Self {
        let mut ranked = Self::default();
        for (unit, rank) in ranks.iter().enumerate() {
            ranked.places.push(rank.is_some().then_some(ranked.units.len()));
            if let Some(rank) = rank {
                ranked.units.push(unit);
                ranked.ranks.push(*rank);
            }
        }
        ranked
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// The scores of those that are ranked, from those of all.
    pub fn scores<'a>(&self, all: &'a [f64], room: &'a mut Vec<f64>) -> &'a [f64] {
        if self.units.len() == all.len() {
            return all;
        }
        room.clear();
        room.extend(self.units.iter().map(|&unit| all[unit]));
        room
    }
}

/// What the ranks of one group say of each unit, without the ranks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankSummary {
    draws: u32,
    ranked: Ranked,
    intervals: Vec<(u32, u32)>,
    quarters: Vec<[u32; 4]>,
}

impl RankSummary {
    /// How many units are ranked together.
    pub fn among(&self) -> usize {
        self.ranked.len()
    }

    /// From the 5th to the 95th percentile of the ranks of one unit, by its place in the table (the
    /// nearest rank), and as far as its own rank where that lies outside; `None` of a unit that is
    /// not ranked.
    pub fn rank_interval(&self, unit: usize) -> Option<(u32, u32)> {
        let place = self.ranked.places[unit]?;
        let (low, high) = self.intervals[place];
        let rank = self.ranked.ranks[place];
        Some((low.min(rank), high.max(rank)))
    }

    /// How likely one unit is among the best quarter of the ranks, the second, the third and the
    /// worst. Quarter q of n units has the ranks above (q−1)·n/4 and up to q·n/4. `None` of a unit
    /// that is not ranked.
    pub fn quarters(&self, unit: usize) -> Option<[f64; 4]> {
        let counts = self.quarters[self.ranked.places[unit]?];
        Some(counts.map(|count| f64::from(count) / f64::from(self.draws)))
    }
}

/// The ranks of all units in some draws that follow each other: those of the first unit, those of
/// the second.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Tile {
    Narrow(Vec<u16>),
    Wide(Vec<u32>),
}

impl Tile {
    /// Room for the ranks of units in a number of draws.
    pub fn new(units: usize, draws: usize) -> Self {
        if u16::try_from(units).is_ok() {
            Self::Narrow(vec![0; units * draws])
        } else {
            Self::Wide(vec![0; units * draws])
        }
    }

    /// Sets the ranks of one draw among `draws`.
    pub fn set(&mut self, draw: usize, draws: usize, ranks: &[u32]) {
        match self {
            Self::Narrow(tile) => {
                for (own, &rank) in tile.chunks_exact_mut(draws).zip(ranks) {
                    // A rank is at most the number of units, which fits.
                    own[draw] = rank as u16;
                }
            }
            Self::Wide(tile) => {
                for (own, &rank) in tile.chunks_exact_mut(draws).zip(ranks) {
                    own[draw] = rank;
                }
            }
        }
    }

    /// Asks for each rank of a unit.
    fn each(&self, unit: usize, units: usize, ask: &mut impl FnMut(u32)) {
        match self {
            Self::Narrow(tile) => own(tile, unit, units).iter().for_each(|&r| ask(u32::from(r))),
            Self::Wide(tile) => own(tile, unit, units).iter().for_each(|&r| ask(r)),
        }
    }

    /// The best and the worst rank of a unit.
    fn range(&self, unit: usize, units: usize) -> (u32, u32) {
        match self {
            Self::Narrow(tile) => range(own(tile, unit, units)),
            Self::Wide(tile) => range(own(tile, unit, units)),
        }
    }

    /// Twice the number of draws in which one unit is before another, a tie counting once.
    fn twice_above(&self, a: usize, b: usize, units: usize) -> u64 {
        match self {
            Self::Narrow(tile) => twice_above(own(tile, a, units), own(tile, b, units)),
            Self::Wide(tile) => twice_above(own(tile, a, units), own(tile, b, units)),
        }
    }
}

fn own<T>(tile: &[T], unit: usize, units: usize) -> &[T] {
    let draws = tile.len() / units;
    &tile[unit * draws..(unit + 1) * draws]
}

fn range<T: Copy + Into<u32>>(ranks: &[T]) -> (u32, u32) {
    let ranks = || ranks.iter().map(|&rank| rank.into());
    (ranks().fold(u32::MAX, u32::min), ranks().fold(0, u32::max))
}

fn twice_above<T: Ord>(a: &[T], b: &[T]) -> u64 {
    // A tile has few draws, so that the sum fits.
    let sum: u16 = a.iter().zip(b).map(|(a, b)| u16::from(a < b) + u16::from(a <= b)).sum();
    u64::from(sum)
}

impl Distribution {
    /// From the ranks of all draws in their order.
    pub(crate) fn of(ranked: Ranked, draws: u32, tiles: Vec<Tile>) -> Self {
        let units = ranked.len();
        let summary = RankSummary { draws, ranked, ..RankSummary::default() };
        let mut ranks = Self { draws, tiles, summary };
        let summaries: Vec<_> = (0..units)
            .into_par_iter()
            .with_min_len(16)
            .map_init(|| vec![0; units], |counts, place| ranks.summarise(place, counts))
            .collect();
        (ranks.summary.intervals, ranks.summary.quarters) = summaries.into_iter().unzip();
        ranks
    }

    /// How many units were ranked.
    pub fn among(&self) -> usize {
        self.summary.among()
    }

    /// How many times they were ranked.
    pub fn draws(&self) -> u32 {
        self.draws
    }

    /// What they say of each unit.
    pub fn summary(&self) -> &RankSummary {
        &self.summary
    }

    /// How likely a unit has each rank, the best first; `None` of a unit that is not ranked.
    pub fn rank_probabilities(&self, unit: usize) -> Option<Vec<f64>> {
        let mut counts = vec![0; self.among()];
        self.count(self.place(unit)?, &mut counts);
        let share = |count| f64::from(count) / f64::from(self.draws);
        Some(counts.into_iter().map(share).collect())
    }

    /// How likely a unit has a better score than another, a tie counting half; `None` unless both
    /// are ranked.
    pub fn above(&self, a: usize, b: usize) -> Option<f64> {
        let (a, b) = (self.place(a)?, self.place(b)?);
        let units = self.among();
        let twice: u64 = self.tiles.iter().map(|tile| tile.twice_above(a, b, units)).sum();
        Some(twice as f64 / (2.0 * f64::from(self.draws)))
    }

    fn place(&self, unit: usize) -> Option<usize> {
        self.summary.ranked.places[unit]
    }

    /// Counts the ranks of a unit, the best first; nothing is counted before.
    fn count(&self, place: usize, counts: &mut [u32]) {
        for tile in &self.tiles {
            tile.each(place, self.among(), &mut |rank| counts[rank as usize - 1] += 1);
        }
    }

    /// The percentiles, and how many ranks are in each quarter; leaves nothing counted behind.
    fn summarise(&self, place: usize, counts: &mut [u32]) -> ((u32, u32), [u32; 4]) {
        let units = self.among();
        self.count(place, counts);
        // With many more units than draws, most ranks have nothing to look at.
        let (mut least, mut most) = (1, units as u32);
        if units > self.draws as usize {
            (least, most) = (u32::MAX, 0);
            for tile in &self.tiles {
                let (low, high) = tile.range(place, units);
                (least, most) = (least.min(low), most.max(high));
            }
        }
        let wanted = [5, 95].map(|per_cent| nearest_rank(self.draws, per_cent));
        let (mut interval, mut quarters, mut until) = ([0; 2], [0; 4], 0);
        let counted = &mut counts[least as usize - 1..most as usize];
        for (count, rank) in counted.iter_mut().zip(least..) {
            for (wanted, bound) in wanted.iter().zip(&mut interval) {
                if until < *wanted && *wanted <= until + *count {
                    *bound = rank;
                }
            }
            until += *count;
            quarters[quarter(rank, units)] += *count;
            *count = 0;
        }
        (interval.into(), quarters)
    }
}

/// The place, from 1, of a percentile among so many sorted values.
fn nearest_rank(values: u32, per_cent: u64) -> u32 {
    let place = (u64::from(values) * per_cent).div_ceil(100);
    u32::try_from(place).expect("not above the number of values").max(1)
}

/// The quarter of a rank, 0 for the best.
fn quarter(rank: u32, units: usize) -> usize {
    (4 * rank as usize).div_ceil(units) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the ranks of each draw, two draws a tile.
    fn of(draws: &[&[u32]]) -> Distribution {
        let units = draws[0].len();
        let tile = |draws: &[&[u32]]| {
            let mut tile = Tile::new(units, draws.len());
            for (i, ranks) in draws.iter().enumerate() {
                tile.set(i, draws.len(), ranks);
            }
            tile
        };
        let ranked = Ranked::of(&vec![Some(1); units]);
        Distribution::of(ranked, draws.len() as u32, draws.chunks(2).map(tile).collect())
    }

    #[test]
    fn counts_by_hand() {
        let all = of(&[&[1, 2, 3, 4], &[1, 3, 2, 4], &[2, 1, 2, 4], &[1, 1, 3, 4], &[1, 2, 3, 4]]);
        assert_eq!((all.among(), all.draws()), (4, 5));
        assert_eq!(all.rank_probabilities(0), Some(vec![0.8, 0.2, 0.0, 0.0]));
        assert_eq!(all.rank_probabilities(1), Some(vec![0.4, 0.4, 0.2, 0.0]));
        assert_eq!(all.summary().quarters(2), Some([0.0, 0.4, 0.6, 0.0]));
        assert_eq!(all.summary().rank_interval(0), Some((1, 2)));
        // Better in three draws of five, even in one.
        assert_eq!(all.above(0, 1), Some(0.7));
        assert!((all.above(1, 0).expect("both are ranked") - 0.3).abs() < 1e-12);
        // Draws: 2 before 3, 3 before 2, 1 before 2, 1 before 3, 2 before 3.
        assert_eq!(all.above(1, 2), Some(0.8));
        assert_eq!(all.above(3, 3), Some(0.5));
    }

    #[test]
    fn an_interval_holds_the_rank_itself() {
        let ranked = Ranked::of(&[Some(1), None, Some(2)]);
        let mut tile = Tile::new(2, 1);
        tile.set(0, 1, &[2, 1]);
        let found = Distribution::of(ranked, 1, vec![tile]);
        let intervals = [0, 1, 2].map(|unit| found.summary().rank_interval(unit));
        assert_eq!(intervals, [Some((1, 2)), None, Some((1, 2))]);
        assert_eq!((found.among(), found.above(0, 1), found.above(2, 0)), (2, None, Some(1.0)));
        assert_eq!((found.rank_probabilities(1), found.summary().quarters(1)), (None, None));
    }

    #[test]
    fn quarters_of_a_number_of_units_that_four_does_not_divide() {
        // Of six units: ranks up to 1.5, 3, 4.5, 6.
        assert_eq!([1, 2, 3, 4, 5, 6].map(|rank| quarter(rank, 6)), [0, 1, 1, 2, 3, 3]);
        assert_eq!([1, 2].map(|rank| quarter(rank, 2)), [1, 3]);
        assert_eq!(quarter(1, 1), 3);
    }

    #[test]
    fn the_nearest_rank() {
        assert_eq!([5, 95].map(|p| nearest_rank(100, p)), [5, 95]);
        assert_eq!([5, 95].map(|p| nearest_rank(1, p)), [1, 1]);
        assert_eq!([5, 95].map(|p| nearest_rank(30, p)), [2, 29]);
    }

    #[test]
    fn more_units_than_two_bytes_number() {
        let ranks: Vec<u32> = (1..=70_000).rev().collect();
        let all = of(&[&ranks]);
        assert_eq!(all.summary().rank_interval(0), Some((1, 70_000)));
        assert_eq!(all.above(1, 0), Some(1.0));
    }
}
