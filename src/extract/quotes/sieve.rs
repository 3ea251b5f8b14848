//! Sieves for the quoted stretches that no cue claimed: they take the speaker of what stands around them, or stay silent.

use super::page::Frame;
use super::phrase::{beginning_at, first_subject};
use super::rules::is_title;
use super::{Attribution, Finder};
use crate::extract::rule::Card;
use crate::lexicon::words;
use crate::text::{Shape, Tag, TokenRange};

/// What is remembered from quote to quote.
#[derive(Default)]
pub(super) struct Memory {
    paragraph: usize,
    /// Who spoke last, with the quote and its paragraph.
    last: Option<(usize, Attribution, usize)>,
    /// Subject of the last sentence that quotes nobody, with its paragraph.
    subject: Option<(TokenRange, usize)>,
    /// Who a sentence that ends with a colon announces, with its paragraph.
    announced: Option<(TokenRange, usize)>,
    /// Quote that its paragraph left open.
    pub runs_on: Option<usize>,
    open: Option<usize>,
}

impl Memory {
    /// A new paragraph begins.
    pub fn paragraph(&mut self, number: usize) {
        self.runs_on = self.open.filter(|_| number == self.paragraph + 1);
        self.open = None;
        self.paragraph = number;
    }

    /// A sentence ended with a colon after this speaker's cue.
    pub fn announces(&mut self, speaker: TokenRange) {
        self.announced = Some((speaker, self.paragraph));
    }

    /// A quote with a speaker was found.
    pub fn said(&mut self, quote: usize, by: Attribution) {
        self.last = Some((quote, by, self.paragraph));
    }
}

/// Fewest words of a stretch under a verb that is no cue.
const UNCUED_WORDS: usize = 5;

const GOES_ON: Card = Card {
    id: "quotes/goes-on",
    what: "A paragraph that opens with a mark after one that left a quote open goes on in it.",
    fires: &[("“The first year was hard,” Lund said. “We lost half the crew.\n\n“Now we are hiring again.”", "Lund: Now we are hiring again.")],
    silent: &["“The first year was hard,” Lund said.\n\nNow they are hiring again."],
};

const ANNOUNCED: Card = Card {
    id: "quotes/announced",
    what: "A quote after a sentence that ends with a cue and a colon is that cue's.",
    fires: &[("Pia Lund, who runs the port, said this:\n\n“The harbour is closed until May.”", "Pia Lund: The harbour is closed until May.")],
    silent: &["Pia Lund runs the port:\n\nThe harbour is closed until May."],
};

const ORPHAN: Card = Card {
    id: "quotes/orphan",
    what: "A sentence that is all quote has the speaker of the quote before it.",
    fires: &[("“It is over,” said Lund. “We are going home.”", "Lund: We are going home.")],
    silent: &["Lund went home."],
};

const AFTER_ACTION: Card = Card {
    id: "quotes/after-action",
    what: "A sentence that is all quote and follows a sentence without one is said by that sentence's subject.",
    fires: &[("She was waiting. “We have waited for ten years.”", "She: We have waited for ten years.")],
    silent: &["Lund shook her head and left."],
};

const HEADLINE: Card = Card {
    id: "quotes/colon",
    what: "A name, a colon and a quote: the name says it.",
    fires: &[("Lund: ‘We are going home’", "Lund: We are going home")],
    silent: &["Tide tables: see page 4"],
};

const UNCUED: Card = Card {
    id: "quotes/uncued",
    what: "A long quoted part under a verb that is no cue is the words of that verb's subject.",
    fires: &[("The council had hoped that Lund “would never give back the money”.", "The council: would never give back the money")],
    silent: &["The council met in the “old town” hall."],
};

/// The cards of all sieves.
#[cfg(test)]
pub(super) static CARDS: &[Card] = &[GOES_ON, ANNOUNCED, ORPHAN, AFTER_ACTION, HEADLINE, UNCUED];

/// Goes over the stretches of a frame that its cues left.
pub(super) fn frame(finder: &mut Finder, frame: &Frame) {
    let mut quotes = 0;
    let alone = std::cell::OnceCell::new();
    for i in 0..if frame.may_quote { frame.len() } else { 0 } {
        let super::Item::Quote(q) = frame.items[i] else { continue };
        quotes += 1;
        let q = q as usize;
        if finder.claimed[q].is_none() {
            unclaimed(finder, frame, i, *alone.get_or_init(|| is_all_quote(frame)));
        }
        let stretch = &finder.marks[q];
        if stretch.open_ended {
            finder.memory.open = finder.claimed[q];
        }
    }
    if quotes == 0 {
        let end = frame.tokens(0, frame.len()).end;
        remember(finder, end, || *frame);
    }
}

