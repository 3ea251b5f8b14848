//! A paragraph as its frames: sentences in which every quoted stretch is one opaque item.
//!
//! What stands between marks has its own stops and verbs; folded into one item it cannot disturb the search for the cue and
//! the speaker around it (the "dummy phrase" of the Guardian's quote extractor, without touching the text).

use super::cue;
use super::marks::Stretch;
use crate::lexicon::{List, Words, words};
use crate::text::{Document, Shape, Span, Tag, TokenIx, TokenRange};

/// A token outside all marks, or a whole quoted stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Word(u32),
    Quote(u32),
}

/// One sentence outside the marks.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub doc: &'a Document<'a>,
    pub marks: &'a [Stretch],
    pub items: &'a [Item],
    /// Those of the marks that are its items.
    pub stretches: &'a [Stretch],
}

/// How far after a quote that ends in "?" or "!" its cue may stand.
const CUE_REACH: usize = 12;

impl<'a> Frame<'a> {
    /// The token at item `i`, when it is no quoted stretch.
    #[inline]
    pub fn word(&self, i: usize) -> Option<TokenIx> {
        match self.items.get(i) {
            Some(Item::Word(ix)) => Some(*ix as TokenIx),
            _ => None,
        }
    }

    /// The item of a token outside all marks.
    pub fn item_of(&self, ix: TokenIx) -> Option<usize> {
        // Item for item the tokens of a sentence, but for the stretches, of which there are few.
        let folded: usize = self.stretches.iter().take_while(|stretch| stretch.tokens.first() < ix).map(folded).sum();
        let at = ix.checked_sub(self.start_of(*self.items.first()?) + folded)?;
        (self.word(at) == Some(ix)).then_some(at)
    }

    /// The items that are quoted stretches.
    pub fn quotes(&self) -> impl Iterator<Item = usize> {
        let first = self.items.first().map_or(0, |item| self.start_of(*item));
        self.stretches.iter().scan(first, |before, stretch| {
            let at = stretch.tokens.first() - *before;
            *before += folded(stretch);
            Some(at)
        })
    }

    /// The first token of an item.
    fn start_of(&self, item: Item) -> TokenIx {
        match item {
            Item::Word(ix) => ix as TokenIx,
            Item::Quote(q) => self.marks[q as usize].tokens.first(),
        }
    }

    /// The quoted stretch at item `i`.
    pub fn quote(&self, i: usize) -> Option<&'a Stretch> {
        match self.items.get(i) {
            Some(Item::Quote(q)) => self.marks.get(*q as usize),
            _ => None,
        }
    }

    #[inline]
    pub fn is_quote(&self, i: usize) -> bool {
        // Most frames have none.
        !self.stretches.is_empty() && matches!(self.items.get(i), Some(Item::Quote(_)))
    }

    /// Whether a quoted stretch stands among items `from..to`.
    pub fn has_quote(&self, from: usize, to: usize) -> bool {
        !self.stretches.is_empty() && (from..to).any(|i| self.is_quote(i))
    }

    /// The tag at item `i`; [`Tag::None`] for a stretch and outside the frame.
    #[inline]
    pub fn tag(&self, i: usize) -> Tag {
        self.word(i).map_or(Tag::None, |ix| self.doc.tokens[ix].tag)
    }

    /// Whether item `i` is one of these lower-case words.
    #[inline]
    pub fn is(&self, i: usize, words: &Words) -> bool {
        self.word(i).is_some_and(|ix| self.doc.is(ix, words))
    }

    pub fn is_in(&self, i: usize, list: List) -> bool {
        self.word(i).is_some_and(|ix| self.doc.word(ix).is_in(list))
    }

    #[inline]
    pub fn has_shape(&self, i: usize, shape: Shape) -> bool {
        self.word(i).is_some_and(|ix| self.doc.tokens[ix].shape.any(shape))
    }

    #[inline]
    pub fn is_comma(&self, i: usize) -> bool {
        self.is(i, words![","])
    }

    /// A dash that sets off a part of the sentence.
    pub fn is_dash(&self, i: usize) -> bool {
        self.is(i, words!["—", "–", "--"; "―"]) || self.is(i, words!["-"]) && self.has_shape(i, Shape::SPACE_BEFORE)
    }

    pub fn is_stop(&self, i: usize) -> bool {
        self.is(i, words![".", "!", "?", "…", "..."])
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// The tokens of items `from..to`, quotation marks included.
    pub fn tokens(&self, from: usize, to: usize) -> TokenRange {
        let (Some(first), Some(last)) = (self.items.get(from), to.checked_sub(1).and_then(|l| self.items.get(l))) else {
            return TokenRange::default();
        };
        let start = self.start_of(*first);
        let end = match *last {
            Item::Word(ix) => ix as usize + 1,
            Item::Quote(q) => self.marks[q as usize].tokens.end as usize,
        };
        TokenRange::new(start, end.max(start))
    }

    /// The bytes of items `from..to`; of a single stretch the bytes between its marks.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match self.quote(from) {
            Some(stretch) if to == from + 1 => stretch.inside,
            _ => self.doc.span_of(self.tokens(from, to)),
        }
    }

    /// Whether a finite verb or a modal stands among items `from..to`.
    pub fn has_finite(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.tag(i).has_tense())
    }
}

