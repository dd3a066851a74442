//! Invented municipalities, a sentence each, and the order that follows from the sentences: held
//! under every mean that the built-in framework calls tenable.
//!
//! What other choices would do stands in docs/decisions/0016-a-ruined-pillar.md, which is compared
//! with the code here; `BEREDD_BLESS=1 cargo test --test archetypes` writes it anew.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use beredd::model::framework::{Framework, GroupIdx, Heading, Mean};
use beredd::model::indicator::{IndicatorTable, Reading, Unit};
use beredd::model::knowledge::Knowledge;
use beredd::project::framework;
use beredd::score::evaluate::evaluate;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    municipality: Vec<Municipality>,
    before: Vec<Before>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Municipality {
    id: String,
    says: String,
    sites: Vec<Sites>,
}

/// Sites that are alike.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sites {
    count: usize,
    has: Vec<String>,
}

/// What follows from two sentences.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Before {
    first: String,
    then: String,
    because: String,
}

/// A fact, and what a site with it has as well.
const FACTS: [(&str, &[&str]); 11] = [
    ("connected", &[]),
    ("100", &["connected"]),
    ("gigabit", &["100"]),
    ("mobile_10", &[]),
    ("mobile_30", &["mobile_10"]),
    ("two_networks", &["mobile_10"]),
    ("redundant", &["connected"]),
    ("always_served", &[]),
    ("backup_24h", &[]),
    ("two_feeds", &[]),
    ("endurance_24h", &["backup_24h"]),
];

fn file() -> File {
    toml::from_str(include_str!("archetypes.toml")).expect("the archetypes are read")
}

impl Municipality {
    /// Of each site, whether it has a fact.
    fn sites(&self, fact: &str) -> Vec<Knowledge> {
        let of = |sites: &Sites| {
            let has = sites.has.iter().any(|own| own == fact);
            vec![if has { Knowledge::Yes } else { Knowledge::No }; sites.count]
        };
        self.sites.iter().flat_map(of).collect()
    }

    /// The share of the sites that have a fact.
    fn share(&self, fact: &str) -> f64 {
        let sites = self.sites(fact);
        sites.iter().filter(|known| **known == Knowledge::Yes).count() as f64 / sites.len() as f64
    }

    /// Whether it has at least what another has, fact by fact.
    fn at_least(&self, other: &Self) -> bool {
        FACTS.iter().all(|(fact, _)| self.share(fact) >= other.share(fact))
    }
}

/// The built-in framework.
fn built_in() -> Framework {
    framework::built_in().framework
}

/// A framework with other means at its root, and of the pillars only some.
fn with(of: &Framework, mean: Mean, offset: f64, keep: impl Fn(&str) -> bool) -> Framework {
    let heading = Heading {
        name: of.name.clone(),
        version: of.version.clone(),
        unit_id: of.unit_id.clone(),
        unit_name: of.unit_name.clone(),
        known_share_at_least: of.known_share_at_least,
        uncertainty: of.uncertainty,
    };
    let mut groups = of.groups().to_vec();
    groups[0].aggregate = mean;
    groups[0].offset = offset;
    groups.retain(|group| group.parent.is_none() || keep(&group.id));
    let mut indicators = of.indicators().to_vec();
    indicators.retain(|indicator| keep(&indicator.parent));
    Framework::new(heading, groups, indicators).expect("a tree of what is left")
}

/// The means at the root that the framework calls tenable: its own, and those that are drawn.
fn tenable(of: &Framework) -> Vec<Mean> {
    let root = of.group(Framework::ROOT);
    std::iter::once(root.aggregate).chain(root.aggregate_also.iter().copied()).collect()
}

/// The framework under each of the tenable means.
fn choices(of: &Framework) -> Vec<(Mean, Framework)> {
    let offset = of.group(Framework::ROOT).offset;
    tenable(of).into_iter().map(|mean| (mean, with(of, mean, offset, |_| true))).collect()
}

