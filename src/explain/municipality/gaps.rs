//! What is not known of a municipality, counted, with the input that would tell.

use super::{Facts, Inside};
use std::collections::BTreeSet;

use crate::access::mast_reach::ReachBasis;
use crate::document::Document;
use crate::explain::result::{BackupRow, SiteRow};
use crate::explain::text::percent;
use crate::explain::wording;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::network::dependence::NetworkStatus;
use crate::readiness::failure::Fallback;
use crate::words::Language::{En, Sv};
use crate::words::{Words, key};

/// One item for each kind of gap.
pub fn gaps(facts: &Facts<'_>, page: &mut Document) {
    let Some(inside) = &facts.inside else {
        return public(facts, page);
    };
    let mut items = of_sites(facts, inside);
    items.extend(of_masts(facts, inside));
    if items.is_empty() {
        page.paragraph([match facts.language {
            Sv => "Inget av det som resultatet bygger på är okänt här.".to_owned(),
            En => "Nothing that the result rests on is unknown here.".to_owned(),
        }]);
    }
    for item in items {
        page.item(&item);
    }
}

fn of_sites(facts: &Facts<'_>, inside: &Inside) -> Vec<String> {
    let Facts { language, result, .. } = facts;
    let has = |section| !result.inputs_of(section).is_empty();
    let connected = |site: &&SiteRow| site.fixed_service != Knowledge::No;
    type Is = fn(&SiteRow) -> bool;
    let gaps: [(Is, [&str; 2], [&str; 2]); 9] = [
        (
            |site| site.easting_m.is_none(),
            [
                "Läget är inte känt",
                "Koordinater i registret skulle visa vad som täcker och når dit.",
            ],
            ["The place", "Coordinates in the register would tell what covers and reaches it."],
        ),
        (
            |site| site.persons.is_none(),
            ["Antalet personer är inte känt", "En kolumn med antalet i registret skulle visa det."],
            ["The number of persons", "A column of the register would tell."],
        ),
        (
            |site| site.fixed_status == FixedStatus::Unknown,
            [
                "Om det finns fast anslutning är inte känt",
                "Ägarens uppgift i registret, eller fullständiga täckningslager, skulle visa det.",
            ],
            [
                "Whether there is a fixed connection",
                "The owner's word in the register, or complete coverage layers, would tell.",
            ],
        ),
        (
            |site| {
                site.fixed_status == FixedStatus::Connected
                    && site.meets_target == Knowledge::Unknown
            },
            [
                "Hastigheten på den fasta anslutningen är inte känd",
                "Ägarens uppgift i registret, eller hastigheten i ett täckningslager, skulle visa \
                 den.",
            ],
            [
                "The rate of the fixed connection",
                "The owner's word in the register, or the rate in a coverage layer, would tell.",
            ],
        ),
        (
            |site| site.mobile_networks_unknown.is_none_or(|number| number > 0),
            [
                "Täckningen från alla mobilnät är inte känd",
                "Fullständiga mobillager skulle visa den.",
            ],
            ["The coverage of every mobile network", "Complete mobile layers would tell."],
        ),
        (
            |site| site.backup_power_h.is_none(),
            ["Egen reservkraft är inte känd", "En kolumn med timmar i registret skulle visa den."],
            ["Backup power of its own", "A column of hours in the register would tell."],
        ),
        (
            |site| site.power_feeds.is_empty(),
            ["Elmatningen är inte känd", "En kolumn med elmatningar i registret skulle visa den."],
            ["The power feed", "A column of feeds in the register would tell."],
        ),
        (
            |site| site.endurance_low_h != site.endurance_high_h,
            [
                "Den exakta uthålligheten utan elnätet är inte känd",
                "Batteritid för noder och master och reservkraft för verksamheter skulle visa den.",
            ],
            [
                "The exact endurance without grid power",
                "Battery hours of nodes and masts and backup power of sites would tell.",
            ],
        ),
        (
            |site| site.fallback == Fallback::Unknown,
            [
                "Om reservvägen är oberoende är inte känt",
                "En fullständig mastlista med nod, elmatning och räckvidd för varje mast, och \
                 noden för varje verksamhet, skulle visa det.",
            ],
            [
                "Whether the fallback is independent",
                "A complete list of masts with node, power feed and range of each, and the node of \
                 every site, would tell.",
            ],
        ),
    ];
    let mut items: Vec<String> = Vec::new();
    for (is, [sv, tells_sv], [en, tells_en]) in gaps {
        let number = inside.sites.iter().filter(|site| is(site)).count();
        if number > 0 {
            let number = Words(*language).say(key::Sites { count: number });
            items.push(match language {
                Sv => format!("{sv} för {number}. {tells_sv}"),
                En => format!("{en} is not known of {number}. {tells_en}"),
            });
        }
    }
    let unattached = inside
        .sites
        .iter()
        .filter(connected)
        .filter(|site| {
            matches!(site.network_status, NetworkStatus::NotAttached | NetworkStatus::Unknown)
        })
        .count();
    if unattached > 0 {
        let number = Words(*language).say(key::Sites { count: unattached });
        items.push(match (has("network"), language) {
            (true, Sv) => format!(
                "{number} har eller kan ha fast anslutning utan att hänga på någon känd nod. \
                 Noden i registret, eller fler noder i nätet, skulle visa vad anslutningen hänger \
                 på."
            ),
            (true, En) => format!(
                "{number} have or may have a fixed connection but hang on no known node. The node \
                 in the register, or more nodes in the network, would tell what it hangs on."
            ),
            (false, Sv) => format!(
                "{number} har eller kan ha fast anslutning, men inget nät är angivet. Nätets noder \
                 och kablar skulle visa vad anslutningen hänger på."
            ),
            (false, En) => format!(
                "{number} have or may have a fixed connection, but no network is given. Its nodes \
                 and cables would tell what the connection hangs on."
            ),
        });
    }
    items
}

