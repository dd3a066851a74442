//! The network: an Open Fibre Data Standard (OFDS 0.3 or 0.4) JSON package, or its GeoJSON form
//! with nodes and spans in files of their own.

use std::collections::{BTreeMap, HashMap};

use geo::{Coord, LineString};
use rstar::RTree;
use rstar::primitives::GeomWithData;
use serde_json::Value;

use crate::crs::{Crs, Misplaced, Projected, Transform, WorkingCrs};
use crate::findings::{Finding, Findings, Rule};
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::{WHERE_EMPTY, transform};
use crate::model::network::{Network, NetworkError, Node, NodeIdx, Span};
use crate::model::source::{Origin, SourceIdx};
use crate::units::Metres;

/// The settings of `[network]` that reading needs.
#[derive(Clone, Debug)]
pub struct NetworkInput {
    /// The package, or the two GeoJSON files.
    pub files: NetworkFiles,
    /// Node types that make a core node.
    pub core_types: Vec<String>,
    /// Node ids that are core nodes.
    pub core_ids: Vec<String>,
    /// Span ends without a node id join the node within this distance.
    pub snap_within: Metres,
}

/// How a network is stored.
#[derive(Clone, Debug)]
pub enum NetworkFiles {
    /// One JSON package.
    Package(InputFile),
    /// Nodes and spans as GeoJSON.
    GeoJson {
        /// The nodes.
        nodes: InputFile,
        /// The spans.
        spans: InputFile,
    },
}

/// Nodes or spans of one file as JSON objects, with what they belong to.
struct Listed {
    object: Value,
    origin: Origin,
    crs: Option<String>,
}

