//! Where things go on the page: the map, the legend, and the one scale that maps metres to pixels.

use geo::{BoundingRect, Coord};

use crate::crs::Area;
use crate::drawing::map::place::{Px, Rect, px};
use crate::words::Words;

/// White space around the page.
pub const MARGIN: f64 = 56.0;
/// Width of a legend column.
pub const COLUMN: f64 = 300.0;
/// Space between columns.
pub const GUTTER: f64 = 29.0;
/// The widest page: four legend columns.
pub const WIDEST: f64 = 2.0 * MARGIN + 4.0 * COLUMN + 3.0 * GUTTER;

/// Space between the map and a legend beside it.
const BESIDE_GAP: f64 = 44.0;
/// The tallest map with the legend beside it, and with the legend below it.
const TALLEST: (f64, f64) = (1480.0, 900.0);
/// A narrower page leaves no room for a title.
const NARROWEST: f64 = 1000.0;
/// Air between the outermost coast and the edge of the map.
const AIR: f64 = 14.0;

/// Where the legend stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Right of the map, one column: for regions taller than wide.
    Beside,
    /// Under the map, in columns: for regions wider than tall.
    Below,
}

/// The ground that a map shows, in metres of the working CRS.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ground {
    west: f64,
    south: f64,
    width: f64,
    height: f64,
}

impl Ground {
    /// The ground that holds all the areas; `None` without any.
    pub fn of<'a>(areas: impl IntoIterator<Item = &'a Area>) -> Option<Self> {
        let boxes = areas.into_iter().filter_map(|area| area.polygons().bounding_rect());
        let all = boxes.reduce(|a, b| {
            let low = |p: Coord<f64>, q: Coord<f64>| px(p.x.min(q.x), p.y.min(q.y));
            let high = |p: Coord<f64>, q: Coord<f64>| px(p.x.max(q.x), p.y.max(q.y));
            geo::Rect::new(low(a.min(), b.min()), high(a.max(), b.max()))
        })?;
        Some(Self {
            west: all.min().x,
            south: all.min().y,
            width: all.width(),
            height: all.height(),
        })
    }
}

/// The layout of one page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Where the legend stands.
    pub arrangement: Arrangement,
    /// Width of the page.
    pub page_width: f64,
    /// The map, without title and legend.
    pub map: Rect,
    ground: Ground,
    px_per_m: f64,
    north_west: Px,
}

impl Frame {
    /// The arrangement that shows the ground largest. The map begins at `top` on the page.
    pub fn new(ground: Ground, top: impl FnOnce(f64) -> f64) -> Self {
        let usable = WIDEST - 2.0 * MARGIN;
        let scale = |width: f64, height: f64| {
            let (width, height) = (width - 2.0 * AIR, height - 2.0 * AIR);
            (width / ground.width).min(height / ground.height)
        };
        let beside = scale(usable - BESIDE_GAP - COLUMN, TALLEST.0);
        let below = scale(usable, TALLEST.1);
        let (arrangement, px_per_m) = if beside >= below {
            (Arrangement::Beside, beside)
        } else {
            (Arrangement::Below, below)
        };
        let needed = ground.width * px_per_m + 2.0 * AIR;
        let height = ground.height * px_per_m + 2.0 * AIR;
        let (page_width, width) = match arrangement {
            Arrangement::Beside => {
                let page = (needed + 2.0 * MARGIN + BESIDE_GAP + COLUMN).max(NARROWEST);
                (page.ceil(), page.ceil() - 2.0 * MARGIN - BESIDE_GAP - COLUMN)
            }
            Arrangement::Below => (WIDEST, usable),
        };
        let map = Rect { x: MARGIN, y: top(page_width), width, height };
        let north_west = px(map.x + (width - needed) / 2.0 + AIR, map.y + AIR);
        Self { arrangement, page_width, map, ground, px_per_m, north_west }
    }

    /// A position on the ground, on the page. One scale for both directions, north up.
    pub fn place(&self, metres: Coord<f64>) -> Px {
        let from_west = metres.x - self.ground.west;
        let from_north = self.ground.south + self.ground.height - metres.y;
        self.north_west + px(from_west, from_north) * self.px_per_m
    }

