//! The parts of the file, as a program that reads it finds them.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::model::framework::testing::{four_pillars, group, heading, indicator};
use crate::model::framework::{Framework, Mean, Names};
use crate::table::list::described;
use crate::table::unit::UnitRow;
use crate::table::{ColumnWords, Row, Shape, Thing, Unit};

/// Two pillars, the second of which weighs half, with an offset of 10; `mobile` is not asked.
static ASKED: LazyLock<Asked> = LazyLock::new(|| {
    let mut index = group("index", "", 1.0, Mean::Geometric);
    index.offset = 10.0;
    let pillars = [("fixed", 1.0), ("mobile", 1.0), ("skills", 0.5)];
    let pillar = |(id, weight)| group(id, "index", weight, Mean::Arithmetic);
    let groups = [index].into_iter().chain(pillars.map(pillar)).collect();
    let indicators = pillars.map(|(id, _)| indicator(&format!("{id}_share"), id, 1.0)).to_vec();
    let whole = Framework::new(heading(), groups, indicators).expect("a tree");
    Asked::new(whole, |indicator| indicator.id != "mobile_share")
});

fn about(language: Language, sources: &[Source]) -> WorkbookAbout<'_> {
    WorkbookAbout {
        region: "Östra & Västra",
        words: Words(language),
        edition: Some(Edition::Full),
        asked: &ASKED,
        synthetic: true,
        sources,
        version: "1.2.3",
        settings_sha256: "abc",
    }
}

fn source(publisher: &str) -> Source {
    Source {
        path: "sites.csv".to_owned(),
        section: "sites",
        publisher: Some(publisher.to_owned()),
        date: Some("2025-10-01".to_owned()),
        licence: Some("CC0".to_owned()),
        synthetic: false,
        bytes: 1,
        sha256: String::new(),
        sidecars: Vec::new(),
    }
}

