//! `coherence`: whether the indicators of a framework belong together, one figure a row.

use crate::model::framework::{Child, Framework, GroupIdx, IndicatorIdx};
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::score::AskedScores;
use crate::score::coherence::figure::{Figure, NotComputable};
use crate::score::coherence::{
    Coherence, ConsistencyVerdict, InfluenceVerdict, PairVerdict, Relation,
};

/// One figure.
pub struct Row<'a> {
    check: &'static str,
    group: Option<&'a str>,
    a: Option<&'a str>,
    b: Option<&'a str>,
    figure: Figure,
    weight: Option<f64>,
    influence: Option<f64>,
    verdict: &'static str,
}

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<Row<'a>>> {
    use Kind::{Integer, Number, Text};
    vec![
        column(
            "check",
            Text,
            "pair (two indicators), with_group (with the group above), influence (on the index) or \
             alpha (Cronbach's, of what a group is made of).",
            |r: &Row<'a>| Cell::text(r.check),
        ),
        column(
            "group",
            Text,
            "The group; of a pair, the one they have in common, blank across pillars.",
            |r: &Row<'a>| Cell::of(r.group, Cell::text),
        ),
        column("first", Text, "The indicator or group.", |r: &Row<'a>| Cell::of(r.a, Cell::text)),
        column("second", Text, "Of a pair, the other indicator.", |r: &Row<'a>| {
            Cell::of(r.b, Cell::text)
        }),
        column(
            "value",
            Number,
            "Pearson's correlation, −1 to 1; or Cronbach's alpha, 1 at most.",
            |r: &Row<'a>| Cell::of(r.figure.value.ok(), Cell::Number),
        ),
        column("units", Integer, "How many units it rests on.", |r: &Row<'a>| {
            Cell::count(r.figure.units)
        }),
        column(
            "verdict",
            Text,
            "fine; of a pair redundant or opposed; of an influence does_nothing, dominates, \
             counts_backwards or weightless; of an alpha consistent or questionable; too_few_units \
             or constant where there is no figure.",
            |r: &Row<'a>| Cell::text(r.verdict),
        ),
        column(
            "weight_in_index",
            Number,
            "Of an influence: its share of all weight.",
            |r: &Row<'a>| Cell::of(r.weight, Cell::Number),
        ),
        column(
            "influence_in_index",
            Number,
            "Of an influence: its share of the squared correlations with the index.",
            |r: &Row<'a>| Cell::of(r.influence, Cell::Number),
        ),
    ]
}

fn no_figure(why: NotComputable) -> &'static str {
    match why {
        NotComputable::TooFewUnits => "too_few_units",
        NotComputable::Constant => "constant",
    }
}

fn of_figure(figure: Figure) -> &'static str {
    figure.value.map_or_else(no_figure, |_| "fine")
}

/// Fills the table: pairs, then groups, influences and alphas, each in the order of the framework.
/// Nothing where nothing is asked.
pub fn coherence(table: &'static str, scores: &AskedScores) -> Table {
    let part = scores.asked.part().zip(scores.found.as_ref());
    let rows = part.map_or_else(Vec::new, |(part, scores)| rows(part, &scores.coherence));
    Table::fill(table, &columns(), rows)
}

fn rows<'a>(framework: &'a Framework, found: &'a Coherence) -> Vec<Row<'a>> {
    let group = |idx: GroupIdx| framework.group(idx).id.as_str();
    let indicator = |idx: IndicatorIdx| framework.indicator(idx).id.as_str();
    let row = |check, figure, verdict| Row {
        check,
        group: None,
        a: None,
        b: None,
        figure,
        weight: None,
        influence: None,
        verdict,
    };
    let pairs = found.pairs.iter().map(|pair| Row {
        group: match pair.relation {
            Relation::SameGroup(idx) | Relation::SamePillar(idx) => Some(group(idx)),
            Relation::AcrossPillars => None,
        },
        a: Some(indicator(pair.a)),
        b: Some(indicator(pair.b)),
        ..row(
            "pair",
            pair.correlation,
            match pair.verdict {
                PairVerdict::Redundant => "redundant",
                PairVerdict::Opposed => "opposed",
                PairVerdict::Fine => "fine",
                PairVerdict::NotComputable(why) => no_figure(why),
            },
        )
    });
    let links = found.links.iter().map(|link| Row {
        group: Some(group(link.parent)),
        a: Some(match link.child {
            Child::Group(idx) => group(idx),
            Child::Indicator(idx) => indicator(idx),
        }),
        ..row("with_group", link.with_parent, of_figure(link.with_parent))
    });
    let influences = found.influences.iter().map(|influence| Row {
        group: Some(group(Framework::ROOT)),
        a: Some(indicator(influence.indicator)),
        weight: Some(influence.weight.value()),
        influence: influence.influence.map(|share| share.value()),
        ..row(
            "influence",
            influence.correlation,
            match influence.verdict {
                InfluenceVerdict::DoesNothing => "does_nothing",
                InfluenceVerdict::Dominates => "dominates",
                InfluenceVerdict::CountsBackwards => "counts_backwards",
                InfluenceVerdict::Fine => "fine",
                InfluenceVerdict::Weightless => "weightless",
                InfluenceVerdict::NotComputable(why) => no_figure(why),
            },
        )
    });
    let alphas = found.consistencies.iter().map(|of| Row {
        group: Some(group(of.group)),
        ..row(
            "alpha",
            of.alpha,
            match of.verdict {
                ConsistencyVerdict::Consistent => "consistent",
                ConsistencyVerdict::Questionable => "questionable",
                ConsistencyVerdict::NotComputable(why) => no_figure(why),
            },
        )
    });
    pairs.chain(links).chain(influences).chain(alphas).collect()
}
