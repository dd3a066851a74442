//! CSV as it comes: UTF-8 with or without a mark, UTF-16 with one, or Windows-1252; separated by
//! comma, semicolon or tab.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::findings::{Finding, Findings, Rule};
use crate::ingest::provenance::InputFile;
use crate::ingest::records::{Cell, Column, Record, Records, Wanted};
use crate::words::{Said, key};

/// Reads a CSV file whole. `None` after an error finding.
pub fn read(input: &InputFile, wanted: Wanted<'_>, findings: &mut Findings) -> Option<Records> {
    let bytes = match std::fs::read(&input.path) {
        Ok(bytes) => bytes,
        Err(cause) => {
            let message = key::FindingItNotRead { cause: cause.to_string() };
            findings.add(input.finding(Rule::FileMissing, message));
            return None;
        }
    };
    let text = decode(bytes, input, findings)?;
    let (text, first_row, separator) = separator(&text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());

    let mut records = Records::default();
    let mut before: Option<(usize, u64)> = None;
    let mut row = first_row - 1;
    for record in reader.records() {
        // The bytes are UTF-8 already and `flexible` accepts any width: nothing is left to fail.
        let record = record.expect("decoded text of any width is readable CSV");
        let start = record.position().map_or(0, |p| p.byte() as usize);
        row += 1 + blank_lines_at(text, start);
        if let Some((from, row)) = before.replace((start, row)) {
            report_runaway(&text[from..start], row, input, findings);
        }
        if let Some((place, field)) = too_long(record.iter()) {
            let name = records.columns.get(place).map(|column| column.name.clone());
            findings.add(field_too_long(input, field).at(row).field(name.unwrap_or_default()));
            return None;
        }
        if records.columns.is_empty() {
            records.columns =
                record.iter().map(|name| Column::readable(name.trim(), wanted)).collect();
            continue;
        }
        let mut cells: Vec<Option<Cell>> = record.iter().map(Cell::text).collect();
        if cells.iter().all(Option::is_none) {
            findings.add(input.finding(Rule::RowBlank, key::FindingRowBlank).at(row));
            continue;
        }
        let (width, columns) = (cells.len(), records.columns.len());
        let about =
            |message: Said| input.finding(Rule::RowWidth, message).at(row).hint(key::HintSeparator);
        // Spreadsheets write blank fields behind the last column.
        if cells.iter().skip(columns).any(Option::is_some) {
            findings.add(about(key::FindingRowTooWide { width, wanted: columns }.into()));
            continue;
        }
        if width < columns {
            findings.add(about(key::FindingRowTooNarrow { width, wanted: columns }.into()));
        }
        cells.resize(columns, None);
        let read = cells.iter_mut().zip(&records.columns);
        read.filter(|(_, column)| !column.is_read()).for_each(|(cell, _)| *cell = None);
        records.rows.push(Record { row, cells, geometry: None });
    }
    if let Some((from, row)) = before {
        report_runaway(&text[from..], row, input, findings);
    }
    Some(records)
}

/// The longest text of one field, in bytes.
const FIELD_AT_MOST: usize = 4 << 20;

/// The first of the fields that is longer than any, and its place.
pub fn too_long<'t>(mut fields: impl Iterator<Item = &'t str>) -> Option<(usize, usize)> {
    fields.by_ref().map(str::len).enumerate().find(|(_, length)| *length > FIELD_AT_MOST)
}

/// A field of so many bytes.
pub fn field_too_long(input: &InputFile, bytes: usize) -> Finding {
    let (mb, most) = (bytes >> 20, FIELD_AT_MOST >> 20);
    input.finding(Rule::TextTooLong, key::FindingTextTooLong { mb, most }).hint(key::HintQuote)
}

/// No text of one row has more lines than this, but a quote that nobody closed swallows rows until
/// the next one, or the end of the file.
const LINES_AT_MOST: usize = 20;

fn report_runaway(record: &str, row: u64, input: &InputFile, findings: &mut Findings) {
    let lines = record.trim().lines().count();
    let unclosed = record.matches('"').count() % 2 == 1;
    if lines > LINES_AT_MOST || (lines > 1 && unclosed) {
        findings.add(
            input
                .finding(Rule::QuoteUnclosed, key::FindingQuoteUnclosed { lines })
                .at(row)
                .hint(key::HintQuote),
        );
    }
}

