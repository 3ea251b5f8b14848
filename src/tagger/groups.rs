//! Tagged tokens to groups: each sentence is cut, once, into units (noun group, verb group, preposition, mark …), which
//! `relations` then reads from left to right.

use std::ops::Range;

use super::groups_noun::{Stretch, noun_group, noun_phrase, odd_phrase};
use super::groups_number::at_least;
use super::groups_steps::{ALONE, LONE, MORE, OPENS_BEFORE};
use super::groups_verb::{Helper, helper, verb_group};
use super::{lemma, relations};
use crate::lexicon::{List, words};
use crate::text::{Document, Maybe, NounKind, Shape, Tag, TokenIx, TokenRange, VerbGroup};

/// What a unit of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `ix` is a noun group.
    Noun,
    /// `ix` is a verb group.
    Verb,
    /// A preposition, the last word of it; of all kinds from here on `ix` is the token.
    Preposition,
    /// "because", "if", "when", "that".
    Subordinator,
    Comma,
    /// A semicolon, colon, dash, or a full stop inside.
    Break,
    OpenQuote,
    CloseQuote,
    OpenBracket,
    CloseBracket,
    /// "and", "or", "but".
    Conjunction,
    Adjective,
    Adverb,
    Particle,
    /// An auxiliary before its subject ("did" in "did the mayor resign").
    Inverted,
    Other,
}

impl Kind {
    /// How many there are.
    pub const COUNT: usize = Kind::Other as usize + 1;
}

/// One unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub kind: Kind,
    pub ix: u32,
}

/// Adverbs and commas between a subject and its verb behind an auxiliary ("have they, however, won"), at most.
const ASIDE: usize = 4;

/// Units of most sentences: no more room is needed for these.
const UNITS: usize = 64;

/// Finds the groups of every sentence and how they stand to each other.
pub(crate) fn group(doc: &mut Document) {
    doc.lemmas = lemma::lemmas(doc);
    doc.noun_groups = Vec::with_capacity(doc.tokens.len() / 3);
    doc.verb_groups = Vec::with_capacity(doc.tokens.len() / 6);
    let mut units = Vec::with_capacity(UNITS);
    let mut scratch = relations::Scratch::default();
    for sentence in 0..doc.sentences.len() {
        let verbs = doc.verb_groups.len();
        units.clear();
        cut(doc, sentence, &mut units);
        if doc.verb_groups.len() > verbs || units.iter().any(|u| matches!(u.kind, Kind::Preposition | Kind::Comma | Kind::Conjunction)) {
            relations::relate(doc, &units, &mut scratch);
        }
    }
    doc.index_nouns();
}

/// Cuts one sentence into units, the dateline left out.
fn cut(doc: &mut Document, sentence: usize, units: &mut Vec<Unit>) {
    let tokens = doc.sentences[sentence].tokens;
    let end = tokens.end as usize;
    let mut ix = tokens.first();
    if let Some(line) = doc.dateline {
        while ix < end && line.whole.contains(doc.tokens[ix].span) {
            ix += 1;
        }
    }
    let mut inverted = None;
    if let Some(base) = question_base(doc, tokens) {
        ix = cut_up_to(doc, ix..base, end, Some(tokens.first()), &mut inverted, units);
        if ix == base {
            ix = push_mended(doc, base, inverted.take(), units);
        }
    }
    cut_up_to(doc, ix..end, end, None, &mut inverted, units);
}

