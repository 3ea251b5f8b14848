//! What people are and whom they belong to: titles before the name, appositions after it, "of" and "at" with an organisation.

use super::heads::head_in;
use super::{Cast, EntityIx, EntityRole, Gender, one_line};
use crate::analysis::ActorKind;
use crate::lexicon::{List, longest, words};
use crate::text::{Document, Shape, Tag, TokenIx, TokenRange};

/// Tokens of an apposition that are read for its role.
const APPOSITION: usize = 9;

/// Tokens of names and nouns that a lower-case title may have before it ("Federal Reserve governor").
const OFFICE: usize = 5;

/// A mention of a person with the title before it.
pub(super) struct Titled {
    pub entity: EntityIx,
    pub name: TokenRange,
    /// Empty without one.
    pub title: TokenRange,
    /// "m", "f", "h" for one that only greets.
    pub sign: &'static str,
}

/// Gives the people of a cast their roles, affiliations, countries and, where a title tells it, their sex.
pub(super) fn attach(doc: &Document, cast: &mut Cast, people: &[Titled]) {
    for person in people {
        if cast.entities[person.entity].kind != ActorKind::Person {
            continue;
        }
        if cast.entities[person.entity].gender == Gender::Unknown {
            cast.entities[person.entity].gender = Gender::from_sign(person.sign);
        }
        if !person.title.is_empty() && !person.sign.ends_with('h') {
            let role = office(doc, cast, person.title);
            note(doc, cast, person.entity, role);
            belong(doc, cast, person.entity, role);
        }
        let after = person.name.end as usize;
        owner(doc, cast, person);
        if let Some(role) = apposition(doc, after) {
            let second = second_role(doc, role);
            for role in [Some(role), second].into_iter().flatten() {
                note(doc, cast, person.entity, role);
                belong(doc, cast, person.entity, role);
            }
            body_after(doc, cast, person.entity, second.unwrap_or(role).end as usize);
        } else {
            body_after(doc, cast, person.entity, after);
        }
    }
}

/// The title with the names and nouns right before it that say whose it is.
fn office(doc: &Document, cast: &Cast, title: TokenRange) -> TokenRange {
    let mut from = title.first();
    for _ in 0..OFFICE {
        let Some(before) = from.checked_sub(1) else { break };
        let tag = doc.tokens[before].tag;
        let named = cast.at(before).is_some_and(|m| cast.entities[m.entity].kind != ActorKind::Person);
        let upper = |ix: TokenIx| doc.tokens[ix].shape.has(Shape::CAPITAL);
        if doc.word(before).is_in(List::Title) || !named && upper(from) && !upper(before) {
            break;
        }
        let modifies = named
            || doc.word(before).is_in(List::Demonym)
            || matches!(tag, Tag::NN | Tag::NNP | Tag::HYPH) && !doc.word(before).is_in(List::Weekday)
            || tag == Tag::JJ && upper(from) && upper(before);
        if !modifies || doc.tokens[from].shape.has(Shape::SENTENCE_START) {
            break;
        }
        from = before;
    }
    // "five-time champion": without the number the rest says nothing.
    if doc.tokens[from].tag == Tag::HYPH && from + 2 <= title.first() {
        from += 2;
    }
    TokenRange::new(from, title.end as usize)
}

/// The role in an apposition after a name: ", the country's prime minister," or ", president of X".
fn apposition(doc: &Document, after: TokenIx) -> Option<TokenRange> {
    let end = doc.tokens.len().min(after + APPOSITION);
    if after >= end || doc.word_text(after) != "," {
        return None;
    }
    let mut from = after + 1;
    while from < end && matches!(doc.tokens[from].tag, Tag::DT | Tag::PRPS) {
        from += 1;
    }
    let mut at = from;
    while at < end {
        let title = longest(doc, at, |w| w.is_in(List::Title)).filter(|_| matches!(doc.tokens[at].tag, Tag::NN | Tag::NNP | Tag::JJ | Tag::None));
        if let Some((_, n)) = title {
            let to = at + n;
            let closes = to >= doc.tokens.len()
                || matches!(doc.word_text(to), "," | "." | ";" | ")")
                || matches!(doc.tokens[to].tag, Tag::IN | Tag::WP | Tag::CC | Tag::VBN);
            return (closes && doc.sentence_of(after) == doc.sentence_of(to.min(doc.tokens.len()) - 1)).then(|| TokenRange::new(from, to));
        }
        if !matches!(doc.tokens[at].tag, Tag::JJ | Tag::NN | Tag::NNP | Tag::NNPS | Tag::POS | Tag::HYPH | Tag::VBN | Tag::CD | Tag::NNS | Tag::VBG) {
            return None;
        }
        at += 1;
    }
    None
}

