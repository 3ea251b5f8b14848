//! What a byte or a character can be inside a token: one table for ASCII, a few questions for the rest.

use wide::u8x16;

use crate::lexicon::{INLINE, Waiting};
use crate::text::Shape;

/// A lower-case ASCII letter.
pub(super) const LOWER: u8 = 1;
/// An upper-case ASCII letter.
pub(super) const UPPER: u8 = 2;
/// An ASCII digit.
pub(super) const DIGIT: u8 = 4;
/// White space and control characters: no token holds them.
pub(super) const BLANK: u8 = 8;
/// An ASCII mark.
pub(super) const MARK: u8 = 16;
/// Part of a character outside ASCII.
pub(super) const WIDE: u8 = 32;
/// A letter or digit of ASCII: the lowest three bits.
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

/// Sixteen bytes, and how many of them, from the first on, are letters or digits of ASCII.
///
/// Words end at every length, so a loop over their bytes guesses its end wrong; this asks all of a word at once.
#[derive(Clone, Copy)]
pub(super) struct Sixteen {
    bytes: [u8; INLINE],
    /// A bit for each byte that is a small letter, the first lowest.
    lower: u32,
    len: usize,
}

impl Sixteen {
    /// Reads sixteen bytes.
    #[inline(always)]
    pub fn new(bytes: [u8; INLINE]) -> Sixteen {
        let within = |bytes: u8x16, first: u8, last: u8| {
            let from_first = bytes - u8x16::splat(first);
            from_first.min(u8x16::splat(last - first)).simd_eq(from_first)
        };
        let all = u8x16::new(bytes);
        let letter = within(all | u8x16::splat(0x20), b'a', b'z');
        let stops = !(letter | within(all, b'0', b'9')).to_bitmask() | 1 << INLINE;
        Sixteen { bytes, lower: within(all, b'a', b'z').to_bitmask(), len: stops.trailing_zeros() as usize }
    }

    /// How many of the bytes, from the first on, are letters or digits.
    #[inline(always)]
    pub const fn len(self) -> usize {
        self.len
    }

    /// The word that these letters and digits are, waiting for its look-up; `None` when there are none, or no room for it.
    #[inline(always)]
    pub fn word(self) -> Option<Waiting> {
        Waiting::of_plain(u128::from_le_bytes(self.bytes), self.len)
    }

    /// The look of the word that these letters and digits are, the first of which is a letter; `None` when another is no small letter, as
    /// hardly any is.
    #[inline(always)]
    pub fn shape(self) -> Option<Shape> {
        let run = (1 << self.len) - 1;
        let others = run & !self.lower;
        let shape = Shape::LETTER.with(Shape::CAPITAL.only_if(others == 1)).with(Shape::LOWER.only_if(others != run));
        (others <= 1).then_some(shape)
    }
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

#[cfg(test)]
mod tests {
    use super::super::shape_of;
    use super::*;

    #[test]
    fn sixteen_bytes_are_read_as_one_by_one() {
        for b in 0..=255u8 {
            for at in 0..INLINE {
                let mut bytes = *b"aZ0zA9mQ7bYc1dXe";
                bytes[at] = b;
                let sixteen = Sixteen::new(bytes);
                let len = if CLASS[b as usize] & ALNUM == 0 { at } else { INLINE };
                assert_eq!(sixteen.len(), len, "{b} at {at}");
                if len > 0 && bytes[0].is_ascii_alphabetic() {
                    let shape = shape_of(str::from_utf8(&bytes[..len]).unwrap());
                    assert!(sixteen.shape().is_none_or(|s| s == shape), "{b} at {at}");
                }
            }
        }
        for (word, plain) in [("a", true), ("A", true), ("The", true), ("go", true), ("NATO", false), ("iPhone", false), ("A4", false), ("x2", false)]
        {
            let mut bytes = [b' '; INLINE];
            bytes[..word.len()].copy_from_slice(word.as_bytes());
            assert_eq!(Sixteen::new(bytes).shape(), plain.then(|| shape_of(word)), "{word}");
        }
    }
}
