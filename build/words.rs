//! Makes a type of every message in `src/words/*.ftl`, with a field for every argument: what is
//! missing in a language, or misspelt where it is said, does not compile.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// Between the name of a code list and a code in it: `site-kind--school`.
const OF_LIST: &str = "--";

/// A message of one language.
#[derive(Clone, Debug, Default, PartialEq)]
struct Message {
    /// What it shows.
    arguments: BTreeSet<String>,
    /// What its form depends on, which one language may heed and another not.
    selectors: BTreeSet<String>,
    /// Other messages that it is made of, whose arguments it needs too.
    parts: BTreeSet<String>,
    /// Names of its attributes: other forms of a word.
    forms: BTreeSet<String>,
    comment: String,
}

type Messages = BTreeMap<String, Message>;

/// Writes `keys.rs` for `src/words/key.rs`. Stops the build where the languages do not match.
pub fn write_keys() {
    let folder = Path::new("src/words");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = folder
        .read_dir()
        .expect("src/words is a folder of the repository")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|e| e == "ftl"))
        .collect();
    files.sort();
    let languages: Vec<(PathBuf, Messages)> =
        files.into_iter().map(|path| (path.clone(), read(&path))).collect();
    let (of_all, all) = languages.first().expect("at least one language");
    for (path, messages) in &languages[1..] {
        compare(of_all, all, path, messages);
    }
    let out = std::env::var("OUT_DIR").expect("cargo sets the folder");
    std::fs::write(Path::new(&out).join("keys.rs"), keys(&together(&languages)))
        .expect("the folder is writable");
}

fn read(path: &Path) -> Messages {
    let shown = path.display();
    let text = std::fs::read_to_string(path).unwrap_or_else(|cause| panic!("{shown}: {cause}"));
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| {
        let lines = errors.iter().map(|error| {
            let line = text[..error.pos.start].lines().count();
            format!("{shown}:{line}: {error}")
        });
        panic!("{}", lines.collect::<Vec<_>>().join("\n"))
    });
    let mut messages = Messages::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name.to_owned();
        let Some(pattern) = &message.value else { panic!("{shown}: {id} says nothing") };
        let mut found = Message::default();
        of_pattern(pattern, &mut found);
        for attribute in &message.attributes {
            found.forms.insert(attribute.id.name.to_owned());
            let mut form = Message::default();
            of_pattern(&attribute.value, &mut form);
            assert!(form.arguments.is_empty(), "{shown}: {id}: a form takes no arguments");
        }
        found.comment = message.comment.map_or(String::new(), |c| c.content.join(" "));
        let earlier = messages.insert(id.clone(), found);
        assert!(earlier.is_none(), "{shown}: {id} stands in it twice");
    }
    // What a message is made of needs its arguments too.
    loop {
        let mut more = false;
        let before = messages.clone();
        for (id, message) in &mut messages {
            for part in &message.parts {
                let Some(part) = before.get(part) else {
                    panic!("{shown}: {id}: no message {part}")
                };
                let known = message.arguments.len() + message.selectors.len();
                message.arguments.extend(part.arguments.iter().cloned());
                message.selectors.extend(part.selectors.iter().cloned());
                more |= message.arguments.len() + message.selectors.len() > known;
            }
        }
        if !more {
            return messages;
        }
    }
}

fn of_pattern(pattern: &Pattern<&str>, into: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, into);
        }
    }
}

fn of_expression(expression: &Expression<&str>, into: &mut Message) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, into),
        Expression::Select { selector, variants } => {
            let mut chosen = Message::default();
            of_inline(selector, &mut chosen);
            into.selectors.extend(chosen.arguments);
            for variant in variants {
                of_pattern(&variant.value, into);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, into: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.arguments.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            into.parts.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, into),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::TermReference { .. } => {}
        InlineExpression::FunctionReference { id, .. } => panic!("no function {} here", id.name),
    }
}

