//! The score map: which municipality has which class, and how certain that is.

use crate::drawing::map::frame::{Arrangement, COLUMN, Frame, Ground};
use crate::drawing::map::furniture::{
    Block, LIST_PITCH, NOTE, ROW, ROW_PITCH, centred, entry, header, page,
};
use crate::drawing::map::interval::Interval;
use crate::drawing::map::label::{Ownership, Placement, Tag};
use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::outline::Outline;
use crate::drawing::map::place::{Px, Rect, px};
use crate::drawing::map::text::{bold, clean, regular, shortened, width, wrapped};
use crate::drawing::map::tone::{Entry, FINE_LINES, LINES, Tone};
use crate::drawing::map::{MapAbout, ScoredArea};
use crate::drawing::palette::{INK, MUTED, PAPER, ScoreClass};
use crate::report::services_ready::services_ready_short;
use crate::report::shown::WIDE;
use crate::units::Score;
use crate::words::{Words, key};

/// With more municipalities than this, labels give way to numbers, and numbers to plain colours.
const MOST_LABELS: usize = 25;
const MOST_NUMBERS: usize = 60;
/// Size of a number's disc.
const BADGE: f64 = 22.0;

/// How much is said inside the municipalities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Name, score and interval.
    Labels,
    /// A number, explained in a list.
    Numbers,
    /// Nothing but the colour, and a dot where the class is uncertain.
    Colours,
}

/// A municipality on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Municipality {
    name: String,
    interval: Interval,
    /// How many services are ready, where any is needed.
    services: Option<String>,
    tone: Tone,
    outline: Outline,
}

/// A label where it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Index of its municipality.
    area: usize,
    tag: Tag,
    rect: Rect,
    leader: Option<(Px, Px)>,
}

/// A number where it is drawn, and the place it points to where it had to give way.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Index of its municipality.
    area: usize,
    rect: Rect,
    point: Px,
}

/// Every decision about one score map.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    frame: Frame,
    detail: Detail,
    areas: Vec<Municipality>,
    labels: Vec<Label>,
    /// In the order of the list: the first is number 1.
    numbers: Vec<Number>,
    /// How many municipalities each class has, best class first; then those between two classes,
    /// and those without a score.
    legend: Vec<(Entry, usize)>,
}

impl Scene {
    /// Decides everything; `None` without any municipality.
    pub fn decide(areas: &[ScoredArea], about: &MapAbout) -> Option<Self> {
        let ground = Ground::of(areas.iter().map(|area| area.area))?;
        let frame = Frame::new(ground, |page_width| header(about, page_width).1);
        let detail = match areas.len() {
            0..=MOST_LABELS => Detail::Labels,
            n if n <= MOST_NUMBERS => Detail::Numbers,
            _ => Detail::Colours,
        };
        let mut ranked: Vec<&ScoredArea> = areas.iter().collect();
        ranked.sort_by_key(|area| (area.rank.is_none(), area.rank, area.code));
        let areas: Vec<Municipality> = ranked
            .into_iter()
            .map(|area| {
                let interval = Interval { score: area.score, low: area.low, high: area.high };
                Municipality {
                    name: clean(area.name),
                    interval,
                    services: services_ready_short(about.words, area.services),
                    tone: Tone::of(interval.shown()),
                    outline: Outline::new(area.area, |metres| frame.place(metres)),
                }
            })
            .collect();
        let classes = ScoreClass::ALL.into_iter().rev().map(Entry::Class);
        let count = |entry: Entry| {
            (entry, areas.iter().filter(|area| Entry::of(area.tone) == entry).count())
        };
        let legend = classes
            .chain([Entry::Between, Entry::Nothing])
            .map(count)
            .filter(|(entry, count)| matches!(entry, Entry::Class(_)) || *count > 0)
            .collect();
        let (labels, numbers) = match detail {
            Detail::Colours => (Vec::new(), Vec::new()),
            _ => place(&areas, &frame, detail, about.words),
        };
        Some(Self { frame, detail, areas, labels, numbers, legend })
    }

    /// The page.
    pub fn drawing(&self, about: &MapAbout) -> Drawing {
        let words = about.words;
        let mut blocks = self.blocks(words);
        let heading = words.say(key::MapNumbered);
        let rows = self.list();
        let used: f64 = blocks.iter().map(|block| block.height + 34.0).sum();
        let list_height = 60.0 + LIST_PITCH * rows.len() as f64;
        let fits_beside = used + list_height + 90.0 <= self.frame.map.height
            && self.frame.arrangement == Arrangement::Beside;
        let list = if rows.is_empty() {
            None
        } else if fits_beside {
            let mut block = Block::headed(&heading);
            rows.into_iter().for_each(|row| block.row(LIST_PITCH, row));
            blocks.push(block);
            None
        } else {
            Some((heading.as_str(), rows))
        };
        page(about, &self.frame, self.map(), blocks, list)
    }

