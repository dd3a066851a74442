//! What `beredd compare` prints, in the language of the second result.

use std::fmt::Write as _;
use std::path::Path;

use beredd::model::framework::{Asked, Child, Framework};
use beredd::model::indicator::Unit;
use beredd::output::record::TargetsRecord;
use beredd::output::record::compare::{CompareCounts, SideRecord};
use beredd::pipeline::compare::{Outcome, SitesLeftOut};
use beredd::readiness::site_change::Change;
use beredd::score::difference::{Difference, Part, Real, Side, Split};
use beredd::score::evaluate::GroupScore;
use beredd::words::Language::{self, En, Sv};

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
    let language = outcome.language;
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
    let word = in_language(language, "tabeller", "tables");
    let _ = writeln!(text, "\n{word:<9} {}", out.display());
    if outcome.synthetic {
        text.push_str(in_language(
            language,
            "\nSYNTETISKA DATA: verksamheter, nät och täckning är påhittade.\n",
            "\nSYNTHETIC DATA: sites, network and coverage are invented.\n",
        ));
    }
    text
}

fn in_language(language: Language, sv: &'static str, en: &'static str) -> &'static str {
    match language {
        Sv => sv,
        En => en,
    }
}

/// One decimal, in the manner of the language.
fn decimal(language: Language, number: f64) -> String {
    // A rounded nothing has no sign.
    let text = format!("{:.1}", (number * 10.0).round() / 10.0 + 0.0);
    match language {
        Sv => text.replace('.', ","),
        En => text,
    }
}

fn signed(language: Language, number: f64) -> String {
    let text = decimal(language, number);
    if number > 0.0 && text.chars().any(|c| ('1'..='9').contains(&c)) {
        format!("+{text}")
    } else {
        text
    }
}

/// What the two are, and what is the same.
fn sides(outcome: &Outcome, text: &mut String) {
    let language = outcome.language;
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
    let mut line = |sv, en, what: &str| {
        let _ = writeln!(text, "{:<9} {what}", in_language(language, sv, en));
    };
    let framework = if outcome.same_framework() {
        in_language(language, "samma", "the same")
    } else if (&a.framework, &a.framework_version) == (&b.framework, &b.framework_version) {
        in_language(
            language,
            "ett annat, fast med samma namn och version",
            "another one, though of the same name and version",
        )
    } else {
        in_language(language, "ett annat", "another one")
    };
    line("ramverk", "framework", framework);
    line("grund", "basis", &basis(outcome));
    if let Some(targets) = targets(language, a, b) {
        line("mål", "targets", &targets);
    }
    let files = outcome.inputs.len();
    let inputs = match (language, files) {
        (Sv, 0) => "samma".to_owned(),
        (En, 0) => "the same".to_owned(),
        (Sv, 1) => "1 fil skiljer (i run.json)".to_owned(),
        (En, 1) => "1 file differs (in run.json)".to_owned(),
        (Sv, _) => format!("{files} filer skiljer (i run.json)"),
        (En, _) => format!("{files} files differ (in run.json)"),
    };
    line("indata", "inputs", &inputs);
    for (name, side, count) in
        [("A", a, outcome.scored_otherwise[0]), ("B", b, outcome.scored_otherwise[1])]
    {
        if count > 0 {
            let version = &side.version;
            let what = match language {
                Sv => format!(
                    "beredd {version} räknade poäng i {name} på annat sätt ({count}); här räknar den \
                     här versionen båda"
                ),
                En => format!(
                    "beredd {version} computed scores of {name} otherwise ({count}); here this version \
                     computes both"
                ),
            };
            line("obs", "note", &what);
        }
    }
}

