//! Whether an event that a noun tells happened: what the words before it say ("a planned visit"), the noun or verb that it stands behind
//! ("fears of an attack", "called for a ceasefire"), and the verb that it is the object of ("promised an inquiry").

use super::here::{Here, Verb};
use super::status::{Status, apply, of_verb};
use crate::analysis::Modality;
use crate::lexicon::{List, Words, words};
use crate::tagger::lemma_word;
use crate::text::{Document, GroupIx, NounGroup, Role, Tag};

/// The status of an event noun; `verb` is the one that it is the object or passive subject of, `governed` whether the noun's status is the verb's.
pub(super) fn of_noun(here: &Here, noun: GroupIx, verb: Option<&Verb>, governed: bool) -> Status {
    let doc = here.scene.doc;
    let group = doc.noun(noun);
    let mut status = match verb {
        Some(verb) if governed || is_new(here, group, verb.v) => of_object(here, noun, verb.v),
        _ => Status::default(),
    };
    apply(&mut status, of_words(doc, group), false);
    apply(&mut status, behind(here, group), false);
    status
}

/// The status of a noun that a verb governs: the verb's own, or what the verb says of its object ("promised an inquiry").
fn of_object(here: &Here, noun: GroupIx, verb: GroupIx) -> Status {
    let doc = here.scene.doc;
    const PLANS: &Words = words![
        "plan", "promise", "propose", "demand", "seek", "want", "consider", "threaten", "pledge", "schedule", "expect", "vow", "request", "urge"
    ];
    const AVERTS: &Words = words!["prevent", "avert", "avoid", "cancel", "scrap", "foil", "thwart", "forestall", "abort"];
    let mut status = of_verb(here, verb);
    let lemma = here.lemma(verb);
    if PLANS.has(lemma.id())
        && let Some(word) = lemma.value(List::ModalVerb).and_then(|v| v.split(' ').next())
    {
        apply(&mut status, word, false);
    } else if words!["announce", "unveil", "outline"].has(lemma.id()) && is_planned(doc, noun) {
        // "announced 300 layoffs", but "announced a loss".
        status.weaken(Modality::Future);
    } else if AVERTS.has(lemma.id()) {
        status.negated = !status.negated;
    }
    status
}

/// Whether a noun is one of those that are announced before they are carried out.
fn is_planned(doc: &Document, noun: GroupIx) -> bool {
    const PLANNED: &Words = words![
        "campaign",
        "ceremony",
        "closure",
        "concert",
        "conference",
        "cut",
        "departure",
        "deployment",
        "election",
        "evacuation",
        "event",
        "expansion",
        "hearing",
        "increase",
        "installation",
        "integration",
        "introduction",
        "investment",
        "layoff",
        "meeting",
        "merger",
        "pullout",
        "purchase",
        "reduction",
        "referendum",
        "reform",
        "reopening",
        "replacement",
        "resumption",
        "review",
        "sale",
        "shutdown",
        "strike",
        "summit",
        "survey",
        "takeover",
        "tour",
        "transfer",
        "trip",
        "update",
        "upgrade",
        "visit",
        "vote",
        "withdrawal"
    ];
    PLANNED.has(lemma_word(doc, doc.noun(noun).head).id())
}

/// Whether a noun brings up what was not spoken of: what is new is as likely as the verb that it is the object of ("would announce a merger"),
/// what is known is so anyway ("would welcome the merger"). Without an article a noun may be either: the verb tells ("would face charges", but
/// "would end trading").
fn is_new(here: &Here, noun: &NounGroup, verb: GroupIx) -> bool {
    const BRINGS: &Words = words![
        "accept",
        "announce",
        "approve",
        "avoid",
        "await",
        "begin",
        "bring",
        "cast",
        "cause",
        "conduct",
        "convene",
        "create",
        "declare",
        "demand",
        "expect",
        "face",
        "file",
        "force",
        "get",
        "give",
        "hold",
        "impose",
        "introduce",
        "invite",
        "involve",
        "issue",
        "launch",
        "make",
        "mean",
        "need",
        "obtain",
        "offer",
        "open",
        "order",
        "organize",
        "plan",
        "prompt",
        "propose",
        "provide",
        "provoke",
        "raise",
        "request",
        "require",
        "resume",
        "risk",
        "schedule",
        "secure",
        "see",
        "seek",
        "set",
        "sign",
        "spark",
        "stage",
        "start",
        "suffer",
        "trigger",
        "undergo",
        "want",
        "win"
    ];
    let doc = here.scene.doc;
    let first = noun.tokens.first();
    // "did not return a call": there was one.
    if words!["return", "answer", "heed", "honor", "acknowledge", "recall", "mention"].has(here.lemma(verb).id()) {
        return false;
    }
    if doc.is(first, words!["a", "an", "any", "another", "no", "some"]) {
        return true;
    }
    noun.possessor.is_none() && !matches!(doc.tokens[first].tag, Tag::DT | Tag::PRPS | Tag::PDT) && BRINGS.has(here.lemma(verb).id())
}

