//! Clauses that the vote left without a verb, where grammar tells which word must be it: behind a modal verb ("will free 40 prisoners"), before
//! "to" or an article ("The firm plans to cut jobs"), a participle with an object of its own ("The mayor quietly employed two cousins").

use super::clause::{Behind, Start, behind, closes_aside, is, is_edge, is_prose, no_adverb, says, start, tense_follows, verb_behind, word};
use super::context::Cell;
use super::headline::ATTRIBUTES;
use crate::lexicon::{List, words};
use crate::text::Tag;

/// What a tag may be behind another: a plural behind a singular or a conjunction, no verb behind a modal verb, "to" or an adverb.
const PLURAL: u8 = 1;
const MODAL: u8 = 1 << 1;
/// A participle behind a possessive, a noun, an adverb or an aside.
const PAST: u8 = 1 << 2;
/// How far the bit lies, in the one before, that lets it be so.
const BEFORE: u32 = 4;

static SIGNS: [u8; 64] = {
    let mut signs = [0; 64];
    signs[Tag::NNS as usize] = PLURAL | PAST << BEFORE;
    signs[Tag::NN as usize] = MODAL | (PLURAL | PAST) << BEFORE;
    signs[Tag::JJ as usize] = MODAL;
    signs[Tag::NNP as usize] = (PLURAL | PAST) << BEFORE;
    signs[Tag::NNPS as usize] = PAST << BEFORE;
    signs[Tag::CC as usize] = PLURAL << BEFORE;
    signs[Tag::Comma as usize] = PAST << BEFORE;
    signs[Tag::MD as usize] = MODAL << BEFORE;
    signs[Tag::RB as usize] = (MODAL | PAST) << BEFORE;
    signs[Tag::TO as usize] = MODAL << BEFORE;
    signs[Tag::VBN as usize] = PAST;
    signs[Tag::POS as usize] = PAST << BEFORE;
    signs
};

/// Whether a word with the first tag behind one with the second may be the verb that its clause lacks. No branch: it is anyone's guess.
#[inline(always)]
pub fn is_doubtful(tag: Tag, before: Tag) -> bool {
    SIGNS[tag as usize & 63] & SIGNS[before as usize & 63] >> BEFORE != 0
}

/// Gives clauses the verbs that they must have, of the doubtful words at some places; settled ones stay as they are.
pub fn mend(cells: &mut [Cell], places: &[u32]) {
    for at in places.iter().map(|at| *at as usize) {
        if !cells[at].is_open() {
            continue;
        }
        let verb = match (cells[at].tag, cells[at - 1].tag) {
            (Tag::NNS, Tag::CC) => goes_on_from_verb(cells, at).then_some(Tag::VBZ),
            (Tag::NNS, _) => is_present(cells, at).then_some(Tag::VBZ),
            (Tag::VBN, Tag::POS) => is_past(cells, at).then_some(Tag::VBD),
            (Tag::VBN, Tag::Comma) => follows_aside(cells, at).then_some(Tag::VBD),
            (Tag::VBN, _) => (has_object(cells, at) || is_only_verb(cells, at)).then_some(Tag::VBD),
            _ => is_base(cells, at).then_some(Tag::VB),
        };
        if let Some(verb) = verb {
            cells[at].tag = verb;
        }
    }
}

/// "will free 40 prisoners", "to free him": what stands behind a modal verb or the infinitive's "to" is a base form, if it can be one.
fn is_base(cells: &[Cell], at: usize) -> bool {
    takes_object(cells, at + 1)
        && word(cells, at).can_be(Tag::VB)
        && no_adverb(cells, at).is_some_and(|before| matches!(cells[before].tag, Tag::MD | Tag::TO))
}

/// Whether what follows begins a noun group, and none to which the word before belongs.
fn takes_object(cells: &[Cell], at: usize) -> bool {
    cells.get(at).is_some_and(|next| matches!(next.tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::Dollar | Tag::NNP))
}

/// "runs four hospitals and treats 900,000 patients": no plural stands before an article or a number.
fn goes_on_from_verb(cells: &[Cell], at: usize) -> bool {
    matches!(cells[at + 1].tag, Tag::DT | Tag::PRPS | Tag::CD | Tag::Dollar)
        && word(cells, at).can_be(Tag::VBZ)
        && sentence(cells, at).any(|cell| cell.tag == Tag::VBZ)
}

/// "Lorman's agreed to pay", "Lorman's said sales fell": a firm that is named after its owner, as what follows is nothing that it could own.
fn is_past(cells: &[Cell], at: usize) -> bool {
    let owns_nothing = matches!(cells[at + 1].tag, Tag::TO | Tag::IN) || takes_object(cells, at + 1);
    (owns_nothing || is(cells, at, words!["said"])) && cells[at - 2].tag.is_name() && word(cells, at).can_be(Tag::VBD) && is_subject(cells, at)
}

