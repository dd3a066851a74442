//! Small frameworks for tests.

use super::*;

/// A heading with nothing in it that moves.
pub fn heading() -> Heading {
    Heading {
        name: "Test".to_owned(),
        version: "1".to_owned(),
        unit_id: "id".to_owned(),
        unit_name: None,
        known_share_at_least: Share::new(0.5).unwrap(),
        uncertainty: Uncertainty { weight_spread: Share::new(0.25).unwrap() },
    }
}

/// The pillars of the built-in framework, with an indicator each.
pub fn four_pillars() -> Framework {
    let mut groups = vec![group("index", "", 1.0, Mean::Geometric)];
    let mut indicators = Vec::new();
    for pillar in ["fixed", "mobile", "resilience", "power"] {
        groups.push(group(pillar, "index", 1.0, Mean::Arithmetic));
        indicators.push(indicator(&format!("of_{pillar}_share"), pillar, 1.0));
    }
    Framework::new(heading(), groups, indicators).unwrap()
}

/// A group; an empty parent for the root.
pub fn group(id: &str, parent: &str, weight: f64, aggregate: Mean) -> Group {
    Group {
        id: id.to_owned(),
        names: Names::default(),
        parent: (!parent.is_empty()).then(|| parent.to_owned()),
        weight: Weight::new(weight).unwrap(),
        aggregate,
        aggregate_also: Vec::new(),
        offset: 0.0,
    }
}

/// An indicator from 0 to 1.
pub fn indicator(id: &str, parent: &str, weight: f64) -> Indicator {
    Indicator {
        id: id.to_owned(),
        names: Names::default(),
        parent: parent.to_owned(),
        weight: Weight::new(weight).unwrap(),
        better: Better::Higher,
        goalposts: Goalposts::fixed(0.0, 1.0),
        scale: Scale::Linear,
        missing: Missing::Interval,
        source: None,
        why: None,
    }
}