/// Cuts a part of a sentence into units, in which every noun group ends; the sentence ends at `end`, and `question` is the auxiliary that a
/// question begins with. Returns the token behind the last unit.
fn cut_up_to(
    doc: &mut Document,
    Range { start, end: stop }: Range<TokenIx>,
    end: TokenIx,
    question: Option<TokenIx>,
    inverted: &mut Option<TokenIx>,
    units: &mut Vec<Unit>,
) -> TokenIx {
    let mut ix = start;
    while ix < stop {
        let tag = doc.tokens[ix].tag;
        // Most units are told by a test or two: what tests said before foretells the next one, but nothing foretells a jump by the tag.
        let of = 1 << tag as u8;
        if (LONE | MORE) & of == 0 {
            // "such as": the preposition alone counts.
            let such_as = doc.is(ix, words!["such"]) && tag == Tag::JJ && ix + 1 < end && doc.is(ix + 1, words!["as"]);
            if let Some(noun) = if such_as { None } else { noun_phrase(doc, ix, stop) } {
                ix = push_noun(doc, noun, end, units);
                continue;
            }
            units.push(Unit { kind: if such_as { Kind::Other } else { ALONE[tag as usize] }, ix: ix as u32 });
            ix += 1;
            continue;
        }
        if LONE & of != 0 {
            // "create up to 300 jobs"
            if tag == Tag::RP
                && at_least(doc, ix, end)
                && let Some(noun) = odd_phrase(doc, ix, stop)
            {
                ix = push_noun(doc, noun, end, units);
                continue;
            }
            units.push(Unit { kind: ALONE[tag as usize], ix: ix as u32 });
            ix += 1;
            continue;
        }
        if tag == Tag::IN && !may_open(doc, ix) && !doc.is(ix, words!["that"]) {
            let kind = if doc.word(ix).is_in(List::Subordinator) { Kind::Subordinator } else { Kind::Preposition };
            units.push(Unit { kind, ix: ix as u32 });
            ix += 1;
            continue;
        }
        if matches!(tag, Tag::PRP | Tag::EX) {
            units.push(Unit { kind: Kind::Noun, ix: doc.noun_groups.len() as u32 });
            doc.noun_groups.push(Stretch::one(ix, NounKind::Pronoun).group());
            ix += 1;
            continue;
        }
        let kind = match tag {
            Tag::CC if both(doc, ix, end) => Kind::Other,
            Tag::CC => Kind::Conjunction,
            Tag::MD | Tag::VBD | Tag::VBZ | Tag::VBP | Tag::VB => {
                if question == Some(ix) {
                    *inverted = Some(ix);
                    Kind::Inverted
                } else {
                    let helper = helper(doc, ix);
                    if helper.is_none_or(|helper| !before_subject(doc, ix, helper, end, units)) {
                        ix = push_verb(doc, ix, helper, end, units, inverted);
                        continue;
                    }
                    *inverted = Some(ix);
                    Kind::Inverted
                }
            }
            Tag::TO => {
                let next = push_verb(doc, ix, None, end, units, inverted);
                if next > ix + 1 {
                    ix = next;
                    continue;
                }
                Kind::Preposition
            }
            // "including the mayor", "according to police", "given the risk".
            Tag::VBG if doc.is(ix, words!["including", "regarding", "concerning", "excluding"]) && after_noun(units) => Kind::Preposition,
            Tag::VBG if doc.is(ix, words!["according"]) => Kind::Other,
            Tag::VBN if doc.is(ix, words!["given"]) && ix + 1 < end && matches!(doc.tokens[ix + 1].tag, Tag::DT | Tag::PRPS) && free(units) => {
                Kind::Preposition
            }
            Tag::IN | Tag::RB | Tag::RBR | Tag::RBS | Tag::VBN | Tag::VBG => {
                if tag == Tag::IN && doc.is(ix, words!["that"]) {
                    if relative_that(doc, ix, end, units) {
                        units.push(Unit { kind: Kind::Noun, ix: doc.noun_groups.len() as u32 });
                        doc.noun_groups.push(Stretch::one(ix, NounKind::Relative).group());
                        ix += 1;
                        continue;
                    }
                    Kind::Subordinator
                } else if let Some(noun) = if may_open(doc, ix) { odd_phrase(doc, ix, stop) } else { None } {
                    ix = push_noun(doc, noun, end, units);
                    continue;
                } else {
                    match tag {
                        Tag::VBN | Tag::VBG => {
                            ix = push_verb(doc, ix, helper(doc, ix), end, units, inverted);
                            continue;
                        }
                        Tag::IN if doc.word(ix).is_in(List::Subordinator) => Kind::Subordinator,
                        Tag::IN => Kind::Preposition,
                        _ => Kind::Adverb,
                    }
                }
            }
            _ => match noun_group(doc, ix, stop) {
                Some(noun) => {
                    ix = push_noun(doc, noun, end, units);
                    continue;
                }
                None => Kind::Other,
            },
        };
        units.push(Unit { kind, ix: ix as u32 });
        ix += 1;
    }
    ix
}

