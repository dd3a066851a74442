//! What `beredd compare` prints, in the language of the second result.

use std::fmt::Write as _;
use std::path::Path;

use beredd::model::framework::{Asked, Child, Framework};
use beredd::model::indicator::Unit;
use beredd::model::knowledge::Knowledge;
use beredd::output::record::TargetsRecord;
use beredd::output::record::compare::{CompareCounts, SideRecord};
use beredd::pipeline::compare::{Outcome, SitesLeftOut};
use beredd::readiness::site_change::Change;
use beredd::score::difference::{Difference, Part, Real, Side, Split};
use beredd::score::evaluate::GroupScore;
use beredd::words::{Decimal, Words, key};

use super::grid::Grid;
use super::{ROWS_AT_MOST, one_line, shortened};

/// So many points, a twentieth of the scale, are worth a word of what moved them.
const LARGE: f64 = 5.0;
/// Units that are told what moved them.
const MOVED_AT_MOST: usize = 10;
/// Indicators that are named of each.
const PARTS: usize = 2;
/// Units that only one result has, and indicators, of which the names are given.
const NAMES: usize = 8;

/// The short result of comparing two results.
pub fn of(outcome: &Outcome, out: &Path) -> String {
    let words = Words(outcome.language);
    let mut text = String::new();
    sides(outcome, &mut text);
    counted(outcome, &mut text);
    let ordered = by_size(outcome);
    table(outcome, &ordered, &mut text);
    scope(outcome, &ordered, &mut text);
    not_split(outcome, &mut text);
    moved(outcome, &ordered, &mut text);
    only_in_one(outcome, &mut text);
    sites(outcome, &mut text);
    let word = words.say(key::CompareTables);
    let _ = writeln!(text, "\n{word:<9} {}", out.display());
    if outcome.synthetic {
        let _ = writeln!(text, "\n{}", words.say(key::CompareSynthetic));
    }
    text
}

/// One decimal.
fn decimal(words: Words, number: f64) -> String {
    words.show(Decimal((number * 10.0).round() / 10.0, 1))
}

fn signed(words: Words, number: f64) -> String {
    let text = decimal(words, number);
    if number > 0.0 && text.chars().any(|c| ('1'..='9').contains(&c)) {
        format!("+{text}")
    } else {
        text
    }
}

/// What the two are, and what is the same.
fn sides(outcome: &Outcome, text: &mut String) {
    let words = Words(outcome.language);
    let [a, b] = &outcome.records;
    for (name, side) in [("A", a), ("B", b)] {
        let _ = writeln!(
            text,
            "{name}  {}: {} {}, beredd {}",
            side.directory,
            one_line(&side.framework),
            one_line(&side.framework_version),
            side.version
        );
    }
    text.push('\n');
    let mut line = |name: String, what: &str| {
        let _ = writeln!(text, "{name:<9} {what}");
    };
    let framework = if outcome.same_framework() {
        words.say(key::CompareSame)
    } else if (&a.framework, &a.framework_version) == (&b.framework, &b.framework_version) {
        words.say(key::CompareAnotherAlike)
    } else {
        words.say(key::CompareAnother)
    };
    line(words.say(key::CompareFramework), &framework);
    line(words.say(key::CompareBasis), &basis(outcome));
    if let Some(targets) = targets(words, a, b) {
        line(words.say(key::CompareTargets), &targets);
    }
    let inputs = match outcome.inputs.len() {
        0 => words.say(key::CompareSame),
        count => words.say(key::CompareFilesDiffer { count }),
    };
    line(words.say(key::CompareInputs), &inputs);
    for (name, side, count) in
        [("A", a, outcome.scored_otherwise[0]), ("B", b, outcome.scored_otherwise[1])]
    {
        if count > 0 {
            let version = &side.version;
            let what = words.say(key::CompareScoredOtherwise { version, name, count });
            line(words.say(key::CompareNote), &what);
        }
    }
}

