//! What surrounds a map: title, warning band, legend blocks, scale bar, sources.

use crate::drawing::map::MapAbout;
use crate::drawing::map::frame::{Arrangement, COLUMN, Frame, GUTTER, MARGIN};
use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::place::{Rect, px};
use crate::drawing::map::text::{Face, bold, clean, regular, wrapped};
use crate::drawing::palette::{CAUTION, CAUTION_INK, INK, MUTED, RULE, Rgb};
use crate::words::{Words, key};

/// Title of the page.
const TITLE: Face = bold(29.0);
/// What stands under the title.
const SUBTITLE: Face = regular(16.5);
/// The warning band.
const BAND: Face = bold(15.0);
/// Heading of a legend block.
const HEADING: Face = bold(15.0);
/// Text of a legend row.
pub const ROW: Face = regular(14.0);
/// Explanations and sources.
pub const NOTE: Face = regular(12.5);

/// Height of a legend row.
pub const ROW_PITCH: f64 = 27.0;
/// Height of a row of a list.
pub const LIST_PITCH: f64 = 21.0;
/// Space between two legend blocks.
const BLOCK_GAP: f64 = 34.0;

/// A part of the legend, one column wide, with its own origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// How far down it reaches.
    pub height: f64,
    /// Its content.
    pub marks: Vec<Mark>,
}

impl Block {
    /// A block that begins with a heading.
    pub fn headed(heading: &str) -> Self {
        let mut block = Self { height: 0.0, marks: Vec::new() };
        for line in wrapped(heading, HEADING, COLUMN, 2) {
            block.height += 19.0;
            block.marks.push(Mark::text(px(0.0, block.height - 5.0), HEADING, INK, line));
        }
        block.height += 6.0;
        block
    }

    /// The rest of the block before it, at the top of the next column.
    pub fn continued() -> Self {
        Self { height: Self::headed("·").height, marks: Vec::new() }
    }

    /// A row of the given height: `marks` are drawn around the middle of its left end.
    pub fn row(&mut self, height: f64, marks: impl IntoIterator<Item = Mark>) {
        let middle = px(0.0, self.height + height / 2.0);
        self.marks.extend(marks.into_iter().map(|mark| mark.shifted(middle)));
        self.height += height;
    }

    /// A wrapped explanation.
    pub fn note(&mut self, text: &str) {
        self.height += 6.0;
        for line in wrapped(text, NOTE, COLUMN, 6) {
            self.height += 17.0;
            self.marks.push(Mark::text(px(0.0, self.height - 4.0), NOTE, MUTED, line));
        }
    }
}

/// The baseline of a text whose row has its middle at 0.
pub fn centred(face: Face) -> f64 {
    // Half the height of capitals: 0.729 em in DejaVu Sans.
    face.size * 0.729 / 2.0
}

/// Title, subtitle and warning band, and where the map may begin.
pub fn header(about: &MapAbout, page_width: f64) -> (Vec<Mark>, f64) {
    let room = page_width - 2.0 * MARGIN;
    let mut marks = Vec::new();
    let mut y = MARGIN - 8.0;
    for line in wrapped(&clean(&about.title), TITLE, room, 2) {
        y += 37.0;
        marks.push(Mark::text(px(MARGIN, y - 8.0), TITLE, INK, line));
    }
    for line in wrapped(&clean(&about.subtitle), SUBTITLE, room, 2) {
        y += 24.0;
        marks.push(Mark::text(px(MARGIN, y - 5.0), SUBTITLE, MUTED, line));
    }
    let warnings = [
        about.synthetic.then(|| about.words.say(key::MapSynthetic)),
        about.incomplete.then(|| about.words.say(key::MapIncomplete)),
    ];
    let warnings: Vec<String> = warnings.into_iter().flatten().collect();
    if !warnings.is_empty() {
        let band = Rect { x: MARGIN, y: y + 14.0, width: room, height: 34.0 };
        marks.push(Mark::rect(band, CAUTION));
        let at = px(MARGIN + 14.0, band.centre().y + centred(BAND));
        marks.push(Mark::text(at, BAND, CAUTION_INK, warnings.join(" · ")));
        y = band.bottom();
    }
    (marks, y + 26.0)
}

