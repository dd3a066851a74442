//! The keys of a framework file.

use crate::model::framework::{Better, Mean, Missing, Scale};
use crate::project::keys::{Apart, Form, Required, Setting, Shape, choices, keys};
use crate::project::section::Section;
use crate::units::{Share, Weight};

/// Below this share of known facts there is no score, unless the framework says otherwise: how little
/// is known is for the interval to say.
const KNOWN_AT_LEAST: f64 = 0.0;
/// How far weights move, unless the framework says otherwise: a weight of one in four then has a
/// standard deviation of about 0.11.
pub const WEIGHT_SPREAD: f64 = 0.25;

keys! {
    /// The keys of a framework outside its lists.
    pub(in crate::project) struct FrameworkKeys {
        /// for titles
        name: Required<String>, eg ("Readiness of the region");
        /// which edition; change it when anything else changes
        version: Required<String>, eg ("2026-1");
        /// the column of the table with the units' ids
        unit_id: Required<String>, eg ("municipality_code");
        /// the column with their names
        unit_name: Option<String>, or "the ids stand in", eg ("name");
        /// a group of which less is known has no score ([below](#when-there-is-no-score)). How little is
        /// known is said by the interval; a gate hides the unit with the interval 61–70 as well as the
        /// one with 5–95
        known_share_at_least: Share = share(KNOWN_AT_LEAST), eg (0.5);
        /// how far the choices of the framework are tried; see below
        uncertainty: Apart<UncertaintyKeys>, eg ({ weight_spread = 0.25 });
        /// the tree above the indicators; see below
        group: Apart<Vec<GroupKeys>>, or "required", eg ([{ id = "index" }]);
        /// what is measured; see below
        indicator: Apart<Vec<IndicatorKeys>>, or "required",
            eg ([{ id = "fibre_share", parent = "index", goalposts = [0, 100] }]);
    }

    /// The keys of `[uncertainty]`.
    pub(in crate::project) struct UncertaintyKeys {
        /// how far weights move in the draws behind the rank interval. A child with the share *w* of its
        /// group's weight has the standard deviation spread · √(*w*(1 − *w*)): by default 0.11 for one in
        /// four. 0 leaves the weights alone; towards 1 a draw gives nearly all the weight to one child
        weight_spread: Share = share(WEIGHT_SPREAD), eg (0.1);
    }

    /// The keys of `[[group]]`.
    pub(in crate::project) struct GroupKeys {
        /// unique among groups and indicators; a pillar's id names its columns (`P`, `P_low`, `P_high`)
        id: Required<String>, eg ("access");
        /// for people, in Swedish
        name: Option<String>, or "the id", eg ("Anslutning");
        /// for people, in English
        name_en: Option<String>, or "the id", eg ("Access");
        /// the id of the group above. Exactly one group has none: the index
        parent: Option<String>, or "none", eg ("index");
        /// among its siblings; only the proportion matters. Of the index it means nothing
        weight: Weight = one(), eg (2);
        /// how its children are brought together ([the four means](#the-four-means))
        aggregate: Mean = Mean::Arithmetic, eg ("geometric");
        /// other means that are drawn, each as often as its own, to try the choice
        aggregate_also: Vec<Mean> = Vec::new(), or "none", eg (["harmonic"]);
        /// points added to each child and taken from the mean, from 0 to 100; only with `"geometric"` and
        /// `"harmonic"`
        offset: f64 = 0.0, eg (10);
    }

    /// The keys of `[[indicator]]`.
    pub(in crate::project) struct IndicatorKeys {
        /// unique; the name of its column
        id: Required<String>, eg ("fibre_share");
        /// for people, in Swedish
        name: Option<String>, or "the id", eg ("Andel med fiber");
        /// for people, in English
        name_en: Option<String>, or "the id", eg ("Share with fibre");
        /// the id of the group it is in
        parent: Required<String>, eg ("access");
        /// among its siblings. 0: shown and not counted
        weight: Weight = one(), eg (0.5);
        /// which way is good
        better: Better = Better::Higher, eg ("lower");
        /// the values that give 0 and 100, **the lower number first**, also where lower is better
        goalposts: Apart<GoalpostsShape>, or "required", eg ([0, 100]);
        /// the lowest and the highest to try for the first goalpost
        goalposts_low_range: Apart<TwoNumbers>, or "not moved", eg ([0, 10]);
        /// the same for the second
        goalposts_high_range: Apart<TwoNumbers>, or "not moved", eg ([90, 100]);
        /// `"log"`: a doubling counts alike everywhere
        scale: Scale = Scale::Linear, eg ("log");
        /// what an unknown value means ([below](#what-missing-does))
        missing: Missing = Missing::Interval, eg ("ignore");
        /// where the indicator and its goalposts come from, and how sure that is
        source: Option<String>, eg ("PTS 2025");
        /// why it counts. Not required, but a figure without either cannot be defended
        why: Option<String>, eg ("Without fibre there is no second way");
    }
}

choices! {
    Better {
        "higher" => Self::Higher,
        "lower" => Self::Lower,
    }
    Scale {
        "linear" => Self::Linear,
        "log" => Self::Log,
    }
    Missing {
        "interval" => Self::Interval,
        "ignore" => Self::Ignore,
        "mean" => Self::Mean,
        "fail" => Self::Fail,
    }
}

/// Two numbers, or the word for those of the table.
#[derive(Debug)]
pub(in crate::project) struct GoalpostsShape;

impl Shape for GoalpostsShape {
    fn form() -> Form {
        Form::Either(Box::new([Form::Pair, Form::Word(vec!["observed"])]))
    }
}

/// The lowest and the highest.
#[derive(Debug)]
pub(in crate::project) struct TwoNumbers;

impl Shape for TwoNumbers {
    fn form() -> Form {
        Form::Pair
    }
}

pub fn share(number: f64) -> Share {
    Share::new(number).expect("a share")
}

/// Weights beyond these say nothing that 0 or a smaller number would not, and lose digits.
const WEIGHTS: std::ops::RangeInclusive<f64> = 1e-6..=1e6;

fn one() -> Weight {
    Weight::new(1.0).expect("positive")
}

impl Setting for Weight {
    fn form() -> Form {
        Form::Quantity("")
    }

    fn read(section: &mut Section<'_, '_>, key: &'static str) -> Option<Self> {
        let weight = section.quantity(key, Self::new)?;
        if weight.value() == 0.0 || WEIGHTS.contains(&weight.value()) {
            return Some(weight);
        }
        let (least, most) = (WEIGHTS.start(), WEIGHTS.end());
        section.fault_at(
            key,
            format!("`{key}` cannot be {:?}", weight.value()),
            format!("0, or from {least:e} to {most:e}: only the proportion to its siblings counts"),
        );
        None
    }

    fn written(&self) -> String {
        self.value().to_string()
    }
}
