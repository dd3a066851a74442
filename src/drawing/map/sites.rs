//! A map of sites: what is wrong at every site, or what an outage takes from it, worst on top.

use std::collections::BTreeMap;

use geo::{BooleanOps, MultiPolygon};

use crate::crs::Area;
use crate::drawing::map::frame::{Arrangement, COLUMN, Frame, Ground};
use crate::drawing::map::furniture::{Block, NOTE, ROW_PITCH, entry, header, page};
use crate::drawing::map::label::{Ownership, Placement, Tag, walked};
use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::outline::Outline;
use crate::drawing::map::place::{Px, Rect, px};
use crate::drawing::map::text::{clean, regular, wrapped};
use crate::drawing::map::{Hit, MapAbout, MapSite, MapSpan, NamedArea, SiteClass};
use crate::drawing::palette::{FAILED, HIT, INK, LAND, MUTED, PAPER, RULE, SPAN, Shape};
use crate::model::site::SiteKind;
use crate::words::Words;
use crate::words::key::{self, form};

/// With more municipalities than this, their names are left out.
const MOST_NAMES: usize = 25;

/// How often a condition occurs, in all and by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    all: usize,
    kinds: BTreeMap<SiteKind, usize>,
}

/// A municipality's name where it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    tag: Tag,
    rect: Rect,
    leader: Option<(Px, Px)>,
}

/// A cable on the page, cut at the edges of the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Cable {
    path: Vec<Px>,
    marked: bool,
}

/// Every decision about one map of sites.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene<C> {
    frame: Frame,
    outlines: Vec<Outline>,
    names: Vec<Name>,
    /// The areas that are hit, as far as they lie on the map.
    hit: Vec<Outline>,
    /// Those that stand out last, on top.
    cables: Vec<Cable>,
    /// The nodes and masts that have failed, from north to south.
    failed: Vec<Px>,
    /// Worst last, on top.
    sites: Vec<(C, Px)>,
    radius: f64,
    /// Worst first.
    legend: Vec<(C, Count)>,
    off_map: usize,
}

impl<C: SiteClass> Scene<C> {
    /// Decides everything; `None` without any municipality.
    pub fn decide(
        areas: &[NamedArea],
        sites: &[MapSite<C>],
        spans: &[MapSpan],
        hit: &Hit,
        about: &MapAbout,
    ) -> Option<Self> {
        let ground = Ground::of(areas.iter().map(|area| area.area))?;
        let frame = Frame::new(ground, |page_width| header(about, page_width).1);
        let outlines: Vec<Outline> = areas
            .iter()
            .map(|area| Outline::new(area.area, |metres| frame.place(metres)))
            .collect();
        let placed: Vec<(MapSite<C>, Px)> =
            sites.iter().map(|site| (*site, frame.place(site.place.coord()))).collect();
        let legend = C::ALL
            .iter()
            .map(|&condition| {
                let mut count = Count::default();
                for site in sites.iter().filter(|site| site.condition == condition) {
                    count.all += 1;
                    *count.kinds.entry(site.kind).or_default() += 1;
                }
                (condition, count)
            })
            .collect();
        let mut on_map: Vec<(C, Px)> = placed
            .iter()
            .filter(|(_, at)| frame.map.contains(*at))
            .map(|(site, at)| (site.condition, *at))
            .collect();
        let off_map = sites.len() - on_map.len();
        // Among equals from north to south, so that the order of the rows does not show.
        on_map
            .sort_by(|(a, p), (b, q)| b.cmp(a).then(p.y.total_cmp(&q.y)).then(p.x.total_cmp(&q.x)));
        let mut cables: Vec<Cable> = spans
            .iter()
            .flat_map(|span| {
                let route: Vec<Px> = span.route.coords().map(|c| frame.place(*c)).collect();
                let marked = span.marked;
                clipped(&route, frame.map).into_iter().map(move |path| Cable { path, marked })
            })
            .collect();
        cables.sort_by_key(|cable| cable.marked);
        let mut failed: Vec<Px> = hit.points.iter().map(|p| frame.place(p.coord())).collect();
        failed.retain(|at| frame.map.contains(*at));
        failed.sort_by(|p, q| p.y.total_cmp(&q.y).then(p.x.total_cmp(&q.x)));
        let ground = MultiPolygon::from(frame.ground_on_map().to_polygon());
        let hit = hit
            .areas
            .iter()
            .filter_map(|area| Area::from_metres(area.polygons().intersection(&ground)))
            .map(|area| Outline::new(&area, |metres| frame.place(metres)))
            .collect();
        // A name may cross a cable rather than hide under a site.
        let on_cables = cables.iter().flat_map(|cable| cable.path.windows(2));
        let busy: Vec<(Px, u32)> = on_map
            .iter()
            .map(|(_, at)| (*at, 40))
            .chain(failed.iter().map(|at| (*at, 20)))
            .chain(on_cables.flat_map(|pair| walked((pair[0], pair[1]))).map(|at| (at, 1)))
            .collect();
        let names = names(areas, &outlines, &busy, frame.map);
        let radius = match on_map.len() {
            0..=400 => 6.4,
            401..=1500 => 5.2,
            _ => 3.6,
        };
        Some(Self {
            frame,
            outlines,
            names,
            hit,
            cables,
            failed,
            sites: on_map,
            radius,
            legend,
            off_map,
        })
    }

