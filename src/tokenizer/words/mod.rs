//! A paragraph to tokens, in the practice of the Penn Treebank as UD English EWT has it.
//!
//! A byte scanner: the first byte says what begins (`word`, `number`, `mark`, something outside ASCII), and each has its
//! own file. Hyphenated words are split at the hyphen unless the first part is a prefix ("well" "-" "known", "non-profit"),
//! clitics are split off ("do" "n't", "Ana" "'s"), units from their numbers ("35" "mm", "$" "1.2" "bn"), abbreviations keep
//! their full stop, also at a sentence's end.

mod address;
mod class;
mod dot;
mod mark;
mod number;
mod wide;
mod word;

use memchr::memchr;

use super::quotes::{Mark, Quote};
use crate::lexicon::{INLINE, Queue, Waiting, WordId};
use crate::text::{Shape, Span, Tag, Token, fold};

#[cfg(test)]
pub(super) use class::is_any_blank as is_blank;
use class::{ALNUM, BLANK, CLASS, DIGIT, LOWER, MARK, Sixteen, UPPER};

/// What is known of some paragraphs' tokens.
pub(super) struct Scan {
    /// Those of most words know their row only in the end: see [`Scan::finish`].
    pub tokens: Vec<Token>,
    /// The tokens of the last paragraph that may be quotation marks.
    pub quotes: Vec<Quote>,
    /// The tokens that sentences are cut by, in order: quotation marks, and all that may end a sentence or a caption by what is written there.
    pub turns: Vec<u32>,
    /// Whether a mark exclaims.
    pub exclaims: bool,
    /// Whether the text has an "@", without which no word is looked at for an address.
    has_at: bool,
    /// Words that wait for their look-up.
    waiting: Queue,
}

impl Scan {
    /// Nothing of this text yet.
    pub fn of(text: &str) -> Scan {
        /// Bytes of a token and the blanks around it, about.
        const TOKEN: usize = 5;
        /// Tokens between two that sentences are cut by, about.
        const BETWEEN: usize = 8;
        let room = text.len() / TOKEN + BETWEEN;
        Scan {
            tokens: Vec::with_capacity(room),
            quotes: Vec::new(),
            turns: Vec::with_capacity(room / BETWEEN),
            exclaims: false,
            has_at: memchr(b'@', text.as_bytes()).is_some(),
            waiting: Queue::new(),
        }
    }

    /// Looks up the words that still wait.
    pub fn finish(&mut self) {
        self.look_up();
    }

    #[inline(never)]
    fn look_up(&mut self) {
        self.waiting.look_up(&mut self.tokens);
    }
}

/// Appends the tokens of `span`.
#[inline(never)]
pub(super) fn scan(text: &str, span: Span, scan: &mut Scan) {
    scan.quotes.clear();
    let first = scan.tokens.len();
    let bytes = &text.as_bytes()[..span.end as usize];
    let mut scanner = Scanner { text, bytes, first, space: Shape::SPACE_BEFORE, scan };
    let mut at = span.start as usize;
    while let Some(&b) = scanner.bytes.get(at) {
        let class = CLASS[b as usize];
        if class & (LOWER | UPPER) != 0 {
            at = scanner.word(at);
            continue;
        }
        at = match class {
            BLANK => {
                scanner.space = Shape::SPACE_BEFORE;
                at + 1
            }
            DIGIT => scanner.number(at),
            MARK => scanner.mark(at),
            _ => scanner.wide(at),
        };
    }
}

/// The state of one paragraph's scan. Every method that reads a token takes its first byte and returns where to go on.
struct Scanner<'t, 'v> {
    text: &'t str,
    /// The text up to the paragraph's end, which a blank or the text's end follows.
    bytes: &'t [u8],
    /// The paragraph's first token.
    first: usize,
    /// [`Shape::SPACE_BEFORE`] when a blank has been read since the last token, else nothing.
    space: Shape,
    scan: &'v mut Scan,
}

/// A stretch of letters and digits as far as it has been read.
#[derive(Clone, Copy)]
struct Run {
    end: usize,
    shape: Shape,
    /// Whether it is all plain ASCII letters and digits.
    plain: bool,
    /// The word that it is, when that has been read already.
    word: Option<Waiting>,
}

