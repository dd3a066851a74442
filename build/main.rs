//! Tells the program which commit it is built from, and makes its words into keys.

mod words;

use std::process::Command;

fn main() {
    words::write_keys();
    tell_version();
}

fn tell_version() {
    // Outside a checkout there is no commit to follow, and a missing file would mean building
    // anew every time.
    for file in [".git/HEAD", ".git/logs/HEAD"] {
        if std::path::Path::new(file).exists() {
            println!("cargo::rerun-if-changed={file}");
        }
    }
    let version = std::env::var("CARGO_PKG_VERSION").expect("cargo sets the version");
    let commit = Command::new("git")
        .args(["rev-parse", "--short=10", "HEAD"])
        .output()
        .ok()
        .filter(|output| output.status.success())
        .and_then(|output| String::from_utf8(output.stdout).ok());
    let version = match commit {
        Some(commit) => format!("{version} ({})", commit.trim()),
        None => version,
    };
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rustc-env=BEREDD_VERSION={version}");
}
