//! The same facts give the same answers, in whatever order, CRS and format they are written.

mod region;
mod support;
mod written;

use std::collections::BTreeMap;

use beredd::pipeline::{self, Outcome};
use beredd::progress::Progress;
use beredd::project::{self, Project};
use beredd::table::list::{self, Run};
use beredd::table::{Cell, Edition, Table};
use proptest::prelude::*;
use region::{Plan, plan};
use written::format::{Format, RasterFormat};
use written::{Form, Raster};

/// Of each table its header and its rows.
type Tables = BTreeMap<&'static str, (Vec<String>, Vec<Vec<Cell>>)>;

/// Writes a plan in some form and reads it.
fn concluded(plan: &Plan, form: &Form) -> (Project, Outcome) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let (project, inputs) = plan.region();
    written::write(directory.path(), &project, &inputs, form);
    let toml = directory.path().join("project.toml");
    let mut progress = Progress::new(pipeline::STAGES);
    let concluded = project::read(&toml).and_then(|project| {
        let (inputs, findings) = pipeline::read(&project, &mut progress)?;
        let outcome = pipeline::assess(&project, inputs, findings, &mut progress)?;
        Ok((project, outcome))
    });
    concluded.unwrap_or_else(|error| panic!("{form:?}: {error}"))
}

/// Every table without the columns that tell rows of inputs.
fn tables(outcome: &Outcome) -> Tables {
    tables_without(outcome, |column| column == "row" || column.ends_with("_row"))
}

/// What is concluded, without what tells where it stands.
fn answers(outcome: &Outcome) -> Tables {
    let is_place =
        |column: &str| column == "source" || column.ends_with("_file") || column.ends_with("_row");
    let mut tables = tables_without(outcome, is_place);
    tables.remove("findings");
    tables
}

fn tables_without(outcome: &Outcome, is_left_out: fn(&str) -> bool) -> Tables {
    let Outcome { inputs, assessment, findings } = outcome;
    let tables = list::of_run(&Run { inputs, assessment, findings, mend: None }, Edition::Full);
    let without = |table: Table| {
        let is_kept = |place: &usize| !is_left_out(&table.columns[*place].name);
        let kept: Vec<usize> = (0..table.columns.len()).filter(is_kept).collect();
        let header = kept.iter().map(|place| table.columns[*place].name.to_string()).collect();
        let row = |row: &Vec<Cell>| kept.iter().map(|place| row[*place].clone()).collect();
        let mut rows: Vec<Vec<Cell>> = table.rows.iter().map(row).collect();
        if table.name == "findings" {
            // Their order is that of the rows they are about.
            rows.sort_by_key(|row| format!("{row:?}"));
        }
        (table.name, (header, rows))
    };
    tables.into_iter().map(without).collect()
}

/// Asserts that the same is concluded, where numbers may differ by so many metres.
fn same(form: &Form, expected: &Tables, found: &Tables, metres: f64) -> Result<(), TestCaseError> {
    prop_assert_eq!(expected.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
    for (name, (header, rows)) in expected {
        let others = &found[name].1;
        prop_assert_eq!(rows.len(), others.len(), "rows of {} in {:?}", name, form);
        for (row, other) in rows.iter().zip(others) {
            for ((column, cell), other) in header.iter().zip(row).zip(other) {
                let is_same = match (cell, other) {
                    (Cell::Number(a), Cell::Number(b)) => (a - b).abs() <= metres,
                    _ => cell == other,
                };
                prop_assert!(
                    is_same,
                    "{name}.{column}: {cell:?}, {other:?} in {row:?} of {form:?}"
                );
            }
        }
    }
    Ok(())
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        max_shrink_iters: 0,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(12))]

    /// Files, rows, columns, the parts of areas, where their rings begin and which way they run, and
    /// which end of a span is its start.
    #[test]
    fn order_changes_nothing_but_the_numbers_of_rows(plan in plan(), seed in any::<u64>()) {
        let expected = tables(&concluded(&plan, &Form::PLAIN).1);
        let form = Form { order: Some(seed), ..Form::PLAIN };
        same(&form, &expected, &tables(&concluded(&plan, &form).1), 0.0)?;
    }
}

proptest! {
    #![proptest_config(cases(2))]

    /// Maps and plots name no rows at all.
    #[test]
    fn order_changes_no_byte_of_a_map(plan in plan(), seed in any::<u64>()) {
        let drawn = |form: &Form| {
            let (project, outcome) = concluded(&plan, form);
            let directory = tempfile::tempdir().expect("a temporary directory");
            let target = directory.path().join("result");
            let mut progress = Progress::new(pipeline::STAGES);
            pipeline::write(&project, &outcome, Edition::Full, None, &target, &mut progress)
                .unwrap_or_else(|error| panic!("{error}"));
            let mut files = support::files(&target);
            files.retain(|name, _| name.starts_with("maps/"));
            files
        };
        let (expected, found) = (drawn(&Form::PLAIN), drawn(&Form { order: Some(seed), ..Form::PLAIN }));
        prop_assert!(expected.len() > 5);
        prop_assert_eq!(expected.keys().collect::<Vec<_>>(), found.keys().collect::<Vec<_>>());
        for (name, bytes) in &expected {
            prop_assert!(*bytes == found[name], "{name} differs");
        }
    }
}

proptest! {
    #![proptest_config(cases(4))]

    #[test]
    fn the_crs_changes_no_answer(plan in plan()) {
        let expected = answers(&concluded(&plan, &Form::PLAIN).1);
        for crs in ["EPSG:4326", "EPSG:3007", "EPSG:3857", "EPSG:32632", "EPSG:3035"] {
            let raster = Raster { crs, ..Form::PLAIN.raster };
            let form = Form { crs, raster, ..Form::PLAIN };
            same(&form, &expected, &answers(&concluded(&plan, &form).1), 0.05)?;
        }
    }
}

proptest! {
    #![proptest_config(cases(2))]

    #[test]
    fn the_format_changes_no_answer(plan in plan()) {
        let expected = [false, true].map(|zero_is_blank| {
            answers(&concluded(&plan, &Form { zero_is_blank, ..Form::PLAIN }).1)
        });
        let forms = Format::TABLES.iter().chain(&Format::LAYERS).enumerate().map(|(i, &records)| {
            let areas = Format::LAYERS[i % Format::LAYERS.len()];
            let is_geographic = records.is_geographic() || areas.is_geographic();
            let format = RasterFormat::ALL[i % RasterFormat::ALL.len()];
            Form {
                crs: if is_geographic { "EPSG:4326" } else { "EPSG:3006" },
                records,
                areas,
                raster: Raster { format, ..Form::PLAIN.raster },
                network_in_two: is_geographic,
                zero_is_blank: !(records.keeps_blanks() && areas.keeps_blanks()),
                order: None,
            }
        });
        let all_placed = plan.region().1.sites.iter().all(|site| site.place.is_some());
        for form in forms.filter(|form| form.records.keeps_placeless() || all_placed) {
            same(&form, &expected[usize::from(form.zero_is_blank)], &answers(&concluded(&plan, &form).1), 0.05)?;
        }
    }
}
