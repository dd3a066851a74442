//! Headers of the sheets, for people who work in Excel: what people call a column, but in
//! English the name that it has in the CSV file.

use std::collections::HashSet;

use crate::table::Column;
use crate::words::{Language, Words};

/// What Excel takes as the header of a table column, in UTF-16 units.
const LONGEST_HEADER: usize = 255;

/// The header of a column.
pub fn header(words: Words, column: &Column) -> String {
    if words.0 == Language::OF_NAMES { column.name.to_string() } else { column.label(words) }
}

/// The headers of a table as Excel takes them: short enough, and no two alike in any case. Ids
/// that a project gives its indicators may differ by case only, or equal a label.
pub fn headers(words: Words, columns: &[Column]) -> Vec<String> {
    unique(columns.iter().map(|column| header(words, column)))
}

fn unique(headers: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut unique = |header: String| {
        let label: String = header.replace(char::is_control, " ");
        // Space for a number behind.
        let label = super::shortened(&label, LONGEST_HEADER - 8);
        let mut candidate = label.to_string();
        let mut number = 2;
        while !taken.insert(candidate.to_lowercase()) {
            candidate = format!("{label} ({number})");
            number += 1;
        }
        candidate
    };
    headers.into_iter().map(&mut unique).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::four_pillars;
    use crate::table::Holds;
    use crate::table::list::described;
    use Language::{En, Sv};

    #[test]
    fn no_table_has_two_columns_with_the_same_header() {
        for table in described(&four_pillars()) {
            let mut seen = HashSet::new();
            let is_shown = |column: &&Column| match column.holds {
                Holds::Said(language) => language == Sv,
                _ => true,
            };
            for column in table.columns.iter().filter(is_shown) {
                let label = header(Words(Sv), column);
                assert!(seen.insert(label.to_lowercase()), "{}: {label} twice", table.name);
            }
        }
    }

    #[test]
    fn headers_are_words_in_swedish_and_names_in_english() {
        let tables = described(&four_pillars());
        let municipalities = tables.iter().find(|table| table.name == "municipalities");
        let columns = &municipalities.expect("one of them").columns;
        let of = |name: &str| columns.iter().find(|column| column.name == name).expect("it has it");
        assert_eq!(header(Words(Sv), of("score_low")), "Poäng lägst");
        assert_eq!(header(Words(En), of("score_low")), "score_low");
        assert!(header(Words(Sv), of("fixed_low")).ends_with(" lägst"));
    }

    #[test]
    fn headers_that_excel_takes_for_equal_are_numbered() {
        let found = unique(["Namn", "NAMN", "namn", "a\nb"].map(str::to_owned));
        assert_eq!(found, ["Namn", "NAMN (2)", "namn (3)", "a b"]);
        let long = "x".repeat(300);
        let found = unique([long.clone(), long]);
        assert!(found.iter().all(|header| header.len() <= LONGEST_HEADER));
        assert_ne!(found[0], found[1]);
    }
}
