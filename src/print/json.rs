//! JSON: indented, or as serde_json writes it on one line; an analysis on one line has a writer of its own, [`super::line`].

use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

use super::pen::escape;

/// The JSON schema of the output, kept in step with `nutgraf::analysis` by a test.
pub const SCHEMA: &str = include_str!("schema.json");

/// Bytes made room for: the findings of a short article take less.
const ROOM: usize = 16 << 10;

/// One object on one line.
pub fn compact(value: &impl Serialize) -> Vec<u8> {
    // Writing to memory does not fail, and what is printed holds nothing that has no place in JSON.
    let mut json = serde_json::to_vec(value).unwrap_or_default();
    escape(&mut json, 0);
    json.push(b'\n');
    json
}

/// One object, indented.
pub fn indented(value: &impl Serialize) -> Vec<u8> {
    let mut json = Vec::with_capacity(ROOM);
    let _ = value.serialize(&mut Serializer::with_formatter(&mut json, PrettyFormatter::new()));
    escape(&mut json, 0);
    json.push(b'\n');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_escaped_and_nothing_else() {
        let text = "a\x7fb\u{9b}c\u{1b}d é¢ 東";
        for json in [compact(&text), indented(&text)] {
            assert_eq!(String::from_utf8(json.clone()).unwrap(), "\"a\\u007fb\\u009bc\\u001bd é¢ 東\"\n");
            assert_eq!(serde_json::from_slice::<String>(&json).unwrap(), text);
        }
    }
}