/// What the two scores rest on.
fn basis(outcome: &Outcome) -> String {
    let language = outcome.language;
    let [a, b] = [Side::A, Side::B].map(|side| &outcome.comparison.side(side).asked);
    let (only_a, only_b) = (pillars_beside(a, b), pillars_beside(b, a));
    let names = |of: &Asked, pillars: &[Child]| {
        let name = |&child: &Child| in_sentence(&of.whole().display_name(child, language));
        enumerated(language, &pillars.iter().map(name).collect::<Vec<_>>())
    };
    let all = |of: &Asked| names(of, &of.rests_on().collect::<Vec<_>>());
    if only_a.is_empty() && only_b.is_empty() {
        let (some, many) = (b.rests_on().count(), b.whole().children(Framework::ROOT).len());
        let questions = match (outcome.comparison.same_scope(), language) {
            (true, _) => "",
            (false, Sv) => ", men inte på samma indikatorer",
            (false, En) => ", though not by the same indicators",
        };
        return match language {
            Sv => format!("båda vilar på {} ({some} av {many} pelare){questions}", all(b)),
            En => format!("both rest on {} ({some} of {many} pillars){questions}", all(b)),
        };
    }
    let [rests, rest_of, also] = match language {
        Sv => ["vilar på", "på", "också på"],
        En => ["rests on", "on", "also on"],
    };
    if only_a.is_empty() {
        format!("A {rests} {}; B {also} {}", all(a), names(b, &only_b))
    } else if only_b.is_empty() {
        format!("B {rests} {}; A {also} {}", all(b), names(a, &only_a))
    } else {
        format!("A {rests} {}; B {rest_of} {}", all(a), all(b))
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
fn enumerated(language: Language, names: &[String]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() && names.len() <= NAMES => {
            let and = in_language(language, "och", "and");
            format!("{} {and} {last}", first.join(", "))
        }
        _ => listed(language, names),
    }
}

/// Whether sites were compared with the same targets; nothing of tables that were scored.
fn targets(language: Language, a: &SideRecord, b: &SideRecord) -> Option<String> {
    let (a, b) = (a.targets.as_ref()?, b.targets.as_ref()?);
    if a == b {
        return Some(in_language(language, "samma", "the same").to_owned());
    }
    let shown = |of: &TargetsRecord| {
        let backup = in_language(language, "reservkraft", "backup power");
        format!("{} Mbit/s, {} h {backup}", of.site_download_mbps, of.backup_power_h)
    };
    let effect =
        in_language(language, "vad det gör räknas som data", "what that does counts as data");
    Some(format!("{} → {}; {effect}", shown(a), shown(b)))
}

/// The word for what is scored.
fn unit(outcome: &Outcome, many: bool) -> &'static str {
    let of_run = outcome.records.iter().all(|side| side.command == "run");
    match (of_run, many, outcome.language) {
        (true, false, Sv) => "kommun",
        (true, true, Sv) => "kommuner",
        (true, false, En) => "municipality",
        (true, true, En) => "municipalities",
        (false, false, Sv) => "enhet",
        (false, true, Sv) => "enheter",
        (false, false, En) => "unit",
        (false, true, En) => "units",
    }
}

fn counted(outcome: &Outcome, text: &mut String) {
    let CompareCounts { units, real, intervals_overlap: alike, no_score: none, .. } =
        outcome.counts();
    let noun = unit(outcome, units != 1);
    let comparison = &outcome.comparison;
    let _ = match (outcome.language, comparison.has_common(), comparison.same_scope()) {
        (Sv, false, _) => writeln!(
            text,
            "\n{units} {noun}. A och B frågar inte efter något gemensamt, så poängen säger inte vad \
             som har ändrats\n"
        ),
        (En, false, _) => writeln!(
            text,
            "\n{units} {noun}. A and B ask for nothing in common, so the scores do not say what has \
             changed\n"
        ),
        (Sv, true, false) => writeln!(
            text,
            "\n{units} {noun}. I det som både A och B frågar efter skiljer de sig säkert: {real}; går \
             inte att skilja åt: {alike}; poäng saknas: {none}\n"
        ),
        (En, true, false) => writeln!(
            text,
            "\n{units} {noun}. In what both A and B ask for, they differ for certain: {real}; cannot \
             be told apart: {alike}; no score: {none}\n"
        ),
        (Sv, true, true) => writeln!(
            text,
            "\n{units} {noun}. De skiljer sig säkert: {real}; går inte att skilja åt: {alike}; poäng \
             saknas i A eller B: {none}\n"
        ),
        (En, true, true) => writeln!(
            text,
            "\n{units} {noun}. They differ for certain: {real}; cannot be told apart: {alike}; no \
             score in A or B: {none}\n"
        ),
    };
}

/// The largest difference first; those without one last.
fn by_size(outcome: &Outcome) -> Vec<&Difference> {
    let mut ordered: Vec<&Difference> = outcome.comparison.differences.iter().collect();
    let size = |difference: &Difference| difference.total.map_or(-1.0, |total| total.value().abs());
    ordered.sort_by(|one, other| size(other).total_cmp(&size(one)));
    ordered
}

fn real(language: Language, real: Real) -> &'static str {
    match real {
        Real::Yes => in_language(language, "ja", "yes"),
        Real::IntervalsOverlap => {
            in_language(language, "går inte att skilja åt", "cannot be told apart")
        }
        Real::NoScore => in_language(language, "poäng saknas", "no score"),
        Real::NothingAskedInBoth => in_language(language, "inget gemensamt", "nothing in common"),
    }
}

fn table(outcome: &Outcome, ordered: &[&Difference], text: &mut String) {
    let language = outcome.language;
    let [difference, data, method, scope, is_real] = match language {
        Sv => ["skillnad", "av data", "av metod", "av omfattning", "säker?"],
        En => ["difference", "of data", "of method", "of scope", "real?"],
    };
    // A column of nothing but 0 says nothing.
    let has_scope = !outcome.comparison.same_scope();
    let mut heading = vec![unit(outcome, false), "A", "B", difference, data, method];
    heading.extend(has_scope.then_some(scope));
    heading.push(is_real);
    let mut grid = Grid::new(&heading);
    let none = || "–".to_owned();
    for found in ordered.iter().take(ROWS_AT_MOST) {
        let score = |of: &GroupScore| {
            of.value.ok().map_or_else(none, |score| decimal(language, score.value()))
        };
        let split = |of: fn(&Split) -> f64| {
            let split = found.split.as_ref().ok();
            split.map_or_else(none, |split| signed(language, of(split)))
        };
        let mut row = vec![
            shortened(&one_line(&found.unit.name)),
            score(&found.a),
            score(&found.b),
            found.total.map_or_else(none, |total| signed(language, total.value())),
            split(|split| split.data.value()),
            split(|split| split.method.value()),
        ];
        row.extend(has_scope.then(|| split(|split| split.scope.value())));
        row.push(real(language, found.real).to_owned());
        grid.row(row);
    }
    grid.write(1, text);
    let hidden = ordered.len().saturating_sub(ROWS_AT_MOST);
    if hidden > 0 {
        let more = in_language(language, "till i", "more in");
        let _ = writeln!(text, "… {hidden} {more} differences.csv …");
    }
}

