//! What speaks for a name being a person, an organisation, a place, or no actor: one clue an item, its weight beside it.
//!
//! Clues inside a name count once for each distinct name of a document; clues around it count for each mention, at most
//! [`REPEATS`] times each. The weights were set by hand and measured on the development halves.

use super::candidates::{bit, capital, common, everyday};
use super::cut::Candidate;
use crate::lexicon::{List, Word};
use crate::text::{Document, Shape, Tag, TokenIx};

/// What a clue speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Person = 0,
    Organization = 1,
    Place = 2,
    /// No actor: a prize, a law, a language, a plain word with a capital.
    Nothing = 3,
}

/// How often one clue around a name may count.
pub(super) const REPEATS: u8 = 6;

/// A mention under a clue's eye.
pub(super) struct Look<'a, 't> {
    pub doc: &'a Document<'t>,
    pub candidate: &'a Candidate,
    /// The lexicon's row of the whole name.
    pub row: Word,
    /// Its sentence's tokens: no clue looks beyond.
    pub from: TokenIx,
    pub to: TokenIx,
}

impl Look<'_, '_> {
    fn first(&self) -> Word {
        self.doc.word(self.candidate.tokens.first())
    }

    fn last(&self) -> Word {
        self.doc.word(self.candidate.tokens.last())
    }

    fn len(&self) -> usize {
        self.candidate.tokens.len()
    }

    fn is_in(&self, lists: u128) -> bool {
        self.row.lists() & lists != 0
    }

    /// The token `n` places after the name, inside its sentence.
    fn after(&self, n: usize) -> Option<TokenIx> {
        Some(self.candidate.tokens.end as usize + n).filter(|&ix| ix < self.to)
    }

    /// The token `n` places before the name (and its title), inside its sentence.
    fn before(&self, n: usize) -> Option<TokenIx> {
        self.candidate.tokens.first().checked_sub(n + 1).filter(|&ix| ix >= self.from)
    }

    fn after_is(&self, n: usize, words: &[&str]) -> bool {
        self.after(n).is_some_and(|ix| self.doc.is_word(ix, words))
    }

    fn before_is(&self, n: usize, words: &[&str]) -> bool {
        self.before(n).is_some_and(|ix| self.doc.is_word(ix, words))
    }

    fn after_in(&self, n: usize, list: List) -> bool {
        self.after(n).is_some_and(|ix| self.doc.word(ix).is_in(list) && !capital(self.doc, ix))
    }

    fn before_in(&self, n: usize, list: List) -> bool {
        self.before(n).is_some_and(|ix| self.doc.word(ix).is_in(list))
    }

    fn any(&self, test: impl Fn(TokenIx) -> bool) -> bool {
        self.candidate.tokens.range().any(test)
    }

    fn letters(&self) -> &str {
        self.doc.text_of(self.candidate.tokens)
    }

    fn all_caps(&self) -> bool {
        self.len() == 1 && self.doc.tokens[self.candidate.tokens.first()].shape.is_all_caps()
    }
}

/// One piece of evidence.
pub(super) struct Clue {
    /// "actors/age-after": extractor and name.
    pub id: &'static str,
    /// One sentence that says what it goes by.
    pub what: &'static str,
    pub side: Side,
    pub weight: f32,
    /// Looks at the name itself, so it counts once.
    pub inside: bool,
    pub test: fn(&Look) -> bool,
}

macro_rules! clues {
    ($($place:ident $id:literal $side:ident $weight:literal $what:literal $test:expr;)*) => {
        /// All clues, in the order in which they are tried; the order decides nothing.
        pub(super) const CLUES: &[Clue] = &[$(Clue { id: $id, what: $what, side: Side::$side, weight: $weight, inside: clues!(@$place), test: $test },)*];
    };
    (@inside) => { true };
    (@around) => { false };
}

const PLACE_LISTS: u128 = bit(List::Country) | bit(List::Province) | bit(List::City) | bit(List::Town) | bit(List::Geo) | bit(List::Capital);