/// What stands after a token, blanks skipped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Next {
    End,
    Lower,
    Upper,
    Digit,
    Mark(u8),
    Wide,
}

impl<'t> Scanner<'t, '_> {
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(b' ')
    }

    /// The character at `at`, which is a boundary.
    fn char(&self, at: usize) -> char {
        // Quotation marks and dashes, which most characters outside ASCII are.
        if let Some([0xe2, 0x80, last @ 0x80..=0xbf]) = self.bytes.get(at..).and_then(<[u8]>::first_chunk) {
            return char::from_u32(0x2000 | u32::from(last & 0x3f)).unwrap_or(' ');
        }
        self.text.get(at..self.bytes.len()).and_then(|t| t.chars().next()).unwrap_or(' ')
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Whether a letter or digit of a word stands at `at`.
    fn alnum(&self, at: usize) -> bool {
        let b = self.byte(at);
        CLASS[b as usize] & ALNUM != 0 || b >= 0xc2 && b != 0xe2 && self.char(at).is_alphanumeric()
    }

    /// Bytes of the apostrophe at `at`; 0 when none stands there.
    fn apostrophe(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            0xe2 if self.byte(at + 1) == 0x80 && matches!(self.byte(at + 2), 0x98 | 0x99) => 3,
            0xca if self.byte(at + 1) == 0xbc => 2,
            _ => 0,
        }
    }

    /// Where the next token begins, blanks skipped, and what it is.
    fn peek(&self, mut at: usize) -> (usize, Next) {
        while let Some(&b) = self.bytes.get(at) {
            let next = match CLASS[b as usize] {
                BLANK => {
                    at += 1;
                    continue;
                }
                LOWER => Next::Lower,
                UPPER => Next::Upper,
                DIGIT => Next::Digit,
                MARK => Next::Mark(b),
                _ => match self.char(at) {
                    c if class::is_blank(c) => {
                        at += c.len_utf8();
                        continue;
                    }
                    c if c.is_lowercase() => Next::Lower,
                    c if c.is_uppercase() => Next::Upper,
                    _ => Next::Wide,
                },
            };
            return (at, next);
        }
        (at, Next::End)
    }

    /// Sixteen bytes from `at` on, blanks for those behind the text's end.
    #[inline(always)]
    fn sixteen(&self, at: usize) -> Sixteen {
        let rest = &self.text.as_bytes()[at..];
        Sixteen::new(rest.first_chunk().copied().unwrap_or_else(|| padded(rest)))
    }

    /// End of the run of letters and digits that goes on from `at`.
    fn run_end(&self, at: usize) -> usize {
        let end = self.ascii_end(at);
        if self.byte(end) >= 0x80 { self.wide_end(end) } else { end }
    }

    /// Likewise of ASCII alone.
    fn ascii_end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let len = self.sixteen(end).len();
            end += len;
            if len < INLINE {
                return end;
            }
        }
    }

    /// Likewise with letters outside ASCII.
    fn wide_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..self.bytes.len()).unwrap_or_default();
        at + rest.find(|c: char| !(c.is_ascii_alphanumeric() || class::in_word(c))).unwrap_or(rest.len())
    }

    /// The run of letters and digits that goes on from `at`, for a token that begins at `start`.
    fn run(&self, start: usize, at: usize) -> Run {
        let ascii = self.ascii_end(at);
        let end = if self.byte(ascii) >= 0x80 { self.wide_end(ascii) } else { ascii };
        Run { end, shape: shape_of(self.slice(start, end)), plain: at == start && end == ascii, word: None }
    }

    /// Adds a token whose word has been looked up; the one blank that follows most is passed over.
    #[inline]
    fn push(&mut self, start: usize, end: usize, shape: Shape, word: WordId) -> usize {
        self.push_before(self.byte(end), start, end, shape, word)
    }

    /// Likewise before this byte.
    #[inline(always)]
    fn push_before(&mut self, next: u8, start: usize, end: usize, shape: Shape, word: WordId) -> usize {
        self.scan.tokens.push(Token { span: Span::new(start, end), word, shape: shape.with(self.space), tag: Tag::None });
        let blank = next == b' ';
        self.space = Shape::SPACE_BEFORE.only_if(blank);
        end + usize::from(blank)
    }

    /// Whether a blank has been read since the last token.
    fn after_space(&self) -> bool {
        self.space.has(Shape::SPACE_BEFORE)
    }

    /// Says that sentences are cut by the next token.
    fn turn(&mut self) {
        self.scan.turns.push(self.scan.tokens.len() as u32);
    }

    /// Adds a token, read anew.
    fn push_text(&mut self, start: usize, end: usize) -> usize {
        self.push_shaped(start, end, shape_of(self.slice(start, end)))
    }

    /// Adds a token of this look; its word waits for its look-up, if it can.
    fn push_shaped(&mut self, start: usize, end: usize, shape: Shape) -> usize {
        match self.waits(start, end, shape) {
            Some(word) => self.push_later(start, end, shape, word),
            None => self.push(start, end, shape, self.look_up_text(start, end)),
        }
    }

    /// Adds a token whose word waits for its look-up.
    fn push_later(&mut self, start: usize, end: usize, shape: Shape, word: Waiting) -> usize {
        self.push_later_before(self.byte(end), start, end, shape, word)
    }

    /// Likewise before this byte.
    #[inline(always)]
    fn push_later_before(&mut self, next: u8, start: usize, end: usize, shape: Shape, word: Waiting) -> usize {
        word.fetch();
        let enough = self.scan.waiting.push(word.at(self.scan.tokens.len()));
        let at = self.push_before(next, start, end, shape, WordId::UNKNOWN);
        if enough {
            self.scan.look_up();
        }
        at
    }

    /// The word of a token of this look, when it is short enough to wait.
    fn waits(&self, start: usize, end: usize, shape: Shape) -> Option<Waiting> {
        if shape.has(Shape::NON_ASCII) {
            return Waiting::of_folded(&fold(self.slice(start, end))?);
        }
        Waiting::of(self.text.as_bytes(), start, end)
    }

    /// Adds a mark of one or more ASCII bytes.
    fn push_mark(&mut self, start: usize, end: usize) -> usize {
        let word = if end == start + 1 { WordId::of_mark(self.bytes[start]) } else { self.look_up_text(start, end) };
        self.push(start, end, Shape::PUNCTUATION, word)
    }

    /// The lexicon's row of any stretch of text.
    fn look_up_text(&self, start: usize, end: usize) -> WordId {
        let text = self.slice(start, end);
        if !text.is_ascii() {
            return WordId::of(text);
        }
        WordId::of_ascii(self.text.as_bytes(), start, start + text.len())
    }

    /// Adds a mark that may be a quotation mark; what it is shows once the paragraph has been read.
    fn push_quote(&mut self, start: usize, end: usize, mark: Mark) -> usize {
        self.turn();
        self.scan.quotes.push(Quote { token: self.scan.tokens.len() as u32, mark });
        if self.byte(start).is_ascii() { self.push_mark(start, end) } else { self.push_wide_mark(start, end, self.char(start)) }
    }
}

