//! From GDAL's geometries to those of `geo`, without a crash on what real files hold.

#![allow(unsafe_code, reason = "a call of GDAL that its bindings do not wrap")]

use gdal::cpl::CslStringList;
use gdal::vector::{Geometry as GdalGeometry, OGRwkbGeometryType as Kind};
use geo::{Area as _, Geometry, GeometryCollection, MultiPolygon};

use crate::crs::{Area, Misplaced, Transform};
use crate::findings::{Findings, Rule};
use crate::ingest::provenance::InputFile;
use crate::ingest::records::{GeometryFault, Record};
use crate::words::{Decimal, Said, key};

/// A repair that changes so many square metres is a warning: a school with its yard has room there.
const MUCH_M2: f64 = 1000.0;

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

/// What a geometry covers. The other method of GEOS, which is the default, takes the lines apart and
/// leaves a hole wherever two parts overlap or a ring runs over itself.
fn valid(geometry: &GdalGeometry) -> Option<GdalGeometry> {
    let mut options = CslStringList::new();
    options.set_name_value("METHOD", "STRUCTURE").ok()?;
    geometry.make_valid(&options).ok()
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
    let drawn = MultiPolygon(found);
    let in_working =
        |area: &MultiPolygon<f64>| transform.polygons(area).and_then(Area::from_metres);
    let area = match Soundness::of(&drawn) {
        Soundness::Valid => in_working(&drawn),
        Soundness::Repaired(repaired) => in_working(&repaired).inspect(|area| {
            let before = transform.polygons(&drawn).map_or(0.0, |drawn| drawn.unsigned_area());
            let changed = (area.polygons().unsigned_area() - before).abs();
            let rule =
                if changed < MUCH_M2 { Rule::GeometryRepaired } else { Rule::GeometryChanged };
            let message = key::FindingAreaRepaired { area: Decimal(changed, 0) };
            findings.add(about(rule, message.into()));
        }),
        Soundness::Unusable => None,
    };
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

/// Two areas as one, also where they overlap.
pub fn joined(one: &Area, other: &Area) -> Area {
    let both = one.polygons().iter().chain(other.polygons()).cloned().collect();
    let both = MultiPolygon(both);
    let area = match Soundness::of(&both) {
        Soundness::Repaired(joined) => Area::from_metres(joined),
        Soundness::Valid | Soundness::Unusable => Area::from_metres(both),
    };
    area.expect("two areas together are an area")
}

/// Whether polygons enclose an area as they are drawn: no ring crosses itself, no two parts overlap.
enum Soundness {
    /// They do.
    Valid,
    /// They do not, and this is what they cover.
    Repaired(MultiPolygon<f64>),
    /// Nothing can be made of them.
    Unusable,
}

impl Soundness {
    fn of(polygons: &MultiPolygon<f64>) -> Self {
        use gdal::vector::ToGdal;
        let Ok(stored) = polygons.to_gdal() else { return Self::Unusable };
        if stored.is_valid() {
            return Self::Valid;
        }
        let mut found = Vec::new();
        if let Some(repaired) = valid(&stored).and_then(|repaired| from_gdal(&repaired).ok()) {
            self::polygons(repaired, &mut found);
        }
        if found.is_empty() { Self::Unusable } else { Self::Repaired(MultiPolygon(found)) }
    }
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
        let Ok(Geometry::Polygon(tie)) = read("POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))") else {
            panic!("a polygon");
        };
        assert!((covered(vec![tie]) - 2.0).abs() < 1e-12);
    }

    fn covered(polygons: Vec<geo::Polygon<f64>>) -> f64 {
        match Soundness::of(&MultiPolygon(polygons)) {
            Soundness::Repaired(repaired) => repaired.unsigned_area(),
            Soundness::Valid => panic!("it is valid"),
            Soundness::Unusable => panic!("nothing is left"),
        }
    }

    #[test]
    fn two_areas_that_overlap_are_one_without_a_hole() {
        let square = |west: f64| {
            let ring = geo::Rect::new((west, 0.0), (west + 2.0, 2.0)).to_polygon();
            Area::from_metres(MultiPolygon(vec![ring])).expect("a square")
        };
        let area = joined(&square(0.0), &square(1.0));
        assert!((area.polygons().unsigned_area() - 6.0).abs() < 1e-12);
        assert_eq!(area.polygons().0.len(), 1);
        assert_eq!(joined(&square(0.0), &square(3.0)).polygons().0.len(), 2);
    }

    #[test]
    fn what_is_covered_twice_is_covered() {
        for (wkt, area) in [
            ("MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((1 1, 3 1, 3 3, 1 3, 1 1)))", 7.0),
            ("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((0 0, 4 0, 4 4, 0 4, 0 0)))", 16.0),
            ("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((1 1, 2 1, 2 2, 1 2, 1 1)))", 16.0),
            // A ring that runs over itself: two strips that cross.
            ("POLYGON ((0 0, 3 0, 3 2, 1 2, 1 1, 2 1, 2 3, 0 3, 0 0))", 8.0),
            // Twice around.
            ("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0, 2 0, 2 2, 0 2, 0 0))", 4.0),
            // Holes stay holes: where they overlap, and where they reach out of the polygon.
            (
                "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 6 2, 6 6, 2 6, 2 2), \
                 (4 4, 8 4, 8 8, 4 8, 4 4))",
                72.0,
            ),
            ("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (8 8, 12 8, 12 12, 8 12, 8 8))", 96.0),
        ] {
            let mut found = Vec::new();
            polygons(read(wkt).expect("polygons"), &mut found);
            assert!((covered(found) - area).abs() < 1e-12, "{wkt}");
        }
    }
}
