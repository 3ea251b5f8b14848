//! Cues: the reporting verbs of a frame, with what each may take.

use super::page::Frame;
use super::phrase::{beginning_at, subject_before};
use crate::lexicon::{List, Words, parts, words};
use crate::tagger::lemma_word;
use crate::text::{Document, Shape, Tag, TokenIx, TokenRange};

/// What a cue takes as the words that it reports; from the values of `reporting_verb.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// A clause with or without "that", or a quote ("said the dam was safe").
    Clause,
    /// A clause with "that", or a quote ("argued that …").
    That,
    /// A question, or a quote ("asked whether …").
    Question,
    /// A quote and nothing else ("laughed").
    Quote,
    /// An object with a quoted part ("called the deal \"a gift\"").
    Object,
}

/// How the cue stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// With a subject of its own.
    Finite,
    /// "saying", "adding": the subject is that of the clause before.
    Participle,
    /// "to say": likewise.
    Infinitive,
    /// "was told", "is described": the subject is not the speaker.
    Passive,
    /// "according to".
    According,
}

/// A reporting verb, or "according to".
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// Item of the verb.
    pub at: usize,
    /// One past the last item of the cue (its particle included).
    pub end: usize,
    /// First item of the verb group: the first auxiliary or adverb.
    pub group: usize,
    pub takes: Takes,
    /// Whether a noun phrase after it is the one spoken to ("told reporters").
    pub tells: bool,
    pub voice: Voice,
}

impl Cue {
    /// The tokens of the cue.
    pub fn tokens(&self, frame: &Frame) -> TokenRange {
        frame.tokens(self.at, self.end)
    }
}

/// What the lexicon says of a reporting verb at this token, when it is one.
pub(super) fn reporting(doc: &Document, ix: TokenIx) -> Option<&'static str> {
    let tag = doc.tokens[ix].tag;
    if !tag.is_verb() {
        return if matches!(tag, Tag::NNS | Tag::NN) && stands_as_verb(doc, ix) { seeming_noun(doc, ix) } else { None };
    }
    reporting_verb(doc, ix)
}

/// What the lexicon says of a word that is tagged as a noun, read as a verb.
fn seeming_noun(doc: &Document, ix: TokenIx) -> Option<&'static str> {
    doc.word(ix).verb_lemma()?.value(List::ReportingVerb)
}

/// Likewise of a token that is tagged as a verb.
#[inline]
pub(super) fn reporting_verb(doc: &Document, ix: TokenIx) -> Option<&'static str> {
    lemma_word(doc, ix).value(List::ReportingVerb)
}

/// "Trump notes," "she claims that": a present tense that looks like a plural, between a name or pronoun and what it reports.
fn stands_as_verb(doc: &Document, ix: TokenIx) -> bool {
    let Some(before) = ix.checked_sub(1).map(|b| doc.tokens[b].tag) else { return false };
    let Some(after) = doc.tokens.get(ix + 1) else { return false };
    doc.tokens[ix].shape.has(Shape::LOWER)
        && (before.is_name() || before == Tag::PRP)
        && (matches!(after.tag, Tag::Comma | Tag::OpenQuote) || after.shape.has(Shape::OPEN_QUOTE) || doc.is(ix + 1, words!["that", ":"]))
}

/// Whether a clause may end with this word or go on with an adverb or a preposition: "the ad states." "he points out."
fn may_end_clause(doc: &Document, ix: TokenIx) -> bool {
    doc.tokens[ix].shape.has(Shape::LOWER)
        && doc.tokens.get(ix + 1).is_none_or(|after| {
            matches!(after.tag, Tag::Period | Tag::Comma | Tag::RP | Tag::IN | Tag::TO | Tag::CloseQuote) || after.tag.is_adverb()
        })
}

