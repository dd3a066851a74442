//! Reads the shipped files as a stranger would: from the project file's words, with PROJ for the
//! coordinates, and without a line of the generator.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use gdal::spatial_ref::{AxisMappingStrategy, CoordTransform, SpatialRef};
use geo::{Contains, Coord, Distance, Euclidean, LineString, MultiPolygon, Point, Polygon};
use serde_json::Value;

pub fn shipped() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("datasets/fyrbodal")
}

pub struct Site {
    pub kind: &'static str,
    pub code: String,
    pub at: Option<Point<f64>>,
    pub persons: String,
    pub fibre: String,
    pub ups_h: String,
    pub feeds: Vec<String>,
    pub node: String,
}

pub struct Node {
    pub kind: String,
    pub at: Point<f64>,
}

pub struct Span {
    pub start: String,
    pub end: String,
    pub status: String,
    pub route: LineString<f64>,
}

pub struct Mast {
    pub at: Point<f64>,
    pub range_m: f64,
    pub radio_network: String,
    pub node: String,
}

/// Polygons with the one property that a test asks for.
pub type Layer = Vec<(String, Polygon<f64>)>;

pub struct Region {
    pub areas: BTreeMap<String, MultiPolygon<f64>>,
    pub sites: BTreeMap<String, Site>,
    pub nodes: BTreeMap<String, Node>,
    pub spans: BTreeMap<String, Span>,
    pub masts: BTreeMap<String, Mast>,
    pub situations: BTreeMap<String, Vec<String>>,
    to_metres: CoordTransform,
}

impl Region {
    pub fn read() -> Self {
        let longitude_first = |code| {
            let mut crs = SpatialRef::from_epsg(code).unwrap();
            crs.set_axis_mapping_strategy(AxisMappingStrategy::TraditionalGisOrder);
            crs
        };
        let to_metres = CoordTransform::new(&longitude_first(4326), &longitude_first(3006));
        let mut region = Self {
            areas: BTreeMap::new(),
            sites: BTreeMap::new(),
            nodes: BTreeMap::new(),
            spans: BTreeMap::new(),
            masts: BTreeMap::new(),
            situations: BTreeMap::new(),
            to_metres: to_metres.unwrap(),
        };
        region.read_areas();
        region.read_schools();
        region.read_in_degrees("preschools.csv", "preschool", "children");
        region.read_in_degrees("care_homes.csv", "care_home", "residents");
        region.read_health_centres();
        region.read_network();
        region.read_masts();
        region.read_situations();
        region
    }

    /// The ids that `PROVENANCE.md` gives for a situation.
    pub fn ids(&self, situation: &str) -> &[String] {
        self.situations.get(situation).unwrap_or_else(|| panic!("no situation {situation}"))
    }

    pub fn site(&self, situation: &str) -> &Site {
        &self.sites[&self.ids(situation)[0]]
    }

    /// Where the site of a situation is.
    pub fn place(&self, situation: &str) -> Point<f64> {
        self.site(situation).at.unwrap()
    }

    pub fn metres_to_land(&self, at: Point<f64>) -> f64 {
        self.areas.values().map(|a| Euclidean.distance(&at, a)).fold(f64::INFINITY, f64::min)
    }

    pub fn metres_to_node(&self, at: Point<f64>) -> f64 {
        let metres = self.nodes.values().map(|n| Euclidean.distance(at, n.at));
        metres.fold(f64::INFINITY, f64::min)
    }

    /// The node a site hangs on: its own word, else the nearest within 500 m.
    pub fn access_node(&self, site: &Site) -> Option<&String> {
        if !site.node.is_empty() {
            return self.nodes.get_key_value(&site.node).map(|(id, _)| id);
        }
        let at = site.at?;
        let metres = |n: &Node| Euclidean.distance(at, n.at);
        let (id, node) =
            self.nodes.iter().min_by(|a, b| metres(a.1).total_cmp(&metres(b.1))).unwrap();
        (metres(node) <= 500.0).then_some(id)
    }

    /// The nodes joined to any of `from` by operational spans, but for the span `lost`.
    pub fn reached(&self, from: &[&str], lost: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&str> =
            from.iter().map(|&id| self.nodes.get_key_value(id).unwrap().0.as_str()).collect();
        while let Some(node) = open.pop() {
            if !reached.insert(node) {
                continue;
            }
            for (id, span) in &self.spans {
                if id != lost && span.status == "operational" {
                    if span.start == node {
                        open.push(&span.end);
                    } else if span.end == node {
                        open.push(&span.start);
                    }
                }
            }
        }
        reached
    }

