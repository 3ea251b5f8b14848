//! Verb groups: auxiliaries, adverbs, main verb, particle; what they say of voice, tense and negation.

use crate::lexicon::{Words, words};
use crate::text::{Document, Maybe, Shape, Tag, TokenIx, TokenRange, VerbGroup};

/// Adverbs and marks between two words of a verb group, at most.
const ADVERBS: usize = 5;

/// The verbs that help others.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Helper {
    Be,
    Have,
    Do,
    Get,
    Modal,
}

/// Which helping verb a token is a form of; `'s` is "be" and `'d` is "have" until what follows says otherwise.
pub(super) fn helper(doc: &Document, ix: TokenIx) -> Option<Helper> {
    /// Forms of "be", "have", "do" and "get", in one set: most verbs are told apart from all of them by one look.
    const FORMS: &Words = words![
        "is", "was", "are", "were", "be", "been", "being", "'s", "'re", "'m", "am", "ai", "has", "have", "had", "having", "'ve", "'d", "do", "does",
        "did", "done", "doing", "get", "gets", "got", "getting", "gotten"
    ];
    let token = doc.tokens.get(ix)?;
    if token.tag == Tag::MD {
        return Some(Helper::Modal);
    }
    if !token.tag.is_verb() {
        return None;
    }
    match doc.place(ix, FORMS)? {
        0..12 => Some(Helper::Be),
        12..18 => Some(Helper::Have),
        18..23 => Some(Helper::Do),
        _ => Some(Helper::Get),
    }
}

/// The verb group that begins at `at`, within its sentence; `first` is the helping verb that this token is.
pub(super) fn verb_group(doc: &Document, at: TokenIx, first: Option<Helper>, end: TokenIx) -> Option<VerbGroup> {
    let mut group = VerbGroup::default();
    let mut ix = at;
    if tag(doc, at) == Tag::TO {
        ix = skip_adverbs(doc, at + 1, end);
        // "to leave", and "to" with a base form that the tagger took for a noun or a present.
        if ix >= end || !matches!(tag(doc, ix), Tag::VB | Tag::VBP) {
            return None;
        }
        group.infinitive = true;
    } else if !tag(doc, at).is_verb() && tag(doc, at) != Tag::MD {
        return None;
    }
    group.finite = !group.infinitive && matches!(tag(doc, ix), Tag::MD | Tag::VBD | Tag::VBP | Tag::VBZ);
    group.head = ix;
    let mut before: Option<Helper> = None;
    let last = loop {
        group.head = ix;
        // What stands behind a main verb is not asked for.
        let Some(helper) = (if ix == at { first } else { helper(doc, ix) }) else { break None };
        if helper == Helper::Modal {
            group.modal.fill(ix);
        }
        let next = skip_adverbs(doc, ix + 1, end);
        if next >= end || !joins(doc, helper, next, ix) {
            break Some(helper);
        }
        if helper == Helper::Have || helper == Helper::Be && doc.is(ix, words!["'s", "’s"]) && doc.is(next, words!["been", "had", "got"]) {
            group.perfect = true;
        }
        before = Some(helper);
        ix = next;
    };
    let main = tag(doc, group.head);
    let by_be = matches!(before, Some(Helper::Be | Helper::Get));
    group.passive =
        matches!(main, Tag::VBN | Tag::VBD) && by_be && last != Some(Helper::Be) || main == Tag::VBN && before.is_none() && last.is_none();
    let mut stop = group.head + 1;
    // "allow up to 40 ships": "up to" is the number's.
    let up_to =
        |ix: TokenIx| ix + 2 < end && matches!(tag(doc, ix + 2), Tag::CD | Tag::Dollar) && doc.is(ix, words!["up"]) && doc.is(ix + 1, words!["to"]);
    if stop < end && tag(doc, stop) == Tag::RP && !up_to(stop) {
        group.particle = Maybe::some(stop);
        stop += 1;
    }
    // "cut short a visit"
    if stop < end && group.particle().is_none() && doc.is(stop, words!["short"]) && doc.is(group.head, words!["cut", "cuts", "cutting"]) {
        group.particle = Maybe::some(stop);
        stop += 1;
    }
    group.tokens = TokenRange::new(at, stop);
    group.negated = negated(doc, at, group.head);
    Some(group)
}

fn tag(doc: &Document, ix: TokenIx) -> Tag {
    doc.tokens[ix].tag
}

/// The token behind adverbs, a mark of quotation, and an adverb between commas ("must, therefore, leave").
fn skip_adverbs(doc: &Document, from: TokenIx, end: TokenIx) -> TokenIx {
    /// The tags of what may be skipped: most verbs are followed by another.
    const SKIPPED: u64 = 1 << Tag::RB as u8
        | 1 << Tag::RBR as u8
        | 1 << Tag::RBS as u8
        | 1 << Tag::Comma as u8
        | 1 << Tag::IN as u8
        | 1 << Tag::OpenQuote as u8
        | 1 << Tag::CloseQuote as u8;
    let mut ix = from;
    let end = end.min(from + ADVERBS);
    while ix < end && SKIPPED >> doc.tokens[ix].tag as u8 & 1 == 1 {
        let adverb = |ix: TokenIx| ix < end && doc.tokens[ix].tag.is_adverb();
        let aside = doc.tokens[ix].tag == Tag::Comma && (adverb(ix + 1) || ix > from && adverb(ix - 1));
        let since = doc.tokens[ix].tag == Tag::IN && doc.is(ix, words!["since"]);
        if !adverb(ix) && !aside && !since && !matches!(doc.tokens[ix].tag, Tag::OpenQuote | Tag::CloseQuote) {
            break;
        }
        ix += 1;
    }
    ix
}