    fn map(&self) -> Vec<Mark> {
        let fine = self.detail == Detail::Colours;
        // The coast: drawn first and wide, so that the fills leave only its outer half.
        let coast = if fine { 2.0 } else { 3.2 };
        let lined = self.areas.iter().any(|area| matches!(area.tone, Tone::Between(..)));
        // Lines that meet from both sides hide a border of a pixel.
        let border = match (fine, lined) {
            (true, _) => 0.5,
            (false, true) => 1.4,
            (false, false) => 1.0,
        };
        let mut marks = Vec::new();
        for ring in self.areas.iter().flat_map(|area| area.outline.borders()) {
            marks.push(Mark::Line { path: ring, width: coast, colour: MUTED });
        }
        for area in &self.areas {
            let colour = area.tone.ground();
            marks.extend(area.outline.fills().map(|ring| Mark::Fill { ring, colour }));
            let lines = if fine { FINE_LINES } else { LINES };
            marks.extend(area.tone.across(&area.outline, lines));
        }
        for ring in self.areas.iter().flat_map(|area| area.outline.borders()) {
            marks.push(Mark::Line { path: ring, width: border, colour: PAPER });
        }
        if fine {
            marks.extend(self.uncertain_dots());
        }
        for label in &self.labels {
            marks.extend(self.label(label));
        }
        for (number, mark) in (1..).zip(&self.numbers) {
            let centre = mark.rect.centre();
            if !mark.rect.contains(mark.point) {
                marks.push(Mark::Disc { centre: mark.point, radius: 2.4, colour: INK });
                marks.push(Mark::line(mark.point, centre, 1.0, INK));
            }
            marks.extend(badge(centre, number));
        }
        marks
    }

    fn uncertain_dots(&self) -> Vec<Mark> {
        let uncertain = self
            .areas
            .iter()
            .filter(|area| matches!(area.tone, Tone::Class(_)) && area.interval.crosses_a_limit());
        let outlines: Vec<Outline> = uncertain.clone().map(|area| area.outline.clone()).collect();
        let middles = Ownership::new(self.frame.map, &outlines, &[]).middles(outlines.len());
        uncertain
            .zip(middles)
            .map(|(area, centre)| {
                let colour = area.tone.ground().ink();
                Mark::Disc { centre, radius: DOT, colour }
            })
            .collect()
    }

    fn label(&self, label: &Label) -> Vec<Mark> {
        let area = &self.areas[label.area];
        let rect = label.rect;
        let ground = if label.leader.is_some() { PAPER } else { area.tone.ground() };
        let ink = ground.ink();
        let mut marks = Vec::new();
        if let Some((from, to)) = label.leader {
            marks.push(Mark::line(from, to, 1.0, INK));
            marks.push(Mark::Disc { centre: from, radius: 2.6, colour: INK });
        } else if !area.tone.is_plain() {
            marks.push(Mark::rect(rect.grown(3.0), ground));
        }
        let middle = rect.centre().x;
        let mut y = rect.y;
        for (text, face) in &label.tag.lines {
            y += Tag::pitch(*face);
            let at = px(middle, y - 0.33 * face.size);
            marks.push(Mark::text(at, *face, ink, text.clone()).anchored(Anchor::Middle));
        }
        if let Some(length) = label.tag.bar {
            let at = px(middle - length / 2.0, y + 6.0);
            marks.extend(area.interval.bar(at, length, ink, ground));
        }
        marks
    }

    fn blocks(&self, words: Words) -> Vec<Block> {
        let mut blocks = vec![self.class_block(words)];
        if self.detail == Detail::Colours {
            blocks[0].note(&words.say(key::MapSeeTable));
        } else {
            blocks.push(self.interval_block(words));
        }
        blocks
    }

