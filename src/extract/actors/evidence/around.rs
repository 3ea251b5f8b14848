//! Clues around a mention: titles, verbs, prepositions, appositions.

use super::super::candidates::{bit, capital, needs_name};
use super::hook::{DETERMINERS, Second};
use super::{Clue, Hook, Look, PLACE_LISTS, Side, TOP};
use crate::lexicon::{List, Word, Words, words};
use crate::tagger::lemma_word;
use crate::text::{Document, Shape, Tag, TokenIx};

clues! { AROUND:
    "actors/title-before" Person 6.0 "A title or a role stands right before it."
        Hook::TITLED,
        |l| !(l.candidate.title.is_empty() || l.len() > 1 && l.last().is_in(List::OrgEnd) && !needs_name(l.last()) || inside_title(l) || office_word(l))
        => "They asked President Qwellby for help." "Qwellby" ! "They asked Qwellby for help.";
    "actors/age-after" Person 5.0 "An age between commas follows."
        Hook::after_comma(Second::Digit),
        |l| l.after(1).is_some_and(|ix| age(l.doc, ix)) && (l.after(2).is_none() || l.after_is(2, words![",", ".", "and", ";"]))
        => "Zvorn Qwellby, 52, was hurt." "Zvorn Qwellby" ! "Zvorn Qwellby, 1952, was sold.";
    "actors/role-after" Person 3.5 "A comma and a role follow: X, the prime minister."
        Hook::after(words![","]),
        |l| role_after(l)
        => "They met Qwellby, the prime minister, twice." "Qwellby" ! "They met Qwellby, the old town, twice.";
    "actors/role-before-comma" Person 3.0 "A role and a comma stand before it: the mayor of Alder, X."
        Hook::before(words![",", "and"]),
        |l| l.row.lists() & (bit(List::Country) | bit(List::Province)) == 0 && (l.first().is_in(List::FirstName) || !l.everyday()) && !l.last().is_in(List::OrgEnd) && role_before(l)
        => "The mayor of Rotterdam, Zvorn Qwellby, left." "Zvorn Qwellby" ! "They left the old port, Zvorn Qwellby, at noon.";
    "actors/who-after" Person 3.0 "The word who or whose follows."
        Hook::after(words!["who"]).or_after_comma(Second::Who),
        |l| l.after_is(0, words!["who"]) || l.after_is(1, words!["who"])
        => "They met Qwellby, who left early." "Qwellby" ! "They met Qwellby, which burned.";
    "actors/speaks" Person 1.2 "A verb that people do follows or precedes."
        Hook::after_in(&[List::PersonVerb]).or_before(words!["said", "says", "added", "asked", "wrote"]),
        |l| !l.before_is(0, words!["the", "in", "at", "of"])
        => "On Monday Qwellby told them to leave." "Qwellby" ! "On Monday Qwellby closed to ships.";
    "actors/name-was-before" Person 4.0 "Somebody's name is said to be it: whose name was X."
        Hook::before(words!["was", "is"]),
        |l| l.before_is(1, words!["name"]) && l.before_is(2, words!["his", "her", "whose", "my"])
        => "They met a man whose name was Qwellby." "Qwellby" ! "They met a man whose town was Qwellby.";
    "actors/base-form-speaks" Organization 4.0 "The plain form of a verb opens the sentence and speaks, as the union Unite or the charity Scope."
        Hook::after(words!["said", "says", "told"]),
        |l| l.len() == 1 && l.candidate.initial && matches!(l.row.tag(), Tag::VB | Tag::VBP) && l.row.lists() & (bit(List::FirstName) | bit(List::Surname)) == 0
        => "Forgive said its members were angry." "Forgive" ! "Forgive him, said the judge.";
    "actors/speaks-as-body" Organization 0.7 "A verb of saying follows."
        Hook::after(words!["said", "says", "announced", "reported", "warned", "denied"]),
        |_| true
        => "On Monday Qwellby announced a plan." "Qwellby" ! "On Monday Qwellby closed to ships.";
    "actors/honorific-after" Person 2.0 "His own or her own follows soon."
        Hook::REFLEXIVE,
        |_| true
        => "They saw Qwellby hurt himself again." "Qwellby" ! "They saw Qwellby burn again.";
    "actors/ticker" Nothing 9.0 "Behind an exchange and a colon it is the sign of a share."
        Hook::before(words![":"]),
        |l| l.all_caps() && l.before_is(1, EXCHANGES)
        => "Qwellby Textiles (NYSE: QWT) sank." "QWT" ! "They asked one body: QWT.";
    "actors/storm" Nothing 9.0 "A storm bears the name."
        Hook::before(words!["storm", "hurricane", "typhoon", "cyclone"]),
        |l| l.len() == 1 && l.before(0).is_some_and(|ix| capital(l.doc, ix))
        => "Storm Brenda hit the coast." "Brenda" ! "The storm Brenda feared hit the coast.";
    "actors/in-before" Place 1.6 "The word in stands before it."
        Hook::before(words!["in", "near", "off", "outside", "throughout", "across", "downtown", "central", "nearby"]),
        |l| !(l.before_is(0, words!["in"]) && l.possessive(0))
        => "They live in Qwellby now." "Qwellby" ! "They like Qwellby now.";
    "actors/seat-before" Place 2.5 "A building or seat in it: the court in X."
        Hook::before(words!["in"]),
        |l| l.before_is(1, words!["court", "courthouse", "courtroom", "plant", "factory", "office", "offices", "headquarters", "hospital", "clinic", "school", "church", "mosque", "prison", "jail", "home", "house", "hotel", "museum", "farm", "mine", "shop", "store", "warehouse", "cemetery", "stadium", "university", "college", "hearing", "ceremony", "rally", "trial"])
        => "They sat in the court in Qwellby." "Qwellby" ! "They saw the trust in Qwellby grow.";
    "actors/site-before" Place 2.5 "Something that stands in a place or happens there: the bridge at X."
        Hook::before(words!["at"]),
        |l| l.before_is(1, words!["bridge", "crossing", "checkpoint", "camp", "dam", "harbour", "harbor", "airfield", "junction", "depot", "refinery", "quarry", "colliery", "port", "border", "barracks", "lighthouse", "crash", "roadblock"; "toll-gate"])
        => "They closed the bridge at Qwellby." "Qwellby" ! "They closed the deal at Qwellby.";
    "actors/home-after-age" Place 5.0 "An age and of stand before it: Ana Holt, 52, of X."
        Hook::before(words!["of", "from"]),
        |l| l.before(1).is_some_and(|ix| l.doc.tokens[ix].tag == Tag::Comma) && l.before_is(3, words![","]) && l.before(2).is_some_and(|ix| age(l.doc, ix))
        => "Ana Holt, 52, of Qwellby, was hurt." "Qwellby" ! "Ana Holt, of Qwellby, was hurt.";
    "actors/direction-before" Place 3.0 "A direction stands before it: northern X."
        Hook::before(words!["northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern", "southwestern", "north-western", "neighbouring", "neighboring", "mainland", "downtown", "upstate", "rural"; "north-eastern", "south-eastern", "south-western"]),
        |_| true
        => "They live in northern Qwellby now." "Qwellby" ! "They like Qwellby now.";
    "actors/place-of-before" Place 4.0 "A word for a place and of stand before it: the city of X."
        Hook::before(words!["of"]),
        |l| l.before_is(1, words!["city", "town", "village", "province", "state", "region", "district", "suburb", "port", "island", "republic", "capital", "outskirts", "streets", "north", "south", "east", "west", "northwest", "southeast", "northeast", "southwest", "border", "area", "coast", "county", "riding", "seat", "constituency", "electorate", "suburbs", "people", "mayor", "governor", "cities", "towns", "villages", "provinces", "states", "regions", "districts", "ports", "islands", "counties"])
        => "They like the city of Qwellby now." "Qwellby" ! "They like the songs of Qwellby now.";
    "actors/place-before" Place 2.5 "A word for a place stands before it: the village X."
        Hook::before(words!["village", "town", "city", "island", "port", "capital", "hometown"]),
        |_| true
        => "They like the village Qwellby now." "Qwellby" ! "They like Qwellby now.";
    "actors/place-after" Place 3.0 "A word for a place follows: X province."
        Hook::after(words!["province", "region", "district", "county", "city", "village", "town", "island", "peninsula", "council", "councillors", "councillor", "resident", "residents", "native", "mayor", "state", "airport", "station", "prison", "refugee", "suburb", "prefecture", "border", "valley", "river"]),
        |l| !l.after_is(0, words!["station"]) || l.before_is(0, words!["at", "near", "outside"])
        => "They like Qwellby province now." "Qwellby" ! "They like Qwellby now.";
    "actors/based-after" Place 3.0 "It is a base: X-based."
        Hook::after(words!["-"]),
        |l| l.after_is(1, words!["based", "born", "area"])
        => "They like a Qwellby-based band now." "Qwellby" ! "They like Qwellby now.";
    "actors/state-after" Place 3.0 "A comma and a state or country follow."
        Hook::after_comma(Second::Capital),
        |l| l.after(1).is_some_and(|ix| capital(l.doc, ix) && l.doc.word(ix).lists() & (bit(List::Country) | bit(List::Province)) != 0) && l.len() < 4
        => "They live near Qwellby, Ohio, now." "Qwellby" ! "They like Qwellby, and now this.";
    "actors/dateline" Place 6.0 "It opens the text before a date, a dash or an agency."
        Hook::OPENS,
        |l| dateline(l)
        => "QWELLBY (Reuters) - The mayor left." "QWELLBY" ! "They like Qwellby (a lot).";
    "actors/agency-of-the-dateline" Organization 6.0 "It stands in the brackets of the dateline."
        Hook::before(words!["("]),
        |l| l.after_is(0, words![")"]) && l.doc.dateline.is_some_and(|d| d.whole.contains(l.doc.span_of(l.candidate.tokens)))
        => "QWELLBY, May 3 (Northern Wire) - The mayor left." "Northern Wire" ! "QWELLBY, May 3 - The mayor (Ana Roe) left.";
    "actors/travel-before" Place 1.5 "A verb of travel or a person stands before it: flew to X, a driver from X."
        Hook::before(words!["to", "from", "into"]),
        |l| l.before_is(0, words!["from"]) && l.before(1).is_some_and(|ix| l.doc.word(ix).value(List::Description).is_some_and(|d| d.starts_with("person"))) || l.before_is(1, words!["flew", "travelled", "traveled", "drove", "trip", "visit", "went", "returned", "arrived", "moved", "fled", "exports", "imports", "flights", "flight", "exported", "shipped", "sent", "way", "ambassador", "envoy", "troops", "trains", "train", "buses", "bus", "services", "ferry", "road", "journey", "walked", "cycled", "commutes", "travels", "travelling", "traveling"])
        => "They flew to Qwellby at noon." "Qwellby" ! "They like Qwellby at noon.";
    "actors/the-before" Organization 1.0 "The word the stands before it."
        Hook::before(words!["the"]),
        |l| !l.row.is_in(List::Country)
        => "They like the Qwellby now." "Qwellby" ! "They like Qwellby now.";
    "actors/body-word-after" Organization 2.5 "Shares, officials, a spokesman or a unit of it follow."
        Hook::after_in(&[List::OrgFollow]).or_after(words!["'s"]),
        |l| l.after_in(0, List::OrgFollow) || l.possessive(0) && l.after_is(1, words!["shares", "stock", "subsidiary", "shareholders", "parent", "chairman", "board", "headquarters", "chief", "spokesman", "spokeswoman", "president", "ceo", "unit", "profit", "products", "customers"])
        => "They sold Qwellby shares at noon." "Qwellby" ! "They sold Qwellby at noon.";
    "actors/body-of-before" Organization 2.0 "Shares, members or the head of it stand before."
        Hook::before(words!["of", "at", "with", "for"]),
        |l| l.before_is(1, words!["shares", "members", "member", "analyst", "analysts", "economist", "economists", "strategists", "traders", "researchers", "chairman", "spokesman", "spokeswoman", "director", "trader", "unit", "executive", "officer", "subsidiary", "head", "strategist", "dealer", "employee", "employees", "manager"])
        => "They sold shares of Qwellby at noon." "Qwellby" ! "They sold Qwellby at noon.";
    "actors/body-of-a-person" Organization 2.0 "A person's name and of or at stand before it: Ana Holt of X."
        Hook::before(words!["of", "at"]),
        |l| l.row.lists() & PLACE_LISTS == 0 && person_before(l)
        => "They asked Margaret Quill of Qwellby for help." "Qwellby" ! "They asked the miners of Qwellby for help.";
    "actors/body-before" Organization 3.5 "A word for an organisation stands before it: the daily X."
        Hook::before(words!["firm", "company", "group", "bank", "newspaper", "daily", "weekly", "magazine", "agency", "party", "maker", "distributor", "airline", "chain", "brokerage", "giant", "operator", "retailer", "insurer", "supplier", "publisher", "broker", "unit", "subsidiary", "station", "network", "club", "side", "manufacturer", "producer", "automaker", "carmaker", "movement", "organisation", "organization", "union", "utility", "steelmaker", "brewer", "conglomerate", "house", "tabloid", "journal", "restaurant", "website", "broadcaster", "cult", "sect", "cartel", "militia"]),
        |_| true
        => "They read the daily Qwellby at noon." "Qwellby" ! "They read Qwellby at noon.";
    "actors/officer-after" Organization 2.5 "A title follows: X president, X chief executive."
        Hook::after_in(&[List::Title]).or_after(words!["ceo", "chairman", "cfo"]),
        |l| l.after_in(0, List::Title) && !l.after_is(0, words!["and", "said", "chair", "mayor", "councillor", "resident", "native", "count", "private", "general", "lock", "model", "guard", "center", "centre", "head", "forward", "closer", "opener", "independent", "secretary"]) || l.after_is(0, words!["ceo", "chairman", "cfo"])
        => "They met Qwellby chief executive Anna Holt." "Qwellby" ! "They met Qwellby at noon.";
    "actors/trades" Organization 1.8 "A verb of markets and firms follows."
        Hook::after(words!["fell", "rose", "gained", "lost", "slipped", "dropped", "climbed", "jumped", "shed", "traded", "acquired", "merged", "posted", "bought", "plunges", "rises", "falls", "sells", "buys", "acquires", "unveils", "launches", "manufactures", "owns", "operates", "makes", "employs", "reported"]),
        |_| true
        => "On Monday Qwellby acquired two mills." "Qwellby" ! "On Monday Qwellby left.";
    "actors/workplace" Organization 2.5 "People work there, join it or buy it."
        Hook::before(words!["at", "for", "joined", "joining", "acquire", "acquired", "acquiring", "takeover"]),
        |l| !l.before_is(0, words!["at", "for"]) || l.before_is(1, words!["worked", "works", "work", "working", "job", "jobs", "employed", "career"])
        => "She worked at Qwellby for years." "Qwellby" ! "She sang at noon in Qwellby.";
    "actors/company-apposition" Organization 3.5 "A comma and a word for an organisation follow: X, a software maker."
        Hook::after_comma(Second::Determiner),
        |l| kind_after(l, words!["company", "maker", "firm", "group", "bank", "agency", "newspaper", "party", "manufacturer", "retailer", "organization", "organisation", "subsidiary", "unit", "developer", "producer", "airline", "union", "supplier", "provider", "network", "brokerage", "insurer", "operator", "broadcaster", "magazine", "publisher", "distributor", "charity", "coalition", "club", "institute", "foundation", "university"])
        => "They sued Qwellby, a software maker." "Qwellby" ! "They sued Qwellby, a quiet man.";
    "actors/place-apposition" Place 3.5 "A comma and a word for a place follow: X, a village in the north."
        Hook::after_comma(Second::Determiner),
        |l| kind_after(l, words!["city", "town", "village", "capital", "suburb", "province", "region", "island", "port", "district", "neighborhood", "neighbourhood", "river"])
        => "They left Qwellby, a village in the hills." "Qwellby" ! "They left Qwellby, a quiet man.";
    "actors/bracketed-acronym" Organization 4.0 "Its acronym follows in brackets, or it is one itself."
        Hook::after(words!["("]).or_before(words!["("]),
        |l| bracketed(l)
        => "They joined the Qwellby Tennis Board (QTB) early." "Qwellby Tennis Board" ! "They joined the Qwellby Tennis Board early.";
}

