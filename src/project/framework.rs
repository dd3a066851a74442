//! The framework file: the tree of a score, read as strictly as the project file.

pub(super) mod keys;

use std::ops::Range;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use toml::Spanned;
use toml::de::DeTable;

use crate::error::Error;
use crate::ingest::indicators::{ENDINGS, LARGEST};
use crate::ingest::provenance::hex;
use crate::model::framework::{
    At, Framework, Goalposts, Group, Heading, Indicator, Mean, Names, OFFSET_AT_MOST, Scale,
    TreeFault, Uncertainty,
};
use crate::project::keys::{Keys, Required};
use crate::project::section::{Document, Section};
use crate::project::{parsed, parsed_text};

use keys::{FrameworkKeys, GroupKeys, IndicatorKeys, UncertaintyKeys, WEIGHT_SPREAD, share};

/// A framework with the text it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameworkFile {
    /// The file; `None` for a built-in one.
    pub file: Option<PathBuf>,
    /// Its text, kept with the result.
    pub text: String,
    /// SHA-256 of the text.
    pub hash: String,
    /// What it says.
    pub framework: Framework,
}

impl FrameworkFile {
    /// How findings name it.
    pub fn dataset(&self) -> String {
        let file = self.file.as_ref();
        file.map_or_else(|| named(&self.framework.version), |file| file.display().to_string())
    }
}

/// A built-in framework, as faults and findings name it.
fn named(version: &str) -> String {
    format!("the built-in framework {version}")
}

/// The built-in frameworks by their version; the first is the one that counts.
const BUILT_IN: [(&str, &str); 2] = [
    ("2026.2", include_str!("framework/built_in.toml")),
    ("2026.1", include_str!("framework/built_in_2026_1.toml")),
];

/// The framework that counts where a project names none.
pub fn built_in() -> FrameworkFile {
    parsed_built_in(BUILT_IN[0])
}

/// The versions of the built-in framework, the one that counts first.
pub fn built_in_versions() -> impl Iterator<Item = &'static str> {
    BUILT_IN.into_iter().map(|(version, _)| version)
}

/// The built-in framework of a version.
pub fn built_in_version(version: &str) -> Option<FrameworkFile> {
    BUILT_IN.into_iter().find(|(own, _)| *own == version).map(parsed_built_in)
}

fn parsed_built_in((version, text): (&str, &str)) -> FrameworkFile {
    parsed_text(&named(version), text, |text, root, document| build(None, text, root, document))
        .expect("a test reads it")
}

/// The framework that a project or a command names: a file, by its path from a directory, or a
/// built-in one, by its version. Where there is such a file it is the file.
pub fn find(directory: &Path, name: &Path) -> Result<FrameworkFile, Error> {
    let path = directory.join(name);
    let version = name.to_str().filter(|_| !path.exists());
    match version.and_then(built_in_version) {
        Some(built_in) => Ok(built_in),
        None => read(&path),
    }
}

/// Reads a framework. All its faults come in one error.
pub fn read(path: &Path) -> Result<FrameworkFile, Error> {
    let versions: Vec<&str> = built_in_versions().collect();
    let hint =
        format!("name the path of a framework file, or a built-in one: {}", versions.join(", "));
    parsed(path, &hint, |text, root, document| build(Some(path), text, root, document))
}

fn build<'t>(
    path: Option<&Path>,
    text: &str,
    root: &Spanned<DeTable<'t>>,
    document: &mut Document<'t>,
) -> Option<FrameworkFile> {
    let mut section = Section::open(document, "the framework", 0..0, root.get_ref());
    let heading = heading(&mut section);
    let listed = |section: &mut Section<'_, '_>, key: &'static str| {
        if !section.has(key) {
            let what = if key == "group" { "groups" } else { "indicators" };
            section.fault_at(
                key,
                format!("the framework has no {what}"),
                format!("add at least one [[{key}]]; a [[group]] without a parent is the index"),
            );
        }
    };
    listed(&mut section, "group");
    listed(&mut section, "indicator");
    let given = |section: &Section<'_, '_>, key: &str| section.list_length(key);
    let (all_groups, all_indicators) = (given(&section, "group"), given(&section, "indicator"));
    let groups = section.inner_list("group", |section| Some((section.places(), group(section)?)));
    let indicators =
        section.inner_list("indicator", |section| Some((section.places(), indicator(section)?)));
    // A tree with holes would complain of what is only a consequence.
    let complete = groups.len() == all_groups && indicators.len() == all_indicators;
    let (group_places, groups): (Vec<_>, Vec<_>) = groups.into_iter().unzip();
    let (indicator_places, indicators): (Vec<_>, Vec<_>) = indicators.into_iter().unzip();
    let framework =
        heading.filter(|_| complete && all_groups > 0 && all_indicators > 0).and_then(|heading| {
            Framework::new(heading, groups, indicators)
                .map_err(|faults| {
                    for fault in faults {
                        let place = place(&fault, &group_places, &indicator_places);
                        section.fault_in(place, fault.message, fault.hint);
                    }
                })
                .ok()
        });
    section.finish();
    Some(FrameworkFile {
        file: path.map(Path::to_owned),
        text: text.to_owned(),
        hash: hex(&Sha256::digest(text.as_bytes())),
        framework: framework?,
    })
}

