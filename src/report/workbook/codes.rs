//! Swedish words for the codes that cells hold. Ids, names and what a source writes stay as they
//! are.

use std::borrow::Cow;

/// Columns whose every cell is a code, or several joined by `;`.
const COLUMNS: &[&str] = &[
    "basis",
    "check",
    "core",
    "effect",
    "element_kind",
    "element_kind_1",
    "element_kind_2",
    "fallback",
    "fact",
    "fixed_after",
    "fixed_before",
    "fixed_service",
    "fixed_status",
    "flags",
    "holder",
    "holds",
    "in_service",
    "kind",
    "mast_way",
    "meets_target",
    "missing",
    "mobile_after",
    "mobile_before",
    "mobile_service",
    "municipality_match",
    "needed_fallback",
    "network_status",
    "next_single_point_kind",
    "not_known",
    "outcome",
    "factor",
    "measure",
    "not_met",
    "outside_goalposts",
    "output",
    "reaches",
    "served",
    "severity",
    "shared_kind",
    "sites_100_share",
    "sites_always_served_share",
    "sites_backup_24h_share",
    "sites_backup_power_share",
    "sites_connected_share",
    "sites_endurance_24h_share",
    "sites_gigabit_share",
    "sites_mobile_10_share",
    "sites_mobile_30_share",
    "sites_redundant_share",
    "sites_served_share",
    "sites_target_share",
    "sites_two_feeds_share",
    "sites_two_networks_share",
    "stage",
    "standing",
    "status",
    "unlisted_mast",
    "verdict",
];

/// Words for codes that mean something else in this column than elsewhere.
const IN_COLUMN: &[(&str, &str, &str)] = &[
    ("fact", "network", "nod i nätet"),
    ("fact", "mobile", "mobil täckning"),
    ("fact", "backup_power", "reservkraft"),
];

/// One word per code, in every other column.
const WORDS: &[(&str, &str)] = &[
    ("yes", "ja"),
    ("no", "nej"),
    ("unknown", "okänt"),
    ("none", "ingen"),
    // Sites.
    ("school", "skola"),
    ("preschool", "förskola"),
    ("care_home", "särskilt boende"),
    ("health_centre", "vårdmottagning"),
    ("other", "annan"),
    ("inside", "läget"),
    ("nearest", "närmaste"),
    // Fixed connections.
    ("connected", "ansluten"),
    ("passed", "nät i närheten"),
    ("planned", "planerad"),
    // The network.
    ("reached", "nådd"),
    ("cut_off", "avskuren"),
    ("not_attached", "inte ansluten"),
    ("mast", "mast"),
    ("node", "nod"),
    ("power_feed", "elmatning"),
    ("span", "kabel"),
    ("trench", "schakt"),
    ("access", "anslutningen"),
    ("network", "nätet"),
    ("fixed", "fast anslutning"),
    ("all", "all tjänst"),
    // Fallbacks.
    ("independent", "oberoende"),
    ("shared", "delad"),
    ("any", "vilken som helst"),
    ("layer", "täckningslager"),
    ("range", "räckvidd"),
    ("assumed", "antagen"),
    // Services: what became of them, and what they need.
    ("ready", "redo"),
    ("at_risk", "sårbar"),
    ("not_ready", "inte redo"),
    ("download", "hastighet"),
    ("endurance", "uthållighet"),
    ("fallback", "reservväg"),
    ("single_points", "inga enskilda punkter"),
    // Scores: standing, choices, measures, coherence.
    ("strength", "styrka"),
    ("weakness", "svaghet"),
    ("typical", "som de flesta"),
    ("rank_shift", "rangerna"),
    ("score", "poängen"),
    ("weights", "vikterna"),
    ("aggregation", "sättet att väga ihop"),
    ("goalposts", "målvärdena"),
    ("unknowns", "det okända"),
    ("connect", "anslut med 1 Gbit/s"),
    ("gigabit", "höj till 1 Gbit/s"),
    ("mobile", "ett mobilnät till"),
    ("second_way", "en andra framföring"),
    ("backup_power", "reservkraft 24 timmar"),
    ("second_feed", "en andra elmatning"),
    ("pair", "par"),
    ("with_group", "med sin grupp"),
    ("influence", "inflytande"),
    ("alpha", "Cronbachs alfa"),
    ("fine", "inget att anmärka"),
    ("redundant", "säger samma sak"),
    ("opposed", "drar isär"),
    ("does_nothing", "påverkar inte"),
    ("dominates", "dominerar"),
    ("counts_backwards", "räknas baklänges"),
    ("weightless", "utan vikt"),
    ("consistent", "hör ihop"),
    ("questionable", "tveksamt"),
    ("too_few_units", "för få enheter"),
    ("constant", "lika för alla"),
    // What to ask, and whom.
    ("connection", "fast anslutning"),
    ("node_power", "nodernas uthållighet"),
    ("masts", "master"),
    ("power_feeds", "elmatningar"),
    ("persons", "personer"),
    ("site_owner", "verksamheternas huvudman"),
    ("network_owner", "nätägaren"),
    ("mobile_operator", "mobiloperatörerna"),
    ("mast_owner", "mastägarna"),
    ("grid_owner", "elnätsföretaget"),
    ("municipality", "kommunen"),
    // Outages.
    ("loses_all", "förlorar all tjänst"),
    ("loses_fixed", "förlorar fast"),
    ("loses_mobile", "förlorar mobilt"),
    ("keeps_some", "behåller någon"),
    ("keeps_all", "behåller allt"),
    ("had_none", "hade ingen"),
    // Findings.
    ("error", "fel"),
    ("warning", "varning"),
    ("info", "upplysning"),
    // Flags.
    ("below_target", "under hastighetsmålet"),
    ("municipality_mismatch", "annan kommun än i registret"),
    ("no_backup_power", "ingen reservkraft"),
    ("no_fallback", "ingen reservväg"),
    ("outside_municipalities", "utanför kommunerna"),
    ("shared_fallback", "reservvägen delas"),
    ("spof_access", "en enda anslutningspunkt"),
    ("spof_network", "en enda punkt i nätet"),
    ("spof_power", "en enda elmatning"),
    ("spof_trench", "ett enda schakt"),
    ("unconnected", "utan fast anslutning"),
    ("unknown_connection", "okänd anslutning"),
];

