//! The shape of every rule: an id, a sentence, a pattern, a builder, examples.
//!
//! A rule hangs on a trigger, a token that its extractor was called for. `pattern` looks at the document around that token
//! and returns what it matched, or nothing; `build` turns the match into a finding, or refuses. Extractors try their rules
//! in the order of their list, surest first. The examples are the rule's tests: `fires` pairs a
//! text with a finding that the rule must make in it, `silent` holds texts in which it must make none.
//!
//! Two shapes were written for the pattern: this plain function, and steps as data (`[shape(CLOSE), cap(CUE, tags(…)), many(…)]`)
//! run by a backtracking matcher. The data read well as long as a rule was a run of tags; as soon as it asked for a verb's
//! subject or the value of a number it needed a function all the same, and an inverted cue cost five times as much to match
//! (58 ns against 12 ns). So a pattern is a function, kept short by what [`crate::text::Document`] answers.

use crate::text::TokenIx;

/// Matches around a trigger.
pub(crate) type Pattern<S, M> = fn(&S, TokenIx) -> Option<M>;

/// Turns a match into a finding.
pub(crate) type Build<S, M, F> = fn(&S, M) -> Option<F>;

/// One rule over a scene `S`, with matches `M` and findings `F`.
// outside the tests of the examples its sentence and examples are for the reader
#[cfg_attr(not(test), allow(dead_code))]
pub(crate) struct Rule<S, M, F> {
    /// "money/symbol-amount": extractor and name, never reused.
    pub id: &'static str,
    /// One sentence that says what it does.
    pub what: &'static str,
    /// What it matches, from its trigger.
    pub pattern: Pattern<S, M>,
    /// What it makes of the match.
    pub build: Build<S, M, F>,
    /// Texts with a finding that it makes in them, as the extractor's `show` prints it.
    pub fires: &'static [(&'static str, &'static str)],
    /// Texts in which it finds nothing.
    pub silent: &'static [&'static str],
}

impl<S, M, F> Rule<S, M, F> {
    /// What it finds at a trigger.
    pub fn apply(&self, scene: &S, at: TokenIx) -> Option<F> {
        (self.build)(scene, (self.pattern)(scene, at)?)
    }

    /// What it says of itself, for the tests of its examples.
    #[cfg(test)]
    pub const fn card(&self) -> Card {
        Card { id: self.id, what: self.what, fires: self.fires, silent: self.silent }
    }
}

/// What a rule or a sieve says of itself, whatever it works on.
#[derive(Clone, Copy, Debug)]
// outside the tests of the examples only the id is read
#[cfg_attr(not(test), allow(dead_code))]
pub(crate) struct Card {
    /// Its id.
    pub id: &'static str,
    /// One sentence.
    pub what: &'static str,
    /// Texts with a finding that it makes.
    pub fires: &'static [(&'static str, &'static str)],
    /// Texts in which it finds nothing.
    pub silent: &'static [&'static str],
}

#[cfg(test)]
pub(crate) mod check {
    //! Runs the examples of rules.

    use super::Card;
    use crate::{Analysis, Options, analyze};

    /// Runs every example through the whole analysis; `show` lists the findings of one extractor as (rule, finding).
    pub(crate) fn examples(cards: &[Card], show: fn(&Analysis) -> Vec<(&'static str, String)>) {
        let options = Options { explain: true, ..Options::default() };
        let mut wrong = Vec::new();
        for card in cards {
            assert!(!card.what.is_empty() && card.id.contains('/'), "{}: a rule has an id and a sentence", card.id);
            if card.fires.is_empty() || card.silent.is_empty() {
                wrong.push(format!("{}: needs a text it fires on and a text on which it stays silent", card.id));
            }
            let found =
                |text: &str| -> Vec<String> { show(&analyze(text, &options)).into_iter().filter(|(id, _)| *id == card.id).map(|(_, f)| f).collect() };
            for (text, finding) in card.fires {
                let found = found(text);
                if !found.iter().any(|f| f == finding) {
                    let all = show(&analyze(text, &options));
                    wrong.push(format!("{} on {text:?}\n   wants {finding:?}\n   finds {found:?}\n   all   {all:?}", card.id));
                }
            }
            for text in card.silent {
                let found = found(text);
                if !found.is_empty() {
                    wrong.push(format!("{} on {text:?}\n   wants nothing\n   finds {found:?}", card.id));
                }
            }
        }
        let mut ids: Vec<_> = cards.iter().map(|c| c.id).collect();
        ids.sort_unstable();
        if let Some(twice) = ids.windows(2).find(|p| p[0] == p[1]) {
            wrong.push(format!("{}: two rules have this id", twice[0]));
        }
        assert!(wrong.is_empty(), "{} examples fail:\n{}", wrong.len(), wrong.join("\n"));
    }
}
