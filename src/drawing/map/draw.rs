//! Writes a drawing: plotters calls and nothing else.
//!
//! Both files are drawn on a grid of a third of a pixel, because plotters takes whole numbers
//! only: the SVG says so in its `viewBox`, the PNG averages the grid down, which smooths edges.

use std::path::Path;

use plotters::prelude::{BitMapBackend, DrawingBackend, RGBColor, SVGBackend, ShapeStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};

use crate::drawing::map::mark::{Anchor, Drawing, Mark};
use crate::drawing::map::outline::spans;
use crate::drawing::map::place::{Px, px};
use crate::drawing::map::text::{FAMILY, Face, pixels, width};
use crate::drawing::palette::{PAPER, Rgb};
use crate::error::Error;

/// Grid lines per pixel.
const FINE: u32 = 3;

/// The drawing as SVG text.
pub fn svg(drawing: &Drawing) -> Result<String, Error> {
    let size = (drawing.width * FINE, drawing.height * FINE);
    let mut text = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut text, size);
        for mark in std::iter::once(&page(drawing)).chain(&drawing.marks) {
            vector(&mut backend, mark)?;
        }
        backend.present().map_err(fault)?;
    }
    // plotters' opening tag knows neither the pixel grid nor titles.
    let (_, body) = text
        .split_once('\n')
        .ok_or_else(|| Error::Internal("plotters wrote an SVG of one line".to_owned()))?;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" \
         viewBox=\"0 0 {} {}\" xml:lang=\"{}\" role=\"img\" stroke-linejoin=\"round\" \
         stroke-linecap=\"round\">\n<title>{}</title>\n{body}",
        drawing.width,
        drawing.height,
        size.0,
        size.1,
        drawing.language,
        escaped(&drawing.title),
    ))
}

/// Writes the drawing as a PNG file.
pub fn png(drawing: &Drawing, path: &Path) -> Result<(), Error> {
    let size = (drawing.width * FINE, drawing.height * FINE);
    let mut fine = vec![0; 3 * size.0 as usize * size.1 as usize];
    {
        let mut backend = BitMapBackend::with_buffer(&mut fine, size);
        for mark in std::iter::once(&page(drawing)).chain(&drawing.marks) {
            raster(&mut backend, mark)?;
        }
        backend.present().map_err(fault)?;
    }
    let small = averaged(&fine, drawing.width as usize, drawing.height as usize);
    drop(fine);
    let whole = (drawing.width, drawing.height);
    let mut file = BitMapBackend::new(path, whole);
    file.blit_bitmap((0, 0), whole, &small).map_err(fault)?;
    file.present().map_err(|cause| Error::write(path, cause))
}

fn fault(cause: impl std::fmt::Display) -> Error {
    Error::Internal(format!("drawing a map: {cause}"))
}

fn page(drawing: &Drawing) -> Mark {
    let (w, h) = (f64::from(drawing.width), f64::from(drawing.height));
    Mark::Fill { ring: vec![px(0.0, 0.0), px(w, 0.0), px(w, h), px(0.0, h)], colour: PAPER }
}

fn rgb(colour: Rgb) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

/// On the fine grid.
fn fine(value: f64) -> i32 {
    (value * f64::from(FINE)).round() as i32
}

fn fine_points(points: &[Px]) -> Vec<(i32, i32)> {
    let mut all: Vec<(i32, i32)> = points.iter().map(|p| (fine(p.x), fine(p.y))).collect();
    all.dedup();
    all
}

