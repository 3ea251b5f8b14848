//! Lists that run on in one line: "1) The red boat 2) The blue boat", "• 9. … • 10. …", "a. … b. …".

use crate::text::{Document, Shape};

/// How an item begins: what stands before its number, and what after.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Marker {
    bullet: bool,
    bracket: bool,
    dot: bool,
    /// Letters count from a = 1.
    letter: bool,
    number: u32,
    /// Tokens that it takes.
    len: usize,
}

/// The items of a paragraph, once its first token has shown that there may be any.
pub(super) struct Items {
    last: Option<Marker>,
    /// Where the text of the last item begins.
    text: usize,
}

impl Items {
    /// Reads the marker that the paragraph begins with.
    pub fn of(doc: &Document, first: usize, end: usize) -> Items {
        let last = marker(doc, first, end);
        Items { last, text: first + last.map_or(0, |m| m.len) }
    }

    /// Whether an item has begun that another may follow.
    pub fn are_open(&self) -> bool {
        self.last.is_some()
    }

    /// The first token of a sentence that begins at `start` which may end it: its marker is left out.
    pub fn skip(&self, start: usize) -> usize {
        start.max(self.text)
    }

    /// The same where a sentence begins anyway; there a list with brackets may begin, too.
    pub fn begins_sentence(&mut self, doc: &Document, at: usize, end: usize) {
        if !self.begins(doc, at, end)
            && at < end
            && may_begin(doc, at)
            && let Some(first) = marker(doc, at, end).filter(|m| m.bracket)
        {
            (self.last, self.text) = (Some(first), at + first.len);
        }
    }

    /// Whether the next item begins at `at`; if so, it is the one that the next is looked for after.
    #[inline]
    pub fn begins(&mut self, doc: &Document, at: usize, end: usize) -> bool {
        self.last.is_some_and(|last| self.follows(last, doc, at, end))
    }

    fn follows(&mut self, last: Marker, doc: &Document, at: usize, end: usize) -> bool {
        if at >= end || !may_begin(doc, at) {
            return false;
        }
        let Some(here) = marker(doc, at, end) else { return false };
        let same = (here.bullet, here.bracket, here.dot, here.letter) == (last.bullet, last.bracket, last.dot, last.letter);
        let counts = here.number == last.number + 1 || here.bullet && here.number == 0;
        if same && counts {
            self.last = Some(here);
            self.text = at + here.len;
        }
        same && counts
    }
}

/// Whether a marker may begin with this token, by its look alone.
fn may_begin(doc: &Document, at: usize) -> bool {
    let token = doc.tokens[at];
    (token.span.len() <= 3) && (token.shape.has(Shape::SPACE_BEFORE) || token.shape.has(Shape::NON_ASCII))
}

fn marker(doc: &Document, at: usize, end: usize) -> Option<Marker> {
    /// Bytes of the longest bullet or number, its full stop included.
    const LONGEST: usize = 3;
    if at >= end || doc.tokens[at].shape.has(Shape::CAPITAL) || doc.tokens[at].span.len() > LONGEST {
        return None;
    }
    let text = |ix: usize| if ix < end { doc.word_text(ix) } else { "" };
    let mut ix = at;
    let bullet = matches!(text(ix), "•" | "⁃" | "·" | "‣" | "◦" | "▪" | "●" | "*");
    ix += bullet as usize;
    let word = text(ix);
    let (label, mut dot) = match word.strip_suffix('.') {
        Some(label) if !label.is_empty() => (label, true),
        _ => (word, false),
    };
    let number = if label.len() <= 2 && label.bytes().all(|b| b.is_ascii_digit()) { label.parse().ok() } else { None };
    let letter = (label.len() == 1).then(|| label.as_bytes()[0]).filter(u8::is_ascii_lowercase).map(|b| u32::from(b - b'a') + 1);
    if number.is_none() && letter.is_none() {
        let item = bullet && ix < end && doc.tokens[ix].shape.any(Shape::LETTER.with(Shape::OPEN_QUOTE));
        return item.then_some(Marker { bullet, bracket: false, dot: false, letter: false, number: 0, len: 1 });
    }
    ix += 1;
    let glued = |ix: usize| ix < end && !doc.tokens[ix].shape.has(Shape::SPACE_BEFORE);
    if !dot && text(ix) == "." && glued(ix) {
        dot = true;
        ix += 1;
    }
    let bracket = text(ix) == ")" && glued(ix);
    ix += bracket as usize;
    let item = ix < end && doc.tokens[ix].shape.has(Shape::SPACE_BEFORE);
    let is = (dot || bracket) && item;
    is.then_some(Marker { bullet, bracket, dot, letter: letter.is_some(), number: number.or(letter).unwrap_or(0), len: ix - at })
}
