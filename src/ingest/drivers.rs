//! What GDAL may open: the formats that hold their data themselves, by content, and nothing on the
//! network. See `docs/security.md`.
//!
//! A file whose content is a virtual dataset, a web service or a style of one names other files and
//! hosts; the drivers that follow such names are taken out of the process before the first file is
//! opened, so that no input, whatever it is called, can reach one.

#![allow(unsafe_code, reason = "a call of GDAL that its bindings do not wrap")]

use std::ffi::CStr;
use std::path::{Path, PathBuf};
use std::sync::Once;

use gdal::errors::GdalError;
use gdal::{Dataset, DatasetOptions, DriverManager, GdalOpenFlags, Metadata};

use crate::crs::go_offline;
use crate::findings::{Finding, Findings, Rule};
use crate::ingest::provenance::{InputFile, belongs_to, head};
use crate::words::{Said, key};

/// Formats of tables and vector layers, as GDAL calls them.
const VECTOR: [&str; 13] = [
    "GPKG",
    "GeoJSON",
    "GeoJSONSeq",
    "ESRI Shapefile",
    "FlatGeobuf",
    "XLSX",
    "ODS",
    "XLS",
    "KML",
    "LIBKML",
    "MapInfo File",
    "OpenFileGDB",
    "DXF",
];

/// Formats of rasters.
const RASTER: [&str; 3] = ["GTiff", "PNG", "GPKG"];

/// What the formats above need within a file: the tiles of a GeoPackage.
const WITHIN: [&str; 4] = ["JPEG", "WEBP", "MEM", "Memory"];

/// How a file is to be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As a table or a vector layer.
    Vector,
    /// As a raster.
    Raster,
}

/// Opens a file. `None` after an error finding.
pub fn open(input: &InputFile, form: Form, findings: &mut Findings) -> Option<Dataset> {
    restrict();
    if let Some(name) = names_others(&input.path) {
        findings.add(elsewhere(input, name));
        return None;
    }
    // Of a folder GDAL reads whatever files it finds in it, but of this format.
    let is_database = input.path.extension().is_some_and(|e| e.eq_ignore_ascii_case("gdb"));
    if input.path.is_dir() && !is_database {
        let cause = Said::from(key::FindingUnknownFormat);
        let finding = input.finding(Rule::FileUnreadable, key::FindingNoVector { cause });
        findings.add(finding.hint(key::HintFormats));
        return None;
    }
    let (flag, drivers): (_, &[&str]) = match form {
        Form::Vector => (GdalOpenFlags::GDAL_OF_VECTOR, &VECTOR),
        Form::Raster => (GdalOpenFlags::GDAL_OF_RASTER, &RASTER),
    };
    let options =
        DatasetOptions { open_flags: flag, allowed_drivers: Some(drivers), ..Default::default() };
    let cause = match Dataset::open_ex(&input.path, options) {
        Ok(dataset) => return own(dataset, input, findings),
        Err(cause) => cause,
    };
    let empty = std::fs::metadata(&input.path).is_ok_and(|m| m.is_file() && m.len() == 0);
    let cause = why(&cause);
    findings.add(match form {
        _ if empty => input.finding(Rule::FileEmpty, key::FindingFileEmpty).hint(key::HintEmpty),
        Form::Raster => input
            .finding(Rule::FileUnreadable, key::FindingNoRaster { cause })
            .hint(key::HintRaster),
        Form::Vector => input
            .finding(Rule::FileUnreadable, key::FindingNoVector { cause })
            .hint(key::HintFormats),
    });
    None
}

/// Takes all other drivers, the network and guesses about headers out of GDAL, once.
fn restrict() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        DriverManager::register_all();
        for i in (0..DriverManager::count()).rev() {
            let Ok(driver) = DriverManager::get_driver(i) else { continue };
            let name = driver.short_name();
            let stays = VECTOR.iter().chain(&RASTER).chain(&WITHIN).any(|kept| *kept == name);
            if !stays {
                DriverManager::deregister_driver(&driver);
            }
        }
        go_offline();
        // SpatiaLite, where GDAL has it, reads text files, sheets and shapefiles as tables of a
        // GeoPackage that names them.
        let _ = gdal::config::set_config_option("SPATIALITE_LOAD", "NO");
        // Row 1 of a sheet is its header, also where every cell of the sheet is text: then GDAL by
        // itself takes it for a row and calls the columns Field1 and so on.
        for option in ["OGR_XLSX_HEADERS", "OGR_ODS_HEADERS", "OGR_XLS_HEADERS"] {
            let _ = gdal::config::set_config_option(option, "FORCE");
        }
    });
}

