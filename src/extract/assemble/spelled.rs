//! A token, put together field by field when each is asked for, as [`Told`](super::Told) is of an event.

use super::{Cite, Findings};
use crate::analysis::Token;
use crate::text::{Tag, TokenIx};

/// A token of a text; what its parts are is said at [`Token`].
#[derive(Clone, Copy)]
pub struct Spelled<'f, 'a, 's, 't> {
    findings: &'f Findings<'a, 's, 't>,
    at: TokenIx,
    token: crate::text::Token,
}

#[allow(missing_docs)]
impl<'f, 'a, 's, 't> Spelled<'f, 'a, 's, 't> {
    #[inline(always)]
    pub(super) fn new(findings: &'f Findings<'a, 's, 't>, at: TokenIx, token: &crate::text::Token) -> Self {
        Spelled { findings, at, token: *token }
    }

    /// All of it.
    pub(super) fn whole<S: Cite<'a>>(self) -> Token<S> {
        let lemma = self.lemma().unwrap_or_else(|| self.text());
        Token { start: self.start(), end: self.end(), text: self.text(), tag: self.tag(), lemma }
    }

    #[inline]
    pub fn start(&self) -> u32 {
        self.findings.map.get(self.token.span.start)
    }

    #[inline]
    pub fn end(&self) -> u32 {
        self.findings.map.get(self.token.span.end)
    }

    #[inline]
    pub fn text<S: Cite<'a>>(&self) -> S {
        S::cite(self.findings.scene.doc.text, self.token.span)
    }

    #[inline]
    pub fn tag(&self) -> Tag {
        self.token.tag
    }

    /// `None` where it is the token's own letters, as most are.
    #[inline]
    pub fn lemma<S: Cite<'a>>(&self) -> Option<S> {
        self.findings.lemmas.at(self.findings.scene.doc, self.at)
    }
}
