//! Spans of an OFDS network.

use std::collections::HashMap;

use geo::Coord;
use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::findings::{Findings, Rule};
use crate::ingest::ofds::files::Listed;
use crate::ingest::ofds::nodes::Reader;
use crate::ingest::ofds::object::{end_id, in_service, line, not_in_service, providers};
use crate::ingest::provenance::InputFile;
use crate::model::network::{Node, NodeIdx, Span};
use crate::units::Metres;

impl Reader<'_> {
    pub fn spans(
        &mut self,
        listed: &[Listed],
        nodes: &[Node],
        index: &HashMap<String, NodeIdx>,
        snap_within: Metres,
        file: &InputFile,
    ) -> Option<Vec<Span>> {
        let places: Vec<_> = nodes
            .iter()
            .enumerate()
            .filter_map(|(i, n)| {
                n.place.map(|p| GeomWithData::new([p.easting(), p.northing()], NodeIdx(i as u32)))
            })
            .collect();
        let nearest = RTree::bulk_load(places);
        let mut spans = Vec::with_capacity(listed.len());
        let mut first: HashMap<String, u64> = HashMap::new();
        let mut duplicates = false;
        for Listed { object, origin, crs } in listed {
            let Some(id) = self.id(object, origin.row, file) else { continue };
            if let Some(earlier) = first.insert(id.clone(), origin.row) {
                duplicates = true;
                self.findings.add(
                    file.finding(
                        Rule::IdDuplicate,
                        format!("span {earlier} of the list has this id too"),
                    )
                    .at(origin.row)
                    .field("spans/id")
                    .value(&id)
                    .hint("every span needs an id of its own, in all networks of the file"),
                );
            }
            let route = match line(&object["route"]) {
                Some(drawn) => self.transform(crs.as_deref(), file)?.geometry(&drawn),
                None => None,
            };
            if route.is_none() && !object["route"].is_null() {
                self.findings.add(
                    file.finding(
                        Rule::GeometryWrongKind,
                        format!("span {id}: its route is no usable line; it is drawn straight"),
                    )
                    .at(origin.row)
                    .field("spans/route")
                    .value(object["route"]["type"].as_str().unwrap_or_default()),
                );
            }
            let end = |which: &str, drawn: Option<Coord<f64>>, findings: &mut Findings| {
                let stated = end_id(&object[which]);
                if let Some(&node) = stated.as_ref().and_then(|id| index.get(id)) {
                    return Some(node);
                }
                let about = |rule, message: String| {
                    let finding =
                        file.finding(rule, message).at(origin.row).field(format!("spans/{which}"));
                    match &stated {
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
                        findings.add(about(
                            Rule::SpanEndSnapped,
                            format!(
                                "span {id}: no such node; joined to {joined}, where it is drawn"
                            ),
                        ));
                        Some(near.data)
                    }
                    None => {
                        let what =
                            if stated.is_some() { "is not in this network" } else { "is missing" };
                        findings.add(
                            about(Rule::SpanEndMissing, format!("span {id}: its {which} node {what}; the span was not used"))
                                .hint(format!(
                                    "name the node, draw the span to within {} m of it, or raise network.snap_within_m",
                                    snap_within.value()
                                )),
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
                    file.finding(Rule::SpanLoop, format!("span {id} starts and ends at one node"))
                        .at(origin.row)
                        .field("spans/end")
                        .value(&nodes[start.0 as usize].id),
                );
            }
            let in_service = in_service(object);
            if !in_service {
                self.findings.add(not_in_service(
                    Rule::SpanNotInService,
                    "span",
                    &id,
                    object,
                    origin.row,
                    file,
                ));
            }
            spans.push(Span {
                id,
                name: object["name"].as_str().map(str::to_owned),
                start,
                end: finish,
                route,
                in_service,
                providers: providers(object),
                origin: *origin,
            });
        }
        (!duplicates).then_some(spans)
    }
}
