//! The sheet where other weights can be tried: Excel works out every score anew, from the pillars
//! that are asked and stand in the sheet of municipalities. It begins with the weights and the offset
//! of the framework, and so with its scores.
//!
//! Each cell also holds the result for the weights as they are written, for programs that show
//! formulas without computing them.

use rust_xlsxwriter::utility::row_col_to_cell_absolute;
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Format, FormatAlign, FormatBorder, Formula, IgnoreError,
    TableColumn, TableStyle, Worksheet, XlsxError,
};

use super::{Formats, Sheet, column_number, escaped, header_width, labels};
use crate::model::framework::{Asked, Child, Framework, Mean};
use crate::table::Cell;
use crate::words::{Words, key};

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

/// What the sheet reads.
pub struct Weights<'a> {
    municipalities: &'a Sheet<'a>,
    code: usize,
    name: Option<usize>,
    pillars: Vec<Pillar>,
    /// Added to each pillar and taken from their geometric mean.
    offset: f64,
    score: Option<usize>,
    rank: Option<usize>,
}

/// A pillar that is asked.
#[derive(Clone, Copy)]
struct Pillar {
    /// Its column in the sheet of municipalities.
    column: usize,
    /// What it weighs in the framework.
    weight: f64,
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
    pub fn of(sheets: &'a [Sheet<'a>], asked: &Asked) -> Option<Self> {
        let municipalities = sheets.iter().find(|sheet| sheet.table.name == "municipalities")?;
        let table = municipalities.table;
        let column = |name: &str| table.columns.iter().position(|other| other.name == name);
        let part = asked.part()?;
        let pillar = |&child: &Child| {
            let Child::Group(group) = child else { return None };
            let weight = part.weight(child).value();
            Some(Pillar { column: column(&part.group(group).id)?, weight })
        };
        let index = part.group(Framework::ROOT);
        let own = Self {
            municipalities,
            code: column("municipality_code")?,
            name: column("name"),
            pillars: part.children(Framework::ROOT).iter().filter_map(pillar).collect(),
            offset: if index.aggregate == Mean::Geometric { index.offset } else { 0.0 },
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
        self.pillars.iter().enumerate().map(|(i, pillar)| {
            let weight = row_col_to_cell_absolute(WEIGHT_ROW, column_number(FIRST_PILLAR + i));
            (weight, Self::this(self.header(pillar.column)))
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

    /// The cell of the offset, above the geometric means.
    fn offset_column(&self) -> u16 {
        column_number(FIRST_PILLAR + self.pillars.len())
    }

    /// The weighted geometric mean. A pillar of weight 0 does not count: 0^0 is an error in Excel.
    fn geometric(&self) -> String {
        if self.pillars.is_empty() {
            return String::new();
        }
        let sum = self.sum_of_weights();
        let offset = row_col_to_cell_absolute(WEIGHT_ROW, self.offset_column());
        let parts: Vec<String> = self
            .terms()
            .map(|(weight, pillar)| {
                format!("IF({weight}>0,({pillar}+{offset})^({weight}/{sum}),1)")
            })
            .collect();
        self.mean(&parts, "*", &format!("-{offset}"))
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

    /// The columns behind code and name, with their results at the weights of the framework.
    fn columns(&self, words: Words) -> Vec<Live> {
        let copy = |column: usize, header: String, tenths| Live {
            header,
            formula: self.lookup(column),
            results: self.numbers(column),
            tenths,
        };
        let pillar =
            |pillar: &Pillar| copy(pillar.column, self.header(pillar.column).to_owned(), true);
        let mut columns: Vec<Live> = self.pillars.iter().map(pillar).collect();
        let values: Vec<Vec<Option<f64>>> = columns.iter().map(|c| c.results.clone()).collect();
        let means = [
            (
                words.say(key::WorkbookGeometricMean),
                words.say(key::WorkbookGeometricRank),
                self.geometric(),
                Mean::Geometric,
            ),
            (
                words.say(key::WorkbookArithmeticMean),
                words.say(key::WorkbookArithmeticRank),
                self.arithmetic(),
                Mean::Arithmetic,
            ),
        ];
        for (header, rank_header, formula, mean) in means {
            let of_row = |row: usize| self.result(mean, values.iter().map(|column| column[row]));
            let results: Vec<Option<f64>> = (0..self.municipalities.shown).map(of_row).collect();
            let ranks = results.iter().map(|own| own.map(|own| rank(own, &results))).collect();
            let (own, all) = (Self::this(&header), format!("{TABLE}[{header}]"));
            let rank_formula = format!("IF({own}=\"\",\"\",RANK({own},{all}))");
            columns.push(Live { header, formula, results, tenths: true });
            columns.push(Live {
                header: rank_header,
                formula: rank_formula,
                results: ranks,
                tenths: false,
            });
        }
        let of_the_result = [
            (self.score, words.say(key::WorkbookOwnScore), true),
            (self.rank, words.say(key::WorkbookOwnRank), false),
        ];
        for (column, header, tenths) in of_the_result {
            columns.extend(column.map(|column| copy(column, header.clone(), tenths)));
        }
        columns
    }

    /// A mean at the weights of the framework, as the formula computes it.
    fn result(&self, of: Mean, values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
        let weights = self.pillars.iter().map(|pillar| pillar.weight);
        let counting = values.zip(weights).filter(|(_, weight)| *weight > 0.0);
        let terms: Vec<(f64, f64)> =
            counting.map(|(value, weight)| Some((value?, weight))).collect::<Option<_>>()?;
        let sum: f64 = terms.iter().map(|(_, weight)| weight).sum();
        let offset = self.offset;
        match of {
            _ if terms.is_empty() => None,
            Mean::Geometric => {
                let powers =
                    terms.iter().map(|(value, weight)| (value + offset).powf(weight / sum));
                Some(powers.product::<f64>() - offset)
            }
            _ => Some(terms.iter().map(|(value, weight)| value * weight).sum::<f64>() / sum),
        }
    }

    /// Writes the sheet.
    pub fn write(&self, sheet: &mut Worksheet, words: Words) -> Result<(), XlsxError> {
        sheet.set_name(words.say(key::WorkbookTryWeights))?;
        // Of a formula whose result is blank; 0 unless told.
        sheet.set_formula_result_default("");
        self.write_weights(sheet, words)?;
        let formats = Formats::new();
        let columns = self.columns(words);
        let code = self.header(self.code);
        let name = self.name.map_or_else(String::new, |name| {
            labels::header(words, &self.municipalities.table.columns[name])
        });
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
                    super::write_text(sheet, (row, column), text, &formats)?;
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
    fn write_weights(&self, sheet: &mut Worksheet, words: Words) -> Result<(), XlsxError> {
        let large = Format::new().set_bold().set_font_size(18);
        sheet.write_string_with_format(0, 0, words.say(key::WorkbookTryWeights), &large)?;
        sheet.write_string(1, 0, words.say(key::WorkbookWeightsHow))?;
        sheet.write_string(2, 0, words.say(key::WorkbookWeightsMeans))?;
        let bold = Format::new().set_bold().set_align(FormatAlign::Right);
        sheet.write_string_with_format(WEIGHT_ROW, 1, words.say(key::WorkbookWeight), &bold)?;
        let input = Format::new().set_background_color("FFF2AB").set_border(FormatBorder::Thin);
        let (first, last) = (column_number(FIRST_PILLAR), self.offset_column());
        let weights = self.pillars.iter().map(|pillar| pillar.weight);
        for (column, number) in (first..=last).zip(weights.chain([self.offset])) {
            sheet.write_number_with_format(WEIGHT_ROW, column, number, &input)?;
        }
        let allowed = DataValidation::new()
            .allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0))
            .set_error_message(words.say(key::WorkbookWeightAllowed))?;
        sheet.add_data_validation(WEIGHT_ROW, first, WEIGHT_ROW, last, &allowed)?;
        Ok(())
    }
}

/// As `RANK` counts: one more than how many are greater.
fn rank(own: f64, all: &[Option<f64>]) -> f64 {
    1.0 + all.iter().flatten().filter(|other| **other > own).count() as f64
}
