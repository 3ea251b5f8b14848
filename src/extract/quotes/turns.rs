//! Turns of a transcript: "BECK: We are going home.", "A: We are going home." Nothing stands between marks, yet each is somebody's words.

use super::Quotation;
use crate::analysis::{ActorKind, Form, QuoteKind};
use crate::extract::Scene;
use crate::extract::actors::{Cast, Mention};
use crate::extract::rule::Card;
use crate::lexicon::{Words, words};
use crate::text::{Document, SentenceKind, Shape, TokenIx, TokenRange};

pub(super) const TURN: Card = Card {
    id: "quotes/turn",
    what: "In a transcript, or a page of questions and answers, a paragraph behind a name and a colon is that speaker's words.",
    fires: &[
        ("Moderator: Welcome.\n\nAna Ruiz: Thank you all.\n\nModerator: Is the port closed?\n\nAna Ruiz: It is.", "Ana Ruiz: It is."),
        ("We met Tom Beck at sea.\n\nIN: Is it deep?\n\nTB: It is.\n\nIN: Why?\n\nTB: Ask Ana Ruiz.", "TB: It is."),
        ("The diver Ana Ruiz spoke to us.\n\nQ: Is the port closed?\n\nA: It is.\n\nQ: Why?\n\nA: I cannot say.", "A: It is."),
    ],
    silent: &["Where: Alder.\n\nWhen: Monday.\n\nWhere: Harlan.\n\nWhen: Tuesday.", "Ana Ruiz: It is over.\n\nThe port was closed."],
};

/// Most tokens before the colon.
const LABEL_LIMIT: usize = 5;

/// Fewest turns of a transcript.
const TURNS: usize = 3;

/// Who speaks in transcripts without a name.
const SPEAKERS: &Words = words![
    "question",
    "answer",
    "moderator",
    "reporter",
    "interviewer",
    "host",
    "chairman",
    "chair",
    "speaker",
    "announcer",
    "narrator",
    "operator",
    "judge",
    "prosecutor",
    "witness",
    "caller",
    "q",
    "a"
];

/// Those who ask: nobody's words are looked for in what they say.
const ASKS: &Words = words!["question", "q"];

/// Those who answer: the one whom the page is about.
const ANSWERS: &Words = words!["answer", "a"];

/// A paragraph that begins with a label.
struct Turn {
    paragraph: usize,
    label: TokenRange,
    /// The first token behind the colon.
    first: TokenIx,
}

/// Adds the turns of a document that is a transcript.
///
/// `colons` are what stands where a label may end.
pub(super) fn add(scene: &Scene, colons: &[TokenIx], out: &mut Vec<Quotation>) {
    let (doc, cast) = (scene.doc, &scene.actors);
    let turns: Vec<Turn> = colons.iter().filter_map(|colon| turn(doc, *colon)).collect();
    if !is_transcript(doc, cast, &turns) {
        return;
    }
    let mut labels: Vec<&str> = turns.iter().map(|turn| doc.word_text(turn.label.last())).collect();
    labels.sort_unstable();
    let people = people(cast, turns[0].label.first());
    let guest = guest(&people);
    for (n, turn) in turns.iter().enumerate() {
        let last = turn.label.last();
        let label = doc.word_text(last);
        let again = labels.get(labels.partition_point(|other| *other < label) + 1).is_some_and(|next| *next == label);
        let heading = doc.paragraphs[turn.paragraph].kind == SentenceKind::Heading;
        if !again && (heading || !speaks(doc, cast, last)) {
            continue;
        }
        let answers = doc.is(last, ANSWERS);
        if doc.is(last, ASKS) || answers && guest.is_none() {
            continue;
        }
        let guest = if answers { guest } else { initialled(doc, &people, turn.label) };
        let mut continues = None;
        // What stands before the next turn goes on in this one; behind the last the narrator may speak again.
        let end = turns.get(n + 1).map_or(turn.paragraph + 1, |next| next.paragraph);
        for paragraph in turn.paragraph..end {
            let tokens = doc.tokens_of(paragraph);
            let first = if paragraph == turn.paragraph { turn.first } else { tokens.first() };
            let prose = doc.paragraphs[paragraph].kind != SentenceKind::Boilerplate;
            let quoted = doc.tokens.get(first).is_some_and(|token| token.shape.has(Shape::OPEN_QUOTE));
            if first >= tokens.end as usize || !prose || quoted {
                continue;
            }
            // "(Applause.)", "…": somebody else may be heard behind it.
            let aside = doc.is(first, words!["(", "["]) && doc.is(tokens.last(), words![")", "]"]);
            if aside || !tokens.range().any(|ix| doc.tokens[ix].shape.has(Shape::LETTER)) {
                break;
            }
            out.push(Quotation {
                kind: QuoteKind::Indirect,
                span: doc.span_of(TokenRange::new(first, tokens.end as usize)),
                quoted: Default::default(),
                speaker: Some(turn.label),
                guest,
                addressee: None,
                cue: None,
                continues,
                rule: TURN.id,
            });
            continues = Some(out.len() - 1);
        }
    }
}

