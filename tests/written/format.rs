//! Every format that the program reads, written.

use std::fmt::Write as _;
use std::path::Path;

use beredd::crs::Crs;
use gdal::raster::Buffer;
use gdal::vector::{
    Feature, Geometry as GdalGeometry, LayerAccess, LayerOptions, OGRFieldType, OGRwkbGeometryType,
};
use gdal::{Dataset, DriverManager};
use geo::{Coord, Geometry};
use polars::prelude::{Column, DataFrame, KeyValueMetadata, NamedFrom, ParquetWriter, Series};

/// A table, or a layer where its rows have shapes.
pub struct Sheet {
    pub name: String,
    pub columns: Vec<(&'static str, Holds)>,
    pub rows: Vec<Cells>,
}

/// What a column is declared to hold, where a format has types.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holds {
    Text,
    Number,
}

pub struct Cells {
    /// As wide as the columns; a number has a decimal point.
    pub cells: Vec<Option<String>>,
    pub shape: Option<Geometry<f64>>,
}

impl Sheet {
    pub fn new(name: &str, columns: &[(&'static str, Holds)]) -> Self {
        Self { name: name.to_owned(), columns: columns.to_vec(), rows: Vec::new() }
    }
}

/// A format of tables or layers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    Csv,
    /// With semicolons, decimal commas, Windows-1252 and CRLF, as Excel in Sweden writes it.
    CsvFromExcel,
    /// With tabs, in UTF-16.
    Tsv,
    Parquet,
    Xlsx,
    Ods,
    GeoJson,
    GeoJsonSeq,
    GeoPackage,
    Shapefile,
    FlatGeobuf,
    MapInfoTab,
    MapInfoMif,
    Kml,
    GeoParquet,
    FileGeodatabase,
}

impl Format {
    pub const TABLES: [Self; 6] =
        [Self::Csv, Self::CsvFromExcel, Self::Tsv, Self::Parquet, Self::Xlsx, Self::Ods];

    pub const LAYERS: [Self; 10] = [
        Self::GeoJson,
        Self::GeoJsonSeq,
        Self::GeoPackage,
        Self::Shapefile,
        Self::FlatGeobuf,
        Self::MapInfoTab,
        Self::MapInfoMif,
        Self::Kml,
        Self::GeoParquet,
        Self::FileGeodatabase,
    ];

    /// Whether places stand in columns.
    pub fn is_table(self) -> bool {
        Self::TABLES.contains(&self)
    }

    /// Whether its coordinates are always longitude and latitude.
    pub fn is_geographic(self) -> bool {
        matches!(self, Self::GeoJsonSeq | Self::Kml)
    }

    /// Whether a number can be blank in it.
    pub fn keeps_blanks(self) -> bool {
        !matches!(self, Self::MapInfoTab | Self::MapInfoMif)
    }

    /// Whether a row can be without a place in it: GDAL leaves such rows out of this one.
    pub fn keeps_placeless(self) -> bool {
        self != Self::FlatGeobuf
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Csv | Self::CsvFromExcel => "csv",
            Self::Tsv => "tsv",
            Self::Parquet => "parquet",
            Self::GeoParquet => "geoparquet",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::GeoJson => "geojson",
            Self::GeoJsonSeq => "geojsonl",
            Self::GeoPackage => "gpkg",
            Self::Shapefile => "shp",
            Self::FlatGeobuf => "fgb",
            Self::MapInfoTab => "tab",
            Self::MapInfoMif => "mif",
            Self::Kml => "kml",
            Self::FileGeodatabase => "gdb",
        }
    }

    /// The driver of GDAL, and options of its dataset and its layers.
    fn driver(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Xlsx => ("XLSX", &[]),
            Self::Ods => ("ODS", &[]),
            Self::GeoJson => ("GeoJSON", &[]),
            Self::GeoJsonSeq => ("GeoJSONSeq", &["COORDINATE_PRECISION=12"]),
            Self::GeoPackage => ("GPKG", &[]),
            Self::Shapefile => ("ESRI Shapefile", &["ENCODING=UTF-8"]),
            // Without an index: with one, rows that have no shape are refused.
            Self::FlatGeobuf => ("FlatGeobuf", &["SPATIAL_INDEX=NO"]),
            Self::MapInfoTab => ("MapInfo File", &["ENCODING=UTF-8"]),
            Self::MapInfoMif => ("MapInfo File", &["ENCODING=UTF-8"]),
            Self::Kml => ("LIBKML", &[]),
            Self::FileGeodatabase => ("OpenFileGDB", &[]),
            Self::Csv | Self::CsvFromExcel | Self::Tsv | Self::Parquet | Self::GeoParquet => {
                unreachable!("{self:?} is written here")
            }
        }
    }
}

