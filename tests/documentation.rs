//! Holds the documentation to the code: what can be generated is compared, examples are read,
//! links lead somewhere, and the worked example is computed.
//!
//! `BEREDD_BLESS=1 cargo test --test documentation` writes the generated parts anew.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use beredd::error::{Error, Fault, ProjectFault};
use beredd::findings::{Rule, Severity};
use beredd::model::framework::{Framework, Goalposts};
use beredd::model::indicator::{IndicatorTable, Unit};
use beredd::model::knowledge::Knowledge::{self, No, Unknown, Yes};
use beredd::model::requirement::{FallbackNeeded, Service, SinglePointsAllowed};
use beredd::pipeline::products::PRODUCTS;
use beredd::project::keys::{Form, Key, Presence};
use beredd::project::{self, SECTIONS, SectionOf, Times, framework, schema};
use beredd::readiness::case::{Condition, SiteCase};
use beredd::readiness::indicator::{IndicatorTargets, SITE_INDICATORS, SiteIndicator, asks};
use beredd::readiness::service::built_in;
use beredd::readiness::unit::values;
use beredd::score::evaluate::{GroupScore, evaluate};
use beredd::table::Kind;
use beredd::table::list::{Described, described, described_alone};
use beredd::units::Hours;
use beredd::words::key::form;
use beredd::words::{Language, Words};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

/// Compares a part of a page, between its marks, with what the code says.
fn holds(path: &str, part: &str, generated: &str) {
    // Two parts of one page are compared, and written, one after the other.
    static PAGES: Mutex<()> = Mutex::new(());
    let _one = PAGES.lock().unwrap_or_else(PoisonError::into_inner);
    let text = read(path);
    let begin = format!("<!-- generated: {part} -->\n");
    let end = "<!-- end of generated -->";
    let start = text.find(&begin).unwrap_or_else(|| panic!("{path} has no mark {begin}"));
    let start = start + begin.len();
    let length = text[start..].find(end).unwrap_or_else(|| panic!("{path}: {part} has no end"));
    let wanted = format!("\n{generated}\n\n");
    if text[start..start + length] == wanted {
        return;
    }
    if std::env::var_os("BEREDD_BLESS").is_some() {
        let whole = format!("{}{wanted}{}", &text[..start], &text[start + length..]);
        std::fs::write(root().join(path), whole).expect("the page can be written");
    } else {
        panic!("{path}: {part} is not what the code says; run this test with BEREDD_BLESS=1");
    }
}

/// Text in a cell of a Markdown table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[test]
fn every_table_and_column_is_documented() {
    holds(
        "docs/output.md",
        "tables",
        &table_sections("##", described(&framework::built_in().framework)),
    );
}

#[test]
fn every_table_of_a_network_alone_is_documented() {
    holds("docs/output.md", "tables of a network", &table_sections("###", described_alone()));
}

/// A section for each table, below a heading of this level.
fn table_sections(heading: &str, tables: Vec<Described>) -> String {
    let words = Words(Language::En);
    let mut text = String::new();
    for table in tables {
        let row = words.form_by_id("table", &table.words, form::About).expect("it has words");
        text.push_str(&format!("{heading} `{}`\n\n{row}\n\n", table.name));
        text.push_str("| column | holds | meaning |\n|---|---|---|\n");
        for column in &table.columns {
            let kind = match column.kind() {
                Kind::Text => "text",
                Kind::Integer => "whole number",
                Kind::Number => "number",
            };
            let meaning = cell(&column.about(words));
            text.push_str(&format!("| `{}` | {kind} | {meaning} |\n", column.name));
        }
        text.push('\n');
    }
    text.trim_end().to_owned()
}

