//! `readiness.xlsx`: the tables for people who work in Excel, with headers and codes in the
//! language of the project, and a sheet where other weights can be tried.
//!
//! It holds nothing that the other files do not: what Excel cannot hold is shortened here and
//! whole in the CSV files.

mod labels;
mod readme;
mod sheets;
mod weights;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, TableColumn, TableStyle,
    Workbook, Worksheet, XlsxError,
};

use crate::error::Error;
use crate::findings::is_formula;
use crate::model::framework::Asked;
use crate::model::source::Source;
use crate::table::{Cell, Column, Edition, Holds, Table};
use crate::units::Metres;
use crate::words::{Language, Words};

/// The name of the file.
pub const FILE: &str = "readiness.xlsx";

/// Rows of a sheet: a twentieth of what Excel holds. Beyond it a workbook opens slowly, and to write it
/// needs gigabytes; the other files have all rows.
const MOST_ROWS: usize = 50_000;

/// What a cell of Excel holds, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// In characters; what is wider is read in the cell, not across the screen.
const WIDEST_COLUMN: usize = 60;

/// What the first sheet says of the whole.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookAbout<'a> {
    /// The name of the region.
    pub region: &'a str,
    /// The words of headers, codes and explanations.
    pub words: Words,
    /// Which edition; `None` of a table that was scored alone, which has a framework for a region.
    pub edition: Option<Edition>,
    /// What the scores rest on.
    pub asked: &'a Asked,
    /// Whether any dataset is invented.
    pub synthetic: bool,
    /// What was read.
    pub sources: &'a [Source],
    /// The version of the program.
    pub version: &'a str,
    /// SHA-256 of the settings.
    pub settings_sha256: &'a str,
}

/// Writes the workbook: a sheet per table, in their order, behind an explanation.
pub fn write(tables: &[Table], about: &WorkbookAbout<'_>, path: &Path) -> Result<(), Error> {
    let failed = |cause: XlsxError| Error::write(path, cause);
    workbook(tables, about, MOST_ROWS).and_then(|mut book| book.save(path)).map_err(failed)
}

/// A table and how it stands in the workbook.
struct Sheet<'a> {
    table: &'a Table,
    /// The name of the sheet.
    name: String,
    /// The header of each column.
    headers: Vec<String>,
    /// How many rows the sheet holds.
    shown: usize,
}

impl Sheet<'_> {
    /// A column as formulas name it.
    fn reference(&self, column: usize) -> String {
        let table = sheets::table_name(self.table.name);
        format!("{table}[{}]", escaped(&self.headers[column]))
    }
}

/// A header inside the brackets of a formula.
fn escaped(header: &str) -> String {
    let mut text = String::with_capacity(header.len());
    for c in header.chars() {
        if matches!(c, '[' | ']' | '#' | '\'' | '@') {
            text.push('\'');
        }
        text.push(c);
    }
    text
}

fn workbook(
    tables: &[Table],
    about: &WorkbookAbout<'_>,
    most_rows: usize,
) -> Result<Workbook, XlsxError> {
    let words = about.words;
    let tables: Vec<_> = tables.iter().map(|table| table.in_language(words.0)).collect();
    let names = sheets::names(words, &tables.iter().map(|t| t.name).collect::<Vec<_>>());
    let sheets: Vec<Sheet<'_>> = tables
        .iter()
        .zip(names)
        .map(|(table, name)| Sheet {
            table,
            name,
            headers: labels::headers(words, &table.columns),
            shown: table.rows.len().min(most_rows),
        })
        .collect();
    let mut workbook = Workbook::new();
    // A date and an author of their own would make two runs differ.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = readme::title(about);
    let properties = DocProperties::new().set_title(&title).set_creation_datetime(&made);
    workbook.set_properties(&properties);

    let weights = weights::Weights::of(&sheets, about.asked);
    readme::write(workbook.add_worksheet(), about, &sheets, weights.is_some())?;
    if let Some(weights) = weights {
        weights.write(workbook.add_worksheet(), words)?;
    }
    let formats = Formats::new();
    for sheet in &sheets {
        write_sheet(workbook.add_worksheet(), sheet, words, &formats)?;
    }
    Ok(workbook)
}

/// How the cells of a column look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// As it is.
    Text,
    /// Translated, as codes of this column.
    Code,
    /// Without decimals.
    Count,
    /// As many decimals as it has.
    Number,
    /// One decimal: scores and metres.
    Tenths,
    /// 0–1, in per cent.
    Share,
}

/// The style of a column. In English, codes stay as they are, like the names of columns.
fn style(column: &Column, words: Words) -> Style {
    match column.holds {
        Holds::Code(_) | Holds::Codes(_) if words.0 != Language::OF_NAMES => Style::Code,
        Holds::Id
        | Holds::Text
        | Holds::Said(_)
        | Holds::Date
        | Holds::Code(_)
        | Holds::Codes(_) => Style::Text,
        Holds::Count => Style::Count,
        Holds::Share => Style::Share,
        Holds::Points | Holds::Quantity(Metres::UNIT) => Style::Tenths,
        Holds::Quantity(_) | Holds::Number => Style::Number,
    }
}

/// Formats of cells, made once.
struct Formats {
    header: Format,
    /// A text that would become a formula as soon as somebody edits the cell.
    quoted: Format,
    count: Format,
    tenths: Format,
    share: Format,
}

