//! Where things are: byte spans of the text, and ranges of tokens. Two types, so that one cannot pass for the other.

use std::ops::Range;

/// A stretch of the text in bytes, `end` exclusive; both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// As a range that slices a `str`.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Index of a token in its document.
pub type TokenIx = usize;

/// A run of tokens, `end` exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TokenRange {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

impl TokenRange {
    /// The tokens `start..end`.
    pub const fn new(start: TokenIx, end: TokenIx) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// As a range of indices.
    pub const fn range(self) -> Range<TokenIx> {
        self.start as usize..self.end as usize
    }

    /// How many tokens.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no token.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the token `ix` is among them.
    pub const fn holds(self, ix: TokenIx) -> bool {
        self.start as usize <= ix && ix < self.end as usize
    }

    /// Whether the two share a token.
    pub const fn overlaps(self, other: TokenRange) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// First token.
    pub const fn first(self) -> TokenIx {
        self.start as usize
    }

    /// Last token; of an empty range, the one before its start.
    pub const fn last(self) -> TokenIx {
        (self.end as usize).saturating_sub(1)
    }
}
