//! What `report.html` says on its first screen and in its tables, and what the terminal says, for
//! projects that know much, little and nothing.

mod support;

use std::fmt::Write as _;

use support::{Done, Project, beredd};

/// Municipalities in a row, each with what the owner of its sites says of them: `j` connected, `n`
/// not, `?` blank.
struct Region {
    directory: tempfile::TempDir,
}

impl Region {
    fn new(language: &str, connected: bool, municipalities: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let mut features = Vec::new();
        let mut sites = "id,name,x,y,connected\n".to_owned();
        for (i, (name, answers)) in municipalities.iter().enumerate() {
            let (west, south) = (300_000 + 20_000 * i, 6_500_000);
            let (east, north) = (west + 10_000, south + 10_000);
            features.push(format!(
                "{{\"type\":\"Feature\",\"properties\":{{\"code\":\"140{i}\",\"name\":\"{name}\"}},\
                 \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[{west},{south}],\
                 [{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]]}}}}"
            ));
            for (k, answer) in answers.chars().enumerate() {
                let said = match answer {
                    'j' => "ja",
                    'n' => "nej",
                    _ => "",
                };
                let (x, y) = (west + 1_000 + 100 * k, south + 5_000);
                writeln!(sites, "S{i}-{k},{name} {k},{x},{y},{said}").expect("a text grows");
            }
        }
        let map = format!(
            "{{\"type\":\"FeatureCollection\",\"crs\":{{\"type\":\"name\",\"properties\":\
             {{\"name\":\"urn:ogc:def:crs:EPSG::3006\"}}}},\"features\":[{}]}}",
            features.join(",")
        );
        let column = if connected { "connected = \"connected\"" } else { "" };
        let project = format!(
            "[region]\nname = \"Raden\"\ncrs = \"EPSG:3006\"\nlanguage = \"{language}\"\n\
             [municipalities]\npath = \"m.geojson\"\ncode = \"code\"\nname = \"name\"\n\
             [[sites]]\npath = \"s.csv\"\nkind = \"school\"\nid = \"id\"\nname = \"name\"\nx = \"x\"\n\
             y = \"y\"\ncrs = \"EPSG:3006\"\n{column}\n[score]\ndraws = 100\n"
        );
        for (file, content) in [("m.geojson", map), ("s.csv", sites), ("p.toml", project)] {
            std::fs::write(directory.path().join(file), content).expect(file);
        }
        Self { directory }
    }

    fn run(&self, more: &[&str]) -> Done {
        let mut arguments = vec!["run", "p.toml", "--out", "result"];
        arguments.extend(more);
        let out = self.directory.path().join("result");
        Done::of(beredd(self.directory.path(), &arguments), out).ok()
    }
}

const FIVE: [(&str, &str); 5] = [
    ("Alla", "jjjjjjjjjj"),
    ("Halva", "jjjjjnnnnn"),
    ("Inga", "nnnnnnnnnn"),
    ("Okänd", "??????????"),
    ("Blandad", "jjjjnn????"),
];

fn page(done: &Done) -> String {
    std::fs::read_to_string(done.out.join("report.html")).expect("a report")
}

/// The sentences of the first screen.
fn first(page: &str) -> Vec<&str> {
    let (_, below) = page.split_once("</h1>").expect("a title");
    let (_, list) = below.split_once("<ul>").expect("a first screen");
    let (list, _) = list.split_once("</ul>").expect("an end of it");
    let items = list.split("<li>").skip(1);
    items.map(|item| item.trim().trim_end_matches("</li>")).collect()
}

