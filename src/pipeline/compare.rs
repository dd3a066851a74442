//! `beredd compare`: the stages of comparing two results.

mod result;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::model::framework::{Asked, Framework};
use crate::output;
use crate::output::directory::ResultDirectory;
use crate::output::record;
use crate::output::record::compare::{CompareCounts, CompareRecord, InputDifference, SideRecord};
use crate::pipeline::compare::result::{NoSites, OpenResult};
use crate::progress::Progress;
use crate::readiness::site_change::{SiteChange, changes};
use crate::score::comparison::{Comparison, Unusable};
use crate::score::difference::{Real, Side};
use crate::table::difference::{
    self as tables, DifferenceIndicatorRow, DifferenceRow, DifferenceSiteRow,
};
use crate::table::{Shape, Table};
use crate::words::Language;

/// What the command line asks for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The first result, as a rule the older.
    pub a: PathBuf,
    /// The second.
    pub b: PathBuf,
    /// The language of the short result; that of the second result where none is asked for.
    pub language: Option<Language>,
}

/// What was found.
pub struct Outcome {
    /// Which results they are.
    pub records: [SideRecord; 2],
    /// What changed in the scores.
    pub comparison: Comparison,
    /// What changed at sites, or why that is not told.
    pub sites: Result<Vec<SiteChange>, SitesLeftOut>,
    /// Input files that differ.
    pub inputs: Vec<InputDifference>,
    /// The language to tell it in.
    pub language: Language,
    /// Of each, how many scores this version computes otherwise than it states.
    pub scored_otherwise: [usize; 2],
    /// Whether some input of either is invented.
    pub synthetic: bool,
}

/// Why sites were not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SitesLeftOut {
    /// Which result has none; the first where neither has.
    pub of: Side,
    /// Because it is the public edition; else because `beredd score` knows no sites.
    pub public: bool,
}

/// How many stages [`Progress`] shows.
pub const STAGES: u64 = 4;

/// Scores this far apart are the same: another computer may round another way.
const ROUNDING: f64 = 1e-9;

/// Refuses to write over one of the results, or into it.
pub fn check_out(request: &Request, out: &Path) -> Result<(), Error> {
    ResultDirectory::check(out)?;
    // What does not exist yet lies in what does.
    let there = out.ancestors().find_map(|path| {
        let path = if path == Path::new("") { Path::new(".") } else { path };
        path.canonicalize().ok()
    });
    for result in [&request.a, &request.b] {
        let Ok(result_there) = result.canonicalize() else { continue };
        if there.as_ref().is_some_and(|there| there.starts_with(&result_there)) {
            return Err(Error::Usage {
                message: format!(
                    "{}: is, or lies in, {}, one of the results that are compared",
                    out.display(),
                    result.display()
                ),
                hint: "choose another --out".to_owned(),
            });
        }
    }
    Ok(())
}

/// Reads two results and finds what changed.
pub fn analyse(request: &Request, progress: &mut Progress) -> Result<Outcome, Error> {
    progress.stage("first result");
    let mut a = OpenResult::open(&request.a)?;
    progress.stage("second result");
    let mut b = OpenResult::open(&request.b)?;

    progress.stage("comparison");
    let of = |result: &OpenResult| (result.framework.framework.clone(), result.values.clone());
    let comparison = Comparison::new(of(&a), of(&b)).map_err(|(side, why)| match side {
        Side::A => without_own_score(&a, &why),
        Side::B => without_own_score(&b, &why),
    })?;
    if comparison.differences.is_empty() {
        return Err(nothing_in_common(request, &comparison));
    }
    let sites = match (a.sites()?, b.sites()?) {
        (Ok(a), Ok(b)) => Ok(changes(&a, &b)),
        (Err(why), _) => Err(SitesLeftOut { of: Side::A, public: why == NoSites::Public }),
        (_, Err(why)) => Err(SitesLeftOut { of: Side::B, public: why == NoSites::Public }),
    };
    for (side, compared) in [(&mut a, &comparison.a), (&mut b, &comparison.b)] {
        side.record.asked = asked(&compared.asked);
    }
    Ok(Outcome {
        inputs: input_differences(&a, &b),
        language: request.language.or(b.language).unwrap_or(Language::Sv),
        scored_otherwise: [
            a.scored_otherwise(&comparison.a, ROUNDING)?,
            b.scored_otherwise(&comparison.b, ROUNDING)?,
        ],
        synthetic: a.inputs.iter().chain(&b.inputs).any(|input| input.synthetic),
        records: [a.record, b.record],
        comparison,
        sites,
    })
}

/// Of each pillar, what was asked.
fn asked(of: &Asked) -> BTreeMap<String, Vec<String>> {
    let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
    of.by_pillar().into_iter().map(|(pillar, ids)| (pillar.to_owned(), owned(ids))).collect()
}

fn without_own_score(result: &OpenResult, why: &Unusable) -> Error {
    let shown = result.written.directory().display();
    result.written.from_other_version(match why {
        Unusable::NothingAsked => format!(
            "{shown}: nothing that its framework asks for could be answered, so it has no scores"
        ),
        Unusable::NoGoalposts(ids) => format!(
            "{shown}: its values give no goalposts for {}, as its framework wants them",
            ids.join(", ")
        ),
    })
}

