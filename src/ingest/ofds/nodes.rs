//! Nodes of an OFDS network.

use std::collections::HashMap;

use geo::Coord;

use crate::crs::{Crs, Misplaced, Projected, Transform, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::ofds::NetworkInput;
use crate::ingest::ofds::files::Listed;
use crate::ingest::ofds::object::NodeRecord;
use crate::ingest::ofds::status::Statuses;
use crate::ingest::placing::{crs_fault, transform};
use crate::ingest::provenance::InputFile;
use crate::model::network::Node;
use crate::model::power::PowerSupply;
use crate::words::{Plain, Said, key};

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
                        file.finding(Rule::CrsUnusable, crs_fault(&fault))
                            .field("crs")
                            .hint(key::HintNetworkCrs),
                    );
                    return None;
                }
            };
            let made = transform(Some(&crs), self.working, file, self.findings)?;
            self.transforms.insert(definition.to_owned(), made);
        }
        self.transforms.get(definition)
    }

    pub fn nodes(
        &mut self,
        listed: Listed<NodeRecord>,
        settings: &NetworkInput,
        file: &InputFile,
    ) -> Option<Vec<Node>> {
        let mut statuses = Statuses::new(file, settings);
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
                        key::FindingNodeIdTwice { row: Plain(earlier) },
                    )
                    .at(origin.row)
                    .field("nodes/id")
                    .value(id)
                    .hint(key::HintNodeIdOnce),
                );
            }
            let place = self.place(record.position, id, origin.row, crs, file)?;
            let off = (Rule::NodeNotInService, key::FindingNodeOff { node: id }.into());
            let in_service = statuses.is_in_service(&record.status, origin, off, self.findings);
            nodes.push(Node {
                id: id.to_owned(),
                name: record.name.clone(),
                types: record.types.clone(),
                place: place.ok(),
                in_service,
                power: PowerSupply::UNKNOWN,
                providers: record.providers.clone(),
                origin,
            });
        }
        statuses.finish("nodes", self.findings);
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
        let without = |why: Said| {
            file.finding(Rule::NodeWithoutPlace, key::FindingNodeNoPlace { node: id, why })
                .at(row)
                .field("nodes/location")
        };
        let Some(Coord { x, y }) = position else {
            self.findings.add(without(key::FindingNodeNoPosition.into()));
            return Some(Err(()));
        };
        let placed = self.transform(crs, file)?.position(x, y);
        Some(placed.map_err(|misplaced| {
            let why: Said = match misplaced {
                Misplaced::NotFinite => key::FindingNodeNotFinite.into(),
                Misplaced::Zero => key::FindingNodeZero.into(),
                Misplaced::Swapped => key::FindingNodeSwapped.into(),
                Misplaced::OutsideExtent => key::FindingNodeOutside.into(),
            };
            self.findings.add(without(why).value(format!("{x} {y}")));
        }))
    }

    pub fn id<'r>(
        &mut self,
        id: Option<&'r String>,
        row: u64,
        file: &InputFile,
    ) -> Option<&'r str> {
        if id.is_none() {
            let missing = file.finding(Rule::IdMissing, key::FindingNoIdOfElement);
            self.findings.add(missing.at(row).field("id"));
        }
        id.map(String::as_str)
    }
}