/// Remembers the subject of a frame without stretches, which ends before token `end`, where one that follows may ask for it.
pub(super) fn remember<'f>(finder: &mut Finder, end: u32, frame: impl FnOnce() -> Frame<'f>) {
    let paragraph = finder.memory.paragraph;
    finder.memory.subject = None;
    if quote_ahead(finder, end) {
        let frame = frame();
        finder.memory.subject = first_subject(&frame, frame.len()).map(|(a, b)| (frame.tokens(a, b), paragraph));
    }
}

/// Whether a stretch follows so soon behind a frame of the paragraph that it may ask for the frame's subject.
fn quote_ahead(finder: &Finder, end: u32) -> bool {
    let (doc, paragraph) = (finder.doc, finder.memory.paragraph);
    let next = finder.marks.get(finder.marks.partition_point(|m| m.tokens.start < end));
    let last = doc.paragraphs.get(paragraph + 1).unwrap_or(&doc.paragraphs[paragraph]);
    let near = doc.sentences[..last.end_sentence as usize].last().map_or(0, |s| s.tokens.end);
    next.is_some_and(|n| n.tokens.start < near)
}

/// Whether a frame is nothing but quotes and what stands between them.
fn is_all_quote(frame: &Frame) -> bool {
    (0..frame.len()).all(|k| frame.is_quote(k) || frame.has_shape(k, Shape::PUNCTUATION) || frame.is(k, words!["and", "but", "or"]))
}

fn unclaimed(finder: &mut Finder, frame: &Frame, i: usize, alone: bool) {
    let Some(stretch) = frame.quote(i) else { return };
    let doc = frame.doc;
    let item = (i, i + 1);
    if let Some(before) = finder.memory.runs_on.filter(|_| stretch.leads) {
        let by = Attribution { speaker: finder.out[before].speaker, cue: None, ..Attribution::default() };
        finder.add(frame, item, by, Some(before), GOES_ON.id);
        return;
    }
    let words = stretch.words().range().filter(|ix| doc.tokens[*ix].shape.any(Shape::LETTER.with(Shape::DIGIT))).count();
    if frame.is(i.wrapping_sub(1), words![":"])
        && let Some((a, b)) = beginning_at(frame, 0).filter(|(_, b)| *b + 1 == i && frame.tag(b - 1).is_name())
    {
        let by = Attribution { speaker: Some(frame.tokens(a, b)), ..Attribution::default() };
        finder.add(frame, item, by, None, HEADLINE.id);
        return;
    }
    let memory = &finder.memory;
    if alone {
        let near = |paragraph: usize| paragraph == memory.paragraph || paragraph + 1 == memory.paragraph && stretch.leads;
        if let Some((speaker, _)) = memory.announced.filter(|(_, p)| near(*p)) {
            let by = Attribution { speaker: Some(speaker), ..Attribution::default() };
            finder.add(frame, item, by, None, ANNOUNCED.id);
            finder.memory.announced = None;
        } else if let Some((subject, _)) =
            memory.subject.filter(|(s, p)| near(*p) && memory.last.is_none_or(|l| finder.out[l.0].span.start < doc.span_of(*s).start))
        {
            let by = Attribution { speaker: Some(subject), ..Attribution::default() };
            finder.add(frame, item, by, None, AFTER_ACTION.id);
        } else if let Some((quote, by, _)) = memory.last.filter(|l| near(l.2)) {
            let by = Attribution { speaker: by.speaker, addressee: by.addressee, cue: None };
            finder.add(frame, item, by, Some(quote), ORPHAN.id);
        } else if stretch.leads && (words > UNCUED_WORDS || stretch.open_ended) {
            finder.add(frame, item, Attribution::default(), None, ORPHAN.id);
        }
        return;
    }
    if words < UNCUED_WORDS || !has_verb(frame, stretch.words()) || is_title(frame, i) {
        return;
    }
    let speaker = first_subject(frame, i).or_else(|| first_subject(frame, frame.len())).map(|(a, b)| frame.tokens(a, b));
    let speaker = speaker.or(memory.last.filter(|l| l.2 == memory.paragraph).and_then(|l| l.1.speaker));
    if speaker.is_some() {
        finder.add(frame, item, Attribution { speaker, ..Attribution::default() }, None, UNCUED.id);
    }
}

fn has_verb(frame: &Frame, words: TokenRange) -> bool {
    words.range().any(|ix| frame.doc.tokens[ix].tag.is_verb() || frame.doc.tokens[ix].tag == Tag::MD)
}
