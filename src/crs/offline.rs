//! GDAL and PROJ without a network, whatever an input or the environment says.
//!
//! A file can name a host in more places than any list of formats closes: a GeoJSON file by the link
//! to its CRS, a grid of PROJ by its address. What they fetch with is answered here, and the answer is
//! no.

#![allow(unsafe_code, reason = "calls of GDAL that its bindings do not wrap")]

use std::ffi::{c_char, c_int, c_void};
use std::sync::Once;

/// What GDAL takes for the answer of a host: `CPLHTTPResult` of `cpl_http.h`.
#[repr(C)]
struct Fetched {
    /// 0 where it was fetched.
    status: c_int,
    content_type: *mut c_char,
    error: *mut c_char,
    length: c_int,
    allocated: c_int,
    data: *mut u8,
    headers: *mut *mut c_char,
    part_count: c_int,
    parts: *mut c_void,
}

/// `CPLHTTPFetchCallbackFunc`: address, options, and functions and data that are not used here.
type Fetch = extern "C" fn(
    *const c_char,
    *const *const c_char,
    *const c_void,
    *mut c_void,
    *const c_void,
    *mut c_void,
    *mut c_void,
) -> *mut Fetched;

unsafe extern "C" {
    /// Since GDAL 3.1. Gives all that GDAL would fetch to a function.
    fn CPLHTTPSetFetchCallback(fetch: Fetch, data: *mut c_void);
}

extern "C" fn refuse(
    _: *const c_char,
    _: *const *const c_char,
    _: *const c_void,
    _: *mut c_void,
    _: *const c_void,
    _: *mut c_void,
    _: *mut c_void,
) -> *mut Fetched {
    // SAFETY: GDAL frees the answer with its own function, and so it has to be allocated with that of
    // GDAL. All zero is an answer without content.
    let answer = unsafe { gdal_sys::VSICalloc(1, size_of::<Fetched>()) }.cast::<Fetched>();
    // Nothing at all would make GDAL fetch by itself.
    assert!(!answer.is_null(), "no memory for an answer");
    // SAFETY: just allocated, in the size and alignment of the type, and nobody else has it yet.
    unsafe { (*answer).status = 1 };
    answer
}

/// Takes the network from GDAL and PROJ, once; every way into them begins with it.
pub fn go_offline() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: the function that is given lives as long as the program, and needs no data.
        unsafe { CPLHTTPSetFetchCallback(refuse, std::ptr::null_mut()) };
        // SAFETY: takes any number.
        unsafe { gdal_sys::OSRSetPROJEnableNetwork(0) };
        // Paths that mean hosts, from within a file, get no answer.
        let _ = gdal::config::set_config_option("CPL_VSIL_CURL_ALLOWED_FILENAME", "none");
    });
}

/// Whether a text defines a CRS by itself. What else GDAL would do with it: fetch it, or read it from
/// a file; and grids of PROJ are files that a definition names.
pub fn is_self_contained(definition: &str) -> bool {
    // Web Mercator says so that it wants no grid.
    let lower = definition.trim().to_ascii_lowercase().replace("nadgrids=@null", "");
    let names_files = ["grids", "file", "pipeline", "init=", "model="];
    if names_files.iter().any(|name| lower.contains(name)) || lower.starts_with("esri::") {
        return false;
    }
    let before_bracket = lower.split('[').next().unwrap_or_default();
    let is_wkt = before_bracket.len() < lower.len()
        && before_bracket.chars().all(|c| c.is_ascii_alphanumeric() || "_ ".contains(c));
    let is_text = is_wkt || ["{", "+", "proj="].iter().any(|start| lower.starts_with(start));
    let uri = lower.trim_start_matches("https://").trim_start_matches("http://");
    let is_uri = ["www.opengis.net/def/crs/", "opengis.net/def/crs/"]
        .iter()
        .any(|start| uri.starts_with(start) && !uri.contains(".."));
    is_text
        || is_uri
        || !(lower.contains(['/', '\\']) || std::path::Path::new(definition.trim()).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_definition_stands_by_itself_or_is_none() {
        for own in [
            "EPSG:3006",
            "epsg:3006+5613",
            "OGC:CRS84",
            "urn:ogc:def:crs:EPSG::3006",
            "http://www.opengis.net/def/crs/EPSG/0/3006",
            "SWEREF99 TM",
            "WGS84",
            "PROJCS[\"WGS 84 / Pseudo-Mercator\",EXTENSION[\"PROJ4\",\"+proj=merc +nadgrids=@null\"]]",
            "+proj=utm +zone=33 +ellps=GRS80",
            "PROJCS[\"a/b\",GEOGCS[\"WGS 84\"]]",
            "{\"type\":\"GeographicCRS\",\"name\":\"a/b\"}",
        ] {
            assert!(is_self_contained(own), "{own}");
        }
        for other in [
            "http://example.org/crs",
            "HTTPS://example.org/opengis.net/def/crs/",
            "/etc/passwd",
            "..\\crs.prj",
            "/vsicurl/http://example.org/a.prj",
            "http://www.opengis.net/def/crs/../../etc",
            "ESRI::name",
            "Cargo.toml",
            "+proj=longlat +nadgrids=http://example.org/a.gsb",
            "+init=/tmp/epsg:3006",
            "BOUNDCRS[PARAMETERFILE[\"Latitude and longitude difference file\",\"/tmp/a\"]]",
        ] {
            assert!(!is_self_contained(other), "{other}");
        }
    }
}
