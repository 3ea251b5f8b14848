//! Decided names to entities and mentions.

use super::aliases::{RIVALS, Ties, is_whole, person_meant, same_person, surname};
use super::cut::Candidate;
use super::evidence::Side;
use super::heads::{head_in, head_of_name};
use super::kinds::{ByText, Map, Name, NameIx, explain, hash_of};
use super::metonymy::acts;
use super::roles::{Titled, attach};
use super::{Cast, Entity, EntityIx, Gender, Mention, one_line};
use crate::analysis::{ActorKind, Few, Form};
use crate::lexicon::{List, Word, WordId, longest, pair, words};
use crate::text::{Document, Maybe, Shape, TokenIx, TokenRange};

/// The name that an entry of the organisations shares with others, and its country.
fn shared_name(row: Word) -> (Option<&'static str>, Option<&'static str>) {
    let value = row.value(List::Org).or_else(|| row.value(List::Company)).unwrap_or("");
    let (country, name) = pair(value, b':').unwrap_or((value, ""));
    (Some(name).filter(|n| !n.is_empty()), Some(country).filter(|c| c.len() == 2))
}

fn place_country(row: Word) -> Option<&'static str> {
    [List::Country, List::Capital, List::Province, List::City, List::Town].into_iter().find_map(|l| row.value(l)).filter(|c| c.len() == 2)
}

/// The sex that first names tell, else titles.
pub(super) fn gender_of(doc: &Document, name: &Name) -> Gender {
    if name.row.is_in(List::Leader) {
        return Gender::from_sign(name.row.value(List::Leader).unwrap_or(""));
    }
    if name.tokens.len() < 2 {
        return Gender::Unknown;
    }
    Gender::from_sign(doc.word(name.tokens.first()).value(List::FirstName).unwrap_or(""))
}

/// Tokens before a name among which its "born" is looked for.
const BORN_WINDOW: usize = 10;

/// What became of a name.
#[derive(Clone, Copy)]
pub(super) struct Fate {
    pub side: Option<Side>,
    /// Its entity; a single word of a person's name may have several, and is asked for at each mention.
    entity: Maybe<EntityIx>,
    /// Where it came up last.
    pub last_seen: Maybe<TokenIx>,
}

/// Builds entities and their mentions.
pub(super) struct Builder<'a, 't> {
    doc: &'a Document<'t>,
    names: &'a [Name<'t>],
    ties: &'a Ties<'t>,
    explain: bool,
    /// What became of each name.
    fates: Vec<Fate>,
    cast: Cast,
    by_country: ByText<'static, EntityIx>,
    by_shared: ByText<'static, EntityIx>,
    by_nation: Map<(&'static str, &'t str), EntityIx>,
    /// By the first of the names that are the same but for their capitals: "LISBON" of a dateline is "Lisbon".
    by_capitals: Map<(Side, NameIx), EntityIx>,
    people: Vec<Titled>,
    statesmen: Map<NameIx, EntityIx>,
}