/// A word that may be a cue: a reporting verb with what the lexicon says of it, or "according".
pub(super) type CueWord = (TokenIx, Option<&'static str>);

/// What a tag says of the word as a cue that looks like a noun, or as the one before it.
mod sign {
    /// It stands before such a cue.
    pub const SUBJECT: u8 = 1;
    /// It stands before such a cue behind a quote.
    pub const BEHIND_QUOTE: u8 = 2;
    /// It may be such a cue.
    pub const CUE: u8 = 4;
}

static SIGNS: [u8; Tag::ALL.len()] = {
    let mut signs = [0; Tag::ALL.len()];
    signs[Tag::NNP as usize] = sign::SUBJECT | sign::BEHIND_QUOTE;
    signs[Tag::NNPS as usize] = sign::SUBJECT | sign::BEHIND_QUOTE;
    signs[Tag::PRP as usize] = sign::SUBJECT | sign::BEHIND_QUOTE;
    signs[Tag::NN as usize] = sign::BEHIND_QUOTE | sign::CUE;
    signs[Tag::NNS as usize] = sign::BEHIND_QUOTE | sign::CUE;
    signs
};

/// Puts the cue words of a paragraph into `out`, in order; `verbs` are those of them that are tagged as verbs, and `quoted` says
/// whether it has quoted stretches.
pub(super) fn cue_words(doc: &Document, tokens: TokenRange, verbs: &[CueWord], quoted: bool, out: &mut Vec<CueWord>) {
    out.clear();
    out.extend_from_slice(verbs);
    let wanted = if quoted { sign::BEHIND_QUOTE } else { sign::SUBJECT };
    let mut before = tokens.first().checked_sub(1).map_or(0, |ix| SIGNS[doc.tokens[ix].tag as usize]);
    for (n, token) in doc.tokens[tokens.range()].iter().enumerate() {
        let sign = SIGNS[token.tag as usize];
        let ix = tokens.first() + n;
        // What the word itself says comes first: hardly any noun is a reporting verb too.
        if sign & sign::CUE != 0
            && before & wanted != 0
            && let Some(value) = seeming_noun(doc, ix)
            && (before & sign::SUBJECT != 0 && stands_as_verb(doc, ix) || quoted && may_end_clause(doc, ix))
        {
            out.push((ix, Some(value)));
        }
        before = sign;
    }
    if out.len() > verbs.len() {
        out.sort_unstable_by_key(|(ix, _)| *ix);
    }
}

/// The cues of a frame, in order; `words` are its cue words.
pub(super) fn cues(frame: &Frame, words: &[CueWord], out: &mut Vec<Cue>) {
    out.clear();
    for &(ix, value) in words {
        // Those between marks are passed over.
        let Some(i) = frame.item_of(ix) else { continue };
        match value {
            Some(value) => out.extend(verb_cue(frame, i, ix, value)),
            None if frame.is(i + 1, words!["to"]) => {
                out.push(Cue { at: i, end: i + 2, group: i, takes: Takes::Clause, tells: false, voice: Voice::According });
            }
            None => {}
        }
    }
}

/// Whether a verb, by what the lexicon says of it, reports nothing but words between marks or behind a colon.
pub(super) fn needs_marks(value: &str) -> bool {
    !parts(value).any(|word| matches!(word, "clause" | "that" | "ask"))
}

fn verb_cue(frame: &Frame, i: usize, ix: TokenIx, value: &str) -> Option<Cue> {
    let mut takes = Takes::Quote;
    let mut tells = false;
    let mut end = i + 1;
    for word in parts(value) {
        match word {
            "clause" => takes = Takes::Clause,
            "that" => takes = Takes::That,
            "ask" => (takes, tells) = (Takes::Question, true),
            "object" => takes = Takes::Object,
            "tell" => tells = true,
            _ => {
                if let Some(particle) = word.strip_prefix('+') {
                    if !frame.word(end).is_some_and(|ix| frame.doc.is_word(ix, &[particle])) {
                        return None;
                    }
                    end += 1;
                }
            }
        }
    }
    let tag = frame.doc.tokens[ix].tag;
    if !tag.is_verb() && !stands_as_verb(frame.doc, ix) && (takes == Takes::Object || !follows_quote(frame, i)) {
        return None;
    }
    let (group, aux) = auxiliaries(frame, i);
    if aux.negated {
        return None;
    }
    let voice = match tag {
        Tag::VBG if aux.be => Voice::Finite,
        Tag::VBG => Voice::Participle,
        Tag::VBN if aux.be => Voice::Passive,
        Tag::VBN if aux.have || aux.first_is_subject(frame, group) => Voice::Finite,
        Tag::VBN if takes != Takes::Object && !frame.is(end, words!["by"]) && follows_quote(frame, group) => Voice::Finite,
        Tag::VBN if i == 0 && opens_inverted(frame, end) => Voice::Finite,
        Tag::VBN if group == i && (is_only_verb(frame, i) || takes != Takes::Object && is_coordinated(frame, i, end)) => Voice::Finite,
        Tag::VBN => return None,
        Tag::VB if aux.to && refused(frame, group) => return None,
        Tag::VB if aux.to => Voice::Infinitive,
        Tag::VBD if aux.be => Voice::Passive,
        _ => Voice::Finite,
    };
    Some(Cue { at: i, end, group, takes, tells, voice })
}

/// "“…,” the mayor added": whether a verb stands at item `group` because nothing but its subject stands between it and a quote
/// that ends as those before a cue do. What the tagger makes of a verb there is little to go by: it reads the quote's own along.
fn follows_quote(frame: &Frame, group: usize) -> bool {
    subject_before(frame, group).is_some_and(|(first, _)| {
        let quote = first.checked_sub(1).and_then(|q| frame.quote(q));
        quote.is_some_and(|q| frame.doc.slice(q.inside).ends_with([',', '?', '!']))
            || first > 1 && frame.is_comma(first - 1) && frame.is_quote(first - 2)
    })
}

/// "Fox on Tuesday accused Voss of …": whether a participle is the past tense that its sentence needs, as none stands before it
/// and none after it in the same clause ("The man accused of theft said …").
fn is_only_verb(frame: &Frame, i: usize) -> bool {
    let ends = |k: &usize| frame.is_comma(*k) || frame.is_stop(*k) || frame.is(*k, words!["that", "who", "which", "and", "but", ";", ":"]);
    let (from, to) = (i.saturating_sub(ONLY_VERB_WINDOW), frame.len().min(i + ONLY_VERB_WINDOW));
    let end = (i + 1..to).find(ends).unwrap_or(to);
    i > 0
        && !frame.is(i + 1, words!["as", "at", "by", "in", "to"])
        && !frame.has_finite(from, i)
        && !frame.has_finite(i + 1, end)
        && (!frame.is_comma(end) || frame.is_quote(end + 1) || frame.is(end + 1, words!["that"]))
        && (subject_before(frame, i).is_some() || frame.is(i, words!["said", "told"]) && beginning_at(frame, 0).is_some())
}

/// "Added Fox: “…”": whether a speaker stands at item `i`, and a colon or a quote behind.
fn opens_inverted(frame: &Frame, i: usize) -> bool {
    beginning_at(frame, i).is_some_and(|(_, end)| frame.is(end, words![":"]) || frame.is_comma(end) && frame.is_quote(end + 1))
}

/// "Fox stood up and declared, “…”": a past tense behind "and" that introduces what was said.
fn is_coordinated(frame: &Frame, i: usize, end: usize) -> bool {
    let next = end + usize::from(frame.is_comma(end));
    i > 0 && frame.is(i - 1, words!["and", "but", "then"]) && (frame.is_quote(next) || frame.is(next, words!["that", ":"]))
}

/// How far around a participle another verb is looked for.
const ONLY_VERB_WINDOW: usize = 30;

#[derive(Default)]
struct Auxiliaries {
    have: bool,
    be: bool,
    to: bool,
    negated: bool,
}

impl Auxiliaries {
    /// A participle right after a noun or pronoun is a past tense that the tagger took for a participle.
    fn first_is_subject(&self, frame: &Frame, group: usize) -> bool {
        let Some(before) = group.checked_sub(1) else { return false };
        matches!(frame.tag(before), Tag::PRP | Tag::NNP | Tag::NNPS) || frame.is_quote(before)
    }
}

/// What a word before a verb does for it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Helper {
    Have,
    Be,
    Do,
    To,
    Not,
    Also,
}

