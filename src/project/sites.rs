//! `[[sites]]`: a register of schools, care homes and the rest.

use std::collections::BTreeMap;

use crate::crs::Crs;
use crate::ingest::number::Decimal;
use crate::ingest::placing::CoordinateColumns;
use crate::ingest::records::ColumnName;
use crate::ingest::sites::{KindSetting, SitesInput};
use crate::model::site::SiteKind;
use crate::project::Context;
use crate::project::keys::{Keys, Required, choices, keys};
use crate::project::section::Section;
use crate::project::source::Provenance;

keys! {
    /// The keys of `[[sites]]`.
    pub(super) struct SitesKeys {
        /// the file
        path: Required<String>, eg ("schools.csv");
        /// which layer or sheet
        layer: Option<String>, or "the only one", eg ("Blad1");
        /// the kind of every row
        kind: Option<SiteKind>, or "this or `kind_column`", eg ("school");
        /// tells the kind of each row
        kind_column: Option<ColumnName>, or "this or `kind`", eg ("type");
        /// translates words of that column; a word that is neither here nor a kind is `other`, with a
        /// finding; case does not matter
        kind_map: BTreeMap<String, SiteKind> = BTreeMap::new(), or "none",
            eg ({ grundskola = "school" });
        /// the id; a row without one is not used
        id: Required<ColumnName>, eg ("code");
        /// the name
        name: Option<ColumnName>, or "the id", eg ("name");
        /// easting or longitude; together with `y`
        x: Option<ColumnName>, eg ("easting");
        /// northing or latitude
        y: Option<ColumnName>, eg ("northing");
        /// of the coordinates; required with `x` and `y`
        crs: Option<Crs>, or "the file's own", eg ("EPSG:4326");
        /// the decimal sign of numbers stored as text; `"."` for coordinates where it is not stated.
        /// A text such as `1.000` or `1,000` is refused where neither this nor the rest of its
        /// column tells which sign it is
        decimal: Option<Decimal>, or "what the column shows", eg (",");
        /// how many depend on the site; a whole number
        persons: Option<ColumnName>, eg ("pupils");
        /// the code the register states; checked against the place, and used where there is no place
        municipality: Option<ColumnName>, eg ("kommunkod");
        /// the id of the node the site hangs on; beats distance
        network_node: Option<ColumnName>, eg ("node");
        /// what the owner knows: yes, ja, true, 1; no, nej, false, 0; blank, okänt or ? for unknown.
        /// Beats every layer of `[[fixed]]`
        connected: Option<ColumnName>, eg ("fibre");
        /// the download rate of the site's own fixed connection in Mbit/s; blank is unknown. Beats the
        /// rate of every layer of `[[fixed]]`, and does not say that the site is connected: that is
        /// `connected`, or a layer
        download: Option<ColumnName>, eg ("mbps");
        /// hours the site's own backup power lasts; 0 is none; blank is unknown
        backup_power_h: Option<ColumnName>, eg ("ups_h");
        /// ids of its power feeds, separated by `;`; blank is unknown
        power_feeds: Option<ColumnName>, eg ("feeds");
    } and provenance: Provenance
}

choices! {
    Decimal {
        "." => Self::Point,
        "," => Self::Comma,
    }
}

pub(super) fn sites(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<SitesInput> {
    let keys = SitesKeys::read(section);
    columns_of_their_own(section, &keys);
    let kind = kind(section, keys.kind, keys.kind_column, keys.kind_map);
    let coordinates = coordinates(section, keys.x, keys.y);
    if coordinates.is_some() && keys.crs.is_none() && !section.has("crs") {
        section.fault_at(
            "x",
            "coordinates in columns need a `crs`",
            "EPSG:4326 for longitude and latitude, EPSG:3006 for SWEREF 99 TM",
        );
        return None;
    }
    Some(SitesInput {
        file: keys.provenance.file(context, keys.path.0, "sites")?,
        layer: keys.layer,
        kind: kind?,
        id: keys.id.0?,
        name: keys.name,
        coordinates,
        crs: keys.crs,
        decimal: keys.decimal,
        persons: keys.persons,
        municipality: keys.municipality,
        network_node: keys.network_node,
        connected: keys.connected,
        download: keys.download,
        backup_power: keys.backup_power_h,
        power_feeds: keys.power_feeds,
    })
}

/// A number of one thing is no number of another, and no code either: a slip that gives numbers which
/// could be true.
fn columns_of_their_own(section: &mut Section<'_, '_>, keys: &SitesKeys) {
    let numbers = [
        ("x", &keys.x),
        ("y", &keys.y),
        ("persons", &keys.persons),
        ("download", &keys.download),
        ("backup_power_h", &keys.backup_power_h),
    ];
    let others = [
        ("id", &keys.id.0),
        ("kind_column", &keys.kind_column),
        ("municipality", &keys.municipality),
        ("network_node", &keys.network_node),
        ("connected", &keys.connected),
        ("power_feeds", &keys.power_feeds),
    ];
    for (place, (key, column)) in numbers.iter().enumerate() {
        let Some(column) = column else { continue };
        let before = numbers[..place].iter().chain(&others);
        for (other, _) in before.filter(|(_, o)| o.as_ref().is_some_and(|o| o.name == column.name))
        {
            section.fault_at(
                key,
                format!("{key} = {:?} is the column that `{other}` names", column.name),
                "name a column of its own, or leave the key out",
            );
        }
    }
}

fn kind(
    section: &mut Section<'_, '_>,
    all: Option<SiteKind>,
    column: Option<ColumnName>,
    map: BTreeMap<String, SiteKind>,
) -> Option<KindSetting> {
    match (all, column) {
        (Some(kind), None) => Some(KindSetting::All(kind)),
        (None, Some(column)) => Some(KindSetting::Column(column, map)),
        (None, None) if section.has("kind") => None,
        _ => {
            section.fault_at(
                "kind",
                "[[sites]] needs either `kind` or `kind_column`",
                "kind = \"school\" for all rows, or kind_column = \"type\" with a kind_map",
            );
            None
        }
    }
}

/// The columns `x` and `y`, which go together.
pub(super) fn coordinates(
    section: &mut Section<'_, '_>,
    x: Option<ColumnName>,
    y: Option<ColumnName>,
) -> Option<CoordinateColumns> {
    match (x, y) {
        (Some(x), Some(y)) => Some(CoordinateColumns { x, y }),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => {
            section.fault_at("x", "`x` and `y` go together", "name both columns, or neither");
            None
        }
    }
}
