//! The part of the report about what fails together: the worst elements, and what is left.

use std::fmt::Write as _;

use crate::model::infrastructure::Infrastructure;
use crate::network::element::Element;
use crate::readiness::failure::Fallback;
use crate::report::html::{escape, said};
use crate::report::{Report, one_line};
use crate::words::Language;

/// Elements beyond this many are left to the table.
const LISTED_ELEMENTS: usize = 25;

/// The elements that take most sites down.
pub(super) fn elements(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let infrastructure = &report.inputs.infrastructure;
    if report.assessment.elements.is_empty() {
        return;
    }
    let _ = write!(
        page,
        "<h2>{}</h2>\n<p>{}</p>\n<div class=\"wide\"><table><thead><tr><th class=\"n\">{}</th>\
         <th>{}</th><th>{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th>\
         <th class=\"n\">{}</th><th class=\"n\">{}</th><th class=\"n\">{}</th></tr></thead><tbody>\n",
        t("Vad som slår ut mest", "What takes most down"),
        t(
            "Noder, kablar, schakt, elmatningar och master vars bortfall ensamt tar den tjänst som \
             verksamheter har: den fasta, eller den mobila där ingen fast finns. En elmatning räknas \
             som borta längre än alla batterier räcker.",
            "Nodes, cables, trenches, power feeds and masts whose loss alone takes the service that \
             sites have: fixed, or mobile where there is no fixed. A power feed counts as lost for \
             longer than any battery lasts.",
        ),
        t("Rang", "Rank"),
        t("Typ", "Kind"),
        t("Del av nätet", "Element"),
        t("Verksamheter", "Sites"),
        t("Skolor", "Schools"),
        t("Särskilda boenden", "Care homes"),
        t("Utan all tjänst", "Without any service"),
        t("Ovisst", "Not known"),
    );
    let mut worst: Vec<_> = report.assessment.elements.iter().collect();
    worst.sort_by_key(|element| element.rank);
    for found in worst.iter().take(LISTED_ELEMENTS) {
        let _ = writeln!(
            page,
            "<tr><td class=\"n\">{}</td><td>{}</td><td>{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td></tr>",
            found.rank,
            kind(report, found.element),
            named(found.element, infrastructure),
            found.sites,
            found.schools,
            found.care_homes,
            found.without_service,
            found.service_unknown
        );
    }
    page.push_str("</tbody></table></div>\n");
    if worst.len() > LISTED_ELEMENTS {
        let rest = worst.len() - LISTED_ELEMENTS;
        let _ = match report.language {
            Language::Sv => {
                writeln!(page, "<p class=\"muted\">Ytterligare {rest} i elements.csv.</p>")
            }
            Language::En => {
                writeln!(page, "<p class=\"muted\">{rest} more in elements.csv.</p>")
            }
        };
    }
}

/// What people call an element, with its id.
pub(super) fn named(element: Element, infrastructure: &Infrastructure) -> String {
    let id = element.id(infrastructure);
    escape(&match element.name(infrastructure) {
        Some(name) if name != id => format!("{} ({})", one_line(name), one_line(id)),
        _ => one_line(id),
    })
}

/// What an element is, for people; of a trench with how it is known.
pub fn kind(report: &Report<'_>, element: Element) -> String {
    let t = |sv, en| said(report, sv, en);
    let trench = match element {
        Element::Trench(trench) => report.inputs.infrastructure.trench(trench),
        Element::Mast(_) => return t("mast", "mast").to_owned(),
        Element::Node(_) => return t("nod", "node").to_owned(),
        Element::PowerFeed(_) => return t("elmatning", "power feed").to_owned(),
        Element::Span(_) => return t("kabel", "span").to_owned(),
    };
    match trench.within() {
        Some(within) => {
            let (trench, near) = (t("schakt", "trench"), t("kablar inom", "cables within"));
            format!("{trench} ({near} {})", within.for_people())
        }
        None => t("schakt (uppgivet)", "trench (declared)").to_owned(),
    }
}

/// What the sites of each municipality fall back on.
pub(super) fn fallbacks(report: &Report<'_>, page: &mut String) {
    let t = |sv, en| said(report, sv, en);
    let _ = write!(
        page,
        "<h2>{}</h2>\n<p>{}</p>\n<div class=\"wide\"><table><thead><tr><th>{}</th>",
        t("Reservvägar", "Fallbacks"),
        t(
            "Vad verksamheterna har att falla tillbaka på när den fasta anslutningen bryts. En mast \
             är en oberoende reserv bara om den står kvar genom varje enskilt fel som tar den fasta \
             anslutningen; hänger den på samma kabel är den delad. Skälet för varje mast står i \
             backups.csv.",
            "What sites have to fall back on when their fixed connection fails. A mast is an \
             independent fallback only if it stays up through every single failure that takes the \
             fixed connection; if it hangs on the same cable it is shared. The reason for each mast \
             is in backups.csv.",
        ),
        t("Kommun", "Municipality"),
    );
    let columns = [
        (Fallback::Independent, t("Oberoende", "Independent")),
        (Fallback::Shared, t("Delad", "Shared")),
        (Fallback::None, t("Ingen", "None")),
        (Fallback::Unknown, t("Okänt", "Not known")),
    ];
    for (_, heading) in columns {
        let _ = write!(page, "<th class=\"n\">{heading}</th>");
    }
    page.push_str("</tr></thead><tbody>\n");
    for (number, municipality) in report.inputs.municipalities.iter().enumerate() {
        let own = |of: Fallback| {
            let sites = report.assessment.sites.iter();
            let here = sites.filter(|s| s.location.municipality.is_some_and(|m| m.0 == number));
            here.filter(|site| site.failures.fallback == of).count()
        };
        let _ = write!(page, "<tr><td>{}</td>", escape(&one_line(&municipality.name)));
        for (fallback, _) in columns {
            let _ = write!(page, "<td class=\"n\">{}</td>", own(fallback));
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</tbody></table></div>\n");
}
