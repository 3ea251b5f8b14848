//! Marks: runs, clitics and elisions after an apostrophe, quotation marks, emoticons, @names and #tags.

use super::class::{CLASS, DIGIT, UPPER};
use super::{ALNUM, Scanner};
use crate::lexicon::{List, WordId};
use crate::text::Shape;
use crate::tokenizer::quotes::Mark;

impl Scanner<'_, '_> {
    /// Reads the ASCII mark at `start`.
    #[inline(never)]
    pub(super) fn mark(&mut self, start: usize) -> usize {
        let b = self.bytes[start];
        let next = self.byte(start + 1);
        match b {
            b',' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'%' => self.push(start, start + 1, Shape::PUNCTUATION, WordId::of_mark(b)),
            b'.' if CLASS[next as usize] == DIGIT && (self.after_space() || self.follows_currency(start)) => {
                self.turn();
                self.number(start)
            }
            b'.' | b'!' | b'?' => {
                let terminal = |b| matches!(b, b'.' | b'!' | b'?');
                let end = if terminal(next) { self.run_of(start, terminal) } else { start + 1 };
                self.turn();
                self.scan.exclaims |= self.bytes[end - 1] == b'!';
                self.push_mark(start, end)
            }
            b'"' => self.push_quote(start, start + 1, Mark::Double),
            b'\'' => self.after_apostrophe(start, 1),
            b'`' => {
                let end = self.run_of(start, |b| b == b'`').min(start + 2);
                self.push_quote(start, end, Mark::of('`', end > start + 1))
            }
            b':' | b';' | b'=' => {
                let end = self.emoticon(start).unwrap_or_else(|| if b == b'=' { self.run_of(start, |n| n == b) } else { start + 1 });
                self.turn();
                self.push_mark(start, end)
            }
            b'@' if CLASS[next as usize] & ALNUM & !DIGIT != 0 || next == b'_' => {
                let end = self.run_of(start + 1, |b| CLASS[b as usize] & ALNUM != 0 || b == b'_');
                self.push_address(start, end)
            }
            b'#' if CLASS[next as usize] & ALNUM & !DIGIT != 0 => {
                let end = self.run_of(start + 1, |b| CLASS[b as usize] & ALNUM != 0 || b == b'_');
                self.push_text(start, end)
            }
            _ => {
                let end = self.run_of(start, |n| n == b);
                // A dash may break off what somebody says.
                if b == b'-' && end > start + 1 {
                    self.turn();
                }
                self.push_mark(start, end)
            }
        }
    }

    /// End of the bytes from `at` on that `is` accepts.
    fn run_of(&self, at: usize, is: impl Fn(u8) -> bool) -> usize {
        at + self.bytes.get(at..).map_or(0, |rest| rest.iter().take_while(|b| is(**b)).count())
    }

    fn follows_currency(&self, start: usize) -> bool {
        start > 0 && matches!(self.bytes[start - 1], b'$' | 0xa3 | 0xa5 | 0xac)
    }

    /// A mark that may be an apostrophe (of `len` bytes): a clitic ("'s"), an elision ("'em", "'90s") or a quotation mark.
    pub(super) fn after_apostrophe(&mut self, start: usize, len: usize) -> usize {
        let after = start + len;
        if len == 1 && self.byte(after) == b'\'' {
            return self.push_quote(start, after + 1, Mark::of('\'', true));
        }
        if !self.alnum(after) {
            return self.push_quote(start, after, Mark::of(self.char(start), false));
        }
        if let Some(letters) = self.clitic_here(after) {
            return self.push_clitic(start, after, letters);
        }
        if let Some(end) = self.elision(start, after) {
            return end;
        }
        self.push_quote(start, after, Mark::of(self.char(start), false))
    }

    /// Letters of the clitic after an apostrophe: glued to a word, or cut off from it by a blank.
    fn clitic_here(&self, after: usize) -> Option<usize> {
        self.clitic(after).filter(|_| self.scan.tokens.len() > self.first && (!self.after_space() || self.byte(after) | 0x20 == b's'))
    }

    /// "'em", "'90s", "'t" "is": the apostrophe is part of the word.
    fn elision(&mut self, start: usize, after: usize) -> Option<usize> {
        if !self.after_space() && self.scan.tokens.last().is_some_and(|t| !t.shape.has(Shape::PUNCTUATION)) {
            return None;
        }
        let end = self.run_end(after);
        let letters = self.slice(after, end);
        let apostrophe = self.apostrophe(end);
        if letters.len() >= 2 && letters.as_bytes()[..2].iter().all(u8::is_ascii_digit) && (letters.len() == 2 || &letters[2..] == "s") {
            let decade = apostrophe > 0 && letters.len() == 2 && self.byte(end + apostrophe) == b's' && !self.alnum(end + apostrophe + 1);
            let stop = if decade { end + apostrophe + 1 } else { end };
            // "'90' …": a quoted number, not a year.
            return (decade || apostrophe == 0).then(|| self.push_text(start, stop));
        }
        let mut key = [b'\''; 16];
        let len = letters.len() + 1;
        key.get_mut(1..len)?.copy_from_slice(letters.as_bytes());
        let word = WordId::of(std::str::from_utf8(&key[..len]).ok()?);
        if word.get().is_in(List::Elision) {
            return Some(self.push_text(start, end));
        }
        if word.get().is_in(List::Split) {
            let cut = start + (after - start) + 1;
            self.push_text(start, cut);
            return Some(self.push_text(cut, end));
        }
        None
    }

    /// ":)", ";-)", ":D": an emoticon, when nothing is glued to its end.
    fn emoticon(&self, start: usize) -> Option<usize> {
        let nose = matches!(self.byte(start + 1), b'-' | b'\'') as usize;
        let mouth = start + 1 + nose;
        let is_mouth = match self.byte(mouth) {
            b')' | b'(' => true,
            b'D' | b'P' | b'p' | b'O' | b'/' | b'|' | b'\\' => self.after_space() && self.bytes[start] != b'=',
            _ => false,
        };
        let free = is_mouth && CLASS[self.byte(mouth + 1) as usize] & (ALNUM | UPPER) == 0 && self.byte(mouth + 1) != b'/';
        free.then(|| self.run_of(mouth, |b| b == self.bytes[mouth]))
    }
}
