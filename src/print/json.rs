//! JSON and JSON Lines.

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};

/// The JSON schema of the output, kept in step with `nutgraf::analysis` by a test.
pub const SCHEMA: &str = include_str!("schema.json");

/// One object on one line.
pub fn line(value: &impl Serialize) -> Vec<u8> {
    print(value, CompactFormatter)
}

/// One object, indented.
pub fn indented(value: &impl Serialize) -> Vec<u8> {
    print(value, PrettyFormatter::new())
}

/// Bytes made room for: the findings of a news article take less.
const ROOM: usize = 64 << 10;

fn print(value: &impl Serialize, format: impl Formatter) -> Vec<u8> {
    let mut json = Vec::with_capacity(ROOM);
    // Writing to memory does not fail, and no key of the analysis is anything but a string.
    let _ = value.serialize(&mut Serializer::with_formatter(&mut json, format));
    let mut json = escape(json);
    json.push(b'\n');
    json
}

/// Writes U+007F to U+009F as escapes: JSON allows them raw, but some terminals obey them.
fn escape(json: Vec<u8>) -> Vec<u8> {
    let mut safe = Vec::new();
    let mut kept = 0;
    for at in memchr::memchr2_iter(0x7f, 0xc2, &json) {
        let wide = usize::from(json[at] == 0xc2);
        if wide == 0 || matches!(json.get(at + 1), Some(0x80..=0x9f)) {
            safe.extend_from_slice(&json[kept..at]);
            safe.extend_from_slice(format!("\\u00{:02x}", json[at + wide]).as_bytes());
            kept = at + 1 + wide;
        }
    }
    if kept == 0 {
        return json;
    }
    safe.extend_from_slice(&json[kept..]);
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_escaped_and_nothing_else() {
        let text = "a\x7fb\u{9b}c\u{1b}d é¢ 東";
        let json = line(&text);
        assert_eq!(String::from_utf8(json.clone()).unwrap(), "\"a\\u007fb\\u009bc\\u001bd é¢ 東\"\n");
        assert_eq!(serde_json::from_slice::<String>(&json).unwrap(), text);
    }
}
