//! Tokens that begin with a letter: clitics, prefixes, and what else a word holds besides letters.

use super::class::{ALNUM, CLASS, in_word};
use super::{Run, Scanner, shape_of};
use crate::lexicon::{INLINE, List, Waiting, WordId};
use crate::text::Shape;

/// Bytes of the longest word with marks inside that the list of uncut words is asked for.
const UNSPLIT_LIMIT: usize = 64;

/// Bytes after which nothing more is joined to a word: its look is read anew with each part.
const JOINED_LIMIT: usize = 256;

/// Quotation marks back that an opening one is looked for.
const MARKS: usize = 32;

impl Scanner<'_, '_> {
    /// Reads the word at `start`.
    #[inline(always)]
    pub(super) fn word(&mut self, start: usize) -> usize {
        let sixteen = self.sixteen(start);
        let end = start + sixteen.len();
        let next = self.byte(end);
        if matches!(next, b' ' | b',' | b'\n' | b';' | b'!' | b'?' | b')' | b'"')
            && let Some(word) = sixteen.word().filter(|word| !word.may_split())
        {
            let shape = sixteen.shape().unwrap_or_else(|| shape_of(self.slice(start, end)));
            return self.push_later_before(next, start, end, shape, word);
        }
        self.odd_word(start)
    }

    /// Reads the word at `start` where more may belong to it than letters and digits of ASCII.
    #[inline(never)]
    fn odd_word(&mut self, start: usize) -> usize {
        let sixteen = self.sixteen(start);
        let end = start + sixteen.len();
        let next = self.byte(end);
        if sixteen.len() == INLINE || !next.is_ascii() && in_word(self.char(end)) {
            return self.follow(start, self.run(start, start));
        }
        let shape = sixteen.shape().unwrap_or_else(|| shape_of(self.slice(start, end)));
        self.follow(start, Run { end, shape, plain: true, word: sixteen.word() })
    }

    /// Reads on after a run of letters and digits: what comes next may belong to the token.
    pub(super) fn follow(&mut self, start: usize, mut run: Run) -> usize {
        loop {
            let at = run.end;
            if at - start > JOINED_LIMIT {
                return self.push_word(start, run);
            }
            let after = match self.byte(at) {
                b'.' => return self.dot(start, run),
                b'\'' | 0xe2 | 0xca => {
                    let apostrophe = self.apostrophe(at);
                    if apostrophe == 0 || !self.alnum(at + apostrophe) {
                        return if apostrophe > 0 && self.drops_g(start, at) {
                            self.push_text(start, at + apostrophe)
                        } else {
                            self.push_word(start, run)
                        };
                    }
                    if let Some(end) = self.clitics(start, run, apostrophe) {
                        return end;
                    }
                    at + apostrophe
                }
                // "N° 5", "N°. 5"
                0xc2 if self.byte(at + 1) == 0xb0 && at == start + 1 && self.byte(start) | 0x20 == b'n' => at + 2,
                b'-' if self.alnum(at + 1) => {
                    if let Some(end) = self.email(start) {
                        return self.push_address(start, end);
                    }
                    let cut = run.word.is_some_and(|word| !word.may_stay());
                    if cut || !self.look_up(start, run).get().is_in(List::Prefix) && !self.listed_whole(start, at, b'-') {
                        return self.push_word(start, run);
                    }
                    at + 1
                }
                b'-' if self.breaks_off(start, run) => return self.push_text(start, at + 1),
                b'/' if self.alnum(at + 1) && self.listed_whole(start, at, b'/') => at + 1,
                b'&' if self.is_initials(start, at) => at + 1,
                b'*' if self.alnum(at + 1) => at + 1,
                b'_' | b'+' if self.alnum(at + 1) => match self.email(start) {
                    Some(end) => return self.push_address(start, end),
                    None if self.byte(at) == b'_' => at + 1,
                    None => return self.push_word(start, run),
                },
                b'@' if self.alnum(at + 1) => {
                    let end = self.email(start).unwrap_or_else(|| self.run_end(at + 1));
                    return self.push_address(start, end);
                }
                b':' => match self.url(start, at) {
                    Some(end) => return self.push_address(start, end),
                    None => return self.push_word(start, run),
                },
                b'$' if at - start <= 3 && !run.shape.any(Shape::LOWER.with(Shape::DIGIT)) => return self.push_text(start, at + 1),
                _ => return self.push_word(start, run),
            };
            run = self.run(start, after);
        }
    }

    /// The lexicon's row of a run.
    pub(super) fn look_up(&self, start: usize, run: Run) -> WordId {
        if run.plain { WordId::of_ascii(self.text.as_bytes(), start, run.end) } else { self.look_up_text(start, run.end) }
    }

    /// Adds a word, or its parts when it is one of those that are written together ("can" "not", "gon" "na").
    pub(super) fn push_word(&mut self, start: usize, run: Run) -> usize {
        // Its row is nothing that the scan goes by: it is looked up later, with the others.
        if let Some(word) = run.word.or_else(|| self.waits(start, run.end, run.shape)).filter(|word| !word.may_split()) {
            return self.push_later(start, run.end, run.shape, word);
        }
        let word = self.look_up(start, run);
        if word.get().is_in(List::Split) {
            return self.push_split(start, run.end, word);
        }
        self.push(start, run.end, run.shape, word)
    }