impl Formats {
    fn new() -> Self {
        // The style of the table does the same in Excel, but not in LibreOffice.
        let header = Format::new().set_bold().set_font_color("FFFFFF").set_background_color(HEADER);
        Self {
            header: header.set_text_wrap().set_align(FormatAlign::Top),
            quoted: Format::new().set_quote_prefix(),
            count: Format::new().set_num_format("#,##0"),
            tenths: Format::new().set_num_format("#,##0.0"),
            share: Format::new().set_num_format("0.0%"),
        }
    }

    /// Of the numbers of a column.
    fn of(&self, style: Style) -> Option<&Format> {
        match style {
            Style::Count => Some(&self.count),
            Style::Tenths => Some(&self.tenths),
            Style::Share => Some(&self.share),
            Style::Text | Style::Code | Style::Number => None,
        }
    }
}

/// Behind the headers.
const HEADER: &str = "1F4E78";

/// Two lines of a header.
const HEADER_HEIGHT: u32 = 33;

fn write_sheet(
    sheet: &mut Worksheet,
    own: &Sheet<'_>,
    words: Words,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let table = own.table;
    sheet.set_name(&own.name)?;
    let styles: Vec<Style> = table.columns.iter().map(|c| style(c, words)).collect();
    let mut widths: Vec<usize> = own.headers.iter().map(|header| header_width(header)).collect();
    // Few codes fill many rows, and words are looked up by their names.
    let mut words_of: Vec<HashMap<&str, Cow<'_, str>>> = vec![HashMap::new(); styles.len()];
    for (row, cells) in (1..).zip(&table.rows[..own.shown]) {
        for (i, cell) in cells.iter().enumerate() {
            let place = (row, column_number(i));
            let width = match (cell, styles[i]) {
                (Cell::Text(code), Style::Code) => {
                    let said = || table.columns[i].in_words(words, code);
                    let said = words_of[i].entry(code).or_insert_with(said);
                    write_text(sheet, place, said, formats)?
                }
                _ => write_cell(sheet, place, cell, formats.of(styles[i]), formats)?,
            };
            widths[i] = widths[i].max(width);
        }
    }
    if table.columns.is_empty() {
        return Ok(());
    }
    let last_column = column_number(table.columns.len() - 1);
    // A table of Excel has at least one row, if an empty one.
    let last_row = u32::try_from(own.shown.max(1)).expect("no more rows than Excel has");
    let columns: Vec<TableColumn> = own
        .headers
        .iter()
        .map(|header| TableColumn::new().set_header(header).set_header_format(&formats.header))
        .collect();
    let list = rust_xlsxwriter::Table::new()
        .set_name(sheets::table_name(table.name))
        .set_columns(&columns)
        .set_style(TableStyle::Light9);
    sheet.add_table(0, 0, last_row, last_column, &list)?;
    sheet.set_row_height(0, HEADER_HEIGHT)?;
    for (i, width) in widths.into_iter().enumerate() {
        let width = u32::try_from(width.min(WIDEST_COLUMN)).expect("at most 60");
        sheet.set_column_width(column_number(i), width)?;
    }
    // A code such as 0114 is meant to be text.
    sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    let named = table.columns.get(1).is_some_and(|column| column.name == "name");
    sheet.set_freeze_panes(1, if named { 2 } else { 1 })?;
    sheet.set_landscape().set_repeat_rows(0, 0)?;
    Ok(())
}

/// Writes a cell and tells how wide it is, in characters.
fn write_cell(
    sheet: &mut Worksheet,
    place: (u32, u16),
    cell: &Cell,
    format: Option<&Format>,
    formats: &Formats,
) -> Result<usize, XlsxError> {
    match cell {
        Cell::Blank => return Ok(0),
        Cell::Text(text) => return write_text(sheet, place, text, formats),
        // Exact up to 2^53, which is what Excel keeps of any number.
        Cell::Integer(number) => write_number(sheet, place, *number as f64, format)?,
        Cell::Number(number) => write_number(sheet, place, *number, format)?,
    }
    Ok(12)
}

fn write_number(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    number: f64,
    format: Option<&Format>,
) -> Result<(), XlsxError> {
    match format {
        Some(format) => sheet.write_number_with_format(row, column, number, format)?,
        None => sheet.write_number(row, column, number)?,
    };
    Ok(())
}

/// Text and never a formula, also when somebody edits the cell; and how wide it is, in characters.
fn write_text(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    formats: &Formats,
) -> Result<usize, XlsxError> {
    let kept = shortened(text, LONGEST_TEXT);
    if is_formula(&kept) {
        sheet.write_string_with_format(row, column, kept, &formats.quoted)?;
    } else {
        sheet.write_string(row, column, kept)?;
    }
    Ok(text.chars().count() + 2)
}

/// A text of at most so many UTF-16 units, which is how Excel counts; `…` says that more is left.
fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    // No text has more units than bytes.
    if text.len() <= most || text.encode_utf16().count() <= most {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units < most
    };
    Cow::Owned(text.chars().take_while(fits).chain(['…']).collect())
}

/// Wide enough for the longest word, for the whole in two lines, and for the button of the filter.
fn header_width(header: &str) -> usize {
    let longest = header.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    longest.max(header.chars().count().div_ceil(2)) + 4
}

fn column_number(i: usize) -> u16 {
    u16::try_from(i).expect("no table has more columns than Excel")
}