/// The points of one group of each municipality.
fn points(of: &Framework, group: GroupIdx, all: &[Municipality]) -> BTreeMap<String, f64> {
    let unit = |m: &Municipality| Unit { id: m.id.clone(), name: m.id.clone() };
    let readings = of.indicators().iter().map(|indicator| {
        let fact = indicator.id.strip_prefix("sites_").and_then(|id| id.strip_suffix("_share"));
        let fact = fact.expect("a share of sites");
        assert!(FACTS.iter().any(|(known, _)| *known == fact), "a fact of the sites: {fact}");
        all.iter().map(|m| Reading::certain(m.share(fact)).expect("a share")).collect()
    });
    let table = IndicatorTable::new(all.iter().map(unit).collect(), readings.collect());
    let found = evaluate(of, &table).expect("fixed goalposts");
    let points = found.groups[group.0].iter().map(|score| score.value.expect("all is known"));
    all.iter().map(|m| m.id.clone()).zip(points.map(|score| score.value())).collect()
}

fn scores(of: &Framework, all: &[Municipality]) -> BTreeMap<String, f64> {
    points(of, Framework::ROOT, all)
}

/// What of the order does not hold.
fn broken(scores: &BTreeMap<String, f64>, order: &[Before]) -> Vec<String> {
    let wrong = order.iter().filter(|pair| scores[&pair.first] <= scores[&pair.then]);
    let told = |pair: &Before| {
        let (first, then) = (scores[&pair.first], scores[&pair.then]);
        let Before { first: a, then: b, because } = pair;
        format!("{a} {first:.1} is not before {b} {then:.1}: {because}")
    };
    wrong.map(told).collect()
}

#[test]
fn there_are_enough_of_them_and_their_facts_can_be_true() {
    let File { municipality: all, before } = file();
    assert!(all.len() >= 15, "{} municipalities", all.len());
    for municipality in &all {
        let id = &municipality.id;
        assert!(municipality.says.ends_with('.'), "{id} has a sentence");
        assert_eq!(municipality.sites.iter().map(|sites| sites.count).sum::<usize>(), 20, "{id}");
        for has in municipality.sites.iter().map(|sites| &sites.has) {
            for fact in has {
                let known = FACTS.iter().find(|(known, _)| known == fact);
                let (_, needs) = known.unwrap_or_else(|| panic!("{id}: {fact} is no fact"));
                assert!(needs.iter().all(|need| has.iter().any(|own| own == need)), "{id}: {fact}");
            }
        }
        let alike =
            all.iter().filter(|other| municipality.at_least(other) && other.at_least(municipality));
        assert_eq!(alike.count(), 1, "{id} is like no other");
    }
    for pair in &before {
        let of = |id: &str| all.iter().find(|m| m.id == id).unwrap_or_else(|| panic!("{id}"));
        let (first, then) = (of(&pair.first), of(&pair.then));
        assert!(!first.at_least(then), "{} over {} needs no reason", first.id, then.id);
    }
}

#[test]
fn the_order_of_the_sentences_holds_under_every_tenable_mean() {
    let File { municipality: all, before } = file();
    for (mean, framework) in choices(&built_in()) {
        let wrong = broken(&scores(&framework, &all), &before);
        assert!(wrong.is_empty(), "{mean:?}:\n{}", wrong.join("\n"));
    }
}

/// A test of an order says something only where an order can fail it.
#[test]
fn without_an_offset_the_order_breaks() {
    let File { municipality: all, before } = file();
    let framework = with(&built_in(), Mean::Geometric, 0.0, |_| true);
    let wrong = broken(&scores(&framework, &all), &before).join("\n");
    for id in ["no_power", "no_fixed", "no_mobile", "no_resilience"] {
        assert!(wrong.contains(&format!("{id} 0.0 is not before a_little_of_each")), "{wrong}");
    }
    let old = framework::built_in_version("2026.1").expect("kept").framework;
    assert!(!broken(&scores(&old, &all), &before).is_empty(), "2026.1 erased a ruined pillar");
}

