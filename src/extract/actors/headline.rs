//! Headlines in which every word has a capital: only names known from the running text or from the lists are believed.

use std::collections::HashMap;

use super::candidates::{bit, capital, common, everyday, known_name};
use super::cut::Candidate;
use super::kinds::{Name, NameIx};
use crate::lexicon::{List, longest};
use crate::text::{Document, Tag, TokenIx, TokenRange};

/// Most tokens of a name that is looked for.
const WINDOW: usize = 6;

/// Folded texts of an article's names, with the surnames of its full names.
pub(super) struct Known(HashMap<String, NameIx>);

fn folded(doc: &Document, tokens: TokenRange) -> String {
    let mut out = String::new();
    for ix in tokens.range() {
        if ix > tokens.first() && doc.tokens[ix].shape.has(crate::text::Shape::SPACE_BEFORE) {
            out.push(' ');
        }
        out.extend(doc.word_text(ix).chars().flat_map(char::to_lowercase));
    }
    out
}

impl Known {
    /// Reads the names found in running text.
    pub fn new(doc: &Document, names: &[Name]) -> Self {
        let mut known = HashMap::new();
        for (ix, name) in names.iter().enumerate() {
            if name.inside || name.tokens.len() > 1 || !everyday(doc, name.tokens.first()) {
                known.entry(folded(doc, name.tokens)).or_insert(ix);
            }
        }
        for (ix, name) in names.iter().enumerate() {
            let first = doc.word(name.tokens.first());
            let person = first.is_in(List::FirstName) && !common(first) && (2..5).contains(&name.tokens.len());
            let last = name.tokens.last();
            if person && !common(doc.word(last)) && doc.word(last).lists() & (bit(List::OrgEnd) | bit(List::PlaceEnd)) == 0 {
                known.entry(folded(doc, TokenRange::new(last, last + 1))).or_insert(ix);
            }
        }
        Known(known)
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
                out.push((Candidate { tokens, title: TokenRange::new(at, at), title_sign: "", initial: true }, name));
            }
            at += n.max(1);
        }
    }

    fn longest_at(&self, doc: &Document, at: TokenIx, end: TokenIx) -> (usize, Option<NameIx>) {
        let mut key = String::new();
        let mut best = (0, None);
        for ix in at..end.min(at + WINDOW) {
            if ix > at && doc.tokens[ix].shape.has(crate::text::Shape::SPACE_BEFORE) {
                key.push(' ');
            }
            key.extend(doc.word_text(ix).chars().flat_map(char::to_lowercase));
            if let Some(&name) = self.0.get(&key) {
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
