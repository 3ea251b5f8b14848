//! Descriptions that stand beside a name: appositions, predicates, "the company Norland Steel", "a group called Red Dawn".

use super::profile::Noun;
use super::stage::{Place, place};
use super::{EntityIx, Resolver};
use crate::analysis::{ActorKind, Form, Text};
use crate::extract::actors::heads::{head_in, head_word};
use crate::extract::actors::{EntityRole, Mention, one_line};
use crate::extract::rule::Card;
use crate::lexicon::{List, WordId, Words, words};
use crate::tagger::lemma_word;
use crate::text::{Clause, Maybe, NounGroup, NounKind, Role, Tag, TokenIx, TokenRange};

pub(super) const APPOSITION: Card = Card {
    id: "actors/apposition",
    what: "A common noun between commas beside a name describes the one named.",
    fires: &[
        ("Maria Ruiz, editor of the paper, resigned on Monday.", "editor = Maria Ruiz"),
        ("Ireland's prime minister, Tom Hale, resigned on Monday.", "prime minister = Tom Hale"),
        ("Maria Ruiz, a lawyer for the union, said the deal was dead.", "a lawyer = Maria Ruiz"),
        ("Tom Hale left. His spokeswoman, Maria Ruiz, said so.", "spokeswoman = Maria Ruiz"),
        ("A boy left the hospital, the interior minister, Tom Hale, told a news conference.", "the interior minister = Tom Hale"),
        ("The head of energy policy, Maria Ruiz, resigned on Monday.", "The head = Maria Ruiz"),
        ("They fined Tom Hale, a grocer whose shops are closed.", "a grocer = Tom Hale"),
    ],
    silent: &[
        "According to Maria Ruiz, a driver was hurt.",
        "Maria Ruiz, police officers and two drivers were hurt.",
        "In a letter sent by a lawyer, Tom Hale, 61, said it was over.",
    ],
};
pub(super) const PREDICATE: Card = Card {
    id: "actors/predicate",
    what: "A noun that a form of “be” or “become” says of an actor describes the actor.",
    fires: &[("Maria Ruiz is the mayor.", "the mayor = Maria Ruiz")],
    silent: &["Maria Ruiz is not the mayor.", "Maria Ruiz is tired."],
};
pub(super) const BEFORE_NAME: Card = Card {
    id: "actors/noun-before-name",
    what: "A determiner and a noun right before a name of that kind describe the one named.",
    fires: &[("The company Microsoft cut prices on Monday.", "The company = Microsoft")],
    silent: &["The company met Microsoft on Monday."],
};
pub(super) const CALLED: Card = Card {
    id: "actors/called",
    what: "What is “called” or “known as” a name is the one named.",
    fires: &[("Police arrested members of a group called Islamic State on Monday.", "a group = Islamic State")],
    silent: &["Maria Ruiz called the group on Monday.", "Karl Voss left. His sister never called him Karl."],
};

/// Tokens before a name among which its determiner is looked for.
const BEFORE_NAME_TOKENS: usize = 6;

/// Noun groups between a noun and the "called" behind it.
const CALLED_WINDOW: u32 = 4;

