//! Where labels go: inside their area, else in free space beside it, never over another label.
//!
//! Everything is decided on a grid of two pixels in a fixed order, so the same map always gets the
//! same labels.

use crate::drawing::map::grid::Sums;
use crate::drawing::map::outline::{Outline, spans};
use crate::drawing::map::place::{Px, Rect, px};
use crate::drawing::map::text::{Face, width};

/// Pixels per grid cell.
const CELL: f64 = 2.0;
/// Candidates are tried on every second cell.
const STEP: usize = 2;
/// Air kept between a label and a border, and between two labels.
const AIR: f64 = 4.0;
/// Air kept between a label and a busy point, which is the middle of something drawn.
const BUSY_AIR: f64 = 8.0;
/// Beyond this much air, the middle of the area matters more than still more air.
const ENOUGH_AIR: usize = 5;
/// The longest line from an area to its label, foreign ground counting threefold.
const LONGEST_LEADER: f64 = 190.0;

/// What a label says, in one possible form.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// Lines from the top.
    pub lines: Vec<(String, Face)>,
    /// Length of the interval bar under them.
    pub bar: Option<f64>,
}

impl Tag {
    /// Distance between the baselines of a line and the one above it.
    pub fn pitch(face: Face) -> f64 {
        face.size * 1.25
    }

    /// Height of the bar with the space above it.
    pub const BAR_HEIGHT: f64 = 13.0;

    /// Width and height.
    pub fn size(&self) -> (f64, f64) {
        let widest = self.lines.iter().map(|(text, face)| width(text, *face));
        let height: f64 = self.lines.iter().map(|(_, face)| Self::pitch(*face)).sum();
        let bar = if self.bar.is_some() { Self::BAR_HEIGHT } else { 0.0 };
        (widest.fold(self.bar.map_or(0.0, |b| b + 8.0), f64::max), height + bar)
    }
}

/// Where a label ended up.
#[derive(Clone, Debug, PartialEq)]
pub enum Placement {
    /// Inside its area; the form with this index is used.
    Inside { form: usize, rect: Rect },
    /// Beside it, with a line from a point in the area to the label.
    Outside { form: usize, rect: Rect, leader: (Px, Px) },
    /// No room: only this point of the area is free for a number.
    Nowhere { point: Px },
}

impl Placement {
    /// The rectangle of the label.
    pub fn rect(&self) -> Option<Rect> {
        match self {
            Self::Inside { rect, .. } | Self::Outside { rect, .. } => Some(*rect),
            Self::Nowhere { .. } => None,
        }
    }
}

/// Which area owns which cell of the map.
pub struct Ownership {
    map: Rect,
    columns: usize,
    rows: usize,
    /// 0 is nobody, otherwise one more than the index of the area.
    owner: Vec<u32>,
    busy: Sums,
}

impl Ownership {
    /// Rasterises the areas. `busy` are points that labels should leave visible, with how much.
    pub fn new(map: Rect, outlines: &[Outline], busy: &[(Px, u32)]) -> Self {
        let columns = (map.width / CELL).ceil() as usize;
        let rows = (map.height / CELL).ceil() as usize;
        let origin = px(map.x, map.y);
        let mut owner = vec![0; columns * rows];
        for (mark, outline) in (1..).zip(outlines) {
            for ring in outline.fills() {
                let ring: Vec<Px> = ring.into_iter().map(|p| (p - origin) / CELL).collect();
                for span in spans(&ring) {
                    let Ok(row) = usize::try_from(span.row) else { continue };
                    let from = (span.from - 0.5).ceil().max(0.0) as usize;
                    let to = ((span.to - 0.5).ceil().max(0.0) as usize).min(columns);
                    if row < rows && from < to {
                        owner[row * columns + from..row * columns + to].fill(mark);
                    }
                }
            }
        }
        let mut points = vec![0_u32; columns * rows];
        for (p, weight) in busy {
            let at = (*p - origin) / CELL;
            if at.x >= 0.0 && at.y >= 0.0 && at.x < columns as f64 && at.y < rows as f64 {
                points[at.y as usize * columns + at.x as usize] += weight;
            }
        }
        let busy = Sums::new(columns, rows, |cell| points[cell]);
        Self { map, columns, rows, owner, busy }
    }

