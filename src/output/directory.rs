//! The result directory appears in one step: after a crash or a full disk there is either a whole
//! result or the old one.
//!
//! Everything is written into a hidden directory beside the target, which then takes the target's
//! name. Only a directory that holds an earlier result and nothing else is ever replaced.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::table::RECORD;

/// A result directory while it is written.
#[derive(Debug)]
pub struct ResultDirectory {
    target: PathBuf,
    partial: PathBuf,
    /// Held until the end, so that another run does not take this one for a leftover.
    lock: File,
}

const LOCK: &str = ".lock";

impl ResultDirectory {
    /// Refuses a target that exists and is not an earlier result, before any work is done.
    pub fn check(target: &Path) -> Result<(), Error> {
        let refuse = |why: String| {
            Err(Error::Usage {
                message: format!("{}: {why}", target.display()),
                hint: "choose another --out; beredd replaces nothing but its own results"
                    .to_owned(),
            })
        };
        if target.file_name().is_none() {
            return refuse("is no name for a new directory".to_owned());
        }
        let Ok(metadata) = fs::symlink_metadata(target) else { return Ok(()) };
        if !metadata.is_dir() {
            return refuse("exists and is no directory".to_owned());
        }
        let Some(own) = files_of(target) else {
            return refuse("exists and is no earlier result of beredd".to_owned());
        };
        let own: BTreeSet<PathBuf> = own.into_iter().map(PathBuf::from).collect();
        let present =
            files_below(target, Path::new("")).map_err(|cause| Error::write(target, cause))?;
        match present.iter().find(|file| !own.contains(*file)) {
            Some(foreign) => refuse(format!(
                "holds an earlier result, but also {}, which beredd did not write",
                foreign.display()
            )),
            None => Ok(()),
        }
    }

    /// Makes the hidden directory beside the target, and clears away what a killed run left.
    pub fn create(target: &Path) -> Result<Self, Error> {
        Self::check(target)?;
        let parent = match target.parent() {
            Some(parent) if parent != Path::new("") => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        fs::create_dir_all(&parent).map_err(|cause| Error::write(&parent, cause))?;
        let name = target.file_name().expect("checked above");
        clear_leftovers(&parent, name);
        let partial = tempfile::Builder::new()
            .prefix(&prefix(name))
            .tempdir_in(&parent)
            .map_err(|cause| Error::write(&parent, cause))?
            .keep();
        let lock_path = partial.join(LOCK);
        let lock = File::create(&lock_path).map_err(|cause| Error::write(&lock_path, cause))?;
        lock.lock().map_err(|cause| Error::write(&lock_path, cause))?;
        Ok(Self { target: target.to_owned(), partial, lock })
    }

    /// Where to write.
    pub fn path(&self) -> &Path {
        &self.partial
    }

    /// The files written so far, relative to the directory, sorted, with `/` between parts.
    pub fn files(&self) -> Result<Vec<String>, Error> {
        let files = files_below(&self.partial, Path::new(""))
            .map_err(|cause| Error::write(&self.partial, cause))?;
        Ok(files
            .iter()
            .filter(|file| file.as_path() != Path::new(LOCK))
            .map(|file| file.to_string_lossy().replace('\\', "/"))
            .collect())
    }

    /// Gives the directory its name; an earlier result is replaced.
    pub fn finish(self) -> Result<(), Error> {
        Self::check(&self.target)?;
        let failed = |cause: std::io::Error| Error::write(&self.target, cause);
        fs::remove_file(self.partial.join(LOCK)).map_err(failed)?;
        // What a power cut would lose is synced before the name is given.
        sync(&self.partial).map_err(failed)?;
        if self.target.exists() {
            exchange(&self.partial, &self.target).map_err(failed)?;
            // The old result has the hidden name now.
            fs::remove_dir_all(&self.partial).map_err(failed)?;
        } else {
            fs::rename(&self.partial, &self.target).map_err(failed)?;
        }
        Ok(())
    }
}

impl Drop for ResultDirectory {
    fn drop(&mut self) {
        let _ = self.lock.unlock();
        // After `finish` it is gone already; after a failure nothing half written stays.
        let _ = fs::remove_dir_all(&self.partial);
    }
}

/// The files that a directory's record says it wrote; `None` when it holds no record of beredd.
fn files_of(directory: &Path) -> Option<Vec<String>> {
    let text = std::fs::read_to_string(directory.join(RECORD)).ok()?;
    // Only what every version writes: an earlier version's result is one of beredd's too.
    let record: serde_json::Value = serde_json::from_str(&text).ok()?;
    let files = record["files"].as_array()?.iter().map(|file| file.as_str().map(str::to_owned));
    if record["program"] == "beredd" { files.collect() } else { None }
}

fn prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".beredd-");
    prefix
}

/// Removes hidden directories of earlier runs that were killed: those that nobody has locked.
fn clear_leftovers(parent: &Path, name: &OsStr) {
    let prefix = prefix(name).to_string_lossy().into_owned();
    let Ok(entries) = parent.read_dir() else { return };
    for entry in entries.flatten() {
        if !entry.file_name().to_string_lossy().starts_with(&prefix) {
            continue;
        }
        let abandoned = match File::open(entry.path().join(LOCK)) {
            Ok(lock) => lock.try_lock().is_ok(),
            // No lock: killed before it was made or while an old result was taken away. A run
            // that lives is in neither state for longer than a blink.
            Err(_) => entry
                .metadata()
                .and_then(|m| m.modified())
                .is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > 60)),
        };
        if abandoned {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Two directories change names in one step where the system can; else in two.
fn exchange(new: &Path, old: &Path) -> std::io::Result<()> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let mut aside = new.as_os_str().to_owned();
    aside.push("-old");
    let aside = PathBuf::from(aside);
    fs::rename(old, &aside)?;
    if let Err(cause) = fs::rename(new, old) {
        // Back to the old result.
        fs::rename(&aside, old)?;
        return Err(cause);
    }
    fs::rename(&aside, new)
}

fn sync(directory: &Path) -> std::io::Result<()> {
    for file in files_below(directory, Path::new(""))? {
        File::open(directory.join(file))?.sync_all()?;
    }
    Ok(())
}

/// Every file below a directory, relative to it, sorted.
fn files_below(root: &Path, below: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in root.join(below).read_dir()? {
        let entry = entry?;
        let relative = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            files.extend(files_below(root, &relative)?);
        } else {
            files.push(relative);
        }
    }
    files.sort();
    Ok(files)
}
