//! What speaks for a name being a person, an organisation, a place, or no actor: one clue an item, its weight beside it.
//!
//! Clues inside a name count once for each distinct name of a document; clues around it count for each mention, at most
//! [`REPEATS`] times each. The weights were set by hand and measured on the development halves.

use std::cell::OnceCell;

use super::candidates::{bit, capital, everyday};
use super::cut::Candidate;
use crate::lexicon::{List, Word, WordId, Words, words};
use crate::text::{Document, Shape, Token, TokenIx};
use hook::{Gate, Hook, ones};

/// What a clue speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Side {
    Person = 0,
    Organization = 1,
    Place = 2,
    /// No actor: a prize, a law, a language, a plain word with a capital.
    Nothing = 3,
}

/// How often one clue around a name may count.
pub(super) const REPEATS: u8 = 6;

/// A mention under a clue's eye.
pub(super) struct Look<'a, 't> {
    pub doc: &'a Document<'t>,
    pub candidate: &'a Candidate,
    /// The lexicon's row of the whole name.
    pub row: Word,
    /// Its sentence's tokens: no clue looks beyond.
    pub from: TokenIx,
    pub to: TokenIx,
    /// Whether the article has an "&": most have none, and no name has to be read for one.
    pub ampersand: bool,
    everyday: OnceCell<bool>,
}

/// Tokens in which an article opens.
const TOP: usize = 60;

/// Tokens after a name that belong to it closely.
const SOON: usize = 6;

/// What only persons are.
const HIMSELF: WordId = WordId::of_folded("himself");
const HERSELF: WordId = WordId::of_folded("herself");

/// Whether an "&" stands anywhere in an article.
pub(super) fn has_ampersand(doc: &Document) -> bool {
    memchr::memchr(b'&', doc.text.as_bytes()).is_some()
}

impl<'a, 't> Look<'a, 't> {
    pub fn new(doc: &'a Document<'t>, candidate: &'a Candidate, row: Word, ampersand: bool) -> Self {
        Look { doc, candidate, row, from: candidate.sentence.first(), to: candidate.sentence.end as usize, ampersand, everyday: OnceCell::new() }
    }

    fn first(&self) -> Word {
        self.doc.word(self.candidate.tokens.first())
    }

    fn last(&self) -> Word {
        self.doc.word(self.candidate.tokens.last())
    }

    fn len(&self) -> usize {
        self.candidate.tokens.len()
    }

    fn is_in(&self, lists: u128) -> bool {
        self.row.lists() & lists != 0
    }

    /// The token `n` places after the name, inside its sentence.
    fn after(&self, n: usize) -> Option<TokenIx> {
        Some(self.candidate.tokens.end as usize + n).filter(|&ix| ix < self.to)
    }

    /// The tokens after the name, inside its sentence.
    fn behind(&self) -> &[Token] {
        self.doc.tokens.get(self.candidate.tokens.end as usize..self.to).unwrap_or_default()
    }

    /// The token `n` places before the name (and its title), inside its sentence.
    fn before(&self, n: usize) -> Option<TokenIx> {
        self.candidate.tokens.first().checked_sub(n + 1).filter(|&ix| ix >= self.from)
    }

    /// Whether it opens a sentence at the top of the text, or stands before the end of its dateline.
    fn opens(&self) -> bool {
        let first = self.candidate.tokens.first();
        let token = &self.doc.tokens[first];
        first <= TOP && token.shape.has(Shape::SENTENCE_START) || self.doc.dateline.is_some_and(|d| token.span.start < d.whole.end)
    }

    /// Whether "himself" or "herself" follows soon.
    fn reflexive(&self) -> bool {
        let own = |tokens: &[Token]| tokens.iter().fold(false, |any, token| any | (token.word == HIMSELF) | (token.word == HERSELF));
        let behind = self.behind();
        // Behind most names stand as many.
        behind.first_chunk::<SOON>().map_or_else(|| own(behind), |soon| own(soon))
    }

    fn after_is(&self, n: usize, words: &Words) -> bool {
        self.after(n).is_some_and(|ix| self.doc.is(ix, words))
    }

    /// "'s", straight or curly.
    fn possessive(&self, n: usize) -> bool {
        self.after_is(n, words!["'s"])
    }

    fn before_is(&self, n: usize, words: &Words) -> bool {
        self.before(n).is_some_and(|ix| self.doc.is(ix, words))
    }

    fn after_in(&self, n: usize, list: List) -> bool {
        self.after(n).is_some_and(|ix| self.doc.word(ix).is_in(list) && !capital(self.doc, ix))
    }

    fn any(&self, test: impl Fn(TokenIx) -> bool) -> bool {
        self.candidate.tokens.range().any(test)
    }

    /// Whether its first word is an everyday word.
    fn everyday(&self) -> bool {
        *self.everyday.get_or_init(|| everyday(self.doc, self.candidate.tokens.first()))
    }

    fn letters(&self) -> &str {
        self.doc.text_of(self.candidate.tokens)
    }

    fn all_caps(&self) -> bool {
        self.len() == 1 && self.doc.tokens[self.candidate.tokens.first()].shape.is_all_caps()
    }
}

/// One piece of evidence.
pub(super) struct Clue {
    /// "actors/age-after": extractor and name.
    pub id: &'static str,
    /// One sentence that says what it goes by.
    pub what: &'static str,
    pub side: Side,
    pub weight: f32,
    /// Where it is asked.
    hook: Hook,
    /// Whether it speaks, where its hook is.
    pub test: fn(&Look) -> bool,
    /// A text and the name in it that the clue speaks for.
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are run by the tests"))]
    pub fires: (&'static str, &'static str),
    /// A text in which it speaks for no name.
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are run by the tests"))]
    pub silent: &'static str,
}