/// Exchanges that stand before the sign of a share.
const EXCHANGES: &Words =
    words!["nyse", "nasdaq", "amex", "lse", "otc", "bse"; "asx", "tsx", "sgx", "nse", "jse", "tsxv", "otcqb", "otcqx", "hkex", "euronext"];

/// Whether a first name and another name stand before the word before it.
fn person_before(l: &Look) -> bool {
    let name = |n: usize| l.before(n).filter(|ix| capital(l.doc, *ix));
    name(1).is_some() && name(2).is_some_and(|ix| l.doc.word(ix).is_in(List::FirstName))
}

/// "chief Africa economist": a country or region inside a title.
fn inside_title(l: &Look) -> bool {
    l.row.lists() & (bit(List::Country) | bit(List::Geo)) != 0 && l.after_in(0, List::Title)
}

/// "Investor Relations", "Media Contact": what stands above an address.
fn office_word(l: &Look) -> bool {
    l.doc.is(l.candidate.tokens.first(), words!["relations", "contact", "contacts", "inquiries", "enquiries"])
}

/// How far before a name's comma, or the "and" before a name, its role may stand.
const ROLE_BACK: usize = 4;

/// Whether "two sons," stands before, or "two sons, Bo and", or "the mayor of Alder,".
fn role_before(l: &Look) -> bool {
    let doc = l.doc;
    let names = |from: usize, to: usize| to > from && (from..to).all(|n| l.before(n).is_some_and(|ix| capital(doc, ix)));
    let person = |n: usize| {
        l.before(n).is_some_and(|ix| {
            let listed = |word: Word| word.value(List::Description).is_some_and(|d| d.starts_with("person"));
            doc.tokens[ix].tag.is_noun() && !capital(doc, ix) && (listed(doc.word(ix)) || listed(lemma_word(doc, ix)))
        })
    };
    let ends = |ix: TokenIx| matches!(doc.tokens[ix].tag, Tag::Comma | Tag::Period | Tag::Colon | Tag::CC) || doc.tokens[ix].tag.is_verb();
    if !l.after(0).is_none_or(ends) {
        return false;
    }
    if l.before_is(0, words!["and"]) {
        let comma = (2..=ROLE_BACK).find(|n| l.before_is(*n, words![","]));
        return comma.is_some_and(|n| names(1, n) && person(n + 1));
    }
    let of = (2..=ROLE_BACK).find(|n| l.before_is(*n, words!["of"]));
    let mayor = |n: usize| names(1, n) && person(n + 1) && l.before(n + 1).is_some_and(|ix| doc.tokens[ix].tag == Tag::NN);
    person(1) || of.is_some_and(mayor)
}

