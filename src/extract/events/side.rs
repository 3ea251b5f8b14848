//! One side of an event: a few items, kept in place.

use std::ops::Deref;

/// Most people or things on one side.
const LIMIT: usize = 8;

/// Those who do, or those acted on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Side<T> {
    list: [T; LIMIT],
    len: usize,
}

impl<T> Side<T> {
    /// Whether no more have room.
    pub fn is_full(&self) -> bool {
        self.len == LIMIT
    }

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

impl<T: Copy + Default> FromIterator<T> for Side<T> {
    /// The first ones.
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Side<T> {
        let mut side = Side::default();
        for item in items.into_iter().take(LIMIT) {
            side.push(item);
        }
        side
    }
}
