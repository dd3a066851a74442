//! Directories that are being written, which go away with a program that is stopped.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

static DIRECTORIES: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Says that a directory is unfinished, from now on until it is dropped.
#[derive(Debug)]
pub struct Unfinished(PathBuf);

impl Unfinished {
    /// Of a directory that has been made.
    pub fn new(path: &Path) -> Self {
        lock().push(path.to_owned());
        Self(path.to_owned())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Does what makes the directory whole, all of it or, when the program is stopped just now,
    /// nothing.
    pub fn finish<T>(&self, make_whole: impl FnOnce() -> T) -> T {
        let mut directories = lock();
        let made = make_whole();
        directories.retain(|path| *path != self.0);
        made
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        lock().retain(|path| *path != self.0);
    }
}

fn lock() -> MutexGuard<'static, Vec<PathBuf>> {
    DIRECTORIES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes every unfinished directory, just before the program ends without finishing any. Waits a
/// moment for one that is becoming whole.
pub fn abandon() {
    for _ in 0..50 {
        let directories = match DIRECTORIES.try_lock() {
            Ok(directories) => directories,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => {
                std::thread::sleep(Duration::from_millis(20));
                continue;
            }
        };
        for directory in directories.iter() {
            // Other threads may still be writing into it.
            for _ in 0..100 {
                if fs::remove_dir_all(directory).is_ok() || !directory.exists() {
                    break;
                }
            }
        }
        // Nothing becomes whole any more.
        std::mem::forget(directories);
        return;
    }
}
