//! The rules that tie a cue to the words that it reports, surest first.

use super::clause::{begins_clause, begins_noun, reads_as_object, takes_participle};
use super::cue::{Cue, Takes, Voice};
use super::extent::{content_end, described_quote, past_aside, told_that};
use super::light::light;
use super::page::Frame;
use super::phrase::is_time;
use super::side::{Items, Side};
use super::title::is_title;
use crate::extract::rule::Card;
use crate::lexicon::{Words, words};
use crate::text::{Shape, Tag};

/// The cues of a frame with what stands around each.
pub(super) struct Setting<'a> {
    pub frame: Frame<'a>,
    pub cues: &'a [Cue],
    pub sides: &'a [Side],
    /// The items before this one are already someone's words.
    pub floor: usize,
    /// Behind the cue at hand the first item that says more than when, where and to whom.
    pub after: usize,
}

/// Reported words: one part, or two with the cue between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Content {
    pub first: Items,
    pub second: Option<Items>,
}

impl Content {
    const fn one(from: usize, to: usize) -> Content {
        Content { first: (from, to), second: None }
    }
}

/// One rule: its card, and its pattern over the cue with that number.
pub(super) struct QuoteRule {
    pub card: Card,
    pub pattern: for<'a> fn(&Setting<'a>, usize) -> Option<Content>,
}

