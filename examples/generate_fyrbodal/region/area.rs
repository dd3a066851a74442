//! Areas made of polygons, with the two questions asked of them: inside, and how far.

use super::plane::Point;

/// One polygon: an outer ring and the holes in it, all closed.
pub struct Part {
    rings: Vec<Vec<Point>>,
    /// The corners of the box round it: south-west, north-east.
    bounds: (Point, Point),
}

impl Part {
    pub fn new(rings: Vec<Vec<Point>>) -> Self {
        let all = || rings.iter().flatten();
        let least = |of: fn(&Point) -> f64| all().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&Point) -> f64| all().map(of).fold(f64::NEG_INFINITY, f64::max);
        let low = Point::new(least(|p| p.e), least(|p| p.n));
        let high = Point::new(most(|p| p.e), most(|p| p.n));
        Self { rings, bounds: (low, high) }
    }

    pub fn bounds(&self) -> (Point, Point) {
        self.bounds
    }

    /// By the even-odd rule; what is in a hole is outside.
    pub fn contains(&self, at: Point) -> bool {
        let (low, high) = self.bounds;
        if at.e < low.e || at.e > high.e || at.n < low.n || at.n > high.n {
            return false;
        }
        let crossed = |leg: &[Point]| {
            let (a, b) = (leg[0], leg[1]);
            (a.n > at.n) != (b.n > at.n) && at.e < a.e + (at.n - a.n) / (b.n - a.n) * (b.e - a.e)
        };
        self.rings.iter().flat_map(|ring| ring.windows(2)).filter(|leg| crossed(leg)).count() % 2
            == 1
    }

    /// Metres to the nearest ring, from inside or outside.
    pub fn metres_to_rim(&self, at: Point) -> f64 {
        let legs = self.rings.iter().flat_map(|ring| ring.windows(2));
        legs.map(|leg| metres_to_leg(at, leg[0], leg[1])).fold(f64::INFINITY, f64::min)
    }

    fn box_size(&self) -> f64 {
        let (low, high) = self.bounds();
        (high.e - low.e) * (high.n - low.n)
    }
}

/// A municipality's land.
pub struct Area {
    parts: Vec<Part>,
}

impl Area {
    pub fn new(parts: Vec<Part>) -> Self {
        assert!(!parts.is_empty(), "an area has a part");
        Self { parts }
    }

    pub fn contains(&self, at: Point) -> bool {
        self.parts.iter().any(|part| part.contains(at))
    }

    /// 0 inside.
    pub fn metres_to(&self, at: Point) -> f64 {
        if self.contains(at) {
            return 0.0;
        }
        self.parts.iter().map(|part| part.metres_to_rim(at)).fold(f64::INFINITY, f64::min)
    }

    /// The part with the largest box.
    pub fn largest(&self) -> &Part {
        let largest = self.parts.iter().max_by(|a, b| a.box_size().total_cmp(&b.box_size()));
        largest.expect("checked in new")
    }

    /// The part that the file names last.
    pub fn last(&self) -> &Part {
        self.parts.last().expect("checked in new")
    }
}

fn metres_to_leg(at: Point, from: Point, to: Point) -> f64 {
    let (e, n) = (to.e - from.e, to.n - from.n);
    let squared = e * e + n * n;
    if squared == 0.0 {
        return at.distance(from);
    }
    let t = (((at.e - from.e) * e + (at.n - from.n) * n) / squared).clamp(0.0, 1.0);
    // Not rounded to a decimetre: distances are compared.
    let (de, dn) = (from.e + t * e - at.e, from.n + t * n - at.n);
    (de * de + dn * dn).sqrt()
}
