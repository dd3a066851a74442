//! Each reader of the program, given any bytes as its file: what the fuzz targets run, and the test
//! that reads the corpus again.

use std::cell::RefCell;
use std::path::PathBuf;

use beredd::crs::Projected;
use beredd::findings::Findings;
use beredd::ingest;
use beredd::ingest::provenance::Sources;
use beredd::project::{self, Project};
use tempfile::TempDir;

/// A reader: the name of its folder in `corpus`, and what it does with bytes.
pub type Reader = (&'static str, fn(&[u8]));

/// All of them; each has a file in `targets`.
pub const READERS: [Reader; 15] = [
    ("csv", |bytes| desk(|desk| desk.sites(0, "sites.csv", bytes))),
    ("parquet", |bytes| desk(|desk| desk.sites(1, "sites.parquet", bytes))),
    ("xlsx", |bytes| desk(|desk| desk.sites(2, "sites.xlsx", bytes))),
    ("indicators", |bytes| desk(|desk| desk.indicators("indicators.csv", bytes))),
    ("geojson", |bytes| desk(|desk| desk.fixed(0, "fixed.geojson", bytes))),
    ("geopackage", |bytes| desk(|desk| desk.fixed(1, "fixed.gpkg", bytes))),
    ("flatgeobuf", |bytes| desk(|desk| desk.fixed(2, "fixed.fgb", bytes))),
    ("kml", |bytes| desk(|desk| desk.fixed(3, "fixed.kml", bytes))),
    ("municipalities", |bytes| desk(|desk| desk.municipalities("municipalities.geojson", bytes))),
    ("ascii_grid", |bytes| desk(|desk| desk.mobile(0, "mobile.asc", bytes))),
    ("geotiff", |bytes| desk(|desk| desk.mobile(1, "mobile.tif", bytes))),
    ("network", |bytes| desk(|desk| desk.network("network.json", bytes))),
    ("project", |bytes| desk(|desk| drop(project::read(&desk.put("any.toml", bytes))))),
    ("framework", |bytes| {
        desk(|desk| drop(project::framework::read(&desk.put("any.toml", bytes))))
    }),
    ("scenario", |bytes| desk(|desk| drop(project::scenario::read(&desk.put("any.toml", bytes))))),
];

const PROJECT: &str = include_str!("project.toml");

/// A project in a directory, of which one file after the other is read.
struct Desk {
    directory: TempDir,
    project: Project,
}

/// Does something with the one desk of the thread.
fn desk(read: impl FnOnce(&Desk)) {
    thread_local! {
        static DESK: RefCell<Desk> = RefCell::new(Desk::new());
    }
    DESK.with_borrow(read);
}

impl Desk {
    fn new() -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let file = directory.path().join("project.toml");
        std::fs::write(&file, PROJECT).expect("written");
        let project = project::read(&file).unwrap_or_else(|fault| panic!("{fault}"));
        Self { directory, project }
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.directory.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        path
    }

    fn sites(&self, place: usize, name: &str, bytes: &[u8]) {
        self.put(name, bytes);
        let registers = std::slice::from_ref(&self.project.sites[place]);
        let mut findings = Findings::default();
        let crs = &self.project.region.crs;
        let read = ingest::sites::read(registers, crs, &mut Sources::default(), &mut findings);
        refused_or_read(read.is_some(), &findings);
    }

    fn indicators(&self, name: &str, bytes: &[u8]) {
        self.put(name, bytes);
        let mut findings = Findings::default();
        let settings = &self.project.indicators[0];
        let mut sources = Sources::default();
        let read = ingest::indicators::read(settings, &["own"], &mut sources, &mut findings);
        refused_or_read(read.is_some(), &findings);
    }

    fn fixed(&self, place: usize, name: &str, bytes: &[u8]) {
        self.put(name, bytes);
        let mut findings = Findings::default();
        let (settings, crs) = (&self.project.fixed[place], &self.project.region.crs);
        let read = ingest::fixed::read(settings, crs, &mut Sources::default(), &mut findings);
        refused_or_read(read.is_some(), &findings);
    }

    fn municipalities(&self, name: &str, bytes: &[u8]) {
        self.put(name, bytes);
        let mut findings = Findings::default();
        let (settings, crs) = (&self.project.municipalities, &self.project.region.crs);
        let mut sources = Sources::default();
        let read = ingest::municipalities::read(settings, crs, &mut sources, &mut findings);
        refused_or_read(read.is_some(), &findings);
    }

    fn mobile(&self, place: usize, name: &str, bytes: &[u8]) {
        self.put(name, bytes);
        let mut findings = Findings::default();
        let settings = &self.project.mobile[place];
        let places = [(300_000.0, 6_450_000.0), (302_500.0, 6_452_500.0), (310_000.0, 6_460_000.0)];
        let places = places.map(|(easting, northing)| Projected::from_metres(easting, northing));
        let crs = &self.project.region.crs;
        let mut sources = Sources::default();
        let read = ingest::mobile::read(settings, &places, crs, &mut sources, &mut findings);
        refused_or_read(read.is_some(), &findings);
    }

    fn network(&self, name: &str, bytes: &[u8]) {
        self.put(name, bytes);
        let mut findings = Findings::default();
        let settings = &self.project.network.as_ref().expect("a section").input;
        let crs = &self.project.region.crs;
        let read = ingest::ofds::read(settings, crs, &mut Sources::default(), &mut findings);
        refused_or_read(read.is_some(), &findings);
    }
}

/// What was not read was refused with an error that says why.
fn refused_or_read(read: bool, findings: &Findings) {
    assert!(read || findings.errors().next().is_some(), "nothing was read, and nobody said why");
}
