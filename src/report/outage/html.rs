//! `outage.html`: the page for the exercise, to print and to write on. One file that opens with a
//! double click; no script, nothing loaded from anywhere.

use std::fmt::Write as _;
use std::path::Path;

use crate::error::Error;
use crate::findings::{Finding, Rule};
use crate::model::knowledge::Knowledge;
use crate::model::site::{Site, SiteKind};
use crate::network::element::{Element, ElementKind};
use crate::readiness::outage::{Left, Outcome, Services, Step};
use crate::readiness::toll::Toll;
use crate::report::html::failures::kind;
use crate::report::html::{escape, inline, said, sources};
use crate::report::maps::DIRECTORY;
use crate::report::outage::{OutageReport, maps};
use crate::report::{Report, one_line};
use crate::words::Language;

/// The name of the file.
pub const FILE: &str = "outage.html";

/// Elements of one kind beyond this many are left to the table.
const LISTED_ELEMENTS: usize = 60;
/// Sites of one list beyond this many are left to the table.
const LISTED_SITES: usize = 250;
/// Ruled lines for notes.
const LINES: usize = 14;

const STYLE: &str = "\
@page{size:A4;margin:14mm 13mm 16mm}\
*{box-sizing:border-box}\
body{font:15px/1.45 system-ui,sans-serif;color:#1c252e;background:#fff;margin:0}\
main{max-width:72rem;margin:0 auto;padding:1.25rem}\
h1{font-size:1.8rem;line-height:1.2;margin:.4rem 0}h2{font-size:1.2rem;margin:2rem 0 .4rem}\
h3{font-size:1rem;margin:1.2rem 0 .2rem}p{max-width:46rem;margin:.4rem 0}.wide{overflow-x:auto}\
table{border-collapse:collapse;font-size:.88rem;font-variant-numeric:tabular-nums}\
th,td{padding:.25rem .5rem;border-bottom:1px solid #d6dbe0;text-align:left;vertical-align:top}\
th{border-bottom:2px solid #5a6570;font-weight:600;vertical-align:bottom}\
td.n,th.n{text-align:right}td.n{white-space:nowrap}tr.sum td{font-weight:600;border-top:2px solid #5a6570}\
td.s,td .muted{white-space:nowrap}.short{break-inside:avoid}tr.of{break-after:avoid}tr.of td{background:#f3f4f2;font-weight:600}\
.caution{background:#ffe9a8;color:#4a3300;padding:.5rem .9rem;font-weight:600;max-width:none}\
.muted{color:#5a6570;font-weight:400}.bad{color:#9e0b2c;font-weight:600}\
ul.what{columns:3 13rem;font-size:.9rem;padding-left:1.1rem;margin:.2rem 0}ul.what li{break-inside:avoid}\
figure{margin:.8rem 0}figure svg{width:100%;height:auto;max-width:60rem}\
.rule{border-bottom:1px solid #9aa3ab;height:2.1rem}\
.fields{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}.fields div{border-bottom:1px solid #9aa3ab;padding-top:1.1rem}\
@media print{body{font-size:10pt}main{max-width:none;padding:0}h2,h3{break-after:avoid}\
thead{display:table-header-group}tr,figure{break-inside:avoid}.wide{overflow:visible}\
figure svg{max-height:250mm}.notes{break-before:page}\
.caution,tr.of td{print-color-adjust:exact;-webkit-print-color-adjust:exact}}";

/// Writes the page. The maps must be written before it.
pub fn write(outage: &OutageReport<'_>, directory: &Path) -> Result<(), Error> {
    let mut page = String::new();
    head(outage, &mut page);
    what_fails(outage, &mut page);
    result(outage, &mut page);
    municipalities(outage, &mut page);
    let after = maps::after(outage, outage.last());
    for map in [maps::BEFORE, &after] {
        let path = directory.join(DIRECTORY).join(format!("{map}.svg"));
        let svg = std::fs::read_to_string(&path).map_err(|cause| Error::write(&path, cause))?;
        let _ = writeln!(page, "<figure>{}</figure>", inline(&svg));
    }
    lists(outage, &mut page);
    notes(outage, &mut page);
    how(outage, &mut page);
    doubts(outage, &mut page);
    sources(&outage.report, &mut page);
    page.push_str("</main></body></html>\n");
    let path = directory.join(FILE);
    std::fs::write(&path, page).map_err(|cause| Error::write(path, cause))
}

