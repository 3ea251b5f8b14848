//! What the rest of the article does with a word: whether it elsewhere stands in small letters, or has a capital inside a sentence.
//!
//! "Reform" at a sentence's start is a name where "reform" is not written small and "Reform" stands inside other sentences. One small
//! table a document, of the capitalised words alone.

use super::context::{CAPITAL, ELSEWHERE, SMALL, START, word_hash};
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
    fn slot(&self, key: u32) -> usize {
        let mut at = (u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & (self.slots.len() - 1);
        while self.slots[at].key != 0 && self.slots[at].key != key {
            at = (at + 1) & (self.slots.len() - 1);
        }
        at
    }
}

/// For each token the bits of [`SEEN`](super::context::SEEN); `looks` has each token's look.
pub fn seen(doc: &Document, looks: &[u8]) -> Vec<u8> {
    let capitals = looks.iter().filter(|l| **l & CAPITAL != 0).count();
    let mut table = Table { slots: vec![Slot::default(); (2 * capitals + 2).next_power_of_two()] };
    for (ix, look) in looks.iter().enumerate().filter(|(_, l)| **l & CAPITAL != 0) {
        let key = key(doc, ix);
        let at = table.slot(key);
        let slot = &mut table.slots[at];
        slot.key = key;
        slot.capitals = (slot.capitals + u8::from(look & START == 0)).min(2);
    }
    let small = |ix: TokenIx| looks[ix] & CAPITAL == 0 && doc.tokens[ix].shape.has(Shape::LETTER);
    let mut seen = vec![0; looks.len()];
    for ix in (0..looks.len()).filter(|ix| small(*ix)) {
        let at = table.slot(key(doc, ix));
        let slot = &mut table.slots[at];
        slot.small = true;
        seen[ix] = SMALL | if slot.capitals > 0 { ELSEWHERE } else { 0 };
    }
    for (ix, look) in looks.iter().enumerate().filter(|(_, l)| **l & CAPITAL != 0) {
        let slot = &table.slots[table.slot(key(doc, ix))];
        let own = u8::from(look & START == 0);
        seen[ix] = if slot.small { SMALL } else { 0 } | if slot.capitals > own { ELSEWHERE } else { 0 };
    }
    seen
}

/// The row of a word, or the hash (with its highest bit set) of one that has none; never 0.
fn key(doc: &Document, ix: TokenIx) -> u32 {
    match doc.tokens[ix].word.number() {
        0 => hash_of(doc, ix),
        row => row,
    }
}

/// The hash of a word that has no row.
fn hash_of(doc: &Document, ix: TokenIx) -> u32 {
    let text = doc.word_text(ix);
    fold(text).map_or_else(|| word_hash(text.as_bytes()), |folded| word_hash(folded.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_the_article_tells() {
        let doc = crate::tokenizer::tokenize("Reform won. They like reform. The Greens left Reform. Zolt met the Zolt.");
        let looks: Vec<u8> =
            doc.sentences.iter().flat_map(|s| crate::tagger::look::looks(&doc.tokens[s.tokens.range()]).collect::<Vec<_>>()).collect();
        let seen = seen(&doc, &looks);
        let of = |word: &str| (0..doc.tokens.len()).filter(|ix| doc.word_text(*ix) == word).map(|ix| seen[ix]).collect::<Vec<_>>();
        assert_eq!(of("Reform"), [SMALL | ELSEWHERE, SMALL]);
        assert_eq!(of("reform"), [SMALL | ELSEWHERE]);
        assert_eq!(of("Zolt"), [ELSEWHERE, 0]);
        assert_eq!(of("like"), [SMALL]);
    }
}
