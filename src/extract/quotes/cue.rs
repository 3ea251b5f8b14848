//! Cues: the reporting verbs of a frame, with what each may take.

use super::page::Frame;
use super::phrase::{beginning_at, is_time, subject_before};
use crate::lexicon::{List, Words, pair, words};
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

/// What the lexicon says of a reporting verb, read once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    takes: Takes,
    /// Whether a noun phrase after it is the one spoken to ("told reporters").
    tells: bool,
    /// What must follow it ("pointed out").
    particle: Option<&'static str>,
}

impl Verb {
    /// From a value of the list.
    pub fn of(value: &'static str) -> Verb {
        let alone = |takes, tells| Verb { takes, tells, particle: None };
        match value {
            "clause" => alone(Takes::Clause, false),
            "clause tell" => alone(Takes::Clause, true),
            "that" => alone(Takes::That, false),
            "ask" => alone(Takes::Question, true),
            "object" => alone(Takes::Object, false),
            _ => match pair(value, b' ') {
                Some((verb, particle)) => Verb { particle: particle.strip_prefix('+'), ..Verb::of(verb) },
                None => alone(Takes::Quote, false),
            },
        }
    }

    /// Whether it reports nothing but words between marks or behind a colon.
    pub fn needs_marks(&self) -> bool {
        matches!(self.takes, Takes::Quote | Takes::Object)
    }
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

/// Whether the list of reporting verbs holds the lemma of a token that is tagged as a verb.
#[inline]
pub(super) fn may_report(doc: &Document, ix: TokenIx) -> bool {
    lemma_word(doc, ix).is_in(List::ReportingVerb)
}

/// What the lexicon says of a token that is tagged as a verb.
#[inline]
pub(super) fn reporting_verb(doc: &Document, ix: TokenIx) -> Option<&'static str> {
    lemma_word(doc, ix).value(List::ReportingVerb)
}

/// "Trump notes," "she claims that": a present tense that looks like a plural, between a name or pronoun and what it reports.
fn stands_as_verb(doc: &Document, ix: TokenIx) -> bool {
    let Some(before) = ix.checked_sub(1).map(|b| doc.tokens[b].tag) else { return false };
    let Some(after) = doc.tokens.get(ix + 1) else { return false };
    // "he points out": behind "he" stands no noun.
    if doc.is(ix - 1, words!["he", "she", "they", "we"]) {
        return true;
    }
    doc.tokens[ix].shape.has(Shape::LOWER)
        && (before.is_name() || before == Tag::PRP || plural_before_that(doc, ix))
        && (matches!(after.tag, Tag::Comma | Tag::OpenQuote) || after.shape.has(Shape::OPEN_QUOTE) || doc.is(ix + 1, words!["that", ":"]))
}

/// "Farmers counter that": a plural is no part of the noun behind it.
fn plural_before_that(doc: &Document, ix: TokenIx) -> bool {
    doc.tokens[ix - 1].tag == Tag::NNS && doc.is(ix + 1, words!["that"]) && doc.tokens[ix + 1].tag != Tag::WDT
}

/// Whether a clause may end with this word or go on with an adverb or a preposition: "the ad states." "he points out."
fn may_end_clause(doc: &Document, ix: TokenIx) -> bool {
    doc.tokens[ix].shape.has(Shape::LOWER)
        && doc.tokens.get(ix + 1).is_none_or(|after| {
            matches!(after.tag, Tag::Period | Tag::Comma | Tag::RP | Tag::IN | Tag::TO | Tag::CloseQuote) || after.tag.is_adverb()
        })
}

/// A word that may be a cue: a reporting verb, or "according".
pub(super) type CueWord = (TokenIx, Option<Verb>);

/// The tags of what may stand before a cue that looks like a noun; behind a quote common nouns may too.
const SUBJECTS: u64 = 1 << Tag::NNP as u8 | 1 << Tag::NNPS as u8 | 1 << Tag::PRP as u8 | 1 << Tag::NNS as u8;
const NOUNS: u64 = 1 << Tag::NN as u8 | 1 << Tag::NNS as u8;

/// Tokens whose tags are asked at once.
const STRETCH: usize = 32;