impl<'a, 't> Builder<'a, 't> {
    /// With room for so many mentions.
    pub fn new(doc: &'a Document<'t>, names: &'a [Name<'t>], ties: &'a Ties<'t>, mentions: usize, explain: bool) -> Self {
        Builder {
            doc,
            names,
            ties,
            explain,
            fates: names.iter().map(|name| Fate { side: name.side(), entity: Maybe::NONE, last_seen: Maybe::NONE }).collect(),
            cast: Cast { entities: Vec::with_capacity(names.len()), mentions: Vec::with_capacity(mentions), ..Cast::default() },
            by_country: Map::default(),
            by_shared: Map::default(),
            by_nation: Map::default(),
            by_capitals: Map::default(),
            people: Vec::with_capacity(mentions),
            statesmen: Map::default(),
        }
    }

    fn add(&mut self, ix: NameIx, side: Side, kind: ActorKind) -> EntityIx {
        let name = &self.names[ix];
        let (rule, evidence) = if self.explain { explain(name, side) } else { ("", Vec::new()) };
        self.cast.entities.push(Entity {
            kind,
            name: one_line(self.doc, name.tokens),
            row: name.row,
            head: if side == Side::Person { WordId::UNKNOWN } else { self.head(name) },
            roles: Few::new(),
            affiliation: None,
            country: None,
            gender: if side == Side::Person { gender_of(self.doc, name) } else { Gender::Unknown },
            plural: self.doc.word(name.tokens.last()).value(List::OrgEnd) == Some("t"),
            rule,
            evidence,
        });
        self.cast.entities.len() - 1
    }

    /// The fullest name wins, and small letters over the same in capitals.
    fn fuller(&mut self, entity: EntityIx, ix: NameIx) {
        let (name, known) = (&self.names[ix], &self.cast.entities[entity].name);
        let quieter = || name.text != known && uppercase(known).eq(known.chars()) && uppercase(name.text).eq(known.chars());
        if letters(name.text) > letters(known) || quieter() {
            let (text, head) = (one_line(self.doc, name.tokens), self.head(name));
            let actor = &mut self.cast.entities[entity];
            (actor.name, actor.row) = (text, name.row);
            actor.head = if actor.kind == ActorKind::Person { WordId::UNKNOWN } else { head };
        }
    }

    fn head(&self, name: &Name) -> WordId {
        head_of_name(name.row, || head_in(self.doc, name.tokens))
    }

    /// Gives every name that stands on its own its entity, the full names first; `alike` where some may be the same but for their capitals.
    pub fn settle(&mut self, alike: bool) {
        let twins = if alike { twins(self.names) } else { Vec::new() };
        for full in [true, false] {
            for ix in (0..self.names.len()).filter(|ix| (self.names[*ix].tokens.len() > 1) == full) {
                let Some(side) = self.fates[ix].side else { continue };
                let capitals = twins.get(ix).copied().flatten().map(|first| (side, first));
                let entity = match capitals.and_then(|key| self.by_capitals.get(&key).copied()) {
                    Some(entity) => {
                        self.fuller(entity, ix);
                        Some(entity)
                    }
                    None => match side {
                        Side::Person => self.person(ix),
                        Side::Organization => Some(self.body(ix)),
                        _ => Some(self.place(ix)),
                    },
                };
                if let (Some(key), Some(entity)) = (capitals, entity) {
                    self.by_capitals.entry(key).or_insert(entity);
                }
                self.fates[ix].entity = entity.into();
            }
        }
    }

    fn person(&mut self, ix: NameIx) -> Option<EntityIx> {
        let tokens = self.names[ix].tokens;
        let mut rivals = self.ties.people_of(self.names[ix].hash, self.names[ix].text);
        if rivals.any(|r| r != ix && self.fates[r].side == Some(Side::Person)) {
            return None;
        }
        if tokens.len() > 1 {
            let surname = surname(self.doc, tokens);
            let mut others = self.ties.people_of(hash_of(self.doc, surname), self.doc.text_of(surname));
            let same = others.find(|&o| o != ix && self.fates[o].entity.is_some() && same_person(self.doc, self.names[o].tokens, tokens));
            if let Some(entity) = same.and_then(|o| self.fates[o].entity.get()) {
                self.fuller(entity, ix);
                return Some(entity);
            }
        }
        if let Some(entity) = self.born_as(tokens) {
            return Some(entity);
        }
        let entity = self.add(ix, Side::Person, ActorKind::Person);
        if let Some(known) = self.names[ix].row.value(List::Leader) {
            self.cast.entities[entity].country = known.get(2..4).filter(|_| known.is_ascii());
        }
        Some(entity)
    }

    /// "Born in Aarhus in 1930, Greta Rosen …", "(born Greta Rosen)": the one person of that first name, before the marriage.
    fn born_as(&self, tokens: TokenRange) -> Option<EntityIx> {
        let first = tokens.first();
        if tokens.len() < 2 {
            return None;
        }
        let back = first.saturating_sub(BORN_WINDOW)..first;
        let born = back
            .rev()
            .take_while(|ix| !self.doc.is(*ix, words!["."]))
            .find(|ix| self.doc.is(*ix, words!["born"]) || self.doc.tokens[*ix].shape.has(Shape::NON_ASCII) && self.doc.word_text(*ix) == "née")?;
        let opens = self.doc.tokens[born].shape.has(Shape::SENTENCE_START) && self.doc.is(first - 1, words![","]);
        if !(opens || born + 1 == first) {
            return None;
        }
        let name = self.doc.word_text(first);
        let same = |ix: &NameIx| self.names[*ix].tokens.len() > 1 && self.doc.word_text(self.names[*ix].tokens.first()) == name;
        let mut others = (0..self.names.len()).filter(same).filter_map(|ix| self.fates[ix].entity.get());
        let one = others.next()?;
        others.all(|o| o == one).then_some(one).filter(|e| self.cast.entities[*e].kind == ActorKind::Person)
    }

    fn body(&mut self, ix: NameIx) -> EntityIx {
        let name = &self.names[ix];
        let (shared, country) = shared_name(name.row);
        let known = shared.and_then(|s| self.by_shared.get(s).copied());
        let tied = self.ties.bodies_of(self.doc, name).find(|&o| {
            o != ix
                && self.fates[o].side == Some(Side::Organization)
                && (self.fates[o].entity.is_some())
                && self.names[o].tokens.len() > name.tokens.len()
        });
        let national = self.national(name.tokens);
        let twin = national.as_ref().and_then(|key| self.by_nation.get(key).copied());
        let entity = match known.or(twin).or_else(|| tied.and_then(|o| self.fates[o].entity.get())) {
            Some(entity) => {
                self.fuller(entity, ix);
                entity
            }
            None => self.add(ix, Side::Organization, ActorKind::Organization),
        };
        if let Some(key) = national {
            self.by_nation.entry(key).or_insert(entity);
        }
        if let Some(shared) = shared {
            self.by_shared.entry(shared).or_insert(entity);
        }
        let nation = self.doc.word(name.tokens.first());
        let nation = nation.value(List::Demonym).or_else(|| nation.value(List::Country)).filter(|c| c.len() == 2);
        let of = &mut self.cast.entities[entity].country;
        *of = of.or(country).or(nation);
        entity
    }

    /// The code of the country that opens an organisation's name, with the rest of it: "U.S. Air Force" is "US Air Force".
    fn national(&self, tokens: TokenRange) -> Option<(&'static str, &'t str)> {
        let (word, n) = longest(self.doc, tokens.first(), |w| w.is_in(List::Country) || w.is_in(List::Demonym))?;
        let code = word.value(List::Country).or_else(|| word.value(List::Demonym)).filter(|c| c.len() == 2)?;
        let rest = TokenRange::new(tokens.first() + n, tokens.end as usize);
        (!rest.is_empty()).then(|| (code, self.doc.text_of(rest)))
    }

    fn place(&mut self, ix: NameIx) -> EntityIx {
        let row = self.names[ix].row;
        if let Some(code) = row.value(List::Country) {
            let entity = match self.by_country.get(code) {
                Some(&entity) => {
                    self.fuller(entity, ix);
                    entity
                }
                None => self.add(ix, Side::Place, ActorKind::Country),
            };
            self.by_country.insert(code, entity);
            self.cast.entities[entity].country = Some(code);
            return entity;
        }
        let entity = self.add(ix, Side::Place, ActorKind::Place);
        self.cast.entities[entity].country = place_country(row);
        entity
    }

    /// The government that a capital stands for.
    fn government(&mut self, ix: NameIx, code: &'static str) -> EntityIx {
        if let Some(&entity) = self.by_country.get(code) {
            return entity;
        }
        let entity = self.add(ix, Side::Place, ActorKind::Country);
        self.cast.entities[entity].country = Some(code);
        self.by_country.insert(code, entity);
        entity
    }

    /// The statesman whom a title means, when the only full names of that surname are of the other sex: "President Obama"
    /// beside Michelle Obama.
    fn statesman(&mut self, candidate: &Candidate, ix: NameIx, rivals: &[NameIx]) -> Option<EntityIx> {
        let sex = Gender::from_sign(self.names[ix].row.value(List::Leader)?);
        let titled = !candidate.title.is_empty() && candidate.title_sign.is_empty() && sex != Gender::Unknown;
        let other = |r: &NameIx| !matches!(gender_of(self.doc, &self.names[*r]), g if g == sex || g == Gender::Unknown);
        if !titled || !rivals.iter().all(other) {
            return None;
        }
        let known = self.statesmen.get(&ix).copied();
        Some(known.unwrap_or_else(|| {
            let entity = self.add(ix, Side::Person, ActorKind::Person);
            self.statesmen.insert(ix, entity);
            entity
        }))
    }

    /// One candidate to a mention.
    pub fn mention(&mut self, candidate: &Candidate, ix: NameIx) {
        let name = &self.names[ix];
        let Some(side) = self.fates[ix].side else { return };
        let mut rule = "actors/name";
        let entity = if let Some(entity) = self.fates[ix].entity.get() {
            match name.row.value(List::Capital) {
                Some(code) if side == Side::Place && acts(self.doc, candidate) => {
                    rule = "actors/capital-acts";
                    self.government(ix, code)
                }
                _ => entity,
            }
        } else {
            rule = "actors/part-of-a-persons-name";
            let rivals = self.ties.people_of(name.hash, name.text);
            let (mut list, mut count) = ([0; RIVALS], 0);
            for rival in rivals.filter(|&r| r != ix && self.fates[r].entity.is_some()) {
                list[count] = rival;
                count += 1;
            }
            // "Hale" is Tom Hale rather than Ana Hale-Ruiz.
            let whole = |r: &NameIx| is_whole(self.doc, name.text, self.names[*r].tokens);
            if count > 1 && list[..count].iter().any(whole) {
                let mut kept = 0;
                for n in 0..count {
                    list[kept] = list[n];
                    kept += usize::from(whole(&list[n]));
                }
                count = kept;
            }
            let rivals = &list[..count];
            let statesman = self.statesman(candidate, ix, rivals);
            let sign = |r: NameIx| self.fates[r].entity.get().and_then(|e| self.cast.entities[e].gender.sign());
            match statesman.or_else(|| person_meant(candidate, rivals, self.names, &self.fates, sign).and_then(|r| self.fates[r].entity.get())) {
                Some(entity) => entity,
                None => {
                    let entity = self.add(ix, Side::Person, ActorKind::Person);
                    self.fates[ix].entity = Maybe::some(entity);
                    entity
                }
            }
        };
        self.fates[ix].last_seen = Maybe::some(candidate.tokens.first());
        if side == Side::Person {
            self.people.push(Titled { entity, name: candidate.tokens, title: candidate.title, sign: candidate.title_sign });
        }
        self.cast.mentions.push(Mention { tokens: candidate.tokens, entity, form: Form::Name, rule });
    }

    /// "Alexandria, Va.": the state or country after a city says which city it is.
    fn cities(&mut self) {
        for pair in 1..self.cast.mentions.len() {
            let (city, state) = (self.cast.mentions[pair - 1], self.cast.mentions[pair]);
            let comma = city.tokens.end as usize;
            if comma + 1 != state.tokens.first() || self.doc.word_text(comma) != "," {
                continue;
            }
            let word = self.doc.word(state.tokens.first());
            let code = word.value(List::Province).filter(|_| state.tokens.len() == 1).or(self.cast.entities[state.entity].country);
            let broad = state.tokens.len() == 1 && word.is_in(List::Province) || self.cast.entities[state.entity].kind == ActorKind::Country;
            if broad && code.is_some() && self.cast.entities[city.entity].kind == ActorKind::Place && state.entity != city.entity {
                self.cast.entities[city.entity].country = code;
            }
        }
    }

    /// The cast, its mentions in order, none over another.
    pub fn finish(mut self) -> Cast {
        let mentions = &mut self.cast.mentions;
        mentions.sort_by_key(|m| (m.tokens.start, std::cmp::Reverse(m.tokens.end)));
        let mut end = 0;
        mentions.retain(|m| {
            let free = m.tokens.start >= end;
            if free {
                end = m.tokens.end;
            }
            free
        });
        self.cast.index(self.doc.tokens.len());
        self.cities();
        attach(self.doc, &mut self.cast, &self.people);
        self.cast
    }
}

