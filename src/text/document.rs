//! The text with its tokens, sentences and paragraphs: what every extractor reads.

use super::{GroupIx, NounGroup, Shape, Span, Token, TokenIx, TokenRange, VerbGroup};
use crate::lexicon::{Word, WordId, Words};

/// What a sentence's paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SentenceKind {
    /// Running text.
    #[default]
    Prose,
    /// A title or a heading between paragraphs.
    Heading,
    /// A line that is nothing but place and date.
    Dateline,
    /// "Also Read | …", "Advertisement": not the article's own words.
    Boilerplate,
}

/// A sentence: its bytes without the blanks around them, and its tokens.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Index of the paragraph it stands in.
    pub paragraph: u32,
    /// What its paragraph is.
    pub kind: SentenceKind,
}

/// A paragraph, hard-wrapped lines joined: its bytes, its sentences, of which there is one at least.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph {
    /// From its first character to its last, blanks left out.
    pub span: Span,
    /// First of its sentences.
    pub first_sentence: u32,
    /// One past the last of its sentences.
    pub end_sentence: u32,
    /// What it is.
    pub kind: SentenceKind,
}

/// The dateline ("PARIS (AP) —"): place and date as printed.
///
/// It stands before the first sentence, whose span holds it, or is a line of its own (kind [`SentenceKind::Dateline`]).
/// When a text has both, this is the one before the sentence, and `date` may stand in the other.
#[derive(Clone, Copy, Debug)]
pub struct Dateline {
    /// The place's name, its state or country included ("NAIROBI, Kenya"); `None` for a line that is only a date.
    pub place: Option<Span>,
    /// The date as printed ("May 3"), when one stands there.
    pub date: Option<Span>,
    /// The whole of it, the mark that ends it included: what is no part of the first sentence's grammar.
    pub whole: Span,
}

/// A text cut into tokens, sentences and paragraphs; tagged and grouped once the tagger has run.
#[derive(Debug, Default)]
pub struct Document<'t> {
    /// The whole text, never changed.
    pub text: &'t str,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order; every token is in exactly one.
    pub sentences: Vec<Sentence>,
    /// All paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The title, when the text begins with one.
    pub title: Option<Span>,
    /// The article's dateline.
    pub dateline: Option<Dateline>,
    /// Noun groups, in order, none inside another.
    pub noun_groups: Vec<NounGroup>,
    /// For each token the first noun group that does not end before it: extractors ask for every phrase's.
    pub(crate) next_noun: Vec<GroupIx>,
    /// Verb groups, in order.
    pub verb_groups: Vec<VerbGroup>,
    /// For each token the row of its lemma: extractors ask for every verb's and noun's, again and again. Empty before there are groups.
    pub(crate) lemmas: Vec<WordId>,
}

impl<'t> Document<'t> {
    /// The text of a span.
    #[inline]
    pub fn slice(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    /// The text of a token; empty past the last one.
    #[inline]
    pub fn word_text(&self, ix: TokenIx) -> &'t str {
        self.tokens.get(ix).map_or("", |token| self.slice(token.span))
    }

    /// What the lexicon says of a token's word; an empty row when it says nothing.
    pub fn word(&self, ix: TokenIx) -> Word {
        self.tokens[ix].word.get()
    }

    /// Whether a token is one of these ASCII lower-case words, whatever its case. Past the last token there is no word.
    pub fn is_word(&self, ix: TokenIx, words: &[&str]) -> bool {
        let Some(token) = self.tokens.get(ix) else { return false };
        // Bytes: the words are ASCII, so no character boundary has to be looked for.
        let word = &self.text.as_bytes()[token.span.range()];
        // Most are told apart by their length and first letter.
        let first = word.first().map(u8::to_ascii_lowercase);
        words.iter().any(|w| word.len() == w.len() && first == w.as_bytes().first().copied() && word.eq_ignore_ascii_case(w.as_bytes()))
    }

    /// Whether a token is one of a rule's words. Past the last token there is no word.
    #[inline(always)]
    pub(crate) fn is(&self, ix: TokenIx, words: &Words) -> bool {
        let Some(token) = self.tokens.get(ix) else { return false };
        words.has(token.word) && !(token.shape.has(Shape::NON_ASCII) && self.folds_far(ix))
            || !words.others.is_empty() && token.word == WordId::UNKNOWN && self.is_word(ix, words.others)
    }