/// For each tag a bit where it is a common noun's, and one in the upper half where it may stand before a cue that looks like one.
static BITS: [u64; 64] = {
    let mut bits = [0; 64];
    let mut tag = 0;
    while tag < bits.len() {
        bits[tag] = NOUNS >> tag & 1 | ((NOUNS | SUBJECTS) >> tag & 1) << STRETCH;
        tag += 1;
    }
    bits
};

/// The bit of a token before some others, where it may stand before a cue that looks like a noun.
fn precedes(doc: &Document, first: TokenIx) -> u32 {
    first.checked_sub(1).map_or(0, |before| (BITS[doc.tokens[before].tag as usize % BITS.len()] >> STRETCH) as u32)
}

/// Puts the cue words of a paragraph into `out`, in order: `verbs`, which are tagged as verbs, and the common nouns behind a noun or a pronoun
/// that are cues after all; `quoted` says whether it has quoted stretches.
///
/// Where a noun stands nobody can foretell, and hardly any is a form of a reporting verb: bits tell the few places where more than tags has to
/// be asked.
pub(super) fn cue_words(doc: &Document, verbs: &[CueWord], tokens: TokenRange, quoted: bool, out: &mut Vec<CueWord>) {
    out.clear();
    out.extend_from_slice(verbs);
    let mut before = precedes(doc, tokens.first());
    for (n, stretch) in doc.tokens[tokens.range()].chunks(STRETCH).enumerate() {
        let bits = stretch.iter().rev().fold(0, |bits, token| bits << 1 | BITS[token.tag as usize % BITS.len()]);
        let (nouns, may_precede) = (bits as u32, (bits >> STRETCH) as u32);
        let mut places = nouns & (may_precede << 1 | before);
        before = may_precede >> (STRETCH - 1);
        while places != 0 {
            let ix = tokens.first() + n * STRETCH + places.trailing_zeros() as usize;
            places &= places - 1;
            if let Some(value) = seeming_noun(doc, ix) {
                let subject = SUBJECTS >> doc.tokens[ix - 1].tag as u8 & 1 == 1;
                if subject && stands_as_verb(doc, ix) || quoted && may_end_clause(doc, ix) {
                    out.push((ix, Some(Verb::of(value))));
                }
            }
        }
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
            Some(verb) => out.extend(verb_cue(frame, i, ix, verb)),
            None if frame.is(i + 1, words!["to"]) => {
                out.push(Cue { at: i, end: i + 2, group: i, takes: Takes::Clause, tells: false, voice: Voice::According });
            }
            None => {}
        }
    }
}

fn verb_cue(frame: &Frame, i: usize, ix: TokenIx, Verb { mut takes, tells, particle }: Verb) -> Option<Cue> {
    let mut end = i + 1;
    if let Some(particle) = particle {
        if !frame.word(end).is_some_and(|ix| frame.doc.is_word(ix, &[particle])) {
            return None;
        }
        end += 1;
    }
    let tag = frame.doc.tokens[ix].tag;
    if !tag.is_verb() && !stands_as_verb(frame.doc, ix) && (takes == Takes::Object || !follows_quote(frame, i)) {
        return None;
    }
    let (group, aux) = auxiliaries(frame, i);
    // "a say over the pact" is no verb.
    let noun = matches!(tag, Tag::VB | Tag::VBP) && group == i && i > 0 && frame.is(i - 1, words!["a", "the", "no", "any"]);
    if aux.negated || noun {
        return None;
    }
    if takes == Takes::Object && (frame.is_comma(end) || frame.is(end, words![":"])) {
        // "a voice called, “…”": what is called is said.
        takes = Takes::Quote;
    }
    if takes == Takes::Question && is_request_for_silence(frame, end) {
        return None;
    }
    let voice = match tag {
        Tag::VBN | Tag::VBD if takes == Takes::Question && group == i && is_aside(frame, i) => Voice::Passive,
        Tag::VBG if aux.be => Voice::Finite,
        Tag::VBG => Voice::Participle,
        Tag::VBN if aux.be => Voice::Passive,
        Tag::VBN if aux.have || aux.first_is_subject(frame, group) => Voice::Finite,
        Tag::VBN if takes != Takes::Object && !frame.is(end, words!["by"]) && follows_quote(frame, group) => Voice::Finite,
        Tag::VBN if i == 0 && opens_inverted(frame, end) => Voice::Finite,
        Tag::VBN if takes != Takes::Object && closes_inverted(frame, group, end) => Voice::Finite,
        Tag::VBN if group == i && (is_only_verb(frame, i) || takes != Takes::Object && is_coordinated(frame, i, end)) => Voice::Finite,
        Tag::VBN => return None,
        Tag::VB if aux.to && refused(frame, group) => return None,
        Tag::VB if aux.to => Voice::Infinitive,
        Tag::VBD if aux.be => Voice::Passive,
        // "Fox, when asked what was wrong, …"
        Tag::VBD if tells && i > 0 && frame.is(i - 1, words!["when", "if"]) => Voice::Passive,
        _ => Voice::Finite,
    };
    Some(Cue { at: i, end, group, takes, tells, voice })
}

