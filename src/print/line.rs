//! JSON Lines: an analysis on one line, field by field what serde_json writes of it, as a test holds.

use std::borrow::Borrow;
use std::io::{self, Write};

use nutgraf::Analysis;
use nutgraf::analysis::{
    ActorKind, EventType, FindingId, Form, Id, Key, Mention, Modality, Money, Participant, Party, Qualifier, Quote, QuoteKind, Sentence, Stretch,
    When,
};
use nutgraf::stages::{Cited, Findings, Member, Spelled, Told};
use nutgraf::text::{OffsetUnit, SentenceKind, Tag};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::known::Known;
use super::pen::Pen;
use super::spool::Spool;

/// Bytes made room for: the findings of a short article take less.
const ROOM: usize = 16 << 10;

/// Bytes of findings for each of the text: most articles have fewer.
const ROOM_EACH: usize = 16;

/// The line of what was found in a text, `analysis` being its [`Findings::head`]; what does not go `onward` is given back.
///
/// Each finding is put together when it is written, so that none waits in memory. What is known between two values is written in one
/// piece, the marks of the values with it: a text ends where the next piece begins with its closing mark.
pub fn line(analysis: &Analysis<&str>, findings: &Findings, text: &str, onward: Option<&mut dyn Write>) -> io::Result<Vec<u8>> {
    let spool = Spool::new(ROOM + ROOM_EACH * text.len(), onward);
    let pen = lists(head(Pen::new(text, analysis.offsets == OffsetUnit::Byte, spool), analysis), findings);
    let pen = match &analysis.warnings[..] {
        [] => pen.plain(b",\"warnings\":[]"),
        warnings => rare(pen.plain(b",\"warnings\":"), &warnings),
    };
    pen.plain(b"}\n").finish()
}

/// What comes once in a document, or seldom: serde_json writes it.
fn rare<'d>(pen: Pen<'d>, value: &impl Serialize) -> Pen<'d> {
    // Writing to memory does not fail, and the analysis holds nothing that has no place in JSON.
    pen.others(|out| {
        let _ = serde_json::to_writer(out, value);
    })
}

/// Likewise, most often null.
fn rare_or_null<'d>(pen: Pen<'d>, value: &Option<impl Serialize>) -> Pen<'d> {
    match value {
        Some(value) => rare(pen, value),
        None => pen.plain(b"null"),
    }
}

fn head<'d>(pen: Pen<'d>, analysis: &Analysis<&str>) -> Pen<'d> {
    let pen = pen.plain(b"{\"schema_version\":").number(analysis.schema_version);
    let pen = pen.plain(b",\"id\":");
    let pen = match &analysis.id {
        Id::Null => pen.plain(b"null"),
        Id::Text(text) => quoted(pen, text),
        Id::Integer(number) => pen.text(itoa::Buffer::new().format(*number)),
    };
    let pen = match analysis.offsets {
        OffsetUnit::Byte => pen.plain(b",\"offsets\":\"byte\",\"length\":"),
        OffsetUnit::Char => pen.plain(b",\"offsets\":\"char\",\"length\":"),
        OffsetUnit::Utf16 => pen.plain(b",\"offsets\":\"utf16\",\"length\":"),
    };
    let pen = quoted_or_null(pen.number(analysis.length).plain(b",\"title\":"), analysis.title.as_deref());
    let pen = rare_or_null(pen.plain(b",\"dateline\":"), &analysis.dateline);
    let mut pen = quoted_or_null(pen.plain(b",\"published\":"), analysis.published.as_deref());
    if let Some(text) = &analysis.text {
        pen = rare(pen.plain(b",\"text\":"), text);
    }
    match analysis.main_event {
        Some(event) => pen.plain(b",\"main_event\":\"e").number(event.number()).plain(b"\""),
        None => pen.plain(b",\"main_event\":null"),
    }
}

fn lists<'d>(mut pen: Pen<'d>, findings: &Findings) -> Pen<'d> {
    if let Some(sentences) = findings.sentences() {
        pen = list(pen.plain(b",\"sentences\":["), sentences, sentence);
    }
    if let Some(actors) = findings.actors() {
        pen = list(pen.plain(b",\"actors\":["), actors.members(), actor);
    }
    if let Some(quotes) = findings.quotes() {
        pen = list(pen.plain(b",\"quotes\":["), quotes, quote);
    }
    if let Some(figures) = findings.money() {
        pen = list(pen.plain(b",\"money\":["), figures, money);
    }
    if let Some(events) = findings.events() {
        pen = list(pen.plain(b",\"events\":["), events, event);
    }
    if let Some(tokens) = findings.tokens() {
        pen = list(pen.plain(b",\"tokens\":["), tokens, token);
    }
    pen
}

