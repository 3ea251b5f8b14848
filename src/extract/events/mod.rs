//! Events: who did what to whom, when, where, and whether it happened.

use super::{Scene, Trigger};
use crate::analysis::{EventType, Modality};
use crate::text::{TokenIx, TokenRange};

/// The tokens that an event hangs on.
pub(crate) const TRIGGER: Trigger = Trigger::NONE;

/// An event before its ids are known.
#[derive(Clone, Debug)]
pub(crate) struct Happening {
    pub kind: Option<EventType>,
    /// CAMEO root code.
    pub root: Option<&'static str>,
    pub trigger: TokenRange,
    /// The clause, from source to last argument.
    pub clause: TokenRange,
    pub source: Vec<TokenRange>,
    pub target: Vec<TokenRange>,
    /// Index of its time.
    pub time: Option<usize>,
    pub place: Option<TokenRange>,
    pub negated: bool,
    pub modality: Modality,
    /// Index of the entity that reports it.
    pub attributed_to: Option<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The events of a document, in order.
pub(crate) fn find(_scene: &Scene, _at: &[TokenIx]) -> Vec<Happening> {
    Vec::new()
}

/// Index of the event that the article is about.
pub(crate) fn main_event(_scene: &Scene) -> Option<usize> {
    None
}

/// The quad class of a type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
///
/// PLOVER 2.0; of its two answers for SANCTION we take material conflict.
pub(crate) const fn quad_class(kind: EventType) -> u8 {
    use EventType::{Accuse, Agree, Aid, Concede, Consult, Cooperate, Reject, Request, Retreat, Support, Threaten};
    match kind {
        Agree | Consult | Support | Concede => 1,
        Cooperate | Aid | Retreat => 2,
        Request | Accuse | Reject | Threaten => 3,
        _ => 4,
    }
}
