//! A text of a finding that is cut out only where someone reads it: a printer that copies bytes asks for none of its letters.

use crate::analysis::Text;
use crate::lexicon::Word;
use crate::text::Span;

/// A stretch of a text, its ends not looked at before it is read.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    text: &'a str,
    span: Span,
    /// Whether it is known that JSON escapes nothing in it.
    plain: bool,
}

impl<'a> Cited<'a> {
    /// What stands there.
    pub fn get(self) -> &'a str {
        &self.text[self.span.range()]
    }

    /// Its first bytes and those behind it, and how many are its own, where it is known that JSON escapes none of these.
    #[inline(always)]
    pub fn plain<const N: usize>(self) -> Option<(&'a [u8; N], usize)> {
        let bytes = self.text.as_bytes().get(self.span.start as usize..)?.first_chunk()?;
        Some((bytes, self.span.len())).filter(|(_, len)| self.plain & (*len <= N))
    }
}

impl<'a> From<&'a str> for Cited<'a> {
    #[inline(always)]
    fn from(text: &'a str) -> Self {
        Cited { text, span: Span::new(0, text.len()), plain: false }
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
        Cited { text: article, span, plain: false }
    }

    #[inline(always)]
    fn key(word: Word) -> Self {
        let (text, span) = word.key_place();
        // Only marks are escaped, and they stand alone, as a test of the lexicon holds. The row tells: the text is far from it.
        Cited { text, span, plain: word.begins_small() }
    }
}
