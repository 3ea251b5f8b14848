//! Definite descriptions: "the president", "the Irish firm", "the 52-year-old", "the mosque", "the country".

use super::beside::TOLD;
use super::by_noun::As;
use super::profile::{Noun, Profile};
use super::stage::{Candidates, NOWHERE, Seen, Suiting, Wanted};
use super::{EntityIx, Resolver};
use crate::analysis::{ActorKind, Form};
use crate::extract::rule::Card;
use crate::lexicon::{List, Words, words};
use crate::text::{NounGroup, NounKind, Role, Shape, Tag, TokenIx};
use smallvec::SmallVec;

pub(super) const NAME_NOUN: Card = Card {
    id: "actors/name-and-noun",
    what: "“The” name of an organisation and a noun of its kind (“the Norland group”) are the organisation.",
    fires: &[("Members of the Hamas group left the talks.", "group = Hamas")],
    silent: &["Members of the Hamas delegation left the talks."],
};
pub(super) const SAME_HEAD: Card = Card {
    id: "actors/same-head",
    what: "“The” and the noun that an organisation's or place's name ends in are the one named last.",
    fires: &[("The World Bank lent $5 million in May. The bank wants the money back.", "The bank = World Bank")],
    silent: &["The World Bank lent $5 million in May. Another bank lent more.", "The bank lent $5 million."],
};
pub(super) const ROLE: Card = Card {
    id: "actors/role",
    what: "“The” and a role are the one who bears it in this article.",
    fires: &[
        ("President Tom Hale signed the law. The president then left.", "The president = Tom Hale"),
        ("Rebels took the border town of Ruvo after talks in Nairobi. The town burned.", "The town = Ruvo"),
        ("Senator Maria Ruiz spoke first. Tom Hale and the lawmaker left together.", "the lawmaker = Maria Ruiz"),
        (
            "Norwegian Foreign Minister Ana Holt met her Kenyan counterpart, Daniel Otieno. Otieno smiled. The minister left.",
            "The minister = Daniel Otieno",
        ),
    ],
    silent: &["Vice President Tom Hale met Maria Ruiz. The president was away.", "President Tom Hale spoke. Another president left."],
};
pub(super) const AGE: Card = Card {
    id: "actors/age",
    what: "“The 52-year-old” is the person whose age was told, else the one person around.",
    fires: &[("Maria Ruiz, 52, and Tom Hale, 34, were arrested on Sunday. The 34-year-old confessed.", "The 34-year-old = Tom Hale")],
    silent: &["The 34-year-old confessed."],
};
pub(super) const KIND: Card = Card {
    id: "actors/kind",
    what: "“The company”, “the country”, “the city” are the one of that kind that weighs most.",
    fires: &[
        ("Microsoft cut its prices in May. The company also closed a plant.", "The company = Microsoft"),
        ("The talks were held in Norway. Prices rose all over the country.", "the country = Norway"),
        ("Ana Holt had taught in London. In Port Alder she found that the city had no pool.", "the city = Port Alder"),
    ],
    silent: &[
        "Calder Rovers beat Montclair United. The league said no.",
        "Microsoft and Google met on Monday. The company left.",
        "Microsoft cut its prices in May. The rival company did not.",
    ],
};
pub(super) const AGAIN: Card = Card {
    id: "actors/unnamed-again",
    what: "“The” and the noun that an unnamed person or group was brought in with are the same again.",
    fires: &[("A police spokesman said a man was hurt. The spokesman gave no name.", "The spokesman = police spokesman")],
    silent: &["A man was hurt. The spokesman gave no name."],
};
pub(super) const ONLY_PERSON: Card = Card {
    id: "actors/only-person",
    what: "“The man” and other nouns for a person are the only person of that sex in sight.",
    fires: &[("Tom Hale was arrested on Sunday. Police said the man had a knife.", "the man = Tom Hale")],
    silent: &[
        "Maria Ruiz was arrested on Sunday. Police said the man had a knife.",
        "Tom Hale and Peter Nolan were arrested on Sunday. Police said the man had a knife.",
    ],
};

