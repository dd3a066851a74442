//! Findings: everything the input made us doubt, kept, counted and published.
//!
//! A finding names its rule, the dataset, the row, the field and the value, and says what was done
//! with the row. Rules of severity *error* stop the run after every input has been read; the
//! others are written to the `findings` table. `docs/findings.md` tabulates [`Rule::ALL`].

use crate::visible::escaped;
use crate::words::{Language, Said, codes};

use std::collections::BTreeMap;

codes! {
    /// How much a finding matters.
    pub enum Severity: "severity" {
        /// The run has no meaning with this; nothing is written.
        Error = "error",
        /// A row was not used, or used with a guess.
        Warning = "warning",
        /// Worth knowing; the row was used as it is.
        Info = "info",
    }
}

/// Declares every rule once: its variant, its written name, its severity. What it means stands in
/// the files of the languages as `rule--NAME`.
macro_rules! rules {
    ($($variant:ident $name:literal $severity:ident;)*) => {
        codes! {
            /// What kind of fault a finding is about.
            #[allow(missing_docs, reason = "the files of the languages say what each means")]
            pub enum Rule: "rule" { $($variant = $name,)* }
        }

        impl Rule {
            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }
        }
    };
}

rules! {
    // The file as a whole.
    FileMissing "file_missing" Error;
    FileUnreadable "file_unreadable" Error;
    FileElsewhere "file_elsewhere" Error;
    FileEmpty "file_empty" Error;
    EncodingUnreadable "encoding_unreadable" Error;
    EncodingGuessed "encoding_guessed" Info;
    EncodingMixed "encoding_mixed" Warning;
    LayerMissing "layer_missing" Error;
    ColumnMissing "column_missing" Error;
    ColumnUnreadable "column_unreadable" Error;
    CrsMissing "crs_missing" Error;
    CrsUnusable "crs_unusable" Error;
    QuoteUnclosed "quote_unclosed" Error;
    // Rows and fields.
    RowBlank "row_blank" Info;
    RowWidth "row_width" Warning;
    IdMissing "id_missing" Warning;
    IdDuplicate "id_duplicate" Error;
    NumberUnreadable "number_unreadable" Warning;
    NumberOutOfRange "number_out_of_range" Warning;
    ValueUnknown "value_unknown" Warning;
    KindUnknown "kind_unknown" Warning;
    TextFormula "text_formula" Warning;
    TextLineBreak "text_line_break" Info;
    TextTooLong "text_too_long" Error;
    ZeroOrBlank "zero_or_blank" Warning;
    // Coordinates.
    CoordinateMissing "coordinate_missing" Warning;
    CoordinateZero "coordinate_zero" Warning;
    CoordinateSwapped "coordinate_swapped" Warning;
    CoordinatesSwapped "coordinates_swapped" Error;
    CoordinatesUnreadable "coordinates_unreadable" Error;
    CoordinateOutsideExtent "coordinate_outside_extent" Warning;
    // Geometries.
    GeometryMissing "geometry_missing" Warning;
    GeometryWrongKind "geometry_wrong_kind" Warning;
    GeometryNotPolygons "geometry_not_polygons" Error;
    GeometryRepaired "geometry_repaired" Info;
    GeometryChanged "geometry_changed" Warning;
    GeometryUnusable "geometry_unusable" Warning;
    GeometryReduced "geometry_reduced" Info;
    LayerElsewhere "layer_elsewhere" Warning;
    LayerNotComplete "layer_not_complete" Warning;
    // Municipalities.
    MunicipalityCodePadded "municipality_code_padded" Warning;
    MunicipalityMerged "municipality_merged" Info;
    MunicipalityOverlap "municipality_overlap" Warning;
    MunicipalitySelection "municipality_selection" Error;
    SiteOutsideMunicipalities "site_outside_municipalities" Warning;
    SiteNearestMunicipality "site_nearest_municipality" Info;
    SiteMunicipalityMismatch "site_municipality_mismatch" Warning;
    SiteMunicipalityStated "site_municipality_stated" Info;
    RateWithoutConnection "rate_without_connection" Warning;
    // Rasters.
    RasterNoGeoreference "raster_no_georeference" Error;
    RasterBands "raster_bands" Warning;
    RasterValueImpossible "raster_value_impossible" Warning;
    RasterNoData "raster_no_data" Info;
    // The network.
    NetworkUnreadable "network_unreadable" Error;
    NetworkCoreMissing "network_core_missing" Error;
    NetworkCoreUnknown "network_core_unknown" Error;
    NetworkWithoutNodes "network_without_nodes" Warning;
    NetworkWithoutSpans "network_without_spans" Warning;
    NodeWithoutPlace "node_without_place" Warning;
    StatusMissing "status_missing" Info;
    StatusUnknown "status_unknown" Warning;
    NodeNotInService "node_not_in_service" Info;
    SpanNotInService "span_not_in_service" Info;
    SpanEndMissing "span_end_missing" Warning;
    SpanEndSnapped "span_end_snapped" Info;
    SpanLoop "span_loop" Info;
    SpanEndFar "span_end_far" Warning;
    SpanReversed "span_reversed" Info;
    NetworkNotReached "network_not_reached" Warning;
    SiteNodeNotReached "site_node_not_reached" Warning;
    // Trenches, power and masts.
    TrenchColumnEmpty "trench_column_empty" Warning;
    TrenchSpanUnknown "trench_span_unknown" Warning;
    TrenchOfOneSpan "trench_of_one_span" Info;
    TrenchDeclaredApart "trench_declared_apart" Warning;
    TrenchWithoutRoutes "trench_without_routes" Info;
    PowerNodeUnknown "power_node_unknown" Warning;
    PowerConflict "power_conflict" Warning;
    MastNodeUnknown "mast_node_unknown" Warning;
    MastUnknown "mast_unknown" Warning;
    SiteNodeUnknown "site_node_unknown" Warning;
    // Indicators and the score.
    ColumnNotUsed "column_not_used" Info;
    BoundsUnusable "bounds_unusable" Warning;
    UnitUnknown "unit_unknown" Warning;
    IndicatorUnknown "indicator_unknown" Error;
    ColumnTaken "column_taken" Error;
    IndicatorDirection "indicator_direction" Error;
    IndicatorTwice "indicator_twice" Error;
    ValueMissing "value_missing" Error;
    ValueNotPositive "value_not_positive" Error;
    GoalpostsEqual "goalposts_equal" Error;
    ValueOutsideGoalposts "value_outside_goalposts" Info;
    OneUnit "one_unit" Warning;
    PersonsAssumed "persons_assumed" Warning;
    // The scenario of an outage.
    ScenarioNameUnknown "scenario_name_unknown" Warning;
    ScenarioAreaEmpty "scenario_area_empty" Warning;
    // The project.
    NotUsedYet "not_used_yet" Warning;
}

