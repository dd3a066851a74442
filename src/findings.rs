//! Findings: everything the input made us doubt, kept, counted and published.
//!
//! A finding names its rule, the dataset, the row, the field and the value, and says what was done
//! with the row. Rules of severity *error* stop the run after every input has been read; the
//! others are written to the `findings` table. `docs/findings.md` tabulates [`Rule::ALL`].

use crate::words::{Language, Words, codes};

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

/// Declares every rule once: its variant, its written name, its severity, what it means in
/// English and in Swedish.
macro_rules! rules {
    ($($variant:ident $name:literal $severity:ident $en:literal $sv:literal;)*) => {
        /// What kind of fault a finding is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $(#[doc = $en] $variant,)* }

        impl Rule {
            /// Every rule, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// As written in the `findings` table.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// What it means, in English.
            pub fn meaning_en(self) -> &'static str {
                match self { $(Self::$variant => $en,)* }
            }

            /// What it means, in Swedish.
            pub fn meaning_sv(self) -> &'static str {
                match self { $(Self::$variant => $sv,)* }
            }
        }
    };
}

rules! {
    // The file as a whole.
    FileMissing "file_missing" Error
        "The file does not exist or may not be read."
        "Filen finns inte eller får inte läsas.";
    FileUnreadable "file_unreadable" Error
        "The file is not in a format that can be read."
        "Filformatet går inte att läsa.";
    FileEmpty "file_empty" Error
        "The file has no rows."
        "Filen har inga rader.";
    EncodingUnreadable "encoding_unreadable" Error
        "The text is neither UTF-8, UTF-16 with a mark, nor Windows-1252."
        "Texten är varken UTF-8, märkt UTF-16 eller Windows-1252.";
    EncodingGuessed "encoding_guessed" Info
        "The text is not UTF-8 and was read as Windows-1252."
        "Texten är inte UTF-8 och lästes som Windows-1252.";
    LayerMissing "layer_missing" Error
        "The file has no such layer, or several and none was named."
        "Filen saknar lagret, eller har flera och inget är angivet.";
    ColumnMissing "column_missing" Error
        "The file has no such column."
        "Filen saknar kolumnen.";
    CrsMissing "crs_missing" Error
        "Neither the file nor the project says which coordinate reference system applies."
        "Varken filen eller projektet anger koordinatsystem.";
    CrsUnusable "crs_unusable" Error
        "There is no way from the coordinate reference system into the working one."
        "Det går inte att räkna om från koordinatsystemet.";
    QuoteUnclosed "quote_unclosed" Error
        "A double quote is not closed and swallows the rows behind it."
        "Ett citattecken är inte avslutat och slukar raderna efter det.";
    // Rows and fields.
    RowBlank "row_blank" Info
        "The row is blank and was passed over."
        "Raden är tom och utelämnades.";
    RowWidth "row_width" Warning
        "The row has another number of fields than the header: missing ones count as blank, and with too many it was not used."
        "Raden har ett annat antal fält än rubriken: saknade räknas som tomma, med för många användes den inte.";
    IdMissing "id_missing" Warning
        "The row has no id and was not used."
        "Raden saknar id och användes inte.";
    IdDuplicate "id_duplicate" Error
        "Two rows have the same id."
        "Två rader har samma id.";
    NumberUnreadable "number_unreadable" Warning
        "The field holds no number that can be read and counts as unknown."
        "Fältet går inte att läsa som tal och räknas som okänt.";
    NumberOutOfRange "number_out_of_range" Warning
        "The number cannot be true and counts as unknown."
        "Talet kan inte stämma och räknas som okänt.";
    ValueUnknown "value_unknown" Warning
        "The field holds a word that has no meaning here and counts as unknown."
        "Fältet har ett okänt ord och räknas som okänt.";
    KindUnknown "kind_unknown" Warning
        "The kind of site is not known and counts as other."
        "Verksamhetstypen är okänd och räknas som övrigt.";
    TextFormula "text_formula" Warning
        "A spreadsheet would run the text as a formula; in CSV it is written behind an apostrophe."
        "Texten skulle tolkas som en formel; i CSV skrivs den efter en apostrof.";
    TextLineBreak "text_line_break" Info
        "The text holds a line break; maps and reports show a space."
        "Texten har en radbrytning; kartor och rapport visar mellanslag.";
    // Coordinates.
    CoordinateMissing "coordinate_missing" Warning
        "The row has no usable coordinates; it is kept without a place."
        "Raden saknar användbara koordinater och behålls utan plats.";
    CoordinateZero "coordinate_zero" Warning
        "Both coordinates are zero, the mark of a failed geocoding; the row is kept without a place."
        "Båda koordinaterna är noll; raden behålls utan plats.";
    CoordinateSwapped "coordinate_swapped" Warning
        "The coordinates fit only when x and y change places; the row is kept without a place."
        "Koordinaterna stämmer bara om x och y byter plats; raden behålls utan plats.";
    CoordinatesSwapped "coordinates_swapped" Error
        "Most rows of the dataset have x and y the wrong way round."
        "De flesta rader har x och y omkastade.";
    CoordinatesUnreadable "coordinates_unreadable" Error
        "Most rows of the dataset have coordinates that cannot be read or used."
        "De flesta rader har koordinater som inte går att läsa eller använda.";
    CoordinateOutsideExtent "coordinate_outside_extent" Warning
        "The place is outside the area of the working coordinate system; the row is kept without a place."
        "Verksamheten ligger utanför koordinatsystemets område; raden behålls utan plats.";
    // Geometries.
    GeometryMissing "geometry_missing" Warning
        "The row has no geometry or an empty one and was not used."
        "Raden saknar geometri och användes inte.";
    GeometryWrongKind "geometry_wrong_kind" Warning
        "The row has another kind of geometry than this dataset needs and was not used."
        "Raden har fel slags geometri och användes inte.";
    GeometryNotPolygons "geometry_not_polygons" Error
        "No row of the dataset has a polygon."
        "Ingen rad har en yta.";
    GeometryRepaired "geometry_repaired" Info
        "The polygon crossed itself and was repaired."
        "Ytan korsade sig själv och reparerades.";
    GeometryUnusable "geometry_unusable" Warning
        "The geometry is broken beyond repair, or has no image in the working coordinate system; the row was not used."
        "Geometrin går inte att laga eller räkna om; raden användes inte.";
    GeometryReduced "geometry_reduced" Info
        "The site is drawn as more than a point; a point inside it stands for it."
        "Verksamheten är ritad som mer än en punkt; en punkt i den används.";
    LayerElsewhere "layer_elsewhere" Warning
        "No area of the layer touches a municipality of the project."
        "Inget område i lagret berör någon kommun i projektet.";
    LayerNotComplete "layer_not_complete" Warning
        "Rows of a layer that is stated to be complete were not used; outside it counts as unknown."
        "Rader i ett lager som anges vara fullständigt användes inte; utanför det räknas som okänt.";
    // Municipalities.
    MunicipalityCodePadded "municipality_code_padded" Warning
        "The code had lost its leading zero, which was put back."
        "Koden hade tappat sin inledande nolla, som sattes tillbaka.";
    MunicipalityMerged "municipality_merged" Info
        "Several rows have the same code; their areas were put together."
        "Flera rader har samma kod; deras ytor lades ihop.";
    MunicipalityOverlap "municipality_overlap" Warning
        "Two municipalities overlap; a site in both goes to the lower code."
        "Två kommuner överlappar; en verksamhet i båda räknas till den med lägst kod.";
    MunicipalitySelection "municipality_selection" Error
        "A selected municipality is not in the file."
        "En utvald kommun finns inte i filen.";
    SiteOutsideMunicipalities "site_outside_municipalities" Warning
        "The site lies in no municipality and counts in none."
        "Verksamheten ligger inte i någon kommun och räknas inte till någon.";
    SiteNearestMunicipality "site_nearest_municipality" Info
        "The site lies outside every polygon and joined the nearest."
        "Verksamheten ligger utanför alla ytor och fördes till den närmaste.";
    SiteMunicipalityMismatch "site_municipality_mismatch" Warning
        "The register states another municipality than the one the place is in."
        "Registret anger en annan kommun än den som läget anger.";
    SiteMunicipalityStated "site_municipality_stated" Info
        "The site has no place; the municipality is the one the register states."
        "Verksamheten saknar läge; kommunen är den som registret anger.";
    RateWithoutConnection "rate_without_connection" Warning
        "The register states the rate of a connection that the site is not known to have."
        "Registret anger hastigheten på en anslutning som verksamheten inte säkert har.";
    // Rasters.
    RasterNoGeoreference "raster_no_georeference" Error
        "The raster does not say where it lies."
        "Rastret anger inte var det ligger.";
    RasterValueImpossible "raster_value_impossible" Warning
        "Sites lie in cells whose value cannot be true, which count as cells without a value."
        "Verksamheter ligger i celler vars värde inte kan stämma; de räknas som celler utan värde.";
    RasterNoData "raster_no_data" Info
        "Sites lie in cells without a value."
        "Verksamheter ligger i celler utan värde.";
    // The network.
    NetworkUnreadable "network_unreadable" Error
        "The file is no OFDS package."
        "Filen är inte ett OFDS-paket.";
    NetworkCoreMissing "network_core_missing" Error
        "No node is a core node, so nothing can be reached."
        "Ingen nod är en kärnnod, så inget kan nås.";
    NetworkCoreUnknown "network_core_unknown" Error
        "A node named as core is not in the network."
        "En nod som anges som kärnnod finns inte i nätet.";
    NetworkWithoutNodes "network_without_nodes" Warning
        "A network of the package has no list of nodes, so there is nothing of it to use."
        "Ett nät i paketet saknar lista över noder, så inget av det används.";
    NetworkWithoutSpans "network_without_spans" Warning
        "A network has no list of spans, so none of its nodes reaches another."
        "Ett nät saknar lista över kablar, så ingen av dess noder når en annan.";
    NodeWithoutPlace "node_without_place" Warning
        "The node has no usable position; no site is attached to it by distance."
        "Noden saknar läge; ingen verksamhet ansluts till den efter avstånd.";
    NodeNotInService "node_not_in_service" Info
        "The node is not in operation and carries nothing."
        "Noden är inte i drift och för ingen trafik.";
    SpanNotInService "span_not_in_service" Info
        "The span is not in operation and carries nothing."
        "Kabeln är inte i drift och för ingen trafik.";
    SpanEndMissing "span_end_missing" Warning
        "An end of the span is no node of the network; the span was not used."
        "En ände saknar nod; kabeln användes inte.";
    SpanEndSnapped "span_end_snapped" Info
        "An end of the span joined the node it is drawn at."
        "En ände fördes till noden den är ritad vid.";
    SpanLoop "span_loop" Info
        "The span starts and ends at the same node."
        "Kabeln börjar och slutar i samma nod.";
    SpanEndFar "span_end_far" Warning
        "An end of the span is drawn far from the node it belongs to; the node counts."
        "En ände är ritad långt från sin nod; noden gäller.";
    SpanReversed "span_reversed" Info
        "The route is drawn from the end of the span to its start, and was turned."
        "Sträckningen är ritad från slut till start och vändes.";
    NetworkNotReached "network_not_reached" Warning
        "Parts of the network have no way to a core node."
        "Delar av nätet saknar väg till en kärnnod.";
    SiteNodeNotReached "site_node_not_reached" Warning
        "The node the site hangs on has no way to a core node."
        "Noden som verksamheten hänger på saknar väg till en kärnnod.";
    // Trenches, power and masts.
    TrenchColumnEmpty "trench_column_empty" Warning
        "No span has a value in the property that names its trench."
        "Ingen kabel har ett värde i egenskapen som anger schakt.";
    TrenchSpanUnknown "trench_span_unknown" Warning
        "The span said to lie in a trench is not in the network; the row was not used."
        "Kabeln som anges ligga i ett schakt finns inte i nätet; raden användes inte.";
    TrenchOfOneSpan "trench_of_one_span" Info
        "Only one span is said to lie in the trench, which says no more than the span."
        "Bara en kabel anges ligga i schaktet, vilket inte säger mer än kabeln.";
    TrenchDeclaredApart "trench_declared_apart" Warning
        "Spans are drawn together, but declared in trenches of their own; the declaration counts."
        "Kablar är ritade tillsammans men uppgivna i skilda schakt; uppgiften gäller.";
    TrenchWithoutRoutes "trench_without_routes" Info
        "Spans without a drawn route take no part when trenches are found."
        "Kablar utan ritad sträckning är inte med när schakt söks.";
    PowerNodeUnknown "power_node_unknown" Warning
        "The node is not in the network; the row was not used."
        "Noden finns inte i nätet; raden användes inte.";
    PowerConflict "power_conflict" Warning
        "Two rows state different things of one node; the worse counts."
        "Två rader anger olika uppgifter för samma nod; den sämre gäller.";
    MastNodeUnknown "mast_node_unknown" Warning
        "The node the mast hangs on is not in the network; what the mast depends on is unknown."
        "Noden som masten hänger på finns inte i nätet; vad masten beror på är okänt.";
    MastUnknown "mast_unknown" Warning
        "A mobile layer names a mast that is not in the list of masts."
        "Ett mobillager anger en mast som inte finns i mastlistan.";
    SiteNodeUnknown "site_node_unknown" Warning
        "The node the site names is not in the network; the site is not attached by name."
        "Noden som verksamheten anger finns inte i nätet.";
    // Indicators and the score.
    ColumnNotUsed "column_not_used" Info
        "The table has columns that the framework does not name."
        "Tabellen har kolumner som ramverket inte nämner.";
    BoundsUnusable "bounds_unusable" Warning
        "The value does not lie between its bounds; it counts as unknown."
        "Värdet ligger inte mellan sina gränser och räknas som okänt.";
    UnitUnknown "unit_unknown" Warning
        "The row is about a municipality that the project does not have; it was not used."
        "Raden gäller en kommun som inte ingår i projektet; den användes inte.";
    IndicatorUnknown "indicator_unknown" Error
        "The framework names an indicator that is neither computed nor in any table."
        "Ramverket nämner en indikator som varken beräknas eller finns i någon tabell.";
    ColumnTaken "column_taken" Error
        "A group or an indicator of the framework is named like a column that a table has already."
        "En grupp eller indikator i ramverket heter som en kolumn som en tabell redan har.";
    IndicatorDirection "indicator_direction" Error
        "Every computed indicator is better when higher."
        "Alla beräknade indikatorer är bättre ju högre de är.";
    IndicatorTwice "indicator_twice" Error
        "Two tables hold the same indicator, or one that is computed."
        "Två tabeller har samma indikator, eller en som beräknas.";
    ValueMissing "value_missing" Error
        "The value is missing, and the framework says missing = \"fail\"."
        "Värdet saknas, och ramverket säger missing = \"fail\".";
    ValueNotPositive "value_not_positive" Error
        "The value is not above 0, and the scale is logarithmic."
        "Värdet är inte större än 0, och skalan är logaritmisk.";
    GoalpostsEqual "goalposts_equal" Error
        "The goalposts are observed, and the table does not have two different values."
        "Målvärdena är observerade, och tabellen saknar två olika värden.";
    ValueOutsideGoalposts "value_outside_goalposts" Info
        "The value lies outside the goalposts and counts as the nearer one."
        "Värdet ligger utanför målvärdena och räknas som det närmaste.";
    OneUnit "one_unit" Warning
        "There is only one unit: its rank says nothing."
        "Det finns bara en enhet: dess rang säger inget.";
    PersonsAssumed "persons_assumed" Warning
        "Sites weigh by their persons, and of some nobody knows how many: they weigh as much as the mean of their kind."
        "Verksamheter vägs efter personer, och för några är antalet okänt: de väger som medel för sin typ.";
    // The scenario of an outage.
    ScenarioNameUnknown "scenario_name_unknown" Warning
        "The scenario names something that the project does not have; it was left out."
        "Scenariot nämner något som inte finns i projektet; det utelämnades.";
    ScenarioAreaEmpty "scenario_area_empty" Warning
        "Nothing of the project that the scenario asks for is in its area."
        "Inget av det som scenariot frågar efter finns i dess område.";
    // The project.
    NotUsedYet "not_used_yet" Warning
        "This version reads the setting but no stage uses it."
        "Inställningen används inte av den här versionen.";
}

