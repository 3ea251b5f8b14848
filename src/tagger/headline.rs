//! Verbs of headlines: the vote was taught on prose, and sees names and plurals where each word has a capital or no article stands
//! ("Norbank Cuts Jobs", "Police arrest two").

use super::lemma::third_person;
use crate::lexicon::{List, Word, Words, words};
use crate::text::{Document, SentenceKind, Shape, Tag, TokenIx, TokenRange};

/// Gives headlines the verb that they most likely have, where none was found that has a tense.
pub fn mend(doc: &mut Document) {
    for sentence in 0..doc.sentences.len() {
        if doc.sentences[sentence].kind == SentenceKind::Heading {
            mend_one(doc, doc.sentences[sentence].tokens);
        }
    }
}

/// Likewise one, which may have a label before it ("Analysis: ...") and other clauses behind it ("... as profit falls").
fn mend_one(doc: &mut Document, tokens: TokenRange) {
    let mut from = tokens.first();
    while from < tokens.end as usize {
        let end = (from..tokens.end as usize).find(|ix| ends_clause(doc, *ix)).unwrap_or(tokens.end as usize);
        let clause = TokenRange::new(from, end);
        if opens_with_noun(doc, clause) {
            doc.tokens[from].tag = Tag::NN;
        }
        for ix in from + 1..end {
            // "Council backs bypass": taken for a plural and a verb.
            if doc.tokens[ix].tag == Tag::VBP && is_object(doc, ix, clause) {
                (doc.tokens[ix - 1].tag, doc.tokens[ix].tag) = (Tag::VBZ, Tag::NN);
            // "Norland recalls envoy, halts aid"
            } else if goes_on_behind_comma(doc, ix, clause) {
                doc.tokens[ix].tag = Tag::VBZ;
            // "Governor Signs Ban"
            } else if doc.tokens[ix].tag == Tag::VB && doc.tokens[ix - 1].tag.has_tense() && doc.word(ix).can_be(Tag::NN) && !lets(doc, ix - 1) {
                doc.tokens[ix].tag = Tag::NN;
            }
        }
        if !(from..end).any(|ix| doc.tokens[ix].tag.has_tense())
            && let Some((verb, tag)) = verb(doc, clause).or_else(|| participle(doc, clause))
        {
            doc.tokens[verb].tag = tag;
        }
        let mark = (end..tokens.end as usize).find(|ix| doc.tokens[*ix].tag == Tag::Colon);
        from = mark.map_or(tokens.end as usize, |mark| mark + 1);
    }
}

/// Whether a headline's first clause ends before a token.
fn ends_clause(doc: &Document, ix: TokenIx) -> bool {
    doc.tokens[ix].tag == Tag::Colon || doc.is(ix, words!["as", "after", "before", "while", "when", "if", "because", "that", "who", "which", "where"])
}

/// Verbs with a bare infinitive: "volunteers help save village".
fn lets(doc: &Document, ix: TokenIx) -> bool {
    doc.tokens[ix].tag == Tag::MD
        || doc.is(ix, words!["help", "helps", "helped", "let", "lets", "make", "makes", "made", "see", "sees", "saw", "do", "does", "did", "watch"])
}

/// "Plan for 300 homes rejected", "Ferry operator to shed 200 jobs": no order is given, as another verb comes or as a noun's preposition stands behind.
fn opens_with_noun(doc: &Document, clause: TokenRange) -> bool {
    let first = clause.first();
    if !matches!(doc.tokens[first].tag, Tag::VB | Tag::VBD | Tag::VBP) || first + 2 >= clause.end as usize || !doc.word(first).can_be(Tag::NN) {
        return false;
    }
    let later = (first + 2..clause.end as usize).any(|ix| matches!(doc.tokens[ix].tag, Tag::VBN | Tag::TO | Tag::VBD | Tag::VBZ));
    match doc.tokens[first + 1].tag {
        Tag::IN | Tag::TO => later || doc.is(first + 1, words!["for", "over", "of", "against"]),
        Tag::NN => later,
        _ => false,
    }
}

