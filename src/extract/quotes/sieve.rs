//! Sieves for the quoted stretches that no cue claimed: they take the speaker of what stands around them, or stay silent.

use super::cue;
use super::exchange::exchanges;
use super::page::Frame;
use super::phrase::{agent_of, beginning_at, ending_at, first_subject, is_dummy, is_head, main_subject, start_of, verb_before};
use super::title::in_capitals;
use super::{Attribution, Finder};
use crate::extract::rule::Card;
use crate::lexicon::{List, Words, words};
use crate::tagger::lemma_word;
use crate::text::{Document, SentenceKind, Shape, Tag, TokenIx, TokenRange};

/// Fewest words of a stretch under a verb that is no cue.
const UNCUED_WORDS: usize = 3;

/// Words that a stretch without any speaker has more than.
const NAMELESS_WORDS: usize = 5;

const GOES_ON: Card = Card {
    id: "quotes/goes-on",
    what: "A paragraph that opens with a mark after one that left a quote open goes on in it.",
    fires: &[("“The winter was long,” Lund said. “We sold two boats.\n\n“This spring we bought one back.”", "Lund: This spring we bought one back.")],
    silent: &["“The winter was long,” Lund said.\n\nThis spring they bought one back."],
};

const ANNOUNCED: Card = Card {
    id: "quotes/announced",
    what: "A quote after a sentence that ends with a cue and a colon is that cue's.",
    fires: &[("Pia Lund, who runs the port, said this:\n\n“The harbour is closed until May.”", "Pia Lund: The harbour is closed until May.")],
    silent: &["Pia Lund runs the port:\n\nThe harbour is closed until May."],
};

const ORPHAN: Card = Card {
    id: "quotes/orphan",
    what: "A sentence that is all quote has the speaker of the quote before it.",
    fires: &[
        ("“It is over,” said Lund. “We are going home.”", "Lund: We are going home."),
        ("“It is over,” said Lund. Her windows are gone. “The sea came in.”", "Lund: The sea came in."),
    ],
    silent: &["Lund went home."],
};

const ANSWER: Card = Card {
    id: "quotes/answer",
    what: "Where people take turns in short paragraphs, a quote without a cue is said by the one who spoke before the last, or by nobody known.",
    fires: &[
        (
            "“How much for the goat?” the man called.\n\n“The goat pays in full,” said Lund.\n\n“And if I hold it?”\n\n“Then it pays half.”",
            "the man: And if I hold it?",
        ),
        ("“You opened it,” she said.\n\n“It was for both of us.”\n\n“Was it?”", "nobody: It was for both of us."),
    ],
    silent: &["“The winter was long,” Lund said.\n\n“We sold two boats, the nets and half of the house that our father had built.”\n\n“It is over.”"],
};

const AFTER_ACTION: Card = Card {
    id: "quotes/after-action",
    what: "A sentence that is all quote and follows a sentence without one is said by that sentence's subject.",
    fires: &[
        ("She was waiting. “We have waited for ten years.”", "She: We have waited for ten years."),
        ("Asked if the port would open, Pia Lund laughed. “Ask me in May.”", "Pia Lund: Ask me in May."),
        ("Lund opened by saying that money was no problem. “We have enough.”", "Lund: We have enough."),
        ("The Alder Times reports:\n\n“The harbour has been closed.”", "The Alder Times: The harbour has been closed."),
        ("The port issued this notice:\n\n“We have closed the harbour until May.”", "The port: We have closed the harbour until May."),
    ],
    silent: &["Lund shook her head and left."],
};

const HEADLINE: Card = Card {
    id: "quotes/colon",
    what: "A name, a colon and a quote, or a quote, a dash and a name: the name says it.",
    fires: &[
        ("Lund: ‘We are going home’", "Lund: We are going home"),
        ("Lund on the strike: ‘We are going home’", "Lund: We are going home"),
        ("Tom Beck, farmer: “We are going home.”", "Tom Beck: We are going home."),
        ("“We are going home.” ― Tom Beck", "Tom Beck: We are going home."),
    ],
    silent: &["Tide tables: see page 4"],
};

const TRANSCRIPT: Card = Card {
    id: "quotes/transcript",
    what: "A quote that begins with a name in capitals and a colon is a part of a transcript, and the name's.",
    fires: &[("“LUND: Is the harbour closed?\n\n“BECK: It is.”", "BECK: BECK: It is.")],
    silent: &["“Note: The harbour is closed,” Lund said."],
};

