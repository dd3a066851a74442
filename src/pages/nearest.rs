//! What somebody may have meant who names something that is not there.

use crate::error::Error;
use crate::spelling::steps;

/// How many are named.
const NAMED: usize = 3;

/// The error for an id that nothing has: the nearest ids, with their names, and how many there are.
/// `what` is singular and plural; `known` are ids and names.
pub fn not_found<'a>(
    what: (&str, &str),
    id: &str,
    file: &str,
    known: impl Iterator<Item = (&'a str, &'a str)>,
) -> Error {
    let known: Vec<(&str, &str)> = known.collect();
    let nearest = nearest(id, &known);
    let (one, many) = what;
    let count = known.len();
    Error::Result {
        message: format!("{file}: no {one} has the id {id:?}"),
        hint: match nearest.as_slice() {
            [] => format!("the result has no {many}"),
            nearest => format!("the nearest of {count} {many}: {}", nearest.join(", ")),
        },
    }
}

/// The ids nearest to what was typed, by id or by name.
pub fn nearest(typed: &str, known: &[(&str, &str)]) -> Vec<String> {
    let mut ranked: Vec<(usize, &(&str, &str))> =
        known.iter().map(|pair| (steps(typed, pair.0).min(steps(typed, pair.1)), pair)).collect();
    ranked.sort();
    let text = |(id, name): &(&str, &str)| match *name {
        "" => (*id).to_owned(),
        name if name == *id => (*id).to_owned(),
        name => format!("{id} ({name})"),
    };
    ranked.into_iter().take(NAMED).map(|(_, pair)| text(pair)).collect()
}
