//! What an input may do: which files it opens, what it costs, and what results tell of it. See
//! `docs/security.md`.

mod support;

use std::time::{Duration, Instant};

use gdal::DriverManager;
use gdal::raster::{Buffer, ColorInterpretation, RasterBand};
use gdal::spatial_ref::SpatialRef;
use gdal::vector::sql::Dialect;
use gdal::vector::{Feature, LayerAccess, LayerOptions, OGRFieldType, OGRwkbGeometryType};
use support::{Project, files, workbook_text};

/// The small project with a raster of bytes for its third mobile layer: 40 Mbit/s everywhere, and
/// `bands` bands, of which `fill` may change any.
fn with_raster(bands: usize, fill: impl FnOnce(&mut gdal::Dataset)) -> Project {
    let project = Project::small().set("gamma.asc", "gamma.tif");
    let driver = DriverManager::get_driver_by_name("GTiff").unwrap();
    let mut raster =
        driver.create_with_band_type::<u8, _>(project.file("gamma.tif"), 5, 3, bands).unwrap();
    raster.set_geo_transform(&[297_500.0, 5000.0, 0.0, 6_462_500.0, 0.0, -5000.0]).unwrap();
    raster.set_spatial_ref(&SpatialRef::from_epsg(3006).unwrap()).unwrap();
    write(&mut raster.rasterband(1).unwrap(), [40; 15]);
    fill(&mut raster);
    raster.close().unwrap();
    project
}

fn write(band: &mut RasterBand<'_>, cells: [u8; 15]) {
    band.write((0, 0), (5, 3), &mut Buffer::new((5, 3), cells.to_vec())).unwrap();
}

/// All cells, but 0 where S1 lies: the first of the southern row.
fn all_but_s1() -> [u8; 15] {
    let mut cells = [255; 15];
    cells[10] = 0;
    cells
}

/// How many networks serve S1 and S2 at 30 Mbit/s, and of how many it is not known.
fn reached(project: &Project) -> [[String; 2]; 2] {
    let done = project.run().ok().all_sites();
    ["S1", "S2"].map(|site| {
        let row = done.site(site);
        [row["mobile_networks_30mbps"].clone(), row["mobile_networks_unknown"].clone()]
    })
}