/// "The mayor quietly employed two cousins", "The report described “a pattern of neglect”": a participle that describes the noun before it
/// has no object, but those of verbs that take two.
fn has_object(cells: &[Cell], at: usize) -> bool {
    let subject = no_adverb(cells, at).unwrap_or(0);
    let lemma = word(cells, at).verb_lemma().unwrap_or(word(cells, at));
    let takes_one = !lemma.is_in(List::Ditransitive) && !lemma.is_in(List::NamingVerb);
    let begins = |at: usize| matches!(cells[at].tag, Tag::DT | Tag::PRPS);
    let has_noun = |at: usize| matches!(cells[at].tag, Tag::JJ | Tag::NN | Tag::NNS | Tag::NNP);
    let object = match cells[at + 1].tag {
        Tag::OpenQuote => begins(at + 2) || has_noun(at + 2),
        Tag::PRP => !is(cells, at + 1, words!["i", "he", "she", "we", "they"]),
        _ => begins(at + 1) || has_noun(at + 1) && is_prose(cells, at),
    };
    object
        && takes_one
        && cells[subject].tag.is_noun()
        && word(cells, at).can_be(Tag::VBD)
        && start(cells, at).is_some()
        && !verb_behind(cells, at + 1)
        && !time_follows(cells, at + 1)
}

/// "as the ferry rolled through the strait", "Norbank recently teamed with a lender": the only word of its clause that can be a verb with tense.
fn is_only_verb(cells: &[Cell], at: usize) -> bool {
    let subject = no_adverb(cells, at).unwrap_or(0);
    let opens_before = |at: usize| {
        let before = before_nouns(cells, at);
        matches!(cells[before].tag, Tag::WDT | Tag::WRB) || cells[before].tag == Tag::IN && subordinates(cells, before)
    };
    behind(cells, at + 1) == Behind::Preposition
        && cells[subject].tag.is_noun()
        && word(cells, at).can_be(Tag::VBD)
        && match start(cells, at) {
            Some(Start::Clause) => opens_before(subject + 1) && !verb_behind(cells, at + 1),
            // "a letter first published in May": some adverbs stand before either.
            Some(Start::Sentence) => {
                let adverb = subject + 1 < at && !is(cells, at - 1, words!["ever", "first", "newly", "once"]);
                adverb && is_subject(cells, subject + 1) && is_prose(cells, at) && !tense_follows(cells, at)
            }
            None => false,
        }
}

/// "The group, led by Ana Ruiz, called for a vote": behind an aside to its subject, where no other verb comes.
fn follows_aside(cells: &[Cell], at: usize) -> bool {
    word(cells, at).can_be(Tag::VBD)
        && behind(cells, at + 1) != Behind::Other
        && closes_aside(cells, at - 1)
        && start(cells, at - 1) == Some(Start::Sentence)
        && is_prose(cells, at)
        && !tense_follows(cells, at)
}

/// "announced the day before", "held last week", "released Tuesday": what stands behind says when.
fn time_follows(cells: &[Cell], from: usize) -> bool {
    let says_when = |at: usize| {
        let word = word(cells, at);
        [List::TimeNoun, List::TimeWord, List::Weekday, List::Month].into_iter().any(|list| word.is_in(list))
    };
    let within = |at: &usize| cells[*at].tag.is_noun() || matches!(cells[*at].tag, Tag::DT | Tag::JJ | Tag::CD | Tag::RB);
    (from..cells.len()).take_while(within).take(4).any(says_when)
}

/// The part of a sentence that stands before a word, backwards.
fn sentence(cells: &[Cell], at: usize) -> impl Iterator<Item = &Cell> {
    (0..at).rev().take_while(|at| !is_edge(cells, *at)).map(|at| &cells[at])
}

/// "The firm plans to cut jobs", "The union fears more cuts": a plural behind a singular that is the only verb that its clause can have.
fn is_present(cells: &[Cell], at: usize) -> bool {
    let clear = match cells[at + 1].tag {
        Tag::TO => cells[at + 2].tag == Tag::VB,
        Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::Dollar => true,
        // "The film stars Ana Ruiz."
        tag => {
            (tag.is_noun() || matches!(tag, Tag::JJ | Tag::JJR))
                && word(cells, at).can_be(Tag::VBZ)
                && !is(cells, at, ATTRIBUTES)
                && !sentence(cells, at).any(|cell| cell.tag.has_tense())
                && !tense_follows(cells, at)
        }
    };
    clear && word(cells, at).can_be(Tag::VBZ) && is_subject(cells, at) && is_prose(cells, at) && !verb_behind(cells, at + 1)
}

/// Whether the nouns right before a word are all that its clause has before it.
fn is_subject(cells: &[Cell], at: usize) -> bool {
    let before = before_nouns(cells, at);
    let opens = match cells[before].tag {
        Tag::IN => subordinates(cells, before),
        tag => is_edge(cells, before) || tag.has_tense() && says(cells, before) || matches!(tag, Tag::Comma | Tag::OpenQuote | Tag::WDT | Tag::WRB),
    };
    opens && start(cells, at).is_some()
}

