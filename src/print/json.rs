//! JSON: on one line as serde_json writes it, and indented. An analysis on one line has a writer of its own, [`super::line`].

use std::io::{self, Write};

use serde::Serialize;

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
    Indent::default().add(line)
}

/// Indents the JSON of one line, which may come in parts, cut anywhere.
#[derive(Default)]
pub struct Indent {
    /// How many brackets are open.
    level: usize,
    at: At,
}

/// Where the next part begins.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum At {
    /// Between two marks, or within a number or a word.
    #[default]
    Plain,
    /// Behind an opening bracket, of which is not known whether something stands in it.
    Opened,
    /// In a string.
    Quoted,
    /// Behind a backslash in a string.
    Escaped,
}

impl Indent {
    /// The next part, indented.
    pub fn add(&mut self, json: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(2 * json.len());
        let mut rest = json;
        while let [mark, after @ ..] = rest {
            let closing = matches!(mark, b'}' | b']');
            rest = match self.at {
                At::Quoted | At::Escaped => self.string(rest, &mut out),
                At::Opened if closing => {
                    self.at = At::Plain;
                    out.push(*mark);
                    after
                }
                At::Opened => {
                    self.at = At::Plain;
                    self.level += 1;
                    out.extend_from_slice(&self.line_end()[1..]);
                    rest
                }
                At::Plain => self.mark(rest, &mut out),
            };
        }
        out
    }

    /// Writes what begins with the first byte, up to the next that says something of where it stands.
    fn mark<'j>(&mut self, json: &'j [u8], out: &mut Vec<u8>) -> &'j [u8] {
        let len = match json[0] {
            b',' => {
                out.extend_from_slice(self.line_end());
                return &json[1..];
            }
            b'}' | b']' => {
                self.level -= 1;
                out.extend_from_slice(&self.line_end()[1..]);
                1
            }
            b'{' | b'[' => {
                self.at = At::Opened;
                1
            }
            b'"' => {
                self.at = At::Quoted;
                1
            }
            b':' => {
                out.extend_from_slice(b": ");
                return &json[1..];
            }
            _ => json.iter().position(|b| matches!(b, b',' | b'}' | b']')).unwrap_or(json.len()),
        };
        let (part, rest) = json.split_at(len);
        out.extend_from_slice(part);
        rest
    }

    /// Writes a string up to its closing mark, as far as it goes.
    fn string<'j>(&mut self, json: &'j [u8], out: &mut Vec<u8>) -> &'j [u8] {
        let mut at = usize::from(self.at == At::Escaped);
        self.at = At::Quoted;
        loop {
            let Some(n) = memchr::memchr2(b'"', b'\\', json.get(at..).unwrap_or_default()) else {
                at = json.len();
                break;
            };
            at += n + 1;
            if json[at - 1] == b'"' {
                self.at = At::Plain;
                break;
            }
            // What is behind the backslash may be in the next part.
            if at == json.len() {
                self.at = At::Escaped;
                break;
            }
            at += 1;
        }
        let (part, rest) = json.split_at(at);
        out.extend_from_slice(part);
        rest
    }

    /// A comma, a line end, and the blanks of this level.
    fn line_end(&self) -> &'static [u8] {
        &NEXT[..NEXT.len().min(2 + LEVEL * self.level)]
    }
}

/// Indents what is written and writes it to another.
pub struct Indented<'w> {
    pub indent: &'w mut Indent,
    pub out: &'w mut dyn Write,
}

impl Write for Indented<'_> {
    fn write(&mut self, json: &[u8]) -> io::Result<usize> {
        self.out.write_all(&self.indent.add(json))?;
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Takes JSON in whole characters and writes U+007F to U+009F as escapes: JSON allows them raw, but some terminals obey them.
pub struct Escaping<'o>(pub &'o mut Vec<u8>);

impl Write for Escaping<'_> {
    fn write(&mut self, json: &[u8]) -> io::Result<usize> {
        let mut kept = 0;
        for at in memchr::memchr2_iter(0x7f, 0xc2, json) {
            let wide = usize::from(json[at] == 0xc2);
            if wide == 0 || matches!(json.get(at + 1), Some(0x80..=0x9f)) {
                self.0.extend_from_slice(&json[kept..at]);
                write!(self.0, "\\u00{:02x}", json[at + wide])?;
                kept = at + 1 + wide;
            }
        }
        self.0.extend_from_slice(&json[kept..]);
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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
            let line = compact(&value);
            assert_eq!(String::from_utf8(indented(&line)).unwrap(), wanted);
            for part in 1..line.len() {
                let mut indent = Indent::default();
                let parts: Vec<u8> = line.chunks(part).flat_map(|part| indent.add(part)).collect();
                assert_eq!(String::from_utf8(parts).unwrap(), wanted, "in parts of {part}");
            }
        }
    }
}
