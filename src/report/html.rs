//! `report.html`: the result for people, in one file that opens with a double click. No script,
//! nothing loaded from anywhere.

mod certainty;
mod contrast;
pub mod failures;
mod first;
mod questions;
mod score;

use std::fmt::Write as _;
use std::path::Path;

use crate::error::Error;
use crate::findings::{Finding, Rule, Severity};
use crate::model::framework::{Child, Framework, GroupIdx};
use crate::readiness::composite::Standing;
use crate::report::rests_on::{self, in_detail, list, lower_first};
use crate::report::services_ready::services_ready;
use crate::report::shown::{Shown, WIDE};
use crate::report::{Report, maps, one_line, plots};
use crate::table::Edition;
use crate::words::Language;

/// The name of the file.
pub const FILE: &str = "report.html";

/// Findings of one rule beyond this many are counted, not listed; the table has them all.
const LISTED_PER_RULE: usize = 50;

/// Writes the report. The maps must be written before it.
pub fn write(report: &Report<'_>, directory: &Path) -> Result<(), Error> {
    let mut page = String::new();
    head(report, &mut page);
    questions::part(report, &mut page);
    scores(report, &mut page);
    score::figure(directory, maps::SCORE, &mut page)?;
    score::why(report, directory, &mut page)?;
    if report.edition == Edition::Full {
        score::gains(report, &mut page);
    }
    services(report, &mut page);
    score::figure(directory, plots::SERVICES, &mut page)?;
    score::groups(report, directory, &mut page)?;
    for map in [maps::SITES, maps::ENDURANCE] {
        score::figure(directory, map, &mut page)?;
    }
    if report.edition == Edition::Full {
        failures::elements(report, &mut page);
        failures::fallbacks(report, &mut page);
        findings(report, &mut page);
    }
    certainty::part(report, directory, &mut page)?;
    sources(report, &mut page);
    page.push_str("</main></body></html>\n");
    let path = directory.join(FILE);
    std::fs::write(&path, page).map_err(|cause| Error::write(path, cause))
}

const STYLE: &str = "\
body{font:16px/1.5 system-ui,sans-serif;color:#1c252e;background:#fff;margin:0}\
main{max-width:80rem;margin:0 auto;padding:1.5rem}\
h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.25rem;margin:2.5rem 0 .5rem}\
h3{font-size:1.05rem;margin:2rem 0 .5rem}\
.first{font-size:1.1rem;max-width:52rem;padding-left:1.2rem;margin:1rem 0}.first li{margin:.45rem 0}\
@media(max-width:40rem){main{padding:.8rem}h1{font-size:1.3rem}.first{font-size:1rem;line-height:1.4}\
.caution{font-size:.85rem;padding:.4rem .7rem;margin:.6rem 0}}\
p{max-width:44rem}.wide{overflow-x:auto}\
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}\
th,td{padding:.3rem .55rem;border-bottom:1px solid #d6dbe0;text-align:left;vertical-align:top}\
th{border-bottom:2px solid #5a6570;font-weight:600;vertical-align:bottom}td.n,th.n{text-align:right}td.n{white-space:nowrap}\
.caution{background:#ffe9a8;color:#4a3300;padding:.6rem 1rem;font-weight:600;max-width:none}\
.muted{color:#5a6570}figure{margin:2rem 0}figure svg{width:100%;height:auto;max-width:60rem}\
details{margin:.4rem 0}td details{margin:0}summary{cursor:pointer}\
@media print{main{max-width:none;padding:0}h2{break-after:avoid}tr,figure{break-inside:avoid}}";

fn head(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let region = escape(&one_line(report.region));
    let title = format!("{} – {region}", t("Digital beredskap", "Digital readiness"));
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{title}</title><style>{STYLE}</style></head><body><main>\n<h1>{title}</h1>\n",
        report.language.code()
    );
    let mut cautions = Vec::new();
    if report.is_synthetic() {
        cautions.push(t(
            "SYNTETISKA DATA – inte verkligheten. Verksamheter, nät och täckning är påhittade.",
            "SYNTHETIC DATA – not reality. Sites, network and coverage are invented.",
        ));
    }
    if report.is_incomplete() {
        cautions.push(t(
            "OFULLSTÄNDIGA DATA. Om någon kommun är inget känt, eller för lite för en poäng.",
            "INCOMPLETE DATA. Of some municipality nothing is known, or too little for a score.",
        ));
    }
    if !cautions.is_empty() {
        let _ = writeln!(page, "<p class=\"caution\">{}</p>", cautions.join("<br>"));
    }
    first::screen(report, page);
    let edition = match (report.edition, report.language) {
        (Edition::Full, Language::Sv) => {
            "Fullständig utgåva: visar svaga punkter, stannar internt."
        }
        (Edition::Full, Language::En) => "Full edition: shows weak points, stays inside.",
        (Edition::Public, Language::Sv) => "Publik utgåva: endast kommuner.",
        (Edition::Public, Language::En) => "Public edition: municipalities only.",
    };
    let _ = writeln!(page, "<p class=\"muted\">{edition}</p>");
}

