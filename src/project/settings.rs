//! What each section of the project file may hold, in the order of the documentation.

use std::collections::BTreeMap;
use std::path::Path;

use crate::crs::{Crs, WorkingCrs};
use crate::ingest::fixed::{FixedInput, Stated};
use crate::ingest::indicators::IndicatorsInput;
use crate::ingest::masts::MastsInput;
use crate::ingest::mobile::{MobileForm, MobileInput};
use crate::ingest::municipalities::MunicipalitiesInput;
use crate::ingest::number::Decimal;
use crate::ingest::provenance::InputFile;
use crate::ingest::records::{ColumnName, CoordinateColumns};
use crate::ingest::sites::{KindSetting, SitesInput};
use crate::model::coverage::FixedStatus;
use crate::model::requirement::{FallbackNeeded, Service, SinglePointsAllowed};
use crate::model::site::SiteKind;
use crate::project::framework;
use crate::project::section::Section;
use crate::project::{
    Context, DRAWS, Region, SEED, ScoreSettings, Targets, default_targets, not_used,
};
use crate::readiness::weight::WeighBy;
use crate::units::{Hours, Mbps, Metres};
use crate::words::Code;
use crate::words::Language;

pub(super) fn region(section: &mut Section<'_, '_>, _: &mut Context<'_>) -> Option<Region> {
    let name = section.required_text("name");
    let crs = crs(section, "crs", true);
    let language = section
        .word("language", &[("sv", Language::Sv), ("en", Language::En)])
        .unwrap_or(Language::Sv);
    let working = WorkingCrs::new(crs?)
        .map_err(|fault| {
            section.fault_at(
                "crs",
                fault.to_string(),
                "EPSG:3006 is SWEREF 99 TM; EPSG:3007 to EPSG:3018 are the local zones",
            );
        })
        .ok()?;
    Some(Region { name: name?, crs: working, language })
}

