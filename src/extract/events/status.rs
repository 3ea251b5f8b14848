//! Whether an event happened: negation and modality, from its own verb group and the verbs and nouns above it.

use super::here::Here;
use crate::analysis::Modality;
use crate::lexicon::{List, Word, Words, parts, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Document, GroupIx, NounKind, Tag, TokenIx};

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
    fn weaken(&mut self, to: Modality) {
        if self.modality == Modality::Actual {
            self.modality = to;
        }
    }
}

/// Verbs climbed above an event.
const ABOVE_LIMIT: usize = 4;

/// Nouns that say of the infinitive behind them whether it happens ("a plan to leave").
fn of_infinitive_noun(doc: &Document, head: TokenIx) -> Option<&'static str> {
    const FUTURE: &Words =
        words!["plan", "proposal", "decision", "promise", "offer", "agreement", "intention", "deal", "pledge", "move", "order", "willingness"];
    const POSSIBLE: &Words =
        words!["attempt", "bid", "effort", "chance", "threat", "ability", "right", "call", "demand", "request", "need", "desire"];
    const NOT: &Words = words!["refusal", "failure", "inability"];
    let lemma = lemma_word(doc, head).id();
    [(FUTURE, "future"), (POSSIBLE, "possible"), (NOT, "not")].into_iter().find(|(words, _)| words.has(lemma)).map(|(_, status)| status)
}

/// The status of a noun that a verb governs: the verb's own, or what the verb says of its object ("promised an inquiry").
pub(super) fn of_object(here: &Here, verb: GroupIx) -> Status {
    const PLANS: &Words = words![
        "plan", "promise", "propose", "demand", "seek", "want", "consider", "threaten", "pledge", "schedule", "expect", "vow", "request", "urge"
    ];
    let mut status = of_verb(here, verb);
    let lemma = here.lemma(verb);
    if PLANS.has(lemma.id())
        && let Some(word) = lemma.value(List::ModalVerb).and_then(|v| v.split(' ').next())
    {
        apply(&mut status, word, false);
    }
    status
}

/// "was almost sacked": it did not come to that.
pub(super) fn nearly(doc: &Document, verb: GroupIx) -> bool {
    let group = doc.verb(verb);
    (group.tokens.first()..group.head).any(|ix| doc.is(ix, words!["almost", "nearly"]))
}

fn of_modal(doc: &Document, modal: TokenIx, conditional: impl Fn() -> bool) -> Modality {
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

/// Goes up from a verb as long as what stands above says something of it.
fn climb(here: &Here, verb: GroupIx, status: &mut Status) {
    let doc = here.scene.doc;
    let mut at = verb;
    for _ in 0..ABOVE_LIMIT {
        let group = doc.verb(at);
        if let Some(mark) = group.mark() {
            if doc.is(mark, words!["if", "unless", "lest"]) {
                status.weaken(Modality::Conditional);
            } else if doc.is(mark, words!["whether"]) {
                status.weaken(Modality::Possible);
            }
        }
        let came = |noun: GroupIx| {
            let plain = matches!(doc.noun(noun).kind, NounKind::Name | NounKind::Time) || doc.tokens[doc.noun(noun).head].tag == Tag::Dollar;
            let verb = group.governor().map(|g| here.lemma(g));
            verb.is_some_and(|v| comes_of(v) && plain || words!["beat", "defeat", "edge", "overcome"].has(v.id()))
        };
        if let Some(noun) = group.describes().filter(|n| group.infinitive && !came(*n)) {
            apply(status, of_infinitive_noun(doc, doc.noun(noun).head).unwrap_or("future"), false);
            return;
        }
        let Some(above) = group.governor() else {
            // "Norland to send aid": a headline's future.
            if group.infinitive && group.describes().is_none() && at == verb && group.subject().is_some() {
                status.weaken(Modality::Future);
            }
            return;
        };
        let upper = doc.verb(above);
        let lemma = here.lemma(above);
        match group.clause {
            Clause::Infinitive => {
                let value = lemma.value(List::ModalVerb);
                let word = value.map_or("", |v| parts(v).next().unwrap_or(""));
                if words!["be"].has(lemma.id()) {
                    apply(status, "future", upper.negated);
                } else if word.is_empty() {
                    // "marched to demand": a purpose is still to be met, but not "beat Norland to reach the final".
                    if !comes_of(lemma) {
                        status.weaken(Modality::Future);
                    }
                } else {
                    apply(status, word, upper.negated);
                }
                if word != "actual" && word != "not" {
                    return;
                }
                if let Some(modal) = upper.modal() {
                    status.weaken(of_modal(doc, modal, || false));
                }
            }
            Clause::Participle if doc.is(upper.head, words!["denied", "denies", "deny", "denying"]) => {
                status.weaken(Modality::Denied);
                return;
            }
            // "accused of selling", "banned from selling": said of someone, or kept from it.
            Clause::Participle
                if words!["accuse", "charge", "suspect", "ban", "bar", "prevent", "prohibit", "stop", "keep", "deter"].has(lemma.id()) =>
            {
                if upper.object().is_some() || upper.passive {
                    status.weaken(Modality::Possible);
                }
                return;
            }
            Clause::Content => {
                const BELIEVE: &Words = words![
                    "allege",
                    "believe",
                    "suspect",
                    "fear",
                    "think",
                    "claim",
                    "suggest",
                    "hope",
                    "wish",
                    "doubt",
                    "speculate",
                    "imagine",
                    "suppose"
                ];
                if words!["deny"].has(lemma.id()) {
                    status.weaken(Modality::Denied);
                } else if BELIEVE.has(lemma.id()) {
                    status.weaken(Modality::Possible);
                } else if words!["promise", "pledge", "predict", "expect", "forecast"].has(lemma.id()) {
                    status.weaken(Modality::Future);
                } else if matches!(doc.tokens[group.head].tag, Tag::VB | Tag::VBP)
                    && group.modal().is_none()
                    && words!["demand", "urge", "insist", "ask", "order", "recommend", "propose", "request"].has(lemma.id())
                {
                    // "demanded that he resign"
                    status.weaken(Modality::Possible);
                }
                return;
            }
            Clause::Coordinated if !group.finite && !group.infinitive => {
                if let Some(modal) = upper.modal() {
                    status.weaken(of_modal(doc, modal, || false));
                }
            }
            Clause::Coordinated if group.infinitive => {}
            _ => return,
        }
        at = above;
    }
}

/// Verbs whose infinitive says what came of it: "fell to close at", "beat Norland to reach the final".
fn comes_of(verb: Word) -> bool {
    verb.is_in(List::BefallVerb) || words!["beat", "defeat", "win", "lose", "edge", "overcome", "gain", "shed"].has(verb.id())
}

fn apply(status: &mut Status, word: &str, upper_negated: bool) {
    match word {
        "future" if upper_negated => status.negated = true,
        "future" => status.weaken(Modality::Future),
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
