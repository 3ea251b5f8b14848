//! What a noun can do or have done to it, by what it means: a place demands nothing, a margin wins nothing, a thing is made.

use super::groups::Kind;
use super::relations::Pass;
use crate::lexicon::{List, Words, words};
use crate::tagger::lemma_word;
use crate::text::{GroupIx, NounKind, Role, Tag};

impl Pass<'_, '_> {
    /// "marched in the capital demanding talks": a place does no such thing, who went there does.
    pub(super) fn is_scene(&self, noun: GroupIx, participle: GroupIx, verb: Option<GroupIx>) -> bool {
        let group = self.doc.noun(noun);
        let at = words!["in", "at", "outside", "near", "through", "across", "along", "around", "on"];
        let place = group.kind == NounKind::Name && self.doc.tokens[group.head].tag == Tag::NNP || self.doc.word(group.head).is_in(List::PlaceNoun);
        place
            && self.doc.tokens[self.doc.verb(participle).head].tag == Tag::VBG
            && PEOPLE_DO.has(self.lemma(participle).id())
            && group.preposition().is_some_and(|p| self.doc.is(p, at))
            && verb.is_some_and(|v| group.verb() == Some(v) && self.doc.verb(v).subject().is_some())
    }

    /// Whether the noun behind "by" may be the one who does it: not in "lost by 12 votes" (but in "backed by half of the members"), nor behind a
    /// noun that renames another or begins anew ("was sold in May, a report by auditors says").
    pub(super) fn may_do(&self, noun: GroupIx, leans: Option<GroupIx>) -> bool {
        const MEASURES: &Words = words![
            "vote",
            "point",
            "goal",
            "run",
            "stroke",
            "shot",
            "wicket",
            "innings",
            "length",
            "seat",
            "margin",
            "majority",
            "landslide",
            "percent",
            "cent",
            "%",
            "mile",
            "metre",
            "meter",
            "third",
            "quarter",
            "half",
            "fifth",
            "tenth"
        ];
        let (doc, group) = (&*self.doc, self.doc.noun(noun));
        let counted = matches!(doc.tokens[group.tokens.first()].tag, Tag::CD | Tag::DT | Tag::Dollar | Tag::RB | Tag::IN | Tag::JJR);
        // "by half of the members", but "by half of one percent"
        let of = || {
            let behind = group.tokens.end as usize;
            doc.tokens.get(behind + 1).is_some_and(|next| next.tag != Tag::CD) && doc.is(behind, words!["of"])
        };
        !(counted && !of() && MEASURES.has(lemma_word(doc, group.head).id())) && leans.is_none_or(|n| doc.noun(n).role != Role::Apposition)
    }

    /// Whether a participle behind a comma says how the thing before the comma came about, as no one is made or built.
    pub(super) fn is_made(&self, verb: GroupIx) -> bool {
        const MADE: &Words = words![
            "make",
            "build",
            "design",
            "write",
            "publish",
            "release",
            "issue",
            "launch",
            "sign",
            "draft",
            "draw",
            "find",
            "discover",
            "create",
            "fund",
            "finance",
            "produce",
            "develop",
            "broadcast",
            "film",
            "record",
            "schedule",
            "pass",
            "adopt",
            "introduce",
            "broker",
            "negotiate"
        ];
        let head = self.doc.verb(verb).head;
        let thing = self.noun.map(|n| (n, self.doc.noun(n))).is_some_and(|(n, noun)| {
            noun.kind == NounKind::Common && matches!(noun.role, Role::Object | Role::Prepositional | Role::Predicate) && !self.is_person(n)
        });
        let bare = self.doc.verb(verb).tokens.first() == head && self.doc.tokens[head].tag == Tag::VBN;
        let object = self.units.get(self.at + 1).is_some_and(|u| u.kind == Kind::Noun && !self.is_time(u.ix));
        bare && thing && !object && MADE.has(self.lemma(verb).id())
    }
}

/// What people do somewhere, and a place does not.
const PEOPLE_DO: &Words = words![
    "accuse",
    "beg",
    "call",
    "celebrate",
    "chant",
    "cheer",
    "claim",
    "complain",
    "dance",
    "demand",
    "denounce",
    "hope",
    "plead",
    "protest",
    "search",
    "seek",
    "shout",
    "sing",
    "urge",
    "wait",
    "wave"
];
