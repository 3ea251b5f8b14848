//! Verbs whose past tense is their base form ("cut", "hit", "quit"): the vote was taught on texts that tell little of the past, and takes
//! some for nouns, base forms or participles where a report tells what happened ("The fire spread to nearby houses").

use super::context::{CAPITAL, Cell};
use super::page::Page;
use crate::lexicon::{List, Word, WordId, words};
use crate::text::Tag;

/// Gives the past tense to those that are the only verb that their clause can have.
pub fn mend(page: &mut Page) {
    let cells = &mut page.cells[..];
    for at in page.common.picked().iter().chain(page.others.picked()) {
        let at = *at as usize;
        let asks = cells[at].face.is_ruled() && cells[at].tag != Tag::VBD && cells[at].look & CAPITAL == 0;
        if asks && word(cells, at).is_in(List::UnchangedVerb) && is_past(cells, at) {
            cells[at].tag = Tag::VBD;
        }
    }
}

/// What a clause begins with that has no verb yet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    Sentence,
    /// "when the fire", "said the group".
    Clause,
}

/// What stands behind a verb to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// What begins a noun group and no word before a noun does: "the", "him", "40".
    Object,
    Noun,
    Preposition,
    Other,
}

/// Whether a word stands where its clause waits for a verb with tense.
fn is_past(cells: &[Cell], at: usize) -> bool {
    let before = (0..at).rev().find(|before| cells[*before].tag != Tag::RB).unwrap_or(0);
    let start = match cells[before].tag {
        Tag::NN | Tag::NNP | Tag::NNS | Tag::NNPS => start(cells, at),
        Tag::PRP if is(cells, before, words!["he", "she", "it", "they", "we", "i"]) => start(cells, at),
        // "Ruiz, 54, quit": an aside ends here.
        Tag::Comma => start(cells, before).filter(|_| closes_aside(cells, before)),
        _ => None,
    };
    // "two others set to leave" has its verb elsewhere, most often
    let Some(start) = start.filter(|_| !(is(cells, at, words!["set"]) && cells[at + 1].tag == Tag::TO)) else { return false };
    let behind = behind(cells, at + 1);
    match cells[at].tag {
        // "they cut" has a tense whichever it is.
        Tag::VBP => is_one(cells, before) && behind != Behind::Other,
        tag => match behind {
            Behind::Object => !verb_behind(cells, at + 1),
            Behind::Noun if tag != Tag::NN => !verb_behind(cells, at + 1),
            Behind::Noun | Behind::Preposition => start == Start::Sentence && is_prose(cells, at) && !verb_behind(cells, at + 1),
            Behind::Other => false,
        },
    }
}