/// The last bytes of a text, blanks behind them.
#[cold]
fn padded(rest: &[u8]) -> [u8; INLINE] {
    let mut bytes = [b' '; INLINE];
    bytes[..rest.len()].copy_from_slice(rest);
    bytes
}

/// The look of any token, whatever is in it.
pub fn shape_of(word: &str) -> Shape {
    let mut shape = Shape::empty();
    for (n, c) in word.chars().enumerate() {
        match c {
            'a'..='z' => shape.set(Shape::LOWER.with(Shape::LETTER)),
            '0'..='9' => shape.set(Shape::DIGIT),
            'A'..='Z' => shape.set(Shape::LETTER.with(if n == 0 { Shape::CAPITAL } else { Shape::INNER_CAPITAL })),
            '-' => shape.set(Shape::HYPHEN),
            '.' => shape.set(Shape::DOT),
            _ if c.is_ascii() => {}
            '‐' | '‑' => shape.set(Shape::NON_ASCII.with(Shape::HYPHEN)),
            // Quotation marks, dashes and dots: no letters, and nothing to ask the tables of Unicode.
            '\u{2000}'..='\u{206f}' => shape.set(Shape::NON_ASCII),
            _ => {
                shape.set(Shape::NON_ASCII);
                if c.is_uppercase() {
                    shape.set(if n == 0 { Shape::CAPITAL } else { Shape::INNER_CAPITAL });
                } else if c.is_lowercase() {
                    shape.set(Shape::LOWER);
                }
                if c.is_alphabetic() {
                    shape.set(Shape::LETTER);
                } else if c.is_numeric() {
                    shape.set(Shape::DIGIT);
                }
            }
        }
    }
    let letter = shape.has(Shape::LETTER);
    if !letter {
        shape.clear(Shape::DOT);
        shape.set(if shape.has(Shape::DIGIT) { Shape::NUMBER } else { Shape::PUNCTUATION });
    }
    if shape.has(Shape::PUNCTUATION) {
        shape.clear(Shape::HYPHEN);
    }
    shape
}

