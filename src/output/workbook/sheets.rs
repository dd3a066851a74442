//! What the sheets are called, and a sentence about each.

use std::collections::HashSet;

use crate::table::Table;
use crate::words::Words;
use crate::words::key::{self, form};

/// What Excel takes as the name of a sheet, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// Characters that no sheet may be named with.
const FORBIDDEN: [char; 8] = ['[', ']', ':', '*', '?', '/', '\\', '\''];

/// A sentence about the sheet of a table; empty for a table without one.
pub fn sentence(words: Words, table: &Table) -> String {
    words.form_by_id("table", table.name, form::Sheet).unwrap_or_default()
}

/// The sheets of tables, in their order: names that Excel takes, no two alike in any case.
pub fn names(words: Words, tables: &[&str]) -> Vec<String> {
    let others = [words.say(key::WorkbookReadme), words.say(key::WorkbookTryWeights)];
    let mut taken: HashSet<String> = others.iter().map(|name| name.to_lowercase()).collect();
    let mut names = Vec::with_capacity(tables.len());
    for table in tables {
        let own = words.code_by_id("table", table).unwrap_or_else(|| (*table).to_owned());
        let own = own.replace(|c: char| FORBIDDEN.contains(&c) || c.is_control(), "_");
        // Space for a number behind.
        let own = super::shortened(&own, LONGEST_NAME - 5);
        let mut name = own.to_string();
        let mut number = 2;
        while !taken.insert(name.to_lowercase()) {
            name = format!("{own} ({number})");
            number += 1;
        }
        names.push(name);
    }
    names
}

/// The name of a table as Excel takes it: letters, digits and `_`, not like a cell (`AB12`,
/// `R1C1`), which is what a formula would take it for.
pub fn table_name(table: &str) -> String {
    let mut name: String =
        table.chars().map(|c| if c.is_alphanumeric() || c == '_' { c } else { '_' }).collect();
    let starts_well = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let letters = name.chars().take_while(char::is_ascii_alphabetic).count();
    let is_cell = (1..=3).contains(&letters)
        && name.len() > letters
        && name.chars().skip(letters).all(|c| c.is_ascii_digit());
    let is_r1c1 = name
        .strip_prefix(['r', 'R', 'c', 'C'])
        .is_some_and(|rest| rest.chars().all(|c| matches!(c, 'r' | 'R' | 'c' | 'C' | '0'..='9')));
    if !starts_well || is_cell || is_r1c1 {
        name.insert(0, '_');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::four_pillars;
    use crate::table::list::described;
    use crate::words::Language::{En, Sv};

    #[test]
    fn every_table_of_a_run_has_a_name_that_excel_takes_and_a_sentence() {
        let of_other_commands = [
            "outage",
            "outage_municipalities",
            "outage_elements",
            "worst",
            "worst_pairs",
            "differences",
            "difference_indicators",
            "difference_sites",
        ];
        let tables = described(&four_pillars());
        let of_run: Vec<&str> = tables
            .iter()
            .map(|t| t.name)
            .filter(|name| !of_other_commands.contains(name))
            .collect();
        for words in [Words(Sv), Words(En)] {
            for (name, table) in names(words, &of_run).iter().zip(&of_run) {
                let own = words.code_by_id("table", table);
                assert_eq!(Some(name), own.as_ref(), "{table}");
                assert!(words.form_by_id("table", table, form::Sheet).is_some(), "{table}");
            }
        }
    }

    #[test]
    fn other_tables_get_a_name_of_their_own() {
        let long = "x".repeat(40);
        let names =
            names(Words(Sv), &["a/b", "A_B", "läs mig", "Kommuner", "municipalities", &long]);
        assert_eq!(names[..5], ["a_b", "A_B (2)", "läs mig (2)", "Kommuner", "Kommuner (2)"]);
        assert!(names[5].chars().count() <= LONGEST_NAME);
    }

    #[test]
    fn table_names_are_no_cells() {
        for good in ["municipalities", "group_scores", "worst", "site_1", "_x", "xyz"] {
            assert_eq!(table_name(good), good);
        }
        for bad in ["AB12", "r", "R1C1", "rc", "2025"] {
            assert_eq!(table_name(bad), format!("_{bad}"));
        }
        assert_eq!(table_name("a-b c"), "a_b_c");
    }
}