/// How many items fewer a stretch makes than it has tokens.
fn folded(stretch: &Stretch) -> usize {
    stretch.tokens.len().saturating_sub(1)
}

/// A sentence of a paragraph without quoted stretches as a frame, its items put into `items`.
pub(super) fn sentence<'a>(doc: &'a Document<'a>, marks: &'a [Stretch], tokens: TokenRange, items: &'a mut Vec<Item>) -> Frame<'a> {
    items.clear();
    items.extend((tokens.start..tokens.end).map(Item::Word));
    Frame { doc, marks, items, stretches: &[] }
}

/// Where a frame ends, among the items of its paragraph and among the marks.
pub(super) type End = (usize, usize);

/// Puts the items of a paragraph with quoted stretches, the first of which is number `next`, into `items` and the ends of its frames into `ends`.
pub(super) fn layout(doc: &Document, paragraph: usize, marks: &[Stretch], mut next: usize, items: &mut Vec<Item>, ends: &mut Vec<End>) {
    items.clear();
    ends.clear();
    let tokens = doc.tokens_of(paragraph);
    let mut sentence = doc.paragraphs[paragraph].first_sentence as usize;
    let mut ix = tokens.first();
    let end = tokens.end as usize;
    while ix < end {
        if let Some(stretch) = marks.get(next).filter(|m| m.tokens.first() == ix) {
            items.push(Item::Quote(next as u32));
            ix = (stretch.tokens.end as usize).max(ix + 1);
            next += 1;
            if ends_frame(doc, stretch, ix, end, marks.get(next)) {
                ends.push((items.len(), next));
            }
        } else {
            while doc.sentences.get(sentence).is_some_and(|s| (s.tokens.end as usize) <= ix) {
                sentence += 1;
            }
            let closes = doc.sentences.get(sentence).map_or(end, |s| s.tokens.end as usize);
            let opens = marks.get(next).map(|m| m.tokens.first()).filter(|m| *m > ix).unwrap_or(end);
            let to = closes.min(opens).min(end);
            items.extend((ix as u32..to as u32).map(Item::Word));
            if to == closes {
                ends.push((items.len(), next));
            }
            ix = to;
        }
    }
    if ends.last() != Some(&(items.len(), next)) {
        ends.push((items.len(), next));
    }
}

/// Whether a sentence ends with this stretch: it ends in a stop, and no cue for it follows.
fn ends_frame(doc: &Document, stretch: &Stretch, after: TokenIx, end: TokenIx, next: Option<&Stretch>) -> bool {
    if after >= end {
        return true;
    }
    let words = stretch.words();
    let last = doc.word_text(words.last());
    if words.is_empty() || !matches!(last, "." | "!" | "?" | "…" | "..." | "'" | "’") {
        return false;
    }
    if matches!(last, "'" | "’") && !(words.len() > 1 && matches!(doc.word_text(words.last() - 1), "." | "!" | "?")) {
        return false;
    }
    if next.is_some_and(|n| n.tokens.first() == after) {
        return true;
    }
    let shape = doc.tokens[after].shape;
    if !shape.any(Shape::CAPITAL.with(Shape::DIGIT)) {
        return false;
    }
    last == "." || !cue_follows(doc, after, end)
}

/// Whether the next words are a speaker with a cue and nothing between ("Fox asked").
fn cue_follows(doc: &Document, from: TokenIx, end: TokenIx) -> bool {
    for ix in from..end.min(from + CUE_REACH) {
        let token = &doc.tokens[ix];
        if cue::reporting(doc, ix).is_some() {
            return true;
        }
        if token.tag.is_verb() || matches!(token.tag, Tag::Period) || token.shape.any(Shape::OPEN_QUOTE) {
            return false;
        }
    }
    false
}
