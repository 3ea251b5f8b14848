//! Words that begin sentences and hardly ever names: what decides after an abbreviation.

use crate::lexicon::{List, Word};

/// Whether a capitalised word after "Inc." or "U.S." begins a sentence.
pub(super) fn is_starter(word: Word) -> bool {
    word.is_in(List::Starter)
}
