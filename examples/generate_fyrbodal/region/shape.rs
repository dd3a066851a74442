//! Irregular areas around a point: a town's fibre, a mast's coverage.

use std::f64::consts::TAU;

use super::area::Part;
use super::dice::Dice;
use super::plane::Point;

const CORNERS: usize = 20;

/// An area that every ray from its centre leaves once.
#[derive(Clone)]
pub struct Star {
    centre: Point,
    /// Metres to the rim in each direction, counter-clockwise from east.
    radii: [f64; CORNERS],
}

impl Star {
    /// Around `radius`, give or take the share `roughness`.
    pub fn new(centre: Point, radius: f64, roughness: f64, dice: &mut Dice) -> Self {
        let rough: Vec<f64> = (0..CORNERS).map(|_| dice.between(-1.0, 1.0)).collect();
        // The mean of three neighbours: bays, not spikes.
        let radii = std::array::from_fn(|i| {
            let near = rough[i] + rough[(i + 1) % CORNERS] + rough[(i + CORNERS - 1) % CORNERS];
            radius * (1.0 + roughness * near / 1.5)
        });
        Self { centre, radii }
    }

    /// The same form, larger or smaller.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self { centre: self.centre, radii: self.radii.map(|radius| radius * factor) }
    }

    /// The rim, closed, counter-clockwise.
    pub fn rim(&self) -> Vec<Point> {
        let mut rim: Vec<Point> = self
            .radii
            .iter()
            .enumerate()
            .map(|(i, radius)| {
                let (sin, cos) = (TAU * i as f64 / CORNERS as f64).sin_cos();
                self.centre.offset(radius * cos, radius * sin)
            })
            .collect();
        rim.push(rim[0]);
        rim
    }

    pub fn contains(&self, point: Point) -> bool {
        Part::new(vec![self.rim()]).contains(point)
    }

    /// 0 at the centre, 1 on the rim, straight in between.
    pub fn depth(&self, point: Point) -> f64 {
        let (e, n) = (point.e - self.centre.e, point.n - self.centre.n);
        let turn = (n.atan2(e) / TAU).rem_euclid(1.0) * CORNERS as f64;
        let (corner, share) = (turn.floor(), turn.fract());
        let radius = |i: usize| self.radii[i % CORNERS];
        let rim = radius(corner as usize) * (1.0 - share) + radius(corner as usize + 1) * share;
        self.centre.distance(point) / rim
    }
}