/// Whether what was taken for a headline's verb is the object of the word before, as that is a verb and this one a noun more often.
fn is_object(doc: &Document, ix: TokenIx, clause: TokenRange) -> bool {
    let verb = ix - 1;
    if verb <= clause.first() || doc.tokens[verb].tag != Tag::NNS || !matches!(doc.tokens[verb - 1].tag, Tag::NN | Tag::NNP) {
        return false;
    }
    let event = || third_person(doc.word_text(verb)).is_some_and(|lemma| lemma.is_in(List::EventVerb));
    // "bypass despite": a verb would have an object.
    let bare = || event() && doc.word(ix).can_be(Tag::NN) && (ix + 1 == clause.end as usize || doc.tokens[ix + 1].tag == Tag::IN);
    let noun = !likeliest(doc, ix).is_verb() && doc.word(ix).tag() != Tag::VB || bare();
    noun && !is_many(doc, verb - 1) && !compounds(doc, verb) && (likeliest(doc, verb).is_verb() || !moves(doc, ix) && event())
}

/// Whether a word right behind a comma is the second verb of a headline whose first stands before.
fn goes_on_behind_comma(doc: &Document, ix: TokenIx, clause: TokenRange) -> bool {
    let plural = doc.tokens[ix].tag == Tag::NNS && ix + 1 < clause.end as usize && doc.is(ix - 1, words![","]) && is_third_person(doc, ix);
    plural
        && (likeliest(doc, ix).is_verb() || third_person(doc.word_text(ix)).is_some_and(|lemma| lemma.is_in(List::EventVerb)))
        && (clause.first()..ix).any(|before| doc.tokens[before].tag == Tag::VBZ)
        && (doc.tokens[ix + 1].tag.is_noun()
            || doc.tokens[ix + 1].tag.is_adjective()
            || matches!(doc.tokens[ix + 1].tag, Tag::CD | Tag::RP | Tag::DT))
}

/// The likeliest verb of a clause: the first noun behind another that can be one, and that goes on as no noun does; one that is a verb more
/// often than a noun before others ("Norland Motors posts profit").
fn verb(doc: &Document, clause: TokenRange) -> Option<(TokenIx, Tag)> {
    let mut found = candidates(doc, clause);
    let first = found.next()?;
    if likeliest(doc, first.0).is_verb() { Some(first) } else { found.find(|next| likeliest(doc, next.0).is_verb()).or(Some(first)) }
}

/// The nouns of a clause that can be its verb.
fn candidates(doc: &Document, clause: TokenRange) -> impl Iterator<Item = (TokenIx, Tag)> {
    (clause.first() + 1..clause.end as usize).filter_map(move |ix| {
        let before = ix - 1;
        let adjective = doc.tokens[ix].tag == Tag::JJ && doc.tokens[before].tag == Tag::NNS;
        if !doc.tokens[ix].tag.is_noun() && !adjective || !doc.tokens[before].tag.is_noun() {
            return None;
        }
        let several =
            matches!(doc.tokens[before].tag, Tag::NNS | Tag::NNPS) || is_many(doc, before) || before == clause.first() && is_team(doc, before, ix);
        let form = form(doc, ix, several)?;
        let agrees = match form {
            Tag::VBZ => !several,
            Tag::VBP => several,
            // "police set to check"
            Tag::VBD if doc.tokens.get(ix + 1).is_some_and(|next| next.tag == Tag::TO) => false,
            // "named" is done to its subject more often than not, "beat" is done by it.
            _ => likeliest(doc, ix).is_verb() && doc.word(ix).can_be(Tag::VB),
        };
        (agrees && goes_on(doc, ix, form, clause)).then_some((ix, form))
    })
}

