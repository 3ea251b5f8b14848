//! Whether a sentence ends after a token.

use super::Speech;
use crate::lexicon::{List, words};
use crate::text::{Document, Shape, Tag};
use crate::tokenizer::abbreviation::Kind;
use crate::tokenizer::starter::is_starter;

/// Tokens looked at for the verb of a cue after a quote's question or exclamation mark ("…?" President Ana Roe asked).
const CUE: usize = 6;

/// Most tokens before "a.m." when it still opens its sentence ("At 5 a.m. Ms. Roe left").
const OPENING: usize = 4;

/// The terminal marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    Stop,
    Question,
    Exclamation,
    /// Two dots or more, "…", or dots with blanks between.
    Ellipsis,
    /// The full stop of an abbreviation or an initial.
    Abbreviation,
    /// A dash that breaks off what somebody says.
    BrokenOff,
}

/// What a token does to the sentence that it stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Outcome {
    /// The sentence goes on; the next token to look at.
    GoesOn(usize),
    /// The next sentence begins at this token.
    Ends(usize),
}

/// The looks of tokens that may end a sentence.
const MARKS: Shape = Shape::PUNCTUATION.with(Shape::DOT).with(Shape::NUMBER).with(Shape::ADDRESS);

/// Those that end none, though they are marks.
const QUOTES: Shape = Shape::OPEN_QUOTE.with(Shape::CLOSE_QUOTE);

/// What the token `ix` does to the sentence that began at `start`, in a paragraph that ends at `end`.
pub(super) fn outcome(doc: &Document, start: usize, ix: usize, end: usize, speech: &mut Speech) -> Outcome {
    let token = doc.tokens[ix];
    if !token.shape.any(MARKS) || token.shape.any(QUOTES) {
        return Outcome::GoesOn(ix + 1);
    }
    if token.shape.has(Shape::ADDRESS) {
        // A list of links.
        let link = ix + 1 < end && doc.tokens[ix + 1].shape.has(Shape::ADDRESS.with(Shape::SPACE_BEFORE));
        return if link && is_link(doc, ix) && is_link(doc, ix + 1) { Outcome::Ends(ix + 1) } else { Outcome::GoesOn(ix + 1) };
    }
    let Some((mark, mark_end)) = mark(doc, ix, end) else { return Outcome::GoesOn(ix + 1) };
    let (next, closed) = closers(doc, mark_end, end);
    if next >= end {
        return Outcome::Ends(end);
    }
    let numbers = ix == start + 1 && doc.tokens[start].shape.has(Shape::NUMBER) && doc.tokens[start].span.len() <= 2;
    let cuts = match mark {
        // "… in the end. 2. The second reason"
        Mark::Stop if numbers => false,
        Mark::Abbreviation if !closed.quote => after_abbreviation(doc, start, ix, next),
        Mark::Ellipsis => after_ellipsis(doc, start, ix, mark_end, next, closed),
        _ => after_mark(doc, mark, next, end, closed, speech),
    };
    if cuts { Outcome::Ends(next) } else { Outcome::GoesOn(mark_end) }
}

fn is_link(doc: &Document, ix: usize) -> bool {
    doc.word_text(ix).contains("://")
}

/// The terminal mark at `ix`, and the token after it.
fn mark(doc: &Document, ix: usize, end: usize) -> Option<(Mark, usize)> {
    let token = doc.tokens[ix];
    let text = &doc.text.as_bytes()[token.span.range()];
    if !token.shape.has(Shape::PUNCTUATION) {
        let dotted = text.ends_with(b".") && token.shape.any(Shape::DOT.with(Shape::DIGIT));
        return dotted.then_some((Mark::Abbreviation, ix + 1));
    }
    let mark = match text {
        b"." => {
            let run = dots(doc, ix, end);
            return Some((if run > ix + 1 { Mark::Ellipsis } else { Mark::Stop }, run));
        }
        [.., b'?'] => Mark::Question,
        // "!Kung"
        [b'!'] if token.shape.has(Shape::SPACE_BEFORE) && ix + 1 < end && is_glued_word(doc, ix + 1) => return None,
        [.., b'!'] => Mark::Exclamation,
        [b'.', .., b'.'] | [0xe2, 0x80, 0xa6, ..] => Mark::Ellipsis,
        b"\xef\xbc\x8e" | b"\xe3\x80\x82" => Mark::Stop,
        b"\xef\xbc\x9f" => Mark::Question,
        b"\xef\xbc\x81" => Mark::Exclamation,
        [b'?' | b'!', ..] => Mark::Question,
        [b'-', b'-', ..] | [0xe2, 0x80, 0x93 | 0x94, ..] if ix + 1 < end && doc.tokens[ix + 1].shape.has(Shape::CLOSE_QUOTE) => Mark::BrokenOff,
        _ => return None,
    };
    Some((mark, ix + 1))
}

/// Whether a word stands at `ix` right after the token before it.
fn is_glued_word(doc: &Document, ix: usize) -> bool {
    let shape = doc.tokens[ix].shape;
    shape.has(Shape::LETTER) && !shape.has(Shape::SPACE_BEFORE)
}

