//! What a figure is for, in the article's words: "arms deal", "net profit", "30% stake".
//!
//! Asked in this order: the noun that the figure stands before, the noun before it that says "of", "worth" or "valued at",
//! the words after it ("in new taxes", "for the unit"), the subject of the verb that gives the amount.

use super::Figure;
use crate::lexicon::{List, Words, words};
use crate::tagger::lemma_word;
use crate::text::{Document, NounGroup, Shape, Span, Tag, TokenIx, TokenRange};

/// Most tokens between a figure and the word before it that ties it to a noun ("worth at least").
const TIE_WINDOW: usize = 6;

/// Most tokens between a figure and the verb that gives it ("rose 28% to").
const VERB_WINDOW: usize = 10;

/// The thing that a figure is for.
pub(super) fn of(doc: &Document, figure: &Figure) -> Option<Span> {
    let first = doc.token_at(figure.span.start as usize);
    let end = doc.token_at(figure.span.end as usize);
    let sentence = doc.sentences.get(doc.sentence_of(first))?.tokens;
    let after = figure.per.map_or(end, |per| doc.token_at(per.end as usize));
    let tokens = before_noun(doc, first, after, sentence)
        .or_else(|| tied(doc, first, sentence))
        .or_else(|| followed(doc, after, sentence, words!["in", "of"]))
        .or_else(|| given(doc, first, sentence))
        .or_else(|| followed(doc, after, sentence, words!["for", "on", "toward", "towards"]))?;
    Some(doc.span_of(tokens))
}

/// A noun group without its determiner; `None` for a time, a number, a pronoun or a bare measure.
fn thing(doc: &Document, group: &NounGroup, from: TokenIx) -> Option<TokenRange> {
    let mut start = group.tokens.first().max(from);
    let end = group.head + 1;
    while start < end && matches!(doc.tokens[start].tag, Tag::DT | Tag::PRPS | Tag::PDT | Tag::POS) {
        start += 1;
    }
    while start < end && doc.is(start, words!["a", "an", "the"]) {
        start += 1;
    }
    // "a 30% stake" keeps its article, "an arms deal" does not need it.
    if start > from
        && start > group.tokens.first()
        && start < end
        && doc.tokens[start].shape.has(Shape::DIGIT)
        && doc.is(start - 1, words!["a", "an"])
    {
        start -= 1;
    }
    let head = doc.word(group.head);
    let tag = doc.tokens[group.head].tag;
    let noun = tag.is_noun() || tag == Tag::VBG;
    let vague = doc.is(group.head, VAGUE) && group.head == start;
    let time = lemma_word(doc, group.head).is_in(List::TimeNoun) || head.is_in(List::Month) || head.is_in(List::Weekday);
    let money = (start..end).any(|ix| doc.word_text(ix).contains(['$', '£', '€']) || doc.word(ix).is_in(List::CurrencyName));
    let code = head.is_in(List::CurrencyCode) && doc.tokens[group.head].shape.is_all_caps();
    (start < end && noun && !vague && !time && !money && !code).then(|| TokenRange::new(start, end))
}

/// Nouns that only say that there is a figure.
const VAGUE: &Words = words![
    "total",
    "sum",
    "amount",
    "maximum",
    "minimum",
    "average",
    "range",
    "estimate",
    "excess",
    "tune",
    "equivalent",
    "region",
    "order",
    "figure",
    "level",
    "high",
    "low",
    "record",
    "rate",
    "value",
    "worth",
    "top",
    "%",
    "percent",
    "rest",
    "most",
    "half",
    "addition",
    "cash",
    "all",
    "part",
    "lot",
    "upward",
    "upwards",
    "back"
];

/// "a $50 million arms deal", "a $5,000-a-year prize".
fn before_noun(doc: &Document, first: TokenIx, mut after: TokenIx, sentence: TokenRange) -> Option<TokenRange> {
    while after < sentence.end as usize
        && !doc.tokens[after].shape.has(Shape::SPACE_BEFORE)
        && (doc.word_text(after) == "-" || doc.is(after, words!["plus"]))
    {
        after += 1;
    }
    // "the $1.5bn, five-year deal"
    let led = first > 0 && matches!(doc.tokens[first - 1].tag, Tag::DT | Tag::PRPS | Tag::POS);
    if led
        && after + 1 < sentence.end as usize
        && doc.word_text(after) == ","
        && doc.noun_group_at(after + 1).is_some_and(|g| doc.noun_groups[g].tokens.first() == after + 1)
    {
        let group = &doc.noun_groups[doc.noun_group_at(after + 1)?];
        let modifier = doc.tokens[after + 1].tag.is_adjective() || doc.tokens[after + 1].tag == Tag::CD;
        return modifier.then(|| thing(doc, group, after + 1)).flatten();
    }
    if after >= sentence.end as usize || !doc.tokens[after].shape.has(Shape::LETTER) {
        return None;
    }
    let tag = doc.tokens[after].tag;
    if !(tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::VBN | Tag::VBG)) {
        return None;
    }
    let group = &doc.noun_groups[doc.noun_group_at(after)?];
    // The figure stands in the noun's own group, or touches it.
    let joined = group.tokens.holds(first) || group.tokens.first() == after;
    let adjective = group.tokens.holds(first) || first > 0 && doc.tokens[first - 1].tag == Tag::DT;
    // "the $3 million Ms. Lee raised": a name that does something is no noun of the figure's.
    let acts = doc.tokens[group.head].tag.is_name() && doc.tokens.get(group.head + 1).is_some_and(|t| t.tag.is_verb() || t.tag == Tag::MD);
    (joined && adjective && group.head >= after && !acts).then(|| thing(doc, group, after)).flatten()
}

