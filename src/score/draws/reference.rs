//! The scores of a draw the slow way, unit by unit and mean by mean; and frameworks at random.

use crate::model::framework::testing::{group, heading, indicator};
use crate::model::framework::{
    Better, Child, Framework, Goalposts, Group, GroupIdx, Indicator, Mean, Missing, Scale,
    Uncertainty,
};
use crate::model::indicator::{IndicatorTable, Reading, Unit};
use crate::score::draws::choices::{Factor, Space, Streams};
use crate::score::evaluate::{Evaluation, evaluate};
use crate::score::mean::mean;
use crate::score::normalise::{Posts, normalise};
use crate::score::stream::{Numbers, Stream, uniform};
use crate::units::{Share, Weight};

/// The scores of every group in one draw: of each group, one a unit.
///
/// Those of a group below are what `of_group` says they are: a mean that a tiny value nearly ruins
/// makes much of the last bits of what it is made from.
pub fn scores(
    framework: &Framework,
    table: &IndicatorTable,
    streams: &Streams,
    of_group: impl Fn(GroupIdx, usize) -> f64,
) -> Vec<Vec<f64>> {
    let space = Space::new(framework);
    let mut choices = space.given().clone();
    space.draw(streams, &mut choices);
    let units = table.units().len();
    let mut scores = vec![vec![0.0; units]; framework.groups().len()];
    for at in (0..framework.groups().len()).rev() {
        let mut numbers = streams[Factor::Unknowns as usize].part(at as u16);
        let of = framework.group(GroupIdx(at));
        for (unit, score) in scores[at].iter_mut().enumerate() {
            let fall = uniform(&mut numbers);
            let term = |(place, child): (usize, &Child)| {
                let weight = choices.weights[at][place];
                match *child {
                    Child::Group(below) => Some((of_group(below, unit), weight)),
                    Child::Indicator(i) => {
                        let spec = framework.indicator(i);
                        let readings = &table.readings()[i.0];
                        let posts = match choices.posts[i.0] {
                            Some((low, high)) => Posts::between(low, high, spec.better, spec.scale),
                            None => Posts::of(spec, readings).expect("usable"),
                        };
                        let own = normalise(spec, &posts, readings)[unit];
                        let (low, high) = (own.plausible.low.value(), own.plausible.high.value());
                        let value = match own.plausible.median {
                            _ if own.left_out => return None,
                            None => low + fall * (high - low),
                            Some(_) if low == high => low,
                            Some(median) => two_slopes(low, median.value(), high, fall),
                        };
                        Some((value, weight))
                    }
                }
            };
            let children = framework.children(GroupIdx(at)).iter().enumerate();
            let terms: Vec<_> = children.filter_map(term).collect();
            *score = mean(choices.means[at], of.offset, terms.into_iter()).unwrap_or(100.0 * fall);
        }
    }
    scores
}

/// The inverse of the distribution function of two right triangles that meet at the median c, each
/// with half of the whole: (x − a)² / 2(c − a)² below it, 1 − (b − x)² / 2(b − c)² above it.
fn two_slopes(a: f64, c: f64, b: f64, u: f64) -> f64 {
    if u < 0.5 {
        a + (u * 2.0 * (c - a).powi(2)).sqrt()
    } else {
        b - ((1.0 - u) * 2.0 * (b - c).powi(2)).sqrt()
    }
}

