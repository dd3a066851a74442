//! Which tables there are, in the order of the documentation: the one list of them.

use crate::findings::Finding;
use crate::ingest::Inputs;
use crate::model::framework::Framework;
use crate::readiness::Assessment;
use crate::readiness::composite::computed;
use crate::table::{
    Column, Edition, Row, Shape, Table, Thing, Unit, alone, coherence, difference, element,
    endurance, finding, gain, indicator, outage, question, score, sensitivity, service, site, unit,
    worst,
};

/// What the tables of a run are made of.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    /// What was read.
    pub inputs: &'a Inputs,
    /// What was concluded.
    pub assessment: &'a Assessment,
    /// What the input made us doubt, sorted.
    pub findings: &'a [Finding],
    /// The service, by its place, for which is listed what to mend.
    pub mend: Option<usize>,
}

/// What of the columns depends on the project.
struct Things<'a> {
    framework: &'a Framework,
    /// The indicators that a run has values of.
    valued: Vec<Thing>,
}

/// One table of a run.
struct Entry {
    /// The editions that have it: the full one, or both.
    edition: Edition,
    shape: fn(&Things<'_>) -> Shape,
    columns: fn(&Shape) -> Vec<Column>,
    /// `None` where the run has no such table.
    fill: fn(&Run<'_>, &Shape) -> Option<Table>,
}

/// Declares the tables of a run: the least edition that has it, what a row is, its shape, and its
/// rows.
macro_rules! tables {
    ($($edition:ident $row:ty, $shape:expr, $rows:expr;)*) => {
        const RUN: &[Entry] = &[$(Entry {
            edition: Edition::$edition,
            shape: $shape,
            columns: <$row as Row>::columns,
            fill: |run, shape| {
                let rows: fn(&Run<'_>) -> Option<Vec<$row>> = $rows;
                Some(Table::of(shape, rows(run)?))
            },
        },)*];
    };
}

/// As it is declared.
fn plain<R: Row>(_: &Things<'_>) -> Shape {
    Shape::of::<R>()
}

/// What there is where the project names a group column.
fn of_groups<R>(run: &Run<'_>, rows: impl Fn(&Assessment) -> Vec<R>) -> Option<Vec<R>> {
    (!run.assessment.groups.is_empty()).then(|| rows(run.assessment))
}

tables! {
    Full site::SiteRow, plain::<site::SiteRow>, |r| Some(site::sites(r.inputs, r.assessment));
    Full element::DependencyRow, plain::<element::DependencyRow>,
        |r| Some(element::dependencies(r.inputs, r.assessment));
    Full element::ElementRow, plain::<element::ElementRow>,
        |r| Some(element::elements(r.inputs, r.assessment));
    Full element::BackupRow, plain::<element::BackupRow>,
        |r| Some(element::backups(r.inputs, r.assessment));
    Public unit::UnitRow, |of| unit::municipalities_shape(of.framework),
        |r| Some(unit::municipalities(r.inputs, r.assessment));
    Public unit::UnitRow, |of| unit::groups_shape(of.framework),
        |r| of_groups(r, unit::groups);
    Public question::QuestionRow, plain::<question::QuestionRow>,
        |r| Some(question::questions(r.inputs, r.assessment));
    Public indicator::IndicatorRow, plain::<indicator::IndicatorRow>,
        |r| Some(indicator::municipalities(r.inputs, r.assessment));
    Public score::ScoreRow, plain::<score::ScoreRow>,
        |r| Some(score::scores(&r.assessment.composite.scores));
    Public score::RankPairRow, plain::<score::RankPairRow>,
        |r| Some(score::pairs(&r.assessment.composite.scores));
    Public sensitivity::SensitivityRow, plain::<sensitivity::SensitivityRow>,
        |r| Some(sensitivity::sensitivity(&r.assessment.composite.scores));
    Public coherence::CoherenceRow, plain::<coherence::CoherenceRow>,
        |r| Some(coherence::coherence(&r.assessment.composite.scores));
    Public indicator::IndicatorRow,
        |_| Shape::of::<indicator::IndicatorRow>().about("group_indicators", Unit::Group),
        |r| of_groups(r, indicator::groups);
    Public score::ScoreRow,
        |_| Shape::of::<score::ScoreRow>().about("group_scores", Unit::Group),
        |r| of_groups(r, |a| score::scores(&a.group_composite.scores));
    Public score::RankPairRow,
        |_| Shape::of::<score::RankPairRow>().about("group_rank_pairs", Unit::Group),
        |r| of_groups(r, |a| score::pairs(&a.group_composite.scores));
    Public sensitivity::SensitivityRow,
        |_| Shape::of::<sensitivity::SensitivityRow>().about("group_sensitivity", Unit::Group),
        |r| of_groups(r, |a| sensitivity::sensitivity(&a.group_composite.scores));
    Public coherence::CoherenceRow,
        |_| Shape::of::<coherence::CoherenceRow>().about("group_coherence", Unit::Group),
        |r| of_groups(r, |a| coherence::coherence(&a.group_composite.scores));
    Public indicator::ValuesRow, |of| indicator::values_shape(of.valued.clone()),
        |r| Some(indicator::values(r.inputs, r.assessment));
    Full site::SiteIndicatorRow,
        |_| Shape::of::<site::SiteIndicatorRow>().with(site::conditions()),
        |r| Some(site::site_indicators(r.inputs, r.assessment));
    Full gain::GainRow, plain::<gain::GainRow>, |r| Some(gain::gains(r.inputs, r.assessment));
    Full endurance::EnduranceRow, plain::<endurance::EnduranceRow>,
        |r| Some(endurance::endurance(r.inputs, r.assessment));
    Full endurance::EnduranceRow,
        |_| Shape::of::<endurance::EnduranceRow>().about("group_endurance", Unit::Group),
        |r| of_groups(r, endurance::groups);
    Full service::ServiceRow, plain::<service::ServiceRow>,
        |r| Some(service::services(r.inputs, r.assessment));
    Public service::ServiceSummaryRow, plain::<service::ServiceSummaryRow>,
        |r| Some(service::service_summary(r.inputs, r.assessment));
    Public service::ServiceSummaryRow,
        |_| Shape::of::<service::ServiceSummaryRow>().about("group_service_summary", Unit::Group),
        |r| of_groups(r, |a| service::group_summary(r.inputs, a));
    Full service::MendRow, plain::<service::MendRow>,
        |r| r.mend.map(|service| service::mend(r.inputs, r.assessment, service));
    Full finding::FindingRow, plain::<finding::FindingRow>,
        |r| Some(finding::findings(r.findings));
}

/// Every table of an edition of a run, filled.
///
/// The public edition has the tables about municipalities and groups only: which element takes
/// down which care home is nobody's business but the owners'.
pub fn of_run(run: &Run<'_>, edition: Edition) -> Vec<Table> {
    let things = Things {
        framework: run.assessment.asked.whole(),
        valued: indicator::valued(run.inputs, run.assessment),
    };
    let entries = RUN.iter().filter(|entry| edition == Edition::Full || entry.edition == edition);
    entries
        .filter_map(|entry| {
            let shape = Shape { edition, ..(entry.shape)(&things) };
            (entry.fill)(run, &shape)
        })
        .collect()
}

/// What the documentation says of one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// Its name.
    pub name: &'static str,
    /// Under which code its words are in the list `table`.
    pub words: String,
    /// Its columns.
    pub columns: Vec<Column>,
}

impl Described {
    fn of<R: Row>() -> Self {
        let shape = Shape::of::<R>();
        // A network alone has tables that are called as those of a run.
        let words = if R::WORDS.ends_with(&format!("-{}", R::TABLE)) { R::WORDS } else { R::TABLE };
        Self { name: R::TABLE, words: words.to_owned(), columns: R::columns(&shape) }
    }
}

/// Every table of a run, of an outage and of a comparison, in order.
pub fn described(framework: &Framework) -> Vec<Described> {
    let valued = computed(&[]).iter().map(|id| Thing::named_by_list(id)).collect();
    let things = Things { framework, valued };
    let of_run = RUN.iter().map(|entry| {
        let shape = (entry.shape)(&things);
        let columns = (entry.columns)(&shape);
        Described { name: shape.table, words: shape.table.to_owned(), columns }
    });
    of_run
        .chain([
            Described::of::<outage::OutageRow>(),
            Described::of::<outage::OutageMunicipalityRow>(),
            Described::of::<outage::OutageElementRow>(),
            Described::of::<worst::WorstRow>(),
            Described::of::<worst::WorstPairRow>(),
            Described::of::<difference::DifferenceRow>(),
            Described::of::<difference::DifferenceIndicatorRow>(),
            Described::of::<difference::DifferenceSiteRow>(),
        ])
        .collect()
}

/// Every table of a network alone, in order.
pub fn described_alone() -> Vec<Described> {
    vec![
        Described::of::<alone::NodeRow>(),
        Described::of::<alone::NetworkElementRow>(),
        Described::of::<alone::NetworkDependencyRow>(),
        Described::of::<finding::FindingRow>(),
    ]
}

/// The names of the columns of the tables that a framework gives columns: what no group and no
/// indicator of a project may be called like.
pub fn columns_under(framework: &Framework, valued: Vec<Thing>) -> [Vec<String>; 3] {
    let names = |columns: Vec<Column>| columns.into_iter().map(|c| c.name.into_owned()).collect();
    [
        names(unit::UnitRow::columns(&unit::municipalities_shape(framework))),
        names(unit::UnitRow::columns(&unit::groups_shape(framework))),
        names(indicator::ValuesRow::columns(&indicator::values_shape(valued))),
    ]
}
