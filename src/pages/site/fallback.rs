//! What a site falls back on, and of each mast why it holds or does not.

use super::Facts;
use crate::access::mast_reach::ReachBasis;
use crate::document::Document;
use crate::model::knowledge::Knowledge;
use crate::network::dependence::NetworkStatus;
use crate::network::element::ElementKind;
use crate::pages::result::BackupRow;
use crate::pages::text::short_list;
use crate::pages::wording;
use crate::readiness::failure::Fallback;
use crate::words::Language::{En, Sv};
use crate::words::sentence;

/// Reasons that are given.
const REASONS: usize = 8;

/// The conclusion, and the masts that lead to it.
pub fn fallback(facts: &Facts<'_>, page: &mut Document) {
    let holding = |wanted| {
        let masts = facts.backups.iter();
        masts.filter(move |mast| mast.reaches.and(mast.holds) == wanted).collect::<Vec<_>>()
    };
    match facts.site.fallback {
        Fallback::Independent => {
            let holds = holding(Knowledge::Yes);
            page.paragraph([independent(facts, &holds)]);
        }
        Fallback::Shared => {
            page.paragraph([shared(facts)]);
            masts(facts, page, &holding(Knowledge::No));
        }
        Fallback::None => page.paragraph(none(facts)),
        Fallback::Unknown => {
            page.paragraph(unknown(facts));
            masts(facts, page, &holding(Knowledge::Unknown));
        }
    }
}

/// Each reason with the masts that have it.
fn masts(facts: &Facts<'_>, page: &mut Document, masts: &[&BackupRow]) {
    let mut reasons: Vec<(Reason, Vec<&BackupRow>)> = Vec::new();
    for mast in masts {
        let reason = Reason::of(facts, mast);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, having)) => having.push(mast),
            None => reasons.push((reason, vec![mast])),
        }
    }
    // One that would be left over is given like the others.
    let given = if reasons.len() <= REASONS + 1 { reasons.len() } else { REASONS };
    for (reason, having) in &reasons[..given] {
        page.item(reason.sentence(facts, having));
    }
    let left: usize = reasons[given..].iter().map(|(_, having)| having.len()).sum();
    if left > 0 {
        page.item(&match facts.language {
            Sv => format!("{left} master till står med sina skäl i backups.csv."),
            En => format!("{left} more masts are in backups.csv with their reasons."),
        });
    }
}

fn mast_name(facts: &Facts<'_>, mast: &BackupRow) -> String {
    match facts.language {
        Sv => format!("masten {}", labelled(mast)),
        En => format!("mast {}", labelled(mast)),
    }
}

fn independent(facts: &Facts<'_>, holds: &[&BackupRow]) -> String {
    let the_site = facts.the_site();
    let names: Vec<String> = holds.iter().map(|mast| labelled(mast)).collect();
    let names = short_list(facts.language, &names, crate::pages::text::NAMED_AT_MOST);
    match (facts.is_mobile_only(), holds.len(), facts.language) {
        (true, _, Sv) => format!(
            "{} har bara mobilnät men en oberoende reserv: bland masterna {names} finns två som \
             inget enskilt fel slår ut samtidigt.",
            sentence(&the_site)
        ),
        (true, _, En) => format!(
            "{} has mobile service only, but an independent backup: among masts {names} there are \
             two that no single failure takes down together.",
            sentence(&the_site)
        ),
        (false, 1, Sv) => format!(
            "Det finns en oberoende reservväg: masten {names} når {the_site} och står kvar vid \
             varje enskilt fel som bryter den fasta anslutningen."
        ),
        (false, 1, En) => format!(
            "There is an independent fallback: mast {names} reaches {the_site} and holds through \
             every single failure that breaks the fixed connection."
        ),
        (false, _, Sv) => format!(
            "Det finns en oberoende reservväg: masterna {names} når {the_site}, och var och en \
             står kvar vid varje enskilt fel som bryter den fasta anslutningen."
        ),
        (false, _, En) => format!(
            "There is an independent fallback: masts {names} reach {the_site}, and each holds \
             through every single failure that breaks the fixed connection."
        ),
    }
}

fn shared(facts: &Facts<'_>) -> String {
    let reaches = facts.backups.iter().any(|mast| mast.reaches == Knowledge::Yes);
    let the_site = facts.the_site();
    match (facts.is_mobile_only(), facts.language) {
        (true, Sv) => format!(
            "{} har bara mobilnät och ingen oberoende reserv: inga två av masterna som når eller \
             kan nå dit är oberoende av varandra.",
            sentence(&the_site)
        ),
        (true, En) => format!(
            "{} has mobile service only and no independent backup: no two of the masts that reach \
             it, or may, are independent of each other.",
            sentence(&the_site)
        ),
        (false, Sv) => format!(
            "Det finns ingen oberoende reservväg. Master {} {the_site}, men varje mast slutar \
             fungera vid något fel som också bryter den fasta anslutningen.",
            if reaches { "når" } else { "kan nå" }
        ),
        (false, En) => format!(
            "There is no independent fallback. Masts {} {the_site}, but each stops working with \
             some failure that also breaks the fixed connection.",
            if reaches { "reach" } else { "may reach" }
        ),
    }
}