impl Resolver<'_, '_, '_> {
    /// The descriptions that stand before a name and belong to it; `base` is the noun that it goes with.
    pub(super) fn beside_name(&mut self, group: u32, g: &NounGroup, name: &Mention, base: Option<u32>) {
        self.noun_before(g, name.tokens, name.entity);
        self.sort_of_place(g, name.entity);
        // What a name is called may tell its sex, and then the noun before it no longer fits.
        let base = if self.called(group, g, name.entity) { self.base(group, g, name.entity) } else { base };
        // "Norland's prime minister, Ana Ruiz"; "a lawyer, Bo Pike".
        if let Some(renamed) = base {
            self.rename(renamed, group, name.entity);
        }
    }

    /// The common noun before a name that the name goes with.
    pub(super) fn base(&self, group: u32, g: &NounGroup, entity: EntityIx) -> Option<u32> {
        // "the envoy to the Norland Union, Bo Pike": no person renames an organisation.
        let up = |r: u32| match self.named(r) {
            Some(other) if self.profiles[other].kind != self.profiles[entity].kind => self.doc.noun(r).noun().filter(|n| *n < r),
            _ => Some(r),
        };
        let renamed =
            g.renames().filter(|r| *r < group).and_then(up).filter(|r| self.named(*r).is_some() || self.describes(self.doc.noun(*r), entity));
        renamed.or_else(|| self.beside_object(group, g)).or_else(|| self.noun_before_comma(group, g)).filter(|base| !self.fronted(*base, g))
    }

    /// "Its head of policy", "the chair of the committee", "the panel's chair": nouns that mean a person only where they say of what.
    fn heads(&self, g: &NounGroup) -> bool {
        let doc = self.doc;
        let next = g.tokens.end as usize;
        let whose = g.possessor.is_some() && !doc.is(g.head, words!["head"]);
        doc.is(g.head, words!["head", "chair", "co-chair"]) && (whose || next < doc.tokens.len() && doc.is(next, words!["of"]))
    }

    /// "Through his lawyer, Tom Hale said": a noun behind the preposition that opens the sentence, and the name its subject.
    fn fronted(&self, base: u32, g: &NounGroup) -> bool {
        let doc = self.doc;
        let opener = doc.sentences[self.sentence].tokens.first();
        let (comma, mut next) = (g.tokens.first().saturating_sub(1), g.tokens.end as usize);
        if doc.noun(base).preposition().is_none() || comma <= opener || comma > opener + FRONTED_LIMIT {
            return false;
        }
        let tag = |ix: TokenIx| doc.tokens.get(ix).map_or(Tag::None, |t| t.tag);
        if tag(next) == Tag::Comma && tag(next + 1) == Tag::CD && tag(next + 2) == Tag::Comma {
            next += 3;
        }
        let finite = |tag: Tag| tag.has_tense();
        // "As governor, Tom Hale said": that is he.
        matches!(tag(opener), Tag::IN | Tag::TO | Tag::VBG)
            && !doc.is(opener, words!["as"])
            && tag(comma) == Tag::Comma
            && finite(tag(next))
            && (opener..comma).all(|ix| tag(ix) != Tag::Comma && !finite(tag(ix)))
    }

    /// "leaving its rival the Red Dawn": a noun and a name side by side behind a verb that names nobody.
    fn beside_object(&self, group: u32, g: &NounGroup) -> Option<u32> {
        let doc = self.doc;
        let before = group.checked_sub(1)?;
        let b = doc.noun(before);
        let verb = doc.verb(g.verb().filter(|_| g.role == Role::Predicate)?);
        let names = lemma_word(doc, verb.head).is_in(List::NamingVerb);
        let noun = Noun::of(doc.word(b.head)).is_some() && doc.tokens[b.head].tag == Tag::NN;
        (!names && noun && verb.object() == Some(before) && b.tokens.end == g.tokens.start).then_some(before)
    }

    /// Ties the group before a name to the entity of the name.
    fn rename(&mut self, group: u32, name: u32, entity: EntityIx) {
        let g = *self.doc.noun(group);
        if self.meant[group as usize].get().is_some_and(|e| e != entity) && self.named(group).is_some() || !self.describes(&g, entity) {
            return;
        }
        debug_assert!(group < name);
        if self.named(group).is_none() {
            self.drop_at(g.head);
            self.tell(&g, entity, APPOSITION.id);
            self.meant[group as usize] = Maybe::some(entity);
            self.stage.known(group, entity);
        }
    }

    /// Takes back what a later, surer sieve knows better.
    fn drop_at(&mut self, head: TokenIx) {
        if let Some(at) = self.added.iter().rev().take(LATELY).position(|m| m.tokens.holds(head)) {
            let at = self.added.len() - 1 - at;
            self.added.remove(at);
        }
    }

    /// "…'s prime minister, NAME" where the groups do not say so: a person noun, a comma, the name, and then a comma or verb.
    fn noun_before_comma(&self, group: u32, g: &NounGroup) -> Option<u32> {
        let doc = self.doc;
        let before = group.checked_sub(1)?;
        let comma = g.tokens.first() - 1;
        if doc.tokens[comma].tag != Tag::Comma || doc.noun(before).tokens.end as usize != comma || g.next.is_some() {
            return None;
        }
        // "the envoy to Norland, Bo Pike", "its head of energy policy, Bo Pike": the noun that another leans on.
        let person = |b: u32| self.named(b).is_none() && Noun::of(doc.word(doc.noun(b).head)).is_some_and(|n| n.kind == ActorKind::Person);
        let behind = |b: u32| doc.noun(b).noun().filter(|n| *n < b && !person(b));
        let base = behind(before).unwrap_or(before);
        let b = doc.noun(base);
        if matches!(b.kind, NounKind::Pronoun | NounKind::Time) || self.named(base).is_some() || b.previous().is_some() {
            return None;
        }
        let singular = doc.tokens[b.head].tag != Tag::NNS;
        let closes =
            doc.tokens.get(g.tokens.end as usize).is_some_and(|t| matches!(t.tag, Tag::Comma | Tag::Period) || t.tag.is_verb() || t.tag == Tag::MD);
        let person = self.heads(b) || Noun::of(doc.word(b.head))?.kind == ActorKind::Person;
        (singular && closes && person).then_some(base)
    }

    /// "the company Norland Steel": what stands in the group before the name.
    pub(super) fn noun_before(&mut self, g: &NounGroup, name: TokenRange, entity: EntityIx) {
        let (doc, last) = (self.doc, name.first());
        if last < g.tokens.first() + 2 {
            return;
        }
        let back = (g.tokens.first()..last).rev().take(BEFORE_NAME_TOKENS);
        let first = back.take_while(|ix| !matches!(doc.tokens[*ix].tag, Tag::POS)).find(|ix| matches!(doc.tokens[*ix].tag, Tag::DT | Tag::PRPS));
        let Some(first) = first else { return };
        if last < first + 2 || !matches!(doc.tokens[first].tag, Tag::DT | Tag::PRPS) || doc.tokens[last - 1].tag != Tag::NN {
            return;
        }
        let noun = Noun::of(doc.word(last - 1));
        if self.profiles[entity].kind != ActorKind::Person && noun.is_some_and(|n| self.same_kind(n, entity)) {
            let at = NounGroup { tokens: TokenRange::new(first, last), head: last - 1, ..*g };
            self.tell(&at, entity, BEFORE_NAME.id);
        }
    }

    /// "a group called Red Dawn", "a militia known as Red Dawn": says whether it is so.
    fn called(&mut self, group: u32, g: &NounGroup, entity: EntityIx) -> bool {
        let doc = self.doc;
        let Some(v) = g.verb().map(|v| doc.verb(v)) else { return false };
        // "his sister never called him Karl": the sister is not called so.
        if v.finite
            || !v.passive
            || v.clause == Clause::Main
            || v.head > g.head
            || !words!["call", "name", "dub", "know", "term"].has(lemma_word(doc, v.head).id())
        {
            return false;
        }
        // "a group within the Norland Union called Red Dawn": not the union.
        let Some(next) = v.describes().or(v.subject()) else { return false };
        let described = if self.named(next).is_some() { doc.noun(next).noun().unwrap_or(next) } else { next };
        let d = *doc.noun(described);
        let near = group.checked_sub(described).is_some_and(|gap| gap <= CALLED_WINDOW);
        let free = self.meant[described as usize].is_none() && self.named(described).is_none();
        let is_called =
            d.head < v.head && near && free && d.kind == NounKind::Common && doc.tokens[d.head].tag == Tag::NN && self.describes(&d, entity);
        if is_called {
            self.tell(&d, entity, CALLED.id);
            self.meant[described as usize] = Maybe::some(entity);
        }
        is_called
    }

    /// What a common noun says of a name before it: an apposition or a predicate.
    pub(super) fn after_name(&self, group: u32, g: &NounGroup) -> Option<(EntityIx, &'static str)> {
        let doc = self.doc;
        if let Some(renamed) = g.renames().filter(|r| *r < group) {
            let entity = self.meant[renamed as usize].get()?;
            let one = doc.tokens[g.head].tag != Tag::NNS && self.closed(renamed, g);
            return (one && self.describes(g, entity)).then_some((entity, APPOSITION.id));
        }
        if g.role == Role::Predicate {
            let verb = doc.verb(g.verb()?);
            let subject = verb.subject()?;
            let entity = self.meant[subject as usize].get()?;
            let says = words!["be", "become", "remain"].has(lemma_word(doc, verb.head).id()) && !verb.negated && verb.modal().is_none();
            let determined = matches!(doc.tokens[g.tokens.first()].tag, Tag::DT | Tag::PRPS) || g.possessor.is_some();
            let noun = Noun::of(doc.word(g.head))?;
            let one = doc.noun(subject).next().is_none() && doc.noun(subject).previous().is_none();
            return (says && determined && one && self.same_kind(noun, entity)).then_some((entity, PREDICATE.id));
        }
        self.bare_apposition(group, g)
    }

    /// Whether an apposition ends before a verb: in "according to Ruiz, a driver was hurt" the driver is a subject.
    fn closed(&self, renamed: u32, g: &NounGroup) -> bool {
        let doc = self.doc;
        if doc.noun(renamed).preposition().is_none() && (place(doc, doc.noun(renamed)).0 == Place::Subject || self.speaks(doc.noun(renamed))) {
            return true;
        }
        for token in doc.tokens[g.tokens.end as usize..].iter().take(CLOSED_WINDOW) {
            match token.tag {
                Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD => return false,
                Tag::Comma | Tag::Period | Tag::WP | Tag::WPS | Tag::WDT | Tag::Colon | Tag::CC => return true,
                _ => {}
            }
        }
        true
    }

    /// "Ana Ruiz, editor at the Norland Post, said": a person noun without determiner after name and comma.
    fn bare_apposition(&self, group: u32, g: &NounGroup) -> Option<(EntityIx, &'static str)> {
        let doc = self.doc;
        let first = g.tokens.first();
        let comma = first.checked_sub(1)?;
        // "According to Ruiz, a driver was hurt": a subject of its own.
        if doc.tokens[comma].tag != Tag::Comma
            || g.role == Role::Subject && !self.speaks(doc.noun(group.saturating_sub(1)))
            || g.previous().is_some()
            || doc.tokens[g.head].tag == Tag::NNS
        {
            return None;
        }
        let before = group.checked_sub(1)?;
        // "Ana Ruiz, 52, a teacher": the number is a group of its own.
        let b = doc.noun(before);
        let number = doc.tokens[b.head].tag == Tag::CD && b.tokens.len() == 1;
        let before = if number { before.checked_sub(1)? } else { before };
        let b = doc.noun(before);
        if !self.closed(before, g) {
            return None;
        }
        let reaches = b.tokens.end as usize + if number { 2 } else { 0 } == comma;
        let entity = self.named(before)?;
        let noun = Noun::of(doc.word(g.head))?;
        let person = noun.kind == ActorKind::Person && self.profiles[entity].kind == ActorKind::Person;
        let body = (doc.tokens[first].tag == Tag::DT || g.possessor.is_some()) && noun.kind != ActorKind::Person && self.same_kind(noun, entity);
        (reaches && (person || body) && b.next().is_none()).then_some((entity, APPOSITION.id))
    }

    /// Whether a common noun beside a name can describe the one named.
    fn describes(&self, g: &NounGroup, entity: EntityIx) -> bool {
        let word = self.doc.word(g.head);
        if g.kind != NounKind::Common {
            return g.kind == NounKind::Name && Noun::of(word).is_some_and(|n| self.same_kind(n, entity));
        }
        match Noun::of(word) {
            Some(noun) => self.same_kind(noun, entity),
            None => {
                let tag = self.doc.tokens[g.head].tag;
                let determined = matches!(self.doc.tokens[g.tokens.first()].tag, Tag::DT | Tag::PRPS | Tag::CD) || g.possessor.is_some();
                let text = self.doc.word_text(g.head);
                match self.profiles[entity].kind {
                    ActorKind::Person if self.heads(g) => true,
                    ActorKind::Person => determined && tag == Tag::NN && AGENT.iter().any(|end| text.ends_with(end)),
                    ActorKind::Organization => determined && tag == Tag::NN && g.renames().is_some(),
                    _ => false,
                }
            }
        }
    }

    /// Whether a noun's kind goes with an entity; an organisation may be told by its place, and the other way round.
    pub(super) fn same_kind(&self, noun: Noun, entity: EntityIx) -> bool {
        use ActorKind::{Country, Group, Organization, Person, Place};
        let kind = self.profiles[entity].kind;
        let sex = noun.gender().is_none_or(|g| self.profiles[entity].gender.is_none_or(|e| e == g));
        match noun.kind {
            Person => kind == Person && sex,
            Organization => matches!(kind, Organization | Group) || kind == Place && noun.class == "school",
            Place => matches!(kind, Place | Organization),
            Country => matches!(kind, Country | Place),
            Group => matches!(kind, Group | Organization),
        }
    }

    /// Adds a description that was told beside the name; it is a role from now on.
    pub(super) fn tell(&mut self, g: &NounGroup, entity: EntityIx, rule: &'static str) {
        let doc = self.doc;
        if !self.mention(g.tokens, g.head, entity, Form::Description, rule) {
            return;
        }
        if self.profiles[entity].kind == ActorKind::Person {
            if self.cast.entities[entity].affiliation.is_none() {
                self.cast.entities[entity].affiliation = self.employer(g);
            }
            if rule == APPOSITION.id {
                self.note_role(g, entity);
                self.counterpart(g, entity);
            }
        }
        if Noun::of(doc.word(g.head)).is_some() && self.profiles[entity].kind != ActorKind::Country {
            self.known_as(g, entity);
        }
    }

    /// From now on the noun of a group may stand for an entity.
    fn known_as(&mut self, g: &NounGroup, entity: EntityIx) {
        let from = self.profiles[entity].roles.len();
        let head = self.doc.tokens[g.head].word;
        if head_in(self.doc, g.tokens) == head {
            self.told.push((entity, g.tokens));
            self.profiles[entity].add_role(head, TOLD + self.told.len() - 1);
            self.index_roles(entity, from);
        }
    }

    /// "the border town of Ruvo": "the town" is no other from now on.
    fn sort_of_place(&mut self, g: &NounGroup, entity: EntityIx) {
        let doc = self.doc;
        let of = g.preposition().is_some_and(|p| doc.is(p, words!["of"]));
        let Some(base) = g.noun().filter(|_| of && self.profiles[entity].kind == ActorKind::Place) else { return };
        let base = *doc.noun(base);
        let one = doc.tokens[base.head].tag == Tag::NN && base.tokens.end as usize + 2 >= g.tokens.first();
        let same = |role: &(WordId, usize)| role.0 == doc.tokens[base.head].word;
        if one
            && Noun::of(doc.word(base.head)).is_some_and(|n| n.class == "city")
            && !doc.is(base.head, words!["capital"])
            && !self.profiles[entity].roles.iter().any(same)
        {
            self.known_as(&base, entity);
        }
    }
}

