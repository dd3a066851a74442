//! `readiness.gpkg`: the result as layers for a GIS, in the working CRS.

use std::path::Path;

use gdal::config::{clear_thread_local_config_option, set_thread_local_config_option};
use gdal::vector::{
    Defn, Feature, FieldDefn, Geometry, LayerOptions, OGRFieldType,
    OGRwkbGeometryType as GeometryKind, ToGdal,
};
use gdal::{Dataset, DriverManager};

use crate::error::Error;
use crate::network::element::Element;
use crate::report::Report;
use crate::report::edition::Edition;
use crate::report::table::{Cell, Kind, Table};
use crate::report::tables::{element, site, unit};

/// The name of the file.
pub const FILE: &str = "readiness.gpkg";

/// Writes every layer of an edition.
pub fn write(report: &Report<'_>, directory: &Path) -> Result<(), Error> {
    let path = directory.join(FILE);
    // GeoPackage notes when it was changed; the date of the facts keeps two runs alike.
    let day = report.newest_date().filter(|date| date.len() == 10).unwrap_or("1970-01-01");
    let set = set_thread_local_config_option("OGR_CURRENT_DATE", &format!("{day}T00:00:00.000Z"));
    let written = set.and_then(|()| write_layers(report, &path));
    let cleared = clear_thread_local_config_option("OGR_CURRENT_DATE");
    written.and(cleared).map_err(|cause| Error::write(&path, cause))
}

type Gdal<T> = gdal::errors::Result<T>;

fn write_layers(report: &Report<'_>, path: &Path) -> Gdal<()> {
    let driver = DriverManager::get_driver_by_name("GPKG")?;
    let mut dataset = driver.create_vector_only(path)?;
    let inputs = report.inputs;
    let areas = inputs.municipalities.iter().map(|m| m.area.polygons().to_gdal().map(Some));
    let table = unit::municipalities(inputs, report.assessment);
    write_layer(
        report,
        &mut dataset,
        GeometryKind::wkbMultiPolygon,
        &table,
        "municipalities",
        areas,
    )?;
    if report.edition == Edition::Full {
        let places = inputs.sites.iter().map(|s| s.place.map(point).transpose());
        let table = site::sites(inputs, report.assessment);
        write_layer(report, &mut dataset, GeometryKind::wkbPoint, &table, "sites", places)?;
        write_elements(report, &mut dataset)?;
    }
    dataset.close()
}

/// Points and lines apart: one kind of geometry a layer. What has no place, such as a power feed,
/// stands among the points without one.
fn write_elements(report: &Report<'_>, dataset: &mut Dataset) -> Gdal<()> {
    let table = element::elements(report.inputs, report.assessment);
    let infrastructure = &report.inputs.infrastructure;
    let rows: Vec<(Element, &Vec<Cell>)> =
        report.assessment.elements.iter().map(|e| e.element).zip(&table.rows).collect();
    let layers = [
        ("elements_points", GeometryKind::wkbPoint, false),
        ("elements_lines", GeometryKind::wkbLineString, true),
    ];
    for (name, kind, lines) in layers {
        let is_line = |element: Element| matches!(element, Element::Span(_) | Element::Trench(_));
        let own = || rows.iter().filter(|(element, _)| is_line(*element) == lines);
        let table = Table { rows: own().map(|(_, row)| (*row).clone()).collect(), ..table.clone() };
        let geometries = own().map(|&(element, _)| match element {
            Element::Span(span) => infrastructure
                .network
                .as_ref()
                .and_then(|network| super::route(network, span))
                .map(|route| route.to_gdal())
                .transpose(),
            Element::Trench(trench) => {
                infrastructure.trench(trench).line().map(ToGdal::to_gdal).transpose()
            }
            _ => element::middle(element, infrastructure).map(point).transpose(),
        });
        write_layer(report, dataset, kind, &table, name, geometries)?;
    }
    Ok(())
}

fn point(place: crate::crs::Projected) -> Gdal<Geometry> {
    geo::Point(place.coord()).to_gdal()
}

/// Writes one layer: the rows of a table, each with its geometry where it has one.
fn write_layer(
    report: &Report<'_>,
    dataset: &mut Dataset,
    kind: GeometryKind::Type,
    table: &Table,
    name: &str,
    geometries: impl Iterator<Item = Gdal<Option<Geometry>>>,
) -> Gdal<()> {
    // One transaction a layer: a commit for every feature would be a hundred times slower.
    let mut transaction = dataset.start_transaction()?;
    let layer = transaction.create_layer(LayerOptions {
        name,
        srs: Some(report.crs.crs().spatial_ref()),
        ty: kind,
        options: Some(&["GEOMETRY_NAME=geom"]),
    })?;
    for (column, kind) in &table.columns {
        let kind = match kind {
            Kind::Text => OGRFieldType::OFTString,
            Kind::Integer => OGRFieldType::OFTInteger64,
            Kind::Number => OGRFieldType::OFTReal,
        };
        FieldDefn::new(column, kind)?.add_to_layer(&layer)?;
    }
    let definition = Defn::from_layer(&layer);
    for (row, geometry) in table.rows.iter().zip(geometries) {
        let mut feature = Feature::new(&definition)?;
        if let Some(geometry) = geometry? {
            feature.set_geometry(geometry)?;
        }
        for (i, cell) in row.iter().enumerate() {
            match cell {
                Cell::Blank => feature.set_field_null(i)?,
                Cell::Text(text) => feature.set_field_string(i, &text.replace('\0', " "))?,
                Cell::Integer(number) => feature.set_field_integer64(i, *number)?,
                Cell::Number(number) => feature.set_field_double(i, *number)?,
            }
        }
        feature.create(&layer)?;
    }
    transaction.commit()
}
