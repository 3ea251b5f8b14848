//! Whether what stands behind a cue is a clause that it reports, or a mere thing.

use super::page::Frame;
use super::phrase::end_of;
use super::rules::Setting;
use crate::lexicon::words;
use crate::text::{Role, Tag};

/// Whether a subject with its verb begins at item `at`.
pub(super) fn begins_clause(frame: &Frame, at: usize, to: usize) -> bool {
    let finite = |i: usize| frame.tag(i).has_tense();
    if frame.tag(at) == Tag::PRP && !frame.is(at, words!["him", "her", "them", "me", "us"]) || frame.tag(at) == Tag::EX {
        return finite(at + 1) || frame.tag(at + 1).is_adverb() && finite(at + 2);
    }
    let Some(ix) = frame.word(at) else { return false };
    let doc = frame.doc;
    let Some(group) = doc.noun_group_at(ix) else { return false };
    let noun = &doc.noun_groups[group];
    let Some(verb) = noun.verb().filter(|_| noun.role == Role::Subject).map(|v| doc.verb(v)) else { return false };
    verb.finite
        && doc.tokens[verb.head].span.start > doc.tokens[noun.head].span.start
        && frame.item_of(verb.head).is_some_and(|i| (at..to).contains(&i))
}

/// "The sign said nothing": no clause.
pub(super) fn reads_as_object(frame: &Frame, at: usize) -> bool {
    // "added a solo shot and the Rovers won".
    if frame.is(at, words!["a", "an"]) && end_of(frame, at).is_some_and(|end| frame.is(end, words!["and"]) && frame.tag(end + 1) == Tag::DT) {
        return true;
    }
    // "said no decision had been taken" is one.
    let clause = || frame.is(at, words!["no", "something", "nothing"]) && begins_clause(frame, at, frame.len());
    frame.is(at, words!["nothing", "something", "anything", "so", "yes", "no"]) && !frame.tag(at + 1).has_tense() && !clause()
}

pub(super) fn begins_noun(frame: &Frame, i: usize) -> bool {
    let tag = frame.tag(i);
    tag.is_noun()
        || tag.is_adjective()
        || matches!(tag, Tag::PRP | Tag::PRPS | Tag::DT | Tag::CD | Tag::EX | Tag::PDT | Tag::VBG | Tag::WP | Tag::Dollar | Tag::WRB)
        || frame.is(
            i,
            words![
                "if", "when", "although", "though", "because", "while", "in", "on", "at", "by", "since", "after", "only", "even", "about", "not",
                "despite", "for", "under", "unless", "with", "without", "both", "either", "neither", "more"
            ],
        )
}

/// "said profits doubled": behind a noun right behind its cue the tagger may take a past tense for a participle.
pub(super) fn takes_participle(s: &Setting, n: usize, at: usize, to: usize) -> bool {
    let (frame, side) = (&s.frame, &s.sides[n]);
    let participle = |verb: &usize| frame.tag(*verb) == Tag::VBN && verb + 1 < to;
    side.own && !side.inverted && at == s.cues[n].end && end_of(frame, at).is_some_and(|verb| participle(&verb))
}
