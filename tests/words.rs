//! Holds the files of the languages to the code: what the build cannot see.

use std::collections::BTreeSet;
use std::path::Path;

use beredd::words::key::CODES;
use beredd::words::{Code, Language};

fn read_below(directory: &Path, into: &mut String) {
    for entry in directory.read_dir().expect("a directory of the repository") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            read_below(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push_str(&std::fs::read_to_string(&path).expect("UTF-8"));
        }
    }
}

fn words(language: Language) -> String {
    let file = format!("src/words/{}.ftl", language.code());
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("its file")
}

/// The ids of all messages but words of codes, and the type of each.
fn keys() -> Vec<(String, String)> {
    let text = words(Language::Sv);
    let ids = text.lines().filter_map(|line| line.split_once(" =").map(|(id, _)| id));
    let ids = ids.filter(|id| !id.starts_with([' ', '#']) && !id.contains("--"));
    let camel = |id: &str| -> String {
        let parts = id.split(['-', '_']).filter(|part| !part.is_empty());
        parts.map(|part| part[..1].to_uppercase() + &part[1..]).collect()
    };
    ids.map(|id| (id.to_owned(), camel(id))).collect()
}

#[test]
fn every_message_is_said_somewhere() {
    let mut code = String::new();
    read_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let named: BTreeSet<&str> =
        code.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let keys = keys();
    assert!(keys.len() > 10, "the file was read");
    // A message may be a part of another.
    let text = words(Language::Sv);
    let unused: Vec<&str> = keys
        .iter()
        .filter(|(id, name)| {
            !named.contains(name.as_str()) && !text.contains(&format!("{{ {id} }}"))
        })
        .map(|(id, _)| id.as_str())
        .collect();
    assert!(unused.is_empty(), "said nowhere: {}", unused.join(", "));
}

#[test]
fn no_line_hides_a_sign_that_does_not_show() {
    for language in Language::ALL {
        for (i, line) in words(*language).lines().enumerate() {
            let hidden = line.contains(['\u{a0}', '\u{ad}', '\u{200b}', '\t']);
            assert!(!hidden, "{}.ftl:{}: write it as an escape", language.code(), i + 1);
        }
    }
}

/// The codes of a list, and those that have words.
fn holds<C: Code>() {
    let codes: BTreeSet<&str> = C::ALL.iter().map(|code| code.id()).collect();
    let own = CODES.iter().filter(|(list, ..)| *list == C::LIST);
    let words: BTreeSet<&str> = own.map(|(_, code, _)| *code).collect();
    assert_eq!(codes, words, "{}", C::LIST);
}

#[test]
fn no_word_is_left_of_a_code_that_is_gone() {
    use beredd::access::{location::MunicipalityMatch, mast_reach::ReachBasis};
    use beredd::drawing::palette::{ServiceLost, ServiceNow, SiteCondition};
    use beredd::findings::{Rule, Severity};
    use beredd::model::{coverage::FixedStatus, framework::Mean, knowledge::Knowledge};
    use beredd::model::{requirement::FallbackNeeded, site::SiteKind};
    use beredd::network::dependence::{NetworkStatus, Stage};
    use beredd::network::element::ElementKind;
    use beredd::readiness::failure::{Effect, Fallback};
    use beredd::readiness::service::{Need, Readiness};
    use beredd::readiness::{
        fact::Fact, gain::Measure, outage::Outcome, question::Holder, site::Flag, weight::WeighBy,
    };
    use beredd::score::difference::Real;
    use beredd::score::draws::Factor;
    use beredd::score::standing::Standing;
    use beredd::table::Edition;
    use beredd::table::coherence::{Check, Verdict};
    use beredd::table::difference::{AskedIn, SiteChanged};
    use beredd::table::indicator::NoValue;
    use beredd::table::sensitivity::Moved;
    macro_rules! all { ($($list:ty)*) => {{ $(holds::<$list>();)* [$(<$list>::LIST),*] }}; }
    let known = all!(MunicipalityMatch ReachBasis Severity FixedStatus Mean Knowledge FallbackNeeded
        SiteKind NetworkStatus Stage ElementKind Effect Fallback Need Readiness Fact Measure Outcome
        Holder Flag WeighBy Edition Real Factor Standing Check Verdict AskedIn SiteChanged NoValue Moved Rule
        SiteCondition ServiceNow ServiceLost);
    // Quarters are told of in explanations only, services are those built in; the rest are words of
    // tables and their columns.
    let of_tables = ["quarter", "column", "table", "indicator", "service"];
    let of_tables = |list: &str| {
        of_tables.contains(&list) || list.starts_with("in-") || list.starts_with("of-")
    };
    let lists: BTreeSet<&str> =
        CODES.iter().map(|(list, ..)| *list).filter(|list| !of_tables(list)).collect();
    assert_eq!(lists, known.into_iter().collect(), "every list of words is one of codes");
}
