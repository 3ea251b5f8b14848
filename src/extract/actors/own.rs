//! The user's own names in a text, taken before all other evidence.

use super::heads::{head_of_name, head_word};
use super::kinds::ByText;
use super::{Cast, Entity, EntityIx, Gender, Mention};
use crate::analysis::{Few, Form, Text};
use crate::lexicon::phrase;
use crate::names::{Entry, Names, key_of};
use crate::text::{Document, Shape, TokenIx, TokenRange};

/// The longest of the user's names from a token on.
fn longest<'n>(doc: &Document, names: &'n Names, at: TokenIx) -> Option<(usize, &'n Entry)> {
    let limit = names.longest_from(key_of(doc.word_text(at)));
    let mut key = String::new();
    let mut best = None;
    for ix in at..doc.tokens.len() {
        let word = doc.word_text(ix);
        if key.len() + word.len() > limit {
            break;
        }
        if ix > at && doc.tokens[ix].shape.has(Shape::SPACE_BEFORE) {
            key.push(' ');
        }
        key.push_str(word);
        if let Some(entry) = names.get(&key) {
            best = Some((ix + 1 - at, entry));
        }
    }
    best
}

/// Puts the user's names into a cast: mentions under them go, actors that the user names take his kind.
pub(super) fn obey<'n>(doc: &Document, names: &'n Names, cast: &mut Cast) {
    let mut by_name: ByText<'n, EntityIx> = ByText::default();
    let mut own: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < doc.tokens.len() {
        let Some((n, entry)) = longest(doc, names, at) else {
            at += 1;
            continue;
        };
        let tokens = TokenRange::new(at, at + n);
        let entity = *by_name.entry(entry.canonical.as_str()).or_insert_with(|| {
            let row = phrase(&entry.canonical);
            cast.entities.push(Entity {
                kind: entry.kind,
                name: Text::new(&entry.canonical),
                row,
                head: head_of_name(row, || head_word(&entry.canonical)),
                roles: Few::new(),
                affiliation: None,
                country: None,
                gender: Gender::Unknown,
                plural: false,
                rule: "actors/own-name",
                evidence: vec!["actors/own-name".to_string()],
            });
            cast.entities.len() - 1
        });
        // The actor that the evidence found there is the user's: all its other mentions come along.
        let found = cast.at(at).filter(|m| m.tokens == tokens).map(|m| m.entity);
        if let Some(found) = found.filter(|&f| f != entity) {
            let known = cast.entities[found].clone();
            let actor = &mut cast.entities[entity];
            actor.roles.extend(known.roles);
            (actor.affiliation, actor.country) = (actor.affiliation.or(known.affiliation), actor.country.or(known.country));
            for mention in cast.mentions.iter_mut().filter(|m| m.entity == found) {
                mention.entity = entity;
            }
        }
        own.push(Mention { tokens, entity, form: Form::Name, rule: "actors/own-name" });
        at += n;
    }
    cast.mentions.retain(|m| {
        let next = own.partition_point(|o| o.tokens.end <= m.tokens.start);
        !own.get(next).is_some_and(|o| o.tokens.overlaps(m.tokens))
    });
    cast.mentions.extend(own);
    cast.mentions.sort_by_key(|m| m.tokens.start);
    cast.index(doc.tokens.len());
}