/// What the two scores rest on.
fn basis(outcome: &Outcome) -> String {
    let words = Words(outcome.language);
    let [a, b] = [Side::A, Side::B].map(|side| &outcome.comparison.side(side).asked);
    let (only_a, only_b) = (pillars_beside(a, b), pillars_beside(b, a));
    let names = |of: &Asked, pillars: &[Child]| {
        let name = |&child: &Child| in_sentence(&of.whole().display_name(child, words.0));
        enumerated(words, &pillars.iter().map(name).collect::<Vec<_>>())
    };
    let all = |of: &Asked| names(of, &of.rests_on().collect::<Vec<_>>());
    match (only_a.is_empty(), only_b.is_empty()) {
        (true, true) => {
            let (some, many) = (b.rests_on().count(), b.whole().children(Framework::ROOT).len());
            let names = all(b);
            match outcome.comparison.same_scope() {
                true => words.say(key::CompareBothRest { names, some, many }),
                false => words.say(key::CompareBothRestApart { names, some, many }),
            }
        }
        (true, false) => words.say(key::CompareRestsAlso {
            one: "A",
            names: all(a),
            other: "B",
            more: names(b, &only_b),
        }),
        (false, true) => words.say(key::CompareRestsAlso {
            one: "B",
            names: all(b),
            other: "A",
            more: names(a, &only_a),
        }),
        (false, false) => words.say(key::CompareRestsApart { names: all(a), others: all(b) }),
    }
}

/// What one score rests on and the other does not.
fn pillars_beside(this: &Asked, other: &Asked) -> Vec<Child> {
    let others = other.by_pillar();
    let pillars = this.by_pillar().into_iter().zip(this.rests_on());
    pillars
        .filter(|((id, _), _)| !others.iter().any(|(other, _)| other == id))
        .map(|(_, child)| child)
        .collect()
}

/// A name as it stands within a sentence; an abbreviation keeps its letters.
fn in_sentence(name: &str) -> String {
    let name = one_line(name);
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name,
    }
}

/// As [`listed`], with an *and* before the last.
fn enumerated(words: Words, names: &[String]) -> String {
    if names.len() <= NAMES { words.list(names) } else { listed(words, names) }
}

/// Whether sites were compared with the same targets; nothing of tables that were scored.
fn targets(words: Words, a: &SideRecord, b: &SideRecord) -> Option<String> {
    let (a, b) = (a.targets.as_ref()?, b.targets.as_ref()?);
    if a == b {
        return Some(words.say(key::CompareSame));
    }
    let shown = |of: &TargetsRecord| {
        let (rate, hours) = (of.site_download_mbps, of.backup_power_h);
        words.say(key::CompareTarget { rate, hours })
    };
    Some(words.say(key::CompareTargetsDiffer { before: shown(a), after: shown(b) }))
}

/// Whether what is scored are municipalities.
fn is_of_municipalities(outcome: &Outcome) -> bool {
    outcome.records.iter().all(|side| side.command == "run")
}

fn counted(outcome: &Outcome, text: &mut String) {
    let words = Words(outcome.language);
    let CompareCounts { units: count, real, intervals_overlap: alike, no_score: none, .. } =
        outcome.counts();
    let units = match is_of_municipalities(outcome) {
        true => words.say(key::Municipalities { count }),
        false => words.say(key::CompareUnits { count }),
    };
    let comparison = &outcome.comparison;
    let counted = match (comparison.has_common(), comparison.same_scope()) {
        (false, _) => words.say(key::CompareNothingCommon { units }),
        (true, false) => words.say(key::CompareCountedInCommon { units, real, alike, none }),
        (true, true) => words.say(key::CompareCounted { units, real, alike, none }),
    };
    let _ = writeln!(text, "\n{counted}\n");
}

/// The largest difference first; those without one last.
fn by_size(outcome: &Outcome) -> Vec<&Difference> {
    let mut ordered: Vec<&Difference> = outcome.comparison.differences.iter().collect();
    let size = |difference: &Difference| difference.total.map_or(-1.0, |total| total.value().abs());
    ordered.sort_by(|one, other| size(other).total_cmp(&size(one)));
    ordered
}