    /// The page.
    pub fn drawing(&self, about: &MapAbout) -> Drawing {
        page(about, &self.frame, self.map(), self.blocks(about.words), None)
    }

    fn map(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for ring in self.outlines.iter().flat_map(Outline::fills) {
            marks.push(Mark::Fill { ring, colour: LAND });
        }
        for ring in self.outlines.iter().flat_map(Outline::borders) {
            marks.push(Mark::Line { path: ring, width: 1.0, colour: RULE });
        }
        for area in &self.hit {
            marks.extend(hatched(area));
        }
        for cable in &self.cables {
            marks.push(line_of::<C>(cable.path.clone(), cable.marked));
        }
        for name in &self.names {
            if let Some((from, to)) = name.leader {
                marks.push(Mark::line(from, to, 0.8, MUTED));
            }
            let mut y = name.rect.y;
            for (text, face) in &name.tag.lines {
                y += Tag::pitch(*face);
                let at = px(name.rect.centre().x, y - 0.33 * face.size);
                marks.push(Mark::text(at, *face, MUTED, text.clone()).anchored(Anchor::Middle));
            }
        }
        for at in &self.failed {
            marks.extend(failed_sign(*at));
        }
        for (condition, at) in &self.sites {
            marks.extend(sign(*condition, *at, self.radius));
        }
        marks
    }

