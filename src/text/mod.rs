//! The text and what is known of its parts: spans, tokens, sentences, groups.
//!
//! Everything here is flat data over one unchanged `&str`. The stages above fill it; nothing here decides anything.

mod document;
mod fold;
mod groups;
mod maybe;
mod offsets;
mod shape;
mod span;
mod tag;
mod token;

pub(crate) use document::next_ones;
pub use document::{Dateline, Document, Paragraph, Sentence, SentenceKind};
pub use fold::{Folded, fold};
pub(crate) use groups::ATTACHED_WINDOW;
pub use groups::{Clause, GroupIx, Link, NounGroup, NounKind, Role, VerbGroup};
pub(crate) use maybe::Maybe;
pub use offsets::{OffsetMap, OffsetUnit};
pub use shape::Shape;
pub use span::{Span, TokenIx, TokenRange};
pub use tag::Tag;
pub use token::Token;
