//! A region of [`crate::region`] written down as a project: the same facts in any format, in any CRS
//! and in any order, to be read back by the program.

#![allow(dead_code, reason = "every test file uses its own part")]

pub mod format;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use beredd::crs::{Crs, Outward, Projected};
use beredd::ingest::Inputs;
use beredd::model::coverage::{MobileCoverage, MobileSignal};
use beredd::model::knowledge::Knowledge;
use beredd::model::source::Source;
use beredd::project::Project;
use format::{Cells, Format, Grid, Holds, Sheet};
use geo::{Coord, LineString, MultiPolygon, Polygon};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::{Value, json};

/// How a region is written.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Of every place but those in rasters.
    pub crs: &'static str,
    /// Of sites, masts and the power of nodes.
    pub records: Format,
    /// Of municipalities and coverage.
    pub areas: Format,
    pub raster: Raster,
    /// Whether the network is two files of GeoJSON instead of one package.
    pub network_in_two: bool,
    /// Whether no number is 0: what some formats make of a blank one.
    pub zero_is_blank: bool,
    /// The order of files, rows, columns, parts and points is drawn with this seed.
    pub order: Option<u64>,
}

/// A format of rasters, and the CRS of its cells.
#[derive(Clone, Copy, Debug)]
pub struct Raster {
    pub format: format::RasterFormat,
    pub crs: &'static str,
}

impl Form {
    /// What the others are compared with.
    pub const PLAIN: Self = Self {
        crs: "EPSG:3006",
        records: Format::Csv,
        areas: Format::GeoJson,
        raster: Raster { format: format::RasterFormat::Ascii, crs: "EPSG:3006" },
        network_in_two: false,
        zero_is_blank: false,
        order: None,
    };
}

/// Writes the files and `project.toml`.
pub fn write(directory: &Path, project: &Project, inputs: &Inputs, form: &Form) {
    let writer = Writer {
        directory,
        project,
        inputs,
        form,
        outward: outward(project, form.crs),
        order: form.order.map(|seed| ChaCha8Rng::seed_from_u64(seed).into()),
    };
    let toml = writer.project();
    std::fs::write(directory.join("project.toml"), toml).expect("written");
}

fn outward(project: &Project, crs: &str) -> Outward {
    let crs = Crs::from_definition(crs).expect("known to PROJ");
    project.region.crs.to(&crs).expect("there is a way")
}

struct Writer<'a> {
    directory: &'a Path,
    project: &'a Project,
    inputs: &'a Inputs,
    form: &'a Form,
    outward: Outward,
    order: Option<std::cell::RefCell<ChaCha8Rng>>,
}

