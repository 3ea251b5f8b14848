//! How a token looks to the tagger: capitals weighed by where they stand and by what the rest of the sentence does.

pub use super::context::{CAPITAL, DIGIT, HYPHEN, START, UNKNOWN, UPPER};
use crate::text::{Shape, Token};

/// What a sentence does with capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capitals {
    /// They begin the sentence and names.
    Normal,
    /// They begin most words, as in a headline: they say little.
    Title,
    /// All letters are capitals: they say nothing.
    Upper,
}

/// Shortest word in bytes that counts: short words are written small even in headlines.
const COUNTED: usize = 4;

/// Judges a sentence by its longer words after the first.
pub fn capitals(tokens: &[Token]) -> Capitals {
    let (mut small, mut capital, mut upper) = (0, 0, 0);
    let mut first = true;
    for token in tokens.iter().filter(|t| t.shape.has(Shape::LETTER)) {
        let counts = token.span.len() >= COUNTED && !first;
        first = false;
        if token.shape.is_all_caps() {
            upper += 1;
        } else if token.shape.has(Shape::CAPITAL) {
            capital += usize::from(counts);
        } else {
            small += if counts { 1 } else { 0 };
        }
    }
    if upper >= 3 && small + capital == 0 {
        return Capitals::Upper;
    }
    if capital >= 3 && small * 5 <= capital { Capitals::Title } else { Capitals::Normal }
}

/// The look of each token of a sentence, in order.
pub fn looks(tokens: &[Token]) -> impl Iterator<Item = u8> + '_ {
    let capitals = capitals(tokens);
    let mut opens = true;
    tokens.iter().map(move |token| {
        let shape = token.shape;
        let mut look = 0;
        if shape.has(Shape::CAPITAL) {
            look |= CAPITAL;
            if opens || capitals != Capitals::Normal {
                look |= START;
            }
            if shape.is_all_caps() && capitals != Capitals::Upper {
                look |= UPPER;
            }
        }
        if shape.has(Shape::DIGIT) {
            look |= DIGIT;
        }
        if shape.has(Shape::HYPHEN) {
            look |= HYPHEN;
        }
        opens = opens && !shape.has(Shape::LETTER) || shape.has(Shape::OPEN_QUOTE);
        look
    })
}

/// Which of a word's three classes fits its look: the lower-case form, the capitalised one, the one that opens a sentence.
///
/// A form that was never seen stands back for the one nearest to it.
#[cfg(feature = "learn")]
pub fn form<T: Copy>(look: u8, forms: [T; 3], known: impl Fn(T) -> bool) -> Option<T> {
    let face = match look & (CAPITAL | START | UPPER) {
        0 => 0,
        CAPITAL => 1,
        _ => 2,
    };
    super::context::FACE_FORMS[face].into_iter().map(|n| forms[n]).find(|f| known(*f))
}

/// The letter that keeps the endings of unknown words with different looks apart.
pub fn guess_letter(look: u8, shape: Shape) -> char {
    if shape.has(Shape::PUNCTUATION) {
        return 'p';
    }
    if shape.has(Shape::NUMBER) {
        return 'n';
    }
    if look & DIGIT != 0 {
        return 'd';
    }
    if shape.has(Shape::ADDRESS) {
        return 'a';
    }
    match look & (CAPITAL | START | UPPER) {
        0 if look & HYPHEN != 0 => 'h',
        0 => 'l',
        CAPITAL => 'c',
        look if look & UPPER != 0 => 'u',
        _ => 's',
    }
}

/// Longest ending in bytes that a guess goes by.
pub const ENDING: usize = 5;

/// The endings of an unknown word that may be in the table, longest first, each with its letter before it; ASCII folded.
///
/// `known` answers for one of them; the first answer is taken.
pub fn guess<T>(look: u8, shape: Shape, word: &str, known: impl Fn(&[u8]) -> Option<T>) -> Option<T> {
    let mut key = [0u8; ENDING + 1];
    key[0] = guess_letter(look, shape) as u8;
    for at in word.len().saturating_sub(ENDING)..=word.len() {
        if !word.is_char_boundary(at) {
            continue;
        }
        let ending = &word.as_bytes()[at..];
        let end = 1 + ending.len();
        key[1..end].copy_from_slice(ending);
        key[1..end].make_ascii_lowercase();
        if let Some(found) = known(&key[..end]) {
            return Some(found);
        }
    }
    None
}

/// Adds that the word is in no list.
pub const fn unknown(look: u8) -> u8 {
    look | UNKNOWN
}
