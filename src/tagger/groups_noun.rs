//! Noun groups: where one begins, what it may hold, which of its words is the head.
//!
//! A group is read from left to right, once: what stands before (determiner, possessor, adjectives, participles, numbers),
//! then the nouns. It ends before the first token that cannot go on with it. The tests at the bottom show one group each.

use super::groups_number::{ELSEWHERE, about, as_many, at_least, is_score, than};
use super::groups_steps::{ENDS_ADJECTIVE, Read, Step, begin, step};
use super::groups_time::{OPENERS, is_clock, kind, month_before_name, opens_time, time_before_name};
use super::groups_verb::{goes_on_from_verb, helper};
use crate::lexicon::{List, WordId, Words, words};
use crate::text::{Document, NounGroup, NounKind, Shape, Tag, TokenIx, TokenRange};

/// Tokens looked at ahead of a comma, a mark or an adjective to see that a noun follows.
const AHEAD: usize = 6;

/// Longest noun group in tokens: longer ones are lists or tables.
const LONGEST: usize = 40;

/// A noun group as far as its own words say what it is; the rest of its row is left to the relations.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    pub tokens: TokenRange,
    pub head: TokenIx,
    pub kind: NounKind,
    pub possessor: Option<TokenRange>,
}

impl Stretch {
    /// A word alone.
    pub fn one(at: TokenIx, kind: NounKind) -> Stretch {
        Stretch { tokens: TokenRange::new(at, at + 1), head: at, kind, possessor: None }
    }

    /// Its row, which stands in no relation yet.
    pub fn group(self) -> NounGroup {
        NounGroup { tokens: self.tokens, head: self.head, kind: self.kind, possessor: self.possessor, ..NounGroup::default() }
    }
}

/// The noun group that begins at `at`, within its sentence.
pub(super) fn noun_group(doc: &Document, at: TokenIx, end: TokenIx) -> Option<Stretch> {
    pronoun(doc, at, end.min(at + LONGEST)).or_else(|| noun_phrase(doc, at, end))
}

/// Likewise, where no pronoun stands.
///
/// Most groups are a determiner, adjectives and nouns, with a word behind them that cannot go on: what tags alone say of these is read here.
#[inline(always)]
pub(super) fn noun_phrase(doc: &Document, at: TokenIx, end: TokenIx) -> Option<Stretch> {
    const AND: WordId = WordId::of_folded("&");
    let end = end.min(at + LONGEST);
    let first = tag(doc, at);
    let Step::Goes(mut read) = begin(first) else { return odd_phrase(doc, at, end) };
    // "14:05 Norland has sent help": the clock of a live report counts nothing.
    if first == Tag::CD && doc.tokens[at].shape.has(Shape::SENTENCE_START) && is_clock(doc.word_text(at)) {
        return Some(Stretch::one(at, NounKind::Time));
    }
    if first == Tag::NNP && tag_at(doc, at + 1) == Tag::NNP && month_before_name(doc, at) {
        return Some(Stretch { tokens: TokenRange::new(at, at + 1), head: at, kind: NounKind::Time, possessor: None });
    }
    let mut before = Read::Nothing;
    let mut ix = at + 1;
    for token in &doc.tokens[ix..end] {
        let Step::Goes(to) = step(read, token.tag) else { break };
        if read == Read::Noun && (OPENERS.has(token.word) || token.tag == Tag::NNP && time_before_name(doc, ix)) {
            break;
        }
        (before, read) = (read, to);
        ix += 1;
    }
    // An adjective or a possessive opens a group where a noun is near.
    let here = tag_at(doc, ix);
    let open = step(Read::Nothing, first) == Step::Open;
    // "was likely to": most adjectives with no noun behind them.
    let lone = open & (ix == at + 1) & (read == Read::Modifier);
    if lone && ENDS_ADJECTIVE >> here as u8 & 1 == 1 && tag_at(doc, ix + 1) != Tag::HYPH && !stands_alone(doc, at, first) {
        return None;
    }
    if open && (read != Read::Noun || here == Tag::HYPH || ix - at > AHEAD || OPENERS.has(doc.tokens[at + 1].word)) {
        return odd_phrase(doc, at, end);
    }
    // The word before a hyphen is read with it.
    if here == Tag::HYPH {
        return read_on(doc, at, end, ix - 1, before, None);
    }
    let possessor = (first == Tag::PRPS).then(|| TokenRange::new(at, at + 1));
    let ends = ix == end || tag_at(doc, ix + 1) != Tag::HYPH && (step(read, here) == Step::Ends || here == Tag::CC && doc.tokens[ix].word != AND);
    let head = ix - 1;
    if ends && (read != Read::Modifier || tag(doc, head) == Tag::CD && here != Tag::CC) {
        let head = named(doc, at, head);
        return Some(Stretch { tokens: TokenRange::new(at, ix), head, kind: kind(doc, at, ix, head), possessor });
    }
    read_on(doc, at, end, ix, read, possessor)
}