/// A framework of up to three levels of groups with a table, all from a seed.
pub fn at_random(seed: u64, units: usize) -> (Framework, IndicatorTable, Evaluation) {
    let dice = &mut Stream::new(seed, 0, 0).numbers();
    let mut groups = vec![group("g0", "", 1.0, Mean::Arithmetic)];
    for i in 1..1 + below(dice, 5) {
        // Below the root or one of its children: three levels with the root.
        let parents = if i == 1 { 1 } else { 2 };
        let parent = format!("g{}", below(dice, parents));
        groups.push(group(&format!("g{i}"), &parent, weight(dice), Mean::Arithmetic));
    }
    let mut indicators = Vec::new();
    for parent in 0..groups.len() {
        for child in 0..1 + below(dice, 3) {
            let weight = if child == 0 { 1.0 } else { weight(dice) };
            let own = indicator(&format!("i{parent}_{child}"), &format!("g{parent}"), weight);
            indicators.push(varied(own, dice));
        }
    }
    groups.iter_mut().for_each(|group| vary(group, dice));
    let mut heading = heading();
    let spreads = [0.0, 0.1, 0.25, 0.9, 1.0];
    let spread = spreads[below(dice, spreads.len())];
    heading.uncertainty = Uncertainty { weight_spread: Share::new(spread).expect("a share") };
    let framework = Framework::new(heading, groups, indicators).expect("a tree");
    let names = (0..units).map(|i| Unit { id: i.to_string(), name: i.to_string() }).collect();
    let readings = framework.indicators().iter().map(|own| column(own, units, dice)).collect();
    let table = IndicatorTable::new(names, readings);
    let evaluation = evaluate(&framework, &table).expect("usable");
    (framework, table, evaluation)
}

fn below(dice: &mut Numbers, count: usize) -> usize {
    (uniform(dice) * count as f64) as usize
}

fn one_in(dice: &mut Numbers, count: usize) -> bool {
    below(dice, count) == 0
}

fn weight(dice: &mut Numbers) -> f64 {
    if one_in(dice, 5) { 0.0 } else { 0.1 + 3.0 * uniform(dice) }
}

fn vary(group: &mut Group, dice: &mut Numbers) {
    group.aggregate = Mean::ALL[below(dice, 4)];
    for mean in Mean::ALL {
        if one_in(dice, 4) {
            group.aggregate_also.push(mean);
        }
    }
    if one_in(dice, 2) {
        group.offset = 10.0 * uniform(dice);
    }
    assert!(group.weight >= Weight::ZERO);
}

fn varied(mut own: Indicator, dice: &mut Numbers) -> Indicator {
    own.better = if one_in(dice, 2) { Better::Lower } else { Better::Higher };
    own.scale = if one_in(dice, 3) { Scale::Log } else { Scale::Linear };
    let (low, high) = (2.0, 8.0);
    own.goalposts = match below(dice, 3) {
        0 => Goalposts::fixed(low, high),
        1 => Goalposts::Fixed { low, high, low_range: (1.0, 3.0), high_range: (7.0, 9.5) },
        _ => Goalposts::Observed,
    };
    own.missing = [Missing::Interval, Missing::Ignore, Missing::Mean][below(dice, 3)];
    own
}

/// Values from 1 to 10, so that some lie outside the goalposts and some upon them.
fn column(own: &Indicator, units: usize, dice: &mut Numbers) -> Vec<Reading> {
    let value = |dice: &mut Numbers| match below(dice, 6) {
        0 => 2.0,
        1 => 8.0,
        _ => 1.0 + 9.0 * uniform(dice),
    };
    let unknowns = one_in(dice, 2);
    let mut column: Vec<Reading> = (0..units)
        .map(|_| {
            let value = value(dice);
            let bounds = (value - uniform(dice).min(value / 2.0), value + 3.0 * uniform(dice));
            match below(dice, 6) {
                0 if unknowns => Reading::default(),
                1 if unknowns => Reading::new(None, Some(bounds), None).expect("bounds"),
                2 if unknowns => Reading::new(Some(value), Some(bounds), None).expect("inside"),
                3 if unknowns => Reading::new(Some(value), Some(bounds), None)
                    .and_then(|reading| reading.with_spread(uniform(dice)))
                    .expect("inside"),
                _ => Reading::certain(value).expect("finite"),
            }
        })
        .collect();
    if own.goalposts == Goalposts::Observed {
        // Two different values at least.
        column[0] = Reading::certain(1.5).expect("finite");
        column[1] = Reading::certain(9.0).expect("finite");
    }
    column
}