/// One past the dots that go on from the full stop at `ix` (". . ."); a stop right after a word is one of its own when a sentence follows the dots.
fn dots(doc: &Document, ix: usize, end: usize) -> usize {
    let dot = |n: usize| n < end && doc.word_text(n) == ".";
    let run = (ix + 1..end).find(|n| !dot(*n)).unwrap_or(end);
    let own = !doc.tokens[ix].shape.has(Shape::SPACE_BEFORE) && run >= ix + 3 && run < end && begins_capital(doc, run);
    if own { ix + 1 } else { run }
}

/// What closes after a mark.
#[derive(Clone, Copy, Default)]
struct Closed {
    quote: bool,
    bracket: bool,
}

/// One past the closing quotes and brackets from `at` on, and which there are.
fn closers(doc: &Document, mut at: usize, end: usize) -> (usize, Closed) {
    let mut closed = Closed::default();
    while at < end {
        let shape = doc.tokens[at].shape;
        let quote = shape.has(Shape::CLOSE_QUOTE);
        let glued = !shape.has(Shape::SPACE_BEFORE);
        let bracket = glued && shape.has(Shape::PUNCTUATION) && matches!(doc.word_text(at), ")" | "]" | "}");
        if !(quote || bracket || glued && shape.has(Shape::PUNCTUATION) && matches!(doc.word_text(at), "*" | "\"" | "'" | "’")) {
            break;
        }
        closed.quote |= quote;
        closed.bracket |= bracket;
        at += 1;
    }
    // A footnote's number glued to the end ("… in March.12 The", "… in 2010.[3]").
    if at + 1 < end && is_note(doc, at) && doc.tokens[at + 1].shape.has(Shape::SPACE_BEFORE) {
        at += 1;
    }
    while at + 2 < end && doc.word_text(at) == "[" && !doc.tokens[at].shape.has(Shape::SPACE_BEFORE) && doc.word_text(at + 2) == "]" {
        at += 3;
    }
    (at, closed)
}

/// Whether a number of up to three digits stands right after the token before it.
fn is_note(doc: &Document, at: usize) -> bool {
    let token = doc.tokens[at];
    token.shape.has(Shape::NUMBER) && !token.shape.has(Shape::SPACE_BEFORE) && token.span.len() <= 3
}

/// Whether the token at `at`, or the one inside its opening quotes and brackets, is capitalised.
fn begins_capital(doc: &Document, at: usize) -> bool {
    doc.tokens[first_word(doc, at)].shape.has(Shape::CAPITAL)
}

/// The first token from `at` on that is no opening mark.
fn first_word(doc: &Document, at: usize) -> usize {
    let opens = |ix: &usize| doc.tokens[*ix].shape.has(Shape::OPEN_QUOTE) || matches!(doc.word_text(*ix), "(" | "[" | "*" | "_");
    let mut ix = at;
    while ix + 1 < doc.tokens.len() && opens(&ix) {
        ix += 1;
    }
    ix
}

fn after_mark(doc: &Document, mark: Mark, next: usize, end: usize, closed: Closed, speech: &mut Speech) -> bool {
    let token = doc.tokens[next];
    let glued = !token.shape.has(Shape::SPACE_BEFORE);
    let word = first_word(doc, next);
    let shape = doc.tokens[word].shape;
    let lower = shape.has(Shape::LETTER) && !shape.has(Shape::CAPITAL) && shape.has(Shape::LOWER);
    if speech.goes_on(doc, next) {
        return false;
    }
    if glued && word == next {
        // "world.Today", but not "!important" or "?v=1".
        return shape.has(Shape::CAPITAL) && !matches!(mark, Mark::Ellipsis);
    }
    if token.shape.has(Shape::PUNCTUATION) && word == next {
        return match doc.word_text(next) {
            "." => mark == Mark::Stop && token.shape.has(Shape::SPACE_BEFORE),
            "," | ";" | ":" | ")" | "]" | "}" | "?" | "!" | "/" | "%" => false,
            text if text.starts_with(['-', '–', '—']) => mark == Mark::Stop && !closed.quote || ends_prose(doc, next, end),
            text => !text.starts_with([':', ';', '=']),
        };
    }
    if lower {
        return !closed.quote && !closed.bracket && goes_lower(doc, mark, next, word, speech.in_story());
    }
    !(closed.quote && mark != Mark::Stop && is_cue(doc, next, end))
}

/// Whether a dash after a mark begins a new stretch ("… the end. — Ana Roe").
fn ends_prose(doc: &Document, dash: usize, end: usize) -> bool {
    dash + 1 < end && doc.tokens[dash + 1].shape.has(Shape::CAPITAL) && doc.tokens[dash + 1].shape.has(Shape::SPACE_BEFORE)
}