#[cfg(test)]
mod tests {
    use crate::text::Shape;
    use crate::tokenizer::tokenize;

    fn split(text: &str) -> String {
        let doc = tokenize(text);
        doc.tokens.iter().map(|t| doc.slice(t.span)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_are_cut_as_the_treebank_cuts_them() {
        for (text, tokens) in [
            ("I don't; she can't, we won’t.", "I do n't ; she ca n't , we wo n’t ."),
            ("Ana's boys' toys", "Ana 's boys ' toys"),
            ("You cannot; we're gonna go. I'd've stayed", "You can not ; we 're gon na go . I 'd 've stayed"),
            ("a well-known go-between", "a well - known go - between"),
            ("a non-profit's e-mail in mid-July", "a non-profit 's e-mail in mid-July"),
            ("and/or 9/11 24/12/2001 s/he", "and / or 9/11 24/12/2001 s/he"),
            ("$1.2bn, US$5m, £50, 45%", "$ 1.2 bn , US$ 5 m , £ 50 , 45 %"),
            ("AT&T and R&D", "AT&T and R&D"),
            ("the U.S.-backed U.N. plan", "the U.S. - backed U.N. plan"),
            ("Mr. Roe, Ph.D., of St. Ives", "Mr. Roe , Ph.D. , of St. Ives"),
            ("at 5pm on the 21st in the 1990s", "at 5 pm on the 21st in the 1990s"),
            ("call 555-0199 or 020-555-0199", "call 555-0199 or 020-555-0199"),
            ("3-4 days, 2017-07-21", "3 - 4 days , 2017-07-21"),
            ("O'Neill at 5 o'clock", "O'Neill at 5 o'clock"),
            ("rock 'n' roll in the '90s", "rock 'n ' roll in the '90s"),
            ("ask @ana or ana@example.org", "ask @ana or ana@example.org"),
            ("see https://example.org/a_b-c?d=e, please", "see https://example.org/a_b-c?d=e , please"),
            ("wait... what?! -- no", "wait ... what ?! -- no"),
            ("vitamin C. The rest", "vitamin C . The rest"),
            ("J. P. Roe", "J. P. Roe"),
            ("cafe\u{301} naïve Жизнь", "cafe\u{301} naïve Жизнь"),
            ("yes👍🏽no", "yes 👍🏽 no"),
            ("ferries, buses, etc. run. Boats, etc.", "ferries , buses , etc. run . Boats , etc ."),
            ("I w- I went, th- that is, mid- and late", "I w- I went , th- that is , mid - and late"),
        ] {
            assert_eq!(split(text), tokens, "{text}");
        }
    }

    #[test]
    fn quotation_marks_know_their_side() {
        for (text, marks) in [
            ("\"Yes,\" she said. \"No.\"", "( ) ( )"),
            ("“Yes,” she said.", "( )"),
            ("``Yes,'' she said.", "( )"),
            ("'It's the workers' money,' he said.", "( . )"),
            ("‘It’s the workers’ money,’ he said.", "( . )"),
            ("the workers' money", "."),
            ("a 6\" pipe", "."),
            ("\"He said 'no' twice\"", "( ( ) )"),
        ] {
            let doc = tokenize(text);
            let mut found = Vec::new();
            for token in &doc.tokens {
                if matches!(doc.slice(token.span), "\"" | "'" | "’" | "‘" | "“" | "”" | "``" | "''") {
                    found.push(match token.shape {
                        s if s.has(Shape::OPEN_QUOTE) => "(",
                        s if s.has(Shape::CLOSE_QUOTE) => ")",
                        _ => ".",
                    });
                }
            }
            assert_eq!(found.join(" "), marks, "{text}");
        }
    }
}
