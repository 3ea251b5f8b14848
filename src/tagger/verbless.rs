//! Clauses that the vote left without a verb, where grammar tells which word must be it: behind a modal verb ("will free 40 prisoners"),
//! behind a relative clause ("Borrowers who miss a payment face fines"), before "to" or an article ("The firm plans to cut jobs").

use std::ops::Range;

use super::clause::{has_tense, is, is_edge, is_prose, says, start, verb_behind, word};
use super::context::Cell;
use super::headline::ATTRIBUTES;
use crate::lexicon::{List, words};
use crate::text::Tag;

const TENSE: u64 = 1 << Tag::VBD as u8 | 1 << Tag::VBZ as u8 | 1 << Tag::VBP as u8 | 1 << Tag::MD as u8;
const RELATIVE: u64 = 1 << Tag::WDT as u8 | 1 << Tag::WP as u8;
const PLURAL: u64 = 1 << Tag::NNS as u8;

/// Whether a sentence with these tags, a bit each, may lack a verb that can be told.
#[inline(always)]
pub fn asks(tags: u64) -> bool {
    tags & (RELATIVE | PLURAL | 1 << Tag::MD as u8) != 0
}

/// Gives a sentence, by the places of its cells, the verbs that it must have; says whether it lacked one.
#[inline(never)]
pub fn mend(cells: &mut [Cell], these: Range<usize>, tags: u64) -> bool {
    let modal = tags >> Tag::MD as u8 & 1 == 1 && mend_modals(&mut cells[these.clone()]);
    let relative = tags & RELATIVE != 0 && tags >> Tag::Period as u8 & 1 == 1 && mend_relative(&mut cells[these.clone()]);
    modal | relative | (tags & PLURAL != 0 && mend_clauses(cells, these, tags & TENSE == 0))
}

/// "will free 40 prisoners", "would not risk it": what stands behind a modal verb is a base form, if it can be one.
fn mend_modals(cells: &mut [Cell]) -> bool {
    let (mut modal, mut mended) = (false, false);
    for at in 0..cells.len() {
        match cells[at].tag {
            Tag::MD => modal = true,
            Tag::RB if modal => {}
            Tag::JJ | Tag::NN if modal && word(cells, at).can_be(Tag::VB) && takes_object(cells, at + 1) => {
                cells[at].tag = Tag::VB;
                (modal, mended) = (false, true);
            }
            _ => modal = false,
        }
    }
    mended
}

/// Whether what follows begins a noun group, and none to which the word before belongs.
fn takes_object(cells: &[Cell], at: usize) -> bool {
    cells.get(at).is_some_and(|next| matches!(next.tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::Dollar | Tag::NNP))
}

/// "Borrowers who miss a payment face fines": the noun behind the relative clause that can be the sentence's verb.
fn mend_relative(cells: &mut [Cell]) -> bool {
    let count = |of: fn(Tag) -> bool| cells.iter().filter(|cell| of(cell.tag)).count();
    if count(has_tense) != count(is_relative) {
        return false;
    }
    let Some(pronoun) = cells.iter().position(|cell| is_relative(cell.tag)) else { return false };
    let Some(inside) = cells.iter().position(|cell| has_tense(cell.tag)).filter(|verb| *verb > pronoun) else { return false };
    let form = match cells[..pronoun].iter().rev().find(|cell| cell.tag != Tag::Comma).map(|cell| cell.tag) {
        Some(Tag::NNS | Tag::NNPS) => Tag::VBP,
        Some(Tag::NN | Tag::NNP) => Tag::VBZ,
        _ => return false,
    };
    let common = |at: usize| matches!(cells[at].tag, Tag::NN | Tag::NNS) && cells[at - 1].tag.is_noun();
    let verb = (inside + 2..cells.len() - 1).find(|at| common(*at) && word(cells, *at).can_be(form) && goes_on(cells, at + 1));
    if let Some(verb) = verb {
        cells[verb].tag = form;
    }
    verb.is_some()
}

fn is_relative(tag: Tag) -> bool {
    matches!(tag, Tag::WDT | Tag::WP)
}

/// Whether what follows a noun makes a verb of it.
fn goes_on(cells: &[Cell], at: usize) -> bool {
    let tag = cells[at].tag;
    matches!(tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::Dollar | Tag::TO | Tag::VBG | Tag::JJ | Tag::JJR) || tag.is_noun()
}