/// The column of this name, if its cells are codes.
pub fn column(name: &str) -> Option<&'static str> {
    COLUMNS.iter().find(|column| **column == name).copied()
}

fn word<'c>(column: &str, code: &'c str) -> &'c str {
    let mut own = IN_COLUMN.iter().filter(|(of, name, _)| *of == column && *name == code);
    let own = own.next().map(|(.., word)| *word);
    let any = || WORDS.iter().find(|(name, _)| *name == code).map(|(_, word)| *word);
    own.or_else(any).unwrap_or(code)
}

/// A cell of such a column in Swedish. A code without a word stays a code.
pub fn swedish<'c>(column: &str, cell: &'c str) -> Cow<'c, str> {
    if cell.contains(';') {
        let words: Vec<&str> = cell.split(';').map(|code| word(column, code)).collect();
        return Cow::Owned(words.join("; "));
    }
    Cow::Borrowed(word(column, cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::four_pillars;
    use crate::model::site::SiteKind;
    use crate::readiness::site::Flag;
    use crate::report::tables::{alone, documents};

    #[test]
    fn codes_become_words_and_what_is_no_code_stays() {
        assert_eq!(swedish("status", "at_risk"), "sårbar");
        assert_eq!(swedish("not_met", "download;fallback"), "hastighet; reservväg");
        assert_eq!(swedish("fact", "mobile"), "mobil täckning");
        assert_eq!(swedish("measure", "mobile"), "ett mobilnät till");
        assert_eq!(swedish("status", "new_code"), "new_code");
        assert_eq!(swedish("status", ""), "");
    }

    #[test]
    fn every_kind_and_flag_has_a_word() {
        let flags = Flag::ALL.into_iter().map(|flag| flag.name());
        for code in flags.chain(SiteKind::ALL.into_iter().map(|kind| kind.name())) {
            assert_ne!(swedish("kind", code), code);
        }
    }

    /// A meaning such as `school, preschool, … or other.` lists the codes of its column.
    #[test]
    fn the_codes_that_the_documentation_lists_have_words() {
        for table in documents(&four_pillars()).into_iter().chain(alone::documents()) {
            for (name, _, meaning) in &table.columns {
                if column(name).is_none() {
                    continue;
                }
                for code in meaning.split(|c: char| !c.is_ascii_lowercase() && c != '_') {
                    // Only codes have an underscore; names of columns and tables too.
                    let is_code = code.contains('_') && !code.ends_with("_mbps");
                    let is_word = WORDS.iter().any(|(name, _)| *name == code);
                    assert!(!is_code || is_word, "{}.{name}: {code}", table.name);
                }
            }
        }
    }
}
