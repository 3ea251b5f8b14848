//! Runs of capitalised words with the small words that names hold, and the sentences that names may come from.

use crate::lexicon::{List, Word, WordId, Words, longest, longest_of_several, may_begin, words};
use crate::text::{Document, Sentence, SentenceKind, Shape, Tag, Token, TokenIx, TokenRange};

/// How a sentence uses capitals: what a capital in it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Capitals mark names and the first word.
    Plain,
    /// A headline in capitals, or with a capital on every longer word: a capital says nothing.
    Loud,
}

/// Most tokens in one run; longer ones are lists in capitals.
const RUN: usize = 16;

/// Most tokens of a work's title between marks.
const WORK: usize = 14;

/// Words between a name's parts that need no further sign ("van der", "bin", "de la").
const PARTICLES: &Words = words!["de", "la", "le", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "bin", "ibn", "ben", "al", "el", "ur", "ten", "af", "av", "y", "e", "und", "et", "pour", "per", "dei", "delle", "des", "les", "na", "wa", "ole", "ould", "ul", "ter", "vom", "ap", "ferch", "las", "los"; "bint", "ud", "zu", "zur", "zum", "für", "degli", "arap", "binti"];

/// Other words and marks that a name may go on over.
const JOINTS: &Words = words!["-", "&", ",", "'s", "'", "of", "for", "on", "to", "against", "and", "plc"];

/// What may follow a comma inside a name.
const SUFFIXES: &Words =
    words!["d.c.", "inc", "inc.", "ltd", "ltd.", "llc", "jr", "jr.", "sr", "sr.", "corp", "corp.", "co.", "l.p.", "lp", "plc", "s.a."; "n.a."];

/// Capitals without which none is loud: a shout is three words, a title four.
pub(super) const LOUD: usize = 3;

/// Which use of capitals a sentence shows, with no more than so many of them.
pub(super) fn case_of(doc: &Document, sentence: &Sentence, capitals: usize) -> Case {
    const LOOK: Shape = Shape::LETTER.with(Shape::ADDRESS).with(Shape::CAPITAL);
    let small = |t: &Token| usize::from((t.span.len() > 3) & t.shape.has_of(LOOK, Shape::LETTER));
    // So many small words make a sentence plain, whatever else stands in it: most are. In a loud one there are more than five capitals for each.
    let enough = sentence.tokens.len().div_ceil(6).min(capitals.div_ceil(5)).max(1);
    let plain = |lower: usize| lower >= enough;
    let (strides, rest) = doc.tokens[sentence.tokens.range()].as_chunks::<STRIDE>();
    let mut lower = 0;
    for stride in strides {
        lower += stride.iter().map(small).sum::<usize>();
        if plain(lower) {
            return Case::Plain;
        }
    }
    lower += rest.iter().map(small).sum::<usize>();
    if plain(lower) {
        return Case::Plain;
    }
    if is_loud(doc, sentence, lower) { Case::Loud } else { Case::Plain }
}

/// Tokens that are read before it is asked whether they are enough.
const STRIDE: usize = 8;

/// The tokens of a document at which a name or the title of a work may begin: a bit for each, the first the lowest. They are read 64 at a time, for
/// nothing foretells how long a sentence is.
pub(super) struct Starts(Vec<u64>);

/// Tokens that [`Starts::from`] tells of.
pub(super) const STRETCH: usize = u64::BITS as usize;

impl Starts {
    pub fn new(doc: &Document) -> Starts {
        let may_begin = |token: &Token| u64::from(token.shape.any(Shape::CAPITAL.with(Shape::OPEN_QUOTE)));
        let push = |bits: u64, token: &Token| bits << 1 | may_begin(token);
        let (stretches, rest) = doc.tokens.as_chunks::<STRETCH>();
        let mut starts = Vec::with_capacity(stretches.len() + 2);
        starts.extend(stretches.iter().map(|tokens| tokens.iter().rev().fold(0, push)));
        starts.extend([rest.iter().rev().fold(0, push), 0]);
        Starts(starts)
    }

