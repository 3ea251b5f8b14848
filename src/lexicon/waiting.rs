//! Words that wait for their look-up, so that many are looked up at once.
//!
//! A look-up mostly waits for memory: for a slot, then for the row that it names. Asked one by one, each word waits for itself;
//! asked together, all wait at the same time.

use prefetch_index::prefetch_index;

use super::{
    ABBREVIATIONS, INLINE, LIST_SIEVE, ROWS, SLOT_COUNT, SLOTS, SPLIT_WORDS, STAYING, UNSPLIT_WORDS, WordId, few, find_inline, hash_inline,
    inline_key, inline_plain_key, slot,
};
use crate::text::{Folded, Token, TokenIx};

/// A word of less than [`super::INLINE`] bytes, when folded, that waits for its look-up.
#[derive(Clone, Copy, Default)]
pub(crate) struct Waiting {
    /// A zero at least behind its last byte: no longer key has it.
    key: u128,
    hash: u32,
    token: TokenIx,
}

/// Words that are looked up together.
const TOGETHER: usize = 64;

/// Words that wait to be looked up together.
pub(crate) struct Queue {
    words: [Waiting; TOGETHER],
    count: usize,
}

impl Queue {
    /// With no word yet.
    pub fn new() -> Queue {
        Queue { words: [Waiting::default(); TOGETHER], count: 0 }
    }

    /// Adds a word; says whether they are enough.
    #[inline(always)]
    pub fn push(&mut self, word: Waiting) -> bool {
        self.words[self.count % TOGETHER] = word;
        self.count += 1;
        self.count == TOGETHER
    }

    /// Looks up those that wait, and gives their tokens their rows.
    pub fn look_up(&mut self, tokens: &mut [Token]) {
        Waiting::look_up(&self.words[..self.count], tokens);
        self.count = 0;
    }
}

impl Waiting {
    /// The ASCII word `start..end` of a text; `None` when it is too long.
    #[inline(always)]
    pub fn of(text: &[u8], start: usize, end: usize) -> Option<Waiting> {
        inline_key(text, start, end).filter(|_| end - start < INLINE).map(Waiting::with)
    }

    /// The word of so many letters and digits that these bytes begin with.
    #[inline(always)]
    pub fn of_plain(bytes: u128, len: usize) -> Option<Waiting> {
        (1..INLINE).contains(&len).then(|| Waiting::with(inline_plain_key(bytes, len)))
    }

    /// Likewise of a folded word.
    pub fn of_folded(word: &Folded) -> Option<Waiting> {
        let bytes = word.as_bytes();
        (1..INLINE).contains(&bytes.len()).then(|| Waiting::with(few(bytes)))
    }

    #[inline(always)]
    fn with(key: u128) -> Waiting {
        Waiting { key, hash: hash_inline(key), token: 0 }
    }

    /// The same, at a token.
    #[inline]
    pub fn at(self, token: TokenIx) -> Waiting {
        Waiting { token, ..self }
    }

    /// Whether it may be one of those that the tokenizer cuts into parts: hardly any is.
    pub fn may_split(&self) -> bool {
        self.passes(SPLIT_WORDS)
    }

    /// Whether it may be an abbreviation, its full stop included: hardly any word with one is.
    pub fn may_abbreviate(&self) -> bool {
        self.passes(ABBREVIATIONS)
    }

    /// The same with a full stop behind it; `None` when it is too long then.
    pub fn dotted(self) -> Option<Waiting> {
        let len = self.len();
        (len + 1 < INLINE).then(|| Waiting::with(self.key | u128::from(b'.') << (8 * len)))
    }

    /// Bytes of its key.
    fn len(self) -> usize {
        INLINE - self.key.leading_zeros() as usize / 8
    }

    /// Whether it may stay with the word behind its hyphen: as a prefix, or as the first part of a word that is not cut.
    pub fn may_stay(&self) -> bool {
        self.passes(STAYING)
    }

    /// Whether it may be one of the words that are not cut at their marks.
    pub fn may_stay_whole(&self) -> bool {
        self.passes(UNSPLIT_WORDS)
    }

    fn passes(&self, sieve: &[u64; LIST_SIEVE]) -> bool {
        sieve[(self.hash >> 6) as usize % LIST_SIEVE] >> (self.hash & 63) & 1 == 1
    }

    /// Lets the processor fetch the first slot that its look-up will read.
    #[inline(always)]
    pub fn fetch(&self) {
        prefetch_index(SLOTS, self.hash as usize % SLOT_COUNT);
    }

    /// Looks up some words, and gives their tokens their rows.
    fn look_up(words: &[Waiting], tokens: &mut [Token]) {
        for words in words.chunks(TOGETHER) {
            // All slots before the first row, so that they are waited for together.
            let mut slots = [0; TOGETHER];
            for (slot, word) in slots.iter_mut().zip(words) {
                let mut at = word.hash as usize;
                *slot = self::slot(at);
                // Rare words stand some slots further on, in the same line.
                while *slot != 0 && *slot >> 24 != word.hash >> 24 {
                    at += 1;
                    *slot = self::slot(at);
                }
                prefetch_index(ROWS, (*slot & 0xff_ffff) as usize);
            }
            for (slot, word) in slots.iter().zip(words) {
                let first = WordId(slot & 0xff_ffff);
                let found = (*slot == 0) | (first.get().inline() == word.key);
                tokens[word.token].word = if found { first } else { word.look_further() };
            }
        }
    }

    /// The row of a word whose first slot is another's.
    #[cold]
    fn look_further(&self) -> WordId {
        find_inline(self.key, self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::{TOGETHER, Waiting};
    use crate::lexicon::WordId;
    use crate::text::{Shape, Span, Tag, Token, fold};

    #[test]
    fn together_is_as_one_by_one() {
        let text = "The council of Qzxv voted on Tuesday, and the mayor's spokesman couldn't say why. ".repeat(TOGETHER);
        let spans: Vec<(usize, &str)> = text.match_indices(' ').map(|(at, _)| at + 1).zip(text.split(' ').skip(1)).collect();
        let rows = |words: &[Waiting]| {
            let mut tokens = vec![Token { span: Span::default(), word: WordId::UNKNOWN, shape: Shape::empty(), tag: Tag::None }; words.len()];
            Waiting::look_up(words, &mut tokens);
            tokens.iter().map(|t| t.word).collect::<Vec<_>>()
        };
        for word in ["Élysée", "l’été", "ça"] {
            assert_eq!(rows(&[Waiting::of_folded(&fold(word).unwrap()).unwrap()]), [WordId::of(word)], "{word}");
        }
        for (at, word) in spans.iter().filter(|(_, word)| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric())) {
            let any = Waiting::of(text.as_bytes(), *at, at + word.len()).unwrap();
            let plain = Waiting::of_plain(u128::from_le_bytes(*format!("{word:16}").as_bytes().first_chunk().unwrap()), word.len()).unwrap();
            assert_eq!((plain.key, plain.hash), (any.key, any.hash));
        }
        let words: Vec<Waiting> = spans
            .iter()
            .filter_map(|(at, word)| Waiting::of(text.as_bytes(), *at, at + word.len()))
            .enumerate()
            .map(|(n, word)| word.at(n))
            .collect();
        let alone: Vec<WordId> = spans.iter().filter(|(_, word)| !word.is_empty()).map(|(_, word)| WordId::of(word)).collect();
        assert_eq!(rows(&words), alone);
    }
}
