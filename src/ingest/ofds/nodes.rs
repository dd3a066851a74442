//! Nodes of an OFDS network.

use std::collections::HashMap;

use geo::Coord;

use crate::crs::{Crs, Misplaced, Projected, Transform, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::ofds::files::Listed;
use crate::ingest::ofds::object::{NodeRecord, not_in_service};
use crate::ingest::provenance::InputFile;
use crate::ingest::records::transform;
use crate::model::network::Node;
use crate::model::power::PowerSupply;

/// Turns what was read into nodes and spans.
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

    pub fn nodes(&mut self, listed: Listed<NodeRecord>, file: &InputFile) -> Option<Vec<Node>> {
        let mut nodes = Vec::with_capacity(listed.len());
        let mut first: HashMap<&str, u64> = HashMap::with_capacity(listed.len());
        let mut duplicates = false;
        for (record, origin, crs) in listed.iter() {
            let Some(id) = self.id(record.id.as_ref(), origin.row, file) else { continue };
            if let Some(earlier) = first.insert(id, origin.row) {
                duplicates = true;
                self.findings.add(
                    file.finding(
                        Rule::IdDuplicate,
                        format!("node {earlier} of the list has this id too"),
                    )
                    .at(origin.row)
                    .field("nodes/id")
                    .value(id)
                    .hint("every node needs an id of its own, in all networks of the file"),
                );
            }
            let place = self.place(record.position, id, origin.row, crs, file)?;
            if let Some(status) = &record.out_of_service {
                self.findings.add(not_in_service(
                    Rule::NodeNotInService,
                    "node",
                    id,
                    status,
                    origin.row,
                    file,
                ));
            }
            nodes.push(Node {
                id: id.to_owned(),
                name: record.name.clone(),
                types: record.types.clone(),
                place: place.ok(),
                in_service: record.out_of_service.is_none(),
                power: PowerSupply::UNKNOWN,
                providers: record.providers.clone(),
                origin,
            });
        }
        (!duplicates).then_some(nodes)
    }

    /// `None` after an error finding; `Err` for a node without a usable place.
    fn place(
        &mut self,
        position: Option<Coord<f64>>,
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
        let Some(Coord { x, y }) = position else {
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

    pub fn id<'r>(
        &mut self,
        id: Option<&'r String>,
        row: u64,
        file: &InputFile,
    ) -> Option<&'r str> {
        if id.is_none() {
            self.findings.add(file.finding(Rule::IdMissing, "no id; not used").at(row).field("id"));
        }
        id.map(String::as_str)
    }
}