fn head(outage: &OutageReport<'_>, page: &mut String) {
    let report = &outage.report;
    let t = |sv, en| said(report, sv, en);
    let name = escape(&one_line(outage.name));
    let region = escape(&one_line(report.region));
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{name} – {region}</title><style>{STYLE}</style></head><body><main>\n\
         <p class=\"muted\">{} · {region}</p><h1>{name}</h1>\n",
        report.language.code(),
        t("Övningsunderlag, avbrott", "Exercise, outage"),
    );
    if report.is_synthetic() {
        let text = t(
            "SYNTETISKA DATA – inte verkligheten. Verksamheter, nät och täckning är påhittade.",
            "SYNTHETIC DATA – not reality. Sites, network and coverage are invented.",
        );
        let _ = writeln!(page, "<p class=\"caution\">{text}</p>");
    }
    if let Some(description) = outage.description {
        let _ = writeln!(page, "<p>{}</p>", escape(&one_line(description)));
    }
    let _ = write!(page, "<div class=\"fields\">");
    for field in [t("Datum", "Date"), t("Deltagare", "Participants")] {
        let _ = write!(page, "<div class=\"muted\">{field}</div>");
    }
    let _ = writeln!(
        page,
        "</div>\n<p class=\"muted\">{}</p>",
        t(
            "Visar svaga punkter: stannar inom den krets som övar.",
            "Shows weak points: stays with those who exercise."
        )
    );
}

fn what_fails(outage: &OutageReport<'_>, page: &mut String) {
    let report = &outage.report;
    let t = |sv, en| said(report, sv, en);
    let of = &report.inputs.infrastructure;
    let _ = writeln!(page, "<h2>{}</h2>", t("Vad som slås ut", "What fails"));
    if let Some(grid) = &outage.grid {
        let hours: Vec<String> =
            outage.steps.iter().map(|step| number(report, step.hours.value())).collect();
        let place = match (grid.area, grid.feeds) {
            (None, []) => t("överallt", "everywhere").to_owned(),
            (Some(area), []) => {
                format!("{} {}", t("i området", "in the area"), escape(&one_line(area)))
            }
            (area, feeds) => {
                let feeds = escape(&one_line(&feeds.join(", ")));
                let inside = area.map_or(String::new(), |area| {
                    format!(" {} {}", t("i området", "in the area"), escape(&one_line(area)))
                });
                format!("{} {feeds}{inside}", t("på elmatning", "on power feed"))
            }
        };
        let _ = writeln!(
            page,
            "<p>{} <b>{place}</b>. {} {} {}.</p>",
            t("Elnätet ligger nere", "Grid power is lost"),
            t("Läget visas efter", "Shown after"),
            hours.join(", "),
            t("timmar", "hours"),
        );
    }
    if outage.failed.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", t("Inget annat fallerar.", "Nothing else fails."));
    }
    for kind_of in ElementKind::ALL {
        let own: Vec<Element> = outage
            .failed
            .iter()
            .map(|(element, _)| *element)
            .filter(|element| element.kind() == kind_of)
            .collect();
        if own.is_empty() {
            continue;
        }
        let _ = write!(
            page,
            "<h3>{} <span class=\"muted\">{}</span></h3><ul class=\"what\">",
            plural(report, kind_of),
            own.len()
        );
        for &element in own.iter().take(LISTED_ELEMENTS) {
            let id = element.id(of);
            let named = match element.name(of) {
                Some(name) if name != id => {
                    format!(
                        "{} <span class=\"muted\">{}</span>",
                        escape(&one_line(name)),
                        escape(&one_line(id))
                    )
                }
                _ => escape(&one_line(id)),
            };
            let how = match element {
                Element::Trench(_) => {
                    let kind = kind(report, element);
                    let inside = kind.split_once(' ').map_or("", |(_, how)| how);
                    format!(" <span class=\"muted\">{}</span>", escape(inside))
                }
                _ => String::new(),
            };
            let _ = write!(page, "<li>{named}{how}</li>");
        }
        page.push_str("</ul>\n");
        more(report, own.len(), LISTED_ELEMENTS, "outage_elements.csv", page);
    }
}

