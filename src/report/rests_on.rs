//! What a score rests on, in words: "fast anslutning och motståndskraft (2 av 4 pelare)".

use crate::model::framework::{Asked, Child, Framework};
use crate::visible::one_line;
use crate::words::{Words, key};

/// What is asked of the children of the root, by what people call them, out of how many there are.
pub fn phrase(words: Words, names: &[String], of: usize) -> String {
    let names: Vec<String> = names.iter().map(|name| lower_first(name)).collect();
    let (count, names) = (names.len(), words.list(&names));
    if count == 0 {
        words.say(key::RestsOnNothing)
    } else if count == of {
        words.say(key::RestsOnAll { names, of })
    } else {
        words.say(key::RestsOn { names, count, of })
    }
}

/// What the score rests on, by pillars alone.
pub fn pillars(asked: &Asked, words: Words) -> String {
    let names: Vec<String> = asked.rests_on().map(|child| name(asked, child, words)).collect();
    phrase(words, &names, asked.whole().children(Framework::ROOT).len())
}

/// A phrase longer than this leaves no room for anything else under a title.
const LONGEST_PHRASE: usize = 100;

/// The same as a short sentence, for titles: of many pillars only how many they are.
pub fn sentence(asked: &Asked, words: Words) -> String {
    let pillars = pillars(asked, words);
    let (count, of) = (asked.rests_on().count(), asked.whole().children(Framework::ROOT).len());
    if count == 0 {
        words.say(key::ScoreRestsOnNothing)
    } else if pillars.chars().count() > LONGEST_PHRASE {
        words.say(key::ScoreRestsOnSoMany { count, of })
    } else {
        words.say(key::ScoreRestsOn { pillars })
    }
}

/// Each pillar that is asked, with what is asked in it; and after them those that are not.
pub struct InDetail {
    /// What people call a pillar, and the indicators that are asked in it.
    pub asked: Vec<(String, Vec<String>)>,
    /// What people call what is not asked: whole pillars, and indicators of the others.
    pub not_asked: Vec<String>,
}

/// What the score rests on, and what not, by pillars and indicators.
pub fn in_detail(asked: &Asked, words: Words) -> InDetail {
    let whole = asked.whole();
    let mut found = InDetail { asked: Vec::new(), not_asked: Vec::new() };
    for &child in whole.children(Framework::ROOT) {
        if !asked.is_asked(child) {
            found.not_asked.push(name(asked, child, words));
            continue;
        }
        let below = whole.indicators_below(child).into_iter().map(Child::Indicator);
        let (there, not): (Vec<Child>, Vec<Child>) = below.partition(|&own| asked.is_asked(own));
        let names = |children: Vec<Child>| -> Vec<String> {
            children.into_iter().map(|child| name(asked, child, words)).collect()
        };
        found.not_asked.extend(names(not));
        found.asked.push((name(asked, child, words), names(there)));
    }
    found
}

fn name(asked: &Asked, child: Child, words: Words) -> String {
    one_line(&asked.whole().display_name(child, words.0))
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
    use crate::words::Language;

    #[test]
    fn said_as_within_a_sentence() {
        let names = ["Fast anslutning", "El", "GIS-data"].map(str::to_owned);
        let of = |language, count: usize, all| phrase(Words(language), &names[..count], all);
        assert_eq!(of(Language::Sv, 1, 4), "fast anslutning (1 av 4 pelare)");
        assert_eq!(of(Language::Sv, 3, 3), "fast anslutning, el och GIS-data (alla 3 pelare)");
        assert_eq!(of(Language::En, 2, 4), "fast anslutning and el (2 of 4 pillars)");
        assert_eq!(of(Language::En, 0, 4), "nothing");
        assert_eq!(lower_first("A fixed connection"), "a fixed connection");
    }
}
