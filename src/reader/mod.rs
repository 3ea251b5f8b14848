//! Bytes to articles: files, folders and standard input; text and JSON Lines; character encodings.
//!
//! [`feed`] walks the inputs in order and hands out [`Piece`]s, one an article, still as bytes, so that decoding and parsing can
//! be done by whichever thread analyses the article. Nothing here looks at language.

mod binary;
mod encoding;
mod feed;
mod jsonl;
mod lines;
mod piece;
mod walk;

use jiff::civil::Date;
use nutgraf::analysis::Id;

pub use encoding::Charset;
pub use feed::{Inputs, Kind, Sink, feed};
pub use jsonl::{BadRecord, Code};
pub use piece::{Fault, Piece};

/// Longest document and longest record, in bytes: what memory is bounded by. A long newspaper article has 100 kB.
pub const LONGEST: usize = 32 << 20;

/// One article: its text and what its source says of it.
#[derive(Debug)]
pub struct Article {
    pub id: Id,
    pub text: String,
    pub title: Option<String>,
    pub published: Option<Date>,
    /// What was odd about the source, for the reader of the result.
    pub warnings: Vec<String>,
}
