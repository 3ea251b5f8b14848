//! Verbs of headlines: the vote was taught on prose, and sees names and plurals where each word has a capital or no article stands
//! ("Norbank Cuts Jobs", "Police arrest two").

use super::lemma::third_person;
use crate::lexicon::{List, Word, Words, words};
use crate::text::{Document, SentenceKind, Shape, Tag, TokenIx, TokenRange};

/// Gives headlines the verb that they most likely have, where none was found that has a tense.
pub fn mend(doc: &mut Document) {
    for sentence in 0..doc.sentences.len() {
        if doc.sentences[sentence].kind == SentenceKind::Heading {
            mend_one(doc, doc.sentences[sentence].tokens);
        }
    }
}

/// Likewise one, which may have a label before it ("Analysis: ...") and other clauses behind it ("... as profit falls").
fn mend_one(doc: &mut Document, tokens: TokenRange) {
    let mut from = tokens.first();
    while from < tokens.end as usize {
        let end = (from..tokens.end as usize).find(|ix| ends_clause(doc, *ix)).unwrap_or(tokens.end as usize);
        let clause = TokenRange::new(from, end);
        if !(from..end).any(|ix| has_tense(doc.tokens[ix].tag))
            && let Some((verb, tag)) = verb(doc, clause)
        {
            doc.tokens[verb].tag = tag;
        }
        let mark = (end..tokens.end as usize).find(|ix| doc.tokens[*ix].tag == Tag::Colon);
        from = mark.map_or(tokens.end as usize, |mark| mark + 1);
    }
}

/// Whether a headline's first clause ends before a token.
fn ends_clause(doc: &Document, ix: TokenIx) -> bool {
    doc.tokens[ix].tag == Tag::Colon || doc.is(ix, words!["as", "after", "before", "while", "when", "if", "because", "that", "who", "which", "where"])
}

fn has_tense(tag: Tag) -> bool {
    matches!(tag, Tag::VBZ | Tag::VBP | Tag::VBD | Tag::MD)
}

/// The likeliest verb of a clause: the first noun behind another that can be one, and that goes on as no noun does.
fn verb(doc: &Document, clause: TokenRange) -> Option<(TokenIx, Tag)> {
    (clause.first() + 1..clause.last()).find_map(|ix| {
        let before = ix - 1;
        if !doc.tokens[ix].tag.is_noun() || !doc.tokens[before].tag.is_noun() {
            return None;
        }
        let several = matches!(doc.tokens[before].tag, Tag::NNS | Tag::NNPS) || is_many(doc, before);
        let form = form(doc, ix)?;
        let agrees = match form {
            Tag::VBZ => !several,
            Tag::VBP => several,
            // "named" is done to its subject more often than not, "beat" is done by it.
            _ => likeliest(doc, ix).is_verb() && doc.word(ix).can_be(Tag::VB),
        };
        (agrees && goes_on(doc, ix, clause)).then_some((ix, form))
    })
}

/// The form with tense that a noun's letters can be.
fn form(doc: &Document, ix: TokenIx) -> Option<Tag> {
    let word = doc.word(ix);
    // The lexicon has seen some verbs as plurals alone.
    let seen = [Tag::VBZ, Tag::VBD, Tag::VBP].into_iter().find(|form| word.can_be(*form));
    seen.or_else(|| third_person(doc.word_text(ix)).map(|_| Tag::VBZ)).or_else(|| (word.tag() == Tag::VB).then_some(Tag::VBP))
}

/// Whether what follows a noun makes a verb of it.
fn goes_on(doc: &Document, ix: TokenIx, clause: TokenRange) -> bool {
    let next = ix + 1;
    let noun_behind = || next < clause.last() && doc.tokens[next + 1].tag.is_noun() && !can_be_verb(doc, next + 1);
    match likeliest(doc, next) {
        // No noun goes on so.
        Tag::DT | Tag::PRPS | Tag::PRP => true,
        // but "sales up 4 %"
        Tag::RP => next < clause.last() && doc.tokens[next + 1].tag != Tag::CD,
        Tag::CD => noun_behind() || !doc.tokens[next].shape.has(Shape::DIGIT),
        Tag::JJ | Tag::JJS => noun_behind(),
        // A plural stands before a noun, and another plural at that, in few words alone; a small word before a name hardly ever.
        tag if tag.is_noun() || doc.tokens[next].tag.is_noun() => {
            is_verb(doc, ix)
                || doc.tokens[next].tag == Tag::NNS && doc.word(ix).can_be(Tag::VBZ) && !can_be_verb(doc, next) && !doc.is(ix, ATTRIBUTES)
                || is_small(doc, ix) && !is_small(doc, next) && !is_date(doc, next)
        }
        // "Berg plans return to ..." has its verb before, "trade talks in ..." none.
        Tag::TO | Tag::IN => {
            let asks = || doc.is(next, words!["for", "against"]) && is_verb(doc, ix);
            (likeliest(doc, ix).is_verb() || asks()) && !doc.word(ix - 1).can_be(Tag::VBZ)
        }
        Tag::OpenQuote => is_verb(doc, ix),
        _ => false,
    }
}

