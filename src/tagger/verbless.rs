//! Clauses that the vote left without a verb, where grammar tells which word must be it: behind a modal verb ("will free 40 prisoners"), or
//! behind a relative clause ("Borrowers who miss a payment face fines").

use super::context::Cell;
use crate::lexicon::WordId;
use crate::text::Tag;

/// What a verb with tense, and what opens a clause for one more, adds to a sentence's count.
static COUNTS: [i8; 64] = {
    let mut counts = [0; 64];
    counts[Tag::VBD as usize] = 1;
    counts[Tag::VBZ as usize] = 1;
    counts[Tag::VBP as usize] = 1;
    counts[Tag::MD as usize] = 1;
    counts[Tag::WDT as usize] = -1;
    counts[Tag::WP as usize] = -1;
    counts
};

/// Gives a sentence the verbs that it must have.
#[inline]
pub fn mend(cells: &mut [Cell]) {
    let (mut tags, mut count) = (0u64, 0);
    for cell in &*cells {
        tags |= 1 << (cell.tag as u8 & 63);
        count += i32::from(COUNTS[cell.tag as usize & 63]);
    }
    if tags >> Tag::MD as u8 & 1 == 1 {
        mend_modals(cells);
    }
    let relative = 1 << Tag::WDT as u8 | 1 << Tag::WP as u8;
    if (count == 0) & (tags & relative != 0) & (tags >> Tag::Period as u8 & 1 == 1) {
        mend_relative(cells);
    }
}

/// "will free 40 prisoners", "would not risk it": what stands behind a modal verb is a base form, if it can be one.
#[inline(never)]
fn mend_modals(cells: &mut [Cell]) {
    let mut modal = false;
    for at in 0..cells.len() {
        match cells[at].tag {
            Tag::MD => modal = true,
            Tag::RB if modal => {}
            Tag::JJ | Tag::NN if modal && can_be(&cells[at], Tag::VB) && takes_object(cells, at + 1) => {
                cells[at].tag = Tag::VB;
                modal = false;
            }
            _ => modal = false,
        }
    }
}

/// Whether the lexicon has seen a word with a tag.
fn can_be(cell: &Cell, tag: Tag) -> bool {
    WordId::from_number(cell.word).get().can_be(tag)
}

/// Whether what follows begins a noun group, and none to which the word before belongs.
fn takes_object(cells: &[Cell], at: usize) -> bool {
    cells.get(at).is_some_and(|next| matches!(next.tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::Dollar | Tag::NNP))
}

/// "Borrowers who miss a payment face fines": the noun behind the relative clause that can be the sentence's verb.
#[inline(never)]
fn mend_relative(cells: &mut [Cell]) {
    let Some(pronoun) = cells.iter().position(|cell| matches!(cell.tag, Tag::WDT | Tag::WP)) else { return };
    let Some(inside) = cells.iter().position(|cell| COUNTS[cell.tag as usize & 63] > 0).filter(|verb| *verb > pronoun) else { return };
    let form = match cells[..pronoun].iter().rev().find(|cell| cell.tag != Tag::Comma).map(|cell| cell.tag) {
        Some(Tag::NNS | Tag::NNPS) => Tag::VBP,
        Some(Tag::NN | Tag::NNP) => Tag::VBZ,
        _ => return,
    };
    let common = |at: usize| matches!(cells[at].tag, Tag::NN | Tag::NNS);
    let behind_noun = |at: usize| cells[at - 1].tag.is_noun();
    let verb = (inside + 2..cells.len() - 1).find(|at| common(*at) && behind_noun(*at) && can_be(&cells[*at], form) && goes_on(cells, at + 1));
    if let Some(verb) = verb {
        cells[verb].tag = form;
    }
}

/// Whether what follows a noun makes a verb of it.
fn goes_on(cells: &[Cell], at: usize) -> bool {
    let tag = cells[at].tag;
    matches!(tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::Dollar | Tag::TO | Tag::VBG | Tag::JJ | Tag::JJR) || tag.is_noun()
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
}
