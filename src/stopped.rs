//! What becomes of the program when it is interrupted, or memory gives out: it says so, and leaves
//! nothing half written.

#![allow(unsafe_code, reason = "an allocator is unsafe by its trait")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};

use beredd::output::unfinished;

/// The system's allocator, which ends the program when it has nothing left to give; the standard
/// library would abort it without a word of what to do, and leave what was half written.
pub struct Told;

// SAFETY: every call is passed on to the system's allocator as it came, and its answer back, unless
// it is null, after which nothing returns.
unsafe impl GlobalAlloc for Told {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promised.
        given(unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promised.
        given(unsafe { System.alloc_zeroed(layout) })
    }

    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as the caller promised.
        given(unsafe { System.realloc(old, layout, size) })
    }

    unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
        // SAFETY: as the caller promised.
        unsafe { System.dealloc(old, layout) }
    }
}

#[inline]
fn given(memory: *mut u8) -> *mut u8 {
    if memory.is_null() {
        out_of_memory();
    }
    memory
}

/// Kept for cleaning up when there is nothing else.
const RESERVE: Layout = match Layout::from_size_align(1 << 20, 4096) {
    Ok(layout) => layout,
    Err(_) => panic!("a power of two"),
};
static RESERVED: AtomicPtr<u8> = AtomicPtr::new(std::ptr::null_mut());

/// Sets aside what cleaning up needs.
pub fn reserve() {
    // SAFETY: the layout is not of size 0.
    RESERVED.store(unsafe { System.alloc(RESERVE) }, Ordering::SeqCst);
}

/// Says that memory gave out, removes what is half written, and ends the program.
#[cold]
pub fn out_of_memory() -> ! {
    static ENDING: AtomicBool = AtomicBool::new(false);
    if ENDING.swap(true, Ordering::SeqCst) {
        // Another thread is at it already; or cleaning up failed too.
        std::thread::sleep(std::time::Duration::from_secs(2));
        end(3);
    }
    let reserved = RESERVED.swap(std::ptr::null_mut(), Ordering::SeqCst);
    if !reserved.is_null() {
        // SAFETY: it came from this allocator with this layout, and nobody else has it.
        unsafe { System.dealloc(reserved, RESERVE) };
    }
    unfinished::abandon();
    say("error: out of memory\nhint: nothing was left behind; give it more memory, or fewer \
         municipalities with `only` in [municipalities]\n");
    end(3)
}

fn say(text: &str) {
    use std::io::Write;
    // If standard error is gone there is nobody left to tell.
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Ends at once: other threads go on until then, and destructors would pull away what they use.
fn end(status: i32) -> ! {
    #[cfg(unix)]
    signal_hook::low_level::exit(status);
    #[cfg(not(unix))]
    std::process::exit(status);
}

/// From now on an interrupt, a request to end or a lost terminal leaves nothing half written.
#[cfg(unix)]
pub fn on_signals() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    let wanted = [SIGINT, SIGTERM, SIGHUP].into_iter().filter(|signal| !is_ignored(*signal));
    let Ok(mut signals) = Signals::new(wanted) else { return };
    // Where no thread can be had, the next run clears away what this one leaves.
    let _ = std::thread::Builder::new().stack_size(256 << 10).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            unfinished::abandon();
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    });
}

#[cfg(not(unix))]
pub fn on_signals() {}

/// Whether whoever started the program asked it to ignore a signal, as `nohup` does.
#[cfg(unix)]
fn is_ignored(signal: i32) -> bool {
    let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return false };
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    mask >> (signal - 1) & 1 == 1
}
