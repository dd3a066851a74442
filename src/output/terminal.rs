//! A page at a terminal: headings, paragraphs and lists, wrapped.

use crate::document::{Block, Document, Item, Run, Section, Table, Text};
use crate::visible::spaced;

/// Characters to a line.
const WIDTH: usize = 80;

/// The page as text.
pub fn render(page: &Document) -> String {
    let mut out = Terminal::default();
    let title = spaced(&page.title);
    let line = "=".repeat(title.chars().count().min(WIDTH));
    out.text = format!("{title}\n{line}\n");
    out.blocks(&page.opening);
    for section in &page.sections {
        out.section(section, 0);
    }
    out.text
}

/// A text as a terminal can show it: code between backticks.
fn shown(text: &Text) -> String {
    let run = |run: &Run| match run {
        Run::Code(code) => format!("`{code}`"),
        other => other.plain().to_owned(),
    };
    spaced(&text.0.iter().map(run).collect::<String>())
}

#[derive(Default)]
struct Terminal {
    text: String,
}

impl Terminal {
    fn section(&mut self, section: &Section, depth: usize) {
        let heading = shown(&section.heading);
        self.text.push_str(&format!("\n{}{heading}\n", "  ".repeat(depth)));
        self.blocks(&section.blocks);
        for section in &section.sections {
            self.section(section, depth + 1);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => self.wrapped("  ", "  ", &shown(text)),
                Block::List(items) => self.items(items, 0),
                Block::Table(table) => self.table(table),
                Block::Figure(figure) => {
                    self.wrapped("  ", "  ", &format!("[{}]", spaced(&figure.alternative)));
                }
                Block::Note(lines) => {
                    for line in lines {
                        self.wrapped("! ", "  ", &shown(line));
                    }
                }
                Block::Details { summary, blocks } => {
                    self.wrapped("  ", "  ", &shown(summary));
                    self.blocks(blocks);
                }
                Block::Blanks(_) => {}
            }
        }
    }

    fn items(&mut self, items: &[Item], depth: usize) {
        let indent = "  ".repeat(depth);
        for item in items {
            let text = shown(&item.text);
            self.wrapped(&format!("{indent}  - "), &format!("{indent}    "), &text);
            self.items(&item.items, depth + 1);
        }
    }

    /// Columns as wide as they need; numbers to the right.
    fn table(&mut self, table: &Table) {
        let head: Vec<String> = table.columns.iter().map(|c| shown(&c.heading)).collect();
        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.cells.iter().map(shown).collect()).collect();
        let is_number = |i: usize| table.columns.get(i).is_some_and(|column| column.is_number);
        let width = |i: usize| {
            let cells = rows.iter().filter(|row| row.len() > 1).filter_map(|row| row.get(i));
            cells.chain(head.get(i)).map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..head.len()).map(width).collect();
        for row in std::iter::once(&head).chain(&rows) {
            let mut line = String::new();
            for (i, cell) in row.iter().enumerate() {
                let width = widths.get(i).copied().unwrap_or(0);
                let blank = " ".repeat(width.saturating_sub(cell.chars().count()));
                let cell =
                    if is_number(i) { format!("{blank}{cell}") } else { format!("{cell}{blank}") };
                line.push_str(&format!("  {cell}"));
            }
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    fn wrapped(&mut self, first: &str, next: &str, text: &str) {
        let mut line = String::new();
        let mut indent = first;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let length = |text: &str| text.chars().count();
            if !line.is_empty() && length(indent) + length(&line) + 1 + length(word) > WIDTH {
                self.text.push_str(&format!("{indent}{line}\n"));
                line.clear();
                indent = next;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        if !line.is_empty() {
            self.text.push_str(&format!("{indent}{line}\n"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Column;
    use crate::words::Language;

    #[test]
    fn lines_are_wrapped_and_lists_hang() {
        let mut page = Document::new(Language::En, "T");
        page.item("word ".repeat(30));
        let text = render(&page);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[2].starts_with("  - word") && lines[3].starts_with("    word"), "{text}");
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH && !line.ends_with(' ')));
    }

    #[test]
    fn an_item_of_a_list_within_a_list_stands_further_in() {
        let mut page = Document::new(Language::En, "T\u{7}");
        page.heading("H");
        page.paragraph(["a.".to_owned(), "b.".to_owned()]);
        page.paragraph([]);
        page.item("one");
        page.item_at(1, "of it");
        assert_eq!(render(&page), "T \n==\n\nH\n  a. b.\n  - one\n    - of it\n");
    }

    #[test]
    fn numbers_of_a_table_stand_one_below_the_other() {
        let mut table = Table::new([Column::text("name"), Column::number("n")]);
        table.row(["å".into(), 7usize.into()]);
        table.row(["bc".into(), 10usize.into()]);
        let mut page = Document::new(Language::En, "T");
        page.push(Block::Table(table));
        assert_eq!(render(&page), "T\n=\n  name   n\n  å      7\n  bc    10\n");
    }
}
