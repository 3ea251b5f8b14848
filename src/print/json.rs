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
    // All bytes without a way out early: that is what compilers make fast.
    if !json.iter().fold(false, |any, b| any | (*b == 0x7f) | (*b == 0xc2)) {
        return json;
    }
    let found = |w: &[u8]| w[0] == 0x7f || (w[0] == 0xc2 && matches!(w.get(1), Some(0x80..=0x9f)));
    let mut safe = Vec::with_capacity(json.len() + 64);
    let mut at = 0;
    while at < json.len() {
        if found(&json[at..]) {
            let wide = usize::from(json[at] == 0xc2);
            safe.extend_from_slice(format!("\\u00{:02x}", json[at + wide]).as_bytes());
            at += 1 + wide;
        } else {
            safe.push(json[at]);
            at += 1;
        }
    }
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
