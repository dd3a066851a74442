//! Coordinates that carry their coordinate reference system (CRS) in the type.
//!
//! [`LonLat`] is for reading and for people; only [`Projected`], in the one working CRS of the
//! run, enters a distance, an R-tree or a polygon test. [`Transform`] is the only way from any
//! other CRS into it, and sets GDAL's axis order explicitly: x is easting or longitude, always.

mod canonical;
mod edges;
mod offline;

pub use offline::go_offline;

use gdal::spatial_ref::{AxisMappingStrategy, CoordTransform, SpatialRef};
use geo::{Coord, MultiPolygon};

use crate::units::Metres;

/// A geographic position in degrees (WGS 84).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
}

/// A position in the working CRS, in metres. Finite by construction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projected {
    easting: f64,
    northing: f64,
}

impl Projected {
    /// Accepts metres that are already in the working CRS, up to ten times round the Earth: no
    /// place is farther off, and no distance between two of them overflows.
    pub fn from_metres(easting: f64, northing: f64) -> Option<Self> {
        let on_earth = |metres: f64| metres.abs() <= 4e8;
        (on_earth(easting) && on_earth(northing)).then_some(Self { easting, northing })
    }

    /// Metres east in the working CRS.
    pub fn easting(self) -> f64 {
        self.easting
    }

    /// Metres north in the working CRS.
    pub fn northing(self) -> f64 {
        self.northing
    }

    /// The same position for `geo` and `rstar`.
    pub fn coord(self) -> Coord<f64> {
        Coord { x: self.easting, y: self.northing }
    }

    /// The straight distance in the plane of the working CRS.
    ///
    /// In SWEREF 99 TM the scale is within 0.04 % below to 0.25 % above the ellipsoid's over Sweden.
    pub fn distance(self, other: Self) -> Metres {
        let metres = (self.easting - other.easting).hypot(self.northing - other.northing);
        Metres::new(metres).expect("two finite positions are a finite distance apart")
    }
}

/// An area in the working CRS, in metres. The same one is the same value, however it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Area(MultiPolygon<f64>);

impl Area {
    /// Accepts polygons that are already in the working CRS, when every coordinate is finite and
    /// at least one ring encloses something.
    pub fn from_metres(polygons: MultiPolygon<f64>) -> Option<Self> {
        use geo::{Area as _, CoordsIter};
        let finite = polygons.coords_iter().all(|c| c.x.is_finite() && c.y.is_finite());
        (finite && polygons.unsigned_area() > 0.0).then(|| Self(canonical::canonical(polygons)))
    }

    /// The polygons, in metres.
    pub fn polygons(&self) -> &MultiPolygon<f64> {
        &self.0
    }
}

/// Why a CRS cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum CrsError {
    /// PROJ does not know the definition.
    #[error("\"{0}\" is no coordinate reference system that PROJ knows")]
    Unknown(String),
    /// PROJ knows nothing at all.
    #[error(
        "PROJ does not find its database of coordinate systems (proj.db): install it (in Debian \
         proj-data), or name its directory in the environment variable PROJ_DATA"
    )]
    NoDatabase,
    /// A working CRS must be projected.
    #[error(
        "\"{0}\" ({1}) counts in degrees; the working CRS must be projected, in metres, \
         such as EPSG:3006 (SWEREF 99 TM)"
    )]
    NotProjected(String, String),
    /// A working CRS must be in metres.
    #[error("\"{0}\" ({1}) counts in {2}; the working CRS must be in metres")]
    NotMetres(String, String, String),
    /// PROJ has no way between the two.
    #[error("no transformation from {0} to {1}: {2}")]
    NoTransform(String, String, String),
}

/// A coordinate reference system as a source states it.
#[derive(Clone, Debug)]
pub struct Crs {
    definition: String,
    spatial_ref: SpatialRef,
}