const UNCUED: Card = Card {
    id: "quotes/uncued",
    what: "A quoted part of some words under a verb that is no cue is the words of that verb's subject; one that completes someone's \
           claim or promise, or stands in a headline, may be shorter.",
    fires: &[
        ("The council had hoped that Lund “would never give back the money”.", "The council: would never give back the money"),
        ("Voss’s claim that Lund “sold out” angered the crew.", "Voss: sold out"),
        ("“It was over before it began,” was the mayor’s blunt verdict.", "the mayor: It was over before it began,"),
    ],
    silent: &[
        "The council met in the “old town” hall.",
        "The council watched “The Last of the Boats”.",
        "The town is known as “the pearl of the north”.",
    ],
};

/// The cards of all sieves.
#[cfg(test)]
pub(super) static CARDS: &[Card] = &[GOES_ON, ANNOUNCED, ORPHAN, ANSWER, AFTER_ACTION, HEADLINE, TRANSCRIPT, UNCUED];

/// Goes over the stretches of a frame that its cues left.
pub(super) fn frame(finder: &mut Finder, frame: &Frame) {
    if frame.stretches.is_empty() {
        let end = frame.tokens(0, frame.len()).end;
        return remember(finder, end, || *frame);
    }
    let alone = std::cell::OnceCell::new();
    for i in frame.quotes() {
        let super::Item::Quote(q) = frame.items[i] else { continue };
        let q = q as usize;
        if finder.claimed[q].is_none() {
            unclaimed(finder, frame, i, *alone.get_or_init(|| is_all_quote(frame)));
        }
        let stretch = &finder.marks[q];
        if stretch.open_ended {
            finder.memory.open = finder.claimed[q];
        }
    }
}

/// Remembers the subject of a frame without stretches, which ends before token `end`, where one that follows may ask for it.
pub(super) fn remember<'f>(finder: &mut Finder, end: u32, frame: impl FnOnce() -> Frame<'f>) {
    let paragraph = finder.memory.paragraph;
    finder.memory.subject = None;
    if quote_ahead(finder, end) {
        let frame = frame();
        finder.memory.subject = speaker_of(&frame).map(|(a, b)| (finder.memory.who_reports(frame.tokens(a, b)), paragraph));
    }
}

/// The subject of a sentence, also where its verb was taken for a noun ("The Alder Times reports:").
fn speaker_of(frame: &Frame) -> Option<(usize, usize)> {
    let named = || {
        let verb = frame.len().checked_sub(2).filter(|verb| frame.is(verb + 1, words![":"]))?;
        cue::reporting(frame.doc, frame.word(verb)?)?;
        ending_at(frame, verb.checked_sub(1)?)
    };
    // "Asked whether he would stay, Fox laughed."
    let opened = matches!(frame.tag(0), Tag::VBN | Tag::VBG) || frame.is(usize::from(frame.is(0, words!["when"])), words!["asked"]);
    let main = if opened { main_subject(frame, frame.len()) } else { None };
    main.or_else(|| first_subject(frame, frame.len())).or_else(named)
}

/// Whether a stretch follows so soon behind a frame of the paragraph that it may ask for the frame's subject.
fn quote_ahead(finder: &Finder, end: u32) -> bool {
    let (doc, paragraph) = (finder.doc, finder.memory.paragraph);
    let next = finder.marks.get(finder.marks.partition_point(|m| m.tokens.start < end));
    let last = doc.paragraphs.get(paragraph + 1).unwrap_or(&doc.paragraphs[paragraph]);
    let near = doc.sentences[..last.end_sentence as usize].last().map_or(0, |s| s.tokens.end);
    next.is_some_and(|n| n.tokens.start < near)
}

/// Whether a frame is nothing but quotes and what stands between them.
fn is_all_quote(frame: &Frame) -> bool {
    (0..frame.len()).all(|k| frame.is_quote(k) || frame.has_shape(k, Shape::PUNCTUATION) || frame.is(k, words!["and", "but", "or"]))
}