/// Whether a noun group can begin with this preposition, adverb or participle, as far as the tag behind it says: hardly any does.
#[inline(always)]
fn may_open(doc: &Document, ix: TokenIx) -> bool {
    let token = &doc.tokens[ix];
    let next = doc.tokens.get(ix + 1).map_or(Tag::None, |next| next.tag);
    OPENS_BEFORE[usize::from(token.shape.has(Shape::SENTENCE_START))][token.tag as usize] >> next as u8 & 1 == 1
}

/// Whether a noun or a comma stands before.
fn after_noun(units: &[Unit]) -> bool {
    units.last().is_some_and(|u| matches!(u.kind, Kind::Noun | Kind::Comma | Kind::CloseQuote | Kind::CloseBracket))
}

/// Whether no verb stands right before.
fn free(units: &[Unit]) -> bool {
    units.last().is_none_or(|u| !matches!(u.kind, Kind::Verb | Kind::Adverb))
}

#[inline(always)]
fn push_noun(doc: &mut Document, mut noun: Stretch, end: TokenIx, units: &mut Vec<Unit>) -> TokenIx {
    let mended = (noun_before_to(doc, noun.tokens) && plans_to(doc, noun.tokens, end)).then(|| noun.tokens.last());
    if let Some(verb) = mended {
        noun = noun_group(doc, noun.tokens.first(), verb).unwrap_or(noun);
    }
    // "how many men": asks as "which men" does.
    if doc.is(noun.tokens.first(), words!["many", "much", "few", "little"])
        && let Some(how) = units.pop_if(|u| u.kind == Kind::Subordinator && doc.is(u.ix as usize, words!["how"]))
    {
        noun.tokens.start = how.ix;
        noun.kind = NounKind::Relative;
    }
    units.push(Unit { kind: Kind::Noun, ix: doc.noun_groups.len() as u32 });
    doc.noun_groups.push(noun.group());
    match mended {
        Some(verb) => push_mended(doc, verb, None, units),
        None => noun.tokens.end as usize,
    }
}

/// Whether a noun group ends in a singular and "to" follows: hardly any does both, so that the two are one question.
#[inline(always)]
fn noun_before_to(doc: &Document, noun: TokenRange) -> bool {
    let next = noun.end as usize;
    let tag = doc.tokens[next - 1].tag;
    doc.tokens.get(next).is_some_and(|to| (to.tag == Tag::TO) & (tag == Tag::NN))
}

/// "the couple plan to stay": a noun behind one that means several, a present after all, as no other verb has tense.
#[inline(never)]
fn plans_to(doc: &Document, noun: TokenRange, end: TokenIx) -> bool {
    let last = noun.last();
    let tag = |ix: TokenIx| doc.tokens[ix].tag;
    last + 2 < end
        && tag(last + 2) == Tag::VB
        && noun.len() > 1
        && doc.is(last - 1, words!["couple", "pair", "police", "trio", "duo", "family", "team", "people"])
        && doc.word(last).can_be(Tag::VB)
        && doc.word(last).verb_lemma().unwrap_or(doc.word(last)).is_in(List::ModalVerb)
        && !(last + 3..end).any(|ix| tag(ix).has_tense())
}

/// "Will Sudria blockade Norland?": in a question without a base form the one that was taken for a noun.
fn question_base(doc: &Document, tokens: TokenRange) -> Option<TokenIx> {
    let (first, last) = (tokens.first(), tokens.last());
    let tag = |ix: TokenIx| doc.tokens[ix].tag;
    if tokens.len() < 5 || tag(first) != Tag::MD || !doc.is(last, words!["?"]) || tokens.range().any(|ix| tag(ix) == Tag::VB) {
        return None;
    }
    let object = |ix: TokenIx| matches!(tag(ix), Tag::NNP | Tag::DT | Tag::PRPS | Tag::PRP | Tag::NNS);
    (first + 2..last - 1).find(|ix| tag(*ix) == Tag::NN && tag(ix - 1) == Tag::NNP && doc.word(*ix).can_be(Tag::VB) && object(ix + 1))
}

/// Pushes a verb that is tagged as a noun; returns the token behind it.
fn push_mended(doc: &mut Document, head: TokenIx, aux: Option<TokenIx>, units: &mut Vec<Unit>) -> TokenIx {
    let verb =
        VerbGroup { tokens: TokenRange::new(head, head + 1), head, finite: true, inverted: aux.into(), modal: aux.into(), ..VerbGroup::default() };
    units.push(Unit { kind: Kind::Verb, ix: doc.verb_groups.len() as u32 });
    doc.verb_groups.push(verb);
    head + 1
}