/// Participles that stand for people.
const THEY: &Words = words![
    "wounded",
    "injured",
    "accused",
    "deceased",
    "unemployed",
    "displaced",
    "disabled",
    "detained",
    "convicted",
    "bereaved",
    "missing",
    "dying",
    "starving",
    "disappeared",
    "living",
    "infected"
];

/// Likewise, where the first tag alone does not say that there is one.
pub(super) fn odd_phrase(doc: &Document, at: TokenIx, end: TokenIx) -> Option<Stretch> {
    read_on(doc, at, end.min(at + LONGEST), at, Read::Nothing, None)
}

/// Goes on with a noun group of which the tokens up to `from` are read.
#[inline(never)]
fn read_on(doc: &Document, at: TokenIx, end: TokenIx, from: TokenIx, mut read: Read, mut possessor: Option<TokenRange>) -> Option<Stretch> {
    let mut head = from.max(at + 1) - 1;
    let mut ix = from;
    // Nothing goes before a determiner.
    let mut definite = from > at && (begin(tag(doc, at)) == Step::Goes(Read::Determiner));
    let mut here = tag_at(doc, ix);
    while ix < end {
        let next = tag_at(doc, ix + 1);
        if next != Tag::HYPH {
            match step(read, here) {
                // A day or "last week" behind a noun is its own group: "the council Tuesday approved".
                Step::Goes(_) if opens_time(doc, ix, end) && read == Read::Noun => break,
                Step::Goes(_) if here == Tag::NNP && read == Read::Noun && time_before_name(doc, ix) => break,
                Step::Goes(to) => {
                    (read, head) = (to, ix);
                    definite |= to == Read::Determiner;
                    (ix, here) = (ix + 1, next);
                    continue;
                }
                Step::Ends => break,
                Step::Open => {}
            }
        }
        let step = compound(doc, ix, end).unwrap_or(1);
        let last = ix + step - 1;
        let tag = tag(doc, last);
        match tag {
            // "the", "all the", "both the", "no": only at the start.
            Tag::DT | Tag::PDT | Tag::WDT if read == Read::Nothing => {
                (read, head, definite) = (Read::Determiner, last, true);
            }
            Tag::DT | Tag::PRPS if read == Read::Determiner && ix == at + 1 && is_predeterminer(doc, at) => {
                if tag == Tag::PRPS {
                    possessor = Some(TokenRange::new(last, last + 1));
                }
                head = last;
            }
            Tag::PRPS | Tag::WPS if read == Read::Nothing => {
                (read, head, definite) = (Read::Determiner, last, true);
                possessor = Some(TokenRange::new(last, last + 1));
            }
            Tag::NN | Tag::NNP | Tag::NNS if read == Read::Noun && step == 1 && opens_time(doc, ix, end) => break,
            // "whose budget Congress cut"
            Tag::NNP if read == Read::Noun && step == 1 && tag_at(doc, at) == Tag::WPS && tag_at(doc, ix - 1) == Tag::NN => break,
            // A name after a common plural, a noun after a plural: "gave officials Norland papers" is rare, one group is not.
            tag if tag.is_noun() || matches!(tag, Tag::FW | Tag::ADD | Tag::GW) => {
                if tag == Tag::FW && read == Read::Nothing && doc.tokens[last].shape.has(Shape::PUNCTUATION) {
                    break;
                }
                (read, head) = (Read::Noun, last);
            }
            // "May 3", "Flight 23", but "on Tuesday 20 people", "the council 20 years ago" part.
            // "Rovers beat Norland 2-1"
            Tag::CD if read == Read::Noun && is_score(doc, ix, end) => break,
            Tag::CD if read == Read::Noun => {
                let next_is_noun = ix + step < end && (tag_at(doc, ix + step).is_noun() || tag_at(doc, ix + step).is_adjective());
                // "fined the bank 14 million euros"
                let common = matches!(tag_at(doc, ix - 1), Tag::NN | Tag::NNS) && doc.tokens[ix].shape.has(Shape::SPACE_BEFORE);
                let large = common && ix + step < end && doc.word(ix + step).is_in(List::NumberScale);
                // "lent the school two of the masks", but "part two of the plan"
                let apart = common && definite && !doc.tokens[ix].shape.has(Shape::DIGIT) && doc.is(ix + step, words!["of"]);
                let degree = doc
                    .is(ix - 1, words!["magnitude", "category", "phase", "stage", "level", "grade", "type", "division", "tier", "class", "section",]);
                if next_is_noun && !degree || large || apart || !tag_at(doc, ix - 1).is_noun() {
                    break;
                }
            }
            Tag::CD => {
                if read < Read::Modifier {
                    read = Read::Modifier;
                }
                if tag_at(doc, head) != Tag::Dollar {
                    head = last;
                }
            }
            Tag::Dollar | Tag::Hash if read != Read::Noun => (read, head) = (Read::Modifier, last),
            // "at least 14 people", "up to 300 jobs".
            Tag::IN | Tag::RP if read == Read::Nothing && at_least(doc, ix, end) => {
                (read, head) = (Read::Modifier, ix + 1);
                ix += 1;
            }
            // "as many as 300 clerks"
            Tag::RB | Tag::IN if read == Read::Nothing && as_many(doc, ix, end) => {
                (read, head) = (Read::Modifier, ix + 2);
                ix += 2;
            }
            // "the governor general"
            Tag::JJ if read == Read::Noun && doc.is(ix, words!["general"]) && doc.is(ix - 1, words!["governor", "attorney", "secretary"]) => {}
            // "more than $3 million", "fewer than 20 people".
            Tag::JJR | Tag::RBR if read != Read::Noun && than(doc, ix, end) => {
                (read, head) = (Read::Modifier, ix + 1);
                ix += 1 + usize::from(tag_at(doc, ix + 2) == Tag::DT);
            }
            // "the old house", "world economic forum"; after a noun only when a noun follows and this is no new group.
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX if read == Read::Noun => {
                // "iodine nutritional status", "Norland military support", not "gave men new hope" or "the future large cities".
                let name = matches!(tag_at(doc, ix - 1), Tag::NNP | Tag::HYPH);
                let mass = tag_at(doc, ix - 1) == Tag::NN && tag_at(doc, ix + step) == Tag::NN;
                let apart = !(name || mass) || opens_time(doc, ix, end) || doc.is(ix, words!["other", "such", "more", "many", "most", "own"]);
                if apart || tag == Tag::JJR || !noun_ahead(doc, ix + step, end) {
                    break;
                }
                read = Read::Modifier;
            }
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => {
                if read == Read::Nothing && !noun_ahead(doc, ix + step, end) && !stands_alone(doc, ix, tag) {
                    return None;
                }
                (read, head) = (read.max(Read::Modifier), last);
            }
            // "the proposed bill", "armed men": a participle with a noun behind it, at a group's start only where no noun or auxiliary is before.
            Tag::VBN | Tag::VBG if read != Read::Noun && (read != Read::Nothing || step > 1 || participle_opens(doc, at)) => {
                // "an estimated $5 million" has no noun.
                let sum = read == Read::Determiner && ix + step < end && tag_at(doc, ix + step) == Tag::Dollar;
                if !sum && !noun_ahead(doc, ix + step, end) {
                    if step > 1 && read == Read::Nothing {
                        return None;
                    }
                    // "treated the wounded"
                    if read == Read::Determiner && doc.is(ix, THEY) && doc.is(ix - 1, words!["the"]) {
                        (read, head) = (Read::Noun, last);
                        ix += step;
                    }
                    break;
                }
                (read, head) = (read.max(Read::Modifier), last);
            }
            // "swept away two villages": a place, not how many.
            Tag::RB if read == Read::Nothing && tag_at(doc, ix + 1) == Tag::CD && doc.is(ix, ELSEWHERE) => return None,
            // "a very big house", "about 20 people".
            Tag::RB | Tag::RBR | Tag::RBS | Tag::IN if read != Read::Noun && (tag != Tag::IN || about(doc, ix)) => {
                let next = tag_at(doc, ix + step);
                let goes_on = ix + step < end
                    && (next.is_adjective()
                        || matches!(next, Tag::CD | Tag::Dollar)
                        || read != Read::Nothing && matches!(next, Tag::VBN | Tag::RB | Tag::VBG)
                        || read == Read::Nothing
                            && next == Tag::DT
                            && tag != Tag::IN
                            && doc.is(ix, words!["nearly", "almost", "only", "even", "not"]));
                if !goes_on || read == Read::Nothing && !noun_ahead(doc, ix + step, end) && next != Tag::CD {
                    break;
                }
            }
            Tag::POS if read == Read::Noun || read == Read::Determiner || read == Read::Modifier => {
                possessor = Some(TokenRange::new(at, ix));
                if ix + 1 >= end || !noun_ahead(doc, ix + 1, end) {
                    ix += 1;
                    break;
                }
                (read, definite) = (Read::Determiner, true);
            }
            // "a free, sovereign and prosperous land".
            Tag::Comma | Tag::CC if read == Read::Modifier && tag_at(doc, ix - 1).is_adjective() => {
                let next = if tag == Tag::Comma && tag_at(doc, ix + 1) == Tag::CC { ix + 2 } else { ix + 1 };
                let modifier = next < end && (tag_at(doc, next).is_adjective() || tag_at(doc, next) == Tag::VBN);
                if !modifier || !noun_ahead(doc, next, end) {
                    break;
                }
                (ix, here) = (next, tag_at(doc, next));
                continue;
            }
            // "Pike & Sons".
            Tag::CC if read == Read::Noun && doc.is(ix, words!["&"]) && ix + 1 < end && tag_at(doc, ix + 1).is_noun() => {}
            // The "cruel" policy; John "Jack" Smith.
            Tag::OpenQuote | Tag::CloseQuote if read != Read::Nothing => match quoted_inside(doc, ix, end) {
                Some(close) => {
                    if read == Read::Noun && !doc.tokens[ix].shape.has(Shape::SPACE_BEFORE) {
                        break;
                    }
                    read = read.max(Read::Modifier);
                    (ix, here) = (close + 1, tag_at(doc, close + 1));
                    continue;
                }
                // the "New Way"
                None if tag == Tag::OpenQuote && read != Read::Noun && noun_ahead(doc, ix + 1, end) => {}
                None => break,
            },
            _ => break,
        }
        ix += step;
        here = tag_at(doc, ix);
    }
    let adjective = read == Read::Modifier && tag_at(doc, head).is_adjective() && !definite && !stands_alone(doc, head, tag_at(doc, head));
    if read == Read::Nothing || ix == at || adjective {
        return None;
    }
    if read == Read::Determiner && tag_at(doc, head) == Tag::PRPS {
        return None;
    }
    // What follows the last noun without a noun of its own is no part: "the bill last" ends at "bill".
    let stop = ix;
    let head = named(doc, at, head);
    let kind = kind(doc, at, stop, head);
    Some(Stretch { tokens: TokenRange::new(at, stop), head, kind, possessor })
}

