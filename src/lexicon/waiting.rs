//! Words that wait for their look-up, so that many are looked up at once.
//!
//! A look-up mostly waits for memory: for a slot, then for the row that it names. Asked one by one, each word waits for itself;
//! asked together, all wait at the same time.

use super::{ABBREVIATIONS, LIST_SIEVE, ROW_KEY_LEN, SLOT_COUNT, SPLIT_WORDS, WordId, find_inline, hash_inline, inline_key, slot};

/// A word of at most [`super::INLINE`] ASCII bytes that waits for its look-up.
#[derive(Clone, Copy)]
pub(crate) struct Waiting {
    key: u128,
    hash: u32,
    len: u8,
}

/// Words that are looked up together.
const TOGETHER: usize = 32;

impl Waiting {
    /// The ASCII word `start..end` of a text; `None` when it is too long.
    #[inline]
    pub fn of(text: &[u8], start: usize, end: usize) -> Option<Waiting> {
        let key = inline_key(text, start, end)?;
        Some(Waiting { key, hash: hash_inline(key), len: (end - start) as u8 })
    }

    /// Whether it may be one of those that the tokenizer cuts into parts: hardly any is.
    pub fn may_split(&self) -> bool {
        self.passes(SPLIT_WORDS)
    }

    /// Whether it may be an abbreviation, its full stop included: hardly any word with one is.
    pub fn may_abbreviate(&self) -> bool {
        self.passes(ABBREVIATIONS)
    }

    fn passes(&self, sieve: &[u64; LIST_SIEVE]) -> bool {
        sieve[(self.hash >> 6) as usize % LIST_SIEVE] >> (self.hash & 63) & 1 == 1
    }

    /// Looks up some words; tells the place of each among them, and its row.
    pub fn look_up(words: &[Waiting], mut tell: impl FnMut(usize, WordId)) {
        for (n, words) in words.chunks(TOGETHER).enumerate() {
            let mut slots = [0; TOGETHER];
            for (slot, word) in slots.iter_mut().zip(words) {
                *slot = self::slot(word.hash as usize & (SLOT_COUNT - 1));
            }
            for (at, (word, slot)) in words.iter().zip(slots).enumerate() {
                let first = WordId(slot & 0xff_ffff);
                let row = first.get();
                let found = row.inline() == word.key && row.row[ROW_KEY_LEN] == word.len;
                tell(n * TOGETHER + at, if found { first } else { find_inline(word.key, word.len.into()) });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{TOGETHER, Waiting};
    use crate::lexicon::WordId;

    #[test]
    fn together_is_as_one_by_one() {
        let text = "The council of Qzxv voted on Tuesday, and the mayor's spokesman couldn't say why. ".repeat(TOGETHER);
        let spans: Vec<(usize, &str)> = text.match_indices(|c: char| c == ' ').map(|(at, _)| at + 1).zip(text.split(' ').skip(1)).collect();
        let words: Vec<Waiting> = spans.iter().filter_map(|(at, word)| Waiting::of(text.as_bytes(), *at, at + word.len())).collect();
        let alone: Vec<WordId> = spans.iter().filter(|(_, word)| !word.is_empty()).map(|(_, word)| WordId::of(word)).collect();
        let mut found = Vec::new();
        Waiting::look_up(&words, |n, word| {
            assert_eq!(n, found.len());
            found.push(word);
        });
        assert_eq!(found, alone);
    }
}
