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

/// Tokens that are counted before it is asked whether the sentence is judged.
const JUDGED: usize = 8;

/// Judges a sentence by its longer words after the first.
pub fn capitals(tokens: &[Token]) -> Capitals {
    let (mut sums, mut first, mut rest) = (0, true, tokens.len());
    // No branch a token: what a word looks like is anyone's guess.
    for some in tokens.chunks(JUDGED) {
        for token in some {
            let (shape, letter) = (token.shape, token.shape.has(Shape::LETTER));
            let counts = letter & !first & (token.span.len() >= COUNTED);
            first &= !letter;
            sums += COUNTS[usize::from(counts)][shape.letters()] & u64::from(letter).wrapping_neg();
        }
        rest -= some.len();
        let [small, capital, _] = counted(sums);
        if small * 5 > capital + rest as u64 {
            return Capitals::Normal;
        }
    }
    let [small, capital, upper] = counted(sums);
    if upper >= 3 && small + capital == 0 {
        return Capitals::Upper;
    }
    if capital >= 3 && small * 5 <= capital { Capitals::Title } else { Capitals::Normal }
}

/// Bits of one of the sums that are counted at once.
const SUM: u32 = 21;

/// What words of a shape add to the sums of small words, of words with a capital, of words in capitals: those that do not count, and the others.
static COUNTS: [[u64; Shape::LETTERS]; 2] = {
    let mut counts = [[0; Shape::LETTERS]; 2];
    let mut n = 0;
    while n < Shape::LETTERS {
        let shape = Shape::of_letters(n);
        let capital = shape.has(Shape::CAPITAL);
        let upper = (shape.is_all_caps() as u64) << (2 * SUM);
        counts[0][n] = upper;
        counts[1][n] = upper | ((capital && !shape.is_all_caps()) as u64) << SUM | !capital as u64;
        n += 1;
    }
    counts
};

/// The three sums.
fn counted(sums: u64) -> [u64; 3] {
    [sums, sums >> SUM, sums >> (2 * SUM)].map(|sum| sum & ((1 << SUM) - 1))
}

/// What a shape says of a token's look, by the bits of [`Shape::letters`], wherever the token stands.
static BY_SHAPE: [u8; Shape::LETTERS] = {
    let mut looks = [0; Shape::LETTERS];
    let mut n = 0;
    while n < looks.len() {
        let shape = Shape::of_letters(n);
        let bits = [
            (shape.has(Shape::CAPITAL), CAPITAL),
            (shape.is_all_caps(), UPPER),
            (shape.has(Shape::DIGIT), DIGIT),
            (shape.has(Shape::HYPHEN), HYPHEN),
        ];
        let mut bit = 0;
        while bit < bits.len() {
            if bits[bit].0 {
                looks[n] |= bits[bit].1;
            }
            bit += 1;
        }
        n += 1;
    }
    looks
};

/// The look of each token of a sentence, in order.
pub fn looks(tokens: &[Token]) -> impl Iterator<Item = u8> + '_ {
    let capitals = capitals(tokens);
    let all_begin = capitals != Capitals::Normal;
    let told = if capitals == Capitals::Upper { !UPPER } else { !0 };
    let mut opens = true;
    tokens.iter().map(move |token| {
        let shape = token.shape;
        let look = BY_SHAPE[shape.letters()] & told;
        let start = (u8::from(opens | all_begin) * START) & (look * (START / CAPITAL));
        opens = opens & !shape.has(Shape::LETTER) | shape.has(Shape::OPEN_QUOTE);
        look | start
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
    let from = word.len().saturating_sub(ENDING);
    let tail = &word.as_bytes()[from..];
    let mut key = [0u8; ENDING + 1];
    let end = 1 + tail.len();
    key[1..end].copy_from_slice(tail);
    key.make_ascii_lowercase();
    let letter = guess_letter(look, shape) as u8;
    // The letter takes the place of a byte that no shorter ending has.
    (from..=word.len()).filter(|at| word.is_char_boundary(*at)).find_map(|at| {
        key[at - from] = letter;
        known(&key[at - from..end])
    })
}

/// Adds that the word is in no list.
pub const fn unknown(look: u8) -> u8 {
    look | UNKNOWN
}
