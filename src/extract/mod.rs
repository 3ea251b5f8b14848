//! The extractors, in sieves: what a sure one found is evidence for the next.
//!
//! Order: times, money and names; quotes with their speakers; references (aliases, descriptions, pronouns); events.
//! Every extractor reads the [`Scene`] and returns drafts over tokens; [`Findings`] turns them into the [`Analysis`](crate::Analysis).

pub(crate) mod actors;
mod assemble;
pub(crate) mod events;
pub(crate) mod money;
pub(crate) mod quotes;
pub(crate) mod rule;
pub(crate) mod times;
mod trigger;

pub(crate) use assemble::Lemmas;
pub use assemble::{Cite, Cited, Findings, Member, Roll, Spelled, Told};
pub(crate) use trigger::{Trigger, collect};

use crate::Options;
use crate::stages::Watch;
use crate::text::Document;

/// A tagged document with what has been found in it so far.
pub(crate) struct Scene<'s, 't> {
    pub doc: &'s Document<'t>,
    pub options: &'s Options,
    pub times: Vec<times::Time>,
    pub money: Vec<money::Figure>,
    pub actors: actors::Cast,
    pub quotes: Vec<quotes::Quotation>,
    pub events: events::Events,
}

/// Runs the extractors that the options ask for, and those that these stand on.
pub(crate) fn run<'s, 't>(doc: &'s Document<'t>, options: &'s Options, watch: &mut impl Watch) -> Scene<'s, 't> {
    let only = options.only;
    let mut scene =
        Scene { doc, options, times: vec![], money: vec![], actors: actors::Cast::default(), quotes: vec![], events: events::Events::default() };
    if !(only.actors || only.quotes || only.money || only.events) {
        return scene;
    }
    let [money_at, times_at, cues_at, hedges, nations] =
        watch.stage("triggers", || collect(doc, [&money::TRIGGER, &times::TRIGGER, &quotes::TRIGGER, &events::TRIGGER, &actors::TRIGGER]));
    if only.events || only.money || only.actors || only.quotes {
        scene.actors = watch.stage("names", || actors::names(&scene));
    }
    if only.events || only.money {
        scene.times = watch.stage("times", || times::find(&scene, &times_at));
        scene.money = watch.stage("money", || money::find(&scene, &money_at));
    }
    if only.quotes || only.actors || only.events {
        scene.quotes = watch.stage("quotes", || quotes::find(&scene, &cues_at));
        scene.actors = watch.stage("references", || actors::references(&mut scene, &nations));
    }
    if only.events {
        scene.events = watch.stage("events", || events::find(&scene, &hedges));
    }
    scene
}