pub(super) fn tag(doc: &Document, ix: TokenIx) -> Tag {
    doc.tokens[ix].tag
}

pub(super) fn tag_at(doc: &Document, ix: TokenIx) -> Tag {
    doc.tokens.get(ix).map_or(Tag::None, |t| t.tag)
}

/// "he", "there", "who", "this": a pronoun is a group of its own, unless a determiner goes on to a noun.
fn pronoun(doc: &Document, at: TokenIx, end: TokenIx) -> Option<Stretch> {
    let one = |kind| Some(Stretch::one(at, kind));
    match tag(doc, at) {
        Tag::PRP | Tag::EX => one(NounKind::Pronoun),
        // "offered her $2 million"
        Tag::PRPS if at + 1 < end && doc.is(at, words!["her"]) && doc.word_text(at + 1).contains(['$', '£', '€']) => one(NounKind::Pronoun),
        Tag::WP | Tag::WDT
            if at + 1 < end && noun_ahead(doc, at + 1, end) && !doc.is(at, words!["who", "that", "whom"]) && begins_noun(doc, at + 1) =>
        {
            // "which house", "what plan"; a plural or name behind "which" is its verb's subject more often.
            let bare = matches!(tag_at(doc, at + 1), Tag::NNP | Tag::NNPS)
                || doc.is(at, words!["which"]) && at > 0 && (tag_at(doc, at - 1).is_noun() || in_which(doc, at));
            if bare { one(NounKind::Relative) } else { None.or_else(|| what_noun(doc, at, end)) }
        }
        Tag::WP | Tag::WDT => one(NounKind::Relative),
        _ => None,
    }
}