fn age(doc: &Document, ix: TokenIx) -> bool {
    doc.word_text(ix).parse::<u32>().is_ok_and(|n| (5..110).contains(&n))
}

/// Whether ", the country's prime minister" or ", spokesman for" follows.
fn role_after(l: &Look) -> bool {
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
fn kind_after(l: &Look, heads: &Words) -> bool {
    if !l.after_is(1, DETERMINERS) {
        return false;
    }
    for n in 2..9 {
        let Some(ix) = l.after(n) else { return false };
        if l.doc.is(ix, heads) {
            return true;
        }
        // "a Dublin-based maker".
        let based = || l.doc.is(ix, words!["based", "listed", "owned"]) && l.after_is(n - 1, words!["-"]);
        if matches!(l.doc.tokens[ix].tag, Tag::IN | Tag::Comma | Tag::Period | Tag::WDT | Tag::WP | Tag::TO | Tag::CC)
            || l.doc.tokens[ix].tag.is_verb() && !based()
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
    if !l.doc.tokens[start].shape.has(Shape::SENTENCE_START) || start > TOP {
        return false;
    }
    let caps = l.candidate.tokens.range().all(|ix| !l.doc.tokens[ix].shape.has(Shape::LOWER));
    l.after(0).is_some_and(|ix| {
        caps && (matches!(l.doc.word_text(ix), "(" | "_" | "--" | "-" | "—" | "–" | ",") || l.doc.tokens[ix].shape.has(Shape::NUMBER))
            || l.doc.word_text(ix) == "(" && l.after_is(1, words!["ap", "reuters", "afp", "upi", "xinhua"])
    })
}

fn bracketed(l: &Look) -> bool {
    if l.len() > 1 && l.after_is(0, words!["("]) && l.after_is(2, words![")"]) {
        return l.after(1).is_some_and(|ix| l.doc.tokens[ix].shape.is_all_caps() && l.doc.tokens[ix].span.len() < 9 && initials_match(l, ix));
    }
    l.all_caps()
        && l.before_is(0, words!["("])
        && l.after_is(0, words![")"])
        && l.before(1).is_some_and(|ix| capital(l.doc, ix) && l.doc.tokens[ix].shape.has(Shape::LOWER))
}

fn initials_match(l: &Look, acronym: TokenIx) -> bool {
    let first = l.doc.word_text(l.candidate.tokens.first()).chars().next();
    l.doc.word_text(acronym).chars().next() == first
}
