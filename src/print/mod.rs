//! The analysis to bytes: one printer a file. None of them decides what is a finding.

mod clean;
mod json;
mod known;
mod line;
mod page;
mod pen;
mod sheet;
mod spool;
mod summary;
mod tsv;

use std::io::{self, Write};

use nutgraf::Analysis;
use nutgraf::stages::Findings;

use crate::reader::BadRecord;

pub use clean::clean;
pub use json::SCHEMA;
use json::{Indent, Indented};
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

/// One document's part of the output: what was found in a text, `head` being the analysis without its lists.
///
/// JSON goes `onward` in stretches where it is long; what is given back is what is left of it.
pub fn document<'a>(
    format: Format,
    look: &Look,
    head: &Analysis<&'a str>,
    findings: &Findings<'a, '_, '_>,
    text: &str,
    onward: Option<&mut dyn Write>,
) -> io::Result<Vec<u8>> {
    let whole = || findings.lists(head.clone());
    Ok(match format {
        Format::Summary => summary::summary(look, &whole(), text).into_bytes(),
        Format::Json => {
            let mut indent = Indent::default();
            let rest = match onward {
                Some(out) => line::line(head, findings, text, Some(&mut Indented { indent: &mut indent, out }))?,
                None => line::line(head, findings, text, None)?,
            };
            indent.add(&rest)
        }
        Format::Jsonl => line::line(head, findings, text, onward)?,
        Format::Tsv(table) => table.rows(&whole()),
    })
}

/// What stands in the place of a bad record; for eyes and in tables nothing does, it is on standard error.
pub fn bad_record(format: Format, bad: &BadRecord) -> Option<Vec<u8>> {
    match format {
        Format::Summary | Format::Tsv(_) => None,
        Format::Json => Some(json::indented(&json::compact(bad))),
        Format::Jsonl => Some(json::compact(bad)),
    }
}
