//! One article as bytes on its way to being analysed.

use std::sync::Arc;

use nutgraf::analysis::Id;

use super::lines::Line;
use super::{Article, BadRecord, Charset, jsonl};

/// One article as it was read, not yet decoded; or why it could not be read.
#[derive(Debug)]
pub enum Piece {
    /// A whole file or standard input.
    Document {
        path: Arc<str>,
        bytes: Vec<u8>,
        /// Whether it is a page whose markup nobody has taken out.
        page: bool,
    },
    /// A line of JSON Lines that is not blank.
    Record {
        path: Arc<str>,
        /// From 1.
        number: u64,
        line: Line,
    },
    /// An input that could not be opened or read on.
    Unreadable(Fault),
}

/// Why an input could not be read.
#[derive(Debug)]
pub struct Fault {
    pub path: Arc<str>,
    pub message: String,
}

impl Piece {
    /// Its path, and its line if it is a record.
    pub fn place(&self) -> (Arc<str>, Option<u64>) {
        match self {
            Piece::Document { path, .. } => (path.clone(), None),
            Piece::Record { path, number, .. } => (path.clone(), Some(*number)),
            Piece::Unreadable(fault) => (fault.path.clone(), None),
        }
    }

    /// Decodes and parses it.
    pub fn open(self, charset: Charset) -> Result<Result<Article, BadRecord>, Fault> {
        match self {
            Piece::Document { path, bytes, page } => {
                let (text, repaired) = charset.decode(&bytes);
                let id = Id::Text(path.to_string());
                let page = page.then(|| "HTML is read as plain text; its markup is not taken out".to_string());
                Ok(Ok(Article { id, text: text.into_owned(), title: None, published: None, warnings: repaired.into_iter().chain(page).collect() }))
            }
            Piece::Record { number, line: Some(line), .. } => Ok(jsonl::parse(&line, number, charset)),
            Piece::Record { number, line: None, .. } => Ok(Err(BadRecord::too_long(number))),
            Piece::Unreadable(fault) => Err(fault),
        }
    }
}
