//! What a full stop after a word is: part of an abbreviation, of initials, of a host name, or a mark of its own.

use super::class::{ALNUM, CLASS, DIGIT, LOWER};
use super::{Next, Run, Scanner};
use crate::lexicon::{List, Waiting};
use crate::text::Shape;
use crate::tokenizer::abbreviation::Kind;
use crate::tokenizer::starter::is_starter;

/// Most parts of a host name or an acronym after its first.
const PARTS: usize = 12;

impl Scanner<'_, '_> {
    /// Adds the word that a full stop follows, with the stop where it belongs to it.
    pub(super) fn dot(&mut self, start: usize, run: Run) -> usize {
        let stop = run.end;
        match self.byte(stop + 1) {
            b'.' => self.push_word(start, run),
            _ if self.alnum(stop + 1) => self.inner_dot(start, run),
            _ if self.takes_dot(start, run) => self.push_dotted(start, stop + 1),
            _ => self.push_word(start, run),
        }
    }

    /// Adds a token that ends with its full stop.
    fn push_dotted(&mut self, start: usize, end: usize) -> usize {
        self.turn();
        self.push_text(start, end)
    }

    /// A full stop between letters: "U.S.", "Ph.D.", "news.example.com", "Ft.Worth", or a sentence's end without a blank.
    fn inner_dot(&mut self, start: usize, run: Run) -> usize {
        let mut end = run.end;
        let (mut single, mut letters) = (end - start == 1 || self.char(start).len_utf8() == end - start, true);
        for _ in 0..PARTS {
            if self.byte(end) != b'.' || !self.alnum(end + 1) {
                break;
            }
            let part_end = self.run_end(end + 1);
            single &= part_end - end == 2;
            letters &= CLASS[self.byte(end + 1) as usize] & DIGIT == 0;
            end = part_end;
        }
        if let Some(address) = self.email(start).or_else(|| self.host(start, end)) {
            return self.push_address(start, address);
        }
        let dotted = end + (self.byte(end) == b'.' && self.byte(end + 1) != b'.') as usize;
        if single && letters {
            return self.push_dotted(start, dotted);
        }
        if dotted > end && self.look_up_text(start, dotted).get().is_in(List::Abbreviation) {
            return self.push_dotted(start, dotted);
        }
        if self.is_unsplit(start, end) {
            return self.push_text(start, end);
        }
        if run.shape.has(Shape::DIGIT) && CLASS[self.byte(run.end + 1) as usize] & DIGIT != 0 {
            return self.follow(start, self.run(start, run.end + 1));
        }
        let initial = run.end - start == 1 && run.shape.has(Shape::CAPITAL);
        if initial || self.look_up_text(start, run.end + 1).get().is_in(List::Abbreviation) && CLASS[self.byte(run.end + 1) as usize] & LOWER == 0 {
            return self.push_dotted(start, run.end + 1);
        }
        self.push_word(start, run)
    }

    /// Whether the full stop after a word belongs to it: the word is listed, or an initial, and what follows does not speak against it.
    fn takes_dot(&self, start: usize, run: Run) -> bool {
        let stop = run.end;
        let initial = stop - start == 1;
        if !initial && run.word.and_then(Waiting::dotted).is_some_and(|word| !word.may_abbreviate()) {
            return false;
        }
        let (next_at, next) = self.peek(stop + 1);
        if initial {
            return self.is_initial(start, next_at, next);
        }
        let key = self.look_up_text(start, stop + 1);
        let Some(kind) = Kind::of(key.get()) else { return false };
        let capital = run.shape.has(Shape::CAPITAL);
        if matches!(next, Next::Lower | Next::Mark(b',' | b':' | b';')) && !matches!(kind, Kind::Number | Kind::Unit) {
            return true;
        }
        let glued = next_at == stop + 1;
        match kind {
            Kind::Title => capital && (matches!(next, Next::Upper | Next::Wide | Next::Mark(_)) && !glued),
            Kind::Number => matches!(next, Next::Digit | Next::Mark(b'#' | b'?')),
            Kind::Date => capital && (next == Next::Digit || glued || next == Next::Upper && self.is_month(next_at)),
            Kind::State => capital && (self.after_comma() || glued && next != Next::End),
            Kind::Delegate => capital && (self.after_comma() || glued && next != Next::End || matches!(next, Next::Upper | Next::Wide)),
            Kind::Unit => self.scan.tokens.last().is_some_and(|t| t.shape.has(Shape::NUMBER)) || next == Next::Digit,
            Kind::Trailing => matches!(next, Next::Mark(_)),
            Kind::Inner | Kind::Time | Kind::Name | Kind::End => true,
        }
    }

    /// Whether the paragraph's last token is a comma, as between a town and its state.
    fn after_comma(&self) -> bool {
        self.scan.tokens.len() > self.first && self.scan.tokens.last().is_some_and(|t| self.byte(t.span.start as usize) == b',')
    }

    /// Whether the word at `at` is one that begins sentences and hardly ever names.
    fn begins_sentence(&self, at: usize) -> bool {
        is_starter(self.look_up(at, self.run(at, at)).get())
    }

    /// Whether the word at `at` is a month's ("Tues., Sept. 3").
    fn is_month(&self, at: usize) -> bool {
        self.look_up(at, self.run(at, at)).get().is_in(List::Month)
    }

    /// Whether a letter with a full stop is an initial ("J. Smith"), a page or a list mark ("p. 55", "a. The …") and not a sentence's last word.
    fn is_initial(&self, start: usize, next_at: usize, next: Next) -> bool {
        let letter = self.bytes[start];
        let first = self.scan.tokens.len() == self.first;
        let after_name = self.scan.tokens.len() > self.first
            && self.scan.tokens.last().is_some_and(|t| {
                t.shape.has(Shape::CAPITAL) && t.shape.any(Shape::LOWER.with(Shape::DOT)) || self.byte(t.span.start as usize) == b'&'
            });
        if CLASS[letter as usize] & LOWER != 0 {
            return match next {
                Next::Digit => matches!(letter, b'p' | b'c' | b'b' | b'd' | b'v' | b'n' | b'm' | b'r'),
                Next::Upper => letter == b'v' || first,
                Next::Lower => first || matches!(letter, b'v' | b'c' | b'p' | b'b' | b'd'),
                _ => false,
            };
        }
        if CLASS[letter as usize] & ALNUM == 0 {
            return false;
        }
        match next {
            Next::Upper if letter == b'I' => after_name && !self.begins_sentence(next_at),
            Next::Upper => after_name || first || !self.begins_sentence(next_at),
            Next::Lower | Next::Mark(b',') => letter != b'I' || after_name,
            Next::Digit | Next::Wide => after_name,
            Next::Mark(_) => after_name && next_at > start + 2,
            Next::End => after_name && letter != b'I',
        }
    }
}
