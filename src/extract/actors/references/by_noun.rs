//! Entities by the nouns of their names and roles, a short chain for each noun, all chains in one list; and countries by their code.

use smallvec::SmallVec;

use crate::extract::actors::EntityIx;
use crate::extract::actors::kinds::{Map, Quick};
use crate::lexicon::WordId;

/// Entities that are remembered for one noun.
const SAME_NOUN: usize = 12;

/// One entity of a chain, with the index of its role.
#[derive(Clone, Copy)]
struct Link {
    entity: EntityIx,
    role: usize,
    next: Option<u32>,
}

/// The entities of each noun, each once, in the order in which they were added.
#[derive(Default)]
pub(super) struct ByNoun {
    first: Map<WordId, u32>,
    links: Vec<Link>,
}

impl ByNoun {
    /// With room for so many nouns.
    pub fn with_capacity(nouns: usize) -> ByNoun {
        ByNoun { first: Map::with_capacity_and_hasher(nouns, Quick::default()), links: Vec::with_capacity(nouns) }
    }

    /// Adds an entity for a noun, as long as there is room.
    pub fn add(&mut self, noun: WordId, entity: EntityIx, role: usize) {
        let new = self.links.len() as u32;
        let mut at = *self.first.entry(noun).or_insert(new);
        if at != new {
            let mut count = 1;
            while let Link { entity: known, next: Some(next), .. } = self.links[at as usize] {
                if known == entity {
                    return;
                }
                (at, count) = (next, count + 1);
            }
            if count >= SAME_NOUN || self.links[at as usize].entity == entity {
                return;
            }
            self.links[at as usize].next = Some(new);
        }
        self.links.push(Link { entity, role, next: None });
    }

    /// The entities of a noun, each with its role.
    pub fn of(&self, noun: WordId) -> impl Iterator<Item = (EntityIx, usize)> {
        let link = |at: u32| self.links.get(at as usize);
        let first = self.first.get(&noun).and_then(|at| link(*at));
        std::iter::successors(first, move |l| link(l.next?)).map(|l| (l.entity, l.role))
    }
}

/// Countries of most texts: no list is made for so many.
const COUNTRIES: usize = 8;

/// The first entity of each code; there are only so many countries, and few in a text.
#[derive(Default)]
pub(super) struct ByCode(SmallVec<[(&'static str, EntityIx); COUNTRIES]>);

impl ByCode {
    pub fn add(&mut self, code: &'static str, entity: EntityIx) {
        if self.get(code).is_none() {
            self.0.push((code, entity));
        }
    }

    pub fn get(&self, code: &str) -> Option<EntityIx> {
        self.0.iter().find(|(known, _)| *known == code).map(|(_, entity)| *entity)
    }
}

#[cfg(test)]
mod tests {
    use super::{ByNoun, SAME_NOUN};
    use crate::lexicon::WordId;

    #[test]
    fn a_noun_has_each_entity_once_and_so_many_in_order() {
        let (bank, group) = (WordId::of("bank"), WordId::of("group"));
        let mut by_noun = ByNoun::default();
        for entity in [3, 1, 3, 1] {
            by_noun.add(bank, entity, 10 * entity);
        }
        (0..2 * SAME_NOUN).for_each(|entity| by_noun.add(group, entity, 0));
        assert_eq!(by_noun.of(bank).collect::<Vec<_>>(), [(3, 30), (1, 10)]);
        assert_eq!(by_noun.of(group).map(|(entity, _)| entity).collect::<Vec<_>>(), (0..SAME_NOUN).collect::<Vec<_>>());
        assert_eq!(by_noun.of(WordId::of("mayor")).count(), 0);
    }
}