/// Rows of clues: id, side, weight, sentence, hook, test, a text and a name in it that it fires on, a text on which it is silent.
macro_rules! clues {
    ($list:ident: $($id:literal $side:ident $weight:literal $what:literal $hook:expr, $test:expr => $fires:literal $name:literal ! $silent:literal;)*) => {
        pub(super) const $list: &[Clue] = &[$(Clue {
            id: $id, what: $what, side: Side::$side, weight: $weight, hook: $hook, test: $test, fires: ($fires, $name), silent: $silent,
        },)*];
    };
}

mod around;
mod hook;
mod inside;

/// How many clues there are.
pub(super) const COUNT: usize = inside::INSIDE.len() + around::AROUND.len();

/// The number of the clue around a name that has this id; one that there is not stops the compiler.
pub(super) const fn around_number(id: &str) -> usize {
    let mut n = 0;
    while !same(around::AROUND[n].id.as_bytes(), id.as_bytes()) {
        n += 1;
    }
    inside::INSIDE.len() + n
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    let mut n = 0;
    while n < a.len() && n < b.len() && a[n] == b[n] {
        n += 1;
    }
    n == a.len() && n == b.len()
}

/// All clues, those inside a name first; their number is their place in this order, which decides nothing.
pub(super) fn clues() -> impl Iterator<Item = &'static Clue> {
    inside::INSIDE.iter().chain(around::AROUND)
}

static INSIDE_GATE: Gate = Gate::new(inside::INSIDE);
static AROUND_GATE: Gate = Gate::new(around::AROUND);

/// What is asked of a clue at every mention, apart from what is only said of it: so the clues lie close together.
#[derive(Clone, Copy)]
pub(super) struct Voice {
    pub side: Side,
    pub weight: f32,
    pub test: fn(&Look) -> bool,
}

/// The voices of all clues by their number.
static VOICES: [Voice; COUNT] = {
    const fn voice(clue: &Clue) -> Voice {
        Voice { side: clue.side, weight: clue.weight, test: clue.test }
    }
    let mut voices = [voice(&inside::INSIDE[0]); COUNT];
    let (within, mut n) = (inside::INSIDE.len(), 0);
    while n < COUNT {
        voices[n] = voice(if n < within { &inside::INSIDE[n] } else { &around::AROUND[n - within] });
        n += 1;
    }
    voices
};

/// The clues inside a name that speak of a mention or may, each with its number.
pub(super) fn inside(look: &Look) -> impl Iterator<Item = (usize, &'static Voice)> {
    ones(INSIDE_GATE.open(look, inside::INSIDE)).map(|n| (n, &VOICES[n]))
}

/// Likewise the clues around it.
pub(super) fn around(look: &Look) -> impl Iterator<Item = (usize, &'static Voice)> {
    ones(AROUND_GATE.open(look, around::AROUND)).map(|n| (inside::INSIDE.len() + n, &VOICES[inside::INSIDE.len() + n]))
}

/// Lists of places.
const PLACE_LISTS: u128 = bit(List::Country) | bit(List::Province) | bit(List::City) | bit(List::Town) | bit(List::Geo) | bit(List::Capital);

/// A single letter with a full stop, or two of them glued ("J.", "J.P.").
pub(super) fn is_initial(doc: &Document, ix: TokenIx) -> bool {
    let text = doc.word_text(ix);
    let letters = text.bytes().filter(u8::is_ascii_uppercase).count();
    text.ends_with('.') && text.len() == 2 * letters && letters <= 3 && doc.word(ix).lists() & (bit(List::Country) | bit(List::Province)) == 0
}

#[cfg(test)]
mod tests {
    use super::super::{cut, kinds};
    use super::clues;
    use crate::{tagger, tokenizer};

    /// The names in a text that each clue spoke for.
    fn fired(text: &str, id: &str) -> Vec<String> {
        let mut doc = tokenizer::tokenize(text);
        tagger::tag(&mut doc);
        let mut found: Vec<cut::Candidate> = Vec::new();
        super::super::scan(&doc, &mut found, &mut Vec::new());
        let mut named = kinds::group(&doc, &found);
        kinds::weigh(&doc, &found, &mut named, true);
        let number = clues().position(|c| c.id == id).unwrap();
        named.names.iter().filter(|n| n.count(number) > 0).map(|n| doc.text_of(n.tokens).to_string()).collect()
    }

    #[test]
    fn every_clue_fires_and_is_silent_where_it_says() {
        let mut wrong = Vec::new();
        let mut ids: Vec<&str> = Vec::new();
        for clue in clues() {
            ids.push(clue.id);
            assert!(!clue.what.is_empty());
            let (text, name) = clue.fires;
            let found = fired(text, clue.id);
            if !found.iter().any(|f| f == name) {
                wrong.push(format!("{} on {text:?} wants {name:?}, finds {found:?}", clue.id));
            }
            let found = fired(clue.silent, clue.id);
            if !found.is_empty() {
                wrong.push(format!("{} on {:?} wants nothing, finds {found:?}", clue.id, clue.silent));
            }
        }
        ids.sort_unstable();
        assert!(ids.windows(2).all(|p| p[0] != p[1]), "an id is used twice");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
