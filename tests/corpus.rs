//! Every file of the fuzzing corpus, read again: what once hung, panicked or was taken for something
//! else, and one sound file of each format.

#[path = "../fuzz/readers.rs"]
mod readers;

use std::path::Path;
use std::time::{Duration, Instant};

#[test]
fn no_file_of_the_corpus_panics_or_takes_long() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, read) in readers::READERS {
        let folder = corpus.join(name);
        let files =
            folder.read_dir().unwrap_or_else(|cause| panic!("{}: {cause}", folder.display()));
        let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        assert!(!files.is_empty(), "{} is empty", folder.display());
        for file in files {
            let bytes = std::fs::read(&file).unwrap();
            let started = Instant::now();
            let done = std::panic::catch_unwind(|| read(&bytes));
            assert!(done.is_ok(), "{} panics", file.display());
            assert!(started.elapsed() < Duration::from_secs(5), "{} takes long", file.display());
        }
    }
}

#[test]
fn every_reader_has_a_target_and_every_target_a_reader() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = std::fs::read_to_string(fuzz.join("Cargo.toml")).unwrap();
    let list = std::fs::read_to_string(fuzz.join("dictionaries/list")).unwrap();
    for (name, _) in readers::READERS {
        assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
        let dictionary = list.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        let dictionary = dictionary.unwrap_or_else(|| panic!("{name} has no dictionary"));
        assert!(fuzz.join(format!("dictionaries/{dictionary}.dict")).is_file(), "{dictionary}");
        let target =
            std::fs::read_to_string(fuzz.join("targets").join(format!("{name}.rs"))).unwrap();
        assert!(target.contains(&format!("target!(\"{name}\")")), "{target}");
    }
    assert_eq!(fuzz.join("targets").read_dir().unwrap().count(), readers::READERS.len());
}
