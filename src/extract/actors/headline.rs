//! Headlines in which every word has a capital: only names known from the running text or from the lists are believed.

use std::hash::Hasher;

use super::candidates::{bit, capital, common, everyday, known_name};
use super::cut::{Candidate, entry};
use super::kinds::{Name, NameHasher, NameIx};
use crate::lexicon::{List, longest};
use crate::text::{Document, Shape, Tag, TokenIx, TokenRange};

/// Most tokens of a name that is looked for.
const WINDOW: usize = 6;

/// An article's names and the surnames of its full names by their text in small letters.
pub(super) struct Known(Vec<Entry>);

/// A name, or the surname of one, in the order in which they were found.
struct Entry {
    hash: u64,
    order: usize,
    tokens: TokenRange,
    name: NameIx,
}

/// The letters of some tokens in small letters, single blanks between.
fn folded(doc: &Document, tokens: TokenRange) -> impl Iterator<Item = char> {
    let letters = move |ix: TokenIx| {
        let blank = (ix > tokens.first() && doc.tokens[ix].shape.has(Shape::SPACE_BEFORE)).then_some(' ');
        blank.into_iter().chain(doc.word_text(ix).chars().flat_map(char::to_lowercase))
    };
    tokens.range().flat_map(letters)
}

/// Goes on with a hash over the letters of [`folded`].
fn stir(hasher: &mut NameHasher, doc: &Document, ix: TokenIx, first: TokenIx) {
    if ix > first && doc.tokens[ix].shape.has(Shape::SPACE_BEFORE) {
        hasher.write_u32(' '.into());
    }
    let text = doc.word_text(ix);
    if text.is_ascii() {
        text.bytes().for_each(|b| hasher.write_u32(b.to_ascii_lowercase().into()));
    } else {
        text.chars().flat_map(char::to_lowercase).for_each(|c| hasher.write_u32(c.into()));
    }
}

impl Known {
    /// Reads the names found in running text.
    pub fn new(doc: &Document, names: &[Name]) -> Self {
        let mut known = Known(Vec::with_capacity(2 * names.len()));
        for (ix, name) in names.iter().enumerate() {
            if name.inside || name.tokens.len() > 1 || !everyday(doc, name.tokens.first()) {
                known.add(doc, name.tokens, ix);
            }
        }
        for (ix, name) in names.iter().enumerate() {
            let first = doc.word(name.tokens.first());
            let person = first.is_in(List::FirstName) && !common(first) && (2..5).contains(&name.tokens.len());
            let last = name.tokens.last();
            if person && !common(doc.word(last)) && doc.word(last).lists() & (bit(List::OrgEnd) | bit(List::PlaceEnd)) == 0 {
                known.add(doc, TokenRange::new(last, last + 1), ix);
            }
        }
        known.0.sort_unstable_by_key(|e| (e.hash, e.order));
        known
    }

    fn add(&mut self, doc: &Document, tokens: TokenRange, name: NameIx) {
        let mut hasher = NameHasher::default();
        tokens.range().for_each(|ix| stir(&mut hasher, doc, ix, tokens.first()));
        self.0.push(Entry { hash: hasher.finish(), order: self.0.len(), tokens, name });
    }

    /// The first name with the text of these tokens, whose hash is known.
    fn get(&self, doc: &Document, tokens: TokenRange, hash: u64) -> Option<NameIx> {
        let from = self.0.partition_point(|e| e.hash < hash);
        let mut alike = self.0[from..].iter().take_while(|e| e.hash == hash);
        alike.find(|e| folded(doc, e.tokens).eq(folded(doc, tokens))).map(|e| e.name)
    }

    /// The names of one headline, each with the name of the running text that it repeats.
    pub fn find(&self, doc: &Document, sentence: TokenRange, out: &mut Vec<(Candidate, Option<NameIx>)>) {
        let (mut at, end) = (sentence.first(), sentence.end as usize);
        while at < end {
            if !capital(doc, at) {
                at += 1;
                continue;
            }
            let (n, name) = self.longest_at(doc, at, end);
            if n > 0 {
                let tokens = TokenRange::new(at, at + n);
                let row = entry(doc, tokens).id();
                out.push((Candidate { tokens, row, title: TokenRange::new(at, at), title_sign: "", initial: true }, name));
            }
            at += n.max(1);
        }
    }

    fn longest_at(&self, doc: &Document, at: TokenIx, end: TokenIx) -> (usize, Option<NameIx>) {
        let mut hasher = NameHasher::default();
        let mut best = (0, None);
        for ix in at..end.min(at + WINDOW) {
            stir(&mut hasher, doc, ix, at);
            if let Some(name) = self.get(doc, TokenRange::new(at, ix + 1), hasher.finish()) {
                best = (ix + 1 - at, Some(name));
            }
        }
        const SURE: u128 =
            bit(List::Country) | bit(List::Province) | bit(List::City) | bit(List::Geo) | bit(List::Org) | bit(List::Capital) | bit(List::Leader);
        if let Some((word, n)) = longest(doc, at, known_name)
            && n > best.0
            && at + n <= end
            && word.lists() & SURE != 0
            && !word.is_in(List::NotActor)
            && (n > 1 || !common(word) && doc.tokens[at].span.len() > 2 && !matches!(word.tag(), Tag::VB | Tag::VBP))
        {
            best = (n, None);
        }
        let first = doc.word(at);
        if best.0 < 2 && first.is_in(List::FirstName) && !common(first) && at + 1 < end && capital(doc, at + 1) {
            let last = doc.word(at + 1);
            if !everyday(doc, at + 1) && (last.is_in(List::Surname) || !last.is_known()) {
                best = (2, None);
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn a_headline_names_whom_the_text_names() {
        let text = "QUILL WINS RACE IN NORWAY\n\nTobin Quill won a long race on Monday, and Quill was glad of it.";
        assert_eq!(shown(text), ["person Tobin Quill: QUILL, Tobin Quill, Quill", "country NORWAY: NORWAY"]);
    }
}