/// The dataset, when all that GDAL read for it belongs to the file.
fn own(dataset: Dataset, input: &InputFile, findings: &mut Findings) -> Option<Dataset> {
    let overviews = dataset.metadata_item("OVERVIEW_FILE", "OVERVIEWS");
    let other = overviews.or_else(|| {
        let foreign = |path: &PathBuf| !belongs_to(path, &input.path);
        files(&dataset).into_iter().find(foreign).map(|path| path.display().to_string())
    });
    match other {
        None => Some(dataset),
        Some(other) => {
            findings.add(elsewhere(input, other));
            None
        }
    }
}

/// The files that make up a dataset.
///
/// The `gdal` crate does not wrap this call.
fn files(dataset: &Dataset) -> Vec<PathBuf> {
    // SAFETY: `dataset` is open for the length of the call; the list is ours to destroy, ends with
    // a null pointer, and its texts are copied before that.
    unsafe {
        let list = gdal_sys::GDALGetFileList(dataset.c_dataset());
        let mut files = Vec::new();
        let mut next = list;
        while !next.is_null() && !(*next).is_null() {
            files.push(PathBuf::from(CStr::from_ptr(*next).to_string_lossy().into_owned()));
            next = next.add(1);
        }
        gdal_sys::CSLDestroy(list);
        files
    }
}

/// The part of a file that makes its driver open others: MapInfo tables that are seamless or views of
/// several.
fn names_others(path: &Path) -> Option<&'static str> {
    let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tab"));
    if !is_table {
        return None;
    }
    // A description of columns: no more than some kilobytes. GDAL goes by its lines, wherever they are.
    let text = head(path, TABLE_AT_MOST).to_ascii_lowercase();
    let holds = |word: &str| text.windows(word.len()).any(|part| part == word.as_bytes());
    match text.len() as u64 == TABLE_AT_MOST {
        true => Some("more than a description of a table"),
        false => ["create view", "open table", "isseamless"].into_iter().find(|word| holds(word)),
    }
}

/// How long the description of a MapInfo table may be, in bytes.
const TABLE_AT_MOST: u64 = 1 << 20;

/// What `read` gives, and what GDAL says went wrong meanwhile, where it says so.
pub fn complained<T>(read: impl FnOnce() -> T) -> (T, Option<String>) {
    // SAFETY: it only touches the state of this thread.
    unsafe { gdal_sys::CPLErrorReset() };
    let done = read();
    // SAFETY: likewise.
    let class = unsafe { gdal_sys::CPLGetLastErrorType() };
    let failed = class == gdal_sys::CPLErr::CE_Failure || class == gdal_sys::CPLErr::CE_Fatal;
    // SAFETY: GDAL's own text, which ends with zero and stays until its next error in this thread.
    let message = || unsafe { CStr::from_ptr(gdal_sys::CPLGetLastErrorMsg()) };
    (done, failed.then(|| message().to_string_lossy().into_owned()))
}

fn elsewhere(input: &InputFile, other: impl Into<String>) -> Finding {
    input
        .finding(Rule::FileElsewhere, key::FindingFileElsewhere)
        .value(other.into())
        .hint(key::HintFileElsewhere)
}

/// What GDAL says of a failure; of a format that it does not know it says nothing.
fn why(cause: &GdalError) -> Said {
    match cause {
        GdalError::NullPointer { msg, .. } if msg.is_empty() => key::FindingUnknownFormat.into(),
        GdalError::NullPointer { msg, .. } => Said::each(|_| msg.clone()),
        other => Said::each(|_| other.to_string()),
    }
}