    fn blocks(&self, words: Words) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut block = Block::headed(&words.say(key::MapSites));
        for (i, (condition, count)) in self.legend.iter().enumerate() {
            // Side by side they leave less white under the map.
            if i == 3 && self.frame.arrangement == Arrangement::Below {
                blocks.push(std::mem::replace(&mut block, Block::continued()));
            }
            let text = words.code(*condition);
            let drawn = sign(*condition, px(14.0, 0.0), 6.4);
            let colour = if count.all == 0 { MUTED } else { INK };
            block.row(ROW_PITCH, entry(drawn, &text, Some(count.all), colour));
            let kinds = count.kinds.iter().map(|(kind, n)| so_many(words, *kind, *n));
            let kinds = kinds.collect::<Vec<_>>().join(", ");
            for line in wrapped(&kinds, NOTE, COLUMN - 44.0, 3) {
                block.height += 17.0;
                let at = px(44.0, block.height - 7.0);
                block.marks.push(Mark::text(at, NOTE, MUTED, line));
            }
            block.height += 5.0;
        }
        block.note(&C::note(words));
        if self.off_map > 0 {
            block.note(&words.say(key::MapOffMap { count: self.off_map }));
        }
        blocks.push(block);
        if !(self.cables.is_empty() && self.failed.is_empty() && self.hit.is_empty()) {
            let mut block = Block::headed(&words.say(key::MapNetwork));
            let there = |marked| self.cables.iter().any(|cable| cable.marked >= marked);
            let cables = [(words.say(key::MapCable), false), (C::marked_span(words), true)];
            for (text, marked) in cables.into_iter().filter(|&(_, marked)| there(marked)) {
                let sample = line_of::<C>(vec![px(0.0, 0.0), px(30.0, 0.0)], marked);
                block.row(ROW_PITCH, entry(vec![sample], &text, None, INK));
            }
            if !self.failed.is_empty() {
                let sign = failed_sign(px(14.0, 0.0));
                block.row(
                    ROW_PITCH,
                    entry(sign, &words.say(key::MapPointFailed), Some(self.failed.len()), INK),
                );
            }
            if !self.hit.is_empty() {
                let swatch = Rect { x: 0.0, y: -8.0, width: 30.0, height: 16.0 };
                let sample = hatched(&Outline::rect(swatch));
                block.row(ROW_PITCH, entry(sample, &words.say(key::MapAreaHit), None, INK));
            }
            blocks.push(block);
        }
        blocks
    }
}

fn line_of<C: SiteClass>(path: Vec<Px>, marked: bool) -> Mark {
    // Thickness says it too, for grey print.
    let (width, colour) = if marked { (2.6, C::MARKED_SPAN) } else { (1.0, SPAN) };
    Mark::Line { path, width, colour }
}

fn hatched(area: &Outline) -> Vec<Mark> {
    let mut marks = area.hatching(9.0, 0.9, HIT);
    marks.extend(area.borders().map(|path| Mark::Line { path, width: 1.3, colour: HIT }));
    marks
}

/// The mark of a node or mast that has failed: a square with a cross in it, too small to hide a
/// site.
fn failed_sign(at: Px) -> Vec<Mark> {
    let square = |half: f64, colour| {
        let rect = Rect { x: at.x - half, y: at.y - half, width: 2.0 * half, height: 2.0 * half };
        Mark::rect(rect, colour)
    };
    let ends = [px(2.3, 2.3), px(2.3, -2.3)];
    let strokes = ends.map(|end| Mark::line(at - end, at + end, 1.2, PAPER));
    [square(5.2, PAPER), square(4.2, FAILED)].into_iter().chain(strokes).collect()
}

/// The mark of a site: a white rim that keeps neighbours apart, a dark edge, the colour.
fn sign<C: SiteClass>(condition: C, at: Px, radius: f64) -> Vec<Mark> {
    let colour = condition.colour();
    let edge = colour.mixed_with(INK, 0.55);
    let disc = |radius: f64, colour| Mark::Disc { centre: at, radius, colour };
    let fill = |corners: &[(f64, f64)], grown: f64, colour| {
        let corner = |(x, y): &(f64, f64)| at + px(*x, *y) * (radius + grown);
        Mark::Fill { ring: corners.iter().map(corner).collect(), colour }
    };
    let filled = |corners: &[(f64, f64)], rim: f64| {
        vec![
            fill(corners, rim, PAPER),
            fill(corners, rim - 1.5, edge),
            fill(corners, rim - 3.2, colour),
        ]
    };
    match condition.shape() {
        Shape::Cross => {
            let arm = radius * 0.82;
            let stroke = |width: f64, colour| {
                let ends = [px(arm, arm), px(arm, -arm)];
                ends.map(|end| Mark::line(at - end, at + end, width, colour))
            };
            let (rim, cross) = (radius * 0.45 + 2.6, radius * 0.45);
            stroke(rim, PAPER).into_iter().chain(stroke(cross, colour)).collect()
        }
        Shape::Triangle => filled(&[(0.0, -1.05), (0.98, 0.72), (-0.98, 0.72)], 2.6),
        Shape::Square => filled(&[(-0.78, -0.78), (0.78, -0.78), (0.78, 0.78), (-0.78, 0.78)], 1.6),
        Shape::Ring => vec![
            disc(radius * 0.8 + 1.2, PAPER),
            disc(radius * 0.8, colour),
            disc(radius * 0.8 - 1.6, PAPER),
        ],
        Shape::Bar => {
            let arm = px(radius * 0.8, 0.0);
            let bar = |width: f64, grown: Px, colour| {
                Mark::line(at - arm - grown, at + arm + grown, width, colour)
            };
            vec![
                bar(radius * 0.5 + 2.4, px(0.3, 0.0), PAPER),
                bar(radius * 0.5, px(0.0, 0.0), colour),
            ]
        }
        Shape::Dot => vec![disc(radius * 0.55 + 0.9, PAPER), disc(radius * 0.55, colour)],
    }
}

