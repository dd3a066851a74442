//! Swedish words for columns, for people who work in Excel. In English a column keeps the name
//! it has in the CSV file.

use std::collections::HashSet;

use crate::words::Language;

/// What Excel takes as the header of a table column, in UTF-16 units.
const LONGEST_HEADER: usize = 255;

/// Swedish headers, one per column name, whatever the table. Two columns of one table never share
/// one; a test compares this list with the documented columns.
const COLUMNS: &[(&str, &str)] = &[
    // Who and where.
    ("site_id", "Verksamhets-id"),
    ("unit_id", "Enhet"),
    ("name", "Namn"),
    ("kind", "Slag"),
    ("municipality_code", "Kommunkod"),
    ("municipality_match", "Kommun bestämd genom"),
    ("group", "Grupp"),
    ("easting_m", "Öst (m)"),
    ("northing_m", "Nord (m)"),
    ("persons", "Personer"),
    ("source", "Källa"),
    ("source_row", "Rad i källan"),
    // Connections.
    ("fixed_status", "Fast anslutning"),
    ("fixed_technology", "Fast teknik"),
    ("fixed_download_mbps", "Fast hastighet ned (Mbit/s)"),
    ("fixed_source", "Källa för fast"),
    ("fixed_source_date", "Datum för fast"),
    ("fixed_source_row", "Rad för fast"),
    ("fixed_source_file", "Fil för fast"),
    ("fixed_layer_file", "Fil för fast täckning"),
    ("fixed_layer_row", "Rad för fast täckning"),
    ("fixed_rate_file", "Fil för fast hastighet"),
    ("fixed_rate_row", "Rad för fast hastighet"),
    ("meets_target", "Når hastighetsmålet"),
    ("mobile_networks_10mbps", "Mobilnät med 10 Mbit/s"),
    ("mobile_networks_30mbps", "Mobilnät med 30 Mbit/s"),
    ("mobile_networks_unknown", "Mobilnät, okänt"),
    ("served", "Har tjänst"),
    ("fixed_service", "Har fast tjänst"),
    ("mobile_service", "Har mobil tjänst"),
    ("unlisted_mast", "Mast utanför listan kan nå"),
    // The network.
    ("nearest_node", "Närmaste nod"),
    ("nearest_node_m", "Närmaste nod (m)"),
    ("nearest_mast", "Närmaste mast"),
    ("nearest_mast_m", "Närmaste mast (m)"),
    ("access_node", "Anslutningsnod"),
    ("drop_length_m", "Till anslutningsnoden (m)"),
    ("network_status", "Väg till kärnan"),
    ("disjoint_paths", "Skilda vägar"),
    ("single_points", "Enskilda punkter"),
    ("fallback", "Reservväg"),
    ("flags", "Flaggor"),
    ("power_feeds", "Elmatningar"),
    ("backup_power_h", "Reservkraft (h)"),
    ("endurance_h", "Uthållighet (h)"),
    ("endurance_low_h", "Uthållighet lägst (h)"),
    ("endurance_high_h", "Uthållighet högst (h)"),
    ("node_id", "Nod-id"),
    ("core", "Kärnnod"),
    ("in_service", "I drift"),
    ("start_node", "Från nod"),
    ("end_node", "Till nod"),
    ("next_single_point", "Nästa enskilda punkt"),
    ("next_single_point_kind", "Slag av nästa enskilda punkt"),
    ("nodes_cut_off", "Noder som bryts"),
    // What fails.
    ("element_kind", "Slag av nätdel"),
    ("element_id", "Nätdel"),
    ("element_kind_1", "Slag av nätdel 1"),
    ("element_id_1", "Nätdel 1"),
    ("name_1", "Namn 1"),
    ("element_kind_2", "Slag av nätdel 2"),
    ("element_id_2", "Nätdel 2"),
    ("name_2", "Namn 2"),
    ("stage", "Var i nätet"),
    ("effect", "Vad som bryts"),
    ("trench_within_m", "Schakt: antaget avstånd (m)"),
    ("trench_length_m", "Schakt: längd (m)"),
    ("order_to_core", "Ordning mot kärnan"),
    ("sites_cut_off", "Verksamheter som bryts"),
    ("schools_cut_off", "Skolor som bryts"),
    ("care_homes_cut_off", "Särskilda boenden som bryts"),
    ("persons_cut_off", "Personer som bryts"),
    ("sites_without_service", "Verksamheter utan någon tjänst"),
    ("sites_service_unknown", "Verksamheter där reserven är okänd"),
    ("sites_persons_unknown", "Verksamheter med okänt antal personer"),
    ("sites_together", "Verksamheter bara tillsammans"),
    ("consists_of", "Består av"),
    ("place", "Plats"),
    ("named_by", "Utpekad av"),
    // Backups.
    ("mast_id", "Mast"),
    ("radio_network", "Radionät"),
    ("reaches", "Når fram"),
    ("basis", "Grund"),
    ("holds", "Håller"),
    ("shared_kind", "Slag av gemensam nätdel"),
    ("shared_id", "Gemensam nätdel"),
    ("mast_node", "Mastens nod"),
    ("mast_feeds", "Mastens elmatningar"),
    ("mast_way", "Mastens väg till kärnan"),
    // Units.
    ("sites", "Verksamheter"),
    ("schools", "Skolor"),
    ("care_homes", "Särskilda boenden"),
    ("sites_connected", "Anslutna"),
    ("sites_unconnected", "Utan fast anslutning"),
    ("sites_unknown", "Okänd anslutning"),
    ("sites_with_spof", "Hänger på en enda punkt"),
    ("sites_passed", "Nät i närheten"),
    ("sites_planned", "Planerade"),
    ("service_places", "Tjänster vid verksamheter"),
    ("service_places_ready", "Tjänster som är redo"),
    ("service_places_unknown", "Tjänster, okänt"),
    ("score", "Poäng"),
    ("rank", "Rang"),
    ("fixed", "Fast"),
    ("mobile", "Mobilt"),
    ("resilience", "Motståndskraft"),
    ("power", "El"),
    ("indicator", "Indikator"),
    ("pillar", "Delområde"),
    ("value", "Värde"),
    ("known_share", "Andel känt"),
    ("normalised", "Normaliserat 0–100"),
    ("weight", "Vikt"),
    ("probability", "Sannolikhet"),
    ("reason", "Skäl"),
    ("factor", "Faktor"),
    ("first_order", "Första ordningens effekt"),
    ("total", "Total effekt"),
    ("check", "Kontroll"),
    ("verdict", "Utslag"),
    ("measure", "Åtgärd"),
    ("sites_mended", "Verksamheter som åtgärdas"),
    ("score_after", "Poäng efter"),
    ("rank_after", "Rang efter"),
    // Two results compared.
    ("score_a", "Poäng A"),
    ("score_low_a", "Poäng lägst A"),
    ("score_high_a", "Poäng högst A"),
    ("rank_a", "Rang A"),
    ("score_b", "Poäng B"),
    ("score_low_b", "Poäng lägst B"),
    ("score_high_b", "Poäng högst B"),
    ("rank_b", "Rang B"),
    ("difference", "Skillnad"),
    ("data", "Därav data"),
    ("method", "Därav metod"),
    ("scope", "Därav omfattning"),
    ("asked", "Frågas i"),
    ("common_score_a", "Gemensam poäng A"),
    ("common_score_low_a", "Gemensam poäng lägst A"),
    ("common_score_high_a", "Gemensam poäng högst A"),
    ("common_rank_a", "Gemensam rang A"),
    ("common_score_b", "Gemensam poäng B"),
    ("common_score_low_b", "Gemensam poäng lägst B"),
    ("common_score_high_b", "Gemensam poäng högst B"),
    ("common_rank_b", "Gemensam rang B"),
    ("real", "Säker skillnad"),
    ("points", "Poäng av skillnaden"),
    ("value_a", "Värde A"),
    ("value_b", "Värde B"),
    ("normalised_a", "Normaliserat A 0–100"),
    ("normalised_b", "Normaliserat B 0–100"),
    ("municipality_code_a", "Kommunkod A"),
    ("municipality_code_b", "Kommunkod B"),
    ("change", "Ändring"),
    ("before", "Före"),
    ("after", "Efter"),
    // Endurance and outages.
    ("hours", "Timmar"),
    ("with_service", "Med tjänst"),
    ("without_service", "Utan tjänst"),
    ("unknown", "Okänt"),
    ("fixed_before", "Fast före"),
    ("mobile_before", "Mobilt före"),
    ("fixed_after", "Fast efter"),
    ("mobile_after", "Mobilt efter"),
    ("outcome", "Utfall"),
    ("with_service_before", "Med tjänst före"),
    ("with_service_after", "Med tjänst efter"),
    ("without", "Utan tjänst"),
    ("schools_without", "Skolor utan tjänst"),
    ("care_homes_without", "Särskilda boenden utan tjänst"),
    ("persons_without", "Personer utan tjänst"),
    ("loses_all", "Förlorar all tjänst"),
    ("loses_fixed", "Förlorar fast"),
    ("loses_mobile", "Förlorar mobilt"),
    // Services.
    ("service_id", "Tjänst"),
    ("status", "Status"),
    ("missing", "Saknas eller okänt"),
    ("not_known", "Därav okänt"),
    ("needed_download_mbps", "Krav: hastighet ned (Mbit/s)"),
    ("needed_fallback", "Krav: reservväg"),
    ("needed_endurance_h", "Krav: uthållighet (h)"),
    ("ready", "Redo"),
    ("at_risk", "Sårbar"),
    ("not_ready", "Inte redo"),
    ("order", "Ordning"),
    ("municipality", "Kommun"),
    ("not_met", "Krav som inte uppfylls"),
    // Scores.
    ("no_score", "Varför ingen poäng"),
    ("score_rests_on", "Poängen vilar på"),
    ("ranked_among", "Rang av hur många"),
    ("estimate", "Skattning"),
    ("probability_best_quarter", "Sannolikhet: bästa fjärdedelen"),
    ("probability_second_quarter", "Sannolikhet: andra fjärdedelen"),
    ("probability_third_quarter", "Sannolikhet: tredje fjärdedelen"),
    ("probability_worst_quarter", "Sannolikhet: sista fjärdedelen"),
    ("below_unit_id", "Enhet efter"),
    ("normalised_low", "Normerat lägst"),
    ("normalised_high", "Normerat högst"),
    ("weight_in_index", "Vikt i hela poängen"),
    ("region_median", "Mitten av alla"),
    ("standing", "Styrka eller svaghet"),
    ("outside_goalposts", "Utanför målvärdena"),
    ("output", "Vad som flyttas"),
    ("samples", "Antal prov"),
    ("first", "Första"),
    ("second", "Andra"),
    ("units", "Antal enheter"),
    ("influence_in_index", "Inflytande på poängen"),
    ("sites_lacking", "Verksamheter som saknar"),
    ("gain", "Ändring i poäng"),
    // What to ask.
    ("fact", "Uppgift"),
    ("holder", "Vem som vet"),
    ("narrows_from", "Intervallets bredd"),
    ("narrows_to", "Bredd med svar"),
    ("project_key", "Plats i projektfilen"),
    ("answered_low", "Med svar, lägst"),
    ("answered_high", "Med svar, högst"),
    ("yes_low", "Med bästa svar, lägst"),
    ("yes_high", "Med bästa svar, högst"),
    ("no_low", "Med sämsta svar, lägst"),
    ("no_high", "Med sämsta svar, högst"),
    ("site_ids", "Verksamhets-id:n"),
    ("score_low_after", "Poäng efter, lägst"),
    ("score_high_after", "Poäng efter, högst"),
    // Computed indicators.
    ("sites_connected_share", "Fast anslutning"),
    ("sites_100_share", "Minst 100 Mbit/s"),
    ("sites_gigabit_share", "Minst 1 Gbit/s"),
    ("sites_target_share", "Når projektets hastighetsmål"),
    ("sites_mobile_10_share", "Mobilnät 10 Mbit/s"),
    ("sites_mobile_30_share", "Mobilnät 30 Mbit/s"),
    ("sites_two_networks_share", "Två mobilnät"),
    ("sites_redundant_share", "Ingen enskild del bryter anslutningen"),
    ("sites_always_served_share", "Inget enskilt fel tar all tjänst"),
    ("sites_backup_24h_share", "Reservkraft 24 timmar"),
    ("sites_backup_power_share", "Reservkraft enligt projektets mål"),
    ("sites_two_feeds_share", "Två elmatningar"),
    ("sites_endurance_24h_share", "Tjänst 24 timmar utan elnät"),
    ("sites_served_share", "Tjänst i dag"),
    // Findings; their texts are in English in every language.
    ("rule", "Regel"),
    ("severity", "Allvar"),
    ("dataset", "Fil"),
    ("row", "Rad"),
    ("field", "Fält"),
    ("message", "Meddelande (på engelska)"),
    ("hint", "Råd (på engelska)"),
];

