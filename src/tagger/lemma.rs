//! The dictionary form of a token, by its word and its tag.
//!
//! Most lemmas are cells of the word's row, found when the lexicon was compiled; a form that the lexicon does not hold is
//! taken apart by the rules of spelling, its stem looked up in place.

use std::borrow::Cow;

use crate::lexicon::{NOUN_LISTS, VERB_LISTS, Word, WordId, words};
use crate::text::{Document, Tag, TokenIx, fold};

include!("morphology.rs");

/// What kind of lemma a tag asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inflection {
    None,
    Verb,
    Auxiliary,
    Noun,
    /// "am" and "pm" for "a.m." and "p.m."
    Singular,
}

const fn inflection(tag: Tag) -> Inflection {
    match tag {
        Tag::VBD | Tag::VBN | Tag::VBG | Tag::VBZ => Inflection::Verb,
        Tag::VB | Tag::VBP | Tag::MD => Inflection::Auxiliary,
        Tag::NNS | Tag::NNPS => Inflection::Noun,
        Tag::NN => Inflection::Singular,
        _ => Inflection::None,
    }
}

/// The inflection of every tag.
static INFLECTIONS: [Inflection; Tag::ALL.len()] = {
    let mut all = [Inflection::None; Tag::ALL.len()];
    let mut n = 0;
    while n < all.len() {
        all[n] = inflection(Tag::ALL[n]);
        n += 1;
    }
    all
};

/// The lexicon's row of the token's lemma: what verb and noun lists are asked with.
pub fn lemma_word(doc: &Document, ix: TokenIx) -> Word {
    doc.lemmas.get(ix).map_or_else(|| find(doc, ix), |lemma| *lemma).get()
}

/// The rows of the lemmas of all tokens.
pub(super) fn lemmas(doc: &Document) -> Vec<WordId> {
    (0..doc.tokens.len()).map(|ix| find(doc, ix)).collect()
}

/// The row of a token's lemma. Tags come in any order, so that what most of them ask for is picked without a branch.
fn find(doc: &Document, ix: TokenIx) -> WordId {
    let token = &doc.tokens[ix];
    let (kind, word) = (INFLECTIONS[token.tag as usize], token.word.get());
    let (verb, noun) = (word.verb_lemma_id(), word.noun_lemma_id());
    let of_verb = matches!(kind, Inflection::Verb | Inflection::Auxiliary);
    let asked = if of_verb { verb } else { noun };
    let lemma = if kind == Inflection::None { WordId::UNKNOWN } else { asked };
    let lacks = lemma == WordId::UNKNOWN;
    let unknown = lacks & matches!(kind, Inflection::Verb | Inflection::Noun) & !word.is_tagged();
    let doubtful = !lacks & matches!(kind, Inflection::Auxiliary | Inflection::Singular);
    // Hardly any token is one of these.
    if unknown | doubtful {
        return odd_lemma(doc, ix, kind, lemma);
    }
    if lacks { token.word } else { lemma }
}

/// The row of the lemma of a form that the lexicon does not hold, or that hardly ever is another word's.
#[cold]
fn odd_lemma(doc: &Document, ix: TokenIx, kind: Inflection, lemma: WordId) -> WordId {
    let word = doc.word(ix);
    let fits = match kind {
        Inflection::Auxiliary => words!["be", "have", "do", "will", "would", "can", "shall"].has(lemma),
        Inflection::Singular => !word.can_be(Tag::NNS),
        _ => return stem_word(doc.word_text(ix), kind).unwrap_or(word).id(),
    };
    if fits { lemma } else { word.id() }
}

/// The row of an unknown form's stem.
fn stem_word(text: &str, kind: Inflection) -> Option<Word> {
    let folded = fold(text)?;
    let form = std::str::from_utf8(folded.as_bytes()).ok()?;
    let (change, known) = stem(form, kind)?;
    let mut buffer = [0; FORM + 2];
    stem_in(&mut buffer, form, change).filter(|_| known).map(|stem| WordId::of(stem).get())
}

fn stem(form: &str, kind: Inflection) -> Option<(Change, bool)> {
    let known = |stem: &str, tags: &[Tag], lists: u128| {
        let word = WordId::of(stem).get();
        tags.iter().any(|t| word.can_be(*t)) || word.lists() & lists != 0
    };
    match kind {
        Inflection::Verb => verb_stem(form, |s| known(s, &[Tag::VB, Tag::VBP], VERB_LISTS)),
        Inflection::Noun => noun_stem(form, |s| known(s, &[Tag::NN], NOUN_LISTS)),
        _ => None,
    }
}

/// The lemma as text: lower case, names as they are.
pub fn lemma<'t>(doc: &Document<'t>, ix: TokenIx) -> Cow<'t, str> {
    let text = doc.word_text(ix);
    let tag = doc.tokens[ix].tag;
    if tag.is_name() {
        let plural = tag == Tag::NNPS && text.ends_with('s') && noun_stem(text, |_| true).is_some_and(|(change, _)| change == (1, ""));
        return Cow::Borrowed(if plural { &text[..text.len() - 1] } else { text });
    }
    let word = lemma_word(doc, ix);
    if word.is_known() && (word.id() != doc.word(ix).id() || word.tags() != 0) {
        return Cow::Borrowed(word.key());
    }
    let folded = fold(text);
    let Some(form) = folded.as_ref().and_then(|f| std::str::from_utf8(f.as_bytes()).ok()) else { return Cow::Borrowed(text) };
    let mut buffer = [0; FORM + 2];
    let stem = stem(form, inflection(tag)).and_then(|(change, _)| stem_in(&mut buffer, form, change));
    match stem.unwrap_or(form) {
        same if same == text => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}