/// Reads the network. `None` after an error finding.
pub fn read(
    settings: &NetworkInput,
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Network> {
    let (node_file, span_file, source, nodes, spans) = match &settings.files {
        NetworkFiles::Package(file) => {
            let source = sources.register(file, findings)?;
            let (nodes, spans) = package(file, source, findings)?;
            (file, file, source, nodes, spans)
        }
        NetworkFiles::GeoJson { nodes, spans } => {
            let node_source = sources.register(nodes, findings);
            let span_source = sources.register(spans, findings);
            let (node_source, span_source) = (node_source?, span_source?);
            let listed = features(nodes, node_source, "location", findings);
            let routes = features(spans, span_source, "route", findings);
            (nodes, spans, node_source, listed?, routes?)
        }
    };
    let mut reader = Reader { working, transforms: HashMap::new(), findings };
    let nodes = reader.nodes(&nodes, node_file)?;
    let index: HashMap<String, NodeIdx> =
        nodes.iter().enumerate().map(|(i, n)| (n.id.clone(), NodeIdx(i as u32))).collect();
    let spans = reader.spans(&spans, &nodes, &index, settings.snap_within, span_file)?;
    let core = core(settings, &nodes, &spans, &index, node_file, findings)?;
    match Network::new(source, nodes, spans, core) {
        Ok(network) => Some(network),
        Err(fault @ NetworkError::DuplicateSpan(_)) => {
            findings.add(span_file.finding(Rule::IdDuplicate, fault.to_string()).field("id"));
            None
        }
        Err(fault) => {
            findings.add(node_file.finding(Rule::IdDuplicate, fault.to_string()).field("id"));
            None
        }
    }
}

fn json(file: &InputFile, findings: &mut Findings) -> Option<Value> {
    let unreadable = |cause: String| {
        file.finding(Rule::NetworkUnreadable, cause)
            .hint("[network] reads an OFDS JSON package, or `nodes` and `spans` as OFDS GeoJSON")
    };
    let bytes = std::fs::read(&file.path)
        .map_err(|cause| findings.add(file.finding(Rule::FileMissing, cause.to_string())))
        .ok()?;
    if bytes.is_empty() {
        findings.add(file.finding(Rule::FileEmpty, "the file is empty").hint(WHERE_EMPTY));
        return None;
    }
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    serde_json::from_slice(text)
        .map_err(|cause| findings.add(unreadable(format!("not readable as JSON: {cause}"))))
        .ok()
}

/// The nodes and spans of every network in a package.
fn package(
    file: &InputFile,
    source: SourceIdx,
    findings: &mut Findings,
) -> Option<(Vec<Listed>, Vec<Listed>)> {
    let mut root = json(file, findings)?;
    let networks = match root.get_mut("networks").map(Value::take) {
        Some(Value::Array(networks)) => networks,
        None if root.get("nodes").is_some() => vec![root],
        _ => {
            findings.add(file.finding(Rule::NetworkUnreadable, "no list `networks`").hint(
                "an OFDS package is { \"networks\": [ { \"nodes\": […], \"spans\": […] } ] }",
            ));
            return None;
        }
    };
    let (mut nodes, mut spans) = (Vec::new(), Vec::new());
    for mut network in networks {
        let crs = network["crs"]["name"].as_str().map(str::to_owned);
        for (key, list) in [("nodes", &mut nodes), ("spans", &mut spans)] {
            let Some(Value::Array(objects)) = network.get_mut(key).map(Value::take) else {
                if key == "spans" {
                    findings.add(
                        file.finding(Rule::NetworkWithoutSpans, "a network has no list `spans`")
                            .field("spans")
                            .hint("write \"spans\": [] if there are none"),
                    );
                }
                continue;
            };
            let before = list.len() as u64;
            list.extend(objects.into_iter().zip(before + 1..).map(|(object, row)| Listed {
                object,
                origin: Origin { source, row },
                crs: crs.clone(),
            }));
        }
    }
    if nodes.is_empty() {
        findings.add(file.finding(Rule::FileEmpty, "the package has no nodes").hint(
            "nodes and spans must stand in the file: where it only links to them, download them \
             into it, or use the GeoJSON files",
        ));
        return None;
    }
    Some((nodes, spans))
}

/// The features of an OFDS GeoJSON file, with the geometry put where a package has it.
fn features(
    file: &InputFile,
    source: SourceIdx,
    geometry_key: &str,
    findings: &mut Findings,
) -> Option<Vec<Listed>> {
    let mut root = json(file, findings)?;
    let Some(Value::Array(features)) = root.get_mut("features").map(Value::take) else {
        findings.add(file.finding(Rule::NetworkUnreadable, "no GeoJSON feature collection"));
        return None;
    };
    let listed = features.into_iter().enumerate().map(|(i, mut feature)| {
        let mut taken = |key| feature.get_mut(key).map(Value::take).unwrap_or_default();
        let (mut object, geometry) = (taken("properties"), taken("geometry"));
        if let Some(members) = object.as_object_mut() {
            members.insert(geometry_key.to_owned(), geometry);
        }
        Listed { object, origin: Origin { source, row: i as u64 + 1 }, crs: None }
    });
    Some(listed.collect())
}

struct Reader<'a> {
    working: &'a WorkingCrs,
    transforms: HashMap<String, Transform>,
    findings: &'a mut Findings,
}

