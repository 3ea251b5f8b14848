//! An index that may be missing, in four bytes: an `Option` of it takes eight or sixteen, and a group holds a dozen of them.

use std::marker::PhantomData;
use std::num::NonZeroU32;

use super::{GroupIx, TokenIx};

/// What may be missing: an index below `u32::MAX`.
pub(crate) trait Index: Copy {
    /// As the number that is kept.
    fn number(self) -> u32;
    /// From that number.
    fn of(number: u32) -> Self;
}

impl Index for GroupIx {
    fn number(self) -> u32 {
        self
    }

    fn of(number: u32) -> Self {
        number
    }
}

impl Index for TokenIx {
    fn number(self) -> u32 {
        self as u32
    }

    fn of(number: u32) -> Self {
        number as TokenIx
    }
}

/// An index, or none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Maybe<Ix> {
    /// One more than the index.
    above: Option<NonZeroU32>,
    of: PhantomData<Ix>,
}

impl<Ix: Index> Maybe<Ix> {
    /// No index.
    pub const NONE: Self = Self { above: None, of: PhantomData };

    /// An index.
    pub fn some(ix: Ix) -> Self {
        Self { above: NonZeroU32::new(ix.number() + 1), of: PhantomData }
    }

    /// The index, if there is one.
    pub fn get(self) -> Option<Ix> {
        self.above.map(|above| Ix::of(above.get() - 1))
    }

    /// Its place in a list that begins with a place for none, 0: nobody has to ask whether there is one.
    pub fn place(self) -> usize {
        self.above.map_or(0, |above| above.get() as usize)
    }

    /// Whether there is one.
    pub fn is_some(self) -> bool {
        self.above.is_some()
    }

    /// Whether there is none.
    pub fn is_none(self) -> bool {
        self.above.is_none()
    }

    /// Puts an index where there is none.
    pub fn fill(&mut self, ix: Ix) {
        if self.above.is_none() {
            *self = Self::some(ix);
        }
    }
}

impl<Ix> PartialEq for Maybe<Ix> {
    fn eq(&self, other: &Self) -> bool {
        // One comparison of numbers, whether there are indices or not.
        let number = |above: Option<NonZeroU32>| above.map_or(0, NonZeroU32::get);
        number(self.above) == number(other.above)
    }
}

impl<Ix: Index> Default for Maybe<Ix> {
    fn default() -> Self {
        Self::NONE
    }
}

impl<Ix: Index> From<Option<Ix>> for Maybe<Ix> {
    fn from(ix: Option<Ix>) -> Self {
        ix.map_or(Self::NONE, Self::some)
    }
}
