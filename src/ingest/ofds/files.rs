//! The two forms of OFDS: a JSON package, and GeoJSON with nodes and spans in files of their own.
//!
//! A file is read one element at a time, in [`document`](super::document), and of each element
//! only what a network needs is kept: a country's network as one tree of JSON values would need
//! ten times the memory of its file.

use serde_json::Value;

use crate::findings::{Findings, Rule};
use crate::ingest::ofds::document::{self, At, Member};
use crate::ingest::ofds::object::{NodeRecord, SpanRecord, take};
use crate::ingest::ofds::{AskedBy, NetworkInput};
use crate::ingest::provenance::InputFile;
use crate::model::source::{Origin, SourceIdx};
use crate::words::key;

/// The nodes or the spans of a file, network by network.
#[derive(Debug)]
pub(super) struct Listed<T> {
    source: SourceIdx,
    /// What each network says of its CRS, with its elements.
    networks: Vec<(Option<String>, Vec<T>)>,
}

impl<T> Listed<T> {
    /// Every element in the order of the file, with where it stands and its CRS.
    pub fn iter(&self) -> impl Iterator<Item = (&T, Origin, Option<&str>)> {
        let networks = self.networks.iter();
        let elements = networks.flat_map(|(crs, elements)| {
            elements.iter().map(move |element| (element, crs.as_deref()))
        });
        let source = self.source;
        elements.zip(1..).map(move |((element, crs), row)| (element, Origin { source, row }, crs))
    }

    pub fn len(&self) -> usize {
        self.networks.iter().map(|(_, elements)| elements.len()).sum()
    }
}

/// Reads a file as JSON, with `read`.
fn json<T>(
    file: &InputFile,
    settings: &NetworkInput,
    findings: &mut Findings,
    read: impl FnOnce(&[u8], &At) -> serde_json::Result<T>,
) -> Option<T> {
    let bytes = std::fs::read(&file.path)
        .map_err(|cause| key::FindingItNotRead { cause: cause.to_string() })
        .map_err(|message| findings.add(file.finding(Rule::FileMissing, message)))
        .ok()?;
    if bytes.is_empty() {
        findings.add(file.finding(Rule::FileEmpty, key::FindingFileEmpty).hint(key::HintEmpty));
        return None;
    }
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let at = At::default();
    let unreadable = |cause: serde_json::Error| {
        let message = key::FindingNoJson { cause: format!("{cause}{at}") };
        file.finding(Rule::NetworkUnreadable, message).hint(settings.asked_by.form_hint(&file.path))
    };
    read(text, &at).map_err(|cause| findings.add(unreadable(cause))).ok()
}

/// The nodes and spans of every network in a package.
pub(super) fn package(
    file: &InputFile,
    source: SourceIdx,
    settings: &NetworkInput,
    findings: &mut Findings,
) -> Option<(Listed<NodeRecord>, Listed<SpanRecord>)> {
    let column = settings.trench_column.as_deref();
    let root = json(file, settings, findings, |text, at| document::package(text, column, at))?;
    let networks = match root {
        document::NetworkObject { networks: Member::List(networks), .. } => networks,
        root if matches!(root.networks, Member::Absent)
            && !matches!(root.nodes, Member::Absent) =>
        {
            vec![root]
        }
        _ => {
            findings.add(
                file.finding(Rule::NetworkUnreadable, key::FindingNoNetworks)
                    .hint(settings.asked_by.package_hint()),
            );
            return None;
        }
    };
    let mut nodes = Listed { source, networks: Vec::new() };
    let mut spans = Listed { source, networks: Vec::new() };
    for network in networks {
        match network.nodes {
            Member::List(listed) => nodes.networks.push((network.crs.clone(), listed)),
            Member::Absent | Member::NoList => findings.add(
                file.finding(Rule::NetworkWithoutNodes, key::FindingNoNodeList)
                    .field("nodes")
                    .hint(key::HintOtherNodes),
            ),
        }
        match network.spans {
            Member::List(listed) => spans.networks.push((network.crs, listed)),
            Member::Absent | Member::NoList => findings.add(
                file.finding(Rule::NetworkWithoutSpans, key::FindingNoSpanList)
                    .field("spans")
                    .hint(key::HintEmptySpans),
            ),
        }
    }
    if nodes.len() == 0 {
        findings.add(
            file.finding(Rule::FileEmpty, key::FindingPackageEmpty).hint(key::HintPackageLinks),
        );
        return None;
    }
    Some((nodes, spans))
}

/// The features of an OFDS GeoJSON file, with the geometry put where a package has it.
pub(super) fn features<T>(
    file: &InputFile,
    source: SourceIdx,
    settings: &NetworkInput,
    geometry_key: &str,
    mut make: impl FnMut(Value) -> T,
    findings: &mut Findings,
) -> Option<Listed<T>> {
    let make = |mut feature: Value| {
        let (mut object, geometry) =
            (take(&mut feature, "properties"), take(&mut feature, "geometry"));
        if let Some(members) = object.as_object_mut() {
            members.insert(geometry_key.to_owned(), geometry);
        }
        make(object)
    };
    match json(file, settings, findings, |text, at| document::features(text, make, at))? {
        Member::List(listed) => Some(Listed { source, networks: vec![(None, listed)] }),
        Member::Absent | Member::NoList => {
            let fault = file.finding(Rule::NetworkUnreadable, key::FindingNoFeatures);
            findings.add(match settings.asked_by {
                AskedBy::Project => fault,
                AskedBy::CommandLine => fault.hint(key::HintOneFile),
            });
            None
        }
    }
}
