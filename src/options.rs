//! What to compute, and what is known of the article from elsewhere.

use std::sync::Arc;

use jiff::civil::Date;

use crate::Names;
use crate::text::OffsetUnit;

/// Options of one analysis.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Which lists to compute.
    pub only: Only,
    /// Unit of all offsets in the result.
    pub offsets: OffsetUnit,
    /// The date that "on Tuesday" is resolved against; without it the dateline's, else no date is resolved.
    pub published: Option<Date>,
    /// The headline, when it is not part of the text.
    pub title: Option<String>,
    /// Whether every finding says which rule made it.
    pub explain: bool,
    /// Whether the result holds the text.
    pub with_text: bool,
    /// The user's own names, which overrule the evidence.
    pub names: Option<Arc<Names>>,
}

/// The lists of an analysis, each computed or left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Only {
    pub actors: bool,
    pub quotes: bool,
    pub money: bool,
    pub events: bool,
    pub sentences: bool,
    pub tokens: bool,
}

impl Only {
    /// No list.
    pub const NOTHING: Only = Only { actors: false, quotes: false, money: false, events: false, sentences: false, tokens: false };

    /// Whether anything asked for stands on part-of-speech tags.
    pub(crate) const fn needs_tags(self) -> bool {
        self.actors || self.quotes || self.money || self.events || self.tokens
    }

    /// Whether anything asked for stands on noun groups and verb groups.
    pub(crate) const fn needs_groups(self) -> bool {
        self.actors || self.quotes || self.money || self.events
    }
}

impl Default for Only {
    /// All lists but the tokens, which are printed only when named.
    fn default() -> Self {
        Only { actors: true, quotes: true, money: true, events: true, sentences: true, tokens: false }
    }
}
