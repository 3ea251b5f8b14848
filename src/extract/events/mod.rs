//! Events: who did what to whom, when, where, and whether it happened.
//!
//! Every verb group whose verb tells no mere state is an event, and so is every noun of the list of event nouns. `kind` gives
//! the type, `roles` source and target, `status` negation and modality, `setting` time, place and who reports it.

mod above;
mod cards;
mod extent;
mod frames;
mod here;
mod kind;
mod links;
mod main_event;
mod noun_status;
mod roles;
mod rules;
mod setting;
mod side;
mod status;
mod voice;

use super::{Scene, Trigger};
use crate::analysis::{EventType, Modality};
use crate::lexicon::{List, WordId};
use crate::text::{Maybe, TokenIx, TokenRange};

pub(crate) use cards::Rule;
pub(crate) use kind::Root;
use side::{Party, Side, Sides};

/// The words that make an event doubtful; for the events themselves the groups of the document are read as they are.
pub(crate) const TRIGGER: Trigger = Trigger::NONE.lists(&[List::Hedge]);

/// An event before its ids are known.
#[derive(Clone, Debug)]
pub(crate) struct Happening {
    pub kind: Option<EventType>,
    /// CAMEO root code.
    pub root: Option<Root>,
    /// The lemma of the trigger's first word, or of none that the lexicon holds.
    pub lemma: WordId,
    pub trigger: TokenRange,
    /// The clause, from source to last argument.
    pub clause: TokenRange,
    pub source: Party,
    pub target: Party,
    /// Number of its sentence.
    pub sentence: u32,
    /// Index of its time.
    pub time: Maybe<usize>,
    pub place: Option<TokenRange>,
    pub negated: bool,
    pub modality: Modality,
    /// Index of the entity that reports it.
    pub attributed_to: Maybe<usize>,
    /// The rule that found it.
    pub rule: Rule,
}

/// The events of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Events {
    /// In order.
    pub told: Vec<Happening>,
    /// Who takes part in them.
    pub sides: Sides,
    /// Index of the one that the article is about.
    pub main: Option<usize>,
}

/// The events of a document; `hedges` are its words such as "allegedly".
pub(crate) fn find(scene: &Scene, hedges: &[TokenIx]) -> Events {
    let mut out = rules::events(&here::Page::new(scene, hedges));
    // A noun's clause may begin before its head, and so before an event of the sentence before.
    if !out.told.is_sorted_by_key(place) {
        out.told.sort_by_key(place);
    }
    out.main = main_event::main_event(scene, &out);
    if let Some(main) = out.main {
        main_event::complete(scene, &out.sides, &mut out.told[main]);
    }
    out
}

/// The place of an event among the others: by its clause, then by its trigger.
fn place(event: &Happening) -> u64 {
    u64::from(event.clause.start) << 32 | u64::from(event.trigger.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Analysis;
    use crate::extract::rule::check::examples;

    fn show(analysis: &Analysis) -> Vec<(&'static str, String)> {
        let side = |parts: &[crate::analysis::Participant]| parts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" + ");
        let one = |e: &crate::analysis::Event| {
            let kind = e.kind.map_or_else(|| "-".to_string(), |k| format!("{k:?}").to_uppercase());
            let status = match (e.negated, e.modality) {
                (true, _) => " not".to_string(),
                (_, Modality::Actual) => String::new(),
                (_, m) => format!(" {}", format!("{m:?}").to_lowercase()),
            };
            (e.rule.unwrap_or_default(), format!("{} {}: {} > {}{status}", e.trigger.text, kind, side(&e.source), side(&e.target)))
        };
        analysis.events.iter().flatten().map(one).collect()
    }

    #[test]
    fn rules_do_what_their_examples_say() {
        examples(cards::CARDS, show);
    }
}
