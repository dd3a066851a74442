//! `readiness.gpkg`: the result as layers for a GIS, in the working CRS.

use std::path::Path;

use gdal::config::{clear_thread_local_config_option, set_thread_local_config_option};
use gdal::vector::sql::Dialect;
use gdal::vector::{
    Defn, Feature, FieldDefn, Geometry, LayerOptions, OGRFieldType,
    OGRwkbGeometryType as GeometryKind, ToGdal,
};
use gdal::{Dataset, DriverManager};

use crate::error::Error;
use crate::network::element::Element;
use crate::report::Report;
use crate::table::{Cell, Edition, Kind, Table, element};
use crate::words::Words;

/// The name of the file.
pub const FILE: &str = "readiness.gpkg";

/// Writes every layer of an edition.
pub fn write(report: &Report<'_>, tables: &[Table], directory: &Path) -> Result<(), Error> {
    let path = directory.join(FILE);
    // GeoPackage notes when it was changed; the date of the facts keeps two runs alike.
    let day = report.newest_date().filter(|date| date.len() == 10).unwrap_or("1970-01-01");
    let set = set_thread_local_config_option("OGR_CURRENT_DATE", &format!("{day}T00:00:00.000Z"));
    let written = set.and_then(|()| write_layers(report, tables, &path));
    let cleared = clear_thread_local_config_option("OGR_CURRENT_DATE");
    written.and(cleared).map_err(|cause| Error::write(&path, cause))
}

type Gdal<T> = gdal::errors::Result<T>;

fn write_layers(report: &Report<'_>, tables: &[Table], path: &Path) -> Gdal<()> {
    let driver = DriverManager::get_driver_by_name("GPKG")?;
    let mut dataset = driver.create_vector_only(path)?;
    let inputs = report.inputs;
    let areas = inputs.municipalities.iter().map(|m| m.area.polygons().to_gdal().map(Some));
    let table = |name| tables.iter().find(|table| table.name == name).expect("of this edition");
    write_layer(
        report,
        &mut dataset,
        GeometryKind::wkbMultiPolygon,
        table("municipalities"),
        "municipalities",
        areas,
    )?;
    if report.edition == Edition::Full {
        let places = inputs.sites.iter().map(|s| s.place.map(point).transpose());
        let sites = table("sites");
        write_layer(report, &mut dataset, GeometryKind::wkbPoint, sites, "sites", places)?;
        write_elements(report, table("elements"), &mut dataset)?;
    }
    let words = report.language.into();
    describe(&mut dataset, "municipalities", table("municipalities"), words)?;
    if report.edition == Edition::Full {
        describe(&mut dataset, "sites", table("sites"), words)?;
        for layer in ELEMENT_LAYERS {
            describe(&mut dataset, layer, table("elements"), words)?;
        }
    }
    dataset.close()
}

/// The layers of elements: points, and lines.
const ELEMENT_LAYERS: [&str; 2] = ["elements_points", "elements_lines"];

/// Tells what the columns of a layer are called and mean, as the extension *Schema* of the GeoPackage
/// standard has it: programs show it beside the name. GDAL writes it itself from 3.7 on only.
fn describe(dataset: &mut Dataset, layer: &str, table: &Table, words: Words) -> Gdal<()> {
    let text = |text: &str| format!("'{}'", text.replace('\0', " ").replace('\'', "''"));
    let run = |sql: &str| dataset.execute_sql(sql, None, Dialect::DEFAULT).map(drop);
    for sql in SCHEMA_EXTENSION {
        run(sql)?;
    }
    for column in &table.columns {
        let (name, label) = (text(&column.name), text(&column.label(words)));
        let (layer, about) = (text(layer), text(&column.about(words)));
        run(&format!(
            "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) \
             VALUES ({layer}, {name}, {name}, {label}, {about})"
        ))?;
    }
    Ok(())
}

/// The tables of the extension, as the standard has them (GeoPackage 1.2, F.9), and that it is used.
const SCHEMA_EXTENSION: [&str; 5] = [
    "CREATE TABLE IF NOT EXISTS gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT \
     NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, \
     CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), \
     CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (constraint_name TEXT NOT NULL, \
     constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, \
     max NUMERIC, max_is_inclusive BOOLEAN, description TEXT, \
     CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
    "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, \
     extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, \
     CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    "INSERT INTO gpkg_extensions SELECT 'gpkg_data_columns', NULL, 'gpkg_schema', \
     'http://www.geopackage.org/spec121/#extension_schema', 'read-write' WHERE NOT EXISTS \
     (SELECT 1 FROM gpkg_extensions WHERE table_name = 'gpkg_data_columns')",
    "INSERT INTO gpkg_extensions SELECT 'gpkg_data_column_constraints', NULL, 'gpkg_schema', \
     'http://www.geopackage.org/spec121/#extension_schema', 'read-write' WHERE NOT EXISTS \
     (SELECT 1 FROM gpkg_extensions WHERE table_name = 'gpkg_data_column_constraints')",
];

/// Points and lines apart: one kind of geometry a layer. What has no place, such as a power feed,
/// stands among the points without one.
fn write_elements(report: &Report<'_>, table: &Table, dataset: &mut Dataset) -> Gdal<()> {
    let infrastructure = &report.inputs.infrastructure;
    let rows: Vec<(Element, &Vec<Cell>)> =
        report.assessment.elements.iter().map(|e| e.element).zip(&table.rows).collect();
    let layers = [
        (ELEMENT_LAYERS[0], GeometryKind::wkbPoint, false),
        (ELEMENT_LAYERS[1], GeometryKind::wkbLineString, true),
    ];
    for (name, kind, lines) in layers {
        let is_line = |element: Element| matches!(element, Element::Span(_) | Element::Trench(_));
        let own = || rows.iter().filter(|(element, _)| is_line(*element) == lines);
        let table = Table { rows: own().map(|(_, row)| (*row).clone()).collect(), ..table.clone() };
        let geometries = own().map(|&(element, _)| match element {
            Element::Span(span) => infrastructure
                .network
                .as_ref()
                .and_then(|network| network.line(span))
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
    for column in &table.columns {
        let kind = match column.kind() {
            Kind::Text => OGRFieldType::OFTString,
            Kind::Integer => OGRFieldType::OFTInteger64,
            Kind::Number => OGRFieldType::OFTReal,
        };
        FieldDefn::new(&column.name, kind)?.add_to_layer(&layer)?;
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