pub(super) fn municipalities(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<MunicipalitiesInput> {
    let file = file(section, context, "path", "municipalities", true);
    let layer = section.text("layer");
    let crs = crs(section, "crs", false);
    let code = column(section, "code", true);
    let name = column(section, "name", true);
    let group = column(section, "group", false);
    let only = section.texts("only");
    let nearest_within = section.quantity("nearest_within_m", Metres::new).unwrap_or(Metres::ZERO);
    Some(MunicipalitiesInput {
        file: file?,
        layer,
        crs,
        code: code?,
        name: name?,
        group,
        only,
        nearest_within,
    })
}

pub(super) fn sites(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<SitesInput> {
    let file = file(section, context, "path", "sites", true);
    let layer = section.text("layer");
    let kind = kind(section);
    let id = column(section, "id", true);
    let name = column(section, "name", false);
    let coordinates = coordinates(section);
    let crs = crs(section, "crs", false);
    let decimal = decimal(section);
    let persons = column(section, "persons", false);
    let municipality = column(section, "municipality", false);
    let network_node = column(section, "network_node", false);
    let connected = column(section, "connected", false);
    let download = column(section, "download", false);
    let backup_power = column(section, "backup_power_h", false);
    let power_feeds = column(section, "power_feeds", false);
    if coordinates.is_some() && crs.is_none() && !section.has("crs") {
        section.fault_at(
            "x",
            "coordinates in columns need a `crs`",
            "EPSG:4326 for longitude and latitude, EPSG:3006 for SWEREF 99 TM",
        );
        return None;
    }
    Some(SitesInput {
        file: file?,
        layer,
        kind: kind?,
        id: id?,
        name,
        coordinates,
        crs,
        decimal,
        persons,
        municipality,
        network_node,
        connected,
        download,
        backup_power,
        power_feeds,
    })
}

fn kind(section: &mut Section<'_, '_>) -> Option<KindSetting> {
    let words = SiteKind::ALL.map(|kind| (kind.name(), kind));
    let all = section.word("kind", &words);
    let column = column(section, "kind_column", false);
    let mut map = BTreeMap::new();
    for (word, kind) in section.text_map("kind_map") {
        match SiteKind::from_id(&kind) {
            Some(kind) => {
                map.insert(word, kind);
            }
            None => {
                let known = SiteKind::ALL.map(SiteKind::name).join(", ");
                section.fault_at(
                    "kind_map",
                    format!("`kind_map` cannot translate to \"{kind}\""),
                    format!("one of {known}"),
                );
            }
        }
    }
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

pub(super) fn fixed(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<FixedInput> {
    let file = file(section, context, "path", "fixed", true);
    let layer = section.text("layer");
    let crs = crs(section, "crs", false);
    let technology = section.text("technology").map(Stated::All);
    let technology_column = column(section, "technology_column", false).map(Stated::Column);
    let status_words = [FixedStatus::Connected, FixedStatus::Passed, FixedStatus::Planned]
        .map(|status| (status.name(), status));
    let status = section.word("status", &status_words).map(Stated::All);
    let status_column = column(section, "status_column", false).map(Stated::Column);
    let download = section.quantity("download_mbps", Mbps::new).map(Stated::All);
    let download_column = column(section, "download_column", false).map(Stated::Column);
    let complete = section.flag("complete", false);
    let technology =
        one_of(section, "technology", technology, "technology_column", technology_column);
    let status = one_of(section, "status", status, "status_column", status_column);
    if download.is_some() && download_column.is_some() {
        section.fault_at(
            "download_column",
            "`download_mbps` and `download_column` exclude each other",
            "keep the one that is true",
        );
    }
    Some(FixedInput {
        file: file?,
        layer,
        crs,
        technology: technology?,
        status: status?,
        download: download.or(download_column),
        complete,
    })
}

fn one_of<T>(
    section: &mut Section<'_, '_>,
    key: &str,
    all: Option<Stated<T>>,
    column_key: &str,
    column: Option<Stated<T>>,
) -> Option<Stated<T>> {
    match (all, column) {
        (Some(stated), None) | (None, Some(stated)) => Some(stated),
        // A wrong value has been reported where it stands.
        (None, None) if section.has(key) || section.has(column_key) => None,
        _ => {
            section.fault_at(
                key,
                format!("[[fixed]] needs either `{key}` or `{column_key}`"),
                format!("{key} = \"…\" for all rows, or {column_key} = \"the column that tells\""),
            );
            None
        }
    }
}

pub(super) fn mobile(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<MobileInput> {
    let file = file(section, context, "path", "mobile", true);
    let layer = section.text("layer");
    let crs = crs(section, "crs", false);
    let operator = section.required_text("operator");
    let radio_network = section.text("radio_network");
    let generation = section.text("generation");
    let download = section.quantity("download_mbps", Mbps::new).map(Stated::All);
    let download_column = column(section, "download_column", false).map(Stated::Column);
    let raster = section.inner("raster", |raster| {
        let unit = raster.word("unit", &[("mbps", true), ("dbm", false)]);
        let at_least = raster.number("at_least");
        let download = raster.quantity("download_mbps", Mbps::new);
        match unit {
            Some(true) if at_least.is_some() || download.is_some() => {
                raster.fault_at(
                    "unit",
                    "`at_least` and `download_mbps` have no meaning in a raster of rates",
                    "leave them out, or set unit = \"dbm\"",
                );
                None
            }
            Some(true) => Some(MobileForm::RasterMbps),
            Some(false) => match at_least {
                Some(at_least) => Some(MobileForm::RasterDbm { at_least, download }),
                None => {
                    raster.fault_at(
                        "unit",
                        "a raster in dBm needs `at_least`",
                        "such as at_least = -105: a cell with this strength or more is covered",
                    );
                    None
                }
            },
            None => {
                raster.fault_at("unit", "`raster` needs a `unit`", "\"mbps\" or \"dbm\"");
                None
            }
        }
    });
    let complete = section.flag("complete", false);
    let mast = section.text("mast").map(Stated::All);
    let mast_column = column(section, "mast_column", false).map(Stated::Column);
    if mast.is_some() && mast_column.is_some() {
        section.fault_at(
            "mast_column",
            "`mast` and `mast_column` exclude each other",
            "`mast` when the whole layer comes from one mast, else the column that names it",
        );
    }
    if section.has("raster") && mast_column.is_some() {
        section.fault_at(
            "mast_column",
            "a raster has no columns",
            "mast = \"…\" when the whole raster comes from one mast",
        );
    }
    if download.is_some() && download_column.is_some() {
        section.fault_at(
            "download_column",
            "`download_mbps` and `download_column` exclude each other",
            "keep the one that is true",
        );
    }
    if section.has("raster") && (download.is_some() || download_column.is_some()) {
        section.fault_at(
            "raster",
            "`raster` and `download_mbps` or `download_column` exclude each other",
            "inside raster = { … } the rate of a dBm raster is `download_mbps`",
        );
    }
    let form = if section.has("raster") {
        raster
    } else {
        Some(MobileForm::Polygons(download.or(download_column)))
    };
    let operator = operator?;
    Some(MobileInput {
        file: file?,
        layer,
        crs,
        radio_network: radio_network.unwrap_or_else(|| operator.clone()),
        operator,
        generation,
        form: form?,
        mast: mast.or(mast_column),
        complete,
    })
}

pub(super) fn masts(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<MastsInput> {
    let file = file(section, context, "path", "masts", true);
    let layer = section.text("layer");
    let id = column(section, "id", false);
    let coordinates = coordinates(section);
    let crs = crs(section, "crs", false);
    let decimal = decimal(section);
    let operator = column(section, "operator", false);
    let radio_network = column(section, "radio_network", false);
    let range = column(section, "range_m", false);
    let network_node = column(section, "network_node", false);
    let battery = column(section, "battery_h", false);
    let power_feed = column(section, "power_feed", false);
    Some(MastsInput {
        file: file?,
        layer,
        id,
        coordinates,
        crs,
        decimal,
        operator,
        radio_network,
        range,
        network_node,
        battery,
        power_feed,
    })
}

pub(super) fn targets(section: &mut Section<'_, '_>, context: &mut Context<'_>) -> Option<Targets> {
    let default = default_targets();
    let site_download =
        section.quantity("site_download_mbps", Mbps::new).unwrap_or(default.site_download);
    if section.numbers("premises_download_mbps").is_some() {
        context.findings.push(not_used("targets.premises_download_mbps"));
    }
    if section.numbers("mobile_download_mbps").is_some_and(|rates| rates != [10.0, 30.0]) {
        section.fault_at(
            "mobile_download_mbps",
            "mobile networks are counted at 10 and 30 Mbit/s",
            "leave it out or write [10, 30]; the columns of the result carry these rates in their names",
        );
    }
    let backup_power =
        section.quantity("backup_power_h", Hours::new).unwrap_or(default.backup_power);
    Some(Targets { site_download, backup_power })
}

pub(super) fn service(section: &mut Section<'_, '_>, _: &mut Context<'_>) -> Option<Service> {
    let id = section.required_text("id");
    let name = section.required_text("name");
    let mut kinds = Vec::new();
    for word in section.texts("kinds") {
        match SiteKind::from_id(&word) {
            Some(kind) => kinds.push(kind),
            None => {
                let known = SiteKind::ALL.map(SiteKind::name).join(", ");
                section.fault_at(
                    "kinds",
                    format!("\"{word}\" is no kind of site"),
                    format!("one of {known}"),
                );
            }
        }
    }
    let wrong_word = section.has("kinds") && !section.is_empty_list("kinds");
    if kinds.is_empty() && !wrong_word {
        section.fault_at("kinds", "[[services]] needs `kinds`", "such as kinds = [\"care_home\"]");
    }
    let download = section.quantity("download_mbps", Mbps::new);
    let download_per_person = section.quantity("download_mbps_per_person", Mbps::new);
    let fixed = section.flag("fixed", false);
    let single_points = section
        .word(
            "single_points",
            &[("none", SinglePointsAllowed::None), ("any", SinglePointsAllowed::Any)],
        )
        .unwrap_or(SinglePointsAllowed::Any);
    let fallback = section
        .word(
            "fallback",
            &[
                ("none", FallbackNeeded::None),
                ("any", FallbackNeeded::Any),
                ("independent", FallbackNeeded::Independent),
            ],
        )
        .unwrap_or(FallbackNeeded::None);
    let endurance = section.quantity("endurance_h", Hours::new);
    let source = section.text("source");
    Some(Service {
        id: id?,
        name: name?,
        kinds,
        download,
        download_per_person,
        fixed,
        single_points,
        fallback,
        endurance,
        source,
    })
}

pub(super) fn indicators(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<IndicatorsInput> {
    let file = file(section, context, "path", "indicators", true);
    let layer = section.text("layer");
    let unit = column(section, "code", true);
    Some(IndicatorsInput { file: file?, layer, unit: unit?, unit_name: None })
}

pub(super) fn score(
    section: &mut Section<'_, '_>,
    context: &mut Context<'_>,
) -> Option<ScoreSettings> {
    let framework = match section.text("framework") {
        None => Some(framework::built_in()),
        Some(name) => framework::find(context.directory, Path::new(&name))
            .map_err(|error| section.faults_of(error))
            .ok(),
    };
    let draws = section.whole_number("draws").unwrap_or(DRAWS.into());
    if !(100..=100_000).contains(&draws) {
        section.fault_at(
            "draws",
            format!("`draws` cannot be {draws}"),
            "from 100 to 100 000; rank intervals of fewer draws mean nothing",
        );
    }
    let seed = section.whole_number("seed").unwrap_or(SEED);
    let group_weight = section
        .word("group_weight", &[("sites", WeighBy::Sites), ("persons", WeighBy::Persons)])
        .unwrap_or(WeighBy::Sites);
    let draws = u32::try_from(draws).unwrap_or(u32::MAX);
    Some(ScoreSettings { framework: framework?, draws, seed, group_weight })
}

pub(super) fn file(
    section: &mut Section<'_, '_>,
    context: &Context<'_>,
    key: &'static str,
    of: &'static str,
    required: bool,
) -> Option<InputFile> {
    let written = if required { section.required_text(key) } else { section.text(key) };
    let publisher = section.text("source");
    let date = section.date("source_date");
    let licence = section.text("licence");
    let synthetic = section.flag("synthetic", false);
    let written = written?;
    let path = context.directory.join(&written);
    Some(InputFile { written, path, section: of, publisher, date, licence, synthetic })
}

fn column(section: &mut Section<'_, '_>, key: &'static str, required: bool) -> Option<ColumnName> {
    let name = if required { section.required_text(key) } else { section.text(key) }?;
    Some(ColumnName { key, name })
}

fn coordinates(section: &mut Section<'_, '_>) -> Option<CoordinateColumns> {
    match (column(section, "x", false), column(section, "y", false)) {
        (Some(x), Some(y)) => Some(CoordinateColumns { x, y }),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => {
            section.fault_at("x", "`x` and `y` go together", "name both columns, or neither");
            None
        }
    }
}

pub(super) fn crs(section: &mut Section<'_, '_>, key: &'static str, required: bool) -> Option<Crs> {
    let definition = if required { section.required_text(key) } else { section.text(key) }?;
    Crs::from_definition(&definition)
        .map_err(|fault| section.fault_at(key, fault.to_string(), "such as \"EPSG:3006\""))
        .ok()
}

fn decimal(section: &mut Section<'_, '_>) -> Decimal {
    section
        .word("decimal", &[(".", Decimal::Point), (",", Decimal::Comma)])
        .unwrap_or(Decimal::Point)
}
