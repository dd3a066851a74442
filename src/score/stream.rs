//! Random numbers that belong to a choice and a sample, not to the thread that asks first.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Where a generator yields numbers.
pub type Numbers = ChaCha8Rng;

/// The random numbers of one factor for one sample.
///
/// The same seed, factor and sample give the same numbers wherever and in whatever order they are
/// asked for, so that the number of threads changes nothing and two samples can share a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    seed: u64,
    factor: u16,
    sample: u32,
}

impl Stream {
    /// A stream of its own for every factor and sample.
    pub fn new(seed: u64, factor: u16, sample: u32) -> Self {
        Self { seed, factor, sample }
    }

    /// The numbers of a part of the factor, from their beginning.
    pub fn part(&self, part: u16) -> Numbers {
        let mut numbers = ChaCha8Rng::seed_from_u64(self.seed);
        // Sample, factor and part side by side: no two have the same stream.
        let stream = u64::from(self.sample) << 32 | u64::from(self.factor) << 16 | u64::from(part);
        numbers.set_stream(stream);
        numbers
    }

    /// The numbers of a factor that has only one part.
    pub fn numbers(&self) -> Numbers {
        self.part(0)
    }
}

/// A number in 0..1 with 53 random bits.
pub fn uniform(numbers: &mut Numbers) -> f64 {
    (numbers.next_u64() >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_its_own_and_always_the_same() {
        let first = |stream: Stream, part| uniform(&mut stream.part(part));
        let all = [
            first(Stream::new(1, 0, 0), 0),
            first(Stream::new(2, 0, 0), 0),
            first(Stream::new(1, 1, 0), 0),
            first(Stream::new(1, 0, 1), 0),
            first(Stream::new(1, 0, 0), 1),
        ];
        for (i, a) in all.iter().enumerate() {
            assert!((0.0..1.0).contains(a));
            assert!(all[..i].iter().all(|b| a != b), "{all:?}");
        }
        assert_eq!(first(Stream::new(1, 0, 0), 0), all[0]);
    }
}