/// The cells of the row of a municipality in the first table below a heading.
fn row_below<'p>(page: &'p str, heading: &str, name: &str) -> Vec<&'p str> {
    let (_, below) = page.split_once(&format!("<h2>{heading}</h2>")).expect("a heading");
    // A name may lead to the page about the municipality.
    let starts = [format!("<tr><td>{name}</td>"), format!("\">{name}</a></td>")];
    let ends = starts.iter().filter_map(|start| below.find(start).map(|at| at + start.len()));
    let rest = &below[ends.min().unwrap_or_else(|| panic!("no row of {name}"))..];
    let (row, _) = rest.split_once("</tr>").expect("an end of the row");
    let cells = row.split("<td").skip(1).map(|cell| cell.split_once('>').expect("a tag").1);
    let own = |cell: &'p str| {
        let cell = cell.trim_end_matches("</td>");
        match cell.strip_prefix("<span class=\"muted").and_then(|cell| cell.split_once('>')) {
            Some((_, text)) => text.trim_end_matches("</span>"),
            None => cell,
        }
    };
    cells.map(own).collect()
}

/// The page about a municipality within the report.
fn municipality<'p>(page: &'p str, code: &str) -> &'p str {
    let start = format!("<section class=\"sheet\" id=\"m{code}\">");
    let (_, own) = page.split_once(&start).unwrap_or_else(|| panic!("no page about {code}"));
    let end = own.find("<section class=\"sheet\"").unwrap_or(own.len());
    &own[..end]
}

#[test]
fn five_sentences_say_what_is_known_with_one_source() {
    let page = page(&Region::new("sv", true, &FIVE).run(&[]));
    assert_eq!(
        first(&page),
        [
            "50 verksamheter i 5 kommuner är med, och poängen vilar på fast anslutning (1 av 4 \
             pelare); mobiltäckning, motståndskraft och el är inte med, eftersom projektet inte \
             anger någon källa för dem.",
            "19 av 50 verksamheter är säkert anslutna (38\u{a0}%) och 17 är det säkert inte; ingen kan \
             ligga före Alla och ingen efter Inga, vad det okända än visar sig vara.",
            "Av det som poängen frågar efter är 28\u{a0}% okänt; bara ett intervall har Blandad (40–80); \
             inget alls är känt om Okänd.",
            "Poängen vilar bara på fast anslutning, och där fattas i genomsnitt 46 poäng av 100.",
            "Mest skulle ändras i Blandad av en åtgärd vid 2 verksamheter – anslut med 1 Gbit/s – \
             som lyfter den bästa skattningen av poängen från 67 till 100.",
        ]
    );
}

#[test]
fn the_table_shows_numbers_and_ranges_and_only_what_is_asked() {
    let region = Region::new("sv", true, &FIVE);
    let done = region.run(&[]);
    let page = page(&done);
    assert_eq!(
        row_below(&page, "Poäng per kommun", "Alla"),
        ["1 av 4", "<b>100</b>", "100", "100–100", "100", "0 av 40 tjänster redo, 40 okända"]
    );
    assert_eq!(
        row_below(&page, "Poäng per kommun", "Blandad"),
        ["2 av 4", "<b>40–80</b>", "67", "40–80", "40–80", "0 av 40 tjänster redo, 36 okända"]
    );
    assert_eq!(
        row_below(&page, "Poäng per kommun", "Inga"),
        ["4 av 4", "<b>0</b>", "0", "0–0", "0", "0 av 40 tjänster redo, 20 okända"]
    );
    assert_eq!(
        row_below(&page, "Poäng per kommun", "Okänd"),
        ["–", "<b>–</b>", "–", "0–100", "–", "0 av 40 tjänster redo, 40 okända"]
    );
    assert!(page.contains("<li><b>Fast anslutning</b>: "));
    assert!(!page.contains("<th class=\"n\">El</th>"), "a column of what is not asked");

    let map = std::fs::read_to_string(done.out.join("maps/score.svg")).expect("a map");
    for text in ["40–80", "utan poäng (0–100)", "Poängen vilar på fast anslutning (1 av 4 pelare)."]
    {
        assert!(map.contains(text), "no {text:?} on the map");
    }
    let lines: Vec<Vec<&str>> =
        done.stdout.lines().map(|line| line.split_whitespace().collect()).collect();
    assert!(lines.contains(
        &["2", "Blandad", "40–80", "67", "40–80", "10", "4", "0", "0", "2", "4", "0"].to_vec()
    ));
    assert!(
        done.stdout.contains("\nranked    4 of 5, by the best estimate; the other has no score\n")
    );
    assert!(done.stdout.lines().all(|line| line.chars().count() <= 110), "{}", done.stdout);
}

