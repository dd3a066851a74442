//! How the fields of rows become cells, and cells become fields again.

use csv::StringRecord;
use std::collections::HashMap;

use crate::table::column::{ColumnWords, said_ending};
use crate::table::written::without_guard;
use crate::table::{Cell, Column, Holds, Shape, Unit};
use crate::units::{Hours, Mbps, Metres, Points, Score, Share};
use crate::words::{Code, Language, Said};

/// A value that has one cell.
pub trait Value: Sized {
    /// What a column of it holds.
    const HOLDS: Holds;

    /// As it is written.
    fn cell(&self) -> Cell;

    /// Reads it; `None` where it cannot be such a value.
    fn read(cell: &str) -> Option<Self>;
}

/// A field of a row: as a rule a [`Value`] under its own name.
pub(crate) trait Field: Sized {
    /// Whether its column is called as the field is.
    const IS_NAMED_HERE: bool;

    /// Its columns, in order.
    fn columns(
        name: &'static str,
        holds: Option<Holds>,
        words: &'static str,
        shape: &Shape,
        into: &mut Vec<Column>,
    );

    /// Its cells, in order.
    fn cells(&self, shape: &Shape, into: &mut Vec<Cell>);

    /// Reads it from a row.
    fn read(name: &str, cells: &Cells<'_>) -> Result<Self, Fault>;
}

/// A row that is read back.
pub struct Cells<'a> {
    pub(super) places: &'a HashMap<String, usize>,
    pub(super) row: &'a StringRecord,
}

/// Why a row cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The table has no such column.
    NoColumn(String),
    /// A cell holds something else.
    Cell(String),
}

impl Cells<'_> {
    /// Whether there is a column of this name.
    pub fn has(&self, name: &str) -> bool {
        self.places.contains_key(name)
    }

    fn get(&self, name: &str) -> Result<&str, Fault> {
        let place = self.places.get(name).ok_or_else(|| Fault::NoColumn(name.to_owned()))?;
        Ok(without_guard(&self.row[*place]))
    }

    fn value<V: Value>(&self, name: &str) -> Result<V, Fault> {
        let cell = self.get(name)?;
        let fault = || Fault::Cell(format!("{name}: {cell:?} is not what the column holds"));
        V::read(cell).ok_or_else(fault)
    }
}

impl<V: Value> Field for V {
    const IS_NAMED_HERE: bool = true;

    fn columns(
        name: &'static str,
        holds: Option<Holds>,
        words: &'static str,
        _: &Shape,
        into: &mut Vec<Column>,
    ) {
        let holds = holds.unwrap_or(V::HOLDS);
        into.push(Column { name: name.into(), holds, words: ColumnWords::Named(words) });
    }

    fn cells(&self, _: &Shape, into: &mut Vec<Cell>) {
        into.push(self.cell());
    }

    fn read(name: &str, cells: &Cells<'_>) -> Result<Self, Fault> {
        cells.value(name)
    }
}

/// A column for each language, the first in that of the names.
impl Field for Said {
    const IS_NAMED_HERE: bool = true;

    fn columns(
        name: &'static str,
        _: Option<Holds>,
        words: &'static str,
        _: &Shape,
        into: &mut Vec<Column>,
    ) {
        into.extend(told().map(|language| Column {
            name: format!("{name}{}", said_ending(language)).into(),
            holds: Holds::Said(language),
            words: ColumnWords::Named(words),
        }));
    }

    fn cells(&self, _: &Shape, into: &mut Vec<Cell>) {
        into.extend(told().map(|language| Cell::Text(self.in_language(language).to_owned())));
    }

    /// Results of earlier versions have only the language of the names.
    fn read(name: &str, cells: &Cells<'_>) -> Result<Self, Fault> {
        let first = cells.value::<String>(name)?;
        Ok(Self::each(|words| {
            let own = cells.value(&format!("{name}{}", said_ending(words.0)));
            own.unwrap_or_else(|_| first.clone())
        }))
    }
}

impl Field for Option<Said> {
    const IS_NAMED_HERE: bool = true;

    fn columns(
        name: &'static str,
        holds: Option<Holds>,
        words: &'static str,
        shape: &Shape,
        into: &mut Vec<Column>,
    ) {
        Said::columns(name, holds, words, shape, into);
    }

    fn cells(&self, shape: &Shape, into: &mut Vec<Cell>) {
        match self {
            Some(said) => said.cells(shape, into),
            None => into.extend(told().map(|_| Cell::Blank)),
        }
    }

    fn read(name: &str, cells: &Cells<'_>) -> Result<Self, Fault> {
        match cells.get(name)? {
            "" => Ok(None),
            _ => Said::read(name, cells).map(Some),
        }
    }
}

/// The languages, that of the names of columns first.
fn told() -> impl Iterator<Item = Language> {
    let others = Language::ALL.iter().copied().filter(|language| *language != Language::En);
    std::iter::once(Language::En).chain(others)
}

/// The unit that a row is about, in a column that is called by the kind of unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitId(pub String);

