//! JSON schemas of the project file, of frameworks and of scenarios, by which an editor completes
//! keys and marks faults while they are typed.

use serde_json::{Map, Value, json};

use crate::project::keys::{Form, Key, Presence};
use crate::project::{SECTIONS, Times, framework_keys, scenario_keys};

/// That of a project file.
pub fn project() -> Value {
    let mut sections = Map::new();
    let mut needed = Vec::new();
    for section in SECTIONS {
        let table = table(&(section.keys)());
        let shape = match section.times {
            // Nothing is read of it.
            _ if (section.keys)().is_empty() => json!({}),
            Times::Any => json!({ "type": "array", "minItems": 1, "items": table }),
            Times::Once | Times::OnceAtMost => table,
        };
        sections.insert(section.name.to_owned(), shape);
        if section.times == Times::Once {
            needed.push(section.name);
        }
    }
    titled("Project file of beredd", object(sections, needed))
}

/// That of a framework file.
pub fn framework() -> Value {
    titled("Framework of beredd", table(&framework_keys()))
}

/// That of the file of a scenario.
pub fn scenario() -> Value {
    titled("Scenario of beredd", table(&scenario_keys()))
}

fn titled(title: &str, mut shape: Value) -> Value {
    shape["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    shape["title"] = json!(title);
    shape
}

fn object(properties: Map<String, Value>, required: Vec<&str>) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn table(keys: &[Key]) -> Value {
    let needed = keys.iter().filter(|key| key.presence == Presence::Required);
    let needed = needed.map(|key| key.name).collect();
    object(keys.iter().map(|key| (key.name.to_owned(), property(key))).collect(), needed)
}

fn property(key: &Key) -> Value {
    let mut shape = of(&key.form);
    let mut meaning = key.meaning.clone();
    match &key.presence {
        Presence::Default(value) => {
            if let Ok(value) = serde_json::from_str::<Value>(value) {
                shape["default"] = value;
            }
        }
        Presence::Optional(blank) if !blank.is_empty() && *blank != "required" => {
            meaning.push_str(&format!(" (default: {blank})"));
        }
        Presence::Required | Presence::Optional(_) => {}
    }
    shape["description"] = json!(meaning);
    shape
}

fn of(form: &Form) -> Value {
    match form {
        Form::Text | Form::Column | Form::Crs => json!({ "type": "string", "minLength": 1 }),
        Form::Date => json!({ "type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$" }),
        Form::Flag => json!({ "type": "boolean" }),
        Form::Number => json!({ "type": "number" }),
        Form::Quantity(_) => json!({ "type": "number", "minimum": 0 }),
        Form::Share => json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        Form::Whole => json!({ "type": "integer", "minimum": 0 }),
        Form::Word(words) => json!({ "type": "string", "enum": words }),
        Form::Texts => json!({ "type": "array", "items": { "type": "string", "minLength": 1 } }),
        Form::Numbers => json!({ "type": "array", "items": { "type": "number" } }),
        Form::Pair => json!({
            "type": "array",
            "items": { "type": "number" },
            "minItems": 2,
            "maxItems": 2,
        }),
        Form::Words(words) => {
            json!({ "type": "array", "items": { "type": "string", "enum": words } })
        }
        Form::Map(words) => json!({
            "type": "object",
            "additionalProperties": { "type": "string", "enum": words },
        }),
        Form::Table(keys) => table(&keys()),
        Form::Tables(keys) => json!({ "type": "array", "minItems": 1, "items": table(&keys()) }),
        Form::Either(forms) => json!({ "anyOf": forms.iter().map(of).collect::<Vec<_>>() }),
    }
}