/// "Ana Holt KC": the name is the head, and not the letters behind it.
fn named(doc: &Document, at: TokenIx, head: TokenIx) -> TokenIx {
    let honour = || doc.word(head).is_in(List::Honour) && doc.word(head).value(List::Honour).is_none();
    let letters = head > at + 1 && doc.tokens[head].shape.is_all_caps() && honour();
    if letters && (head - 2..head).all(|ix| tag(doc, ix) == Tag::NNP) { head - 1 } else { head }
}

/// "a blast in which four men died", but "at which point", "by which time".
fn in_which(doc: &Document, at: TokenIx) -> bool {
    at > 1
        && tag(doc, at - 1) == Tag::IN
        && (tag(doc, at - 2).is_noun() || tag(doc, at - 2) == Tag::Comma)
        && matches!(tag_at(doc, at + 1), Tag::CD | Tag::NNS | Tag::JJ)
        && !doc.word(at + 1).is_in(List::TimeNoun)
}

/// "what plan", "which of": the pronoun as a determiner of the noun behind it.
fn what_noun(doc: &Document, at: TokenIx, end: TokenIx) -> Option<Stretch> {
    let mut group = noun_group(doc, at + 1, end)?;
    group.tokens.start = at as u32;
    group.kind = NounKind::Relative;
    Some(group)
}