/// One fault or doubt about the input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// The file, as the project names it.
    pub dataset: String,
    /// The row: in tables as a spreadsheet counts (the header is row 1), in vector files the
    /// feature id, in OFDS packages the 1-based place in its list.
    pub row: Option<u64>,
    /// The column or key.
    pub field: Option<String>,
    /// The value as it was read.
    pub value: Option<String>,
    /// What is wrong and what was done.
    pub message: Said,
    /// What to do about it.
    pub hint: Option<Said>,
}

impl Finding {
    /// A finding about a whole dataset; the `at`, `field`, `value` and `hint` calls narrow it.
    pub fn new(rule: Rule, dataset: impl Into<String>, message: impl Into<Said>) -> Self {
        Self {
            rule,
            dataset: dataset.into(),
            row: None,
            field: None,
            value: None,
            message: message.into(),
            hint: None,
        }
    }

    /// Names the row.
    #[must_use]
    pub fn at(mut self, row: u64) -> Self {
        self.row = Some(row);
        self
    }

    /// Names the field.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Quotes the value.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Said>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

/// For the terminal, whose language is English.
impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.rule.severity().name(), escaped(&self.dataset))?;
        if let Some(row) = self.row {
            write!(f, ": row {row}")?;
        }
        if let Some(field) = &self.field {
            write!(f, ": {}", escaped(field))?;
        }
        if let Some(value) = &self.value {
            write!(f, " = {value:?}")?;
        }
        write!(f, ": {} [{}]", escaped(self.message.in_language(Language::En)), self.rule.name())?;
        if let Some(hint) = &self.hint {
            write!(f, "\nhint: {}", escaped(hint.in_language(Language::En)))?;
        }
        Ok(())
    }
}

/// Whether a spreadsheet that opens the text in a CSV file would run it as a formula.
///
/// A plain number behind a sign is none. Source: OWASP, *CSV Injection*.
pub fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<f64>().is_err()
}

/// The findings of a run. Order of adding does not matter: they are written sorted.
#[derive(Clone, Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Keeps a finding.
    pub fn add(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Keeps several.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        self.0.extend(findings);
    }

    /// Forgets those of a rule, for one that says the same of all rows at once.
    pub fn remove(&mut self, rule: Rule) {
        self.0.retain(|finding| finding.rule != rule);
    }

    /// All of them: errors first, then by dataset, row, rule and field; the same finding once.
    pub fn sorted(&self) -> Vec<Finding> {
        let mut all = self.0.clone();
        fn order(f: &Finding) -> impl Ord + '_ {
            (f.rule.severity(), &f.dataset, f.row, f.rule, &f.field)
        }
        all.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| a.cmp(b)));
        all.dedup();
        all
    }

    /// Only those that stop the run, in the order they were found.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.0.iter().filter(|finding| finding.rule.severity() == Severity::Error)
    }

    /// How many of each rule.
    pub fn counts(&self) -> BTreeMap<Rule, usize> {
        let mut counts = BTreeMap::new();
        for finding in self.sorted() {
            *counts.entry(finding.rule).or_default() += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Code, key};

    #[test]
    fn rule_names_are_unique_and_read_back() {
        for rule in Rule::ALL {
            assert_eq!(Rule::from_id(rule.name()), Some(rule));
        }
    }

    #[test]
    fn a_finding_reads_as_a_sentence_with_its_place() {
        let finding = Finding::new(Rule::NumberUnreadable, "schools.csv", key::FindingNoNumber)
            .at(14)
            .field("pupils")
            .value("many")
            .hint(key::HintDecimal);
        assert_eq!(
            finding.to_string(),
            "warning: schools.csv: row 14: pupils = \"many\": not a number; counts as unknown \
             [number_unreadable]\nhint: set decimal = \",\""
        );
        assert_eq!(finding.message.in_language(Language::Sv), "inte ett tal; räknas som okänt");
    }

    #[test]
    fn order_of_adding_does_not_show() {
        let (a, b) = (
            Finding::new(Rule::RowBlank, "b.csv", key::FindingRowBlank).at(2),
            Finding::new(Rule::IdDuplicate, "b.csv", key::FindingNoId).at(9),
        );
        let (mut one, mut other) = (Findings::default(), Findings::default());
        one.extend([a.clone(), b.clone(), a.clone()]);
        other.extend([b.clone(), a.clone()]);
        assert_eq!(one.sorted(), other.sorted());
        assert_eq!(one.sorted()[0], b);
    }
}
