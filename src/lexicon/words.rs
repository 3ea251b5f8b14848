//! Sets of words that rules name ("said", "according"), their rows found when the program is compiled.
//!
//! A token carries the row of its word, so whether it is one of a rule's words is a comparison of numbers, and no letter of the
//! text is read again. Case and apostrophes fold as in every look-up.

use super::{ROW, ROW_KEY, ROW_KEY_LEN, ROWS_AT, SLOT_COUNT, STRINGS, TABLE, WordId, hash};

/// A set of words, made by [`words!`].
pub(crate) struct Words {
    /// A bit for each row's last ten bits: most words outside a long set are told by one look, and the thousand most frequent all are.
    sieve: [u64; SIEVE_WORDS],
    ids: &'static [u32],
    /// Words that the lexicon does not hold.
    pub(crate) others: &'static [&'static str],
}

/// A short set is compared word by word, without a look at the sieve. A word more and the compiler would halve the set first, by a branch
/// that no one can foretell: half the words of a text are above the middle.
const SHORT: usize = 3;

const SIEVE_WORDS: usize = 16;

impl Words {
    /// The words of these rows, and `others` that have none.
    pub(crate) const fn new(ids: &'static [u32], others: &'static [&'static str]) -> Words {
        let mut sieve = [0; SIEVE_WORDS];
        let mut n = 0;
        while n < ids.len() {
            sieve[(ids[n] >> 6) as usize % SIEVE_WORDS] |= 1 << (ids[n] & 63);
            n += 1;
        }
        n = 0;
        while n < others.len() {
            // The word is all that the message of a constant can hold.
            if row_of(others[n]) != 0 {
                panic!("{}", others[n]);
            }
            n += 1;
        }
        Words { sieve, ids, others }
    }

    /// The numbers of their rows.
    pub(crate) const fn ids(&self) -> &'static [u32] {
        self.ids
    }

    /// Whether the word of a row is among them.
    #[inline(always)]
    pub(crate) fn has(&self, word: WordId) -> bool {
        self.place(word).is_some()
    }

    /// Whether the word of a row may be among them: one look at the sieve and no branch, for those who ask of several words at once.
    #[inline(always)]
    pub(crate) fn may_have(&self, WordId(id): WordId) -> bool {
        self.sieve[(id >> 6) as usize % SIEVE_WORDS] >> (id & 63) & 1 == 1
    }

    /// The place of a row's word in the order in which they were written.
    #[inline(always)]
    pub(crate) fn place(&self, word: WordId) -> Option<usize> {
        if self.ids.len() <= SHORT {
            return self.ids.iter().position(|i| *i == word.0);
        }
        if self.may_have(word) { place_among(self.ids, word.0) } else { None }
    }
}

/// The place of a row in a long set. Hardly any word comes so far, so that hundreds of rules need no such walk of their own.
#[inline(never)]
fn place_among(ids: &[u32], id: u32) -> Option<usize> {
    ids.iter().position(|i| *i == id)
}

/// The row of a word in lower case; one that the lexicon does not hold stops the compiler.
pub(crate) const fn row_of_held(word: &str) -> u32 {
    let row = row_of(word);
    if row == 0 {
        panic!("{}", word);
    }
    row
}

const fn row_of(word: &str) -> u32 {
    let (key, len) = folded(word);
    row_of_key(key.split_at(len).0)
}

/// The row of each mark of one ASCII byte; of other bytes that of none.
static MARKS: [WordId; 256] = {
    let mut marks = [WordId::UNKNOWN; 256];
    let mut byte = 0;
    while byte < marks.len() {
        if (byte as u8).is_ascii_punctuation() {
            marks[byte] = WordId(row_of_key(&[byte as u8]));
        }
        byte += 1;
    }
    marks
};

impl WordId {
    /// The row of a mark of one ASCII byte.
    pub(crate) fn of_mark(byte: u8) -> WordId {
        MARKS[byte as usize]
    }

    /// The row of a folded word, found when the program is compiled.
    pub(crate) const fn of_folded(word: &str) -> WordId {
        WordId(row_of(word))
    }
}

const fn row_of_key(key: &[u8]) -> u32 {
    let hash = hash(key);
    let mut at = hash as usize & (SLOT_COUNT - 1);
    loop {
        let slot = cell(at * 4);
        if slot == 0 || slot >> 24 == hash >> 24 && has_key(slot & 0xff_ffff, key) {
            return slot & 0xff_ffff;
        }
        at = (at + 1) & (SLOT_COUNT - 1);
    }
}

/// The word with straight apostrophes.
const fn folded(word: &str) -> ([u8; 64], usize) {
    let word = word.as_bytes();
    let (mut key, mut len, mut at) = ([0; 64], 0, 0);
    while at < word.len() {
        assert!(!word[at].is_ascii_uppercase(), "a rule names words in lower case");
        let curly = at + 2 < word.len() && word[at] == 0xe2 && word[at + 1] == 0x80 && word[at + 2] == 0x99;
        key[len] = if curly { b'\'' } else { word[at] };
        at += if curly { 3 } else { 1 };
        len += 1;
    }
    (key, len)
}

const fn has_key(row: u32, key: &[u8]) -> bool {
    let row = ROWS_AT + row as usize * ROW;
    let start = (cell(row + ROW_KEY) & 0xff_ffff) as usize;
    let strings = STRINGS.as_bytes();
    let mut same = TABLE[row + ROW_KEY_LEN] as usize == key.len();
    let mut n = 0;
    while same && n < key.len() {
        same = strings[start + n] == key[n];
        n += 1;
    }
    same
}

const fn cell(at: usize) -> u32 {
    u32::from_le_bytes([TABLE[at], TABLE[at + 1], TABLE[at + 2], TABLE[at + 3]])
}

/// A set of words in lower case; after a semicolon those that the lexicon does not hold, which are compared letter by letter.
///
/// A word on the wrong side of the semicolon stops the compiler, which names it.
macro_rules! words {
    ($($word:literal),* $(,)?) => { $crate::lexicon::words![$($word),*;] };
    ($($word:literal),* $(,)?; $($other:literal),* $(,)?) => {{
        const IDS: &[u32] = &[$($crate::lexicon::row_of_held($word)),*];
        const WORDS: &$crate::lexicon::Words = &$crate::lexicon::Words::new(IDS, &[$($other),*]);
        WORDS
    }};
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::lexicon::WordId;

    #[test]
    fn marks_are_found_as_words_are() {
        for byte in (0..128u8).filter(u8::is_ascii_punctuation) {
            assert_eq!(WordId::of_mark(byte), WordId::of(char::from(byte).encode_utf8(&mut [0; 4])));
        }
        for mark in ["“", "…", "'"] {
            assert_eq!(WordId::of_folded(mark), WordId::of(mark));
        }
    }

    #[test]
    fn a_set_has_its_words_whatever_their_case() {
        const SHORT: &Words = words!["said", "'s", "—"];
        const LONG: &Words = words!["northern", "southern", "eastern", "western", "downtown", "rural", "’ll"];
        for (words, word, place) in [(SHORT, "Said", Some(0)), (SHORT, "’S", Some(1)), (SHORT, "—", Some(2)), (SHORT, "says", None)] {
            assert_eq!(words.place(WordId::of(word)), place, "{word}");
        }
        assert!(LONG.has(WordId::of("RURAL")) && LONG.has(WordId::of("'ll")));
        assert!(!LONG.has(WordId::UNKNOWN) && !LONG.has(WordId::of("town")));
    }
}