/// All rules around a cue; the first that matches wins.
pub(super) static RULES: &[QuoteRule] = &[
    QuoteRule {
        card: Card {
            id: "quotes/cue-after",
            what: "Words between marks right before a speaker with a cue are theirs, and so are those that go on after the cue.",
            fires: &[
                ("“The harbour is closed,” Pia Lund said.", "Pia Lund: The harbour is closed,"),
                ("“The harbour is closed,” said Pia Lund, the port’s director. “It stays closed.”", "Pia Lund: The harbour is closed,"),
                ("“It is over,” said Lund, author of a book on tides, “and we are done.”", "Lund: and we are done."),
                ("“If it rains,” warned farmer Tom Beck, “the crop is lost.”", "farmer Tom Beck: If it rains,"),
                ("“The ferry sank. Nobody came,” he points out.", "he: The ferry sank. Nobody came,"),
                ("“It is over,” said a man close to the crew.", "a man close to the crew: It is over,"),
                ("“It is over,” she liked to say.", "she: It is over,"),
                ("“It is over,” wrote Pia Lund in a note to the crew.", "Pia Lund: It is over,"),
                (
                    "His wife ran the port “like a ship with flowers”, as one envoy put it.",
                    "one envoy: His wife ran the port “like a ship with flowers”",
                ),
            ],
            silent: &[
                "Pia Lund said the harbour was closed.",
                "The “smart” harbour closed.",
                "On NRC’s “Talk of the Town,” Pia Lund said the harbour was closed.",
            ],
        },
        pattern: cue_after,
    },
    QuoteRule {
        card: Card {
            id: "quotes/interrupted",
            what: "A speaker with a cue between two commas splits the words that they report; behind \"which\" or \"because\" they report but the rest.",
            fires: &[
                ("The harbour, she said, would stay closed.", "she: would stay closed"),
                ("The harbour, she told the council, would stay closed.", "she: would stay closed"),
                ("The director resigned; his crews, he said, laughed at him.", "he: his crews"),
                ("The court heard calls in which, prosecutors say, the clerk hid the money.", "prosecutors: the clerk hid the money"),
            ],
            silent: &["In a statement, she said the harbour would close.", "The harbour, she told the council, and left."],
        },
        pattern: interrupted,
    },
    QuoteRule {
        card: Card {
            id: "quotes/according-to",
            what: "What stands beside \"according to\" and its source is the source's.",
            fires: &[
                ("According to the harbour log, the tug was late.", "the harbour log: the tug was late"),
                ("The lorry was speeding, according to the police report.", "the police report: The lorry was speeding"),
            ],
            silent: &["The rooms were sorted according to size."],
        },
        pattern: according_to,
    },
    QuoteRule {
        card: Card {
            id: "quotes/object",
            what: "A verb of naming or judging takes its object with the quoted part in it.",
            fires: &[
                ("Becker called the plan “a gift”.", "Becker: the plan “a gift”"),
                ("Becker said the pier was safe and called the report “a joke”.", "Becker: the report “a joke”"),
                ("Becker blamed the crew and called its work “a gift”.", "Becker: its work “a gift”"),
                ("Becker on Tuesday accused Ruiz of being “a coward”.", "Becker: Ruiz of being “a coward”"),
                ("Becker wooed the farmers Ruiz had lost, calling them “the backbone” of the state.", "Becker: them “the backbone”"),
                ("Bemoaning the “broken system”, Becker left the party.", "Becker: the “broken system”"),
            ],
            silent: &["Becker called the plan a gift.", "Becker discussed it on NRC’s “Talk of the Town”."],
        },
        pattern: object,
    },
    QuoteRule {
        card: Card {
            id: "quotes/cue-before",
            what: "What follows a speaker with a cue is theirs: words between marks, a clause with \"that\", or a plain clause.",
            fires: &[
                ("Pia Lund said: “The harbour is closed.”", "Pia Lund: The harbour is closed."),
                ("Pia Lund said on Monday that the harbour was closed.", "Pia Lund: the harbour was closed"),
                ("Pia Lund said, without a smile, “The harbour is closed.”", "Pia Lund: The harbour is closed."),
                ("Norbank said its loans would shrink by half.", "Norbank: its loans would shrink by half"),
                ("Norbank said no decision had been taken.", "Norbank: no decision had been taken"),
                ("Pia Lund said she had lost the case and she asked why the port was closed.", "she: why the port was closed"),
                ("Pia Lund, asked about the pier, said it was safe.", "Pia Lund: it was safe"),
                ("A diver who asked not to be named said the pier was safe.", "A diver: the pier was safe"),
                ("She spoke of her aunt, who used to say that the sea was a thief.", "her aunt: the sea was a thief"),
                ("From the pier a voice called, “Come back!”", "a voice: Come back!"),
                ("Norbank said the pier was safe, but would not elaborate.", "Norbank: the pier was safe"),
                ("When neighbours ask what comes next if it rains, Lund shrugs.", "neighbours: what comes next if it rains"),
                ("Lund admitted that there was “no plan”, a phrase that was soon on every wall.", "Lund: there was “no plan”"),
                ("The director accepted that the pier was old but argued that it was safe.", "The director: it was safe"),
                ("Becker told a man who kept a seal that he was mad.", "Becker: he was mad"),
                ("Divers agree that the pier is safe.", "Divers: the pier is safe"),
                ("The union that represents most workers in Alder said it would fight.", "The union: it would fight"),
                ("Norland said it would send aid, and the Red Cross appealed for water.", "Norland: it would send aid"),
                ("Aid groups working in Alder said the town was empty.", "Aid groups working in Alder: the town was empty"),
                ("Becker told reporters the roof “gave way”.", "Becker: the roof “gave way”"),
                ("A man who answered the door at the house said, “Not today,” and closed it.", "A man: Not today,"),
                ("Ruiz promised more but added that she would “not be rushed”.", "Ruiz: she would “not be rushed”"),
                ("Voss asked for help from the port, which said it would wait.", "the port: it would wait"),
                ("The clerk wept as Judge Ana Ruiz told her that she had “farmed lies”.", "Judge Ana Ruiz: she had “farmed lies”"),
                ("Becker told the crew in a letter seen by the Post that the pier was safe.", "Becker: the pier was safe"),
                ("The port’s chief would not say if the plan had been dropped, but said it was “alive”.", "The port’s chief: it was “alive”"),
                ("Ruiz defended the budget, saying it was fair to all.", "Ruiz: it was fair to all"),
                ("Ruiz vowed to “clean up” the port.", "Ruiz: to “clean up” the port"),
                ("Ruiz said the pier was safe and said that it would stay open.", "Ruiz: the pier was safe"),
                ("Ruiz, citing “the law of the sea”, said the pier could stay open.", "Ruiz: the pier could stay open"),
                ("The union walked out, with Becker saying the offer was an insult.", "Becker: the offer was an insult"),
                ("Ruiz said the port was full, with Becker saying it would close.", "Becker: it would close"),
            ],
            silent: &[
                "The sign said nothing.",
                "Norbank said no to the plan.",
                "Norland gets a say over any plan that Sudria signs.",
                "She wrote in her memoir “Cold Water”.",
                "The crew began “phase two” of the work.",
                "Pia Lund did not say that the harbour was closed.",
                "Becker added a late goal and the Rovers won the cup.",
            ],
        },
        pattern: cue_before,
    },
    QuoteRule {
        card: Card {
            id: "quotes/postposed",
            what: "A clause before a comma and a speaker with a cue that reports nothing else is theirs.",
            fires: &[
                ("The harbour was closed by the storm, officials said on Monday.", "officials: The harbour was closed by the storm"),
                ("OSLO (AP) — The harbour was closed by the storm, officials said.", "officials: The harbour was closed by the storm"),
                ("The harbour was closed by the storm, says Pia Lund, a diver at the port.", "Pia Lund: The harbour was closed by the storm"),
                ("The pier had been shut for years, noted Pia Lund, who runs the port.", "Pia Lund: The pier had been shut for years"),
                ("Hope, rather than money, keeps it open, argues Pia Lund.", "Pia Lund: Hope, rather than money, keeps it open"),
                ("The pier is safe, a report released on Friday said.", "a report: The pier is safe"),
            ],
            silent: &["In Harlan, officials said on Monday that the harbour was closed."],
        },
        pattern: postposed,
    },
];

