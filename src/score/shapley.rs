//! Shapley values: a sum shared fairly among those who made it together.
//!
//! What a player adds depends on who is there before it. Its Shapley value is what it adds on the
//! average over every order in which the players can come. The values sum to what all of them make
//! beyond what none makes; a player that never adds anything gets 0; players that are alike get
//! alike. No other division does all three and is additive. Source: Shapley, *A value for n-person
//! games* (1953), recalled.

/// With more players every subset would take too long: 2ⁿ of them.
pub const EXACT_UP_TO: usize = 12;

/// The Shapley value of each player; `value` says what a set of players makes, `true` for those
/// that are in it.
///
/// With up to [`EXACT_UP_TO`] players by every subset, asked once each. With more, the average over
/// two orders only, the one in which the players stand and its reverse: the values still sum to the
/// whole and an idle player still gets 0, but players that are alike may get unlike parts.
///
/// # Complexity
///
/// `value` is asked 2ⁿ times up to [`EXACT_UP_TO`] players, 2(n + 1) times above.
///
/// ```
/// use beredd::score::shapley::shapley;
///
/// // Two make 10 together, the first alone 4, the second alone nothing.
/// let value = |there: &[bool]| match there {
///     [true, true] => 10.0,
///     [true, false] => 4.0,
///     _ => 0.0,
/// };
/// // The first adds 4 when it comes first and 10 when it comes last.
/// assert_eq!(shapley(2, value), [7.0, 3.0]);
/// ```
pub fn shapley(players: usize, value: impl FnMut(&[bool]) -> f64) -> Vec<f64> {
    if players <= EXACT_UP_TO { by_subsets(players, value) } else { by_two_orders(players, value) }
}

fn by_subsets(players: usize, mut value: impl FnMut(&[bool]) -> f64) -> Vec<f64> {
    let mut there = vec![false; players];
    let values: Vec<f64> = (0..1usize << players)
        .map(|subset| {
            for (player, there) in there.iter_mut().enumerate() {
                *there = subset >> player & 1 == 1;
            }
            value(&there)
        })
        .collect();
    let shares = share_of_orders(players);
    (0..players)
        .map(|player| {
            let own = 1 << player;
            (0..values.len())
                .filter(|subset| subset & own == 0)
                .map(|before| {
                    let share = shares[before.count_ones() as usize];
                    share * (values[before | own] - values[before])
                })
                .sum()
        })
        .collect()
}

/// The share of all orders in which a player comes right after one certain set of `k` others:
/// k!(n−1−k)!/n!.
fn share_of_orders(players: usize) -> Vec<f64> {
    let n = players as f64;
    let mut share = 1.0 / n;
    (0..players)
        .map(|k| {
            let this = share;
            share *= (k + 1) as f64 / (n - 1.0 - k as f64);
            this
        })
        .collect()
}

fn by_two_orders(players: usize, mut value: impl FnMut(&[bool]) -> f64) -> Vec<f64> {
    let mut parts = vec![0.0; players];
    let forwards: Vec<usize> = (0..players).collect();
    let backwards: Vec<usize> = (0..players).rev().collect();
    for order in [forwards, backwards] {
        let mut there = vec![false; players];
        let mut before = value(&there);
        for player in order {
            there[player] = true;
            let after = value(&there);
            parts[player] += 0.5 * (after - before);
            before = after;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The definition: the average over every order.
    fn by_every_order(players: usize, value: &dyn Fn(&[bool]) -> f64) -> Vec<f64> {
        fn orders(players: usize) -> Vec<Vec<usize>> {
            let Some(last) = players.checked_sub(1) else { return vec![Vec::new()] };
            let mut all = Vec::new();
            for order in orders(last) {
                for place in 0..=last {
                    let mut longer = order.clone();
                    longer.insert(place, last);
                    all.push(longer);
                }
            }
            all
        }
        let orders = orders(players);
        let mut parts = vec![0.0; players];
        for order in &orders {
            let mut there = vec![false; players];
            for &player in order {
                let before = value(&there);
                there[player] = true;
                parts[player] += (value(&there) - before) / orders.len() as f64;
            }
        }
        parts
    }

    fn place(there: &[bool]) -> usize {
        there.iter().rev().fold(0, |place, &there| place << 1 | usize::from(there))
    }

    #[test]
    fn gloves_by_hand() {
        // One left glove and two right ones: a pair is worth 1. The left one gets 4/6.
        let pair = |there: &[bool]| if there[0] && (there[1] || there[2]) { 1.0 } else { 0.0 };
        let parts = shapley(3, pair);
        for (part, expected) in parts.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert!((part - expected).abs() < 1e-12, "{parts:?}");
        }
        assert_eq!(shapley(0, |_| 5.0), Vec::<f64>::new());
        assert_eq!(shapley(1, pair_of_one), [3.0]);
    }

    fn pair_of_one(there: &[bool]) -> f64 {
        if there[0] { 5.0 } else { 2.0 }
    }

    #[test]
    fn many_players_still_share_the_whole() {
        for players in [EXACT_UP_TO, EXACT_UP_TO + 1] {
            let made = |there: &[bool]| {
                let sum: usize = (0..players - 1).filter(|&i| there[i]).map(|i| i + 1).sum();
                (sum as f64).sqrt()
            };
            let parts = shapley(players, made);
            let whole = made(&vec![true; players]);
            assert!((parts.iter().sum::<f64>() - whole).abs() < 1e-12);
            assert_eq!(parts[players - 1], 0.0, "the last never adds anything");
        }
    }

    proptest! {
        #[test]
        fn equals_the_average_over_every_order(
            players in 1..6usize,
            made in proptest::collection::vec(-100.0..100.0f64, 32),
        ) {
            let value = |there: &[bool]| made[place(there)];
            let fast = shapley(players, value);
            for (a, b) in fast.iter().zip(by_every_order(players, &value)) {
                prop_assert!((a - b).abs() < 1e-9);
            }
            let whole = made[(1 << players) - 1] - made[0];
            prop_assert!((fast.iter().sum::<f64>() - whole).abs() < 1e-9);
        }
    }
}
