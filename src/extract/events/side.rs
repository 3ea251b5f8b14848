//! One side of an event: a few items, kept in place while the event is made, and then in one list with those of all events.

use std::ops::Deref;

use super::extent::Extent;
use crate::text::TokenRange;

/// Most people or things on one side.
pub(super) const LIMIT: usize = 8;

/// Those who do, or those acted on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Side<T> {
    list: [T; LIMIT],
    len: usize,
}

impl<T> Side<T> {
    /// Adds one, as long as there is room.
    pub fn push(&mut self, item: T) {
        if let Some(place) = self.list.get_mut(self.len) {
            *place = item;
            self.len += 1;
        }
    }
}

impl<T> Deref for Side<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.list[..self.len]
    }
}

/// The sides of all events, one behind the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sides(Vec<TokenRange>);

/// Which of these are one event's on one side.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Party {
    first: u32,
    end: u32,
}

impl Sides {
    /// With room for so many.
    pub fn with_capacity(room: usize) -> Sides {
        Sides(Vec::with_capacity(room))
    }

    /// Adds a side, and takes it into the words of its event.
    pub(super) fn add(&mut self, side: impl Iterator<Item = TokenRange>, extent: &mut Extent) -> Party {
        let first = self.0.len() as u32;
        // One or two: a call to copy them costs more.
        side.for_each(|part| {
            self.0.push(part);
            extent.take_in(part);
        });
        Party { first, end: self.0.len() as u32 }
    }

    /// Those of a side.
    pub fn of(&self, party: Party) -> &[TokenRange] {
        &self.0[party.first as usize..party.end as usize]
    }
}
