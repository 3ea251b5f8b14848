//! The analysis to bytes: one printer a file. None of them decides what is a finding.

mod clean;
mod compact;
mod json;
mod page;
mod sheet;
mod summary;
mod tsv;

use nutgraf::Analysis;

use crate::reader::BadRecord;

pub use clean::clean;
pub use json::SCHEMA;
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

/// One document's part of the output.
pub fn analysis(format: Format, look: &Look, analysis: &Analysis, text: &str) -> Vec<u8> {
    match format {
        Format::Summary => summary::summary(look, analysis, text).into_bytes(),
        Format::Json => json::indented(analysis),
        Format::Jsonl => json::line(analysis, text.len()),
        Format::Tsv(table) => table.rows(analysis),
    }
}

/// What stands in the place of a bad record; for eyes and in tables nothing does, it is on standard error.
pub fn bad_record(format: Format, bad: &BadRecord) -> Option<Vec<u8>> {
    match format {
        Format::Summary | Format::Tsv(_) => None,
        Format::Json => Some(json::indented(bad)),
        Format::Jsonl => Some(json::line(bad, 0)),
    }
}
