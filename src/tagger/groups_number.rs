//! What stands around a number in a noun group: "more than a dozen", "up to 20", "as many as 300", "2-1".

use super::groups_noun::tag_at;
use crate::lexicon::{Words, words};
use crate::text::{Document, Shape, Tag, TokenIx};

/// Adverbs that belong to the verb before a number.
pub(super) const ELSEWHERE: &Words = words![
    "away",
    "back",
    "down",
    "home",
    "off",
    "out",
    "apart",
    "aside",
    "ahead",
    "together",
    "forward",
    "again",
    "also",
    "then",
    "later",
    "here",
    "there",
    "abroad",
    "overnight",
    "today",
    "yesterday"
];

/// "more than 20", "fewer than $5": the number comes behind.
pub(super) fn than(doc: &Document, ix: TokenIx, end: TokenIx) -> bool {
    // "more than a dozen", but "more than a game"
    let number = |ix: TokenIx| tag_at(doc, ix) == Tag::CD || tag_at(doc, ix) == Tag::DT && tag_at(doc, ix + 1) == Tag::CD && doc.is(ix, words!["a"]);
    ix + 2 < end
        && (tag_at(doc, ix + 2) == Tag::Dollar || number(ix + 2))
        && doc.is(ix + 1, words!["than"])
        && doc.is(ix, words!["more", "less", "fewer"])
}

/// "at least 20", "at most $5", "up to 300".
pub(super) fn at_least(doc: &Document, ix: TokenIx, end: TokenIx) -> bool {
    let bound = || doc.is(ix, words!["at"]) && doc.is(ix + 1, words!["least", "most"]) || doc.is(ix, words!["up"]) && doc.is(ix + 1, words!["to"]);
    ix + 2 < end && matches!(tag_at(doc, ix + 2), Tag::CD | Tag::Dollar) && bound()
}

/// "as many as 300", "as much as $5".
pub(super) fn as_many(doc: &Document, ix: TokenIx, end: TokenIx) -> bool {
    ix + 3 < end
        && matches!(tag_at(doc, ix + 3), Tag::CD | Tag::Dollar)
        && doc.is(ix, words!["as"])
        && doc.is(ix + 2, words!["as"])
        && doc.is(ix + 1, words!["many", "much", "few", "little"])
}

/// A number, a dash and a number without blanks.
pub(super) fn is_score(doc: &Document, ix: TokenIx, end: TokenIx) -> bool {
    let glued = |ix: TokenIx| !doc.tokens[ix].shape.has(Shape::SPACE_BEFORE);
    ix + 2 < end && glued(ix + 1) && glued(ix + 2) && matches!(doc.word_text(ix + 1), "-" | "–") && tag_at(doc, ix + 2) == Tag::CD
}

/// "about 20", "over 300", "between", tagged as prepositions.
pub(super) fn about(doc: &Document, ix: TokenIx) -> bool {
    tag_at(doc, ix + 1) == Tag::CD && doc.is(ix, words!["about", "around", "over", "under", "some"])
}