/// The whole page around what is drawn on the map.
///
/// `list` is a table of its own: a heading and its rows, laid out in columns under everything else.
pub fn page(
    about: &MapAbout,
    frame: &Frame,
    map: Vec<Mark>,
    mut blocks: Vec<Block>,
    list: Option<(&str, Vec<Vec<Mark>>)>,
) -> Drawing {
    blocks.push(scale_block(about, frame));
    let (mut marks, _) = header(about, frame.page_width);
    marks.extend(map);
    let mut lowest = frame.map.bottom();
    match frame.arrangement {
        Arrangement::Beside => {
            let mut y = frame.map.y;
            for block in blocks {
                let by = px(frame.legend_x(), y);
                marks.extend(block.marks.into_iter().map(|mark| mark.shifted(by)));
                y += block.height;
                lowest = lowest.max(y);
                y += BLOCK_GAP;
            }
        }
        Arrangement::Below => {
            let mut columns = [frame.map.bottom() + BLOCK_GAP; 4];
            for block in blocks {
                // The shortest column, the leftmost of equals.
                let column = (1..4).fold(0, |a, b| if columns[b] < columns[a] { b } else { a });
                let x = frame.legend_x() + (COLUMN + GUTTER) * column as f64;
                let by = px(x, columns[column]);
                marks.extend(block.marks.into_iter().map(|mark| mark.shifted(by)));
                lowest = lowest.max(columns[column] + block.height);
                columns[column] += block.height + BLOCK_GAP;
            }
        }
    }
    if let Some((heading, rows)) = list {
        lowest += BLOCK_GAP;
        let mut top = Block::headed(heading);
        top.marks = top.marks.into_iter().map(|m| m.shifted(px(MARGIN, lowest))).collect();
        marks.append(&mut top.marks);
        let columns = ((frame.page_width - 2.0 * MARGIN + GUTTER) / (COLUMN + GUTTER)) as usize;
        let per_column = rows.len().div_ceil(columns.max(1)).max(1);
        for (i, row) in rows.into_iter().enumerate() {
            let (column, line) = ((i / per_column) as f64, (i % per_column) as f64);
            let x = MARGIN + (COLUMN + GUTTER) * column;
            let by = px(x, lowest + top.height + LIST_PITCH * (line + 0.5));
            marks.extend(row.into_iter().map(|mark| mark.shifted(by)));
        }
        lowest += top.height + LIST_PITCH * per_column as f64;
    }
    let mut y = lowest + 30.0;
    let room = frame.page_width - 2.0 * MARGIN;
    marks.push(Mark::line(px(MARGIN, y), px(MARGIN + room, y), 1.0, RULE));
    y += 8.0;
    let (source, date) = (clean(&about.source), clean(&about.date));
    let credit = credit(about.words, &source, &date, &clean(&about.crs_name));
    for line in wrapped(&credit, NOTE, room, 4) {
        y += 18.0;
        marks.push(Mark::text(px(MARGIN, y - 3.0), NOTE, MUTED, line));
    }
    Drawing {
        width: frame.page_width.ceil() as u32,
        height: (y + MARGIN - 16.0).ceil() as u32,
        title: clean(&about.title),
        language: about.words.0.code(),
        marks,
    }
}

/// The last line of a page: from where, as of when, in which coordinates.
pub fn credit(words: Words, source: &str, date: &str, crs: &str) -> String {
    // A date and the name of a CRS are not torn apart at the end of a line.
    let whole = |text: &str| text.replace(' ', "\u{a0}");
    let (date, crs) = (whole(date), whole(crs));
    let parts = [
        (source, words.say(key::MapSource { source })),
        (&date, words.say(key::MapDate { date: &date })),
        (&crs, words.say(key::MapCrs { crs: &crs })),
    ];
    let stated = parts.into_iter().filter(|(value, _)| !value.is_empty());
    stated.map(|(_, text)| text).collect::<Vec<_>>().join(" · ")
}

fn scale_block(about: &MapAbout, frame: &Frame) -> Block {
    let bar = frame.scale_bar();
    let mut block = Block::headed(&about.words.say(key::MapScale));
    let mut marks = vec![Mark::line(px(0.5, 0.0), px(bar.px, 0.0), 1.6, INK)];
    for (share, anchor) in [(0.0, Anchor::Start), (0.5, Anchor::Middle), (1.0, Anchor::Middle)] {
        let x = (bar.px * share).max(0.5);
        marks.push(Mark::line(px(x, -6.0), px(x, 0.0), 1.6, INK));
        let label = bar.label(share, about.words);
        marks.push(Mark::text(px(x, 17.0), NOTE, INK, label).anchored(anchor));
    }
    block.row(16.0, marks);
    block.height += 12.0;
    block
}

/// A legend row: what is drawn at its left, a text, and a number at the right end.
pub fn entry(sign: Vec<Mark>, text: &str, count: Option<usize>, colour: Rgb) -> Vec<Mark> {
    let mut marks = sign;
    let room = if count.is_some() { COLUMN - 44.0 - 46.0 } else { COLUMN - 44.0 };
    let line = wrapped(text, ROW, room, 1);
    let at = px(44.0, centred(ROW));
    marks.extend(line.into_iter().map(|line| Mark::text(at, ROW, colour, line)));
    if let Some(count) = count {
        let at = px(COLUMN, centred(ROW));
        marks.push(Mark::text(at, ROW, INK, count.to_string()).anchored(Anchor::End));
    }
    marks
}