fn names(areas: &[NamedArea], outlines: &[Outline], busy: &[(Px, u32)], map: Rect) -> Vec<Name> {
    if areas.len() > MOST_NAMES {
        return Vec::new();
    }
    let forms: Vec<Vec<Tag>> = areas
        .iter()
        .map(|area| {
            let name = clean(area.name);
            let tags = [(13.0, 180.0), (13.0, 90.0), (11.0, 80.0)].map(|(size, room)| {
                let face = regular(size);
                let lines = wrapped(&name, face, room, 2).into_iter();
                Tag { lines: lines.map(|line| (line, face)).collect(), bar: None }
            });
            tags.into()
        })
        .collect();
    let placed = Ownership::new(map, outlines, busy).place(&forms);
    let placed = placed.into_iter().zip(forms).filter_map(|(placement, forms)| match placement {
        Placement::Inside { form, rect } => {
            Some(Name { tag: forms[form].clone(), rect, leader: None })
        }
        Placement::Outside { form, rect, leader } => {
            Some(Name { tag: forms[form].clone(), rect, leader: Some(leader) })
        }
        Placement::Nowhere { .. } => None,
    });
    placed.collect()
}

/// The stretches of a route that lie on the map.
fn clipped(route: &[Px], map: Rect) -> Vec<Vec<Px>> {
    let mut paths: Vec<Vec<Px>> = Vec::new();
    for pair in route.windows(2) {
        let Some((from, to)) = clipped_line(pair[0], pair[1], map) else { continue };
        match paths.last_mut() {
            Some(path) if path.last() == Some(&from) => path.push(to),
            _ => paths.push(vec![from, to]),
        }
    }
    paths
}