/// The items of a list, each written with a comma behind it, and the closing bracket.
#[inline(always)]
fn list<'d, T>(pen: Pen<'d>, items: impl IntoIterator<Item: Borrow<T>>, write: impl Fn(Pen<'d>, &T) -> Pen<'d>) -> Pen<'d> {
    items_of(pen, items, write).plain(b"]")
}

/// Likewise without the bracket.
#[inline(always)]
fn items_of<'d, T>(pen: Pen<'d>, items: impl IntoIterator<Item: Borrow<T>>, write: impl Fn(Pen<'d>, &T) -> Pen<'d>) -> Pen<'d> {
    // Handed on within the loop, an item is written where it was put together: taken out of it, it would be copied first.
    let mut last = 0;
    let pen = items.into_iter().fold(pen, |pen, item| {
        last = ",".len();
        write(pen.room(), item.borrow())
    });
    // What follows takes the place of the last comma.
    pen.back(last)
}

/// The id of an actor or null.
#[inline(always)]
fn actor_id(pen: Pen, id: Option<FindingId>) -> Pen {
    match id {
        Some(id) => pen.plain(b"\"a").number(id.number()).plain(b"\""),
        None => pen.plain(b"null"),
    }
}

/// The opening bracket of what has two ends, and these.
#[inline(always)]
fn ends(pen: Pen, start: u32, end: u32) -> Pen {
    pen.ends(b"{\"start\":", start, end)
}

/// The two ends behind a text that they are the ends of.
#[inline(always)]
fn ends_of_text(pen: Pen, start: u32, end: u32) -> Pen {
    pen.ends(b"\",\"start\":", start, end)
}

/// The rule of a finding, when it is asked for, and its closing bracket with a comma.
#[inline(always)]
fn rule<'d>(pen: Pen<'d>, rule: Option<&'static str>) -> Pen<'d> {
    match rule {
        Some(rule) => pen.plain(b",\"rule\":\"").text(rule).plain(b"\"},"),
        None => pen.plain(b"},"),
    }
}

fn sentence<'d>(pen: Pen<'d>, s: &Sentence) -> Pen<'d> {
    let pen = ends(pen, s.start, s.end).plain(b",\"paragraph\":").number(s.paragraph);
    match s.kind {
        SentenceKind::Prose => pen.plain(b",\"kind\":\"prose\"},"),
        SentenceKind::Heading => pen.plain(b",\"kind\":\"heading\"},"),
        SentenceKind::Dateline => pen.plain(b",\"kind\":\"dateline\"},"),
        SentenceKind::Boilerplate => pen.plain(b",\"kind\":\"boilerplate\"},"),
    }
}

fn actor<'d>(pen: Pen<'d>, a: &Member) -> Pen<'d> {
    let pen = pen.plain(b"{\"id\":\"a").number(a.id().number()).plain(b"\",\"name\":\"").word(a.name());
    let pen = match a.kind() {
        ActorKind::Person => pen.plain(b"\",\"kind\":\"person\",\"roles\":["),
        ActorKind::Organization => pen.plain(b"\",\"kind\":\"organization\",\"roles\":["),
        ActorKind::Country => pen.plain(b"\",\"kind\":\"country\",\"roles\":["),
        ActorKind::Place => pen.plain(b"\",\"kind\":\"place\",\"roles\":["),
        ActorKind::Group => pen.plain(b"\",\"kind\":\"group\",\"roles\":["),
    };
    let pen = items_of(pen, a.roles(), |pen, role: &&str| pen.plain(b"\"").text(role).plain(b"\","));
    let pen = actor_id(pen.plain(b"],\"affiliation\":"), a.affiliation());
    let pen = match a.country() {
        Some(country) => pen.plain(b",\"country\":\"").code(country).plain(b"\",\"mentions\":["),
        None => pen.plain(b",\"country\":null,\"mentions\":["),
    };
    let mut pen = list(pen, a.mentions(), mention);
    if let Some(rule) = a.rule() {
        pen = pen.plain(b",\"rule\":\"").text(rule).plain(b"\"");
    }
    if !a.evidence().is_empty() {
        pen = rare(pen.plain(b",\"evidence\":"), &a.evidence());
    }
    pen.plain(b"},")
}

