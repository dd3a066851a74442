//! What a site has: its fixed connection, and the mobile networks that cover it.

use super::Facts;
use crate::explain::text::{list, number};
use crate::explain::wording;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::words::Language::{En, Sv};
use crate::words::sentence;

/// The fixed connection, what says so, and whether it meets the target.
pub fn fixed(facts: &Facts<'_>) -> Vec<String> {
    let mut sentences = vec![status(facts)];
    sentences.extend(by_layer(facts));
    sentences.extend(own_rate(facts));
    sentences.push(target(facts));
    sentences
}

/// Whether the register itself tells the status.
fn register_says(facts: &Facts<'_>) -> bool {
    let site = &facts.site;
    site.fixed_source_file == site.source && site.fixed_source_row == Some(site.source_row)
}

fn status(facts: &Facts<'_>) -> String {
    let Facts { site, language, result, .. } = facts;
    let the_site = facts.the_site();
    let register = wording::place(*language, &site.source, Some(site.source_row));
    let layer = wording::source(*language, result, &site.fixed_source_file, site.fixed_source_row);
    let (by_register, said) = (register_says(facts), !site.fixed_source_file.is_empty());
    match (site.fixed_status, by_register, language) {
        (FixedStatus::Connected, true, Sv) => format!(
            "{} har fast anslutning enligt sitt eget register, {register}.",
            sentence(&the_site)
        ),
        (FixedStatus::Connected, true, En) => format!(
            "{} has a fixed connection according to its own register, {register}.",
            sentence(&the_site)
        ),
        (FixedStatus::Connected, false, Sv) => {
            format!("{} har fast anslutning enligt täckningslagret, {layer}.", sentence(&the_site))
        }
        (FixedStatus::Connected, false, En) => format!(
            "{} has a fixed connection according to the coverage layer, {layer}.",
            sentence(&the_site)
        ),
        (FixedStatus::Passed, _, Sv) => format!(
            "Ett nät finns i absoluta närheten men är inte draget till {the_site}, enligt {layer}."
        ),
        (FixedStatus::Passed, _, En) => {
            format!("A network passes {the_site}, which is not connected to it, says {layer}.")
        }
        (FixedStatus::Planned, _, Sv) => {
            format!("En fast anslutning är beslutad men inte byggd, enligt {layer}.")
        }
        (FixedStatus::Planned, _, En) => {
            format!("A fixed connection is decided but not built, says {layer}.")
        }
        (FixedStatus::None, _, Sv) if said => format!(
            "{} har ingen fast anslutning enligt sitt eget register, {register}, och inget \
             täckningslager anger att ett nät passerar eller planeras.",
            sentence(&the_site)
        ),
        (FixedStatus::None, _, En) if said => format!(
            "{} has no fixed connection according to its own register, {register}, and no coverage \
             layer says that a network passes or is planned.",
            sentence(&the_site)
        ),
        (FixedStatus::None, _, Sv) => format!(
            "{} har ingen fast anslutning: läget ligger utanför alla ytor i {}, och lagren anges \
             vara fullständiga.",
            sentence(&the_site),
            layers(facts)
        ),
        (FixedStatus::None, _, En) => format!(
            "{} has no fixed connection: the place is outside every area of {}, and the layers \
             are stated to be complete.",
            sentence(&the_site),
            layers(facts)
        ),
        (FixedStatus::Unknown, ..) => not_known(facts),
    }
}

fn layers(facts: &Facts<'_>) -> String {
    let inputs = facts.result.inputs_of("fixed");
    let mut files: Vec<&str> = inputs.iter().map(|input| input.path.as_str()).collect();
    files.dedup();
    list(facts.language, &files)
}

