//! Holds the code to its structure: imports run one way, files stay small, nothing unwraps.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The modules of the library, lowest first. A module may use those of lower layers and itself,
/// not its neighbours in the same layer.
const LAYERS: &[&[&str]] = &[
    &["units", "visible"],
    &["words"],
    &["spelling"],
    &["crs", "findings"],
    &["error"],
    &["model"],
    &["ingest", "network", "access", "score"],
    &["readiness"],
    &["document", "table"],
    &["report"],
    &["drawing"],
    &["output"],
    &["pages"],
    &["project", "progress"],
    &["pipeline"],
];

/// Uses nothing of ours, wherever it stands above.
const ALONE: &str = "progress";

/// Where a file stops answering one question.
const LINES_AT_MOST: usize = 600;

/// A source file, by its path below `src`.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The top-level module the file belongs to: `network` for `network/graph.rs`.
    fn module(&self) -> String {
        let first = self.path.components().next().expect("a path below src");
        first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
    }

    /// Whether `super` at the top of the file means the crate.
    fn is_top(&self) -> bool {
        self.path.components().count() == 1
            || (self.path.components().count() == 2 && self.path.ends_with("mod.rs"))
    }

    /// The code without comments, each line with its number.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate().map(|(i, line)| (i + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The code before the tests at the end of the file.
    fn code_before_tests(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines: Vec<&str> = self.text.lines().collect();
        let tests = lines.windows(2).position(|pair| {
            pair[0] == "#[cfg(test)]" && pair[1].starts_with("mod ") && pair[1].ends_with('{')
        });
        let end = tests.unwrap_or(lines.len());
        self.code().take_while(move |(number, _)| *number <= end)
    }
}