#[test]
fn every_product_is_documented() {
    let mut text = String::from("| files | what is in them |\n|---|---|\n");
    // What is written last is looked at first.
    for product in PRODUCTS.iter().rev() {
        let files = product.files.split(", ").map(|file| format!("`{file}`"));
        let files = files.collect::<Vec<_>>().join(", ");
        text.push_str(&format!("| {files} | {} |\n", cell(product.about)));
    }
    text.push_str(
        "| `run.json` | what was run on what: version, project file, size and SHA-256 of every input, \
         seed, counts |",
    );
    holds("README.md", "products", &text);
}

#[test]
fn every_finding_is_documented() {
    let mut text =
        String::from("| rule | severity | meaning | what becomes of it |\n|---|---|---|---|\n");
    for rule in Rule::ALL {
        text.push_str(&format!(
            "| `{}` | {} | {} | {} |\n",
            rule.name(),
            rule.severity().name(),
            cell(&Words(Language::En).code(rule)),
            outcome(rule)
        ));
    }
    holds("docs/findings.md", "rules", text.trim_end());
}

/// What becomes of what the finding is about. A new rule must say.
fn outcome(rule: Rule) -> String {
    if rule.severity() == Severity::Error {
        return "the run stops; nothing is written".to_owned();
    }
    let said = Words(Language::En).form_by_id("rule", rule.name(), form::Outcome);
    said.unwrap_or_else(|| panic!("rule--{} has no form .outcome", rule.name()))
}

#[test]
fn every_indicator_is_documented() {
    let mut text = String::from(
        "| indicator | pillar | weight | goalposts | counts |\n|---|---|---:|---|---|\n",
    );
    let framework = framework::built_in().framework;
    for indicator in framework.indicators() {
        let Goalposts::Fixed { low, high, .. } = indicator.goalposts else {
            panic!("{}: its goalposts are fixed", indicator.id)
        };
        let counted = SITE_INDICATORS.iter().find(|counted| counted.id == indicator.id);
        let id = &indicator.id;
        text.push_str(&format!(
            "| [`{id}`](indicators/{id}.md) | {} | {} | {low}–{high} | {} |\n",
            indicator.parent,
            indicator.weight.value(),
            cell(counted.expect("the built-in framework names computed ones").meaning)
        ));
    }
    holds("docs/method.md", "indicators", text.trim_end());
}

#[test]
fn every_built_in_indicator_has_a_page_with_its_goalposts() {
    for indicator in framework::built_in().framework.indicators() {
        let page = read(&format!("docs/indicators/{}.md", indicator.id));
        // Whatever lines a name is broken into.
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        for name in [&indicator.names.sv, &indicator.names.en] {
            let name = name.as_deref().expect("the built-in ones have names");
            assert!(page.contains(name), "{}: the page lacks {name:?}", indicator.id);
        }
        let Goalposts::Fixed { low, high, .. } = indicator.goalposts else { panic!("fixed") };
        for post in [low, high] {
            assert!(page.contains(&post.to_string()), "{}: the page lacks {post}", indicator.id);
        }
    }
}

#[test]
fn every_built_in_service_is_documented() {
    let mut text = String::from("| service | concerns | needs | source |\n|---|---|---|---|\n");
    for service in built_in() {
        let kinds: Vec<&str> = service.kinds.iter().map(|kind| kind.name()).collect();
        text.push_str(&format!(
            "| `{}` {} | {} | {} | {} |\n",
            service.id,
            cell(&service.name),
            kinds.join(", "),
            needs(&service).join("; "),
            cell(service.source.as_deref().unwrap_or_default())
        ));
    }
    holds("docs/method.md", "services", text.trim_end());
}

fn needs(service: &Service) -> Vec<String> {
    let mut needs = Vec::new();
    if service.fixed {
        needs.push("fixed".to_owned());
    }
    if let Some(rate) = service.download {
        needs.push(format!("{} Mbit/s", rate.value()));
    }
    if let Some(rate) = service.download_per_person {
        needs.push(format!("{} Mbit/s per person", rate.value()));
    }
    if service.single_points == SinglePointsAllowed::None {
        needs.push("no single point*".to_owned());
    }
    match service.fallback {
        FallbackNeeded::None => {}
        FallbackNeeded::Any => needs.push("any fallback*".to_owned()),
        FallbackNeeded::Independent => needs.push("independent fallback*".to_owned()),
    }
    if let Some(hours) = service.endurance {
        needs.push(format!("{} h endurance*", hours.value()));
    }
    needs
}

