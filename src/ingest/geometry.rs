//! From GDAL's geometries to those of `geo`, without a crash on what real files hold.

use gdal::cpl::CslStringList;
use gdal::vector::{Geometry as GdalGeometry, OGRwkbGeometryType as Kind};
use geo::{Geometry, GeometryCollection, MultiPolygon};

use crate::crs::{Area, Misplaced, Transform};
use crate::findings::{Findings, Rule};
use crate::ingest::provenance::InputFile;
use crate::ingest::records::{GeometryFault, Record};
use crate::words::{Said, key};

/// Turns a stored geometry into a flat one: heights and measures dropped, curves stroked, empty
/// parts left out.
pub fn from_gdal(stored: &GdalGeometry) -> Result<Geometry<f64>, GeometryFault> {
    if stored.is_empty() {
        return Err(GeometryFault::Empty);
    }
    let mut flat = stored.clone();
    flat.flatten_to_2d();
    match flat.geometry_type() {
        Kind::wkbPoint | Kind::wkbLineString | Kind::wkbPolygon => {
            flat.to_geo().map_err(|_| GeometryFault::Unsupported(flat.geometry_name()))
        }
        Kind::wkbMultiPoint
        | Kind::wkbMultiLineString
        | Kind::wkbMultiPolygon
        | Kind::wkbGeometryCollection => parts(&flat),
        Kind::wkbCurvePolygon | Kind::wkbMultiSurface => {
            let stroked = stroked(&flat)
                .filter(|g| matches!(g.geometry_type(), Kind::wkbPolygon | Kind::wkbMultiPolygon))
                .ok_or_else(|| GeometryFault::Unsupported(flat.geometry_name()))?;
            from_gdal(&stroked)
        }
        _ => Err(GeometryFault::Unsupported(flat.geometry_name())),
    }
}

/// The same surface with its arcs drawn as chords of at most four degrees, as GDAL does.
///
/// The `gdal` crate does not wrap this call, and surveyors' files often hold arcs.
fn stroked(curved: &GdalGeometry) -> Option<GdalGeometry> {
    // SAFETY: `curved` owns a live geometry for the length of the call; the result is a new
    // geometry that is ours to destroy, and is copied out as WKB before that.
    let wkb = unsafe {
        let linear =
            gdal_sys::OGR_G_GetLinearGeometry(curved.c_geometry(), 0.0, std::ptr::null_mut());
        if linear.is_null() {
            return None;
        }
        let mut wkb = vec![0u8; usize::try_from(gdal_sys::OGR_G_WkbSize(linear)).unwrap_or(0)];
        let written = gdal_sys::OGR_G_ExportToIsoWkb(
            linear,
            gdal_sys::OGRwkbByteOrder::wkbNDR,
            wkb.as_mut_ptr(),
        );
        gdal_sys::OGR_G_DestroyGeometry(linear);
        (written == gdal_sys::OGRErr::OGRERR_NONE).then_some(wkb)?
    };
    GdalGeometry::from_wkb(&wkb).ok()
}

fn parts(collection: &GdalGeometry) -> Result<Geometry<f64>, GeometryFault> {
    let mut parts = Vec::new();
    for i in 0..collection.geometry_count() {
        match from_gdal(&collection.get_geometry(i)) {
            Ok(part) => parts.push(part),
            Err(GeometryFault::Empty) => {}
            Err(fault) => return Err(fault),
        }
    }
    if parts.is_empty() {
        return Err(GeometryFault::Empty);
    }
    if parts.len() == 1 {
        return Ok(parts.remove(0));
    }
    let polygons: Option<Vec<_>> = parts
        .iter()
        .map(
            |part| if let Geometry::Polygon(polygon) = part { Some(polygon.clone()) } else { None },
        )
        .collect();
    Ok(match polygons {
        Some(polygons) => Geometry::MultiPolygon(MultiPolygon(polygons)),
        None => Geometry::GeometryCollection(GeometryCollection(parts)),
    })
}

fn valid(geometry: &GdalGeometry) -> Option<GdalGeometry> {
    geometry.make_valid(&CslStringList::new()).ok()
}

/// The polygons of a geometry, those inside collections too.
fn polygons(geometry: Geometry<f64>, into: &mut Vec<geo::Polygon<f64>>) {
    match geometry {
        Geometry::Polygon(polygon) => into.push(polygon),
        Geometry::MultiPolygon(several) => into.extend(several),
        Geometry::GeometryCollection(several) => {
            several.into_iter().for_each(|g| polygons(g, into))
        }
        _ => {}
    }
}