fn scores(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let _ = writeln!(page, "<h2>{}</h2>", t("Poäng per kommun", "Score per municipality"));
    rests(report, page);
    let order = by_rank(report);
    if report.assessment.asked.part().is_some() {
        score_table(report, &order, page);
    }
    connections(report, &order, page);
}

/// What the scores rest on, by pillars and the indicators in them, and what is left out.
fn rests(report: &Report<'_>, page: &mut String) {
    let asked = &report.assessment.asked;
    let _ = writeln!(page, "<p>{}</p>", escape(&rests_on::sentence(asked, report.language)));
    let found = in_detail(asked, report.language);
    page.push_str("<ul>\n");
    for (pillar, indicators) in &found.asked {
        let names: Vec<String> = indicators.iter().map(|name| lower_first(name)).collect();
        let below = if indicators == std::slice::from_ref(pillar) {
            String::new()
        } else {
            format!(": {}", names.join("; "))
        };
        let _ = writeln!(page, "<li><b>{}</b>{}</li>", escape(pillar), escape(&below));
    }
    if !found.not_asked.is_empty() {
        let names: Vec<String> = found.not_asked.iter().map(|name| lower_first(name)).collect();
        let names = escape(&list(report.language, &names));
        let _ = match report.language {
            Language::Sv => writeln!(
                page,
                "<li class=\"muted\">Inte med, eftersom projektet inte anger någon källa: {names}.</li>"
            ),
            Language::En => writeln!(
                page,
                "<li class=\"muted\">Left out, because the project names no source: {names}.</li>"
            ),
        };
    }
    page.push_str("</ul>\n");
}

/// The municipalities, best first; those without a score last, in the order of their file.
fn by_rank(report: &Report<'_>) -> Vec<usize> {
    let composite = &report.assessment.composite;
    let rank = |place: usize| composite.standing(place, Framework::ROOT).and_then(|s| s.rank);
    let mut order: Vec<usize> = (0..report.inputs.municipalities.len()).collect();
    order.sort_by_key(|&place| rank(place).unwrap_or(u32::MAX));
    order
}

fn score_table(report: &Report<'_>, order: &[usize], page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let explained = match report.language {
        Language::Sv => format!(
            "Poängen går från 0 till 100. Intervallet visar vad den kan bli beroende på det som är \
             okänt; är det {WIDE} poäng eller bredare står det i stället för ett tal. Rangen följer \
             den bästa skattningen."
        ),
        Language::En => format!(
            "Scores go from 0 to 100. The interval shows what the score may turn out to be \
             depending on what is unknown; where it is {WIDE} points or wider it stands in place of \
             a number. Ranks follow the best estimate."
        ),
    };
    let _ = write!(
        page,
        "<p>{explained}</p>\n<div class=\"wide\"><table><thead><tr><th>{}</th>\
         <th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th>",
        t("Kommun", "Municipality"),
        t("Rang", "Rank"),
        t("Poäng", "Score"),
        t("Bästa skattning", "Best estimate"),
        t("Intervall", "Interval"),
    );
    let asked = &report.assessment.asked;
    let pillars: Vec<GroupIdx> =
        asked.whole().pillars().filter(|&pillar| asked.is_asked(Child::Group(pillar))).collect();
    for &pillar in &pillars {
        let name = escape(&one_line(group_name(report, pillar)));
        let _ = write!(page, "<th class=\"n\">{name}</th>");
    }
    let _ = write!(page, "<th>{}</th>", t("Tjänster", "Services"));
    page.push_str("</tr></thead><tbody>\n");
    let composite = &report.assessment.composite;
    for &place in order {
        let name = &report.inputs.municipalities[place].name;
        let score = composite.standing(place, Framework::ROOT);
        let _ = write!(
            page,
            "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\"><b>{}</b></td>\
             <td class=\"n muted\">{}</td><td class=\"n muted\">{}</td>",
            escape(&one_line(name)),
            rank(report, score),
            shown(score),
            estimate(score),
            bounds(score),
        );
        for &pillar in &pillars {
            let pillar = composite.standing(place, pillar);
            let _ = write!(page, "<td class=\"n\">{}</td>", shown(pillar));
        }
        let places = report.assessment.municipalities[place].service_places;
        let services = services_ready(report.language, places).unwrap_or_else(dash);
        let _ = writeln!(page, "<td>{services}</td></tr>");
    }
    page.push_str("</tbody></table></div>\n");
    contrast::contrast(report, page);
}

