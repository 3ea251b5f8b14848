//! JSON Lines: an analysis on one line, field by field what serde_json writes of it, as a test holds.

use nutgraf::Analysis;
use nutgraf::analysis::{
    Actor, ActorKind, Event, EventType, FindingId, Form, Key, Mention, Modality, Participant, Party, Quote, QuoteKind, Sentence, Stretch, Token,
};
use nutgraf::text::{OffsetUnit, SentenceKind};
use serde::Serialize;

use super::pen::{Cell, Page, Pen};

/// Bytes made room for: the findings of a short article take less.
const ROOM: usize = 16 << 10;

/// Bytes of findings for each of the text: most articles have fewer.
const ROOM_EACH: usize = 16;

/// The line of what was found in a text.
pub fn line(analysis: &Analysis<&str>, text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(ROOM + ROOM_EACH * text.len());
    let (page, mut cell) = (Page::new(text, analysis.offsets == OffsetUnit::Byte), Cell::new());
    let pen = head(Pen::new(&page, &mut cell, &mut out), analysis);
    let pen = lists(pen, analysis);
    let pen = rare(pen.plain(b",\"warnings\":"), &analysis.warnings);
    let _ = pen.plain(b"}\n").flush();
    out
}

/// What comes once in a document, or seldom: serde_json writes it.
fn rare<'a>(pen: Pen<'a>, value: &impl Serialize) -> Pen<'a> {
    // Writing to memory does not fail, and the analysis holds nothing that has no place in JSON.
    pen.others(|out| {
        let _ = serde_json::to_writer(out, value);
    })
}

fn head<'a>(pen: Pen<'a>, analysis: &Analysis<&str>) -> Pen<'a> {
    let pen = pen.plain(b"{\"schema_version\":").number(analysis.schema_version);
    let pen = rare(pen.plain(b",\"id\":"), &analysis.id);
    let pen = rare(pen.plain(b",\"offsets\":"), &analysis.offsets);
    let pen = pen.plain(b",\"length\":").number(analysis.length);
    let pen = rare(pen.plain(b",\"title\":"), &analysis.title);
    let pen = rare(pen.plain(b",\"dateline\":"), &analysis.dateline);
    let mut pen = rare(pen.plain(b",\"published\":"), &analysis.published);
    if let Some(text) = &analysis.text {
        pen = rare(pen.plain(b",\"text\":"), text);
    }
    id(pen.plain(b",\"main_event\":"), analysis.main_event)
}

fn lists<'a>(mut pen: Pen<'a>, analysis: &Analysis<&str>) -> Pen<'a> {
    if let Some(sentences) = &analysis.sentences {
        pen = list(pen.plain(b",\"sentences\":"), sentences, sentence);
    }
    if let Some(actors) = &analysis.actors {
        pen = list(pen.plain(b",\"actors\":"), actors, actor);
    }
    if let Some(quotes) = &analysis.quotes {
        pen = list(pen.plain(b",\"quotes\":"), quotes, quote);
    }
    if let Some(money) = &analysis.money {
        pen = list(pen.plain(b",\"money\":"), money, rare);
    }
    if let Some(events) = &analysis.events {
        pen = list(pen.plain(b",\"events\":"), events, event);
    }
    if let Some(tokens) = &analysis.tokens {
        pen = list(pen.plain(b",\"tokens\":"), tokens, token);
    }
    pen
}

/// The items between brackets, commas between them.
#[inline(always)]
fn list<'a, T>(pen: Pen<'a>, items: &[T], write: impl Fn(Pen<'a>, &T) -> Pen<'a>) -> Pen<'a> {
    let mut pen = pen.plain(b"[");
    for (n, item) in items.iter().enumerate() {
        pen = write(if n == 0 { pen } else { pen.plain(b",") }.room(), item);
    }
    pen.plain(b"]")
}

/// What there is, else null.
#[inline(always)]
fn perhaps<'a, T>(pen: Pen<'a>, item: &Option<T>, write: impl FnOnce(Pen<'a>, &T) -> Pen<'a>) -> Pen<'a> {
    match item {
        Some(item) => write(pen, item),
        None => pen.plain(b"null"),
    }
}

#[inline(always)]
fn id(pen: Pen, id: Option<FindingId>) -> Pen {
    perhaps(pen, &id, |pen, id| pen.id(*id))
}

/// `,"start":…,"end":…`
#[inline(always)]
fn ends(pen: Pen, start: u32, end: u32) -> Pen {
    pen.plain(b",\"start\":").number(start).plain(b",\"end\":").number(end)
}

