//! What follows for a site: how long it lasts, its flags, and what was found about its row.

use super::Facts;
use crate::document::Document;
use crate::findings::Rule;
use crate::model::knowledge::Knowledge;
use crate::pages::text::hours;
use crate::pages::wording;
use crate::readiness::site::Flag;
use crate::words::Language::{self, En, Sv};
use crate::words::sentence;

/// How long it keeps service without grid power, and whether its own backup ends it.
pub fn endurance(facts: &Facts<'_>) -> Vec<String> {
    let Facts { site, language, .. } = facts;
    let the_site = facts.the_site();
    let of = |value| hours(*language, value);
    if site.fixed_service.or(site.mobile_service) == Knowledge::No {
        return vec![match language {
            Sv => format!("{} har ingen tjänst att förlora.", sentence(&the_site)),
            En => format!("{} has no service to lose.", sentence(&the_site)),
        }];
    }
    let mut sentences = vec![match (site.endurance_low_h, site.endurance_high_h, language) {
        (Some(low), Some(high), Sv) if low == high && high == 0.0 => {
            "Tjänsten upphör genast när elnätet är borta överallt.".to_owned()
        }
        (Some(low), Some(high), En) if low == high && high == 0.0 => {
            "Service ends at once when grid power is lost everywhere.".to_owned()
        }
        (Some(low), Some(high), Sv) if low == high => {
            format!("Någon tjänst finns kvar i {} när elnätet är borta överallt.", of(low))
        }
        (Some(low), Some(high), En) if low == high => {
            format!("Some service lasts {} when grid power is lost everywhere.", of(low))
        }
        (Some(low), Some(high), Sv) if low > 0.0 => format!(
            "Någon tjänst finns kvar i minst {} och högst {} när elnätet är borta överallt.",
            of(low),
            of(high)
        ),
        (Some(low), Some(high), En) if low > 0.0 => format!(
            "Some service lasts at least {} and at most {} when grid power is lost everywhere.",
            of(low),
            of(high)
        ),
        (_, Some(high), Sv) => format!(
            "Tjänsten varar högst {} när elnätet är borta överallt; om den varar alls är inte känt.",
            of(high)
        ),
        (_, Some(high), En) => format!(
            "Service lasts {} at most when grid power is lost everywhere; whether it lasts at all \
             is not known.",
            of(high)
        ),
        (Some(low), None, Sv) if low > 0.0 => format!(
            "Någon tjänst finns kvar i minst {} när elnätet är borta överallt; hur mycket längre \
             är inte känt.",
            of(low)
        ),
        (Some(low), None, En) if low > 0.0 => format!(
            "Some service lasts at least {} when grid power is lost everywhere; how much longer is \
             not known.",
            of(low)
        ),
        (Some(_), None, Sv) => {
            "Hur länge tjänsten varar när elnätet är borta överallt är inte känt.".to_owned()
        }
        (Some(_), None, En) => {
            "How long service lasts when grid power is lost everywhere is not known.".to_owned()
        }
        (None, None, Sv) => {
            "Inget på vägen behöver el, så tjänsten upphör inte av strömavbrott.".to_owned()
        }
        (None, None, En) => {
            "Nothing on the way needs power, so service does not end without it.".to_owned()
        }
    }];
    sentences.push(own_backup(facts));
    sentences
}

fn own_backup(facts: &Facts<'_>) -> String {
    let Facts { site, language, .. } = facts;
    let the_site = facts.the_site();
    let register = wording::place(*language, &site.source, Some(site.source_row));
    let Some(own) = site.backup_power_h else {
        return match language {
            Sv => format!(
                "Hur länge {} egen reservkraft räcker anges inte ({register}).",
                possessive_sv(&the_site)
            ),
            En => format!(
                "How long the backup power of {the_site} itself lasts is not stated ({register})."
            ),
        };
    };
    let limits = site.endurance_high_h == Some(own);
    let shorter = site.endurance_high_h.is_some_and(|high| high < own);
    let lasts = hours(*language, own);
    match (own == 0.0, limits, shorter, language) {
        (true, _, _, Sv) => {
            format!("{} har ingen egen reservkraft ({register}).", sentence(&the_site))
        }
        (true, _, _, En) => {
            format!("{} has no backup power of its own ({register}).", sentence(&the_site))
        }
        (_, true, _, Sv) => format!(
            "Längre räcker inte {} egen reservkraft: {lasts} ({register}).",
            possessive_sv(&the_site)
        ),
        (_, true, _, En) => {
            format!("The backup power of {the_site} itself lasts no longer: {lasts} ({register}).")
        }
        (_, _, true, Sv) => format!(
            "{} egen reservkraft räcker {lasts} ({register}), så det är näten dit som tar slut \
             först.",
            sentence(possessive_sv(&the_site))
        ),
        (_, _, true, En) => format!(
            "The backup power of {the_site} itself lasts {lasts} ({register}), so it is the \
             networks that end first."
        ),
        (_, _, _, Sv) => format!(
            "{} egen reservkraft räcker {lasts} ({register}).",
            sentence(possessive_sv(&the_site))
        ),
        (_, _, _, En) => {
            format!("The backup power of {the_site} itself lasts {lasts} ({register}).")
        }
    }
}

