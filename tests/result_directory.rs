//! The result directory: a whole result or none, and nothing of anybody else's is touched.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};

use support::{Done, Project, Table, command, files, names};

/// Asserts that `--out result` is refused as wrong usage and that nothing changed.
#[track_caller]
fn assert_refused(project: &Project, why: &str) {
    let before = files(project.path());
    let done = project.run();
    assert_eq!(done.status, Some(2), "{}", done.stderr);
    assert!(done.stderr.starts_with("error: result: "), "{}", done.stderr);
    assert!(done.stderr.contains(why) && done.stderr.contains("hint: "), "{}", done.stderr);
    assert_eq!(done.stdout, "");
    assert_eq!(files(project.path()), before);
}

#[test]
fn a_file_is_refused() {
    let project = Project::small().write("result", "mine");
    assert_refused(&project, "is no directory");
}

#[test]
fn a_directory_with_other_files_is_refused() {
    let project = Project::small();
    fs::create_dir(project.file("result")).unwrap();
    assert_refused(&project.write("result/notes.txt", "mine"), "no earlier result");
}

#[test]
fn an_empty_directory_is_refused() {
    let project = Project::small();
    fs::create_dir(project.file("result")).unwrap();
    assert_refused(&project, "no earlier result");
    assert!(project.file("result").is_dir());
}

#[test]
fn a_record_of_another_program_is_no_earlier_result() {
    for record in ["", "{}", "[]", "{\"program\":\"other\",\"files\":[\"run.json\"]}"] {
        let project = Project::small();
        fs::create_dir(project.file("result")).unwrap();
        assert_refused(&project.write("result/run.json", record), "no earlier result");
    }
}

#[test]
fn a_symbolic_link_is_refused() {
    let project = Project::small();
    fs::create_dir(project.file("elsewhere")).unwrap();
    std::os::unix::fs::symlink(project.file("elsewhere"), project.file("result")).unwrap();
    let done = project.run();
    assert_eq!(done.status, Some(2), "{}", done.stderr);
    assert_eq!(names(&project.file("elsewhere")), Vec::<String>::new());
}

#[test]
fn an_earlier_result_is_replaced_whole() {
    let project = Project::small();
    let full = project.run().ok();
    assert!(full.out.join("sites.csv").exists());
    let public = project.run_with(&["--edition", "public"]).ok();
    assert!(!public.out.join("sites.csv").exists(), "nothing of the old result stays");
    assert_whole(&public.out);
    assert_eq!(leftovers(project.path()), Vec::<String>::new());
}

#[test]
fn an_earlier_result_with_notes_is_refused_and_the_notes_are_kept() {
    let project = Project::small();
    project.run().ok();
    let project = project.write("result/notes.txt", "look at S4");
    assert_refused(&project, "notes.txt");
    assert_eq!(project.read("result/notes.txt"), "look at S4");
}

#[test]
fn notes_in_a_folder_of_an_earlier_result_are_kept_too() {
    let project = Project::small();
    project.run().ok();
    assert_refused(&project.write("result/maps/notes.txt", "mine"), "notes.txt");
}

#[test]
fn parents_are_made_and_a_parent_that_is_a_file_is_told() {
    let project = Project::small();
    let out = ["run", "small.toml", "--out", "a/b/result"];
    let done = Done::of(support::beredd(project.path(), &out), project.file("a/b/result")).ok();
    assert_whole(&done.out);

    let out = ["run", "small.toml", "--out", "sites.csv/result"];
    let done = Done::of(support::beredd(project.path(), &out), project.file("x"));
    assert_eq!(done.status, Some(3), "{}", done.stderr);
    assert!(done.stderr.contains("sites.csv") && done.stderr.contains("hint: "), "{}", done.stderr);
}

#[test]
fn a_parent_that_cannot_be_written_to_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let project = Project::small();
    let locked = project.file("locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    // Root writes everywhere but where the kernel itself keeps the directory.
    let parent = if fs::write(locked.join("probe"), "").is_ok() { "/proc" } else { "locked" };
    let out = format!("{parent}/result");
    let done = Done::of(
        support::beredd(project.path(), &["run", "small.toml", "--out", &out]),
        project.file("result"),
    );
    assert_eq!(done.status, Some(3), "{}", done.stderr);
    assert!(done.stderr.contains(&format!("{parent}: cannot write")), "{}", done.stderr);
    assert!(done.stderr.contains("hint: ") && done.stdout.is_empty(), "{}", done.stderr);
}