/// How many letters a name has.
fn letters(name: &str) -> usize {
    if name.is_ascii() {
        return name.bytes().filter(u8::is_ascii_alphabetic).count();
    }
    name.chars().filter(|c| c.is_alphabetic()).count()
}

fn uppercase(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_uppercase)
}

/// For the names that are the same as others but for their capitals the first of them.
fn twins(names: &[Name]) -> Vec<Option<NameIx>> {
    let text = |ix: NameIx| names[ix].text;
    let mut twins = vec![None; names.len()];
    let mut hashes: Vec<(u64, NameIx)> = names.iter().enumerate().map(|(ix, name)| (name.hash, ix)).collect();
    hashes.sort_unstable();
    for alike in hashes.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        for (n, (_, ix)) in alike.iter().enumerate() {
            let first = alike[..=n].iter().find(|(_, other)| uppercase(text(*other)).eq(uppercase(text(*ix))));
            twins[*ix] = Some(first.map_or(*ix, |f| f.1));
        }
    }
    twins
}

#[cfg(test)]
mod tests {
    use super::super::tests::shown;

    #[test]
    fn one_actor_has_all_its_names() {
        for (text, actors) in [
            (
                "Tobin Quill met Anna Holt. Mr. Quill left; Holt stayed.",
                &["person Tobin Quill: Tobin Quill, Quill", "person Anna Holt: Anna Holt, Holt"][..],
            ),
            (
                "John Quill and Mary Quill sued. Mrs. Quill won, Mr. Quill said.",
                &["person John Quill: John Quill, Quill", "person Mary Quill: Mary Quill, Quill"],
            ),
            ("The Qwellby Tennis Board (QTB) met. On Monday the QTB voted.", &["organization Qwellby Tennis Board: Qwellby Tennis Board, QTB, QTB"]),
            (
                "Qwellby Textiles Inc fell on Monday, and Qwellby rose on Friday.",
                &["organization Qwellby Textiles Inc: Qwellby Textiles Inc, Qwellby"],
            ),
            (
                "Michelle Obama spoke, and President Obama listened. Obama smiled.",
                &["person Michelle Obama: Michelle Obama, Obama", "person Obama: Obama"],
            ),
            (
                "Greta Holt-Rosen met Nils Rosen and Ana Quill-Tarn. Judge Holt left. Rosen stayed, and Tarn spoke.",
                &[
                    "person Greta Holt-Rosen: Greta Holt-Rosen, Holt",
                    "person Nils Rosen: Nils Rosen, Rosen",
                    "person Ana Quill-Tarn: Ana Quill-Tarn, Tarn",
                ],
            ),
            ("The U.S. asked. Later the United States insisted.", &["country United States: U.S., United States"]),
            ("The U.S. Air Force flew. On Monday the US Air Force landed.", &["organization U.S. Air Force: U.S. Air Force, US Air Force"]),
            ("QWELLBRIDGE, Peru - The port of Qwellbridge closed.", &["place Qwellbridge: QWELLBRIDGE, Qwellbridge", "country Peru: Peru"]),
            ("Greta Holt married Nils Holt. Holt refused.", &["person Greta Holt: Greta Holt", "person Nils Holt: Nils Holt, Holt"]),
            (
                "Greta Holt married Nils Holt, an old friend of the house. The two of them then kept a shop and a farm near the coast for more than \
                 forty years, as the others there did, and never once left it for the town. Holt taught at the school.",
                &["person Greta Holt: Greta Holt, Holt", "person Nils Holt: Nils Holt"],
            ),
            ("Greta Holt taught here. Born in Oslo in 1930, Greta Rosen fled.", &["person Greta Holt: Greta Holt, Greta Rosen", "place Oslo: Oslo"]),
            ("Greta Holt taught here. Greta Rosen fled.", &["person Greta Holt: Greta Holt", "person Greta Rosen: Greta Rosen"]),
            ("They beat Athletic Qwellby on Monday. On Friday Qwellby lost.", &["organization Athletic Qwellby: Athletic Qwellby, Qwellby"]),
            ("Calder Rovers won. The city of Calder smiled.", &["organization Calder Rovers: Calder Rovers", "place Calder: Calder"]),
            ("Shares in Qwellby Group plc fell.", &["organization Qwellby Group plc: Qwellby Group plc"]),
            ("Harrow Bay votes to buy a pier\n\nHARROW BAY — The council voted.", &["place Harrow Bay: Harrow Bay, HARROW BAY"]),
            (
                "MARLOW CROSS, May 3 (AP) — The council of Marlow Cross met.",
                &["place Marlow Cross: MARLOW CROSS, Marlow Cross", "organization AP: AP"],
            ),
            ("The council of Marlow Cross met.", &["person Marlow Cross: Marlow Cross"]),
            ("They sold the pier to Halden Maritime, and on Monday Halden paid.", &["organization Halden Maritime: Halden Maritime, Halden"]),
            ("The United Nations met. Later the U.N. voted.", &["organization United Nations: United Nations, U.N."]),
        ] {
            assert_eq!(shown(text), actors, "{text}");
        }
    }
}