    /// Those from a token on.
    pub fn from(&self, at: TokenIx) -> u64 {
        let (word, bit) = (at / STRETCH, at % STRETCH);
        self.0[word] >> bit | self.0[word + 1] << 1 << (STRETCH - 1 - bit)
    }
}

/// Whether a sentence with so many longer words in small letters is one in which a capital says nothing.
fn is_loud(doc: &Document, sentence: &Sentence, lower: usize) -> bool {
    let (mut words, mut capitals, mut shouted, mut verbs) = (0, 0, 0, 0);
    for ix in sentence.tokens.range() {
        let token = &doc.tokens[ix];
        let shape = token.shape;
        if !shape.has(Shape::LETTER) || shape.has(Shape::ADDRESS) {
            continue;
        }
        if shape.is_all_caps() {
            shouted += 1;
        } else if shape.has(Shape::CAPITAL) {
            capitals += 1;
            let word = doc.word(ix);
            let verb = (word.tag().is_verb() || word.tag() == Tag::MD)
                && word.lists() & (bit(List::FirstName) | bit(List::Surname) | bit(List::OrgEnd)) == 0;
            verbs += usize::from(verb && !shape.has(Shape::SENTENCE_START));
        }
        words += usize::from(token.span.len() > 3 || shape.has(Shape::CAPITAL));
    }
    let ends = sentence.tokens.range().next_back().is_some_and(|ix| matches!(doc.word_text(ix), "." | "!" | "?"));
    let titled = words >= 5 && capitals + shouted > 3 && if ends { lower == 0 && verbs > 0 } else { lower * 6 < words };
    words >= 3 && lower == 0 && shouted * 4 >= words * 3 || titled
}

/// Tokens of running text above which a heading still belongs to the top of the article: headline, byline, dateline.
const TOP: usize = 25;

/// Whether a sentence may name actors: headings only at the top of the article, boilerplate never.
pub(super) fn speaks(sentence: &Sentence, prose: usize) -> bool {
    match sentence.kind {
        SentenceKind::Prose | SentenceKind::Dateline => true,
        SentenceKind::Heading => prose < TOP,
        SentenceKind::Boilerplate => false,
    }
}

/// Whether the token may be part of a name by its look.
#[inline(always)]
pub(super) fn capital(doc: &Document, ix: TokenIx) -> bool {
    let Token { shape, span, .. } = doc.tokens[ix];
    // Few names end so.
    let odd = || matches!(doc.text.as_bytes()[span.end as usize - 1], b'I' | b'$');
    shape.has_of(Shape::CAPITAL.with(Shape::ADDRESS), Shape::CAPITAL) && !(odd() && no_name(doc.word_text(ix)))
}

/// Whether a word with a capital is "I" or the sign of a currency.
#[inline(never)]
fn no_name(text: &str) -> bool {
    matches!(text, "I" | "US$" | "A$" | "C$" | "HK$" | "NZ$" | "S$" | "R$" | "NT$")
}

/// Whether a word is an everyday word in lower case.
pub(super) fn common(word: Word) -> bool {
    word.tag() != Tag::None && !word.tag().is_name()
}

/// Whether a word ends the name of an organisation only behind another name: "Halden Maritime", but not "Maritime".
pub(super) fn needs_name(word: Word) -> bool {
    matches!(word.value(List::OrgEnd), Some("x" | "f"))
}