fn decode(bytes: Vec<u8>, input: &InputFile, findings: &mut Findings) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        if broken {
            findings.add(
                input
                    .finding(
                        Rule::EncodingUnreadable,
                        key::FindingUnreadableAs { encoding: encoding.name() },
                    )
                    .hint(key::HintUtf8),
            );
            return None;
        }
        return Some(text.into_owned());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => return unreadable(input, findings),
        Ok(text) => return Some(text),
        Err(broken) => broken.into_bytes(),
    };
    let (text, lines) = decode_by_line(&bytes);
    // Windows-1252 gives a meaning to every byte; control characters show that it was not it.
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return unreadable(input, findings);
    }
    findings.add(
        match lines.as_slice() {
            [] => input.finding(Rule::EncodingGuessed, key::FindingEncodingGuessed),
            [first, ..] => {
                let shown: Vec<String> =
                    lines.iter().take(LINES_SHOWN).map(u64::to_string).collect();
                let more = if lines.len() > shown.len() { ", …" } else { "" };
                let message = key::FindingEncodingMixed {
                    count: lines.len(),
                    lines: format!("{}{more}", shown.join(", ")),
                };
                input.finding(Rule::EncodingMixed, message).at(*first)
            }
        }
        .hint(key::HintEncoding),
    );
    Some(text)
}

/// How many lines of another encoding are named.
const LINES_SHOWN: usize = 10;

/// Text that is not all UTF-8, and the numbers of the lines that are not, where others are: what is
/// no UTF-8 in them is Windows-1252. No number for text that is Windows-1252 throughout.
fn decode_by_line(bytes: &[u8]) -> (String, Vec<u64>) {
    let mut text = String::with_capacity(bytes.len());
    let (mut others, mut any_utf_8) = (Vec::new(), false);
    for (line, number) in bytes.split_inclusive(|byte| *byte == b'\n').zip(1..) {
        for chunk in line.utf8_chunks() {
            any_utf_8 |= !chunk.valid().is_ascii();
            text.push_str(chunk.valid());
            if !chunk.invalid().is_empty() {
                text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
                if others.last() != Some(&number) {
                    others.push(number);
                }
            }
        }
    }
    if any_utf_8 { (text, others) } else { (text, Vec::new()) }
}

fn unreadable(input: &InputFile, findings: &mut Findings) -> Option<String> {
    findings.add(input.finding(Rule::EncodingUnreadable, key::FindingNoText).hint(key::HintUtf8));
    None
}

/// The text to read, the spreadsheet row of its first line, and the separator: what a first line
/// `sep=;` says, else the sign that is most frequent in the header outside quotes.
fn separator(text: &str) -> (&str, u64, u8) {
    let first = text.lines().next().unwrap_or_default();
    if let Some(sign) = first.strip_prefix("sep=").filter(|sign| sign.len() == 1) {
        let rest = text.find('\n').map_or("", |at| &text[at + 1..]);
        return (rest, 2, sign.as_bytes()[0]);
    }
    let mut counts = [(b',', 0usize), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(sign, _)| *sign == byte).for_each(|(_, n)| *n += 1),
        }
    }
    // On a tie the first wins: a header without any sign is one column of a comma file.
    let best = counts.iter().rev().max_by_key(|(_, n)| *n).map_or(b',', |&(sign, _)| sign);
    (text, 1, best)
}