fn result(outage: &OutageReport<'_>, page: &mut String) {
    let report = &outage.report;
    let t = |sv, en| said(report, sv, en);
    let _ = write!(
        page,
        "<section class=\"short\"><h2>{}</h2>\n<div class=\"wide\"><table><thead><tr>",
        t("Så går det", "What becomes of it")
    );
    if outage.grid.is_some() {
        let _ = write!(page, "<th class=\"n\">{}</th>", t("Timmar", "Hours"));
    }
    for name in [
        t("Förlorar all tjänst", "Lose every service"),
        t("Skolor utan tjänst", "Schools without"),
        t("Särskilda boenden utan tjänst", "Care homes without"),
        t("Personer utan tjänst", "Persons without"),
        t("Förlorar fast", "Lose fixed"),
        t("Förlorar mobil", "Lose mobile"),
        t("Ovisst", "Not known"),
        t("Har tjänst kvar", "Have service left"),
    ] {
        let _ = write!(page, "<th class=\"n\">{name}</th>");
    }
    page.push_str("</tr></thead><tbody>\n");
    for step in outage.steps {
        let toll = outage.toll(step);
        page.push_str("<tr>");
        if outage.grid.is_some() {
            let _ = write!(page, "<td class=\"n\">{}</td>", number(report, step.hours.value()));
        }
        let _ = writeln!(
            page,
            "<td class=\"n\"><b>{}</b></td><td class=\"n\">{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
            toll.loses_all,
            toll.schools_without,
            toll.care_homes_without,
            persons(report, &toll),
            toll.loses_fixed,
            toll.loses_mobile,
            toll.unknown,
            toll.with_service_after,
        );
    }
    page.push_str("</tbody></table></div></section>\n");
    let toll = outage.toll(outage.last());
    let before = toll.without - toll.loses_all;
    if before > 0 {
        let _ = match report.language {
            Language::Sv => writeln!(
                page,
                "<p class=\"muted\">Utan tjänst räknas också {before} som ingen hade innan.</p>"
            ),
            Language::En => writeln!(
                page,
                "<p class=\"muted\">Those without include {before} that had none before.</p>"
            ),
        };
    }
}

/// Persons at sites without service; with a mark where of some sites the number is not known.
fn persons(report: &Report<'_>, toll: &Toll) -> String {
    match toll.sites_persons_unknown {
        0 => toll.persons_without.to_string(),
        _ => format!("{} {}", said(report, "minst", "at least"), toll.persons_without),
    }
}

