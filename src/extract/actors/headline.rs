//! Headlines in which every word has a capital: only names known from the running text or from the lists are believed.

use super::candidates::{bit, capital, common, everyday, known_name};
use super::cut::{Candidate, entry};
use super::kinds::{Name, NameIx};
use crate::lexicon::{List, longest};
use crate::text::{Document, Shape, Tag, TokenIx, TokenRange};

/// Most tokens of a name that is looked for.
const WINDOW: usize = 6;

/// An article's names, and the surnames of its full names behind them, in the order in which they were found.
pub(super) struct Known(Vec<Entry>);

/// A name, or the surname of one.
struct Entry {
    /// Its first letter: hardly any name begins where it is looked for.
    initial: char,
    tokens: TokenRange,
    name: NameIx,
}

/// The letters of a token in small letters, a blank before them where one parts it from the tokens since `first`.
fn letters(doc: &Document, ix: TokenIx, first: TokenIx) -> impl Iterator<Item = char> {
    let blank = (ix > first && doc.tokens[ix].shape.has(Shape::SPACE_BEFORE)).then_some(' ');
    blank.into_iter().chain(doc.word_text(ix).chars().flat_map(char::to_lowercase))
}

fn initial(doc: &Document, ix: TokenIx) -> char {
    letters(doc, ix, ix).next().unwrap_or_default()
}

impl Entry {
    /// The number of tokens from `at` on that have its letters, if it stands there; most have another first word.
    fn len_at(&self, doc: &Document, at: TokenIx, end: TokenIx) -> Option<usize> {
        let word = |ix: TokenIx| doc.word_text(ix).as_bytes();
        let (name, other) = (word(self.tokens.first()), word(at));
        let len = name.len().min(other.len());
        if !name[..len].eq_ignore_ascii_case(&other[..len]) && name.is_ascii() && other.is_ascii() {
            return None;
        }
        // What does is cut into the same tokens as a rule.
        let parted = |ix: TokenIx| doc.tokens[ix].shape.has(Shape::SPACE_BEFORE);
        let alike = |(own, ix): (TokenIx, TokenIx)| word(own).eq_ignore_ascii_case(word(ix)) && (ix == at || parted(own) == parted(ix));
        if at + self.tokens.len() <= end.min(at + WINDOW) && self.tokens.range().zip(at..).all(alike) {
            return Some(self.tokens.len());
        }
        let mut own = self.tokens.range().flat_map(|ix| letters(doc, ix, self.tokens.first())).peekable();
        for ix in at..end.min(at + WINDOW) {
            if !letters(doc, ix, at).all(|c| own.next_if_eq(&c).is_some()) {
                return None;
            }
            if own.peek().is_none() {
                return Some(ix + 1 - at);
            }
        }
        None
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
        known
    }

    fn add(&mut self, doc: &Document, tokens: TokenRange, name: NameIx) {
        self.0.push(Entry { initial: initial(doc, tokens.first()), tokens, name });
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
        let mut best = (0, None);
        let initial = initial(doc, at);
        for entry in self.0.iter().filter(|e| e.initial == initial) {
            match entry.len_at(doc, at, end) {
                Some(n) if n > best.0 => best = (n, Some(entry.name)),
                _ => {}
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