/// Writes a sheet and tells the name of its file.
pub fn write(sheet: &Sheet, format: Format, crs: &str, directory: &Path) -> String {
    let name = format!("{}.{}", sheet.name, format.extension());
    let path = directory.join(&name);
    match format {
        Format::Csv => put(&path, delimited(sheet, ',', "\n", false).as_bytes()),
        Format::CsvFromExcel => {
            let text = delimited(sheet, ';', "\r\n", true);
            put(&path, &encoding_rs::WINDOWS_1252.encode(&text).0);
        }
        Format::Tsv => {
            let text = format!("\u{feff}{}", delimited(sheet, '\t', "\n", false));
            let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            put(&path, &bytes);
        }
        Format::Parquet | Format::GeoParquet => parquet(sheet, crs, &path),
        _ => layer(sheet, format, crs, &path),
    }
    name
}

fn put(path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("written");
}

fn delimited(sheet: &Sheet, between: char, end: &str, comma: bool) -> String {
    let quoted = |cell: &str| match cell.contains([between, '"', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    };
    let between = between.to_string();
    let header: Vec<&str> = sheet.columns.iter().map(|(name, _)| *name).collect();
    let mut text = header.join(&between) + end;
    for row in &sheet.rows {
        let cells = sheet.columns.iter().zip(&row.cells).map(|((_, holds), cell)| {
            let cell = cell.clone().unwrap_or_default();
            quoted(&if comma && *holds == Holds::Number { cell.replace('.', ",") } else { cell })
        });
        text += &cells.collect::<Vec<_>>().join(&between);
        text += end;
    }
    text
}

fn of_number(cell: &str) -> f64 {
    cell.parse().expect("a number")
}

fn parquet(sheet: &Sheet, crs: &str, path: &Path) {
    let columns = sheet.columns.iter().enumerate().map(|(place, (name, holds))| {
        let cells = sheet.rows.iter().map(|row| row.cells[place].as_deref());
        let series = match holds {
            Holds::Text => Series::new((*name).into(), cells.collect::<Vec<_>>()),
            Holds::Number => {
                let numbers = cells.map(|cell| cell.map(of_number));
                Series::new((*name).into(), numbers.collect::<Vec<_>>())
            }
        };
        Column::from(series)
    });
    let mut columns: Vec<Column> = columns.collect();
    let mut metadata = None;
    if path.extension().is_some_and(|extension| extension == "geoparquet") {
        let shapes =
            sheet.rows.iter().map(|row| row.shape.as_ref().map(|s| of_geo(s).wkb().expect("WKB")));
        let shapes: Vec<Option<Vec<u8>>> = shapes.collect();
        let shapes: Vec<Option<&[u8]>> = shapes.iter().map(Option::as_deref).collect();
        columns.push(Series::new("geometry".into(), shapes).into());
        let (authority, code) = crs.split_once(':').expect("a code");
        let geo = serde_json::json!({ "version": "1.1.0", "primary_column": "geometry", "columns": {
            "geometry": { "encoding": "WKB", "geometry_types": [],
                "crs": { "id": { "authority": authority, "code": code.parse::<u32>().expect("a number") } } } } });
        metadata = Some(KeyValueMetadata::from_static(vec![("geo".to_owned(), geo.to_string())]));
    }
    let mut frame = DataFrame::new(sheet.rows.len(), columns).expect("a frame");
    let file = std::fs::File::create(path).expect("created");
    let writer = ParquetWriter::new(file).with_key_value_metadata(metadata);
    writer.finish(&mut frame).expect("written");
}

/// As GDAL has it, through text that keeps every digit.
fn of_geo(shape: &Geometry<f64>) -> GdalGeometry {
    fn points<'a>(points: impl IntoIterator<Item = &'a Coord<f64>>) -> String {
        let points = points.into_iter().map(|c| format!("{} {}", c.x, c.y));
        points.collect::<Vec<_>>().join(",")
    }
    let wkt = match shape {
        Geometry::Point(point) => format!("POINT ({})", points([&point.0])),
        Geometry::MultiPolygon(parts) => {
            let polygon = |polygon: &geo::Polygon<f64>| {
                let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
                let rings: Vec<String> =
                    rings.map(|ring| format!("({})", points(&ring.0))).collect();
                format!("({})", rings.join(","))
            };
            let polygons: Vec<String> = parts.0.iter().map(polygon).collect();
            match polygons.as_slice() {
                [one] => format!("POLYGON {one}"),
                several => format!("MULTIPOLYGON ({})", several.join(",")),
            }
        }
        other => unreachable!("{other:?}"),
    };
    GdalGeometry::from_wkt(&wkt).expect("WKT")
}