fn unclaimed(finder: &mut Finder, frame: &Frame, i: usize, alone: bool) {
    let Some(stretch) = frame.quote(i) else { return };
    let doc = frame.doc;
    let item = (i, i + 1);
    if let Some(speaker) = transcribed(doc, stretch.words()).filter(|_| stretch.leads) {
        finder.add(frame, item, Attribution { speaker: Some(speaker), ..Attribution::default() }, None, TRANSCRIPT.id);
        return;
    }
    if let Some(before) = finder.memory.runs_on.filter(|_| stretch.leads) {
        let by = Attribution { speaker: finder.out[before].speaker, cue: None, ..Attribution::default() };
        finder.add(frame, item, by, Some(before), GOES_ON.id);
        return;
    }
    let words = stretch.words().range().filter(|ix| doc.tokens[*ix].shape.any(Shape::LETTER.with(Shape::DIGIT))).count();
    if let Some((a, b)) = named_before(frame, i) {
        let by = Attribution { speaker: Some(frame.tokens(a, b)), ..Attribution::default() };
        finder.add(frame, item, by, None, HEADLINE.id);
        return;
    }
    let memory = &finder.memory;
    if alone && stretch.leads && takes_turns(finder) {
        let speaker = memory.answers(doc);
        finder.add(frame, item, Attribution { speaker, ..Attribution::default() }, None, ANSWER.id);
        return;
    }
    if alone {
        let near = |paragraph: usize| paragraph == memory.paragraph || paragraph + 1 == memory.paragraph && stretch.leads;
        if let Some((speaker, _)) = memory.announced.filter(|(_, p)| near(*p)) {
            let by = Attribution { speaker: Some(speaker), ..Attribution::default() };
            finder.add(frame, item, by, None, ANNOUNCED.id);
            finder.memory.announced = None;
        } else if let Some((subject, _)) = memory.subject.filter(|(s, p)| {
            near(*p)
                && (may_speak(doc, *s) || memory.last.is_none_or(|l| !near(l.2)))
                && memory.last.is_none_or(|l| finder.out[l.0].span.start < doc.span_of(*s).start)
        }) {
            let by = Attribution { speaker: Some(subject), ..Attribution::default() };
            finder.add(frame, item, by, None, AFTER_ACTION.id);
        } else if let Some((quote, by, _)) = memory.last.filter(|l| near(l.2)) {
            let by = Attribution { speaker: by.speaker, addressee: by.addressee, cue: None };
            finder.add(frame, item, by, Some(quote), ORPHAN.id);
        } else if stretch.leads && (words > NAMELESS_WORDS || stretch.open_ended) {
            finder.add(frame, item, Attribution::default(), None, ORPHAN.id);
        }
        return;
    }
    if stretch.open_ended && !stretch.leads {
        return;
    }
    let titled = || in_capitals(frame, i) && !frame.is(i.wrapping_sub(1), words![":"]);
    let owner = owner_of_saying(frame, i);
    if (words < UNCUED_WORDS || titled()) && owner.is_none() && !is_heading(frame) {
        return;
    }
    // A few words are taken for speech only under someone who may speak: a name or a pronoun.
    let speaks = |(_, b): &(usize, usize)| words >= NAMELESS_WORDS || frame.tag(b - 1).is_name() || matches!(frame.tag(b - 1), Tag::PRP | Tag::WP);
    let speaker = owner.or_else(|| uncued_speaker(frame, i).filter(speaks)).map(|(a, b)| frame.tokens(a, b));
    let speaker = speaker.or(memory.last.filter(|l| l.2 == memory.paragraph && words >= NAMELESS_WORDS).and_then(|l| l.1.speaker));
    if speaker.is_some() {
        let last = memory.last;
        finder.add(frame, item, Attribution { speaker, ..Attribution::default() }, None, UNCUED.id);
        if words < NAMELESS_WORDS && frame.doc.tokens[stretch.words().first()].shape.has(Shape::LOWER) {
            // A few words of a sentence are no speech that a quote after them goes on in.
            finder.memory.last = last;
        }
    }
}

/// Whether the paragraph at hand and the one before it are turns of an exchange.
fn takes_turns(finder: &Finder) -> bool {
    let exchanges = finder.exchanges.get_or_init(|| exchanges(finder.doc, finder.marks));
    let paragraph = finder.memory.paragraph;
    exchanges.get(exchanges.partition_point(|(_, last)| *last < paragraph)).is_some_and(|(first, _)| *first < paragraph)
}

/// Whether a subject may speak, as "her windows" may not: a name, a pronoun, or a noun for people or a body.
fn may_speak(doc: &Document, subject: TokenRange) -> bool {
    let last = subject.last();
    let people = || [doc.word(last), lemma_word(doc, last)].iter().any(|w| w.value(List::Description).is_some_and(|d| !d.starts_with("place")));
    doc.tokens[last].tag.is_name() || matches!(doc.tokens[last].tag, Tag::PRP | Tag::WP) || people()
}

/// Words of the longest name before a colon in a transcript.
const TRANSCRIBED_LIMIT: usize = 4;

