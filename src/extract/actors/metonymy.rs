//! A capital that stands for its government: "Washington warned", "support for Kyiv", "Moscow's approach".

use super::cut::Candidate;
use crate::lexicon::{List, Words, words};
use crate::text::Document;

/// What governments have and cities do not.
const STATE: &Words = words![
    "approach",
    "policy",
    "policies",
    "support",
    "role",
    "position",
    "stance",
    "decision",
    "allies",
    "ally",
    "relations",
    "ties",
    "government",
    "offer",
    "demand",
    "demands",
    "refusal",
    "response",
    "reaction",
    "efforts",
    "effort",
    "interests",
    "ambassador",
    "sanctions",
    "troops",
    "army",
    "military",
    "leaders",
    "leadership",
    "claim",
    "claims",
    "plan",
    "plans",
    "proposal",
    "strategy",
    "commitment",
    "invasion",
    "war",
    "nuclear",
    "willingness",
    "opposition",
    "envoy",
    "negotiators",
    "intentions",
    "foreign",
    "request",
    "call",
    "calls",
    "insistence",
    "backing",
    "aid",
    "forces",
    "view"
];

/// Words before a government that takes part.
const SIDES: &Words = words!["for", "with", "between", "against", "toward"];

/// Whether a capital acts at this mention.
pub(super) fn acts(doc: &Document, candidate: &Candidate) -> bool {
    let tokens = candidate.tokens;
    let next = tokens.end as usize;
    let before = tokens.first().checked_sub(1);
    if next + 1 < doc.tokens.len() && doc.is(next, words!["'s"]) && doc.is(next + 1, STATE) {
        return true;
    }
    let place = before.is_some_and(|ix| {
        doc.is(
            ix,
            words![
                "in", "at", "from", "to", "near", "outside", "around", "through", "via", "into", "of", "downtown", "central", "leave", "left",
                "visit", "visited", "reach", "reached"
            ],
        )
    });
    if place || doc.dateline.is_some_and(|d| d.place.is_some_and(|p| p.overlaps(doc.span_of(tokens)))) || next >= doc.tokens.len() {
        return false;
    }
    if doc.is(next, words!["'s"]) {
        return next + 1 < doc.tokens.len() && doc.is(next + 1, STATE)
            || next + 2 < doc.tokens.len() && doc.tokens[next + 1].tag.is_adjective() && doc.is(next + 2, STATE);
    }
    let verb = doc.tokens[next].tag;
    if doc.word(next).is_in(List::PersonVerb) || verb.has_tense() {
        return !doc.is(next, words!["is", "was", "are", "were"]) || next + 1 < doc.tokens.len() && doc.tokens[next + 1].tag.is_verb();
    }
    before.is_some_and(|ix| doc.is(ix, SIDES))
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn a_capital_acts_or_is_a_place() {
        for (text, actors) in [
            ("Norway agreed. Later Oslo warned its neighbours.", &["country Norway: Norway, Oslo"][..]),
            ("Norway agreed. They met in Oslo on Monday.", &["country Norway: Norway", "place Oslo: Oslo"]),
            ("Norway agreed to a shift in Oslo's approach.", &["country Norway: Norway, Oslo"]),
        ] {
            assert_eq!(shown(text), actors, "{text}");
        }
    }
}