/// What an ending says of the column whose name it follows.
const ENDINGS: [(&str, &str); 4] =
    [("_low", "lägst"), ("_high", "högst"), ("_known", "andel känt"), ("_sd", "standardavvikelse")];

/// The Swedish header of a column. A pillar or indicator that a project names keeps its id.
fn swedish(column: &str) -> Option<String> {
    let known = COLUMNS.iter().find(|(name, _)| *name == column);
    known.map(|(_, label)| (*label).to_owned())
}

/// The header of a column, by its name.
pub fn header(language: Language, column: &str) -> String {
    if language == Language::En {
        return column.to_owned();
    }
    if let Some(label) = swedish(column) {
        return label;
    }
    for (ending, words) in ENDINGS {
        if let Some(base) = column.strip_suffix(ending).filter(|base| !base.is_empty()) {
            return format!("{} {words}", swedish(base).unwrap_or_else(|| base.to_owned()));
        }
    }
    column.to_owned()
}

/// The headers of a table as Excel takes them: short enough, and no two alike in any case. Ids
/// that a project gives its indicators may differ by case only, or equal a label.
pub fn headers<'a>(language: Language, columns: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut unique = |column: &str| {
        let label: String = header(language, column).replace(char::is_control, " ");
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
    columns.into_iter().map(&mut unique).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::four_pillars;
    use crate::report::tables::documents;
    use Language::{En, Sv};

    #[test]
    fn every_documented_column_has_a_swedish_header() {
        let endless = |name: &str| {
            ENDINGS
                .iter()
                .find_map(|(ending, _)| name.strip_suffix(ending))
                .unwrap_or(name)
                .to_owned()
        };
        let tables =
            documents(&four_pillars()).into_iter().chain(crate::report::tables::alone::documents());
        for table in tables {
            for (name, ..) in &table.columns {
                let found = swedish(name).or_else(|| swedish(&endless(name)));
                assert!(found.is_some(), "{}: {name} lacks a label", table.name);
            }
        }
    }

    #[test]
    fn no_table_has_two_columns_with_the_same_header() {
        for table in documents(&four_pillars()) {
            let mut seen = HashSet::new();
            for (name, ..) in &table.columns {
                let label = header(Sv, name);
                assert!(seen.insert(label.to_lowercase()), "{}: {label} twice", table.name);
            }
        }
    }

    #[test]
    fn no_column_is_in_the_list_twice() {
        let mut seen = HashSet::new();
        for (name, _) in COLUMNS {
            assert!(seen.insert(name), "{name} twice");
        }
    }

    #[test]
    fn endings_are_put_into_words_and_ids_stay() {
        assert_eq!(header(Sv, "score_low"), "Poäng lägst");
        assert_eq!(header(Sv, "resilience_high"), "Motståndskraft högst");
        assert_eq!(header(Sv, "skills_known"), "skills andel känt");
        assert_eq!(header(Sv, "skills"), "skills");
        assert_eq!(header(Sv, "_low"), "_low");
        assert_eq!(header(Sv, "endurance_low_h"), "Uthållighet lägst (h)");
        assert_eq!(header(En, "score_low"), "score_low");
    }

    #[test]
    fn headers_that_excel_takes_for_equal_are_numbered() {
        let found = headers(Sv, ["name", "NAMN", "namn", "a\nb"]);
        assert_eq!(found, ["Namn", "NAMN (2)", "namn (3)", "a b"]);
        let long = "x".repeat(300);
        let found = headers(En, [long.as_str(), long.as_str()]);
        assert!(found.iter().all(|header| header.len() <= LONGEST_HEADER));
        assert_ne!(found[0], found[1]);
    }
}
