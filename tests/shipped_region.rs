//! The shipped region: made again byte for byte, small, and holding every situation it claims.

#[path = "../examples/generate_fyrbodal/region/mod.rs"]
mod generator;
#[path = "shipped_region/reading.rs"]
mod reading;

use std::collections::{BTreeMap, BTreeSet};

use geo::{Area, Contains, Distance, Euclidean, InterpolatableLine, Length, Point};
use reading::{Region, Span, grid_value, shipped};
use sha2::{Digest, Sha256};

/// Read, not made: everything else in the directory comes from the generator.
const GIVEN: [&str; 4] = ["extract.py", "fyrbodal.toml", "municipalities.geojson", "places.csv"];

fn shipped_files() -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(shipped()).unwrap().map(Result::unwrap);
    let file = |entry: std::fs::DirEntry| {
        (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
    };
    entries.map(file).collect()
}

#[test]
fn the_generator_makes_the_shipped_bytes_again() {
    let elsewhere = tempfile::tempdir().unwrap();
    for (name, content) in generator::make(&shipped(), generator::SEED).unwrap() {
        std::fs::write(elsewhere.path().join(name), content).unwrap();
    }
    let mut expected = shipped_files();
    for name in GIVEN {
        assert!(expected.remove(name).is_some(), "{name} is missing");
    }
    for (name, content) in &expected {
        let again = std::fs::read(elsewhere.path().join(name));
        let again = again.unwrap_or_else(|_| panic!("{name} is shipped, but not made"));
        assert!(again == *content, "{name} differs: run `cargo run --example generate_fyrbodal`");
    }
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), expected.len());
}

#[test]
fn the_region_is_below_three_megabytes() {
    let bytes: usize = shipped_files().values().map(Vec::len).sum();
    assert!(bytes < 3_000_000, "{bytes} bytes");
}

#[test]
fn every_file_is_in_the_provenance_with_its_true_checksum() {
    let files = shipped_files();
    let page = String::from_utf8(files["PROVENANCE.md"].clone()).unwrap();
    for (name, content) in files.iter().filter(|(name, _)| *name != "PROVENANCE.md") {
        let sum: String = Sha256::digest(content).iter().map(|b| format!("{b:02x}")).collect();
        let line = page.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
        let line = line.unwrap_or_else(|| panic!("{name} is not in the provenance"));
        assert!(line.contains(&sum), "{name}: {line}");
        let real = ["municipalities.geojson", "places.csv"].contains(&name.as_str());
        assert_eq!(line.contains("| real |"), real, "{line}");
    }
}

#[test]
fn the_project_file_names_every_dataset_and_marks_the_invented_ones() {
    let text = std::fs::read_to_string(shipped().join("fyrbodal.toml")).unwrap();
    let project: toml::Table = toml::from_str(&text).unwrap();
    let mut named = BTreeSet::new();
    for (section, value) in &project {
        let tables = match value {
            toml::Value::Array(tables) => tables.clone(),
            table => vec![table.clone()],
        };
        for table in tables.iter().filter(|table| table.get("path").is_some()) {
            named.insert(table["path"].as_str().unwrap().to_owned());
            let synthetic = table.get("synthetic").and_then(toml::Value::as_bool);
            assert_eq!(synthetic == Some(true), section != "municipalities", "{table}");
            let source = table["source"].as_str().unwrap();
            assert_eq!(source.contains("yntetisk"), synthetic == Some(true), "{source}");
            assert!(table.get("licence").is_some());
            named.extend(table.get("power").map(|power| power.as_str().unwrap().to_owned()));
        }
    }
    let beside = ["PROVENANCE.md", "extract.py", "fyrbodal.toml", "mobile_c_5g.prj", "places.csv"];
    let expected: BTreeSet<String> =
        shipped_files().into_keys().filter(|name| !beside.contains(&name.as_str())).collect();
    assert_eq!(named, expected);
}