fn cue_after(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    if matches!(cue.voice, Voice::According | Voice::Participle | Voice::Passive) || !side.own {
        return None;
    }
    // "“…”, as the mayor put it".
    let before = side.left.checked_sub(1).map(|b| if frame.is(b, words!["as"]) { b.saturating_sub(1) } else { b })?;
    let quote = if frame.is_quote(before) {
        before
    } else if (frame.is_comma(before) || frame.is_dash(before)) && before > 0 && frame.is_quote(before - 1) {
        before - 1
    } else {
        return None;
    };
    if quote < s.floor || is_title(frame, quote) || cue.takes == Takes::Object && !side.inverted && !ends_clause(frame, side.right) {
        return None;
    }
    let subject = side.speaker.map_or(Tag::None, |(a, _)| frame.tag(a));
    let plain = cue.takes != Takes::Quote && (subject == Tag::PRP || subject.is_name() || side.inverted);
    if quote == before && !plain && !closes_with_mark(frame, quote) {
        return None;
    }
    let colon = quote.checked_sub(1).is_some_and(|b| frame.is(b, words![":", ";"]) || frame.is_dash(b));
    let first = (if colon { quote } else { clause_start(s, quote) }, quote + 1);
    let second = goes_on(s, n);
    Some(Content { first, second })
}

/// Whether a quote ends in a comma or a stop, as one does that a cue follows.
fn closes_with_mark(frame: &Frame, quote: usize) -> bool {
    frame.quote(quote).is_some_and(|s| frame.doc.slice(s.inside).ends_with([',', '.', '!', '?', '…', '—', '-', '–', '\'', '’']))
}

/// Whether nothing that could be an object follows.
fn ends_clause(frame: &Frame, i: usize) -> bool {
    i >= frame.len() || frame.is_stop(i) || frame.is_comma(i)
}

/// Where the clause that holds item `at` begins: after earlier words of someone, or the frame's start.
fn clause_start(s: &Setting, at: usize) -> usize {
    let mut from = s.floor;
    // "PARIS (AP) — A storm hit the coast, officials said."
    while from < at && s.frame.word(from).is_some_and(|ix| s.frame.doc.in_dateline(ix)) {
        from += 1;
    }
    while from < at && (s.frame.is_comma(from) || s.frame.is(from, words!["and", "but", ";", "-", "—", "–"])) {
        from += 1;
    }
    from
}

/// The quote after a cue that one before it goes on in: "…," she said, "…".
fn goes_on(s: &Setting, n: usize) -> Option<Items> {
    let frame = &s.frame;
    let mut at = apposition_end(s, n).unwrap_or(s.after);
    if frame.is_comma(at) || frame.is_dash(at) || frame.is(at, words![":", ";"]) {
        at += 1;
    }
    if frame.is(at, words!["and", "but"]) && frame.is_quote(at + 1) {
        at += 1;
    }
    (frame.is_quote(at) && !is_title(frame, at)).then(|| (at, content_end(s, n, at)))
}