impl Unit {
    fn column(self) -> &'static str {
        match self {
            Self::Municipality => "municipality_code",
            Self::Group => "group",
            Self::Any => "unit_id",
        }
    }
}

impl Field for UnitId {
    const IS_NAMED_HERE: bool = false;

    fn columns(
        _: &'static str,
        _: Option<Holds>,
        words: &'static str,
        shape: &Shape,
        into: &mut Vec<Column>,
    ) {
        let words = ColumnWords::Named(words);
        into.push(Column { name: shape.unit.column().into(), holds: Holds::Id, words });
    }

    fn cells(&self, _: &Shape, into: &mut Vec<Cell>) {
        into.push(self.0.cell());
    }

    fn read(_: &str, cells: &Cells<'_>) -> Result<Self, Fault> {
        let units = [Unit::Municipality, Unit::Any, Unit::Group].map(Unit::column);
        let name = units.into_iter().find(|name| cells.has(name)).unwrap_or(units[0]);
        cells.value(name).map(Self)
    }
}

impl std::ops::Deref for UnitId {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for UnitId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// What only tables about municipalities have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfMunicipality<V>(pub V);

impl<V: Value + Default> Field for OfMunicipality<V> {
    const IS_NAMED_HERE: bool = true;

    fn columns(
        name: &'static str,
        holds: Option<Holds>,
        words: &'static str,
        shape: &Shape,
        into: &mut Vec<Column>,
    ) {
        if shape.unit == Unit::Municipality {
            V::columns(name, holds, words, shape, into);
        }
    }

    fn cells(&self, shape: &Shape, into: &mut Vec<Cell>) {
        if shape.unit == Unit::Municipality {
            into.push(self.0.cell());
        }
    }

    fn read(name: &str, cells: &Cells<'_>) -> Result<Self, Fault> {
        if cells.has(name) { cells.value(name).map(Self) } else { Ok(Self::default()) }
    }
}

impl<V> std::ops::Deref for OfMunicipality<V> {
    type Target = V;

    fn deref(&self) -> &V {
        &self.0
    }
}

/// What a thing that has columns of its own has in them.
pub trait Part: Sized {
    /// The list of the words of its columns.
    const LIST: &'static str;
    /// Of each column what stands behind the id of the thing, the code of its word, and what it
    /// holds.
    const COLUMNS: &'static [(&'static str, &'static str, Holds)];

    /// Its cells, as many as there are columns.
    fn cells(&self) -> Vec<Cell>;

    /// Reads it from its cells.
    fn read(cells: &[&str]) -> Option<Self>;
}

/// What each of the things of [`Shape::spread`] has, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread<P>(pub Vec<(String, P)>);

impl<P: Part> Field for Spread<P> {
    const IS_NAMED_HERE: bool = false;

    fn columns(
        _: &'static str,
        _: Option<Holds>,
        _: &'static str,
        shape: &Shape,
        into: &mut Vec<Column>,
    ) {
        for thing in &shape.spread {
            into.extend(P::COLUMNS.iter().map(|&(ending, part, holds)| Column {
                name: format!("{}{ending}", thing.id).into(),
                holds,
                words: ColumnWords::Of { thing: thing.clone(), list: P::LIST, part },
            }));
        }
    }

    fn cells(&self, _: &Shape, into: &mut Vec<Cell>) {
        into.extend(self.0.iter().flat_map(|(_, part)| part.cells()));
    }

    /// Every thing that has all its columns.
    fn read(_: &str, cells: &Cells<'_>) -> Result<Self, Fault> {
        let mut found = Vec::new();
        let mut names: Vec<(&String, &usize)> = cells.places.iter().collect();
        names.sort_by_key(|(_, place)| **place);
        for (id, _) in names {
            let own: Option<Vec<&str>> = P::COLUMNS
                .iter()
                .map(|(ending, ..)| {
                    let place = cells.places.get(&format!("{id}{ending}"))?;
                    Some(without_guard(&cells.row[*place]))
                })
                .collect();
            if let Some(part) = own.and_then(|own| P::read(&own)) {
                found.push((id.clone(), part));
            }
        }
        Ok(Self(found))
    }
}

impl<P> Spread<P> {
    /// What a thing has.
    pub fn of(&self, id: &str) -> Option<&P> {
        self.0.iter().find(|(own, _)| own == id).map(|(_, part)| part)
    }
}

/// Blank where there is nothing.
impl<V: Value> Value for Option<V> {
    const HOLDS: Holds = V::HOLDS;

    fn cell(&self) -> Cell {
        self.as_ref().map_or(Cell::Blank, Value::cell)
    }

    fn read(cell: &str) -> Option<Self> {
        if cell.is_empty() { Some(None) } else { V::read(cell).map(Some) }
    }
}

impl Value for String {
    const HOLDS: Holds = Holds::Text;

    fn cell(&self) -> Cell {
        Cell::Text(self.clone())
    }

