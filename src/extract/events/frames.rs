//! The lists of event verbs and nouns, cut into their parts when the first event asks for them: each is asked for again and again.

use std::sync::LazyLock;

use super::kind::Kind;
use crate::lexicon::{WordId, pair, parts};

/// What a list says of a word.
#[derive(Clone, Copy, Default)]
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

impl Alternative {
    fn new(particle: &'static str, class: &'static str, name: &'static str) -> Alternative {
        Alternative { particle, class, kind: Kind::parse(name), none: name == "-" }
    }
}

/// The frames of a list's words. Words by the hundred share them among thousands of others: what most need lies in one place.
pub(super) struct Frames {
    /// By the last bits of the row's number, or behind that place.
    frames: [Frame; PLACES],
    alternatives: Vec<Alternative>,
}

const PLACES: usize = 1024;

pub(super) static VERBS: LazyLock<Frames> = LazyLock::new(|| Frames::of(include_str!("../../lexicon/lists/event_verb.tsv"), verb));
pub(super) static NOUNS: LazyLock<Frames> = LazyLock::new(|| Frames::of(include_str!("../../lexicon/lists/event_noun.tsv"), noun));

/// "with:pact=SUPPORT -=REJECT".
fn verb(part: &'static str, _: &mut Frame) -> Option<Alternative> {
    let (condition, name) = pair(part, b'=')?;
    let (particle, class) = pair(condition, b':').unwrap_or((condition, ""));
    Some(Alternative::new(particle, class, name))
}

/// ":prisoner=COOPERATE CONSULT of=source".
fn noun(part: &'static str, frame: &mut Frame) -> Option<Alternative> {
    match part {
        "of=source" => frame.of_source = true,
        "of=target" => frame.of_source = false,
        "owner=target" => frame.owner_target = true,
        "from=source" => frame.from_source = true,
        _ => {
            let (class, name) = part.strip_prefix(':').and_then(|p| pair(p, b'=')).unwrap_or(("", part));
            return Some(Alternative::new("", class, name));
        }
    }
    None
}

impl Frames {
    /// Of a list; `read` reads a part of a value.
    fn of(list: &'static str, read: impl Fn(&'static str, &mut Frame) -> Option<Alternative>) -> Frames {
        let mut all = Frames { frames: [Frame::default(); PLACES], alternatives: Vec::new() };
        for (key, value) in list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| pair(line, b'\t')) {
            let mut frame = Frame { word: WordId::of(key), ..Frame::default() };
            frame.first = all.alternatives.len() as u16;
            let (mut usual, mut open) = (Kind::default(), true);
            for alternative in parts(value).filter_map(|part| read(part, &mut frame)) {
                // What stands behind one that always fits is never asked for.
                if open && alternative.particle.is_empty() && alternative.class.is_empty() {
                    usual = alternative.kind;
                    open = false;
                } else if open {
                    all.alternatives.push(alternative);
                }
            }
            frame.usual = usual;
            frame.end = all.alternatives.len() as u16;
            let mut place = frame.word.number() as usize;
            while all.frames[place % PLACES].word != WordId::UNKNOWN {
                place += 1;
            }
            all.frames[place % PLACES] = frame;
        }
        all
    }

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
    use crate::analysis::EventType;
    use crate::lexicon::List;

    #[test]
    fn each_word_of_a_list_has_its_frame() {
        for (frames, list, words) in [(&*VERBS, List::EventVerb, ["attack", "withdraw"]), (&*NOUNS, List::EventNoun, ["attack", "refusal"])] {
            let held = frames.frames.iter().filter(|f| f.word != WordId::UNKNOWN);
            assert!(held.clone().all(|f| f.word.get().is_in(list)) && (1..PLACES / 2).contains(&held.count()));
            assert!(words.iter().all(|word| frames.get(WordId::of(word)).is_some()));
            assert!(frames.get(WordId::of("the")).is_none() && frames.get(WordId::UNKNOWN).is_none());
        }
    }

    #[test]
    fn a_value_is_cut_into_its_parts() {
        let shown = |frames: &Frames| {
            let (frame, alternatives) = frames.get(WordId::of("attack")).unwrap();
            let shown = alternatives.iter().map(|a| format!("{}:{} {:?}", a.particle, a.class, a.kind.kind)).collect::<Vec<_>>();
            (shown.join(", "), frame.usual.kind, frame.of_source, frame.owner_target)
        };
        let verb = shown(&Frames::of("attack\twith:pact=SUPPORT off=- =REJECT on=AID", verb));
        assert_eq!(verb, ("with:pact Some(Support), off: None".to_string(), Some(EventType::Reject), false, false));
        let noun = shown(&Frames::of("# of the list\nattack\t:aid=AID owner=target - of=source", noun));
        assert_eq!(noun, (":aid Some(Aid)".to_string(), None, true, true));
    }
}