/// Every set of pillars that is not empty.
fn sets_of_pillars(of: &Framework) -> Vec<Vec<String>> {
    let pillars: Vec<&str> = of.pillars().map(|pillar| of.group(pillar).id.as_str()).collect();
    (1..1u32 << pillars.len())
        .map(|set| {
            let in_set = |(i, _): &(usize, &&str)| set >> i & 1 == 1;
            pillars.iter().enumerate().filter(in_set).map(|(_, id)| (*id).to_owned()).collect()
        })
        .collect()
}

#[test]
fn who_has_at_least_what_another_has_is_never_below_it_whatever_is_asked() {
    let all = file().municipality;
    let built_in = built_in();
    let offset = built_in.group(Framework::ROOT).offset;
    let mut strict = 0;
    for set in sets_of_pillars(&built_in) {
        for mean in tenable(&built_in) {
            let asked = with(&built_in, mean, offset, |id| set.iter().any(|own| own == id));
            let scores = scores(&asked, &all);
            let asked: Vec<_> = asked.indicators().iter().map(|i| i.id.clone()).collect();
            let is_asked = |fact: &str| asked.contains(&format!("sites_{fact}_share"));
            for (better, worse) in all.iter().flat_map(|a| all.iter().map(move |b| (a, b))) {
                let facts = || FACTS.iter().map(|(fact, _)| *fact).filter(|fact| is_asked(fact));
                if !facts().all(|fact| better.share(fact) >= worse.share(fact)) {
                    continue;
                }
                let (high, low) = (scores[&better.id], scores[&worse.id]);
                let told = format!("{set:?} {mean:?}: {} {high}, {} {low}", better.id, worse.id);
                if facts().any(|fact| better.share(fact) > worse.share(fact)) {
                    assert!(high > low + 1e-9, "{told}");
                    strict += 1;
                } else {
                    assert_eq!(high, low, "{told}");
                }
            }
        }
    }
    assert!(strict > 1000, "{strict} pairs were compared");
}

#[test]
fn everything_is_a_hundred_and_only_nothing_is_nothing_whatever_is_asked() {
    let all = file().municipality;
    let built_in = built_in();
    let offset = built_in.group(Framework::ROOT).offset;
    for set in sets_of_pillars(&built_in) {
        for mean in tenable(&built_in) {
            let asked = with(&built_in, mean, offset, |id| set.iter().any(|own| own == id));
            let scores = scores(&asked, &all);
            assert_eq!((scores["everything"], scores["nothing"]), (100.0, 0.0), "{set:?} {mean:?}");
            for municipality in &all {
                let has = |i: &beredd::model::framework::Indicator| {
                    let id = i.id.trim_start_matches("sites_").trim_end_matches("_share");
                    municipality.share(id) > 0.0
                };
                let something = asked.indicators().iter().any(has);
                let id = &municipality.id;
                assert_eq!(scores[id] > 0.0, something, "{set:?} {mean:?} {id}");
                if let [_] = set[..] {
                    let pillar = asked.pillars().next().expect("one is left");
                    assert_eq!(scores[id], points(&asked, pillar, &all)[id], "one pillar is all");
                }
            }
        }
    }
}

/// A twentieth of a pillar is one site: less than that must not decide a score.
const ONE_SITE_AT_MOST: f64 = 10.0;

#[test]
fn the_first_site_of_a_ruined_pillar_does_not_make_the_score() {
    let all = file().municipality;
    for (mean, framework) in choices(&built_in()) {
        let scores = scores(&framework, &all);
        let gain = scores["first_battery"] - scores["no_power"];
        assert!(gain > 0.0 && gain < ONE_SITE_AT_MOST, "{mean:?}: {gain}");
    }
}