/// What a word before the noun says: "a planned visit", "the alleged theft", "a cancelled flight".
fn of_words(doc: &Document, noun: &NounGroup) -> &'static str {
    const FUTURE: &Words = words![
        "planned",
        "upcoming",
        "forthcoming",
        "proposed",
        "scheduled",
        "expected",
        "impending",
        "imminent",
        "looming",
        "future",
        "prospective",
        "anticipated",
        "projected",
        "intended",
        "postponed"
    ];
    const POSSIBLE: &Words = words!["possible", "potential", "threatened", "likely", "hypothetical", "feared", "eventual"];
    const NOT: &Words = words!["canceled", "cancelled", "aborted", "foiled", "thwarted", "averted", "scrapped"];
    for ix in noun.tokens.first()..noun.head {
        let word = doc.tokens[ix].word;
        for (words, says) in [(FUTURE, "future"), (POSSIBLE, "possible"), (NOT, "not")] {
            if words.has(word) {
                return says;
            }
        }
    }
    ""
}

/// Nouns that leave open whether what they tell of happens or happened ("fears of an attack", "charges of theft").
pub(super) const ALLEGED: &Words = words![
    "threat",
    "risk",
    "fear",
    "possibility",
    "prospect",
    "chance",
    "danger",
    "hope",
    "talk",
    "allegation",
    "accusation",
    "suspicion",
    "rumor",
    "rumour",
    "likelihood",
    "warning",
    "charge",
    "claim"
];

/// What the noun or the verb says behind whose preposition it stands: "a threat of war", "plans for a merger", "called for a ceasefire".
fn behind(here: &Here, noun: &NounGroup) -> &'static str {
    const FOR: &Words = words!["call", "demand", "request", "appeal", "hope", "need", "bid", "petition", "plea", "case", "push", "pressure"];
    const PREPARED: &Words = words!["plan", "proposal", "preparation", "schedule", "timetable", "deadline"];
    const ASK: &Words = words![
        "call", "ask", "appeal", "apply", "push", "press", "plead", "campaign", "beg", "lobby", "argue", "hope", "wish", "vote", "pray", "file"
    ];
    const AWAIT: &Words = words!["plan", "prepare", "brace", "wait", "schedule", "set", "slate"];
    const SAID_OF: &Words = words!["accuse", "suspect", "warn", "acquit", "clear"];
    let doc = here.scene.doc;
    let Some(preposition) = noun.preposition() else { return "" };
    let of = doc.is(preposition, words!["of"]);
    if !of && !doc.is(preposition, words!["for"]) || noun.role == Role::Object {
        return "";
    }
    if let Some(above) = noun.noun() {
        // "in charge of the investigation"
        if doc.noun(above).tokens.len() == 1 && doc.is(doc.noun(above).head, words!["charge"]) {
            return "";
        }
        let lemma = lemma_word(doc, doc.noun(above).head).id();
        return match () {
            () if of && ALLEGED.has(lemma) || !of && FOR.has(lemma) => "possible",
            () if !of && PREPARED.has(lemma) => "future",
            () if of && words!["lack", "absence"].has(lemma) => "not",
            () => "",
        };
    }
    let Some(verb) = noun.verb() else { return "" };
    let lemma = here.lemma(verb).id();
    match () {
        () if !of && ASK.has(lemma) || of && SAID_OF.has(lemma) => "possible",
        () if !of && AWAIT.has(lemma) => "future",
        () => "",
    }
}