fn nothing_in_common(request: &Request, comparison: &Comparison) -> Error {
    let first = |side| {
        let units = comparison.only_in(side);
        let ids: Vec<&str> = units.iter().take(3).map(|unit| unit.id.as_str()).collect();
        let more = if units.len() > ids.len() { ", …" } else { "" };
        format!("{}{more}", ids.join(", "))
    };
    Error::Result {
        message: format!(
            "no municipality or unit is in both results: {} has {}; {} has {}",
            request.a.display(),
            first(Side::A),
            request.b.display(),
            first(Side::B)
        ),
        hint: "name two results about the same municipalities, under the same codes".to_owned(),
    }
}

/// Files by section and path, of which the two read something else; none where one of them names no
/// files. A file that only has another name is the same.
fn input_differences(a: &OpenResult, b: &OpenResult) -> Vec<InputDifference> {
    let contents = [a, b].map(|result| -> BTreeSet<(&str, &str)> {
        let inputs = result.inputs.iter();
        inputs.filter_map(|i| Some((&*i.section, &*i.file.as_ref()?.sha256))).collect()
    });
    if contents.iter().any(BTreeSet::is_empty) {
        return Vec::new();
    }
    let mut files: BTreeMap<(&str, &str), [Option<&str>; 2]> = BTreeMap::new();
    for (side, result) in [a, b].into_iter().enumerate() {
        for input in &result.inputs {
            let Some(read) = &input.file else { continue };
            let file = files.entry((&input.section, &read.path)).or_default();
            file[side] = Some(&read.sha256);
        }
    }
    let differ = files.into_iter().filter(|((section, _), files)| match files {
        [Some(a), Some(b)] => a != b,
        [a, b] => {
            a.or(*b).is_some_and(|hash| contents.iter().any(|c| !c.contains(&(*section, hash))))
        }
    });
    differ
        .map(|((section, path), [a, b])| InputDifference {
            section: section.to_owned(),
            path: path.to_owned(),
            sha256_a: a.map(str::to_owned),
            sha256_b: b.map(str::to_owned),
        })
        .collect()
}

impl Outcome {
    /// How many of everything.
    pub fn counts(&self) -> CompareCounts {
        let differences = &self.comparison.differences;
        let of = |real| differences.iter().filter(|difference| difference.real == real).count();
        CompareCounts {
            units: differences.len(),
            only_in_a: self.comparison.only_in(Side::A).len(),
            only_in_b: self.comparison.only_in(Side::B).len(),
            real: of(Real::Yes),
            intervals_overlap: of(Real::IntervalsOverlap),
            no_score: of(Real::NoScore),
            nothing_asked_in_both: of(Real::NothingAskedInBoth),
            scored_otherwise_a: self.scored_otherwise[0],
            scored_otherwise_b: self.scored_otherwise[1],
            site_changes: self.sites.as_ref().ok().map(Vec::len),
        }
    }

    /// Whether both have the same framework, to the letter.
    pub fn same_framework(&self) -> bool {
        let [a, b] = &self.records;
        a.framework_sha256 == b.framework_sha256
    }

    /// The framework of one of the two.
    pub fn framework(&self, side: Side) -> &Framework {
        self.comparison.side(side).asked.whole()
    }
}

impl SitesLeftOut {
    /// As written in the record.
    pub fn name(self) -> String {
        let why = if self.public { "public_edition" } else { "score" };
        format!("{}:{why}", self.of.name())
    }
}

/// Writes the result into a new directory that appears in one step.
pub fn write(outcome: &Outcome, target: &Path, progress: &mut Progress) -> Result<(), Error> {
    let directory = ResultDirectory::create(target)?;
    progress.stage("tables");
    for table in filled(outcome) {
        output::tables::write(&table, directory.path())?;
    }
    let [a, b] = outcome.records.clone();
    let asked_only = |side| -> Vec<String> {
        outcome.comparison.asked_only_by(side).map(|spec| spec.id.clone()).collect()
    };
    let own = CompareRecord {
        a,
        b,
        inputs_that_differ: outcome.inputs.clone(),
        asked_only_in_a: asked_only(Side::A),
        asked_only_in_b: asked_only(Side::B),
        sites_left_out: outcome.sites.as_ref().err().map(|why| why.name()),
        counts: outcome.counts(),
    };
    record::finish(directory, Some("compare"), own, progress.seconds())
}

fn filled(outcome: &Outcome) -> Vec<Table> {
    let comparison = &outcome.comparison;
    let shape = Shape::of::<DifferenceIndicatorRow>();
    let mut filled = vec![
        Table::of(&Shape::of::<DifferenceRow>(), tables::differences(comparison)),
        Table::of(&shape, tables::indicators(comparison)),
    ];
    let sites = outcome.sites.as_ref().ok();
    filled.extend(
        sites.map(|changes| Table::of(&Shape::of::<DifferenceSiteRow>(), tables::sites(changes))),
    );
    filled
}
