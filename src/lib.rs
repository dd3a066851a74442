//! *beredd* (Swedish: ready, prepared) tells Swedish municipalities whether the digital
//! infrastructure is ready at the schools and care homes that depend on it, and what breaks if one
//! thing breaks.
//!
//! # The method on one page
//!
//! A [`project`] names the files. [`ingest`] reads them into the plain structs of [`model`], or
//! into [`findings`]: nothing is dropped silently. Everything is turned into one working
//! coordinate reference system at once ([`crs`]).
//!
//! [`access`] asks what each site has: its municipality, its fixed connection, the radio networks
//! that reach it, and what is near it. [`network`] asks what each site depends on: the nodes and
//! spans whose loss alone cuts it off. What nobody said is *unknown*, never yes or no
//! ([`model::knowledge`]).
//!
//! [`readiness`] concludes: flags, readiness for digital services, and indicators per
//! municipality, as shares with an interval over every way the unknowns can fall. Indicators make
//! pillars, pillars make a score, and scores make ranks with an interval.
//!
//! What was concluded becomes rows of tables ([`table`]), each column declared once, and pages
//! ([`pages`]), which are content without form ([`document`]); every word of them stands in
//! [`words`]. [`drawing`] draws maps and plots of it. [`output`] has a file per product: it writes
//! rows and pages, the workbook, the GeoPackage and the record of the run, into a directory that
//! appears in one step. [`pages`] also read a result back and say in plain words why it is as it
//! is. [`report`] is what they all have in common.
//!
//! [`pipeline`] is the one page that names every stage.
//!
//! Imports run one way, in the order of the modules below; a test holds them to it.

pub mod units;
pub mod visible;

pub mod words;

pub mod spelling;

pub mod crs;
pub mod findings;

pub mod error;

pub mod model;

pub mod access;
pub mod ingest;
pub mod network;

pub mod score;

pub mod readiness;

pub mod table;

pub mod document;

pub mod report;

pub mod drawing;

pub mod output;

pub mod pages;

pub mod project;

pub mod progress;

pub mod pipeline;