/// Where the keys of one table of a list stand in the text.
type Places = Vec<(String, Range<usize>)>;

fn place(fault: &TreeFault, groups: &[Places], indicators: &[Places]) -> Option<Range<usize>> {
    let places = match fault.at {
        At::Whole => return None,
        At::Group(i) => &groups[i],
        At::Indicator(i) => &indicators[i],
    };
    let at = |wanted: &str| places.iter().find(|(key, _)| key == wanted);
    at(fault.key).or_else(|| at("id")).map(|(_, span)| span.clone())
}

fn heading(section: &mut Section<'_, '_>) -> Option<Heading> {
    let keys = FrameworkKeys::read(section);
    let uncertainty = section.inner("uncertainty", |own| Some(UncertaintyKeys::read(own)));
    let weight_spread = uncertainty.map_or(share(WEIGHT_SPREAD), |own| own.weight_spread);
    Some(Heading {
        name: keys.name.0?,
        version: keys.version.0?,
        unit_id: keys.unit_id.0?,
        unit_name: keys.unit_name,
        known_share_at_least: keys.known_share_at_least,
        uncertainty: Uncertainty { weight_spread },
    })
}

fn group(section: &mut Section<'_, '_>) -> Option<Group> {
    let keys = GroupKeys::read(section);
    let (aggregate, offset) = (keys.aggregate, keys.offset);
    if !(0.0..=OFFSET_AT_MOST).contains(&offset) {
        section.fault_at(
            "offset",
            format!("`offset` cannot be {offset}"),
            format!("points from 0 to {OFFSET_AT_MOST}; the built-in framework has 10"),
        );
    }
    if offset > 0.0 && matches!(aggregate, Mean::Arithmetic | Mean::Minimum) {
        section.fault_at(
            "offset",
            format!("an offset changes nothing of the {} mean", aggregate.name()),
            "leave it out, or set aggregate = \"geometric\" or \"harmonic\"",
        );
    }
    Some(Group {
        id: id(section, keys.id)?,
        names: Names { sv: keys.name, en: keys.name_en },
        parent: keys.parent,
        weight: keys.weight,
        aggregate,
        aggregate_also: keys.aggregate_also,
        offset,
    })
}

fn indicator(section: &mut Section<'_, '_>) -> Option<Indicator> {
    let keys = IndicatorKeys::read(section);
    let goalposts = goalposts(section, keys.scale);
    Some(Indicator {
        id: id(section, keys.id)?,
        names: Names { sv: keys.name, en: keys.name_en },
        parent: keys.parent.0?,
        weight: keys.weight,
        better: keys.better,
        goalposts: goalposts?,
        scale: keys.scale,
        missing: keys.missing,
        source: keys.source,
        why: keys.why,
    })
}

fn id(section: &mut Section<'_, '_>, id: Required<String>) -> Option<String> {
    let id = id.0?;
    if let Some(ending) = ENDINGS.into_iter().find(|ending| id.ends_with(ending)) {
        section.fault_at(
            "id",
            format!("the id \"{id}\" ends with {ending}"),
            "a column of that name holds a bound or a known share; choose another id",
        );
        return None;
    }
    Some(id)
}

