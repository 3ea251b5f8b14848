//! A text of a finding that is cut out only where someone reads it: a printer that copies bytes asks for none of its letters.

use crate::analysis::Text;
use crate::lexicon::{INLINE, Word};
use crate::text::Span;

/// A stretch of a text, its ends not looked at before it is read.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    text: &'a str,
    span: Span,
    /// Its bytes and what fills them up, where it is short and known to be nothing that JSON escapes: they may stand nearer than the text.
    short: Option<&'a [u8; INLINE]>,
}

impl<'a> Cited<'a> {
    /// What stands there.
    pub fn get(self) -> &'a str {
        &self.text[self.span.range()]
    }

    /// Its bytes and what fills them up, and how many are its own, where it is known that JSON escapes none of these.
    #[inline(always)]
    pub fn short(self) -> Option<(&'a [u8; INLINE], usize)> {
        Some((self.short?, self.span.len()))
    }
}

impl<'a> From<&'a str> for Cited<'a> {
    #[inline(always)]
    fn from(text: &'a str) -> Self {
        Cited { text, span: Span::new(0, text.len()), short: None }
    }
}

/// What the texts of findings can be.
pub trait Cite<'a>: From<&'a str> {
    /// What stands somewhere in an article.
    #[inline(always)]
    fn cite(article: &'a str, span: Span) -> Self {
        article[span.range()].into()
    }

    /// The key of a word, which is no phrase.
    #[inline(always)]
    fn key(word: Word) -> Self {
        word.key().into()
    }
}

impl<'a> Cite<'a> for &'a str {}

impl<'a> Cite<'a> for Text {}

impl<'a> Cite<'a> for Cited<'a> {
    #[inline(always)]
    fn cite(article: &'a str, span: Span) -> Self {
        Cited { text: article, span, short: None }
    }

    #[inline(always)]
    fn key(word: Word) -> Self {
        let (text, span) = word.key_place();
        // Only marks are escaped, and they stand alone, as a test of the lexicon holds. The row has most keys: the strings are far from it.
        Cited { text, span, short: word.small_key() }
    }
}
