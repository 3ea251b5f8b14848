//! JSON: on one line as serde_json writes it, and indented. An analysis on one line has a writer of its own, [`super::line`].

use serde::Serialize;

use super::pen::Escaping;

/// The JSON schema of the output, kept in step with `nutgraf::analysis` by a test.
pub const SCHEMA: &str = include_str!("schema.json");

/// A comma, a line end, and blanks for more levels than the output has.
const NEXT: &[u8; 34] = b",\n                                ";

/// Blanks a level.
const LEVEL: usize = 2;

/// One object on one line.
pub fn compact(value: &impl Serialize) -> Vec<u8> {
    let mut json = Vec::new();
    // Writing to memory does not fail, and what is printed holds nothing that has no place in JSON.
    let _ = serde_json::to_writer(Escaping(&mut json), value);
    json.push(b'\n');
    json
}

/// JSON that stands on one line, indented: what serde_json's pretty printer makes of the same value.
pub fn indented(line: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(2 * line.len());
    let mut next = &NEXT[..2];
    let mut at = 0;
    while let Some(mark) = line.get(at) {
        let len = match mark {
            b'"' => string_len(&line[at..]),
            b'{' | b'[' if matches!(line.get(at + 1), Some(b'}' | b']')) => 2,
            b'{' | b'[' | b'}' | b']' | b',' | b':' => 1,
            _ => line[at..].iter().position(|b| matches!(b, b',' | b'}' | b']')).unwrap_or(line.len() - at),
        };
        let part = &line[at..][..len];
        at += len;
        match part {
            b"," => out.extend_from_slice(next),
            b":" => out.extend_from_slice(b": "),
            b"{" | b"[" => {
                next = &NEXT[..NEXT.len().min(next.len() + LEVEL)];
                out.push(*mark);
                out.extend_from_slice(&next[1..]);
            }
            b"}" | b"]" => {
                next = &NEXT[..next.len() - LEVEL];
                out.extend_from_slice(&next[1..]);
                out.push(*mark);
            }
            _ => out.extend_from_slice(part),
        }
    }
    out
}

/// How long a string is, its marks with it.
fn string_len(json: &[u8]) -> usize {
    let mut at = 1;
    loop {
        match memchr::memchr2(b'"', b'\\', &json[at..]) {
            Some(n) if json[at + n] == b'\\' => at += n + 2,
            Some(n) => return at + n + 1,
            None => return json.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn controls_are_escaped_and_nothing_else() {
        let text = "a\x7fb\u{9b}c\u{1b}d é¢ 東";
        let json = compact(&text);
        assert_eq!(String::from_utf8(json.clone()).unwrap(), "\"a\\u007fb\\u009bc\\u001bd é¢ 東\"\n");
        assert_eq!(serde_json::from_slice::<String>(&json).unwrap(), text);
    }

    #[test]
    fn indented_is_what_serde_json_makes() {
        let deep = (0..14).fold(json!(["end"]), |inner, n| json!({ "key": inner, "number": n }));
        let some = json!({"a, [\"b\\": ["]}{[:", "\\", "", "\"", -1.5e9, null, true, {}, [], [[]], {"": {"c": [0]}}, "é\n"]});
        for value in [json!(7), json!("one"), json!([]), json!({}), some, deep] {
            let wanted = serde_json::to_string_pretty(&value).unwrap() + "\n";
            assert_eq!(String::from_utf8(indented(&compact(&value))).unwrap(), wanted);
        }
    }
}
