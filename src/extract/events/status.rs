//! Whether an event happened: negation and modality, from its own verb group and the verbs and nouns above it.

use super::above::climb;
use super::here::Here;
use crate::analysis::Modality;
use crate::lexicon::words;
use crate::text::{Document, GroupIx, TokenIx};

/// Said to have happened, or how far from that.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Status {
    pub negated: bool,
    pub modality: Modality,
    /// Negated by "failed to".
    pub failed: bool,
}

impl Status {
    /// A weaker reading replaces "actual", never another.
    pub fn weaken(&mut self, to: Modality) {
        if self.modality == Modality::Actual {
            self.modality = to;
        }
    }
}

/// "was almost sacked": it did not come to that.
pub(super) fn nearly(doc: &Document, verb: GroupIx) -> bool {
    let group = doc.verb(verb);
    (group.tokens.first()..group.head).any(|ix| doc.is(ix, words!["almost", "nearly"]))
}

/// What a modal says of its verb.
pub(super) fn of_modal(doc: &Document, modal: TokenIx, conditional: impl Fn() -> bool) -> Modality {
    if doc.is(modal, words!["will", "'ll", "shall", "wo", "sha"]) {
        Modality::Future
    } else if doc.is(modal, words!["would", "'d"]) {
        if conditional() { Modality::Conditional } else { Modality::Future }
    } else {
        Modality::Possible
    }
}

/// The status of a verb.
pub(super) fn of_verb(here: &Here, verb: GroupIx) -> Status {
    let doc = here.scene.doc;
    let group = doc.verb(verb);
    let mut status = Status { negated: group.negated, ..Status::default() };
    let no =
        |side: Option<GroupIx>| side.is_some_and(|side| doc.is(doc.noun(side).tokens.first(), words!["no", "nobody", "none", "neither", "nothing"]));
    status.negated |= no(group.subject()) | no(group.object()) | no(group.agent());
    // "Will Norland agree?"
    if here.question && group.inverted().is_some() {
        status.weaken(Modality::Possible);
    }
    if let Some(modal) = group.modal() {
        status.weaken(of_modal(doc, modal, || has_if(here)));
    }
    if here.hedges(group.tokens.first(), group.tokens.end as usize) {
        status.weaken(Modality::Possible);
    }
    climb(here, verb, &mut status);
    if status.modality == Modality::Actual && here.question {
        status.modality = Modality::Possible;
    }
    status
}

/// Takes in what a word of `modal_verb.tsv` says of what stands below it.
pub(super) fn apply(status: &mut Status, word: &str, upper_negated: bool) {
    match word {
        "future" => {
            status.negated |= upper_negated;
            status.weaken(Modality::Future);
        }
        "possible" => status.weaken(Modality::Possible),
        "not" => {
            status.negated = !status.negated ^ upper_negated;
            status.failed = true;
        }
        "actual" => status.negated ^= upper_negated,
        _ => {}
    }
}

/// Whether an if-clause stands in the sentence.
fn has_if(here: &Here) -> bool {
    let doc = here.scene.doc;
    doc.verb_groups[here.verbs.clone()].iter().take(SENTENCE_VERBS).any(|v| v.mark().is_some_and(|m| doc.is(m, words!["if", "unless"])))
}

/// Verbs of a sentence looked at for an "if".
const SENTENCE_VERBS: usize = 24;