fn of_masts(facts: &Facts<'_>, inside: &Inside) -> Vec<String> {
    let language = facts.language;
    let masts = |is: fn(&BackupRow) -> bool| {
        let ids = inside.backups.iter().filter(|backup| is(backup)).map(|b| b.mast_id.as_str());
        ids.collect::<BTreeSet<&str>>().len()
    };
    let gaps = [
        (
            masts(|mast| mast.mast_way == NetworkStatus::Unknown),
            "Noden är inte känd för {} som når eller kan nå verksamheterna. Noder i mastlistan \
             skulle visa vad de beror på.",
            "The node is not known of {} that may serve these sites. Nodes in the list of masts \
             would tell what they depend on.",
        ),
        (
            masts(|mast| mast.mast_way == NetworkStatus::CutOff),
            "Noden har ingen väg till en kärnnod för {} som når eller kan nå verksamheterna. Nätet \
             saknar en kabel eller en kärnnod, eller så är noden i mastlistan fel.",
            "The node has no way to a core node of {} that may serve these sites. The network lacks \
             a cable or a core node, or the node in the list of masts is wrong.",
        ),
        (
            masts(|mast| mast.mast_feeds.is_empty()),
            "Elmatningen är inte känd för {} som når eller kan nå verksamheterna. Elmatningar i \
             mastlistan skulle visa den.",
            "The power feed is not known of {} that may serve these sites. Feeds in the list of \
             masts would tell.",
        ),
        (
            masts(|mast| mast.basis == ReachBasis::Assumed),
            "Räckvidden eller läget är inte känt för {} som kan nå verksamheterna. Räckvidd i \
             mastlistan, eller mobillager som nämner masten, skulle visa det.",
            "Range or place is not known of {} that may serve these sites. Ranges in the list of \
             masts, or mobile layers that name the mast, would tell.",
        ),
    ];
    gaps.into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, sv, en)| {
            let sentence = match language {
                Sv => sv,
                En => en,
            };
            sentence.replace(
                "{}",
                &wording::so_many(language, number, crate::network::element::ElementKind::Mast),
            )
        })
        .collect()
}

/// In the public edition only the indicators tell.
fn public(facts: &Facts<'_>, page: &mut Document) {
    let language = facts.language;
    page.paragraph([match language {
        Sv => "Det här är den publika utgåvan, som inte har några verksamheter: vilka som är \
               okända framgår bara av den fullständiga."
            .to_owned(),
        En => "This is the public edition, which has no sites: only the full edition tells which \
               are unknown."
            .to_owned(),
    }]);
    // Without bounds it concerns no site here.
    let of_sites = facts.indicators.iter().filter(|row| {
        row.value_low.is_some() && super::pillars::is_of_sites(facts, &row.indicator)
    });
    let least = of_sites.filter_map(|row| row.known_share).reduce(f64::min);
    if let Some(least) = least {
        page.paragraph([match language {
            Sv => format!(
                "Den indikator som är minst känd är känd för {} av verksamheterna.",
                percent(Sv, least)
            ),
            En => format!(
                "The indicator that is known least is known of {} of the sites.",
                percent(En, least)
            ),
        }]);
    }
}