    /// A place for one label per area, from its forms in order of preference.
    pub fn place(&self, forms: &[Vec<Tag>]) -> Vec<Placement> {
        let grounds: Vec<Option<Own>> = (0..forms.len()).map(|area| self.own(area)).collect();
        let mut placed: Vec<Option<Placement>> = forms
            .iter()
            .zip(&grounds)
            .map(|(forms, own)| {
                let own = own.as_ref()?;
                forms.iter().enumerate().find_map(|(form, tag)| {
                    let rect = self.inside(own, tag.size(), AIR)?;
                    Some(Placement::Inside { form, rect })
                })
            })
            .collect();
        let taken = Sums::new(self.columns, self.rows, |cell| u32::from(self.owner[cell] > 0));
        for (area, own) in grounds.iter().enumerate() {
            if placed[area].is_some() {
                continue;
            }
            let Some(own) = own else { continue };
            let others: Vec<Placement> = placed.iter().flatten().cloned().collect();
            placed[area] = (0..forms[area].len().min(1)).find_map(|form| {
                let size = forms[area][form].size();
                let (rect, leader) = self.outside(area, own.pole, size, &taken, &others)?;
                Some(Placement::Outside { form, rect, leader })
            });
        }
        placed
            .into_iter()
            .zip(grounds)
            .map(|(placed, own)| {
                let point = own.map_or(self.map.centre(), |own| own.pole);
                placed.unwrap_or(Placement::Nowhere { point })
            })
            .collect()
    }

    /// A point well inside every area; the middle of the map for one too small for the grid.
    pub fn middles(&self, areas: usize) -> Vec<Px> {
        (0..areas).map(|a| self.own(a).map_or(self.map.centre(), |own| own.pole)).collect()
    }

    /// A place for a number of `size` across, near the middle of the area and clear of `others`.
    pub fn badge(&self, point: Px, size: f64, others: &[Rect]) -> Rect {
        let at =
            |p: Px| Rect { x: p.x - size / 2.0, y: p.y - size / 2.0, width: size, height: size };
        // Rings of growing radius around the point; the first free place is the nearest.
        let rings = (0..60).flat_map(|ring| {
            let radius = 3.0 * f64::from(ring);
            (0..if ring == 0 { 1 } else { 16 }).map(move |i| {
                let angle = std::f64::consts::TAU * f64::from(i) / 16.0;
                point + px(angle.cos(), angle.sin()) * radius
            })
        });
        rings
            .map(at)
            .find(|rect| {
                let within = self.map.contains(px(rect.x, rect.y))
                    && self.map.contains(px(rect.right(), rect.bottom()));
                within && !others.iter().any(|other| other.overlaps(rect.grown(2.0)))
            })
            .unwrap_or(at(point))
    }

    /// The cells of one area; `None` where it is too small to own any.
    fn own(&self, area: usize) -> Option<Own> {
        let mark = area as u32 + 1;
        let cells = || (0..self.owner.len()).filter(|&cell| self.owner[cell] == mark);
        let count = cells().count();
        let (mut x, mut y) = (0.0, 0.0);
        let mut reach = [usize::MAX, 0, usize::MAX, 0];
        for cell in cells() {
            let (column, row) = (cell % self.columns, cell / self.columns);
            x += column as f64;
            y += row as f64;
            reach = [
                reach[0].min(column),
                reach[1].max(column + 1),
                reach[2].min(row),
                reach[3].max(row + 1),
            ];
        }
        if count == 0 {
            return None;
        }
        let middle = px(x / count as f64 + 0.5, y / count as f64 + 0.5);
        let sums = Sums::new(self.columns, self.rows, |cell| u32::from(self.owner[cell] == mark));
        let mut own = Own { sums, middle, reach, pole: px(0.0, 0.0) };
        own.pole = self.widest(&own)?;
        Some(own)
    }

    /// The cell with most of its area around it (the pole of inaccessibility, in squares).
    fn widest(&self, own: &Own) -> Option<Px> {
        let mut best: Option<(usize, f64, Px)> = None;
        for row in own.reach[2]..own.reach[3] {
            for column in own.reach[0]..own.reach[1] {
                let air = best.map_or(0, |(air, _, _)| air);
                if !own.sums.is_full(column, row, 1, 1, air) {
                    continue;
                }
                let mut wider = air;
                while own.sums.is_full(column, row, 1, 1, wider + 1) {
                    wider += 1;
                }
                let at = px(column as f64 + 0.5, row as f64 + 0.5);
                let off = distance(at, own.middle);
                if best.is_none_or(|(air, least, _)| wider > air || off < least) {
                    best = Some((wider, off, at));
                }
            }
        }
        best.map(|(_, _, at)| px(self.map.x, self.map.y) + at * CELL)
    }