/// Pushes the verb group that begins here, `first` the helping verb that its first token is; returns the token behind it, or the next token
/// when there is none.
fn push_verb(doc: &mut Document, ix: TokenIx, first: Option<Helper>, end: TokenIx, units: &mut Vec<Unit>, inverted: &mut Option<TokenIx>) -> TokenIx {
    let Some(mut verb) = verb_group(doc, ix, first, end) else { return ix + 1 };
    if let Some(aux) = inverted.take() {
        verb.inverted = Maybe::some(aux);
        verb.finite = true;
        let alone = verb.tokens.first() == verb.head;
        verb.passive = if alone { helper(doc, aux) == Some(Helper::Be) && doc.tokens[verb.head].tag == Tag::VBN } else { verb.passive };
        verb.perfect = helper(doc, aux) == Some(Helper::Have);
        verb.modal = verb.modal().or((doc.tokens[aux].tag == Tag::MD).then_some(aux)).into();
        verb.negated |= doc.tokens.get(aux + 1).is_some_and(|_| doc.is(aux + 1, words!["not", "n't", "n’t"]));
    }
    units.push(Unit { kind: Kind::Verb, ix: doc.verb_groups.len() as u32 });
    doc.verb_groups.push(verb);
    verb.tokens.end as usize
}

/// "both A and B", "either", "neither": the first word of a pair says nothing here.
fn both(doc: &Document, ix: TokenIx, _end: TokenIx) -> bool {
    doc.is(ix, words!["both", "either", "neither"])
}

/// "that" behind a noun and before a verb with tense: a relative pronoun, whatever its tag.
fn relative_that(doc: &Document, ix: TokenIx, end: TokenIx, units: &[Unit]) -> bool {
    let after_noun = units.last().is_some_and(|u| u.kind == Kind::Noun && doc.noun_groups[u.ix as usize].kind != NounKind::Pronoun);
    let mut next = ix + 1;
    while next < end && doc.tokens[next].tag.is_adverb() {
        next += 1;
    }
    after_noun && next < end && doc.tokens[next].tag.has_tense()
}

/// "has in recent years struggled", "would, in turn, leave": a phrase between auxiliary and verb.
fn split_by_phrase(doc: &Document, ix: TokenIx, end: TokenIx, helper: Helper) -> bool {
    if !matches!(helper, Helper::Have | Helper::Modal) {
        return false;
    }
    let comma = (ix + 1 < end && doc.tokens[ix + 1].tag == Tag::Comma) as usize;
    let at = ix + 1 + comma;
    if at + 1 >= end || doc.tokens[at].tag != Tag::IN {
        return false;
    }
    let Some(noun) = noun_group(doc, at + 1, end) else { return false };
    let mut verb = noun.tokens.end as usize;
    while verb < end.min(noun.tokens.end as usize + ASIDE) && (doc.tokens[verb].tag.is_adverb() || comma == 1 && doc.tokens[verb].tag == Tag::Comma) {
        verb += 1;
    }
    let wanted = if helper == Helper::Have { Tag::VBN } else { Tag::VB };
    verb < end && doc.tokens[verb].tag == wanted
}