fn none(facts: &Facts<'_>) -> Vec<String> {
    let the_site = facts.the_site();
    let one = facts.backups.first();
    let sentence = match (facts.has_mast_list(), one, facts.language) {
        (false, _, Sv) if facts.is_mobile_only() => {
            format!("Det finns ingen reservväg: färre än två mobilnät täcker {the_site}.")
        }
        (false, _, En) if facts.is_mobile_only() => {
            format!("There is no fallback: fewer than two mobile networks cover {the_site}.")
        }
        (false, _, Sv) => format!("Det finns ingen reservväg: inget mobilnät täcker {the_site}."),
        (false, _, En) => format!("There is no fallback: no mobile network covers {the_site}."),
        (true, None, Sv) => {
            format!("Det finns ingen reservväg: ingen mast i mastlistan når {the_site}.")
        }
        (true, None, En) => {
            format!("There is no fallback: no mast of the list reaches {the_site}.")
        }
        (true, Some(mast), Sv) => {
            let mast = mast_name(facts, mast);
            format!("Det finns ingen reservväg: {mast} är den enda som kan nå {the_site}.")
        }
        (true, Some(mast), En) => {
            let mast = mast_name(facts, mast);
            format!("There is no fallback: {mast} is the only one that can reach {the_site}.")
        }
    };
    vec![sentence]
}

/// Which facts are missing.
fn unknown(facts: &Facts<'_>) -> Vec<String> {
    let Facts { site, language, .. } = facts;
    let the_site = facts.the_site();
    let mut sentences = vec![match language {
        Sv => format!("Det är inte känt om {the_site} har en oberoende reservväg."),
        En => format!("It is not known whether {the_site} has an independent fallback."),
    }];
    if !facts.has_mast_list() {
        sentences.push(match language {
            Sv => "Ingen lista över master är angiven, och utan den är det inte känt vad \
                   mobilnätet hänger på."
                .to_owned(),
            En => "No list of masts is given, and without it nobody knows what mobile coverage \
                   hangs on."
                .to_owned(),
        });
        return sentences;
    }
    if site.unlisted_mast == Some(Knowledge::Yes) {
        sentences.push(match language {
            Sv => format!(
                "Minst ett mobilnät täcker eller kan täcka {the_site} utan att någon av dess \
                 master i mastlistan når dit; den mast som gör det saknas i listan."
            ),
            En => format!(
                "At least one mobile network covers or may cover {the_site} while none of its \
                 listed masts reaches it; the mast that does is missing from the list."
            ),
        });
    }
    let way_known = site.network_status == NetworkStatus::Reached;
    if !facts.is_mobile_only() && !way_known && !facts.backups.is_empty() {
        sentences.push(match language {
            Sv => "Eftersom det inte är känt vad den fasta anslutningen hänger på, går det inte \
                   att veta om någon mast är oberoende av den."
                .to_owned(),
            En => "As it is not known what the fixed connection hangs on, nobody can tell whether \
                   a mast is independent of it."
                .to_owned(),
        });
    }
    sentences
}

/// Why a mast is no independent backup, or what is not known of it.
#[derive(PartialEq)]
struct Reason {
    /// It hangs on a node and has something in common, or facts are missing.
    is_known: bool,
    singular: String,
    plural: String,
}

impl Reason {
    fn of(facts: &Facts<'_>, mast: &BackupRow) -> Self {
        let language = facts.language;
        if mast.holds != Knowledge::No {
            let missing = missing(facts, mast).join("; ");
            return Self { is_known: false, plural: missing.clone(), singular: missing };
        }
        let say = |many: bool| {
            let shares = why_not(facts, mast, many);
            if mast.mast_node.is_empty() {
                return shares;
            }
            let node = facts.element(ElementKind::Node, &mast.mast_node);
            match (many, language) {
                (_, Sv) => format!("hänger på {node} och {shares}"),
                (false, En) => format!("hangs on {node} and {shares}"),
                (true, En) => format!("hang on {node} and {shares}"),
            }
        };
        Self { is_known: true, singular: say(false), plural: say(true) }
    }

    fn sentence(&self, facts: &Facts<'_>, masts: &[&BackupRow]) -> String {
        let language = facts.language;
        let at_most = crate::pages::text::NAMED_AT_MOST;
        let names: Vec<String> = masts.iter().map(|mast| labelled(mast)).collect();
        let names = short_list(language, &names, at_most);
        match (self.is_known, masts.len(), language) {
            (true, 1, Sv) => {
                format!("Masten {names} {}: den är ingen oberoende reserv.", self.singular)
            }
            (true, 1, En) => {
                format!("Mast {names} {}: it is no independent backup.", self.singular)
            }
            (true, _, Sv) => {
                format!("Masterna {names} {}: ingen av dem är en oberoende reserv.", self.plural)
            }
            (true, _, En) => {
                format!("Masts {names} {}: none of them is an independent backup.", self.plural)
            }
            (false, 1, Sv) => format!("Masten {names}: {}.", self.singular),
            (false, 1, En) => format!("Mast {names}: {}.", self.singular),
            (false, _, Sv) => format!("Masterna {names}, för var och en: {}.", self.plural),
            (false, _, En) => format!("Masts {names}, of each: {}.", self.plural),
        }
    }
}