/// How far before its cue a colon is looked for behind which what somebody says begins.
const COLON_LIMIT: usize = 60;

/// Most items of an apposition between a speaker and the rest of their words.
const APPOSITION_LIMIT: usize = 24;

/// "…," said Lund, author of a book on tides, "…": the comma that closes what describes an inverted speaker, right before a quote.
fn apposition_end(s: &Setting, n: usize) -> Option<usize> {
    let frame = &s.frame;
    let open = s.sides[n].inverted.then_some(s.after).filter(|open| frame.is_comma(*open) && !frame.is_quote(open + 1))?;
    let close = (open + 1..frame.len().min(open + APPOSITION_LIMIT)).find(|i| frame.is_quote(i + 1) || frame.is_stop(*i))?;
    (frame.is_comma(close) && !frame.has_finite(open, close)).then_some(close)
}

fn interrupted(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    if !matches!(cue.takes, Takes::Clause | Takes::That) || cue.voice != Voice::Finite || !side.own || cue.tells && side.addressee.is_none() {
        return None;
    }
    let before = side.left.checked_sub(1)?;
    if !frame.is_comma(before) || before <= s.floor || frame.is_quote(before - 1) {
        return None;
    }
    let comma = s.after;
    if !frame.is_comma(comma) || comma + 2 >= frame.len() {
        return None;
    }
    let next = comma + 1;
    if frame.tag(next) == Tag::VBG || frame.is(next, words!["and", "but", "while", "who", "which", "that", "as", "according", "where", "when", "or"])
    {
        return None;
    }
    let start = clause_start(s, before);
    // "Fox went further: all of them, she said, should go."
    let colon = (start.max(before.saturating_sub(COLON_LIMIT))..before).rev().find(|i| frame.is(*i, words![":"]));
    let colon = colon.filter(|colon| frame.has_finite(start, *colon));
    // "The coach resigned; taxi drivers, he said, laughed at him."
    let colon = colon.or_else(|| (start..before).rev().find(|i| frame.is(*i, words![";"])));
    let first = (colon.map_or(start, |colon| colon + 1), before);
    let second = (next, content_end(s, n, next));
    let hangs = words!["which", "who", "whom", "that", "whose", "where", "when", "because", "since", "although", "though", "while", "and", "but"];
    // "…, says Pia Lund, a diver at the port": an apposition, and no more of what she says.
    let apposition = side.inverted && frame.is(next, words!["a", "an", "the"]) && frame.has_finite(first.0, first.1);
    if apposition || side.inverted && !frame.has_finite(second.0, second.1) {
        return None;
    }
    let pronoun = matches!(frame.tag(before - 1), Tag::DT | Tag::PRP);
    let hanging = frame.has_finite(first.0, first.1) || frame.is(before - 1, words!["because"]);
    if first.1 > first.0 && frame.is(before - 1, hangs) && !pronoun && !side.inverted && hanging {
        return (second.1 > second.0).then(|| Content::one(second.0, second.1));
    }
    if first.1 <= first.0 || colon.is_none() && !frame.has_finite(second.0, second.1) && !frame.has_finite(first.0, first.1) {
        return None;
    }
    Some(Content { first, second: Some(second) })
}

