//! Quotes: what was said, how, by whom, to whom.
//!
//! `marks` pairs quotation marks, `page` folds each quoted stretch into one item of its sentence, `cue` and `side` find the
//! reporting verbs of what is left and who stands around them, `rules` and their `patterns` tie the words to the cue. What no cue claims goes
//! through the sieves of `sieve`: quotes that go on, orphans, quoted parts under another verb. The rest are scare quotes. `turns` adds what
//! a transcript says without marks.

mod clause;
mod cue;
mod exchange;
mod extent;
mod light;
mod marks;
mod memory;
mod page;
mod patterns;
mod phrase;
mod rules;
mod side;
mod sieve;
mod title;
mod turns;

use std::cell::OnceCell;

use smallvec::SmallVec;

use super::{Scene, Trigger};
use crate::analysis::QuoteKind;
use crate::lexicon::words;
use crate::text::{Document, SentenceKind, Shape, Span, Tag, TokenIx, TokenRange};
use cue::{Cue, CueWord, Verb};
use marks::{Stretch, stretches};
use memory::Memory;
use page::{Frame, Item, layout};
use rules::{Content, Setting};
use side::Side;

/// The tokens that a quote hangs on: quotation marks, reporting cues, and the colons behind the speakers of a transcript.
pub(crate) const TRIGGER: Trigger = Trigger::NONE.shapes(Shape::OPEN_QUOTE.with(Shape::CLOSE_QUOTE)).tags(&[
    Tag::VB,
    Tag::VBD,
    Tag::VBG,
    Tag::VBN,
    Tag::VBP,
    Tag::VBZ,
    Tag::OpenQuote,
    Tag::CloseQuote,
    Tag::Colon,
]);

/// A quote before its ids are known.
#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    pub kind: QuoteKind,
    /// The whole content, marks left out.
    pub span: Span,
    /// The stretches between marks.
    pub quoted: SmallVec<[Span; 2]>,
    /// The speaker's words ("Scott Bessent", "He").
    pub speaker: Option<TokenRange>,
    /// The name that the speaker's words stand for, where they are a mere letter ("A: It is.").
    pub guest: Option<TokenRange>,
    pub addressee: Option<TokenRange>,
    /// The reporting verb or "according to".
    pub cue: Option<TokenRange>,
    /// Index of the quote that this one goes on from.
    pub continues: Option<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

impl Quotation {
    /// Whether it is a turn of a transcript, all of it its speaker's own words.
    pub fn is_turn(&self) -> bool {
        self.rule == turns::TURN.id
    }
}

/// Who said it, by which cue, to whom.
#[derive(Clone, Copy, Debug, Default)]
struct Attribution {
    speaker: Option<TokenRange>,
    addressee: Option<TokenRange>,
    cue: Option<TokenRange>,
}

/// Items of most paragraphs, and frames of them, and cues of a frame: no more room is needed for these.
const ITEMS: usize = 256;
const FEW: usize = 16;