/// Of the word at an item; one look for all of them, as most words before a verb are none.
fn helper(frame: &Frame, i: usize) -> Option<Helper> {
    const HELPERS: &Words = words![
        "have", "has", "had", "'ve", "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m", "do", "does", "did", "to", "not", "n't",
        "never", "nothing", "nobody", "neither", "nor", "also", "both", "all"
    ];
    Some(match frame.doc.place(frame.word(i)?, HELPERS)? {
        0..4 => Helper::Have,
        4..14 => Helper::Be,
        14..17 => Helper::Do,
        17 => Helper::To,
        18..25 => Helper::Not,
        _ => Helper::Also,
    })
}

/// Most auxiliaries and adverbs before a verb.
const AUXILIARY_LIMIT: usize = 6;

/// Walks left over auxiliaries and adverbs; returns the first item of the verb group.
fn auxiliaries(frame: &Frame, verb: usize) -> (usize, Auxiliaries) {
    let mut aux = Auxiliaries::default();
    let mut group = verb;
    let mut at = verb;
    while at > 0 && verb - at < AUXILIARY_LIMIT {
        let i = at - 1;
        let tag = frame.tag(i);
        match helper(frame, i) {
            Some(Helper::Have) => (aux.have, group) = (true, i),
            Some(Helper::Be) => (aux.be, group) = (true, i),
            Some(Helper::Do) => group = i,
            _ if tag == Tag::MD => group = i,
            Some(Helper::To) => {
                aux.to = true;
                return (i, aux);
            }
            Some(Helper::Not) => aux.negated = true,
            also if also == Some(Helper::Also) || tag.is_adverb() => {
                if tag.is_adverb() && frame.is_comma(i + 1) && !frame.is(i, words!["here", "there", "then", "however"]) {
                    break;
                }
                group = i;
            }
            _ if tag == Tag::VBZ && frame.is(i, words!["'s"]) => group = i,
            _ => break,
        }
        at = i;
    }
    (group, aux)
}

/// Whether "to say" hangs on a verb that takes it back ("declined to say").
fn refused(frame: &Frame, to: usize) -> bool {
    to > 0
        && frame.is(to - 1, words!["declined", "refused", "declines", "refuses", "declining", "refusing", "failed", "fails", "unable", "unwilling"])
}
