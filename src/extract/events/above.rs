//! What stands above a verb says whether it happened: the verb that it completes, the clause that it hangs on, the noun that it describes.

use super::here::Here;
use super::noun_status::ALLEGED;
use super::status::{Status, apply, of_modal};
use crate::analysis::Modality;
use crate::lexicon::{List, Word, Words, parts, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Document, GroupIx, Link, NounGroup, NounKind, Tag, TokenIx, VerbGroup};

/// Verbs climbed above an event.
const ABOVE_LIMIT: usize = 4;

/// Goes up from a verb as long as what stands above says something of it.
pub(super) fn climb(here: &Here, verb: GroupIx, status: &mut Status) {
    climb_on(here, verb, status, ABOVE_LIMIT);
}

/// Likewise, over so many verbs at most.
fn climb_on(here: &Here, verb: GroupIx, status: &mut Status, limit: usize) {
    let doc = here.scene.doc;
    let mut at = verb;
    for left in (0..limit).rev() {
        let group = doc.verb(at);
        if let Some(mark) = group.mark() {
            if doc.is(mark, words!["if", "unless", "lest"]) {
                status.weaken(Modality::Conditional);
            } else if doc.is(mark, words!["whether"]) {
                status.weaken(Modality::Possible);
            }
        }
        if let Some(noun) = group.describes().filter(|n| group.infinitive && !came(here, at, *n)) {
            if doc.noun(noun).tokens.end == group.tokens.start && is_one_of_a_row(doc, noun) {
                if let Some(above) = doc.noun(noun).verb().filter(|v| *v != at) {
                    part_of(here, above, status, left);
                }
                return;
            }
            apply(status, of_infinitive_noun(doc, doc.noun(noun).head).unwrap_or("future"), false);
            return;
        }
        let Some(above) = group.governor() else {
            // "Norland to send aid": a headline's future.
            if group.infinitive && group.describes().is_none() && at == verb && group.subject().is_some() {
                status.weaken(Modality::Future);
            } else if is_alleged(doc, group) {
                status.weaken(Modality::Possible);
            }
            return;
        };
        let upper = doc.verb(above);
        let lemma = here.lemma(above);
        match group.clause {
            Clause::Infinitive => {
                let value = lemma.value(List::ModalVerb);
                let word = value.map_or("", |v| parts(v).next().unwrap_or(""));
                let word = match word {
                    "actual" if is_going_to(doc, upper) => "future",
                    // "let her go", "saw sales fall", not "let us go"
                    "" if !doc.is(group.tokens.first(), words!["to"]) && LETS.has(lemma.id()) && upper.subject().is_some() => "actual",
                    // "is thought to have begun", "had to be shut"
                    "" if group.perfect => "possible",
                    "" if words!["have"].has(lemma.id()) && is_past(doc, above) && upper.object().is_none() => "actual",
                    "" if words!["be"].has(lemma.id()) => {
                        of_adjective(doc, upper.tokens.end as usize, group.tokens.first(), upper.modal().is_none() && is_past(doc, above))
                    }
                    "" if comes_of(lemma) || words!["become"].has(here.lemma(at).id()) && is_past(doc, above) => "actual",
                    "" => {
                        // "marched to demand": a purpose is still to be met.
                        status.weaken(Modality::Future);
                        return;
                    }
                    word => word,
                };
                // "would like to leave" is a wish, whatever the modal.
                if matches!(word, "possible" | "actual") && !words!["like"].has(lemma.id()) {
                    inherit(doc, above, status);
                }
                apply(status, word, upper.negated);
                if word != "actual" && word != "not" {
                    return;
                }
            }
            Clause::Participle if doc.is(upper.head, words!["denied", "denies", "deny", "denying"]) => {
                status.weaken(Modality::Denied);
                return;
            }
            // "accused of selling", "banned from selling": said of someone, or kept from it.
            Clause::Participle
                if words!["accuse", "acquit", "clear", "charge", "suspect", "ban", "bar", "prevent", "prohibit", "stop", "keep", "deter"]
                    .has(lemma.id())
                    && (upper.object().is_some() || upper.passive) =>
            {
                status.weaken(Modality::Possible);
                return;
            }
            Clause::Participle if group.head > upper.head && doc.tokens[group.head].tag == Tag::VBG => {
                if doc.is(group.tokens.first() - 1, words!["against"]) || is_alleged(doc, group) {
                    status.weaken(Modality::Possible);
                    return;
                }
                if upper.particle().is_some_and(|p| doc.is(p, words!["out"])) && words!["rule"].has(lemma.id()) {
                    status.negated ^= true;
                    return;
                }
                let completes = group.tokens.start <= upper.tokens.end + 1 && doc.tokens[group.tokens.first() - 1].tag != Tag::Comma;
                apply(status, if completes { of_gerund(lemma) } else { "" }, upper.negated);
                // "will close the plant, cutting 300 jobs", but "will close it, citing its losses", "will close after losing 3m".
                let before = doc.is(group.tokens.first() - 1, words!["after", "since", "for", "than"]);
                if !before && !upper.perfect && !here.lemma(at).is_in(List::ReportingVerb) {
                    part_of(here, above, status, left);
                }
                return;
            }
            Clause::Content => {
                of_content(here, at, above, status);
                return;
            }
            // "will meet when the parliament convenes".
            Clause::Adverbial
                if matches!(doc.tokens[group.head].tag, Tag::VBZ | Tag::VBP)
                    && group.mark().is_some_and(|m| doc.is(m, words!["when", "once", "until", "till", "before", "after"])) =>
            {
                part_of(here, above, status, left);
                return;
            }
            Clause::Coordinated if !group.finite && !group.infinitive => inherit(doc, above, status),
            Clause::Coordinated if group.infinitive => {}
            _ => {
                if is_alleged(doc, group) {
                    status.weaken(Modality::Possible);
                }
                return;
            }
        }
        at = above;
    }
}