/// The form with tense that a noun's letters can be; of several any base form can be one.
fn form(doc: &Document, ix: TokenIx, several: bool) -> Option<Tag> {
    let word = doc.word(ix);
    // The lexicon has seen some verbs as plurals alone.
    let seen = [Tag::VBZ, Tag::VBD, Tag::VBP].into_iter().find(|form| word.can_be(*form));
    let base = || (word.tag() == Tag::VB || several && word.can_be(Tag::VB)).then_some(Tag::VBP);
    seen.or_else(|| third_person(doc.word_text(ix)).map(|_| Tag::VBZ)).or_else(base)
}

/// Whether what follows a noun makes a verb of it.
fn goes_on(doc: &Document, ix: TokenIx, form: Tag, clause: TokenRange) -> bool {
    let next = ix + 1;
    let moves = || form == Tag::VBP && moves(doc, ix);
    if next >= clause.end as usize {
        // "Stocks slide as ..."
        return moves();
    }
    let noun_behind = || next < clause.last() && doc.tokens[next + 1].tag.is_noun() && !can_be_verb(doc, next + 1);
    match likeliest(doc, next) {
        // No noun goes on so.
        Tag::DT | Tag::PRPS | Tag::PRP => true,
        // but "sales up 4 %"
        Tag::RP => next < clause.last() && doc.tokens[next + 1].tag != Tag::CD,
        Tag::CD => noun_behind() || !doc.tokens[next].shape.has(Shape::DIGIT),
        likely if likely.is_adjective() || likely == Tag::VBN && doc.tokens[next].tag == Tag::VBN => {
            let some_noun = || next < clause.last() && doc.tokens[next + 1].tag.is_noun();
            noun_behind() || some_noun() && !compounds(doc, ix) && is_third_person(doc, ix) || next == clause.last() && is_verb(doc, ix)
        }
        // A plural stands before a noun, and another plural at that, in few words alone; a small word before a name hardly ever.
        tag if tag.is_noun() || doc.tokens[next].tag.is_noun() => {
            is_verb(doc, ix)
                || doc.tokens[next].tag == Tag::NNS && doc.word(ix).can_be(Tag::VBZ) && !can_be_verb(doc, next) && !doc.is(ix, ATTRIBUTES)
                || is_small(doc, ix) && !is_small(doc, next) && !is_date(doc, next)
                || !is_date(doc, next) && !compounds(doc, ix) && (form == Tag::VBP && !doc.is(ix - 1, ATTRIBUTES) || is_third_person(doc, ix))
        }
        // "Berg plans return to ..." has its verb before, "trade talks in ..." none.
        Tag::TO | Tag::IN => {
            let asks = || doc.is(next, words!["for", "against"]) && is_verb(doc, ix);
            (likeliest(doc, ix).is_verb() || asks() || moves() || plans(doc, ix, clause)) && !doc.word(ix - 1).can_be(Tag::VBZ)
        }
        Tag::OpenQuote => is_verb(doc, ix),
        // "EU fines chipmaker $1.2 billion" has it before.
        _ => false,
    }
}

/// "Norbank plans to cut jobs", but "Norbank plans to cut jobs attacked".
fn plans(doc: &Document, ix: TokenIx, clause: TokenRange) -> bool {
    let (to, end) = (ix + 1, clause.end as usize);
    doc.tokens[to].tag == Tag::TO
        && to + 1 < end
        && doc.tokens[to + 1].tag == Tag::VB
        && third_person(doc.word_text(ix)).and_then(|lemma| lemma.value(List::ModalVerb)).is_some_and(|value| value.starts_with("future"))
        && !doc.tokens[to + 1..end].iter().any(|token| token.tag == Tag::VBN)
}

/// Whether a base form needs no object: "stocks slide".
fn moves(doc: &Document, ix: TokenIx) -> bool {
    [List::BefallVerb, List::Intransitive].iter().any(|list| doc.word(ix).is_in(*list))
}