fn mention<'d>(pen: Pen<'d>, m: &Mention<Cited>) -> Pen<'d> {
    let pen = ends(pen, m.start, m.end).plain(b",\"text\":\"").stretch(m.text, m.start, m.end);
    let pen = match m.form {
        Form::Name => pen.plain(b"\",\"form\":\"name\""),
        Form::Description => pen.plain(b"\",\"form\":\"description\""),
        Form::Pronoun => pen.plain(b"\",\"form\":\"pronoun\""),
    };
    rule(pen, m.rule)
}

fn quote<'d>(pen: Pen<'d>, q: &Quote<Cited>) -> Pen<'d> {
    let pen = pen.plain(b"{\"id\":\"q").number(q.id.number());
    let pen = match q.kind {
        QuoteKind::Direct => pen.plain(b"\",\"kind\":\"direct"),
        QuoteKind::Mixed => pen.plain(b"\",\"kind\":\"mixed"),
        QuoteKind::Indirect => pen.plain(b"\",\"kind\":\"indirect"),
    };
    let pen = ends_of_text(pen, q.start, q.end).plain(b",\"text\":\"").passage(q.text, q.start, q.end);
    let pen = list(pen.plain(b"\",\"quoted\":["), &q.quoted, stretch);
    let pen = party(pen.plain(b",\"speaker\":"), q.speaker.as_ref());
    let pen = party(pen.plain(b",\"addressee\":"), q.addressee.as_ref());
    let pen = match &q.cue {
        Some(cue) => key(pen.plain(b",\"cue\":{\"text\":\""), cue).plain(b"},\"continues\":"),
        None => pen.plain(b",\"cue\":null,\"continues\":"),
    };
    let pen = match q.continues {
        Some(before) => pen.plain(b"\"q").number(before.number()).plain(b"\",\"sentence\":"),
        None => pen.plain(b"null,\"sentence\":"),
    };
    rule(pen.number(q.sentence), q.rule)
}

fn stretch<'d>(pen: Pen<'d>, s: &Stretch<Cited>) -> Pen<'d> {
    ends(pen, s.start, s.end).plain(b",\"text\":\"").stretch(s.text, s.start, s.end).plain(b"\"},")
}

fn party<'d>(pen: Pen<'d>, party: Option<&Party<Cited>>) -> Pen<'d> {
    let Some(p) = party else { return pen.plain(b"null") };
    let pen = actor_id(pen.plain(b"{\"actor\":"), p.actor).plain(b",\"name\":\"").word(p.name.get());
    ends_of_text(pen.plain(b"\",\"text\":\"").stretch(p.text, p.start, p.end), p.start, p.end).plain(b"}")
}

/// A key from its text on, without the closing bracket.
#[inline(always)]
fn key<'d>(pen: Pen<'d>, k: &Key<Cited>) -> Pen<'d> {
    let pen = pen.stretch(k.text, k.start, k.end).plain(b"\",\"lemma\":\"").key(k.lemma);
    ends_of_text(pen, k.start, k.end)
}

fn money<'d>(pen: Pen<'d>, m: &Money<Cited>) -> Pen<'d> {
    let pen = ends_of_text(pen.plain(b"{\"id\":\"m").number(m.id.number()), m.start, m.end);
    let pen = pen.plain(b",\"text\":\"").stretch(m.text, m.start, m.end);
    let pen = amount(amount(pen.plain(b"\",\"amount\":"), m.amount).plain(b",\"amount_max\":"), m.amount_max);
    let pen = quoted_or_null(pen.plain(b",\"currency\":"), m.currency);
    let pen = match m.assumed {
        true => pen.plain(b",\"assumed\":true,\"qualifier\":"),
        false => pen.plain(b",\"assumed\":false,\"qualifier\":"),
    };
    let pen = match m.qualifier {
        None => pen.plain(b"null,\"per\":"),
        Some(Qualifier::About) => pen.plain(b"\"about\",\"per\":"),
        Some(Qualifier::AtLeast) => pen.plain(b"\"at_least\",\"per\":"),
        Some(Qualifier::MoreThan) => pen.plain(b"\"more_than\",\"per\":"),
        Some(Qualifier::AtMost) => pen.plain(b"\"at_most\",\"per\":"),
        Some(Qualifier::LessThan) => pen.plain(b"\"less_than\",\"per\":"),
    };
    let pen = quoted_or_null(pen, m.per.map(Cited::get));
    let pen = match m.equivalent_of {
        Some(other) => pen.plain(b",\"equivalent_of\":\"m").number(other.number()).plain(b"\",\"what\":"),
        None => pen.plain(b",\"equivalent_of\":null,\"what\":"),
    };
    let pen = quoted_or_null(pen, m.what.map(Cited::get)).plain(b",\"sentence\":");
    rule(pen.number(m.sentence), m.rule)
}

