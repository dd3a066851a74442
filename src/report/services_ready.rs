//! How many of the services that sites need are ready, in words: a number that can be checked beside
//! a score that cannot.

use crate::readiness::unit::ServicePlaces;
use crate::words::{Words, key};

/// `61 of 148 services ready, 23 unknown`; `None` where no service is needed.
pub fn services_ready(words: Words, places: ServicePlaces) -> Option<String> {
    let ServicePlaces { all, ready, unknown } = places;
    match (all, unknown) {
        (0, _) => None,
        (_, 0) => Some(words.say(key::ServicesReady { all, ready })),
        _ => Some(words.say(key::ServicesReadyUnknown { all, ready, unknown })),
    }
}

/// [`services_ready`] where there is little room: `61/148 ready`.
pub fn services_ready_short(words: Words, places: ServicePlaces) -> Option<String> {
    let ServicePlaces { all, ready, .. } = places;
    (all > 0).then(|| words.say(key::ServicesReadyShort { all, ready }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language::{En, Sv};

    #[test]
    fn the_unknown_are_named_only_where_there_are_any() {
        let places = |all, ready, unknown| ServicePlaces { all, ready, unknown };
        let said = |language, places| services_ready(Words(language), places).unwrap_or_default();
        assert_eq!(said(Sv, places(148, 61, 23)), "61 av 148 tjänster redo, 23 okända");
        assert_eq!(said(En, places(148, 61, 23)), "61 of 148 services ready, 23 unknown");
        assert_eq!(said(Sv, places(2, 0, 1)), "0 av 2 tjänster redo, 1 okänd");
        assert_eq!(said(En, places(1, 1, 0)), "1 of 1 service ready");
        assert_eq!(said(Sv, places(0, 0, 0)), "");
        let short = services_ready_short(Words(Sv), places(148, 61, 23));
        assert_eq!(short.as_deref(), Some("61/148 redo"));
    }
}
