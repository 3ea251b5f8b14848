//! What is remembered from quote to quote, for the quotes that no cue claims.

use super::Attribution;
use crate::lexicon::words;
use crate::text::{Document, TokenRange};

/// What is remembered from quote to quote.
#[derive(Default)]
pub(super) struct Memory {
    pub paragraph: usize,
    /// Whether there was any paragraph yet.
    begun: bool,
    /// Who spoke last, with the quote and its paragraph.
    pub last: Option<(usize, Attribution, usize)>,
    /// Who spoke in the last two paragraphs with a speaker.
    turns: [Option<(TokenRange, usize)>; 2],
    /// Subject of the last sentence that quotes nobody, with its paragraph.
    pub subject: Option<(TokenRange, usize)>,
    /// Who said what was reported last, and where that stands.
    reported: Option<(TokenRange, TokenRange)>,
    /// Who a sentence that ends with a colon announces, with its paragraph.
    pub announced: Option<(TokenRange, usize)>,
    /// Quote that the paragraph before left open.
    pub runs_on: Option<usize>,
    /// Quote that this paragraph leaves open.
    pub open: Option<usize>,
}

impl Memory {
    /// A new paragraph begins.
    pub fn paragraph(&mut self, number: usize) {
        self.runs_on = self.open.filter(|_| number == self.paragraph + 1);
        self.open = None;
        (self.paragraph, self.begun) = (number, true);
    }

    /// Whether this paragraph is the last that was looked into.
    pub fn is_at(&self, number: usize) -> bool {
        self.begun && self.paragraph == number
    }

    /// Forgets the subject of the last sentence unless that is a name, and the last speaker's.
    pub fn keep_subject_of_last(&mut self, doc: &Document) {
        let last = self.last.and_then(|(_, by, _)| by.speaker);
        self.subject = self.subject.filter(|(subject, _)| {
            last.is_some_and(|last| doc.tokens[subject.last()].tag.is_name() && doc.word_text(last.last()) == doc.word_text(subject.last()))
        });
    }

    /// Some words were reported, whether between marks or not.
    pub fn reports(&mut self, speaker: TokenRange, content: TokenRange) {
        self.reported = Some((speaker, content));
    }

    /// Whose words a subject stands in, when it stands in what was reported last.
    pub fn who_reports(&self, subject: TokenRange) -> TokenRange {
        self.reported.filter(|(_, content)| content.holds(subject.last())).map_or(subject, |(speaker, _)| speaker)
    }

    /// A sentence ended with a colon after this speaker's cue.
    pub fn announces(&mut self, speaker: TokenRange) {
        self.announced = Some((speaker, self.paragraph));
    }

    /// A quote with a speaker was found.
    pub fn said(&mut self, quote: usize, by: Attribution) {
        self.last = Some((quote, by, self.paragraph));
        if let Some(speaker) = by.speaker {
            let [before, last] = self.turns;
            let same = last.is_some_and(|(_, paragraph)| paragraph == self.paragraph);
            self.turns = [if same { before } else { last }, Some((speaker, self.paragraph))];
        }
    }

    /// Who answers the last speaker: the one who spoke before, else the one spoken to, else the "she" before a "he".
    pub fn answers(&self, doc: &Document) -> Option<TokenRange> {
        let turn = |back: usize| self.turns.iter().flatten().find(|(_, paragraph)| paragraph + back == self.paragraph).map(|(speaker, _)| *speaker);
        let addressed = || self.last.filter(|l| l.2 + 1 == self.paragraph).and_then(|l| l.1.addressee);
        let other = || {
            let (last, before) = (turn(1)?, self.turns[0].filter(|(_, paragraph)| paragraph + EARLIER > self.paragraph)?.0);
            let pronouns = [last, before].iter().all(|s| doc.is(s.first(), words!["he", "she"]));
            (pronouns && doc.tokens[last.first()].word != doc.tokens[before.first()].word).then_some(before)
        };
        turn(2).or_else(addressed).or_else(other)
    }
}

/// Paragraphs back over which somebody is remembered who may answer.
const EARLIER: usize = 6;
