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
    Verb,
    Auxiliary,
    Noun,
    None,
}

fn inflection(tag: Tag) -> Inflection {
    match tag {
        Tag::VBD | Tag::VBN | Tag::VBG | Tag::VBZ => Inflection::Verb,
        Tag::VB | Tag::VBP | Tag::MD => Inflection::Auxiliary,
        Tag::NNS | Tag::NNPS => Inflection::Noun,
        _ => Inflection::None,
    }
}

/// The lexicon's row of the token's lemma: what verb and noun lists are asked with.
pub fn lemma_word(doc: &Document, ix: TokenIx) -> Word {
    let word = doc.word(ix);
    let tag = doc.tokens[ix].tag;
    let kind = inflection(tag);
    let lemma = match kind {
        Inflection::Verb => word.verb_lemma(),
        Inflection::Auxiliary => word.verb_lemma().filter(|l| words!["be", "have", "do", "will", "would", "can", "shall"].has(l.id())),
        Inflection::Noun => word.noun_lemma(),
        // "am" and "pm" for "a.m." and "p.m."
        Inflection::None if tag == Tag::NN => return word.noun_lemma().filter(|_| !word.can_be(Tag::NNS)).unwrap_or(word),
        Inflection::None => return word,
    };
    match lemma {
        Some(lemma) => lemma,
        None if !word.is_tagged() => stem_word(doc.word_text(ix), kind).unwrap_or(word),
        None => word,
    }
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