/// "a loss of $5m", "a contract worth at least $20 million", "a stake valued at $3bn".
fn tied(doc: &Document, first: TokenIx, sentence: TokenRange) -> Option<TokenRange> {
    let start = first.saturating_sub(TIE_WINDOW).max(sentence.first());
    for ix in (start..first).rev() {
        let tag = doc.tokens[ix].tag;
        if doc.is(ix, words!["of", "for", "worth", "totaling", "totalling", "costing", "exceeding", "topping"])
            || doc.is(ix, words!["at"])
                && ix > start
                && doc.is(ix - 1, words!["valued", "estimated", "priced", "put", "set", "assessed", "fixed", "capped"])
        {
            let mut last = ix.checked_sub(1)?;
            if doc.is(ix, words!["at"]) {
                last = last.checked_sub(1)?;
            }
            while last > start && (matches!(doc.tokens[last].tag, Tag::VBD | Tag::VBZ | Tag::VBP | Tag::Comma) || doc.tokens[last].tag.is_adverb()) {
                last -= 1;
            }
            let group = if doc.is(ix, words!["for"]) { exchanged(doc, last)? } else { &doc.noun_groups[doc.noun_group_at(last)?] };
            // "gold worth $5m" is one group where "worth" was taken for a noun.
            let group = &NounGroup { head: if group.head == ix { last } else { group.head }, ..*group };
            return thing(doc, group, group.tokens.first());
        }
        // Only words that qualify may stand between.
        let qualifies = tag.is_adverb()
            || matches!(tag, Tag::IN | Tag::DT | Tag::JJR | Tag::JJS | Tag::JJ | Tag::VBN | Tag::TO | Tag::CC)
            || tag.is_mark() && ix + 1 < first;
        if !qualifies {
            return None;
        }
    }
    None
}

/// Steps from the noun before "for" to the thing that changes hands.
const EXCHANGE_STEPS: usize = 4;

/// What is had for the money: the object of the verb in "sold the mill to Norfield for $5m", the first name in "bought Norfield, a
/// maker of steel, for $5m", the subject of a passive.
fn exchanged<'d>(doc: &'d Document, last: TokenIx) -> Option<&'d NounGroup> {
    if let Some(verb) = doc.verb_group_at(last).map(|v| &doc.verb_groups[v]) {
        return verb.subject().filter(|_| verb.passive).map(|s| doc.noun(s));
    }
    let mut group = &doc.noun_groups[doc.noun_group_at(last)?];
    for _ in 0..EXCHANGE_STEPS {
        if let Some(first) = group.renames() {
            group = doc.noun(first);
            continue;
        }
        let Some(preposition) = group.preposition() else { break };
        if let Some(noun) = group.noun() {
            // "the sale of the pier to Norfield"
            let of = if doc.is(preposition, words!["of"]) { None } else { doc.leaning(noun).find(|(p, _)| doc.is(*p, words!["of"])) };
            let sold = of.filter(|_| lemma_word(doc, doc.noun(noun).head).is_in(List::EventNoun));
            if let Some((_, sold)) = sold {
                return Some(doc.noun(sold));
            }
            let up = doc.noun(noun);
            if doc.is(preposition, words!["of"]) && up.renames().is_none() {
                break;
            }
            group = up;
            continue;
        }
        let verb = doc.verb(group.verb().filter(|_| doc.is(preposition, words!["to", "from", "by", "in", "at", "on"]))?);
        return if verb.passive { verb.subject() } else { verb.object() }.map(|g| doc.noun(g));
    }
    Some(group)
}