/// The rule of a finding, when it is asked for.
#[inline(always)]
fn rule<'a>(pen: Pen<'a>, rule: Option<&'static str>) -> Pen<'a> {
    match rule {
        Some(rule) => pen.plain(b",\"rule\":").text(rule).plain(b"}"),
        None => pen.plain(b"}"),
    }
}

fn sentence<'a>(pen: Pen<'a>, s: &Sentence) -> Pen<'a> {
    let pen = pen.plain(b"{\"start\":").number(s.start).plain(b",\"end\":").number(s.end);
    let pen = pen.plain(b",\"paragraph\":").number(s.paragraph);
    match s.kind {
        SentenceKind::Prose => pen.plain(b",\"kind\":\"prose\"}"),
        SentenceKind::Heading => pen.plain(b",\"kind\":\"heading\"}"),
        SentenceKind::Dateline => pen.plain(b",\"kind\":\"dateline\"}"),
        SentenceKind::Boilerplate => pen.plain(b",\"kind\":\"boilerplate\"}"),
    }
}

fn actor<'a>(pen: Pen<'a>, a: &Actor<&str>) -> Pen<'a> {
    let pen = pen.plain(b"{\"id\":").id(a.id).plain(b",\"name\":").word(a.name);
    let pen = match a.kind {
        ActorKind::Person => pen.plain(b",\"kind\":\"person\",\"roles\":"),
        ActorKind::Organization => pen.plain(b",\"kind\":\"organization\",\"roles\":"),
        ActorKind::Country => pen.plain(b",\"kind\":\"country\",\"roles\":"),
        ActorKind::Place => pen.plain(b",\"kind\":\"place\",\"roles\":"),
        ActorKind::Group => pen.plain(b",\"kind\":\"group\",\"roles\":"),
    };
    let pen = list(pen, &a.roles, |pen, role| pen.text(role));
    let pen = id(pen.plain(b",\"affiliation\":"), a.affiliation);
    let pen = perhaps(pen.plain(b",\"country\":"), &a.country, |pen, country| pen.word(country));
    let mut pen = list(pen.plain(b",\"mentions\":"), &a.mentions, mention);
    if let Some(rule) = a.rule {
        pen = pen.plain(b",\"rule\":").text(rule);
    }
    if !a.evidence.is_empty() {
        pen = rare(pen.plain(b",\"evidence\":"), &a.evidence);
    }
    pen.plain(b"}")
}

fn mention<'a>(pen: Pen<'a>, m: &Mention<&str>) -> Pen<'a> {
    let pen = pen.plain(b"{\"start\":").number(m.start).plain(b",\"end\":").number(m.end);
    let pen = pen.plain(b",\"text\":").stretch(m.text, m.start, m.end);
    let pen = match m.form {
        Form::Name => pen.plain(b",\"form\":\"name\""),
        Form::Description => pen.plain(b",\"form\":\"description\""),
        Form::Pronoun => pen.plain(b",\"form\":\"pronoun\""),
    };
    rule(pen, m.rule)
}

fn quote<'a>(pen: Pen<'a>, q: &Quote<&str>) -> Pen<'a> {
    let pen = pen.plain(b"{\"id\":").id(q.id);
    let pen = match q.kind {
        QuoteKind::Direct => pen.plain(b",\"kind\":\"direct\""),
        QuoteKind::Mixed => pen.plain(b",\"kind\":\"mixed\""),
        QuoteKind::Indirect => pen.plain(b",\"kind\":\"indirect\""),
    };
    let pen = ends(pen, q.start, q.end).plain(b",\"text\":").stretch(q.text, q.start, q.end);
    let pen = list(pen.plain(b",\"quoted\":"), &q.quoted, stretch);
    let pen = perhaps(pen.plain(b",\"speaker\":"), &q.speaker, party);
    let pen = perhaps(pen.plain(b",\"addressee\":"), &q.addressee, party);
    let pen = perhaps(pen.plain(b",\"cue\":"), &q.cue, key);
    let pen = id(pen.plain(b",\"continues\":"), q.continues);
    rule(pen.plain(b",\"sentence\":").number(q.sentence), q.rule)
}

fn stretch<'a>(pen: Pen<'a>, s: &Stretch<&str>) -> Pen<'a> {
    let pen = pen.plain(b"{\"start\":").number(s.start).plain(b",\"end\":").number(s.end);
    pen.plain(b",\"text\":").stretch(s.text, s.start, s.end).plain(b"}")
}

fn party<'a>(pen: Pen<'a>, p: &Party<&str>) -> Pen<'a> {
    let pen = id(pen.room().plain(b"{\"actor\":"), p.actor).plain(b",\"name\":").word(p.name);
    ends(pen.plain(b",\"text\":").stretch(p.text, p.start, p.end), p.start, p.end).plain(b"}")
}