/// A decimal as a JSON number: an integer when it is whole, else its own digits and no more.
fn amount(pen: Pen, amount: Option<Decimal>) -> Pen {
    match amount.map(|amount| amount.normalize()) {
        None => pen.plain(b"null"),
        Some(amount) if amount.scale() == 0 => pen.text(itoa::Buffer::new().format(amount.mantissa())),
        Some(amount) => rare(pen, &amount.to_f64()),
    }
}

/// A text between its marks.
fn quoted<'d>(pen: Pen<'d>, text: &str) -> Pen<'d> {
    pen.plain(b"\"").word(text).plain(b"\"")
}

fn quoted_or_null<'d>(pen: Pen<'d>, text: Option<&str>) -> Pen<'d> {
    match text {
        Some(text) => quoted(pen, text),
        None => pen.plain(b"null"),
    }
}

fn event<'d>(pen: Pen<'d>, e: &Told) -> Pen<'d> {
    let pen = kind(pen.plain(b"{\"id\":\"e").number(e.id().number()), e);
    let clause: Stretch<Cited> = e.clause();
    let pen = key(pen, &e.trigger()).plain(b"},\"text\":\"").passage(clause.text, clause.start, clause.end);
    let pen = items_of(ends_of_text(pen, clause.start, clause.end).plain(b",\"source\":["), e.source(), participant);
    let pen = items_of(pen.plain(b"],\"target\":["), e.target(), participant);
    let pen = match (e.time(), e.place()) {
        (None, None) => pen.plain(b"],\"time\":null,\"place\":null"),
        (time, place) => setting(pen, time, place),
    };
    let pen = pen.known(&STATUSES[usize::from(e.negated())][e.modality() as usize]);
    let pen = actor_id(pen, e.attributed_to()).plain(b",\"money\":[");
    let figure = |pen: Pen<'d>, id: &FindingId| pen.plain(b"\"m").number(id.number()).plain(b"\",");
    let pen = items_of(pen, e.money(), figure).plain(b"],\"sentence\":");
    rule(pen.number(e.sentence()), e.rule())
}

/// When and where an event was, from the closing bracket of its targets on.
fn setting<'d>(pen: Pen<'d>, time: Option<When<Cited>>, place: Option<Participant<Cited>>) -> Pen<'d> {
    let mut pen = pen.plain(b"],\"time\":");
    pen = match time {
        Some(when) => {
            let text = pen.plain(b"{\"text\":\"").stretch(when.text, when.start, when.end);
            let pen = ends_of_text(text, when.start, when.end);
            match when.date {
                Some(date) => pen.plain(b",\"date\":\"").text(date.get()).plain(b"\"},\"place\":"),
                None => pen.plain(b",\"date\":null},\"place\":"),
            }
        }
        None => pen.plain(b"null,\"place\":"),
    };
    match place {
        Some(place) => participant(pen, &place).back(",".len()),
        None => pen.plain(b"null"),
    }
}

/// What an event's negation and modality say of it, up to who reports it.
static STATUSES: [[Known<64>; MODALITIES.len()]; 2] = {
    let mut all = [const { [const { Known::joined(&[]) }; MODALITIES.len()] }; 2];
    let mut n = 0;
    while n < 2 * MODALITIES.len() {
        let (negated, (modality, name)) = (n % 2, MODALITIES[n / 2]);
        let parts = [",\"negated\":", ["false", "true"][negated], ",\"modality\":\"", name, "\",\"attributed_to\":"];
        all[negated][modality as usize] = Known::joined(&parts);
        n += 1;
    }
    all
};

const MODALITIES: [(Modality, &str); 5] = [
    (Modality::Actual, "actual"),
    (Modality::Future, "future"),
    (Modality::Possible, "possible"),
    (Modality::Conditional, "conditional"),
    (Modality::Denied, "denied"),
];

/// What an event's type says of it, up to the text of its trigger. It has a root when it has a type.
#[inline(always)]
fn kind<'d>(pen: Pen<'d>, e: &Told) -> Pen<'d> {
    let (Some(kind), Some(root)) = (e.kind(), e.cameo_root()) else {
        return pen.plain(b"\",\"type\":null,\"cameo_root\":null,\"quad_class\":null,\"trigger\":{\"text\":\"");
    };
    let (before, behind) = &KINDS[kind as usize];
    pen.known(before).code(root).known(behind)
}