/// One mark as an SVG element.
fn vector(backend: &mut SVGBackend, mark: &Mark) -> Result<(), Error> {
    let drawn = match mark {
        Mark::Fill { ring, colour } => backend.fill_polygon(fine_points(ring), &rgb(*colour)),
        Mark::Line { path, width, colour } => {
            let stroke_width = fine(*width).max(1).unsigned_abs();
            let color = rgb(*colour).to_rgba();
            let style = ShapeStyle { color, filled: false, stroke_width };
            backend.draw_path(fine_points(path), &style)
        }
        Mark::Disc { centre, radius, colour } => {
            let at = (fine(centre.x), fine(centre.y));
            backend.draw_circle(at, fine(*radius).unsigned_abs(), &rgb(*colour), true)
        }
        Mark::Text { at, anchor, face, colour, text } => {
            // plotters' SVG text is 1 / 1.24 of its stated size and, at the top, hangs 0.76 em
            // above the baseline.
            let em = face.size * f64::from(FINE);
            let style = text_style(*face, em * 1.24, *anchor, *colour);
            backend.draw_text(text, &style, (fine(at.x), fine(at.y - 0.76 * face.size)))
        }
    };
    drawn.map_err(fault)
}

/// One mark in pixels.
///
/// plotters' own polygon filler pairs edges by position and errs where corners meet, so rings are
/// filled row by row here, and lines are filled shapes.
fn raster(backend: &mut BitMapBackend, mark: &Mark) -> Result<(), Error> {
    let scale = f64::from(FINE);
    match mark {
        Mark::Fill { ring, colour } => {
            let ring: Vec<Px> = ring.iter().map(|p| *p * scale).collect();
            fill(backend, &ring, *colour)
        }
        Mark::Line { path, width, colour } => {
            let half = (fine(*width).max(1) as f64) / 2.0;
            for pair in path.windows(2) {
                let (a, b) = (pair[0] * scale, pair[1] * scale);
                let along = b - a;
                let length = along.x.hypot(along.y);
                if length > 0.0 {
                    let side = px(-along.y, along.x) * (half / length);
                    fill(backend, &[a + side, b + side, b - side, a - side], *colour)?;
                }
            }
            path.iter().try_for_each(|p| fill(backend, &circle(*p * scale, half), *colour))
        }
        Mark::Disc { centre, radius, colour } => {
            fill(backend, &circle(*centre * scale, radius * scale), *colour)
        }
        Mark::Text { at, anchor, face, colour, text } => {
            let ahead = match anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => width(text, *face) / 2.0,
                Anchor::End => width(text, *face),
            };
            let begin = (*at - px(ahead, 0.0)) * scale;
            let fine_face = Face { size: face.size * scale, ..*face };
            let mut drawn = Ok(());
            pixels(text, fine_face, begin, |x, y, covered| {
                if drawn.is_ok() {
                    let style = rgb(*colour).mix(f64::from(covered)).to_backend_color();
                    drawn = backend.draw_pixel((x, y), style);
                }
            });
            drawn.map_err(fault)
        }
    }
}

/// A style for SVG, which names the font and leaves the letters to the reader's program.
fn text_style(face: Face, size: f64, anchor: Anchor, colour: Rgb) -> TextStyle<'static> {
    let across = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let weight = if face.bold { FontStyle::Bold } else { FontStyle::Normal };
    TextStyle {
        font: FontDesc::new(FontFamily::Name(FAMILY), size, weight),
        color: rgb(colour).to_backend_color(),
        pos: Pos::new(across, VPos::Top),
    }
}

/// Fills a ring that is already on the fine grid.
fn fill(backend: &mut BitMapBackend, ring: &[Px], colour: Rgb) -> Result<(), Error> {
    let (width, height) = backend.get_size();
    for span in spans(ring) {
        // The pixels whose middle lies inside.
        let from = (span.from - 0.5).ceil().max(0.0) as i32;
        let to = ((span.to - 0.5).ceil() as i32).min(width as i32);
        if from < to && (0..i64::from(height)).contains(&span.row) {
            let row = span.row as i32;
            backend.draw_rect((from, row), (to, row + 1), &rgb(colour), true).map_err(fault)?;
        }
    }
    Ok(())
}

fn circle(centre: Px, radius: f64) -> Vec<Px> {
    let corners = if radius < 3.0 { 8 } else { 32 };
    (0..corners)
        .map(|i| {
            let angle = std::f64::consts::TAU * f64::from(i) / f64::from(corners);
            centre + px(angle.cos(), angle.sin()) * radius
        })
        .collect()
}

