//! Entities by the nouns of their names and roles, a short chain for each noun, all chains in one list; and countries by their code.

use smallvec::SmallVec;

use crate::extract::actors::EntityIx;
use crate::lexicon::WordId;

/// Entities that are remembered for one noun.
const SAME_NOUN: usize = 12;

/// What a noun is to an entity.
#[derive(Clone, Copy)]
pub(super) enum As {
    /// The head of its name.
    Name,
    /// The head of one of its roles.
    Role,
}

/// One entity of a chain, with the index of its role.
struct Link {
    key: u32,
    entity: u32,
    role: u32,
    /// The number of the next one whose key has the same place, and one; 0 for the last.
    next: u32,
}

/// The entities of each noun, each once, in the order in which they were added.
pub(super) struct ByNoun {
    /// The numbers of the first links by the places of their keys, as in [`Link::next`].
    first: Vec<u32>,
    links: Vec<Link>,
}

impl ByNoun {
    /// With room for so many.
    pub fn with_capacity(nouns: usize) -> ByNoun {
        ByNoun { first: vec![0; (2 * nouns + 2).next_power_of_two()], links: Vec::with_capacity(nouns) }
    }

    /// The key of a noun, and the place where its links begin.
    fn place(&self, of: As, noun: WordId) -> (u32, usize) {
        /// Odd, and its powers are as good as drawn by lot.
        const FACTOR: u32 = 0x9e37_79b1;
        let key = 2 * noun.number() + of as u32;
        (key, (key.wrapping_mul(FACTOR) >> (u32::BITS - self.first.len().ilog2())) as usize)
    }

    /// Adds an entity for a noun, as long as there is room.
    pub fn add(&mut self, of: As, noun: WordId, entity: EntityIx, role: usize) {
        let (key, place) = self.place(of, noun);
        let (new, number) = (Link { key, entity: entity as u32, role: role as u32, next: 0 }, self.links.len() as u32 + 1);
        let (mut end, mut count) = (&mut self.first[place], 0);
        while let Some(at) = end.checked_sub(1) {
            let link = &mut self.links[at as usize];
            if link.key == key {
                count += 1;
                if link.entity == new.entity || count == SAME_NOUN {
                    return;
                }
            }
            end = &mut link.next;
        }
        *end = number;
        self.links.push(new);
    }

    /// The entities of a noun, each with its role.
    pub fn of(&self, of: As, noun: WordId) -> impl Iterator<Item = (EntityIx, usize)> {
        let link = |number: u32| self.links.get(number.checked_sub(1)? as usize);
        let (key, place) = self.place(of, noun);
        let all = std::iter::successors(link(self.first[place]), move |l| link(l.next));
        all.filter(move |l| l.key == key).map(|l| (l.entity as EntityIx, l.role as usize))
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
    use super::{As, ByNoun, SAME_NOUN};
    use crate::lexicon::WordId;

    #[test]
    fn a_noun_has_each_entity_once_and_so_many_in_order() {
        let (bank, group) = (WordId::of("bank"), WordId::of("group"));
        let mut by_noun = ByNoun::with_capacity(1);
        for entity in [3, 1, 3, 1] {
            by_noun.add(As::Role, bank, entity, 10 * entity);
        }
        (0..2 * SAME_NOUN).for_each(|entity| by_noun.add(As::Name, group, entity, 0));
        assert_eq!(by_noun.of(As::Role, bank).collect::<Vec<_>>(), [(3, 30), (1, 10)]);
        assert_eq!(by_noun.of(As::Name, group).map(|(entity, _)| entity).collect::<Vec<_>>(), (0..SAME_NOUN).collect::<Vec<_>>());
        assert_eq!(by_noun.of(As::Name, bank).count(), 0);
    }
}
