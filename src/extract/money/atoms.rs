//! The text around a trigger, cut finer than tokens: numbers, words, marks.
//!
//! Money must read the same whether the tokenizer keeps "$1.2bn" whole or cuts it in three, so its grammar works on atoms
//! read from the bytes of the text. Only the stretches around triggers are read.

use std::cell::{Cell, OnceCell};

use wide::u8x16;

use super::country::Evidence;
use super::digits::{self, Digits};
use super::draft::{Draft, Side};
use super::quantity::Quantity;
use crate::lexicon::{List, Word, WordId, Words, phrase, words};
use crate::text::{Document, Span};

/// What an atom is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// A number in digits, by its place among the stretch's.
    Number(u32),
    /// A run of letters, or an abbreviation with full stops ("U.S.").
    Word,
    /// Any other character.
    Mark(char),
}

/// A number, a word or a mark.
#[derive(Clone, Copy)]
pub(super) struct Atom {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// Whether white space (or the stretch's start) comes before it.
    pub blank: bool,
    /// Whether a figure can begin with it: a number, a sign, or a word of a number or a currency.
    pub starts: bool,
    /// What the lexicon says of it.
    pub word: Word,
}

/// A stretch of the text as atoms.
pub(super) struct Reading<'a> {
    /// The document.
    pub doc: &'a Document<'a>,
    /// Its atoms, in order.
    pub atoms: Vec<Atom>,
    numbers: Vec<Digits>,
    /// Whether the article writes decimals with a comma ("1.234,50"), so that "1.234" has its thousands grouped.
    pub continental: bool,
    /// The figure before the atom that is being read.
    pub last: Option<Draft>,
    evidence: OnceCell<Evidence>,
    /// Whether "£" stands in the article.
    sterling: OnceCell<bool>,
    /// What was last read at an atom, so that every rule need not read it again.
    pub prefixed: Memo<Side>,
    pub suffixed: Memo<Side>,
    /// Likewise numbers that no currency mark stands before.
    pub number: Memo<Quantity>,
}

/// Atoms of most stretches: no more room is needed for these.
const ATOMS: usize = 128;

/// What was last read at an atom. That nothing was is the usual case, and known without a copy.
pub(super) struct Memo<T> {
    at: Cell<Option<usize>>,
    nothing: Cell<bool>,
    found: Cell<Option<T>>,
}

impl<T: Copy> Memo<T> {
    fn new() -> Self {
        Memo { at: Cell::new(None), nothing: Cell::new(true), found: Cell::new(None) }
    }

    /// What there is at an atom, read when it was not asked for before.
    pub fn at(&self, at: usize, read: impl FnOnce() -> Option<T>) -> Option<T> {
        if self.at.get() != Some(at) {
            let found = read();
            self.at.set(Some(at));
            self.nothing.set(found.is_none());
            if found.is_some() {
                self.found.set(found);
            }
            return found;
        }
        if self.nothing.get() { None } else { self.found.get() }
    }

    fn forget(&self) {
        self.at.set(None);
    }
}

impl<'a> Reading<'a> {
    /// A reading of nothing yet.
    pub fn new(doc: &'a Document<'a>, continental: bool) -> Self {
        Self {
            doc,
            atoms: Vec::with_capacity(ATOMS),
            numbers: Vec::new(),
            continental,
            last: None,
            evidence: OnceCell::new(),
            sterling: OnceCell::new(),
            prefixed: Memo::new(),
            suffixed: Memo::new(),
            number: Memo::new(),
        }
    }

    /// Whether "£" stands in the article.
    pub fn has_sterling(&self) -> bool {
        *self.sterling.get_or_init(|| self.doc.text.contains('£'))
    }

    /// What the article's places say, counted when it is first asked for.
    pub fn evidence(&self) -> &Evidence {
        self.evidence.get_or_init(|| Evidence::of(self.doc))
    }