/// Reads a text as a project file.
fn read_project(text: &str) -> Vec<ProjectFault> {
    let directory = tempfile::tempdir().expect("temporary directory");
    let file = directory.path().join("project.toml");
    std::fs::write(&file, text).expect("written");
    project_faults(project::read(&file).map(drop))
}

fn project_faults(read: Result<(), Error>) -> Vec<ProjectFault> {
    match read {
        Ok(()) => Vec::new(),
        Err(Error::Input { faults, .. }) => faults
            .into_iter()
            .map(|fault| match fault {
                Fault::Project(fault) => fault,
                Fault::Data(finding) => panic!("{finding}"),
            })
            .collect(),
        Err(other) => panic!("{other}"),
    }
}

/// As a section is written.
fn heading(section: &SectionOf) -> String {
    match section.times {
        Times::Any => format!("[[{}]]", section.name),
        Times::Once | Times::OnceAtMost => format!("[{}]", section.name),
    }
}

/// What a key may hold.
fn kind(form: &Form) -> String {
    let listed = |words: &[&str]| {
        words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ")
    };
    match form {
        Form::Text => "text".to_owned(),
        Form::Column => "column".to_owned(),
        Form::Crs => "CRS".to_owned(),
        Form::Date => "date".to_owned(),
        Form::Flag => "true, false".to_owned(),
        Form::Number => "number".to_owned(),
        Form::Quantity("") => "number, 0 or more".to_owned(),
        Form::Quantity(unit) => format!("number ({unit})"),
        Form::Share => "number, 0 to 1".to_owned(),
        Form::Whole => "whole number".to_owned(),
        Form::Word(words) => listed(words),
        Form::Texts => "list of texts".to_owned(),
        Form::Numbers => "list of numbers".to_owned(),
        Form::Pair => "two numbers".to_owned(),
        Form::Words(words) => format!("list of {}", listed(words)),
        Form::Map(words) => format!("table, each text to {}", listed(words)),
        Form::Table(_) => "table".to_owned(),
        Form::Tables(_) => "tables".to_owned(),
        Form::Either(forms) => forms.iter().map(kind).collect::<Vec<_>>().join(", or "),
    }
}

/// The table of the keys of a section, but for those that every section with files has.
fn keys_table(keys: &[Key], shared: bool) -> String {
    let mut text =
        String::from("| key | type | default | meaning | example |\n|---|---|---|---|---|\n");
    for key in keys.iter().filter(|key| key.shared == shared) {
        let default = match &key.presence {
            Presence::Required => "required".to_owned(),
            Presence::Default(value) => format!("`{value}`"),
            Presence::Optional(blank) => (*blank).to_owned(),
        };
        let (kind, meaning, example) = (kind(&key.form), cell(&key.meaning), key.example);
        let row = format!("| `{}` | {kind} | {default} | {meaning} | `{example}` |\n", key.name);
        text.push_str(&row.replace("|  |", "| |"));
    }
    text.trim_end().to_owned()
}

/// The tables inside a section, by how it is written.
fn inner(of: &str, keys: &[Key]) -> Vec<(String, Vec<Key>)> {
    let tables = keys.iter().filter_map(|key| match key.form {
        Form::Table(keys) => Some((format!("{of}.{}", key.name), keys())),
        _ => None,
    });
    tables.collect()
}

#[test]
fn every_key_of_the_project_file_is_documented() {
    let page = "docs/project-file.md";
    for section in SECTIONS {
        let keys = (section.keys)();
        if keys.is_empty() {
            continue;
        }
        let heading = heading(section);
        holds(page, &heading, &keys_table(&keys, false));
        for (heading, keys) in inner(&heading, &keys) {
            holds(page, &heading, &keys_table(&keys, false));
        }
        if keys.iter().any(|key| key.shared) {
            holds(page, "where facts come from", &keys_table(&keys, true));
        }
    }
}

