//! The sheet where other weights can be tried: Excel works out every score anew, from the pillars
//! that stand in the sheet of municipalities.
//!
//! Each cell also holds the result for the weights as they are written, for programs that show
//! formulas without computing them.

use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Format, FormatAlign, FormatBorder, Formula, IgnoreError,
    TableColumn, TableStyle, Worksheet, XlsxError,
};

use super::{Formats, Sheet, column_number, escaped, header_width, labels, said, sheets};
use crate::report::language::Language;
use crate::report::table::{Cell, Kind, Table};

/// What Excel takes as a formula, in characters.
const LONGEST_FORMULA: usize = 8_192;

/// The name of the table, for formulas.
const TABLE: &str = "try_weights";

/// The row of the weights, right above the headers.
const WEIGHT_ROW: u32 = 3;
const HEADER_ROW: u32 = 4;
const FIRST_ROW: u32 = 5;

/// The column of the first pillar, behind code and name.
const FIRST_PILLAR: usize = 2;

/// The columns that have bounds, in order: the pillars of a table of municipalities or groups.
/// Score and rank have bounds too and are left out.
pub fn pillars(table: &Table) -> Vec<usize> {
    let has = |name: &str| table.columns.iter().any(|(other, _)| other == name);
    let is_pillar = |(name, kind): &(String, Kind)| {
        *kind == Kind::Number
            && !matches!(name.as_str(), "score" | "rank")
            && has(&format!("{name}_low"))
            && has(&format!("{name}_high"))
    };
    (0..table.columns.len()).filter(|&i| is_pillar(&table.columns[i])).collect()
}

/// What the sheet reads.
pub struct Weights<'a> {
    municipalities: &'a Sheet<'a>,
    code: usize,
    name: Option<usize>,
    pillars: Vec<usize>,
    score: Option<usize>,
    rank: Option<usize>,
}

/// One column of the sheet.
struct Live {
    header: String,
    formula: String,
    /// A result per municipality; blank as a cell of the tables is.
    results: Vec<Option<f64>>,
    tenths: bool,
}