fn goalposts(section: &mut Section<'_, '_>, scale: Scale) -> Option<Goalposts> {
    if !section.has("goalposts") {
        section.fault_at(
            "goalposts",
            "an indicator needs the key `goalposts`",
            "such as [0.0, 1.0]: the values that give 0 and 100; or \"observed\"",
        );
        return None;
    }
    if section.is_text("goalposts") {
        let observed = section.word("goalposts", &[("observed", Goalposts::Observed)]);
        for key in ["goalposts_low_range", "goalposts_high_range"] {
            if section.has(key) {
                section.fault_at(
                    key,
                    "observed goalposts have no range",
                    "state goalposts as two numbers, or leave the range out",
                );
            }
        }
        return observed;
    }
    let numbers = section.numbers("goalposts")?;
    let [low, high] = numbers[..] else {
        let count = numbers.len();
        section.fault_at(
            "goalposts",
            format!("goalposts are two numbers, not {count}"),
            "such as [0.0, 1.0], the lower first",
        );
        return None;
    };
    if low.abs().max(high.abs()) > LARGEST {
        section.fault_at(
            "goalposts",
            format!("goalposts cannot be beyond {LARGEST:e}"),
            "give the indicator in a larger unit of measure",
        );
        return None;
    }
    if low >= high {
        let (what, hint) = if low == high {
            ("equal", "they must differ: the lower first, then the higher")
        } else {
            (
                "the wrong way round",
                "the lower first; what is better when lower says better = \"lower\"",
            )
        };
        section.fault_at("goalposts", format!("the goalposts {low} and {high} are {what}"), hint);
        return None;
    }
    let low_range = range(section, "goalposts_low_range", low)?;
    let high_range = range(section, "goalposts_high_range", high)?;
    if low_range.1 >= high_range.0 {
        section.fault_at(
            "goalposts",
            "the ranges of the two goalposts meet",
            "the highest of goalposts_low_range must be below the lowest of goalposts_high_range",
        );
        return None;
    }
    if scale == Scale::Log && low_range.0 <= 0.0 {
        section.fault_at(
            "goalposts",
            format!("a logarithmic scale cannot begin at {}", low_range.0),
            "goalposts above 0, or scale = \"linear\"",
        );
        return None;
    }
    Some(Goalposts::Fixed { low, high, low_range, high_range })
}

