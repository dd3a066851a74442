//! From stretches to the list of trenches: which are left out, and what they are called.

use std::collections::HashSet;

use crate::findings::{Finding, Findings, Rule};
use crate::model::network::{Network, SpanIdx};
use crate::model::source::Source;
use crate::model::trench::{Trench, TrenchBasis};
use crate::network::trench::{Route, Stretch, TrenchRule, derive};
use crate::units::Metres;
use crate::words::key;

/// The declared trenches and those that the drawn routes show, sorted by id.
///
/// What somebody declares is better known than what a drawing shows: a stretch whose spans all
/// have a declared trench is left out. Spans out of service take no part, nor do spans without a
/// drawn route, since a straight line between two nodes is where no cable lies.
pub fn trenches(
    network: &Network,
    declared: Vec<Trench>,
    rule: Option<TrenchRule>,
    sources: &[Source],
    findings: &mut Findings,
) -> Vec<Trench> {
    let mut trenches = declared;
    if let Some(rule) = rule {
        let told: HashSet<SpanIdx> =
            trenches.iter().flat_map(|trench| trench.spans.iter().copied()).collect();
        let (left_out, stretches): (Vec<Stretch>, Vec<Stretch>) =
            derive(&routes(network, sources, findings), rule)
                .into_iter()
                .partition(|stretch| stretch.spans.iter().all(|span| told.contains(span)));
        report_declared_apart(&left_out, &trenches, network, sources, findings);
        let taken: HashSet<&str> = trenches.iter().map(|trench| trench.id.as_str()).collect();
        let ids = ids(&stretches, network, &taken);
        trenches.extend(ids.into_iter().zip(stretches).map(|(id, stretch)| Trench {
            id,
            spans: stretch.spans,
            basis: TrenchBasis::Derived {
                within: rule.within,
                length: to_a_millimetre(stretch.length),
                line: stretch.line,
            },
        }));
    }
    trenches.sort_by(|a, b| a.id.cmp(&b.id));
    trenches
}

/// Tells of spans that are drawn together and declared in trenches of their own.
fn report_declared_apart(
    left_out: &[Stretch],
    declared: &[Trench],
    network: &Network,
    sources: &[Source],
    findings: &mut Findings,
) {
    for stretch in left_out {
        let holds = |trench: &Trench| stretch.spans.iter().all(|span| trench.spans.contains(span));
        if declared.iter().any(holds) {
            continue;
        }
        let ids: Vec<&str> =
            stretch.spans.iter().map(|&span| network.span(span).id.as_str()).collect();
        let message = key::FindingTrenchApart { length: stretch.length };
        findings.add(
            Finding::new(Rule::TrenchDeclaredApart, &sources[network.source().0].path, message)
                .field("network.trench")
                .value(ids.join(";"))
                .hint(key::HintTrench),
        );
    }
}

/// The drawn routes of the spans in service.
fn routes<'a>(network: &'a Network, sources: &[Source], findings: &mut Findings) -> Vec<Route<'a>> {
    let mut without = 0usize;
    let mut routes = Vec::new();
    for (span, number) in network.spans().iter().zip(0..).filter(|(span, _)| span.in_service) {
        match &span.route {
            Some(line) => {
                routes.push(Route { span: SpanIdx(number), line, start: span.start, end: span.end })
            }
            None => without += 1,
        }
    }
    if without > 0 {
        let message = key::FindingNoRoutes { count: without, all: network.spans().len() };
        findings.add(
            Finding::new(Rule::TrenchWithoutRoutes, &sources[network.source().0].path, message)
                .field("spans/route"),
        );
    }
    routes
}

/// No drawing is more exact, and what lies behind is the noise of the arithmetic.
fn to_a_millimetre(length: Metres) -> Metres {
    Metres::new((length.value() * 1000.0).round() / 1000.0).unwrap_or(length)
}

/// How many spans an id names before it counts the rest.
const NAMED: usize = 3;

/// An id for each stretch, made of the spans in it, so that it is the same next year: `K-1+K-2`;
/// of several stretches with the same spans the second is `K-1+K-2#2`.
fn ids(stretches: &[Stretch], network: &Network, taken: &HashSet<&str>) -> Vec<String> {
    let mut given: HashSet<String> = taken.iter().map(|&id| id.to_owned()).collect();
    let id_of = |stretch: &Stretch| {
        let named: Vec<&str> =
            stretch.spans.iter().take(NAMED).map(|&s| network.span(s).id.as_str()).collect();
        let more = stretch.spans.len().saturating_sub(NAMED);
        let more = if more > 0 { format!("+{more}…") } else { String::new() };
        format!("{}{more}", named.join("+"))
    };
    stretches
        .iter()
        .map(|stretch| {
            let base = id_of(stretch);
            let numbered = (2..).map(|number| format!("{base}#{number}"));
            let mut free = std::iter::once(base.clone()).chain(numbered);
            let id = free.find(|id| !given.contains(id)).expect("there is always a next number");
            given.insert(id.clone());
            id
        })
        .collect()
}