fn real(words: Words, real: Real) -> String {
    match real {
        Real::Yes => words.code(Knowledge::Yes),
        Real::IntervalsOverlap => words.say(key::CompareNotApart),
        Real::NoScore => words.say(key::CompareNoScore),
        Real::NothingAskedInBoth => words.say(key::CompareNothingInCommon),
    }
}

fn table(outcome: &Outcome, ordered: &[&Difference], text: &mut String) {
    let words = Words(outcome.language);
    // A column of nothing but 0 says nothing.
    let has_scope = !outcome.comparison.same_scope();
    let unit = match is_of_municipalities(outcome) {
        true => words.say(key::CompareMunicipality),
        false => words.say(key::CompareUnit),
    };
    let mut heading = vec![
        unit,
        "A".to_owned(),
        "B".to_owned(),
        words.say(key::CompareDifference),
        words.say(key::CompareOfData),
        words.say(key::CompareOfMethod),
    ];
    heading.extend(has_scope.then(|| words.say(key::CompareOfScope)));
    heading.push(words.say(key::CompareReal));
    let heading: Vec<&str> = heading.iter().map(String::as_str).collect();
    let mut grid = Grid::new(&heading);
    let none = || "–".to_owned();
    for found in ordered.iter().take(ROWS_AT_MOST) {
        let score = |of: &GroupScore| {
            of.value.ok().map_or_else(none, |score| decimal(words, score.value()))
        };
        let split = |of: fn(&Split) -> f64| {
            let split = found.split.as_ref().ok();
            split.map_or_else(none, |split| signed(words, of(split)))
        };
        let mut row = vec![
            shortened(&one_line(&found.unit.name)),
            score(&found.a),
            score(&found.b),
            found.total.map_or_else(none, |total| signed(words, total.value())),
            split(|split| split.data.value()),
            split(|split| split.method.value()),
        ];
        row.extend(has_scope.then(|| split(|split| split.scope.value())));
        row.push(real(words, found.real));
        grid.row(row);
    }
    grid.write(1, text);
    let hidden = ordered.len().saturating_sub(ROWS_AT_MOST);
    if hidden > 0 {
        let _ = writeln!(text, "{}", words.say(key::CompareMoreIn { count: hidden }));
    }
}

/// Where the two did not ask the same: how a row is to be read, and what only one asked.
fn scope(outcome: &Outcome, ordered: &[&Difference], text: &mut String) {
    let (words, comparison) = (Words(outcome.language), &outcome.comparison);
    if comparison.same_scope() {
        return;
    }
    let found = ordered.iter().find_map(|found| Some((found, found.split.as_ref().ok()?)));
    if let Some((found, split)) = found {
        let [data, method, scope] =
            [split.data, split.method, split.scope].map(|points| points.value());
        let number = |number: f64| decimal(words, number);
        let sum = words.say(key::CompareSum {
            name: shortened(&one_line(&found.unit.name)),
            total: number((data + method) + scope),
            data: number(data),
            method: number(method),
            scope: number(scope),
            basis: basis(outcome),
        });
        let _ = writeln!(text, "\n{sum}");
    }
    for (side, name) in [(Side::A, "A"), (Side::B, "B")] {
        let names: Vec<String> =
            comparison.asked_only_by(side).map(|spec| indicator(outcome, &spec.id)).collect();
        if !names.is_empty() {
            let names = listed(words, &names);
            let _ = writeln!(text, "\n{}", words.say(key::CompareOnlyAsks { name, names }));
        }
    }
}

/// Where one's values cannot be read under the other's framework.
fn not_split(outcome: &Outcome, text: &mut String) {
    let words = Words(outcome.language);
    for (side, framework, values) in [(Side::A, "A", "B"), (Side::B, "B", "A")] {
        let Some(ids) = outcome.comparison.without_goalposts(side) else { continue };
        let ids = listed(words, ids);
        let why = words.say(key::CompareNoGoalposts { values, ids, framework });
        let _ = writeln!(text, "\n{why}");
    }
}

