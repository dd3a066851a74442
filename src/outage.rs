//! `beredd outage`: what it does, and the short result on standard output.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use beredd::drawing::DIRECTORY;
use beredd::drawing::outage as maps;
use beredd::error::Error;
use beredd::model::infrastructure::Infrastructure;
use beredd::network::element::Element;
use beredd::output::directory::ResultDirectory;
use beredd::output::record::OutageRecord;
use beredd::pages;
use beredd::pipeline::Outcome;
use beredd::pipeline::outage::{self, Exercise};
use beredd::progress::Progress;
use beredd::project::{self, Project};
use beredd::readiness::toll::Toll;
use beredd::table::worst::{self, Loss, WorstPairRow, WorstRow};
use beredd::table::{Shape, Table};
use beredd::visible::one_line;

use crate::cli::OutageArgs;
use crate::summary::grid::Grid;
use crate::{analyse, default_out, print};

/// Municipalities named in the short result.
const MUNICIPALITIES: usize = 5;

/// A name in a table is cut to this width.
const NAME_WIDTH: usize = 28;

/// Does what was asked for.
pub fn execute(args: &OutageArgs) -> Result<(), Error> {
    match (&args.scenario, args.worst, args.worst_pairs) {
        (Some(scenario), ..) => play(args, scenario),
        (None, Some(count), _) => worst(args, usize::from(count)),
        (None, None, count) => worst_pairs(args, usize::from(count.unwrap_or(1))),
    }
}

fn play(args: &OutageArgs, scenario: &Path) -> Result<(), Error> {
    let out = args.out.clone().unwrap_or_else(|| default_out(scenario, "-result"));
    ResultDirectory::check(&out)?;
    let (project, scenario) = outage::files(&args.project, scenario)?;
    let mut progress = Progress::new(outage::STAGES);
    let mut outcome = analyse(&project, &mut progress)?;
    let exercise = outage::play(&project, scenario, &mut outcome, &mut progress)?;
    outage::write(&project, &outcome, &exercise, &out, &mut progress)?;
    drop(progress);
    print(&of_exercise(&project, &outcome, &exercise, &out), Some(&out))
}

fn of_exercise(project: &Project, outcome: &Outcome, exercise: &Exercise, out: &Path) -> String {
    let mut text = String::new();
    let (inputs, steps) = (&outcome.inputs, &exercise.steps);
    let failing = exercise.resolved.named_by.len();
    let _ = writeln!(
        text,
        "{}: {}: {failing} element{} fail{}{}\n",
        one_line(&project.region.name),
        one_line(&exercise.scenario.name),
        if failing == 1 { "" } else { "s" },
        if failing == 1 { "s" } else { "" },
        if exercise.resolved.grid.is_some() { ", and grid power is lost" } else { "" },
    );
    let mut table = Grid::new(&[
        "hours",
        "lose all",
        "lose fixed",
        "lose mobile",
        "unknown",
        "served",
        "sites",
        "persons without",
    ]);
    for step in steps {
        let toll = Toll::of(inputs.sites.iter().zip(&step.left));
        let at_least = if toll.sites_persons_unknown > 0 { "at least " } else { "" };
        table.row([
            step.hours.value().to_string(),
            toll.loses_all.to_string(),
            toll.loses_fixed.to_string(),
            toll.loses_mobile.to_string(),
            toll.unknown.to_string(),
            toll.with_service_after.to_string(),
            toll.sites.to_string(),
            format!("{at_least}{}", toll.persons_without),
        ]);
    }
    table.write(0, &mut text);
    worst_municipalities(outcome, exercise, &mut text);
    for finding in outcome.findings.iter().filter(|finding| {
        use beredd::findings::Rule::{ScenarioAreaEmpty, ScenarioNameUnknown};
        matches!(finding.rule, ScenarioAreaEmpty | ScenarioNameUnknown)
    }) {
        let _ = writeln!(text, "\n{finding}");
    }
    let maps = out.join(DIRECTORY).join(format!("{}.png", maps::BEFORE));
    let _ = writeln!(text, "\npage      {}", out.join(pages::OUTAGE_FILE).display());
    let _ = writeln!(text, "maps      {} and beside it", maps.display());
    let _ = writeln!(text, "tables    {} (full edition)", out.display());
    synthetic(outcome, &mut text);
    text
}

/// The municipalities that lose most at the last hour.
fn worst_municipalities(outcome: &Outcome, exercise: &Exercise, text: &mut String) {
    let Some(step) = exercise.steps.last() else { return };
    let inputs = &outcome.inputs;
    let mut units: Vec<(&str, Toll)> = inputs
        .municipalities
        .iter()
        .enumerate()
        .map(|(number, municipality)| {
            let sites = inputs.sites.iter().zip(&outcome.assessment.sites).zip(&step.left);
            let own = sites.filter(|((_, found), _)| {
                found.location.municipality.is_some_and(|m| m.0 == number)
            });
            (municipality.name.as_str(), Toll::of(own.map(|((site, _), left)| (site, left))))
        })
        .filter(|(_, toll)| toll.loses_all > 0)
        .collect();
    if units.is_empty() {
        return;
    }
    units.sort_by_key(|(_, toll)| std::cmp::Reverse((toll.loses_all, toll.persons_without)));
    let mut table = Grid::new(&[
        "worst municipalities",
        "lose all",
        "unknown",
        "sites",
        "schools",
        "care homes",
    ]);
    for (name, toll) in units.iter().take(MUNICIPALITIES) {
        table.row([
            shortened(name),
            toll.loses_all.to_string(),
            toll.unknown.to_string(),
            toll.sites.to_string(),
            toll.schools_without.to_string(),
            toll.care_homes_without.to_string(),
        ]);
    }
    text.push('\n');
    table.write(1, text);
    if units.len() > MUNICIPALITIES {
        let rest = units.len() - MUNICIPALITIES;
        let _ = writeln!(text, "… and {rest} more in outage_municipalities.csv");
    }
}

