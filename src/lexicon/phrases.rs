//! Entries of more words: found by their folded text, blanks as one, word after word.

use std::ops::Range;

use super::{
    FIRST, INLINE, KEY_LIMIT, PHRASES, SIEVE, WHOLE_PHRASES, WHOLE_SIEVE, Word, WordId, find, find_inline, find_key, hash_inline, hash_of, lower_case,
};
use crate::text::{Document, Shape, TokenIx, TokenRange, fold};

/// A folded phrase in the making.
struct Phrase {
    /// With room for a word that is written sixteen bytes at a time.
    key: [u8; KEY_LIMIT + INLINE],
    len: usize,
}

impl Phrase {
    fn new() -> Phrase {
        Phrase { key: [0; KEY_LIMIT + INLINE], len: 0 }
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
    #[inline]
    fn push(&mut self, blank: bool, text: &str, span: Range<usize>, ascii: bool, limit: usize) -> bool {
        if !ascii {
            return fold(&text[span]).is_some_and(|folded| self.put(blank, folded.as_bytes(), limit));
        }
        let bytes = &text.as_bytes()[span.start..];
        match bytes.first_chunk() {
            // What is behind the word is written over by the next.
            Some(bytes) if span.len() <= INLINE => {
                let Some(from) = self.room(blank, span.len(), limit) else { return false };
                let folded = lower_case(u128::from_le_bytes(*bytes));
                self.key[from..from + INLINE].copy_from_slice(&folded.to_le_bytes());
                true
            }
            _ => {
                let from = self.len + usize::from(blank);
                let fits = self.put(blank, &bytes[..span.len()], limit);
                self.key[from.min(self.len)..self.len].make_ascii_lowercase();
                fits
            }
        }
    }

    /// Goes on with some folded bytes.
    fn put(&mut self, blank: bool, folded: &[u8], limit: usize) -> bool {
        let Some(from) = self.room(blank, folded.len(), limit) else { return false };
        self.key[from..self.len].copy_from_slice(folded);
        true
    }

    /// Makes room for so many bytes more, behind a blank or not, if all is no longer than that; tells where they begin.
    #[inline]
    fn room(&mut self, blank: bool, len: usize, limit: usize) -> Option<usize> {
        let from = self.len + usize::from(blank);
        if from + len > limit.min(KEY_LIMIT) {
            return None;
        }
        if blank {
            self.key[from - 1] = b' ';
        }
        self.len = from + len;
        Some(from)
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
    if text.is_ascii() {
        // As `char::is_whitespace` has it, a vertical tab among the blanks.
        phrase_of(text.split(|c: char| matches!(c, ' ' | '\t'..='\r')).filter(|word| !word.is_empty()), true)
    } else {
        phrase_of(text.split_whitespace(), false)
    }
}

fn phrase_of<'w>(words: impl Iterator<Item = &'w str>, ascii: bool) -> Word {
    let (mut phrase, mut parted) = (Phrase::new(), false);
    for (n, word) in words.enumerate() {
        parted |= n > 0;
        if !phrase.push(n > 0, word, 0..word.len(), ascii, KEY_LIMIT) {
            return WordId::UNKNOWN.get();
        }
    }
    if parted { phrase.find_sieved(true).unwrap_or_default().get() } else { find_key(phrase.bytes()).get() }
}

/// The entry that these tokens are, blanks folded; the unknown word when they are none.
#[inline]
pub(crate) fn whole(doc: &Document, tokens: TokenRange) -> Word {
    let first = doc.word(tokens.first());
    if tokens.len() == 1 { first } else { whole_of_several(doc, tokens, first) }
}

#[inline(never)]
fn whole_of_several(doc: &Document, tokens: TokenRange, first: Word) -> Word {
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
    if first.goes_on_with(doc, at + 1) { longest_phrase(doc, at, first, wanted) } else { None }
}

/// Whether an entry of more than one token may begin here.
#[inline]
pub(crate) fn may_begin(doc: &Document, at: TokenIx) -> bool {
    doc.word(at).goes_on_with(doc, at + 1)
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
