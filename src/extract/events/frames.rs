//! The lists of event verbs and nouns, cut into their parts at build time (`build.rs` beside this file).

use super::kind::Kind;
use crate::analysis::EventType;
use crate::lexicon::WordId;

include!(concat!(env!("OUT_DIR"), "/frames.rs"));

/// What a list says of a word.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    word: WordId,
    /// The type where no alternative fits.
    pub usual: Kind,
    /// "of" names the one who does ("the refusal of Sudria"), and not the one acted on.
    pub of_source: bool,
    /// The possessor is acted on ("her arrest").
    pub owner_target: bool,
    /// "from" names the one who does ("a gift from Norland"), and not the one acted on.
    pub from_source: bool,
    /// The places of its alternatives.
    first: u16,
    end: u16,
}

impl Frame {
    /// The frame of no word.
    const FREE: Frame =
        Frame { word: WordId::UNKNOWN, usual: Kind::NONE, of_source: false, owner_target: false, from_source: false, first: 0, end: 0 };
}

/// A type, and what has to stand around the word for it.
pub(super) struct Alternative {
    /// Particle or preposition, or empty.
    pub particle: &'static str,
    /// Class of the object or of a noun before the head, or empty.
    pub class: &'static str,
    pub kind: Kind,
    /// Whether it says that there is none.
    pub none: bool,
}

/// The frames of a list's words. Words by the hundred share them among thousands of others: what most need lies in one place.
pub(super) struct Frames {
    /// By the last bits of the row's number, or behind that place.
    frames: [Frame; PLACES],
    alternatives: &'static [Alternative],
}

impl Frames {
    /// That of a word, and its alternatives: the first that fits gives the type.
    pub fn get(&self, word: WordId) -> Option<(&Frame, &[Alternative])> {
        let mut place = word.number() as usize;
        loop {
            let frame = &self.frames[place % PLACES];
            if frame.word == WordId::UNKNOWN {
                return None;
            }
            if frame.word == word {
                return Some((frame, &self.alternatives[usize::from(frame.first)..usize::from(frame.end)]));
            }
            place += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::List;

    #[test]
    fn each_word_of_a_list_has_its_frame() {
        for (frames, list, words) in [(&VERBS, List::EventVerb, ["attack", "withdraw"]), (&NOUNS, List::EventNoun, ["attack", "refusal"])] {
            let held: Vec<_> = frames.frames.iter().filter(|f| f.word != WordId::UNKNOWN).collect();
            assert!(held.iter().all(|f| f.word.get().is_in(list) && std::ptr::eq(frames.get(f.word).unwrap().0, *f)));
            assert!(words.iter().all(|word| frames.get(WordId::of(word)).is_some()));
            assert!(frames.get(WordId::of("the")).is_none() && frames.get(WordId::UNKNOWN).is_none());
        }
    }

    #[test]
    fn a_value_is_cut_into_its_parts() {
        let shown = |frames: &Frames, word| {
            let (frame, alternatives) = frames.get(WordId::of(word)).unwrap();
            let name = |kind: Kind| kind.kind.map_or("-".to_string(), |k| format!("{k:?}"));
            let alternatives: Vec<String> = alternatives.iter().map(|a| format!("{}:{} {}", a.particle, a.class, name(a.kind))).collect();
            (alternatives.join(", "), name(frame.usual), frame.of_source, frame.owner_target)
        };
        let abandon = ":talks Reject, :protest Concede, :restriction Concede, :pact Reject";
        assert_eq!(shown(&VERBS, "abandon"), (abandon.to_string(), "-".to_string(), false, false));
        assert_eq!(shown(&VERBS, "abduct"), (String::new(), "Assault".to_string(), false, false));
        assert_eq!(shown(&NOUNS, "abduction"), (String::new(), "Assault".to_string(), false, true));
        assert_eq!(shown(&NOUNS, "accident"), (String::new(), "-".to_string(), true, false));
    }
}
