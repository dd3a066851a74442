//! Positions in metres (SWEREF 99 TM) and their way to and from degrees.

use std::error::Error;

use gdal::spatial_ref::{AxisMappingStrategy, CoordTransform, SpatialRef};

/// A position in SWEREF 99 TM, rounded to a decimetre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub e: f64,
    pub n: f64,
}

impl Point {
    pub fn new(e: f64, n: f64) -> Self {
        Self { e: round(e, 1), n: round(n, 1) }
    }

    /// This far east and north of it.
    pub fn offset(self, e: f64, n: f64) -> Self {
        Self::new(self.e + e, self.n + n)
    }

    /// Square root of squares and not `hypot`, which may differ between platforms.
    pub fn distance(self, other: Self) -> f64 {
        let (de, dn) = (self.e - other.e, self.n - other.n);
        (de * de + dn * dn).sqrt()
    }

    /// The share `t` of the way to `other`.
    pub fn towards(self, other: Self, t: f64) -> Self {
        Self::new(self.e + (other.e - self.e) * t, self.n + (other.n - self.n) * t)
    }
}

/// Rounds to this many decimals.
pub fn round(value: f64, decimals: i32) -> f64 {
    let scale = 10f64.powi(decimals);
    (value * scale).round() / scale
}

/// Between degrees (WGS 84) and metres (SWEREF 99 TM).
pub struct Projection {
    to_metres: CoordTransform,
    to_degrees: CoordTransform,
}

impl Projection {
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let longitude_first = |code| -> Result<SpatialRef, Box<dyn Error>> {
            let mut crs = SpatialRef::from_epsg(code)?;
            crs.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
            Ok(crs)
        };
        let (degrees, metres) = (longitude_first(4326)?, longitude_first(3006)?);
        Ok(Self {
            to_metres: CoordTransform::new(&degrees, &metres)?,
            to_degrees: CoordTransform::new(&metres, &degrees)?,
        })
    }

    pub fn point(&self, lon: f64, lat: f64) -> Result<Point, Box<dyn Error>> {
        let (mut x, mut y) = ([lon], [lat]);
        self.to_metres.transform_coords(&mut x, &mut y, &mut [])?;
        Ok(Point::new(x[0], y[0]))
    }

    /// Longitude and latitude, rounded to six decimals (a decimetre).
    pub fn lon_lat(&self, point: Point) -> Result<[f64; 2], Box<dyn Error>> {
        let (mut x, mut y) = ([point.e], [point.n]);
        self.to_degrees.transform_coords(&mut x, &mut y, &mut [])?;
        Ok([round(x[0], 6), round(y[0], 6)])
    }

    pub fn lon_lats(&self, points: &[Point]) -> Result<Vec<[f64; 2]>, Box<dyn Error>> {
        points.iter().map(|&point| self.lon_lat(point)).collect()
    }
}