    fn class_block(&self, words: Words) -> Block {
        let mut block = Block::headed(&words.say(key::MapScoreClasses));
        let counted = words.say(key::MapScoreClassesCounted);
        let at = px(COLUMN, block.height - 11.0);
        block.marks.push(Mark::text(at, NOTE, MUTED, counted).anchored(Anchor::End));
        for (kind, count) in &self.legend {
            let swatch = Rect { x: 0.0, y: -8.5, width: 32.0, height: 17.0 };
            let (tone, text) = match kind {
                Entry::Class(class) => {
                    let (low, high) = class.limits();
                    (Tone::Class(*class), format!("{low}–{high}"))
                }
                Entry::Between => {
                    let [_, low, _, high, _] = ScoreClass::ALL;
                    (Tone::Between(low, high), words.say(key::MapBetweenClasses))
                }
                Entry::Nothing => (Tone::Nothing, words.say(key::MapNoScoreClass)),
            };
            let mut sign = vec![Mark::rect(swatch, tone.ground())];
            sign.extend(tone.across(&Outline::rect(swatch), LINES));
            let colour = if *count == 0 { MUTED } else { INK };
            let mut marks = entry(sign, &text, Some(*count), colour);
            let mut edge = swatch.ring();
            edge.push(edge[0]);
            marks.push(Mark::Line { path: edge, width: 0.7, colour: MUTED });
            block.row(ROW_PITCH, marks);
        }
        if self.detail == Detail::Colours {
            let dot = Mark::Disc { centre: px(16.0, 0.0), radius: DOT, colour: INK };
            let lines = wrapped(&words.say(key::MapClassUncertain), NOTE, COLUMN - 44.0, 3);
            let mut marks = vec![dot];
            for (i, line) in lines.iter().enumerate() {
                let at = px(44.0, centred(NOTE) + 17.0 * i as f64);
                marks.push(Mark::text(at, NOTE, INK, line.clone()));
            }
            block.row(ROW_PITCH, marks);
            block.height += 17.0 * (lines.len() as f64 - 1.0);
        }
        if self.legend.iter().any(|(entry, _)| *entry == Entry::Between) {
            block.note(&words.say(key::MapAtLeastAtMost));
        }
        block.note(&words.say(key::MapDarkerIsBetter));
        block
    }

    /// How to read the bar in a label, on an example.
    fn interval_block(&self, words: Words) -> Block {
        let mut block = Block::headed(&words.say(key::MapIntervalHeading));
        let of = |value: f64| Score::clamped(value).expect("a finite constant");
        let example = Interval { score: Some(of(61.0)), low: of(55.0), high: of(70.0) };
        let length = 160.0;
        let mut marks = example.bar(px(4.0, 0.0), length, INK, PAPER);
        for (value, text) in [(0.0, "0"), (100.0, "100")] {
            let at = px(4.0 + length * value / 100.0, 20.0);
            marks.push(Mark::text(at, NOTE, MUTED, text).anchored(Anchor::Middle));
        }
        marks.push(Mark::text(px(190.0, centred(ROW)), ROW, INK, example.text("")));
        block.row(22.0, marks);
        block.height += 16.0;
        block.note(&words.say(key::MapInterval));
        if self.legend.iter().any(|(entry, _)| *entry == Entry::Between) {
            let wide = Interval { score: Some(of(67.0)), low: of(40.0), high: of(80.0) };
            let mut marks = wide.bar(px(4.0, 0.0), length, INK, PAPER);
            marks.push(Mark::text(px(190.0, centred(ROW)), ROW, INK, wide.text("")));
            block.height += 6.0;
            block.row(22.0, marks);
            block.note(&words.say(key::MapWideInterval { wide: WIDE }));
        }
        if self.labels.iter().any(|label| self.areas[label.area].services.is_some()) {
            block.note(&words.say(key::MapServicesReady));
        }
        block
    }

    /// The rows that explain the numbers on the map.
    fn list(&self) -> Vec<Vec<Mark>> {
        let face = regular(13.0);
        let y = centred(face);
        let row = |(number, mark): (usize, &Number)| {
            let area = &self.areas[mark.area];
            let name = shortened(&area.name, face, 112.0);
            let number = Mark::text(px(20.0, y), bold(13.0), INK, number.to_string());
            let mut marks = vec![
                number.anchored(Anchor::End),
                Mark::text(px(30.0, y), face, INK, name),
                Mark::text(px(148.0, y), face, INK, area.interval.text("–")),
            ];
            marks.extend(area.interval.bar(px(240.0, 0.0), 58.0, INK, PAPER));
            marks
        };
        (1..).zip(&self.numbers).map(row).collect()
    }
}

/// Radius of the dot of an uncertain class.
const DOT: f64 = 1.8;

fn badge(centre: Px, number: usize) -> [Mark; 3] {
    let face = bold(11.5);
    let at = centre + px(0.0, centred(face));
    [
        Mark::Disc { centre, radius: BADGE / 2.0 - 0.6, colour: INK },
        Mark::Disc { centre, radius: BADGE / 2.0 - 1.6, colour: PAPER },
        Mark::text(at, face, INK, number.to_string()).anchored(Anchor::Middle),
    ]
}