fn municipalities(outage: &OutageReport<'_>, page: &mut String) {
    let report = &outage.report;
    let t = |sv, en| said(report, sv, en);
    let _ = write!(
        page,
        "<section class=\"short\"><h2>{}</h2>\n<p>{}</p>\n<div class=\"wide\"><table><thead><tr><th>{}</th>\
         <th class=\"n\">{}</th><th class=\"n\">{}</th>",
        t("Vad varje kommun förlorar", "What each municipality loses"),
        t(
            "Verksamheter utan någon tjänst, med antalet ovissa efter plustecknet.",
            "Sites without any service; behind the plus those of which it is not known.",
        ),
        t("Kommun", "Municipality"),
        t("Verksamheter", "Sites"),
        t("Med tjänst före", "With service before"),
    );
    for step in outage.steps {
        let heading = match outage.grid {
            Some(_) => {
                format!(
                    "{} {}&nbsp;h",
                    t("Utan efter", "Without at"),
                    number(report, step.hours.value())
                )
            }
            None => t("Utan tjänst", "Without").to_owned(),
        };
        let _ = write!(page, "<th class=\"n\">{heading}</th>");
    }
    for name in
        [t("Skolor", "Schools"), t("Särskilda boenden", "Care homes"), t("Personer", "Persons")]
    {
        let _ = write!(page, "<th class=\"n\">{name}</th>");
    }
    page.push_str("</tr></thead><tbody>\n");
    let named = report.inputs.municipalities.iter().enumerate();
    let mut rows: Vec<(Option<usize>, &str)> =
        named.map(|(number, m)| (Some(number), m.name.as_str())).collect();
    rows.push((None, t("Utanför kommunerna", "In no municipality")));
    for (number, name) in rows {
        let tolls: Vec<Toll> =
            outage.steps.iter().map(|step| Toll::of(outage.own(step, number))).collect();
        let last = tolls[tolls.len() - 1];
        if last.sites > 0 {
            let _ = write!(page, "<tr><td>{}</td>", escape(&one_line(name)));
            numbers(report, &tolls, page);
        }
    }
    let _ = write!(page, "<tr class=\"sum\"><td>{}</td>", t("Alla", "All"));
    let all: Vec<Toll> = outage.steps.iter().map(|step| outage.toll(step)).collect();
    numbers(report, &all, page);
    page.push_str("</tbody></table></div></section>\n");
    if outage.steps.len() > 1 {
        let text = t(
            "Skolor, boenden och personer utan tjänst vid den sista tidpunkten.",
            "Schools, care homes and persons without service at the last hour.",
        );
        let _ = writeln!(page, "<p class=\"muted\">{text}</p>");
    }
}

fn numbers(report: &Report<'_>, tolls: &[Toll], page: &mut String) {
    let last = tolls[tolls.len() - 1];
    let _ = write!(
        page,
        "<td class=\"n\">{}</td><td class=\"n\">{}</td>",
        last.sites, last.with_service_before
    );
    for toll in tolls {
        let bad = if toll.loses_all > 0 { " bad" } else { "" };
        let unknown = match toll.unknown {
            0 => String::new(),
            count => format!(" <span class=\"muted\">+{count}</span>"),
        };
        let _ = write!(page, "<td class=\"n{bad}\">{}{unknown}</td>", toll.without);
    }
    let _ = writeln!(
        page,
        "<td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
        last.schools_without,
        last.care_homes_without,
        persons(report, &last)
    );
}

/// One list for each thing that may become of a site; a site stands in the worst that it meets.
fn lists(outage: &OutageReport<'_>, page: &mut String) {
    let t = |sv, en| said(&outage.report, sv, en);
    let worst = |at: usize| outage.steps.iter().map(|step| step.left[at].outcome()).min();
    for (outcome, heading) in [
        (Outcome::LosesAll, t("Verksamheter som blir utan tjänst", "Sites left without service")),
        (
            Outcome::Unknown,
            t(
                "Verksamheter där det är ovisst om någon tjänst finns kvar",
                "Sites of which it is not known whether any service is left",
            ),
        ),
        (
            Outcome::LosesFixed,
            t("Verksamheter som bara har mobil tjänst kvar", "Sites with only mobile service left"),
        ),
        (
            Outcome::LosesMobile,
            t("Verksamheter som bara har fast tjänst kvar", "Sites with only fixed service left"),
        ),
    ] {
        let own = (0..outage.report.inputs.sites.len()).filter(|&at| worst(at) == Some(outcome));
        let own: Vec<usize> = own.collect();
        if own.is_empty() && outcome != Outcome::LosesAll {
            continue;
        }
        let count = own.len();
        let _ = writeln!(page, "<h2>{heading} <span class=\"muted\">{count}</span></h2>");
        match own.is_empty() {
            true => {
                let _ = writeln!(page, "<p>{}</p>", t("Ingen känd.", "None known."));
            }
            false => list(outage, own, page),
        }
    }
}