fn according_to(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    if cue.voice != Voice::According || side.speaker.is_none() {
        return None;
    }
    let leads = clause_start(s, cue.at) >= cue.at || frame.is(cue.at.wrapping_sub(1), words!["and", "but"]) && cue.at < 3;
    if leads {
        let mut from = side.right;
        // The source may have an apposition: its words begin after the comma that a clause follows.
        let comma = (from..frame.len().min(from + SOURCE_LIMIT)).find(|i| frame.is_comma(*i) || frame.is_quote(*i))?;
        from = if frame.is_comma(comma) { comma + 1 } else { comma };
        let to = content_end(s, n, from);
        return (to > from + 1 || frame.is_quote(from)).then_some(Content::one(from, to));
    }
    let mut to = cue.at;
    while to > 0 && (frame.is_comma(to - 1) || frame.is_dash(to - 1)) {
        to -= 1;
    }
    let from = clause_start(s, to);
    if from >= to || to == cue.at && !frame.has_finite(from, to) && !frame.has_quote(from, to) {
        return None;
    }
    let speaker_starts_low = side.speaker.is_some_and(|(a, b)| b == a + 1 && frame.tag(a) == Tag::NN && !frame.has_shape(a, Shape::CAPITAL));
    if speaker_starts_low && to == cue.at {
        return None;
    }
    let next = side.right + 1;
    let says = frame.has_finite(next, frame.len()) || frame.has_quote(next, frame.len());
    let second = (frame.is_comma(side.right) && !frame.is_comma(cue.at.wrapping_sub(2)) && says && !frame.has_finite(from, to))
        .then(|| (next, content_end(s, n, next)));
    Some(Content { first: (from, to), second })
}

/// Most items of a source after "according to".
const SOURCE_LIMIT: usize = 40;

fn object(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    if cue.takes != Takes::Object || side.speaker.is_none() {
        return None;
    }
    let to = content_end(s, n, cue.end);
    let quote = (cue.end..to).find(|i| frame.is_quote(*i) && !is_title(frame, *i))?;
    let mut last = quote;
    let mut at = quote + 1;
    while at < to && (frame.is_quote(at) || frame.is(at, words!["and", "or", "as", ",", "a", "an", "the", "but"])) {
        if frame.is_quote(at) {
            last = at;
        }
        at += 1;
    }
    let limit = if (cue.end..quote).any(|i| frame.is_comma(i) || frame.is(i, words![";", "_"])) { ASIDE_LIMIT } else { OBJECT_LIMIT };
    (quote < cue.end + limit).then(|| Content::one(if quote == cue.end { quote } else { cue.end }, last + 1))
}

/// How far after its verb the quoted part of an object may begin.
const OBJECT_LIMIT: usize = 24;

/// How far it may begin where a comma stands between.
const ASIDE_LIMIT: usize = 14;

fn cue_before(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    if matches!(cue.voice, Voice::According) || cue.takes == Takes::Object {
        return None;
    }
    let mut at = s.after;
    let comma = frame.is_comma(at) && (frame.is_quote(at + 1) || frame.is(at + 1, words!["that"]));
    let marked = comma || frame.is(at, words![":"]) || frame.is_dash(at) && frame.is_quote(at + 1);
    at += usize::from(marked);
    if cue.tells && side.addressee.is_some() && frame.is(at, words!["who", "which"]) {
        at = told_that(frame, at).unwrap_or(at);
    }
    let that = frame.is(at, words!["that"]) && matches!(cue.takes, Takes::Clause | Takes::That);
    if that {
        at += 1;
    }
    if at >= frame.len() || frame.is(at, words!["and", "but", "or", ";"]) || !marked && frame.is(cue.at, PHASES) {
        return None;
    }
    let to = content_end(s, n, at);
    if at >= to {
        return None;
    }
    // "he said, adding that …": the words are those of the next cue.
    if s.cues.get(n + 1).is_some_and(|next| next.group == at + 1 && next.voice == Voice::Participle) && frame.is_comma(at) {
        return None;
    }
    if frame.is_quote(at) {
        return (!is_title(frame, at)).then(|| Content::one(at, quote_or_clause(frame, at, to)));
    }
    let to = described_quote(frame, at, to).unwrap_or(to);
    let quoted = frame.has_quote(at, to) && (at..to).any(|i| frame.is_quote(i) && !is_title(frame, i));
    let question = cue.takes == Takes::Question && frame.is(at, words!["if", "whether", "why", "how", "what", "when", "where", "who", "which"]);
    let says = cue.takes == Takes::Clause && begins_noun(frame, at) && (frame.has_finite(at + 1, to) || takes_participle(s, n, at, to));
    let bare = says && (reports_freely(frame, cue) || begins_clause(frame, at, to)) || cue.takes == Takes::That && begins_clause(frame, at, to);
    let short = to < at + 2;
    let infinitive = matches!(cue.voice, Voice::Infinitive) && !that && !quoted;
    if !short && (that || question || marked && frame.is(at - 1, words![":"]) || !infinitive && bare && !reads_as_object(frame, at)) {
        return Some(Content::one(at, to));
    }
    let long = |i: usize| frame.quote(i).is_some_and(|q| q.words().len() >= OBJECT_WORDS || reports_freely(frame, cue)) && !is_title(frame, i);
    let of = || frame.is(at, words!["to", "of", "against", "about", "as"]);
    (quoted && side.speaker.is_some() && (of() || (at..to).any(long))).then(|| {
        let first = (at..to).find(|i| frame.is_quote(*i)).unwrap_or(at);
        let last = (at..to).rev().find(|i| frame.is_quote(*i)).unwrap_or(at);
        let from = if cue.takes == Takes::Quote || light(frame, at, first) { first } else { past_aside(frame, at, first) };
        Content::one(from, if from == first { last + 1 } else { to })
    })
}