/// The forms a label may take, from the one that reads best to the smallest.
fn forms(area: &Municipality, count: usize, words: Words) -> Vec<Tag> {
    let value = area.interval.text(&words.say(key::MapNoScore));
    let largest = match count {
        0..=2 => 22.0,
        3..=8 => 17.0,
        _ => 14.5,
    };
    let sizes = [largest, 12.5].map(|name| (bold(name), regular(name * 0.94), name * 5.6));
    let mut forms = Vec::new();
    // Where there is no room for the services, the score stands alone.
    let with = area.services.iter().flat_map(|text| sizes.map(|size| (Some(text), size)));
    for (services, (name, score, bar)) in with.chain(sizes.map(|size| (None, size))) {
        let services = services.map(|text| (text.clone(), regular(score.size * 0.88)));
        // On one line, then on two as narrow as the score or the longest word.
        let words = area.name.split_inclusive([' ', '-']).map(|word| width(word.trim(), name));
        let least = services.as_ref().map_or(0.0, |(text, face)| width(text, *face));
        let narrow = words.fold(width(&value, score).max(bar).max(least), f64::max);
        let broad = LONGEST_NAME * name.size / 14.0;
        for room in [broad, narrow.min(broad)] {
            let lines = wrapped(&area.name, name, room, 2).into_iter().map(|line| (line, name));
            let lines = lines.chain([(value.clone(), score)]).chain(services.clone()).collect();
            let tag = Tag { lines, bar: Some(bar) };
            let cut = tag.lines.iter().any(|(text, _)| text.ends_with('…'));
            // The first form may cut an endless name; a narrow one that does says too little.
            if forms.is_empty() || !(cut || forms.contains(&tag)) {
                forms.push(tag);
            }
        }
    }
    forms
}

/// A name wider than this is wrapped, at a size of 14.
const LONGEST_NAME: f64 = 190.0;