    /// The place inside the area that hides least, has enough air and is nearest to the middle.
    fn inside(&self, own: &Own, (width, height): (f64, f64), air: f64) -> Option<Rect> {
        let (w, h) = ((width / CELL).ceil() as usize, (height / CELL).ceil() as usize);
        let least_air = (air / CELL).ceil() as usize;
        let around = (BUSY_AIR / CELL).ceil() as usize;
        let mut best: Option<(u32, usize, f64, usize, usize)> = None;
        for row in (own.reach[2]..own.reach[3]).step_by(STEP) {
            for column in (own.reach[0]..own.reach[1]).step_by(STEP) {
                if !own.sums.is_full(column, row, w, h, least_air) {
                    continue;
                }
                let mut air = least_air;
                while air < ENOUGH_AIR && own.sums.is_full(column, row, w, h, air + 1) {
                    air += 1;
                }
                let hidden = self.busy.count_with_air(column, row, w, h, around);
                let at = px(column as f64 + w as f64 / 2.0, row as f64 + h as f64 / 2.0);
                let off = distance(at, own.middle);
                let better = best.is_none_or(|(least, most, nearest, _, _)| {
                    (hidden, most, off) < (least, air, nearest)
                });
                if better {
                    best = Some((hidden, air, off, column, row));
                }
            }
        }
        best.map(|(_, _, _, column, row)| Rect {
            x: self.map.x + column as f64 * CELL,
            y: self.map.y + row as f64 * CELL,
            width,
            height,
        })
    }

    /// The free place that the shortest line reaches from `point`.
    fn outside(
        &self,
        area: usize,
        point: Px,
        (width, height): (f64, f64),
        taken: &Sums,
        others: &[Placement],
    ) -> Option<(Rect, (Px, Px))> {
        let (w, h) = ((width / CELL).ceil() as usize, (height / CELL).ceil() as usize);
        let air = (AIR / CELL).ceil() as usize;
        let around = (BUSY_AIR / CELL).ceil() as usize;
        let mut best: Option<(f64, Rect, (Px, Px))> = None;
        for row in (0..self.rows.saturating_sub(h)).step_by(STEP) {
            for column in (0..self.columns.saturating_sub(w)).step_by(STEP) {
                let rect = Rect {
                    x: self.map.x + column as f64 * CELL,
                    y: self.map.y + row as f64 * CELL,
                    width,
                    height,
                };
                let end = docked(rect, point);
                let length = distance(point, end);
                if length >= best.map_or(LONGEST_LEADER, |(cost, _, _)| cost)
                    || taken.count_with_air(column, row, w, h, air) > 0
                    || self.busy.count_with_air(column, row, w, h, around) > 0
                {
                    continue;
                }
                let leader = (point, end);
                let cost = length + 2.0 * self.foreign(area, leader);
                let free = others.iter().all(|other| {
                    let apart = other.rect().is_none_or(|r| {
                        !r.overlaps(rect.grown(2.0 * AIR)) && !crosses(r.grown(AIR), leader)
                    });
                    let uncrossed = match other {
                        Placement::Outside { leader: l, .. } => {
                            !intersect(*l, leader) && !crosses(rect.grown(AIR), *l)
                        }
                        _ => true,
                    };
                    apart && uncrossed
                });
                if free && cost < best.map_or(LONGEST_LEADER, |(cost, _, _)| cost) {
                    best = Some((cost, rect, leader));
                }
            }
        }
        best.map(|(_, rect, leader)| (rect, leader))
    }

    /// Pixels of the line over the ground of other areas.
    fn foreign(&self, area: usize, line: (Px, Px)) -> f64 {
        let mark = area as u32 + 1;
        let others = walked(line).filter(|p| {
            let at = (*p - px(self.map.x, self.map.y)) / CELL;
            let (column, row) = (at.x.max(0.0) as usize, at.y.max(0.0) as usize);
            let cell = row * self.columns + column;
            column < self.columns && self.owner.get(cell).is_some_and(|&o| o != 0 && o != mark)
        });
        others.count() as f64 * CELL
    }
}

/// One area on the grid.
struct Own {
    sums: Sums,
    /// Mean of its cells, in cells.
    middle: Px,
    /// First and last column, first and last row.
    reach: [usize; 4],
    /// The point with most of the area around it, on the page.
    pole: Px,
}

