//! What a byte or a character can be inside a token: one table for ASCII, a few questions for the rest.

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

/// The letters and digits of ASCII that eight bytes begin with: the high bit of each byte.
///
/// Words end at every length, so a loop over their bytes guesses its end wrong; this asks all of a short word at once.
#[derive(Clone, Copy)]
pub(super) struct Eight {
    lower: u64,
    upper: u64,
    digit: u64,
    len: usize,
}

impl Eight {
    /// Reads eight bytes, the first in the lowest.
    pub const fn new(bytes: u64) -> Eight {
        const EACH: u64 = u64::MAX / 0xff;
        const HIGH: u64 = EACH * 0x80;
        /// High bits of the bytes (all below 0x80) that lie between two ASCII characters.
        const fn between(bytes: u64, first: u8, last: u8) -> u64 {
            bytes.wrapping_add(EACH * (0x80 - first as u64)) & !bytes.wrapping_add(EACH * (0x7f - last as u64))
        }
        let low = bytes & (EACH * 0x7f);
        let letter = between(low | (EACH * 0x20), b'a', b'z') & !bytes;
        let digit = between(low, b'0', b'9') & !bytes;
        let stop = !(letter | digit) & HIGH;
        // All bits up to the first stop, or all.
        let run = HIGH & (stop ^ stop.wrapping_sub(1));
        let upper = letter & !(bytes << 2);
        Eight { lower: (letter ^ upper) & run, upper: upper & run, digit: digit & run, len: stop.trailing_zeros() as usize / 8 }
    }

    /// How many of the bytes, from the first on, are letters or digits.
    pub const fn len(self) -> usize {
        self.len
    }

    /// The classes of these bytes.
    pub const fn all(self) -> u8 {
        ((self.lower != 0) as u8 * LOWER) | ((self.upper != 0) as u8 * UPPER) | ((self.digit != 0) as u8 * DIGIT)
    }

    /// The classes of these bytes but the first.
    pub const fn inner(self) -> u8 {
        const FIRST: u64 = 0xff;
        Eight { lower: self.lower & !FIRST, upper: self.upper & !FIRST, digit: self.digit & !FIRST, len: self.len }.all()
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
    use super::*;

    #[test]
    fn eight_bytes_are_read_as_one_by_one() {
        for b in 0..=255u8 {
            for at in 0..8 {
                let mut bytes = *b"aZ0zA9mQ";
                bytes[at] = b;
                let eight = Eight::new(u64::from_le_bytes(bytes));
                let len = if CLASS[b as usize] & ALNUM == 0 { at } else { 8 };
                let classes = |bytes: &[u8]| bytes.iter().fold(0, |all, b| all | CLASS[*b as usize]);
                assert_eq!(eight.len(), len, "{b} at {at}");
                assert_eq!((eight.all(), eight.inner()), (classes(&bytes[..len]), classes(&bytes[len.min(1)..len])), "{b} at {at}");
            }
        }
        assert_eq!(Eight::new(u64::from_le_bytes(*b"abcdefgh")).all(), LOWER);
        assert_eq!(Eight::new(u64::from_le_bytes(*b"Abcd 12X")).inner(), LOWER);
    }
}