/// "president and chief executive": the role that an "and" ties to another.
fn second_role(doc: &Document, first: TokenRange) -> Option<TokenRange> {
    let and = first.end as usize;
    if and + 1 >= doc.tokens.len() || !doc.is(and, words!["and", "&"]) {
        return None;
    }
    let (_, n) = longest(doc, and + 1, |w| w.is_in(List::Title))?;
    let same = doc.sentence_of(and) == doc.sentence_of(and + n) && !doc.word(and + n).is_in(List::FirstName);
    same.then(|| TokenRange::new(and + 1, and + 1 + n))
}

/// "Norbank's Ana Holt": whose name stands before a person's own and title.
fn owner(doc: &Document, cast: &mut Cast, person: &Titled) {
    let from = if person.title.is_empty() { person.name.first() } else { person.title.first() };
    if let Some(mark) = from.checked_sub(1).filter(|mark| doc.is(*mark, words!["'s", "'"]))
        && let Some(&body) = mark.checked_sub(1).and_then(|last| cast.at(last))
    {
        tie(cast, person.entity, body.entity);
    }
}

fn note(doc: &Document, cast: &mut Cast, entity: EntityIx, role: TokenRange) {
    let text = one_line(doc, role);
    let roles = &mut cast.entities[entity].roles;
    if roles.len() < 8 && roles.iter().all(|known| known.text != text) {
        roles.push(EntityRole { text, head: head_in(doc, role) });
    }
}

/// An organisation or a country named inside a role.
fn belong(doc: &Document, cast: &mut Cast, entity: EntityIx, role: TokenRange) {
    let from = cast.next(role.first());
    for n in from..from + cast.within(role).len() {
        tie(cast, entity, cast.mentions[n].entity);
    }
    let nation = role.range().find_map(|ix| doc.word(ix).value(List::Demonym).filter(|c| c.len() == 2));
    let actor = &mut cast.entities[entity];
    actor.country = actor.country.or(nation);
}

/// "of X", "at X", "from X" right after a name or a role.
fn body_after(doc: &Document, cast: &mut Cast, entity: EntityIx, after: TokenIx) {
    if after + 1 >= doc.tokens.len() || !doc.is(after, words!["of", "at", "with", "for"]) {
        return;
    }
    let at = if matches!(doc.tokens[after + 1].tag, Tag::DT) { after + 2 } else { after + 1 };
    if at < doc.tokens.len()
        && doc.sentence_of(at) == doc.sentence_of(after)
        && let Some(&mention) = cast.at(at)
    {
        tie(cast, entity, mention.entity);
    }
}

fn tie(cast: &mut Cast, person: EntityIx, body: EntityIx) {
    if person == body {
        return;
    }
    let (kind, country) = (cast.entities[body].kind, cast.entities[body].country);
    let actor = &mut cast.entities[person];
    match kind {
        ActorKind::Organization => {
            actor.affiliation = actor.affiliation.or(Some(body));
            actor.country = actor.country.or(country);
        }
        ActorKind::Country => actor.country = actor.country.or(country),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn roles_and_bodies_come_from_titles_and_appositions() {
        for (text, name, role, body) in [
            ("They met Norwegian Prime Minister Anna Holt.", "Anna Holt", "Norwegian Prime Minister", None),
            (
                "They met Anna Holt, the chief executive of Qwellby Textiles Inc, on Monday.",
                "Anna Holt",
                "chief executive",
                Some("Qwellby Textiles Inc"),
            ),
            ("They met State Department spokesman Tobin Quill.", "Tobin Quill", "State Department spokesman", Some("State Department")),
            ("Civil Protection Minister Anna Holt left.", "Anna Holt", "Civil Protection Minister", None),
            ("Norway's interior minister, Anna Holt, left.", "Anna Holt", "interior minister", None),
            ("He was replaced by his own deputy, Tobin Quill.", "Tobin Quill", "deputy", None),
            ("They met Unilever's director Tobin Quill.", "Tobin Quill", "director", Some("Unilever")),
        ] {
            let actors = analyze(text, &Options::default()).actors.unwrap();
            let actor = actors.iter().find(|a| a.name == name).unwrap_or_else(|| panic!("{text}: no {name}"));
            assert_eq!(actor.roles, [role], "{text}");
            let found = actor.affiliation.as_ref().and_then(|id| actors.iter().find(|a| &a.id == id)).map(|a| a.name.as_str());
            assert_eq!(found, body, "{text}");
        }
    }
}