impl Resolver<'_, '_, '_> {
    /// An apposition is a role ("Norland's prime minister", "a postman"), without what stands before it.
    fn note_role(&mut self, g: &NounGroup, entity: EntityIx) {
        let doc = self.doc;
        // "That man, Tom Hale": what anyone is, or where they come from, is no role.
        if doc.is(g.head, ANYONE) || doc.word(g.head).is_in(List::Demonym) {
            return;
        }
        let before = |ix: TokenIx| matches!(doc.tokens[ix].tag, Tag::DT | Tag::PRPS | Tag::PDT | Tag::CD) || doc.is(ix, words!["own", "new", "then"]);
        let from = g.possessor.map_or(g.tokens.first(), |p| p.end as usize);
        let from = (from..g.head).find(|ix| !before(*ix) && doc.tokens[*ix].tag != Tag::POS).unwrap_or(g.head);
        let tokens = TokenRange::new(from, g.head + 1);
        let text = one_line(doc, tokens);
        let roles = &mut self.cast.entities[entity].roles;
        if roles.len() < ROLES_NOTED && !roles.iter().any(|r| r.text.ends_with(text.as_str()) || text.ends_with(r.text.as_str())) {
            roles.push(EntityRole { text, head: head_in(doc, tokens) });
        }
    }

    /// "Norland's foreign minister, Ana Ruiz, and her Sudrian counterpart, Bo Pike": the counterpart has the same role.
    fn counterpart(&mut self, g: &NounGroup, entity: EntityIx) {
        let doc = self.doc;
        if !doc.is(g.head, words!["counterpart"]) {
            return;
        }
        let Some(owner) = g.possessor else { return };
        let named = self.scene.actors.at(owner.last()).map(|m| m.entity);
        let told = self.added.iter().rev().take(LATELY).find(|m| m.form == Form::Pronoun && m.tokens.holds(owner.first())).map(|m| m.entity);
        let Some(other) = named.or(told).filter(|o| *o != entity) else { return };
        let nation = |word: &str| WordId::of(word).get().is_in(List::Demonym);
        let Some(role) = self.cast.entities[other].roles.first() else { return };
        let own = g.tokens.range().find(|ix| doc.word(*ix).is_in(List::Demonym)).map(|ix| doc.word_text(ix));
        let words = own.into_iter().chain(role.text.split(' ').skip_while(|w| nation(w)));
        let text = Text::from(words.collect::<Vec<_>>().join(" "));
        let head = head_word(&text);
        let country = g.tokens.range().find_map(|ix| doc.word(ix).value(List::Demonym)).filter(|c| c.len() == 2);
        let from = self.profiles[entity].roles.len();
        let roles = &mut self.cast.entities[entity].roles;
        let index = roles.len();
        roles.push(EntityRole { text, head });
        let actor = &mut self.cast.entities[entity];
        actor.country = actor.country.or(country);
        self.profiles[entity].country = self.profiles[entity].country.or(country);
        self.profiles[entity].add_role(head, index);
        self.index_roles(entity, from);
    }
}

