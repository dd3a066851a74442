//! `tables.json`: what the tables hold, for programs that read them. The form is that of a
//! [Data Package](https://datapackage.org) with a Table Schema for each table.

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::error::Error;
use crate::table::{Column, Holds, Kind, Table};
use crate::words::Words;
use crate::words::key::CODES;

/// The name of the file.
pub const FILE: &str = "tables.json";

/// Writes the schema of tables.
pub fn write(tables: &[Table], words: Words, directory: &Path) -> Result<(), Error> {
    let path = directory.join(FILE);
    let mut text = serde_json::to_string_pretty(&schema(tables, words))
        .map_err(|cause| Error::Internal(format!("{FILE}: {cause}")))?;
    text.push('\n');
    std::fs::write(&path, text).map_err(|cause| Error::write(path, cause))
}

/// The schema of tables.
pub fn schema(tables: &[Table], words: Words) -> Value {
    let resources: Vec<Value> = tables
        .iter()
        .map(|table| {
            json!({
                "name": table.name,
                "title": table.label(words),
                "description": table.about(words),
                "path": format!("{}.csv", table.name),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {
                    "fields": table.columns.iter().map(|c| field(c, words)).collect::<Vec<_>>(),
                    "missingValues": [""],
                },
            })
        })
        .collect();
    json!({ "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "resources": resources })
}

fn field(column: &Column, words: Words) -> Value {
    let mut field = Map::new();
    field.insert("name".into(), column.name.as_ref().into());
    let kind = match column.kind() {
        Kind::Text => "string",
        Kind::Integer => "integer",
        Kind::Number => "number",
    };
    field.insert("type".into(), kind.into());
    field.insert("title".into(), column.label(words).into());
    field.insert("description".into(), column.about(words).into());
    match column.holds {
        Holds::Quantity(unit) => {
            field.insert("unit".into(), unit.into());
        }
        Holds::Share => {
            field.insert("constraints".into(), json!({ "minimum": 0, "maximum": 1 }));
        }
        Holds::Code(list) | Holds::Codes(list) => {
            let codes = CODES.iter().filter(|(own, ..)| *own == list);
            let codes = codes.map(
                |(_, code, _)| json!({ "value": code, "label": words.code_by_id(list, code) }),
            );
            field.insert("categories".into(), codes.collect());
        }
        Holds::Said(language) => {
            field.insert("language".into(), language.code().into());
        }
        Holds::Id | Holds::Text | Holds::Date | Holds::Count | Holds::Points | Holds::Number => {}
    }
    Value::Object(field)
}