#[test]
fn sites_stand_in_their_municipality_or_off_the_generalised_coast() {
    let region = Region::read();
    let coast = region.ids("coast_outside_polygon");
    let mismatch = region.ids("municipality_mismatch");
    for (id, site) in &region.sites {
        let Some(at) = site.at else { continue };
        let metres = region.metres_to_land(at);
        assert_eq!(coast.contains(id), metres > 0.0, "{id}: {metres} m from land");
        assert!(metres <= 2000.0, "{id}: {metres} m from land");
        let stated = Euclidean.distance(&at, &region.areas[&site.code]);
        assert!(stated <= metres || mismatch.contains(id), "{id}: stated {}", site.code);
    }
    let at = region.place("municipality_mismatch");
    let home = region.areas.iter().find(|(_, area)| area.contains(&at)).unwrap().0;
    assert_ne!(*home, region.site("municipality_mismatch").code);
}

#[test]
fn kinds_and_the_network_have_the_size_of_the_region() {
    let region = Region::read();
    for (kind, count) in
        [("school", 110), ("preschool", 120), ("care_home", 70), ("health_centre", 25)]
    {
        assert_eq!(region.sites.values().filter(|s| s.kind == kind).count(), count, "{kind}");
    }
    assert!((150..=250).contains(&region.nodes.len()), "{} nodes", region.nodes.len());
    assert!((180..=300).contains(&region.spans.len()), "{} spans", region.spans.len());
    let located = region.sites.values().filter_map(|s| s.at);
    let attached = located.filter(|&at| region.metres_to_node(at) <= 500.0).count();
    assert!(attached > 220, "{attached} sites within reach of a node");
}

#[test]
fn spans_join_their_nodes_and_every_node_is_reached() {
    let region = Region::read();
    for (id, span) in &region.spans {
        let ends = [(&span.start, 0.0), (&span.end, 1.0)];
        for (node, ratio) in ends {
            let drawn = span.route.point_at_ratio_from_start(&Euclidean, ratio).unwrap();
            assert!(Euclidean.distance(drawn, region.nodes[node].at) < 0.5, "{id} at {node}");
        }
    }
    assert_eq!(region.reached(&region.core(), "").len(), region.nodes.len());
    let powered = std::fs::read_to_string(shipped().join("node_power.csv")).unwrap();
    let powered: BTreeSet<&str> =
        powered.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(powered, region.nodes.keys().map(String::as_str).collect());
    for (id, mast) in &region.masts {
        assert!(mast.node.is_empty() || region.nodes.contains_key(&mast.node), "{id}");
    }
}

#[test]
fn an_island_hangs_on_a_sea_cable() {
    let region = Region::read();
    let site = region.site("island");
    let at = site.at.unwrap();
    // A part of its municipality that is not the largest: water lies between.
    let parts = &region.areas[&site.code].0;
    let near = |part: &&geo::Polygon<f64>| Euclidean.distance(&at, *part);
    let own = parts.iter().min_by(|a, b| near(a).total_cmp(&near(b))).unwrap();
    assert!(parts.iter().any(|part| part.unsigned_area() > own.unsigned_area()));
    let node = region.access_node(site).unwrap();
    let crosses = |span: &&Span| {
        let mut along = (1..100).map(|i| i as f64 / 100.0);
        along.any(|ratio| {
            let at = span.route.point_at_ratio_from_start(&Euclidean, ratio).unwrap();
            region.metres_to_land(at) > 0.0
        })
    };
    let cut = region.spans.iter().find(|(id, span)| {
        crosses(span) && !region.reached(&region.core(), id).contains(node.as_str())
    });
    assert!(cut.is_some(), "no sea cable carries {node}");
}

#[test]
fn a_village_hangs_on_one_cable() {
    let region = Region::read();
    let [cable, sites @ ..] = region.ids("village_behind_one_cable") else { panic!("no ids") };
    assert!(sites.len() >= 3);
    let left = region.reached(&region.core(), cable);
    for id in sites {
        let node = region.access_node(&region.sites[id]).unwrap();
        assert!(!left.contains(node.as_str()), "{id} at {node}");
    }
}