fn distance(a: Px, b: Px) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// Where a line from `point` meets a label: the middle of its nearest side.
fn docked(rect: Rect, point: Px) -> Px {
    let middle = rect.centre();
    let gap = 3.0;
    if point.x < rect.x {
        px(rect.x - gap, middle.y)
    } else if point.x > rect.right() {
        px(rect.right() + gap, middle.y)
    } else if point.y < rect.y {
        px(middle.x, rect.y - gap)
    } else {
        px(middle.x, rect.bottom() + gap)
    }
}

/// Points along a line, a cell apart.
pub fn walked((a, b): (Px, Px)) -> impl Iterator<Item = Px> {
    let steps = (distance(a, b) / CELL).ceil().max(1.0);
    (0..=steps as u32).map(move |i| a + (b - a) * (f64::from(i) / steps))
}

fn crosses(rect: Rect, line: (Px, Px)) -> bool {
    walked(line).any(|p| rect.contains(p))
}

fn intersect((a, b): (Px, Px), (c, d): (Px, Px)) -> bool {
    let side = |p: Px, q: Px, r: Px| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crs::Area;
    use crate::drawing::map::text::regular;
    use geo::{Coord, MultiPolygon, polygon};

    const MAP: Rect = Rect { x: 10.0, y: 20.0, width: 400.0, height: 300.0 };

    fn block(x: f64, y: f64, w: f64, h: f64) -> Outline {
        let p = polygon![(x: x, y: y), (x: x + w, y: y), (x: x + w, y: y + h), (x: x, y: y + h)];
        let area = Area::from_metres(MultiPolygon(vec![p])).unwrap();
        Outline::new(&area, |c: Coord<f64>| c)
    }

    fn tags(name: &str) -> Vec<Tag> {
        vec![Tag { lines: vec![(name.to_owned(), regular(14.0))], bar: Some(70.0) }]
    }

    #[test]
    fn a_label_goes_inside_and_near_the_middle() {
        let wide = [block(110.0, 120.0, 200.0, 100.0)];
        let placed = Ownership::new(MAP, &wide, &[]).place(&[tags("Åmål")]);
        let Placement::Inside { rect, .. } = placed[0] else { panic!("{placed:?}") };
        assert!(distance(rect.centre(), px(210.0, 170.0)) < 5.0, "{rect:?}");
    }

    #[test]
    fn a_label_leaves_points_visible_where_it_can() {
        let wide = [block(110.0, 120.0, 200.0, 100.0)];
        let busy = [(px(210.0, 170.0), 1), (px(215.0, 165.0), 1)];
        let placed = Ownership::new(MAP, &wide, &busy).place(&[tags("Åmål")]);
        let rect = placed[0].rect().expect("placed");
        assert!(busy.iter().all(|(p, _)| !rect.contains(*p)), "{rect:?}");
    }

    #[test]
    fn a_small_area_has_its_label_beside_it() {
        let areas = [block(110.0, 120.0, 30.0, 30.0), block(140.0, 120.0, 30.0, 30.0)];
        let placed = Ownership::new(MAP, &areas, &[]).place(&[tags("Sotenäs"), tags("Lysekil")]);
        let rects: Vec<Rect> = placed.iter().filter_map(Placement::rect).collect();
        assert_eq!(rects.len(), 2);
        assert!(!rects[0].overlaps(rects[1]), "{placed:?}");
        let land = Rect { x: 110.0, y: 120.0, width: 60.0, height: 30.0 };
        assert!(rects.iter().all(|rect| !rect.overlaps(land)), "{placed:?}");
    }

    #[test]
    fn without_room_there_is_a_point_for_a_number() {
        // A speck in the middle of another area that fills the map.
        let areas = [block(10.0, 20.0, 400.0, 300.0), block(200.0, 150.0, 20.0, 20.0)];
        let owned = Ownership::new(MAP, &areas, &[]);
        let placed = owned.place(&[tags("Stor"), tags("Liten")]);
        let Placement::Nowhere { point } = placed[1] else { panic!("{placed:?}") };
        assert!(distance(point, px(210.0, 160.0)) < 3.0, "{point:?}");
        let big = placed[0].rect().expect("placed");
        let badge = owned.badge(point, 20.0, &[big]);
        assert!(!badge.overlaps(big));
    }
}
