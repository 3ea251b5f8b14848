//! JSON and JSON Lines.

use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

use super::compact::{Compact, escape};

/// The JSON schema of the output, kept in step with `nutgraf::analysis` by a test.
pub const SCHEMA: &str = include_str!("schema.json");

/// Bytes made room for: the findings of a short article take less.
const ROOM: usize = 16 << 10;

/// Bytes of findings for each of the text: most articles have fewer.
const ROOM_EACH: usize = 16;

/// One object on one line, what was found in a text of so many bytes.
pub fn line(value: &impl Serialize, text: usize) -> Vec<u8> {
    let mut json = Compact::with_capacity(ROOM + ROOM_EACH * text);
    // Writing to memory does not fail, and the analysis holds nothing that has no place in JSON: a test holds that.
    let _ = value.serialize(&mut json);
    let mut json = json.into_bytes();
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
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn controls_are_escaped_and_nothing_else() {
        let text = "a\x7fb\u{9b}c\u{1b}d é¢ 東";
        for json in [line(&text, 0), indented(&text)] {
            assert_eq!(String::from_utf8(json.clone()).unwrap(), "\"a\\u007fb\\u009bc\\u001bd é¢ 東\"\n");
            assert_eq!(serde_json::from_slice::<String>(&json).unwrap(), text);
        }
    }

    #[test]
    fn what_needs_an_escape_is_found_wherever_it_stands() {
        for len in 0..80 {
            for odd in ["", "\"", "\\", "\n", "\x1f"] {
                for at in 0..=len {
                    let text = "x".repeat(at) + odd + &"~".repeat(len - at);
                    assert_eq!(line(&text, 0), (serde_json::to_string(&text).unwrap() + "\n").into_bytes(), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn a_line_is_what_serde_json_writes() {
        #[derive(Serialize)]
        struct All {
            offsets: Vec<u32>,
            texts: Vec<&'static str>,
            numbers: (),
            whole: i128,
            part: f64,
            none: Option<u32>,
            some: Option<u32>,
            empty: Vec<u8>,
            map: BTreeMap<String, bool>,
            a_key_that_is_longer_than_any_in_the_analysis: char,
        }
        let all = All {
            offsets: [0, 7, 10, 99, 100, 1234, 10_000, 99_999_999, 100_000_000, u32::MAX].into(),
            texts: vec![
                "",
                "a",
                "ab",
                "abc",
                "fifteen letters",
                "fourteen \"wide",
                "a\nb",
                "€",
                "plain",
                "a \"quoted\" text",
                "back\\slash",
                "line\nbreak",
                "£5",
                "more than sixteen bytes, and a quote \" after them",
            ],
            numbers: (),
            whole: -170141183460469231731687303715884105728,
            part: 4.7,
            none: None,
            some: Some(4294967295),
            empty: vec![],
            map: [("a".to_string(), true), ("b\t".to_string(), false)].into(),
            a_key_that_is_longer_than_any_in_the_analysis: 'é',
        };
        assert_eq!(String::from_utf8(line(&all, 0)).unwrap(), serde_json::to_string(&all).unwrap() + "\n");
    }

    #[test]
    fn texts_of_all_lengths_are_what_serde_json_writes() {
        let text = "an \"odd\" text \\ of\u{1}somewhat more than thirty-two bytes: 12345678901234567890";
        for from in 0..text.len() {
            for end in from..=text.len() {
                assert_eq!(String::from_utf8(line(&&text[from..end], 0)).unwrap(), serde_json::to_string(&text[from..end]).unwrap() + "\n");
            }
        }
    }

    #[test]
    fn a_whole_analysis_is_what_serde_json_writes() {
        let text = "PARIS (AP) — “We paid about $4.5 million,” Ana Roe said on Tuesday. The council met.";
        let options = nutgraf::Options { explain: true, with_text: true, ..nutgraf::Options::default() };
        let analysis = nutgraf::analyze(text, &options);
        assert_eq!(String::from_utf8(line(&analysis, text.len())).unwrap(), serde_json::to_string(&analysis).unwrap() + "\n");
    }
}
