//! Entries of more words: found by their folded text, blanks as one, word after word.

use std::ops::Range;

use super::{
    FIRST, INLINE, KEY_LIMIT, PHRASES, SIEVE, WHOLE_PHRASES, WHOLE_SIEVE, Word, WordId, few, find, find_inline, find_key, hash_inline, hash_of,
    inline_key,
};
use crate::text::{Document, Shape, TokenIx, TokenRange, fold};

/// A folded phrase in the making.
struct Phrase {
    key: [u8; KEY_LIMIT],
    len: usize,
}

impl Phrase {
    fn new() -> Phrase {
        Phrase { key: [0; KEY_LIMIT], len: 0 }
    }

    /// That of one word.
    fn of(word: Word) -> Phrase {
        let mut phrase = Phrase::new();
        phrase.len = word.key_len();
        if phrase.len > INLINE {
            phrase.key[..phrase.len].copy_from_slice(word.key().as_bytes());
        } else {
            phrase.key[..INLINE].copy_from_slice(&word.inline().to_le_bytes());
        }
        phrase
    }

    /// Goes on with the word `span` of a text, a blank before it or none; says whether both fit in so many bytes.
    fn push(&mut self, blank: bool, text: &str, span: Range<usize>, ascii: bool, limit: usize) -> bool {
        let Range { start, end } = span;
        if ascii {
            let part = |at: usize| inline_key(text.as_bytes(), start + at, end.min(start + at + INLINE)).unwrap_or_default();
            return self.put(blank, end - start, limit, part);
        }
        let Some(folded) = fold(&text[start..end]) else { return false };
        let bytes = folded.as_bytes();
        self.put(blank, bytes.len(), limit, |at| few(&bytes[at..bytes.len().min(at + INLINE)]))
    }

    /// Likewise with so many folded bytes, of which `part` tells the sixteen from a place on.
    #[inline(always)]
    fn put(&mut self, blank: bool, len: usize, limit: usize, part: impl Fn(usize) -> u128) -> bool {
        let from = self.len + usize::from(blank);
        let end = from + len;
        if end > limit.min(KEY_LIMIT) {
            return false;
        }
        let mut at = 0;
        while at < len {
            let folded = part(at).to_le_bytes();
            match self.key[from + at..].first_chunk_mut() {
                // What is behind the part is written over by the next.
                Some(place) => *place = folded,
                None => self.key[from + at..end].copy_from_slice(&folded[..len - at]),
            }
            at += INLINE;
        }
        if blank {
            self.key[from - 1] = b' ';
        }
        self.len = end;
        true
    }

    fn bytes(&self) -> &[u8] {
        &self.key[..self.len]
    }

    /// Its row, when it is one, or the beginning of one that a blank ends, by the sieve; looked for only where that says so. With a blank in
    /// it, it has a row when it is a whole phrase alone.
    fn find_sieved(&self, parted: bool) -> Option<WordId> {
        let held = |hash| !parted || WHOLE_PHRASES[(hash >> 6) as usize % WHOLE_SIEVE] >> (hash & 63) & 1 == 1;
        if self.len <= INLINE {
            let key = self.key.first_chunk().map_or(0, |first| u128::from_le_bytes(*first)) & FIRST[self.len];
            let hash = hash_inline(key);
            return sieved(hash).then(|| if held(hash) { find_inline(key, self.len) } else { WordId::UNKNOWN });
        }
        let hash = hash_of(self.bytes());
        sieved(hash).then(|| if held(hash) { find(hash, |word| word.key().as_bytes() == self.bytes()) } else { WordId::UNKNOWN })
    }
}

/// Whether something with this hash may be a phrase of more words, or begin one.
fn sieved(hash: u32) -> bool {
    PHRASES[(hash >> 6) as usize % SIEVE] >> (hash & 63) & 1 == 1
}