/// The quotes of a document, in order.
pub(crate) fn find(scene: &Scene, at: &[TokenIx]) -> Vec<Quotation> {
    let doc = scene.doc;
    let at = of_speech(doc, at);
    let mut colons = Vec::new();
    let (mut triggers, mut mark_tokens, mut verbs) = (Vec::with_capacity(at.len()), Vec::with_capacity(at.len()), Vec::with_capacity(at.len()));
    for ix in at {
        if looks_like_mark(doc, ix) {
            mark_tokens.push(ix);
        } else if let Some(value) = cue::reporting_verb(doc, ix) {
            verbs.push((ix, Some(Verb::of(value))));
        } else if doc.is(ix, words!["according"]) {
            verbs.push((ix, None));
        } else {
            colons.push(ix);
            continue;
        }
        triggers.push(ix);
    }
    let marks = stretches(doc, &mark_tokens);
    let mut finder = Finder {
        doc,
        marks: &marks,
        out: Vec::with_capacity(triggers.len() / 2),
        claimed: vec![None; marks.len()],
        exchanges: OnceCell::new(),
        memory: Memory::default(),
    };
    let mut desk = Desk {
        words: Vec::with_capacity(FEW),
        items: Vec::with_capacity(ITEMS),
        ends: Vec::with_capacity(FEW),
        cues: Vec::with_capacity(FEW),
        sides: Vec::with_capacity(FEW),
    };
    let mut verbs = &verbs[..];
    let (mut n, mut at, mut mark) = (0, 0, 0);
    while n < triggers.len() {
        at = sentence_from(doc, at, triggers[n]);
        let sentence = &doc.sentences[at];
        let paragraph = sentence.paragraph as usize;
        let tokens = doc.tokens_of(paragraph);
        n += leading(&triggers[n..], |t| *t < tokens.end as usize).max(1);
        let (before, rest) = verbs.split_at(leading(verbs, |(v, _)| *v < tokens.end as usize));
        verbs = rest;
        if sentence.kind == SentenceKind::Boilerplate {
            continue;
        }
        mark += leading(&marks[mark..], |m| m.tokens.start < tokens.start);
        let quoted = marks.get(mark).is_some_and(|m| m.tokens.start < tokens.end);
        cue::cue_words(doc, before, tokens, quoted, &mut desk.words);
        if marks.get(mark).is_some_and(|m| m.leads && m.tokens.start == tokens.start) {
            finder.look_back(paragraph, &mut desk.items);
        }
        finder.memory.paragraph(paragraph);
        if quoted {
            finder.quoted(paragraph, mark, &mut desk);
        } else {
            finder.plain(paragraph, &mut desk);
        }
    }
    turns::add(scene, &colons, &mut finder.out);
    finder.finish()
}

/// Whether a token looks like a quotation mark.
fn looks_like_mark(doc: &Document, ix: TokenIx) -> bool {
    let token = &doc.tokens[ix];
    token.shape.any(Shape::OPEN_QUOTE.with(Shape::CLOSE_QUOTE)) | (token.tag == Tag::OpenQuote) | (token.tag == Tag::CloseQuote)
}

/// Those of some tokens that may be quotation marks or cues. Most are verbs of other kinds, but which nobody can foretell: they are sorted out
/// without a branch.
fn of_speech(doc: &Document, at: &[TokenIx]) -> Vec<TokenIx> {
    let (mut kept, mut count) = (at.to_vec(), 0);
    for &ix in at {
        kept[count] = ix;
        count += usize::from(
            (doc.tokens[ix].tag == Tag::Colon) | looks_like_mark(doc, ix) | cue::may_report(doc, ix) | words!["according"].has(doc.tokens[ix].word),
        );
    }
    kept.truncate(count);
    kept
}

/// How many of some items come before the first that is not so: the walk goes on from one to the next, so they are few.
fn leading<T>(items: &[T], so: impl Fn(&T) -> bool) -> usize {
    items.iter().take_while(|item| so(item)).count()
}

/// The sentence that holds a token, no sentence before this one.
fn sentence_from(doc: &Document, sentence: usize, ix: TokenIx) -> usize {
    (sentence + leading(&doc.sentences[sentence..], |s| s.tokens.end as usize <= ix)).min(doc.sentences.len() - 1)
}

/// What a paragraph is worked on with: memory that is kept from one to the next.
struct Desk {
    /// Its cue words.
    words: Vec<CueWord>,
    /// Its items, or those of its sentence at hand, and where its frames end among them.
    items: Vec<Item>,
    ends: Vec<page::End>,
    /// The cues of a frame, and what stands around them.
    cues: Vec<Cue>,
    sides: Vec<Side>,
}

struct Finder<'a> {
    doc: &'a Document<'a>,
    marks: &'a [Stretch],
    out: Vec<Quotation>,
    /// For each stretch the quote that holds it.
    claimed: Vec<Option<usize>>,
    /// The paragraphs in which people take turns.
    exchanges: OnceCell<Vec<(usize, usize)>>,
    memory: Memory,
}