/// Whether a helping verb stands before its subject, its main verb behind it ("did the mayor resign", "nor has she said").
fn before_subject(doc: &Document, ix: TokenIx, helper: Helper, end: TokenIx, units: &[Unit]) -> bool {
    if helper == Helper::Get {
        return false;
    }
    let mut after = units.iter().rev().skip_while(|u| u.kind == Kind::Adverb);
    let free = match after.next() {
        None => true,
        Some(u) => match u.kind {
            Kind::Noun => {
                doc.noun_groups[u.ix as usize].kind == NounKind::Relative && !after.next().is_some_and(|u| u.kind == Kind::Noun)
                    || helper == Helper::Do
            }
            Kind::Adjective => after.next().is_some_and(|u| u.kind == Kind::Subordinator),
            Kind::Verb | Kind::Inverted => false,
            _ => true,
        },
    };
    if split_by_phrase(doc, ix, end, helper) {
        return true;
    }
    if !free {
        return false;
    }
    let mut at = ix + 1;
    while at < end && doc.tokens[at].tag.is_adverb() {
        at += 1;
    }
    if at >= end || doc.tokens[at].tag.is_verb() {
        return false;
    }
    let Some(mut noun) = noun_group(doc, at, end) else { return false };
    // "did the head of the council resign", "did Ana and Bo meet".
    for _ in 0..2 {
        let stop = noun.tokens.end as usize;
        if stop + 1 < end && (doc.is(stop, words!["of"]) || doc.tokens[stop].tag == Tag::CC) {
            match noun_group(doc, stop + 1, end) {
                Some(more) => noun = more,
                None => break,
            }
        }
    }
    let mut verb = noun.tokens.end as usize;
    while verb < end.min(noun.tokens.end as usize + ASIDE) && (doc.tokens[verb].tag.is_adverb() || doc.tokens[verb].tag == Tag::Comma) {
        verb += 1;
    }
    // "who has two sons, banned cars": the comma ends the clause, if no adverb stands between.
    if verb >= end || verb > noun.tokens.end as usize && !doc.tokens[noun.tokens.end as usize..verb].iter().any(|t| t.tag.is_adverb()) {
        return false;
    }
    let tag = doc.tokens[verb].tag;
    match helper {
        Helper::Do | Helper::Modal => matches!(tag, Tag::VB | Tag::VBP),
        Helper::Have => matches!(tag, Tag::VBN),
        _ => matches!(tag, Tag::VBG | Tag::VBN),
    }
}

#[cfg(test)]
pub(super) mod examples {
    //! Sentences written with their tags ("the/DT mayor/NN left/VBD"), so that these tests do not depend on the tagger.

    use super::group;
    use crate::lexicon::WordId;
    use crate::text::{Document, Sentence, SentenceKind, Shape, Span, Tag, Token, TokenRange};

    /// Runs the groups over one tagged sentence and hands the document to `look`.
    pub(crate) fn with<T>(tagged: &str, look: impl Fn(&Document) -> T) -> T {
        let pairs: Vec<(&str, &str)> = tagged.split_whitespace().filter_map(|w| w.rsplit_once('/')).collect();
        let text = pairs.iter().map(|p| p.0).collect::<Vec<_>>().join(" ");
        let mut doc = Document { text: &text, ..Document::default() };
        let mut at = 0;
        for (n, (word, tag)) in pairs.iter().enumerate() {
            let hyphen = *tag == "HYPH" || n > 0 && pairs[n - 1].1 == "HYPH";
            let mut shape = if hyphen { Shape::empty() } else { Shape::SPACE_BEFORE };
            if n == 0 {
                shape.set(Shape::SENTENCE_START);
            }
            let tag = Tag::from_name(tag).unwrap_or_else(|| panic!("no tag {tag}"));
            doc.tokens.push(Token { span: Span::new(at, at + word.len()), word: WordId::of(word), shape, tag });
            at += word.len() + 1;
        }
        let tokens = TokenRange::new(0, doc.tokens.len());
        doc.sentences.push(Sentence { span: doc.span_of(tokens), tokens, paragraph: 0, kind: SentenceKind::Prose });
        group(&mut doc);
        look(&doc)
    }

    /// The noun groups, their heads between stars.
    pub(crate) fn nouns(tagged: &str) -> Vec<String> {
        with(tagged, |doc| {
            let one = |g: &crate::text::NounGroup| {
                let word = |ix: usize| if ix == g.head { format!("*{}*", doc.word_text(ix)) } else { doc.word_text(ix).to_string() };
                g.tokens.range().map(word).collect::<Vec<_>>().join(" ")
            };
            doc.noun_groups.iter().map(one).collect()
        })
    }

    /// Every verb with its subject, object, indirect object, predicate and agent: "gave(mayor, leave, to=men)".
    pub(crate) fn relations(tagged: &str) -> Vec<String> {
        with(tagged, |doc| {
            let head = |n: Option<u32>| n.map_or("-", |n| doc.word_text(doc.noun(n).head));
            doc.verb_groups
                .iter()
                .map(|v| {
                    let mut text = format!("{}({}, {}", doc.word_text(v.head), head(v.subject()), head(v.object()));
                    for (name, noun) in [("to", v.indirect()), ("is", v.predicate()), ("by", v.agent())] {
                        if noun.is_some() {
                            text += &format!(", {name}={}", head(noun));
                        }
                    }
                    text + ")"
                })
                .collect()
        })
    }
}