/// `M-1 (Network)`.
fn labelled(mast: &BackupRow) -> String {
    match mast.radio_network.as_str() {
        "" => mast.mast_id.clone(),
        network => format!("{} ({network})", mast.mast_id),
    }
}

fn why_not(facts: &Facts<'_>, mast: &BackupRow, many: bool) -> String {
    let language = facts.language;
    let (has, stops, share) =
        if many { ("have", "stop", "share") } else { ("has", "stops", "shares") };
    let Some(kind) = mast.shared_kind else {
        return match (mast.mast_way, facts.is_mobile_only(), language) {
            (NetworkStatus::CutOff, _, Sv) => "har ingen väg till en kärnnod".to_owned(),
            (NetworkStatus::CutOff, _, En) => format!("{has} no way to a core node"),
            (_, true, Sv) => "har ingen annan mast att dela på arbetet med".to_owned(),
            (_, true, En) => format!("{has} no other mast beside it"),
            (_, false, Sv) => "slutar fungera vid samma fel".to_owned(),
            (_, false, En) => format!("{stops} working with the same failure"),
        };
    };
    let element = wording::element(language, kind, &mast.shared_id);
    let the_site = facts.the_site();
    // The node the mast hangs on has just been named.
    let same = kind == ElementKind::Node && mast.shared_id == mast.mast_node;
    match (facts.is_mobile_only(), same, language) {
        (true, true, Sv) => "delar den noden med en annan mast som når eller kan nå dit".to_owned(),
        (true, true, En) => format!("{share} that node with another mast that reaches it, or may"),
        (true, false, Sv) => format!("delar {element} med en annan mast som når eller kan nå dit"),
        (true, false, En) => format!("{share} {element} with another mast that reaches it, or may"),
        (false, true, Sv) => format!("delar den noden med {the_site}"),
        (false, true, En) => format!("{share} that node with {the_site}"),
        (false, false, Sv) => format!("delar {element} med {the_site}"),
        (false, false, En) => format!("{share} {element} with {the_site}"),
    }
}

/// Of a mast that may hold: every fact that is missing.
fn missing(facts: &Facts<'_>, mast: &BackupRow) -> Vec<String> {
    let language = facts.language;
    let the_site = facts.the_site();
    let mut missing: Vec<String> = Vec::new();
    if mast.reaches == Knowledge::Unknown {
        missing.push(match (mast.basis, language) {
            (ReachBasis::Layer, Sv) => {
                format!("mobillagret anger ingen hastighet vid {the_site}")
            }
            (ReachBasis::Layer, En) => {
                format!("the mobile layer states no rate at {the_site}")
            }
            (_, Sv) if facts.site.easting_m.is_none() => {
                format!("läget för {the_site} är inte känt, så räckvidden avgör inget")
            }
            (_, En) if facts.site.easting_m.is_none() => {
                format!("the place of {the_site} is not known, so its reach tells nothing")
            }
            (_, Sv) => {
                format!("räckvidd eller läge anges inte, så det är inte känt om {the_site} nås")
            }
            (_, En) => format!(
                "range or place is not stated, so it is not known whether {the_site} is reached"
            ),
        });
    }
    if mast.mast_way == NetworkStatus::CutOff {
        missing.push(match language {
            Sv => format!("den angivna noden {} har ingen väg till en kärnnod", mast.mast_node),
            En => format!("the stated node {} has no way to a core node", mast.mast_node),
        });
    }
    if mast.mast_way == NetworkStatus::Unknown {
        missing.push(match (mast.mast_node.is_empty(), language) {
            (true, Sv) => "ingen nod anges, så vad som kan slå ut masten är inte känt".to_owned(),
            (true, En) => "no node is stated, so what can take it down is not known".to_owned(),
            (false, Sv) => {
                format!("den angivna noden {} finns inte i nätet", mast.mast_node)
            }
            (false, En) => {
                format!("the stated node {} is not in the network", mast.mast_node)
            }
        });
    }
    let feed_matters = facts.is_mobile_only()
        || facts.points.iter().any(|point| point.element_kind == ElementKind::PowerFeed);
    if mast.mast_feeds.is_empty() && feed_matters {
        missing.push(match language {
            Sv => "elmatning anges inte".to_owned(),
            En => "no power feed is stated".to_owned(),
        });
    }
    if missing.is_empty() {
        missing.push(match (facts.is_mobile_only(), language) {
            (true, Sv) => "det är inte känt om någon annan mast är oberoende av den".to_owned(),
            (true, En) => "it is not known whether another mast is independent of it".to_owned(),
            (false, Sv) => {
                "når dit, men vad den fasta anslutningen hänger på är inte känt".to_owned()
            }
            (false, En) => {
                "reaches it, but what the fixed connection hangs on is not known".to_owned()
            }
        });
    }
    missing
}
