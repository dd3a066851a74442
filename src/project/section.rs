//! Strict reading of one table of a file: what is no key of the section is an error that names the
//! nearest one. Faults are collected, not thrown.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::crs::Crs;
use crate::error::{Error, Fault, Place, ProjectFault};
use crate::spelling::nearest;
use crate::units::Share;

/// The text of a project file and the faults found in it.
pub struct Document<'t> {
    file: String,
    text: &'t str,
    faults: Vec<ProjectFault>,
}

impl<'t> Document<'t> {
    /// Starts with no faults.
    pub fn new(file: String, text: &'t str) -> Self {
        Self { file, text, faults: Vec::new() }
    }

    /// The faults so far, in the order of the text.
    pub fn into_faults(mut self) -> Vec<ProjectFault> {
        self.faults.sort_by_key(|f| f.place.as_ref().map(|p| (p.line, p.column)));
        self.faults.dedup();
        self.faults
    }

    /// Whether nothing is wrong so far.
    pub fn is_faultless(&self) -> bool {
        self.faults.is_empty()
    }

    /// Keeps a fault at a place in the text.
    pub fn fault(&mut self, span: Option<Range<usize>>, message: String, hint: Option<String>) {
        let place = span.map(|span| self.place(span));
        self.faults.push(ProjectFault { file: self.file.clone(), place, message, hint });
    }

    fn place(&self, span: Range<usize>) -> Place {
        let start = span.start.min(self.text.len());
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        let end = span.end.clamp(start, line_end);
        // A tab is one character wide here and in the marks below it.
        let text = self.text[line_start..line_end].trim_end_matches('\r').replace('\t', " ");
        Place {
            line: self.text[..line_start].matches('\n').count() + 1,
            column: self.text[line_start..start].chars().count() + 1,
            width: self.text[start..end].chars().count().max(1),
            text,
        }
    }
}

/// One table of the project file while it is read.
pub struct Section<'a, 't> {
    document: &'a mut Document<'t>,
    name: String,
    span: Range<usize>,
    table: &'a DeTable<'t>,
    known: Vec<&'static str>,
}

impl<'a, 't> Section<'a, 't> {
    /// Opens a table; `name` is how messages call it, such as `[region]`.
    pub fn open(
        document: &'a mut Document<'t>,
        name: &str,
        span: Range<usize>,
        table: &'a DeTable<'t>,
    ) -> Self {
        Self { document, name: name.to_owned(), span, table, known: Vec::new() }
    }

    /// Whether the key is there, without counting it as asked for.
    pub fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// Whether the key holds text.
    pub fn is_text(&self, key: &str) -> bool {
        self.table.get(key).is_some_and(|value| value.get_ref().as_str().is_some())
    }

    /// How many things the list of a key has; 0 without one.
    pub fn list_length(&self, key: &str) -> usize {
        self.table.get(key).and_then(|value| value.get_ref().as_array()).map_or(0, |l| l.len())
    }

    /// Where the value of each key stands in the text.
    pub fn places(&self) -> Vec<(String, Range<usize>)> {
        let keys = self.table.iter();
        keys.map(|(key, value)| (key.get_ref().to_string(), value.span())).collect()
    }

    /// Keeps the faults of another file that this one names.
    pub fn faults_of(&mut self, error: Error) {
        let Error::Input { faults, .. } = error else { return };
        for fault in faults {
            if let Fault::Project(fault) = fault {
                self.document.faults.push(fault);
            }
        }
    }

    /// Keeps a fault at a place in the text; without one the whole file is meant.
    pub fn fault_in(&mut self, span: Option<Range<usize>>, message: String, hint: String) {
        self.document.fault(span, message, Some(hint));
    }

    /// Whether the key holds a list with nothing in it.
    pub fn is_empty_list(&self, key: &str) -> bool {
        let list = self.table.get(key).and_then(|value| value.get_ref().as_array());
        list.is_some_and(|items| items.is_empty())
    }

    /// Tells which keys the section may have, before they are read.
    pub fn know(&mut self, keys: &[&'static str]) {
        self.known.extend(keys);
    }

    /// The value of a key with its place.
    pub fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'t>>> {
        self.table.get(key)
    }

    /// Keeps a fault at the value of a key, or at the section where the key is absent.
    pub fn fault_at(&mut self, key: &str, message: impl Into<String>, hint: impl Into<String>) {
        let span = self.table.get(key).map_or(self.span.clone(), Spanned::span);
        self.document.fault(Some(span), message.into(), Some(hint.into()));
    }