impl Reader<'_> {
    /// OFDS coordinates are longitude and latitude unless the network says otherwise.
    fn transform(&mut self, crs: Option<&str>, file: &InputFile) -> Option<&Transform> {
        let definition = crs.unwrap_or("OGC:CRS84");
        if !self.transforms.contains_key(definition) {
            let crs = match Crs::from_definition(definition) {
                Ok(crs) => crs,
                Err(fault) => {
                    self.findings.add(
                        file.finding(Rule::CrsUnusable, fault.to_string())
                            .field("crs")
                            .hint("leave `crs` out of the network for longitude and latitude"),
                    );
                    return None;
                }
            };
            let made = transform(Some(&crs), self.working, file, self.findings)?;
            self.transforms.insert(definition.to_owned(), made);
        }
        self.transforms.get(definition)
    }

    fn nodes(&mut self, listed: &[Listed], file: &InputFile) -> Option<Vec<Node>> {
        let mut nodes = Vec::with_capacity(listed.len());
        let mut first: HashMap<String, u64> = HashMap::new();
        let mut duplicates = false;
        for Listed { object, origin, crs } in listed {
            let Some(id) = self.id(object, origin.row, file) else { continue };
            if let Some(earlier) = first.insert(id.clone(), origin.row) {
                duplicates = true;
                self.findings.add(
                    file.finding(
                        Rule::IdDuplicate,
                        format!("node {earlier} of the list has this id too"),
                    )
                    .at(origin.row)
                    .field("nodes/id")
                    .value(&id)
                    .hint("every node needs an id of its own, in all networks of the file"),
                );
            }
            let place = self.place(object, &id, origin.row, crs.as_deref(), file)?;
            let in_service = in_service(object);
            if !in_service {
                self.findings.add(not_in_service(
                    Rule::NodeNotInService,
                    "node",
                    &id,
                    object,
                    origin.row,
                    file,
                ));
            }
            nodes.push(Node {
                id,
                name: object["name"].as_str().map(str::to_owned),
                types: texts(&object["type"]),
                place: place.ok(),
                in_service,
                origin: *origin,
            });
        }
        (!duplicates).then_some(nodes)
    }

    /// `None` after an error finding; `Err` for a node without a usable place.
    fn place(
        &mut self,
        object: &Value,
        id: &str,
        row: u64,
        crs: Option<&str>,
        file: &InputFile,
    ) -> Option<Result<Projected, ()>> {
        let without = |message: String| {
            file.finding(Rule::NodeWithoutPlace, format!("node {id}: {message}"))
                .at(row)
                .field("nodes/location")
        };
        let Some(Coord { x, y }) = position(&object["location"]) else {
            self.findings
                .add(without("no position; sites can only be attached to it by name".to_owned()));
            return Some(Err(()));
        };
        let placed = self.transform(crs, file)?.position(x, y);
        Some(placed.map_err(|misplaced| {
            let why = match misplaced {
                Misplaced::NotFinite => "the position is no pair of numbers",
                Misplaced::Zero => "zero and zero is no position",
                Misplaced::Swapped => "the position fits only as latitude before longitude",
                Misplaced::OutsideExtent => {
                    "the position is outside the working coordinate system's area"
                }
            };
            self.findings.add(without(why.to_owned()).value(format!("{x} {y}")));
        }))
    }

    fn spans(
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
                origin: *origin,
            });
        }
        (!duplicates).then_some(spans)
    }

    fn id(&mut self, object: &Value, row: u64, file: &InputFile) -> Option<String> {
        let id = id_text(&object["id"]);
        if id.is_none() {
            self.findings.add(file.finding(Rule::IdMissing, "no id; not used").at(row).field("id"));
        }
        id
    }
}