    /// The place of a token's word in a rule's set of words that the lexicon holds.
    #[inline(always)]
    pub(crate) fn place(&self, ix: TokenIx, words: &Words) -> Option<usize> {
        let token = self.tokens.get(ix)?;
        words.place(token.word).filter(|_| !(token.shape.has(Shape::NON_ASCII) && self.folds_far(ix)))
    }

    /// Whether a word has a mark that a look-up takes for an apostrophe or a hyphen, and a rule does not: an opening mark.
    #[cold]
    fn folds_far(&self, ix: TokenIx) -> bool {
        self.word_text(ix).contains(['‘', 'ʼ', '‐', '‑'])
    }

    /// The bytes from the first to the last token of a range; empty for an empty range.
    #[inline]
    pub fn span_of(&self, tokens: TokenRange) -> Span {
        if tokens.is_empty() {
            return Span::default();
        }
        Span { start: self.tokens[tokens.first()].span.start, end: self.tokens[tokens.last()].span.end }
    }

    /// The text from the first to the last token of a range.
    pub fn text_of(&self, tokens: TokenRange) -> &'t str {
        self.slice(self.span_of(tokens))
    }

    /// The tokens of a paragraph.
    pub fn tokens_of(&self, paragraph: usize) -> TokenRange {
        let p = &self.paragraphs[paragraph];
        let sentences = &self.sentences[p.first_sentence as usize..p.end_sentence as usize];
        match (sentences.first(), sentences.last()) {
            (Some(first), Some(last)) => TokenRange { start: first.tokens.start, end: last.tokens.end },
            _ => TokenRange::default(),
        }
    }

    /// Whether a token is part of the dateline that stands before the first sentence.
    pub fn in_dateline(&self, ix: TokenIx) -> bool {
        self.dateline.is_some_and(|d| d.whole.contains(self.tokens[ix].span))
    }

    /// Index of the sentence that holds the token.
    pub fn sentence_of(&self, ix: TokenIx) -> usize {
        self.sentences.partition_point(|s| s.tokens.end as usize <= ix).min(self.sentences.len().saturating_sub(1))
    }

    /// Index of the first token that ends after byte `at`.
    pub fn token_at(&self, at: usize) -> TokenIx {
        self.tokens.partition_point(|t| (t.span.end as usize) <= at)
    }

    /// Index of the noun group that holds the token.
    pub fn noun_group_at(&self, ix: TokenIx) -> Option<usize> {
        let at = *self.next_noun.get(ix)? as usize;
        self.noun_groups.get(at).filter(|g| g.tokens.holds(ix)).map(|_| at)
    }

    /// Makes [`Document::noun_group_at`] know the noun groups, once all are there.
    pub(crate) fn index_nouns(&mut self) {
        self.next_noun = next_ones(self.noun_groups.iter().map(|g| g.tokens.end), self.tokens.len());
    }

    /// Index of the verb group that holds the token.
    pub fn verb_group_at(&self, ix: TokenIx) -> Option<usize> {
        let at = self.verb_groups.partition_point(|g| g.tokens.end as usize <= ix);
        self.verb_groups.get(at).filter(|g| g.tokens.holds(ix)).map(|_| at)
    }
}

/// For each of so many tokens the number of the first stretch that does not end before it, up to the last that one holds; `ends` are one past
/// the last token of each, in order.
pub(crate) fn next_ones(ends: impl Iterator<Item = u32>, tokens: usize) -> Vec<u32> {
    /// Tokens that are written at a stroke: most stretches reach no further, and what is too many the next one writes over.
    const STROKE: usize = 16;
    let mut next = Vec::with_capacity(tokens + STROKE);
    for (n, end) in ends.enumerate() {
        loop {
            next.extend_from_slice(&[n as u32; STROKE]);
            if next.len() >= end as usize {
                break;
            }
        }
        next.truncate(end as usize);
    }
    next
}

#[cfg(test)]
mod tests {
    use super::next_ones;

    #[test]
    fn each_token_knows_the_next_stretch() {
        assert_eq!(next_ones([2, 3, 3, 24].into_iter(), 30), [&[0, 0, 1][..], &[3; 21]].concat());
        assert!(next_ones(std::iter::empty(), 4).is_empty());
    }
}