/// Plurals that stand before nouns.
pub const ATTRIBUTES: &Words = words![
    "arms",
    "sports",
    "sales",
    "rights",
    "savings",
    "goods",
    "operations",
    "systems",
    "communications",
    "relations",
    "works",
    "services",
    "futures"
];

/// What a word is most often, in small letters.
fn likeliest(doc: &Document, ix: TokenIx) -> Tag {
    if doc.word(ix).is_tagged() { doc.word(ix).tag() } else { doc.tokens[ix].tag }
}

/// Whether a word is most often a verb, in this form or by its lemma.
fn is_verb(doc: &Document, ix: TokenIx) -> bool {
    let does = || ix + 1 < doc.tokens.len() && !can_be_verb(doc, ix + 1);
    let told = |lemma: Word| lemma.tag().is_verb() || lemma.is_in(List::EventVerb) && does();
    likeliest(doc, ix).is_verb() || third_person(doc.word_text(ix)).is_some_and(told)
}

fn can_be_verb(doc: &Document, ix: TokenIx) -> bool {
    doc.word(ix).can_be(Tag::VBP) || doc.word(ix).can_be(Tag::VBZ)
}

/// Several joined by "and", or a body that takes the plural.
fn is_many(doc: &Document, ix: TokenIx) -> bool {
    ix > 1 && doc.tokens[ix - 1].tag == Tag::CC || doc.is(ix, words!["police", "media", "staff", "crew"])
}

fn is_date(doc: &Document, ix: TokenIx) -> bool {
    doc.word(ix).is_in(List::Month) || doc.word(ix).is_in(List::Weekday)
}

fn is_small(doc: &Document, ix: TokenIx) -> bool {
    !doc.tokens[ix].shape.has(Shape::CAPITAL)
}

#[cfg(test)]
mod tests {
    use crate::text::Tag;

    /// The tag of a word of a headline.
    fn tag(headline: &str, of: &str) -> Tag {
        let text = format!("{headline}\n\nThe harbour town woke to a grey morning on Tuesday. Nobody was on the quay, and the boats lay still.");
        let mut doc = crate::tokenizer::tokenize(&text);
        crate::tagger::tag(&mut doc);
        let ix = (0..doc.tokens.len()).find(|ix| doc.word_text(*ix) == of).unwrap();
        doc.tokens[ix].tag
    }

    #[test]
    fn headlines_have_their_verb() {
        for (headline, word, wanted) in [
            ("Norbank cuts jobs as profit falls", "cuts", Tag::VBZ),
            ("Police arrest two after raid on bank", "arrest", Tag::VBP),
            ("Analysis: Norbank Presses Its Advantage", "Presses", Tag::VBZ),
            ("Berg Leaves Hospital", "Leaves", Tag::VBZ),
            ("Court blocks sale", "blocks", Tag::VBZ),
            ("Rovers Beat United 3-1", "Beat", Tag::VBD),
            ("Judge blocks Norland's fishing law", "blocks", Tag::VBZ),
        ] {
            assert_eq!(tag(headline, word), wanted, "{headline}");
        }
    }

    #[test]
    fn headlines_without_a_verb_get_none() {
        for (headline, word) in [
            ("Arms sales figures", "sales"),
            ("School Sports Day", "Sports"),
            ("Trade Talks in Geneva", "Talks"),
            ("Norbank sales up 4 percent", "sales"),
            ("Ana Ruiz Named Head of Port Authority", "Named"),
            ("Health Service Cuts", "Cuts"),
            ("Berg plans return to Norland", "return"),
        ] {
            assert!(tag(headline, word).is_noun(), "{headline}");
        }
    }
}
