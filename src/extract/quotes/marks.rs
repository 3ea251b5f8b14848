//! Quotation marks to the stretches between them, paragraph by paragraph.
//!
//! Double marks come curly, straight, as two single marks and as two grave accents; a document may mix them. Straight marks
//! alternate; where their number is odd, the blanks around each decide. Single marks count only outside double ones and only
//! in pairs that no apostrophe explains (the practice of the "smart quotes" tables, with plural possessives left in).

use crate::lexicon::words;
use crate::text::{Document, Shape, Span, Tag, TokenIx, TokenRange};

/// Most tokens between two single marks.
const SINGLE_LIMIT: usize = 300;

/// The text between two quotation marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// From the opening mark to the closing one, both included.
    pub tokens: TokenRange,
    /// The first token between the marks, and the closing mark.
    first: u32,
    close: u32,
    /// The bytes between the marks, blanks at the ends left out.
    pub inside: Span,
    /// Whether the paragraph ends before a closing mark comes.
    pub open_ended: bool,
    /// Whether nothing but blanks stands before it in its paragraph.
    pub leads: bool,
}

impl Stretch {
    /// The tokens between the marks.
    pub fn words(&self) -> TokenRange {
        TokenRange { start: self.first, end: if self.open_ended { self.tokens.end } else { self.close } }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Open,
    Close,
    Either,
    SingleOpen,
    SingleClose,
    SingleEither,
}

fn mark(doc: &Document, ix: TokenIx) -> Option<Mark> {
    let mut chars = doc.word_text(ix).chars();
    Some(match (chars.next()?, chars.as_str()) {
        ('“' | '„' | '«', "") | ('`', "`") => Mark::Open,
        ('”' | '»', "") => Mark::Close,
        ('"' | '″', "") | ('\'', "'") | ('’', "’") => Mark::Either,
        ('‘' | '`', "") => Mark::SingleOpen,
        ('’', "") => Mark::SingleClose,
        ('\'', "") => Mark::SingleEither,
        _ => return None,
    })
}

/// All stretches of a document, in order; `marks` are the tokens that look like quotation marks.
pub(super) fn stretches(doc: &Document, marks: &[TokenIx]) -> Vec<Stretch> {
    let mut out = Vec::with_capacity(marks.len() / 2);
    // Each is asked for several times over.
    let kinds: Vec<_> = marks.iter().map(|ix| mark(doc, *ix)).collect();
    let mut from = 0;
    while from < marks.len() {
        let sentence = doc.sentence_of(marks[from]);
        let number = doc.sentences[sentence].paragraph as usize;
        let paragraph = doc.tokens_of(number);
        let to = from + marks[from..].partition_point(|m| *m < paragraph.end as usize);
        let next_opens = number + 1 < doc.paragraphs.len() && begins_quoted(doc, number + 1);
        let goes_on = number > 0 && out.last().is_some_and(|last: &Stretch| last.open_ended && last.tokens.end == doc.tokens_of(number - 1).end);
        Pairing { doc, paragraph, marks: &marks[from..to], kinds: &kinds[from..to], next_opens, goes_on }.run(&mut out);
        from = to.max(from + 1);
    }
    out
}

fn begins_quoted(doc: &Document, paragraph: usize) -> bool {
    let tokens = doc.tokens_of(paragraph);
    !tokens.is_empty() && matches!(mark(doc, tokens.first()), Some(Mark::Open | Mark::Either | Mark::SingleOpen))
}

/// The next mark of one kind. It is asked from left to right and remembers what it found: a paragraph of marks that nothing closes is not
/// gone through for each.
#[derive(Default)]
struct Next {
    /// What the last search found: a place among the marks, or their number when it came to the end.
    found: Option<usize>,
}

impl Next {
    /// The first of so many marks behind place `k` that is `wanted`, which is always the same.
    fn after(&mut self, k: usize, marks: usize, wanted: impl Fn(usize) -> bool) -> Option<usize> {
        let found = self.found.filter(|c| *c > k).unwrap_or_else(|| (k + 1..marks).find(|c| wanted(*c)).unwrap_or(marks));
        self.found = Some(found);
        (found < marks).then_some(found)
    }
}

struct Pairing<'a> {
    doc: &'a Document<'a>,
    paragraph: TokenRange,
    marks: &'a [TokenIx],
    /// What each mark is.
    kinds: &'a [Option<Mark>],
    next_opens: bool,
    /// Whether the paragraph before ended in a quote that nothing closed.
    goes_on: bool,
}