/// Columns by their names and what they hold.
fn columns(names: &[(&'static str, Holds)]) -> Vec<Column> {
    let words = || ColumnWords::Named("sites");
    let column = |&(name, holds): &(&'static str, Holds)| Column {
        name: name.into(),
        holds,
        words: words(),
    };
    names.iter().map(column).collect()
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Two pillars, of which Ö lacks one.
fn municipalities() -> Table {
    let row = |code: &str, name: &str, score: Option<f64>, fixed: Option<f64>, skills: f64| {
        let number = |value: Option<f64>| value.map_or(Cell::Blank, Cell::Number);
        let of_score = [number(score), number(score), number(score), Cell::Integer(1)];
        let low = [number(fixed), Cell::Number(0.0), Cell::Number(100.0)];
        let skills = [Cell::Number(skills), Cell::Number(0.0), Cell::Number(100.0)];
        let names = [text(code), text(name)];
        names.into_iter().chain(of_score).chain(low).chain(skills).collect()
    };
    let names = Names { sv: Some("Fast".to_owned()), en: None };
    let fixed = Thing { id: "fixed".to_owned(), names };
    let things = vec![fixed, Thing::named_by_list("skills")];
    let shape = Shape::of::<UnitRow>().about("municipalities", Unit::Municipality).with(things);
    let mut columns = UnitRow::columns(&shape);
    let kept = ["municipality_code", "name", "score", "score_low", "score_high", "rank"];
    columns.retain(|column| {
        kept.contains(&&*column.name) || matches!(column.words, ColumnWords::Of { .. })
    });
    Table {
        name: "municipalities",
        columns,
        rows: vec![
            row("0114", "=1+1", Some(40.0), Some(80.0), 20.0),
            row("0115", "Åmål <&> Öckerö", Some(50.0), Some(50.0), 50.0),
            row("0117", "Österåker", None, None, 10.0),
        ],
    }
}

fn sites() -> Table {
    Table {
        name: "sites",
        columns: columns(&[
            ("site_id", Holds::Id),
            ("kind", Holds::Code("site-kind")),
            ("flags", Holds::Codes("flag")),
            ("known_share", Holds::Share),
        ]),
        rows: vec![
            vec![
                text("school"),
                text("school"),
                text("below_target;spof_network"),
                Cell::Number(0.5),
            ],
            vec![text("-1,5"), Cell::Blank, Cell::Blank, Cell::Blank],
        ],
    }
}

fn written(tables: &[Table], about: &WorkbookAbout<'_>) -> BTreeMap<String, String> {
    let directory = tempfile::tempdir().expect("temporary directory");
    let path = directory.path().join(FILE);
    write(tables, about, &path).expect("written");
    parts(&path)
}

fn parts(path: &Path) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(File::open(path).expect("file")).expect("archive");
    (0..archive.len())
        .map(|i| {
            let mut part = archive.by_index(i).expect("part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("UTF-8");
            (part.name().expect("a name").into_owned(), text)
        })
        .collect()
}

/// The content of the cells of a sheet, by address; texts looked up, formulas with `=` before.
fn cells(parts: &BTreeMap<String, String>, sheet: usize) -> BTreeMap<String, String> {
    let between = |text: &str, start: &str, end: &str| {
        let from = text.find(start)? + start.len();
        Some(text[from..].split(end).next().unwrap_or_default().to_owned())
    };
    let texts: Vec<String> = parts["xl/sharedStrings.xml"]
        .split("<si>")
        .skip(1)
        .map(|item| between(item, ">", "</t>").expect("a text"))
        .collect();
    let mut cells = BTreeMap::new();
    for cell in parts[&format!("xl/worksheets/sheet{sheet}.xml")].split("<c r=\"").skip(1) {
        let address = cell.split('"').next().expect("an address").to_owned();
        let cell = cell.split("</c>").next().expect("a cell");
        let value = between(cell, "<v>", "</v>").unwrap_or_default();
        let is_shared = cell.contains("t=\"s\"");
        let value = if is_shared {
            texts[value.parse::<usize>().expect("a number")].clone()
        } else {
            value
        };
        let formula = between(cell, "<f>", "</f>");
        cells.insert(address, formula.map_or(value.clone(), |f| format!("={f} → {value}")));
    }
    cells
}

#[test]
fn texts_stay_texts_and_blanks_stay_empty() {
    let parts = written(&[municipalities()], &about(Language::Sv, &[]));
    let cells = cells(&parts, 3);
    assert_eq!(cells["A2"], "0114");
    assert_eq!(cells["B2"], "=1+1");
    assert_eq!(cells["B3"], "Åmål &lt;&amp;&gt; Öckerö");
    assert_eq!(cells["C2"], "40");
    assert!(!cells.contains_key("C4"), "blank: {}", cells["C4"]);
    let sheet = &parts["xl/worksheets/sheet3.xml"];
    assert!(!sheet.contains("<f>"), "{sheet}");
    let cell = sheet.split("<c r=\"B2\"").nth(1).expect("B2").split("</c>").next().expect("B2");
    assert!(cell.contains("t=\"s\""), "{cell}");
    assert!(parts["xl/styles.xml"].contains("quotePrefix=\"1\""));
    assert!(sheet.contains("<pane xSplit=\"2\" ySplit=\"1\""), "{sheet}");
}

#[test]
fn every_sheet_is_a_table_of_excel_with_words_in_the_language() {
    let parts = written(&[sites()], &about(Language::Sv, &[]));
    let book = &parts["xl/workbook.xml"];
    assert!(
        book.contains("<sheet name=\"Läs mig\"") && book.contains("<sheet name=\"Verksamheter\"")
    );
    assert!(!book.contains("Räkna själv"), "there is nothing to compute from");
    let table = &parts["xl/tables/table1.xml"];
    assert!(table.contains("name=\"sites\"") && table.contains("ref=\"A1:D3\""), "{table}");
    assert!(table.contains("<autoFilter ref=\"A1:D3\""), "{table}");
    for header in ["Verksamhets-id", "Slag", "Flaggor", "Andel känt"] {
        assert!(table.contains(&format!("name=\"{header}\"")), "{header}: {table}");
    }
    let swedish = cells(&parts, 2);
    assert_eq!(swedish["A2"], "school", "an id is no code");
    assert_eq!(swedish["B2"], "skola");
    assert_eq!(swedish["C2"], "under hastighetsmålet; en enda punkt i nätet");
    assert_eq!(swedish["A3"], "-1,5");

    let parts = written(&[sites()], &about(Language::En, &[]));
    assert!(parts["xl/workbook.xml"].contains("<sheet name=\"Sites\""));
    let english = cells(&parts, 2);
    assert_eq!(english["A1"], "site_id");
    assert_eq!(english["C2"], "below_target;spof_network");
}

#[test]
fn a_code_has_the_words_of_the_list_of_its_column() {
    let unknown = || vec![text("unknown"), text("unknown")];
    let table = Table {
        name: "sites",
        columns: columns(&[
            ("kind", Holds::Code("knowledge")),
            ("flags", Holds::Code("service-lost")),
        ]),
        rows: vec![unknown(), unknown()],
    };
    let cells = cells(&written(&[table], &about(Language::Sv, &[])), 2);
    for row in [2, 3] {
        assert_eq!(cells[&format!("A{row}")], "okänt");
        assert_eq!(cells[&format!("B{row}")], "Ovisst om tjänst finns kvar");
    }
}

#[test]
fn numbers_look_like_what_they_are() {
    use Style::{Code, Count, Number, Share, Tenths, Text};
    let found = |language, table: &Table| -> Vec<Style> {
        table.columns.iter().map(|column| style(column, Words(language))).collect()
    };
    assert_eq!(found(Language::Sv, &sites()), [Text, Code, Code, Share]);
    assert_eq!(found(Language::En, &sites()), [Text, Text, Text, Share]);
    let score = [Text, Text, Tenths, Tenths, Tenths, Count];
    assert_eq!(found(Language::Sv, &municipalities()), [score, [Tenths; 6]].concat());
    let of = |holds| style(&columns(&[("x", holds)])[0], Words(Language::Sv));
    // A value may be a share, a rate or an age.
    assert_eq!(of(Holds::Number), Number);
    assert_eq!([of(Holds::Quantity("m")), of(Holds::Quantity("h"))], [Tenths, Number]);
}

#[test]
fn excel_can_work_out_the_scores_anew() {
    let parts = written(&[municipalities()], &about(Language::Sv, &[]));
    let cells = cells(&parts, 2);
    // Weights and offset of the framework; what is not asked is no column.
    assert_eq!((&*cells["C4"], &*cells["D4"], &*cells["E4"]), ("1", "0.5", "10"));
    assert_eq!((&*cells["C5"], &*cells["D5"]), ("Fast", "skills"));
    let fixed = "IF(INDEX(municipalities[Fast],MATCH(try_weights[[#This Row],[Kommunkod]],\
                 municipalities[Kommunkod],0))=\"\",\"\",INDEX(municipalities[Fast],\
                 MATCH(try_weights[[#This Row],[Kommunkod]],municipalities[Kommunkod],0)))";
    assert_eq!(cells["C6"], format!("={fixed} → 80"));
    let this = |header: &str| format!("try_weights[[#This Row],[{header}]]");
    let (fixed, skills) = (this("Fast"), this("skills"));
    let geometric = format!(
        "IF(OR(SUM($C$4:$D$4)&lt;=0,AND($C$4&gt;0,{fixed}=\"\"),AND($D$4&gt;0,{skills}=\"\")),\"\",\
         (IF($C$4&gt;0,({fixed}+$E$4)^($C$4/SUM($C$4:$D$4)),1)\
         *IF($D$4&gt;0,({skills}+$E$4)^($D$4/SUM($C$4:$D$4)),1))-$E$4)"
    );
    let result = |address: &str| cells[address].split(" → ").nth(1).expect("a result").to_owned();
    assert!(cells["E6"].starts_with(&format!("={geometric} → ")), "{}", cells["E6"]);
    let number = |address: &str| result(address).parse::<f64>().expect("a number");
    // (90² · 30)^⅓ − 10 and (60³)^⅓ − 10
    assert!((number("E6") - (243_000f64.cbrt() - 10.0)).abs() < 1e-9);
    assert!((number("E7") - 50.0).abs() < 1e-9);
    assert_eq!((result("F6"), result("F7")), ("1".to_owned(), "2".to_owned()));
    // (80 + 20/2) / 1.5
    assert_eq!((number("G6"), number("G7")), (60.0, 50.0));
    assert_eq!((result("H6"), result("H7")), ("1".to_owned(), "2".to_owned()));
    // Ö lacks a pillar.
    for address in ["C8", "E8", "F8", "G8", "H8"] {
        assert_eq!(result(address), "", "{address}");
    }
    assert_eq!(result("D8"), "10");
    assert_eq!(cells["B6"], "=1+1", "a name is no formula here either");
    // New rows of the table compute as the old ones do.
    let table = &parts["xl/tables/table1.xml"];
    assert_eq!(table.matches("<calculatedColumnFormula>").count(), 8, "{table}");
}

#[test]
fn a_header_is_escaped_in_formulas() {
    assert_eq!(escaped("a[b]'#@"), "a'[b']'''#'@");
}

#[test]
fn the_first_sheet_tells_what_the_rest_is() {
    let sources = [source("SCB"), source("SCB"), source("PTS")];
    let parts = written(&[municipalities(), sites()], &about(Language::Sv, &sources));
    let cells = cells(&parts, 1);
    let has = |text: &str| cells.values().filter(|cell| cell.contains(text)).count();
    for text in [
        "fixed och skills (2 av 3 pelare)",
        "Östra &amp; Västra",
        "SYNTETISKA",
        "beredd 1.2.3",
        "abc",
        "Fullständig",
        "okänt",
    ] {
        assert!(has(text) > 0, "{text}: {cells:?}");
    }
    assert_eq!((has("SCB"), has("PTS")), (1, 1));
    for link in ["Räkna själv", "Kommuner", "Verksamheter"] {
        let target = format!("location=\"'{link}'!A1\"");
        assert!(parts["xl/worksheets/sheet1.xml"].contains(&target), "{link}");
    }
    let english = written(&[municipalities()], &about(Language::En, &sources));
    let book = &english["xl/workbook.xml"];
    assert!(book.contains("\"README\"") && book.contains("\"Try weights\""), "{book}");
}

#[test]
fn what_excel_cannot_hold_is_shortened_and_told() {
    let directory = tempfile::tempdir().expect("temporary directory");
    let path = directory.path().join(FILE);
    let mut table = sites();
    table.rows[0][0] = Cell::Text("ö".repeat(40_000));
    let mut book = workbook(&[table], &about(Language::Sv, &[]), 1).expect("made");
    book.save(&path).expect("written");
    let parts = parts(&path);
    let readme: Vec<String> = cells(&parts, 1).into_values().collect();
    let note = "Bara de första 1 raderna får plats; 1 är utelämnade. Alla finns i sites.csv.";
    assert!(readme.iter().any(|cell| cell.contains(note)), "{readme:?}");
    let cells = cells(&parts, 2);
    assert!(!cells.contains_key("A3"));
    assert_eq!(cells["A2"].chars().count(), LONGEST_TEXT);
    assert!(cells["A2"].ends_with("ö…"));
    assert!(parts["xl/tables/table1.xml"].contains("ref=\"A1:D2\""));
}

#[test]
fn texts_are_counted_as_excel_does() {
    assert_eq!(shortened("abc", 3), "abc");
    assert_eq!(shortened("abcd", 3), "ab…");
    // Outside the basic plane a character counts twice.
    assert_eq!(shortened("😀😀", 4), "😀😀");
    assert_eq!(shortened("😀😀😀", 5), "😀😀…");
    assert_eq!(shortened("😀😀😀", 4), "😀…");
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let directory = tempfile::tempdir().expect("temporary directory");
    let sources = [source("SCB")];
    let bytes = |name: &str| {
        let path = directory.path().join(name);
        write(&[municipalities(), sites()], &about(Language::Sv, &sources), &path)
            .expect("written");
        std::fs::read(path).expect("read")
    };
    let first = bytes("a.xlsx");
    // Seconds of the clock would show.
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    assert!(first == bytes("b.xlsx"));
}

#[test]
fn every_documented_table_can_be_written_even_without_rows() {
    let tables: Vec<Table> = described(&four_pillars())
        .into_iter()
        .map(|of| Table { name: of.name, columns: of.columns, rows: vec![] })
        .collect();
    for language in [Language::Sv, Language::En] {
        let parts = written(&tables, &about(language, &[]));
        let sheets = parts.keys().filter(|name| name.starts_with("xl/worksheets/sheet")).count();
        assert_eq!(sheets, tables.len() + 1, "and the first one");
    }
}

#[test]
fn a_path_that_cannot_be_written_is_named() {
    let failure = write(&[sites()], &about(Language::Sv, &[]), Path::new("/nowhere/at.xlsx"));
    assert!(failure.expect_err("no such directory").to_string().starts_with("/nowhere/at.xlsx: "));
}
