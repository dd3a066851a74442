//! `beredd score`: the stages of scoring a table of indicators alone.

use std::path::{Path, PathBuf};

use crate::drawing::map::MapAbout;
use crate::drawing::{self, plots};
use crate::error::Error;
use crate::findings::{Finding, Findings, Rule, Severity};
use crate::ingest::indicators::{self, IndicatorColumns, IndicatorsInput};
use crate::ingest::number::Decimal;
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::{ColumnName, SignHint};
use crate::model::framework::{Asked, Framework, IndicatorIdx};
use crate::model::indicator::{Reading, Unit};
use crate::model::source::Source;
use crate::output;
use crate::output::directory::ResultDirectory;
use crate::output::record::score::{ScoreCounts, ScoreRecord};
use crate::output::record::{self, Draws, FRAMEWORK, FrameworkRecord, InputRecord, asked_record};
use crate::output::workbook::{self, WorkbookAbout};
use crate::pipeline::indicators::{report_clamped, report_missing, report_unusable};
use crate::pipeline::refusal;
use crate::progress::Progress;
use crate::project::framework::{self, FrameworkFile};
use crate::score::{AskedScores, DrawSettings};
use crate::table::coherence::{self, CoherenceRow};
use crate::table::finding::{self, FindingRow};
use crate::table::indicator::{self, IndicatorRow};
use crate::table::score::{self, RankPairRow, ScoreRow};
use crate::table::sensitivity::{self, SensitivityRow};
use crate::table::{self, Edition, Shape, Table};
use crate::words::{Language, Words, key};

/// What the command line asks for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The framework: a file, or the version of a built-in one.
    pub framework: PathBuf,
    /// The table of indicators.
    pub indicators: PathBuf,
    /// The language of plots and the workbook.
    pub language: Language,
    /// How many draws, from which seed.
    pub draws: DrawSettings,
}

/// What was found.
pub struct Outcome {
    /// The framework.
    pub framework: FrameworkFile,
    /// The scores.
    pub scores: AskedScores,
    /// What the input made us doubt, sorted.
    pub findings: Vec<Finding>,
    sources: Vec<Source>,
}

impl Outcome {
    /// Whether the table rests on invented data.
    pub fn is_synthetic(&self) -> bool {
        self.sources.iter().any(|source| source.synthetic)
    }

    /// How many values lie outside their goalposts.
    pub fn outside_goalposts(&self) -> usize {
        let found = self.scores.found.iter();
        let columns = found.flat_map(|scores| &scores.evaluation.indicators);
        columns.flatten().filter(|indicator| indicator.value.is_some() && indicator.clamped).count()
    }
}

/// How many stages [`Progress`] shows.
pub const STAGES: u64 = 5;

/// Reads a framework and a table and scores it; stops with all the errors found, if any.
pub fn analyse(request: &Request, progress: &mut Progress) -> Result<Outcome, Error> {
    progress.stage("framework");
    let framework = framework::find(Path::new(""), &request.framework)?;
    let tree = &framework.framework;

    progress.stage("indicators");
    let mut findings = Findings::default();
    let mut sources = Sources::default();
    let input = input(&request.indicators, tree);
    let wanted: Vec<&str> = tree.indicators().iter().map(|i| i.id.as_str()).collect();
    let read = indicators::read(&input, &wanted, &mut sources, &mut findings);
    let Some(columns) = read else { return Err(refusal(&findings)) };
    let mut columns = columns.sorted();
    let rows = std::mem::take(&mut columns.rows);
    let table = table(tree, &input, columns, &rows, &mut findings);
    let Some(Asking { asked, units, readings }) = table else { return Err(refusal(&findings)) };

    progress.stage("score");
    let dataset = input.file.written.as_str();
    let part = asked.part().expect("a table that answers nothing is refused").clone();
    let scores = AskedScores::new(asked, units, readings, request.draws).map_err(|unusable| {
        let row = |unit: usize, _| rows.get(unit).copied();
        report_unusable(&part, dataset, &unusable, row, &mut findings);
        refusal(&findings)
    })?;
    if let Some(found) = &scores.found {
        for (i, readings) in found.table.readings().iter().enumerate() {
            let (i, row) = (IndicatorIdx(i), |unit: usize| rows.get(unit).copied());
            report_clamped(&part, dataset, i, readings, &found.evaluation, row, &mut findings);
        }
    }
    if let [only] = &scores.units[..] {
        findings.add(
            input
                .file
                .finding(Rule::OneUnit, key::FindingOneUnit)
                .field(&tree.unit_id)
                .value(&only.id)
                .hint(key::HintOneUnit),
        );
    }
    let findings = findings.sorted();
    Ok(Outcome { framework, scores, findings, sources: sources.into_vec() })
}