fn layer(sheet: &Sheet, format: Format, crs: &str, path: &Path) {
    let (driver, options) = format.driver();
    let driver = DriverManager::get_driver_by_name(driver).expect("a driver");
    let mut dataset = driver.create_vector_only(path).expect("a dataset");
    let spatial = sheet.rows.iter().any(|row| row.shape.is_some());
    let crs = Crs::from_definition(crs).expect("known");
    let bounds = bounds(sheet);
    let mut options = options.to_vec();
    if let (Format::MapInfoTab, Some(bounds)) = (format, &bounds) {
        options.push(bounds);
    }
    let layer = dataset.create_layer(LayerOptions {
        name: &sheet.name,
        srs: spatial.then(|| crs.spatial_ref()),
        ty: match &sheet.rows.first().and_then(|row| row.shape.as_ref()) {
            Some(Geometry::Point(_)) => OGRwkbGeometryType::wkbPoint,
            Some(_) if format == Format::Shapefile => OGRwkbGeometryType::wkbPolygon,
            Some(_) if format == Format::FileGeodatabase => OGRwkbGeometryType::wkbMultiPolygon,
            Some(_) => OGRwkbGeometryType::wkbUnknown,
            None => OGRwkbGeometryType::wkbNone,
        },
        options: Some(&options),
    });
    let layer = layer.expect("a layer");
    let fields: Vec<_> = sheet
        .columns
        .iter()
        .map(|(name, holds)| match holds {
            Holds::Text => (*name, OGRFieldType::OFTString),
            Holds::Number => (*name, OGRFieldType::OFTReal),
        })
        .collect();
    layer.create_defn_fields(&fields).expect("columns");
    let places: Vec<usize> =
        fields.iter().map(|(name, _)| layer.defn().field_index(name).expect("a column")).collect();
    for row in &sheet.rows {
        let mut feature = Feature::new(layer.defn()).expect("a feature");
        for ((cell, (_, holds)), place) in row.cells.iter().zip(&sheet.columns).zip(&places) {
            match (cell, holds) {
                (None, _) => feature.set_field_null(*place),
                (Some(cell), Holds::Text) => feature.set_field_string(*place, cell),
                (Some(cell), Holds::Number) => feature.set_field_double(*place, of_number(cell)),
            }
            .expect("a cell");
        }
        if let Some(shape) = &row.shape {
            feature.set_geometry(of_geo(shape)).expect("a shape");
        }
        feature.create(&layer).expect("a row");
    }
    dataset.close().expect("written");
}

/// MapInfo tables store whole numbers of the so manieth part of their bounds.
fn bounds(sheet: &Sheet) -> Option<String> {
    use geo::BoundingRect;
    let boxes: Vec<geo::Rect<f64>> =
        sheet.rows.iter().filter_map(|row| row.shape.as_ref()?.bounding_rect()).collect();
    let least = |of: fn(&geo::Rect<f64>) -> f64| boxes.iter().map(of).reduce(f64::min);
    let most = |of: fn(&geo::Rect<f64>) -> f64| boxes.iter().map(of).reduce(f64::max);
    Some(format!(
        "BOUNDS={},{},{},{}",
        least(|b| b.min().x)? - 1.0,
        least(|b| b.min().y)? - 1.0,
        most(|b| b.max().x)? + 1.0,
        most(|b| b.max().y)? + 1.0,
    ))
}

/// A format of rasters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RasterFormat {
    Ascii,
    GeoTiff,
    /// With a world file.
    Png,
    GeoPackage,
}

impl RasterFormat {
    pub const ALL: [Self; 4] = [Self::Ascii, Self::GeoTiff, Self::Png, Self::GeoPackage];
}

/// Square cells with whole numbers, or nothing.
pub struct Grid {
    /// The north-western corner.
    corner: Coord<f64>,
    size: f64,
    width: usize,
    height: usize,
    cells: Vec<Option<u16>>,
}

impl Grid {
    /// A grid with these values at these places, and nothing elsewhere. Cells are so small that no two
    /// places with different values share one.
    pub fn around(places: &[(Coord<f64>, f64)]) -> Self {
        let least = |of: fn(&Coord<f64>) -> f64| places.iter().map(|(c, _)| of(c)).reduce(f64::min);
        let most = |of: fn(&Coord<f64>) -> f64| places.iter().map(|(c, _)| of(c)).reduce(f64::max);
        let (west, east) = (least(|c| c.x).unwrap_or(0.0), most(|c| c.x).unwrap_or(0.0));
        let (south, north) = (least(|c| c.y).unwrap_or(0.0), most(|c| c.y).unwrap_or(0.0));
        let extent = (east - west).max(north - south).max(1e-3);
        'finer: for count in [100, 200, 400, 800, 1600] {
            let size = extent / f64::from(count);
            let corner = Coord { x: west - size * 0.4, y: north + size * 0.4 };
            let cells = |length: f64| (length / size) as usize + 2;
            let (width, height) = (cells(east - west), cells(north - south));
            let mut grid = Self { corner, size, width, height, cells: vec![None; width * height] };
            for (place, value) in places {
                let column = ((place.x - corner.x) / size) as usize;
                let row = ((corner.y - place.y) / size) as usize;
                let cell = &mut grid.cells[row * width + column];
                if cell.is_some_and(|other| f64::from(other) != *value) {
                    continue 'finer;
                }
                assert_eq!(value.fract(), 0.0, "a rate that every format can hold");
                *cell = Some(*value as u16);
            }
            return grid;
        }
        panic!("two places with different values are nearly the same");
    }
}