fn connections(report: &Report<'_>, order: &[usize], page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let _ = write!(
        page,
        "<h2>{}</h2>\n<div class=\"wide\"><table><thead><tr><th>{}</th>",
        t("Verksamheternas fasta anslutning", "The sites' fixed connections"),
        t("Kommun", "Municipality"),
    );
    for name in [
        t("Verksamheter", "Sites"),
        t("Anslutna", "Connected"),
        t("I närheten", "Passed"),
        t("Planerade", "Planned"),
        t("Utan", "Without"),
        t("Okända", "Unknown"),
        t("Hänger på en enda punkt", "On a single point"),
    ] {
        let _ = write!(page, "<th class=\"n\">{name}</th>");
    }
    page.push_str("</tr></thead><tbody>\n");
    for &place in order {
        let name = &report.inputs.municipalities[place].name;
        let unit = &report.assessment.municipalities[place];
        let _ = write!(page, "<tr><td>{}</td>", escape(&one_line(name)));
        let counts = [
            unit.sites,
            unit.connected,
            unit.passed,
            unit.planned,
            unit.unconnected,
            unit.unknown,
            unit.with_spof,
        ];
        for count in counts {
            let _ = write!(page, "<td class=\"n\">{count}</td>");
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody></table></div>\n");
}

fn services(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let _ = write!(
        page,
        "<h2>{}</h2>\n<p>{}</p>\n<div class=\"wide\"><table><thead><tr><th>{}</th>\
         <th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th>\
         <th class=\"n\">{}</th><th>{}</th></tr></thead><tbody>\n",
        t("Digitala tjänster", "Digital services"),
        t(
            "Antal verksamheter som är redo för varje tjänst. Sårbar: fungerar i dag men saknar \
             den reserv som tjänsten kräver.",
            "How many sites are ready for each service. At risk: works today without the backup \
             that the service needs.",
        ),
        t("Tjänst", "Service"),
        t("Redo", "Ready"),
        t("Sårbar", "At risk"),
        t("Inte redo", "Not ready"),
        t("Okänt", "Unknown"),
        t("Varifrån kraven kommer", "Where the needs come from"),
    );
    use crate::readiness::service::Readiness::{AtRisk, NotReady, Ready, Unknown};
    for (i, service) in report.assessment.services.iter().enumerate() {
        let _ = write!(page, "<tr><td>{}</td>", escape(&one_line(&service.name)));
        for status in [Ready, AtRisk, NotReady, Unknown] {
            let all = report.assessment.service_readiness.iter().flatten();
            let count = all.filter(|(of, found)| *of == i && found.status == status).count();
            let _ = write!(page, "<td class=\"n\">{count}</td>");
        }
        let source = service.source.as_deref().unwrap_or("–");
        let _ = write!(page, "<td class=\"muted\">{}</td>", escape(&one_line(source)));
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody></table></div>\n");
}

fn findings(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let _ = write!(
        page,
        "<h2>{}</h2>\n<p>{}</p>\n",
        t("Osäkerheter i indata", "What the input leaves in doubt"),
        t(
            "Varje rad som inte användes, eller användes med en gissning.",
            "Every row that was not used, or used with a guess.",
        ),
    );
    if report.findings.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", t("Inget.", "Nothing."));
    }
    for &rule in Rule::ALL {
        let own: Vec<&Finding> = report.findings.iter().filter(|f| f.rule == rule).collect();
        if own.is_empty() {
            continue;
        }
        let severity = match rule.severity() {
            Severity::Error => t("fel", "error"),
            Severity::Warning if own.len() == 1 => t("varning", "warning"),
            Severity::Warning => t("varningar", "warnings"),
            Severity::Info if own.len() == 1 => t("upplysning", "note"),
            Severity::Info => t("upplysningar", "notes"),
        };
        let _ = writeln!(
            page,
            "<details><summary><b>{}</b> {severity}: {} <span class=\"muted\">{}</span></summary>\
             <div class=\"wide\"><table><thead><tr><th>{}</th><th class=\"n\">{}</th><th>{}</th>\
             <th>{}</th><th>{}</th></tr></thead><tbody>",
            own.len(),
            said(report, rule.meaning_sv(), rule.meaning_en()),
            rule.name(),
            t("Fil", "File"),
            t("Rad", "Row"),
            t("Fält", "Field"),
            t("Värde", "Value"),
            t("Meddelande (på engelska)", "Message"),
        );
        for finding in own.iter().take(LISTED_PER_RULE) {
            let row = finding.row.map(|row| row.to_string()).unwrap_or_default();
            let _ = writeln!(
                page,
                "<tr><td>{}</td><td class=\"n\">{row}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                escape(&finding.dataset),
                escape(finding.field.as_deref().unwrap_or_default()),
                escape(&one_line(finding.value.as_deref().unwrap_or_default())),
                escape(&one_line(&finding.message)),
            );
        }
        page.push_str("</tbody></table></div>");
        if own.len() > LISTED_PER_RULE {
            let rest = own.len() - LISTED_PER_RULE;
            let _ = match report.language {
                Language::Sv => {
                    write!(page, "<p class=\"muted\">Ytterligare {rest} i findings.csv.</p>")
                }
                Language::En => {
                    write!(page, "<p class=\"muted\">{rest} more in findings.csv.</p>")
                }
            };
        }
        page.push_str("</details>\n");
    }
}

pub(super) fn sources(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let _ = write!(
        page,
        "<h2>{}</h2>\n<div class=\"wide\"><table><thead><tr><th>{}</th><th>{}</th><th>{}</th>\
         <th>{}</th></tr></thead><tbody>\n",
        t("Källor", "Sources"),
        t("Fil", "File"),
        t("Källa", "Source"),
        t("Datum", "Date"),
        t("Licens", "Licence"),
    );
    for source in &report.inputs.sources {
        let invented = if source.synthetic { t(" (syntetisk)", " (synthetic)") } else { "" };
        let of = |text: &Option<String>| escape(text.as_deref().unwrap_or("–"));
        let _ = writeln!(
            page,
            "<tr><td>{}</td><td>{}{invented}</td><td>{}</td><td>{}</td></tr>",
            escape(&source.path),
            of(&source.publisher),
            of(&source.date),
            of(&source.licence),
        );
    }
    page.push_str("</tbody></table></div>\n");
}

/// The text in the language of the report.
pub fn said<'t>(report: &Report<'_>, sv: &'t str, en: &'t str) -> &'t str {
    match report.language {
        Language::Sv => sv,
        Language::En => en,
    }
}