    fn read(cell: &str) -> Option<Self> {
        Some(cell.to_owned())
    }
}

impl<C: Code> Value for C {
    const HOLDS: Holds = Holds::Code(C::LIST);

    fn cell(&self) -> Cell {
        Cell::Text(self.id().to_owned())
    }

    fn read(cell: &str) -> Option<Self> {
        C::from_id(cell)
    }
}

impl Value for bool {
    const HOLDS: Holds = Holds::Code("knowledge");

    fn cell(&self) -> Cell {
        Cell::Text(if *self { "yes" } else { "no" }.to_owned())
    }

    fn read(cell: &str) -> Option<Self> {
        match cell {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

/// Codes joined by `;`.
impl<C: Code> Value for Vec<C> {
    const HOLDS: Holds = Holds::Codes(C::LIST);

    fn cell(&self) -> Cell {
        Cell::Text(self.iter().map(|code| code.id()).collect::<Vec<_>>().join(";"))
    }

    fn read(cell: &str) -> Option<Self> {
        cell.split(';').filter(|code| !code.is_empty()).map(C::from_id).collect()
    }
}

/// Ids joined by `;`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ids(pub Vec<String>);

impl Ids {
    /// `None` of none.
    pub fn some<S: Into<String>>(ids: impl IntoIterator<Item = S>) -> Option<Self> {
        let ids: Vec<String> = ids.into_iter().map(Into::into).collect();
        (!ids.is_empty()).then_some(Self(ids))
    }

    /// As they stand in a cell. An id may hold the mark between them, so that who knows which ids
    /// there are tells them apart better than reading did.
    pub fn joined(&self) -> String {
        self.0.join(";")
    }
}

impl Value for Ids {
    const HOLDS: Holds = Holds::Text;

    fn cell(&self) -> Cell {
        Cell::Text(self.joined())
    }

    fn read(cell: &str) -> Option<Self> {
        Some(Self(cell.split(';').filter(|id| !id.is_empty()).map(str::to_owned).collect()))
    }
}

/// Whole numbers. What no file can hold is blank.
macro_rules! whole {
    ($($kind:ty)*) => {$(
        impl Value for $kind {
            const HOLDS: Holds = Holds::Count;

            fn cell(&self) -> Cell {
                i64::try_from(*self).map_or(Cell::Blank, Cell::Integer)
            }

            fn read(cell: &str) -> Option<Self> {
                cell.parse().ok()
            }
        }
    )*};
}
whole!(usize u64 u32 u8);

impl Value for f64 {
    const HOLDS: Holds = Holds::Number;

    fn cell(&self) -> Cell {
        Cell::Number(*self)
    }

    fn read(cell: &str) -> Option<Self> {
        cell.parse().ok().filter(|number: &f64| number.is_finite())
    }
}

/// Numbers with a unit.
macro_rules! quantities {
    ($($kind:ty, $holds:expr, $new:expr;)*) => {$(
        impl Value for $kind {
            const HOLDS: Holds = $holds;

            fn cell(&self) -> Cell {
                Cell::Number(self.value())
            }

            fn read(cell: &str) -> Option<Self> {
                cell.parse().ok().and_then($new)
            }
        }
    )*};
}
quantities! {
    Metres, Holds::Quantity(Metres::UNIT), Metres::new;
    Hours, Holds::Quantity(Hours::UNIT), Hours::new;
    Mbps, Holds::Quantity(Mbps::UNIT), Mbps::new;
    Share, Holds::Share, Share::new;
    Score, Holds::Points, Score::clamped;
    Points, Holds::Points, Points::new;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::key;

    fn read(columns: &[&str], row: &[&str]) -> Result<Option<Said>, Fault> {
        let names = columns.iter().zip(0..).map(|(name, place)| ((*name).to_owned(), place));
        let places = names.collect();
        Field::read("message", &Cells { places: &places, row: &StringRecord::from(row.to_vec()) })
    }

    #[test]
    fn what_is_said_is_read_back_in_every_language() {
        let shape = Shape::of::<crate::table::finding::FindingRow>();
        let said = Some(Said::from(key::FindingRowBlank));
        let (mut columns, mut cells) = (Vec::new(), Vec::new());
        Option::<Said>::columns("message", None, "findings", &shape, &mut columns);
        said.cells(&shape, &mut cells);
        let names: Vec<&str> = columns.iter().map(|column| column.name.as_ref()).collect();
        let texts: Vec<&str> = cells
            .iter()
            .map(|cell| if let Cell::Text(text) = cell { text.as_str() } else { "" })
            .collect();
        assert_eq!(names[0], "message");
        assert_eq!(read(&names, &texts), Ok(said.clone()));
        // An earlier version wrote English alone.
        let earlier = read(&names[..1], &texts[..1]).expect("readable").expect("not blank");
        assert_eq!(earlier.in_language(Language::Sv), texts[0]);
        assert_eq!(read(&names, &["", ""]), Ok(None));
        assert_eq!(read(&["hint"], &["x"]), Err(Fault::NoColumn("message".to_owned())));
    }
}
