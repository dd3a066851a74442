//! What a score rests on, in words: "fast anslutning och motståndskraft (2 av 4 pelare)".

use crate::model::framework::{Asked, Child, Framework};
use crate::report::one_line;
use crate::words::Language;

/// What is asked of the children of the root, by what people call them, out of how many there are.
pub fn phrase(language: Language, names: &[String], of: usize) -> String {
    let names: Vec<String> = names.iter().map(|name| lower_first(name)).collect();
    let count = names.len();
    let listed = list(language, &names);
    match language {
        _ if count == 0 => match language {
            Language::Sv => "ingenting".to_owned(),
            Language::En => "nothing".to_owned(),
        },
        Language::Sv if count == of => format!("{listed} (alla {of} pelare)"),
        Language::En if count == of => format!("{listed} (all {of} pillars)"),
        Language::Sv => format!("{listed} ({count} av {of} pelare)"),
        Language::En => format!("{listed} ({count} of {of} pillars)"),
    }
}

/// What the score rests on, by pillars alone.
pub fn pillars(asked: &Asked, language: Language) -> String {
    let names: Vec<String> = asked.rests_on().map(|child| name(asked, child, language)).collect();
    phrase(language, &names, asked.whole().children(Framework::ROOT).len())
}

/// A phrase longer than this leaves no room for anything else under a title.
const LONGEST_PHRASE: usize = 100;

/// The same as a short sentence, for titles: of many pillars only how many they are.
pub fn sentence(asked: &Asked, language: Language) -> String {
    let named = pillars(asked, language);
    let (count, of) = (asked.rests_on().count(), asked.whole().children(Framework::ROOT).len());
    match language {
        Language::Sv if count == 0 => "Inget av det som poängen frågar efter har någon källa.",
        Language::En if count == 0 => "Nothing that the score asks for has a source.",
        Language::Sv if named.chars().count() > LONGEST_PHRASE => {
            return format!("Poängen vilar på {count} av {of} pelare.");
        }
        Language::En if named.chars().count() > LONGEST_PHRASE => {
            return format!("The score rests on {count} of {of} pillars.");
        }
        Language::Sv => return format!("Poängen vilar på {named}."),
        Language::En => return format!("The score rests on {named}."),
    }
    .to_owned()
}

/// Each pillar that is asked, with what is asked in it; and after them those that are not.
pub struct InDetail {
    /// What people call a pillar, and the indicators that are asked in it.
    pub asked: Vec<(String, Vec<String>)>,
    /// What people call what is not asked: whole pillars, and indicators of the others.
    pub not_asked: Vec<String>,
}

/// What the score rests on, and what not, by pillars and indicators.
pub fn in_detail(asked: &Asked, language: Language) -> InDetail {
    let whole = asked.whole();
    let mut found = InDetail { asked: Vec::new(), not_asked: Vec::new() };
    for &child in whole.children(Framework::ROOT) {
        if !asked.is_asked(child) {
            found.not_asked.push(name(asked, child, language));
            continue;
        }
        let below = whole.indicators_below(child).into_iter().map(Child::Indicator);
        let (there, not): (Vec<Child>, Vec<Child>) = below.partition(|&own| asked.is_asked(own));
        let names = |children: Vec<Child>| -> Vec<String> {
            children.into_iter().map(|child| name(asked, child, language)).collect()
        };
        found.not_asked.extend(names(not));
        found.asked.push((name(asked, child, language), names(there)));
    }
    found
}

fn name(asked: &Asked, child: Child, language: Language) -> String {
    one_line(&asked.whole().display_name(child, language == Language::Sv))
}

/// "a, b och c"
pub fn list(language: Language, names: &[String]) -> String {
    let and = match language {
        Language::Sv => "och",
        Language::En => "and",
    };
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {and} {last}", all.join(", ")),
    }
}

/// The name as it stands within a sentence; an abbreviation keeps its capitals, a word of one letter
/// does not.
pub fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second))
            if first.is_uppercase() && (second.is_lowercase() || second.is_whitespace()) =>
        {
            first.to_lowercase().chain(chars).collect()
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn said_as_within_a_sentence() {
        let names = ["Fast anslutning", "El", "GIS-data"].map(str::to_owned);
        let of = |language, count: usize, all| phrase(language, &names[..count], all);
        assert_eq!(of(Language::Sv, 1, 4), "fast anslutning (1 av 4 pelare)");
        assert_eq!(of(Language::Sv, 3, 3), "fast anslutning, el och GIS-data (alla 3 pelare)");
        assert_eq!(of(Language::En, 2, 4), "fast anslutning and el (2 of 4 pillars)");
        assert_eq!(of(Language::En, 0, 4), "nothing");
        assert_eq!(lower_first("A fixed connection"), "a fixed connection");
    }
}