impl<'a> Finder<'a> {
    /// A paragraph with stretches, the first of which is `mark`.
    fn quoted(&mut self, paragraph: usize, mark: usize, Desk { words, items, ends, cues, sides }: &mut Desk) {
        layout(self.doc, paragraph, self.marks, mark, items, ends);
        let mut words = &words[..];
        let mut from = (0, mark);
        for &to in &*ends {
            let frame = Frame { doc: self.doc, marks: self.marks, items: &items[from.0..to.0], stretches: &self.marks[from.1..to.1] };
            from = to;
            let (here, rest) = words.split_at(leading(words, |(ix, _)| *ix < frame.tokens(0, frame.len()).end as usize));
            words = rest;
            self.frame(frame, here, cues, sides);
            sieve::frame(self, &frame);
        }
    }

    /// A paragraph without stretches: only its sentences with cue words are looked into, and the last where a stretch follows.
    fn plain(&mut self, paragraph: usize, Desk { words, items, cues, sides, .. }: &mut Desk) {
        let (doc, marks) = (self.doc, self.marks);
        let mut words = &words[..];
        let mut sentence = doc.paragraphs[paragraph].first_sentence as usize;
        while let Some((first, _)) = words.first() {
            sentence = sentence_from(doc, sentence, *first);
            let tokens = doc.sentences[sentence].tokens;
            let (here, rest) = words.split_at(leading(words, |(ix, _)| *ix < tokens.end as usize).max(1));
            words = rest;
            // "laughed", "called it": without marks and without a colon nothing is said.
            let mute = here.iter().all(|(_, verb)| verb.is_some_and(|verb| verb.needs_marks()));
            if !mute || tokens.range().any(|ix| doc.is(ix, words![":"])) {
                self.frame(page::sentence(doc, marks, tokens, items), here, cues, sides);
            }
        }
        let last = doc.paragraphs[paragraph].end_sentence as usize - 1;
        let tokens = doc.sentences[last].tokens;
        sieve::remember(self, tokens.end, || page::sentence(doc, marks, tokens, items));
    }

    /// Before a paragraph that opens with a stretch: the last sentence of the one before, where that had nothing to look into and
    /// announces something ("The company issued this statement:") or is about the last speaker.
    fn look_back(&mut self, paragraph: usize, items: &mut Vec<Item>) {
        let Some(before) = paragraph.checked_sub(1).filter(|b| !self.memory.is_at(*b)) else { return };
        let (doc, marks) = (self.doc, self.marks);
        let last = &doc.sentences[doc.paragraphs[before].end_sentence as usize - 1];
        if last.kind == SentenceKind::Prose {
            self.memory.paragraph(before);
            sieve::remember(self, last.tokens.end, || page::sentence(doc, marks, last.tokens, items));
            if !doc.is(last.tokens.last(), words![":"]) {
                self.memory.keep_subject_of_last(doc);
            }
        }
    }

    /// What the cues of a frame report; `words` are its cue words.
    fn frame(&mut self, frame: Frame, words: &[CueWord], cues: &mut Vec<Cue>, sides: &mut Vec<Side>) {
        cue::cues(&frame, words, cues);
        if cues.is_empty() {
            return;
        }
        side::sides(&frame, cues, sides);
        let mut setting = Setting { frame, cues, sides, floor: 0, after: 0 };
        for n in 0..cues.len() {
            if cues[n].group < setting.floor {
                continue;
            }
            setting.after = light::skip_light(&frame, sides[n].right);
            if let Some((rule, content)) = rules::first(&setting, n) {
                let side = &sides[n];
                let tokens = |items: Option<(usize, usize)>| items.map(|(a, b)| frame.tokens(a, b));
                let by = Attribution { speaker: tokens(side.speaker), addressee: tokens(side.addressee), cue: Some(cues[n].tokens(&frame)) };
                self.attribute(&frame, content, by, rule);
                if let Some(speaker) = by.speaker {
                    self.memory.reports(speaker, frame.tokens(content.first.0, content.second.unwrap_or(content.first).1));
                }
                let last = content.second.unwrap_or(content.first).1;
                setting.floor = last.max(side.right);
            }
        }
        if frame.is(frame.len() - 1, words![":"])
            && let Some((a, b)) = sides.iter().rev().find_map(|s| s.speaker)
        {
            self.memory.announces(frame.tokens(a, b));
        }
    }