impl<'a> Weights<'a> {
    /// Absent without municipalities or pillars, or with so many pillars that a formula over all
    /// of them is longer than Excel takes.
    pub fn of(sheets: &'a [Sheet<'a>]) -> Option<Self> {
        let municipalities = sheets.iter().find(|sheet| sheet.table.name == "municipalities")?;
        let table = municipalities.table;
        let column = |name: &str| table.columns.iter().position(|(other, _)| other == name);
        let own = Self {
            municipalities,
            code: column("municipality_code")?,
            name: column("name"),
            pillars: pillars(table),
            score: column("score"),
            rank: column("rank"),
        };
        let longest = own.geometric().chars().count().max(own.arithmetic().chars().count());
        let usable =
            municipalities.shown > 0 && !own.pillars.is_empty() && longest <= LONGEST_FORMULA;
        usable.then_some(own)
    }

    /// A column of the same row of this sheet.
    fn this(header: &str) -> String {
        format!("{TABLE}[[#This Row],[{}]]", escaped(header))
    }

    fn header(&self, column: usize) -> &'a str {
        &self.municipalities.headers[column]
    }

    /// What the sheet of municipalities says in the row with the same code, in whatever order
    /// either of them is sorted.
    fn lookup(&self, column: usize) -> String {
        let found = format!(
            "INDEX({},MATCH({},{},0))",
            self.municipalities.reference(column),
            Self::this(self.header(self.code)),
            self.municipalities.reference(self.code)
        );
        format!("IF({found}=\"\",\"\",{found})")
    }

    /// Per pillar: the cell of its weight and its column in this row.
    fn terms(&self) -> impl Iterator<Item = (String, String)> {
        self.pillars.iter().enumerate().map(|(i, &pillar)| {
            let weight = row_col_to_cell_absolute(WEIGHT_ROW, column_number(FIRST_PILLAR + i));
            (weight, Self::this(self.header(pillar)))
        })
    }

    fn sum_of_weights(&self) -> String {
        let cell = |i: usize| row_col_to_cell_absolute(WEIGHT_ROW, column_number(i));
        format!("SUM({}:{})", cell(FIRST_PILLAR), cell(FIRST_PILLAR + self.pillars.len() - 1))
    }

    /// A mean, blank where a pillar that counts is, or where none counts. Only functions that
    /// every spreadsheet has, and no arrays.
    fn mean(&self, parts: &[String], sign: &str, end: &str) -> String {
        let blank: Vec<String> =
            self.terms().map(|(weight, pillar)| format!("AND({weight}>0,{pillar}=\"\")")).collect();
        let sum = self.sum_of_weights();
        format!("IF(OR({sum}<=0,{}),\"\",({}){end})", blank.join(","), parts.join(sign))
    }

    /// The weighted geometric mean. A pillar of weight 0 does not count: 0^0 is an error in Excel.
    fn geometric(&self) -> String {
        if self.pillars.is_empty() {
            return String::new();
        }
        let sum = self.sum_of_weights();
        let parts: Vec<String> = self
            .terms()
            .map(|(weight, pillar)| format!("IF({weight}>0,{pillar}^({weight}/{sum}),1)"))
            .collect();
        self.mean(&parts, "*", "")
    }

    /// The weighted arithmetic mean.
    fn arithmetic(&self) -> String {
        if self.pillars.is_empty() {
            return String::new();
        }
        let parts: Vec<String> = self
            .terms()
            .map(|(weight, pillar)| format!("IF({weight}>0,{weight}*{pillar},0)"))
            .collect();
        self.mean(&parts, "+", &format!("/{}", self.sum_of_weights()))
    }

    fn numbers(&self, column: usize) -> Vec<Option<f64>> {
        let rows = &self.municipalities.table.rows[..self.municipalities.shown];
        let number = |row: &Vec<Cell>| match &row[column] {
            Cell::Number(number) => Some(*number),
            Cell::Integer(number) => Some(*number as f64),
            Cell::Blank | Cell::Text(_) => None,
        };
        rows.iter().map(number).collect()
    }

    /// The columns behind code and name, with their results at equal weights.
    fn columns(&self, language: Language) -> Vec<Live> {
        let t = |sv, en| said(language, sv, en);
        let copy = |column: usize, header: String, tenths| Live {
            header,
            formula: self.lookup(column),
            results: self.numbers(column),
            tenths,
        };
        let mut columns: Vec<Live> =
            self.pillars.iter().map(|&p| copy(p, self.header(p).to_owned(), true)).collect();
        let pillars: Vec<Vec<Option<f64>>> = columns.iter().map(|c| c.results.clone()).collect();
        let means = [
            (
                t("Geometriskt medel", "Geometric mean"),
                t("Geometrisk rang", "Geometric rank"),
                self.geometric(),
                geometric_mean as Mean,
            ),
            (
                t("Aritmetiskt medel", "Arithmetic mean"),
                t("Aritmetisk rang", "Arithmetic rank"),
                self.arithmetic(),
                arithmetic_mean,
            ),
        ];
        for (header, rank_header, formula, mean) in means {
            let results: Vec<Option<f64>> = (0..self.municipalities.shown)
                .map(|row| pillars.iter().map(|p| p[row]).collect::<Option<Vec<f64>>>())
                .map(|values| values.map(|values| mean(&values)))
                .collect();
            let ranks = results.iter().map(|own| own.map(|own| rank(own, &results))).collect();
            let (own, all) = (Self::this(header), format!("{TABLE}[{header}]"));
            let rank_formula = format!("IF({own}=\"\",\"\",RANK({own},{all}))");
            columns.push(Live { header: header.to_owned(), formula, results, tenths: true });
            columns.push(Live {
                header: rank_header.to_owned(),
                formula: rank_formula,
                results: ranks,
                tenths: false,
            });
        }
        let of_the_result = [
            (self.score, t("Poäng i resultatet", "Score in the result"), true),
            (self.rank, t("Rang i resultatet", "Rank in the result"), false),
        ];
        for (column, header, tenths) in of_the_result {
            columns.extend(column.map(|column| copy(column, header.to_owned(), tenths)));
        }
        columns
    }

    /// Writes the sheet.
    pub fn write(&self, sheet: &mut Worksheet, language: Language) -> Result<(), XlsxError> {
        sheet.set_name(sheets::try_weights(language))?;
        // Of a formula whose result is blank; 0 unless told.
        sheet.set_formula_result_default("");
        self.write_weights(sheet, language)?;
        let formats = Formats::new();
        let columns = self.columns(language);
        let code = self.header(self.code);
        let name = labels::header(language, "name");
        let headers: Vec<&str> =
            [code, &name].into_iter().chain(columns.iter().map(|c| c.header.as_str())).collect();
        let table_columns: Vec<TableColumn> = headers
            .iter()
            .enumerate()
            .map(|(i, header)| {
                let column =
                    TableColumn::new().set_header(*header).set_header_format(&formats.header);
                match i.checked_sub(FIRST_PILLAR) {
                    Some(live) => column.set_formula(columns[live].formula.as_str()),
                    None => column,
                }
            })
            .collect();
        let rows = self.municipalities.shown;
        let last_row = HEADER_ROW + u32::try_from(rows).expect("no more rows than Excel has");
        let last_column = column_number(headers.len() - 1);
        let list = rust_xlsxwriter::Table::new()
            .set_name(TABLE)
            .set_columns(&table_columns)
            .set_style(TableStyle::Light9);
        sheet.add_table(HEADER_ROW, 0, last_row, last_column, &list)?;
        for (row, cells) in (FIRST_ROW..).zip(&self.municipalities.table.rows[..rows]) {
            for (column, of) in [(0, Some(self.code)), (1, self.name)] {
                if let Some(Cell::Text(text)) = of.map(|of| &cells[of]) {
                    super::write_text(sheet, row, column, text, &formats)?;
                }
            }
        }
        for (i, column) in columns.iter().enumerate() {
            let format = if column.tenths { &formats.tenths } else { &formats.count };
            let number = column_number(FIRST_PILLAR + i);
            for (row, result) in (FIRST_ROW..).zip(&column.results) {
                let result = result.map_or_else(String::new, |result| result.to_string());
                let formula = Formula::new(&column.formula).set_result(result);
                sheet.write_formula_with_format(row, number, formula, format)?;
            }
        }
        for (i, header) in headers.iter().enumerate() {
            let width = if i == 1 { 24 } else { header_width(header).max(12) };
            let width = u32::try_from(width.min(super::WIDEST_COLUMN)).expect("at most 60");
            sheet.set_column_width(column_number(i), width)?;
        }
        sheet.set_row_height(HEADER_ROW, super::HEADER_HEIGHT)?;
        sheet.ignore_error_range(FIRST_ROW, 0, last_row, 0, IgnoreError::NumberStoredAsText)?;
        sheet.set_freeze_panes(FIRST_ROW, column_number(FIRST_PILLAR))?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        Ok(())
    }

    /// What to do, and the cells to do it in.
    fn write_weights(&self, sheet: &mut Worksheet, language: Language) -> Result<(), XlsxError> {
        let t = |sv, en| said(language, sv, en);
        let large = Format::new().set_bold().set_font_size(18);
        sheet.write_string_with_format(0, 0, sheets::try_weights(language), &large)?;
        sheet.write_string(
            1,
            0,
            t(
                "Ändra de gula vikterna, 0 eller mer: poäng och rang räknas om. Ett delområde med \
                 vikt 0 räknas inte; är ett annat tomt blir poängen tom.",
                "Change the yellow weights, 0 or more: score and rank follow. A pillar of weight 0 \
                 does not count; where another is blank, so is the score.",
            ),
        )?;
        sheet.write_string(
            2,
            0,
            t(
                "I det geometriska medlet drar ett svagt delområde ned poängen, till 0 om det är 0; \
                 i det aritmetiska kan ett gott uppväga det.",
                "In the geometric mean a weak pillar pulls the score down, to 0 if it is 0; in the \
                 arithmetic a good one can make up for it.",
            ),
        )?;
        let bold = Format::new().set_bold().set_align(FormatAlign::Right);
        sheet.write_string_with_format(WEIGHT_ROW, 1, t("Vikt", "Weight"), &bold)?;
        let input = Format::new().set_background_color("FFF2AB").set_border(FormatBorder::Thin);
        let last = FIRST_PILLAR + self.pillars.len() - 1;
        let (first, last) = (column_number(FIRST_PILLAR), column_number(last));
        for column in first..=last {
            sheet.write_number_with_format(WEIGHT_ROW, column, 1.0, &input)?;
        }
        let allowed = DataValidation::new()
            .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
            .set_error_message(t("En vikt är 0 eller mer.", "A weight is 0 or more."))?;
        sheet.add_data_validation(WEIGHT_ROW, first, WEIGHT_ROW, last, &allowed)?;
        Ok(())
    }
}

type Mean = fn(&[f64]) -> f64;

/// Of pillars that weigh the same, as the formula computes it.
fn geometric_mean(pillars: &[f64]) -> f64 {
    let share = 1.0 / pillars.len() as f64;
    pillars.iter().map(|pillar| pillar.powf(share)).product()
}

fn arithmetic_mean(pillars: &[f64]) -> f64 {
    pillars.iter().sum::<f64>() / pillars.len() as f64
}

/// As `RANK` counts: one more than how many are greater.
fn rank(own: f64, all: &[Option<f64>]) -> f64 {
    1.0 + all.iter().flatten().filter(|other| **other > own).count() as f64
}
