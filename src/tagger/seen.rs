//! What the rest of the article does with a word: whether it elsewhere stands in small letters, or has a capital inside a sentence.
//!
//! "Reform" at a sentence's start is a name where "reform" is not written small and "Reform" stands inside other sentences. One small
//! table a document, of the capitalised words alone.

use super::context::{ELSEWHERE, SMALL, START, word_hash};
use super::first::Sight;
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
    /// The place of a word's slot, or of the empty one where it would stand.
    #[inline(always)]
    fn place(&self, key: u32) -> usize {
        let last = self.slots.len() - 1;
        let mut at = (u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & last;
        while self.slots[at].key != 0 && self.slots[at].key != key {
            at = (at + 1) & last;
        }
        at
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

/// Tokens that are asked together whether their words may have a capital elsewhere.
const TOGETHER: usize = 256;

/// Gives each token the bits of [`SEEN`](super::context::SEEN), `capitals` being those with a capital; a word in small letters gets none
/// where it has no capital elsewhere.
pub fn seen(doc: &Document, sights: &mut [Sight], capitals: &[u32]) {
    let mut table = Table { slots: vec![Slot::default(); (ROOM * capitals.len() + 2).next_power_of_two()] };
    let mut sieve = Sieve::default();
    let mut places = Vec::with_capacity(capitals.len());
    for ix in capitals {
        let ix = *ix as usize;
        let key = key(doc, &doc.tokens[ix]);
        sieve.add(key);
        let place = table.place(key);
        places.push(place as u32);
        let slot = &mut table.slots[place];
        slot.key = key;
        slot.capitals = (slot.capitals + u8::from(sights[ix].look & START == 0)).min(2);
    }
    // those in small letters whose word may have a capital elsewhere
    let mut both = [0; TOGETHER];
    for (tokens, sights) in doc.tokens.chunks(TOGETHER).zip(sights.chunks_mut(TOGETHER)) {
        let mut count = 0;
        for (n, token) in tokens.iter().enumerate() {
            let small = token.shape.is_small_word();
            // whether it is small is anyone's guess, but hardly any has no row
            let row = token.word.number();
            let key = if row == 0 && small { hash_of(doc.slice(token.span)) } else { row };
            both[count % TOGETHER] = n as u32;
            count += usize::from(small & sieve.passes(key));
        }
        for n in &both[..count] {
            let n = *n as usize;
            // of an empty slot nothing is read but that no capital is known
            let place = table.place(key(doc, &tokens[n]));
            let slot = &mut table.slots[place];
            slot.small = true;
            sights[n].seen = SMALL | if slot.capitals > 0 { ELSEWHERE } else { 0 };
        }
    }
    for (ix, place) in capitals.iter().zip(places) {
        let (sight, slot) = (&mut sights[*ix as usize], table.slots[place as usize]);
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
        let sights = crate::tagger::first::sights(&doc, &mut crate::tagger::page::Picks::default());
        let of = |word: &str| (0..doc.tokens.len()).filter(|ix| doc.word_text(*ix) == word).map(|ix| sights[ix].seen).collect::<Vec<_>>();
        assert_eq!(of("Reform"), [SMALL | ELSEWHERE, SMALL]);
        assert_eq!(of("reform"), [SMALL | ELSEWHERE]);
        assert_eq!(of("Zolt"), [ELSEWHERE, 0]);
        assert_eq!(of("like"), [0]);
    }
}