#[test]
fn with_nothing_asked_nobody_has_a_score_and_the_report_says_what_would_give_one() {
    let region = Region::new("en", false, &FIVE);
    for edition in ["full", "public"] {
        let done = region.run(&["--edition", edition]);
        let page = page(&done);
        assert_eq!(
            first(&page),
            [
                "50 sites in 5 municipalities count, but no municipality can have a score, because \
                 the project names no source for anything that the score asks for.",
                "Nothing is known of the sites&#39; fixed connections.",
                "Nothing that the score asks for has an answer, so every municipality may have \
                 anything between 0 and 100.",
                "What matters most cannot be said until something is known.",
                "Municipalities get a score when the project names a source for any of fixed \
                 connection, mobile coverage, resilience and power.",
            ]
            .map(|text| text.replace("&#39;", "'"))
        );
        assert!(page.contains("Without scores there is nothing to try."));
        assert!(page.contains("<li><b>Power</b>: <code>[[sites]] backup_power_h</code></li>"));
        assert!(done.stdout.contains("\nranked    none of 5\n"), "{}", done.stdout);
    }
}

#[test]
fn what_to_ask_next_says_whom_about_what_and_where_it_goes() {
    const HEADING: &str = "Vad ni bör fråga om härnäst";
    let region = Region::new("sv", true, &FIVE);
    let done = region.run(&[]);
    let full = page(&done);
    assert!(full.contains(
        "<li>Fråga verksamheternas huvudman om 14 verksamheter har fast anslutning: från 28 till 0 \
         poäng. Svaret anges i kolumnen <code>connected</code> i <code>[[sites]]</code>.</li>"
    ));
    let asked = |count: usize, name: &str, first: usize, now: &str, answered: &str| {
        let names: Vec<String> = (first..first + count).map(|k| format!("{name} {k}")).collect();
        format!(
            "<li>Fråga verksamheternas huvudman om {count} verksamheter har fast anslutning: {now} \
             blir {answered}. Svaret anges i kolumnen <code>connected</code> i \
             <code>[[sites]]</code>. Det gäller {}.</li>",
            names.join("; ")
        )
    };
    let blandad = asked(4, "Blandad", 6, "40–80", "67");
    assert!(municipality(&full, "1404").contains(&blandad), "{blandad}");
    let unknown = asked(10, "Okänd", 0, "0–100", "50");
    assert!(municipality(&full, "1403").contains(&unknown), "{unknown}");
    for known in ["1400", "1401", "1402"] {
        assert!(!municipality(&full, known).contains("Fråga "), "nothing is asked of {known}");
    }
    let (_, below) = full.split_once(&format!("<h2>{HEADING}")).expect("a heading");
    let (own, _) = below.split_once("<h2>").expect("the next heading");
    assert!(own.contains("<li><b>Mobiltäckning</b>: <code>[[mobile]] download_mbps</code></li>"));
    assert!(own.contains("<li><b>El</b>: <code>[[sites]] backup_power_h</code></li>"));
    assert!(!own.contains("<li><b>Fast anslutning</b>"), "it is asked");

    let table = std::fs::read_to_string(done.out.join("questions.csv")).expect("a table");
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(
        rows[1][..8],
        ["", "connection", "14", "site_owner", "28", "0", "[[sites]] connected", ""]
    );
    assert_eq!(
        rows[2][..7],
        ["1403", "connection", "10", "site_owner", "100", "0", "[[sites]] connected"]
    );
    assert_eq!(rows[3][..6], ["1404", "connection", "4", "site_owner", "40", "0"]);
    assert_eq!(rows[3][8..10], ["40", "80"]);
    assert_eq!(rows[3][12..], ["80", "80", "40", "40", "S4-6;S4-7;S4-8;S4-9"]);
    assert_eq!(rows.len(), 4);

    let public = region.run(&["--edition", "public"]);
    assert!(!page(&public).contains("Blandad 6"), "the public edition names no site");
    let table = std::fs::read_to_string(public.out.join("questions.csv")).expect("a table");
    assert!(table.lines().all(|line| line.split(',').count() == 16), "{table}");
}