/// Whether a sentence begins in lower case after this mark: careless writing, but no name with a mark ("Yahoo! in") and no unlisted abbreviation.
fn goes_lower(doc: &Document, mark: Mark, next: usize, word: usize, story: bool) -> bool {
    if story || word != next || next < 2 {
        return false;
    }
    let before = doc.tokens[next - 2];
    match mark {
        Mark::Exclamation | Mark::Question => !before.shape.has(Shape::CAPITAL) || before.shape.has(Shape::SENTENCE_START),
        Mark::BrokenOff => false,
        _ => before.span.len() > 4 || before.word.get().tags() != 0 || !before.shape.has(Shape::LETTER),
    }
}

/// "…?" Roe asked: a name and a verb of saying after a quote.
fn is_cue(doc: &Document, at: usize, end: usize) -> bool {
    let mut names = 0;
    for ix in at..end.min(at + CUE) {
        let token = doc.tokens[ix];
        if token.word.get().is_in(List::SpeechVerb) && !token.shape.has(Shape::CAPITAL) {
            return names > 0;
        }
        let name = token.shape.has(Shape::CAPITAL) && (ix > at || !is_starter(token.word.get()));
        if !name && !matches!(doc.word_text(ix), "-" | "of" | "the") {
            return false;
        }
        names += name as usize;
    }
    false
}

/// Four dots are an ellipsis and a full stop; after fewer, what follows must look like a sentence.
fn after_ellipsis(doc: &Document, start: usize, ix: usize, mark_end: usize, next: usize, closed: Closed) -> bool {
    let word = first_word(doc, next);
    let token = doc.tokens[word];
    // "[…]" is an omission; so is what a sentence begins with.
    if ix == start || closed.bracket || !doc.tokens[next].shape.has(Shape::SPACE_BEFORE) || !token.shape.has(Shape::CAPITAL) {
        return false;
    }
    let mark = doc.slice(doc.tokens[ix].span.to(doc.tokens[mark_end - 1].span));
    if mark.bytes().filter(|b| *b == b'.').count() >= 4 || closed.quote {
        return true;
    }
    let spaced = doc.tokens[ix].shape.has(Shape::SPACE_BEFORE);
    !(spaced && (doc.word_text(word) == "I" || mark_end > ix + 1 || mark.starts_with('…')))
}

fn after_abbreviation(doc: &Document, start: usize, ix: usize, next: usize) -> bool {
    let token = doc.tokens[next];
    let word = first_word(doc, next);
    let first = doc.tokens[word];
    if !token.shape.has(Shape::SPACE_BEFORE) || !first.shape.has(Shape::CAPITAL) {
        return false;
    }
    let starter = is_starter(first.word.get()) && (first.span.len() > 1 || matches!(doc.word_text(word), "A" | "I"));
    let opened = word > next && doc.tokens[next].shape.has(Shape::OPEN_QUOTE);
    match Kind::of(doc.word(ix)) {
        Some(Kind::Title | Kind::Inner | Kind::Number) => false,
        Some(Kind::Date) => starter,
        Some(Kind::Time) => ix - start >= OPENING && !is_clock_word(doc, word),
        Some(Kind::Unit) => true,
        Some(Kind::Delegate) if ix == start || !doc.is(ix - 1, words![",", "-", "("]) => false,
        Some(Kind::State | Kind::Delegate) if ix > start && doc.is(ix - 1, words![","]) && subject_follows(doc, word) => true,
        Some(Kind::Name | Kind::State | Kind::Delegate) => starter || opened && ix - start > OPENING,
        Some(Kind::End) => starter || opened && ix - start > OPENING,
        Some(Kind::Trailing) => true,
        // Initials and acronyms that no list holds.
        None if doc.tokens[ix].shape.has(Shape::DIGIT) => false,
        None if doc.tokens[ix].span.len() == 2 => starter && ix > start && !matches!(doc.word_text(word), "A" | "I"),
        None => starter,
    }
}

/// Most words of a name before its verb.
const SUBJECT: usize = 3;

/// "He lives in Dover, Del. Roe sold …": whether a few words with capitals, no title, stand right before a verb in the past, or before ", who".
fn subject_follows(doc: &Document, at: usize) -> bool {
    let name = |ix: &usize| doc.tokens.get(*ix).is_some_and(|t| t.shape.has_of(Shape::CAPITAL.with(Shape::DOT), Shape::CAPITAL));
    let words = (at..at + SUBJECT).take_while(name).count();
    let (next, after) = (at + words, at + words + 1);
    if words == 0 || after >= doc.tokens.len() || doc.tokens[at].word.get().is_in(List::Title) {
        return false;
    }
    let verb = doc.tokens[next].shape.has(Shape::LOWER) && matches!(doc.tokens[next].word.get().tag(), Tag::VBD | Tag::VBZ | Tag::MD);
    verb || doc.is(next, words![","]) && doc.is(after, words!["who"])
}

/// "10 p.m. Tuesday", "5 a.m. EST": the hour goes on.
fn is_clock_word(doc: &Document, ix: usize) -> bool {
    let token = doc.tokens[ix];
    let word = token.word.get();
    let zone = token.shape.is_all_caps() && (3..=4).contains(&token.span.len());
    zone || word.is_in(List::Weekday)
        || word.is_in(List::Month)
        || doc.is(ix, words!["eastern", "central", "pacific", "mountain", "local", "greenwich"])
}