/// How far a goalpost is moved: not at all where nothing is said.
fn range(section: &mut Section<'_, '_>, key: &'static str, post: f64) -> Option<(f64, f64)> {
    let Some(numbers) = section.numbers(key) else { return Some((post, post)) };
    match numbers[..] {
        [low, high] if low <= post && post <= high => Some((low, high)),
        _ => {
            section.fault_at(
                key,
                format!("`{key}` is no range around {post}"),
                format!("two numbers, such as [{post}, {post}]: the lowest and the highest to try"),
            );
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<(Option<usize>, String)> {
        let made =
            parsed_text("f.toml", text, |text, root, document| build(None, text, root, document));
        match made {
            Ok(_) => Vec::new(),
            Err(Error::Input { faults, .. }) => faults
                .into_iter()
                .map(|fault| match fault {
                    crate::error::Fault::Project(fault) => {
                        assert!(fault.hint.is_some(), "{fault} says what to do");
                        (fault.place.map(|place| place.line), fault.message)
                    }
                    other => panic!("{other}"),
                })
                .collect(),
            Err(other) => panic!("{other}"),
        }
    }

    const HEADING: &str = "name = \"F\"\nversion = \"1\"\nunit_id = \"id\"\n";

    fn with(rest: &str) -> Vec<(Option<usize>, String)> {
        faults(&format!("{HEADING}{rest}"))
    }

    #[test]
    fn every_indicator_of_the_built_in_frameworks_says_from_where_and_why() {
        let all = built_in_versions().map(|version| built_in_version(version).expect("listed"));
        let all: Vec<FrameworkFile> = all.collect();
        for indicator in all.iter().flat_map(|file| file.framework.indicators()) {
            assert!(indicator.source.is_some() && indicator.why.is_some(), "{}", indicator.id);
            assert!(
                indicator.names.sv.is_some() && indicator.names.en.is_some(),
                "{}",
                indicator.id
            );
            assert!(matches!(indicator.goalposts, Goalposts::Fixed { .. }), "{}", indicator.id);
        }
    }

    #[test]
    fn a_built_in_framework_is_found_by_its_version() {
        assert_eq!(built_in_versions().next(), Some(built_in().framework.version.as_str()));
        for version in built_in_versions() {
            let found = built_in_version(version).expect("listed");
            assert_eq!(found.framework.version, version);
            assert_eq!(found.dataset(), format!("the built-in framework {version}"));
            assert_eq!(found.file, None);
        }
        assert_eq!(built_in_version("2026.0"), None);
    }

    #[test]
    fn a_file_goes_before_a_version_of_the_same_name() {
        let directory = tempfile::tempdir().expect("temporary directory");
        let name = Path::new("2026.1");
        let found = find(directory.path(), name).expect("built in");
        assert_eq!((found.file, found.framework.version.as_str()), (None, "2026.1"));
        let text = "[[group]]\nid = \"index\"\n[[indicator]]\nid = \"a\"\nparent = \"index\"\n\
                    goalposts = \"observed\"\n";
        let file = directory.path().join(name);
        std::fs::write(&file, format!("{HEADING}{text}")).expect("written");
        let found = find(directory.path(), name).expect("a framework");
        assert_eq!((found.file, found.framework.name.as_str()), (Some(file), "F"));
        let Err(Error::Input { faults, .. }) = find(directory.path(), Path::new("2025.9")) else {
            panic!("there is no such framework")
        };
        let fault = faults[0].to_string();
        assert!(
            fault.contains("2025.9") && fault.contains("built-in one: 2026.2, 2026.1"),
            "{fault}"
        );
    }

    #[test]
    fn a_tree_of_two_lines_is_enough() {
        let text = "[[group]]\nid = \"index\"\n[[indicator]]\nid = \"a\"\nparent = \"index\"\n\
                    goalposts = \"observed\"\n";
        assert_eq!(with(text), []);
    }

    #[test]
    fn faults_in_the_tree_stand_where_they_are() {
        let text = "[[group]]\nid = \"index\"\n[[group]]\nid = \"b\"\nparent = \"index\"\n\
                    [[indicator]]\nid = \"a\"\nparent = \"indx\"\ngoalposts = [0, 1]\n";
        let message = "\"a\" has the parent \"indx\", and there is no such group".to_owned();
        assert_eq!(with(text), [(Some(11), message)]);
        assert_eq!(
            with("").into_iter().map(|(_, message)| message).collect::<Vec<_>>(),
            ["the framework has no groups", "the framework has no indicators"]
        );
    }

    #[test]
    fn an_indicator_that_cannot_be_normalised_is_refused() {
        let of = |lines: &str| {
            let head = "[[group]]\nid = \"index\"\n[[indicator]]\nid = \"a\"\nparent = \"index\"\n";
            let found = with(&format!("{head}{lines}"));
            assert_eq!(found.len(), 1, "{lines}: {found:?}");
            found[0].1.clone()
        };
        assert_eq!(of(""), "an indicator needs the key `goalposts`");
        assert_eq!(of("goalposts = [1, 1]"), "the goalposts 1 and 1 are equal");
        assert_eq!(of("goalposts = [1, 0]"), "the goalposts 1 and 0 are the wrong way round");
        assert_eq!(of("goalposts = [1]"), "goalposts are two numbers, not 1");
        assert_eq!(of("goalposts = \"seen\""), "`goalposts` cannot be \"seen\"");
        assert_eq!(of("goalposts = [0, 1]\nweight = -1"), "`weight` cannot be -1");
        assert_eq!(
            of("goalposts = [0, 1]\nscale = \"log\""),
            "a logarithmic scale cannot begin at 0"
        );
        assert_eq!(
            of("goalposts = [0, 1]\ngoalposts_low_range = [0.1, 0.2]"),
            "`goalposts_low_range` is no range around 0"
        );
        assert_eq!(of("goalposts = [0, 1]\nweigth = 2"), "unknown key `weigth` in [[indicator]]");
        assert_eq!(
            of("goalposts = [0, 1]\nweight = 0"),
            "everything below \"index\" has the weight 0"
        );
    }

    #[test]
    fn ids_do_not_look_like_bounds() {
        let text = "[[group]]\nid = \"index\"\n[[indicator]]\nid = \"a_low\"\nparent = \"index\"\n\
                    goalposts = [0, 1]\n";
        assert_eq!(with(text), [(Some(7), "the id \"a_low\" ends with _low".to_owned())]);
    }
}
