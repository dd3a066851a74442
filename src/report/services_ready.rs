//! How many of the services that sites need are ready, in words: a number that can be checked beside
//! a score that cannot.

use crate::readiness::unit::ServicePlaces;
use crate::words::Language::{self, En, Sv};

/// `61 of 148 services ready, 23 unknown`; `None` where no service is needed.
pub fn services_ready(language: Language, places: ServicePlaces) -> Option<String> {
    let ServicePlaces { all, ready, unknown } = places;
    let text = match (all, language) {
        (0, _) => return None,
        (1, Sv) => format!("{ready} av 1 tjänst redo"),
        (_, Sv) => format!("{ready} av {all} tjänster redo"),
        (1, En) => format!("{ready} of 1 service ready"),
        (_, En) => format!("{ready} of {all} services ready"),
    };
    Some(match (unknown, language) {
        (0, _) => text,
        (1, Sv) => format!("{text}, 1 okänd"),
        (_, Sv) => format!("{text}, {unknown} okända"),
        (_, En) => format!("{text}, {unknown} unknown"),
    })
}

/// [`services_ready`] where there is little room: `61/148 ready`.
pub fn services_ready_short(language: Language, places: ServicePlaces) -> Option<String> {
    let ServicePlaces { all, ready, .. } = places;
    (all > 0).then(|| match language {
        Sv => format!("{ready}/{all} redo"),
        En => format!("{ready}/{all} ready"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unknown_are_named_only_where_there_are_any() {
        let places = |all, ready, unknown| ServicePlaces { all, ready, unknown };
        let said = |language, places| services_ready(language, places).unwrap_or_default();
        assert_eq!(said(Sv, places(148, 61, 23)), "61 av 148 tjänster redo, 23 okända");
        assert_eq!(said(En, places(148, 61, 23)), "61 of 148 services ready, 23 unknown");
        assert_eq!(said(Sv, places(2, 0, 1)), "0 av 2 tjänster redo, 1 okänd");
        assert_eq!(said(En, places(1, 1, 0)), "1 of 1 service ready");
        assert_eq!(said(Sv, places(0, 0, 0)), "");
        let short = services_ready_short(Sv, places(148, 61, 23));
        assert_eq!(short.as_deref(), Some("61/148 redo"));
    }
}
