//! Money: figures with exact amounts and ISO currencies.

use rust_decimal::Decimal;

use super::{Scene, Trigger};
use crate::analysis::Qualifier;
use crate::text::{Span, TokenIx};

/// The tokens that a figure hangs on.
pub(crate) const TRIGGER: Trigger = Trigger::NONE;

/// A figure before its ids are known.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// From the currency mark or number to the last scale or unit word.
    pub span: Span,
    /// Amount in the main unit; `None` for "millions of dollars".
    pub amount: Option<Decimal>,
    /// Upper end of a range.
    pub amount_max: Option<Decimal>,
    /// ISO 4217.
    pub currency: Option<&'static str>,
    /// Whether the currency was inferred.
    pub assumed: bool,
    pub qualifier: Option<Qualifier>,
    pub per: Option<Span>,
    /// Index of the figure that this one converts.
    pub equivalent_of: Option<usize>,
    pub what: Option<Span>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The figures of a document, in order.
pub(crate) fn find(_scene: &Scene, _at: &[TokenIx]) -> Vec<Figure> {
    Vec::new()
}
