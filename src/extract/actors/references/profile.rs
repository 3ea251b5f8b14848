//! Profiles: what a reference can ask of an entity, read once from its name, kind and roles.

use smallvec::SmallVec;

use crate::analysis::ActorKind;
use crate::extract::actors::heads::head_word;
use crate::extract::actors::{Entity, Gender};
use crate::lexicon::{List, Word, WordId, Words, words};

/// What a describing noun may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    pub kind: ActorKind,
    /// "company" of "organization company", "m" of "person m".
    pub class: &'static str,
}

impl Noun {
    /// What the list says of the word.
    #[inline]
    pub fn of(word: Word) -> Option<Noun> {
        if word.is_in(List::Description) { Noun::listed(word) } else { None }
    }

    fn listed(word: Word) -> Option<Noun> {
        let value = word.value(List::Description)?;
        // A kind, and a class behind it or none; two letters tell the kinds apart.
        let (kind, len) = match value.as_bytes() {
            [b'p', b'e', ..] => (ActorKind::Person, "person".len()),
            [b'o', ..] => (ActorKind::Organization, "organization".len()),
            [b'c', ..] => (ActorKind::Country, "country".len()),
            [b'p', ..] => (ActorKind::Place, "place".len()),
            _ => (ActorKind::Group, "group".len()),
        };
        Some(Noun { kind, class: value.get(len + 1..).unwrap_or_default() })
    }

    /// The sex that it tells.
    pub fn gender(self) -> Option<Gender> {
        match (self.kind, self.class) {
            (ActorKind::Person, "m") => Some(Gender::Male),
            (ActorKind::Person, "f") => Some(Gender::Female),
            _ => None,
        }
    }
}

/// Roles of an entity that are looked at.
const ROLES: usize = 8;

/// What is known of one entity.
#[derive(Clone)]
pub(super) struct Profile {
    pub kind: ActorKind,
    pub gender: Option<Gender>,
    /// Sort of organisation or place ("company", "city"); empty when the name does not tell.
    pub class: &'static str,
    /// The lexicon's row of the whole name of what is no person.
    pub row: Word,
    /// The head noun of its name ("Mosque", the "University" of "University of Leeds").
    pub head: WordId,
    /// The head nouns of its roles, each with the index of its role.
    pub roles: SmallVec<[(WordId, usize); 1]>,
    pub country: Option<&'static str>,
    /// Whether "they" is the word for it.
    pub plural: bool,
}

impl Profile {
    pub fn of(entity: &Entity) -> Profile {
        let mut profile = Profile {
            kind: entity.kind,
            gender: Some(entity.gender).filter(|g| *g != Gender::Unknown),
            plural: entity.plural,
            class: "",
            row: WordId::UNKNOWN.get(),
            head: WordId::UNKNOWN,
            roles: SmallVec::new(),
            country: entity.country,
        };
        if entity.kind != ActorKind::Person {
            profile.row = entity.row;
            profile.head = entity.head;
            profile.class = class(entity.kind, profile.head.get(), profile.row);
        }
        for (n, role) in entity.roles.iter().take(ROLES).enumerate() {
            profile.add_role(role.head, n);
        }
        profile
    }

    /// Takes up one more role by its head noun.
    pub fn add_role(&mut self, head: WordId, index: usize) {
        if head != WordId::UNKNOWN {
            self.roles.push((head, index));
            if self.kind == ActorKind::Person && self.gender.is_none() {
                self.gender = Noun::of(head.get()).and_then(Noun::gender);
            }
        }
    }
}

/// Last words of the names of broadcasters.
const BROADCAST: &Words =
    words!["abc", "bbc", "broadcasting", "cbs", "cnn", "itv", "jazeera", "msnbc", "nbc", "npr", "pbs", "radio", "rte", "television", "tv"];

/// Last words of the names of newspapers and magazines.
const NEWS: &Words = words![
    "bugle",
    "chronicle",
    "courier",
    "dispatch",
    "echo",
    "examiner",
    "express",
    "gazette",
    "globe",
    "guardian",
    "herald",
    "independent",
    "inquirer",
    "mail",
    "mercury",
    "mirror",
    "monitor",
    "news",
    "newsweek",
    "observer",
    "post",
    "press",
    "record",
    "reporter",
    "review",
    "sentinel",
    "standard",
    "star",
    "sun",
    "telegraph",
    "time",
    "times",
    "today",
    "tribune",
    "weekly",
];

/// The sort of organisation or place that a name tells by its head noun or by the list that it is in.
fn class(kind: ActorKind, head: Word, name: Word) -> &'static str {
    if kind == ActorKind::Organization && BROADCAST.has(head.id()) {
        return "broadcast";
    }
    if kind == ActorKind::Organization && NEWS.has(head.id()) {
        return "news";
    }
    if let Some(noun) = Noun::of(head)
        && (noun.kind == kind
            || matches!((noun.kind, kind), (ActorKind::Organization | ActorKind::Place, ActorKind::Organization | ActorKind::Place)))
    {
        return noun.class;
    }
    listed(name, kind)
}

/// The sort by the list that holds the whole name.
fn listed(name: Word, kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Organization if name.is_in(List::Company) => "company",
        // "Labour" is the "Labour Party".
        ActorKind::Organization => {
            let full = name.value(List::Org).and_then(|v| v.split_once(':')).map_or("", |(_, full)| full);
            Noun::of(head_word(full).get()).filter(|n| n.kind == kind).map_or("", |n| n.class)
        }
        ActorKind::Place if name.is_in(List::City) || name.is_in(List::Town) || name.is_in(List::Capital) => "city",
        ActorKind::Place if name.is_in(List::Province) || name.is_in(List::Geo) => "region",
        _ => "",
    }
}
