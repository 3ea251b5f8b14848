//! Tokens that begin with a digit: grouped and decimal figures, clock times, dates, telephone numbers, ordinals, codes.

use super::class::{CLASS, DIGIT, LOWER, UPPER};
use super::{Next, Scanner};
use crate::lexicon::{List, WordId};
use crate::text::Shape;

impl Scanner<'_, '_> {
    /// Reads the number at `start`, which is a digit, or a mark before one.
    #[inline(never)]
    pub(super) fn number(&mut self, start: usize) -> usize {
        let mut end = self.figure(start);
        match self.byte(end) {
            b'/' if self.digit(end + 1) => {
                if let Some(stop) = self.date_or_fraction(start) {
                    end = stop;
                }
            }
            b'-' if self.digit(end + 1) => {
                if let Some(stop) = self.telephone_or_date(start) {
                    end = stop;
                }
            }
            b'.' if self.is_list_number(start, end) => {
                self.turn();
                return self.push_text(start, end + 1);
            }
            _ => {}
        }
        let apostrophe = self.apostrophe(end);
        if apostrophe > 0 && self.byte(end + apostrophe) == b's' && !self.alnum(end + apostrophe + 1) && self.byte(end - 1) == b'0' {
            return self.push_text(start, end + apostrophe + 1);
        }
        if CLASS[self.byte(end) as usize] & (LOWER | UPPER) != 0 {
            return self.with_letters(start, end);
        }
        if self.byte(end) == b'_' && self.alnum(end + 1) {
            return self.follow(start, self.run(start, end + 1));
        }
        self.push_shaped(start, end, Shape::NUMBER.with(Shape::DIGIT))
    }

    fn digit(&self, at: usize) -> bool {
        CLASS[self.byte(at) as usize] == DIGIT
    }

    /// End of the digits at `at`.
    fn digits(&self, at: usize) -> usize {
        at + self.bytes.get(at..).map_or(0, |rest| rest.iter().take_while(|b| CLASS[**b as usize] == DIGIT).count())
    }

    /// End of a figure with its grouping and decimals ("1,234.5", "7:30").
    fn figure(&self, start: usize) -> usize {
        let mut end = self.digits(start).max(start + 1);
        while matches!(self.byte(end), b',' | b'.' | b':') && self.digit(end + 1) {
            end = self.digits(end + 1);
        }
        end
    }

    /// "9/11", "1/2", "24/12/2001": one token; "2001/2002" is two with a slash.
    fn date_or_fraction(&self, start: usize) -> Option<usize> {
        let first = self.digits(start);
        let mut end = first;
        let mut parts = 1;
        while self.byte(end) == b'/' && self.digit(end + 1) {
            let next = self.digits(end + 1);
            if next - end > 5 || parts == 3 {
                return None;
            }
            (end, parts) = (next, parts + 1);
        }
        (first - start <= 2 && (parts == 3 || parts == 2 && end - first <= 3) && !self.alnum(end)).then_some(end)
    }

    /// "713-853-3989", "555-0199", "2017-07-21", "11-20-2000": one token; "3-4" is three.
    fn telephone_or_date(&self, start: usize) -> Option<usize> {
        const MOST: usize = 5;
        let mut lengths = [0; MOST];
        let mut end = start;
        let mut parts = 0;
        loop {
            let stop = self.digits(end);
            if parts == MOST || stop == end {
                return None;
            }
            (lengths[parts], end, parts) = (stop - end, stop, parts + 1);
            if self.byte(end) != b'-' || !self.digit(end + 1) {
                break;
            }
            end += 1;
        }
        let whole = matches!(lengths[..parts], [3 | 5, 4] | [3, 3, 4] | [1, 3, 3, 4] | [4, 2, 2] | [1 | 2, 1 | 2, 2 | 4]);
        (whole && !self.alnum(end)).then_some(end)
    }

    /// "1." at the beginning of a list item: the mark is part of it.
    fn is_list_number(&self, start: usize, end: usize) -> bool {
        self.scan.tokens.len() == self.first
            && end - start <= 2
            && CLASS[self.byte(end + 1) as usize] & (DIGIT | super::class::MARK) == 0
            && matches!(self.peek(end + 1).1, Next::Upper | Next::Lower | Next::Wide)
    }

    /// A number with letters right after it: "5th" and "1990s" are one, "35" "mm" two, "4chan" one.
    fn with_letters(&mut self, start: usize, end: usize) -> usize {
        let letters = self.slice(end, self.run_end(end));
        let splits = letters.bytes().all(|b| b.is_ascii_alphabetic()) && WordId::of(letters).get().is_in(List::Unit);
        if splits || end > start && self.slice(start, end).contains([',', ':']) {
            return self.push(start, end, Shape::NUMBER.with(Shape::DIGIT), self.look_up_text(start, end));
        }
        self.follow(start, self.run(start, end))
    }
}