impl Crs {
    /// Reads an authority code (`EPSG:3006`), WKT, PROJ string or `OGC:CRS84`. A text that names a
    /// file or a host defines nothing.
    pub fn from_definition(definition: &str) -> Result<Self, CrsError> {
        go_offline();
        if !offline::is_self_contained(definition) {
            return Err(CrsError::Unknown(definition.to_owned()));
        }
        // PROJ spells the urn of the GeoJSON default in several ways; all mean the same.
        let known = match definition.trim() {
            urn if urn.ends_with("CRS84") => "OGC:CRS84",
            other => other,
        };
        SpatialRef::from_definition(known)
            .map(|spatial_ref| Self::from_spatial_ref(definition.trim(), spatial_ref))
            .map_err(|_| match SpatialRef::from_epsg(4326) {
                Ok(_) => CrsError::Unknown(definition.to_owned()),
                Err(_) => CrsError::NoDatabase,
            })
    }

    /// Takes over what a file says of itself; `None` where it says that it does not know.
    pub fn stated_by_file(spatial_ref: SpatialRef) -> Option<Self> {
        let name = spatial_ref.name().unwrap_or_default();
        // A GeoPackage without a CRS says "Undefined geographic SRS" or "Undefined Cartesian SRS"
        // (OGC 12-128, table 3); to PROJ the first is as good as WGS 84.
        let undefined = name.starts_with("Undefined") || spatial_ref.is_local();
        let named = spatial_ref.to_wkt().is_ok_and(|text| !offline::is_self_contained(&text));
        (!undefined && !named).then(|| Self::from_spatial_ref(&name, spatial_ref))
    }

    fn from_spatial_ref(definition: &str, mut spatial_ref: SpatialRef) -> Self {
        spatial_ref.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
        Self { definition: definition.to_owned(), spatial_ref }
    }

    /// WGS 84 with longitude first.
    pub fn wgs84() -> Self {
        Self::from_definition("EPSG:4326").expect("PROJ ships EPSG:4326")
    }

    /// As it was written.
    pub fn definition(&self) -> &str {
        &self.definition
    }

    /// The name PROJ gives it, such as `SWEREF99 TM`.
    pub fn name(&self) -> String {
        self.spatial_ref.name().unwrap_or_else(|| self.definition.clone())
    }

    /// For GDAL calls at the edges.
    pub fn spatial_ref(&self) -> &SpatialRef {
        &self.spatial_ref
    }

    /// Whether coordinates are degrees.
    pub fn is_geographic(&self) -> bool {
        self.spatial_ref.is_geographic()
    }
}

/// The one projected CRS, in metres, that everything inside a run is in.
#[derive(Clone, Debug)]
pub struct WorkingCrs(Crs);

impl WorkingCrs {
    /// Accepts a projected CRS in metres.
    pub fn new(crs: Crs) -> Result<Self, CrsError> {
        if !crs.spatial_ref.is_projected() {
            return Err(CrsError::NotProjected(crs.definition.clone(), crs.name()));
        }
        if (crs.spatial_ref.linear_units() - 1.0).abs() > 1e-12 {
            let unit = crs.spatial_ref.linear_units_name().unwrap_or_default();
            return Err(CrsError::NotMetres(crs.definition.clone(), crs.name(), unit));
        }
        Ok(Self(crs))
    }

    /// A CRS that counts metres around most of the positions of a source: the source's own where
    /// it does, otherwise the azimuthal equidistant projection of the middle position.
    ///
    /// It has an image of any place on Earth, so that nothing is outside. Lengths grow with the
    /// distance from the middle: across it by 0.4 % at 1 000 km, by 1.7 % at 2 000 km (c / sin c).
    pub fn around(source: &Crs, positions: &[Coord<f64>]) -> Self {
        if let Ok(own) = Self::new(source.clone()) {
            return own;
        }
        let usable =
            |c: &&Coord<f64>| c.x.is_finite() && c.y.is_finite() && (c.x != 0.0 || c.y != 0.0);
        let middle = |axis: fn(&Coord<f64>) -> f64, most: f64| {
            let mut values: Vec<f64> = positions.iter().filter(usable).map(axis).collect();
            let half = values.len() / 2;
            let middle = match values.len() {
                0 => 0.0,
                _ => *values.select_nth_unstable_by(half, f64::total_cmp).1,
            };
            // Of positions that are no degrees nothing better is known.
            if middle.abs() <= most { (middle * 10.0).round() / 10.0 } else { 0.0 }
        };
        let (lon, lat) = (middle(|c| c.x, 180.0), middle(|c| c.y, 90.0));
        let definition =
            format!("+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m +no_defs");
        let crs = Crs::from_definition(&definition).expect("PROJ has this projection everywhere");
        Self::new(crs).expect("it is projected, in metres")
    }