    /// Reads another stretch.
    pub fn read(&mut self, span: Span) {
        self.atoms.clear();
        self.numbers.clear();
        self.last = None;
        self.prefixed.forget();
        self.suffixed.forget();
        self.number.forget();
        let text = self.doc.text;
        let mut at = span.start as usize;
        let end = span.end as usize;
        let mut blank = true;
        let mut token = self.doc.token_at(at);
        while at < end {
            let (kind, len) = match text.as_bytes()[at] {
                b' ' => {
                    blank = true;
                    at += 1;
                    continue;
                }
                byte if byte.is_ascii_alphabetic() => (Kind::Word, word_len(&text[at..end])),
                byte if byte.is_ascii_punctuation() && byte != b'.' => (Kind::Mark(char::from(byte)), 1),
                _ => {
                    let Some(c) = text[at..end].chars().next() else { break };
                    if c.is_whitespace() {
                        blank = true;
                        at += c.len_utf8();
                        continue;
                    }
                    match number(text, at, end, c) {
                        Some((number, len)) => {
                            self.numbers.push(number);
                            (Kind::Number(self.numbers.len() as u32 - 1), len)
                        }
                        None => word_or_mark(&text[at..end], c),
                    }
                }
            };
            let span = Span::new(at, at + len);
            let (word, starts) = match kind {
                Kind::Number(_) => (WordId::UNKNOWN.get(), true),
                // Dashes are minus signs after a blank or a bracket, and dashes and quotation marks are no currencies.
                Kind::Mark(c) => {
                    let apart = blank || self.atoms.last().is_some_and(|before| matches!(before.kind, Kind::Mark(_)));
                    (WordId::UNKNOWN.get(), c == '$' || apart && is_hyphen(c) || !(c.is_ascii() || matches!(c, '‐'..='…')))
                }
                Kind::Word => {
                    // Nearly every word is a token, and was looked up by the tokenizer.
                    while self.doc.tokens.get(token).is_some_and(|t| t.span.start < span.start) {
                        token += 1;
                    }
                    let known = self.doc.tokens.get(token).filter(|t| t.span == span);
                    let word = known.map_or_else(|| WordId::of(&text[at..at + len]), |t| t.word).get();
                    // An abbreviation has its first full stop behind its first letter.
                    (word, word.lists() & STARTS != 0 || len > 1 && text.as_bytes()[at + 1] == b'.')
                }
            };
            self.atoms.push(Atom { span, kind, blank, starts, word });
            blank = false;
            at += len;
        }
    }

    /// The next atom from an index on that a figure can begin with.
    pub fn next_start(&self, from: usize) -> Option<usize> {
        self.atoms[from..].iter().position(|atom| atom.starts).map(|n| from + n)
    }

    /// The atom at an index.
    pub fn atom(&self, ix: usize) -> Option<&Atom> {
        self.atoms.get(ix)
    }

    /// What the lexicon says of the words from one atom to before another, as one phrase.
    pub fn phrase(&self, first: usize, end: usize) -> Word {
        let Some(word) = self.atom(first).map(|a| a.word) else { return WordId::UNKNOWN.get() };
        if end == first + 1 {
            return word;
        }
        if word.begins_phrase() && word.goes_on_with_text(self.text(first + 1)) {
            phrase(self.text_between(first, end))
        } else {
            WordId::UNKNOWN.get()
        }
    }

    /// The text of an atom; empty past the end.
    pub fn text(&self, ix: usize) -> &'a str {
        self.atom(ix).map_or("", |a| self.doc.slice(a.span))
    }

    /// The text from one atom to before another.
    pub fn text_between(&self, first: usize, end: usize) -> &'a str {
        match (self.atom(first), end.checked_sub(1).and_then(|last| self.atom(last))) {
            (Some(a), Some(b)) if first < end => self.doc.slice(a.span.to(b.span)),
            _ => "",
        }
    }

    /// Whether an atom is one of these words, whatever its case.
    #[inline]
    pub fn is(&self, ix: usize, words: &Words) -> bool {
        self.atom(ix).is_some_and(|atom| words.has(atom.word.id()) || !words.others.is_empty() && self.is_other(atom, words))
    }

    /// Whether an atom is one of the words that the lexicon does not hold.
    #[inline(never)]
    fn is_other(&self, atom: &Atom, words: &Words) -> bool {
        !atom.word.is_known() && words.others.iter().any(|w| self.doc.slice(atom.span).eq_ignore_ascii_case(w))
    }

    /// The place of an atom among some words.
    pub fn place(&self, ix: usize, words: &Words) -> Option<usize> {
        words.place(self.atom(ix)?.word.id())
    }

    /// Whether an atom is this mark.
    pub fn mark(&self, ix: usize, is: impl Fn(char) -> bool) -> bool {
        self.atom(ix).is_some_and(|a| matches!(a.kind, Kind::Mark(c) if is(c)))
    }

    /// Whether an atom follows the one before it without a blank.
    pub fn glued(&self, ix: usize) -> bool {
        self.atom(ix).is_some_and(|a| !a.blank)
    }

    /// Whether an atom is a word.
    pub fn is_word(&self, ix: usize) -> bool {
        self.atom(ix).is_some_and(|a| a.kind == Kind::Word)
    }

    /// The number in digits at an index.
    pub fn digits(&self, ix: usize) -> Option<Digits> {
        match self.atom(ix)?.kind {
            Kind::Number(n) => self.numbers.get(n as usize).copied(),
            _ => None,
        }
    }

    /// What a list says of the atom.
    pub fn value(&self, ix: usize, list: List) -> Option<&'static str> {
        let word = self.atom(ix)?.word;
        if word.is_in(list) { Some(word.value(list).unwrap_or("")) } else { None }
    }

    /// Whether an atom's letters are all capitals.
    pub fn is_upper(&self, ix: usize) -> bool {
        let text = self.text(ix);
        text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
    }

    /// Whether an atom begins with a capital.
    pub fn is_capital(&self, ix: usize) -> bool {
        self.text(ix).starts_with(char::is_uppercase)
    }

    /// The hyphen between two atoms that touch it ("50-million"): the index after it.
    pub fn past_hyphen(&self, ix: usize) -> Option<usize> {
        (self.mark(ix, is_hyphen) && self.glued(ix) && self.glued(ix + 1)).then_some(ix + 1)
    }

    /// Whether an atom can end what a figure says: a mark, a function word, or the end of the stretch.
    pub fn closes(&self, ix: usize) -> bool {
        match self.atom(ix).map(|a| a.kind) {
            None => true,
            Some(Kind::Mark(c)) => !is_hyphen(c) && c != '&',
            Some(Kind::Number(_)) => false,
            Some(Kind::Word) => self.is(ix, FUNCTION_WORDS),
        }
    }
}