/// "The firm plans to cut jobs", "The union fears more cuts": plurals behind a singular that are the only verb that their clause can have.
fn mend_clauses(cells: &mut [Cell], these: Range<usize>, is_bare: bool) -> bool {
    let mut mended = false;
    for at in these.start + 1..these.end.max(2) - 1 {
        let plural = cells[at].tag == Tag::NNS;
        let verb = match cells[at - 1].tag {
            Tag::NN | Tag::NNP => plural && is_present(cells, at, is_bare),
            Tag::CC => plural && goes_on_from_verb(cells, these.start, at),
            _ => false,
        };
        if verb {
            cells[at].tag = Tag::VBZ;
            mended = true;
        }
    }
    mended
}

/// "runs four hospitals and treats 900,000 patients": no plural stands before an article or a number.
fn goes_on_from_verb(cells: &[Cell], start: usize, at: usize) -> bool {
    matches!(cells[at + 1].tag, Tag::DT | Tag::PRPS | Tag::CD | Tag::Dollar)
        && word(cells, at).can_be(Tag::VBZ)
        && cells[start..at].iter().any(|cell| cell.tag == Tag::VBZ)
}

/// `is_bare`: whether the sentence has no verb at all.
fn is_present(cells: &[Cell], at: usize, is_bare: bool) -> bool {
    let clear = match cells[at + 1].tag {
        Tag::TO => cells[at + 2].tag == Tag::VB,
        Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::Dollar => true,
        // "The film stars Ana Ruiz."
        tag => is_bare && (tag.is_noun() || matches!(tag, Tag::JJ | Tag::JJR)) && !is(cells, at, ATTRIBUTES),
    };
    clear && word(cells, at).can_be(Tag::VBZ) && is_subject(cells, at) && is_prose(cells, at) && !verb_behind(cells, at + 1)
}

/// Whether the nouns right before a word are all that its clause has before it.
fn is_subject(cells: &[Cell], at: usize) -> bool {
    let within = |at: usize| {
        let tag = cells[at].tag;
        tag.is_noun() || matches!(tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::CD | Tag::POS | Tag::HYPH) && !is_edge(cells, at)
    };
    let before = (0..at).rev().find(|at| !within(*at)).unwrap_or(0);
    let opens = match cells[before].tag {
        Tag::IN => word(cells, before).is_in(List::Subordinator) || is(cells, before, words!["that", "as"]),
        tag => is_edge(cells, before) || has_tense(tag) && says(cells, before) || matches!(tag, Tag::Comma | Tag::OpenQuote | Tag::WDT | Tag::WRB),
    };
    opens && start(cells, at).is_some()
}

#[cfg(test)]
mod tests {
    use crate::text::Tag;

    /// The tag of a word of a text.
    fn tag(text: &str, of: &str) -> Tag {
        let mut doc = crate::tokenizer::tokenize(text);
        crate::tagger::tag(&mut doc);
        let ix = (0..doc.tokens.len()).find(|ix| doc.word_text(*ix) == of).unwrap_or_else(|| panic!("{of} is not in {text}"));
        doc.tokens[ix].tag
    }

    #[test]
    fn a_modal_verb_has_its_verb() {
        assert_eq!(tag("Sudria will free 40 prisoners.", "free"), Tag::VB);
        assert_eq!(tag("The army would not free the men.", "free"), Tag::VB);
        assert_eq!(tag("The free press will survive.", "free"), Tag::JJ);
        assert_eq!(tag("The bread will be free for all.", "free"), Tag::JJ);
    }

    #[test]
    fn the_clause_around_a_relative_clause_has_its_verb() {
        for (text, verb, form) in [
            ("Borrowers who miss a payment face fines.", "face", Tag::VBP),
            ("Workers who join the strike risk dismissal.", "risk", Tag::VBP),
            ("Schools that closed in May plan to open soon.", "plan", Tag::VBP),
            ("The man who runs the shop plans to leave.", "plans", Tag::VBZ),
            ("The woman who found the ring hopes to sell it.", "hopes", Tag::VBZ),
            ("Carmakers that miss the target risk losing subsidies.", "risk", Tag::VBP),
            ("Voters who back the plan face a long wait, polls show.", "plan", Tag::NN),
            ("He met the men who run the risk fund.", "risk", Tag::NN),
            ("Who runs the city plan?", "plan", Tag::NN),
        ] {
            assert_eq!(tag(text, verb), form, "{text}");
        }
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
}