/// What the clause around a word begins with, where no verb with tense stands in it before the word.
fn start(cells: &[Cell], at: usize) -> Option<Start> {
    // Verbs with tense whose own clause has not been found to begin.
    let mut verbs = 0;
    for before in (0..at).rev() {
        match cells[before].tag {
            _ if is_edge(cells, before) => return (verbs == 0).then_some(Start::Sentence),
            // "help the firm cut costs"
            Tag::VB if verbs == 0 && cells[at].tag == Tag::VB => return None,
            tag if has_tense(tag) => {
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

/// Whether a comma closes an aside to the noun that the sentence begins with.
fn closes_aside(cells: &[Cell], comma: usize) -> bool {
    let first = (0..comma).rev().find(|at| is_edge(cells, *at)).map_or(0, |edge| edge + 1);
    let named = matches!(cells[first].tag, Tag::DT | Tag::PRPS | Tag::CD | Tag::JJ) || cells[first].tag.is_noun();
    named && (first + 1..comma).find(|at| cells[*at].tag == Tag::Comma).is_some_and(|opening| cells[opening - 1].tag.is_noun())
}

/// "the bank", "he": no present tense without "s" behind it.
fn is_one(cells: &[Cell], at: usize) -> bool {
    matches!(cells[at].tag, Tag::NN | Tag::NNP) && cells[at - 1].tag != Tag::CC || is(cells, at, words!["he", "she", "it"])
}

fn behind(cells: &[Cell], from: usize) -> Behind {
    let next = (from..cells.len()).find(|at| cells[*at].tag != Tag::RB).unwrap_or(from);
    match cells[next].tag {
        Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::Dollar | Tag::OpenQuote => Behind::Object,
        Tag::JJ | Tag::JJR | Tag::JJS => Behind::Noun,
        Tag::IN | Tag::TO if !is(cells, next, words!["of", "by"]) => Behind::Preposition,
        tag if tag.is_noun() => Behind::Noun,
        _ => Behind::Other,
    }
}

/// Whether a verb with tense follows before the clause ends.
fn verb_behind(cells: &[Cell], from: usize) -> bool {
    let end = |at: &usize| {
        let mark = matches!(cells[*at].tag, Tag::Comma | Tag::Colon | Tag::CC | Tag::OpenQuote);
        mark || is_edge(cells, *at) || opens_clause(cells, *at) || has_tense(cells[*at].tag)
    };
    (from..cells.len()).find(end).is_some_and(|at| has_tense(cells[at].tag))
}

/// Whether a sentence ends with a full stop, as headings and captions do not.
fn is_prose(cells: &[Cell], at: usize) -> bool {
    let end = (at..cells.len()).find(|end| is_edge(cells, *end)).unwrap_or(cells.len());
    cells[at..end].iter().rev().find(|cell| cell.tag != Tag::CloseQuote).is_some_and(|cell| cell.tag == Tag::Period)
}

fn has_tense(tag: Tag) -> bool {
    matches!(tag, Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)
}

/// Whether what a verb says may follow without "that".
fn says(cells: &[Cell], at: usize) -> bool {
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

fn word(cells: &[Cell], at: usize) -> Word {
    WordId::from_number(cells[at].word).get()
}

fn is(cells: &[Cell], at: usize, words: &crate::lexicon::Words) -> bool {
    words.has(WordId::from_number(cells[at].word))
}

fn is_edge(cells: &[Cell], at: usize) -> bool {
    cells[at].word == Cell::EDGE.word
}

#[cfg(test)]
mod tests {
    use crate::text::Tag;

    /// The tag of the first word of a text that is one of the list's.
    fn tag(text: &str, of: &str) -> Tag {
        let mut doc = crate::tokenizer::tokenize(text);
        crate::tagger::tag(&mut doc);
        let ix = (0..doc.tokens.len()).find(|ix| doc.word_text(*ix) == of).unwrap_or_else(|| panic!("{of} is not in {text}"));
        doc.tokens[ix].tag
    }

    #[test]
    fn what_happened_is_past() {
        for (text, verb) in [
            ("The fire spread to nearby houses.", "spread"),
            ("The party split in 2019 over the war.", "split"),
            ("The dispute cost the airline $3 million.", "cost"),
            ("The judge let the man go.", "let"),
            ("A pipe burst on Friday.", "burst"),
            ("The shares of Norbank shed 4 percent.", "shed"),
            ("The minister quit on Friday.", "quit"),
            ("Ruiz, 54, quit the party last year.", "quit"),
            ("Rovers, who had not won away since August, beat City.", "beat"),
            ("The central bank, meeting in Oslo, cut rates.", "cut"),
            ("Norland, hosts of the event, beat Sudria 3-0.", "beat"),
            ("She said the delay cost her a job.", "cost"),
        ] {
            assert_eq!(tag(text, verb), Tag::VBD, "{text}");
        }
    }

    #[test]
    fn nouns_and_other_forms_stay() {
        for (text, word, tag_of_it) in [
            ("The fuel cost the airline pays is high.", "cost", Tag::NN),
            ("The job cut plan drew anger.", "cut", Tag::NN),
            ("The bank has cut the rate.", "cut", Tag::VBN),
            ("The mayor will quit the race.", "quit", Tag::VB),
            ("If it rains, cut the grass later.", "cut", Tag::VB),
            ("They know the fuel cost of flying.", "cost", Tag::NN),
        ] {
            assert_eq!(tag(text, word), tag_of_it, "{text}");
        }
    }
}
