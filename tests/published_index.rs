//! The Human Development Index of 2021, computed by `beredd score` from the figures of ten
//! countries and compared with the published index.
//!
//! Figures: United Nations Development Programme, *Human Development Report 2021/2022*, Statistical
//! Annex, Table 1; method: its Technical note 1 (goalposts 20–85 years, 0–18 and 0–15 years of
//! schooling, 100–75 000 dollars on a logarithmic scale; the arithmetic mean of the two kinds of
//! schooling, the geometric mean of the three dimensions). Typed as figures, not copied.

mod support;

use support::{Done, beredd};
use tempfile::{TempDir, tempdir};

const FRAMEWORK: &str = r#"
name = "Human Development Index"
version = "2021"
unit_id = "country"

[[group]]
id = "hdi"
aggregate = "geometric"

[[group]]
id = "health"
parent = "hdi"

[[group]]
id = "education"
parent = "hdi"

[[group]]
id = "income"
parent = "hdi"

[[indicator]]
id = "life_expectancy"
parent = "health"
goalposts = [20, 85]

[[indicator]]
id = "expected_schooling"
parent = "education"
goalposts = [0, 18]

[[indicator]]
id = "mean_schooling"
parent = "education"
goalposts = [0, 15]

[[indicator]]
id = "income_per_head"
parent = "income"
goalposts = [100, 75000]
scale = "log"
"#;

/// Country, life expectancy, expected and mean years of schooling, gross national income per head,
/// and the published index with its rank.
const COUNTRIES: [(&str, f64, f64, f64, f64, f64, u32); 10] = [
    ("Switzerland", 83.987, 16.500, 13.860, 66_933.0, 0.962, 1),
    ("Norway", 83.234, 18.185, 13.004, 64_660.0, 0.961, 2),
    ("Iceland", 82.678, 19.163, 13.767, 55_782.0, 0.959, 3),
    ("Hong Kong", 85.473, 17.278, 12.226, 62_607.0, 0.952, 4),
    ("Australia", 84.526, 21.055, 12.727, 49_238.0, 0.951, 5),
    ("Denmark", 81.375, 18.714, 12.960, 60_365.0, 0.948, 6),
    ("Sweden", 82.983, 19.419, 12.610, 54_489.0, 0.947, 7),
    ("Ireland", 81.998, 18.945, 11.582, 76_169.0, 0.945, 8),
    ("Germany", 80.630, 17.010, 14.091, 54_534.0, 0.942, 9),
    ("Netherlands", 81.687, 18.693, 12.582, 55_979.0, 0.941, 10),
];

/// The result, and the directory it lies in.
fn scored() -> (Done, TempDir) {
    let directory = tempdir().unwrap();
    let mut table =
        "country,life_expectancy,expected_schooling,mean_schooling,income_per_head\n".to_owned();
    for (country, life, expected, mean, income, ..) in COUNTRIES {
        table.push_str(&format!("{country},{life},{expected},{mean},{income}\n"));
    }
    std::fs::write(directory.path().join("hdi.toml"), FRAMEWORK).unwrap();
    std::fs::write(directory.path().join("hdi.csv"), table).unwrap();
    let output = beredd(directory.path(), &["score", "hdi.toml", "hdi.csv", "--out", "result"]);
    let out = directory.path().join("result");
    (Done::of(output, out).ok(), directory)
}

#[test]
fn the_index_its_stages_and_its_ranks_are_as_published() {
    let (done, _directory) = scored();
    let scores = done.table("scores");
    let of = |country: &str, group: &str, column: &str| {
        let row = scores
            .rows()
            .into_iter()
            .find(|row| row["unit_id"] == country && row["group"] == group);
        row.unwrap_or_else(|| panic!("{country} {group}"))[column].clone()
    };
    for (country, life, expected, mean, income, published, rank) in COUNTRIES {
        let index: f64 = of(country, "hdi", "score").parse().unwrap();
        // Published with three decimals.
        assert!((index / 100.0 - published).abs() <= 0.0005 + 1e-9, "{country}: {index}");
        assert_eq!(of(country, "hdi", "rank"), rank.to_string(), "{country}");
        // Every stage once more, from the formulas of the technical note.
        let health = ((life - 20.0) / 65.0).min(1.0);
        let education = ((expected / 18.0).min(1.0) + mean / 15.0) / 2.0;
        let income = ((income / 100.0f64).ln() / 750f64.ln()).min(1.0);
        let by_hand = 100.0 * (health * education * income).powf(1.0 / 3.0);
        let stages = [("health", health), ("education", education), ("income", income)];
        for (group, share) in stages {
            let score: f64 = of(country, group, "score").parse().unwrap();
            assert!((score - 100.0 * share).abs() < 1e-9, "{country} {group}: {score}");
        }
        assert!((index - by_hand).abs() < 1e-9, "{country}: {index}, not {by_hand}");
    }
}

#[test]
fn values_beyond_the_goalposts_are_clamped_counted_and_listed() {
    let (done, _directory) = scored();
    let findings = done.table("findings");
    let outside: Vec<String> = findings
        .rows()
        .into_iter()
        .filter(|row| row["rule"] == "value_outside_goalposts")
        .map(|row| format!("{} {} {}", row["row"], row["field"], row["value"]))
        .collect();
    assert_eq!(
        outside,
        [
            "3 expected_schooling 18.185",
            "4 expected_schooling 19.163",
            "5 life_expectancy 85.473",
            "6 expected_schooling 21.055",
            "7 expected_schooling 18.714",
            "8 expected_schooling 19.419",
            "9 expected_schooling 18.945",
            "9 income_per_head 76169",
            "11 expected_schooling 18.693",
        ]
    );
    assert!(done.stdout.contains("9 values outside their goalposts"), "{}", done.stdout);
}
