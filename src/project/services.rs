//! `[[services]]`: digital services in place of the built-in ones.

use crate::model::requirement::{FallbackNeeded, Service, SinglePointsAllowed};
use crate::model::site::SiteKind;
use crate::project::Context;
use crate::project::keys::{Keys, Required, choices, keys};
use crate::project::section::Section;
use crate::units::{Hours, Mbps};

keys! {
    /// The keys of `[[services]]`.
    pub(super) struct ServiceKeys {
        /// unique
        id: Required<String>, eg ("night_supervision");
        /// for people
        name: Required<String>, eg ("Digital tillsyn på natten");
        /// which sites it concerns
        kinds: Vec<SiteKind> = Vec::new(), or "required", eg (["care_home"]);
        /// the rate needed by the site
        download_mbps: Option<Mbps>, eg (20);
        /// the rate needed for each person; unknown where the number is. With both, the larger need
        /// counts
        download_mbps_per_person: Option<Mbps>, eg (1);
        /// a fixed connection is needed, and the rate must come over it; else a radio network will do
        fixed: bool = false, eg (true);
        /// how many single points beyond the access node are accepted
        single_points: SinglePointsAllowed = SinglePointsAllowed::Any, eg ("none");
        /// what must hold when the fixed connection fails. `"any"`: a radio network covers at
        /// 10 Mbit/s; `"independent"`: a mast that stays up through every single failure that takes the
        /// fixed service
        fallback: FallbackNeeded = FallbackNeeded::None, eg ("any");
        /// how long it must work without grid power
        endurance_h: Option<Hours>, eg (24);
        /// where the need comes from
        source: Option<String>, eg ("Nämndbeslut 2026");
    }
}

choices! {
    SinglePointsAllowed {
        "none" => Self::None,
        "any" => Self::Any,
    }
}

pub(super) fn service(section: &mut Section<'_, '_>, _: &mut Context<'_>) -> Option<Service> {
    let keys = ServiceKeys::read(section);
    let wrong_word = section.has("kinds") && !section.is_empty_list("kinds");
    if keys.kinds.is_empty() && !wrong_word {
        section.fault_at("kinds", "[[services]] needs `kinds`", "such as kinds = [\"care_home\"]");
    }
    Some(Service {
        id: keys.id.0?,
        name: keys.name.0?,
        kinds: keys.kinds,
        download: keys.download_mbps,
        download_per_person: keys.download_mbps_per_person,
        fixed: keys.fixed,
        single_points: keys.single_points,
        fallback: keys.fallback,
        endurance: keys.endurance_h,
        source: keys.source,
    })
}