#[test]
fn every_key_of_frameworks_and_scenarios_is_documented() {
    let files = [
        ("docs/framework.md", "framework", project::framework_keys()),
        ("docs/scenario.md", "scenario", project::scenario_keys()),
    ];
    for (page, whole, keys) in files {
        holds(page, whole, &keys_table(&keys, false));
        for key in &keys {
            if let Form::Table(keys) = key.form {
                holds(page, &format!("[{}]", key.name), &keys_table(&keys(), false));
            }
            if let Form::Tables(keys) = key.form {
                holds(page, &format!("[[{}]]", key.name), &keys_table(&keys(), false));
            }
        }
    }
}

#[test]
fn the_schemas_are_what_the_reader_reads() {
    let schemas = [
        ("docs/project.schema.json", schema::project()),
        ("docs/framework.schema.json", schema::framework()),
        ("docs/scenario.schema.json", schema::scenario()),
    ];
    for (path, schema) in schemas {
        let wanted = format!("{schema:#}\n");
        let written = std::fs::read_to_string(root().join(path)).unwrap_or_default();
        if written != wanted {
            assert!(
                std::env::var_os("BEREDD_BLESS").is_some(),
                "{path} is not what the code says; run this test with BEREDD_BLESS=1"
            );
            std::fs::write(root().join(path), wanted).expect("the schema can be written");
        }
    }
}

/// What a reader says of `key = example` alone in a section, that is about the key itself.
fn said_of(key: &Key, heading: &str, faults: &[ProjectFault]) -> Vec<String> {
    let name = key.name;
    let about = [
        format!("unknown key `{name}`"),
        format!("`{name}` must be"),
        format!("`{name}` cannot"),
        format!("`{name}` is"),
    ];
    let own = faults.iter().filter(|f| about.iter().any(|about| f.message.starts_with(about)));
    own.map(|fault| format!("{heading}: {fault}")).collect()
}

