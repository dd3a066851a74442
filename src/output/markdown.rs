//! A page as Markdown: what tests read, and what can be pasted anywhere.

use std::fmt::Write as _;

use crate::document::{Block, Document, Item, Run, Section, Table, Text};
use crate::visible::spaced;

/// The page as Markdown.
pub fn render(page: &Document) -> String {
    let mut out = format!("# {}\n", escape(&page.title));
    blocks(&page.opening, &mut out);
    for own in &page.sections {
        section(own, 2, &mut out);
    }
    out
}

fn section(section: &Section, level: usize, out: &mut String) {
    let _ = write!(out, "\n{} {}\n", "#".repeat(level.min(6)), text(&section.heading));
    blocks(&section.blocks, out);
    for own in &section.sections {
        self::section(own, level + 1, out);
    }
}

fn blocks(blocks: &[Block], out: &mut String) {
    for block in blocks {
        out.push('\n');
        match block {
            Block::Paragraph(own) => {
                let _ = writeln!(out, "{}", text(own));
            }
            Block::List(own) => items(own, 0, out),
            Block::Table(own) => table(own, out),
            Block::Figure(figure) => {
                let _ = writeln!(out, "*[{}]*", escape(&figure.alternative));
            }
            Block::Note(lines) => {
                for line in lines {
                    let _ = writeln!(out, "> **{}**", text(line));
                }
            }
            Block::Details { summary, blocks } => {
                let _ = writeln!(out, "{}", text(summary));
                self::blocks(blocks, out);
            }
            Block::Blanks(blanks) => {
                for blank in blanks {
                    let _ = writeln!(out, "{}: ______", escape(&blank.label));
                }
            }
        }
    }
}

fn items(items: &[Item], depth: usize, out: &mut String) {
    for item in items {
        let _ = writeln!(out, "{}- {}", "  ".repeat(depth), text(&item.text));
        self::items(&item.items, depth + 1, out);
    }
}

fn table(table: &Table, out: &mut String) {
    let head: Vec<String> = table.columns.iter().map(|column| text(&column.heading)).collect();
    let rule = table.columns.iter().map(|column| if column.is_number { "---:" } else { "---" });
    let _ = writeln!(out, "| {} |\n|{}|", head.join(" | "), rule.collect::<Vec<_>>().join("|"));
    for row in &table.rows {
        let cells: Vec<String> = row.cells.iter().map(text).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
}

fn text(text: &Text) -> String {
    let run = |run: &Run| match run {
        Run::Plain(own) | Run::Muted(own) => escape(own),
        Run::Strong(own) | Run::Bad(own) => format!("**{}**", escape(own)),
        Run::Code(own) => format!("`{}`", spaced(own)),
        Run::Break => " ".to_owned(),
        Run::Link { text, target } => format!("[{}]({target})", escape(text)),
    };
    text.0.iter().map(run).collect()
}

/// Signs of Markdown as they are.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in spaced(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Column;
    use crate::words::Language;

    #[test]
    fn what_a_page_says_is_markdown_and_its_signs_are_escaped() {
        let mut page = Document::new(Language::En, "A *b*");
        page.heading("H");
        page.item("one");
        page.item_at(1, "within");
        let mut table = Table::new([Column::text("a|b"), Column::number("n")]);
        table.row([Text::strong("x"), 1usize.into()]);
        page.push(Block::Table(table));
        assert_eq!(
            render(&page),
            "# A \\*b\\*\n\n## H\n\n- one\n  - within\n\n| a\\|b | n |\n|---|---:|\n| **x** | 1 |\n"
        );
    }
}
