//! URLs, e-mail addresses, host names: tokens in which marks stand for nothing but themselves.

use super::Scanner;
use crate::lexicon::{List, WordId};
use crate::text::Shape;

/// Longest part of an e-mail address before "@" that is looked for, in bytes.
const LOCAL_LIMIT: usize = 64;

impl Scanner<'_, '_> {
    /// Adds an address.
    pub(super) fn push_address(&mut self, start: usize, end: usize) -> usize {
        self.turn();
        let shape = super::shape_of(self.slice(start, end)).with(Shape::ADDRESS);
        self.push(start, end, shape, WordId::UNKNOWN)
    }

    /// End of the URL whose scheme is `start..colon`.
    pub(super) fn url(&self, start: usize, colon: usize) -> Option<usize> {
        let scheme = &self.bytes[start..colon];
        let slashes = self.byte(colon + 1) == b'/' && self.byte(colon + 2) == b'/';
        let is = slashes && scheme.len() <= 10 || scheme.eq_ignore_ascii_case(b"mailto") && self.alnum(colon + 1);
        is.then(|| self.address_end(start))
    }

    /// End of an address that begins at `start`: up to a blank, a bracket or a quotation mark, the sentence's marks left out.
    pub(super) fn address_end(&self, start: usize) -> usize {
        let rest = self.text.get(start..self.bytes.len()).unwrap_or_default();
        let stops =
            |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '{' | '}' | '|' | '\\' | '`');
        let whole = &rest[..rest.find(stops).unwrap_or(rest.len())];
        let marks = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '‘' | '…' | ']' | '*') || c == ')' && !whole.contains('(');
        start + whole.trim_end_matches(marks).len()
    }

    /// End of the e-mail address whose first byte is at `start`, if that is what stands there.
    pub(super) fn email(&self, start: usize) -> Option<usize> {
        if !self.scan.has_at {
            return None;
        }
        let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
        let len = self.bytes[start..].iter().take(LOCAL_LIMIT).take_while(|b| local(b)).count();
        if self.byte(start + len) != b'@' || !self.alnum(start + len + 1) {
            return None;
        }
        let host = start + len + 1;
        let host_len = self.bytes[host..].iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')).count();
        let host_text = self.slice(host, host + host_len);
        Some(host + host_text.trim_end_matches(['.', '-']).len())
    }

    /// End of the host or file name `start..end` with what follows it ("example.com/news"), if its ending is a known one.
    pub(super) fn host(&self, start: usize, end: usize) -> Option<usize> {
        let name = self.slice(start, end);
        let last = name.rsplit('.').next().unwrap_or_default();
        let cased = last.bytes().all(|b| b.is_ascii_lowercase()) || name.bytes().all(|b| !b.is_ascii_lowercase());
        let web = name.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("www."));
        let known = cased && WordId::of(last).get().is_in(List::HostEnding);
        if !web && !known {
            return None;
        }
        Some(if web || matches!(self.byte(end), b'/' | b':' | b'?' | b'-') { self.address_end(start).max(end) } else { end })
    }
}
