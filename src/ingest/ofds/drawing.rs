//! Whether each span is drawn from its start to its end.

use geo::LineString;

use crate::crs::Projected;
use crate::findings::{Findings, Rule};
use crate::ingest::provenance::InputFile;
use crate::model::network::{Node, Span};
use crate::units::Metres;
use crate::words::{Said, key};

/// A drawn end this far from the node it belongs to is no longer the same place: real drawings end
/// at the wall of the building, the node in its middle.
const FAR: f64 = 100.0;

/// Turns routes that are drawn from end to start, and tells of ends drawn far from their node. What
/// the span states decides where it ends; the drawing is kept.
pub(super) fn check(spans: &mut [Span], nodes: &[Node], file: &InputFile, findings: &mut Findings) {
    for span in spans {
        let node = |node: crate::model::network::NodeIdx| &nodes[node.0 as usize];
        let (start, end) = (node(span.start), node(span.end));
        let Some(route) = &mut span.route else { continue };
        if let (Some(from), Some(to)) = (start.place, end.place)
            && is_reversed(route, from, to)
        {
            route.0.reverse();
            findings.add(
                file.finding(Rule::SpanReversed, key::FindingRouteReversed { span: &span.id })
                    .at(span.origin.row)
                    .field("spans/route"),
            );
        }
        for (which, node, drawn) in
            [("start", start, route.0.first()), ("end", end, route.0.last())]
        {
            let gap = node.place.zip(drawn.copied()).and_then(|(place, c)| {
                Metres::new((place.easting() - c.x).hypot(place.northing() - c.y))
            });
            if let Some(gap) = gap.filter(|gap| gap.value() > FAR) {
                let (span, row, distance, node) = (&span.id, span.origin.row, gap, &node.id);
                let message: Said = match which {
                    "start" => key::FindingStartFar { span, distance, node }.into(),
                    _ => key::FindingEndFar { span, distance, node }.into(),
                };
                findings.add(
                    file.finding(Rule::SpanEndFar, message)
                        .at(row)
                        .field(format!("spans/{which}"))
                        .value(node)
                        .hint(key::HintDrawSpan),
                );
            }
        }
    }
}

/// Whether the route fits better when it is read backwards.
fn is_reversed(route: &LineString<f64>, start: Projected, end: Projected) -> bool {
    let (Some(first), Some(last)) = (route.0.first(), route.0.last()) else { return false };
    let gap = |place: Projected, c: &geo::Coord<f64>| {
        (place.easting() - c.x).hypot(place.northing() - c.y)
    };
    gap(start, last) + gap(end, first) < gap(start, first) + gap(end, last)
}