#[test]
fn the_ring_is_closed() {
    let region = Region::read();
    let ring = region.ids("ring");
    let joined = |a: &String, b: &String| {
        region.spans.values().any(|s| {
            s.status == "operational"
                && ((s.start == *a && s.end == *b) || (s.start == *b && s.end == *a))
        })
    };
    for (i, node) in ring.iter().enumerate() {
        let next = &ring[(i + 1) % ring.len()];
        assert!(joined(node, next), "{node} to {next}");
    }
    assert_eq!(ring.iter().collect::<BTreeSet<_>>().len(), ring.len());
}

#[test]
fn parallel_cables_join_the_same_nodes_apart() {
    let region = Region::read();
    let [a, b] = region.ids("parallel_cables") else { panic!("two spans") };
    let (a, b) = (&region.spans[a], &region.spans[b]);
    assert_eq!((&a.start, &a.end), (&b.start, &b.end));
    assert!(shared_metres(a, b) < 50.0, "they share a trench");
}

#[test]
fn one_network_has_two_cores_and_the_other_a_lone_one() {
    let region = Region::read();
    let [first, second] = region.ids("two_cores") else { panic!("two cores") };
    let [lone] = region.ids("lone_core") else { panic!("one core") };
    assert_eq!(
        region.core(),
        BTreeSet::from([first, lone, second]).into_iter().collect::<Vec<_>>()
    );
    let main = region.reached(&[first], "");
    assert!(main.contains(second.as_str()) && !main.contains(lone.as_str()));
    let small = region.reached(&[lone], "");
    assert!(small.len() >= 3, "the lone core carries {} nodes", small.len());
    assert_eq!(main.len() + small.len(), region.nodes.len());

    let [planned] = region.ids("span_not_in_operation") else { panic!("one span") };
    let planned = &region.spans[planned];
    assert_eq!(planned.status, "planned");
    assert!(main.contains(planned.start.as_str()) != main.contains(planned.end.as_str()));
}

#[test]
fn two_sides_of_a_ring_share_a_trench() {
    let region = Region::read();
    let [a, b] = region.ids("shared_trench") else { panic!("two spans") };
    let (first, second) = (&region.spans[a], &region.spans[b]);
    assert!(shared_metres(first, second) > 50.0);
    // Either side alone leaves everybody reached: only the trench, which holds both, cuts.
    let everything = region.nodes.len();
    assert_eq!(region.reached(&region.core(), a).len(), everything);
    assert_eq!(region.reached(&region.core(), b).len(), everything);
    let mut without = Region::read();
    without.spans.remove(a);
    assert!(without.reached(&without.core(), b).len() < everything);
}

#[test]
fn every_fixed_status_occurs_and_follows_the_published_order() {
    let region = Region::read();
    let layers = [
        ("connected", region.layer("fibre_connected.geojson", "technology")),
        ("", region.layer("fibre_passed.geojson", "status")),
        ("connected", region.layer("fixed_wireless.geojson", "mbps")),
    ];
    let mut counts: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for site in region.sites.values().filter(|site| site.at.is_some()) {
        let count = counts.entry(&site.code).or_default();
        count.1 += 1.0;
        count.0 += f64::from(region.status(site, &layers) == "connected");
    }
    for status in ["connected", "passed", "planned", "none", "unknown"] {
        assert_eq!(region.status(region.site(status), &layers), status);
    }
    let share = |code: &str| counts[code].0 / counts[code].1;
    for low in ["1460", "1438", "1439"] {
        assert!((0.4..0.8).contains(&share(low)), "{low}: {}", share(low));
        for high in ["1485", "1488"] {
            assert!(share(high) > 0.9, "{high}: {}", share(high));
        }
    }
    let lowest = counts.keys().min_by(|a, b| share(a).total_cmp(&share(b)));
    assert_eq!(lowest, Some(&"1460"), "Bengtsfors was the lowest of the published");
    for (mbps, _) in &layers[2].1 {
        assert!((30..=100).contains(&mbps.parse().unwrap()), "{mbps}");
    }
}