/// "A clerk who asked not to be named said": nothing is said yet.
fn is_request_for_silence(frame: &Frame, end: usize) -> bool {
    frame.is(end, words!["not"]) && frame.is(end + 1, words!["to"]) && frame.is(end + 2, words!["be"])
}

/// "Fox, asked about the report, said": whether what begins at item `i` is an aside between a subject and its verb.
fn is_aside(frame: &Frame, i: usize) -> bool {
    let Some(open) = i.checked_sub(1).filter(|open| frame.is_comma(*open) && *open > 0 && !frame.is_quote(*open - 1)) else { return false };
    let to = frame.len().min(i + ONLY_VERB_WINDOW);
    let close = (i + 1..to).find(|k| frame.is_comma(*k)).unwrap_or(to);
    let verb = close + 1 + usize::from(frame.tag(close + 1).is_adverb());
    frame.tag(verb).has_tense() && !frame.has_finite(i.saturating_sub(ONLY_VERB_WINDOW), open)
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
        && !frame.has_finite(from, relative_before(frame, from, i).unwrap_or(i))
        && !frame.has_finite(i + 1, end)
        && (!frame.is_comma(end) || frame.is_quote(end + 1) || frame.is(end + 1, words!["that"]))
        && (subject_before(frame, i).is_some() || frame.is(i, words!["said", "told"]) && beginning_at(frame, 0).is_some())
}

/// "Fox, who took office in May, called": the comma at which a relative clause begins that another closes right before item `i`.
fn relative_before(frame: &Frame, from: usize, i: usize) -> Option<usize> {
    let close = i.checked_sub(1).filter(|close| frame.is_comma(*close))?;
    let open = (from..close).rev().find(|k| frame.is_comma(*k))?;
    frame.is(open + 1, words!["who", "which", "whose", "whom"]).then_some(open)
}

/// "Added Fox: “…”": whether a speaker stands at item `i`, and a colon or a quote behind.
fn opens_inverted(frame: &Frame, i: usize) -> bool {
    beginning_at(frame, i).is_some_and(|(_, end)| frame.is(end, words![":"]) || frame.is_comma(end) && frame.is_quote(end + 1))
}

/// "The pier had been shut for years, noted Pia Lund, who runs it": whether a comma and a clause stand before a verb, and behind it a name that
/// a comma or a stop closes.
fn closes_inverted(frame: &Frame, group: usize, end: usize) -> bool {
    let clause = group > 1 && frame.is_comma(group - 1) && frame.has_finite(group.saturating_sub(ONLY_VERB_WINDOW), group);
    clause
        && beginning_at(frame, end).is_some_and(|(first, to)| {
            frame.tag(to - 1).is_name()
                && (first..to).any(|k| frame.tag(k).is_name() && !is_time(frame, k))
                && (frame.is_comma(to) || frame.is_stop(to))
        })
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

#[cfg(test)]
mod tests {
    use super::{Takes, Verb};

    #[test]
    fn every_value_of_the_list_is_understood() {
        let list = std::fs::read_to_string("src/lexicon/lists/reporting_verb.tsv").unwrap();
        for value in list.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split('\t').nth(1)) {
            let verb = Verb::of(value.to_string().leak());
            let (first, rest) = value.split_once(' ').unwrap_or((value, ""));
            let takes = match first {
                "clause" => Takes::Clause,
                "that" => Takes::That,
                "ask" => Takes::Question,
                "object" => Takes::Object,
                "quote" => Takes::Quote,
                _ => panic!("{value}"),
            };
            assert_eq!((verb.takes, verb.tells), (takes, first == "ask" || rest == "tell"), "{value}");
            assert_eq!(verb.particle, rest.strip_prefix('+'), "{value}");
        }
    }
}
