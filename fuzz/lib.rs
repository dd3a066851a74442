//! What the fuzz targets share.

pub mod readers;

pub use libfuzzer_sys;

/// The reader of a name.
pub fn reader(name: &str) -> fn(&[u8]) {
    let found = readers::READERS.iter().find(|(known, _)| *known == name);
    found.expect("a reader of this name").1
}

/// A panic that the program turns into a finding is none: only one that leaves the reader is, and
/// that ends the process all the same.
pub fn let_panics_be_caught() {
    let print = std::panic::take_hook();
    drop(print);
    std::panic::set_hook(Box::new(|panic| {
        if !beredd::ingest::contained::is_contained() {
            eprintln!("{panic}\n{}", std::backtrace::Backtrace::force_capture());
        }
    }));
}

/// The target of a reader.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        use std::sync::OnceLock;

        $crate::libfuzzer_sys::fuzz_target!(
            init: $crate::let_panics_be_caught(),
            |bytes: &[u8]| {
                static READER: OnceLock<fn(&[u8])> = OnceLock::new();
                READER.get_or_init(|| $crate::reader($name))(bytes);
            }
        );
    };
}