    /// The core nodes by the project file's rule, sorted.
    pub fn core(&self) -> Vec<&str> {
        let text = std::fs::read_to_string(shipped().join("fyrbodal.toml")).unwrap();
        let project: toml::Table = toml::from_str(&text).unwrap();
        let core = &project["network"]["core"];
        let names = |key: &str, word: &str| {
            core[key].as_array().unwrap().iter().any(|value| value.as_str() == Some(word))
        };
        let is_core = |(id, n): &(&String, &Node)| names("types", &n.kind) || names("ids", id);
        self.nodes.iter().filter(is_core).map(|(id, _)| id.as_str()).collect()
    }

    /// The polygons of a GeoJSON file, each with one property as text.
    pub fn layer(&self, file: &str, property: &str) -> Layer {
        let polygon = |feature: &Value| {
            let rings: Vec<Vec<[f64; 2]>> = coordinates(feature);
            (text(&feature["properties"][property]), Polygon::new(self.line(&rings[0]), vec![]))
        };
        features(file).iter().map(polygon).collect()
    }

    /// The status by the documented rule: the owner's word, then the best layer; outside all,
    /// unknown, because not every layer is complete.
    pub fn status(&self, site: &Site, layers: &[(&str, Layer)]) -> String {
        let at = site.at.unwrap();
        let covered = layers
            .iter()
            .flat_map(|(constant, layer)| layer.iter().map(move |(own, p)| (*constant, own, p)))
            .filter(|(_, _, polygon)| polygon.contains(&at))
            .map(|(constant, own, _)| if constant.is_empty() { own.as_str() } else { constant });
        let order = ["connected", "passed", "planned"];
        let best = covered.min_by_key(|status| order.iter().position(|o| o == status));
        match (site.fibre.as_str(), best) {
            ("ja", _) => "connected",
            ("nej", None) => "none",
            (_, Some(status)) => status,
            _ => "unknown",
        }
        .to_owned()
    }

    fn metres(&self, [lon, lat]: [f64; 2]) -> Point<f64> {
        let (mut x, mut y) = ([lon], [lat]);
        self.to_metres.transform_coords(&mut x, &mut y, &mut []).unwrap();
        Point::new(x[0], y[0])
    }

    fn line(&self, coordinates: &[[f64; 2]]) -> LineString<f64> {
        coordinates.iter().map(|&c| Coord::from(self.metres(c))).collect()
    }

    fn read_areas(&mut self) {
        for feature in features("municipalities.geojson") {
            let parts: Vec<Vec<Vec<[f64; 2]>>> = coordinates(&feature);
            let polygons = parts.iter().map(|part| {
                let holes = part[1..].iter().map(|hole| self.line(hole)).collect();
                Polygon::new(self.line(&part[0]), holes)
            });
            let polygons = polygons.collect();
            self.areas.insert(text(&feature["properties"]["kommunkod"]), polygons);
        }
    }

    fn read_schools(&mut self) {
        let bytes = std::fs::read(shipped().join("schools.csv")).unwrap();
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
        for row in rows(b';', bytes) {
            let number = |column: &str| row[column].replace(',', ".").parse().unwrap();
            let site = Site {
                kind: "school",
                code: row["kommunkod"].clone(),
                at: Some(Point::new(number("easting"), number("northing"))),
                persons: row["pupils"].clone(),
                fibre: row["fibre"].clone(),
                ups_h: row["ups_h"].clone(),
                feeds: split(&row["feeds"]),
                node: row["node"].clone(),
            };
            self.insert(row["code"].clone(), site);
        }
    }

    fn read_in_degrees(&mut self, file: &str, kind: &'static str, persons: &str) {
        for row in rows(b',', &std::fs::read(shipped().join(file)).unwrap()) {
            let number = |column: &str| row[column].parse::<f64>().ok();
            let optional = |column: &str| row.get(column).cloned().unwrap_or_default();
            let degrees = number("lon").zip(number("lat"));
            let site = Site {
                kind,
                code: row["kommunkod"].clone(),
                at: degrees.map(|(lon, lat)| self.metres([lon, lat])),
                persons: row[persons].clone(),
                fibre: optional("fibre"),
                ups_h: optional("ups_h"),
                feeds: split(&optional("feeds")),
                node: String::new(),
            };
            self.insert(row["id"].clone(), site);
        }
    }

