//! What stands around a word in its clause, by the tags that the vote gave: whether it waits for a verb with tense.

use super::context::Cell;
use crate::lexicon::{List, Word, WordId, Words, words};
use crate::text::Tag;

/// What a clause begins with that has no verb yet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Start {
    Sentence,
    /// "when the fire", "said the group".
    Clause,
}

/// What stands behind a verb to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// What begins a noun group and no word before a noun does: "the", "him", "40".
    Object,
    Noun,
    Preposition,
    Other,
}

/// What the clause around a word begins with, where no verb with tense stands in it before the word.
pub fn start(cells: &[Cell], at: usize) -> Option<Start> {
    // Verbs with tense whose own clause has not been found to begin.
    let mut verbs = 0;
    for before in (0..at).rev() {
        match cells[before].tag {
            _ if is_edge(cells, before) => return (verbs == 0).then_some(Start::Sentence),
            // "help the firm cut costs"
            Tag::VB if verbs == 0 && cells[at].tag == Tag::VB => return None,
            tag if tag.has_tense() => {
                if verbs == 0 && says(cells, before) {
                    return Some(Start::Clause);
                }
                verbs += 1;
            }
            _ if opens_clause(cells, before) => {
                if verbs == 0 {
                    return Some(Start::Clause);
                }
                verbs -= 1;
            }
            _ => {}
        }
    }
    None
}

/// What stands behind a word, adverbs and particles left out.
pub fn behind(cells: &[Cell], from: usize) -> Behind {
    let next = (from..cells.len()).find(|at| !matches!(cells[*at].tag, Tag::RB | Tag::RP)).unwrap_or(from);
    match cells[next].tag {
        Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::Dollar | Tag::OpenQuote => Behind::Object,
        Tag::JJ | Tag::JJR | Tag::JJS => Behind::Noun,
        Tag::IN | Tag::TO if !is(cells, next, words!["of", "by"]) => Behind::Preposition,
        tag if tag.is_noun() => Behind::Noun,
        _ => Behind::Other,
    }
}

/// Whether a verb with tense follows before the clause ends, or right behind a comma ("the plan, leaked in May, drew anger").
pub fn verb_behind(cells: &[Cell], from: usize) -> bool {
    let end = |at: &usize| {
        let mark = matches!(cells[*at].tag, Tag::Comma | Tag::Colon | Tag::CC | Tag::OpenQuote);
        mark || is_edge(cells, *at) || opens_clause(cells, *at) || cells[*at].tag.has_tense()
    };
    let Some(end) = (from..cells.len()).find(end) else { return false };
    let resumes = |at: &usize| cells[*at].tag == Tag::Comma && cells[at + 1].tag.has_tense();
    cells[end].tag.has_tense() || (end..cells.len()).take_while(|at| !is_edge(cells, *at)).any(|at| resumes(&at))
}

/// The last place before another that has no adverb.
pub fn no_adverb(cells: &[Cell], at: usize) -> Option<usize> {
    (0..at).rev().find(|before| cells[*before].tag != Tag::RB)
}

/// Whether a verb with tense stands anywhere behind a word in its sentence.
pub fn tense_follows(cells: &[Cell], at: usize) -> bool {
    (at + 1..cells.len()).take_while(|at| !is_edge(cells, *at)).any(|at| cells[at].tag.has_tense())
}

/// Whether a comma closes an aside to the noun that the sentence begins with.
pub fn closes_aside(cells: &[Cell], comma: usize) -> bool {
    let first = (0..comma).rev().find(|at| is_edge(cells, *at)).map_or(0, |edge| edge + 1);
    let named = matches!(cells[first].tag, Tag::DT | Tag::PRPS | Tag::CD | Tag::JJ) || cells[first].tag.is_noun();
    named && (first + 1..comma).find(|at| cells[*at].tag == Tag::Comma).is_some_and(|opening| cells[opening - 1].tag.is_noun())
}

/// Whether a sentence ends with a full stop, as headings and captions do not.
pub fn is_prose(cells: &[Cell], at: usize) -> bool {
    let end = (at..cells.len()).find(|end| is_edge(cells, *end)).unwrap_or(cells.len());
    cells[at..end].iter().rev().find(|cell| cell.tag != Tag::CloseQuote).is_some_and(|cell| cell.tag == Tag::Period)
}

/// Whether what a verb says may follow without "that".
pub fn says(cells: &[Cell], at: usize) -> bool {
    let word = word(cells, at);
    word.verb_lemma().unwrap_or(word).is_in(List::BareClauseVerb)
}

fn opens_clause(cells: &[Cell], at: usize) -> bool {
    match cells[at].tag {
        Tag::WDT | Tag::WP | Tag::WPS | Tag::WRB => true,
        Tag::IN => {
            let word = word(cells, at);
            word.is_in(List::Subordinator) || word.is_in(List::SubordinatorOrPreposition) || is(cells, at, words!["that"])
        }
        _ => false,
    }
}

pub fn word(cells: &[Cell], at: usize) -> Word {
    word_of(&cells[at])
}

pub fn word_of(cell: &Cell) -> Word {
    WordId::from_number(cell.word).get()
}

pub fn is(cells: &[Cell], at: usize, words: &Words) -> bool {
    words.has(WordId::from_number(cells[at].word))
}

pub fn is_edge(cells: &[Cell], at: usize) -> bool {
    cells[at].word == Cell::EDGE.word
}

/// For tests: the tag of the first token of a text with this text.
#[cfg(test)]
pub fn tag(text: &str, of: &str) -> Tag {
    let mut doc = crate::tokenizer::tokenize(text);
    crate::tagger::tag(&mut doc);
    let ix = (0..doc.tokens.len()).find(|ix| doc.word_text(*ix) == of).unwrap_or_else(|| panic!("{of} is not in {text}"));
    doc.tokens[ix].tag
}
