//! Bytes to text: the encoding that the user names, else a byte order mark, else UTF-8, else the likelier of two repairs.

use std::borrow::Cow;
use std::str::FromStr;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How bytes become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// By byte order mark, else as UTF-8, else by guess, with a warning.
    Auto,
    /// By this one, whatever the bytes look like.
    Named(&'static Encoding),
}

impl FromStr for Charset {
    type Err = String;

    fn from_str(label: &str) -> Result<Self, String> {
        if label.eq_ignore_ascii_case("auto") {
            return Ok(Charset::Auto);
        }
        let known = Encoding::for_label_no_replacement(label.as_bytes());
        known.map(Charset::Named).ok_or_else(|| "no encoding of the WHATWG list (utf-8, windows-1252, shift_jis, …)".to_string())
    }
}

impl Charset {
    /// Whether a line break is the one byte 0x0A in it, so that lines can be cut before decoding.
    pub fn cuts_lines(self) -> bool {
        !matches!(self, Charset::Named(e) if e == UTF_16LE || e == UTF_16BE)
    }

    /// The text of these bytes, without a byte order mark, and what had to be repaired.
    pub fn decode(self, bytes: &[u8]) -> (Cow<'_, str>, Option<String>) {
        match self {
            Charset::Named(encoding) => plain(encoding, bytes),
            Charset::Auto => match Encoding::for_bom(bytes) {
                Some((encoding, _)) if encoding != UTF_8 => plain(encoding, bytes),
                mark => {
                    let kept = &bytes[mark.map_or(0, |(_, len)| len)..];
                    // Many times faster than the standard library where text is not all ASCII.
                    match UTF_8.decode_without_bom_handling_and_without_replacement(kept) {
                        Some(text) => (text, None),
                        None => guess(bytes),
                    }
                }
            },
        }
    }
}

fn plain<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> (Cow<'b, str>, Option<String>) {
    let (text, bad) = encoding.decode_with_bom_removal(bytes);
    (text, bad.then(|| format!("not all bytes are {}; the bad ones became U+FFFD", encoding.name())))
}

/// Bytes that are not UTF-8: mostly UTF-8 with slips when more characters than bad bytes came out, else Windows-1252.
fn guess(bytes: &[u8]) -> (Cow<'_, str>, Option<String>) {
    let (mut characters, mut slips) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        characters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        slips += usize::from(!chunk.invalid().is_empty());
    }
    if characters > slips {
        return (plain(UTF_8, bytes).0, Some(format!("not all bytes are UTF-8; the bad ones ({slips}) became U+FFFD")));
    }
    (WINDOWS_1252.decode_without_bom_handling(bytes).0, Some("not UTF-8; read as windows-1252".to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn auto(bytes: &[u8]) -> (String, bool) {
        let (text, warning) = Charset::Auto.decode(bytes);
        (text.into_owned(), warning.is_some())
    }

    #[test]
    fn byte_order_marks_are_obeyed_and_left_out() {
        assert_eq!(auto(b"\xef\xbb\xbfAnn"), ("Ann".to_string(), false));
        assert_eq!(auto(b"\xff\xfeA\0n\0n\0"), ("Ann".to_string(), false));
        assert_eq!(auto(b"\xfe\xff\0A\0n\0n"), ("Ann".to_string(), false));
        assert_eq!(auto("Jo\u{feff}hn".as_bytes()), ("Jo\u{feff}hn".to_string(), false));
    }

    #[test]
    fn bad_utf8_is_repaired_with_a_warning() {
        assert_eq!(auto(b"\x93Caf\xe9,\x94 she said"), ("“Café,” she said".to_string(), true));
        assert_eq!(auto("“Café” and \u{2018}tea\u{2019} ".as_bytes()), ("“Café” and ‘tea’ ".to_string(), false));
        let mut slip = "“Café” and “tea” ".as_bytes().to_vec();
        slip.push(0xe9);
        assert_eq!(auto(&slip), ("“Café” and “tea” \u{fffd}".to_string(), true));
    }

    #[test]
    fn labels_are_those_of_the_web() {
        assert_eq!("latin1".parse(), Ok(Charset::Named(WINDOWS_1252)));
        assert_eq!("AUTO".parse(), Ok(Charset::Auto));
        assert!("klingon".parse::<Charset>().is_err());
        assert!(!Charset::Named(UTF_16LE).cuts_lines());
    }
}