    /// Adds the parts of a content, tied to each other.
    fn attribute(&mut self, frame: &Frame, content: Content, by: Attribution, rule: &'static str) {
        let first = self.add(frame, content.first, by, None, rule);
        if let Some(second) = content.second {
            self.add(frame, second, by, Some(first), rule);
        }
    }

    fn add(&mut self, frame: &Frame, (from, to): (usize, usize), by: Attribution, continues: Option<usize>, rule: &'static str) -> usize {
        let index = self.out.len();
        let mut quoted = SmallVec::new();
        for item in &frame.items[from..to] {
            if let Item::Quote(q) = item {
                self.claimed[*q as usize] = Some(index);
                quoted.push(self.marks[*q as usize].inside);
            }
        }
        let kind = match quoted.len() {
            0 => QuoteKind::Indirect,
            1 if to == from + 1 => QuoteKind::Direct,
            _ => QuoteKind::Mixed,
        };
        let leads = frame.quote(from).is_some_and(|s| s.leads);
        let continues = continues.or(if leads { self.memory.runs_on } else { None });
        if kind != QuoteKind::Indirect && by.speaker.is_some() {
            self.memory.said(index, by);
        }
        self.out.push(Quotation {
            kind,
            span: frame.span(from, to),
            quoted,
            speaker: by.speaker,
            guest: None,
            addressee: by.addressee,
            cue: by.cue,
            continues,
            rule,
        });
        index
    }

    /// Sorts the quotes and gives the beginning of a quote over paragraphs the speaker that only its end names.
    fn finish(mut self) -> Vec<Quotation> {
        for n in (0..self.out.len()).rev() {
            if let Some(before) = self.out[n].continues.filter(|b| self.out[*b].speaker.is_none()) {
                let (speaker, addressee) = (self.out[n].speaker, self.out[n].addressee);
                let earlier = &mut self.out[before];
                (earlier.speaker, earlier.addressee) = (speaker, addressee);
            }
        }
        let stays = |q: &Quotation| q.speaker.is_some() || q.kind == QuoteKind::Direct || q.continues.is_some();
        let key = |q: &Quotation| (q.span.start, std::cmp::Reverse(q.span.end));
        let count = self.out.len();
        let mut order: Vec<usize> = (0..count).filter(|n| stays(&self.out[*n])).collect();
        if order.len() == count && self.out.is_sorted_by_key(key) {
            return self.out;
        }
        order.sort_by_key(|n| key(&self.out[*n]));
        // Those that go have no place.
        let mut place = vec![None; count];
        for (to, from) in order.iter().enumerate() {
            place[*from] = Some(to);
        }
        let mut sorted: Vec<Quotation> = order.iter().map(|n| self.out[*n].clone()).collect();
        for quote in &mut sorted {
            quote.continues = quote.continues.and_then(|c| place[c]);
        }
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analysis;
    use crate::extract::rule::check::examples;

    fn show(analysis: &Analysis) -> Vec<(&'static str, String)> {
        let quotes = analysis.quotes.iter().flatten();
        quotes
            .map(|q| {
                let speaker = q.speaker.as_ref().map_or("nobody", |s| &s.text);
                (q.rule.unwrap_or_default(), format!("{speaker}: {}", q.text))
            })
            .collect()
    }

    #[test]
    fn rules_do_what_their_examples_say() {
        let cards: Vec<_> = rules::RULES.iter().map(|r| r.card).chain(sieve::CARDS.iter().copied()).chain([turns::TURN]).collect();
        examples(&cards, show);
    }
}