/// Of every key that is declared its reader is asked: what is declared only would be unknown.
#[test]
fn every_example_of_a_key_is_accepted() {
    let mut faults = Vec::new();
    for section in SECTIONS {
        let heading = heading(section);
        for key in (section.keys)() {
            let alone = |text: &str| read_project(&format!("{heading}\n{text}\n"));
            let text = format!("{} = {}", key.name, key.example);
            faults.extend(said_of(&key, &heading, &alone(&text)));
            let Form::Table(inner) = key.form else { continue };
            for own in inner() {
                let text = format!("{} = {{ {} = {} }}", key.name, own.name, own.example);
                faults.extend(said_of(&own, &heading, &alone(&text)));
            }
        }
    }
    let directory = tempfile::tempdir().expect("temporary directory");
    let file = directory.path().join("other.toml");
    type ReadOther = fn(&Path) -> Result<(), Error>;
    let readers: [(Vec<Key>, ReadOther); 2] = [
        (project::framework_keys(), |file| framework::read(file).map(drop)),
        (project::scenario_keys(), |file| project::scenario::read(file).map(drop)),
    ];
    for (keys, read) in readers {
        let mut try_it = |key: &Key, heading: &str, text: String| {
            std::fs::write(&file, text).expect("written");
            faults.extend(said_of(key, heading, &project_faults(read(&file))));
        };
        for key in keys {
            let (name, example) = (key.name, key.example);
            try_it(&key, name, format!("{name} = {example}\n"));
            let (open, close, inner) = match key.form {
                Form::Table(inner) => ("{", "}", inner()),
                Form::Tables(inner) => ("[{", "}]", inner()),
                _ => continue,
            };
            for own in inner {
                let text = format!("{name} = {open} {} = {} {close}\n", own.name, own.example);
                try_it(&own, name, text);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_key_that_no_section_declares_is_a_fault_in_each() {
    for section in SECTIONS.iter().filter(|section| !(section.keys)().is_empty()) {
        let heading = heading(section);
        let faults = read_project(&format!("{heading}\nzzzzzzzz = 1\n"));
        let unknown = format!("unknown key `zzzzzzzz` in {heading}");
        let fault = faults.iter().find(|fault| fault.message == unknown).expect("it is unknown");
        let mut known: Vec<&str> = (section.keys)().iter().map(|key| key.name).collect();
        known.sort_unstable();
        let wanted = format!("known here: {}", known.join(", "));
        assert_eq!(fault.hint.as_deref(), Some(wanted.as_str()));
    }
}

/// Every `.md` file of the repository, relative to it.
fn pages() -> Vec<PathBuf> {
    fn below(directory: &Path, into: &mut Vec<PathBuf>) {
        for entry in directory.read_dir().expect("a directory of the repository") {
            let path = entry.expect("readable").path();
            let hidden = path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
            if path.is_dir() && !hidden && !path.ends_with("target") {
                below(&path, into);
            } else if path.extension().is_some_and(|e| e == "md") {
                into.push(path);
            }
        }
    }
    let mut pages = Vec::new();
    below(root(), &mut pages);
    pages.sort();
    pages
}

/// The fenced blocks of a language in a page.
fn fenced(text: &str, language: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<String> = None;
    for line in text.lines() {
        match &mut open {
            Some(block) if line == "```" => {
                blocks.push(std::mem::take(block));
                open = None;
            }
            Some(block) => block.push_str(&format!("{line}\n")),
            None if line == format!("```{language}") => open = Some(String::new()),
            None => {}
        }
    }
    assert!(open.is_none(), "a fence is left open");
    blocks
}

#[test]
fn every_example_of_a_project_file_is_accepted() {
    let mut whole = 0;
    for page in ["README.md", "docs/project-file.md", "docs/method.md"] {
        for block in fenced(&read(page), "toml") {
            let faults = read_project(&block);
            whole += usize::from(faults.is_empty());
            for fault in faults {
                let only_a_part = fault.message.starts_with("the project needs a section")
                    || fault.message == "the project names no sites";
                assert!(only_a_part, "{page}: {fault}\n{block}");
            }
        }
    }
    assert!(whole >= 2, "the README and docs/project-file.md have a whole project each");
}

#[test]
fn every_relative_link_leads_somewhere() {
    let mut followed = 0;
    for page in pages() {
        let text = std::fs::read_to_string(&page).expect("UTF-8");
        for (at, _) in text.match_indices("](") {
            let target: String = text[at + 2..].chars().take_while(|c| *c != ')').collect();
            if target.contains("://") || target.starts_with('#') || target.contains('\n') {
                continue;
            }
            let file = target.split('#').next().expect("split gives one part");
            let path = page.parent().expect("a page is in a directory").join(file);
            assert!(path.exists(), "{}: {target} is not there", page.display());
            followed += 1;
        }
    }
    assert!(followed > 20, "links were found");
}

/// Of each indicator of the worked example in docs/method.md, what is known of its four sites; and
/// of the last, of which nobody knows whether it is connected, what would be known if it were and
/// if it were not.
const EXAMPLE: [(&str, [Knowledge; 4], (Knowledge, Knowledge)); 9] = [
    ("sites_connected_share", [Yes, Yes, No, Unknown], (Yes, No)),
    ("sites_gigabit_share", [Yes, Unknown, No, Unknown], (Unknown, No)),
    ("sites_mobile_10_share", [Yes, Yes, Yes, Yes], (Yes, Yes)),
    ("sites_mobile_30_share", [Yes, Yes, No, No], (No, No)),
    ("sites_two_networks_share", [Yes, No, No, Unknown], (Unknown, Unknown)),
    ("sites_redundant_share", [Yes, No, No, Unknown], (Unknown, No)),
    ("sites_always_served_share", [Yes, Yes, No, Unknown], (Yes, Unknown)),
    ("sites_backup_24h_share", [No, No, Yes, Unknown], (Unknown, Unknown)),
    ("sites_endurance_24h_share", [No, No, Unknown, Unknown], (Unknown, Unknown)),
];

/// The sites of the worked example, with every computed condition.
fn example() -> Vec<SiteCase> {
    let site = |site: usize| {
        let knowledge = |id: &str| EXAMPLE.iter().find(|(own, ..)| *own == id);
        let connected = knowledge("sites_connected_share").expect("in the example").1[site];
        let backup = knowledge("sites_backup_24h_share").expect("in the example").1[site];
        let hours = match backup {
            Yes => Hours::new(48.0),
            No => Hours::new(0.0),
            Unknown => None,
        };
        let condition = |indicator: &SiteIndicator| {
            let (id, known, (with, without)) = *knowledge(indicator.id)?;
            let is = known[site];
            // Of sites that are known to be connected, or not, nothing else is supposed here.
            let supposed = match (site, id) {
                (_, "sites_connected_share") => [No, No, Yes, Yes],
                (_, "sites_backup_24h_share") => [No, Yes, No, Yes],
                (3, _) => [without, without, with, with],
                (_, "sites_gigabit_share" | "sites_redundant_share") if connected == No => {
                    [No, No, Unknown, Unknown]
                }
                (_, "sites_gigabit_share" | "sites_redundant_share") => [No, No, is, is],
                (_, "sites_endurance_24h_share") => [No, Unknown, No, Unknown],
                _ => [is; 4],
            };
            Some(Condition { is, supposed })
        };
        SiteCase {
            connected,
            by_owner_alone: connected != Unknown,
            placed: true,
            backup_power: hours,
            conditions: SITE_INDICATORS.iter().map(condition).collect(),
        }
    };
    (0..4).map(site).collect()
}

#[test]
fn the_worked_example_is_what_the_code_computes() {
    let page = read("docs/method.md");
    let has = |line: String| assert!(page.contains(&line), "docs/method.md lacks\n{line}");
    let framework = framework::built_in().framework;
    let ids: Vec<&str> = framework.indicators().iter().map(|i| i.id.as_str()).collect();
    assert_eq!(ids, EXAMPLE.map(|(id, ..)| id));
    let sites = example();
    let targets = IndicatorTargets { backup_power: Hours::new(24.0).expect("positive") };
    let values = values(sites.iter().map(|site| (site, 1.0)).collect(), &asks(&[], &targets));
    let readings = EXAMPLE.map(|(id, sites, _)| {
        let place = SITE_INDICATORS.iter().position(|indicator| indicator.id == id);
        let value = values[place.expect("computed")].expect("four sites");
        let words: Vec<&str> = sites.iter().map(|known| known.name()).collect();
        has(format!(
            "| `{id}` | {} | {:.2} | {:.2} | {:.2} | {:.2} |",
            words.join(" | "),
            value.estimate.value(),
            value.low.value(),
            value.high.value(),
            value.known.value(),
        ));
        vec![value.reading(value.estimate)]
    });
    let unit = Unit { id: "A".to_owned(), name: "A".to_owned() };
    let table = IndicatorTable::new(vec![unit], readings.to_vec());
    let found = evaluate(&framework, &table).expect("usable");
    let row = |name: &str, of: &GroupScore| {
        let value = of.value.expect("enough is known");
        let (low, high) = (of.low.value(), of.high.value());
        let known = of.known.value();
        format!("| {name} | {:.1} | {low:.1} | {high:.1} | {known:.2} |", value.value())
    };
    for pillar in framework.pillars() {
        has(row(&framework.group(pillar).id, &found.groups[pillar.0][0]));
    }
    has(row("**score**", &found.groups[Framework::ROOT.0][0]));
}