/// The project with its analysis, and where the worst go, if anywhere.
fn analysed(args: &OutageArgs) -> Result<(Project, Outcome, Progress), Error> {
    if let Some(out) = &args.out {
        ResultDirectory::check(out)?;
    }
    let project = project::read(&args.project)?;
    let mut progress = Progress::new(outage::STAGES);
    let outcome = analyse(&project, &mut progress)?;
    Ok((project, outcome, progress))
}

fn worst(args: &OutageArgs, count: usize) -> Result<(), Error> {
    let (project, outcome, mut progress) = analysed(args)?;
    let worst = outage::worst(&outcome, count);
    let of = &outcome.inputs.infrastructure;
    let mut text = format!("{}: the worst single elements\n\n", one_line(&project.region.name));
    let mut table = Grid::new(&[
        "kind",
        "id",
        "name",
        "without service",
        "cut off",
        "schools",
        "care homes",
        "persons",
    ]);
    for found in &worst {
        let [kind, id, name] = named(found.element, of);
        let [without, sites, schools, care_homes, persons] = numbers(&Loss::of(found));
        table.row([kind, id, name, without, sites, schools, care_homes, persons]);
    }
    table.write(3, &mut text);
    let of_all = outcome.assessment.elements.len();
    let _ = writeln!(
        text,
        "\n{} of {of_all} elements that take service from some site. cut off: sites that lose the \
         service\nthey have; without service: those among them known to have none left.",
        worst.len()
    );
    if let Some(out) = &args.out {
        let table = Table::of(&Shape::of::<WorstRow>(), worst::elements(&worst, of));
        let asked = OutageRecord::Worst { count };
        outage::write_worst(&project, &outcome, &table, asked, out, &mut progress)?;
    }
    drop(progress);
    end(&outcome, args.out.as_ref(), &mut text);
    print(&text, args.out.as_deref())
}

fn worst_pairs(args: &OutageArgs, count: usize) -> Result<(), Error> {
    let (project, outcome, mut progress) = analysed(args)?;
    let (pairs, found) = outage::worst_pairs(&outcome, count, &mut progress);
    let of = &outcome.inputs.infrastructure;
    let mut text = format!("{}: the worst pairs of elements\n\n", one_line(&project.region.name));
    let mut table = Grid::new(&[
        "one",
        "other",
        "cut off",
        "together",
        "without service",
        "schools",
        "care homes",
        "persons",
    ]);
    for (pair, loss) in &pairs {
        let [one, other] = pair.elements.map(|element| {
            let [kind, id, _] = named(element, of);
            format!("{kind}:{id}")
        });
        let [without, sites, schools, care_homes, persons] = numbers(loss);
        let together = pair.together.to_string();
        table.row([one, other, sites, together, without, schools, care_homes, persons]);
    }
    table.write(2, &mut text);
    let _ = writeln!(
        text,
        "\ncut off: sites that lose the service they have; together: those that neither takes down \
         alone.\nA pair in which one element adds nothing is left out."
    );
    let compared = if found.is_exact() {
        format!("exact: all {} pairs of {} elements", found.compared, found.elements)
    } else {
        format!(
            "a search, not exact: the {} pairs of {} candidates among {} elements, those that take \
             down or carry most sites",
            found.compared, found.candidates, found.elements
        )
    };
    let _ = writeln!(text, "{compared}");
    if let Some(out) = &args.out {
        let table = Table::of(&Shape::of::<WorstPairRow>(), worst::pairs(&pairs, of));
        let asked = OutageRecord::WorstPairs {
            count,
            compared: found.compared,
            candidates: found.candidates,
            elements: found.elements,
            exact: found.is_exact(),
        };
        outage::write_worst(&project, &outcome, &table, asked, out, &mut progress)?;
    }
    drop(progress);
    end(&outcome, args.out.as_ref(), &mut text);
    print(&text, args.out.as_deref())
}

fn end(outcome: &Outcome, out: Option<&PathBuf>, text: &mut String) {
    if let Some(out) = out {
        let _ = writeln!(text, "\ntables    {} (full edition)", out.display());
    }
    synthetic(outcome, text);
}

fn synthetic(outcome: &Outcome, text: &mut String) {
    if outcome.inputs.sources.iter().any(|source| source.synthetic) {
        text.push_str("\nSYNTHETIC DATA: sites, network and coverage are invented.\n");
    }
}

fn named(element: Element, of: &Infrastructure) -> [String; 3] {
    let name = element.name(of).map_or("–".to_owned(), shortened);
    [element.kind().name().to_owned(), one_line(element.id(of)), name]
}

fn numbers(loss: &Loss) -> [String; 5] {
    [
        loss.without_service.to_string(),
        loss.sites.to_string(),
        loss.schools.to_string(),
        loss.care_homes.to_string(),
        loss.persons.to_string(),
    ]
}

fn shortened(name: &str) -> String {
    let name = one_line(name);
    if name.chars().count() <= NAME_WIDTH {
        return name;
    }
    let kept: String = name.chars().take(NAME_WIDTH - 1).collect();
    format!("{kept}…")
}
