//! The dictionary form of a token, by its word and its tag.
//!
//! Most lemmas are cells of the word's row, found when the lexicon was compiled; a form that the lexicon does not hold is
//! taken apart by the rules of spelling, its stem looked up in place.

use std::borrow::Cow;

use crate::lexicon::{NOUN_LISTS, VERB_LISTS, Word, WordId, words};
use crate::text::{Document, Shape, Tag, Token, TokenIx, fold};

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

/// What is asked of a word's row for a tag, as masks: tags come in any order, and a branch for each would be guessed wrong.
#[derive(Clone, Copy)]
struct Asked {
    verb: u32,
    noun: u32,
    /// Whether the row is not all that is asked, where it gives another word for the lemma and where it gives none.
    odd: [bool; 2],
}

static ASKED: [Asked; Tag::ALL.len()] = {
    let mut all = [Asked { verb: 0, noun: 0, odd: [false; 2] }; Tag::ALL.len()];
    let mut n = 0;
    while n < all.len() {
        let kind = inflection(Tag::ALL[n]);
        all[n] = Asked {
            verb: if matches!(kind, Inflection::Verb | Inflection::Auxiliary) { u32::MAX } else { 0 },
            noun: if matches!(kind, Inflection::Noun | Inflection::Singular) { u32::MAX } else { 0 },
            // A lemma of these is doubtful; that of the others is a matter of spelling, where the lexicon gives the word no tag.
            odd: [matches!(kind, Inflection::Auxiliary | Inflection::Singular), matches!(kind, Inflection::Verb | Inflection::Noun)],
        };
        n += 1;
    }
    all
};

/// The lexicon's row of the token's lemma: what verb and noun lists are asked with.
#[inline]
pub fn lemma_word(doc: &Document, ix: TokenIx) -> Word {
    doc.lemmas.get(ix).copied().unwrap_or_else(|| not_yet_found(doc, ix)).get()
}

/// The row of a token's lemma before there are groups.
#[cold]
fn not_yet_found(doc: &Document, ix: TokenIx) -> WordId {
    find(doc, ix, &doc.tokens[ix])
}

/// The rows of the lemmas of all tokens.
pub(super) fn lemmas(doc: &Document) -> Vec<WordId> {
    doc.tokens.iter().enumerate().map(|(ix, token)| find(doc, ix, token)).collect()
}

/// The row of a token's lemma.
#[inline]
fn find(doc: &Document, ix: TokenIx, token: &Token) -> WordId {
    let (asked, word) = (&ASKED[token.tag as usize], token.word.get());
    let lemma = WordId::from_masks([(word.verb_lemma_id(), asked.verb), (word.noun_lemma_id(), asked.noun)]);
    let lacks = lemma == WordId::UNKNOWN;
    // Hardly any token is one of these.
    if asked.odd[usize::from(lacks)] {
        return odd_lemma(doc, ix, inflection(token.tag), lemma);
    }
    WordId::from_masks([(lemma, u32::MAX), (token.word, u32::from(lacks).wrapping_neg())])
}

/// The row of the lemma of a form that the lexicon may not hold, or that hardly ever is another word's.
#[cold]
fn odd_lemma(doc: &Document, ix: TokenIx, kind: Inflection, lemma: WordId) -> WordId {
    let word = doc.word(ix);
    let fits = match kind {
        Inflection::Auxiliary => words!["be", "have", "do", "will", "would", "can", "shall"].has(lemma),
        Inflection::Singular => !word.can_be(Tag::NNS),
        _ if word.is_tagged() => false,
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

/// The row of the verb of which these letters are the third person, known or not in that form.
pub(super) fn third_person(text: &str) -> Option<Word> {
    if !text.ends_with(['s', 'S']) {
        return None;
    }
    stem_word(text, Inflection::Verb).filter(|verb| verb.can_be(Tag::VB))
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

/// Whether a token's lemma is sure to be the letters of the text, as most are: that needs no look at the lexicon's strings.
#[inline]
pub fn lemma_is_written(doc: &Document, ix: TokenIx) -> bool {
    let token = &doc.tokens[ix];
    let row = doc.lemmas.get(ix).map_or_else(|| find(doc, ix, token), |lemma| *lemma);
    // As numbers, since each branch would be a guess.
    let capital = token.shape.any(Shape::CAPITAL.with(Shape::INNER_CAPITAL).with(Shape::NON_ASCII));
    let differs = (row.number() ^ token.word.number()) | u32::from(capital) | u32::from(!token.word.get().is_tagged());
    differs * u32::from(token.tag != Tag::NNP) == 0
}

/// The word of the lexicon that is the lemma of a token that is no name.
#[inline]
pub fn listed_lemma(doc: &Document, ix: TokenIx) -> Option<Word> {
    let word = lemma_word(doc, ix);
    (word.is_known() && (word.id() != doc.word(ix).id() || word.is_tagged())).then_some(word)
}

/// The lemma as text: lower case, names as they are.
pub fn lemma<'t>(doc: &Document<'t>, ix: TokenIx) -> Cow<'t, str> {
    let text = doc.word_text(ix);
    let tag = doc.tokens[ix].tag;
    if tag.is_name() {
        let plural = tag == Tag::NNPS && text.ends_with('s') && noun_stem(text, |_| true).is_some_and(|(change, _)| change == (1, ""));
        return Cow::Borrowed(if plural { &text[..text.len() - 1] } else { text });
    }
    if let Some(word) = listed_lemma(doc, ix) {
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