/// What stands before and behind the root in an event of each type.
static KINDS: [(Known<48>, Known<48>); EventType::ALL.len()] = {
    let mut all = [const { (Known::joined(&[]), Known::joined(&[])) }; EventType::ALL.len()];
    let mut n = 0;
    while n < all.len() {
        let kind = EventType::ALL[n];
        let class = ["", "1", "2", "3", "4"][kind.quad_class() as usize];
        all[kind as usize].0 = Known::joined(&["\",\"type\":\"", name(kind), "\",\"cameo_root\":\""]);
        all[kind as usize].1 = Known::joined(&["\",\"quad_class\":", class, ",\"trigger\":{\"text\":\""]);
        n += 1;
    }
    all
};

const fn name(kind: EventType) -> &'static str {
    match kind {
        EventType::Agree => "AGREE",
        EventType::Consult => "CONSULT",
        EventType::Support => "SUPPORT",
        EventType::Concede => "CONCEDE",
        EventType::Cooperate => "COOPERATE",
        EventType::Aid => "AID",
        EventType::Retreat => "RETREAT",
        EventType::Request => "REQUEST",
        EventType::Accuse => "ACCUSE",
        EventType::Reject => "REJECT",
        EventType::Threaten => "THREATEN",
        EventType::Protest => "PROTEST",
        EventType::Sanction => "SANCTION",
        EventType::Mobilize => "MOBILIZE",
        EventType::Coerce => "COERCE",
        EventType::Assault => "ASSAULT",
    }
}

#[inline(always)]
fn participant<'d>(pen: Pen<'d>, p: &Participant<Cited>) -> Pen<'d> {
    let pen = match p.actor {
        Some(actor) => pen.plain(b"{\"actor\":\"a").number(actor.number()).plain(b"\",\"text\":\""),
        None => pen.plain(b"{\"actor\":null,\"text\":\""),
    };
    ends_of_text(pen.stretch(p.text, p.start, p.end), p.start, p.end).plain(b"},")
}

fn token<'d>(pen: Pen<'d>, t: &Spelled) -> Pen<'d> {
    let (start, end) = (t.start(), t.end());
    let pen = ends(pen, start, end).plain(b",\"text\":\"").stretch(t.text(), start, end);
    let pen = pen.known(&TAGS[t.tag() as usize]);
    let pen = match t.lemma() {
        Some(lemma) => pen.key(lemma),
        None => pen.stretch(t.text(), start, end),
    };
    pen.plain(b"\"},")
}

/// What stands between a token's text and its lemma, by its tag.
static TAGS: [Known<32>; Tag::ALL.len()] = {
    let mut all = [const { Known::joined(&[]) }; Tag::ALL.len()];
    let mut n = 0;
    while n < all.len() {
        all[n] = Known::joined(&["\",\"tag\":\"", Tag::ALL[n].name(), "\",\"lemma\":\""]);
        n += 1;
    }
    all
};

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of an article by this writer and by serde_json.
    fn both(text: &str, options: &nutgraf::Options) -> (String, String) {
        nutgraf::stages::view(text, options, &mut nutgraf::stages::Unwatched, |findings| {
            let mut wanted = Vec::new();
            serde_json::to_writer(super::super::json::Escaping(&mut wanted), &findings.analysis::<&str>()).unwrap();
            (String::from_utf8(line(&findings.head(), findings, text, None).unwrap()).unwrap(), String::from_utf8(wanted).unwrap() + "\n")
        })
    }

    #[test]
    fn a_line_is_what_serde_json_writes() {
        let text = "PARIS (AP) — “We paid about $4.5 million,” Ana Roe, the mayor of \"Port Ellery\", told the council on Tuesday. She added “we\nwill \
                    not pay more”. It cost at least $1.25 a barrel (£0.9), or 3 to 12 million euros, up from less than £900 billion for the \
                    pier.\n\nNorland attacked Sudria in May, officials said. The council met.\u{9b}";
        for options in [
            nutgraf::Options { explain: true, with_text: true, ..Default::default() },
            nutgraf::Options { offsets: OffsetUnit::Utf16, ..Default::default() },
            nutgraf::Options { only: nutgraf::Only { tokens: true, ..nutgraf::Only::NOTHING }, ..Default::default() },
            nutgraf::Options { only: nutgraf::Only::NOTHING, ..Default::default() },
        ] {
            for text in [text, &text.repeat(200), "", "“Oh!”"] {
                let (line, wanted) = both(text, &options);
                assert_eq!(line, wanted);
            }
        }
    }
}