/// What a description asks of the one it means.
#[derive(Default)]
struct Asked {
    /// "the Russian leader": ISO 3166-1 of the adjective, and the token.
    country: Option<(&'static str, TokenIx)>,
    /// "Norland's president", "the president of Norland".
    owner: Option<EntityIx>,
    former: bool,
    /// Nouns and telling adjectives before the head.
    words: Vec<TokenIx>,
    /// Plain adjectives stand before the head.
    coloured: bool,
    /// A participle or phrase behind narrows it.
    narrowed: bool,
}

/// How good one's claim to a role is: seen before, former or not as asked, how lately.
type Claim = (bool, bool, Option<TokenIx>);

/// Modifiers that make another role of a role.
const TELLING: &Words = words![
    "vice",
    "deputy",
    "prime",
    "assistant",
    "foreign",
    "chief",
    "attorney",
    "presidential",
    "interior",
    "acting",
    "lieutenant",
    "general",
    "democratic",
    "republican",
    "federal",
    "parent"
];

/// Words of most roles: no list is made for so many.
const ROLE_WORDS: usize = 6;

/// Modifiers in a role that the bare noun would have to repeat.
const DEMOTING: &[&str] = &["vice", "deputy", "assistant", "under", "associate", "junior"];

/// Sentences that a kind reaches back over, a country further.
const REACH_KIND: u32 = 4;
const REACH_COUNTRY: u32 = 12;
const REACH_REGION: u32 = 1;
const REACH_PERSON: u32 = 2;

/// By how much the heaviest of a kind must outweigh the next.
const CLEAR: i32 = 6;

/// Heads of groups about an age.
const AGES: &Words = words!["old"; "year-old"];

/// Government bodies that "the agency" may mean without the word in their name.
const FREE_BODIES: &Words = words!["agency", "bureau"];

impl Resolver<'_, '_, '_> {
    /// Whether a noun of which the list says nothing may mean someone: beside a name, or as an age.
    pub(super) fn may_describe(&self, g: &NounGroup) -> bool {
        let behind_comma = g.tokens.start > 0 && self.doc.tokens[g.tokens.first() - 1].tag == Tag::Comma;
        behind_comma | g.renames.is_some() | (g.role == Role::Predicate) || self.doc.is(g.head, AGES)
    }

    /// Whom a common noun's group means, with what its list says of the noun; its mention is added.
    #[inline(never)]
    pub(super) fn describe(&mut self, group: u32, g: &NounGroup, noun: Option<Noun>) -> Option<EntityIx> {
        if let Some((entity, rule)) = self.after_name(group, g) {
            self.tell(g, entity, rule);
            self.show(entity);
            return Some(entity);
        }
        let doc = self.doc;
        if g.kind == NounKind::Name && doc.tokens[g.head].tag == Tag::NNPS || self.name_behind(group, g, noun) {
            return None;
        }
        if self.is_age(g) {
            return self.definite(g).then(|| self.by_age(group, g)).flatten().map(|e| self.found(g, e, AGE.id));
        }
        let noun = noun?;
        if let Some(entity) = self.name_and_noun(g, noun) {
            return Some(self.found(g, entity, NAME_NOUN.id));
        }
        if let Some(entity) = self.nation_group(g, noun) {
            return Some(entity);
        }
        if !self.definite(g) {
            return self.bring_in(g, noun);
        }
        let asked = self.asked(group, g)?;
        let found = self
            .same_head(g, &asked)
            .map(|e| (e, SAME_HEAD.id))
            .or_else(|| self.by_role(g, &asked).map(|e| (e, ROLE.id)))
            .or_else(|| self.again(group, g, &asked).map(|e| (e, AGAIN.id)))
            .or_else(|| self.by_kind(group, g, noun, &asked).map(|e| (e, KIND.id)))
            .or_else(|| self.only_person(group, g, noun, &asked).map(|e| (e, ONLY_PERSON.id)));
        match found {
            Some((entity, rule)) => Some(self.found(g, entity, rule)),
            None => self.bring_in(g, noun),
        }
    }