clues! {
    inside "actors/known-country" Place 9.0 "The list of countries has it." |l| l.is_in(bit(List::Country)) && caps_if_short(l);
    inside "actors/known-province" Place 6.0 "The list of provinces and states has it." |l| l.is_in(bit(List::Province));
    inside "actors/known-capital" Place 6.0 "The list of capitals has it." |l| l.is_in(bit(List::Capital));
    inside "actors/known-city" Place 4.5 "The list of cities has it." |l| l.is_in(bit(List::City)) && !l.all_caps();
    inside "actors/known-town" Place 2.0 "The list of towns has it." |l| l.is_in(bit(List::Town)) && !l.all_caps();
    inside "actors/known-region" Place 6.0 "The list of seas, rivers and regions has it." |l| l.is_in(bit(List::Geo));
    inside "actors/place-word-last" Place 4.0 "It ends with a word for a place, as River or Airport." |l| l.len() > 1 && l.row.lists() & PLACE_LISTS == 0 && l.last().is_in(List::PlaceEnd);
    inside "actors/place-word-first" Place 3.0 "It begins with a word for a place, as Mount or Lake." |l| l.len() > 1 && l.row.lists() & PLACE_LISTS == 0 && l.first().is_in(List::PlaceStart);
    inside "actors/place-and-state" Place 2.0 "A place of the lists closes it." |l| l.len() > 1 && l.last().lists() & (bit(List::Country) | bit(List::Province)) != 0;

    inside "actors/known-organization" Organization 8.0 "The list of organisations has it." |l| l.is_in(bit(List::Org)) && caps_if_acronym(l);
    inside "actors/known-company" Organization 4.5 "The list of companies has it." |l| l.is_in(bit(List::Company));
    inside "actors/organization-word-last" Organization 6.0 "It ends with a word for an organisation, as Ministry or Inc." |l| l.len() > 1 && l.last().is_in(List::OrgEnd) && l.last().value(List::OrgEnd) != Some("x");
    inside "actors/organization-word-of" Organization 6.0 "It begins as University of or Ministry of." |l| l.len() > 2 && l.any(|ix| l.doc.word(ix).is_in(List::OrgStart) && ix + 1 < l.to && l.doc.is_word(ix + 1, &["of", "for", "on"]));
    inside "actors/legal-form" Organization 4.0 "A legal form closes it, as Inc or Ltd." |l| l.len() > 1 && l.last().value(List::OrgEnd) == Some("s");
    inside "actors/ampersand" Organization 5.0 "An & stands inside." |l| l.any(|ix| l.doc.word_text(ix).contains('&'));
    inside "actors/acronym" Organization 3.0 "Capitals only, two letters or more." |l| l.all_caps() && !l.letters().contains('.') && !l.row.is_in(List::Country) && !l.letters().bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    inside "actors/inner-capital" Organization 2.5 "A capital inside the word, as in YouTube." |l| l.len() == 1 && { let s = l.doc.tokens[l.candidate.tokens.first()].shape; s.has(Shape::INNER_CAPITAL.with(Shape::LOWER)) && !l.letters().starts_with("Mc") && !l.letters().starts_with("Mac") && !l.letters().starts_with("O'") && !l.letters().starts_with("D'") && !l.letters().starts_with("De") && !l.letters().starts_with("Le") };
    inside "actors/organization-word-inside" Organization 2.0 "A word for an organisation stands inside." |l| l.len() > 2 && l.candidate.tokens.range().rev().skip(1).any(|ix| l.doc.word(ix).is_in(List::OrgEnd) && capital(l.doc, ix));
    inside "actors/nation-first" Organization 1.5 "An adjective of nation or belief opens it." |l| l.len() > 1 && l.first().lists() & (bit(List::Demonym) | bit(List::Belief)) != 0;

    inside "actors/first-name" Person 4.0 "Its first word is a first name." |l| l.len() > 1 && l.len() < 6 && first_name(l) && !common(l.first()) && l.first().lists() & PLACE_LISTS == 0;
    inside "actors/first-name-also-word" Person 2.0 "Its first word is a first name and something else too." |l| l.len() > 1 && l.len() < 6 && first_name(l) && (common(l.first()) || l.first().lists() & PLACE_LISTS != 0);
    inside "actors/initials" Person 3.5 "An initial stands before its last word." |l| l.len() > 1 && l.candidate.tokens.range().rev().skip(1).any(|ix| is_initial(l.doc, ix)) && !l.last().is_in(List::OrgEnd);
    inside "actors/particle" Person 1.5 "A particle of surnames stands inside, as van or bin." |l| l.len() > 2 && l.any(|ix| l.doc.is_word(ix, &["bin", "van", "von", "ibn", "der", "al", "el", "de"]) && !capital(l.doc, ix));
    inside "actors/surname-last" Person 1.2 "Its last word is a surname." |l| l.len() > 1 && l.len() < 5 && l.last().is_in(List::Surname);
    inside "actors/surname-alone" Person 1.5 "It is a surname and no everyday word." |l| l.len() == 1 && l.row.is_in(List::Surname) && !common(l.row);
    inside "actors/first-name-alone" Person 1.5 "It is a first name and no everyday word." |l| l.len() == 1 && l.row.is_in(List::FirstName) && !common(l.row);
    inside "actors/statesman" Person 4.5 "The list of statesmen has it." |l| l.is_in(bit(List::Leader)) && !l.all_caps();
    inside "actors/name-suffix" Person 6.0 "Jr. or a number closes it." |l| l.len() > 1 && l.doc.is_word(l.candidate.tokens.last(), &["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "vi", "xvi"]);
    inside "actors/two-unknown-words" Person 1.0 "Two or three words that nobody uses in lower case." |l| (2..4).contains(&l.len()) && l.candidate.tokens.range().all(|ix| !common(l.doc.word(ix)) && l.doc.tokens[ix].shape.has(Shape::LOWER));

    inside "actors/first-name-inside" Person 2.5 "A later word is a first name and none is an everyday word at the end." |l| l.len() > 2 && l.len() < 6 && l.candidate.tokens.range().skip(1).any(|ix| l.doc.word(ix).is_in(List::FirstName) && !common(l.doc.word(ix))) && !common(l.last()) && !l.last().is_in(List::OrgEnd);
    inside "actors/known-body-first" Organization 2.5 "Its first word is a known organisation or an acronym." |l| l.len() > 1 && (l.first().lists() & (bit(List::Org) | bit(List::Company)) != 0 && l.first().lists() & (bit(List::FirstName) | bit(List::Surname)) == 0 || l.doc.tokens[l.candidate.tokens.first()].shape.is_all_caps() && !l.letters().contains('.')) && !l.last().is_in(List::MiscEnd);
    inside "actors/acronym-inside" Organization 3.0 "A later word is an acronym." |l| l.len() > 1 && l.candidate.tokens.range().skip(1).any(|ix| { let t = l.doc.tokens[ix]; t.shape.is_all_caps() && !t.shape.has(Shape::DOT) && t.span.len() > 2 && !l.doc.word_text(ix).bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) }) && l.candidate.tokens.range().any(|ix| l.doc.tokens[ix].shape.has(Shape::LOWER) && capital(l.doc, ix));
    inside "actors/body-word-alone" Organization 5.0 "A word for one body of the state, as House or Parliament, with a capital." |l| l.len() == 1 && !l.candidate.initial && l.doc.is_word(l.candidate.tokens.first(), &["parliament", "ministry", "cabinet", "house", "senate", "congress", "treasury", "commission", "assembly", "chamber", "court", "army", "navy", "council", "commonwealth", "politburo", "admiralty", "legislature", "supreme"]);
    inside "actors/team-alone" Organization 5.0 "The short name of a team after the: the Nets." |l| l.len() == 1 && l.row.value(List::OrgEnd) == Some("t") && l.before_is(0, &["the"]) && !l.candidate.initial;
    inside "actors/title-as-surname" Person 4.5 "A surname that is a title too, without the." |l| l.len() == 1 && l.row.is_in(List::Title) && l.row.is_in(List::Surname) && !l.candidate.initial && !l.before(0).is_some_and(|ix| matches!(l.doc.tokens[ix].tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::POS));
    inside "actors/foreign-body" Organization 5.0 "Its first word means an organisation in another language: Partido, Banque." |l| l.len() > 1 && l.first().is_in(List::OrgStart) && !common(l.first()) && !l.first().is_in(List::FirstName);
    inside "actors/unknown-word" Organization 1.0 "A single word that nobody uses in lower case, inside a sentence." |l| l.len() == 1 && !l.candidate.initial && !l.row.is_known() && !everyday(l.doc, l.candidate.tokens.first()) && l.letters().len() > 2;
    inside "actors/unknown-words" Organization 0.8 "Several words with capitals, inside a sentence." |l| l.len() > 1 && !l.candidate.initial;

    inside "actors/known-thing" Nothing 9.0 "The list of faiths, feasts, prizes and products has it." |l| l.is_in(bit(List::NotActor)) && !l.is_in(bit(List::Org));
    inside "actors/adjective" Nothing 12.0 "It is an adjective of nation or belief." |l| l.is_in(bit(List::Demonym) | bit(List::Belief)) && !l.is_in(bit(List::Org));
    inside "actors/thing-word-last" Nothing 8.0 "It ends with a word for a law, a prize, an event or a work." |l| l.last().is_in(List::MiscEnd) && l.len() > 1 && !l.last().is_in(List::OrgEnd);
    inside "actors/everyday-word" Nothing 3.5 "It is an everyday word with a capital." |l| l.len() == 1 && everyday(l.doc, l.candidate.tokens.first()) && l.row.lists() & PLACE_LISTS == 0;
    inside "actors/everyday-words" Nothing 2.0 "All its words are everyday words." |l| l.len() > 1 && l.candidate.tokens.range().all(|ix| everyday(l.doc, ix));
    inside "actors/bare-title" Nothing 6.0 "It is a title alone." |l| l.row.is_in(List::Title) && !l.row.is_in(List::Surname);
    inside "actors/date-inside" Nothing 4.0 "A number opens or closes it." |l| l.doc.tokens[l.candidate.tokens.last()].shape.has(Shape::NUMBER) || l.doc.tokens[l.candidate.tokens.first()].shape.has(Shape::NUMBER);

    around "actors/title-before" Person 6.0 "A title or a role stands right before it." |l| !l.candidate.title.is_empty();
    around "actors/age-after" Person 5.0 "An age between commas follows." |l| l.after_is(0, &[","]) && l.after(1).is_some_and(|ix| age(l.doc, ix)) && (l.after(2).is_none() || l.after_is(2, &[",", ".", "and", ";"]));
    around "actors/role-after" Person 3.5 "A comma and a role follow: X, the prime minister." |l| role_after(l);
    around "actors/who-after" Person 3.0 "The word who or whose follows." |l| l.after_is(0, &["who"]) || l.after_is(0, &[","]) && l.after_is(1, &["who"]);
    around "actors/speaks" Person 1.2 "A verb that people do follows or precedes." |l| (l.after_in(0, List::PersonVerb) || l.before_is(0, &["said", "says", "added", "asked", "wrote"])) && !l.before_is(0, &["the", "in", "at", "of"]);
    around "actors/speaks-as-body" Organization 0.7 "A verb of saying follows." |l| l.after_is(0, &["said", "says", "announced", "reported", "warned", "denied"]);
    around "actors/honorific-after" Person 2.0 "His own or her own follows soon." |l| (0..6).any(|n| l.after_is(n, &["himself", "herself"]));

    around "actors/in-before" Place 1.6 "The word in stands before it." |l| l.before_is(0, &["in"]) && !l.after_is(0, &["'s"]) || l.before_is(0, &["near", "outside", "throughout", "across", "downtown", "central", "nearby"]);
    around "actors/direction-before" Place 3.0 "A direction stands before it: northern X." |l| l.before_is(0, &["northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern", "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "neighbouring", "neighboring", "mainland", "downtown", "upstate", "rural"]);
    around "actors/place-of-before" Place 4.0 "A word for a place and of stand before it: the city of X." |l| l.before_is(0, &["of"]) && l.before_is(1, &["city", "town", "village", "province", "state", "region", "district", "suburb", "port", "island", "republic", "capital", "outskirts", "streets", "north", "south", "east", "west", "northwest", "southeast", "northeast", "southwest", "border", "area", "coast", "county"]);
    around "actors/place-before" Place 2.5 "A word for a place stands before it: the village X." |l| l.before_is(0, &["village", "town", "city", "island", "port", "capital", "hometown"]) ;
    around "actors/place-after" Place 3.0 "A word for a place follows: X province." |l| l.after_is(0, &["province", "region", "district", "county", "city", "village", "town", "island", "peninsula", "state", "airport", "prison", "refugee", "suburb", "prefecture", "border", "valley", "river"]);
    around "actors/based-after" Place 3.0 "It is a base: X-based." |l| l.after_is(0, &["-"]) && l.after_is(1, &["based", "born", "area"]);
    around "actors/state-after" Place 3.0 "A comma and a state or country follow." |l| l.after_is(0, &[","]) && l.after(1).is_some_and(|ix| capital(l.doc, ix) && l.doc.word(ix).lists() & (bit(List::Country) | bit(List::Province)) != 0) && l.len() < 4;
    around "actors/dateline" Place 6.0 "It opens the text before a date, a dash or an agency." |l| dateline(l);
    around "actors/travel-before" Place 1.5 "A verb of travel stands before it: flew to X." |l| l.before_is(0, &["to", "from", "into"]) && l.before_is(1, &["flew", "travelled", "traveled", "drove", "trip", "visit", "went", "returned", "arrived", "moved", "fled", "exports", "imports", "flights", "flight", "exported", "shipped", "sent", "way", "ambassador", "envoy", "troops"]);

    around "actors/the-before" Organization 1.0 "The word the stands before it." |l| l.before_is(0, &["the"]) && !l.row.is_in(List::Country);
    around "actors/body-word-after" Organization 2.5 "Shares, officials, a spokesman or a unit of it follow." |l| l.after_in(0, List::OrgFollow) || l.after_is(0, &["'s"]) && l.after_is(1, &["shares", "stock", "subsidiary", "shareholders", "parent", "chairman", "board", "headquarters", "chief", "spokesman", "spokeswoman", "president", "ceo", "unit", "profit", "products", "customers"]);
    around "actors/body-of-before" Organization 2.0 "Shares, members or the head of it stand before." |l| l.before_is(0, &["of", "at", "with", "for"]) && l.before(1).is_some_and(|ix| l.doc.is_word(ix, &["shares", "members", "member", "analyst", "economist", "chairman", "spokesman", "spokeswoman", "director", "trader", "unit", "executive", "officer", "subsidiary", "head", "strategist", "dealer", "employee", "employees", "manager"]));
    around "actors/body-before" Organization 4.0 "A word for an organisation stands before it: the daily X." |l| l.before_is(0, &["firm", "company", "group", "bank", "newspaper", "daily", "weekly", "magazine", "agency", "party", "maker", "distributor", "airline", "chain", "brokerage", "giant", "operator", "retailer", "insurer", "supplier", "publisher", "broker", "unit", "subsidiary", "station", "network", "club", "side", "manufacturer", "producer", "automaker", "carmaker", "movement", "organisation", "organization", "rival_", "union", "utility", "steelmaker", "brewer", "conglomerate", "house", "tabloid", "journal", "restaurant", "website", "broadcaster", "cult", "sect", "cartel", "militia"]);
    around "actors/officer-after" Organization 2.5 "A title follows: X president, X chief executive." |l| l.after_in(0, List::Title) && !l.after_is(0, &["and", "said", "chair", "count", "private", "general", "lock", "model", "guard", "center", "centre", "head", "forward", "closer", "opener", "independent", "secretary"]) || l.after_is(0, &["ceo", "chairman", "cfo"]);
    around "actors/trades" Organization 1.8 "A verb of markets and firms follows." |l| l.after_is(0, &["fell", "rose", "gained", "lost", "slipped", "dropped", "climbed", "jumped", "shed", "traded", "acquired", "merged", "posted", "bought", "plunges", "rises", "falls", "sells", "buys", "acquires", "unveils", "launches", "manufactures", "owns", "operates", "makes", "sells", "employs", "reported"]);
    around "actors/workplace" Organization 2.5 "People work there, join it or buy it." |l| l.before_is(0, &["at", "for"]) && l.before(1).is_some_and(|ix| l.doc.is_word(ix, &["worked", "works", "work", "working", "job", "jobs", "employed", "career"])) || l.before_is(0, &["joined", "joining", "acquire", "acquired", "acquiring", "buying_", "takeover"]);
    around "actors/company-apposition" Organization 3.5 "A comma and a word for an organisation follow: X, a software maker." |l| kind_after(l, &["company", "maker", "firm", "group", "bank", "agency", "newspaper", "party", "manufacturer", "retailer", "organization", "organisation", "subsidiary", "unit", "developer", "producer", "airline", "union", "supplier", "provider", "network", "brokerage", "insurer", "operator", "broadcaster", "magazine", "publisher", "distributor", "charity", "coalition", "club", "institute", "foundation", "university"]);
    around "actors/place-apposition" Place 3.5 "A comma and a word for a place follow: X, a village in the north." |l| kind_after(l, &["city", "town", "village", "capital", "suburb", "province", "region", "island", "port", "district", "neighborhood", "neighbourhood", "river"]);
    around "actors/bracketed-acronym" Organization 4.0 "Its acronym follows in brackets, or it is one itself." |l| bracketed(l);
}

/// Whether short countries ("US") are written as they must be.
fn caps_if_short(l: &Look) -> bool {
    l.letters().len() > 3 || !l.letters().contains(|c: char| c.is_ascii_lowercase())
}

/// Whether an entry that is an acronym is written in capitals: "Who" is not the WHO.
fn caps_if_acronym(l: &Look) -> bool {
    l.len() > 1
        || l.letters().len() > 4
        || l.all_caps()
        || l.doc.tokens[l.candidate.tokens.first()].shape.has(Shape::INNER_CAPITAL)
        || !common(l.row)
        || !l.candidate.initial
}

fn first_name(l: &Look) -> bool {
    l.first().is_in(List::FirstName) && !l.last().is_in(List::PlaceEnd)
}

/// A single letter with a full stop, or two of them glued ("J.", "J.P.").
pub(super) fn is_initial(doc: &Document, ix: TokenIx) -> bool {
    let text = doc.word_text(ix);
    let letters = text.bytes().filter(u8::is_ascii_uppercase).count();
    text.ends_with('.') && text.len() == 2 * letters && letters <= 3 && !doc.word(ix).lists() & (bit(List::Country) | bit(List::Province)) == !0
}

fn age(doc: &Document, ix: TokenIx) -> bool {
    doc.word_text(ix).parse::<u32>().is_ok_and(|n| (5..110).contains(&n))
}

/// Whether ", the country's prime minister" or ", spokesman for" follows.
fn role_after(l: &Look) -> bool {
    if !l.after_is(0, &[","]) {
        return false;
    }
    for n in 1..8 {
        let Some(ix) = l.after(n) else { return false };
        let word = l.doc.word(ix);
        if word.is_in(List::Title) && matches!(l.doc.tokens[ix].tag, Tag::NN | Tag::NNP) && n < 7 {
            return true;
        }
        let goes_on = matches!(l.doc.tokens[ix].tag, Tag::DT | Tag::JJ | Tag::NN | Tag::NNP | Tag::POS | Tag::PRPS | Tag::CD | Tag::VBN | Tag::HYPH);
        if !goes_on {
            return false;
        }
    }
    false
}

/// Whether ", a Boston software maker" follows, with one of these words as its head.
fn kind_after(l: &Look, heads: &[&str]) -> bool {
    if !l.after_is(0, &[","]) || !l.after_is(1, &["a", "an", "the", "one", "another", "its", "their"]) {
        return false;
    }
    for n in 2..9 {
        let Some(ix) = l.after(n) else { return false };
        if l.doc.is_word(ix, heads) {
            return true;
        }
        if matches!(l.doc.tokens[ix].tag, Tag::IN | Tag::Comma | Tag::Period | Tag::WDT | Tag::WP | Tag::TO | Tag::CC)
            || l.doc.tokens[ix].tag.is_verb()
        {
            return false;
        }
    }
    false
}

fn dateline(l: &Look) -> bool {
    let start = l.candidate.tokens.first();
    if let Some(d) = l.doc.dateline
        && d.place.is_some_and(|p| p.overlaps(l.doc.span_of(l.candidate.tokens)))
    {
        return true;
    }
    if !l.doc.tokens[start].shape.has(Shape::SENTENCE_START) || start > 60 {
        return false;
    }
    let caps = l.candidate.tokens.range().all(|ix| !l.doc.tokens[ix].shape.has(Shape::LOWER));
    l.after(0).is_some_and(|ix| {
        caps && (matches!(l.doc.word_text(ix), "(" | "_" | "--" | "-" | "—" | "–" | ",") || l.doc.tokens[ix].shape.has(Shape::NUMBER))
            || l.doc.word_text(ix) == "(" && l.after_is(1, &["ap", "reuters", "afp", "upi", "xinhua"])
    })
}

fn bracketed(l: &Look) -> bool {
    if l.len() > 1 && l.after_is(0, &["("]) && l.after_is(2, &[")"]) {
        return l.after(1).is_some_and(|ix| l.doc.tokens[ix].shape.is_all_caps() && l.doc.tokens[ix].span.len() < 9 && initials_match(l, ix));
    }
    l.all_caps()
        && l.before_is(0, &["("])
        && l.after_is(0, &[")"])
        && l.before(1).is_some_and(|ix| capital(l.doc, ix) && l.doc.tokens[ix].shape.has(Shape::LOWER))
}

fn initials_match(l: &Look, acronym: TokenIx) -> bool {
    let first = l.doc.word_text(l.candidate.tokens.first()).chars().next();
    l.doc.word_text(acronym).chars().next() == first
}
