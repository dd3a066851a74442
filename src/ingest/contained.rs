//! Libraries that stop at damaged input by a panic.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

static READING: AtomicUsize = AtomicUsize::new(0);

/// What `read` gives; `None` where the library that it calls panics. Only for what changes nothing
/// but its result.
pub fn contained<T>(read: impl FnOnce() -> T) -> Option<T> {
    READING.fetch_add(1, Ordering::SeqCst);
    let done = catch_unwind(AssertUnwindSafe(read));
    READING.fetch_sub(1, Ordering::SeqCst);
    done.ok()
}

/// Whether a panic is one that [`contained`] turns into a finding, and needs no message of its own.
pub fn is_contained() -> bool {
    READING.load(Ordering::SeqCst) > 0
}