    /// "the charity Last Light": the name right behind says which one.
    fn name_behind(&self, group: u32, g: &NounGroup, noun: Option<Noun>) -> bool {
        let Some(noun) = noun.filter(|n| n.kind != ActorKind::Person) else { return false };
        let next = self.doc.noun_groups.get(group as usize + 1).filter(|n| n.tokens.start == g.tokens.end && n.kind == NounKind::Name);
        let named = next.and_then(|n| self.scene.actors.at(n.head)).map(|m| m.entity);
        named.is_some_and(|e| self.same_kind(noun, e))
    }

    fn found(&mut self, g: &NounGroup, entity: EntityIx, rule: &'static str) -> EntityIx {
        self.mention(g.tokens, g.head, entity, Form::Description, rule);
        self.show(entity);
        entity
    }

    /// "the", "this", or a name's possessive before the noun.
    fn definite(&self, g: &NounGroup) -> bool {
        self.doc.is(g.tokens.first(), words!["the", "this"]) || g.possessor.is_some_and(|p| self.scene.actors.at(p.last()).is_some())
    }

    /// Reads what stands before and behind the head; `None` when it tells of someone else.
    fn asked(&self, group: u32, g: &NounGroup) -> Option<Asked> {
        let doc = self.doc;
        let mut asked = Asked::default();
        for ix in g.tokens.first()..g.head {
            let (token, word) = (&doc.tokens[ix], doc.word(ix));
            if let Some(name) = self.scene.actors.at(ix) {
                // "the Dublin-based firm" is nobody's.
                let end = name.tokens.end as usize;
                let based = doc.is(end, words!["-"]) && doc.tokens.len() > end + 1 && doc.is(end + 1, words!["based", "born", "educated"]);
                if !based {
                    asked.owner = Some(name.entity);
                }
            } else if token.tag.is_mark() || matches!(token.tag, Tag::DT | Tag::POS | Tag::CD | Tag::PDT | Tag::PRPS) {
            } else if word.is_in(List::Apart) || matches!(token.tag, Tag::JJS | Tag::JJR) {
                return None;
            } else if let Some(country) = word.value(List::Demonym) {
                asked.country = Some((country, ix));
            } else if doc.is(ix, words!["former", "ex", "outgoing", "late", "retired", "ousted"]) {
                asked.former = true;
            } else if (token.tag.is_adjective() || matches!(token.tag, Tag::VBN | Tag::VBG)) && !doc.is(ix, TELLING) {
                asked.coloured = true;
            } else {
                asked.words.push(ix);
            }
        }
        let next = g.tokens.end as usize;
        let Some(token) = doc.tokens.get(next) else { return Some(asked) };
        if matches!(token.tag, Tag::WP | Tag::WDT | Tag::WPS) || doc.is(next, words!["that", "who", "whose"]) {
            return None;
        }
        asked.narrowed = matches!(token.tag, Tag::VBN | Tag::VBG);
        if doc.is(next, words!["within", "behind", "from", "near"]) {
            asked.narrowed = doc.noun_groups.get(group as usize + 1).is_some_and(|b| b.tokens.first() == next + 1 && b.kind == NounKind::Name);
        }
        if doc.is(next, words!["of", "for", "at"]) {
            let behind = doc.noun_groups.get(group as usize + 1).filter(|b| b.tokens.first() == next + 1);
            let named = behind.and_then(|b| self.scene.actors.at(b.head)).map(|m| m.entity);
            if named.is_none() && doc.is(next, words!["of"]) {
                return None;
            }
            asked.narrowed |= named.is_some();
            asked.owner = asked.owner.or(named);
        }
        Some(asked)
    }