/// The record of the result of beredd that a table lies in, if any.
fn record_beside(path: &Path) -> Option<serde_json::Value> {
    let record = path.parent().unwrap_or(Path::new("")).join(record::FILE);
    let record: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(record).ok()?).ok()?;
    record["inputs"].is_array().then_some(record)
}

/// Whether a result rests on invented data.
fn is_invented(record: &serde_json::Value) -> bool {
    let inputs = record["inputs"].as_array().map(Vec::as_slice).unwrap_or_default();
    inputs.iter().any(|input| input["synthetic"] == true)
}

fn input(path: &Path, framework: &Framework) -> IndicatorsInput {
    let name = |key, name: &String| ColumnName { key, name: name.clone() };
    let record = record_beside(path);
    IndicatorsInput {
        file: InputFile {
            written: InputFile::name(path, Path::new(".")),
            path: path.to_owned(),
            section: "indicators",
            publisher: None,
            date: None,
            licence: None,
            synthetic: record.as_ref().is_some_and(is_invented),
        },
        layer: None,
        // Results are written with a point; of other tables only they themselves tell.
        decimal: record.map(|_| Decimal::Point),
        sign_hint: SignHint::Table,
        unit: name("unit_id", &framework.unit_id),
        unit_name: framework.unit_name.as_ref().map(|column| name("unit_name", column)),
    }
}

/// What a table answers of a framework.
struct Asking {
    asked: Asked,
    units: Vec<Unit>,
    /// Of the part that is asked.
    readings: Vec<Vec<Reading>>,
}

/// What the table answers of the framework's indicators; `None` after an error finding.
///
/// A column without a single cell that says anything is not asked: that is how `indicator_values`
/// writes what no source of a run could answer.
fn table(
    framework: &Framework,
    input: &IndicatorsInput,
    columns: IndicatorColumns,
    rows: &[u64],
    findings: &mut Findings,
) -> Option<Asking> {
    let file = &input.file;
    if columns.units.is_empty() {
        let finding = file.finding(Rule::FileEmpty, key::FindingNoIds);
        findings.add(finding.field(&framework.unit_id));
        return None;
    }
    let mut readings: Vec<Vec<Reading>> = Vec::new();
    for (i, column) in columns.readings.into_iter().enumerate() {
        let id = &framework.indicator(IndicatorIdx(i)).id;
        match column {
            Some(column) => {
                let row = |unit: usize| rows.get(unit).copied();
                report_missing(framework, &file.written, IndicatorIdx(i), &column, row, findings);
                readings.push(column);
            }
            None => findings.add(
                file.finding(Rule::ColumnMissing, key::FindingColumnNeeded)
                    .field("indicator")
                    .value(id)
                    .hint(key::HintColumnNeeded),
            ),
        }
    }
    if findings.errors().next().is_some() {
        return None;
    }
    let is_asked = |column: &Vec<Reading>| {
        column.iter().any(|reading| reading.is_concerned() && *reading != Reading::default())
    };
    let asked = Asked::new(framework.clone(), |indicator| {
        let place = framework.find_indicator(&indicator.id).expect("one of the framework's");
        is_asked(&readings[place.0])
    });
    if asked.part().is_none() {
        let finding = file.finding(Rule::FileEmpty, key::FindingColumnsEmpty);
        findings.add(finding.hint(key::HintFillIn));
        return None;
    }
    let is_kept = |place: &usize| asked.indicator(IndicatorIdx(*place)).is_some();
    let kept: Vec<usize> = (0..readings.len()).filter(is_kept).collect();
    let readings = kept.into_iter().map(|place| std::mem::take(&mut readings[place])).collect();
    Some(Asking { units: columns.units, readings, asked })
}

