//! What a figure is for, in the article's words: "arms deal", "net profit", "a 30% stake".

use super::Figure;
use crate::text::{Document, Span};

/// The thing that a figure is for.
pub(super) fn of(_doc: &Document, _figure: &Figure) -> Option<Span> {
    None
}
