//! Writes a drawing: plotters calls and nothing else.
//!
//! Both files are drawn on a grid of a third of a pixel, because plotters takes whole numbers
//! only: the SVG says so in its `viewBox`, the PNG averages the grid down, which smooths edges.

use std::path::Path;

use plotters::prelude::{BitMapBackend, DrawingBackend, RGBColor, SVGBackend, ShapeStyle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, TextStyle};

use crate::error::Error;
use crate::report::map::mark::{Anchor, Drawing, Mark, Px, px};
use crate::report::map::outline::spans;
use crate::report::map::text::{Face, HEIGHT_PER_EM, font};
use crate::report::palette::{PAPER, Rgb};

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
            // plotters' bitmap text has the font's height as its size, and half of it above the
            // baseline.
            let size = face.size * scale * HEIGHT_PER_EM;
            let style = text_style(*face, size, *anchor, *colour);
            let top = (at.y * scale - size / 2.0).round() as i32;
            backend.draw_text(text, &style, (fine(at.x), top)).map_err(fault)
        }
    }
}

fn text_style(face: Face, size: f64, anchor: Anchor, colour: Rgb) -> TextStyle<'static> {
    let across = match anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    TextStyle {
        font: font(face, size),
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
fn averaged(fine: &[u8], width: usize, height: usize) -> Vec<u8> {
    let n = FINE as usize;
    let mut small = Vec::with_capacity(3 * width * height);
    for y in 0..height {
        for x in 0..width {
            for channel in 0..3 {
                let row = |dy: usize| ((y * n + dy) * width * n + x * n) * 3 + channel;
                let sum: u32 = (0..n)
                    .flat_map(|dy| (0..n).map(move |dx| (dy, dx)))
                    .map(|(dy, dx)| u32::from(fine[row(dy) + 3 * dx]))
                    .sum();
                // A mean of bytes is a byte.
                small.push((sum / (FINE * FINE)) as u8);
            }
        }
    }
    small
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