/// "$15 trillion in new taxes", "$3bn-worth of grain", "$1.2bn for the unit".
fn followed(doc: &Document, after: TokenIx, sentence: TokenRange, words: &Words) -> Option<TokenRange> {
    let end = sentence.end as usize;
    let mut ix = after;
    while ix < end && (doc.word_text(ix) == "-" || doc.is(ix, words!["worth", "plus"])) {
        ix += 1;
    }
    // "25 billion pesos ($26 million) for shelters", "$610,000 of it on a yacht".
    if ix < end && doc.word_text(ix) == "(" {
        ix = (ix..end.min(ix + CONVERSION)).find(|at| doc.word_text(*at) == ")").map_or(ix, |close| close + 1);
    } else if ix + 1 < end && (doc.word_text(ix) == ")" || doc.is(ix, words!["of"]) && doc.is(ix + 1, words!["it", "them", "that"])) {
        ix += 1 + usize::from(doc.word_text(ix) != ")");
    }
    if ix + 1 >= end || !doc.is(ix, words) {
        return None;
    }
    let group = &doc.noun_groups[doc.noun_group_at(ix + 1)?];
    let name = doc.tokens[group.head].tag.is_name() && doc.is(ix, words!["in", "on"]);
    let number = doc.tokens[group.tokens.first()].tag == Tag::CD && !doc.word_text(group.tokens.first() + 1).starts_with('%');
    (group.tokens.first() == ix + 1 && !name && !number).then(|| thing(doc, group, ix + 1)).flatten()
}

/// Tokens of a conversion in brackets, at most.
const CONVERSION: usize = 10;

/// "Sales rose 9% to A$310m", "The scheme will cost £4bn": the subject of a verb that gives an amount.
fn given(doc: &Document, first: TokenIx, sentence: TokenRange) -> Option<TokenRange> {
    let start = first.saturating_sub(VERB_WINDOW).max(sentence.first());
    let verb = (start..first).rev().find_map(|ix| doc.verb_group_at(ix))?;
    let verb = &doc.verb_groups[verb];
    if verb.head < start || (verb.head..first).any(|ix| doc.tokens[ix].tag == Tag::Comma || doc.tokens[ix].tag == Tag::Colon) {
        return None;
    }
    let lemma = lemma_word(doc, verb.head);
    // "lowered their price targets to $40"
    if words!["lower", "raise", "cut", "reduce", "boost", "trim", "lift"].has(lemma.id()) && first > 0 && doc.is(first - 1, words!["to"]) {
        let object = doc.noun(verb.object()?);
        return (object.tokens.end as usize <= first).then(|| thing(doc, object, object.tokens.first())).flatten();
    }
    let gives = AMOUNT_VERBS.has(lemma.id());
    let subject = whole(doc, &doc.noun_groups[verb.subject().filter(|_| gives)? as usize], sentence);
    (!doc.tokens[subject.head].tag.is_name() || lemma.key() == "cost").then(|| thing(doc, subject, subject.tokens.first())).flatten()
}

/// Most "of" and "for" phrases that a subject is followed back over ("the rent for that flat").
const PHRASES_BACK: usize = 2;

/// The noun that a phrase after "of" or "for" belongs to.
fn whole<'d>(doc: &'d Document, mut group: &'d NounGroup, sentence: TokenRange) -> &'d NounGroup {
    for _ in 0..PHRASES_BACK {
        let first = group.tokens.first();
        if first < sentence.first() + 2 || !doc.is(first - 1, words!["of", "for"]) {
            break;
        }
        let Some(before) = doc.noun_group_at(first - 2) else { break };
        group = &doc.noun_groups[before];
    }
    group
}

/// Verbs whose subject an amount belongs to.
const AMOUNT_VERBS: &Words = words![
    "be", "total", "reach", "cost", "stand", "amount", "come", "exceed", "hit", "sell", "fetch", "retail", "trade", "close", "start", "average",
    "equal", "top", "range", "remain", "near", "approach", "rise", "fall", "climb", "drop", "slip", "slide", "surge", "soar", "plunge", "plummet",
    "tumble", "sink", "increase", "decrease", "decline", "ease", "edge", "widen", "narrow", "shrink", "grow", "double", "triple", "jump", "swell",
    "dip", "improve", "recover", "leap", "balloon", "escalate"
];

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn a_sum_is_for_the_thing_that_changes_hands() {
        for (text, what) in [
            ("Halden sold its paper mill in Orrin to Norfield Partners for $38.5 million.", Some("paper mill")),
            ("The mill was sold to Norfield Partners for $38.5 million.", Some("mill")),
            ("Norfield bought the mill from Halden for $38.5 million.", Some("mill")),
            ("The council approved the sale of the pier to Norfield for $38.5 million.", Some("pier")),
            ("It agreed to buy Hansa Suppen GmbH, a maker of organic broth, for $5 million.", Some("Hansa Suppen GmbH")),
            ("They asked whether the parking lot can be paved for $120,000.", Some("parking lot")),
            ("She promised 25 billion pesos ($26 million) for shelters.", Some("shelters")),
            ("He spent $610,000 of it on a motor yacht.", Some("motor yacht")),
            ("Two brokers lowered their price targets to $40.", Some("price targets")),
            ("He spent $610,000 of it.", None),
        ] {
            let money = analyze(text, &Options::default()).money.unwrap();
            assert_eq!(money[0].what.as_deref(), what, "{text}");
        }
    }
}