    /// "the Norland group": an organisation's name right before a noun of its kind.
    fn name_and_noun(&self, g: &NounGroup, noun: Noun) -> Option<EntityIx> {
        let before = g.head.checked_sub(1)?;
        let name = self.scene.actors.at(before).filter(|m| m.tokens.last() == before && g.tokens.holds(before))?;
        let of_kind = matches!(noun.class, "company" | "group" | "church" | "news")
            && !self.doc.is(g.head, words!["website", "site", "blog", "channel", "page"])
            && self.profiles[name.entity].kind == ActorKind::Organization;
        (of_kind && self.doc.is(g.tokens.first(), words!["the"])).then_some(name.entity)
    }

    /// "the mosque": the place or organisation whose name has that head and came up last.
    fn same_head(&self, g: &NounGroup, asked: &Asked) -> Option<EntityIx> {
        let doc = self.doc;
        // Any company may be called one, whatever its name ends in.
        if doc.is(g.head, words!["company", "companies"]) {
            return None;
        }
        let known = self.by_noun.of(As::Name, doc.tokens[g.head].word).map(|(e, _)| e);
        let fits = |e: &EntityIx| {
            self.stage.last(*e).is_some()
                && asked.words.iter().all(|ix| holds_word(&self.cast.entities[*e].name, doc.word_text(*ix)))
                && asked.country.is_none_or(|(c, _)| self.profiles[*e].country == Some(c))
                && asked.owner.is_none_or(|o| o == *e || self.belongs(*e, o))
        };
        known.filter(fits).max_by_key(|e| self.stage.last(*e))
    }

    /// "the president": one whose role it is.
    fn by_role(&self, g: &NounGroup, asked: &Asked) -> Option<EntityIx> {
        let doc = self.doc;
        let known = self.by_noun.of(As::Role, doc.tokens[g.head].word);
        let fits = |e: EntityIx, role: &str, words: &[&str]| {
            let told = |ix: TokenIx| holds_word(role, doc.word_text(ix));
            asked.words.iter().all(|ix| told(*ix))
                && asked.country.is_none_or(|(c, ix)| told(ix) || self.profiles[e].country == Some(c) || self.of_country(e, c))
                && asked.owner.is_none_or(|o| self.belongs(e, o) || holds_word(role, &self.cast.entities[o].name))
                && DEMOTING.iter().all(|d| !is_among(words, d) || asked.words.iter().any(|ix| doc.is_word(*ix, &[d])))
        };
        let mut best: Option<(EntityIx, Claim)> = None;
        let mut fitting = 0;
        for (e, role) in known {
            let role = self.role_text(e, role);
            let words: SmallVec<[&str; ROLE_WORDS]> = words_of(role).collect();
            if !fits(e, role, &words) {
                continue;
            }
            fitting += 1;
            let former = is_among(&words, "former") || is_among(&words, "ex");
            let last = self.stage.last(e);
            let key = (last.is_some(), former == asked.former, last);
            if best.is_none_or(|(_, k)| key > k) {
                best = Some((e, key));
            }
        }
        best.filter(|(_, (seen, _, _))| *seen || fitting == 1).map(|(e, _)| e)
    }

    fn role_text(&self, entity: EntityIx, role: usize) -> &str {
        match role.checked_sub(TOLD) {
            Some(told) => self.told.get(told).map_or("", |(_, tokens)| self.doc.text_of(*tokens)),
            None => self.cast.entities[entity].roles.get(role).map_or("", |role| role.text.as_str()),
        }
    }

    /// Whether an entity is somebody's or something's of an owner.
    fn belongs(&self, entity: EntityIx, owner: EntityIx) -> bool {
        let (e, o) = (&self.cast.entities[entity], &self.cast.entities[owner]);
        entity != owner && (e.affiliation == Some(owner) || o.kind == ActorKind::Country && o.country.is_some() && e.country == o.country)
    }

    fn of_country(&self, entity: EntityIx, country: &str) -> bool {
        self.cast.entities[entity].affiliation.is_some_and(|a| self.profiles[a].country == Some(country))
    }

