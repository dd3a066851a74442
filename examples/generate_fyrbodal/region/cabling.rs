//! How a cable winds its way.

use super::dice::Dice;
use super::ground::Ground;
use super::plane::Point;

/// A route through `stops` that bends like a road and keeps to land where it can.
pub fn route(ground: &Ground, stops: &[Point], dice: &mut Dice) -> Vec<Point> {
    const TRIES: usize = 8;
    let mut best: Option<(f64, Vec<Point>)> = None;
    for _ in 0..TRIES {
        let winding = wind(stops, dice);
        let wet = metres_at_sea(ground, &winding);
        if best.as_ref().is_none_or(|(least, _)| wet < *least) {
            best = Some((wet, winding));
        }
    }
    best.expect("at least one try").1
}

/// Bends every leg about once a kilometre, by up to an eighth of a kilometre each way.
fn wind(stops: &[Point], dice: &mut Dice) -> Vec<Point> {
    let mut winding = vec![stops[0]];
    for leg in stops.windows(2) {
        let (from, to) = (leg[0], leg[1]);
        let metres = from.distance(to);
        let bends = (metres / 900.0) as usize;
        let mut sway = 0.0;
        for bend in 1..=bends {
            sway = 0.5 * sway + dice.between(-130.0, 130.0);
            let on_line = from.towards(to, bend as f64 / (bends + 1) as f64);
            let (along_e, along_n) = ((to.e - from.e) / metres, (to.n - from.n) / metres);
            winding.push(on_line.offset(-along_n * sway, along_e * sway));
        }
        winding.push(to);
    }
    winding
}

/// How much of a route lies outside every municipality, by samples every 200 m.
pub fn metres_at_sea(ground: &Ground, route: &[Point]) -> f64 {
    const STEP_M: f64 = 200.0;
    let mut wet = 0.0;
    for leg in route.windows(2) {
        let metres = leg[0].distance(leg[1]);
        let steps = (metres / STEP_M).ceil().max(1.0) as usize;
        let samples = (0..steps).map(|i| (i as f64 + 0.5) / steps as f64);
        let at_sea = samples.filter(|&t| !ground.is_land(leg[0].towards(leg[1], t)));
        wet += at_sea.count() as f64 * metres / steps as f64;
    }
    wet
}

/// Metres along a route.
pub fn length(route: &[Point]) -> f64 {
    route.windows(2).map(|leg| leg[0].distance(leg[1])).sum()
}