/// The part of a straight line inside a rectangle (Liang and Barsky, 1984).
fn clipped_line(a: Px, b: Px, rect: Rect) -> Option<(Px, Px)> {
    let along = b - a;
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (step, room) in [
        (-along.x, a.x - rect.x),
        (along.x, rect.right() - a.x),
        (-along.y, a.y - rect.y),
        (along.y, rect.bottom() - a.y),
    ] {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    let at = |share: f64| {
        if share == 0.0 {
            a
        } else if share == 1.0 {
            b
        } else {
            a + along * share
        }
    };
    (enter <= leave).then(|| (at(enter), at(leave)))
}

/// So many of a kind of site: `1 skola`, `12 särskilda boenden`.
fn so_many(words: Words, kind: SiteKind, count: usize) -> String {
    let text = match kind {
        SiteKind::Other => words.say(key::MapOtherSites { count }),
        _ => {
            let (one, many) = (words.code(kind), words.form(kind, form::Plural));
            words.say(key::CountOf { count, one, many })
        }
    };
    // The number stays on the line of what it counts.
    text.replace(' ', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crs::Projected;
    use crate::drawing::map::testing::{about, assert_in_order, block};
    use crate::drawing::palette::{ServiceLost, SiteCondition};
    use geo::line_string;

    fn site<C>(easting: f64, northing: f64, condition: C) -> MapSite<C> {
        let place = Projected::from_metres(easting, northing).unwrap();
        MapSite { place, kind: SiteKind::School, condition }
    }

    #[test]
    fn the_worst_is_drawn_last_and_every_site_is_counted() {
        let area = block(0.0, 0.0, 1e4, 1e4);
        let areas = [NamedArea { name: "Tanum", area: &area }];
        let sites = [
            site(5e3, 5e3, SiteCondition::Unconnected),
            site(5e3, 5e3, SiteCondition::NothingFound),
            site(9e7, 5e3, SiteCondition::Unknown),
        ];
        let scene = Scene::decide(&areas, &sites, &[], &Hit::default(), &about("T")).unwrap();
        let order: Vec<_> = scene.sites.iter().map(|(condition, _)| *condition).collect();
        assert_eq!(order, [SiteCondition::NothingFound, SiteCondition::Unconnected]);
        assert_eq!(scene.off_map, 1);
        let counts: Vec<usize> = scene.legend.iter().map(|(_, count)| count.all).collect();
        assert_eq!(counts, [1, 0, 0, 1, 1]);
        assert_in_order(&scene.drawing(&about("T")));
    }

    #[test]
    fn cables_end_at_the_edge_of_the_map_and_single_points_lie_on_top() {
        let area = block(0.0, 0.0, 1e4, 1e4);
        let areas = [NamedArea { name: "Tanum", area: &area }];
        let far = line_string![(x: -9e5, y: 5e3), (x: 5e3, y: 5e3), (x: 5e3, y: 9e5)];
        let near = line_string![(x: 1e3, y: 1e3), (x: 2e3, y: 2e3)];
        let spans =
            [MapSpan { route: &far, marked: true }, MapSpan { route: &near, marked: false }];
        let scene =
            Scene::<SiteCondition>::decide(&areas, &[], &spans, &Hit::default(), &about("T"))
                .unwrap();
        assert_eq!(scene.cables.len(), 2);
        assert!(scene.cables[1].marked);
        let map = scene.frame.map.grown(1e-6);
        assert!(scene.cables.iter().flat_map(|c| &c.path).all(|p| map.contains(*p)));
    }

    #[test]
    fn an_outage_shows_what_fails_and_cuts_its_area_at_the_edge() {
        let area = block(0.0, 0.0, 1e4, 1e4);
        let areas = [NamedArea { name: "Tanum", area: &area }];
        let storm = [block(5e3, 5e3, 1e7, 1e7), block(-9e6, 0.0, 1.0, 1.0)];
        let at = |x, y| Projected::from_metres(x, y).unwrap();
        let hit = Hit { points: vec![at(5e3, 5e3), at(1e7, 0.0)], areas: &storm };
        let sites = [site(2e3, 2e3, ServiceLost::HadNone), site(6e3, 6e3, ServiceLost::All)];
        let scene = Scene::decide(&areas, &sites, &[], &hit, &about("T")).unwrap();
        assert_eq!((scene.failed.len(), scene.hit.len()), (1, 1));
        let map = scene.frame.map.grown(0.5);
        assert!(scene.hit[0].borders().flatten().all(|p| map.contains(p)));
        let order: Vec<_> = scene.sites.iter().map(|(lost, _)| *lost).collect();
        assert_eq!(order, [ServiceLost::HadNone, ServiceLost::All]);
        assert_in_order(&scene.drawing(&about("T")));
    }

    #[test]
    fn names_keep_clear_of_sites() {
        let area = block(0.0, 0.0, 1e4, 1e4);
        let areas = [NamedArea { name: "Tanum", area: &area }];
        let sites = [site(5e3, 5e3, SiteCondition::SinglePoint)];
        let scene = Scene::decide(&areas, &sites, &[], &Hit::default(), &about("T")).unwrap();
        assert!(!scene.names[0].rect.grown(6.0).contains(scene.sites[0].1), "{:?}", scene.names);
    }
}