/// "Ana Ruiz Named Head", "Bridge Closed After Crash": a past that looks like a name, which something is done to.
fn participle(doc: &Document, clause: TokenRange) -> Option<(TokenIx, Tag)> {
    let verbs = |ix: TokenIx| matches!(doc.tokens[ix].tag, Tag::VBN | Tag::TO);
    if (clause.first()..clause.end as usize).any(verbs) {
        return None;
    }
    (clause.first() + 1..clause.end as usize).find_map(|ix| {
        let (token, word) = (&doc.tokens[ix], doc.word(ix));
        let looks = token.tag.is_noun() && doc.tokens[ix - 1].tag.is_noun() && word.can_be(Tag::VBN) && word.tag().is_verb();
        if !looks {
            return None;
        }
        let next = doc.tokens.get(ix + 1).filter(|_| ix + 1 < clause.end as usize).map(|next| next.tag);
        let named = || word.verb_lemma().is_some_and(|lemma| lemma.is_in(List::NamingVerb));
        (next.is_none_or(|next| matches!(next, Tag::IN | Tag::TO | Tag::RP | Tag::RB)) || named()).then_some((ix, Tag::VBN))
    })
}

/// Plurals that stand before nouns.
pub const ATTRIBUTES: &Words = words![
    "arms",
    "sports",
    "sales",
    "rights",
    "savings",
    "goods",
    "operations",
    "systems",
    "communications",
    "relations",
    "works",
    "services",
    "futures",
    "states",
    "times",
    "news",
    "drugs",
    "jobs",
    "women",
    "men",
    "children",
    "motors"
];

/// Words that make one noun with the noun before and the one behind more often than they are a verb: "budget cuts list", "farmers market cheese".
fn compounds(doc: &Document, ix: TokenIx) -> bool {
    const BEHIND_A_NOUN: &Words = words![
        "talks",
        "claims",
        "trials",
        "prices",
        "strikes",
        "awards",
        "results",
        "records",
        "papers",
        "games",
        "cuts",
        "rates",
        "costs",
        "works",
        "market",
        "union",
        "club",
        "league",
        "tour",
        "home",
        "house",
        "day",
        "week",
        "race",
        "show",
        "award",
        "fund",
        "tax",
        "bill",
        "group",
        "party",
        "title",
        "court",
        "cup",
        "school",
        "team",
        "camp",
        "network",
        "lobby",
        "conference",
        "convention"
    ];
    doc.is(ix, ATTRIBUTES) || doc.is(ix, BEHIND_A_NOUN) && doc.tokens[ix - 1].tag != Tag::NNP
}

/// Whether a word is a verb's form for one who does: seen as one, or of a verb that tells an event; not "Brooks" behind a first name.
fn is_third_person(doc: &Document, ix: TokenIx) -> bool {
    let word = doc.word(ix);
    let named = || word.is_in(List::Surname) && doc.word(ix - 1).is_in(List::FirstName);
    let event = |lemma: Word| lemma.is_in(List::EventVerb) || lemma.is_in(List::BefallVerb) || lemma.tag().is_verb();
    (word.can_be(Tag::VBZ) || third_person(doc.word_text(ix)).is_some_and(event)) && !named()
}

/// What a word is most often, in small letters.
fn likeliest(doc: &Document, ix: TokenIx) -> Tag {
    if doc.word(ix).is_tagged() { doc.word(ix).tag() } else { doc.tokens[ix].tag }
}

/// Whether a word is most often a verb, in this form or by its lemma.
fn is_verb(doc: &Document, ix: TokenIx) -> bool {
    let does = || ix + 1 < doc.tokens.len() && !can_be_verb(doc, ix + 1);
    let told = |lemma: Word| lemma.tag().is_verb() || lemma.is_in(List::EventVerb) && does();
    likeliest(doc, ix).is_verb() || third_person(doc.word_text(ix)).is_some_and(told)
}

fn can_be_verb(doc: &Document, ix: TokenIx) -> bool {
    doc.word(ix).can_be(Tag::VBP) || doc.word(ix).can_be(Tag::VBZ)
}

/// Several joined by "and" or, as in headlines, by a comma, or a body that takes the plural.
fn is_many(doc: &Document, ix: TokenIx) -> bool {
    let two = || doc.tokens[ix - 1].tag == Tag::CC || doc.is(ix - 1, words![","]) && doc.tokens[ix - 2].tag.is_name();
    ix > 1 && two() || doc.is(ix, words!["police", "media", "staff", "crew"])
}

