//! A page as one file of HTML that opens with a double click: no script, nothing loaded from
//! anywhere, and paper as good as a screen.

use std::path::Path;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::document::{Block, Document, Figure, Item, Row, RowKind, Run, Section, Table, Text};
use crate::error::Error;
use crate::visible::spaced;

const STYLE: &str = include_str!("page.css");

/// Writes the page into a file.
pub fn write(page: &Document, file: &Path) -> Result<(), Error> {
    std::fs::write(file, render(page)).map_err(|cause| Error::write(file, cause))
}

/// The page as HTML.
pub fn render(page: &Document) -> String {
    let title = spaced(&page.title);
    let markup = html! {
        (DOCTYPE)
        html lang=(page.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (title) }
                    (blocks(&page.opening))
                    @for own in &page.sections { (section(own, 2)) }
                }
            }
        }
    };
    let mut text = markup.into_string();
    text.push('\n');
    text
}

fn section(own: &Section, level: u8) -> Markup {
    let heading = text(&own.heading);
    html! {
        section class=[own.begins_a_sheet.then_some("sheet")] id=[own.anchor.as_deref()] {
            @match level {
                2 => h2 { (heading) },
                3 => h3 { (heading) },
                _ => h4 { (heading) },
            }
            (blocks(&own.blocks))
            @for within in &own.sections { (section(within, level + 1)) }
        }
    }
}

fn blocks(blocks: &[Block]) -> Markup {
    html! { @for block in blocks { (self::block(block)) "\n" } }
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Paragraph(own) => p { (text(own)) },
            Block::List(own) => (items(own)),
            Block::Table(own) => (table(own)),
            Block::Figure(own) => (figure(own)),
            Block::Note(lines) => p.note {
                @for (i, line) in lines.iter().enumerate() {
                    @if i > 0 { br; }
                    (text(line))
                }
            },
            Block::Details { summary, blocks } => details {
                summary { (text(summary)) }
                (self::blocks(blocks))
            },
            Block::Blanks(blanks) => div.blanks {
                @for blank in blanks {
                    div {
                        @for line in 0..blank.lines {
                            p { @if line == 0 { (spaced(&blank.label)) } }
                        }
                    }
                }
            },
        }
    }
}

/// More items than this stand in columns, where each fits into one.
const IN_COLUMNS_FROM: usize = 12;
const COLUMN_WIDTH: usize = 48;

fn items(items: &[Item]) -> Markup {
    let fits =
        |item: &Item| item.items.is_empty() && item.text.plain().chars().count() <= COLUMN_WIDTH;
    let in_columns = items.len() >= IN_COLUMNS_FROM && items.iter().all(fits);
    html! {
        ul class=[in_columns.then_some("columns")] {
            @for item in items {
                li {
                    (text(&item.text))
                    @if !item.items.is_empty() { (self::items(&item.items)) }
                }
            }
        }
    }
}

/// More rows than this, each of one line, may go on over several sheets of paper.
const ROWS_OF_A_SHEET: usize = 24;
/// Beside more columns than this there is no room for cells that stay on a line.
const COLUMNS_WITH_ROOM: usize = 8;

fn table(table: &Table) -> Markup {
    let has_room = table.columns.len() <= COLUMNS_WITH_ROOM;
    let class = |i: usize| match table.columns.get(i) {
        Some(column) if column.is_number => Some("n"),
        Some(column) if column.is_short && has_room => Some("whole"),
        _ => None,
    };
    let mut beside_the_first = table.columns.iter().skip(1);
    let is_short = table.rows.len() <= ROWS_OF_A_SHEET
        && beside_the_first.all(|column| column.is_number || column.is_short);
    html! {
        div.wide.short[is_short] {
            table {
                thead {
                    tr {
                        @for column in &table.columns {
                            th class=[column.is_number.then_some("n")] { (text(&column.heading)) }
                        }
                    }
                }
                tbody {
                    @for Row { kind, cells } in &table.rows {
                        @match kind {
                            RowKind::Over => tr.over {
                                td colspan=(table.columns.len()) { (text(&cells[0])) }
                            },
                            kind => tr class=[(*kind == RowKind::Sum).then_some("sum")] {
                                @for (i, cell) in cells.iter().enumerate() {
                                    td class=[class(i)] { (text(cell)) }
                                }
                            },
                        }
                    }
                }
            }
        }
    }
}

