//! Clues inside a name: what its own words say of it.

use super::super::aliases::CLUB;
use super::super::candidates::{bit, capital, common, everyday, needs_name};
use super::{Clue, Hook, Look, PLACE_LISTS, Side, is_initial};
use crate::lexicon::{List, longest_of_several, words};
use crate::text::{Shape, Tag, TokenIx};

clues! { INSIDE:
    "actors/known-country" Place 9.0 "The list of countries has it."
        Hook::row(&[List::Country]),
        |l| caps_if_short(l)
        => "Talks with Norway went on." "Norway" ! "Talks with Mr. Norgrave went on.";
    "actors/known-province" Place 6.0 "The list of provinces and states has it."
        Hook::row(&[List::Province]),
        |l| !l.is_in(bit(List::Country))
        => "Farmers in Saskatchewan waited." "Saskatchewan" ! "Farmers in Lower Quillby waited.";
    "actors/known-capital" Place 6.0 "The list of capitals has it."
        Hook::row(&[List::Capital]),
        |l| !l.is_in(bit(List::Country) | bit(List::Province))
        => "He left Lisbon at noon." "Lisbon" ! "He left Quillby at noon.";
    "actors/known-city" Place 4.5 "The list of cities has it."
        Hook::row(&[List::City]),
        |l| !l.is_in(bit(List::Country) | bit(List::Province) | bit(List::Capital)) && !l.all_caps()
        => "The plant in Rotterdam closed." "Rotterdam" ! "The plant in Quillby closed.";
    "actors/known-town" Place 2.0 "The list of towns has it."
        Hook::row(&[List::Town]),
        |l| !l.all_caps()
        => "The fair at Halesowen opened." "Halesowen" ! "The fair at Quillby opened.";
    "actors/known-region" Place 6.0 "The list of seas, rivers and regions has it."
        Hook::row(&[List::Geo]),
        |_| true
        => "Ships crossed the Black Sea." "Black Sea" ! "Ships crossed the Quill.";
    "actors/place-word-last" Place 4.0 "It ends with a word for a place, as River or Airport."
        Hook::last(&[List::PlaceEnd]),
        |l| l.row.lists() & PLACE_LISTS == 0
        => "They met at Quillby Airport." "Quillby Airport" ! "They met Quillby Brothers.";
    "actors/place-word-first" Place 3.0 "It begins with a word for a place, as Mount or Lake."
        Hook::first(&[List::PlaceStart]),
        |l| l.row.lists() & PLACE_LISTS == 0
        => "They climbed Mount Quill." "Mount Quill" ! "They met Anna Quill.";
    "actors/place-and-state" Place 2.0 "A place of the lists closes it."
        Hook::last(&[List::Country, List::Province]),
        |l| direction(l) || l.last().is_in(List::Province)
        => "They met in Upper Bavaria." "Upper Bavaria" ! "They met in Upper Quillby.";
    "actors/known-organization" Organization 8.0 "The list of organisations has it."
        Hook::row(&[List::Org]),
        |l| caps_if_acronym(l)
        => "The plan went to NATO." "NATO" ! "The plan went to Quillby.";
    "actors/known-company" Organization 4.5 "The list of companies has it."
        Hook::row(&[List::Company]),
        |_| true
        => "The plan went to Accenture." "Accenture" ! "The plan went to Quillby.";
    "actors/organization-word-last" Organization 6.0 "It ends with a word for an organisation, as Ministry or Inc."
        Hook::last(&[List::OrgEnd]),
        |l| l.row.lists() & PLACE_LISTS == 0 && !needs_name(l.last())
        => "The Quillby Ministry answered." "Quillby Ministry" ! "The old Quillby Road closed.";
    "actors/trade-word-last" Organization 3.0 "It is a name and a word that firms end with, as Textiles."
        Hook::last(&[List::OrgEnd]),
        |l| l.len() > 1 && l.row.lists() & PLACE_LISTS == 0 && l.last().value(List::OrgEnd) == Some("f")
        => "They bought Quillby Textiles on Monday." "Quillby Textiles" ! "They bought textiles from Quillby on Monday.";
    "actors/organization-word-of" Organization 6.0 "It begins as University of or Ministry of."
        Hook::LONG,
        |l| l.row.lists() & PLACE_LISTS == 0 && l.any(|ix| l.doc.word(ix).is_in(List::OrgStart) && ix + 1 < l.to && l.doc.is(ix + 1, words!["of", "for", "on"]))
        => "He studied at the University of Quillby." "University of Quillby" ! "He saw the Bay of Quillby.";
    "actors/legal-form" Organization 4.0 "A legal form closes it, as Inc or Ltd."
        Hook::last(&[List::OrgEnd]),
        |l| l.last().value(List::OrgEnd) == Some("s")
        => "They bought Quillby Textiles Inc on Monday." "Quillby Textiles Inc" ! "They bought Quillby Textiles on Monday.";
    "actors/ampersand" Organization 5.0 "An & stands inside."
        Hook::AMPERSAND,
        |l| l.letters().as_bytes().contains(&b'&')
        => "They asked Quill & Brand for advice." "Quill & Brand" ! "They asked Quill and Brand for advice.";
    "actors/acronym" Organization 3.0 "Capitals only, two letters or more."
        Hook::INNER,
        |l| l.all_caps() && !l.letters().as_bytes().contains(&b'.') && !l.row.is_in(List::Country) && !l.letters().bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
        => "The plan went to the QTZB." "QTZB" ! "The plan went to the Quarter.";
    "actors/inner-capital" Organization 2.5 "A capital inside the word, as in YouTube."
        Hook::INNER,
        |l| { let s = l.doc.tokens[l.candidate.tokens.first()].shape; s.has(Shape::INNER_CAPITAL.with(Shape::LOWER)) && !l.letters().starts_with("Mc") && !l.letters().starts_with("Mac") && !l.letters().starts_with("O'") && !l.letters().starts_with("D'") && !l.letters().starts_with("De") && !l.letters().starts_with("Le") }
        => "They use QuillBoard at work." "QuillBoard" ! "They met McQuill at work.";
    "actors/organization-word-inside" Organization 2.0 "A word for an organisation stands inside."
        Hook::LONG,
        |l| l.candidate.tokens.range().rev().skip(1).any(|ix| l.doc.word(ix).is_in(List::OrgEnd) && capital(l.doc, ix))
        => "They asked Quill Bank Norge for money." "Quill Bank Norge" ! "They asked Quill Norge for money.";
    "actors/nation-first" Organization 1.5 "An adjective of nation or belief opens it."
        Hook::first(&[List::Demonym, List::Belief]),
        |_| true
        => "The Danish Crown Jewels were shown." "Danish Crown Jewels" ! "The Crown Jewels were shown.";
    "actors/first-name" Person 4.0 "Its first word is a first name."
        Hook::first(&[List::FirstName]),
        |l| l.len() < 6 && first_name(l) && !common(l.first()) && l.first().lists() & PLACE_LISTS == 0
        => "They asked Margaret Quill for help." "Margaret Quill" ! "They asked Rotterdam Quill for help.";
    "actors/first-name-also-word" Person 2.0 "Its first word is a first name and something else too."
        Hook::first(&[List::FirstName]),
        |l| l.len() < 6 && first_name(l) && (common(l.first()) || l.first().lists() & PLACE_LISTS != 0)
        => "They asked Grace Quill for help." "Grace Quill" ! "They asked Margaret Quill for help.";
    "actors/initials" Person 3.5 "An initial stands before its last word."
        Hook::DOTTED,
        |l| l.candidate.tokens.range().rev().skip(1).any(|ix| is_initial(l.doc, ix)) && !l.last().is_in(List::OrgEnd)
        => "They asked J. P. Quill for help." "J. P. Quill" ! "They asked the Quill Board for help.";
    "actors/particle" Person 1.5 "A particle of surnames stands inside, as van or bin."
        Hook::LONG,
        |l| l.any(|ix| l.doc.is(ix, words!["bin", "van", "von", "ibn", "der", "al", "el", "de"]) && !capital(l.doc, ix))
        => "They asked Joost van Quill for help." "Joost van Quill" ! "They asked Joost Quill for help.";
    "actors/surname-last" Person 1.2 "Its last word is a surname."
        Hook::last(&[List::Surname]),
        |l| l.len() < 5
        => "They asked Tobin Robertson for help." "Tobin Robertson" ! "They asked Tobin Qwellby for help.";
    "actors/surname-alone" Person 1.5 "It is a surname and no everyday word."
        Hook::row(&[List::Surname]),
        |l| l.len() == 1 && !common(l.row)
        => "They asked Robertson for help." "Robertson" ! "They asked Qwellby for help.";
    "actors/first-name-alone" Person 1.5 "It is a first name and no everyday word."
        Hook::row(&[List::FirstName]),
        |l| l.len() == 1 && !common(l.row)
        => "They asked Margaret for help." "Margaret" ! "They asked Qwellby for help.";
    "actors/statesman" Person 4.5 "The list of statesmen has it."
        Hook::row(&[List::Leader]),
        |l| !l.all_caps()
        => "The bust of Churchill fell." "Churchill" ! "The bust of Qwellby fell.";
    "actors/statesman-in-full" Person 4.0 "A first name stands before a statesman's surname."
        Hook::last(&[List::Leader]),
        |l| l.len() < 5 && first_name(l)
        => "They asked Grace Churchill for help." "Grace Churchill" ! "They asked Grace Quill for help.";
    "actors/country-last" Organization 4.0 "A country closes it, and it begins with no direction, as Statistics Canada."
        Hook::last(&[List::Country]),
        |l| capital(l.doc, l.candidate.tokens.last()) && l.row.lists() & PLACE_LISTS == 0 && !direction(l) && capital(l.doc, l.candidate.tokens.last() - 1)
        => "They asked Food Standards Canada for help." "Food Standards Canada" ! "They live in Upper Norway now.";
    "actors/name-suffix" Person 6.0 "Jr. or a number closes it."
        Hook::last_is(words!["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "vi"; "xvi"]),
        |l| l.len() > 1
        => "They asked Tobin Quill Jr. for help." "Tobin Quill Jr." ! "They asked Tobin Quill for help.";
    "actors/two-unknown-words" Person 1.0 "Two or three words that nobody uses in lower case."
        Hook::SEVERAL,
        |l| (2..6).contains(&l.len()) && unknown_words(l).is_some_and(|n| (2..4).contains(&n))
        => "They asked Zvorn Qwell-Tholby for help." "Zvorn Qwell-Tholby" ! "They asked Water Board for help.";
    "actors/first-name-inside" Person 2.5 "A later word is a first name and none is an everyday word at the end."
        Hook::LONG,
        |l| l.len() < 6 && l.candidate.tokens.range().skip(1).any(|ix| l.doc.word(ix).is_in(List::FirstName) && !common(l.doc.word(ix))) && !common(l.last()) && !l.last().is_in(List::OrgEnd) && (!l.doc.tokens[l.candidate.tokens.first()].shape.is_all_caps() || is_initial(l.doc, l.candidate.tokens.first()))
        => "They asked Zvorn Margaret Qwellby for help." "Zvorn Margaret Qwellby" ! "They asked Zvorn Qwellby for help.";
    "actors/known-body-first" Organization 2.5 "Its first word is a known organisation or an acronym."
        Hook::LOUD.or_first(&[List::Org, List::Company]),
        |l| (l.first().lists() & (bit(List::Org) | bit(List::Company)) != 0 && l.first().lists() & (bit(List::FirstName) | bit(List::Surname)) == 0 || l.doc.tokens[l.candidate.tokens.first()].shape.is_all_caps() && !l.letters().as_bytes().contains(&b'.')) && !l.last().is_in(List::MiscEnd)
        => "They asked NATO Qwellby for help." "NATO Qwellby" ! "They asked Zvorn Qwellby for help.";
    "actors/acronym-inside" Organization 3.0 "A later word is an acronym."
        Hook::LOUD,
        |l| l.candidate.tokens.range().skip(1).any(|ix| { let t = l.doc.tokens[ix]; t.shape.is_all_caps() && !t.shape.has(Shape::DOT) && t.span.len() > 2 && !l.doc.word_text(ix).bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) }) && l.candidate.tokens.range().any(|ix| l.doc.tokens[ix].shape.has(Shape::LOWER) && capital(l.doc, ix))
        => "They asked Qwellby QTZB for help." "Qwellby QTZB" ! "They asked Qwellby Zvorn for help.";
    "actors/body-word-alone" Organization 5.0 "A word for one body of the state, as House or Parliament, with a capital."
        Hook::first_is(words!["parliament", "ministry", "cabinet", "house", "senate", "congress", "treasury", "commission", "assembly", "chamber", "court", "army", "navy", "council", "commonwealth", "politburo", "admiralty", "legislature", "supreme"]),
        |l| l.len() == 1 && !l.candidate.initial
        => "He spoke in the House on Monday." "House" ! "He spoke in the house on Monday.";
    "actors/team-alone" Organization 5.0 "The short name of a team after the: the Nets."
        Hook::row(&[List::OrgEnd]),
        |l| l.len() == 1 && l.row.value(List::OrgEnd) == Some("t") && l.before_is(0, words!["the"]) && !l.candidate.initial
        => "Fans of the Penguins cheered." "Penguins" ! "Fans of the penguins cheered.";
    "actors/title-as-surname" Person 4.5 "A surname that is a title too, without the."
        Hook::row(&[List::Title]),
        |l| l.len() == 1 && l.row.is_in(List::Surname) && !l.candidate.initial && !l.before(0).is_some_and(|ix| matches!(l.doc.tokens[ix].tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::POS))
        => "They asked if Bishop would come." "Bishop" ! "They asked the Bishop to come.";
    "actors/foreign-body" Organization 5.0 "Its first word means an organisation in another language: Partido, Banque."
        Hook::first(&[List::OrgStart]),
        |l| !common(l.first()) && !l.first().is_in(List::FirstName)
        => "They joined Partido Verde early." "Partido Verde" ! "They joined Zvorn Verde early.";
    "actors/club-word-first" Organization 3.0 "Its first word is one that clubs begin with: Athletic, Dynamo."
        Hook::first_is(CLUB),
        |l| l.len() > 1
        => "They beat Athletic Qwellby on Monday." "Athletic Qwellby" ! "They beat Zvorn Qwellby on Monday.";
    "actors/club-word-abroad" Organization 3.0 "Its first word is one that clubs abroad begin with and never leave out: Real, Stade."
        Hook::first_is(words!["club", "real"; "stade"]),
        |l| l.len() > 1 && !l.candidate.initial
        => "They beat Stade Qwellby on Monday." "Stade Qwellby" ! "They beat Zvorn Qwellby on Monday.";
    "actors/spanish-article-first" Organization 2.5 "A Spanish article opens it and no list has it: the gang Los Qwellos."
        Hook::first_is(words!["los", "las"]),
        |l| longest_of_several(l.doc, l.candidate.tokens.first(), |w| w.lists() & PLACE_LISTS != 0).is_none()
        => "They feared Los Qwellos most." "Los Qwellos" ! "They like Los Angeles most.";
    "actors/newspaper-first" Organization 4.0 "It begins as newspapers do: the Daily X."
        Hook::first_is(words!["daily", "evening", "morning", "weekly"]),
        |l| l.len() == 2 && l.before_is(0, words!["the"]) && !l.last().is_in(List::MiscEnd)
        => "They read The Evening Lantern aloud." "Evening Lantern" ! "They read the evening paper aloud.";
    "actors/unknown-word" Organization 1.0 "A single word that nobody uses in lower case, inside a sentence."
        Hook::UNKNOWN,
        |l| !l.candidate.initial && !l.row.is_known() && !l.everyday() && l.letters().len() > 2
        => "They like Qwellby a lot." "Qwellby" ! "They like Rotterdam a lot.";
    "actors/unknown-subject" Person 1.0 "A single unknown word that opens a sentence and has a verb behind it."
        Hook::UNKNOWN,
        |l| l.candidate.initial && !l.row.is_known() && !l.everyday() && l.letters().len() > 3 && !l.all_caps() && l.after(0).is_some_and(|ix| matches!(l.doc.tokens[ix].tag, Tag::VBD | Tag::VBZ | Tag::MD))
        => "Qwellby left early." "Qwellby" ! "They like Qwellby a lot.";
    "actors/unknown-words" Organization 0.8 "Several words with capitals, inside a sentence."
        Hook::WITHIN,
        |_| true
        => "They like Zvorn Qwellby a lot." "Zvorn Qwellby" ! "They like Qwellby a lot.";
    "actors/known-thing" Nothing 9.0 "The list of faiths, feasts, prizes and products has it."
        Hook::row(&[List::NotActor]),
        |l| !l.is_in(bit(List::Org))
        => "They met before Christmas." "Christmas" ! "They met before Qwellby.";
    "actors/adjective" Nothing 12.0 "It is an adjective of nation or belief."
        Hook::row(&[List::Demonym, List::Belief]),
        |l| !l.is_in(bit(List::Org))
        => "A Swedish ship sank." "Swedish" ! "A Qwellby ship sank.";
    "actors/thing-word-last" Nothing 8.0 "It ends with a word for a law, a prize, an event or a work."
        Hook::last(&[List::MiscEnd]),
        |l| !(l.last().is_in(List::OrgEnd) || l.len() == 2 && first_name(l) && !common(l.first()))
        => "He won the Qwellby Prize on Monday." "Qwellby Prize" ! "He won the Qwellby seat on Monday.";
    "actors/cup-word-first" Nothing 8.0 "Its first word is another language's for a cup."
        Hook::first_is(words!["copa", "coppa", "coupe"; "taça"]),
        |l| l.len() > 1 && !l.is_in(bit(List::Company)) && !l.last().is_in(List::OrgEnd)
        => "They won the Copa Qwellby twice." "Copa Qwellby" ! "They won the Zvorn Qwellby twice.";
    "actors/adjectives-only" Nothing 6.0 "All its words are adjectives before a title, as Democratic Presidential."
        Hook::after_in(&[List::Title]),
        |l| l.len() > 1 && l.after_in(0, List::Title) && l.candidate.tokens.range().all(|ix| { let w = l.doc.word(ix); w.lists() & (bit(List::Demonym) | bit(List::Belief)) != 0 || w.tag() == Tag::JJ }) && !l.is_in(bit(List::Org)) && !l.last().is_in(List::OrgEnd)
        => "They met the Democratic Presidential nominee." "Democratic Presidential" ! "They met the Democratic Party.";
    "actors/things-only" Nothing 6.0 "All its words are known things, as AM EST."
        Hook::first(&[List::NotActor]),
        |l| l.candidate.tokens.range().all(|ix| l.doc.word(ix).is_in(List::NotActor))
        => "They met at ten PM EST sharp." "PM EST" ! "They met at ten in Qwellby.";
    "actors/digits" Nothing 4.0 "A number stands in its one word, and no list has it."
        Hook::DIGIT,
        |l| !l.is_in(bit(List::Org) | bit(List::Company))
        => "They paid RM120 for it." "RM120" ! "They paid Qwellby for it.";
    "actors/everyday-word" Nothing 3.5 "It is an everyday word with a capital."
        Hook::ONE,
        |l| l.everyday() && l.row.lists() & PLACE_LISTS == 0
        => "They feared the Board would agree." "Board" ! "They feared Qwellby would agree.";
    "actors/everyday-words" Nothing 2.0 "All its words are everyday words."
        Hook::SEVERAL,
        |l| l.candidate.tokens.range().all(|ix| everyday(l.doc, ix))
        => "They read the Green Book aloud." "Green Book" ! "They read Zvorn Qwellby aloud.";
    "actors/bare-title" Nothing 6.0 "It is a title alone."
        Hook::row(&[List::Title]),
        |l| !l.row.is_in(List::Surname)
        => "They asked Prime Minister about it." "Prime Minister" ! "They asked Qwellby about it.";
}

/// How many words a name has, a double one behind the first counted once, when nobody uses any of them in lower case.
fn unknown_words(l: &Look) -> Option<usize> {
    let first = l.candidate.tokens.first();
    let hyphen = |ix: TokenIx| ix > first + 1 && l.doc.is(ix, words!["-"]);
    let unknown = |ix: TokenIx| !common(l.doc.word(ix)) && l.doc.tokens[ix].shape.has(Shape::LOWER);
    let hyphens = || l.candidate.tokens.range().filter(|ix| hyphen(*ix)).count();
    l.candidate.tokens.range().all(|ix| hyphen(ix) || unknown(ix)).then(|| l.len().saturating_sub(2 * hyphens()))
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

/// Whether a first name opens it, and no mere word for a place closes it.
fn first_name(l: &Look) -> bool {
    l.first().is_in(List::FirstName) && (!l.last().is_in(List::PlaceEnd) || surname_too(l))
}

/// "Helen Marsh": whether the word for a place that closes it is a surname rather, as nothing before it says that it is no person.
fn surname_too(l: &Look) -> bool {
    l.last().is_in(List::Surname)
        && !l.doc.is(l.candidate.tokens.last(), words!["park", "house", "square", "city", "state", "county"])
        && !l.before_is(0, words!["the", "in", "at", "near", "on", "to"])
}

/// Whether it begins with a direction or another first word of places.
fn direction(l: &Look) -> bool {
    l.first().is_in(List::PlaceStart)
        || l.doc.is(
            l.candidate.tokens.first(),
            words!["northeast", "northwest", "southeast", "southwest", "old", "mainland", "french", "british", "spanish", "western", "kingdom", "empire", "greater", "imperial", "colonial", "nazi", "vichy", "soviet", "ottoman"; "habsburg"],
        )
}