    /// Whether a key is there that may not be left out.
    pub fn needs(&mut self, key: &'static str) -> bool {
        let is_there = self.value(key).is_some();
        if !is_there {
            let (name, span) = (self.name.clone(), self.span.clone());
            self.document.fault(
                Some(span),
                format!("{name} needs the key `{key}`"),
                self.misspelled(key).map(|near| format!("is `{near}` meant to be `{key}`?")),
            );
        }
        is_there
    }

    fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let found = value.get_ref().type_str();
        self.document.fault(
            Some(value.span()),
            format!("`{key}` must be {wanted}, not {found}"),
            None,
        );
    }

    /// Text that is not blank.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        self.as_text(key, value)
    }

    fn as_text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        match value.get_ref().as_str() {
            Some(text) if text.trim().is_empty() => {
                self.document.fault(Some(value.span()), format!("`{key}` is blank"), None);
                None
            }
            Some(text) => Some(text.to_owned()),
            None => {
                self.wrong_type(key, value, "text in quotes");
                None
            }
        }
    }

    /// A day, month or year: `2026-04-21`, `2026-04`, `2026`, in quotes or as a TOML date.
    pub fn date(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let written = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            other => other.as_str().unwrap_or_default().to_owned(),
        };
        if is_date(&written) {
            return Some(written);
        }
        self.document.fault(
            Some(value.span()),
            format!("`{key}` is no date"),
            Some("write it as \"2026-04-21\", \"2026-04\" or \"2026\"".to_owned()),
        );
        None
    }

    /// true or false.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, value, "true or false");
        }
        flag
    }

    /// A coordinate reference system.
    pub fn crs(&mut self, key: &'static str) -> Option<Crs> {
        let definition = self.text(key)?;
        Crs::from_definition(&definition)
            .map_err(|fault| self.fault_at(key, fault.to_string(), "such as \"EPSG:3006\""))
            .ok()
    }

    /// A number.
    pub fn number(&mut self, key: &'static str) -> Option<f64> {
        let value = self.value(key)?;
        let number = number_of(value.get_ref());
        if number.is_none() {
            self.wrong_type(key, value, "a number");
        }
        number
    }

    /// A number that one of our quantity types accepts.
    pub fn quantity<T>(&mut self, key: &'static str, make: fn(f64) -> Option<T>) -> Option<T> {
        let number = self.number(key)?;
        let made = make(number);
        if made.is_none() {
            self.fault_at(key, format!("`{key}` cannot be {number}"), "it must be 0 or more");
        }
        made
    }

    /// A share, from 0 to 1.
    pub fn share(&mut self, key: &'static str) -> Option<Share> {
        let number = self.number(key)?;
        let made = Share::new(number);
        if made.is_none() {
            let message = format!("`{key}` cannot be {number}");
            self.fault_at(key, message, "it is a share, from 0 to 1");
        }
        made
    }

    /// A whole number, 0 or more.
    pub fn whole_number(&mut self, key: &'static str) -> Option<u64> {
        let number = self.number(key)?;
        if number.fract() == 0.0 && (0.0..=9_007_199_254_740_992.0).contains(&number) {
            return Some(number as u64);
        }
        self.fault_at(key, format!("`{key}` must be a whole number, 0 or more"), "such as 1000");
        None
    }

    /// A list of texts; empty where absent.
    pub fn texts(&mut self, key: &'static str) -> Vec<String> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of texts, such as [\"a\", \"b\"]");
            return Vec::new();
        };
        items.iter().filter_map(|item| self.as_text(key, item)).collect()
    }

    /// A list of numbers; `None` where absent.
    pub fn numbers(&mut self, key: &'static str) -> Option<Vec<f64>> {
        let value = self.value(key)?;
        let numbers: Option<Vec<f64>> = value
            .get_ref()
            .as_array()
            .and_then(|items| items.iter().map(|item| number_of(item.get_ref())).collect());
        if numbers.is_none() {
            self.wrong_type(key, value, "a list of numbers, such as [10, 30]");
        }
        numbers
    }

    /// One word of a fixed set; `None` where absent or wrong.
    pub fn word<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(key)?;
        self.meaning(key, &text, words)
    }

    /// Words of a fixed set; empty where absent.
    pub fn words<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Vec<T> {
        let texts = self.texts(key);
        texts.iter().filter_map(|text| self.meaning(key, text, words)).collect()
    }

    fn meaning<T: Copy>(&mut self, key: &str, text: &str, words: &[(&str, T)]) -> Option<T> {
        let found = words.iter().find(|(word, _)| *word == text).map(|&(_, meaning)| meaning);
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|&(word, _)| word).collect();
            let hint = match nearest(text, known.iter().copied()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => format!("one of {}", known.join(", ")),
            };
            self.fault_at(key, format!("`{key}` cannot be \"{text}\""), hint);
        }
        found
    }

    /// A table of texts, such as `kind_map`; empty where absent.
    pub fn text_map(&mut self, key: &'static str) -> Vec<(String, String)> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table, such as { a = \"b\" }");
            return Vec::new();
        };
        table
            .iter()
            .filter_map(|(name, item)| Some((name.get_ref().to_string(), self.as_text(key, item)?)))
            .collect()
    }

    /// A table inside this one, read by `read`; `None` where absent or no table.
    pub fn inner<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Section<'_, 't>) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_type(key, value, "a table");
            return None;
        };
        let name = format!("{}.{key}", self.name);
        let mut section = Section::open(self.document, &name, value.span(), table);
        let made = read(&mut section);
        section.finish();
        made
    }

    /// A list of tables inside this one, each read by `read`; empty where absent.
    pub fn inner_list<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Section<'_, 't>) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let name = format!("[[{key}]]");
        let items = value.get_ref().as_array().map(|items| items.as_ref()).unwrap_or_default();
        if items.is_empty() || items.iter().any(|item| item.get_ref().as_table().is_none()) {
            let hint = format!("write {name}, with two pairs of brackets");
            self.fault_at(key, format!("`{key}` is a list of tables"), hint);
        }
        let mut made = Vec::new();
        for item in items {
            let Some(table) = item.get_ref().as_table() else { continue };
            let mut section = Section::open(self.document, &name, item.span(), table);
            made.extend(read(&mut section));
            section.finish();
        }
        made
    }

    /// Reports every key that the section may not have.
    pub fn finish(self) {
        for (key, value) in self.table {
            let written = key.get_ref().as_ref();
            if self.known.contains(&written) {
                continue;
            }
            let near = nearest(written, self.known.iter().copied());
            let hint = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    let mut known = self.known.clone();
                    known.sort_unstable();
                    format!("known here: {}", known.join(", "))
                }
            };
            // Inline tables give their keys no span of their own in every case.
            let span = if key.span().is_empty() { value.span() } else { key.span() };
            self.document.fault(
                Some(span),
                format!("unknown key `{written}` in {}", self.name),
                Some(hint),
            );
        }
    }

    /// A key in the table that looks like a misspelling of `wanted`.
    fn misspelled(&self, wanted: &str) -> Option<String> {
        let written = self.table.keys().map(|key| key.get_ref().as_ref());
        nearest(wanted, written.filter(|key| !self.known.contains(key))).map(str::to_owned)
    }
}

fn number_of(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(i) => i64::from_str_radix(i.as_str(), i.radix()).ok().map(|i| i as f64),
        DeValue::Float(f) => f.as_str().parse().ok().filter(|f: &f64| f.is_finite()),
        _ => None,
    }
}

/// `2026`, `2026-04` or `2026-04-21`, with a month and day that exist.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    let part = |i: usize| parts.get(i).and_then(|p| p.parse::<u32>().ok()).unwrap_or(0);
    let shape = match parts.as_slice() {
        [y] => digits(y, 4),
        [y, m] => digits(y, 4) && digits(m, 2),
        [y, m, d] => digits(y, 4) && digits(m, 2) && digits(d, 2),
        _ => false,
    };
    let leap = part(0) % 4 == 0 && (part(0) % 100 != 0 || part(0) % 400 == 0);
    let days = match part(1) {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    shape
        && (parts.len() < 2 || (1..=12).contains(&part(1)))
        && (parts.len() < 3 || (1..=days).contains(&part(2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_exist() {
        assert!(is_date("2026") && is_date("2026-04") && is_date("2024-02-29"));
        assert!(!is_date("2026-02-29") && !is_date("2026-13") && !is_date("21/4 2026"));
    }
}