/// Writes a raster and tells the name of its file.
pub fn write_grid(
    grid: &Grid,
    name: &str,
    format: RasterFormat,
    crs: &str,
    directory: &Path,
) -> String {
    let extension = match format {
        RasterFormat::Ascii => "asc",
        RasterFormat::GeoTiff => "tif",
        RasterFormat::Png => "png",
        RasterFormat::GeoPackage => "gpkg",
    };
    let name = format!("{name}.{extension}");
    let path = directory.join(&name);
    match format {
        RasterFormat::Ascii => put(&path, ascii(grid).as_bytes()),
        RasterFormat::GeoTiff => drop(in_gdal(grid, "GTiff", crs, &path).close()),
        RasterFormat::GeoPackage => in_geopackage(grid, crs, &path),
        RasterFormat::Png => in_png(grid, crs, &path),
    }
    name
}

const NOTHING: i32 = -9999;

fn ascii(grid: &Grid) -> String {
    let south = grid.corner.y - grid.size * grid.height as f64;
    let mut text = format!(
        "ncols {}\nnrows {}\nxllcorner {}\nyllcorner {south}\ncellsize {}\nNODATA_value {NOTHING}\n",
        grid.width, grid.height, grid.corner.x, grid.size,
    );
    for row in grid.cells.chunks(grid.width) {
        for cell in row {
            let _ = write!(text, "{} ", cell.map_or(NOTHING, i32::from));
        }
        text += "\n";
    }
    text
}

/// In memory or in a file: floating point, with a value for nothing.
fn in_gdal(grid: &Grid, driver: &str, crs: &str, path: &Path) -> Dataset {
    let driver = DriverManager::get_driver_by_name(driver).expect("a driver");
    let size = (grid.width, grid.height);
    let mut raster =
        driver.create_with_band_type::<f32, _>(path, size.0, size.1, 1).expect("a raster");
    let Grid { corner, size: cell, .. } = grid;
    raster.set_geo_transform(&[corner.x, *cell, 0.0, corner.y, 0.0, -cell]).expect("placed");
    let crs = Crs::from_definition(crs).expect("known");
    raster.set_spatial_ref(crs.spatial_ref()).expect("a CRS");
    let mut band = raster.rasterband(1).expect("a band");
    band.set_no_data_value(Some(f64::from(NOTHING))).expect("a value for nothing");
    let cells = grid.cells.iter().map(|cell| cell.map_or(NOTHING as f32, f32::from));
    band.write((0, 0), size, &mut Buffer::new(size, cells.collect())).expect("written");
    raster
}

fn in_geopackage(grid: &Grid, crs: &str, path: &Path) {
    let memory = in_gdal(grid, "MEM", crs, Path::new(""));
    let driver = DriverManager::get_driver_by_name("GPKG").expect("a driver");
    let copy = memory.create_copy(&driver, path, &gdal::cpl::CslStringList::new()).expect("copied");
    copy.close().expect("written");
}

/// Whole numbers, of which one stands for nothing, and a world file.
fn in_png(grid: &Grid, crs: &str, path: &Path) {
    let driver = DriverManager::get_driver_by_name("MEM").expect("a driver");
    let size = (grid.width, grid.height);
    let mut memory =
        driver.create_with_band_type::<u16, _>("", size.0, size.1, 1).expect("a raster");
    memory.set_spatial_ref(Crs::from_definition(crs).expect("known").spatial_ref()).expect("a CRS");
    let mut band = memory.rasterband(1).expect("a band");
    band.set_no_data_value(Some(65_535.0)).expect("a value for nothing");
    let cells = grid.cells.iter().map(|cell| cell.unwrap_or(65_535));
    band.write((0, 0), size, &mut Buffer::new(size, cells.collect())).expect("written");
    let png = DriverManager::get_driver_by_name("PNG").expect("a driver");
    let copy = memory.create_copy(&png, path, &gdal::cpl::CslStringList::new()).expect("copied");
    copy.close().expect("written");
    let Grid { corner, size, .. } = grid;
    let (x, y) = (corner.x + size / 2.0, corner.y - size / 2.0);
    put(&path.with_extension("pgw"), format!("{size}\n0\n0\n-{size}\n{x}\n{y}\n").as_bytes());
}