/// A way to bring four pillars together, as the decision compares them.
type Choice = (&'static str, Box<dyn Fn(&Framework, &[Municipality]) -> BTreeMap<String, f64>>);

fn considered() -> Vec<Choice> {
    let engine = |name, mean, offset| -> Choice {
        (name, Box::new(move |of, all| scores(&with(of, mean, offset, |_| true), all)))
    };
    let of_pillars = |name, join: fn(&[f64]) -> f64| -> Choice {
        let across = move |of: &Framework, all: &[Municipality]| {
            let pillars: Vec<_> = of.pillars().map(|pillar| points(of, pillar, all)).collect();
            let joined = |id: &String| join(&pillars.iter().map(|p| p[id]).collect::<Vec<_>>());
            all.iter().map(|m| (m.id.clone(), joined(&m.id))).collect()
        };
        (name, Box::new(across))
    };
    vec![
        engine("geometric, 10", Mean::Geometric, 10.0),
        engine("arithmetic", Mean::Arithmetic, 0.0),
        engine("geometric, 0", Mean::Geometric, 0.0),
        engine("geometric, 1", Mean::Geometric, 1.0),
        engine("geometric, 5", Mean::Geometric, 5.0),
        engine("geometric, 20", Mean::Geometric, 20.0),
        of_pillars("power ½", |x| {
            (x.iter().map(|x| x.sqrt()).sum::<f64>() / x.len() as f64).powi(2)
        }),
        engine("harmonic, 10", Mean::Harmonic, 10.0),
        of_pillars("mean less penalty", |x| {
            let mean = x.iter().sum::<f64>() / x.len() as f64;
            let variance = x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / x.len() as f64;
            if mean > 0.0 { mean - variance / mean } else { 0.0 }
        }),
    ]
}

#[test]
fn the_decision_shows_the_order_under_each_choice() {
    let File { municipality: mut all, before } = file();
    let built_in = built_in();
    let choices = considered();
    let found: Vec<BTreeMap<String, f64>> =
        choices.iter().map(|(_, scores)| scores(&built_in, &all)).collect();
    all.sort_by(|a, b| found[0][&b.id].total_cmp(&found[0][&a.id]).then(a.id.cmp(&b.id)));
    let heads: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    let mut text = format!("| | {} |\n|---|{}\n", heads.join(" | "), "---:|".repeat(heads.len()));
    for municipality in &all {
        let cells = found.iter().map(|scores| format!("{:.1}", scores[&municipality.id]));
        let cells: Vec<String> = cells.collect();
        text.push_str(&format!("| `{}` | {} |\n", municipality.id, cells.join(" | ")));
    }
    let wrong = found.iter().map(|scores| broken(scores, &before).len().to_string());
    let wrong: Vec<String> = wrong.collect();
    text.push_str(&format!("| pairs of the order broken | {} |\n", wrong.join(" | ")));
    let gain = found.iter().map(|scores| scores["first_battery"] - scores["no_power"]);
    let gain: Vec<String> = gain.map(|gain| format!("{gain:+.1}")).collect();
    text.push_str(&format!("| the first site with power | {} |\n\n", gain.join(" | ")));
    for municipality in &all {
        text.push_str(&format!("- `{}`: {}\n", municipality.id, municipality.says));
    }
    holds("docs/decisions/0016-a-ruined-pillar.md", "archetypes", text.trim_end());
}

/// Compares a part of a page, between its marks, with what the code says.
fn holds(page: &str, part: &str, generated: &str) {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    let text = std::fs::read_to_string(&path).expect("the page is there");
    let (begin, end) = (format!("<!-- generated: {part} -->\n"), "<!-- end of generated -->");
    let (before, rest) = text.split_once(&begin).expect("the page has the mark");
    let (found, after) = rest.split_once(end).expect("the part has an end");
    let wanted = format!("\n{generated}\n\n");
    if found != wanted {
        let bless = std::env::var_os("BEREDD_BLESS").is_some();
        assert!(bless, "{page} is not what the code says; run this test with BEREDD_BLESS=1");
        std::fs::write(&path, format!("{before}{begin}{wanted}{end}{after}")).expect("written");
    }
}
