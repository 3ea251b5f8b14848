//! One list as a table with tabs between its cells, safe to open in a spreadsheet.

use nutgraf::Analysis;
use nutgraf::analysis::Id;
use serde_json::Value;

use super::clean;

/// A list and the columns of its table: paths of fields, a dot between the names.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// The list's name in the JSON.
    pub list: &'static str,
    columns: &'static [&'static str],
}

/// The tables, one for each list.
pub static TABLES: &[Table] = &[
    Table { list: "actors", columns: &["id", "name", "kind", "roles", "affiliation", "country", "mentions"] },
    Table {
        list: "quotes",
        columns: &[
            "id",
            "kind",
            "start",
            "end",
            "text",
            "speaker.actor",
            "speaker.name",
            "speaker.text",
            "addressee.name",
            "cue.text",
            "cue.lemma",
            "continues",
            "sentence",
        ],
    },
    Table {
        list: "money",
        columns: &[
            "id",
            "start",
            "end",
            "text",
            "amount",
            "amount_max",
            "currency",
            "assumed",
            "qualifier",
            "per",
            "equivalent_of",
            "what",
            "sentence",
        ],
    },
    Table {
        list: "events",
        columns: &[
            "id",
            "type",
            "cameo_root",
            "quad_class",
            "trigger.text",
            "trigger.lemma",
            "start",
            "end",
            "text",
            "source",
            "target",
            "time.text",
            "time.date",
            "place.text",
            "negated",
            "modality",
            "attributed_to",
            "money",
            "sentence",
        ],
    },
    Table { list: "sentences", columns: &["start", "end", "paragraph", "kind"] },
    Table { list: "tokens", columns: &["start", "end", "text", "tag", "lemma"] },
];

/// Column that says whose row it is.
const DOCUMENT: &str = "document";

impl Table {
    /// The first line.
    pub fn header(&self) -> String {
        let names: Vec<_> = std::iter::once(DOCUMENT).chain(self.columns.iter().copied()).collect();
        names.join("\t") + "\n"
    }

    /// One document's rows.
    pub fn rows(&self, analysis: &Analysis<&str>) -> Vec<u8> {
        // By way of bytes: a `Value` is not made from amounts of 128 bits, but read from them.
        let value: Value = serde_json::to_vec(analysis).and_then(|json| serde_json::from_slice(&json)).unwrap_or_default();
        let document = match &analysis.id {
            Id::Integer(id) => id.to_string(),
            _ => cell(&value["id"]),
        };
        let mut rows = String::new();
        for entry in value[self.list].as_array().into_iter().flatten() {
            rows += &document;
            for column in self.columns {
                rows.push('\t');
                rows += &cell(column.split('.').fold(entry, |value, name| &value[name]));
            }
            rows.push('\n');
        }
        rows.into_bytes()
    }
}

/// A value in one cell; entries of a list stand with semicolons between them, findings as their text.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::String(text) => no_formula(clean(text).trim()),
        Value::Array(list) => no_formula(&list.iter().map(|v| plain(v).trim().to_string()).collect::<Vec<_>>().join("; ")),
        Value::Object(_) => no_formula(plain(value).trim()),
    }
}

fn plain(value: &Value) -> String {
    let text = value.as_str().or_else(|| value["text"].as_str());
    text.map_or_else(String::new, |text| clean(text).into_owned())
}

/// An apostrophe before what a spreadsheet would compute.
fn no_formula(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '|']) && text != "-" { format!("'{text}") } else { text.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cells_are_one_line_and_no_formula() {
        for (value, expected) in [
            (json!(null), ""),
            (json!(-5), "-5"),
            (json!("a\tb\r\nc"), "a b  c"),
            (json!("=1+1"), "'=1+1"),
            (json!("\t@SUM(1)"), "'@SUM(1)"),
            (json!("-"), "-"),
            (json!(["Mayor", "mother of two"]), "Mayor; mother of two"),
            (json!([{"text": "Ann\u{1b}[2J"}, {"text": "Bo"}]), "Ann\u{fffd}[2J; Bo"),
        ] {
            assert_eq!(cell(&value), expected);
        }
    }
}