/// "LUND: …": the name in capitals before a colon that a quote of a transcript begins with.
fn transcribed(doc: &Document, words: TokenRange) -> Option<TokenRange> {
    let capitals = |ix: &TokenIx| doc.tokens[*ix].shape.has(Shape::CAPITAL) && !doc.tokens[*ix].shape.has(Shape::LOWER);
    let length = words.range().take_while(capitals).count();
    let colon = words.first() + length;
    ((1..=TRANSCRIBED_LIMIT).contains(&length) && colon < words.end as usize && doc.is(colon, words![":"]))
        .then(|| TokenRange::new(words.first(), colon))
}

/// Whom a colon or a dash names: "Lund: “We go home”", "Lund: We stay ‘for good’", "Lund on the strike: ‘It is over’",
/// "“We go home” ― Lund".
fn named_before(frame: &Frame, quote: usize) -> Option<(usize, usize)> {
    let name = |(a, b): (usize, usize)| frame.tag(b - 1).is_name().then_some((a, b));
    if let Some((a, b)) = beginning_at(frame, 0).filter(|(_, b)| *b < quote).and_then(name) {
        let further = frame.is_comma(b) || frame.is(b, words!["on"]);
        let colon = if further { (b..quote).find(|k| frame.is(*k, words![":"])) } else { Some(b) };
        return colon.filter(|c| frame.is(*c, words![":"]) && (*c == b || frame.is_quote(*c + 1) && !frame.has_finite(b, *c))).map(|_| (a, b));
    }
    if quote == 0 && frame.is_dash(1) {
        let found = beginning_at(frame, 2).and_then(name)?;
        return (found.1..frame.len()).all(|k| frame.is_stop(k)).then_some(found);
    }
    None
}

/// How far before a quoted part the noun of speech may stand that it belongs to.
const SAYING_LIMIT: usize = 12;

/// Whose claim, promise or remark a quoted part completes: "Fox's claim that Voss “sold out”", "her call for a “clean sweep”",
/// "her “broken pier” remark".
fn owner_of_saying(frame: &Frame, quote: usize) -> Option<(usize, usize)> {
    if frame.is_in(quote + 1, List::Saying) && quote > 0 {
        return owner(frame, quote - 1);
    }
    // "“It is over,” was her verdict."
    if frame.is(quote + 1, words!["was", "is"]) {
        let noun = (quote + 3..quote + SAYING_LIMIT).find(|k| frame.is_in(*k, List::Saying))?;
        return owner(frame, (quote + 2..noun).rev().find(|k| !frame.tag(*k).is_adjective())?);
    }
    let near = |k: &usize| !frame.is_quote(*k) && !frame.is(*k, words!["as", ";", ":"]);
    let noun = (quote.saturating_sub(SAYING_LIMIT)..quote).rev().take_while(near).find(|k| frame.is_in(*k, List::Saying))?;
    if noun + 1 < quote && !frame.is(noun + 1, words!["that", "of", "for", "to", "about", "against", "on", "in", ",", "was", "is"]) {
        return None;
    }
    let mut at = noun.checked_sub(1)?;
    while at > 0 && (frame.tag(at).is_adjective() || frame.tag(at) == Tag::HYPH || frame.tag(at + 1) == Tag::HYPH) {
        at -= 1;
    }
    owner(frame, at)
}

/// The owner that a possessive at item `at` names: "Fox's", "her".
fn owner(frame: &Frame, at: usize) -> Option<(usize, usize)> {
    match frame.tag(at) {
        Tag::PRPS => Some((at, at + 1)),
        Tag::POS => at.checked_sub(1).filter(|last| is_head(frame, *last)).map(|last| (start_of(frame, last), at)),
        _ => None,
    }
}

/// Who says the quoted part of a frame that has no cue for it.
fn uncued_speaker(frame: &Frame, quote: usize) -> Option<(usize, usize)> {
    const OPENERS: &Words = words!["after", "although", "as", "because", "before", "if", "once", "since", "though", "until", "when", "while"];
    if let Some(verb) = verb_before(frame, quote).filter(|verb| verb.passive && verb.finite) {
        return agent_of(frame, verb);
    }
    let first = |before| first_subject(frame, before).filter(|(a, _)| !is_dummy(frame, *a));
    let main = || main_subject(frame, quote);
    let opened = if frame.is(0, OPENERS) { main() } else { None };
    opened.or_else(|| first(quote)).or_else(main).or_else(|| first(frame.len()))
}

/// Whether a frame is a headline.
fn is_heading(frame: &Frame) -> bool {
    frame.word(0).is_some_and(|ix| frame.doc.sentences[frame.doc.sentence_of(ix)].kind == SentenceKind::Heading)
}