#[test]
fn what_a_municipality_brings_is_asked_of_it_within_its_bounds() {
    let region = Region::new(
        "en",
        true,
        &[("Ena", "jjjj"), ("Andra", "jjjj"), ("Tredje", "jjjj"), ("Sista", "jjjj")],
    );
    let framework = "name = \"Own\"\nversion = \"1\"\nunit_id = \"code\"\n\
        [[group]]\nid = \"index\"\n\
        [[group]]\nid = \"net\"\nparent = \"index\"\n\
        [[group]]\nid = \"people\"\nparent = \"index\"\n\
        [[indicator]]\nid = \"sites_connected_share\"\nparent = \"net\"\ngoalposts = [0, 1]\n\
        [[indicator]]\nid = \"maturity\"\nname_en = \"Maturity\"\nparent = \"people\"\n\
        goalposts = [0, 10]\n";
    let maturity = "code,maturity,maturity_low,maturity_high\n1400,,,\n1401,,2,6\n1402,5,4,8\n\
        1403,7,,\n";
    let project = region.directory.path().join("p.toml");
    let named = std::fs::read_to_string(&project).expect("a project")
        + "framework = \"f.toml\"\n[[indicators]]\npath = \"own.csv\"\ncode = \"code\"\n";
    for (file, content) in [("f.toml", framework), ("own.csv", maturity), ("p.toml", &named)] {
        std::fs::write(region.directory.path().join(file), content).expect(file);
    }
    let done = region.run(&[]);
    let table = std::fs::read_to_string(done.out.join("questions.csv")).expect("a table");
    let rows: Vec<Vec<&str>> =
        table.lines().skip(1).map(|line| line.split(',').collect()).collect();
    // (100 + 10 · maturity) / 2
    let of = |row: &Vec<&str>| [0, 4, 5, 8, 9, 10, 11, 12, 14].map(|i| row[i].to_owned());
    assert_eq!(of(&rows[1]), ["1400", "50", "0", "50", "100", "75", "75", "100", "50"]);
    assert_eq!(of(&rows[2]), ["1401", "20", "0", "60", "80", "70", "70", "80", "60"]);
    assert_eq!(of(&rows[3]), ["1402", "20", "0", "70", "90", "75", "75", "90", "70"]);
    assert_eq!((rows.len(), rows[0][1]), (4, "indicator:maturity"));
    let page = page(&done);
    let asked = "<li>Ask Ena for the value of “Maturity”: 50–100 becomes 75.";
    assert!(municipality(&page, "1400").contains(asked), "{asked}");
}

#[test]
fn one_municipality_is_compared_with_nobody() {
    let page_of = |answers: &str| page(&Region::new("en", true, &[("Ensam", answers)]).run(&[]));
    let known = page_of("jj");
    assert_eq!(
        first(&known),
        [
            "2 sites in 1 municipality count, and the score rests on fixed connection (1 of 4 \
             pillars); mobile coverage, resilience and power are left out, because the project names \
             no source for them.",
            "2 of 2 sites are known to be connected (100%) and 0 not to be.",
            "Nothing that the score asks for is unknown.",
            "Nothing takes the score down: the municipalities that have one stand at 100.",
            "No answers can change the score, only that something is built or broken.",
        ]
    );
    let unknown = page_of("??");
    assert_eq!(
        first(&unknown)[1..],
        [
            "Nothing is known of the sites' fixed connections.",
            "Of what the score asks for 100% is unknown; nothing at all is known of Ensam.",
            "What matters most cannot be said until something is known.",
            "Most uncertainty would go in Ensam if you ask the owner of the sites whether 2 sites have \
             a fixed connection: 0–100 becomes 50.",
        ]
    );
}

