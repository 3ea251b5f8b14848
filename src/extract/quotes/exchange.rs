//! Exchanges: paragraphs in which people take turns, so that a quote without a cue answers the one before it.
//!
//! In news a paragraph that is all quote goes on in the one before it; in dialogue it answers. Dialogue is told by its look: one short
//! turn after another, and somebody asks something.

use super::marks::Stretch;
use crate::text::Document;

/// Fewest turns, most tokens of a paragraph that is one, and how many are quoted on an average.
const TURNS: usize = 3;
const TURN_LIMIT: usize = 60;
const TURN_WORDS: usize = 16;

/// Most tokens of the cue behind the quote that a turn ends with ("she asked.").
const CUE_LIMIT: u32 = 4;

/// Where nobody asks anything, the turns are shorter still.
const MUTE_WORDS: usize = 8;

/// The numbers of the first and the last paragraph of each exchange, in order.
pub(super) fn exchanges(doc: &Document, marks: &[Stretch]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut run = Run::default();
    let mut from = 0;
    while from < marks.len() {
        let paragraph = doc.sentences[doc.sentence_of(marks[from].tokens.first())].paragraph as usize;
        let tokens = doc.tokens_of(paragraph);
        let to = from + marks[from..].iter().take_while(|m| m.tokens.start < tokens.end).count().max(1);
        let stretches = &marks[from..to];
        from = to;
        let opens_or_closes = stretches[0].leads || stretches[stretches.len() - 1].tokens.end + CUE_LIMIT >= tokens.end;
        let turn = opens_or_closes && tokens.len() <= TURN_LIMIT && stretches.iter().all(|s| !s.open_ended);
        if run.turns > 0 && !(turn && run.last + 1 == paragraph) {
            out.extend(std::mem::take(&mut run).exchange());
        }
        if turn {
            run.add(doc, paragraph, stretches);
        }
    }
    out.extend(run.exchange());
    out
}

/// Turns one after another.
#[derive(Default)]
struct Run {
    last: usize,
    turns: usize,
    words: usize,
    asks: bool,
}

impl Run {
    fn add(&mut self, doc: &Document, paragraph: usize, stretches: &[Stretch]) {
        self.last = paragraph;
        self.turns += 1;
        self.words += stretches.iter().map(|s| s.words().len()).sum::<usize>();
        self.asks |= stretches.iter().any(|s| doc.slice(s.inside).ends_with('?'));
    }

    /// Its first and its last paragraph, when it is an exchange.
    fn exchange(self) -> Option<(usize, usize)> {
        let words = if self.asks { TURN_WORDS } else { MUTE_WORDS };
        (self.turns >= TURNS && self.words <= words * self.turns).then(|| (self.last + 1 - self.turns, self.last))
    }
}
