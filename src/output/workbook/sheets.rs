//! What the sheets are called, and a sentence about each.

use std::collections::HashSet;

use crate::words::Language;

/// What Excel takes as the name of a sheet, in UTF-16 units.
const LONGEST_NAME: usize = 31;

/// Characters that no sheet may be named with.
const FORBIDDEN: [char; 8] = ['[', ']', ':', '*', '?', '/', '\\', '\''];

/// Table, sheet in Swedish and English, sentence in Swedish and English.
type Entry = (&'static str, [&'static str; 2], [&'static str; 2]);

const SHEETS: &[Entry] = &[
    (
        "municipalities",
        ["Kommuner", "Municipalities"],
        [
            "En rad per kommun: antal, poäng, rang och delområden.",
            "One row per municipality: counts, score, rank and pillars.",
        ],
    ),
    (
        "groups",
        ["Grupper", "Groups"],
        ["En rad per grupp av kommuner.", "One row per group of municipalities."],
    ),
    (
        "questions",
        ["Att fråga om", "To ask"],
        [
            "Vilka uppgifter som saknas och skulle göra poängen säkrare.",
            "Which facts are missing and would make the score surer.",
        ],
    ),
    (
        "indicators",
        ["Indikatorer", "Indicators"],
        ["En rad per kommun och indikator.", "One row per municipality and indicator."],
    ),
    (
        "group_indicators",
        ["Grupper – indikatorer", "Groups – indicators"],
        ["En rad per grupp och indikator.", "One row per group and indicator."],
    ),
    (
        "indicator_values",
        ["Indikatorvärden", "Indicator values"],
        ["Indikatorernas värden bredvid varandra.", "The values of the indicators side by side."],
    ),
    ("scores", ["Poäng", "Scores"], ["Poäng, rang och delområden.", "Score, rank and pillars."]),
    (
        "group_scores",
        ["Grupper – poäng", "Groups – scores"],
        ["Gruppernas poäng, rang och delområden.", "Score, rank and pillars of the groups."],
    ),
    (
        "services",
        ["Tjänster", "Services"],
        [
            "En rad per verksamhet och digital tjänst som berör den.",
            "One row per site and digital service that concerns it.",
        ],
    ),
    (
        "service_summary",
        ["Tjänster per kommun", "Services per municipality"],
        ["En rad per kommun och digital tjänst.", "One row per municipality and digital service."],
    ),
    (
        "group_service_summary",
        ["Grupper – tjänster", "Groups – services"],
        ["En rad per grupp och digital tjänst.", "One row per group and digital service."],
    ),
    (
        "sites",
        ["Verksamheter", "Sites"],
        [
            "En rad per verksamhet: anslutning, täckning, vad den hänger på och hur länge den klarar sig.",
            "One row per site: connection, coverage, what it hangs on and how long it lasts.",
        ],
    ),
    (
        "site_indicators",
        ["Verksamheter per indikator", "Sites per indicator"],
        ["Vilka verksamheter som uppfyller vilken indikator.", "Which sites meet which indicator."],
    ),
    (
        "dependencies",
        ["Beroenden", "Dependencies"],
        [
            "En rad per verksamhet och enskild punkt vars bortfall bryter dess tjänst.",
            "One row per site and single point of failure.",
        ],
    ),
    (
        "elements",
        ["Nätdelar", "Elements"],
        [
            "En rad per nod, kabel, schakt, mast eller elmatning som bryter tjänsten för minst en verksamhet.",
            "One row per element that takes service from at least one site.",
        ],
    ),
    (
        "backups",
        ["Reservvägar", "Backups"],
        [
            "En rad per verksamhet och mast som når den, eller kan nå den.",
            "One row per site and mast that reaches it, or may.",
        ],
    ),
    (
        "endurance",
        ["Uthållighet", "Endurance"],
        [
            "Hur många verksamheter som har tjänst kvar så många timmar efter att elnätet gått ner överallt.",
            "How many sites have service left so many hours after grid power was lost everywhere.",
        ],
    ),
    (
        "group_endurance",
        ["Grupper – uthållighet", "Groups – endurance"],
        ["Detsamma per grupp av kommuner.", "The same per group of municipalities."],
    ),
    (
        "findings",
        ["Anmärkningar", "Findings"],
        [
            "Vad indata ger skäl att tvivla på: rader som inte användes, eller användes med en gissning.",
            "What the input leaves in doubt: rows that were not used, or used with a guess.",
        ],
    ),
    (
        "sensitivity",
        ["Känslighet", "Sensitivity"],
        [
            "Hur mycket olika antaganden betyder för resultatet.",
            "How much each assumption matters for the result.",
        ],
    ),
    ("gains", ["Åtgärder", "Gains"], ["Vad en åtgärd skulle ge.", "What a measure would gain."]),
    (
        "coherence",
        ["Samstämmighet", "Coherence"],
        ["Om indikatorerna drar åt samma håll.", "Whether the indicators point the same way."],
    ),
    (
        "rank_pairs",
        ["Parjämförelser", "Rank pairs"],
        [
            "Hur säkert det är att den ena ligger före den andra.",
            "How certain it is that one is ahead of the other.",
        ],
    ),
    (
        "group_rank_pairs",
        ["Grupper – parjämförelser", "Groups – rank pairs"],
        ["Detsamma för grupper av kommuner.", "The same for groups of municipalities."],
    ),
    (
        "group_sensitivity",
        ["Grupper – känslighet", "Groups – sensitivity"],
        ["Detsamma för grupper av kommuner.", "The same for groups of municipalities."],
    ),
    (
        "group_coherence",
        ["Grupper – samstämmighet", "Groups – coherence"],
        ["Detsamma för grupper av kommuner.", "The same for groups of municipalities."],
    ),
    (
        "mend",
        ["Att åtgärda", "To mend"],
        [
            "Verksamheter som inte är redo för tjänsten, den värsta först.",
            "Sites that are not ready for the service, the worst first.",
        ],
    ),
];

fn entry(table: &str) -> Option<&'static Entry> {
    SHEETS.iter().find(|(name, ..)| *name == table)
}

