//! Telling a person at a terminal what is going on, and the record how long it took.

use std::io::IsTerminal;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

/// The stages of a run, one after the other.
///
/// Stages are shown on standard error, and only when that is a terminal; standard output carries
/// the result alone.
pub struct Progress {
    bar: ProgressBar,
    current: Option<(&'static str, Instant)>,
    finished: Vec<(&'static str, f64)>,
}

impl Progress {
    /// Starts with `stages` to come.
    pub fn new(stages: u64) -> Self {
        let bar = if std::io::stderr().is_terminal() {
            let style = ProgressStyle::with_template("{bar:24} {pos}/{len}  {msg}")
                .expect("the template above is well formed");
            ProgressBar::new(stages).with_style(style)
        } else {
            ProgressBar::hidden()
        };
        Self { bar, current: None, finished: Vec::new() }
    }

    /// Ends the stage before and begins the next.
    pub fn stage(&mut self, name: &'static str) {
        self.end_stage();
        self.bar.set_message(name);
        self.current = Some((name, Instant::now()));
    }

    fn end_stage(&mut self) {
        if let Some((name, begun)) = self.current.take() {
            self.finished.push((name, begun.elapsed().as_secs_f64()));
            self.bar.inc(1);
        }
    }

    /// Ends the last stage and tells the seconds of each so far.
    pub fn seconds(&mut self) -> Vec<(&'static str, f64)> {
        self.end_stage();
        self.finished.clone()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
