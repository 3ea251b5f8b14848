//! Ids of findings: a letter for the list, and the place in it.

use std::fmt;

use serde::{Serialize, Serializer};

/// Id of a finding in its document: "a1", "q2", "m3", "e4".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingId {
    list: List,
    number: u32,
}

/// The list that a finding stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum List {
    Actors,
    Quotes,
    Money,
    Events,
}

/// Longest id in bytes: a letter and the digits of a `u32`.
const LONGEST_ID: usize = 11;

impl FindingId {
    pub(crate) const fn actor(number: usize) -> FindingId {
        FindingId { list: List::Actors, number: number as u32 }
    }

    pub(crate) const fn quote(number: usize) -> FindingId {
        FindingId { list: List::Quotes, number: number as u32 }
    }

    pub(crate) const fn money(number: usize) -> FindingId {
        FindingId { list: List::Money, number: number as u32 }
    }

    pub(crate) const fn event(number: usize) -> FindingId {
        FindingId { list: List::Events, number: number as u32 }
    }

    /// Its number in the list.
    #[inline]
    pub const fn number(self) -> u32 {
        self.number
    }

    /// The id as text, in the buffer: ids are written too often for an allocation each.
    fn write(self, buffer: &mut [u8; LONGEST_ID]) -> &str {
        let mut at = LONGEST_ID;
        let mut rest = self.number;
        loop {
            at -= 1;
            buffer[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        at -= 1;
        buffer[at] = match self.list {
            List::Actors => b'a',
            List::Quotes => b'q',
            List::Money => b'm',
            List::Events => b'e',
        };
        std::str::from_utf8(&buffer[at..]).unwrap_or_default()
    }
}

impl fmt::Display for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.write(&mut [0; LONGEST_ID]))
    }
}

impl Serialize for FindingId {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.write(&mut [0; LONGEST_ID]))
    }
}
