//! Spans of an OFDS network.

use std::cell::LazyCell;
use std::collections::HashMap;

use geo::Coord;
use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::findings::{Findings, Rule};
use crate::ingest::ofds::NetworkInput;
use crate::ingest::ofds::files::Listed;
use crate::ingest::ofds::nodes::Reader;
use crate::ingest::ofds::object::{Route, SpanRecord};
use crate::ingest::ofds::status::Statuses;
use crate::ingest::provenance::InputFile;
use crate::model::network::{Node, NodeIdx, Span};
use crate::words::{Plain, Said, key};

impl Reader<'_> {
    pub fn spans(
        &mut self,
        listed: Listed<SpanRecord>,
        nodes: &[Node],
        settings: &NetworkInput,
        file: &InputFile,
    ) -> Option<Vec<Span>> {
        let snap_within = settings.snap_within;
        let mut statuses = Statuses::new(file, settings);
        let index: HashMap<&str, NodeIdx> =
            nodes.iter().zip(0..).map(|(node, i)| (node.id.as_str(), NodeIdx(i))).collect();
        // Most networks name every end.
        let nearest = LazyCell::new(|| {
            let places = nodes.iter().zip(0..).filter_map(|(node, i)| {
                let place = node.place?;
                Some(GeomWithData::new([place.easting(), place.northing()], NodeIdx(i)))
            });
            RTree::bulk_load(places.collect())
        });
        let mut spans = Vec::with_capacity(listed.len());
        let mut first: HashMap<&str, u64> = HashMap::with_capacity(listed.len());
        let mut duplicates = false;
        for (record, origin, crs) in listed.iter() {
            let Some(id) = self.id(record.id.as_ref(), origin.row, file) else { continue };
            if let Some(earlier) = first.insert(id, origin.row) {
                duplicates = true;
                self.findings.add(
                    file.finding(
                        Rule::IdDuplicate,
                        key::FindingSpanIdTwice { row: Plain(earlier) },
                    )
                    .at(origin.row)
                    .field("spans/id")
                    .value(id)
                    .hint(key::HintSpanIdOnce),
                );
            }
            let (route, unusable) = match &record.route {
                Route::Absent => (None, None),
                Route::Line(drawn) => {
                    let route = self.transform(crs, file)?.line(drawn);
                    let unusable = route.is_none().then_some("LineString");
                    (route, unusable)
                }
                Route::Unusable(kind) => (None, Some(kind.as_str())),
            };
            if let Some(kind) = unusable {
                self.findings.add(
                    file.finding(Rule::GeometryWrongKind, key::FindingNoRoute { span: id })
                        .at(origin.row)
                        .field("spans/route")
                        .value(kind),
                );
            }
            let end = |which: &str, drawn: Option<Coord<f64>>, findings: &mut Findings| {
                let stated = if which == "start" { &record.start } else { &record.end };
                if let Some(&node) = stated.as_ref().and_then(|id| index.get(id.as_str())) {
                    return Some(node);
                }
                let about = |rule, message: Said| {
                    let finding =
                        file.finding(rule, message).at(origin.row).field(format!("spans/{which}"));
                    match stated {
                        Some(stated) => finding.value(stated),
                        None => finding,
                    }
                };
                // Of nodes at one place the one with the lowest id, whatever the order of the file.
                let near = drawn.and_then(|c| {
                    let within = snap_within.value();
                    let candidates = nearest.locate_within_distance([c.x, c.y], within * within);
                    candidates.min_by(|a, b| {
                        let metres = |[x, y]: &[f64; 2]| (c.x - x).hypot(c.y - y);
                        let id = |node: NodeIdx| &nodes[node.0 as usize].id;
                        metres(a.geom())
                            .total_cmp(&metres(b.geom()))
                            .then_with(|| id(a.data).cmp(id(b.data)))
                    })
                });
                match near {
                    Some(near) => {
                        let joined = &nodes[near.data.0 as usize].id;
                        let message = key::FindingSnapped { span: id, node: joined }.into();
                        findings.add(about(Rule::SpanEndSnapped, message));
                        Some(near.data)
                    }
                    None => {
                        let message: Said = match (which, stated) {
                            ("start", Some(_)) => key::FindingStartUnknown { span: id }.into(),
                            ("start", None) => key::FindingStartMissing { span: id }.into(),
                            (_, Some(_)) => key::FindingEndUnknown { span: id }.into(),
                            (_, None) => key::FindingEndMissing { span: id }.into(),
                        };
                        findings.add(
                            about(Rule::SpanEndMissing, message)
                                .hint(settings.asked_by.snap_hint(snap_within.value())),
                        );
                        None
                    }
                }
            };
            let drawn_start = route.as_ref().and_then(|r| r.0.first().copied());
            let drawn_end = route.as_ref().and_then(|r| r.0.last().copied());
            let start = end("start", drawn_start, self.findings);
            let finish = end("end", drawn_end, self.findings);
            let (Some(start), Some(finish)) = (start, finish) else { continue };
            if start == finish {
                self.findings.add(
                    file.finding(Rule::SpanLoop, key::FindingLoop { span: id })
                        .at(origin.row)
                        .field("spans/end")
                        .value(&nodes[start.0 as usize].id),
                );
            }
            let off = (Rule::SpanNotInService, key::FindingSpanOff { span: id }.into());
            let in_service = statuses.is_in_service(&record.status, origin, off, self.findings);
            spans.push(Span {
                id: id.to_owned(),
                name: record.name.clone(),
                start,
                end: finish,
                route,
                in_service,
                providers: record.providers.clone(),
                origin,
            });
        }
        statuses.finish("spans", self.findings);
        (!duplicates).then_some(spans)
    }
}