fn list(outage: &OutageReport<'_>, mut own: Vec<usize>, page: &mut String) {
    let report = &outage.report;
    let t = |sv, en| said(report, sv, en);
    let municipality = |at: usize| report.assessment.sites[at].location.municipality;
    let sites = &report.inputs.sites;
    own.sort_by_key(|&at| {
        let of = municipality(at);
        (of.is_none(), of.map(|m| m.0), sites[at].kind, &sites[at].name, at)
    });
    let _ = write!(
        page,
        "<div class=\"wide\"><table><thead><tr><th>{}</th><th>{}</th><th class=\"n\">{}</th>\
         <th>{}</th>",
        t("Verksamhet", "Site"),
        t("Typ", "Kind"),
        t("Personer", "Persons"),
        t("Före", "Before"),
    );
    for step in outage.steps {
        let heading = match outage.grid {
            Some(_) => format!("{} h", number(report, step.hours.value())),
            None => t("Finns kvar", "Left").to_owned(),
        };
        let _ = write!(page, "<th>{heading}</th>");
    }
    page.push_str("</tr></thead><tbody>\n");
    let total = own.len();
    let mut before = None;
    for at in own.into_iter().take(LISTED_SITES) {
        let of = municipality(at);
        if before != Some(of) {
            before = Some(of);
            let name = match of {
                Some(m) => one_line(&report.inputs.municipalities[m.0].name),
                None => t("Utanför kommunerna", "In no municipality").to_owned(),
            };
            let columns = 4 + outage.steps.len();
            let _ = writeln!(
                page,
                "<tr class=\"of\"><td colspan=\"{columns}\">{}</td></tr>",
                escape(&name)
            );
        }
        row(outage, &sites[at], at, page);
    }
    page.push_str("</tbody></table></div>\n");
    more(report, total, LISTED_SITES, "outage.csv", page);
}

fn row(outage: &OutageReport<'_>, site: &Site, at: usize, page: &mut String) {
    let report = &outage.report;
    let id = match site.name == site.id {
        true => String::new(),
        false => format!(" <span class=\"muted\">{}</span>", escape(&one_line(&site.id))),
    };
    let persons = site.persons.map_or("–".to_owned(), |persons| persons.to_string());
    let left = |step: &Step| -> Left { step.left[at] };
    let _ = write!(
        page,
        "<tr><td>{}{id}</td><td>{}</td><td class=\"n\">{persons}</td><td class=\"s\">{}</td>",
        escape(&one_line(&site.name)),
        site_kind(report, site.kind),
        services(report, left(&outage.steps[0]).before),
    );
    for step in outage.steps {
        let bad = if left(step).outcome() == Outcome::LosesAll { " bad" } else { "" };
        let _ = write!(page, "<td class=\"s{bad}\">{}</td>", services(report, left(step).after));
    }
    page.push_str("</tr>\n");
}

/// `fast, mobil?`: a question mark behind what is not known.
fn services(report: &Report<'_>, services: Services) -> String {
    let t = |sv, en| said(report, sv, en);
    let both = [(services.fixed, t("fast", "fixed")), (services.mobile, t("mobil", "mobile"))];
    let there: Vec<String> = both
        .into_iter()
        .filter_map(|(known, name)| match known {
            Knowledge::Yes => Some(name.to_owned()),
            Knowledge::Unknown => Some(format!("{name}?")),
            Knowledge::No => None,
        })
        .collect();
    if there.is_empty() { t("ingen", "none").to_owned() } else { there.join(", ") }
}

fn notes(outage: &OutageReport<'_>, page: &mut String) {
    let heading = said(&outage.report, "Anteckningar", "Notes");
    let _ = write!(page, "<section class=\"notes\"><h2>{heading}</h2>");
    for _ in 0..LINES {
        page.push_str("<div class=\"rule\"></div>");
    }
    page.push_str("</section>\n");
}

