//! Bytes to records: text and what is known of it.

use jiff::civil::Date;
use nutgraf::analysis::Id;
use serde::Deserialize;

/// One article as read.
pub struct Record {
    pub id: Id,
    pub text: String,
    pub title: Option<String>,
    pub published: Option<Date>,
}

impl Record {
    pub fn text(path: &str, text: String) -> Self {
        Record { id: Id::Text(path.to_string()), text, title: None, published: None }
    }
}

#[derive(Deserialize)]
struct Line {
    id: Option<serde_json::Value>,
    text: String,
    title: Option<String>,
    published: Option<String>,
}

pub fn jsonl(text: &str) -> Vec<Record> {
    text.lines()
        .filter_map(|l| {
            let line: Line = serde_json::from_str(l).ok()?;
            let id = match line.id {
                Some(serde_json::Value::String(s)) => Id::Text(s),
                Some(v) => v.as_i64().map_or(Id::Null, |n| Id::Integer(n.into())),
                None => Id::Null,
            };
            Some(Record { id, text: line.text, title: line.title, published: line.published.and_then(|p| p.parse().ok()) })
        })
        .collect()
}
