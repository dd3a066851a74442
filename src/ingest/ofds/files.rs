//! The two forms of OFDS: a JSON package, and GeoJSON with nodes and spans in files of their own.

use serde_json::Value;

use crate::findings::{Findings, Rule};
use crate::ingest::provenance::InputFile;
use crate::ingest::records::WHERE_EMPTY;
use crate::model::source::{Origin, SourceIdx};

/// A node or span of one file as a JSON object, with what it belongs to.
pub(super) struct Listed {
    pub object: Value,
    pub origin: Origin,
    pub crs: Option<String>,
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
pub(super) fn package(
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
pub(super) fn features(
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