/// What people call a group of the framework.
pub fn group_name<'r>(report: &Report<'r>, group: GroupIdx) -> &'r str {
    let group = report.assessment.asked.whole().group(group);
    group.names.in_language(report.language == Language::Sv).unwrap_or(&group.id)
}

/// A number or a range.
fn shown(standing: Option<Standing>) -> String {
    standing.map_or_else(dash, |standing| Shown::of(&standing.score).short())
}

/// The best estimate, where there is a score.
fn estimate(standing: Option<Standing>) -> String {
    let score = standing.and_then(|standing| standing.score.value.ok());
    score.map_or_else(dash, |score| score.rounded().to_string())
}

/// `3 av 12`
fn rank(report: &Report<'_>, standing: Option<Standing>) -> String {
    let found = standing.and_then(|standing| Some((standing.rank?, standing.ranked)));
    let of = said(report, "av", "of");
    found.map_or_else(dash, |(rank, ranked)| format!("{rank} {of} {ranked}"))
}

fn bounds(standing: Option<Standing>) -> String {
    standing.map_or_else(dash, |s| format!("{}–{}", s.score.low.rounded(), s.score.high.rounded()))
}

fn dash() -> String {
    "–".to_owned()
}

/// The SVG without the lines that only a file of its own has.
pub fn inline(svg: &str) -> &str {
    svg.find("<svg").map_or(svg, |at| &svg[at..])
}

/// Text that cannot be taken for markup.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