fn not_known(facts: &Facts<'_>) -> String {
    let Facts { site, language, .. } = facts;
    let the_site = facts.the_site();
    let register = wording::place(*language, &site.source, Some(site.source_row));
    let layers = layers(facts);
    let why = match (layers.is_empty(), site.easting_m.is_some(), language) {
        (true, _, Sv) => "det finns inget täckningslager".to_owned(),
        (true, _, En) => "there is no coverage layer".to_owned(),
        (false, true, Sv) => {
            format!("läget ligger utanför ytorna i {layers}, men alla lager är inte fullständiga")
        }
        (false, true, En) => {
            format!("the place is outside the areas of {layers}, but not every layer is complete")
        }
        (false, false, Sv) => format!("utan känt läge kan {layers} inte svara"),
        (false, false, En) => format!("without a known place {layers} cannot tell"),
    };
    match language {
        Sv => format!(
            "Det är inte känt om {the_site} har fast anslutning: registret anger det inte \
             ({register}), och {why}."
        ),
        En => format!(
            "It is not known whether {the_site} has a fixed connection: the register does not say \
             ({register}), and {why}."
        ),
    }
}

/// Whether the register itself tells the rate.
fn register_tells_rate(facts: &Facts<'_>) -> bool {
    let site = &facts.site;
    site.fixed_rate_file == site.source && site.fixed_rate_row == Some(site.source_row)
}

/// The rate that the register states.
fn own_rate(facts: &Facts<'_>) -> Option<String> {
    let Facts { site, language, .. } = facts;
    let rate = site.fixed_download_mbps.filter(|_| register_tells_rate(facts))?;
    let rate = number(*language, rate);
    let register = wording::place(*language, &site.source, Some(site.source_row));
    Some(match (site.fixed_status, language) {
        (FixedStatus::Connected, Sv) => {
            format!("Hastigheten är {rate} Mbit/s enligt det egna registret, {register}.")
        }
        (FixedStatus::Connected, En) => {
            format!("The rate is {rate} Mbit/s according to its own register, {register}.")
        }
        (_, Sv) => {
            format!("Finns den är hastigheten {rate} Mbit/s enligt det egna registret, {register}.")
        }
        (_, En) => format!(
            "If there is one, its rate is {rate} Mbit/s according to its own register, {register}."
        ),
    })
}

/// Technology and rate, with the layer that tells them.
fn by_layer(facts: &Facts<'_>) -> Option<String> {
    let Facts { site, language, result, .. } = facts;
    let technology = Some(&site.fixed_technology).filter(|technology| !technology.is_empty());
    let by_register = register_tells_rate(facts);
    let rate = site.fixed_download_mbps.filter(|_| !by_register);
    let rate = rate.map(|rate| format!("{} Mbit/s", number(*language, rate)));
    let what = match (technology, rate, language) {
        (Some(technology), Some(rate), Sv) => {
            format!("tekniken anges som ”{technology}” och hastigheten som {rate}")
        }
        (Some(technology), Some(rate), En) => {
            format!("the technology is stated as “{technology}” and the rate as {rate}")
        }
        (Some(technology), None, Sv) if by_register => {
            format!("tekniken anges som ”{technology}”")
        }
        (Some(technology), None, En) if by_register => {
            format!("the technology is stated as “{technology}”")
        }
        (Some(technology), None, Sv) => {
            format!("tekniken anges som ”{technology}”, hastigheten anges inte")
        }
        (Some(technology), None, En) => {
            format!("the technology is stated as “{technology}”, the rate is not stated")
        }
        (None, Some(rate), Sv) => format!("hastigheten anges som {rate}"),
        (None, Some(rate), En) => format!("the rate is stated as {rate}"),
        (None, None, _) => return None,
    };
    let same = site.fixed_layer_file == site.fixed_source_file
        && site.fixed_layer_row == site.fixed_source_row;
    if same || site.fixed_layer_file.is_empty() {
        return Some(format!("{}.", sentence(&what)));
    }
    let layer = wording::source(*language, result, &site.fixed_layer_file, site.fixed_layer_row);
    Some(match language {
        Sv => format!("{} enligt täckningslagret, {layer}.", sentence(&what)),
        En => format!("{} by the coverage layer, {layer}.", sentence(&what)),
    })
}