/// How many blank lines stand between the end of one record and the text of the next; the reader
/// passes over them, but a spreadsheet counts them.
fn blank_lines_at(text: &str, start: usize) -> u64 {
    let rest = &text[start..];
    let breaks =
        rest[..rest.len() - rest.trim_start_matches(['\n', '\r']).len()].matches('\n').count();
    // The reader may leave the second half of a CRLF to the next record.
    let half = text[..start].ends_with('\r') && rest.starts_with('\n');
    (breaks - usize::from(half)) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_bytes(bytes: &[u8]) -> (Option<Records>, Findings) {
        let file = tempfile::NamedTempFile::new().expect("temporary file");
        std::fs::write(file.path(), bytes).expect("written");
        let input = InputFile::sample(file.path());
        let mut findings = Findings::default();
        let records = read(&input, &|_| true, &mut findings);
        (records, findings)
    }

    fn first_cell(bytes: &[u8]) -> String {
        let (records, _) = read_bytes(bytes);
        let records = records.expect("readable");
        records.rows[0].cells[0].as_ref().expect("filled").as_str().to_owned()
    }

    #[test]
    fn every_usual_encoding_gives_the_same_letters() {
        let utf16: Vec<u8> =
            "\u{feff}namn;x\nÅmål;1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for bytes in [
            "namn,x\nÅmål,1\n".as_bytes(),
            "\u{feff}namn;x\r\nÅmål;1\r\n".as_bytes(),
            b"namn;x\nKAA;1\n"
                .map(|b| match b {
                    b'K' => 0xc5,
                    b'A' => 0xe5,
                    other => other,
                })
                .as_slice(),
            &utf16,
        ] {
            let cell = first_cell(bytes);
            assert!(cell.starts_with('Å'), "{cell}");
        }
    }

    #[test]
    fn one_line_of_another_encoding_garbles_no_other() {
        let bytes = [
            "id,name\na,Åmål\nb,".as_bytes(),
            b"V\xe4nersborg\n",
            "c,Öckerö ".as_bytes(),
            b"\xd6\nd,x\n",
        ];
        let (records, findings) = read_bytes(&bytes.concat());
        let records = records.expect("readable");
        let names: Vec<&str> = records
            .rows
            .iter()
            .map(|row| row.cells[1].as_ref().expect("a name").as_str())
            .collect();
        assert_eq!(names, ["Åmål", "Vänersborg", "Öckerö Ö", "x"]);
        let found = findings.sorted();
        assert_eq!((found.len(), found[0].rule, found[0].row), (1, Rule::EncodingMixed, Some(3)));
        assert!(found[0].to_string().contains("3, 4"), "{}", found[0]);
    }

    #[test]
    fn bytes_that_are_no_text_are_an_error() {
        let (records, findings) = read_bytes(b"namn,x\n\x00\xff\x81\x01,1\n");
        assert!(records.is_none());
        assert_eq!(findings.errors().count(), 1);
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        let (records, findings) = read_bytes(b"id,name\na,\"two\nlines\"\n\nb,x,\n,\nc,y,z\nd\n");
        let rows: Vec<u64> = records.expect("readable").rows.iter().map(|r| r.row).collect();
        assert_eq!(rows, [2, 4, 7]);
        let (records, _) = read_bytes(b"id,name\r\na,x\r\n\r\nb,y\r\n");
        let crlf: Vec<u64> = records.expect("readable").rows.iter().map(|r| r.row).collect();
        assert_eq!(crlf, [2, 4]);
        let found: Vec<_> = findings.sorted().iter().map(|f| (f.rule, f.row)).collect();
        let width = Rule::RowWidth;
        assert_eq!(found, [(width, Some(6)), (width, Some(7)), (Rule::RowBlank, Some(5))]);
    }

    #[test]
    fn a_quote_that_nobody_closes_is_an_error_at_its_row() {
        let (_, findings) = read_bytes(b"id,name\na,\"x\nb,y\nc,z\n");
        let errors: Vec<_> = findings.errors().map(|f| (f.rule, f.row)).collect();
        assert_eq!(errors, [(Rule::QuoteUnclosed, Some(2))]);
        let mut swallowed = "id,name\na,\"x\n".to_owned();
        (0..40).for_each(|i| swallowed.push_str(&format!("{i},y\n")));
        swallowed.push_str("z,\"quoted\"\n");
        let (_, findings) = read_bytes(swallowed.as_bytes());
        assert_eq!(findings.errors().count(), 1);
        let (_, findings) = read_bytes(b"id,name\na,5\" pipe\nb,\"two\nlines\"\n");
        assert_eq!(findings.errors().count(), 0);
    }

    #[test]
    fn a_separator_inside_quotes_does_not_count() {
        let (records, _) = read_bytes(b"id;\"a,b,c\"\n1;x\n");
        assert_eq!(records.expect("readable").names(), "id, a,b,c");
        assert_eq!(read_bytes(b"id;\"a,b,c\"\n1;x\n").0.expect("readable").columns.len(), 2);
        let (records, _) = read_bytes(b"sep=;\nid;x\n1;2\n");
        assert_eq!(records.expect("readable").rows[0].row, 3);
    }
}