impl Rule {
    /// What it means.
    pub fn meaning(self, words: Words) -> &'static str {
        match words.0 {
            Language::Sv => self.meaning_sv(),
            Language::En => self.meaning_en(),
        }
    }

    /// The rule with this written name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }
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
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Finding {
    /// A finding about a whole dataset; the `at`, `field`, `value` and `hint` calls narrow it.
    pub fn new(rule: Rule, dataset: impl Into<String>, message: impl Into<String>) -> Self {
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
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.rule.severity().name(), printable(&self.dataset))?;
        if let Some(row) = self.row {
            write!(f, ": row {row}")?;
        }
        if let Some(field) = &self.field {
            write!(f, ": {}", printable(field))?;
        }
        if let Some(value) = &self.value {
            write!(f, " = {value:?}")?;
        }
        write!(f, ": {} [{}]", printable(&self.message), self.rule.name())?;
        if let Some(hint) = &self.hint {
            write!(f, "\nhint: {}", printable(hint))?;
        }
        Ok(())
    }
}

/// Text of a file as a terminal may show it: control characters, which could move its cursor or
/// fake a line, are written as escapes.
fn printable(text: &str) -> String {
    let shown = |c: char| if c.is_control() { c.escape_default().collect() } else { c.to_string() };
    text.chars().map(shown).collect()
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

    #[test]
    fn rule_names_are_unique_and_read_back() {
        for &rule in Rule::ALL {
            assert_eq!(Rule::from_name(rule.name()), Some(rule));
        }
    }

    #[test]
    fn a_finding_reads_as_a_sentence_with_its_place() {
        let finding = Finding::new(Rule::NumberUnreadable, "schools.csv", "no number; unknown")
            .at(14)
            .field("pupils")
            .value("many")
            .hint("write digits");
        assert_eq!(
            finding.to_string(),
            "warning: schools.csv: row 14: pupils = \"many\": no number; unknown \
             [number_unreadable]\nhint: write digits"
        );
    }

    #[test]
    fn order_of_adding_does_not_show() {
        let (a, b) = (
            Finding::new(Rule::RowBlank, "b.csv", "x").at(2),
            Finding::new(Rule::IdDuplicate, "b.csv", "y").at(9),
        );
        let (mut one, mut other) = (Findings::default(), Findings::default());
        one.extend([a.clone(), b.clone(), a.clone()]);
        other.extend([b.clone(), a.clone()]);
        assert_eq!(one.sorted(), other.sorted());
        assert_eq!(one.sorted()[0], b);
    }
}