fn target(facts: &Facts<'_>) -> String {
    let Facts { site, language, result, .. } = facts;
    let target = number(*language, result.targets().site_download_mbps);
    let connected = site.fixed_status == FixedStatus::Connected;
    match (site.meets_target, language) {
        (Knowledge::Yes, Sv) => format!("Det uppfyller målet på {target} Mbit/s."),
        (Knowledge::Yes, En) => format!("That meets the target of {target} Mbit/s."),
        (Knowledge::No, Sv) if connected => format!("Det når inte målet på {target} Mbit/s."),
        (Knowledge::No, En) if connected => {
            format!("That is below the target of {target} Mbit/s.")
        }
        (Knowledge::No, Sv) => {
            format!("Målet på {target} Mbit/s är därför inte uppfyllt.")
        }
        (Knowledge::No, En) => format!("The target of {target} Mbit/s is therefore not met."),
        (Knowledge::Unknown, Sv) if connected => format!(
            "Hastigheten är inte känd, och därför inte heller om målet på {target} Mbit/s är \
             uppfyllt."
        ),
        (Knowledge::Unknown, En) if connected => format!(
            "The rate is not known, and so neither is whether the target of {target} Mbit/s is met."
        ),
        (Knowledge::Unknown, Sv) => {
            format!("Därför är det inte heller känt om målet på {target} Mbit/s är uppfyllt.")
        }
        (Knowledge::Unknown, En) => {
            format!("So it is not known either whether the target of {target} Mbit/s is met.")
        }
    }
}

/// How many mobile networks cover it.
pub fn mobile(facts: &Facts<'_>) -> Vec<String> {
    let Facts { site, language, .. } = facts;
    let the_site = facts.the_site();
    let (Some(at_10), Some(at_30), Some(unknown)) =
        (site.mobile_networks_10mbps, site.mobile_networks_30mbps, site.mobile_networks_unknown)
    else {
        return vec![match language {
            Sv => format!(
                "Inget mobillager är angivet, så det är inte känt om något mobilnät täcker \
                 {the_site}."
            ),
            En => format!(
                "No mobile layer is given, so it is not known whether a mobile network covers \
                 {the_site}."
            ),
        }];
    };
    let files: Vec<&str> = {
        let inputs = facts.result.inputs_of("mobile");
        let mut files: Vec<&str> = inputs.iter().map(|input| input.path.as_str()).collect();
        files.dedup();
        files
    };
    let files = list(*language, &files);
    let mut sentences = vec![match (at_10, language) {
        (0, Sv) if unknown == 0 => {
            format!("Inget mobilnät täcker {the_site} med 10 Mbit/s, enligt {files}.")
        }
        (0, En) if unknown == 0 => {
            format!("No mobile network covers {the_site} at 10 Mbit/s, by {files}.")
        }
        (0, Sv) => {
            format!("Inget mobilnät täcker säkert {the_site} med 10 Mbit/s, enligt {files}.")
        }
        (0, En) => {
            format!("No mobile network is known to cover {the_site} at 10 Mbit/s, by {files}.")
        }
        (_, Sv) => format!(
            "{at_10} mobilnät täcker {the_site} med minst 10 Mbit/s och {at_30} med minst 30 \
             Mbit/s, enligt {files}."
        ),
        (1, En) => format!(
            "1 mobile network covers {the_site} at 10 Mbit/s or more and {at_30} at 30 Mbit/s or \
             more, by {files}."
        ),
        (_, En) => format!(
            "{at_10} mobile networks cover {the_site} at 10 Mbit/s or more and {at_30} at 30 \
             Mbit/s or more, by {files}."
        ),
    }];
    if unknown > 0 {
        sentences.push(match language {
            Sv => {
                format!("För {unknown} mobilnät är det inte känt om någon av hastigheterna nås.")
            }
            En if unknown == 1 => {
                "Of 1 mobile network it is not known whether it reaches one of the rates."
                    .to_owned()
            }
            En => format!(
                "Of {unknown} mobile networks it is not known whether they reach one of the rates."
            ),
        });
    }
    sentences.push(match language {
        Sv => "Operatörer som delar radionät räknas som ett mobilnät.".to_owned(),
        En => "Operators that share a radio network count as one mobile network.".to_owned(),
    });
    sentences
}