fn sources() -> Vec<Source> {
    fn below(directory: &Path, root: &Path, into: &mut Vec<Source>) {
        for entry in directory.read_dir().expect("src is there") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                below(&path, root, into);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = std::fs::read_to_string(&path).expect("UTF-8");
                let path = path.strip_prefix(root).expect("below src").to_owned();
                into.push(Source { path, text });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    below(&root, &root, &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(sources.len() > 50, "src was not found whole");
    sources
}

/// The names behind every `crate::` in a line: one, or those of a group in braces.
fn crate_paths(line: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut names = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let stands_alone =
            line[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
        if !stands_alone {
            continue;
        }
        let behind = &line[at + "crate::".len()..];
        match behind.strip_prefix('{') {
            None => names.push(name(behind)),
            Some(group) => {
                let mut depth = 0;
                for part in group.split_inclusive(['{', '}', ',']) {
                    if depth == 0 {
                        names.push(name(part.trim_start()));
                    }
                    depth += match part.chars().next_back() {
                        Some('{') => 1,
                        Some('}') => -1,
                        _ => 0,
                    };
                    if depth < 0 {
                        break;
                    }
                }
            }
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Names declared by `mod NAME;` or `pub mod NAME;` in a file.
fn declared(source: &Source, keyword: &str) -> BTreeSet<String> {
    let lines = source.code().filter_map(|(_, line)| line.strip_prefix(keyword));
    lines.filter_map(|rest| rest.strip_suffix(';')).map(str::to_owned).collect()
}

fn named<'a>(sources: &'a [Source], path: &str) -> &'a Source {
    sources.iter().find(|source| source.path == Path::new(path)).expect("the file is there")
}

#[test]
fn paths_are_found_in_every_form_of_use() {
    assert_eq!(crate_paths("use crate::model::site::Site;"), ["model"]);
    assert_eq!(
        crate_paths("use crate::{units::Metres, model::{site, network}, crs};"),
        ["units", "model", "crs"]
    );
    assert_eq!(
        crate_paths("let a = crate::findings::is_formula(x) || crate::count(y);"),
        ["findings", "count"]
    );
    assert_eq!(crate_paths("use mycrate::model;"), Vec::<String>::new());
}

#[test]
fn imports_run_one_way() {
    let sources = sources();
    let layers: BTreeMap<&str, usize> = LAYERS
        .iter()
        .enumerate()
        .flat_map(|(height, modules)| modules.iter().map(move |module| (*module, height)))
        .collect();
    let library = declared(named(&sources, "lib.rs"), "pub mod ");
    let placed: BTreeSet<String> = layers.keys().map(|module| (*module).to_owned()).collect();
    assert_eq!(library, placed, "every module of lib.rs has a layer in this test");

    let mut breaches = Vec::new();
    for source in &sources {
        let module = source.module();
        let Some(&height) = layers.get(module.as_str()) else { continue };
        for (number, line) in source.code() {
            for used in crate_paths(line) {
                let allowed = used == module
                    || (module != ALONE && layers.get(used.as_str()).is_some_and(|&h| h < height));
                if !allowed {
                    let path = source.path.display();
                    breaches.push(format!("{path}:{number}: {module} uses {used}"));
                }
            }
            if line.contains("super::super::") {
                let path = source.path.display();
                breaches.push(format!("{path}:{number}: write crate:: instead of super::super::"));
            }
        }
        for (number, line) in source.code_before_tests() {
            if source.is_top() && line.contains("super::") {
                let path = source.path.display();
                breaches.push(format!("{path}:{number}: write crate:: instead of super::"));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

/// The file that a path below `crate` leads into: `network::graph::Graph` into `network::graph`.
fn file_of<'f>(path: &str, files: &'f BTreeMap<String, &Source>) -> Option<&'f str> {
    let mut path = path;
    loop {
        if let Some((name, _)) = files.get_key_value(path) {
            return Some(name);
        }
        path = path.rsplit_once("::")?.0;
    }
}

/// What a file imports by `use crate::`, as paths: `use crate::a::{b, c::d};` is `a::b` and `a::c::d`.
fn imports(source: &Source) -> Vec<String> {
    let code: Vec<&str> = source.code_before_tests().map(|(_, line)| line).collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for statement in code.split("use crate::").skip(1) {
        let Some((statement, _)) = statement.split_once(';') else { continue };
        let statement: String = statement.split_whitespace().collect();
        match statement.split_once('{') {
            None => found.push(statement),
            Some((before, group)) => {
                let names = group.trim_end_matches('}').split(',').filter(|name| !name.is_empty());
                found.extend(names.map(|name| format!("{before}{}", name.trim_matches('{'))));
            }
        }
    }
    found
}

/// Two files that need each other are one question in two places. A file and those below it in a
/// folder of its name are one.
#[test]
fn no_two_files_need_each_other() {
    let sources = sources();
    let name = |source: &Source| {
        let path = source.path.with_extension("");
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        parts.join("::").trim_end_matches("::mod").to_owned()
    };
    let files: BTreeMap<String, &Source> = sources.iter().map(|own| (name(own), own)).collect();
    let needs: BTreeMap<&str, BTreeSet<&str>> = files
        .iter()
        .map(|(own, source)| {
            let paths = imports(source);
            let of_other = |path: &String| {
                let file = file_of(path, &files)?;
                let related = own.starts_with(&format!("{file}::")) || file == own;
                (!related).then_some(file)
            };
            (own.as_str(), paths.iter().filter_map(of_other).collect())
        })
        .collect();
    assert!(needs.values().map(BTreeSet::len).sum::<usize>() > 500, "imports were not found");
    // Files that need nothing but what is gone go too; what is left at the end stands in circles.
    let mut left: BTreeSet<&str> = needs.keys().copied().collect();
    loop {
        let free: Vec<&str> =
            left.iter().copied().filter(|own| needs[own].is_disjoint(&left)).collect();
        if free.is_empty() {
            break;
        }
        free.into_iter().for_each(|own| {
            left.remove(own);
        });
    }
    // Of these, files that nobody in a circle needs only lead into one.
    loop {
        let needed: BTreeSet<&str> =
            left.iter().flat_map(|own| needs[own].iter().copied()).collect();
        let before = left.len();
        left.retain(|own| needed.contains(own));
        if left.len() == before {
            break;
        }
    }
    assert!(left.is_empty(), "these need each other in a circle: {left:?}");
}

#[test]
fn the_program_is_a_user_of_the_library() {
    let sources = sources();
    let library = declared(named(&sources, "lib.rs"), "pub mod ");
    let program = declared(named(&sources, "main.rs"), "mod ");
    assert!(!program.is_empty());
    assert!(library.is_disjoint(&program), "a module is compiled twice");
    for source in &sources {
        let module = source.module();
        if module != "main" && !program.contains(&module) {
            continue;
        }
        for (number, line) in source.code() {
            for used in crate_paths(line) {
                let path = source.path.display();
                assert!(!library.contains(&used), "{path}:{number}: write beredd::{used}");
            }
        }
    }
}

#[test]
fn a_file_answers_one_question() {
    for source in sources() {
        let lines = source.text.lines().count();
        let path = source.path.display();
        assert!(lines <= LINES_AT_MOST, "{path} has {lines} lines: split it");
    }
}

#[test]
fn nothing_unwraps_outside_tests() {
    let sources = sources();
    // Files that are modules of tests as a whole: `#[cfg(test)] mod NAME;`.
    let mut test_files = BTreeSet::new();
    for source in &sources {
        let lines: Vec<&str> = source.text.lines().collect();
        for pair in lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]") {
            let name = pair[1].trim_start_matches("pub(crate) ").strip_prefix("mod ");
            if let Some(name) = name.and_then(|rest| rest.strip_suffix(';')) {
                // The modules of `draws.rs` are in `draws/`, those of `draws/mod.rs` beside it.
                let beside = ["mod.rs", "lib.rs", "main.rs"];
                let beside = beside.iter().any(|name| source.path.ends_with(name));
                let folder = match source.path.parent() {
                    Some(parent) if beside => parent.to_owned(),
                    _ => source.path.with_extension(""),
                };
                test_files.insert(folder.join(format!("{name}.rs")));
            }
        }
    }
    for source in sources.iter().filter(|source| !test_files.contains(&source.path)) {
        for (number, line) in source.code_before_tests() {
            let path = source.path.display();
            assert!(
                !line.contains(".unwrap()"),
                "{path}:{number}: say with expect() why this cannot fail"
            );
        }
    }
}
