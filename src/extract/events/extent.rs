//! The words of an event: from its source to the last that belongs to it, as far as they stand in its sentence.

use std::hint::select_unpredictable;

use super::here::Here;
use crate::text::TokenRange;

/// Grows with each part of the event.
pub(super) struct Extent {
    sentence: TokenRange,
    tokens: TokenRange,
}

impl Extent {
    /// From the event's own words.
    pub fn new(here: &Here, tokens: TokenRange) -> Extent {
        Extent { sentence: here.tokens, tokens }
    }

    /// Takes in a part. Which side of the event it stands on, and whether in its sentence, is hard to foretell: no branch depends on it.
    pub fn take_in(&mut self, part: TokenRange) {
        let inside = (part.start >= self.sentence.start) & (part.end <= self.sentence.end);
        let part = select_unpredictable(inside, part, self.tokens);
        self.tokens = TokenRange { start: self.tokens.start.min(part.start), end: self.tokens.end.max(part.end) };
    }

    /// All of it, with time and place.
    pub fn whole(mut self, here: &Here, time: Option<usize>, place: Option<TokenRange>) -> TokenRange {
        self.take_in(place.unwrap_or(self.tokens));
        if let Some(time) = time {
            self.take_in(here.scene.times[time].tokens);
        }
        self.tokens
    }
}