#[test]
fn cells_under_a_mask_or_transparent_have_no_value() {
    let plain = with_raster(1, |_| {});
    assert_eq!(reached(&plain), [["2", "0"], ["2", "0"]]);
    let transparent = with_raster(2, |raster| {
        let mut alpha = raster.rasterband(2).unwrap();
        alpha.set_color_interpretation(ColorInterpretation::AlphaBand).unwrap();
        write(&mut alpha, all_but_s1());
    });
    assert_eq!(reached(&transparent), [["1", "1"], ["2", "0"]]);
    let masked = with_raster(1, |raster| {
        let mut band = raster.rasterband(1).unwrap();
        band.create_mask_band(true).unwrap();
        write(&mut band.open_mask_band().unwrap(), all_but_s1());
    });
    assert_eq!(reached(&masked), [["1", "1"], ["2", "0"]]);
    let done = masked.run().ok();
    done.finding("raster_no_data", "gamma.tif", 0, "", "");
    // The mask lies beside the raster, and is a part of what was read.
    let inputs = done.record()["inputs"].clone();
    let raster = inputs.as_array().unwrap().iter().find(|i| i["path"] == "gamma.tif").unwrap();
    assert_eq!(raster["sidecars"][0]["name"], "gamma.tif.msk");
    assert_eq!(raster["sidecars"][0]["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn what_no_network_offers_is_unknown() {
    let marked = with_raster(1, |raster| {
        let mut cells = [40; 15];
        cells[10] = 255;
        write(&mut raster.rasterband(1).unwrap(), cells);
    });
    assert_eq!(reached(&marked), [["1", "1"], ["2", "0"]]);
    marked.run().ok().finding("raster_value_impossible", "gamma.tif", 0, "raster.unit", "");
    for value in ["65535", "3.4e38", "-1"] {
        let grid = Project::small().read("gamma.asc").replace("\n5 1", &format!("\n{value} 1"));
        let project = Project::small().write("gamma.asc", grid);
        assert_eq!(reached(&project)[0], ["1", "1"], "{value}");
    }
}

#[test]
fn a_picture_is_no_raster_of_rates_and_of_several_bands_that_is_said() {
    let picture = with_raster(3, |raster| {
        let colours = [
            ColorInterpretation::RedBand,
            ColorInterpretation::GreenBand,
            ColorInterpretation::BlueBand,
        ];
        for (number, colour) in (1..).zip(colours) {
            raster.rasterband(number).unwrap().set_color_interpretation(colour).unwrap();
        }
    });
    picture.run().input_error(&["error: gamma.tif: the raster is a picture"]);
    let several = with_raster(2, |_| {});
    several.run().ok().finding("raster_bands", "gamma.tif", 0, "", "");
}

// Damaged grids.

#[test]
fn a_damaged_grid_names_the_row_and_ends_soon() {
    let rows = 400;
    let head =
        format!("ncols 50\nnrows {rows}\nxllcorner 297500\nyllcorner 6447500\ncellsize 500\n");
    let whole = head + &("40 ".repeat(50) + "\n").repeat(rows);
    let started = Instant::now();
    let run = |text: &str, texts: &[&str]| {
        let project = Project::small().write("gamma.asc", text);
        project.run().input_error(texts);
    };
    Project::small().write("gamma.asc", &whole).run().ok().all_sites();
    let row = |row: usize, cause: &str| format!("error: gamma.asc: row {row}: {cause}");
    let cut = &whole[..whole.len() - 151 * 100];
    run(cut, &[&row(301, "damaged raster: it ends in this row"), "400 rows of 50 cells"]);
    let at = whole.len() - 151 * 10;
    let flipped = format!("{}x{}", &whole[..at], &whole[at + 1..]);
    run(&flipped, &["gamma.asc: row 391", "damaged raster: not a number"]);
    run(&whole.replacen("ncols 50", "ncols 49", 1), &["damaged raster: it holds more than"]);
    run(&whole.replacen("cellsize 500", "cellsize -5", 1), &["damaged raster", "cellsize"]);
    run(&whole.replacen("nrows 400", "nrows 4e30", 1), &["damaged raster", "nrows"]);
    run(&whole.replacen("xllcorner 297500", "xllcorner nan", 1), &["damaged raster", "xllcorner"]);
    let endless = format!("0.{}5and more ", "0".repeat(61));
    run(
        &whole.replacen("40 ", &endless, 1),
        &["gamma.asc: row 1 =", "damaged raster: not a number"],
    );
    run(
        &whole.replacen("nrows 400", "nrows 4000000000", 1),
        &[&row(401, "damaged raster: it ends")],
    );
    assert!(started.elapsed() < Duration::from_secs(60));
}

#[test]
fn a_damaged_geotiff_names_the_row() {
    let project = with_raster(1, |_| {});
    let mut bytes = std::fs::read(project.file("gamma.tif")).unwrap();
    let cells = bytes.windows(15).rposition(|part| part == [40; 15]).expect("the cells");
    bytes.truncate(cells + 3);
    // What stands behind the cells is lost with them only where the directory comes first.
    let project = project.write("gamma.tif", bytes);
    project.run().input_error(&["error: gamma.tif:", "damaged raster"]);
}

// What a file may open.

const VIRTUAL_LAYER: &str = "<OGRVRTDataSource><OGRVRTLayer name=\"fibre\"><SrcDataSource>\
    elsewhere.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
const VIRTUAL_RASTER: &str = "<VRTDataset rasterXSize=\"5\" rasterYSize=\"3\"><VRTRasterBand \
    dataType=\"Float32\" band=\"1\"><SimpleSource><SourceFilename>elsewhere.asc</SourceFilename>\
    <SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>";
const FEATURE_SERVICE: &str =
    "<OGRWFSDataSource><URL>http://127.0.0.1:9/wfs?</URL></OGRWFSDataSource>";
const MAP_SERVICE: &str = "<GDAL_WMS><Service name=\"WMS\"><ServerUrl>http://127.0.0.1:9/wms?\
    </ServerUrl></Service><DataWindow><SizeX>5</SizeX><SizeY>3</SizeY></DataWindow></GDAL_WMS>";

#[test]
fn a_file_that_names_others_is_refused_whatever_it_is_called() {
    for content in [VIRTUAL_LAYER, FEATURE_SERVICE] {
        for name in ["fibre.vrt", "fibre.gpkg", "fibre.shp", "fibre.geojson", "fibre.kml", "fibre"]
        {
            let project = Project::small();
            let whole = project.read("fibre.geojson");
            let project = project
                .write("elsewhere.geojson", whole)
                .remove("fibre.geojson")
                .write(name, content)
                .set("\"fibre.geojson\"", &format!("\"{name}\""));
            project.run().input_error(&[&format!("error: {name}: "), "[file_unreadable]"]);
        }
    }
    for content in [VIRTUAL_RASTER, MAP_SERVICE] {
        for name in ["gamma.vrt", "gamma.tif", "gamma.png", "gamma"] {
            let project = Project::small();
            let whole = project.read("gamma.asc");
            let project = project
                .write("elsewhere.asc", whole)
                .write(name, content)
                .set("\"gamma.asc\"", &format!("\"{name}\""));
            project.run().input_error(&[&format!("error: {name}: "), "[file_unreadable]"]);
        }
    }
    // A seamless MapInfo table is made of others.
    let seamless = "!table\n!version 300\nDefinition Table\n  Type NATIVE Charset \"Neutral\"\n\
                    begin_metadata\n\"\\IsSeamless\" = \"TRUE\"\nend_metadata\n";
    let project =
        Project::small().write("fibre.tab", seamless).set("\"fibre.geojson\"", "\"fibre.tab\"");
    project.run().input_error(&["error: fibre.tab", "[file_elsewhere]"]);
    // Wherever it says so, and in a folder of tables.
    let seamless = format!("\n{seamless}");
    let project =
        Project::small().write("fibre.tab", &seamless).set("\"fibre.geojson\"", "\"fibre.tab\"");
    project.run().input_error(&["error: fibre.tab", "[file_elsewhere]"]);
    let project = Project::small().set("\"fibre.geojson\"", "\"tables\"");
    std::fs::create_dir(project.file("tables")).unwrap();
    std::fs::write(project.file("tables/fibre.tab"), seamless).unwrap();
    project.run().input_error(&["error: tables", "[file_unreadable]"]);
    // Lower resolutions that lie somewhere else.
    let project = with_raster(1, |_| {});
    let aside = "<PAMDataset><Metadata domain=\"OVERVIEWS\"><MDI key=\"OVERVIEW_FILE\">\
                 /tmp/other.tif</MDI></Metadata></PAMDataset>";
    let project = project.write("gamma.tif.aux.xml", aside);
    project.run().input_error(&["error: gamma.tif", "/tmp/other.tif", "[file_elsewhere]"]);
}

// What results tell of inputs.

/// Squares of coverage in a GeoPackage, of which some hold sites of the small project.
fn squares(project: &Project, count: i32) {
    let driver = DriverManager::get_driver_by_name("GPKG").unwrap();
    let mut made = driver.create_vector_only(project.file("fibre.gpkg")).unwrap();
    let sweref = SpatialRef::from_epsg(3006).unwrap();
    let layer = made
        .create_layer(LayerOptions { name: "areas", srs: Some(&sweref), ..Default::default() })
        .unwrap();
    layer.create_defn_fields(&[("mbps", OGRFieldType::OFTReal)]).unwrap();
    for place in 0..count {
        let (west, south) = (300_000 + 100 * (place % 100), 6_450_000 + 100 * (place / 100));
        let (east, north) = (west + 100, south + 100);
        let mut feature = Feature::new(layer.defn()).unwrap();
        feature.set_field_double(0, 1000.0).unwrap();
        let square = format!(
            "POLYGON (({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
        );
        feature.set_geometry(gdal::vector::Geometry::from_wkt(&square).unwrap()).unwrap();
        feature.create(&layer).unwrap();
    }
    made.close().unwrap();
}

/// What cannot be read of a complete layer is not silence.
#[test]
fn a_layer_that_cannot_be_read_to_its_end_is_an_error() {
    let project = Project::small().set("\"fibre.geojson\"", "\"fibre.gpkg\"");
    squares(&project, 3000);
    assert_eq!(project.run().ok().site("S1")["fixed_status"], "connected");
    std::fs::remove_dir_all(project.file("result")).unwrap();
    let mut bytes = std::fs::read(project.file("fibre.gpkg")).unwrap();
    let page = bytes.len() / 2 / 4096 * 4096;
    bytes[page..page + 4096].fill(0xff);
    project
        .write("fibre.gpkg", bytes)
        .run()
        .input_error(&["error: fibre.gpkg", "[file_unreadable]"]);
}

/// A table of a GeoPackage that a module of SpatiaLite would fill from a text file.
#[test]
fn a_table_that_is_filled_from_elsewhere_has_no_rows() {
    let project = Project::small();
    let elsewhere = project.file("elsewhere.csv");
    std::fs::write(&elsewhere, "id,secret\nA,B\n").unwrap();
    let driver = DriverManager::get_driver_by_name("GPKG").unwrap();
    let mut made = driver.create_vector_only(project.file("sites.gpkg")).unwrap();
    let options =
        LayerOptions { name: "sites", ty: OGRwkbGeometryType::wkbNone, ..Default::default() };
    {
        let layer = made.create_layer(options).unwrap();
        layer.create_defn_fields(&[("id", OGRFieldType::OFTString)]).unwrap();
        let mut feature = Feature::new(layer.defn()).unwrap();
        feature.set_field_string(0, "own").unwrap();
        feature.create(&layer).unwrap();
    }
    let sql = format!(
        "CREATE VIRTUAL TABLE other USING VirtualText('{}', UTF-8, 1, COMMA, DOUBLEQUOTE, ',')",
        elsewhere.display()
    );
    for statement in [
        "PRAGMA writable_schema = 1".to_owned(),
        format!(
            "INSERT INTO sqlite_master(type, name, tbl_name, rootpage, sql) VALUES \
             ('table', 'other', 'other', 0, '{}')",
            sql.replace('\'', "\'\'")
        ),
        "UPDATE gpkg_contents SET table_name = 'other' WHERE table_name = 'sites'".to_owned(),
    ] {
        made.execute_sql(&statement, None, Dialect::DEFAULT).expect("planted");
    }
    made.close().unwrap();
    let project = project.set("\"sites.csv\"", "\"sites.gpkg\"");
    let done = project.run();
    assert!(!done.stderr.contains("secret"), "{}", done.stderr);
    done.input_error(&["error: sites.gpkg: "]);
}

/// Coordinate reference systems are told by address too: of a host that counts its visitors, and of a
/// file that nobody may read.
#[test]
fn a_coordinate_reference_system_is_fetched_from_nowhere() {
    let host = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    host.set_nonblocking(true).unwrap();
    let address = format!("http://{}/crs", host.local_addr().unwrap());
    let sweref = "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3006\"}}";
    for crs in [
        format!("{{\"type\":\"name\",\"properties\":{{\"name\":\"{address}\"}}}}"),
        format!(
            "{{\"type\":\"link\",\"properties\":{{\"href\":\"{address}\",\"url\":\"{address}\"}}}}"
        ),
        format!("{{\"type\":\"url\",\"properties\":{{\"url\":\"{address}\"}}}}"),
    ] {
        Project::small()
            .change("fibre.geojson", sweref, &crs)
            .run()
            .input_error(&["fibre.geojson"]);
    }
    let project = Project::small();
    std::fs::copy(project.file("gamma.prj"), project.file("secret")).unwrap();
    let secret = project.file("secret").display().to_string();
    for crs in [&address, "secret", &secret, "+proj=longlat +nadgrids=secret"] {
        let text = project.read("network.json").replace("urn:ogc:def:crs:EPSG::3006", crs);
        let other = Project::small().write("secret", project.read("gamma.prj"));
        other.write("network.json", text).run().input_error(&["network.json", "crs_unusable"]);
        let stated = format!("y = \"y\"\ncrs = {crs:?}");
        let other = Project::small().write("secret", project.read("gamma.prj"));
        other
            .set("y = \"y\"\ncrs = \"EPSG:3006\"", &stated)
            .run()
            .input_error(&["small.toml", "crs"]);
    }
    assert!(host.accept().is_err(), "somebody called");
}

#[test]
fn results_name_inputs_from_the_project_file_and_no_other_directory() {
    let elsewhere = tempfile::tempdir().unwrap();
    let project = Project::small();
    let outside = elsewhere.path().join("register.csv");
    std::fs::copy(project.file("sites.csv"), &outside).unwrap();
    let inside = project.file("fibre.geojson");
    let project = project
        .set("\"sites.csv\"", &format!("\"{}\"", outside.display()))
        .set("\"fibre.geojson\"", &format!("\"{}\"", inside.display()));
    let done = project.run().ok().all_sites();
    assert_eq!(done.site("S1")["source"], "register.csv");
    assert_eq!(done.site("S1")["fixed_layer_file"], "fibre.geojson");
    let secrets = [elsewhere.path(), project.path()].map(|path| path.display().to_string());
    for (name, content) in files(&done.out) {
        // The full edition keeps the text of the project file itself.
        if name == "run.json" || name.ends_with(".png") {
            continue;
        }
        let text = match name.ends_with(".xlsx") {
            true => workbook_text(&content),
            false => String::from_utf8_lossy(&content).into_owned(),
        };
        for secret in &secrets {
            assert!(!text.contains(secret.as_str()), "{name} tells of {secret}");
        }
    }
    for input in done.record()["inputs"].as_array().unwrap() {
        assert!(!input["path"].as_str().unwrap().contains('/'), "{input}");
    }
    let public = project.run_with(&["--edition", "public"]).ok();
    let record = public.record();
    let said: Vec<&str> = record["inputs"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|input| input.as_object().unwrap().keys().map(String::as_str))
        .collect();
    let allowed = ["section", "source", "source_date", "licence", "synthetic"];
    assert!(said.iter().all(|key| allowed.contains(key)), "{said:?}");
    for (name, content) in files(&public.out).into_iter().filter(|(n, _)| !n.ends_with(".png")) {
        let text = match name.ends_with(".xlsx") {
            true => workbook_text(&content),
            false => String::from_utf8_lossy(&content).into_owned(),
        };
        for file in ["register.csv", "fibre.geojson", "gamma.asc", "network.json", "masts.csv"] {
            assert!(!text.contains(file), "{name} names {file}");
        }
    }
}

// What a file may cost.

#[test]
fn what_never_ends_is_no_input() {
    for (name, is) in [
        ("sites.csv", "/dev/zero"),
        ("network.json", "/dev/zero"),
        ("fibre.geojson", "/dev/zero"),
        ("gamma.asc", "/dev/zero"),
    ] {
        let project = Project::small().set(&format!("\"{name}\""), &format!("\"{is}\""));
        project.run().input_error(&["is no regular file", "[file_unreadable]"]);
    }
    let output = support::beredd(Project::small().path(), &["check", "/dev/zero"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("no ordinary file"), "{said}");
}

#[test]
fn a_field_longer_than_any_text_is_an_error_that_names_it() {
    let started = Instant::now();
    let long = "x".repeat(40 << 20);
    let project = Project::small();
    let sites = project.read("sites.csv").replacen("Norra skolan", &long, 1);
    project.write("sites.csv", sites).run().input_error(&[
        "sites.csv: row 4",
        "name",
        "[text_too_long]",
    ]);
    let project = Project::small();
    let fibre = project.read("fibre.geojson");
    let field = format!("\"properties\":{{\"note\":\"{long}\",");
    let fibre = fibre.replacen("\"properties\":{", &field, 1);
    assert!(fibre.len() > 40 << 20);
    // Nobody asked for that property.
    project.write("fibre.geojson", fibre).run().ok().all_sites();
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn json_that_is_nested_without_end_is_an_error() {
    let started = Instant::now();
    let deep = "[".repeat(10_000) + &"]".repeat(10_000);
    let project = Project::small().write("network.json", &deep);
    project.run().input_error(&["network.json", "[network_unreadable]"]);
    let features = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\"properties\":{{\"mbps\":{deep}}},\"geometry\":null}}]}}"
    );
    let project = Project::small().write("fibre.geojson", &features);
    project.run().input_error(&["fibre.geojson"]);
    let deep_toml = format!("x = {deep}");
    Project::small().append("small.toml", &deep_toml).run().refused(1, &["small.toml"]);
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn marks_that_turn_the_text_around_are_shown_as_what_they_are() {
    let project = Project::small();
    let sites = project.read("sites.csv").replacen("Norra skolan", "Norra \u{202e}nalokse", 1);
    let project = project.write("sites.csv", sites).set("\"Dalen\"", "\"Da\u{2066}len\"");
    let done = project.run().ok();
    assert!(done.stdout.contains("Da\\u{2066}len"), "{}", done.stdout);
    for (name, content) in files(&done.out) {
        let is_text = [".html", ".svg"].iter().any(|ending| name.ends_with(ending));
        let text = String::from_utf8_lossy(&content);
        assert!(!is_text || !text.contains(['\u{202e}', '\u{2066}']), "{name}");
    }
    let explained = support::beredd(project.path(), &["explain", "result", "site", "S3"]);
    let explained = String::from_utf8(explained.stdout).unwrap();
    assert!(explained.contains("Norra \\u{202e}nalokse"), "{explained}");
}
