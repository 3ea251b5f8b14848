//! The documents' parts put together: the commas and brackets of an array, the blank lines between summaries, the header of a table.

use std::io::{self, Write};

use super::Format;

/// What stands between and around the documents.
#[derive(Debug)]
pub struct Sheet {
    format: Format,
    /// How many documents there were, those that could not be read too.
    tried: u64,
    /// How many were printed.
    printed: u64,
    /// The first document as JSON, until it is known whether it is the only one.
    first: Option<Vec<u8>>,
}

impl Sheet {
    pub fn new(format: Format) -> Self {
        Sheet { format, tried: 0, printed: 0, first: None }
    }

    /// Writes a document's part; `None` for one that could not be read.
    pub fn add(&mut self, out: &mut impl Write, part: Option<Vec<u8>>) -> io::Result<()> {
        self.tried += 1;
        if self.format == Format::Json && self.tried == 1 {
            self.first = part;
            return Ok(());
        }
        if self.format == Format::Json && self.tried == 2 {
            out.write_all(b"[")?;
            if let Some(first) = self.first.take() {
                self.element(out, &first)?;
            }
        }
        let Some(part) = part else { return Ok(()) };
        match self.format {
            Format::Json => return self.element(out, &part),
            Format::Summary if self.printed > 0 => out.write_all(b"\n")?,
            Format::Tsv(table) if self.printed == 0 => out.write_all(table.header().as_bytes())?,
            Format::Summary | Format::Jsonl | Format::Tsv(_) => {}
        }
        self.printed += 1;
        out.write_all(&part)
    }

    /// Writes what ends the output.
    pub fn close(&mut self, out: &mut impl Write) -> io::Result<()> {
        match self.first.take() {
            Some(only) => out.write_all(&only),
            None if self.format == Format::Json && self.tried > 1 => out.write_all(if self.printed > 0 { b"\n]\n" } else { b"]\n" }),
            None => Ok(()),
        }
    }

    fn element(&mut self, out: &mut impl Write, json: &[u8]) -> io::Result<()> {
        out.write_all(if self.printed > 0 { b",\n" } else { b"\n" })?;
        self.printed += 1;
        out.write_all(json.trim_ascii_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(format: Format, parts: &[Option<&str>]) -> String {
        let mut sheet = Sheet::new(format);
        let mut out = Vec::new();
        for part in parts {
            sheet.add(&mut out, part.map(|p| format!("{p}\n").into_bytes())).unwrap();
        }
        sheet.close(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn one_document_is_an_object_several_are_an_array() {
        assert_eq!(put(Format::Json, &[]), "");
        assert_eq!(put(Format::Json, &[None]), "");
        assert_eq!(put(Format::Json, &[Some("1")]), "1\n");
        assert_eq!(put(Format::Json, &[Some("1"), Some("2")]), "[\n1,\n2\n]\n");
        assert_eq!(put(Format::Json, &[None, Some("2")]), "[\n2\n]\n");
        assert_eq!(put(Format::Json, &[Some("1"), None]), "[\n1\n]\n");
        assert_eq!(put(Format::Json, &[None, None]), "[]\n");
    }

    #[test]
    fn lines_stand_alone_and_summaries_apart() {
        assert_eq!(put(Format::Jsonl, &[Some("1"), None, Some("2")]), "1\n2\n");
        assert_eq!(put(Format::Summary, &[Some("1"), None, Some("2")]), "1\n\n2\n");
        let table = &super::super::TABLES[5];
        assert_eq!(put(Format::Tsv(table), &[None, Some("1"), Some("2")]), "document\tstart\tend\ttext\ttag\tlemma\n1\n2\n");
    }
}
