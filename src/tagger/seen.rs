//! What the rest of the article does with a word: whether it elsewhere stands in small letters, or has a capital inside a sentence.
//!
//! "Reform" at a sentence's start is a name where "reform" is not written small and "Reform" stands inside other sentences. One small
//! table a document, of the capitalised words alone.

use super::context::{CAPITAL, ELSEWHERE, SMALL, START, word_hash};
use super::first::Sight;
use super::page::Picks;
use crate::text::{Document, Shape, TokenIx, fold};

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
    /// Where a word stands, or would stand.
    fn place(&self, key: u32) -> usize {
        let mut at = self.first_place(key);
        while self.slots[at].key != 0 && self.slots[at].key != key {
            at = (at + 1) & (self.slots.len() - 1);
        }
        at
    }

    #[inline(always)]
    fn first_place(&self, key: u32) -> usize {
        (u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & (self.slots.len() - 1)
    }
}

/// Slots for each capitalised word: most words in small letters are to find an empty one at once.
const ROOM: usize = 8;

/// Gives each token the bits of [`SEEN`](super::context::SEEN).
pub fn seen(doc: &Document, sights: &mut [Sight]) {
    let (mut capitals, mut small) = (Picks::default(), Picks::default());
    capitals.clear(sights.len());
    small.clear(sights.len());
    for (ix, sight) in sights.iter().enumerate() {
        let capital = sight.look & CAPITAL != 0;
        capitals.note(ix as u32, capital);
        small.note(ix as u32, !capital & doc.tokens[ix].shape.has(Shape::LETTER));
    }
    let mut table = Table { slots: vec![Slot::default(); (ROOM * capitals.picked().len() + 2).next_power_of_two()] };
    for ix in capitals.picked() {
        let key = key(doc, *ix as usize);
        let place = table.place(key);
        let slot = &mut table.slots[place];
        slot.key = key;
        slot.capitals = (slot.capitals + u8::from(sights[*ix as usize].look & START == 0)).min(2);
    }
    for ix in small.picked() {
        let key = key(doc, *ix as usize);
        let mut place = table.first_place(key);
        let mut slot = table.slots[place];
        if slot.key != 0 && slot.key != key {
            place = table.place(key);
            slot = table.slots[place];
        }
        // of an empty slot nothing is read but that no capital is known
        table.slots[place].small = true;
        sights[*ix as usize].seen = SMALL | if slot.capitals > 0 { ELSEWHERE } else { 0 };
    }
    for ix in capitals.picked() {
        let slot = &table.slots[table.place(key(doc, *ix as usize))];
        let sight = &mut sights[*ix as usize];
        let own = u8::from(sight.look & START == 0);
        sight.seen = if slot.small { SMALL } else { 0 } | if slot.capitals > own { ELSEWHERE } else { 0 };
    }
}

/// The row of a word, or the hash (with its highest bit set) of one that has none; never 0.
#[inline(always)]
fn key(doc: &Document, ix: TokenIx) -> u32 {
    match doc.tokens[ix].word.number() {
        0 => hash_of(doc, ix),
        row => row,
    }
}

/// The hash of a word that has no row.
#[inline(never)]
fn hash_of(doc: &Document, ix: TokenIx) -> u32 {
    let text = doc.word_text(ix);
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
