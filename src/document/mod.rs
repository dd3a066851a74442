//! Content without form: what a page says, for any renderer in [`crate::output`] to show.

mod text;

pub use text::{Run, Text};

use crate::words::Language;

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// In which language it speaks.
    pub language: Language,
    /// What it is about.
    pub title: String,
    /// What stands before the first heading.
    pub opening: Vec<Block>,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// A part of a page under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The heading.
    pub heading: Text,
    /// What a link within the page may name, where one does.
    pub anchor: Option<String>,
    /// What stands right below the heading.
    pub blocks: Vec<Block>,
    /// Sections within it.
    pub sections: Vec<Section>,
    /// Whether it begins a new sheet of paper.
    pub begins_a_sheet: bool,
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Sentences that belong together.
    Paragraph(Text),
    /// Items.
    List(Vec<Item>),
    /// Rows and columns.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// What must not be overlooked.
    Note(Vec<Text>),
    /// What is shown on demand, where the medium can hide it.
    Details {
        /// What is always shown.
        summary: Text,
        /// The rest.
        blocks: Vec<Block>,
    },
    /// Room to write on, with what belongs there.
    Blanks(Vec<Blank>),
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it says.
    pub text: Text,
    /// Items within it.
    pub items: Vec<Item>,
}

/// Rows and columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Headings of the columns.
    pub columns: Vec<Column>,
    /// The rows, each as wide as `columns`.
    pub rows: Vec<Row>,
}

/// The heading of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What it is called.
    pub heading: Text,
    /// Whether it holds numbers, which stand one below the other.
    pub is_number: bool,
    /// Whether its cells are so short that each stays on a line, where there is room.
    pub is_short: bool,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is among the others.
    pub kind: RowKind,
    /// Its cells; of a row [`RowKind::Over`], the one.
    pub cells: Vec<Text>,
}

/// What a row is among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// One of many.
    Plain,
    /// What the rows below have in common.
    Over,
    /// All of them together.
    Sum,
}

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The picture as SVG, which carries its own title and description.
    pub svg: String,
    /// What it shows, for who does not see it.
    pub alternative: String,
}

/// Room to write on.
#[derive(Clone, Debug, PartialEq)]
pub struct Blank {
    /// What belongs there; nothing names it where empty.
    pub label: String,
    /// How many lines.
    pub lines: usize,
}

impl Document {
    /// A page that says nothing yet.
    pub fn new(language: Language, title: impl Into<String>) -> Self {
        Self { language, title: title.into(), opening: Vec::new(), sections: Vec::new() }
    }

    /// Begins a section.
    pub fn heading(&mut self, heading: impl Into<Text>) {
        self.sections.push(Section::new(heading));
    }

    /// Sentences that belong together; none leave no trace.
    pub fn paragraph(&mut self, sentences: impl IntoIterator<Item = String>) {
        let sentences: Vec<String> = sentences.into_iter().collect();
        if !sentences.is_empty() {
            self.push(Block::Paragraph(sentences.join(" ").into()));
        }
    }

    /// One item of a list.
    pub fn item(&mut self, text: impl Into<Text>) {
        self.item_at(0, text);
    }

    /// One item of a list within so many lists.
    pub fn item_at(&mut self, depth: usize, text: impl Into<Text>) {
        let blocks = self.blocks();
        if !matches!(blocks.last(), Some(Block::List(_))) {
            blocks.push(Block::List(Vec::new()));
        }
        let Some(Block::List(items)) = blocks.last_mut() else { return };
        let mut items = items;
        for _ in 0..depth {
            // A list within nothing is a list.
            if items.is_empty() {
                break;
            }
            let last = items.len() - 1;
            items = &mut items[last].items;
        }
        items.push(Item::from(text.into()));
    }

    /// Adds a piece at the end.
    pub fn push(&mut self, block: Block) {
        self.blocks().push(block);
    }

    fn blocks(&mut self) -> &mut Vec<Block> {
        let Some(mut section) = self.sections.last_mut() else { return &mut self.opening };
        while !section.sections.is_empty() {
            let last = section.sections.len() - 1;
            section = &mut section.sections[last];
        }
        &mut section.blocks
    }

    /// Begins a section that a link within the page may name.
    pub fn section(&mut self, heading: impl Into<Text>, anchor: &str) {
        self.sections.push(Section { anchor: Some(anchor.to_owned()), ..Section::new(heading) });
    }

    /// Adds a section within the last.
    pub fn subsection(&mut self, section: Section) {
        match self.sections.last_mut() {
            Some(last) => last.sections.push(section),
            None => self.sections.push(section),
        }
    }

    /// Links to every section that one may name.
    pub fn contents(&self) -> Block {
        Block::List(links(&self.sections))
    }

    /// As a section of another page: its title is the heading.
    pub fn into_section(self, anchor: Option<String>) -> Section {
        let Self { title, opening, sections, .. } = self;
        Section { anchor, blocks: opening, sections, ..Section::new(title) }
    }
}

impl Section {
    /// A section that says nothing yet.
    pub fn new(heading: impl Into<Text>) -> Self {
        Self {
            heading: heading.into(),
            anchor: None,
            blocks: Vec::new(),
            sections: Vec::new(),
            begins_a_sheet: false,
        }
    }
}

fn links(sections: &[Section]) -> Vec<Item> {
    let link = |section: &Section| {
        let target = format!("#{}", section.anchor.as_ref()?);
        let text = Text(vec![Run::Link { text: section.heading.plain(), target }]);
        Some(Item { text, items: links(&section.sections) })
    };
    sections.iter().filter_map(link).collect()
}

impl Figure {
    /// A picture that says in its title what it shows.
    pub fn from_svg(svg: String) -> Self {
        let title = svg.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
        let alternative = title.map(|(title, _)| title.to_owned()).unwrap_or_default();
        Self { svg, alternative }
    }
}

impl From<Text> for Item {
    fn from(text: Text) -> Self {
        Self { text, items: Vec::new() }
    }
}

impl Table {
    /// A table without rows.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Text>) {
        self.rows.push(Row { kind: RowKind::Plain, cells: cells.into_iter().collect() });
    }
}

impl Column {
    /// A column of texts.
    pub fn text(heading: impl Into<Text>) -> Self {
        Self { heading: heading.into(), is_number: false, is_short: false }
    }

    /// A column of a word or two.
    pub fn short(heading: impl Into<Text>) -> Self {
        Self { is_short: true, ..Self::text(heading) }
    }

    /// A column of numbers.
    pub fn number(heading: impl Into<Text>) -> Self {
        Self { is_number: true, ..Self::text(heading) }
    }
}
