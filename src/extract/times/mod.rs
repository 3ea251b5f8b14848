//! Times: "on Tuesday", "last month", "May 3, 2025", resolved against the date of publication.

use super::{Scene, Trigger};
use crate::lexicon::List;
use crate::text::{TokenIx, TokenRange};

/// The tokens that a time may begin with.
pub(crate) const TRIGGER: Trigger = Trigger::NONE.lists(&[List::Weekday, List::Month]);

/// A time expression.
#[derive(Clone, Debug)]
pub(crate) struct Time {
    /// Its words, the preposition left out.
    pub tokens: TokenRange,
    /// `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or an interval `A/B`; `None` when there is no date to resolve it against.
    pub date: Option<String>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The times of a document, in order.
pub(crate) fn find(_scene: &Scene, _at: &[TokenIx]) -> Vec<Time> {
    Vec::new()
}
