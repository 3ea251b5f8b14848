//! The analysis to bytes: one printer a file. None of them decides what is a finding.

mod clean;
mod json;
mod line;
mod page;
mod pen;
mod sheet;
mod summary;
mod tsv;

use nutgraf::Analysis;

use crate::reader::BadRecord;

pub use clean::clean;
pub use json::SCHEMA;
pub use line::line;
pub use page::Look;
pub use sheet::Sheet;
pub use tsv::{TABLES, Table};

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Summary,
    Json,
    Jsonl,
    Tsv(&'static Table),
}

/// One document's part of the output; JSON Lines are for [`line`], which borrows the texts.
pub fn analysis(format: Format, look: &Look, analysis: &Analysis, text: &str) -> Vec<u8> {
    match format {
        Format::Summary => summary::summary(look, analysis, text).into_bytes(),
        Format::Json => json::indented(analysis),
        Format::Jsonl => json::compact(analysis),
        Format::Tsv(table) => table.rows(analysis),
    }
}

/// What stands in the place of a bad record; for eyes and in tables nothing does, it is on standard error.
pub fn bad_record(format: Format, bad: &BadRecord) -> Option<Vec<u8>> {
    match format {
        Format::Summary | Format::Tsv(_) => None,
        Format::Json => Some(json::indented(bad)),
        Format::Jsonl => Some(json::compact(bad)),
    }
}