#[test]
fn three_brands_on_two_radio_networks_cover_one_school() {
    let region = Region::read();
    let site = region.site("three_brands_two_networks");
    assert_eq!(site.kind, "school");
    let at = site.at.unwrap();
    for file in ["mobile_a_4g.geojson", "mobile_b_4g.geojson"] {
        let layer = region.layer(file, "mbps");
        let best = layer.iter().filter(|(_, polygon)| polygon.contains(&at));
        let best = best.map(|(mbps, _)| mbps.parse::<u32>().unwrap()).max();
        assert!(best.is_some_and(|mbps| mbps >= 10), "{file}: {best:?}");
    }
    assert!(grid_value(at).is_some_and(|mbps| mbps > 0.0));
    let networks: BTreeSet<&str> =
        region.masts.values().map(|mast| mast.radio_network.as_str()).collect();
    assert_eq!(networks.len(), 2);
    // The grid says yes, no and nothing.
    assert_eq!(grid_value(Point::new(310_000.0, 6_565_000.0)), None);
    let dark = region.sites.values().filter_map(|s| s.at).filter(|&at| grid_value(at) == Some(0.0));
    assert!(dark.count() > 0);
}

#[test]
fn masts_hang_on_the_cables_they_should_back_up() {
    let region = Region::read();
    let [mast, cable, site] = region.ids("mast_on_its_own_cable") else { panic!("three ids") };
    let (mast, site) = (&region.masts[mast], &region.sites[site]);
    let left = region.reached(&region.core(), cable);
    assert!(!left.contains(mast.node.as_str()));
    assert!(!left.contains(region.access_node(site).unwrap().as_str()));
    assert!(Euclidean.distance(mast.at, site.at.unwrap()) <= mast.range_m);

    let [site, cable] = region.ids("fallback_on_the_same_cable") else { panic!("two ids") };
    let site = &region.sites[site];
    let left = region.reached(&region.core(), cable);
    assert!(!left.contains(region.access_node(site).unwrap().as_str()));
    let at = site.at.unwrap();
    let covering = region.masts.values().filter(|m| Euclidean.distance(m.at, at) <= m.range_m);
    let nodes: Vec<&str> = covering.map(|m| m.node.as_str()).collect();
    assert!(!nodes.is_empty() && nodes.iter().all(|n| !n.is_empty() && !left.contains(n)));
}

#[test]
fn attachment_is_too_far_or_stated() {
    let region = Region::read();
    let far = region.site("beyond_attach");
    assert!(far.node.is_empty() && region.metres_to_node(far.at.unwrap()) > 500.0);
    let stated = region.site("explicit_node");
    assert!(region.nodes.contains_key(&stated.node));
    assert!(region.metres_to_node(stated.at.unwrap()) > 500.0);
}

#[test]
fn registers_have_the_gaps_of_real_ones() {
    let region = Region::read();
    let home = region.site("one_feed_no_battery");
    assert_eq!((home.kind, home.feeds.len(), home.ups_h.as_str()), ("care_home", 1, "0"));
    let fed_twice = region.site("two_feeds");
    assert_eq!((fed_twice.kind, fed_twice.feeds.len()), ("care_home", 2));
    assert_eq!(region.site("persons_unknown").persons, "");
    assert_eq!(region.site("no_coordinates").at, None);
    assert_eq!(region.sites.values().filter(|site| site.at.is_none()).count(), 1);
}

/// Metres of `a` that lie within 5 m of `b`, by steps of a metre.
fn shared_metres(a: &Span, b: &Span) -> f64 {
    let metres = Euclidean.length(&a.route);
    let steps = metres as usize;
    let near = (0..=steps).filter(|&step| {
        let at = a.route.point_at_ratio_from_start(&Euclidean, step as f64 / steps as f64);
        Euclidean.distance(&at.unwrap(), &b.route) <= 5.0
    });
    near.count() as f64
}