/// An id as text; OFDS wants text, but numbers are seen.
fn id_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A span's end: an id in packages, the whole node in GeoJSON.
fn end_id(value: &Value) -> Option<String> {
    if value.is_object() { id_text(&value["id"]) } else { id_text(value) }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::String(text) => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// OFDS: a node or span without a status is taken to be in operation.
fn in_service(object: &Value) -> bool {
    object["status"].as_str().is_none_or(|status| status == "operational")
}

fn not_in_service(
    rule: Rule,
    what: &str,
    id: &str,
    object: &Value,
    row: u64,
    file: &InputFile,
) -> Finding {
    file.finding(rule, format!("{what} {id} is not in operation and carries nothing"))
        .at(row)
        .field("status")
        .value(object["status"].as_str().unwrap_or_default())
}

/// A GeoJSON geometry inside a package; nothing where it is absent or malformed.
fn geometry(value: &Value) -> Option<geo::Geometry<f64>> {
    // The conversion below panics on a position of fewer than two numbers.
    if !has_whole_positions(&value["coordinates"]) {
        return None;
    }
    serde_json::from_value::<geojson::Geometry>(value.clone()).ok()?.try_into().ok()
}

fn has_whole_positions(coordinates: &Value) -> bool {
    match coordinates.as_array().map(Vec::as_slice) {
        None | Some([]) => false,
        Some(position) if position.iter().any(Value::is_number) => position.len() >= 2,
        Some(several) => several.iter().all(has_whole_positions),
    }
}

fn position(location: &Value) -> Option<Coord<f64>> {
    match geometry(location)? {
        geo::Geometry::Point(point) => Some(point.0),
        _ => None,
    }
}

fn line(route: &Value) -> Option<LineString<f64>> {
    match geometry(route)? {
        geo::Geometry::LineString(line) if line.0.len() >= 2 => Some(line),
        _ => None,
    }
}

/// The core nodes by type and by id. `None` after an error finding.
fn core(
    settings: &NetworkInput,
    nodes: &[Node],
    spans: &[Span],
    index: &HashMap<String, NodeIdx>,
    file: &InputFile,
    findings: &mut Findings,
) -> Option<Vec<NodeIdx>> {
    let mut unknown = false;
    let mut core = Vec::new();
    for id in &settings.core_ids {
        match index.get(id) {
            Some(&node) => core.push(node),
            None => {
                unknown = true;
                findings.add(
                    file.finding(Rule::NetworkCoreUnknown, "no node has this id")
                        .field("network.core.ids")
                        .value(id)
                        .hint(candidates(nodes, spans)),
                );
            }
        }
    }
    let of_type = |node: &Node| node.types.iter().any(|t| settings.core_types.contains(t));
    core.extend(
        nodes.iter().enumerate().filter(|(_, n)| of_type(n)).map(|(i, _)| NodeIdx(i as u32)),
    );
    if unknown {
        return None;
    }
    if !core.iter().any(|node| nodes[node.0 as usize].in_service) {
        let why = match core.len() {
            0 => "no node is a core node, so nothing can be reached",
            _ => "no core node is in operation, so nothing can be reached",
        };
        findings.add(file.finding(Rule::NetworkCoreMissing, why).field("network.core").hint(
            format!(
                "set core = {{ types = […] }} or core = {{ ids = […] }}; {}",
                candidates(nodes, spans)
            ),
        ));
        return None;
    }
    Some(core)
}

/// What could be the core: the node types there are, and the nodes with the most spans.
fn candidates(nodes: &[Node], spans: &[Span]) -> String {
    let mut types: BTreeMap<&str, usize> = BTreeMap::new();
    for kind in nodes.iter().flat_map(|n| &n.types) {
        *types.entry(kind).or_default() += 1;
    }
    let mut degree = vec![0usize; nodes.len()];
    for span in spans {
        degree[span.start.0 as usize] += 1;
        degree[span.end.0 as usize] += 1;
    }
    let mut busiest: Vec<usize> = (0..nodes.len()).collect();
    busiest.sort_by(|&a, &b| degree[b].cmp(&degree[a]).then_with(|| nodes[a].id.cmp(&nodes[b].id)));
    let types = match types.len() {
        0 => "no node states a type".to_owned(),
        _ => {
            let listed: Vec<String> = types.iter().map(|(t, n)| format!("{t} ({n})")).collect();
            format!("types in the file: {}", listed.join(", "))
        }
    };
    let busiest: Vec<String> = busiest
        .iter()
        .take(5)
        .map(|&i| match &nodes[i].name {
            Some(name) => format!("{} {:?} ({} spans)", nodes[i].id, name, degree[i]),
            None => format!("{} ({} spans)", nodes[i].id, degree[i]),
        })
        .collect();
    format!("{types}; nodes with most spans: {}", busiest.join(", "))
}