/// The area a row covers, in the working CRS; anything that is not a sound polygon is a finding.
pub fn area(
    record: &Record,
    transform: &Transform,
    input: &InputFile,
    findings: &mut Findings,
) -> Option<Area> {
    let about = |rule, message: Said| input.finding(rule, message).at(record.row).field("geometry");
    let geometry = match &record.geometry {
        Some(Ok(geometry)) => geometry.clone(),
        None | Some(Err(GeometryFault::Empty)) => {
            findings.add(about(Rule::GeometryMissing, key::FindingNoGeometry.into()));
            return None;
        }
        Some(Err(GeometryFault::Unsupported(kind))) => {
            findings.add(about(Rule::GeometryWrongKind, key::FindingNoPolygon.into()).value(kind));
            return None;
        }
    };
    let kind = kind_name(&geometry);
    let mixed = matches!(&geometry, Geometry::GeometryCollection(_));
    let mut found = Vec::new();
    polygons(geometry, &mut found);
    if found.is_empty() {
        findings.add(about(Rule::GeometryWrongKind, key::FindingNoPolygon.into()).value(kind));
        return None;
    }
    if mixed {
        findings.add(about(Rule::GeometryRepaired, key::FindingOnlyPolygons.into()).value(kind));
    }
    let corner = found[0].exterior().0.first();
    if corner.is_some_and(|c| transform.position(c.x, c.y) == Err(Misplaced::Swapped)) {
        findings.add(
            about(Rule::GeometryUnusable, key::FindingAreaSwapped.into()).hint(key::HintAreaCrs),
        );
        return None;
    }
    let found = sound(MultiPolygon(found), || {
        findings.add(about(Rule::GeometryRepaired, key::FindingAreaRepaired.into()));
    });
    let area = found.and_then(|sound| transform.geometry(&sound)).and_then(Area::from_metres);
    if area.is_none() {
        findings.add(about(Rule::GeometryUnusable, key::FindingAreaUnusable.into()));
    }
    area
}

/// Whether a layer that is stated to be complete is so in fact: a row that could not be used may
/// cover what is outside all the others.
pub fn is_complete(
    stated: bool,
    rows: usize,
    used: usize,
    input: &InputFile,
    findings: &mut Findings,
) -> bool {
    if stated && used < rows {
        let unused = rows - used;
        findings.add(
            input
                .finding(Rule::LayerNotComplete, key::FindingNotComplete { unused, rows })
                .field("complete")
                .value("true")
                .hint(key::HintMendRows),
        );
    }
    stated && used == rows
}

/// The polygons as they are when valid, else repaired by GEOS; `None` when nothing is left.
fn sound(polygons: MultiPolygon<f64>, on_repair: impl FnOnce()) -> Option<MultiPolygon<f64>> {
    use gdal::vector::ToGdal;
    let stored = polygons.to_gdal().ok()?;
    if stored.is_valid() {
        return Some(polygons);
    }
    let repaired = from_gdal(&valid(&stored)?).ok()?;
    on_repair();
    let mut found = Vec::new();
    self::polygons(repaired, &mut found);
    (!found.is_empty()).then_some(MultiPolygon(found))
}

fn kind_name(geometry: &Geometry<f64>) -> &'static str {
    match geometry {
        Geometry::Point(_) | Geometry::MultiPoint(_) => "point",
        Geometry::Line(_) | Geometry::LineString(_) | Geometry::MultiLineString(_) => "line",
        Geometry::GeometryCollection(_) => "collection",
        _ => "polygon",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(wkt: &str) -> Result<Geometry<f64>, GeometryFault> {
        from_gdal(&GdalGeometry::from_wkt(wkt).expect("well-known text"))
    }

    #[test]
    fn heights_curves_and_empty_parts_do_not_hurt() {
        assert!(matches!(read("POINT Z (1 2 3)"), Ok(Geometry::Point(_))));
        assert!(matches!(read("POLYGON EMPTY"), Err(GeometryFault::Empty)));
        assert!(matches!(
            read("MULTIPOLYGON (EMPTY, ((0 0, 1 0, 1 1, 0 0)))"),
            Ok(Geometry::Polygon(_))
        ));
        use geo::Area as _;
        let circle = read("CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))");
        let area = circle.expect("a stroked circle").unsigned_area();
        assert!((area - std::f64::consts::PI).abs() < 0.01, "{area}");
        assert!(matches!(
            read("GEOMETRYCOLLECTION (POINT (0 0), POLYGON ((0 0, 1 0, 1 1, 0 0)))"),
            Ok(Geometry::GeometryCollection(_))
        ));
    }

    #[test]
    fn a_bow_tie_is_repaired_to_both_its_wings() {
        use geo::Area as _;
        let Ok(Geometry::Polygon(tie)) = read("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))") else {
            panic!("a polygon");
        };
        let mut repaired = false;
        let sound = sound(MultiPolygon(vec![tie]), || repaired = true).expect("two triangles");
        assert!(repaired);
        assert!((sound.unsigned_area() - 2.0).abs() < 1e-12);
    }
}
