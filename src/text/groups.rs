//! Noun groups and verb groups, and who stands where to whom.

use super::{TokenIx, TokenRange};

/// Index of a noun group in its document.
pub type GroupIx = u32;

/// A noun with what stands before it ("the first arms export"), a name, or a pronoun; no "of" phrase inside.
#[derive(Clone, Copy, Debug)]
pub struct NounGroup {
    /// All its tokens, the determiner included.
    pub tokens: TokenRange,
    /// The noun, name or pronoun that it is about.
    pub head: TokenIx,
}

/// A verb with its auxiliaries, adverbs and particle ("would not have been called off").
#[derive(Clone, Copy, Debug)]
pub struct VerbGroup {
    /// From the first auxiliary to the main verb, its particle included.
    pub tokens: TokenRange,
    /// The main verb.
    pub head: TokenIx,
    /// The modal ("would"), "to" of an infinitive left out.
    pub modal: Option<TokenIx>,
    /// The particle ("off" in "called off").
    pub particle: Option<TokenIx>,
    /// "was arrested", "got detained", "backed by".
    pub passive: bool,
    /// "did not", "never", "no longer".
    pub negated: bool,
    /// An infinitive with "to".
    pub infinitive: bool,
    /// The noun group that is its grammatical subject (for a passive, the one acted on).
    pub subject: Option<GroupIx>,
    /// The noun group that is its direct object.
    pub object: Option<GroupIx>,
    /// The noun group after a passive's "by".
    pub agent: Option<GroupIx>,
}