#[inline(always)]
fn key<'a>(pen: Pen<'a>, k: &Key<&str>) -> Pen<'a> {
    let pen = pen.plain(b"{\"text\":").stretch(k.text, k.start, k.end).plain(b",\"lemma\":").word(k.lemma);
    ends(pen, k.start, k.end).plain(b"}")
}

fn event<'a>(pen: Pen<'a>, e: &Event<&str>) -> Pen<'a> {
    let pen = kind(pen.plain(b"{\"id\":").id(e.id), e);
    let pen = key(pen.plain(b",\"trigger\":"), &e.trigger).plain(b",\"text\":").stretch(e.text, e.start, e.end);
    let pen = list(ends(pen, e.start, e.end).plain(b",\"source\":"), &e.source, participant);
    let pen = list(pen.plain(b",\"target\":"), &e.target, participant);
    let pen = perhaps(pen.room().plain(b",\"time\":"), &e.time, |pen, when| {
        let pen = ends(pen.plain(b"{\"text\":").stretch(when.text, when.start, when.end), when.start, when.end);
        perhaps(pen.plain(b",\"date\":"), &when.date, |pen, date| pen.text(date)).plain(b"}")
    });
    let pen = perhaps(pen.plain(b",\"place\":"), &e.place, participant);
    let pen = pen.plain(b",\"negated\":").bool(e.negated);
    let pen = match e.modality {
        Modality::Actual => pen.plain(b",\"modality\":\"actual\",\"attributed_to\":"),
        Modality::Future => pen.plain(b",\"modality\":\"future\",\"attributed_to\":"),
        Modality::Possible => pen.plain(b",\"modality\":\"possible\",\"attributed_to\":"),
        Modality::Conditional => pen.plain(b",\"modality\":\"conditional\",\"attributed_to\":"),
        Modality::Denied => pen.plain(b",\"modality\":\"denied\",\"attributed_to\":"),
    };
    let pen = list(id(pen, e.attributed_to).plain(b",\"money\":"), &e.money, |pen, money| pen.id(*money));
    rule(pen.plain(b",\"sentence\":").number(e.sentence), e.rule)
}

/// What an event's type says of it.
#[inline(always)]
fn kind<'a>(pen: Pen<'a>, e: &Event<&str>) -> Pen<'a> {
    let pen = match (e.kind, e.cameo_root, e.quad_class) {
        (None, None, None) => return pen.plain(b",\"type\":null,\"cameo_root\":null,\"quad_class\":null"),
        (kind, _, _) => perhaps(pen.plain(b",\"type\":"), &kind, |pen, kind| pen.word(name(*kind))),
    };
    let pen = perhaps(pen.plain(b",\"cameo_root\":"), &e.cameo_root, |pen, root| pen.word(root));
    perhaps(pen.plain(b",\"quad_class\":"), &e.quad_class, |pen, class| pen.number(u32::from(*class)))
}

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

fn participant<'a>(pen: Pen<'a>, p: &Participant<&str>) -> Pen<'a> {
    let pen = id(pen.plain(b"{\"actor\":"), p.actor).plain(b",\"text\":").stretch(p.text, p.start, p.end);
    ends(pen, p.start, p.end).plain(b"}")
}

fn token<'a>(pen: Pen<'a>, t: &Token<&str>) -> Pen<'a> {
    let pen = pen.plain(b"{\"start\":").number(t.start).plain(b",\"end\":").number(t.end);
    let pen = pen.plain(b",\"text\":").stretch(t.text, t.start, t.end).plain(b",\"tag\":").word(t.tag);
    pen.plain(b",\"lemma\":").word(t.lemma).plain(b"}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of an article by this writer and by serde_json.
    fn both(text: &str, options: &nutgraf::Options) -> (String, String) {
        nutgraf::stages::view(text, options, &mut nutgraf::stages::Unwatched, |analysis| {
            let mut wanted = serde_json::to_vec(&analysis).unwrap();
            super::super::pen::escape(&mut wanted, 0);
            (String::from_utf8(line(&analysis, text)).unwrap(), String::from_utf8(wanted).unwrap() + "\n")
        })
    }

    #[test]
    fn a_line_is_what_serde_json_writes() {
        let text = "PARIS (AP) — “We paid about $4.5 million,” Ana Roe, the mayor of \"Port Ellery\", told the council on Tuesday. She added “we\nwill \
                    not pay more”.\n\nNorland attacked Sudria in May, officials said. The council met.\u{9b}";
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