    /// The CRS itself.
    pub fn crs(&self) -> &Crs {
        &self.0
    }

    /// Where the CRS may be used, in degrees, with a margin of one degree: west, south, east, north.
    ///
    /// Outside it, distances in its metres have no meaning. `None` where PROJ states no area.
    pub fn extent(&self) -> Option<(LonLat, LonLat)> {
        let area = self.0.spatial_ref.area_of_use()?;
        Some((
            LonLat { lon: area.west_lon_degree - 1.0, lat: area.south_lat_degree - 1.0 },
            LonLat { lon: area.east_lon_degree + 1.0, lat: area.north_lat_degree + 1.0 },
        ))
    }
}

/// The way from the working CRS out to that of a raster, to find the cell of a place.
pub struct Outward(CoordTransform);

impl WorkingCrs {
    /// Prepares the way from here to `target`.
    pub fn to(&self, target: &Crs) -> Result<Outward, CrsError> {
        CoordTransform::new(&self.0.spatial_ref, &target.spatial_ref).map(Outward).map_err(
            |cause| {
                CrsError::NoTransform(
                    self.0.definition.clone(),
                    target.definition.clone(),
                    cause.to_string(),
                )
            },
        )
    }
}

impl Outward {
    /// x and y in the target's own units; `None` where the place has no image there.
    pub fn position(&self, place: Projected) -> Option<(f64, f64)> {
        let (mut x, mut y) = ([place.easting], [place.northing]);
        self.0.transform_coords(&mut x, &mut y, &mut []).ok()?;
        (x[0].is_finite() && y[0].is_finite()).then_some((x[0], y[0]))
    }
}

/// The one conversion from a source's CRS into the working CRS, and to degrees for checks.
pub struct Transform {
    to_working: CoordTransform,
    to_lon_lat: CoordTransform,
    extent: Option<(LonLat, LonLat)>,
}

/// Why one coordinate pair has no place in the working CRS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// NaN or infinite.
    NotFinite,
    /// Both zero: the mark of a failed geocoding, not a place.
    Zero,
    /// Outside the area in which the working CRS may be used; inside when x and y change places.
    Swapped,
    /// Outside the area in which the working CRS may be used.
    OutsideExtent,
}

impl Transform {
    /// Prepares the way from `source` into `working`.
    pub fn new(source: &Crs, working: &WorkingCrs) -> Result<Self, CrsError> {
        let between = |from: &Crs, to: &Crs| {
            CoordTransform::new(&from.spatial_ref, &to.spatial_ref).map_err(|cause| {
                CrsError::NoTransform(
                    from.definition.clone(),
                    to.definition.clone(),
                    cause.to_string(),
                )
            })
        };
        Ok(Self {
            to_working: between(source, &working.0)?,
            to_lon_lat: between(source, &Crs::wgs84())?,
            extent: working.extent(),
        })
    }

    /// One position of a site, node or mast, checked: see [`Misplaced`].
    pub fn position(&self, x: f64, y: f64) -> Result<Projected, Misplaced> {
        if !x.is_finite() || !y.is_finite() {
            return Err(Misplaced::NotFinite);
        }
        if x == 0.0 && y == 0.0 {
            return Err(Misplaced::Zero);
        }
        if self.is_within_extent(x, y) {
            let placed = self.coordinate(Coord { x, y });
            if let Some(projected) = placed.and_then(|c| Projected::from_metres(c.x, c.y)) {
                return Ok(projected);
            }
        }
        if self.is_within_extent(y, x) {
            Err(Misplaced::Swapped)
        } else {
            Err(Misplaced::OutsideExtent)
        }
    }