    /// Adds the parts of a word that the list of split words cuts, at the bytes that it names.
    fn push_split(&mut self, start: usize, end: usize, word: WordId) -> usize {
        let mut from = start;
        let cuts = word.get().value(List::Split).unwrap_or_default();
        // A curly apostrophe has two bytes more than the key's.
        let longer = (end - start).saturating_sub(word.get().key().len());
        for cut in cuts.split(' ').filter_map(|n| n.parse::<usize>().ok()) {
            let cut = start + cut + if cut > 1 { longer } else { 0 };
            if self.text.is_char_boundary(cut) && from < cut && cut < end {
                from = self.push_text(from, cut);
            }
        }
        self.push_text(from, end)
    }

    /// Splits "n't" off, or stops before another clitic, which is then read as a mark; `None` when the apostrophe is part of the word.
    fn clitics(&mut self, start: usize, run: Run, apostrophe: usize) -> Option<usize> {
        let at = run.end;
        let after = at + apostrophe;
        if matches!(self.byte(at - 1), b'n' | b'N') && matches!(self.byte(after), b't' | b'T') && !self.alnum(after + 1) {
            if at - 1 > start {
                self.push_text(start, at - 1);
            }
            return Some(self.push_text(at - 1, after + 1));
        }
        if let Some(len) = self.clitic(after) {
            self.push_word(start, run);
            return Some(self.push_clitic(at, after, len));
        }
        let end = self.run_end(after);
        let whole = self.look_up_text(start, end);
        whole.get().is_in(List::Split).then(|| self.push_split(start, end, whole))
    }

    /// Adds a clitic of so many letters after its apostrophe.
    pub(super) fn push_clitic(&mut self, start: usize, after: usize, len: usize) -> usize {
        let end = after + len;
        // Nearly every one.
        if &self.bytes[after..end] == b"s" {
            let mark = if after - start == 1 { Shape::empty() } else { Shape::NON_ASCII };
            return self.push(start, end, mark.with(Shape::LOWER).with(Shape::LETTER), const { WordId::of_folded("'s") });
        }
        self.push_text(start, end)
    }

    /// Letters of the clitic ("s", "re", "ll") that begins at `at`, after its apostrophe.
    pub(super) fn clitic(&self, at: usize) -> Option<usize> {
        let lower = |n: usize| self.byte(at + n) | 0x20;
        let len = match (lower(0), lower(1)) {
            (b'r', b'e') | (b'v', b'e') | (b'l', b'l') => 2,
            (b's' | b'm' | b'd', _) => 1,
            _ => return None,
        };
        (!self.alnum(at + len)).then_some(len)
    }

    /// Whether a word before an apostrophe has dropped its "g" ("lovin'"), and the apostrophe closes no quote.
    fn drops_g(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        word.len() > 4 && word.ends_with(b"in") && word[0].is_ascii_lowercase() && !self.opens_single()
    }

    /// Whether the whole of a word with hyphens or slashes is in the list of words that are not cut there ("uh-oh", "s/he").
    fn listed_whole(&self, start: usize, at: usize, mark: u8) -> bool {
        let mut end = at;
        while self.byte(end) == mark && self.alnum(end + 1) {
            end = self.run_end(end + 1);
            if end - start > UNSPLIT_LIMIT {
                return false;
            }
        }
        self.is_unsplit(start, end)
    }

    /// Whether a stretch is in the list of words that are not cut.
    pub(super) fn is_unsplit(&self, start: usize, end: usize) -> bool {
        self.may_be(start, end, Waiting::may_stay_whole) && self.look_up_text(start, end).get().is_in(List::Unsplit)
    }

    /// Whether a stretch may be in a list by what is known of it before its look-up, which mostly waits for memory.
    fn may_be(&self, start: usize, end: usize, may: fn(&Waiting) -> bool) -> bool {
        !self.slice(start, end).is_ascii() || Waiting::of(self.text.as_bytes(), start, end).is_none_or(|word| may(&word))
    }

    /// Whether a hyphen says that a speaker broke off ("th- that", "I w- I went"): a blank follows, and before it stands what is no word.
    fn breaks_off(&self, start: usize, run: Run) -> bool {
        let letters = &self.bytes[start..run.end];
        let vowel = |b: &u8| matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        let fragment = match letters {
            [one] => one.is_ascii_alphabetic(),
            [_, b'a'..=b'z'] => !letters.iter().any(vowel) || letters.eq_ignore_ascii_case(b"re"),
            [_, b'a'..=b'z', b'a'..=b'z'] => self.look_up(start, run).get().tags() == 0,
            _ => false,
        };
        let blank = |at: usize| self.byte(at).is_ascii_whitespace();
        fragment && blank(run.end + 1) && (start == 0 || blank(start - 1) || !self.byte(start - 1).is_ascii())
    }

    /// "AT&T", "R&D": short capitals on both sides, or single letters.
    fn is_initials(&self, start: usize, at: usize) -> bool {
        let end = self.run_end(at + 1);
        let (left, right) = (&self.bytes[start..at], &self.bytes[(at + 1).min(end)..end]);
        let capitals = |part: &[u8]| part.len() <= 4 && part.iter().all(u8::is_ascii_uppercase);
        !right.is_empty() && (capitals(left) && capitals(right) || left.len() == 1 && right.len() == 1)
    }

    /// Whether some single mark of this paragraph stands as if it opened a quote.
    fn opens_single(&self) -> bool {
        self.scan.quotes.iter().rev().take(MARKS).any(|quote| {
            let token = self.scan.tokens[quote.token as usize];
            let at = token.span.end as usize;
            token.shape.has(Shape::SPACE_BEFORE) && self.bytes[token.span.start as usize] == b'\'' && CLASS[self.byte(at) as usize] & ALNUM != 0
        })
    }
}