/// Where the two did not ask the same: how a row is to be read, and what only one asked.
fn scope(outcome: &Outcome, ordered: &[&Difference], text: &mut String) {
    let (language, comparison) = (outcome.language, &outcome.comparison);
    if comparison.same_scope() {
        return;
    }
    let found = ordered.iter().find_map(|found| Some((found, found.split.as_ref().ok()?)));
    if let Some((found, split)) = found {
        let number = |number: f64| decimal(language, number);
        let [method, scope] = match language {
            Sv => ["metod", "omfattning"],
            En => ["method", "scope"],
        };
        let _ = writeln!(
            text,
            "\n{}: {} = data {} + {method} {} + {scope} {} ({})",
            shortened(&one_line(&found.unit.name)),
            number((split.data.value() + split.method.value()) + split.scope.value()),
            number(split.data.value()),
            number(split.method.value()),
            number(split.scope.value()),
            basis(outcome)
        );
    }
    for (side, name) in [(Side::A, "A"), (Side::B, "B")] {
        let names: Vec<String> =
            comparison.asked_only_by(side).map(|spec| indicator(outcome, &spec.id)).collect();
        if !names.is_empty() {
            let names = listed(language, &names);
            let _ = match language {
                Sv => writeln!(text, "\nbara {name} frågar efter: {names}"),
                En => writeln!(text, "\nonly {name} asks for: {names}"),
            };
        }
    }
}

/// Where one's values cannot be read under the other's framework.
fn not_split(outcome: &Outcome, text: &mut String) {
    let language = outcome.language;
    for (side, framework, values) in [(Side::A, "A", "B"), (Side::B, "B", "A")] {
        let Some(ids) = outcome.comparison.without_goalposts(side) else { continue };
        let ids = listed(language, ids);
        let _ = match language {
            Sv => writeln!(
                text,
                "\ninget delas upp i data och metod: värdena i {values} ger inga gränsvärden för {ids} i \
                 ramverket i {framework}"
            ),
            En => writeln!(
                text,
                "\nnothing is split into data and method: the values of {values} give no goalposts \
                 for {ids} in the framework of {framework}"
            ),
        };
    }
}

/// The first few names, and how many more there are.
fn listed(language: Language, names: &[String]) -> String {
    let mut text = names.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
    let more = names.len().saturating_sub(NAMES);
    if more > 0 {
        let _ = match language {
            Sv => write!(text, " och {more} till"),
            En => write!(text, " and {more} more"),
        };
    }
    text
}

/// Of those with a real or large difference, the indicators with the largest parts.
fn moved(outcome: &Outcome, ordered: &[&Difference], text: &mut String) {
    let language = outcome.language;
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
                    let points = signed(language, part.points.value());
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
    let heading = in_language(
        language,
        "de indikatorer som flyttade mest, i poäng:",
        "the indicators that moved most, in points:",
    );
    let _ = writeln!(text, "\n{heading}");
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
    let language = outcome.language;
    for (side, name) in [(Side::A, "A"), (Side::B, "B")] {
        let units: Vec<&Unit> = outcome.comparison.only_in(side);
        if !units.is_empty() {
            let names: Vec<String> = units.iter().map(|unit| one_line(&unit.name)).collect();
            let only = in_language(language, "bara i", "only in");
            let _ = writeln!(text, "\n{only} {name}: {}", listed(language, &names));
        }
    }
}

fn sites(outcome: &Outcome, text: &mut String) {
    let language = outcome.language;
    let changes = match &outcome.sites {
        Ok(changes) => changes,
        Err(SitesLeftOut { public: false, .. }) => return,
        Err(SitesLeftOut { of, public: true }) => {
            let side = of.name().to_uppercase();
            let _ = match language {
                Sv => writeln!(
                    text,
                    "\nverksamheter jämförs inte: {side} är den publika utgåvan, som inte har några"
                ),
                En => writeln!(
                    text,
                    "\nsites are left out: {side} is the public edition, which has none"
                ),
            };
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
    let _ = match language {
        Sv => writeln!(
            text,
            "\nverksamheter: {new} nya, {gone} borta, {changed} ändrade (i difference_sites.csv)"
        ),
        En => writeln!(
            text,
            "\nsites: {new} new, {gone} gone, {changed} changed (in difference_sites.csv)"
        ),
    };
}