/// Every pixel as the mean of the fine pixels in it.
///
/// Most of the time of a picture goes here. The loops are bare because iterators cost ten times as
/// much in a build for tests, which draws thousands of pictures; optimised, both are the same.
fn averaged(fine: &[u8], width: usize, height: usize) -> Vec<u8> {
    let n = FINE as usize;
    let fine_row = 3 * width * n;
    let mut small = vec![0; 3 * width * height];
    let mut at = 0;
    while at < small.len() {
        let (y, x, channel) = (at / (3 * width), at / 3 % width, at % 3);
        let mut sum = 0;
        let mut row = 0;
        while row < n {
            let mut pixel = (y * n + row) * fine_row + x * n * 3 + channel;
            let end = pixel + 3 * n;
            while pixel < end {
                sum += fine[pixel] as u32;
                pixel += 3;
            }
            row += 1;
        }
        // A mean of bytes is a byte.
        small[at] = (sum / (FINE * FINE)) as u8;
        at += 1;
    }
    small
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::map::testing::{about, block};
    use crate::drawing::map::text::{bold, regular};
    use crate::drawing::map::{ScoredArea, score};
    use crate::units::Score;

    fn tiny(marks: Vec<Mark>) -> Drawing {
        Drawing { width: 40, height: 30, title: "T".to_owned(), language: "sv", marks }
    }

    /// The names of a document's elements; panics where it is not well-formed.
    fn elements(svg: &str) -> Vec<String> {
        let mut open: Vec<String> = Vec::new();
        let mut seen = Vec::new();
        let mut rest = svg;
        while let Some(at) = rest.find('<') {
            let (text, tag) = rest.split_at(at);
            assert!(!text.contains('>'), "a bare > in {text:?}");
            for entity in text.split('&').skip(1) {
                let name = entity.split(';').next().unwrap();
                assert!(["amp", "lt", "gt", "quot", "apos"].contains(&name), "&{entity}");
            }
            let end = tag.find('>').expect("a tag ends");
            let inside = &tag[1..end];
            assert!(!inside.contains('<'), "{inside}");
            assert_eq!(inside.matches('"').count() % 2, 0, "{inside}");
            if let Some(name) = inside.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(name));
            } else {
                let name = inside.split([' ', '/']).next().unwrap().to_owned();
                seen.push(name.clone());
                if !inside.ends_with('/') {
                    open.push(name);
                }
            }
            rest = &tag[end + 1..];
        }
        assert!(open.is_empty(), "{open:?} left open");
        seen
    }

    #[test]
    fn the_svg_of_a_tiny_drawing_is_as_written_by_hand() {
        let ink = Rgb(0x12, 0x34, 0x56);
        let drawing = tiny(vec![
            Mark::Fill { ring: vec![px(1.0, 1.0), px(9.0, 1.0), px(9.0, 9.5)], colour: ink },
            Mark::line(px(0.0, 2.0), px(5.0, 2.0), 0.7, ink),
            Mark::Disc { centre: px(4.0, 4.0), radius: 2.0, colour: ink },
            Mark::text(px(5.0, 20.0), bold(11.0), ink, "Åmål"),
        ]);
        let expected = "\
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\" viewBox=\"0 0 120 90\" \
xml:lang=\"sv\" role=\"img\" stroke-linejoin=\"round\" stroke-linecap=\"round\">
<title>T</title>
<polygon opacity=\"1\" fill=\"#FFFFFF\" points=\"0,0 120,0 120,90 0,90 \"/>
<polygon opacity=\"1\" fill=\"#123456\" points=\"3,3 27,3 27,29 \"/>
<polyline fill=\"none\" opacity=\"1\" stroke=\"#123456\" stroke-width=\"2\" points=\"0,6 15,6 \"/>
<circle cx=\"12\" cy=\"12\" r=\"6\" opacity=\"1\" fill=\"#123456\" stroke=\"none\" stroke-width=\"1\"/>
<text x=\"15\" y=\"35\" dy=\"0.76em\" text-anchor=\"start\" \
font-family=\"DejaVu Sans, Verdana, sans-serif\" font-size=\"33\" opacity=\"1\" \
fill=\"#123456\" font-weight=\"bold\">
Åmål
</text>
</svg>
";
        assert_eq!(svg(&drawing).unwrap(), expected);
    }

    #[test]
    fn hostile_names_stay_text() {
        let area = block(0.0, 0.0, 1e4, 1e4);
        let half = Score::clamped(50.0);
        let name = "\"Tanum\"\n<script>alert('x')</script> & ]]> \u{1b}\u{0}";
        let municipality = ScoredArea {
            code: "1435",
            name,
            area: &area,
            score: half,
            low: Score::MIN,
            high: Score::MAX,
            rank: Some(1),
            services: crate::readiness::unit::ServicePlaces::default(),
        };
        let about = about(name);
        let scene = score::Scene::decide(&[municipality], &about).unwrap();
        let text = svg(&scene.drawing(&about)).unwrap();
        let found = elements(&text);
        assert!(found.iter().all(|name| name != "script"), "{found:?}");
        assert!(text.contains("&lt;script&gt;"), "the name is still readable");
        assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
        assert!(text.contains("SYNTETISKA DATA – inte verkligheten"));
        assert!(text.contains(
            "Källa: Påhittad · Datum:\u{a0}2026-05-01 · Koordinatsystem:\u{a0}SWEREF99\u{a0}TM"
        ));
        // Same input, same bytes.
        assert_eq!(text, svg(&scene.drawing(&about)).unwrap());
    }

    /// The middle of a pixel's colour, from the bitmap drawn.
    fn drawn(marks: Vec<Mark>) -> impl Fn(usize, usize) -> [u8; 3] {
        let drawing = tiny(marks);
        let size = (drawing.width * FINE, drawing.height * FINE);
        let mut pixels = vec![255; 3 * (size.0 * size.1) as usize];
        let mut backend = BitMapBackend::with_buffer(&mut pixels, size);
        for mark in &drawing.marks {
            raster(&mut backend, mark).unwrap();
        }
        drop(backend);
        let small = averaged(&pixels, 40, 30);
        move |x, y| small[(y * 40 + x) * 3..][..3].try_into().unwrap()
    }

    #[test]
    fn pixels_are_filled_exactly() {
        let black = Rgb(0, 0, 0);
        let ring = vec![px(10.0, 10.0), px(20.0, 10.0), px(20.0, 20.0), px(10.0, 20.0)];
        let pixel = drawn(vec![Mark::Fill { ring, colour: black }]);
        assert_eq!(pixel(10, 10), [0; 3]);
        assert_eq!(pixel(19, 19), [0; 3]);
        assert_eq!((pixel(9, 15), pixel(20, 15)), ([255; 3], [255; 3]));
        // A third of a pixel.
        let ring = vec![px(10.0, 10.0), px(10.3333, 10.0), px(10.3333, 20.0), px(10.0, 20.0)];
        let pixel = drawn(vec![Mark::Fill { ring, colour: black }]);
        assert_eq!(pixel(10, 12), [170; 3]);
    }

    #[test]
    fn bitmap_text_stands_on_its_baseline_and_is_as_wide_as_measured() {
        let face = regular(20.0);
        let text = Mark::text(px(4.0, 20.0), face, Rgb(0, 0, 0), "HH");
        let pixel = drawn(vec![text]);
        let dark = |x: usize, y: usize| pixel(x, y)[0] < 128;
        let rows: Vec<usize> = (0..30).filter(|&y| (0..40).any(|x| dark(x, y))).collect();
        // Capitals are 0.729 em high.
        assert_eq!((rows[0], *rows.last().unwrap()), (5, 19), "{rows:?}");
        let columns: Vec<usize> = (0..40).filter(|&x| (0..30).any(|y| dark(x, y))).collect();
        let measured = crate::drawing::map::text::width("HH", face);
        let wide = (columns.last().unwrap() - columns[0] + 1) as f64;
        // The letters have 0.1 em of air on both sides.
        assert!((measured - wide - 4.0).abs() < 1.5, "{measured} {columns:?}");
    }
}