fn how(outage: &OutageReport<'_>, page: &mut String) {
    let t = |sv, en| said(&outage.report, sv, en);
    let _ = writeln!(
        page,
        "<h2>{}</h2>\n<p>{}</p>\n<p>{}</p>\n<p>{}</p>",
        t("Så är det räknat", "How it is worked out"),
        t(
            "Allt i scenariot fallerar samtidigt. En verksamhet har fast tjänst så länge det finns \
             en väg från dess nod till en kärnnod, och mobil tjänst så länge någon mast som når den \
             är i drift. Båda upphör när verksamheten själv saknar el.",
            "Everything in the scenario fails at once. A site has fixed service as long as there is \
             a way from its node to a core node, and mobile service as long as some mast that \
             reaches it is up. Both end when the site itself is without power.",
        ),
        t(
            "En elmatning som slås ut är borta längre än alla batterier räcker. Ligger elnätet nere \
             ett antal timmar håller det som har batteri eller reservkraft för minst så lång tid.",
            "A power feed that fails is gone for longer than any battery lasts. Where grid power is \
             lost for some hours, what has a battery or backup for at least as long stays up.",
        ),
        t(
            "? betyder att det inte är känt: någon har inte uppgett batteri, nod eller räckvidd. \
             Det som ingen har uppgett räknas varken som ja eller nej.",
            "? means that it is not known: somebody has not stated a battery, node or range. What \
             nobody stated counts neither as yes nor as no.",
        ),
    );
}

/// What of the scenario itself was left out, and how much else is in doubt.
fn doubts(outage: &OutageReport<'_>, page: &mut String) {
    let report = &outage.report;
    let t = |sv, en| said(report, sv, en);
    let own = |finding: &&Finding| {
        matches!(finding.rule, Rule::ScenarioNameUnknown | Rule::ScenarioAreaEmpty)
    };
    let of_scenario: Vec<&Finding> = report.findings.iter().filter(own).collect();
    if report.findings.is_empty() {
        return;
    }
    let _ = writeln!(page, "<h2>{}</h2>", t("Osäkerheter", "Doubts"));
    if !of_scenario.is_empty() {
        page.push_str("<ul>");
        for finding in &of_scenario {
            let value = finding.value.as_deref().unwrap_or_default();
            let meaning = t(finding.rule.meaning_sv(), finding.rule.meaning_en());
            let _ = write!(page, "<li><b>{}</b>: {meaning}</li>", escape(&one_line(value)));
        }
        page.push_str("</ul>\n");
    }
    let rest = report.findings.len() - of_scenario.len();
    let _ = match report.language {
        Language::Sv => {
            writeln!(page, "<p class=\"muted\">Indata ger {rest} anmärkningar: findings.csv.</p>")
        }
        Language::En => {
            writeln!(page, "<p class=\"muted\">The input gives {rest} findings: findings.csv.</p>")
        }
    };
}

fn more(report: &Report<'_>, count: usize, listed: usize, file: &str, page: &mut String) {
    let Some(rest) = count.checked_sub(listed).filter(|rest| *rest > 0) else { return };
    let _ = match report.language {
        Language::Sv => {
            writeln!(page, "<p class=\"muted\">Ytterligare {rest} i {file}.</p>")
        }
        Language::En => writeln!(page, "<p class=\"muted\">{rest} more in {file}.</p>"),
    };
}

fn number(report: &Report<'_>, value: f64) -> String {
    match report.language {
        Language::Sv => value.to_string().replace('.', ","),
        Language::En => value.to_string(),
    }
}

fn plural<'t>(report: &Report<'_>, kind: ElementKind) -> &'t str {
    match kind {
        ElementKind::Mast => said(report, "Master", "Masts"),
        ElementKind::Node => said(report, "Noder", "Nodes"),
        ElementKind::PowerFeed => said(report, "Elmatningar", "Power feeds"),
        ElementKind::Span => said(report, "Kablar", "Spans"),
        ElementKind::Trench => said(report, "Schakt", "Trenches"),
    }
}

fn site_kind<'t>(report: &Report<'_>, kind: SiteKind) -> &'t str {
    match kind {
        SiteKind::School => said(report, "skola", "school"),
        SiteKind::Preschool => said(report, "förskola", "preschool"),
        SiteKind::CareHome => said(report, "särskilt boende", "care home"),
        SiteKind::HealthCentre => said(report, "vårdmottagning", "health centre"),
        SiteKind::Other => said(report, "annan", "other"),
    }
}
