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

impl Grid {
    /// Reads the header. `None` after an error finding.
    pub fn open(input: &InputFile, findings: &mut Findings) -> Option<Self> {
        let header =
            |message: Said| input.finding(Rule::FileUnreadable, message).hint(key::HintDamaged);
        let opened =
            Tokens::open(&input.path).map_err(|cause| damaged(input, 0, cause.to_string()));
        match opened.and_then(|tokens| Self::header(tokens, &input.path, &header)) {
            Ok(grid) => Some(grid),
            Err(finding) => {
                findings.add(finding);
                None
            }
        }
    }

    fn header(
        mut tokens: Tokens,
        path: &Path,
        fault: &dyn Fn(Said) -> Finding,
    ) -> Result<Self, Finding> {
        let broken =
            |cause: io::Error| fault(key::FindingRasterDamaged { cause: cause.to_string() }.into());
        let mut stated: [Option<f64>; WORDS.len()] = [None; WORDS.len()];
        while let Some(word) = tokens.next().map_err(broken)? {
            let Some(place) = WORDS.iter().position(|w| word.eq_ignore_ascii_case(w)) else {
                tokens.again = true;
                break;
            };
            let value = tokens.next().map_err(broken)?.unwrap_or_default();
            let number = number(value);
            if number.is_none() || stated[place].is_some() {
                return Err(fault(key::FindingGridNumber.into()).field(WORDS[place]).value(value));
            }
            stated[place] = number;
        }
        let of =
            |name: &str| stated[WORDS.iter().position(|w| *w == name).expect("a word of a header")];
        let need = |name: &'static str, value: Option<f64>, holds: &dyn Fn(f64) -> bool| match value
        {
            Some(value) if holds(value) => Ok(value),
            Some(value) => {
                Err(fault(key::FindingGridHeader.into()).field(name).value(value.to_string()))
            }
            None => Err(fault(key::FindingGridHeader.into()).field(name)),
        };
        let count = |n: f64| n >= 1.0 && n <= f64::from(u32::MAX) && n.fract() == 0.0;
        let width = need("ncols", of("ncols"), &count)?;
        let height = need("nrows", of("nrows"), &count)?;
        let size = |n: f64| n > 0.0;
        let side = |name| need("cellsize", of(name).or(of("cellsize")), &size);
        let cell = [side("dx")?, side("dy")?];
        let corner = |name, corner, centre, side: f64| {
            need(name, of(corner).or(of(centre).map(|at| at - side / 2.0)), &|_| true)
        };
        let west = corner("xllcorner", "xllcorner", "xllcenter", cell[0])?;
        let south = corner("yllcorner", "yllcorner", "yllcenter", cell[1])?;
        Ok(Self {
            tokens,
            width: width as u64,
            height: height as u64,
            west,
            south,
            cell,
            no_data: of("nodata_value"),
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
    /// Whether `token` is to be read once more.
    again: bool,
}

impl Tokens {
    fn open(path: &Path) -> io::Result<Self> {
        let reader = BufReader::with_capacity(1 << 16, File::open(path)?);
        Ok(Self { reader, token: Vec::new(), again: false })
    }

    /// The next one, cut where it is longer than any number; `None` at the end.
    fn next(&mut self) -> io::Result<Option<&str>> {
        if !std::mem::take(&mut self.again) {
            self.advance()?;
        }
        // What is no text is no number either, and a finding shows a mark for it.
        Ok((!self.token.is_empty()).then(|| std::str::from_utf8(&self.token).unwrap_or("\u{fffd}")))
    }

    fn advance(&mut self) -> io::Result<()> {
        self.token.clear();
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
            if ended || self.token.len() == TOKEN_AT_MOST {
                return Ok(());
            }
        }
    }
}