impl Writer<'_> {
    /// Puts a list into another order, where one is asked for.
    fn shuffle<T>(&self, list: &mut [T]) {
        let Some(order) = &self.order else { return };
        for i in (1..list.len()).rev() {
            list.swap(i, order.borrow_mut().next_u32() as usize % (i + 1));
        }
    }

    fn turned(&self) -> bool {
        self.order.as_ref().is_some_and(|order| order.borrow_mut().next_u32().is_multiple_of(2))
    }

    fn below(&self, count: usize) -> usize {
        let draw = self.order.as_ref().map_or(0, |order| order.borrow_mut().next_u32() as usize);
        draw % count.max(1)
    }

    fn point(&self, place: Projected) -> Coord<f64> {
        let (x, y) = self.outward.position(place).expect("in Sweden");
        Coord { x, y }
    }

    /// A line in the CRS of the form: where that bends straight lines, with points in between.
    fn line(&self, line: &LineString<f64>, bend: bool) -> LineString<f64> {
        let mut points: Vec<Coord<f64>> = Vec::new();
        for (i, end) in line.0.iter().enumerate() {
            let pieces = match i {
                0 => 1,
                _ if !bend || self.form.crs == "EPSG:3006" => 1,
                // The sagitta of 250 m is below a millimetre in every CRS that is tried.
                _ => ((*end - line.0[i - 1]).x.hypot((*end - line.0[i - 1]).y) / 250.0).ceil()
                    as usize,
            };
            let start = if i == 0 { *end } else { line.0[i - 1] };
            for piece in 1..=pieces.max(1) {
                let c = start + (*end - start) * (piece as f64 / pieces.max(1) as f64);
                points.push(self.point(Projected::from_metres(c.x, c.y).expect("finite")));
            }
        }
        LineString(points)
    }

    /// A ring that begins at any of its points and runs in any direction.
    fn ring(&self, ring: &LineString<f64>) -> LineString<f64> {
        let mut points = self.line(ring, true).0;
        points.pop();
        let begin = self.below(points.len());
        points.rotate_left(begin);
        // Shapefiles tell holes by direction, and so are never turned.
        if self.form.areas != Format::Shapefile && self.turned() {
            points.reverse();
        }
        points.push(points[0]);
        LineString(points)
    }

    fn area(&self, area: &MultiPolygon<f64>) -> MultiPolygon<f64> {
        let polygon = |polygon: &Polygon<f64>| {
            let mut holes: Vec<_> =
                polygon.interiors().iter().map(|ring| self.ring(ring)).collect();
            self.shuffle(&mut holes);
            Polygon::new(self.ring(polygon.exterior()), holes)
        };
        let mut parts: Vec<Polygon<f64>> = area.0.iter().map(polygon).collect();
        self.shuffle(&mut parts);
        MultiPolygon(parts)
    }

    /// Writes a sheet and tells the name of its file.
    fn put(&self, mut sheet: Sheet, format: Format) -> String {
        let is_zero = |cell: &String| cell.parse() == Ok(0.0);
        for row in sheet.rows.iter_mut().filter(|_| self.form.zero_is_blank) {
            for (cell, (_, holds)) in row.cells.iter_mut().zip(&sheet.columns) {
                cell.take_if(|cell| *holds == Holds::Number && is_zero(cell));
            }
        }
        self.shuffle(&mut sheet.rows);
        let mut columns: Vec<usize> = (0..sheet.columns.len()).collect();
        self.shuffle(&mut columns);
        let of = |place: &usize| sheet.columns[*place];
        let turned = columns.iter().map(of).collect();
        for row in &mut sheet.rows {
            row.cells = columns.iter().map(|place| row.cells[*place].clone()).collect();
        }
        sheet.columns = turned;
        format::write(&sheet, format, self.form.crs, self.directory)
    }

    fn project(&self) -> String {
        let region = &self.project.region;
        let mut sections = Vec::new();
        sections.extend(self.sites());
        sections.extend(self.fixed());
        sections.extend(self.mobile());
        sections.extend(self.masts());
        self.shuffle(&mut sections);
        sections.extend(self.network());
        format!(
            "[region]\nname = {:?}\ncrs = \"EPSG:3006\"\nlanguage = \"sv\"\n\n{}{}\n[score]\ndraws = 100\n",
            region.name,
            self.municipalities(),
            sections.concat(),
        )
    }

    fn municipalities(&self) -> String {
        let columns =
            [("kommunkod", Holds::Text), ("namn", Holds::Text), ("delregion", Holds::Text)];
        let mut sheet = Sheet::new("kommuner", &columns);
        for one in &self.inputs.municipalities {
            let cells = vec![text(one.code.as_str()), text(&one.name), one.group.clone()];
            sheet.rows.push(Cells { cells, shape: Some(self.area(one.area.polygons()).into()) });
        }
        let path = self.put(sheet, self.form.areas);
        let within = self.project.municipalities.nearest_within.value();
        format!(
            "[municipalities]\npath = \"{path}\"\ncode = \"kommunkod\"\nname = \"namn\"\n\
             group = \"delregion\"\nnearest_within_m = {within}\nsource = \"SCB\"\n\n"
        )
    }

    fn sites(&self) -> Vec<String> {
        let used: BTreeSet<usize> = self.inputs.sites.iter().map(|s| s.origin.source.0).collect();
        used.into_iter().map(|source| self.register(source)).collect()
    }

    /// The sites of one source.
    fn register(&self, source: usize) -> String {
        let of = &self.inputs.sources[source];
        let section = self.project.sites.iter().find(|section| section.file.written == of.path);
        let section = section.expect("a section for each source");
        let is_table = self.form.records.is_table();
        let mut columns = vec![("kod", Holds::Text), ("namn", Holds::Text), ("kind", Holds::Text)];
        if is_table {
            columns.extend([("x", Holds::Number), ("y", Holds::Number)]);
        }
        columns.extend([("persons", Holds::Number), ("kommun", Holds::Text)]);
        let asked = [
            ("node", "network_node", Holds::Text, section.network_node.is_some()),
            ("fibre", "connected", Holds::Text, section.connected.is_some()),
            ("ups_h", "backup_power_h", Holds::Number, section.backup_power.is_some()),
            ("feeds", "power_feeds", Holds::Text, section.power_feeds.is_some()),
        ];
        let asked = asked.iter().filter(|(.., asked)| *asked);
        columns.extend(asked.clone().map(|(column, _, holds, _)| (*column, *holds)));
        let mut sheet = Sheet::new(&format!("platser_{source}"), &columns);
        for site in self.inputs.sites.iter().filter(|site| site.origin.source.0 == source) {
            let place = site.place.map(|place| self.point(place));
            let cells = columns.iter().map(|(column, _)| match *column {
                "kod" => text(&site.id),
                "namn" => text(&site.name),
                "kind" => text(site.kind.name()),
                "x" => place.map(|place| number(place.x)),
                "y" => place.map(|place| number(place.y)),
                "persons" => site.persons.map(|persons| persons.to_string()),
                "kommun" => site.stated_municipality.clone(),
                "node" => site.stated_node.clone(),
                "fibre" => word(site.stated_connection),
                "ups_h" => site.backup_power.map(|hours| number(hours.value())),
                "feeds" => feeds(&site.power_feeds),
                other => unreachable!("{other}"),
            });
            let shape = place.filter(|_| !is_table).map(|place| geo::Point(place).into());
            sheet.rows.push(Cells { cells: cells.collect(), shape });
        }
        let path = self.put(sheet, self.form.records);
        let mut toml = format!(
            "[[sites]]\npath = \"{path}\"\nkind_column = \"kind\"\nid = \"kod\"\nname = \"namn\"\n\
             persons = \"persons\"\nmunicipality = \"kommun\"\n"
        );
        for (column, key, ..) in asked {
            let _ = writeln!(toml, "{key} = \"{column}\"");
        }
        toml + &self.place_keys(true) + &about(of)
    }

    /// The keys that a table needs to have places.
    fn place_keys(&self, columns: bool) -> String {
        if !self.form.records.is_table() {
            return String::new();
        }
        let columns = if columns { "x = \"x\"\ny = \"y\"\n" } else { "" };
        // Coordinates have a point unless it is said that they do not.
        let comma = self.form.records == Format::CsvFromExcel;
        let decimal = if comma { "decimal = \",\"\n" } else { "" };
        format!("{columns}crs = \"{}\"\n{decimal}", self.form.crs)
    }

    fn fixed(&self) -> Vec<String> {
        let columns =
            [("technology", Holds::Text), ("status", Holds::Text), ("mbps", Holds::Number)];
        let layers = self.inputs.fixed.iter().zip(0..);
        let written = layers.map(|(layer, number)| {
            let mut sheet = Sheet::new(&format!("fast_{number}"), &columns);
            for area in &layer.areas {
                let download = area.download.map(|rate| self::number(rate.value()));
                let cells = vec![text(&area.technology), text(area.status.name()), download];
                sheet
                    .rows
                    .push(Cells { cells, shape: Some(self.area(area.area.polygons()).into()) });
            }
            let path = self.put(sheet, self.form.areas);
            format!(
                "[[fixed]]\npath = \"{path}\"\ntechnology_column = \"technology\"\n\
                 status_column = \"status\"\ndownload_column = \"mbps\"\ncomplete = {}\n{}",
                layer.complete,
                about(&self.inputs.sources[layer.source.0]),
            )
        });
        written.collect()
    }

    fn mobile(&self) -> Vec<String> {
        let layers = self.inputs.mobile.iter().zip(0..);
        let written = layers.map(|(layer, number)| {
            let name = format!("mobil_{number}");
            let (path, reading) = match &layer.coverage {
                MobileCoverage::Polygons(areas) => {
                    let mut sheet = Sheet::new(&name, &[("mbps", Holds::Number)]);
                    for area in areas {
                        let cells = vec![area.download.map(|rate| self::number(rate.value()))];
                        let shape = Some(self.area(area.area.polygons()).into());
                        sheet.rows.push(Cells { cells, shape });
                    }
                    (self.put(sheet, self.form.areas), "download_column = \"mbps\"".to_owned())
                }
                MobileCoverage::AtSites(signals) => {
                    let Raster { format, crs } = self.form.raster;
                    let path =
                        format::write_grid(&self.grid(signals), &name, format, crs, self.directory);
                    (path, format!("raster = {{ unit = \"mbps\" }}\ncrs = \"{crs}\""))
                }
            };
            format!(
                "[[mobile]]\npath = \"{path}\"\noperator = {:?}\nradio_network = {:?}\n{reading}\n\
                 complete = {}\n{}",
                layer.operator,
                layer.radio_network,
                layer.complete,
                about(&self.inputs.sources[layer.source.0]),
            )
        });
        written.collect()
    }

    /// A raster that says at each site what was read there, and nothing anywhere else.
    fn grid(&self, signals: &[MobileSignal]) -> Grid {
        let outward = outward(self.project, self.form.raster.crs);
        let places = self.inputs.sites.iter().zip(signals).filter_map(|(site, signal)| {
            let (x, y) = outward.position(site.place?)?;
            let value = match signal {
                MobileSignal::Covered(Some(rate)) => rate.value(),
                MobileSignal::NotCovered => 0.0,
                MobileSignal::Silent => return None,
                other => unreachable!("no raster of rates says {other:?}"),
            };
            Some((Coord { x, y }, value))
        });
        Grid::around(&places.collect::<Vec<_>>())
    }

    fn masts(&self) -> Vec<String> {
        let Some(masts) = &self.inputs.infrastructure.masts else { return Vec::new() };
        let is_table = self.form.records.is_table();
        let mut columns = vec![("id", Holds::Text)];
        if is_table {
            columns.extend([("x", Holds::Number), ("y", Holds::Number)]);
        }
        // Ten letters at most, for the sake of one format.
        columns.extend([
            ("operator", Holds::Text),
            ("network", Holds::Text),
            ("range_m", Holds::Number),
            ("node", Holds::Text),
            ("battery_h", Holds::Number),
            ("power_feed", Holds::Text),
        ]);
        let mut sheet = Sheet::new("master", &columns);
        for mast in masts {
            let place = mast.place.map(|place| self.point(place));
            let cells = columns.iter().map(|(column, _)| match *column {
                "id" => text(&mast.id),
                "x" => place.map(|place| number(place.x)),
                "y" => place.map(|place| number(place.y)),
                "operator" => mast.operator.clone(),
                "network" => mast.radio_network.clone(),
                "range_m" => mast.range.map(|range| number(range.value())),
                "node" => mast.stated_node.clone(),
                "battery_h" => mast.power.battery.map(|hours| number(hours.value())),
                "power_feed" => feeds(&mast.power.feeds),
                other => unreachable!("{other}"),
            });
            let shape = place.filter(|_| !is_table).map(|place| geo::Point(place).into());
            sheet.rows.push(Cells { cells: cells.collect(), shape });
        }
        let path = self.put(sheet, self.form.records);
        vec![format!(
            "[[masts]]\npath = \"{path}\"\nid = \"id\"\nradio_network = \"network\"\n\
             network_node = \"node\"\n{}source = \"Master\"\n\n",
            self.place_keys(false),
        )]
    }

    fn network(&self) -> Option<String> {
        let network = self.inputs.infrastructure.network.as_ref()?;
        let id = |node| network.node(node).id.as_str();
        let mut nodes: Vec<(Value, Value)> = network.nodes().iter().map(|node| {
            let place = node.place.map(|place| self.point(place));
            let point = place.map(|c| json!({ "type": "Point", "coordinates": [c.x, c.y] }));
            (json!({ "id": node.id, "name": node.name, "type": node.types,
                "status": status(node.in_service), "networkProviders": providers(&node.providers) }),
             point.unwrap_or_default())
        }).collect();
        let mut spans: Vec<(Value, Value)> = network
            .spans()
            .iter()
            .map(|span| {
                let (mut ends, mut route) = ([span.start, span.end], span.route.clone());
                if self.turned() {
                    ends.reverse();
                    route.iter_mut().for_each(|route| route.0.reverse());
                }
                // A route is a list of points, and stays one: only areas have edges that are straight.
                let drawn = route.map(|route| {
                    let points: Vec<[f64; 2]> =
                        self.line(&route, false).0.iter().map(|c| [c.x, c.y]).collect();
                    json!({ "type": "LineString", "coordinates": points })
                });
                let end = |node| match self.form.network_in_two {
                    true => json!({ "id": id(node) }),
                    false => json!(id(node)),
                };
                (
                    json!({ "id": span.id, "name": span.name, "status": status(span.in_service),
                "start": end(ends[0]), "end": end(ends[1]),
                "networkProviders": providers(&span.providers) }),
                    drawn.unwrap_or_default(),
                )
            })
            .collect();
        self.shuffle(&mut nodes);
        self.shuffle(&mut spans);
        let put = |name: &str, value: &Value| {
            std::fs::write(self.directory.join(name), value.to_string()).expect("written");
        };
        let paths = if self.form.network_in_two {
            let features = |list: Vec<(Value, Value)>| {
                let feature = |(properties, geometry)| json!({ "type": "Feature", "properties": properties, "geometry": geometry });
                let features: Vec<Value> = list.into_iter().map(feature).collect();
                json!({ "type": "FeatureCollection", "features": features })
            };
            put("nodes.geojson", &features(nodes));
            put("spans.geojson", &features(spans));
            "nodes = \"nodes.geojson\"\nspans = \"spans.geojson\"\n"
        } else {
            let with = |key: &str, list: Vec<(Value, Value)>| -> Vec<Value> {
                list.into_iter()
                    .map(|(mut object, geometry)| {
                        if !geometry.is_null() {
                            object[key] = geometry;
                        }
                        object
                    })
                    .collect()
            };
            put(
                "network.json",
                &json!({ "networks": [{
                "crs": { "name": self.form.crs },
                "nodes": with("location", nodes),
                "spans": with("route", spans),
            }] }),
            );
            "path = \"network.json\"\n"
        };
        let columns = [
            ("node_id", Holds::Text),
            ("power_feed", Holds::Text),
            ("battery_h", Holds::Number),
            ("needs_power", Holds::Text),
        ];
        let mut sheet = Sheet::new("natkraft", &columns);
        for node in network.nodes() {
            let needs = if node.power.needs_power { "yes" } else { "no" };
            let battery = node.power.battery.map(|hours| number(hours.value()));
            let cells = vec![text(&node.id), feeds(&node.power.feeds), battery, text(needs)];
            sheet.rows.push(Cells { cells, shape: None });
        }
        let tables = if self.form.records.is_table() { self.form.records } else { Format::Csv };
        let power = self.put(sheet, tables);
        let core: Vec<&str> = network.core().iter().map(|node| id(*node)).collect();
        let attach = self.project.network.as_ref().expect("a section").attach_within.value();
        Some(format!(
            "[network]\n{paths}core = {{ ids = {core:?} }}\nattach_within_m = {attach}\n\
             power = \"{power}\"\ntrench = {{ within_m = 5, shared_at_least_m = 50 }}\n\
             source = \"Fibernät\"\n"
        ))
    }
}

fn about(source: &Source) -> String {
    let mut toml = format!("source = {:?}\n", source.publisher.as_deref().unwrap_or("A"));
    if let Some(date) = &source.date {
        let _ = writeln!(toml, "source_date = {date:?}");
    }
    toml + "\n"
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn number(number: f64) -> String {
    number.to_string()
}

fn feeds(ids: &[String]) -> Option<String> {
    (!ids.is_empty()).then(|| ids.join(";"))
}

fn word(known: Knowledge) -> Option<String> {
    match known {
        Knowledge::Yes => text("ja"),
        Knowledge::No => text("nej"),
        Knowledge::Unknown => None,
    }
}

fn status(in_service: bool) -> &'static str {
    if in_service { "operational" } else { "planned" }
}

fn providers(names: &[String]) -> Vec<Value> {
    names.iter().map(|name| json!({ "name": name })).collect()
}
