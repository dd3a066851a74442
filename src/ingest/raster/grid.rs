//! Esri ASCII grids (`.asc`), read once from the first cell to the last.
//!
//! GDAL's reader takes a damaged number as 0, which reads as "not covered", and looks for a
//! missing row in time that doubles with each row before it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use gdal::spatial_ref::SpatialRef;

use crate::crs::Crs;
use crate::findings::{Finding, Findings, Rule};
use crate::ingest::provenance::InputFile;
use crate::ingest::raster::{Asked, Cell, Frame, damaged};
use crate::words::{Said, key};

/// The words that a header is made of; a file that begins with one of them is a grid.
const WORDS: [&str; 10] = [
    "ncols",
    "nrows",
    "xllcorner",
    "yllcorner",
    "xllcenter",
    "yllcenter",
    "cellsize",
    "dx",
    "dy",
    "nodata_value",
];

/// No number is longer.
const TOKEN_AT_MOST: usize = 64;

/// A projection file is a line or a page.
const PROJECTION_AT_MOST: u64 = 64 << 10;

/// A grid whose header is read.
pub struct Grid {
    tokens: Tokens,
    width: u64,
    height: u64,
    west: f64,
    south: f64,
    cell: [f64; 2],
    no_data: Option<f64>,
    crs: Option<Crs>,
}

/// Whether a file begins as a grid does.
pub fn is_grid(path: &Path) -> bool {
    let Ok(mut tokens) = Tokens::open(path) else { return false };
    let is_word = |word: &str| WORDS.iter().any(|w| word.eq_ignore_ascii_case(w));
    tokens.next().ok().flatten().is_some_and(is_word)
}