/// "on charges that he stole", "on suspicion of stealing": what the noun leaves open.
fn is_alleged(doc: &Document, group: &VerbGroup) -> bool {
    let start = group.tokens.first();
    let that = |noun: &NounGroup| doc.tokens.get(noun.tokens.end as usize).is_some() && doc.is(noun.tokens.end as usize, words!["that"]);
    let noun = match group.describes().map(|noun| doc.noun(noun)) {
        // "claims that he stole", but "the claims that he made"
        Some(noun) if that(noun) && group.object_by != Link::Relative && group.subject_by != Link::Relative => noun.head,
        // "on charges of stealing", but "took charge of building it"
        _ if start > 2 && doc.tokens[group.head].tag == Tag::VBG && doc.is(start - 1, words!["of"]) && !doc.tokens[start - 3].tag.is_verb() => {
            start - 2
        }
        _ => return false,
    };
    ALLEGED.has(lemma_word(doc, noun).id())
}

/// Verbs under which a bare infinitive says what came about.
const LETS: &Words = words!["let", "make", "see", "hear", "watch", "feel"];

/// "is going to close": no one goes anywhere.
fn is_going_to(doc: &Document, verb: &VerbGroup) -> bool {
    doc.is(verb.head, words!["going", "gon"]) && verb.object().is_none()
}

/// What is part of an event is as likely as the event: the modal of the verb above.
fn inherit(doc: &Document, above: GroupIx, status: &mut Status) {
    if let Some(modal) = doc.verb(above).modal() {
        status.weaken(of_modal(doc, modal, || false));
    }
}

/// Likewise where the verb above is planned or tried ("plans to close the plant, cutting 300 jobs"); that it fails is said of it alone.
fn part_of(here: &Here, above: GroupIx, status: &mut Status, limit: usize) {
    let upper = here.scene.doc.verb(above);
    inherit(here.scene.doc, above, status);
    if upper.infinitive && upper.governor().is_some_and(|g| here.lemma(g).is_in(List::ModalVerb)) {
        let mut whole = Status::default();
        climb_on(here, above, &mut whole, limit);
        status.weaken(whole.modality);
    }
}

/// Whether a verb group tells of the past.
fn is_past(doc: &Document, verb: GroupIx) -> bool {
    let group = doc.verb(verb);
    doc.tokens[group.tokens.first()].tag == Tag::VBD || group.perfect
}

/// Nouns that say of the infinitive behind them whether it happens ("a plan to leave").
pub(super) fn of_infinitive_noun(doc: &Document, head: TokenIx) -> Option<&'static str> {
    const FUTURE: &Words =
        words!["plan", "proposal", "decision", "promise", "offer", "agreement", "intention", "deal", "pledge", "move", "order", "willingness"];
    const POSSIBLE: &Words =
        words!["attempt", "bid", "effort", "chance", "threat", "ability", "right", "call", "demand", "request", "need", "desire"];
    const NOT: &Words = words!["refusal", "failure", "inability"];
    let lemma = lemma_word(doc, head).id();
    [(FUTURE, "future"), (POSSIBLE, "possible"), (NOT, "not")].into_iter().find(|(words, _)| words.has(lemma)).map(|(_, status)| status)
}

/// "the first woman to win", "the last to leave": whoever it is did it, if the verb above says that there was one. Not "the first step to peace".
fn is_one_of_a_row(doc: &Document, noun: GroupIx) -> bool {
    const ROW: &Words = words!["first", "second", "third", "fourth", "fifth", "last", "latest", "only"];
    const MEANS: &Words =
        words!["way", "time", "thing", "place", "step", "means", "method", "opportunity", "option", "reason", "word", "day", "priority", "task"];
    let group = doc.noun(noun);
    // "the first holder of the post to pray", not "the first of his plans to leave"
    let infinitive = of_infinitive_noun(doc, group.head).is_some();
    let of = group.noun().filter(|_| !infinitive && group.preposition().is_some_and(|p| doc.is(p, words!["of"])));
    let row = |ix| doc.is(ix, ROW) || doc.tokens[ix].tag == Tag::JJS;
    let ranked = |group: &NounGroup| (group.tokens.first()..=group.head).any(row) && !MEANS.has(lemma_word(doc, group.head).id());
    !infinitive && (ranked(group) || of.is_some_and(|whole| ranked(doc.noun(whole))))
}