/// Nouns for people that tell nothing of what they do.
const ANYONE: &Words = words!["man", "woman", "boy", "girl", "person", "guy", "gentleman", "teenager", "teen", "youth", "child", "victim"];

/// Roles of one person in the result, at most.
const ROLES_NOTED: usize = 8;

impl Resolver<'_, '_, '_> {
    /// The organisation that a role names: "the Norland Post editor", "a spokesman for the Norland Post".
    fn employer(&self, g: &NounGroup) -> Option<EntityIx> {
        let doc = self.doc;
        let body = |e: &EntityIx| self.profiles[*e].kind == ActorKind::Organization;
        let inside = self.scene.actors.within(g.tokens).iter().map(|m| m.entity).find(body);
        inside.or_else(|| self.short_name(g)).or_else(|| {
            let next = g.tokens.end as usize;
            let behind = doc.noun_group_at(g.head)? + 1;
            let b = doc.noun_groups.get(behind).filter(|b| b.tokens.first() == next + 1)?;
            let of = doc.is(next, words!["of", "for", "at", "with"]);
            self.scene.actors.at(b.head).filter(|_| of).map(|m| m.entity).filter(body)
        })
    }
}

impl Resolver<'_, '_, '_> {
    /// "the State Department spokesperson" where the article has the "U.S. State Department".
    fn short_name(&self, g: &NounGroup) -> Option<EntityIx> {
        let doc = self.doc;
        let from = g.tokens.range().find(|ix| doc.tokens[*ix].tag.is_name())?;
        let short = doc.text_of(TokenRange::new(from, g.head));
        let ends = |e: &EntityIx| self.profiles[*e].kind == ActorKind::Organization && self.cast.entities[*e].name.ends_with(short);
        let near = self.stage.seen.iter().rev().take(SHORT_NAME_WINDOW).filter_map(|s| s.entity.get());
        if from + 1 < g.head { near.into_iter().find(ends) } else { None }
    }
}

/// Tokens of the longest phrase that is read for its noun at a sentence's beginning.
const FRONTED_LIMIT: usize = 24;

/// Tokens behind an apposition in which a comma or a verb is looked for.
const CLOSED_WINDOW: usize = 14;

/// Mentions looked back at for the full name behind a short one.
const SHORT_NAME_WINDOW: usize = 64;

/// Endings of nouns for people who do something.
const AGENT: [&str; 8] = ["er", "or", "ist", "ian", "man", "woman", "ee", "ologue"];

/// Roles from this number on are those told in the text, by their place in the list.
pub(super) const TOLD: usize = 1 << 16;

/// Mentions looked back at to take one back.
const LATELY: usize = 8;