/// Stops where one language says what the other does not, or of other things.
fn compare(first: &Path, all: &Messages, second: &Path, own: &Messages) {
    let mut faults = Vec::new();
    let ids: BTreeSet<&String> = all.keys().chain(own.keys()).collect();
    for id in ids {
        let lacks = |path: &Path| format!("{}: lacks {id}", path.display());
        match (all.get(id), own.get(id)) {
            (None, _) => faults.push(lacks(first)),
            (_, None) => faults.push(lacks(second)),
            (Some(a), Some(b)) if a.arguments != b.arguments => faults.push(format!(
                "{}: {id} has the arguments {:?}, and {:?} in {}",
                second.display(),
                b.arguments,
                a.arguments,
                first.display()
            )),
            (Some(a), Some(b)) if a.forms != b.forms => {
                faults.push(format!(
                    "{}: {id} has the forms {:?}, not {:?}",
                    second.display(),
                    b.forms,
                    a.forms
                ));
            }
            _ => {}
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn camel(id: &str) -> String {
    let words = id.split(['-', '_']).filter(|word| !word.is_empty());
    words.map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// The messages with everything that any language says them of.
fn together(languages: &[(PathBuf, Messages)]) -> Messages {
    let (_, mut all) = languages.first().expect("at least one language").clone();
    for (id, message) in &mut all {
        for (_, own) in languages {
            message.arguments.extend(own[id].selectors.iter().cloned());
        }
    }
    all
}

fn keys(messages: &Messages) -> String {
    let mut text = String::new();
    let mut lists: BTreeMap<&str, Vec<(&str, &BTreeSet<String>)>> = BTreeMap::new();
    for (id, message) in messages {
        match id.split_once(OF_LIST) {
            Some((list, code)) => {
                assert!(
                    message.arguments.is_empty(),
                    "{id}: the word of a code takes no arguments"
                );
                lists.entry(list).or_default().push((code, &message.forms));
            }
            None => key(id, message, &mut text),
        }
    }
    let forms: BTreeSet<&String> = messages.values().flat_map(|message| &message.forms).collect();
    text.push_str("/// Other forms of the word of a code.\npub mod form {\n    use super::Form;\n");
    for form in forms {
        let name = camel(form);
        let _ = write!(
            text,
            "    /// The form `.{form}`.\n    #[derive(Clone, Copy, Debug)]\n    pub struct {name};\n    \
             impl Form for {name} {{ const NAME: &'static str = {form:?}; }}\n"
        );
    }
    text.push_str(
        "}\n\n/// Every code that has a word: its list, itself, and the forms of the word.\n",
    );
    text.push_str("pub const CODES: &[(&str, &str, &[&str])] = &[\n");
    for (list, codes) in lists {
        for (code, forms) in codes {
            let _ = writeln!(
                text,
                "    ({list:?}, {code:?}, &{:?}),",
                forms.iter().collect::<Vec<_>>()
            );
        }
    }
    text.push_str("];\n");
    text
}

fn key(id: &str, message: &Message, text: &mut String) {
    let name = camel(id);
    let kinds: Vec<String> = (0..message.arguments.len()).map(|i| format!("A{i}")).collect();
    let comment = if message.comment.is_empty() { id } else { &message.comment };
    let _ = writeln!(text, "/// {comment}\n#[derive(Clone, Copy, Debug)]");
    if kinds.is_empty() {
        let _ = writeln!(
            text,
            "pub struct {name};\nimpl Message for {name} {{ const ID: &'static str = {id:?}; }}\n"
        );
        return;
    }
    let bounds =
        kinds.iter().map(|kind| format!("{kind}: Argument")).collect::<Vec<_>>().join(", ");
    let kinds = kinds.join(", ");
    let _ = writeln!(text, "#[allow(missing_docs)]\npub struct {name}<{kinds}> {{");
    for (argument, i) in message.arguments.iter().zip(0..) {
        let _ = writeln!(text, "    pub {argument}: A{i},");
    }
    let _ = writeln!(
        text,
        "}}\nimpl<{bounds}> Message for {name}<{kinds}> {{\n    const ID: &'static str = {id:?};\n    \
         fn arguments<'a>(&'a self, words: Words, into: &mut FluentArgs<'a>) {{"
    );
    for argument in &message.arguments {
        let _ = writeln!(text, "        into.set({argument:?}, self.{argument}.value(words));");
    }
    text.push_str("    }\n}\n\n");
}