#[test]
fn the_public_edition_names_municipalities_and_pillars_only() {
    let project = Project::small();
    let full = page(&project.run().ok());
    let public = page(&project.run_with(&["--edition", "public"]).ok());
    let (full, public) = (first(&full), first(&public));
    assert_eq!((full.len(), public.len()), (5, 5));
    assert_eq!(full[..3], public[..3]);
    assert!(full[3].starts_with("Mest hänger på "), "{full:?}");
    assert!(public[3].starts_with("Mest poäng kostar "), "{public:?}");
    assert!(public[4].starts_with("Mest osäkerhet försvinner i "), "{public:?}");
}

#[test]
fn how_sure_it_is_stands_at_the_end_and_loses_nothing() {
    let page = page(&Project::small().run().ok());
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("no {text:?}"));
    let order = [
        "<h2>Vad ni bör fråga om härnäst",
        "<h2>Poäng per kommun",
        "<h2>Varför poängen är som den är",
        "<h2>Digitala tjänster",
        "<h2>Delregioner",
        "<h2>Vad som slår ut mest",
        "<h2>Kommunerna, en i taget",
        "Vad som skulle ändra poängen",
        "<h2>Osäkerheter i indata",
        "<h2>Källor</h2>",
        "<h2>Hur säkert är det?</h2>",
        "Hur säker är rangordningen?",
        "<title>Rangordning – Dalen</title>",
        "I nio fall av tio",
        "<title>Rang med osäkerhet – Dalen</title>",
        "Delregionernas rang",
        "Håller ramverket ihop?",
    ];
    let places: Vec<usize> = order.iter().map(|text| at(text)).collect();
    assert!(places.is_sorted(), "{places:?}");

    // Where ranks can move, which choice moves them.
    let region = Region::new("sv", true, &[("Ena", "jj??"), ("Andra", "jn??")]);
    let page = self::page(&region.run(&[]));
    let [from, choices] = ["<h2>Hur säkert är det?", "Vilka val betyder något?"]
        .map(|text| page.find(text).unwrap_or_else(|| panic!("no {text:?}")));
    assert!(from < choices);
    assert!(page.contains("<td>Det okända</td>"));
}

#[test]
fn a_finding_and_its_hint_are_in_the_language_of_the_reader() {
    let row = "S90,Nya skolan,school,302000,6452500,5,1001,,kanske,,\n";
    let project = Project::small().append("sites.csv", row);
    let done = project.run().ok();
    let report = std::fs::read_to_string(done.out.join("report.html")).expect("a report");
    for said in ["varken ja eller nej; räknas som okänt", "Råd: skriv yes, no, ja, nej"] {
        assert!(report.contains(said), "{said}");
    }
    assert!(!report.contains("neither yes nor no"));

    let out = done.out.to_str().expect("UTF-8");
    for (language, message, hint) in [
        ("sv", "Varken ja eller nej; räknas som okänt", "Råd: skriv yes"),
        ("en", "Neither yes nor no; counts as unknown", "Hint: write yes"),
    ] {
        let asked = ["explain", out, "site", "S90", "--language", language];
        let said = beredd(project.path(), &asked).stdout;
        let said = String::from_utf8(said).expect("UTF-8");
        let said: Vec<&str> = said.split_whitespace().collect();
        let said = said.join(" ");
        assert!(said.contains(message) && said.contains(hint), "{said}");
    }
}