/// Writes the result into a new directory that appears in one step.
pub fn write(
    request: &Request,
    outcome: &Outcome,
    target: &Path,
    progress: &mut Progress,
) -> Result<(), Error> {
    let directory = ResultDirectory::create(target)?;
    progress.stage("tables");
    let tables = filled(outcome);
    for table in &tables {
        output::tables::write(table, directory.path())?;
    }
    let about = WorkbookAbout {
        region: &outcome.framework.framework.name,
        words: Words(request.language),
        edition: None,
        asked: &outcome.scores.asked,
        synthetic: outcome.is_synthetic(),
        sources: &outcome.sources,
        version: record::VERSION,
        settings_sha256: &outcome.framework.hash,
    };
    workbook::write(&tables, &about, &directory.path().join(workbook::FILE))?;
    let framework = directory.path().join(FRAMEWORK);
    std::fs::write(&framework, &outcome.framework.text)
        .map_err(|cause| Error::write(framework, cause))?;

    progress.stage("plots");
    draw(request, outcome, directory.path())?;

    let of = |severity| outcome.findings.iter().filter(|f| f.rule.severity() == severity).count();
    let index = outcome.scores.found.as_ref().map(|scores| &scores.evaluation.groups[0]);
    let own = ScoreRecord {
        framework: FrameworkRecord::new(&outcome.framework.framework, &outcome.framework.hash),
        asked: asked_record(&outcome.scores.asked),
        inputs: InputRecord::list(&outcome.sources, Edition::Full),
        draws: Draws { draws: request.draws.draws, seed: request.draws.seed },
        counts: ScoreCounts {
            units: outcome.scores.units.len(),
            scored: index.into_iter().flatten().filter(|score| score.value.is_ok()).count(),
            indicators: outcome.framework.framework.indicators().len(),
            outside_goalposts: outcome.outside_goalposts(),
            warnings: of(Severity::Warning),
            notes: of(Severity::Info),
        },
    };
    record::finish(directory, Some("score"), own, progress.seconds())
}

/// Draws the plots, in a folder as those of a run.
fn draw(request: &Request, outcome: &Outcome, directory: &Path) -> Result<(), Error> {
    let folder = directory.join(drawing::DIRECTORY);
    std::fs::create_dir(&folder).map_err(|cause| Error::write(&folder, cause))?;
    let framework = &outcome.framework.framework;
    let words = Words(request.language);
    let about = |title: &str, subtitle: String| MapAbout {
        title: format!("{title} – {}", framework.name),
        subtitle,
        words,
        source: outcome.sources.iter().map(Source::label).collect::<Vec<_>>().join("; "),
        date: String::new(),
        crs_name: String::new(),
        synthetic: outcome.is_synthetic(),
        incomplete: false,
    };
    plots::scores(&outcome.scores, words, &about, "", &folder)
}

fn filled(outcome: &Outcome) -> Vec<Table> {
    let scores = &outcome.scores;
    let indicators = Shape::of::<IndicatorRow>().about("indicators", table::Unit::Any);
    vec![
        Table::of(&indicators, indicator::alone(scores)),
        Table::of(&Shape::of::<ScoreRow>(), score::scores(scores)),
        Table::of(&Shape::of::<RankPairRow>(), score::pairs(scores)),
        Table::of(&Shape::of::<SensitivityRow>(), sensitivity::sensitivity(scores)),
        Table::of(&Shape::of::<CoherenceRow>(), coherence::coherence(scores)),
        Table::of(&Shape::of::<FindingRow>(), finding::findings(&outcome.findings)),
    ]
}
