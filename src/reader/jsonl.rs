//! One record of JSON Lines: its text, its id echoed unchanged, and what is said of a bad one.

use std::borrow::Cow;

use jiff::civil::Date;
use nutgraf::analysis::{Id, SCHEMA_VERSION};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Article, Charset, LONGEST};

/// What is wrong with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The line is no JSON object.
    NotJson,
    /// It has no `text`, or one that is no string.
    NoText,
    /// Its `id` is neither string nor integer.
    BadId,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// The analysis failed: a bug.
    Internal,
}

/// A record that could not be analysed: what stands in its place in the output.
#[derive(Debug, Serialize)]
pub struct BadRecord {
    schema_version: u32,
    pub id: Id,
    /// Number of the line, from 1.
    pub line: u64,
    pub error: Problem,
}

/// What is wrong, for programs and for people.
#[derive(Debug, Serialize)]
pub struct Problem {
    pub code: Code,
    pub message: String,
}

impl BadRecord {
    pub fn new(id: Id, line: u64, code: Code, message: impl Into<String>) -> Self {
        BadRecord { schema_version: SCHEMA_VERSION, id, line, error: Problem { code, message: message.into() } }
    }

    pub fn too_long(line: u64) -> Self {
        BadRecord::new(Id::Null, line, Code::TooLong, format!("the record is longer than {LONGEST} bytes"))
    }
}

/// The fields that are read, each still as JSON, so that a bad one does not hide the id of the record.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    title: Option<&'a RawValue>,
    #[serde(borrow)]
    published: Option<&'a RawValue>,
}

/// A JSON string, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// The fields of a record in which each is what it should be: read in one go, as nearly all can be.
#[derive(Deserialize)]
struct Sound<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    text: String,
    title: Option<String>,
    published: Option<String>,
}

impl Sound<'_> {
    /// The article; `None` when a field is not quite as it should be.
    fn article(self, warnings: &[String]) -> Option<Article> {
        let id = self.id.map_or(Some(Id::Null), |raw| read_id(raw.get()))?;
        let published = match &self.published {
            Some(stamp) => Some(date(stamp)?),
            None => None,
        };
        Some(Article { id, text: self.text, title: self.title, published, warnings: warnings.to_vec() })
    }
}

/// Reads one line that is not blank.
pub fn parse(line: &[u8], number: u64, charset: Charset) -> Result<Article, BadRecord> {
    let (line, repaired) = charset.decode(line);
    let mut warnings: Vec<_> = repaired.into_iter().collect();
    let bad = |id: Id, code, message: String| BadRecord::new(id, number, code, message);
    // A tuple would be read into the struct as well; only an object is a record.
    if !line.trim_start().starts_with('{') {
        return Err(bad(Id::Null, Code::NotJson, "the line is no JSON object".to_string()));
    }
    if let Some(article) = serde_json::from_str::<Sound>(&line).ok().and_then(|sound| sound.article(&warnings)) {
        return Ok(article);
    }
    // Something is wrong: field by field it is found out what.
    let fields =
        serde_json::from_str::<Fields>(&line).map_err(|e| bad(Id::Null, Code::NotJson, format!("the line is no JSON object: {}", plain(&e))))?;
    let id = fields.id.map_or(Some(Id::Null), |raw| read_id(raw.get()));
    let Some(id) = id else {
        return Err(bad(Id::Null, Code::BadId, "\"id\" is neither a string nor an integer".to_string()));
    };
    let text = match fields.text.map(RawValue::get) {
        None => return Err(bad(id, Code::NoText, "the record has no \"text\"".to_string())),
        Some(raw) => match serde_json::from_str::<Text>(raw) {
            Ok(text) => text.0.into_owned(),
            Err(_) if !raw.starts_with('"') => return Err(bad(id, Code::NoText, "\"text\" is no string".to_string())),
            Err(e) => return Err(bad(id, Code::NotJson, format!("\"text\" is no good string: {}", plain(&e)))),
        },
    };
    let mut string = |name: &str, raw: Option<&RawValue>| {
        let read = serde_json::from_str::<Text>(raw?.get()).ok();
        if read.is_none() {
            warnings.push(format!("\"{name}\" is no string and was passed over"));
        }
        read.map(|t| t.0.into_owned())
    };
    let title = string("title", fields.title);
    let stamp = string("published", fields.published);
    let published = stamp.as_deref().and_then(date);
    if let (Some(stamp), None) = (stamp, published) {
        warnings.push(format!("\"published\" is no date YYYY-MM-DD and was passed over: {stamp:?}"));
    }
    Ok(Article { id, text, title, published, warnings })
}

