//! The lines of a text, whichever way it breaks them.

use memchr::{memchr_iter, memchr3};

/// A line that holds something, without the blanks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// First byte that is no blank.
    pub start: usize,
    /// One past the last byte that is no blank.
    pub end: usize,
    /// Bytes of blanks before `start`.
    pub indent: usize,
    /// Whether it is the first line, or an empty one comes before it.
    pub after_blank: bool,
}

/// The lines of a text, empty ones left out. A line ends at LF, CR, CR LF, a form feed or one of Unicode's separators.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(bytes.len() / 128 + 1);
    // Few texts have another break than LF, or a byte of one.
    let feeds_alone = memchr3(b'\r', 0x0b, 0x0c, bytes).is_none() && memchr3(0xa8, 0xa9, 0x85, bytes).is_none();
    let mut feeds = memchr_iter(b'\n', bytes);
    let mut after_blank = true;
    let mut at = 0;
    while at < bytes.len() {
        let (end, next) = if feeds_alone { feeds.next().map_or((bytes.len(), bytes.len()), |n| (n, n + 1)) } else { line_end(bytes, at) };
        let (start, kept) = without_blanks(text, at, end);
        if start == kept {
            after_blank = true;
        } else {
            found.push(Line { start, end: kept, indent: start - at, after_blank });
            after_blank = false;
        }
        at = next;
    }
    found
}

/// Where a line begins and ends, the blanks around it left out.
fn without_blanks(text: &str, at: usize, end: usize) -> (usize, usize) {
    // Most lines are empty, or have none.
    if let line @ ([] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~']) = &text.as_bytes()[at..end] {
        return (at, at + line.len());
    }
    let kept = text[at..end].trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let start = end - kept.len();
    (start, start + kept.trim_end().len())
}

/// How many of eight bytes come before the first control character or part of a character outside ASCII: there no line ends.
const fn plain(eight: u64) -> usize {
    const EACH: u64 = u64::MAX / 0xff;
    ((eight.wrapping_sub(EACH * 0x20) | eight) & (EACH * 0x80)).trailing_zeros() as usize / 8
}

/// Where the line that begins at `at` ends, and where the next begins.
fn line_end(bytes: &[u8], at: usize) -> (usize, usize) {
    let mut end = at;
    loop {
        while let Some(eight) = bytes[end..].first_chunk::<8>() {
            let plain = plain(u64::from_le_bytes(*eight));
            end += plain;
            if plain < 8 {
                break;
            }
        }
        let Some(&b) = bytes.get(end) else { return (end, end) };
        match b {
            b'\r' if bytes.get(end + 1) == Some(&b'\n') => return (end, end + 2),
            b'\n' | b'\r' | 0x0b | 0x0c => return (end, end + 1),
            0xe2 if bytes.get(end + 1) == Some(&0x80) && matches!(bytes.get(end + 2), Some(0xa8 | 0xa9)) => return (end, end + 3),
            0xc2 if bytes.get(end + 1) == Some(&0x85) => return (end, end + 2),
            _ => end += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn every_kind_of_break_ends_a_line() {
        let text = "one\ntwo\rthree\r\nfour\u{2028}five\u{2029}six\u{c}seven\u{85}eight";
        let cut = |text: &'static str| lines(text).iter().map(|l| &text[l.start..l.end]).collect::<Vec<_>>();
        assert_eq!(cut(text), ["one", "two", "three", "four", "five", "six", "seven", "eight"]);
        assert_eq!(cut("one\n\ntwo “three”"), ["one", "two “three”"]);
    }

    #[test]
    fn empty_lines_are_left_out_and_remembered() {
        let text = "  one \r\n \t\r\ntwo\r\nthree";
        let found: Vec<_> = lines(text).iter().map(|l| (&text[l.start..l.end], l.indent, l.after_blank)).collect();
        assert_eq!(found, [("one", 2, true), ("two", 0, true), ("three", 0, false)]);
    }
}