fn place(
    areas: &[Municipality],
    frame: &Frame,
    detail: Detail,
    words: Words,
) -> (Vec<Label>, Vec<Number>) {
    let outlines: Vec<Outline> = areas.iter().map(|area| area.outline.clone()).collect();
    let owned = Ownership::new(frame.map, &outlines, &[]);
    let forms: Vec<Vec<Tag>> =
        areas
            .iter()
            .map(|area| {
                if detail == Detail::Labels { forms(area, areas.len(), words) } else { Vec::new() }
            })
            .collect();
    let placed = owned.place(&forms);
    let mut taken: Vec<Rect> = placed.iter().filter_map(Placement::rect).collect();
    let mut labels = Vec::new();
    let mut numbers = Vec::new();
    for (area, placement) in placed.into_iter().enumerate() {
        let tag = |form: usize| forms[area][form].clone();
        match placement {
            Placement::Inside { form, rect } => {
                labels.push(Label { area, tag: tag(form), rect, leader: None });
            }
            Placement::Outside { form, rect, leader } => {
                labels.push(Label { area, tag: tag(form), rect, leader: Some(leader) });
            }
            Placement::Nowhere { point } => {
                let rect = owned.badge(point, BADGE, &taken);
                taken.push(rect);
                numbers.push(Number { area, rect, point });
            }
        }
    }
    (labels, numbers)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crs::Area;
    use crate::drawing::map::testing::{about, assert_in_order, block};
    use crate::readiness::unit::ServicePlaces;

    fn score(value: f64) -> Score {
        Score::clamped(value).unwrap()
    }

    /// A grid of square municipalities of 10 km, all of them scored 61 (55–70).
    fn squares(count: usize) -> Vec<(String, String, Area)> {
        let columns = count.isqrt().max(1);
        (0..count)
            .map(|i| {
                let (x, y) = ((i % columns) as f64 * 1e4, (i / columns) as f64 * 1e4);
                (format!("{i:04}"), format!("Kommun {i}"), block(x, y, 1e4, 1e4))
            })
            .collect()
    }

    fn scored<'a>(all: &'a [(String, String, Area)]) -> Vec<ScoredArea<'a>> {
        all.iter()
            .map(|(code, name, area)| ScoredArea {
                code,
                name,
                area,
                score: Some(score(61.4)),
                low: score(55.0),
                high: score(70.2),
                rank: None,
                services: ServicePlaces { all: 148, ready: 61, unknown: 23 },
            })
            .collect()
    }

    #[test]
    fn classes_are_counted_best_first_and_unscored_last() {
        let all = squares(5);
        let mut areas = scored(&all);
        areas[1].score = None;
        (areas[2].score, areas[2].low) = (Some(score(19.9)), score(12.0));
        areas[2].high = score(25.0);
        (areas[3].low, areas[3].high) = (score(30.0), score(70.0));
        let scene = Scene::decide(&areas, &about("T")).unwrap();
        let [worst, poor, middle, good, best] = ScoreClass::ALL;
        let expected = [
            (Entry::Class(best), 0),
            (Entry::Class(good), 2),
            (Entry::Class(middle), 0),
            (Entry::Class(poor), 0),
            (Entry::Class(worst), 1),
            (Entry::Between, 1),
            (Entry::Nothing, 1),
        ];
        assert_eq!(scene.legend, expected);
        let tones: Vec<Tone> = scene.areas.iter().map(|area| area.tone).collect();
        assert!(tones.contains(&Tone::Between(poor, good)), "{tones:?}");
        assert_eq!(tones.iter().filter(|tone| **tone == Tone::Nothing).count(), 1);
        assert_in_order(&scene.drawing(&about("T")));
    }

    #[test]
    fn a_wide_score_has_the_colours_of_both_its_ends() {
        let all = squares(1);
        let mut areas = scored(&all);
        (areas[0].low, areas[0].high) = (score(45.0), score(95.0));
        let scene = Scene::decide(&areas, &about("T")).unwrap();
        let [_, _, low, _, high] = ScoreClass::ALL.map(ScoreClass::colour);
        let marks = scene.map();
        let is = |wanted: &dyn Fn(&Mark) -> bool| marks.iter().filter(|mark| wanted(mark)).count();
        // The ground and the plate under the label, over the lines.
        assert_eq!(is(&|mark| matches!(mark, Mark::Fill { colour, .. } if *colour == low)), 2);
        assert!(is(&|mark| matches!(mark, Mark::Line { colour, .. } if *colour == high)) > 20);
        assert_eq!(is(&|mark| matches!(mark, Mark::Text { text, .. } if text == "45–95")), 1);
    }

    #[test]
    fn detail_follows_the_number_of_municipalities() {
        for (count, detail, labels, numbers) in [
            (1, Detail::Labels, 1, 0),
            (14, Detail::Labels, 14, 0),
            (40, Detail::Numbers, 0, 40),
            (290, Detail::Colours, 0, 0),
        ] {
            let all = squares(count);
            let scene = Scene::decide(&scored(&all), &about("T")).unwrap();
            assert_eq!(scene.detail, detail);
            assert_eq!((scene.labels.len(), scene.numbers.len()), (labels, numbers), "{count}");
            assert_in_order(&scene.drawing(&about("T")));
        }
    }

    #[test]
    fn a_crowd_of_small_municipalities_gets_labels_and_numbers_that_do_not_overlap() {
        // Twelve slivers beside a large neighbour.
        let mut all = squares(1);
        all.extend((0..12).map(|i| {
            let area = block(1e4, f64::from(i) * 300.0, 900.0, 300.0);
            (format!("1{i:03}"), format!("Långa namnets kommun {i}"), area)
        }));
        let scene = Scene::decide(&scored(&all), &about("T")).unwrap();
        assert_eq!(scene.labels.len() + scene.numbers.len(), 13);
        let rects: Vec<Rect> = scene
            .labels
            .iter()
            .map(|label| label.rect)
            .chain(scene.numbers.iter().map(|number| number.rect))
            .collect();
        for (i, a) in rects.iter().enumerate() {
            assert!(rects[i + 1..].iter().all(|b| !a.overlaps(*b)), "{rects:?}");
        }
        assert_in_order(&scene.drawing(&about("T")));
    }

    #[test]
    fn an_endless_name_and_title_stay_on_the_page() {
        let mut all = squares(3);
        all[0].1 = "Ö".repeat(300);
        all[1].1 = "Södra Västra Norra Östra ".repeat(20);
        let endless = about(&"Digital beredskap ".repeat(40));
        let scene = Scene::decide(&scored(&all), &endless).unwrap();
        assert_in_order(&scene.drawing(&endless));
    }

    #[test]
    fn the_order_of_the_input_does_not_show() {
        let all = squares(9);
        let areas = scored(&all);
        let mut reversed = areas.clone();
        reversed.reverse();
        assert_eq!(Scene::decide(&areas, &about("T")), Scene::decide(&reversed, &about("T")));
    }
}
