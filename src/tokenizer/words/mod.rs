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

use crate::lexicon::{TOGETHER, Waiting, WordId};
use crate::text::{Shape, Span, Tag, Token, fold};

#[cfg(test)]
pub(super) use class::is_any_blank as is_blank;
use class::{ALNUM, BLANK, CLASS, DIGIT, Eight, LOWER, MARK, UPPER};

/// What is known of some paragraphs' tokens.
#[derive(Default)]
pub(super) struct Scan {
    /// Those of plain words know their row only in the end: see [`Scan::finish`].
    pub tokens: Vec<Token>,
    /// The tokens of the last paragraph that may be quotation marks.
    pub quotes: Vec<u32>,
    /// Words that wait for their look-up.
    waiting: Vec<Waiting>,
}

/// Words of most paragraphs: no more room is needed for those that wait.
const ROOM: usize = 256;

impl Scan {
    /// With room for so many tokens.
    pub fn with_capacity(tokens: usize) -> Scan {
        Scan { tokens: Vec::with_capacity(tokens), waiting: Vec::with_capacity(ROOM), quotes: Vec::new() }
    }

    /// The tokens, all their words looked up.
    pub fn finish(mut self) -> Vec<Token> {
        self.look_up();
        self.tokens
    }

    fn look_up(&mut self) {
        Waiting::look_up(&self.waiting, |token, word| self.tokens[token].word = word);
        self.waiting.clear();
    }
}

/// Appends the tokens of `span`.
pub(super) fn scan(text: &str, span: Span, scan: &mut Scan) {
    scan.quotes.clear();
    if scan.waiting.len() >= TOGETHER {
        scan.look_up();
    }
    let first = scan.tokens.len();
    let Scan { tokens, quotes, waiting } = scan;
    let bytes = &text.as_bytes()[..span.end as usize];
    let mut scanner = Scanner { text, bytes, first, space: true, tokens, quotes, waiting };
    let mut at = span.start as usize;
    while let Some(&b) = scanner.bytes.get(at) {
        at = match CLASS[b as usize] {
            LOWER | UPPER => scanner.word(at),
            BLANK => {
                scanner.space = true;
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
    /// The text up to the paragraph's end.
    bytes: &'t [u8],
    /// The paragraph's first token.
    first: usize,
    /// Whether a blank has been read since the last token.
    space: bool,
    tokens: &'v mut Vec<Token>,
    quotes: &'v mut Vec<u32>,
    waiting: &'v mut Vec<Waiting>,
}

/// A stretch of letters and digits as far as it has been read.
#[derive(Clone, Copy)]
struct Run {
    end: usize,
    shape: Shape,
    /// Whether it is all plain ASCII letters and digits.
    plain: bool,
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

    /// The run of ASCII letters and digits that goes on from `at`, for a token that begins at `start`.
    #[inline(never)]
    fn run(&self, start: usize, at: usize) -> Run {
        self.read_run(start, at)
    }

    /// Likewise, where every word goes through.
    #[inline(always)]
    fn read_run(&self, start: usize, at: usize) -> Run {
        let mut inner = 0;
        let mut end = at;
        while let Some(bytes) = self.bytes[end..].first_chunk::<8>() {
            let eight = Eight::new(u64::from_le_bytes(*bytes));
            let len = eight.len();
            inner |= if end == start { eight.inner() } else { eight.all() };
            end += len;
            if len < 8 {
                break;
            }
        }
        if end + 8 > self.bytes.len() {
            for &b in &self.bytes[end..] {
                let class = CLASS[b as usize];
                if class & ALNUM == 0 {
                    break;
                }
                if end > start {
                    inner |= class;
                }
                end += 1;
            }
        }
        if self.byte(end) >= 0x80 && class::in_word(self.char(end)) {
            return self.wide_run(start, end);
        }
        if at > start {
            return Run { end, shape: shape_of(self.slice(start, end)), plain: false };
        }
        Run { end, shape: shape_of_classes(CLASS[self.byte(start) as usize], inner), plain: true }
    }

    /// The run that goes on from `at`, letters outside ASCII included.
    fn wide_run(&self, start: usize, at: usize) -> Run {
        let rest = self.text.get(at..self.bytes.len()).unwrap_or_default();
        let len = rest.find(|c: char| !(c.is_ascii_alphanumeric() || class::in_word(c))).unwrap_or(rest.len());
        Run { end: at + len, shape: shape_of(self.slice(start, at + len)), plain: false }
    }

    /// Adds a token whose word has been looked up; the one blank that follows most is passed over.
    fn push(&mut self, start: usize, end: usize, shape: Shape, word: WordId) -> usize {
        let shape = if self.space { shape.with(Shape::SPACE_BEFORE) } else { shape };
        self.tokens.push(Token { span: Span::new(start, end), word, shape, tag: Tag::None });
        self.space = self.byte(end) == b' ';
        end + usize::from(self.space)
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
        self.waiting.push(word.at(self.tokens.len()));
        self.push(start, end, shape, WordId::UNKNOWN)
    }

    /// The word of a token of this look, when it is short enough to wait.
    fn waits(&self, start: usize, end: usize, shape: Shape) -> Option<Waiting> {
        if shape.has(Shape::NON_ASCII) {
            return Waiting::of_folded(&fold(self.slice(start, end))?);
        }
        Waiting::of(self.text.as_bytes(), start, end)
    }

    /// Adds a mark.
    fn push_mark(&mut self, start: usize, end: usize) -> usize {
        if end == start + 1 {
            return self.push(start, end, Shape::PUNCTUATION, WordId::of_mark(self.bytes[start]));
        }
        self.push(start, end, Shape::PUNCTUATION, self.look_up_text(start, end))
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
    fn push_quote(&mut self, start: usize, end: usize) -> usize {
        self.quotes.push(self.tokens.len() as u32);
        if end == start + 1 { self.push_mark(start, end) } else { self.push_wide_mark(start, end) }
    }
}

/// The look of a run of ASCII letters and digits, from the class of its first byte and those of the others.
fn shape_of_classes(first: u8, inner: u8) -> Shape {
    SHAPES[(first & ALNUM | (inner & ALNUM) << 3) as usize]
}

/// The looks by the classes of the first byte (three bits) and of the others (three bits above).
static SHAPES: [Shape; 64] = {
    let mut shapes = [Shape::empty(); 64];
    let mut n = 0;
    while n < shapes.len() {
        let (first, inner) = (n as u8 & ALNUM, n as u8 >> 3);
        let all = first | inner;
        let mut shape = Shape::empty();
        if first & UPPER != 0 {
            shape = shape.with(Shape::CAPITAL);
        }
        if inner & UPPER != 0 {
            shape = shape.with(Shape::INNER_CAPITAL);
        }
        if all & LOWER != 0 {
            shape = shape.with(Shape::LOWER);
        }
        if all & (LOWER | UPPER) != 0 {
            shape = shape.with(Shape::LETTER);
        }
        if all & DIGIT != 0 {
            shape = shape.with(if all == DIGIT { Shape::DIGIT.with(Shape::NUMBER) } else { Shape::DIGIT });
        }
        shapes[n] = shape;
        n += 1;
    }
    shapes
};

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