/// Verbs that say when someone spoke: without a comma or colon before the quote, what is begun or offered is no speech.
const PHASES: &Words = words![
    "began",
    "begin",
    "begins",
    "beginning",
    "begun",
    "closed",
    "close",
    "closes",
    "closing",
    "continued",
    "continue",
    "continues",
    "continuing",
    "finished",
    "finish",
    "finishes",
    "finishing",
    "offered",
    "offer",
    "offers",
    "offering",
    "went",
    "go",
    "goes",
    "going",
    "gone"
];

/// Fewest words between the marks when a verb that reports clauses has a mere thing with a quoted part ("added a “super levy”").
const OBJECT_WORDS: usize = 3;

/// Verbs that report a clause more often than a thing.
fn reports_freely(frame: &Frame, cue: &Cue) -> bool {
    frame.is(cue.at, words!["said", "says", "say", "saying", "told", "tells", "telling", "tell"])
}

/// A quote that begins the reported words: itself, unless its clause plainly goes on after the closing mark.
fn quote_or_clause(frame: &Frame, quote: usize, to: usize) -> usize {
    let next = quote + 1;
    let Some(stretch) = frame.quote(quote) else { return to };
    let inside = frame.doc.slice(stretch.inside);
    if next >= to || inside.ends_with(['.', '!', '?']) || frame.is_comma(next) && !frame.is_quote(next + 1) {
        return next;
    }
    if inside.ends_with(',') && frame.is_quote(next) {
        return to;
    }
    if frame.is(next, words!["and", "or"]) && (frame.is_quote(next + 1) || frame.is_quote(next + 2)) {
        return to;
    }
    if frame
        .is(next, words!["and", "but", "while", "as", "when", "before", "after", "during", "in", "on", "at", "for", "—", "–", "--", "-", ";", "("])
        || is_time(frame, next)
        || inside.ends_with(',')
    {
        return next;
    }
    to
}

fn postposed(s: &Setting, n: usize) -> Option<Content> {
    let (frame, side, cue) = (&s.frame, &s.sides[n], &s.cues[n]);
    if !matches!(cue.takes, Takes::Clause | Takes::That) || cue.voice != Voice::Finite || !side.own {
        return None;
    }
    let before = side.left.checked_sub(1)?;
    if !frame.is_comma(before) && !frame.is_dash(before) {
        return None;
    }
    let after = s.after;
    if after < frame.len() && !frame.is_stop(after) && !frame.is_comma(after) && !frame.is(after, words![";", ")"]) {
        return None;
    }
    let from = clause_start(s, before);
    let heading = frame.len() == after && !frame.is_stop(frame.len().wrapping_sub(1));
    let clause = frame.has_finite(from, before) || frame.has_quote(from, before) || heading && before >= from + 3;
    (clause && before >= from + 2 && !subordinate(frame, from)).then_some(Content::one(from, before))
}

/// A clause that says when or why and is no report ("When asked, …", "As the storm rose, she said …").
fn subordinate(frame: &Frame, i: usize) -> bool {
    frame.is(i, words!["when", "asked", "as", "while", "after", "before", "speaking", "since"])
}