fn begins_noun(doc: &Document, ix: TokenIx) -> bool {
    matches!(tag_at(doc, ix), Tag::NN | Tag::NNS | Tag::JJ | Tag::CD)
}

/// "all the", "both its", "half the", "such a", "what a".
fn is_predeterminer(doc: &Document, ix: TokenIx) -> bool {
    tag(doc, ix) == Tag::PDT || doc.is(ix, words!["all", "both", "half", "such", "what", "many", "quite"])
}

/// Adjectives that stand for a noun without a determiner ("many said").
fn stands_alone(doc: &Document, ix: TokenIx, tag: Tag) -> bool {
    matches!(tag, Tag::JJ | Tag::JJR | Tag::JJS) && doc.is(ix, words!["many", "few", "several", "more", "most", "less", "fewer"])
}

/// Whether a participle may open a group: no noun, pronoun, auxiliary or adverb right before it.
fn participle_opens(doc: &Document, at: TokenIx) -> bool {
    if tag(doc, at) == Tag::VBG && !doc.word(at).is_in(List::IngAdjective) {
        return false;
    }
    if at == 0 || doc.tokens[at].shape.has(Shape::SENTENCE_START) {
        return true;
    }
    match tag(doc, at - 1) {
        // "was closing and blamed tariffs"
        Tag::CC if at > 2 && goes_on_from_verb(doc, at) => false,
        Tag::IN | Tag::CC | Tag::TO => matches!(tag_at(doc, at + 1), Tag::NNS | Tag::NNPS | Tag::NN),
        before if before.is_verb() => helper(doc, at - 1).is_none() && matches!(tag_at(doc, at + 1), Tag::NNS | Tag::NN),
        _ => false,
    }
}

/// Whether, past adjectives, participles and numbers, a noun stands within a few tokens.
fn noun_ahead(doc: &Document, from: TokenIx, end: TokenIx) -> bool {
    let mut ix = from;
    while ix < end.min(from + AHEAD) {
        let step = compound(doc, ix, end).unwrap_or(1);
        let tag = tag_at(doc, ix + step - 1);
        match tag {
            Tag::FW | Tag::GW | Tag::ADD => return true,
            tag if tag.is_noun() => return !(ix == from && opens_time(doc, ix, end)),
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::CD | Tag::VBN | Tag::VBG | Tag::AFX | Tag::Dollar | Tag::HYPH | Tag::Hash | Tag::POS => {}
            Tag::OpenQuote | Tag::CloseQuote => {}
            Tag::RB | Tag::RBR | Tag::RBS if tag_at(doc, ix + 1).is_adjective() || matches!(tag_at(doc, ix + 1), Tag::VBN | Tag::VBG) => {}
            Tag::Comma | Tag::CC
                if ix > from && tag_at(doc, ix - 1).is_adjective() && (tag_at(doc, ix + 1).is_adjective() || tag_at(doc, ix + 1) == Tag::CC) => {}
            _ => return false,
        }
        ix += step;
    }
    false
}