/// The label that ends at a colon: words with capitals that open a paragraph.
fn turn(doc: &Document, colon: TokenIx) -> Option<Turn> {
    let label = |ix: &TokenIx| {
        let shape = doc.tokens[*ix].shape;
        shape.has(Shape::CAPITAL) || shape.has(Shape::PUNCTUATION) && doc.is(*ix, words![".", "-", "'"])
    };
    let opens = |ix: &TokenIx| doc.tokens[*ix].shape.has(Shape::SENTENCE_START.with(Shape::CAPITAL));
    let first = (colon.saturating_sub(LABEL_LIMIT)..colon).rev().take_while(label).filter(opens).last()?;
    let paragraph = doc.sentences[doc.sentence_of(first)].paragraph as usize;
    let tokens = doc.tokens_of(paragraph);
    let stands = tokens.first() == first && colon + 1 < tokens.end as usize && doc.is(colon, words![":"]);
    stands.then(|| Turn { paragraph, label: TokenRange::new(first, colon), first: colon + 1 })
}

/// Whether labels are speakers': several, one of them again and again, and half of them people.
fn is_transcript(doc: &Document, cast: &Cast, turns: &[Turn]) -> bool {
    if turns.len() < TURNS {
        return false;
    }
    let text = |turn: &Turn| doc.word_text(turn.label.last());
    let several = turns.iter().any(|turn| text(turn) != text(&turns[0]));
    let again = turns[..TURNS - 1].iter().any(|first| turns.iter().filter(|turn| text(turn) == text(first)).count() > 1);
    let people = turns.iter().filter(|turn| speaks(doc, cast, turn.label.last())).count();
    several && again && people > 1 && people * 2 >= turns.len()
}

/// Whether a label's last word is a speaker: a name, or one who has a part in a talk.
fn speaks(doc: &Document, cast: &Cast, ix: TokenIx) -> bool {
    let named = || cast.at(ix).is_some_and(|m| matches!(cast.entities[m.entity].kind, ActorKind::Person | ActorKind::Organization));
    doc.is(ix, SPEAKERS) || named()
}

/// Most names that are looked at before a page begins.
const INTRODUCED: usize = 64;

/// The people named before a token.
fn people(cast: &Cast, before: TokenIx) -> Vec<&Mention> {
    let named = |m: &&Mention| m.form == Form::Name && cast.entities[m.entity].kind == ActorKind::Person;
    cast.mentions.iter().take_while(|m| m.tokens.first() < before).filter(named).take(INTRODUCED).collect()
}

/// Whose initials a label is: "TB" of "Tom Beck", who is named before the page begins.
fn initialled(doc: &Document, people: &[&Mention], label: TokenRange) -> Option<TokenRange> {
    let letters = doc.word_text(label.first());
    if label.len() > 1 || letters.len() > INITIALS || !doc.tokens[label.first()].shape.is_all_caps() {
        return None;
    }
    let first = |ix: TokenIx| doc.word_text(ix).chars().next();
    people.iter().find(|m| m.tokens.len() > 1 && m.tokens.range().filter_map(first).eq(letters.chars())).map(|m| m.tokens)
}

/// Letters of the longest label of initials.
const INITIALS: usize = 3;

/// Whom a page of questions and answers is about: the person named most often before it begins.
fn guest(people: &[&Mention]) -> Option<TokenRange> {
    let times = |entity| people.iter().filter(|m| m.entity == entity).count();
    // Of several named as often the first.
    people.iter().rev().max_by_key(|m| times(m.entity)).map(|m| m.tokens)
}
