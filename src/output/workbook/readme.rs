//! The first sheet: what the workbook is, from what it was made, and what the other sheets hold.

use rust_xlsxwriter::{Format, FormatAlign, Url, Worksheet, XlsxError};

use super::{HEADER, Sheet, WorkbookAbout, sheets};
use crate::model::knowledge::Knowledge;
use crate::report::rests_on;
use crate::table::Edition;
use crate::words::{Words, key};

/// Over the sheet, and the title of the file.
pub fn title(about: &WorkbookAbout<'_>) -> String {
    let what = about.words.say(key::WorkbookTitle);
    super::shortened(&format!("{what} – {}", about.region), 200).into_owned()
}

/// The sheet, row by row.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    bold: Format,
    wrapped: Format,
}

/// Columns over which a paragraph runs.
const LAST_COLUMN: u16 = 3;

/// Characters that fit into them in any of the usual fonts.
const LINE: usize = 150;

impl Page<'_> {
    /// A paragraph across the sheet, as many lines high as it needs: Excel does not find out the
    /// height of merged cells.
    fn paragraph(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        let format = format.clone().set_text_wrap().set_align(FormatAlign::Top);
        self.sheet.merge_range(self.row, 0, self.row, LAST_COLUMN, text, &format)?;
        let lines = u32::try_from(text.chars().count().div_ceil(LINE)).unwrap_or(u32::MAX);
        self.sheet.set_row_height(self.row, lines.clamp(1, 20) * 16)?;
        self.row += 1;
        Ok(())
    }

    /// A name and what it is.
    fn fact(&mut self, name: &str, fact: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, name, &self.bold)?;
        self.sheet.write_string(self.row, 1, super::shortened(fact, super::LONGEST_TEXT))?;
        self.row += 1;
        Ok(())
    }

    /// Headers of a list, a blank row above.
    fn headers(&mut self, headers: [String; 4]) -> Result<(), XlsxError> {
        self.row += 1;
        let format = Format::new().set_bold().set_font_color("FFFFFF").set_background_color(HEADER);
        for (column, header) in (0..).zip(headers) {
            self.sheet.write_string_with_format(self.row, column, header, &format)?;
        }
        self.row += 1;
        Ok(())
    }

    fn text(&mut self, column: u16, text: &str) -> Result<(), XlsxError> {
        let text = super::shortened(text, super::LONGEST_TEXT);
        self.sheet.write_string_with_format(self.row, column, text, &self.wrapped)?;
        Ok(())
    }

    fn link(&mut self, sheet: &str) -> Result<(), XlsxError> {
        let link = Url::new(format!("internal:'{sheet}'!A1")).set_text(sheet);
        self.sheet.write_url(self.row, 0, link)?;
        Ok(())
    }
}

/// Writes the sheet.
pub fn write(
    sheet: &mut Worksheet,
    about: &WorkbookAbout<'_>,
    own: &[Sheet<'_>],
    has_weights: bool,
) -> Result<(), XlsxError> {
    let words = about.words;
    sheet.set_name(words.say(key::WorkbookReadme))?;
    sheet.set_screen_gridlines(false);
    for (column, width) in [(0, 46), (1, 88), (2, 12), (3, 28)] {
        sheet.set_column_width(column, width)?;
    }
    let bold = Format::new().set_bold().set_align(FormatAlign::Top);
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    // Apart from the number before it.
    let wrapped = wrapped.set_align(FormatAlign::Left).set_indent(1);
    let mut page = Page { sheet, row: 0, bold, wrapped };
    let large = Format::new().set_bold().set_font_size(18);
    page.sheet.write_string_with_format(0, 0, title(about), &large)?;
    page.row += 1;
    if about.synthetic {
        let caution = Format::new().set_bold().set_background_color("FFE9A8");
        let text = words.say(key::SyntheticData);
        page.paragraph(&text, &caution)?;
    }
    let intro = match about.edition {
        Some(_) => words.say(key::WorkbookAbout),
        None => words.say(key::WorkbookAboutScore),
    };
    for text in [intro, words.say(key::WorkbookBlankCells)] {
        page.paragraph(&text, &Format::new())?;
    }
    page.row += 1;
    let edition = match about.edition {
        Some(Edition::Full) => words.say(key::WorkbookEditionFull),
        Some(Edition::Public) => words.say(key::WorkbookEditionPublic),
        None => String::new(),
    };
    if about.edition.is_some() {
        page.fact(&words.say(key::WorkbookRegion), about.region)?;
        page.fact(&words.say(key::WorkbookEdition), &edition)?;
    } else {
        page.fact(&words.say(key::WorkbookFramework), about.region)?;
    }
    let rests_on = rests_on::pillars(about.asked, words);
    page.fact(&words.say(key::WorkbookRestsOn), &rests_on)?;
    page.fact(&words.say(key::WorkbookProgram), &format!("beredd {}", about.version))?;
    page.fact(&words.say(key::WorkbookSettings), about.settings_sha256)?;
    sources(&mut page, about)?;
    list(&mut page, words, own, has_weights)?;
    page.sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Publisher, date and terms of what was read, each once.
fn sources(page: &mut Page<'_>, about: &WorkbookAbout<'_>) -> Result<(), XlsxError> {
    let words = about.words;
    page.headers([
        words.say(key::WorkbookSources),
        words.say(key::WorkbookLicence),
        words.say(key::WorkbookDate),
        words.say(key::WorkbookInvented),
    ])?;
    let mut told = Vec::new();
    for source in about.sources {
        // The public edition names no file.
        let label = match about.edition {
            Some(Edition::Public) => source.publisher.as_deref().unwrap_or_default(),
            _ => source.label(),
        };
        let line = (label, &source.licence, &source.date, source.synthetic);
        if told.contains(&line) {
            continue;
        }
        page.text(0, label)?;
        page.text(1, source.licence.as_deref().unwrap_or_default())?;
        page.text(2, source.date.as_deref().unwrap_or_default())?;
        let invented = if source.synthetic { words.code(Knowledge::Yes) } else { String::new() };
        page.text(3, &invented)?;
        page.row += 1;
        told.push(line);
    }
    Ok(())
}

/// Every other sheet with a link.
fn list(
    page: &mut Page<'_>,
    words: Words,
    own: &[Sheet<'_>],
    has_weights: bool,
) -> Result<(), XlsxError> {
    page.headers([
        words.say(key::WorkbookSheets),
        words.say(key::WorkbookShows),
        words.say(key::WorkbookRows),
        words.say(key::WorkbookSameTable),
    ])?;
    if has_weights {
        page.link(&words.say(key::WorkbookTryWeights))?;
        page.text(1, &words.say(key::WorkbookWeights))?;
        page.row += 1;
    }
    let count = Format::new().set_num_format("#,##0").set_align(FormatAlign::Top);
    for sheet in own {
        page.link(&sheet.name)?;
        let sentence = sheets::sentence(words, sheet.table);
        let left_out = sheet.table.rows.len() - sheet.shown;
        if left_out == 0 {
            page.text(1, &sentence)?;
        } else {
            let (shown, file) = (sheet.shown, sheet.table.name);
            let text = words.say(key::WorkbookRowsLeftOut { sentence, shown, left_out, file });
            page.text(1, text.trim())?;
        }
        page.sheet.write_number_with_format(page.row, 2, sheet.shown as f64, &count)?;
        page.text(3, &format!("{}.csv", sheet.table.name))?;
        page.row += 1;
    }
    Ok(())
}