fn in_language(language: Language, texts: [&'static str; 2]) -> &'static str {
    match language {
        Language::Sv => texts[0],
        Language::En => texts[1],
    }
}

/// The sheet that tells what the workbook is.
pub fn readme(language: Language) -> &'static str {
    in_language(language, ["Läs mig", "README"])
}

/// The sheet where weights can be tried.
pub fn try_weights(language: Language) -> &'static str {
    in_language(language, ["Räkna själv", "Try weights"])
}

/// A sentence about the sheet of a table; empty for a table without an entry above.
pub fn sentence(language: Language, table: &str) -> &'static str {
    entry(table).map_or("", |&(.., sentences)| in_language(language, sentences))
}

/// The sheets of tables, in their order: names that Excel takes, no two alike in any case.
pub fn names(language: Language, tables: &[&str]) -> Vec<String> {
    let mut taken = HashSet::from([readme(language), try_weights(language)].map(str::to_lowercase));
    let mut names = Vec::with_capacity(tables.len());
    for table in tables {
        let own = entry(table).map_or(*table, |&(_, name, _)| in_language(language, name));
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
    use Language::{En, Sv};

    #[test]
    fn every_name_is_one_that_excel_takes() {
        for language in [Sv, En] {
            let tables: Vec<&str> = SHEETS.iter().map(|(table, ..)| *table).collect();
            let names = names(language, &tables);
            for (name, (table, own, _)) in names.iter().zip(SHEETS) {
                assert_eq!(name, in_language(language, *own), "{table}");
            }
        }
    }

    #[test]
    fn every_table_of_a_run_has_a_sheet_name_and_a_sentence() {
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
        for table in
            described(&four_pillars()).iter().filter(|t| !of_other_commands.contains(&t.name))
        {
            assert!(entry(table.name).is_some(), "{}", table.name);
        }
    }

    #[test]
    fn other_tables_get_a_name_of_their_own() {
        let long = "x".repeat(40);
        let names = names(Sv, &["a/b", "A_B", "läs mig", "Kommuner", "municipalities", &long]);
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
