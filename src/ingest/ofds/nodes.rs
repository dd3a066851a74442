//! Nodes of an OFDS network.

use std::collections::HashMap;

use geo::Coord;
use serde_json::Value;

use crate::crs::{Crs, Misplaced, Projected, Transform, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::ofds::files::Listed;
use crate::ingest::ofds::object::{
    id_text, in_service, not_in_service, position, providers, texts,
};
use crate::ingest::provenance::InputFile;
use crate::ingest::records::transform;
use crate::model::network::Node;
use crate::model::power::PowerSupply;

/// Turns JSON objects into nodes and spans.
pub(super) struct Reader<'a> {
    pub working: &'a WorkingCrs,
    pub transforms: HashMap<String, Transform>,
    pub findings: &'a mut Findings,
}

impl Reader<'_> {
    /// OFDS coordinates are longitude and latitude unless the network says otherwise.
    pub fn transform(&mut self, crs: Option<&str>, file: &InputFile) -> Option<&Transform> {
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

    pub fn nodes(&mut self, listed: &[Listed], file: &InputFile) -> Option<Vec<Node>> {
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
                power: PowerSupply::UNKNOWN,
                providers: providers(object),
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

    pub fn id(&mut self, object: &Value, row: u64, file: &InputFile) -> Option<String> {
        let id = id_text(&object["id"]);
        if id.is_none() {
            self.findings.add(file.finding(Rule::IdMissing, "no id; not used").at(row).field("id"));
        }
        id
    }
}
