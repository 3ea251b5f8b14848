//! An analysis stage by stage, for `benches/stages.rs` and the tagger's learner; no part of what the library promises.

use crate::text::Document;
use crate::{Analysis, Options, TEXT_LIMIT, extract, tagger, tokenizer};

pub use extract::{Cite, Cited, Findings, Member, Roll, Spelled, Told};

/// Sees every stage run.
pub trait Watch {
    /// Runs the stage of this name.
    fn stage<T>(&mut self, _name: &'static str, work: impl FnOnce() -> T) -> T {
        work()
    }
}

/// Nobody looks.
#[derive(Debug)]
pub struct Unwatched;

impl Watch for Unwatched {}

/// The stages that [`analyze`] runs, in order.
pub const NAMES: [&str; 11] = ["tokenize", "tag", "groups", "triggers", "names", "times", "money", "quotes", "references", "events", "assemble"];

/// What [`crate::analyze`] does.
pub fn analyze(text: &str, options: &Options, watch: &mut impl Watch) -> Analysis {
    scene(text, options, watch, |scene, lemmas, watch| watch.stage("assemble", || Findings::new(scene, lemmas, text).analysis()))
}

/// Shows what was found to a printer while the article still stands, so that its texts need no copies.
pub fn view<R>(text: &str, options: &Options, watch: &mut impl Watch, see: impl FnOnce(&Findings) -> R) -> R {
    scene(text, options, watch, |scene, lemmas, _| see(&Findings::new(scene, lemmas, text)))
}

/// Runs the stages before the last; `last` gets what they found, with the lemmas that stand nowhere.
fn scene<W: Watch, R>(text: &str, options: &Options, watch: &mut W, last: impl FnOnce(&extract::Scene, &extract::Lemmas, &mut W) -> R) -> R {
    let kept = &text[..text.floor_char_boundary(TEXT_LIMIT)];
    let mut doc = watch.stage("tokenize", || tokenizer::tokenize(kept));
    if options.only.needs_tags() {
        watch.stage("tag", || tagger::tag(&mut doc));
    }
    if options.only.needs_groups() {
        watch.stage("groups", || tagger::group(&mut doc));
    }
    let scene = extract::run(&doc, options, watch);
    let lemmas = extract::Lemmas::of(&scene);
    last(&scene, &lemmas, watch)
}

/// Text to tokens, sentences and paragraphs.
pub fn tokenize(text: &str) -> Document<'_> {
    tokenizer::tokenize(text)
}

/// Gives the tokens their tags.
pub fn tag(doc: &mut Document) {
    tagger::tag(doc);
}
