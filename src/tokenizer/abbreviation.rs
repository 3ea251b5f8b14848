//! What the list of abbreviations says of each: what may follow it, and whether it may end a sentence.

use crate::lexicon::{List, Word};

/// The kinds in `abbreviation.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Stands before a name ("Mr.", "Gen.", "St."): never ends a sentence.
    Title,
    /// Stands before a number ("No.", "p."): before anything else it is a word at a sentence's end.
    Number,
    /// A month or a day of the week.
    Date,
    /// A state or province, after a town and a comma ("Dover, Del."): elsewhere often a word of its own ("Miss").
    State,
    /// "Del.": a state after a town and a comma, before a name a delegate.
    Delegate,
    /// Stands after a name ("Inc.", "Jr."): may end a sentence.
    Name,
    /// Stands after a number ("ft.", "lbs."): may end a sentence.
    Unit,
    /// "a.m.", "p.m.": may end a sentence.
    Time,
    /// Leads on ("e.g.", "vs."): never ends a sentence.
    Inner,
    /// Closes a list ("etc."): at a sentence's end the stop is the sentence's.
    Trailing,
    /// Anything else that may end a sentence ("U.S.").
    End,
}

impl Kind {
    /// What kind of abbreviation a word is, its full stop included; `None` when it is none.
    pub fn of(word: Word) -> Option<Kind> {
        if !word.is_in(List::Abbreviation) {
            return None;
        }
        Some(match word.value(List::Abbreviation) {
            Some("title") => Kind::Title,
            Some("number") => Kind::Number,
            Some("date") => Kind::Date,
            Some("state") => Kind::State,
            Some("delegate") => Kind::Delegate,
            Some("name") => Kind::Name,
            Some("unit") => Kind::Unit,
            Some("time") => Kind::Time,
            Some("inner") => Kind::Inner,
            Some("trailing") => Kind::Trailing,
            _ => Kind::End,
        })
    }
}