/// Number of tokens of a hyphenated word that begins here ("well-known", "31-year-old").
fn compound(doc: &Document, ix: TokenIx, end: TokenIx) -> Option<usize> {
    let mut at = ix;
    while at + 2 < end
        && tag_at(doc, at + 1) == Tag::HYPH
        && !doc.tokens[at + 1].shape.has(Shape::SPACE_BEFORE)
        && !doc.tokens[at + 2].shape.has(Shape::SPACE_BEFORE)
    {
        at += 2;
    }
    (at > ix).then(|| at + 1 - ix)
}

/// The closing mark of a few quoted words inside a group, when the group goes on behind it.
fn quoted_inside(doc: &Document, open: TokenIx, end: TokenIx) -> Option<TokenIx> {
    let close = (open + 1..end.min(open + AHEAD)).find(|ix| matches!(tag_at(doc, *ix), Tag::CloseQuote | Tag::OpenQuote))?;
    let plain =
        (open + 1..close).all(|ix| !matches!(tag_at(doc, ix), Tag::Comma | Tag::Period | Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD | Tag::PRP));
    (close > open + 1 && plain && close + 1 < end && (tag_at(doc, close + 1).is_noun() || tag_at(doc, close + 1).is_adjective())).then_some(close)
}

#[cfg(test)]
mod tests {
    use crate::tagger::groups::examples::nouns;

    fn check(cases: &[(&str, &[&str])]) {
        for (tagged, wanted) in cases {
            assert_eq!(nouns(tagged), *wanted, "{tagged}");
        }
    }

    #[test]
    fn what_stands_before_the_noun_is_inside() {
        check(&[
            ("the/DT first/JJ arms/NNS export/NN", &["the first arms *export*"]),
            ("a/DT free/JJ ,/, sovereign/JJ and/CC prosperous/JJ Norland/NNP", &["a free , sovereign and prosperous *Norland*"]),
            ("all/PDT the/DT planned/VBN visits/NNS", &["all the planned *visits*"]),
            ("a/DT 31/CD -/HYPH year/NN -/HYPH old/JJ engineer/NN", &["a 31 - year - old *engineer*"]),
            ("armed/VBN men/NNS", &["armed *men*"]),
            ("the/DT poor/JJ", &["the *poor*"]),
            ("more/JJR than/IN 300/CD emails/NNS", &["more than 300 *emails*"]),
            ("More/RBR than/IN a/DT dozen/CD states/NNS", &["More than a dozen *states*"]),
            ("swept/VBD away/RB two/CD towns/NNS", &["two *towns*"]),
            ("fined/VBD the/DT bank/NN 14/CD million/CD euros/NNS", &["the *bank*", "14 million *euros*"]),
            ("lent/VBD the/DT school/NN two/CD of/IN them/PRP", &["the *school*", "*two*", "*them*"]),
            ("read/VBD part/NN two/CD of/IN it/PRP", &["*part* two", "*it*"]),
            ("saw/VBD nearly/RB two/CD towns/NNS", &["nearly two *towns*"]),
            ("killed/VBD at/IN least/JJS 14/CD people/NNS", &["at least 14 *people*"]),
            ("the/DT governor/NN general/JJ left/VBD", &["the *governor* general"]),
            ("the/DT ``/`` cruel/JJ ''/'' policy/NN", &["the `` cruel '' *policy*"]),
        ]);
    }

    #[test]
    fn a_possessor_is_part_of_the_group() {
        check(&[
            ("Norland/NNP 's/POS new/JJ law/NN", &["Norland 's new *law*"]),
            ("the/DT mayor/NN 's/POS brother/NN 's/POS house/NN", &["the mayor 's brother 's *house*"]),
        ]);
    }

    #[test]
    fn the_next_group_is_another() {
        check(&[
            ("gave/VBD him/PRP the/DT book/NN", &["*him*", "the *book*"]),
            ("the/DT council/NN Tuesday/NNP approved/VBD", &["the *council*", "*Tuesday*"]),
            ("met/VBD the/DT council/NN last/JJ week/NN", &["the *council*", "last *week*"]),
            ("the/DT bill/NN he/PRP signed/VBD", &["the *bill*", "*he*"]),
            ("she/PRP blocked/VBD roads/NNS", &["*she*", "*roads*"]),
        ]);
    }
}