/// Whether a token is an everyday word or a form of one ("dealers", "inexplicably") and no surname.
pub(super) fn everyday(doc: &Document, ix: TokenIx) -> bool {
    let word = doc.word(ix);
    if common(word) {
        return true;
    }
    if word.lists() & (bit(List::Surname) | bit(List::FirstName)) != 0 || known_name(word) || !doc.tokens[ix].shape.has(Shape::LOWER) {
        return false;
    }
    let text = doc.word_text(ix);
    if !matches!(text.as_bytes().last(), Some(b's' | b'd' | b'g' | b'y' | b'r')) {
        return false;
    }
    ENDINGS.iter().any(|(end, put)| text.strip_suffix(end).is_some_and(|stem| stem.len() > 2 && common(WordId::of_stem(stem, put).get())))
}

/// The endings of inflected and derived words, with the letters that their stems have in their place.
const ENDINGS: [(&str, &str); 10] =
    [("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("er", ""), ("ers", "")];

/// Whether a word is a small word of the grammar: no name begins with it.
pub(super) fn grammatical(word: Word) -> bool {
    let tag = word.tag();
    matches!(
        tag,
        Tag::DT
            | Tag::IN
            | Tag::CC
            | Tag::PRP
            | Tag::PRPS
            | Tag::WP
            | Tag::WPS
            | Tag::WDT
            | Tag::WRB
            | Tag::MD
            | Tag::EX
            | Tag::TO
            | Tag::PDT
            | Tag::UH
            | Tag::RB
            | Tag::RBR
            | Tag::RBS
            | Tag::CD
    )
}

/// Whether a row of the lexicon is a name, or a title before one.
pub(super) fn known_name(word: Word) -> bool {
    const LISTS: u128 = bit(List::Org) | bit(List::Company) | bit(List::Country) | bit(List::Province) | bit(List::Geo) | bit(List::Capital);
    const TOWNS: u128 = bit(List::City) | bit(List::Town) | bit(List::Leader) | bit(List::Title) | bit(List::NotActor) | bit(List::Demonym);
    word.lists() & (LISTS | TOWNS) != 0
}

/// Lists of names that stand alone.
const NAMED: u128 =
    bit(List::Org) | bit(List::Company) | bit(List::Country) | bit(List::Province) | bit(List::Geo) | bit(List::City) | bit(List::Demonym);

/// The bit of a list.
pub(super) const fn bit(list: List) -> u128 {
    1 << list as u8
}

/// "Mayor Jan van Holt": whether a first name that is a month too stands before a particle.
#[cold]
fn before_particle(doc: &Document, ix: TokenIx) -> bool {
    doc.word(ix).is_in(List::FirstName) && ix + 1 < doc.tokens.len() && particle(doc, ix + 1)
}

/// Whether a run must stop before this token: a date's words belong to no name.
#[inline]
fn breaks(doc: &Document, ix: TokenIx) -> bool {
    let word = doc.word(ix);
    word.lists() & (bit(List::Weekday) | bit(List::Month)) != 0
        && !before_particle(doc, ix)
        && (ix == 0 || !doc.word(ix - 1).is_in(List::FirstName) || word.is_in(List::Weekday))
}

/// The end of a title of a work that begins at an opening mark: every longer word in it has a capital.
pub(super) fn work_end(doc: &Document, open: TokenIx, limit: TokenIx) -> Option<TokenIx> {
    if !doc.tokens[open].shape.has(Shape::OPEN_QUOTE) {
        return None;
    }
    let mut capitals = 0;
    for ix in open + 1..limit.min(open + WORK) {
        let token = &doc.tokens[ix];
        if token.shape.has(Shape::CLOSE_QUOTE) {
            return (capitals > 0).then_some(ix + 1);
        }
        if token.shape.has(Shape::LETTER) {
            if token.shape.has(Shape::CAPITAL) {
                capitals += 1;
            } else if token.span.len() > 4 || ix == open + 1 || token.tag.is_verb() || token.tag == Tag::MD || token.tag == Tag::PRP {
                return None;
            }
        } else if matches!(doc.word_text(ix), "." | "?" | "!" | ",") {
            return (ix + 1 < limit && doc.tokens[ix + 1].shape.has(Shape::CLOSE_QUOTE) && capitals > 1).then_some(ix + 2);
        }
    }
    None
}

/// Where a run begins: "al-" and its like belong to the name after them.
fn run_start(doc: &Document, at: TokenIx, from: TokenIx) -> TokenIx {
    let glued = |ix: TokenIx| !doc.tokens[ix].shape.has(Shape::SPACE_BEFORE);
    // Hardly any word has a hyphen before it; whether it opens its sentence is anyone's guess.
    if (doc.tokens[at.saturating_sub(1)].word != WordId::of_mark(b'-')) | (at < from + 2) {
        return at;
    }
    let article = glued(at) && doc.word_text(at - 1) == "-" && glued(at - 1);
    if article && doc.is(at - 2, words!["al", "el", "an", "as", "ash", "at", "ad", "ar", "az", "abu"]) { at - 2 } else { at }
}

/// A run of name words.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub tokens: TokenRange,
    /// Whether a title may begin at one of them.
    pub titled: bool,
}

/// The run of name words around `at`; none crosses its sentence.
pub(super) fn run(doc: &Document, at: TokenIx, sentence: TokenRange) -> Run {
    let (end, titled) = run_end(doc, at, sentence.end as usize);
    let start = run_start(doc, at, sentence.first());
    Run { tokens: TokenRange::new(start, end), titled: titled || start < at }
}

/// The end of the run of name words that begins at `start`, and whether a title may begin in it.
fn run_end(doc: &Document, start: TokenIx, limit: TokenIx) -> (TokenIx, bool) {
    let limit = limit.min(start + RUN);
    let (mut end, mut titled) = (start, false);
    loop {
        titled |= doc.word(end).is_in(List::Title);
        if may_begin(doc, end) {
            titled = true;
            let phrase = longest_of_several(doc, end, known_name).map_or(1, |(_, n)| n);
            end += if end + phrase <= limit && capital_phrase(doc, end, phrase) { phrase } else { 1 };
        } else {
            end += 1;
        }
        if end >= limit {
            return (end.min(limit), titled);
        }
        if capital(doc, end) && !breaks(doc, end) {
            let form = || doc.word(end - 1).value(List::OrgEnd) == Some("s");
            if doc.tokens[end - 1].shape.has(Shape::DOT)
                && (grammatical(doc.word(end)) || form() && everyday(doc, end) && !doc.word(end).is_in(List::OrgEnd))
            {
                return (end, titled);
            }
            continue;
        }
        match joins(doc, start, end, limit) {
            // What joins is not asked.
            Some(next) if !breaks(doc, next) => (end, titled) = (next, true),
            _ => return (end, titled),
        }
    }
}

/// Whether the last word of a phrase has a capital: "the Fed" is a name, "the fed" is not.
fn capital_phrase(doc: &Document, at: TokenIx, n: usize) -> bool {
    n == 1 || (at + 1..at + n).any(|ix| capital(doc, ix))
}

/// Hyphens, the second of which breaks no line, and the curly apostrophe, with an "s" and without.
const HYPHEN: &[u8] = "‐".as_bytes();
const FIXED_HYPHEN: &[u8] = "‑".as_bytes();
const CURLY_S: &[u8] = "’s".as_bytes();
const CURLY: &[u8] = "’".as_bytes();

/// The next token of a name that goes on over the small word at `end`.
fn joins(doc: &Document, start: TokenIx, end: TokenIx, limit: TokenIx) -> Option<TokenIx> {
    let next = |ix: TokenIx| Some(ix).filter(|&ix| ix < limit && capital(doc, ix));
    let glued = |ix: TokenIx| ix < limit && !doc.tokens[ix].shape.has(Shape::SPACE_BEFORE);
    if doc.tokens[end].shape.has(Shape::OPEN_QUOTE) {
        let close = (end + 2..limit.min(end + 4)).find(|&ix| doc.tokens[ix].shape.has(Shape::CLOSE_QUOTE))?;
        let nickname =
            (end + 1..close).all(|ix| capital(doc, ix)) && (doc.word(start).is_in(List::FirstName) || doc.word(end - 1).is_in(List::FirstName));
        return next(close + 1).filter(|_| nickname);
    }
    if !JOINTS.may_have(doc.tokens[end].word) && !particle(doc, end) {
        return None;
    }
    let last = doc.word(end - 1);
    // As bytes they are told apart by length and first letter.
    match doc.word_text(end).as_bytes() {
        b"-" | HYPHEN | FIXED_HYPHEN if glued(end) && glued(end + 1) => {
            // "Berwick-upon-Tweed"
            let tied = doc.is(end + 1, PLACE_TIES) && doc.word_text(end + 2) == "-" && glued(end + 2) && glued(end + 3);
            if tied { next(end + 3) } else { next(end + 1).filter(|&at| !two_names(doc, start, end, at)) }
        }
        b"&" => next(end + 1),
        b"plc" => Some(end),
        b"," if end + 1 < limit && doc.is(end + 1, SUFFIXES) => Some(end + 1),
        b"'s" | CURLY_S | b"'" | CURLY
            if end > start && matches!(last.tag(), Tag::NN | Tag::NNS) && !closes_known(doc, start, end) && !is_person(doc, start, end) =>
        {
            next(end + 1).filter(|&at| !doc.word(at).is_in(List::Title) && !doc.word(at).is_in(List::FirstName))
        }
        b"of"
            if heads(doc, start, end)
                || !doc.word(start).is_in(List::FirstName) && next(end + 1).is_some_and(|at| legal_form_ahead(doc, at, limit)) =>
        {
            next(end + 1).or_else(|| if end + 1 < limit && doc.is(end + 1, words!["the"]) { next(end + 2) } else { None })
        }
        b"for" if (start + 1..end).any(|ix| doc.is(ix, words!["of"])) && heads_of(doc, start, end) && doc.word(end - 1).is_in(List::Belief) => {
            next(end + 1)
        }
        b"for" | b"on" | b"to" | b"against" if heads(doc, start, end) && !common_follow(doc, end + 1) => {
            next(end + 1).or_else(|| if end + 1 < limit && doc.is(end + 1, words!["the", "a", "an", "all", "our"]) { next(end + 2) } else { None })
        }
        b"and" if and_joins(doc, start, end, limit) => next(end + 1),
        _ if particle(doc, end) => {
            let mut at = end + 1;
            while at < limit && at < end + 3 && (particle(doc, at) || doc.word_text(at) == "-" && glued(at)) {
                at += 1;
            }
            next(at)
        }
        _ => None,
    }
}

/// Words in small letters that tie the names of a place by hyphens.
const PLACE_TIES: &Words = words!["upon", "on", "in", "by", "le", "la", "les", "de", "en", "sur", "au", "i", "e", "al", "el", "do", "da"];

#[inline]
fn particle(doc: &Document, ix: TokenIx) -> bool {
    doc.is(ix, PARTICLES) && !doc.tokens[ix].shape.any(Shape::CAPITAL.with(Shape::INNER_CAPITAL))
}

/// Whether an entry of the lists ends with the token before `end`: what follows it is its own, not its name.
fn closes_known(doc: &Document, start: TokenIx, end: TokenIx) -> bool {
    (start..end).any(|at| longest(doc, at, known_name).is_some_and(|(_, n)| at + n == end))
}

/// "Anna Slot's Rovers": whether a first name opens the words before a possessive.
fn is_person(doc: &Document, start: TokenIx, end: TokenIx) -> bool {
    end > start + 1 && doc.word(start).is_in(List::FirstName)
}

/// Whether a hyphen ties two names ("U.S.-China", "Obama-Xi"), or a party and a state ("D-Ore.").
fn two_names(doc: &Document, start: TokenIx, hyphen: TokenIx, after: TokenIx) -> bool {
    const PLACES: u128 = bit(List::Country) | bit(List::Province) | bit(List::City) | bit(List::Capital);
    let right = longest(doc, after, |w| w.lists() & PLACES != 0).is_some();
    let left = (start..hyphen).rev().take(3).any(|at| longest(doc, at, |w| w.lists() & PLACES != 0).is_some_and(|(_, n)| at + n == hyphen));
    let party = doc.tokens[hyphen - 1].span.len() <= 3 && !doc.tokens[hyphen - 1].shape.has(Shape::LOWER);
    let listed = (start..hyphen).any(|at| longest(doc, at, known_name).is_some_and(|(_, n)| at + n > after));
    let leaders = doc.word(after).is_in(List::Leader) && doc.word(hyphen - 1).is_in(List::Leader);
    (right && (left || party) || leaders) && !listed
}

/// Whether the capitalised word after "for" or "on" is a date or a name on its own.
fn common_follow(doc: &Document, ix: TokenIx) -> bool {
    ix < doc.tokens.len() && (breaks(doc, ix) || !common(doc.word(ix)) && !doc.is(ix, words!["the", "a", "an"]))
}

/// Whether the run up to `end` closes with a word that organisations or places go on from with "of".
fn heads(doc: &Document, start: TokenIx, end: TokenIx) -> bool {
    let last = doc.word(end - 1);
    let place = doc.is(
        end - 1,
        words!["assembly", "commons", "lords", "gulf", "bay", "strait", "straits", "sea", "isle", "cape", "republic", "kingdom", "horn", "temple"],
    );
    (last.is_in(List::OrgStart) || place) && (start..end).all(|ix| !doc.word(ix).is_in(List::Weekday))
}

/// Whether the capitalised words from `at` on close with a legal form: "Cold Stores of Norland Ltd".
fn legal_form_ahead(doc: &Document, at: TokenIx, limit: TokenIx) -> bool {
    let end = (at..limit.min(at + 5)).find(|&ix| !capital(doc, ix)).unwrap_or(limit.min(at + 5));
    end > at + 1 && doc.word(end - 1).value(List::OrgEnd) == Some("s")
}

/// Whether an "of" or "for" after a word for an organisation stands in the run.
fn heads_of(doc: &Document, start: TokenIx, end: TokenIx) -> bool {
    (start + 1..end).any(|ix| doc.is(ix, words!["of", "on", "for"]) && doc.word(ix - 1).is_in(List::OrgStart))
}

/// Whether "and" stands inside a name: "Ministry of Trade and Industry", "Mines and Energy Ministry", "Smith and Sons".
fn and_joins(doc: &Document, start: TokenIx, end: TokenIx, limit: TokenIx) -> bool {
    if end + 1 >= limit || !capital(doc, end + 1) {
        return false;
    }
    let plain = |ix: TokenIx| (everyday(doc, ix) || doc.word(ix).is_in(List::Belief)) && doc.word(ix).lists() & NAMED == 0;
    let of = heads_of(doc, start, end);
    if of && plain(end + 1) && plain(end - 1) {
        return true;
    }
    let closes = |ix: TokenIx| ix < limit && capital(doc, ix) && doc.word(ix).is_in(List::OrgEnd);
    let office = |ix: TokenIx| ix < limit && doc.is(ix, words!["ministry", "administration", "department", "committee", "commission", "agency"]);
    let single = (!doc.word(end - 1).is_in(List::OrgEnd) || office(end + 2))
        && doc.word(end - 1).lists() & bit(List::FirstName) == 0
        && !known_name(doc.word(end - 1));
    single && plain(end + 1) && (closes(end + 2) || end + 3 < limit && capital(doc, end + 2) && plain(end + 2) && closes(end + 3))
        || doc.is(end + 1, words!["sons", "co.", "co", "partners", "associates", "company"])
}