    /// "the spokesman", "the officials": the unnamed ones of that noun.
    fn again(&self, group: u32, g: &NounGroup, asked: &Asked) -> Option<EntityIx> {
        if asked.country.is_some() || asked.owner.is_some() || asked.narrowed {
            return None;
        }
        self.unnamed(g).or_else(|| self.known_group(group, g))
    }

    /// Whether the group is about an age ("the 52-year-old").
    fn is_age(&self, g: &NounGroup) -> bool {
        self.doc.is(g.head, AGES) && self.doc.text_of(g.tokens).contains("year")
    }

    fn by_age(&self, group: u32, g: &NounGroup) -> Option<EntityIx> {
        let doc = self.doc;
        let age = g.tokens.range().find(|ix| doc.tokens[*ix].tag == Tag::CD).map(|ix| doc.word_text(ix))?;
        let told = |s: &&Seen| {
            let Some(name) = self.scene.actors.at(s.head as TokenIx) else { return false };
            let at = name.tokens.end as usize;
            doc.tokens.get(at).is_some_and(|t| t.tag == Tag::Comma) && doc.tokens.get(at + 1).is_some_and(|t| doc.slice(t.span) == age)
        };
        let at = self.seen(group, g.head, NOWHERE, None);
        let known = self.stage.back(&at, u32::MAX).filter(|s| s.entity.get().is_some_and(|e| self.profiles[e].kind == ActorKind::Person)).find(told);
        known.and_then(|s| s.entity.get()).or_else(|| self.only(group, g, REACH_PERSON, None))
    }

    /// "the company", "the country", "the city".
    fn by_kind(&self, group: u32, g: &NounGroup, noun: Noun, asked: &Asked) -> Option<EntityIx> {
        let doc = self.doc;
        if asked.narrowed || asked.owner.is_some() || matches!(noun.class, "site" | "military") || asked.coloured && noun.class != "company" {
            return None;
        }
        // "Face the Nation": a title, not a country. A firm's own papers write "the Company".
        if doc.tokens[g.head].shape.has(Shape::CAPITAL) && !doc.is(g.head, words!["company"]) {
            return None;
        }
        if noun.class == "government" && !doc.is(g.head, FREE_BODIES) {
            return None;
        }
        // "in this business" is no company.
        if noun.class == "company" && doc.is(g.tokens.first(), words!["this"]) && !doc.is(g.head, words!["company", "firm", "bank"]) {
            return None;
        }
        if doc.is(g.head, words!["capital"]) {
            return self.capital(group, g);
        }
        let word = doc.tokens[g.head].word;
        let club = doc.is(g.head, words!["club", "side"]);
        // "the league" and "the union" are no body of another name.
        let loose = doc.is(g.head, words!["group", "organisation", "organization", "body"]);
        let wide = doc.is(g.head, words!["region", "territory", "peninsula"]);
        let of_kind = |p: &Profile, e: EntityIx| {
            let kind = match noun.kind {
                ActorKind::Organization => {
                    let broad = noun.class != "group" || p.class == "group" || loose;
                    p.kind == ActorKind::Organization && (self.same_class(noun, p) && broad || club && p.class.is_empty())
                }
                ActorKind::Country => p.kind == ActorKind::Country,
                ActorKind::Place if wide => p.kind == ActorKind::Place && p.row.is_in(List::Geo),
                // A place of which nothing is known may be a town.
                ActorKind::Place => p.kind == ActorKind::Place && (p.class == noun.class || noun.class == "city" && p.class.is_empty()),
                _ => false,
            };
            kind && asked.country.is_none_or(|(c, _)| p.country == Some(c))
                && asked.words.iter().all(|ix| holds_word(&self.cast.entities[e].name, doc.word_text(*ix)))
        };
        let fits = |s: &Seen| match s.entity.get() {
            Some(e) => of_kind(&self.profiles[e], e),
            // Another of that noun competes.
            None => doc.tokens[s.head as TokenIx].word == word,
        };
        let reach = if noun.class == "region" {
            REACH_REGION
        } else if matches!(noun.kind, ActorKind::Country | ActorKind::Place) {
            REACH_COUNTRY
        } else {
            REACH_KIND
        };
        let at = self.seen(group, g.head, (super::place(doc, g).0, g.verb), None);
        let wanted = Wanted { at, reach, possessive: false, best: false, suiting: Suiting::ALL };
        let mut candidates = Candidates::default();
        self.stage.weigh(doc, &self.profiles, &wanted, fits, &mut candidates);
        let clear = candidates.margin() >= CLEAR || noun.kind == ActorKind::Country;
        candidates.best().filter(|_| clear).and_then(|b| b.entity())
    }