    fn coordinate(&self, c: Coord<f64>) -> Option<Coord<f64>> {
        let (mut x, mut y) = ([c.x], [c.y]);
        self.to_working.transform_coords(&mut x, &mut y, &mut []).ok()?;
        (x[0].is_finite() && y[0].is_finite()).then_some(Coord { x: x[0], y: y[0] })
    }

    fn is_within_extent(&self, x: f64, y: f64) -> bool {
        let Some((low, high)) = self.extent else {
            return self.coordinate(Coord { x, y }).is_some();
        };
        let (mut lon, mut lat) = ([x], [y]);
        self.to_lon_lat.transform_coords(&mut lon, &mut lat, &mut []).is_ok()
            && (low.lon..=high.lon).contains(&lon[0])
            && (low.lat..=high.lat).contains(&lat[0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sweref() -> WorkingCrs {
        WorkingCrs::new(Crs::from_definition("EPSG:3006").expect("known")).expect("projected")
    }

    #[test]
    fn a_geographic_working_crs_is_refused() {
        let degrees = Crs::from_definition("EPSG:4326").expect("known");
        assert!(matches!(WorkingCrs::new(degrees), Err(CrsError::NotProjected(..))));
        assert!(matches!(Crs::from_definition("EPSG:0"), Err(CrsError::Unknown(_))));
    }

    #[test]
    fn longitude_comes_first_whatever_the_authority_says() {
        // Uddevalla; EPSG:4326 by the book is latitude first.
        let transform = Transform::new(&Crs::wgs84(), &sweref()).expect("transform");
        let place = transform.position(11.938, 58.349).expect("inside Sweden");
        assert!((320_000.0..322_000.0).contains(&place.easting()), "{place:?}");
        assert!((6_470_000.0..6_472_000.0).contains(&place.northing()), "{place:?}");
    }

    #[test]
    fn misplaced_positions_say_how() {
        let transform = Transform::new(&Crs::wgs84(), &sweref()).expect("transform");
        assert_eq!(transform.position(58.349, 11.938), Err(Misplaced::Swapped));
        assert_eq!(transform.position(0.0, 0.0), Err(Misplaced::Zero));
        assert_eq!(transform.position(f64::NAN, 58.0), Err(Misplaced::NotFinite));
        assert_eq!(transform.position(-74.0, 40.7), Err(Misplaced::OutsideExtent));
    }

    #[test]
    fn a_local_crs_counts_metres_around_the_middle_and_has_room_for_the_rest() {
        let at = |x, y| Coord { x, y };
        let network = [at(133.9, -23.7), at(0.0, 0.0), at(151.2, -33.9), at(130.8, -12.5)];
        let local = WorkingCrs::around(&Crs::wgs84(), &network);
        let transform = Transform::new(&Crs::wgs84(), &local).expect("transform");
        let [a, b] = [(133.9, -23.7), (133.9, -24.7)].map(|(x, y)| transform.position(x, y));
        // A degree of latitude there is 110.8 km.
        let metres = a.expect("a place").distance(b.expect("a place")).value();
        assert!((110_700.0..110_900.0).contains(&metres), "{metres}");
        assert!(transform.position(11.9, 58.3).is_ok());
        assert_eq!(transform.position(-23.7, 133.9), Err(Misplaced::Swapped));
        assert_eq!(transform.position(500.0, 500.0), Err(Misplaced::OutsideExtent));

        // Metres already; and nothing to go by.
        let own = Crs::from_definition("EPSG:3006").expect("known");
        assert_eq!(WorkingCrs::around(&own, &network).crs().definition(), "EPSG:3006");
        assert!(WorkingCrs::around(&Crs::wgs84(), &[]).crs().definition().contains("lat_0=0 "));
    }

    /// A misuse kept as a test: the length of a degree is not one number.
    #[test]
    fn distance_in_degrees_would_be_nonsense() {
        let transform = Transform::new(&Crs::wgs84(), &sweref()).expect("transform");
        let a = transform.position(11.0, 58.5).expect("inside");
        let east = transform.position(12.0, 58.5).expect("inside");
        let north = transform.position(11.0, 59.5).expect("inside");
        // One degree each way: the plane distances differ by almost a factor of two.
        assert!(a.distance(north).value() / a.distance(east).value() > 1.8);
    }
}