    fn read_health_centres(&mut self) {
        for feature in features("health_centres.geojson") {
            let value = |key: &str| text(&feature["properties"][key]);
            let site = Site {
                kind: "health_centre",
                code: value("kommunkod"),
                at: Some(self.metres(coordinates(&feature))),
                persons: value("staff"),
                fibre: value("fibre"),
                ups_h: value("ups_h"),
                feeds: split(&value("feeds")),
                node: String::new(),
            };
            self.insert(value("id"), site);
        }
    }

    fn insert(&mut self, id: String, site: Site) {
        assert!(self.sites.insert(id.clone(), site).is_none(), "{id} occurs twice");
    }

    fn read_network(&mut self) {
        let text_of_file = std::fs::read_to_string(shipped().join("network.json")).unwrap();
        let package: Value = serde_json::from_str(&text_of_file).unwrap();
        let network = &package["networks"][0];
        for node in network["nodes"].as_array().unwrap() {
            let at: [f64; 2] =
                serde_json::from_value(node["location"]["coordinates"].clone()).unwrap();
            let kind = text(&node["type"][0]);
            let node_at = Node { kind, at: self.metres(at) };
            assert!(self.nodes.insert(text(&node["id"]), node_at).is_none());
        }
        for span in network["spans"].as_array().unwrap() {
            let route: Vec<[f64; 2]> =
                serde_json::from_value(span["route"]["coordinates"].clone()).unwrap();
            let drawn = Span {
                start: text(&span["start"]),
                end: text(&span["end"]),
                status: text(&span["status"]),
                route: self.line(&route),
            };
            assert!(self.spans.insert(text(&span["id"]), drawn).is_none());
        }
    }

    fn read_masts(&mut self) {
        for row in rows(b',', &std::fs::read(shipped().join("masts.csv")).unwrap()) {
            let number = |column: &str| row[column].parse().unwrap();
            let mast = Mast {
                at: Point::new(number("x"), number("y")),
                range_m: number("range_m"),
                radio_network: row["radio_network"].clone(),
                node: row["network_node"].clone(),
            };
            assert!(self.masts.insert(row["id"].clone(), mast).is_none());
        }
    }

    fn read_situations(&mut self) {
        let page = std::fs::read_to_string(shipped().join("PROVENANCE.md")).unwrap();
        let (_, table) = page.split_once("## Situations").unwrap();
        for line in table.lines().filter(|line| line.contains("| `")) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let ids = cells[2].split_whitespace().map(|id| id.trim_matches('`').to_owned());
            self.situations.insert(cells[0].to_owned(), ids.collect());
        }
    }
}

/// The value of the third brand's grid at a point; `None` where there is none.
pub fn grid_value(at: Point<f64>) -> Option<f64> {
    let text = std::fs::read_to_string(shipped().join("mobile_c_5g.asc")).unwrap();
    let mut lines = text.lines();
    let head: Vec<f64> = (0..6)
        .map(|_| lines.next().unwrap().split_once(' ').unwrap().1.trim().parse().unwrap())
        .collect();
    let [_, rows, west, south, cell, nodata] = head[..] else { panic!("a header of six lines") };
    let column = ((at.x() - west) / cell) as usize;
    let row = rows as usize - 1 - ((at.y() - south) / cell) as usize;
    let value: f64 = lines.nth(row)?.split(' ').nth(column)?.parse().unwrap();
    (value != nodata).then_some(value)
}

fn rows(delimiter: u8, content: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(content);
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn features(file: &str) -> Vec<Value> {
    let content = std::fs::read_to_string(shipped().join(file)).unwrap();
    let mut collection: Value = serde_json::from_str(&content).unwrap();
    collection["features"].as_array_mut().unwrap().drain(..).collect()
}

fn coordinates<T: serde::de::DeserializeOwned>(feature: &Value) -> T {
    serde_json::from_value(feature["geometry"]["coordinates"].clone()).unwrap()
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn split(feeds: &str) -> Vec<String> {
    feeds.split(';').filter(|feed| !feed.is_empty()).map(str::to_owned).collect()
}
