//! Text of others made safe for a terminal and a line.

use std::borrow::Cow;

/// Whether a terminal could take the character for a command, or would let it change the order of what stands around it.
fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with line breaks and tabs as blanks and other control characters as U+FFFD.
pub fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let safe = |c| match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        c if is_unsafe(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    Cow::Owned(text.chars().map(safe).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_left() {
        assert_eq!(clean("Ann Lee, “naïve”"), "Ann Lee, “naïve”");
        assert_eq!(clean("a\x1b[2J\nb\u{9b}c\u{202e}d\re\x7f"), "a\u{fffd}[2J b\u{fffd}c\u{fffd}d e\u{fffd}");
    }
}