#[test]
fn a_failed_input_leaves_the_earlier_result_alone() {
    let project = Project::small();
    project.run().ok();
    let project = project.remove("masts.csv");
    let before = files(project.path());
    let done = project.run();
    assert_eq!(done.status, Some(1), "{}", done.stderr);
    assert_eq!(files(project.path()), before);
}

/// Killed at any moment, there is the old result whole or a new one whole.
#[test]
fn a_killed_run_leaves_a_whole_result() {
    let project = Project::small();
    project.run().ok();
    // A public result has fewer files: a mixture of the two would show.
    let mut kept = 0;
    let mut replaced = 0;
    let slowest = {
        let begun = std::time::Instant::now();
        project.run().ok();
        begun.elapsed()
    };
    let moments: u32 = 20;
    for moment in 0..moments {
        let was = edition(&project.file("result"));
        let next = if was == "full" { "public" } else { "full" };
        let mut run = spawn(&project, next);
        // The last moments lie close together: there the names change.
        let part = 1.15 * (f64::from(moment) / f64::from(moments)).sqrt();
        std::thread::sleep(slowest.mul_f64(part));
        run.kill().unwrap();
        run.wait().unwrap();
        assert_whole(&project.file("result"));
        if edition(&project.file("result")) == was { kept += 1 } else { replaced += 1 }
    }
    assert!(kept > 0, "no run was killed in time ({replaced} replaced)");

    // What they left goes with the next run, whatever its result is called.
    fs::create_dir(project.file(".result.beredd-abc123")).unwrap();
    fs::write(project.file(".result.beredd-abc123/sites.csv"), "secret").unwrap();
    let out = ["run", "small.toml", "--out", "other"];
    Done::of(support::beredd(project.path(), &out), project.file("other")).ok();
    assert_whole(&project.file("result"));
    assert_eq!(leftovers(project.path()), Vec::<String>::new());
}

/// Interrupted at any moment, nothing is left but a whole result.
#[test]
fn an_interrupted_run_leaves_nothing_half_written() {
    use std::os::unix::process::ExitStatusExt;
    let project = Project::small();
    project.run().ok();
    let slowest = {
        let begun = std::time::Instant::now();
        project.run().ok();
        begun.elapsed()
    };
    let mut interrupted = 0;
    for (moment, signal) in (1..=15).zip([("TERM", 15), ("INT", 2), ("HUP", 1)].into_iter().cycle())
    {
        let mut run = spawn(&project, "full");
        std::thread::sleep(slowest.mul_f64(f64::from(moment) / 16.0));
        let sent = std::process::Command::new("kill")
            .args([format!("-{}", signal.0), run.id().to_string()])
            .status()
            .unwrap();
        let ended = run.wait().unwrap();
        if sent.success() && ended.signal() == Some(signal.1) {
            interrupted += 1;
        } else {
            assert!(ended.success(), "{ended:?}");
        }
        assert_eq!(leftovers(project.path()), Vec::<String>::new(), "{signal:?} at {moment}");
        assert_whole(&project.file("result"));
    }
    assert!(interrupted >= 5, "{interrupted}");
}

/// With less and less memory, a run is whole or says what is missing.
#[test]
fn a_run_without_memory_says_so_and_leaves_nothing() {
    let project = Project::small();
    let mut told = 0;
    for mb in [300, 350, 400, 450, 500, 550, 600, 700, 800, 900, 1000] {
        let program = env!("CARGO_BIN_EXE_beredd");
        let line = format!("ulimit -v {}; exec '{program}' run small.toml --out result", mb << 10);
        let run = std::process::Command::new("sh")
            .current_dir(project.path())
            .args(["-c", &line])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stderr).into_owned();
        match run.status.code() {
            Some(0) => assert_whole(&project.file("result")),
            Some(3) => {
                told += 1;
                assert!(said.starts_with("error: out of memory\nhint: "), "{mb} MB: {said}");
                assert!(!said.contains("panicked"), "{mb} MB: {said}");
                assert!(!project.file("result").exists(), "{mb} MB");
            }
            other => panic!("{mb} MB: {other:?} {:?}: {said}", run.status),
        }
        assert_eq!(leftovers(project.path()), Vec::<String>::new(), "{mb} MB");
        let _ = fs::remove_dir_all(project.file("result"));
    }
    assert!(told > 0, "memory sufficed");
}

