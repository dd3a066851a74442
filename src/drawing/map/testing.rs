//! Shared by the tests of maps: small regions, and what must hold of every page.

use geo::{MultiPolygon, polygon};

use crate::crs::Area;
use crate::drawing::map::MapAbout;
use crate::drawing::map::mark::{Drawing, Mark};
use crate::drawing::map::place::Rect;
use crate::words::{Language, Words};

/// Names as they should not be, and some as they are.
pub const HOSTILE: [&str; 6] = [
    "Tanum",
    "Upplands Väsby och en mycket lång kommun till som aldrig tar slut på någon rad",
    "Å",
    "rad\n<b>två</b> &\t🦌🦌 \u{202e}bakvänt\u{0}",
    "Krokstorpshäggvallsgärdesvägskorsningsområdesföreningen",
    "",
];

/// A rectangle of the ground, in metres.
pub fn block(x: f64, y: f64, w: f64, h: f64) -> Area {
    let p = polygon![(x: x, y: y), (x: x + w, y: y), (x: x + w, y: y + h), (x: x, y: y + h)];
    Area::from_metres(MultiPolygon(vec![p])).unwrap()
}

/// A Swedish map of synthetic data.
pub fn about(title: &str) -> MapAbout {
    MapAbout {
        title: title.to_owned(),
        subtitle: "Undertitel".to_owned(),
        words: Words(Language::Sv),
        source: "Påhittad".to_owned(),
        date: "2026-05-01".to_owned(),
        crs_name: "SWEREF99 TM".to_owned(),
        synthetic: true,
        incomplete: false,
    }
}

/// No text overlaps another or leaves the page.
pub fn assert_in_order(drawing: &Drawing) {
    let (width, height) = (f64::from(drawing.width), f64::from(drawing.height));
    let page = Rect { x: 0.0, y: 0.0, width, height };
    let texts: Vec<(&Mark, Rect)> =
        drawing.marks.iter().filter_map(|mark| Some((mark, mark.text_box()?))).collect();
    for (i, (mark, rect)) in texts.iter().enumerate() {
        assert!(rect.x >= page.x && rect.right() <= page.right(), "{mark:?} leaves {page:?}");
        assert!(rect.y >= page.y && rect.bottom() <= page.bottom(), "{mark:?} leaves {page:?}");
        // Accents reach into the line above without touching its letters.
        let inner = |r: Rect| Rect { y: r.y + 0.2 * r.height, height: 0.7 * r.height, ..r };
        for (other, theirs) in &texts[i + 1..] {
            assert!(!inner(*rect).overlaps(inner(*theirs)), "{mark:?} overlaps {other:?}");
        }
    }
}