/// What is wrong with a header.
enum HeaderFault {
    /// The file cannot be read.
    Unread(io::Error),
    /// A word is followed by something else than a number, or stands twice.
    NoNumber(&'static str, String),
    /// A number is missing, or cannot be true.
    Untrue(&'static str, Option<f64>),
}

impl HeaderFault {
    fn finding(self, input: &InputFile) -> Finding {
        let header =
            |message: Said| input.finding(Rule::FileUnreadable, message).hint(key::HintDamaged);
        match self {
            Self::Unread(cause) => {
                header(key::FindingRasterDamaged { cause: cause.to_string() }.into())
            }
            Self::NoNumber(word, value) => {
                header(key::FindingGridNumber.into()).field(word).value(value)
            }
            Self::Untrue(word, value) => {
                let finding = header(key::FindingGridHeader.into()).field(word);
                match value {
                    Some(value) => finding.value(value.to_string()),
                    None => finding,
                }
            }
        }
    }
}

/// What a header states, in the order of [`WORDS`].
struct Stated([Option<f64>; WORDS.len()]);

impl Stated {
    fn read(tokens: &mut Tokens) -> Result<Self, HeaderFault> {
        let mut stated = [None; WORDS.len()];
        while let Some(word) = tokens.next().map_err(HeaderFault::Unread)? {
            let Some(place) = WORDS.iter().position(|w| word.eq_ignore_ascii_case(w)) else {
                tokens.again = true;
                break;
            };
            let value = tokens.next().map_err(HeaderFault::Unread)?.unwrap_or_default();
            let number = number(value).filter(|number| number.is_finite());
            if number.is_none() || stated[place].is_some() {
                return Err(HeaderFault::NoNumber(WORDS[place], value.to_owned()));
            }
            stated[place] = number;
        }
        Ok(Self(stated))
    }

    fn of(&self, word: &str) -> Option<f64> {
        self.0[WORDS.iter().position(|w| *w == word).expect("a word of a header")]
    }

    fn count(&self, word: &'static str) -> Result<u64, HeaderFault> {
        match self.of(word) {
            Some(n) if n >= 1.0 && n <= f64::from(u32::MAX) && n.fract() == 0.0 => Ok(n as u64),
            other => Err(HeaderFault::Untrue(word, other)),
        }
    }

    /// The side of a cell, where a grid of squares states one for both.
    fn side(&self, word: &str) -> Result<f64, HeaderFault> {
        match self.of(word).or(self.of("cellsize")) {
            Some(side) if side > 0.0 => Ok(side),
            other => Err(HeaderFault::Untrue("cellsize", other)),
        }
    }

    /// The edge of the lower left cell, which may be stated by its middle.
    fn edge(&self, corner: &'static str, middle: &str, side: f64) -> Result<f64, HeaderFault> {
        let by_middle = || self.of(middle).map(|at| at - side / 2.0);
        self.of(corner).or_else(by_middle).ok_or(HeaderFault::Untrue(corner, None))
    }
}

impl Grid {
    /// Reads the header. `None` after an error finding.
    pub fn open(input: &InputFile, findings: &mut Findings) -> Option<Self> {
        Self::header(&input.path).map_err(|fault| findings.add(fault.finding(input))).ok()
    }

    fn header(path: &Path) -> Result<Self, HeaderFault> {
        let mut tokens = Tokens::open(path).map_err(HeaderFault::Unread)?;
        let stated = Stated::read(&mut tokens)?;
        let (width, height) = (stated.count("ncols")?, stated.count("nrows")?);
        let cell = [stated.side("dx")?, stated.side("dy")?];
        Ok(Self {
            tokens,
            width,
            height,
            west: stated.edge("xllcorner", "xllcenter", cell[0])?,
            south: stated.edge("yllcorner", "yllcenter", cell[1])?,
            cell,
            no_data: stated.of("nodata_value"),
            crs: projection(path),
        })
    }

    /// Where it lies.
    pub fn frame(&self) -> Frame {
        let [dx, dy] = self.cell;
        let north = self.south + self.height as f64 * dy;
        Frame {
            width: self.width,
            height: self.height,
            geo_transform: [self.west, dx, 0.0, north, 0.0, -dy],
            crs: self.crs.clone(),
        }
    }

    /// Reads every cell in the order of the file and gives each place its own; a number that is
    /// none, or a number of cells that the header does not promise, is an error that names the
    /// row. `None` after an error finding.
    pub fn read(
        mut self,
        mut asked: Vec<Asked>,
        mut give: impl FnMut(usize, Cell),
        input: &InputFile,
        findings: &mut Findings,
    ) -> Option<()> {
        asked.sort_by_key(|cell| (cell.row, cell.column));
        let mut asked = asked.into_iter().peekable();
        let (width, height, no_data) = (self.width, self.height, self.no_data);
        // The mark of an empty cell is often rounded to single precision in the header or in the
        // cells, and not in both.
        let is_empty = |value: f64| {
            let is_mark = |mark: f64| value == mark || value as f32 == mark as f32;
            value.is_nan() || no_data.is_some_and(is_mark)
        };
        for row in 0..height {
            for column in 0..width {
                let token = match self.tokens.next() {
                    Ok(Some(token)) => token,
                    Ok(None) => {
                        let cause = Said::from(key::FindingGridShort { width, height });
                        let finding = input.finding(Rule::FileUnreadable, cause);
                        findings.add(finding.at(row + 1).hint(key::HintDamaged));
                        return None;
                    }
                    Err(cause) => {
                        findings.add(damaged(input, row, cause.to_string()));
                        return None;
                    }
                };
                let Some(value) = number(token) else {
                    findings.add(
                        input
                            .finding(Rule::FileUnreadable, key::FindingGridNumber)
                            .at(row + 1)
                            .value(token)
                            .hint(key::HintDamaged),
                    );
                    return None;
                };
                while let Some(cell) = asked.next_if(|c| (c.row, c.column) == (row, column)) {
                    give(
                        cell.place,
                        if is_empty(value) { Cell::NoData } else { Cell::Value(value) },
                    );
                }
            }
        }
        if self.tokens.next().is_ok_and(|more| more.is_none()) {
            return Some(());
        }
        findings.add(
            input
                .finding(Rule::FileUnreadable, key::FindingGridLong { width, height })
                .hint(key::HintDamaged),
        );
        None
    }
}

/// What the `.prj` beside a grid says.
fn projection(path: &Path) -> Option<Crs> {
    let file = File::open(path.with_extension("prj")).ok()?;
    let mut text = String::new();
    file.take(PROJECTION_AT_MOST).read_to_string(&mut text).ok()?;
    let stated = SpatialRef::from_wkt(&text).or_else(|_| SpatialRef::from_esri(&text));
    Crs::stated_by_file(stated.ok()?)
}

fn number(token: &str) -> Option<f64> {
    token.parse().ok().filter(|number: &f64| !number.is_infinite())
}

/// What a text holds between blanks.
struct Tokens {
    reader: BufReader<File>,
    token: Vec<u8>,
    /// Whether more belongs to `token` than is kept.
    too_long: bool,
    /// Whether `token` is to be read once more.
    again: bool,
}

impl Tokens {
    fn open(path: &Path) -> io::Result<Self> {
        let reader = BufReader::with_capacity(1 << 16, File::open(path)?);
        Ok(Self { reader, token: Vec::new(), too_long: false, again: false })
    }

    /// The next one; `None` at the end.
    fn next(&mut self) -> io::Result<Option<&str>> {
        if !std::mem::take(&mut self.again) {
            self.advance()?;
        }
        // What is no text, or longer than any number, is no number either, and a finding shows a mark
        // for it.
        let text = std::str::from_utf8(&self.token).ok().filter(|_| !self.too_long);
        Ok((!self.token.is_empty()).then(|| text.unwrap_or("\u{fffd}")))
    }

    fn advance(&mut self) -> io::Result<()> {
        self.token.clear();
        self.too_long = false;
        loop {
            let buffer = self.reader.fill_buf()?;
            let blanks = match self.token.is_empty() {
                true => buffer.iter().take_while(|b| b.is_ascii_whitespace()).count(),
                false => 0,
            };
            let rest = &buffer[blanks..];
            let length = rest.iter().take_while(|b| !b.is_ascii_whitespace()).count();
            let room = TOKEN_AT_MOST - self.token.len();
            self.token.extend_from_slice(&rest[..length.min(room)]);
            let ended = buffer.is_empty() || length < rest.len() && !self.token.is_empty();
            self.reader.consume(blanks + length);
            self.too_long |= length > room;
            if ended {
                return Ok(());
            }
        }
    }
}