/// The first few names, and how many more there are.
fn listed(words: Words, names: &[String]) -> String {
    let more = names.len().saturating_sub(NAMES);
    let names = names[..names.len() - more].join(", ");
    match more {
        0 => names,
        _ => words.say(key::CompareAndMore { names, more }),
    }
}

/// Of those with a real or large difference, the indicators with the largest parts.
fn moved(outcome: &Outcome, ordered: &[&Difference], text: &mut String) {
    let words = Words(outcome.language);
    let counts = |difference: &&&Difference| {
        let large = difference.total.is_some_and(|total| total.value().abs() >= LARGE);
        difference.real == Real::Yes || large
    };
    let lines: Vec<[String; 2]> = ordered
        .iter()
        .filter(counts)
        .filter_map(|difference| {
            let split = difference.split.as_ref().ok()?;
            let mut parts: Vec<&Part> = split.parts.iter().collect();
            let size = |part: &Part| part.points.value().abs();
            parts.sort_by(|one, other| size(other).total_cmp(&size(one)));
            // What would be printed as nothing is not worth a name.
            let largest = parts.into_iter().take(PARTS).filter(|part| size(part) >= 0.05);
            let named: Vec<String> = largest
                .map(|part| {
                    let points = signed(words, part.points.value());
                    format!("{} {points}", indicator(outcome, &part.indicator))
                })
                .collect();
            let name = shortened(&one_line(&difference.unit.name));
            (!named.is_empty()).then(|| [name, named.join("; ")])
        })
        .take(MOVED_AT_MOST)
        .collect();
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{}", words.say(key::CompareMovedHeading));
    let width = lines.iter().map(|[name, _]| name.chars().count()).max().unwrap_or(0);
    for [name, parts] in lines {
        let _ = writeln!(text, "{name:<width$}  {parts}");
    }
}

/// The name of an indicator, from the second framework where it has it.
fn indicator(outcome: &Outcome, id: &str) -> String {
    let in_framework = |side| {
        let framework = outcome.framework(side);
        let indicator = framework.indicator(framework.find_indicator(id)?);
        indicator.names.in_language(outcome.language)
    };
    one_line(in_framework(Side::B).or(in_framework(Side::A)).unwrap_or(id))
}

fn only_in_one(outcome: &Outcome, text: &mut String) {
    let words = Words(outcome.language);
    for (side, name) in [(Side::A, "A"), (Side::B, "B")] {
        let units: Vec<&Unit> = outcome.comparison.only_in(side);
        if !units.is_empty() {
            let names: Vec<String> = units.iter().map(|unit| one_line(&unit.name)).collect();
            let names = listed(words, &names);
            let _ = writeln!(text, "\n{}", words.say(key::CompareOnlyIn { name, names }));
        }
    }
}

fn sites(outcome: &Outcome, text: &mut String) {
    let words = Words(outcome.language);
    let changes = match &outcome.sites {
        Ok(changes) => changes,
        Err(SitesLeftOut { public: false, .. }) => return,
        Err(SitesLeftOut { of, public: true }) => {
            let side = of.name().to_uppercase();
            let _ = writeln!(text, "\n{}", words.say(key::CompareSitesLeftOut { side }));
            return;
        }
    };
    let of = |kind: fn(&Change) -> bool| changes.iter().filter(|c| kind(&c.change)).count();
    let (new, gone) = (of(|c| *c == Change::New), of(|c| *c == Change::Gone));
    let mut changed: Vec<&str> = changes
        .iter()
        .filter(|c| matches!(c.change, Change::Moved | Change::Condition { .. }))
        .map(|c| c.site.as_str())
        .collect();
    changed.dedup();
    let changed = changed.len();
    let _ = writeln!(text, "\n{}", words.say(key::CompareSites { new, gone, changed }));
}
