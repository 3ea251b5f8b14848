//! What a byte or a character can be inside a token: one table for ASCII, a few questions for the rest.

/// White space and control characters: no token holds them.
pub(super) const BLANK: u8 = 1;
/// A lower-case ASCII letter.
pub(super) const LOWER: u8 = 2;
/// An ASCII digit.
pub(super) const DIGIT: u8 = 4;
/// An ASCII mark.
pub(super) const MARK: u8 = 8;
/// Part of a character outside ASCII.
pub(super) const WIDE: u8 = 16;
/// An upper-case ASCII letter; the very bit that makes one lower case, so that `byte | class & UPPER` folds it.
pub(super) const UPPER: u8 = 32;
/// A letter or digit of ASCII.
pub(super) const ALNUM: u8 = LOWER | UPPER | DIGIT;

/// The class of every byte.
pub(super) static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [WIDE; 256];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            0..=b' ' | 127 => BLANK,
            _ => MARK,
        };
        b += 1;
    }
    table
}

/// Whether a character outside ASCII is no part of any token: white space, and characters that show nothing.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{80}'..='\u{9f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Whether a character goes on with a word in Latin, Greek or Cyrillic letters.
pub(super) fn in_word(c: char) -> bool {
    match c {
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' => true,
        '\u{80}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' => c.is_alphabetic(),
        _ => false,
    }
}

/// Whether a character is no part of any token.
#[cfg(test)]
pub(in crate::tokenizer) fn is_any_blank(c: char) -> bool {
    if c.is_ascii() { CLASS[c as usize] == BLANK } else { is_blank(c) }
}