/// `skolans`.
fn possessive_sv(definite: &str) -> String {
    format!("{definite}s")
}

/// Each flag in words.
pub fn flags(facts: &Facts<'_>, page: &mut Document) {
    for name in facts.site.flags.split(';') {
        let flag = Flag::ALL.into_iter().find(|flag| flag.name() == name);
        match flag {
            Some(flag) => page.item(format!("{} ({name})", flag_text(facts.language, flag))),
            None => page.item(name),
        }
    }
}

fn flag_text(language: Language, flag: Flag) -> &'static str {
    match (language, flag) {
        (Sv, Flag::BelowTarget) => "Anslutningen når inte hastighetsmålet eller saknas",
        (Sv, Flag::MunicipalityMismatch) => "Registret anger en annan kommun än läget",
        (Sv, Flag::NoBackupPower) => "Ingen egen reservkraft",
        (Sv, Flag::NoFallback) => "Ingen reservväg",
        (Sv, Flag::OutsideMunicipalities) => "Räknas inte till någon kommun",
        (Sv, Flag::SharedFallback) => "Reservvägen är inte oberoende",
        (Sv, Flag::SpofAccess) => "Hänger på en enda nod eller mast, som alla med bara en ledning",
        (Sv, Flag::SpofNetwork) => "En enskild del längre in i nätet kan ensam bryta tjänsten",
        (Sv, Flag::SpofPower) => "En enda elmatning kan bryta tjänsten",
        (Sv, Flag::SpofTrench) => "Ett enda schakt kan bryta tjänsten",
        (Sv, Flag::Unconnected) => "Saknar fast anslutning",
        (Sv, Flag::UnknownConnection) => "Det är inte känt om det finns en fast anslutning",
        (En, Flag::BelowTarget) => "The connection is below the target, or missing",
        (En, Flag::MunicipalityMismatch) => {
            "The register states another municipality than the place"
        }
        (En, Flag::NoBackupPower) => "No backup power of its own",
        (En, Flag::NoFallback) => "No fallback",
        (En, Flag::OutsideMunicipalities) => "Counts in no municipality",
        (En, Flag::SharedFallback) => "The fallback is not independent",
        (En, Flag::SpofAccess) => "Hangs on one node or mast, as every place with one line does",
        (En, Flag::SpofNetwork) => "A single part further into the network can break the service",
        (En, Flag::SpofPower) => "A single power feed can break the service",
        (En, Flag::SpofTrench) => "A single trench can break the service",
        (En, Flag::Unconnected) => "No fixed connection",
        (En, Flag::UnknownConnection) => "It is not known whether there is a fixed connection",
    }
}

/// What was found about the row of the register.
pub fn findings(facts: &Facts<'_>, page: &mut Document) {
    for finding in &facts.findings {
        // Messages are in English; in Swedish the rule says what kind of fault it is.
        let meaning = match (Rule::from_name(&finding.rule), facts.language) {
            (Some(rule), Sv) => rule.meaning_sv(),
            (_, _) => &finding.message,
        };
        let place = wording::place(facts.language, &finding.dataset, finding.row);
        let about = match (finding.field.as_str(), finding.value.as_str()) {
            ("", _) => place,
            (field, "") => format!("{place}, {field}"),
            (field, value) => format!("{place}, {field} = {value}"),
        };
        page.item(format!("{} ({about}).", sentence(meaning.trim_end_matches('.'))));
    }
}
