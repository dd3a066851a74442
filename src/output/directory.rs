//! The result directory appears in one step: after a crash or a full disk there is either a whole
//! result or the old one.
//!
//! Everything is written into a hidden directory beside the target, which then takes the target's
//! name. Only a directory that holds an earlier result and nothing else is ever replaced.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::output::unfinished::Unfinished;
use crate::table::RECORD;

/// A result directory while it is written.
#[derive(Debug)]
pub struct ResultDirectory {
    target: PathBuf,
    partial: Unfinished,
    /// Held until the end, so that another run does not take this one for a leftover.
    _lock: Option<File>,
}

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
        // A slash at the end would ask for what a link leads to.
        let target = &plain(target);
        let whole = std::path::absolute(target).unwrap_or_else(|_| target.clone());
        if let Some(above) = whole.ancestors().skip(1).find(|above| files_of(above).is_some()) {
            return refuse(format!("lies within an earlier result, {}", above.display()));
        }
        let Ok(metadata) = fs::symlink_metadata(target) else { return Ok(()) };
        if metadata.is_symlink() {
            return refuse("is a link; name the directory that it leads to".to_owned());
        }
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
        let target = &plain(target);
        let parent = match target.parent() {
            Some(parent) if parent != Path::new("") => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        fs::create_dir_all(&parent).map_err(|cause| Error::write(&parent, cause))?;
        let name = target.file_name().expect("checked above");
        clear_leftovers(&parent);
        let mut prefix = OsString::from(".");
        prefix.push(name);
        prefix.push(MARK);
        loop {
            let made = tempfile::Builder::new()
                .prefix(&prefix)
                .rand_bytes(RANDOM)
                .tempdir_in(&parent)
                .map_err(|cause| Error::write(&parent, cause))?;
            let partial = Unfinished::new(&made.keep());
            let lock = locked(partial.path());
            // Between its making and its lock another run may have cleared it away.
            if partial.path().is_dir() {
                return Ok(Self { target: target.to_owned(), partial, _lock: lock });
            }
        }
    }

    /// Where to write.
    pub fn path(&self) -> &Path {
        self.partial.path()
    }

    /// The files written so far, relative to the directory, sorted, with `/` between parts.
    pub fn files(&self) -> Result<Vec<String>, Error> {
        let files = files_below(self.path(), Path::new(""))
            .map_err(|cause| Error::write(self.path(), cause))?;
        Ok(files.iter().map(|file| file.to_string_lossy().replace('\\', "/")).collect())
    }

    /// Gives the directory its name; an earlier result is replaced.
    pub fn finish(self) -> Result<(), Error> {
        Self::check(&self.target)?;
        let failed = |cause: std::io::Error| Error::write(&self.target, cause);
        // What a power cut would lose is synced before the name is given.
        sync(self.path()).map_err(failed)?;
        let named = self.partial.finish(|| {
            if !self.target.exists() {
                return fs::rename(self.path(), &self.target);
            }
            // Another run does not take the old result for a leftover either.
            let _old = locked(&self.target);
            exchange(self.path(), &self.target)?;
            // The old result has the hidden name now.
            fs::remove_dir_all(self.path())
        });
        named.map_err(failed)
    }
}

impl Drop for ResultDirectory {
    fn drop(&mut self) {
        // After `finish` it is gone already; after a failure nothing half written stays.
        let _ = fs::remove_dir_all(self.path());
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

/// The target without dots and slashes that name nothing.
fn plain(target: &Path) -> PathBuf {
    target.components().collect()
}

/// What a hidden directory is called: a dot, the name of the result, this, and letters by chance.
const MARK: &str = ".beredd-";
const RANDOM: usize = 6;

/// Removes hidden directories of earlier runs that were killed, whatever their result was called:
/// those that nobody has locked. What is locked here is no leftover to anyone else meanwhile.
fn clear_leftovers(parent: &Path) {
    let Ok(entries) = parent.read_dir() else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_hidden = name.starts_with('.')
            && name.rsplit_once(MARK).is_some_and(|(_, chance)| chance.len() == RANDOM);
        if is_hidden && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let Ok(directory) = File::open(entry.path()) else { continue };
            if directory.try_lock().is_ok() {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// A lock on a directory for as long as this is kept; `None` where the system knows no such lock.
fn locked(directory: &Path) -> Option<File> {
    let directory = File::open(directory).ok()?;
    directory.lock().ok()?;
    Some(directory)
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
