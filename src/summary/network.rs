//! The short result of `beredd network`.

use std::fmt::Write as _;
use std::path::Path;

use beredd::network::element::Carrier;
use beredd::pipeline::alone::{Outcome, Request};
use beredd::visible::one_line;

use super::{counts, shortened};

/// So many of the elements that cut off most are shown.
const WORST: usize = 10;
/// So many core nodes are named.
const CORE: usize = 5;

/// What the analysis of a network says when it is done.
pub fn of(request: &Request, outcome: &Outcome, out: &Path) -> String {
    let mut text = String::new();
    let found = outcome.counts();
    let _ = writeln!(
        text,
        "{}: {}, {}, {}\n",
        request.network.display(),
        number_of(found.nodes, "node"),
        number_of(found.spans, "span"),
        core(outcome),
    );
    let nodes = number_of(found.reached, "node");
    let _ = writeln!(text, "reached        {nodes}");
    let already = found.nodes - found.reached;
    let though = if already > 0 { ", though nothing has failed" } else { "" };
    let _ = writeln!(text, "cut off        {}{though}", number_of(already, "node"));
    let single = number_of(found.single_points, "element");
    let _ = writeln!(text, "single points  {single} whose loss alone cuts off other nodes\n");
    worst(outcome, &mut text);
    let _ = writeln!(text, "findings  {}", counts(&outcome.findings));
    let _ = writeln!(text, "tables    {}", out.display());
    text
}

/// `2 core nodes (A, B)`
fn core(outcome: &Outcome) -> String {
    let core = outcome.network.core();
    let named = core.iter().take(CORE);
    let mut ids: Vec<String> =
        named.map(|&node| one_line(&outcome.network.node(node).id)).collect();
    if core.len() > CORE {
        ids.push("…".to_owned());
    }
    format!("{} ({})", number_of(core.len(), "core node"), ids.join(", "))
}

/// The elements that cut off most nodes; nothing where no element cuts off another.
fn worst(outcome: &Outcome, text: &mut String) {
    let Outcome { network, alone, .. } = outcome;
    let rows: Vec<[String; 5]> = alone
        .worst(network, WORST)
        .into_iter()
        .map(|element| {
            let name = match element {
                Carrier::Node(node) => network.node(node).name.as_deref(),
                Carrier::Span(span) => network.span(span).name.as_deref(),
            };
            [
                alone.rank(element).to_string(),
                alone.nodes_cut_off(element).to_string(),
                element.kind().name().to_owned(),
                one_line(element.id(network)),
                shortened(&one_line(name.unwrap_or("–"))),
            ]
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let head = ["rank", "nodes cut off", "kind", "id", "name"].map(str::to_owned);
    let width = |i: usize| {
        let cells = std::iter::once(&head).chain(&rows).map(|row| row[i].chars().count());
        cells.max().unwrap_or(0)
    };
    let [rank, cut_off, kind, id] = [width(0), width(1), width(2), width(3)];
    for row in std::iter::once(&head).chain(&rows) {
        let _ = writeln!(
            text,
            "{:>rank$}  {:>cut_off$}  {:<kind$}  {:<id$}  {}",
            row[0], row[1], row[2], row[3], row[4]
        );
    }
    text.push('\n');
}

/// `1 node`, `2 nodes`
fn number_of(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
