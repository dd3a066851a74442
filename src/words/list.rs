//! Lists within a sentence.

use crate::words::{Words, key};

impl Words {
    /// `a, b and c`.
    pub fn list<T: AsRef<str>>(self, items: &[T]) -> String {
        joined(items, |first, last| self.say(key::ListAnd { first, last }))
    }

    /// `a, b or c`.
    pub fn choice<T: AsRef<str>>(self, items: &[T]) -> String {
        joined(items, |first, last| self.say(key::ListOr { first, last }))
    }

    /// [`Words::list`] of the first few, and how many more there are.
    pub fn short_list<T: AsRef<str>>(self, items: &[T], at_most: usize) -> String {
        if items.len() <= at_most {
            return self.list(items);
        }
        let mut named: Vec<String> =
            items[..at_most].iter().map(|item| item.as_ref().to_owned()).collect();
        named.push(self.say(key::ListMore { count: items.len() - at_most }));
        self.list(&named)
    }
}

fn joined<T: AsRef<str>>(items: &[T], end: impl Fn(&str, &str) -> String) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            end(&first.join(", "), last.as_ref())
        }
    }
}

/// With a capital letter.
pub fn sentence(text: impl AsRef<str>) -> String {
    let mut letters = text.as_ref().chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language::{En, Sv};

    #[test]
    fn lists_end_with_and() {
        let (sv, en) = (Words(Sv), Words(En));
        assert_eq!(sv.list(&["a", "b", "c"]), "a, b och c");
        assert_eq!(en.choice(&["a", "b"]), "a or b");
        assert_eq!(en.short_list(&["a", "b", "c"], 1), "a and 2 more");
        assert_eq!(sv.list::<&str>(&[]), "");
        assert_eq!(sentence("åtta"), "Åtta");
    }
}