/// The last place before a word that is none of a noun group's.
fn before_nouns(cells: &[Cell], at: usize) -> usize {
    let within = |at: usize| {
        let tag = cells[at].tag;
        tag.is_noun() || matches!(tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::CD | Tag::POS | Tag::HYPH) && !is_edge(cells, at)
    };
    (0..at).rev().find(|at| !within(*at)).unwrap_or(0)
}

/// Whether a preposition opens a clause: "while", "that", but not "such as".
fn subordinates(cells: &[Cell], at: usize) -> bool {
    word(cells, at).is_in(List::Subordinator) || is(cells, at, words!["that"]) || is(cells, at, words!["as"]) && !is(cells, at - 1, words!["such"])
}

#[cfg(test)]
mod tests {
    use crate::tagger::clause::tag;
    use crate::text::Tag;

    #[test]
    fn a_modal_verb_has_its_verb() {
        assert_eq!(tag("Sudria will free 40 prisoners.", "free"), Tag::VB);
        assert_eq!(tag("The army would not free the men.", "free"), Tag::VB);
        assert_eq!(tag("The groups plan to free them.", "free"), Tag::VB);
        assert_eq!(tag("The free press will survive.", "free"), Tag::JJ);
        assert_eq!(tag("The bread will be free for all.", "free"), Tag::JJ);
    }

    #[test]
    fn a_firm_may_be_named_after_its_owner() {
        assert_eq!(tag("Lorman's warned it could cut jobs.", "warned"), Tag::VBD);
        assert_eq!(tag("Lorman's agreed to sell the mine.", "agreed"), Tag::VBD);
        assert_eq!(tag("Lorman's said sales fell.", "said"), Tag::VBD);
        assert_eq!(tag("Lorman's alleged victims wept.", "alleged"), Tag::VBN);
        assert_eq!(tag("They read Lorman's published letters.", "published"), Tag::VBN);
    }

    #[test]
    fn a_plural_may_be_the_verb_of_its_clause() {
        for (text, verb, form) in [
            ("The firm plans to cut costs by moving jobs to Poland.", "plans", Tag::VBZ),
            ("Norbank plans to close 40 branches.", "plans", Tag::VBZ),
            ("He said the group plans to sell its mines.", "plans", Tag::VBZ),
            ("“The airline plans to sue,” she said.", "plans", Tag::VBZ),
            ("The union fears more cuts.", "fears", Tag::VBZ),
            ("The report names three officers.", "names", Tag::VBZ),
            ("The museum houses 3,000 works.", "houses", Tag::VBZ),
            ("The film stars Ana Ruiz.", "stars", Tag::VBZ),
            ("The trust runs four hospitals and treats 900,000 patients a year.", "treats", Tag::VBZ),
            ("It exports cars and trucks to 40 countries.", "trucks", Tag::NNS),
            ("The council plans to close the school were leaked.", "plans", Tag::NNS),
            ("The council plans to close the school, leaked in May, drew anger.", "plans", Tag::NNS),
            ("She backed the company plans to cut jobs.", "plans", Tag::NNS),
            ("They cheer when she backs ballot measures to ban it.", "measures", Tag::NNS),
            ("They doubt that the bank will raise interest rates to curb prices.", "rates", Tag::NNS),
            ("It is common for news accounts to name the dead.", "accounts", Tag::NNS),
        ] {
            assert_eq!(tag(text, verb), form, "{text}");
        }
    }

    #[test]
    fn a_participle_with_an_object_is_the_verb() {
        for (text, verb, form) in [
            ("The mayor quietly employed two cousins.", "employed", Tag::VBD),
            ("The report described “a pattern of neglect” by the firm.", "described", Tag::VBD),
            ("The port suffered heavy damage in the storm.", "suffered", Tag::VBD),
            ("The plan described in the letter was dropped.", "described", Tag::VBN),
            ("A bill drafted last week was read.", "drafted", Tag::VBN),
            ("The boat named the Bold Ana sank.", "named", Tag::VBN),
        ] {
            assert_eq!(tag(text, verb), form, "{text}");
        }
    }

    #[test]
    fn the_only_word_that_can_be_the_verb_is_it() {
        for (text, verb, form) in [
            ("It rained as the ferry rolled through the strait.", "rolled", Tag::VBD),
            ("Norbank recently teamed with a lender in Oslo.", "teamed", Tag::VBD),
            ("They back ideas such as schools dedicated to music.", "dedicated", Tag::VBN),
            ("A letter first published in Oslo in May.", "published", Tag::VBN),
            ("The group, led by Ana Ruiz, called for a vote.", "called", Tag::VBD),
            ("The plan, drawn up in May, backed by three parties, failed.", "backed", Tag::VBN),
            ("She left when the plan drafted in May was dropped.", "drafted", Tag::VBN),
        ] {
            assert_eq!(tag(text, verb), form, "{text}");
        }
    }
}
