//! Lines to paragraphs, and what each paragraph is: prose, a heading, a dateline, boilerplate.
//!
//! Paragraphs are cut from the lines alone, before there are tokens. What a paragraph is shows in its words and in what
//! comes before and after it, so kinds are given when all tokens are there.

mod boilerplate;
mod dateline;
mod heading;
mod lines;
mod wrap;

use crate::text::{Document, SentenceKind, Span};

use wrap::Wrap;

/// The paragraphs of a text in order.
#[inline(never)]
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let lines = lines::lines(text);
    let wrap = Wrap::of(text, &lines);
    let mut found: Vec<Span> = Vec::with_capacity(lines.len());
    let mut goes_on = false;
    for (n, line) in lines.iter().enumerate() {
        match found.last_mut().filter(|_| goes_on) {
            Some(last) => last.end = line.end as u32,
            None => found.push(Span::new(line.start, line.end)),
        }
        goes_on = wrap.joins(text, line, &lines[n + 1..]);
    }
    found
}

/// Gives every paragraph and its sentences their kind, and finds the title and the dateline.
#[inline(never)]
pub(super) fn kinds(doc: &mut Document) {
    for n in 0..doc.paragraphs.len() {
        if boilerplate::is_boilerplate(doc, n) {
            set(doc, n, SentenceKind::Boilerplate);
        }
    }
    doc.dateline = dateline::find(doc);
    heading::mark(doc);
    doc.title = heading::title(doc);
}

/// Gives one paragraph and its sentences a kind.
fn set(doc: &mut Document, paragraph: usize, kind: SentenceKind) {
    let p = &mut doc.paragraphs[paragraph];
    p.kind = kind;
    for sentence in &mut doc.sentences[p.first_sentence as usize..p.end_sentence as usize] {
        sentence.kind = kind;
    }
}