    /// "the capital": the one of the country that was last spoken of.
    fn capital(&self, group: u32, g: &NounGroup) -> Option<EntityIx> {
        let at = self.seen(group, g.head, NOWHERE, None);
        let land = |s: &Seen| {
            s.entity.get().map(|e| &self.profiles[e]).filter(|p| matches!(p.kind, ActorKind::Country | ActorKind::Place)).and_then(|p| p.country)
        };
        let country = self.stage.back(&at, REACH_KIND).find_map(land)?;
        self.capitals.get(country)
    }

    /// Whether an organisation's own noun, or none, goes with the noun that describes it.
    fn same_class(&self, noun: Noun, p: &Profile) -> bool {
        match noun.class {
            "company" => matches!(p.class, "" | "company"),
            "group" => !matches!(p.class, "company" | "government" | "military"),
            "government" => matches!(p.class, "" | "government"),
            "team" => p.class == "team" || p.plural,
            class => p.class == class,
        }
    }

    /// "the man", "the singer": the only person in sight.
    fn only_person(&self, group: u32, g: &NounGroup, noun: Noun, asked: &Asked) -> Option<EntityIx> {
        if noun.kind != ActorKind::Person || asked.narrowed || asked.owner.is_some() || asked.country.is_some() || !asked.words.is_empty() {
            return None;
        }
        // "the governor general" is no mere governor.
        if self.doc.tokens[g.head].tag == Tag::NNS || g.tokens.end as usize > g.head + 1 {
            return None;
        }
        self.only(group, g, REACH_PERSON, Some(noun))
    }

    /// The only person within reach that a noun may mean.
    fn only(&self, group: u32, g: &NounGroup, reach: u32, noun: Option<Noun>) -> Option<EntityIx> {
        let at = self.seen(group, g.head, NOWHERE, None);
        let gender = noun.and_then(Noun::gender);
        let speaker = self.voice(g.head).get().and_then(|v| self.speaker(v));
        let mut found = None;
        for seen in self.stage.back(&at, reach).filter(|s| s.entity.is_none() || s.entity.get() != speaker) {
            let person = match seen.entity.get() {
                Some(e) => {
                    self.profiles[e].kind == ActorKind::Person
                        && (gender.is_none() || self.profiles[e].gender.is_none() || self.profiles[e].gender == gender)
                }
                None => seen.sort == super::Sort::Person,
            };
            if !person {
                continue;
            }
            match (found, seen.entity.get()) {
                (None, Some(e)) => found = Some(e),
                (Some(f), Some(e)) if f == e => {}
                _ => return None,
            }
        }
        found
    }
}

/// Whether a name or role has a word in it, case aside.
fn holds_word(text: &str, word: &str) -> bool {
    words_of(text).any(|w| w.eq_ignore_ascii_case(word)) || word.contains(' ') && text.contains(word)
}

/// The words of a name or role, those of a compound each.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c == '-' || c == ',')
}

/// Whether a word is among others, case aside.
fn is_among(words: &[&str], word: &str) -> bool {
    words.iter().any(|w| w.eq_ignore_ascii_case(word))
}
