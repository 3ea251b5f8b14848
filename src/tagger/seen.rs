//! What the rest of the article does with a word: whether it elsewhere stands in small letters, or has a capital inside a sentence.
//!
//! "Reform" at a sentence's start is a name where "reform" is not written small and "Reform" stands inside other sentences. One small
//! table a document, of the capitalised words alone.

use super::context::{ELSEWHERE, SMALL, START, word_hash};
use super::first::Sight;
use super::page::Picks;
use crate::text::{Document, Shape, Token, fold};

/// What is known of one capitalised word.
#[derive(Clone, Copy, Default)]
struct Slot {
    /// The word, 0 in an empty slot.
    key: u32,
    /// Times that it has a capital inside a sentence; two are enough to know.
    capitals: u8,
    small: bool,
}

/// The capitalised words of an article, by open addressing.
struct Table {
    slots: Vec<Slot>,
}

impl Table {
    /// The slot of a word, or the empty one where it would stand.
    #[inline(always)]
    fn slot(&mut self, key: u32) -> &mut Slot {
        let last = self.slots.len() - 1;
        let mut at = (u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & last;
        while self.slots[at].key != 0 && self.slots[at].key != key {
            at = (at + 1) & last;
        }
        &mut self.slots[at]
    }
}

/// Slots for each capitalised word.
const ROOM: usize = 4;

/// A bit, by the last of its key, for each capitalised word: most words in small letters are told by it that they are none of these.
#[derive(Default)]
struct Sieve([u64; 32]);

impl Sieve {
    #[inline(always)]
    fn at(key: u32) -> (usize, u64) {
        ((key >> 6) as usize % 32, 1 << (key & 63))
    }

    #[inline(always)]
    fn add(&mut self, key: u32) {
        let (word, bit) = Sieve::at(key);
        self.0[word] |= bit;
    }

    #[inline(always)]
    fn passes(&self, key: u32) -> bool {
        let (word, bit) = Sieve::at(key);
        self.0[word] & bit != 0
    }
}

/// A token and the key of its word.
type Keyed = (u32, u32);

/// Gives each token the bits of [`SEEN`](super::context::SEEN): those that stand here in small letters have theirs, `capitals` are the others.
pub fn seen(doc: &Document, sights: &mut [Sight], capitals: &[u32]) {
    let capitals: Vec<Keyed> = capitals.iter().map(|ix| (*ix, key(doc, &doc.tokens[*ix as usize]))).collect();
    let mut sieve = Sieve::default();
    let mut table = Table { slots: vec![Slot::default(); (ROOM * capitals.len() + 2).next_power_of_two()] };
    for (ix, key) in &capitals {
        sieve.add(*key);
        let slot = table.slot(*key);
        slot.key = *key;
        slot.capitals = (slot.capitals + u8::from(sights[*ix as usize].look & START == 0)).min(2);
    }
    let mut both = Picks::<Keyed>::default();
    both.clear(doc.tokens.len());
    for (ix, token) in doc.tokens.iter().enumerate() {
        let small = token.shape.is_small_word();
        // whether it is small is anyone's guess, but hardly any has no row
        let row = token.word.number();
        let key = if row == 0 && small { hash_of(doc.slice(token.span)) } else { row };
        both.note((ix as u32, key), small & sieve.passes(key));
    }
    for (ix, key) in both.picked() {
        // of an empty slot nothing is read but that no capital is known
        let slot = table.slot(*key);
        slot.small = true;
        sights[*ix as usize].seen = SMALL | if slot.capitals > 0 { ELSEWHERE } else { 0 };
    }
    for (ix, key) in &capitals {
        let slot = table.slot(*key);
        let sight = &mut sights[*ix as usize];
        let own = u8::from(sight.look & START == 0);
        sight.seen = if slot.small { SMALL } else { 0 } | if slot.capitals > own { ELSEWHERE } else { 0 };
    }
}

/// The row of a word, or the hash (with its highest bit set) of one that has none.
#[inline(always)]
fn key(doc: &Document, token: &Token) -> u32 {
    match token.word.number() {
        0 if token.shape.has(Shape::LETTER) => hash_of(doc.slice(token.span)),
        row => row,
    }
}

/// The hash of a word that has no row.
#[inline(never)]
fn hash_of(text: &str) -> u32 {
    fold(text).map_or_else(|| word_hash(text.as_bytes()), |folded| word_hash(folded.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{ELSEWHERE, SMALL};

    #[test]
    fn the_rest_of_the_article_tells() {
        let doc = crate::tokenizer::tokenize("Reform won. They like reform. The Greens left Reform. Zolt met the Zolt.");
        let sights = crate::tagger::first::sights(&doc);
        let of = |word: &str| (0..doc.tokens.len()).filter(|ix| doc.word_text(*ix) == word).map(|ix| sights[ix].seen).collect::<Vec<_>>();
        assert_eq!(of("Reform"), [SMALL | ELSEWHERE, SMALL]);
        assert_eq!(of("reform"), [SMALL | ELSEWHERE]);
        assert_eq!(of("Zolt"), [ELSEWHERE, 0]);
        assert_eq!(of("like"), [SMALL]);
    }
}