    /// The ground under the whole map, in metres.
    pub fn ground_on_map(&self) -> geo::Rect<f64> {
        let metres = |p: Px| {
            let from_corner = (p - self.north_west) / self.px_per_m;
            px(
                self.ground.west + from_corner.x,
                self.ground.south + self.ground.height - from_corner.y,
            )
        };
        let corner = px(self.map.x, self.map.y);
        geo::Rect::new(metres(corner), metres(px(self.map.right(), self.map.bottom())))
    }

    /// Left edge of the legend.
    pub fn legend_x(&self) -> f64 {
        match self.arrangement {
            Arrangement::Beside => self.page_width - MARGIN - COLUMN,
            Arrangement::Below => MARGIN,
        }
    }

    /// The scale bar of this map.
    pub fn scale_bar(&self) -> ScaleBar {
        ScaleBar::fitting(self.px_per_m, 220.0)
    }
}

/// A bar of a round length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// Metres on the ground: 1, 2 or 5 times a power of ten.
    pub metres: f64,
    /// Its length on the page.
    pub px: f64,
}

impl ScaleBar {
    /// The longest round bar of at most `room` pixels.
    pub fn fitting(px_per_m: f64, room: f64) -> Self {
        let longest = room / px_per_m;
        let power = 10_f64.powi(longest.log10().floor() as i32);
        let step = [5.0, 2.0, 1.0].into_iter().find(|step| step * power <= longest);
        let metres = step.unwrap_or(1.0) * power;
        Self { metres, px: metres * px_per_m }
    }

    /// `share` of its length in words: `500 m`, `2.5 km`.
    pub fn label(self, share: f64, words: Words) -> String {
        let metres = self.metres * share;
        // All labels of one bar use one unit.
        let (value, unit) =
            if self.metres >= 1000.0 { (metres / 1000.0, "km") } else { (metres, "m") };
        let digits = words.show(value);
        if share == 1.0 { format!("{digits} {unit}") } else { digits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::testing::block;
    use crate::words::Language;

    fn frame(width: f64, height: f64) -> Frame {
        let area = block(0.0, 0.0, width, height);
        Frame::new(Ground::of([&area]).unwrap(), |_| 100.0)
    }

    #[test]
    fn scale_bars_are_round_and_fit() {
        for (px_per_m, metres, label) in [
            (0.01, 20_000.0, "20 km"),
            (0.005, 20_000.0, "20 km"),
            (0.0009, 200_000.0, "200 km"),
            (0.3, 500.0, "500 m"),
            (0.22, 1000.0, "1 km"),
            (40.0, 5.0, "5 m"),
        ] {
            let bar = ScaleBar::fitting(px_per_m, 220.0);
            assert_eq!(bar.metres, metres);
            assert!(bar.px <= 220.0 && bar.px > 80.0, "{bar:?}");
            assert_eq!(bar.label(1.0, Words(Language::Sv)), label);
        }
        assert_eq!(ScaleBar { metres: 5000.0, px: 100.0 }.label(0.5, Words(Language::Sv)), "2,5");
    }

    #[test]
    fn tall_regions_have_the_legend_beside_and_wide_ones_below() {
        assert_eq!(frame(50e3, 90e3).arrangement, Arrangement::Beside);
        assert_eq!(frame(90e3, 40e3).arrangement, Arrangement::Below);
    }

    #[test]
    fn the_ground_is_not_stretched_and_north_is_up() {
        for (w, h) in [(50e3, 90e3), (90e3, 40e3), (1e3, 1e3), (1e6, 2e4), (100.0, 90e3)] {
            let frame = frame(w, h);
            let (sw, ne) = (frame.place(px(0.0, 0.0)), frame.place(px(w, h)));
            assert!(((ne.x - sw.x) / w - (sw.y - ne.y) / h).abs() < 1e-9);
            assert!(sw.y > ne.y && ne.x > sw.x);
            assert!(frame.map.contains(sw) && frame.map.contains(ne), "{frame:?}");
            assert!(frame.page_width <= WIDEST && frame.page_width >= NARROWEST);
        }
    }
}
