//! What somebody may have meant who wrote something else.

/// The candidate most like `word`, if it is like enough to be a misspelling of it: a third of the
/// letters may differ, and one of any word, for of short names every other would be near. Upper and
/// lower case are the same.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let length = |text: &str| text.chars().count();
    candidates
        .map(|candidate| (steps(word, candidate), candidate))
        .filter(|&(steps, candidate)| steps <= (length(word).max(length(candidate)) / 3).max(1))
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many letters are to be put in, taken out, changed or turned round to make one of the other.
pub fn steps(one: &str, other: &str) -> usize {
    strsim::damerau_levenshtein(&one.to_lowercase(), &other.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelling_finds_its_word_and_a_stranger_does_not() {
        let keys = ["path", "nearest_within_m", "code"];
        assert_eq!(nearest("pth", keys.into_iter()), Some("path"));
        assert_eq!(nearest("nearest_within", keys.into_iter()), Some("nearest_within_m"));
        assert_eq!(nearest("CODE", keys.into_iter()), Some("code"));
        assert_eq!(nearest("colour", keys.into_iter()), None);
    }
}