/// Whether a line is a record: what `--input auto` goes by.
pub fn looks_like_record(line: &[u8]) -> bool {
    serde_json::from_slice::<Fields>(line).is_ok_and(|f| f.text.is_some())
}

/// A string, or an integer of any size that 128 bits hold: what 64-bit floats would not bring back unchanged.
fn read_id(raw: &str) -> Option<Id> {
    if raw.starts_with('"') {
        return serde_json::from_str::<String>(raw).ok().map(Id::Text);
    }
    raw.parse::<i128>().ok().map(Id::Integer)
}

/// The day of a date or a time stamp that begins with one.
fn date(stamp: &str) -> Option<Date> {
    let day = stamp.get(..10)?;
    let rest = &stamp[10..];
    (rest.is_empty() || rest.starts_with(['T', 't', ' '])).then(|| day.parse().ok()).flatten()
}

/// The parser's message without its line number, which is always 1.
fn plain(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Article, (Id, Code)> {
        parse(line.as_bytes(), 3, Charset::Auto).map_err(|b| (b.id, b.error.code))
    }

    #[test]
    fn ids_come_back_unchanged() {
        for (raw, id) in [
            (r#""a\n""#, Id::Text("a\n".into())),
            (r#""\u201ca\u201d \ud83d\udc4d""#, Id::Text("“a” 👍".into())),
            ("9007199254740993", Id::Integer(9007199254740993)),
            ("18446744073709551617", Id::Integer(18446744073709551617)),
            ("-7", Id::Integer(-7)),
            ("null", Id::Null),
        ] {
            assert_eq!(read(&format!(r#"{{"id":{raw},"text":"Ann left."}}"#)).unwrap().id, id);
        }
        assert_eq!(read(r#"{"text":"“Oh\u201d\n\ud83d\udc4d"}"#).unwrap().text, "“Oh”\n👍");
        assert_eq!(read(r#"{"text":"Ann left."}"#).unwrap().id, Id::Null);
    }

    #[test]
    fn bad_records_say_what_is_wrong_and_keep_their_id() {
        let b = || Id::Text("b".into());
        assert_eq!(read("Ann left.").unwrap_err(), (Id::Null, Code::NotJson));
        assert_eq!(read(r#"["a","Ann left.",null,null]"#).unwrap_err(), (Id::Null, Code::NotJson));
        assert_eq!(read(r#"{"id":"b","text":"Ann le"#).unwrap_err(), (Id::Null, Code::NotJson));
        assert_eq!(read(r#"{"id":"b","text":"x","text":"y"}"#).unwrap_err(), (Id::Null, Code::NotJson));
        assert_eq!(read(r#"{"id":"b","text":"\ud800"}"#).unwrap_err(), (b(), Code::NotJson));
        assert_eq!(read(r#"{"id":"b","text":null}"#).unwrap_err(), (b(), Code::NoText));
        assert_eq!(read(r#"{"id":"b","text":5}"#).unwrap_err(), (b(), Code::NoText));
        assert_eq!(read(r#"{"id":1.5,"text":"Ann left."}"#).unwrap_err(), (Id::Null, Code::BadId));
    }

    #[test]
    fn dates_are_read_and_odd_fields_passed_over() {
        let with = |field: &str| read(&format!(r#"{{"text":"Ann left.",{field}}}"#)).unwrap();
        let may = jiff::civil::date(2025, 5, 3);
        assert_eq!(with(r#""published":"2025-05-03""#).published, Some(may));
        assert_eq!(with(r#""published":"2025-05-03T10:00:00Z""#).published, Some(may));
        for odd in [r#""published":"yesterday""#, r#""published":"2025-05-034""#, r#""published":5"#, r#""title":["x"]"#] {
            let article = with(odd);
            assert_eq!((article.published, article.title, article.warnings.len()), (None, None, 1), "{odd}");
        }
    }
}