impl Pairing<'_> {
    fn run(&self, out: &mut Vec<Stretch>) {
        let straight = self.kinds.iter().filter(|kind| **kind == Some(Mark::Either)).count();
        let odd = straight % 2 == 1 && straight > 1;
        let (mut closing, mut closing_straight) = (Next::default(), Next::default());
        let count = self.marks.len();
        let mut k = 0;
        if self.goes_on && self.closes(0) && self.says(self.marks[0]) {
            self.push(self.paragraph.first(), Some(self.marks[0]), out);
            k = 1;
        }
        while k < count {
            let open = self.marks[k];
            let close = match self.kinds[k] {
                Some(Mark::Open) => closing.after(k, count, |c| matches!(self.kinds[c], Some(Mark::Close | Mark::Either))),
                Some(Mark::Either) if self.opens(open) && !(odd && self.looks_closing(open)) => {
                    closing_straight.after(k, count, |c| match self.kinds[c] {
                        Some(Mark::Close) => true,
                        Some(Mark::Either) => !(odd && self.looks_opening(self.marks[c])),
                        _ => false,
                    })
                }
                Some(Mark::SingleOpen | Mark::SingleEither) if self.opens_single(open) => self.single_close(k),
                _ if self.opens_late(k) => Some(k + 1),
                _ => {
                    k += 1;
                    continue;
                }
            };
            match close {
                Some(c) => {
                    self.push(open, Some(self.marks[c]), out);
                    k = c + 1;
                }
                None if self.runs_on(k) => {
                    self.push(open, None, out);
                    return;
                }
                None => k += 1,
            }
        }
    }

    fn push(&self, open: TokenIx, close: Option<TokenIx>, out: &mut Vec<Stretch>) {
        let doc = self.doc;
        let end = close.map_or(self.paragraph.end as usize, |c| c + 1);
        let last = close.unwrap_or(end);
        if last <= open + 1 {
            return;
        }
        // A paragraph that goes on in a quote may lack the mark.
        let first = if self.marks.binary_search(&open).is_ok() { open + 1 } else { open };
        let inside = doc.span_of(TokenRange::new(first, last));
        // A nested quote that ends with the outer one leaves a mark behind: ''', ’” the wrong way round.
        let touches = end < self.paragraph.end as usize && matches!(doc.word_text(end), "'" | "’" | "\"" | "”") && !self.blank_before(end);
        let end = if close.is_some() && touches && self.blank_after(end) { end + 1 } else { end };
        out.push(Stretch {
            tokens: TokenRange::new(open, end),
            first: first as u32,
            close: last as u32,
            inside,
            open_ended: close.is_none(),
            leads: open == self.paragraph.first(),
        });
    }

    /// Whether a mark can only close: nothing stands between it and the word before.
    fn closes(&self, k: usize) -> bool {
        match self.kinds[k] {
            Some(Mark::Close) => true,
            Some(Mark::Either) => self.looks_closing(self.marks[k]),
            _ => false,
        }
    }

    /// Whether a verb stands in the paragraph before a token: the name of a speaker that an editor put inside the marks has none.
    fn says(&self, to: TokenIx) -> bool {
        self.doc.tokens[self.paragraph.first()..to].iter().any(|t| t.tag.has_tense())
    }

    /// "“It is over,” he said,” and it was.”": whether a mark that stands on the wrong side of its blank opens what the next one closes.
    fn opens_late(&self, k: usize) -> bool {
        let (doc, open) = (self.doc, self.marks[k]);
        // "He says,” we stay.”"
        let begun = k > 0 || open > self.paragraph.first() + 1 && doc.tokens[open - 2].tag.is_verb();
        begun
            && k + 1 < self.marks.len()
            && self.closes(k)
            && self.closes(k + 1)
            && matches!(doc.word_text(open - 1), "," | ":" | "." | "?" | "!")
            && self.looks_closing(open)
    }

    fn blank_before(&self, ix: TokenIx) -> bool {
        ix <= self.paragraph.first() || self.doc.tokens[ix].shape.has(Shape::SPACE_BEFORE)
    }

    fn blank_after(&self, ix: TokenIx) -> bool {
        ix + 1 >= self.paragraph.end as usize || self.doc.tokens[ix + 1].shape.has(Shape::SPACE_BEFORE)
    }

    /// Whether a straight double mark can open: something follows at once, and it is no mark for inches.
    fn opens(&self, ix: TokenIx) -> bool {
        !self.blank_after(ix) && (self.blank_before(ix) || !self.doc.tokens[ix - 1].shape.has(Shape::DIGIT))
    }

    fn looks_opening(&self, ix: TokenIx) -> bool {
        self.blank_before(ix) && !self.blank_after(ix)
    }

    fn looks_closing(&self, ix: TokenIx) -> bool {
        !self.blank_before(ix) && self.blank_after(ix)
    }

    /// Whether an unclosed mark still begins a quote: the next paragraph opens again, or the mark stands where quotes begin.
    fn runs_on(&self, k: usize) -> bool {
        let (open, kind) = (self.marks[k], self.kinds[k]);
        if matches!(kind, Some(Mark::SingleOpen | Mark::SingleEither)) {
            return open == self.paragraph.first() && self.next_opens;
        }
        self.next_opens
            || kind == Some(Mark::Open)
            || open == self.paragraph.first()
            || matches!(self.doc.word_text(open - 1), "," | ":" | "." | "?" | "!")
    }

    fn opens_single(&self, ix: TokenIx) -> bool {
        let doc = self.doc;
        let before = self.blank_before(ix) || matches!(doc.word_text(ix - 1), "(" | "[" | "—" | "–" | "-" | "--" | "/");
        before && !self.blank_after(ix) && {
            let next = ix + 1;
            let year = doc.tokens[next].shape.has(Shape::DIGIT) && doc.word_text(next).len() <= 3 && !doc.word_text(next).ends_with('%');
            !year && !doc.is(next, words!["n", "em", "til", "tis", "cause", "s", "bout", "cos"; "twas"]) && doc.tokens[ix].tag != Tag::POS
        }
    }

    /// The mark that closes a single one: the first that follows a stop or a comma, else the first that no plural possessive
    /// explains, else the last before another opens.
    fn single_close(&self, k: usize) -> Option<usize> {
        let doc = self.doc;
        let mut weak = None;
        for c in k + 1..self.marks.len() {
            let ix = self.marks[c];
            if ix > self.marks[k] + SINGLE_LIMIT {
                break;
            }
            let kind = self.kinds[c];
            if matches!(kind, Some(Mark::SingleOpen)) || kind == Some(Mark::SingleEither) && self.looks_opening(ix) {
                break;
            }
            let follows = self.blank_after(ix) || doc.tokens[ix + 1].shape.has(Shape::PUNCTUATION);
            if !matches!(kind, Some(Mark::SingleClose | Mark::SingleEither)) || self.blank_before(ix) || !follows || ix <= self.marks[k] + 1 {
                continue;
            }
            let before = doc.word_text(ix - 1);
            let possessive = before.ends_with(['s', 'S']) && doc.tokens.get(ix + 1).is_some_and(|t| t.shape.has(Shape::LETTER));
            if !possessive {
                return Some(c);
            }
            weak = Some(c);
        }
        weak
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut doc = crate::tokenizer::tokenize(text);
        crate::tagger::tag(&mut doc);
        let marks: Vec<_> = (0..doc.tokens.len()).filter(|ix| mark(&doc, *ix).is_some()).collect();
        stretches(&doc, &marks).iter().map(|s| format!("{}{}", doc.slice(s.inside), if s.open_ended { "→" } else { "" })).collect()
    }

    #[test]
    fn doubles_pair_whatever_their_look() {
        assert_eq!(found("“One,” he said. \"Two\" and ``three''."), ["One,", "Two", "three"]);
        assert_eq!(found("A 6\" pipe and a \"long\" one."), ["long"]);
    }

    #[test]
    fn a_quote_goes_on_over_paragraphs() {
        assert_eq!(found("“One.\n“Two,” she said."), ["One.→", "Two,"]);
    }

    #[test]
    fn a_mark_on_the_wrong_side_of_its_blank_opens() {
        assert_eq!(found("\"One,\" he said,\" and two.\""), ["One,", "and two."]);
        assert_eq!(found("“One,” he said.” And two.”"), ["One,", "And two."]);
        assert_eq!(found("One,\" he said. He left\" two."), Vec::<String>::new());
    }

    #[test]
    fn a_paragraph_that_goes_on_may_lack_its_mark() {
        assert_eq!(found("“One.\n\nIt was two,” she said. “Three.”"), ["One.→", "It was two,", "Three."]);
        assert_eq!(found("She said one.\n\nTwo,” she said. “Three.”"), ["Three."]);
    }

    #[test]
    fn marks_that_nothing_closes_are_gone_through_once() {
        // Gone through for each, they would keep this test for minutes.
        assert_eq!(found(&format!("a {}end.", "\"b ".repeat(100_001))), Vec::<String>::new());
    }

    #[test]
    fn singles_are_no_apostrophes() {
        assert_eq!(found("‘The miners’ wages aren’t fair,’ he said."), ["The miners’ wages aren’t fair,"]);
        assert_eq!(found("The girls' captain kept the '87 squad's cup in the players' room."), Vec::<String>::new());
        assert_eq!(found("'We can't go on,' said the nurses' leader."), ["We can't go on,"]);
    }

    #[test]
    fn what_is_quoted_inside_belongs_to_the_outer_quote() {
        assert_eq!(found("“She said ‘no,’ and left,” he said."), ["She said ‘no,’ and left,"]);
    }
}