/// The lists whose words a figure can begin with.
const STARTS: u128 = bits(&[
    List::NumberWord,
    List::NumberScale,
    List::AmountStart,
    List::CurrencySymbol,
    List::CurrencyCode,
    List::CurrencyMark,
    List::DollarLetters,
]);

pub(super) const fn bits(lists: &[List]) -> u128 {
    let (mut bits, mut n) = (0, 0);
    while n < lists.len() {
        bits |= 1 << lists[n] as u8;
        n += 1;
    }
    bits
}

/// Words that no noun phrase begun by a figure goes on with.
const FUNCTION_WORDS: &Words = words![
    "in", "for", "of", "to", "on", "at", "by", "from", "a", "an", "the", "and", "or", "per", "as", "is", "was", "were", "are", "with", "over",
    "last", "this", "after", "before", "but", "while", "when", "if", "that", "which", "who", "each", "every", "more", "less", "it", "he", "she",
    "they", "we", "i", "you", "has", "had", "have", "would", "will", "than", "into", "since", "during", "through", "so", "because", "against",
    "between", "until", "down", "up", "off", "out", "back", "does", "do", "did", "be", "been", "being", "not", "too", "also", "even", "only", "now",
    "today", "then", "next", "can", "could", "may", "might"
];

/// A hyphen or a dash.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−')
}

/// The number at a character, with its length.
fn number(text: &str, at: usize, end: usize, c: char) -> Option<(Digits, usize)> {
    let rest = &text[at..end];
    if c != '.' {
        return digits::read(rest);
    }
    // ".50" after a sign or a blank.
    if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.') {
        return None;
    }
    let (mut number, len) = digits::read(&rest[1..]).filter(|(n, _)| n.decimals == 0 && !n.grouped && n.len < 10)?;
    number.decimals = number.len;
    number.value.set_scale(number.len as u32).ok()?;
    Some((number, len + 1))
}

/// The atom at a character that begins no number and is no blank, with its length.
fn word_or_mark(rest: &str, c: char) -> (Kind, usize) {
    if digits::digit(c).is_some() {
        let len = rest.find(|c: char| digits::digit(c).is_none() && !matches!(c, '.' | ',')).unwrap_or(rest.len());
        return (Kind::Mark('#'), len);
    }
    if !c.is_alphabetic() {
        return (Kind::Mark(c), c.len_utf8());
    }
    (Kind::Word, word_len(rest))
}

/// Length of the word that begins `rest`: its letters, or letters each with a full stop ("U.S.", "u.s").
fn word_len(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let plain = plain_letters(bytes);
    // Hardly any word goes on with a letter of more bytes.
    let letters = match bytes.get(plain) {
        Some(b) if !b.is_ascii() => rest.find(|c: char| !(c.is_alphabetic() || is_combining(c))).unwrap_or(rest.len()),
        _ => plain,
    };
    if letters == 1
        && bytes.get(1) == Some(&b'.')
        && bytes.get(2).is_some_and(u8::is_ascii_alphabetic)
        && !bytes.get(3).is_some_and(u8::is_ascii_alphanumeric)
    {
        let mut len = 3;
        while bytes.get(len) == Some(&b'.') {
            len += 1;
            if bytes.get(len).is_some_and(u8::is_ascii_alphabetic) && bytes.get(len + 1) == Some(&b'.') {
                len += 1;
            } else {
                break;
            }
        }
        return len;
    }
    letters
}

/// How many letters of ASCII some bytes begin with: words end at every length, so that many bytes are asked at once.
fn plain_letters(bytes: &[u8]) -> usize {
    if let Some(many) = bytes.first_chunk() {
        let from_a = (u8x16::new(*many) | u8x16::splat(0x20)) - u8x16::splat(b'a');
        let len = from_a.min(u8x16::splat(b'z' - b'a')).simd_eq(from_a).to_bitmask().trailing_ones() as usize;
        if len < many.len() {
            return len;
        }
    }
    bytes.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(bytes.len())
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