/// The picture within the page: its description is in it.
fn figure(figure: &Figure) -> Markup {
    let svg = figure.svg.find("<svg").map_or("", |start| &figure.svg[start..]);
    html! { figure { (PreEscaped(svg)) } }
}

fn text(text: &Text) -> Markup {
    html! { @for run in &text.0 { (self::run(run)) } }
}

fn run(run: &Run) -> Markup {
    html! {
        @match run {
            Run::Plain(own) => (spaced(own)),
            Run::Strong(own) => b { (spaced(own)) },
            // One word, such as an id, does not break at its hyphens.
            Run::Muted(own) => span.muted.whole[!own.trim().contains(' ')] { (spaced(own)) },
            Run::Bad(own) => span.bad { (spaced(own)) },
            Run::Code(own) => code { (spaced(own)) },
            Run::Break => br;,
            Run::Link { text, target } => a href=(target) { (spaced(text)) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Column;
    use crate::words::Language;

    #[test]
    fn texts_are_escaped_wherever_they_stand() {
        let evil = "<script>alert(\"1\")</script>&";
        let mut page = Document::new(Language::Sv, evil);
        page.heading(evil);
        page.paragraph([evil.to_owned()]);
        page.item(evil);
        let mut table = Table::new([Column::text(evil), Column::number("n")]);
        table.row([Text::strong(evil), Text::muted(evil)]);
        let link = Run::Link { text: evil.to_owned(), target: evil.to_owned() };
        let runs = [Run::Bad(evil.to_owned()), Run::Code(evil.to_owned()), link];
        page.push(Block::Paragraph(Text(runs.to_vec())));
        page.push(Block::Table(table));
        page.push(Block::Note(vec![evil.into()]));
        let text = render(&page);
        assert!(!text.contains("<script"), "{text}");
        assert_eq!(text.matches("&lt;script&gt;").count(), 13, "{text}");
        assert!(text.starts_with("<!DOCTYPE html><html lang=\"sv\">"));
    }

    #[test]
    fn a_figure_stands_in_the_page_without_its_declaration() {
        let mut page = Document::new(Language::En, "T");
        let svg = "<?xml version=\"1.0\"?>\n<svg><title>a</title></svg>".to_owned();
        page.push(Block::Figure(Figure { svg, alternative: "a".into() }));
        assert!(render(&page).contains("<figure><svg><title>a</title></svg></figure>"));
    }

    #[test]
    fn short_cells_stay_on_a_line_where_there_is_room() {
        let render = |hours: usize| {
            let mut page = Document::new(Language::En, "T");
            let columns = (0..hours).map(|_| Column::short("h"));
            let mut table = Table::new([Column::text("a")].into_iter().chain(columns));
            table.row(std::iter::repeat_n(Text::from("fixed, mobile"), hours + 1));
            page.push(Block::Table(table));
            super::render(&page)
        };
        assert_eq!(render(7).matches("<td class=\"whole\">").count(), 7);
        assert!(render(7).contains("<div class=\"wide short\">"));
        assert!(!render(8).contains("<td class"));
    }

    #[test]
    fn an_id_does_not_break_at_its_hyphens() {
        let mut page = Document::new(Language::En, "T");
        page.item(Text::from("A").then(Run::Muted(" SYN-SK-001".into())));
        page.item(Text::muted("two words"));
        let text = render(&page);
        assert!(text.contains("<span class=\"muted whole\"> SYN-SK-001</span>"), "{text}");
        assert!(text.contains("<span class=\"muted\">two words</span>"), "{text}");
    }
}