/// Whether the infinitive behind a noun says what came of the verb above ("fell 3% to 40", "beat Norland to reach the final").
fn came(here: &Here, infinitive: GroupIx, noun: GroupIx) -> bool {
    let doc = here.scene.doc;
    let noun = doc.noun(noun);
    let measure = matches!(noun.kind, NounKind::Name | NounKind::Time)
        || doc.tokens[noun.head].tag == Tag::Dollar
        || doc.is(noun.head, words!["%", "percent", "cent", "cents", "pence", "point", "points"]);
    let verb = doc.verb(infinitive).governor().map(|g| here.lemma(g));
    let wins = |v: Word| words!["beat", "defeat", "edge", "overcome", "outlast", "upset", "stun", "thrash", "topple", "oust", "survive"].has(v.id());
    verb.is_some_and(|v| comes_of(v) && measure || wins(v)) || measure && verb.is_some() && words!["become"].has(here.lemma(infinitive).id())
}

/// Verbs whose infinitive says what came of it: "fell to close at", "beat Norland to reach the final".
fn comes_of(verb: Word) -> bool {
    verb.is_in(List::BefallVerb)
        || words![
            "beat", "defeat", "win", "lose", "edge", "overcome", "gain", "shed", "outlast", "upset", "stun", "thrash", "topple", "oust", "rally",
            "survive"
        ]
        .has(verb.id())
}

/// What stands between "be" and an infinitive says of it: "is to leave", "is likely to leave", "was unable to leave", "is too weak to leave".
fn of_adjective(doc: &Document, from: TokenIx, to: TokenIx, past: bool) -> &'static str {
    const FELT: &Words = words![
        "glad",
        "pleased",
        "delighted",
        "proud",
        "sorry",
        "sad",
        "surprised",
        "shocked",
        "relieved",
        "grateful",
        "disappointed",
        "thrilled",
        "honored",
        "lucky",
        "fortunate",
        "right",
        "wrong",
        "quick",
        "slow",
        "foolish",
        "first",
        "last"
    ];
    const READY: &Words = words![
        "likely",
        "ready",
        "set",
        "due",
        "certain",
        "sure",
        "bound",
        "poised",
        "about",
        "eager",
        "willing",
        "keen",
        "prepared",
        "apt",
        "determined",
        "destined",
        "anxious",
        "happy"
    ];
    const CANNOT: &Words = words!["unable", "unlikely", "unwilling", "impossible", "reluctant"];
    let from = from.max(to.saturating_sub(ADJECTIVE_WINDOW));
    let Some(at) = (from..to).find(|ix| doc.tokens[*ix].tag == Tag::JJ || doc.is(*ix, words!["able", "first", "last", "better", "best"])) else {
        return "future";
    };
    match () {
        () if at > from && doc.is(at - 1, words!["too"]) || doc.is(at, CANNOT) => "not",
        () if doc.is(at, FELT) || past && doc.is(at, words!["able"]) => "actual",
        () if doc.is(at, READY) => "future",
        () => "possible",
    }
}

/// Tokens before an infinitive among which the adjective is looked for.
const ADJECTIVE_WINDOW: usize = 8;

/// What a verb says of the "-ing" that is its object.
fn of_gerund(verb: Word) -> &'static str {
    const WEIGHED: &Words =
        words!["consider", "contemplate", "mull", "weigh", "discuss", "propose", "suggest", "recommend", "urge", "risk", "oppose", "favor", "fear"];
    match () {
        () if words!["plan", "intend"].has(verb.id()) => "future",
        () if WEIGHED.has(verb.id()) => "possible",
        () if words!["avoid", "stop", "cease", "quit", "halt"].has(verb.id()) => "not",
        () => "",
    }
}

/// What a verb says of the clause that tells what it says.
fn of_content(here: &Here, verb: GroupIx, above: GroupIx, status: &mut Status) {
    const BELIEVE: &Words =
        words!["allege", "believe", "suspect", "fear", "think", "claim", "suggest", "hope", "wish", "doubt", "speculate", "imagine", "suppose"];
    let (doc, lemma) = (here.scene.doc, here.lemma(above));
    let group = doc.verb(verb);
    if words!["deny"].has(lemma.id()) {
        status.weaken(Modality::Denied);
    } else if BELIEVE.has(lemma.id()) {
        status.weaken(Modality::Possible);
    } else if words!["promise", "pledge", "predict", "expect", "forecast"].has(lemma.id()) {
        status.weaken(Modality::Future);
    } else if (matches!(doc.tokens[group.head].tag, Tag::VB | Tag::VBP) || doc.is(group.tokens.first(), words!["be"]))
        && group.modal().is_none()
        && words!["demand", "urge", "insist", "ask", "order", "recommend", "propose", "request"].has(lemma.id())
    {
        // "demanded that he resign"
        status.weaken(Modality::Possible);
    }
}
