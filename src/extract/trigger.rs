//! Triggers: the tokens that an extractor's rules hang on, collected for all extractors in one pass.

use crate::lexicon::List;
use crate::text::{Document, Shape, Tag, TokenIx};

/// Which tokens an extractor is called for: any of these lists, looks or tags.
#[derive(Clone, Copy)]
pub(crate) struct Trigger {
    lists: u128,
    shapes: Shape,
    tags: u64,
}

impl Trigger {
    /// No token at all.
    pub const NONE: Trigger = Trigger { lists: 0, shapes: Shape::empty(), tags: 0 };

    /// Also the words of these lists.
    pub const fn lists(mut self, lists: &[List]) -> Trigger {
        let mut n = 0;
        while n < lists.len() {
            self.lists |= 1 << lists[n] as u8;
            n += 1;
        }
        self
    }

    /// Also tokens with any of these looks.
    pub const fn shapes(mut self, shapes: Shape) -> Trigger {
        self.shapes = self.shapes.with(shapes);
        self
    }

    /// Also tokens with one of these tags.
    pub const fn tags(mut self, tags: &[Tag]) -> Trigger {
        let mut n = 0;
        while n < tags.len() {
            self.tags |= 1 << tags[n] as u8;
            n += 1;
        }
        self
    }

    /// What either names.
    const fn or(self, other: &Trigger) -> Trigger {
        Trigger { lists: self.lists | other.lists, shapes: self.shapes.with(other.shapes), tags: self.tags | other.tags }
    }
}

/// More than there are tags.
const TAGS: usize = 64;

/// One in so many tokens triggers an extractor, more or less.
const USUAL: usize = 16;

/// A bit for each trigger of which something is so.
#[inline(always)]
fn those(triggers: &[&Trigger], so: impl Fn(&Trigger) -> bool) -> u8 {
    triggers.iter().rev().fold(0, |bits, trigger| bits << 1 | u8::from(so(trigger)))
}

/// For each trigger the tokens that it names, in order.
pub(crate) fn collect<const N: usize>(doc: &Document, triggers: [&Trigger; N]) -> [Vec<TokenIx>; N] {
    let mut found = std::array::from_fn(|_| Vec::with_capacity(doc.tokens.len() / USUAL));
    let any = triggers.iter().fold(Trigger::NONE, |all, t| all.or(t));
    let mut by_tag = [0; TAGS];
    for (tag, bits) in by_tag.iter_mut().enumerate().take(Tag::ALL.len()) {
        *bits = those(&triggers, |t| t.tags >> tag & 1 == 1);
    }
    for (ix, token) in doc.tokens.iter().enumerate() {
        let lists = token.word.get().lists();
        let mut named = by_tag[token.tag as usize % TAGS];
        // Most tokens trigger nothing by these.
        if lists & any.lists != 0 || token.shape.any(any.shapes) {
            named |= those(&triggers, |t| lists & t.lists != 0 || token.shape.any(t.shapes));
        }
        while named != 0 {
            found[named.trailing_zeros() as usize % N].push(ix);
            named &= named - 1;
        }
    }
    found
}
