//! Quotes: what was said, how, by whom, to whom.

use super::{Scene, Trigger};
use crate::analysis::QuoteKind;
use crate::text::{Span, TokenIx, TokenRange};

/// The tokens that a quote hangs on: quotation marks and reporting cues.
pub(crate) const TRIGGER: Trigger = Trigger::NONE;

/// A quote before its ids are known.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    pub kind: QuoteKind,
    /// The whole content, marks left out.
    pub span: Span,
    /// The stretches between marks.
    pub quoted: Vec<Span>,
    /// The speaker's words ("Scott Bessent", "He").
    pub speaker: Option<TokenRange>,
    pub addressee: Option<TokenRange>,
    /// The reporting verb or "according to".
    pub cue: Option<TokenRange>,
    /// Index of the quote that this one goes on from.
    pub continues: Option<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The quotes of a document, in order.
pub(crate) fn find(_scene: &Scene, _at: &[TokenIx]) -> Vec<Quotation> {
    Vec::new()
}