/// Looks up a whole phrase, case, apostrophes and blanks folded.
pub fn phrase(text: &str) -> Word {
    let (mut phrase, mut parted) = (Phrase::new(), false);
    for (n, word) in text.split_whitespace().enumerate() {
        parted |= n > 0;
        if !phrase.push(n > 0, word, 0..word.len(), word.is_ascii(), KEY_LIMIT) {
            return WordId::UNKNOWN.get();
        }
    }
    if parted { phrase.find_sieved(true).unwrap_or_default().get() } else { find_key(phrase.bytes()).get() }
}

/// The entry that these tokens are, blanks folded; the unknown word when they are none.
pub(crate) fn whole(doc: &Document, tokens: TokenRange) -> Word {
    let first = doc.word(tokens.first());
    if tokens.len() == 1 {
        return first;
    }
    // A first word that a blank follows is known for the phrases that begin with it.
    let parted = doc.tokens[tokens.first() + 1].shape.has(Shape::SPACE_BEFORE);
    let limit = if parted { first.phrase_bytes() } else { KEY_LIMIT };
    if limit == 0 || parted && !first.goes_on_with(doc, tokens.first() + 1) {
        return WordId::UNKNOWN.get();
    }
    let (mut phrase, mut at) = (Phrase::new(), doc.tokens[tokens.first()].span.start);
    for token in &doc.tokens[tokens.range()] {
        let gap = &doc.text.as_bytes()[at as usize..token.span.start as usize];
        if token.shape.has(Shape::NON_ASCII) || !matches!(gap, [] | [b' ']) {
            return self::phrase(doc.text_of(tokens));
        }
        if !phrase.push(!gap.is_empty(), doc.text, token.span.range(), true, limit) {
            return WordId::UNKNOWN.get();
        }
        at = token.span.end;
    }
    if parted { phrase.find_sieved(true).unwrap_or_default().get() } else { find_key(phrase.bytes()).get() }
}

/// The longest entry that begins at token `at` and that `wanted` accepts, with the number of its tokens.
///
/// Costs one look at the row of the first token when no phrase begins with it, and one at the next token when none goes on with that.
#[inline]
pub fn longest(doc: &Document, at: TokenIx, wanted: impl Fn(Word) -> bool) -> Option<(Word, usize)> {
    let first = doc.word(at);
    longest_of_several(doc, at, &wanted).or(Some((first, 1)).filter(|(w, _)| w.is_known() && wanted(*w)))
}

/// Likewise, of those of more than one token.
#[inline]
pub(crate) fn longest_of_several(doc: &Document, at: TokenIx, wanted: impl Fn(Word) -> bool) -> Option<(Word, usize)> {
    let first = doc.word(at);
    if first.phrase_bytes() == 0 || !first.goes_on_with(doc, at + 1) {
        return None;
    }
    longest_phrase(doc, at, first, wanted)
}

fn longest_phrase(doc: &Document, at: TokenIx, first: Word, wanted: impl Fn(Word) -> bool) -> Option<(Word, usize)> {
    let (mut phrase, limit) = (Phrase::of(first), first.phrase_bytes());
    let (mut best, mut parted) = (None, false);
    for ix in at + 1..doc.tokens.len() {
        let token = doc.tokens[ix];
        let blank = token.shape.has(Shape::SPACE_BEFORE);
        if !phrase.push(blank, doc.text, token.span.range(), !token.shape.has(Shape::NON_ASCII), limit) {
            break;
        }
        parted |= blank;
        let ends = doc.tokens.get(ix + 1).is_none_or(|next| next.shape.has(Shape::SPACE_BEFORE));
        let word = match phrase.find_sieved(parted) {
            Some(id) => id.get(),
            // No phrase goes on from here.
            None if ends && parted => break,
            None if parted => continue,
            None => find_key(phrase.bytes()).get(),
        };
        if word.is_known() && wanted(word) {
            best = Some((word, ix + 1 - at));
        }
    }
    best
}
