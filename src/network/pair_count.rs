//! How many of a fixed set of pairs of numbers lie in a rectangle.

use std::ops::Range;

/// A fixed set of pairs `(left, right)` of numbers, repeats allowed, that counts those in a
/// rectangle.
///
/// ```text
///   right
///     4 |  .     .              pairs (0, 4) (1, 0) (2, 4) (3, 1) (3, 3) (5, 2)
///     3 |        +--.-----+
///     2 |        |       .|     in lefts 2..6 and rights 1..4 there are 3
///     1 |        |  .     |
///     0 |  .     +--------+
///       +-------------------
/// ```
///
/// # Definition
///
/// A wavelet matrix: the pairs sorted by left, and of their rights one bit after the other, the
/// highest first. Behind each bit the pairs without it move to the front, those with it to the
/// back, and keep their order otherwise; so a range of pairs stays a range at every bit.
///
/// # Complexity
///
/// With `p` pairs and rights of `b` bits: `p·b/4` bytes and `p·b` steps to build, `b` steps to
/// count.
///
/// # References
///
/// Claude, Navarro and Ordóñez, *The wavelet matrix: an efficient wavelet tree for large
/// alphabets*, Information Systems 47, 2015.
#[derive(Clone, Debug)]
pub struct PairCount {
    /// By left, where its pairs begin; behind the last left where they end.
    first: Vec<u32>,
    /// By bit, the highest first.
    bits: Vec<Bits>,
}

impl PairCount {
    /// From the rights of each left in turn; every right below `rights`.
    pub fn new<R: IntoIterator<Item = u32>>(by_left: impl Iterator<Item = R>, rights: u32) -> Self {
        let mut first = vec![0];
        let mut now: Vec<u32> = Vec::new();
        for of_left in by_left {
            now.extend(of_left);
            first.push(now.len() as u32);
        }
        let bit_count = u32::BITS - rights.saturating_sub(1).leading_zeros();
        let mut set = Vec::new();
        let bits = (0..bit_count)
            .rev()
            .map(|bit| {
                let is_set = |right: u32| right >> bit & 1 == 1;
                let bits = Bits::new(now.iter().map(|&right| is_set(right)));
                set.clear();
                set.extend(now.iter().copied().filter(|&right| is_set(right)));
                now.retain(|&right| !is_set(right));
                now.append(&mut set);
                bits
            })
            .collect();
        Self { first, bits }
    }

    /// How many steps one count takes at most.
    pub fn steps(&self) -> usize {
        2 * self.bits.len() + 1
    }

    /// How many pairs lie in both ranges.
    pub fn count(&self, lefts: Range<u32>, rights: Range<u32>) -> u32 {
        let pairs = self.first[lefts.start as usize]..self.first[lefts.end as usize];
        if pairs.is_empty() || rights.is_empty() {
            return 0;
        }
        self.below(pairs.clone(), rights.end) - self.below(pairs, rights.start)
    }

    /// How many of a range of the pairs have a right below `limit`.
    fn below(&self, pairs: Range<u32>, limit: u32) -> u32 {
        let Range { mut start, mut end } = pairs;
        if u64::from(limit) >> self.bits.len() > 0 {
            return end - start;
        }
        let mut below = 0;
        for (bits, bit) in self.bits.iter().zip((0..self.bits.len()).rev()) {
            let (ones_start, ones_end) = (bits.ones_before(start), bits.ones_before(end));
            if limit >> bit & 1 == 1 {
                below += (end - start) - (ones_end - ones_start);
                (start, end) = (bits.zeros + ones_start, bits.zeros + ones_end);
            } else {
                (start, end) = (start - ones_start, end - ones_end);
            }
            if start == end {
                break;
            }
        }
        below
    }
}

/// A row of bits that counts the ones before a place in one step.
#[derive(Clone, Debug)]
struct Bits {
    words: Vec<Word>,
    zeros: u32,
}

/// 32 bits and what comes before them: side by side, so that a count touches one cache line.
#[derive(Clone, Copy, Debug)]
struct Word {
    ones_before: u32,
    bits: u32,
}

impl Bits {
    fn new(bits: impl ExactSizeIterator<Item = bool>) -> Self {
        let length = bits.len();
        // One more, for the place behind the last bit.
        let mut words = vec![Word { ones_before: 0, bits: 0 }; length / 32 + 1];
        for (place, bit) in bits.enumerate() {
            words[place / 32].bits |= u32::from(bit) << (place % 32);
        }
        let mut ones = 0;
        for word in &mut words {
            word.ones_before = ones;
            ones += word.bits.count_ones();
        }
        Self { words, zeros: length as u32 - ones }
    }

    fn ones_before(&self, place: u32) -> u32 {
        let word = self.words[place as usize / 32];
        let before = word.bits & ((1 << (place % 32)) - 1);
        word.ones_before + before.count_ones()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(by_left: &[&[u32]], rights: u32) -> PairCount {
        PairCount::new(by_left.iter().map(|of_left| of_left.iter().copied()), rights)
    }

    #[test]
    fn the_pairs_of_the_drawing() {
        let pairs = of(&[&[4], &[0], &[4], &[1, 3], &[], &[2]], 5);
        assert_eq!(pairs.count(2..6, 1..4), 3);
        assert_eq!(pairs.count(0..6, 0..5), 6);
        assert_eq!(pairs.count(4..5, 0..5), 0);
        assert_eq!(pairs.count(0..3, 4..5), 2);
    }

    #[test]
    fn nothing_counts_as_nothing() {
        assert_eq!(of(&[], 0).count(0..0, 0..0), 0);
        assert_eq!(of(&[&[], &[]], 7).count(0..2, 0..7), 0);
    }

    /// More than one word of bits, rights repeated and a limit that is a power of two.
    #[test]
    fn every_rectangle_of_some_hundred_pairs() {
        let rights = 16;
        let by_left: Vec<Vec<u32>> = (0..40)
            .map(|left| (0..left % 13).map(|i| (left * 7 + i * i) % rights).collect())
            .collect();
        let pairs = PairCount::new(by_left.iter().map(|of_left| of_left.iter().copied()), rights);
        for (start, end) in (0..=40).flat_map(|end| (0..=end).map(move |start| (start, end))) {
            for (low, high) in (0..=rights).flat_map(|high| (0..=high).map(move |low| (low, high)))
            {
                let expected = by_left[start as usize..end as usize]
                    .iter()
                    .flatten()
                    .filter(|right| (low..high).contains(right))
                    .count();
                assert_eq!(pairs.count(start..end, low..high), expected as u32);
            }
        }
    }
}