/// Whether the verb at `next` goes on with the helper before it.
fn joins(doc: &Document, helper: Helper, next: TokenIx, ix: TokenIx) -> bool {
    let form = tag(doc, next);
    // "'s" may be is or has, "'d" would or had.
    match helper {
        Helper::Modal | Helper::Do => matches!(form, Tag::VB | Tag::VBP),
        Helper::Have => matches!(form, Tag::VBN | Tag::VBD) || form == Tag::VB && doc.is(ix, words!["'d", "’d"]),
        Helper::Be => matches!(form, Tag::VBG | Tag::VBN | Tag::VBD),
        Helper::Get => form == Tag::VBN && next == ix + 1,
    }
}

/// "not", "n't", "never", "no longer" inside the group or right before it, "neither" and "nor" before it.
fn negated(doc: &Document, at: TokenIx, head: TokenIx) -> bool {
    let before = at > 0 && !doc.tokens[at].shape.has(Shape::SENTENCE_START) && doc.tokens[at - 1].tag.is_adverb();
    let from = at - usize::from(before);
    let not = |ix: TokenIx| doc.is(ix, words!["not", "n't", "n’t", "never", "hardly"]);
    let adverb = |ix: TokenIx| doc.tokens.get(ix).is_some_and(|t| t.tag.is_adverb());
    // "is not", "is certainly not", but "promised not to".
    let to = || doc.tokens.get(head + 2).is_some_and(|t| t.tag == Tag::TO) && helper(doc, head).is_none();
    let behind = || adverb(head + 1) && (not(head + 1) && !to() || adverb(head + 2) && not(head + 2));
    // One look for all of them at most words; "no" may stand one word further back than an adverb.
    let any = |ix: TokenIx| doc.is(ix, words!["not", "n't", "n’t", "never", "hardly", "no"]);
    let no_longer = |ix: TokenIx| doc.is(ix, words!["no"]) && doc.is(ix + 1, words!["longer"]);
    let first = if before { from.saturating_sub(1) } else { at };
    (first..head).any(|ix| any(ix) && (ix >= from && not(ix) || no_longer(ix))) || behind()
}

/// Whether a participle behind a conjunction is a verb's, as one stands before: "was closing and blamed", "has hit and killed", not "in prolonged
/// or enhanced".
pub(super) fn goes_on_from_verb(doc: &Document, at: TokenIx) -> bool {
    let before = tag(doc, at - 2);
    let verb = if before == Tag::VBN { tag(doc, at - 3).is_verb() } else { before.is_verb() };
    verb && doc.word(at).can_be(Tag::VBD)
}

#[cfg(test)]
mod tests {
    use crate::tagger::groups::examples::with;

    fn show(tagged: &str) -> Vec<String> {
        with(tagged, |doc| {
            doc.verb_groups
                .iter()
                .map(|v| {
                    let mut text = doc.text_of(v.tokens).to_string();
                    let flags =
                        [("passive", v.passive), ("negated", v.negated), ("modal", v.modal().is_some()), ("to", v.infinitive), ("finite", v.finite)];
                    for (name, _) in flags.iter().filter(|f| f.1) {
                        text += &format!(" +{name}");
                    }
                    text
                })
                .collect()
        })
    }

    #[test]
    fn auxiliaries_adverbs_and_particle_are_one_group() {
        for (tagged, wanted) in [
            ("it/PRP would/MD not/RB have/VB been/VBN called/VBN off/RP", "would not have been called off +passive +negated +modal +finite"),
            ("she/PRP has/VBZ also/RB won/VBN", "has also won +finite"),
            ("he/PRP never/RB said/VBD so/RB", "said +negated +finite"),
            ("he/PRP has/VBZ since/IN ruled/VBN", "has since ruled +finite"),
            ("to/TO be/VB detained/VBN", "to be detained +passive +to"),
            ("men/NNS got/VBD detained/VBN", "got detained +passive +finite"),
            ("it/PRP will/MD no/RB longer/RB act/VB", "will no longer act +negated +modal +finite"),
            ("a/DT bill/NN backed/VBN by/IN them/PRP", "backed +passive"),
        ] {
            assert_eq!(show(tagged), [wanted], "{tagged}");
        }
    }

    #[test]
    fn an_infinitive_is_a_group_of_its_own() {
        assert_eq!(show("they/PRP want/VBP to/TO go/VB"), ["want +finite", "to go +to"]);
        assert_eq!(show("they/PRP promised/VBD not/RB to/TO go/VB"), ["promised +finite", "to go +negated +to"]);
    }
}
