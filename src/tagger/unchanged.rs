//! Verbs whose past tense is their base form ("cut", "hit", "quit"): the vote was taught on texts that tell little of the past, and takes
//! some for nouns, base forms or participles where a report tells what happened ("The fire spread to nearby houses").

use super::clause::{Behind, Start, behind, closes_aside, is, is_edge, is_prose, no_adverb, start, verb_behind, word_of};
use super::context::{CAPITAL, Cell};
use crate::lexicon::{List, words};
use crate::text::Tag;

/// Whether a word, of those that a rule names, is such a verb in small letters.
pub fn is_listed(cell: &Cell) -> bool {
    cell.look & CAPITAL == 0 && word_of(cell).is_in(List::UnchangedVerb)
}

/// Gives the past tense to those that are the only verb that their clause can have, and the form of the verb before to those behind "and".
pub fn mend(cells: &mut [Cell], places: &[u32]) {
    for at in places.iter().map(|at| *at as usize) {
        if let Some(form) = form_before(cells, at) {
            cells[at].tag = form;
        } else if opens_aside(cells, at) {
            cells[at].tag = Tag::VBN;
        } else if cells[at].tag != Tag::VBD && is_past(cells, at) {
            cells[at].tag = Tag::VBD;
        }
    }
}

/// The form of a verb behind a conjunction and before its object: "raised the price and cut the dividend", "to raise fees and cut costs".
fn form_before(cells: &[Cell], at: usize) -> Option<Tag> {
    let conjunction = no_adverb(cells, at)?;
    if cells[conjunction].tag != Tag::CC || cells[at].tag == Tag::NN || behind(cells, at + 1) == Behind::Other {
        return None;
    }
    let is_verb = |at: &usize| cells[*at].tag.is_verb() || cells[*at].tag == Tag::MD;
    let verb = (0..conjunction).rev().take_while(|at| !is_edge(cells, *at)).find(is_verb)?;
    match cells[verb].tag {
        Tag::VBD => (!is(cells, verb, words!["did", "was", "were", "had"])).then_some(Tag::VBD),
        Tag::VB => {
            let before = no_adverb(cells, verb)?;
            (matches!(cells[before].tag, Tag::TO | Tag::MD) || is(cells, before, words!["do", "does", "did"])).then_some(Tag::VB)
        }
        _ => None,
    }
}

/// Whether a word stands where its clause waits for a verb with tense.
fn is_past(cells: &[Cell], at: usize) -> bool {
    let before = no_adverb(cells, at).unwrap_or(0);
    let start = match cells[before].tag {
        Tag::NN | Tag::NNP | Tag::NNS | Tag::NNPS => start(cells, at),
        Tag::PRP if is(cells, before, words!["he", "she", "it", "they", "we", "i"]) => start(cells, at),
        // "which cost the city $3 million"
        Tag::WDT | Tag::WP => return cells[at].tag == Tag::NN && behind(cells, at + 1) == Behind::Object,
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

/// "the cost, put at $1 million a year, would fall on taxpayers".
fn opens_aside(cells: &[Cell], at: usize) -> bool {
    matches!(cells[at].tag, Tag::VB | Tag::VBP)
        && cells[at - 1].tag == Tag::Comma
        && cells[at - 2].tag.is_noun()
        && matches!(cells[at + 1].tag, Tag::IN | Tag::RP)
        && verb_behind(cells, at + 1)
}

/// "the bank", "he": no present tense without "s" behind it.
fn is_one(cells: &[Cell], at: usize) -> bool {
    matches!(cells[at].tag, Tag::NN | Tag::NNP) && cells[at - 1].tag != Tag::CC || is(cells, at, words!["he", "she", "it"])
}

#[cfg(test)]
mod tests {
    use crate::tagger::clause::tag;
    use crate::text::Tag;

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
            ("The bank raised its fees and cut the dividend.", "cut"),
            ("The minister, flanked by aides, read a statement.", "read"),
            ("He wept as the foreman read out the verdict.", "read"),
            ("The bridge, which cost 90 million crowns, was to have opened in June.", "cost"),
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
            ("She asked him to raise fees and cut costs.", "cut", Tag::VB),
            ("Opponents said the cost, put at $1 million a year, would fall on taxpayers.", "put", Tag::VBN),
            ("It did not raise fees and cut costs.", "cut", Tag::VB),
        ] {
            assert_eq!(tag(text, word), tag_of_it, "{text}");
        }
    }
}
