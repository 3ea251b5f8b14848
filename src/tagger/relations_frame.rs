//! The open clauses of the pass over a sentence: what each waits for.

use super::relations::Prev;
use crate::text::{GroupIx, Maybe, TokenIx};

/// Why a clause was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Opener {
    #[default]
    Main,
    /// "that", "whether", or nothing: what was said.
    Content,
    /// "because", "when", "after".
    Adverbial,
    /// A relative pronoun, or a noun right behind a noun ("the bridge they blocked").
    Relative,
    /// A participle, gerund or infinitive that does not hang on the clause's own verb.
    Phrase,
    /// ", officials said,".
    Aside,
    Quote,
    Bracket,
}

/// An open clause.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    pub opener: Opener,
    /// The noun group that waits for a verb.
    pub candidate: Maybe<GroupIx>,
    /// The verb with tense (or the only one).
    pub verb: Maybe<GroupIx>,
    /// The verb whose objects may follow.
    pub last: Maybe<GroupIx>,
    /// The last noun behind the verb that no preposition governs: what a verb to come may claim.
    pub tail: Maybe<GroupIx>,
    /// A relative pronoun that has no place yet.
    pub pronoun: Maybe<GroupIx>,
    /// The noun that the clause describes.
    pub describes: Maybe<GroupIx>,
    /// The verb above.
    pub governor: Maybe<GroupIx>,
    pub mark: Maybe<TokenIx>,
    /// What stood before a bracket.
    pub before: (Prev, Maybe<GroupIx>),
}
