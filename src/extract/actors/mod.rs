//! Actors: everyone and everything named that can act, once each, with every mention.
//!
//! Sieves, in order: `candidates` finds runs of capitalised words, `cut` makes names of them, `kinds` sums the `evidence` for
//! each distinct name once, `aliases` ties short names to full ones, `cast` builds entities and mentions.

mod aliases;
mod candidates;
mod cast;
mod cut;
mod evidence;
mod headline;
mod heads;
mod kinds;
mod metonymy;
mod own;
mod references;
mod roles;

use super::{Scene, Trigger};
use crate::analysis::{ActorKind, Few, Form, Text};
use crate::lexicon::{List, Word, WordId};
use crate::text::{Document, SentenceKind, Tag, Token, TokenIx, TokenRange, next_ones};
use kinds::Named;

/// Index of an entity in its [`Cast`].
pub(crate) type EntityIx = usize;

/// Someone or something that can act, before its id is known.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub kind: ActorKind,
    /// The fullest name used.
    pub name: Text,
    /// The lexicon's row of that name.
    pub row: Word,
    /// The head noun of that name; of people none.
    pub head: WordId,
    pub roles: Few<EntityRole>,
    pub affiliation: Option<EntityIx>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
    /// Of a person, where first name or title tell.
    pub gender: Gender,
    /// Whether the name means several ("the Braves", "U.S. officials").
    pub plural: bool,
    /// The rule that decided its kind, and what it went by.
    pub rule: &'static str,
    pub evidence: Vec<String>,
}

/// What somebody is.
#[derive(Clone, Debug)]
pub(crate) struct EntityRole {
    pub text: Text,
    /// Its head noun.
    pub head: WordId,
}

/// A person's sex as far as the text tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Gender {
    #[default]
    Unknown,
    Male,
    Female,
}

impl Gender {
    /// By the sign of a list: "m", "f", anything else.
    fn from_sign(sign: &str) -> Gender {
        match sign.as_bytes().first() {
            Some(b'm') => Gender::Male,
            Some(b'f') => Gender::Female,
            _ => Gender::Unknown,
        }
    }

    fn sign(self) -> Option<char> {
        match self {
            Gender::Male => Some('m'),
            Gender::Female => Some('f'),
            Gender::Unknown => None,
        }
    }
}

/// One mention of an entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    /// A name without title, leading "the" and possessive.
    pub tokens: TokenRange,
    pub entity: EntityIx,
    pub form: Form,
    /// The rule that tied it to its entity.
    pub rule: &'static str,
}

/// The entities of a document and their mentions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    pub entities: Vec<Entity>,
    /// In the order of their first token; none overlaps another.
    pub mentions: Vec<Mention>,
    /// For each token the first mention that does not end before it: extractors ask for every noun's.
    next: Vec<u32>,
}

impl Cast {
    /// Makes [`Cast::at`] and [`Cast::within`] know the mentions, over a document of so many tokens.
    fn index(&mut self, tokens: usize) {
        self.next = next_ones(self.mentions.iter().map(|m| m.tokens.end), tokens);
    }

    /// Index of the first mention that does not end before the token.
    fn next(&self, ix: TokenIx) -> usize {
        self.next.get(ix).map_or(self.mentions.len(), |n| *n as usize)
    }

    /// The mention that holds the token.
    pub fn at(&self, ix: TokenIx) -> Option<&Mention> {
        self.mentions.get(self.next(ix)).filter(|m| m.tokens.holds(ix))
    }

    /// Whose name closes a phrase, with nothing but a title and whose it is before it, and no more than letters behind: "Norbank's director
    /// Ana Holt", "Ana Holt KC".
    pub fn name_at_end(&self, doc: &Document, tokens: TokenRange) -> Option<EntityIx> {
        let end = tokens.last();
        let letters = doc.tokens[end].shape.is_all_caps() && tokens.len() > 1 && self.at(end).is_none() && cut::are_letters(doc, end);
        let end = end - usize::from(letters);
        let last = self.at(end).filter(|m| m.form == Form::Name && m.tokens.last() == end)?;
        let ties =
            |tag: Tag| tag.is_mark() && tag != Tag::HYPH && tag != Tag::POS || matches!(tag, Tag::IN | Tag::TO | Tag::CC | Tag::Comma | Tag::WP);
        let mut before = tokens.first()..last.tokens.first();
        (!before.any(|ix| ties(doc.tokens[ix].tag))).then_some(last.entity)
    }

    /// The mentions that do not end before the token.
    pub fn from(&self, ix: TokenIx) -> &[Mention] {
        &self.mentions[self.next(ix)..]
    }

    /// The mentions that share a token with the range.
    pub fn within(&self, tokens: TokenRange) -> &[Mention] {
        let from = self.from(tokens.first());
        let count = from.iter().take_while(|m| m.tokens.start < tokens.end).count();
        &from[..count]
    }
}

/// Tokens of a text for each name in it, about.
const TOKENS_PER_NAME: usize = 8;