/// "Rovers sack coach": a name like a plural before a verb that tells an event.
fn is_team(doc: &Document, name: TokenIx, verb: TokenIx) -> bool {
    let plural = || doc.word_text(name).ends_with('s') && !doc.word_text(name).ends_with("ss");
    doc.tokens[name].tag.is_name() && doc.word(verb).is_in(List::EventVerb) && plural() && !doc.word(name).is_in(List::FirstName)
}

fn is_date(doc: &Document, ix: TokenIx) -> bool {
    doc.word(ix).is_in(List::Month) || doc.word(ix).is_in(List::Weekday)
}

fn is_small(doc: &Document, ix: TokenIx) -> bool {
    !doc.tokens[ix].shape.has(Shape::CAPITAL)
}

#[cfg(test)]
mod tests {
    use crate::text::Tag;

    /// The tag of a word of a headline.
    fn tag(headline: &str, of: &str) -> Tag {
        let text = format!("{headline}\n\nThe harbour town woke to a grey morning on Tuesday. Nobody was on the quay, and the boats lay still.");
        let mut doc = crate::tokenizer::tokenize(&text);
        crate::tagger::tag(&mut doc);
        let ix = (0..doc.tokens.len()).find(|ix| doc.word_text(*ix) == of).unwrap();
        doc.tokens[ix].tag
    }

    #[test]
    fn headlines_have_their_verb() {
        for (headline, word, wanted) in [
            ("Norbank cuts jobs as profit falls", "cuts", Tag::VBZ),
            ("Police arrest two after raid on bank", "arrest", Tag::VBP),
            ("Analysis: Norbank Presses Its Advantage", "Presses", Tag::VBZ),
            ("Berg Leaves Hospital", "Leaves", Tag::VBZ),
            ("Court blocks sale", "blocks", Tag::VBZ),
            ("Rovers Beat United 3-1", "Beat", Tag::VBD),
            ("Judge blocks Norland's fishing law", "blocks", Tag::VBZ),
            ("Farmers Block Roads in Norland", "Block", Tag::VBP),
            ("Soldiers Open Fire on Crowd", "Open", Tag::VBP),
            ("Stocks Slide as Oil Price Rises", "Slide", Tag::VBP),
            ("Norland, Sudria Trade Blame Over Border", "Trade", Tag::VBP),
            ("Mayor Backs Plan to Close Library", "Backs", Tag::VBZ),
            ("Council backs bypass despite flood fears", "backs", Tag::VBZ),
            ("Oil Firm Drops Arctic Plan", "Drops", Tag::VBZ),
            ("Ana Ruiz Named Head of Port Authority", "Named", Tag::VBN),
            ("Bridge Closed After Crash", "Closed", Tag::VBN),
            ("Ferry firm plans to shed 200 jobs", "plans", Tag::VBZ),
            ("Norbank plans to cut jobs", "plans", Tag::VBZ),
            ("Norbank plans to cut jobs rejected", "plans", Tag::NNS),
        ] {
            assert_eq!(tag(headline, word), wanted, "{headline}");
        }
    }

    #[test]
    fn headlines_without_a_verb_get_none() {
        for (headline, word) in [
            ("Arms sales figures", "sales"),
            ("School Sports Day", "Sports"),
            ("Trade Talks in Geneva", "Talks"),
            ("Norbank sales up 4 percent", "sales"),
            ("Farmers Market Cheese", "Market"),
            ("Trade talks resume in Oslo", "talks"),
            ("Plan for 300 homes rejected", "Plan"),
            ("Ferry operator to shed 200 jobs", "Ferry"),
            ("Governor Signs Ban on Bags", "Ban"),
            ("Health Service Cuts", "Cuts"),
            ("Berg plans return to Norland", "return"),
        ] {
            assert!(tag(headline, word).is_noun(), "{headline}");
        }
    }
}