#[test]
fn a_link_is_told_with_a_slash_and_without() {
    let project = Project::small();
    project.run().ok();
    std::os::unix::fs::symlink("result", project.file("link")).unwrap();
    for out in ["link", "link/", "./link//"] {
        let done = support::beredd(project.path(), &["run", "small.toml", "--out", out]);
        let done = Done::of(done, project.file("link"));
        assert_eq!(done.status, Some(2), "{}", done.stderr);
        assert!(done.stderr.contains("is a link"), "{}", done.stderr);
    }
    // A slash behind the directory itself asks for nothing else.
    let done = support::beredd(project.path(), &["run", "small.toml", "--out", "result/"]);
    Done::of(done, project.file("result")).ok();
    assert_whole(&project.file("result"));
}

#[test]
fn a_result_within_a_result_is_refused() {
    let project = Project::small();
    project.run().ok();
    for out in ["result/sub", "result/maps/more", "./result/sub/"] {
        let done = support::beredd(project.path(), &["run", "small.toml", "--out", out]);
        let done = Done::of(done, project.file("x"));
        assert_eq!(done.status, Some(2), "{}", done.stderr);
        assert!(done.stderr.contains("lies within an earlier result"), "{}", done.stderr);
    }
    project.run().ok();
}

#[test]
fn an_output_that_cannot_be_written_says_where_the_result_is() {
    let project = Project::small();
    let program = env!("CARGO_BIN_EXE_beredd");
    let line = format!("'{program}' run small.toml --out result > /dev/full");
    let run = std::process::Command::new("sh")
        .current_dir(project.path())
        .args(["-c", &line])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(3), "{said}");
    assert!(
        said.contains("standard output") && said.contains("the result is whole, in result"),
        "{said}"
    );
    assert_whole(&project.file("result"));
}

#[test]
fn a_missing_database_of_coordinate_systems_is_told() {
    let project = Project::small();
    let run = command(project.path(), &["run", "small.toml", "--out", "result"])
        .env("PROJ_DATA", "/nonexistent")
        .env("PROJ_LIB", "/nonexistent")
        .output()
        .unwrap();
    let done = Done::of(run, project.file("result"));
    done.refused(1, &["proj.db", "PROJ_DATA"]);
}

#[test]
fn a_run_does_not_take_the_directory_of_another_run_for_a_leftover() {
    let project = Project::small();
    project.run().ok();
    let (mut one, mut other) = (spawn(&project, "full"), spawn(&project, "public"));
    assert!(one.wait().unwrap().success());
    assert!(other.wait().unwrap().success());
    assert_whole(&project.file("result"));
    assert_eq!(leftovers(project.path()), Vec::<String>::new());
}

fn spawn(project: &Project, edition: &str) -> Child {
    command(project.path(), &["run", "small.toml", "--out", "result", "--edition", edition])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn record(out: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(out.join("run.json")).expect("run.json")).expect("JSON")
}

fn edition(out: &Path) -> String {
    record(out)["edition"].as_str().unwrap().to_owned()
}

/// Asserts that the files are exactly those that the record lists, and that every table is whole.
#[track_caller]
fn assert_whole(out: &Path) {
    let listed: Vec<String> = record(out)["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f.as_str().unwrap().into())
        .collect();
    let present: Vec<String> = files(out).into_keys().collect();
    assert_eq!(present, listed);
    for name in listed.iter().filter(|name| name.ends_with(".csv")) {
        let table = Table::read(&out.join(name));
        assert!(table.cells.iter().all(|row| row.len() == table.columns.len()), "{name}");
    }
    let page = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(page.trim_end().ends_with("</html>"));
}

/// Hidden directories beside the result.
fn leftovers(parent: &Path) -> Vec<String> {
    names(parent).into_iter().filter(|name| name.starts_with(".result")).collect()
}