/// First sieve: the names of a document, typed once each, with their aliases and titles.
pub(crate) fn names(scene: &Scene) -> Cast {
    let doc = scene.doc;
    let mut found = Vec::with_capacity(doc.tokens.len() / TOKENS_PER_NAME);
    let mut loud = Vec::new();
    scan(doc, &mut found, &mut loud);
    let mut named = kinds::group(doc, &found);
    kinds::weigh(doc, &found, &mut named, true);
    if !loud.is_empty() {
        let known = headline::Known::new(doc, &named.names, &loud);
        let mut heads = Vec::new();
        for sentence in loud {
            known.find(doc, sentence, &mut heads);
        }
        kinds::append(doc, heads, &mut found, &mut named);
    }
    let Named { mut names, of, twins } = named;
    let mut ties = aliases::Ties::new(doc, &names);
    if aliases::tie(doc, &mut names, &ties) {
        ties = aliases::Ties::new(doc, &names);
    }
    let mut builder = cast::Builder::new(doc, &names, &ties, found.len(), scene.options.explain);
    builder.settle(twins);
    for (candidate, &ix) in found.iter().zip(&of) {
        builder.mention(candidate, ix);
    }
    let mut cast = builder.finish();
    if let Some(own) = scene.options.names.as_deref() {
        own::obey(doc, own, &mut cast);
    }
    cast
}

/// The candidates of the running text, and the headlines in which a capital says nothing.
fn scan(doc: &Document, found: &mut Vec<cut::Candidate>, loud: &mut Vec<TokenRange>) {
    let mut prose = 0;
    let all = candidates::Starts::new(doc);
    for sentence in &doc.sentences {
        if !candidates::speaks(sentence, prose) {
            continue;
        }
        if sentence.kind == SentenceKind::Prose {
            prose += sentence.tokens.len();
        }
        let mut free = sentence.tokens.first();
        for from in sentence.tokens.range().step_by(candidates::STRETCH) {
            let len = candidates::STRETCH.min(sentence.tokens.end as usize - from);
            let starts = all.from(from) & u64::MAX >> (candidates::STRETCH - len);
            let capitals = if len == sentence.tokens.len() { starts.count_ones() as usize } else { usize::MAX };
            let quiet = capitals < candidates::LOUD;
            if from == sentence.tokens.first() && !quiet && candidates::case_of(doc, sentence, capitals) == candidates::Case::Loud {
                loud.push(sentence.tokens);
                break;
            }
            free = free.max(from);
            // What stands in a name begins none.
            while let left = starts & u64::MAX.checked_shl((free - from) as u32).unwrap_or(0)
                && left != 0
            {
                free = name_at(doc, from + left.trailing_zeros() as usize, sentence.tokens, found);
            }
        }
    }
}

/// Takes up the names of the run that begins at a token, and returns where the next may begin.
fn name_at(doc: &Document, at: TokenIx, sentence: TokenRange, found: &mut Vec<cut::Candidate>) -> TokenIx {
    if !candidates::capital(doc, at) {
        return candidates::work_end(doc, at, sentence.end as usize).unwrap_or(at + 1);
    }
    let run = candidates::run(doc, at, sentence);
    cut::cut(doc, run, sentence, found);
    (run.tokens.end as usize).max(at + 1)
}

/// The text of some tokens with single blanks between its words.
fn one_line(doc: &Document, tokens: TokenRange) -> Text {
    let text = doc.text_of(tokens);
    // A token holds no blank.
    let plain = |pair: &[Token]| matches!(doc.text.as_bytes()[pair[0].span.end as usize..pair[1].span.start as usize], [] | [b' ']);
    if doc.tokens[tokens.range()].windows(2).all(plain) {
        return Text::new(text);
    }
    let mut line = Text::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Adjectives of nations, which bring their country to mind.
pub(crate) const TRIGGER: Trigger = Trigger::NONE.lists(&[List::Demonym]);

/// Last sieve: descriptions and pronouns, once names and speakers are known; `nations` are the tokens that name a nation.
pub(crate) fn references(scene: &mut Scene, nations: &[TokenIx]) -> Cast {
    let entities = std::mem::take(&mut scene.actors.entities);
    references::resolve(scene, entities, nations)
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    /// The actors of a text as "kind name: mentions by name", in order.
    pub(super) fn shown(text: &str) -> Vec<String> {
        let actors = analyze(text, &Options::default()).actors.unwrap_or_default();
        let named = |a: &crate::analysis::Actor| {
            a.mentions.iter().filter(|m| m.form == crate::analysis::Form::Name).map(|m| m.text.clone()).collect::<Vec<_>>()
        };
        let show = |a: &crate::analysis::Actor| format!("{:?} {}: {}", a.kind, a.name, named(a).join(", "));
        let lower = |s: String| s[..1].to_lowercase() + &s[1..];
        actors.iter().filter(|a| !named(a).is_empty()).map(|a| lower(show(a))).collect()
    }
}
