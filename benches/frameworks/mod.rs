//! Frameworks and tables of the sizes that are timed.

use beredd::model::framework::{
    Better, Framework, Goalposts, Group, Heading, Indicator, Mean, Missing, Names, Scale,
    Uncertainty,
};
use beredd::model::indicator::{IndicatorTable, Reading, Unit};
use beredd::score::stream::{Stream, uniform};
use beredd::units::{Share, Weight};

/// So many groups of so many indicators under a root that is brought together in two ways.
pub fn framework(groups: usize, indicators: usize) -> Framework {
    let weight = Weight::new(1.0).expect("a weight");
    let group = |id: String, parent: Option<String>| Group {
        id,
        names: Names::default(),
        parent,
        weight,
        aggregate: Mean::Arithmetic,
        aggregate_also: Vec::new(),
        offset: 0.0,
    };
    let mut root = group("index".to_owned(), None);
    root.aggregate = Mean::Geometric;
    root.aggregate_also = vec![Mean::Arithmetic];
    let below = (0..groups).map(|i| group(format!("group_{i}"), Some("index".to_owned())));
    let indicator = |i: usize| Indicator {
        id: format!("indicator_{i}"),
        names: Names::default(),
        parent: format!("group_{}", i * groups / indicators),
        weight,
        better: Better::Higher,
        goalposts: Goalposts::fixed(0.0, 1.0),
        scale: Scale::Linear,
        missing: Missing::Interval,
        source: None,
        why: None,
    };
    let heading = Heading {
        name: "Timed".to_owned(),
        version: "1".to_owned(),
        unit_id: "id".to_owned(),
        unit_name: None,
        known_share_at_least: Share::new(0.0).expect("a share"),
        uncertainty: Uncertainty { weight_spread: Share::new(0.25).expect("a share") },
    };
    let all = std::iter::once(root).chain(below).collect();
    Framework::new(heading, all, (0..indicators).map(indicator).collect()).expect("a tree")
}

/// Values from 0 to 1; one in three has bounds around it where `unknowns` are asked for.
pub fn table(framework: &Framework, units: usize, unknowns: bool) -> IndicatorTable {
    let mut dice = Stream::new(290, 0, 0).numbers();
    let mut reading = || {
        let value = uniform(&mut dice);
        let bounds = (unknowns && uniform(&mut dice) < 1.0 / 3.0)
            .then(|| (value * uniform(&mut dice), value + (1.0 - value) * uniform(&mut dice)));
        Reading::new(Some(value), bounds, None).expect("a value in its bounds")
    };
    let column = |_| (0..units).map(|_| reading()).collect();
    let columns = (0..framework.indicators().len()).map(column).collect();
    let names = (0..units).map(|i| Unit { id: i.to_string(), name: i.to_string() });
    IndicatorTable::new(names.collect(), columns)
}
